/* already.c - what exists when a recording begins in the middle of a run, told as if it happened now: frames, the
 * loop, its tasks with what they wait for, its timers and its ready queue. */
#include "trace/already.h"

#include "runtime/loop/clock.h"
#include "runtime/loop/gather.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/task.h"

enum { FRAMES = 64 };

static bool is_own(const Frame *frame)
{
    return !(frame->func->code->flags & CODE_HIDDEN);
}

static void tell_frame(VM *vm, Frame *frame)
{
    if (!is_own(frame))
        return;
    Id id = observe_frame_id(vm, frame);
    EMIT(vm, call, .id = id, .fn = frame->func, .number = frame_line(frame), .frame = frame);
    EMIT(vm, line, .id = id, .number = frame_line(frame), .frame = frame);
}

/* Frames from `tip` outwards up to `end` (not with it), told outermost first. */
static void tell_frames(VM *vm, Frame *tip, const Frame *end)
{
    Frame *frames[FRAMES];
    size_t count = 0;
    for (Frame *frame = tip; frame && frame != end && count < FRAMES; frame = frame->caller)
        frames[count++] = frame;
    while (count > 0)
        tell_frame(vm, frames[--count]);
}

static void tell_task(VM *vm, Task *task)
{
    Id id = observe_id(vm, &task->future.obj);
    const Fiber *fiber = value_is_kind(task->coro, KIND_COROUTINE) ? AS(Fiber, task->coro) : NULL;
    const Function *fn = fiber ? fiber_function(fiber) : NULL;
    Id co = fiber ? observe_id(vm, value_obj(task->coro)) : ID(0, 0);
    if (co.n)
        EMIT(vm, co_new, .id = co, .fn = fn, .value = task->coro);
    EMIT(vm, task_new, .id = id, .id2 = co, .fn = fn, .value = VALUE_NONE);
}

/* A gather() that a task waits for is told by each of its children. */
static void tell_children(VM *vm, const Gather *gather, Id into)
{
    for (size_t i = 0; gather->children && i < tuple_length(gather->children); i++) {
        Value child = gather->children->items[i];
        if (future_is(child) && !future_done(as_future(child)))
            EMIT(vm, cb_add, .id = observe_id(vm, value_obj(child)), .id2 = ID('H', ++vm->next_id['H']), .id4 = into,
                 .word = "callback", .value = child);
    }
}

static void tell_wait(VM *vm, Task *task)
{
    if (!value_is_obj(task->waits_on) || task->task_flags & TASK_QUEUED || !future_is(task->waits_on))
        return;
    Id id = observe_id(vm, &task->future.obj), waits = observe_id(vm, value_obj(task->waits_on));
    const Future *future = as_future(task->waits_on);
    if (waits.letter == 'F')
        EMIT(vm, fut_new, .id = waits, .word = future->kind == FUTURE_SLEEP    ? "sleep"
                                               : future->kind == FUTURE_GATHER ? "gather" : "plain");
    if (future->kind == FUTURE_GATHER)
        tell_children(vm, (const Gather *)(const void *)future, waits);
    const Fiber *fiber = value_is_kind(task->coro, KIND_COROUTINE) ? AS(Fiber, task->coro) : NULL;
    EMIT(vm, task_wait, .id = id, .id2 = waits, .value = task->waits_on, .frame = fiber ? fiber->tip : NULL);
    if (task->future.handle_id == 0)
        task->future.handle_id = ++vm->next_id['H'];
    EMIT(vm, cb_add, .id = waits, .id2 = ID('H', task->future.handle_id), .id3 = id, .word = "wakeup",
         .value = task->waits_on);
}

static void tell_queue(VM *vm, Loop *loop)
{
    for (uint32_t i = 0; i < loop->ready.count; i++) {
        Obj *entry = ready_at(&loop->ready, i);
        bool is_task = (entry->kind & KIND_MASK) == KIND_TASK;
        if (loop_entry_hidden(loop, entry))
            continue;
        if (is_task && ((Task *)(void *)entry)->future.handle_id == 0)
            ((Task *)(void *)entry)->future.handle_id = ++vm->next_id['H'];
        EMIT(vm, ready, .id = loop_entry_id(vm, entry), .word = is_task ? "step" : "callback",
             .word2 = is_task ? "" : "called soon", .id2 = is_task ? observe_id(vm, entry) : ID(0, 0));
    }
}

static void tell_timers(VM *vm, Loop *loop)
{
    for (size_t i = 0; i < loop->timers.count; i++) {
        const Timer *timer = &loop->timers.items[i];
        if (loop->timers.is_dead(timer->owner))
            continue;
        bool sleeps = (timer->owner->kind & KIND_MASK) == KIND_FUTURE;
        if (sleeps && ((Future *)(void *)timer->owner)->handle_id == 0)
            ((Future *)(void *)timer->owner)->handle_id = ++vm->next_id['H'];
        EMIT(vm, timer, .id = loop_entry_id(vm, timer->owner), .number = clock_event_us(vm, timer->when_ns),
             .word = sleeps ? "sleep" : "call_later", .id2 = sleeps ? observe_id(vm, timer->owner) : ID(0, 0));
    }
}

void already_tell(VM *vm, Loop *loop)
{
    Task *current = loop ? loop->current : NULL;
    const Fiber *fiber = current && value_is_kind(current->coro, KIND_COROUTINE) ? AS(Fiber, current->coro) : NULL;
    Frame *base = fiber ? fiber->base.caller : NULL; /* the frame that drives the loop */
    if (!loop) {
        tell_frames(vm, vm->frame, NULL);
        return;
    }
    loop->current = NULL; /* nobody makes what was there before */
    if (fiber)
        tell_frames(vm, base, NULL);
    clock_event_start(vm);
    EMIT(vm, loop_start, .id = ID(0, 0));
    for (Task *task = loop->first_task; task; task = task->next)
        tell_task(vm, task);
    for (Task *task = loop->first_task; task; task = task->next)
        if (task != current)
            tell_wait(vm, task);
    tell_queue(vm, loop);
    tell_timers(vm, loop);
    if (!loop->running) /* the prompt's, between two turns */
        EMIT(vm, loop_stop, .word = "stop");
    else
        EMIT(vm, round, .number = (int64_t)loop->round, .number2 = 1);
    loop->current = current;
    if (!current) {
        tell_frames(vm, vm->frame, NULL);
        return;
    }
    if (current->future.handle_id == 0)
        current->future.handle_id = ++vm->next_id['H'];
    Id handle = loop->running_handle = ID('H', current->future.handle_id), id = observe_id(vm, &current->future.obj);
    loop->current = NULL;
    EMIT(vm, ready, .id = handle, .word = "step", .word2 = "", .id2 = id);
    EMIT(vm, pick, .id = handle, .number2 = 1);
    loop->current = current;
    EMIT(vm, task_step, .id = id, .id2 = handle, .word = "send", .value = VALUE_NONE);
    tell_frames(vm, vm->frame, base);
}
