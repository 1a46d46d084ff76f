/* int_internal.h - what int.c (arithmetic) and int_text.c (digits and bytes) share. Nobody else knows
 * libtommath. */
#ifndef OBJECT_INT_INTERNAL_H
#define OBJECT_INT_INTERNAL_H

#include "object/int.h"
#include <tommath.h>

#define MAX_BITS ((int64_t)INT32_MAX - 64)
enum { DIGIT_BITS = MP_DIGIT_BIT };

typedef __int128 Wide;
typedef unsigned __int128 UWide;

/* A Value seen as an mp_int; small ones live in `room`. Never written to. */
typedef struct {
    mp_int small;
    mp_digit room[(64 + DIGIT_BITS - 1) / DIGIT_BITS];
} Operand;

/* v, a plain int or a bool, as an mp_int. */
const mp_int *int_operand(Operand *o, Value v);
/* The value of `a`, which is freed. */
IntStatus int_finish(Heap *heap, mp_int *a, mp_err err, Value *out);

#endif
