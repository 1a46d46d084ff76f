/* klass.c - how classes come to be: what a class statement and type(name, bases, ns) do. Which layout the
 * instances get, what flags follow from the methods, __slots__, __set_name__, __init_subclass__, metaclasses.
 * The Python classes themselves are in class_types.c. */
#include "vm/klass_internal.h"

#include <stdio.h>

/* --- flags that follow from what a class defines ------------------------------------------------- */

static bool script_defines(Heap *heap, const Class *cls, const Str *name)
{
    Class *where = NULL;
    Value v = class_find(heap, cls, name, &where);
    return !value_is_unset(v) && where && (where->flags & CLASS_SCRIPT);
}

static void set_flag(Class *cls, uint32_t flag, bool on)
{
    cls->flags = on ? cls->flags | flag : cls->flags & ~flag;
}

void klass_update_flags(VM *vm, Class *cls)
{
    set_flag(cls, CLASS_HAS_DEL, script_defines(vm->heap, cls, NAME(vm, __del__)));
    set_flag(cls, CLASS_GETATTR, script_defines(vm->heap, cls, NAME(vm, __getattr__)));
    set_flag(cls, CLASS_GETATTRIBUTE, script_defines(vm->heap, cls, NAME(vm, __getattribute__)));
    set_flag(cls, CLASS_SETATTR,
             script_defines(vm->heap, cls, NAME(vm, __setattr__)) || script_defines(vm->heap, cls, NAME(vm, __delattr__)));
    set_flag(cls, CLASS_SCRIPT_NEW, script_defines(vm->heap, cls, NAME(vm, __new__)));
    Value abstract = dict_get_name(class_dict(vm->heap, cls), NAME(vm, __abstractmethods__));
    set_flag(cls, CLASS_ABSTRACT, value_is_set(abstract) && as_set(abstract)->count > 0);
}

void class_update_flags(VM *vm, Class *cls)
{
    klass_update_flags(vm, cls);
    for (size_t i = 0; cls->subclasses && i < cls->subclasses->count; i++)
        class_update_flags(vm, as_class(cls->subclasses->items[i]));
}

Value raise_abstract(VM *vm, Class *cls)
{
    Value abstract = dict_get_name(class_dict(vm->heap, cls), NAME(vm, __abstractmethods__));
    List *names = vm_list_from(vm, abstract);
    if (!names)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(names));
    if (value_is_raised(vm_call_method(vm, OBJ(names), str_intern_cstr(vm->heap, "sort"), 0, NULL)))
        return VALUE_RAISED;
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < names->count; i++) {
        builder_cstr(&b, i ? ", '" : "'");
        if (value_is_str(names->items[i]))
            builder_str(&b, as_str(names->items[i]));
        builder_char(&b, '\'');
    }
    Str *list = builder_finish(&b);
    if (!list)
        return raise_memory(vm);
    return raise_type(vm, "Can't instantiate abstract class %S without an implementation for abstract method%s %S",
                      cls->name, names->count == 1 ? "" : "s", list);
}

/* --- making ----------------------------------------------------------------------------------------- */

static Class *new_class_object(VM *vm, Class *metaclass, Str *name)
{
    Class *cls = heap_new(vm->heap, KIND_CLASS, sizeof *cls);
    cls->obj.cls = metaclass;
    cls->name = name;
    cls->qualname = name;
    cls->module = VALUE_UNSET;
    cls->flags = CLASS_SCRIPT;
    return cls;
}

/* The built-in class that gives instances of `cls` (built-in, too) their form: its own memory, or fields in
 * Exception.extra. */
static Class *solid_class(VM *vm, Class *cls)
{
    while (cls != vm->object_class && !(cls->flags & CLASS_EXTRA) && cls->layout != KIND_SLOTS &&
           cls->layout != KIND_BLOB && as_class(cls->bases->items[0])->layout == cls->layout)
        cls = as_class(cls->bases->items[0]);
    return cls;
}

