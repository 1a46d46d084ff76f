/* sequence.c - what list, tuple and range have in common: comparison, repr, repeat counts. */
#include "runtime/types/sequence.h"

static size_t count_of(Value v)
{
    return value_is_list(v) ? as_list(v)->count : tuple_length(as_tuple(v));
}

static Value item_of(Value v, size_t i)
{
    return value_is_list(v) ? as_list(v)->items[i] : as_tuple(v)->items[i];
}

static Value compare_items(VM *vm, CompareOp op, Value a, Value b)
{
    for (size_t i = 0; i < count_of(a) && i < count_of(b); i++) {
        Value x = item_of(a, i), y = item_of(b, i);
        int equal = vm_equal_kept(vm, x, y);
        if (equal < 0 || !loop_turn(vm, i + 1))
            return VALUE_RAISED;
        if (equal)
            continue;
        if (op == CMP_EQ || op == CMP_NE)
            return value_bool(op == CMP_NE);
        vm_keep(vm, x);
        vm_keep(vm, y);
        return vm_compare(vm, op, x, y);
    }
    size_t m = count_of(a), n = count_of(b);
    switch (op) {
    case CMP_LT: return value_bool(m < n);
    case CMP_LE: return value_bool(m <= n);
    case CMP_EQ: return value_bool(m == n);
    case CMP_NE: return value_bool(m != n);
    case CMP_GT: return value_bool(m > n);
    default: return value_bool(m >= n);
    }
}

Value sequence_compare(VM *vm, CompareOp op, Value a, Value b)
{
    if ((op == CMP_EQ || op == CMP_NE) && count_of(a) != count_of(b))
        return value_bool(op == CMP_NE);
    if (!vm_enter_c(vm, "in comparison"))
        return VALUE_RAISED;
    size_t mark = vm->root_count;
    vm_keep(vm, a);
    vm_keep(vm, b);
    Value answer = compare_items(vm, op, a, b);
    vm->root_count = mark;
    vm_leave_c(vm);
    return answer;
}

Value sequence_repr(VM *vm, Value owner, ItemAt at, const char *open, const char *close, bool one_comma)
{
    StrBuilder b;
    int entered = protocol_repr_enter(vm, owner);
    if (entered < 0)
        return VALUE_RAISED;
    builder_init(&b, vm->heap);
    builder_cstr(&b, open);
    if (entered) {
        builder_cstr(&b, "...");
        builder_cstr(&b, close);
        return vm_own(vm, builder_finish(&b));
    }
    Value item;
    size_t i = 0;
    for (; !value_is_unset(item = at(value_obj(owner), i)); i++) {
        Str *text = vm_repr(vm, item);
        if (!text || !loop_turn(vm, i + 1)) {
            builder_drop(&b);
            protocol_repr_leave(vm, owner);
            return VALUE_RAISED;
        }
        if (i > 0)
            builder_cstr(&b, ", ");
        builder_str(&b, text);
    }
    if (i == 1 && one_comma)
        builder_cstr(&b, ",");
    builder_cstr(&b, close);
    protocol_repr_leave(vm, owner);
    return vm_own(vm, builder_finish(&b));
}

int sequence_times(VM *vm, Value v, int64_t *times)
{
    if (!value_is_int(v)) {
        if (!int_is(v) && value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__))))
            return 0;
        Value number = vm_index_value(vm, v);
        if (value_is_raised(number))
            return -1;
        if (!int_to_i64(number, times)) {
            raise_overflow(vm, "cannot fit '%T' into an index-sized integer", v);
            return -1;
        }
    } else {
        *times = value_int(v);
    }
    if (*times < 0)
        *times = 0;
    return 1;
}

/* An int, or what stands for one; None is not. */
static bool is_bound(VM *vm, Value v)
{
    return value_is_unset(v) || int_is(v) || !value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__)));
}

bool sequence_range(VM *vm, Value start, Value stop, size_t length, int64_t *from, int64_t *to)
{
    Slice slice = { .start = arg_or(start, VALUE_NONE), .stop = arg_or(stop, VALUE_NONE),
                    .step = VALUE_NONE };
    int64_t step;
    if (!is_bound(vm, start) || !is_bound(vm, stop)) {
        raise_type(vm, "slice indices must be integers or have an __index__ method");
        return false;
    }
    if (!slice_unpack(vm, &slice, from, to, &step))
        return false;
    slice_adjust(length, from, to, 1);
    return true;
}
