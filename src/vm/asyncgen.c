/* asyncgen.c - asynchronous generators (PEP 525): what asend(), athrow(), aclose() and __anext__() make, and how
 * SEND drives it. Everything else they share with generators and coroutines: fiber.c. */
#include "vm/fiber_internal.h"

/* --- asynchronous generators (PEP 525) --------------------------------------------------------------------
 * asend(), athrow(), aclose(), __anext__() make an awaitable: Slots of class asend_class:
 *   v[0] the generator   v[1] what to send or throw   v[2] mode   v[3] state   v[4] driver coroutine */
enum { ASEND_SEND, ASEND_THROW, ASEND_CLOSE };
enum { ASEND_NEW, ASEND_STARTED, ASEND_OVER };

static Value asend_new(VM *vm, Value agen, Value value, int mode)
{
    Fiber *fiber = AS(Fiber, agen);
    if (!(fiber->flags & FIBER_HOOKED)) {
        fiber->flags |= FIBER_HOOKED;
        if (vm->asyncgen_hook)
            vm->asyncgen_hook(vm, fiber);
    }
    Slots *s = slots_new(vm->heap, vm->asend_class, 5);
    if (!s)
        return raise_memory(vm);
    s->v[0] = agen;
    s->v[1] = value;
    s->v[2] = value_small(mode);
    s->v[3] = value_small(ASEND_NEW);
    return OBJ(s);
}

/* SEND on such an awaitable. *entered: the generator's frame is vm->frame now (its yield answers into the
 * SEND's register), perhaps with an exception pending to be raised there; else *result is the value. */
bool asend_start(VM *vm, Slots *s, Value *result, bool *entered)
{
    *entered = false;
    Fiber *fiber = AS(Fiber, s->v[0]);
    int mode = (int)value_int(s->v[2]);
    if (value_int(s->v[3]) != ASEND_NEW) {
        const char *name = mode == ASEND_SEND ? "__anext__()/asend()" : "aclose()/athrow()";
        raise_runtime(vm, "cannot reuse already awaited %s", name);
        return false;
    }
    s->v[3] = value_small(ASEND_OVER);
    if (fiber->state == FIBER_RUNNING) {
        const char *name = mode == ASEND_SEND ? "anext()" : mode == ASEND_THROW ? "athrow()" : "aclose()";
        raise_runtime(vm, "%s: asynchronous generator is already running", name);
        return false;
    }
    if (mode == ASEND_CLOSE) {
        if (fiber->state == FIBER_DONE || fiber->state == FIBER_CREATED) {
            fiber->state = FIBER_DONE;
            *result = VALUE_NONE;
            return true;
        }
        fiber->flags |= FIBER_CLOSING;
    }
    if (mode == ASEND_SEND) {
        if (fiber->state == FIBER_DONE) {
            Value stop = exception_make(vm, vm->exc[EXC_StopAsyncIteration], 0, NULL);
            if (!value_is_unset(stop))
                raise_exception(vm, stop);
            return false;
        }
        if (fiber->state == FIBER_CREATED && !value_is_none(s->v[1])) {
            raise_type(vm, "can't send non-None value to a just-started async generator");
            return false;
        }
        if (UNLIKELY(!fiber_has_depth(vm, fiber)))
            return false;
        fiber_enter_lent(vm, fiber, s->v[1]);
        *entered = true;
        return true;
    }
    Value exception = mode == ASEND_CLOSE ? exception_make(vm, vm->exc[EXC_GeneratorExit], 0, NULL) : s->v[1];
    if (value_is_unset(exception))
        return false;
    if (fiber->state == FIBER_DONE || fiber->state == FIBER_CREATED) {
        fiber->state = FIBER_DONE;
        fiber->obj.flags &= (uint8_t)~OBJ_FINALISE;
        vm->exception = exception;
        return false;
    }
    fiber->state = FIBER_CREATED; /* deliver nothing */
    fiber_enter_lent(vm, fiber, VALUE_NONE);
    vm->exception = exception;
    *entered = true;
    return true;
}

static Value agen_asend(VM *vm, Value *args, int nargs)
{
    return asend_new(vm, args[0], args[1], ASEND_SEND);
}
static Value agen_anext(VM *vm, Value *args, int nargs)
{
    return asend_new(vm, args[0], VALUE_NONE, ASEND_SEND);
}
static Value agen_athrow(VM *vm, Value *args, int nargs)
{
    Value exception = fiber_exception_of(vm, "athrow", args);
    return value_is_unset(exception) ? VALUE_RAISED : asend_new(vm, args[0], exception, ASEND_THROW);
}
static Value agen_aclose(VM *vm, Value *args, int nargs)
{
    return asend_new(vm, args[0], VALUE_NONE, ASEND_CLOSE);
}
const NativeSpec asyncgen_methods[] = {
    { "__aiter__", fiber_self, "self, /", 0, 0, 0, "self" },
    { "__anext__", agen_anext, "self, /", 0, 0, 0, "awaitable of the next value" },
    { "asend", agen_asend, "self, value, /", 0, 0, 0, "awaitable: resume with a value" },
    { "athrow", agen_athrow, "self, type, value=None, traceback=None, /", 0, 0, 0, "awaitable: raise at the yield" },
    { "aclose", agen_aclose, "self, /", 0, 0, 0, "awaitable: raise GeneratorExit at the yield" },
    { "__repr__", fiber_repr, "self, /", 0, 0, 0, "repr(self)" },
    { 0 },
};

