/* task.c - Task: stepping a coroutine, waking it, cancelling it. Read task_step first.
 * The innermost frame is entered directly, however deep the chain of awaits is (vm/fiber.h); a step and a
 * wake-up allocate nothing. */
#include "runtime/loop/task.h"

#include "runtime/loop/cancel.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/origin.h"
#include "runtime/modules/contextvars.h"
#include "runtime/modules/helpers.h"
#include "runtime/traceback.h"

#include "bytecode/code.h"

void task_visit(Marker *marker, Obj *obj)
{
    Task *task = (Task *)(void *)obj;
    if (UNLIKELY(task->future.loop && task->future.loop->state->survey) && value_is_obj(task->waits_on) &&
        !(task->task_flags & (TASK_QUEUED | TASK_CAN_GO_ON)))
        return; /* it waits: what it holds it can do nothing with, until it is woken */
    future_visit(marker, obj);
    mark_value(marker, task->coro);
    mark_value(marker, task->waits_on);
    mark_value(marker, task->context);
    if (LIKELY(!(task->future.loop && task->future.loop->state->survey)))
        mark_object(marker, task->next);
}

/* --- the loop's list of unfinished Tasks ------------------------------------------------------------- */

static void list_task(Loop *loop, Task *task)
{
    task->task_flags |= TASK_LISTED;
    task->previous = loop->last_task;
    if (loop->last_task)
        loop->last_task->next = task;
    else
        loop->first_task = task;
    loop->last_task = task;
    loop->task_count++;
}

static void unlist_task(Loop *loop, Task *task)
{
    if (!(task->task_flags & TASK_LISTED))
        return;
    task->task_flags &= (uint16_t)~TASK_LISTED;
    if (task->previous)
        task->previous->next = task->next;
    else
        loop->first_task = task->next;
    if (task->next)
        task->next->previous = task->previous;
    else
        loop->last_task = task->previous;
    task->next = task->previous = NULL;
    loop->task_count--;
}

Value task_all(VM *vm, Loop *loop)
{
    Set *set = set_new(vm->heap, KIND_SET, loop->task_count);
    if (!set)
        return raise_memory(vm);
    vm_keep(vm, OBJ(set));
    size_t left = loop->task_count; /* hashing a Task of a script's class may run script code */
    for (Task *task = loop->first_task; task && left-- > 0; task = task->next)
        if (vm_set_add(vm, set, OBJ(task)) < 0)
            return VALUE_RAISED;
    return OBJ(set);
}

/* --- stepping ------------------------------------------------------------------------------------------ */

/* The parts of a step are inlined into both of its forms, task_step_untold and step_told. */

void task_queue(Task *task, const char *kind, const char *why)
{
    task->task_flags |= TASK_QUEUED;
    loop_make_ready(task->future.loop, &task->future.obj, kind, why, NULL);
}

static void throw_soon(Task *task, Value error)
{
    task->future.result = error;
    task->task_flags |= TASK_THROW;
    task_queue(task, "step", "called soon");
}

/* RuntimeError in the next step. The pending exception of raise_... becomes it. */
static void fail_soon(VM *vm, Task *task)
{
    throw_soon(task, vm_take_exception(vm));
}

static bool is_fiber(Value coro)
{
    return value_is_kind(coro, KIND_COROUTINE) || value_is_kind(coro, KIND_GENERATOR);
}

/* A coroutine that is no Fiber: an object with send and throw. */
static RunResult foreign_step(VM *vm, Value coro, Value throw, Value *out)
{
    Value result = value_is_unset(throw)
                       ? vm_call_method(vm, coro, NAME(vm, send), 1, &VALUE_NONE)
                       : vm_call_method(vm, coro, NAME(vm, throw), 1, &throw);
    if (!value_is_raised(result)) {
        *out = result;
        return RUN_SUSPENDED;
    }
    if (!vm_exception_is(vm, vm->exc[EXC_StopIteration]))
        return RUN_RAISED;
    Exception *stop = as_exception(vm_take_exception(vm));
    bool in_args = value_is_unset(stop->extra) && tuple_length(stop->args) > 0;
    *out = in_args ? stop->args->items[0] : arg_or(stop->extra, VALUE_NONE);
    return RUN_RETURNED;
}

static void finish(Task *task)
{
    unlist_task(task->future.loop, task);
}

