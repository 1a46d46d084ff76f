/* telling.c - one event as one sentence, with the reason in it. What an event does not say itself comes from the
 * state after it, or from the events before it. */
#include "trace/sentence.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void tell_loop_stop(Sentence *s)
{
    const TraceEvent *e = s->event;
    if (sentence_word(e->word, "stop"))
        SENTENCE_SAY(s, stop_stop);
    else if (sentence_word(e->word, "error"))
        SENTENCE_SAY(s, stop_error);
    else if (sentence_word(e->word, "deadlock"))
        SENTENCE_SAY(s, stop_deadlock);
    else if (sentence_word(e->word, "interrupt"))
        SENTENCE_SAY(s, stop_interrupt);
    else {
        Id main_task = { 0 };
        for (uint32_t i = 0; i < s->state->tasks.count && !main_task.n; i++) {
            if (s->state->tasks.items[i].state >= TASK_STATE_DONE)
                main_task = s->state->tasks.items[i].id;
        }
        for (uint32_t i = e->index; i > 0; i--) { /* the Task of this loop's main coroutine */
            const TraceEvent *start = &s->state->recording->events.items[i - 1];
            if (start->kind != EV_loop_start)
                continue;
            for (uint32_t k = 0; start->id.n && k < s->state->tasks.count; k++) {
                if (id_same(s->state->tasks.items[k].co, start->id))
                    main_task = s->state->tasks.items[k].id;
            }
            break;
        }
        const StateTask *task = state_task(s->state, main_task);
        if (task && task->state == TASK_STATE_DONE)
            SENTENCE_SAY(s, stop_main, sentence_id(s, main_task));
        else
            SENTENCE_SAY(s, stop_ended, sentence_id(s, main_task));
    }
}

static void tell_clock(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *to = sentence_time(s, e->number);
    if (sentence_word(e->word, "timer") && s->state->recording->real)
        SENTENCE_SAY(s, clock_slept, to);
    else if (sentence_word(e->word, "timer"))
        SENTENCE_SAY(s, clock_jump, to);
    else if (sentence_word(e->word, "io"))
        SENTENCE_SAY(s, clock_io, to);
    else if (sentence_word(e->word, "sleep") && (e->by.n || s->state->loop_runs))
        SENTENCE_SAY(s, clock_block, to);
    else if (sentence_word(e->word, "sleep"))
        SENTENCE_SAY(s, clock_pause, to);
    else
        SENTENCE_SAY(s, clock_run, to);
}

static void tell_timer(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *h = sentence_id(s, e->id), *at = sentence_place(s, e->at), *due = sentence_time(s, e->number);
    if (sentence_word(e->word, "timeout"))
        SENTENCE_SAY(s, timer_limit, h, at, due);
    else if (e->id2.n)
        SENTENCE_SAY(s, timer, h, sentence_name(s, e->id2), at, due);
    else if (s->state->greenlet.n && !sentence_line_has(s->state->recording, e->at, "call_"))
        SENTENCE_SAY(s, green_sleep, at, due);
    else
        SENTENCE_SAY(s, timer_call, h, at, due);
}

static const char *queued_name(Sentence *s, const TraceEvent *e)
{
    return e->id2.n ? sentence_id(s, e->id2) : sentence_name(s, e->id);
}

static void tell_ready(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *who = queued_name(s, e), *why = e->word2 ? e->word2 : "";
    const StateFuture *future = e->id3.letter == 'F' ? state_future(s->state, e->id3) : NULL;
    const char *freed;
    if (sentence_word(why, "new task"))
        SENTENCE_OWN(s, ready_new, who);
    else if (sentence_word(why, "gave way"))
        SENTENCE_OWN(s, ready_gave, who);
    else if (sentence_word(why, "called soon"))
        SENTENCE_SAY(s, ready_soon, sentence_id(s, e->id), sentence_place(s, e->at));
    else if (sentence_word(why, "io"))
        SENTENCE_OWN(s, ready_io, who);
    else if (sentence_word(why, "cancelled") && !e->id3.n)
        SENTENCE_OWN(s, ready_cancel, who);
    else if (sentence_word(why, "cancelled") && future && future->of.n)
        SENTENCE_OWN(s, ready_cancelled_wait, who, sentence_name(s, e->id3));
    else if (sentence_word(why, "cancelled"))
        SENTENCE_OWN(s, ready_cancelled, who, sentence_name(s, e->id3));
    else if (!e->id3.n)
        SENTENCE_OWN(s, ready, who);
    else if (sentence_word(why, "already done"))
        SENTENCE_OWN(s, ready_done, who, sentence_name(s, e->id3));
    else if (sentence_fut_is(future, "sleep") && e->id2.n)
        SENTENCE_OWN(s, ready_due, who, sentence_name(s, e->id3));
    else if (e->id2.n && (freed = sentence_freed(s, future, sentence_stop(s->state->recording, e->index, e->id2))) != NULL)
        SENTENCE_OWN(s, ready_freed, who, freed);
    else
        SENTENCE_OWN(s, ready_result, who, sentence_name(s, e->id3));
}

