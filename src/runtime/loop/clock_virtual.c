/* clock_virtual.c - time that passes only when somebody waits for it. Copied by who uses it: the copy
 * holds where the clock stands. */
#include "runtime/loop/clock.h"

static int64_t virtual_now_ns(Clock *clock)
{
    return clock->now;
}

static bool virtual_sleep_until(Clock *clock, int64_t when_ns)
{
    if (when_ns > clock->now)
        clock->now = when_ns;
    return true;
}

const Clock clock_virtual = {
    .is_virtual = true, .now_ns = virtual_now_ns, .sleep_until = virtual_sleep_until,
};
