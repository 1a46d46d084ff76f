/* protocol.c - repr, str, format, truth, hash, isinstance: the questions every value answers.
 * Exact built-in types where it pays, the class's own method otherwise, and the answers of `object`
 * when the class has none. What a script's method answers is checked with CPython's messages. */
#include "vm/protocol.h"

#include <stdio.h>

/* The method of v's class, or UNSET when it is the one `object` has (or there is none). */
static Value own_method(VM *vm, Value v, Str *name)
{
    Value method = class_lookup(vm, class_of(vm, v), name);
    if (value_is_unset(method) ||
        value_same(method, class_lookup(vm, vm->object_class, name)))
        return VALUE_UNSET;
    return method;
}

/* --- repr and str ----------------------------------------------------------------------------------------- */

static const char *plain_name(const Native *native)
{
    return native->spec ? native->spec->name : "?";
}

/* "0x7f12..." of an object, in a buffer of 24 bytes. */
static const char *address_of(VM *vm, Value v, char buffer[24])
{
    snprintf(buffer, 24, "0x%012llx", (unsigned long long)value_address(vm->heap, v));
    return buffer;
}

static Str *native_repr(VM *vm, const Native *native)
{
    const char *name = plain_name(native);
    char address[24];
    if (!value_is_class(native->owner))
        return vm_format(vm, "<built-in function %s>", name);
    if (native->spec->flags & (NATIVE_NEW | NATIVE_STATIC))
        return vm_format(vm, "<built-in method %s of type object at %s>", name, address_of(vm, native->owner, address));
    return vm_format(vm, native->obj.cls == vm->heap->named[CLS_wrapper_descriptor]
                             ? "<slot wrapper '%s' of '%C' objects>"
                             : "<method '%s' of '%C' objects>",
                     name, as_class(native->owner));
}

static Str *bound_repr(VM *vm, const Bound *bound)
{
    char address[24];
    if (value_is_kind(bound->func, KIND_NATIVE)) {
        const char *name = plain_name(as_native(bound->func));
        return vm_format(vm, bound->obj.cls == vm->heap->named[CLS_method_wrapper]
                                 ? "<method-wrapper '%s' of %T object at %s>"
                                 : "<built-in method %s of %T object at %s>",
                         name, bound->self, address_of(vm, bound->self, address));
    }
    if (value_is_kind(bound->func, KIND_FUNCTION))
        return vm_format(vm, "<bound method %S of %R>", as_function(bound->func)->qualname, bound->self);
    Value name = vm_getattr_or_unset(vm, bound->func, NAME(vm, __qualname__));
    if (value_is_raised(name))
        return NULL;
    if (!value_is_str(name))
        return vm_format(vm, "<bound method ? of %R>", bound->self);
    return vm_format(vm, "<bound method %S of %R>", as_str(vm_keep(vm, name)), bound->self);
}

static Str *class_repr(VM *vm, const Class *cls)
{
    if (value_is_str(cls->module) && !str_equals_cstr(as_str(cls->module), "builtins"))
        return vm_format(vm, "<class '%S.%S'>", as_str(cls->module), cls->qualname);
    return vm_format(vm, "<class '%S'>", cls->qualname);
}

Str *protocol_default_repr(VM *vm, Value v)
{
    char address[24];
    address_of(vm, v, address);
    if (!value_is_obj(v)) {
        switch (value_special(v)) {
        case SPECIAL_NONE: return vm_format(vm, "None");
        case SPECIAL_FALSE: return vm_format(vm, "False");
        case SPECIAL_TRUE: return vm_format(vm, "True");
        case SPECIAL_ELLIPSIS: return vm_format(vm, "Ellipsis");
        case SPECIAL_NOTIMPLEMENTED: return vm_format(vm, "NotImplemented");
        default: return vm_format(vm, "<%T object>", v);
        }
    }
    switch (value_obj(v)->kind) {
    case KIND_FUNCTION:
        return vm_format(vm, "<function %S at %s>", as_function(v)->qualname, address);
    case KIND_NATIVE: return native_repr(vm, as_native(v));
    case KIND_BOUND: return bound_repr(vm, AS(Bound, v));
    case KIND_CODE:
        return vm_format(vm, "<code object %S at %s, file \"%S\", line %d>", AS(Code, v)->name, address,
                         AS(Code, v)->filename, (int)AS(Code, v)->first_line);
    default: break;
    }
    if (value_is_class(v))
        return class_repr(vm, as_class(v));
    const Class *cls = class_of(vm, v);
    if (value_is_str(cls->module) && !str_equals_cstr(as_str(cls->module), "builtins"))
        return vm_format(vm, "<%S.%S object at %s>", as_str(cls->module), cls->qualname, address);
    return vm_format(vm, "<%S object at %s>", cls->qualname, address);
}

