/* helpers.c - what most modules in C share: paths as arguments, imports, and record classes: tuples whose
 * items have names (struct_time, version_info, stat_result). */
#include "runtime/modules/helpers.h"

#include <stdio.h>

Value import_module(VM *vm, const char *name)
{
    Str *text = name_of(vm, name);
    Value there = dict_get_name(vm->modules, text);
    if (!value_is_unset(there))
        return there;
    Value top = vm->import_hook(vm, text, 0, VALUE_NONE, NULL);
    if (value_is_raised(top))
        return top;
    there = dict_get_name(vm->modules, text);
    return value_is_unset(there) ? top : there;
}

Value module_attribute(VM *vm, const char *module, const char *name)
{
    Value found = import_module(vm, module);
    return value_is_raised(found) ? found : vm_getattr(vm, found, name_of(vm, name));
}

Value path_argument(VM *vm, Value path)
{
    if (value_is_str(path) || value_is_kind(path, KIND_BYTES)) {
        if (value_is_str(path))
            return path;
        Str *text = str_from_utf8(vm->heap, (const char *)as_bytes(path)->data, as_bytes(path)->length);
        return vm_own(vm, text);
    }
    Value made = vm_call_special(vm, path, NAME(vm, __fspath__), 0, NULL);
    if (value_is_raised(made))
        return made;
    if (value_is_unset(made))
        return raise_type(vm, "expected str, bytes or os.PathLike object, not %T", path);
    if (value_is_kind(made, KIND_BYTES))
        return path_argument(vm, made);
    if (!value_is_str(made))
        return raise_type(vm, "expected %T.__fspath__() to return str or bytes, not %T", path, made);
    return made;
}

/* --- records ------------------------------------------------------------------------------------- */

static Value record_item(VM *vm, Value self, uint32_t index)
{
    if (!value_is_tuple(self) || index >= tuple_length(as_tuple(self)))
        return raise_attribute(vm, "'%T' object lacks this field", self);
    return as_tuple(self)->items[index];
}

#define GETTER(n)                                        \
    static Value record_get_##n(VM *vm, Value self)      \
    {                                                    \
        return record_item(vm, self, n);                 \
    }
GETTER(0) GETTER(1) GETTER(2) GETTER(3) GETTER(4) GETTER(5) GETTER(6) GETTER(7) GETTER(8) GETTER(9) GETTER(10)
GETTER(11) GETTER(12) GETTER(13) GETTER(14) GETTER(15) GETTER(16) GETTER(17)
static Value (*const getters[])(VM *vm, Value self) = {
    record_get_0,  record_get_1,  record_get_2,  record_get_3,  record_get_4,  record_get_5,
    record_get_6,  record_get_7,  record_get_8,  record_get_9,  record_get_10, record_get_11,
    record_get_12, record_get_13, record_get_14, record_get_15, record_get_16, record_get_17,
};

static Value record_repr(VM *vm, Value *args, int nargs)
{
    Class *cls = class_of(vm, args[0]);
    Value names = class_lookup(vm, cls, name_of(vm, "__match_args__"));
    if (!value_is_tuple(args[0]) || !value_is_tuple(names))
        return raise_type(vm, "a record was expected");
    Str *head = value_is_str(cls->module) ? vm_format(vm, "%S.%S(", as_str(cls->module), cls->name)
                                          : vm_format(vm, "%S(", cls->name);
    if (!head)
        return VALUE_RAISED;
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_str(&b, head);
    for (size_t i = 0; i < tuple_length(as_tuple(args[0])) && i < tuple_length(as_tuple(names)); i++) {
        Str *item = vm_repr(vm, as_tuple(args[0])->items[i]);
        if (!item) {
            builder_drop(&b);
            return VALUE_RAISED;
        }
        if (i > 0)
            builder_cstr(&b, ", ");
        builder_str(&b, as_str(as_tuple(names)->items[i]));
        builder_char(&b, '=');
        builder_str(&b, item);
    }
    builder_char(&b, ')');
    return vm_own(vm, builder_finish(&b));
}

static const NativeSpec record_methods[] = {
    { "__repr__", record_repr, "self, /", 0, 0, 0, NULL },
    { 0 },
};

Class *record_class(VM *vm, const char *module, const char *name, const char *fields, int shown)
{
    Value base = OBJ(vm->heap->classes[KIND_TUPLE]);
    Tuple *bases = tuple_from_values(vm->heap, &base, 1);
    Dict *ns = dict_new(vm->heap, 8);
    Tuple *names = tuple_new(vm->heap, (size_t)shown);
    if (!bases || !ns || !names) {
        raise_memory(vm);
        return NULL;
    }
    vm_keep(vm, OBJ(ns));
    vm_keep(vm, OBJ(names));
    Value getsets[COUNT_OF(getters)];
    int count = 0;
    for (const char *p = fields; *p && count < COUNT_OF(getters) && count < shown; count++) {
        bool plain = *p != '*'; /* '*': shown, but the attribute of this name is another value */
        p += !plain;
        const char *end = strchr(p, ' ');
        size_t length = end ? (size_t)(end - p) : strlen(p);
        char word[40];
        snprintf(word, sizeof word, "%.*s", (int)length, p);
        names->items[count] = OBJ(name_of(vm, word));
        getsets[count] = VALUE_UNSET;
        if (plain) {
            GetSet *g = heap_new(vm->heap, KIND_GETSET, sizeof *g);
            g->name = as_str(names->items[count]);
            g->get = getters[count];
            getsets[count] = OBJ(g);
            if (!dict_put(vm, ns, word, OBJ(g)))
                return NULL;
        }
        p += length + (end != NULL);
    }
    if (!dict_put(vm, ns, "__module__", vm_str_cstr(vm, module)) ||
        !dict_put(vm, ns, "__match_args__", OBJ(names)) ||
        !dict_put(vm, ns, "n_sequence_fields", value_small(shown)))
        return NULL;
    Value made = class_make(vm, vm->type_class, name_of(vm, name), bases, ns, NULL);
    if (value_is_raised(made))
        return NULL;
    for (int i = 0; i < count; i++)
        if (!value_is_unset(getsets[i]))
            AS(GetSet, getsets[i])->owner = as_class(made);
    return class_add_natives(vm, as_class(made), record_methods) ? as_class(made) : NULL;
}

Value record_make(VM *vm, Class *cls, int count, const Value *values)
{
    Tuple *t = heap_new_for(vm->heap, cls, sizeof *t + (size_t)count * sizeof(Value));
    t->obj.aux = (uint32_t)count;
    for (int i = 0; i < count; i++)
        t->items[i] = values[i];
    return OBJ(t);
}
