/* state.c - the fold: what each event changes (docs/trace-format.md, "The state"). One function a group of events; nothing
 * is guessed: an id that no event introduced gets an empty row, so that cut or foreign recordings fold as well. */
#include "trace/state.h"

#include <string.h>

static bool same_word(const char *word, const char *other)
{
    return word && strcmp(word, other) == 0;
}

/* --- rows by id ------------------------------------------------------------------------------------------- */

/* Row `n` of a list of rows of `size` bytes, the first field of which is its Id; made when it is not there. NULL:
 * out of memory, or no id. */
static void *row_make(State *s, void **items, uint32_t *count, uint32_t *capacity, size_t size, Id id)
{
    if (id.n == 0 || s->failed)
        return NULL;
    if (id.n > *capacity && !vec_grow(items, capacity, id.n, size)) {
        s->failed = true;
        return NULL;
    }
    if (id.n > *count) {
        memset((char *)*items + *count * size, 0, (id.n - *count) * size);
        *count = id.n;
    }
    void *row = (char *)*items + (id.n - 1) * size;
    *(Id *)row = id;
    return row;
}
#define ROW_MAKE(s, list, id) \
    row_make((s), (void **)&(s)->list.items, &(s)->list.count, &(s)->list.capacity, sizeof *(s)->list.items, (id))
#define ROW_FIND(s, list, want, l) \
    ((want).letter == (l) && (want).n - 1 < (s)->list.count && (s)->list.items[(want).n - 1].id.n \
         ? &(s)->list.items[(want).n - 1] : NULL)

StateTask *state_task(const State *s, Id id)
{
    return ROW_FIND(s, tasks, id, 'T');
}

StateFuture *state_future(const State *s, Id id)
{
    return ROW_FIND(s, futures, id, 'F');
}

StateCoro *state_coro(const State *s, Id id)
{
    switch (id.letter) {
    case 'C': return ROW_FIND(s, coros, id, 'C');
    case 'Y': return ROW_FIND(s, generators, id, 'Y');
    case 'G': return ROW_FIND(s, greenlets, id, 'G');
    default: return NULL;
    }
}

StateSync *state_sync(const State *s, Id id)
{
    return ROW_FIND(s, syncs, id, 'S');
}

StateFrame *state_frame(const State *s, Id id)
{
    return ROW_FIND(s, frames, id, 'R');
}

static StateTask *make_task(State *s, Id id)
{
    return id.letter == 'T' ? ROW_MAKE(s, tasks, id) : NULL;
}

static StateFuture *make_future(State *s, Id id)
{
    return id.letter == 'F' ? ROW_MAKE(s, futures, id) : NULL;
}

static StateCoro *make_coro(State *s, Id id)
{
    switch (id.letter) {
    case 'C': return ROW_MAKE(s, coros, id);
    case 'Y': return ROW_MAKE(s, generators, id);
    case 'G': return ROW_MAKE(s, greenlets, id);
    default: return NULL;
    }
}

/* --- the ready queue and the timers --------------------------------------------------------------------------- */

/* Room for one more row at the end. Rows leave at the front, so their place is used again before it grows. */
static bool reserve_ready(State *s)
{
    uint32_t head = s->ready_store ? (uint32_t)(s->ready.items - s->ready_store) : 0;
    if (head + s->ready.count < s->ready_room)
        return true;
    if (head > s->ready_room / 2) {
        memmove(s->ready_store, s->ready.items, s->ready.count * sizeof *s->ready_store);
    } else {
        void *store = s->ready_store;
        uint32_t room = s->ready_room;
        if (!vec_grow(&store, &room, (size_t)room + 1, sizeof *s->ready_store))
            return false;
        s->ready_store = store;
        s->ready_room = room;
        memmove(s->ready_store, s->ready_store + head, s->ready.count * sizeof *s->ready_store);
    }
    s->ready.items = s->ready_store;
    return true;
}

static void push_ready(State *s, StateReady row)
{
    if (!reserve_ready(s)) {
        s->failed = true;
        return;
    }
    row.since = s->next;
    row.round = (uint32_t)s->round;
    s->ready.items[s->ready.count++] = row;
}

static int64_t find_ready(const State *s, Id h)
{
    for (uint32_t i = 0; i < s->ready.count; i++)
        if (id_same(s->ready.items[i].h, h))
            return i;
    return -1;
}