static void tell_pick(Sentence *s)
{
    const TraceEvent *e = s->event;
    const Recording *recording = s->state->recording;
    const char *h = sentence_id(s, e->id);
    const TraceEvent *made = sentence_origin(recording, e->index, e->id);
    Id task = made && made->kind == EV_ready ? made->id2 : made && made->kind == EV_cb_add ? made->id3 : (Id){ 0 };
    if (e->number3)
        SENTENCE_SAY(s, pick_skip, h);
    else if (task.n && e->number > 0)
        SENTENCE_SAY(s, pick_shuffled, h, sentence_id(s, task), sentence_number(s, e->number2));
    else if (task.n)
        SENTENCE_SAY(s, pick, h, sentence_id(s, task));
    else if (made && made->kind == EV_timer && !(made->word && strncmp(made->word, "call_", 5) == 0))
        SENTENCE_SAY(s, pick_sleep, h);
    else if (sentence_is_callback(recording, e->index, e->id))
        SENTENCE_SAY(s, pick_callback, h);
    else
        SENTENCE_SAY(s, pick_inner, h);
}

static bool ran_task(const TraceEvent *e, Id h)
{
    return (e->kind == EV_task_step && id_same(e->id2, h)) || (e->kind == EV_pick && id_same(e->id, h));
}

static void tell_ran(Sentence *s)
{
    const TraceEvent *step = sentence_find(s->state->recording, s->event->index, ran_task, s->event->id);
    SENTENCE_SAY(s, ran, step && step->kind == EV_task_step ? sentence_id(s, step->id) : sentence_id(s, s->event->id));
}

static void tell_io(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *fd = sentence_number(s, e->number);
    const char *what = message_text(sentence_word(e->word2, "w") ? MSG_narrate_io_write : MSG_narrate_io_read, s->lang);
    if (sentence_word(e->word, "watch"))
        SENTENCE_SAY(s, io_watch, fd, what);
    else if (sentence_word(e->word, "active"))
        SENTENCE_SAY(s, io_active, fd, what, sentence_id(s, e->id));
    else
        SENTENCE_SAY(s, io_unwatch, fd, what);
}

static void tell_fut_new(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *at = sentence_place(s, e->at);
    if (e->id2.n)
        SENTENCE_SAY(s, fut_sync, sentence_id(s, e->id), at, sentence_name(s, e->id2));
    else if (sentence_word(e->word, "sleep"))
        SENTENCE_SAY(s, fut_sleep, sentence_name(s, e->id), at);
    else if (sentence_word(e->word, "gather"))
        SENTENCE_SAY(s, fut_gather, sentence_name(s, e->id), at);
    else
        SENTENCE_SAY(s, fut_new, sentence_name(s, e->id), at);
}

static void tell_fut_set(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateFuture *future = state_future(s->state, e->id);
    bool native = e->by.letter == 'H' && !sentence_line_has(s->state->recording, e->at, "set_");
    const char *name = sentence_name(s, e->id), *at = native ? "" : sentence_at(s, e->at);
    bool loop = sentence_who(s->state, e).letter == 'L';
    if (sentence_word(e->word, "cancelled") && loop)
        SENTENCE_OWN(s, inner_cancel, name);
    else if (sentence_word(e->word, "cancelled") && future && future->of.n)
        SENTENCE_SAY(s, set_cancel_wait, name, at);
    else if (sentence_word(e->word, "cancelled"))
        SENTENCE_SAY(s, set_cancel, name, at);
    else if (sentence_fut_is(future, "sleep"))
        SENTENCE_OWN(s, due, name);
    else if (sentence_fut_is(future, "gather") && sentence_word(e->word, "error"))
        SENTENCE_OWN(s, gather_failed, name, sentence_value(s, e->value),
                     sentence_failure(s, e->value));
    else if (sentence_fut_is(future, "gather"))
        SENTENCE_OWN(s, gather_set, name);
    else if (loop)
        SENTENCE_OWN(s, inner_set, name);
    else if (sentence_word(e->word, "error"))
        SENTENCE_SAY(s, set_error, name, sentence_value(s, e->value), at);
    else
        SENTENCE_SAY(s, set_result, name, sentence_value(s, e->value), at);
}

/* The timer comes too late: who paid, if a task sleeps on it. */
static void tell_timer_late(Sentence *s)
{
    const TraceEvent *e = s->event, *armed = sentence_origin(s->state->recording, e->index, e->id);
    const StateFuture *future = armed ? state_future(s->state, armed->id2) : NULL;
    if (!future || !future->callbacks.count || !future->callbacks.items[0].task.n) {
        SENTENCE_OWN(s, timer_late, sentence_id(s, e->id), sentence_time(s, e->number));
        return;
    }
    int64_t now_us = s->state->clock_us;
    SENTENCE_OWN(s, timer_paid, sentence_id(s, future->callbacks.items[0].task), sentence_time(s, now_us - e->number),
                 sentence_time(s, now_us), sentence_number(s, (e->number + 500) / 1000));
}

