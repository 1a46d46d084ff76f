/* itertools_internal.h - what itertools.c and itertools_combine.c share: an iterator is a row of values (Slots)
 * and NAME_step, which answers the next item, UNSET at the end, or RAISED. */
#ifndef RUNTIME_MODULES_ITERTOOLS_INTERNAL_H
#define RUNTIME_MODULES_ITERTOOLS_INTERNAL_H

#include "runtime/modules/helpers.h"

/* combinations, permutations, product ...; the last has no name. */
extern const TypeSpec itertools_combine_types[];

static inline Value itertools_finish(VM *vm, Value v)
{
    return value_is_unset(v) ? raise_stop_iteration(vm, VALUE_UNSET) : v;
}

static inline Value itertools_self(VM *vm, Value *args, int nargs)
{
    return args[0];
}

#define NEXT_OF(name)                                                    \
    static Value name##_next(VM *vm, Value *args, int nargs)             \
    {                                                                    \
        return itertools_finish(vm, name##_step(vm, as_slots(args[0]))); \
    }
#define ITERATOR(name, signature)                                                        \
    { "__new__", name##_new, signature, 0, 0, NATIVE_NEW, NULL },                         \
    { "__next__", name##_next, "self, /", 0, 0, 0, NULL },                                \
    { "__iter__", itertools_self, "self, /", 0, 0, 0, NULL }
#define METHODS(name, signature) \
    static const NativeSpec name##_methods[] = { ITERATOR(name, signature), { 0 } }
#define TYPE(name, help) { #name, "itertools", help, KIND_SLOTS, 0, name##_methods, NULL }

#endif
