/* fiber.c - generators, coroutines, asynchronous generators: making, driving from C, closing, and their
 * Python methods. The picture is in fiber.h; the interpreter does the common cases itself (YIELD, SEND,
 * FORITER). PEP 255, 342, 380, 492, 525. */
#include "vm/fiber_internal.h"

#include <stdio.h>

static bool is_coroutine(const Fiber *fiber)
{
    return (fiber->obj.kind & KIND_MASK) == KIND_COROUTINE;
}

static const char *kind_word(const Fiber *fiber)
{
    switch (fiber->obj.kind & KIND_MASK) {
    case KIND_COROUTINE: return "coroutine";
    case KIND_ASYNCGEN: return "async generator";
    default: return "generator";
    }
}

Fiber *fiber_new(VM *vm, Function *func)
{
    Code *code = func->code;
    uint8_t kind = code->flags & CODE_COROUTINE ? KIND_COROUTINE
                   : code->flags & CODE_ASYNCGEN ? KIND_ASYNCGEN
                                                 : KIND_GENERATOR;
    Fiber *fiber = heap_take_cell(vm->heap, kind, sizeof *fiber + code->nregs * sizeof(Value), sizeof *fiber, false);
    fiber->state = FIBER_CREATED;
    fiber->tip = &fiber->base;
    fiber->depth = 1;
    if (LIKELY(vm->frame != NULL)) {
        fiber->made_line = frame_line(vm->frame);
        fiber->made_in = vm->frame->func->code->filename;
        if (!(vm->frame->func->code->flags & CODE_HIDDEN))
            fiber->flags = FIBER_BY_SCRIPT;
    }
    fiber->base.pc = code->instrs;
    fiber->base.func = func;
    fiber->base.flags = FRAME_FIBER;
    frame_clear(fiber->base.r, 0, code->nregs);
    if (kind != KIND_GENERATOR || code->nhandlers)
        heap_set_finalise(vm->heap, &fiber->obj);
    return fiber;
}

/* Its base frame has returned or raised: the fiber is DONE. The frame is vm->frame's no more. */
void fiber_end(VM *vm, Fiber *fiber)
{
    bool lent = fiber->mode == FIBER_BY_AWAIT;
    vm->frame = fiber->base.caller;
    fiber->base.caller = NULL;
    if (lent) {
        vm->depth--;
        fiber_leave_tip(vm, &fiber->base);
    } else {
        vm->fiber = fiber->prev;
        vm->depth = fiber->depth;
        vm->handling = fiber->handling;
        fiber->prev = NULL;
    }
    fiber->handling = 0;
    fiber->state = FIBER_DONE;
    fiber->tip = NULL;
    fiber->obj.flags &= (uint8_t)~OBJ_FINALISE;
    frame_clear(fiber->base.r, 0, fiber->base.func->code->nregs);
}

/* From unwind: an exception (pending) leaves the base frame. */
FiberLeave fiber_leave_raised(VM *vm, Frame *base)
{
    Fiber *fiber = fiber_of_frame(base);
    FiberMode mode = fiber->mode;
    fiber_end(vm, fiber);
    if (fiber->flags & FIBER_CLOSING) { /* aclose() wanted it to end */
        fiber->flags &= (uint8_t)~FIBER_CLOSING;
        if (vm_exception_is(vm, vm->exc[EXC_GeneratorExit]) ||
            vm_exception_is(vm, vm->exc[EXC_StopAsyncIteration])) {
            vm_take_exception(vm);
            vm->frame->r[vm->frame->pc[-1].a] = VALUE_NONE;
            return LEAVE_SWALLOWED;
        }
    }
    bool stop = vm_exception_is(vm, vm->exc[EXC_StopIteration]);
    bool async_stop = (fiber->obj.kind & KIND_MASK) == KIND_ASYNCGEN &&
                      vm_exception_is(vm, vm->exc[EXC_StopAsyncIteration]);
    if (stop || async_stop) { /* PEP 479 */
        Value cause = vm_take_exception(vm);
        raise_runtime(vm, "%s raised %s", kind_word(fiber), stop ? "StopIteration" : "StopAsyncIteration");
        if (value_is_exception(vm->exception)) {
            as_exception(vm->exception)->cause = cause;
            as_exception(vm->exception)->context = cause;
            as_exception(vm->exception)->obj.flags |= EXC_SUPPRESS;
        }
    }
    return mode == FIBER_BY_C ? LEAVE_TO_C : LEAVE_GO_ON;
}

