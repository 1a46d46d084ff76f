/* format_internal.h - what the three ways to make text by a recipe share: format.c (specs, and how a number
 * is laid out), format_percent.c (template % args) and format_fields.c (template.format). */
#ifndef RUNTIME_TYPES_FORMAT_INTERNAL_H
#define RUNTIME_TYPES_FORMAT_INTERNAL_H

#include "runtime/types/types.h"

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
} FormatSpec;

/* A number in pieces: sign, prefix, digits to be grouped, the rest (".50", "e+20", "%"). */
typedef struct {
    char sign;          /* 0: none                                                  */
    char prefix[3];
    const char *digits;
    size_t count;
    const char *rest;
    size_t rest_count;
    int group;          /* digits a group; with FormatSpec.grouping                       */
} FormatNumber;

/* Where ASCII results are put together without a builder. */
enum { FORMAT_SMALL = 256 };

/* ASCII gathers in `small`; what is wider or longer goes on in a builder. */
typedef struct {
    VM *vm;
    StrBuilder builder;
    size_t count;    /* in small                                                   */
    bool large;      /* the builder is in use                                      */
    char small[FORMAT_SMALL];
} FormatOut;

/* Pads `length` characters of `inside` to the width. NULL: raised. */
Str *format_pad(VM *vm, Str *inside, size_t length, const FormatSpec *spec);
Str *format_number(VM *vm, const FormatNumber *n, const FormatSpec *spec);
/* The sign to show: 0 for none. */
char format_sign(bool negative, char wanted);
/* v is a plain int. Digits come from a small buffer or from int_to_text (then *to_free). NULL: raised. */
const char *format_digits(VM *vm, Value v, int radix, char small[72], size_t *count, bool *negative,
                          char **to_free, size_t *free_bytes);
Str *format_float(VM *vm, Value original, double d, const FormatSpec *spec);

/* Characters [start, end) of s. false: too long (raised). */
bool format_out_slice(FormatOut *out, const Str *s, size_t start, size_t end);
void format_out_char(FormatOut *out, char c);
void format_out_drop(FormatOut *out);
Str *format_out_finish(FormatOut *out); /* NULL: raised */

#endif