/* Calls v.name(), which must answer a str. */
static Str *call_for_text(VM *vm, Value v, Str *name, const char *shown)
{
    if (!vm_enter_c(vm, "while getting the repr of an object"))
        return NULL;
    Value text = vm_call_special(vm, v, name, 0, NULL);
    vm_leave_c(vm);
    if (value_is_raised(text))
        return NULL;
    if (value_is_unset(text))
        return protocol_default_repr(vm, v);
    if (!value_is_str(text)) {
        raise_type(vm, "%s returned non-string (type %T)", shown, text);
        return NULL;
    }
    return as_str(text);
}

Str *vm_repr(VM *vm, Value v)
{
    size_t mark = vm->root_count;
    vm_keep(vm, v);
    Str *text = value_is_unset(own_method(vm, v, NAME(vm, __repr__)))
                    ? protocol_default_repr(vm, v)
                    : call_for_text(vm, v, NAME(vm, __repr__), "__repr__");
    vm->root_count = mark;
    return text;
}

Str *vm_str(VM *vm, Value v)
{
    if (value_is_exactly(v, KIND_STR))
        return as_str(v);
    if (value_is_unset(own_method(vm, v, NAME(vm, __str__))))
        return vm_repr(vm, v);
    size_t mark = vm->root_count;
    vm_keep(vm, v);
    Str *text = call_for_text(vm, v, NAME(vm, __str__), "__str__");
    vm->root_count = mark;
    return text;
}

Str *vm_ascii(VM *vm, Value v)
{
    Str *text = vm_repr(vm, v);
    if (!text || str_is_ascii(text))
        return text;
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < str_length(text); i++) {
        uint32_t c = str_at(text, i);
        if (c < 0x80)
            builder_char(&b, c);
        else
            builder_printf(&b, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    }
    text = builder_finish(&b);
    if (!text)
        raise_memory(vm);
    return text;
}

Str *vm_format_value(VM *vm, Value v, Str *spec)
{
    bool empty = !spec || str_length(spec) == 0;
    if (empty && (value_is_exactly(v, KIND_STR) || value_is_int(v) || value_is_float(v)))
        return vm_str(vm, v);
    if (value_is_unset(own_method(vm, v, NAME(vm, __format__)))) {
        if (empty)
            return vm_str(vm, v);
        raise_type(vm, "unsupported format string passed to %T.__format__", v);
        return NULL;
    }
    size_t mark = vm->root_count;
    vm_keep(vm, v);
    Value argument = OBJ(spec ? spec : str_empty(vm->heap));
    Value text = vm_call_special(vm, v, NAME(vm, __format__), 1, &argument);
    vm->root_count = mark;
    if (value_is_raised(text))
        return NULL;
    if (!value_is_str(text)) {
        raise_type(vm, "__format__ must return a str, not %T", text);
        return NULL;
    }
    return as_str(text);
}

/* A repr that may come back to its own object: the objects being shown are marked on the root stack, each
 * under a marker no script value can be. The stack is short: vm_enter_c bounds it. */
#define REPR_MARK VALUE_RAISED

int protocol_repr_enter(VM *vm, Value v)
{
    for (size_t i = vm->root_count; i > 1; i--)
        if (value_same(vm->roots[i - 1], v) && value_same(vm->roots[i - 2], REPR_MARK))
            return 1;
    if (!vm_enter_c(vm, "while getting the repr of an object"))
        return -1;
    vm_keep(vm, REPR_MARK);
    vm_keep(vm, v);
    return 0;
}

