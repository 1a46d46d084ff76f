/* fiber.h - a chain of frames that can be suspended and gone on with: the one thing behind generator,
 * coroutine, asynchronous generator and greenlet.
 *
 *   suspended   f.base.caller == NULL,  f.tip = innermost frame of the chain
 *   resume f    f.prev = vm.fiber;  vm.fiber = f;  f.base.caller = vm.frame;  vm.frame = f.tip
 *   suspend     f = vm.fiber;  f.tip = vm.frame;  vm.frame = f.base.caller;  f.base.caller = NULL;
 *               vm.fiber = f.prev                    a few stores, whatever the depth of the chain
 *   await c     c.base.caller = vm.frame;  vm.frame = c.tip     c's chain is lent: vm.fiber stays
 *
 *   state       tip        base.caller     meaning
 *   CREATED     base       NULL            no instruction has run
 *   SUSPENDED   innermost  NULL            stopped at a yield or await
 *   RUNNING     (stale)    the resumer     its frames are part of vm.frame's chain, or of the chain of
 *                                          the fiber it is lent to
 *   DONE        NULL       NULL            ended; registers are cleared                              */
#ifndef VM_FIBER_H
#define VM_FIBER_H

#include "vm/frame.h"

typedef enum { FIBER_CREATED, FIBER_SUSPENDED, FIBER_RUNNING, FIBER_DONE } FiberState;

/* Who resumed the fiber, that is: what becomes of a yielded value and of the end. */
typedef enum {
    FIBER_BY_FOR,      /* FORITER: value to R[a] and skip the JUMP; end: do the JUMP                     */
    FIBER_BY_NEXT,     /* next(), send(), throw(): value to R[a]; end: raise StopIteration(value)         */
    FIBER_BY_AWAIT,    /* SEND: lent; the end delivers the value to R[a]                                  */
    FIBER_BY_C,        /* fiber_resume from C: vm_run returns                                            */
} FiberMode;

struct Fiber {
    Obj obj;              /* kind GENERATOR, COROUTINE, ASYNCGEN or GREENLET; aux: id in traces           */
    Frame *tip;
    union {
        Fiber *prev;      /* while resumed: the fiber that was running before                             */
        Str *made_in;     /* CREATED: file of made_line; NULL: made by C or by the library                */
    };
    uint8_t state, mode;
    uint8_t fresh;        /* made by the call right before GETITER: ENDFOR may close it                   */
    uint8_t flags;        /* FIBER_x                                                                      */
    uint32_t handling;    /* suspended: how many handlers are active in the chain; running: outside it      */
    uint32_t depth;       /* the same for frames (vm->depth)                                               */
    uint32_t made_line;   /* of the call that made it; 0: made by C                                        */
    Frame base;           /* must be last: its registers follow. A greenlet has no registers here;
                             its frames lie on its own stack (greenlet.c)                                  */
};
enum {
    FIBER_TOLD = 4,       /* coroutine, not started: the prompt has said that it was not awaited           */
    FIBER_HOOKED = 1,     /* async generator: the loop knows it                                            */
    FIBER_CLOSING = 2,    /* aclose() has begun                                                            */
    FIBER_BY_SCRIPT = 16, /* made_in is a file of the script, not of the library                          */
    FIBER_UNSEEN = 32,    /* coroutine, awaited by the call that made it: only that SEND refers to it, so its end
                             gives its memory back at once                                         */
    FIBER_BUSY = 8,       /* suspended, but what it waits for is being thrown into or closed               */
};

typedef enum { RUN_RETURNED, RUN_SUSPENDED, RUN_RAISED } RunResult;

/* A new generator/coroutine/async generator for a call of `func` (kind by code->flags); its registers
 * are to be bound by the caller. NULL: MemoryError pending. */
Fiber *fiber_new(VM *vm, Function *func);
/* From C (the loop, natives that drive generators): runs the fiber until it yields (RUN_SUSPENDED: the
 * value yielded is in *out), returns (its value) or raises (pending). `to_throw` UNSET: `send` is sent.
 * [script] */
RunResult fiber_resume(VM *vm, Fiber *fiber, Value send, Value to_throw, Value *out);
/* close(): throws GeneratorExit in. false: an exception is pending. [script] */
bool fiber_close(VM *vm, Fiber *fiber, Value *returned);
/* What the innermost frame waits for (cr_await of the tip), or UNSET. */
Value fiber_awaits(VM *vm, const Fiber *fiber);
/* __name__, or __qualname__: the function's, unless a script has set another (kept among the attributes). */
Str *fiber_name(VM *vm, Fiber *fiber, bool qualified);
/* The line where a suspended or running fiber's own base frame stands; 0: it is done. */
uint32_t fiber_line(VM *vm, const Fiber *fiber);
static inline Fiber *fiber_of_frame(Frame *frame) /* frame has FRAME_FIBER */
{
    return (Fiber *)(void *)((char *)frame - offsetof(Fiber, base));
}
static inline Function *fiber_function(const Fiber *fiber)
{
    return fiber->base.func;
}

#endif
