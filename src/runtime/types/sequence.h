/* sequence.h - what list, tuple and range have in common, and small helpers of the container types. */
#ifndef RUNTIME_TYPES_SEQUENCE_H
#define RUNTIME_TYPES_SEQUENCE_H

#include "vm/dictops.h"
#include "vm/iter.h"
#include "vm/protocol.h"

/* One row: name, function, signature; for the many that need no more. */
#define ROW(name, function, signature) { name, function, signature, 0, 0, 0, NULL }
#define ROW_HELP(name, function, signature, help) { name, function, signature, 0, 0, 0, help }

/* Comparison of two lists or two tuples, item by item. [script] */
Value sequence_compare(VM *vm, CompareOp op, Value a, Value b);
/* The six comparison functions of a type: TYPE_lt ... over compare(vm, op, a, b). */
#define COMPARISONS(type, compare)                                                    \
    static Value type##_lt(VM *vm, Value *args, int nargs) { return compare(vm, CMP_LT, args[0], args[1]); } \
    static Value type##_le(VM *vm, Value *args, int nargs) { return compare(vm, CMP_LE, args[0], args[1]); } \
    static Value type##_eq(VM *vm, Value *args, int nargs) { return compare(vm, CMP_EQ, args[0], args[1]); } \
    static Value type##_ne(VM *vm, Value *args, int nargs) { return compare(vm, CMP_NE, args[0], args[1]); } \
    static Value type##_gt(VM *vm, Value *args, int nargs) { return compare(vm, CMP_GT, args[0], args[1]); } \
    static Value type##_ge(VM *vm, Value *args, int nargs) { return compare(vm, CMP_GE, args[0], args[1]); }
#define COMPARISON_ROWS(type)                                                                      \
    ROW("__lt__", type##_lt, "self, value, /"), ROW("__le__", type##_le, "self, value, /"),         \
        ROW("__eq__", type##_eq, "self, value, /"), ROW("__ne__", type##_ne, "self, value, /"),     \
        ROW("__gt__", type##_gt, "self, value, /"), ROW("__ge__", type##_ge, "self, value, /")

/* "[a, b]" of count items read by at(owner, i), which answers UNSET beyond the end. [script] */
typedef Value (*ItemAt)(const Obj *owner, size_t i);
Value sequence_repr(VM *vm, Value owner, ItemAt at, const char *open, const char *close, bool one_comma);
/* A repeat count: 1 ok (negative counts are 0), 0 not an int (answer NotImplemented), -1 raised. [script] */
int sequence_times(VM *vm, Value v, int64_t *times);
/* start and stop of index(x, start, stop): cut to the length they are used with by the caller. [script] */
bool sequence_range(VM *vm, Value start, Value stop, size_t length, int64_t *from, int64_t *to);

/* Sorts list in place as list.sort does. false: raised. [script] */
bool list_sort(VM *vm, List *list, Value key, bool reverse);

/* __class_getitem__ of generic built-in classes; row to put into a table. */
Value alias_class_getitem(VM *vm, Value *args, int nargs);
#define CLASS_GETITEM_ROW \
    { "__class_getitem__", alias_class_getitem, "cls, item, /", 0, 0, NATIVE_CLASS, NULL }

/* A length as an int of the language, or OverflowError. */
static inline Value length_value(VM *vm, int64_t n)
{
    return n < 0 ? VALUE_RAISED : int_from_i64(vm->heap, n);
}
static inline Value str_value(Str *s) /* of a function that answers NULL when it raised */
{
    return s ? OBJ(s) : VALUE_RAISED;
}
/* __add__ of what cannot be joined: called by name it says so; the operator asks the other operand, too. */
static inline Value sequence_refuses(VM *vm, const char *format, Value other)
{
    return vm->direct ? raise_type(vm, format, other) : VALUE_NOTIMPLEMENTED;
}
#endif
