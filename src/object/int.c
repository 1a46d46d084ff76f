/* int.c - ints beyond 49 bits, and the text of numbers. Only this file knows libtommath.
 * A BigInt is one cell: header, mp_int, digits; it never changes, so the digits can lie there. Results
 * are computed in a temporary mp_int and then copied into a cell, or become a small int. Sizes are
 * estimated before anything is computed: libtommath never sees an absurd one. */
#include "object/int.h"

#include "base/mem.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <tommath.h>

#define MAX_BITS ((int64_t)INT32_MAX - 64)
#define HASH_BITS 61
#define HASH_MODULUS ((1ULL << HASH_BITS) - 1)
enum { DIGIT_BITS = MP_DIGIT_BIT, SMALL_BITS = 48 };

typedef __int128 Wide;
typedef unsigned __int128 UWide;

/* A Value seen as an mp_int; small ones live in `room`. Never written to. */
typedef struct {
    mp_int small;
    mp_digit room[(64 + DIGIT_BITS - 1) / DIGIT_BITS];
} Operand;

static uint64_t magnitude(int64_t n)
{
    return n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
}

bool int_is(Value v)
{
    return value_is_int(v) || value_is_bool(v) || value_is_kind(v, KIND_BIGINT) ||
           (value_is_kind(v, KIND_BOXED) && !value_is_float(AS(Boxed, v)->number));
}

Value int_unbox(Value v)
{
    if (value_is_bool(v))
        return value_small(value_is_true(v));
    return value_is_kind(v, KIND_BOXED) ? AS(Boxed, v)->number : v;
}

/* The number of anything that fits in 49 bits. */
static inline bool small_of(Value v, int64_t *n)
{
    if (LIKELY(value_is_int(v))) {
        *n = value_int(v);
        return true;
    }
    if (!value_is_bool(v))
        return false;
    *n = value_is_true(v);
    return true;
}

static const mp_int *operand(Operand *o, Value v)
{
    int64_t n;
    if (!small_of(v, &n))
        return AS(BigInt, v)->digits;
    uint64_t left = magnitude(n);
    o->small = (mp_int){ .alloc = (int)(sizeof o->room / sizeof *o->room),
                         .sign = n < 0 ? MP_NEG : MP_ZPOS, .dp = o->room };
    memset(o->room, 0, sizeof o->room);
    for (; left; left >>= DIGIT_BITS)
        o->room[o->small.used++] = (mp_digit)(left & MP_MASK);
    return &o->small;
}

static IntStatus status_of(mp_err err)
{
    return err == MP_OKAY ? INT_OK : err == MP_MEM ? INT_NO_MEMORY : INT_TOO_LARGE;
}

static bool mp_to_i64(const mp_int *a, int64_t *out)
{
    if (mp_count_bits(a) > 64)
        return false;
    uint64_t mag = mp_get_mag_u64(a);
    bool negative = a->sign == MP_NEG;
    if (mag > (uint64_t)INT64_MAX + negative)
        return false;
    *out = (int64_t)(negative ? 0 - mag : mag);
    return true;
}

/* A new cell with `used` digits to be filled in; NULL: no memory. */
static mp_int *new_big(Heap *heap, int used, mp_sign sign, Value *out)
{
    size_t head = sizeof(BigInt) + sizeof(mp_int);
    BigInt *big = heap_new_text(heap, KIND_BIGINT, head + (size_t)used * sizeof(mp_digit), head);
    if (!big)
        return NULL;
    mp_int *number = (mp_int *)(void *)(big + 1);
    big->digits = number;
    *number = (mp_int){ .used = used, .alloc = used, .sign = sign,
                        .dp = (mp_digit *)(void *)(number + 1) };
    *out = OBJ(big);
    return number;
}

/* The value of `a`, which is freed. */
static IntStatus finish(Heap *heap, mp_int *a, mp_err err, Value *out)
{
    IntStatus status = status_of(err);
    int64_t small;
    if (status == INT_OK) {
        mp_clamp(a);
        if (mp_count_bits(a) <= SMALL_BITS + 1 && mp_to_i64(a, &small) && value_int_fits(small)) {
            *out = value_small(small);
        } else {
            mp_int *copy = new_big(heap, a->used, a->sign, out);
            if (copy)
                memcpy(copy->dp, a->dp, (size_t)a->used * sizeof(mp_digit));
            else
                status = INT_NO_MEMORY;
        }
    }
    mp_clear(a);
    return status;
}

static IntStatus from_wide(Heap *heap, Wide n, Value *out)
{
    if (n >= VALUE_INT_MIN && n <= VALUE_INT_MAX) {
        *out = value_small((int64_t)n);
        return INT_OK;
    }
    UWide mag = n < 0 ? 0 - (UWide)n : (UWide)n;
    int used = 0;
    for (UWide left = mag; left; left >>= DIGIT_BITS)
        used++;
    mp_int *number = new_big(heap, used, n < 0 ? MP_NEG : MP_ZPOS, out);
    if (!number)
        return INT_NO_MEMORY;
    for (int i = 0; i < used; i++, mag >>= DIGIT_BITS)
        number->dp[i] = (mp_digit)(mag & MP_MASK);
    return INT_OK;
}

/* Numbers below 2^WIDE_BITS, as 64-bit arithmetic in scripts makes them, go without libtommath. */
enum { WIDE_BITS = 126 };

static bool wide_of(Value v, Wide *n)
{
    int64_t small;
    if (small_of(v, &small)) {
        *n = small;
        return true;
    }
    const mp_int *number = AS(BigInt, v)->digits;
    if (number->used * DIGIT_BITS > WIDE_BITS)
        return false;
    UWide mag = 0;
    for (int i = number->used; i-- > 0;)
        mag = mag << DIGIT_BITS | number->dp[i];
    *n = number->sign == MP_NEG ? -(Wide)mag : (Wide)mag;
    return true;
}

