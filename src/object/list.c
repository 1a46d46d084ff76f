/* list.c - list, tuple and the small plain objects. Growth is by an eighth and a little, so appending
 * is amortised O(1) and wastes little (compare CPython's listobject.c); a list that shrinks below half
 * of its room gives the rest back. */
#include "object/list.h"

enum { MAX_ITEMS = INT32_MAX }; /* of a tuple: obj.aux holds the length */

static bool set_capacity(Heap *heap, List *list, size_t capacity)
{
    if (capacity > SIZE_MAX / 4 / sizeof(Value))
        return false;
    Value *items = heap_array(heap, list->items, list->capacity * sizeof(Value),
                              capacity * sizeof(Value));
    if (!items && capacity)
        return false;
    list->items = items;
    list->capacity = capacity;
    return true;
}

/* Room for `count` items in all. */
static bool make_room(Heap *heap, List *list, size_t count)
{
    if (count <= list->capacity)
        return true;
    size_t capacity = count + (count >> 3) + START(4);
    return set_capacity(heap, list, capacity) || set_capacity(heap, list, count);
}

void list_give_back(Heap *heap, List *list)
{
    if (list->capacity > START(32) && list->count < list->capacity / 2)
        if (!set_capacity(heap, list, list->count + (list->count >> 3) + 4))
            return; /* it was only a favour */
}

List *list_new(Heap *heap, size_t capacity)
{
    List *list = heap_new(heap, KIND_LIST, sizeof *list);
    if (capacity && !set_capacity(heap, list, capacity))
        return NULL;
    return list;
}

List *list_from_values(Heap *heap, const Value *values, size_t count)
{
    List *list = list_new(heap, count);
    if (!list)
        return NULL;
    if (!heap_copy(heap, list->items, values, count * sizeof *values))
        return NULL;
    list->count = count;
    return list;
}

bool list_append(Heap *heap, List *list, Value v)
{
    if (UNLIKELY(list->count == list->capacity) && !make_room(heap, list, list->count + 1))
        return false;
    list->items[list->count++] = v;
    return true;
}

bool list_insert_at(Heap *heap, List *list, size_t index, Value v)
{
    if (index > list->count)
        index = list->count;
    if (!make_room(heap, list, list->count + 1))
        return false;
    memmove(list->items + index + 1, list->items + index, (list->count - index) * sizeof(Value));
    list->items[index] = v;
    list->count++;
    return true;
}

bool list_extend_values(Heap *heap, List *list, const Value *values, size_t count)
{
    if (count == 0)
        return true;
    bool own = list->items && values >= list->items && values < list->items + list->count;
    size_t offset = own ? (size_t)(values - list->items) : 0; /* x.extend(x) */
    if (count > SIZE_MAX / 8 / sizeof(Value) || !make_room(heap, list, list->count + count))
        return false;
    if (own)
        values = list->items + offset;
    if (!heap_copy(heap, list->items + list->count, values, count * sizeof *values))
        return false;
    list->count += count;
    return true;
}

bool list_splice(Heap *heap, List *list, size_t start, size_t end, const Value *values, size_t count)
{
    if (end > list->count)
        end = list->count;
    if (start > end)
        start = end;
    size_t removed = end - start, tail = list->count - end;
    if (count > SIZE_MAX / 8 / sizeof(Value) ||
        !make_room(heap, list, list->count - removed + count))
        return false;
    if (tail)
        memmove(list->items + start + count, list->items + end, tail * sizeof(Value));
    if (count)
        memcpy(list->items + start, values, count * sizeof *values);
    list->count = list->count - removed + count;
    list_give_back(heap, list);
    return true;
}

void list_remove_at(List *list, size_t index)
{
    memmove(list->items + index, list->items + index + 1,
            (list->count - index - 1) * sizeof(Value));
    list->count--;
}

void list_clear(Heap *heap, List *list)
{
    heap_array_free(heap, list->items, list->capacity * sizeof(Value));
    list->items = NULL;
    list->count = list->capacity = 0;
}

Tuple *tuple_empty(Heap *heap)
{
    if (!heap->empty_tuple)
        heap->empty_tuple = heap_new(heap, KIND_TUPLE, sizeof(Tuple));
    return heap->empty_tuple;
}

