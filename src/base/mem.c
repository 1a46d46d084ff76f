/* mem.c - the one door to the C allocator: counts, limits, and fails on demand.
 * The counters are the only static data of the project: malloc is one per process, so is its count. */
#include "base/mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* With ASan the allocator knows the exact size of each block: whoever passes back another has miscounted. */
#ifndef __has_feature
#define __has_feature(what) 0
#endif
#if defined __SANITIZE_ADDRESS__ || __has_feature(address_sanitizer)
#include <stdio.h>

size_t __sanitizer_get_allocated_size(const volatile void *block); /* gcc has no header for it */

static void check_size(void *block, size_t bytes)
{
    size_t real = block ? __sanitizer_get_allocated_size(block) : 0;
    if (block && real != (bytes ? bytes : 1)) {
        fprintf(stderr, "ERROR: a block of %zu bytes is passed back as one of %zu\n", real, bytes);
        abort();
    }
}
#else
static inline void check_size(void *block, size_t bytes)
{
}
#endif

static struct {
    size_t used;    /* bytes */
    size_t peak;    /* bytes */
    size_t blocks;  /* blocks now held */
    size_t limit;   /* bytes, 0: none */
    size_t fail_in; /* allocations until one fails, 0: none */
    size_t asked;   /* allocations wanted so far */
    size_t cell_fail_in, cells; /* the same for mem_alloc_cell */
} counters;

static size_t number_from_env(const char *name)
{
    const char *text = getenv(name);
    if (!text || *text < '0' || *text > '9')
        return 0;
    char *end;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    return errno || *end || number > SIZE_MAX ? 0 : (size_t)number;
}

void mem_setup(void)
{
    counters.limit = number_from_env("MINIASYNC_MEMLIMIT");
    counters.fail_in = number_from_env("MINIASYNC_FAIL_ALLOC");
    counters.cell_fail_in = number_from_env("MINIASYNC_FAIL_CELL");
}

/* May a block grow from old_bytes to bytes? Also counts down to the injected fault. */
static bool is_allowed(size_t old_bytes, size_t bytes)
{
    counters.asked++;
    if (counters.fail_in && --counters.fail_in == 0)
        return false;
    if (bytes > PTRDIFF_MAX / 4)
        return false;
    return !counters.limit || bytes <= old_bytes ||
           (counters.used <= counters.limit && bytes - old_bytes <= counters.limit - counters.used);
}

static void count_change(size_t old_bytes, size_t bytes)
{
    counters.used = counters.used - old_bytes + bytes;
    if (counters.used > counters.peak)
        counters.peak = counters.used;
}

void *mem_alloc(size_t bytes)
{
    if (!is_allowed(0, bytes))
        return NULL;
    void *block = malloc(bytes ? bytes : 1);
    if (!block)
        return NULL;
    counters.blocks++;
    count_change(0, bytes);
    return block;
}

void *mem_alloc_cell(size_t bytes)
{
    counters.cells++;
    if (counters.cell_fail_in && --counters.cell_fail_in == 0)
        return NULL;
    size_t fail_in = counters.fail_in, asked = counters.asked;
    counters.fail_in = 0;
    void *block = mem_alloc(bytes);
    counters.fail_in = fail_in;
    counters.asked = asked;
    return block;
}

void *mem_alloc_zero(size_t bytes)
{
    if (!is_allowed(0, bytes))
        return NULL;
    void *block = calloc(1, bytes ? bytes : 1);
    if (!block)
        return NULL;
    counters.blocks++;
    count_change(0, bytes);
    return block;
}

void *mem_realloc(void *block, size_t old_bytes, size_t bytes)
{
    if (!block)
        return mem_alloc(bytes);
    check_size(block, old_bytes);
    if (!is_allowed(old_bytes, bytes))
        return NULL;
    void *moved = realloc(block, bytes ? bytes : 1);
    if (!moved)
        return NULL;
    count_change(old_bytes, bytes);
    return moved;
}

void mem_free(void *block, size_t bytes)
{
    if (!block)
        return;
    check_size(block, bytes);
    counters.blocks--;
    counters.used -= bytes;
    free(block);
}

size_t mem_used(void)
{
    return counters.used;
}

size_t mem_peak(void)
{
    return counters.peak;
}

size_t mem_count(void)
{
    return counters.blocks;
}

size_t mem_asked(void)
{
    return counters.asked;
}

size_t mem_cells(void)
{
    return counters.cells;
}

size_t mem_limit(void)
{
    return counters.limit;
}

void mem_set_limit(size_t bytes)
{
    counters.limit = bytes;
}

void mem_fail_after(size_t n)
{
    counters.fail_in = n;
}

bool mem_account(size_t bytes)
{
    if (!is_allowed(0, bytes))
        return false;
    count_change(0, bytes);
    return true;
}

void mem_unaccount(size_t bytes)
{
    counters.used -= bytes;
}
