/* value.h - one 64-bit word for every value of the language. Everybody may enter; only this file
 * knows the bits.
 *
 *   0000 0000 0000 00ss   special: unset, raised, None, False, True, ... (below 64)
 *   0000 pppp pppp pppp   pointer to an Obj (at least 64, below 2^48; 32-bit targets fit as well)
 *   0002 .... to FFF2     float: the IEEE bits plus 2^49; every NaN is stored as one NaN
 *   FFFE .... to FFFF     int of 49 bits, two's complement; larger ints are BigInt objects
 *
 * All zero bits are VALUE_UNSET, so cleared memory is a valid array of unset values. The scheme is
 * the "NuN-boxing" of JavaScriptCore with a wider int; see docs/why.md for the experiment. */
#ifndef OBJECT_VALUE_H
#define OBJECT_VALUE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    uint64_t bits;
} Value;

typedef struct Obj Obj;

#define LIKELY(x)   __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)
#define COLD        __attribute__((cold, noinline)) /* out of the way of what runs often */
#define MUST_CHECK  __attribute__((warn_unused_result))

#define VALUE_TAG_INT      0xFFFE000000000000ULL
#define VALUE_FLOAT_OFFSET 0x0002000000000000ULL
#define VALUE_INT_SHIFT    15

/* Specials. UNSET never reaches a script; RAISED and PUSHED are answers of natives (vm/native.h). */
#define VALUE_UNSET          ((Value){ 0 })
#define VALUE_RAISED         ((Value){ 1 }) /* an exception is pending in the VM                 */
#define VALUE_PUSHED         ((Value){ 2 }) /* vm->frame was changed; the result comes later      */
#define VALUE_NONE           ((Value){ 3 })
#define VALUE_FALSE          ((Value){ 4 })
#define VALUE_TRUE           ((Value){ 5 })
#define VALUE_ELLIPSIS       ((Value){ 6 })
#define VALUE_NOTIMPLEMENTED ((Value){ 7 })

#define VALUE_INT_MAX ((int64_t)0x0000FFFFFFFFFFFFLL)
#define VALUE_INT_MIN (-VALUE_INT_MAX - 1)

static inline bool value_same(Value a, Value b)
{
    return a.bits == b.bits;
}
static inline bool value_is_unset(Value v)
{
    return v.bits == 0;
}
static inline bool value_is_raised(Value v)
{
    return v.bits == 1;
}
static inline bool value_is_none(Value v)
{
    return v.bits == 3;
}
static inline bool value_is_bool(Value v)
{
    return (v.bits | 1) == 5;
}
static inline bool value_is_true(Value v) /* exactly True */
{
    return v.bits == 5;
}
static inline Value value_bool(bool b)
{
    return (Value){ 4 + (uint64_t)b };
}

/* --- ints of 49 bits -------------------------------------------------------------------------- */

static inline bool value_is_int(Value v) /* a small int; False for bool and BigInt */
{
    return v.bits >= VALUE_TAG_INT;
}
static inline bool value_both_ints(Value a, Value b)
{
    return (a.bits & b.bits) >= VALUE_TAG_INT;
}
static inline int64_t value_int(Value v)
{
    return (int64_t)(v.bits << VALUE_INT_SHIFT) >> VALUE_INT_SHIFT;
}
static inline bool value_int_fits(int64_t n)
{
    return n >= VALUE_INT_MIN && n <= VALUE_INT_MAX;
}
static inline Value value_small(int64_t n) /* n must fit; int_from_i64 (int.h) takes any */
{
    return (Value){ VALUE_TAG_INT | ((uint64_t)n & ~VALUE_TAG_INT) };
}
/* Sum and difference of two small ints; false when the result does not fit. */
static inline bool value_add_ints(Value *out, Value a, Value b)
{
    int64_t sum;
    if (__builtin_add_overflow((int64_t)(a.bits << VALUE_INT_SHIFT),
                               (int64_t)(b.bits << VALUE_INT_SHIFT), &sum))
        return false;
    out->bits = VALUE_TAG_INT | ((uint64_t)sum >> VALUE_INT_SHIFT);
    return true;
}
static inline bool value_sub_ints(Value *out, Value a, Value b)
{
    int64_t difference;
    if (__builtin_sub_overflow((int64_t)(a.bits << VALUE_INT_SHIFT),
                               (int64_t)(b.bits << VALUE_INT_SHIFT), &difference))
        return false;
    out->bits = VALUE_TAG_INT | ((uint64_t)difference >> VALUE_INT_SHIFT);
    return true;
}

/* --- floats ----------------------------------------------------------------------------------- */

static inline bool value_is_float(Value v)
{
    return v.bits - VALUE_FLOAT_OFFSET < VALUE_TAG_INT - VALUE_FLOAT_OFFSET;
}
static inline double value_float(Value v)
{
    double d;
    uint64_t bits = v.bits - VALUE_FLOAT_OFFSET;
    memcpy(&d, &bits, sizeof d);
    return d;
}
static inline Value value_from_double(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    if (UNLIKELY(d != d))
        bits = 0x7FF8000000000000ULL;
    return (Value){ bits + VALUE_FLOAT_OFFSET };
}

/* --- objects ---------------------------------------------------------------------------------- */

static inline bool value_is_obj(Value v)
{
    return v.bits - 64 < 0x0001000000000000ULL - 64;
}
static inline Obj *value_obj(Value v)
{
    return (Obj *)(uintptr_t)v.bits;
}
static inline Value value_from_obj(const void *object)
{
    return (Value){ (uint64_t)(uintptr_t)object };
}
#define OBJ(object) value_from_obj(object)

#endif
