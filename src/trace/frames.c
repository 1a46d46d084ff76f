/* frames.c - the frames of a task at one moment (expr.h): the chain it was suspended with, what it was called with
 * when it has not started, and for what runs now the calls that have not come back yet. */
#include "trace/expr.h"

#include <string.h>

static void from_links(const TraceLink *links, uint32_t count, FrameView *out, size_t *n)
{
    uint32_t first = count > FRAMES_MAX ? count - FRAMES_MAX : 0;
    for (uint32_t i = first; i < count; i++)
        out[(*n)++] = (FrameView){ links[i].frame, links[i].at.fn, links[i].at.line, links[i].at.file,
                                   links[i].locals, links[i].local_count, true };
}

static FrameView from_frame(const State *state, Id frame)
{
    FrameView view = { .frame = frame };
    const StateFrame *f = state_frame(state, frame);
    if (f) {
        view.fn = f->fn;
        view.line = f->line;
        view.file = f->file;
        view.locals = f->locals.items;
        view.local_count = f->locals.count;
        view.locals_known = true;
    }
    return view;
}

static bool is_await(const TraceEvent *event)
{
    return event->word && strcmp(event->word, "await") == 0;
}

static bool suspends(const TraceEvent *event, Id task)
{
    return (event->kind == EV_task_wait || event->kind == EV_task_yield) && id_same(event->id, task);
}

/* Innermost first: walks back over the events; what was told of a frame last says whether it is still there. Stops
 * where the task (or greenlet) began to run: below stands what it was suspended in. `told` has a byte a frame. */
static size_t walk_back(const State *state, Id task, unsigned char *told, FrameView *out)
{
    const TraceEvent *events = state->recording->events.items;
    Id green = { 0 };
    size_t n = 0;
    uint32_t i = state->next;
    bool callback = !task.n && state->loop_runs && state->running.n;
    while (i-- > 0 && n < FRAMES_MAX) {
        const TraceEvent *e = &events[i];
        bool leaves = e->kind == EV_leave, enters = e->kind == EV_call || e->kind == EV_resume;
        if ((leaves || enters) && e->id.n <= state->frames.count && !told[e->id.n]) {
            if (leaves && task.n && is_await(e)) /* on its way to task_wait */
                continue;
            told[e->id.n] = true;
            if (enters)
                out[n++] = from_frame(state, e->id);
        } else if (e->kind == EV_task_step && task.n && id_same(e->id, task)) {
            break;
        } else if (e->kind == EV_pick && callback) {
            break;
        } else if (e->kind == EV_switch && state->greenlet.n && id_same(e->id2, state->greenlet)) {
            green = state->greenlet;
            break;
        }
    }
    const TraceLink *links = NULL;
    uint32_t count = 0;
    while ((green.n || task.n) && i-- > 0)
        if (green.n ? events[i].kind == EV_switch && id_same(events[i].id, green) : suspends(&events[i], task)) {
            links = events[i].links;
            count = events[i].link_count;
            break;
        }
    for (uint32_t k = count; k-- > 0 && n < FRAMES_MAX;) {
        Id frame = links[k].frame;
        if (frame.n && frame.n <= state->frames.count && !told[frame.n])
            out[n++] = from_frame(state, frame);
    }
    return n;
}

static size_t running_frames(const State *state, Id task, FrameView *out)
{
    size_t size = (size_t)state->frames.count + 1;
    unsigned char *told = mem_alloc_zero(size);
    size_t n = told ? walk_back(state, task, told, out) : 0;
    mem_free(told, size);
    return n;
}

static void reverse(FrameView *views, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        FrameView kept = views[i];
        views[i] = views[count - 1 - i];
        views[count - 1 - i] = kept;
    }
}

/* Where `def fn(` stands in the script; 0: nowhere. */
static uint32_t line_of_def(const Recording *recording, const char *fn)
{
    size_t length = fn ? strlen(fn) : 0;
    for (uint32_t line = 1; length; line++) {
        size_t size;
        const char *text = recording_line(recording, 0, line, &size);
        if (!text)
            break;
        const char *p = memmem(text, size, "def ", 4);
        if (p && (size_t)(text + size - p) > 4 + length && memcmp(p + 4, fn, length) == 0 && p[4 + length] == '(')
            return line;
    }
    return 0;
}

/* A task that runs, in a recording without line events: where it was suspended, or its first line. What its locals
 * are is known only as long as it has not gone on from there. */
static size_t frames_at_step(const State *state, const StateTask *task, FrameView *out)
{
    const TraceEvent *events = state->recording->events.items;
    size_t n = 0;
    bool just = state->next > 0 && events[state->next - 1].kind == EV_task_step;
    for (uint32_t i = task->steps > 1 ? state->next : 0; i-- > 0 && n == 0;)
        if (suspends(&events[i], task->id))
            from_links(events[i].links, events[i].link_count, out, &n);
    if (n == 0) {
        const StateCoro *co = state_coro(state, task->co);
        out[n++] = (FrameView){ { 0 }, task->fn, line_of_def(state->recording, task->fn), 0, co ? co->locals : NULL,
                                co ? co->local_count : 0, true };
    }
    for (size_t i = 0; i < n && !just; i++) {
        out[i].locals = NULL;
        out[i].local_count = 0;
        out[i].locals_known = false;
    }
    return n;
}

size_t frames_of(const State *state, Id task, FrameView out[FRAMES_MAX])
{
    size_t n = 0;
    const StateTask *t = task.n ? state_task(state, task) : NULL;
    if (task.n && !t)
        return 0;
    if (t && t->state != TASK_STATE_RUNNING) {
        if (t->state == TASK_STATE_FAILED && t->tb_count) {
            from_links(t->tb, t->tb_count, out, &n);
        } else if (t->state >= TASK_STATE_DONE) {
            return 0;
        } else if (t->chain_count) {
            from_links(t->chain, t->chain_count, out, &n);
        } else if (!t->started) {
            const StateCoro *co = state_coro(state, t->co);
            out[n++] = (FrameView){ { 0 }, t->fn, line_of_def(state->recording, t->fn), 0, co ? co->locals : NULL,
                                    co ? co->local_count : 0, true };
        }
        return n;
    }
    if (t && !state->recording->lines)
        return frames_at_step(state, t, out);
    if (state->recording->lines) {
        n = running_frames(state, task, out);
        reverse(out, n);
        if (n == 0 && t)
            return frames_at_step(state, t, out);
    }
    if (n == 0 && state->where.fn && !state->recording->lines) /* only where it is */
        out[n++] = (FrameView){ { 0 }, state->where.fn, state->where.line, state->where.file, NULL, 0, false };
    return n;
}
