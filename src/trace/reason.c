/* reason.c - the lines below the stepper's panes: why this happened, and what comes next. */
#include "trace/sentence.h"

#include "trace/small.h"
#include "trace/sum.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Glue becomes a blank; the subject is put before a sentence that has none; it begins with a capital. */
static size_t finish(Sentence *s, char *out, size_t size)
{
    if (s->length == 0 || size == 0) {
        if (size)
            out[0] = 0;
        return 0;
    }
    char text[NARRATE_MAX];
    memcpy(text, s->out, s->length + 1);
    const char *who = s->own ? "" : sentence_subject(s);
    /* 事件循环 and the like need no blank before a Chinese sentence */
    bool blank = *who && (s->lang == LANG_EN || (unsigned char)who[strlen(who) - 1] < 0x80);
    int length = snprintf(out, size, "%s%s%s", who, blank ? " " : "", text);
    size_t used = length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1;
    while (used < (size_t)length && used > 0 && ((unsigned char)out[used] & 0xC0) == 0x80)
        used--; /* cut: not inside a code point */
    out[used] = 0;
    for (size_t i = 0; i < used; i++) {
        if (out[i] == SENTENCE_GLUE)
            out[i] = ' ';
    }
    bool small = s->named && strncmp(text, "callback ", 9) != 0 && strncmp(text, "greenlet ", 9) != 0 &&
                 strncmp(text, "the ", 4) != 0;
    if (!small && used > 1 && islower((unsigned char)out[0]) && (isalpha((unsigned char)out[1]) || out[1] == ' '))
        out[0] = (char)toupper((unsigned char)out[0]);
    return used;
}

size_t narrate_sentence(const State *after, const TraceEvent *event, Lang lang, char *out, size_t size)
{
    Sentence s;
    char text[NARRATE_MAX];
    sentence_begin(&s, after, event, lang, text, sizeof text);
    sentence_tell(&s);
    return finish(&s, out, size);
}

/* "sleep(0.2)": how long a sleep was asked for, from the timer that was set for it. */
static bool arms_future(const TraceEvent *e, Id fut)
{
    return e->kind == EV_timer && id_same(e->id2, fut);
}

static const char *sleep_call(Sentence *s, Id fut)
{
    const TraceEvent *timer = sentence_find(s->state->recording, s->event->index, arms_future, fut);
    if (!timer)
        return sentence_name(s, fut);
    char text[80];
    snprintf(text, sizeof text, "sleep(%s)", small_span(timer->number - timer->t_us, s->state->recording->real).text);
    return sentence_value(s, text);
}

/* What happened between the line before, of whoever runs, and this one. */
typedef struct Between {
    const TraceEvent *before;    /* the event right before                                                 */
    const TraceEvent *line;      /* the line before                                                        */
    const TraceEvent *yielded;   /* the generator that handed out a value: the innermost one                  */
    const TraceEvent *returned;
    const TraceEvent *resumed, *resumed_by_switch;
    const TraceEvent *made;      /* a coroutine or generator, when nothing of it has run                       */
    Id tasks[SENTENCE_SEVERAL];  /* those made                                                             */
    uint32_t task_count;
} Between;

static void look_at(Between *b, const TraceEvent *e, Id greenlet)
{
    switch (e->kind) {
    case EV_leave:
        if (sentence_word(e->word, "yield"))
            b->yielded = e;
        else if (sentence_word(e->word, "return"))
            b->returned = b->returned ? b->returned : e;
        break;
    case EV_resume: b->resumed = b->resumed ? b->resumed : e; break;
    case EV_switch:
        if (!b->resumed_by_switch && id_same(e->id2, greenlet))
            b->resumed_by_switch = e;
        break;
    case EV_co_new:
    case EV_gen_new: b->made = b->made ? b->made : e; break;
    case EV_task_new:
        if (b->task_count < SENTENCE_SEVERAL)
            b->tasks[b->task_count++] = e->id;
        break;
    default: break;
    }
}

static Between look_between(const Sentence *s)
{
    enum { FAR = 60 };
    const Recording *recording = s->state->recording;
    uint32_t here = s->event->index;
    Between b = { .before = here > 0 ? &recording->events.items[here - 1] : NULL };
    for (uint32_t i = here; i > 0 && here - i < FAR; i--) {
        const TraceEvent *e = &recording->events.items[i - 1];
        if (e->kind == EV_line || e->kind == EV_task_step || e->kind == EV_task_done) {
            b.line = e->kind == EV_line ? e : NULL;
            break;
        }
        look_at(&b, e, s->state->greenlet);
    }
    for (uint32_t i = 0; i < b.task_count / 2; i++) { /* found from the end */
        Id id = b.tasks[i];
        b.tasks[i] = b.tasks[b.task_count - 1 - i];
        b.tasks[b.task_count - 1 - i] = id;
    }
    return b;
}

