/* panes.c - the panes in full, with ids: tasks, ready queue, timers, output, and the timeline. */
#include "trace/commands_internal.h"

#include <stdio.h>
#include <string.h>

bool pane_is_hidden(Stepper *stepper, bool tasks)
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

CommandEffect panes_tasks(Stepper *stepper, char *arguments)
{
    if (pane_is_hidden(stepper, true))
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
            pad(out, view_coro_name(stepper, coro), width);
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

CommandEffect panes_ready(Stepper *stepper, char *arguments)
{
    if (pane_is_hidden(stepper, false))
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

CommandEffect panes_timers(Stepper *stepper, char *arguments)
{
    if (pane_is_hidden(stepper, false))
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

CommandEffect panes_output(Stepper *stepper, char *arguments)
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

CommandEffect panes_timeline(Stepper *stepper, char *arguments)
{
    if (pane_is_hidden(stepper, true))
        return COMMAND_STAYS;
    uint32_t count = stepper->recording->events.count, from = 0, to = count ? count - 1 : 0;
    char *second = arguments;
    while (*second && *second != ' ')
        second++;
    if (*second)
        *second++ = 0;
    while (*second == ' ')
        second++;
    if ((*arguments && !args_number(*arguments == '#' ? arguments + 1 : arguments, &from)) ||
        (*second && !args_number(*second == '#' ? second + 1 : second, &to)) || from > to) {
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
    uint32_t tasks = 0;
    for (uint32_t i = 0; i < count; i++)
        tasks += stepper->recording->events.items[i].kind == EV_task_new;
    if (!tasks) {
        SAY(stepper, step_no_tasks_yet, "");
        return COMMAND_STAYS;
    }
    timeline_write(stepper, from, to, stepper->screen ? (size_t)stepper->columns : 80, &stepper->text);
    return COMMAND_STAYS;
}
