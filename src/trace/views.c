/* views.c - one row of each pane as text: the page cuts them to its columns, the commands `tasks`, `ready`, ... print
 * them whole. */
#include "trace/stepper_internal.h"

#include "trace/small.h"
#include "trace/why.h"

#include <stdio.h>
#include <string.h>

enum { LINKS_MAX = 8 };      /* how far a row follows who waits for whom */

static void add_message(const Stepper *stepper, Buffer *out, Message message, int count, const char *const *args)
{
    char text[1200];
    message_format(text, sizeof text, stepper->lang, message, count, args);
    buffer_text(out, text);
}
#define ADD(stepper, out, message, ...)                                                                          \
    add_message((stepper), (out), MSG_##message, (int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *)), \
                (const char *[]){ __VA_ARGS__ })

void view_seconds(Buffer *out, int64_t us)
{
    buffer_text(out, small_clock(us).text);
}

void view_id(Buffer *out, Id id)
{
    buffer_text(out, small_id(id).text);
}

void view_file(Buffer *out, const Recording *recording, uint32_t file)
{
    const char *name = file < recording->files.count ? recording->files.items[file].name : "?";
    const char *slash = strrchr(name, '/');
    buffer_text(out, slash && slash[1] ? slash + 1 : name);
}

static const char *arrow(const Stepper *stepper)
{
    return stepper->ascii ? " -> " : " \xe2\x86\x92 ";
}

const char *view_state(const Stepper *stepper, const StateTask *task)
{
    return why_state(stepper->state, task, stepper->lang);
}

void view_header(const Stepper *stepper, Buffer *left, Buffer *right)
{
    const State *state = stepper->state;
    view_file(left, stepper->recording, 0);
    Small at = small_number(state->next ? state->next - 1 : 0);
    Small last = small_number(stepper->recording->events.count ? stepper->recording->events.count - 1 : 0);
    buffer_text(left, "  ");
    if (stepper_is_live(stepper))
        ADD(stepper, left, step_event_live, at.text);
    else
        ADD(stepper, left, step_event_past, at.text, last.text);
    if (state->round) {
        buffer_text(left, "  ");
        ADD(stepper, left, step_round, small_number(state->round).text);
    }
    buffer_text(left, "  ");
    if (stepper->recording->real)
        ADD(stepper, left, step_clock_real, small_clock(state->clock_us).text);
    else
        ADD(stepper, left, step_clock_virtual, small_clock(state->clock_us).text);
    buffer_format(right, "%s  lang %s", message_text(MSG_step_keys, stepper->lang), stepper->lang == LANG_ZH ? "zh" : "en");
}

/* Names are padded by their columns, not their bytes. */
static void pad(Buffer *out, const char *text, size_t width)
{
    size_t used = buffer_width(text, strlen(text));
    buffer_text(out, text);
    buffer_repeat(out, " ", width > used ? width - used : 0);
}

bool view_is_row(const Stepper *stepper, const StateTask *task)
{
    const TraceEvent *event = stepper_at(stepper);
    return task->id.n && (task->state < TASK_STATE_DONE || (event && id_same(event_task(stepper->state, event), task->id)));
}

size_t view_name_width(const Stepper *stepper)
{
    size_t width = 6;
    for (uint32_t i = 0; i < stepper->state->tasks.count; i++) {
        const char *fn = stepper->state->tasks.items[i].fn; /* NULL in an empty row, too */
        size_t columns = fn ? buffer_width(fn, strlen(fn)) : 0;
        width = columns > width ? columns : width;
    }
    const State *state = stepper->state;
    for (uint32_t i = 0; i < state->greenlets.count + state->generators.count; i++) {
        bool green = i < state->greenlets.count;
        const StateCoro *coro = green ? &state->greenlets.items[i] : &state->generators.items[i - state->greenlets.count];
        const char *name = coro->id.n && coro->state < CORO_DONE ? view_coro_name(stepper, coro) : "";
        size_t columns = name[0] == '<' ? 0 : buffer_width(name, strlen(name));
        width = columns > width ? columns : width;
    }
    return width < 14 ? width : 14;
}

const char *view_coro_name(const Stepper *stepper, const StateCoro *coro)
{
    if (coro->fn)
        return coro->fn;
    if (coro->id.letter != 'G')
        return "?";
    return coro->parent.n ? "hub" : message_text(MSG_step_module, stepper->lang);
}

/* --- ready queue and timers ----------------------------------------------------------------------------------- */

static const char *task_fn(const State *state, Id task)
{
    const StateTask *t = state_task(state, task);
    return t && t->fn ? t->fn : "";
}

