/* world.h - what a program hears from outside: files, the environment, the machine, the net. While somebody looks,
 * each answer is told (the event `ext`); while a recording is played again the answer comes from there, and the world
 * is neither asked nor changed. Who calls these has asked OBSERVED first. */
#ifndef RUNTIME_WORLD_H
#define RUNTIME_WORLD_H

#include "vm/vm.h"

/* What fn answers, or the OSError it raises. `what` names the question in the event. [script if fn is] */
Value world_call(VM *vm, const char *what, NativeFn fn, Value *args, int nargs);
/* Defines fn_told: fn for the table of natives. */
#define WORLD(fn, what)                                                                                 \
    static Value fn##_told(VM *vm, Value *args, int nargs)                                              \
    {                                                                                                   \
        return OBSERVED(vm) ? world_call(vm, what, fn, args, nargs) : fn(vm, args, nargs);              \
    }

/* The same in two steps: is there a recorded answer? Then it is told, too. Else the world has been asked: tell it.
 * Numbers are what platform.h answers: less than 0 is an errno. */
bool world_recorded(VM *vm, const char *what, Value *answer);
bool world_recorded_number(VM *vm, const char *what, int64_t *answer);
void world_tell(VM *vm, const char *what, Value answer);
void world_tell_number(VM *vm, const char *what, int64_t answer);

/* OSError with two names: [Errno 2] No such file or directory: 'a' -> 'b'. `to` may be UNSET. */
Value world_raise(VM *vm, int error, Value from, Value to);

#endif
