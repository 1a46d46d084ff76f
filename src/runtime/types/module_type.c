/* module_type.c - the class `module`: what import makes, and what a script makes by hand
 * (types.ModuleType). Attributes are the module's dict: attr.c. */
#include "runtime/types/types.h"
#include "vm/native.h"

static Value module_make(VM *vm, Value *args, int nargs) /* __new__ */
{
    Dict *dict = dict_new(vm->heap, 0);
    if (!dict)
        return raise_memory(vm);
    Module *module = heap_new_for(vm->heap, as_class(args[0]), sizeof *module);
    module->name = str_empty(vm->heap);
    module->dict = dict;
    return OBJ(module);
}

static Value module_init(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "module() argument 'name' must be str, not %T", args[1]);
    Module *module = as_module(args[0]);
    module->name = as_str(args[1]);
    const struct {
        const char *name;
        Value value;
    } rows[] = {
        { "__name__", args[1] },       { "__doc__", arg_or(args[2], VALUE_NONE) }, { "__package__", VALUE_NONE },
        { "__loader__", VALUE_NONE }, { "__spec__", VALUE_NONE },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (!module_add(vm, module, rows[i].name, rows[i].value))
            return VALUE_RAISED;
    return VALUE_NONE;
}

static Value module_repr(VM *vm, Value *args, int nargs)
{
    const Module *module = as_module(args[0]);
    Value name = dict_get_name(module->dict, NAME(vm, __name__));
    if (!value_is_str(name))
        name = OBJ(str_from_char(vm->heap, '?'));
    Value file = vm_getattr_or_unset(vm, args[0], NAME(vm, __file__));
    if (value_is_raised(file))
        return file;
    bool built_in = module->spec != NULL;
    Str *text = value_is_str(file) ? vm_format(vm, "<module %R from %R>", name, vm_keep(vm, file))
                                   : vm_format(vm, built_in ? "<module %R (built-in)>" : "<module %R>", name);
    return text ? OBJ(text) : VALUE_RAISED;
}

static const NativeSpec methods[] = {
    { "__new__", module_make, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", module_init, "self, name, doc=None", 0, 0, 0, NULL },
    { "__repr__", module_repr, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const TypeSpec module_type = { "module", "builtins", "module(name, doc=None): what holds the names of a file",
                                      KIND_MODULE, 0, methods, NULL };

bool module_types_setup(VM *vm)
{
    return type_create(vm, &module_type, NULL) != NULL;
}