/* --- tasks -------------------------------------------------------------------------------------------------- */

/* Does a bracket or a backslash go on here from the line above? */
static bool continues_line(const Recording *recording, TracePlace at)
{
    for (uint32_t above = at.line; above-- > 1;) {
        size_t length = 0;
        const char *line = recording_line(recording, at.file, above, &length);
        const char *comment = line ? memchr(line, '#', length) : NULL; /* in a string: no harm, the line is kept then */
        if (comment && !memchr(line, '\'', length) && !memchr(line, '"', length))
            length = (size_t)(comment - line);
        while (line && length && (line[length - 1] == ' ' || line[length - 1] == '\t' || line[length - 1] == '\r'))
            length--;
        if (line && length)
            return strchr(",([{\\", line[length - 1]) != NULL;
    }
    return false;
}

/* Is the new task the value of a bare statement? (A task of a TaskGroup is kept by it: not asked.) */
static bool is_dropped(const Recording *recording, TracePlace at)
{
    static const char *const calls[] = { "asyncio.create_task(", "create_task(", "loop.create_task(",
                                         "asyncio.ensure_future(", "ensure_future(" };
    size_t length = 0, i = 0, depth = 1;
    const char *line = at.line ? recording_line(recording, at.file, at.line, &length) : NULL;
    while (line && i < length && (line[i] == ' ' || line[i] == '\t'))
        i++;
    for (size_t k = 0; line && k < sizeof calls / sizeof *calls; k++) {
        size_t n = strlen(calls[k]);
        if (length - i < n || memcmp(line + i, calls[k], n) != 0)
            continue;
        for (i += n; i < length && depth; i++)
            depth += line[i] == '(' ? 1 : line[i] == ')' ? (size_t)-1 : 0;
        while (i < length && (line[i] == ' ' || line[i] == '\r'))
            i++;
        return !depth && (i == length || line[i] == '#' || line[i] == ';') && !continues_line(recording, at);
    }
    return false;
}

static void tell_task_new(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *id = sentence_id(s, e->id), *co = sentence_coro(s, e->id2, e->fn), *at = sentence_at(s, e->at);
    if (is_dropped(s->state->recording, e->at))
        SENTENCE_SAY(s, task_dropped, id, co, at);
    else
        SENTENCE_SAY(s, task_new, id, co, at);
}

const StateTimer *sentence_timer(const State *state, Id fut)
{
    for (uint32_t i = 0; i < state->timers.count; i++) {
        if (id_same(state->timers.items[i].fut, fut))
            return &state->timers.items[i];
    }
    return NULL;
}

static void tell_task_wait(Sentence *s)
{
    Id several[SENTENCE_SEVERAL];
    const TraceEvent *e = s->event;
    uint32_t count = 0;
    TracePlace tip = sentence_tip(e);
    const StateFuture *future = e->id2.letter == 'F' ? state_future(s->state, e->id2) : NULL;
    const StateTimer *timer = sentence_fut_is(future, "sleep") ? sentence_timer(s->state, e->id2) : NULL;
    if (timer)
        SENTENCE_SAY(s, wait_sleep, sentence_place(s, tip), sentence_time(s, timer->when_us));
    else if (sentence_tell_wait_sync(s, future, tip))
        return;
    else if (sentence_fut_is(future, "gather") && (count = sentence_sources(s->state->recording, e->index, e->id2, several)) == 0)
        SENTENCE_SAY(s, wait_gather, sentence_name(s, e->id2), sentence_place(s, tip));
    else if (future && (sentence_line_has(s->state->recording, tip, "FIRST_COMPLETED")) && tip.line &&
             (count = sentence_sources(s->state->recording, e->index, e->id2, several)) > 1)
        SENTENCE_SAY(s, wait_any, sentence_list(s, several, count), sentence_place(s, tip));
    else if (future && (count || (count = sentence_sources(s->state->recording, e->index, e->id2, several)) > 0) && tip.line)
        SENTENCE_SAY(s, wait_several, sentence_list(s, several, count), sentence_place(s, tip));
    else if (count > 0)
        SENTENCE_SAY(s, wait_several_inside, sentence_list(s, several, count));
    else if (!tip.line && sentence_is_inner(s->state->recording, future) && s->state->ready.count > 0)
        SENTENCE_SAY(s, wait_told);
    else if (!tip.line)
        SENTENCE_SAY(s, wait_inside, sentence_name(s, e->id2));
    else if (sentence_line_has(s->state->recording, tip, "TaskGroup("))
        SENTENCE_SAY(s, wait_group, sentence_place(s, tip));
    else if (sentence_is_inner(s->state->recording, future))
        SENTENCE_SAY(s, wait_something, sentence_place(s, tip));
    else if (future)
        SENTENCE_SAY(s, wait_future, sentence_name(s, e->id2), sentence_place(s, tip));
    else
        SENTENCE_SAY(s, wait_task, sentence_name(s, e->id2), sentence_place(s, tip));
}

