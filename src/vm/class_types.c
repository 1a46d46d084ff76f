/* class_types.c - the classes `object` and `type`: their methods and attributes; and the making of the classes
 * that must be there before any other. */
#include "vm/items.h"
#include "vm/klass_internal.h"

#include <stdio.h>

/* --- type ----------------------------------------------------------------------------------------------- */

static Value type_new(VM *vm, Value *args, int nargs)
{
    /* args: metaclass, *args tuple, **kw */
    Tuple *rest = as_tuple(args[1]);
    if (tuple_length(rest) != 3 && as_class(args[0]) == vm->type_class)
        return raise_type(vm, "type() takes 1 or 3 arguments");
    if (tuple_length(rest) != 3)
        return raise_type(vm, "type.__new__() takes exactly 3 arguments (%d given)", (int)tuple_length(rest));
    if (!value_is_str(rest->items[0]))
        return raise_type(vm, "type.__new__() argument 1 must be str, not %T", rest->items[0]);
    if (!value_is_tuple(rest->items[1]))
        return raise_type(vm, "type.__new__() argument 2 must be tuple, not %T", rest->items[1]);
    if (!value_is_dict(rest->items[2]))
        return raise_type(vm, "type.__new__() argument 3 must be dict, not %T", rest->items[2]);
    Tuple *bases = as_tuple(rest->items[1]);
    for (size_t i = 0; i < tuple_length(bases); i++) { /* PEP 560 leaves this to types.new_class() */
        if (value_is_class(bases->items[i]))
            continue;
        Value entries = vm_getattr_or_unset(vm, bases->items[i], NAME(vm, __mro_entries__));
        if (value_is_raised(entries))
            return entries;
        if (!value_is_unset(entries))
            return raise_type(vm, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    Class *winner = klass_metaclass_of(vm, as_class(args[0]), bases);
    if (!winner)
        return VALUE_RAISED;
    if (winner != as_class(args[0])) { /* a base has a more derived metaclass: the making is its affair */
        Value maker = class_lookup(vm, winner, NAME(vm, __new__));
        if (value_is_kind(maker, KIND_STATICMETHOD))
            maker = AS(Wrapper, maker)->func;
        if (!value_is_kind(maker, KIND_NATIVE) || as_native(maker)->fn != type_new) {
            Value window[4] = { OBJ(winner), rest->items[0], rest->items[1], rest->items[2] };
            return vm_call_kw(vm, maker, 4, window, as_dict(args[2]));
        }
    }
    return klass_make(vm, winner, as_str(rest->items[0]), bases, as_dict(rest->items[2]), as_dict(args[2]));
}

Value class_no_init(VM *vm, Value *args, int nargs)
{
    return VALUE_NONE;
}

static Value type_call(VM *vm, Value *args, int nargs)
{
    Tuple *rest = as_tuple(args[1]);
    if (!value_is_class(args[0]))
        return raise_type(vm, "descriptor '__call__' requires a 'type' object but received a '%T'", args[0]);
    Dict *kw = as_dict(args[2]);
    size_t count = tuple_length(rest), nkw = kw->count;
    Value *window = vm->roots + vm->root_count + 1;
    if (vm->root_count + count + nkw + 4 > vm->root_capacity)
        return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
    vm_keep(vm, args[0]);
    for (size_t i = 0; i < count; i++)
        vm_keep(vm, rest->items[i]);
    Tuple *names = NULL;
    if (nkw) {
        names = call_kw_names(vm, kw, window + count);
        if (!names)
            return VALUE_RAISED;
        vm->root_count += nkw;
        vm_keep(vm, OBJ(names));
    }
    Value result = call_class(vm, as_class(args[0]), window, (int)(count + nkw), names);
    if (value_same(result, VALUE_PUSHED) && !vm->direct) {
        vm->frame->flags |= FRAME_ENTRY;
        if (!vm_enter_c(vm, "")) {
            frame_pop(vm, vm->frame);
            return VALUE_RAISED;
        }
        RunResult how = vm_run(vm, &result);
        vm_leave_c(vm);
        return how == RUN_RETURNED ? result : VALUE_RAISED;
    }
    return result;
}

static Value type_prepare(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, dict_new(vm->heap, 8));
}

static Value type_mro_method(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, list_from_values(vm->heap, as_class(args[0])->mro->items, tuple_length(as_class(args[0])->mro)));
}

