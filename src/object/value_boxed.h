/* value_boxed.h - a Value is its word (see there for the bits). Only for value.h to include. */
#ifndef OBJECT_VALUE_BOXED_H
#define OBJECT_VALUE_BOXED_H

/* A struct, so that an int never passes for a Value. */
typedef struct {
    uint64_t bits;
} Value;

#define VALUE_SPECIAL(special) ((Value){ special })

static inline uint64_t value_word(Value v)
{
    return v.bits;
}
static inline bool value_same(Value a, Value b)
{
    return a.bits == b.bits;
}
static inline bool value_is_special(Value v) /* neither number nor object */
{
    return v.bits < VALUE_SPECIALS;
}
static inline Special value_special(Value v)
{
    return (Special)v.bits;
}
static inline bool value_is_unset(Value v)
{
    return v.bits == SPECIAL_UNSET;
}
static inline bool value_is_raised(Value v)
{
    return v.bits == SPECIAL_RAISED;
}
static inline bool value_is_internal(Value v) /* UNSET, RAISED or PUSHED: nothing a script can hold */
{
    return v.bits <= SPECIAL_PUSHED;
}
static inline bool value_is_none(Value v)
{
    return v.bits == SPECIAL_NONE;
}
static inline bool value_is_bool(Value v)
{
    return (v.bits | 1) == SPECIAL_TRUE;
}
static inline bool value_is_true(Value v) /* exactly True */
{
    return v.bits == SPECIAL_TRUE;
}
static inline Value value_bool(bool b)
{
    return (Value){ SPECIAL_FALSE + (uint64_t)b };
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
static inline Value value_small(int64_t n) /* n must fit; int_from_i64 (int.h) takes any */
{
    return (Value){ VALUE_TAG_INT | ((uint64_t)n & ~VALUE_TAG_INT) };
}
static inline bool value_less_ints(Value a, Value b)
{
    return (int64_t)(a.bits << VALUE_INT_SHIFT) < (int64_t)(b.bits << VALUE_INT_SHIFT);
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
    return v.bits - VALUE_SPECIALS < VALUE_OBJ_END - VALUE_SPECIALS;
}
static inline Obj *value_obj(Value v) /* UNSET: NULL */
{
    return (Obj *)(uintptr_t)v.bits;
}
static inline Value value_from_obj(const void *object) /* NULL: UNSET */
{
    return (Value){ (uint64_t)(uintptr_t)object };
}

#endif
