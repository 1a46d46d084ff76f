/* tuple_type.c - tuple as scripts see it. */
#include "runtime/types/sequence.h"

/* A tuple of class cls (tuple or a subclass) with these items. */
static Value tuple_for(VM *vm, Class *cls, const Value *items, size_t count)
{
    if (cls == vm->heap->classes[KIND_TUPLE])
        return vm_tuple_of(vm, count, items);
    if (count > UINT32_MAX / sizeof(Value))
        return raise_memory(vm);
    Tuple *tuple = heap_new_for(vm->heap, cls, sizeof *tuple + count * sizeof(Value));
    if (!tuple)
        return raise_memory(vm);
    tuple->obj.aux = (uint32_t)count;
    if (count)
        memcpy(tuple->items, items, count * sizeof(Value));
    return OBJ(tuple);
}

static Value tuple_new_(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    bool exact = cls == vm->heap->classes[KIND_TUPLE];
    if (value_is_unset(args[1]))
        return exact ? OBJ(tuple_empty(vm->heap)) : tuple_for(vm, cls, NULL, 0);
    Tuple *tuple = vm_tuple_from(vm, args[1]);
    if (!tuple)
        return VALUE_RAISED;
    return exact ? OBJ(tuple) : tuple_for(vm, cls, tuple->items, tuple_length(tuple));
}

static Value tuple_len(VM *vm, Value *args, int nargs)
{
    return value_small((int64_t)tuple_length(as_tuple(args[0])));
}

static Value tuple_getitem(VM *vm, Value *args, int nargs)
{
    return seq_tuple_get(vm, as_tuple(args[0]), args[1]);
}

static Value tuple_contains(VM *vm, Value *args, int nargs)
{
    Tuple *tuple = as_tuple(args[0]);
    for (size_t i = 0; i < tuple_length(tuple); i++) {
        int equal = vm_equal_kept(vm, tuple->items[i], args[1]);
        if (equal != 0)
            return equal < 0 ? VALUE_RAISED : VALUE_TRUE;
        if (!loop_turn(vm, i + 1))
            return VALUE_RAISED;
    }
    return VALUE_FALSE;
}

static Value tuple_index(VM *vm, Value *args, int nargs)
{
    Tuple *tuple = as_tuple(args[0]);
    int64_t from, to;
    if (!sequence_range(vm, args[2], args[3], tuple_length(tuple), &from, &to))
        return VALUE_RAISED;
    for (int64_t i = from; i < to; i++) {
        int equal = vm_equal_kept(vm, tuple->items[i], args[1]);
        if (equal != 0)
            return equal < 0 ? VALUE_RAISED : value_small(i);
        if (!loop_turn(vm, (size_t)i + 1))
            return VALUE_RAISED;
    }
    return raise_value(vm, "tuple.index(x): x not in tuple");
}

static Value tuple_count(VM *vm, Value *args, int nargs)
{
    Tuple *tuple = as_tuple(args[0]);
    int64_t count = 0;
    for (size_t i = 0; i < tuple_length(tuple); i++) {
        int equal = vm_equal_kept(vm, tuple->items[i], args[1]);
        if (equal < 0)
            return VALUE_RAISED;
        count += equal;
        if (!loop_turn(vm, i + 1))
            return VALUE_RAISED;
    }
    return value_small(count);
}

static Value tuple_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_sequence(vm, args[0], false);
}

static Value tuple_add(VM *vm, Value *args, int nargs)
{
    if (!value_is_tuple(args[1]))
        return sequence_refuses(vm, "can only concatenate tuple (not \"%T\") to tuple", args[1]);
    Tuple *a = as_tuple(args[0]), *b = as_tuple(args[1]);
    size_t m = tuple_length(a), n = tuple_length(b);
    if (n == 0 && a->obj.kind == KIND_TUPLE)
        return args[0];
    if (m == 0 && b->obj.kind == KIND_TUPLE)
        return args[1];
    Tuple *sum = m + n ? tuple_new(vm->heap, m + n) : tuple_empty(vm->heap);
    if (!sum)
        return raise_memory(vm);
    if (!heap_copy(vm->heap, sum->items, a->items, m * sizeof(Value)) ||
        !heap_copy(vm->heap, sum->items + m, b->items, n * sizeof(Value)))
        return raise_memory(vm);
    return OBJ(sum);
}