static inline __attribute__((always_inline)) void end_with_result(VM *vm, Task *task, Value result)
{
    finish(task);
    if (task->task_flags & TASK_MUST_CANCEL) { /* cancelled right before it ended: the value is lost */
        task->task_flags &= (uint16_t)~TASK_MUST_CANCEL;
        future_cancel(&task->future, arg_or(task->future.result, VALUE_NONE));
        return;
    }
    future_set_result(vm, &task->future, result);
}

/* false: the exception goes on through the loop. */
static inline __attribute__((always_inline)) bool end_with_exception(VM *vm, Task *task)
{
    finish(task);
    Future *future = &task->future;
    Value error = vm_keep(vm, vm_take_exception(vm));
    Exception *exc = as_exception(error);
    for (uint32_t i = exc->tb_count; i-- > 0 && exc->tb[i].task == 0;) /* its frames are the outermost so far */
        exc->tb[i].task = observe_id(vm, &future->obj).n;
    future->result = VALUE_UNSET;
    if (vm->exc[EXC_CancelledError] && value_is_a(vm, error, vm->exc[EXC_CancelledError])) {
        future->result = error;
        future->flags |= FUTURE_HAS_EXC;
        future_cancel(future, VALUE_NONE);
        return true;
    }
    bool alone = vm->loops->tell_failures && value_is_unset(future->first.callback);
    future_set_exception(vm, future, error);
    if (alone && value_is_a(vm, error, vm->exc[EXC_Exception]))
        future_finalise(vm, future); /* the prompt's learner is told now, not when it is freed */
    else if (alone)
        future->flags &= (uint8_t)~FUTURE_LOG; /* it goes on through the loop */
    if (value_is_a(vm, error, vm->exc[EXC_KeyboardInterrupt]) || value_is_a(vm, error, vm->exc[EXC_SystemExit])) {
        vm->exception = error;
        return false;
    }
    return true;
}

/* What the wake-up brings: an exception to throw in, or UNSET. */
static inline __attribute__((always_inline)) Value woken_with(VM *vm, Value waited)
{
    if (LIKELY(future_is(waited))) {
        Future *future = as_future(waited);
        if (LIKELY(future->state == FUTURE_FINISHED && !future_failed(future)))
            return VALUE_UNSET; /* SEND takes the result itself */
        if (future_done(future)) {
            future_result(vm, future);
            return vm_take_exception(vm);
        }
        return VALUE_UNSET;
    }
    Value result = vm_call_method(vm, waited, name_of(vm, "result"), 0, NULL);
    return value_is_raised(result) ? vm_take_exception(vm) : VALUE_UNSET;
}

/* The task stops: on waits_on, on an object that acts as a Future, or it gives way. */
COLD static void tell_stop(VM *vm, Task *task, bool yields)
{
    const Frame *tip = is_fiber(task->coro) ? AS(Fiber, task->coro)->tip : NULL;
    if (yields)
        EMIT(vm, task_yield, .id = observe_id(vm, &task->future.obj), .frame = tip);
    else
        EMIT(vm, task_wait, .id = observe_id(vm, &task->future.obj),
             .id2 = future_is(task->waits_on) ? observe_id(vm, value_obj(task->waits_on)) : ID(0, 0),
             .value = task->waits_on, .frame = tip);
}

static Value wakeup_native(VM *vm, Value *args, int nargs);
static const NativeSpec wakeup_spec = { "task_wakeup", wakeup_native, "...", 1, 2, 0, NULL };

