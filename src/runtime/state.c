/* state.c - the Runtime that hangs on a VM: made at the first question, visited by the collector. */
#include "runtime/runtime.h"

#include "base/mem.h"
#include "base/platform.h"

static void visit_runtime(Marker *marker, void *owner)
{
    Runtime *runtime = owner;
    mark_values(marker, runtime->keep, KEEP_COUNT);
}

Runtime *runtime_of(VM *vm)
{
    if (LIKELY(vm->runtime != NULL))
        return vm->runtime;
    Runtime *runtime = mem_alloc_zero(sizeof *runtime);
    if (!runtime) {
        static const char text[] = "miniasync: out of memory at the start\n";
        platform_write(2, text, sizeof text - 1);
        platform_exit(1);
    }
    vm->runtime = runtime;
    heap_add_root(vm->heap, visit_runtime, runtime);
    return runtime;
}

void runtime_free(VM *vm)
{
    if (!vm->runtime)
        return;
    heap_remove_root(vm->heap, visit_runtime, vm->runtime);
    mem_free(vm->runtime, sizeof(Runtime));
    vm->runtime = NULL;
}

Value runtime_blob(VM *vm, Class *cls, int slot, void *data)
{
    Blob *blob = heap_new_for(vm->heap, cls, sizeof *blob);
    blob->obj.aux = runtime_of(vm)->blob_types[slot] - 1;
    blob->data = data;
    return OBJ(blob);
}
