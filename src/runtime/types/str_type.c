/* str_type.c - str as scripts see it: making, operators, repr, translate, format and encode. What searches and
 * cuts is in str_search.c, what joins and pads in str_layout.c, case and the is... questions in str_case.c.
 * Making, searching and comparing text is object/str.c; the properties of characters are unicode.c's. Natives
 * are named text_x because str_x are the functions of object/str.h. Sizes are checked before anything is
 * allocated: a Str counts its code points in 32 bits, and what is longer is a MemoryError. */
#include "runtime/types/str_internal.h"
#include "bytecode/code.h"
#include "runtime/types/sequence.h"
#include "runtime/types/unicode.h"
#include "vm/arith.h"
#include "vm/iter.h"
#include <stdio.h>

Str *text_checked(VM *vm, Str *s)
{
    if (!s)
        raise_memory(vm);
    return s;
}

Value text_bad_argument(VM *vm, const char *what, Value v)
{
    if (value_is_none(v))
        return raise_type(vm, "%s must be str, not None", what);
    return raise_type(vm, "%s must be str, not %T", what, v);
}

Value text_result(VM *vm, Str *s)
{
    return s ? OBJ(s) : raise_memory(vm);
}

/* A str method never gives back an instance of a subclass. */
Value text_itself(VM *vm, Value v)
{
    if (value_is_exactly(v, KIND_STR))
        return v;
    return text_result(vm, str_slice(vm->heap, as_str(v), 0, str_length(as_str(v))));
}

Str *text_argument(VM *vm, Value v, const char *function, int number)
{
    if (value_is_str(v))
        return as_str(v);
    char what[64];
    snprintf(what, sizeof what, "%s() argument %d", function, number);
    text_bad_argument(vm, what, v);
    return NULL;
}

/* --- repr ------------------------------------------------------------------------------------------------ */

static void put_escape(StrBuilder *b, uint32_t c)
{
    char text[16];
    snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    builder_cstr(b, text);
}

bool text_repr_str(StrBuilder *b, const Str *s)
{
    size_t length = str_length(s);
    bool single = false, twice = false, plain = true;
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(s, i);
        single |= c == '\'';
        twice |= c == '"';
        plain &= c >= 32 && c < 127 && c != '\\' && c != '\'';
    }
    uint32_t quote = single && !twice ? '"' : '\'';
    builder_char(b, quote);
    if (plain) {
        builder_str(b, s);
        builder_char(b, quote);
        return !b->failed;
    }
    size_t done = 0; /* characters before this one are written */
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(s, i);
        if (c != quote && c != '\\' && (c < 127 ? c >= 32 : unicode_is_printable(c)))
            continue;
        builder_slice(b, s, done, i);
        done = i + 1;
        switch (c) {
        case '\n': builder_cstr(b, "\\n"); break;
        case '\r': builder_cstr(b, "\\r"); break;
        case '\t': builder_cstr(b, "\\t"); break;
        case '\\': builder_cstr(b, "\\\\"); break;
        default:
            if (c == quote) {
                builder_char(b, '\\');
                builder_char(b, c);
            } else {
                put_escape(b, c);
            }
        }
    }
    builder_slice(b, s, done, length);
    builder_char(b, quote);
    return !b->failed;
}

static Value text_repr(VM *vm, Value *args, int nargs)
{
    enum { SMALL = 256 };
    Str *s = as_str(args[0]);
    size_t length = str_length(s);
    if (str_is_ascii(s) && length <= SMALL - 2) {
        uint8_t small[SMALL];
        const uint8_t *data = str_data(s);
        size_t i = 0;
        while (i < length && data[i] >= 32 && data[i] < 127 && data[i] != '\'' && data[i] != '\\')
            i++;
        if (i == length) {
            small[0] = small[length + 1] = '\'';
            memcpy(small + 1, data, length);
            return text_result(vm, str_from_latin1(vm->heap, small, length + 2));
        }
    }
    StrBuilder b;
    builder_init(&b, vm->heap);
    text_repr_str(&b, as_str(args[0]));
    return text_result(vm, builder_finish(&b));
}

