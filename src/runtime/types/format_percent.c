/* format_percent.c - template % args, for str and bytes. */
#include "runtime/types/format_internal.h"
#include "vm/arith.h"

#include <limits.h>
#include <stdio.h>

typedef struct {
    VM *vm;
    const Str *text;
    size_t at, end;
    Value args;      /* tuple, mapping or the only argument                        */
    size_t next;     /* of a tuple, or 0/1 of a single one                         */
    bool is_tuple, is_mapping;
    bool is_bytes;   /* a template of bytes, read as Latin-1; so is what is put in */
    Value keyed;     /* the value of %(key), or UNSET                              */
    FormatOut out;
} Template;

static bool next_argument(Template *t, Value *out)
{
    if (!value_is_unset(t->keyed)) {
        *out = t->keyed;
        return true;
    }
    if (t->is_tuple && t->next < tuple_length(as_tuple(t->args))) {
        *out = as_tuple(t->args)->items[t->next++];
        return true;
    }
    if (!t->is_tuple && t->next == 0) {
        t->next = 1;
        *out = t->args;
        return true;
    }
    raise_type(t->vm, "not enough arguments for format string");
    return false;
}

static bool incomplete(Template *t)
{
    raise_value(t->vm, "incomplete format");
    return false;
}

/* %(key): looks the key up. */
static bool take_key(Template *t)
{
    if (!t->is_mapping) {
        raise_type(t->vm, "format requires a mapping");
        return false;
    }
    size_t start = ++t->at, depth = 1;
    for (; t->at < t->end; t->at++) {
        uint32_t c = str_at(t->text, t->at);
        if (c == ')' && --depth == 0)
            break;
        depth += c == '(';
    }
    if (t->at >= t->end) {
        raise_value(t->vm, "incomplete format key");
        return false;
    }
    Str *key = text_checked(t->vm, str_slice(t->vm->heap, (Str *)t->text, start, t->at++));
    if (!key)
        return false;
    Value name = OBJ(key);
    if (t->is_bytes)
        name = vm_own(t->vm, bytes_new(t->vm->heap, str_data(key), str_length(key)));
    if (value_is_raised(name))
        return false;
    t->keyed = vm_getitem(t->vm, t->args, name);
    if (value_is_raised(t->keyed))
        return false;
    vm_keep(t->vm, t->keyed);
    return true;
}

/* Digits or *; what it means goes to *out (-1: none). */
static bool take_size(Template *t, int64_t *out, const char *name, int64_t largest)
{
    VM *vm = t->vm;
    if (t->at < t->end && str_at(t->text, t->at) == '*') {
        Value v, keyed = t->keyed;
        t->at++;
        t->keyed = VALUE_UNSET;
        if (t->is_mapping && !value_is_unset(keyed)) {
            raise_type(vm, "* wants int");
            return false;
        }
        if (!next_argument(t, &v))
            return false;
        t->keyed = keyed;
        if (!int_is(v)) {
            raise_type(vm, "* wants int");
            return false;
        }
        if (!int_to_i64(int_unbox(v), out)) {
            raise_overflow(vm, "Python int too large to convert to C %s",
                           largest == INT_MAX ? "int" : "ssize_t");
            return false;
        }
        if (*out > largest) {
            raise_overflow(vm, "Python int too large to convert to C int");
            return false;
        }
        return true;
    }
    int64_t n = -1;
    for (; t->at < t->end; t->at++) {
        uint32_t c = str_at(t->text, t->at);
        if (c < '0' || c > '9')
            break;
        n = n < 0 ? 0 : n;
        if (n > (largest - (int64_t)(c - '0')) / 10) {
            raise_value(vm, "%s too big", name);
            return false;
        }
        n = n * 10 + (int64_t)(c - '0');
    }
    *out = n;
    return true;
}

static bool put_result(Template *t, Str *piece)
{
    if (!piece)
        return false;
    return format_out_slice(&t->out, piece, 0, str_length(piece));
}

/* The int behind %d, %x ...; RAISED. [script] */
static Value percent_int(VM *vm, Value v, uint32_t type)
{
    if (int_is(v))
        return int_unbox(v);
    Value result = VALUE_UNSET;
    bool whole = type == 'x' || type == 'X' || type == 'o';
    if (value_is_float(v) && !whole)
        return float_to_int(vm, value_float(v));
    if (!value_is_str(v) && !value_is_float(v)) {
        if (!whole)
            result = vm_call_special(vm, v, NAME(vm, __int__), 0, NULL);
        if (value_is_unset(result))
            result = vm_call_special(vm, v, NAME(vm, __index__), 0, NULL);
    } else if (!whole && !value_is_str(v)) {
        result = vm_call_special(vm, v, NAME(vm, __int__), 0, NULL);
    }
    if (value_is_raised(result))
        return result;
    if (!value_is_unset(result) && int_is(result))
        return int_unbox(result);
    return raise_type(vm, whole ? "%%%c format: an integer is required, not %T"
                                : "%%%c format: a real number is required, not %T", type, v);
}

