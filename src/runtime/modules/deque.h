/* deque.h - the ring behind collections.deque: for collections.c, and for runtime/loop, whose queues and waiters
 * lie in deques. */
#ifndef RUNTIME_MODULES_DEQUE_H
#define RUNTIME_MODULES_DEQUE_H

#include "runtime/runtime.h"

typedef struct Deque {
    Value *items;      /* ring: item i lies at (head + i) & (capacity - 1)           */
    size_t head, count, capacity; /* capacity: a power of two, or 0                    */
    int64_t maxlen;    /* -1: none                                                     */
    uint64_t changes;  /* counts what iteration must not see                            */
    bool in_repr;
} Deque;

static inline Value *deque_slot(const Deque *d, size_t i)
{
    return &d->items[(d->head + i) & (d->capacity - 1)];
}

static inline bool deque_is(VM *vm, Value v) /* or an instance of a subclass */
{
    return value_is_kind(v, KIND_BLOB) && value_obj(v)->aux == runtime_of(vm)->blob_types[BLOB_DEQUE] - 1;
}

static inline Deque *deque_data(Value v)
{
    return ((Blob *)(void *)value_obj(v))->data;
}

bool deque_grow(VM *vm, Deque *d); /* room for one more; false: raised */

static inline bool deque_push(VM *vm, Deque *d, Value v) /* false: raised */
{
    if (d->maxlen >= 0 && d->count == (size_t)d->maxlen) {
        if (d->maxlen == 0)
            return true;
        d->head = (d->head + 1) & (d->capacity - 1);
        d->count--;
    }
    if (UNLIKELY(d->count == d->capacity) && !deque_grow(vm, d))
        return false;
    *deque_slot(d, d->count++) = v;
    d->changes++;
    return true;
}

static inline Value deque_take_first(Deque *d) /* it must not be empty */
{
    Value v = d->items[d->head];
    d->head = (d->head + 1) & (d->capacity - 1);
    d->count--;
    d->changes++;
    return v;
}

#endif