void protocol_repr_leave(VM *vm, Value v)
{
    size_t i = vm->root_count;
    while (i > 1 && !(value_same(vm->roots[i - 1], v) && value_same(vm->roots[i - 2], REPR_MARK)))
        i--;
    vm->root_count = i > 1 ? i - 2 : vm->root_count;
    vm_leave_c(vm);
}

/* --- truth -------------------------------------------------------------------------------------------------- */

int vm_truth(VM *vm, Value v)
{
    if (value_is_bool(v))
        return value_is_true(v);
    if (value_is_none(v))
        return 0;
    if (value_is_int(v))
        return value_int(v) != 0;
    if (value_is_float(v))
        return value_float(v) != 0;
    if (!value_is_obj(v)) {
        if (!value_same(v, VALUE_NOTIMPLEMENTED))
            return 1;
        return vm_warn(vm, vm->exc[EXC_DeprecationWarning],
                       "NotImplemented should not be used in a boolean context") ? 1 : -1;
    }
    switch (value_obj(v)->kind) {
    case KIND_STR: return str_length(as_str(v)) != 0;
    case KIND_LIST: return as_list(v)->count != 0;
    case KIND_TUPLE: return tuple_length(as_tuple(v)) != 0;
    case KIND_DICT:
    case KIND_SET:
    case KIND_FROZENSET: return as_dict(v)->count != 0;
    case KIND_BYTES: return as_bytes(v)->length != 0;
    case KIND_BYTEARRAY: return AS(ByteArray, v)->length != 0;
    case KIND_BIGINT:
    case KIND_FUNCTION:
    case KIND_NATIVE:
    case KIND_BOUND: return 1;
    default: break;
    }
    const Class *cls = value_obj(v)->cls;
    if (!value_is_unset(class_lookup(vm, cls, NAME(vm, __bool__)))) {
        Value answer = vm_call_special(vm, v, NAME(vm, __bool__), 0, NULL);
        if (value_is_raised(answer))
            return -1;
        if (!value_is_bool(answer)) {
            raise_type(vm, "__bool__ should return bool, returned %T", answer);
            return -1;
        }
        return value_is_true(answer);
    }
    if (value_is_unset(class_lookup(vm, cls, NAME(vm, __len__))))
        return 1;
    int64_t length = vm_len(vm, v);
    return length < 0 ? -1 : length > 0;
}

/* --- hash --------------------------------------------------------------------------------------------------- */

uint64_t protocol_identity_hash(uint64_t address)
{
    return address >> 4 | address << 60;
}

bool protocol_hash_from(VM *vm, Value answer, uint64_t *hash)
{
    int64_t number;
    if (!int_is(answer)) {
        raise_type(vm, "__hash__ method should return an integer");
        return false;
    }
    answer = int_unbox(answer);
    if (int_to_i64(answer, &number))
        *hash = number == -1 ? (uint64_t)-2 : (uint64_t)number;
    else
        *hash = int_hash(answer);
    return true;
}

bool vm_hash(VM *vm, Value v, uint64_t *hash)
{
    if (dict_plain_hash(vm->heap, v, hash))
        return true;
    if (!vm_go_on(vm)) /* the hash of something long was given up for it */
        return false;
    Value method = class_lookup(vm, class_of(vm, v), NAME(vm, __hash__));
    if (value_is_none(method)) {
        raise_type(vm, "unhashable type: '%T'", v);
        return false;
    }
    if (value_is_unset(method) ||
        value_same(method, class_lookup(vm, vm->object_class, NAME(vm, __hash__)))) {
        *hash = protocol_identity_hash(value_address(vm->heap, v));
        return true;
    }
    if (!vm_enter_c(vm, "while hashing an object"))
        return false;
    Value answer = vm_call_special(vm, v, NAME(vm, __hash__), 0, NULL);
    vm_leave_c(vm);
    return !value_is_raised(answer) && protocol_hash_from(vm, answer, hash);
}

/* --- isinstance, issubclass ------------------------------------------------------------------------------------ */

static bool is_union(VM *vm, Value v)
{
    return value_is_exactly(v, KIND_SLOTS) && value_obj(v)->cls == vm->heap->named[CLS_union_type];
}

