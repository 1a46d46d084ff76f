/* selfcheck.c - `--selfcheck`: after every event the runtime's own structures are compared with the State that the
 * events alone give, and the first difference ends the process.
 *   each time       clock, round and what is left of it, running handle (and those around it), running task, running greenlet;
 *                   at a task's step what woke it; at a line its frame: place and every variable
 *   queues, tasks   of each loop: the ready queue in order, timers by time and handle, watched descriptors; each
 *                   unfinished task: name, coroutine, state, what it waits for, pending cancel, chain with lines
 *   the heap        Futures and ended tasks: state, kind, callbacks in order, seen; coroutines, generators, async
 *                   generators, greenlets: state; locks, events, queues: who waits, held or set or how many;
 *                   with lines the frames that are being run
 * What output there was is compared by tests/trace.py with what the program wrote. The heap is walked after each of the
 * first 1,000 events and then after every 100th; queues and lists longer than 100 likewise: a program of 200,000
 * events stays checkable. */
#include "trace/selfcheck.h"

#include "base/platform.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/threads.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/task.h"
#include "runtime/runtime.h"
#include "trace/options.h"
#include "trace/recorder.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALWAYS = 1000, SOMETIMES = 100, LONG = 100, STATUS = 70 };

struct Selfcheck {
    VM *vm;
    State *state;
    const TraceEvent *event;
    uint32_t loops;          /* how many are open; 0: not counted at this event                                */
    size_t ready, timers, watched; /* what they hold together                                              */
};

/* --- differences ---------------------------------------------------------------------------------------------- */

typedef struct Text {
    char bytes[300];
    size_t used;
} Text;

static void put(Text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(Text *text, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text->bytes + text->used, sizeof text->bytes - text->used, format, args);
    va_end(args);
    if (n > 0)
        text->used = text->used + (size_t)n < sizeof text->bytes ? text->used + (size_t)n : sizeof text->bytes - 1;
}

static void put_id(Text *text, Id id)
{
    if (id.n)
        put(text, " %c%u", id.letter, id.n);
    else
        put(text, " nothing");
}

static void differ(const Selfcheck *c, const char *what, const char *runtime, const char *reducer)
{
    trace_complain("miniasync trace --selfcheck: event %u %s: %s: the runtime has%s, the reducer%s\n", c->event->index,
                   event_name(c->event->kind), what, *runtime ? runtime : " nothing", *reducer ? reducer : " nothing");
    platform_exit(STATUS);
}

static void compare_numbers(const Selfcheck *c, const char *what, int64_t runtime, int64_t reducer)
{
    if (runtime == reducer)
        return;
    Text a = { .used = 0 }, b = { .used = 0 };
    put(&a, " %lld", (long long)runtime);
    put(&b, " %lld", (long long)reducer);
    differ(c, what, a.bytes, b.bytes);
}

static void compare_ids(const Selfcheck *c, const char *what, Id runtime, Id reducer)
{
    if (id_same(runtime, reducer))
        return;
    Text a = { .used = 0 }, b = { .used = 0 };
    put_id(&a, runtime);
    put_id(&b, reducer);
    differ(c, what, a.bytes, b.bytes);
}

static void compare_words(const Selfcheck *c, const char *what, Id of, const char *runtime, const char *reducer)
{
    if (strcmp(runtime, reducer) == 0)
        return;
    Text name = { .used = 0 }, a = { .used = 0 }, b = { .used = 0 };
    put(&name, "%s of", what);
    put_id(&name, of);
    put(&a, " %s", runtime);
    put(&b, " %s", reducer);
    differ(c, name.bytes, a.bytes, b.bytes);
}

/* --- the loop ------------------------------------------------------------------------------------------------------ */

static bool is_cancelled(const Obj *entry)
{
    return (entry->kind & KIND_MASK) == KIND_HANDLE &&
           ((const Handle *)(const void *)entry)->flags & HANDLE_CANCELLED;
}

