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

/* One event, as built at the place where it happens. Which fields count is said by events.def. */
typedef struct Event {
    uint16_t kind;            /* EV_x */
    uint32_t id, id2, id3;    /* ids of what it is about: order given by events.def */
    int64_t number, number2, number3;
    const char *word, *word2; /* kind, why, how: static strings */
    Value value;              /* shown as short repr */
    const Frame *frame;       /* `at`, or the tip of the chain; NULL: vm->frame */
    const Str *text;
} Event;

typedef struct Observer {
    void (*event)(struct Observer *self, VM *vm, const Event *event);
} Observer;

void observe(VM *vm, const Event *event); /* observe.c: passes it to vm->observer */

#define EMIT(vm, what, ...)                                                                             \
    (UNLIKELY((vm)->observer != NULL)                                                                   \
         ? observe((vm), &(Event){ .kind = EV_##what, __VA_ARGS__ })                                     \
         : (void)0)

#endif
