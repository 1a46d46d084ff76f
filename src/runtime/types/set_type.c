/* set_type.c - set and frozenset as scripts see them. A set is the dict's table without values, so its
 * items come in the order they were added. Loops over a table go by entry number and look at its bounds
 * each time: __eq__ and __hash__ of the items may change any set in between. */
#include "runtime/types/set_type.h"

/* --- whole sets ---------------------------------------------------------------------------------------- */

static bool add_hashed(VM *vm, Set *set, Value key, uint64_t hash)
{
    DictEntry *there;
    int found = dictops_find(vm, set, key, hash, &there);
    if (found)
        return found > 0;
    if (dict_insert_new(vm->heap, set, key, hash, VALUE_NONE))
        return true;
    raise_memory(vm);
    return false;
}

static bool add_item(VM *vm, void *set, Value item)
{
    return vm_set_add(vm, set, item) >= 0;
}

/* Entry number *i of the table or a later one that is not deleted. */
static bool next_entry(VM *vm, Set *set, uint32_t *i, DictEntry *out)
{
    if (*i == 0)
        set_arrange(vm->heap, set);
    while (*i < set->used && value_is_unset(set->entries[*i].key))
        ++*i;
    if (*i >= set->used)
        return false;
    *out = set->entries[(*i)++];
    return true;
}

bool set_update(VM *vm, Set *set, Value iterable)
{
    if (!value_is_exactly(iterable, KIND_SET) && !value_is_exactly(iterable, KIND_FROZENSET) &&
        !value_is_exactly(iterable, KIND_DICT))
        return vm_each(vm, iterable, add_item, set);
    DictEntry entry;
    bool fine = true;
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(set));
    vm_keep(vm, iterable);
    if (set->count == 0)
        set->obj.flags |= SET_MERGED;
    if (set != as_set(iterable))
        for (uint32_t i = 0; fine && next_entry(vm, as_set(iterable), &i, &entry);)
            fine = vm_go_on(vm) && add_hashed(vm, set, entry.key, entry.hash);
    vm->root_count = mark;
    return fine;
}

static Set *new_set(VM *vm, uint8_t kind)
{
    Set *set = set_new(vm->heap, kind, 0);
    if (!set)
        raise_memory(vm);
    else
        vm_keep(vm, OBJ(set));
    return set;
}

Set *set_from(VM *vm, uint8_t kind, Value iterable)
{
    Set *set;
    if (value_is_set(iterable)) {
        set = dict_copy(vm->heap, as_set(iterable), kind);
        if (!set)
            raise_memory(vm);
        return set;
    }
    set = new_set(vm, kind);
    return set && set_update(vm, set, iterable) ? set : NULL;
}

/* An operand as a table: itself if it is a set or dict, else a set of its items. */
static Set *table_of(VM *vm, Value iterable)
{
    if (value_is_set(iterable) || value_is_exactly(iterable, KIND_DICT))
        return as_set(iterable);
    Set *set = set_from(vm, KIND_SET, iterable);
    if (set)
        vm_keep(vm, OBJ(set));
    return set;
}

/* Adds to `to` those items of `from` whose presence in `other` is `wanted`. They are new there: the items of
 * a set differ from each other, and what `to` has already has the other presence. */
static bool select_items(VM *vm, Set *to, Set *from, Set *other, bool wanted)
{
    DictEntry entry, *there;
    for (uint32_t i = 0; next_entry(vm, from, &i, &entry);) {
        int found = vm_go_on(vm) ? dictops_find(vm, other, entry.key, entry.hash, &there) : -1;
        if (found < 0)
            return false;
        if (found == wanted && !dict_insert_new(vm->heap, to, entry.key, entry.hash, VALUE_NONE)) {
            raise_memory(vm);
            return false;
        }
    }
    return true;
}

Set *set_difference_of(VM *vm, uint8_t kind, Set *a, Value b)
{
    Set *other = table_of(vm, b), *result = other ? new_set(vm, kind) : NULL;
    return result && select_items(vm, result, a, other, false) ? result : NULL;
}