/* With several loops the reducer's queue holds what all of them hold, in order. */
static void check_ready(Selfcheck *c, const Loop *loop)
{
    Text a = { .used = 0 }, b = { .used = 0 };
    uint32_t n = 0, row = 0, rows = c->state->ready.count;
    bool same = true;
    for (uint32_t i = 0; i < loop->ready.count; i++) {
        Obj *entry = ready_at(&loop->ready, i);
        if (loop_entry_hidden(loop, entry))
            continue;
        Id id = loop_entry_id(c->vm, entry);
        while (c->loops != 1 && row < rows && !id_same(c->state->ready.items[row].h, id))
            row++;
        const StateReady *shown = row < rows ? &c->state->ready.items[row++] : NULL;
        n++;
        put_id(&a, id);
        put(&a, "%s", is_cancelled(entry) ? " (cancelled)" : "");
        same = same && shown && id_same(shown->h, id) &&
               (shown->cancelled == is_cancelled(entry) || (entry->kind & KIND_MASK) != KIND_HANDLE);
    }
    c->ready += n;
    if (same && (c->loops != 1 || n == rows))
        return;
    for (uint32_t i = 0; i < rows; i++) {
        put_id(&b, c->state->ready.items[i].h);
        put(&b, "%s", c->state->ready.items[i].cancelled ? " (cancelled)" : "");
    }
    differ(c, "the ready queue", a.bytes, b.bytes);
}

/* They are sorted by (when, number of the handle). */
static const StateTimer *find_timer(const State *s, int64_t when_us, Id h)
{
    uint32_t from = 0, to = s->timers.count;
    while (from < to) {
        uint32_t at = from + (to - from) / 2;
        const StateTimer *t = &s->timers.items[at];
        if (t->when_us < when_us || (t->when_us == when_us && t->h.n < h.n))
            from = at + 1;
        else
            to = at;
    }
    return from < s->timers.count && id_same(s->timers.items[from].h, h) ? &s->timers.items[from] : NULL;
}

static void check_timers(Selfcheck *c, const Loop *loop)
{
    const Timers *timers = &loop->timers;
    uint32_t live = 0;
    for (size_t i = 0; i < timers->count; i++) {
        const Timer *timer = &timers->items[i];
        if (timers->is_dead(timer->owner))
            continue;
        live++;
        Id id = loop_entry_id(c->vm, timer->owner);
        if (!find_timer(c->state, clock_event_us(c->vm, timer->when_ns), id))
            compare_ids(c, "a timer (at that time)", id, ID(0, 0));
    }
    c->timers += live;
    if (c->loops == 1)
        compare_numbers(c, "how many timers", live, c->state->timers.count);
}

static void check_watch(Selfcheck *c, int fd, const char *what, const Handle *handle)
{
    if (!handle)
        return;
    Id shown = { 0 };
    for (uint32_t i = 0; i < c->state->io.count; i++)
        if (c->state->io.items[i].fd == fd && *c->state->io.items[i].what == *what)
            shown = c->state->io.items[i].h;
    compare_ids(c, "who watches a descriptor", observe_id(c->vm, (Obj *)(void *)handle), shown);
    c->watched++;
}

static void check_watches(Selfcheck *c, const Loop *loop)
{
    for (size_t i = 0; i < loop->watch_count; i++) {
        check_watch(c, loop->watches[i].fd, "r", loop->watches[i].reader);
        check_watch(c, loop->watches[i].fd, "w", loop->watches[i].writer);
    }
}

/* --- tasks ----------------------------------------------------------------------------------------------------------- */

static const Fiber *fiber_of(Value coro)
{
    return value_is_kind(coro, KIND_COROUTINE) || value_is_kind(coro, KIND_GENERATOR) ? AS(Fiber, coro) : NULL;
}

/* The frames of a suspended task, innermost first, with the links of its chain from the end. */
static void check_chain(const Selfcheck *c, const StateTask *row, const Task *task)
{
    const Fiber *fiber = fiber_of(task->coro);
    if (!fiber || fiber->state != FIBER_SUSPENDED)
        return;
    uint32_t left = row->chain_count;
    for (const Frame *frame = fiber->tip; frame && (left || row->chain_count < RECORDING_CHAIN_MAX);
         frame = frame->caller) {
        const Code *code = frame->func->code;
        if (code->flags & CODE_HIDDEN)
            continue;
        char name[200];
        Text a = { .used = 0 }, b = { .used = 0 };
        put(&a, "%s:%u", str_c(code->name, name, sizeof name), frame_line(frame));
        if (left == 0)
            put(&b, "no frame");
        else
            put(&b, "%s:%u", row->chain[left - 1].at.fn, row->chain[left - 1].at.line);
        compare_words(c, "the chain", row->id, a.bytes, b.bytes);
        left--;
    }
    compare_numbers(c, "how long the chain is", row->chain_count - left, row->chain_count);
}

