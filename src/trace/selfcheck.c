/* selfcheck.c - `--selfcheck`: after every event the runtime's own structures are compared with the State that the
 * events alone give, and the first difference ends the process.
 *   each time       clock, round and what is left of it, running handle (and those around it), running task, running greenlet;
 *                   at a task's step what woke it; at a line its frame: place and every variable
 *   queues, tasks   of each loop: the ready queue in order, timers by time and handle, watched descriptors; each
 *                   unfinished task: name, coroutine, state, what it waits for, pending cancel, chain with lines,
 *                   who made it and where, what woke it and who set that
 *   the heap        Futures and ended tasks: state, kind, callbacks in order, seen; coroutines, generators, async
 *                   generators, greenlets: state, of suspended greenlets the frames; locks, events, queues: who
 *                   waits, held or set or how many; with lines the frames that are being run
 * What output there was is compared by tests/trace.py with what the program wrote. The heap is walked after each of the
 * first 1,000 events and then after every 100th; queues and lists longer than 100 likewise: a program of 200,000
 * events stays checkable. */
#include "trace/selfcheck_internal.h"

#include "runtime/loop/handle.h"
#include "runtime/loop/threads.h"
#include "runtime/runtime.h"
#include "trace/recorder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALWAYS = 1000, SOMETIMES = 100, LONG = 100 };

/* --- the loop ------------------------------------------------------------------------------------------------------ */

static bool is_cancelled(const Obj *entry)
{
    return (entry->kind & KIND_MASK) == KIND_HANDLE &&
           ((const Handle *)(const void *)entry)->flags & HANDLE_CANCELLED;
}

/* With several loops the reducer's queue holds what all of them hold, in order. */
static void check_ready(Selfcheck *c, const Loop *loop)
{
    SelfcheckText a = { .used = 0 }, b = { .used = 0 };
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
        check_put_id(&a, id);
        check_put(&a, "%s", is_cancelled(entry) ? " (cancelled)" : "");
        same = same && shown && id_same(shown->h, id) &&
               (shown->cancelled == is_cancelled(entry) || (entry->kind & KIND_MASK) != KIND_HANDLE);
    }
    c->ready += n;
    if (same && (c->loops != 1 || n == rows))
        return;
    for (uint32_t i = 0; i < rows; i++) {
        check_put_id(&b, c->state->ready.items[i].h);
        check_put(&b, "%s", c->state->ready.items[i].cancelled ? " (cancelled)" : "");
    }
    selfcheck_differ(c, "the ready queue", a.bytes, b.bytes);
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
            selfcheck_ids(c, "a timer (at that time)", id, ID(0, 0));
    }
    c->timers += live;
    if (c->loops == 1)
        selfcheck_numbers(c, "how many timers", live, c->state->timers.count);
}