static void drop_ready(State *s, uint32_t at)
{
    if (at == 0) {
        s->ready.items++;
        s->ready.count--;
        return;
    }
    memmove(s->ready.items + at, s->ready.items + at + 1, (--s->ready.count - at) * sizeof *s->ready.items);
}

static void add_timer(State *s, const TraceEvent *e)
{
    if (!vec_reserve(&s->timers, 1)) {
        s->failed = true;
        return;
    }
    uint32_t at = s->timers.count++;
    for (; at > 0; at--) {
        const StateTimer *t = &s->timers.items[at - 1];
        if (t->when_us < e->number || (t->when_us == e->number && t->h.n < e->id.n))
            break;
        s->timers.items[at] = s->timers.items[at - 1];
    }
    s->timers.items[at] = (StateTimer){ e->id, e->id2, e->number, e->word, e->at, e->by };
}

/* Takes it out; false: it is not there. */
static bool take_timer(State *s, Id h, StateTimer *timer)
{
    for (uint32_t i = 0; i < s->timers.count; i++) {
        if (!id_same(s->timers.items[i].h, h))
            continue;
        *timer = s->timers.items[i];
        memmove(s->timers.items + i, s->timers.items + i + 1, (--s->timers.count - i) * sizeof *s->timers.items);
        return true;
    }
    return false;
}

/* --- callbacks ---------------------------------------------------------------------------------------------------- */

static void add_callback(State *s, StateCallbacks *list, const TraceEvent *e)
{
    if (vec_reserve(list, 1))
        list->items[list->count++] = (StateCallback){ e->id2, e->id3, e->id4, e->word };
    else
        s->failed = true;
}

/* By handle; where that is not known, the first of that task, or of that kind. */
static void drop_callback(StateCallbacks *list, Id h, Id task, const char *kind)
{
    uint32_t at = 0;
    while (at < list->count && !(h.n && id_same(list->items[at].h, h)))
        at++;
    if (at == list->count)
        for (at = 0; at < list->count; at++)
            if (list->items[at].h.n == 0 && id_same(list->items[at].task, task) && same_word(list->items[at].kind, kind))
                break;
    if (at < list->count)
        memmove(list->items + at, list->items + at + 1, (--list->count - at) * sizeof *list->items);
}

static StateCallbacks *callbacks_of(const State *s, Id id)
{
    StateTask *task = state_task(s, id);
    StateFuture *future = state_future(s, id);
    return task ? &task->callbacks : future ? &future->callbacks : NULL;
}

/* --- tasks ---------------------------------------------------------------------------------------------------------- */

static void set_task_state(State *s, StateTask *task, TaskState state)
{
    task->state = state;
    task->since = s->next;
    task->since_round = (uint32_t)s->round;
}

static void set_coro_state(State *s, Id id, CoroState state)
{
    StateCoro *coro = state_coro(s, id);
    if (coro)
        coro->state = state;
}

static void stop_running(State *s, StateTask *task)
{
    if (id_same(s->task, task->id))
        s->task = task->outer;
    task->outer = ID(0, 0);
}

static void stand_at_tip(State *s, const TraceEvent *e)
{
    if (e->link_count)
        s->where = e->links[e->link_count - 1].at;
}

static void fold_ready(State *s, const TraceEvent *e)
{
    push_ready(s, (StateReady){ .h = e->id, .task = e->id2, .fut = e->id3, .kind = e->word, .why = e->word2, .at = e->at,
                                .by = e->by });
    StateTask *task = make_task(s, e->id2);
    StateCallbacks *callbacks = callbacks_of(s, e->id3);
    if (callbacks)
        drop_callback(callbacks, e->id, e->id2, e->word);
    if (!task)
        return;
    set_task_state(s, task, TASK_STATE_READY);
    task->woken_by = same_word(e->word, "wakeup") ? e->id3 : ID(0, 0);
    StateFuture *future = state_future(s, e->id3);
    task->woken_setter = task->woken_by.n == 0 ? ID(0, 0) : future ? future->set_by : e->id3;
}

static void fold_task_done(State *s, const TraceEvent *e)
{
    StateTask *task = make_task(s, e->id);
    if (!task)
        return;
    stop_running(s, task);
    set_task_state(s, task, same_word(e->word, "cancelled") ? TASK_STATE_CANCELLED
                            : same_word(e->word, "error") ? TASK_STATE_FAILED : TASK_STATE_DONE);
    task->waits_on = ID(0, 0);
    task->chain = NULL;
    task->chain_count = 0;
    task->cancel_asked = false;
    task->value = e->value;
    task->tb = e->links;
    task->tb_count = e->link_count;
    set_coro_state(s, task->co, CORO_DONE);
}

