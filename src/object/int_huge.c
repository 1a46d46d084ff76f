/* int_huge.c - arithmetic on numbers so long that it takes time: products, quotients, powers, roots, greatest
 * common divisors. libtommath does the small pieces; above them the work is divided here, so that Ctrl-C is
 * seen between two pieces and so that the time grows little faster than the numbers. Interrupted operations
 * answer MP_MEM; raise_memory knows what to raise then. */
#include "object/int_internal.h"

enum {
    NTT_DIGITS = 8000,       /* from here on a transform beats libtommath's Toom-Cook                  */
    PIECE = 4 * 1000 * 1000, /* digit products in one uninterrupted piece: some milliseconds           */
    DIVIDE_DIGITS = 120,     /* quotients below this are found by schoolbook division                  */
    MONTGOMERY_DIGITS = 1500, /* longer moduli are divided by                                          */
    GCD_DIGITS = 8,
    WINDOW = 4,              /* bits of the exponent at a time                                         */
};

/* The digits from .. from + count - 1 of a, as a number of their own that shares them. */
static mp_int part_of(const mp_int *a, int from, int count)
{
    mp_int part = { .sign = MP_ZPOS, .dp = a->dp + from };
    if (from < a->used)
        part.used = a->used - from < count ? a->used - from : count;
    while (part.used && part.dp[part.used - 1] == 0)
        part.used--;
    part.alloc = part.used;
    return part;
}

/* sum += part * 2^(DIGIT_BITS * at); the digits of sum beyond used are 0 and reach far enough. */
static void add_at(mp_int *sum, const mp_int *part, int at)
{
    mp_digit carry = 0;
    int i = 0;
    for (; i < part->used || carry; i++) {
        mp_digit digit = sum->dp[at + i] + (i < part->used ? part->dp[i] : 0) + carry;
        sum->dp[at + i] = digit & MP_MASK;
        carry = digit >> DIGIT_BITS;
    }
    if (sum->used < at + i)
        sum->used = at + i;
}

/* |a| * |b| for numbers of very different length: the longer one in pieces of `piece` digits. */
static mp_err mul_in_pieces(Heap *heap, const mp_int *a, const mp_int *b, int piece, mp_int *c)
{
    mp_int product;
    mp_err err = mp_grow(c, a->used + b->used + 2);
    if (err != MP_OKAY)
        return err;
    mp_zero(c); /* clears all of its digits */
    if ((err = mp_init(&product)) != MP_OKAY)
        return err;
    for (int at = 0; err == MP_OKAY && at < a->used; at += piece) {
        mp_int part = part_of(a, at, piece);
        err = heap_interrupted(heap) ? MP_MEM : huge_mul(heap, &part, b, &product);
        if (err == MP_OKAY)
            add_at(c, &product, at);
    }
    mp_clear(&product);
    mp_clamp(c);
    return err;
}

mp_err huge_mul(Heap *heap, const mp_int *a, const mp_int *b, mp_int *c)
{
    if (a->used < b->used) {
        const mp_int *t = a;
        a = b;
        b = t;
    }
    mp_sign sign = a->sign == b->sign ? MP_ZPOS : MP_NEG;
    mp_err err;
    if (b->used < NTT_DIGITS && (a->used <= 3 * b->used || (int64_t)a->used * b->used <= PIECE))
        return a == b ? mp_sqr(a, c) : mp_mul(a, b, c);
    mp_int x = part_of(a, 0, a->used), y = part_of(b, 0, b->used);
    int piece = PIECE / (b->used + 1);
    if (b->used < NTT_DIGITS)
        err = mul_in_pieces(heap, &x, &y, piece > 2 * b->used ? piece : 2 * b->used, c);
    else if (a->used > 3 * b->used)
        err = mul_in_pieces(heap, &x, &y, 2 * b->used, c);
    else
        err = ntt_mul(heap, &x, a == b ? &x : &y, c);
    if (err == MP_OKAY && c->used)
        c->sign = sign;
    return err;
}

/* --- division --------------------------------------------------------------------------------- */