Str *text_ascii(VM *vm, Str *repr)
{
    if (str_is_ascii(repr))
        return repr;
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < str_length(repr); i++) {
        uint32_t c = str_at(repr, i);
        if (c < 128)
            builder_char(&b, c);
        else
            put_escape(&b, c);
    }
    return text_checked(vm, builder_finish(&b));
}

/* --- str(x), str(bytes, encoding, errors) -------------------------------------------------------------------- */

/* A copy of s that is an instance of cls, a subclass of str. */
static Value make_instance(VM *vm, Class *cls, Str *s)
{
    enum { INSIDE = 1024 };
    Heap *heap = vm->heap;
    size_t bytes = str_length(s) * str_width(s), size = offsetof(Str, inline_data);
    StrBuf *shared = NULL;
    if (s->obj.flags & STR_SHARED) {
        shared = s->owner;
    } else if (bytes > INSIDE) {
        shared = heap_new_large(heap, KIND_STRBUF, sizeof(StrBuf) + bytes);
        if (!shared)
            return raise_memory(vm);
        shared->size = shared->used = bytes;
        memcpy(shared->data, str_data(s), bytes);
    }
    size += shared ? 0 : bytes;
    Str *copy = heap_new_for(heap, cls, size < sizeof(Str) ? sizeof(Str) : size);
    copy->obj.aux = s->obj.aux;
    copy->obj.flags |= s->obj.flags & STR_FORM;
    copy->hash = s->hash;
    if (shared) {
        copy->owner = shared;
        copy->obj.flags |= STR_SHARED;
    } else {
        memcpy(copy->inline_data, str_data(s), bytes);
    }
    return OBJ(copy);
}

static Value text_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]), *str_class = vm->heap->classes[KIND_STR];
    Str *s;
    if (value_is_unset(args[1])) {
        s = str_empty(vm->heap);
    } else if (value_is_unset(args[2]) && value_is_unset(args[3])) {
        s = value_is_int(args[1])     ? int_to_str(vm, args[1])
            : value_is_float(args[1]) ? float_to_str(vm, value_float(args[1]))
                                      : vm_str(vm, args[1]);
        if (!s)
            return VALUE_RAISED;
        if (cls == str_class)
            return OBJ(s);
    } else {
        const uint8_t *data;
        size_t length;
        for (int i = 2; i <= 3; i++)
            if (!value_is_unset(args[i]) && !value_is_str(args[i]))
                return text_bad_argument(
                    vm, i == 2 ? "str() argument 'encoding'" : "str() argument 'errors'", args[i]);
        if (value_is_str(args[1]))
            return raise_type(vm, "decoding str is not supported");
        if (!bytes_data(args[1], &data, &length))
            return raise_type(vm, "decoding to str: need a bytes-like object, %T found", args[1]);
        Value decoded = codecs_decode(vm, data, length,
                                      value_is_unset(args[2]) ? NULL : as_str(args[2]),
                                      value_is_unset(args[3]) ? NULL : as_str(args[3]));
        if (value_is_raised(decoded))
            return decoded;
        s = as_str(decoded);
    }
    return cls == str_class ? OBJ(s) : make_instance(vm, cls, s);
}

/* --- operators ---------------------------------------------------------------------------------------------- */

static Value text_str(VM *vm, Value *args, int nargs)
{
    return text_itself(vm, args[0]);
}

static Value text_format(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "__format__() argument", args[1]);
    Str *s = format_with_spec(vm, args[0], as_str(args[1]));
    return s ? OBJ(s) : VALUE_RAISED;
}

static Value text_hash(VM *vm, Value *args, int nargs)
{
    uint64_t hash = str_hash(vm->heap, as_str(args[0]));
    return hash ? int_from_i64(vm->heap, (int64_t)hash) : raise_memory(vm);
}

static Value text_len(VM *vm, Value *args, int nargs)
{
    return value_small((int64_t)str_length(as_str(args[0])));
}

static Value text_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_sequence(vm, args[0], false);
}