static int bits_of_wide(Wide n)
{
    UWide mag = n < 0 ? 0 - (UWide)n : (UWide)n;
    uint64_t high = (uint64_t)(mag >> 64), low = (uint64_t)mag;
    return high ? 128 - __builtin_clzll(high) : low ? 64 - __builtin_clzll(low) : 0;
}

Value int_from_i64(Heap *heap, int64_t n)
{
    Value result = VALUE_NONE;
    if (LIKELY(value_int_fits(n)))
        return value_small(n);
    (void)from_wide(heap, n, &result); /* a cell of this size never fails */
    return result;
}

Value int_from_u64(Heap *heap, uint64_t n)
{
    Value result = VALUE_NONE;
    (void)from_wide(heap, (Wide)n, &result);
    return result;
}

bool int_to_i64(Value v, int64_t *out)
{
    v = int_unbox(v);
    return small_of(v, out) || mp_to_i64(AS(BigInt, v)->digits, out);
}

int int_sign(Value v)
{
    int64_t n;
    v = int_unbox(v);
    if (small_of(v, &n))
        return (n > 0) - (n < 0);
    return ((const mp_int *)AS(BigInt, v)->digits)->sign == MP_NEG ? -1 : 1;
}

size_t int_bit_length(Value v)
{
    Operand o;
    return (size_t)mp_count_bits(operand(&o, int_unbox(v)));
}

/* Would a result of so many bits be accepted? */
static IntStatus check_bits(const Heap *heap, int64_t bits)
{
    if (bits > MAX_BITS)
        return INT_TOO_LARGE;
    if (heap->limit_bytes && (uint64_t)bits / 8 > heap->limit_bytes)
        return INT_NO_MEMORY;
    return INT_OK;
}

/* --- arithmetic ------------------------------------------------------------------------------- */

typedef mp_err (*BinaryFn)(const mp_int *a, const mp_int *b, mp_int *c);

static IntStatus apply(Heap *heap, BinaryFn fn, Value a, Value b, int digits, Value *out)
{
    Operand oa, ob;
    mp_int result;
    mp_err err = mp_init_size(&result, digits);
    if (err != MP_OKAY)
        return INT_NO_MEMORY;
    err = fn(operand(&oa, a), operand(&ob, b), &result);
    return finish(heap, &result, err, out);
}

static int digits_of(Value v)
{
    return value_is_obj(v) ? ((const mp_int *)AS(BigInt, v)->digits)->used : 1;
}

static int most_digits(Value a, Value b)
{
    int da = digits_of(a), db = digits_of(b);
    return (da > db ? da : db) + 2;
}

IntStatus int_add(Heap *heap, Value a, Value b, Value *out)
{
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x + y, out);
    IntStatus status = check_bits(heap, (int64_t)most_digits(a, b) * DIGIT_BITS);
    return status ? status : apply(heap, mp_add, a, b, most_digits(a, b), out);
}

IntStatus int_sub(Heap *heap, Value a, Value b, Value *out)
{
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x - y, out);
    IntStatus status = check_bits(heap, (int64_t)most_digits(a, b) * DIGIT_BITS);
    return status ? status : apply(heap, mp_sub, a, b, most_digits(a, b), out);
}

IntStatus int_mul(Heap *heap, Value a, Value b, Value *out)
{
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (wide_of(a, &x) && wide_of(b, &y) && bits_of_wide(x) + bits_of_wide(y) <= WIDE_BITS)
        return from_wide(heap, x * y, out);
    int64_t digits = (int64_t)digits_of(a) + digits_of(b) + 1;
    IntStatus status = check_bits(heap, digits * DIGIT_BITS);
    return status ? status : apply(heap, mp_mul, a, b, (int)digits, out);
}

IntStatus int_divmod(Heap *heap, Value a, Value b, Value *quotient, Value *remainder)
{
    int64_t x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (int_sign(b) == 0)
        return INT_ZERO_DIVISION;
    if (small_of(a, &x) && small_of(b, &y)) {
        int64_t q = x / y, r = x % y;
        if (r && (r < 0) != (y < 0)) {
            q--;
            r += y;
        }
        if (remainder)
            *remainder = value_small(r);
        return quotient ? from_wide(heap, q, quotient) : INT_OK;
    }
    Wide wx, wy;
    if (wide_of(a, &wx) && wide_of(b, &wy)) {
        Wide q = wx / wy, r = wx % wy;
        if (r && (r < 0) != (wy < 0)) {
            q--;
            r += wy;
        }
        IntStatus status = remainder ? from_wide(heap, r, remainder) : INT_OK;
        return quotient && status == INT_OK ? from_wide(heap, q, quotient) : status;
    }
    Operand oa, ob;
    const mp_int *divisor = operand(&ob, b);
    mp_int q, r;
    if (mp_init_size(&q, digits_of(a) + 2) != MP_OKAY)
        return INT_NO_MEMORY;
    if (mp_init_size(&r, digits_of(b) + 2) != MP_OKAY) {
        mp_clear(&q);
        return INT_NO_MEMORY;
    }
    mp_err err = mp_div(operand(&oa, a), divisor, &q, &r);
    if (err == MP_OKAY && r.used && r.sign != divisor->sign) { /* it truncates; Python floors */
        err = mp_add(&r, divisor, &r);
        if (err == MP_OKAY)
            err = mp_sub_d(&q, 1, &q);
    }
    Value new_q = VALUE_NONE, new_r = VALUE_NONE;
    IntStatus status = finish(heap, &q, err, &new_q);
    IntStatus status_r = finish(heap, &r, err, &new_r);
    if (status == INT_OK)
        status = status_r;
    if (status != INT_OK)
        return status;
    if (quotient)
        *quotient = new_q;
    if (remainder)
        *remainder = new_r;
    return INT_OK;
}

