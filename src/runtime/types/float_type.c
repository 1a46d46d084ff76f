/* float_type.c - float as scripts see it. Natives are named real_x because float_x are the functions
 * of object/int.h. */
#include "runtime/types/types.h"
#include "bytecode/code.h"
#include "runtime/types/unicode.h"
#include "vm/arith.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

Str *float_to_str(VM *vm, double d)
{
    char buffer[40];
    size_t length = float_repr(d, buffer);
    return text_checked(vm, str_from_latin1(vm->heap, (uint8_t *)buffer, length));
}

/* d * 10^places rounded to a whole number, halves to even: exact in 128 bits. false: too large. */
static bool scale_exactly(double d, int places, uint64_t *out)
{
    static const uint64_t tens[] = { 1,      10,      100,      1000,      10000,     100000,
                                     1000000, 10000000, 100000000, 1000000000, 10000000000 };
    if (places > 10 || !(d < 4e15))
        return false;
    int exponent;
    double mantissa = frexp(d, &exponent);
    uint64_t whole = (uint64_t)ldexp(mantissa, 53);
    int shift = 53 - exponent; /* d == whole / 2^shift */
    unsigned __int128 scaled = (unsigned __int128)whole * tens[places];
    if (shift <= 0 || shift > 126) {
        *out = 0;
        return shift > 126; /* below 2^-73: nothing is left of it */
    }
    unsigned __int128 quotient = scaled >> shift;
    unsigned __int128 rest = scaled - (quotient << shift), half = (unsigned __int128)1 << (shift - 1);
    if (quotient >= 9000000000000000ULL)
        return false;
    *out = (uint64_t)quotient + (rest > half || (rest == half && (quotient & 1)));
    return true;
}

