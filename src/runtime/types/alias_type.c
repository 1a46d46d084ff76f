/* alias_type.c - what annotations are made of: types.GenericAlias (list[int]), types.UnionType
 * (int | None), and mappingproxy, the read-only view of a class's __dict__. */
#include "bytecode/code.h"
#include "runtime/types/sequence.h"

/* --- list[int] -------------------------------------------------------------------------------------------- */

Value alias_class_getitem(VM *vm, Value *args, int nargs)
{
    return alias_new(vm, args[0], args[1]);
}

/* A type as annotations show it. */
static Str *annotation_text(VM *vm, Value v)
{
    if (value_same(v, VALUE_ELLIPSIS))
        return vm_format(vm, "...");
    if (value_is_class(v)) {
        const Class *cls = as_class(v);
        if (cls == vm->none_class)
            return vm_format(vm, "None");
        if (value_is_str(cls->module) && !str_equals_cstr(as_str(cls->module), "builtins"))
            return vm_format(vm, "%S.%S", as_str(cls->module), cls->qualname);
        return cls->qualname;
    }
    return vm_repr(vm, v);
}

/* The annotations of a tuple with a text in between. */
static bool add_annotations(VM *vm, StrBuilder *b, Tuple *types, const char *between)
{
    for (size_t i = 0; i < tuple_length(types); i++) {
        Str *text = annotation_text(vm, types->items[i]);
        if (!text)
            return false;
        if (i > 0)
            builder_cstr(b, between);
        builder_str(b, text);
    }
    return true;
}

static Value finish(VM *vm, StrBuilder *b, bool fine)
{
    if (fine)
        return vm_own(vm, builder_finish(b));
    builder_drop(b);
    return VALUE_RAISED;
}

static Value alias_repr(VM *vm, Value *args, int nargs)
{
    StrBuilder b;
    if (!vm_enter_c(vm, "while getting the repr of an object"))
        return VALUE_RAISED;
    builder_init(&b, vm->heap);
    Str *origin = annotation_text(vm, as_slots(args[0])->v[0]);
    if (origin)
        builder_str(&b, origin);
    builder_char(&b, '[');
    Tuple *types = as_tuple(as_slots(args[0])->v[1]);
    if (tuple_length(types) == 0)
        builder_cstr(&b, "()");
    bool fine = origin && add_annotations(vm, &b, types, ", ");
    builder_char(&b, ']');
    vm_leave_c(vm);
    return finish(vm, &b, fine);
}

static Value alias_call(VM *vm, Value *args, int nargs)
{
    Tuple *arguments = as_tuple(args[1]);
    return vm_call_kw(vm, as_slots(args[0])->v[0], (int)tuple_length(arguments), arguments->items,
                      as_dict(args[2])->count ? as_dict(args[2]) : NULL);
}

static Value alias_mro_entries(VM *vm, Value *args, int nargs)
{
    return vm_tuple_of(vm, 1, &as_slots(args[0])->v[0]);
}

static bool same_sort(Value a, Value b)
{
    return value_is_obj(b) && value_obj(a)->cls == value_obj(b)->cls;
}

static Value alias_eq(VM *vm, Value *args, int nargs)
{
    if (!same_sort(args[0], args[1]))
        return VALUE_NOTIMPLEMENTED;
    int equal = vm_equal(vm, as_slots(args[0])->v[0], as_slots(args[1])->v[0]);
    if (equal > 0)
        equal = vm_equal(vm, as_slots(args[0])->v[1], as_slots(args[1])->v[1]);
    return equal < 0 ? VALUE_RAISED : value_bool(equal);
}

static Value alias_hash(VM *vm, Value *args, int nargs)
{
    uint64_t origin, types;
    if (!vm_hash(vm, as_slots(args[0])->v[0], &origin) || !vm_hash(vm, as_slots(args[0])->v[1], &types))
        return VALUE_RAISED;
    return int_from_i64(vm->heap, (int64_t)(origin ^ types));
}

/* Other attributes are those of the class. */
static Value alias_getattr(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "attribute name must be string, not '%T'", args[1]);
    return vm_getattr(vm, as_slots(args[0])->v[0], str_intern(vm->heap, as_str(args[1])));
}