static void tell_start(Sentence *s)
{
    const TraceEvent *e = s->event;
    const Recording *recording = s->state->recording;
    const TraceEvent *pick = e->index ? &recording->events.items[e->index - 1] : NULL;
    if (sentence_word(e->word, "throw"))
        SENTENCE_SAY(s, task_start_cancelled);
    else if (pick && pick->kind == EV_pick && pick->number > 0)
        SENTENCE_SAY(s, task_start_shuffled);
    else if (s->state->ready.count == 0)
        SENTENCE_SAY(s, task_start_alone);
    else
        SENTENCE_SAY(s, task_start);
}

/* It was suspended: what has woken it is known by the state. */
static void tell_task_step(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateTask *task = state_task(s->state, e->id);
    TracePlace stop = sentence_stop(s->state->recording, e->index, e->id);
    if (!task || (task->steps <= 1 && !stop.line)) {
        tell_start(s);
        return;
    }
    const char *at = sentence_place(s, stop);
    Id by = task->woken_by;
    const StateFuture *future = by.letter == 'F' ? state_future(s->state, by) : NULL;
    const StateTask *other = by.letter == 'T' ? state_task(s->state, by) : NULL;
    const char *name = sentence_name(s, by), *freed;
    bool threw = sentence_word(e->word, "throw"), cancel = threw && e->value && strncmp(e->value, "CancelledError", 14) == 0;
    bool other_cancelled = (future && future->state == FUTURE_STATE_CANCELLED) ||
                           (other && other->state == TASK_STATE_CANCELLED);
    if (cancel && other_cancelled && other)
        SENTENCE_SAY(s, task_on_cancelled, at, name);
    else if (cancel)
        SENTENCE_SAY(s, task_on_cancel, at);
    else if ((future && future->state == FUTURE_STATE_ERROR) || (other && other->state == TASK_STATE_FAILED))
        SENTENCE_SAY(s, task_on_error, at, name, sentence_value(s, future ? future->value : other->value));
    else if (threw)
        SENTENCE_SAY(s, task_on_throw, at, sentence_value(s, e->value));
    else if (sentence_fut_is(future, "sleep"))
        SENTENCE_SAY(s, task_on_due, at, name);
    else if (other && other->value && !sentence_word(other->value, "None"))
        SENTENCE_SAY(s, task_on_value, at, name, sentence_value(s, other->value));
    else if (future && !future->of.n && future->value && !sentence_word(future->value, "None") &&
             !sentence_is_inner(s->state->recording, future))
        SENTENCE_SAY(s, task_on_value, at, name, sentence_value(s, future->value));
    else if (!stop.line)
        SENTENCE_SAY(s, task_on_inside);
    else if ((freed = sentence_freed(s, future, stop)) != NULL)
        SENTENCE_SAY(s, task_on_freed, at, freed);
    else if (sentence_is_inner(s->state->recording, future))
        SENTENCE_SAY(s, task_on_all, at);
    else if (future || other)
        SENTENCE_SAY(s, task_on_result, at, name);
    else
        SENTENCE_SAY(s, task_on, at);
}

static void tell_await_ready(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateFuture *future = state_future(s->state, e->id2);
    const StateTask *task = state_task(s->state, e->id2);
    const char *name = sentence_name(s, e->id2), *at = sentence_place(s, e->at);
    if (sentence_tell_straight(s))
        return;
    if ((future && future->state == FUTURE_STATE_ERROR) || (task && task->state == TASK_STATE_FAILED))
        SENTENCE_SAY(s, await_failed, name, at);
    else if ((future && future->state == FUTURE_STATE_CANCELLED) || (task && task->state == TASK_STATE_CANCELLED))
        SENTENCE_SAY(s, await_cancelled, name, at);
    else
        SENTENCE_SAY(s, await_ready, name, at);
}

static void tell_task_done(Sentence *s)
{
    const TraceEvent *e = s->event;
    if (sentence_word(e->word, "error"))
        SENTENCE_SAY(s, failed, sentence_value(s, e->value));
    else if (sentence_word(e->word, "cancelled"))
        SENTENCE_SAY(s, cancelled);
    else
        SENTENCE_SAY(s, done, sentence_value(s, e->value));
}

