/* klass.c - how classes come to be (class statements, type()), and the types a class is made of:
 * object, type, function, method, property, classmethod, staticmethod, super, cell, code. */
#include "vm/vm_internal.h"

#include <stdio.h>

/* --- flags that follow from what a class defines ------------------------------------------------- */

static bool script_defines(VM *vm, Class *cls, Str *name)
{
    Class *where = NULL;
    Value v = class_find(cls, name, &where);
    (void)vm;
    return !value_is_unset(v) && where && (where->flags & CLASS_SCRIPT);
}

static void set_flag(Class *cls, uint32_t flag, bool on)
{
    cls->flags = on ? cls->flags | flag : cls->flags & ~flag;
}

static void update_all_flags(VM *vm, Class *cls)
{
    set_flag(cls, CLASS_HAS_DEL, script_defines(vm, cls, NAME(vm, __del__)));
    set_flag(cls, CLASS_GETATTR, script_defines(vm, cls, NAME(vm, __getattr__)));
    set_flag(cls, CLASS_GETATTRIBUTE, script_defines(vm, cls, NAME(vm, __getattribute__)));
    set_flag(cls, CLASS_SETATTR,
             script_defines(vm, cls, NAME(vm, __setattr__)) || script_defines(vm, cls, NAME(vm, __delattr__)));
    set_flag(cls, CLASS_SCRIPT_NEW, script_defines(vm, cls, NAME(vm, __new__)));
    Value abstract = dict_get_name(cls->dict, NAME(vm, __abstractmethods__));
    set_flag(cls, CLASS_ABSTRACT, value_is_set(abstract) && as_set(abstract)->count > 0);
}

void class_update_flags(VM *vm, Class *cls, Str *name)
{
    (void)name;
    update_all_flags(vm, cls);
    for (size_t i = 0; cls->subclasses && i < cls->subclasses->count; i++)
        class_update_flags(vm, as_class(cls->subclasses->items[i]), name);
}

