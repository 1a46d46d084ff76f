/* iterators_type.c - the classes of iterators: those of the containers, and enumerate, zip, map, filter,
 * reversed. How they step is in vm/iter.c, where `for` finds it without asking a class. */
#include "runtime/types/sequence.h"

/* --- rows that all iterators share ------------------------------------------------------------------------ */

static Value iterator_iter(VM *vm, Value *args, int nargs)
{
    return args[0];
}

static Value iterator_next(VM *vm, Value *args, int nargs)
{
    Value item = iter_next_builtin(vm, args[0]);
    return value_is_unset(item) ? raise_stop_iteration(vm, VALUE_UNSET) : item;
}

static Value iterator_length_hint(VM *vm, Value *args, int nargs)
{
    int64_t left = iter_left(vm, args[0]);
    return left < 0 ? VALUE_NOTIMPLEMENTED : int_from_i64(vm->heap, left);
}

#define ITERATOR_ROWS                                    \
    ROW("__iter__", iterator_iter, "self, /"),           \
    ROW("__next__", iterator_next, "self, /")

static const NativeSpec plain_methods[] = {
    ITERATOR_ROWS,
    ROW("__length_hint__", iterator_length_hint, "self, /"),
    { 0 },
};
static const NativeSpec bare_methods[] = { ITERATOR_ROWS, { 0 } };

/* --- making the others --------------------------------------------------------------------------------------- */

static Slots *iterator_new(VM *vm, Value cls, size_t count)
{
    Slots *it = heap_new_for(vm->heap, as_class(cls), sizeof *it + count * sizeof(Value));
    it->obj.aux = (uint32_t)count;
    vm_keep(vm, OBJ(it));
    return it;
}

static bool set_iter(VM *vm, Slots *it, size_t at, Value iterable)
{
    Value iterator = vm_iter(vm, iterable);
    if (value_is_raised(iterator))
        return false;
    it->v[at] = iterator;
    return true;
}

static Value enumerate_new(VM *vm, Value *args, int nargs)
{
    Slots *it = iterator_new(vm, args[0], 2);
    it->v[1] = value_small(0);
    if (!value_is_unset(args[2])) {
        Value start = vm_index_value(vm, args[2]);
        if (value_is_raised(start))
            return start;
        it->v[1] = start;
    }
    return set_iter(vm, it, 0, args[1]) ? OBJ(it) : VALUE_RAISED;
}

static Value zip_new(VM *vm, Value *args, int nargs)
{
    Tuple *iterables = as_tuple(args[1]);
    size_t count = tuple_length(iterables);
    Slots *it = iterator_new(vm, args[0], count + 1);
    int strict = value_is_unset(args[2]) ? 0 : vm_truth(vm, args[2]);
    if (strict < 0)
        return VALUE_RAISED;
    it->v[0] = value_bool(strict);
    for (size_t i = 0; i < count; i++)
        if (!set_iter(vm, it, i + 1, iterables->items[i]))
            return VALUE_RAISED;
    return OBJ(it);
}

static Value map_new(VM *vm, Value *args, int nargs)
{
    if (nargs < 3)
        return raise_type(vm, "map() must have at least two arguments.");
    size_t count = (size_t)nargs - 2;
    Slots *it = iterator_new(vm, args[0], count + 1);
    it->v[0] = args[1];
    for (size_t i = 0; i < count; i++)
        if (!set_iter(vm, it, i + 1, args[i + 2]))
            return VALUE_RAISED;
    return OBJ(it);
}

static Value filter_new(VM *vm, Value *args, int nargs)
{
    if (nargs != 3)
        return raise_type(vm, "filter expected 2 arguments, got %d", nargs - 1);
    Slots *it = iterator_new(vm, args[0], 2);
    it->v[0] = value_same(args[1], OBJ(vm->bool_class)) ? VALUE_NONE : args[1];
    return set_iter(vm, it, 1, args[2]) ? OBJ(it) : VALUE_RAISED;
}

static Value reversed_new(VM *vm, Value *args, int nargs)
{
    Value seq = args[1];
    Value method = class_lookup(vm, class_of(vm, seq), NAME(vm, __reversed__));
    if (value_is_none(method))
        return raise_type(vm, "'%T' object is not reversible", seq);
    if (!value_is_unset(method))
        return vm_call_special(vm, seq, NAME(vm, __reversed__), 0, NULL);
    Class *cls = class_of(vm, seq);
    if (value_is_dict(seq) || value_is_set(seq) || value_is_unset(class_lookup(vm, cls, NAME(vm, __getitem__))))
        return raise_type(vm, "'%T' object is not reversible", seq);
    if (value_is_unset(class_lookup(vm, cls, NAME(vm, __len__))))
        return raise_type(vm, "object of type '%T' has no len()", seq);
    return iter_of_sequence(vm, seq, true);
}

