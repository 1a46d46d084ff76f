/* gather.c - gather(): waits for many by hanging itself on each; nobody looks at the children again and
 * again. Errors end it at once (the others go on) unless return_exceptions asks to collect them. */
#include "runtime/loop/gather.h"

#include "runtime/loop/cancel.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/task.h"
#include "runtime/modules/helpers.h"

/* What a child brought, for the list; UNSET: raised. */
static Value outcome(VM *vm, Future *child)
{
    if (child->state != FUTURE_CANCELLED) {
        child->flags &= (uint8_t)~FUTURE_LOG;
        return child->result;
    }
    bool has_message = !(child->flags & FUTURE_HAS_EXC) && !value_is_unset(child->result);
    Value message = has_message ? child->result : OBJ(str_empty(vm->heap));
    return exception_make(vm, vm->exc[EXC_CancelledError], 1, &message);
}

static void finish(VM *vm, Gather *gather)
{
    size_t count = tuple_length(gather->children);
    if (gather->future.flags & FUTURE_CANCEL_ASKED) { /* the last argument's message, whoever was the last to end */
        for (size_t i = 0; i < count; i++)
            as_future(gather->children->items[i])->flags &= (uint8_t)~FUTURE_LOG;
        Future *last = as_future(gather->children->items[count - 1]);
        Value error = last->state == FUTURE_CANCELLED ? future_cancelled_error(vm, last)
                                                      : exception_make(vm, vm->exc[EXC_CancelledError], 0, NULL);
        if (value_is_obj(error))
            future_set_exception(vm, &gather->future, error);
        return;
    }
    List *results = list_new(vm->heap, count);
    for (size_t i = 0; results && i < count; i++) {
        Value result = outcome(vm, as_future(gather->children->items[i]));
        if (value_is_unset(result) || !list_append(vm->heap, results, result))
            results = NULL;
    }
    if (results) {
        future_set_result(vm, &gather->future, OBJ(results));
        return;
    }
    if (!vm_raised(vm))
        raise_memory(vm);
    future_set_exception(vm, &gather->future, vm_take_exception(vm));
}

static void child_done(VM *vm, Gather *gather, Future *child)
{
    gather->left--;
    if (future_done(&gather->future)) { /* too late to matter, but it was looked at */
        child->flags &= (uint8_t)~FUTURE_LOG;
        return;
    }
    if (!gather->return_exceptions) {
        Value error = VALUE_UNSET;
        if (child->state == FUTURE_CANCELLED)
            error = future_cancelled_error(vm, child);
        else if (future_failed(child))
            error = child->result;
        child->flags &= (uint8_t)~FUTURE_LOG;
        if (value_is_obj(error)) {
            future_set_exception(vm, &gather->future, error);
            return;
        }
    }
    if (gather->left == 0)
        finish(vm, gather);
}

static Handle *handle_of(Gather *gather, Future *child)
{
    Value self = OBJ(child);
    Handle *handle = handle_new(child->loop, false, OBJ(gather), 1, &self, VALUE_UNSET);
    handle->flags |= HANDLE_GATHER;
    return handle;
}

void gather_schedule(Gather *gather, Future *child)
{
    if (!child->loop->closed)
        loop_make_ready_untold(child->loop, &handle_of(gather, child)->obj);
}

void gather_schedule_told(Gather *gather, Future *child, const char *why)
{
    if (!child->loop->closed)
        loop_make_ready(child->loop, &handle_of(gather, child)->obj, "callback", why, child);
}

bool gather_run(Handle *handle)
{
    child_done(handle->loop->vm, (Gather *)(void *)value_obj(handle->callback), as_future(handle->args[0]));
    return true;
}

/* The Future of one argument; a coroutine given twice is one. RAISED. */
static Value child_of(VM *vm, Value arg, Loop *loop, Dict *seen, bool *is_new)
{
    *is_new = true;
    if (seen) {
        Value before = vm_dict_get(vm, seen, arg);
        if (!value_is_unset(before)) {
            *is_new = false;
            return before;
        }
    }
    if (value_is_list(arg) || value_is_kind(arg, KIND_DICT) || value_is_kind(arg, KIND_SET))
        return raise_type(vm, "unhashable type: '%T'", arg);
    Value child = ensure_future(vm, arg, loop);
    if (value_is_raised(child))
        return child;
    if (!future_is(child))
        return raise_type(vm, "gather: %T is no Future of miniasync", child);
    if (!value_same(child, arg) && task_is(child))
        AS(Task, child)->task_flags &= (uint16_t)~TASK_LOG_DESTROY;
    if (seen) {
        vm_keep(vm, child);
        if (!vm_dict_set(vm, seen, arg, child))
            return VALUE_RAISED;
    }
    return child;
}

