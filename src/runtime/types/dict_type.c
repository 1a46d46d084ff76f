/* dict_type.c - dict and its views as scripts see them. */
#include "runtime/types/set_type.h"

/* --- views ------------------------------------------------------------------------------------------------- */

static Value view_new(VM *vm, Value dict, uint32_t mode)
{
    static const uint8_t classes[] = { CLS_dict_keys, CLS_dict_values, CLS_dict_items };
    DictView *view = heap_new(vm->heap, KIND_DICT_VIEW, sizeof *view);
    view->obj.cls = vm->heap->named[classes[mode]];
    view->obj.aux = mode;
    view->dict = as_dict(dict);
    return OBJ(view);
}

static DictView *as_view(Value v)
{
    return AS(DictView, v);
}

static Value view_len(VM *vm, Value *args, int nargs)
{
    return value_small(as_view(args[0])->dict->count);
}

static Value view_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_table(vm, OBJ(as_view(args[0])->dict), as_view(args[0])->obj.aux, false);
}

static Value view_reversed(VM *vm, Value *args, int nargs)
{
    return iter_of_table(vm, OBJ(as_view(args[0])->dict), as_view(args[0])->obj.aux, true);
}

static Value view_repr(VM *vm, Value *args, int nargs)
{
    int entered = protocol_repr_enter(vm, args[0]);
    if (entered)
        return entered < 0 ? VALUE_RAISED : vm_str_cstr(vm, "...");
    List *list = vm_list_from(vm, args[0]);
    Str *text = list ? vm_format(vm, "%T(%R)", args[0], vm_keep(vm, OBJ(list))) : NULL;
    protocol_repr_leave(vm, args[0]);
    return str_value(text);
}

/* Is item in a view of keys or items? 1, 0, -1. */
static int view_has(VM *vm, DictView *view, Value item)
{
    if (view->obj.aux == DICT_KEYS)
        return vm_set_has(vm, view->dict, item);
    if (!value_is_tuple(item) || tuple_length(as_tuple(item)) != 2)
        return 0;
    Value found = vm_dict_get(vm, view->dict, as_tuple(item)->items[0]);
    if (value_is_raised(found) || value_is_unset(found))
        return value_is_raised(found) ? -1 : 0;
    return vm_equal_kept(vm, found, as_tuple(item)->items[1]);
}

static Value view_contains(VM *vm, Value *args, int nargs)
{
    int found = view_has(vm, as_view(args[0]), args[1]);
    return found < 0 ? VALUE_RAISED : value_bool(found);
}

static bool is_set_like(Value v) /* what keys and items compare with */
{
    return value_is_set(v) || (value_is_kind(v, KIND_DICT_VIEW) && as_view(v)->obj.aux != DICT_VALUES);
}

static Set *as_table(VM *vm, Value iterable)
{
    if (value_is_set(iterable))
        return as_set(iterable);
    Set *set = set_from(vm, KIND_SET, iterable);
    if (set)
        vm_keep(vm, OBJ(set));
    return set;
}

static Value view_compare(VM *vm, CompareOp op, Value a, Value b)
{
    if (!is_set_like(b))
        return VALUE_NOTIMPLEMENTED;
    if (as_view(a)->obj.aux == DICT_ITEMS && value_is_kind(b, KIND_DICT_VIEW)) {
        /* items need not be hashable: each is looked up in the other dict */
        DictView *left = as_view(a), *right = as_view(b);
        bool turned = op == CMP_GE || op == CMP_GT;
        if (turned)
            left = as_view(b), right = as_view(a);
        bool strict = op == CMP_LT || op == CMP_GT, same = op == CMP_EQ || op == CMP_NE;
        uint32_t m = left->dict->count, n = right->dict->count;
        if (same ? m != n : strict ? m >= n : m > n)
            return value_bool(op == CMP_NE);
        List *items = vm_list_from(vm, OBJ(left));
        if (!items)
            return VALUE_RAISED;
        vm_keep(vm, OBJ(items));
        for (size_t i = 0; i < items->count; i++) {
            int found = view_has(vm, right, items->items[i]);
            if (found < 0)
                return VALUE_RAISED;
            if (!found)
                return value_bool(op == CMP_NE);
        }
        return value_bool(op != CMP_NE);
    }
    Set *left = as_table(vm, a), *right = left ? as_table(vm, b) : NULL;
    return right ? set_compare_tables(vm, op, left, right) : VALUE_RAISED;
}
COMPARISONS(view, view_compare)

