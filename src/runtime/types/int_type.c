/* int_type.c - int and bool as scripts see them. The arithmetic is arith.c's, the digits int_text.c's;
 * here are the rows, int()'s grammar and the limit on digits. Natives are named number_x because
 * int_x are the functions of object/int.h. */
#include "runtime/types/types.h"
#include "bytecode/code.h"
#include "vm/arith.h"
#include "runtime/types/unicode.h"
#include <math.h>

Str *int_to_str(VM *vm, Value v)
{
    v = int_unbox(v);
    if (value_is_int(v)) {
        char buffer[24], *end = buffer + sizeof buffer, *p = end;
        int64_t n = value_int(v);
        uint64_t left = n < 0 ? (uint64_t)-n : (uint64_t)n;
        do {
            *--p = (char)('0' + left % 10);
            left /= 10;
        } while (left);
        if (n < 0)
            *--p = '-';
        return text_checked(vm, str_from_ascii(vm->heap, p, (size_t)(end - p)));
    }
    size_t limit = vm->int_max_str_digits, digits = int_decimal_digits(v), length;
    if (limit && digits > limit + 1) {
        raise_value(vm, "Exceeds the limit (%u digits) for integer string conversion; use "
                        "sys.set_int_max_str_digits() to increase the limit", (uint64_t)limit);
        return NULL;
    }
    char *text = int_to_text(vm->heap, v, 10, &length);
    if (!text) {
        raise_memory(vm);
        return NULL;
    }
    Str *s = NULL;
    if (limit && length - (text[0] == '-') > limit)
        raise_value(vm, "Exceeds the limit (%u digits) for integer string conversion; use "
                        "sys.set_int_max_str_digits() to increase the limit", (uint64_t)limit);
    else
        s = text_checked(vm, str_from_ascii(vm->heap, text, length));
    heap_array_free(vm->heap, text, length + 1);
    return s;
}

/* --- int(x), int(text, base) ----------------------------------------------------------------------- */

static Value make_int(VM *vm, Class *cls, Value number)
{
    if (cls == vm->int_class || value_is_raised(number))
        return number;
    Boxed *boxed = heap_new_for(vm->heap, cls, sizeof(Boxed));
    boxed->number = number;
    return OBJ(boxed);
}

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if ((c | 32) >= 'a' && (c | 32) <= 'z')
        return (c | 32) - 'a' + 10;
    return 99;
}

/* Removes sign, prefix and underscores from text[0..length) in place; the digits are what is left.
 * false: not an int literal of that base (which becomes the real one when it was 0). */
static bool clean_digits(char **text, size_t *length, int *base, bool *negative)
{
    char *p = *text, *end = p + *length, *out;
    while (p < end && unicode_is_space((unsigned char)*p))
        p++;
    while (end > p && unicode_is_space((unsigned char)end[-1]))
        end--;
    *negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+'))
        p++;
    bool leading_zero = false;
    if (end - p >= 2 && *p == '0') {
        char letter = (char)(p[1] | 32);
        int wanted = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (wanted && (*base == 0 || *base == wanted)) {
            *base = wanted;
            p += 2;
            if (p < end && *p == '_')
                p++;
        }
    }
    if (*base == 0) {
        *base = 10;
        leading_zero = p < end && *p == '0';
    }
    *text = out = p;
    bool after_digit = false, nonzero = false;
    for (; p < end; p++) {
        if (*p == '_') {
            if (!after_digit)
                return false;
            after_digit = false;
        } else {
            if (digit_value(*p) >= *base)
                return false;
            nonzero |= *p != '0';
            *out++ = *p;
            after_digit = true;
        }
    }
    *length = (size_t)(out - *text);
    return after_digit && !(leading_zero && nonzero);
}

/* What int() mostly gets: a sign or none and at most 14 digits. UNSET: something else. */
static Value parse_short(const Str *s)
{
    size_t length = str_length(s), i = 0;
    if (length == 0 || length > 14 || str_width(s) != 1)
        return VALUE_UNSET;
    bool negative = str_data(s)[0] == '-';
    int64_t n = 0;
    for (i = negative; i < length && str_data(s)[i] >= '0' && str_data(s)[i] <= '9'; i++)
        n = n * 10 + (str_data(s)[i] - '0');
    return i < length || i == negative ? VALUE_UNSET : value_small(negative ? -n : n);
}

