/* selfcheck_internal.h - what the rooms of `--selfcheck` share. selfcheck.c asks the questions that come with each event;
 * selfcheck_heap.c looks at whatever lives on the heap; selfcheck_made.c takes notes of who did what, which the runtime
 * itself does not keep; selfcheck_compare.c compares two answers. */
#ifndef TRACE_SELFCHECK_INTERNAL_H
#define TRACE_SELFCHECK_INTERNAL_H

#include "runtime/loop/loop.h"
#include "runtime/loop/task.h"
#include "trace/selfcheck.h"

typedef struct TaskNote {    /* of Tn, taken from the runtime when it was made; by items[n - 1]             */
    Id parent;
    TracePlace at;
    bool taken;
} TaskNote;

typedef struct SetNote {     /* who set Fn                                                              */
    Id setter;
    bool taken;
} SetNote;

struct Selfcheck {
    VM *vm;
    State *state;
    const TraceEvent *event;
    uint32_t loops;          /* how many are open; 0: not counted at this event                                */
    size_t ready, timers, watched; /* what they hold together                                              */
    VEC(TaskNote) made;
    VEC(SetNote) set;
};

typedef struct SelfcheckText {
    char bytes[300];
    size_t used;
} SelfcheckText;

void check_put(SelfcheckText *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void check_put_id(SelfcheckText *text, Id id);
void selfcheck_differ(const Selfcheck *c, const char *what, const char *runtime, const char *reducer);
void selfcheck_numbers(const Selfcheck *c, const char *what, int64_t runtime, int64_t reducer);
void selfcheck_ids(const Selfcheck *c, const char *what, Id runtime, Id reducer);
void selfcheck_words(const Selfcheck *c, const char *what, Id of, const char *runtime, const char *reducer);

/* The frames from `tip` outwards, innermost first, with the links of a chain from its end. */
void selfcheck_chain(const Selfcheck *c, Id of, const Frame *tip, const TraceLink *chain, uint32_t count);
/* Futures, Tasks that ended, coroutines, generators, greenlets, locks, events, queues. */
void selfcheck_object(const Selfcheck *c, Obj *obj);

/* With each event: what it makes or sets is noted, with who does it and where. */
void selfcheck_take_notes(Selfcheck *c);
/* What the reducer says of a task against the notes: parent, place; what woke it, who set that. */
void selfcheck_made(const Selfcheck *c, const StateTask *row);
void selfcheck_woken(const Selfcheck *c, const StateTask *row);

#endif
