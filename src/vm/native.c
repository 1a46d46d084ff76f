/* native.c - functions written in C as the script sees them: reading their signature, binding a call
 * to it, making classes and modules out of tables. The contract is native.h. */
#include "vm/suggest.h"
#include "vm/vm_internal.h"
#include "base/mem.h"

typedef struct {
    Str *name;
    bool required;
} NativeParam;

/* A parsed signature: positional parameters, then keyword-only ones; at most one *args, one **kwargs. */
typedef struct Signature {
    int posonly, positional, count; /* count: positional and keyword-only                            */
    int star;                       /* position of *args among the arguments handed over, or -1        */
    int kwstar;                     /* likewise **kwargs                                              */
    int total;                      /* arguments handed over                                          */
    size_t bytes;                   /* of this with its parameters                                    */
    NativeParam params[];
} Signature;

static const char *skip_blanks(const char *p)
{
    while (*p == ' ')
        p++;
    return p;
}

/* The end of a parameter: the next comma outside brackets and quotes, or the end. */
static const char *param_end(const char *p)
{
    int depth = 0;
    char quote = 0;
    for (; *p; p++) {
        if (quote) {
            if (*p == quote)
                quote = 0;
        } else if (*p == '\'' || *p == '"') {
            quote = *p;
        } else if (*p == '(' || *p == '[' || *p == '{') {
            depth++;
        } else if (*p == ')' || *p == ']' || *p == '}') {
            depth--;
        } else if (*p == ',' && depth == 0) {
            return p;
        }
    }
    return p;
}

/* A text like "self, sep=None, /, *, key=None". Order handed over is the order written. */
static Signature *signature_parse(VM *vm, const char *text)
{
    int commas = 1;
    for (const char *p = text; *p; p++)
        commas += *p == ',';
    size_t bytes = sizeof(Signature) + (size_t)commas * sizeof(NativeParam);
    Signature *s = mem_alloc_zero(bytes);
    if (!s)
        return NULL;
    s->bytes = bytes;
    s->star = s->kwstar = -1;
    bool keyword_only = false;
    for (const char *p = skip_blanks(text); *p;) {
        const char *end = param_end(p);
        const char *stop = end;
        if (*p == '/') {
            s->posonly = s->positional;
        } else if (p[0] == '*' && p[1] == '*') {
            s->kwstar = s->total++;
        } else if (*p == '*') {
            if (skip_blanks(p + 1) != end)
                s->star = s->total++;
            keyword_only = true;
        } else {
            const char *name_end = p;
            while (name_end < stop && *name_end != '=' && *name_end != ' ')
                name_end++;
            NativeParam *param = &s->params[s->count++];
            param->name = str_intern_utf8(vm->heap, p, (size_t)(name_end - p));
            heap_set_immortal(vm->heap, &param->name->obj);
            param->required = name_end == stop || *name_end != '=';
            if (!keyword_only)
                s->positional++;
            s->total++;
        }
        p = *end ? skip_blanks(end + 1) : end;
    }
    return s;
}

static void native_finalise(Heap *heap, Obj *obj)
{
    Signature *s = ((Native *)obj)->signature;
    if (s)
        mem_free(s, s->bytes);
    ((Native *)obj)->signature = NULL;
}

void native_register(Heap *heap)
{
    heap_set_kind(heap, KIND_NATIVE, NULL, native_finalise);
}

/* Where parameter i of params is handed over: stars before it shift it. */
static int handed_index(const Signature *s, int i)
{
    return i + (s->star >= 0 && i >= s->star) ;
}

static bool native_prepare(VM *vm, Native *native)
{
    if (native->signature)
        return true;
    Signature *s = native->signature = signature_parse(vm, native->spec->signature);
    if (!s) {
        raise_memory(vm);
        return false;
    }
    if (s->star < 0 && s->kwstar < 0 && s->positional == s->total)
        native->obj.aux = (uint32_t)s->total;
    return true;
}

/* Does calling its class come here? Then messages go by the name of the class. */
static bool is_maker(const Native *native)
{
    return value_is_class(native->owner) &&
           (native->spec->flags & NATIVE_NEW || strcmp(native->spec->name, "__init__") == 0);
}

