/* handle.c - Handle and TimerHandle: callbacks on their way, how they are called and how they are shown. */
#include "runtime/loop/handle.h"

#include "runtime/loop/origin.h"
#include "runtime/loop/task.h"
#include "runtime/modules/contextvars.h"
#include "runtime/modules/helpers.h"

static void handle_visit(Marker *marker, Obj *obj)
{
    Handle *handle = (Handle *)(void *)obj;
    mark_object(marker, handle->loop);
    mark_value(marker, handle->callback);
    mark_value(marker, handle->context);
    mark_values(marker, handle->args, handle->nargs);
}

void handle_cancel(Handle *handle)
{
    if (handle->flags & HANDLE_CANCELLED)
        return;
    handle->flags |= HANDLE_CANCELLED;
    handle->callback = VALUE_UNSET;
    handle->nargs = 0;
    VM *vm = handle->loop->vm;
    if (handle->flags & HANDLE_SCHEDULED) {
        EMIT(vm, timer_del, .id = observe_id(vm, &handle->obj));
        timers_cancelled(&handle->loop->timers);
    } else if (handle->flags & HANDLE_QUEUED) {
        EMIT(vm, handle_del, .id = observe_id(vm, &handle->obj));
    }
}

/* --- how callbacks are shown --------------------------------------------------------------------- */

static bool describe_args(VM *vm, StrBuilder *out, Value args, bool debug)
{
    builder_char(out, '(');
    if (debug && value_is_tuple(args))
        for (size_t i = 0; i < tuple_length(as_tuple(args)); i++) {
            Str *text = future_short_repr(vm, as_tuple(args)->items[i]);
            if (!text)
                return false;
            if (i > 0)
                builder_cstr(out, ", ");
            builder_str(out, text);
        }
    builder_char(out, ')');
    return true;
}

static bool is_partial(VM *vm, Value v)
{
    return value_is_obj(v) && value_obj(v)->cls && str_equals_cstr(class_of(vm, v)->name, "partial");
}

/* The function behind wrappers and partials, for its place; UNSET: none. */
static Value source_of(VM *vm, Value callback)
{
    for (int i = 0; i < 100 && value_is_obj(callback); i++) {
        Value inner = VALUE_UNSET;
        if (value_is_kind(callback, KIND_FUNCTION) || value_is_kind(callback, KIND_INSTANCE))
            inner = vm_getattr_or_unset(vm, callback, NAME(vm, __wrapped__));
        if (value_is_unset(inner) && is_partial(vm, callback))
            inner = vm_getattr_or_unset(vm, callback, name_of(vm, "func"));
        if (value_is_raised(inner)) {
            vm_take_exception(vm);
            return VALUE_UNSET;
        }
        if (value_is_unset(inner))
            break;
        callback = vm_keep(vm, inner);
    }
    return value_is_kind(callback, KIND_FUNCTION) ? callback : VALUE_UNSET;
}

static bool describe_name(VM *vm, StrBuilder *out, Value callback, Value args, bool debug, int depth)
{
    if (is_partial(vm, callback) && depth < 20) {
        Value func = vm_getattr(vm, callback, name_of(vm, "func"));
        if (value_is_raised(func))
            return false;
        vm_keep(vm, func);
        Value inner = vm_getattr(vm, callback, NAME(vm, args));
        if (value_is_raised(inner) || !describe_name(vm, out, func, vm_keep(vm, inner), debug, depth + 1))
            return false;
        return describe_args(vm, out, args, debug);
    }
    Value name = vm_getattr_or_unset(vm, callback, NAME(vm, __qualname__));
    if (value_is_unset(name) || (value_is_str(name) && str_length(as_str(name)) == 0))
        name = vm_getattr_or_unset(vm, callback, NAME(vm, __name__));
    if (value_is_raised(name))
        return false;
    Str *text = value_is_str(name) && str_length(as_str(name)) ? as_str(name) : vm_repr(vm, callback);
    if (!text)
        return false;
    builder_str(out, text);
    return describe_args(vm, out, args, debug);
}

