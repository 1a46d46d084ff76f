/* handle.h - a callback with its arguments and context, waiting in the ready queue or in the timer heap. */
#ifndef RUNTIME_LOOP_HANDLE_H
#define RUNTIME_LOOP_HANDLE_H

#include "runtime/loop/loop.h"

enum { /* Handle.flags */
    HANDLE_CANCELLED = 1,
    HANDLE_SCHEDULED = 2,    /* an entry of the timer heap refers to it                                 */
    HANDLE_TIMER = 4,        /* a TimerHandle: `when` counts                                            */
    HANDLE_GATHER = 16,      /* tells a gather() (the callback) that a child (the argument) is done         */
    HANDLE_QUEUED = 32,      /* observed: an entry of the ready queue                                       */
    HANDLE_IO = 8,           /* of a descriptor or signal: runs again and again                          */
};

struct Handle {              /* KIND_HANDLE; aux: id in traces (H)                                     */
    Obj obj;
    Loop *loop;
    Value callback;          /* UNSET once cancelled                                                   */
    Value context;           /* see contextvars.h                                                      */
    double when;             /* TimerHandle: loop time in seconds, as it was given                        */
    uint32_t flags, nargs;
    Value args[];
};

/* NULL: MemoryError is pending. */
static inline __attribute__((always_inline)) Handle *handle_new(Loop *loop, bool is_timer, Value callback,
                                                              int nargs, const Value *args, Value context)
{
    Handle *handle = heap_new(loop->vm->heap, KIND_HANDLE, sizeof *handle + (size_t)nargs * sizeof(Value));
    if (is_timer) {
        handle->obj.cls = loop->state->timer_handle_class;
        handle->flags = HANDLE_TIMER;
    }
    handle->loop = loop;
    handle->callback = callback;
    handle->context = context;
    handle->nargs = (uint32_t)nargs;
    for (int i = 0; i < nargs; i++)
        handle->args[i] = args[i];
    return handle;
}
void handle_cancel(Handle *handle);
/* Calls it. false: an exception is pending that ends the run; others were reported. [script] */
MUST_CHECK bool handle_run(Handle *handle);
bool handle_types_setup(VM *vm, LoopState *state);

/* How callbacks are shown: `name() at FILE:LINE`. false: raised. [script] */
bool callback_describe(VM *vm, StrBuilder *out, Value callback, Value args, bool debug);

#endif