Value raise_abstract(VM *vm, Class *cls)
{
    Value abstract = dict_get_name(cls->dict, NAME(vm, __abstractmethods__));
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

/* The layout must come from one base: the most derived of the bases' layouts. */
static bool choose_layout(VM *vm, Class *cls)
{
    Class *best = vm->object_class;
    for (size_t i = 0; i < tuple_length(cls->bases); i++) {
        Class *base = as_class(cls->bases->items[i]);
        if (base->flags & CLASS_FINAL) {
            raise_type(vm, "type '%S' is not an acceptable base type", base->name);
            return false;
        }
        Class *solid = base->flags & CLASS_SCRIPT ? base->base : base;
        if (!solid)
            solid = vm->object_class;
        if (class_derives(best, solid) )
            continue;
        if (class_derives(solid, best) || best->layout == KIND_INSTANCE || best == vm->object_class) {
            best = solid;
            continue;
        }
        if (solid->layout != KIND_INSTANCE && solid->layout != best->layout) {
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
    if (dict_set_name(vm->heap, cls->dict, name, OBJ(member)))
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
        Value other = dict_get_name(cls->dict, mangled);
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
    Dict *copy = dict_copy(vm->heap, cls->dict, KIND_DICT);
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
static Value type_make(VM *vm, Class *metaclass, Str *name, Tuple *bases, Dict *ns, Dict *kw)
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
    cls->dict = dict_copy(vm->heap, ns, KIND_DICT);
    if (!cls->dict)
        return raise_memory(vm);
    Value cell = dict_get_name(cls->dict, NAME(vm, __classcell__));
    if (value_is_kind(cell, KIND_CELL)) {
        AS(Cell, cell)->value = OBJ(cls);
        dict_del_name(vm->heap, cls->dict, NAME(vm, __classcell__));
    }
    Value qualname = dict_get_name(cls->dict, NAME(vm, __qualname__));
    if (value_is_str(qualname)) {
        cls->qualname = as_str(qualname);
        dict_del_name(vm->heap, cls->dict, NAME(vm, __qualname__));
    } else if (!value_is_unset(qualname)) {
        return raise_type(vm, "type __qualname__ must be a str, not %T", qualname);
    }
    Value module = dict_get_name(cls->dict, NAME(vm, __module__));
    if (value_is_unset(module) && vm->frame) {
        module = dict_get_name(vm->frame->func->globals, NAME(vm, __name__));
        if (!value_is_unset(module) && !dict_set_name(vm->heap, cls->dict, NAME(vm, __module__), module))
            return raise_memory(vm);
    }
    cls->module = module;
    if (value_is_unset(dict_get_name(cls->dict, NAME(vm, __doc__))) &&
        !dict_set_name(vm->heap, cls->dict, NAME(vm, __doc__), VALUE_NONE))
        return raise_memory(vm);
    /* Special methods that are implicitly class or static methods. */
    Str *const implicit[] = { NAME(vm, __init_subclass__), NAME(vm, __class_getitem__), NAME(vm, __new__) };
    for (int i = 0; i < 3; i++) {
        DictEntry *entry = dict_find_name(cls->dict, implicit[i]);
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
    if (!value_is_unset(dict_get_name(cls->dict, NAME(vm, __eq__))) &&
        value_is_unset(dict_get_name(cls->dict, NAME(vm, __hash__))) &&
        !dict_set_name(vm->heap, cls->dict, NAME(vm, __hash__), VALUE_NONE))
        return raise_memory(vm);
    for (size_t i = 0; i < tuple_length(bases); i++) {
        Class *base = as_class(bases->items[i]);
        if (!base->subclasses)
            base->subclasses = list_new(vm->heap, 2);
        if (!base->subclasses || !list_append(vm->heap, base->subclasses, OBJ(cls)))
            return raise_memory(vm);
    }
    update_all_flags(vm, cls);
    class_changed(vm, cls);
    guess_slots(vm, cls);
    Value r = call_set_names(vm, cls);
    if (value_is_raised(r))
        return r;
    /* super(cls, cls).__init_subclass__(**kw) */
    Value hook = VALUE_UNSET;
    for (size_t i = 1; i < tuple_length(cls->mro) && value_is_unset(hook); i++)
        hook = dict_get_name(as_class(cls->mro->items[i])->dict, NAME(vm, __init_subclass__));
    if (!value_is_unset(hook)) {
        hook = descriptor_get_now(vm, hook, VALUE_UNSET, cls);
        if (value_is_raised(hook) || value_is_raised(vm_call_kw(vm, vm_keep(vm, hook), 0, NULL, kw)))
            return VALUE_RAISED;
    }
    vm->root_count = mark;
    return OBJ(cls);
}

/* The most derived metaclass of `metaclass` and the bases' ones; NULL: conflict (raised). */
static Class *metaclass_of(VM *vm, Class *metaclass, Tuple *bases)
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
    metaclass = metaclass_of(vm, metaclass, bases);
    return metaclass ? type_make(vm, metaclass, name, bases, ns, kw) : VALUE_RAISED;
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
            entries = vm_call_special(vm, base, NAME(vm, __mro_entries__), 1, &arg);
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
    /* The body runs as a call of its function with the namespace in R[0]. */
    Function *func = as_function(body);
    Frame *before = vm->frame;
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
    (void)before;
    if (how != RUN_RETURNED)
        return VALUE_RAISED;
    if (changed && value_is_dict(ns) && value_is_unset(dict_get_name(as_dict(ns), NAME(vm, __orig_bases__))) &&
        !dict_set_name(vm->heap, as_dict(ns), NAME(vm, __orig_bases__), OBJ(given)))
        return raise_memory(vm);
    Value cell = value_is_dict(ns) ? dict_get_name(as_dict(ns), NAME(vm, __classcell__)) : VALUE_UNSET;
    vm_keep(vm, cell);
    Value cls;
    if (value_same(meta, OBJ(vm->type_class)) && value_is_exactly(ns, KIND_DICT)) {
        cls = type_make(vm, vm->type_class, as_str(name), bases, as_dict(ns), kw);
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
    Tuple *names = nkw ? tuple_new(vm->heap, nkw) : NULL;
    if (vm->root_count + bases->count + nkw + 4 > vm->root_capacity || (nkw && !names))
        return raise_memory(vm);
    Value *row = vm->roots + vm->root_count;
    vm_keep(vm, window[0]);
    vm_keep(vm, window[1]);
    for (size_t i = 0; i < bases->count; i++)
        vm_keep(vm, bases->items[i]);
    size_t i = 0;
    for (DictEntry *e = NULL; kw && (e = dict_next(kw, e));) {
        names->items[i++] = e->key;
        vm_keep(vm, e->value);
    }
    if (names)
        vm_keep(vm, OBJ(names));
    return class_build(vm, row, (int)bases->count, names);
}

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
    Class *winner = metaclass_of(vm, as_class(args[0]), bases);
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
    return type_make(vm, winner, as_str(rest->items[0]), bases, as_dict(rest->items[2]), as_dict(args[2]));
}

static Value type_init(VM *vm, Value *args, int nargs)
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
        names = tuple_new(vm->heap, nkw);
        if (!names)
            return raise_memory(vm);
        size_t i = 0;
        for (DictEntry *e = NULL; (e = dict_next(kw, e));) {
            names->items[i++] = e->key;
            vm_keep(vm, e->value);
        }
        vm_keep(vm, OBJ(names));
    }
    Frame *before = vm->frame;
    Value result = call_class(vm, as_class(args[0]), window, (int)(count + nkw), names);
    if (value_same(result, VALUE_PUSHED) && !vm->direct) {
        vm->frame->flags |= FRAME_ENTRY;
        (void)before;
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
        for (DictEntry *e = NULL; (e = dict_next(as_class(cls->mro->items[i])->dict, e));)
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
        Value v = dict_get_name(cls->dict, NAME(vm, __module__));
        return value_is_unset(v) ? OBJ(NAME(vm, builtins)) : v;
    }
    return value_is_unset(cls->module) ? OBJ(NAME(vm, builtins)) : cls->module;
}
static bool type_set_module(VM *vm, Value self, Value v)
{
    as_class(self)->module = v;
    return dict_set_name(vm->heap, as_class(self)->dict, NAME(vm, __module__), v);
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
    return mappingproxy_new(vm, as_class(self)->dict);
}
static Value type_get_doc(VM *vm, Value self)
{
    Value v = dict_get_name(as_class(self)->dict, NAME(vm, __doc__));
    return value_is_unset(v) ? VALUE_NONE : v;
}
static bool type_set_doc(VM *vm, Value self, Value v)
{
    return dict_set_name(vm->heap, as_class(self)->dict, NAME(vm, __doc__), v);
}
static Value type_get_annotations(VM *vm, Value self)
{
    Class *cls = as_class(self);
    Value v = dict_get_name(cls->dict, NAME(vm, __annotations__));
    if (!value_is_unset(v))
        return v;
    if (!(cls->flags & CLASS_SCRIPT))
        return raise_attribute(vm, "type object '%S' has no attribute '__annotations__'", cls->name);
    v = vm_own(vm, dict_new(vm->heap, 0));
    if (!value_is_raised(v) && !dict_set_name(vm->heap, cls->dict, NAME(vm, __annotations__), v))
        return raise_memory(vm);
    return v;
}
static bool type_set_annotations(VM *vm, Value self, Value v)
{
    return dict_set_name(vm->heap, as_class(self)->dict, NAME(vm, __annotations__), v);
}
static Value type_get_abstract(VM *vm, Value self)
{
    Value v = dict_get_name(as_class(self)->dict, NAME(vm, __abstractmethods__));
    return value_is_unset(v) ? raise_attribute(vm, "type object '%S' has no attribute '__abstractmethods__'", as_class(self)->name) : v;
}
static bool type_set_abstract(VM *vm, Value self, Value v)
{
    if (!dict_set_name(vm->heap, as_class(self)->dict, NAME(vm, __abstractmethods__), v))
        return false;
    update_all_flags(vm, as_class(self));
    class_changed(vm, as_class(self));
    return true;
}

static const NativeSpec type_methods[] = {
    { "__new__", type_new, "cls, *args, **kw", 0, 0, NATIVE_NEW, "type(object) or type(name, bases, namespace)" },
    { "__init__", type_init, "self, *args, **kw", 0, 0, 0, "nothing left to do" },
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
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)args[0].bits);
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
    return int_from_i64(vm->heap, (int64_t)(args[0].bits >> 4 | (args[0].bits & 15) << 44));
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
            for (DictEntry *e = NULL; (e = dict_next(as_class(cls->mro->items[i])->dict, e));)
                if (value_is_str(e->key) && !dict_set_name(vm->heap, all, as_str(e->key), VALUE_NONE))
                    return raise_memory(vm);
    }
    List *names = vm_list_from(vm, OBJ(all));
    return names ? OBJ(names) : VALUE_RAISED;
}

