/* format.c - how values become text by a format spec (f-strings, format()). A number is laid out once, in
 * format_number, whichever recipe asked for it: a spec, a % template or a field of str.format. */
#include "runtime/types/format_internal.h"
#include "vm/arith.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static Value raise_unknown_code(VM *vm, uint32_t type, Value v)
{
    char code[16];
    if (type > 32 && type < 128)
        snprintf(code, sizeof code, "%c", (int)type);
    else
        snprintf(code, sizeof code, "\\x%x", (unsigned)type);
    return raise_value(vm, "Unknown format code '%s' for object of type '%T'", code, v);
}

/* Digits at *at; -1: none. false: too many (raised). */
static bool take_number(VM *vm, const Str *s, size_t *at, size_t end, int64_t *out)
{
    int64_t n = -1;
    for (; *at < end && str_at(s, *at) >= '0' && str_at(s, *at) <= '9'; ++*at) {
        n = n < 0 ? 0 : n;
        if (n > (INT64_MAX - 9) / 10) {
            raise_value(vm, "Too many decimal digits in format string");
            return false;
        }
        n = n * 10 + (int64_t)(str_at(s, *at) - '0');
    }
    *out = n;
    return true;
}

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static bool grouping_allowed(const FormatSpec *spec)
{
    switch (spec->type) {
    case 0:
    case 'd':
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X': return spec->grouping == '_';
    default: return false;
    }
}

static bool parse_spec(VM *vm, const Str *s, Value v, char align, uint32_t type, FormatSpec *spec)
{
    size_t at = 0, end = str_length(s);
    bool fill_given = false, align_given = false;
    *spec = (FormatSpec){ .fill = ' ', .align = align, .type = type, .width = -1, .precision = -1 };
#define PEEK() (at < end ? str_at(s, at) : 0)
    if (end >= 2 && is_align(str_at(s, 1))) {
        spec->fill = str_at(s, 0);
        spec->align = (char)str_at(s, 1);
        fill_given = align_given = true;
        at = 2;
    } else if (is_align(PEEK())) {
        spec->align = (char)str_at(s, at++);
        align_given = true;
    }
    if (PEEK() == '+' || PEEK() == '-' || PEEK() == ' ')
        spec->sign = (char)str_at(s, at++);
    if (PEEK() == 'z') {
        spec->no_minus_zero = true;
        at++;
    }
    if (PEEK() == '#') {
        spec->alternate = true;
        at++;
    }
    if (!fill_given && PEEK() == '0') {
        spec->fill = '0';
        if (!align_given && align == '>')
            spec->align = '=';
        at++;
    }
    if (!take_number(vm, s, &at, end, &spec->width))
        return false;
    if (PEEK() == ',') {
        spec->grouping = ',';
        at++;
    }
    if (PEEK() == '_') {
        if (spec->grouping) {
            raise_value(vm, "Cannot specify both ',' and '_'.");
            return false;
        }
        spec->grouping = '_';
        at++;
        if (PEEK() == ',') {
            raise_value(vm, "Cannot specify both ',' and '_'.");
            return false;
        }
    }
    if (PEEK() == '.') {
        at++;
        if (!take_number(vm, s, &at, end, &spec->precision))
            return false;
        if (spec->precision < 0) {
            raise_value(vm, "Format specifier missing precision");
            return false;
        }
    }
#undef PEEK
    if (end - at > 1) {
        raise_value(vm, "Invalid format specifier '%S' for object of type '%T'", s, v);
        return false;
    }
    if (at < end)
        spec->type = str_at(s, at);
    if (spec->grouping && !grouping_allowed(spec)) {
        if (spec->type > 32 && spec->type < 128)
            raise_value(vm, "Cannot specify '%c' with '%c'.", (uint32_t)spec->grouping, spec->type);
        else
            raise_value(vm, "Cannot specify '%c' with '\\x%s'.", (uint32_t)spec->grouping, "");
        return false;
    }
    return true;
}

/* --- layout ------------------------------------------------------------------------------------------- */

