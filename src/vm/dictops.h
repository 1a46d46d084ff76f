/* dictops.h - dicts and sets with any keys, for those who already know the hash (types of the runtime).
 * The everyday functions are in vm.h. */
#ifndef VM_DICTOPS_H
#define VM_DICTOPS_H

#include "vm/vm.h"

/* 1: *entry is the entry of key (valid until script code runs), 0: not there, -1: raised. [script] */
int dictops_find(VM *vm, Dict *dict, Value key, uint64_t hash, DictEntry **entry);
/* Sets dict[key]; the key of an entry that is there stays. false: raised. [script] */
bool dictops_set(VM *vm, Dict *dict, Value key, uint64_t hash, Value value);
/* Copies every entry of `from`; only those that are missing unless `replace`. [script] */
bool dictops_merge(VM *vm, Dict *dict, Dict *from, bool replace);
/* Is this a dict whose items may be read straight from its table (no __iter__ of a script)? */
bool dictops_is_plain_dict(VM *vm, Value v);

#endif