/* Which task this Future will wake; or nothing. */
static Id woken_by(const State *state, Id fut)
{
    Id woken = { 0 };
    for (uint32_t i = 0; fut.n && i < state->tasks.count && !woken.n; i++)
        if (state->tasks.items[i].state == TASK_STATE_WAITING && id_same(state->tasks.items[i].waits_on, fut))
            woken = state->tasks.items[i].id;
    const StateFuture *future = fut.n ? state_future(state, fut) : NULL;
    for (uint32_t i = 0; future && i < future->callbacks.count && !woken.n; i++)
        woken = future->callbacks.items[i].task;
    return woken;
}

void view_ready(const Stepper *stepper, uint32_t index, Buffer *out)
{
    const StateReady *entry = &stepper->state->ready.items[index];
    Id who = entry->task.n ? entry->task : entry->h;
    Id woken;
    buffer_format(out, "%u ", index + 1);
    pad(out, small_id(who).text, 2);
    buffer_text(out, " ");
    const char *why = entry->why ? entry->why : "";
    bool timer = strcmp(why, "timer") == 0;
    const char *name = entry->task.n ? task_fn(stepper->state, entry->task)
                                     : message_text(timer && entry->fut.n ? MSG_step_timer : MSG_step_callback, stepper->lang);
    pad(out, name, view_name_width(stepper) + 1);
    buffer_text(out, " ");
    Small line = small_number(entry->at.line), by = small_id(entry->by), fut = small_id(entry->fut);
    if (entry->cancelled)
        ADD(stepper, out, step_why_skipped, "");
    else if (strcmp(why, "new task") == 0 && entry->at.line)
        ADD(stepper, out, step_why_new, by.text[0] ? by.text : message_text(MSG_step_module, stepper->lang), line.text);
    else if (strcmp(why, "result of") == 0)
        ADD(stepper, out, step_why_result, fut.text);
    else if (strcmp(why, "gave way") == 0)
        ADD(stepper, out, step_why_gave_way, "");
    else if (strcmp(why, "called soon") == 0 && entry->at.line)
        ADD(stepper, out, step_why_soon, by.text[0] ? by.text : message_text(MSG_step_module, stepper->lang), line.text);
    else if (strcmp(why, "called soon") == 0)
        ADD(stepper, out, step_why_soon_only, "");
    else if (strcmp(why, "already done") == 0)
        ADD(stepper, out, step_why_already, fut.text);
    else if (strcmp(why, "cancelled") == 0)
        ADD(stepper, out, step_why_cancelled, "");
    else if (timer && entry->fut.n && (woken = woken_by(stepper->state, entry->fut)).n)
        ADD(stepper, out, step_why_timer_wakes, small_id(woken).text);
    else if (timer)
        ADD(stepper, out, step_why_timer, "");
    else
        buffer_text(out, why);
}

static const StateTimer *timer_of(const State *state, Id fut)
{
    for (uint32_t i = 0; i < state->timers.count; i++)
        if (state->timers.items[i].fut.n && id_same(state->timers.items[i].fut, fut))
            return &state->timers.items[i];
    return NULL;
}

/* "(0.2)": what it was armed for, if that is known. */
static void add_delay(const State *state, const StateTimer *timer, Buffer *out)
{
    int64_t us = state_timer_delay(state, timer);
    if (us >= 0)
        buffer_format(out, "(%s)", small_span(us, state->recording->real).text);
}

void view_timer(const Stepper *stepper, uint32_t index, Buffer *out)
{
    const State *state = stepper->state;
    const StateTimer *timer = &state->timers.items[index];
    view_seconds(out, timer->when_us);
    buffer_text(out, "  ");
    view_id(out, timer->fut.n ? timer->fut : timer->h);
    buffer_format(out, " %s", timer->kind ? timer->kind : "timer");
    add_delay(state, timer, out);
    Id woken = woken_by(state, timer->fut);
    if (woken.n) {
        buffer_text(out, "  ");
        ADD(stepper, out, step_wakes, small_id(woken).text);
    }
}

/* --- tasks ------------------------------------------------------------------------------------------------------ */

static void add_place(Buffer *out, const char *fn, uint32_t line)
{
    buffer_text(out, fn ? fn : "?");
    if (line)
        buffer_format(out, ":%u", line);
}

static void add_chain(const Stepper *stepper, const StateTask *task, bool whole, Buffer *out)
{
    FrameView frames[FRAMES_MAX];
    size_t count = frames_of(stepper->state, task->id, frames);
    if (count == 0) {
        buffer_text(out, task->fn ? task->fn : "?");
        return;
    }
    size_t first = whole ? 0 : count - 1;
    for (size_t i = first; i < count; i++) {
        buffer_text(out, i > first ? arrow(stepper) : "");
        add_place(out, frames[i].fn, task->started || task->state > TASK_STATE_RUNNING ? frames[i].line : 0);
    }
}