/* Pads `inside` to the width. NULL: raised. */
Str *format_pad(VM *vm, Str *inside, size_t length, const FormatSpec *spec)
{
    size_t width = spec->width < 0 ? 0 : (size_t)spec->width;
    if (width <= length)
        return length == str_length(inside) ? inside
                                            : text_checked(vm, str_slice(vm->heap, inside, 0, length));
    if (width > UINT32_MAX) {
        raise_memory(vm);
        return NULL;
    }
    size_t space = width - length;
    size_t left = spec->align == '>' ? space : spec->align == '^' ? space / 2 : 0;
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_fill(&b, spec->fill, left);
    builder_slice(&b, inside, 0, length);
    builder_fill(&b, spec->fill, space - left);
    return text_checked(vm, builder_finish(&b));
}

/* How many characters `count` digits take with separators, at least `minimum` (zeros in front). */
static size_t grouped_size(size_t count, int group, size_t minimum)
{
    if (!group)
        return count > minimum ? count : minimum;
    size_t size = count + (count ? (count - 1) / (size_t)group : 0);
    if (size >= minimum)
        return size;
    /* a separator never stands in front: a width that would begin with one gets a zero more */
    return minimum % ((size_t)group + 1) == 0 ? minimum + 1 : minimum;
}

/* Writes the digits right to left so that they end at `end`; size as grouped_size said. */
static void put_grouped(char *end, size_t size, const FormatNumber *n, char separator)
{
    size_t left = n->count;
    int in_group = 0;
    for (size_t i = 0; i < size; i++) {
        if (n->group && separator && in_group == n->group) {
            *--end = separator;
            in_group = 0;
            continue;
        }
        *--end = left ? n->digits[--left] : '0';
        in_group++;
    }
}

Str *format_number(VM *vm, const FormatNumber *n, const FormatSpec *spec)
{
    size_t width = spec->width < 0 ? 0 : (size_t)spec->width;
    if (width > UINT32_MAX || n->count > UINT32_MAX / 2) {
        raise_memory(vm);
        return NULL;
    }
    size_t prefix = strlen(n->prefix), fixed = (n->sign != 0) + prefix + n->rest_count;
    size_t minimum = spec->fill == '0' && spec->align == '=' && width > fixed ? width - fixed : 0;
    int group = spec->grouping ? n->group : 0;
    size_t digits;
    if (n->count == 0 && group) /* inf and nan have no groups */
        group = 0;
    digits = grouped_size(n->count, group, minimum);
    size_t length = fixed + digits, space = width > length ? width - length : 0;
    size_t left = spec->align == '>' ? space : spec->align == '^' ? space / 2 : 0;
    size_t middle = spec->align == '=' ? space : 0, right = space - left - middle;

    char small[FORMAT_SMALL], *body = small;
    if (length > sizeof small && !(body = heap_array(vm->heap, NULL, 0, length))) {
        raise_memory(vm);
        return NULL;
    }
    char *p = body;
    if (n->sign)
        *p++ = n->sign;
    memcpy(p, n->prefix, prefix);
    p += prefix;
    FormatNumber grouped = *n;
    grouped.group = group;
    put_grouped(p + digits, digits, &grouped, spec->grouping);
    if (n->rest_count)
        memcpy(p + digits, n->rest, n->rest_count);

    Str *result;
    if (space == 0) {
        result = str_from_latin1(vm->heap, (uint8_t *)body, length);
    } else if (body == small && width <= FORMAT_SMALL && spec->fill < 128) {
        char line[FORMAT_SMALL];
        size_t head = length - digits - n->rest_count; /* sign and prefix */
        memset(line, (int)spec->fill, width);
        memcpy(line + left, body, head);
        memcpy(line + left + head + middle, body + head, length - head);
        result = str_from_latin1(vm->heap, (uint8_t *)line, width);
    } else {
        size_t head = length - digits - n->rest_count;
        StrBuilder b;
        builder_init(&b, vm->heap);
        builder_fill(&b, spec->fill, left);
        builder_utf8(&b, body, head);
        builder_fill(&b, spec->fill, middle);
        builder_utf8(&b, body + head, length - head);
        builder_fill(&b, spec->fill, right);
        result = builder_finish(&b);
    }
    if (body != small)
        heap_array_free(vm->heap, body, length);
    return text_checked(vm, result);
}

char format_sign(bool negative, char wanted)
{
    return negative ? '-' : wanted == '+' || wanted == ' ' ? wanted : 0;
}

/* --- str, int, float by spec ----------------------------------------------------------------------------- */