/* The Task suspended on `waited`, an object of a script that acts as a Future. */
static bool wait_for_foreign(VM *vm, Task *task, Value waited)
{
    Value blocking = vm_getattr_or_unset(vm, waited, NAME(vm, _asyncio_future_blocking));
    if (value_is_raised(blocking))
        return false;
    if (value_is_unset(blocking) || value_is_none(blocking)) {
        if (value_is_kind(waited, KIND_GENERATOR))
            raise_runtime(vm, "yield was used instead of yield from for generator in task %R with %R", OBJ(task),
                          waited);
        else
            raise_runtime(vm, "Task got bad yield: %R", waited);
        return false;
    }
    Value get_loop = vm_call_method(vm, waited, name_of(vm, "get_loop"), 0, NULL);
    if (value_is_raised(get_loop))
        return false;
    if (!value_same(get_loop, OBJ(task->future.loop))) {
        raise_runtime(vm, "Task %R got Future %R attached to a different loop", OBJ(task), waited);
        return false;
    }
    int truth = vm_truth(vm, blocking);
    if (truth <= 0) {
        if (truth == 0)
            raise_runtime(vm, "yield was used instead of yield from in task %R with %R", OBJ(task), waited);
        return false;
    }
    if (!vm_setattr(vm, waited, NAME(vm, _asyncio_future_blocking), VALUE_FALSE))
        return false;
    Native *wakeup = native_create(vm, &wakeup_spec, VALUE_UNSET);
    if (!wakeup)
        return false;
    wakeup->data = OBJ(task);
    Value self = OBJ(bound_new(vm->heap, OBJ(task), OBJ(wakeup)));
    vm_keep(vm, self);
    Dict *kw = dict_new(vm->heap, 1);
    Value context = context_object(vm, task->context);
    if (!kw || value_is_raised(context) || !dict_set_name(vm->heap, kw, name_of(vm, "context"), context)) {
        if (!vm_raised(vm))
            raise_memory(vm);
        return false;
    }
    vm_keep(vm, OBJ(kw));
    Value method = vm_getattr(vm, waited, name_of(vm, "add_done_callback"));
    if (value_is_raised(method))
        return false;
    if (value_is_raised(vm_call_kw(vm, vm_keep(vm, method), 1, &self, kw)))
        return false;
    task->waits_on = waited;
    if (OBSERVED(vm))
        tell_stop(vm, task, false);
    return true;
}

static inline __attribute__((always_inline)) bool wait_for_future(VM *vm, Task *task, Value waited)
{
    Future *future = as_future(waited);
    if (UNLIKELY(future->loop != task->future.loop)) {
        raise_runtime(vm, "Task %R got Future %R attached to a different loop", OBJ(task), waited);
        return false;
    }
    if (UNLIKELY(!(future->flags & FUTURE_BLOCKING))) {
        raise_runtime(vm, "yield was used instead of yield from in task %R with %R", OBJ(task), waited);
        return false;
    }
    if (UNLIKELY(value_same(waited, OBJ(task)))) {
        raise_runtime(vm, "Task cannot await on itself: %R", OBJ(task));
        return false;
    }
    future->flags &= (uint8_t)~FUTURE_BLOCKING;
    task->waits_on = waited;
    if (OBSERVED(vm)) {
        tell_stop(vm, task, false);
        future_add_wakeup_told(vm, future, task);
    } else {
        future_add_wakeup(vm, future, task);
    }
    return true;
}

/* The coroutine gave `waited` up to the loop. */
static inline __attribute__((always_inline)) void suspended(VM *vm, Task *task, Value waited)
{
    vm_keep(vm, waited);
    if (value_is_none(waited) || (future_is(waited) && as_future(waited)->kind == FUTURE_GIVE_WAY)) {
        if (OBSERVED(vm))
            tell_stop(vm, task, true);
        task_queue(task, "step", "gave way");
        return;
    }
    if (!(future_is(waited) ? wait_for_future(vm, task, waited) : wait_for_foreign(vm, task, waited))) {
        if (OBSERVED(vm))
            tell_stop(vm, task, true);
        fail_soon(vm, task);
        return;
    }
    if (UNLIKELY(task->task_flags & TASK_MUST_CANCEL)) {
        Value message = task->future.result;
        int done = cancel_request(vm, waited, arg_or(message, VALUE_NONE), false);
        if (done < 0)
            vm_take_exception(vm);
        else if (done > 0) {
            EMIT(vm, cancel_passed, .id = observe_id(vm, &task->future.obj),
                 .id2 = future_is(waited) ? observe_id(vm, value_obj(waited)) : ID(0, 0), .value = message);
            task->task_flags &= (uint16_t)~TASK_MUST_CANCEL;
            task->future.result = VALUE_UNSET;
        }
    }
}

COLD static void tell_step(VM *vm, Task *task, Value throw, Value waited)
{
    bool thrown = !value_is_unset(throw);
    Value sent = VALUE_NONE;
    if (!thrown && future_is(waited) && as_future(waited)->state == FUTURE_FINISHED)
        sent = as_future(waited)->result;
    vm->raise_told = VALUE_UNSET;
    task->future.loop->woken = future_is(waited) && as_future(waited)->kind != FUTURE_GIVE_WAY ? as_future(waited) : NULL;
    EMIT(vm, task_step, .id = observe_id(vm, &task->future.obj), .id2 = ID('H', task->future.handle_id),
         .word = thrown ? "throw" : "send", .value = thrown ? throw : sent);
}

