/* collections.c - module _collections: deque, a ring of values, and defaultdict. */
#include "base/mem.h"
#include "runtime/modules/deque.h"
#include "runtime/modules/helpers.h"

#include <stdio.h>

extern const ModuleSpec _collections_module;

size_t runtime_deque_items(VM *vm, Value v, Value *out, size_t room)
{
    if (!deque_is(vm, v) || !deque_data(v))
        return 0;
    const Deque *d = deque_data(v);
    for (size_t i = 0; i < d->count && i < room; i++)
        out[i] = *deque_slot(d, i);
    return d->count;
}

static void visit_deque(Marker *marker, Obj *obj)
{
    Deque *d = ((Blob *)(void *)obj)->data;
    if (d)
        for (size_t i = 0; i < d->count; i++)
            mark_value(marker, *deque_slot(d, i));
}

static void finalise_deque(Heap *heap, Obj *obj)
{
    Blob *blob = (Blob *)(void *)obj;
    Deque *d = blob->data;
    if (!d)
        return;
    heap_array_free(heap, d->items, d->capacity * sizeof(Value));
    mem_free(d, sizeof *d);
    blob->data = NULL;
}

static Deque *deque_of(VM *vm, Value v)
{
    if (LIKELY(deque_is(vm, v)))
        return deque_data(v);
    raise_type(vm, "a deque was expected, not '%T'", v);
    return NULL;
}

static Value make_deque(VM *vm, Class *cls, int64_t maxlen)
{
    Deque *d = mem_alloc_zero(sizeof *d);
    if (!d)
        return raise_memory(vm);
    d->maxlen = maxlen;
    return runtime_blob(vm, cls, BLOB_DEQUE, d);
}

bool deque_grow(VM *vm, Deque *d)
{
    size_t grown = d->capacity ? d->capacity * 2 : START(8);
    Value *items = heap_array(vm->heap, NULL, 0, grown * sizeof(Value));
    if (!items) {
        raise_memory(vm);
        return false;
    }
    for (size_t i = 0; i < d->count; i++)
        items[i] = *deque_slot(d, i);
    heap_array_free(vm->heap, d->items, d->capacity * sizeof(Value));
    d->items = items;
    d->head = 0;
    d->capacity = grown;
    return true;
}

static bool push_left(VM *vm, Deque *d, Value v)
{
    if (d->maxlen == 0)
        return true;
    if (d->maxlen > 0 && d->count == (size_t)d->maxlen)
        d->count--;
    if (d->count == d->capacity && !deque_grow(vm, d))
        return false;
    d->head = (d->head - 1) & (d->capacity - 1);
    d->items[d->head] = v;
    d->count++;
    d->changes++;
    return true;
}

static void remove_at(Deque *d, size_t index)
{
    if (index < d->count / 2) {
        for (size_t i = index; i > 0; i--)
            *deque_slot(d, i) = *deque_slot(d, i - 1);
        d->head = (d->head + 1) & (d->capacity - 1);
    } else
        for (size_t i = index; i + 1 < d->count; i++)
            *deque_slot(d, i) = *deque_slot(d, i + 1);
    d->count--;
    d->changes++;
}

static bool insert_at(VM *vm, Deque *d, size_t index, Value v)
{
    if (!deque_push(vm, d, v))
        return false;
    for (size_t i = d->count - 1; i > index; i--)
        *deque_slot(d, i) = *deque_slot(d, i - 1);
    *deque_slot(d, index) = v;
    return true;
}

static Value deque_new(VM *vm, Value *args, int nargs)
{
    return make_deque(vm, as_class(args[0]), -1);
}

static bool extend_item(VM *vm, void *ctx, Value item)
{
    return deque_push(vm, deque_data(*(Value *)ctx), item);
}

static bool extend_left_item(VM *vm, void *ctx, Value item)
{
    return push_left(vm, deque_data(*(Value *)ctx), item);
}

/* What is to be added; of the deque itself, its items of now. */
static bool extend(VM *vm, Value *self, Value iterable, bool left)
{
    if (value_same(*self, iterable)) {
        Deque *d = deque_data(*self);
        List *copy = list_new(vm->heap, d->count);
        for (size_t i = 0; copy && i < d->count; i++)
            if (!list_append(vm->heap, copy, *deque_slot(d, i)))
                copy = NULL;
        if (!copy) {
            raise_memory(vm);
            return false;
        }
        iterable = vm_keep(vm, OBJ(copy));
    }
    return vm_each(vm, iterable, left ? extend_left_item : extend_item, self);
}