/* a ** b in 64 bits, by squaring; false: it does not fit. */
static bool pow_small(int64_t a, int64_t b, int64_t *out)
{
    int64_t result = 1;
    for (;;) {
        if ((b & 1) && __builtin_mul_overflow(result, a, &result))
            return false;
        b >>= 1;
        if (!b)
            break;
        if (__builtin_mul_overflow(a, a, &a))
            return false;
    }
    *out = result;
    return true;
}

IntStatus int_pow(Heap *heap, Value a, Value b, Value *out)
{
    int64_t base, exponent, power;
    a = int_unbox(a);
    b = int_unbox(b);
    if (int_sign(b) < 0)
        return INT_NEGATIVE;
    if (small_of(a, &base) && base >= -1 && base <= 1) {
        Operand o;
        bool odd = mp_isodd(operand(&o, b)) == MP_YES;
        *out = value_small(int_sign(b) == 0 ? 1 : base == -1 && !odd ? 1 : base);
        return INT_OK;
    }
    if (!int_to_i64(b, &exponent) || exponent > MAX_BITS)
        return INT_TOO_LARGE;
    if (small_of(a, &base) && pow_small(base, exponent, &power))
        return from_wide(heap, power, out);
    int64_t bits = ((int64_t)int_bit_length(a) - 1) * exponent + 1;
    IntStatus status = check_bits(heap, bits);
    if (status != INT_OK)
        return status;
    Operand o;
    mp_int result;
    if (mp_init_size(&result, (int)(bits / DIGIT_BITS) + 2) != MP_OKAY)
        return INT_NO_MEMORY;
    mp_err err;
    if (small_of(a, &base) && base > 0 && (base & (base - 1)) == 0) {
        mp_set(&result, 1);
        err = mp_mul_2d(&result, (int)(bits - 1), &result);
    } else {
        err = mp_expt_u32(operand(&o, a), (uint32_t)exponent, &result);
    }
    return finish(heap, &result, err, out);
}

/* (base ** exponent) % modulus for a modulus of 62 bits; base and exponent are not negative. */
static uint64_t powmod_small(uint64_t base, uint64_t exponent, uint64_t modulus)
{
    uint64_t result = 1 % modulus;
    base %= modulus;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1)
            result = (uint64_t)((UWide)result * base % modulus);
        base = (uint64_t)((UWide)base * base % modulus);
    }
    return result;
}

IntStatus int_powmod(Heap *heap, Value a, Value b, Value m, Value *out)
{
    a = int_unbox(a);
    b = int_unbox(b);
    m = int_unbox(m);
    if (int_sign(m) == 0)
        return INT_ZERO_DIVISION;
    Value positive = m, base, result;
    IntStatus status = int_sign(m) < 0 ? int_neg(heap, m, &positive) : INT_OK;
    if (status == INT_OK)
        status = int_divmod(heap, a, positive, NULL, &base);
    if (status != INT_OK)
        return status;
    int64_t x, e, n;
    if (int_to_i64(positive, &n) && n == 1) {
        *out = value_small(0);
        return INT_OK;
    }
    Operand oa, ob, om;
    if (int_sign(b) < 0) {
        mp_int inverse;
        if (int_sign(base) == 0)
            return INT_NEGATIVE;
        if (mp_init(&inverse) != MP_OKAY)
            return INT_NO_MEMORY;
        mp_err err = mp_invmod(operand(&oa, base), operand(&om, positive), &inverse);
        if (err == MP_VAL) {
            mp_clear(&inverse);
            return INT_NEGATIVE;
        }
        status = finish(heap, &inverse, err, &base);
        if (status == INT_OK)
            status = int_neg(heap, b, &b);
        if (status != INT_OK)
            return status;
    }
    if (int_to_i64(base, &x) && int_to_i64(b, &e) && int_to_i64(positive, &n)) {
        status = from_wide(heap, (Wide)powmod_small((uint64_t)x, (uint64_t)e, (uint64_t)n), &result);
    } else if (int_sign(b) == 0) {
        result = value_small(1);
    } else if (int_sign(base) == 0) {
        result = value_small(0);
    } else {
        mp_int power;
        if (mp_init(&power) != MP_OKAY)
            return INT_NO_MEMORY;
        mp_err err = mp_exptmod(operand(&oa, base), operand(&ob, b), operand(&om, positive), &power);
        status = finish(heap, &power, err, &result);
    }
    if (status == INT_OK && int_sign(m) < 0 && int_sign(result) != 0)
        status = int_add(heap, result, m, &result);
    if (status == INT_OK)
        *out = result;
    return status;
}

IntStatus int_lshift(Heap *heap, Value a, Value b, Value *out)
{
    int64_t shift;
    a = int_unbox(a);
    b = int_unbox(b);
    if (int_sign(b) < 0)
        return INT_NEGATIVE;
    if (int_sign(a) == 0) {
        *out = value_small(0);
        return INT_OK;
    }
    if (!int_to_i64(b, &shift) || shift > MAX_BITS)
        return INT_TOO_LARGE;
    Wide n;
    if (wide_of(a, &n) && bits_of_wide(n) + shift <= WIDE_BITS)
        return from_wide(heap, n * ((Wide)1 << shift), out);
    IntStatus status = check_bits(heap, (int64_t)int_bit_length(a) + shift);
    if (status != INT_OK)
        return status;
    Operand o;
    mp_int result;
    if (mp_init_size(&result, digits_of(a) + (int)(shift / DIGIT_BITS) + 2) != MP_OKAY)
        return INT_NO_MEMORY;
    return finish(heap, &result, mp_mul_2d(operand(&o, a), (int)shift, &result), out);
}

