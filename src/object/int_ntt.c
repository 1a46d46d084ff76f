/* int_ntt.c - products of numbers of many thousand digits, in almost linear time: each factor is cut into
 * pieces of some 20 bits, both rows are transformed modulo P = 2^64 - 2^32 + 1, multiplied piece by piece and
 * transformed back (Pollard 1971). The transform forward leaves its rows in bit-reversed order and the one
 * back begins with them, so nothing is ever put in order; rows that fit in the cache are finished there. */
#include "object/int_internal.h"

#include "base/mem.h"

#define P 0xFFFFFFFF00000001ULL
enum {
    GENERATOR = 7,
    ORDER = 32,        /* P - 1 is a multiple of 2^32                                              */
    CACHED_LOG = 15,   /* 2^15 words of 8 bytes stay in the second cache                           */
};

typedef struct {
    uint64_t root[ORDER], step[ORDER]; /* of the twiddle factors, see twiddle()                    */
} Roots;

static inline uint64_t mod_add(uint64_t a, uint64_t b)
{
    uint64_t sum;
    bool over = __builtin_add_overflow(a, b, &sum);
    return over || sum >= P ? sum - P : sum;
}

static inline uint64_t mod_sub(uint64_t a, uint64_t b)
{
    return a >= b ? a - b : a - b + P;
}

/* 2^64 = 2^32 - 1 and 2^96 = -1 modulo P: a division is two additions. */
static inline uint64_t mod_mul(uint64_t a, uint64_t b)
{
    UWide product = (UWide)a * b;
    uint64_t low = (uint64_t)product, high = (uint64_t)(product >> 64), result;
    uint64_t top = high >> 32, middle = (high & 0xFFFFFFFF) * 0xFFFFFFFF;
    if (__builtin_sub_overflow(low, top, &low))
        low += P;
    if (__builtin_add_overflow(low, middle, &result))
        return result - P;
    return result >= P ? result - P : result;
}

static uint64_t mod_pow(uint64_t a, uint64_t exponent)
{
    uint64_t result = 1;
    for (; exponent; exponent >>= 1, a = mod_mul(a, a))
        if (exponent & 1)
            result = mod_mul(result, a);
    return result;
}

/* root[i]: a root of unity of order 2^(i+2); step[i]: what leads from twiddle(s) to twiddle(s + 1) when s ends
 * in i ones. */
static void find_roots(Roots *roots, bool back)
{
    uint64_t e = mod_pow(GENERATOR, (P - 1) >> ORDER);
    if (back)
        e = mod_pow(e, P - 2);
    for (int i = ORDER - 2; i >= 0; i--, e = mod_mul(e, e))
        roots->root[i] = e;
    uint64_t undone = 1;
    for (int i = 0; i <= ORDER - 2; i++) {
        roots->step[i] = mod_mul(roots->root[i], undone);
        undone = mod_mul(undone, mod_pow(roots->root[i], P - 2));
    }
}

/* The factor of the s-th block of any level: block numbers count in bit-reversed order. */
static uint64_t twiddle(const Roots *roots, size_t s)
{
    uint64_t w = 1;
    for (int i = 0; s; i++, s >>= 1)
        if (s & 1)
            w = mod_mul(w, roots->root[i]);
    return w;
}

static inline void butterflies_forward(uint64_t *row, size_t half, size_t from, size_t to, uint64_t w)
{
    for (size_t i = from; i < to; i++) {
        uint64_t low = row[i], high = mod_mul(row[i + half], w);
        row[i] = mod_add(low, high);
        row[i + half] = mod_sub(low, high);
    }
}

static inline void butterflies_back(uint64_t *row, size_t half, size_t from, size_t to, uint64_t w)
{
    for (size_t i = from; i < to; i++) {
        uint64_t low = row[i], high = row[i + half];
        row[i] = mod_add(low, high);
        row[i + half] = mod_mul(mod_sub(low, high), w);
    }
}

/* Blocks from .. from + count - 1 of a level with blocks of 2 * half words; row is where the first begins. */
static void short_level(const Roots *roots, uint64_t *row, size_t half, size_t from, size_t count, bool back)
{
    uint64_t w = twiddle(roots, from);
    for (size_t s = from; s < from + count; s++, row += 2 * half) {
        if (back)
            butterflies_back(row, half, 0, half, w);
        else
            butterflies_forward(row, half, 0, half, w);
        w = mod_mul(w, roots->step[__builtin_ctzll(~(unsigned long long)s)]);
    }
}

/* One whole level of a row too long for the cache, in slices with a look at Ctrl-C between them. */
static bool long_level(Heap *heap, const Roots *roots, uint64_t *row, size_t half, size_t blocks, bool back)
{
    const size_t slice = (size_t)1 << CACHED_LOG;
    for (size_t s = 0; s < blocks; s++, row += 2 * half) {
        uint64_t w = twiddle(roots, s);
        for (size_t i = 0; i < half; i += slice) {
            if (heap_interrupted(heap))
                return false;
            if (back)
                butterflies_back(row, half, i, i + slice, w);
            else
                butterflies_forward(row, half, i, i + slice, w);
        }
    }
    return true;
}

