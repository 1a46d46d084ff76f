/* list.h - lists, tuples, slices, cells and the other plain objects. No script code. */
#ifndef OBJECT_LIST_H
#define OBJECT_LIST_H

#include "object/heap.h"

List *list_new(Heap *heap, size_t capacity);                /* NULL: out of memory */
bool list_append(Heap *heap, List *list, Value v) MUST_CHECK; /* false: out of memory */
/* They change the whole or, when there is no memory or Ctrl-C came, nothing. */
bool list_insert_at(Heap *heap, List *list, size_t index, Value v) MUST_CHECK;
bool list_extend_values(Heap *heap, List *list, const Value *values, size_t count) MUST_CHECK;
/* Replaces [start, end) by `count` values (values must not point into the list). */
bool list_splice(Heap *heap, List *list, size_t start, size_t end, const Value *values,
                 size_t count) MUST_CHECK;
bool list_remove_at(Heap *heap, List *list, size_t index) MUST_CHECK; /* false: Ctrl-C, as it is with the others */
/* Takes out `count` items, from `start` by a positive step. */
bool list_remove_strided(Heap *heap, List *list, size_t start, size_t step, size_t count) MUST_CHECK;
/* list[start], list[start + step] ... = values; all these places are there. */
bool list_put_strided(Heap *heap, List *list, int64_t start, int64_t step, const Value *values, size_t count) MUST_CHECK;
bool list_reverse(Heap *heap, List *list) MUST_CHECK;
void list_give_back(Heap *heap, List *list); /* after removals: frees room when most of it is empty */
void list_clear(Heap *heap, List *list);
List *list_from_values(Heap *heap, const Value *values, size_t count);

Tuple *tuple_new(Heap *heap, size_t length);                /* items UNSET; NULL: out of memory */
Tuple *tuple_from_values(Heap *heap, const Value *values, size_t length);
Tuple *tuple_empty(Heap *heap);                             /* always the same one */

Slice *slice_new(Heap *heap, Value start, Value stop, Value step);
Cell *cell_new(Heap *heap, Value value);
Bound *bound_new(Heap *heap, Value self, Value func);
Slots *slots_new(Heap *heap, Class *cls, size_t count);     /* values UNSET */
/* Iterators of exact built-ins that need no script code; UNSET when v has none of these. */
Value iter_of_builtin(Heap *heap, Value v);

#endif