/* Driving such an awaitable by hand (a.send(None)): by a coroutine `await a` made of four instructions. */
static Fiber *asend_driver(VM *vm, Slots *s)
{
    if (value_is_obj(s->v[4]))
        return AS(Fiber, s->v[4]);
    Code *code = code_new(vm->heap);
    static const Instr program[] = {
        { .op = OP_LOADNONE, .a = 1 },
        { .op = OP_SEND, .a = 2, .b = 0, .c = 1 },
        { .op = OP_RETURN, .a = 2 },
    };
    if (!code || !(code->instrs = heap_array(vm->heap, NULL, 0, sizeof program)) ||
        !(code->locs = heap_array(vm->heap, NULL, 0, 3 * sizeof(Loc)))) {
        raise_memory(vm);
        return NULL;
    }
    memcpy(code->instrs, program, sizeof program);
    memset(code->locs, 0, 3 * sizeof(Loc));
    code->ninstrs = 3;
    code->nregs = 3;
    code->argcount = 0;
    code->flags = CODE_GENERATOR | CODE_HIDDEN;
    code->name = code->qualname = code->filename = code->source_name = NAME(vm, asend);
    code->doc = VALUE_NONE;
    Function *func = function_new(vm, code, vm->builtins->dict);
    Fiber *fiber = fiber_new(vm, func);
    fiber->base.r[0] = OBJ(s);
    s->v[4] = OBJ(fiber);
    return fiber;
}
/* The driver, unless the awaitable is used up. NULL: raised. */
static Fiber *asend_driver_for_use(VM *vm, Slots *s)
{
    Fiber *driver = asend_driver(vm, s);
    if (driver && driver->state == FIBER_DONE) {
        raise_runtime(vm, "cannot reuse already awaited %s",
                      value_int(s->v[2]) == ASEND_SEND ? "__anext__()/asend()" : "aclose()/athrow()");
        return NULL;
    }
    return driver;
}
static Value asend_send(VM *vm, Value *args, int nargs)
{
    Fiber *driver = asend_driver_for_use(vm, as_slots(args[0]));
    if (!driver)
        return VALUE_RAISED;
    Value out;
    RunResult how = fiber_resume(vm, driver, args[1], VALUE_UNSET, &out);
    return fiber_result(vm, how, out);
}
static Value asend_next(VM *vm, Value *args, int nargs)
{
    Value window[2] = { args[0], VALUE_NONE };
    return asend_send(vm, window, 2);
}
static Value asend_throw(VM *vm, Value *args, int nargs)
{
    Fiber *driver = asend_driver_for_use(vm, as_slots(args[0]));
    if (!driver)
        return VALUE_RAISED;
    Value exception = fiber_exception_of(vm, "throw", args);
    if (value_is_unset(exception))
        return VALUE_RAISED;
    vm_keep(vm, exception);
    Value out;
    RunResult how = fiber_resume(vm, driver, VALUE_NONE, exception, &out);
    return fiber_result(vm, how, out);
}
static Value asend_close(VM *vm, Value *args, int nargs)
{
    Slots *s = as_slots(args[0]);
    s->v[3] = value_small(ASEND_OVER);
    if (!value_is_obj(s->v[4]))
        return VALUE_NONE;
    return fiber_close(vm, AS(Fiber, s->v[4]), NULL) ? VALUE_NONE : VALUE_RAISED;
}
static const NativeSpec asend_methods[] = {
    { "__await__", fiber_self, "self, /", 0, 0, 0, "self" },
    { "__iter__", fiber_self, "self, /", 0, 0, 0, "self" },
    { "__next__", asend_next, "self, /", 0, 0, 0, "" },
    { "send", asend_send, "self, value, /", 0, 0, 0, "" },
    { "throw", asend_throw, "self, type, value=None, traceback=None, /", 0, 0, 0, "" },
    { "close", asend_close, "self, /", 0, 0, 0, "" },
    { 0 },
};

/* GETANEXT: the awaitable of aiter.__anext__(), made ready for SEND. */
Value fiber_anext(VM *vm, Value aiter)
{
    if (value_is_kind(aiter, KIND_ASYNCGEN))
        return asend_new(vm, aiter, VALUE_NONE, ASEND_SEND);
    Value awaitable = vm_call_special(vm, aiter, NAME(vm, __anext__), 0, NULL);
    if (value_is_unset(awaitable))
        return raise_type(vm, "'async for' requires an iterator with __anext__ method, got %T", aiter);
    if (value_is_raised(awaitable))
        return awaitable;
    Value v = fiber_awaitable(vm, vm_keep(vm, awaitable), 0);
    if (!value_is_raised(v))
        return v;
    Value cause = vm_take_exception(vm);
    vm_keep(vm, cause);
    raise_type(vm, "'async for' received an invalid object from __anext__: %T", awaitable);
    if (value_is_exception(vm->exception)) {
        as_exception(vm->exception)->cause = as_exception(vm->exception)->context = cause;
        value_obj(vm->exception)->flags |= EXC_SUPPRESS;
    }
    return VALUE_RAISED;
}

const TypeSpec asend_spec = { "async_generator_asend", "builtins", NULL, KIND_SLOTS, CLASS_FINAL, asend_methods, NULL };