static Value tuple_mul(VM *vm, Value *args, int nargs)
{
    int64_t times;
    int fits = sequence_times(vm, args[1], &times);
    if (fits <= 0)
        return fits < 0 ? VALUE_RAISED : VALUE_NOTIMPLEMENTED;
    Tuple *tuple = as_tuple(args[0]);
    size_t length = tuple_length(tuple), total;
    if (times == 1 && tuple->obj.kind == KIND_TUPLE)
        return args[0];
    if (__builtin_mul_overflow(length, (size_t)times, &total) || total > UINT32_MAX)
        return raise_memory(vm);
    if (total == 0)
        return OBJ(tuple_empty(vm->heap));
    Tuple *product = tuple_new(vm->heap, total);
    if (!product)
        return raise_memory(vm);
    for (size_t i = 0, turn = 0; i < total; i += length, turn++) {
        if (!vm_turn(vm, turn))
            return VALUE_RAISED;
        if (!heap_copy(vm->heap, product->items + i, tuple->items, length * sizeof(Value)))
            return raise_memory(vm);
    }
    return OBJ(product);
}

static Value tuple_item_at(const Obj *owner, size_t i)
{
    const Tuple *tuple = (const Tuple *)(const void *)owner;
    return i < tuple_length(tuple) ? tuple->items[i] : VALUE_UNSET;
}

static Value tuple_repr(VM *vm, Value *args, int nargs)
{
    return sequence_repr(vm, args[0], tuple_item_at, "(", ")", true);
}

static Value tuple_hash(VM *vm, Value *args, int nargs)
{
    Tuple *tuple = as_tuple(args[0]);
    uint64_t state = hash_tuple_start();
    for (size_t i = 0; i < tuple_length(tuple); i++) {
        uint64_t item;
        if (!vm_hash(vm, tuple->items[i], &item))
            return VALUE_RAISED;
        state = hash_tuple_add(state, item);
    }
    return int_from_i64(vm->heap, (int64_t)hash_tuple_finish(state, tuple_length(tuple)));
}

static Value tuple_getnewargs(VM *vm, Value *args, int nargs)
{
    Tuple *tuple = as_tuple(args[0]);
    Value copy = vm_tuple_of(vm, tuple_length(tuple), tuple->items);
    return value_is_raised(copy) ? copy : vm_tuple_of(vm, 1, &copy);
}

static Value tuple_compare(VM *vm, CompareOp op, Value a, Value b)
{
    return value_is_tuple(b) ? sequence_compare(vm, op, a, b) : VALUE_NOTIMPLEMENTED;
}
COMPARISONS(tuple, tuple_compare)

static const NativeSpec tuple_methods[] = {
    { "__new__", tuple_new_, "cls, iterable=(), /", 0, 0, NATIVE_NEW, NULL },
    ROW_HELP("index", tuple_index, "self, value, start=0, stop=9223372036854775807, /",
             "index(x): where the first item equal to x is"),
    ROW_HELP("count", tuple_count, "self, value, /", "count(x): how many items equal x"),
    ROW("__len__", tuple_len, "self, /"),
    ROW("__getitem__", tuple_getitem, "self, key, /"),
    ROW("__contains__", tuple_contains, "self, key, /"),
    ROW("__iter__", tuple_iter, "self, /"),
    ROW("__add__", tuple_add, "self, value, /"),
    ROW("__mul__", tuple_mul, "self, value, /"),
    ROW("__rmul__", tuple_mul, "self, value, /"),
    ROW("__repr__", tuple_repr, "self, /"),
    ROW("__hash__", tuple_hash, "self, /"),
    ROW("__getnewargs__", tuple_getnewargs, "self, /"),
    COMPARISON_ROWS(tuple),
    CLASS_GETITEM_ROW,
    { 0 },
};
static const TypeSpec tuple_type = { "tuple", "builtins", "tuple(iterable=()): a row of items that never changes",
                                     KIND_TUPLE, 0, tuple_methods, NULL };

bool tuple_types_setup(VM *vm)
{
    return type_create(vm, &tuple_type, NULL) != NULL;
}