IntStatus int_rshift(Heap *heap, Value a, Value b, Value *out)
{
    int64_t shift;
    a = int_unbox(a);
    b = int_unbox(b);
    if (int_sign(b) < 0)
        return INT_NEGATIVE;
    if (!int_to_i64(b, &shift) || shift > (int64_t)int_bit_length(a)) {
        *out = value_small(int_sign(a) < 0 ? -1 : 0);
        return INT_OK;
    }
    Wide n;
    if (wide_of(a, &n))
        return from_wide(heap, n >> shift, out);
    Operand o;
    mp_int result;
    if (mp_init_size(&result, digits_of(a) + 1) != MP_OKAY)
        return INT_NO_MEMORY;
    return finish(heap, &result, mp_signed_rsh(operand(&o, a), (int)shift, &result), out);
}

IntStatus int_and(Heap *heap, Value a, Value b, Value *out)
{
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x & y, out);
    return apply(heap, mp_and, a, b, most_digits(a, b), out);
}

IntStatus int_or(Heap *heap, Value a, Value b, Value *out)
{
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x | y, out);
    return apply(heap, mp_or, a, b, most_digits(a, b), out);
}

IntStatus int_xor(Heap *heap, Value a, Value b, Value *out)
{
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x ^ y, out);
    return apply(heap, mp_xor, a, b, most_digits(a, b), out);
}

IntStatus int_neg(Heap *heap, Value a, Value *out)
{
    return int_sub(heap, value_small(0), a, out);
}

IntStatus int_invert(Heap *heap, Value a, Value *out)
{
    return int_sub(heap, value_small(-1), a, out);
}

IntStatus int_isqrt(Heap *heap, Value a, Value *out)
{
    int64_t n;
    a = int_unbox(a);
    if (int_sign(a) < 0)
        return INT_NEGATIVE;
    if (small_of(a, &n)) {
        int64_t root = (int64_t)sqrt((double)n);
        while (root * root > n)
            root--;
        while ((root + 1) * (root + 1) <= n)
            root++;
        *out = value_small(root);
        return INT_OK;
    }
    Operand o;
    mp_int result;
    if (mp_init(&result) != MP_OKAY)
        return INT_NO_MEMORY;
    return finish(heap, &result, mp_sqrt(operand(&o, a), &result), out);
}

IntStatus int_gcd(Heap *heap, Value a, Value b, Value *out)
{
    int64_t x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (!small_of(a, &x) || !small_of(b, &y))
        return apply(heap, mp_gcd, a, b, most_digits(a, b), out);
    uint64_t m = magnitude(x), n = magnitude(y);
    while (n) {
        uint64_t rest = m % n;
        m = n;
        n = rest;
    }
    return from_wide(heap, (Wide)m, out);
}

/* --- comparing and hashing -------------------------------------------------------------------- */

int int_compare(Value a, Value b)
{
    int64_t x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (small_of(a, &x) && small_of(b, &y))
        return (x > y) - (x < y);
    Operand oa, ob;
    mp_ord order = mp_cmp(operand(&oa, a), operand(&ob, b));
    return order == MP_LT ? -1 : order == MP_GT;
}

int int_compare_double(Value a, double d)
{
    int64_t n;
    a = int_unbox(a);
    if (small_of(a, &n)) /* exact: 49 bits fit in a double */
        return ((double)n > d) - ((double)n < d);
    int sign = int_sign(a);
    if (isinf(d))
        return d > 0 ? -1 : 1;
    if (d == 0 || (d < 0) != (sign < 0))
        return sign;
    int exponent; /* 2^(exponent-1) <= |d| < 2^exponent, so that is its bit length */
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    int64_t bits = (int64_t)int_bit_length(a);
    if (bits != exponent)
        return bits > exponent ? sign : -sign;
    uint64_t fraction = 0;
    int shift = exponent - 53;
    if (shift < 0) { /* exponent is at least 49 here */
        fraction = mantissa & ((1ULL << -shift) - 1);
        mantissa >>= -shift;
        shift = 0;
    }
    mp_digit room[1088 / DIGIT_BITS + 2] = { 0 };
    mp_int whole = { .alloc = (int)(sizeof room / sizeof *room), .sign = MP_ZPOS, .dp = room };
    UWide left = (UWide)mantissa << shift % DIGIT_BITS;
    for (int i = shift / DIGIT_BITS; left; i++, left >>= DIGIT_BITS) {
        room[i] = (mp_digit)(left & MP_MASK);
        whole.used = i + 1;
    }
    mp_ord order = mp_cmp_mag(AS(BigInt, a)->digits, &whole);
    if (order == MP_EQ)
        return fraction ? -sign : 0;
    return order == MP_GT ? sign : -sign;
}

static uint64_t rotate_hash(uint64_t h, int bits)
{
    return bits ? (h << bits & HASH_MODULUS) | h >> (HASH_BITS - bits) : h;
}

static uint64_t signed_hash(uint64_t h, bool negative)
{
    int64_t hash = negative ? -(int64_t)h : (int64_t)h;
    return (uint64_t)(hash == -1 ? -2 : hash);
}

uint64_t int_hash(Value a)
{
    int64_t n;
    a = int_unbox(a);
    if (small_of(a, &n))
        return signed_hash(magnitude(n), n < 0);
    const mp_int *number = AS(BigInt, a)->digits;
    uint64_t h = 0;
    for (int i = number->used; i-- > 0;) {
        h = rotate_hash(h, DIGIT_BITS) + number->dp[i];
        if (h >= HASH_MODULUS)
            h -= HASH_MODULUS;
    }
    return signed_hash(h, number->sign == MP_NEG);
}

