/* arena.h - memory that is given out piece by piece and given back all at once.
 * For the syntax tree, the compiler's notes, and other things that die together. */
#ifndef MINIASYNC_BASE_ARENA_H
#define MINIASYNC_BASE_ARENA_H

#include "base/mem.h"

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
    ArenaChunk *chunks; /* newest first; the newest one is being filled */
    char       *next;   /* free bytes of the newest chunk: [next, end) */
    char       *end;
    size_t      chunk_bytes; /* size of the next chunk; doubles up to 1 MB */
    bool        failed;      /* an allocation failed; stays true */
    bool      (*stop)(void *ctx); /* asked with each chunk; true: fail. May be NULL */
    void       *stop_ctx;
    struct SourceWarning *warnings; /* of the text that is parsed: parser/warn.h */
} Arena;

void arena_init(Arena *arena);
void arena_free(Arena *arena); /* gives everything back; the arena may be used again */

void *arena_alloc_slow(Arena *arena, size_t bytes);

/* `bytes` bytes aligned to 8, not cleared. NULL, and arena->failed, without memory. */
static inline void *arena_alloc(Arena *arena, size_t bytes)
{
    size_t rounded = (bytes + 7) & ~(size_t)7;
    if (rounded >= bytes && rounded <= (size_t)(arena->end - arena->next)) {
        void *piece = arena->next;
        arena->next += rounded;
        return piece;
    }
    return arena_alloc_slow(arena, bytes);
}

void *arena_alloc_zero(Arena *arena, size_t bytes);

/* A copy of `length` bytes with a 0 after them. */
char *arena_copy(Arena *arena, const char *bytes, size_t length);

#endif