static Value parse_int(VM *vm, Value source, int base)
{
    if (base == 10 && value_is_str(source)) {
        Value quick = parse_short(as_str(source));
        if (!value_is_unset(quick))
            return quick;
    }
    const uint8_t *bytes = NULL;
    size_t count;
    bool is_text = value_is_str(source);
    if (is_text)
        count = str_length(as_str(source));
    else
        bytes_data(source, &bytes, &count);
    char *buffer = heap_array(vm->heap, NULL, 0, count + 1);
    if (!buffer)
        return raise_memory(vm);
    for (size_t i = 0; i < count; i++) {
        uint32_t c = is_text ? str_at(as_str(source), i) : bytes[i];
        if (!vm_turn(vm, i)) {
            heap_array_free(vm->heap, buffer, count + 1);
            return VALUE_RAISED;
        }
        int decimal = is_text && c >= 128 ? unicode_decimal_value(c) : -1;
        buffer[i] = (char)(c < 128                                ? c
                           : decimal >= 0                         ? '0' + (uint32_t)decimal
                           : is_text && unicode_is_space(c)       ? ' '
                                                                  : 0x7f);
    }
    char *digits = buffer;
    size_t length = count;
    int real_base = base;
    bool negative;
    Value out = VALUE_RAISED;
    if (!clean_digits(&digits, &length, &real_base, &negative)) {
        raise_value(vm, "invalid literal for int() with base %d: %R", base, source);
    } else if (vm->int_max_str_digits && length > vm->int_max_str_digits &&
               (real_base & (real_base - 1)) != 0) {
        raise_value(vm, "Exceeds the limit (%u digits) for integer string conversion: value has %u "
                        "digits; use sys.set_int_max_str_digits() to increase the limit",
                    (uint64_t)vm->int_max_str_digits, (uint64_t)length);
    } else {
        IntStatus status = int_from_digits(vm->heap, digits, length, real_base, &out);
        if (status == INT_OK && negative)
            status = int_neg(vm->heap, out, &out);
        if (status != INT_OK)
            out = raise_int_status(vm, status);
    }
    heap_array_free(vm->heap, buffer, count + 1);
    return out;
}

static bool is_text_like(Value v)
{
    return value_is_str(v) || value_is_kind(v, KIND_BYTES) || value_is_kind(v, KIND_BYTEARRAY);
}

/* int(v) without a base: a plain int. [script] */
static Value int_from_value(VM *vm, Value v)
{
    if (value_is_int(v) || value_is_bool(v) || value_is_exactly(v, KIND_BIGINT))
        return int_unbox(v);
    if (value_is_float(v))
        return float_to_int(vm, value_float(v));
    if (value_is_exactly(v, KIND_STR))
        return parse_int(vm, v, 10);
    Value result = vm_call_special(vm, v, NAME(vm, __int__), 0, NULL);
    if (value_is_unset(result)) {
        if (is_text_like(v))
            return parse_int(vm, v, 10);
        if (!value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__))))
            return vm_index_value(vm, v);
        result = vm_call_special(vm, v, NAME(vm, __trunc__), 0, NULL);
        if (value_is_unset(result))
            return raise_type(vm, "int() argument must be a string, a bytes-like object or a real "
                                  "number, not '%T'", v);
        return value_is_raised(result) ? result : vm_index_value(vm, result);
    }
    if (value_is_raised(result))
        return result;
    if (!int_is(result))
        return raise_type(vm, "__int__ returned non-int (type %T)", result);
    return int_unbox(result);
}

static Value number_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    if (value_is_unset(args[1])) {
        if (!value_is_unset(args[2]))
            return raise_type(vm, "int() missing string argument");
        return make_int(vm, cls, value_small(0));
    }
    if (value_is_unset(args[2]))
        return make_int(vm, cls, int_from_value(vm, args[1]));
    int64_t base;
    Value base_value = vm_index_value(vm, args[2]);
    if (value_is_raised(base_value))
        return VALUE_RAISED;
    if (!int_to_i64(base_value, &base) || base < 0 || base == 1 || base > 36)
        return raise_value(vm, "int() base must be >= 2 and <= 36, or 0");
    if (!is_text_like(args[1]))
        return raise_type(vm, "int() can't convert non-string with explicit base");
    return make_int(vm, cls, parse_int(vm, args[1], (int)base));
}

/* --- operators ------------------------------------------------------------------------------------------ */