/* divmod by one digit. */
static mp_err divide_by_digit(const mp_int *a, mp_digit divisor, mp_int *q, mp_int *r)
{
    mp_err err = mp_grow(q, a->used);
    UWide rest = 0;
    for (int i = a->used; err == MP_OKAY && i-- > 0;) {
        rest = rest << DIGIT_BITS | a->dp[i];
        q->dp[i] = (mp_digit)(rest / divisor);
        rest %= divisor;
    }
    q->used = err == MP_OKAY ? a->used : 0;
    q->sign = MP_ZPOS;
    mp_clamp(q);
    mp_set(r, (mp_digit)rest);
    return err;
}

/* x[0 .. n] -= digit * b[0 .. n - 1]; true: it became negative, and 2^(DIGIT_BITS * (n + 1)) was added. */
static bool subtract_row(mp_digit *x, const mp_digit *b, int n, mp_digit digit)
{
    UWide carry = 0;
    for (int i = 0; i < n; i++) {
        carry += (UWide)digit * b[i];
        mp_digit low = (mp_digit)carry & MP_MASK;
        carry >>= DIGIT_BITS;
        carry += x[i] < low;
        x[i] = (x[i] - low) & MP_MASK;
    }
    bool negative = x[n] < carry;
    x[n] = (x[n] - (mp_digit)carry) & MP_MASK;
    return negative;
}

/* Division by hand, a digit of the quotient at a time (Knuth 4.3.1, algorithm D), for b as in divide().
 * libtommath's takes time for all the digits of a at each step. */
static mp_err divide_by_hand(const mp_int *a, const mp_int *b, mp_int *q, mp_int *r)
{
    int n = b->used, m = a->used - n;
    mp_err err;
    if (n == 1)
        return divide_by_digit(a, b->dp[0], q, r);
    if (m < 0) {
        mp_zero(q);
        return mp_copy(a, r);
    }
    if ((err = mp_copy(a, r)) != MP_OKAY || (err = mp_grow(r, a->used + 1)) != MP_OKAY ||
        (err = mp_grow(q, m + 1)) != MP_OKAY)
        return err;
    mp_digit *x = r->dp;
    x[a->used] = 0;
    for (int j = m; j >= 0; j--) {
        UWide top = (UWide)x[j + n] << DIGIT_BITS | x[j + n - 1];
        UWide digit = top / b->dp[n - 1], rest = top % b->dp[n - 1];
        while (digit > MP_MASK || digit * b->dp[n - 2] > (rest << DIGIT_BITS | x[j + n - 2])) {
            digit--;
            rest += b->dp[n - 1];
            if (rest > MP_MASK)
                break;
        }
        if (subtract_row(x + j, b->dp, n, (mp_digit)digit)) {
            mp_digit carry = 0;
            digit--;
            for (int i = 0; i <= n; i++) {
                mp_digit sum = x[j + i] + (i < n ? b->dp[i] : 0) + carry;
                x[j + i] = sum & MP_MASK;
                carry = sum >> DIGIT_BITS;
            }
        }
        q->dp[j] = (mp_digit)digit;
    }
    q->used = m + 1;
    q->sign = MP_ZPOS;
    mp_clamp(q);
    r->used = n;
    mp_clamp(r);
    return MP_OKAY;
}

/* a = a * 2^(DIGIT_BITS * at) + low, all of them >= 0. */
static mp_err append_low(mp_int *a, int at, const mp_int *low)
{
    mp_err err = mp_lshd(a, at);
    return err == MP_OKAY && low->used ? mp_add(a, low, a) : err;
}

/* q, r = divmod(a, b) for 0 <= a and 0 < b with the top bit of its top digit set (recursive division: Moenck
 * and Borodin 1972, Burnikel and Ziegler 1998). A long quotient is found in two halves; for a quotient
 * shorter than the divisor the low digits of both are left out at first. */
