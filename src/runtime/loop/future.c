/* future.c - Future: states, callbacks, results, and how they are shown. */
#include "runtime/loop/future.h"

#include "runtime/loop/gather.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/origin.h"
#include "runtime/loop/report.h"
#include "runtime/loop/task.h"
#include "runtime/modules/contextvars.h"
#include "runtime/modules/helpers.h"

#define IS_WAKEUP(cb) value_is_true((cb).context) /* the callback is a Task that waits, or a gather() */
/* While somebody observes, the Handle that will be queued is made at once, so that it has its id: it stands in
 * the place of the context. */
#define HAS_HANDLE(cb) value_is_kind((cb).context, KIND_HANDLE)

/* --- memory -------------------------------------------------------------------------------------- */

void future_visit(Marker *marker, Obj *obj)
{
    Future *future = (Future *)(void *)obj;
    mark_object(marker, future->loop);
    mark_value(marker, future->result);
    mark_value(marker, future->first.callback);
    mark_value(marker, future->first.context);
    if (future->kind == FUTURE_GATHER)
        mark_object(marker, ((Gather *)(void *)future)->children);
    if (future->more)
        for (uint32_t i = 0; i < future->more->count; i++) {
            mark_value(marker, future->more->items[i].callback);
            mark_value(marker, future->more->items[i].context);
        }
}

static size_t callbacks_bytes(uint32_t capacity)
{
    return sizeof(FutureCallbacks) + capacity * sizeof(FutureCallback);
}

void future_release(Heap *heap, Obj *obj)
{
    Future *future = (Future *)(void *)obj;
    if (future->more)
        heap_array_free(heap, future->more, callbacks_bytes(future->more->capacity));
    future->more = NULL;
}

COLD Future *future_tell_new(Future *future)
{
    VM *vm = future->loop->vm;
    origin_note(future->loop, &future->obj);
    EMIT(vm, fut_new, .id = observe_id(vm, &future->obj), .word = future->kind == FUTURE_SLEEP ? "sleep" : "plain");
    return future;
}

Future *future_new_told(Loop *loop, const char *word, Obj *owner)
{
    VM *vm = loop->vm;
    Future *future = heap_new(vm->heap, KIND_FUTURE, sizeof *future);
    future->loop = loop;
    future->kind = FUTURE_PLAIN;
    future->obj.aux = ++vm->next_id['F'];
    EMIT(vm, fut_new, .id = observe_id(vm, &future->obj), .word = word,
         .id2 = owner ? observe_id(vm, owner) : ID(0, 0));
    return future;
}

/* --- callbacks ------------------------------------------------------------------------------------- */

static const char *const why_done[] = { "", "result of", "cancelled" };

static void schedule(Future *future, FutureCallback cb, const char *why)
{
    Loop *loop = future->loop;
    if (UNLIKELY(HAS_HANDLE(cb))) {
        if (!loop->closed)
            loop_make_ready(loop, value_obj(cb.context), "callback", why, future);
    } else if (IS_WAKEUP(cb) && !task_is(cb.callback)) {
        gather_schedule_told((Gather *)(void *)value_obj(cb.callback), future, why);
    } else if (IS_WAKEUP(cb)) {
        Task *task = AS(Task, cb.callback);
        task->task_flags |= TASK_QUEUED;
        loop_make_ready(loop, &task->future.obj, "wakeup", why, future);
    } else if (!loop->closed) {
        Value self = OBJ(future);
        loop_call_soon(loop, cb.callback, 1, &self, cb.context, "callback", why, future);
    }
}

COLD static void schedule_done(Future *future, FutureCallback cb)
{
    schedule(future, cb, why_done[future->state]);
}

/* The same while nobody observes: no reasons are handed on. */
static inline void schedule_untold(Future *future, FutureCallback cb)
{
    Loop *loop = future->loop;
    if (UNLIKELY(HAS_HANDLE(cb))) {
        schedule_done(future, cb);
    } else if (IS_WAKEUP(cb) && !task_is(cb.callback)) {
        gather_schedule((Gather *)(void *)value_obj(cb.callback), future);
    } else if (IS_WAKEUP(cb)) {
        Task *task = AS(Task, cb.callback);
        task->task_flags |= TASK_QUEUED;
        loop_make_ready_untold(loop, &task->future.obj);
    } else if (!loop->closed) {
        Value self = OBJ(future);
        loop_make_ready_untold(loop, &handle_new(loop, false, cb.callback, 1, &self, cb.context)->obj);
    }
}

COLD static void schedule_more(Future *future)
{
    FutureCallbacks *more = future->more;
    for (uint32_t i = 0; i < more->count; i++)
        schedule_done(future, more->items[i]);
    future_release(future->loop->vm->heap, &future->obj);
}

/* told: events tell what gets ready; a constant at each call. */
static inline __attribute__((always_inline)) void schedule_all(Future *future, bool told)
{
    FutureCallback first = future->first;
    if (value_is_unset(first.callback))
        return;
    future->first = (FutureCallback){ VALUE_UNSET, VALUE_UNSET };
    if (told)
        schedule_done(future, first);
    else
        schedule_untold(future, first);
    if (UNLIKELY(future->more != NULL))
        schedule_more(future);
}