static Value int_op(VM *vm, int op, Value a, Value b)
{
    if (!int_is(a) || !int_is(b))
        return VALUE_NOTIMPLEMENTED;
    return arith_numbers(vm, op, arith_unbox(a), arith_unbox(b));
}

#define BINARY(name, op)                                                    \
    static Value number_##name(VM *vm, Value *args, int nargs)              \
    {                                                                       \
        return int_op(vm, op, args[0], args[1]);                            \
    }                                                                       \
    static Value number_r##name(VM *vm, Value *args, int nargs)             \
    {                                                                       \
        return int_op(vm, op, args[1], args[0]);                            \
    }
BINARY(add, OP_ADD)
BINARY(sub, OP_SUB)
BINARY(mul, OP_MUL)
BINARY(truediv, OP_DIV)
BINARY(floordiv, OP_FLOORDIV)
BINARY(mod, OP_MOD)
BINARY(lshift, OP_LSHIFT)
BINARY(rshift, OP_RSHIFT)
BINARY(and, OP_AND)
BINARY(or, OP_OR)
BINARY(xor, OP_XOR)

static Value int_power_mod(VM *vm, Value a, Value b, Value modulus)
{
    if (value_is_unset(modulus) || value_is_none(modulus))
        return int_op(vm, OP_POW, a, b);
    if (!int_is(a) || !int_is(b) || !int_is(modulus))
        return VALUE_NOTIMPLEMENTED;
    if (int_sign(int_unbox(modulus)) == 0)
        return raise_value(vm, "pow() 3rd argument cannot be 0");
    Value out;
    IntStatus status =
        int_powmod(vm->heap, int_unbox(a), int_unbox(b), int_unbox(modulus), &out);
    if (status == INT_NEGATIVE)
        return raise_value(vm, "base is not invertible for the given modulus");
    return status == INT_OK ? out : raise_int_status(vm, status);
}

static Value number_pow(VM *vm, Value *args, int nargs)
{
    return int_power_mod(vm, args[0], args[1], args[2]);
}

static Value number_rpow(VM *vm, Value *args, int nargs)
{
    return int_power_mod(vm, args[1], args[0], args[2]);
}

static Value number_divmod(VM *vm, Value *args, int nargs)
{
    if (!int_is(args[1]))
        return VALUE_NOTIMPLEMENTED;
    return arith_divmod_numbers(vm, arith_unbox(args[0]), arith_unbox(args[1]));
}

static Value number_rdivmod(VM *vm, Value *args, int nargs)
{
    if (!int_is(args[1]))
        return VALUE_NOTIMPLEMENTED;
    return arith_divmod_numbers(vm, arith_unbox(args[1]), arith_unbox(args[0]));
}

#define COMPARE(name, op)                                                   \
    static Value number_##name(VM *vm, Value *args, int nargs)              \
    {                                                                       \
        if (!int_is(args[1]))                                               \
            return VALUE_NOTIMPLEMENTED;                                    \
        return arith_compare_numbers(op, arith_unbox(args[0]), arith_unbox(args[1])); \
    }
COMPARE(lt, CMP_LT)
COMPARE(le, CMP_LE)
COMPARE(eq, CMP_EQ)
COMPARE(ne, CMP_NE)
COMPARE(gt, CMP_GT)
COMPARE(ge, CMP_GE)

static Value number_neg(VM *vm, Value *args, int nargs)
{
    return vm_unary(vm, OP_NEG, int_unbox(args[0]));
}

static Value number_itself(VM *vm, Value *args, int nargs)
{
    return int_unbox(args[0]);
}

static Value number_invert(VM *vm, Value *args, int nargs)
{
    return vm_unary(vm, OP_INVERT, arith_unbox(args[0]));
}

static Value number_abs(VM *vm, Value *args, int nargs)
{
    Value v = int_unbox(args[0]);
    return int_sign(v) < 0 ? vm_unary(vm, OP_NEG, v) : v;
}

static Value number_bool(VM *vm, Value *args, int nargs)
{
    return value_bool(int_sign(int_unbox(args[0])) != 0);
}

static Value number_float(VM *vm, Value *args, int nargs)
{
    double d;
    if (!arith_int_to_double(vm, int_unbox(args[0]), &d))
        return VALUE_RAISED;
    return value_from_double(d);
}

static Value number_hash(VM *vm, Value *args, int nargs)
{
    return int_from_i64(vm->heap, (int64_t)int_hash(int_unbox(args[0])));
}