/* v.__class__ when a script gave it one of its own; else type(v). */
static Class *claimed_class(VM *vm, Value v)
{
    if (value_is_obj(v) && value_obj(v)->cls && (value_obj(v)->cls->flags & CLASS_SCRIPT) &&
        !value_is_unset(own_method(vm, v, NAME(vm, __class__)))) {
        Value claimed = vm_getattr_or_unset(vm, v, NAME(vm, __class__));
        if (value_is_raised(claimed))
            return NULL;
        if (value_is_class(claimed))
            return as_class(claimed);
    }
    return class_of(vm, v);
}

int protocol_isinstance_plain(VM *vm, Value v, Value cls)
{
    if (!value_is_class(cls)) {
        if (value_is_exactly(cls, KIND_SLOTS) && value_obj(cls)->cls == vm->heap->named[CLS_generic_alias])
            raise_type(vm, "isinstance() argument 2 cannot be a parameterized generic");
        else
            raise_type(vm, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        return -1;
    }
    if (class_derives(class_of(vm, v), as_class(cls)))
        return 1;
    Class *claimed = claimed_class(vm, v);
    return !claimed ? -1 : class_derives(claimed, as_class(cls));
}

int protocol_issubclass_plain(VM *vm, Value cls, Value base)
{
    if (!value_is_class(cls)) {
        raise_type(vm, "issubclass() arg 1 must be a class");
        return -1;
    }
    if (!value_is_class(base)) {
        if (value_is_exactly(base, KIND_SLOTS) && value_obj(base)->cls == vm->heap->named[CLS_generic_alias])
            raise_type(vm, "issubclass() argument 2 cannot be a parameterized generic");
        else
            raise_type(vm, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        return -1;
    }
    return class_derives(as_class(cls), as_class(base));
}

/* The check of one class: by its metaclass's `hook` where that is not type's own. */
static int check_class(VM *vm, Value v, Value cls, Str *hook,
                       int (*plain)(VM *vm, Value v, Value cls))
{
    const Class *meta = class_of(vm, cls);
    if (meta != vm->type_class) {
        Value method = class_lookup(vm, meta, hook);
        if (!value_is_unset(method) && !value_same(method, class_lookup(vm, vm->type_class, hook))) {
            if (!vm_enter_c(vm, "in __instancecheck__"))
                return -1;
            size_t mark = vm->root_count;
            vm_keep(vm, cls);
            Value answer = vm_call_special(vm, cls, hook, 1, &v);
            vm->root_count = mark;
            vm_leave_c(vm);
            return value_is_raised(answer) ? -1 : vm_truth(vm, answer);
        }
    }
    return plain(vm, v, cls);
}

static int check_classes(VM *vm, Value v, Value classes, bool instance)
{
    if (is_union(vm, classes))
        classes = as_slots(classes)->v[0]; /* a tuple of classes; None stands there as NoneType */
    if (!value_is_tuple(classes)) {
        return check_class(vm, v, classes,
                           instance ? NAME(vm, __instancecheck__) : NAME(vm, __subclasscheck__),
                           instance ? protocol_isinstance_plain : protocol_issubclass_plain);
    }
    if (!vm_enter_c(vm, instance ? "in __instancecheck__" : "in __subclasscheck__"))
        return -1;
    int answer = 0;
    for (size_t i = 0; answer == 0 && i < tuple_length(as_tuple(classes)); i++)
        answer = check_classes(vm, v, as_tuple(classes)->items[i], instance);
    vm_leave_c(vm);
    return answer;
}

int vm_isinstance(VM *vm, Value v, Value cls_or_tuple)
{
    if (value_is_class(cls_or_tuple) && class_of(vm, v) == as_class(cls_or_tuple))
        return 1;
    return check_classes(vm, v, cls_or_tuple, true);
}

int vm_issubclass(VM *vm, Value cls, Value cls_or_tuple)
{
    return check_classes(vm, cls, cls_or_tuple, false);
}

bool vm_callable(VM *vm, Value v)
{
    if (!value_is_obj(v))
        return false;
    switch (value_obj(v)->kind) {
    case KIND_FUNCTION:
    case KIND_NATIVE:
    case KIND_BOUND: return true;
    }
    return value_is_class(v) ||
           !value_is_unset(class_lookup(vm, value_obj(v)->cls, NAME(vm, __call__)));
}
