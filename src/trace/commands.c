/* commands.c - what can be typed at the prompt `(trace)`: one table, looked up by name or short name. */
#include "trace/stepper_internal.h"

#include "base/platform.h"
#include "trace/chrome.h"
#include "trace/html.h"
#include "trace/save.h"
#include "trace/why.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef CommandEffect (*CommandFn)(Stepper *stepper, char *arguments);

typedef struct Command {
    const char *name, *shorts; /* shorts: words with blanks between                                          */
    const char *usage;
    CommandFn run;
    Message help;
    bool moves;              /* Enter does it again                                                        */
} Command;

void say(Stepper *stepper, Message message, int count, const char *const *args)
{
    char text[1400];
    size_t length = message_format(text, sizeof text, stepper->lang, message, count, args);
    buffer_add(&stepper->text, text, length);
    buffer_text(&stepper->text, "\n");
}

/* --- arguments ---------------------------------------------------------------------------------------------------- */

bool parse_time(const char *text, int64_t *us)
{
    char *end;
    double seconds = strtod(text, &end);
    if (end == text || !(isdigit((unsigned char)*text) || *text == '.') || seconds > 1e12)
        return false;
    if (strcmp(end, "ms") == 0)
        seconds /= 1000;
    else if (strcmp(end, "s") != 0 && strcmp(end, " s") != 0 && *end)
        return false;
    *us = (int64_t)(seconds * 1e6 + 0.5);
    return true;
}

static bool is_time(const char *text)
{
    int64_t us;
    return parse_time(text, &us) && (strchr(text, 's') || strchr(text, '.'));
}

static bool parse_number(const char *text, uint32_t *number)
{
    char *end;
    if (!isdigit((unsigned char)*text))
        return false;
    unsigned long long n = strtoull(text, &end, 10);
    *number = n > 1000000000 ? 1000000000 : (uint32_t)n;
    return *end == 0;
}

/* How often; nothing typed: once. false: said why not. */
static bool take_count(Stepper *stepper, const char *text, uint32_t *count)
{
    *count = 1;
    if (*text == 0 || (parse_number(text, count) && *count > 0))
        return true;
    SAY(stepper, step_wants_number, text);
    return false;
}

/* "T2" or "2"; nothing: the selected task. false: said why not. */
static bool take_task(Stepper *stepper, const char *text, Id *task)
{
    uint32_t n;
    *task = stepper->task;
    if (*text == 0)
        return true;
    if (parse_number(*text == 'T' || *text == 't' ? text + 1 : text, &n) && state_task(stepper->state, ID('T', n))) {
        *task = ID('T', n);
        return true;
    }
    SAY(stepper, step_no_task, text);
    return false;
}

/* --- moving forward ----------------------------------------------------------------------------------------------- */

static void remember(Stepper *stepper)
{
    if (vec_reserve(&stepper->moves, 1))
        stepper->moves.items[stepper->moves.count++] = stepper->state->next;
}

static CommandEffect move(Stepper *stepper, Goal goal)
{
    if (stepper->ended && stepper->state->next >= stepper->recording->events.count) {
        SAY(stepper, step_at_end, "");
        stepper->playing = false;
        return COMMAND_STAYS;
    }
    FrameView frames[FRAMES_MAX];
    size_t count = stepper_frames(stepper, frames);
    goal.task = stepper->task;
    goal.frame = count ? frames[count - 1].frame : (Id){ 0 };
    stepper->goal = goal;
    remember(stepper);
    return COMMAND_MOVES;
}

static CommandEffect move_counted(Stepper *stepper, const char *arguments, GoalKind kind)
{
    Goal goal = { .kind = kind };
    return take_count(stepper, arguments, &goal.count) ? move(stepper, goal) : COMMAND_STAYS;
}

static CommandEffect run_step(Stepper *stepper, char *arguments)
{
    return move_counted(stepper, arguments, GOAL_STEP);
}

static CommandEffect run_next(Stepper *stepper, char *arguments)
{
    const StateTask *task = stepper->task.n ? state_task(stepper->state, stepper->task) : NULL;
    bool over = task && task->state >= TASK_STATE_DONE; /* no line of it will come */
    return move_counted(stepper, arguments, over ? GOAL_STEP : GOAL_NEXT);
}

static CommandEffect run_event(Stepper *stepper, char *arguments)
{
    return move_counted(stepper, arguments, GOAL_EVENT);
}

static CommandEffect run_return(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_RETURN });
}

static CommandEffect run_switch(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_SWITCH });
}

static CommandEffect run_round(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_ROUND });
}

static CommandEffect run_continue(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_CONTINUE });
}

