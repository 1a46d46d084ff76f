/* call.c - calling anything: binding arguments to a script function's registers, classes, methods,
 * natives; and vm_call, the one door from C into script code. */
#include "vm/vm_internal.h"

#include <stdio.h>

/* --- wrong calls: CPython's messages ------------------------------------------------------------ */

static void join_names(VM *vm, StrBuilder *b, Str **names, int count)
{
    for (int i = 0; i < count; i++) {
        if (i)
            builder_cstr(b, i < count - 1 ? ", " : count > 2 ? ", and " : " and ");
        builder_char(b, '\'');
        builder_str(b, names[i]);
        builder_char(b, '\'');
    }
}

bool call_raise_missing(VM *vm, const Str *who, Str **names, int count, const char *kind)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    join_names(vm, &b, names, count);
    Str *list = builder_finish(&b);
    if (!list)
        raise_memory(vm);
    else
        raise_type(vm, "%S() missing %d required %s argument%s: %S", who, count, kind, count == 1 ? "" : "s", list);
    return false;
}

bool call_raise_too_many(VM *vm, const Str *who, int count, int defaults, int given, int kwonly_given)
{
    char takes[64];
    if (defaults)
        snprintf(takes, sizeof takes, "from %d to %d", count - defaults, count);
    else
        snprintf(takes, sizeof takes, "%d", count);
    bool plural = defaults || count != 1;
    char extra[96] = "";
    if (kwonly_given)
        snprintf(extra, sizeof extra, " positional argument%s (and %d keyword-only argument%s)",
                 given == 1 ? "" : "s", kwonly_given, kwonly_given == 1 ? "" : "s");
    raise_type(vm, "%S() takes %s positional argument%s but %d%s %s given", who, takes, plural ? "s" : "",
               given, extra, given == 1 && !kwonly_given ? "was" : "were");
    return false;
}

/* A keyword that fits no parameter. */
static bool raise_unexpected(VM *vm, Function *func, Str *name, Tuple *kwnames)
{
    const Code *code = func->code;
    Str *wrong[64];
    int count = 0;
    for (size_t k = 0; k < tuple_length(kwnames) && count < 64; k++)
        for (int i = 0; i < code->posonly; i++)
            if (str_equal(code->varnames[i], as_str(kwnames->items[k])))
                wrong[count++] = code->varnames[i];
    if (count) {
        StrBuilder b;
        builder_init(&b, vm->heap);
        for (int i = 0; i < count; i++) {
            builder_cstr(&b, i ? ", " : "");
            builder_str(&b, wrong[i]);
        }
        Str *list = builder_finish(&b);
        if (list)
            raise_type(vm, "%S() got some positional-only arguments passed as keyword arguments: '%S'",
                       func->qualname, list);
        else
            raise_memory(vm);
        return false;
    }
    Str *near = suggest_parameter(vm, code, name);
    if (near)
        raise_type(vm, "%S() got an unexpected keyword argument '%S'. Did you mean '%S'?", func->qualname,
                   name, near);
    else if (!vm_raised(vm))
        raise_type(vm, "%S() got an unexpected keyword argument '%S'", func->qualname, name);
    return false;
}