#define VIEW_OPERATOR(name, left, right, expression)                \
    static Value view_##name(VM *vm, Value *args, int nargs)        \
    {                                                               \
        Value b = right;                                            \
        Set *a = as_table(vm, left), *result = a ? expression : NULL; \
        return result ? OBJ(result) : VALUE_RAISED;                 \
    }

static Set *joined(VM *vm, Set *a, Value b)
{
    Set *result = dict_copy(vm->heap, a, KIND_SET);
    if (!result) {
        raise_memory(vm);
        return NULL;
    }
    vm_keep(vm, OBJ(result));
    return set_update(vm, result, b) ? result : NULL;
}

VIEW_OPERATOR(or, args[0], args[1], joined(vm, a, b))
VIEW_OPERATOR(ror, args[1], args[0], joined(vm, a, b))
VIEW_OPERATOR(and, args[0], args[1], set_intersection_of(vm, KIND_SET, a, b))
VIEW_OPERATOR(rand, args[1], args[0], set_intersection_of(vm, KIND_SET, a, b))
VIEW_OPERATOR(sub, args[0], args[1], set_difference_of(vm, KIND_SET, a, b))
VIEW_OPERATOR(rsub, args[1], args[0], set_difference_of(vm, KIND_SET, a, b))
VIEW_OPERATOR(xor, args[0], args[1], set_symmetric_of(vm, KIND_SET, a, b))
VIEW_OPERATOR(rxor, args[1], args[0], set_symmetric_of(vm, KIND_SET, a, b))

static Value view_isdisjoint(VM *vm, Value *args, int nargs)
{
    Set *a = as_table(vm, args[0]), *common = a ? set_intersection_of(vm, KIND_SET, a, args[1]) : NULL;
    return common ? value_bool(common->count == 0) : VALUE_RAISED;
}

static Value view_mapping(VM *vm, Value self)
{
    return mappingproxy_new(vm, OBJ(as_view(self)->dict));
}

#define ALL_VIEWS                                                                        \
    ROW("__len__", view_len, "self, /"), ROW("__iter__", view_iter, "self, /"),           \
        ROW("__reversed__", view_reversed, "self, /"), ROW("__repr__", view_repr, "self, /")

static const NativeSpec set_view_methods[] = {
    ALL_VIEWS,
    ROW("__contains__", view_contains, "self, key, /"),
    ROW("isdisjoint", view_isdisjoint, "self, other, /"),
    ROW("__or__", view_or, "self, value, /"),
    ROW("__ror__", view_ror, "self, value, /"),
    ROW("__and__", view_and, "self, value, /"),
    ROW("__rand__", view_rand, "self, value, /"),
    ROW("__sub__", view_sub, "self, value, /"),
    ROW("__rsub__", view_rsub, "self, value, /"),
    ROW("__xor__", view_xor, "self, value, /"),
    ROW("__rxor__", view_rxor, "self, value, /"),
    COMPARISON_ROWS(view),
    { 0 },
};
static const NativeSpec values_methods[] = { ALL_VIEWS, { 0 } };
static const GetSetSpec view_getsets[] = {
    { "mapping", view_mapping, NULL, "a read-only view of the dict" },
    { 0 },
};

/* --- making and filling --------------------------------------------------------------------------------------- */

static Value dict_new_(VM *vm, Value *args, int nargs)
{
    Dict *dict = heap_new_for(vm->heap, as_class(args[0]), sizeof(Dict));
    return OBJ(dict);
}

/* What dict(...) and update(...) share: at most one mapping or iterable of pairs, then keywords. */
static Value update_from(VM *vm, Value *args, const char *who)
{
    Tuple *positional = as_tuple(args[1]);
    if (tuple_length(positional) > 1)
        return raise_type(vm, "%s expected at most 1 argument, got %d", who, (int)tuple_length(positional));
    if (tuple_length(positional) == 1 && !vm_dict_update(vm, as_dict(args[0]), positional->items[0]))
        return VALUE_RAISED;
    return dictops_merge(vm, as_dict(args[0]), as_dict(args[2]), true) ? VALUE_NONE : VALUE_RAISED;
}