Set *set_intersection_of(VM *vm, uint8_t kind, Set *a, Value b)
{
    Set *other = table_of(vm, b), *result = other ? new_set(vm, kind) : NULL;
    if (!result)
        return NULL;
    bool by_other = value_is_set(b) && other->count <= a->count; /* the shorter one is walked */
    return select_items(vm, result, by_other ? other : a, by_other ? a : other, true) ? result : NULL;
}

Set *set_symmetric_of(VM *vm, uint8_t kind, Set *a, Value b)
{
    Set *other = table_of(vm, b), *result = other ? new_set(vm, kind) : NULL;
    return result && select_items(vm, result, a, other, false) && select_items(vm, result, other, a, false)
               ? result
               : NULL;
}

int set_is_within(VM *vm, Set *a, Set *b)
{
    DictEntry entry, *there;
    if (a->count > b->count)
        return 0;
    for (uint32_t i = 0; next_entry(vm, a, &i, &entry);) {
        int found = vm_go_on(vm) ? dictops_find(vm, b, entry.key, entry.hash, &there) : -1;
        if (found <= 0)
            return found;
    }
    return 1;
}

Value set_compare_tables(VM *vm, CompareOp op, Set *a, Set *b)
{
    int within;
    switch (op) {
    case CMP_EQ:
    case CMP_NE:
        within = a->count != b->count ? 0 : set_is_within(vm, a, b);
        return within < 0 ? VALUE_RAISED : value_bool(within == (op == CMP_EQ));
    case CMP_LE: within = set_is_within(vm, a, b); break;
    case CMP_LT: within = a->count == b->count ? 0 : set_is_within(vm, a, b); break;
    case CMP_GE: within = set_is_within(vm, b, a); break;
    default: within = a->count == b->count ? 0 : set_is_within(vm, b, a); break;
    }
    return within < 0 ? VALUE_RAISED : value_bool(within);
}

/* --- helpers of methods ------------------------------------------------------------------------------------ */

static uint8_t kind_of(Value set)
{
    return value_obj(set)->kind & KIND_MASK;
}

static Value made(Set *set)
{
    return set ? OBJ(set) : VALUE_RAISED;
}

/* Replaces the items of `set` by those of `result`; both are alive. */
static Value take_over(VM *vm, Value set, Set *result)
{
    if (!result)
        return VALUE_RAISED;
    Set *to = as_set(set), swap = *to;
    result->obj.aux ^= to->obj.aux, to->obj.aux ^= result->obj.aux, result->obj.aux ^= to->obj.aux;
    to->count = result->count, result->count = swap.count;
    to->used = result->used, result->used = swap.used;
    to->capacity = result->capacity, result->capacity = swap.capacity;
    to->mask = result->mask, result->mask = swap.mask;
    to->version = result->version, result->version = swap.version;
    to->index = result->index, result->index = swap.index;
    to->entries = result->entries, result->entries = swap.entries;
    return VALUE_NONE;
}

/* A key to look up: a set stands for the frozenset of its items. */
static Value lookup_key(VM *vm, Value key)
{
    if (!value_is_kind(key, KIND_SET) ||
        !value_is_none(class_lookup(vm, value_obj(key)->cls, NAME(vm, __hash__))))
        return key;
    Set *frozen = dict_copy(vm->heap, as_set(key), KIND_FROZENSET);
    return frozen ? vm_keep(vm, OBJ(frozen)) : raise_memory(vm);
}

/* --- methods of both ---------------------------------------------------------------------------------------- */

static Value set_len(VM *vm, Value *args, int nargs)
{
    return value_small(as_set(args[0])->count);
}

static Value set_contains(VM *vm, Value *args, int nargs)
{
    Value key = lookup_key(vm, args[1]);
    int found = value_is_raised(key) ? -1 : vm_set_has(vm, as_set(args[0]), key);
    return found < 0 ? VALUE_RAISED : value_bool(found);
}

