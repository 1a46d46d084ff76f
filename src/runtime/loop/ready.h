/* ready.h - the ready queue: what the loop will run, first in, first out. A ring of pointers whose size is
 * a power of two. An entry is
 *     a Handle            call its callback
 *     a Task              make a step (the handle of a step is part of the Task)
 *     a Future of sleep() its time has come: set its result */
#ifndef RUNTIME_LOOP_READY_H
#define RUNTIME_LOOP_READY_H

#include "object/heap.h"

typedef struct {
    Obj **items;
    uint32_t head;      /* index of the first                                                        */
    uint32_t count;
    uint32_t capacity;  /* 0 or a power of two                                                       */
} Ready;

MUST_CHECK bool ready_grow(Ready *ready, Heap *heap);
void ready_free(Ready *ready, Heap *heap);
void ready_visit(Marker *marker, const Ready *ready);

/* false: out of memory, nothing was queued. */
MUST_CHECK static inline bool ready_push(Ready *ready, Heap *heap, void *entry)
{
    if (UNLIKELY(ready->count == ready->capacity) && !ready_grow(ready, heap))
        return false;
    ready->items[(ready->head + ready->count++) & (ready->capacity - 1)] = entry;
    return true;
}

static inline Obj *ready_pop(Ready *ready) /* the queue is not empty */
{
    Obj *entry = ready->items[ready->head];
    ready->head = (ready->head + 1) & (ready->capacity - 1);
    ready->count--;
    return entry;
}

/* Takes the entry at `index`; the others keep their order. */
static inline Obj *ready_take(Ready *ready, uint32_t index)
{
    uint32_t mask = ready->capacity - 1;
    Obj *entry = ready->items[(ready->head + index) & mask];
    for (uint32_t i = index; i > 0; i--)
        ready->items[(ready->head + i) & mask] = ready->items[(ready->head + i - 1) & mask];
    ready->head = (ready->head + 1) & mask;
    ready->count--;
    return entry;
}

static inline Obj *ready_at(const Ready *ready, uint32_t index)
{
    return ready->items[(ready->head + index) & (ready->capacity - 1)];
}

#endif
