/* narrate.h - the plain view of a run: one event a line on stdout, the program's output behind a bar. */
#ifndef TRACE_NARRATE_H
#define TRACE_NARRATE_H

#include "vm/vm.h"

#include "runtime/loop/clock.h"

/* Begins to watch the VM under a virtual clock. NULL: out of memory. `write` gets whole lines. */
typedef struct Narrator Narrator;
Narrator *narrate_start(VM *vm, void (*write)(void *context, const char *bytes, size_t length), void *context);
void narrate_end(Narrator *narrator);
/* Program output as it leaves for fd 1. What `out` events told before is not shown twice: output stands where
 * it was printed, however it is buffered. */
void narrate_output(Narrator *narrator, const char *bytes, size_t length);

#endif