/* told: somebody observed when the step began; a constant at each call. */
static inline __attribute__((always_inline)) bool step(Task *task, bool told)
{
    Loop *loop = task->future.loop;
    VM *vm = loop->vm;
    Value throw = VALUE_UNSET, waited = task->waits_on;
    task->task_flags &= (uint16_t)~(TASK_QUEUED | TASK_GAVE_WAY | TASK_LOOKED_AT);
    if (UNLIKELY(future_done(&task->future)))
        return true;
    if (UNLIKELY(task->task_flags & TASK_THROW)) {
        task->task_flags &= (uint16_t)~TASK_THROW;
        throw = task->future.result;
        task->future.result = VALUE_UNSET;
    } else if (value_is_obj(waited)) {
        throw = woken_with(vm, waited);
    }
    task->waits_on = VALUE_UNSET;
    if (UNLIKELY(task->task_flags & TASK_MUST_CANCEL)) {
        task->task_flags &= (uint16_t)~TASK_MUST_CANCEL;
        if (value_is_unset(throw) || !value_is_a(vm, throw, vm->exc[EXC_CancelledError])) {
            Value message = task->future.result;
            bool with = !value_is_unset(message) && !value_is_none(message);
            throw = exception_make(vm, vm->exc[EXC_CancelledError], with, &message);
        }
        task->future.result = VALUE_UNSET;
        if (value_is_unset(throw))
            throw = vm_take_exception(vm);
    }
    if (value_is_obj(throw))
        vm_keep(vm, throw);
    Task *outer = loop->current; /* only an eager start has one */
    loop->current = task;
    if (told)
        tell_step(vm, task, throw, waited);
    Value before = context_enter(vm, task->context), out = VALUE_NONE;
    if (UNLIKELY(value_is_obj(before)))
        vm_keep(vm, before);
    RunResult how = LIKELY(is_fiber(task->coro))
                        ? fiber_resume(vm, AS(Fiber, task->coro), VALUE_NONE, throw, &out)
                        : foreign_step(vm, task->coro, throw, &out);
    task->context = context_leave(vm, before);
    bool fine = true;
    switch (how) {
    case RUN_SUSPENDED: suspended(vm, task, out); break;
    case RUN_RETURNED: end_with_result(vm, task, out); break;
    default: fine = end_with_exception(vm, task);
    }
    loop->current = outer;
    return fine;
}

bool task_step_untold(Task *task)
{
    return step(task, false);
}

COLD static bool step_told(Task *task)
{
    return step(task, true);
}

bool task_step(Task *task)
{
    return OBSERVED(task->future.loop->vm) ? step_told(task) : task_step_untold(task);
}

/* add_done_callback of a foreign awaitable calls this: wakeup(task, future). */
static Value wakeup_native(VM *vm, Value *args, int nargs)
{
    if (nargs < 1 || !task_is(args[0]))
        return raise_type(vm, "task_wakeup() takes the future that is done");
    Task *task = AS(Task, args[0]);
    return task_step(task) ? VALUE_NONE : VALUE_RAISED;
}

/* --- making ---------------------------------------------------------------------------------------------- */

bool coroutine_is(VM *vm, Value v)
{
    if (value_is_kind(v, KIND_COROUTINE))
        return true;
    if (value_is_kind(v, KIND_GENERATOR)) { /* @asyncio.coroutine marks its functions; types.coroutine does not */
        Function *func = fiber_function(AS(Fiber, v));
        Dict *attributes = func->code->flags & CODE_ITERABLE_COROUTINE ? heap_attrs(vm->heap, &func->obj, false)
                                                                        : NULL;
        return attributes && !value_is_unset(dict_get_name(attributes, name_of(vm, "_is_coroutine")));
    }
    if (!value_is_kind(v, KIND_INSTANCE))
        return false;
    static const char *const needed[] = { "__await__", "send", "throw", "close" };
    for (size_t i = 0; i < 4; i++)
        if (value_is_unset(class_lookup(vm, value_obj(v)->cls, name_of(vm, needed[i]))))
            return false;
    return true;
}

/* The file, line and name of a coroutine's function for events; NULL: none. */
static Function *function_of(Value coro)
{
    return is_fiber(coro) ? fiber_function(AS(Fiber, coro)) : NULL;
}

