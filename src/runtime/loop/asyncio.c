/* asyncio.c - the module _asyncio: what scripts see of the loop. lib/asyncio/ builds the rest on it. */
#include "runtime/loop/report.h"
#include "runtime/loop/cancel.h"
#include "runtime/loop/gather.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/shortcut.h"
#include "runtime/loop/task.h"
#include "runtime/loop/threads.h"
#include "runtime/modules/contextvars.h"
#include "runtime/modules/helpers.h"
#include "runtime/traceback.h"

#include "base/mem.h"
#include "base/platform.h"
#include "bytecode/code.h"

#define LOOP(v) AS(Loop, v)

/* So long a step may go on after a Ctrl-C that cancelled the main Task; then KeyboardInterrupt is raised in it. */
#define INTERRUPT_GRACE_NS ((int64_t)80 * 1000000)

/* --- memory ------------------------------------------------------------------------------------------- */

static void loop_visit(Marker *marker, Obj *obj)
{
    Loop *loop = (Loop *)(void *)obj;
    ready_visit(marker, &loop->ready);
    timers_visit(marker, &loop->timers);
    mark_object(marker, loop->entry);
    mark_object(marker, loop->current);
    if (LIKELY(!loop->state->survey))
        mark_object(marker, loop->first_task); /* each marks the next */
    for (size_t i = 0; i < loop->watch_count; i++) {
        mark_object(marker, loop->watches[i].reader);
        mark_object(marker, loop->watches[i].writer);
    }
    mark_value(marker, loop->exception_handler);
    mark_value(marker, loop->task_factory);
    mark_value(marker, loop->executor);
    mark_value(marker, loop->signals);
    mark_object(marker, loop->asyncgens);
}

static void release(Heap *heap, Obj *obj)
{
    loop_release(heap, (Loop *)(void *)obj);
}

static void state_visit(Marker *marker, void *owner)
{
    LoopState *state = owner;
    Class *classes[] = { state->future_class, state->task_class, state->handle_class,
                         state->timer_handle_class, state->loop_class, state->future_iter_class,
                         state->gather_class };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        mark_object(marker, classes[i]);
    mark_value(marker, state->current_loop);
    mark_value(marker, state->run_done);
    mark_object(marker, state->interrupt_task);
    mark_object(marker, state->prompt);
    mark_object(marker, state->vm->loop);
    threads_visit(marker, state);
    shortcut_forget(state);
}

void loop_state_free(VM *vm)
{
    if (!vm->loops)
        return;
    heap_remove_root(vm->heap, state_visit, vm->loops);
    report_watch_end(vm);
    threads_free(vm->loops);
    mem_free(vm->loops, sizeof(LoopState));
    vm->loops = NULL;
}

/* An async generator that nobody can go on with: the loop runs its aclose() (asyncgen finalizer hook). */
static void close_dropped_asyncgen(VM *vm, Obj *obj)
{
    Loop *loop = vm->loop;
    if (!loop || loop->closed)
        return;
    Value self = value_from_obj(obj);
    Value closing = vm_call_method(vm, self, name_of(vm, "aclose"), 0, NULL);
    if (!value_is_raised(closing)) {
        vm_keep(vm, closing);
        Value create = module_attribute(vm, "asyncio", "ensure_future");
        if (!value_is_raised(create)) { /* one round later, as CPython's hook */
            Value window[2] = { vm_keep(vm, create), closing };
            vm_call_method(vm, OBJ(loop), name_of(vm, "call_soon"), 2, window);
        }
    }
    if (vm_raised(vm))
        vm_take_exception(vm);
}

bool loop_finalise(VM *vm, Obj *obj)
{
    switch (obj->kind & KIND_MASK) {
    case KIND_FUTURE: future_finalise(vm, (Future *)(void *)obj); return true;
    case KIND_TASK: task_finalise(vm, (Task *)(void *)obj); return true;
    case KIND_ASYNCGEN: close_dropped_asyncgen(vm, obj); return true;
    case KIND_LOOP: { /* with it end the Tasks it held */
        Loop *loop = (Loop *)(void *)obj;
        if (OBSERVED(vm) && !loop->closed)
            loop_tell_close(loop);
        size_t left = loop->task_count;
        for (Task *task = loop->first_task; task && left-- > 0; task = task->next)
            task_finalise(vm, task);
        return true;
    }
    default: return false;
    }
}

void loop_spare_tasks(VM *vm)
{
    if (!vm->loops || !loop_value_is(vm->loops->current_loop))
        return;
    Loop *loop = LOOP(vm->loops->current_loop);
    for (Task *task = loop->closed ? NULL : loop->first_task; task; task = task->next)
        task_spare(task);
}

/* --- which loop ------------------------------------------------------------------------------------------- */

Loop *loop_get_running(VM *vm)
{
    if (LIKELY(vm->loop != NULL))
        return vm->loop;
    if (vm->loops->prompt)
        return vm->loops->prompt;
    raise_runtime(vm, "no running event loop");
    return NULL;
}

Loop *loop_get(VM *vm)
{
    if (LIKELY(vm->loop != NULL))
        return vm->loop;
    LoopState *state = vm->loops;
    if (state->prompt && !loop_value_is(state->current_loop))
        return state->prompt;
    if (value_is_unset(state->current_loop))
        state->current_loop = OBJ(loop_new(vm, state->loop_class));
    if (loop_value_is(state->current_loop))
        return LOOP(state->current_loop);
    if (value_is_str(state->thread_name))
        raise_runtime(vm, "There is no current event loop in thread %R.", state->thread_name);
    else
        raise_runtime(vm, "There is no current event loop in thread 'MainThread'.");
    return NULL;
}

/* --- the loop's methods -------------------------------------------------------------------------------- */

static Value loop_new_native(VM *vm, Value *args, int nargs)
{
    return OBJ(loop_new(vm, as_class(args[0])));
}

static Value loop_init(VM *vm, Value *args, int nargs)
{
    return VALUE_NONE;
}

