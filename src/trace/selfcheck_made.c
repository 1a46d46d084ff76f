/* selfcheck_made.c - `--selfcheck`: who made a task and where, who set a Future. The runtime has no need to keep that: it
 * is read off its structures at the moment itself (which task or handle runs, which frame acts), and compared with what
 * the reducer says then and for as long as the task lives. */
#include "trace/selfcheck_internal.h"

#include "bytecode/code.h"
#include "runtime/loop/handle.h"

#include <string.h>

/* Who acts, by the running loop's own fields. */
static Id actor(const VM *vm)
{
    const Loop *loop = vm->loop;
    if (loop && loop->current)
        return ID('T', loop->current->future.obj.aux);
    if (!loop || !loop->entry)
        return ID(0, 0);
    if ((loop->entry->kind & KIND_MASK) == KIND_HANDLE)
        return ID('H', loop->entry->aux);
    return ID('H', ((const Future *)(const void *)loop->entry)->handle_id);
}

/* The line of the script that acts: no frame of the library, none below the loop. */
static const Frame *acting_frame(const VM *vm)
{
    const Frame *frame = vm->frame;
    for (; frame && frame != vm->floor; frame = frame->caller)
        if (!(frame->func->code->flags & CODE_HIDDEN))
            return frame;
    return NULL;
}

/* A note with the number `n`, with those before it that nobody took. */
#define NOTE_AT(list, n)                                                                                   \
    while ((list)->count < (n)) {                                                                          \
        if (!vec_reserve((list), 1))                                                                       \
            return;                                                                                        \
        memset(&(list)->items[(list)->count++], 0, sizeof *(list)->items);                                 \
    }

/* ---------------------------------------------------------------------------------------------------------- */

static void compare_place(const Selfcheck *c, const char *what, Id of, const Frame *frame, TracePlace shown)
{
    SelfcheckText a = { .used = 0 }, b = { .used = 0 };
    char name[200];
    if (frame)
        check_put(&a, "%s:%u", str_c(frame->func->code->name, name, sizeof name), frame_line(frame));
    if (shown.line)
        check_put(&b, "%s:%u", shown.fn, shown.line);
    selfcheck_words(c, what, of, a.bytes, b.bytes);
}

static void note_task(Selfcheck *c)
{
    const StateTask *row = state_task(c->state, c->event->id);
    if (!row)
        return;
    NOTE_AT(&c->made, row->id.n)
    compare_place(c, "where it was made", row->id, acting_frame(c->vm), row->made_at);
    c->made.items[row->id.n - 1] = (TaskNote){ actor(c->vm), row->made_at, true };
}

/* Coroutines, generators, greenlets, Futures. */
static void check_place(const Selfcheck *c)
{
    const StateFuture *future = state_future(c->state, c->event->id);
    const StateCoro *coro = state_coro(c->state, c->event->id);
    if (future || coro)
        compare_place(c, "where it was made", c->event->id, acting_frame(c->vm), future ? future->made_at : coro->made_at);
    if (future)
        selfcheck_ids(c, "who made a Future", actor(c->vm), future->made_by);
    else if (coro)
        selfcheck_ids(c, "who made it", actor(c->vm), coro->made_by);
}

static void note_set(Selfcheck *c)
{
    const StateFuture *row = state_future(c->state, c->event->id);
    if (!row)
        return;
    NOTE_AT(&c->set, row->id.n)
    c->set.items[row->id.n - 1] = (SetNote){ actor(c->vm), true };
    selfcheck_ids(c, "who set a Future", actor(c->vm), row->set_by);
}

void selfcheck_take_notes(Selfcheck *c)
{
    switch (c->event->kind) {
    case EV_task_new: note_task(c); break;
    case EV_fut_set: note_set(c); break;
    case EV_fut_new:
    case EV_co_new:
    case EV_gen_new:
    case EV_green_new: check_place(c); break;
    default: break;
    }
}

/* ---------------------------------------------------------------------------------------------------------- */

void selfcheck_made(const Selfcheck *c, const StateTask *row)
{
    if (row->id.n > c->made.count || !c->made.items[row->id.n - 1].taken)
        return;
    const TaskNote *note = &c->made.items[row->id.n - 1];
    selfcheck_ids(c, "who made a task", note->parent, row->parent);
    if (note->at.line != row->made_at.line || note->at.fn != row->made_at.fn || note->at.file != row->made_at.file)
        selfcheck_numbers(c, "at which line a task was made", note->at.line, row->made_at.line);
}

/* A Task is woken by itself ending; a Future by who set it. */
void selfcheck_woken(const Selfcheck *c, const StateTask *row)
{
    Id by = row->woken_by;
    if (by.letter == 'T')
        selfcheck_ids(c, "who set what woke it", by, row->woken_setter);
    else if (by.n && by.n <= c->set.count && c->set.items[by.n - 1].taken)
        selfcheck_ids(c, "who set what woke it", c->set.items[by.n - 1].setter, row->woken_setter);
}