/* The layout comes from one base: the first with the most derived form, and that one has all others' forms. */
static bool choose_layout(VM *vm, Class *cls)
{
    Class *best = NULL, *form = NULL;
    for (size_t i = 0; i < tuple_length(cls->bases); i++) {
        Class *base = as_class(cls->bases->items[i]);
        if (base->flags & CLASS_FINAL) {
            raise_type(vm, "type '%S' is not an acceptable base type", base->name);
            return false;
        }
        Class *built_in = base->flags & CLASS_SCRIPT ? base->base : base;
        Class *other = solid_class(vm, built_in);
        if (!form || (form != other && class_derives(other, form))) {
            best = built_in;
            form = other;
        } else if (!class_derives(form, other)) {
            raise_type(vm, "multiple bases have instance lay-out conflict");
            return false;
        }
    }
    cls->base = best;
    cls->layout = best->layout;
    return true;
}

/* The members that the bases' __slots__ reserve: those of one base contain those of the others. */
static bool inherit_members(VM *vm, Class *cls)
{
    for (size_t i = 0; i < tuple_length(cls->bases); i++) {
        Class *other = as_class(cls->bases->items[i])->member_base;
        if (!other || (cls->member_base && class_derives(cls->member_base, other)))
            continue;
        if (cls->member_base && !class_derives(other, cls->member_base)) {
            raise_type(vm, "multiple bases have instance lay-out conflict");
            return false;
        }
        cls->member_base = other;
    }
    cls->members = cls->member_base ? cls->member_base->members : 0;
    cls->inline_slots = cls->members;
    return true;
}

/* Have instances of a base class attributes of their own? */
static bool base_has_dict(VM *vm, const Class *base)
{
    if (base == vm->object_class)
        return false;
    if (base->flags & CLASS_SCRIPT)
        return !(base->flags & CLASS_NO_DICT);
    return base->flags & (CLASS_ATTRS | CLASS_EXCEPTION | CLASS_METACLASS) || base->layout == KIND_MODULE;
}

/* __name in a class body means _Class__name. */
static Str *mangle_member(VM *vm, Class *cls, Str *name)
{
    size_t n = str_length(name), skip = 0;
    bool is_private = n > 2 && str_at(name, 0) == '_' && str_at(name, 1) == '_' &&
                      !(str_at(name, n - 1) == '_' && str_at(name, n - 2) == '_');
    while (skip < str_length(cls->name) && str_at(cls->name, skip) == '_')
        skip++;
    if (!is_private || skip == str_length(cls->name))
        return str_intern(vm->heap, name);
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_char(&b, '_');
    for (size_t i = skip; i < str_length(cls->name); i++)
        builder_char(&b, str_at(cls->name, i));
    builder_str(&b, name);
    Str *text = builder_finish(&b);
    return text ? str_intern(vm->heap, text) : NULL;
}

static bool add_member(VM *vm, Class *cls, Str *name)
{
    GetSet *member = heap_new(vm->heap, KIND_GETSET, sizeof *member);
    member->obj.cls = vm->member_class;
    member->name = name;
    member->owner = cls;
    if (cls->layout == KIND_INSTANCE) {
        if (cls->members == UINT16_MAX) {
            raise_type(vm, "too many __slots__");
            return false;
        }
        member->data = value_small(cls->members++);
        cls->inline_slots = cls->members;
    } else {
        member->data = OBJ(name); /* among the attributes of the built-in object */
    }
    if (dict_set_name(vm->heap, class_dict(vm->heap, cls), name, OBJ(member)))
        return true;
    raise_memory(vm);
    return false;
}

