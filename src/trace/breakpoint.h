/* breakpoint.h - what breakpoint() does: under `trace` the stepper stops at the next stop point; in a plain run and at
 * the prompt a recording begins there and the stepper opens, on a page if the terminal is fit for one, else in lines
 * beside the program's own output. `continue` without a breakpoint ends it: the program runs on as if nobody had
 * looked, until the next breakpoint(). */
#ifndef TRACE_BREAKPOINT_H
#define TRACE_BREAKPOINT_H

#include "trace/stepper.h"
#include "vm/vm.h"

/* breakpoint() of this VM opens the stepper. */
void breakpoint_arm(VM *vm);
/* breakpoint() of this VM stops this stepper. */
void breakpoint_stops(VM *vm, Stepper *stepper);
/* An input of the prompt has ended: what breakpoint() has opened meanwhile is closed. */
void breakpoint_input_ended(VM *vm);
/* The program has ended: what breakpoint() has opened is closed, after a last look. */
void breakpoint_end(VM *vm, int status);

#endif