bool callback_describe(VM *vm, StrBuilder *out, Value callback, Value args, bool debug)
{
    if (task_is(callback)) {
        builder_cstr(out, "Task.task_wakeup()");
        return true;
    }
    if (future_is(callback)) {
        builder_cstr(out, "gather.<locals>._done_callback()");
        return true;
    }
    if (!describe_name(vm, out, callback, args, debug, 0))
        return false;
    Value source = source_of(vm, callback);
    if (value_is_obj(source)) {
        Code *code = as_function(source)->code;
        builder_cstr(out, " at ");
        builder_str(out, code->filename);
        builder_printf(out, ":%u", code->first_line);
    }
    return true;
}

static bool describe_handle(VM *vm, StrBuilder *out, Handle *handle)
{
    Tuple *args = tuple_from_values(vm->heap, handle->args, handle->nargs);
    if (!args) {
        raise_memory(vm);
        return false;
    }
    vm_keep(vm, OBJ(args));
    return callback_describe(vm, out, handle->callback, OBJ(args), handle->loop->debug);
}

/* --- calling ------------------------------------------------------------------------------------- */

static bool report_error(Handle *handle)
{
    Loop *loop = handle->loop;
    VM *vm = loop->vm;
    Value error = vm_keep(vm, vm_take_exception(vm));
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_cstr(&b, "Exception in callback ");
    if (value_is_unset(handle->callback)) {
        builder_cstr(&b, "None");
    } else if (!describe_handle(vm, &b, handle)) {
        vm_take_exception(vm);
        builder_cstr(&b, "?");
    }
    Str *message = builder_finish(&b);
    if (!message) {
        raise_memory(vm);
        return false;
    }
    return loop_report(loop, message, error, "handle", OBJ(handle));
}

bool handle_run(Handle *handle)
{
    if (handle->flags & HANDLE_CANCELLED)
        return true;
    Loop *loop = handle->loop;
    VM *vm = loop->vm;
    Value before = vm_keep(vm, context_enter(vm, handle->context));
    Value result = vm_call(vm, handle->callback, (int)handle->nargs, handle->args);
    Value after = context_leave(vm, before);
    if (handle->flags & HANDLE_IO)
        handle->context = after;
    if (LIKELY(!value_is_raised(result)))
        return true;
    if (vm_exception_is(vm, vm->exc[EXC_SystemExit]) || vm_exception_is(vm, vm->exc[EXC_KeyboardInterrupt]))
        return false;
    return report_error(handle);
}

/* --- what scripts see ------------------------------------------------------------------------------ */

static Value handle_cancelled_native(VM *vm, Value *args, int nargs)
{
    return value_bool(AS(Handle, args[0])->flags & HANDLE_CANCELLED);
}

/* For loops written in a script (gevent's hub): the call is the caller's own, so that it may switch
 * greenlets, and what it raises is the caller's business. */
static Value handle_run_native(VM *vm, Value *args, int nargs)
{
    Handle *handle = AS(Handle, args[0]);
    if (handle->flags & HANDLE_CANCELLED)
        return VALUE_NONE;
    return vm_tail_call(vm, handle->callback, (int)handle->nargs, handle->args);
}

static Value handle_get_context(VM *vm, Value *args, int nargs)
{
    Handle *handle = AS(Handle, args[0]);
    Value context = context_object(vm, handle->context);
    if (!value_is_raised(context))
        handle->context = context;
    return context;
}

static Value handle_when(VM *vm, Value *args, int nargs)
{
    return value_from_double(AS(Handle, args[0])->when);
}