size_t float_fixed(double d, int places, char *buffer)
{
    uint64_t number;
    if (!scale_exactly(d, places, &number))
        return 0;
    char text[48], *end = text + sizeof text, *p = end;
    for (int i = 0; i < places; i++, number /= 10)
        *--p = (char)('0' + number % 10);
    if (places)
        *--p = '.';
    do {
        *--p = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    memcpy(buffer, p, (size_t)(end - p));
    return (size_t)(end - p);
}

Value float_to_int(VM *vm, double d)
{
    if (isnan(d))
        return raise_value(vm, "cannot convert float NaN to integer");
    if (isinf(d))
        return raise_overflow(vm, "cannot convert float infinity to integer");
    if (fabs(d) < 1e14)
        return value_small((int64_t)d);
    Value out;
    IntStatus status = int_from_double(vm->heap, d, &out);
    return status == INT_OK ? out : raise_int_status(vm, status);
}

static double value_of(Value v)
{
    return value_float(arith_unbox(v));
}

static bool is_real(Value v) /* float or a subclass */
{
    return value_is_float(arith_unbox(v));
}

static Value make_float(VM *vm, Class *cls, double d)
{
    if (cls == vm->float_class)
        return value_from_double(d);
    Boxed *boxed = heap_new_for(vm->heap, cls, sizeof(Boxed));
    boxed->number = value_from_double(d);
    return OBJ(boxed);
}

/* --- float(x) ---------------------------------------------------------------------------------------- */

/* Spaces around and underscores between digits are removed; foreign digits become ASCII. */
static bool clean_number(char *text, size_t *length)
{
    size_t start = 0, end = *length, count = 0;
    while (start < end && unicode_is_space((unsigned char)text[start]))
        start++;
    while (end > start && unicode_is_space((unsigned char)text[end - 1]))
        end--;
    for (size_t i = start; i < end; i++) {
        if (text[i] == '_') {
            if (i == start || i + 1 == end || !isdigit((unsigned char)text[i - 1]) ||
                !isdigit((unsigned char)text[i + 1]))
                return false;
            continue;
        }
        text[count++] = text[i];
    }
    text[count] = 0;
    *length = count;
    return count > 0;
}

/* At most 15 digits and a point: an exact whole number over an exact power of ten. */
static bool parse_short(const Str *s, double *out)
{
    static const double tens[] = { 1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
    size_t length = str_length(s), digits = 0, places = 0;
    if (length > 17 || str_width(s) != 1)
        return false;
    bool negative = length && str_data(s)[0] == '-', point = false;
    uint64_t number = 0;
    for (size_t i = negative; i < length; i++) {
        uint8_t c = str_data(s)[i];
        if (c >= '0' && c <= '9') {
            number = number * 10 + (uint64_t)(c - '0');
            digits++;
            places += point;
        } else if (c == '.' && !point) {
            point = true;
        } else {
            return false;
        }
    }
    if (digits == 0 || digits > 15)
        return false;
    double d = (double)number / tens[places];
    *out = negative ? -d : d;
    return true;
}

static Value parse_float(VM *vm, Value source, double *out)
{
    if (value_is_str(source) && parse_short(as_str(source), out))
        return VALUE_NONE;
    const uint8_t *bytes = NULL;
    size_t count;
    bool is_text = value_is_str(source);
    if (is_text)
        count = str_length(as_str(source));
    else
        bytes_data(source, &bytes, &count);
    char small[128], *buffer = small;
    if (count + 1 > sizeof small && !(buffer = heap_array(vm->heap, NULL, 0, count + 1)))
        return raise_memory(vm);
    for (size_t i = 0; i < count; i++) {
        uint32_t c = is_text ? str_at(as_str(source), i) : bytes[i];
        int decimal = is_text && c >= 128 ? unicode_decimal_value(c) : -1;
        buffer[i] = (char)(c < 128 && c                     ? c
                           : decimal >= 0                   ? '0' + (uint32_t)decimal
                           : is_text && unicode_is_space(c) ? ' '
                                                            : 0x7f);
    }
    size_t length = count;
    bool good = clean_number(buffer, &length) && float_parse(buffer, length, out);
    if (buffer != small)
        heap_array_free(vm->heap, buffer, count + 1);
    if (!good)
        return raise_value(vm, "could not convert string to float: %R", source);
    return VALUE_NONE;
}

static Value real_new(VM *vm, Value *args, int nargs)
{
    if (nargs > 2)
        return raise_type(vm, "float expected at most 1 argument, got %d", nargs - 1);
    double d = 0;
    if (nargs == 2) {
        Value v = args[1];
        const uint8_t *data;
        size_t length;
        if (value_is_float(v)) {
            d = value_float(v);
        } else if (int_is(v) && !value_is_kind(v, KIND_BOXED)) {
            if (!arith_int_to_double(vm, v, &d))
                return VALUE_RAISED;
        } else if (value_is_str(v) || bytes_data(v, &data, &length)) {
            if (value_is_raised(parse_float(vm, v, &d)))
                return VALUE_RAISED;
        } else {
            Class *cls = class_of(vm, v);
            Value converted = vm_call_special(vm, v, NAME(vm, __float__), 0, NULL);
            if (value_is_raised(converted))
                return VALUE_RAISED;
            if (!value_is_unset(converted)) {
                if (!is_real(converted))
                    return raise_type(vm, "%T.__float__ returned non-float (type %T)", v,
                                      converted);
                d = value_of(converted);
            } else if (value_is_unset(class_lookup(vm, cls, NAME(vm, __index__)))) {
                return raise_type(
                    vm, "float() argument must be a string or a real number, not '%T'", v);
            } else if (!vm_number_to_double(vm, v, &d)) {
                return VALUE_RAISED;
            }
        }
    }
    return make_float(vm, as_class(args[0]), d);
}

/* --- operators ------------------------------------------------------------------------------------------ */

static Value real_op(VM *vm, int op, Value a, Value b)
{
    return arith_numbers(vm, op, arith_unbox(a), arith_unbox(b));
}

#define BINARY(name, op)                                                    \
    static Value real_##name(VM *vm, Value *args, int nargs)                \
    {                                                                       \
        return real_op(vm, op, args[0], args[1]);                           \
    }                                                                       \
    static Value real_r##name(VM *vm, Value *args, int nargs)               \
    {                                                                       \
        return real_op(vm, op, args[1], args[0]);                           \
    }
BINARY(add, OP_ADD)
BINARY(sub, OP_SUB)
BINARY(mul, OP_MUL)
BINARY(truediv, OP_DIV)
BINARY(floordiv, OP_FLOORDIV)
BINARY(mod, OP_MOD)

static Value real_power(VM *vm, Value a, Value b, Value modulus)
{
    if (!value_is_unset(modulus) && !value_is_none(modulus))
        return raise_type(vm, "pow() 3rd argument not allowed unless all arguments are integers");
    return real_op(vm, OP_POW, a, b);
}

static Value real_pow(VM *vm, Value *args, int nargs)
{
    return real_power(vm, args[0], args[1], args[2]);
}

static Value real_rpow(VM *vm, Value *args, int nargs)
{
    return real_power(vm, args[1], args[0], args[2]);
}

static Value real_divmod(VM *vm, Value *args, int nargs)
{
    return arith_divmod_numbers(vm, arith_unbox(args[0]), arith_unbox(args[1]));
}

static Value real_rdivmod(VM *vm, Value *args, int nargs)
{
    return arith_divmod_numbers(vm, arith_unbox(args[1]), arith_unbox(args[0]));
}

#define COMPARE(name, op)                                                   \
    static Value real_##name(VM *vm, Value *args, int nargs)                \
    {                                                                       \
        return arith_compare_numbers(op, arith_unbox(args[0]), arith_unbox(args[1])); \
    }
COMPARE(lt, CMP_LT)
COMPARE(le, CMP_LE)
COMPARE(eq, CMP_EQ)
COMPARE(ne, CMP_NE)
COMPARE(gt, CMP_GT)
COMPARE(ge, CMP_GE)

static Value real_neg(VM *vm, Value *args, int nargs)
{
    return value_from_double(-value_of(args[0]));
}

static Value real_itself(VM *vm, Value *args, int nargs)
{
    return arith_unbox(args[0]);
}

static Value real_abs(VM *vm, Value *args, int nargs)
{
    return value_from_double(fabs(value_of(args[0])));
}

static Value real_bool(VM *vm, Value *args, int nargs)
{
    return value_bool(value_of(args[0]) != 0);
}

static Value real_trunc(VM *vm, Value *args, int nargs)
{
    return float_to_int(vm, value_of(args[0]));
}

static Value real_floor(VM *vm, Value *args, int nargs)
{
    return float_to_int(vm, floor(value_of(args[0])));
}

static Value real_ceil(VM *vm, Value *args, int nargs)
{
    return float_to_int(vm, ceil(value_of(args[0])));
}

static Value real_hash(VM *vm, Value *args, int nargs)
{
    return int_from_i64(vm->heap, (int64_t)float_hash(value_of(args[0])));
}

static Value real_repr(VM *vm, Value *args, int nargs)
{
    Str *s = float_to_str(vm, value_of(args[0]));
    return s ? OBJ(s) : VALUE_RAISED;
}

static Value real_format(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "__format__() argument", args[1]);
    Str *s = format_with_spec(vm, args[0], as_str(args[1]));
    return s ? OBJ(s) : VALUE_RAISED;
}

/* Rounds d to tens, hundreds ...: places < 0. The C library's decimal digits are exact. */
static double round_to_tens(double d, int64_t places)
{
    char text[64];
    snprintf(text, sizeof text, "%.25e", fabs(d));
    int exponent = atoi(strchr(text, 'e') + 1);
    int64_t digits = exponent + places; /* behind the first one */
    if (digits >= 0) {
        snprintf(text, sizeof text, "%.*e", digits > 30 ? 30 : (int)digits, d);
        return strtod(text, NULL);
    }
    if (digits < -1)
        return copysign(0.0, d);
    snprintf(text, sizeof text, "5e%d", exponent); /* d < 10 ** -places: up or to 0 */
    if (fabs(d) <= strtod(text, NULL))
        return copysign(0.0, d);
    snprintf(text, sizeof text, "1e%d", exponent + 1);
    return copysign(strtod(text, NULL), d);
}

Value float_round_digits(VM *vm, double d, int64_t places)
{
    if (!isfinite(d) || d == 0 || places > 323)
        return value_from_double(d);
    if (places < -308)
        return value_from_double(0.0 * d);
    double rounded;
    uint64_t number;
    if (places >= 0 && places <= 10 && scale_exactly(fabs(d), (int)places, &number)) {
        static const double tens[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10 };
        return value_from_double(copysign((double)number / tens[places], d));
    }
    if (places < 0) {
        rounded = round_to_tens(d, places);
    } else {
        char text[700]; /* 309 digits, a point, 323 digits */
        snprintf(text, sizeof text, "%.*f", (int)places, d);
        rounded = strtod(text, NULL);
    }
    if (isinf(rounded))
        return raise_overflow(vm, "rounded value too large to represent");
    return value_from_double(rounded);
}

static Value real_round(VM *vm, Value *args, int nargs)
{
    double d = value_of(args[0]);
    if (value_is_unset(args[1]) || value_is_none(args[1]))
        return float_to_int(vm, rint(d));
    Value digits = vm_index_value(vm, args[1]);
    if (value_is_raised(digits))
        return digits;
    int64_t places;
    if (!int_to_i64(digits, &places))
        places = int_sign(digits) < 0 ? -100000 : 100000;
    return float_round_digits(vm, d, places);
}

/* --- methods --------------------------------------------------------------------------------------------- */

static Value real_is_integer(VM *vm, Value *args, int nargs)
{
    double d = value_of(args[0]);
    return value_bool(isfinite(d) && floor(d) == d);
}

static Value real_as_integer_ratio(VM *vm, Value *args, int nargs)
{
    double d = value_of(args[0]);
    if (isinf(d))
        return raise_overflow(vm, "cannot convert Infinity to integer ratio");
    if (isnan(d))
        return raise_value(vm, "cannot convert NaN to integer ratio");
    int exponent;
    double mantissa = frexp(d, &exponent);
    for (int i = 0; i < 300 && mantissa != floor(mantissa); i++) {
        mantissa *= 2.0;
        exponent--;
    }
    Value pair[2];
    IntStatus status = int_from_double(vm->heap, mantissa, &pair[0]);
    pair[1] = value_small(1);
    if (status == INT_OK && exponent > 0)
        status = int_lshift(vm->heap, pair[0], value_small(exponent), &pair[0]);
    else if (status == INT_OK)
        status = int_lshift(vm->heap, pair[1], value_small(-exponent), &pair[1]);
    return status == INT_OK ? vm_tuple_of(vm, 2, pair) : raise_int_status(vm, status);
}

static Value real_hex(VM *vm, Value *args, int nargs)
{
    double d = value_of(args[0]);
    if (!isfinite(d))
        return real_repr(vm, args, 1);
    const char *sign = signbit(d) ? "-" : "";
    char text[40];
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint64_t fraction = bits & 0xFFFFFFFFFFFFFULL;
    int exponent = (int)(bits >> 52 & 0x7FF);
    if (d == 0)
        snprintf(text, sizeof text, "%s0x0.0p+0", sign);
    else
        snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", sign, exponent != 0,
                 (unsigned long long)fraction, exponent ? exponent - 1023 : -1022);
    return vm_str_cstr(vm, text);
}

