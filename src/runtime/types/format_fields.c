/* format_fields.c - template.format(...) and format_map: replacement fields, their names and nested specs. */
#include "runtime/types/format_internal.h"

typedef struct {
    VM *vm;
    Tuple *args;    /* NULL: format_map                                             */
    Value names;    /* the dict of keywords, or any mapping                         */
    int64_t next;   /* automatic numbering                                          */
    enum { NUMBERING_UNKNOWN, NUMBERING_AUTO, NUMBERING_MANUAL } numbering;
} Fields;

static bool fail(VM *vm, const char *text)
{
    raise_value(vm, "%s", text);
    return false;
}

/* [start, end) as a number: -1 if it is not one, -2 raised. */
static int64_t field_number(VM *vm, const Str *s, size_t start, size_t end)
{
    int64_t n = 0;
    if (start == end)
        return -1;
    for (size_t i = start; i < end; i++) {
        uint32_t c = str_at(s, i);
        if (c < '0' || c > '9')
            return -1;
        if (n > (INT64_MAX - 9) / 10) {
            raise_value(vm, "Too many decimal digits in format string");
            return -2;
        }
        n = n * 10 + (int64_t)(c - '0');
    }
    return n;
}

static Value field_first(Fields *f, Str *s, size_t start, size_t end)
{
    VM *vm = f->vm;
    int64_t number = field_number(vm, s, start, end);
    if (number == -2)
        return VALUE_RAISED;
    if (number >= 0 || start == end) {
        bool automatic = start == end;
        if (f->numbering == NUMBERING_MANUAL && automatic)
            return raise_value(vm, "cannot switch from manual field specification to automatic "
                                   "field numbering");
        if (f->numbering == NUMBERING_AUTO && !automatic)
            return raise_value(vm, "cannot switch from automatic field numbering to manual field "
                                   "specification");
        f->numbering = automatic ? NUMBERING_AUTO : NUMBERING_MANUAL;
        if (automatic)
            number = f->next++;
        if (!f->args)
            return raise_value(vm, "Format string contains positional fields");
        if ((uint64_t)number >= tuple_length(f->args))
            return raise_index(vm, "Replacement index %z out of range for positional args tuple",
                               number);
        return f->args->items[number];
    }
    Str *key = text_checked(vm, str_slice(vm->heap, s, start, end));
    if (!key)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(key));
    if (f->args) {
        Value v = vm_dict_get(vm, as_dict(f->names), OBJ(key));
        return value_is_unset(v) ? raise_key(vm, OBJ(key)) : v;
    }
    return vm_getitem(vm, f->names, OBJ(key));
}

/* name.attr[key]... in [at, end). */
static Value field_value(Fields *f, Str *s, size_t at, size_t end)
{
    VM *vm = f->vm;
    size_t start = at;
    while (at < end && str_at(s, at) != '.' && str_at(s, at) != '[')
        at++;
    Value v = field_first(f, s, start, at);
    while (!value_is_raised(v) && at < end) {
        vm_keep(vm, v);
        uint32_t c = str_at(s, at++);
        start = at;
        if (c == '.') {
            while (at < end && str_at(s, at) != '.' && str_at(s, at) != '[')
                at++;
            if (at == start)
                return raise_value(vm, "Empty attribute in format string");
            Str *name = text_checked(vm, str_slice(vm->heap, s, start, at));
            if (!name)
                return VALUE_RAISED;
            v = vm_getattr(vm, v, str_intern(vm->heap, name));
        } else if (c == '[') {
            while (at < end && str_at(s, at) != ']')
                at++;
            if (at >= end)
                return raise_value(vm, "Missing ']' in format string");
            if (at == start)
                return raise_value(vm, "Empty attribute in format string");
            int64_t index = field_number(vm, s, start, at);
            if (index == -2)
                return VALUE_RAISED;
            Value key;
            if (index >= 0) {
                key = int_from_i64(vm->heap, index);
            } else {
                Str *text = text_checked(vm, str_slice(vm->heap, s, start, at));
                if (!text)
                    return VALUE_RAISED;
                key = OBJ(text);
            }
            at++;
            v = vm_getitem(vm, v, key);
        } else {
            return raise_value(vm, "Only '.' or '[' may follow ']' in format field specifier");
        }
    }
    return v;
}

static Str *expand(Fields *f, Str *s, size_t at, size_t end, int depth);

