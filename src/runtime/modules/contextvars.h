/* contextvars.h - contexts without objects. What a Task or a callback keeps is a snapshot:
 *     UNSET             the empty context
 *     a Dict            a mapping that nobody changes any more
 *     a Context object  given by context=, or made because something was set
 * so that copying costs nothing: only ContextVar.set, Context.run and get_context() make objects. */
#ifndef RUNTIME_MODULES_CONTEXTVARS_H
#define RUNTIME_MODULES_CONTEXTVARS_H

#include "vm/vm.h"

/* The current context as a snapshot that later changes of the original do not reach: O(1). */
Value context_snapshot(VM *vm);
/* A real Context object for what a snapshot says (the same one if it is one). RAISED: no memory. */
Value context_object(VM *vm, Value snapshot);
bool context_is(VM *vm, Value v);      /* a contextvars.Context? */
/* Makes `context` current for a callback and answers what was; context_leave puts that back and answers
 * what the context has become (a snapshot turns into an object when something was set). */
static inline Value context_enter(VM *vm, Value context)
{
    Value before = vm->current_context;
    vm->current_context = context;
    return before;
}
static inline Value context_leave(VM *vm, Value before)
{
    Value now = vm->current_context;
    vm->current_context = before;
    return now;
}

#endif
