/* mem.h - the one door to the C allocator.
 * Everyone may enter; nobody else calls malloc. Sizes are passed back on release, so that bytes can
 * be counted without a header before each block. Every function here may fail and says so by NULL;
 * what that means (MemoryError, a clean exit) is the caller's business. */
#ifndef MINIASYNC_BASE_MEM_H
#define MINIASYNC_BASE_MEM_H

#include "base/start.h"

#include <stdbool.h>
#include <stddef.h>

#define MUST_CHECK __attribute__((warn_unused_result))

/* Reads MINIASYNC_MEMLIMIT (bytes), MINIASYNC_FAIL_ALLOC (n: the n-th allocation from now on fails,
 * once) and MINIASYNC_FAIL_CELL (the same for mem_alloc_cell). Called once by main; without it there is no limit and no fault. */
void mem_setup(void);

/* A block of at least `bytes` bytes (a block even for 0), not cleared. NULL when there is no memory,
 * when the limit would be passed, or when the size is absurd (more than PTRDIFF_MAX / 4). */
MUST_CHECK void *mem_alloc(size_t bytes);

/* The same for a small object that has no block to lie in (-DMA_POOL=0); counted apart from the others,
 * which it outnumbers, and its failure is no more than a MemoryError at the next safe point. */
MUST_CHECK void *mem_alloc_cell(size_t bytes);

/* The same, all bytes 0. */
MUST_CHECK void *mem_alloc_zero(size_t bytes);

/* `block` was got with `old_bytes` (NULL and 0 for none). On failure the old block stays valid. */
MUST_CHECK void *mem_realloc(void *block, size_t old_bytes, size_t bytes);

/* Gives back a block of `bytes` bytes; NULL is fine. */
void mem_free(void *block, size_t bytes);

/* count * size, or SIZE_MAX (which mem_alloc refuses) when that overflows. */
static inline size_t mem_size(size_t count, size_t size)
{
    size_t total;
    return __builtin_mul_overflow(count, size, &total) ? (size_t)-1 : total;
}

size_t mem_used(void);              /* bytes held now */
size_t mem_peak(void);              /* the most that was held */
size_t mem_count(void);             /* blocks held now */
size_t mem_asked(void);             /* allocations wanted so far: what MINIASYNC_FAIL_ALLOC counts */
size_t mem_cells(void);             /* and MINIASYNC_FAIL_CELL */
size_t mem_limit(void);             /* 0: none */
void   mem_set_limit(size_t bytes); /* 0: none */
void   mem_fail_after(size_t n);    /* the n-th allocation from now fails, once; 0: none does */

/* Counts `bytes` that another library holds for us (big numbers); false when over the limit. */
bool mem_account(size_t bytes);
void mem_unaccount(size_t bytes);

#endif