/* Name of the callable in messages: "list.insert()", "sorted()". */
static Str *native_title(VM *vm, Native *native)
{
    if (is_maker(native))
        return vm_format(vm, "%S()", as_class(native->owner)->name);
    if (value_is_class(native->owner))
        return vm_format(vm, "%S.%s()", as_class(native->owner)->name, native->spec->name);
    if (value_is_kind(native->owner, KIND_MODULE) && as_module(native->owner) != vm->builtins)
        return vm_format(vm, "%S.%s()", as_module(native->owner)->name, native->spec->name);
    return vm_format(vm, "%s()", native->spec->name);
}

/* What messages call it. */
static const Str *shown_name(VM *vm, const Native *native)
{
    if (is_maker(native))
        return as_class(native->owner)->name;
    return str_intern_cstr(vm->heap, native->spec->name);
}

static bool is_like_script(const Native *native)
{
    return native->spec->flags & NATIVE_LIKE_SCRIPT ||
           (value_is_class(native->owner) && as_class(native->owner)->flags & CLASS_LIKE_SCRIPT);
}

/* `Class.method`, or the name of a function. */
static Str *script_name(VM *vm, const Native *native)
{
    if (value_is_class(native->owner))
        return vm_format(vm, "%S.%s", as_class(native->owner)->name, native->spec->name);
    return str_intern_cstr(vm->heap, native->spec->name);
}

static bool is_named(const Native *native, const char *name)
{
    return strcmp(native->spec->name, name) == 0;
}