/* A name of its own lies beside the heap: most Tasks have none and stay small. */
static bool keep_name(VM *vm, Task *task, Value name)
{
    Str *text = value_is_exactly(name, KIND_STR) ? as_str(name) : vm_str(vm, name);
    if (!text)
        return false;
    vm_keep(vm, OBJ(text));
    Dict *attributes = heap_attrs(vm->heap, &task->future.obj, true);
    if (!attributes || !dict_set_name(vm->heap, attributes, name_of(vm, "_task_name"), OBJ(text))) {
        raise_memory(vm);
        return false;
    }
    task->number = 0;
    return true;
}

static Value name_value(VM *vm, Task *task)
{
    if (task->number) {
        Str *text = vm_format(vm, "Task-%u", (uint64_t)task->number);
        return text ? OBJ(text) : VALUE_RAISED;
    }
    Dict *attributes = heap_attrs(vm->heap, &task->future.obj, false);
    Value name = attributes ? dict_get_name(attributes, name_of(vm, "_task_name")) : VALUE_UNSET;
    return arg_or(name, VALUE_NONE);
}

COLD static void tell_new(VM *vm, Task *task)
{
    Function *func = function_of(task->coro);
    Value text = name_value(vm, task);
    if (value_is_raised(text))
        vm_take_exception(vm);
    else
        vm_keep(vm, text);
    EMIT(vm, task_new, .id = observe_id(vm, &task->future.obj),
         .id2 = is_fiber(task->coro) ? observe_id(vm, value_obj(task->coro)) : ID(0, 0),
         .text = value_is_str(text) ? as_str(text) : NULL, .fn = func, .value = func ? OBJ(func) : VALUE_NONE);
}

static bool task_setup(VM *vm, Task *task, Loop *loop, Value coro, Value name, Value context)
{
    if (!coroutine_is(vm, coro)) {
        raise_type(vm, "a coroutine was expected, got %R", coro);
        return false;
    }
    if (value_is_unset(name) || value_is_none(name))
        task->number = (uint32_t)++loop->state->task_number;
    else if (!keep_name(vm, task, name))
        return false;
    if (value_is_unset(context) || value_is_none(context))
        context = context_snapshot(vm);
    task->future.loop = loop;
    task->future.kind = FUTURE_TASK;
    task->coro = coro;
    task->context = context;
    task->task_flags = TASK_LOG_DESTROY;
    task->future.obj.aux = ++vm->next_id['T']; /* in every run: a report names the same Tasks as a trace */
    list_task(loop, task);
    origin_note(loop, &task->future.obj);
    if (OBSERVED(vm))
        tell_new(vm, task);
    return true;
}

Task *task_new(VM *vm, Loop *loop, Class *cls, Value coro, Value name, Value context)
{
    Task *task = cls ? heap_new_for(vm->heap, cls, sizeof *task)
                     : heap_new(vm->heap, KIND_TASK, sizeof *task);
    if (UNLIKELY(!value_is_unset(name) && !value_is_none(name)))
        vm_keep(vm, OBJ(task));
    if (!task_setup(vm, task, loop, coro, name, context))
        return NULL;
    task_queue(task, "step", "new task");
    return task;
}

Value ensure_future(VM *vm, Value v, Loop *loop)
{
    if (future_is(v)) {
        if (loop && as_future(v)->loop != loop)
            return raise_value(vm, "The future belongs to a different loop than the one specified as the loop "
                                   "argument");
        return v;
    }
    bool is_coroutine = coroutine_is(vm, v);
    if (!is_coroutine && value_is_obj(v) && value_obj(v)->cls) {
        Value blocking = value_is_kind(v, KIND_INSTANCE)
                             ? vm_getattr_or_unset(vm, v, NAME(vm, _asyncio_future_blocking))
                             : VALUE_UNSET;
        if (value_is_raised(blocking))
            return blocking;
        if (!value_is_unset(blocking) && !value_is_none(blocking))
            return v;
        bool marked = value_is_kind(v, KIND_GENERATOR) &&
                      fiber_function(AS(Fiber, v))->code->flags & CODE_ITERABLE_COROUTINE;
        if (!marked && value_is_unset(class_lookup(vm, value_obj(v)->cls, NAME(vm, __await__))))
            return raise_type(vm, "An asyncio.Future, a coroutine or an awaitable is required");
        Value wrap = module_attribute(vm, "asyncio.coroutines", "_wrap_awaitable");
        if (value_is_raised(wrap))
            return wrap;
        v = vm_call(vm, wrap, 1, &v);
        if (value_is_raised(v))
            return v;
        vm_keep(vm, v);
    } else if (!is_coroutine) {
        return raise_type(vm, "An asyncio.Future, a coroutine or an awaitable is required");
    }
    if (!loop && !(loop = loop_get(vm)))
        return VALUE_RAISED;
    return vm_call_method(vm, OBJ(loop), name_of(vm, "create_task"), 1, &v);
}

