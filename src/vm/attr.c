/* attr.c - attribute lookup: descriptors, instances, classes, modules, super; and the caches that make
 * it quick. The rules are those of object.__getattribute__ and type.__getattribute__ (Descriptor HowTo
 * Guide, PEP 252). Two caches: a table (class, name) -> attribute for everybody, and the Site of each
 * instruction for instances. Both are guarded by vm->class_epoch, which changes whenever some class
 * changes in a way that a lookup could notice. */
#include "vm/excinfo.h"
#include "vm/vm_internal.h"
#include "base/mem.h"

enum { METHOD_CACHE_SIZE = 512 };

typedef struct MethodCache {
    struct {
        const Class *cls;
        const Str *name;
        uint64_t epoch;
        Value value;
    } rows[METHOD_CACHE_SIZE];
} MethodCache;

void method_cache_free(VM *vm)
{
    mem_free(vm->method_cache, sizeof(MethodCache));
}

void attr_visit(Marker *marker, VM *vm)
{
    /* rows are weak: forget them, addresses may be used again */
    if (vm->method_cache)
        memset(vm->method_cache, 0, sizeof *vm->method_cache);
}

Value class_lookup(VM *vm, const Class *cls, const Str *name)
{
    if (UNLIKELY(!vm->method_cache)) {
        vm->method_cache = mem_alloc_zero(sizeof *vm->method_cache);
        if (!vm->method_cache)
            return class_find(vm->heap, cls, name, NULL);
    }
    size_t i = (((uintptr_t)cls >> 4) ^ ((uintptr_t)name >> 3)) & (METHOD_CACHE_SIZE - 1);
    if (LIKELY(vm->method_cache->rows[i].cls == cls && vm->method_cache->rows[i].name == name &&
               vm->method_cache->rows[i].epoch == vm->class_epoch))
        return vm->method_cache->rows[i].value;
    Value value = class_find(vm->heap, cls, name, NULL);
    vm->method_cache->rows[i].cls = cls;
    vm->method_cache->rows[i].name = name;
    vm->method_cache->rows[i].epoch = vm->class_epoch;
    vm->method_cache->rows[i].value = value;
    return value;
}

void class_changed(VM *vm, Class *cls)
{
    vm->class_epoch++;
}

/* --- descriptors -------------------------------------------------------------------------------- */

bool descriptor_is_data(VM *vm, Value attr)
{
    if (!value_is_obj(attr))
        return false;
    switch (value_obj(attr)->kind & KIND_MASK) {
    case KIND_PROPERTY:
    case KIND_GETSET: return true;
    case KIND_FUNCTION:
    case KIND_NATIVE:
    case KIND_CLASSMETHOD:
    case KIND_STATICMETHOD:
    case KIND_CLASS: return false;
    case KIND_INSTANCE:
        return !value_is_unset(class_lookup(vm, value_obj(attr)->cls, NAME(vm, __set__))) ||
               !value_is_unset(class_lookup(vm, value_obj(attr)->cls, NAME(vm, __delete__)));
    default:
        return value_obj(attr)->kind & KIND_SUBCLASS &&
               (!value_is_unset(class_lookup(vm, value_obj(attr)->cls, NAME(vm, __set__))) ||
                !value_is_unset(class_lookup(vm, value_obj(attr)->cls, NAME(vm, __delete__))));
    }
}

/* The functions behind a getset rely on the kind of their object. */
static bool getset_applies(VM *vm, GetSet *getset, Value obj)
{
    if (LIKELY(class_derives(class_of(vm, obj), getset->owner)))
        return true;
    raise_type(vm, "descriptor '%S' for '%S' objects doesn't apply to a '%T' object", getset->name,
               getset->owner->name, obj);
    return false;
}

/* A member of __slots__. UNSET: it has no value. */
static Value member_get(VM *vm, GetSet *member, Value obj)
{
    if (value_is_int(member->data))
        return as_instance(obj)->slots[value_int(member->data)];
    Dict *attrs = heap_attrs(vm->heap, value_obj(obj), false);
    return attrs ? dict_get_name(attrs, member->name) : VALUE_UNSET;
}