static CommandEffect run_until(Stepper *stepper, char *arguments)
{
    Goal goal = { .kind = GOAL_UNTIL_LINE };
    if (*arguments == 0) {
        FrameView frames[FRAMES_MAX];
        size_t count = stepper_frames(stepper, frames);
        goal.line = count ? frames[count - 1].line + 1 : 1;
    } else if (is_time(arguments)) {
        goal.kind = GOAL_UNTIL_TIME;
        parse_time(arguments, &goal.time_us);
    } else if (!parse_number(arguments, &goal.line)) {
        SAY(stepper, step_wants_line_or_time, arguments);
        return COMMAND_STAYS;
    }
    return move(stepper, goal);
}

/* --- moving anywhere ---------------------------------------------------------------------------------------------- */

static CommandEffect jump(Stepper *stepper, uint32_t next)
{
    remember(stepper);
    stepper_jump(stepper, next);
    return COMMAND_STAYS;
}

static CommandEffect run_back(Stepper *stepper, char *arguments)
{
    uint32_t count;
    if (!take_count(stepper, arguments, &count))
        return COMMAND_STAYS;
    if (stepper->moves.count == 0) {
        SAY(stepper, step_no_move, "");
        return COMMAND_STAYS;
    }
    count = count < stepper->moves.count ? count : stepper->moves.count;
    stepper->moves.count -= count;
    stepper_jump(stepper, stepper->moves.items[stepper->moves.count]);
    return COMMAND_STAYS;
}

static CommandEffect at_first(Stepper *stepper)
{
    SAY(stepper, step_at_start, "");
    return COMMAND_STAYS;
}

static CommandEffect run_rstep(Stepper *stepper, char *arguments)
{
    uint32_t count, next = stepper->state->next;
    if (!take_count(stepper, arguments, &count))
        return COMMAND_STAYS;
    for (; count > 0; count--) {
        uint32_t at = next > 0 ? next - 1 : 0;
        while (at > 0 && !event_is_stop(stepper->recording->events.items[at - 1].kind))
            at--;
        if (at == 0)
            break;
        next = at;
    }
    return next == stepper->state->next ? at_first(stepper) : jump(stepper, next);
}

/* Was this the line (or stop point) before, of this task in this frame? Without a State, by events alone. */
static bool is_previous(const Stepper *stepper, const TraceEvent *event, Id frame)
{
    if (stepper->recording->lines && frame.n)
        return event->kind == EV_line && id_same(event->id, frame);
    if (stepper->recording->lines)
        return event->kind == EV_line && id_same(event_task(stepper->state, event), stepper->task);
    return event_is_stop(event->kind) && id_same(event_task(stepper->state, event), stepper->task);
}

static CommandEffect run_rnext(Stepper *stepper, char *arguments)
{
    uint32_t count, next = stepper->state->next;
    if (!take_count(stepper, arguments, &count))
        return COMMAND_STAYS;
    FrameView frames[FRAMES_MAX];
    size_t n = stepper_frames(stepper, frames);
    Id frame = n ? frames[n - 1].frame : (Id){ 0 };
    for (; count > 0; count--) {
        uint32_t at = next > 0 ? next - 1 : 0;
        while (at > 0 && !is_previous(stepper, &stepper->recording->events.items[at - 1], frame)) {
            const TraceEvent *event = &stepper->recording->events.items[--at];
            if (event->kind == EV_call && id_same(event->id, frame))
                frame = (Id){ 0 }; /* before its first line: where it was called */
        }
        if (at == 0)
            break;
        next = at;
        frame = stepper->recording->lines ? stepper->recording->events.items[at - 1].id : frame;
    }
    return next == stepper->state->next ? run_rstep(stepper, "") : jump(stepper, next); /* none: any stop point */
}

static CommandEffect run_rcontinue(Stepper *stepper, char *arguments)
{
    uint32_t next = stepper->state->next, found = 0;
    if (next <= 1)
        return at_first(stepper);
    State *state = stepper->breaks.count ? state_new(stepper->recording) : NULL;
    if (state && state_fold(state))
        breaks_refresh(stepper, state);
    while (state && state->next + 1 < next && state_fold(state))
        if (breaks_check(stepper, state, &stepper->recording->events.items[state->next - 1], NULL))
            found = state->next;
    if (state)
        state_free(state);
    CommandEffect effect = jump(stepper, found ? found : 1);
    if (!found)
        buffer_text(&stepper->note, message_text(MSG_step_no_break_before, stepper->lang));
    return effect;
}

static CommandEffect run_goto(Stepper *stepper, char *arguments)
{
    const Recording *recording = stepper->recording;
    uint32_t count = recording->events.count, index;
    Goal goal = { .kind = GOAL_GOTO };
    char last[24];
    snprintf(last, sizeof last, "%u", count ? count - 1 : 0);
    if (parse_number(*arguments == '#' ? arguments + 1 : arguments, &index)) {
        if (index < count)
            return jump(stepper, index + 1);
        goal.index = index;
        if (stepper->ended) {
            SAY(stepper, step_no_such_event, last);
            return COMMAND_STAYS;
        }
    } else if (is_time(arguments)) {
        goal.kind = GOAL_GOTO_TIME;
        parse_time(arguments, &goal.time_us);
        for (index = 0; index < count; index++)
            if (recording->events.items[index].t_us >= goal.time_us)
                return jump(stepper, index + 1);
        if (stepper->ended) {
            SAY(stepper, step_no_such_time, arguments);
            return COMMAND_STAYS;
        }
    } else {
        SAY(stepper, step_wants_event_or_time, arguments);
        return COMMAND_STAYS;
    }
    jump(stepper, count);
    stepper->moves.count -= stepper->moves.count > 0; /* move() remembers once more */
    return move(stepper, goal);
}