/* Binds to registers R[0..]; all code->nregs registers are written. */
bool call_bind(VM *vm, Function *func, Value *r, Value *args, int nargs, Tuple *kwnames)
{
    const Code *code = func->code;
    int nkw = kwnames ? (int)tuple_length(kwnames) : 0;
    int npos = nargs - nkw;
    int argcount = code->argcount, named = argcount + code->kwonly;
    frame_clear(r, 0, code->nregs);
    int direct = npos < argcount ? npos : argcount;
    for (int i = 0; i < direct; i++)
        r[i] = args[i];
    int next = named;
    if (code->flags & CODE_VARARGS) {
        Tuple *rest = npos > argcount
                          ? tuple_from_values(vm->heap, args + argcount, (size_t)(npos - argcount))
                          : tuple_empty(vm->heap);
        if (!rest) {
            raise_memory(vm);
            return false;
        }
        r[next++] = OBJ(rest);
    }
    Dict *extra = NULL;
    if (code->flags & CODE_VARKW) {
        extra = dict_new(vm->heap, (size_t)nkw);
        if (!extra) {
            raise_memory(vm);
            return false;
        }
        r[next] = OBJ(extra);
    }
    for (int k = 0; k < nkw; k++) {
        Str *name = as_str(kwnames->items[k]);
        int i = code->posonly;
        while (i < named && code->varnames[i] != name)
            i++;
        if (i == named)
            for (i = code->posonly; i < named && !str_equal(code->varnames[i], name); i++) {
            }
        if (i == named) {
            if (!extra)
                return raise_unexpected(vm, func, name, kwnames);
            if (!vm_dict_set(vm, extra, OBJ(name), args[npos + k]))
                return false;
            continue;
        }
        if (!value_is_unset(r[i])) {
            raise_type(vm, "%S() got multiple values for argument '%S'", func->qualname, name);
            return false;
        }
        r[i] = args[npos + k];
    }
    if (npos > argcount && !(code->flags & CODE_VARARGS)) {
        int kwonly_given = 0;
        for (int i = argcount; i < named; i++)
            kwonly_given += !value_is_unset(r[i]);
        int defaults = value_is_tuple(func->defaults) ? (int)tuple_length(as_tuple(func->defaults)) : 0;
        return call_raise_too_many(vm, func->qualname, argcount, defaults, npos, kwonly_given);
    }
    if (npos < argcount) {
        int defaults = value_is_tuple(func->defaults) ? (int)tuple_length(as_tuple(func->defaults)) : 0;
        int first_default = argcount - defaults;
        Str *missing[256];
        int count = 0;
        for (int i = npos; i < argcount; i++) {
            if (!value_is_unset(r[i]))
                continue;
            if (i >= first_default)
                r[i] = as_tuple(func->defaults)->items[i - first_default];
            else if (count < 256)
                missing[count++] = code->varnames[i];
        }
        if (count)
            return call_raise_missing(vm, func->qualname, missing, count, "positional");
    }
    if (code->kwonly) {
        Str *missing[256];
        int count = 0;
        for (int i = argcount; i < named; i++) {
            if (!value_is_unset(r[i]))
                continue;
            Value v = value_is_dict(func->kwdefaults)
                          ? dict_get_name(as_dict(func->kwdefaults), code->varnames[i])
                          : VALUE_UNSET;
            if (!value_is_unset(v))
                r[i] = v;
            else if (count < 256)
                missing[count++] = code->varnames[i];
        }
        if (count)
            return call_raise_missing(vm, func->qualname, missing, count, "keyword-only");
    }
    return true;
}

/* --- calling ------------------------------------------------------------------------------------- */

COLD static void tell_fiber(VM *vm, Fiber *fiber)
{
    Id id = observe_id(vm, &fiber->obj);
    if (id.letter == 'C')
        EMIT(vm, co_new, .id = id, .fn = fiber->base.func, .value = OBJ(fiber));
    else
        EMIT(vm, gen_new, .id = id, .fn = fiber->base.func, .value = OBJ(fiber));
}

static Value call_function(VM *vm, Function *func, Value *args, int nargs, Tuple *kwnames)
{
    const Code *code = func->code;
    if (code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNCGEN)) {
        Fiber *fiber = fiber_new(vm, func);
        if (!fiber)
            return VALUE_RAISED;
        if (LIKELY(code_is_simple(code) && code->argcount == nargs && !kwnames)) {
            memcpy(fiber->base.r, args, (size_t)nargs * sizeof(Value)); /* the others are UNSET */
        } else if (!call_bind(vm, func, fiber->base.r, args, nargs, kwnames)) {
            fiber->state = FIBER_DONE;
            return VALUE_RAISED;
        }
        if (OBSERVED(vm) && !(code->flags & CODE_HIDDEN))
            tell_fiber(vm, fiber);
        return OBJ(fiber);
    }
    Frame *frame = frame_push(vm, func, 0);
    if (UNLIKELY(!frame))
        return VALUE_RAISED;
    if (func->obj.aux == (uint32_t)nargs && !kwnames) {
        memcpy(frame->r, args, (size_t)nargs * sizeof(Value));
        frame_clear(frame->r, (size_t)nargs, code->nregs);
    } else if (!call_bind(vm, func, frame->r, args, nargs, kwnames)) {
        frame_pop(vm, frame);
        return VALUE_RAISED;
    }
    return VALUE_PUSHED;
}

