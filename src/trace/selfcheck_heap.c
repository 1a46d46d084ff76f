/* selfcheck_heap.c - `--selfcheck`: whatever has an id and lives on the heap, against its row in the State: Futures and
 * ended tasks, coroutines, generators, greenlets with their frames, locks, events and queues with who waits. */
#include "trace/selfcheck_internal.h"

#include "runtime/runtime.h"
#include "trace/recorder.h"

#include <stdlib.h>
#include <string.h>

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
    SelfcheckText a = { .used = 0 }, b = { .used = 0 };
    uint32_t n = 0, count = value_is_unset(future->first.callback) ? 0 : 1 + (future->more ? future->more->count : 0);
    bool same = true;
    for (uint32_t i = 0; i < count; i++) {
        bool hidden;
        Id h = callback_id(c, i ? future->more->items[i - 1] : future->first, &hidden);
        if (hidden)
            continue;
        same = same && n < list->count && id_same(list->items[n].h, h);
        check_put_id(&a, h);
        n++;
    }
    if ((same && n == list->count) || c->event->kind == EV_cb_del) /* several may go at once */
        return;
    for (uint32_t i = 0; i < list->count; i++)
        check_put_id(&b, list->items[i].h);
    SelfcheckText what = { .used = 0 };
    check_put(&what, "the callbacks of");
    check_put_id(&what, id);
    selfcheck_differ(c, what.bytes, a.bytes, b.bytes);
}

static void check_future(const Selfcheck *c, const Future *future)
{
    static const char *const words[] = { "pending", "result", "error", "cancelled" };
    Id id = ID('F', future->obj.aux);
    const StateFuture *row = state_future(c->state, id);
    if (!row || !row->kind || c->event->kind == EV_timer_del) /* of a sleep that is cancelled: fut_set comes next */
        return;
    selfcheck_words(c, "the state", id, word_of(future), words[row->state]);
    if (future->state == FUTURE_PENDING)
        check_callbacks(c, future, id, &row->callbacks);
    if (future_failed(future) && row->seen && future->flags & FUTURE_LOG)
        selfcheck_words(c, "whether somebody saw the error", id, "no", "yes");
}

static void check_task_future(const Selfcheck *c, const Task *task)
{
    Id id = ID('T', task->future.obj.aux);
    const StateTask *row = state_task(c->state, id);
    if (!row)
        return;
    bool over = row->state >= TASK_STATE_DONE;
    selfcheck_words(c, "whether it has ended", id, future_done(&task->future) ? "yes" : "no", over ? "yes" : "no");
    if (over)
        selfcheck_words(c, "how it ended", id, word_of(&task->future),
                      row->state == TASK_STATE_DONE ? "result" : row->state == TASK_STATE_FAILED ? "error" : "cancelled");
    else
        check_callbacks(c, &task->future, id, &row->callbacks);
}

/* Where a suspended greenlet was left; each of its frames still stands there. */
static void check_greenlet(const Selfcheck *c, const Fiber *g)
{
    const StateCoro *row = state_coro(c->state, ID('G', g->obj.aux));
    if (row && row->state == CORO_SUSPENDED && g->state == FIBER_SUSPENDED)
        selfcheck_chain(c, row->id, g->tip, row->chain, row->chain_count);
}

/* Without lines only the steps of a task tell when its coroutine goes on: close() by hand, or by the collector, is not
 * told. */
static bool closed_untold(const Selfcheck *c, const Fiber *fiber, const StateCoro *row, Id id)
{
    if (row->state != CORO_SUSPENDED || row->frame.n || (fiber->state != FIBER_RUNNING && fiber->state != FIBER_DONE))
        return false;
    const StateTask *task = state_task(c->state, c->state->task);
    return !task || !id_same(task->co, id);
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
    if (closed_untold(c, fiber, row, id))
        return;
    if (fiber->state == FIBER_RUNNING && fiber->mode == FIBER_BY_AWAIT)
        return; /* lent: part of a chain that may be suspended as a whole */
    if (fiber->state == FIBER_SUSPENDED && fiber->tip != &fiber->base)
        return; /* of a chain that is suspended, `leave` tells the innermost frame only */
    if (fiber->flags & FIBER_BUSY)
        return; /* of such a chain, while its links are closed one by one */
    if (fiber->state == FIBER_RUNNING && row->state == CORO_SUSPENDED && c->state->running.n == 0 && letter == 'G')
        return;
    if ((c->event->kind == EV_call || c->event->kind == EV_resume || c->event->kind == EV_leave ||
         c->event->kind == EV_task_step || c->event->kind == EV_task_wait || c->event->kind == EV_task_yield ||
         c->event->kind == EV_task_done) && strcmp(shown, real) != 0)
        return; /* the change itself is being told: its neighbours in the same chain are not told yet */
    selfcheck_words(c, "the state", id, real, shown);
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
    SelfcheckText a = { .used = 0 }, b = { .used = 0 };
    bool same = count == row->waiter_count;
    for (size_t i = 0; i < count && i < MOST; i++) {
        Value item = items[i];
        if (value_is_list(item) && as_list(item)->count) /* gevent's, with the greenlet that sleeps */
            item = as_list(item)->items[0];
        Id id = value_is_obj(item) ? observe_id(c->vm, value_obj(item)) : ID(0, 0);
        same = same && id_same(id, row->waiters[i]);
        check_put_id(&a, id);
    }
    for (uint32_t i = 0; i < row->waiter_count; i++)
        check_put_id(&b, row->waiters[i]);
    SelfcheckText what = { .used = 0 };
    check_put(&what, "who waits for");
    check_put_id(&what, row->id);
    if (!same)
        selfcheck_differ(c, what.bytes, a.bytes, b.bytes);
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
        selfcheck_words(c, "whether it is held,", row->id, value_is_true(locked) ? "locked" : "unlocked",
                      strncmp(row->value, "locked", 6) == 0 ? "locked" : "unlocked");
    if (value_is_bool(value))
        selfcheck_words(c, "whether it is set,", row->id, value_is_true(value) ? "set" : "not set", row->value);
    if (value_is_int(value))
        selfcheck_numbers(c, "how many may go on", value_int(value), strtoll(row->value, NULL, 10));
}

/* --- any object ------------------------------------------------------------------------------------------------------------ */

void selfcheck_object(const Selfcheck *c, Obj *obj)
{
    uint8_t kind = obj->kind & KIND_MASK;
    if (kind == KIND_INSTANCE)
        check_sync(c, (Instance *)(void *)obj);
    if (obj->aux == 0)
        return;
    switch (kind) {
    case KIND_FUTURE: check_future(c, (const Future *)(const void *)obj); break;
    case KIND_TASK: check_task_future(c, (const Task *)(const void *)obj); break;
    case KIND_COROUTINE: check_coro(c, (const Fiber *)(const void *)obj, 'C'); break;
    case KIND_ASYNCGEN:
    case KIND_GENERATOR: check_coro(c, (const Fiber *)(const void *)obj, 'Y'); break;
    case KIND_GREENLET:
        check_coro(c, (const Fiber *)(const void *)obj, 'G');
        check_greenlet(c, (const Fiber *)(const void *)obj);
        break;
    default: break;
    }
}
