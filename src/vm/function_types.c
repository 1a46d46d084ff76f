/* function_types.c - the Python classes of what can be called: function, bound method, function in C; and of
 * what belongs to a function: cell, code. */
#include "vm/klass_internal.h"
#include "vm/protocol.h"

#include <stdio.h>

/* --- function, bound method ------------------------------------------------------------------------------ */

static Value function_get_name(VM *vm, Value self)
{
    return OBJ(as_function(self)->name);
}
static bool function_set_name(VM *vm, Value self, Value v)
{
    if (!value_is_str(v)) {
        raise_type(vm, "__name__ must be set to a string object");
        return false;
    }
    as_function(self)->name = as_str(v);
    return true;
}
static Value function_get_qualname(VM *vm, Value self)
{
    return OBJ(as_function(self)->qualname);
}
static bool function_set_qualname(VM *vm, Value self, Value v)
{
    if (!value_is_str(v)) {
        raise_type(vm, "__qualname__ must be set to a string object");
        return false;
    }
    as_function(self)->qualname = as_str(v);
    return true;
}
static Value function_get_doc(VM *vm, Value self)
{
    return arg_or(as_function(self)->doc, VALUE_NONE);
}
static bool function_set_doc(VM *vm, Value self, Value v)
{
    as_function(self)->doc = arg_or(v, VALUE_NONE);
    return true;
}
static Value function_get_module(VM *vm, Value self)
{
    Function *func = as_function(self);
    if (!value_is_unset(func->module))
        return func->module;
    return arg_or(dict_get_name(func->globals, NAME(vm, __name__)), VALUE_NONE);
}
static bool function_set_module(VM *vm, Value self, Value v)
{
    as_function(self)->module = v;
    return true;
}
static Value function_get_defaults(VM *vm, Value self)
{
    return arg_or(as_function(self)->defaults, VALUE_NONE);
}
static bool function_set_defaults(VM *vm, Value self, Value v)
{
    if (!value_is_unset(v) && !value_is_none(v) && !value_is_tuple(v)) {
        raise_type(vm, "__defaults__ must be set to a tuple object");
        return false;
    }
    as_function(self)->defaults = value_is_none(v) ? VALUE_UNSET : v;
    return true;
}
static Value function_get_kwdefaults(VM *vm, Value self)
{
    return arg_or(as_function(self)->kwdefaults, VALUE_NONE);
}
static bool function_set_kwdefaults(VM *vm, Value self, Value v)
{
    if (!value_is_unset(v) && !value_is_none(v) && !value_is_dict(v)) {
        raise_type(vm, "__kwdefaults__ must be set to a dict object");
        return false;
    }
    as_function(self)->kwdefaults = value_is_none(v) ? VALUE_UNSET : v;
    return true;
}
static Value function_get_annotations(VM *vm, Value self)
{
    Function *func = as_function(self);
    if (value_is_unset(func->annotations)) {
        Value v = vm_own(vm, dict_new(vm->heap, 0));
        if (value_is_raised(v))
            return v;
        func->annotations = v;
    }
    return func->annotations;
}
static bool function_set_annotations(VM *vm, Value self, Value v)
{
    as_function(self)->annotations = value_is_none(v) ? VALUE_UNSET : v;
    return true;
}
static Value function_get_code(VM *vm, Value self)
{
    return OBJ(as_function(self)->code);
}
static bool function_set_code(VM *vm, Value self, Value v)
{
    Function *func = as_function(self);
    if (!value_is_exactly(v, KIND_CODE) || AS(Code, v)->ncaptures != func->ncells) {
        raise_type(vm, "__code__ must be set to a code object");
        return false;
    }
    func->code = AS(Code, v);
    function_set_quick(func);
    return true;
}
static Value function_get_globals(VM *vm, Value self)
{
    return OBJ(as_function(self)->globals);
}
static Value function_get_closure(VM *vm, Value self)
{
    Function *func = as_function(self);
    if (!func->ncells)
        return VALUE_NONE;
    Tuple *cells = tuple_new(vm->heap, func->ncells);
    for (uint32_t i = 0; cells && i < func->ncells; i++)
        cells->items[i] = OBJ(func->cells[i]);
    return vm_own(vm, cells);
}
static Value function_repr(VM *vm, Value *args, int nargs)
{
    char address[32];
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
    Str *text = vm_format(vm, "<function %S at %s>", as_function(args[0])->qualname, address);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value callable_get(VM *vm, Value *args, int nargs) /* __get__ */
{
    bool no_instance = value_is_unset(args[1]) || value_is_none(args[1]);
    if (no_instance && (value_is_unset(args[2]) || value_is_none(args[2])))
        return raise_type(vm, "__get__(None, None) is invalid");
    if (no_instance)
        return args[0];
    return vm_own(vm, bound_new(vm->heap, args[1], args[0]));
}
static Value callable_call(VM *vm, Value *args, int nargs) /* f.__call__(...) */
{
    Tuple *rest = as_tuple(args[1]);
    return vm_call_kw(vm, args[0], (int)tuple_length(rest), rest->items, as_dict(args[2]));
}

static const NativeSpec function_methods[] = {
    { "__repr__", function_repr, "self, /", 0, 0, 0, "repr(self)" },
    { "__get__", callable_get, "self, instance, owner=None, /", 0, 0, 0, "bind to an instance" },
    { "__call__", callable_call, "self, *args, **kw", 0, 0, 0, "call the function" },
    { 0 },
};
static const GetSetSpec function_getsets[] = {
    { "__name__", function_get_name, function_set_name, "" },
    { "__qualname__", function_get_qualname, function_set_qualname, "" },
    { "__doc__", function_get_doc, function_set_doc, "" },
    { "__module__", function_get_module, function_set_module, "" },
    { "__defaults__", function_get_defaults, function_set_defaults, "" },
    { "__kwdefaults__", function_get_kwdefaults, function_set_kwdefaults, "" },
    { "__annotations__", function_get_annotations, function_set_annotations, "" },
    { "__code__", function_get_code, function_set_code, "" },
    { "__globals__", function_get_globals, NULL, "" },
    { "__closure__", function_get_closure, NULL, "" },
    { 0 },
};

static Value callable_repr(VM *vm, Value *args, int nargs) /* of bound methods and natives */
{
    Str *text = protocol_default_repr(vm, args[0]);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value bound_eq(VM *vm, Value *args, int nargs)
{
    if (!value_is_exactly(args[1], KIND_BOUND))
        return VALUE_NOTIMPLEMENTED;
    Bound *a = AS(Bound, args[0]), *b = AS(Bound, args[1]);
    return value_bool(value_same(a->self, b->self) && value_same(a->func, b->func));
}
static Value bound_hash(VM *vm, Value *args, int nargs)
{
    Bound *b = AS(Bound, args[0]);
    return int_from_i64(vm->heap, (int64_t)((value_address(vm->heap, b->self) >> 4) ^ (value_address(vm->heap, b->func) >> 3)));
}
static Value bound_get_self(VM *vm, Value self)
{
    return AS(Bound, self)->self;
}
static Value bound_get_func(VM *vm, Value self)
{
    return AS(Bound, self)->func;
}
static Value bound_getattribute(VM *vm, Value *args, int nargs) /* __getattr__: goes to the function */
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "attribute name must be string");
    Str *name = str_intern(vm->heap, as_str(args[1]));
    Value v = vm_getattr_or_unset(vm, AS(Bound, args[0])->func, name);
    return value_is_unset(v) ? raise_attribute(vm, "'method' object has no attribute '%S'", name) : v;
}
static Value bound_new_method(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, bound_new(vm->heap, args[2], args[1]));
}
static const NativeSpec bound_methods[] = {
    { "__new__", bound_new_method, "cls, function, instance, /", 0, 0, NATIVE_NEW, "function bound to instance" },
    { "__repr__", callable_repr, "self, /", 0, 0, 0, "repr(self)" },
    { "__eq__", bound_eq, "self, value, /", 0, 0, 0, "self == value" },
    { "__hash__", bound_hash, "self, /", 0, 0, 0, "hash(self)" },
    { "__getattr__", bound_getattribute, "self, name, /", 0, 0, 0, "attributes of the function" },
    { "__call__", callable_call, "self, *args, **kw", 0, 0, 0, "call the method" },
    { 0 },
};
static const GetSetSpec bound_getsets[] = {
    { "__self__", bound_get_self, NULL, "" },
    { "__func__", bound_get_func, NULL, "" },
    { 0 },
};