/* --- driving from C ------------------------------------------------------------------------------- */

static bool check_can_run(VM *vm, Fiber *fiber, Value send)
{
    if (fiber->state == FIBER_RUNNING || fiber->flags & FIBER_BUSY) {
        raise_value(vm, "%s already executing", kind_word(fiber));
        return false;
    }
    if (fiber->state == FIBER_CREATED && !value_is_none(send) && !value_is_unset(send)) {
        raise_type(vm, "can't send non-None value to a just-started %s", kind_word(fiber));
        return false;
    }
    return true;
}

bool fiber_has_depth(VM *vm, Fiber *fiber)
{
    if (LIKELY(vm->depth < vm->depth_limit))
        return true;
    if (fiber->state == FIBER_CREATED) { /* it was started, though it came to nothing */
        fiber->state = FIBER_DONE;
        fiber->obj.flags &= (uint8_t)~OBJ_FINALISE;
    }
    raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
    return false;
}

/* What the tip of the chain is waiting on: the operand of its SEND, or UNSET. */
Value fiber_awaits(VM *vm, const Fiber *fiber)
{
    if (fiber->state == FIBER_CREATED || fiber->state == FIBER_DONE)
        return VALUE_UNSET;
    const Frame *base = &fiber->base;
    const Instr *last = base->pc - 1;
    if (base->pc == base->func->code->instrs || last->op != OP_SEND)
        return VALUE_UNSET;
    Value awaited = base->r[last->b];
    if (value_is_exactly(awaited, KIND_COROUTINE))
        AS(Fiber, awaited)->flags &= (uint8_t)~FIBER_UNSEEN;
    return awaited;
}

uint32_t fiber_line(VM *vm, const Fiber *fiber)
{
    if (fiber->state == FIBER_DONE)
        return 0;
    if (fiber->state == FIBER_CREATED)
        return fiber->base.func->code->first_line;
    return frame_line(&fiber->base);
}

/* With an exception to throw in: the innermost iterator that is no fiber gets it first (PEP 380).
 * Answers true when `*out`/pending say what happened instead of raising at the tip: 1 yielded, 2 returned. */
enum { THROW_AT_TIP, THROW_YIELDED, THROW_RETURNED, THROW_RAISED };
static int throw_into_delegate(VM *vm, Fiber *fiber, Value exception, Value *out)
{
    Frame *tip = fiber->tip;
    if (fiber->state != FIBER_SUSPENDED)
        return THROW_AT_TIP;
    const Instr *last = tip->pc - 1;
    if (last->op != OP_SEND)
        return THROW_AT_TIP;
    Value delegate = tip->r[last->b];
    if (!value_is_obj(delegate))
        return THROW_AT_TIP;
    uint8_t kind = value_obj(delegate)->kind & KIND_MASK;
    if (kind == KIND_FUTURE || kind == KIND_TASK || kind == KIND_ASYNCGEN ||
        kind == KIND_COROUTINE || kind == KIND_GENERATOR || value_obj(delegate)->cls == vm->asend_class)
        return THROW_AT_TIP;
    bool exit = value_is_a(vm, exception, vm->exc[EXC_GeneratorExit]);
    Value method = vm_getattr_or_unset(vm, delegate, exit ? NAME(vm, close) : NAME(vm, throw));
    if (value_is_raised(method))
        return THROW_RAISED;
    if (value_is_unset(method))
        return THROW_AT_TIP;
    vm_keep(vm, method);
    fiber->flags |= FIBER_BUSY;
    Value result = vm_call(vm, method, exit ? 0 : 1, &exception);
    fiber->flags &= (uint8_t)~FIBER_BUSY;
    if (exit)
        return value_is_raised(result) ? THROW_RAISED : THROW_AT_TIP;
    if (!value_is_raised(result)) {
        *out = result;
        return THROW_YIELDED;
    }
    if (vm_exception_is(vm, vm->exc[EXC_StopIteration])) {
        Value stop = vm_take_exception(vm);
        *out = arg_or(as_exception(stop)->extra, VALUE_NONE);
        return THROW_RETURNED;
    }
    return THROW_RAISED;
}