static Value set_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_table(vm, args[0], DICT_KEYS, false);
}

static Value set_copy(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, dict_copy(vm->heap, as_set(args[0]), kind_of(args[0])));
}

static Value frozenset_copy(VM *vm, Value *args, int nargs)
{
    return value_is_exactly(args[0], KIND_FROZENSET) ? args[0] : set_copy(vm, args, nargs);
}

static Value set_repr(VM *vm, Value *args, int nargs)
{
    Class *cls = value_obj(args[0])->cls;
    bool plain = value_is_exactly(args[0], KIND_SET);
    if (as_set(args[0])->count == 0)
        return str_value(vm_format(vm, "%C()", cls));
    int entered = protocol_repr_enter(vm, args[0]);
    if (entered < 0)
        return VALUE_RAISED;
    if (entered)
        return str_value(vm_format(vm, "%C(...)", cls));
    StrBuilder b;
    builder_init(&b, vm->heap);
    if (!plain) {
        builder_str(&b, cls->name);
        builder_char(&b, '(');
    }
    builder_char(&b, '{');
    DictEntry entry;
    bool first = true, fine = true;
    for (uint32_t i = 0; fine && next_entry(vm, as_set(args[0]), &i, &entry); first = false) {
        Str *text = vm_repr(vm, entry.key);
        if (!first)
            builder_cstr(&b, ", ");
        if (text)
            builder_str(&b, text);
        fine = text && loop_turn(vm, i);
    }
    builder_cstr(&b, plain ? "}" : "})");
    protocol_repr_leave(vm, args[0]);
    if (fine)
        return vm_own(vm, builder_finish(&b));
    builder_drop(&b);
    return VALUE_RAISED;
}

static Value set_union(VM *vm, Value *args, int nargs)
{
    Set *result = dict_copy(vm->heap, as_set(args[0]), kind_of(args[0]));
    if (!result)
        return raise_memory(vm);
    vm_keep(vm, OBJ(result));
    Tuple *others = as_tuple(args[1]);
    for (size_t i = 0; i < tuple_length(others); i++)
        if (!set_update(vm, result, others->items[i]))
            return VALUE_RAISED;
    return OBJ(result);
}

/* difference and intersection with any number of iterables */
static Value reduce(VM *vm, Value *args, Set *(*step)(VM *, uint8_t, Set *, Value))
{
    uint8_t kind = kind_of(args[0]);
    Tuple *others = as_tuple(args[1]);
    Set *result = NULL;
    for (size_t i = 0; i < tuple_length(others); i++) {
        result = step(vm, kind, result ? result : as_set(args[0]), others->items[i]);
        if (!result)
            return VALUE_RAISED;
    }
    return result ? OBJ(result) : vm_own(vm, dict_copy(vm->heap, as_set(args[0]), kind));
}

static Value set_difference(VM *vm, Value *args, int nargs)
{
    return reduce(vm, args, set_difference_of);
}

static Value set_intersection(VM *vm, Value *args, int nargs)
{
    return reduce(vm, args, set_intersection_of);
}

static Value set_symmetric_difference(VM *vm, Value *args, int nargs)
{
    return made(set_symmetric_of(vm, kind_of(args[0]), as_set(args[0]), args[1]));
}

static Value set_isdisjoint(VM *vm, Value *args, int nargs)
{
    Set *common = set_intersection_of(vm, KIND_SET, as_set(args[0]), args[1]);
    return common ? value_bool(common->count == 0) : VALUE_RAISED;
}

static Value set_issubset(VM *vm, Value *args, int nargs)
{
    Set *other = table_of(vm, args[1]);
    int within = other ? set_is_within(vm, as_set(args[0]), other) : -1;
    return within < 0 ? VALUE_RAISED : value_bool(within);
}

