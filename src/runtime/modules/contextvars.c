/* contextvars.c - the module contextvars: ContextVar, Context, Token, copy_context (PEP 567).
 * A mapping that has been handed to a Task or callback is never changed again; the next set() copies it
 * first. So every copy of a context is one pointer. Keys are compared by identity. */
#include "runtime/modules/contextvars.h"

#include "runtime/modules/helpers.h"

enum { CONTEXT_MAP, CONTEXT_OWNED, CONTEXT_BEFORE, CONTEXT_ENTERED, CONTEXT_VALUES };
enum { VAR_NAME, VAR_DEFAULT, VAR_VALUES };
enum { TOKEN_VAR, TOKEN_CONTEXT, TOKEN_OLD, TOKEN_USED, TOKEN_VALUES };

static bool is_of(VM *vm, Value v, Value cls)
{
    return value_is_obj(v) && value_is_obj(cls) && value_obj(v)->cls == as_class(cls);
}

bool context_is(VM *vm, Value v)
{
    return is_of(vm, v, KEEP(vm, CONTEXT));
}

/* The map of a snapshot or Context: a Dict or UNSET. */
static Value map_of(Value context)
{
    if (value_is_obj(context) && value_is_kind(context, KIND_SLOTS))
        return as_slots(context)->v[CONTEXT_MAP];
    return context;
}

static uint64_t hash_of(Value var)
{
    return (value_word(var) >> 4) * 0x9E3779B97F4A7C15ULL;
}

static DictEntry *find(Value map, Value var)
{
    if (!value_is_obj(map))
        return NULL;
    uint32_t cursor = DICT_PROBE_START;
    DictEntry *entry;
    while ((entry = dict_probe(as_dict(map), hash_of(var), &cursor)))
        if (value_same(entry->key, var))
            return entry;
    return NULL;
}

Value context_snapshot(VM *vm)
{
    Value now = vm->current_context;
    if (LIKELY(value_is_unset(now)) || value_is_kind(now, KIND_DICT))
        return now;
    as_slots(now)->v[CONTEXT_OWNED] = VALUE_FALSE;
    return as_slots(now)->v[CONTEXT_MAP];
}

static Value context_new(VM *vm, Value map)
{
    Slots *context = slots_make(vm, as_class(KEEP(vm, CONTEXT)), CONTEXT_VALUES);
    context->v[CONTEXT_MAP] = map;
    context->v[CONTEXT_OWNED] = VALUE_FALSE;
    context->v[CONTEXT_ENTERED] = VALUE_FALSE;
    return OBJ(context);
}

Value context_object(VM *vm, Value snapshot)
{
    if (value_is_obj(snapshot) && value_is_kind(snapshot, KIND_SLOTS))
        return snapshot;
    if (value_is_unset(KEEP(vm, CONTEXT)) && value_is_raised(import_module(vm, "contextvars")))
        return VALUE_RAISED;
    return context_new(vm, snapshot);
}

/* The current context as an object whose map may be changed. */
static Slots *own_current(VM *vm)
{
    Value context = context_object(vm, vm->current_context);
    if (value_is_raised(context))
        return NULL;
    vm->current_context = context;
    Slots *slots = as_slots(context);
    if (!value_is_true(slots->v[CONTEXT_OWNED])) {
        Value map = slots->v[CONTEXT_MAP];
        Dict *copy = value_is_obj(map) ? dict_copy(vm->heap, as_dict(map), KIND_DICT)
                                       : dict_new(vm->heap, 4);
        if (!copy) {
            raise_memory(vm);
            return NULL;
        }
        slots->v[CONTEXT_MAP] = OBJ(copy);
        slots->v[CONTEXT_OWNED] = VALUE_TRUE;
    }
    return slots;
}

static bool current_put(VM *vm, Value var, Value value) /* value UNSET: removes */
{
    Slots *context = own_current(vm);
    if (!context)
        return false;
    Dict *map = as_dict(context->v[CONTEXT_MAP]);
    DictEntry *entry = find(OBJ(map), var);
    if (value_is_unset(value)) {
        if (entry)
            dict_remove_entry(vm->heap, map, entry);
    } else if (entry) {
        entry->value = value;
    } else if (!dict_insert_new(vm->heap, map, var, hash_of(var), value)) {
        raise_memory(vm);
        return false;
    }
    return true;
}

/* --- ContextVar -------------------------------------------------------------------------------- */

static Value var_new(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "context variable name must be a str");
    Slots *var = slots_make(vm, as_class(args[0]), VAR_VALUES);
    var->v[VAR_NAME] = args[1];
    var->v[VAR_DEFAULT] = args[2];
    return OBJ(var);
}