static bool add(VM *vm, Future *future, FutureCallback cb)
{
    if (value_is_unset(future->first.callback)) {
        future->first = cb;
        return true;
    }
    FutureCallbacks *more = future->more;
    if (!more || more->count == more->capacity) {
        uint32_t capacity = more ? more->capacity * 2 : START(4);
        FutureCallbacks *grown = heap_array(vm->heap, more, more ? callbacks_bytes(more->capacity) : 0,
                                            callbacks_bytes(capacity));
        if (!grown) {
            raise_memory(vm);
            return false;
        }
        if (!more)
            grown->count = 0;
        grown->capacity = capacity;
        future->more = more = grown;
    }
    more->items[more->count++] = cb;
    return true;
}

static bool check_ready(VM *vm, const Future *future)
{
    if (LIKELY(future->loop != NULL))
        return true;
    raise_runtime(vm, "%s object is not initialized.",
                  (future->obj.kind & KIND_MASK) == KIND_TASK ? "Task" : "Future");
    return false;
}

/* The Future that a callback will set: the gather(), or one that a function keeps in its closure, as those of
 * asyncio.wait() do. */
static Future *led_to(VM *vm, const Future *future, FutureCallback cb)
{
    if (IS_WAKEUP(cb))
        return task_is(cb.callback) ? NULL : as_future(cb.callback);
    if (value_is_kind(cb.callback, KIND_BOUND) && value_is_kind(AS(Bound, cb.callback)->self, KIND_INSTANCE)) {
        Instance *group = (Instance *)(void *)value_obj(AS(Bound, cb.callback)->self);
        Value ended = instance_get(vm->heap, group, str_intern_cstr(vm->heap, "_all_ended")); /* of a TaskGroup */
        return future_is(ended) ? as_future(ended) : NULL;
    }
    if (!value_is_kind(cb.callback, KIND_FUNCTION))
        return NULL;
    const Function *function = as_function(cb.callback);
    for (uint32_t i = 0; i < function->ncells; i++) {
        Value held = function->cells[i] ? function->cells[i]->value : VALUE_UNSET;
        if (future_is(held) && as_future(held) != future && !future_done(as_future(held)))
            return as_future(held);
    }
    return NULL;
}

COLD static Id leads_to(VM *vm, const Future *future, FutureCallback cb)
{
    Future *next = led_to(vm, future, cb);
    return next ? observe_id(vm, &next->obj) : ID(0, 0);
}

bool future_leads_to(VM *vm, const Future *future, const Future *goal)
{
    uint32_t count = value_is_unset(future->first.callback) ? 0 : 1 + (future->more ? future->more->count : 0);
    for (uint32_t i = 0; i < count && !future_done(future); i++)
        if (led_to(vm, future, i ? future->more->items[i - 1] : future->first) == goal)
            return true;
    return false;
}

/* The callback with its Handle, made early; cb_add. */
COLD static bool add_told(VM *vm, Future *future, FutureCallback cb)
{
    bool wakeup = IS_WAKEUP(cb) && task_is(cb.callback);
    if (!wakeup && value_same(cb.callback, vm->loops->run_done))
        return add(vm, future, cb);
    Id id, task = { 0 }, into = leads_to(vm, future, cb);
    if (wakeup) {
        Task *waiter = AS(Task, cb.callback);
        task = observe_id(vm, &waiter->future.obj);
        id = ID('H', waiter->future.handle_id = ++vm->next_id['H']);
    } else {
        Value self = OBJ(future);
        bool gather = IS_WAKEUP(cb);
        Handle *handle = handle_new(future->loop, false, cb.callback, 1, &self, gather ? VALUE_UNSET : cb.context);
        handle->flags |= gather ? HANDLE_GATHER : 0;
        cb.context = OBJ(handle);
        id = observe_id(vm, &handle->obj);
    }
    if (!add(vm, future, cb))
        return false;
    EMIT(vm, cb_add, .id = observe_id(vm, &future->obj), .id2 = id, .id3 = task, .id4 = into,
         .word = wakeup ? "wakeup" : "callback", .value = OBJ(future));
    return true;
}

static bool add_callback(VM *vm, Future *future, FutureCallback cb)
{
    return OBSERVED(vm) ? add_told(vm, future, cb) : add(vm, future, cb);
}

bool future_add_callback(VM *vm, Future *future, Value callback, Value context)
{
    FutureCallback cb = { callback, context };
    if (future_done(future)) {
        schedule(future, cb, "already done");
        return true;
    }
    return add_callback(vm, future, cb);
}

bool future_add_gather(VM *vm, Future *future, Future *gather)
{
    return add_callback(vm, future, (FutureCallback){ OBJ(gather), VALUE_TRUE });
}

/* Without memory the wait cannot begin: the Task goes on with the error. */
COLD static void wait_failed(VM *vm, Future *future, Task *task)
{
    task->future.result = vm_take_exception(vm);
    task->task_flags |= TASK_THROW | TASK_QUEUED;
    loop_make_ready(future->loop, &task->future.obj, "step", "called soon", NULL);
}

void future_add_wakeup_slow(VM *vm, Future *future, Task *task)
{
    FutureCallback cb = { OBJ(task), VALUE_TRUE };
    if (UNLIKELY(future_done(future)))
        schedule(future, cb, "already done");
    else if (UNLIKELY(!add(vm, future, cb)))
        wait_failed(vm, future, task);
}

COLD void future_add_wakeup_told(VM *vm, Future *future, Task *task)
{
    FutureCallback cb = { OBJ(task), VALUE_TRUE };
    if (future_done(future))
        schedule(future, cb, "already done");
    else if (!add_told(vm, future, cb))
        wait_failed(vm, future, task);
}

