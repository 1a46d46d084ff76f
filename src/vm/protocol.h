/* protocol.h - what protocol.c shares with the built-in types. */
#ifndef VM_PROTOCOL_H
#define VM_PROTOCOL_H

#include "vm/vm.h"

/* object.__repr__: by kind, without asking the class: <C object at 0x...>, <function f at 0x...>. [script] */
Str *protocol_default_repr(VM *vm, Value v);
/* object.__hash__ */
uint64_t protocol_identity_hash(uint64_t address);
/* type.__instancecheck__, type.__subclasscheck__: without asking the metaclass. 1, 0, -1. [script] */
int protocol_isinstance_plain(VM *vm, Value v, Value cls);
int protocol_issubclass_plain(VM *vm, Value cls, Value base);
/* What __hash__ answered as a hash. */
bool protocol_hash_from(VM *vm, Value answer, uint64_t *hash);

/* repr of an object that may contain itself: 0 go on (and leave afterwards), 1 it is being shown already,
 * -1 raised (too deep). */
int protocol_repr_enter(VM *vm, Value v);
void protocol_repr_leave(VM *vm, Value v);

#endif
