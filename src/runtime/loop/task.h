/* task.h - a Task drives one coroutine. Where it is, is visible in fields that always agree:
 *   where       waits_on    flags         in the ready queue
 *   ready       NULL        QUEUED        yes: its first step, or it gave way
 *   woken       a Future    QUEUED        yes: what it waited for is done
 *   running     NULL        0             no; it is loop->current
 *   waiting     a Future    0             no; it is among that Future's callbacks
 *   done        NULL        0             no; result or exception is set, the coroutine is released
 * PEP 492, asyncio/tasks.py. */
#ifndef RUNTIME_LOOP_TASK_H
#define RUNTIME_LOOP_TASK_H

#include "runtime/loop/future.h"

enum { /* Task.task_flags */
    TASK_QUEUED = 1,         /* an entry of the ready queue                                             */
    TASK_MUST_CANCEL = 2,    /* cancel() came while it was ready, woken or running; message in result    */
    TASK_THROW = 4,          /* the next step throws `result` in                                        */
    TASK_LOG_DESTROY = 8,    /* tell if it dies pending                                                 */
    TASK_GAVE_WAY = 16,      /* for the event: queued by sleep(0)                                       */
    TASK_ON_PATH = 64,       /* a walk down a chain of waits has been here                             */
    TASK_LISTED = 32,        /* in the loop's list of unfinished Tasks                                  */
    TASK_TOLD = 128,         /* a report has named it: once is enough                                    */
    TASK_LOOKED_AT = 512,    /* report_idle has seen it wait here                                        */
    TASK_CAN_GO_ON = 256,    /* survey: what it waits for can still come about                              */
};

struct Task {
    Future future;           /* a Task is a Future: state, result, callbacks; KIND_TASK; aux: id (T)     */
    Value coro;              /* what it drives; UNSET once done... kept for get_coro and repr             */
    Value waits_on;          /* Future, or whatever has _asyncio_future_blocking; UNSET                    */
    Value context;           /* see contextvars.h                                                      */
    Task *next, *previous;   /* unfinished Tasks of the loop                                            */
    uint32_t number;         /* the N of Task-N; 0: it was given a name, which stands in heap_attrs      */
    uint16_t cancels;        /* cancelling()                                                            */
    uint16_t task_flags;
};

static inline bool task_is(Value v)
{
    return value_is_kind(v, KIND_TASK);
}
/* A Task in `loop` for a coroutine (checked: TypeError). name, context UNSET or NONE: the default. It is
 * queued for the next round. NULL: raised. [script for odd names] */
Task *task_new(VM *vm, Loop *loop, Class *cls, Value coro, Value name, Value context);
/* One step. false: an exception that ends the run is pending. [script] */
MUST_CHECK bool task_step(Task *task);
MUST_CHECK bool task_step_untold(Task *task); /* the same while nobody observes */
void task_queue(Task *task, const char *kind, const char *why); /* a step in the next round */
void task_visit(Marker *marker, Obj *obj);          /* for the collector */
bool task_types_setup(VM *vm, LoopState *state);
void task_finalise(VM *vm, Task *task);            /* "Task was destroyed but it is pending!" [script] */
void task_spare(Task *task);                       /* it and its coroutine outlive the end, silently */
bool coroutine_is(VM *vm, Value v);                /* asyncio.iscoroutine */
Value task_all(VM *vm, Loop *loop);                /* a set of unfinished Tasks, oldest first */
Value ensure_future(VM *vm, Value v, Loop *loop);  /* [script] */

#endif