static Str *format_text(VM *vm, Value v, const FormatSpec *spec)
{
    if (spec->type != 's')
        raise_unknown_code(vm, spec->type, v);
    else if (spec->sign)
        raise_value(vm, spec->sign == ' ' ? "Space not allowed in string format specifier"
                                          : "Sign not allowed in string format specifier");
    else if (spec->no_minus_zero)
        raise_value(vm, "Negative zero coercion (z) not allowed in string format specifier");
    else if (spec->alternate)
        raise_value(vm, "Alternate form (#) not allowed in string format specifier");
    else if (spec->align == '=')
        raise_value(vm, "'=' alignment not allowed in string format specifier");
    else {
        size_t length = str_length(as_str(v));
        if (spec->precision >= 0 && (uint64_t)spec->precision < length)
            length = (size_t)spec->precision;
        return format_pad(vm, as_str(v), length, spec);
    }
    return NULL;
}

static Str *format_char(VM *vm, Value v, const FormatSpec *spec)
{
    int64_t point;
    if (spec->sign) {
        raise_value(vm, "Sign not allowed with integer format specifier 'c'");
        return NULL;
    }
    if (spec->alternate) {
        raise_value(vm, "Alternate form (#) not allowed with integer format specifier 'c'");
        return NULL;
    }
    if (!int_to_i64(v, &point) || point < 0 || point > 0x10FFFF) {
        raise_overflow(vm, "%%c arg not in range(0x110000)");
        return NULL;
    }
    FormatSpec plain = *spec;
    if (plain.align == '=')
        plain.align = '>';
    return format_pad(vm, str_from_char(vm->heap, (uint32_t)point), 1, &plain);
}

/* v is a plain int. Digits come from a small buffer or from int_to_text (then *to_free). */
const char *format_digits(VM *vm, Value v, int radix, char small[72], size_t *count,
                              bool *negative, char **to_free, size_t *free_bytes)
{
    *to_free = NULL;
    if (value_is_int(v)) {
        int64_t number = value_int(v);
        uint64_t left = number < 0 ? (uint64_t)-number : (uint64_t)number;
        char *end = small + 72, *p = end;
        do {
            *--p = "0123456789abcdefghijklmnopqrstuvwxyz"[left % (uint64_t)radix];
            left /= (uint64_t)radix;
        } while (left);
        *negative = number < 0;
        *count = (size_t)(end - p);
        return p;
    }
    if (radix == 10 && vm->int_max_str_digits &&
        int_decimal_digits(v) > vm->int_max_str_digits + 1) {
        int_to_str(vm, v); /* raises */
        return NULL;
    }
    size_t length;
    char *text = int_to_text(vm->heap, v, radix, &length);
    if (!text) {
        raise_memory(vm);
        return NULL;
    }
    *to_free = text;
    *free_bytes = length + 1;
    *negative = text[0] == '-';
    *count = length - *negative;
    if (radix == 10 && vm->int_max_str_digits && *count > vm->int_max_str_digits) {
        heap_array_free(vm->heap, text, length + 1);
        int_to_str(vm, v); /* raises */
        return NULL;
    }
    return text + *negative;
}

static Str *format_int(VM *vm, Value original, Value v, const FormatSpec *spec)
{
    static const struct {
        char type;
        int radix, group;
        const char *prefix;
    } kinds[] = { { 'd', 10, 3, "" },   { 'n', 10, 3, "" },   { 'b', 2, 4, "0b" },
                  { 'o', 8, 4, "0o" },  { 'x', 16, 4, "0x" }, { 'X', 16, 4, "0X" } };
    size_t kind = 0, kind_count = sizeof kinds / sizeof *kinds;
    while (kind < kind_count && (uint32_t)kinds[kind].type != spec->type)
        kind++;
    if (kind == kind_count && spec->type != 'c') {
        raise_unknown_code(vm, spec->type, original);
        return NULL;
    }
    if (spec->precision >= 0) {
        raise_value(vm, "Precision not allowed in integer format specifier");
        return NULL;
    }
    if (spec->no_minus_zero) {
        raise_value(vm, "Negative zero coercion (z) not allowed in integer format specifier");
        return NULL;
    }
    if (spec->type == 'c')
        return format_char(vm, v, spec);
    char small[72], *to_free;
    size_t count, free_bytes = 0;
    bool negative;
    const char *digits =
        format_digits(vm, v, kinds[kind].radix, small, &count, &negative, &to_free, &free_bytes);
    if (!digits)
        return NULL;
    if (spec->type == 'X')
        for (size_t i = 0; i < count; i++)
            if (digits[i] >= 'a')
                ((char *)digits)[i] = (char)(digits[i] - 32);
    FormatNumber n = { .sign = format_sign(negative, spec->sign), .digits = digits, .count = count,
                 .group = kinds[kind].group };
    if (spec->alternate)
        snprintf(n.prefix, sizeof n.prefix, "%s", kinds[kind].prefix);
    Str *result = format_number(vm, &n, spec);
    heap_array_free(vm->heap, to_free, free_bytes);
    return result;
}