static bool leads_to(const StateTask *task, Id id)
{
    bool leads = false;
    for (uint32_t i = 0; i < task->callbacks.count && task->state < TASK_STATE_DONE; i++)
        leads = leads || id_same(task->callbacks.items[i].into, id);
    return leads;
}

/* "(T2 T3)": whose end a gather() or wait() still waits for. */
static void add_sources(const Stepper *stepper, Id id, Buffer *out)
{
    enum { SHOWN = 4 };
    uint32_t count = 0;
    for (uint32_t i = 0; i < stepper->state->tasks.count; i++) {
        const StateTask *task = &stepper->state->tasks.items[i];
        if (!task->id.n || !leads_to(task, id))
            continue;
        if (count < SHOWN) {
            buffer_text(out, count ? " " : " (");
            view_id(out, task->id);
        } else if (count == SHOWN) {
            buffer_text(out, stepper->ascii ? " ..." : " \xe2\x80\xa6");
        }
        count++;
    }
    buffer_text(out, count ? ")" : "");
}

static void add_future(const Stepper *stepper, Id id, bool nested, Buffer *out)
{
    const StateFuture *future = state_future(stepper->state, id);
    const StateTimer *timer = timer_of(stepper->state, id);
    const char *kind = future && future->kind ? future->kind : "plain";
    if (strcmp(kind, "sleep") == 0 && timer) {
        int64_t us = state_timer_delay(stepper->state, timer);
        Small when = small_clock(timer->when_us);
        if (nested || us < 0)
            ADD(stepper, out, step_sleep_until, when.text);
        else
            ADD(stepper, out, step_sleep_for, small_span(us, stepper->recording->real).text, when.text);
        return;
    }
    if (strcmp(kind, "plain") != 0)
        buffer_format(out, "%s ", kind);
    view_id(out, future && future->of.n ? future->of : id);
    const StateSync *sync = future && future->of.n ? state_sync(stepper->state, future->of) : NULL;
    const char *holder = sync && sync->value ? strstr(sync->value, " by T") : NULL;
    if (holder)
        buffer_format(out, " (%s)", holder + strlen(" by "));
    add_sources(stepper, id, out);
}

static void add_waits_on(const Stepper *stepper, const StateTask *task, Buffer *out)
{
    Id seen[LINKS_MAX + 1] = { task->id };
    int count = 1;
    for (; task && task->state == TASK_STATE_WAITING && task->waits_on.n; count++) {
        buffer_text(out, arrow(stepper));
        for (int i = 0; i < count; i++)
            if (id_same(seen[i], task->waits_on)) {
                view_id(out, task->waits_on);
                buffer_text(out, " ");
                ADD(stepper, out, step_cycle, "");
                return;
            }
        if (count > LINKS_MAX) {
            buffer_text(out, stepper->ascii ? "..." : "\xe2\x80\xa6");
            return;
        }
        seen[count] = task->waits_on;
        if (task->waits_on.letter != 'T') {
            add_future(stepper, task->waits_on, count > 1, out);
            return;
        }
        view_id(out, task->waits_on);
        task = state_task(stepper->state, task->waits_on);
        if (task) {
            buffer_text(out, " ");
            add_chain(stepper, task, false, out);
            if (task->state != TASK_STATE_WAITING)
                buffer_format(out, " %s", view_state(stepper, task));
        }
    }
}

void view_task_where(const Stepper *stepper, const StateTask *task, Buffer *out)
{
    Small since = small_number(task->since), round = small_number(task->since_round);
    switch (task->state) {
    case TASK_STATE_WAITING:
        add_chain(stepper, task, true, out);
        add_waits_on(stepper, task, out);
        break;
    case TASK_STATE_READY:
        if (task->started) {
            add_chain(stepper, task, true, out);
            buffer_text(out, ", ");
            ADD(stepper, out, step_since, since.text, round.text);
        } else {
            ADD(stepper, out, step_not_started, since.text, round.text);
        }
        break;
    case TASK_STATE_RUNNING: add_chain(stepper, task, true, out); break;
    case TASK_STATE_DONE: ADD(stepper, out, step_result, task->value ? task->value : "None"); break;
    case TASK_STATE_FAILED: buffer_text(out, task->value ? task->value : ""); break;
    case TASK_STATE_CANCELLED: break;
    }
}

