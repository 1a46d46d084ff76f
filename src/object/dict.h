/* dict.h - the hash table behind dict, set, namespaces. Keys compare in three ways:
 *   same bits                    -> equal
 *   both "plain" (below)         -> compared here
 *   anything else                -> only the VM can tell (__eq__): the probe functions hand out the
 *                                   candidates one by one; vm/dictops.c drives them.
 * Plain: None, bool, int, float, exact str, bytes, and exact tuples/frozensets of plain values...
 * (dict_plain_key says). No script code runs here. */
#ifndef OBJECT_DICT_H
#define OBJECT_DICT_H

#include "object/heap.h"

Dict *dict_new(Heap *heap, size_t expected);  /* an exact dict; NULL: out of memory */
Set *set_new(Heap *heap, uint8_t kind, size_t expected); /* KIND_SET or KIND_FROZENSET */

/* Hash of a plain key; false: not plain (the VM computes __hash__). Python's rule: equal numbers of
 * any type hash alike; hash(-1) == -2; ints modulo 2^61-1. */
bool dict_plain_hash(Heap *heap, Value key, uint64_t *hash);
/* Equality of two plain keys of equal hash; -1: not decidable without script code. */
int dict_plain_equal(Value a, Value b);

/* Names: interned Str keys, compared by pointer first. The quickest way; for namespaces. */
Value dict_get_name(const Dict *dict, const Str *name);      /* UNSET: not there */
DictEntry *dict_find_name(const Dict *dict, const Str *name);
bool dict_set_name(Heap *heap, Dict *dict, Str *name, Value value) MUST_CHECK; /* false: no memory */
bool dict_del_name(Heap *heap, Dict *dict, const Str *name); /* false: was not there */

/* Hashes of containers from those of their elements, for the VM's slow paths. */
uint64_t hash_tuple_start(void);
uint64_t hash_tuple_add(uint64_t state, uint64_t hash);
uint64_t hash_tuple_finish(uint64_t state, size_t length);
uint64_t hash_set_mix(uint64_t hash);               /* the set's: all of these xor-ed, and the count */
uint64_t hash_set_finish(uint64_t mixed, size_t count);
uint64_t hash_pointer(const void *pointer);         /* of objects that are equal only to themselves */

/* Probing: start with *cursor = DICT_PROBE_START; each call answers the next entry whose hash equals
 * `hash`, or NULL. After script code ran, compare dict->version (and re-start when it changed). */
#define DICT_PROBE_START UINT32_MAX
DictEntry *dict_probe(const Dict *dict, uint64_t hash, uint32_t *cursor);
/* Search among plain keys only: entry, or NULL; *undecided is set when a candidate needs __eq__. */
DictEntry *dict_find_plain(const Dict *dict, Value key, uint64_t hash, bool *undecided);
/* Adds an entry that is known not to be there; false: out of memory. */
bool dict_insert_new(Heap *heap, Dict *dict, Value key, uint64_t hash, Value value) MUST_CHECK;
void dict_remove_entry(Heap *heap, Dict *dict, DictEntry *entry);
void dict_clear(Heap *heap, Dict *dict);
Dict *dict_copy(Heap *heap, const Dict *dict, uint8_t kind); /* same order; exact type of `kind` */
bool dict_reserve(Heap *heap, Dict *dict, size_t count) MUST_CHECK;

/* Sets of numbers are walked in the order that CPython's table gives them (it is no secret there: small
 * ints come sorted, programs show it). Others keep the order of insertion. Done before a walk begins;
 * never changes what a set contains. */
enum {
    SET_ARRANGED = 16,    /* obj.flags: nothing was added since                                          */
    SET_MERGED = 32,      /* made from a display or a set at once: CPython's table starts larger          */
};
void set_arrange(Heap *heap, Set *set);

/* Walking in order: for (DictEntry *e = NULL; (e = dict_next(d, e));) - deleted ones are skipped. */
static inline DictEntry *dict_next(const Dict *dict, const DictEntry *entry)
{
    if (!dict->entries)
        return NULL;
    DictEntry *next = entry ? (DictEntry *)entry + 1 : dict->entries + dict->obj.aux;
    DictEntry *end = dict->entries + dict->used;
    while (next < end && value_is_unset(next->key))
        next++;
    return next < end ? next : NULL;
}

#endif