static Value deque_init(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    int64_t maxlen = -1;
    if (!d)
        return VALUE_RAISED;
    if (!is_unset_or_none(args[2])) {
        if (!int_is(args[2]))
            return raise_type(vm, "an integer is required");
        if (!vm_index(vm, args[2], &maxlen))
            return VALUE_RAISED;
        if (maxlen < 0)
            return raise_value(vm, "maxlen must be non-negative");
    }
    d->maxlen = maxlen;
    d->count = d->head = 0;
    d->changes++;
    if (!value_is_unset(args[1]) && !extend(vm, &args[0], args[1], false))
        return VALUE_RAISED;
    return VALUE_NONE;
}

static Value deque_append(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    return d && deque_push(vm, d, args[1]) ? VALUE_NONE : VALUE_RAISED;
}

static Value deque_appendleft(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    return d && push_left(vm, d, args[1]) ? VALUE_NONE : VALUE_RAISED;
}

static Value deque_pop(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    if (!d)
        return VALUE_RAISED;
    if (d->count == 0)
        return raise_index(vm, "pop from an empty deque");
    d->changes++;
    return *deque_slot(d, --d->count);
}

static Value deque_popleft(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    if (!d)
        return VALUE_RAISED;
    if (d->count == 0)
        return raise_index(vm, "pop from an empty deque");
    return deque_take_first(d);
}

static Value deque_extend(VM *vm, Value *args, int nargs)
{
    return deque_of(vm, args[0]) && extend(vm, &args[0], args[1], false) ? VALUE_NONE : VALUE_RAISED;
}

static Value deque_extendleft(VM *vm, Value *args, int nargs)
{
    return deque_of(vm, args[0]) && extend(vm, &args[0], args[1], true) ? VALUE_NONE : VALUE_RAISED;
}

static Value deque_iadd(VM *vm, Value *args, int nargs)
{
    return deque_of(vm, args[0]) && extend(vm, &args[0], args[1], false) ? args[0] : VALUE_RAISED;
}

static Value deque_clear(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    if (!d)
        return VALUE_RAISED;
    heap_array_free(vm->heap, d->items, d->capacity * sizeof(Value));
    d->items = NULL;
    d->head = d->count = d->capacity = 0;
    d->changes++;
    return VALUE_NONE;
}

static Value deque_copy(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    if (!d)
        return VALUE_RAISED;
    Value made;
    if (class_of(vm, args[0]) == as_class(KEEP(vm, DEQUE)))
        made = make_deque(vm, as_class(KEEP(vm, DEQUE)), d->maxlen);
    else {
        Value pair[2] = { args[0], make_int(vm, d->maxlen) };
        return vm_call(vm, OBJ(class_of(vm, args[0])), d->maxlen < 0 ? 1 : 2, pair);
    }
    if (value_is_raised(made))
        return made;
    for (size_t i = 0; i < d->count; i++)
        if (!deque_push(vm, deque_data(made), *deque_slot(d, i)))
            return VALUE_RAISED;
    return made;
}

static Value deque_count(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    int64_t found = 0;
    if (!d)
        return VALUE_RAISED;
    uint64_t changes = d->changes;
    for (size_t i = 0; i < d->count; i++) {
        int same = vm_equal(vm, *deque_slot(d, i), args[1]);
        if (same < 0)
            return VALUE_RAISED;
        found += same;
        if (d->changes != changes)
            return raise_runtime(vm, "deque mutated during iteration");
    }
    return make_int(vm, found);
}

/* Position of a value in [from, to); -1: none, -2: raised. */
static int64_t find(VM *vm, Deque *d, Value what, size_t from, size_t to, const char *mutated)
{
    uint64_t changes = d->changes;
    for (size_t i = from; i < to && i < d->count; i++) {
        int same = vm_equal(vm, *deque_slot(d, i), what);
        if (same < 0)
            return -2;
        if (d->changes != changes) {
            raise_fmt(vm, strstr(mutated, "remove") ? vm->exc[EXC_IndexError] : vm->exc[EXC_RuntimeError], "%s",
                      mutated);
            return -2;
        }
        if (same)
            return (int64_t)i;
    }
    return -1;
}