static void fold_task(State *s, const TraceEvent *e)
{
    StateTask *task = make_task(s, e->id);
    if (!task)
        return;
    switch (e->kind) {
    case EV_task_new:
        task->co = e->id2;
        task->parent = e->by;
        task->name = e->text;
        task->fn = e->fn;
        task->made_at = e->at;
        set_task_state(s, task, TASK_STATE_READY);
        break;
    case EV_task_step:
        if (task->state != TASK_STATE_RUNNING)
            task->outer = s->task;
        set_task_state(s, task, TASK_STATE_RUNNING);
        task->steps++;
        task->started = true;
        task->cancel_asked = false;
        task->waits_on = ID(0, 0);
        task->chain = NULL;
        task->chain_count = 0;
        s->task = task->id;
        set_coro_state(s, task->co, CORO_RUNNING);
        break;
    case EV_task_wait:
    case EV_task_yield:
        stop_running(s, task);
        set_task_state(s, task, e->kind == EV_task_wait ? TASK_STATE_WAITING : TASK_STATE_READY);
        task->waits_on = e->kind == EV_task_wait ? e->id2 : ID(0, 0);
        task->chain = e->links;
        task->chain_count = e->link_count;
        set_coro_state(s, task->co, CORO_SUSPENDED);
        stand_at_tip(s, e);
        break;
    case EV_task_cancel: task->cancel_asked = true; break;
    default: break;
    }
}

/* --- Futures ------------------------------------------------------------------------------------------------------------ */

static void fold_future(State *s, const TraceEvent *e)
{
    StateFuture *future = make_future(s, e->id);
    if (!future)
        return;
    if (e->kind == EV_fut_new) {
        future->kind = e->word;
        future->of = e->id2;
        future->made_at = e->at;
        future->made_by = e->by;
    } else {
        future->state = same_word(e->word, "cancelled") ? FUTURE_STATE_CANCELLED
                      : same_word(e->word, "error") ? FUTURE_STATE_ERROR : FUTURE_STATE_RESULT;
        future->value = e->value;
        future->set_by = e->by;
    }
}

static void fold_seen(State *s, Id id)
{
    StateTask *task = state_task(s, id);
    StateFuture *future = state_future(s, id);
    if (task)
        task->seen = true;
    if (future)
        future->seen = true;
}

/* --- coroutines, generators, greenlets, frames ---------------------------------------------------------------------------- */

static void fold_new_coro(State *s, const TraceEvent *e)
{
    StateCoro *coro = make_coro(s, e->id);
    if (!coro)
        return;
    coro->state = CORO_NEW;
    coro->fn = e->fn;
    coro->parent = e->id2;
    coro->made_at = e->at;
    coro->made_by = e->by;
    coro->locals = e->locals;
    coro->local_count = e->local_count;
}

static void fold_switch(State *s, const TraceEvent *e)
{
    StateCoro *from = make_coro(s, e->id);
    if (from) {
        bool over = same_word(e->word, "return") || same_word(e->word, "raise");
        from->state = over ? CORO_DONE : CORO_SUSPENDED;
        from->chain = over ? NULL : e->links;
        from->chain_count = over ? 0 : e->link_count;
    }
    StateCoro *to = make_coro(s, e->id2);
    if (to) {
        to->state = CORO_RUNNING;
        to->chain = NULL;
        to->chain_count = 0;
    }
    s->greenlet = e->id2;
}

static void stand_in_frame(State *s, const StateFrame *frame)
{
    s->where = (TracePlace){ frame->fn, frame->line, frame->file };
}

static void fold_leave(State *s, const TraceEvent *e, StateFrame *frame)
{
    bool over = same_word(e->word, "return") || same_word(e->word, "raise");
    frame->running = false;
    frame->live = !over;
    if (over)
        vec_free(&frame->locals);
    if (frame->of.letter == 'C' || frame->of.letter == 'Y')
        set_coro_state(s, frame->of, over ? CORO_DONE : CORO_SUSPENDED);
}

static void set_local(State *s, StateFrame *frame, TraceLocal local)
{
    for (uint32_t i = 0; i < frame->locals.count; i++)
        if (strcmp(frame->locals.items[i].name, local.name) == 0) {
            frame->locals.items[i].value = local.value;
            return;
        }
    if (vec_reserve(&frame->locals, 1))
        frame->locals.items[frame->locals.count++] = local;
    else
        s->failed = true;
}

