/* set_type.h - set operations that dict views share. */
#ifndef RUNTIME_TYPES_SET_TYPE_H
#define RUNTIME_TYPES_SET_TYPE_H

#include "runtime/types/sequence.h"

/* Adds every item. [script] */
bool set_update(VM *vm, Set *set, Value iterable);
/* A new set (KIND_SET or KIND_FROZENSET) of the items of an iterable; NULL: raised. [script] */
Set *set_from(VM *vm, uint8_t kind, Value iterable);
/* a - b, a & b, a ^ b as new sets of kind; b any iterable. NULL: raised. [script] */
Set *set_difference_of(VM *vm, uint8_t kind, Set *a, Value b);
Set *set_intersection_of(VM *vm, uint8_t kind, Set *a, Value b);
Set *set_symmetric_of(VM *vm, uint8_t kind, Set *a, Value b);
/* Is every item of a in b? 1, 0, -1. [script] */
int set_is_within(VM *vm, Set *a, Set *b);
/* Comparison of two sets as tables: == != < <= > >= by inclusion. [script] */
Value set_compare_tables(VM *vm, CompareOp op, Set *a, Set *b);

#endif
