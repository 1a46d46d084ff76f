/* loop.c - the event loop: one round, and running rounds until somebody says stop. This is the file to read
 * first: everything asynchronous happens because loop_round takes entries from the ready queue.
 *
 *      call_soon, new Tasks, results of Futures ---> ready queue ---> one round runs what is queued now
 *                                                       ^
 *      call_later, sleep ---> timer heap --- due -------+
 *      add_reader, add_writer ---> selector -- active --+      (compare asyncio/base_events.py) */
#include "runtime/loop/loop.h"

#include "runtime/loop/gather.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/origin.h"
#include "runtime/loop/report.h"
#include "runtime/loop/task.h"
#include "runtime/loop/threads.h"
#include "runtime/modules/helpers.h"

#include "base/platform.h"

#include <errno.h>

_Static_assert((int)SELECT_SIGNAL == (int)ATTENTION_SIGNAL, "one bit, two names");

/* --- events ------------------------------------------------------------------------------------------ */

/* The id of the handle that an entry of the queue is: Tasks get a new one with each step. */
Id loop_entry_id(VM *vm, Obj *entry)
{
    switch (entry->kind & KIND_MASK) {
    case KIND_TASK:
    case KIND_FUTURE: return ID('H', ((Future *)(void *)entry)->handle_id);
    default: return observe_id(vm, entry);
    }
}

Id loop_event_by(VM *vm)
{
    Loop *loop = vm->loop;
    if (!loop)
        return ID(0, 0);
    return loop->current ? observe_id(vm, &loop->current->future.obj) : loop->running_handle;
}

/* The callback by which run_until_complete() itself learns that its Future is done. */
bool loop_entry_hidden(const Loop *loop, const Obj *entry)
{
    return (entry->kind & KIND_MASK) == KIND_HANDLE &&
           value_same(((const Handle *)(const void *)entry)->callback, loop->state->run_done);
}

COLD static void tell_ready(Loop *loop, Obj *entry, const char *kind, const char *why, const Future *of)
{
    VM *vm = loop->vm;
    if (loop_entry_hidden(loop, entry)) {
        loop->hidden++;
        return;
    }
    Id task = { 0 };
    const Frame *frame = NULL;
    if ((entry->kind & KIND_MASK) == KIND_TASK) {
        Task *self = (Task *)(void *)entry;
        if (*kind != 'w' || self->future.handle_id == 0) /* a wakeup has had its number since cb_add */
            self->future.handle_id = ++vm->next_id['H'];
        task = observe_id(vm, entry);
        if (*why == 'g' && value_is_kind(self->coro, KIND_COROUTINE))
            frame = AS(Fiber, self->coro)->tip;
    } else if ((entry->kind & KIND_MASK) == KIND_HANDLE) {
        ((Handle *)(void *)entry)->flags |= HANDLE_QUEUED;
    }
    EMIT(vm, ready, .id = loop_entry_id(vm, entry), .word = kind, .word2 = why, .id2 = task,
         .id3 = of ? observe_id(vm, (Obj *)&of->obj) : ID(0, 0), .frame = frame);
}

void loop_tell_start(Loop *loop, Value main)
{
    VM *vm = loop->vm;
    clock_event_start(vm);
    if (task_is(main))
        main = AS(Task, main)->coro;
    if (!loop->told_start)
        EMIT(vm, loop_start, .id = value_is_kind(main, KIND_COROUTINE) || value_is_kind(main, KIND_GENERATOR)
                                       ? observe_id(vm, value_obj(main)) : ID(0, 0));
    loop->told_start = true;
}

void loop_tell_stop(Loop *loop, const char *why)
{
    loop->told_start = false;
    EMIT(loop->vm, loop_stop, .word = why);
}

/* What a loop that ends still holds is gone, and told so: nothing of it will run. */
void loop_tell_close(Loop *loop)
{
    VM *vm = loop->vm;
    int64_t when_ns;
    for (Obj *owner; (owner = timers_take_due(&loop->timers, CLOCK_NEVER, &when_ns));)
        EMIT(vm, timer_del, .id = loop_entry_id(vm, owner));
    while (loop->ready.count > 0) {
        uint32_t left = loop->ready.count - (loop->hidden < loop->ready.count ? loop->hidden : 0);
        Obj *entry = ready_pop(&loop->ready);
        if (!loop_entry_hidden(loop, entry))
            EMIT(vm, pick, .id = loop_entry_id(vm, entry), .number2 = left, .number3 = true);
        else
            loop->hidden -= loop->hidden > 0;
    }
    for (size_t i = 0; i < loop->watch_count; i++)
        for (int w = 0; w < 2; w++) {
            Handle **handle = w ? &loop->watches[i].writer : &loop->watches[i].reader;
            if (*handle)
                EMIT(vm, io, .number = loop->watches[i].fd, .word = "unwatch", .word2 = w ? "w" : "r");
            *handle = NULL;
        }
}

/* --- the ready queue --------------------------------------------------------------------------------- */

