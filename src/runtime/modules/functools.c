/* functools.c - module _functools: partial and reduce. */
#include "runtime/modules/helpers.h"

extern const ModuleSpec _functools_module;

enum { PARTIAL_FUNC, PARTIAL_ARGS, PARTIAL_KEYWORDS, PARTIAL_IN_REPR, PARTIAL_COUNT };

static Value partial_new(VM *vm, Value *args, int nargs)
{
    Tuple *given = as_tuple(args[1]);
    Dict *kw = as_dict(args[2]);
    if (tuple_length(given) < 1)
        return raise_type(vm, "type 'partial' takes at least one argument");
    Value func = given->items[0];
    if (!vm_callable(vm, func))
        return raise_type(vm, "the first argument must be callable");
    Slots *inner = NULL; /* a partial of a partial is one partial */
    if (value_is_exactly(func, KIND_SLOTS) && value_obj(func)->cls == as_class(KEEP(vm, PARTIAL)) &&
        !(value_obj(func)->flags & OBJ_ATTRS))
        inner = as_slots(func);
    size_t before = inner ? tuple_length(as_tuple(inner->v[PARTIAL_ARGS])) : 0, more = tuple_length(given) - 1;
    Tuple *all = tuple_new(vm->heap, before + more);
    Dict *keywords = dict_new(vm->heap, 0);
    if (!all || !keywords)
        return raise_memory(vm);
    for (size_t i = 0; i < before; i++)
        all->items[i] = as_tuple(inner->v[PARTIAL_ARGS])->items[i];
    for (size_t i = 0; i < more; i++)
        all->items[before + i] = given->items[i + 1];
    vm_keep(vm, OBJ(all));
    vm_keep(vm, OBJ(keywords));
    if ((inner && !vm_dict_update(vm, keywords, inner->v[PARTIAL_KEYWORDS])) ||
        !vm_dict_update(vm, keywords, OBJ(kw)))
        return VALUE_RAISED;
    Slots *self = slots_make(vm, as_class(args[0]), PARTIAL_COUNT);
    self->v[PARTIAL_FUNC] = inner ? inner->v[PARTIAL_FUNC] : func;
    self->v[PARTIAL_ARGS] = OBJ(all);
    self->v[PARTIAL_KEYWORDS] = OBJ(keywords);
    return OBJ(self);
}

static Value partial_call(VM *vm, Value *args, int nargs)
{
    Slots *self = as_slots(args[0]);
    Tuple *first = as_tuple(self->v[PARTIAL_ARGS]), *more = as_tuple(args[1]);
    Dict *kept = as_dict(self->v[PARTIAL_KEYWORDS]), *kw = as_dict(args[2]);
    Tuple *all = first;
    if (tuple_length(more) > 0) {
        if (tuple_length(first) > 0) {
            all = tuple_new(vm->heap, tuple_length(first) + tuple_length(more));
            if (!all)
                return raise_memory(vm);
            for (size_t i = 0; i < tuple_length(first); i++)
                all->items[i] = first->items[i];
            for (size_t i = 0; i < tuple_length(more); i++)
                all->items[tuple_length(first) + i] = more->items[i];
        } else
            all = more;
    }
    vm_keep(vm, OBJ(all));
    if (kept->count == 0 && kw->count == 0)
        return vm_tail_call(vm, self->v[PARTIAL_FUNC], (int)tuple_length(all), all->items);
    Dict *merged = kw->count == 0 ? kept : kw;
    if (kept->count > 0 && kw->count > 0) {
        merged = dict_new(vm->heap, 0);
        if (!merged)
            return raise_memory(vm);
        vm_keep(vm, OBJ(merged));
        if (!vm_dict_update(vm, merged, OBJ(kept)) || !vm_dict_update(vm, merged, OBJ(kw)))
            return VALUE_RAISED;
    }
    return vm_call_kw(vm, self->v[PARTIAL_FUNC], (int)tuple_length(all), all->items, merged);
}