static Value loop_repr(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    Str *text = vm_format(vm, "<%S running=%s closed=%s debug=%s>", class_of(vm, args[0])->name,
                          loop->running ? "True" : "False", loop->closed ? "True" : "False",
                          loop->debug ? "True" : "False");
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value loop_run_forever_native(VM *vm, Value *args, int nargs)
{
    LoopState *state = vm->loops;
    if (threads_inside(state))
        return vm_tail_call(vm, state->threads[THREADS_RUN_FOREVER], 1, args);
    return loop_run_forever(LOOP(args[0])) ? VALUE_NONE : VALUE_RAISED;
}

static Value loop_run_until_complete_native(VM *vm, Value *args, int nargs)
{
    LoopState *state = vm->loops;
    if (threads_inside(state))
        return vm_tail_call(vm, state->threads[THREADS_RUN_UNTIL_COMPLETE], 2, args);
    return loop_run_until_complete(LOOP(args[0]), args[1]);
}

/* --- a loop in a thread (lib/_strands.ma) --------------------------------------------------------------- */

static Value loop_thread_enter_native(VM *vm, Value *args, int nargs)
{
    return loop_thread_enter(LOOP(args[0])) ? VALUE_NONE : VALUE_RAISED;
}

/* Seconds to the next timer, 0, None: no timer; False: stop() was called. */
static Value loop_thread_turn_native(VM *vm, Value *args, int nargs)
{
    int64_t ns = loop_thread_turn(LOOP(args[0]));
    return ns == -2 ? VALUE_RAISED : ns == -3 ? VALUE_FALSE : ns == -1 ? VALUE_NONE
           : ns == 0 ? value_small(0) : make_float((double)ns / 1e9);
}

static Value loop_thread_leave_native(VM *vm, Value *args, int nargs)
{
    loop_thread_leave(LOOP(args[0]));
    return VALUE_NONE;
}

static Value loop_has_ready(VM *vm, Value *args, int nargs)
{
    return value_bool(LOOP(args[0])->ready.count > 0 || LOOP(args[0])->stopping);
}

static Value loop_stop(VM *vm, Value *args, int nargs)
{
    LOOP(args[0])->stopping = true;
    return VALUE_NONE;
}

static Value signal_call(VM *vm, Value number, Value handler)
{
    Value function = module_attribute(vm, "_signal", "signal");
    if (value_is_raised(function))
        return function;
    Value args[2] = { number, handler };
    return vm_call(vm, vm_keep(vm, function), 2, args);
}

/* What the signal did before the loop wanted it. */
static Value signal_normal(VM *vm, Value number)
{
    bool interrupt = value_is_int(number) && value_int(number) == 2;
    Value normal = module_attribute(vm, "_signal", interrupt ? "default_int_handler" : "SIG_DFL");
    return value_is_raised(normal) ? normal : signal_call(vm, number, vm_keep(vm, normal));
}

/* A loop that closes handles no signal any more. */
static bool give_signals_back(VM *vm, Loop *loop)
{
    while (!loop->closed && !value_is_unset(loop->signals)) {
        DictEntry *entry = dict_next(as_dict(loop->signals), NULL);
        if (!entry) {
            loop->signals = VALUE_UNSET;
            break;
        }
        Value number = entry->key;
        dict_remove_entry(vm->heap, as_dict(loop->signals), entry);
        if (value_is_raised(signal_normal(vm, number)))
            return false;
    }
    return true;
}

static Value loop_close_native(VM *vm, Value *args, int nargs)
{
    if (LOOP(args[0])->running)
        return raise_runtime(vm, "Cannot close a running event loop");
    if (vm->loops->prompt == LOOP(args[0])) {
        raise_runtime(vm, "Cannot close a running event loop");
        traceback_set_hint(vm, vm->exception, "A03", message_text(MSG_hint_A03_prompt, vm->lang));
        return VALUE_RAISED;
    }
    if (!give_signals_back(vm, LOOP(args[0])))
        return VALUE_RAISED;
    loop_close(LOOP(args[0]));
    return VALUE_NONE;
}

static Value loop_is_closed(VM *vm, Value *args, int nargs)
{
    return value_bool(LOOP(args[0])->closed);
}

static Value loop_is_running(VM *vm, Value *args, int nargs)
{
    return value_bool(LOOP(args[0])->running);
}

static Value loop_time(VM *vm, Value *args, int nargs)
{
    return value_from_double((double)loop_now_ns(LOOP(args[0])) / 1e9);
}

static bool is_coroutine_function(VM *vm, Value v)
{
    for (int i = 0; i < 100 && value_is_obj(v); i++) {
        if (value_is_kind(v, KIND_FUNCTION))
            return (as_function(v)->code->flags & CODE_COROUTINE) != 0;
        if (value_is_kind(v, KIND_BOUND))
            v = AS(Bound, v)->func;
        else if (value_obj(v)->cls && str_equals_cstr(value_obj(v)->cls->name, "partial"))
            v = vm_getattr_or_unset(vm, v, name_of(vm, "func"));
        else
            return false;
        if (value_is_raised(v))
            vm_take_exception(vm);
    }
    return false;
}

/* Debug mode looks at callbacks when they are given. */
static bool check_callback(VM *vm, Loop *loop, Value callback, const char *method)
{
    if (LIKELY(!loop->debug))
        return true;
    if (loop->running && vm->loop != loop && strcmp(method, "call_soon_threadsafe") != 0) {
        raise_runtime(vm, "Non-thread-safe operation invoked on an event loop other than the current one");
        return false;
    }
    if (coroutine_is(vm, callback) || is_coroutine_function(vm, callback)) {
        raise_type(vm, "coroutines cannot be used with %s()", method);
        return false;
    }
    if (!vm_callable(vm, callback)) {
        raise_type(vm, "a callable object was expected by %s(), got %R", method, callback);
        return false;
    }
    return true;
}

static Value given_context(VM *vm, Value context)
{
    return value_is_unset(context) || value_is_none(context) ? context_snapshot(vm) : context;
}

static Value call_soon_as(VM *vm, Value *args, const char *method)
{
    Loop *loop = LOOP(args[0]);
    Tuple *rest = as_tuple(args[2]);
    if (!loop_check_closed(loop) || !check_callback(vm, loop, args[1], method))
        return VALUE_RAISED;
    return OBJ(loop_call_soon(loop, args[1], (int)tuple_length(rest), rest->items, given_context(vm, args[3]),
                              "call_soon", "called soon", NULL));
}

static Value loop_call_soon_native(VM *vm, Value *args, int nargs)
{
    return call_soon_as(vm, args, "call_soon");
}

static Value loop_call_soon_threadsafe_native(VM *vm, Value *args, int nargs)
{
    return call_soon_as(vm, args, "call_soon_threadsafe");
}

/* Seconds as scripts give them. */
static bool seconds_of(VM *vm, Value v, double *out)
{
    if (value_is_float(v)) {
        *out = value_float(v);
        return true;
    }
    if (value_is_int(v)) {
        *out = (double)value_int(v);
        return true;
    }
    if (value_is_str(v) || value_is_none(v)) {
        raise_type(vm, "unsupported operand type(s) for +: 'float' and '%T'", v);
        return false;
    }
    return vm_number_to_double(vm, v, out);
}

static Value loop_call_later(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    Tuple *rest = as_tuple(args[3]);
    double delay;
    if (value_is_none(args[1]))
        return raise_type(vm, "delay must not be None");
    if (!seconds_of(vm, args[1], &delay) || !loop_check_closed(loop) ||
        !check_callback(vm, loop, args[2], "call_at"))
        return VALUE_RAISED;
    int64_t now_ns = loop_now_ns(loop);
    Handle *handle = loop_call_at(loop, (double)now_ns / 1e9 + delay, clock_add_ns(now_ns, clock_ns_of(delay)),
                                  args[2], (int)tuple_length(rest), rest->items, given_context(vm, args[4]),
                                  "call_later");
    return handle ? OBJ(handle) : VALUE_RAISED;
}

static Value loop_call_at_native(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    Tuple *rest = as_tuple(args[3]);
    double when;
    if (value_is_none(args[1]))
        return raise_type(vm, "when cannot be None");
    if (!seconds_of(vm, args[1], &when) || !loop_check_closed(loop) ||
        !check_callback(vm, loop, args[2], "call_at"))
        return VALUE_RAISED;
    Handle *handle = loop_call_at(loop, when, clock_ns_of(when), args[2], (int)tuple_length(rest), rest->items,
                                  given_context(vm, args[4]), "call_at");
    return handle ? OBJ(handle) : VALUE_RAISED;
}

static Value loop_create_future(VM *vm, Value *args, int nargs)
{
    Future *future = future_new(LOOP(args[0]), FUTURE_PLAIN);
    future->made_line = future_made_line(vm);
    return OBJ(future);
}

static Value create_task_in(VM *vm, Loop *loop, Value coro, Value name, Value context)
{
    if (!loop_check_closed(loop))
        return VALUE_RAISED;
    if (LIKELY(value_is_unset(loop->task_factory))) {
        Task *task = task_new(vm, loop, NULL, coro, name, context);
        return task ? OBJ(task) : VALUE_RAISED;
    }
    Value args[2] = { OBJ(loop), coro };
    Dict *kw = NULL;
    if (!value_is_unset(context) && !value_is_none(context)) {
        kw = dict_new(vm->heap, 1);
        if (!kw || !dict_set_name(vm->heap, kw, name_of(vm, "context"), context))
            return raise_memory(vm);
        vm_keep(vm, OBJ(kw));
    }
    Value task = vm_call_kw(vm, loop->task_factory, 2, args, kw);
    if (value_is_raised(task) || value_is_unset(name) || value_is_none(name))
        return task;
    vm_keep(vm, task);
    if (value_is_raised(vm_call_method(vm, task, name_of(vm, "set_name"), 1, &name)))
        return VALUE_RAISED;
    return task;
}

static Value loop_create_task(VM *vm, Value *args, int nargs)
{
    return create_task_in(vm, LOOP(args[0]), args[1], args[2], args[3]);
}

/* create_task for the Task that run() runs until: the start of the loop is told before it. */
static Value loop_main_task(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    if (!loop_check_closed(loop))
        return VALUE_RAISED;
    if (OBSERVED(vm))
        loop_tell_start(loop, args[1]);
    Value task = create_task_in(vm, loop, args[1], VALUE_UNSET, args[2]);
    if (OBSERVED(vm) && value_is_raised(task))
        loop_tell_stop(loop, "error");
    return task;
}

/* call_at of a Timeout. */
static Value loop_call_timeout(VM *vm, Value *args, int nargs)
{
    double when;
    if (!seconds_of(vm, args[1], &when) || !loop_check_closed(LOOP(args[0])))
        return VALUE_RAISED;
    Handle *handle = loop_call_at(LOOP(args[0]), when, clock_ns_of(when), args[2], 0, NULL, context_snapshot(vm),
                                  "timeout");
    return handle ? OBJ(handle) : VALUE_RAISED;
}

static Value loop_set_task_factory(VM *vm, Value *args, int nargs)
{
    if (!value_is_none(args[1]) && !vm_callable(vm, args[1]))
        return raise_type(vm, "task factory must be a callable or None");
    LOOP(args[0])->task_factory = value_is_none(args[1]) ? VALUE_UNSET : args[1];
    return VALUE_NONE;
}

static Value loop_get_task_factory(VM *vm, Value *args, int nargs)
{
    return arg_or(LOOP(args[0])->task_factory, VALUE_NONE);
}

static Value loop_set_exception_handler(VM *vm, Value *args, int nargs)
{
    if (!value_is_none(args[1]) && !vm_callable(vm, args[1]))
        return raise_type(vm, "A callable object or None is expected, got %R", args[1]);
    LOOP(args[0])->exception_handler = value_is_none(args[1]) ? VALUE_UNSET : args[1];
    return VALUE_NONE;
}

static Value loop_get_exception_handler(VM *vm, Value *args, int nargs)
{
    return arg_or(LOOP(args[0])->exception_handler, VALUE_NONE);
}

static Value loop_default_exception_handler_native(VM *vm, Value *args, int nargs)
{
    if (!value_is_dict(args[1]))
        return raise_type(vm, "context must be a dict, not %T", args[1]);
    return loop_default_exception_handler(vm, as_dict(args[1])) ? VALUE_NONE : VALUE_RAISED;
}

static Value loop_call_exception_handler_native(VM *vm, Value *args, int nargs)
{
    if (!value_is_dict(args[1]))
        return raise_type(vm, "context must be a dict, not %T", args[1]);
    return loop_call_exception_handler(LOOP(args[0]), as_dict(args[1])) ? VALUE_NONE : VALUE_RAISED;
}

static Value loop_get_debug(VM *vm, Value *args, int nargs)
{
    return value_bool(LOOP(args[0])->debug);
}

static Value loop_set_debug(VM *vm, Value *args, int nargs)
{
    int truth = vm_truth(vm, args[1]);
    if (truth < 0)
        return VALUE_RAISED;
    LOOP(args[0])->debug = truth;
    return VALUE_NONE;
}

/* --- descriptors and signals ---------------------------------------------------------------------------- */

static bool descriptor_of(VM *vm, Value v, int *fd)
{
    int64_t n;
    if (!int_is(v)) {
        Value method = vm_getattr_or_unset(vm, v, name_of(vm, "fileno"));
        if (value_is_raised(method))
            return false;
        if (value_is_unset(method)) {
            raise_value(vm, "Invalid file object: %R", v);
            return false;
        }
        v = vm_call(vm, vm_keep(vm, method), 0, NULL);
        if (value_is_raised(v))
            return false;
    }
    if (!vm_index(vm, v, &n))
        return false;
    if (n < 0 || n > 1 << 30) {
        raise_value(vm, "Invalid file descriptor: %z", n);
        return false;
    }
    *fd = (int)n;
    return true;
}

static Value add_watch(VM *vm, Value *args, int event)
{
    Loop *loop = LOOP(args[0]);
    Tuple *rest = as_tuple(args[3]);
    int fd;
    if (!loop_check_closed(loop) || !descriptor_of(vm, args[1], &fd))
        return VALUE_RAISED;
    Handle *handle = handle_new(loop, false, args[2], (int)tuple_length(rest), rest->items,
                                context_snapshot(vm));
    handle->flags |= HANDLE_IO;
    return loop_watch(loop, fd, event, handle) ? VALUE_NONE : VALUE_RAISED;
}

static Value remove_watch(VM *vm, Value *args, int event)
{
    Loop *loop = LOOP(args[0]);
    int fd;
    if (loop->closed)
        return VALUE_FALSE;
    if (!descriptor_of(vm, args[1], &fd))
        return VALUE_RAISED;
    Watch *watch = loop_find_watch(loop, fd);
    if (!watch || !(event == SELECT_READ ? watch->reader : watch->writer))
        return VALUE_FALSE;
    return loop_watch(loop, fd, event, NULL) ? VALUE_TRUE : VALUE_RAISED;
}

static Value loop_add_reader(VM *vm, Value *args, int nargs)
{
    return add_watch(vm, args, SELECT_READ);
}

static Value loop_add_writer(VM *vm, Value *args, int nargs)
{
    return add_watch(vm, args, SELECT_WRITE);
}

static Value loop_remove_reader(VM *vm, Value *args, int nargs)
{
    return remove_watch(vm, args, SELECT_READ);
}

static Value loop_remove_writer(VM *vm, Value *args, int nargs)
{
    return remove_watch(vm, args, SELECT_WRITE);
}

/* The handler that add_signal_handler gives to signal.signal(): queues the callback. */
static Value on_signal(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    if (loop->closed || value_is_unset(loop->signals))
        return VALUE_NONE;
    Value handle = vm_dict_get(vm, as_dict(loop->signals), args[1]);
    if (value_is_raised(handle))
        return handle;
    if (value_is_kind(handle, KIND_HANDLE))
        loop_make_ready(loop, value_obj(handle), "io", "io", NULL);
    return VALUE_NONE;
}

static const NativeSpec on_signal_spec = { "_on_signal", on_signal, "...", 2, 3, 0, NULL };

static Value loop_add_signal_handler(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    Tuple *rest = as_tuple(args[3]);
    if (coroutine_is(vm, args[2]) || is_coroutine_function(vm, args[2]))
        return raise_type(vm, "coroutines cannot be used with add_signal_handler()");
    int64_t number;
    if (!int_is(args[1]))
        return raise_type(vm, "sig must be an int, not %R", args[1]);
    if (!vm_index(vm, args[1], &number) || !loop_check_closed(loop))
        return VALUE_RAISED;
    if (number < 1 || number > 64)
        return raise_value(vm, "invalid signal number %z", number);
    if (number == 9 || number == 19)
        return raise_runtime(vm, "sig %z cannot be caught", number);
    Native *native = native_create(vm, &on_signal_spec, VALUE_UNSET);
    if (!native)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(native));
    Value handler = vm_keep(vm, OBJ(bound_new(vm->heap, args[0], OBJ(native))));
    Handle *handle = handle_new(loop, false, args[2], (int)tuple_length(rest), rest->items,
                                context_snapshot(vm));
    handle->flags |= HANDLE_IO;
    vm_keep(vm, OBJ(handle));
    if (value_is_raised(signal_call(vm, value_small(number), handler)))
        return VALUE_RAISED;
    if (value_is_unset(loop->signals)) {
        Dict *dict = dict_new(vm->heap, 1);
        if (!dict)
            return raise_memory(vm);
        loop->signals = OBJ(dict);
    }
    return vm_dict_set(vm, as_dict(loop->signals), value_small(number), OBJ(handle)) ? VALUE_NONE : VALUE_RAISED;
}

