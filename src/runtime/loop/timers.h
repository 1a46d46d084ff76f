/* timers.h - the timer heap: which handle is due next.
 * A binary min-heap ordered by (when_ns, seq); seq breaks ties in arming order. An entry's owner is a
 * Handle (call_later, call_at) or the Future of a sleep(). Cancelled entries stay until they reach the
 * top or outnumber the live ones: cancelling costs O(1) amortised, and nobody needs to know where in
 * the heap he stands (compare asyncio/base_events.py, _run_once). */
#ifndef RUNTIME_LOOP_TIMERS_H
#define RUNTIME_LOOP_TIMERS_H

#include "object/heap.h"

typedef struct {
    int64_t when_ns;
    uint64_t seq;
    Obj *owner;
} Timer;

typedef struct {
    Timer *items;
    size_t count, capacity;
    size_t cancelled;      /* entries whose owner no longer wants to be woken                         */
    uint64_t next_seq;
    bool (*is_dead)(const Obj *owner); /* was the owner cancelled?                                    */
} Timers;

void timers_init(Timers *timers, bool (*is_dead)(const Obj *owner));
void timers_free(Timers *timers, Heap *heap);
MUST_CHECK bool timers_push(Timers *timers, Heap *heap, int64_t when_ns, Obj *owner); /* false: no memory */
void timers_cancelled(Timers *timers); /* one more owner in the heap has been cancelled                 */
/* The earliest live entry, or NULL; cancelled ones above it are dropped. */
const Timer *timers_first(Timers *timers);
/* Takes out the earliest live entry if it is due at now_ns; NULL: none is. */
Obj *timers_take_due(Timers *timers, int64_t now_ns, int64_t *when_ns);
void timers_visit(Marker *marker, const Timers *timers);

#endif
