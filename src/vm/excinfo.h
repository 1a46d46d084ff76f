/* excinfo.h - what some built-in exceptions know beside their arguments: a SyntaxError its place, an
 * AttributeError the object and the name. Each keeps a list of fields in Exception.extra, made when the
 * first one is set; the enums below number them. Runs no script code. */
#ifndef VM_EXCINFO_H
#define VM_EXCINFO_H

#include "vm/vm.h"

enum { OS_ERRNO, OS_STRERROR, OS_FILENAME, OS_FILENAME2 };
enum { SYN_MSG, SYN_FILENAME, SYN_LINENO, SYN_OFFSET, SYN_TEXT, SYN_END_LINENO, SYN_END_OFFSET, SYN_PRINT };
enum { UNI_ENCODING, UNI_OBJECT, UNI_START, UNI_END, UNI_REASON };
enum { IMP_MSG, IMP_NAME, IMP_PATH, IMP_NAME_FROM };
/* NameError and AttributeError. LOCALS: a NameError's variables where it was raised, as a dict. SELF: what
 * `self` was there. Both are for suggestions and tb_frame.f_locals alone. */
enum { LOOKUP_NAME, LOOKUP_OBJ, LOOKUP_LOCALS, LOOKUP_SELF };
enum { EXCINFO_FIELDS = 8 };

Value excinfo_get(Value exception, int field); /* None: not set */
/* value UNSET: None. false: MemoryError is pending. */
bool excinfo_set(VM *vm, Value exception, int field, Value value);
/* A NameError or AttributeError leaves the instruction that raised it: keeps what suggestions will ask for. */
void excinfo_note_frame(VM *vm, Exception *exc, Frame *frame);
/* The variables of a frame by name: a new dict, or the namespace itself. NULL: out of memory. */
Dict *excinfo_locals(VM *vm, Frame *frame);

#endif