/* Is the call at this line written behind an await? `await f(`, `await self.f(`. */
static bool awaits_call(const Recording *recording, TracePlace at, const char *fn)
{
    size_t length = 0;
    const char *line = at.line ? recording_line(recording, at.file, at.line, &length) : NULL;
    const char *dot = fn ? strrchr(fn, '.') : NULL, *name = dot ? dot + 1 : fn;
    if (name && strncmp(name, "__a", 3) == 0) /* __aenter__ and so on: called by async with and async for */
        return true;
    size_t name_length = name ? strlen(name) : 0;
    for (size_t i = 0; line && i + 6 < length; i++) {
        if (memcmp(line + i, "await ", 6) != 0)
            continue;
        size_t k = i + 6, start = k;
        while (k < length && line[k] != '(' && line[k] != ' ' && line[k] != ')')
            k++;
        if (k - start >= name_length && k < length && line[k] == '(' &&
            memcmp(line + k - name_length, name, name_length) == 0)
            return true;
    }
    return false;
}

bool sentence_is_awaited(const Recording *recording, const TraceEvent *e)
{
    return e->by.letter == 'T' && e->by.n && awaits_call(recording, e->at, e->fn);
}

static void tell_co_new(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *call = sentence_call(s, e->fn, e->locals, e->local_count), *at = sentence_place(s, e->at);
    if (sentence_is_awaited(s->state->recording, e))
        SENTENCE_SAY(s, co_await, call, at, sentence_id(s, e->by));
    else
        SENTENCE_SAY(s, co_new, sentence_id(s, e->id), call, at);
}

static void tell_cancel(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateTask *task = state_task(s->state, e->id);
    const char *name = sentence_id(s, e->id), *at = sentence_at(s, e->at);
    if (sentence_who(s->state, e).letter == 'L')
        SENTENCE_SAY(s, limit_cancel, name);
    else if (e->id2.n && e->id2.letter == 'T')
        SENTENCE_SAY(s, cancel_into, name, at, sentence_id(s, e->id2));
    else if (task && task->steps == 0)
        SENTENCE_SAY(s, cancel_first, name, at);
    else if (!e->by.n && !s->state->loop_runs && sentence_line_has(s->state->recording, e->at, "run("))
        SENTENCE_SAY(s, cancel_left, name, at);
    else if (!e->id2.n)
        SENTENCE_SAY(s, cancel_later, name, at);
    else
        SENTENCE_SAY(s, cancel, name, at);
}

/* --- greenlets, generators, lines -------------------------------------------------------------------------- */

static void tell_switch(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *to = sentence_id(s, e->id2), *at = sentence_place(s, sentence_tip(e));
    const char *value = sentence_value(s, e->value);
    bool with = e->value && !sentence_word(e->value, "None") && !sentence_word(e->value, "()");
    if (sentence_word(e->word, "return"))
        SENTENCE_SAY(s, switch_return, to, value);
    else if (sentence_word(e->word, "raise"))
        SENTENCE_SAY(s, switch_raise, to, value);
    else if (sentence_word(e->word, "throw") && sentence_word(e->value, "GreenletExit()") && !sentence_tip(e).line)
        SENTENCE_SAY(s, switch_end, to);
    else if (sentence_word(e->word, "throw"))
        SENTENCE_SAY(s, switch_throw, to, at, value);
    else if (!sentence_tip(e).line)
        SENTENCE_SAY(s, switch_inside, to);
    else if (with)
        SENTENCE_SAY(s, switch_value, to, at, value);
    else
        SENTENCE_SAY(s, switch, to, at);
}

static void tell_leave(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateFrame *frame = state_frame(s->state, e->id);
    const char *fn = sentence_value(s, frame && frame->fn ? frame->fn : "?"), *value = sentence_value(s, e->value);
    if (sentence_word(e->word, "raise"))
        SENTENCE_SAY(s, leave_raise, fn, value);
    else if (sentence_word(e->word, "yield"))
        SENTENCE_OWN(s, leave_yield, fn, value);
    else if (sentence_word(e->word, "await"))
        SENTENCE_OWN(s, leave_await, fn);
    else
        SENTENCE_SAY(s, leave, fn, value);
}

/* A value that the recording keeps whole: its first columns. */
static const char *start_of(Sentence *s, const char *value)
{
    enum { COLUMNS = 57 };
    char text[COLUMNS * 4 + 8];
    size_t length = value ? strlen(value) : 0, used = 0;
    for (int columns = 0; used < length && columns < COLUMNS;) {
        uint32_t point;
        int bytes = utf8_decode(value + used, length - used, &point);
        if (bytes <= 0)
            break;
        memcpy(text + used, value + used, (size_t)bytes);
        used += (size_t)bytes;
        columns += utf8_width(point) > 0 ? utf8_width(point) : 1;
    }
    memcpy(text + used, "...", sizeof "...");
    return utf8_text_width(value ? value : "", length) <= COLUMNS ? sentence_value(s, value) : sentence_value(s, text);
}