static void drop_local(StateFrame *frame, const char *name)
{
    for (uint32_t i = 0; i < frame->locals.count; i++)
        if (strcmp(frame->locals.items[i].name, name) == 0) {
            memmove(frame->locals.items + i, frame->locals.items + i + 1,
                    (--frame->locals.count - i) * sizeof *frame->locals.items);
            return;
        }
}

static void fold_frame(State *s, const TraceEvent *e)
{
    StateFrame *frame = e->id.letter == 'R' ? ROW_MAKE(s, frames, e->id) : NULL;
    if (!frame)
        return;
    if (e->kind == EV_leave) {
        fold_leave(s, e, frame);
        return;
    }
    frame->live = frame->running = true;
    frame->line = (uint32_t)e->number;
    if (e->kind == EV_call) {
        frame->fn = e->fn;
        frame->of = e->id2;
        frame->file = (uint32_t)e->number2;
        StateCoro *coro = state_coro(s, frame->of);
        if (coro)
            coro->frame = frame->id;
    }
    if (e->kind == EV_line) {
        for (uint32_t i = 0; i < e->local_count; i++)
            set_local(s, frame, e->locals[i]);
        for (uint32_t i = 0; i < e->name_count; i++)
            drop_local(frame, e->names[i]);
    }
    if (frame->of.letter == 'C' || frame->of.letter == 'Y')
        set_coro_state(s, frame->of, CORO_RUNNING);
    stand_in_frame(s, frame);
}

/* --- the loop --------------------------------------------------------------------------------------------------------------- */

static void run_handle(State *s, Id h)
{
    if (s->running.n && vec_reserve(&s->outer, 1))
        s->outer.items[s->outer.count++] = s->running;
    s->running = h;
}

static void fold_pick(State *s, const TraceEvent *e)
{
    int64_t at = find_ready(s, e->id);
    if (at >= 0)
        drop_ready(s, (uint32_t)at);
    if (s->round_left > 0)
        s->round_left--;
    if (!e->number3)
        run_handle(s, e->id);
}

static void fold_loop_stop(State *s)
{
    s->loop_runs = false;
    s->round_left = 0;
    s->running = s->task = ID(0, 0);
    s->outer.count = 0;
}

static void fold_io(State *s, const TraceEvent *e)
{
    if (same_word(e->word, "active"))
        return;
    for (uint32_t i = 0; i < s->io.count; i++)
        if (s->io.items[i].fd == (int)e->number && same_word(s->io.items[i].what, e->word2 ? e->word2 : "")) {
            memmove(s->io.items + i, s->io.items + i + 1, (--s->io.count - i) * sizeof *s->io.items);
            break;
        }
    if (!same_word(e->word, "watch"))
        return;
    if (vec_reserve(&s->io, 1))
        s->io.items[s->io.count++] = (StateIo){ (int)e->number, e->word2, e->id };
    else
        s->failed = true;
}

static void fold_loop(State *s, const TraceEvent *e)
{
    StateTimer timer;
    int64_t at;
    switch (e->kind) {
    case EV_loop_start: s->loop_runs = true; break;
    case EV_loop_stop: fold_loop_stop(s); break;
    case EV_clock: s->clock_us = e->number; break;
    case EV_timer: add_timer(s, e); break;
    case EV_timer_del: take_timer(s, e->id, &timer); break;
    case EV_timer_fire:
        if (take_timer(s, e->id, &timer))
            push_ready(s, (StateReady){ .h = timer.h, .fut = timer.fut, .kind = timer.kind, .why = "timer",
                                        .at = timer.at, .by = timer.by });
        else
            push_ready(s, (StateReady){ .h = e->id, .why = "timer" });
        break;
    case EV_handle_del:
        at = find_ready(s, e->id);
        if (at >= 0)
            s->ready.items[at].cancelled = true;
        break;
    case EV_round:
        s->round = (uint64_t)e->number;
        s->round_left = e->number2;
        break;
    case EV_pick: fold_pick(s, e); break;
    case EV_ran: s->running = s->outer.count ? s->outer.items[--s->outer.count] : ID(0, 0); break;
    case EV_io: fold_io(s, e); break;
    default: break;
    }
}

/* --- the rest ------------------------------------------------------------------------------------------------------------------ */

static void fold_sync(State *s, const TraceEvent *e)
{
    StateSync *sync = e->id.letter == 'S' ? ROW_MAKE(s, syncs, e->id) : NULL;
    if (!sync)
        return;
    sync->kind = e->word;
    sync->value = e->value;
    sync->waiters = e->ids;
    sync->waiter_count = e->id_count;
}