COLD static void tell_dropped(Future *future, Task *task)
{
    VM *vm = future->loop->vm;
    EMIT(vm, cb_del, .id = observe_id(vm, &future->obj), .id2 = ID('H', task->future.handle_id), .word = "wakeup",
         .id3 = observe_id(vm, &task->future.obj));
}

static void drop_wakeup(Future *future, const Task *task)
{
    FutureCallbacks *more = future->more;
    uint32_t count = more ? more->count : 0;
    if (IS_WAKEUP(future->first) && value_same(future->first.callback, OBJ(task))) {
        future->first = (FutureCallback){ VALUE_UNSET, VALUE_UNSET };
        if (count == 0)
            return;
        future->first = more->items[0];
        memmove(more->items, more->items + 1, (count - 1) * sizeof *more->items);
        more->count--;
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        if (IS_WAKEUP(more->items[i]) && value_same(more->items[i].callback, OBJ(task))) {
            memmove(more->items + i, more->items + i + 1, (count - i - 1) * sizeof *more->items);
            more->count--;
            return;
        }
}

void future_drop_wakeup(Future *future, Task *task)
{
    drop_wakeup(future, task);
    if (OBSERVED(future->loop->vm))
        tell_dropped(future, task);
}

/* --- ends ------------------------------------------------------------------------------------------ */

COLD static bool emit_set(VM *vm, Future *future, const char *how)
{
    if (future->kind == FUTURE_TASK)
        EMIT(vm, task_done, .id = observe_id(vm, &future->obj), .word = how, .value = future->result);
    else
        EMIT(vm, fut_set, .id = observe_id(vm, &future->obj), .word = how, .value = future->result);
    schedule_all(future, true);
    return true;
}

COLD static bool emit_cancelled(VM *vm, Future *future)
{
    if (future->flags & FUTURE_ARMED)
        EMIT(vm, timer_del, .id = ID('H', future->handle_id));
    else if (future->kind == FUTURE_SLEEP && future->handle_id) /* due already: an entry of the ready queue */
        EMIT(vm, handle_del, .id = ID('H', future->handle_id));
    return emit_set(vm, future, "cancelled");
}

bool future_set_result(VM *vm, Future *future, Value result)
{
    if (future_done(future))
        return false;
    future->state = FUTURE_FINISHED;
    future->result = result;
    if (OBSERVED(vm))
        return emit_set(vm, future, "result");
    schedule_all(future, false);
    return true;
}

bool future_set_exception(VM *vm, Future *future, Value exception)
{
    if (future_done(future))
        return false;
    future->state = FUTURE_FINISHED;
    future->result = exception;
    future->flags |= FUTURE_ERROR | FUTURE_LOG;
    if (value_is_unset(future->first.callback))
        vm->loops->failures = FAILED_NEW | FAILED;
    future->tb_count = as_exception(exception)->tb_count;
    heap_set_finalise(vm->heap, &future->obj);
    if (OBSERVED(vm))
        return emit_set(vm, future, "error");
    schedule_all(future, false);
    return true;
}

bool future_cancel(Future *future, Value message)
{
    if (future_done(future))
        return false;
    future->state = FUTURE_CANCELLED;
    if (!(future->flags & FUTURE_HAS_EXC))
        future->result = value_is_none(message) ? VALUE_UNSET : message;
    if (future->flags & FUTURE_ARMED)
        timers_cancelled(&future->loop->timers);
    if (OBSERVED(future->loop->vm))
        return emit_cancelled(future->loop->vm, future);
    schedule_all(future, false);
    return true;
}

Value future_cancelled_error(VM *vm, Future *future)
{
    if (future->flags & FUTURE_HAS_EXC) {
        Value error = future->result;
        future->flags &= (uint8_t)~FUTURE_HAS_EXC;
        future->result = VALUE_UNSET;
        return error;
    }
    bool with = !value_is_unset(future->result) && !value_is_none(future->result);
    return exception_make(vm, vm->exc[EXC_CancelledError], with, &future->result);
}

static void looked_at(VM *vm, Future *future)
{
    if (future->flags & FUTURE_LOG) {
        future->flags &= (uint8_t)~FUTURE_LOG;
        if (!class_of(vm, OBJ(future)) || !(future->obj.cls->flags & CLASS_HAS_DEL))
            future->obj.flags &= (uint8_t)~OBJ_FINALISE;
    }
}

COLD static void tell_seen(VM *vm, Future *future)
{
    if (future->kind == FUTURE_GIVE_WAY || future->state != FUTURE_FINISHED)
        return;
    if (future_failed(future))
        looked_at(vm, future); /* the event tells of what has happened */
    EMIT(vm, seen, .id = observe_id(vm, &future->obj), .value = OBJ(future));
}

COLD static Value result_told(VM *vm, Future *future)
{
    tell_seen(vm, future);
    return future_take_result(vm, future);
}

Value future_result(VM *vm, Future *future)
{
    if (OBSERVED(vm))
        return result_told(vm, future);
    return future_take_result(vm, future);
}

Value future_take_result(VM *vm, Future *future)
{
    if (LIKELY(future->state == FUTURE_FINISHED)) {
        if (LIKELY(!future_failed(future)))
            return future->result;
        looked_at(vm, future);
        Exception *error = as_exception(future->result);
        if (error->tb_count > future->tb_count) /* where it came from, told once (as CPython does) */
            error->tb_count = future->tb_count;
        future->tb_count = 0;
        return raise_exception(vm, future->result);
    }
    if (future->state == FUTURE_CANCELLED) {
        Value error = future_cancelled_error(vm, future);
        return value_is_obj(error) ? raise_exception(vm, error) : VALUE_RAISED;
    }
    raise_fmt(vm, vm->exc[EXC_InvalidStateError], "Result is not set.");
    report_too_early(vm, future);
    return VALUE_RAISED;
}

/* --- waiting --------------------------------------------------------------------------------------- */

/* An await that goes straight on, unless this Future is what has just woken the task. */
COLD static void tell_ready(VM *vm, Future *future)
{
    Loop *loop = vm->loop;
    if (!loop || !loop->current || future->kind == FUTURE_GIVE_WAY)
        return;
    if (loop->woken == future)
        loop->woken = NULL;
    else
        EMIT(vm, await_ready, .id = observe_id(vm, &loop->current->future.obj), .id2 = observe_id(vm, &future->obj),
             .value = OBJ(future));
}

int future_poll(VM *vm, Value v, Value *out)
{
    Future *future = as_future(v);
    if (future_done(future)) {
        Value result = future_take_result(vm, future);
        if (value_is_raised(result))
            return -1;
        *out = result;
        return 1;
    }
    if (future->kind == FUTURE_GIVE_WAY) { /* asked once before it yields, once after */
        future->state = FUTURE_FINISHED;
        future->result = VALUE_NONE;
        *out = VALUE_NONE;
        return 0;
    }
    if (!check_ready(vm, future))
        return -1;
    future->flags |= FUTURE_BLOCKING;
    *out = v;
    return 0;
}

COLD int future_poll_told(VM *vm, Value v, Value *out)
{
    if (future_done(as_future(v))) {
        tell_ready(vm, as_future(v));
        tell_seen(vm, as_future(v));
    }
    return future_poll(vm, v, out);
}

COLD static Future *tell_sleep(VM *vm, Future *future, int64_t when_ns)
{
    EMIT(vm, timer, .id = ID('H', future->handle_id = ++vm->next_id['H']), .number = clock_event_us(vm, when_ns),
         .word = "sleep", .id2 = observe_id(vm, &future->obj));
    return future;
}

Future *future_sleep(Loop *loop, int64_t delay_ns, Value result)
{
    VM *vm = loop->vm;
    Future *future = future_new(loop, FUTURE_SLEEP);
    int64_t when_ns = clock_add_ns(loop_now_ns(loop), delay_ns);
    future->result = result;
    if (!timers_push(&loop->timers, vm->heap, when_ns, &future->obj)) {
        raise_memory(vm);
        return NULL;
    }
    future->flags |= FUTURE_ARMED;
    return OBSERVED(vm) ? tell_sleep(vm, future, when_ns) : future;
}

/* --- reprs --------------------------------------------------------------------------------------------- */

static Str *cut_middle(VM *vm, Str *text, size_t limit)
{
    size_t length = str_length(text);
    if (length <= limit)
        return text;
    size_t left = (limit - 3) / 2, right = limit - 3 - left;
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_slice(&b, text, 0, left);
    builder_cstr(&b, "...");
    builder_slice(&b, text, length - right, length);
    Str *cut = builder_finish(&b);
    if (!cut)
        raise_memory(vm);
    return cut;
}

static bool short_repr_into(VM *vm, StrBuilder *out, Value v, int level);

static bool short_row(VM *vm, StrBuilder *out, Value v, int level, size_t shown, const char *open,
                      const char *close)
{
    List *items = vm_list_from(vm, v);
    if (!items)
        return false;
    vm_keep(vm, OBJ(items));
    builder_cstr(out, open);
    if (level <= 0 && items->count > 0) {
        builder_cstr(out, "...");
    } else {
        for (size_t i = 0; i < items->count && i < shown; i++) {
            if (i > 0)
                builder_cstr(out, ", ");
            if (!short_repr_into(vm, out, items->items[i], level - 1))
                return false;
        }
        if (items->count > shown)
            builder_cstr(out, ", ...");
        else if (items->count == 1 && *close == ')' && value_is_tuple(v))
            builder_char(out, ',');
    }
    builder_cstr(out, close);
    return true;
}

static bool short_dict(VM *vm, StrBuilder *out, Value v, int level)
{
    List *keys = vm_list_from(vm, v);
    if (!keys)
        return false;
    vm_keep(vm, OBJ(keys));
    builder_char(out, '{');
    if (level <= 0 && keys->count > 0) {
        builder_cstr(out, "...");
    } else {
        for (size_t i = 0; i < keys->count && i < 4; i++) {
            if (i > 0)
                builder_cstr(out, ", ");
            Value value = vm_getitem(vm, v, keys->items[i]);
            if (value_is_raised(value))
                return false;
            vm_keep(vm, value);
            if (!short_repr_into(vm, out, keys->items[i], level - 1))
                return false;
            builder_cstr(out, ": ");
            if (!short_repr_into(vm, out, value, level - 1))
                return false;
        }
        if (keys->count > 4)
            builder_cstr(out, ", ...");
    }
    builder_char(out, '}');
    return true;
}

static bool short_repr_into(VM *vm, StrBuilder *out, Value v, int level)
{
    if (value_is_exactly(v, KIND_LIST))
        return short_row(vm, out, v, level, 6, "[", "]");
    if (value_is_exactly(v, KIND_TUPLE))
        return short_row(vm, out, v, level, 6, "(", ")");
    if (value_is_exactly(v, KIND_DICT))
        return short_dict(vm, out, v, level);
    if (value_is_exactly(v, KIND_SET) && as_set(v)->count > 0)
        return short_row(vm, out, v, level, 6, "{", "}");
    if (value_is_exactly(v, KIND_FROZENSET) && as_set(v)->count > 0)
        return short_row(vm, out, v, level, 6, "frozenset({", "})");
    Str *text;
    size_t limit = int_is(v) && !value_is_bool(v) ? 40 : 30;
    if (value_is_exactly(v, KIND_STR) && str_length(as_str(v)) > 30) {
        Str *s = as_str(v); /* only what can be seen is made */
        StrBuilder b;
        builder_init(&b, vm->heap);
        builder_slice(&b, s, 0, 13);
        builder_slice(&b, s, str_length(s) - 14, str_length(s));
        Str *ends = builder_finish(&b);
        text = ends ? vm_repr(vm, OBJ(ends)) : NULL;
        if (!ends)
            raise_memory(vm);
        if (text) {
            size_t length = str_length(text);
            builder_slice(out, text, 0, 13);
            builder_cstr(out, "...");
            builder_slice(out, text, length - 14, length);
            return true;
        }
        return false;
    }
    text = vm_repr(vm, v);
    if (!text || !(text = cut_middle(vm, text, limit)))
        return false;
    builder_str(out, text);
    return true;
}

Str *future_short_repr(VM *vm, Value v)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    if (!vm_enter_c(vm, "while getting the repr of an object"))
        return NULL;
    bool fine = short_repr_into(vm, &b, v, 6);
    vm_leave_c(vm);
    if (!fine) {
        builder_drop(&b);
        return NULL;
    }
    Str *text = builder_finish(&b);
    if (!text)
        raise_memory(vm);
    return text;
}