static Value type_subclasses(VM *vm, Value *args, int nargs)
{
    List *list = as_class(args[0])->subclasses;
    return vm_own(vm, list_from_values(vm->heap, list ? list->items : NULL, list ? list->count : 0));
}

static Value type_instancecheck(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    if (value_is_a(vm, args[1], cls))
        return VALUE_TRUE;
    Value claimed = value_is_obj(args[1]) && (class_of(vm, args[1])->flags & CLASS_SCRIPT)
                        ? vm_getattr_or_unset(vm, args[1], NAME(vm, __class__))
                        : VALUE_UNSET;
    if (value_is_raised(claimed))
        return claimed;
    return value_bool(value_is_class(claimed) && class_derives(as_class(claimed), cls));
}

static Value type_subclasscheck(VM *vm, Value *args, int nargs)
{
    if (!value_is_class(args[1]))
        return raise_type(vm, "issubclass() arg 1 must be a class");
    return value_bool(class_derives(as_class(args[1]), as_class(args[0])));
}

static Value type_dir(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    Dict *all = dict_new(vm->heap, 32);
    for (size_t i = 0; all && i < tuple_length(cls->mro); i++)
        for (DictEntry *e = NULL; (e = dict_next(class_dict(vm->heap, as_class(cls->mro->items[i])), e));)
            if (value_is_str(e->key) && !dict_set_name(vm->heap, all, as_str(e->key), VALUE_NONE))
                return raise_memory(vm);
    if (!all)
        return raise_memory(vm);
    vm_keep(vm, OBJ(all));
    List *names = vm_list_from(vm, OBJ(all));
    return names ? OBJ(names) : VALUE_RAISED;
}

static Value type_get_name(VM *vm, Value self)
{
    return OBJ(as_class(self)->name);
}
static bool type_set_name(VM *vm, Value self, Value v)
{
    Class *cls = as_class(self);
    if (value_is_unset(v)) {
        raise_type(vm, "cannot delete '__name__' attribute of immutable type '%S'", cls->name);
        return false;
    }
    if (!(cls->flags & CLASS_SCRIPT) || !value_is_str(v)) {
        raise_type(vm, "can only assign string to %S.__name__, not '%T'", cls->name, v);
        return false;
    }
    cls->name = as_str(v);
    return true;
}
static Value type_get_qualname(VM *vm, Value self)
{
    return OBJ(as_class(self)->qualname);
}
static bool type_set_qualname(VM *vm, Value self, Value v)
{
    if (!value_is_str(v)) {
        raise_type(vm, "can only assign string to %S.__qualname__, not '%T'", as_class(self)->name, v);
        return false;
    }
    as_class(self)->qualname = as_str(v);
    return true;
}
static Value type_get_module(VM *vm, Value self)
{
    Class *cls = as_class(self);
    if (cls->flags & CLASS_SCRIPT) {
        Value v = dict_get_name(class_dict(vm->heap, cls), NAME(vm, __module__));
        return value_is_unset(v) ? OBJ(NAME(vm, builtins)) : v;
    }
    return value_is_unset(cls->module) ? OBJ(NAME(vm, builtins)) : cls->module;
}
static bool type_set_module(VM *vm, Value self, Value v)
{
    as_class(self)->module = v;
    return dict_set_name(vm->heap, class_dict(vm->heap, as_class(self)), NAME(vm, __module__), v);
}
static Value type_get_bases(VM *vm, Value self)
{
    Class *cls = as_class(self);
    return OBJ(cls->bases ? cls->bases : tuple_empty(vm->heap));
}
static Value type_get_base(VM *vm, Value self)
{
    Class *cls = as_class(self);
    return cls->bases && tuple_length(cls->bases) ? cls->bases->items[0] : VALUE_NONE;
}
static Value type_get_mro(VM *vm, Value self)
{
    return OBJ(as_class(self)->mro);
}
static Value type_get_dict(VM *vm, Value self)
{
    return mappingproxy_new(vm, OBJ(class_dict(vm->heap, as_class(self))));
}
static Value type_get_doc(VM *vm, Value self)
{
    Value v = dict_get_name(class_dict(vm->heap, as_class(self)), NAME(vm, __doc__));
    return value_is_unset(v) ? VALUE_NONE : v;
}
static bool type_set_doc(VM *vm, Value self, Value v)
{
    return dict_set_name(vm->heap, class_dict(vm->heap, as_class(self)), NAME(vm, __doc__), v);
}
static Value type_get_annotations(VM *vm, Value self)
{
    Class *cls = as_class(self);
    Value v = dict_get_name(class_dict(vm->heap, cls), NAME(vm, __annotations__));
    if (!value_is_unset(v))
        return v;
    if (!(cls->flags & CLASS_SCRIPT))
        return raise_attribute(vm, "type object '%S' has no attribute '__annotations__'", cls->name);
    v = vm_own(vm, dict_new(vm->heap, 0));
    if (!value_is_raised(v) && !dict_set_name(vm->heap, class_dict(vm->heap, cls), NAME(vm, __annotations__), v))
        return raise_memory(vm);
    return v;
}
static bool type_set_annotations(VM *vm, Value self, Value v)
{
    return dict_set_name(vm->heap, class_dict(vm->heap, as_class(self)), NAME(vm, __annotations__), v);
}
static Value type_get_abstract(VM *vm, Value self)
{
    Value v = dict_get_name(class_dict(vm->heap, as_class(self)), NAME(vm, __abstractmethods__));
    return value_is_unset(v) ? raise_attribute(vm, "type object '%S' has no attribute '__abstractmethods__'", as_class(self)->name) : v;
}
static bool type_set_abstract(VM *vm, Value self, Value v)
{
    if (!dict_set_name(vm->heap, class_dict(vm->heap, as_class(self)), NAME(vm, __abstractmethods__), v))
        return false;
    klass_update_flags(vm, as_class(self));
    class_changed(vm, as_class(self));
    return true;
}