static Value number_repr(VM *vm, Value *args, int nargs)
{
    Str *s = int_to_str(vm, args[0]);
    return s ? OBJ(s) : VALUE_RAISED;
}

static Value number_format(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "__format__() argument", args[1]);
    Str *s = format_with_spec(vm, args[0], as_str(args[1]));
    return s ? OBJ(s) : VALUE_RAISED;
}

/* Rounds to a multiple of 10 ** -digits, halves to the even side. */
static Value number_round(VM *vm, Value *args, int nargs)
{
    Value v = int_unbox(args[0]);
    if (value_is_unset(args[1]))
        return v;
    Value digits = vm_index_value(vm, args[1]);
    if (value_is_raised(digits) || int_sign(digits) >= 0)
        return value_is_raised(digits) ? digits : v;
    int64_t n;
    if (!int_to_i64(digits, &n) || (uint64_t)-n > int_decimal_digits(v) + 1)
        return value_small(0);
    Value power, quotient, rest, twice, out;
    Heap *heap = vm->heap;
    IntStatus status = int_pow(heap, value_small(10), value_small(-n), &power);
    if (status == INT_OK)
        status = int_divmod(heap, v, power, &quotient, &rest);
    if (status == INT_OK)
        status = int_add(heap, rest, rest, &twice);
    if (status != INT_OK)
        return raise_int_status(vm, status);
    int order = int_compare(twice, power);
    Value odd;
    status = int_and(heap, quotient, value_small(1), &odd);
    if (status == INT_OK && (order > 0 || (order == 0 && int_sign(odd) != 0)))
        status = int_add(heap, quotient, value_small(1), &quotient);
    if (status == INT_OK)
        status = int_mul(heap, quotient, power, &out);
    return status == INT_OK ? out : raise_int_status(vm, status);
}

/* --- methods --------------------------------------------------------------------------------------------- */

static Value number_bit_length(VM *vm, Value *args, int nargs)
{
    return int_from_u64(vm->heap, int_bit_length(int_unbox(args[0])));
}

static Value number_bit_count(VM *vm, Value *args, int nargs)
{
    Value v = int_unbox(args[0]);
    if (value_is_int(v)) {
        int64_t n = value_int(v);
        return value_small(__builtin_popcountll((unsigned long long)(n < 0 ? -n : n)));
    }
    return value_small((int64_t)int_bit_count(v));
}

static Value number_as_integer_ratio(VM *vm, Value *args, int nargs)
{
    Value pair[2] = { int_unbox(args[0]), value_small(1) };
    return vm_tuple_of(vm, 2, pair);
}

static Value number_is_integer(VM *vm, Value *args, int nargs)
{
    return VALUE_TRUE;
}

/* 1 little, 0 big, -1 raised */
static int byte_order(VM *vm, Value order, const char *what)
{
    if (value_is_unset(order))
        return 0;
    if (!value_is_str(order)) {
        text_bad_argument(vm, what, order);
        return -1;
    }
    if (str_equals_cstr(as_str(order), "little"))
        return 1;
    if (str_equals_cstr(as_str(order), "big"))
        return 0;
    raise_value(vm, "byteorder must be either 'little' or 'big'");
    return -1;
}

static Value number_to_bytes(VM *vm, Value *args, int nargs)
{
    int64_t length = 1;
    if (!value_is_unset(args[1]) && !vm_index_size(vm, args[1], &length))
        return VALUE_RAISED;
    int little = byte_order(vm, args[2], "to_bytes() argument 'byteorder'");
    if (little < 0)
        return VALUE_RAISED;
    int is_signed = value_is_unset(args[3]) ? 0 : vm_truth(vm, args[3]);
    if (is_signed < 0)
        return VALUE_RAISED;
    if (length < 0)
        return raise_value(vm, "length argument must be non-negative");
    Bytes *bytes = bytes_new(vm->heap, NULL, (size_t)length);
    if (!bytes)
        return raise_memory(vm);
    IntStatus status =
        int_to_bytes(int_unbox(args[0]), bytes->data, (size_t)length, little, is_signed);
    if (status == INT_NEGATIVE)
        return raise_overflow(vm, "can't convert negative int to unsigned");
    if (status == INT_TOO_LARGE)
        return raise_overflow(vm, "int too big to convert");
    return status == INT_OK ? OBJ(bytes) : raise_int_status(vm, status);
}