Dict *call_kw_dict(VM *vm, Tuple *kwnames, const Value *values)
{
    Dict *kw = dict_new(vm->heap, tuple_length(kwnames));
    for (size_t i = 0; i < tuple_length(kwnames); i++)
        if (!kw || !dict_set_name(vm->heap, kw, str_intern(vm->heap, as_str(kwnames->items[i])), values[i])) {
            raise_memory(vm);
            return NULL;
        }
    vm_keep(vm, OBJ(kw));
    return kw;
}

Tuple *call_kw_names(VM *vm, Dict *kw, Value *values)
{
    Tuple *names = tuple_new(vm->heap, kw->count);
    if (!names) {
        raise_memory(vm);
        return NULL;
    }
    size_t i = 0;
    for (DictEntry *e = NULL; (e = dict_next(kw, e)); i++) {
        if (!value_is_str(e->key)) {
            raise_type(vm, "keywords must be strings");
            return NULL;
        }
        names->items[i] = e->key;
        values[i] = e->value;
    }
    return names;
}

/* --- instantiation: type.__call__ ------------------------------------------------------------------ */

/* A script class without a __new__ of its own: the instance is made here, __init__ gets a frame. */
static Value call_plain_class(VM *vm, Class *cls, Value init, Value *args, int nargs, Tuple *kwnames)
{
    Instance *self = instance_new(vm->heap, cls);
    if (cls->flags & CLASS_HAS_DEL)
        heap_set_finalise(vm->heap, &self->obj);
    if (value_is_exactly(init, KIND_FUNCTION) &&
        !(as_function(init)->code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNCGEN))) {
        Function *func = as_function(init);
        Frame *frame = frame_push(vm, func, 1);
        if (!frame)
            return VALUE_RAISED;
        frame->flags |= FRAME_INIT;
        frame->r[func->code->nregs] = OBJ(self);
        args[-1] = OBJ(self);
        if (func->obj.aux == (uint32_t)nargs + 1 && !kwnames) {
            memcpy(frame->r, args - 1, ((size_t)nargs + 1) * sizeof(Value));
            frame_clear(frame->r, (size_t)nargs + 1, func->code->nregs);
        } else if (!call_bind(vm, func, frame->r, args - 1, nargs + 1, kwnames)) {
            frame_pop(vm, frame);
            return VALUE_RAISED;
        }
        return VALUE_PUSHED;
    }
    if (is_object_init(vm, init))
        return nargs ? raise_type(vm, "%S() takes no arguments", cls->name) : OBJ(self);
    vm_keep(vm, OBJ(self));
    int npos = nargs - (kwnames ? (int)tuple_length(kwnames) : 0);
    Dict *kw = kwnames ? call_kw_dict(vm, kwnames, args + npos) : NULL;
    if (kwnames && !kw)
        return VALUE_RAISED;
    Value bound = descriptor_get_now(vm, init, OBJ(self), cls);
    Value result = value_is_raised(bound) ? bound : vm_call_kw(vm, vm_keep(vm, bound), npos, args, kw);
    if (value_is_raised(result))
        return result;
    return value_is_none(result) ? OBJ(self) : raise_type(vm, "__init__() should return None, not '%T'", result);
}

/* A built-in class: its __new__, and its __init__ if it has one (else UNSET), are in C. */
static Value call_native_class(VM *vm, Class *cls, Native *new, Value init, Value *args, int nargs, Tuple *kwnames)
{
    bool direct = vm->direct;
    vm->direct = false;
    args[-1] = OBJ(cls);
    Value self = native_call(vm, new, args - 1, nargs + 1, kwnames);
    if (!value_is_raised(self) && !value_is_unset(init) && value_is_a(vm, self, cls)) {
        args[-1] = self;
        if (value_is_raised(native_call(vm, as_native(init), args - 1, nargs + 1, kwnames)))
            self = VALUE_RAISED;
        else
            self = args[-1];
    }
    vm->direct = direct;
    return self;
}

