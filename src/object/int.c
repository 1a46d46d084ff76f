/* int.c - ints beyond 49 bits: arithmetic, comparing, to and from double. Their text is in int_text.c.
 * A BigInt is one cell: header and digits; it never changes, so the digits can lie there. Results
 * are computed in a temporary mp_int and then copied into a cell, or become a small int. Sizes are
 * estimated before anything is computed: libtommath never sees an absurd one. */
#include "object/int_internal.h"

#include <math.h>

#define HASH_BITS 61
#define HASH_MODULUS ((1ULL << HASH_BITS) - 1)
enum { SMALL_BITS = 48 };

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

const mp_int *int_operand(Operand *o, Value v)
{
    int64_t n;
    if (!small_of(v, &n)) {
        const BigInt *big = AS(BigInt, v);
        o->view = (mp_int){ .used = big_count(big), .alloc = big_count(big),
                            .sign = big_is_negative(big) ? MP_NEG : MP_ZPOS, .dp = big_digits(big) };
        return &o->view;
    }
    uint64_t left = magnitude(n);
    o->view = (mp_int){ .alloc = (int)(sizeof o->room / sizeof *o->room),
                        .sign = n < 0 ? MP_NEG : MP_ZPOS, .dp = o->room };
    memset(o->room, 0, sizeof o->room);
    for (; left; left >>= DIGIT_BITS)
        o->room[o->view.used++] = (mp_digit)(left & MP_MASK);
    return &o->view;
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
static inline mp_digit *new_big(Heap *heap, int used, bool negative, Value *out)
{
    size_t bytes = sizeof(BigInt) + (size_t)used * sizeof(mp_digit);
    BigInt *big = heap_new_text(heap, KIND_BIGINT, bytes, sizeof(BigInt));
    if (!big)
        return NULL;
    big->obj.aux = (uint32_t)used << 1 | negative;
    *out = OBJ(big);
    return big_digits(big);
}

IntStatus int_finish(Heap *heap, mp_int *a, mp_err err, Value *out)
{
    IntStatus status = status_of(err);
    int64_t small;
    if (status == INT_OK) {
        mp_clamp(a);
        if (mp_count_bits(a) <= SMALL_BITS + 1 && mp_to_i64(a, &small) && value_int_fits(small)) {
            *out = value_small(small);
        } else {
            mp_digit *digits = new_big(heap, a->used, a->sign == MP_NEG, out);
            if (digits)
                memcpy(digits, a->dp, (size_t)a->used * sizeof(mp_digit));
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
    int used = 1;
    for (UWide left = mag >> DIGIT_BITS; left; left >>= DIGIT_BITS)
        used++;
    mp_digit *digits = new_big(heap, used, n < 0, out);
    if (!digits)
        return INT_NO_MEMORY;
    for (int i = 0; i < used; i++, mag >>= DIGIT_BITS)
        digits[i] = (mp_digit)(mag & MP_MASK);
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
    const BigInt *big = AS(BigInt, v);
    const mp_digit *digits = big_digits(big);
    int count = big_count(big);
    if (count * DIGIT_BITS > WIDE_BITS)
        return false;
    UWide mag = digits[--count];
    while (count > 0)
        mag = mag << DIGIT_BITS | digits[--count];
    *n = big_is_negative(big) ? -(Wide)mag : (Wide)mag;
    return true;
}

/* The same for 64 bits, which is what hashes and random number generators stay below. */
static inline bool word_of(Value v, int64_t *n)
{
    if (small_of(v, n))
        return true;
    const BigInt *big = AS(BigInt, v);
    const mp_digit *digits = big_digits(big);
    if (DIGIT_BITS < 32 || big_count(big) > 2 || (big_count(big) == 2 && digits[1] >> (63 - DIGIT_BITS)))
        return false;
    uint64_t mag = digits[0] | (big_count(big) == 2 ? (uint64_t)digits[1] << DIGIT_BITS : 0);
    *n = big_is_negative(big) ? -(int64_t)mag : (int64_t)mag;
    return true;
}

static inline IntStatus from_word(Heap *heap, int64_t n, Value *out)
{
    if (DIGIT_BITS < 32)
        return from_wide(heap, n, out);
    if (value_int_fits(n)) {
        *out = value_small(n);
        return INT_OK;
    }
    uint64_t mag = magnitude(n);
    int used = 1 + (mag > MP_MASK);
    mp_digit *digits = new_big(heap, used, n < 0, out);
    if (!digits)
        return INT_NO_MEMORY;
    digits[0] = (mp_digit)(mag & MP_MASK);
    if (used == 2)
        digits[1] = (mp_digit)(mag >> DIGIT_BITS);
    return INT_OK;
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
    (void)from_word(heap, n, &result); /* a cell of this size never fails */
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
    Operand o;
    v = int_unbox(v);
    return small_of(v, out) || mp_to_i64(int_operand(&o, v), out);
}

static inline bool is_word(Value v, int64_t *out)
{
    return (value_is_int(v) || value_is_exactly(v, KIND_BIGINT)) && word_of(v, out);
}

bool int_words(Heap *heap, IntWordOp op, Value a, Value b, Value *out)
{
    int64_t x, y, z;
    return is_word(a, &x) && is_word(b, &y) && int_word_op(op, x, y, &z) && from_word(heap, z, out) == INT_OK;
}

int int_sign(Value v)
{
    int64_t n;
    v = int_unbox(v);
    if (small_of(v, &n))
        return (n > 0) - (n < 0);
    return big_is_negative(AS(BigInt, v)) ? -1 : 1;
}

size_t int_bit_length(Value v)
{
    Operand o;
    return (size_t)mp_count_bits(int_operand(&o, int_unbox(v)));
}

size_t int_bit_count(Value v)
{
    Operand o;
    const mp_int *number = int_operand(&o, int_unbox(v));
    size_t count = 0;
    for (int i = 0; i < number->used; i++)
        count += (size_t)__builtin_popcountll(number->dp[i]);
    return count;
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
    err = fn(int_operand(&oa, a), int_operand(&ob, b), &result);
    return int_finish(heap, &result, err, out);
}

typedef mp_err (*HugeFn)(Heap *heap, const mp_int *a, const mp_int *b, mp_int *c);

static IntStatus apply_huge(Heap *heap, HugeFn fn, Value a, Value b, Value *out)
{
    Operand oa, ob;
    mp_int result;
    if (mp_init(&result) != MP_OKAY)
        return INT_NO_MEMORY;
    const mp_int *x = int_operand(&oa, a), *y = value_same(a, b) ? x : int_operand(&ob, b);
    return int_finish(heap, &result, fn(heap, x, y, &result), out);
}

static int digits_of(Value v)
{
    return value_is_obj(v) ? big_count(AS(BigInt, v)) : 1;
}

static int most_digits(Value a, Value b)
{
    int da = digits_of(a), db = digits_of(b);
    return (da > db ? da : db) + 2;
}

IntStatus int_add(Heap *heap, Value a, Value b, Value *out)
{
    int64_t m, n, word;
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (word_of(a, &m) && word_of(b, &n) && !__builtin_add_overflow(m, n, &word))
        return from_word(heap, word, out);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x + y, out);
    IntStatus status = check_bits(heap, (int64_t)most_digits(a, b) * DIGIT_BITS);
    return status ? status : apply(heap, mp_add, a, b, most_digits(a, b), out);
}

IntStatus int_sub(Heap *heap, Value a, Value b, Value *out)
{
    int64_t m, n, word;
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (word_of(a, &m) && word_of(b, &n) && !__builtin_sub_overflow(m, n, &word))
        return from_word(heap, word, out);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x - y, out);
    IntStatus status = check_bits(heap, (int64_t)most_digits(a, b) * DIGIT_BITS);
    return status ? status : apply(heap, mp_sub, a, b, most_digits(a, b), out);
}

IntStatus int_mul(Heap *heap, Value a, Value b, Value *out)
{
    int64_t m, n, word;
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (word_of(a, &m) && word_of(b, &n) && !__builtin_mul_overflow(m, n, &word))
        return from_word(heap, word, out);
    if (wide_of(a, &x) && wide_of(b, &y) && bits_of_wide(x) + bits_of_wide(y) <= WIDE_BITS)
        return from_wide(heap, x * y, out);
    int64_t digits = (int64_t)digits_of(a) + digits_of(b) + 1;
    IntStatus status = check_bits(heap, digits * DIGIT_BITS);
    return status ? status : apply_huge(heap, huge_mul, a, b, out);
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
    const mp_int *divisor = int_operand(&ob, b);
    mp_int q, r;
    if (mp_init_size(&q, digits_of(a) + 2) != MP_OKAY)
        return INT_NO_MEMORY;
    if (mp_init_size(&r, digits_of(b) + 2) != MP_OKAY) {
        mp_clear(&q);
        return INT_NO_MEMORY;
    }
    mp_err err = huge_div(heap, int_operand(&oa, a), divisor, &q, &r);
    if (err == MP_OKAY && r.used && r.sign != divisor->sign) { /* it truncates; Python floors */
        err = mp_add(&r, divisor, &r);
        if (err == MP_OKAY)
            err = mp_sub_d(&q, 1, &q);
    }
    Value new_q = VALUE_NONE, new_r = VALUE_NONE;
    IntStatus status = int_finish(heap, &q, err, &new_q);
    IntStatus status_r = int_finish(heap, &r, err, &new_r);
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
        bool odd = mp_isodd(int_operand(&o, b)) == MP_YES;
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
        err = huge_pow(heap, int_operand(&o, a), (uint32_t)exponent, &result);
    }
    return int_finish(heap, &result, err, out);
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
        mp_err err = huge_invmod(heap, int_operand(&oa, base), int_operand(&om, positive), &inverse);
        if (err == MP_VAL) {
            mp_clear(&inverse);
            return INT_NEGATIVE;
        }
        status = int_finish(heap, &inverse, err, &base);
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
        mp_err err = huge_powmod(heap, int_operand(&oa, base), int_operand(&ob, b),
                                 int_operand(&om, positive), &power);
        status = int_finish(heap, &power, err, &result);
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
    return int_finish(heap, &result, mp_mul_2d(int_operand(&o, a), (int)shift, &result), out);
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
    return int_finish(heap, &result, mp_signed_rsh(int_operand(&o, a), (int)shift, &result), out);
}