static const NativeSpec enumerate_methods[] = {
    { "__new__", enumerate_new, "cls, iterable, start=0", 0, 0, NATIVE_NEW, NULL },
    ITERATOR_ROWS, CLASS_GETITEM_ROW, { 0 },
};
static const NativeSpec zip_methods[] = {
    { "__new__", zip_new, "cls, /, *iterables, strict=False", 0, 0, NATIVE_NEW, NULL },
    ITERATOR_ROWS, { 0 },
};
static const NativeSpec map_methods[] = {
    { "__new__", map_new, "...", 1, -1, NATIVE_NEW, NULL },
    ITERATOR_ROWS, { 0 },
};
static const NativeSpec filter_methods[] = {
    { "__new__", filter_new, "...", 1, -1, NATIVE_NEW, NULL },
    ITERATOR_ROWS, { 0 },
};
static const NativeSpec reversed_methods[] = {
    { "__new__", reversed_new, "cls, sequence, /", 0, 0, NATIVE_NEW, NULL },
    ITERATOR_ROWS,
    ROW("__length_hint__", iterator_length_hint, "self, /"),
    { 0 },
};

/* --- classes ----------------------------------------------------------------------------------------------------- */

#define ITER(name, layout, methods) { CLS_##name, { #name, "builtins", NULL, layout, CLASS_FINAL, methods, NULL } }

static const struct {
    int cls;
    TypeSpec spec;
} iterator_types[] = {
    ITER(list_iterator, KIND_LIST_ITER, plain_methods),
    ITER(list_reverseiterator, KIND_LIST_ITER, plain_methods),
    ITER(tuple_iterator, KIND_TUPLE_ITER, plain_methods),
    ITER(iterator, KIND_SEQ_ITER, plain_methods),
    ITER(str_iterator, KIND_SEQ_ITER, plain_methods),
    ITER(str_ascii_iterator, KIND_SEQ_ITER, plain_methods),
    ITER(bytes_iterator, KIND_SEQ_ITER, plain_methods),
    ITER(bytearray_iterator, KIND_SEQ_ITER, plain_methods),
    ITER(range_iterator, KIND_RANGE_ITER, plain_methods),
    ITER(longrange_iterator, KIND_SLOTS, bare_methods),
    ITER(callable_iterator, KIND_SLOTS, bare_methods),
    ITER(dict_keyiterator, KIND_DICT_ITER, plain_methods),
    ITER(dict_valueiterator, KIND_DICT_ITER, plain_methods),
    ITER(dict_itemiterator, KIND_DICT_ITER, plain_methods),
    ITER(dict_reversekeyiterator, KIND_DICT_ITER, plain_methods),
    ITER(dict_reversevalueiterator, KIND_DICT_ITER, plain_methods),
    ITER(dict_reverseitemiterator, KIND_DICT_ITER, plain_methods),
    ITER(set_iterator, KIND_DICT_ITER, plain_methods),
    { CLS_enumerate, { "enumerate", "builtins", "enumerate(iterable, start=0): pairs (number, item)", KIND_SLOTS, 0,
                       enumerate_methods, NULL } },
    { CLS_zip, { "zip", "builtins", "zip(*iterables, strict=False): tuples of the first items, the second ones, ...",
                 KIND_SLOTS, 0, zip_methods, NULL } },
    { CLS_map, { "map", "builtins", "map(function, *iterables): what the function answers for each item", KIND_SLOTS, 0,
                 map_methods, NULL } },
    { CLS_filter, { "filter", "builtins", "filter(function or None, iterable): the items for which it is true", KIND_SLOTS,
                    0, filter_methods, NULL } },
    { CLS_reversed, { "reversed", "builtins", "reversed(sequence): the items from the last to the first", KIND_SEQ_ITER, 0,
                      reversed_methods, NULL } },
};

static void mark_named(Marker *marker, void *owner)
{
    Heap *heap = owner;
    for (int i = 0; i < CLS_COUNT; i++)
        mark_object(marker, heap->named[i]);
}

bool iterators_types_setup(VM *vm)
{
    heap_add_root(vm->heap, mark_named, vm->heap);
    for (size_t i = 0; i < sizeof iterator_types / sizeof *iterator_types; i++) {
        Class *cls = type_create(vm, &iterator_types[i].spec, NULL);
        if (!cls)
            return false;
        vm->heap->named[iterator_types[i].cls] = cls;
    }
    return true;
}
