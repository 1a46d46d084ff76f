/* int_text.c - ints as digits of any radix, and as bytes; both ways. */
#include "object/int_internal.h"

#include <math.h>

/* --- digits ----------------------------------------------------------------------------------- */

enum {
    LONG_PIECE = 1 << 20,   /* digits between two looks at Ctrl-C                                      */
    LEAF_DIGITS = 128,      /* numbers up to this are converted by dividing or multiplying by one word */
    MAX_LEVELS = 32,
};

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
    const mp_int *number = int_operand(&o, int_unbox(a));
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
    mp_err err = mp_expt_u32(int_operand(&op, value_small(10)), (uint32_t)least, &power);
    bool smaller = err == MP_OKAY && mp_cmp_mag(number, &power) == MP_LT;
    mp_clear(&power);
    return smaller ? least : most;
}

static const char digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* Writes the digits of |a| so that they end before `end`; answers where they begin. */
static char *write_power_of_two(Heap *heap, const mp_int *a, unsigned bits, char *end)
{
    uint64_t window = 0; /* bits not yet written */
    unsigned held = 0;
    for (int i = 0; i < a->used; i++) {
        if (i % LONG_PIECE == 0 && heap_interrupted(heap))
            return NULL;
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

/* power[k] = radix ** (length << k): where long texts are cut in two. */
typedef struct {
    mp_int power[MAX_LEVELS];
    int levels;
    int radix;
    size_t length;
} Cuts;

static void cuts_clear(Cuts *cuts)
{
    while (cuts->levels > 0)
        mp_clear(&cuts->power[--cuts->levels]);
}

/* One more power; on failure as many as before. */
static mp_err cuts_add(Heap *heap, Cuts *cuts)
{
    int k = cuts->levels;
    mp_err err = mp_init(&cuts->power[k]);
    if (err != MP_OKAY)
        return err;
    if (k > 0) {
        err = huge_mul(heap, &cuts->power[k - 1], &cuts->power[k - 1], &cuts->power[k]);
    } else {
        int digits;
        mp_set(&cuts->power[0], chunk_of_radix(cuts->radix, &digits));
        err = mp_expt_u32(&cuts->power[0], LEAF_DIGITS / 2, &cuts->power[0]);
        cuts->length = (size_t)digits * (LEAF_DIGITS / 2);
    }
    if (err == MP_OKAY)
        cuts->levels++;
    else
        mp_clear(&cuts->power[k]);
    return err;
}

/* Fills [begin, end) with the digits of `number`, zeros first. number < power[level] squared. */
static mp_err write_huge(Heap *heap, const Cuts *cuts, int level, const mp_int *number, char *begin, char *end)
{
    if (heap_interrupted(heap))
        return MP_MEM;
    mp_int high, low;
    mp_err err;
    if (level < 0 || number->used <= LEAF_DIGITS) {
        if ((err = mp_init_copy(&low, number)) != MP_OKAY)
            return err;
        char *text = write_radix(&low, cuts->radix, end);
        memset(begin, '0', text > begin ? (size_t)(text - begin) : 0);
        mp_clear(&low);
        return MP_OKAY;
    }
    if (mp_cmp_mag(number, &cuts->power[level]) == MP_LT)
        return write_huge(heap, cuts, level - 1, number, begin, end);
    if ((err = mp_init_multi(&high, &low, NULL)) != MP_OKAY)
        return err;
    char *middle = end - (cuts->length << level);
    err = huge_div(heap, number, &cuts->power[level], &high, &low);
    if (err == MP_OKAY)
        err = write_huge(heap, cuts, level - 1, &low, middle, end);
    if (err == MP_OKAY)
        err = write_huge(heap, cuts, level - 1, &high, begin, middle);
    mp_clear_multi(&high, &low, NULL);
    return err;
}

/* The digits of |a| in [begin, end), zeros first. */
static mp_err write_any(Heap *heap, const mp_int *a, int radix, char *begin, char *end)
{
    mp_int number = *a;
    number.sign = MP_ZPOS;
    Cuts cuts = { .radix = radix };
    mp_err err = MP_OKAY;
    int bits = mp_count_bits(a);
    if (a->used > LEAF_DIGITS)
        do
            err = cuts_add(heap, &cuts);
        while (err == MP_OKAY && 2 * (mp_count_bits(&cuts.power[cuts.levels - 1]) - 1) < bits);
    if (err == MP_OKAY)
        err = write_huge(heap, &cuts, cuts.levels - 1, &number, begin, end);
    cuts_clear(&cuts);
    return err;
}

char *int_to_text(Heap *heap, Value a, int radix, size_t *length)
{
    Operand o;
    const mp_int *number = int_operand(&o, int_unbox(a));
    unsigned bits = log2_of_radix(radix);
    size_t per_digit = bits ? bits : (unsigned)(log2((double)radix) * 64);
    size_t total = (size_t)mp_count_bits(number);
    size_t room = (bits ? total / bits : total * 64 / per_digit) + 80;
    char *buffer = heap_array(heap, NULL, 0, room);
    if (!buffer)
        return NULL;
    char *end = buffer + room, *text = buffer + 1; /* a place for the sign */
    if (bits)
        text = write_power_of_two(heap, number, bits, end);
    else if (write_any(heap, number, radix, text, end) != MP_OKAY)
        text = NULL;
    if (!text) {
        heap_array_free(heap, buffer, room);
        return NULL;
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

static mp_err read_power_of_two(Heap *heap, mp_int *number, const char *text, size_t length, unsigned bits)
{
    UWide window = 0;
    unsigned held = 0;
    for (size_t i = length; i-- > 0;) {
        if (i % LONG_PIECE == 0 && heap_interrupted(heap))
            return MP_MEM;
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
    return MP_OKAY;
}

/* number has room for all of them. */
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

/* number = the value of the digits in text. */
static mp_err read_huge(Heap *heap, const Cuts *cuts, int level, mp_int *number, const char *text, size_t length)
{
    if (heap_interrupted(heap))
        return MP_MEM;
    while (level >= 0 && cuts->length << level >= length)
        level--;
    if (level < 0) {
        mp_err err = mp_grow(number, (int)((double)length * log2(cuts->radix) / DIGIT_BITS) + 3);
        mp_zero(number);
        if (err == MP_OKAY)
            read_radix(number, text, length, cuts->radix);
        mp_clamp(number);
        return err;
    }
    size_t low_length = cuts->length << level;
    mp_int high;
    mp_err err = mp_init(&high);
    if (err != MP_OKAY)
        return err;
    err = read_huge(heap, cuts, level - 1, number, text, length - low_length);
    if (err == MP_OKAY)
        err = huge_mul(heap, number, &cuts->power[level], &high);
    if (err == MP_OKAY)
        err = read_huge(heap, cuts, level - 1, number, text + (length - low_length), low_length);
    if (err == MP_OKAY)
        err = mp_add(number, &high, number);
    mp_clear(&high);
    return err;
}

static mp_err read_any(Heap *heap, mp_int *number, const char *text, size_t length, int radix)
{
    Cuts cuts = { .radix = radix };
    mp_err err = MP_OKAY;
    if (length > 2 * LEAF_DIGITS * DIGIT_BITS / 3)
        do
            err = cuts_add(heap, &cuts);
        while (err == MP_OKAY && cuts.length << cuts.levels < length);
    if (err == MP_OKAY)
        err = read_huge(heap, &cuts, cuts.levels - 1, number, text, length);
    cuts_clear(&cuts);
    return err;
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
    mp_err err = bits ? read_power_of_two(heap, &number, text, length, bits)
                      : read_any(heap, &number, text, length, radix);
    mp_clamp(&number);
    number.sign = negative && number.used ? MP_NEG : MP_ZPOS;
    return int_finish(heap, &number, err, out);
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
    const mp_int *number = int_operand(&o, int_unbox(a));
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
        if (i % (16 * LONG_PIECE) == 0 && heap_interrupted(heap)) {
            mp_clear(&number);
            return INT_NO_MEMORY;
        }
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
    return int_finish(heap, &number, MP_OKAY, out);
}