static bool transform(Heap *heap, uint64_t *row, int log, bool back)
{
    Roots roots;
    find_roots(&roots, back);
    int cached = log < CACHED_LOG ? log : CACHED_LOG;
    size_t words = (size_t)1 << cached, parts = (size_t)1 << (log - cached);
    for (int level = log - 1; !back && level >= cached; level--)
        if (!long_level(heap, &roots, row, (size_t)1 << level, (size_t)1 << (log - 1 - level), false))
            return false;
    for (size_t part = 0; part < parts; part++) {
        uint64_t *piece = row + part * words;
        if (part % 64 == 0 && heap_interrupted(heap))
            return false;
        for (int i = 0; i < cached; i++) {
            int level = back ? i : cached - 1 - i;
            size_t blocks = words >> (level + 1);
            short_level(&roots, piece, (size_t)1 << level, part * blocks, blocks, back);
        }
    }
    for (int level = cached; back && level < log; level++)
        if (!long_level(heap, &roots, row, (size_t)1 << level, (size_t)1 << (log - 1 - level), true))
            return false;
    return true;
}

/* The digits of `a` in pieces of `bits`, followed by zeros. */
static bool cut(Heap *heap, const mp_int *a, unsigned bits, uint64_t *row, size_t words)
{
    UWide window = 0;
    unsigned held = 0;
    size_t at = 0;
    for (int i = 0; i < a->used; i++) {
        if (i % (1 << CACHED_LOG) == 0 && heap_interrupted(heap))
            return false;
        window |= (UWide)a->dp[i] << held;
        for (held += DIGIT_BITS; held >= bits; held -= bits, window >>= bits)
            row[at++] = (uint64_t)window & ((1ULL << bits) - 1);
    }
    if (held)
        row[at++] = (uint64_t)window;
    for (size_t slice = (size_t)1 << 20; at < words; at += slice) {
        if (heap_interrupted(heap))
            return false;
        memset(row + at, 0, (words - at < slice ? words - at : slice) * sizeof *row);
    }
    return true;
}

/* The other way: pieces may be larger than `bits`, what is too much is carried. */
static bool join(Heap *heap, mp_int *c, const uint64_t *row, size_t words, unsigned bits, uint64_t scale, int digits)
{
    UWide window = 0, carry = 0;
    unsigned held = 0;
    c->used = 0;
    for (size_t i = 0; i < words && c->used < digits; i++) {
        if (i % (1 << CACHED_LOG) == 0 && heap_interrupted(heap))
            return false;
        carry += mod_mul(row[i], scale);
        window |= (carry & ((1U << bits) - 1)) << held;
        carry >>= bits;
        held += bits;
        if (held >= DIGIT_BITS) {
            c->dp[c->used++] = (mp_digit)(window & MP_MASK);
            window >>= DIGIT_BITS;
            held -= DIGIT_BITS;
        }
    }
    if (c->used < digits)
        c->dp[c->used++] = (mp_digit)window;
    mp_clamp(c);
    return true;
}

static size_t pieces(const mp_int *a, unsigned bits)
{
    return ((size_t)a->used * DIGIT_BITS + bits - 1) / bits;
}

mp_err ntt_mul(Heap *heap, const mp_int *a, const mp_int *b, mp_int *c)
{
    const mp_int *shorter = a->used < b->used ? a : b;
    unsigned bits = 24; /* the largest for which a sum of products stays below P */
    while (2 * bits + (unsigned)(64 - __builtin_clzll(pieces(shorter, bits))) > 63)
        bits--;
    size_t needed = pieces(a, bits) + pieces(b, bits);
    int log = 64 - __builtin_clzll(needed - 1);
    size_t words = (size_t)1 << log;
    bool square = a == b;
    int digits = a->used + b->used;
    mp_err err = mp_grow(c, digits);
    uint64_t *x = mem_alloc(words * sizeof *x), *y = square ? x : mem_alloc(words * sizeof *y);
    if (err == MP_OKAY && (!x || !y))
        err = MP_MEM;
    if (err == MP_OKAY) {
        bool done = cut(heap, a, bits, x, words) && (square || cut(heap, b, bits, y, words)) &&
                    transform(heap, x, log, false) && (square || transform(heap, y, log, false));
        for (size_t i = 0; done && i < words; i++)
            x[i] = mod_mul(x[i], y[i]);
        c->sign = MP_ZPOS;
        if (!done || !transform(heap, x, log, true) ||
            !join(heap, c, x, words, bits, mod_pow(words, P - 2), digits))
            err = MP_MEM;
    }
    if (!square)
        mem_free(y, words * sizeof *y);
    mem_free(x, words * sizeof *x);
    return err;
}