static bool push(Loop *loop, Obj *entry)
{
    if (LIKELY(ready_push(&loop->ready, loop->vm->heap, entry)))
        return true;
    loop->vm->heap->oom = true;
    loop->vm->attention |= ATTENTION_MEMORY;
    return false;
}

COLD static void make_ready_told(Loop *loop, Obj *entry, const char *kind, const char *why, const Future *of)
{
    if (push(loop, entry))
        tell_ready(loop, entry, kind, why, of);
}

void loop_make_ready_untold(Loop *loop, Obj *entry)
{
    push(loop, entry);
}

void loop_make_ready(Loop *loop, Obj *entry, const char *kind, const char *why, const Future *of)
{
    if (OBSERVED(loop->vm))
        make_ready_told(loop, entry, kind, why, of);
    else
        push(loop, entry);
}

Handle *loop_call_soon(Loop *loop, Value callback, int nargs, const Value *args, Value context,
                       const char *kind, const char *why, const Future *of)
{
    Handle *handle = handle_new(loop, false, callback, nargs, args, context);
    origin_note(loop, &handle->obj);
    loop_make_ready(loop, &handle->obj, kind, why, of);
    return handle;
}

COLD static Handle *tell_timer(VM *vm, Handle *handle, int64_t when_ns, const char *kind)
{
    EMIT(vm, timer, .id = observe_id(vm, &handle->obj), .number = clock_event_us(vm, when_ns), .word = kind);
    return handle;
}

Handle *loop_call_at(Loop *loop, double when, int64_t when_ns, Value callback, int nargs, const Value *args,
                     Value context, const char *kind)
{
    VM *vm = loop->vm;
    Handle *handle = handle_new(loop, true, callback, nargs, args, context);
    origin_note(loop, &handle->obj);
    handle->when = when;
    if (!timers_push(&loop->timers, vm->heap, when_ns, &handle->obj)) {
        raise_memory(vm);
        return NULL;
    }
    handle->flags |= HANDLE_SCHEDULED;
    return OBSERVED(vm) ? tell_timer(vm, handle, when_ns, kind) : handle;
}

/* The step that a Ctrl-C came into has ended in time. */
static void disarm_interrupt(LoopState *state)
{
    state->interrupt_armed = false;
    platform_interrupt_after(0);
}

/* may_tell: somebody may observe; a constant at each call. */
static inline __attribute__((always_inline)) bool run_entry(Loop *loop, Obj *entry, bool may_tell)
{
    VM *vm = loop->vm;
    size_t mark = vm->root_count;
    Obj *outer = loop->entry;
    loop->entry = entry; /* keeps it alive */
    bool fine = true;
    switch (entry->kind & KIND_MASK) {
    case KIND_TASK: fine = may_tell ? task_step((Task *)(void *)entry) : task_step_untold((Task *)(void *)entry); break;
    case KIND_FUTURE: future_set_result(loop->vm, (Future *)(void *)entry, ((Future *)(void *)entry)->result); break;
    default: {
        Handle *handle = (Handle *)(void *)entry;
        fine = handle->flags & HANDLE_GATHER ? gather_run(handle) : handle_run(handle);
    }
    }
    loop->entry = outer;
    vm->root_count = mark;
    if (UNLIKELY(loop->state->interrupt_armed))
        disarm_interrupt(loop->state);
    return fine;
}

bool loop_run_entry(Loop *loop, Obj *entry)
{
    return run_entry(loop, entry, true);
}

static bool is_skipped(const Obj *entry)
{
    switch (entry->kind & KIND_MASK) {
    case KIND_TASK: return future_done(&((const Task *)(const void *)entry)->future);
    case KIND_FUTURE: return future_done((const Future *)(const void *)entry);
    default: return (((const Handle *)(const void *)entry)->flags & HANDLE_CANCELLED) != 0;
    }
}

/* Once the script has imported logging, the logger 'asyncio' gets what the loop has to tell. false: it has not. */
bool loop_log(VM *vm, int level, Str *text, Value error)
{
    Value module = dict_get_name(vm->modules, name_of(vm, "logging"));
    if (!value_is_obj(module))
        return false;
    Value args[3] = { make_int(vm, level), OBJ(text), value_is_obj(error) ? error : VALUE_NONE };
    vm_keep(vm, args[1]);
    if (value_is_raised(vm_call_method(vm, module, name_of(vm, "_from_loop"), 3, args)))
        vm_take_exception(vm);
    return true;
}

