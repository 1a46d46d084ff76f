/* sum.c - the sleeps of a run, added up: see sum.h. */
#include "trace/sum.h"

#include "trace/small.h"

enum { CHANCE_US = 500 };    /* less than that is no difference */

void sum_count(SleepSum *sum, const State *before, const TraceEvent *e)
{
    if (e->kind == EV_loop_start)
        *sum = (SleepSum){ .started_us = e->t_us };
    if (e->kind != EV_ready || !e->id2.n || e->id3.letter != 'F')
        return;
    const StateTask *task = state_task(before, e->id2);
    const StateFuture *future = state_future(before, e->id3);
    bool sleeps = future && future->kind && strcmp(future->kind, "sleep") == 0;
    if (!task || task->state != TASK_STATE_WAITING || task->since >= before->recording->events.count || !sleeps)
        return;
    sum->slept_us += e->t_us - before->recording->events.items[task->since].t_us;
    sum->sleeps++;
}

size_t sum_text(const SleepSum *sum, int64_t stop_us, bool real, Lang lang, char *out, size_t size)
{
    int64_t took = stop_us - sum->started_us;
    Small shown = small_clock(took), slept = small_clock(sum->slept_us);
    if (sum->slept_us > took + CHANCE_US)
        return MESSAGE(out, size, lang, narrate_sum_together, shown.text, slept.text);
    if (sum->sleeps > 1 && sum->slept_us + CHANCE_US > took && !real)
        return MESSAGE(out, size, lang, narrate_sum_sequence, shown.text);
    return 0;
}

size_t sum_of_recording(const Recording *recording, Lang lang, char *out, size_t size)
{
    State *state = state_new(recording);
    SleepSum sum = { 0 };
    size_t length = 0;
    for (uint32_t i = 0; state && i < recording->events.count; i++) {
        const TraceEvent *event = &recording->events.items[i];
        sum_count(&sum, state, event);
        if (event->kind == EV_loop_stop)
            length = sum_text(&sum, event->t_us, recording->real, lang, out, size);
        if (!state_fold(state))
            break;
    }
    if (state)
        state_free(state);
    return length;
}
