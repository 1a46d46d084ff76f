/* types_module.c - module _types: what library modules in the language cannot make themselves:
 * types.coroutine and SimpleNamespace. */
#include "runtime/modules/helpers.h"

#include "bytecode/code.h"

extern const ModuleSpec _types_module;

/* Marks a generator function: what it makes may be awaited and may `yield from` coroutines. */
static Value types_coroutine(VM *vm, Value *args, int nargs)
{
    if (!vm_callable(vm, args[0]))
        return raise_type(vm, "types.coroutine() expects a callable");
    if (!value_is_kind(args[0], KIND_FUNCTION))
        return args[0];
    Function *func = as_function(args[0]);
    if ((func->code->flags & CODE_GENERATOR) && !(func->code->flags & CODE_ITERABLE_COROUTINE)) {
        Code *code = code_copy(vm->heap, func->code);
        if (!code)
            return raise_memory(vm);
        code->flags |= CODE_ITERABLE_COROUTINE;
        func->code = code;
    }
    return args[0];
}

static Dict *attributes_of(VM *vm, Value self)
{
    Value dict = vm_getattr(vm, self, NAME(vm, __dict__));
    if (value_is_raised(dict))
        return NULL;
    if (value_is_dict(dict))
        return as_dict(dict);
    raise_type(vm, "__dict__ is no dict");
    return NULL;
}

static Value namespace_init(VM *vm, Value *args, int nargs)
{
    if (!value_is_unset(args[1])) {
        Dict *given = dict_new(vm->heap, 4);
        if (!given)
            return raise_memory(vm);
        vm_keep(vm, OBJ(given));
        if (!vm_dict_update(vm, given, args[1]))
            return VALUE_RAISED;
        for (DictEntry *e = NULL; (e = dict_next(given, e));) {
            if (!value_is_str(e->key))
                return raise_type(vm, "keywords must be strings");
            if (!object_setattr(vm, args[0], str_intern(vm->heap, as_str(e->key)), e->value))
                return VALUE_RAISED;
        }
    }
    Dict *kw = as_dict(args[2]);
    for (DictEntry *e = NULL; (e = dict_next(kw, e));)
        if (!object_setattr(vm, args[0], str_intern(vm->heap, as_str(e->key)), e->value))
            return VALUE_RAISED;
    return VALUE_NONE;
}

static Value namespace_repr(VM *vm, Value *args, int nargs)
{
    Dict *dict = attributes_of(vm, args[0]);
    if (!dict || !vm_enter_c(vm, "while getting the repr of an object"))
        return VALUE_RAISED;
    Class *cls = class_of(vm, args[0]);
    Value plain = KEEP(vm, SIMPLE_NAMESPACE);
    StrBuilder b;
    builder_init(&b, vm->heap);
    if (!value_is_unset(plain) && cls == as_class(plain))
        builder_cstr(&b, "namespace");
    else
        builder_str(&b, cls->name);
    builder_char(&b, '(');
    List *keys = vm_list_from(vm, OBJ(dict));
    vm_leave_c(vm);
    if (!keys) {
        builder_drop(&b);
        return VALUE_RAISED;
    }
    vm_keep(vm, OBJ(keys));
    for (size_t i = 0; i < keys->count; i++) {
        Value v = vm_dict_get(vm, dict, keys->items[i]);
        if (value_is_unset(v) || !value_is_str(keys->items[i]))
            continue;
        Str *shown = NULL;
        if (!value_is_raised(v) && vm_enter_c(vm, "while getting the repr of an object")) {
            shown = value_same(v, args[0]) ? str_from_cstr(vm->heap, "namespace(...)") : vm_repr(vm, v);
            vm_leave_c(vm);
        }
        if (!shown) {
            builder_drop(&b);
            return VALUE_RAISED;
        }
        if (i > 0)
            builder_cstr(&b, ", ");
        builder_str(&b, as_str(keys->items[i]));
        builder_char(&b, '=');
        builder_str(&b, shown);
    }
    builder_char(&b, ')');
    return vm_own(vm, builder_finish(&b));
}

static Value namespace_eq(VM *vm, Value *args, int nargs)
{
    Value plain = KEEP(vm, SIMPLE_NAMESPACE);
    if (value_is_unset(plain) || !value_is_a(vm, args[1], as_class(plain)))
        return VALUE_NOTIMPLEMENTED;
    Dict *a = attributes_of(vm, args[0]);
    Dict *b = a ? attributes_of(vm, args[1]) : NULL;
    return b ? vm_compare(vm, CMP_EQ, OBJ(a), OBJ(b)) : VALUE_RAISED;
}

static const NativeSpec namespace_methods[] = {
    { "__init__", namespace_init, "self, mapping_or_iterable=(), /, **kwargs", 0, 0, 0, NULL },
    { "__repr__", namespace_repr, "self, /", 0, 0, 0, NULL },
    { "__eq__", namespace_eq, "self, other, /", 0, 0, 0, NULL },
    { 0 },
};
static const TypeSpec namespace_type = { "SimpleNamespace", "types", "An object whose attributes are what it was given.",
                                         KIND_INSTANCE, 0, namespace_methods, NULL };

static bool setup(VM *vm, Module *module)
{
    Class *cls = type_create(vm, &namespace_type, NULL);
    if (!cls)
        return false;
    KEEP(vm, SIMPLE_NAMESPACE) = OBJ(cls);
    return module_add(vm, module, "SimpleNamespace", OBJ(cls)) &&
           module_add(vm, module, "TracebackType", OBJ(vm->traceback_class));
}

/* A class decorator of library modules: C code in CPython, whose messages name the module, too. */
static Value types_named_with_module(VM *vm, Value *args, int nargs)
{
    if (!value_is_kind(args[0], KIND_CLASS))
        return raise_type(vm, "a class was expected, not '%T'", args[0]);
    as_class(args[0])->flags |= CLASS_SHOWN_WHOLE;
    return args[0];
}

static const NativeSpec functions[] = {
    { "named_with_module", types_named_with_module, "cls, /", 0, 0, 0, "Messages call the class module.name." },
    { "coroutine", types_coroutine, "func, /", 0, 0, 0, "Marks a generator function as a coroutine function." },
    { 0 },
};

const ModuleSpec _types_module = { "_types", "Parts of module types.", functions, NULL, setup };