/* GeneratorExit thrown into a chain (PEP 380, 492): what it awaits is closed first, from the innermost
 * outwards, and each link gets its own GeneratorExit, or the error that closing the inner one raised.
 * Links are taken off the chain one by one: no recursion however long it is. */
static Value close_links(VM *vm, Fiber *fiber, Value exit)
{
    Value to_throw = exit;
    while (fiber->state == FIBER_SUSPENDED && fiber->tip != &fiber->base && value_same(to_throw, exit)) {
        Frame *tip = fiber->tip;
        Fiber *link = tip->flags & FRAME_FIBER ? fiber_of_frame(tip) : NULL;
        if (!link || (link->obj.kind & KIND_MASK) == KIND_ASYNCGEN)
            break;
        size_t mark = vm->root_count;
        vm_keep(vm, OBJ(link));
        fiber->tip = tip->caller;
        fiber->depth--;
        tip->caller = NULL;
        link->state = FIBER_SUSPENDED;
        link->tip = tip;
        link->depth = 1;
        link->handling = fiber->handling;
        Value out;
        fiber->flags |= FIBER_BUSY;
        RunResult how = fiber_resume(vm, link, VALUE_NONE, exit, &out);
        fiber->flags &= (uint8_t)~FIBER_BUSY;
        if (how == RUN_SUSPENDED) {
            raise_runtime(vm, "%s ignored GeneratorExit", kind_word(link));
            heap_set_finalise(vm->heap, &link->obj);
        }
        vm->root_count = mark;
        if (how == RUN_RETURNED)
            continue;
        Value raised = vm_take_exception(vm);
        if (!value_is_a(vm, raised, vm->exc[EXC_GeneratorExit]) && !value_is_a(vm, raised, vm->exc[EXC_StopIteration]))
            to_throw = vm_keep(vm, raised);
    }
    return to_throw;
}

static RunResult run_entered(VM *vm, Value *out)
{
    if (!vm_enter_c(vm, "")) {
        if (!unwind(vm))
            return RUN_RAISED;
    }
    RunResult how = vm_run(vm, out);
    vm_leave_c(vm);
    return how;
}

RunResult fiber_resume(VM *vm, Fiber *fiber, Value send, Value to_throw, Value *out)
{
    *out = VALUE_NONE;
    bool direct = vm->direct;
    if (!value_is_unset(to_throw)) {
        if (fiber->state == FIBER_DONE) {
            vm->exception = to_throw;
            return RUN_RAISED;
        }
        if (!check_can_run(vm, fiber, VALUE_NONE))
            return RUN_RAISED;
        if (fiber->state == FIBER_CREATED) {
            fiber->mode = FIBER_BY_AWAIT;
            fiber->state = FIBER_DONE;
            fiber->tip = NULL;
            fiber->obj.flags &= (uint8_t)~OBJ_FINALISE;
            vm->exception = to_throw;
            Exception *exc = as_exception(to_throw);
            uint32_t before = exc->tb_count;
            exception_add_entry(vm->heap, exc, fiber->base.func, 0);
            if (exc->tb_count > before) /* it stands before its first line */
                exc->tb[before].line = fiber->base.func->code->first_line;
            return RUN_RAISED;
        }
        if (fiber->tip != &fiber->base && value_is_a(vm, to_throw, vm->exc[EXC_GeneratorExit]))
            to_throw = close_links(vm, fiber, to_throw);
        Value delegated = VALUE_UNSET;
        switch (throw_into_delegate(vm, fiber, to_throw, &delegated)) {
        case THROW_YIELDED: *out = delegated; return RUN_SUSPENDED;
        case THROW_RETURNED: {
            Frame *tip = fiber->tip;
            tip->r[tip->pc[-1].a] = delegated; /* the SEND is done */
            /* Entered as after a YIELD whose value goes to an unused place. */
            fiber->state = FIBER_CREATED;
            fiber_enter(vm, fiber, FIBER_BY_C, VALUE_NONE);
            RunResult how = run_entered(vm, out);
            vm->direct = direct;
            return how;
        }
        case THROW_RAISED: to_throw = vm_take_exception(vm); break;
        default: break;
        }
        fiber->state = FIBER_CREATED; /* nothing is delivered: the exception is raised at the tip */
        fiber_enter(vm, fiber, FIBER_BY_C, VALUE_NONE);
        vm->exception = to_throw;
        exception_set_context(vm, to_throw);
        if (!unwind(vm)) {
            vm->direct = direct;
            return RUN_RAISED;
        }
        RunResult how = run_entered(vm, out);
        vm->direct = direct;
        return how;
    }
    if (fiber->state == FIBER_DONE) {
        if (is_coroutine(fiber)) {
            raise_runtime(vm, "cannot reuse already awaited coroutine");
            return RUN_RAISED;
        }
        return RUN_RETURNED;
    }
    if (!check_can_run(vm, fiber, send))
        return RUN_RAISED;
    if (UNLIKELY(!fiber_has_depth(vm, fiber)))
        return RUN_RAISED;
    fiber_enter(vm, fiber, FIBER_BY_C, send);
    RunResult how = run_entered(vm, out);
    vm->direct = direct;
    return how;
}