static Value loop_remove_signal_handler(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    if (value_is_unset(loop->signals))
        return VALUE_FALSE;
    Value number = int_unbox(args[1]), old;
    int found = vm_dict_del(vm, as_dict(loop->signals), number, &old);
    if (found <= 0)
        return found < 0 ? VALUE_RAISED : VALUE_FALSE;
    if (as_dict(loop->signals)->count == 0)
        loop->signals = VALUE_UNSET;
    return value_is_raised(signal_normal(vm, number)) ? VALUE_RAISED : VALUE_TRUE;
}

static Value loop_tell_left_waiting(VM *vm, Value *args, int nargs)
{
    return report_left_waiting(LOOP(args[0])) ? VALUE_NONE : VALUE_RAISED;
}

static Value loop_watch_interrupt(VM *vm, Value *args, int nargs)
{
    LoopState *state = vm->loops;
    uint64_t seen = state->interrupts;
    state->interrupt_task = task_is(args[1]) ? AS(Task, args[1]) : NULL;
    state->interrupts = 0;
    return value_small((int64_t)seen);
}

/* vm->interrupt_hook */
static int interrupt(VM *vm)
{
    LoopState *state = vm->loops;
    if (!state->interrupt_task)
        return 0;
    if (++state->interrupts > 1 || future_done(&state->interrupt_task->future))
        return 0;
    if (vm->loop && vm->loop->entry) { /* a step that never awaits would never see the cancel */
        state->interrupt_armed = true;
        platform_interrupt_after(INTERRUPT_GRACE_NS);
    }
    return cancel_request(vm, OBJ(state->interrupt_task), VALUE_NONE, true) >= 0;
}

