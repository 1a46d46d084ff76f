/* json.c - module _json: texts to values and back, in one pass each. The classes around it (JSONEncoder,
 * JSONDecoder, JSONDecodeError) are lib/json/. Nesting is bounded by vm_enter_c. */
#include "runtime/modules/helpers.h"

#include <math.h>

extern const ModuleSpec _json_module;

/* --- reading ---------------------------------------------------------------------------------------- */

typedef struct {
    VM *vm;
    Str *text;
    size_t at, length;
    Value object_hook, pairs_hook, parse_float, parse_int, parse_constant; /* None: the plain way */
    bool strict;
} Reader;

static Value raise_decode(Reader *r, const char *message, size_t at)
{
    VM *vm = r->vm;
    Value cls = module_attribute(vm, "json", "JSONDecodeError");
    if (value_is_raised(cls))
        return cls;
    vm_keep(vm, cls);
    Value args[3] = { vm_str_cstr(vm, message), OBJ(r->text), make_int(vm, (int64_t)at) };
    Value exc = vm_call(vm, cls, 3, args);
    return value_is_raised(exc) ? exc : raise_exception(vm, exc);
}

static uint32_t peek(const Reader *r)
{
    return r->at < r->length ? str_at(r->text, r->at) : UINT32_MAX;
}

static void skip_blanks(Reader *r)
{
    for (; r->at < r->length; r->at++) {
        uint32_t c = str_at(r->text, r->at);
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            return;
    }
}

