/* already.c - what exists when a recording begins in the middle of a run, told as if it happened now: frames,
 * greenlets, generators, locks and queues with who waits for them, the loop with its tasks and what they wait for, its
 * timers, its descriptors and its ready queue. In the order in which one refers to the other. */
#include "trace/already.h"

#include "base/vec.h"
#include "object/class.h"
#include "runtime/loop/clock.h"
#include "runtime/loop/gather.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/report.h"
#include "runtime/loop/task.h"

enum { FRAMES = 64 };

typedef VEC(Obj *) Things;

typedef struct Already {
    VM *vm;
    Loop *loop;              /* or NULL                                                                   */
    Things fibers;           /* coroutines, generators, greenlets that can be reached                         */
    Things syncs;            /* locks, events, queues                                                      */
    Things told;             /* Futures that were told with what they belong to                              */
    const Str *told_name;    /* "_told": the method of a lock that tells its state                             */
} Already;

/* --- what can be reached ------------------------------------------------------------------------------------ */

static void add(Things *things, Obj *obj)
{
    if (vec_reserve(things, 1)) /* without memory it is not shown */
        things->items[things->count++] = obj;
}

/* The library's own method that tells the event `sync`. */
static Value sync_teller(const Already *a, const Obj *obj)
{
    Value method = class_lookup(a->vm, obj->cls, a->told_name);
    bool hidden = value_is_kind(method, KIND_FUNCTION) && as_function(method)->code->flags & CODE_HIDDEN;
    return hidden ? method : VALUE_UNSET;
}

static void note(void *context, Obj *obj)
{
    Already *a = context;
    if (!heap_is_marked(obj))
        return;
    switch (obj->kind & KIND_MASK) {
    case KIND_COROUTINE:
    case KIND_GENERATOR:
    case KIND_ASYNCGEN:
    case KIND_GREENLET: add(&a->fibers, obj); break;
    case KIND_INSTANCE:
        if (!value_is_unset(sync_teller(a, obj)))
            add(&a->syncs, obj);
        break;
    default: break;
    }
}

static bool note_marked(Marker *marker, void *context)
{
    Already *a = context;
    heap_each(a->vm->heap, note, a);
    return false;
}

/* --- frames ------------------------------------------------------------------------------------------------- */

static bool is_own(const Frame *frame)
{
    return !(frame->func->code->flags & CODE_HIDDEN);
}

static void tell_frame(VM *vm, Frame *frame, Id of)
{
    if (!is_own(frame))
        return;
    Id id = observe_frame_id(vm, frame);
    if (frame->flags & FRAME_FIBER)
        of = observe_id(vm, &fiber_of_frame(frame)->obj);
    frame->flags &= ~(uint32_t)FRAME_LEFT;
    EMIT(vm, call, .id = id, .fn = frame->func, .number = frame_line(frame), .id2 = of, .frame = frame);
    EMIT(vm, line, .id = id, .number = frame_line(frame), .frame = frame);
}

/* Frames from `tip` outwards up to `end` (not with it), told outermost first. green: the greenlet, or nothing. */
static void tell_frames(VM *vm, Frame *tip, const Frame *end, Id green)
{
    Frame *frames[FRAMES];
    size_t count = 0;
    for (Frame *frame = tip; frame && frame != end && count < FRAMES; frame = frame->caller)
        frames[count++] = frame;
    while (count > 0) {
        Frame *frame = frames[--count];
        tell_frame(vm, frame, frame->flags & FRAME_GREENLET ? green : ID(0, 0));
    }
}

/* A suspended chain: its innermost frame has been left, and will go on. */
static void tell_suspended(VM *vm, const Fiber *fiber, const char *how)
{
    Frame *frame = fiber->tip;
    tell_frames(vm, frame, NULL, ID(0, 0));
    while (frame && !is_own(frame))
        frame = frame->caller;
    if (!frame)
        return;
    EMIT(vm, leave, .id = observe_frame_id(vm, frame), .word = how, .value = VALUE_NONE, .frame = frame);
    if (frame->flags & FRAME_FIBER)
        frame->flags |= FRAME_LEFT;
}

/* --- coroutines, generators, greenlets ---------------------------------------------------------------------- */

static bool is_greenlet(const Fiber *fiber)
{
    return (fiber->obj.kind & KIND_MASK) == KIND_GREENLET;
}

static bool is_shown(const Fiber *fiber)
{
    return !is_greenlet(fiber) && fiber->state != FIBER_DONE && is_own(&fiber->base);
}

