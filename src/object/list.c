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

/* --- changing a list of more than HEAP_FAR bytes: another array takes the place of the first --------------------- */

static bool is_far(size_t items)
{
    return UNLIKELY(items > HEAP_FAR / sizeof(Value));
}

/* Room for `count` items with nothing in it; NULL: no memory, and the change is made in place. */
static Value *far_room(Heap *heap, size_t count)
{
    return heap_array(heap, NULL, 0, (count ? count : 1) * sizeof(Value));
}

/* `fine`: the new array is complete. */
static bool far_finish(Heap *heap, List *list, Value *items, size_t capacity, size_t count, bool fine)
{
    if (!fine) {
        heap_array_free(heap, items, capacity * sizeof *items);
        return false;
    }
    heap_array_free(heap, list->items, list->capacity * sizeof *items);
    list->items = items;
    list->capacity = capacity;
    list->count = count;
    return true;
}

static bool far_splice(Heap *heap, List *list, size_t start, size_t end, const Value *values, size_t count, bool *fine)
{
    size_t all = list->count - (end - start) + count, capacity = all + (all >> 3) + 1;
    Value *items = far_room(heap, capacity);
    if (!items)
        return false;
    *fine = far_finish(heap, list, items, capacity, all,
                       heap_copy(heap, items, list->items, start * sizeof *items) &&
                           heap_copy(heap, items + start, values, count * sizeof *items) &&
                           heap_copy(heap, items + start + count, list->items + end,
                                     (list->count - end) * sizeof *items));
    return true;
}

bool list_reverse(Heap *heap, List *list)
{
    size_t count = list->count;
    Value *items = is_far(count) ? far_room(heap, count) : NULL;
    if (items) {
        bool fine = true;
        for (size_t i = 0; fine && i < count; i++) {
            items[i] = list->items[count - 1 - i];
            fine = !heap_stops(heap, i);
        }
        return far_finish(heap, list, items, count, count, fine);
    }
    for (size_t i = 0; i < count / 2; i++) {
        Value v = list->items[i];
        list->items[i] = list->items[count - 1 - i];
        list->items[count - 1 - i] = v;
    }
    return true;
}

bool list_remove_strided(Heap *heap, List *list, size_t start, size_t step, size_t count)
{
    size_t kept = list->count - count, next = start, to = start;
    Value *far = is_far(list->count - start) ? far_room(heap, kept) : NULL, *items = far ? far : list->items;
    bool fine = !far || heap_copy(heap, far, list->items, start * sizeof *items);
    for (size_t from = start; fine && from < list->count; from++) {
        if (count > 0 && from == next) {
            count--;
            next += step;
        } else {
            items[to++] = list->items[from];
        }
        fine = !far || !heap_stops(heap, from);
    }
    if (far)
        return far_finish(heap, list, far, kept ? kept : 1, kept, fine);
    list->count = kept;
    return true;
}

bool list_put_strided(Heap *heap, List *list, int64_t start, int64_t step, const Value *values, size_t count)
{
    size_t all = list->count;
    Value *far = is_far(count) ? far_room(heap, all) : NULL, *items = far ? far : list->items;
    bool fine = !far || heap_copy(heap, far, list->items, all * sizeof *items);
    for (size_t i = 0; fine && i < count; i++, start += step) {
        items[start] = values[i];
        fine = !far || !heap_stops(heap, i);
    }
    return far ? far_finish(heap, list, far, all, all, fine) : true;
}

bool list_insert_at(Heap *heap, List *list, size_t index, Value v)
{
    bool fine;
    if (index > list->count)
        index = list->count;
    if (is_far(list->count - index) && far_splice(heap, list, index, index, &v, 1, &fine))
        return fine;
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
    bool fine;
    size_t removed = end - start, tail = list->count - end;
    if (count <= SIZE_MAX / 16 / sizeof(Value) && (is_far(count) || (is_far(tail) && removed != count)) &&
        far_splice(heap, list, start, end, values, count, &fine))
        return fine;
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

bool list_remove_at(Heap *heap, List *list, size_t index)
{
    bool fine;
    if (is_far(list->count - index) && far_splice(heap, list, index, index + 1, NULL, 0, &fine))
        return fine;
    memmove(list->items + index, list->items + index + 1,
            (list->count - index - 1) * sizeof(Value));
    list->count--;
    return true;
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