static Value text_contains(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "'in <string>' requires string as left operand, not %T", args[1]);
    ptrdiff_t at = text_search(vm, as_str(args[0]), as_str(args[1]));
    return at == -2 ? VALUE_RAISED : value_bool(at >= 0);
}

static Value text_getitem(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    Value key = args[1];
    int64_t length = (int64_t)str_length(s), i;
    if (value_is_kind(key, KIND_SLICE)) {
        int64_t start, stop, step;
        size_t count;
        if (!vm_slice_bounds(vm, AS(Slice, key), (size_t)length, &start, &stop, &step, &count))
            return VALUE_RAISED;
        if (count == 0)
            return OBJ(str_empty(vm->heap));
        if (step == 1)
            return text_result(vm, str_slice(vm->heap, s, (size_t)start, (size_t)start + count));
        StrBuilder b;
        builder_init(&b, vm->heap);
        for (size_t n = 0; n < count && !b.failed; n++, start += step)
            builder_char(&b, str_at(s, (size_t)start));
        return text_result(vm, builder_finish(&b));
    }
    if (!int_is(key) && value_is_unset(class_lookup(vm, class_of(vm, key), NAME(vm, __index__))))
        return raise_type(vm, "string indices must be integers, not '%T'", key);
    if (!vm_index_item(vm, key, &i))
        return VALUE_RAISED;
    if (i < 0)
        i += length;
    if (i < 0 || i >= length)
        return raise_index(vm, "string index out of range");
    return text_result(vm, str_from_char(vm->heap, str_at(s, (size_t)i)));
}

static Value text_add(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return sequence_refuses(vm, "can only concatenate str (not \"%T\") to str", args[1]);
    if (str_length(as_str(args[0])) + str_length(as_str(args[1])) > UINT32_MAX)
        return raise_memory(vm);
    return text_result(vm, str_concat(vm->heap, as_str(args[0]), as_str(args[1])));
}

static Value text_mul(VM *vm, Value *args, int nargs)
{
    int64_t times;
    Str *s = as_str(args[0]);
    if (!int_is(args[1]) &&
        value_is_unset(class_lookup(vm, class_of(vm, args[1]), NAME(vm, __index__))))
        return VALUE_NOTIMPLEMENTED;
    if (!vm_index(vm, args[1], &times))
        return VALUE_RAISED;
    if (times <= 0 || str_length(s) == 0)
        return OBJ(str_empty(vm->heap));
    if ((uint64_t)times > UINT32_MAX / str_length(s))
        return raise_memory(vm);
    return times == 1 ? text_itself(vm, args[0]) : text_result(vm, str_repeat(vm->heap, s, (size_t)times));
}

static Value text_mod(VM *vm, Value *args, int nargs)
{
    return format_percent(vm, as_str(args[0]), args[1]);
}

static Value text_rmod(VM *vm, Value *args, int nargs)
{
    return value_is_str(args[1]) ? format_percent(vm, as_str(args[1]), args[0])
                                 : VALUE_NOTIMPLEMENTED;
}

#define COMPARE(name, test)                                                 \
    static Value text_##name(VM *vm, Value *args, int nargs)                \
    {                                                                       \
        if (!value_is_str(args[1]))                                         \
            return VALUE_NOTIMPLEMENTED;                                    \
        int order;                                                          \
        if (!str_order(vm->heap, as_str(args[0]), as_str(args[1]), &order)) \
            return raise_memory(vm);                                        \
        return value_bool(test);                                            \
    }
COMPARE(lt, order < 0)
COMPARE(le, order <= 0)
COMPARE(gt, order > 0)
COMPARE(ge, order >= 0)

static Value is_same(VM *vm, Value *args, bool wanted)
{
    bool same;
    if (!value_is_str(args[1]))
        return VALUE_NOTIMPLEMENTED;
    return str_same(vm->heap, as_str(args[0]), as_str(args[1]), &same) ? value_bool(same == wanted) : raise_memory(vm);
}

static Value text_eq(VM *vm, Value *args, int nargs)
{
    return is_same(vm, args, true);
}