static Value dict_init(VM *vm, Value *args, int nargs)
{
    return update_from(vm, args, "dict");
}

static Value dict_update(VM *vm, Value *args, int nargs)
{
    return update_from(vm, args, "update");
}

typedef struct {
    Value dict, value;
} FromKeys;

static bool from_key(VM *vm, void *ctx, Value key)
{
    FromKeys *job = ctx;
    return vm_setitem(vm, job->dict, key, job->value);
}

static Value dict_fromkeys(VM *vm, Value *args, int nargs)
{
    FromKeys job = { .value = arg_or(args[2], VALUE_NONE) };
    if (as_class(args[0]) == vm->heap->classes[KIND_DICT])
        job.dict = vm_own(vm, dict_new(vm->heap, 0));
    else
        job.dict = vm_call(vm, args[0], 0, NULL);
    if (value_is_raised(job.dict))
        return job.dict;
    vm_keep(vm, job.dict);
    return vm_each(vm, args[1], from_key, &job) ? job.dict : VALUE_RAISED;
}

/* --- items ------------------------------------------------------------------------------------------------------ */

static Value dict_getitem(VM *vm, Value *args, int nargs)
{
    Value found = vm_dict_get(vm, as_dict(args[0]), args[1]);
    if (!value_is_unset(found))
        return found;
    if (!value_is_exactly(args[0], KIND_DICT)) {
        Value answer = vm_call_special(vm, args[0], NAME(vm, __missing__), 1, &args[1]);
        if (!value_is_unset(answer))
            return answer;
    }
    return raise_key(vm, args[1]);
}

static Value dict_setitem(VM *vm, Value *args, int nargs)
{
    return vm_dict_set(vm, as_dict(args[0]), args[1], args[2]) ? VALUE_NONE : VALUE_RAISED;
}

static Value dict_delitem(VM *vm, Value *args, int nargs)
{
    int removed = vm_dict_del(vm, as_dict(args[0]), args[1], NULL);
    return removed > 0 ? VALUE_NONE : removed < 0 ? VALUE_RAISED : raise_key(vm, args[1]);
}

static Value dict_get(VM *vm, Value *args, int nargs)
{
    Value found = vm_dict_get(vm, as_dict(args[0]), args[1]);
    return value_is_unset(found) ? arg_or(args[2], VALUE_NONE) : found;
}

static Value dict_setdefault(VM *vm, Value *args, int nargs)
{
    uint64_t hash;
    DictEntry *entry;
    if (!vm_hash(vm, args[1], &hash))
        return VALUE_RAISED;
    int found = dictops_find(vm, as_dict(args[0]), args[1], hash, &entry);
    if (found)
        return found < 0 ? VALUE_RAISED : entry->value;
    Value value = arg_or(args[2], VALUE_NONE);
    return dict_insert_new(vm->heap, as_dict(args[0]), args[1], hash, value) ? value : raise_memory(vm);
}

static Value dict_pop(VM *vm, Value *args, int nargs)
{
    Value value = VALUE_UNSET;
    int removed = vm_dict_del(vm, as_dict(args[0]), args[1], &value);
    if (removed < 0)
        return VALUE_RAISED;
    if (!removed)
        return value_is_unset(args[2]) ? raise_key(vm, args[1]) : args[2];
    return value;
}

static Value dict_popitem(VM *vm, Value *args, int nargs)
{
    Dict *dict = as_dict(args[0]);
    uint32_t last = dict->used;
    while (last > 0 && value_is_unset(dict->entries[last - 1].key))
        last--;
    if (last == 0)
        return raise_fmt(vm, vm->exc[EXC_KeyError], "popitem(): dictionary is empty");
    DictEntry *entry = &dict->entries[last - 1];
    Value pair = vm_tuple_of(vm, 2, (Value[]){ entry->key, entry->value });
    if (!value_is_raised(pair))
        dict_remove_entry(vm->heap, dict, entry);
    return pair;
}