static Value set_issuperset(VM *vm, Value *args, int nargs)
{
    Set *other = table_of(vm, args[1]);
    int within = other ? set_is_within(vm, other, as_set(args[0])) : -1;
    return within < 0 ? VALUE_RAISED : value_bool(within);
}

static Value set_compare(VM *vm, CompareOp op, Value a, Value b)
{
    return value_is_set(b) ? set_compare_tables(vm, op, as_set(a), as_set(b)) : VALUE_NOTIMPLEMENTED;
}
COMPARISONS(set, set_compare)

/* Operators take sets only. `left`, `right`: the operands in the order written. */
#define OPERATOR(name, left, right, expression)                                  \
    static Value set_##name(VM *vm, Value *args, int nargs)                      \
    {                                                                            \
        if (!value_is_set(args[1]))                                              \
            return VALUE_NOTIMPLEMENTED;                                         \
        Value a = left, b = right;                                               \
        uint8_t kind = kind_of(a);                                               \
        return made(expression);                                                 \
    }

static Set *union_of(VM *vm, uint8_t kind, Value a, Value b)
{
    Set *result = dict_copy(vm->heap, as_set(a), kind);
    if (!result) {
        raise_memory(vm);
        return NULL;
    }
    vm_keep(vm, OBJ(result));
    return set_update(vm, result, b) ? result : NULL;
}

OPERATOR(or, args[0], args[1], union_of(vm, kind, a, b))
OPERATOR(ror, args[1], args[0], union_of(vm, kind, a, b))
OPERATOR(and, args[0], args[1], set_intersection_of(vm, kind, as_set(a), b))
OPERATOR(rand, args[1], args[0], set_intersection_of(vm, kind, as_set(a), b))
OPERATOR(sub, args[0], args[1], set_difference_of(vm, kind, as_set(a), b))
OPERATOR(rsub, args[1], args[0], set_difference_of(vm, kind, as_set(a), b))
OPERATOR(xor, args[0], args[1], set_symmetric_of(vm, kind, as_set(a), b))
OPERATOR(rxor, args[1], args[0], set_symmetric_of(vm, kind, as_set(a), b))

static Value set_reduce(VM *vm, Value *args, int nargs)
{
    List *items = vm_list_from(vm, args[0]);
    Value arguments = items ? vm_tuple_of(vm, 1, (Value[]){ OBJ(items) }) : VALUE_RAISED;
    return value_is_raised(arguments)
               ? arguments
               : vm_tuple_of(vm, 2, (Value[]){ OBJ(value_obj(args[0])->cls), arguments });
}

/* --- set only ------------------------------------------------------------------------------------------------- */

static Value set_new_(VM *vm, Value *args, int nargs)
{
    return OBJ(heap_new_for(vm->heap, as_class(args[0]), sizeof(Set)));
}

static Value set_init(VM *vm, Value *args, int nargs)
{
    dict_clear(vm->heap, as_set(args[0]));
    return value_is_unset(args[1]) || set_update(vm, as_set(args[0]), args[1]) ? VALUE_NONE : VALUE_RAISED;
}

static Value set_add(VM *vm, Value *args, int nargs)
{
    return vm_set_add(vm, as_set(args[0]), args[1]) < 0 ? VALUE_RAISED : VALUE_NONE;
}

static Value set_discard(VM *vm, Value *args, int nargs)
{
    Value key = lookup_key(vm, args[1]);
    return value_is_raised(key) || vm_dict_del(vm, as_set(args[0]), key, NULL) < 0 ? VALUE_RAISED
                                                                                 : VALUE_NONE;
}

static Value set_remove(VM *vm, Value *args, int nargs)
{
    Value key = lookup_key(vm, args[1]);
    int removed = value_is_raised(key) ? -1 : vm_dict_del(vm, as_set(args[0]), key, NULL);
    return removed > 0 ? VALUE_NONE : removed < 0 ? VALUE_RAISED : raise_key(vm, args[1]);
}

