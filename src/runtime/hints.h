/* hints.h - what to do about an exception nobody caught, in the learner's own names and lines. Found when it is
 * printed, out of its message, its traceback and the source text: a program without errors pays nothing. */
#ifndef RUNTIME_HINTS_H
#define RUNTIME_HINTS_H

#include "vm/vm.h"

typedef struct Hint {
    char code[4];      /* "A02"; empty: there is none */
    char text[600];    /* in the reader's language */
} Hint;

/* The name that the task was given on the line that made it: `t` of `t = asyncio.create_task(f())`; false: none. */
bool hints_task_variable(VM *vm, Fiber *coroutine, char *out, size_t size);

/* Never raises; runs no script code. */
void hints_find(VM *vm, const Exception *exc, Hint *hint);

#endif