/* A keyword that fits no parameter. */
static void raise_unexpected(VM *vm, const Native *native, const Str *name)
{
    const Signature *s = native->signature;
    const Str *who = is_named(native, "sorted") ? /* list.sort() is who gets its keywords */
                         str_intern_cstr(vm->heap, "sort")
                     : is_like_script(native)   ? script_name(vm, native)
                                                : shown_name(vm, native);
    if (!who)
        return;
    Suggestion near;
    suggest_begin(&near, name);
    for (int i = s->posonly; i < s->count; i++)
        suggest_offer(&near, s->params[i].name);
    if (near.best)
        raise_type(vm, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", who, name, near.best);
    else
        raise_type(vm, "%S() got an unexpected keyword argument '%S'", who, name);
}

/* Functions some of whose parameters can be given by name count in other words. */
static Value wrong_keyword_count(VM *vm, Native *native, int self, int required, int given)
{
    const Signature *s = native->signature;
    const Str *name = shown_name(vm, native);
    int all = s->count - self, max = s->positional - self, min = s->posonly - self;
    if (min > required)
        min = required;
    if (given > all) {
        bool old = name == vm->int_class->name || name == vm->heap->classes[KIND_STR]->name; /* int(), str() */
        return raise_type(vm, old ? "%S expected at most %d argument%s, got %d"
                                  : "%S() takes at most %d argument%s (%d given)",
                          name, all, all == 1 ? "" : "s", given);
    }
    if (max == 0)
        return raise_type(vm, "%S() takes no positional arguments", name);
    int bound = given > max ? max : min;
    const char *how = given > max ? (required < max ? "at most" : "exactly") : min < max ? "at least" : "exactly";
    return raise_type(vm, "%S() takes %s %d positional argument%s (%d given)", name, how, bound,
                      bound == 1 ? "" : "s", given);
}

static Value wrong_count(VM *vm, Native *native, int given)
{
    const Signature *s = native->signature;
    int self = native->spec->flags & NATIVE_STATIC ? 0 : value_is_class(native->owner);
    int required = 0, max = s->positional - self;
    for (int i = 0; i < s->positional; i++)
        required += s->params[i].required;
    required -= self;
    given -= self;
    if (given < 0 && self)
        return raise_type(vm, "unbound method %S.%s() needs an argument",
                          as_class(native->owner)->name, native->spec->name);
    if (is_named(native, "sorted") && !self)
        return raise_type(vm, "sorted expected 1 argument, got %d", given);
    if (s->posonly < s->count)
        return wrong_keyword_count(vm, native, self, required, given);
    if (self && required == max && !is_maker(native) && strncmp(native->spec->name, "__", 2) == 0 &&
        !strstr("__floor__ __ceil__ __trunc__ __bytes__ __format__ __getnewargs__", native->spec->name))
        return raise_type(vm, "expected %d argument%s, got %d", max, max == 1 ? "" : "s", given);
    Str *title = self && max <= 1 && required == max && !is_maker(native)
                     ? native_title(vm, native)
                     : vm_format(vm, "%S", shown_name(vm, native));
    if (!title)
        return VALUE_RAISED;
    if (required == max) {
        if (max == 0)
            return raise_type(vm, "%S takes no arguments (%d given)", self ? title : native_title(vm, native), given);
        if (max == 1 && !is_maker(native))
            return raise_type(vm, "%S takes exactly one argument (%d given)",
                              self ? title : native_title(vm, native), given);
        return raise_type(vm, "%S expected %d argument%s, got %d", title, max, max == 1 ? "" : "s", given);
    }
    if (given < required)
        return raise_type(vm, "%S expected at least %d argument%s, got %d", title, required,
                          required == 1 ? "" : "s", given);
    return raise_type(vm, "%S expected at most %d argument%s, got %d", title, max,
                      max == 1 ? "" : "s", given);
}

static bool too_many_for_script(VM *vm, const Native *native, int given)
{
    const Signature *s = native->signature;
    int defaults = 0;
    for (int i = 0; i < s->positional; i++)
        defaults += !s->params[i].required;
    Str *who = script_name(vm, native);
    return who && call_raise_too_many(vm, who, s->positional, defaults, given, 0);
}

static bool missing_for_script(VM *vm, const Native *native, const Value *out)
{
    const Signature *s = native->signature;
    Str *missing[16], *who = script_name(vm, native);
    int count = 0;
    for (int i = 0; i < s->positional && count < 16; i++)
        if (s->params[i].required && value_is_unset(out[handed_index(s, i)]))
            missing[count++] = s->params[i].name;
    return who && call_raise_missing(vm, who, missing, count, "positional");
}

/* Fills out[0..total) from positional arguments and keywords. */
static bool native_bind(VM *vm, Native *native, Value *out, Value *args, int nargs, Tuple *kwnames)
{
    const Signature *s = native->signature;
    bool plain = !kwnames && native->obj.aux == (uint32_t)s->total; /* no stars, nothing by keyword alone */
    if (plain && nargs < s->total && !s->params[nargs].required) {  /* str(x): defaults for the rest */
        memcpy(out, args, (size_t)nargs * sizeof *out);
        for (int i = nargs; i < s->total; i++)
            out[i] = VALUE_UNSET;
        return true;
    }
    int nkw = kwnames ? (int)tuple_length(kwnames) : 0;
    int npos = nargs - nkw;
    for (int i = 0; i < s->total; i++)
        out[i] = VALUE_UNSET;
    if (nkw && s->posonly == s->count && s->kwstar < 0) {
        Str *title = native_title(vm, native);
        if (title)
            raise_type(vm, "%S takes no keyword arguments", title);
        return false;
    }
    bool like_script = is_like_script(native);
    if (nkw && s->star < 0 && s->kwstar < 0 && nargs > s->count && !like_script) {
        int self = value_is_class(native->owner) && !(native->spec->flags & NATIVE_STATIC);
        raise_type(vm, "%S() takes at most %d argument%s (%d given)", shown_name(vm, native), s->count - self,
                   s->count - self == 1 ? "" : "s", nargs - self);
        return false;
    }
    if (npos > s->positional && s->star < 0) {
        if (like_script)
            return too_many_for_script(vm, native, npos);
        wrong_count(vm, native, npos);
        return false;
    }
    int direct = npos < s->positional ? npos : s->positional;
    for (int i = 0; i < direct; i++)
        out[handed_index(s, i)] = args[i];
    if (s->star >= 0) {
        Tuple *rest = npos > s->positional
                          ? tuple_from_values(vm->heap, args + s->positional, (size_t)(npos - s->positional))
                          : tuple_empty(vm->heap);
        if (!rest) {
            raise_memory(vm);
            return false;
        }
        out[s->star] = OBJ(rest);
    }
    Dict *extra = NULL;
    if (s->kwstar >= 0) {
        extra = dict_new(vm->heap, (size_t)nkw);
        if (!extra) {
            raise_memory(vm);
            return false;
        }
        out[s->kwstar] = OBJ(extra);
    }
    const Str *unexpected = NULL;
    for (int k = 0; k < nkw; k++) {
        Str *name = as_str(kwnames->items[k]);
        int i = s->posonly;
        while (i < s->count && !str_equal(s->params[i].name, name))
            i++;
        if (i == s->count) {
            if (extra) {
                if (!dict_set_name(vm->heap, extra, str_intern(vm->heap, name), args[npos + k])) {
                    raise_memory(vm);
                    return false;
                }
                continue;
            }
            unexpected = unexpected ? unexpected : name; /* what is missing is told first */
            continue;
        }
        Value *slot = &out[handed_index(s, i)];
        if (!value_is_unset(*slot)) {
            raise_type(vm, "argument for %S() given by name ('%S') and position (%d)", shown_name(vm, native),
                       name, i + 1 - (value_is_class(native->owner) && !(native->spec->flags & NATIVE_STATIC)));
            return false;
        }
        *slot = args[npos + k];
    }
    int missing = 0;
    for (int i = 0; i < s->count; i++)
        if (s->params[i].required && value_is_unset(out[handed_index(s, i)])) {
            if (like_script && !unexpected)
                return missing_for_script(vm, native, out);
            if (like_script)
                break;
            if (i < s->posonly || (nkw == 0 && i < s->positional && s->posonly == s->positional)) {
                wrong_count(vm, native, npos);
                return false;
            }
            missing = i + 1;
            break;
        }
    if (missing) {
        int self = value_is_class(native->owner) && !(native->spec->flags & NATIVE_STATIC);
        if (self && missing == 1) { /* of class object: the others are refused by check_self */
            raise_type(vm, native->spec->flags & NATIVE_NEW ? "object.%s(): not enough arguments"
                                                            : "descriptor '%s' of 'object' object needs an argument",
                       native->spec->name);
            return false;
        }
        if (is_named(native, "sorted"))
            raise_type(vm, "sorted expected 1 argument, got %d", npos);
        else if (is_maker(native) && as_class(native->owner) == vm->heap->named[CLS_enumerate])
            raise_type(vm, "enumerate() missing required argument 'iterable'");
        else
            raise_type(vm, "%S() missing required argument '%S' (pos %d)", shown_name(vm, native),
                       s->params[missing - 1].name, missing - self);
        return false;
    }
    if (unexpected)
        raise_unexpected(vm, native, unexpected);
    return !unexpected;
}

/* `str.upper(5)`, `int.__new__(list)`: refused here, so that no function of a built-in type ever sees an
 * object of another layout. */
static bool check_self(VM *vm, const Native *native, const Value *args, int nargs)
{
    Class *owner = as_class(native->owner);
    const char *name = native->spec->name;
    bool special = name[0] == '_' && name[1] == '_';
    if (nargs == 0) {
        if (native->spec->flags & NATIVE_NEW)
            raise_type(vm, "%S.__new__(): not enough arguments", owner->name);
        else if (special)
            raise_type(vm, "descriptor '%s' of '%S' object needs an argument", name, owner->name);
        else
            raise_type(vm, "unbound method %S.%s() needs an argument", owner->name, name);
        return false;
    }
    if (native->obj.flags & NATIVE_CHECKS_SELF) {
        if (class_derives(class_of(vm, args[0]), owner))
            return true;
        raise_type(vm, special ? "descriptor '%s' requires a '%S' object but received a '%T'"
                               : "descriptor '%s' for '%S' objects doesn't apply to a '%T' object",
                   name, owner->name, args[0]);
        return false;
    }
    if (!value_is_class(args[0])) {
        raise_type(vm, "%S.%s(X): X is not a type object (%T)", owner->name, name, args[0]);
        return false;
    }
    Class *cls = as_class(args[0]), *where = NULL;
    if (!class_derives(cls, owner) || cls->layout != owner->layout) {
        raise_type(vm, "%S.%s(%S): %S is not a subtype of %S", owner->name, name, cls->name, cls->name,
                   owner->name);
        return false;
    }
    if (native->spec->flags & NATIVE_NEW && !(cls->flags & CLASS_SCRIPT) &&
        !value_is_unset(class_find(vm->heap, cls, NAME(vm, __new__), &where)) && where != owner) {
        raise_type(vm, "%S.__new__(%S) is not safe, use %S.__new__()", owner->name, cls->name, cls->name);
        return false;
    }
    return true;
}

/* NATIVE_KEYWORDS: positional arguments as they are, then one Dict of keywords or UNSET. */
static Value call_with_keywords(VM *vm, Native *native, Value *args, int nargs, Tuple *kwnames)
{
    int nkw = kwnames ? (int)tuple_length(kwnames) : 0, npos = nargs - nkw;
    size_t mark = vm->root_count;
    Value kw = VALUE_UNSET;
    if (mark + (size_t)nargs + 2 > vm->root_capacity)
        return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
    if (nkw) {
        Dict *dict = call_kw_dict(vm, kwnames, args + npos);
        if (!dict)
            return VALUE_RAISED;
        kw = OBJ(dict);
    }
    Value *out = vm->roots + vm->root_count;
    memcpy(out, args, (size_t)npos * sizeof(Value));
    out[npos] = kw;
    vm->root_count += (size_t)npos + 1;
    Value result = native->fn(vm, out, npos + 1);
    vm->root_count = mark;
    return result;
}

Value native_call(VM *vm, Native *native, Value *args, int nargs, Tuple *kwnames)
{
    size_t mark = vm->root_count;
    Value result;
    if (!native_self_fits(native, args, nargs) && !check_self(vm, native, args, nargs))
        return VALUE_RAISED;
    if (native->spec->flags & NATIVE_KEYWORDS)
        return call_with_keywords(vm, native, args, nargs, kwnames);
    if (native->obj.flags & NATIVE_IS_RAW) {
        if (kwnames && tuple_length(kwnames)) {
            Str *title = native_title(vm, native);
            return title ? raise_type(vm, "%S takes no keyword arguments", title) : VALUE_RAISED;
        }
        if (nargs < native->min || (native->max >= 0 && nargs > native->max)) {
            int self = value_is_class(native->owner) && !(native->spec->flags & NATIVE_STATIC);
            const Str *name = shown_name(vm, native);
            if (nargs < native->min && native->min == native->max && native->min - self == 1)
                return raise_type(vm, "%S() takes exactly one argument (%d given)", name, nargs - self);
            if (native->min == native->max)
                return raise_type(vm, "%S expected %d argument%s, got %d", name, native->min - self,
                                  native->min - self == 1 ? "" : "s", nargs - self);
            if (nargs < native->min)
                return raise_type(vm, "%S expected at least %d argument%s, got %d", name,
                                  native->min - self, native->min - self == 1 ? "" : "s", nargs - self);
            return raise_type(vm, "%S expected at most %d argument%s, got %d", name, native->max - self,
                              native->max - self == 1 ? "" : "s", nargs - self);
        }
        result = native->fn(vm, args, nargs);
    } else {
        if (!native_prepare(vm, native))
            return VALUE_RAISED;
        const Signature *s = native->signature;
        if (!kwnames && nargs == s->total && s->star < 0 && s->kwstar < 0 && nargs == s->positional) {
            result = native->fn(vm, args, nargs);
        } else {
            if (vm->root_count + (size_t)s->total > vm->root_capacity)
                return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
            Value *out = vm->roots + vm->root_count;
            vm->root_count += (size_t)s->total;
            result = native_bind(vm, native, out, args, nargs, kwnames) ? native->fn(vm, out, s->total)
                                                                        : VALUE_RAISED;
        }
    }
    vm->root_count = mark;
    if (UNLIKELY(vm->overflow_roots != NULL) && mark < vm->root_capacity / 2)
        vm->overflow_roots = NULL;
    return result;
}

/* Dunders that are plain methods in CPython: no operation of a type has a slot for them. */
static const char *const slotless[] = {
    "reduce__",      "reduce_ex__",  "getstate__",      "setstate__",      "sizeof__",     "format__",
    "dir__",         "reversed__",   "length_hint__",   "enter__",         "exit__",       "aenter__",
    "aexit__",       "round__",      "trunc__",         "floor__",         "ceil__",       "getnewargs__",
    "copy__",        "deepcopy__",   "bytes__",         "complex__",       "missing__",    "set_name__",
    "subclasses__",  "fspath__",     "instancecheck__", "subclasscheck__", "mro_entries__",
};

static bool is_slot(const Class *owner, const char *name)
{
    if (name[0] != '_' || name[1] != '_')
        return false;
    name += 2;
    for (size_t i = 0; i < sizeof slotless / sizeof *slotless; i++)
        if (name[0] == slotless[i][0] && strcmp(name, slotless[i]) == 0)
            return false;
    /* Containers offer these once more, as quicker methods. */
    if (strcmp(name, "getitem__") == 0)
        return owner->layout != KIND_LIST && owner->layout != KIND_DICT;
    if (strcmp(name, "contains__") == 0)
        return owner->layout != KIND_DICT && owner->layout != KIND_SET && owner->layout != KIND_FROZENSET;
    return true;
}

/* --- tables into objects ------------------------------------------------------------------------ */

Native *native_create(VM *vm, const NativeSpec *spec, Value owner)
{
    Native *native = heap_new(vm->heap, KIND_NATIVE, sizeof *native);
    native->fn = spec->fn;
    native->spec = spec;
    native->signature = NULL;
    native->obj.aux = UINT32_MAX;
    if (spec->signature[0] == '.' && !(spec->flags & NATIVE_KEYWORDS))
        native->obj.flags |= NATIVE_IS_RAW;
    if (value_is_class(owner) && !(spec->flags & (NATIVE_NEW | NATIVE_STATIC | NATIVE_CLASS)))
        native->obj.cls = vm->heap->named[is_slot(as_class(owner), spec->name) ? CLS_wrapper_descriptor
                                                                              : CLS_method_descriptor];
    if (value_is_class(owner) && as_class(owner) != vm->object_class) {
        if (spec->flags & (NATIVE_NEW | NATIVE_CLASS))
            native->obj.flags |= NATIVE_CHECKS_CLASS;
        else if (!(spec->flags & NATIVE_STATIC))
            native->obj.flags |= NATIVE_CHECKS_SELF;
    }
    native->min = spec->min;
    native->max = spec->max;
    native->owner = owner;
    native->data = VALUE_UNSET;
    return native;
}

static Value wrap(VM *vm, uint8_t kind, Native *native)
{
    Wrapper *wrapper = heap_new(vm->heap, kind, sizeof *wrapper);
    wrapper->func = OBJ(native);
    return OBJ(wrapper);
}

static bool add_natives(VM *vm, Class *cls, const NativeSpec *rows)
{
    for (; rows && rows->name; rows++) {
        Value value = OBJ(native_create(vm, rows, OBJ(cls)));
        if (rows->flags & NATIVE_CLASS)
            value = wrap(vm, KIND_CLASSMETHOD, as_native(value));
        else if (rows->flags & (NATIVE_STATIC | NATIVE_NEW))
            value = wrap(vm, KIND_STATICMETHOD, as_native(value));
        if (!dict_set_name(vm->heap, cls->lazy_dict, str_intern_cstr(vm->heap, rows->name), value))
            return false;
    }
    return true;
}

static bool add_getsets(VM *vm, Class *cls, const GetSetSpec *rows)
{
    for (; rows && rows->name; rows++) {
        GetSet *getset = heap_new(vm->heap, KIND_GETSET, sizeof *getset);
        getset->name = str_intern_cstr(vm->heap, rows->name);
        getset->get = rows->get;
        getset->set = rows->set;
        getset->owner = cls;
        getset->data = VALUE_UNSET;
        if (!dict_set_name(vm->heap, cls->lazy_dict, getset->name, OBJ(getset)))
            return false;
    }
    return true;
}

static bool add_tables(VM *vm, Class *cls)
{
    Heap *heap = vm->heap;
    Str *doc = cls->help ? str_from_cstr(heap, cls->help) : NULL;
    if (cls->help && (!doc || !dict_set_name(heap, cls->lazy_dict, NAME(vm, __doc__), OBJ(doc))))
        return false;
    for (int i = 0; i < CLASS_TABLES; i++)
        if (!add_natives(vm, cls, cls->natives[i]))
            return false;
    for (int i = 0; i < 2; i++)
        if (!add_getsets(vm, cls, cls->getsets[i]))
            return false;
    return !(cls->flags & CLASS_UNHASHABLE) || dict_set_name(heap, cls->lazy_dict, NAME(vm, __hash__), VALUE_NONE);
}

/* heap->fill_class: the first look into a built-in class. A lookup cannot fail for memory, so a limit that was
 * asked for gives way here. */
static void fill_class(void *owner, Class *cls)
{
    VM *vm = owner;
    size_t limit = mem_limit(), heap_limit = vm->heap->limit_bytes;
    mem_set_limit(0);
    vm->heap->limit_bytes = 0;
    if (!add_tables(vm, cls) && !add_tables(vm, cls)) /* one allocation may fail, as a test */
        heap_die_of_memory();
    mem_set_limit(limit);
    vm->heap->limit_bytes = heap_limit;
}

void native_setup(VM *vm)
{
    vm->heap->fill_class = fill_class;
    vm->heap->fill_owner = vm;
}

bool class_add_natives(VM *vm, Class *cls, const NativeSpec *rows)
{
    for (int i = 0; !cls->lazy_dict && i < CLASS_TABLES; i++)
        if (!cls->natives[i]) {
            cls->natives[i] = rows;
            return true;
        }
    class_dict(vm->heap, cls);
    if (!add_natives(vm, cls, rows)) {
        raise_memory(vm);
        return false;
    }
    class_changed(vm, cls);
    return true;
}

bool class_add_getsets(VM *vm, Class *cls, const GetSetSpec *rows)
{
    for (int i = 0; !cls->lazy_dict && i < 2; i++)
        if (!cls->getsets[i]) {
            cls->getsets[i] = rows;
            return true;
        }
    class_dict(vm->heap, cls);
    if (!add_getsets(vm, cls, rows)) {
        raise_memory(vm);
        return false;
    }
    class_changed(vm, cls);
    return true;
}

bool module_add(VM *vm, Module *module, const char *name, Value value)
{
    if (value_is_raised(value))
        return false;
    if (dict_set_name(vm->heap, module->dict, str_intern_cstr(vm->heap, name), value))
        return true;
    raise_memory(vm);
    return false;
}

bool module_add_natives(VM *vm, Module *module, const NativeSpec *rows)
{
    for (; rows && rows->name; rows++)
        if (!module_add(vm, module, rows->name, OBJ(native_create(vm, rows, OBJ(module)))))
            return false;
    return true;
}

Class *type_create(VM *vm, const TypeSpec *spec, Class *base)
{
    Heap *heap = vm->heap;
    Class *cls = class_new_builtin(heap, spec->name, spec->module, base ? base : vm->object_class,
                                   spec->layout);
    if (!cls) {
        raise_memory(vm);
        return NULL;
    }
    cls->obj.cls = vm->type_class;
    cls->flags |= spec->class_flags;
    cls->flags |= cls->bases && tuple_length(cls->bases)
                      ? as_class(cls->bases->items[0])->flags & (CLASS_EXCEPTION | CLASS_METACLASS)
                      : 0;
    if (spec->layout != KIND_INSTANCE && spec->layout != KIND_SLOTS && spec->layout != KIND_BLOB &&
        !heap->classes[spec->layout])
        heap->classes[spec->layout] = cls;
    cls->help = spec->help;
    if (!class_add_natives(vm, cls, spec->methods) || !class_add_getsets(vm, cls, spec->getsets))
        return NULL;
    return cls;
}