static void tell_new(VM *vm, Fiber *fiber)
{
    Id id = observe_id(vm, &fiber->obj);
    if (id.letter == 'C')
        EMIT(vm, co_new, .id = id, .fn = fiber->base.func, .value = OBJ(fiber), .earlier = true);
    else
        EMIT(vm, gen_new, .id = id, .fn = fiber->base.func, .value = OBJ(fiber), .earlier = true);
}

static const Function *first_function(const Frame *tip)
{
    const Function *fn = NULL;
    for (const Frame *frame = tip; frame; frame = frame->caller)
        if (is_own(frame))
            fn = frame->func;
    return fn;
}

/* Each greenlet that was left, by a switch to it and back; the running one comes last. */
static void tell_greenlets(Already *a)
{
    VM *vm = a->vm;
    Fiber *current = vm->greenlet;
    if (!current)
        return;
    observe_id(vm, &vm->main_greenlet->obj); /* the first, as always */
    Id now = observe_id(vm, &current->obj);
    for (uint32_t i = 0; i < a->fibers.count; i++) {
        Fiber *g = (Fiber *)(void *)a->fibers.items[i];
        if (!is_greenlet(g) || g->state == FIBER_DONE)
            continue;
        EMIT(vm, green_new, .id = observe_id(vm, &g->obj), .fn = first_function(g == current ? vm->frame : g->tip), .value = OBJ(g),
             .earlier = true);
    }
    for (uint32_t i = 0; i < a->fibers.count; i++) {
        Fiber *g = (Fiber *)(void *)a->fibers.items[i];
        if (!is_greenlet(g) || g->state != FIBER_SUSPENDED)
            continue;
        Id id = observe_id(vm, &g->obj);
        EMIT(vm, switch, .id = now, .id2 = id, .word = "switch", .value = VALUE_UNSET);
        tell_frames(vm, g->tip, NULL, id);
        EMIT(vm, switch, .id = id, .id2 = now, .word = "switch", .value = VALUE_UNSET, .frame = g->tip);
    }
}

static void tell_fibers(Already *a)
{
    tell_greenlets(a);
    for (uint32_t i = 0; i < a->fibers.count; i++) {
        Fiber *fiber = (Fiber *)(void *)a->fibers.items[i];
        if (is_shown(fiber))
            tell_new(a->vm, fiber);
    }
    for (uint32_t i = 0; i < a->fibers.count; i++) {
        const Fiber *fiber = (Fiber *)(void *)a->fibers.items[i];
        bool generates = (fiber->obj.kind & KIND_MASK) != KIND_COROUTINE;
        if (is_shown(fiber) && fiber->state == FIBER_SUSPENDED && fiber->tip && !fiber->base.caller)
            tell_suspended(a->vm, fiber, generates ? "yield" : "await");
    }
}

/* --- locks, events, queues ---------------------------------------------------------------------------------- */

typedef struct Turns {
    Already *already;
    Id of;
    const char *word;
} Turns;

static bool tell_turn(VM *vm, void *context, Value item)
{
    Turns *turns = context;
    if (!future_is(item) || future_done(as_future(item)))
        return true;
    add(&turns->already->told, value_obj(item));
    EMIT(vm, fut_new, .id = observe_id(vm, value_obj(item)), .word = turns->word, .id2 = turns->of, .earlier = true);
    return true;
}

static void tell_sync(Already *a, Obj *obj)
{
    static const char *const queues[] = { "_waiters", "_getters", "_putters", "_joiners" };
    VM *vm = a->vm;
    const Str *cls = obj->cls->name;
    Value whole = instance_get(vm->heap, (Instance *)(void *)obj, str_intern_cstr(vm->heap, "_part_of"));
    Obj *owner = value_is_kind(whole, KIND_INSTANCE) ? value_obj(whole) : obj; /* a Barrier waits by a Condition of its own */
    Turns turns = { .already = a, .of = observe_id(vm, owner), .word = "lock" };
    if (str_equals_cstr(cls, "Event"))
        turns.word = "event";
    for (size_t i = 0; i < sizeof queues / sizeof *queues; i++) {
        Value waiters = instance_get(vm->heap, (Instance *)(void *)obj, str_intern_cstr(vm->heap, queues[i]));
        if (i > 0)
            turns.word = "queue";
        if (value_is_obj(waiters) && !vm_each(vm, waiters, tell_turn, &turns) && vm_raised(vm))
            vm_take_exception(vm);
    }
    Value args[2] = { OBJ(obj), vm_str_cstr(vm, "new") };
    if (value_is_raised(args[1]) || value_is_raised(vm_call(vm, sync_teller(a, obj), 2, args)))
        vm_take_exception(vm);
}

