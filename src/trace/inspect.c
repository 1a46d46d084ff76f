/* inspect.c - one task at the cursor: why it waits, its frames, their locals, the source around them, an expression. */
#include "trace/commands_internal.h"

#include "trace/why.h"

#include <string.h>

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

CommandEffect inspect_stack(Stepper *stepper, char *arguments)
{
    if (pane_is_hidden(stepper, true))
        return COMMAND_STAYS;
    enum { DEPTH = 20 };
    Id id, seen[DEPTH];
    if (!args_task(stepper, arguments, &id))
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

CommandEffect inspect_locals(Stepper *stepper, char *arguments)
{
    Id id;
    if (!args_task(stepper, arguments, &id))
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

CommandEffect inspect_where(Stepper *stepper, char *arguments)
{
    Id id;
    if (!args_task(stepper, arguments, &id))
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
    if (!args_count(stepper, arguments, &steps))
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

CommandEffect inspect_up(Stepper *stepper, char *arguments)
{
    return select_frame(stepper, arguments, true);
}

CommandEffect inspect_down(Stepper *stepper, char *arguments)
{
    return select_frame(stepper, arguments, false);
}

CommandEffect inspect_list(Stepper *stepper, char *arguments)
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
        else if (!args_number(arguments, &first) || (second && !args_number(second, &last))) {
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

CommandEffect inspect_print(Stepper *stepper, char *arguments)
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

CommandEffect inspect_why(Stepper *stepper, char *arguments)
{
    if (pane_is_hidden(stepper, true))
        return COMMAND_STAYS;
    Id id;
    if (!args_task(stepper, arguments, &id))
        return COMMAND_STAYS;
    Sink sink = buffer_sink(&stepper->text);
    if (id.n)
        why_write(stepper->state, id, stepper->lang, &sink);
    else
        SAY(stepper, step_no_task_runs, "");
    return COMMAND_STAYS;
}