bool fiber_close(VM *vm, Fiber *fiber, Value *returned)
{
    if (returned)
        *returned = VALUE_NONE;
    if (fiber->state == FIBER_DONE)
        return true;
    if (fiber->state == FIBER_CREATED) {
        fiber->state = FIBER_DONE;
        fiber->tip = NULL;
        fiber->obj.flags &= (uint8_t)~OBJ_FINALISE;
        return true;
    }
    Value exit = exception_make(vm, vm->exc[EXC_GeneratorExit], 0, NULL);
    if (value_is_unset(exit))
        return false;
    vm_keep(vm, exit);
    vm_keep(vm, OBJ(fiber));
    Value out;
    switch (fiber_resume(vm, fiber, VALUE_NONE, exit, &out)) {
    case RUN_SUSPENDED:
        raise_runtime(vm, "%s ignored GeneratorExit", kind_word(fiber));
        return false;
    case RUN_RETURNED:
        if (returned)
            *returned = out;
        return true;
    default:
        if (vm_exception_is(vm, vm->exc[EXC_GeneratorExit]) || vm_exception_is(vm, vm->exc[EXC_StopIteration])) {
            vm_take_exception(vm);
            return true;
        }
        return false;
    }
}

/* --- never awaited, dropped ------------------------------------------------------------------------- */

/* Where the warning stands. With reference counts it is where the last reference went; here that is known only of
 * what a statement drops (`here`) and of what lives to the end (<sys>:0), else it is where the coroutine was made. */
static Str *warning_place(VM *vm, const Fiber *fiber, bool here, uint32_t *line)
{
    *line = here && vm->frame ? frame_line(vm->frame) : here || vm->ending || !(fiber->flags & FIBER_BY_SCRIPT) ? 0 : fiber->made_line;
    if (*line == 0)
        return NULL;
    return here ? vm->frame->func->code->filename : fiber->made_in;
}

/* `here`: a filter may make it an error (then false). */
bool fiber_warn_never_awaited(VM *vm, Fiber *fiber, bool here)
{
    Str *text = vm_format(vm, "coroutine '%S' was never awaited", fiber_name(vm, fiber, true));
    if (!text) {
        vm_take_exception(vm);
        return true;
    }
    vm_keep(vm, OBJ(text));
    EMIT(vm, co_drop, .id = observe_id(vm, &fiber->obj), .fn = fiber->base.func, .value = OBJ(fiber));
    char hint[600] = "";
    uint32_t line;
    Str *filename = warning_place(vm, fiber, here, &line);
    if (fiber->made_line)
        vm_hint_unawaited(vm, fiber, fiber->made_in, fiber->made_line, hint, sizeof hint);
    vm_warn_hint(vm, vm->exc[EXC_RuntimeWarning], text, filename, line, "A01", *hint ? hint : NULL);
    if (vm_raised(vm) && !here)
        unraisable_print(vm, vm_take_exception(vm), OBJ(fiber));
    return !vm_raised(vm);
}

/* Did a script make it, and has nobody said yet that it was not awaited? What the library makes and drops is its affair. */
static bool is_forgotten(const Fiber *fiber)
{
    bool library = fiber_function(fiber)->code->flags & CODE_HIDDEN && !(fiber->flags & FIBER_BY_SCRIPT);
    return is_coroutine(fiber) && !library && !(fiber->flags & FIBER_TOLD);
}