static Value var_get(VM *vm, Value *args, int nargs)
{
    DictEntry *entry = find(map_of(vm->current_context), args[0]);
    if (entry)
        return entry->value;
    if (!value_is_unset(args[1]))
        return args[1];
    Value otherwise = as_slots(args[0])->v[VAR_DEFAULT];
    if (!value_is_unset(otherwise))
        return otherwise;
    return raise_exception(vm, exception_make(vm, vm->exc[EXC_LookupError], 1, &args[0]));
}

static Value var_set(VM *vm, Value *args, int nargs)
{
    DictEntry *entry = find(map_of(vm->current_context), args[0]);
    Slots *token = slots_make(vm, as_class(KEEP(vm, CONTEXT_TOKEN)), TOKEN_VALUES);
    token->v[TOKEN_VAR] = args[0];
    token->v[TOKEN_OLD] = entry ? entry->value : VALUE_UNSET;
    token->v[TOKEN_USED] = VALUE_FALSE;
    if (!current_put(vm, args[0], args[1]))
        return VALUE_RAISED;
    token->v[TOKEN_CONTEXT] = vm->current_context;
    return OBJ(token);
}

static Value var_reset(VM *vm, Value *args, int nargs)
{
    if (!is_of(vm, args[1], KEEP(vm, CONTEXT_TOKEN)))
        return raise_type(vm, "expected an instance of Token, got %R", args[1]);
    Slots *token = as_slots(args[1]);
    if (value_is_true(token->v[TOKEN_USED]))
        return raise_runtime(vm, "%R has already been used once", args[1]);
    if (!value_same(token->v[TOKEN_VAR], args[0]))
        return raise_value(vm, "%R was created by a different ContextVar", args[1]);
    if (!value_same(token->v[TOKEN_CONTEXT], vm->current_context))
        return raise_value(vm, "%R was created in a different Context", args[1]);
    if (!current_put(vm, args[0], token->v[TOKEN_OLD]))
        return VALUE_RAISED;
    token->v[TOKEN_USED] = VALUE_TRUE;
    return VALUE_NONE;
}

static Value var_repr(VM *vm, Value *args, int nargs)
{
    Slots *var = as_slots(args[0]);
    Str *text = value_is_unset(var->v[VAR_DEFAULT])
                    ? vm_format(vm, "<ContextVar name=%R at ", var->v[VAR_NAME])
                    : vm_format(vm, "<ContextVar name=%R default=%R at ", var->v[VAR_NAME],
                                var->v[VAR_DEFAULT]);
    if (!text)
        return VALUE_RAISED;
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_str(&b, text);
    builder_printf(&b, "0x%llx>", (unsigned long long)heap_address(vm->heap, var));
    return vm_own(vm, builder_finish(&b));
}

static Value class_item(VM *vm, Value *args, int nargs)
{
    return args[0];
}

static Value var_name(VM *vm, Value self)
{
    return as_slots(self)->v[VAR_NAME];
}

static const NativeSpec var_methods[] = {
    { "__new__", var_new, "cls, name, /, *, default=None", 0, 0, NATIVE_NEW, "A variable with a value in each context." },
    { "get", var_get, "self, default=None, /", 0, 0, 0, "The value here; else `default`; else the variable's default." },
    { "set", var_set, "self, value, /", 0, 0, 0, "Sets the value in the current context; answers a Token." },
    { "reset", var_reset, "self, token, /", 0, 0, 0, "Puts back what was before the set() that gave the token." },
    { "__repr__", var_repr, "self", 0, 0, 0, NULL },
    { "__class_getitem__", class_item, "cls, item, /", 0, 0, NATIVE_CLASS, NULL },
    { 0 },
};
static const GetSetSpec var_getsets[] = { { "name", var_name, NULL, "The name given at creation." }, { 0 } };
static const TypeSpec var_type = { "ContextVar", "_contextvars", "A variable with a value in each context.",
                                   KIND_SLOTS, CLASS_FINAL, var_methods, var_getsets };

/* --- Token ------------------------------------------------------------------------------------- */

static Value token_new(VM *vm, Value *args, int nargs)
{
    return raise_runtime(vm, "Tokens can only be created by ContextVars");
}

static Value token_repr(VM *vm, Value *args, int nargs)
{
    Slots *token = as_slots(args[0]);
    Str *text = vm_format(vm, "<Token%s var=%R at ", value_is_true(token->v[TOKEN_USED]) ? " used" : "",
                          token->v[TOKEN_VAR]);
    if (!text)
        return VALUE_RAISED;
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_str(&b, text);
    builder_printf(&b, "0x%llx>", (unsigned long long)heap_address(vm->heap, token));
    return vm_own(vm, builder_finish(&b));
}

static Value token_var(VM *vm, Value self)
{
    return as_slots(self)->v[TOKEN_VAR];
}