/* --- tasks -------------------------------------------------------------------------------------------------- */

static const Fiber *fiber_of(const Task *task)
{
    return value_is_kind(task->coro, KIND_COROUTINE) ? AS(Fiber, task->coro) : NULL;
}

static Frame *tip_of(const Task *task)
{
    const Fiber *fiber = fiber_of(task);
    return fiber ? fiber->tip : NULL;
}

static void tell_task(VM *vm, Task *task)
{
    Id id = observe_id(vm, &task->future.obj);
    const Fiber *fiber = fiber_of(task);
    Id co = fiber ? observe_id(vm, value_obj(task->coro)) : ID(0, 0);
    EMIT(vm, task_new, .id = id, .id2 = co, .fn = fiber ? fiber_function(fiber) : NULL, .value = VALUE_NONE, .earlier = true);
}

/* A gather() that a task waits for is told by each of its children. */
static void tell_children(VM *vm, const Gather *gather, Id into)
{
    for (size_t i = 0; gather->children && i < tuple_length(gather->children); i++) {
        Value child = gather->children->items[i];
        if (future_is(child) && !future_done(as_future(child)))
            EMIT(vm, cb_add, .id = observe_id(vm, value_obj(child)), .id2 = ID('H', ++vm->next_id['H']), .id4 = into,
                 .word = "callback", .value = child, .earlier = true);
    }
}

static bool is_told(const Already *a, const Obj *future)
{
    for (uint32_t i = 0; i < a->told.count; i++)
        if (a->told.items[i] == future)
            return true;
    return false;
}

/* Only a sleep is certain to have been made where the task stands. */
static void tell_future(Already *a, Future *future, Frame *tip)
{
    static const char *const words[] = { [FUTURE_SLEEP] = "sleep", [FUTURE_GATHER] = "gather" };
    bool known = future->kind == FUTURE_SLEEP || future->kind == FUTURE_GATHER;
    if (future->kind == FUTURE_TASK || is_told(a, &future->obj))
        return;
    add(&a->told, &future->obj);
    EMIT(a->vm, fut_new, .id = observe_id(a->vm, &future->obj), .word = known ? words[future->kind] : "plain",
         .frame = future->kind == FUTURE_SLEEP ? tip : NULL, .earlier = true);
}

static void tell_wait(Already *a, Task *task)
{
    VM *vm = a->vm;
    if (!value_is_obj(task->waits_on) || task->task_flags & TASK_QUEUED || !future_is(task->waits_on))
        return;
    Id id = observe_id(vm, &task->future.obj), waits = observe_id(vm, value_obj(task->waits_on));
    Future *future = as_future(task->waits_on);
    tell_future(a, future, tip_of(task));
    if (future->kind == FUTURE_GATHER)
        tell_children(vm, (const Gather *)(const void *)future, waits);
    EMIT(vm, task_wait, .id = id, .id2 = waits, .value = task->waits_on, .frame = tip_of(task));
    if (task->future.handle_id == 0)
        task->future.handle_id = ++vm->next_id['H'];
    EMIT(vm, cb_add, .id = waits, .id2 = ID('H', task->future.handle_id), .id3 = id, .word = "wakeup",
         .value = task->waits_on, .earlier = true);
}

/* --- the loop ----------------------------------------------------------------------------------------------- */

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
             .word2 = is_task ? "" : "called soon", .id2 = is_task ? observe_id(vm, entry) : ID(0, 0), .earlier = true);
    }
}

static const Task *sleeper(const Loop *loop, const Obj *future)
{
    for (const Task *task = loop->first_task; task; task = task->next)
        if (value_is_obj(task->waits_on) && value_obj(task->waits_on) == future)
            return task;
    return NULL;
}

static void tell_timers(Already *a, Loop *loop)
{
    VM *vm = a->vm;
    for (size_t i = 0; i < loop->timers.count; i++) {
        const Timer *timer = &loop->timers.items[i];
        if (loop->timers.is_dead(timer->owner))
            continue;
        bool sleeps = (timer->owner->kind & KIND_MASK) == KIND_FUTURE;
        const Task *task = sleeps ? sleeper(loop, timer->owner) : NULL;
        if (sleeps) {
            Future *future = (Future *)(void *)timer->owner;
            if (future->handle_id == 0)
                future->handle_id = ++vm->next_id['H'];
            tell_future(a, future, task ? tip_of(task) : NULL);
        }
        EMIT(vm, timer, .id = loop_entry_id(vm, timer->owner), .number = clock_event_us(vm, timer->when_ns),
             .word = sleeps ? "sleep" : "call_later", .id2 = sleeps ? observe_id(vm, timer->owner) : ID(0, 0),
             .frame = task ? tip_of(task) : NULL, .earlier = true);
    }
}