/* The function of a frame as it was written; NULL for a module, a lambda and their like. */
static const char *frame_fn(Sentence *s, const StateFrame *frame)
{
    return frame && frame->fn && frame->fn[0] != '<' ? sentence_value(s, frame->fn) : NULL;
}

static bool calls_frame(const TraceEvent *e, Id frame)
{
    return e->kind == EV_call && id_same(e->id, frame);
}

static bool is_class_body(const Sentence *s, Id frame)
{
    const TraceEvent *call = sentence_find(s->state->recording, s->event->index, calls_frame, frame);
    TracePlace at = { .line = call ? (uint32_t)call->number : 0, .file = call ? call->at.file : 0 };
    size_t length = 0;
    const char *line = at.line ? recording_line(s->state->recording, at.file, at.line, &length) : NULL;
    while (line && length > 0 && (*line == ' ' || *line == '\t'))
        line++, length--;
    return line && length > 6 && memcmp(line, "class ", 6) == 0;
}

static bool tell_switched(Sentence *s, const Between *b, const char *who, const char *line)
{
    const TraceEvent *to = b->resumed_by_switch;
    const char *from = to ? sentence_id(s, to->id) : NULL;
    if (!to)
        return false;
    if (sentence_word(to->word, "return"))
        SENTENCE_OWN(s, why_green_back, who, from, line);
    else if (b->before->kind == EV_call)
        SENTENCE_OWN(s, why_green_start, who, from, line);
    else
        SENTENCE_OWN(s, why_green_on, who, from, line);
    return true;
}

/* What the line before has made: it has not run. */
static bool tell_made(Sentence *s, const Between *b, const char *who, const char *line)
{
    if (b->task_count == 1)
        SENTENCE_OWN(s, why_task, who, sentence_id(s, b->tasks[0]), line);
    else if (b->task_count > 1)
        SENTENCE_OWN(s, why_tasks, who, sentence_list(s, b->tasks, b->task_count), line);
    else if (b->made && b->made->fn && b->made->fn[0] != '<' && b->made->at.line)
        SENTENCE_OWN(s, why_made, who, sentence_id(s, b->made->id), line, sentence_value(s, b->made->fn));
    return s->length > 0;
}

/* How a line comes after what was before it: entered, come back to, reached by an exception, or simply the next. */
static void tell_line(Sentence *s)
{
    const TraceEvent *e = s->event;
    const Between b = look_between(s);
    const StateFrame *frame = state_frame(s->state, e->id);
    TracePlace at = { .line = (uint32_t)e->number, .file = frame ? frame->file : 0 };
    const char *line = sentence_place(s, at), *who = sentence_subject(s), *fn = frame_fn(s, frame);
    const char *yielder = b.yielded ? frame_fn(s, state_frame(s->state, b.yielded->id)) : NULL;
    const char *returner = b.returned ? frame_fn(s, state_frame(s->state, b.returned->id)) : NULL;
    bool called = b.before && b.before->kind == EV_call && id_same(b.before->id, e->id);
    bool raised = b.before && (b.before->kind == EV_raise ||
                               (b.before->kind == EV_leave && sentence_word(b.before->word, "raise")));
    if (tell_switched(s, &b, who, line))
        return;
    if (called && fn && is_class_body(s, e->id))
        SENTENCE_OWN(s, why_class, who, fn, line);
    else if (called && fn)
        SENTENCE_OWN(s, why_enter, who, fn, line);
    else if (called)
        SENTENCE_OWN(s, why_begin, who, line);
    else if (raised)
        SENTENCE_OWN(s, why_raised, who, line);
    else if (b.resumed && id_same(b.resumed->id, e->id) && fn && frame->of.letter == 'Y')
        SENTENCE_OWN(s, why_resumed, who, fn, line);
    else if (yielder)
        SENTENCE_OWN(s, why_yielded, who, yielder, line, sentence_value(s, b.yielded->value));
    else if (returner && is_class_body(s, b.returned->id))
        SENTENCE_OWN(s, why_class_made, who, returner, line);
    else if (returner)
        SENTENCE_OWN(s, why_return, who, returner, line);
    else if (!tell_made(s, &b, who, line)) {
        if (b.line && id_same(b.line->id, e->id) && b.line->number == e->number)
            SENTENCE_OWN(s, why_again, who, line);
        else
            SENTENCE_OWN(s, why_line, who, line);
    }
}