static Value deque_contains(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    int64_t at = d ? find(vm, d, args[1], 0, d->count, "deque mutated during iteration") : -2;
    return at == -2 ? VALUE_RAISED : value_bool(at >= 0);
}

static Value deque_remove(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    int64_t at = d ? find(vm, d, args[1], 0, d->count, "deque mutated during remove().") : -2;
    if (at == -2)
        return VALUE_RAISED;
    if (at < 0)
        return raise_value(vm, "%R is not in deque", args[1]);
    remove_at(d, (size_t)at);
    return VALUE_NONE;
}

static bool bound(VM *vm, Value v, const Deque *d, int64_t otherwise, size_t *out)
{
    int64_t n = otherwise;
    if (!is_unset_or_none(v) && !vm_index(vm, v, &n))
        return false;
    if (n < 0)
        n += (int64_t)d->count;
    *out = n < 0 ? 0 : (size_t)n > d->count ? d->count : (size_t)n;
    return true;
}

static Value deque_index(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    size_t from, to;
    if (!d || !bound(vm, args[2], d, 0, &from) || !bound(vm, args[3], d, (int64_t)d->count, &to))
        return VALUE_RAISED;
    int64_t at = find(vm, d, args[1], from, to, "deque mutated during iteration");
    if (at == -2)
        return VALUE_RAISED;
    return at < 0 ? raise_value(vm, "%R is not in deque", args[1]) : make_int(vm, at);
}

static Value deque_insert(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    size_t index;
    if (!d || !bound(vm, args[1], d, 0, &index))
        return VALUE_RAISED;
    if (d->maxlen >= 0 && d->count == (size_t)d->maxlen)
        return raise_index(vm, "deque already at its maximum size");
    return insert_at(vm, d, index, args[2]) ? VALUE_NONE : VALUE_RAISED;
}

static Value deque_reverse(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    if (!d)
        return VALUE_RAISED;
    for (size_t i = 0, j = d->count; i + 1 < j; i++) {
        Value kept = *deque_slot(d, i);
        *deque_slot(d, i) = *deque_slot(d, --j);
        *deque_slot(d, j) = kept;
    }
    return VALUE_NONE;
}

static Value deque_rotate(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    int64_t n = 1;
    if (!d || (!value_is_unset(args[1]) && !vm_index(vm, args[1], &n)))
        return VALUE_RAISED;
    if (d->count < 2)
        return VALUE_NONE;
    int64_t count = (int64_t)d->count;
    n %= count;
    if (n < 0)
        n += count;
    if (n == 0)
        return VALUE_NONE;
    d->changes++;
    if (n <= count / 2)
        for (; n > 0; n--) {
            Value last = *deque_slot(d, d->count - 1);
            d->head = (d->head - 1) & (d->capacity - 1);
            d->items[d->head] = last;
        }
    else
        for (n = count - n; n > 0; n--) {
            Value first = *deque_slot(d, 0);
            d->head = (d->head + 1) & (d->capacity - 1);
            *deque_slot(d, d->count - 1) = first;
        }
    return VALUE_NONE;
}

static bool item_index(VM *vm, Deque *d, Value key, size_t *out)
{
    int64_t n;
    if (!int_is(key) && value_is_unset(class_lookup(vm, class_of(vm, key), NAME(vm, __index__)))) {
        raise_type(vm, "sequence index must be integer, not '%T'", key);
        return false;
    }
    if (!vm_index(vm, key, &n))
        return false;
    if (n < 0)
        n += (int64_t)d->count;
    if (n < 0 || n >= (int64_t)d->count) {
        raise_index(vm, "deque index out of range");
        return false;
    }
    *out = (size_t)n;
    return true;
}

static Value deque_getitem(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    size_t i;
    return d && item_index(vm, d, args[1], &i) ? *deque_slot(d, i) : VALUE_RAISED;
}

static Value deque_setitem(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    size_t i;
    if (!d || !item_index(vm, d, args[1], &i))
        return VALUE_RAISED;
    *deque_slot(d, i) = args[2];
    return VALUE_NONE;
}

static Value deque_delitem(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    size_t i;
    if (!d || !item_index(vm, d, args[1], &i))
        return VALUE_RAISED;
    remove_at(d, i);
    return VALUE_NONE;
}

static Value deque_len(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    return d ? make_int(vm, (int64_t)d->count) : VALUE_RAISED;
}

