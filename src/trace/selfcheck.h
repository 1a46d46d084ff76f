/* selfcheck.h - `--selfcheck`: is what the events tell what the runtime does? */
#ifndef TRACE_SELFCHECK_H
#define TRACE_SELFCHECK_H

#include "trace/state.h"
#include "vm/vm.h"

typedef struct Selfcheck Selfcheck;
Selfcheck *selfcheck_new(VM *vm, const Recording *recording); /* NULL: out of memory */
/* After each event was added. On the first difference: one line on stderr and the process ends, status 70. */
void selfcheck_event(Selfcheck *check, const TraceEvent *event);
void selfcheck_free(Selfcheck *check);

#endif