/* --- reprs and reports -------------------------------------------------------------------------------------- */

static bool describe_coro(VM *vm, StrBuilder *out, Value coro)
{
    Value name = vm_getattr_or_unset(vm, coro, NAME(vm, __qualname__));
    if (value_is_unset(name))
        name = vm_getattr_or_unset(vm, coro, NAME(vm, __name__));
    if (value_is_raised(name))
        return false;
    if (value_is_str(name) && str_length(as_str(name)) > 0) {
        builder_str(out, as_str(name));
        builder_cstr(out, "()");
    } else {
        char buffer[128];
        builder_printf(out, "<%s without __name__>()", type_name(vm, coro, buffer));
    }
    if (!is_fiber(coro))
        return true;
    Fiber *fiber = AS(Fiber, coro);
    Code *code = fiber_function(fiber)->code;
    bool done = fiber->state == FIBER_DONE;
    uint32_t line = done || fiber->state == FIBER_CREATED ? code->first_line : fiber_line(vm, fiber);
    builder_cstr(out, done ? " done, defined at " : " running at ");
    builder_str(out, code->filename);
    builder_printf(out, ":%u", line);
    return true;
}

static bool describe_middle(VM *vm, StrBuilder *out, Future *future)
{
    Task *task = (Task *)(void *)future;
    Value name = name_value(vm, task);
    Str *text = value_is_raised(name) ? NULL : vm_repr(vm, name);
    if (!text)
        return false;
    builder_cstr(out, " name=");
    builder_str(out, text);
    if (value_is_obj(task->coro)) {
        builder_cstr(out, " coro=<");
        if (!describe_coro(vm, out, task->coro))
            return false;
        builder_char(out, '>');
    }
    if (value_is_obj(task->waits_on)) {
        Str *waited = vm_repr(vm, task->waits_on);
        if (!waited)
            return false;
        builder_cstr(out, " wait_for=");
        builder_str(out, waited);
    }
    return true;
}

/* Is it the value of a global name of the script, or in a list, tuple or dict that is one? */
static bool held_by_script(const VM *vm, const Obj *obj)
{
    for (DictEntry *e = NULL; (e = dict_next(vm->main->dict, e));) {
        Value v = e->value;
        const Value *items = value_is_list(v) ? as_list(v)->items : value_is_tuple(v) ? as_tuple(v)->items : &e->value;
        size_t count = value_is_list(v) ? as_list(v)->count : value_is_tuple(v) ? tuple_length(as_tuple(v)) : 1;
        for (size_t i = 0; i < count; i++)
            if (value_is_obj(items[i]) && value_obj(items[i]) == obj)
                return true;
        for (DictEntry *in = NULL; value_is_kind(v, KIND_DICT) && (in = dict_next(as_dict(v), in));)
            if (value_is_obj(in->value) && value_obj(in->value) == obj)
                return true;
    }
    return false;
}

/* A Task that only its loop kept is part of a cycle: of that the coroutine, the oldest, goes first. */
static void end_coroutine(VM *vm, Task *task)
{
    if (!is_fiber(task->coro) || AS(Fiber, task->coro)->state != FIBER_SUSPENDED)
        return;
    const Loop *loop = task->future.loop;
    if (held_by_script(vm, &task->future.obj) || (!loop->closed && held_by_script(vm, &loop->obj)))
        return;
    if (!fiber_close(vm, AS(Fiber, task->coro), NULL))
        unraisable_print(vm, vm_keep(vm, vm_take_exception(vm)), task->coro);
}