/* The text of a line without the blanks it begins with and without the comment it ends with; cut at 60 columns. */
static const char *source_text(Sentence *s, TracePlace at)
{
    size_t length = 0, used = 0;
    const char *line = recording_line(s->state->recording, at.file, at.line, &length);
    char text[200];
    while (length > 0 && (*line == ' ' || *line == '\t'))
        line++, length--;
    for (size_t k = 0; k < length && used < sizeof text - 8;) {
        uint32_t point;
        int bytes = utf8_decode(line + k, length - k, &point);
        if (bytes <= 0)
            break;
        memcpy(text + used, line + k, (size_t)bytes);
        used += (size_t)bytes;
        k += (size_t)bytes;
    }
    while (used > 0 && (text[used - 1] == ' ' || text[used - 1] == '\r'))
        used--;
    text[used] = 0;
    return sentence_value(s, text);
}

static void tell_line(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateFrame *frame = state_frame(s->state, e->id);
    TracePlace at = e->at;
    at.line = (uint32_t)e->number;
    if (frame)
        at.file = frame->file;
    char set[300];
    size_t used = 0;
    for (uint32_t i = 0; i < e->local_count && used < 200; i++) {
        const char *value = e->locals[i].value ? e->locals[i].value : "?";
        int written = snprintf(set + used, sizeof set - used, "%s%.40s=%s", i ? ", " : "", e->locals[i].name,
                               strlen(value) > 60 ? "..." : value);
        used += written < 0 ? 0 : (size_t)written;
        if (used >= sizeof set)
            used = sizeof set - 1;
    }
    if (used)
        SENTENCE_SAY(s, source_set, sentence_place(s, at), source_text(s, at), sentence_value(s, set));
    else
        SENTENCE_SAY(s, source, sentence_place(s, at), source_text(s, at));
}

/* A lock, event ... changes. A ring that nobody hears and a reset are told for themselves: that is how a wake-up is
 * lost. */
static void tell_sync(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *name = sentence_part(s, MSG_narrate_kind, sentence_id(s, e->id), e->word);
    if (sentence_is_unheard(e))
        SENTENCE_SAY(s, sync_unheard, name, sentence_value(s, e->word2));
    else if (sentence_word(e->word2, "clear"))
        SENTENCE_SAY(s, sync_clear, name);
    else
        SENTENCE_SAY(s, sync, name, sentence_value(s, e->word2), sentence_value(s, e->value));
}

/* Was the text made from this message? Then its parameters, each once. */
static bool is_made_from(Message message, const char *text, char args[9][120])
{
    const char *form = message_text(message, LANG_EN);
    for (int i = 0; i < 9; i++)
        args[i][0] = 0;
    while (*form) {
        if (form[0] != '{') {
            if (*form++ != *text++)
                return false;
            continue;
        }
        int number = form[1] - '1';
        form += 3;
        const char *stop = *form ? strchr(text, *form) : text + strlen(text);
        for (size_t same = 0; stop && *form; stop = strchr(stop + 1, *form)) { /* what follows it, up to the next one */
            for (same = 0; form[same] && form[same] != '{' && form[same] == stop[same];)
                same++;
            if (!form[same] || form[same] == '{')
                break;
        }
        if (!stop || number < 0 || number > 8 || (size_t)(stop - text) >= sizeof args[0])
            return false;
        memcpy(args[number], text, (size_t)(stop - text));
        args[number][stop - text] = 0;
        text = stop;
    }
    return *text == 0;
}

/* The hint of a deadlock is recorded in English: here it is in the language asked for, and without a full stop. */
static const char *deadlock_hint(Sentence *s, const char *recorded)
{
    static const Message hints[] = { MSG_hint_A07_cycle, MSG_hint_A07_future, MSG_hint_A07_lock_self, MSG_hint_A07_sync,
                                     MSG_hint_A07_other };
    char args[9][120], inner[9][120], text[500], lines[120];
    const char *parts[9];
    for (int i = 0; i < 9; i++)
        parts[i] = args[i];
    size_t length = strlen(recorded) < sizeof text ? strlen(recorded) : sizeof text - 1;
    memcpy(text, recorded, length);
    text[length] = 0;
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
        if (!is_made_from(hints[i], recorded, args))
            continue;
        if (is_made_from(MSG_hint_A07_lines, args[0], inner))
            MESSAGE(lines, sizeof lines, s->lang, hint_A07_lines, inner[0], inner[1]);
        else if (is_made_from(MSG_hint_A07_line, args[0], inner))
            MESSAGE(lines, sizeof lines, s->lang, hint_A07_line, inner[0]);
        else
            snprintf(lines, sizeof lines, "%s", args[0]);
        parts[0] = lines;
        length = message_format(text, sizeof text, s->lang, hints[i], 9, parts);
        break;
    }
    const char *full_stop = "\xe3\x80\x82";
    if (length > 0 && text[length - 1] == '.' && (length < 2 || text[length - 2] != '.'))
        length--;
    else if (length > 3 && memcmp(text + length - 3, full_stop, 3) == 0)
        length -= 3;
    return sentence_keep(s, text, length);
}