/* --- async generators, executors -------------------------------------------------------------------------- */

static void drop_dead_weakrefs(List *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!value_is_unset(AS(WeakRef, list->items[i])->target))
            list->items[kept++] = list->items[i];
    list->count = kept;
}

/* vm->asyncgen_hook */
static void note_asyncgen(VM *vm, Fiber *generator)
{
    generator->flags |= FIBER_HOOKED;
    Loop *loop = vm->loop;
    if (!loop)
        return;
    if (!loop->asyncgens)
        loop->asyncgens = list_new(vm->heap, 8);
    if (!loop->asyncgens)
        return;
    if (loop->asyncgens->count == loop->asyncgens->capacity)
        drop_dead_weakrefs(loop->asyncgens);
    WeakRef *ref = heap_weakref(vm->heap, OBJ(generator), VALUE_UNSET);
    if (ref && !list_append(vm->heap, loop->asyncgens, OBJ(ref)))
        return;
}

static Value done_future(VM *vm, Loop *loop, Value result)
{
    Future *future = heap_new(vm->heap, KIND_FUTURE, sizeof *future); /* of the runtime: no event tells it */
    future->loop = loop;
    future->kind = FUTURE_PLAIN;
    future->state = FUTURE_FINISHED;
    future->result = result;
    return OBJ(future);
}