static void check_task(const Selfcheck *c, const Loop *loop, Task *task)
{
    Id id = observe_id(c->vm, &task->future.obj);
    const StateTask *row = state_task(c->state, id);
    if (!row) {
        if (c->event->kind != EV_task_new)
            return; /* made before anybody looked, or not yet told */
        compare_ids(c, "a task", id, ID(0, 0));
        return;
    }
    if (fiber_of(task->coro))
        compare_ids(c, "the coroutine of a task", observe_id(c->vm, value_obj(task->coro)), row->co);
    bool queued = (task->task_flags & TASK_QUEUED) != 0, waits = value_is_obj(task->waits_on);
    if (c->event->kind == EV_seen && waits && !queued && row->state == TASK_STATE_READY)
        return; /* its step begins with the error of what it waited for; task_step comes next */
    static const char *const words[] = { "ready", "running", "waiting", "done", "failed", "cancelled" };
    const char *shown = words[row->state];
    if (queued)
        compare_words(c, "the state", id, "ready", shown);
    else if (waits)
        compare_words(c, "the state", id, "waiting", shown);
    else if (loop->current == task && row->state != TASK_STATE_READY)
        compare_words(c, "the state", id, "running", shown);
    if (waits && future_is(task->waits_on))
        compare_ids(c, "what a task waits for", observe_id(c->vm, value_obj(task->waits_on)), row->waits_on);
    if (task->task_flags & TASK_MUST_CANCEL && !row->cancel_asked)
        differ(c, "a pending cancel", " one", " none");
    if ((queued || waits) && row->started)
        check_chain(c, row, task);
}

/* A task that was told to stop is still the loop's current one for a moment. */
static void check_running(const Selfcheck *c, const Loop *loop)
{
    Id id = loop->current ? observe_id(c->vm, &loop->current->future.obj) : ID(0, 0);
    const StateTask *row = state_task(c->state, id);
    if (c->state->task.n && (!row || row->state == TASK_STATE_RUNNING))
        compare_ids(c, "the running task", id, c->state->task);
}

/* What woke the task whose step begins. */
static void check_woken(const Selfcheck *c, const Loop *loop)
{
    const StateTask *row = c->event->kind == EV_task_step ? state_task(c->state, c->event->id) : NULL;
    if (row && loop->woken && row->woken_by.n)
        compare_ids(c, "what woke the task", observe_id(c->vm, &loop->woken->obj), row->woken_by);
}

static void check_tasks(const Selfcheck *c, const Loop *loop)
{
    for (Task *task = loop->first_task; task; task = task->next)
        check_task(c, loop, task);
}

/* --- what lives on the heap ------------------------------------------------------------------------------------------ */

static const char *word_of(const Future *future)
{
    return future->state == FUTURE_CANCELLED ? "cancelled"
         : future->state == FUTURE_PENDING ? "pending" : future_failed(future) ? "error" : "result";
}

static Id callback_id(const Selfcheck *c, FutureCallback cb, bool *hidden)
{
    *hidden = value_same(cb.callback, c->vm->loops->run_done);
    if (value_is_kind(cb.context, KIND_HANDLE))
        return observe_id(c->vm, value_obj(cb.context));
    if (task_is(cb.callback))
        return ID('H', AS(Task, cb.callback)->future.handle_id);
    *hidden = true; /* registered before anybody looked */
    return ID(0, 0);
}

static void check_callbacks(const Selfcheck *c, const Future *future, Id id, const StateCallbacks *list)
{
    Text a = { .used = 0 }, b = { .used = 0 };
    uint32_t n = 0, count = value_is_unset(future->first.callback) ? 0 : 1 + (future->more ? future->more->count : 0);
    bool same = true;
    for (uint32_t i = 0; i < count; i++) {
        bool hidden;
        Id h = callback_id(c, i ? future->more->items[i - 1] : future->first, &hidden);
        if (hidden)
            continue;
        same = same && n < list->count && id_same(list->items[n].h, h);
        put_id(&a, h);
        n++;
    }
    if ((same && n == list->count) || c->event->kind == EV_cb_del) /* several may go at once */
        return;
    for (uint32_t i = 0; i < list->count; i++)
        put_id(&b, list->items[i].h);
    Text what = { .used = 0 };
    put(&what, "the callbacks of");
    put_id(&what, id);
    differ(c, what.bytes, a.bytes, b.bytes);
}

