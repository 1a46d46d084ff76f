/* atexit.c - the module atexit: functions called, last first, when the program ends. */
#include "runtime/traceback.h"
#include "runtime/modules/helpers.h"

/* Rows are (function, args, kwargs). */
static List *registered(VM *vm)
{
    Value v = KEEP(vm, ATEXIT);
    if (value_is_unset(v)) {
        v = vm_own(vm, list_new(vm->heap, 4));
        if (value_is_raised(v))
            return NULL;
        KEEP(vm, ATEXIT) = v;
    }
    return as_list(v);
}

static Value atexit_register(VM *vm, Value *args, int nargs)
{
    List *list = registered(vm);
    if (!vm_callable(vm, args[0]))
        return raise_type(vm, "the first argument must be callable");
    Value row = vm_tuple_of(vm, 3, args);
    if (!list || value_is_raised(row) || !list_append(vm->heap, list, row))
        return raise_memory(vm);
    return args[0];
}

static Value atexit_unregister(VM *vm, Value *args, int nargs)
{
    List *list = registered(vm);
    for (size_t i = list ? list->count : 0; i-- > 0 && i < list->count;) {
        int same = vm_equal(vm, as_tuple(list->items[i])->items[0], args[0]);
        if (same < 0)
            return VALUE_RAISED;
        if (same && i < list->count && !list_remove_at(vm->heap, list, i))
            return raise_memory(vm);
    }
    return VALUE_NONE;
}

/* Called by runtime_finish; errors are printed and stop nobody. */
void atexit_run(VM *vm)
{
    List *list = value_is_unset(KEEP(vm, ATEXIT)) ? NULL : registered(vm);
    while (list && list->count) {
        Value row = vm_keep(vm, list->items[list->count - 1]);
        list->count--;
        Tuple *t = as_tuple(row);
        Tuple *args = as_tuple(t->items[1]);
        if (value_is_raised(vm_call_kw(vm, t->items[0], (int)tuple_length(args), args->items, as_dict(t->items[2]))))
            unraisable_print_head(vm, vm_keep(vm, vm_take_exception(vm)), "Exception ignored in atexit callback %R:\n",
                                  t->items[0]);
    }
}

static const NativeSpec functions[] = {
    { "register", atexit_register, "func, /, *args, **kwargs", 0, 0, 0, "call func(*args, **kwargs) at the end" },
    { "unregister", atexit_unregister, "func, /", 0, 0, 0, "take func out again" },
    { 0 },
};
const ModuleSpec atexit_module = { "atexit", "Functions called when the program ends.", functions, NULL, NULL };
