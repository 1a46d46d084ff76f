/* clock.h - what time it is for the event loop and for the time module. Two clocks: the machine's, and a
 * virtual one that moves only when nothing is ready, straight to the earliest timer. A clock is a
 * table of functions; whoever waits asks it, so that virtual time never really waits. */
#ifndef RUNTIME_LOOP_CLOCK_H
#define RUNTIME_LOOP_CLOCK_H

#include "vm/vm.h"

#define CLOCK_NEVER INT64_MAX   /* a time that does not come */

typedef struct Clock Clock;
struct Clock {
    bool is_virtual;
    int64_t now;                               /* virtual clocks: where they stand, ns; held: how long in all */
    int64_t (*now_ns)(Clock *clock);
    /* Moves to when_ns (virtual: at once; real: sleeps). false: a signal came before. */
    bool (*sleep_until)(Clock *clock, int64_t when_ns);
};

extern const Clock clock_real;    /* clock_real.c: monotonic                                            */
extern const Clock clock_virtual; /* clock_virtual.c: to be copied; starts at 0                          */
extern const Clock clock_held;    /* clock_real.c: to be copied; the machine's, later by what it was held        */

Clock *clock_of(VM *vm);          /* the VM's clock: the one set by clock_set, or the real one           */
void clock_set(VM *vm, Clock *clock);
static inline void clock_hold(Clock *held, int64_t ns) /* a copy of clock_held stood still for so long */
{
    held->now += ns;
}

#define CLOCK_VIRTUAL_EPOCH_NS ((int64_t)1767225600 * 1000000000) /* 2026-01-01 00:00 UTC */

/* For the time module. runtime_sleep_ns blocks the loop, as time.sleep does; a signal that arrives is
 * dealt with on the way. false: an exception is pending (KeyboardInterrupt). [script] */
int64_t runtime_now_ns(VM *vm);
int64_t runtime_wall_ns(VM *vm);  /* since 1970 UTC; virtual clocks begin at 2026-01-01 */
/* `t` of events: us on the loop's clock. Virtual time counts from the start of the program (what loop.time()
 * shows), real time from the first start of a loop. */
int64_t clock_event_us(VM *vm, int64_t ns);
int64_t clock_event_now(VM *vm);
void clock_event_start(VM *vm);   /* a loop starts */
bool runtime_sleep_ns(VM *vm, int64_t ns);
bool runtime_idle_ns(VM *vm, int64_t ns); /* the same, where nobody had anything to do */

static inline int64_t clock_add_ns(int64_t now_ns, int64_t delta_ns) /* saturating */
{
    int64_t sum;
    if (__builtin_add_overflow(now_ns, delta_ns, &sum))
        return delta_ns < 0 ? INT64_MIN : CLOCK_NEVER;
    return sum;
}
/* Seconds as a script gives them, to ns: rounded to the nearest; NaN is "at once", infinity "never". */
static inline int64_t clock_ns_of(double seconds)
{
    double ns = seconds * 1e9;
    if (ns != ns || ns <= -9.2e18)
        return INT64_MIN;
    if (ns >= 9.2e18)
        return CLOCK_NEVER;
    return (int64_t)(ns < 0 ? ns - 0.5 : ns + 0.5);
}

#endif