void task_finalise(VM *vm, Task *task)
{
    if (future_done(&task->future)) {
        future_finalise(vm, &task->future);
        return;
    }
    if (!(task->task_flags & TASK_LOG_DESTROY) || !task->future.loop)
        return;
    task->task_flags &= (uint16_t)~TASK_LOG_DESTROY;
    end_coroutine(vm, task);
    Str *message = vm_format(vm, "Task was destroyed but it is pending!");
    if (!message || !loop_report(task->future.loop, message, VALUE_UNSET, "task", OBJ(task)))
        vm_take_exception(vm);
}

/* At the end of the process nobody takes it apart: its coroutine stays where it is. */
void task_spare(Task *task)
{
    task->task_flags &= (uint16_t)~TASK_LOG_DESTROY;
    if (is_fiber(task->coro))
        value_obj(task->coro)->flags &= (uint8_t)~OBJ_FINALISE;
}

/* --- what scripts see ---------------------------------------------------------------------------------------- */

static Value task_new_native(VM *vm, Value *args, int nargs)
{
    return OBJ(heap_new_for(vm->heap, as_class(args[0]), sizeof(Task)));
}

static Value task_init(VM *vm, Value *args, int nargs)
{
    Task *task = AS(Task, args[0]);
    Loop *loop;
    if (task->task_flags & TASK_LISTED)
        return raise_runtime(vm, "Task was made already");
    if (value_is_unset(args[2]) || value_is_none(args[2])) {
        loop = loop_get(vm);
        if (!loop)
            return VALUE_RAISED;
    } else if (!loop_value_is(args[2])) {
        return raise_type(vm, "loop must be an event loop, not %T", args[2]);
    } else {
        loop = AS(Loop, args[2]);
    }
    int eager = value_is_unset(args[5]) ? 0 : vm_truth(vm, args[5]);
    if (eager < 0 || !task_setup(vm, task, loop, args[1], args[3], args[4]))
        return VALUE_RAISED;
    if (eager && loop->running) {
        Task *before = loop->current;
        bool fine = task_step(task);
        loop->current = before;
        if (fine && future_done(&task->future)) /* as if there had been no Task */
            task->coro = VALUE_UNSET;
        return fine ? VALUE_NONE : VALUE_RAISED;
    }
    task_queue(task, "step", "new task");
    return VALUE_NONE;
}