static Value deque_bool(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    return d ? value_bool(d->count > 0) : VALUE_RAISED;
}

/* The items of now as a list, for repr and comparisons. */
static List *items_of(VM *vm, const Deque *d)
{
    List *list = list_new(vm->heap, d->count);
    for (size_t i = 0; list && i < d->count; i++)
        if (!list_append(vm->heap, list, *deque_slot(d, i)))
            list = NULL;
    if (!list)
        raise_memory(vm);
    else
        vm_keep(vm, OBJ(list));
    return list;
}

static Value deque_repr(VM *vm, Value *args, int nargs)
{
    Deque *d = deque_of(vm, args[0]);
    if (!d)
        return VALUE_RAISED;
    if (d->in_repr)
        return vm_str_cstr(vm, "[...]");
    List *items = items_of(vm, d);
    if (!items || !vm_enter_c(vm, "while getting the repr of an object"))
        return VALUE_RAISED;
    d->in_repr = true;
    Str *shown = vm_repr(vm, OBJ(items));
    d->in_repr = false;
    vm_leave_c(vm);
    if (!shown)
        return VALUE_RAISED;
    Str *name = class_of(vm, args[0])->name;
    Str *made = d->maxlen >= 0 ? vm_format(vm, "%S(%S, maxlen=%z)", name, shown, d->maxlen)
                               : vm_format(vm, "%S(%S)", name, shown);
    return made ? OBJ(made) : VALUE_RAISED;
}

static Value compare(VM *vm, Value *args, CompareOp op)
{
    if (!deque_is(vm, args[1]))
        return VALUE_NOTIMPLEMENTED;
    Deque *a = deque_of(vm, args[0]), *b = deque_data(args[1]);
    if (!a)
        return VALUE_RAISED;
    if (a->count != b->count && (op == CMP_EQ || op == CMP_NE))
        return value_bool(op == CMP_NE);
    List *x = items_of(vm, a), *y = x ? items_of(vm, b) : NULL;
    if (!y || !vm_enter_c(vm, "in comparison"))
        return VALUE_RAISED;
    Value result = vm_compare(vm, op, OBJ(x), OBJ(y));
    vm_leave_c(vm);
    return result;
}

#define COMPARE(name, op)                                          \
    static Value deque_##name(VM *vm, Value *args, int nargs)      \
    {                                                              \
        return compare(vm, args, op);                              \
    }
COMPARE(eq, CMP_EQ)
COMPARE(ne, CMP_NE)
COMPARE(lt, CMP_LT)
COMPARE(le, CMP_LE)
COMPARE(gt, CMP_GT)
COMPARE(ge, CMP_GE)

static Value deque_add(VM *vm, Value *args, int nargs)
{
    if (!deque_is(vm, args[1]))
        return raise_type(vm, "can only concatenate deque (not \"%T\") to deque", args[1]);
    Value made = deque_copy(vm, args, 1);
    if (value_is_raised(made) || !deque_is(vm, made))
        return made;
    vm_keep(vm, made);
    return extend(vm, &made, args[1], false) ? made : VALUE_RAISED;
}

static bool repeat_into(VM *vm, Value self, Value times)
{
    Deque *d = deque_data(self);
    int64_t n;
    if (!vm_index(vm, times, &n))
        return false;
    size_t count = d->count;
    if (n <= 0) {
        d->count = 0;
        d->changes++;
        return true;
    }
    if (count > 0 && d->maxlen < 0 && (uint64_t)n > ((uint64_t)1 << 32) / count) {
        raise_memory(vm);
        return false;
    }
    List *items = items_of(vm, d);
    if (!items)
        return false;
    if (d->maxlen >= 0 && count > 0 && n > d->maxlen / (int64_t)count + 2) /* only the end will be left */
        n = d->maxlen / (int64_t)count + 2;
    for (int64_t k = 1; k < n; k++)
        for (size_t i = 0; i < count; i++)
            if (!deque_push(vm, d, items->items[i]))
                return false;
    return true;
}

static Value deque_mul(VM *vm, Value *args, int nargs)
{
    if (!int_is(args[1]))
        return VALUE_NOTIMPLEMENTED;
    Value made = deque_copy(vm, args, 1);
    if (value_is_raised(made) || !deque_is(vm, made))
        return made;
    vm_keep(vm, made);
    return repeat_into(vm, made, args[1]) ? made : VALUE_RAISED;
}

