/* threads.c - the module _threads: the C half of the threads that take turns. lib/_strands.ma keeps the schedule; here is
 * what it cannot do itself: sleep, put the running event loop aside while a thread runs, and be asked by C code that
 * has to wait. */
#include "runtime/loop/threads.h"

#include "base/mem.h"
#include "runtime/loop/report.h"
#include "runtime/modules/helpers.h"
#include "vm/fiber.h"

#include <math.h>

/* The main program's side of a thread that runs: what is to come back when it parks. */
struct ThreadLeft {
    Loop *loop;
    const Frame *floor;
    Value current_loop, name;
};

void threads_visit(Marker *marker, const LoopState *state)
{
    for (int i = 0; i < THREADS_COUNT; i++)
        mark_value(marker, state->threads[i]);
    mark_value(marker, state->thread_name);
    for (size_t i = 0; i < state->left_count; i++) {
        mark_object(marker, state->left[i].loop);
        mark_value(marker, state->left[i].current_loop);
        mark_value(marker, state->left[i].name);
    }
}

void threads_free(LoopState *state)
{
    mem_free(state->left, state->left_capacity * sizeof *state->left);
    state->left = NULL;
    state->left_count = state->left_capacity = 0;
}

/* --- called by C that has to wait ------------------------------------------------------------------------- */

static int let_them_run(Loop *loop, Value timeout)
{
    VM *vm = loop->vm;
    Value args[3] = { OBJ(loop), timeout, value_bool(loop->watch_count > 0 || value_is_obj(loop->signals)) };
    size_t mark = vm->root_count;
    Value answer = vm_call(vm, loop->state->threads[THREADS_WAIT], 3, args);
    vm->root_count = mark;
    return value_is_raised(answer) ? -1 : value_same(answer, VALUE_TRUE);
}

int threads_wait(Loop *loop)
{
    const Timer *first = timers_first(&loop->timers);
    Value timeout = VALUE_NONE;
    if (loop->ready.count > 0 || loop->stopping) {
        timeout = value_small(0);
    } else if (first && first->when_ns != CLOCK_NEVER) {
        int64_t now_ns = loop_now_ns(loop);
        timeout = first->when_ns > now_ns ? make_float((double)(first->when_ns - now_ns) / 1e9) : value_small(0);
    }
    return let_them_run(loop, timeout);
}

int threads_look(Loop *loop)
{
    return let_them_run(loop, value_small(0));
}

Value threads_sleep(VM *vm, int64_t ns)
{
    Value seconds = make_float((double)ns / 1e9);
    return vm_tail_call(vm, vm->loops->threads[THREADS_SLEEP], 1, &seconds);
}

bool threads_finish(VM *vm)
{
    return !threads_used(vm->loops) || !value_is_raised(vm_call(vm, vm->loops->threads[THREADS_FINISH], 0, NULL));
}

/* --- the module --------------------------------------------------------------------------------------------- */

static Value threads_install(VM *vm, Value *args, int nargs)
{
    for (int i = 0; i < THREADS_COUNT; i++)
        vm->loops->threads[i] = args[i];
    return VALUE_NONE;
}

/* A thread goes on: no event loop runs in it, and get_event_loop() answers its own. */
static Value threads_enter(VM *vm, Value *args, int nargs)
{
    LoopState *state = vm->loops;
    if (state->left_count == state->left_capacity) {
        size_t wanted = state->left_capacity ? state->left_capacity * 2 : 8;
        struct ThreadLeft *more = mem_realloc(state->left, state->left_capacity * sizeof *more, wanted * sizeof *more);
        if (!more)
            return raise_memory(vm);
        state->left = more;
        state->left_capacity = wanted;
    }
    state->left[state->left_count++] = (struct ThreadLeft){ vm->loop, vm->floor, state->current_loop,
                                                            state->thread_name };
    vm->loop = NULL;
    vm->floor = NULL;
    state->current_loop = args[0];
    state->thread_name = args[1];
    return VALUE_NONE;
}

/* It has parked or ended. Answers the loop that set_event_loop() was given in it. */
static Value threads_leave(VM *vm, Value *args, int nargs)
{
    LoopState *state = vm->loops;
    if (state->left_count == 0)
        return raise_runtime(vm, "no thread was entered");
    Value own = state->current_loop;
    struct ThreadLeft *left = &state->left[--state->left_count];
    vm->loop = left->loop;
    vm->floor = left->floor;
    state->current_loop = left->current_loop;
    state->thread_name = left->name;
    return own;
}

static Value threads_now(VM *vm, Value *args, int nargs)
{
    int64_t ns = runtime_now_ns(vm);
    return make_float((double)(ns / 1000000000) + (double)(ns % 1000000000) * 1e-9);
}

static bool ns_argument(VM *vm, Value v, int64_t *ns)
{
    double seconds;
    if (!vm_number_to_double(vm, v, &seconds))
        return false;
    *ns = seconds > 0 && seconds < 9e9 ? (int64_t)ceil(seconds * 1e9) : seconds > 0 ? INT64_MAX / 4 : 0;
    return true;
}

static Value threads_sleep_now(VM *vm, Value *args, int nargs)
{
    int64_t ns;
    return ns_argument(vm, args[0], &ns) && runtime_idle_ns(vm, ns) ? VALUE_NONE : VALUE_RAISED;
}

static Value threads_virtual(VM *vm, Value *args, int nargs)
{
    return value_bool(clock_of(vm)->is_virtual);
}

static Value threads_blocked(VM *vm, Value *args, int nargs)
{
    int64_t ns;
    return ns_argument(vm, args[0], &ns) && report_blocked(vm, ns) ? VALUE_NONE : VALUE_RAISED;
}

static Value threads_deadlock(VM *vm, Value *args, int nargs)
{
    return raise_fmt(vm, vm->exc[EXC_DeadlockError], "%S", as_str(args[0]));
}

/* The program ends and does not wait for this one: nothing of it runs any more. */
static Value threads_abandon(VM *vm, Value *args, int nargs)
{
    if (value_is_kind(args[0], KIND_GREENLET))
        value_obj(args[0])->flags &= (uint8_t)~OBJ_FINALISE;
    return VALUE_NONE;
}

static const NativeSpec functions[] = {
    { "install", threads_install, "sleep, wait, run_forever, run_until_complete, finish, /", 0, 0, 0, NULL },
    { "enter", threads_enter, "event_loop, name, /", 0, 0, 0, NULL },
    { "leave", threads_leave, "", 0, 0, 0, NULL },
    { "now", threads_now, "", 0, 0, 0, "The clock of the event loops, in seconds." },
    { "sleep", threads_sleep_now, "seconds, /", 0, 0, 0, "Everybody sleeps." },
    { "virtual", threads_virtual, "", 0, 0, 0, "Does time pass only when somebody waits?" },
    { "blocked", threads_blocked, "seconds, /", 0, 0, 0, NULL },
    { "deadlock", threads_deadlock, "text, /", 0, 0, 0, NULL },
    { "abandon", threads_abandon, "greenlet, /", 0, 0, 0, NULL },
    { 0 },
};

static bool setup(VM *vm, Module *module)
{
    return !value_is_raised(import_module(vm, "_asyncio"));
}

const ModuleSpec _threads_module = { "_threads", "Threads that take turns: the C half.", functions, NULL, setup };