static void check_future(const Selfcheck *c, const Future *future)
{
    static const char *const words[] = { "pending", "result", "error", "cancelled" };
    Id id = ID('F', future->obj.aux);
    const StateFuture *row = state_future(c->state, id);
    if (!row || !row->kind || c->event->kind == EV_timer_del) /* of a sleep that is cancelled: fut_set comes next */
        return;
    compare_words(c, "the state", id, word_of(future), words[row->state]);
    if (future->state == FUTURE_PENDING)
        check_callbacks(c, future, id, &row->callbacks);
    if (future_failed(future) && row->seen && future->flags & FUTURE_LOG)
        compare_words(c, "whether somebody saw the error", id, "no", "yes");
}

static void check_task_future(const Selfcheck *c, const Task *task)
{
    Id id = ID('T', task->future.obj.aux);
    const StateTask *row = state_task(c->state, id);
    if (!row)
        return;
    bool over = row->state >= TASK_STATE_DONE;
    compare_words(c, "whether it has ended", id, future_done(&task->future) ? "yes" : "no", over ? "yes" : "no");
    if (over)
        compare_words(c, "how it ended", id, word_of(&task->future),
                      row->state == TASK_STATE_DONE ? "result" : row->state == TASK_STATE_FAILED ? "error" : "cancelled");
    else
        check_callbacks(c, &task->future, id, &row->callbacks);
}

/* Without lines only some changes of a coroutine are told: then `new` may mean that it has gone on since. */
static void check_coro(const Selfcheck *c, const Fiber *fiber, char letter)
{
    static const char *const words[] = { "new", "suspended", "running", "done", "done" };
    static const char *const states[] = { "new", "suspended", "running", "done" };
    Id id = ID(letter, fiber->obj.aux);
    const StateCoro *row = state_coro(c->state, id);
    if (!row || (row->state == CORO_DROPPED))
        return;
    const char *shown = words[row->state], *real = states[fiber->state];
    if (row->state == CORO_NEW && row->frame.n == 0)
        return;
    if (fiber->state == FIBER_RUNNING && fiber->mode == FIBER_BY_AWAIT)
        return; /* lent: part of a chain that may be suspended as a whole */
    if (fiber->state == FIBER_SUSPENDED && fiber->tip != &fiber->base)
        return; /* of a chain that is suspended, `leave` tells the innermost frame only */
    if (fiber->state == FIBER_RUNNING && row->state == CORO_SUSPENDED && c->state->running.n == 0 && letter == 'G')
        return;
    if ((c->event->kind == EV_call || c->event->kind == EV_resume || c->event->kind == EV_leave ||
         c->event->kind == EV_task_step || c->event->kind == EV_task_wait || c->event->kind == EV_task_yield ||
         c->event->kind == EV_task_done) && strcmp(shown, real) != 0)
        return; /* the change itself is being told: its neighbours in the same chain are not told yet */
    compare_words(c, "the state", id, real, shown);
}

/* --- locks, events, queues --------------------------------------------------------------------------------------------- */

/* The attribute of an instance, UNSET: it has none. Runs nothing of the script. */
static Value attribute_of(Instance *in, const char *name)
{
    if (!in->shape && in->dict) {
        for (DictEntry *e = NULL; (e = dict_next(in->dict, e));)
            if (value_is_str(e->key) && str_equals_cstr(as_str(e->key), name))
                return e->value;
        return VALUE_UNSET;
    }
    for (const Shape *s = in->shape; s && s->name; s = s->parent)
        if (str_equals_cstr(s->name, name))
            return *instance_slot(in, s->obj.aux - 1);
    return VALUE_UNSET;
}