static bool member_set(VM *vm, GetSet *member, Value obj, Value value)
{
    if (value_is_unset(value) && value_is_unset(member_get(vm, member, obj))) {
        raise_attribute(vm, "%S", member->name);
        return false;
    }
    if (value_is_int(member->data)) {
        as_instance(obj)->slots[value_int(member->data)] = value;
        return true;
    }
    Dict *attrs = heap_attrs(vm->heap, value_obj(obj), true);
    if (attrs && value_is_unset(value) ? dict_del_name(vm->heap, attrs, member->name)
                                       : attrs && dict_set_name(vm->heap, attrs, member->name, value))
        return true;
    raise_memory(vm);
    return false;
}

/* Reading or writing this instance's member is no more than its slot; -1: it is more. */
static int64_t member_slot(Value attr, const Instance *in)
{
    if (!value_is_kind(attr, KIND_GETSET) || !value_is_int(AS(GetSet, attr)->data) ||
        !class_derives(in->obj.cls, AS(GetSet, attr)->owner))
        return -1;
    return value_int(AS(GetSet, attr)->data);
}

/* A script's own __get__ (__set__, ...) in a subclass of property and the like; UNSET: none. */
static Value overridden(VM *vm, Value attr, Str *special)
{
    if (LIKELY(!(value_obj(attr)->kind & KIND_SUBCLASS)))
        return VALUE_UNSET;
    Value func = class_lookup(vm, value_obj(attr)->cls, special);
    return value_is_kind(func, KIND_NATIVE) ? VALUE_UNSET : func;
}

/* What the built-in kinds of descriptors do. */
static Value descriptor_get_plain(VM *vm, Value attr, Value obj, Class *cls)
{
    switch (value_obj(attr)->kind & KIND_MASK) {
    case KIND_FUNCTION:
        return value_is_unset(obj) ? attr : vm_own(vm, bound_new(vm->heap, obj, attr));
    case KIND_NATIVE:
        return value_is_unset(obj) || !value_is_class(as_native(attr)->owner)
                   ? attr
                   : vm_own(vm, bound_new(vm->heap, obj, attr));
    case KIND_STATICMETHOD: return AS(Wrapper, attr)->func;
    case KIND_CLASSMETHOD: {
        Value func = AS(Wrapper, attr)->func;
        if (!value_is_kind(func, KIND_FUNCTION) && !value_is_kind(func, KIND_NATIVE) &&
            value_is_obj(func) &&
            !value_is_unset(class_lookup(vm, value_obj(func)->cls, NAME(vm, __get__))))
            return descriptor_get(vm, func, OBJ(cls), cls->obj.cls);
        return vm_own(vm, bound_new(vm->heap, OBJ(cls), func));
    }
    case KIND_PROPERTY: {
        Property *property = AS(Property, attr);
        if (value_is_unset(obj))
            return attr;
        if (value_is_none(property->get) || value_is_unset(property->get)) {
            if (property->name)
                return raise_attribute(vm, "property '%S' of '%C' object has no getter", property->name, cls);
            return raise_attribute(vm, "property of '%C' object has no getter", cls);
        }
        return vm_tail_call(vm, property->get, 1, &obj);
    }
    case KIND_GETSET: {
        GetSet *getset = AS(GetSet, attr);
        if (value_is_unset(obj))
            return attr;
        if (!getset_applies(vm, getset, obj))
            return VALUE_RAISED;
        return getset->get ? getset->get(vm, obj) : member_get(vm, getset, obj);
    }
    case KIND_INSTANCE:
    case KIND_SLOTS: {
        Value get = class_lookup(vm, value_obj(attr)->cls, NAME(vm, __get__));
        if (value_is_unset(get))
            return attr;
        Value args[3] = { attr, value_is_unset(obj) ? VALUE_NONE : obj, OBJ(cls) };
        return vm_tail_call(vm, get, 3, args);
    }
    default: return attr;
    }
}

/* attr found on cls, read through obj (UNSET: through the class itself). May answer PUSHED. */
Value descriptor_get(VM *vm, Value attr, Value obj, Class *cls)
{
    if (!value_is_obj(attr))
        return attr;
    Value own_get = overridden(vm, attr, NAME(vm, __get__));
    if (UNLIKELY(!value_is_unset(own_get))) {
        Value args[3] = { attr, value_is_unset(obj) ? VALUE_NONE : obj, OBJ(cls) };
        return vm_tail_call(vm, own_get, 3, args);
    }
    return descriptor_get_plain(vm, attr, obj, cls);
}