static CommandEffect run_start(Stepper *stepper, char *arguments)
{
    return jump(stepper, stepper->recording->events.count ? 1 : 0);
}

static CommandEffect run_end(Stepper *stepper, char *arguments)
{
    return jump(stepper, stepper->recording->events.count);
}

/* --- breakpoints -------------------------------------------------------------------------------------------------- */

static CommandEffect run_break(Stepper *stepper, char *arguments)
{
    breaks_add(stepper, arguments, false);
    return COMMAND_STAYS;
}

static CommandEffect run_tbreak(Stepper *stepper, char *arguments)
{
    breaks_add(stepper, arguments, true);
    return COMMAND_STAYS;
}

static CommandEffect run_breaks(Stepper *stepper, char *arguments)
{
    breaks_list(stepper);
    return COMMAND_STAYS;
}

static CommandEffect run_clear(Stepper *stepper, char *arguments)
{
    uint32_t number;
    if (*arguments == 0) {
        while (stepper->breaks.count)
            breaks_clear(stepper, &stepper->breaks.items[stepper->breaks.count - 1]);
        SAY(stepper, step_cleared_all, "");
        return COMMAND_STAYS;
    }
    for (uint32_t i = 0; parse_number(arguments, &number) && i < stepper->breaks.count; i++)
        if (stepper->breaks.items[i].number == number) {
            breaks_clear(stepper, &stepper->breaks.items[i]);
            SAY(stepper, step_cleared, arguments);
            return COMMAND_STAYS;
        }
    SAY(stepper, step_no_break, arguments);
    return COMMAND_STAYS;
}

static CommandEffect run_watch(Stepper *stepper, char *arguments)
{
    if (*arguments == 0)
        SAY(stepper, step_wants_expr, "watch");
    else
        breaks_watch(stepper, arguments);
    return COMMAND_STAYS;
}

/* --- panes in full -------------------------------------------------------------------------------------------------- */

/* Does the quiz keep it back? Says so. */
static bool is_hidden(Stepper *stepper, bool tasks)
{
    if (!asking_hides(stepper, tasks))
        return false;
    say(stepper, asking_hidden(stepper), 0, NULL);
    return true;
}

static void pad(Buffer *out, const char *text, size_t width)
{
    size_t used = buffer_width(text, strlen(text));
    buffer_text(out, text);
    buffer_repeat(out, " ", width > used ? width - used : 0);
}

static void pad_id(Buffer *out, Id id)
{
    Buffer text = { 0 };
    view_id(&text, id);
    pad(out, buffer_string(&text), 2);
    buffer_free(&text);
}

static CommandEffect run_tasks(Stepper *stepper, char *arguments)
{
    if (is_hidden(stepper, true))
        return COMMAND_STAYS;
    bool all = strcmp(arguments, "-a") == 0;
    const TraceEvent *event = stepper_at(stepper);
    Id own = event ? event_task(stepper->state, event) : (Id){ 0 };
    Buffer *out = &stepper->text;
    if (*arguments && !all) {
        SAY(stepper, step_usage, "tasks [-a]");
        return COMMAND_STAYS;
    }
    size_t width = view_name_width(stepper);
    for (uint32_t i = 0; i < stepper->state->tasks.count; i++) {
        const StateTask *task = &stepper->state->tasks.items[i];
        if (!task->id.n || (!all && task->state >= TASK_STATE_DONE))
            continue;
        buffer_text(out, own.n && id_same(own, task->id) ? "* " : "  ");
        pad_id(out, task->id);
        buffer_text(out, " ");
        pad(out, task->fn ? task->fn : "?", width);
        buffer_text(out, " ");
        pad(out, view_state(stepper, task), 9);
        buffer_text(out, " ");
        view_task_where(stepper, task, out);
        FrameView frames[FRAMES_MAX];
        size_t count = task->state < TASK_STATE_DONE ? frames_of(stepper->state, task->id, frames) : 0;
        if (count && frames[count - 1].local_count) {
            buffer_text(out, "  ");
            view_locals(stepper, &frames[count - 1], out);
        }
        buffer_text(out, "\n");
    }
    static const char kinds[] = { 'G', 'Y' };
    for (int k = 0; k < 2; k++) {
        uint32_t count = kinds[k] == 'G' ? stepper->state->greenlets.count : stepper->state->generators.count;
        for (uint32_t i = 0; i < count; i++) {
            const StateCoro *coro = kinds[k] == 'G' ? &stepper->state->greenlets.items[i] : &stepper->state->generators.items[i];
            bool over = coro->state == CORO_DONE || coro->state == CORO_DROPPED;
            if (!coro->id.n || (over && !all))
                continue;
            static const Message words[] = { MSG_step_not_begun, MSG_word_suspended, MSG_word_running, MSG_word_done, MSG_word_done };
            buffer_text(out, "  ");
            pad_id(out, coro->id);
            buffer_text(out, " ");
            pad(out, coro->fn ? coro->fn : "?", width);
            buffer_text(out, " ");
            buffer_text(out, message_text(words[coro->state], stepper->lang));
            if (coro->chain_count)
                buffer_format(out, " %s:%u", coro->chain[coro->chain_count - 1].at.fn, coro->chain[coro->chain_count - 1].at.line);
            else if (state_frame(stepper->state, coro->frame))
                buffer_format(out, " %s:%u", coro->fn ? coro->fn : "?", state_frame(stepper->state, coro->frame)->line);
            if (coro->state == CORO_SUSPENDED)
                buffer_format(out, ", %s", message_text(kinds[k] == 'G' ? MSG_step_by_switch : MSG_step_by_next, stepper->lang));
            buffer_text(out, "\n");
        }
    }
    if (out->length == 0)
        SAY(stepper, step_no_tasks, "");
    return COMMAND_STAYS;
}