static Value set_pop(VM *vm, Value *args, int nargs)
{
    Set *set = as_set(args[0]);
    if (set->count <= 64) /* a longer one may be a work list: each pop must cost the same */
        set_arrange(vm->heap, set);
    DictEntry *first = dict_next(set, NULL);
    if (!first)
        return raise_fmt(vm, vm->exc[EXC_KeyError], "pop from an empty set");
    Value key = first->key;
    dict_remove_entry(vm->heap, set, first);
    return key;
}

static Value set_clear(VM *vm, Value *args, int nargs)
{
    dict_clear(vm->heap, as_set(args[0]));
    return VALUE_NONE;
}

static Value set_update_(VM *vm, Value *args, int nargs)
{
    Tuple *others = as_tuple(args[1]);
    for (size_t i = 0; i < tuple_length(others); i++)
        if (!set_update(vm, as_set(args[0]), others->items[i]))
            return VALUE_RAISED;
    return VALUE_NONE;
}

static Value set_difference_update(VM *vm, Value *args, int nargs)
{
    Value result = set_difference(vm, args, nargs);
    return value_is_raised(result) ? result : take_over(vm, args[0], as_set(result));
}

static Value set_intersection_update(VM *vm, Value *args, int nargs)
{
    Value result = set_intersection(vm, args, nargs);
    return value_is_raised(result) ? result : take_over(vm, args[0], as_set(result));
}

static Value set_symmetric_difference_update(VM *vm, Value *args, int nargs)
{
    return take_over(vm, args[0], set_symmetric_of(vm, KIND_SET, as_set(args[0]), args[1]));
}

#define INPLACE(name, expression)                                                     \
    static Value set_##name(VM *vm, Value *args, int nargs)                           \
    {                                                                                 \
        if (!value_is_set(args[1]))                                                   \
            return VALUE_NOTIMPLEMENTED;                                              \
        return value_is_raised(take_over(vm, args[0], expression)) ? VALUE_RAISED : args[0]; \
    }
INPLACE(iand, set_intersection_of(vm, KIND_SET, as_set(args[0]), args[1]))
INPLACE(isub, set_difference_of(vm, KIND_SET, as_set(args[0]), args[1]))
INPLACE(ixor, set_symmetric_of(vm, KIND_SET, as_set(args[0]), args[1]))

static Value set_ior(VM *vm, Value *args, int nargs)
{
    if (!value_is_set(args[1]))
        return VALUE_NOTIMPLEMENTED;
    return set_update(vm, as_set(args[0]), args[1]) ? args[0] : VALUE_RAISED;
}

/* --- frozenset only --------------------------------------------------------------------------------------------- */

static Value frozenset_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    if (cls == vm->heap->classes[KIND_FROZENSET] && value_is_exactly(args[1], KIND_FROZENSET))
        return args[1];
    Set *set = heap_new_for(vm->heap, cls, sizeof(Set));
    vm_keep(vm, OBJ(set));
    return value_is_unset(args[1]) || set_update(vm, set, args[1]) ? OBJ(set) : VALUE_RAISED;
}

static Value frozenset_hash(VM *vm, Value *args, int nargs)
{
    uint64_t mixed = 0;
    for (DictEntry *e = NULL; (e = dict_next(as_set(args[0]), e)) != NULL;)
        mixed ^= hash_set_mix(e->hash);
    return int_from_i64(vm->heap, (int64_t)hash_set_finish(mixed, as_set(args[0])->count));
}