/* The __get__ method of property, classmethod, ... itself. */
Value descriptor_get_builtin(VM *vm, Value attr, Value obj, Class *cls)
{
    bool direct = vm->direct;
    vm->direct = false;
    Value v = descriptor_get_plain(vm, attr, obj, cls);
    vm->direct = direct;
    return v;
}

/* The same for callers that need the value at once. */
Value descriptor_get_now(VM *vm, Value attr, Value obj, Class *cls)
{
    bool direct = vm->direct;
    vm->direct = false;
    Value v = descriptor_get(vm, attr, obj, cls);
    vm->direct = direct;
    return v;
}

static bool descriptor_set_plain(VM *vm, Value attr, Value obj, Str *name, Value value)
{
    switch (value_obj(attr)->kind & KIND_MASK) {
    case KIND_PROPERTY: {
        Property *property = AS(Property, attr);
        bool delete = value_is_unset(value);
        Value func = delete ? property->del : property->set;
        if (value_is_none(func) || value_is_unset(func)) {
            raise_attribute(vm, "property '%S' of '%T' object has no %s", property->name ? property->name : name,
                            obj, delete ? "deleter" : "setter");
            return false;
        }
        Value args[2] = { obj, value };
        return !value_is_raised(vm_call(vm, func, delete ? 1 : 2, args));
    }
    case KIND_GETSET: {
        GetSet *getset = AS(GetSet, attr);
        if (!getset_applies(vm, getset, obj))
            return false;
        if (!getset->get)
            return member_set(vm, getset, obj, value);
        if (!getset->set) {
            raise_attribute(vm, "attribute '%S' of '%C' objects is not writable", getset->name, getset->owner);
            return false;
        }
        return getset->set(vm, obj, value);
    }
    default: {
        Value args[3] = { attr, obj, value };
        bool delete = value_is_unset(value);
        Str *special = delete ? NAME(vm, __delete__) : NAME(vm, __set__);
        Value func = class_lookup(vm, value_obj(attr)->cls, special);
        if (value_is_unset(func)) {
            raise_attribute(vm, "%S", special);
            return false;
        }
        return !value_is_raised(vm_call(vm, func, delete ? 2 : 3, args));
    }
    }
}

static bool descriptor_set(VM *vm, Value attr, Value obj, Str *name, Value value)
{
    bool delete = value_is_unset(value);
    Value own_set = overridden(vm, attr, delete ? NAME(vm, __delete__) : NAME(vm, __set__));
    if (UNLIKELY(!value_is_unset(own_set))) {
        Value args[3] = { attr, obj, value };
        return !value_is_raised(vm_call(vm, own_set, delete ? 2 : 3, args));
    }
    return descriptor_set_plain(vm, attr, obj, name, value);
}

/* attr.__set__(obj, value) and __delete__ (value UNSET) for property and getset objects. */
bool descriptor_set_any(VM *vm, Value attr, Value obj, Value value)
{
    Str *name = value_is_kind(attr, KIND_GETSET) ? AS(GetSet, attr)->name : NAME(vm, name);
    return descriptor_set_plain(vm, attr, obj, name, value);
}

/* --- reading ------------------------------------------------------------------------------------- */

/* The object's own attribute, without its class. UNSET: none. */
static Value own_attribute(VM *vm, Value obj, Str *name)
{
    Obj *o = value_obj(obj);
    switch (o->kind & KIND_MASK) {
    case KIND_INSTANCE: return instance_get(vm->heap, (Instance *)(void *)o, name);
    case KIND_MODULE: return dict_get_name(((Module *)(void *)o)->dict, name);
    default: {
        if (!(o->flags & OBJ_ATTRS))
            return VALUE_UNSET;
        Dict *attrs = heap_attrs(vm->heap, o, false);
        return attrs ? dict_get_name(attrs, name) : VALUE_UNSET;
    }
    }
}

void exception_note_name(VM *vm, Str *name, Value obj);