static Value text_ne(VM *vm, Value *args, int nargs)
{
    return is_same(vm, args, false);
}

/* --- translate, format, encode -------------------------------------------------------------------------------------------------- */

/* What table says of c: a Value, UNSET for "leave it", RAISED. [script] */
static Value translation(VM *vm, Value table, uint32_t c)
{
    Value key = value_small(c);
    if (value_is_exactly(table, KIND_DICT))
        return vm_dict_get(vm, as_dict(table), key);
    Value v = vm_getitem(vm, table, key);
    if (value_is_raised(v) && vm_exception_is(vm, vm->exc[EXC_LookupError])) {
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
    return v;
}

static Value text_translate(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < str_length(s) && !b.failed; i++) {
        uint32_t c = str_at(s, i);
        Value v = translation(vm, args[1], c);
        int64_t point;
        if (value_is_unset(v)) {
            builder_char(&b, c);
        } else if (value_is_raised(v)) {
            break;
        } else if (value_is_none(v)) {
            continue;
        } else if (value_is_str(v)) {
            builder_str(&b, as_str(v));
        } else if (!int_is(v)) {
            raise_type(vm, "character mapping must return integer, None or str");
            break;
        } else if (!int_to_i64(int_unbox(v), &point) || point < 0 || point > 0x10FFFF) {
            raise_value(vm, "character mapping must be in range(0x110000)");
            break;
        } else {
            builder_char(&b, (uint32_t)point);
        }
    }
    if (vm_raised(vm)) {
        builder_drop(&b);
        return VALUE_RAISED;
    }
    return text_result(vm, builder_finish(&b));
}

static Value text_maketrans(VM *vm, Value *args, int nargs)
{
    Dict *table = dict_new(vm->heap, 8);
    if (!table)
        return raise_memory(vm);
    vm_keep(vm, OBJ(table));
    if (value_is_unset(args[1])) {
        if (!value_is_kind(args[0], KIND_DICT))
            return raise_type(vm, "if you give only one argument to maketrans it must be a dict");
        Dict *from = as_dict(args[0]);
        for (DictEntry *e = NULL; (e = dict_next(from, e));) {
            Value key = e->key;
            if (value_is_str(key)) {
                if (str_length(as_str(key)) != 1)
                    return raise_value(vm,
                                       "string keys in translate table must be of length 1");
                key = value_small(str_at(as_str(key), 0));
            } else if (!int_is(key)) {
                return raise_type(vm, "keys in translate table must be strings or integers");
            }
            if (!vm_dict_set(vm, table, int_unbox(key), e->value))
                return VALUE_RAISED;
        }
        return OBJ(table);
    }
    Str *to = text_argument(vm, args[1], "maketrans", 2);
    if (!to || (!value_is_unset(args[2]) && !text_argument(vm, args[2], "maketrans", 3)))
        return VALUE_RAISED;
    if (!value_is_str(args[0]))
        return raise_type(
            vm, "first maketrans argument must be a string if there is a second argument");
    Str *from = as_str(args[0]);
    if (str_length(from) != str_length(to))
        return raise_value(vm, "the first two maketrans arguments must have equal length");
    for (size_t i = 0; i < str_length(from); i++)
        if (!vm_dict_set(vm, table, value_small(str_at(from, i)), value_small(str_at(to, i))))
            return VALUE_RAISED;
    if (!value_is_unset(args[2])) {
        Str *gone = as_str(args[2]);
        for (size_t i = 0; i < str_length(gone); i++)
            if (!vm_dict_set(vm, table, value_small(str_at(gone, i)), VALUE_NONE))
                return VALUE_RAISED;
    }
    return OBJ(table);
}

static Value text_format_method(VM *vm, Value *args, int nargs)
{
    return format_fields(vm, as_str(args[0]), as_tuple(args[1]), args[2], false);
}

static Value text_format_map(VM *vm, Value *args, int nargs)
{
    return format_fields(vm, as_str(args[0]), NULL, args[1], true);
}