/* %d with a precision: that many digits at least. */
static Str *percent_digits(VM *vm, Value number, const FormatSpec *spec)
{
    if (spec->type == 'd' && spec->width < 0 && spec->precision < 0 && !spec->sign)
        return int_to_str(vm, number);
    char small[72], *to_free;
    size_t count, free_bytes = 0;
    bool negative;
    int radix = spec->type == 'o' ? 8 : spec->type == 'd' ? 10 : 16;
    const char *digits = format_digits(vm, number, radix, small, &count, &negative, &to_free,
                                    &free_bytes);
    if (!digits)
        return NULL;
    FormatNumber n = { .sign = format_sign(negative, spec->sign), .digits = digits, .count = count };
    if (spec->type == 'X')
        for (size_t i = 0; i < count; i++)
            if (digits[i] >= 'a')
                ((char *)digits)[i] = (char)(digits[i] - 32);
    if (spec->alternate && radix != 10)
        snprintf(n.prefix, sizeof n.prefix, "0%c", (int)spec->type);
    size_t wanted = spec->precision > 0 ? (size_t)spec->precision : 0;
    char *padded = NULL;
    Str *result = NULL;
    if (wanted > count) {
        padded = wanted > UINT32_MAX ? NULL : heap_array(vm->heap, NULL, 0, wanted);
        if (!padded) {
            raise_memory(vm);
            goto done;
        }
        memset(padded, '0', wanted - count);
        memcpy(padded + wanted - count, digits, count);
        n.digits = padded;
        n.count = wanted;
    }
    result = format_number(vm, &n, spec);
    heap_array_free(vm->heap, padded, wanted);
done:
    heap_array_free(vm->heap, to_free, free_bytes);
    return result;
}

static Str *percent_char(VM *vm, Value v)
{
    int64_t point;
    if (value_is_str(v)) {
        if (str_length(as_str(v)) == 1)
            return as_str(v);
        raise_type(vm, "%%c requires int or char");
        return NULL;
    }
    if (!int_is(v) && value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__)))) {
        raise_type(vm, "%%c requires int or char");
        return NULL;
    }
    Value index = vm_index_value(vm, v);
    if (value_is_raised(index))
        return NULL;
    if (!int_to_i64(index, &point) || point < 0 || point > 0x10FFFF) {
        raise_overflow(vm, "%%c arg not in range(0x110000)");
        return NULL;
    }
    return str_from_char(vm->heap, (uint32_t)point);
}

/* %s and %b of a template of bytes. [script] */
static Str *percent_bytes(VM *vm, Value v)
{
    const uint8_t *data;
    size_t length;
    if (!bytes_data(v, &data, &length)) {
        Value made = vm_call_special(vm, v, NAME(vm, __bytes__), 0, NULL);
        if (value_is_raised(made))
            return NULL;
        if (value_is_unset(made) || !bytes_data(made, &data, &length)) {
            raise_type(vm, "%%b requires a bytes-like object, or an object that implements "
                           "__bytes__, not '%T'", v);
            return NULL;
        }
    }
    return text_checked(vm, str_from_latin1(vm->heap, data, length));
}

static Str *percent_byte(VM *vm, Value v)
{
    const uint8_t *data;
    size_t length;
    int64_t n;
    if (bytes_data(v, &data, &length) && length == 1)
        return str_from_char(vm->heap, *data);
    if (!int_is(v)) {
        raise_type(vm, "%%c requires an integer in range(256) or a single byte");
        return NULL;
    }
    if (!int_to_i64(int_unbox(v), &n) || n < 0 || n > 255) {
        raise_overflow(vm, "%%c arg not in range(256)");
        return NULL;
    }
    return str_from_char(vm->heap, (uint32_t)n);
}

