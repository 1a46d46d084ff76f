/* iter.h - what iter.c shares with the built-in types: slices, items of sequences, iterators. */
#ifndef VM_ITER_H
#define VM_ITER_H

#include "vm/vm.h"

/* Start, stop and step of a slice as numbers; None becomes the end that step asks for. [script] */
bool slice_unpack(VM *vm, const Slice *slice, int64_t *start, int64_t *stop, int64_t *step) MUST_CHECK;
/* Cuts them to a sequence of `length`; answers how many items they name. */
size_t slice_adjust(size_t length, int64_t *start, int64_t *stop, int64_t step);

/* An index into a sequence of the length *length has after __index__ has run; negative ones count from
 * the end. `what` begins the messages: "list". false: raised. [script] */
bool seq_index(VM *vm, Value key, const char *what, int64_t *index) MUST_CHECK;

/* Items by index or slice, of exactly these layouts (subclasses included, their methods are not asked). */
Value seq_list_get(VM *vm, List *list, Value key);                /* [script] */
bool seq_list_set(VM *vm, List *list, Value key, Value value);    /* value UNSET: delete [script] */
Value seq_tuple_get(VM *vm, Tuple *tuple, Value key);             /* [script] */

/* vm_equal that keeps both alive while it runs. 1, 0, -1. [script] */
int vm_equal_kept(VM *vm, Value a, Value b);

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

/* types.GenericAlias: list[int]; args is the item or a tuple of items. */
Value alias_new(VM *vm, Value origin, Value args);
/* A read-only view of a mapping: __dict__ of classes. */
Value mappingproxy_new(VM *vm, Value mapping);

/* Calls `fn` at each 4,096th turn of a long loop in C. false: an exception is pending. */
static inline bool loop_turn(VM *vm, size_t turn)
{
    return LIKELY((turn & 4095) != 0 || vm->attention == 0) || vm_safe_point(vm);
}

#endif
