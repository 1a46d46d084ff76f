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
    Id id, id2, id3, id4;     /* what it is about: order given by events.def                            */
    int64_t number, number2, number3;
    const char *word, *word2; /* kind, why, how: static strings                                         */
    Value value;              /* shown as short repr                                                    */
    Value list;               /* sync: the Futures that wait (a list or deque); report: its arguments      */
    const Function *fn;       /* the function it is about                                               */
    const Frame *frame;       /* `at`, `r`, or the tip of the chain; NULL: vm->frame                    */
    const Str *text;
    bool earlier;             /* it has been so since before anybody looked: no place, unless `frame` says one   */
} Event;

typedef struct Observer {
    void (*event)(struct Observer *self, VM *vm, const Event *event);
    /* What the world answers (kind EV_in: a line of input; EV_ext: `what`), from a recording instead of the
     * world; UNSET: ask the world. NULL: always. May not run script code. */
    Value (*answer)(struct Observer *self, VM *vm, uint16_t kind, const char *what);
} Observer;

/* Somebody begins to look, also in the middle of a run, and stops again (NULL). With `lines` every line is told:
 * call, line, leave, resume. */
void observe_begin(VM *vm, Observer *observer, bool lines);
void observe_end(VM *vm);
void vm_lines(VM *vm, bool on);
/* Instructions are counted from now on although nobody looks: vm->watch_hook is called at vm->ops_watch. */
void observe_count(VM *vm);

void observe(VM *vm, const Event *event); /* observe.c: passes it to vm->observer */
/* The id of an object, given when first asked for; the letter follows from its kind. */
Id observe_id(VM *vm, Obj *obj);
Id observe_frame_id(VM *vm, Frame *frame); /* its R */
/* The frame a reader of the script would point at: `frame` (NULL: the innermost), or the first one outwards
 * that is not of the library. NULL: the loop itself acts, no line of the script. */
Frame *observe_place(const VM *vm, const Frame *frame);
/* An answer of the world: the recorded one while a recording is played again, else `value`; tells it. */
Value observe_answer(VM *vm, uint16_t kind, const char *what, Value value);

/* Does anybody look? With -DNO_EVENTS nobody ever does: the program that `make hook-cost` compares with. */
#ifdef NO_EVENTS
#define OBSERVED(vm) ((void)(vm), false)
#define COUNTED(vm) ((void)(vm), false)
#else
#define OBSERVED(vm) UNLIKELY((vm)->observer != NULL)
#define COUNTED(vm) UNLIKELY((vm)->counted)
#endif

#define EMIT(vm, what, ...)                                                                             \
    (OBSERVED(vm) ? observe((vm), &(Event){ .kind = EV_##what, __VA_ARGS__ }) : (void)0)

#endif
