/* value_tagged.h - a Value is a tag and what it says. Slower and larger, but a debugger shows it, and
 * who asks the wrong question of a value stops here. Only for value.h to include. */
#ifndef OBJECT_VALUE_TAGGED_H
#define OBJECT_VALUE_TAGGED_H

typedef enum {
    TAG_SPECIAL, /* first: cleared memory is UNSET */
    TAG_INT,
    TAG_FLOAT,
    TAG_OBJ,
} ValueTag;

typedef struct {
    ValueTag tag;
    union {
        Special special;
        int64_t integer; /* of 49 bits, as in the other form                                      */
        double number;   /* every NaN is one NaN                                                  */
        Obj *obj;        /* never NULL: that is UNSET                                             */
    };
} Value;

#define VALUE_SPECIAL(which) ((Value){ TAG_SPECIAL, { .special = (which) } })

static inline uint64_t value_word(Value v)
{
    uint64_t bits;
    switch (v.tag) {
    case TAG_INT: return VALUE_TAG_INT | ((uint64_t)v.integer & ~VALUE_TAG_INT);
    case TAG_FLOAT: memcpy(&bits, &v.number, sizeof bits); return bits + VALUE_FLOAT_OFFSET;
    case TAG_OBJ: return (uint64_t)(uintptr_t)v.obj;
    default: return v.special;
    }
}
static inline bool value_same(Value a, Value b)
{
    return value_word(a) == value_word(b);
}
static inline bool value_is_special(Value v) /* neither number nor object */
{
    return v.tag == TAG_SPECIAL;
}
static inline Special value_special(Value v)
{
    assert(v.tag == TAG_SPECIAL);
    return v.special;
}
static inline bool value_is_unset(Value v)
{
    return v.tag == TAG_SPECIAL && v.special == SPECIAL_UNSET;
}
static inline bool value_is_raised(Value v)
{
    return v.tag == TAG_SPECIAL && v.special == SPECIAL_RAISED;
}
static inline bool value_is_internal(Value v) /* UNSET, RAISED or PUSHED: nothing a script can hold */
{
    return v.tag == TAG_SPECIAL && v.special <= SPECIAL_PUSHED;
}
static inline bool value_is_none(Value v)
{
    return v.tag == TAG_SPECIAL && v.special == SPECIAL_NONE;
}
static inline bool value_is_bool(Value v)
{
    return v.tag == TAG_SPECIAL && (v.special == SPECIAL_FALSE || v.special == SPECIAL_TRUE);
}
static inline bool value_is_true(Value v) /* exactly True */
{
    return v.tag == TAG_SPECIAL && v.special == SPECIAL_TRUE;
}
static inline Value value_bool(bool b)
{
    return b ? VALUE_SPECIAL(SPECIAL_TRUE) : VALUE_SPECIAL(SPECIAL_FALSE);
}

/* --- ints of 49 bits -------------------------------------------------------------------------- */

static inline bool value_is_int(Value v) /* a small int; False for bool and BigInt */
{
    return v.tag == TAG_INT;
}
static inline bool value_both_ints(Value a, Value b)
{
    return a.tag == TAG_INT && b.tag == TAG_INT;
}
static inline int64_t value_int(Value v)
{
    assert(v.tag == TAG_INT);
    return v.integer;
}
static inline Value value_small(int64_t n) /* n must fit; int_from_i64 (int.h) takes any */
{
    assert(n >= VALUE_INT_MIN && n <= VALUE_INT_MAX);
    return (Value){ TAG_INT, { .integer = n } };
}
static inline bool value_less_ints(Value a, Value b)
{
    return value_int(a) < value_int(b);
}
/* Sum and difference of two small ints; false when the result does not fit. */
static inline bool value_add_ints(Value *out, Value a, Value b)
{
    int64_t sum = value_int(a) + value_int(b);
    if (sum < VALUE_INT_MIN || sum > VALUE_INT_MAX)
        return false;
    *out = value_small(sum);
    return true;
}
static inline bool value_sub_ints(Value *out, Value a, Value b)
{
    int64_t difference = value_int(a) - value_int(b);
    if (difference < VALUE_INT_MIN || difference > VALUE_INT_MAX)
        return false;
    *out = value_small(difference);
    return true;
}

/* --- floats ----------------------------------------------------------------------------------- */

static inline bool value_is_float(Value v)
{
    return v.tag == TAG_FLOAT;
}
static inline double value_float(Value v)
{
    assert(v.tag == TAG_FLOAT);
    return v.number;
}
static inline Value value_from_double(double d)
{
    const uint64_t nan = 0x7FF8000000000000ULL;
    if (d != d)
        memcpy(&d, &nan, sizeof d);
    return (Value){ TAG_FLOAT, { .number = d } };
}

/* --- objects ---------------------------------------------------------------------------------- */

static inline bool value_is_obj(Value v)
{
    return v.tag == TAG_OBJ;
}
static inline Obj *value_obj(Value v) /* UNSET: NULL */
{
    assert(v.tag == TAG_OBJ || value_is_unset(v));
    return v.tag == TAG_OBJ ? v.obj : NULL;
}
static inline Value value_from_obj(const void *object) /* NULL: UNSET */
{
    return object ? (Value){ TAG_OBJ, { .obj = (Obj *)(uintptr_t)object } } : VALUE_UNSET;
}

#endif