/* The digits of d >= 0 as C's %e, %f, %g write them, in a buffer of the heap (*bytes long). More than
 * 1,100 places are only zeros: those are put in by hand. */
static char *float_text(VM *vm, double d, char type, int64_t precision, bool alternate,
                        size_t *length, size_t *bytes)
{
    enum { EXACT = 1100 };
    int places = precision > EXACT ? EXACT : (int)precision;
    size_t zeros = precision > EXACT && type != 'g' && type != 'G' ? (size_t)(precision - EXACT) : 0;
    if (precision > EXACT && alternate && (type == 'g' || type == 'G'))
        zeros = (size_t)(precision - EXACT);
    *bytes = 400 + (size_t)places + zeros;
    if (zeros > UINT32_MAX) {
        raise_memory(vm);
        return NULL;
    }
    char *text = heap_array(vm->heap, NULL, 0, *bytes);
    if (!text) {
        raise_memory(vm);
        return NULL;
    }
    char format[8];
    snprintf(format, sizeof format, "%%%s.*%c", alternate ? "#" : "", type);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    int count = snprintf(text, 400 + (size_t)places, format, places, d);
#pragma GCC diagnostic pop
    *length = (size_t)count;
    if (zeros) {
        char *exponent = memchr(text, type == 'E' || type == 'G' ? 'E' : 'e', *length);
        size_t tail = exponent ? (size_t)(text + *length - exponent) : 0;
        memmove(text + *length - tail + zeros, text + *length - tail, tail);
        memset(text + *length - tail, '0', zeros);
        *length += zeros;
    }
    return text;
}

/* The text of type 0 with a precision: like g, but with at least one digit behind the point, and the
 * exponent form begins one digit earlier. */
static char *float_general(VM *vm, double d, int64_t precision, bool alternate, size_t *length,
                           size_t *bytes)
{
    if (precision == 0)
        precision = 1;
    char probe[1200];
    int places = precision > 1100 ? 1100 : (int)precision;
    snprintf(probe, sizeof probe, "%.*e", places - 1, d);
    int exponent = atoi(strchr(probe, 'e') + 1);
    bool scientific = exponent < -4 || exponent >= places - 1;
    char *text;
    if (!scientific) {
        text = float_text(vm, d, 'g', precision, alternate, length, bytes);
        if (text && !memchr(text, '.', *length)) {
            memcpy(text + *length, ".0", 2);
            *length += 2;
        }
        return text;
    }
    text = float_text(vm, d, 'e', places - 1, alternate, length, bytes);
    if (!text || alternate)
        return text;
    char *e = memchr(text, 'e', *length), *end = e;
    size_t tail = (size_t)(text + *length - e);
    if (memchr(text, '.', (size_t)(e - text))) {
        while (end[-1] == '0')
            end--;
        if (end[-1] == '.')
            end--;
    }
    memmove(end, e, tail);
    *length = (size_t)(end - text) + tail;
    return text;
}

static bool only_zeros(const char *text, size_t length)
{
    for (size_t i = 0; i < length && (text[i] | 32) != 'e'; i++)
        if (text[i] >= '1' && text[i] <= '9')
            return false;
    return true;
}