/* Type variables are the affair of the module typing: without it there are none. */
static Value ask_typing(VM *vm, const char *name, int count, Value *args)
{
    Value typing = dict_get_name(vm->modules, str_intern_cstr(vm->heap, "typing"));
    if (!value_is_kind(typing, KIND_MODULE))
        return VALUE_UNSET;
    Value function = dict_get_name(as_module(typing)->dict, str_intern_cstr(vm->heap, name));
    return value_is_unset(function) ? function : vm_call(vm, function, count, args);
}

static Value alias_getitem(VM *vm, Value *args, int nargs)
{
    Value made = ask_typing(vm, "_alias_subscript", 2, args);
    return value_is_unset(made) ? raise_type(vm, "%R is not a generic class", args[0]) : made;
}

static Value parameters_of(VM *vm, Value types)
{
    Value found = ask_typing(vm, "_alias_parameters", 1, &types);
    return value_is_unset(found) ? OBJ(tuple_empty(vm->heap)) : found;
}

static Value alias_parameters(VM *vm, Value self)
{
    return parameters_of(vm, as_slots(self)->v[1]);
}

static Value union_parameters(VM *vm, Value self)
{
    return parameters_of(vm, as_slots(self)->v[0]);
}

static Value alias_origin(VM *vm, Value self)
{
    return as_slots(self)->v[0];
}

static Value alias_args(VM *vm, Value self)
{
    return as_slots(self)->v[1];
}

static Value generic_alias_new(VM *vm, Value *args, int nargs)
{
    Value made = alias_new(vm, args[1], args[2]);
    if (!value_is_raised(made) && as_class(args[0]) != vm->heap->named[CLS_generic_alias]) {
        value_obj(made)->cls = as_class(args[0]);
        value_obj(made)->kind |= KIND_SUBCLASS;
    }
    return made;
}

/* --- int | None --------------------------------------------------------------------------------------------- */

static bool is_alias(VM *vm, Value v)
{
    return value_is_kind(v, KIND_SLOTS) && class_derives(value_obj(v)->cls, vm->heap->named[CLS_generic_alias]);
}

static bool is_union(VM *vm, Value v)
{
    return value_is_exactly(v, KIND_SLOTS) && value_obj(v)->cls == vm->heap->named[CLS_union_type];
}

/* Adds the parts of one operand; parts that are there already are left out. */
static bool add_part(VM *vm, List *parts, Value v)
{
    if (is_union(vm, v)) {
        Tuple *more = as_tuple(as_slots(v)->v[0]);
        for (size_t i = 0; i < tuple_length(more); i++)
            if (!add_part(vm, parts, more->items[i]))
                return false;
        return true;
    }
    if (value_is_none(v))
        v = OBJ(vm->none_class);
    for (size_t i = 0; i < parts->count; i++) {
        int equal = vm_equal(vm, parts->items[i], v);
        if (equal != 0)
            return equal > 0;
    }
    if (list_append(vm->heap, parts, v))
        return true;
    raise_memory(vm);
    return false;
}

static Value union_of(VM *vm, Value a, Value b)
{
    Value both[2] = { a, b };
    for (int i = 0; i < 2; i++)
        if (!value_is_none(both[i]) && !value_is_class(both[i]) && !is_alias(vm, both[i]) &&
            !is_union(vm, both[i]))
            return VALUE_NOTIMPLEMENTED;
    List *parts = list_new(vm->heap, 2);
    if (!parts)
        return raise_memory(vm);
    vm_keep(vm, OBJ(parts));
    if (!add_part(vm, parts, a) || !add_part(vm, parts, b))
        return VALUE_RAISED;
    if (parts->count == 1)
        return parts->items[0];
    Slots *made = slots_new(vm->heap, vm->heap->named[CLS_union_type], 1);
    if (!made)
        return raise_memory(vm);
    made->v[0] = vm_tuple_of(vm, parts->count, parts->items);
    return value_is_raised(made->v[0]) ? VALUE_RAISED : OBJ(made);
}

static Value type_or(VM *vm, Value *args, int nargs)
{
    return union_of(vm, args[0], args[1]);
}

static Value type_ror(VM *vm, Value *args, int nargs)
{
    return union_of(vm, args[1], args[0]);
}

static Value union_repr(VM *vm, Value *args, int nargs)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    return finish(vm, &b, add_annotations(vm, &b, as_tuple(as_slots(args[0])->v[0]), " | "));
}

