/* clock_real.c - the machine's monotonic clock, and the services for the time module. It has no state of
 * its own, so one constant serves every VM; one that is held while somebody looks has how long that was. */
#include "runtime/loop/clock.h"

#include "base/platform.h"
#include "runtime/runtime.h"

static int64_t real_now_ns(Clock *clock)
{
    return platform_now_ns();
}

static bool real_sleep_until(Clock *clock, int64_t when_ns)
{
    return platform_sleep_until(when_ns) == 0;
}

const Clock clock_real = { .now_ns = real_now_ns, .sleep_until = real_sleep_until };

static int64_t held_now_ns(Clock *clock)
{
    return platform_now_ns() - clock->now;
}

static bool held_sleep_until(Clock *clock, int64_t when_ns)
{
    return platform_sleep_until(clock_add_ns(when_ns, clock->now)) == 0;
}

const Clock clock_held = { .now_ns = held_now_ns, .sleep_until = held_sleep_until };

Clock *clock_of(VM *vm)
{
    Clock *clock = runtime_of(vm)->clock;
    return clock ? clock : (Clock *)&clock_real;
}

void clock_set(VM *vm, Clock *clock)
{
    runtime_of(vm)->clock = clock;
}

int64_t runtime_now_ns(VM *vm)
{
    Clock *clock = clock_of(vm);
    return clock->now_ns(clock);
}

int64_t runtime_wall_ns(VM *vm)
{
    Clock *clock = clock_of(vm);
    return clock->is_virtual ? clock_add_ns(CLOCK_VIRTUAL_EPOCH_NS, clock->now_ns(clock)) : platform_wall_ns();
}

void clock_event_start(VM *vm)
{
    Runtime *runtime = runtime_of(vm);
    if (!runtime->clock_origin_ns && !clock_of(vm)->is_virtual)
        runtime->clock_origin_ns = runtime_now_ns(vm);
}

int64_t clock_event_us(VM *vm, int64_t ns)
{
    int64_t origin_ns = runtime_of(vm)->clock_origin_ns;
    if (!origin_ns && !clock_of(vm)->is_virtual)
        return 0; /* no loop has started yet */
    return (ns - origin_ns) / 1000;
}

int64_t clock_event_now(VM *vm)
{
    return clock_event_us(vm, runtime_now_ns(vm));
}

static bool sleep_ns(VM *vm, int64_t ns, const char *why)
{
    Clock *clock = clock_of(vm);
    int64_t until = clock_add_ns(clock->now_ns(clock), ns < 0 ? 0 : ns);
    for (;;) {
        if (vm->attention && !vm_safe_point(vm))
            return false;
        if (clock->sleep_until(clock, until))
            break;
    }
    if (clock->is_virtual)
        EMIT(vm, clock, .number = clock_event_us(vm, until), .word = why);
    return !vm->attention || vm_safe_point(vm);
}

bool runtime_sleep_ns(VM *vm, int64_t ns)
{
    return sleep_ns(vm, ns, "sleep");
}

bool runtime_idle_ns(VM *vm, int64_t ns)
{
    return sleep_ns(vm, ns, "timer");
}
