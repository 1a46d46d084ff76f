/* types.h - what the files of this folder offer each other and the protocols of vm/. Everybody in
 * runtime and the slow paths of vm may enter. [script] marks functions that may run script code. */
#ifndef RUNTIME_TYPES_TYPES_H
#define RUNTIME_TYPES_TYPES_H

#include "vm/vm.h"

/* --- format.c ------------------------------------------------------------------------------------ */

/* format(v, spec) of an exact or derived str, int, bool or float. NULL: raised. */
Str *format_with_spec(VM *vm, Value v, Str *spec);
/* template % args. [script] */
Value format_percent(VM *vm, Str *template, Value args);
/* The same for bytes, whose characters are read as Latin-1. NULL: raised. [script] */
Str *format_percent_bytes(VM *vm, Str *template, Value args);
/* template.format(*args, **kw); with mapping set (not UNSET): template.format_map(mapping). [script] */
Value format_fields(VM *vm, Str *template, Tuple *args, Value kw_or_mapping, bool is_map);

/* --- int_type.c, float_type.c ----------------------------------------------------------------------- */

/* Decimal digits of an int; ValueError beyond vm->int_max_str_digits. NULL: raised. */
Str *int_to_str(VM *vm, Value v);
/* d >= 0 with `places` digits after the point, correctly rounded, in ASCII: the length, or 0 when the
 * C library must do it (large, tiny, many places). The buffer holds 48 bytes. */
size_t float_fixed(double d, int places, char *buffer);
/* repr of a float, an exact one. NULL: no memory (raised). */
Str *float_to_str(VM *vm, double d);
/* round(d, digits) as CPython: through the correctly rounded decimal text. RAISED: too large. */
Value float_round_digits(VM *vm, double d, int64_t digits);
/* A finite double towards zero, or CPython's errors for NaN and the infinities. */
Value float_to_int(VM *vm, double d);

/* --- str_type.c ------------------------------------------------------------------------------------- */

/* The repr of a str, quotes included, appended to b. */
bool text_repr_str(StrBuilder *b, const Str *s);
/* What ascii() does to a repr: everything beyond ASCII becomes an escape. NULL: raised. */
Str *text_ascii(VM *vm, Str *repr);
Str *text_join(VM *vm, Str *separator, Value iterable); /* NULL: raised [script] */
/* TypeError: `what` must be str, not ... */
Value text_bad_argument(VM *vm, const char *what, Value v);
/* A str, or NULL with MemoryError raised. Ends every function that makes text. */
Str *text_checked(VM *vm, Str *s);

/* --- bytes_type.c ------------------------------------------------------------------------------------ */

/* bytes(v) for bytes-like objects, __bytes__ and iterables of ints; RAISED. [script] */
Value bytes_from_value(VM *vm, Value v);
/* A look at the contents of a bytes or bytearray (or subclass); false: something else. */
bool bytes_data(Value v, const uint8_t **data, size_t *length);
Str *bytes_to_repr(VM *vm, const uint8_t *data, size_t length); /* b'...'; NULL: raised */

/* --- codecs.c ----------------------------------------------------------------------------------------- */

/* encoding and errors may be NULL: utf-8, strict. NULL / RAISED: an exception is pending. */
Bytes *codecs_encode(VM *vm, Str *s, const Str *encoding, const Str *errors);
Value codecs_decode(VM *vm, const uint8_t *data, size_t length, const Str *encoding,
                    const Str *errors);

#endif