uint64_t float_hash(double d)
{
    if (isnan(d))
        return 0;
    if (isinf(d))
        return (uint64_t)(d > 0 ? 314159 : -314159);
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    exponent = (exponent - 53) % HASH_BITS;
    return signed_hash(rotate_hash(mantissa, exponent < 0 ? exponent + HASH_BITS : exponent), d < 0);
}

/* --- to and from double ----------------------------------------------------------------------- */

/* The top 64 bits of |a|: |a| = (result + something below 1) * 2^*exponent; *sticky: something > 0.
 * The top bit of the result is set. */
static uint64_t top_bits(const mp_int *a, int *exponent, bool *sticky)
{
    int bits = mp_count_bits(a), shift = bits - 64;
    uint64_t top = 0;
    *sticky = false;
    for (int i = 0; i < a->used; i++) {
        uint64_t digit = a->dp[i];
        int at = i * DIGIT_BITS - shift;
        if (at >= 0) {
            top |= at < 64 ? digit << at : 0;
        } else if (at > -DIGIT_BITS) {
            top |= digit >> -at;
            *sticky |= (digit & ((1ULL << -at) - 1)) != 0;
        } else {
            *sticky |= digit != 0;
        }
    }
    *exponent = shift;
    return top;
}

/* mantissa * 2^exponent (+ a little when sticky), half to even; false: too large. */
static bool round_to_double(uint64_t mantissa, bool sticky, int exponent, bool negative, double *out)
{
    int top = exponent + 63, drop = 11;
    if (top < -1022)
        drop += -1022 - top;
    double d = 0;
    if (drop <= 64) {
        uint64_t kept = drop < 64 ? mantissa >> drop : 0;
        uint64_t rest = drop < 64 ? mantissa & ((1ULL << drop) - 1) : mantissa;
        uint64_t half = 1ULL << (drop - 1);
        if (rest > half || (rest == half && (sticky || (kept & 1))))
            kept++;
        d = ldexp((double)kept, exponent + drop);
    }
    *out = negative ? -d : d;
    return !isinf(d);
}

bool int_to_double(Value a, double *out)
{
    int64_t n;
    a = int_unbox(a);
    if (small_of(a, &n)) {
        *out = (double)n;
        return true;
    }
    const mp_int *number = AS(BigInt, a)->digits;
    int exponent;
    bool sticky;
    if (mp_count_bits(number) > 1024)
        return false;
    uint64_t top = top_bits(number, &exponent, &sticky);
    return round_to_double(top, sticky, exponent, number->sign == MP_NEG, out);
}

IntStatus int_true_divide(Value a, Value b, double *out)
{
    int64_t x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (int_sign(b) == 0)
        return INT_ZERO_DIVISION;
    if (small_of(a, &x) && small_of(b, &y)) { /* both exact, so the quotient is rounded once */
        *out = (double)x / (double)y;
        return INT_OK;
    }
    Operand oa, ob;
    const mp_int *na = operand(&oa, a), *nb = operand(&ob, b);
    bool negative = (na->sign == MP_NEG) != (nb->sign == MP_NEG);
    int more = mp_count_bits(na) - mp_count_bits(nb);
    if (na->used == 0 || more < -1100) {
        *out = negative ? -0.0 : 0.0;
        return INT_OK;
    }
    if (more > 1025)
        return INT_TOO_LARGE;
    int shift = 66 - more; /* |a| * 2^shift / |b| has 66 or 67 bits */
    mp_int shifted, quotient, rest;
    if (mp_init_multi(&shifted, &quotient, &rest, NULL) != MP_OKAY)
        return INT_NO_MEMORY;
    mp_err err = mp_mul_2d(shift >= 0 ? na : nb, shift >= 0 ? shift : -shift, &shifted);
    if (err == MP_OKAY)
        err = shift >= 0 ? mp_div(&shifted, nb, &quotient, &rest)
                         : mp_div(na, &shifted, &quotient, &rest);
    IntStatus status = status_of(err);
    if (status == INT_OK) {
        int exponent;
        bool sticky;
        uint64_t top = top_bits(&quotient, &exponent, &sticky);
        if (!round_to_double(top, sticky || rest.used, exponent - shift, negative, out))
            status = INT_TOO_LARGE;
    }
    mp_clear_multi(&shifted, &quotient, &rest, NULL);
    return status;
}

IntStatus int_from_double(Heap *heap, double d, Value *out)
{
    if (d > -9.2e18 && d < 9.2e18) {
        *out = int_from_i64(heap, (int64_t)d);
        return INT_OK;
    }
    int exponent;
    uint64_t mantissa = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    mp_int result;
    if (mp_init_size(&result, exponent / DIGIT_BITS + 2) != MP_OKAY)
        return INT_NO_MEMORY;
    mp_set_u64(&result, mantissa);
    mp_err err = mp_mul_2d(&result, exponent - 53, &result);
    if (d < 0)
        result.sign = MP_NEG;
    return finish(heap, &result, err, out);
}

/* --- text ------------------------------------------------------------------------------------- */

static unsigned log2_of_radix(int radix) /* 0: not a power of two */
{
    unsigned bits = 0;
    while (1 << bits < radix)
        bits++;
    return 1 << bits == radix ? bits : 0;
}

/* The largest power of radix below 2^DIGIT_BITS, and how many digits that is. */
static uint64_t chunk_of_radix(int radix, int *digits)
{
    uint64_t chunk = (uint64_t)radix;
    *digits = 1;
    while (chunk <= MP_MASK / (uint64_t)radix) {
        chunk *= (uint64_t)radix;
        ++*digits;
    }
    return chunk;
}

