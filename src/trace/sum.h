/* sum.h - what is to be learned from a whole run of the loop: did the tasks wait at the same time, or one after the
 * other? Told when the loop stops, and at the end of the program. */
#ifndef TRACE_SUM_H
#define TRACE_SUM_H

#include "base/message.h"
#include "trace/state.h"

typedef struct SleepSum {
    int64_t started_us, slept_us; /* of the loop that runs: when it started, what its tasks slept             */
    uint32_t sleeps;
} SleepSum;

/* `before`: the state before the event is folded. */
void sum_count(SleepSum *sum, const State *before, const TraceEvent *event);
/* One sentence without a subject; bytes written, 0: there is nothing to learn. stop_us: when the loop stopped. */
size_t sum_text(const SleepSum *sum, int64_t stop_us, bool real, Lang lang, char *out, size_t size);
/* The same of the last loop of a recording. */
size_t sum_of_recording(const Recording *recording, Lang lang, char *out, size_t size);

#endif