/* __slots__: a descriptor for each name; without a __dict__ in bases or names, instances have none. */
static bool take_slots(VM *vm, Class *cls, Dict *ns)
{
    Value spec = dict_get_name(ns, str_intern_cstr(vm->heap, "__slots__"));
    bool has_dict = false;
    if (!inherit_members(vm, cls))
        return false;
    for (size_t i = 0; i < tuple_length(cls->bases); i++)
        has_dict = has_dict || base_has_dict(vm, as_class(cls->bases->items[i]));
    if (value_is_unset(spec))
        return true;
    Tuple *own;
    if (value_is_str(spec))
        own = tuple_from_values(vm->heap, &spec, 1);
    else
        own = vm_tuple_from(vm, spec);
    if (!own)
        return false;
    vm_keep(vm, OBJ(own));
    bool fixed = cls->layout == KIND_BOXED || cls->layout == KIND_TUPLE || cls->layout == KIND_BYTES ||
                 cls->layout == KIND_CLASS;
    Class *before = cls->member_base;
    for (size_t i = 0; i < tuple_length(own); i++) {
        Value name = own->items[i];
        if (fixed && cls->base != vm->float_class) {
            raise_type(vm, "nonempty __slots__ not supported for subtype of '%S'",
                       as_class(cls->bases->items[0])->name);
            return false;
        }
        if (!value_is_str(name)) {
            raise_type(vm, "__slots__ items must be strings, not '%T'", name);
            return false;
        }
        Value is_name = vm_call_method(vm, name, str_intern_cstr(vm->heap, "isidentifier"), 0, NULL);
        if (!value_is_true(is_name)) {
            if (!value_is_raised(is_name))
                raise_type(vm, "__slots__ must be identifiers");
            return false;
        }
        if (str_equals_cstr(as_str(name), "__weakref__"))
            continue;
        if (str_equal(as_str(name), NAME(vm, __dict__))) {
            if (has_dict) {
                raise_type(vm, "__dict__ slot disallowed: we already got one");
                return false;
            }
            has_dict = true;
            continue;
        }
        Str *mangled = mangle_member(vm, cls, as_str(name));
        if (!mangled) {
            raise_memory(vm);
            return false;
        }
        Value other = dict_get_name(class_dict(vm->heap, cls), mangled);
        if (value_is_kind(other, KIND_GETSET) && AS(GetSet, other)->owner == cls)
            continue; /* named twice */
        if (!value_is_unset(other)) {
            raise_value(vm, "'%S' in __slots__ conflicts with class variable", mangled);
            return false;
        }
        if (!add_member(vm, cls, mangled))
            return false;
    }
    if (cls->members > (before ? before->members : 0))
        cls->member_base = cls;
    set_flag(cls, CLASS_NO_DICT, !has_dict);
    return true;
}

/* How many attributes __init__ will give an instance: a first guess, so that the first instance has the
 * shape of all that follow and the caches of attribute sites see one shape. */
static void guess_slots(VM *vm, Class *cls)
{
    Value init = class_lookup(vm, cls, NAME(vm, __init__));
    if (cls->layout != KIND_INSTANCE || cls->flags & CLASS_NO_DICT || !value_is_exactly(init, KIND_FUNCTION))
        return;
    const Code *code = as_function(init)->code;
    Str *names[16];
    unsigned count = 0;
    for (uint32_t i = 0; i < code->ninstrs && count < 16; i++) {
        if (code->instrs[i].op != OP_SETATTR || code->instrs[i].a != 0)
            continue;
        Str *name = code->sites[code->instrs[i].c].name;
        unsigned known = 0;
        while (known < count && names[known] != name)
            known++;
        if (known == count)
            names[count++] = name;
    }
    for (size_t i = 1; i < tuple_length(cls->mro); i++)
        if (as_class(cls->mro->items[i])->inline_slots > count)
            count = as_class(cls->mro->items[i])->inline_slots;
    if (count > cls->inline_slots)
        cls->inline_slots = (uint16_t)count;
}