static Value handle_repr(VM *vm, Value *args, int nargs)
{
    Handle *handle = AS(Handle, args[0]);
    Dict *attributes = heap_attrs(vm->heap, &handle->obj, false);
    Value kept = attributes ? dict_get_name(attributes, name_of(vm, "_repr")) : VALUE_UNSET;
    if (value_is_str(kept))
        return kept;
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_char(&b, '<');
    builder_str(&b, class_of(vm, args[0])->name);
    if (handle->flags & HANDLE_CANCELLED)
        builder_cstr(&b, " cancelled");
    if (handle->flags & HANDLE_TIMER) {
        char number[40];
        number[float_repr(handle->when, number)] = 0;
        builder_printf(&b, " when=%s", number);
    }
    if (!value_is_unset(handle->callback) && !value_is_none(handle->callback)) {
        builder_char(&b, ' ');
        if (!describe_handle(vm, &b, handle)) {
            builder_drop(&b);
            return VALUE_RAISED;
        }
    }
    origin_describe(vm, &b, &handle->obj);
    builder_char(&b, '>');
    return vm_own(vm, builder_finish(&b));
}

/* In debug mode a cancelled handle still shows what it was to call. */
static void keep_repr(VM *vm, Value handle)
{
    Str *shown = vm_repr(vm, handle);
    Dict *attributes = shown ? heap_attrs(vm->heap, value_obj(handle), true) : NULL;
    if ((!attributes || !dict_set_name(vm->heap, attributes, name_of(vm, "_repr"), OBJ(shown))) && vm_raised(vm))
        vm_take_exception(vm);
}

static Value handle_cancel_native(VM *vm, Value *args, int nargs)
{
    Handle *handle = AS(Handle, args[0]);
    if (handle->loop->debug && !(handle->flags & HANDLE_CANCELLED)) {
        uint8_t flags = (uint8_t)handle->flags;
        handle->flags |= HANDLE_CANCELLED;
        keep_repr(vm, args[0]);
        handle->flags = flags;
    }
    handle_cancel(handle);
    return VALUE_NONE;
}

static Value timer_compare(VM *vm, Value *args, CompareOp op)
{
    if (!value_is_kind(args[1], KIND_HANDLE) || !(AS(Handle, args[1])->flags & HANDLE_TIMER))
        return VALUE_NOTIMPLEMENTED;
    double a = AS(Handle, args[0])->when, b = AS(Handle, args[1])->when;
    return value_bool(op == CMP_LT ? a < b : op == CMP_LE ? a <= b : op == CMP_GT ? a > b : a >= b);
}

static Value timer_lt(VM *vm, Value *args, int nargs)
{
    return timer_compare(vm, args, CMP_LT);
}

static Value timer_le(VM *vm, Value *args, int nargs)
{
    return timer_compare(vm, args, CMP_LE);
}

static Value timer_gt(VM *vm, Value *args, int nargs)
{
    return timer_compare(vm, args, CMP_GT);
}

static Value timer_ge(VM *vm, Value *args, int nargs)
{
    return timer_compare(vm, args, CMP_GE);
}

/* Equal are timers of one time that call the same with the same. */
static Value timer_eq(VM *vm, Value *args, int nargs)
{
    if (!value_is_kind(args[1], KIND_HANDLE) || !(AS(Handle, args[1])->flags & HANDLE_TIMER))
        return VALUE_NOTIMPLEMENTED;
    const Handle *a = AS(Handle, args[0]), *b = AS(Handle, args[1]);
    if (a == b)
        return VALUE_TRUE;
    if (a->when != b->when || ((a->flags ^ b->flags) & HANDLE_CANCELLED) || a->nargs != b->nargs)
        return VALUE_FALSE;
    int same = value_is_unset(a->callback) ? 1 : vm_equal(vm, a->callback, b->callback);
    for (uint32_t i = 0; same == 1 && i < a->nargs && i < b->nargs; i++)
        same = vm_equal(vm, a->args[i], b->args[i]);
    return same < 0 ? VALUE_RAISED : value_bool(same);
}

