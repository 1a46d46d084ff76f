/* value.h - one 64-bit word for every value of the language. Everybody may enter; only this file and
 * the two it chooses from know the bits:
 *   value_boxed.h    the word itself, with everything packed into its bits: how the program runs
 *   value_tagged.h   a tag and a union, twice as large: `make debug-values`, for a debugger, and to
 *                    prove that nobody else knows the bits (and that value_int is asked of ints only)
 * Both answer the same questions. */
#ifndef OBJECT_VALUE_H
#define OBJECT_VALUE_H

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct Obj Obj;

#define LIKELY(x)   __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define COLD        __attribute__((cold, noinline)) /* out of the way of what runs often */
#define NOINLINE    __attribute__((noinline))       /* keeps its caller small */
#define MUST_CHECK  __attribute__((warn_unused_result))

/* The values that are neither number nor object. UNSET never reaches a script; RAISED and PUSHED are
 * answers of natives (vm/native.h). Cleared memory is an array of UNSET. */
typedef enum {
    SPECIAL_UNSET,
    SPECIAL_RAISED,         /* an exception is pending in the VM                                  */
    SPECIAL_PUSHED,         /* vm->frame was changed; the result comes later                      */
    SPECIAL_NONE,
    SPECIAL_FALSE,
    SPECIAL_TRUE,
    SPECIAL_ELLIPSIS,
    SPECIAL_NOTIMPLEMENTED,
} Special;

#define VALUE_UNSET          VALUE_SPECIAL(SPECIAL_UNSET)
#define VALUE_RAISED         VALUE_SPECIAL(SPECIAL_RAISED)
#define VALUE_PUSHED         VALUE_SPECIAL(SPECIAL_PUSHED)
#define VALUE_NONE           VALUE_SPECIAL(SPECIAL_NONE)
#define VALUE_FALSE          VALUE_SPECIAL(SPECIAL_FALSE)
#define VALUE_TRUE           VALUE_SPECIAL(SPECIAL_TRUE)
#define VALUE_ELLIPSIS       VALUE_SPECIAL(SPECIAL_ELLIPSIS)
#define VALUE_NOTIMPLEMENTED VALUE_SPECIAL(SPECIAL_NOTIMPLEMENTED)

/* Ints of 49 bits, as many as the word has room for; larger ones are BigInt objects (int.h). */
#define VALUE_INT_MAX ((int64_t)0x0000FFFFFFFFFFFFLL)
#define VALUE_INT_MIN (-VALUE_INT_MAX - 1)

/* The word, which value_word gives in both forms: one for each value, so the same exactly when
 * value_same says so.
 *
 *   0000 0000 0000 00ss   a Special (below 64)
 *   0000 pppp pppp pppp   pointer to an Obj (at least 64, below 2^48; 32-bit targets fit as well)
 *   0002 .... to FFF2     float: the IEEE bits plus 2^49; every NaN is stored as one NaN
 *   FFFE .... to FFFF     int of 49 bits, two's complement
 *
 * The scheme is the "NuN-boxing" of JavaScriptCore with a wider int; see docs/why.md for the
 * experiment. */
#define VALUE_SPECIALS     64
#define VALUE_OBJ_END      0x0001000000000000ULL
#define VALUE_FLOAT_OFFSET 0x0002000000000000ULL
#define VALUE_TAG_INT      0xFFFE000000000000ULL
#define VALUE_INT_SHIFT    15

/* No .c file belongs to a Value, so the Makefile cannot choose it as it chooses others: the one #if
 * that is needed outside of base/. */
#ifdef MA_TAGGED_VALUES
#include "object/value_tagged.h"
#else
#include "object/value_boxed.h"
#endif

static inline bool value_int_fits(int64_t n)
{
    return n >= VALUE_INT_MIN && n <= VALUE_INT_MAX;
}

#define OBJ(object) value_from_obj(object)

#endif
