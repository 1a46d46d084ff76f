/* timers.c - the binary heap behind timers.h. Only loop.c moves due owners to the ready queue; others arm
 * and cancel. */
#include "runtime/loop/timers.h"

static bool is_before(const Timer *a, const Timer *b)
{
    return a->when_ns < b->when_ns || (a->when_ns == b->when_ns && a->seq < b->seq);
}

static void sift_up(Timers *timers, size_t i)
{
    Timer moving = timers->items[i];
    while (i > 0) {
        size_t parent = (i - 1) / 2;
        if (!is_before(&moving, &timers->items[parent]))
            break;
        timers->items[i] = timers->items[parent];
        i = parent;
    }
    timers->items[i] = moving;
}

static void sift_down(Timers *timers, size_t i)
{
    Timer moving = timers->items[i];
    for (;;) {
        size_t child = 2 * i + 1;
        if (child >= timers->count)
            break;
        if (child + 1 < timers->count && is_before(&timers->items[child + 1], &timers->items[child]))
            child++;
        if (!is_before(&timers->items[child], &moving))
            break;
        timers->items[i] = timers->items[child];
        i = child;
    }
    timers->items[i] = moving;
}

static void drop_first(Timers *timers)
{
    timers->items[0] = timers->items[--timers->count];
    if (timers->count > 0)
        sift_down(timers, 0);
}

void timers_init(Timers *timers, bool (*is_dead)(const Obj *owner))
{
    *timers = (Timers){ .is_dead = is_dead };
}

void timers_free(Timers *timers, Heap *heap)
{
    heap_array_free(heap, timers->items, timers->capacity * sizeof *timers->items);
    timers->items = NULL;
    timers->count = timers->capacity = timers->cancelled = 0;
}

bool timers_push(Timers *timers, Heap *heap, int64_t when_ns, Obj *owner)
{
    if (timers->count == timers->capacity) {
        size_t wanted = timers->capacity < 1024 ? timers->capacity * 2 + START(16) : timers->capacity / 4 * 5;
        Timer *items = heap_array(heap, timers->items, timers->capacity * sizeof *items,
                                  wanted * sizeof *items);
        if (!items)
            return false;
        timers->items = items;
        timers->capacity = wanted;
    }
    timers->items[timers->count] = (Timer){ when_ns, timers->next_seq++, owner };
    sift_up(timers, timers->count++);
    return true;
}

void timers_cancelled(Timers *timers)
{
    if (++timers->cancelled <= 64 || timers->cancelled <= timers->count / 2)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < timers->count; i++)
        if (!timers->is_dead(timers->items[i].owner))
            timers->items[kept++] = timers->items[i];
    timers->count = kept;
    timers->cancelled = 0;
    for (size_t i = kept / 2; i-- > 0;)
        sift_down(timers, i);
}

const Timer *timers_first(Timers *timers)
{
    while (timers->count > 0) {
        if (LIKELY(!timers->cancelled) || !timers->is_dead(timers->items[0].owner))
            return &timers->items[0];
        timers->cancelled--;
        drop_first(timers);
    }
    return NULL;
}

Obj *timers_take_due(Timers *timers, int64_t now_ns, int64_t *when_ns)
{
    const Timer *first = timers_first(timers);
    if (!first || first->when_ns > now_ns)
        return NULL;
    Obj *owner = first->owner;
    *when_ns = first->when_ns;
    drop_first(timers);
    return owner;
}

void timers_visit(Marker *marker, const Timers *timers)
{
    for (size_t i = 0; i < timers->count; i++)
        mark_object(marker, timers->items[i].owner);
}