/* One conversion: t->at stands behind the '%'. */
static bool percent_item(Template *t)
{
    VM *vm = t->vm;
    FormatSpec spec = { .fill = ' ', .align = '>', .width = -1, .precision = -1 };
    bool minus = false, zero = false;
    t->keyed = VALUE_UNSET;
    if (t->at < t->end && str_at(t->text, t->at) == '(' && !take_key(t))
        return false;
    for (; t->at < t->end; t->at++) {
        uint32_t c = str_at(t->text, t->at);
        if (c == '-')
            minus = true;
        else if (c == '0')
            zero = true;
        else if (c == '+')
            spec.sign = '+';
        else if (c == ' ')
            spec.sign = spec.sign ? spec.sign : ' ';
        else if (c == '#')
            spec.alternate = true;
        else
            break;
    }
    if (!take_size(t, &spec.width, "width", INT64_MAX))
        return false;
    if (spec.width < -1) {
        minus = true;
        spec.width = spec.width == INT64_MIN ? INT64_MAX : -spec.width;
    }
    if (t->at < t->end && str_at(t->text, t->at) == '.') {
        t->at++;
        if (!take_size(t, &spec.precision, "precision", INT_MAX))
            return false;
        if (spec.precision < 0)
            spec.precision = 0;
    }
    if (t->at < t->end && memchr("hlL", (int)(str_at(t->text, t->at) & 127), 3) &&
        str_at(t->text, t->at) < 128)
        t->at++;
    if (t->at >= t->end)
        return incomplete(t);
    spec.type = str_at(t->text, t->at++);
    if (spec.type == '%' && str_at(t->text, t->at - 2) == '%') {
        format_out_char(&t->out, '%');
        return true;
    }
    Value v, number;
    double d;
    Str *piece;
    if (minus)
        spec.align = '<';
    if (!next_argument(t, &v))
        return false;
    bool known = spec.type < 128 && spec.type &&
                 strchr(t->is_bytes ? "sracdiuoxXeEfFgGb" : "sracdiuoxXeEfFgG", (int)spec.type);
    if (!known) {
        uint32_t c = spec.type > 31 && spec.type < 127 ? spec.type : '?';
        char hex[16];
        snprintf(hex, sizeof hex, "%x", (unsigned)spec.type);
        raise_value(vm, "unsupported format character '%c' (0x%s) at index %u", c, hex,
                    (uint64_t)(t->at - 1));
        return false;
    }
    switch (spec.type) {
    case 's':
    case 'b':
    case 'r':
    case 'a': {
        if (t->is_bytes)
            piece = spec.type == 's' || spec.type == 'b' ? percent_bytes(vm, v) : vm_ascii(vm, v);
        else
            piece = spec.type == 's'   ? (value_is_exactly(v, KIND_STR) ? as_str(v)
                                      : value_is_int(v)            ? int_to_str(vm, v)
                                                                   : vm_str(vm, v))
                : spec.type == 'r' ? vm_repr(vm, v)
                                   : vm_ascii(vm, v);
        if (!piece)
            return false;
        size_t length = str_length(piece);
        if (spec.precision >= 0 && (uint64_t)spec.precision < length)
            length = (size_t)spec.precision;
        return put_result(t, format_pad(vm, piece, length, &spec));
    }
    case 'c':
        piece = t->is_bytes ? percent_byte(vm, v) : percent_char(vm, v);
        return piece && put_result(t, format_pad(vm, piece, 1, &spec));
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        if (t->is_bytes && !int_is(v) && !value_is_float(arith_unbox(v)) &&
            value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __float__)))) {
            raise_type(vm, "float argument required, not %T", v);
            return false;
        }
        if (!vm_number_to_double(vm, v, &d))
            return false;
        if (zero && !minus) {
            spec.fill = '0';
            spec.align = '=';
        }
        return put_result(t, format_float(vm, v, d, &spec));
    default:
        number = percent_int(vm, v, t->is_bytes && spec.type == 'i' ? 'd' : spec.type);
        if (value_is_raised(number))
            return false;
        if (spec.type == 'i' || spec.type == 'u')
            spec.type = 'd';
        if (zero && !minus) {
            spec.fill = '0';
            spec.align = '=';
        }
        return put_result(t, percent_digits(vm, number, &spec));
    }
}

static Str *percent(VM *vm, Str *template, Value args, bool is_bytes)
{
    Template t = { .vm = vm, .text = template, .end = str_length(template), .args = args,
                   .is_bytes = is_bytes };
    t.is_tuple = value_is_tuple(args);
    const uint8_t *data;
    size_t length;
    t.is_mapping = !t.is_tuple && !value_is_str(args) &&
                   !(is_bytes && bytes_data(args, &data, &length)) &&
                   (value_is_kind(args, KIND_DICT) ||
                    !value_is_unset(class_lookup(vm, class_of(vm, args), NAME(vm, __getitem__))));
    t.out.vm = vm;
    while (t.at < t.end) {
        size_t start = t.at;
        while (t.at < t.end && str_at(template, t.at) != '%')
            t.at++;
        if (t.at > start && !format_out_slice(&t.out, template, start, t.at)) {
            format_out_drop(&t.out);
            return NULL;
        }
        if (t.at >= t.end)
            break;
        t.at++;
        if (t.at >= t.end ? !incomplete(&t) : !percent_item(&t)) {
            format_out_drop(&t.out);
            return NULL;
        }
    }
    size_t given = t.is_tuple ? tuple_length(as_tuple(args)) : 1;
    if (t.next < given && !t.is_mapping) {
        format_out_drop(&t.out);
        raise_type(vm, "not all arguments converted during %s formatting",
                   is_bytes ? "bytes" : "string");
        return NULL;
    }
    return format_out_finish(&t.out);
}

Value format_percent(VM *vm, Str *template, Value args)
{
    Str *s = percent(vm, template, args, false);
    return s ? OBJ(s) : VALUE_RAISED;
}

Str *format_percent_bytes(VM *vm, Str *template, Value args)
{
    return percent(vm, template, args, true);
}