static const char *script_name(Sentence *s)
{
    const Recording *recording = s->state->recording;
    const char *name = recording->files.count ? recording->files.items[0].name : "?", *slash = strrchr(name, '/');
    return sentence_value(s, slash && slash[1] ? slash + 1 : name);
}

static void tell_reason(Sentence *s)
{
    const TraceEvent *e = s->event;
    if (e->kind == EV_task_wait && e->id2.n) {
        const char *task = sentence_id(s, e->id), *at = sentence_place(s, sentence_tip(e));
        const StateFuture *future = e->id2.letter == 'F' ? state_future(s->state, e->id2) : NULL;
        if (sentence_fut_is(future, "sleep")) {
            SENTENCE_OWN(s, why_sleep, task, at, sleep_call(s, e->id2));
            return;
        }
        if (!future || (!future->of.n && !sentence_fut_is(future, "gather") &&
                        !sentence_is_inner(s->state->recording, future))) {
            SENTENCE_OWN(s, why_wait, task, at, sentence_name(s, e->id2));
            return;
        }
    } else if (e->kind == EV_line) {
        tell_line(s);
        return;
    } else if (e->kind == EV_begin) {
        SENTENCE_OWN(s, why_start, script_name(s));
        return;
    }
    sentence_tell(s);
}

size_t narrate_reason(const State *after, const TraceEvent *event, Lang lang, char *out, size_t size)
{
    Sentence s;
    char text[NARRATE_MAX];
    sentence_begin(&s, after, event, lang, text, sizeof text);
    tell_reason(&s);
    return finish(&s, out, size);
}

/* --- what comes next ------------------------------------------------------------------------------------- */

static bool is_pick(const TraceEvent *e, Id any)
{
    return e->kind == EV_pick;
}

static bool starts_loop(const TraceEvent *e, Id any)
{
    return e->kind == EV_loop_start;
}

static bool steps_by_handle(const TraceEvent *e, Id h)
{
    return e->kind == EV_task_step && id_same(e->id2, h);
}

/* "callback H3", "timer H5", "H7". */
static const char *handle_name(Sentence *s, Id h)
{
    const Recording *recording = s->state->recording;
    if (sentence_is_callback(recording, s->state->next, h))
        return sentence_name(s, h);
    const TraceEvent *made = sentence_origin(recording, s->state->next, h);
    return made && made->kind == EV_timer ? sentence_part(s, MSG_narrate_timer_name, sentence_id(s, h), NULL)
                                          : sentence_id(s, h);
}

/* Who the handle of a pick was: its task, else the callback. */
static const char *picked_name(Sentence *s, const TraceEvent *pick)
{
    const Recording *recording = s->state->recording;
    for (uint32_t i = pick->index + 1; i < recording->events.count && i < pick->index + 3; i++) {
        if (steps_by_handle(&recording->events.items[i], pick->id))
            return sentence_id(s, recording->events.items[i].id);
    }
    return handle_name(s, pick->id);
}

/* The task made of the main coroutine of the loop that runs, once it may have ended; NULL: none. */
static const StateTask *main_task(const State *state)
{
    bool any = false; /* nobody has made it; while none like that has ended, the search is spared */
    for (uint32_t i = 0; i < state->tasks.count && !any; i++)
        any = !state->tasks.items[i].parent.n && state->tasks.items[i].state >= TASK_STATE_DONE;
    const TraceEvent *start = any ? sentence_find(state->recording, state->next, starts_loop, (Id){ 0 }) : NULL;
    for (uint32_t i = 0; start && start->id.n && i < state->tasks.count; i++) {
        if (id_same(state->tasks.items[i].co, start->id))
            return &state->tasks.items[i];
    }
    return NULL;
}

static void tell_next_ready(Sentence *s, const StateReady *first)
{
    const State *state = s->state;
    const TraceEvent *pick = sentence_find(state->recording, state->next, is_pick, (Id){ 0 });
    const char *who = first->task.n ? sentence_id(s, first->task)
                                        : handle_name(s, first->h);
    if (state->recording->shuffled && state->ready.count > 1)
        SENTENCE_OWN(s, next_shuffled, sentence_number(s, state->ready.count));
    else if (pick && first->since < pick->index)
        SENTENCE_OWN(s, next_first, who, picked_name(s, pick));
    else
        SENTENCE_OWN(s, next_alone, who, sentence_number(s, first->since));
}

static bool is_ready_of(const TraceEvent *e, Id h)
{
    return e->kind == EV_ready && id_same(e->id, h);
}

/* A handle was taken from the queue and has not begun. */
static void tell_next_picked(Sentence *s)
{
    const State *state = s->state;
    const TraceEvent *ready = sentence_find(state->recording, state->next, is_ready_of, state->running);
    Id task = ready ? ready->id2 : (Id){ 0 };
    SENTENCE_OWN(s, next_picked, task.n ? sentence_id(s, task) : sentence_id(s, state->running));
}