static Value number_from_bytes(VM *vm, Value *args, int nargs)
{
    int little = byte_order(vm, args[2], "from_bytes() argument 'byteorder'");
    if (little < 0)
        return VALUE_RAISED;
    int is_signed = value_is_unset(args[3]) ? 0 : vm_truth(vm, args[3]);
    if (is_signed < 0)
        return VALUE_RAISED;
    args[1] = bytes_from_value(vm, args[1]);
    if (value_is_raised(args[1]))
        return VALUE_RAISED;
    const uint8_t *data;
    size_t length;
    bytes_data(args[1], &data, &length);
    Value out;
    IntStatus status = int_from_bytes(vm->heap, data, length, little, is_signed, &out);
    if (status != INT_OK)
        return raise_int_status(vm, status);
    Class *cls = as_class(args[0]);
    if (cls == vm->int_class)
        return out;
    return vm_call(vm, args[0], 1, &out);
}

static Value get_itself(VM *vm, Value self)
{
    return int_unbox(self);
}

static Value get_zero(VM *vm, Value self)
{
    return value_small(0);
}

static Value get_one(VM *vm, Value self)
{
    return value_small(1);
}

static const NativeSpec int_methods[] = {
    { "__new__", number_new, "cls, x=0, /, base=10", 0, 0, NATIVE_NEW,
      "int(x=0), int(text, base=10): a whole number of any size." },
    { "__add__", number_add, "self, value, /", 0, 0, 0, "Return self+value." },
    { "__radd__", number_radd, "self, value, /", 0, 0, 0, "Return value+self." },
    { "__sub__", number_sub, "self, value, /", 0, 0, 0, "Return self-value." },
    { "__rsub__", number_rsub, "self, value, /", 0, 0, 0, "Return value-self." },
    { "__mul__", number_mul, "self, value, /", 0, 0, 0, "Return self*value." },
    { "__rmul__", number_rmul, "self, value, /", 0, 0, 0, "Return value*self." },
    { "__truediv__", number_truediv, "self, value, /", 0, 0, 0, "Return self/value." },
    { "__rtruediv__", number_rtruediv, "self, value, /", 0, 0, 0, "Return value/self." },
    { "__floordiv__", number_floordiv, "self, value, /", 0, 0, 0, "Return self//value." },
    { "__rfloordiv__", number_rfloordiv, "self, value, /", 0, 0, 0, "Return value//self." },
    { "__mod__", number_mod, "self, value, /", 0, 0, 0, "Return self%value." },
    { "__rmod__", number_rmod, "self, value, /", 0, 0, 0, "Return value%self." },
    { "__divmod__", number_divmod, "self, value, /", 0, 0, 0, "Return divmod(self, value)." },
    { "__rdivmod__", number_rdivmod, "self, value, /", 0, 0, 0, "Return divmod(value, self)." },
    { "__pow__", number_pow, "self, value, mod=None, /", 0, 0, 0, "Return pow(self, value, mod)." },
    { "__rpow__", number_rpow, "self, value, mod=None, /", 0, 0, 0, "Return pow(value, self)." },
    { "__lshift__", number_lshift, "self, value, /", 0, 0, 0, "Return self<<value." },
    { "__rlshift__", number_rlshift, "self, value, /", 0, 0, 0, "Return value<<self." },
    { "__rshift__", number_rshift, "self, value, /", 0, 0, 0, "Return self>>value." },
    { "__rrshift__", number_rrshift, "self, value, /", 0, 0, 0, "Return value>>self." },
    { "__and__", number_and, "self, value, /", 0, 0, 0, "Return self&value." },
    { "__rand__", number_rand, "self, value, /", 0, 0, 0, "Return value&self." },
    { "__or__", number_or, "self, value, /", 0, 0, 0, "Return self|value." },
    { "__ror__", number_ror, "self, value, /", 0, 0, 0, "Return value|self." },
    { "__xor__", number_xor, "self, value, /", 0, 0, 0, "Return self^value." },
    { "__rxor__", number_rxor, "self, value, /", 0, 0, 0, "Return value^self." },
    { "__neg__", number_neg, "self, /", 0, 0, 0, "Return -self." },
    { "__pos__", number_itself, "self, /", 0, 0, 0, "Return +self." },
    { "__abs__", number_abs, "self, /", 0, 0, 0, "Return abs(self)." },
    { "__invert__", number_invert, "self, /", 0, 0, 0, "Return ~self." },
    { "__bool__", number_bool, "self, /", 0, 0, 0, "True if self is not 0." },
    { "__int__", number_itself, "self, /", 0, 0, 0, "Return int(self)." },
    { "__index__", number_itself, "self, /", 0, 0, 0, "Return self as an int." },
    { "__float__", number_float, "self, /", 0, 0, 0, "Return float(self)." },
    { "__trunc__", number_itself, "self, /", 0, 0, 0, "Truncating an int gives itself." },
    { "__floor__", number_itself, "self, /", 0, 0, 0, "The floor of an int is itself." },
    { "__ceil__", number_itself, "self, /", 0, 0, 0, "The ceiling of an int is itself." },
    { "__round__", number_round, "self, ndigits=None, /", 0, 0, 0,
      "Round to a multiple of 10**-ndigits, halves to even." },
    { "__hash__", number_hash, "self, /", 0, 0, 0, "Return hash(self)." },
    { "__repr__", number_repr, "self, /", 0, 0, 0, "Return repr(self)." },
    { "__format__", number_format, "self, format_spec, /", 0, 0, 0, "Format by format_spec." },
    { "__lt__", number_lt, "self, value, /", 0, 0, 0, "Return self<value." },
    { "__le__", number_le, "self, value, /", 0, 0, 0, "Return self<=value." },
    { "__eq__", number_eq, "self, value, /", 0, 0, 0, "Return self==value." },
    { "__ne__", number_ne, "self, value, /", 0, 0, 0, "Return self!=value." },
    { "__gt__", number_gt, "self, value, /", 0, 0, 0, "Return self>value." },
    { "__ge__", number_ge, "self, value, /", 0, 0, 0, "Return self>=value." },
    { "bit_length", number_bit_length, "self, /", 0, 0, 0,
      "How many bits are needed to write the number, sign and leading zeros aside." },
    { "bit_count", number_bit_count, "self, /", 0, 0, 0, "How many ones abs(self) has in binary." },
    { "conjugate", number_itself, "self, /", 0, 0, 0, "The number itself." },
    { "as_integer_ratio", number_as_integer_ratio, "self, /", 0, 0, 0, "The pair (self, 1)." },
    { "is_integer", number_is_integer, "self, /", 0, 0, 0, "True." },
    { "to_bytes", number_to_bytes, "self, length=1, byteorder='big', *, signed=False", 0, 0, 0,
      "The number as `length` bytes; OverflowError if it does not fit." },
    { "from_bytes", number_from_bytes, "cls, bytes, byteorder='big', *, signed=False", 0, 0,
      NATIVE_CLASS, "The number written by these bytes." },
    { 0 },
};