/* window[0] is the new object: its __init__ gets it and the arguments behind. */
static Value call_init(VM *vm, Value init, Value *window, int npos, Dict *kw)
{
    Value self = window[0], result;
    if (value_is_kind(init, KIND_FUNCTION) || value_is_kind(init, KIND_NATIVE)) {
        result = vm_call_kw(vm, init, npos + 1, window, kw);
    } else {
        Value bound = descriptor_get_now(vm, init, self, class_of(vm, self));
        result = value_is_raised(bound) ? bound : vm_call_kw(vm, vm_keep(vm, bound), npos, window + 1, kw);
    }
    if (!value_is_raised(result) && !value_is_none(result))
        return raise_type(vm, "__init__() should return None, not '%T'", result);
    return result;
}

/* The general way: __new__ and __init__ both through the C door. */
static Value call_any_class(VM *vm, Class *cls, Value *args, int nargs, Tuple *kwnames)
{
    size_t mark = vm->root_count;
    int npos = nargs - (kwnames ? (int)tuple_length(kwnames) : 0);
    Dict *kw = kwnames ? call_kw_dict(vm, kwnames, args + npos) : NULL;
    if (kwnames && !kw)
        return VALUE_RAISED;
    Value new = class_lookup(vm, cls, NAME(vm, __new__));
    if (value_is_kind(new, KIND_STATICMETHOD))
        new = AS(Wrapper, new)->func;
    if (value_is_unset(new))
        return raise_type(vm, "cannot create '%S' instances", cls->name);
    Value *window = vm->roots + vm->root_count;
    if (vm->root_count + (size_t)npos + 2 > vm->root_capacity)
        return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
    vm_keep(vm, OBJ(cls));
    for (int i = 0; i < npos; i++)
        vm_keep(vm, args[i]);
    Value self = vm_call_kw(vm, new, npos + 1, window, kw);
    if (value_is_raised(self))
        return self;
    vm_keep(vm, self);
    if (value_is_a(vm, self, cls)) {
        Value init = class_lookup(vm, class_of(vm, self), NAME(vm, __init__));
        if (!value_is_unset(init) && !is_object_init(vm, init)) {
            window[0] = self;
            if (value_is_raised(call_init(vm, init, window, npos, kw)))
                return VALUE_RAISED;
        } else if (!(cls->flags & CLASS_SCRIPT_NEW) && nargs && is_object_init(vm, init) &&
                   cls->layout == KIND_INSTANCE) {
            return raise_type(vm, "%S() takes no arguments", cls->name);
        }
        if (cls->flags & CLASS_HAS_DEL)
            heap_set_finalise(vm->heap, value_obj(self));
    }
    vm->root_count = mark;
    return self;
}

Value call_class(VM *vm, Class *cls, Value *args, int nargs, Tuple *kwnames)
{
    if (cls == vm->type_class && nargs == 1 && !kwnames)
        return OBJ(class_of(vm, args[0]));
    if (cls->maker)
        return call_native_class(vm, cls, cls->maker, VALUE_UNSET, args, nargs, kwnames);
    if (cls->flags & CLASS_ABSTRACT)
        return raise_abstract(vm, cls);
    Value init = class_lookup(vm, cls, NAME(vm, __init__));
    if (cls->layout == KIND_INSTANCE && !(cls->flags & CLASS_SCRIPT_NEW) &&
        is_object_new(vm, class_lookup(vm, cls, NAME(vm, __new__))))
        return call_plain_class(vm, cls, init, args, nargs, kwnames);
    if (!(cls->flags & CLASS_SCRIPT) && cls != vm->type_class &&
        (is_object_init(vm, init) || value_is_exactly(init, KIND_NATIVE))) {
        Value new = class_lookup(vm, cls, NAME(vm, __new__));
        if (value_is_kind(new, KIND_STATICMETHOD) && value_is_exactly(AS(Wrapper, new)->func, KIND_NATIVE)) {
            Native *maker = as_native(AS(Wrapper, new)->func);
            if (is_object_init(vm, init)) { /* and so it stays: nobody changes a built-in class */
                cls->maker = maker;
                init = VALUE_UNSET;
            }
            return call_native_class(vm, cls, maker, init, args, nargs, kwnames);
        }
    }
    return call_any_class(vm, cls, args, nargs, kwnames);
}

