/* ready.c - growing the ring of the ready queue; the rest is inline in ready.h. */
#include "runtime/loop/ready.h"

bool ready_grow(Ready *ready, Heap *heap)
{
    uint32_t wanted = ready->capacity ? ready->capacity * 2 : START(64);
    if (wanted == 0)
        return false; /* 2^31 entries already */
    Obj **items = heap_array(heap, NULL, 0, wanted * sizeof *items);
    if (!items)
        return false;
    for (uint32_t i = 0; i < ready->count; i++)
        items[i] = ready_at(ready, i);
    heap_array_free(heap, ready->items, ready->capacity * sizeof *items);
    ready->items = items;
    ready->head = 0;
    ready->capacity = wanted;
    return true;
}

void ready_free(Ready *ready, Heap *heap)
{
    heap_array_free(heap, ready->items, ready->capacity * sizeof *ready->items);
    *ready = (Ready){ 0 };
}

void ready_visit(Marker *marker, const Ready *ready)
{
    for (uint32_t i = 0; i < ready->count; i++)
        mark_object(marker, ready_at(ready, i));
}