static const GetSetSpec int_getsets[] = {
    { "real", get_itself, NULL, "the number itself" },
    { "imag", get_zero, NULL, "0" },
    { "numerator", get_itself, NULL, "the number itself" },
    { "denominator", get_one, NULL, "1" },
    { 0 },
};

static const TypeSpec int_type = {
    "int", "builtins", "Whole numbers of any size.", KIND_BOXED, 0, int_methods, int_getsets,
};

/* --- bool -------------------------------------------------------------------------------------------------- */

static Value truth_new(VM *vm, Value *args, int nargs)
{
    if (nargs > 2)
        return raise_type(vm, "bool expected at most 1 argument, got %d", nargs - 1);
    if (nargs < 2)
        return VALUE_FALSE;
    int truth = vm_truth(vm, args[1]);
    return truth < 0 ? VALUE_RAISED : value_bool(truth);
}

static Value truth_repr(VM *vm, Value *args, int nargs)
{
    return vm_str_cstr(vm, value_is_true(args[0]) ? "True" : "False");
}

static const NativeSpec bool_methods[] = {
    { "__new__", truth_new, "...", 1, -1, NATIVE_NEW, "bool(x=False): the truth of x." },
    { "__repr__", truth_repr, "self, /", 0, 0, 0, "Return repr(self)." },
    { 0 },
};

static const TypeSpec bool_type = {
    "bool", "builtins", "True and False, which are also the ints 1 and 0.", KIND_BOXED,
    CLASS_FINAL, bool_methods, NULL,
};

bool int_types_setup(VM *vm)
{
    vm->int_max_str_digits = 4300;
    vm->int_class = type_create(vm, &int_type, NULL);
    if (!vm->int_class)
        return false;
    vm->heap->classes[KIND_BIGINT] = vm->int_class;
    vm->bool_class = type_create(vm, &bool_type, vm->int_class);
    return vm->bool_class != NULL;
}
