/* fiber_internal.h - the few stores that resume and suspend a fiber, inline for interp.c and fiber.c.
 * The picture is at the head of fiber.h. */
#ifndef VM_FIBER_INTERNAL_H
#define VM_FIBER_INTERNAL_H

#include "vm/vm_internal.h"

/* fiber.c, for asyncgen.c as well: __iter__ that answers self; repr; the exception that method(self, type, value, traceback) means
 * (UNSET: raised); a resumption's outcome as send() shows it. */
Value fiber_self(VM *vm, Value *args, int nargs);
Value fiber_repr(VM *vm, Value *args, int nargs);
Value fiber_exception_of(VM *vm, const char *method, Value *args);
Value fiber_result(VM *vm, RunResult how, Value out);
/* RecursionError unless one more chain may run; a coroutine that was never started is then over. */
bool fiber_has_depth(VM *vm, Fiber *fiber);
extern const NativeSpec asyncgen_methods[]; /* asyncgen.c */
extern const TypeSpec asend_spec;

/* Where the value a suspended frame waits for goes: a SEND is run again with it, a YIELD gets it. */
static inline void frame_deliver_sent(Frame *tip, Value sent)
{
    const Instr *last = tip->pc - 1;
    if (last->op == OP_SEND) {
        tip->r[last->c] = sent;
        tip->pc = last;
    } else {
        tip->r[last->a] = sent;
    }
}

/* vm->frame becomes the fiber's tip. The fiber must be CREATED or SUSPENDED. */
static inline void fiber_enter(VM *vm, Fiber *fiber, FiberMode mode, Value sent)
{
    if (fiber->state == FIBER_SUSPENDED)
        frame_deliver_sent(fiber->tip, sent);
    fiber->state = FIBER_RUNNING;
    fiber->mode = (uint8_t)mode;
    fiber->prev = vm->fiber;
    vm->fiber = fiber;
    fiber->base.caller = vm->frame;
    vm->frame = fiber->tip;
    uint32_t handling = fiber->handling, depth = fiber->depth;
    fiber->handling = vm->handling; /* while running: what to go back to */
    fiber->depth = vm->depth;
    vm->handling += handling;
    vm->depth += depth;
}

/* A coroutine or generator awaited by the running frame: its chain is lent, vm->fiber stays. */
static inline void fiber_enter_lent(VM *vm, Fiber *fiber, Value sent)
{
    if (fiber->state == FIBER_SUSPENDED)
        frame_deliver_sent(fiber->tip, sent);
    fiber->state = FIBER_RUNNING;
    fiber->mode = FIBER_BY_AWAIT;
    fiber->base.caller = vm->frame;
    vm->frame = fiber->tip;
    vm->depth += fiber->depth;
    vm->handling += fiber->handling;
    fiber->handling = 0;
}

/* The running fiber stops with vm->frame as its tip; control is with its resumer's frame. */
static inline Fiber *fiber_suspend(VM *vm)
{
    Fiber *fiber = vm->fiber;
    fiber->tip = vm->frame;
    fiber->state = FIBER_SUSPENDED;
    vm->frame = fiber->base.caller;
    fiber->base.caller = NULL;
    vm->fiber = fiber->prev;
    uint32_t handling = fiber->handling, depth = fiber->depth;
    fiber->handling = vm->handling - handling;
    fiber->depth = vm->depth - depth;
    vm->handling = handling;
    vm->depth = depth;
    return fiber;
}

#endif