static CommandEffect run_ready(Stepper *stepper, char *arguments)
{
    if (is_hidden(stepper, false))
        return COMMAND_STAYS;
    for (uint32_t i = 0; i < stepper->state->ready.count; i++) {
        view_ready(stepper, i, &stepper->text);
        if (stepper->state->ready.items[i].task.n) {
            buffer_text(&stepper->text, "  ");
            view_id(&stepper->text, stepper->state->ready.items[i].h);
        }
        buffer_format(&stepper->text, "  #%u\n", stepper->state->ready.items[i].since);
    }
    if (stepper->state->ready.count == 0)
        SAY(stepper, step_ready_empty, "");
    return COMMAND_STAYS;
}

static CommandEffect run_timers(Stepper *stepper, char *arguments)
{
    if (is_hidden(stepper, false))
        return COMMAND_STAYS;
    for (uint32_t i = 0; i < stepper->state->timers.count; i++) {
        const StateTimer *timer = &stepper->state->timers.items[i];
        view_timer(stepper, i, &stepper->text);
        if (timer->fut.n) {
            buffer_text(&stepper->text, "  ");
            view_id(&stepper->text, timer->h);
        }
        if (timer->at.line)
            buffer_format(&stepper->text, "  %s:%u", timer->at.fn ? timer->at.fn : "?", timer->at.line);
        buffer_text(&stepper->text, "\n");
    }
    if (stepper->state->timers.count == 0)
        SAY(stepper, step_timers_empty, "");
    return COMMAND_STAYS;
}

static CommandEffect run_output(Stepper *stepper, char *arguments)
{
    const State *state = stepper->state;
    bool open = false;
    for (uint32_t i = 0; i < state->output.count; i++) {
        const StateOutput *piece = &state->output.items[i];
        for (const char *p = piece->text, *end = p + piece->length; p < end;) {
            if (!open) {
                pad_id(&stepper->text, piece->by);
                buffer_text(&stepper->text, stepper->ascii ? "| " : "\xe2\x94\x82 ");
            }
            const char *newline = memchr(p, '\n', (size_t)(end - p));
            const char *stop = newline ? newline : end;
            buffer_add(&stepper->text, p, (size_t)(stop - p));
            open = newline == NULL && piece->fd != 0;
            if (!open)
                buffer_text(&stepper->text, "\n");
            p = newline ? newline + 1 : end;
        }
    }
    if (open)
        buffer_text(&stepper->text, "\n");
    if (state->output.count == 0)
        SAY(stepper, step_no_output, "");
    return COMMAND_STAYS;
}

/* --- frames --------------------------------------------------------------------------------------------------------- */

static void add_frame(Stepper *stepper, const FrameView *frame, const char *mark)
{
    Buffer *out = &stepper->text;
    size_t length = 0;
    const char *line = frame->line ? recording_line(stepper->recording, frame->file, frame->line, &length) : NULL;
    while (length && (*line == ' ' || *line == '\t'))
        line++, length--;
    buffer_text(out, mark);
    view_file(out, stepper->recording, frame->file);
    buffer_format(out, ":%u %s", frame->line, frame->fn ? frame->fn : "?");
    buffer_text(out, length ? "  " : "");
    buffer_cut(out, line, length, 200);
    buffer_text(out, "\n");
}