size_t int_decimal_digits(Value a)
{
    Operand o, op;
    const mp_int *number = operand(&o, int_unbox(a));
    int bits = mp_count_bits(number);
    if (bits == 0)
        return 1;
    const double log10_2 = 0.30102999566398119521;
    size_t least = (size_t)((bits - 1) * log10_2) + 1, most = (size_t)(bits * log10_2) + 1;
    if (least == most || bits > 100000)
        return most;
    mp_int power; /* the answer is `most` when |a| >= 10^least */
    if (mp_init(&power) != MP_OKAY)
        return most;
    mp_err err = mp_expt_u32(operand(&op, value_small(10)), (uint32_t)least, &power);
    bool smaller = err == MP_OKAY && mp_cmp_mag(number, &power) == MP_LT;
    mp_clear(&power);
    return smaller ? least : most;
}

static const char digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* Writes the digits of |a| so that they end before `end`; answers where they begin. */
static char *write_power_of_two(const mp_int *a, unsigned bits, char *end)
{
    uint64_t window = 0; /* bits not yet written */
    unsigned held = 0;
    for (int i = 0; i < a->used; i++) {
        UWide joined = (UWide)a->dp[i] << held | window;
        held += DIGIT_BITS;
        for (; held >= bits; held -= bits, joined >>= bits)
            *--end = digit_chars[(unsigned)joined & ((1u << bits) - 1)];
        window = (uint64_t)joined;
    }
    if (held)
        *--end = digit_chars[window];
    return end;
}

/* The same for any radix; `number` is destroyed. Divides by as many digits as fit in a word at once:
 * quadratic, but with small steps. */
static char *write_radix(mp_int *number, int radix, char *end)
{
    int digits;
    uint64_t chunk = chunk_of_radix(radix, &digits);
    while (number->used) {
        uint64_t rest = 0;
        for (int i = number->used; i-- > 0;) {
            UWide part = (UWide)rest << DIGIT_BITS | number->dp[i];
            number->dp[i] = (mp_digit)(part / chunk);
            rest = (uint64_t)(part % chunk);
        }
        mp_clamp(number);
        for (int i = 0; i < digits; i++, rest /= (uint64_t)radix)
            *--end = digit_chars[rest % (uint64_t)radix];
    }
    return end;
}

char *int_to_text(Heap *heap, Value a, int radix, size_t *length)
{
    Operand o;
    const mp_int *number = operand(&o, int_unbox(a));
    unsigned bits = log2_of_radix(radix);
    size_t per_digit = bits ? bits : (unsigned)(log2((double)radix) * 64);
    size_t total = (size_t)mp_count_bits(number);
    size_t room = (bits ? total / bits : total * 64 / per_digit) + 80;
    char *buffer = heap_array(heap, NULL, 0, room);
    if (!buffer)
        return NULL;
    char *end = buffer + room, *text = end;
    if (bits) {
        text = write_power_of_two(number, bits, end);
    } else {
        mp_int copy;
        if (mp_init_copy(&copy, number) != MP_OKAY) {
            heap_array_free(heap, buffer, room);
            return NULL;
        }
        copy.sign = MP_ZPOS;
        text = write_radix(&copy, radix, end);
        mp_clear(&copy);
    }
    while (text < end && *text == '0')
        text++;
    if (text == end)
        *--text = '0';
    if (number->sign == MP_NEG)
        *--text = '-';
    *length = (size_t)(end - text);
    memmove(buffer, text, *length);
    char *exact = heap_array(heap, buffer, room, *length + 1);
    if (!exact) {
        heap_array_free(heap, buffer, room);
        return NULL;
    }
    exact[*length] = 0;
    return exact;
}

static int digit_value(char c)
{
    return c >= '0' && c <= '9' ? c - '0'
         : c >= 'a' && c <= 'z' ? c - 'a' + 10
         : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : 99;
}

static void read_power_of_two(mp_int *number, const char *text, size_t length, unsigned bits)
{
    UWide window = 0;
    unsigned held = 0;
    for (size_t i = length; i-- > 0;) {
        window |= (UWide)(unsigned)digit_value(text[i]) << held;
        held += bits;
        if (held >= DIGIT_BITS) {
            number->dp[number->used++] = (mp_digit)(window & MP_MASK);
            window >>= DIGIT_BITS;
            held -= DIGIT_BITS;
        }
    }
    if (window)
        number->dp[number->used++] = (mp_digit)window;
}

static void read_radix(mp_int *number, const char *text, size_t length, int radix)
{
    int chunk_digits;
    chunk_of_radix(radix, &chunk_digits);
    for (size_t at = 0; at < length;) {
        uint64_t carry = 0, scale = 1;
        for (int i = 0; i < chunk_digits && at < length; i++, at++) {
            carry = carry * (uint64_t)radix + (uint64_t)digit_value(text[at]);
            scale *= (uint64_t)radix;
        }
        for (int i = 0; i < number->used; i++) {
            UWide part = (UWide)number->dp[i] * scale + carry;
            number->dp[i] = (mp_digit)(part & MP_MASK);
            carry = (uint64_t)(part >> DIGIT_BITS);
        }
        if (carry)
            number->dp[number->used++] = (mp_digit)carry;
    }
}

