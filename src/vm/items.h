/* items.h - what items.c shares with the built-in types: slices, items of sequences. */
#ifndef VM_ITEMS_H
#define VM_ITEMS_H

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

/* The length of a built-in layout, subclasses included; -1: it has none of its own. */
int64_t seq_length(Value v);

/* vm_equal that keeps both alive while it runs. 1, 0, -1. [script] */
int vm_equal_kept(VM *vm, Value a, Value b);

/* types.GenericAlias: list[int]; args is the item or a tuple of items. */
Value alias_new(VM *vm, Value origin, Value args);
/* A read-only view of a mapping: __dict__ of classes. */
Value mappingproxy_new(VM *vm, Value mapping);

#endif