static Value loop_shutdown_asyncgens(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    List *open = list_new(vm->heap, 0);
    if (!open)
        return raise_memory(vm);
    vm_keep(vm, OBJ(open));
    for (size_t i = 0; loop->asyncgens && i < loop->asyncgens->count; i++) {
        Value target = AS(WeakRef, loop->asyncgens->items[i])->target;
        if (value_is_obj(target) && AS(Fiber, target)->state != FIBER_DONE &&
            !list_append(vm->heap, open, target))
            return raise_memory(vm);
    }
    loop->asyncgens = NULL;
    if (open->count == 0)
        return done_future(vm, loop, VALUE_NONE);
    Value closing = module_attribute(vm, "asyncio.base_events", "_close_asyncgens");
    if (value_is_raised(closing))
        return closing;
    Value given[2] = { args[0], OBJ(open) };
    return vm_call(vm, vm_keep(vm, closing), 2, given);
}

static Value loop_shutdown_default_executor(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    Value executor = loop->executor;
    loop->executor = VALUE_NONE; /* no further one will be made */
    if (!value_is_obj(executor))
        return done_future(vm, loop, VALUE_NONE);
    vm_keep(vm, executor);
    Value shut = module_attribute(vm, "asyncio.threads", "_shut_down");
    return value_is_raised(shut) ? shut : vm_call(vm, vm_keep(vm, shut), 1, &executor);
}

static Value loop_set_default_executor(VM *vm, Value *args, int nargs)
{
    Value check = module_attribute(vm, "asyncio.threads", "_check_executor");
    if (value_is_raised(check) || value_is_raised(vm_call(vm, vm_keep(vm, check), 1, &args[1])))
        return VALUE_RAISED;
    LOOP(args[0])->executor = args[1];
    return VALUE_NONE;
}

/* The rounds and the Task number that closing takes where there is nothing to close: what main left
 * in the ready queue still runs in them. */
static Value loop_settle(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    loop->state->task_number++;
    bool told = OBSERVED(vm) && loop->ready.count > loop->hidden, fine = true;
    if (told)
        loop_tell_start(loop, VALUE_UNSET);
    for (int i = 0; fine && i < 2 && loop->ready.count > 0; i++)
        fine = loop_turn(vm, loop) != -2;
    if (told)
        loop_tell_stop(loop, fine ? "stop" : "error");
    return fine ? VALUE_NONE : VALUE_RAISED;
}

static Value loop_run_in_executor(VM *vm, Value *args, int nargs)
{
    if (nargs < 3)
        return raise_type(vm, "run_in_executor() takes an executor and a function");
    Loop *loop = LOOP(args[0]);
    if (!loop_check_closed(loop))
        return VALUE_RAISED;
    if (value_is_none(args[1]) && value_is_none(loop->executor))
        return raise_runtime(vm, "Executor shutdown has been called");
    if (value_is_none(args[1]) && !value_is_obj(loop->executor)) {
        Value make = module_attribute(vm, "asyncio.threads", "_default_executor");
        Value made = value_is_raised(make) ? make : vm_call(vm, vm_keep(vm, make), 0, NULL);
        if (value_is_raised(made))
            return made;
        loop->executor = made;
    }
    Value submit = module_attribute(vm, "asyncio.threads", "_submit");
    if (value_is_raised(submit))
        return submit;
    vm_keep(vm, submit);
    size_t mark = vm->root_count;
    Value *window = vm->roots + mark;
    for (int i = 0; i < nargs; i++)
        vm_keep(vm, i == 1 && value_is_none(args[1]) ? loop->executor : args[i]);
    window = vm->roots + mark;
    return vm_tail_call(vm, submit, nargs, window);
}

/* Has a Future failed since this was last asked? */
static Value loop_take_failures(VM *vm, Value *args, int nargs)
{
    uint8_t failures = vm->loops->failures;
    vm->loops->failures = 0;
    return value_bool(failures);
}

static Value loop_next_handle(VM *vm, Value *args, int nargs)
{
    Loop *loop = LOOP(args[0]);
    if (!loop_check_closed(loop))
        return VALUE_RAISED;
    for (;;) {
        Obj *entry = loop_next_entry(loop);
        if (!entry)
            return vm_raised(vm) ? VALUE_RAISED : VALUE_NONE;
        if ((entry->kind & KIND_MASK) == KIND_FUTURE) {
            if (!loop_run_entry(loop, entry))
                return VALUE_RAISED;
        } else if ((entry->kind & KIND_MASK) != KIND_HANDLE ||
                   !(((Handle *)(void *)entry)->flags & HANDLE_CANCELLED)) {
            return value_from_obj(entry);
        }
    }
}

static Value get_slow(VM *vm, Value self)
{
    return value_from_double(LOOP(self)->slow_seconds);
}

static bool set_slow(VM *vm, Value self, Value value)
{
    return !value_is_unset(value) && seconds_of(vm, value, &LOOP(self)->slow_seconds);
}