static Value call_set_names(VM *vm, Class *cls)
{
    Dict *copy = dict_copy(vm->heap, class_dict(vm->heap, cls), KIND_DICT);
    if (!copy)
        return raise_memory(vm);
    vm_keep(vm, OBJ(copy));
    for (DictEntry *e = NULL; (e = dict_next(copy, e));) {
        if (!value_is_obj(e->value))
            continue;
        if (value_is_kind(e->value, KIND_PROPERTY) && !AS(Property, e->value)->name)
            AS(Property, e->value)->name = as_str(e->key);
        uint8_t kind = value_obj(e->value)->kind & KIND_MASK;
        if (kind == KIND_FUNCTION || kind == KIND_NATIVE || kind == KIND_STR)
            continue;
        Value args[2] = { OBJ(cls), e->key };
        Value r = vm_call_special(vm, e->value, NAME(vm, __set_name__), 2, args);
        if (value_is_raised(r)) {
            Value error = vm_keep(vm, vm_take_exception(vm));
            Str *note = vm_format(vm, "Error calling __set_name__ on '%T' instance %R in '%C'", e->value, e->key, cls);
            Value text = note ? OBJ(note) : VALUE_NONE;
            if (!note || value_is_raised(vm_call_method(vm, error, str_intern_cstr(vm->heap, "add_note"), 1, &text)))
                vm_take_exception(vm);
            vm->exception = error;
            return VALUE_RAISED;
        }
    }
    return VALUE_NONE;
}