static void add_task_title(Stepper *stepper, const StateTask *task)
{
    view_id(&stepper->text, task->id);
    buffer_format(&stepper->text, " %s  %s  ", task->fn ? task->fn : "?", view_state(stepper, task));
    if (task->state != TASK_STATE_WAITING && (task->state != TASK_STATE_READY || !task->started))
        view_task_where(stepper, task, &stepper->text);
    while (stepper->text.length && stepper->text.bytes[stepper->text.length - 1] == ' ')
        stepper->text.bytes[--stepper->text.length] = 0;
    buffer_text(&stepper->text, "\n");
}

static void add_frames(Stepper *stepper, Id task)
{
    FrameView frames[FRAMES_MAX];
    size_t count = frames_of(stepper->state, task, frames);
    for (size_t i = 0; i < count; i++)
        add_frame(stepper, &frames[i], "  ");
}

static CommandEffect run_stack(Stepper *stepper, char *arguments)
{
    if (is_hidden(stepper, true))
        return COMMAND_STAYS;
    enum { DEPTH = 20 };
    Id id, seen[DEPTH];
    if (!take_task(stepper, arguments, &id))
        return COMMAND_STAYS;
    if (!id.n)
        add_frames(stepper, id);
    for (int depth = 0; depth < DEPTH && id.letter == 'T' && id.n; depth++) {
        const StateTask *task = state_task(stepper->state, id);
        bool cycle = false;
        for (int i = 0; i < depth; i++)
            cycle = cycle || id_same(seen[i], id);
        if (!task)
            break;
        seen[depth] = id;
        if (depth)
            buffer_text(&stepper->text, stepper->ascii ? "-> " : "\xe2\x86\x92 ");
        if (cycle) {
            view_id(&stepper->text, id);
            buffer_format(&stepper->text, " %s\n", message_text(MSG_step_cycle, stepper->lang));
            return COMMAND_STAYS;
        }
        add_task_title(stepper, task);
        add_frames(stepper, id);
        if (task->state != TASK_STATE_WAITING)
            return COMMAND_STAYS;
        if (task->waits_on.letter != 'T') {
            Buffer where = { 0 };
            view_task_where(stepper, task, &where); /* what stands behind its last arrow */
            const char *sign = stepper->ascii ? "-> " : "\xe2\x86\x92 ", *last = NULL;
            for (const char *p = buffer_string(&where); (p = strstr(p, sign)) != NULL; p++)
                last = p;
            buffer_format(&stepper->text, "%s\n", last ? last : "");
            buffer_free(&where);
        }
        id = task->waits_on;
    }
    return COMMAND_STAYS;
}

static CommandEffect run_locals(Stepper *stepper, char *arguments)
{
    Id id;
    if (!take_task(stepper, arguments, &id))
        return COMMAND_STAYS;
    FrameView frames[FRAMES_MAX];
    size_t count = frames_of(stepper->state, id, frames);
    for (size_t i = 0; i < count; i++) {
        buffer_format(&stepper->text, "%s:%u\n", frames[i].fn ? frames[i].fn : "?", frames[i].line);
        for (uint32_t k = 0; k < frames[i].local_count; k++)
            buffer_format(&stepper->text, "  %s = %s\n", frames[i].locals[k].name, frames[i].locals[k].value);
        if (!frames[i].locals_known)
            SAY(stepper, step_expr_unknown, "");
    }
    if (count == 0)
        SAY(stepper, step_no_frames, "");
    return COMMAND_STAYS;
}

static CommandEffect run_where(Stepper *stepper, char *arguments)
{
    Id id;
    if (!take_task(stepper, arguments, &id))
        return COMMAND_STAYS;
    if (*arguments) {
        stepper->task = id;
        stepper->up = 0;
    }
    FrameView frames[FRAMES_MAX];
    size_t count = frames_of(stepper->state, stepper->task, frames);
    for (size_t i = 0; i < count; i++)
        add_frame(stepper, &frames[i], i + 1 + stepper->up == count ? "> " : "  ");
    if (count == 0)
        SAY(stepper, step_no_frames, "");
    return COMMAND_STAYS;
}

static CommandEffect select_frame(Stepper *stepper, const char *arguments, bool up)
{
    uint32_t steps;
    FrameView frames[FRAMES_MAX];
    if (!take_count(stepper, arguments, &steps))
        return COMMAND_STAYS;
    size_t count = frames_of(stepper->state, stepper->task, frames), before = stepper->up;
    if (up)
        stepper->up = count == 0 ? 0 : before + steps < count ? before + steps : count - 1;
    else
        stepper->up = before > steps ? before - steps : 0;
    stepper->list_next = 0;
    if (stepper->up == before)
        say(stepper, up ? MSG_step_outermost : MSG_step_innermost, 0, NULL);
    else
        add_frame(stepper, &frames[count - 1 - stepper->up], "> ");
    return COMMAND_STAYS;
}

static CommandEffect run_up(Stepper *stepper, char *arguments)
{
    return select_frame(stepper, arguments, true);
}

static CommandEffect run_down(Stepper *stepper, char *arguments)
{
    return select_frame(stepper, arguments, false);
}

