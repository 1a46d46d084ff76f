/* descriptor_types.c - the Python classes behind attributes: property, classmethod, staticmethod, attributes
 * computed in C, slots, super. How they are looked up is in attr.c. */
#include "vm/klass_internal.h"

#include <stdio.h>

/* --- property, classmethod, staticmethod ------------------------------------------------------------------ */

static Value property_new(VM *vm, Value *args, int nargs)
{
    Property *p = heap_new_for(vm->heap, as_class(args[0]), sizeof *p);
    p->get = p->set = p->del = p->doc = VALUE_NONE;
    return OBJ(p);
}
static Value property_init(VM *vm, Value *args, int nargs)
{
    Property *p = AS(Property, args[0]);
    p->get = arg_or(args[1], VALUE_NONE);
    p->set = arg_or(args[2], VALUE_NONE);
    p->del = arg_or(args[3], VALUE_NONE);
    p->doc = arg_or(args[4], VALUE_UNSET);
    if (value_is_unset(p->doc) || value_is_none(p->doc))
        p->doc = value_is_kind(p->get, KIND_FUNCTION) ? arg_or(as_function(p->get)->doc, VALUE_NONE) : VALUE_NONE;
    if (value_obj(args[0])->kind & KIND_SUBCLASS && !value_is_none(p->doc)) {
        Dict *own = heap_attrs(vm->heap, value_obj(args[0]), true); /* the class has a __doc__ of its own */
        if (!own || !dict_set_name(vm->heap, own, NAME(vm, __doc__), p->doc))
            return raise_memory(vm);
    }
    return VALUE_NONE;
}
static Value property_copy(VM *vm, Value self, int which, Value func)
{
    Property *old = AS(Property, self);
    Property *p = heap_new_for(vm->heap, class_of(vm, self), sizeof *p);
    p->get = which == 0 ? func : old->get;
    p->set = which == 1 ? func : old->set;
    p->del = which == 2 ? func : old->del;
    p->doc = old->doc;
    p->name = old->name;
    return OBJ(p);
}
static Value property_getter(VM *vm, Value *args, int nargs)
{
    return property_copy(vm, args[0], 0, args[1]);
}
static Value property_setter(VM *vm, Value *args, int nargs)
{
    return property_copy(vm, args[0], 1, args[1]);
}
static Value property_deleter(VM *vm, Value *args, int nargs)
{
    return property_copy(vm, args[0], 2, args[1]);
}
static Value property_dunder_get(VM *vm, Value *args, int nargs)
{
    Value obj = arg_or(args[1], VALUE_NONE);
    bool direct = vm->direct;
    vm->direct = false;
    Value v = descriptor_get_builtin(vm, args[0], value_is_none(obj) ? VALUE_UNSET : obj, class_of(vm, obj));
    vm->direct = direct;
    return v;
}
static Value property_dunder_set(VM *vm, Value *args, int nargs)
{
    return descriptor_set_any(vm, args[0], args[1], args[2]) ? VALUE_NONE : VALUE_RAISED;
}
static Value property_dunder_delete(VM *vm, Value *args, int nargs)
{
    return descriptor_set_any(vm, args[0], args[1], VALUE_UNSET) ? VALUE_NONE : VALUE_RAISED;
}
static Value property_set_name(VM *vm, Value *args, int nargs)
{
    if (value_is_str(args[2]))
        AS(Property, args[0])->name = as_str(args[2]);
    return VALUE_NONE;
}
static Value property_get_fget(VM *vm, Value self)
{
    return AS(Property, self)->get;
}
static Value property_get_fset(VM *vm, Value self)
{
    return AS(Property, self)->set;
}
static Value property_get_fdel(VM *vm, Value self)
{
    return AS(Property, self)->del;
}
static Value property_get_doc(VM *vm, Value self)
{
    return arg_or(AS(Property, self)->doc, VALUE_NONE);
}
static bool property_set_doc(VM *vm, Value self, Value v)
{
    AS(Property, self)->doc = v;
    return true;
}
static Value property_get_name(VM *vm, Value self)
{
    Property *p = AS(Property, self);
    if (p->name)
        return OBJ(p->name);
    Value v = value_is_none(p->get) ? VALUE_UNSET : vm_getattr_or_unset(vm, p->get, NAME(vm, __name__));
    return value_is_unset(v) ? raise_attribute(vm, "'%T' object has no attribute '__name__'", self) : v;
}
static bool property_set_own_name(VM *vm, Value self, Value v)
{
    if (value_is_str(v)) {
        AS(Property, self)->name = as_str(v);
        return true;
    }
    raise_type(vm, "__name__ must be set to a string object");
    return false;
}
static Value abstract_of(VM *vm, Value func)
{
    if (!value_is_obj(func))
        return VALUE_FALSE;
    Value v = vm_getattr_or_unset(vm, func, str_intern_cstr(vm->heap, "__isabstractmethod__"));
    return value_is_unset(v) ? VALUE_FALSE : v;
}
static Value property_get_abstract(VM *vm, Value self)
{
    Property *p = AS(Property, self);
    Value parts[3] = { p->get, p->set, p->del };
    for (int i = 0; i < 3; i++) {
        Value v = abstract_of(vm, parts[i]);
        if (value_is_raised(v) || value_is_true(v))
            return v;
    }
    return VALUE_FALSE;
}
static const NativeSpec property_methods[] = {
    { "__new__", property_new, "cls, *args, **kw", 0, 0, NATIVE_NEW, "an attribute computed by functions" },
    { "__init__", property_init, "self, fget=None, fset=None, fdel=None, doc=None", 0, 0, 0, "" },
    { "getter", property_getter, "self, fget, /", 0, 0, 0, "a copy with another getter" },
    { "setter", property_setter, "self, fset, /", 0, 0, 0, "a copy with another setter" },
    { "deleter", property_deleter, "self, fdel, /", 0, 0, 0, "a copy with another deleter" },
    { "__get__", property_dunder_get, "self, instance, owner=None, /", 0, 0, 0, "" },
    { "__set__", property_dunder_set, "self, instance, value, /", 0, 0, 0, "" },
    { "__delete__", property_dunder_delete, "self, instance, /", 0, 0, 0, "" },
    { "__set_name__", property_set_name, "self, owner, name, /", 0, 0, 0, "" },
    { 0 },
};
static const GetSetSpec property_getsets[] = {
    { "fget", property_get_fget, NULL, "" },
    { "fset", property_get_fset, NULL, "" },
    { "fdel", property_get_fdel, NULL, "" },
    { "__doc__", property_get_doc, property_set_doc, "" },
    { "__name__", property_get_name, property_set_own_name, "" },
    { "__isabstractmethod__", property_get_abstract, NULL, "" },
    { 0 },
};