Tuple *tuple_new(Heap *heap, size_t length)
{
    if (length == 0)
        return tuple_empty(heap);
    if (length > MAX_ITEMS)
        return NULL;
    Tuple *tuple = heap_new_large(heap, KIND_TUPLE, sizeof(Tuple) + length * sizeof(Value));
    if (tuple)
        tuple->obj.aux = (uint32_t)length;
    return tuple;
}

Tuple *tuple_from_values(Heap *heap, const Value *values, size_t length)
{
    Tuple *tuple = tuple_new(heap, length);
    return tuple && heap_copy(heap, tuple->items, values, length * sizeof *values) ? tuple : NULL;
}

Slice *slice_new(Heap *heap, Value start, Value stop, Value step)
{
    Slice *slice = heap_new(heap, KIND_SLICE, sizeof *slice);
    slice->start = start;
    slice->stop = stop;
    slice->step = step;
    return slice;
}

Cell *cell_new(Heap *heap, Value value)
{
    Cell *cell = heap_new(heap, KIND_CELL, sizeof *cell);
    cell->value = value;
    return cell;
}

Bound *bound_new(Heap *heap, Value self, Value func)
{
    Bound *bound = heap_new(heap, KIND_BOUND, sizeof *bound);
    if (value_is_exactly(func, KIND_NATIVE))
        bound->obj.cls = value_obj(func)->cls == heap->named[CLS_wrapper_descriptor]
                             ? heap->named[CLS_method_wrapper]
                             : heap->classes[KIND_NATIVE];
    bound->self = self;
    bound->func = func;
    return bound;
}

Slots *slots_new(Heap *heap, Class *cls, size_t count)
{
    Slots *slots = heap_new(heap, KIND_SLOTS, sizeof *slots + count * sizeof(Value));
    if (cls)
        slots->obj.cls = cls;
    slots->obj.aux = (uint32_t)count;
    return slots;
}

static Value seq_iter(Heap *heap, uint8_t kind, Value seq)
{
    SeqIter *iter = heap_new(heap, kind, sizeof *iter);
    iter->seq = seq;
    return OBJ(iter);
}

static Value table_iter(Heap *heap, Value table, uint32_t what)
{
    const Dict *dict = as_dict(table);
    DictIter *iter = heap_new(heap, KIND_DICT_ITER, sizeof *iter);
    iter->obj.aux = what;
    iter->table = table;
    iter->next = dict->obj.aux;
    iter->expected = dict->count;
    iter->version = dict->version;
    return OBJ(iter);
}

/* An iterator of a range of small ints; UNSET when a number of it is large. */
static Value range_iter(Heap *heap, const Range *range)
{
    if (!value_is_int(range->start) || !value_is_int(range->step) || !value_is_int(range->length))
        return VALUE_UNSET;
    int64_t left = value_int(range->length), last;
    if (left && (__builtin_mul_overflow(value_int(range->step), left - 1, &last) ||
                 __builtin_add_overflow(last, value_int(range->start), &last) ||
                 !value_int_fits(last)))
        return VALUE_UNSET;
    RangeIter *iter = heap_new(heap, KIND_RANGE_ITER, sizeof *iter);
    iter->next = value_int(range->start);
    iter->step = value_int(range->step);
    iter->left = (uint64_t)left;
    return OBJ(iter);
}

Value iter_of_builtin(Heap *heap, Value v)
{
    if (!value_is_obj(v))
        return VALUE_UNSET;
    switch (value_obj(v)->kind) {
    case KIND_LIST: return seq_iter(heap, KIND_LIST_ITER, v);
    case KIND_TUPLE: return seq_iter(heap, KIND_TUPLE_ITER, v);
    case KIND_STR:
    case KIND_BYTES:
    case KIND_BYTEARRAY: return seq_iter(heap, KIND_SEQ_ITER, v);
    case KIND_DICT:
    case KIND_SET:
    case KIND_FROZENSET: return table_iter(heap, v, DICT_KEYS);
    case KIND_DICT_VIEW:
        return table_iter(heap, OBJ(AS(DictView, v)->dict), value_obj(v)->aux);
    case KIND_RANGE: return range_iter(heap, AS(Range, v));
    default: return VALUE_UNSET;
    }
}