static bool describe_end(VM *vm, StrBuilder *out, Future *future)
{
    if (future->state == FUTURE_FINISHED) {
        bool failed = future_failed(future);
        Value result = future->result;
        Str *text = failed ? vm_repr(vm, result) : future_short_repr(vm, result);
        if (!text)
            return false;
        builder_cstr(out, failed ? " exception=" : " result=");
        builder_str(out, text);
    }
    return true;
}

static bool describe_callbacks(VM *vm, StrBuilder *out, Future *future)
{
    if (value_is_unset(future->first.callback))
        return true;
    uint32_t more = future->more ? future->more->count : 0;
    Value last = more ? future->more->items[more - 1].callback : VALUE_UNSET;
    vm_keep(vm, last);
    builder_cstr(out, " cb=[");
    if (!callback_describe(vm, out, vm_keep(vm, future->first.callback), VALUE_UNSET, false))
        return false;
    if (more > 1)
        builder_printf(out, ", <%u more>", more - 1);
    if (more > 0) {
        builder_cstr(out, ", ");
        if (!callback_describe(vm, out, last, VALUE_UNSET, false))
            return false;
    }
    builder_char(out, ']');
    return true;
}

Str *future_repr_with(VM *vm, Future *future, bool (*middle)(VM *, StrBuilder *, Future *))
{
    static const char *const states[] = { "pending", "finished", "cancelled" };
    if (future->flags & FUTURE_IN_REPR)
        return str_from_cstr(vm->heap, "...");
    if (!vm_enter_c(vm, "while getting the repr of an object"))
        return NULL;
    future->flags |= FUTURE_IN_REPR;
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_char(&b, '<');
    builder_str(&b, class_of(vm, OBJ(future))->name);
    bool is_task = (future->obj.kind & KIND_MASK) == KIND_TASK;
    builder_printf(&b, " %s", is_task && !future_done(future) && ((Task *)(void *)future)->cancels
                                  ? "cancelling" : states[future->state]);
    bool fine = (!middle || middle(vm, &b, future));
    /* CPython's order: result or exception stands where base_futures puts it, before cb */
    fine = fine && describe_end(vm, &b, future) && describe_callbacks(vm, &b, future);
    if (fine)
        origin_describe(vm, &b, &future->obj);
    future->flags &= (uint8_t)~FUTURE_IN_REPR;
    vm_leave_c(vm);
    if (!fine) {
        builder_drop(&b);
        return NULL;
    }
    builder_char(&b, '>');
    Str *text = builder_finish(&b);
    if (!text)
        raise_memory(vm);
    return text;
}

