/* vec.h - the idiom of a growable array: `struct { T *items; uint32_t count, capacity; }`.
 *     VEC(Token) tokens = {0};
 *     if (!vec_reserve(&tokens, 1)) return out_of_memory();
 *     tokens.items[tokens.count++] = token;
 *     vec_free(&tokens); */
#ifndef MINIASYNC_BASE_VEC_H
#define MINIASYNC_BASE_VEC_H

#include "base/mem.h"

#include <stdint.h>

#define VEC(T)             \
    struct {               \
        T       *items;    \
        uint32_t count;    \
        uint32_t capacity; \
    }

/* Makes room for `more` items after the last; false without memory, and nothing has changed. */
#define vec_reserve(vec, more)                                                              \
    ((size_t)(vec)->count + (more) <= (vec)->capacity ||                                    \
     vec_grow((void **)&(vec)->items, &(vec)->capacity, (size_t)(vec)->count + (more),      \
              sizeof *(vec)->items))

#define vec_free(vec)                                                                        \
    (mem_free((vec)->items, (size_t)(vec)->capacity * sizeof *(vec)->items), (vec)->items = NULL, \
     (vec)->count = 0, (vec)->capacity = 0)

MUST_CHECK static inline bool vec_grow(void **items, uint32_t *capacity, size_t needed, size_t size)
{
    size_t wanted = *capacity < START(4) ? START(8) : (size_t)*capacity + *capacity / 2;
    if (wanted < needed)
        wanted = needed;
    if (wanted > UINT32_MAX)
        return false;
    void *moved = mem_realloc(*items, *capacity * size, mem_size(wanted, size));
    if (!moved)
        return false;
    *items = moved;
    *capacity = (uint32_t)wanted;
    return true;
}

#endif