static const NativeSpec type_methods[] = {
    { "__new__", type_new, "cls, *args, **kw", 0, 0, NATIVE_NEW, "type(object) or type(name, bases, namespace)" },
    { "__init__", class_no_init, "self, *args, **kw", 0, 0, 0, "nothing left to do" },
    { "__call__", type_call, "self, *args, **kw", 0, 0, 0, "makes an instance: __new__, then __init__" },
    { "__prepare__", type_prepare, "cls, *args, **kw", 0, 0, NATIVE_CLASS, "the namespace of a class body" },
    { "__instancecheck__", type_instancecheck, "self, instance, /", 0, 0, 0, "isinstance(instance, self)" },
    { "__subclasscheck__", type_subclasscheck, "self, subclass, /", 0, 0, 0, "issubclass(subclass, self)" },
    { "mro", type_mro_method, "self, /", 0, 0, 0, "the method resolution order as a list" },
    { "__subclasses__", type_subclasses, "self, /", 0, 0, 0, "immediate subclasses" },
    { "__dir__", type_dir, "self, /", 0, 0, 0, "names of the class and its bases" },
    { 0 },
};
static const GetSetSpec type_getsets[] = {
    { "__name__", type_get_name, type_set_name, "" },
    { "__qualname__", type_get_qualname, type_set_qualname, "" },
    { "__module__", type_get_module, type_set_module, "" },
    { "__bases__", type_get_bases, NULL, "" },
    { "__base__", type_get_base, NULL, "" },
    { "__mro__", type_get_mro, NULL, "" },
    { "__dict__", type_get_dict, NULL, "" },
    { "__doc__", type_get_doc, type_set_doc, "" },
    { "__annotations__", type_get_annotations, type_set_annotations, "" },
    { "__abstractmethods__", type_get_abstract, type_set_abstract, "" },
    { 0 },
};

/* --- object --------------------------------------------------------------------------------------------- */

