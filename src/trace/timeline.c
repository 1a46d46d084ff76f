/* timeline.c - swimlanes in text: one lane a task, one column for one or more events. */
#include "trace/stepper_internal.h"

#include <string.h>

typedef enum { LANE_NONE, LANE_WAITS, LANE_READY, LANE_RUNS, LANE_FAILED } Lane; /* what counts more comes later */

static Lane lane_of(const StateTask *task)
{
    switch (task->state) {
    case TASK_STATE_RUNNING: return LANE_RUNS;
    case TASK_STATE_READY: return LANE_READY;
    case TASK_STATE_WAITING: return LANE_WAITS;
    default: return LANE_NONE;
    }
}

/* What counts more stays. */
static void mark(unsigned char *cell, const StateTask *task, const TraceEvent *event)
{
    unsigned char lane = (unsigned char)lane_of(task);
    if (event->kind == EV_task_done && id_same(event->id, task->id))
        lane = task->state == TASK_STATE_FAILED ? LANE_FAILED : LANE_RUNS;
    *cell = lane > *cell ? lane : *cell;
}

/* Between two columns only the tasks that an event names change. */
static void mark_id(unsigned char *cells, size_t width, size_t column, uint32_t tasks, const State *state, Id id,
                    const TraceEvent *event)
{
    const StateTask *task = state_task(state, id);
    if (task && id.n <= tasks)
        mark(&cells[(id.n - 1) * width + column], task, event);
}

static void axis(uint32_t from, size_t per, size_t width, size_t label, Buffer *out)
{
    size_t column = 0;
    buffer_repeat(out, " ", label);
    while (column < width) {
        Buffer number = { 0 };
        buffer_format(&number, "#%u", from + (uint32_t)(column * per));
        size_t length = number.length < 8 ? 10 : number.length + 2;
        if (column + number.length > width) {
            buffer_free(&number);
            break;
        }
        buffer_fit(out, buffer_string(&number), number.length, length);
        column += length;
        buffer_free(&number);
    }
    while (out->length && out->bytes[out->length - 1] == ' ')
        out->bytes[--out->length] = 0;
    buffer_text(out, "\n");
}

void timeline_write(const Stepper *stepper, uint32_t from, uint32_t to, size_t columns, Buffer *out)
{
    static const char *const signs[] = { " ", "\xc2\xb7", "\xe2\x96\x92", "\xe2\x96\x88", "x" };
    static const char *const ascii[] = { " ", ".", "=", "#", "x" };
    const Recording *recording = stepper->recording;
    size_t label = 4 + view_name_width(stepper), width = columns > label + 10 ? columns - label : 10;
    size_t events = (size_t)to - from + 1, per = (events + width - 1) / width;
    width = (events + per - 1) / per;
    State *state = state_new(recording);
    uint32_t tasks = 0;
    for (uint32_t i = 0; i <= to && i < recording->events.count; i++)
        tasks += recording->events.items[i].kind == EV_task_new;
    size_t size = mem_size(tasks ? tasks : 1, width);
    unsigned char *cells = state ? mem_alloc_zero(size) : NULL;
    for (size_t column = width; cells && state->next <= to && state_fold(state);) {
        uint32_t at = state->next - 1;
        if (at < from)
            continue;
        const TraceEvent *event = &recording->events.items[at];
        if (column != (at - from) / per) { /* a new column: where everybody stands */
            column = (at - from) / per;
            for (uint32_t i = 0; i < state->tasks.count && i < tasks; i++)
                mark(&cells[i * width + column], &state->tasks.items[i], event);
        }
        mark_id(cells, width, column, tasks, state, event->id, event);
        mark_id(cells, width, column, tasks, state, event->id2, event);
    }
    if (cells) {
        axis(from, per, width, label, out);
        for (uint32_t i = 0; i < tasks && i < state->tasks.count; i++) {
            const StateTask *task = &state->tasks.items[i];
            bool any = memchr(&cells[i * width], LANE_WAITS, width) || memchr(&cells[i * width], LANE_READY, width) ||
                       memchr(&cells[i * width], LANE_RUNS, width) || memchr(&cells[i * width], LANE_FAILED, width);
            if (!any)
                continue;
            Buffer row = { .ascii = stepper->ascii }, name = { 0 };
            view_id(&name, task->id);
            buffer_fit(&row, buffer_string(&name), name.length, name.length > 2 ? name.length : 2);
            buffer_text(&row, " ");
            buffer_fit(&row, task->fn ? task->fn : "?", task->fn ? strlen(task->fn) : 1,
                       label - 1 - (name.length > 2 ? name.length + 1 : 3));
            buffer_text(&row, " ");
            size_t used = width;
            while (used > 0 && cells[i * width + used - 1] == LANE_NONE)
                used--;
            for (size_t k = 0; k < used; k++)
                buffer_text(&row, stepper->ascii ? ascii[cells[i * width + k]] : signs[cells[i * width + k]]);
            buffer_add(out, row.bytes, row.length);
            buffer_text(out, "\n");
            buffer_free(&row);
            buffer_free(&name);
        }
        buffer_text(out, message_text(stepper->ascii ? MSG_step_legend_ascii : MSG_step_legend, stepper->lang));
        buffer_text(out, "\n");
    }
    mem_free(cells, size);
    if (state)
        state_free(state);
}