static void check_waiters(const Selfcheck *c, Instance *in, const StateSync *row)
{
    if (value_is_list(attribute_of(in, "_links"))) /* gevent's: callbacks; those of greenlets were told */
        return;
    static const char *const lists[] = { "_waiters", "_getters", "_putters", "_joiners" };
    enum { MOST = 100 };
    Value items[MOST];
    size_t count = 0;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && count == 0; i++)
        count = runtime_deque_items(c->vm, attribute_of(in, lists[i]), items, MOST);
    Text a = { .used = 0 }, b = { .used = 0 };
    bool same = count == row->waiter_count;
    for (size_t i = 0; i < count && i < MOST; i++) {
        Value item = items[i];
        if (value_is_list(item) && as_list(item)->count) /* gevent's, with the greenlet that sleeps */
            item = as_list(item)->items[0];
        Id id = value_is_obj(item) ? observe_id(c->vm, value_obj(item)) : ID(0, 0);
        same = same && id_same(id, row->waiters[i]);
        put_id(&a, id);
    }
    for (uint32_t i = 0; i < row->waiter_count; i++)
        put_id(&b, row->waiters[i]);
    Text what = { .used = 0 };
    put(&what, "who waits for");
    put_id(&what, row->id);
    if (!same)
        differ(c, what.bytes, a.bytes, b.bytes);
}

/* `_trace_id` is the number that observe.c gave it. */
static void check_sync(const Selfcheck *c, Instance *in)
{
    Value number = attribute_of(in, "_trace_id");
    const StateSync *row = value_is_int(number) ? state_sync(c->state, ID('S', (uint32_t)value_int(number))) : NULL;
    if (!row || !row->kind || !row->value || c->event->kind == EV_fut_new) /* of who is about to wait */
        return;
    Value inner = attribute_of(in, "_cond"); /* a Barrier waits by a Condition of its own */
    if (value_is_kind(attribute_of(in, "_part_of"), KIND_INSTANCE))
        return;
    check_waiters(c, value_is_kind(inner, KIND_INSTANCE) ? (Instance *)(void *)value_obj(inner) : in, row);
    Value locked = attribute_of(in, "_locked"), value = attribute_of(in, "_value");
    if (value_is_bool(locked))
        compare_words(c, "whether it is held,", row->id, value_is_true(locked) ? "locked" : "unlocked",
                      strncmp(row->value, "locked", 6) == 0 ? "locked" : "unlocked");
    if (value_is_bool(value))
        compare_words(c, "whether it is set,", row->id, value_is_true(value) ? "set" : "not set", row->value);
    if (value_is_int(value))
        compare_numbers(c, "how many may go on", value_int(value), strtoll(row->value, NULL, 10));
}

/* --- frames ------------------------------------------------------------------------------------------------------------ */

typedef struct Locals {
    const Selfcheck *check;
    const StateFrame *row;
    uint32_t count;
} Locals;

static void check_local(void *context, const Str *name, Value v)
{
    Locals *locals = context;
    const Selfcheck *c = locals->check;
    char shown[400], called[200];
    const char *kept = "nothing";
    short_repr(c->vm, v, shown, sizeof shown);
    str_c(name, called, sizeof called);
    for (uint32_t i = 0; i < locals->row->locals.count; i++)
        if (strcmp(locals->row->locals.items[i].name, called) == 0)
            kept = locals->row->locals.items[i].value;
    Text what = { .used = 0 };
    put(&what, "the variable %s", called);
    compare_words(c, what.bytes, locals->row->id, shown, kept);
    locals->count++;
}

/* The frame whose line is about to run: where it stands and all its variables. */
static void check_line(const Selfcheck *c)
{
    const Frame *frame = c->vm->frame;
    const StateFrame *row = state_frame(c->state, c->event->id);
    if (!frame || frame->id != c->event->id.n)
        return;
    compare_numbers(c, "the line", row && row->live ? (int64_t)frame_line(frame) : -1, row ? (int64_t)row->line : 0);
    if (!row)
        return;
    Locals locals = { c, row, 0 };
    recorder_each_local(frame, check_local, &locals);
    compare_numbers(c, "how many variables there are", locals.count, row->locals.count);
}

/* Every frame that is being run was called and has not left. */
static void check_frames(const Selfcheck *c)
{
    for (const Frame *frame = c->vm->frame; frame; frame = frame->caller) {
        if (frame->id == 0 || frame->func->code->flags & CODE_HIDDEN)
            continue;
        Id id = ID('R', frame->id);
        const StateFrame *row = state_frame(c->state, id);
        if (!row || !row->fn || id_same(id, c->event->id))
            continue; /* not told yet, or what is told now */
        char name[200];
        compare_words(c, "the function", id, str_c(frame->func->code->name, name, sizeof name), row->fn);
        compare_words(c, "whether it is over,", id, "no", row->live ? "no" : "yes");
    }
}

