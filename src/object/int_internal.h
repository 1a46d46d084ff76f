/* int_internal.h - what int.c (arithmetic), int_text.c (digits and bytes), int_huge.c (long numbers) and
 * int_ntt.c (their products) share. Nobody else knows libtommath. */
#ifndef OBJECT_INT_INTERNAL_H
#define OBJECT_INT_INTERNAL_H

#include "object/int.h"
#include <tommath.h>

#define MAX_BITS ((int64_t)INT32_MAX - 64)
enum { DIGIT_BITS = MP_DIGIT_BIT };

typedef __int128 Wide;
typedef unsigned __int128 UWide;

/* A Value seen as an mp_int, whose digits are those of the cell, or lie in `room`. Never written to. */
typedef struct {
    mp_int view;
    mp_digit room[(64 + DIGIT_BITS - 1) / DIGIT_BITS];
} Operand;

static inline int big_count(const BigInt *big)
{
    return (int)(big->obj.aux >> 1);
}

static inline bool big_is_negative(const BigInt *big)
{
    return big->obj.aux & 1;
}

static inline mp_digit *big_digits(const BigInt *big)
{
    return (mp_digit *)(uintptr_t)big->digits;
}

/* v, a plain int or a bool, as an mp_int. */
const mp_int *int_operand(Operand *o, Value v);
/* The value of `a`, which is freed. */
IntStatus int_finish(Heap *heap, mp_int *a, mp_err err, Value *out);

/* --- int_huge.c: like libtommath's, but quick for long numbers, and Ctrl-C ends them (MP_MEM). Results are no
 * operands, but for the remainder of huge_div. */
mp_err huge_mul(Heap *heap, const mp_int *a, const mp_int *b, mp_int *c);
mp_err huge_div(Heap *heap, const mp_int *a, const mp_int *b, mp_int *q, mp_int *r); /* truncates */
mp_err huge_pow(Heap *heap, const mp_int *a, uint32_t exponent, mp_int *c);
/* 0 <= base < modulus, exponent >= 0 */
mp_err huge_powmod(Heap *heap, const mp_int *base, const mp_int *exponent, const mp_int *modulus, mp_int *c);
mp_err huge_invmod(Heap *heap, const mp_int *a, const mp_int *modulus, mp_int *c); /* MP_VAL: has none */
mp_err huge_sqrt(Heap *heap, const mp_int *n, mp_int *root);
mp_err huge_gcd(Heap *heap, const mp_int *a, const mp_int *b, mp_int *c);

/* --- int_ntt.c: c = a * b for a, b >= 0 of many digits; a == b is a square. */
mp_err ntt_mul(Heap *heap, const mp_int *a, const mp_int *b, mp_int *c);

#endif