static Value deque_imul(VM *vm, Value *args, int nargs)
{
    if (!int_is(args[1]))
        return VALUE_NOTIMPLEMENTED;
    return deque_of(vm, args[0]) && repeat_into(vm, args[0], args[1]) ? args[0] : VALUE_RAISED;
}

static Value deque_get_maxlen(VM *vm, Value self)
{
    Deque *d = deque_of(vm, self);
    return !d ? VALUE_RAISED : d->maxlen < 0 ? VALUE_NONE : make_int(vm, d->maxlen);
}

/* --- iterators: v[0] the deque or UNSET at the end, v[1] next position, v[2] changes when it began ------- */

static Value make_iterator(VM *vm, Value self, bool reversed)
{
    Deque *d = deque_of(vm, self);
    if (!d)
        return VALUE_RAISED;
    Slots *it = slots_make(vm, as_class(KEEP(vm, DEQUE_ITER)), 4);
    it->v[0] = self;
    it->v[1] = value_small(0);
    it->v[2] = make_int(vm, (int64_t)(d->changes & 0xFFFFFFFFFFFF));
    it->v[3] = value_bool(reversed);
    return OBJ(it);
}

static Value deque_iter(VM *vm, Value *args, int nargs)
{
    return make_iterator(vm, args[0], false);
}

static Value deque_reversed(VM *vm, Value *args, int nargs)
{
    return make_iterator(vm, args[0], true);
}

static Value iterator_next(VM *vm, Value *args, int nargs)
{
    Slots *it = as_slots(args[0]);
    if (value_is_unset(it->v[0]))
        return raise_stop_iteration(vm, VALUE_UNSET);
    Deque *d = deque_data(it->v[0]);
    if ((int64_t)(d->changes & 0xFFFFFFFFFFFF) != value_int(it->v[2])) {
        it->v[0] = VALUE_UNSET;
        return raise_runtime(vm, "deque mutated during iteration");
    }
    size_t i = (size_t)value_int(it->v[1]);
    if (i >= d->count) {
        it->v[0] = VALUE_UNSET;
        return raise_stop_iteration(vm, VALUE_UNSET);
    }
    it->v[1] = value_small((int64_t)i + 1);
    return *deque_slot(d, value_is_true(it->v[3]) ? d->count - 1 - i : i);
}

static Value iterator_iter(VM *vm, Value *args, int nargs)
{
    return args[0];
}

static Value iterator_hint(VM *vm, Value *args, int nargs)
{
    Slots *it = as_slots(args[0]);
    if (value_is_unset(it->v[0]))
        return value_small(0);
    int64_t left = (int64_t)deque_data(it->v[0])->count - value_int(it->v[1]);
    return make_int(vm, left < 0 ? 0 : left);
}

/* --- defaultdict: a dict whose factory lies among the attributes beside the object ------------------------ */

static Value factory_of(VM *vm, Value self)
{
    Dict *attrs = heap_attrs(vm->heap, value_obj(self), false);
    Value factory = attrs ? dict_get_name(attrs, name_of(vm, "default_factory")) : VALUE_UNSET;
    return arg_or(factory, VALUE_NONE);
}

static bool set_factory(VM *vm, Value self, Value factory)
{
    Dict *attrs = heap_attrs(vm->heap, value_obj(self), true);
    if (!attrs) {
        raise_memory(vm);
        return false;
    }
    return dict_put(vm, attrs, "default_factory", value_is_unset(factory) ? VALUE_NONE : factory);
}

static Value defaultdict_new(VM *vm, Value *args, int nargs)
{
    Dict *d = heap_new_for(vm->heap, as_class(args[0]), sizeof *d);
    d->obj.kind |= KIND_SUBCLASS; /* so that a missing key is asked for with __missing__ */
    d->version = ++vm->heap->next_version;
    return OBJ(d);
}

