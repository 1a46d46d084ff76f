/* itertools_combine.c - the combinatoric iterators of itertools. Each keeps v[0] the pool (a tuple), v[1] the
 * indices (a list of ints) and v[2] r, or UNSET at the end. */
#include "runtime/modules/itertools_internal.h"

static List *ints(VM *vm, size_t count, int64_t start, int64_t step)
{
    List *list = list_new(vm->heap, count);
    for (size_t i = 0; list && i < count; i++)
        if (!list_append(vm->heap, list, value_small(start + (int64_t)i * step)))
            list = NULL;
    if (!list)
        raise_memory(vm);
    return list;
}

static int64_t at(const List *list, size_t i)
{
    return value_int(list->items[i]);
}

static Value picked(VM *vm, Tuple *pool, List *indices, size_t r)
{
    Tuple *row = r == 0 ? tuple_empty(vm->heap) : tuple_new(vm->heap, r);
    if (!row)
        return raise_memory(vm);
    for (size_t i = 0; i < r; i++)
        row->items[i] = pool->items[at(indices, i)];
    return OBJ(row);
}

static bool pool_and_r(VM *vm, Value *args, bool r_may_miss, Tuple **pool, int64_t *r)
{
    *pool = vm_tuple_from(vm, args[1]);
    if (!*pool)
        return false;
    args[1] = OBJ(*pool);
    *r = (int64_t)tuple_length(*pool);
    if (r_may_miss && is_unset_or_none(args[2]))
        return true;
    if (r_may_miss && !int_is(args[2])) {
        raise_type(vm, "Expected int as r");
        return false;
    }
    if (!vm_index(vm, args[2], r))
        return false;
    if (*r < 0) {
        raise_value(vm, "r must be non-negative");
        return false;
    }
    return true;
}

/* The iterator of class cls; `none`: it is at its end already. */
static Value combiner(VM *vm, Value cls, Tuple *pool, List *indices, int64_t r, bool none)
{
    Slots *s = slots_make(vm, as_class(cls), 4);
    s->v[0] = OBJ(pool);
    s->v[1] = OBJ(indices);
    s->v[2] = none ? VALUE_UNSET : value_small(r);
    return OBJ(s);
}

static Value combinations_new(VM *vm, Value *args, int nargs)
{
    Tuple *pool;
    int64_t r;
    if (!pool_and_r(vm, args, false, &pool, &r))
        return VALUE_RAISED;
    bool none = r > (int64_t)tuple_length(pool);
    List *indices = ints(vm, none ? 0 : (size_t)r, 0, 1);
    if (!indices)
        return VALUE_RAISED;
    return combiner(vm, args[0], pool, indices, r, none);
}

static Value combinations_step(VM *vm, Slots *s)
{
    if (value_is_unset(s->v[2]))
        return VALUE_UNSET;
    Tuple *pool = as_tuple(s->v[0]);
    List *indices = as_list(s->v[1]);
    size_t r = (size_t)value_int(s->v[2]), n = tuple_length(pool), i = r;
    if (value_is_unset(s->v[3])) {
        s->v[3] = VALUE_TRUE;
        return picked(vm, pool, indices, r);
    }
    while (i > 0 && at(indices, i - 1) == (int64_t)(i - 1 + n - r))
        i--;
    if (i == 0) {
        s->v[2] = VALUE_UNSET;
        return VALUE_UNSET;
    }
    int64_t value = at(indices, i - 1) + 1;
    for (size_t k = i - 1; k < r; k++)
        indices->items[k] = value_small(value++);
    return picked(vm, pool, indices, r);
}
NEXT_OF(combinations)

static Value combinations_with_replacement_new(VM *vm, Value *args, int nargs)
{
    Tuple *pool;
    int64_t r;
    if (!pool_and_r(vm, args, false, &pool, &r))
        return VALUE_RAISED;
    bool none = tuple_length(pool) == 0 && r > 0;
    if (!none && r > (1 << 28))
        return raise_memory(vm);
    List *indices = ints(vm, none ? 0 : (size_t)r, 0, 0);
    if (!indices)
        return VALUE_RAISED;
    return combiner(vm, args[0], pool, indices, r, none);
}

static Value combinations_with_replacement_step(VM *vm, Slots *s)
{
    if (value_is_unset(s->v[2]))
        return VALUE_UNSET;
    Tuple *pool = as_tuple(s->v[0]);
    List *indices = as_list(s->v[1]);
    size_t r = (size_t)value_int(s->v[2]), n = tuple_length(pool), i = r;
    if (value_is_unset(s->v[3])) {
        s->v[3] = VALUE_TRUE;
        return picked(vm, pool, indices, r);
    }
    while (i > 0 && at(indices, i - 1) == (int64_t)n - 1)
        i--;
    if (i == 0) {
        s->v[2] = VALUE_UNSET;
        return VALUE_UNSET;
    }
    Value value = value_small(at(indices, i - 1) + 1);
    for (size_t k = i - 1; k < r; k++)
        indices->items[k] = value;
    return picked(vm, pool, indices, r);
}
NEXT_OF(combinations_with_replacement)