void future_finalise(VM *vm, Future *future)
{
    if (!(future->flags & FUTURE_LOG) || !future->loop)
        return;
    future->flags &= (uint8_t)~FUTURE_LOG;
    Str *message = vm_format(vm, "%s exception was never retrieved",
                             (future->obj.kind & KIND_MASK) == KIND_TASK ? "Task" : "Future");
    Exception *error = as_exception(future->result);
    if (error->tb_count > future->tb_count)
        error->tb_count = future->tb_count;
    if (!message || !loop_report(future->loop, message, OBJ(error), "future", OBJ(future)))
        vm_take_exception(vm);
    else if (future->kind == FUTURE_TASK && value_is_unset(future->loop->exception_handler))
        report_never_seen(vm, (Task *)(void *)future);
}

/* --- what scripts see -------------------------------------------------------------------------------- */

static Value future_new_native(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    Future *future = heap_new_for(vm->heap, cls, sizeof *future);
    return OBJ(future);
}

static Value future_init(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    Value loop = args[1];
    if (value_is_unset(loop) || value_is_none(loop)) {
        Loop *mine = loop_get(vm);
        if (!mine)
            return VALUE_RAISED;
        future->loop = mine;
    } else if (!loop_value_is(loop)) {
        return raise_type(vm, "loop must be an event loop, not %T", loop);
    } else {
        future->loop = AS(Loop, loop);
    }
    future->state = FUTURE_PENDING;
    future->flags = 0;
    future->result = VALUE_UNSET;
    future->made_line = future_made_line(vm);
    if (!task_is(args[0]) && future->obj.aux == 0)
        future->obj.aux = ++vm->next_id['F'];
    if ((OBSERVED(vm) || future->loop->debug) && !task_is(args[0]))
        future_tell_new(future);
    return VALUE_NONE;
}

