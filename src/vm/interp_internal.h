/* interp_internal.h - the slow paths that interp.c calls, by theme: names.c, build.c. Each raises on failure
 * (false, VALUE_RAISED) and may run script code unless said otherwise. */
#ifndef VM_INTERP_INTERNAL_H
#define VM_INTERP_INTERNAL_H

#include "vm/fiber_internal.h"

/* names.c */
void names_raise_unbound(VM *vm, Str *name);
void names_raise_free(VM *vm, Str *name);
void names_raise(VM *vm, Str *name);
bool names_get_global(VM *vm, Function *func, Site *site, Value *out);
bool names_get(VM *vm, Frame *frame, Str *name, Value *out, bool only_namespace);
bool names_set(VM *vm, Frame *frame, Str *name, Value value);
bool names_delete(VM *vm, Frame *frame, Str *name);

/* build.c */
bool build_unpack(VM *vm, Value v, Value *out, size_t count);
bool build_unpack_star(VM *vm, Value v, Value *out, size_t before, size_t after);
bool build_list_extend(VM *vm, List *list, Value v, Value callee);
bool build_dict_merge(VM *vm, Dict *dict, Value mapping, Value callee, bool unique);
Value build_joined(VM *vm, Value *parts, size_t count);
Value build_formatted(VM *vm, Value v, int how, Value spec);

#endif