static Value token_old_value(VM *vm, Value self)
{
    Value old = as_slots(self)->v[TOKEN_OLD];
    return value_is_unset(old) ? KEEP(vm, CONTEXT_MISSING) : old;
}

static Value missing_repr(VM *vm, Value *args, int nargs)
{
    return vm_str_cstr(vm, "<Token.MISSING>");
}

static const NativeSpec token_methods[] = {
    { "__new__", token_new, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__repr__", token_repr, "self", 0, 0, 0, NULL },
    { "__class_getitem__", class_item, "cls, item, /", 0, 0, NATIVE_CLASS, NULL },
    { 0 },
};
static const GetSetSpec token_getsets[] = {
    { "var", token_var, NULL, "The variable." },
    { "old_value", token_old_value, NULL, "Its value before set(), or Token.MISSING." },
    { 0 },
};
static const TypeSpec token_type = { "Token", "_contextvars", "What ContextVar.set() answers.", KIND_SLOTS,
                                     CLASS_FINAL, token_methods, token_getsets };
static const NativeSpec missing_methods[] = { { "__repr__", missing_repr, "self", 0, 0, 0, NULL }, { 0 } };
static const TypeSpec missing_type = { "Token.MISSING", "_contextvars", NULL, KIND_SLOTS, CLASS_FINAL,
                                       missing_methods, NULL };

/* --- Context ----------------------------------------------------------------------------------- */

static Value ctx_new(VM *vm, Value *args, int nargs)
{
    return context_new(vm, VALUE_UNSET);
}

static Value ctx_run(VM *vm, Value *args, int nargs)
{
    Slots *self = as_slots(args[0]);
    if (value_is_true(self->v[CONTEXT_ENTERED]) || value_same(vm->current_context, args[0]))
        return raise_runtime(vm, "cannot enter context: %R is already entered", args[0]);
    Tuple *rest = as_tuple(args[2]);
    self->v[CONTEXT_ENTERED] = VALUE_TRUE;
    self->v[CONTEXT_BEFORE] = vm_keep(vm, vm->current_context);
    vm->current_context = args[0];
    Dict *kw = value_is_obj(args[3]) && as_dict(args[3])->count ? as_dict(args[3]) : NULL;
    Value result = vm_call_kw(vm, args[1], (int)tuple_length(rest), rest->items, kw);
    vm->current_context = self->v[CONTEXT_BEFORE];
    self->v[CONTEXT_BEFORE] = VALUE_UNSET;
    self->v[CONTEXT_ENTERED] = VALUE_FALSE;
    return result;
}

static Value ctx_copy(VM *vm, Value *args, int nargs)
{
    as_slots(args[0])->v[CONTEXT_OWNED] = VALUE_FALSE;
    return context_new(vm, as_slots(args[0])->v[CONTEXT_MAP]);
}

static bool check_key(VM *vm, Value key)
{
    if (is_of(vm, key, KEEP(vm, CONTEXT_VAR)))
        return true;
    raise_type(vm, "a ContextVar key was expected, got %R", key);
    return false;
}

static Value ctx_getitem(VM *vm, Value *args, int nargs)
{
    if (!check_key(vm, args[1]))
        return VALUE_RAISED;
    DictEntry *entry = find(map_of(args[0]), args[1]);
    return entry ? entry->value : raise_key(vm, args[1]);
}

static Value ctx_get(VM *vm, Value *args, int nargs)
{
    if (!check_key(vm, args[1]))
        return VALUE_RAISED;
    DictEntry *entry = find(map_of(args[0]), args[1]);
    return entry ? entry->value : arg_or(args[2], VALUE_NONE);
}

static Value ctx_contains(VM *vm, Value *args, int nargs)
{
    if (!check_key(vm, args[1]))
        return VALUE_RAISED;
    return value_bool(find(map_of(args[0]), args[1]) != NULL);
}

static Value ctx_len(VM *vm, Value *args, int nargs)
{
    Value map = map_of(args[0]);
    return value_small(value_is_obj(map) ? as_dict(map)->count : 0);
}

/* keys (0), values (1), items (2) as a list. */
static Value ctx_list(VM *vm, Value self, int what)
{
    List *list = list_new(vm->heap, 0);
    Value map = map_of(self);
    if (!list)
        return raise_memory(vm);
    if (!value_is_obj(map))
        return OBJ(list);
    for (DictEntry *e = NULL; (e = dict_next(as_dict(map), e));) {
        Value pair[2] = { e->key, e->value };
        Value item = what == 0 ? e->key : what == 1 ? e->value : vm_tuple_of(vm, 2, pair);
        if (value_is_raised(item))
            return VALUE_RAISED;
        if (!list_append(vm->heap, list, item))
            return raise_memory(vm);
    }
    return OBJ(list);
}

static Value ctx_keys(VM *vm, Value *args, int nargs)
{
    return ctx_list(vm, args[0], 0);
}

static Value ctx_values(VM *vm, Value *args, int nargs)
{
    return ctx_list(vm, args[0], 1);
}

static Value ctx_items(VM *vm, Value *args, int nargs)
{
    return ctx_list(vm, args[0], 2);
}

static Value ctx_iter(VM *vm, Value *args, int nargs)
{
    Value keys = ctx_list(vm, args[0], 0);
    return value_is_raised(keys) ? keys : vm_iter(vm, keys);
}

static Value ctx_eq(VM *vm, Value *args, int nargs)
{
    if (!context_is(vm, args[1]))
        return VALUE_NOTIMPLEMENTED;
    Value a = map_of(args[0]), b = map_of(args[1]);
    size_t count_a = value_is_obj(a) ? as_dict(a)->count : 0;
    size_t count_b = value_is_obj(b) ? as_dict(b)->count : 0;
    if (count_a != count_b)
        return VALUE_FALSE;
    if (count_a == 0 || value_same(a, b))
        return VALUE_TRUE;
    Value items = vm_keep(vm, ctx_list(vm, args[0], 2));
    if (value_is_raised(items))
        return items;
    for (size_t i = 0; i < as_list(items)->count; i++) {
        Tuple *pair = as_tuple(as_list(items)->items[i]);
        DictEntry *entry = find(b, pair->items[0]);
        int same = entry ? vm_equal(vm, pair->items[1], entry->value) : 0;
        if (same <= 0)
            return same < 0 ? VALUE_RAISED : VALUE_FALSE;
    }
    return VALUE_TRUE;
}

static const NativeSpec ctx_methods[] = {
    { "__new__", ctx_new, "cls", 0, 0, NATIVE_NEW, "An empty context." },
    { "run", ctx_run, "self, callable, /, *args, **kwargs", 0, 0, 0, "Calls it with this context current." },
    { "copy", ctx_copy, "self", 0, 0, 0, "A context with the same values; costs nothing." },
    { "get", ctx_get, "self, key, default=None, /", 0, 0, 0, "The value of a variable." },
    { "keys", ctx_keys, "self", 0, 0, 0, "The variables that are set." },
    { "values", ctx_values, "self", 0, 0, 0, "Their values." },
    { "items", ctx_items, "self", 0, 0, 0, "Pairs of variable and value." },
    { "__getitem__", ctx_getitem, "self, key, /", 0, 0, 0, NULL },
    { "__contains__", ctx_contains, "self, key, /", 0, 0, 0, NULL },
    { "__len__", ctx_len, "self", 0, 0, 0, NULL },
    { "__iter__", ctx_iter, "self", 0, 0, 0, NULL },
    { "__eq__", ctx_eq, "self, other, /", 0, 0, 0, NULL },
    { 0 },
};
static const TypeSpec ctx_type = { "Context", "_contextvars", "A mapping from variables to values.",
                                   KIND_SLOTS, CLASS_FINAL | CLASS_UNHASHABLE, ctx_methods, NULL };

static Value copy_context(VM *vm, Value *args, int nargs)
{
    return context_new(vm, context_snapshot(vm));
}

static const NativeSpec functions[] = {
    { "copy_context", copy_context, "", 0, 0, 0, "The current context, copied." },
    { 0 },
};

static bool keep_class(VM *vm, Module *module, const TypeSpec *spec, Value *keep)
{
    Class *cls = type_create(vm, spec, NULL);
    if (!cls)
        return false;
    *keep = OBJ(cls);
    return !module || module_add(vm, module, spec->name, OBJ(cls));
}

static bool setup(VM *vm, Module *module)
{
    if (!keep_class(vm, module, &ctx_type, &KEEP(vm, CONTEXT)) ||
        !keep_class(vm, module, &var_type, &KEEP(vm, CONTEXT_VAR)) ||
        !keep_class(vm, module, &token_type, &KEEP(vm, CONTEXT_TOKEN)) ||
        !keep_class(vm, NULL, &missing_type, &KEEP(vm, CONTEXT_MISSING)))
        return false;
    Slots *missing = slots_make(vm, as_class(KEEP(vm, CONTEXT_MISSING)), 0);
    KEEP(vm, CONTEXT_MISSING) = OBJ(missing);
    Class *token = as_class(KEEP(vm, CONTEXT_TOKEN));
    if (!dict_set_name(vm->heap, class_dict(vm->heap, token), name_of(vm, "MISSING"), OBJ(missing))) {
        raise_memory(vm);
        return false;
    }
    class_changed(vm, token);
    return true;
}

const ModuleSpec contextvars_module = {
    "contextvars", "Variables whose values belong to a task, a callback or a greenlet.", functions, NULL, setup,
};
