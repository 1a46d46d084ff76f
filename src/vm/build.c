/* build.c - taking values apart and putting them together: unpacking, displays with stars, ** arguments,
 * f-strings. The instructions of interp.c that build call here. */
#include "vm/interp_internal.h"

bool build_unpack(VM *vm, Value v, Value *out, size_t count)
{
    const Value *items = NULL;
    size_t have = 0;
    if (value_is_exactly(v, KIND_TUPLE)) {
        items = as_tuple(v)->items;
        have = tuple_length(as_tuple(v));
    } else if (value_is_exactly(v, KIND_LIST)) {
        items = as_list(v)->items;
        have = as_list(v)->count;
    }
    if (items || have || value_is_exactly(v, KIND_TUPLE) || value_is_exactly(v, KIND_LIST)) {
        if (have == count) {
            memcpy(out, items, count * sizeof(Value));
            return true;
        }
        if (have < count)
            raise_value(vm, "not enough values to unpack (expected %d, got %d)", (int)count, (int)have);
        else
            raise_value(vm, "too many values to unpack (expected %d)", (int)count);
        return false;
    }
    Value it = VALUE_UNSET;
    if (!value_is_obj(v) || (value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __iter__))) &&
                             value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __getitem__)))))
        raise_type(vm, "cannot unpack non-iterable %T object", v);
    else
        it = vm_iter(vm, v);
    if (value_is_unset(it) || value_is_raised(it))
        return false;
    size_t mark = vm->root_count;
    vm_keep(vm, it);
    size_t i;
    for (i = 0; i < count; i++) {
        Value item = vm_next(vm, it);
        if (value_is_raised(item))
            return false;
        if (value_is_unset(item)) {
            raise_value(vm, "not enough values to unpack (expected %d, got %d)", (int)count, (int)i);
            return false;
        }
        vm_keep(vm, item);
    }
    Value extra = vm_next(vm, it);
    if (value_is_raised(extra))
        return false;
    if (!value_is_unset(extra)) {
        raise_value(vm, "too many values to unpack (expected %d)", (int)count);
        return false;
    }
    memcpy(out, vm->roots + mark + 1, count * sizeof(Value));
    vm->root_count = mark;
    return true;
}

bool build_unpack_star(VM *vm, Value v, Value *out, size_t before, size_t after)
{
    if (!value_is_obj(v) || (value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __iter__))) &&
                             value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __getitem__))))) {
        raise_type(vm, "cannot unpack non-iterable %T object", v);
        return false;
    }
    List *all = vm_list_from(vm, v);
    if (!all)
        return false;
    if (all->count < before + after) {
        raise_value(vm, "not enough values to unpack (expected at least %d, got %d)", (int)(before + after),
                    (int)all->count);
        return false;
    }
    size_t middle = all->count - before - after;
    List *rest = list_from_values(vm->heap, all->items + before, middle);
    if (!rest) {
        raise_memory(vm);
        return false;
    }
    memcpy(out, all->items, before * sizeof(Value));
    out[before] = OBJ(rest);
    memcpy(out + before + 1, all->items + before + middle, after * sizeof(Value));
    return true;
}

/* How CPython names a callee in messages about * and **: "module.qualname()", or its repr. */
static Str *callee_title(VM *vm, Value callee)
{
    Value name = vm_getattr_or_unset(vm, callee, NAME(vm, __qualname__));
    if (value_is_raised(name))
        return NULL;
    if (!value_is_str(name))
        return vm_str(vm, callee);
    Value module = vm_getattr_or_unset(vm, callee, NAME(vm, __module__));
    if (value_is_raised(module))
        return NULL;
    if (value_is_str(module) && !str_equals_cstr(as_str(module), "builtins"))
        return vm_format(vm, "%S.%S()", as_str(module), as_str(name));
    return vm_format(vm, "%S()", as_str(name));
}