/* Found dead by the collector, or dropped by a statement. */
bool fiber_finalise(VM *vm, Fiber *fiber)
{
    if (fiber->state == FIBER_CREATED) {
        if (is_forgotten(fiber))
            fiber_warn_never_awaited(vm, fiber, false);
        fiber->state = FIBER_DONE;
        return true;
    }
    if (fiber->state != FIBER_SUSPENDED)
        return true;
    if ((fiber->obj.kind & KIND_MASK) == KIND_GREENLET) /* the end of the process kills none */
        return vm->ending || greenlet_kill(vm, fiber);
    if ((fiber->obj.kind & KIND_MASK) == KIND_ASYNCGEN && vm->finalise_hook) {
        vm->finalise_hook(vm, &fiber->obj); /* the loop runs aclose() */
        return true;
    }
    if (fiber_close(vm, fiber, NULL))
        return true;
    Value error = vm_take_exception(vm);
    unraisable_print(vm, vm_keep(vm, error), OBJ(fiber));
    return true;
}

/* --- generator and coroutine methods ------------------------------------------------------------------ */

Value fiber_result(VM *vm, RunResult how, Value out)
{
    if (how == RUN_SUSPENDED)
        return out;
    if (how == RUN_RETURNED)
        return raise_stop_iteration(vm, out);
    return VALUE_RAISED;
}

static Value fiber_next_or_send(VM *vm, Fiber *fiber, Value sent)
{
    if (fiber->state == FIBER_DONE) {
        if (is_coroutine(fiber))
            return raise_runtime(vm, "cannot reuse already awaited coroutine");
        return raise_stop_iteration(vm, VALUE_UNSET);
    }
    if (!check_can_run(vm, fiber, sent))
        return VALUE_RAISED;
    if (vm->direct && vm->depth < vm->depth_limit) {
        fiber_enter(vm, fiber, FIBER_BY_NEXT, sent);
        return VALUE_PUSHED;
    }
    Value out;
    RunResult how = fiber_resume(vm, fiber, sent, VALUE_UNSET, &out);
    return fiber_result(vm, how, out);
}

static Value fiber_send(VM *vm, Value *args, int nargs)
{
    return fiber_next_or_send(vm, AS(Fiber, args[0]), args[1]);
}
static Value fiber_next(VM *vm, Value *args, int nargs)
{
    return fiber_next_or_send(vm, AS(Fiber, args[0]), VALUE_NONE);
}

/* The exception that throw(type[, value[, tb]]) means. UNSET: raised. */
Value fiber_exception_of(VM *vm, const char *method, Value *args)
{
    Value type = args[1], value = args[2];
    if ((!value_is_unset(value) || !value_is_unset(args[3])) &&
        !vm_warn(vm, vm->exc[EXC_DeprecationWarning],
                 "the (type, exc, tb) signature of %s() is deprecated, use the single-arg signature instead.", method))
        return VALUE_UNSET;
    if (value_is_exception(type)) {
        if (!value_is_unset(value) && !value_is_none(value)) {
            raise_type(vm, "instance exception may not have a separate value");
            return VALUE_UNSET;
        }
        return type;
    }
    if (value_is_class(type) && class_derives(as_class(type), vm->exc[EXC_BaseException])) {
        if (value_is_exception(value))
            return value;
        bool none = value_is_unset(value) || value_is_none(value);
        Value made = value_is_tuple(value)
                         ? vm_call(vm, type, (int)tuple_length(as_tuple(value)), as_tuple(value)->items)
                         : vm_call(vm, type, none ? 0 : 1, &value);
        return value_is_raised(made) ? VALUE_UNSET : made;
    }
    raise_type(vm, "exceptions must be classes or instances deriving from BaseException, not %T", type);
    return VALUE_UNSET;
}

static Value fiber_throw(VM *vm, Value *args, int nargs)
{
    Fiber *fiber = AS(Fiber, args[0]);
    Value exception = fiber_exception_of(vm, "throw", args);
    if (value_is_unset(exception))
        return VALUE_RAISED;
    vm_keep(vm, exception);
    if (fiber->state == FIBER_DONE && is_coroutine(fiber))
        return raise_runtime(vm, "cannot reuse already awaited coroutine");
    Value out;
    RunResult how = fiber_resume(vm, fiber, VALUE_NONE, exception, &out);
    return fiber_result(vm, how, out);
}

