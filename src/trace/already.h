/* already.h - telling an observer that has just begun to look what exists already. */
#ifndef TRACE_ALREADY_H
#define TRACE_ALREADY_H

#include "runtime/loop/loop.h"

/* loop: the running one, the prompt's, or NULL. */
void already_tell(VM *vm, Loop *loop);

#endif
