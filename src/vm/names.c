/* names.c - the slow paths of variables: globals and builtins that a site does not know yet, names in class
 * bodies and exec, and the errors for what is not bound. The quick paths are in interp.c. */
#include "vm/interp_internal.h"

/* A cell read while unbound, a global that is not there. */
void names_raise_unbound(VM *vm, Str *name)
{
    Value text = OBJ(vm_format(vm, "cannot access local variable '%S' where it is not associated with a value", name));
    if (value_is_obj(text))
        raise_exception(vm, exception_make(vm, vm->exc[EXC_UnboundLocalError], 1, &text));
}

void names_raise_free(VM *vm, Str *name)
{
    raise_fmt(vm, vm->exc[EXC_NameError],
              "cannot access free variable '%S' where it is not associated with a value in enclosing scope", name);
}

void names_raise(VM *vm, Str *name)
{
    raise_fmt(vm, vm->exc[EXC_NameError], "name '%S' is not defined", name);
    exception_note_name(vm, name, VALUE_UNSET);
}

/* GETGLOBAL, the first time or after a change. */
bool names_get_global(VM *vm, Function *func, Site *site, Value *out)
{
    DictEntry *entry = dict_find_name(func->globals, site->name);
    if (entry) {
        site->version = func->globals->version;
        site->slot = (uint32_t)(entry - func->globals->entries);
        site->how = 0;
        *out = entry->value;
        return true;
    }
    entry = dict_find_name(func->builtins, site->name);
    if (entry) {
        site->version = func->globals->version;
        site->version2 = func->builtins->version;
        site->slot = (uint32_t)(entry - func->builtins->entries);
        site->how = 1;
        *out = entry->value;
        return true;
    }
    names_raise(vm, site->name);
    return false;
}

/* GETNAME: class bodies and exec: the namespace (a dict or any mapping), then global, then builtin. */
bool names_get(VM *vm, Frame *frame, Str *name, Value *out, bool only_namespace)
{
    Value ns = frame->r[0];
    if (value_is_exactly(ns, KIND_DICT)) {
        *out = dict_get_name(as_dict(ns), name);
    } else {
        *out = vm_getitem(vm, ns, OBJ(name));
        if (value_is_raised(*out)) {
            if (!vm_exception_is(vm, vm->exc[EXC_KeyError]))
                return false;
            vm_take_exception(vm);
            *out = VALUE_UNSET;
        }
    }
    if (!value_is_unset(*out) || only_namespace)
        return true;
    *out = dict_get_name(frame->func->globals, name);
    if (value_is_unset(*out))
        *out = dict_get_name(frame->func->builtins, name);
    if (!value_is_unset(*out))
        return true;
    names_raise(vm, name);
    return false;
}

bool names_set(VM *vm, Frame *frame, Str *name, Value value)
{
    Value ns = frame->r[0];
    if (value_is_exactly(ns, KIND_DICT)) {
        if (dict_set_name(vm->heap, as_dict(ns), name, value))
            return true;
        raise_memory(vm);
        return false;
    }
    return vm_setitem(vm, ns, OBJ(name), value);
}

bool names_delete(VM *vm, Frame *frame, Str *name)
{
    Value ns = frame->r[0];
    if (value_is_exactly(ns, KIND_DICT)) {
        if (dict_del_name(vm->heap, as_dict(ns), name))
            return true;
    } else {
        if (vm_setitem(vm, ns, OBJ(name), VALUE_UNSET))
            return true;
        if (!vm_exception_is(vm, vm->exc[EXC_KeyError]))
            return false;
        vm_take_exception(vm);
    }
    names_raise(vm, name);
    return false;
}