static Value union_eq(VM *vm, Value *args, int nargs)
{
    if (!is_union(vm, args[1]))
        return VALUE_NOTIMPLEMENTED;
    Tuple *a = as_tuple(as_slots(args[0])->v[0]), *b = as_tuple(as_slots(args[1])->v[0]);
    if (tuple_length(a) != tuple_length(b))
        return VALUE_FALSE;
    for (size_t i = 0; i < tuple_length(a); i++) {
        int found = vm_contains(vm, OBJ(b), a->items[i]);
        if (found <= 0)
            return found < 0 ? VALUE_RAISED : VALUE_FALSE;
    }
    return VALUE_TRUE;
}

static Value union_hash(VM *vm, Value *args, int nargs)
{
    uint64_t mixed = 0, hash;
    Tuple *types = as_tuple(as_slots(args[0])->v[0]);
    for (size_t i = 0; i < tuple_length(types); i++) {
        if (!vm_hash(vm, types->items[i], &hash))
            return VALUE_RAISED;
        mixed ^= hash_set_mix(hash);
    }
    return int_from_i64(vm->heap, (int64_t)hash_set_finish(mixed, tuple_length(types)));
}

/* --- mappingproxy ------------------------------------------------------------------------------------------- */

static Value proxied(Value proxy)
{
    return as_slots(proxy)->v[0];
}

static Value proxy_new(VM *vm, Value *args, int nargs)
{
    if (!value_is_dict(args[1]) &&
        (value_is_list(args[1]) || value_is_tuple(args[1]) ||
         value_is_unset(class_lookup(vm, class_of(vm, args[1]), NAME(vm, __getitem__)))))
        return raise_type(vm, "mappingproxy() argument must be a mapping, not %T", args[1]);
    return mappingproxy_new(vm, args[1]);
}

static Value proxy_getitem(VM *vm, Value *args, int nargs)
{
    return vm_getitem(vm, proxied(args[0]), args[1]);
}

static Value proxy_len(VM *vm, Value *args, int nargs)
{
    return length_value(vm, vm_len(vm, proxied(args[0])));
}

static Value proxy_contains(VM *vm, Value *args, int nargs)
{
    int found = vm_contains(vm, proxied(args[0]), args[1]);
    return found < 0 ? VALUE_RAISED : value_bool(found);
}

static Value proxy_iter(VM *vm, Value *args, int nargs)
{
    return vm_iter(vm, proxied(args[0]));
}

static Value proxy_reversed(VM *vm, Value *args, int nargs)
{
    return vm_call_method(vm, proxied(args[0]), NAME(vm, __reversed__), 0, NULL);
}

static Value proxy_repr(VM *vm, Value *args, int nargs)
{
    return str_value(vm_format(vm, "mappingproxy(%R)", proxied(args[0])));
}

static Value proxy_str(VM *vm, Value *args, int nargs)
{
    return str_value(vm_str(vm, proxied(args[0])));
}

static Value proxy_call(VM *vm, Value *args, const char *name, int count)
{
    return vm_call_method(vm, proxied(args[0]), str_intern_cstr(vm->heap, name), count, args + 1);
}

static Value proxy_get(VM *vm, Value *args, int nargs)
{
    args[2] = arg_or(args[2], VALUE_NONE);
    return proxy_call(vm, args, "get", 2);
}

static Value proxy_keys(VM *vm, Value *args, int nargs)
{
    return proxy_call(vm, args, "keys", 0);
}

static Value proxy_values(VM *vm, Value *args, int nargs)
{
    return proxy_call(vm, args, "values", 0);
}

static Value proxy_items(VM *vm, Value *args, int nargs)
{
    return proxy_call(vm, args, "items", 0);
}

static Value proxy_copy(VM *vm, Value *args, int nargs)
{
    return proxy_call(vm, args, "copy", 0);
}

static bool is_proxy(VM *vm, Value v)
{
    return value_is_exactly(v, KIND_SLOTS) && value_obj(v)->cls == vm->heap->named[CLS_mappingproxy];
}

static Value proxy_or(VM *vm, Value *args, int nargs)
{
    Value other = is_proxy(vm, args[1]) ? proxied(args[1]) : args[1];
    return vm_binary(vm, OP_OR, proxied(args[0]), other);
}

