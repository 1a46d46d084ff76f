/* breakpoint.c - breakpoint(): see breakpoint.h. In the middle of a plain run nothing has been recorded, so what
 * exists is told first, as if it happened now: frames, the loop, its tasks with what they wait for, its timers and
 * its ready queue. From there on events are the run's own. */
#include "trace/breakpoint.h"

#include "base/platform.h"
#include "runtime/loop/clock.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/task.h"
#include "runtime/start.h"
#include "trace/recorder.h"

#include <string.h>

enum { FRAMES = 64 };

typedef struct Breakpoint {
    VM *vm;
    Recording *recording;
    Recorder *recorder;
    Stepper *stepper;
    int keyboard, terminal;
    bool telling;            /* what is there already                                                     */
} Breakpoint;

static bool stop_stepper(VM *vm)
{
    stepper_break(vm->breakpoint_context);
    return true;
}

void breakpoint_stops(VM *vm, Stepper *stepper)
{
    vm->breakpoint_hook = stop_stepper;
    vm->breakpoint_context = stepper;
}

/* --- what exists -------------------------------------------------------------------------------------------------- */

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

static void tell_wait(VM *vm, Task *task)
{
    if (!value_is_obj(task->waits_on) || task->task_flags & TASK_QUEUED || !future_is(task->waits_on))
        return;
    Id id = observe_id(vm, &task->future.obj), waits = observe_id(vm, value_obj(task->waits_on));
    const Future *future = as_future(task->waits_on);
    if (waits.letter == 'F')
        EMIT(vm, fut_new, .id = waits, .word = future->kind == FUTURE_SLEEP ? "sleep" : "plain");
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

static void tell_state(VM *vm)
{
    Loop *loop = vm->loop;
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

/* --- opening ------------------------------------------------------------------------------------------------------ */

static void seen(void *context, const TraceEvent *event)
{
    Breakpoint *b = context;
    if (!b->telling && b->stepper)
        stepper_event(b->stepper, event);
}

static void end_here(void *context)
{
    Breakpoint *b = context;
    stepper_free(b->stepper);
    runtime_flush_output(b->vm);
    platform_exit(0);
}

/* The text of the file that calls breakpoint() comes first in the recording. */
static bool add_source(VM *vm, Recording *recording)
{
    Frame *frame = observe_place(vm, NULL);
    char name[1000] = "<stdin>";
    if (frame)
        str_c(frame->func->code->filename, name, sizeof name);
    size_t length = 0, capacity = 0;
    int error = 0;
    char *text = platform_open_source(name, &length, &capacity, &error);
    bool good = recording_add_file(recording, name, text ? text : "", text ? length : 0) != UINT32_MAX;
    if (text)
        mem_free(text, capacity);
    return good;
}

static bool open_stepper(VM *vm)
{
    Breakpoint *b = vm->breakpoint_context;
    if (b) { /* it is open already */
        stepper_break(b->stepper);
        return true;
    }
    b = mem_alloc_zero(sizeof *b);
    Recording *recording = b ? recording_new() : NULL;
    if (!recording || !add_source(vm, recording)) {
        if (recording)
            recording_free(recording);
        mem_free(b, sizeof *b);
        return false;
    }
    runtime_flush_output(vm); /* what was printed stands before the prompt */
    b->vm = vm;
    b->recording = recording;
    b->keyboard = platform_dup(0);
    b->terminal = platform_dup(1);
    StepperOptions options = { .lang = vm->lang, .live = true, .lines = true, .in = b->keyboard, .out = b->terminal,
                               .quit = end_here, .context = b };
    RecorderOptions recorder = { .real_clock = true, .lines = true, .seen = seen, .context = b };
    b->telling = true;
    b->stepper = stepper_new(recording, &options);
    b->recorder = b->stepper ? recorder_start(vm, recording, &recorder) : NULL;
    if (b->recorder) {
        tell_state(vm);
        stepper_skip(b->stepper);
        vm_lines(vm, true);
    }
    b->telling = false;
    vm->breakpoint_context = b;
    return b->recorder != NULL;
}

void breakpoint_arm(VM *vm)
{
    vm->breakpoint_hook = open_stepper;
    vm->breakpoint_context = NULL;
}

void breakpoint_end(VM *vm)
{
    Breakpoint *b = vm->breakpoint_hook == open_stepper ? vm->breakpoint_context : NULL;
    vm->breakpoint_hook = NULL;
    vm->breakpoint_context = NULL;
    if (!b)
        return;
    stepper_free(b->stepper);
    b->stepper = NULL;
    if (b->recorder)
        recorder_end(b->recorder, "done", 0);
    recording_free(b->recording);
    platform_close(b->keyboard);
    platform_close(b->terminal);
    mem_free(b, sizeof *b);
}
