/* why.h - why a task waits: the walk from a task to its root cause (docs/trace-format.md). Rebuilt from events alone, so it
 * answers in a recording as well as in a run. */
#ifndef TRACE_WHY_H
#define TRACE_WHY_H

#include "base/message.h"
#include "trace/state.h"

typedef enum WhyCause {
    WHY_RUNNING,   /* it runs                                                                            */
    WHY_READY,     /* it stands in the ready queue                                                        */
    WHY_TIME,      /* a timer                                                                            */
    WHY_IO,        /* a descriptor or input                                                              */
    WHY_TASK,      /* another task or callback that can still run                                          */
    WHY_CYCLE,     /* it waits, in the end, for itself                                                     */
    WHY_NOBODY,    /* nothing that can still run reaches what it waits for                                   */
    WHY_FINISHED,
    WHY_COUNT
} WhyCause;

WhyCause why_cause(const State *state, Id task);
/* One indented line a link and the root cause. */
void why_write(const State *state, Id task, Lang lang, Sink *out);
/* The last line alone, without its newline; bytes written. */
size_t why_root(const State *state, Id task, Lang lang, char *out, size_t size);

/* ready, running, waiting, sleeping, ... in the language. */
const char *why_state(const State *state, const StateTask *task, Lang lang);

#endif