static void tell_watches(VM *vm, const Loop *loop)
{
    for (size_t i = 0; i < loop->watch_count; i++) {
        const Watch *watch = &loop->watches[i];
        if (watch->reader)
            EMIT(vm, io, .number = watch->fd, .word = "watch", .word2 = "r", .id = observe_id(vm, &watch->reader->obj));
        if (watch->writer)
            EMIT(vm, io, .number = watch->fd, .word = "watch", .word2 = "w", .id = observe_id(vm, &watch->writer->obj));
    }
}

/* What the loop runs now: a step of a task, a callback, or nothing that is told. */
static Id running_entry(VM *vm, Loop *loop, Task *current)
{
    if (current && current->future.handle_id == 0)
        current->future.handle_id = ++vm->next_id['H'];
    if (current)
        return ID('H', current->future.handle_id);
    bool callback = loop->entry && (loop->entry->kind & KIND_MASK) == KIND_HANDLE && !loop_entry_hidden(loop, loop->entry);
    return callback ? loop_entry_id(vm, loop->entry) : ID(0, 0);
}

static void tell_loop(Already *a, Loop *loop)
{
    VM *vm = a->vm;
    Task *current = loop->current;
    const Fiber *fiber = current ? fiber_of(current) : NULL;
    Frame *base = fiber ? fiber->base.caller : loop->running ? (Frame *)vm->floor : NULL; /* it drives the loop */
    loop->current = NULL; /* nobody makes what was there before */
    loop->running_handle = ID(0, 0);
    if (base)
        tell_frames(vm, base, NULL, ID(0, 0));
    clock_event_start(vm);
    const Task *main = loop->main && loop->main->kind == FUTURE_TASK ? (const Task *)(const void *)loop->main : NULL;
    EMIT(vm, loop_start, .id = main && fiber_of(main) ? observe_id(vm, value_obj(main->coro)) : ID(0, 0));
    loop->told_start = loop->running;
    for (Task *task = loop->first_task; task; task = task->next)
        tell_task(vm, task);
    for (Task *task = loop->first_task; task; task = task->next)
        if (task != current)
            tell_wait(a, task);
    tell_queue(vm, loop);
    tell_timers(a, loop);
    tell_watches(vm, loop);
    report_tell_lost(loop);
    if (!loop->running) /* the prompt's, between two turns */
        EMIT(vm, loop_stop, .word = "stop");
    else
        EMIT(vm, round, .number = (int64_t)loop->round, .number2 = 1);
    Id handle = running_entry(vm, loop, current), id = current ? observe_id(vm, &current->future.obj) : ID(0, 0);
    if (handle.n) {
        EMIT(vm, ready, .id = handle, .word = current ? "step" : "callback", .word2 = "", .id2 = id, .earlier = true);
        EMIT(vm, pick, .id = handle, .number2 = 1);
    }
    loop->running_handle = handle;
    loop->current = current;
    if (current)
        EMIT(vm, task_step, .id = id, .id2 = handle, .word = "send", .value = VALUE_NONE);
    tell_frames(vm, vm->frame, base, ID(0, 0));
}

void already_tell(VM *vm, Loop *loop)
{
    Already a = { .vm = vm, .loop = loop, .told_name = str_intern_cstr(vm->heap, "_told") };
    heap_survey(vm->heap, note_marked, &a);
    if (loop)
        report_find_lost(loop); /* before they are kept alive here */
    size_t mark = vm->root_count;
    for (uint32_t i = 0; i < a.syncs.count; i++)
        vm_keep(vm, OBJ(a.syncs.items[i])); /* telling one runs the library's code */
    for (uint32_t i = 0; i < a.fibers.count; i++)
        vm_keep(vm, OBJ(a.fibers.items[i]));
    Task *current = loop ? loop->current : NULL;
    if (loop)
        loop->current = NULL;
    tell_fibers(&a);
    for (uint32_t i = 0; i < a.syncs.count; i++)
        tell_sync(&a, a.syncs.items[i]);
    if (loop) {
        loop->current = current;
        tell_loop(&a, loop);
    } else {
        tell_frames(vm, vm->frame, NULL, vm->greenlet ? observe_id(vm, &vm->greenlet->obj) : ID(0, 0));
    }
    vm->root_count = mark;
    vec_free(&a.fibers);
    vec_free(&a.syncs);
    vec_free(&a.told);
}
