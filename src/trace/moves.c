/* moves.c - the commands that move: on by a goal that the next events meet, back over the recording, to any event or
 * time. */
#include "trace/commands_internal.h"

#include "trace/small.h"

#include <stdio.h>

/* --- moving forward ----------------------------------------------------------------------------------------------- */

static void remember(Stepper *stepper)
{
    if (vec_reserve(&stepper->moves, 1))
        stepper->moves.items[stepper->moves.count++] = (Place){ stepper->state->next, stepper->task };
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
    return args_count(stepper, arguments, &goal.count) ? move(stepper, goal) : COMMAND_STAYS;
}

CommandEffect moves_step(Stepper *stepper, char *arguments)
{
    return move_counted(stepper, arguments, GOAL_STEP);
}

CommandEffect moves_next(Stepper *stepper, char *arguments)
{
    const StateTask *task = stepper->task.n ? state_task(stepper->state, stepper->task) : NULL;
    bool over = task && task->state >= TASK_STATE_DONE; /* no line of it will come */
    return move_counted(stepper, arguments, over ? GOAL_STEP : GOAL_NEXT);
}

CommandEffect moves_event(Stepper *stepper, char *arguments)
{
    return move_counted(stepper, arguments, GOAL_EVENT);
}

CommandEffect moves_return(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_RETURN });
}

CommandEffect moves_switch(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_SWITCH });
}

CommandEffect moves_round(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_ROUND });
}

CommandEffect moves_continue(Stepper *stepper, char *arguments)
{
    return move(stepper, (Goal){ .kind = GOAL_CONTINUE });
}

CommandEffect moves_until(Stepper *stepper, char *arguments)
{
    Goal goal = { .kind = GOAL_UNTIL_LINE };
    if (*arguments == 0) {
        FrameView frames[FRAMES_MAX];
        size_t count = stepper_frames(stepper, frames);
        goal.line = count ? frames[count - 1].line + 1 : 1;
    } else if (args_is_time(arguments)) {
        goal.kind = GOAL_UNTIL_TIME;
        args_time(arguments, &goal.time_us);
        if (stepper->state->clock_us >= goal.time_us) {
            SAY(stepper, step_time_passed, small_clock(stepper->state->clock_us).text);
            return COMMAND_STAYS;
        }
    } else if (!args_number(arguments, &goal.line)) {
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

CommandEffect moves_back(Stepper *stepper, char *arguments)
{
    uint32_t count;
    if (!args_count(stepper, arguments, &count))
        return COMMAND_STAYS;
    if (stepper->moves.count == 0) {
        SAY(stepper, step_no_move, "");
        return COMMAND_STAYS;
    }
    count = count < stepper->moves.count ? count : stepper->moves.count;
    stepper->moves.count -= count;
    Place to = stepper->moves.items[stepper->moves.count];
    stepper_jump(stepper, to.next);
    if (!to.task.n || state_task(stepper->state, to.task))
        stepper->task = to.task;
    return COMMAND_STAYS;
}

static CommandEffect at_first(Stepper *stepper)
{
    SAY(stepper, step_at_start, "");
    return COMMAND_STAYS;
}

CommandEffect moves_rstep(Stepper *stepper, char *arguments)
{
    uint32_t count, next = stepper->state->next;
    if (!args_count(stepper, arguments, &count))
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

CommandEffect moves_rnext(Stepper *stepper, char *arguments)
{
    uint32_t count, next = stepper->state->next;
    if (!args_count(stepper, arguments, &count))
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
    return next == stepper->state->next ? moves_rstep(stepper, "") : jump(stepper, next); /* none: any stop point */
}

CommandEffect moves_rcontinue(Stepper *stepper, char *arguments)
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

CommandEffect moves_goto(Stepper *stepper, char *arguments)
{
    const Recording *recording = stepper->recording;
    uint32_t count = recording->events.count, index;
    Goal goal = { .kind = GOAL_GOTO };
    char last[24];
    snprintf(last, sizeof last, "%u", count ? count - 1 : 0);
    if (args_number(*arguments == '#' ? arguments + 1 : arguments, &index)) {
        if (index < count)
            return jump(stepper, index + 1);
        goal.index = index;
        if (stepper->ended) {
            SAY(stepper, step_no_such_event, last);
            return COMMAND_STAYS;
        }
    } else if (args_is_time(arguments)) {
        goal.kind = GOAL_GOTO_TIME;
        args_time(arguments, &goal.time_us);
        for (index = 0; index < count; index++)
            if (recording->events.items[index].t_us >= goal.time_us)
                return jump(stepper, index + 1);
        if (stepper->ended) {
            SAY(stepper, step_no_such_time, arguments);
            return COMMAND_STAYS;
        }
    } else if (!*arguments) {
        SAY(stepper, step_usage, "goto N|TIME");
        return COMMAND_STAYS;
    } else {
        SAY(stepper, step_wants_event_or_time, arguments);
        return COMMAND_STAYS;
    }
    jump(stepper, count);
    stepper->moves.count -= stepper->moves.count > 0; /* move() remembers once more */
    return move(stepper, goal);
}

CommandEffect moves_start(Stepper *stepper, char *arguments)
{
    return jump(stepper, stepper->recording->events.count ? 1 : 0);
}

CommandEffect moves_end(Stepper *stepper, char *arguments)
{
    return jump(stepper, stepper->recording->events.count);
}