static bool is_unfinished(const State *state) /* some task */
{
    for (uint32_t i = 0; i < state->tasks.count; i++)
        if (state->tasks.items[i].id.n && state->tasks.items[i].state < TASK_STATE_DONE)
            return true;
    return false;
}

/* Who waits for what has just come to its end: it is the next to be made ready. */
static bool tell_next_woken(Sentence *s)
{
    const TraceEvent *e = s->event;
    const StateFuture *future = e && e->kind == EV_fut_set ? state_future(s->state, e->id) : NULL;
    const StateTask *task = e && e->kind == EV_task_done ? state_task(s->state, e->id) : NULL;
    const StateCallbacks *waiters = future ? &future->callbacks : task ? &task->callbacks : NULL;
    Id woken[SENTENCE_SEVERAL];
    uint32_t count = 0;
    for (uint32_t i = 0; waiters && i < waiters->count && count < SENTENCE_SEVERAL; i++) {
        if (waiters->items[i].task.n)
            woken[count++] = waiters->items[i].task;
    }
    if (count == 1)
        SENTENCE_OWN(s, next_woken, sentence_id(s, woken[0]), sentence_name(s, e->id));
    else if (count > 1)
        SENTENCE_OWN(s, next_woken_many, sentence_list(s, woken, count), sentence_name(s, e->id));
    return count > 0;
}

static void tell_next(Sentence *s)
{
    const State *state = s->state;
    const StateTask *task = state->task.n ? state_task(state, state->task) : NULL;
    const StateTask *first_task = NULL;
    const StateReady *first = NULL;
    for (uint32_t i = 0; i < state->ready.count && !first; i++) {
        if (!state->ready.items[i].cancelled)
            first = &state->ready.items[i];
    }
    if (s->event && s->event->kind == EV_begin) {
        SENTENCE_OWN(s, next_start, script_name(s));
        return;
    }
    if (tell_next_woken(s))
        return;
    if (s->event && s->event->kind == EV_report && sentence_word(s->event->word, "A07")) {
        SENTENCE_OWN(s, next_deadlock);
        return;
    }
    if (!state->loop_runs && state->greenlet.n)
        SENTENCE_OWN(s, next_green, sentence_id(s, state->greenlet));
    else if (!state->loop_runs)
        SENTENCE_OWN(s, next_program);
    else if (task && task->state == TASK_STATE_RUNNING)
        SENTENCE_OWN(s, next_runs, sentence_id(s, task->id));
    else if (state->running.n && s->event && s->event->kind == EV_pick)
        tell_next_picked(s);
    else if (state->running.n && sentence_is_callback(state->recording, state->next, state->running))
        SENTENCE_OWN(s, next_callback, sentence_name(s, state->running));
    else if (state->running.n && !first && !sentence_find(state->recording, state->next, steps_by_handle, state->running))
        SENTENCE_OWN(s, next_handle, handle_name(s, state->running));
    else if ((first_task = main_task(state)) != NULL && first_task->state >= TASK_STATE_DONE)
        SENTENCE_OWN(s, next_stop, sentence_id(s, first_task->id));
    else if (first)
        tell_next_ready(s, first);
    else if (state->timers.count && state->timers.items[0].when_us <= state->clock_us)
        SENTENCE_OWN(s, next_due, sentence_id(s, state->timers.items[0].h));
    else if (state->timers.count)
        SENTENCE_OWN(s, next_timer, sentence_time(s, state->timers.items[0].when_us));
    else if (s->event && s->event->kind == EV_wait && s->event->number3 > 0)
        SENTENCE_OWN(s, next_io);
    else if (is_unfinished(state))
        SENTENCE_OWN(s, next_stuck);
    else
        SENTENCE_OWN(s, next_nothing);
}

size_t narrate_next(const State *state, Lang lang, char *out, size_t size)
{
    Sentence s;
    char text[NARRATE_MAX];
    const Recording *recording = state->recording;
    const TraceEvent *last = state->next && state->next <= recording->events.count
                                 ? &recording->events.items[state->next - 1] : NULL;
    if (size)
        out[0] = 0;
    if (last && last->kind == EV_end)
        return sum_of_recording(recording, lang, out, size);
    if (!last || last->kind == EV_gap)
        return 0;
    sentence_begin(&s, state, last, lang, text, sizeof text);
    tell_next(&s);
    s.own = true;
    size_t used = finish(&s, out, size);
    if (lang == LANG_EN && used)
        out[0] = (char)tolower((unsigned char)out[0]);
    return used;
}