/* callee: UNSET in a list display, else whose *argument this is. */
bool build_list_extend(VM *vm, List *list, Value v, Value callee)
{
    if (value_is_exactly(v, KIND_LIST) && as_list(v) != list) {
        if (list_extend_values(vm->heap, list, as_list(v)->items, as_list(v)->count))
            return true;
        raise_memory(vm);
        return false;
    }
    if (value_is_exactly(v, KIND_TUPLE)) {
        if (list_extend_values(vm->heap, list, as_tuple(v)->items, tuple_length(as_tuple(v))))
            return true;
        raise_memory(vm);
        return false;
    }
    Value it = vm_iter(vm, v);
    if (value_is_raised(it)) {
        if (vm_exception_is(vm, vm->exc[EXC_TypeError]) &&
            (!value_is_obj(v) || value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __iter__))))) {
            vm_take_exception(vm);
            Str *title = value_is_unset(callee) ? NULL : callee_title(vm, callee);
            if (title)
                raise_type(vm, "%S argument after * must be an iterable, not %T", title, v);
            else if (!vm_raised(vm))
                raise_type(vm, "Value after * must be an iterable, not %T", v);
        }
        return false;
    }
    size_t mark = vm->root_count;
    vm_keep(vm, it);
    for (;;) {
        Value item = vm_next(vm, it);
        if (value_is_raised(item))
            return false;
        if (value_is_unset(item))
            break;
        if (!list_append(vm->heap, list, item)) {
            raise_memory(vm);
            return false;
        }
    }
    vm->root_count = mark;
    return true;
}

bool build_dict_merge(VM *vm, Dict *dict, Value mapping, Value callee, bool unique)
{
    if (!value_is_dict(mapping)) {
        Value keys = vm_getattr_or_unset(vm, mapping, NAME(vm, keys));
        if (value_is_raised(keys))
            return false;
        if (value_is_unset(keys)) {
            if (unique) {
                Str *title = callee_title(vm, callee);
                if (title)
                    raise_type(vm, "%S argument after ** must be a mapping, not %T", title, mapping);
            } else {
                raise_type(vm, "'%T' object is not a mapping", mapping);
            }
            return false;
        }
        Dict *copy = dict_new(vm->heap, 8);
        if (!copy) {
            raise_memory(vm);
            return false;
        }
        vm_keep(vm, OBJ(copy));
        if (!vm_dict_update(vm, copy, mapping))
            return false;
        mapping = OBJ(copy);
    }
    if (!unique)
        return vm_dict_update(vm, dict, mapping);
    Dict *from = as_dict(mapping);
    for (DictEntry *e = NULL; (e = dict_next(from, e));) {
        Value key = e->key, value = e->value;
        if (!value_is_str(key)) {
            raise_type(vm, "keywords must be strings");
            return false;
        }
        key = OBJ(str_intern(vm->heap, as_str(key)));
        if (!value_is_unset(dict_get_name(dict, as_str(key)))) {
            Str *title = callee_title(vm, callee);
            if (title)
                raise_type(vm, "%S got multiple values for keyword argument '%S'", title, as_str(key));
            return false;
        }
        if (!dict_set_name(vm->heap, dict, as_str(key), value)) {
            raise_memory(vm);
            return false;
        }
    }
    return true;
}

Value build_joined(VM *vm, Value *parts, size_t count)
{
    if (count == 1)
        return parts[0];
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < count; i++)
        builder_str(&b, as_str(parts[i]));
    return vm_own(vm, builder_finish(&b));
}

Value build_formatted(VM *vm, Value v, int how, Value spec)
{
    Str *text = NULL;
    size_t mark = vm->root_count;
    switch (how) {
    case 1: text = vm_str(vm, v); break;
    case 2: text = vm_repr(vm, v); break;
    case 3: text = vm_ascii(vm, v); break;
    default:
        if (value_is_unset(spec) && value_is_exactly(v, KIND_STR))
            return v;
        text = vm_format_value(vm, v, value_is_unset(spec) ? str_empty(vm->heap) : as_str(spec));
        return text ? OBJ(text) : VALUE_RAISED;
    }
    if (!text)
        return VALUE_RAISED;
    if (!value_is_unset(spec)) {
        vm_keep(vm, OBJ(text));
        text = vm_format_value(vm, OBJ(text), as_str(spec));
    }
    vm->root_count = mark;
    return text ? OBJ(text) : VALUE_RAISED;
}