static Value object_init(VM *vm, Value *args, int nargs)
{
    Class *cls = class_of(vm, args[0]);
    if (tuple_length(as_tuple(args[1])) || as_dict(args[2])->count) {
        Value init = class_lookup(vm, cls, NAME(vm, __init__));
        if (value_is_kind(init, KIND_FUNCTION))
            return raise_type(vm, "object.__init__() takes exactly one argument (the instance to initialize)");
        if (!(cls->flags & CLASS_SCRIPT_NEW))
            return raise_type(vm, "%C() takes no arguments", cls);
    }
    return VALUE_NONE;
}

static Value object_new(VM *vm, Value *args, int nargs)
{
    if (!value_is_class(args[0]))
        return raise_type(vm, "object.__new__(X): X is not a type object (%T)", args[0]);
    Class *cls = as_class(args[0]);
    if (cls->layout != KIND_INSTANCE) {
        Class *base = cls->base ? cls->base : cls;
        return raise_type(vm, "object.__new__(%S) is not safe, use %S.__new__()", cls->name, base->name);
    }
    if (cls->flags & CLASS_ABSTRACT)
        return raise_abstract(vm, cls);
    if (tuple_length(as_tuple(args[1])) || as_dict(args[2])->count) {
        if (cls->flags & CLASS_SCRIPT_NEW)
            return raise_type(vm, "object.__new__() takes exactly one argument (the type to instantiate)");
        Value init = class_lookup(vm, cls, NAME(vm, __init__));
        if (is_object_init(vm, init))
            return raise_type(vm, "%S() takes no arguments", cls->name);
    }
    return OBJ(instance_new(vm->heap, cls));
}

bool is_object_init(VM *vm, Value init)
{
    return value_is_exactly(init, KIND_NATIVE) && as_native(init)->fn == object_init;
}

bool is_object_new(VM *vm, Value new)
{
    return value_is_kind(new, KIND_STATICMETHOD) && value_is_exactly(AS(Wrapper, new)->func, KIND_NATIVE) &&
           as_native(AS(Wrapper, new)->func)->fn == object_new;
}

static Value object_repr(VM *vm, Value *args, int nargs)
{
    Class *cls = class_of(vm, args[0]);
    char address[32];
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
    Value module = type_get_module(vm, OBJ(cls));
    Str *text = value_is_str(module) && !str_equals_cstr(as_str(module), "builtins")
                    ? vm_format(vm, "<%S.%S object at %s>", as_str(module), cls->qualname, address)
                    : vm_format(vm, "<%S object at %s>", cls->qualname, address);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value object_str(VM *vm, Value *args, int nargs)
{
    Str *text = vm_repr(vm, args[0]);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value object_eq(VM *vm, Value *args, int nargs)
{
    return value_same(args[0], args[1]) ? VALUE_TRUE : VALUE_NOTIMPLEMENTED;
}

static Value object_ne(VM *vm, Value *args, int nargs)
{
    Value other = args[1];
    Value eq = vm_call_special(vm, args[0], NAME(vm, __eq__), 1, &other);
    if (value_is_raised(eq) || value_same(eq, VALUE_NOTIMPLEMENTED))
        return eq;
    int truth = vm_truth(vm, eq);
    return truth < 0 ? VALUE_RAISED : value_bool(!truth);
}

static Value object_no_order(VM *vm, Value *args, int nargs)
{
    return VALUE_NOTIMPLEMENTED;
}

static Value object_hash(VM *vm, Value *args, int nargs)
{
    return int_from_i64(vm->heap, (int64_t)(value_address(vm->heap, args[0]) >> 4 | (value_address(vm->heap, args[0]) & 15) << 44));
}

static Value object_format(VM *vm, Value *args, int nargs)
{
    if (value_is_str(args[1]) && str_length(as_str(args[1])))
        return raise_type(vm, "unsupported format string passed to %T.__format__", args[0]);
    Str *text = vm_str(vm, args[0]);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value object_getattribute(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "attribute name must be string, not '%T'", args[1]);
    return object_getattr(vm, args[0], str_intern(vm->heap, as_str(args[1])));
}

static Value object_setattr_method(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "attribute name must be string, not '%T'", args[1]);
    return object_setattr(vm, args[0], str_intern(vm->heap, as_str(args[1])), args[2]) ? VALUE_NONE : VALUE_RAISED;
}

static Value object_delattr_method(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "attribute name must be string, not '%T'", args[1]);
    return object_setattr(vm, args[0], str_intern(vm->heap, as_str(args[1])), VALUE_UNSET) ? VALUE_NONE
                                                                                           : VALUE_RAISED;
}