/* A function in C is a Native. Bound to an object it is a Bound whose function is a Native, and shows as one of
 * builtin_function_or_method (a method) or method-wrapper (an operation): bound_new. */
static Native *native_of(Value v)
{
    return as_native(value_is_kind(v, KIND_BOUND) ? AS(Bound, v)->func : v);
}
static Value native_get_name(VM *vm, Value self)
{
    return vm_own(vm, str_intern_cstr(vm->heap, native_of(self)->spec->name));
}
static Value native_get_qualname(VM *vm, Value self)
{
    Native *n = native_of(self);
    Str *text = value_is_class(n->owner) ? vm_format(vm, "%S.%s", as_class(n->owner)->name, n->spec->name)
                                         : vm_format(vm, "%s", n->spec->name);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value native_get_doc(VM *vm, Value self)
{
    const char *help = native_of(self)->spec->help;
    return vm_str_cstr(vm, help ? help : "");
}
static Value native_get_module(VM *vm, Value self)
{
    Native *n = native_of(self);
    return value_is_kind(n->owner, KIND_MODULE) ? OBJ(as_module(n->owner)->name) : VALUE_NONE;
}
static Value native_get_self(VM *vm, Value self)
{
    return value_is_kind(self, KIND_BOUND) ? AS(Bound, self)->self : arg_or(as_native(self)->owner, VALUE_NONE);
}
static Value native_get_owner(VM *vm, Value self)
{
    return native_of(self)->owner;
}
static Value native_get_signature(VM *vm, Value self)
{
    Str *text = vm_format(vm, "(%s)", native_of(self)->spec->signature);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value native_eq(VM *vm, Value *args, int nargs)
{
    if (value_same(args[0], args[1]))
        return VALUE_TRUE;
    if (!value_is_exactly(args[0], KIND_BOUND) || !value_is_exactly(args[1], KIND_BOUND))
        return VALUE_NOTIMPLEMENTED;
    return bound_eq(vm, args, nargs);
}
static Value native_hash(VM *vm, Value *args, int nargs)
{
    if (value_is_exactly(args[0], KIND_BOUND))
        return bound_hash(vm, args, nargs);
    return int_from_i64(vm->heap, (int64_t)(value_address(vm->heap, args[0]) >> 4));
}
static const NativeSpec native_methods[] = {
    { "__repr__", callable_repr, "self, /", 0, 0, 0, "repr(self)" },
    { "__eq__", native_eq, "self, value, /", 0, 0, 0, "self == value" },
    { "__hash__", native_hash, "self, /", 0, 0, 0, "hash(self)" },
    { "__call__", callable_call, "self, *args, **kw", 0, 0, 0, "call the function" },
    { 0 },
};
static const GetSetSpec native_getsets[] = {
    { "__name__", native_get_name, NULL, "" },       { "__qualname__", native_get_qualname, NULL, "" },
    { "__doc__", native_get_doc, NULL, "" },         { "__module__", native_get_module, NULL, "" },
    { "__self__", native_get_self, NULL, "" },       { "__text_signature__", native_get_signature, NULL, "" },
    { 0 },
};
static const GetSetSpec wrapper_getsets[] = { /* method-wrapper */
    { "__name__", native_get_name, NULL, "" },       { "__qualname__", native_get_qualname, NULL, "" },
    { "__doc__", native_get_doc, NULL, "" },         { "__objclass__", native_get_owner, NULL, "" },
    { "__self__", native_get_self, NULL, "" },       { "__text_signature__", native_get_signature, NULL, "" },
    { 0 },
};
static const NativeSpec unbound_methods[] = { /* method_descriptor, wrapper_descriptor */
    { "__repr__", callable_repr, "self, /", 0, 0, 0, "repr(self)" },
    { "__get__", callable_get, "self, instance, owner=None, /", 0, 0, 0, "bind to an instance" },
    { "__call__", callable_call, "self, *args, **kw", 0, 0, 0, "call the function" },
    { 0 },
};
static const GetSetSpec unbound_getsets[] = {
    { "__name__", native_get_name, NULL, "" },       { "__qualname__", native_get_qualname, NULL, "" },
    { "__doc__", native_get_doc, NULL, "" },         { "__objclass__", native_get_owner, NULL, "" },
    { "__text_signature__", native_get_signature, NULL, "" },
    { 0 },
};

/* --- cell, code ---------------------------------------------------------------------------------------------- */

static Value cell_get_contents(VM *vm, Value self)
{
    Value v = AS(Cell, self)->value;
    return value_is_unset(v) ? raise_value(vm, "cell is empty") : v;
}
static bool cell_set_contents(VM *vm, Value self, Value v)
{
    AS(Cell, self)->value = v;
    return true;
}
static const GetSetSpec cell_getsets[] = {
    { "cell_contents", cell_get_contents, cell_set_contents, "" },
    { 0 },
};

static Value code_get_name(VM *vm, Value self)
{
    return OBJ(AS(Code, self)->name);
}
static Value code_get_qualname(VM *vm, Value self)
{
    return OBJ(AS(Code, self)->qualname);
}
static Value code_get_filename(VM *vm, Value self)
{
    return OBJ(AS(Code, self)->filename);
}
static Value code_get_firstlineno(VM *vm, Value self)
{
    return value_small(AS(Code, self)->first_line);
}
static Value code_get_argcount(VM *vm, Value self)
{
    return value_small(AS(Code, self)->argcount);
}
static Value code_get_posonly(VM *vm, Value self)
{
    return value_small(AS(Code, self)->posonly);
}
static Value code_get_kwonly(VM *vm, Value self)
{
    return value_small(AS(Code, self)->kwonly);
}
static Value code_get_nlocals(VM *vm, Value self)
{
    return value_small(AS(Code, self)->nlocals);
}
/* CPython's numbers of the flags that inspect looks at. */
static Value code_get_flags(VM *vm, Value self)
{
    uint32_t f = AS(Code, self)->flags;
    int64_t n = 0;
    n |= f & CODE_OPTIMISED ? 1 | 2 : 0;
    n |= f & CODE_VARARGS ? 4 : 0;
    n |= f & CODE_VARKW ? 8 : 0;
    n |= f & CODE_GENERATOR && !(f & CODE_COROUTINE) ? 0x20 : 0;
    n |= f & CODE_COROUTINE ? 0x80 : 0;
    n |= f & CODE_ITERABLE_COROUTINE ? 0x100 : 0;
    n |= f & CODE_ASYNCGEN ? 0x200 : 0;
    return value_small(n);
}
static Value names_tuple(VM *vm, Str **names, size_t count)
{
    Tuple *t = tuple_new(vm->heap, count);
    for (size_t i = 0; t && i < count; i++)
        t->items[i] = OBJ(names[i]);
    return vm_own(vm, t);
}
static Value code_get_varnames(VM *vm, Value self)
{
    return names_tuple(vm, AS(Code, self)->varnames, AS(Code, self)->nlocals);
}
static Value code_get_freevars(VM *vm, Value self)
{
    return names_tuple(vm, AS(Code, self)->freenames, AS(Code, self)->ncaptures);
}
static Value code_get_consts(VM *vm, Value self)
{
    return vm_tuple_of(vm, AS(Code, self)->nconsts, AS(Code, self)->consts);
}
static Value code_repr(VM *vm, Value *args, int nargs)
{
    Code *code = AS(Code, args[0]);
    char address[32];
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
    Str *text = vm_format(vm, "<code object %S at %s, file \"%S\", line %d>", code->name, address, code->filename,
                          (int)code->first_line);
    return text ? OBJ(text) : VALUE_RAISED;
}
static const NativeSpec code_methods[] = {
    { "__repr__", code_repr, "self, /", 0, 0, 0, "" },
    { 0 },
};
static const GetSetSpec code_getsets[] = {
    { "co_name", code_get_name, NULL, "" },           { "co_qualname", code_get_qualname, NULL, "" },
    { "co_filename", code_get_filename, NULL, "" },   { "co_firstlineno", code_get_firstlineno, NULL, "" },
    { "co_argcount", code_get_argcount, NULL, "" },   { "co_posonlyargcount", code_get_posonly, NULL, "" },
    { "co_kwonlyargcount", code_get_kwonly, NULL, "" }, { "co_nlocals", code_get_nlocals, NULL, "" },
    { "co_flags", code_get_flags, NULL, "" },         { "co_varnames", code_get_varnames, NULL, "" },
    { "co_freevars", code_get_freevars, NULL, "" },   { "co_consts", code_get_consts, NULL, "" },
    { 0 },
};

static const struct {
    int place; /* in heap->named; -1: the class of its kind */
    TypeSpec spec;
} function_types[] = {
    { -1, { "function", "builtins", NULL, KIND_FUNCTION, CLASS_FINAL, function_methods, function_getsets } },
    { -1, { "builtin_function_or_method", "builtins", NULL, KIND_NATIVE, CLASS_FINAL, native_methods, native_getsets } },
    { -1, { "method", "builtins", NULL, KIND_BOUND, CLASS_FINAL | CLASS_GETATTR, bound_methods, bound_getsets } },
    { -1, { "cell", "builtins", NULL, KIND_CELL, CLASS_FINAL, NULL, cell_getsets } },
    { -1, { "code", "builtins", NULL, KIND_CODE, CLASS_FINAL, code_methods, code_getsets } },
    { CLS_method_descriptor,
      { "method_descriptor", "builtins", NULL, KIND_NATIVE, CLASS_FINAL, unbound_methods, unbound_getsets } },
    { CLS_wrapper_descriptor,
      { "wrapper_descriptor", "builtins", NULL, KIND_NATIVE, CLASS_FINAL, unbound_methods, unbound_getsets } },
    { CLS_method_wrapper,
      { "method-wrapper", "builtins", NULL, KIND_BOUND, CLASS_FINAL, native_methods, wrapper_getsets } },
};
enum { FUNCTION_TYPES = sizeof function_types / sizeof *function_types };

/* The classes first, then their methods: those belong to three of the classes. */
bool function_types_setup(VM *vm)
{
    Class *classes[FUNCTION_TYPES];
    for (int i = 0; i < FUNCTION_TYPES; i++) {
        TypeSpec bare = function_types[i].spec;
        bare.methods = NULL;
        bare.getsets = NULL;
        classes[i] = type_create(vm, &bare, NULL);
        if (!classes[i])
            return false;
        if (function_types[i].place >= 0)
            vm->heap->named[function_types[i].place] = classes[i];
    }
    for (int i = 0; i < FUNCTION_TYPES; i++)
        if (!class_add_natives(vm, classes[i], function_types[i].spec.methods) ||
            !class_add_getsets(vm, classes[i], function_types[i].spec.getsets))
            return false;
    return true;
}