static mp_err divide(Heap *heap, const mp_int *a, const mp_int *b, mp_int *q, mp_int *r)
{
    int n = b->used, m = a->used - n;
    if (heap_interrupted(heap))
        return MP_MEM;
    if (m < 1 || ((n <= DIVIDE_DIGITS || m <= DIVIDE_DIGITS) && (int64_t)n * m <= (n == 1 ? PIECE / 4 : PIECE)))
        return divide_by_hand(a, b, q, r);
    mp_int t;
    mp_err err = mp_init(&t);
    if (err != MP_OKAY)
        return err;
    if (m >= n) {
        int k = m / 2;
        mp_int high = part_of(a, k, a->used), low = part_of(a, 0, k);
        err = divide(heap, &high, b, q, &t);
        if (err == MP_OKAY)
            err = append_low(&t, k, &low);
        mp_int rest;
        if (err == MP_OKAY && (err = mp_init(&rest)) == MP_OKAY) {
            err = divide(heap, &t, b, &rest, r);
            if (err == MP_OKAY)
                err = append_low(q, k, &rest);
            mp_clear(&rest);
        }
    } else {
        int left_out = n - m;
        mp_int a_high = part_of(a, left_out, a->used), a_low = part_of(a, 0, left_out);
        mp_int b_high = part_of(b, left_out, n), b_low = part_of(b, 0, left_out);
        err = divide(heap, &a_high, &b_high, q, r);
        if (err == MP_OKAY)
            err = huge_mul(heap, q, &b_low, &t);
        if (err == MP_OKAY)
            err = append_low(r, left_out, &a_low);
        if (err == MP_OKAY)
            err = mp_sub(r, &t, r);
        while (err == MP_OKAY && r->sign == MP_NEG) { /* at most twice */
            err = mp_sub_d(q, 1, q);
            if (err == MP_OKAY)
                err = mp_add(r, b, r);
        }
    }
    mp_clear(&t);
    return err;
}

mp_err huge_div(Heap *heap, const mp_int *a, const mp_int *b, mp_int *q, mp_int *r)
{
    int shift = DIGIT_BITS - 1 - (mp_count_bits(b) - 1) % DIGIT_BITS;
    mp_int x, y;
    mp_err err = mp_init_multi(&x, &y, NULL);
    if (err != MP_OKAY)
        return err;
    mp_sign sign_a = a->sign, sign_b = b->sign;
    if (b->used == 1 && a->used <= PIECE / 4) /* nothing to be shifted, nothing to be interrupted */
        shift = 0;
    err = mp_mul_2d(a, shift, &x);
    if (err == MP_OKAY)
        err = mp_mul_2d(b, shift, &y);
    x.sign = y.sign = MP_ZPOS;
    if (err == MP_OKAY)
        err = divide(heap, &x, &y, q, r);
    if (err == MP_OKAY)
        err = mp_div_2d(r, shift, r, NULL);
    if (err == MP_OKAY) {
        q->sign = q->used && sign_a != sign_b ? MP_NEG : MP_ZPOS;
        r->sign = r->used ? sign_a : MP_ZPOS;
    }
    mp_clear_multi(&x, &y, NULL);
    return err;
}

/* --- powers ----------------------------------------------------------------------------------- */

mp_err huge_pow(Heap *heap, const mp_int *a, uint32_t exponent, mp_int *c)
{
    if ((uint64_t)a->used * exponent < NTT_DIGITS)
        return mp_expt_u32(a, exponent, c);
    mp_int square;
    mp_err err = mp_init(&square);
    if (err != MP_OKAY)
        return err;
    mp_set(c, 1);
    for (uint32_t bit = 1u << 31; err == MP_OKAY && bit; bit >>= 1) {
        if (heap_interrupted(heap)) {
            err = MP_MEM;
            break;
        }
        err = huge_mul(heap, c, c, &square);
        if (err == MP_OKAY && (exponent & bit))
            err = huge_mul(heap, &square, a, c);
        else
            mp_exch(&square, c);
    }
    mp_clear(&square);
    return err;
}

/* What a step of powmod needs: a product and its remainder. */
typedef struct {
    Heap *heap;
    const mp_int *modulus;
    bool montgomery;  /* numbers are kept multiplied by 2^(DIGIT_BITS * used): no division            */
    mp_digit rho;
    mp_int product, quotient;
} Reducer;

