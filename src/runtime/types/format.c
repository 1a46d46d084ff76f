/* format.c - how values become text by a recipe: format specs (f-strings, format()), str.format and
 * the old % templates. A number is laid out once, in put_number, whichever recipe asked for it. */
#include "runtime/types/types.h"
#include "vm/arith.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct {
    uint32_t fill;      /* a code point                                             */
    uint32_t type;      /* the letter; 0: none given                                */
    int64_t width;      /* -1: none                                                 */
    int64_t precision;  /* -1: none                                                 */
    char align;         /* < > = ^                                                  */
    char sign;          /* + - space, 0: none given                                 */
    char grouping;      /* , _ or 0                                                 */
    bool alternate;     /* #                                                        */
    bool no_minus_zero; /* z                                                        */
} Spec;

/* A number in pieces: sign, prefix, digits to be grouped, the rest (".50", "e+20", "%"). */
typedef struct {
    char sign;          /* 0: none                                                  */
    char prefix[3];
    const char *digits;
    size_t count;
    const char *rest;
    size_t rest_count;
    int group;          /* digits a group; with Spec.grouping                       */
} Number;

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

static bool grouping_allowed(const Spec *spec)
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

static bool parse_spec(VM *vm, const Str *s, Value v, char align, uint32_t type, Spec *spec)
{
    size_t at = 0, end = str_length(s);
    bool fill_given = false, align_given = false;
    *spec = (Spec){ .fill = ' ', .align = align, .type = type, .width = -1, .precision = -1 };
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

/* Where ASCII results are put together without a builder. */
enum { SMALL = 256 };

/* Pads `inside` to the width. NULL: raised. */
static Str *pad_text(VM *vm, Str *inside, size_t length, const Spec *spec)
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
static void put_grouped(char *end, size_t size, const Number *n, char separator)
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

static Str *put_number(VM *vm, const Number *n, const Spec *spec)
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

    char small[SMALL], *body = small;
    if (length > sizeof small && !(body = heap_array(vm->heap, NULL, 0, length))) {
        raise_memory(vm);
        return NULL;
    }
    char *p = body;
    if (n->sign)
        *p++ = n->sign;
    memcpy(p, n->prefix, prefix);
    p += prefix;
    Number grouped = *n;
    grouped.group = group;
    put_grouped(p + digits, digits, &grouped, spec->grouping);
    if (n->rest_count)
        memcpy(p + digits, n->rest, n->rest_count);

    Str *result;
    if (space == 0) {
        result = str_from_latin1(vm->heap, (uint8_t *)body, length);
    } else if (body == small && width <= SMALL && spec->fill < 128) {
        char line[SMALL];
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

static char sign_of(bool negative, char wanted)
{
    return negative ? '-' : wanted == '+' || wanted == ' ' ? wanted : 0;
}

/* --- str, int, float by spec ----------------------------------------------------------------------------- */

static Str *format_text(VM *vm, Value v, const Spec *spec)
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
        return pad_text(vm, as_str(v), length, spec);
    }
    return NULL;
}

static Str *format_char(VM *vm, Value v, const Spec *spec)
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
    Spec plain = *spec;
    if (plain.align == '=')
        plain.align = '>';
    return pad_text(vm, str_from_char(vm->heap, (uint32_t)point), 1, &plain);
}

/* v is a plain int. Digits come from a small buffer or from int_to_text (then *to_free). */
static const char *int_digits(VM *vm, Value v, int radix, char small[72], size_t *count,
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

static Str *format_int(VM *vm, Value original, Value v, const Spec *spec)
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
        int_digits(vm, v, kinds[kind].radix, small, &count, &negative, &to_free, &free_bytes);
    if (!digits)
        return NULL;
    if (spec->type == 'X')
        for (size_t i = 0; i < count; i++)
            if (digits[i] >= 'a')
                ((char *)digits)[i] = (char)(digits[i] - 32);
    Number n = { .sign = sign_of(negative, spec->sign), .digits = digits, .count = count,
                 .group = kinds[kind].group };
    if (spec->alternate)
        snprintf(n.prefix, sizeof n.prefix, "%s", kinds[kind].prefix);
    Str *result = put_number(vm, &n, spec);
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

static Str *format_float(VM *vm, Value original, double d, const Spec *spec)
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
    Number n = { .sign = sign_of(negative, spec->sign), .digits = text, .group = 3 };
    while (n.count < length && text[n.count] >= '0' && text[n.count] <= '9')
        n.count++;
    n.rest = text + n.count;
    n.rest_count = length - n.count;
    Str *result = put_number(vm, &n, spec);
    heap_array_free(vm->heap, to_free, bytes);
    return result;
}