static void tell_report(Sentence *s)
{
    const TraceEvent *e = s->event;
    if (e->name_count >= 3 && e->word) {
        const char *who = sentence_value(s, e->names[0]), *more = e->names[2];
        TracePlace place = { .line = (uint32_t)strtoul(e->names[1], NULL, 10) };
        const char *at = sentence_place(s, place);
        if (sentence_word(e->word, "A07"))
            SENTENCE_OWN(s, report_A07, who, deadlock_hint(s, more));
        else if (sentence_word(e->word, "A05"))
            SENTENCE_OWN(s, report_A05, at, more);
        else if (sentence_word(e->word, "A09"))
            SENTENCE_OWN(s, report_A09, who, at);
        else if (sentence_word(e->word, "A10"))
            SENTENCE_OWN(s, report_A10, who, at, more);
        else if (sentence_word(e->word, "A11"))
            SENTENCE_OWN(s, report_A11, who, at);
        if (s->length)
            return;
    }
    char text[500];
    size_t used = 0;
    for (uint32_t i = 0; i < e->name_count && used < 400; i++) {
        int written = snprintf(text + used, sizeof text - used, "%s%.100s", i ? ", " : "", e->names[i]);
        used += written < 0 ? 0 : (size_t)written;
    }
    text[used < sizeof text ? used : sizeof text - 1] = 0;
    SENTENCE_OWN(s, report, e->word ? e->word : "?", sentence_value(s, text));
}

static void tell_text(Sentence *s, bool read)
{
    const TraceEvent *e = s->event;
    char text[130];
    size_t used = 0;
    text[used++] = '\'';
    for (size_t i = 0; i < e->text_length && used < 100;) {
        uint32_t point;
        int bytes = utf8_decode(e->text + i, e->text_length - i, &point);
        if (bytes <= 0)
            bytes = 1;
        if (point == '\n') {
            text[used++] = '\\';
            text[used++] = 'n';
        } else {
            memcpy(text + used, e->text + i, (size_t)bytes);
            used += (size_t)bytes;
        }
        i += (size_t)bytes;
    }
    memcpy(text + used, "'", 2);
    if (read)
        SENTENCE_SAY(s, in, sentence_value(s, text));
    else
        SENTENCE_SAY(s, out, sentence_value(s, text));
}

static void tell_rest(Sentence *s)
{
    const TraceEvent *e = s->event;
    switch (e->kind) {
    case EV_co_new: tell_co_new(s); break;
    case EV_co_drop: SENTENCE_SAY(s, co_drop, sentence_id(s, e->id), sentence_coro(s, e->id, NULL)); break;
    case EV_gen_new:
        if (e->by.letter == 'T' && e->fn && sentence_word(e->fn, "__await__")) {
            SENTENCE_SAY(s, gen_await, sentence_id(s, e->by), sentence_place(s, e->at));
            break;
        }
        SENTENCE_SAY(s, gen_new, sentence_id(s, e->id), sentence_call(s, e->fn, e->locals, e->local_count),
                     sentence_place(s, e->at));
        break;
    case EV_green_new:
        if (e->id.n == 1 && !e->fn && !e->id2.n)
            SENTENCE_SAY(s, green_main, sentence_name(s, e->id));
        else if (!e->fn && sentence_is_hub(s->state, e->id))
            SENTENCE_SAY(s, green_hub, sentence_name(s, e->id), sentence_place(s, e->at));
        else if (e->fn)
            SENTENCE_SAY(s, green_new, sentence_name(s, e->id), sentence_value(s, e->fn), sentence_place(s, e->at));
        else
            SENTENCE_SAY(s, green_new_bare, sentence_name(s, e->id), sentence_place(s, e->at));
        break;
    case EV_switch: tell_switch(s); break;
    case EV_call: {
        TracePlace at = e->at;
        at.line = (uint32_t)e->number;
        SENTENCE_SAY(s, call, sentence_value(s, e->fn), sentence_place(s, at));
        break;
    }
    case EV_leave: tell_leave(s); break;
    case EV_resume: {
        const StateFrame *frame = state_frame(s->state, e->id);
        TracePlace at = { .line = (uint32_t)e->number, .file = frame ? frame->file : 0 };
        SENTENCE_SAY(s, resume, sentence_value(s, frame && frame->fn ? frame->fn : "?"), sentence_place(s, at));
        break;
    }
    case EV_line: tell_line(s); break;
    case EV_raise:
        SENTENCE_SAY(s, raise, sentence_value(s, e->value ? e->value : e->word), sentence_place(s, e->at));
        break;
    case EV_sync:
        tell_sync(s);
        break;
    case EV_out: tell_text(s, false); break;
    case EV_in: tell_text(s, true); break;
    case EV_ext:
        if (e->by.letter == 'T' && sentence_word(e->word, "http")) {
            SENTENCE_SAY(s, ext_http);
            break;
        }
        SENTENCE_SAY(s, ext, sentence_value(s, e->word), start_of(s, e->value)); break;
    case EV_report: tell_report(s); break;
    case EV_quiz: SENTENCE_OWN(s, quiz, sentence_value(s, e->text)); break;
    case EV_gap: SENTENCE_OWN(s, gap); break;
    case EV_end:
        if (sentence_word(e->word, "interrupt"))
            SENTENCE_SAY(s, end_interrupt);
        else if (sentence_word(e->word, "error") && e->number == 1)
            SENTENCE_SAY(s, end_error, sentence_number(s, e->number));
        else
            SENTENCE_SAY(s, end, sentence_number(s, e->number));
        break;
    default: break;
    }
}

