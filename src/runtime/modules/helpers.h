/* helpers.h - small things most modules in C need. */
#ifndef RUNTIME_MODULES_HELPERS_H
#define RUNTIME_MODULES_HELPERS_H

#include "runtime/runtime.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

static inline Value make_int(VM *vm, int64_t n)
{
    return int_from_i64(vm->heap, n);
}
static inline Value make_float(double d)
{
    return value_from_double(d);
}
static inline bool is_unset_or_none(Value v)
{
    return value_is_unset(v) || value_is_none(v);
}
/* Interned name for attribute access. */
static inline Str *name_of(VM *vm, const char *text)
{
    return str_intern_cstr(vm->heap, text);
}
/* A plain int argument as int64; "'x' object cannot be interpreted as an integer" otherwise. [script] */
static inline bool arg_int(VM *vm, Value v, int64_t *out)
{
    if (LIKELY(value_is_int(v))) {
        *out = value_int(v);
        return true;
    }
    return vm_index(vm, v, out);
}
/* bytes, bytearray: its memory. */
static inline bool bytes_view(Value v, const uint8_t **data, size_t *length)
{
    if (value_is_kind(v, KIND_BYTES)) {
        *data = as_bytes(v)->data;
        *length = as_bytes(v)->length;
        return true;
    }
    if (value_is_kind(v, KIND_BYTEARRAY)) {
        *data = AS(ByteArray, v)->data;
        *length = AS(ByteArray, v)->length;
        return true;
    }
    return false;
}
/* A new Slots object of `cls` whose values are all UNSET. */
static inline Slots *slots_make(VM *vm, Class *cls, size_t count)
{
    Slots *s = heap_new_for(vm->heap, cls, sizeof(Slots) + count * sizeof(Value));
    s->obj.aux = (uint32_t)count;
    return s;
}
static inline bool dict_put(VM *vm, Dict *dict, const char *name, Value value)
{
    if (value_is_raised(value))
        return false;
    Str *key = name_of(vm, name);
    if (!key || !dict_set_name(vm->heap, dict, key, value)) {
        raise_memory(vm);
        return false;
    }
    return true;
}
/* An attribute of a module that may have to be imported. [script] */
Value module_attribute(VM *vm, const char *module, const char *name);
/* Calls import machinery for a dotted-free name; RAISED. [script] */
Value import_module(VM *vm, const char *name);
/* str, bytes or os.PathLike -> the str; RAISED with os.fspath's message. [script] */
Value path_argument(VM *vm, Value path);
/* A class with tuple's layout whose first items have names: struct_time, version_info, stat_result ...
 * fields: names separated by blanks; `shown`: how many belong to the tuple (the others only by name).
 * [script] */
Class *record_class(VM *vm, const char *module, const char *name, const char *fields, int shown);
Value record_make(VM *vm, Class *cls, int count, const Value *values);

#endif