static void fold_text(State *s, const TraceEvent *e)
{
    if (!vec_reserve(&s->output, 1)) {
        s->failed = true;
        return;
    }
    s->output.items[s->output.count++] = (StateOutput){ e->kind == EV_in ? 0 : (int)e->number, e->text ? e->text : "",
                                                        e->text_length, e->by, s->next };
}

static void fold(State *s, const TraceEvent *e)
{
    s->clock_us = e->t_us;
    if (e->at.fn)
        s->where = e->at;
    switch (e->kind) {
    case EV_ready: fold_ready(s, e); break;
    case EV_fut_new:
    case EV_fut_set: fold_future(s, e); break;
    case EV_cb_add:
    case EV_cb_del: {
        StateCallbacks *list = callbacks_of(s, e->id);
        if (list && e->kind == EV_cb_add)
            add_callback(s, list, e);
        else if (list)
            drop_callback(list, e->id2, e->id3, e->word);
        break;
    }
    case EV_seen: fold_seen(s, e->id); break;
    case EV_task_new:
    case EV_task_step:
    case EV_task_wait:
    case EV_task_yield:
    case EV_task_cancel: fold_task(s, e); break;
    case EV_task_done: fold_task_done(s, e); break;
    case EV_co_new:
    case EV_gen_new:
    case EV_green_new: fold_new_coro(s, e); break;
    case EV_co_drop: set_coro_state(s, e->id, CORO_DROPPED); break;
    case EV_switch: fold_switch(s, e); break;
    case EV_call:
    case EV_resume:
    case EV_leave:
    case EV_line: fold_frame(s, e); break;
    case EV_sync: fold_sync(s, e); break;
    case EV_out:
    case EV_in: fold_text(s, e); break;
    default: fold_loop(s, e); break;
    }
}

bool state_fold(State *s)
{
    if (s->failed || s->next >= s->recording->events.count)
        return false;
    fold(s, &s->recording->events.items[s->next]);
    s->next++;
    return true;
}

/* --- making and going ------------------------------------------------------------------------------------------------------------- */

State *state_new(const Recording *recording)
{
    State *s = mem_alloc_zero(sizeof *s);
    if (s)
        s->recording = recording;
    return s;
}

static void drop_all(State *s)
{
    for (uint32_t i = 0; i < s->tasks.count; i++)
        vec_free(&s->tasks.items[i].callbacks);
    for (uint32_t i = 0; i < s->futures.count; i++)
        vec_free(&s->futures.items[i].callbacks);
    for (uint32_t i = 0; i < s->frames.count; i++)
        vec_free(&s->frames.items[i].locals);
    vec_free(&s->outer);
    mem_free(s->ready_store, s->ready_room * sizeof *s->ready_store);
    vec_free(&s->timers);
    vec_free(&s->io);
    vec_free(&s->tasks);
    vec_free(&s->futures);
    vec_free(&s->coros);
    vec_free(&s->generators);
    vec_free(&s->greenlets);
    vec_free(&s->syncs);
    vec_free(&s->frames);
    vec_free(&s->output);
}

void state_free(State *s)
{
    if (!s)
        return;
    drop_all(s);
    mem_free(s, sizeof *s);
}

void state_reset(State *s)
{
    const Recording *recording = s->recording;
    drop_all(s);
    *s = (State){ .recording = recording };
}

void state_goto(State *s, uint32_t events)
{
    if (events < s->next)
        state_reset(s);
    while (s->next < events && state_fold(s))
        ;
}

int64_t state_timer_delay(const State *state, const StateTimer *timer)
{
    for (uint32_t i = state->next; i-- > 0;) {
        const TraceEvent *e = &state->recording->events.items[i];
        if (e->kind != EV_timer || !id_same(e->id, timer->h))
            continue;
        bool earlier = !e->at.fn || (!e->by.n && same_word(e->word, "sleep")); /* nobody sleeps outside tasks */
        return earlier ? -1 : timer->when_us - e->t_us;
    }
    return -1;
}

const char *state_task_word(const State *s, const StateTask *task)
{
    static const char *const words[] = { "ready", "running", "waiting", "done", "failed", "cancelled" };
    if (task->state == TASK_STATE_WAITING) {
        const StateFuture *future = state_future(s, task->waits_on);
        if (future && same_word(future->kind, "sleep"))
            return "sleeping";
    }
    return words[task->state];
}
