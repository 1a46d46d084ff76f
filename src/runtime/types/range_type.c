/* range_type.c - range and slice as scripts see them. Numbers of a range may be of any size; a range that
 * fits is walked by a RangeIter, another one by longrange_iterator (vm/iter.c). */
#include "runtime/types/sequence.h"

/* --- range ------------------------------------------------------------------------------------------------ */

/* Fills in the length: how many numbers from start to stop by step. */
static bool range_measure(VM *vm, Range *range)
{
    Heap *heap = vm->heap;
    Value low = range->start, high = range->stop, step = range->step;
    if (value_is_int(low) && value_is_int(high) && value_is_int(step)) {
        int64_t a = value_int(low), b = value_int(high), s = value_int(step);
        if (s < 0) {
            int64_t swap = a;
            a = b;
            b = swap;
            s = -s;
        }
        range->length = a < b ? int_from_i64(heap, (b - a - 1) / s + 1) : value_small(0);
        return true;
    }
    IntStatus status = INT_OK;
    if (int_sign(step) < 0) {
        low = range->stop;
        high = range->start;
        status = int_neg(heap, step, &step);
    }
    range->length = value_small(0);
    if (status == INT_OK && int_compare(low, high) < 0) {
        Value n;
        status = int_sub(heap, high, low, &n);
        if (status == INT_OK)
            status = int_sub(heap, n, value_small(1), &n);
        if (status == INT_OK)
            status = int_divmod(heap, n, step, &n, NULL);
        if (status == INT_OK)
            status = int_add(heap, n, value_small(1), &n);
        range->length = n;
    }
    if (status != INT_OK)
        raise_int_status(vm, status);
    return status == INT_OK;
}

static Value range_make(VM *vm, Value start, Value stop, Value step)
{
    Range *range = heap_new(vm->heap, KIND_RANGE, sizeof *range);
    range->start = start;
    range->stop = stop;
    range->step = step;
    range->length = value_small(0);
    return range_measure(vm, range) ? OBJ(range) : VALUE_RAISED;
}

static Value range_new(VM *vm, Value *args, int nargs)
{
    if (nargs < 2)
        return raise_type(vm, "range expected at least 1 argument, got 0");
    if (nargs > 4)
        return raise_type(vm, "range expected at most 3 arguments, got %d", nargs - 1);
    for (int i = 1; i < nargs; i++) {
        if (value_is_int(args[i]))
            continue;
        args[i] = vm_index_value(vm, args[i]);
        if (value_is_raised(args[i]))
            return VALUE_RAISED;
    }
    if (nargs == 2)
        return range_make(vm, value_small(0), args[1], value_small(1));
    if (nargs == 4 && int_sign(args[3]) == 0)
        return raise_value(vm, "range() arg 3 must not be zero");
    return range_make(vm, args[1], args[2], nargs == 4 ? args[3] : value_small(1));
}

static Range *as_range(Value v)
{
    return AS(Range, v);
}

static Value range_len(VM *vm, Value *args, int nargs)
{
    int64_t length;
    if (!int_to_i64(as_range(args[0])->length, &length))
        return raise_overflow(vm, "Python int too large to convert to C ssize_t");
    return as_range(args[0])->length;
}

static Value range_bool(VM *vm, Value *args, int nargs)
{
    return value_bool(int_sign(as_range(args[0])->length) > 0);
}

/* start + n * step */
static Value number_at(VM *vm, const Range *range, Value n)
{
    Value number;
    IntStatus status = int_mul(vm->heap, n, range->step, &number);
    if (status == INT_OK)
        status = int_add(vm->heap, range->start, number, &number);
    return status == INT_OK ? number : raise_int_status(vm, status);
}

/* One end of a slice of a range of any size: cut to [low, high]. */
static Value slice_end(VM *vm, Value part, Value otherwise, Value length, Value low, Value high)
{
    if (value_is_none(part))
        return otherwise;
    Value n = vm_index_value(vm, part);
    if (value_is_raised(n))
        return n;
    if (int_sign(n) < 0) {
        IntStatus status = int_add(vm->heap, n, length, &n);
        if (status != INT_OK)
            return raise_int_status(vm, status);
    }
    return int_compare(n, low) < 0 ? low : int_compare(n, high) > 0 ? high : n;
}

