/* klass_internal.h - what klass.c, class_types.c, function_types.c and descriptor_types.c share. */
#ifndef VM_KLASS_INTERNAL_H
#define VM_KLASS_INTERNAL_H

#include "vm/vm_internal.h"

bool function_types_setup(VM *vm);             /* before any other built-in method is made */
extern const TypeSpec descriptor_type_specs[]; /* end with a row of zeros */
extern const TypeSpec member_spec;             /* member_descriptor: a slot of __slots__ */

/* klass.c: type.__new__ when the metaclass is settled. [script] */
Value klass_make(VM *vm, Class *metaclass, Str *name, Tuple *bases, Dict *ns, Dict *kw);
Class *klass_metaclass_of(VM *vm, Class *metaclass, Tuple *bases); /* the most derived; NULL: conflict, raised */
void klass_update_flags(VM *vm, Class *cls);  /* CLASS_x that follow from the methods it has */
/* class_types.c: an __init__ with nothing to do. */
Value class_no_init(VM *vm, Value *args, int nargs);

#endif