static void check_watch(Selfcheck *c, int fd, const char *what, const Handle *handle)
{
    if (!handle)
        return;
    Id shown = { 0 };
    for (uint32_t i = 0; i < c->state->io.count; i++)
        if (c->state->io.items[i].fd == fd && *c->state->io.items[i].what == *what)
            shown = c->state->io.items[i].h;
    selfcheck_ids(c, "who watches a descriptor", observe_id(c->vm, (Obj *)(void *)handle), shown);
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

/* The frames of a suspended task. */
static void check_chain(const Selfcheck *c, const StateTask *row, const Task *task)
{
    const Fiber *fiber = fiber_of(task->coro);
    if (fiber && fiber->state == FIBER_SUSPENDED)
        selfcheck_chain(c, row->id, fiber->tip, row->chain, row->chain_count);
}

static void check_task(const Selfcheck *c, const Loop *loop, Task *task)
{
    Id id = observe_id(c->vm, &task->future.obj);
    const StateTask *row = state_task(c->state, id);
    if (!row) {
        if (c->event->kind != EV_task_new)
            return; /* made before anybody looked, or not yet told */
        selfcheck_ids(c, "a task", id, ID(0, 0));
        return;
    }
    if (fiber_of(task->coro))
        selfcheck_ids(c, "the coroutine of a task", observe_id(c->vm, value_obj(task->coro)), row->co);
    bool queued = (task->task_flags & TASK_QUEUED) != 0, waits = value_is_obj(task->waits_on);
    if (c->event->kind == EV_seen && waits && !queued && row->state == TASK_STATE_READY)
        return; /* its step begins with the error of what it waited for; task_step comes next */
    static const char *const words[] = { "ready", "running", "waiting", "done", "failed", "cancelled" };
    const char *shown = words[row->state];
    if (queued)
        selfcheck_words(c, "the state", id, "ready", shown);
    else if (waits)
        selfcheck_words(c, "the state", id, "waiting", shown);
    else if (loop->current == task && row->state != TASK_STATE_READY)
        selfcheck_words(c, "the state", id, "running", shown);
    if (waits && future_is(task->waits_on))
        selfcheck_ids(c, "what a task waits for", observe_id(c->vm, value_obj(task->waits_on)), row->waits_on);
    if (task->task_flags & TASK_MUST_CANCEL && !row->cancel_asked)
        selfcheck_differ(c, "a pending cancel", " one", " none");
    if (queued && waits && future_is(task->waits_on) && row->state == TASK_STATE_READY)
        selfcheck_ids(c, "what woke a task", observe_id(c->vm, value_obj(task->waits_on)), row->woken_by);
    if (queued)
        selfcheck_woken(c, row);
    selfcheck_made(c, row);
    if ((queued || waits) && row->started)
        check_chain(c, row, task);
}

/* A task that was told to stop is still the loop's current one for a moment. */
static void check_running(const Selfcheck *c, const Loop *loop)
{
    Id id = loop->current ? observe_id(c->vm, &loop->current->future.obj) : ID(0, 0);
    const StateTask *row = state_task(c->state, id);
    if (c->state->task.n && (!row || row->state == TASK_STATE_RUNNING))
        selfcheck_ids(c, "the running task", id, c->state->task);
}

/* What woke the task whose step begins. */
static void check_woken(const Selfcheck *c, const Loop *loop)
{
    const StateTask *row = c->event->kind == EV_task_step ? state_task(c->state, c->event->id) : NULL;
    if (row && loop->woken && row->woken_by.n)
        selfcheck_ids(c, "what woke the task", observe_id(c->vm, &loop->woken->obj), row->woken_by);
}

static void check_tasks(const Selfcheck *c, const Loop *loop)
{
    for (Task *task = loop->first_task; task; task = task->next)
        check_task(c, loop, task);
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
    SelfcheckText what = { .used = 0 };
    check_put(&what, "the variable %s", called);
    selfcheck_words(c, what.bytes, locals->row->id, shown, kept);
    locals->count++;
}

/* The frame whose line is about to run: where it stands and all its variables. */
static void check_line(const Selfcheck *c)
{
    const Frame *frame = c->vm->frame;
    const StateFrame *row = state_frame(c->state, c->event->id);
    if (!frame || frame->id != c->event->id.n)
        return;
    selfcheck_numbers(c, "the line", row && row->live ? (int64_t)frame_line(frame) : -1, row ? (int64_t)row->line : 0);
    if (!row)
        return;
    Locals locals = { c, row, 0 };
    recorder_each_local(frame, check_local, &locals);
    selfcheck_numbers(c, "how many variables there are", locals.count, row->locals.count);
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
        selfcheck_words(c, "the function", id, str_c(frame->func->code->name, name, sizeof name), row->fn);
        selfcheck_words(c, "whether it is over,", id, "no", row->live ? "no" : "yes");
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
    else
        selfcheck_object(c, obj);
}

/* --- one event ----------------------------------------------------------------------------------------------------------- */

static void check_running_loop(Selfcheck *c, const Loop *loop, bool deep)
{
    const State *s = c->state;
    if (s->running.n) /* rounds without anything of the script are not told */
        selfcheck_numbers(c, "the round", (int64_t)loop->round, (int64_t)s->round);
    if (c->event->kind != EV_pick) /* told as the last thing before it runs */
        selfcheck_ids(c, "the running handle", loop->running_handle, s->running);
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
    selfcheck_numbers(c, "how much is ready in all loops", (int64_t)c->ready, c->state->ready.count);
    selfcheck_numbers(c, "how many timers all loops have", (int64_t)c->timers, c->state->timers.count);
    selfcheck_numbers(c, "how many descriptors are watched", (int64_t)c->watched, c->state->io.count);
}

void selfcheck_event(Selfcheck *c, const TraceEvent *event)
{
    VM *vm = c->vm;
    State *s = c->state;
    state_goto(s, event->index + 1);
    c->event = event;
    if (event->kind == EV_gap || event->kind == EV_end || event->kind == EV_begin || s->failed)
        return;
    selfcheck_take_notes(c);
    bool deep = event->index < ALWAYS || event->index % SOMETIMES == 0;
    if (!s->recording->real)
        selfcheck_numbers(c, "the clock", clock_event_now(vm), s->clock_us);
    if (vm->greenlet && s->greenlet.n)
        selfcheck_ids(c, "the running greenlet", observe_id(vm, &vm->greenlet->obj), s->greenlet);
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
    vec_free(&c->made);
    vec_free(&c->set);
    mem_free(c, sizeof *c);
}