/* An argument was wrong: the children that were hung on to go on alone. */
static Value abandon(VM *vm, Gather *gather)
{
    gather->future.state = FUTURE_CANCELLED;
    EMIT(vm, fut_set, .id = observe_id(vm, &gather->future.obj), .word = "cancelled", .value = VALUE_NONE);
    return VALUE_RAISED;
}

Value gather_native(VM *vm, Value *args, int nargs)
{
    Tuple *given = as_tuple(args[0]);
    size_t count = tuple_length(given);
    int return_exceptions = value_is_unset(args[1]) ? 0 : vm_truth(vm, args[1]);
    if (return_exceptions < 0)
        return VALUE_RAISED;
    if (count == 0) {
        Loop *loop = loop_get(vm);
        List *nothing = list_new(vm->heap, 0);
        if (!loop || !nothing)
            return loop ? raise_memory(vm) : VALUE_RAISED;
        Future *future = future_new(loop, FUTURE_PLAIN);
        future_set_result(vm, future, OBJ(nothing));
        return OBJ(future);
    }
    Tuple *children = tuple_new(vm->heap, count);
    Dict *seen = count > 1 ? dict_new(vm->heap, count) : NULL;
    if (!children || (count > 1 && !seen))
        return raise_memory(vm);
    Gather *gather = heap_new(vm->heap, KIND_FUTURE, sizeof *gather);
    gather->future.obj.cls = vm->loops->gather_class;
    gather->future.kind = FUTURE_GATHER;
    gather->children = children;
    gather->return_exceptions = return_exceptions;
    vm_keep(vm, OBJ(gather));
    gather->future.obj.aux = ++vm->next_id['F'];
    EMIT(vm, fut_new, .id = observe_id(vm, &gather->future.obj), .word = "gather");
    if (seen)
        vm_keep(vm, OBJ(seen));
    Loop *loop = NULL;
    size_t mark = vm->root_count;
    List *ended = NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_new;
        Value child = child_of(vm, given->items[i], loop, seen, &is_new);
        if (value_is_raised(child))
            return abandon(vm, gather);
        children->items[i] = child;
        vm->root_count = mark; /* children holds it now */
        if (ended)
            vm_keep(vm, OBJ(ended));
        loop = as_future(child)->loop;
        if (!is_new)
            continue;
        gather->left++;
        if (future_done(as_future(child))) {
            if ((!ended && !(ended = list_new(vm->heap, 4))) || !list_append(vm->heap, ended, child)) {
                raise_memory(vm);
                return abandon(vm, gather);
            }
            vm_keep(vm, OBJ(ended));
        } else if (!future_add_gather(vm, as_future(child), &gather->future)) {
            return abandon(vm, gather);
        }
    }
    gather->future.loop = loop;
    for (size_t i = 0; ended && i < ended->count; i++)
        child_done(vm, gather, as_future(ended->items[i]));
    return OBJ(gather);
}

static Value gather_cancel(VM *vm, Value *args, int nargs)
{
    int done = cancel_request(vm, args[0], arg_or(args[1], VALUE_NONE), true);
    return done < 0 ? VALUE_RAISED : value_bool(done);
}

static Value gather_make(VM *vm, Value *args, int nargs)
{
    return raise_type(vm, "_GatheringFuture: use gather()");
}

static const NativeSpec gather_methods[] = {
    { "__new__", gather_make, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "cancel", gather_cancel, "self, msg=None", 0, 0, 0, "Cancels every child that is not done." },
    { 0 },
};
static const TypeSpec gather_type = { "_GatheringFuture", "asyncio.tasks", NULL, KIND_FUTURE, CLASS_FINAL | CLASS_LIKE_SCRIPT,
                                      gather_methods, NULL };

bool gather_types_setup(VM *vm, LoopState *state)
{
    state->gather_class = type_create(vm, &gather_type, state->future_class);
    return state->gather_class != NULL;
}