static Value fiber_close_method(VM *vm, Value *args, int nargs)
{
    Fiber *fiber = AS(Fiber, args[0]);
    if (fiber->state == FIBER_RUNNING)
        return raise_value(vm, "%s already executing", kind_word(fiber));
    Value returned;
    return fiber_close(vm, fiber, &returned) ? returned : VALUE_RAISED;
}

Value fiber_self(VM *vm, Value *args, int nargs)
{
    return args[0];
}

Str *fiber_name(VM *vm, Fiber *fiber, bool qualified)
{
    Dict *attrs = fiber->obj.flags & OBJ_ATTRS ? heap_attrs(vm->heap, &fiber->obj, false) : NULL;
    Value v = attrs ? dict_get_name(attrs, qualified ? NAME(vm, __qualname__) : NAME(vm, __name__)) : VALUE_UNSET;
    const Function *func = fiber->base.func;
    return value_is_str(v) ? as_str(v) : qualified ? func->qualname : func->name;
}

static bool fiber_rename(VM *vm, Value self, Str *which, Value v)
{
    if (!value_is_str(v)) {
        raise_type(vm, "%S must be set to a string object", which);
        return false;
    }
    Dict *attrs = heap_attrs(vm->heap, value_obj(self), true);
    if (attrs && dict_set_name(vm->heap, attrs, which, v))
        return true;
    raise_memory(vm);
    return false;
}