static Value range_slice(VM *vm, const Range *range, const Slice *slice)
{
    Value step = value_is_none(slice->step) ? value_small(1) : vm_index_value(vm, slice->step);
    if (value_is_raised(step))
        return step;
    if (int_sign(step) == 0)
        return raise_value(vm, "slice step cannot be zero");
    vm_keep(vm, step);
    bool down = int_sign(step) < 0;
    Value last; /* length - 1 */
    IntStatus status = int_sub(vm->heap, range->length, value_small(1), &last);
    if (status != INT_OK)
        return raise_int_status(vm, status);
    Value low = down ? value_small(-1) : value_small(0), high = down ? last : range->length;
    vm_keep(vm, last);
    Value start = slice_end(vm, slice->start, down ? high : low, range->length, low, high);
    if (value_is_raised(start))
        return start;
    vm_keep(vm, start);
    Value stop = slice_end(vm, slice->stop, down ? low : high, range->length, low, high);
    if (value_is_raised(stop))
        return stop;
    start = number_at(vm, range, start);
    stop = value_is_raised(start) ? start : number_at(vm, range, stop);
    if (value_is_raised(stop))
        return stop;
    status = int_mul(vm->heap, range->step, step, &step);
    return status == INT_OK ? range_make(vm, start, stop, step) : raise_int_status(vm, status);
}

static Value range_getitem(VM *vm, Value *args, int nargs)
{
    Range *range = as_range(args[0]);
    if (value_is_exactly(args[1], KIND_SLICE))
        return range_slice(vm, range, AS(Slice, args[1]));
    Value n = args[1];
    if (!int_is(n) && value_is_unset(class_lookup(vm, class_of(vm, n), NAME(vm, __index__))))
        return raise_type(vm, "range indices must be integers or slices, not %T", n);
    n = vm_index_value(vm, n);
    if (value_is_raised(n))
        return n;
    if (int_sign(n) < 0) {
        IntStatus status = int_add(vm->heap, n, range->length, &n);
        if (status != INT_OK)
            return raise_int_status(vm, status);
    }
    if (int_sign(n) < 0 || int_compare(n, range->length) >= 0)
        return raise_index(vm, "range object index out of range");
    return number_at(vm, range, n);
}

/* The index of an int in the range: 1 and *index, 0, -1. */
static int find_int(VM *vm, const Range *range, Value number, Value *index)
{
    Value distance, rest;
    number = int_unbox(number);
    IntStatus status = int_sub(vm->heap, number, range->start, &distance);
    if (status == INT_OK)
        status = int_divmod(vm->heap, distance, range->step, index, &rest);
    if (status != INT_OK) {
        raise_int_status(vm, status);
        return -1;
    }
    return int_sign(rest) == 0 && int_sign(*index) >= 0 && int_compare(*index, range->length) < 0;
}

static bool is_plain_int(Value v) /* no script subclass, which may have an __eq__ of its own */
{
    return value_is_int(v) || value_is_bool(v) || value_is_exactly(v, KIND_BIGINT);
}

/* Index of the first equal number by comparing all; -1: none, -2: raised. */
static int64_t find_any(VM *vm, Value range, Value item)
{
    Value iterator = iter_of_range(vm, as_range(range), false);
    if (value_is_raised(iterator))
        return -2;
    vm_keep(vm, iterator);
    for (int64_t i = 0;; i++) {
        Value number = iter_next_builtin(vm, iterator);
        if (value_is_unset(number))
            return -1;
        int equal = value_is_raised(number) ? -1 : vm_equal_kept(vm, number, item);
        if (equal < 0 || !loop_turn(vm, (size_t)i + 1))
            return -2;
        if (equal)
            return i;
    }
}

static Value range_contains(VM *vm, Value *args, int nargs)
{
    Value index;
    if (is_plain_int(args[1])) {
        int found = find_int(vm, as_range(args[0]), args[1], &index);
        return found < 0 ? VALUE_RAISED : value_bool(found);
    }
    int64_t at = find_any(vm, args[0], args[1]);
    return at == -2 ? VALUE_RAISED : value_bool(at >= 0);
}

static Value range_index(VM *vm, Value *args, int nargs)
{
    if (is_plain_int(args[1])) {
        Value index;
        int found = find_int(vm, as_range(args[0]), args[1], &index);
        if (found)
            return found < 0 ? VALUE_RAISED : index;
        return raise_value(vm, "%R is not in range", args[1]);
    }
    int64_t at = find_any(vm, args[0], args[1]);
    if (at >= 0)
        return int_from_i64(vm->heap, at);
    return at == -2 ? VALUE_RAISED : raise_value(vm, "sequence.index(x): x not in sequence");
}