static const NativeSpec loop_methods[] = {
    { "__new__", loop_new_native, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, "An event loop." },
    { "__init__", loop_init, "self, selector=None", 0, 0, 0, NULL },
    { "__repr__", loop_repr, "self", 0, 0, 0, NULL },
    { "run_forever", loop_run_forever_native, "self", 0, 0, 0, "Runs rounds until stop() is called." },
    { "run_until_complete", loop_run_until_complete_native, "self, future", 0, 0, 0,
      "Runs until the coroutine or Future is done; its result, or raises its exception." },
    { "stop", loop_stop, "self", 0, 0, 0, "Ends run_forever() after the round that runs." },
    { "close", loop_close_native, "self", 0, 0, 0, "Nothing can run in it any more." },
    { "is_closed", loop_is_closed, "self", 0, 0, 0, "Was close() called?" },
    { "is_running", loop_is_running, "self", 0, 0, 0, "Does it run?" },
    { "time", loop_time, "self", 0, 0, 0, "The loop's clock, in seconds." },
    { "call_soon", loop_call_soon_native, "self, callback, *args, context=None", 0, 0, 0,
      "Calls callback(*args) in the next round." },
    { "call_soon_threadsafe", loop_call_soon_threadsafe_native, "self, callback, *args, context=None", 0, 0, 0,
      "The same, from any thread." },
    { "call_later", loop_call_later, "self, delay, callback, *args, context=None", 0, 0, 0,
      "Calls callback(*args) after delay seconds." },
    { "call_at", loop_call_at_native, "self, when, callback, *args, context=None", 0, 0, 0,
      "Calls callback(*args) when loop.time() is `when`." },
    { "create_future", loop_create_future, "self", 0, 0, 0, "A Future of this loop." },
    { "create_task", loop_create_task, "self, coro, *, name=None, context=None", 0, 0, 0,
      "A Task for the coroutine; its first step runs in the next round." },
    { "set_task_factory", loop_set_task_factory, "self, factory", 0, 0, 0, "Who makes the Tasks; None: as usual." },
    { "get_task_factory", loop_get_task_factory, "self", 0, 0, 0, "Who makes the Tasks, or None." },
    { "set_exception_handler", loop_set_exception_handler, "self, handler", 0, 0, 0,
      "handler(loop, context) gets what nobody caught; None: it is printed." },
    { "get_exception_handler", loop_get_exception_handler, "self", 0, 0, 0, "The handler, or None." },
    { "default_exception_handler", loop_default_exception_handler_native, "self, context", 0, 0, 0,
      "Prints the context to stderr." },
    { "call_exception_handler", loop_call_exception_handler_native, "self, context", 0, 0, 0,
      "Gives the context to the handler." },
    { "get_debug", loop_get_debug, "self", 0, 0, 0, "Is debug mode on?" },
    { "set_debug", loop_set_debug, "self, enabled", 0, 0, 0, "Debug mode: slow steps are told." },
    { "add_reader", loop_add_reader, "self, fd, callback, *args", 0, 0, 0, "Calls it whenever fd can be read." },
    { "add_writer", loop_add_writer, "self, fd, callback, *args", 0, 0, 0, "Calls it whenever fd can be written." },
    { "remove_reader", loop_remove_reader, "self, fd", 0, 0, 0, "Ends add_reader; was there one?" },
    { "remove_writer", loop_remove_writer, "self, fd", 0, 0, 0, "Ends add_writer; was there one?" },
    { "add_signal_handler", loop_add_signal_handler, "self, sig, callback, *args", 0, 0, 0,
      "Calls it in the loop when the signal comes." },
    { "remove_signal_handler", loop_remove_signal_handler, "self, sig", 0, 0, 0, "Ends it; was there one?" },
    { "shutdown_asyncgens", loop_shutdown_asyncgens, "self", 0, 0, 0, "Awaitable: closes open async generators." },
    { "shutdown_default_executor", loop_shutdown_default_executor, "self, timeout=None", 0, 0, 0,
      "Awaitable: until the threads of the default executor have ended." },
    { "run_in_executor", loop_run_in_executor, "...", 3, -1, 0, "Calls func(*args) in a thread; a Future of its result." },
    { "set_default_executor", loop_set_default_executor, "self, executor", 0, 0, 0,
      "Where run_in_executor(None, ...) runs its functions." },
    { "_thread_enter", loop_thread_enter_native, "self", 0, 0, 0, NULL },
    { "_thread_turn", loop_thread_turn_native, "self", 0, 0, 0, NULL },
    { "_thread_leave", loop_thread_leave_native, "self", 0, 0, 0, NULL },
    { "_has_ready", loop_has_ready, "self", 0, 0, 0, NULL },
    { "_tell_left_waiting", loop_tell_left_waiting, "self, /", 0, 0, 0, NULL },
    { "_watch_interrupt", loop_watch_interrupt, "self, task, /", 0, 0, 0, NULL },
    { "_main_task", loop_main_task, "self, coro, context=None, /", 0, 0, 0, NULL },
    { "_call_timeout", loop_call_timeout, "self, when, callback, /", 0, 0, 0, NULL },
    { "_next_handle", loop_next_handle, "self", 0, 0, 0, NULL },
    { "_take_failures", loop_take_failures, "self", 0, 0, 0, NULL },
    { "_settle", loop_settle, "self", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec loop_getsets[] = {
    { "slow_callback_duration", get_slow, set_slow, "Debug mode tells of steps that took longer (seconds)." },
    { 0 },
};
static const NativeSpec no_methods[] = { { 0 } };
static const TypeSpec abstract_loop_type = { "AbstractEventLoop", "asyncio.events", NULL, KIND_INSTANCE,
                                             CLASS_LIKE_SCRIPT, no_methods, NULL };
static const TypeSpec base_loop_type = { "BaseEventLoop", "asyncio.base_events", "An event loop.", KIND_LOOP,
                                         CLASS_LIKE_SCRIPT, loop_methods, loop_getsets };
static const TypeSpec unix_loop_type = { "_UnixSelectorEventLoop", "asyncio.unix_events", "An event loop.",
                                         KIND_LOOP, CLASS_LIKE_SCRIPT, no_methods, NULL };

/* --- functions of the module --------------------------------------------------------------------------------- */

static Value get_event_loop(VM *vm, Value *args, int nargs)
{
    Loop *loop = loop_get(vm);
    return loop ? OBJ(loop) : VALUE_RAISED;
}

static Value get_running_loop(VM *vm, Value *args, int nargs)
{
    Loop *loop = loop_get_running(vm);
    return loop ? OBJ(loop) : VALUE_RAISED;
}

static Value running_loop_or_none(VM *vm, Value *args, int nargs)
{
    return vm->loop ? OBJ(vm->loop) : VALUE_NONE;
}

static Value new_event_loop(VM *vm, Value *args, int nargs)
{
    Value loop = vm_keep(vm, OBJ(loop_new(vm, vm->loops->loop_class)));
    Str *text = str_from_cstr(vm->heap, "Using selector: EpollSelector");
    if (text)
        loop_log(vm, LOG_DEBUG, text, VALUE_NONE);
    return loop;
}

static Value set_event_loop(VM *vm, Value *args, int nargs)
{
    if (!value_is_none(args[0]) && !loop_value_is(args[0]))
        return raise_type(vm, "loop must be an instance of AbstractEventLoop or None, not '%T'", args[0]);
    vm->loops->current_loop = args[0];
    return VALUE_NONE;
}

static Value create_task(VM *vm, Value *args, int nargs)
{
    Loop *loop = loop_get_running(vm);
    if (!loop)
        return VALUE_RAISED;
    if (LIKELY(loop->obj.cls == vm->loops->loop_class))
        return create_task_in(vm, loop, args[0], args[1], args[2]);
    Value method = vm_getattr(vm, OBJ(loop), name_of(vm, "create_task")); /* a class of the script's own may see it */
    if (value_is_raised(method))
        return method;
    vm_keep(vm, method);
    Dict *kw = dict_new(vm->heap, 2);
    static const char *const names[] = { "name", "context" };
    for (int i = 0; kw && i < 2; i++)
        if (!value_is_unset(args[1 + i]) && !value_is_none(args[1 + i]) &&
            !dict_set_name(vm->heap, kw, name_of(vm, names[i]), args[1 + i]))
            kw = NULL;
    if (!kw)
        return raise_memory(vm);
    vm_keep(vm, OBJ(kw));
    return vm_call_kw(vm, method, 1, args, kw);
}

/* The loop an argument names; None: the running one. NULL: raised. */
static Loop *loop_argument(VM *vm, Value v)
{
    if (value_is_unset(v) || value_is_none(v))
        return loop_get_running(vm);
    if (loop_value_is(v))
        return LOOP(v);
    raise_type(vm, "an event loop was expected, not %T", v);
    return NULL;
}

static Value current_task(VM *vm, Value *args, int nargs)
{
    Loop *loop = loop_argument(vm, args[0]);
    if (!loop)
        return VALUE_RAISED;
    return loop->current ? OBJ(loop->current) : VALUE_NONE;
}

static Value all_tasks(VM *vm, Value *args, int nargs)
{
    Loop *loop = loop_argument(vm, args[0]);
    return loop ? task_all(vm, loop) : VALUE_RAISED;
}

static Value ensure_future_native(VM *vm, Value *args, int nargs)
{
    Loop *loop = NULL;
    if (!value_is_unset(args[1]) && !value_is_none(args[1]) && !(loop = loop_argument(vm, args[1])))
        return VALUE_RAISED;
    return ensure_future(vm, args[0], loop);
}

static Value is_future(VM *vm, Value *args, int nargs)
{
    if (future_is(args[0]))
        return VALUE_TRUE;
    if (!value_is_kind(args[0], KIND_INSTANCE) ||
        value_is_unset(class_lookup(vm, value_obj(args[0])->cls, NAME(vm, _asyncio_future_blocking))))
        return VALUE_FALSE;
    Value blocking = vm_getattr_or_unset(vm, args[0], NAME(vm, _asyncio_future_blocking));
    if (value_is_raised(blocking))
        return blocking;
    return value_bool(!value_is_unset(blocking) && !value_is_none(blocking));
}

static Value is_coroutine(VM *vm, Value *args, int nargs)
{
    return value_bool(coroutine_is(vm, args[0]));
}

static Value is_coroutine_function_native(VM *vm, Value *args, int nargs)
{
    return value_bool(is_coroutine_function(vm, args[0]));
}

/* The Future asyncio.sleep(delay > 0) awaits; its timer is part of it. */
static Value sleep_future(VM *vm, Value *args, int nargs)
{
    double delay;
    if (!seconds_of(vm, args[0], &delay))
        return VALUE_RAISED;
    if (delay != delay)
        return raise_value(vm, "Invalid delay: NaN (not a number)");
    Loop *loop = loop_get_running(vm);
    Future *future = loop ? future_sleep(loop, clock_ns_of(delay), args[1]) : NULL;
    return future ? OBJ(future) : VALUE_RAISED;
}

/* What asyncio.sleep(0) awaits: gives the turn up once. */
static Value give_way(VM *vm, Value *args, int nargs)
{
    Loop *loop = vm->loop;
    Future *future = heap_new(vm->heap, KIND_FUTURE, sizeof *future);
    future->loop = loop;
    future->kind = FUTURE_GIVE_WAY;
    return OBJ(future);
}

/* A word of an event is a static text. */
static const char *static_word(Value v)
{
    static const char *const words[] = {
        "lock", "event", "queue", "timeout", "Lock", "Event", "Semaphore", "Condition", "Barrier", "Queue", "AsyncResult", "new", "acquire",
        "release", "wait", "leave", "hand over", "set", "clear", "notify", "put", "get", "task_done", "join",
        "shutdown",
    };
    for (size_t i = 0; value_is_str(v) && i < sizeof words / sizeof *words; i++)
        if (str_equals_cstr(as_str(v), words[i]))
            return words[i];
    return "plain";
}

/* _future_of(owner, kind, loop): the Future somebody sleeps on because of a lock, an event, a queue. */
static Value future_of(VM *vm, Value *args, int nargs)
{
    if (!loop_value_is(args[2]))
        return raise_type(vm, "an event loop was expected, not %T", args[2]);
    Future *future = future_new_told(LOOP(args[2]), static_word(args[1]),
                                     value_is_obj(args[0]) ? value_obj(args[0]) : NULL);
    return OBJ(future);
}

/* _tell(thing, kind, op, state, waiters): the event `sync`. */
static Value tell_sync(VM *vm, Value *args, int nargs)
{
    if (!OBSERVED(vm) && value_is_kind(args[0], KIND_INSTANCE))
        observe_id(vm, value_obj(args[0])); /* its S, in order of making: breakpoint() may come later */
    if (!OBSERVED(vm) || !value_is_obj(args[0]))
        return VALUE_NONE;
    Value waiters = VALUE_UNSET;
    if (value_is_obj(args[4])) {
        List *list = vm_list_from(vm, args[4]);
        if (!list)
            return VALUE_RAISED;
        waiters = vm_keep(vm, OBJ(list));
    }
    EMIT(vm, sync, .id = observe_id(vm, value_obj(args[0])), .word = static_word(args[1]),
         .word2 = static_word(args[2]), .value = args[3], .list = waiters);
    return VALUE_NONE;
}

/* Does the script itself await the function of the library that runs? By way of `async with` and wait_for(), too: what
 * they await they hand on. */
static bool awaited_by_script(const VM *vm)
{
    const Frame *frame = vm->frame ? vm->frame->caller : NULL;
    for (; frame && frame != vm->floor; frame = frame->caller) {
        const Code *code = frame->func->code;
        if (!(code->flags & CODE_HIDDEN))
            return true;
        if (!str_equals_cstr(code->name, "__aenter__") && !str_equals_cstr(code->name, "wait_for"))
            return false;
    }
    return false;
}

/* _straight(thing): the event `await_ready`; who awaits the lock, event or queue need not wait for it. */
static Value tell_straight(VM *vm, Value *args, int nargs)
{
    Loop *loop = vm->loop;
    if (OBSERVED(vm) && loop && loop->current && value_is_obj(args[0]) && awaited_by_script(vm))
        EMIT(vm, await_ready, .id = observe_id(vm, &loop->current->future.obj), .id2 = observe_id(vm, value_obj(args[0])));
    return VALUE_NONE;
}

/* _number(thing): a lock, event or queue gets its S, in order of making, as in a trace. */
static Value number_sync(VM *vm, Value *args, int nargs)
{
    if (value_is_kind(args[0], KIND_INSTANCE))
        observe_id(vm, value_obj(args[0]));
    return VALUE_NONE;
}

/* _stuck(error): every greenlet sleeps; the LoopExit says who waits for what. */
static Value tell_stuck(VM *vm, Value *args, int nargs)
{
    report_greenlets(vm, args[0]);
    return VALUE_NONE;
}

/* _me(): "T1", who runs. */
static Value running_id(VM *vm, Value *args, int nargs)
{
    Id by = loop_event_by(vm);
    Str *text = by.n ? vm_format(vm, "%c%u", (uint32_t)by.letter, (uint64_t)by.n) : vm_format(vm, "the program");
    return text ? OBJ(text) : VALUE_RAISED;
}

/* The callback of run_until_complete. */
static Value run_done(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    if (future_failed(future)) {
        future->flags &= (uint8_t)~FUTURE_LOG;
        if (value_is_a(vm, future->result, vm->exc[EXC_SystemExit]) ||
            value_is_a(vm, future->result, vm->exc[EXC_KeyboardInterrupt]))
            return VALUE_NONE; /* the loop is being left by it already */
    }
    future->loop->stopping = true;
    return VALUE_NONE;
}

static const NativeSpec run_done_spec = { "_run_until_complete_cb", run_done, "fut", 0, 0, 0, NULL };

static const NativeSpec functions[] = {
    { "get_event_loop", get_event_loop, "", 0, 0, 0, "The running loop; else the one that was set, or a new one." },
    { "get_running_loop", get_running_loop, "", 0, 0, 0, "The running loop, or RuntimeError." },
    { "_get_running_loop", running_loop_or_none, "", 0, 0, 0, "The running loop, or None." },
    { "new_event_loop", new_event_loop, "", 0, 0, NATIVE_LIKE_SCRIPT, "A new event loop." },
    { "set_event_loop", set_event_loop, "loop", 0, 0, NATIVE_LIKE_SCRIPT, "What get_event_loop() answers while none runs." },
    { "create_task", create_task, "coro, *, name=None, context=None", 0, 0, NATIVE_LIKE_SCRIPT,
      "A Task in the running loop; its first step runs in the next round." },
    { "current_task", current_task, "loop=None", 0, 0, 0, "The Task that runs, or None." },
    { "all_tasks", all_tasks, "loop=None", 0, 0, NATIVE_LIKE_SCRIPT, "The unfinished Tasks of the loop." },
    { "ensure_future", ensure_future_native, "coro_or_future, *, loop=None", 0, 0, NATIVE_LIKE_SCRIPT,
      "A Future itself, or a Task for a coroutine or awaitable." },
    { "isfuture", is_future, "obj", 0, 0, NATIVE_LIKE_SCRIPT, "Is it a Future or Task?" },
    { "iscoroutine", is_coroutine, "obj", 0, 0, NATIVE_LIKE_SCRIPT, "Is it a coroutine object?" },
    { "iscoroutinefunction", is_coroutine_function_native, "func", 0, 0, NATIVE_LIKE_SCRIPT, "Does calling it give a coroutine?" },
    { "gather", gather_native, "*coros_or_futures, return_exceptions=False", 0, 0, NATIVE_LIKE_SCRIPT,
      "A Future of the list of all results." },
    { "_sleep", sleep_future, "delay, result=None, /", 0, 0, 0, NULL },
    { "_give_way", give_way, "", 0, 0, 0, NULL },
    { "_future_of", future_of, "owner, kind, loop, /", 0, 0, 0, NULL },
    { "_number", number_sync, "thing, /", 0, 0, 0, NULL },
    { "_tell", tell_sync, "thing, kind, op, state, waiters, /", 0, 0, 0, NULL },
    { "_straight", tell_straight, "thing, /", 0, 0, 0, NULL },
    { "_stuck", tell_stuck, "error, /", 0, 0, 0, NULL },
    { "_me", running_id, "", 0, 0, 0, NULL },
    { "_holder", shortcut_holder, "", 0, 0, 0, NULL },
    { "_shorten", shortcut_add, "*classes", 0, 0, 0, NULL },
    { 0 },
};

bool loop_types_setup(VM *vm)
{
    if (vm->loops)
        return true;
    LoopState *state = mem_alloc_zero(sizeof *state);
    if (!state) {
        raise_memory(vm);
        return false;
    }
    state->vm = vm;
    state->selector_ops = selector_default();
    state->shuffled = runtime_of(vm)->shuffled;
    state->shuffle = runtime_of(vm)->shuffle;
    vm->loops = state;
    if (!report_watch_begin(vm))
        return false;
    heap_add_root(vm->heap, state_visit, state);
    heap_set_kind(vm->heap, KIND_LOOP, loop_visit, release);
    if (!handle_types_setup(vm, state) || !future_types_setup(vm, state) || !task_types_setup(vm, state) ||
        !gather_types_setup(vm, state))
        return false;
    Class *abstract = type_create(vm, &abstract_loop_type, NULL);
    Class *base = abstract ? type_create(vm, &base_loop_type, abstract) : NULL;
    state->loop_class = base ? type_create(vm, &unix_loop_type, base) : NULL;
    Native *done = native_create(vm, &run_done_spec, VALUE_UNSET);
    if (!state->loop_class || !done)
        return false;
    state->run_done = OBJ(done);
    vm->future_polls[0] = future_poll;
    vm->future_polls[1] = future_poll_told;
    vm->future_poll = vm->future_polls[OBSERVED(vm)];
    vm->interrupt_hook = interrupt;
    vm->asyncgen_hook = note_asyncgen;
    return true;
}

static bool setup(VM *vm, Module *module)
{
    if (!loop_types_setup(vm))
        return false;
    LoopState *state = vm->loops;
    Class *base = as_class(state->loop_class->bases->items[0]);
    return module_add(vm, module, "Future", OBJ(state->future_class)) &&
           module_add(vm, module, "Task", OBJ(state->task_class)) &&
           module_add(vm, module, "_GatheringFuture", OBJ(state->gather_class)) &&
           module_add(vm, module, "Handle", OBJ(state->handle_class)) &&
           module_add(vm, module, "TimerHandle", OBJ(state->timer_handle_class)) &&
           module_add(vm, module, "_UnixSelectorEventLoop", OBJ(state->loop_class)) &&
           module_add(vm, module, "BaseEventLoop", OBJ(base)) &&
           module_add(vm, module, "AbstractEventLoop", base->bases->items[0]) &&
           module_add(vm, module, "CancelledError", OBJ(vm->exc[EXC_CancelledError])) &&
           module_add(vm, module, "InvalidStateError", OBJ(vm->exc[EXC_InvalidStateError])) &&
           module_add(vm, module, "DeadlockError", OBJ(vm->exc[EXC_DeadlockError]));
}

const ModuleSpec _asyncio_module = {
    "_asyncio", "The event loop, Task and Future: the C half of asyncio.", functions, NULL, setup,
};
