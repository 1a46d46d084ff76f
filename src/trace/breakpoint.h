/* breakpoint.h - what breakpoint() does: under `trace` the stepper stops at the next stop point; in a plain run a
 * recording begins there and the stepper opens, in lines, beside the program's own output. */
#ifndef TRACE_BREAKPOINT_H
#define TRACE_BREAKPOINT_H

#include "trace/stepper.h"
#include "vm/vm.h"

/* breakpoint() of this VM opens the stepper. */
void breakpoint_arm(VM *vm);
/* breakpoint() of this VM stops this stepper. */
void breakpoint_stops(VM *vm, Stepper *stepper);
/* The program has ended: what breakpoint() has opened is closed. */
void breakpoint_end(VM *vm);

#endif