static mp_err mul_mod(Reducer *r, const mp_int *a, const mp_int *b, mp_int *c)
{
    if (heap_interrupted(r->heap))
        return MP_MEM;
    mp_err err = huge_mul(r->heap, a, b, &r->product);
    if (err != MP_OKAY)
        return err;
    if (!r->montgomery)
        return huge_div(r->heap, &r->product, r->modulus, &r->quotient, c);
    err = mp_montgomery_reduce(&r->product, r->modulus, r->rho);
    mp_exch(&r->product, c);
    return err;
}

/* `power` is 1 on entry, table[1] the base: both in the form that mul_mod wants. */
static mp_err power_by_windows(Reducer *r, mp_int table[1 << WINDOW], const mp_int *exponent, mp_int *power)
{
    mp_err err = MP_OKAY;
    for (int i = 2; err == MP_OKAY && i < 1 << WINDOW; i++)
        err = mul_mod(r, &table[i - 1], &table[1], &table[i]);
    int bits = mp_count_bits(exponent);
    for (int at = (bits + WINDOW - 1) / WINDOW * WINDOW - 1; err == MP_OKAY && at >= 0; at -= WINDOW) {
        unsigned digit = 0;
        for (int i = at; i > at - WINDOW; i--) {
            unsigned bit = i < bits ? (exponent->dp[i / DIGIT_BITS] >> i % DIGIT_BITS) & 1 : 0;
            digit = digit << 1 | bit;
            if (err == MP_OKAY)
                err = mul_mod(r, power, power, power);
        }
        if (err == MP_OKAY && digit)
            err = mul_mod(r, power, &table[digit], power);
    }
    return err;
}

mp_err huge_powmod(Heap *heap, const mp_int *base, const mp_int *exponent, const mp_int *modulus, mp_int *c)
{
    int64_t step = (int64_t)modulus->used * modulus->used;
    if (step <= PIECE && step * mp_count_bits(exponent) <= 4 * PIECE)
        return mp_exptmod(base, exponent, modulus, c);
    Reducer r = { .heap = heap, .modulus = modulus };
    r.montgomery = mp_isodd(modulus) == MP_YES && modulus->used < MONTGOMERY_DIGITS;
    mp_int table[1 << WINDOW];
    mp_err err = mp_init_multi(&r.product, &r.quotient, NULL);
    int made = 0;
    while (err == MP_OKAY && made < 1 << WINDOW && (err = mp_init(&table[made])) == MP_OKAY)
        made++;
    if (err == MP_OKAY)
        err = mp_copy(base, &table[1]);
    mp_set(c, 1);
    if (err == MP_OKAY && r.montgomery) {
        err = mp_montgomery_setup(modulus, &r.rho);
        if (err == MP_OKAY)
            err = mp_montgomery_calc_normalization(c, modulus);
        if (err == MP_OKAY)
            err = mp_mulmod(&table[1], c, modulus, &table[1]);
    }
    if (err == MP_OKAY)
        err = power_by_windows(&r, table, exponent, c);
    if (err == MP_OKAY && r.montgomery)
        err = mp_montgomery_reduce(c, modulus, r.rho);
    while (made > 0)
        mp_clear(&table[--made]);
    mp_clear_multi(&r.product, &r.quotient, NULL);
    return err;
}

/* --- square root ------------------------------------------------------------------------------ */

/* root = isqrt(n), rest = n - root^2 (Zimmermann 1999: the root of the upper half, and a division for the
 * lower). */
