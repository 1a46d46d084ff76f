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

typedef struct Gone {        /* frames left after the place we look at                                       */
    uint32_t frames[256];
    size_t count;
} Gone;

static bool take_gone(Gone *gone, uint32_t frame)
{
    for (size_t i = gone->count; i-- > 0;)
        if (gone->frames[i] == frame) {
            gone->frames[i] = gone->frames[--gone->count];
            return true;
        }
    return false;
}

static bool is_listed(const FrameView *views, size_t count, Id frame)
{
    for (size_t i = 0; i < count; i++)
        if (id_same(views[i].frame, frame))
            return true;
    return false;
}

/* Innermost first: walks back over the events and pairs what was left with what was entered. Stops where the task
 * (or greenlet) began to run. */
static size_t running_frames(const State *state, Id task, FrameView *out)
{
    const TraceEvent *events = state->recording->events.items;
    Gone gone = { .count = 0 };
    size_t n = 0;
    uint32_t i = state->next;
    while (i-- > 0 && n < FRAMES_MAX) {
        const TraceEvent *e = &events[i];
        if (e->kind == EV_leave) {
            if (gone.count < sizeof gone.frames / sizeof gone.frames[0])
                gone.frames[gone.count++] = e->id.n;
        } else if (e->kind == EV_call || e->kind == EV_resume) {
            if (!take_gone(&gone, e->id.n) && !is_listed(out, n, e->id))
                out[n++] = from_frame(state, e->id);
        } else if (e->kind == EV_task_step && task.n && id_same(e->id, task)) {
            break;
        } else if (e->kind == EV_pick && !task.n && state->loop_runs && state->running.n) {
            break; /* a callback */
        } else if (e->kind == EV_switch && state->greenlet.n && id_same(e->id2, state->greenlet)) {
            const StateCoro *green = state_coro(state, state->greenlet);
            for (uint32_t k = green ? green->chain_count : 0; k-- > 0 && n < FRAMES_MAX;)
                if (!is_listed(out, n, green->chain[k].frame) && !take_gone(&gone, green->chain[k].frame.n))
                    out[n++] = from_frame(state, green->chain[k].frame);
            return n;
        }
    }
    /* What the task was suspended in before this step, as far as it has not been left since. */
    for (; task.n && i-- > 0;) {
        const TraceEvent *e = &events[i];
        if ((e->kind != EV_task_wait && e->kind != EV_task_yield) || !id_same(e->id, task))
            continue;
        for (uint32_t k = e->link_count; k-- > 0 && n < FRAMES_MAX;)
            if (!is_listed(out, n, e->links[k].frame) && !take_gone(&gone, e->links[k].frame.n)) {
                out[n] = from_frame(state, e->links[k].frame);
                out[n].fn = out[n].fn ? out[n].fn : e->links[k].at.fn;
                n++;
            }
        break;
    }
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
        if ((events[i].kind == EV_task_wait || events[i].kind == EV_task_yield) && id_same(events[i].id, task->id))
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
    if (n == 0 && state->where.fn) /* no line events: only where it is */
        out[n++] = (FrameView){ { 0 }, state->where.fn, state->where.line, state->where.file, NULL, 0, false };
    return n;
}