static Value text_encode(VM *vm, Value *args, int nargs)
{
    for (int i = 1; i <= 2; i++)
        if (!value_is_unset(args[i]) && !value_is_str(args[i]))
            return text_bad_argument(
                vm, i == 1 ? "encode() argument 'encoding'" : "encode() argument 'errors'", args[i]);
    Bytes *bytes = codecs_encode(vm, as_str(args[0]),
                                 value_is_unset(args[1]) ? NULL : as_str(args[1]),
                                 value_is_unset(args[2]) ? NULL : as_str(args[2]));
    return bytes ? OBJ(bytes) : VALUE_RAISED;
}

static Value text_getnewargs(VM *vm, Value *args, int nargs)
{
    Value plain = text_itself(vm, args[0]);
    return value_is_raised(plain) ? plain : vm_tuple_of(vm, 1, &plain);
}

static const NativeSpec str_methods[] = {
    { "__new__", text_new, "cls, object='', encoding='utf-8', errors='strict'", 0, 0, NATIVE_NEW,
      "str(object=''): the text of an object; str(bytes, encoding, errors): decoded bytes." },
    { "__repr__", text_repr, "self, /", 0, 0, 0, "Return repr(self)." },
    { "__str__", text_str, "self, /", 0, 0, 0, "Return str(self)." },
    { "__format__", text_format, "self, format_spec, /", 0, 0, 0, "Format by format_spec." },
    { "__hash__", text_hash, "self, /", 0, 0, 0, "Return hash(self)." },
    { "__len__", text_len, "self, /", 0, 0, 0, "Return len(self)." },
    { "__iter__", text_iter, "self, /", 0, 0, 0, "Iterate over the characters." },
    { "__contains__", text_contains, "self, key, /", 0, 0, 0, "Return key in self." },
    { "__getitem__", text_getitem, "self, key, /", 0, 0, 0, "Return self[key]." },
    { "__add__", text_add, "self, value, /", 0, 0, 0, "Return self+value." },
    { "__mul__", text_mul, "self, value, /", 0, 0, 0, "Return self*value." },
    { "__rmul__", text_mul, "self, value, /", 0, 0, 0, "Return value*self." },
    { "__mod__", text_mod, "self, value, /", 0, 0, 0, "Return self%value." },
    { "__rmod__", text_rmod, "self, value, /", 0, 0, 0, "Return value%self." },
    { "__lt__", text_lt, "self, value, /", 0, 0, 0, "Return self<value." },
    { "__le__", text_le, "self, value, /", 0, 0, 0, "Return self<=value." },
    { "__eq__", text_eq, "self, value, /", 0, 0, 0, "Return self==value." },
    { "__ne__", text_ne, "self, value, /", 0, 0, 0, "Return self!=value." },
    { "__gt__", text_gt, "self, value, /", 0, 0, 0, "Return self>value." },
    { "__ge__", text_ge, "self, value, /", 0, 0, 0, "Return self>=value." },
    { "__getnewargs__", text_getnewargs, "self, /", 0, 0, 0, "For copying and pickling." },
    { "encode", text_encode, "self, /, encoding='utf-8', errors='strict'", 0, 0, 0,
      "The text as bytes." },
    { "format", text_format_method, "self, /, *args, **kwargs", 0, 0, 0,
      "Fills the {fields} of the text." },
    { "format_map", text_format_map, "self, mapping, /", 0, 0, 0,
      "Fills the {fields} of the text from a mapping." },
    { "maketrans", text_maketrans, "x, y=None, z=None, /", 0, 0, NATIVE_STATIC,
      "A table for translate()." },
    { "translate", text_translate, "self, table, /", 0, 0, 0,
      "Each character replaced by what table[ord(c)] says." },
    { 0 },
};

static const TypeSpec str_type = {
    "str", "builtins", "Text: a sequence of Unicode characters that never changes.", KIND_STR, 0,
    str_methods, NULL,
};

bool str_types_setup(VM *vm)
{
    Class *cls = type_create(vm, &str_type, NULL);
    return cls && class_add_natives(vm, cls, str_search_methods) &&
           class_add_natives(vm, cls, str_layout_methods) && class_add_natives(vm, cls, str_case_methods);
}