static mp_err root_and_rest(Heap *heap, const mp_int *n, mp_int *root, mp_int *rest)
{
    if (heap_interrupted(heap))
        return MP_MEM;
    mp_err err;
    if (n->used <= 6) {
        err = mp_sqrt(n, root);
        if (err == MP_OKAY)
            err = mp_sqr(root, rest);
        return err == MP_OKAY ? mp_sub(n, rest, rest) : err;
    }
    int quarter = (mp_count_bits(n) - 2) / 4; /* bits; the upper half has the longer share */
    mp_int upper, low, q, t;
    if ((err = mp_init_multi(&upper, &low, &q, &t, NULL)) != MP_OKAY)
        return err;
    err = mp_div_2d(n, 2 * quarter, &upper, &low);
    if (err == MP_OKAY)
        err = root_and_rest(heap, &upper, root, rest);
    if (err == MP_OKAY)
        err = mp_div_2d(&low, quarter, &upper, &low); /* upper: the third quarter, low: the last */
    if (err == MP_OKAY)
        err = mp_mul_2d(rest, quarter, rest);
    if (err == MP_OKAY)
        err = mp_add(rest, &upper, rest);
    if (err == MP_OKAY)
        err = mp_mul_2(root, &t);
    if (err == MP_OKAY)
        err = huge_div(heap, rest, &t, &q, rest);
    if (err == MP_OKAY)
        err = mp_mul_2d(root, quarter, root);
    if (err == MP_OKAY)
        err = mp_add(root, &q, root);
    if (err == MP_OKAY)
        err = mp_mul_2d(rest, quarter, rest);
    if (err == MP_OKAY)
        err = mp_add(rest, &low, rest);
    if (err == MP_OKAY)
        err = huge_mul(heap, &q, &q, &t);
    if (err == MP_OKAY)
        err = mp_sub(rest, &t, rest);
    while (err == MP_OKAY && rest->sign == MP_NEG) { /* rest += 2 * root - 1; root -= 1 */
        err = mp_sub_d(root, 1, &t);
        if (err == MP_OKAY)
            err = mp_add(rest, root, rest);
        if (err == MP_OKAY)
            err = mp_add(rest, &t, rest);
        mp_exch(root, &t);
    }
    mp_clear_multi(&upper, &low, &q, &t, NULL);
    return err;
}

mp_err huge_sqrt(Heap *heap, const mp_int *n, mp_int *root)
{
    mp_int rest;
    mp_err err = mp_init(&rest);
    if (err != MP_OKAY)
        return err;
    err = root_and_rest(heap, n, root, &rest);
    mp_clear(&rest);
    return err;
}

/* --- greatest common divisor -------------------------------------------------------------------- */

/* x, y = p*x + q*y, s*x + t*y, which are not negative (Lehmer); 0 <= y <= x. */
static void combine(mp_int *x, mp_int *y, int64_t p, int64_t q, int64_t s, int64_t t)
{
    Wide first = 0, second = 0;
    for (int i = 0; i < x->used; i++) {
        Wide a = (Wide)x->dp[i], b = i < y->used ? (Wide)y->dp[i] : 0;
        first += p * a + q * b;
        second += s * a + t * b;
        x->dp[i] = (mp_digit)first & MP_MASK;
        y->dp[i] = (mp_digit)second & MP_MASK;
        first >>= DIGIT_BITS;
        second >>= DIGIT_BITS;
    }
    y->used = x->used;
    mp_clamp(x);
    mp_clamp(y);
}

/* The bits of a from `shift` on: 62 at most. */
static int64_t bits_from(const mp_int *a, int shift)
{
    UWide window = 0;
    int first = shift / DIGIT_BITS, last = a->used - 1;
    for (int i = last; i >= first; i--)
        window = window << DIGIT_BITS | a->dp[i];
    return (int64_t)(window >> shift % DIGIT_BITS);
}

/* The steps of Euclid's algorithm that the leading bits of x and y decide, as a matrix; false: none. */
static bool leading_steps(const mp_int *x, const mp_int *y, int64_t m[4])
{
    int shift = mp_count_bits(x) - 62;
    int64_t a = bits_from(x, shift), b = y->used * DIGIT_BITS > shift ? bits_from(y, shift) : 0;
    int64_t p = 1, q = 0, s = 0, t = 1;
    while (b + s != 0 && b + t != 0) {
        int64_t quotient = (a + p) / (b + s);
        if (quotient != (a + q) / (b + t))
            break;
        int64_t next = p - quotient * s;
        p = s;
        s = next;
        next = q - quotient * t;
        q = t;
        t = next;
        next = a - quotient * b;
        a = b;
        b = next;
    }
    m[0] = p;
    m[1] = q;
    m[2] = s;
    m[3] = t;
    return q != 0;
}