/* type.__new__(metaclass, name, bases, ns, **kw) */
Value klass_make(VM *vm, Class *metaclass, Str *name, Tuple *bases, Dict *ns, Dict *kw)
{
    size_t mark = vm->root_count;
    if (tuple_length(bases) == 0) {
        Value object = OBJ(vm->object_class);
        bases = tuple_from_values(vm->heap, &object, 1);
        if (!bases)
            return raise_memory(vm);
    }
    for (size_t i = 0; i < tuple_length(bases); i++)
        if (!value_is_class(bases->items[i]))
            return raise_type(vm, "bases must be types");
    Class *cls = new_class_object(vm, metaclass, str_intern(vm->heap, name));
    vm_keep(vm, OBJ(cls));
    cls->bases = bases;
    if (!choose_layout(vm, cls))
        return VALUE_RAISED;
    for (size_t i = 0; i < tuple_length(bases); i++) {
        Class *base = as_class(bases->items[i]);
        cls->flags |= base->flags & (CLASS_EXCEPTION | CLASS_METACLASS);
        for (size_t j = i + 1; j < tuple_length(bases); j++)
            if (as_class(bases->items[j]) == base)
                return raise_type(vm, "duplicate base class %S", base->name);
    }
    /* A metaclass may define mro(). */
    Tuple *mro = class_linearise(vm->heap, cls, bases);
    if (!mro) {
        StrBuilder b;
        builder_init(&b, vm->heap);
        for (size_t i = 0; i < tuple_length(bases); i++) {
            builder_cstr(&b, i ? ", " : "");
            builder_str(&b, as_class(bases->items[i])->name);
        }
        Str *list = builder_finish(&b);
        if (!list)
            return raise_memory(vm);
        return raise_type(vm, "Cannot create a consistent method resolution order (MRO) for bases %S", list);
    }
    cls->mro = mro;
    cls->lazy_dict = dict_copy(vm->heap, ns, KIND_DICT);
    if (!cls->lazy_dict)
        return raise_memory(vm);
    Value cell = dict_get_name(class_dict(vm->heap, cls), NAME(vm, __classcell__));
    if (value_is_kind(cell, KIND_CELL)) {
        AS(Cell, cell)->value = OBJ(cls);
        dict_del_name(vm->heap, class_dict(vm->heap, cls), NAME(vm, __classcell__));
    }
    Value qualname = dict_get_name(class_dict(vm->heap, cls), NAME(vm, __qualname__));
    if (value_is_str(qualname)) {
        cls->qualname = as_str(qualname);
        dict_del_name(vm->heap, class_dict(vm->heap, cls), NAME(vm, __qualname__));
    } else if (!value_is_unset(qualname)) {
        return raise_type(vm, "type __qualname__ must be a str, not %T", qualname);
    }
    Value module = dict_get_name(class_dict(vm->heap, cls), NAME(vm, __module__));
    if (value_is_unset(module) && vm->frame) {
        module = dict_get_name(vm->frame->func->globals, NAME(vm, __name__));
        if (!value_is_unset(module) && !dict_set_name(vm->heap, class_dict(vm->heap, cls), NAME(vm, __module__), module))
            return raise_memory(vm);
    }
    cls->module = module;
    if (value_is_unset(dict_get_name(class_dict(vm->heap, cls), NAME(vm, __doc__))) &&
        !dict_set_name(vm->heap, class_dict(vm->heap, cls), NAME(vm, __doc__), VALUE_NONE))
        return raise_memory(vm);
    /* Special methods that are implicitly class or static methods. */
    Str *const implicit[] = { NAME(vm, __init_subclass__), NAME(vm, __class_getitem__), NAME(vm, __new__) };
    for (int i = 0; i < 3; i++) {
        DictEntry *entry = dict_find_name(class_dict(vm->heap, cls), implicit[i]);
        if (entry && value_is_kind(entry->value, KIND_FUNCTION)) {
            Wrapper *wrapper =
                heap_new(vm->heap, i == 2 ? KIND_STATICMETHOD : KIND_CLASSMETHOD, sizeof *wrapper);
            wrapper->func = entry->value;
            entry->value = OBJ(wrapper);
        }
    }
    if (!take_slots(vm, cls, ns))
        return VALUE_RAISED;
    /* __eq__ without __hash__: unhashable. */
    if (!value_is_unset(dict_get_name(class_dict(vm->heap, cls), NAME(vm, __eq__))) &&
        value_is_unset(dict_get_name(class_dict(vm->heap, cls), NAME(vm, __hash__))) &&
        !dict_set_name(vm->heap, class_dict(vm->heap, cls), NAME(vm, __hash__), VALUE_NONE))
        return raise_memory(vm);
    for (size_t i = 0; i < tuple_length(bases); i++) {
        Class *base = as_class(bases->items[i]);
        if (!base->subclasses)
            base->subclasses = list_new(vm->heap, 2);
        if (!base->subclasses || !list_append(vm->heap, base->subclasses, OBJ(cls)))
            return raise_memory(vm);
    }
    klass_update_flags(vm, cls);
    class_changed(vm, cls);
    guess_slots(vm, cls);
    Value r = call_set_names(vm, cls);
    if (value_is_raised(r))
        return r;
    /* super(cls, cls).__init_subclass__(**kw) */
    Value hook = VALUE_UNSET;
    for (size_t i = 1; i < tuple_length(cls->mro) && value_is_unset(hook); i++)
        hook = dict_get_name(class_dict(vm->heap, as_class(cls->mro->items[i])), NAME(vm, __init_subclass__));
    if (!value_is_unset(hook)) {
        hook = descriptor_get_now(vm, hook, VALUE_UNSET, cls);
        if (value_is_raised(hook) || value_is_raised(vm_call_kw(vm, vm_keep(vm, hook), 0, NULL, kw)))
            return VALUE_RAISED;
    }
    vm->root_count = mark;
    return OBJ(cls);
}

/* The most derived metaclass of `metaclass` and the bases' ones; NULL: conflict (raised). */
Class *klass_metaclass_of(VM *vm, Class *metaclass, Tuple *bases)
{
    for (size_t i = 0; i < tuple_length(bases); i++) {
        Class *base_meta = class_of(vm, bases->items[i]);
        if (class_derives(metaclass, base_meta))
            continue;
        if (class_derives(base_meta, metaclass)) {
            metaclass = base_meta;
            continue;
        }
        raise_type(vm, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass "
                       "of the metaclasses of all its bases");
        return NULL;
    }
    return metaclass;
}