static Value proxy_ror(VM *vm, Value *args, int nargs)
{
    return vm_binary(vm, OP_OR, args[1], proxied(args[0]));
}

static Value proxy_eq(VM *vm, Value *args, int nargs)
{
    Value other = is_proxy(vm, args[1]) ? proxied(args[1]) : args[1];
    return vm_compare(vm, CMP_EQ, proxied(args[0]), other);
}

static const NativeSpec alias_methods[] = {
    { "__new__", generic_alias_new, "cls, origin, args, /", 0, 0, NATIVE_NEW, NULL },
    ROW("__repr__", alias_repr, "self, /"),
    ROW("__call__", alias_call, "self, /, *args, **kwargs"),
    ROW("__mro_entries__", alias_mro_entries, "self, bases, /"),
    ROW("__eq__", alias_eq, "self, value, /"),
    ROW("__hash__", alias_hash, "self, /"),
    ROW("__getattr__", alias_getattr, "self, name, /"),
    ROW("__getitem__", alias_getitem, "self, key, /"),
    ROW("__or__", type_or, "self, value, /"),
    ROW("__ror__", type_ror, "self, value, /"),
    { 0 },
};
static const GetSetSpec alias_getsets[] = {
    { "__origin__", alias_origin, NULL, "the class" },
    { "__args__", alias_args, NULL, "what stands in brackets" },
    { "__parameters__", alias_parameters, NULL, NULL },
    { 0 },
};
static const NativeSpec union_methods[] = {
    ROW("__repr__", union_repr, "self, /"),   ROW("__eq__", union_eq, "self, value, /"),
    ROW("__hash__", union_hash, "self, /"),   ROW("__or__", type_or, "self, value, /"),
    ROW("__ror__", type_ror, "self, value, /"),   ROW("__getitem__", alias_getitem, "self, key, /"),
    { 0 },
};
static const GetSetSpec union_getsets[] = {
    { "__args__", alias_origin, NULL, "the types" }, /* the same place as an alias's origin */
    { "__parameters__", union_parameters, NULL, NULL },
    { 0 },
};
static const NativeSpec proxy_methods[] = {
    { "__new__", proxy_new, "cls, mapping, /", 0, 0, NATIVE_NEW, NULL },
    ROW("__getitem__", proxy_getitem, "self, key, /"),
    ROW("__len__", proxy_len, "self, /"),
    ROW("__contains__", proxy_contains, "self, key, /"),
    ROW("__iter__", proxy_iter, "self, /"),
    ROW("__reversed__", proxy_reversed, "self, /"),
    ROW("__repr__", proxy_repr, "self, /"),
    ROW("__str__", proxy_str, "self, /"),
    ROW("get", proxy_get, "self, key, default=None, /"),
    ROW("keys", proxy_keys, "self, /"),
    ROW("values", proxy_values, "self, /"),
    ROW("items", proxy_items, "self, /"),
    ROW("copy", proxy_copy, "self, /"),
    ROW("__or__", proxy_or, "self, value, /"),
    ROW("__ror__", proxy_ror, "self, value, /"),
    ROW("__eq__", proxy_eq, "self, value, /"),
    { 0 },
};
static const NativeSpec type_rows[] = {
    ROW("__or__", type_or, "self, value, /"),
    ROW("__ror__", type_ror, "self, value, /"),
    { 0 },
};
static const TypeSpec alias_type = { "GenericAlias", "types", "list[int] and its like", KIND_SLOTS, 0,
                                     alias_methods, alias_getsets };
static const TypeSpec union_type = { "UnionType", "types", "int | str and its like", KIND_SLOTS, CLASS_FINAL,
                                     union_methods, union_getsets };
static const TypeSpec proxy_type = { "mappingproxy", "builtins", "a read-only view of a mapping", KIND_SLOTS,
                                     CLASS_FINAL | CLASS_UNHASHABLE, proxy_methods, NULL };

bool alias_types_setup(VM *vm)
{
    Class **named = vm->heap->named;
    return (named[CLS_generic_alias] = type_create(vm, &alias_type, NULL)) != NULL &&
           (named[CLS_union_type] = type_create(vm, &union_type, NULL)) != NULL &&
           (named[CLS_mappingproxy] = type_create(vm, &proxy_type, NULL)) != NULL &&
           class_add_natives(vm, vm->type_class, type_rows);
}