static mp_err times(const mp_int *a, int64_t factor, mp_int *c)
{
    mp_err err = mp_mul_d(a, (mp_digit)(factor < 0 ? -factor : factor), c);
    if (factor < 0 && c->used)
        c->sign = c->sign == MP_NEG ? MP_ZPOS : MP_NEG;
    return err;
}

/* u, v = p*u + q*v, s*u + t*v */
static mp_err combine_cofactors(mp_int *u, mp_int *v, const int64_t m[4])
{
    mp_int a, b, c, d;
    mp_err err = mp_init_multi(&a, &b, &c, &d, NULL);
    if (err != MP_OKAY)
        return err;
    if ((err = times(u, m[0], &a)) == MP_OKAY && (err = times(v, m[1], &b)) == MP_OKAY &&
        (err = times(u, m[2], &c)) == MP_OKAY && (err = times(v, m[3], &d)) == MP_OKAY &&
        (err = mp_add(&a, &b, u)) == MP_OKAY)
        err = mp_add(&c, &d, v);
    mp_clear_multi(&a, &b, &c, &d, NULL);
    return err;
}

/* gcd(a, b) into x; with u: u * b is the same modulo a. */
static mp_err euclid(Heap *heap, const mp_int *a, const mp_int *b, mp_int *x, mp_int *u)
{
    mp_int y, v, q, r;
    mp_err err = mp_init_multi(&y, &v, &q, &r, NULL);
    if (err != MP_OKAY)
        return err;
    if ((err = mp_abs(a, x)) == MP_OKAY)
        err = mp_abs(b, &y);
    if (u)
        mp_zero(u); /* x = u * b, y = v * b modulo a */
    mp_set(&v, 1);
    if (err == MP_OKAY && mp_cmp_mag(x, &y) == MP_LT) {
        mp_exch(x, &y);
        if (u)
            mp_exch(u, &v);
    }
    while (err == MP_OKAY && y.used) {
        int64_t m[4];
        if (heap_interrupted(heap)) {
            err = MP_MEM;
        } else if (x->used >= 3 && leading_steps(x, &y, m)) {
            int before = y.used;
            if ((err = mp_grow(&y, x->used)) != MP_OKAY)
                break;
            memset(y.dp + before, 0, (size_t)(x->used - before) * sizeof *y.dp);
            combine(x, &y, m[0], m[1], m[2], m[3]);
            if (u)
                err = combine_cofactors(u, &v, m);
        } else {
            err = huge_div(heap, x, &y, &q, &r);
            mp_exch(x, &y);
            mp_exch(&y, &r);
            if (u && err == MP_OKAY && (err = huge_mul(heap, &q, &v, &r)) == MP_OKAY &&
                (err = mp_sub(u, &r, u)) == MP_OKAY)
                mp_exch(u, &v);
        }
    }
    mp_clear_multi(&y, &v, &q, &r, NULL);
    return err;
}

mp_err huge_gcd(Heap *heap, const mp_int *a, const mp_int *b, mp_int *c)
{
    if ((a->used < GCD_DIGITS && b->used < GCD_DIGITS) || DIGIT_BITS < 60)
        return mp_gcd(a, b, c);
    return euclid(heap, a, b, c, NULL);
}

mp_err huge_invmod(Heap *heap, const mp_int *a, const mp_int *modulus, mp_int *c)
{
    if (modulus->used < GCD_DIGITS || DIGIT_BITS < 60)
        return mp_invmod(a, modulus, c);
    mp_int divisor;
    mp_err err = mp_init(&divisor);
    if (err != MP_OKAY)
        return err;
    err = euclid(heap, modulus, a, &divisor, c);
    if (err == MP_OKAY && (divisor.used != 1 || divisor.dp[0] != 1))
        err = MP_VAL;
    mp_clear(&divisor);
    if (err == MP_OKAY && c->sign == MP_NEG)
        err = mp_add(c, modulus, c);
    return err;
}