static Value range_count(VM *vm, Value *args, int nargs)
{
    if (is_plain_int(args[1])) {
        Value found = range_contains(vm, args, nargs);
        return value_is_raised(found) ? found : value_small(value_is_true(found));
    }
    int64_t count = 0;
    Value iterator = iter_of_range(vm, as_range(args[0]), false);
    if (value_is_raised(iterator))
        return iterator;
    vm_keep(vm, iterator);
    for (size_t turn = 1;; turn++) {
        Value number = iter_next_builtin(vm, iterator);
        if (value_is_unset(number))
            return int_from_i64(vm->heap, count);
        int equal = value_is_raised(number) ? -1 : vm_equal_kept(vm, number, args[1]);
        if (equal < 0 || !loop_turn(vm, turn))
            return VALUE_RAISED;
        count += equal;
    }
}

static Value range_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_range(vm, as_range(args[0]), false);
}

static Value range_reversed(VM *vm, Value *args, int nargs)
{
    return iter_of_range(vm, as_range(args[0]), true);
}

static Value range_repr(VM *vm, Value *args, int nargs)
{
    Range *range = as_range(args[0]);
    if (value_same(range->step, value_small(1)))
        return str_value(vm_format(vm, "range(%R, %R)", range->start, range->stop));
    return str_value(vm_format(vm, "range(%R, %R, %R)", range->start, range->stop, range->step));
}

static bool same_numbers(const Range *a, const Range *b)
{
    if (int_compare(a->length, b->length) != 0)
        return false;
    if (int_sign(a->length) == 0)
        return true;
    return int_compare(a->start, b->start) == 0 &&
           (value_same(a->length, value_small(1)) || int_compare(a->step, b->step) == 0);
}

static Value range_eq(VM *vm, Value *args, int nargs)
{
    return value_is_kind(args[1], KIND_RANGE) ? value_bool(same_numbers(as_range(args[0]), as_range(args[1])))
                                              : VALUE_NOTIMPLEMENTED;
}

static Value range_ne(VM *vm, Value *args, int nargs)
{
    return value_is_kind(args[1], KIND_RANGE) ? value_bool(!same_numbers(as_range(args[0]), as_range(args[1])))
                                              : VALUE_NOTIMPLEMENTED;
}

static Value hash_of_values(VM *vm, const Value *values, size_t count)
{
    Value tuple = vm_tuple_of(vm, count, values);
    uint64_t hash;
    if (value_is_raised(tuple) || !vm_hash(vm, vm_keep(vm, tuple), &hash))
        return VALUE_RAISED;
    return int_from_i64(vm->heap, (int64_t)hash);
}

static Value range_hash(VM *vm, Value *args, int nargs)
{
    Range *range = as_range(args[0]);
    bool some = int_sign(range->length) > 0, many = some && !value_same(range->length, value_small(1));
    return hash_of_values(vm, (Value[]){ range->length, some ? range->start : VALUE_NONE,
                                         many ? range->step : VALUE_NONE }, 3);
}

static Value range_start(VM *vm, Value self)
{
    return as_range(self)->start;
}

static Value range_stop(VM *vm, Value self)
{
    return as_range(self)->stop;
}

static Value range_step(VM *vm, Value self)
{
    return as_range(self)->step;
}

static Value range_reduce(VM *vm, Value *args, int nargs)
{
    Range *range = as_range(args[0]);
    Value parts = vm_tuple_of(vm, 3, (Value[]){ range->start, range->stop, range->step });
    return value_is_raised(parts)
               ? parts
               : vm_tuple_of(vm, 2, (Value[]){ OBJ(vm->heap->classes[KIND_RANGE]), parts });
}