/* [sign] [0x] digits [. digits] [p [sign] digits], checked and copied with its 0x. */
static bool hex_grammar(const char *p, const char *end, char *out)
{
    if (p < end && (*p == '-' || *p == '+'))
        *out++ = *p++;
    if (end - p >= 2 && p[0] == '0' && (p[1] | 32) == 'x')
        p += 2;
    *out++ = '0';
    *out++ = 'x';
    int digits = 0;
    for (; p < end && isxdigit((unsigned char)*p); digits++)
        *out++ = *p++;
    if (p < end && *p == '.')
        for (*out++ = *p++; p < end && isxdigit((unsigned char)*p); digits++)
            *out++ = *p++;
    if (digits == 0)
        return false;
    if (p < end && (*p | 32) == 'p') {
        *out++ = *p++;
        if (p < end && (*p == '-' || *p == '+'))
            *out++ = *p++;
        if (p == end || !isdigit((unsigned char)*p))
            return false;
        while (p < end && isdigit((unsigned char)*p))
            *out++ = *p++;
    }
    *out = 0;
    return p == end;
}

static Value real_fromhex(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "bad argument type for built-in operation");
    Str *s = as_str(args[1]);
    size_t count = str_length(s);
    char *buffer = heap_array(vm->heap, NULL, 0, 2 * count + 8);
    if (!buffer)
        return raise_memory(vm);
    for (size_t i = 0; i < count; i++)
        buffer[i] = (char)(str_at(s, i) < 128 ? str_at(s, i) : 0x7f);
    char *p = buffer, *end = buffer + count, *copy = buffer + count;
    while (p < end && unicode_is_space((unsigned char)*p))
        p++;
    while (end > p && unicode_is_space((unsigned char)end[-1]))
        end--;
    size_t length = (size_t)(end - p);
    size_t sign = length > 0 && (*p == '-' || *p == '+');
    double d = 0;
    bool good, word = length - sign < 9 && length > sign && strchr("iInN", p[sign]);
    if (word)
        good = float_parse(p, length, &d);
    else if ((good = hex_grammar(p, end, copy)))
        d = strtod(copy, NULL);
    heap_array_free(vm->heap, buffer, 2 * count + 8);
    if (!good)
        return raise_value(vm, "invalid hexadecimal floating-point string");
    if (!word && isinf(d))
        return raise_overflow(vm, "hexadecimal value too large to represent as a float");
    Value number = value_from_double(d);
    return as_class(args[0]) == vm->float_class ? number : vm_call(vm, args[0], 1, &number);
}