static Value raise_no_attribute(VM *vm, Value obj, Str *name)
{
    Value text;
    if (value_is_kind(obj, KIND_MODULE))
        text = OBJ(import_no_attribute(vm, as_module(obj), name));
    else if (value_is_class(obj))
        text = OBJ(vm_format(vm, "type object '%S' has no attribute '%S'", as_class(obj)->name, name));
    else
        text = OBJ(vm_format(vm, "'%T' object has no attribute '%S'", obj, name));
    if (!value_is_obj(text))
        return VALUE_RAISED;
    Value exc = exception_make(vm, vm->exc[EXC_AttributeError], 1, &text);
    if (value_is_unset(exc))
        return VALUE_RAISED;
    raise_exception(vm, exc);
    exception_note_name(vm, name, obj);
    return VALUE_RAISED;
}

/* The attributes `name` (and `obj`) of the pending NameError or AttributeError. */
void exception_note_name(VM *vm, Str *name, Value obj)
{
    Value exception = vm->exception;
    if (!value_is_exception(exception) || !(value_is_a(vm, exception, vm->exc[EXC_NameError]) ||
                                            value_is_a(vm, exception, vm->exc[EXC_AttributeError])))
        return;
    vm->exception = VALUE_UNSET;
    if (excinfo_set(vm, exception, LOOKUP_NAME, OBJ(name)) &&
        (value_is_unset(obj) || excinfo_set(vm, exception, LOOKUP_OBJ, obj)))
        vm->exception = exception;
}

/* type.__getattribute__ */
static Value class_getattr(VM *vm, Class *cls, Str *name)
{
    Class *meta = cls->obj.cls;
    Value meta_attr = class_lookup(vm, meta, name);
    if (descriptor_is_data(vm, meta_attr))
        return descriptor_get(vm, meta_attr, OBJ(cls), meta);
    Value attr = class_lookup(vm, cls, name);
    if (!value_is_unset(attr))
        return descriptor_get(vm, attr, VALUE_UNSET, cls);
    if (!value_is_unset(meta_attr))
        return descriptor_get(vm, meta_attr, OBJ(cls), meta);
    return VALUE_UNSET;
}

/* Without __getattr__: UNSET when there is no such attribute and nothing is pending. */
static Value generic_getattr(VM *vm, Value obj, Str *name)
{
    Class *cls = class_of(vm, obj);
    if (value_is_obj(obj)) {
        if (value_is_class(obj))
            return class_getattr(vm, as_class(obj), name);
        if (value_is_kind(obj, KIND_SUPER))
            return super_getattr(vm, AS(Super, obj), name);
    }
    Value attr = class_lookup(vm, cls, name);
    if (value_is_obj(obj)) {
        bool data = descriptor_is_data(vm, attr) &&
                    (!value_is_kind(attr, KIND_INSTANCE) ||
                     !value_is_unset(class_lookup(vm, value_obj(attr)->cls, NAME(vm, __get__))));
        if (!data) {
            Value own = own_attribute(vm, obj, name);
            if (!value_is_unset(own))
                return own;
        }
    }
    if (!value_is_unset(attr))
        return descriptor_get(vm, attr, obj, cls);
    return VALUE_UNSET;
}

Value object_getattr(VM *vm, Value obj, Str *name)
{
    Value v = generic_getattr(vm, obj, name);
    return value_is_unset(v) ? raise_no_attribute(vm, obj, name) : v;
}

static Value getattr_hook(VM *vm, Value obj, Str *name, Value otherwise_raised)
{
    Class *cls = class_of(vm, obj);
    Value hook = class_lookup(vm, cls, NAME(vm, __getattr__));
    Value args[2] = { obj, OBJ(name) };
    if (!value_is_unset(hook)) {
        if (value_is_raised(otherwise_raised))
            vm_take_exception(vm);
        return vm_tail_call(vm, hook, 2, args);
    }
    return otherwise_raised;
}