static Value partial_repr(VM *vm, Value *args, int nargs)
{
    Slots *self = as_slots(args[0]);
    if (!value_is_unset(self->v[PARTIAL_IN_REPR]))
        return vm_str_cstr(vm, "...");
    if (!vm_enter_c(vm, "while getting the repr of an object"))
        return VALUE_RAISED;
    self->v[PARTIAL_IN_REPR] = VALUE_TRUE;
    StrBuilder b;
    builder_init(&b, vm->heap);
    Class *cls = class_of(vm, args[0]);
    if (value_is_str(cls->module) && !str_equals_cstr(as_str(cls->module), "builtins")) {
        builder_str(&b, as_str(cls->module));
        builder_char(&b, '.');
    }
    builder_str(&b, cls->qualname);
    builder_char(&b, '(');
    Str *shown = vm_repr(vm, self->v[PARTIAL_FUNC]);
    if (shown)
        builder_str(&b, shown);
    Tuple *items = as_tuple(self->v[PARTIAL_ARGS]);
    for (size_t i = 0; shown && i < tuple_length(items); i++) {
        shown = vm_repr(vm, items->items[i]);
        if (shown) {
            builder_cstr(&b, ", ");
            builder_str(&b, shown);
        }
    }
    List *keys = shown ? vm_list_from(vm, self->v[PARTIAL_KEYWORDS]) : NULL;
    if (keys)
        vm_keep(vm, OBJ(keys));
    else
        shown = NULL;
    for (size_t i = 0; shown && i < keys->count; i++) {
        Value v = vm_dict_get(vm, as_dict(self->v[PARTIAL_KEYWORDS]), keys->items[i]);
        Str *key = vm_str(vm, keys->items[i]);
        if (value_is_raised(v) || !key) {
            shown = NULL;
            break;
        }
        if (value_is_unset(v))
            continue;
        builder_cstr(&b, ", ");
        builder_str(&b, key);
        builder_char(&b, '=');
        shown = vm_repr(vm, v);
        if (shown)
            builder_str(&b, shown);
    }
    self->v[PARTIAL_IN_REPR] = VALUE_UNSET;
    vm_leave_c(vm);
    if (!shown) {
        builder_drop(&b);
        return VALUE_RAISED;
    }
    builder_char(&b, ')');
    return vm_own(vm, builder_finish(&b));
}

#define SLOT_GET(name, slot)                                    \
    static Value name(VM *vm, Value self)                       \
    {                                                           \
        return as_slots(self)->v[slot];                         \
    }
SLOT_GET(partial_get_func, PARTIAL_FUNC)
SLOT_GET(partial_get_args, PARTIAL_ARGS)
SLOT_GET(partial_get_keywords, PARTIAL_KEYWORDS)

typedef struct {
    Value *function, *result; /* both in argument slots */
} Reduction;

static bool reduce_item(VM *vm, void *ctx, Value item)
{
    Reduction *r = ctx;
    if (value_is_unset(*r->result)) {
        *r->result = item;
        return true;
    }
    Value pair[2] = { *r->result, item };
    Value next = vm_call(vm, *r->function, 2, pair);
    if (value_is_raised(next))
        return false;
    *r->result = next;
    return true;
}

static Value functools_reduce(VM *vm, Value *args, int nargs)
{
    Reduction r = { &args[0], &args[2] };
    Value it = vm_iter(vm, args[1]);
    if (value_is_raised(it)) {
        if (!vm_exception_is(vm, vm->exc[EXC_TypeError]))
            return it;
        vm_take_exception(vm);
        return raise_type(vm, "reduce() arg 2 must support iteration");
    }
    args[1] = it;
    if (!vm_each(vm, it, reduce_item, &r))
        return VALUE_RAISED;
    if (value_is_unset(args[2]))
        return raise_type(vm, "reduce() of empty iterable with no initial value");
    return args[2];
}

static const NativeSpec partial_methods[] = {
    { "__new__", partial_new, "cls, /, *args, **keywords", 0, 0, NATIVE_NEW, NULL },
    { "__call__", partial_call, "self, /, *args, **keywords", 0, 0, 0, "Calls the function." },
    { "__repr__", partial_repr, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec partial_getsets[] = {
    { "func", partial_get_func, NULL, "The function." },
    { "args", partial_get_args, NULL, "The first positional arguments." },
    { "keywords", partial_get_keywords, NULL, "The keyword arguments." },
    { 0 },
};
static const TypeSpec partial_type = { "partial", "functools", "A function with some arguments already given.",
                                       KIND_SLOTS, CLASS_ATTRS, partial_methods, partial_getsets };

static bool setup(VM *vm, Module *module)
{
    Class *cls = type_create(vm, &partial_type, NULL);
    if (!cls)
        return false;
    KEEP(vm, PARTIAL) = OBJ(cls);
    return module_add(vm, module, "partial", OBJ(cls));
}

static const NativeSpec functions[] = {
    { "reduce", functools_reduce, "function, iterable, initial=None, /", 0, 0, 0,
      "Combines all items, from the left, into one." },
    { 0 },
};

const ModuleSpec _functools_module = { "_functools", "The native half of functools.", functions, NULL, setup };