IntStatus int_from_digits(Heap *heap, const char *text, size_t length, int radix, Value *out)
{
    bool negative = length && *text == '-';
    if (length && (*text == '-' || *text == '+')) {
        text++;
        length--;
    }
    while (length && *text == '0') {
        text++;
        length--;
    }
    unsigned bits = log2_of_radix(radix);
    if (length <= 9) { /* 36**9 fits in 64 bits */
        int64_t n = 0;
        for (size_t i = 0; i < length; i++)
            n = n * radix + digit_value(text[i]);
        *out = int_from_i64(heap, negative ? -n : n);
        return INT_OK;
    }
    double estimate = (double)length * log2((double)radix);
    if (estimate > (double)MAX_BITS)
        return INT_TOO_LARGE;
    mp_int number;
    if (mp_init_size(&number, (int)(estimate / DIGIT_BITS) + 3) != MP_OKAY)
        return INT_NO_MEMORY;
    if (bits)
        read_power_of_two(&number, text, length, bits);
    else
        read_radix(&number, text, length, radix);
    mp_clamp(&number);
    number.sign = negative && number.used ? MP_NEG : MP_ZPOS;
    return finish(heap, &number, MP_OKAY, out);
}

/* --- bytes ------------------------------------------------------------------------------------ */

static void negate_bytes(uint8_t *bytes, size_t length, bool little)
{
    unsigned carry = 1;
    for (size_t i = 0; i < length; i++) {
        uint8_t *byte = &bytes[little ? i : length - 1 - i];
        carry += (uint8_t)~*byte;
        *byte = (uint8_t)carry;
        carry >>= 8;
    }
}

IntStatus int_to_bytes(Value a, uint8_t *out, size_t length, bool little, bool is_signed)
{
    Operand o;
    const mp_int *number = operand(&o, int_unbox(a));
    size_t bits = (size_t)mp_count_bits(number);
    bool negative = number->sign == MP_NEG;
    if (negative && !is_signed)
        return INT_NEGATIVE;
    if (is_signed && number->used) {
        bool power = negative && (size_t)mp_cnt_lsb(number) == bits - 1; /* -2^k needs no sign bit */
        bits += !power;
    }
    if (length < bits / 8 + (bits % 8 != 0))
        return INT_TOO_LARGE;
    UWide window = 0;
    int held = 0, digit = 0;
    for (size_t i = 0; i < length; i++) {
        if (held < 8 && digit < number->used) {
            window |= (UWide)number->dp[digit++] << held;
            held += DIGIT_BITS;
        }
        out[little ? i : length - 1 - i] = (uint8_t)window;
        window >>= 8;
        held -= 8;
        if (held < 0)
            held = 0;
    }
    if (negative)
        negate_bytes(out, length, little);
    return INT_OK;
}

IntStatus int_from_bytes(Heap *heap, const uint8_t *bytes, size_t length, bool little, bool is_signed,
                         Value *out)
{
    if (length > (size_t)MAX_BITS / 8)
        return INT_TOO_LARGE;
    bool negative = is_signed && length && (bytes[little ? length - 1 : 0] & 0x80);
    mp_int number;
    if (mp_init_size(&number, (int)(length * 8 / DIGIT_BITS) + 2) != MP_OKAY)
        return INT_NO_MEMORY;
    UWide window = 0;
    int held = 0;
    unsigned carry = 1; /* of the negation */
    for (size_t i = 0; i < length; i++) {
        unsigned byte = bytes[little ? i : length - 1 - i];
        if (negative) {
            carry += (uint8_t)~byte;
            byte = (uint8_t)carry;
            carry >>= 8;
        }
        window |= (UWide)byte << held;
        held += 8;
        if (held >= DIGIT_BITS) {
            number.dp[number.used++] = (mp_digit)(window & MP_MASK);
            window >>= DIGIT_BITS;
            held -= DIGIT_BITS;
        }
    }
    if (window)
        number.dp[number.used++] = (mp_digit)window;
    mp_clamp(&number);
    if (negative && number.used)
        number.sign = MP_NEG;
    return finish(heap, &number, MP_OKAY, out);
}

/* --- floats ----------------------------------------------------------------------------------- */

enum { EXPONENT_FORM = 40 }; /* room for "-d.dddddddddddddddde-ddd" */

static void add_one_ulp_of_text(char *digits, int count, int *exponent)
{
    int i = count - 1;
    while (i >= 0 && digits[i] == '9')
        digits[i--] = '0';
    if (i >= 0) {
        digits[i]++;
        return;
    }
    digits[0] = '1'; /* 99..9 became 100..0 */
    ++*exponent;
}

/* `precision` significant digits of d > 0, without point. */
static void digits_of_double(double d, int precision, char *digits, int *exponent)
{
    char text[EXPONENT_FORM];
    snprintf(text, sizeof text, "%.*e", precision - 1, d);
    digits[0] = text[0];
    const char *from = text + 1;
    if (precision > 1) {
        memcpy(digits + 1, text + 2, (size_t)precision - 1); /* behind the point */
        from = text + 1 + precision;
    }
    digits[precision] = 0;
    *exponent = atoi(from + 1);
}

static bool reads_back(const char *digits, int count, int exponent, double d)
{
    char text[EXPONENT_FORM];
    snprintf(text, sizeof text, "%c.%.*se%d", digits[0], count - 1, digits + 1, exponent);
    return strtod(text, NULL) == d;
}

/* Few digits after the point, as most floats of programs have: d * 10^k is whole for some small k. The
 * quotient of two numbers that are exact in a double is correctly rounded, so if it gives back d, those
 * at most 15 digits read back as d, and no shorter ones do. 0: not such a number. */