static void tell_callback(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *fut = sentence_name(s, e->id);
    bool wakeup = e->id3.n > 0;
    if (e->kind == EV_cb_del && wakeup)
        SENTENCE_OWN(s, cb_del_wakeup, fut, sentence_id(s, e->id3));
    else if (e->kind == EV_cb_del)
        SENTENCE_SAY(s, cb_del, sentence_id(s, e->id2), fut);
    else if (wakeup)
        SENTENCE_OWN(s, cb_wakeup, fut, sentence_id(s, e->id3));
    else
        SENTENCE_SAY(s, cb_add, sentence_id(s, e->id2), fut, sentence_place(s, e->at));
}

static void tell_wait(Sentence *s)
{
    const TraceEvent *e = s->event;
    if (e->number3 > 0 || e->number < 0)
        SENTENCE_SAY(s, wait_io);
    else
        SENTENCE_SAY(s, wait, sentence_time(s, e->number));
}

static bool stops_or_cancels(const TraceEvent *e, Id any)
{
    return e->kind == EV_loop_stop || (e->kind == EV_task_cancel && !e->by.n);
}

static void tell_loop_start(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateCoro *coro = e->id.n ? state_coro(s->state, e->id) : NULL;
    bool made = false; /* its task was there before */
    for (uint32_t i = 0; e->id.n && i < s->state->tasks.count && !made; i++)
        made = id_same(s->state->tasks.items[i].co, e->id);
    if (coro && coro->fn && !made)
        SENTENCE_SAY(s, loop_start_main, sentence_coro(s, e->id, coro->fn),
                     sentence_id(s, ID('T', s->state->tasks.count + 1)));
    else {
        const TraceEvent *before = sentence_find(s->state->recording, e->index, stops_or_cancels, (Id){ 0 });
        if (!e->id.n && before && before->kind == EV_task_cancel)
            SENTENCE_SAY(s, loop_again);
        else
            SENTENCE_SAY(s, loop_start);
    }
}

void sentence_tell(Sentence *s)
{
    const TraceEvent *e = s->event;
    switch (e->kind) {
    case EV_begin: break;
    case EV_loop_start: tell_loop_start(s); break;
    case EV_loop_stop: tell_loop_stop(s); break;
    case EV_wait: tell_wait(s); break;
    case EV_clock: tell_clock(s); break;
    case EV_timer: tell_timer(s); break;
    case EV_timer_del: SENTENCE_SAY(s, timer_del, sentence_id(s, e->id)); break;
    case EV_timer_fire:
        if (e->number >= (s->state->recording->real ? 50000 : 1000)) /* a real timer is never exact: the machine is busy, too */
            tell_timer_late(s);
        else
            SENTENCE_OWN(s, timer_fire, sentence_id(s, e->id));
        break;
    case EV_ready: tell_ready(s); break;
    case EV_handle_del: SENTENCE_SAY(s, handle_del, sentence_id(s, e->id)); break;
    case EV_round: SENTENCE_SAY(s, round, sentence_number(s, e->number), sentence_number(s, e->number2)); break;
    case EV_pick: tell_pick(s); break;
    case EV_ran: tell_ran(s); break;
    case EV_io: tell_io(s); break;
    case EV_fut_new: tell_fut_new(s); break;
    case EV_fut_set: tell_fut_set(s); break;
    case EV_cb_add:
    case EV_cb_del: tell_callback(s); break;
    case EV_seen: SENTENCE_SAY(s, seen, sentence_name(s, e->id)); break;
    case EV_task_new: tell_task_new(s); break;
    case EV_task_step: tell_task_step(s); break;
    case EV_task_wait: tell_task_wait(s); break;
    case EV_task_yield: SENTENCE_SAY(s, yield, sentence_place(s, sentence_tip(e))); break;
    case EV_await_ready: tell_await_ready(s); break;
    case EV_task_done: tell_task_done(s); break;
    case EV_task_cancel: tell_cancel(s); break;
    case EV_cancel_passed: SENTENCE_OWN(s, cancel_passed, sentence_id(s, e->id), sentence_name(s, e->id2)); break;
    default: tell_rest(s); break;
    }
}