/* One replacement field; *at stands behind the '{' and is moved behind its '}'. */
static Str *field(Fields *f, Str *s, size_t *at, size_t end, int depth)
{
    VM *vm = f->vm;
    size_t p = *at, name_start = p, name_end;
    uint32_t c = 0, conversion = 0;
    bool bracket = false;
    for (; p < end; p++) {
        c = str_at(s, p);
        if (c == '{') {
            fail(vm, "unexpected '{' in field name");
            return NULL;
        }
        if (c == '[')
            bracket = true;
        else if (c == ']')
            bracket = false;
        else if (!bracket && (c == '}' || c == ':' || c == '!'))
            break;
    }
    name_end = p;
    if (p >= end) {
        fail(vm, "expected '}' before end of string");
        return NULL;
    }
    size_t spec_start = p, spec_end = p;
    bool nested = false;
    if (c == '!') {
        if (++p >= end) {
            fail(vm, "end of string while looking for conversion specifier");
            return NULL;
        }
        conversion = str_at(s, p++);
        if (p < end) {
            c = str_at(s, p);
            if (c != '}' && c != ':') {
                fail(vm, "expected ':' after conversion specifier");
                return NULL;
            }
        } else {
            fail(vm, "unmatched '{' in format spec");
            return NULL;
        }
    }
    if (c == ':') {
        spec_start = ++p;
        for (int open = 1; p < end; p++) {
            uint32_t d = str_at(s, p);
            nested |= d == '{';
            open += d == '{';
            if (d == '}' && --open == 0)
                break;
        }
        if (p >= end) {
            fail(vm, "unmatched '{' in format spec");
            return NULL;
        }
        spec_end = p;
    } else {
        spec_start = spec_end = p;
    }
    *at = p + 1;
    Value v = field_value(f, s, name_start, name_end);
    if (value_is_raised(v))
        return NULL;
    vm_keep(vm, v);
    if (conversion) {
        Str *text = NULL;
        if (conversion == 'r')
            text = vm_repr(vm, v);
        else if (conversion == 's')
            text = vm_str(vm, v);
        else if (conversion == 'a')
            text = vm_ascii(vm, v);
        else if (conversion > 32 && conversion < 127)
            raise_value(vm, "Unknown conversion specifier %c", conversion);
        else
            raise_value(vm, "Unknown conversion specifier \\x%u", (uint64_t)conversion);
        if (!text)
            return NULL;
        v = vm_keep(vm, OBJ(text));
    }
    Str *spec = nested ? expand(f, s, spec_start, spec_end, depth - 1)
                       : text_checked(vm, str_slice(vm->heap, s, spec_start, spec_end));
    if (!spec)
        return NULL;
    if (value_is_exactly(v, KIND_STR) || value_is_int(v) || value_is_float(v))
        return format_with_spec(vm, v, spec);
    vm_keep(vm, OBJ(spec));
    return vm_format_value(vm, v, spec);
}

static Str *expand(Fields *f, Str *s, size_t at, size_t end, int depth)
{
    VM *vm = f->vm;
    if (depth < 0) {
        fail(vm, "Max string recursion exceeded");
        return NULL;
    }
    FormatOut out;
    out.vm = vm;
    out.count = 0;
    out.large = false;
    while (at < end) {
        size_t start = at;
        uint32_t c = 0;
        while (at < end && (c = str_at(s, at)) != '{' && c != '}')
            at++;
        if (at > start && !format_out_slice(&out, s, start, at)) {
            format_out_drop(&out);
            return NULL;
        }
        if (at >= end)
            break;
        at++;
        if (at < end && str_at(s, at) == c) { /* {{ or }} */
            format_out_char(&out, (char)c);
            at++;
            continue;
        }
        Str *piece = NULL;
        if (c == '}')
            fail(vm, "Single '}' encountered in format string");
        else if (at >= end)
            fail(vm, "Single '{' encountered in format string");
        else
            piece = field(f, s, &at, end, depth);
        if (!piece || !format_out_slice(&out, piece, 0, str_length(piece))) {
            format_out_drop(&out);
            return NULL;
        }
    }
    return format_out_finish(&out);
}

Value format_fields(VM *vm, Str *template, Tuple *args, Value kw_or_mapping, bool is_map)
{
    Fields f = { .vm = vm, .args = is_map ? NULL : args, .names = kw_or_mapping };
    Str *s = expand(&f, template, 0, str_length(template), 2 - 1);
    return s ? OBJ(s) : VALUE_RAISED;
}
