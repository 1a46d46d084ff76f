/* int_text.c - ints as digits of any radix, and as bytes; both ways. */
#include "object/int_internal.h"

#include <math.h>

/* --- digits ----------------------------------------------------------------------------------- */

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
    const mp_int *number = int_operand(&o, int_unbox(a));
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
    return int_finish(heap, &number, MP_OKAY, out);
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