static Value task_repr(VM *vm, Value *args, int nargs)
{
    Str *text = future_repr_with(vm, as_future(args[0]), describe_middle);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value task_cancel_native(VM *vm, Value *args, int nargs)
{
    if (!as_future(args[0])->loop)
        return raise_runtime(vm, "Task object is not initialized.");
    int answer = cancel_request(vm, args[0], arg_or(args[1], VALUE_NONE), true);
    return answer < 0 ? VALUE_RAISED : value_bool(answer);
}

static Value task_cancelling(VM *vm, Value *args, int nargs)
{
    return value_small(AS(Task, args[0])->cancels);
}

static Value task_uncancel(VM *vm, Value *args, int nargs)
{
    Task *task = AS(Task, args[0]);
    if (task->cancels > 0 && --task->cancels == 0 && task->task_flags & TASK_MUST_CANCEL) {
        task->task_flags &= (uint16_t)~TASK_MUST_CANCEL;
        task->future.result = VALUE_UNSET;
    }
    return value_small(task->cancels);
}

static Value task_get_name(VM *vm, Value *args, int nargs)
{
    return name_value(vm, AS(Task, args[0]));
}

static Value task_set_name(VM *vm, Value *args, int nargs)
{
    return keep_name(vm, AS(Task, args[0]), args[1]) ? VALUE_NONE : VALUE_RAISED;
}

static Value task_get_coro(VM *vm, Value *args, int nargs)
{
    return arg_or(AS(Task, args[0])->coro, VALUE_NONE);
}

static Value task_get_context(VM *vm, Value *args, int nargs)
{
    Task *task = AS(Task, args[0]);
    bool runs = task->future.loop && task->future.loop->current == task;
    Value context = context_object(vm, runs ? vm->current_context : task->context);
    if (value_is_raised(context))
        return context;
    task->context = context;
    if (runs)
        vm->current_context = context;
    return context;
}

static Value task_set_result(VM *vm, Value *args, int nargs)
{
    return raise_runtime(vm, "Task does not support set_result operation");
}

static Value task_set_exception(VM *vm, Value *args, int nargs)
{
    return raise_runtime(vm, "Task does not support set_exception operation");
}

/* lib/asyncio/tasks.ma does it. */
static Value call_of_stack(VM *vm, const char *name, Value *args, int nargs)
{
    Value function = module_attribute(vm, "asyncio.tasks", name);
    return value_is_raised(function) ? function : vm_call(vm, vm_keep(vm, function), nargs, args);
}

static Value task_get_stack(VM *vm, Value *args, int nargs)
{
    Value given[2] = { args[0], arg_or(args[1], VALUE_NONE) };
    return call_of_stack(vm, "_get_stack", given, 2);
}

static Value task_print_stack(VM *vm, Value *args, int nargs)
{
    Value given[3] = { args[0], arg_or(args[1], VALUE_NONE), arg_or(args[2], VALUE_NONE) };
    return call_of_stack(vm, "_print_stack", given, 3);
}

static Value task_run_native(VM *vm, Value *args, int nargs)
{
    return task_step(AS(Task, args[0])) ? VALUE_NONE : VALUE_RAISED;
}

static Value get_coro(VM *vm, Value self)
{
    return arg_or(AS(Task, self)->coro, VALUE_NONE);
}

static Value get_waits_on(VM *vm, Value self)
{
    return arg_or(AS(Task, self)->waits_on, VALUE_NONE);
}

static Value get_must_cancel(VM *vm, Value self)
{
    return value_bool(AS(Task, self)->task_flags & TASK_MUST_CANCEL);
}

static Value get_log_destroy(VM *vm, Value self)
{
    return value_bool(AS(Task, self)->task_flags & TASK_LOG_DESTROY);
}

static bool set_log_destroy(VM *vm, Value self, Value value)
{
    int truth = value_is_unset(value) ? 0 : vm_truth(vm, value);
    Task *task = AS(Task, self);
    if (truth >= 0)
        task->task_flags = (uint16_t)(truth ? task->task_flags | TASK_LOG_DESTROY
                                            : task->task_flags & ~TASK_LOG_DESTROY);
    return truth >= 0;
}

static const NativeSpec task_methods[] = {
    { "__new__", task_new_native, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, "Drives one coroutine." },
    { "__init__", task_init, "self, coro, *, loop=None, name=None, context=None, eager_start=False", 0, 0, 0, NULL },
    { "cancel", task_cancel_native, "self, msg=None", 0, 0, 0,
      "Throws CancelledError in at the innermost await, in the next turn; False if it is done already." },
    { "cancelling", task_cancelling, "self, /", 0, 0, 0, "How many cancel() are not taken back." },
    { "uncancel", task_uncancel, "self, /", 0, 0, 0, "Takes one cancel() back; how many are left." },
    { "get_name", task_get_name, "self, /", 0, 0, 0, "Its name." },
    { "set_name", task_set_name, "self, name, /", 0, 0, 0, "Gives it another name." },
    { "get_coro", task_get_coro, "self, /", 0, 0, 0, "The coroutine it drives." },
    { "get_context", task_get_context, "self, /", 0, 0, 0, "The context it runs in." },
    { "get_stack", task_get_stack, "self, *, limit=None", 0, 0, 0, "The frame it stands in, in a list." },
    { "print_stack", task_print_stack, "self, *, limit=None, file=None", 0, 0, 0, "Prints where it stands." },
    { "set_result", task_set_result, "self, result, /", 0, 0, 0, NULL },
    { "set_exception", task_set_exception, "self, exception, /", 0, 0, 0, NULL },
    { "_run", task_run_native, "self, /", 0, 0, 0, NULL },
    { "__repr__", task_repr, "self, /", 0, 0, 0, NULL },
    { "__class_getitem__", alias_class_getitem, "cls, item, /", 0, 0, NATIVE_CLASS, NULL },
    { 0 },
};
static const GetSetSpec task_getsets[] = {
    { "_coro", get_coro, NULL, NULL },
    { "_fut_waiter", get_waits_on, NULL, NULL },
    { "_must_cancel", get_must_cancel, NULL, NULL },
    { "_log_destroy_pending", get_log_destroy, set_log_destroy, NULL },
    { 0 },
};
static const TypeSpec task_type = { "Task", "_asyncio", "Drives one coroutine; is the Future of its result.",
                                    KIND_TASK, 0, task_methods, task_getsets };

bool task_types_setup(VM *vm, LoopState *state)
{
    heap_set_kind(vm->heap, KIND_TASK, task_visit, future_release);
    state->task_class = type_create(vm, &task_type, state->future_class);
    return state->task_class != NULL;
}