static Value timer_hash(VM *vm, Value *args, int nargs)
{
    uint64_t hash;
    return vm_hash(vm, value_from_double(AS(Handle, args[0])->when), &hash) ? make_int(vm, (int64_t)hash) : VALUE_RAISED;
}

static Value handle_get_callback(VM *vm, Value self)
{
    return arg_or(AS(Handle, self)->callback, VALUE_NONE);
}

static Value handle_get_args(VM *vm, Value self)
{
    Handle *handle = AS(Handle, self);
    if (handle->flags & HANDLE_CANCELLED)
        return VALUE_NONE;
    return vm_tuple_of(vm, handle->nargs, handle->args);
}

static Value handle_get_cancelled(VM *vm, Value self)
{
    return value_bool(AS(Handle, self)->flags & HANDLE_CANCELLED);
}

static Value handle_new_native(VM *vm, Value *args, int nargs)
{
    Value list = args[2], loop = args[3], context = args[4];
    if (!loop_value_is(loop))
        return raise_type(vm, "Handle: an event loop of miniasync was expected, got %R", loop);
    Tuple *rest = vm_tuple_from(vm, list);
    if (!rest)
        return VALUE_RAISED;
    if (value_is_unset(context) || value_is_none(context))
        context = context_snapshot(vm);
    return OBJ(handle_new(AS(Loop, loop), false, args[1], (int)tuple_length(rest), rest->items, context));
}

static Value timer_new_native(VM *vm, Value *args, int nargs)
{
    return raise_type(vm, "TimerHandle: use loop.call_later() or loop.call_at()");
}

static const NativeSpec handle_methods[] = {
    { "__new__", handle_new_native, "cls, callback, args, loop, context=None", 0, 0, NATIVE_NEW, NULL },
    { "cancel", handle_cancel_native, "self", 0, 0, 0, "The callback will not be called." },
    { "cancelled", handle_cancelled_native, "self", 0, 0, 0, "Was cancel() called?" },
    { "get_context", handle_get_context, "self", 0, 0, 0, "The context the callback runs in." },
    { "_run", handle_run_native, "self", 0, 0, 0, "Calls the callback now." },
    { "__repr__", handle_repr, "self", 0, 0, 0, NULL },
    { 0 },
};
static const NativeSpec timer_methods[] = {
    { "__new__", timer_new_native, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "when", handle_when, "self", 0, 0, 0, "When it is due, by loop.time()." },
    { "__lt__", timer_lt, "self, other, /", 0, 0, 0, NULL },
    { "__le__", timer_le, "self, other, /", 0, 0, 0, NULL },
    { "__gt__", timer_gt, "self, other, /", 0, 0, 0, NULL },
    { "__ge__", timer_ge, "self, other, /", 0, 0, 0, NULL },
    { "__eq__", timer_eq, "self, other, /", 0, 0, 0, NULL },
    { "__hash__", timer_hash, "self", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec handle_getsets[] = {
    { "_callback", handle_get_callback, NULL, NULL },
    { "_args", handle_get_args, NULL, NULL },
    { "_cancelled", handle_get_cancelled, NULL, NULL },
    { 0 },
};
static const TypeSpec handle_type = { "Handle", "asyncio.events", "A callback on its way.", KIND_HANDLE,
                                      CLASS_FINAL | CLASS_LIKE_SCRIPT, handle_methods, handle_getsets };
static const TypeSpec timer_handle_type = { "TimerHandle", "asyncio.events", "A callback for a time.", KIND_HANDLE,
                                            CLASS_FINAL | CLASS_LIKE_SCRIPT, timer_methods, NULL };

bool handle_types_setup(VM *vm, LoopState *state)
{
    heap_set_kind(vm->heap, KIND_HANDLE, handle_visit, NULL);
    state->handle_class = type_create(vm, &handle_type, NULL);
    if (!state->handle_class)
        return false;
    state->timer_handle_class = type_create(vm, &timer_handle_type, state->handle_class);
    return state->timer_handle_class != NULL;
}