static Value getattr_any(VM *vm, Value obj, Str *name, bool raise)
{
    Class *cls = class_of(vm, obj);
    if (UNLIKELY(cls->flags & CLASS_GETATTRIBUTE)) {
        Value args[2] = { obj, OBJ(name) };
        bool direct = vm->direct;
        vm->direct = false;
        Value v = vm_call(vm, class_lookup(vm, cls, NAME(vm, __getattribute__)), 2, args);
        vm->direct = direct;
        if (value_is_raised(v) && vm_exception_is(vm, vm->exc[EXC_AttributeError])) {
            if (cls->flags & CLASS_GETATTR)
                return getattr_hook(vm, obj, name, v);
            if (!raise) {
                vm_take_exception(vm);
                return VALUE_UNSET;
            }
        }
        return v;
    }
    Value v;
    if (UNLIKELY(cls->flags & CLASS_GETATTR)) {
        bool direct = vm->direct; /* a property may raise AttributeError: it must return here */
        vm->direct = false;
        v = generic_getattr(vm, obj, name);
        vm->direct = direct;
        if (value_is_unset(v) ||
            (value_is_raised(v) && vm_exception_is(vm, vm->exc[EXC_AttributeError]))) {
            Value found = getattr_hook(vm, obj, name, v);
            if (!raise && value_is_raised(found) && vm_exception_is(vm, vm->exc[EXC_AttributeError])) {
                vm_take_exception(vm);
                return VALUE_UNSET;
            }
            return found;
        }
        return v;
    }
    v = generic_getattr(vm, obj, name);
    if (value_is_unset(v) && value_is_kind(obj, KIND_MODULE)) {
        Value hook = dict_get_name(as_module(obj)->dict, NAME(vm, __getattr__)); /* PEP 562 */
        if (!value_is_unset(hook)) {
            Value arg = OBJ(name);
            bool direct = vm->direct;
            vm->direct = false;
            v = vm_call(vm, hook, 1, &arg);
            vm->direct = direct;
            if (value_is_raised(v) && raise && value_is_none(excinfo_get(vm->exception, LOOKUP_NAME)))
                exception_note_name(vm, name, obj);
        }
    }
    if (value_is_raised(v) && !raise && vm_exception_is(vm, vm->exc[EXC_AttributeError])) {
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
    if (value_is_unset(v) && raise)
        return raise_no_attribute(vm, obj, name);
    return v;
}

Value vm_getattr(VM *vm, Value obj, Str *name)
{
    bool direct = vm->direct;
    vm->direct = false;
    Value v = getattr_any(vm, obj, name, true);
    vm->direct = direct;
    return v;
}

Value vm_getattr_or_unset(VM *vm, Value obj, Str *name)
{
    bool direct = vm->direct;
    vm->direct = false;
    Value v = getattr_any(vm, obj, name, false);
    vm->direct = direct;
    return v;
}

Value vm_lookup_special(VM *vm, Value obj, Str *name)
{
    Class *cls = class_of(vm, obj);
    Value attr = class_lookup(vm, cls, name);
    if (value_is_unset(attr))
        return attr;
    bool direct = vm->direct;
    vm->direct = false;
    Value v = descriptor_get(vm, attr, obj, cls);
    vm->direct = direct;
    return v;
}

/* A name of a module, and where the site finds it next time; UNSET: not there. */
static Value module_attr(Module *module, Site *site)
{
    DictEntry *entry = dict_find_name(module->dict, site->name);
    if (!entry)
        return VALUE_UNSET;
    site->version = module->dict->version;
    site->slot = (uint32_t)(entry - module->dict->entries);
    site->how = ATTR_MODULE;
    return entry->value;
}

/* GETATTR: the slow path, which fills the site. May answer PUSHED. */
Value attr_get(VM *vm, Value obj, Site *site)
{
    if (value_is_kind(obj, KIND_INSTANCE)) {
        Instance *in = as_instance(obj);
        Class *cls = in->obj.cls;
        if (in->shape && !(cls->flags & CLASS_GETATTRIBUTE)) {
            Value attr = class_lookup(vm, cls, site->name);
            int64_t member = member_slot(attr, in);
            if (member >= 0 && !value_is_unset(in->slots[member])) {
                site->shape = in->shape;
                site->version = vm->class_epoch;
                site->slot = (uint32_t)member;
                site->how = ATTR_SLOT;
                return in->slots[member];
            }
            if (!descriptor_is_data(vm, attr)) {
                int32_t slot = shape_slot(vm->heap, in->shape, site->name);
                if (slot >= 0) {
                    site->shape = in->shape;
                    site->version = vm->class_epoch;
                    site->slot = (uint32_t)slot;
                    site->how = ATTR_SLOT;
                    return *instance_slot(in, (uint32_t)slot);
                }
            }
        }
    } else if (value_is_exactly(obj, KIND_MODULE)) {
        Value v = module_attr(as_module(obj), site);
        if (!value_is_unset(v))
            return v;
    }
    bool direct = vm->direct;
    vm->direct = true;
    Value v = getattr_any(vm, obj, site->name, true);
    vm->direct = direct;
    return v;
}

bool attr_get_method(VM *vm, Value obj, Site *site, Value *out)
{
    Class *cls = class_of(vm, obj);
    if (!(cls->flags & CLASS_GETATTRIBUTE) && !value_is_class(obj) && !value_is_kind(obj, KIND_MODULE) &&
        !value_is_kind(obj, KIND_SUPER)) {
        Value attr = class_lookup(vm, cls, site->name);
        bool method = value_is_exactly(attr, KIND_FUNCTION) ||
                      (value_is_exactly(attr, KIND_NATIVE) && value_is_class(as_native(attr)->owner));
        if (method) {
            Value own = value_is_obj(obj) ? own_attribute(vm, obj, site->name) : VALUE_UNSET;
            if (value_is_unset(own)) {
                if (value_is_kind(obj, KIND_INSTANCE) && as_instance(obj)->shape) {
                    site->shape = as_instance(obj)->shape;
                    site->version = vm->class_epoch;
                    site->value = attr;
                    site->how = ATTR_METHOD;
                } else if (value_is_obj(obj) && !(value_obj(obj)->flags & OBJ_ATTRS)) {
                    /* A built-in: keyed by its class (kept in `shape` as an address only). */
                    site->shape = (Shape *)(void *)cls;
                    site->version = vm->class_epoch;
                    site->value = attr;
                    site->how = ATTR_CLASS_VALUE;
                }
                out[1] = obj;
                out[0] = attr;
                return true;
            }
            out[0] = own;
            out[1] = VALUE_UNSET;
            return true;
        }
    }
    if (value_is_exactly(obj, KIND_MODULE)) {
        Value v = module_attr(as_module(obj), site);
        if (!value_is_unset(v)) {
            out[0] = v;
            out[1] = VALUE_UNSET;
            return true;
        }
    }
    bool direct = vm->direct;
    vm->direct = false;
    Value v = getattr_any(vm, obj, site->name, true);
    vm->direct = direct;
    if (value_is_raised(v))
        return false;
    out[0] = v;
    out[1] = VALUE_UNSET;
    return true;
}

bool attr_get_special(VM *vm, Value obj, Str *name, Value *out)
{
    Class *cls = class_of(vm, obj);
    Value attr = class_lookup(vm, cls, name);
    if (value_is_unset(attr)) {
        bool async = name == NAME(vm, __aenter__) || name == NAME(vm, __aexit__);
        bool enter = name == NAME(vm, __enter__) || name == NAME(vm, __aenter__);
        const char *protocol = async ? "asynchronous context manager" : "context manager";
        if (enter)
            raise_type(vm, "'%T' object does not support the %s protocol", obj, protocol);
        else
            raise_type(vm, "'%T' object does not support the %s protocol (missed %S method)", obj, protocol,
                       name);
        return false;
    }
    if (value_is_kind(attr, KIND_FUNCTION) || value_is_kind(attr, KIND_NATIVE)) {
        out[1] = obj;
        out[0] = attr;
        return true;
    }
    bool direct = vm->direct;
    vm->direct = false;
    Value v = descriptor_get(vm, attr, obj, cls);
    vm->direct = direct;
    if (value_is_raised(v))
        return false;
    out[0] = v;
    out[1] = VALUE_UNSET;
    return true;
}

/* --- super ------------------------------------------------------------------------------------------ */

static Value super_find(VM *vm, Class *start, Class *of, Str *name)
{
    size_t i = 0, n = tuple_length(of->mro);
    while (i < n && as_class(of->mro->items[i]) != start)
        i++;
    for (i++; i < n; i++) {
        Value v = dict_get_name(class_dict(vm->heap, as_class(of->mro->items[i])), name);
        if (!value_is_unset(v))
            return v;
    }
    return VALUE_UNSET;
}

Value super_getattr(VM *vm, Super *super, Str *name)
{
    if (super->of && name != NAME(vm, __class__)) {
        Value attr = super_find(vm, super->start, super->of, name);
        if (!value_is_unset(attr)) {
            /* Through a class (classmethod, __new__) the object is the class itself. */
            bool through_class = value_is_class(super->self) && as_class(super->self) == super->of;
            return descriptor_get(vm, attr, through_class ? VALUE_UNSET : super->self, super->of);
        }
    }
    Value attr = class_lookup(vm, super->obj.cls, name);
    if (!value_is_unset(attr))
        return descriptor_get(vm, attr, OBJ(super), super->obj.cls);
    raise_attribute(vm, "'super' object has no attribute '%S'", name);
    exception_note_name(vm, name, OBJ(super));
    return VALUE_RAISED;
}

/* super(cls, self).name as GETMETHOD wants it. */
bool attr_get_super(VM *vm, Value cls, Value self, Str *name, Value *out)
{
    if (value_is_class(cls) && !value_is_class(self)) {
        Class *of = class_of(vm, self);
        if (class_derives(of, as_class(cls))) {
            Value attr = super_find(vm, as_class(cls), of, name);
            if (value_is_exactly(attr, KIND_FUNCTION) ||
                (value_is_exactly(attr, KIND_NATIVE) && value_is_class(as_native(attr)->owner))) {
                out[1] = self;
                out[0] = attr;
                return true;
            }
        }
    }
    Value super = super_new_for(vm, cls, self);
    if (value_is_raised(super))
        return false;
    bool direct = vm->direct;
    vm->direct = false;
    Value v = super_getattr(vm, AS(Super, super), name);
    vm->direct = direct;
    if (value_is_raised(v))
        return false;
    out[0] = v;
    out[1] = VALUE_UNSET;
    return true;
}

/* --- writing ------------------------------------------------------------------------------------------ */

static bool class_setattr(VM *vm, Class *cls, Str *name, Value value)
{
    Value meta_attr = class_lookup(vm, cls->obj.cls, name);
    if (descriptor_is_data(vm, meta_attr))
        return descriptor_set(vm, meta_attr, OBJ(cls), name, value);
    if (!(cls->flags & CLASS_SCRIPT)) {
        raise_type(vm, "cannot set '%S' attribute of immutable type '%S'", name, cls->name);
        return false;
    }
    DictEntry *entry = dict_find_name(class_dict(vm->heap, cls), name);
    if (value_is_unset(value)) {
        if (!entry) {
            raise_attribute(vm, "type object '%S' has no attribute '%S'", cls->name, name);
            exception_note_name(vm, name, OBJ(cls));
            return false;
        }
        dict_del_name(vm->heap, class_dict(vm->heap, cls), name);
    } else {
        /* A plain value replaced by a plain value (a counter on the class) is seen by no cache. */
        bool plain = entry && !value_is_obj(entry->value) && !value_is_obj(value);
        if (!dict_set_name(vm->heap, class_dict(vm->heap, cls), name, value)) {
            raise_memory(vm);
            return false;
        }
        if (plain) {
            if (vm->method_cache)
                memset(vm->method_cache, 0, sizeof *vm->method_cache);
            return true;
        }
    }
    class_update_flags(vm, cls);
    class_changed(vm, cls);
    return true;
}

static bool raise_cannot_set(VM *vm, Value obj, Str *name, bool delete)
{
    Class *cls = class_of(vm, obj);
    bool there = !value_is_unset(class_lookup(vm, cls, name));
    if (there)
        raise_attribute(vm, "'%C' object attribute '%S' is read-only", cls, name);
    else
        raise_attribute(vm, "'%C' object has no attribute '%S' and no __dict__ for setting new attributes", cls,
                        name);
    exception_note_name(vm, name, obj);
    return false;
}

static bool module_setattr(VM *vm, Module *module, Str *name, Value value)
{
    if (value_is_unset(value)) {
        if (!dict_del_name(vm->heap, module->dict, name)) {
            raise_attribute(vm, "'module' object has no attribute '%S'", name);
            return false;
        }
    } else if (!dict_set_name(vm->heap, module->dict, name, value)) {
        raise_memory(vm);
        return false;
    }
    if (module->changed)
        module->changed(vm, name, value);
    return true;
}

bool object_setattr(VM *vm, Value obj, Str *name, Value value)
{
    bool delete = value_is_unset(value);
    if (value_is_class(obj))
        return class_setattr(vm, as_class(obj), name, value);
    Class *cls = class_of(vm, obj);
    Value attr = class_lookup(vm, cls, name);
    if (descriptor_is_data(vm, attr))
        return descriptor_set(vm, attr, obj, name, value);
    if (!value_is_obj(obj))
        return raise_cannot_set(vm, obj, name, delete);
    Obj *o = value_obj(obj);
    switch (o->kind & KIND_MASK) {
    case KIND_INSTANCE:
        if (cls->flags & CLASS_NO_DICT)
            return raise_cannot_set(vm, obj, name, delete);
        if (delete) {
            if (instance_del(vm->heap, (Instance *)(void *)o, name))
                return true;
            raise_no_attribute(vm, obj, name);
            return false;
        }
        if (instance_set(vm->heap, (Instance *)(void *)o, name, value))
            return true;
        raise_memory(vm);
        return false;
    case KIND_MODULE: return module_setattr(vm, as_module(obj), name, value);
    case KIND_FUNCTION:
    case KIND_GREENLET:
    case KIND_EXCEPTION: break;
    default:
        if (!(cls->flags & (CLASS_SCRIPT | CLASS_ATTRS)) || cls->flags & CLASS_NO_DICT)
            return raise_cannot_set(vm, obj, name, delete);
    }
    if (delete) {
        Dict *attrs = heap_attrs(vm->heap, o, false);
        if (attrs && dict_del_name(vm->heap, attrs, name))
            return true;
        raise_no_attribute(vm, obj, name);
        return false;
    }
    Dict *attrs = heap_attrs(vm->heap, o, true);
    if (attrs && dict_set_name(vm->heap, attrs, name, value))
        return true;
    raise_memory(vm);
    return false;
}

bool vm_setattr(VM *vm, Value obj, Str *name, Value value)
{
    Class *cls = class_of(vm, obj);
    if (cls->flags & CLASS_SETATTR) {
        bool delete = value_is_unset(value);
        Str *special = delete ? NAME(vm, __delattr__) : NAME(vm, __setattr__);
        Value hook = class_lookup(vm, cls, special);
        if (value_is_kind(hook, KIND_FUNCTION)) {
            Value args[3] = { obj, OBJ(name), value };
            return !value_is_raised(vm_call(vm, hook, delete ? 2 : 3, args));
        }
    }
    return object_setattr(vm, obj, name, value);
}

bool attr_set(VM *vm, Value obj, Site *site, Value value)
{
    if (value_is_kind(obj, KIND_INSTANCE)) {
        Instance *in = as_instance(obj);
        Class *cls = in->obj.cls;
        Value attr = in->shape && !(cls->flags & CLASS_SETATTR) ? class_lookup(vm, cls, site->name) : VALUE_UNSET;
        int64_t member = member_slot(attr, in);
        if (member >= 0) {
            site->shape = in->shape;
            site->version = vm->class_epoch;
            site->slot = (uint32_t)member;
            site->how = ATTR_SLOT;
            in->slots[member] = value;
            return true;
        }
        if (in->shape && !(cls->flags & (CLASS_SETATTR | CLASS_NO_DICT)) && !descriptor_is_data(vm, attr)) {
            Shape *before = in->shape;
            int32_t slot = shape_slot(vm->heap, before, site->name);
            if (slot >= 0) {
                site->shape = before;
                site->version = vm->class_epoch;
                site->slot = (uint32_t)slot;
                site->how = ATTR_SLOT;
                *instance_slot(in, (uint32_t)slot) = value;
                return true;
            }
            if (!instance_set(vm->heap, in, site->name, value)) {
                raise_memory(vm);
                return false;
            }
            if (in->shape && in->shape->parent == before && before->obj.aux < in->obj.aux) {
                /* Adding the attribute again to a like instance: transition and inline slot are known. */
                site->shape = before;
                site->version = vm->class_epoch;
                site->slot = before->obj.aux;
                site->value = OBJ(in->shape);
                site->how = ATTR_NEW_SLOT;
            }
            return true;
        }
    }
    return vm_setattr(vm, obj, site->name, value);
}