/* In debug mode: who held the loop up? */
static void report_slow(Loop *loop, Obj *entry, int64_t started_ns)
{
    VM *vm = loop->vm;
    int64_t took_ns = loop_now_ns(loop) - started_ns;
    if ((double)took_ns < loop->slow_seconds * 1e9)
        return;
    Str *shown = vm_repr(vm, OBJ(entry));
    if (!shown) {
        vm_take_exception(vm);
        return;
    }
    vm_keep(vm, OBJ(shown));
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_cstr(&b, "Executing ");
    builder_str(&b, shown);
    builder_printf(&b, " took %.3f seconds", (double)took_ns / 1e9);
    Str *text = builder_finish(&b);
    if (text && loop_log(vm, LOG_WARNING, text, VALUE_NONE))
        return;
    Value arg = text ? OBJ(str_concat(vm->heap, text, str_from_char(vm->heap, '\n'))) : VALUE_UNSET;
    if (!text || (value_is_obj(vm->sys_stderr) &&
                  value_is_raised(vm_call_method(vm, vm->sys_stderr, NAME(vm, write), 1, &arg))))
        vm_take_exception(vm);
}

/* --- waiting ------------------------------------------------------------------------------------------ */

static bool is_dead(const Obj *owner)
{
    if ((owner->kind & KIND_MASK) == KIND_HANDLE)
        return (((const Handle *)(const void *)owner)->flags & HANDLE_CANCELLED) != 0;
    return future_done((const Future *)(const void *)owner);
}

COLD static void tell_fire(Loop *loop, Obj *owner, int64_t late_us)
{
    if ((owner->kind & KIND_MASK) == KIND_HANDLE)
        ((Handle *)(void *)owner)->flags |= HANDLE_QUEUED;
    EMIT(loop->vm, timer_fire, .id = loop_entry_id(loop->vm, owner), .number = late_us);
}

static void expire(Loop *loop, int64_t now_ns)
{
    int64_t when_ns;
    Obj *owner;
    while ((owner = timers_take_due(&loop->timers, now_ns, &when_ns))) {
        if ((owner->kind & KIND_MASK) == KIND_HANDLE)
            ((Handle *)(void *)owner)->flags &= ~(uint32_t)HANDLE_SCHEDULED;
        else
            ((Future *)(void *)owner)->flags &= (uint8_t)~FUTURE_ARMED;
        if (UNLIKELY(!ready_push(&loop->ready, loop->vm->heap, owner)))
            loop->vm->heap->oom = true;
        if (OBSERVED(loop->vm))
            tell_fire(loop, owner, (now_ns - when_ns) / 1000);
    }
}

static void descriptor_active(void *context, int fd, int events)
{
    Loop *loop = context;
    Watch *watch = loop_find_watch(loop, fd);
    if (!watch)
        return;
    Handle *handles[2] = { events & SELECT_READ ? watch->reader : NULL,
                           events & SELECT_WRITE ? watch->writer : NULL };
    for (int i = 0; i < 2; i++)
        if (handles[i] && !(handles[i]->flags & HANDLE_CANCELLED)) {
            EMIT(loop->vm, io, .number = fd, .word = "active", .word2 = i ? "w" : "r",
                 .id = observe_id(loop->vm, &handles[i]->obj));
            loop_make_ready(loop, &handles[i]->obj, "io", "io", NULL);
        }
}

static bool need_selector(Loop *loop)
{
    if (!loop->selector && !(loop->selector = loop->selector_ops->create())) {
        raise_memory(loop->vm);
        return false;
    }
    return true;
}

/* Sleeps in the selector. false: an exception is pending. */
static bool select_for(Loop *loop, int64_t timeout_ns)
{
    VM *vm = loop->vm;
    if (!need_selector(loop))
        return false;
    int result = loop->selector_ops->wait(loop->selector, timeout_ns, &vm->attention, descriptor_active, loop);
    if (result < 0 && result != -EINTR) {
        raise_os(vm, -result, VALUE_UNSET);
        return false;
    }
    return !vm->attention || vm_safe_point(vm);
}

/* A Task that failed with nobody waiting, and that nobody can reach any more: CPython, which counts references, tells
 * of it at once. Here it is told when everybody waits, if looking costs little and for the first ones. false: raised. */
COLD static bool tell_lost_failures(Loop *loop)
{
    enum { SMALL_BYTES = 8 << 20, LOOKS = 50 };
    VM *vm = loop->vm;
    loop->state->failures &= (uint8_t)~FAILED_NEW;
    if (vm->heap->live_bytes > SMALL_BYTES || loop->state->failure_looks == LOOKS)
        return true;
    loop->state->failure_looks++;
    vm->attention |= ATTENTION_GC;
    return vm_safe_point(vm);
}