Value class_make(VM *vm, Class *metaclass, Str *name, Tuple *bases, Dict *ns, Dict *kw)
{
    metaclass = klass_metaclass_of(vm, metaclass, bases);
    return metaclass ? klass_make(vm, metaclass, name, bases, ns, kw) : VALUE_RAISED;
}

/* BUILDCLASS: window[0] body, window[1] name, then bases, then keyword values. */
Value class_build(VM *vm, Value *window, int nbases, Tuple *kwnames)
{
    Value body = window[0], name = window[1];
    size_t nkw = kwnames ? tuple_length(kwnames) : 0;
    Dict *kw = dict_new(vm->heap, nkw);
    Tuple *given = tuple_from_values(vm->heap, window + 2, (size_t)nbases);
    if (!kw || !given)
        return raise_memory(vm);
    vm_keep(vm, OBJ(kw));
    vm_keep(vm, OBJ(given));
    Value meta = VALUE_UNSET;
    for (size_t i = 0; i < nkw; i++) {
        Value v = window[2 + nbases + (int)i];
        if (as_str(kwnames->items[i]) == NAME(vm, metaclass) ||
            str_equal(as_str(kwnames->items[i]), NAME(vm, metaclass)))
            meta = v;
        else if (!dict_set_name(vm->heap, kw, as_str(kwnames->items[i]), v))
            return raise_memory(vm);
    }
    /* PEP 560: __mro_entries__ of bases that are no classes. */
    List *resolved = list_new(vm->heap, (size_t)nbases);
    if (!resolved)
        return raise_memory(vm);
    vm_keep(vm, OBJ(resolved));
    bool changed = false;
    for (int i = 0; i < nbases; i++) {
        Value base = given->items[i];
        Value entries = VALUE_UNSET;
        if (!value_is_class(base)) {
            Value arg = OBJ(given);
            entries = vm_getattr_or_unset(vm, base, NAME(vm, __mro_entries__));
            if (!value_is_unset(entries) && !value_is_raised(entries))
                entries = vm_call(vm, vm_keep(vm, entries), 1, &arg);
            if (value_is_raised(entries))
                return entries;
            if (!value_is_unset(entries) && !value_is_tuple(entries))
                return raise_type(vm, "__mro_entries__ must return a tuple");
        }
        if (value_is_tuple(entries)) {
            changed = true;
            if (!list_extend_values(vm->heap, resolved, as_tuple(entries)->items,
                                    tuple_length(as_tuple(entries))))
                return raise_memory(vm);
        } else if (!list_append(vm->heap, resolved, base)) {
            return raise_memory(vm);
        }
    }
    Tuple *bases = changed ? tuple_from_values(vm->heap, resolved->items, resolved->count) : given;
    if (!bases)
        return raise_memory(vm);
    vm_keep(vm, OBJ(bases));
    if (value_is_unset(meta))
        meta = tuple_length(bases) ? OBJ(class_of(vm, bases->items[0])) : OBJ(vm->type_class);
    if (value_is_class(meta)) {
        /* Bases that are no classes keep their type as metaclass: type(base)(name, bases, ns). */
        Class *winner = as_class(meta);
        for (size_t i = 0; i < tuple_length(bases); i++)
            if (value_is_class(bases->items[i]) || i == 0) {
                Class *base_meta = class_of(vm, bases->items[i]);
                if (class_derives(winner, base_meta))
                    continue;
                if (!class_derives(base_meta, winner))
                    return raise_type(vm, "metaclass conflict: the metaclass of a derived class must be a "
                                          "(non-strict) subclass of the metaclasses of all its bases");
                winner = base_meta;
            }
        meta = OBJ(winner);
    }
    Value ns = VALUE_UNSET;
    if (!value_same(meta, OBJ(vm->type_class))) {
        Value prepare = vm_getattr_or_unset(vm, meta, NAME(vm, __prepare__));
        if (value_is_raised(prepare))
            return prepare;
        if (!value_is_unset(prepare)) {
            Value args[2] = { name, OBJ(bases) };
            ns = vm_call_kw(vm, vm_keep(vm, prepare), 2, args, kw);
            if (value_is_raised(ns))
                return ns;
        }
    }
    if (value_is_unset(ns))
        ns = vm_own(vm, dict_new(vm->heap, 8));
    if (value_is_raised(ns))
        return ns;
    vm_keep(vm, ns);
    if (!value_is_dict(ns) && (!value_is_obj(ns) ||
                               value_is_unset(class_lookup(vm, class_of(vm, ns), NAME(vm, __getitem__)))))
        return value_is_class(meta)
                   ? raise_type(vm, "%S.__prepare__() must return a mapping, not %T", as_class(meta)->name, ns)
                   : raise_type(vm, "<metaclass>.__prepare__() must return a mapping, not %T", ns);
    /* The body runs as a call of its function with the namespace in R[0]. */
    Function *func = as_function(body);
    Frame *frame = frame_push(vm, func, 0);
    if (!frame)
        return VALUE_RAISED;
    frame_clear(frame->r, 0, func->code->nregs);
    frame->r[0] = ns;
    frame->flags |= FRAME_ENTRY;
    if (!vm_enter_c(vm, "")) {
        frame_pop(vm, frame);
        return VALUE_RAISED;
    }
    Value ignored;
    RunResult how = vm_run(vm, &ignored);
    vm_leave_c(vm);
    if (how != RUN_RETURNED)
        return VALUE_RAISED;
    if (changed && value_is_dict(ns) && value_is_unset(dict_get_name(as_dict(ns), NAME(vm, __orig_bases__))) &&
        !dict_set_name(vm->heap, as_dict(ns), NAME(vm, __orig_bases__), OBJ(given)))
        return raise_memory(vm);
    Value cell = value_is_dict(ns) ? dict_get_name(as_dict(ns), NAME(vm, __classcell__)) : VALUE_UNSET;
    vm_keep(vm, cell);
    Value cls;
    if (value_same(meta, OBJ(vm->type_class)) && value_is_exactly(ns, KIND_DICT)) {
        cls = klass_make(vm, vm->type_class, as_str(name), bases, as_dict(ns), kw);
    } else {
        Value args[3] = { name, OBJ(bases), ns };
        cls = vm_call_kw(vm, meta, 3, args, kw);
        if (value_is_class(cls) && value_is_kind(cell, KIND_CELL) && value_is_unset(AS(Cell, cell)->value))
            AS(Cell, cell)->value = cls;
    }
    return cls;
}

/* BUILDCLASSEX: window[2] the list of bases, window[3] a dict of keywords or unset. */
Value class_build_ex(VM *vm, Value *window)
{
    List *bases = as_list(window[2]);
    Dict *kw = value_is_dict(window[3]) ? as_dict(window[3]) : NULL;
    size_t nkw = kw ? kw->count : 0;
    if (vm->root_count + bases->count + nkw + 4 > vm->root_capacity)
        return raise_memory(vm);
    Value *row = vm->roots + vm->root_count;
    vm_keep(vm, window[0]);
    vm_keep(vm, window[1]);
    for (size_t i = 0; i < bases->count; i++)
        vm_keep(vm, bases->items[i]);
    Tuple *names = NULL;
    if (nkw) {
        names = call_kw_names(vm, kw, vm->roots + vm->root_count);
        if (!names)
            return VALUE_RAISED;
        vm->root_count += nkw;
        vm_keep(vm, OBJ(names));
    }
    return class_build(vm, row, (int)bases->count, names);
}
