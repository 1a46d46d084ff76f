/* int.h - ints of any size and the text of floats. Small ints live in the Value; everything larger
 * is a BigInt around libtommath's mp_int, known to int.c and int_text.c alone. Results are always in
 * the smallest form. No script code. Arguments named `a`, `b` are small ints, bools or BigInts. */
#ifndef OBJECT_INT_H
#define OBJECT_INT_H

#include "object/heap.h"

typedef enum { INT_OK, INT_NO_MEMORY, INT_TOO_LARGE, INT_ZERO_DIVISION, INT_NEGATIVE } IntStatus;

bool int_is(Value v);                       /* bool, small or big int, Boxed int as well */
Value int_unbox(Value v);                   /* of a Boxed or bool: the plain int; else v itself */
Value int_from_i64(Heap *heap, int64_t n);
Value int_from_u64(Heap *heap, uint64_t n);
bool int_to_i64(Value v, int64_t *out);     /* false: does not fit */
/* Arithmetic in 64 bits, where random number generators and hashes live. false: the result does not fit, or it is no
 * operation on words. */
typedef enum {
    INT_WORD_NONE, INT_WORD_ADD, INT_WORD_SUB, INT_WORD_MUL, INT_WORD_AND, INT_WORD_OR, INT_WORD_XOR,
} IntWordOp;
static inline bool int_word_op(IntWordOp op, int64_t x, int64_t y, int64_t *out)
{
    switch (op) {
    case INT_WORD_ADD: return !__builtin_add_overflow(x, y, out);
    case INT_WORD_SUB: return !__builtin_sub_overflow(x, y, out);
    case INT_WORD_MUL: return !__builtin_mul_overflow(x, y, out);
    case INT_WORD_AND: *out = x & y; return true;
    case INT_WORD_OR: *out = x | y; return true;
    case INT_WORD_XOR: *out = x ^ y; return true;
    default: return false;
    }
}
/* The same for any Values; false too when one is no plain int of 64 bits. */
bool int_words(Heap *heap, IntWordOp op, Value a, Value b, Value *out);
int int_sign(Value v);
size_t int_bit_length(Value v);
size_t int_bit_count(Value v);              /* ones in the magnitude */

/* out is written only with INT_OK. Sizes are estimated first: results beyond 2^31 bits, or beyond
 * the memory limit, are INT_TOO_LARGE / INT_NO_MEMORY and nothing is computed. Interrupted by Ctrl-C they are
 * INT_NO_MEMORY as well (heap_interrupted). */
IntStatus int_add(Heap *heap, Value a, Value b, Value *out);
IntStatus int_sub(Heap *heap, Value a, Value b, Value *out);
IntStatus int_mul(Heap *heap, Value a, Value b, Value *out);
IntStatus int_divmod(Heap *heap, Value a, Value b, Value *quotient, Value *remainder); /* floors;
                                               either out pointer may be NULL */
IntStatus int_pow(Heap *heap, Value a, Value b, Value *out);          /* b >= 0 */
IntStatus int_powmod(Heap *heap, Value a, Value b, Value m, Value *out); /* negative b: inverse;
                                               INT_NEGATIVE: not invertible */
IntStatus int_lshift(Heap *heap, Value a, Value b, Value *out);       /* INT_NEGATIVE: b < 0 */
IntStatus int_rshift(Heap *heap, Value a, Value b, Value *out);
IntStatus int_and(Heap *heap, Value a, Value b, Value *out);
IntStatus int_or(Heap *heap, Value a, Value b, Value *out);
IntStatus int_xor(Heap *heap, Value a, Value b, Value *out);
IntStatus int_neg(Heap *heap, Value a, Value *out);
IntStatus int_invert(Heap *heap, Value a, Value *out);
IntStatus int_isqrt(Heap *heap, Value a, Value *out);
IntStatus int_gcd(Heap *heap, Value a, Value b, Value *out);
int int_compare(Value a, Value b);
int int_compare_double(Value a, double d);  /* exact; d is not NaN */
uint64_t int_hash(Value a);                 /* Python's: modulo 2^61-1 */

bool int_to_double(Value a, double *out);   /* correctly rounded; false: too large */
IntStatus int_true_divide(Value a, Value b, double *out); /* correctly rounded; INT_TOO_LARGE */
IntStatus int_from_double(Heap *heap, double d, Value *out); /* truncates; d is finite */

/* Text. Digits of any radix 2..36 with no prefix; the 4,300 digit limit is the caller's (it knows
 * the message): int_decimal_digits estimates. */
size_t int_decimal_digits(Value a);
char *int_to_text(Heap *heap, Value a, int radix, size_t *length); /* free with heap_array_free(.., *length + 1) */
/* Exactly the digits of `radix` in [text, text+length), optional sign, underscores already removed. */
IntStatus int_from_digits(Heap *heap, const char *text, size_t length, int radix, Value *out);
/* Two's complement bytes (to_bytes, from_bytes). INT_TOO_LARGE: does not fit; INT_NEGATIVE: unsigned. */
IntStatus int_to_bytes(Value a, uint8_t *out, size_t length, bool little, bool is_signed);
IntStatus int_from_bytes(Heap *heap, const uint8_t *bytes, size_t length, bool little, bool is_signed,
                         Value *out);

/* Floats: repr's text (shortest that reads back) into buffer (32 bytes are enough). */
size_t float_repr(double d, char *buffer);
/* strtod in the C locale for Python's grammar of float(): whole text must match; false: it does not. */
bool float_parse(const char *text, size_t length, double *out);
uint64_t float_hash(double d);

#endif
