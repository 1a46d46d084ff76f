/* gather.h - asyncio.gather(): a Future of many results. */
#ifndef RUNTIME_LOOP_GATHER_H
#define RUNTIME_LOOP_GATHER_H

#include "runtime/loop/future.h"

typedef struct {
    Future future;           /* kind FUTURE_GATHER                                                      */
    Tuple *children;         /* in the order of the arguments; the same one may stand there twice          */
    uint32_t left;           /* children (counted once) that are not done                                */
    bool return_exceptions;
} Gather;

bool gather_types_setup(VM *vm, LoopState *state);
Value gather_native(VM *vm, Value *args, int nargs);
/* A child is done: queues the news, as every callback of a Future is queued. */
void gather_schedule(Gather *gather, Future *child);  /* while nobody observes                               */
void gather_schedule_told(Gather *gather, Future *child, const char *why);
MUST_CHECK bool gather_run(Handle *handle); /* the news arrives; false: raised, ends the run */

#endif