static void count_loop(void *context, Obj *obj)
{
    Selfcheck *c = context;
    c->loops += (obj->kind & KIND_MASK) == KIND_LOOP && !((const Loop *)(const void *)obj)->closed;
}

static void check_loop(Selfcheck *c, const Loop *loop)
{
    check_ready(c, loop);
    check_timers(c, loop);
    check_watches(c, loop);
    check_tasks(c, loop);
}

static void check_object(void *context, Obj *obj)
{
    Selfcheck *c = context;
    if ((obj->kind & KIND_MASK) == KIND_LOOP && !((const Loop *)(const void *)obj)->closed)
        check_loop(c, (const Loop *)(const void *)obj);
    else if ((obj->kind & KIND_MASK) == KIND_INSTANCE)
        check_sync(c, (Instance *)(void *)obj);
    if (obj->aux == 0)
        return;
    switch (obj->kind & KIND_MASK) {
    case KIND_FUTURE: check_future(c, (const Future *)(const void *)obj); break;
    case KIND_TASK: check_task_future(c, (const Task *)(const void *)obj); break;
    case KIND_COROUTINE: check_coro(c, (const Fiber *)(const void *)obj, 'C'); break;
    case KIND_ASYNCGEN:
    case KIND_GENERATOR: check_coro(c, (const Fiber *)(const void *)obj, 'Y'); break;
    case KIND_GREENLET: check_coro(c, (const Fiber *)(const void *)obj, 'G'); break;
    default: break;
    }
}

/* --- one event ----------------------------------------------------------------------------------------------------------- */

static void check_running_loop(Selfcheck *c, const Loop *loop, bool deep)
{
    const State *s = c->state;
    if (s->running.n) /* rounds without anything of the script are not told */
        compare_numbers(c, "the round", (int64_t)loop->round, (int64_t)s->round);
    if (c->event->kind != EV_pick) /* told as the last thing before it runs */
        compare_ids(c, "the running handle", loop->running_handle, s->running);
    check_running(c, loop);
    check_woken(c, loop);
    if (deep)
        return; /* the rest comes with the heap */
    c->loops = 0;
    if (loop->ready.count < LONG)
        check_ready(c, loop);
    if (loop->timers.count < LONG)
        check_timers(c, loop);
    if (loop->task_count < LONG)
        check_tasks(c, loop);
}

/* All there is, and the sums over all loops. */
static void check_heap(Selfcheck *c)
{
    c->loops = 0;
    c->ready = c->timers = c->watched = 0;
    heap_each(c->vm->heap, count_loop, c);
    heap_each(c->vm->heap, check_object, c);
    compare_numbers(c, "how much is ready in all loops", (int64_t)c->ready, c->state->ready.count);
    compare_numbers(c, "how many timers all loops have", (int64_t)c->timers, c->state->timers.count);
    compare_numbers(c, "how many descriptors are watched", (int64_t)c->watched, c->state->io.count);
}

void selfcheck_event(Selfcheck *c, const TraceEvent *event)
{
    VM *vm = c->vm;
    State *s = c->state;
    state_goto(s, event->index + 1);
    c->event = event;
    if (event->kind == EV_gap || event->kind == EV_end || event->kind == EV_begin || s->failed)
        return;
    bool deep = event->index < ALWAYS || event->index % SOMETIMES == 0;
    if (!s->recording->real)
        compare_numbers(c, "the clock", clock_event_now(vm), s->clock_us);
    if (vm->greenlet && s->greenlet.n)
        compare_ids(c, "the running greenlet", observe_id(vm, &vm->greenlet->obj), s->greenlet);
    Loop *loop = vm->loop;
    if (loop && s->loop_runs)
        check_running_loop(c, loop, deep);
    if (event->kind == EV_line)
        check_line(c);
    if (s->recording->lines && deep)
        check_frames(c);
    if (deep && vm->loops)
        check_heap(c);
}

Selfcheck *selfcheck_new(VM *vm, const Recording *recording)
{
    Selfcheck *c = mem_alloc_zero(sizeof *c);
    if (!c)
        return NULL;
    c->vm = vm;
    c->state = state_new(recording);
    if (c->state)
        return c;
    mem_free(c, sizeof *c);
    return NULL;
}

void selfcheck_free(Selfcheck *c)
{
    if (!c)
        return;
    state_free(c->state);
    mem_free(c, sizeof *c);
}