/* A module called by mistake may hold what was meant: time() for time.time(). */
static Value raise_not_callable(VM *vm, Value callee)
{
    if (value_is_kind(callee, KIND_MODULE)) {
        Dict *names = as_module(callee)->dict;
        Value name = dict_get_name(names, NAME(vm, __name__));
        Value same = value_is_str(name) ? dict_get_name(names, as_str(name)) : VALUE_UNSET;
        if (value_is_obj(same) && !value_is_unset(class_lookup(vm, class_of(vm, same), NAME(vm, __call__))))
            return raise_type(vm, "'%T' object is not callable. Did you mean: '%S.%S(...)'?", callee, as_str(name),
                              as_str(name));
    }
    return raise_type(vm, "'%T' object is not callable", callee);
}

Value call_value(VM *vm, Value callee, Value *args, int nargs, Tuple *kwnames)
{
    for (int hops = 0; hops < 1000; hops++) {
        if (!value_is_obj(callee))
            break;
        switch (value_obj(callee)->kind & KIND_MASK) {
        case KIND_FUNCTION: return call_function(vm, as_function(callee), args, nargs, kwnames);
        case KIND_NATIVE:
            return kwnames ? native_call(vm, as_native(callee), args, nargs, kwnames)
                           : native_call_quick(vm, as_native(callee), args, nargs);
        case KIND_BOUND:
            args[-1] = AS(Bound, callee)->self;
            callee = AS(Bound, callee)->func;
            args--;
            nargs++;
            /* The slot before is the caller's no more: a second hop needs room of its own. */
            if (!value_is_kind(callee, KIND_FUNCTION) && !value_is_kind(callee, KIND_NATIVE)) {
                size_t mark = vm->root_count;
                if (mark + (size_t)nargs + 1 > vm->root_capacity)
                    return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
                vm_keep(vm, callee);
                Value *copy = vm->roots + vm->root_count;
                for (int i = 0; i < nargs; i++)
                    vm_keep(vm, args[i]);
                Value result = call_value(vm, callee, copy, nargs, kwnames);
                vm->root_count = mark;
                return result;
            }
            continue;
        case KIND_CLASS: {
            Class *cls = as_class(callee);
            if (cls->obj.cls != vm->type_class) {
                Value call = class_lookup(vm, cls->obj.cls, NAME(vm, __call__));
                if (value_is_kind(call, KIND_FUNCTION)) {
                    args[-1] = callee;
                    return call_function(vm, as_function(call), args - 1, nargs + 1, kwnames);
                }
            }
            return call_class(vm, cls, args, nargs, kwnames);
        }
        case KIND_STATICMETHOD: callee = AS(Wrapper, callee)->func; continue;
        default: {
            Value call = class_lookup(vm, value_obj(callee)->cls, NAME(vm, __call__));
            if (value_is_unset(call))
                return raise_not_callable(vm, callee);
            if (value_is_kind(call, KIND_FUNCTION) || value_is_kind(call, KIND_NATIVE)) {
                args[-1] = callee;
                callee = call;
                args--;
                nargs++;
                continue;
            }
            callee = descriptor_get_now(vm, call, callee, value_obj(callee)->cls);
            if (value_is_raised(callee))
                return callee;
            vm_keep(vm, callee);
            continue;
        }
        }
    }
    return raise_type(vm, "'%T' object is not callable", callee);
}