/* The attributes a `dir()` shows: own ones and the class's. */
static Value object_dir(VM *vm, Value *args, int nargs)
{
    Value self = args[0];
    if (value_is_kind(self, KIND_MODULE)) { /* PEP 562 */
        Value own_dir = dict_get_name(as_module(self)->dict, NAME(vm, __dir__));
        if (!value_is_unset(own_dir))
            return vm_call(vm, own_dir, 0, NULL);
    }
    Dict *all = dict_new(vm->heap, 32);
    if (!all)
        return raise_memory(vm);
    vm_keep(vm, OBJ(all));
    Dict *own = NULL;
    if (value_is_kind(self, KIND_INSTANCE)) {
        Instance *in = as_instance(self);
        if (!in->shape)
            own = in->dict;
        for (Shape *s = in->shape; s && s->name; s = s->parent)
            if (!dict_set_name(vm->heap, all, s->name, VALUE_NONE))
                return raise_memory(vm);
    } else if (value_is_kind(self, KIND_MODULE)) {
        own = as_module(self)->dict;
    } else if (value_is_obj(self)) {
        own = heap_attrs(vm->heap, value_obj(self), false);
    }
    for (DictEntry *e = NULL; own && (e = dict_next(own, e));)
        if (value_is_str(e->key) && !dict_set_name(vm->heap, all, as_str(e->key), VALUE_NONE))
            return raise_memory(vm);
    if (!value_is_kind(self, KIND_MODULE)) {
        Class *cls = class_of(vm, self);
        for (size_t i = 0; i < tuple_length(cls->mro); i++)
            for (DictEntry *e = NULL; (e = dict_next(class_dict(vm->heap, as_class(cls->mro->items[i])), e));)
                if (value_is_str(e->key) && !dict_set_name(vm->heap, all, as_str(e->key), VALUE_NONE))
                    return raise_memory(vm);
    }
    List *names = vm_list_from(vm, OBJ(all));
    return names ? OBJ(names) : VALUE_RAISED;
}

static Value object_init_subclass(VM *vm, Value *args, int nargs)
{
    if (as_dict(args[1])->count)
        return raise_type(vm, "%S.__init_subclass__() takes no keyword arguments", as_class(args[0])->qualname);
    return VALUE_NONE;
}

static Value object_subclasshook(VM *vm, Value *args, int nargs)
{
    return VALUE_NOTIMPLEMENTED;
}

static Value object_reduce(VM *vm, Value *args, int nargs)
{
    return raise_type(vm, "cannot pickle '%T' object", args[0]);
}