static Value defaultdict_init(VM *vm, Value *args, int nargs)
{
    Tuple *given = as_tuple(args[1]);
    Value factory = VALUE_NONE;
    if (tuple_length(given) > 0) {
        factory = given->items[0];
        if (!value_is_none(factory) && !vm_callable(vm, factory))
            return raise_type(vm, "first argument must be callable or None");
    }
    if (!set_factory(vm, args[0], factory))
        return VALUE_RAISED;
    if (tuple_length(given) < 2 && as_dict(args[2])->count == 0)
        return VALUE_NONE;
    Value init = class_lookup(vm, vm->heap->classes[KIND_DICT], NAME(vm, __init__));
    Value all[4] = { args[0] };
    size_t more = tuple_length(given) > 1 ? tuple_length(given) - 1 : 0;
    if (more > 2)
        return raise_type(vm, "defaultdict expected at most 2 arguments, got %z", (int64_t)tuple_length(given));
    for (size_t i = 0; i < more; i++)
        all[1 + i] = given->items[1 + i];
    return vm_call_kw(vm, init, (int)more + 1, all, as_dict(args[2]));
}

static Value defaultdict_missing(VM *vm, Value *args, int nargs)
{
    Value factory = factory_of(vm, args[0]);
    if (value_is_none(factory))
        return raise_key(vm, args[1]);
    Value made = vm_call(vm, factory, 0, NULL);
    if (value_is_raised(made))
        return made;
    vm_keep(vm, made);
    return vm_setitem(vm, args[0], args[1], made) ? made : VALUE_RAISED;
}