/* Waits until something can happen (if it may) and moves what is due to the ready queue. */
static bool wait_and_collect(Loop *loop, bool may_wait)
{
    VM *vm = loop->vm;
    Clock *clock = loop->clock;
    if (UNLIKELY(loop->state->failures & FAILED_NEW) && may_wait && loop->ready.count == 0 &&
        !tell_lost_failures(loop))
        return false;
    const Timer *first = timers_first(&loop->timers);
    int64_t now_ns = first ? clock->now_ns(clock) : 0;
    int64_t timeout_ns = 0;
    if (loop->ready.count == 0 && !loop->stopping && may_wait) {
        bool has_timer = first && first->when_ns != CLOCK_NEVER;
        if (!has_timer && loop->watch_count == 0 && value_is_unset(loop->signals))
            return report_deadlock(loop);
        timeout_ns = !has_timer ? -1 : first->when_ns > now_ns ? clock_add_ns(first->when_ns, -now_ns) : 0;
        if (OBSERVED(vm) && timeout_ns != 0 && !report_idle(loop))
            return false;
        if (timeout_ns != 0)
            EMIT(vm, wait, .number = has_timer ? clock_event_us(vm, first->when_ns) : -1,
                 .number2 = (int64_t)loop->timers.count, .number3 = (int64_t)loop->watch_count);
    }
    int64_t due_ns = first ? first->when_ns : 0;
    if (timeout_ns > 0 && !clock->is_virtual) /* whole milliseconds, as asyncio's epoll: what is due at nearly */
        timeout_ns = (timeout_ns / 1000000 + (timeout_ns % 1000000 != 0)) * 1000000; /* the same time stays together */
    bool real_wait = loop->watch_count > 0 || (timeout_ns != 0 && (!clock->is_virtual || timeout_ns < 0));
    if (real_wait && !select_for(loop, timeout_ns))
        return false;
    if (OBSERVED(vm) && real_wait && clock->is_virtual && timeout_ns != 0)
        EMIT(vm, ext, .word = "wait", .value = value_small(loop->ready.count)); /* only this wait was real */
    if (timeout_ns > 0) {
        if (clock->is_virtual && loop->ready.count == 0) {
            clock->sleep_until(clock, due_ns);
            EMIT(vm, clock, .number = clock_event_us(vm, due_ns), .word = "timer");
        }
        now_ns = clock->now_ns(clock);
    }
    if (first)
        expire(loop, now_ns);
    return true;
}

/* --- rounds ------------------------------------------------------------------------------------------- */

COLD static void tell_round(Loop *loop, uint32_t todo)
{
    if (todo > loop->hidden || todo == 0)
        EMIT(loop->vm, round, .number = (int64_t)loop->round, .number2 = todo - (todo ? loop->hidden : 0));
}

/* The entry that was the `index`th of those shown was taken out. */
COLD static void tell_pick(Loop *loop, Obj *entry, uint32_t index, uint32_t todo, bool skip)
{
    VM *vm = loop->vm;
    loop->running_handle = ID(0, 0);
    if (loop_entry_hidden(loop, entry)) {
        loop->hidden -= loop->hidden > 0;
        return;
    }
    if ((entry->kind & KIND_MASK) == KIND_HANDLE)
        ((Handle *)(void *)entry)->flags &= ~(uint32_t)HANDLE_QUEUED;
    Id id = loop_entry_id(vm, entry);
    EMIT(vm, pick, .id = id, .number = index, .number2 = todo - (loop->hidden < todo ? loop->hidden : 0),
         .number3 = skip, .value = OBJ(entry));
    if (!skip) {
        loop->running_handle = id;
        loop->ops_before = vm->ops;
        loop->picked_ns = clock_of(vm)->is_virtual ? 0 : runtime_now_ns(vm);
    }
}

COLD static void tell_ran(Loop *loop)
{
    VM *vm = loop->vm;
    Id id = loop->running_handle;
    loop->running_handle = ID(0, 0);
    if (id.n)
        EMIT(vm, ran, .id = id, .number = (int64_t)(vm->ops - loop->ops_before),
             .number2 = clock_of(vm)->is_virtual ? 0 : (runtime_now_ns(vm) - loop->picked_ns) / 1000);
}