void view_locals(const Stepper *stepper, const FrameView *frame, Buffer *out)
{
    for (uint32_t i = 0; i < frame->local_count; i++)
        buffer_format(out, "%s%s=%s", i ? " " : "", frame->locals[i].name, frame->locals[i].value);
}

/* --- lines after a move -------------------------------------------------------------------------------------------- */

static void add_source(const Stepper *stepper, TracePlace at, Buffer *out)
{
    size_t length = 0;
    const char *line = at.line ? recording_line(stepper->recording, at.file, at.line, &length) : NULL;
    while (length && (*line == ' ' || *line == '\t'))
        line++, length--;
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\r'))
        length--;
    if (length)
        buffer_text(out, "  ");
    buffer_cut(out, line, length, 200);
}

void view_stop(const Stepper *stepper, Buffer *out)
{
    static const Message words[] = { MSG_word_ready, MSG_word_running, MSG_word_waiting, MSG_word_done, MSG_word_failed,
                                     MSG_word_cancelled };
    const TraceEvent *event = stepper_at(stepper);
    const State *state = stepper->state;
    buffer_format(out, "#%u", event->index);
    Id id = event_task(state, event);
    const StateTask *task = id.n ? state_task(state, id) : NULL;
    TracePlace at = event_place(state, event);
    if (!at.fn && task && task->state == TASK_STATE_RUNNING)
        at = stepper_place(stepper);
    bool own = event->kind == EV_line || event->kind == EV_call || event->kind == EV_resume || event->kind == EV_leave;
    if (event->by.letter == 'H' && !own)
        at = (TracePlace){ 0 }; /* the loop does it, wherever run() was called */
    if (at.fn && at.line) {
        buffer_text(out, " ");
        view_file(out, stepper->recording, at.file);
        buffer_format(out, ":%u", at.line);
    }
    buffer_text(out, " ");
    if (task) {
        view_id(out, task->id);
        buffer_format(out, " %s %s", task->fn ? task->fn : "?", message_text(words[task->state], stepper->lang));
    } else if (event->by.n) {
        view_id(out, event->by);
        buffer_format(out, " %s", own && at.fn ? at.fn : event_name(event->kind));
    } else if (state->loop_runs) {
        buffer_format(out, "%s  %s", message_text(MSG_word_loop, stepper->lang), event_name(event->kind));
    } else {
        buffer_text(out, at.fn ? at.fn : event_name(event->kind));
    }
    if (own || event_is_stop(event->kind))
        add_source(stepper, at, out);
}

void view_meanwhile(const Stepper *stepper, Id own, uint32_t from, Buffer *out)
{
    const TraceEvent *events = stepper->recording->events.items;
    const State *state = stepper->state;
    if (from == 0 || from > state->next)
        return;
    bool waited = false;
    uint32_t tasks = 0;
    Buffer list = { 0 };
    for (uint32_t i = from - 1; i < state->next; i++) {
        const TraceEvent *e = &events[i];
        waited = waited || (own.n ? (e->kind == EV_task_wait || e->kind == EV_task_yield) && id_same(e->id, own)
                                  : e->kind == EV_loop_start);
        if (i < from || e->kind != EV_task_step || id_same(e->id, own))
            continue;
        bool first = true;
        uint32_t steps = 0;
        for (uint32_t k = from; k < state->next && first; k++)
            if (events[k].kind == EV_task_step && id_same(events[k].id, e->id)) {
                first = k >= i;
                steps++;
                if (k == i)
                    break;
            }
        if (!first || !steps)
            continue;
        for (uint32_t k = i + 1; k < state->next; k++)
            steps += events[k].kind == EV_task_step && id_same(events[k].id, e->id);
        if (++tasks > 6)
            continue;
        buffer_text(&list, list.length ? message_text(MSG_step_comma, stepper->lang) : "");
        if (steps == 1)
            ADD(stepper, &list, step_ran_once, small_id(e->id).text);
        else
            ADD(stepper, &list, step_ran, small_id(e->id).text, small_number(steps).text);
    }
    if (tasks > 6)
        buffer_format(&list, " +%u", tasks - 6);
    int64_t passed = state->clock_us - events[from - 1].t_us;
    if (passed > 0) {
        buffer_text(&list, list.length ? message_text(MSG_step_comma, stepper->lang) : "");
        ADD(stepper, &list, step_clock_passed, small_clock(passed).text);
    }
    if (waited && list.length) {
        if (own.n)
            ADD(stepper, out, step_while_waited, small_id(own).text, buffer_string(&list));
        else
            ADD(stepper, out, step_while_loop, buffer_string(&list));
    }
    buffer_free(&list);
}
