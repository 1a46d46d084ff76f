/* observe.h - what can be seen of a run from outside: events (docs/events.md). With nobody looking,
 * EMIT costs one predictable branch and the event is not even built. */
#ifndef VM_OBSERVE_H
#define VM_OBSERVE_H

#include "object/object.h"

enum {
#define EVENT(name, fields) EV_##name,
#include "vm/events.def"
#undef EVENT
    EV_COUNT
};

/* What an event is about: T task, F Future, H handle, C coroutine, Y generator, G greenlet, S lock, event,
 * semaphore or queue, R frame. Numbers count from 1 in each run; n 0: nothing. */
typedef struct Id {
    uint32_t n;
    char letter;
} Id;
#define ID(letter, n) ((Id){ (n), (letter) })

static inline bool id_same(Id a, Id b)
{
    return a.n == b.n && (a.letter == b.letter || a.n == 0);
}

/* One event, as built at the place where it happens. Which fields count is said by events.def. */
typedef struct Event {
    uint16_t kind;            /* EV_x                                                                   */
    Id id, id2, id3;          /* what it is about: order given by events.def                            */
    int64_t number, number2, number3;
    const char *word, *word2; /* kind, why, how: static strings                                         */
    Value value;              /* shown as short repr                                                    */
    Value list;               /* sync: the Futures that wait (a list or deque); report: its arguments      */
    const Function *fn;       /* the function it is about                                               */
    const Frame *frame;       /* `at`, `r`, or the tip of the chain; NULL: vm->frame                    */
    const Str *text;
} Event;

typedef struct Observer {
    void (*event)(struct Observer *self, VM *vm, const Event *event);
} Observer;

void observe(VM *vm, const Event *event); /* observe.c: passes it to vm->observer */
/* The id of an object, given when first asked for; the letter follows from its kind. */
Id observe_id(VM *vm, Obj *obj);

#define EMIT(vm, what, ...)                                                                             \
    (UNLIKELY((vm)->observer != NULL)                                                                   \
         ? observe((vm), &(Event){ .kind = EV_##what, __VA_ARGS__ })                                     \
         : (void)0)

#endif