static CommandEffect run_list(Stepper *stepper, char *arguments)
{
    enum { LINES = 11, BEFORE = 5 };
    FrameView frames[FRAMES_MAX];
    size_t count = stepper_frames(stepper, frames);
    TracePlace at = count ? (TracePlace){ frames[count - 1].fn, frames[count - 1].line, frames[count - 1].file }
                          : stepper_place(stepper);
    uint32_t file = at.fn ? at.file : 0, current = at.line, first, last;
    if (*arguments == 0) {
        first = stepper->list_next ? stepper->list_next : current > BEFORE ? current - BEFORE : 1;
        last = first + LINES - 1;
    } else {
        char *comma = strchr(arguments, ',');
        char *second = comma ? comma + 1 : NULL;
        if (comma)
            *comma = 0;
        while (second && *second == ' ')
            second++;
        if (strcmp(arguments, ".") == 0)
            first = current;
        else if (!parse_number(arguments, &first) || (second && !parse_number(second, &last))) {
            SAY(stepper, step_usage, "list [LINE[, LAST]]");
            return COMMAND_STAYS;
        }
        if (!second) {
            first = first > BEFORE ? first - BEFORE : 1;
            last = first + LINES - 1;
        } else if (last < first) {
            last = first + last; /* as pdb: a count */
        }
    }
    uint32_t line = first ? first : 1;
    for (; line <= last; line++) {
        size_t length;
        const char *text = recording_line(stepper->recording, file, line, &length);
        if (!text)
            break;
        while (length && (text[length - 1] == ' ' || text[length - 1] == '\r'))
            length--;
        buffer_format(&stepper->text, "%s%3u%s", line == current ? "=>" : "  ", line, length ? " " : "");
        buffer_cut(&stepper->text, text, length, 400);
        buffer_text(&stepper->text, "\n");
    }
    if (line == first)
        SAY(stepper, step_end_of_file, "");
    stepper->list_next = line;
    return COMMAND_STAYS;
}

static CommandEffect run_print(Stepper *stepper, char *arguments)
{
    if (*arguments == 0) {
        SAY(stepper, step_wants_expr, "print");
        return COMMAND_STAYS;
    }
    FrameView frames[FRAMES_MAX];
    ExprResult result;
    size_t count = stepper_frames(stepper, frames);
    expr_evaluate(stepper->state, frames, count, stepper->lang, arguments, &result);
    buffer_text(&stepper->text, result.text);
    buffer_text(&stepper->text, "\n");
    if (result.ok && result.cut)
        SAY(stepper, step_expr_cut, "");
    return COMMAND_STAYS;
}

/* --- looking at the whole --------------------------------------------------------------------------------------------- */

static CommandEffect run_why(Stepper *stepper, char *arguments)
{
    if (is_hidden(stepper, true))
        return COMMAND_STAYS;
    Id id;
    if (!take_task(stepper, arguments, &id))
        return COMMAND_STAYS;
    Sink sink = buffer_sink(&stepper->text);
    if (id.n)
        why_write(stepper->state, id, stepper->lang, &sink);
    else
        SAY(stepper, step_no_task_runs, "");
    return COMMAND_STAYS;
}

static CommandEffect run_timeline(Stepper *stepper, char *arguments)
{
    if (is_hidden(stepper, true))
        return COMMAND_STAYS;
    uint32_t count = stepper->recording->events.count, from = 0, to = count ? count - 1 : 0;
    char *second = arguments;
    while (*second && *second != ' ')
        second++;
    if (*second)
        *second++ = 0;
    while (*second == ' ')
        second++;
    if ((*arguments && !parse_number(*arguments == '#' ? arguments + 1 : arguments, &from)) ||
        (*second && !parse_number(*second == '#' ? second + 1 : second, &to)) || from > to) {
        SAY(stepper, step_usage, "timeline [FROM TO]");
        return COMMAND_STAYS;
    }
    to = count && to > count - 1 ? count - 1 : to;
    if (from > to) {
        char last[24];
        snprintf(last, sizeof last, "%u", to);
        SAY(stepper, step_no_such_event, last);
        return COMMAND_STAYS;
    }
    timeline_write(stepper, from, to, stepper->screen ? (size_t)stepper->columns : 80, &stepper->text);
    return COMMAND_STAYS;
}

static bool take_speed(Stepper *stepper, const char *text)
{
    char *end;
    double speed = strtod(text, &end);
    if (end == text || *end || !(speed >= 0.01) || speed > 1000) {
        SAY(stepper, step_wants_speed, text);
        return false;
    }
    stepper->speed_milli = (int)(speed * 1000 + 0.5);
    return true;
}

static CommandEffect run_play(Stepper *stepper, char *arguments)
{
    if (*arguments && !take_speed(stepper, arguments))
        return COMMAND_STAYS;
    stepper->playing = true;
    return run_step(stepper, "");
}