static Value get_itself(VM *vm, Value self)
{
    return arith_unbox(self);
}

static Value get_zero(VM *vm, Value self)
{
    return value_from_double(0.0);
}

static const NativeSpec float_methods[] = {
    { "__new__", real_new, "...", 1, -1, NATIVE_NEW,
      "float(x=0.0): a number in double precision, from a number or a text." },
    { "__add__", real_add, "self, value, /", 0, 0, 0, "Return self+value." },
    { "__radd__", real_radd, "self, value, /", 0, 0, 0, "Return value+self." },
    { "__sub__", real_sub, "self, value, /", 0, 0, 0, "Return self-value." },
    { "__rsub__", real_rsub, "self, value, /", 0, 0, 0, "Return value-self." },
    { "__mul__", real_mul, "self, value, /", 0, 0, 0, "Return self*value." },
    { "__rmul__", real_rmul, "self, value, /", 0, 0, 0, "Return value*self." },
    { "__truediv__", real_truediv, "self, value, /", 0, 0, 0, "Return self/value." },
    { "__rtruediv__", real_rtruediv, "self, value, /", 0, 0, 0, "Return value/self." },
    { "__floordiv__", real_floordiv, "self, value, /", 0, 0, 0, "Return self//value." },
    { "__rfloordiv__", real_rfloordiv, "self, value, /", 0, 0, 0, "Return value//self." },
    { "__mod__", real_mod, "self, value, /", 0, 0, 0, "Return self%value." },
    { "__rmod__", real_rmod, "self, value, /", 0, 0, 0, "Return value%self." },
    { "__divmod__", real_divmod, "self, value, /", 0, 0, 0, "Return divmod(self, value)." },
    { "__rdivmod__", real_rdivmod, "self, value, /", 0, 0, 0, "Return divmod(value, self)." },
    { "__pow__", real_pow, "self, value, mod=None, /", 0, 0, 0, "Return pow(self, value)." },
    { "__rpow__", real_rpow, "self, value, mod=None, /", 0, 0, 0, "Return pow(value, self)." },
    { "__neg__", real_neg, "self, /", 0, 0, 0, "Return -self." },
    { "__pos__", real_itself, "self, /", 0, 0, 0, "Return +self." },
    { "__abs__", real_abs, "self, /", 0, 0, 0, "Return abs(self)." },
    { "__bool__", real_bool, "self, /", 0, 0, 0, "True if self is not 0." },
    { "__int__", real_trunc, "self, /", 0, 0, 0, "Return int(self)." },
    { "__float__", real_itself, "self, /", 0, 0, 0, "Return float(self)." },
    { "__trunc__", real_trunc, "self, /", 0, 0, 0, "The int towards zero." },
    { "__floor__", real_floor, "self, /", 0, 0, 0, "The largest int <= self." },
    { "__ceil__", real_ceil, "self, /", 0, 0, 0, "The smallest int >= self." },
    { "__round__", real_round, "self, ndigits=None, /", 0, 0, 0,
      "The nearest int, halves to even; with ndigits a float." },
    { "__hash__", real_hash, "self, /", 0, 0, 0, "Return hash(self)." },
    { "__repr__", real_repr, "self, /", 0, 0, 0, "Return repr(self)." },
    { "__format__", real_format, "self, format_spec, /", 0, 0, 0, "Format by format_spec." },
    { "__lt__", real_lt, "self, value, /", 0, 0, 0, "Return self<value." },
    { "__le__", real_le, "self, value, /", 0, 0, 0, "Return self<=value." },
    { "__eq__", real_eq, "self, value, /", 0, 0, 0, "Return self==value." },
    { "__ne__", real_ne, "self, value, /", 0, 0, 0, "Return self!=value." },
    { "__gt__", real_gt, "self, value, /", 0, 0, 0, "Return self>value." },
    { "__ge__", real_ge, "self, value, /", 0, 0, 0, "Return self>=value." },
    { "conjugate", real_itself, "self, /", 0, 0, 0, "The number itself." },
    { "is_integer", real_is_integer, "self, /", 0, 0, 0, "True if there is no fraction." },
    { "as_integer_ratio", real_as_integer_ratio, "self, /", 0, 0, 0,
      "The pair of ints whose quotient is exactly this number." },
    { "hex", real_hex, "self, /", 0, 0, 0, "The number in hexadecimal, exactly." },
    { "fromhex", real_fromhex, "cls, string, /", 0, 0, NATIVE_CLASS,
      "The number written in hexadecimal, as hex() does." },
    { 0 },
};

static const GetSetSpec float_getsets[] = {
    { "real", get_itself, NULL, "the number itself" },
    { "imag", get_zero, NULL, "0.0" },
    { 0 },
};

static const TypeSpec float_type = {
    "float", "builtins", "Numbers in double precision.", KIND_BOXED, 0, float_methods,
    float_getsets,
};

/* complex is a name people try: say plainly that it is not here. */
static Value complex_new(VM *vm, Value *args, int nargs)
{
    return raise_fmt(vm, vm->exc[EXC_NotImplementedError], "complex numbers are not supported");
}

static const NativeSpec complex_methods[] = {
    { "__new__", complex_new, "...", 1, -1, NATIVE_NEW, "complex numbers are not supported." },
    { 0 },
};

static const TypeSpec complex_type = {
    "complex", "builtins", "Complex numbers: not supported.", KIND_INSTANCE, CLASS_FINAL,
    complex_methods, NULL,
};

bool float_types_setup(VM *vm)
{
    vm->float_class = type_create(vm, &float_type, NULL);
    return vm->float_class && type_create(vm, &complex_type, NULL);
}