static const NativeSpec range_methods[] = {
    { "__new__", range_new, "...", 1, -1, NATIVE_NEW, NULL },
    ROW_HELP("index", range_index, "self, value, /", "index(x): where x is"),
    ROW_HELP("count", range_count, "self, value, /", "count(x): how often x is in it: 0 or 1"),
    ROW("__len__", range_len, "self, /"),
    ROW("__bool__", range_bool, "self, /"),
    ROW("__getitem__", range_getitem, "self, key, /"),
    ROW("__contains__", range_contains, "self, key, /"),
    ROW("__iter__", range_iter, "self, /"),
    ROW("__reversed__", range_reversed, "self, /"),
    ROW("__repr__", range_repr, "self, /"),
    ROW("__eq__", range_eq, "self, value, /"),
    ROW("__ne__", range_ne, "self, value, /"),
    ROW("__hash__", range_hash, "self, /"),
    ROW("__reduce__", range_reduce, "self, /"),
    { 0 },
};
static const GetSetSpec range_getsets[] = {
    { "start", range_start, NULL, "the first number" },
    { "stop", range_stop, NULL, "the end, which is not in it" },
    { "step", range_step, NULL, "the distance of two numbers" },
    { 0 },
};
static const TypeSpec range_type = { "range", "builtins", "range([start,] stop[, step]): numbers from start to stop",
                                     KIND_RANGE, CLASS_FINAL, range_methods, range_getsets };

/* --- slice ------------------------------------------------------------------------------------------------ */

static Value slice_new_(VM *vm, Value *args, int nargs)
{
    if (nargs < 2)
        return raise_type(vm, "slice expected at least 1 argument, got 0");
    if (nargs > 4)
        return raise_type(vm, "slice expected at most 3 arguments, got %d", nargs - 1);
    return vm_own(vm, slice_new(vm->heap, nargs == 2 ? VALUE_NONE : args[1], nargs == 2 ? args[1] : args[2],
                                nargs == 4 ? args[3] : VALUE_NONE));
}

static Slice *as_slice(Value v)
{
    return AS(Slice, v);
}

static Value slice_indices(VM *vm, Value *args, int nargs)
{
    Value length = vm_index_value(vm, args[1]);
    int64_t n, start, stop, step;
    if (value_is_raised(length))
        return length;
    if (int_sign(length) < 0)
        return raise_value(vm, "length should not be negative");
    if (!int_to_i64(length, &n))
        return raise_overflow(vm, "cannot fit '%T' into an index-sized integer", args[1]);
    size_t count;
    if (!vm_slice_bounds(vm, as_slice(args[0]), (size_t)n, &start, &stop, &step, &count))
        return VALUE_RAISED;
    return vm_tuple_of(vm, 3, (Value[]){ int_from_i64(vm->heap, start), int_from_i64(vm->heap, stop),
                                         int_from_i64(vm->heap, step) });
}

static Value slice_repr(VM *vm, Value *args, int nargs)
{
    Slice *slice = as_slice(args[0]);
    return str_value(vm_format(vm, "slice(%R, %R, %R)", slice->start, slice->stop, slice->step));
}

static Value slice_parts(VM *vm, Value slice)
{
    return vm_tuple_of(vm, 3, &as_slice(slice)->start);
}

static Value slice_compare(VM *vm, CompareOp op, Value a, Value b)
{
    if (!value_is_kind(b, KIND_SLICE))
        return VALUE_NOTIMPLEMENTED;
    Value left = slice_parts(vm, a), right = value_is_raised(left) ? left : slice_parts(vm, b);
    return value_is_raised(right) ? right : sequence_compare(vm, op, left, right);
}
COMPARISONS(slice, slice_compare)

static Value slice_hash(VM *vm, Value *args, int nargs)
{
    return hash_of_values(vm, &as_slice(args[0])->start, 3);
}

static Value slice_start(VM *vm, Value self)
{
    return as_slice(self)->start;
}

static Value slice_stop(VM *vm, Value self)
{
    return as_slice(self)->stop;
}

static Value slice_step(VM *vm, Value self)
{
    return as_slice(self)->step;
}

static const NativeSpec slice_methods[] = {
    { "__new__", slice_new_, "...", 1, -1, NATIVE_NEW, NULL },
    ROW_HELP("indices", slice_indices, "self, length, /",
             "indices(length): (start, stop, step) for a sequence of that length"),
    ROW("__repr__", slice_repr, "self, /"),
    ROW("__hash__", slice_hash, "self, /"),
    COMPARISON_ROWS(slice),
    { 0 },
};
static const GetSetSpec slice_getsets[] = {
    { "start", slice_start, NULL, NULL },
    { "stop", slice_stop, NULL, NULL },
    { "step", slice_step, NULL, NULL },
    { 0 },
};
static const TypeSpec slice_type = { "slice", "builtins", "slice([start,] stop[, step]): what x[start:stop:step] hands over",
                                     KIND_SLICE, CLASS_FINAL, slice_methods, slice_getsets };

bool range_types_setup(VM *vm)
{
    return type_create(vm, &range_type, NULL) && type_create(vm, &slice_type, NULL);
}
