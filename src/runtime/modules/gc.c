/* gc.c - module gc: the collector as a script may ask it. */
#include "runtime/modules/helpers.h"

extern const ModuleSpec gc_module;

static Value gc_collect(VM *vm, Value *args, int nargs)
{
    size_t before = vm->heap->freed_objects;
    for (int pass = 0; pass < 2; pass++) { /* the second: finalisers and callbacks the first has queued */
        vm->attention |= pass == 0 ? ATTENTION_GC : ATTENTION_FINALISE;
        if (!vm_safe_point(vm))
            return VALUE_RAISED;
    }
    size_t freed = vm->heap->freed_objects - before;
    return make_int(vm, (int64_t)freed);
}

static Value gc_enable(VM *vm, Value *args, int nargs)
{
    KEEP(vm, GC_DISABLED) = VALUE_UNSET;
    return VALUE_NONE;
}

/* The collector is the only one who frees memory: it is not switched off, only said to be. */
static Value gc_disable(VM *vm, Value *args, int nargs)
{
    KEEP(vm, GC_DISABLED) = VALUE_TRUE;
    return VALUE_NONE;
}

static Value gc_isenabled(VM *vm, Value *args, int nargs)
{
    return value_bool(value_is_unset(KEEP(vm, GC_DISABLED)));
}

static Value gc_get_count(VM *vm, Value *args, int nargs)
{
    Value three[3] = { make_int(vm, (int64_t)(vm->heap->live_bytes / 64)), value_small(0), value_small(0) };
    return vm_tuple_of(vm, 3, three);
}

static Value gc_get_threshold(VM *vm, Value *args, int nargs)
{
    Value three[3] = { value_small(2000), value_small(10), value_small(0) };
    return vm_tuple_of(vm, 3, three);
}

static Value gc_set_threshold(VM *vm, Value *args, int nargs)
{
    return VALUE_NONE;
}

typedef struct {
    Heap *heap;
    Value *items;
    size_t count, capacity;
    bool failed;
} Found;

static void note(void *ctx, Obj *obj)
{
    Found *f = ctx;
    if (!obj->cls || f->failed)
        return;
    switch (obj->kind & KIND_MASK) { /* what can be part of a cycle, as gc.get_objects shows */
    case KIND_INSTANCE: case KIND_LIST: case KIND_DICT: case KIND_SET: case KIND_TUPLE: case KIND_FUNCTION:
    case KIND_CLASS: case KIND_MODULE: case KIND_GENERATOR: case KIND_COROUTINE: case KIND_ASYNCGEN:
    case KIND_FUTURE: case KIND_TASK: case KIND_EXCEPTION: case KIND_BOUND: case KIND_SLOTS: break;
    default: return;
    }
    if (obj->kind == KIND_COROUTINE)
        ((Fiber *)(void *)obj)->flags &= (uint8_t)~FIBER_UNSEEN;
    if (f->count == f->capacity) {
        size_t more = f->capacity ? f->capacity * 2 : START(1024);
        Value *grown = heap_array(f->heap, f->items, f->capacity * sizeof(Value), more * sizeof(Value));
        if (!grown) {
            f->failed = true;
            return;
        }
        f->items = grown;
        f->capacity = more;
    }
    f->items[f->count++] = OBJ(obj);
}

static Value gc_get_objects(VM *vm, Value *args, int nargs)
{
    Found f = { .heap = vm->heap };
    heap_each(vm->heap, note, &f);
    List *list = f.failed ? NULL : list_from_values(vm->heap, f.items, f.count);
    heap_array_free(vm->heap, f.items, f.capacity * sizeof(Value));
    return vm_own(vm, list);
}

static Value gc_freeze(VM *vm, Value *args, int nargs)
{
    return VALUE_NONE;
}

static Value gc_is_tracked(VM *vm, Value *args, int nargs)
{
    return value_bool(value_is_obj(args[0]) && !value_is_str(args[0]) && !value_is_kind(args[0], KIND_BYTES) &&
                      !value_is_kind(args[0], KIND_BIGINT));
}

static bool setup(VM *vm, Module *module)
{
    List *garbage = list_new(vm->heap, 0), *callbacks = list_new(vm->heap, 0);
    if (!garbage || !callbacks) {
        raise_memory(vm);
        return false;
    }
    return module_add(vm, module, "garbage", OBJ(garbage)) && module_add(vm, module, "callbacks", OBJ(callbacks));
}

static const NativeSpec functions[] = {
    { "collect", gc_collect, "generation=2", 0, 0, 0, "Collects now; how many objects were freed." },
    { "enable", gc_enable, "", 0, 0, 0, "Takes disable() back." },
    { "disable", gc_disable, "", 0, 0, 0, "Noted, without effect: nothing else frees memory." },
    { "isenabled", gc_isenabled, "", 0, 0, 0, "False after disable()." },
    { "get_count", gc_get_count, "", 0, 0, 0, "Roughly how much was allocated." },
    { "get_threshold", gc_get_threshold, "", 0, 0, 0, "CPython's numbers; they mean nothing here." },
    { "set_threshold", gc_set_threshold, "*thresholds", 0, 0, 0, "Without effect." },
    { "get_objects", gc_get_objects, "generation=None", 0, 0, 0, "The objects that can refer to others." },
    { "is_tracked", gc_is_tracked, "obj, /", 0, 0, 0, "Can it refer to others?" },
    { "freeze", gc_freeze, "", 0, 0, 0, "Without effect." },
    { 0 },
};

const ModuleSpec gc_module = { "gc", "The garbage collector.", functions, NULL, setup };