static Value invalid_state(VM *vm)
{
    return raise_fmt(vm, vm->exc[EXC_InvalidStateError], "invalid state");
}

static Value future_set_result_native(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    if (!check_ready(vm, future))
        return VALUE_RAISED;
    return future_set_result(vm, future, args[1]) ? VALUE_NONE : invalid_state(vm);
}

static Value future_set_exception_native(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    if (!check_ready(vm, future))
        return VALUE_RAISED;
    if (future_done(future))
        return invalid_state(vm);
    Value error = args[1];
    if (value_is_class(error) && class_derives(as_class(error), vm->exc[EXC_BaseException])) {
        error = vm_call(vm, error, 0, NULL);
        if (value_is_raised(error))
            return error;
        vm_keep(vm, error);
    }
    if (!value_is_exception(error))
        return raise_type(vm, "invalid exception object");
    if (value_is_a(vm, error, vm->exc[EXC_StopIteration])) {
        Value text = vm_str_cstr(vm, "StopIteration interacts badly with generators and cannot be raised "
                                     "into a Future");
        Value made = value_is_raised(text) ? text
                                           : exception_make(vm, vm->exc[EXC_RuntimeError], 1, &text);
        if (!value_is_obj(made))
            return VALUE_RAISED;
        as_exception(made)->cause = as_exception(made)->context = error;
        as_exception(made)->obj.flags |= EXC_SUPPRESS;
        error = made;
    }
    return future_set_exception(vm, future, error) ? VALUE_NONE : invalid_state(vm);
}

static Value future_result_native(VM *vm, Value *args, int nargs)
{
    return future_result(vm, as_future(args[0]));
}

static Value future_exception_native(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    if (future->state == FUTURE_CANCELLED)
        return future_result(vm, future);
    if (!future_done(future)) {
        raise_fmt(vm, vm->exc[EXC_InvalidStateError], "Exception is not set.");
        report_too_early(vm, future);
        return VALUE_RAISED;
    }
    if (OBSERVED(vm))
        tell_seen(vm, future);
    if (!future_failed(future))
        return VALUE_NONE;
    looked_at(vm, future);
    return future->result;
}

static Value future_done_native(VM *vm, Value *args, int nargs)
{
    return value_bool(future_done(as_future(args[0])));
}

static Value future_cancelled_native(VM *vm, Value *args, int nargs)
{
    return value_bool(as_future(args[0])->state == FUTURE_CANCELLED);
}

static Value future_cancel_native(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    if (!check_ready(vm, future))
        return VALUE_RAISED;
    looked_at(vm, future);
    return value_bool(future_cancel(future, arg_or(args[1], VALUE_NONE)));
}

static Value future_add_done_callback(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    if (!check_ready(vm, future))
        return VALUE_RAISED;
    Value context = args[2];
    if (value_is_unset(context) || value_is_none(context))
        context = context_snapshot(vm);
    if (future_done(future) && !loop_check_closed(future->loop))
        return VALUE_RAISED;
    return future_add_callback(vm, future, args[1], context) ? VALUE_NONE : VALUE_RAISED;
}

static bool is_gather_handle(Value context)
{
    return value_is_kind(context, KIND_HANDLE) && AS(Handle, context)->flags & HANDLE_GATHER;
}

static Value future_remove_done_callback(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    uint32_t count = (!value_is_unset(future->first.callback)) + (future->more ? future->more->count : 0);
    List *kept = list_new(vm->heap, count * 2); /* comparing may run script code: work on a copy */
    List *all = list_new(vm->heap, count * 2);
    if (!kept || !all)
        return raise_memory(vm);
    vm_keep(vm, OBJ(kept));
    vm_keep(vm, OBJ(all));
    for (uint32_t i = 0; i < count; i++) {
        FutureCallback cb = i == 0 ? future->first : future->more->items[i - 1];
        if (!list_append(vm->heap, all, cb.callback) || !list_append(vm->heap, all, cb.context))
            return raise_memory(vm);
    }
    uint32_t removed = 0;
    List *dropped = OBSERVED(vm) ? list_new(vm->heap, 4) : NULL;
    if (dropped)
        vm_keep(vm, OBJ(dropped));
    for (uint32_t i = 0; i < count; i++) {
        Value callback = all->items[2 * i], context = all->items[2 * i + 1];
        int same = value_is_true(context) || is_gather_handle(context) ? 0 : vm_equal(vm, callback, args[1]);
        if (same < 0)
            return VALUE_RAISED;
        removed += same != 0;
        if (same && dropped && value_is_kind(context, KIND_HANDLE) && !list_append(vm->heap, dropped, context))
            return raise_memory(vm);
        if (same)
            continue;
        if (!list_append(vm->heap, kept, callback) || !list_append(vm->heap, kept, context))
            return raise_memory(vm);
    }
    if (removed == 0 || future_done(future))
        return value_small(removed);
    /* those that script code added meanwhile stay behind the others */
    uint32_t now = (!value_is_unset(future->first.callback)) + (future->more ? future->more->count : 0);
    for (uint32_t i = count; i < now; i++)
        if (!list_append(vm->heap, kept, future->more->items[i - 1].callback) ||
            !list_append(vm->heap, kept, future->more->items[i - 1].context))
            return raise_memory(vm);
    future->first = (FutureCallback){ VALUE_UNSET, VALUE_UNSET };
    if (future->more)
        future->more->count = 0;
    for (size_t i = 0; i + 1 < kept->count; i += 2)
        if (!add(vm, future, (FutureCallback){ kept->items[i], kept->items[i + 1] }))
            return VALUE_RAISED;
    for (size_t i = 0; dropped && i < dropped->count; i++)
        EMIT(vm, cb_del, .id = observe_id(vm, &future->obj), .id2 = observe_id(vm, value_obj(dropped->items[i])),
             .word = "callback", .value = OBJ(future));
    return value_small(removed);
}

