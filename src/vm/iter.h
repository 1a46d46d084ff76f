/* iter.h - what iter.c shares with the built-in types: iterators; and with them items.h. */
#ifndef VM_ITER_H
#define VM_ITER_H

#include "vm/items.h"

/* Iterators. seq: list, tuple, str, bytes or anything with __getitem__; backwards from the end. */
Value iter_of_sequence(VM *vm, Value seq, bool backwards);
/* Of a dict or set: mode DICT_KEYS ..; sets have keys only. */
Value iter_of_table(VM *vm, Value table, uint32_t mode, bool backwards);
Value iter_of_range(VM *vm, const Range *range, bool backwards);
/* The next item of a built-in iterator by its layout (overrides are not looked at). UNSET: exhausted;
 * also for an object that is none, with TypeError. [script] */
Value iter_next_builtin(VM *vm, Value iterator);
/* How many items are left, or -1 if the layout does not tell. */
int64_t iter_left(VM *vm, Value iterator);

/* Calls `fn` at each 4,096th turn of a long loop in C. false: an exception is pending. */
static inline bool loop_turn(VM *vm, size_t turn)
{
    return LIKELY((turn & 4095) != 0 || vm->attention == 0) || vm_safe_point(vm);
}

#endif
