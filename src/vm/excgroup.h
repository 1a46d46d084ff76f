/* excgroup.h - exception groups: splitting them, and what `except*` asks for (PEP 654). */
#ifndef VM_EXCGROUP_H
#define VM_EXCGROUP_H

#include "vm/vm.h"

/* except* TYPE: the part of exc (an exception or None) that matches and the rest; either may be None. A
 * naked exception that matches is wrapped in a group. false: raised. [script] */
bool exception_group_match(VM *vm, Value exc, Value type, Value *match, Value *rest);
/* After all clauses: what must be raised, or None. `raised` is the list of what the clauses raised and of
 * the unhandled rest (None among them is fine); original: what the try block raised. RAISED. [script] */
Value exception_group_end(VM *vm, List *raised, Value original);

/* How split and subgroup choose. */
typedef enum { SPLIT_BY_TYPE, SPLIT_BY_CALL, SPLIT_BY_IDENTITY } SplitBy;
/* by: class(es), a callable, or a list of exceptions. match and rest may be NULL where nobody asks. [script] */
bool excgroup_split(VM *vm, Value exc, SplitBy how, Value by, Value *match, Value *rest);

static inline bool value_is_group(VM *vm, Value v)
{
    return value_is_exception(v) && class_derives(value_obj(v)->cls, vm->exc[EXC_BaseExceptionGroup]);
}

#endif