/* splitmix64 (Steele, Lea, Flood 2014) */
static uint64_t next_random(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

/* --shuffle: which of the first `todo` entries runs next. Any Task, or the first of the callbacks: these keep their
 * order among themselves. */
static uint32_t shuffled_index(Loop *loop, uint32_t todo)
{
    uint32_t choices = 0, first_callback = UINT32_MAX;
    if (todo > loop->ready.count)
        todo = loop->ready.count;
    for (uint32_t i = 0; i < todo; i++) {
        bool is_task = (ready_at(&loop->ready, i)->kind & KIND_MASK) == KIND_TASK;
        if (!is_task && first_callback == UINT32_MAX)
            first_callback = i;
        choices += is_task || i == first_callback;
    }
    uint64_t left = next_random(&loop->state->shuffle) % choices;
    for (uint32_t i = 0; i < todo; i++) {
        bool is_task = (ready_at(&loop->ready, i)->kind & KIND_MASK) == KIND_TASK;
        if ((is_task || i == first_callback) && left-- == 0)
            return i;
    }
    return 0;
}

/* The same with all that is asked for seldom: events, --shuffle, debug mode. */
COLD static bool run_ready_told(Loop *loop, uint32_t todo)
{
    VM *vm = loop->vm;
    if (OBSERVED(vm))
        tell_round(loop, todo);
    for (; todo > 0 && loop->ready.count > 0; todo--) {
        uint32_t index = loop->state->shuffled ? shuffled_index(loop, todo) : 0, shown = index;
        for (uint32_t i = 0; i < index; i++)
            shown -= loop_entry_hidden(loop, ready_at(&loop->ready, i));
        Obj *entry = index == 0 ? ready_pop(&loop->ready) : ready_take(&loop->ready, index);
        bool skip = is_skipped(entry);
        if (OBSERVED(vm))
            tell_pick(loop, entry, shown, todo, skip);
        if (skip)
            continue;
        report_watch_pick(loop);
        int64_t started_ns = loop->debug ? loop_now_ns(loop) : 0;
        bool fine = loop_run_entry(loop, entry);
        if (OBSERVED(vm))
            tell_ran(loop);
        if (!fine)
            return false;
        if (loop->debug) {
            loop->entry = entry;
            report_slow(loop, entry, started_ns);
            loop->entry = NULL;
        }
        if ((vm->attention || heap_wants_collection(vm->heap)) && !vm_safe_point(vm))
            return false;
        if (loop->deadline_ns && platform_now_ns() >= loop->deadline_ns)
            break;
    }
    return true;
}

/* The rest of a round in which somebody began to observe (breakpoint()): events tell of whole rounds, so this one
 * goes on without `pick`. */
COLD static bool run_rest(Loop *loop, uint32_t todo)
{
    VM *vm = loop->vm;
    for (; todo > 0 && loop->ready.count > 0; todo--) {
        Obj *entry = ready_pop(&loop->ready);
        if (is_skipped(entry))
            continue;
        if (!loop_run_entry(loop, entry) || !vm_safe_point(vm))
            return false;
    }
    return true;
}

/* Runs what is queued now; what that adds waits for the next round. */
static bool run_ready(Loop *loop, uint32_t todo)
{
    VM *vm = loop->vm;
    for (; todo > 0 && loop->ready.count > 0; todo--) {
        Obj *entry = ready_pop(&loop->ready);
        if (is_skipped(entry))
            continue;
        if (!run_entry(loop, entry, false))
            return false;
        if (UNLIKELY(vm->attention || heap_wants_collection(vm->heap))) {
            if (!vm_safe_point(vm))
                return false;
            if (OBSERVED(vm))
                return run_rest(loop, todo - 1);
        }
    }
    return true;
}

bool loop_round(Loop *loop, bool may_wait)
{
    VM *vm = loop->vm;
    if (UNLIKELY(threads_used(loop->state)) && may_wait) {
        int how = threads_wait(loop);
        if (how < 0)
            return false;
        may_wait = how == 0;
    }
    if ((loop->timers.count > 0 || loop->watch_count > 0 || loop->ready.count == 0) &&
        !wait_and_collect(loop, may_wait))
        return false;

    loop->round++;
    bool seldom = COUNTED(vm) || loop->state->shuffled || loop->debug || loop->deadline_ns;
    if (!(UNLIKELY(seldom) ? run_ready_told(loop, loop->ready.count) : run_ready(loop, loop->ready.count)))
        return false;
    enum { SURVEY_EVERY = 8 }; /* collections: so that looking for lost Tasks stays cheap beside them */
    if (UNLIKELY(vm->heap->collections - loop->surveyed >= SURVEY_EVERY) &&
        (loop->ready.count > 0 || loop->timers.count > 0 || loop->watch_count > 0)) { /* else all are lost: a deadlock */
        loop->surveyed = vm->heap->collections;
        return report_unreachable(loop);
    }
    return true;
}

static bool enter(Loop *loop)
{
    VM *vm = loop->vm;
    if (!loop_check_closed(loop))
        return false;
    if (loop->running) {
        raise_runtime(vm, "This event loop is already running");
        return false;
    }
    if (vm->loop) {
        raise_runtime(vm, "Cannot run the event loop while another loop is running");
        return false;
    }
    loop->running = true;
    loop->floor = vm->floor;
    vm->floor = vm->frame;
    vm->loop = loop;
    return true;
}

static void leave(Loop *loop)
{
    loop->running = loop->stopping = false;
    loop->current = NULL;
    loop->entry = NULL;
    loop->running_handle = ID(0, 0);
    loop->vm->floor = loop->floor;
    loop->vm->loop = NULL;
}

COLD static void tell_end(Loop *loop, bool fine)
{
    VM *vm = loop->vm;
    loop_tell_stop(loop, fine ? loop->main && future_done(loop->main) ? "main done" : "stop"
                         : vm_exception_is(vm, vm->exc[EXC_DeadlockError])       ? "deadlock"
                         : vm_exception_is(vm, vm->exc[EXC_KeyboardInterrupt])   ? "interrupt" : "error");
}

bool loop_run_forever(Loop *loop)
{
    VM *vm = loop->vm;
    if (!enter(loop))
        return false;
    if (OBSERVED(vm))
        loop_tell_start(loop, VALUE_UNSET);
    bool fine = true;
    do
        fine = loop_round(loop, true);
    while (fine && !loop->stopping);
    leave(loop);
    if (OBSERVED(vm))
        tell_end(loop, fine);
    return fine;
}

/* How long until something is due: 0, ns, or -1: no timer. */
static int64_t ns_to_next(Loop *loop)
{
    if (loop->ready.count > 0)
        return 0;
    const Timer *first = timers_first(&loop->timers);
    if (!first || first->when_ns == CLOCK_NEVER)
        return -1;
    int64_t now_ns = loop_now_ns(loop);
    return first->when_ns > now_ns ? first->when_ns - now_ns : 0;
}

bool loop_thread_enter(Loop *loop)
{
    if (!enter(loop))
        return false;
    loop->vm->floor = loop->floor;
    loop->vm->loop = NULL; /* only during a turn */
    return true;
}

int64_t loop_thread_turn(Loop *loop)
{
    VM *vm = loop->vm;
    vm->loop = loop;
    loop->floor = vm->floor;
    vm->floor = vm->frame;
    bool fine = loop_round(loop, false);
    vm->floor = loop->floor;
    vm->loop = NULL;
    return !fine ? -2 : loop->stopping ? -3 : ns_to_next(loop);
}

void loop_thread_leave(Loop *loop)
{
    leave(loop);
}

int64_t loop_turn(VM *vm, Loop *loop)
{
    return loop_turn_until(vm, loop, 0);
}

int64_t loop_turn_until(VM *vm, Loop *loop, int64_t deadline_ns)
{
    enum { LOOK_NS = 2000000 }; /* so soon the host is to come back while threads are on their way */
    if (!enter(loop))
        return -2;
    int threads = threads_used(loop->state) && !threads_inside(loop->state) ? threads_look(loop) : 0;
    if (threads < 0) {
        leave(loop);
        return -2;
    }
    loop->deadline_ns = deadline_ns;
    bool fine;
    do
        fine = loop_round(loop, false);
    while (fine && loop->ready.count > 0 && deadline_ns && platform_now_ns() < deadline_ns);
    loop->deadline_ns = 0;
    leave(loop);
    int64_t ns = fine ? ns_to_next(loop) : -2;
    return threads > 0 && (ns == -1 || ns > LOOK_NS) ? LOOK_NS : ns;
}

Obj *loop_next_entry(Loop *loop)
{
    if (OBSERVED(loop->vm))
        tell_ran(loop); /* the entry that was taken last */
    while (loop->ready.count == 0) {
        const Timer *first = timers_first(&loop->timers);
        if ((!first || first->when_ns == CLOCK_NEVER) && loop->watch_count == 0 && value_is_unset(loop->signals))
            return NULL;
        if (!wait_and_collect(loop, true))
            return NULL;
    }
    if (loop->timers.count > 0 && !wait_and_collect(loop, false))
        return NULL;
    Obj *entry = ready_pop(&loop->ready);
    if (OBSERVED(loop->vm))
        tell_pick(loop, entry, 0, 1, is_skipped(entry));
    return entry;
}

Value loop_run_until_complete(Loop *loop, Value awaitable)
{
    VM *vm = loop->vm;
    if (!loop_check_closed(loop))
        return VALUE_RAISED;
    if (loop->running)
        return raise_runtime(vm, "This event loop is already running");
    if (vm->loop)
        return raise_runtime(vm, "Cannot run the event loop while another loop is running");
    bool is_new = !future_is(awaitable);
    if (OBSERVED(vm))
        loop_tell_start(loop, awaitable);
    Value v = ensure_future(vm, awaitable, loop);
    if (value_is_raised(v) || !future_is(v)) {
        if (OBSERVED(vm))
            loop_tell_stop(loop, "error");
        return value_is_raised(v) ? v : raise_type(vm, "run_until_complete: %T is no Future of miniasync", v);
    }
    vm_keep(vm, v);
    Future *future = as_future(v);
    loop->main = future;
    if (is_new && task_is(v))
        AS(Task, v)->task_flags &= (uint16_t)~TASK_LOG_DESTROY;
    if (!future_add_callback(vm, future, loop->state->run_done, vm->current_context))
        return VALUE_RAISED;
    bool fine = loop_run_forever(loop);
    loop->main = NULL;
    if (!fine) {
        Value error = vm_keep(vm, vm_take_exception(vm));
        if (future_done(future) && (is_new || (future_failed(future) && value_same(future->result, error))))
            future->flags &= (uint8_t)~FUTURE_LOG; /* the caller gets it now */
        vm_call_method(vm, v, name_of(vm, "remove_done_callback"), 1, &loop->state->run_done);
        if (vm_raised(vm))
            vm_take_exception(vm);
        vm->exception = error;
        return VALUE_RAISED;
    }
    if (!future_done(future)) {
        if (value_is_raised(vm_call_method(vm, v, name_of(vm, "remove_done_callback"), 1,
                                           &loop->state->run_done)))
            return VALUE_RAISED;
        return raise_runtime(vm, "Event loop stopped before Future completed.");
    }
    return future_failed(future) ? future_result(vm, future) : future_take_result(vm, future);
}

/* --- descriptors ---------------------------------------------------------------------------------------- */

Watch *loop_find_watch(Loop *loop, int fd)
{
    for (size_t i = 0; i < loop->watch_count; i++)
        if (loop->watches[i].fd == fd)
            return &loop->watches[i];
    return NULL;
}

bool loop_watch(Loop *loop, int fd, int event, Handle *handle)
{
    VM *vm = loop->vm;
    Watch *watch = loop_find_watch(loop, fd);
    if (!watch) {
        if (!handle)
            return true;
        if (loop->watch_count == loop->watch_capacity) {
            size_t wanted = loop->watch_capacity ? loop->watch_capacity * 2 : START(8);
            Watch *more = heap_array(vm->heap, loop->watches, loop->watch_capacity * sizeof *more,
                                     wanted * sizeof *more);
            if (!more) {
                raise_memory(vm);
                return false;
            }
            loop->watches = more;
            loop->watch_capacity = wanted;
        }
        watch = &loop->watches[loop->watch_count++];
        *watch = (Watch){ .fd = fd };
    }
    Handle **slot = event == SELECT_READ ? &watch->reader : &watch->writer;
    Handle *before = *slot;
    *slot = handle;
    int events = (watch->reader ? SELECT_READ : 0) | (watch->writer ? SELECT_WRITE : 0);
    int result = need_selector(loop) ? loop->selector_ops->watch(loop->selector, fd, events) : -ENOMEM;
    if (result < 0) {
        *slot = NULL;
        raise_os(vm, -result, VALUE_UNSET);
    }
    if (before)
        handle_cancel(before);
    if (!watch->reader && !watch->writer)
        *watch = loop->watches[--loop->watch_count];
    EMIT(vm, io, .number = fd, .word = handle ? "watch" : "unwatch", .word2 = event == SELECT_READ ? "r" : "w",
         .id = handle ? observe_id(vm, &handle->obj) : ID(0, 0));
    return result >= 0;
}

/* --- reports ----------------------------------------------------------------------------------------------- */

static bool is_exit(VM *vm)
{
    return vm_exception_is(vm, vm->exc[EXC_SystemExit]) || vm_exception_is(vm, vm->exc[EXC_KeyboardInterrupt]);
}

static void write_error(VM *vm, Str *text)
{
    Value arg = OBJ(text);
    if (value_is_obj(vm->sys_stderr)) {
        vm_keep(vm, arg);
        if (value_is_raised(vm_call_method(vm, vm->sys_stderr, NAME(vm, write), 1, &arg)))
            vm_take_exception(vm);
    }
}

static int compare_names(const void *a, const void *b)
{
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

bool loop_default_exception_handler(VM *vm, Dict *context)
{
    Heap *heap = vm->heap;
    vm_keep(vm, OBJ(context));
    Value message = dict_get_name(context, NAME(vm, message));
    Value error = dict_get_name(context, name_of(vm, "exception"));
    Str *names[64]; /* of the other rows, sorted */
    size_t count = 0;
    for (DictEntry *e = NULL; (e = dict_next(context, e)) && count < 64;)
        if (value_is_str(e->key) && !str_equals_cstr(as_str(e->key), "message") &&
            !str_equals_cstr(as_str(e->key), "exception"))
            names[count++] = as_str(e->key);
    for (size_t i = 1; i < count; i++) /* a handful: sorted by insertion */
        for (size_t j = i; j > 0 && compare_names(&names[j - 1], &names[j]) > 0; j--) {
            Str *swap = names[j];
            names[j] = names[j - 1];
            names[j - 1] = swap;
        }
    StrBuilder b;
    builder_init(&b, heap);
    if (value_is_str(message) && str_length(as_str(message)) > 0)
        builder_str(&b, as_str(message));
    else
        builder_cstr(&b, "Unhandled exception in event loop");
    for (size_t i = 0; i < count; i++) {
        Value value = vm_dict_get(vm, context, OBJ(names[i]));
        if (value_is_kind(value, KIND_LIST) && str_equals_cstr(names[i], "source_traceback")) {
            builder_cstr(&b, "\nsource_traceback: Object created at (most recent call last):");
            origin_write(&b, value);
            continue;
        }
        Str *shown = !value_is_internal(value) ? vm_repr(vm, value) : NULL;
        if (!shown) {
            builder_drop(&b);
            return false;
        }
        builder_char(&b, '\n');
        builder_str(&b, names[i]);
        builder_cstr(&b, ": ");
        builder_str(&b, shown);
    }
    bool logs = value_is_obj(dict_get_name(vm->modules, name_of(vm, "logging")));
    if (logs) {
        Str *text = builder_finish(&b);
        return text ? loop_log(vm, LOG_ERROR, text, error) : (raise_memory(vm), false);
    }
    builder_char(&b, '\n');
    if (value_is_exception(error)) {
        Str *trace = traceback_format(vm, error);
        if (!trace) {
            builder_drop(&b);
            return false;
        }
        builder_str(&b, trace);
        if (str_length(trace) > 0 && str_at(trace, str_length(trace) - 1) != '\n')
            builder_char(&b, '\n');
    }
    Str *text = builder_finish(&b);
    if (!text) {
        raise_memory(vm);
        return false;
    }
    write_error(vm, text);
    return true;
}

static Dict *report_context(VM *vm, const char *message, Value error, Value context)
{
    Dict *dict = dict_new(vm->heap, 4);
    Value text = vm_str_cstr(vm, message);
    if (!dict || value_is_raised(text) || !dict_set_name(vm->heap, dict, NAME(vm, message), text) ||
        !dict_set_name(vm->heap, dict, name_of(vm, "exception"), error) ||
        (value_is_obj(context) && !dict_set_name(vm->heap, dict, name_of(vm, "context"), context)))
        return NULL;
    vm_keep(vm, OBJ(dict));
    return dict;
}

bool loop_call_exception_handler(Loop *loop, Dict *context)
{
    VM *vm = loop->vm;
    vm_keep(vm, OBJ(context));
    if (value_is_obj(loop->exception_handler)) {
        Value args[2] = { OBJ(loop), OBJ(context) };
        if (!value_is_raised(vm_call(vm, loop->exception_handler, 2, args)))
            return true;
        if (is_exit(vm))
            return false;
        Value error = vm_keep(vm, vm_take_exception(vm)), cause = dict_get_name(context, name_of(vm, "exception"));
        if (value_is_exception(error) && value_is_none(as_exception(error)->context) && value_is_exception(cause) &&
            !value_is_unset(dict_get_name(context, name_of(vm, "handle"))))
            as_exception(error)->context = cause; /* a callback's error was being handled */
        context = report_context(vm, "Unhandled error in exception handler", error, OBJ(context));
        if (!context)
            return true;
    }
    if (loop_default_exception_handler(vm, context))
        return true;
    if (is_exit(vm))
        return false;
    Value error = vm_keep(vm, vm_take_exception(vm));
    Str *text = traceback_format(vm, error);
    Str *all = text ? vm_format(vm, "Exception in default exception handler\n%S", text) : NULL;
    if (all)
        write_error(vm, all);
    else
        vm_take_exception(vm);
    return true;
}

bool loop_report(Loop *loop, Str *message, Value error, const char *key, Value subject)
{
    VM *vm = loop->vm;
    vm_keep(vm, error);
    vm_keep(vm, subject);
    vm_keep(vm, OBJ(message));
    Value origin = origin_of(vm, value_obj(subject));
    Dict *context = dict_new(vm->heap, 4);
    if (!context || !dict_set_name(vm->heap, context, NAME(vm, message), OBJ(message)) ||
        (value_is_obj(error) && !dict_set_name(vm->heap, context, name_of(vm, "exception"), error)) ||
        !dict_set_name(vm->heap, context, name_of(vm, key), subject) ||
        (value_is_obj(origin) && !dict_set_name(vm->heap, context, name_of(vm, "source_traceback"), origin)))
        return true; /* no memory to tell it */
    vm_keep(vm, OBJ(context));
    return loop_call_exception_handler(loop, context);
}

/* --- making and ending ---------------------------------------------------------------------------------------- */

Loop *loop_new(VM *vm, Class *cls)
{
    Loop *loop = heap_new_for(vm->heap, cls, sizeof *loop);
    loop->vm = vm;
    loop->state = vm->loops;
    loop->clock = clock_of(vm);
    loop->selector_ops = loop->state->selector_ops;
    loop->slow_seconds = 0.1;
    const char *debug = platform_getenv("PYTHONASYNCIODEBUG");
    loop->debug = debug && *debug;
    timers_init(&loop->timers, is_dead);
    heap_set_finalise(vm->heap, &loop->obj);
    return loop;
}

bool loop_check_closed(Loop *loop)
{
    if (!loop->closed)
        return true;
    raise_runtime(loop->vm, "Event loop is closed");
    return false;
}

void loop_release(Heap *heap, Loop *loop)
{
    if (loop->closed)
        return;
    loop->closed = true;
    loop->ready.count = 0;
    ready_free(&loop->ready, heap);
    timers_free(&loop->timers, heap);
    if (loop->selector)
        loop->selector_ops->destroy(loop->selector);
    loop->selector = NULL;
    heap_array_free(heap, loop->watches, loop->watch_capacity * sizeof *loop->watches);
    loop->watches = NULL;
    loop->watch_count = loop->watch_capacity = 0;
    loop->signals = VALUE_UNSET;
}

void loop_close(Loop *loop)
{
    if (OBSERVED(loop->vm) && !loop->closed)
        loop_tell_close(loop);
    loop_release(loop->vm->heap, loop);
}