IntStatus int_and(Heap *heap, Value a, Value b, Value *out)
{
    int64_t m, n;
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (word_of(a, &m) && word_of(b, &n))
        return from_word(heap, m & n, out);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x & y, out);
    return apply(heap, mp_and, a, b, most_digits(a, b), out);
}

IntStatus int_or(Heap *heap, Value a, Value b, Value *out)
{
    int64_t m, n;
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (word_of(a, &m) && word_of(b, &n))
        return from_word(heap, m | n, out);
    if (wide_of(a, &x) && wide_of(b, &y))
        return from_wide(heap, x | y, out);
    return apply(heap, mp_or, a, b, most_digits(a, b), out);
}

IntStatus int_xor(Heap *heap, Value a, Value b, Value *out)
{
    int64_t m, n;
    Wide x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (word_of(a, &m) && word_of(b, &n))
        return from_word(heap, m ^ n, out);
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
    return int_finish(heap, &result, huge_sqrt(heap, int_operand(&o, a), &result), out);
}

IntStatus int_gcd(Heap *heap, Value a, Value b, Value *out)
{
    int64_t x, y;
    a = int_unbox(a);
    b = int_unbox(b);
    if (!small_of(a, &x) || !small_of(b, &y))
        return apply_huge(heap, huge_gcd, a, b, out);
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
    mp_ord order = mp_cmp(int_operand(&oa, a), int_operand(&ob, b));
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
    Operand o;
    mp_ord order = mp_cmp_mag(int_operand(&o, a), &whole);
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
    const BigInt *big = AS(BigInt, a);
    uint64_t h = 0;
    for (int i = big_count(big); i-- > 0;) {
        h = rotate_hash(h, DIGIT_BITS) + big_digits(big)[i];
        if (h >= HASH_MODULUS)
            h -= HASH_MODULUS;
    }
    return signed_hash(h, big_is_negative(big));
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
    Operand o;
    const mp_int *number = int_operand(&o, a);
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
    const mp_int *na = int_operand(&oa, a), *nb = int_operand(&ob, b);
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
    return int_finish(heap, &result, err, out);
}
