/* shortcut.h - see shortcut.c. For asyncio.c, which keeps the Sights in its LoopState. */
#ifndef RUNTIME_LOOP_SHORTCUT_H
#define RUNTIME_LOOP_SHORTCUT_H

#include "runtime/loop/loop.h"

Value shortcut_add(VM *vm, Value *args, int nargs);    /* native _shorten(cls) */
Value shortcut_holder(VM *vm, Value *args, int nargs); /* native _holder() */
void shortcut_forget(LoopState *state);                /* at each collection: shapes are not kept alive */

#endif
