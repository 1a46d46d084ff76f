/* live.h - the plain view of a run: one event a line on stdout, the program's output behind a bar. */
#ifndef TRACE_LIVE_H
#define TRACE_LIVE_H

#include "vm/vm.h"

#include "runtime/loop/clock.h"

/* Begins to watch the VM under a virtual clock. NULL: out of memory. `write` gets whole lines. */
typedef struct LiveView LiveView;
LiveView *live_start(VM *vm, void (*write)(void *context, const char *bytes, size_t length), void *context);
void live_end(LiveView *narrator);
/* Program output as it leaves for fd 1. What `out` events told before is not shown twice: output stands where
 * it was printed, however it is buffered. */
void live_output(LiveView *narrator, const char *bytes, size_t length);

#endif