static Value future_get_loop(VM *vm, Value *args, int nargs)
{
    Future *future = as_future(args[0]);
    return check_ready(vm, future) ? OBJ(future->loop) : VALUE_RAISED;
}

static Value future_make_cancelled_error(VM *vm, Value *args, int nargs)
{
    Value error = future_cancelled_error(vm, as_future(args[0]));
    return value_is_obj(error) ? error : VALUE_RAISED;
}

static Value future_repr_native(VM *vm, Value *args, int nargs)
{
    Str *text = future_repr_with(vm, as_future(args[0]), NULL);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value future_await(VM *vm, Value *args, int nargs)
{
    Slots *iter = slots_make(vm, vm->loops->future_iter_class, 1);
    iter->v[0] = args[0];
    return OBJ(iter);
}

static Value get_blocking(VM *vm, Value self)
{
    return value_bool(as_future(self)->flags & FUTURE_BLOCKING);
}

static bool set_blocking(VM *vm, Value self, Value value)
{
    int truth = value_is_unset(value) ? 0 : vm_truth(vm, value);
    if (truth < 0)
        return false;
    Future *future = as_future(self);
    future->flags = (uint8_t)(truth ? future->flags | FUTURE_BLOCKING : future->flags & ~FUTURE_BLOCKING);
    return true;
}

static Value get_state(VM *vm, Value self)
{
    static const char *const states[] = { "PENDING", "FINISHED", "CANCELLED" };
    return vm_str_cstr(vm, states[as_future(self)->state]);
}

static Value get_result(VM *vm, Value self)
{
    Future *future = as_future(self);
    return future->state == FUTURE_FINISHED && !future_failed(future) ? future->result : VALUE_NONE;
}

static Value get_exception(VM *vm, Value self)
{
    Future *future = as_future(self);
    return future_failed(future) ? future->result : VALUE_NONE;
}

static Value get_loop(VM *vm, Value self)
{
    Loop *loop = as_future(self)->loop;
    return loop ? OBJ(loop) : VALUE_NONE;
}

static Value get_cancel_message(VM *vm, Value self)
{
    Future *future = as_future(self);
    bool has = future->state == FUTURE_CANCELLED
                   ? !(future->flags & FUTURE_HAS_EXC)
                   : task_is(self) && AS(Task, self)->task_flags & TASK_MUST_CANCEL;
    return has ? arg_or(future->result, VALUE_NONE) : VALUE_NONE;
}

static bool set_cancel_message(VM *vm, Value self, Value value)
{
    Future *future = as_future(self);
    if (future->state == FUTURE_CANCELLED && !(future->flags & FUTURE_HAS_EXC))
        future->result = value;
    return true;
}

static Value get_log_traceback(VM *vm, Value self)
{
    return value_bool(as_future(self)->flags & FUTURE_LOG);
}

static bool set_log_traceback(VM *vm, Value self, Value value)
{
    int truth = value_is_unset(value) ? 0 : vm_truth(vm, value);
    if (truth > 0) {
        raise_value(vm, "_log_traceback can only be set to False");
        return false;
    }
    looked_at(vm, as_future(self));
    return truth == 0;
}

static Value get_source_traceback(VM *vm, Value self)
{
    return VALUE_NONE;
}

static Value get_callbacks(VM *vm, Value self)
{
    Future *future = as_future(self);
    if (value_is_unset(future->first.callback))
        return VALUE_NONE;
    List *list = list_new(vm->heap, 1);
    if (!list)
        return raise_memory(vm);
    uint32_t count = 1 + (future->more ? future->more->count : 0);
    for (uint32_t i = 0; i < count; i++) {
        FutureCallback cb = i == 0 ? future->first : future->more->items[i - 1];
        Value context = HAS_HANDLE(cb) ? AS(Handle, cb.context)->context
                        : !IS_WAKEUP(cb) ? cb.context
                        : task_is(cb.callback) ? AS(Task, cb.callback)->context : VALUE_UNSET;
        Value pair[2] = { cb.callback, context_object(vm, context) };
        Value tuple = value_is_raised(pair[1]) ? pair[1] : vm_tuple_of(vm, 2, pair);
        if (value_is_raised(tuple))
            return tuple;
        if (!list_append(vm->heap, list, tuple))
            return raise_memory(vm);
    }
    return OBJ(list);
}

static const NativeSpec future_methods[] = {
    { "__new__", future_new_native, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, "A result to come." },
    { "__init__", future_init, "self, *, loop=None", 0, 0, 0, NULL },
    { "set_result", future_set_result_native, "self, result, /", 0, 0, 0, "Gives it its result, once." },
    { "set_exception", future_set_exception_native, "self, exception, /", 0, 0, 0, "Makes it fail, once." },
    { "result", future_result_native, "self, /", 0, 0, 0, "The result, or raises its exception." },
    { "exception", future_exception_native, "self, /", 0, 0, 0, "The exception, or None." },
    { "done", future_done_native, "self, /", 0, 0, 0, "Finished or cancelled?" },
    { "cancelled", future_cancelled_native, "self, /", 0, 0, 0, "Was it cancelled?" },
    { "cancel", future_cancel_native, "self, msg=None", 0, 0, 0, "Cancels it; False if it is done already." },
    { "add_done_callback", future_add_done_callback, "self, fn, /, *, context=None", 0, 0, 0,
      "Calls fn(future) in a later turn of the loop once it is done." },
    { "remove_done_callback", future_remove_done_callback, "self, fn, /", 0, 0, 0,
      "Takes out every callback equal to fn; how many." },
    { "get_loop", future_get_loop, "self, /", 0, 0, 0, "The event loop it belongs to." },
    { "_make_cancelled_error", future_make_cancelled_error, "self, /", 0, 0, 0, NULL },
    { "__await__", future_await, "self, /", 0, 0, 0, NULL },
    { "__iter__", future_await, "self, /", 0, 0, 0, NULL },
    { "__repr__", future_repr_native, "self, /", 0, 0, 0, NULL },
    { "__class_getitem__", alias_class_getitem, "cls, item, /", 0, 0, NATIVE_CLASS, NULL },
    { 0 },
};
static const GetSetSpec future_getsets[] = {
    { "_asyncio_future_blocking", get_blocking, set_blocking, NULL },
    { "_state", get_state, NULL, NULL },
    { "_result", get_result, NULL, NULL },
    { "_exception", get_exception, NULL, NULL },
    { "_loop", get_loop, NULL, NULL },
    { "_callbacks", get_callbacks, NULL, NULL },
    { "_cancel_message", get_cancel_message, set_cancel_message, NULL },
    { "_log_traceback", get_log_traceback, set_log_traceback, NULL },
    { "_source_traceback", get_source_traceback, NULL, NULL },
    { 0 },
};
static const TypeSpec future_type = { "Future", "_asyncio", "A result to come.", KIND_FUTURE, 0,
                                      future_methods, future_getsets };

/* --- the iterator of `yield from future` and __await__ ------------------------------------------------ */

static Value iter_self(VM *vm, Value *args, int nargs)
{
    return args[0];
}

static Value iter_send(VM *vm, Value *args, int nargs)
{
    Slots *iter = as_slots(args[0]);
    if (value_is_unset(iter->v[0]))
        return raise_stop_iteration(vm, VALUE_UNSET);
    Value out, future = iter->v[0];
    bool asked = value_is_true(as_slots(args[0])->obj.flags & 16 ? VALUE_TRUE : VALUE_FALSE);
    if (!future_done(as_future(future)) && asked)
        return raise_runtime(vm, "await wasn't used with future");
    int state = future_poll(vm, future, &out);
    if (state == 0) {
        iter->obj.flags |= 16;
        return out;
    }
    iter->v[0] = VALUE_UNSET;
    return state < 0 ? VALUE_RAISED : raise_stop_iteration(vm, out);
}

static Value iter_throw(VM *vm, Value *args, int nargs)
{
    as_slots(args[0])->v[0] = VALUE_UNSET;
    Value error = args[1];
    if (value_is_class(error) && !value_is_unset(args[2]) && !value_is_none(args[2])) {
        error = value_is_exception(args[2]) ? args[2] : vm_call(vm, error, 1, &args[2]);
        if (value_is_raised(error))
            return error;
    }
    if (!value_is_exception(error) && !(value_is_class(error) && as_class(error)->flags & CLASS_EXCEPTION))
        return raise_type(vm, "exceptions must be classes deriving BaseException or instances of such a class");
    return raise_exception(vm, error);
}

static Value iter_close(VM *vm, Value *args, int nargs)
{
    as_slots(args[0])->v[0] = VALUE_UNSET;
    return VALUE_NONE;
}

static const NativeSpec iter_methods[] = {
    { "__iter__", iter_self, "self, /", 0, 0, 0, NULL },
    { "__next__", iter_send, "self, /", 0, 0, 0, NULL },
    { "send", iter_send, "self, value, /", 0, 0, 0, NULL },
    { "throw", iter_throw, "self, type, value=None, traceback=None, /", 0, 0, 0, NULL },
    { "close", iter_close, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const TypeSpec iter_type = { "FutureIter", "_asyncio", NULL, KIND_SLOTS, CLASS_FINAL, iter_methods, NULL };

bool future_types_setup(VM *vm, LoopState *state)
{
    heap_set_kind(vm->heap, KIND_FUTURE, future_visit, future_release);
    state->future_class = type_create(vm, &future_type, NULL);
    state->future_iter_class = type_create(vm, &iter_type, NULL);
    return state->future_class && state->future_iter_class;
}