static Value object_init_subclass(VM *vm, Value *args, int nargs)
{
    if (as_dict(args[1])->count)
        return raise_type(vm, "%S.__init_subclass__() takes no keyword arguments", as_class(args[0])->name);
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
static bool same_members(const Class *a, const Class *b)
{
    if (a->member_base == b->member_base)
        return true;
    if (!a->member_base || !b->member_base || a->members != b->members)
        return false;
    for (DictEntry *e = NULL; (e = dict_next(a->member_base->dict, e));) {
        if (!value_is_kind(e->value, KIND_GETSET) || !value_is_int(AS(GetSet, e->value)->data))
            continue;
        Value other = dict_get_name(b->member_base->dict, as_str(e->key));
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
    if (!(old->flags & CLASS_SCRIPT) || !(new->flags & CLASS_SCRIPT) || old->layout != new->layout) {
        raise_type(vm, "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return false;
    }
    if (!same_members(old, new) || (old->flags & CLASS_NO_DICT) != (new->flags & CLASS_NO_DICT)) {
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
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)args[0].bits);
    Str *text = vm_format(vm, "<function %S at %s>", as_function(args[0])->qualname, address);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value callable_get(VM *vm, Value *args, int nargs) /* __get__ */
{
    if (value_is_unset(args[1]) || value_is_none(args[1]))
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

static Value bound_repr(VM *vm, Value *args, int nargs)
{
    Bound *b = AS(Bound, args[0]);
    if (value_is_kind(b->func, KIND_NATIVE)) {
        char address[32];
        snprintf(address, sizeof address, "0x%012llx", (unsigned long long)b->self.bits);
        Str *text = vm_format(vm, "<built-in method %s of %T object at %s>", as_native(b->func)->spec->name,
                              b->self, address);
        return text ? OBJ(text) : VALUE_RAISED;
    }
    Value name = vm_getattr_or_unset(vm, b->func, NAME(vm, __qualname__));
    if (value_is_raised(name))
        return name;
    Str *text = value_is_str(name) ? vm_format(vm, "<bound method %S of %R>", as_str(name), b->self)
                                   : vm_format(vm, "<bound method ? of %R>", b->self);
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
    return int_from_i64(vm->heap, (int64_t)((b->self.bits >> 4) ^ (b->func.bits >> 3)));
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
    { "__repr__", bound_repr, "self, /", 0, 0, 0, "repr(self)" },
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

static Value native_get_name(VM *vm, Value self)
{
    return vm_own(vm, str_intern_cstr(vm->heap, as_native(self)->spec->name));
}
static Value native_get_qualname(VM *vm, Value self)
{
    Native *n = as_native(self);
    Str *text = value_is_class(n->owner) ? vm_format(vm, "%S.%s", as_class(n->owner)->name, n->spec->name)
                                         : vm_format(vm, "%s", n->spec->name);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value native_get_doc(VM *vm, Value self)
{
    return vm_str_cstr(vm, as_native(self)->spec->help ? as_native(self)->spec->help : "");
}
static Value native_get_module(VM *vm, Value self)
{
    Native *n = as_native(self);
    return value_is_kind(n->owner, KIND_MODULE) ? OBJ(as_module(n->owner)->name) : VALUE_NONE;
}
static Value native_get_self(VM *vm, Value self)
{
    return arg_or(as_native(self)->owner, VALUE_NONE);
}
static Value native_get_signature(VM *vm, Value self)
{
    Str *text = vm_format(vm, "(%s)", as_native(self)->spec->signature);
    return text ? OBJ(text) : VALUE_RAISED;
}
static Value native_repr(VM *vm, Value *args, int nargs)
{
    Native *n = as_native(args[0]);
    Str *text = value_is_class(n->owner)
                    ? vm_format(vm, "<method '%s' of '%S' objects>", n->spec->name, as_class(n->owner)->name)
                    : vm_format(vm, "<built-in function %s>", n->spec->name);
    return text ? OBJ(text) : VALUE_RAISED;
}
static const NativeSpec native_methods[] = {
    { "__repr__", native_repr, "self, /", 0, 0, 0, "repr(self)" },
    { "__call__", callable_call, "self, *args, **kw", 0, 0, 0, "call the function" },
    { 0 },
};
static const GetSetSpec native_getsets[] = {
    { "__name__", native_get_name, NULL, "" },       { "__qualname__", native_get_qualname, NULL, "" },
    { "__doc__", native_get_doc, NULL, "" },         { "__module__", native_get_module, NULL, "" },
    { "__self__", native_get_self, NULL, "" },       { "__text_signature__", native_get_signature, NULL, "" },
    { 0 },
};

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
    { "__init__", type_init, "self, *args, **kw", 0, 0, 0, "" },
    { "__repr__", super_repr, "self, /", 0, 0, 0, "" },
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
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)args[0].bits);
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

/* --- setting up ------------------------------------------------------------------------------------------------ */

static const TypeSpec object_spec = { "object", "builtins", "the base of all classes", KIND_INSTANCE, 0, object_methods, object_getsets };
static const TypeSpec type_spec = { "type", "builtins", "type(object) -> its type; type(name, bases, dict) -> a new class", KIND_CLASS, CLASS_METACLASS, type_methods, type_getsets };
static const TypeSpec member_spec = { "member_descriptor", "builtins", NULL, KIND_GETSET, CLASS_FINAL, member_methods, getset_getsets };
static const TypeSpec specs[] = {
    { "function", "builtins", NULL, KIND_FUNCTION, CLASS_FINAL, function_methods, function_getsets },
    { "builtin_function_or_method", "builtins", NULL, KIND_NATIVE, CLASS_FINAL, native_methods, native_getsets },
    { "method", "builtins", NULL, KIND_BOUND, CLASS_FINAL | CLASS_GETATTR, bound_methods, bound_getsets },
    { "property", "builtins", "an attribute computed by functions", KIND_PROPERTY, 0, property_methods, property_getsets },
    { "classmethod", "builtins", "a method that gets the class", KIND_CLASSMETHOD, CLASS_GETATTR, classmethod_methods, wrapper_getsets },
    { "staticmethod", "builtins", "a plain function in a class", KIND_STATICMETHOD, CLASS_GETATTR, staticmethod_methods, wrapper_getsets },
    { "getset_descriptor", "builtins", NULL, KIND_GETSET, CLASS_FINAL, getset_methods, getset_getsets },
    { "super", "builtins", "attributes of the next classes in the mro", KIND_SUPER, 0, super_methods, super_getsets },
    { "cell", "builtins", NULL, KIND_CELL, CLASS_FINAL, NULL, cell_getsets },
    { "code", "builtins", NULL, KIND_CODE, CLASS_FINAL, code_methods, code_getsets },
};

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
        bool elsewhere = i >= EXC_CancelledError;
        const char *module = i == EXC_GreenletExit                 ? "greenlet"
                             : i == EXC_CancelledError || i == EXC_InvalidStateError ? "asyncio.exceptions"
                                                                                     : "builtins";
        (void)elsewhere;
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
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++)
        if (!type_create(vm, &specs[i], NULL))
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
    /* object is the root of every shape; its own dictionary must win over nothing. */
    fiber_types_setup(vm);
    return !vm_raised(vm);
}