#define BOTH                                                                                           \
    ROW("__len__", set_len, "self, /"),                                                                \
    ROW("__contains__", set_contains, "self, object, /"),                                              \
    ROW("__iter__", set_iter, "self, /"),                                                              \
    ROW("__repr__", set_repr, "self, /"),                                                              \
    ROW("__reduce__", set_reduce, "self, /"),                                                          \
    ROW_HELP("union", set_union, "self, /, *others", "union(*others): a set of the items of all"),     \
    ROW_HELP("difference", set_difference, "self, /, *others",                                         \
             "difference(*others): a set of the items that are in none of the others"),               \
    ROW_HELP("intersection", set_intersection, "self, /, *others",                                     \
             "intersection(*others): a set of the items that are in all of them"),                     \
    ROW_HELP("symmetric_difference", set_symmetric_difference, "self, other, /",                       \
             "symmetric_difference(other): a set of the items that are in one of the two only"),       \
    ROW_HELP("isdisjoint", set_isdisjoint, "self, other, /", "isdisjoint(other): no item in common?"), \
    ROW_HELP("issubset", set_issubset, "self, other, /", "issubset(other): are all items in other?"),  \
    ROW_HELP("issuperset", set_issuperset, "self, other, /",                                           \
             "issuperset(other): are all items of other here?"),                                       \
    ROW("__or__", set_or, "self, value, /"), ROW("__ror__", set_ror, "self, value, /"),                 \
    ROW("__and__", set_and, "self, value, /"), ROW("__rand__", set_rand, "self, value, /"),             \
    ROW("__sub__", set_sub, "self, value, /"), ROW("__rsub__", set_rsub, "self, value, /"),             \
    ROW("__xor__", set_xor, "self, value, /"), ROW("__rxor__", set_rxor, "self, value, /"),             \
    COMPARISON_ROWS(set),                                                                              \
    CLASS_GETITEM_ROW

static const NativeSpec set_methods[] = {
    { "__new__", set_new_, "cls, /, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    ROW("__init__", set_init, "self, iterable=(), /"),
    BOTH,
    ROW_HELP("copy", set_copy, "self, /", "copy(): a new set with the same items"),
    ROW_HELP("add", set_add, "self, object, /", "add(x): put x in, if it is not there"),
    ROW_HELP("discard", set_discard, "self, object, /", "discard(x): take x out, if it is there"),
    ROW_HELP("remove", set_remove, "self, object, /", "remove(x): take x out; KeyError if it is not there"),
    ROW_HELP("pop", set_pop, "self, /", "pop(): take out and answer some item"),
    ROW_HELP("clear", set_clear, "self, /", "clear(): take out all items"),
    ROW_HELP("update", set_update_, "self, /, *others", "update(*others): add the items of all"),
    ROW_HELP("difference_update", set_difference_update, "self, /, *others",
             "difference_update(*others): take out the items of the others"),
    ROW_HELP("intersection_update", set_intersection_update, "self, /, *others",
             "intersection_update(*others): keep the items that are in all others"),
    ROW_HELP("symmetric_difference_update", set_symmetric_difference_update, "self, other, /",
             "symmetric_difference_update(other): keep the items that are in one of the two only"),
    ROW("__ior__", set_ior, "self, value, /"),
    ROW("__iand__", set_iand, "self, value, /"),
    ROW("__isub__", set_isub, "self, value, /"),
    ROW("__ixor__", set_ixor, "self, value, /"),
    { 0 },
};
static const NativeSpec frozenset_methods[] = {
    { "__new__", frozenset_new, "cls, iterable=(), /", 0, 0, NATIVE_NEW, NULL },
    BOTH,
    ROW_HELP("copy", frozenset_copy, "self, /", "copy(): the same items"),
    ROW("__hash__", frozenset_hash, "self, /"),
    { 0 },
};
static const TypeSpec set_type = { "set", "builtins", "set(iterable=()): items without order or repetition",
                                   KIND_SET, CLASS_UNHASHABLE, set_methods, NULL };
static const TypeSpec frozenset_type = { "frozenset", "builtins", "frozenset(iterable=()): a set that never changes",
                                         KIND_FROZENSET, 0, frozenset_methods, NULL };

bool set_types_setup(VM *vm)
{
    Class *cls = type_create(vm, &set_type, NULL);
    return cls && type_create(vm, &frozenset_type, NULL);
}