static Value object_get_class(VM *vm, Value self)
{
    return OBJ(class_of(vm, self));
}
/* Have the instances of both the same members of __slots__, in the same places? */
static bool same_members(Heap *heap, const Class *a, const Class *b)
{
    if (a->member_base == b->member_base)
        return true;
    if (!a->member_base || !b->member_base || a->members != b->members)
        return false;
    for (DictEntry *e = NULL; (e = dict_next(class_dict(heap, a->member_base), e));) {
        if (!value_is_kind(e->value, KIND_GETSET) || !value_is_int(AS(GetSet, e->value)->data))
            continue;
        Value other = dict_get_name(class_dict(heap, b->member_base), as_str(e->key));
        if (!value_is_kind(other, KIND_GETSET) || !value_same(AS(GetSet, other)->data, AS(GetSet, e->value)->data))
            return false;
    }
    return class_derives(a->member_base, as_class(b->member_base->mro->items[1])) &&
           class_derives(b->member_base, as_class(a->member_base->mro->items[1]));
}
static bool object_set_class(VM *vm, Value self, Value v)
{
    if (!value_is_class(v)) {
        raise_type(vm, "__class__ must be set to a class, not '%T' object", v);
        return false;
    }
    Class *old = class_of(vm, self), *new = as_class(v);
    if (old->layout == KIND_MODULE && new->layout == KIND_MODULE) {
        value_obj(self)->cls = new;
        value_obj(self)->kind = new->flags & CLASS_SCRIPT ? KIND_MODULE | KIND_SUBCLASS : KIND_MODULE;
        return true;
    }
    if (!(old->flags & CLASS_SCRIPT) || !(new->flags & CLASS_SCRIPT)) {
        raise_type(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return false;
    }
    if (old->base != new->base || !same_members(vm->heap, old, new) ||
        (old->flags & CLASS_NO_DICT) != (new->flags & CLASS_NO_DICT)) {
        raise_type(vm, "__class__ assignment: '%S' object layout differs from '%S'", new->name, old->name);
        return false;
    }
    if (value_is_kind(self, KIND_INSTANCE) && !instance_dict(vm->heap, as_instance(self))) {
        raise_memory(vm); /* shapes belong to the old class: go on with a dictionary */
        return false;
    }
    value_obj(self)->cls = new;
    return true;
}
static Value object_get_dict(VM *vm, Value self)
{
    if (value_is_kind(self, KIND_INSTANCE)) {
        if (class_of(vm, self)->flags & CLASS_NO_DICT)
            return raise_attribute(vm, "'%T' object has no attribute '__dict__'", self);
        return vm_own(vm, instance_dict(vm->heap, as_instance(self)));
    }
    if (value_is_kind(self, KIND_MODULE))
        return OBJ(as_module(self)->dict);
    if (class_of(vm, self)->flags & CLASS_NO_DICT)
        return raise_attribute(vm, "'%T' object has no attribute '__dict__'", self);
    if (value_is_obj(self) && (class_of(vm, self)->flags & (CLASS_SCRIPT | CLASS_ATTRS) ||
                               value_is_kind(self, KIND_FUNCTION) || value_is_kind(self, KIND_GREENLET) ||
                               value_is_exception(self)))
        return vm_own(vm, heap_attrs(vm->heap, value_obj(self), true));
    return raise_attribute(vm, "'%T' object has no attribute '__dict__'", self);
}
static bool object_set_dict(VM *vm, Value self, Value v)
{
    if (!value_is_dict(v)) {
        raise_type(vm, "__dict__ must be set to a dictionary, not a '%T'", v);
        return false;
    }
    if (value_is_kind(self, KIND_INSTANCE)) {
        if (class_of(vm, self)->flags & CLASS_NO_DICT) {
            raise_attribute(vm, "'%T' object has no attribute '__dict__' and no __dict__ for setting new attributes",
                            self);
            return false;
        }
        if (!instance_dict(vm->heap, as_instance(self))) {
            raise_memory(vm);
            return false;
        }
        as_instance(self)->dict = as_dict(v);
        return true;
    }
    heap_set_attrs(vm->heap, value_obj(self), as_dict(v));
    return true;
}

static const NativeSpec object_methods[] = {
    { "__new__", object_new, "cls, *args, **kw", 0, 0, NATIVE_NEW, "a new, empty instance" },
    { "__init__", object_init, "self, *args, **kw", 0, 0, 0, "nothing to do" },
    { "__repr__", object_repr, "self, /", 0, 0, 0, "repr(self)" },
    { "__str__", object_str, "self, /", 0, 0, 0, "str(self)" },
    { "__eq__", object_eq, "self, value, /", 0, 0, 0, "self == value: identity" },
    { "__ne__", object_ne, "self, value, /", 0, 0, 0, "self != value" },
    { "__lt__", object_no_order, "self, value, /", 0, 0, 0, "self < value" },
    { "__le__", object_no_order, "self, value, /", 0, 0, 0, "self <= value" },
    { "__gt__", object_no_order, "self, value, /", 0, 0, 0, "self > value" },
    { "__ge__", object_no_order, "self, value, /", 0, 0, 0, "self >= value" },
    { "__hash__", object_hash, "self, /", 0, 0, 0, "hash(self)" },
    { "__format__", object_format, "self, format_spec, /", 0, 0, 0, "format(self, format_spec)" },
    { "__getattribute__", object_getattribute, "self, name, /", 0, 0, 0, "getattr(self, name)" },
    { "__setattr__", object_setattr_method, "self, name, value, /", 0, 0, 0, "setattr(self, name, value)" },
    { "__delattr__", object_delattr_method, "self, name, /", 0, 0, 0, "delattr(self, name)" },
    { "__dir__", object_dir, "self, /", 0, 0, 0, "names of attributes" },
    { "__init_subclass__", object_init_subclass, "cls, **kw", 0, 0, NATIVE_CLASS, "called for each new subclass" },
    { "__subclasshook__", object_subclasshook, "cls, subclass, /", 0, 0, NATIVE_CLASS, "for abstract base classes" },
    { "__reduce__", object_reduce, "self, /", 0, 0, 0, "pickling is not supported" },
    { 0 },
};
static const GetSetSpec object_getsets[] = {
    { "__class__", object_get_class, object_set_class, "the object's class" },
    { "__dict__", object_get_dict, object_set_dict, "the object's own attributes" },
    { 0 },
};

/* --- setting up ------------------------------------------------------------------------------------------------ */

static const TypeSpec object_spec = { "object", "builtins", "the base of all classes", KIND_INSTANCE, 0, object_methods, object_getsets };
static const TypeSpec type_spec = { "type", "builtins", "type(object) -> its type; type(name, bases, dict) -> a new class", KIND_CLASS, CLASS_METACLASS, type_methods, type_getsets };

/* Strings and containers made before their classes exist get them in runtime.c (patch_classes). */
bool klass_setup(VM *vm)
{
    Heap *heap = vm->heap;
    vm->object_class = class_new_builtin(heap, "object", "builtins", NULL, KIND_INSTANCE);
    vm->type_class = class_new_builtin(heap, "type", "builtins", vm->object_class, KIND_CLASS);
    if (!vm->object_class || !vm->type_class)
        return false;
    heap->classes[KIND_CLASS] = vm->type_class;
    vm->object_class->obj.cls = vm->type_class->obj.cls = vm->type_class;
    vm->type_class->flags |= CLASS_METACLASS;
    vm->object_class->flags |= CLASS_NO_DICT;
    static const struct {
        const char *name;
        int base;
    } exceptions[EXC_COUNT] = {
#define EXC_object -1
#define EXC(name, base) { #name, EXC_##base },
#include "vm/exceptions.def"
#undef EXC
#undef EXC_object
    };
    for (int i = 0; i < EXC_COUNT; i++) {
        Class *base = exceptions[i].base < 0 ? vm->object_class : vm->exc[exceptions[i].base];
        const char *module = i == EXC_GreenletExit                 ? "greenlet"
                             : i == EXC_CancelledError || i == EXC_InvalidStateError ? "asyncio.exceptions"
                                                                                     : "builtins";
        Class *cls = vm->exc[i] = class_new_builtin(heap, exceptions[i].name, module, base, KIND_EXCEPTION);
        if (!cls)
            return false;
        cls->flags |= CLASS_EXCEPTION;
        cls->obj.cls = vm->type_class;
        if (i == EXC_ExceptionGroup) {
            Value bases[2] = { OBJ(vm->exc[EXC_BaseExceptionGroup]), OBJ(vm->exc[EXC_Exception]) };
            cls->bases = tuple_from_values(heap, bases, 2);
            cls->mro = cls->bases ? class_linearise(heap, cls, cls->bases) : NULL;
            if (!cls->mro)
                return false;
        }
    }
    heap->classes[KIND_EXCEPTION] = vm->exc[EXC_Exception];
    if (!function_types_setup(vm))
        return false;
    for (const TypeSpec *spec = descriptor_type_specs; spec->name; spec++)
        if (!type_create(vm, spec, NULL))
            return false;
    vm->member_class = type_create(vm, &member_spec, NULL);
    if (!vm->member_class)
        return false;
    const TypeSpec *const late[] = { &object_spec, &type_spec };
    Class *const classes[] = { vm->object_class, vm->type_class };
    for (int i = 0; i < 2; i++)
        if (!class_add_natives(vm, classes[i], late[i]->methods) ||
            !class_add_getsets(vm, classes[i], late[i]->getsets))
            return false;
    fiber_types_setup(vm);
    return !vm_raised(vm);
}
