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

/* `await f(...)`: a coroutine that runs at once, its chain lent to the running frame; vm->frame becomes its frame. NULL:
 * raised, wrong arguments. vm->depth must be below its limit. */
static inline Fiber *fiber_call_awaited(VM *vm, Function *func, Value *args, unsigned nargs, Tuple *kwnames)
{
    const Code *code = func->code;
    Fiber *fiber = heap_take_cell(vm->heap, KIND_COROUTINE, sizeof *fiber + code->nregs * sizeof(Value), sizeof *fiber, false);
    fiber->base.pc = code->instrs;
    fiber->base.func = func;
    fiber->base.flags = FRAME_FIBER;
    fiber->state = FIBER_RUNNING;
    fiber->mode = FIBER_BY_AWAIT;
    fiber->flags = FIBER_UNSEEN;
    if (LIKELY(code_is_simple(code) && code->argcount == nargs && !kwnames)) {
        size_t i = 0;
        for (; i < nargs; i++)
            fiber->base.r[i] = args[i];
        frame_clear(fiber->base.r, i, code->nregs);
    } else if (!call_bind(vm, func, fiber->base.r, args, (int)nargs, kwnames)) {
        fiber->state = FIBER_DONE;
        return NULL;
    }
    if (vm->fiber && !(vm->fiber->obj.flags & OBJ_FINALISE))
        heap_set_finalise(vm->heap, &vm->fiber->obj); /* when it dies, what it awaits must be closed */
    fiber->base.caller = vm->frame;
    vm->frame = &fiber->base;
    vm->depth++;
    return fiber;
}

/* A lent fiber has come to its end: where the running one was suspended last is no frame of it. */
static inline void fiber_leave_tip(VM *vm, const Frame *base)
{
    if (vm->fiber && vm->fiber->tip == base)
        vm->fiber->tip = vm->frame;
}

static inline bool fiber_is_unseen(const Fiber *fiber) /* and it ends as it began, and no trace has told of it */
{
    return fiber->flags == FIBER_UNSEEN && fiber->mode == FIBER_BY_AWAIT && fiber->obj.aux == 0;
}

/* An unseen coroutine returns: as fiber_end, and its memory is free. The SEND's operand was the last reference. */
static inline void fiber_end_unseen(VM *vm, Fiber *fiber)
{
    Frame *caller = fiber->base.caller;
    vm->frame = caller;
    vm->depth--;
    fiber_leave_tip(vm, &fiber->base);
    caller->r[caller->pc[-1].b] = VALUE_UNSET;
    fiber->state = FIBER_DONE;
    fiber->base.caller = NULL;
    heap_give_back(vm->heap, &fiber->obj);
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
