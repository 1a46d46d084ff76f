/* cancel.h - asking whatever there is to cancel. */
#ifndef RUNTIME_LOOP_CANCEL_H
#define RUNTIME_LOOP_CANCEL_H

#include "runtime/loop/future.h"

/* v.cancel(message): 1, 0 (it was done already), -1: raised. Chains of Tasks and gather()s that wait for each
 * other are walked with a list, not by recursion. `builtin`: v's own method asks, do not look for an
 * overriding one. [script only where a script's class has a cancel() of its own] */
int cancel_request(VM *vm, Value v, Value message, bool builtin);

#endif