/* After call_value pushed a frame on behalf of C: run it to its end. */
static Value run_pushed(VM *vm, Frame *before)
{
    Frame *pushed = vm->frame;
    if (!pushed || pushed->caller != before || (pushed->flags & FRAME_FIBER))
        return raise_runtime(vm, "cannot switch frames across a call from C");
    if (!vm_enter_c(vm, "")) {
        frame_pop(vm, pushed);
        return VALUE_RAISED;
    }
    pushed->flags |= FRAME_ENTRY;
    Value result;
    RunResult how = vm_run(vm, &result);
    vm_leave_c(vm);
    return how == RUN_RETURNED ? result : VALUE_RAISED;
}

/* kwnames: names of the last nkw arguments. */
static Value call_from_c(VM *vm, Value callee, int nargs, const Value *args, Dict *kw)
{
    size_t mark = vm->root_count;
    size_t nkw = kw ? kw->count : 0;
    if (mark + (size_t)nargs + nkw + 8 > vm->root_capacity)
        return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
    Frame *before = vm->frame;
    bool direct = vm->direct;
    vm->direct = false;
    Value *window = vm->roots + mark;
    vm->root_count = mark + 2; /* callee, and one slot more for a self */
    window[0] = callee;
    window[1] = callee;
    for (int i = 0; i < nargs; i++)
        vm->roots[vm->root_count++] = args[i];
    Tuple *kwnames = NULL;
    Value result = VALUE_RAISED;
    if (nkw) {
        kwnames = call_kw_names(vm, kw, vm->roots + vm->root_count);
        if (!kwnames)
            goto out;
        vm->root_count += nkw;
        vm_keep(vm, OBJ(kwnames));
    }
    /* Natives that call natives (a chain of iterators, of partials) use the C stack as script code does. */
    if (!vm_enter_c(vm, ""))
        goto out;
    result = call_value(vm, callee, window + 2, nargs + (int)nkw, kwnames);
    vm_leave_c(vm);
    if (value_same(result, VALUE_PUSHED))
        result = run_pushed(vm, before);
out:
    vm->root_count = mark;
    vm->direct = direct;
    return result;
}

/* The same for a native whose arguments lie on the root stack, the slot before them free. */
static Value call_native_from_c(VM *vm, Native *native, Value *args, int nargs)
{
    if (!vm_enter_c(vm, ""))
        return VALUE_RAISED;
    Frame *before = vm->frame;
    bool direct = vm->direct;
    vm->direct = false;
    Value result = native_call_quick(vm, native, args, nargs);
    vm_leave_c(vm);
    if (UNLIKELY(value_same(result, VALUE_PUSHED)))
        result = run_pushed(vm, before);
    vm->direct = direct;
    return result;
}

Value vm_call(VM *vm, Value callee, int nargs, const Value *args)
{
    return call_from_c(vm, callee, nargs, args, NULL);
}

Value vm_call_kw(VM *vm, Value callee, int nargs, const Value *args, Dict *kw)
{
    return call_from_c(vm, callee, nargs, args, kw);
}

Value vm_call_method(VM *vm, Value self, Str *name, int nargs, const Value *args)
{
    size_t mark = vm->root_count;
    Value method = vm_getattr(vm, self, name);
    if (value_is_raised(method))
        return method;
    Value result = vm_call(vm, vm_keep(vm, method), nargs, args);
    vm->root_count = mark;
    return result;
}

Value vm_call_special(VM *vm, Value self, Str *name, int nargs, const Value *args)
{
    Class *cls = class_of(vm, self);
    Value func = class_lookup(vm, cls, name);
    if (value_is_unset(func))
        return VALUE_UNSET;
    size_t mark = vm->root_count;
    Value result;
    if (value_is_kind(func, KIND_FUNCTION) || value_is_kind(func, KIND_NATIVE)) {
        if (mark + (size_t)nargs + 4 > vm->root_capacity)
            return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
        Value *window = vm->roots + mark;
        vm_keep(vm, func); /* the callee's slot; a native may write over it */
        vm_keep(vm, self);
        for (int i = 0; i < nargs; i++)
            vm_keep(vm, args[i]);
        result = value_is_exactly(func, KIND_NATIVE) ? call_native_from_c(vm, as_native(func), window + 1, nargs + 1)
                                                     : vm_call(vm, func, nargs + 1, window + 1);
    } else {
        Value bound = descriptor_get_now(vm, func, self, cls);
        if (value_is_raised(bound))
            return bound;
        result = vm_call(vm, vm_keep(vm, bound), nargs, args);
    }
    vm->root_count = mark;
    return result;
}

