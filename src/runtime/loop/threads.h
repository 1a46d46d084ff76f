/* threads.h - where C meets the threads that take turns (lib/_strands.ma): what waits in C asks here whether
 * there are any, and lets them go on. */
#ifndef RUNTIME_LOOP_THREADS_H
#define RUNTIME_LOOP_THREADS_H

#include "runtime/loop/loop.h"

static inline bool threads_used(const LoopState *state)
{
    return state && value_is_obj(state->threads[THREADS_WAIT]);
}
/* Is the code that runs a thread's, and not the main program's? */
static inline bool threads_inside(const LoopState *state)
{
    return state->left_count > 0;
}

/* The loop that runs in the main thread has to wait: the threads go on meanwhile. 1: they did, look again what is
 * ready; 0: none can; -1: raised. [script] */
int threads_wait(Loop *loop);
/* The same for a host that does the waiting: a turn for each that is due. 0: there is none, and none will be. [script] */
int threads_look(Loop *loop);
/* time.sleep(): the others run meanwhile. [script] */
Value threads_sleep(VM *vm, int64_t ns);
/* At the end of the program: until the threads that count have ended. false: raised. [script] */
bool threads_finish(VM *vm);
void threads_visit(Marker *marker, const LoopState *state);
void threads_free(LoopState *state);

#endif