static int few_digits(double d, char *digits, int *exponent)
{
    static const double tens[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8 };
    if (d >= 1e9 || d < 1e-3)
        return 0;
    for (int k = 1; k <= 8; k++) {
        double scaled = d * tens[k];
        if (scaled >= 1e15)
            return 0;
        uint64_t whole = (uint64_t)(scaled + 0.5);
        if ((double)whole / tens[k] != d)
            continue;
        char text[24];
        int count = 0;
        for (uint64_t left = whole; left; left /= 10)
            text[count++] = (char)('0' + left % 10);
        for (int i = 0; i < count; i++)
            digits[i] = text[count - 1 - i];
        *exponent = count - 1 - k;
        while (count > 1 && digits[count - 1] == '0')
            count--;
        return count;
    }
    return 0;
}

/* The shortest digits that read back as d > 0: 15, 16 or 17 of them nearly always. Two exceptions:
 * subnormals may need fewer, and at a power of two the gap below is half as wide, so that the shortest
 * text may be the 16-digit neighbour of the nearest one. */
static int shortest_digits(double d, char *digits, int *exponent)
{
    int binary, count = d < 2.2250738585072014e-308 ? 1 : 15;
    bool power_of_two = frexp(d, &binary) == 0.5;
    for (; count < 17; count++) {
        digits_of_double(d, count, digits, exponent);
        if (reads_back(digits, count, *exponent, d))
            break;
        if (count == 16 && power_of_two) {
            add_one_ulp_of_text(digits, count, exponent);
            if (reads_back(digits, count, *exponent, d))
                break;
        }
    }
    if (count == 17)
        digits_of_double(d, 17, digits, exponent);
    while (count > 1 && digits[count - 1] == '0')
        count--;
    return count;
}

size_t float_repr(double d, char *buffer)
{
    if (isnan(d))
        return (size_t)sprintf(buffer, "nan");
    if (isinf(d))
        return (size_t)sprintf(buffer, d > 0 ? "inf" : "-inf");
    if (d > -1e15 && d < 1e15 && d == (double)(int64_t)d && (d != 0 || !signbit(d)))
        return (size_t)sprintf(buffer, "%lld.0", (long long)d);
    char digits[24], *out = buffer;
    int exponent = 0, count = 1;
    if (signbit(d))
        *out++ = '-';
    if (d == 0)
        digits[0] = '0';
    else if ((count = few_digits(fabs(d), digits, &exponent)) == 0)
        count = shortest_digits(fabs(d), digits, &exponent);
    if (exponent < -4 || exponent >= 16) {
        *out++ = digits[0];
        if (count > 1) {
            *out++ = '.';
            memcpy(out, digits + 1, (size_t)count - 1);
            out += count - 1;
        }
        return (size_t)(out - buffer) + (size_t)sprintf(out, "e%c%02d", exponent < 0 ? '-' : '+',
                                                        abs(exponent));
    }
    int point = exponent + 1; /* digits before the point */
    if (point <= 0) {
        *out++ = '0';
        *out++ = '.';
        for (int i = point; i < 0; i++)
            *out++ = '0';
        memcpy(out, digits, (size_t)count);
        out += count;
    } else {
        for (int i = 0; i < count || i < point; i++) {
            if (i == point)
                *out++ = '.';
            *out++ = i < count ? digits[i] : '0';
        }
        if (count <= point) {
            *out++ = '.';
            *out++ = '0';
        }
    }
    *out = 0;
    return (size_t)(out - buffer);
}

/* Digits with single underscores between them, copied without those; how many characters were read. */
static size_t scan_digits(const char *text, size_t length, char **out)
{
    size_t i = 0;
    while (i < length) {
        if (text[i] >= '0' && text[i] <= '9')
            *(*out)++ = text[i++];
        else if (text[i] == '_' && i > 0 && text[i - 1] != '_' && i + 1 < length &&
                 text[i + 1] >= '0' && text[i + 1] <= '9')
            i++;
        else
            break;
    }
    return i;
}

static bool is_word(const char *text, size_t length, const char *word)
{
    if (length != strlen(word))
        return false;
    for (size_t i = 0; i < length; i++)
        if ((text[i] | 0x20) != word[i])
            return false;
    return true;
}

/* Copies a number in Python's grammar into `to` for strtod; false: it is none. */
static bool scan_float(const char *text, size_t length, char *to)
{
    size_t at = 0;
    if (at < length && (text[at] == '-' || text[at] == '+'))
        *to++ = text[at++];
    size_t whole = scan_digits(text + at, length - at, &to), fraction = 0;
    at += whole;
    if (at < length && text[at] == '.') {
        *to++ = text[at++];
        fraction = scan_digits(text + at, length - at, &to);
        at += fraction;
    }
    if (whole + fraction == 0)
        return false;
    if (at < length && (text[at] | 0x20) == 'e') {
        *to++ = text[at++];
        if (at < length && (text[at] == '-' || text[at] == '+'))
            *to++ = text[at++];
        size_t digits = scan_digits(text + at, length - at, &to);
        if (digits == 0)
            return false;
        at += digits;
    }
    *to = 0;
    return at == length;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool float_parse(const char *text, size_t length, double *out)
{
    while (length && is_space(*text)) {
        text++;
        length--;
    }
    while (length && is_space(text[length - 1]))
        length--;
    if (length == 0)
        return false;
    bool negative = *text == '-';
    size_t sign = *text == '-' || *text == '+';
    if (is_word(text + sign, length - sign, "inf") || is_word(text + sign, length - sign, "infinity")) {
        *out = negative ? -INFINITY : INFINITY;
        return true;
    }
    if (is_word(text + sign, length - sign, "nan")) {
        *out = NAN;
        return true;
    }
    char small[128];
    char *copy = length < sizeof small ? small : mem_alloc(length + 1);
    if (!copy)
        return false;
    bool good = scan_float(text, length, copy);
    if (good)
        *out = strtod(copy, NULL);
    if (copy != small)
        mem_free(copy, length + 1);
    return good;
}
