/* breakpoint.h - the natives breakpoint() and sys.breakpointhook(). */
#ifndef RUNTIME_MODULES_BREAKPOINT_H
#define RUNTIME_MODULES_BREAKPOINT_H

#include "vm/vm.h"

Value builtin_breakpoint(VM *vm, Value *args, int nargs);      /* *args, **kws [script] */
Value breakpoint_hook_default(VM *vm, Value *args, int nargs); /* the same, whatever sys.breakpointhook is [script] */

#endif
