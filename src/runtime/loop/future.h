/* future.h - a result to come. What Future and Task share.
 *   state      result                         callbacks
 *   PENDING    a sleep's value to be, or UNSET those who wait, in order
 *   FINISHED   the result, or the exception     none: they were scheduled when it was set
 *   CANCELLED  the CancelledError or message    none
 * Nothing leaves FINISHED or CANCELLED. Setting a result runs nothing: callbacks and waiting Tasks go to
 * the ready queue, in the order in which they came. */
#ifndef RUNTIME_LOOP_FUTURE_H
#define RUNTIME_LOOP_FUTURE_H

#include "runtime/loop/loop.h"

enum { FUTURE_PENDING, FUTURE_FINISHED, FUTURE_CANCELLED };
enum { FUTURE_PLAIN, FUTURE_SLEEP, FUTURE_GIVE_WAY, FUTURE_TASK, FUTURE_GATHER }; /* Future.kind */
enum { /* Future.flags */
    FUTURE_BLOCKING = 1,     /* _asyncio_future_blocking: somebody just suspended on it                   */
    FUTURE_ERROR = 2,        /* FINISHED with an exception                                              */
    FUTURE_LOG = 4,          /* the exception was not looked at yet                                     */
    FUTURE_HAS_EXC = 8,      /* CANCELLED: result is the CancelledError itself, to be raised once         */
    FUTURE_ARMED = 16,       /* a sleep: an entry of the timer heap refers to it                          */
    FUTURE_CANCEL_ASKED = 32, /* a gather: cancel() reached a child                                     */
    FUTURE_IN_REPR = 64,     /* its repr is being made: a cycle shows as ...                             */
};

typedef struct {
    Value callback;          /* a Task itself: wake it up; a gather(): tell it                         */
    Value context;           /* True for these two                                                     */
} FutureCallback;

typedef struct {
    uint32_t count, capacity;
    FutureCallback items[];
} FutureCallbacks;

struct Future {              /* KIND_FUTURE; aux: id in traces (F, or T)                               */
    Obj obj;
    Loop *loop;
    Value result;
    FutureCallback first;    /* callback UNSET: there is none                                           */
    FutureCallbacks *more;   /* the others; an array of the heap, or NULL                                */
    uint8_t state, kind, flags, spare;
    union {
        uint32_t tb_count;   /* failed: traceback entries the exception had when it was set                */
        uint32_t made_line;  /* pending, plain: where the script made it, for reports                        */
        uint32_t handle_id;  /* pending: id of the handle of a sleep's timer, of a Task's next step, in traces */
    };
};

static inline bool future_is(Value v) /* Future or Task, subclasses included */
{
    return value_is_kind(v, KIND_FUTURE) || value_is_kind(v, KIND_TASK);
}
static inline Future *as_future(Value v)
{
    return AS(Future, v);
}
static inline bool future_done(const Future *future)
{
    return future->state != FUTURE_PENDING;
}
static inline bool future_failed(const Future *future)
{
    return (future->flags & FUTURE_ERROR) != 0;
}

Future *future_tell_new(Future *future);          /* emits `fut_new`; debug mode: notes its origin */
static inline Future *future_new(Loop *loop, uint8_t kind) /* never fails (a small cell) */
{
    VM *vm = loop->vm;
    Future *future = heap_new(vm->heap, KIND_FUTURE, sizeof *future);
    future->loop = loop;
    future->kind = kind;
    future->obj.aux = ++vm->next_id['F']; /* in every run: a report names the same Futures as a trace */
    return OBSERVED(vm) || loop->debug ? future_tell_new(future) : future;
}
/* For made_line: the line of the script that runs; 0: the library makes it for its own ends. */
static inline uint32_t future_made_line(const VM *vm)
{
    return vm->frame && !(vm->frame->func->code->flags & CODE_HIDDEN) ? frame_line(vm->frame) : 0;
}
/* Will a callback of `future` set `goal`? As those of gather(), wait(), shield() and a TaskGroup do. */
bool future_leads_to(VM *vm, const Future *future, const Future *goal);
Future *future_new_told(Loop *loop, const char *word, Obj *owner); /* with fields of `fut_new`; owner: an S or NULL */
/* These answer false when it was done already (nothing pending). */
bool future_set_result(VM *vm, Future *future, Value result);
bool future_set_exception(VM *vm, Future *future, Value exception); /* an instance */
bool future_cancel(Future *future, Value message);
/* The result, or RAISED: its exception, CancelledError, InvalidStateError. Marks it as looked at. */
Value future_result(VM *vm, Future *future);
Value future_take_result(VM *vm, Future *future); /* the same without the event `seen` */
Value future_cancelled_error(VM *vm, Future *future); /* a CancelledError instance; UNSET: raised */
/* Registers; a done future schedules at once. false: no memory (raised). */
bool future_add_callback(VM *vm, Future *future, Value callback, Value context);
bool future_add_gather(VM *vm, Future *future, Future *gather); /* not done yet; false: raised */
void future_add_wakeup_slow(VM *vm, Future *future, Task *task); /* it is done, or the Task is not the first */
static inline __attribute__((always_inline)) void future_add_wakeup(VM *vm, Future *future, Task *task)
{
    if (LIKELY(!future_done(future) && value_is_unset(future->first.callback)))
        future->first = (FutureCallback){ OBJ(task), VALUE_TRUE };
    else
        future_add_wakeup_slow(vm, future, task);
}
void future_add_wakeup_told(VM *vm, Future *future, Task *task); /* the same while somebody observes */
void future_drop_wakeup(Future *future, Task *task); /* the Task waits for it no longer */
int future_poll(VM *vm, Value future, Value *out); /* vm->future_poll */
int future_poll_told(VM *vm, Value future, Value *out); /* the same while somebody observes */
void future_visit(Marker *marker, Obj *obj);
void future_release(Heap *heap, Obj *obj);
bool future_types_setup(VM *vm, LoopState *state);
void future_finalise(VM *vm, Future *future);      /* "exception was never retrieved" [script] */
Future *future_sleep(Loop *loop, int64_t delay_ns, Value result); /* NULL: raised */

/* `<Name state, what middle writes, result or exception, callbacks>`; NULL: raised. [script] */
Str *future_repr_with(VM *vm, Future *future, bool (*middle)(VM *vm, StrBuilder *out, Future *future));
Str *future_short_repr(VM *vm, Value v);           /* reprlib.repr(v) [script] */

/* runtime/types: Future[int], Task[int] */
Value alias_class_getitem(VM *vm, Value *args, int nargs);

#endif