/* Four hex digits at r->at; -1: they are not there. */
static int32_t hex4(const Reader *r, size_t at)
{
    int32_t value = 0;
    if (at + 4 > r->length)
        return -1;
    for (size_t i = 0; i < 4; i++) {
        uint32_t c = str_at(r->text, at + i);
        int32_t digit = c >= '0' && c <= '9'   ? (int32_t)c - '0'
                        : c >= 'a' && c <= 'f' ? (int32_t)c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? (int32_t)c - 'A' + 10
                                               : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* r->at is behind the opening quote. */
static Value read_string(Reader *r)
{
    size_t begin = r->at - 1, start = r->at;
    StrBuilder b;
    bool building = false;
    for (;; r->at++) {
        if (r->at >= r->length) {
            if (building)
                builder_drop(&b);
            return raise_decode(r, "Unterminated string starting at", begin);
        }
        uint32_t c = str_at(r->text, r->at);
        if (c == '"')
            break;
        if (c < 0x20 && r->strict) {
            if (building)
                builder_drop(&b);
            return raise_decode(r, "Invalid control character at", r->at);
        }
        if (c != '\\') {
            if (building)
                builder_char(&b, c);
            continue;
        }
        if (!building) {
            builder_init(&b, r->vm->heap);
            builder_slice(&b, r->text, start, r->at);
            building = true;
        }
        size_t escape = r->at++;
        c = peek(r);
        switch (c) {
        case '"': case '\\': case '/': builder_char(&b, c); break;
        case 'b': builder_char(&b, '\b'); break;
        case 'f': builder_char(&b, '\f'); break;
        case 'n': builder_char(&b, '\n'); break;
        case 'r': builder_char(&b, '\r'); break;
        case 't': builder_char(&b, '\t'); break;
        case 'u': {
            int32_t high = hex4(r, r->at + 1);
            if (high < 0) {
                builder_drop(&b);
                return raise_decode(r, "Invalid \\uXXXX escape", escape + 1);
            }
            r->at += 4;
            if (high >= 0xD800 && high < 0xDC00 && r->at + 2 < r->length && str_at(r->text, r->at + 1) == '\\' &&
                str_at(r->text, r->at + 2) == 'u') {
                int32_t low = hex4(r, r->at + 3);
                if (low < 0) {
                    builder_drop(&b);
                    return raise_decode(r, "Invalid \\uXXXX escape", r->at + 2);
                }
                if (low >= 0xDC00 && low < 0xE000) {
                    r->at += 6;
                    high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                }
            }
            builder_char(&b, (uint32_t)high);
            break;
        }
        default:
            builder_drop(&b);
            if (c == UINT32_MAX)
                return raise_decode(r, "Unterminated string starting at", begin);
            return raise_decode(r, "Invalid \\escape", escape);
        }
    }
    Str *made = building ? builder_finish(&b) : str_slice(r->vm->heap, r->text, start, r->at);
    r->at++;
    return vm_own(r->vm, made);
}

static Value call_with(Reader *r, Value function, Str *text)
{
    Value arg = OBJ(text);
    return vm_call(r->vm, function, 1, &arg);
}

/* UNSET: there is no number here. */
static Value read_number(Reader *r)
{
    VM *vm = r->vm;
    size_t start = r->at, i = start;
    bool is_float = false, negative = i < r->length && str_at(r->text, i) == '-';
    i += negative;
    size_t digits = i;
    while (i < r->length && str_at(r->text, i) >= '0' && str_at(r->text, i) <= '9')
        if (str_at(r->text, i++) == '0' && i == digits + 1)
            break; /* no digit after a leading 0 */
    if (i == digits)
        return VALUE_UNSET;
    size_t k = i;
    if (k + 1 < r->length && str_at(r->text, k) == '.' && str_at(r->text, k + 1) >= '0' && str_at(r->text, k + 1) <= '9') {
        for (k++; k < r->length && str_at(r->text, k) >= '0' && str_at(r->text, k) <= '9';)
            k++;
        i = k;
        is_float = true;
    }
    if (k < r->length && (str_at(r->text, k) == 'e' || str_at(r->text, k) == 'E')) {
        k++;
        if (k < r->length && (str_at(r->text, k) == '+' || str_at(r->text, k) == '-'))
            k++;
        if (k < r->length && str_at(r->text, k) >= '0' && str_at(r->text, k) <= '9') {
            while (k < r->length && str_at(r->text, k) >= '0' && str_at(r->text, k) <= '9')
                k++;
            i = k;
            is_float = true;
        }
    }
    r->at = i;
    Value hook = is_float ? r->parse_float : r->parse_int;
    if (value_is_none(hook) && !is_float && i - digits <= 14) {
        int64_t n = 0;
        for (size_t d = digits; d < i; d++)
            n = n * 10 + (int64_t)(str_at(r->text, d) - '0');
        return value_small(negative ? -n : n);
    }
    char few[64];
    if (value_is_none(hook) && is_float && i - start < sizeof few) {
        for (size_t d = start; d < i; d++)
            few[d - start] = (char)str_at(r->text, d);
        double number;
        if (float_parse(few, i - start, &number))
            return make_float(number);
    }
    Str *text = str_slice(vm->heap, r->text, start, i);
    if (!text)
        return raise_memory(vm);
    if (value_is_none(hook))
        hook = OBJ(is_float ? vm->float_class : vm->int_class);
    return call_with(r, hook, text);
}

static bool word_here(const Reader *r, const char *word)
{
    size_t n = strlen(word);
    if (r->length - r->at < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (str_at(r->text, r->at + i) != (uint32_t)word[i])
            return false;
    return true;
}

static Value read_value(Reader *r);

static Value read_array(Reader *r)
{
    VM *vm = r->vm;
    size_t roots = vm->root_count;
    List *list = list_new(vm->heap, 0);
    if (!list)
        return raise_memory(vm);
    vm_keep(vm, OBJ(list));
    skip_blanks(r);
    if (peek(r) == ']') {
        r->at++;
        vm->root_count = roots;
        return OBJ(list);
    }
    for (;;) {
        Value item = read_value(r);
        if (value_is_raised(item))
            return item;
        if (!vm_go_on(vm))
            return VALUE_RAISED;
        if (!list_append(vm->heap, list, item))
            return raise_memory(vm);
        skip_blanks(r);
        uint32_t c = peek(r);
        if (c == ']')
            break;
        if (c != ',')
            return raise_decode(r, "Expecting ',' delimiter", r->at);
        size_t comma = r->at++;
        skip_blanks(r);
        if (peek(r) == ']')
            return raise_decode(r, "Illegal trailing comma before end of array", comma);
    }
    r->at++;
    vm->root_count = roots;
    return OBJ(list);
}

static Value read_object(Reader *r)
{
    VM *vm = r->vm;
    size_t roots = vm->root_count;
    bool pairs = !value_is_none(r->pairs_hook);
    List *list = pairs ? list_new(vm->heap, 0) : NULL;
    Dict *dict = pairs ? NULL : dict_new(vm->heap, 0);
    if (!list && !dict)
        return raise_memory(vm);
    Value made = pairs ? OBJ(list) : OBJ(dict);
    vm_keep(vm, made);
    size_t inner = vm->root_count;
    skip_blanks(r);
    if (peek(r) == '}')
        r->at++;
    else
        for (;;) {
            if (peek(r) != '"')
                return raise_decode(r, "Expecting property name enclosed in double quotes", r->at);
            r->at++;
            Value key = read_string(r);
            if (value_is_raised(key))
                return key;
            if (str_length(as_str(key)) <= 24) {
                Str *interned = str_intern(vm->heap, as_str(key));
                key = interned ? OBJ(interned) : key;
            }
            vm_keep(vm, key);
            skip_blanks(r);
            if (peek(r) != ':')
                return raise_decode(r, "Expecting ':' delimiter", r->at);
            r->at++;
            skip_blanks(r);
            Value value = read_value(r);
            if (value_is_raised(value))
                return value;
            vm_keep(vm, value);
            if (pairs) {
                Value pair[2] = { key, value };
                Value tuple = vm_tuple_of(vm, 2, pair);
                if (value_is_raised(tuple) || !list_append(vm->heap, list, tuple))
                    return raise_memory(vm);
            } else if (!vm_dict_set(vm, dict, key, value))
                return VALUE_RAISED;
            vm->root_count = inner;
            skip_blanks(r);
            uint32_t c = peek(r);
            if (c == '}') {
                r->at++;
                break;
            }
            if (c != ',')
                return raise_decode(r, "Expecting ',' delimiter", r->at);
            size_t comma = r->at++;
            skip_blanks(r);
            if (peek(r) == '}')
                return raise_decode(r, "Illegal trailing comma before end of object", comma);
        }
    Value hook = pairs ? r->pairs_hook : r->object_hook;
    if (!value_is_none(hook))
        made = vm_call(vm, hook, 1, &made);
    vm->root_count = roots;
    return made;
}

static Value read_value(Reader *r)
{
    VM *vm = r->vm;
    static const struct {
        const char *word;
        Value value;
    } words[] = { { "null", VALUE_NONE }, { "true", VALUE_TRUE }, { "false", VALUE_FALSE } };
    uint32_t c = peek(r);
    if (c == '"') {
        r->at++;
        return read_string(r);
    }
    if (c == '[' || c == '{') {
        if (!vm_enter_c(vm, c == '[' ? "while decoding a JSON array from a unicode string"
                                     : "while decoding a JSON object from a unicode string"))
            return VALUE_RAISED;
        r->at++;
        Value made = c == '[' ? read_array(r) : read_object(r);
        vm_leave_c(vm);
        return made;
    }
    for (int i = 0; i < COUNT_OF(words); i++)
        if (c == (uint32_t)words[i].word[0] && word_here(r, words[i].word)) {
            r->at += strlen(words[i].word);
            return words[i].value;
        }
    static const char *const constants[] = { "NaN", "Infinity", "-Infinity" };
    for (int i = 0; i < COUNT_OF(constants); i++)
        if (c == (uint32_t)constants[i][0] && word_here(r, constants[i])) {
            r->at += strlen(constants[i]);
            if (value_is_none(r->parse_constant))
                return make_float(i == 0 ? NAN : i == 1 ? INFINITY : -INFINITY);
            Value name = vm_str_cstr(vm, constants[i]);
            return value_is_raised(name) ? name : call_with(r, r->parse_constant, as_str(name));
        }
    Value number = read_number(r);
    return value_is_unset(number) ? raise_decode(r, "Expecting value", r->at) : number;
}

/* (value, where it ended) */
static Value json_decode(VM *vm, Value *args, int nargs)
{
    int64_t at;
    if (!value_is_str(args[0]))
        return raise_type(vm, "first argument must be a string, not %T", args[0]);
    if (!arg_int(vm, args[1], &at))
        return VALUE_RAISED;
    if (at < 0)
        return raise_value(vm, "idx cannot be negative");
    int strict = vm_truth(vm, args[7]);
    if (strict < 0)
        return VALUE_RAISED;
    Reader r = { vm, as_str(args[0]), (size_t)at, str_length(as_str(args[0])),
                 args[2], args[3], args[4], args[5], args[6], strict };
    Value made = read_value(&r);
    if (value_is_raised(made))
        return made;
    Value pair[2] = { made, make_int(vm, (int64_t)r.at) };
    return vm_tuple_of(vm, 2, pair);
}

/* --- writing ------------------------------------------------------------------------------------------- */

typedef struct {
    VM *vm;
    StrBuilder out;
    Value default_, encoder;
    Str *indent, *item_separator, *key_separator;
    Value open[128];        /* containers being written, for the check of circles */
    size_t depth, level;    /* of open[]; of the indentation */
    bool skip_keys, ascii, circular, nan, sorted;
} Writer;

static void write_text(Writer *w, const Str *s)
{
    size_t length = str_length(s), plain = 0;
    builder_char(&w->out, '"');
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(s, i);
        if (c >= ' ' && c != '"' && c != '\\' && (c < 127 || !w->ascii))
            continue;
        builder_slice(&w->out, s, plain, i);
        plain = i + 1;
        switch (c) {
        case '"': builder_cstr(&w->out, "\\\""); break;
        case '\\': builder_cstr(&w->out, "\\\\"); break;
        case '\n': builder_cstr(&w->out, "\\n"); break;
        case '\r': builder_cstr(&w->out, "\\r"); break;
        case '\t': builder_cstr(&w->out, "\\t"); break;
        case '\b': builder_cstr(&w->out, "\\b"); break;
        case '\f': builder_cstr(&w->out, "\\f"); break;
        default:
            if (c >= 0x10000)
                builder_printf(&w->out, "\\u%04x\\u%04x", (unsigned)(0xD800 + ((c - 0x10000) >> 10)),
                               (unsigned)(0xDC00 + ((c - 0x10000) & 0x3FF)));
            else
                builder_printf(&w->out, "\\u%04x", (unsigned)c);
        }
    }
    builder_slice(&w->out, s, plain, length);
    builder_char(&w->out, '"');
}

static bool write_float(Writer *w, double d)
{
    if (isfinite(d)) {
        char text[40];
        size_t n = float_repr(d, text);
        builder_utf8(&w->out, text, n);
        return true;
    }
    const char *name = isnan(d) ? "NaN" : d > 0 ? "Infinity" : "-Infinity";
    if (!w->nan) {
        raise_value(w->vm, "Out of range float values are not JSON compliant: %s",
                    isnan(d) ? "nan" : d > 0 ? "inf" : "-inf");
        return false;
    }
    builder_cstr(&w->out, name);
    return true;
}

static bool write_int(Writer *w, Value v)
{
    if (value_is_int(v)) {
        builder_printf(&w->out, "%lld", (long long)value_int(v));
        return true;
    }
    Str *text = vm_str(w->vm, int_unbox(v));
    if (text)
        builder_str(&w->out, text);
    return text != NULL;
}

static bool is_float_value(Value v)
{
    return value_is_float(v) || (value_is_kind(v, KIND_BOXED) && value_is_float(AS(Boxed, v)->number));
}

static double float_of(Value v)
{
    return value_is_float(v) ? value_float(v) : value_float(AS(Boxed, v)->number);
}

static void new_line(Writer *w, size_t depth)
{
    if (!w->indent)
        return;
    builder_char(&w->out, '\n');
    for (size_t i = 0; i < depth; i++)
        builder_str(&w->out, w->indent);
}

static bool write_value(Writer *w, Value v);

static bool enter(Writer *w, Value v)
{
    if (w->circular) {
        size_t known = w->depth < COUNT_OF(w->open) ? w->depth : COUNT_OF(w->open);
        for (size_t i = 0; i < known; i++)
            if (value_same(w->open[i], v)) {
                raise_value(w->vm, "Circular reference detected");
                return false;
            }
    }
    if (!vm_enter_c(w->vm, "while encoding a JSON object"))
        return false;
    if (w->depth < COUNT_OF(w->open))
        w->open[w->depth] = v;
    w->depth++;
    return true;
}

static void leave(Writer *w)
{
    w->depth--;
    vm_leave_c(w->vm);
}

static bool write_list(Writer *w, Value v)
{
    VM *vm = w->vm;
    size_t roots = vm->root_count;
    bool good = true, any = false;
    if (!enter(w, v))
        return false;
    builder_char(&w->out, '[');
    w->level++;
    for (size_t i = 0; good; i++) {
        size_t count = value_is_list(v) ? as_list(v)->count : tuple_length(as_tuple(v));
        if (i >= count)
            break;
        Value item = value_is_list(v) ? as_list(v)->items[i] : as_tuple(v)->items[i];
        if (any)
            builder_str(&w->out, w->item_separator);
        any = true;
        new_line(w, w->level);
        vm->root_count = roots;
        vm_keep(vm, item);
        good = write_value(w, item);
    }
    vm->root_count = roots;
    leave(w);
    w->level--;
    if (any)
        new_line(w, w->level);
    builder_char(&w->out, ']');
    return good;
}

/* 1: the key is written, 0: skipped, -1: raised */
static int write_key(Writer *w, Value key)
{
    VM *vm = w->vm;
    if (value_is_str(key)) {
        write_text(w, as_str(key));
        return 1;
    }
    bool number = is_float_value(key) || (int_is(key) && !value_is_bool(key));
    if (!number && !value_is_bool(key) && !value_is_none(key)) {
        if (w->skip_keys)
            return 0;
        raise_type(vm, "keys must be str, int, float, bool or None, not %T", key);
        return -1;
    }
    builder_char(&w->out, '"');
    bool good = true;
    if (value_is_none(key))
        builder_cstr(&w->out, "null");
    else if (value_is_bool(key))
        builder_cstr(&w->out, value_is_true(key) ? "true" : "false");
    else
        good = is_float_value(key) ? write_float(w, float_of(key)) : write_int(w, key);
    builder_char(&w->out, '"');
    return good ? 1 : -1;
}

static bool write_dict(Writer *w, Value v)
{
    VM *vm = w->vm;
    size_t roots = vm->root_count;
    if (as_dict(v)->count == 0 && value_is_exactly(v, KIND_DICT)) {
        builder_cstr(&w->out, "{}");
        return true;
    }
    Value items = vm_call_method(vm, v, NAME(vm, items), 0, NULL);
    List *list = value_is_raised(items) ? NULL : vm_list_from(vm, items);
    if (!list)
        return false;
    vm_keep(vm, OBJ(list));
    if (w->sorted && value_is_raised(vm_call_method(vm, OBJ(list), name_of(vm, "sort"), 0, NULL)))
        return false;
    if (!enter(w, v))
        return false;
    builder_char(&w->out, '{');
    w->level++;
    bool good = true, any = false;
    for (size_t i = 0; good && i < list->count; i++) {
        Value item = list->items[i];
        if (!value_is_tuple(item) || tuple_length(as_tuple(item)) != 2) {
            raise_value(vm, "items must return 2-tuples");
            good = false;
            break;
        }
        Value key = as_tuple(item)->items[0];
        if (w->skip_keys && !value_is_str(key) && !is_float_value(key) && !int_is(key) && !value_is_none(key))
            continue;
        if (any)
            builder_str(&w->out, w->item_separator);
        any = true;
        new_line(w, w->level);
        int wrote = write_key(w, key);
        good = wrote > 0;
        if (good) {
            builder_str(&w->out, w->key_separator);
            good = write_value(w, as_tuple(item)->items[1]);
        }
    }
    vm->root_count = roots;
    leave(w);
    w->level--;
    if (any)
        new_line(w, w->level);
    builder_char(&w->out, '}');
    return good;
}

static bool write_value(Writer *w, Value v)
{
    VM *vm = w->vm;
    if (value_is_str(v))
        write_text(w, as_str(v));
    else if (value_is_none(v))
        builder_cstr(&w->out, "null");
    else if (value_is_bool(v))
        builder_cstr(&w->out, value_is_true(v) ? "true" : "false");
    else if (int_is(v))
        return write_int(w, v);
    else if (is_float_value(v))
        return write_float(w, float_of(v));
    else if (value_is_list(v) || value_is_tuple(v)) {
        if ((value_is_list(v) ? as_list(v)->count : tuple_length(as_tuple(v))) == 0)
            builder_cstr(&w->out, "[]");
        else
            return write_list(w, v);
    } else if (value_is_dict(v))
        return write_dict(w, v);
    else {
        if (value_is_none(w->default_)) {
            raise_type(vm, "Object of type %T is not JSON serializable", v);
            return false;
        }
        if (!enter(w, v))
            return false;
        size_t roots = vm->root_count;
        Value made = vm_call(vm, w->default_, 1, &v);
        bool good = !value_is_raised(made);
        if (good) {
            vm_keep(vm, made);
            good = write_value(w, made);
        }
        vm->root_count = roots;
        leave(w);
        return good;
    }
    return !w->out.failed;
}

static Value json_encode(VM *vm, Value *args, int nargs)
{
    Writer *w = heap_array(vm->heap, NULL, 0, sizeof *w);
    if (!w)
        return raise_memory(vm);
    memset(w, 0, sizeof *w);
    w->vm = vm;
    w->skip_keys = value_is_true(args[1]);
    w->ascii = value_is_true(args[2]);
    w->circular = value_is_true(args[3]);
    w->nan = value_is_true(args[4]);
    w->indent = value_is_str(args[5]) ? as_str(args[5]) : NULL;
    w->item_separator = as_str(args[6]);
    w->key_separator = as_str(args[7]);
    w->default_ = args[8];
    w->sorted = value_is_true(args[9]);
    Value made = VALUE_RAISED;
    if (!value_is_str(args[6]) || !value_is_str(args[7]))
        raise_type(vm, "separators must be str");
    else {
        builder_init(&w->out, vm->heap);
        if (write_value(w, args[0]))
            made = vm_own(vm, builder_finish(&w->out));
        else {
            builder_drop(&w->out);
            if (!vm_raised(vm))
                raise_memory(vm);
        }
    }
    heap_array_free(vm->heap, w, sizeof *w);
    return made;
}

static const NativeSpec functions[] = {
    { "decode", json_decode,
      "text, index, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, strict, /", 0, 0, 0,
      "(value, end) of the JSON text at index." },
    { "encode", json_encode,
      "obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, default, "
      "sort_keys, /",
      0, 0, 0, "A value as JSON text." },
    { 0 },
};

const ModuleSpec _json_module = { "_json", "The native half of json.", functions, NULL, NULL };