Str *format_float(VM *vm, Value original, double d, const FormatSpec *spec)
{
    uint32_t type = spec->type;
    int64_t precision = spec->precision;
    bool percent = type == '%', upper = type == 'E' || type == 'F' || type == 'G';
    if (type == 'n')
        type = 'g';
    if (percent) {
        type = 'f';
        d *= 100;
    }
    if (type && !memchr("eEfFgG", (int)type, 6)) {
        raise_unknown_code(vm, spec->type, original);
        return NULL;
    }
    if (precision > INT_MAX) {
        raise_value(vm, "precision too big");
        return NULL;
    }
    bool negative = signbit(d) && !isnan(d);
    double magnitude = fabs(d);
    char small[48], *text, *to_free = NULL;
    size_t length, bytes = 0;
    if (!isfinite(d)) {
        text = small;
        length = (size_t)snprintf(small, sizeof small, "%s%s",
                                  isnan(d) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"),
                                  percent ? "%" : "");
    } else if (type == 0 && precision < 0) {
        text = small;
        length = float_repr(magnitude, small);
    } else if (precision < 20 && (type == 'f' || type == 'F') && magnitude < 1e15) {
        int places = precision < 0 ? 6 : (int)precision;
        text = small; /* what f-strings mostly ask for; no buffer, no format text */
        length = float_fixed(magnitude, places, small);
        if (length == 0)
            length = (size_t)snprintf(small, sizeof small, "%.*f", places, magnitude);
        if (spec->alternate && precision == 0)
            small[length++] = '.';
        if (percent)
            small[length++] = '%';
    } else {
        if (type == 0)
            to_free = text = float_general(vm, magnitude, precision, spec->alternate, &length, &bytes);
        else
            to_free = text = float_text(vm, magnitude, (char)type, precision < 0 ? 6 : precision,
                                        spec->alternate, &length, &bytes);
        if (!text)
            return NULL;
        if (percent)
            text[length++] = '%';
    }
    if (negative && spec->no_minus_zero && only_zeros(text, length))
        negative = false;
    FormatNumber n = { .sign = format_sign(negative, spec->sign), .digits = text, .group = 3 };
    while (n.count < length && text[n.count] >= '0' && text[n.count] <= '9')
        n.count++;
    n.rest = text + n.count;
    n.rest_count = length - n.count;
    Str *result = format_number(vm, &n, spec);
    heap_array_free(vm->heap, to_free, bytes);
    return result;
}

Str *format_with_spec(VM *vm, Value v, Str *spec_text)
{
    FormatSpec spec;
    if (str_length(spec_text) == 0) {
        if (value_is_exactly(v, KIND_STR))
            return as_str(v);
        if (value_is_float(v))
            return float_to_str(vm, value_float(v));
        if (value_is_int(v) || value_is_exactly(v, KIND_BIGINT))
            return int_to_str(vm, v);
        return vm_str(vm, v);
    }
    if (value_is_str(v))
        return parse_spec(vm, spec_text, v, '<', 's', &spec) ? format_text(vm, v, &spec) : NULL;
    Value number = arith_unbox(v);
    if (value_is_float(number)) {
        if (!parse_spec(vm, spec_text, v, '>', 0, &spec))
            return NULL;
        return format_float(vm, v, value_float(number), &spec);
    }
    if (!parse_spec(vm, spec_text, v, '>', 'd', &spec))
        return NULL;
    number = int_unbox(number);
    if (spec.type < 128 && spec.type && strchr("eEfFgG%", (int)spec.type)) {
        double d;
        return arith_int_to_double(vm, number, &d) ? format_float(vm, v, d, &spec) : NULL;
    }
    return format_int(vm, v, number, &spec);
}

/* --- a text that grows ------------------------------------------------------------------------------- */

static void out_grow(FormatOut *out)
{
    builder_init(&out->builder, out->vm->heap);
    builder_utf8(&out->builder, out->small, out->count);
    out->large = true;
}

/* Characters [start, end) of s. false: too long (raised). */
bool format_out_slice(FormatOut *out, const Str *s, size_t start, size_t end)
{
    size_t length = end - start;
    if (!out->large) {
        if (str_is_ascii(s) && length <= FORMAT_SMALL - out->count) {
            memcpy(out->small + out->count, str_data(s) + start, length);
            out->count += length;
            return true;
        }
        out_grow(out);
    }
    if (out->builder.count + length > UINT32_MAX) {
        raise_memory(out->vm);
        return false;
    }
    builder_slice(&out->builder, s, start, end);
    return true;
}

void format_out_char(FormatOut *out, char c)
{
    if (!out->large && out->count == FORMAT_SMALL)
        out_grow(out);
    if (out->large)
        builder_char(&out->builder, (uint32_t)c);
    else
        out->small[out->count++] = c;
}

void format_out_drop(FormatOut *out)
{
    if (out->large)
        builder_drop(&out->builder);
}

Str *format_out_finish(FormatOut *out)
{
    Str *s = out->large ? builder_finish(&out->builder)
                        : str_from_latin1(out->vm->heap, (uint8_t *)out->small, out->count);
    return text_checked(out->vm, s);
}