Value fiber_repr(VM *vm, Value *args, int nargs)
{
    Fiber *fiber = AS(Fiber, args[0]);
    char address[32];
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
    const char *word = (fiber->obj.kind & KIND_MASK) == KIND_ASYNCGEN ? "async_generator" : kind_word(fiber);
    Str *text = vm_format(vm, "<%s object %S at %s>", word, fiber_name(vm, fiber, true), address);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value fiber_get_name(VM *vm, Value self)
{
    return OBJ(fiber_name(vm, AS(Fiber, self), false));
}
static bool fiber_set_name(VM *vm, Value self, Value v)
{
    return fiber_rename(vm, self, NAME(vm, __name__), v);
}
static Value fiber_get_qualname(VM *vm, Value self)
{
    return OBJ(fiber_name(vm, AS(Fiber, self), true));
}
static bool fiber_set_qualname(VM *vm, Value self, Value v)
{
    return fiber_rename(vm, self, NAME(vm, __qualname__), v);
}
static Value fiber_get_running(VM *vm, Value self)
{
    Fiber *fiber = AS(Fiber, self);
    if (fiber->state != FIBER_RUNNING)
        return VALUE_FALSE;
    if ((fiber->obj.kind & KIND_MASK) == KIND_ASYNCGEN) /* until asend() is done, whoever waits meanwhile */
        return VALUE_TRUE;
    /* Lent to a chain that is itself suspended: not running. */
    for (Frame *f = vm->frame; f; f = f->caller)
        if (f == &fiber->base)
            return VALUE_TRUE;
    return VALUE_FALSE;
}
static Value fiber_get_suspended(VM *vm, Value self)
{
    Fiber *fiber = AS(Fiber, self);
    if (fiber->state == FIBER_CREATED || fiber->state == FIBER_DONE)
        return VALUE_FALSE;
    Value running = fiber_get_running(vm, self);
    return value_bool(!value_is_true(running));
}
static Value fiber_get_await(VM *vm, Value self)
{
    Value v = fiber_awaits(vm, AS(Fiber, self));
    if (value_is_kind(v, KIND_FUTURE) || value_is_kind(v, KIND_TASK)) /* polled without its iterator */
        return vm_call_method(vm, v, NAME(vm, __await__), 0, NULL);
    return arg_or(v, VALUE_NONE);
}
static Value fiber_get_code(VM *vm, Value self)
{
    return OBJ(AS(Fiber, self)->base.func->code);
}
static Value fiber_get_frame(VM *vm, Value self)
{
    Fiber *fiber = AS(Fiber, self);
    return fiber->state == FIBER_DONE ? VALUE_NONE : frame_object(vm, &fiber->base);
}
static Value fiber_get_none(VM *vm, Value self)
{
    return VALUE_NONE;
}

#define FIBER_METHODS                                                                                     \
    { "send", fiber_send, "self, value, /", 0, 0, 0, "resumes it; value is what the yield gives" },          \
    { "throw", fiber_throw, "self, type, value=None, traceback=None, /", 0, 0, 0, "raises at the yield" },   \
    { "close", fiber_close_method, "self, /", 0, 0, 0, "raises GeneratorExit at the yield" },                \
    { "__repr__", fiber_repr, "self, /", 0, 0, 0, "repr(self)" }
static const NativeSpec generator_methods[] = {
    FIBER_METHODS,
    { "__iter__", fiber_self, "self, /", 0, 0, 0, "self" },
    { "__next__", fiber_next, "self, /", 0, 0, 0, "send(None)" },
    { 0 },
};

#define FIBER_GETSETS(prefix)                                         \
    { "__name__", fiber_get_name, fiber_set_name, "" },               \
    { "__qualname__", fiber_get_qualname, fiber_set_qualname, "" },   \
    { prefix "_running", fiber_get_running, NULL, "" },               \
    { prefix "_suspended", fiber_get_suspended, NULL, "" },           \
    { prefix "_code", fiber_get_code, NULL, "" },                     \
    { prefix "_frame", fiber_get_frame, NULL, "" }
static const GetSetSpec generator_getsets[] = {
    FIBER_GETSETS("gi"), { "gi_yieldfrom", fiber_get_await, NULL, "" }, { 0 },
};
static const GetSetSpec coroutine_getsets[] = {
    FIBER_GETSETS("cr"), { "cr_await", fiber_get_await, NULL, "" }, { "cr_origin", fiber_get_none, NULL, "" }, { 0 },
};
static const GetSetSpec asyncgen_getsets[] = {
    FIBER_GETSETS("ag"), { "ag_await", fiber_get_await, NULL, "" }, { 0 },
};

/* coroutine.__await__(): an iterator over the coroutine: Slots {coroutine}. */
static Value await_wrapper_new(VM *vm, Value *args, int nargs)
{
    Slots *s = slots_new(vm->heap, vm->await_wrapper_class, 1);
    if (!s)
        return raise_memory(vm);
    s->v[0] = args[0];
    return OBJ(s);
}
static Value await_wrapper_send(VM *vm, Value *args, int nargs)
{
    args[0] = as_slots(args[0])->v[0];
    return fiber_send(vm, args, nargs);
}
static Value await_wrapper_next(VM *vm, Value *args, int nargs)
{
    return fiber_next_or_send(vm, AS(Fiber, as_slots(args[0])->v[0]), VALUE_NONE);
}
static Value await_wrapper_throw(VM *vm, Value *args, int nargs)
{
    args[0] = as_slots(args[0])->v[0];
    return fiber_throw(vm, args, nargs);
}
static Value await_wrapper_close(VM *vm, Value *args, int nargs)
{
    args[0] = as_slots(args[0])->v[0];
    return fiber_close_method(vm, args, nargs);
}
static const NativeSpec coroutine_methods[] = {
    FIBER_METHODS,
    { "__await__", await_wrapper_new, "self, /", 0, 0, 0, "an iterator for await" },
    { 0 },
};
static const NativeSpec await_wrapper_methods[] = {
    { "send", await_wrapper_send, "self, value, /", 0, 0, 0, "" },
    { "throw", await_wrapper_throw, "self, type, value=None, traceback=None, /", 0, 0, 0, "" },
    { "close", await_wrapper_close, "self, /", 0, 0, 0, "" },
    { "__iter__", fiber_self, "self, /", 0, 0, 0, "" },
    { "__next__", await_wrapper_next, "self, /", 0, 0, 0, "" },
    { 0 },
};

/* --- awaiting ------------------------------------------------------------------------------------------- */

static bool is_iterable_coroutine(Value v)
{
    return value_is_kind(v, KIND_GENERATOR) &&
           (AS(Fiber, v)->base.func->code->flags & CODE_ITERABLE_COROUTINE);
}

Value fiber_awaitable(VM *vm, Value v, int what)
{
    if (value_is_obj(v)) {
        uint8_t kind = value_obj(v)->kind & KIND_MASK;
        if (kind == KIND_COROUTINE) {
            Fiber *fiber = AS(Fiber, v);
            if (fiber->state == FIBER_RUNNING && fiber->mode == FIBER_BY_AWAIT)
                return raise_runtime(vm, "coroutine is being awaited already");
            return v;
        }
        if (is_iterable_coroutine(v))
            return v;
        Class *cls = value_obj(v)->cls;
        Value method = class_lookup(vm, cls, NAME(vm, __await__));
        if ((kind == KIND_FUTURE || kind == KIND_TASK) && !value_is_kind(method, KIND_FUNCTION))
            return v;
        if (cls == vm->asend_class)
            return v;
        if (!value_is_unset(method)) {
            Value it = vm_call_special(vm, v, NAME(vm, __await__), 0, NULL);
            if (value_is_raised(it))
                return it;
            if (value_is_kind(it, KIND_COROUTINE) || is_iterable_coroutine(it))
                return raise_type(vm, "__await__() returned a coroutine");
            Class *it_class = class_of(vm, it);
            if (!value_is_kind(it, KIND_GENERATOR) &&
                value_is_unset(class_lookup(vm, it_class, NAME(vm, __next__))))
                return raise_type(vm, "__await__() returned non-iterator of type '%T'", it);
            return it;
        }
    }
    switch (what) {
    case 1:
        return raise_type(vm, "'async with' received an object from __aenter__ that does not implement __await__: %T",
                          v);
    case 2:
        return raise_type(vm, "'async with' received an object from __aexit__ that does not implement __await__: %T",
                          v);
    default: return raise_type(vm, "object %T can't be used in 'await' expression", v);
    }
}

bool fiber_lend(VM *vm, Fiber *fiber, Value sent)
{
    if (fiber->state == FIBER_RUNNING) {
        if (is_coroutine(fiber) && fiber->mode == FIBER_BY_AWAIT)
            raise_runtime(vm, "coroutine is being awaited already");
        else
            raise_value(vm, "%s already executing", kind_word(fiber));
        return false;
    }
    if (!check_can_run(vm, fiber, sent))
        return false;
    if (UNLIKELY(!fiber_has_depth(vm, fiber)))
        return false;
    if (vm->fiber && !(vm->fiber->obj.flags & OBJ_FINALISE))
        heap_set_finalise(vm->heap, &vm->fiber->obj); /* when it dies, what it awaits must be closed */
    fiber_enter_lent(vm, fiber, sent);
    return true;
}

/* --- setting up --------------------------------------------------------------------------------------------- */

static const TypeSpec fiber_specs[] = {
    { "generator", "builtins", NULL, KIND_GENERATOR, CLASS_FINAL, generator_methods, generator_getsets },
    { "coroutine", "builtins", NULL, KIND_COROUTINE, CLASS_FINAL, coroutine_methods, coroutine_getsets },
    { "async_generator", "builtins", NULL, KIND_ASYNCGEN, CLASS_FINAL, asyncgen_methods, asyncgen_getsets },
};
static const TypeSpec await_wrapper_spec = { "coroutine_wrapper", "builtins", NULL, KIND_SLOTS, CLASS_FINAL, await_wrapper_methods, NULL };

static void visit_fiber(Marker *marker, Obj *obj)
{
    Fiber *fiber = (Fiber *)(void *)obj;
    mark_object(marker, fiber->base.func);
    switch (fiber->state) {
    case FIBER_CREATED:
        mark_object(marker, fiber->made_in);
        mark_values(marker, fiber->base.r, fiber->base.func->code->nregs);
        break;
    case FIBER_SUSPENDED: frames_visit(marker, fiber->tip, NULL); break;
    default: break; /* running: its frames belong to the chain that runs; done: nothing */
    }
}

void fiber_types_setup(VM *vm)
{
    for (size_t i = 0; i < sizeof fiber_specs / sizeof *fiber_specs; i++) {
        if (!type_create(vm, &fiber_specs[i], NULL))
            return;
        heap_set_kind(vm->heap, fiber_specs[i].layout, visit_fiber, NULL);
    }
    vm->asend_class = type_create(vm, &asend_spec, NULL);
    vm->await_wrapper_class = type_create(vm, &await_wrapper_spec, NULL);
}
