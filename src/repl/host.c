/* host.c - the prompt's own event loop: turned in small pieces while the learner types, run until something is done
 * while an input awaits. One poll waits for a key, for the loop's descriptors and for its next timer. */
#include "repl/repl_internal.h"

#include "runtime/import.h"
#include "runtime/loop/cancel.h"
#include "runtime/loop/report.h"
#include "runtime/loop/task.h"
#include "runtime/modules/helpers.h"


static const int64_t MS = 1000000;
enum { TURN_MS = 5, LEAVE_MS = 2000 };

bool host_start(Repl *repl)
{
    VM *vm = repl->vm;
    if (value_is_raised(import_by_name(vm, "asyncio")))
        return false;
    if (!report_watch_begin(vm)) /* asyncio was imported before the prompt began */
        return raise_memory(vm), false;
    repl->loop = loop_new(vm, vm->loops->loop_class);
    vm->loops->prompt = repl->loop;
    vm->loops->tell_failures = true;
    clock_event_start(vm);
    return true;
}

/* An exception came out of the loop itself: Ctrl-C in a task, exit() in a task. */
static HostEvent take_trouble(Repl *repl)
{
    VM *vm = repl->vm;
    if (vm_exception_is(vm, vm->exc[EXC_KeyboardInterrupt]) && as_exception(vm->exception)->tb_count == 0) {
        vm_take_exception(vm);
        return HOST_INTERRUPT;
    }
    repl_report(repl);
    return repl->leave ? HOST_LEAVE : HOST_KEY;
}

/* false: something is to be done; else *wait_ns is how long nothing happens, -1: for ever. The safe point takes the
 * signals that were noted: note_signals in repl.c. */
static bool turn(Repl *repl, int64_t *wait_ns, HostEvent *event)
{
    VM *vm = repl->vm;
    Clock *clock = clock_of(vm);
    *wait_ns = -1;
    repl->turned_ns = platform_now_ns();
    if (!repl->loop->closed)
        *wait_ns = loop_turn_until(vm, repl->loop, repl->turned_ns + TURN_MS * MS);
    if (*wait_ns > 0 && clock->is_virtual) { /* nobody waits in virtual time */
        clock->sleep_until(clock, clock_add_ns(clock->now_ns(clock), *wait_ns));
        EMIT(vm, clock, .number = clock_event_now(vm), .word = "timer");
        *wait_ns = 0;
    }
    bool fine = *wait_ns != -2 && (!vm->attention || vm_safe_point(vm));
    if (fine)
        return true;
    *wait_ns = 0;
    *event = take_trouble(repl);
    return *event == HOST_KEY;
}

static bool interrupted(Repl *repl)
{
    if (!platform_interrupted())
        return false;
    platform_drop_interrupt();
    return true;
}

/* A key, a descriptor of the loop, or the time. */
static int wait_for_one(Repl *repl, int64_t wait_ns)
{
    const Loop *loop = repl->loop;
    VEC(PlatformPoll) list = { 0 };
    PlatformPoll key = { .fd = 0, .reading = true };
    int result;
    if (loop->watch_count == 0 || !vec_reserve(&list, loop->watch_count + 1)) {
        result = platform_poll_or_signal(&key, 1, wait_ns);
    } else {
        list.items[list.count++] = key;
        for (size_t i = 0; i < loop->watch_count; i++)
            if (loop->watches[i].fd != 0)
                list.items[list.count++] = (PlatformPoll){ .fd = loop->watches[i].fd,
                                                           .reading = loop->watches[i].reader != NULL,
                                                           .writing = loop->watches[i].writer != NULL };
        result = platform_poll_or_signal(list.items, list.count, wait_ns);
        key = list.items[0];
    }
    vec_free(&list);
    return result < 0 ? result : key.ready;
}

HostEvent host_wait(Repl *repl)
{
    for (;;) {
        int64_t wait_ns;
        HostEvent event;
        if (interrupted(repl))
            return HOST_INTERRUPT;
        if (!turn(repl, &wait_ns, &event))
            return event;
        int64_t show_ns = output_show(repl, false);
        if (show_ns >= 0 && (wait_ns < 0 || show_ns < wait_ns))
            wait_ns = show_ns;
        if (repl->continued || repl->resized) {
            event = repl->continued ? HOST_CONTINUED : HOST_RESIZED;
            repl->continued = repl->resized = false;
            return event;
        }
        if (wait_for_one(repl, wait_ns) > 0 && !platform_interrupted())
            return HOST_KEY;
    }
}

/* The task ends although what it waits for never comes. */
static void drop_task(Repl *repl, Value task)
{
    VM *vm = repl->vm;
    Value error = vm_keep(vm, vm_take_exception(vm));
    int64_t until_ns = platform_now_ns() + LEAVE_MS * MS;
    if (cancel_request(vm, task, VALUE_NONE, true) < 0)
        vm_take_exception(vm);
    while (!future_done(as_future(task)) && platform_now_ns() < until_ns)
        if (loop_turn(vm, repl->loop) == -2)
            vm_take_exception(vm);
        else if (repl->loop->ready.count == 0)
            break;
    as_future(task)->flags &= (uint8_t)~FUTURE_LOG;
    vm->exception = error;
}

Value host_await(Repl *repl, Value coroutine)
{
    VM *vm = repl->vm;
    LoopState *state = vm->loops;
    vm_keep(vm, coroutine);
    Value task = ensure_future(vm, coroutine, repl->loop);
    if (value_is_raised(task))
        return task;
    vm_keep(vm, task);
    state->interrupt_task = task_is(task) ? AS(Task, task) : NULL;
    state->interrupts = 0;
    Value result = loop_run_until_complete(repl->loop, task);
    uint64_t interrupts = state->interrupts;
    state->interrupt_task = NULL;
    if (!value_is_raised(result))
        return result;
    if (interrupts > 0 && vm_exception_is(vm, vm->exc[EXC_CancelledError])) {
        vm_take_exception(vm);
        raise_fmt(vm, vm->exc[EXC_KeyboardInterrupt], "");
    }
    if (!future_done(as_future(task)))
        drop_task(repl, task);
    return VALUE_RAISED;
}

size_t host_unfinished(const Repl *repl)
{
    return repl->loop->closed ? 0 : repl->loop->task_count;
}

void host_cancel_all(Repl *repl)
{
    VM *vm = repl->vm;
    int64_t until_ns = platform_now_ns() + LEAVE_MS * MS;
    size_t left = host_unfinished(repl);
    for (Task *task = repl->loop->first_task; task && left-- > 0;) {
        Task *next = task->next;
        if (cancel_request(vm, OBJ(task), VALUE_NONE, false) < 0)
            vm_take_exception(vm);
        task = next;
    }
    while (host_unfinished(repl) > 0 && platform_now_ns() < until_ns) {
        int64_t wait_ns = loop_turn_until(vm, repl->loop, platform_now_ns() + TURN_MS * MS);
        if (wait_ns == -2)
            repl_report(repl);
        else if (wait_ns != 0)
            platform_poll_all(NULL, 0, wait_ns < 0 || wait_ns > 20 * MS ? 20 * MS : wait_ns);
    }
}

void host_set_virtual(Repl *repl, bool on)
{
    VM *vm = repl->vm;
    int64_t now_ns = runtime_now_ns(vm);
    repl->clock = on ? clock_virtual : (Clock){ 0 };
    repl->clock.now = now_ns; /* so that timers that are set keep their distance */
    clock_set(vm, on ? &repl->clock : NULL);
    repl->loop->clock = clock_of(vm);
}