static CommandEffect run_speed(Stepper *stepper, char *arguments)
{
    if (*arguments && !take_speed(stepper, arguments))
        return COMMAND_STAYS;
    char speed[32];
    snprintf(speed, sizeof speed, "%g", stepper->speed_milli / 1000.0);
    SAY(stepper, step_speed, speed);
    return COMMAND_STAYS;
}

static CommandEffect run_quiz(Stepper *stepper, char *arguments)
{
    asking_command(stepper, arguments);
    return COMMAND_STAYS;
}

static CommandEffect run_lang(Stepper *stepper, char *arguments)
{
    Lang lang = stepper->lang == LANG_EN ? LANG_ZH : LANG_EN;
    if (*arguments && !lang_choose(arguments, &lang)) {
        SAY(stepper, step_usage, "lang [en|zh]");
        return COMMAND_STAYS;
    }
    stepper->lang = lang;
    SAY(stepper, step_lang, "");
    return COMMAND_STAYS;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), size = strlen(end);
    return length > size && strcmp(text + length - size, end) == 0;
}

static CommandEffect run_export(Stepper *stepper, char *arguments)
{
    bool lines = ends_with(arguments, ".jsonl"), page = ends_with(arguments, ".html");
    if (!lines && !page && !ends_with(arguments, ".json")) {
        SAY(stepper, step_usage, "export FILE.jsonl|.html|.json");
        return COMMAND_STAYS;
    }
    int fd = platform_open(arguments, PLATFORM_WRITE | PLATFORM_CREATE | PLATFORM_TRUNCATE, 0644);
    FileSink *file = fd < 0 ? NULL : file_sink_new(fd);
    bool fine = file != NULL;
    if (file) {
        Sink sink = file_sink(file);
        if (lines)
            recording_write(stepper->recording, &sink);
        else
            fine = page ? html_write(stepper->recording, &sink) : chrome_write(stepper->recording, &sink);
        file_sink_flush(file);
        fine = fine && !file->failed;
        file_sink_free(file);
    }
    if (fd >= 0)
        platform_close(fd);
    if (fine)
        SAY(stepper, step_written, arguments);
    else
        SAY(stepper, step_not_written, arguments, platform_strerror(fd < 0 ? -fd : file ? 28 : 12));
    return COMMAND_STAYS;
}

static CommandEffect run_quit(Stepper *stepper, char *arguments)
{
    return COMMAND_QUITS;
}

static CommandEffect run_help(Stepper *stepper, char *arguments);

/* --- the table -------------------------------------------------------------------------------------------------------- */

static const Command commands[] = {
    { "step", "s", "step [N]", run_step, MSG_step_help_step, true },
    { "next", "n", "next [N]", run_next, MSG_step_help_next, true },
    { "return", "r", "return", run_return, MSG_step_help_return, true },
    { "switch", "sw", "switch", run_switch, MSG_step_help_switch, true },
    { "round", "ro", "round", run_round, MSG_step_help_round, true },
    { "event", "e", "event [N]", run_event, MSG_step_help_event, true },
    { "continue", "c", "continue", run_continue, MSG_step_help_continue, true },
    { "until", "unt", "until LINE|TIME", run_until, MSG_step_help_until, true },
    { "back", "bk", "back [N]", run_back, MSG_step_help_back, true },
    { "rstep", "rs", "rstep [N]", run_rstep, MSG_step_help_rstep, true },
    { "rnext", "rn", "rnext [N]", run_rnext, MSG_step_help_rnext, true },
    { "rcontinue", "rc", "rcontinue", run_rcontinue, MSG_step_help_rcontinue, true },
    { "goto", "g", "goto N|TIME", run_goto, MSG_step_help_goto, false },
    { "start", "", "start", run_start, MSG_step_help_start, false },
    { "end", "", "end", run_end, MSG_step_help_end, false },
    { "break", "b", "break WHERE [if EXPR]", run_break, MSG_step_help_break, false },
    { "tbreak", "", "tbreak WHERE [if EXPR]", run_tbreak, MSG_step_help_tbreak, false },
    { "clear", "", "clear [N]", run_clear, MSG_step_help_clear, false },
    { "breaks", "", "breaks", run_breaks, MSG_step_help_breaks, false },
    { "watch", "", "watch EXPR", run_watch, MSG_step_help_watch, false },
    { "tasks", "t", "tasks [-a]", run_tasks, MSG_step_help_tasks, false },
    { "ready", "rq", "ready", run_ready, MSG_step_help_ready, false },
    { "timers", "ti", "timers", run_timers, MSG_step_help_timers, false },
    { "output", "o", "output", run_output, MSG_step_help_output, false },
    { "why", "y", "why [TASK]", run_why, MSG_step_help_why, false },
    { "stack", "st", "stack [TASK]", run_stack, MSG_step_help_stack, false },
    { "locals", "lo", "locals [TASK]", run_locals, MSG_step_help_locals, false },
    { "where", "w bt", "where [TASK]", run_where, MSG_step_help_where, false },
    { "up", "u", "up [N]", run_up, MSG_step_help_up, false },
    { "down", "d", "down [N]", run_down, MSG_step_help_down, false },
    { "list", "l", "list [LINE[, LAST]]", run_list, MSG_step_help_list, false },
    { "print", "p", "print EXPR", run_print, MSG_step_help_print, false },
    { "timeline", "tl", "timeline [FROM TO]", run_timeline, MSG_step_help_timeline, false },
    { "play", "pl", "play [X]", run_play, MSG_step_help_play, false },
    { "speed", "sp", "speed X", run_speed, MSG_step_help_speed, false },
    { "quiz", "qz", "quiz [on|off|1-3]", run_quiz, MSG_step_help_quiz, false },
    { "lang", "la", "lang [en|zh]", run_lang, MSG_step_help_lang, false },
    { "export", "ex", "export FILE", run_export, MSG_step_help_export, false },
    { "help", "h ?", "help [COMMAND]", run_help, MSG_step_help_help, false },
    { "quit", "q", "quit", run_quit, MSG_step_help_quit, false },
};
enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