static Value dict_clear_(VM *vm, Value *args, int nargs)
{
    dict_clear(vm->heap, as_dict(args[0]));
    return VALUE_NONE;
}

static Value dict_copy_(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, dict_copy(vm->heap, as_dict(args[0]), KIND_DICT));
}

static Value dict_keys(VM *vm, Value *args, int nargs)
{
    return view_new(vm, args[0], DICT_KEYS);
}

static Value dict_values(VM *vm, Value *args, int nargs)
{
    return view_new(vm, args[0], DICT_VALUES);
}

static Value dict_items(VM *vm, Value *args, int nargs)
{
    return view_new(vm, args[0], DICT_ITEMS);
}

static Value dict_len(VM *vm, Value *args, int nargs)
{
    return value_small(as_dict(args[0])->count);
}

static Value dict_contains(VM *vm, Value *args, int nargs)
{
    int found = vm_set_has(vm, as_dict(args[0]), args[1]);
    return found < 0 ? VALUE_RAISED : value_bool(found);
}

static Value dict_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_table(vm, args[0], DICT_KEYS, false);
}

static Value dict_reversed(VM *vm, Value *args, int nargs)
{
    return iter_of_table(vm, args[0], DICT_KEYS, true);
}

/* --- whole dicts -------------------------------------------------------------------------------------------------- */

static Value merged(VM *vm, Value first, Value second)
{
    Dict *result = dict_copy(vm->heap, as_dict(first), KIND_DICT);
    if (!result)
        return raise_memory(vm);
    vm_keep(vm, OBJ(result));
    return vm_dict_update(vm, result, second) ? OBJ(result) : VALUE_RAISED;
}

static Value dict_or(VM *vm, Value *args, int nargs)
{
    return value_is_dict(args[1]) ? merged(vm, args[0], args[1]) : VALUE_NOTIMPLEMENTED;
}

static Value dict_ror(VM *vm, Value *args, int nargs)
{
    return value_is_dict(args[1]) ? merged(vm, args[1], args[0]) : VALUE_NOTIMPLEMENTED;
}

static Value dict_ior(VM *vm, Value *args, int nargs)
{
    return vm_dict_update(vm, as_dict(args[0]), args[1]) ? args[0] : VALUE_RAISED;
}

static int dicts_equal(VM *vm, Dict *a, Dict *b)
{
    if (a->count != b->count)
        return 0;
    for (uint32_t i = 0; i < a->used; i++) {
        DictEntry entry = a->entries[i], *other;
        if (value_is_unset(entry.key))
            continue;
        int found = vm_go_on(vm) ? dictops_find(vm, b, entry.key, entry.hash, &other) : -1;
        if (found > 0)
            found = vm_equal_kept(vm, entry.value, other->value);
        if (found <= 0)
            return found;
    }
    return 1;
}

static Value compare(VM *vm, Value *args, bool wanted)
{
    if (!value_is_dict(args[1]))
        return VALUE_NOTIMPLEMENTED;
    if (!vm_enter_c(vm, "in comparison"))
        return VALUE_RAISED;
    int equal = dicts_equal(vm, as_dict(args[0]), as_dict(args[1]));
    vm_leave_c(vm);
    return equal < 0 ? VALUE_RAISED : value_bool(equal == wanted);
}

static Value dict_eq(VM *vm, Value *args, int nargs)
{
    return compare(vm, args, true);
}

static Value dict_ne(VM *vm, Value *args, int nargs)
{
    return compare(vm, args, false);
}

static Value dict_repr(VM *vm, Value *args, int nargs)
{
    int entered = protocol_repr_enter(vm, args[0]);
    if (entered)
        return entered < 0 ? VALUE_RAISED : vm_str_cstr(vm, "{...}");
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_char(&b, '{');
    Dict *dict = as_dict(args[0]);
    bool fine = true, first = true;
    for (uint32_t i = 0; fine && i < dict->used; i++) {
        DictEntry entry = dict->entries[i];
        if (value_is_unset(entry.key))
            continue;
        size_t mark = vm->root_count;
        vm_keep(vm, entry.value);
        Str *key = vm_repr(vm, entry.key);
        if (key)
            vm_keep(vm, OBJ(key));
        Str *value = key ? vm_repr(vm, entry.value) : NULL;
        vm->root_count = mark;
        fine = value && loop_turn(vm, i + 1);
        if (!fine)
            break;
        if (!first)
            builder_cstr(&b, ", ");
        first = false;
        builder_str(&b, key);
        builder_cstr(&b, ": ");
        builder_str(&b, value);
    }
    builder_char(&b, '}');
    protocol_repr_leave(vm, args[0]);
    if (fine)
        return vm_own(vm, builder_finish(&b));
    builder_drop(&b);
    return VALUE_RAISED;
}

