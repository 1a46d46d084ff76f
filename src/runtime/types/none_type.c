/* none_type.c - the classes of None, Ellipsis and NotImplemented: one value each. */
#include "runtime/types/sequence.h"

static Value none_new(VM *vm, Value *args, int nargs)
{
    return VALUE_NONE;
}

static Value none_repr(VM *vm, Value *args, int nargs)
{
    return vm_str_cstr(vm, "None");
}

static Value none_bool(VM *vm, Value *args, int nargs)
{
    return VALUE_FALSE;
}

static Value ellipsis_new(VM *vm, Value *args, int nargs)
{
    return VALUE_ELLIPSIS;
}

static Value ellipsis_repr(VM *vm, Value *args, int nargs)
{
    return vm_str_cstr(vm, "Ellipsis");
}

static Value notimplemented_new(VM *vm, Value *args, int nargs)
{
    return VALUE_NOTIMPLEMENTED;
}

static Value notimplemented_repr(VM *vm, Value *args, int nargs)
{
    return vm_str_cstr(vm, "NotImplemented");
}

static Value notimplemented_bool(VM *vm, Value *args, int nargs)
{
    int truth = vm_truth(vm, VALUE_NOTIMPLEMENTED); /* warns */
    return truth < 0 ? VALUE_RAISED : value_bool(truth);
}

static const NativeSpec none_methods[] = {
    { "__new__", none_new, "cls, /", 0, 0, NATIVE_NEW, NULL },
    ROW("__repr__", none_repr, "self, /"),
    ROW("__bool__", none_bool, "self, /"),
    { 0 },
};
static const NativeSpec ellipsis_methods[] = {
    { "__new__", ellipsis_new, "cls, /", 0, 0, NATIVE_NEW, NULL },
    ROW("__repr__", ellipsis_repr, "self, /"),
    { 0 },
};
static const NativeSpec notimplemented_methods[] = {
    { "__new__", notimplemented_new, "cls, /", 0, 0, NATIVE_NEW, NULL },
    ROW("__repr__", notimplemented_repr, "self, /"),
    ROW("__bool__", notimplemented_bool, "self, /"),
    { 0 },
};
static const TypeSpec none_type = { "NoneType", "builtins", "the class of None", KIND_SLOTS, CLASS_FINAL,
                                    none_methods, NULL };
static const TypeSpec ellipsis_type = { "ellipsis", "builtins", "the class of ...", KIND_SLOTS, CLASS_FINAL,
                                        ellipsis_methods, NULL };
static const TypeSpec notimplemented_type = { "NotImplementedType", "builtins", "the class of NotImplemented",
                                              KIND_SLOTS, CLASS_FINAL, notimplemented_methods, NULL };

/* The VM may have made the class already; then it gets its rows. */
static bool setup(VM *vm, Class **place, const TypeSpec *spec)
{
    if (*place)
        return class_add_natives(vm, *place, spec->methods);
    *place = type_create(vm, spec, NULL);
    return *place != NULL;
}

bool none_types_setup(VM *vm)
{
    return setup(vm, &vm->none_class, &none_type) && setup(vm, &vm->ellipsis_class, &ellipsis_type) &&
           setup(vm, &vm->notimplemented_class, &notimplemented_type);
}