static Value wrapper_new(VM *vm, Value *args, int nargs)
{
    Wrapper *w = heap_new_for(vm->heap, as_class(args[0]), sizeof *w);
    w->func = args[1];
    return OBJ(w);
}
static Value wrapper_get_func(VM *vm, Value self)
{
    return AS(Wrapper, self)->func;
}
static Value wrapper_get_abstract(VM *vm, Value self)
{
    return abstract_of(vm, AS(Wrapper, self)->func);
}
static Value wrapper_dunder_get(VM *vm, Value *args, int nargs)
{
    Value owner = arg_or(args[2], VALUE_NONE);
    Class *cls = value_is_class(owner) ? as_class(owner) : class_of(vm, args[1]);
    return descriptor_get_builtin(vm, args[0], args[1], cls);
}
static Value wrapper_repr(VM *vm, Value *args, int nargs)
{
    Str *text = vm_format(vm, "<%T(%R)>", args[0], AS(Wrapper, args[0])->func);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value wrapper_getattr(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "attribute name must be string");
    Str *name = str_intern(vm->heap, as_str(args[1]));
    Value v = vm_getattr_or_unset(vm, AS(Wrapper, args[0])->func, name);
    return value_is_unset(v) ? raise_attribute(vm, "'%T' object has no attribute '%S'", args[0], name) : v;
}
static Value staticmethod_call(VM *vm, Value *args, int nargs)
{
    Tuple *rest = as_tuple(args[1]);
    return vm_call_kw(vm, AS(Wrapper, args[0])->func, (int)tuple_length(rest), rest->items, as_dict(args[2]));
}
static const NativeSpec classmethod_methods[] = {
    { "__new__", wrapper_new, "cls, function, /", 0, 0, NATIVE_NEW, "a method that gets the class" },
    { "__get__", wrapper_dunder_get, "self, instance, owner=None, /", 0, 0, 0, "" },
    { "__repr__", wrapper_repr, "self, /", 0, 0, 0, "" },
    { "__getattr__", wrapper_getattr, "self, name, /", 0, 0, 0, "" },
    { 0 },
};
static const NativeSpec staticmethod_methods[] = {
    { "__new__", wrapper_new, "cls, function, /", 0, 0, NATIVE_NEW, "a plain function in a class" },
    { "__get__", wrapper_dunder_get, "self, instance, owner=None, /", 0, 0, 0, "" },
    { "__call__", staticmethod_call, "self, *args, **kw", 0, 0, 0, "" },
    { "__repr__", wrapper_repr, "self, /", 0, 0, 0, "" },
    { "__getattr__", wrapper_getattr, "self, name, /", 0, 0, 0, "" },
    { 0 },
};
static const GetSetSpec wrapper_getsets[] = {
    { "__func__", wrapper_get_func, NULL, "" },
    { "__wrapped__", wrapper_get_func, NULL, "" },
    { "__isabstractmethod__", wrapper_get_abstract, NULL, "" },
    { 0 },
};

