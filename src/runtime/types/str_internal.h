/* str_internal.h - what the files of str share: str_type.c, str_search.c, str_layout.c and str_case.c. Each has
 * the rows of its own methods; str_type.c puts them together. */
#ifndef RUNTIME_TYPES_STR_INTERNAL_H
#define RUNTIME_TYPES_STR_INTERNAL_H

#include "runtime/types/types.h"

extern const NativeSpec str_search_methods[], str_layout_methods[], str_case_methods[];

/* s as a result; NULL: MemoryError. */
Value text_result(VM *vm, Str *s);
/* A str method never gives back an instance of a subclass. */
Value text_itself(VM *vm, Value v);
/* v as argument `number` of a method; NULL: it is no str (raised). */
Str *text_argument(VM *vm, Value v, const char *function, int number);

/* str_search.c: where `what` first is in s; -1: nowhere, -2: raised */
ptrdiff_t text_search(VM *vm, const Str *s, const Str *what);

#endif