/* permutations: v[3] cycles (list), v[4] started */
static Value permutations_new(VM *vm, Value *args, int nargs)
{
    Tuple *pool;
    int64_t r;
    if (!pool_and_r(vm, args, true, &pool, &r))
        return VALUE_RAISED;
    size_t n = tuple_length(pool);
    bool none = r > (int64_t)n;
    List *indices = ints(vm, n, 0, 1), *cycles = indices ? ints(vm, none ? 0 : (size_t)r, (int64_t)n, -1) : NULL;
    if (!cycles)
        return VALUE_RAISED;
    Slots *s = slots_make(vm, as_class(args[0]), 5);
    s->v[0] = OBJ(pool);
    s->v[1] = OBJ(indices);
    s->v[2] = none ? VALUE_UNSET : value_small(r);
    s->v[3] = OBJ(cycles);
    return OBJ(s);
}

static Value permutations_step(VM *vm, Slots *s)
{
    if (value_is_unset(s->v[2]))
        return VALUE_UNSET;
    Tuple *pool = as_tuple(s->v[0]);
    List *indices = as_list(s->v[1]), *cycles = as_list(s->v[3]);
    size_t r = (size_t)value_int(s->v[2]), n = tuple_length(pool);
    if (value_is_unset(s->v[4])) {
        s->v[4] = VALUE_TRUE;
        return picked(vm, pool, indices, r);
    }
    for (size_t i = r; i-- > 0;) {
        int64_t left = at(cycles, i) - 1;
        cycles->items[i] = value_small(left);
        if (left == 0) { /* this place has seen every item: rotate it to the end */
            Value first = indices->items[i];
            for (size_t k = i; k + 1 < n; k++)
                indices->items[k] = indices->items[k + 1];
            indices->items[n - 1] = first;
            cycles->items[i] = value_small((int64_t)(n - i));
            continue;
        }
        size_t j = n - (size_t)left;
        Value swapped = indices->items[i];
        indices->items[i] = indices->items[j];
        indices->items[j] = swapped;
        return picked(vm, pool, indices, r);
    }
    s->v[2] = VALUE_UNSET;
    return VALUE_UNSET;
}
NEXT_OF(permutations)

/* product: v[0] tuple of pools, v[1] indices, v[2] UNSET at the end, v[3] started */
static Value product_new(VM *vm, Value *args, int nargs)
{
    Tuple *given = as_tuple(args[1]);
    int64_t repeat = 1;
    if (!value_is_unset(args[2]) && !vm_index(vm, args[2], &repeat))
        return VALUE_RAISED;
    if (repeat < 0)
        return raise_value(vm, "repeat argument cannot be negative");
    size_t each = repeat == 0 ? 0 : tuple_length(given), count;
    if (__builtin_mul_overflow(each, (size_t)repeat, &count) || count > (1 << 28))
        return raise_overflow(vm, "repeat argument too large");
    Tuple *pools = count == 0 ? tuple_empty(vm->heap) : tuple_new(vm->heap, count);
    if (!pools)
        return raise_memory(vm);
    vm_keep(vm, OBJ(pools));
    bool none = false;
    for (size_t i = 0; i < each; i++) {
        Tuple *pool = vm_tuple_from(vm, given->items[i]);
        if (!pool)
            return VALUE_RAISED;
        none |= tuple_length(pool) == 0;
        for (size_t k = i; k < count; k += each)
            pools->items[k] = OBJ(pool);
    }
    List *indices = ints(vm, count, 0, 0);
    if (!indices)
        return VALUE_RAISED;
    Slots *s = slots_make(vm, as_class(args[0]), 4);
    s->v[0] = OBJ(pools);
    s->v[1] = OBJ(indices);
    s->v[2] = none ? VALUE_UNSET : VALUE_TRUE;
    return OBJ(s);
}

static Value product_step(VM *vm, Slots *s)
{
    if (value_is_unset(s->v[2]))
        return VALUE_UNSET;
    Tuple *pools = as_tuple(s->v[0]);
    List *indices = as_list(s->v[1]);
    size_t count = tuple_length(pools);
    if (value_is_unset(s->v[3]))
        s->v[3] = VALUE_TRUE;
    else {
        size_t i = count;
        while (i > 0) {
            int64_t next = at(indices, i - 1) + 1;
            if (next < (int64_t)tuple_length(as_tuple(pools->items[i - 1]))) {
                indices->items[i - 1] = value_small(next);
                break;
            }
            indices->items[i - 1] = value_small(0);
            i--;
        }
        if (i == 0) {
            s->v[2] = VALUE_UNSET;
            return VALUE_UNSET;
        }
    }
    Tuple *row = count == 0 ? tuple_empty(vm->heap) : tuple_new(vm->heap, count);
    if (!row)
        return raise_memory(vm);
    for (size_t i = 0; i < count; i++)
        row->items[i] = as_tuple(pools->items[i])->items[at(indices, i)];
    return OBJ(row);
}
NEXT_OF(product)

METHODS(combinations, "cls, iterable, r");
METHODS(combinations_with_replacement, "cls, iterable, r");
METHODS(permutations, "cls, iterable, r=None");
METHODS(product, "cls, *iterables, repeat=1");

const TypeSpec itertools_combine_types[] = {
    TYPE(combinations, "All subsequences of length r."),
    TYPE(combinations_with_replacement, "The same, items may repeat."),
    TYPE(permutations, "All orders of r items."),
    TYPE(product, "Nested loops as one."),
    { 0 },
};