Str *format_with_spec(VM *vm, Value v, Str *spec_text)
{
    Spec spec;
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

/* ASCII gathers in `small`; what is wider or longer goes on in a builder. */
typedef struct {
    VM *vm;
    StrBuilder builder;
    size_t count;    /* in small                                                   */
    bool large;      /* the builder is in use                                      */
    char small[SMALL];
} Out;

static void out_grow(Out *out)
{
    builder_init(&out->builder, out->vm->heap);
    builder_utf8(&out->builder, out->small, out->count);
    out->large = true;
}

/* Characters [start, end) of s. false: too long (raised). */
static bool out_slice(Out *out, const Str *s, size_t start, size_t end)
{
    size_t length = end - start;
    if (!out->large) {
        if (str_is_ascii(s) && length <= SMALL - out->count) {
            memcpy(out->small + out->count, s->data + start, length);
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

static void out_char(Out *out, char c)
{
    if (!out->large && out->count == SMALL)
        out_grow(out);
    if (out->large)
        builder_char(&out->builder, (uint32_t)c);
    else
        out->small[out->count++] = c;
}

static void out_drop(Out *out)
{
    if (out->large)
        builder_drop(&out->builder);
}

static Str *out_finish(Out *out)
{
    Str *s = out->large ? builder_finish(&out->builder)
                        : str_from_latin1(out->vm->heap, (uint8_t *)out->small, out->count);
    return text_checked(out->vm, s);
}

/* --- template % args ----------------------------------------------------------------------------------------- */

typedef struct {
    VM *vm;
    const Str *text;
    size_t at, end;
    Value args;      /* tuple, mapping or the only argument                        */
    size_t next;     /* of a tuple, or 0/1 of a single one                         */
    bool is_tuple, is_mapping;
    bool is_bytes;   /* a template of bytes, read as Latin-1; so is what is put in */
    Value keyed;     /* the value of %(key), or UNSET                              */
    Out out;
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
        name = vm_own(t->vm, bytes_new(t->vm->heap, key->data, str_length(key)));
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
    return out_slice(&t->out, piece, 0, str_length(piece));
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
static Str *percent_digits(VM *vm, Value number, const Spec *spec)
{
    if (spec->type == 'd' && spec->width < 0 && spec->precision < 0 && !spec->sign)
        return int_to_str(vm, number);
    char small[72], *to_free;
    size_t count, free_bytes = 0;
    bool negative;
    int radix = spec->type == 'o' ? 8 : spec->type == 'd' ? 10 : 16;
    const char *digits = int_digits(vm, number, radix, small, &count, &negative, &to_free,
                                    &free_bytes);
    if (!digits)
        return NULL;
    Number n = { .sign = sign_of(negative, spec->sign), .digits = digits, .count = count };
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
    result = put_number(vm, &n, spec);
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
    Spec spec = { .fill = ' ', .align = '>', .width = -1, .precision = -1 };
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
        out_char(&t->out, '%');
        return true;
    }
    Value v, number;
    double d;
    Str *piece;
    if (minus)
        spec.align = '<';
    if (spec.type < 128 && spec.type &&
        strchr(t->is_bytes ? "sracdiuoxXeEfFgGb" : "sracdiuoxXeEfFgG", (int)spec.type)) {
        if (!next_argument(t, &v))
            return false;
    } else {
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
        return put_result(t, pad_text(vm, piece, length, &spec));
    }
    case 'c':
        piece = t->is_bytes ? percent_byte(vm, v) : percent_char(vm, v);
        return piece && put_result(t, pad_text(vm, piece, 1, &spec));
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
        if (t.at > start && !out_slice(&t.out, template, start, t.at)) {
            out_drop(&t.out);
            return NULL;
        }
        if (t.at >= t.end)
            break;
        t.at++;
        if (t.at >= t.end ? !incomplete(&t) : !percent_item(&t)) {
            out_drop(&t.out);
            return NULL;
        }
    }
    size_t given = t.is_tuple ? tuple_length(as_tuple(args)) : 1;
    if (t.next < given && !t.is_mapping) {
        out_drop(&t.out);
        raise_type(vm, "not all arguments converted during %s formatting",
                   is_bytes ? "bytes" : "string");
        return NULL;
    }
    return out_finish(&t.out);
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

/* --- template.format(...) ------------------------------------------------------------------------------------- */

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
    Out out;
    out.vm = vm;
    out.count = 0;
    out.large = false;
    while (at < end) {
        size_t start = at;
        uint32_t c = 0;
        while (at < end && (c = str_at(s, at)) != '{' && c != '}')
            at++;
        if (at > start && !out_slice(&out, s, start, at)) {
            out_drop(&out);
            return NULL;
        }
        if (at >= end)
            break;
        at++;
        if (at < end && str_at(s, at) == c) { /* {{ or }} */
            out_char(&out, (char)c);
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
        if (!piece || !out_slice(&out, piece, 0, str_length(piece))) {
            out_drop(&out);
            return NULL;
        }
    }
    return out_finish(&out);
}

Value format_fields(VM *vm, Str *template, Tuple *args, Value kw_or_mapping, bool is_map)
{
    Fields f = { .vm = vm, .args = is_map ? NULL : args, .names = kw_or_mapping };
    Str *s = expand(&f, template, 0, str_length(template), 2 - 1);
    return s ? OBJ(s) : VALUE_RAISED;
}
