/* arena.c - memory that is given out piece by piece and given back all at once. */
#include "base/arena.h"

#include <string.h>

struct ArenaChunk {
    ArenaChunk *older;
    size_t      bytes; /* of this chunk with this header */
    _Alignas(8) char data[];
};

enum { FIRST_CHUNK = START(4096), LAST_CHUNK = 1 << 20 };

void arena_init(Arena *arena)
{
    *arena = (Arena){ .chunk_bytes = FIRST_CHUNK };
}

void arena_free(Arena *arena)
{
    for (ArenaChunk *chunk = arena->chunks; chunk;) {
        ArenaChunk *older = chunk->older;
        mem_free(chunk, chunk->bytes);
        chunk = older;
    }
    arena_init(arena);
}

void *arena_alloc_slow(Arena *arena, size_t bytes)
{
    size_t rounded = (bytes + 7) & ~(size_t)7;
    size_t total = rounded + sizeof(ArenaChunk);
    if (arena->failed || rounded < bytes || total < rounded || (arena->stop && arena->stop(arena->stop_ctx)))
        goto failed;
    bool is_big = total > arena->chunk_bytes / 2 && arena->chunks;
    if (!is_big && total < arena->chunk_bytes)
        total = arena->chunk_bytes;
    ArenaChunk *chunk = mem_alloc(total);
    if (!chunk)
        goto failed;
    chunk->bytes = total;
    if (is_big) { /* its own chunk, behind the one being filled */
        chunk->older = arena->chunks->older;
        arena->chunks->older = chunk;
        return chunk->data;
    }
    chunk->older = arena->chunks;
    arena->chunks = chunk;
    arena->next = chunk->data + rounded;
    arena->end = (char *)chunk + total;
    if (arena->chunk_bytes < LAST_CHUNK)
        arena->chunk_bytes *= 2;
    return chunk->data;
failed:
    arena->failed = true;
    return NULL;
}

void *arena_alloc_zero(Arena *arena, size_t bytes)
{
    void *piece = arena_alloc(arena, bytes);
    if (piece)
        memset(piece, 0, bytes);
    return piece;
}

char *arena_copy(Arena *arena, const char *bytes, size_t length)
{
    char *copy = length < (size_t)-1 ? arena_alloc(arena, length + 1) : NULL;
    if (!copy)
        return NULL;
    memcpy(copy, bytes, length);
    copy[length] = 0;
    return copy;
}