static bool is_short(const Command *command, const char *word)
{
    size_t length = strlen(word);
    for (const char *p = command->shorts; *p; p += strcspn(p, " ") + (p[strcspn(p, " ")] == ' '))
        if (strcspn(p, " ") == length && memcmp(p, word, length) == 0)
            return true;
    return false;
}

static const Command *find_command(const char *word)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, word) == 0 || is_short(&commands[i], word))
            return &commands[i];
    return NULL;
}

/* Letters added, left out, changed or swapped. */
static int distance(const char *a, const char *b)
{
    enum { MAX = 24 };
    size_t n = strlen(a), m = strlen(b);
    int d[MAX + 1][MAX + 1];
    if (n > MAX || m > MAX)
        return MAX;
    for (size_t i = 0; i <= n; i++)
        for (size_t k = 0; k <= m; k++) {
            if (i == 0 || k == 0) {
                d[i][k] = (int)(i + k);
                continue;
            }
            int best = d[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
            best = d[i - 1][k] + 1 < best ? d[i - 1][k] + 1 : best;
            best = d[i][k - 1] + 1 < best ? d[i][k - 1] + 1 : best;
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] && d[i - 2][k - 2] + 1 < best)
                best = d[i - 2][k - 2] + 1;
            d[i][k] = best;
        }
    return d[n][m];
}

static void no_command(Stepper *stepper, const char *word)
{
    const Command *near = NULL;
    int best = strlen(word) > 3 ? 3 : 2; /* less than so many letters are wrong */
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        int d = distance(word, commands[i].name);
        if (d < best) {
            best = d;
            near = &commands[i];
        }
    }
    if (near)
        SAY(stepper, step_no_command_near, word, near->name);
    else
        SAY(stepper, step_no_command, word);
}

static CommandEffect run_help(Stepper *stepper, char *arguments)
{
    char shorts[32];
    if (*arguments) {
        const Command *command = find_command(arguments);
        if (!command) {
            no_command(stepper, arguments);
            return COMMAND_STAYS;
        }
        buffer_format(&stepper->text, "%s%s%s%s\n", command->usage, *command->shorts ? "  (" : "", command->shorts,
                      *command->shorts ? ")" : "");
        say(stepper, command->help, 0, NULL);
        if (strcmp(command->name, "break") == 0)
            SAY(stepper, step_help_break_where, "");
        if (strcmp(command->name, "print") == 0)
            SAY(stepper, step_help_print_names, "");
        return COMMAND_STAYS;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        snprintf(shorts, sizeof shorts, "%s", commands[i].shorts);
        buffer_format(&stepper->text, "%-22s %-5s ", commands[i].usage, shorts);
        say(stepper, commands[i].help, 0, NULL);
    }
    SAY(stepper, step_help_enter, "");
    return COMMAND_STAYS;
}

CommandEffect command_run(Stepper *stepper, const char *line)
{
    char text[1024];
    while (*line == ' ' || *line == '\t')
        line++;
    if (*line == 0)
        line = stepper->last_move;
    snprintf(text, sizeof text, "%s", line);
    size_t length = strlen(text);
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\t' || text[length - 1] == '\r'))
        text[--length] = 0;
    char *arguments = text;
    while (*arguments && *arguments != ' ' && *arguments != '\t' && !(arguments == text + 1 && text[0] == '?'))
        arguments++;
    char word[64];
    size_t word_length = (size_t)(arguments - text) < sizeof word ? (size_t)(arguments - text) : sizeof word - 1;
    memcpy(word, text, word_length);
    word[word_length] = 0;
    while (*arguments == ' ' || *arguments == '\t')
        arguments++;
    const Command *command = find_command(word);
    if (!command) {
        no_command(stepper, word);
        return COMMAND_STAYS;
    }
    if (command->moves && line != stepper->last_move)
        snprintf(stepper->last_move, sizeof stepper->last_move, "%.63s", line);
    return command->run(stepper, arguments);
}
