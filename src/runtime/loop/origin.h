/* origin.h - debug mode: where a Future, a Task or a Handle was made. The frames of the script are kept as
 * (file, line, function, text), outermost first, in the attribute _source_traceback. */
#ifndef RUNTIME_LOOP_ORIGIN_H
#define RUNTIME_LOOP_ORIGIN_H

#include "runtime/loop/loop.h"

/* Keeps it; without memory there is none. Only in debug mode. */
void origin_keep(VM *vm, Obj *obj);
static inline void origin_note(Loop *loop, Obj *obj)
{
    if (UNLIKELY(loop->debug))
        origin_keep(loop->vm, obj);
}
/* The list of rows; UNSET: none was kept. */
Value origin_of(VM *vm, Obj *obj);
/* " created at FILE:LINE", the end of a repr; nothing if it is not known. */
void origin_describe(VM *vm, StrBuilder *out, Obj *obj);
/* The rows as lines of a traceback. */
void origin_write(StrBuilder *out, Value rows);

#endif