Value vm_tail_call(VM *vm, Value callee, int nargs, const Value *args)
{
    if (!vm->direct)
        return vm_call(vm, callee, nargs, args);
    size_t mark = vm->root_count;
    if (mark + (size_t)nargs + 4 > vm->root_capacity)
        return raise_fmt(vm, vm->exc[EXC_RecursionError], "maximum recursion depth exceeded");
    vm_keep(vm, callee);
    Value *window = vm->roots + vm->root_count;
    for (int i = 0; i < nargs; i++)
        vm_keep(vm, args[i]);
    Value result = call_value(vm, callee, window, nargs, NULL);
    vm->root_count = mark;
    return result;
}

/* f(*args, **kwargs): args a list or tuple, kwargs a dict or UNSET. */
Value call_ex(VM *vm, Value callee, Value args, Value kwargs)
{
    size_t count = value_is_list(args) ? as_list(args)->count : tuple_length(as_tuple(args));
    const Value *items = value_is_list(args) ? as_list(args)->items : as_tuple(args)->items;
    Dict *kw = value_is_dict(kwargs) ? as_dict(kwargs) : NULL;
    size_t nkw = kw ? kw->count : 0, mark = vm->root_count;
    Value *window;
    Value *large = NULL;
    size_t total = count + nkw;
    if (mark + total + 4 > vm->root_capacity) {
        /* More than the root stack holds: only natives and *args can take so many; hand over a copy. */
        large = heap_array(vm->heap, NULL, 0, (total + 2) * sizeof(Value));
        if (!large)
            return raise_memory(vm);
        window = large + 1;
    } else {
        vm_keep(vm, callee);
        window = vm->roots + vm->root_count;
        vm->root_count += total;
    }
    if (count)
        memcpy(window, items, count * sizeof(Value));
    Tuple *kwnames = NULL;
    if (nkw) {
        kwnames = call_kw_names(vm, kw, window + count);
        if (!kwnames) {
            if (large)
                heap_array_free(vm->heap, large, (total + 2) * sizeof(Value));
            vm->root_count = mark;
            return VALUE_RAISED;
        }
        vm_keep(vm, OBJ(kwnames));
    }
    Value result = call_value(vm, callee, window, (int)total, kwnames);
    if (large)
        heap_array_free(vm->heap, large, (total + 2) * sizeof(Value));
    vm->root_count = mark;
    return result;
}

Function *function_new(VM *vm, Code *code, Dict *globals)
{
    Function *func = heap_new(vm->heap, KIND_FUNCTION, sizeof *func + code->ncaptures * sizeof(Cell *));
    func->code = code;
    func->globals = globals;
    func->builtins = vm->builtins ? vm->builtins->dict : globals;
    func->defaults = func->kwdefaults = func->annotations = VALUE_UNSET;
    func->name = code->name;
    func->qualname = code->qualname;
    func->module = VALUE_UNSET;
    func->doc = code->doc;
    func->ncells = code->ncaptures;
    function_set_quick(func);
    return func;
}

void vm_shorten(Function *func, NativeFn shortcut)
{
    func->code->shortcut = shortcut;
    function_set_quick(func);
}

Value vm_run_code(VM *vm, Code *code, Dict *globals, Value ns)
{
    Function *func = function_new(vm, code, globals);
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(func));
    Frame *before = vm->frame;
    Frame *frame = frame_push(vm, func, 0);
    if (!frame)
        return VALUE_RAISED;
    frame_clear(frame->r, 0, code->nregs);
    if (code->nregs && !value_is_unset(ns))
        frame->r[0] = ns;
    bool direct = vm->direct;
    Value result = run_pushed(vm, before);
    vm->direct = direct;
    vm->root_count = mark;
    return result;
}