static const NativeSpec dict_methods[] = {
    { "__new__", dict_new_, "cls, /, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    ROW("__init__", dict_init, "self, /, *args, **kwargs"),
    { "fromkeys", dict_fromkeys, "cls, iterable, value=None, /", 0, 0, NATIVE_CLASS,
      "fromkeys(iterable, value=None): a dict with these keys, all with the same value" },
    ROW_HELP("get", dict_get, "self, key, default=None, /", "get(key, default=None): the value, or default"),
    ROW_HELP("setdefault", dict_setdefault, "self, key, default=None, /",
             "setdefault(key, default=None): the value; put in first if the key is not there"),
    ROW_HELP("pop", dict_pop, "self, key, default=None, /",
             "pop(key[, default]): take the key out and answer its value"),
    ROW_HELP("popitem", dict_popitem, "self, /", "popitem(): take out and answer the last pair"),
    ROW_HELP("update", dict_update, "self, /, *args, **kwargs",
             "update(mapping or pairs, **more): set all these keys"),
    ROW_HELP("clear", dict_clear_, "self, /", "clear(): take out all keys"),
    ROW_HELP("copy", dict_copy_, "self, /", "copy(): a new dict with the same pairs"),
    ROW_HELP("keys", dict_keys, "self, /", "keys(): a view of the keys"),
    ROW_HELP("values", dict_values, "self, /", "values(): a view of the values"),
    ROW_HELP("items", dict_items, "self, /", "items(): a view of the pairs"),
    ROW("__len__", dict_len, "self, /"),
    ROW("__getitem__", dict_getitem, "self, key, /"),
    ROW("__setitem__", dict_setitem, "self, key, value, /"),
    ROW("__delitem__", dict_delitem, "self, key, /"),
    ROW("__contains__", dict_contains, "self, key, /"),
    ROW("__iter__", dict_iter, "self, /"),
    ROW("__reversed__", dict_reversed, "self, /"),
    ROW("__or__", dict_or, "self, value, /"),
    ROW("__ror__", dict_ror, "self, value, /"),
    ROW("__ior__", dict_ior, "self, value, /"),
    ROW("__eq__", dict_eq, "self, value, /"),
    ROW("__ne__", dict_ne, "self, value, /"),
    ROW("__repr__", dict_repr, "self, /"),
    CLASS_GETITEM_ROW,
    { 0 },
};
static const TypeSpec dict_type = { "dict", "builtins",
                                    "dict(mapping or pairs, **more): values found by their keys, in order of insertion",
                                    KIND_DICT, CLASS_UNHASHABLE, dict_methods, NULL };
static const TypeSpec keys_type = { "dict_keys", "builtins", NULL, KIND_DICT_VIEW, CLASS_FINAL | CLASS_UNHASHABLE,
                                    set_view_methods, view_getsets };
static const TypeSpec items_type = { "dict_items", "builtins", NULL, KIND_DICT_VIEW, CLASS_FINAL | CLASS_UNHASHABLE,
                                     set_view_methods, view_getsets };
static const TypeSpec values_type = { "dict_values", "builtins", NULL, KIND_DICT_VIEW, CLASS_FINAL,
                                      values_methods, view_getsets };

bool dict_types_setup(VM *vm)
{
    Class *cls = type_create(vm, &dict_type, NULL);
    Class **named = vm->heap->named;
    return cls &&
           (named[CLS_dict_keys] = type_create(vm, &keys_type, NULL)) != NULL &&
           (named[CLS_dict_items] = type_create(vm, &items_type, NULL)) != NULL &&
           (named[CLS_dict_values] = type_create(vm, &values_type, NULL)) != NULL;
}