static Value defaultdict_repr(VM *vm, Value *args, int nargs)
{
    Value plain = class_lookup(vm, vm->heap->classes[KIND_DICT], NAME(vm, __repr__));
    if (!vm_enter_c(vm, "while getting the repr of an object"))
        return VALUE_RAISED;
    Value shown = vm_call(vm, plain, 1, args);
    Str *factory = NULL;
    if (!value_is_raised(shown)) {
        vm_keep(vm, shown);
        factory = vm_repr(vm, factory_of(vm, args[0]));
    }
    vm_leave_c(vm);
    if (!factory || !value_is_str(shown))
        return VALUE_RAISED;
    Str *text = vm_format(vm, "%S(%S, %S)", class_of(vm, args[0])->name, factory, as_str(shown));
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value defaultdict_copy(VM *vm, Value *args, int nargs)
{
    Value pair[2] = { factory_of(vm, args[0]), args[0] };
    return vm_call(vm, OBJ(class_of(vm, args[0])), 2, pair);
}

static Value merged(VM *vm, Value self, Value first, Value second)
{
    Value factory = factory_of(vm, self);
    Value made = vm_call(vm, OBJ(class_of(vm, self)), 1, &factory);
    if (value_is_raised(made) || !value_is_dict(made))
        return made;
    vm_keep(vm, made);
    return vm_dict_update(vm, as_dict(made), first) && vm_dict_update(vm, as_dict(made), second) ? made : VALUE_RAISED;
}

static Value defaultdict_or(VM *vm, Value *args, int nargs)
{
    return value_is_dict(args[1]) ? merged(vm, args[0], args[0], args[1]) : VALUE_NOTIMPLEMENTED;
}

static Value defaultdict_ror(VM *vm, Value *args, int nargs)
{
    return value_is_dict(args[1]) ? merged(vm, args[0], args[1], args[0]) : VALUE_NOTIMPLEMENTED;
}

static Value defaultdict_get_factory(VM *vm, Value self)
{
    return factory_of(vm, self);
}

/* --- tables ---------------------------------------------------------------------------------------------------- */

#define ROW(name, signature, help) { #name, deque_##name, signature, 0, 0, 0, help }
#define SPECIAL(name, signature) { "__" #name "__", deque_##name, signature, 0, 0, 0, NULL }
static const NativeSpec deque_methods[] = {
    { "__new__", deque_new, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", deque_init, "self, iterable=(), maxlen=None", 0, 0, 0, NULL },
    ROW(append, "self, item, /", "Adds an item at the right end."),
    ROW(appendleft, "self, item, /", "Adds an item at the left end."),
    ROW(pop, "self, /", "Takes the rightmost item."),
    ROW(popleft, "self, /", "Takes the leftmost item."),
    ROW(extend, "self, iterable, /", "Adds items at the right end."),
    ROW(extendleft, "self, iterable, /", "Adds items at the left end, one after the other."),
    ROW(clear, "self, /", "Removes all items."),
    ROW(copy, "self, /", "A shallow copy."),
    { "__copy__", deque_copy, "self, /", 0, 0, 0, NULL },
    ROW(count, "self, value, /", "How many items are equal to value."),
    ROW(index, "self, value, start=0, stop=None, /", "Position of the first item equal to value."),
    ROW(insert, "self, index, value, /", "Puts value before index."),
    ROW(remove, "self, value, /", "Removes the first item equal to value."),
    ROW(reverse, "self, /", "Turns the order round."),
    ROW(rotate, "self, n=1, /", "Moves n items from the right end to the left."),
    SPECIAL(len, "self, /"),
    SPECIAL(bool, "self, /"),
    SPECIAL(getitem, "self, key, /"),
    SPECIAL(setitem, "self, key, value, /"),
    SPECIAL(delitem, "self, key, /"),
    SPECIAL(contains, "self, key, /"),
    SPECIAL(iter, "self, /"),
    SPECIAL(reversed, "self, /"),
    SPECIAL(repr, "self, /"),
    SPECIAL(eq, "self, other, /"),
    SPECIAL(ne, "self, other, /"),
    SPECIAL(lt, "self, other, /"),
    SPECIAL(le, "self, other, /"),
    SPECIAL(gt, "self, other, /"),
    SPECIAL(ge, "self, other, /"),
    SPECIAL(add, "self, other, /"),
    SPECIAL(iadd, "self, other, /"),
    SPECIAL(mul, "self, other, /"),
    { "__rmul__", deque_mul, "self, other, /", 0, 0, 0, NULL },
    SPECIAL(imul, "self, other, /"),
    { 0 },
};
static const GetSetSpec deque_getsets[] = {
    { "maxlen", deque_get_maxlen, NULL, "The most items it keeps, or None." },
    { 0 },
};
static const NativeSpec iterator_methods[] = {
    { "__iter__", iterator_iter, "self, /", 0, 0, 0, NULL },
    { "__next__", iterator_next, "self, /", 0, 0, 0, NULL },
    { "__length_hint__", iterator_hint, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const NativeSpec defaultdict_methods[] = {
    { "__new__", defaultdict_new, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", defaultdict_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__missing__", defaultdict_missing, "self, key, /", 0, 0, 0, "Makes the value of a key that is not there." },
    { "__repr__", defaultdict_repr, "self, /", 0, 0, 0, NULL },
    { "copy", defaultdict_copy, "self, /", 0, 0, 0, "A shallow copy with the same factory." },
    { "__copy__", defaultdict_copy, "self, /", 0, 0, 0, NULL },
    { "__or__", defaultdict_or, "self, other, /", 0, 0, 0, NULL },
    { "__ror__", defaultdict_ror, "self, other, /", 0, 0, 0, NULL },
    { 0 },
};
static bool defaultdict_set_factory(VM *vm, Value self, Value value)
{
    return set_factory(vm, self, value);
}
static const GetSetSpec defaultdict_getsets[] = {
    { "default_factory", defaultdict_get_factory, defaultdict_set_factory, "Called for a missing key." },
    { 0 },
};
static const TypeSpec deque_type = { "deque", "collections", "A list that is quick at both ends.", KIND_BLOB,
                                     CLASS_UNHASHABLE,
                                     deque_methods, deque_getsets };
static const TypeSpec iterator_type = { "_deque_iterator", "collections", "Iterator of a deque.", KIND_SLOTS,
                                        CLASS_FINAL, iterator_methods, NULL };
static const TypeSpec defaultdict_type = { "defaultdict", "collections", "A dict that makes what is missing.",
                                           KIND_DICT, 0, defaultdict_methods, defaultdict_getsets };

static bool setup(VM *vm, Module *module)
{
    Runtime *runtime = runtime_of(vm);
    runtime->blob_types[BLOB_DEQUE] = heap_add_blob_type(vm->heap, visit_deque, finalise_deque) + 1;
    Class *deque = type_create(vm, &deque_type, NULL);
    Class *iterator = deque ? type_create(vm, &iterator_type, NULL) : NULL;
    Class *defaultdict = iterator ? type_create(vm, &defaultdict_type, vm->heap->classes[KIND_DICT]) : NULL;
    if (!defaultdict)
        return false;
    runtime->keep[KEEP_DEQUE] = OBJ(deque);
    runtime->keep[KEEP_DEQUE_ITER] = OBJ(iterator);
    runtime->keep[KEEP_DEFAULTDICT] = OBJ(defaultdict);
    return module_add(vm, module, "deque", OBJ(deque)) && module_add(vm, module, "defaultdict", OBJ(defaultdict));
}

const ModuleSpec _collections_module = { "_collections", "The native half of collections.", NULL, NULL, setup };
