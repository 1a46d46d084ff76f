/* float.c - the text of floats: the shortest that reads back, and Python's grammar of float(). */
#include "object/int.h"

#include "base/mem.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

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
