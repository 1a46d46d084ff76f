/* weakref.c - module _weakref: ref, a reference that keeps nothing alive. The heap clears it. */
#include "runtime/modules/helpers.h"

#include <stdio.h>

extern const ModuleSpec _weakref_module;

static WeakRef *ref_of(Value v)
{
    return AS(WeakRef, v);
}

static bool can_be_referred(Value v)
{
    if (!value_is_obj(v))
        return false;
    uint8_t kind = value_obj(v)->kind;
    if (kind & KIND_SUBCLASS)
        return (kind & KIND_MASK) != KIND_TUPLE && (kind & KIND_MASK) != KIND_STR;
    switch (kind) {
    case KIND_INSTANCE: case KIND_FUNCTION: case KIND_CLASS: case KIND_MODULE: case KIND_SET: case KIND_FROZENSET:
    case KIND_GENERATOR: case KIND_COROUTINE: case KIND_ASYNCGEN: case KIND_GREENLET: case KIND_FUTURE:
    case KIND_TASK: case KIND_HANDLE: case KIND_LOOP: case KIND_BOUND: case KIND_NATIVE: case KIND_CODE:
    case KIND_BLOB: case KIND_EXCEPTION: case KIND_SLOTS:
        return true;
    default:
        return false;
    }
}

static Value ref_new(VM *vm, Value *args, int nargs)
{
    if (!can_be_referred(args[1]))
        return raise_type(vm, "cannot create weak reference to '%T' object", args[1]);
    Value callback = is_unset_or_none(args[2]) ? VALUE_UNSET : args[2];
    WeakRef *ref = heap_weakref(vm->heap, args[1], callback);
    if (!ref)
        return raise_memory(vm);
    if (as_class(args[0]) != ref->obj.cls && class_derives(as_class(args[0]), ref->obj.cls)) {
        /* an instance of a subclass of its own: never the shared one */
        ref = heap_weakref(vm->heap, args[1], value_is_unset(callback) ? VALUE_NONE : callback);
        if (!ref)
            return raise_memory(vm);
        ref->obj.cls = as_class(args[0]);
        ref->obj.kind |= KIND_SUBCLASS;
    }
    return OBJ(ref);
}

static Value ref_init(VM *vm, Value *args, int nargs)
{
    return VALUE_NONE;
}

static Value ref_call(VM *vm, Value *args, int nargs)
{
    return arg_or(ref_of(args[0])->target, VALUE_NONE);
}

static Value ref_hash(VM *vm, Value *args, int nargs)
{
    WeakRef *ref = ref_of(args[0]);
    if (ref->hash == 0) {
        if (value_is_unset(ref->target))
            return raise_type(vm, "weak object has gone away");
        uint64_t hash;
        if (!vm_hash(vm, ref->target, &hash))
            return VALUE_RAISED;
        ref->hash = hash ? hash : 1;
    }
    return make_int(vm, (int64_t)ref->hash);
}

static Value ref_eq(VM *vm, Value *args, int nargs)
{
    if (!value_is_kind(args[1], KIND_WEAKREF))
        return VALUE_NOTIMPLEMENTED;
    WeakRef *a = ref_of(args[0]), *b = ref_of(args[1]);
    if (value_is_unset(a->target) || value_is_unset(b->target))
        return value_bool(a == b);
    int same = vm_equal(vm, a->target, b->target);
    return same < 0 ? VALUE_RAISED : value_bool(same);
}

static Value ref_repr(VM *vm, Value *args, int nargs)
{
    WeakRef *ref = ref_of(args[0]);
    char address[32], target[32];
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
    snprintf(target, sizeof target, "0x%012llx", (unsigned long long)value_address(vm->heap, ref->target));
    Str *text = value_is_unset(ref->target)
                    ? vm_format(vm, "<weakref at %s; dead>", address)
                    : vm_format(vm, "<weakref at %s; to '%T' at %s>", address, ref->target, target);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value ref_get_callback(VM *vm, Value self)
{
    return arg_or(ref_of(self)->callback, VALUE_NONE);
}

typedef struct {
    Value target;
    List *found;
    Heap *heap;
    int64_t count;
} Search;

static void look(void *ctx, Obj *obj)
{
    Search *s = ctx;
    if ((obj->kind & KIND_MASK) == KIND_WEAKREF && value_same(((WeakRef *)(void *)obj)->target, s->target))
        s->count++;
}

static Value weakref_getweakrefcount(VM *vm, Value *args, int nargs)
{
    Search s = { args[0], NULL, vm->heap, 0 };
    if (value_is_obj(args[0]))
        heap_each(vm->heap, look, &s);
    return make_int(vm, s.count);
}

static const NativeSpec ref_methods[] = {
    { "__new__", ref_new, "cls, object, callback=None, /", 0, 0, NATIVE_NEW, NULL },
    { "__init__", ref_init, "self, object, callback=None, /", 0, 0, 0, NULL },
    { "__call__", ref_call, "self, /", 0, 0, 0, "The object, or None when it is gone." },
    { "__hash__", ref_hash, "self, /", 0, 0, 0, NULL },
    { "__eq__", ref_eq, "self, other, /", 0, 0, 0, NULL },
    { "__repr__", ref_repr, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec ref_getsets[] = {
    { "__callback__", ref_get_callback, NULL, "Called when the object is gone." },
    { 0 },
};
static const TypeSpec ref_type = { "ReferenceType", "weakref", "A reference that keeps nothing alive.", KIND_WEAKREF, 0,
                                   ref_methods, ref_getsets };

static bool setup(VM *vm, Module *module)
{
    Class *cls = vm->heap->classes[KIND_WEAKREF] ? vm->heap->classes[KIND_WEAKREF] : type_create(vm, &ref_type, NULL);
    return cls && module_add(vm, module, "ref", OBJ(cls)) && module_add(vm, module, "ReferenceType", OBJ(cls));
}

static const NativeSpec functions[] = {
    { "getweakrefcount", weakref_getweakrefcount, "object, /", 0, 0, 0, "How many weak references there are." },
    { 0 },
};

const ModuleSpec _weakref_module = { "_weakref", "The native half of weakref.", functions, NULL, setup };