static Value getset_repr(VM *vm, Value *args, int nargs)
{
    GetSet *g = AS(GetSet, args[0]);
    Str *text = vm_format(vm, "<attribute '%S' of '%S' objects>", g->name, g->owner->name);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value member_repr(VM *vm, Value *args, int nargs)
{
    GetSet *g = AS(GetSet, args[0]);
    Str *text = vm_format(vm, "<member '%S' of '%S' objects>", g->name, g->owner->name);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value getset_dunder_get(VM *vm, Value *args, int nargs)
{
    if (value_is_unset(args[1]) || value_is_none(args[1]))
        return args[0];
    Value v = descriptor_get_builtin(vm, args[0], args[1], class_of(vm, args[1]));
    if (value_is_unset(v))
        return raise_attribute(vm, "'%T' object has no attribute '%S'", args[1], AS(GetSet, args[0])->name);
    return v;
}
static Value getset_get_owner(VM *vm, Value self)
{
    return OBJ(AS(GetSet, self)->owner);
}
static Value getset_get_qualname(VM *vm, Value self)
{
    Str *text = vm_format(vm, "%S.%S", AS(GetSet, self)->owner->qualname, AS(GetSet, self)->name);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value getset_get_doc(VM *vm, Value self)
{
    return VALUE_NONE;
}
static Value getset_get_name(VM *vm, Value self)
{
    return OBJ(AS(GetSet, self)->name);
}
static const NativeSpec getset_methods[] = {
    { "__repr__", getset_repr, "self, /", 0, 0, 0, "" },
    { "__get__", getset_dunder_get, "self, instance, owner=None, /", 0, 0, 0, "" },
    { "__set__", property_dunder_set, "self, instance, value, /", 0, 0, 0, "" },
    { "__delete__", property_dunder_delete, "self, instance, /", 0, 0, 0, "" },
    { 0 },
};
static const NativeSpec member_methods[] = {
    { "__repr__", member_repr, "self, /", 0, 0, 0, "" },
    { "__get__", getset_dunder_get, "self, instance, owner=None, /", 0, 0, 0, "" },
    { "__set__", property_dunder_set, "self, instance, value, /", 0, 0, 0, "" },
    { "__delete__", property_dunder_delete, "self, instance, /", 0, 0, 0, "" },
    { 0 },
};
static const GetSetSpec getset_getsets[] = {
    { "__name__", getset_get_name, NULL, "" },
    { "__qualname__", getset_get_qualname, NULL, "" },
    { "__objclass__", getset_get_owner, NULL, "" },
    { "__doc__", getset_get_doc, NULL, "" },
    { 0 },
};

/* --- super --------------------------------------------------------------------------------------------------- */

static Value super_unbound(VM *vm, Class *cls)
{
    Super *super = heap_new(vm->heap, KIND_SUPER, sizeof *super);
    super->start = cls;
    super->self = VALUE_NONE;
    return OBJ(super);
}

Value super_new_for(VM *vm, Value cls, Value self)
{
    if (!value_is_class(cls))
        return raise_type(vm, "super() argument 1 must be a type, not %T", cls);
    Class *of;
    if (value_is_class(self) && class_derives(as_class(self), as_class(cls)))
        of = as_class(self);
    else if (value_is_a(vm, self, as_class(cls)))
        of = class_of(vm, self);
    else
        return raise_type(vm, "super(type, obj): obj (instance of %T) is not an instance or subtype of type (%S).", self,
                          as_class(cls)->name);
    Super *super = heap_new(vm->heap, KIND_SUPER, sizeof *super);
    super->start = as_class(cls);
    super->of = of;
    super->self = self;
    return OBJ(super);
}

static Value super_new_method(VM *vm, Value *args, int nargs)
{
    if (value_is_unset(args[1])) {
        /* Without arguments: the running function's __class__ cell and first parameter. */
        Frame *frame = vm->frame;
        Code *code = frame->func->code;
        if (!code->argcount && !(code->flags & CODE_VARARGS))
            return raise_runtime(vm, "super(): no arguments");
        for (uint32_t i = 0; i < code->ncaptures; i++)
            if (code->freenames[i] == NAME(vm, __class__)) {
                Value cls = frame->func->cells[i]->value;
                if (value_is_unset(cls))
                    return raise_runtime(vm, "super(): empty __class__ cell");
                Value self = frame->r[0];
                if (value_is_kind(self, KIND_CELL))
                    self = AS(Cell, self)->value;
                if (value_is_unset(self))
                    return raise_runtime(vm, "super(): arg[0] deleted");
                if (value_is_none(self) && value_is_class(cls))
                    return super_unbound(vm, as_class(cls));
                return super_new_for(vm, cls, self);
            }
        return raise_runtime(vm, "super(): __class__ cell not found");
    }
    if (value_is_unset(args[2]) || value_is_none(args[2])) {
        if (!value_is_class(args[1]))
            return raise_type(vm, "super() argument 1 must be a type, not %T", args[1]);
        return super_unbound(vm, as_class(args[1]));
    }
    return super_new_for(vm, args[1], args[2]);
}
static Value super_repr(VM *vm, Value *args, int nargs)
{
    Super *s = AS(Super, args[0]);
    Str *text = s->of ? vm_format(vm, "<super: <class '%S'>, <%S object>>", s->start->name, s->of->name)
                      : vm_format(vm, "<super: <class '%S'>, NULL>", s->start->name);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value super_get_start(VM *vm, Value self)
{
    return OBJ(AS(Super, self)->start);
}
static Value super_get_of(VM *vm, Value self)
{
    return AS(Super, self)->of ? OBJ(AS(Super, self)->of) : VALUE_NONE;
}
static Value super_get_self(VM *vm, Value self)
{
    return AS(Super, self)->self;
}
static Value super_dunder_get(VM *vm, Value *args, int nargs)
{
    Super *super = AS(Super, args[0]);
    if (value_is_unset(args[1]) || value_is_none(args[1]) || super->of)
        return args[0];
    return super_new_for(vm, OBJ(super->start), args[1]);
}
static const GetSetSpec super_getsets[] = {
    { "__thisclass__", super_get_start, NULL, "the class whose successors are searched" },
    { "__self_class__", super_get_of, NULL, "the class whose mro is walked" },
    { "__self__", super_get_self, NULL, "the object the methods are bound to" },
    { 0 },
};
static const NativeSpec super_methods[] = {
    { "__get__", super_dunder_get, "self, instance, owner=None, /", 0, 0, 0, "" },
    { "__new__", super_new_method, "cls, type=None, object_or_type=None, /", 0, 0, NATIVE_NEW,
      "attributes of the classes behind `type` in the mro" },
    { "__init__", class_no_init, "self, *args, **kw", 0, 0, 0, "" },
    { "__repr__", super_repr, "self, /", 0, 0, 0, "" },
    { 0 },
};

const TypeSpec member_spec = { "member_descriptor", "builtins", NULL, KIND_GETSET, CLASS_FINAL, member_methods, getset_getsets };
const TypeSpec descriptor_type_specs[] = {
    { "property", "builtins", "an attribute computed by functions", KIND_PROPERTY, 0, property_methods, property_getsets },
    { "classmethod", "builtins", "a method that gets the class", KIND_CLASSMETHOD, CLASS_GETATTR, classmethod_methods, wrapper_getsets },
    { "staticmethod", "builtins", "a plain function in a class", KIND_STATICMETHOD, CLASS_GETATTR, staticmethod_methods, wrapper_getsets },
    { "getset_descriptor", "builtins", NULL, KIND_GETSET, CLASS_FINAL, getset_methods, getset_getsets },
    { "super", "builtins", "attributes of the next classes in the mro", KIND_SUPER, 0, super_methods, super_getsets },
    { 0 },
};
