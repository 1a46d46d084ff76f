/* dictops.c - dicts and sets with any keys: the place where __hash__ and __eq__ of scripts meet the
 * table. The table (object/dict.c) answers alone as long as keys are plain; for the rest find_slowly()
 * walks the candidates of equal hash one by one. Script code may change the table in the middle of
 * that: after each call the table's version is compared, and the walk begins again when it differs. */
#include "vm/dictops.h"

static int find_slowly(VM *vm, Dict *dict, Value key, uint64_t hash, DictEntry **entry)
{
    size_t mark = vm->root_count;
    int answer = 0;
    vm_keep(vm, OBJ(dict));
    vm_keep(vm, key);
    uint64_t version = dict->version;
    uint32_t cursor = DICT_PROBE_START;
    DictEntry *candidate;
    while ((candidate = dict_probe(dict, hash, &cursor)) != NULL) {
        if (!value_same(candidate->key, key)) {
            size_t inner = vm->root_count;
            int equal = vm_equal(vm, vm_keep(vm, candidate->key), key);
            vm->root_count = inner;
            if (equal < 0) {
                answer = -1;
                break;
            }
            if (dict->version != version) { /* changed meanwhile: the walk means nothing any more */
                version = dict->version;
                cursor = DICT_PROBE_START;
                continue;
            }
            if (!equal)
                continue;
        }
        *entry = candidate;
        answer = 1;
        break;
    }
    vm->root_count = mark;
    return answer;
}

int dictops_find(VM *vm, Dict *dict, Value key, uint64_t hash, DictEntry **entry)
{
    bool undecided = false;
    *entry = dict_find_plain(dict, key, hash, &undecided);
    if (*entry)
        return 1;
    return undecided ? find_slowly(vm, dict, key, hash, entry) : 0;
}


/* The hash of a key that is going to be looked up in `dict`: script code of its __hash__ may run, so both
 * are kept alive by the caller's roots meanwhile. */
static bool hash_kept(VM *vm, Dict *dict, Value key, Value value, uint64_t *hash)
{
    if (LIKELY(dict_plain_hash(vm->heap, key, hash)))
        return true;
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(dict));
    vm_keep(vm, key);
    vm_keep(vm, value);
    bool fine = vm_hash(vm, key, hash);
    vm->root_count = mark;
    return fine;
}

bool dictops_set(VM *vm, Dict *dict, Value key, uint64_t hash, Value value)
{
    bool undecided;
    DictEntry *entry = dict_find_plain(dict, key, hash, &undecided);
    if (UNLIKELY(undecided)) {
        size_t mark = vm->root_count;
        vm_keep(vm, value);
        int found = find_slowly(vm, dict, key, hash, &entry);
        vm->root_count = mark;
        if (found < 0)
            return false;
        if (!found)
            entry = NULL;
    }
    if (entry) {
        entry->value = value;
        return true;
    }
    if (!dict_insert_new(vm->heap, dict, key, hash, value)) {
        raise_memory(vm);
        return false;
    }
    return true;
}

Value vm_dict_get(VM *vm, Dict *dict, Value key)
{
    uint64_t hash;
    DictEntry *entry;
    if (!hash_kept(vm, dict, key, VALUE_UNSET, &hash))
        return VALUE_RAISED;
    int found = dictops_find(vm, dict, key, hash, &entry);
    return found < 0 ? VALUE_RAISED : found ? entry->value : VALUE_UNSET;
}

bool vm_dict_set(VM *vm, Dict *dict, Value key, Value value)
{
    uint64_t hash;
    return hash_kept(vm, dict, key, value, &hash) && dictops_set(vm, dict, key, hash, value);
}

int vm_dict_del(VM *vm, Dict *dict, Value key, Value *old)
{
    uint64_t hash;
    DictEntry *entry;
    if (!hash_kept(vm, dict, key, VALUE_UNSET, &hash))
        return -1;
    int found = dictops_find(vm, dict, key, hash, &entry);
    if (found <= 0)
        return found;
    if (old)
        *old = entry->value;
    dict_remove_entry(vm->heap, dict, entry);
    return 1;
}

int vm_set_add(VM *vm, Set *set, Value key)
{
    uint64_t hash;
    DictEntry *entry;
    if (!hash_kept(vm, set, key, VALUE_UNSET, &hash))
        return -1;
    int found = dictops_find(vm, set, key, hash, &entry);
    if (found)
        return found < 0 ? -1 : 0;
    if (!dict_insert_new(vm->heap, set, key, hash, VALUE_NONE)) {
        raise_memory(vm);
        return -1;
    }
    return 1;
}

int vm_set_has(VM *vm, Set *set, Value key)
{
    uint64_t hash;
    DictEntry *entry;
    if (!hash_kept(vm, set, key, VALUE_UNSET, &hash))
        return -1;
    return dictops_find(vm, set, key, hash, &entry);
}

/* --- dict.update -------------------------------------------------------------------------------------- */

bool dictops_is_plain_dict(VM *vm, Value v)
{
    if (value_is_exactly(v, KIND_DICT))
        return true;
    if (!value_is_dict(v))
        return false;
    const Class *dict_class = vm->heap->classes[KIND_DICT];
    return value_same(class_lookup(vm, value_obj(v)->cls, NAME(vm, __iter__)),
                      class_lookup(vm, dict_class, NAME(vm, __iter__)));
}

bool dictops_merge(VM *vm, Dict *dict, Dict *from, bool replace)
{
    if (dict == from)
        return true;
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(dict));
    vm_keep(vm, OBJ(from));
    uint64_t version = from->version;
    bool fine = true;
    for (uint32_t i = 0; fine && i < from->used; i++) {
        if (value_is_unset(from->entries[i].key))
            continue;
        DictEntry entry = from->entries[i], *there;
        if (!vm_go_on(vm)) {
            fine = false;
        } else if (replace) {
            fine = dictops_set(vm, dict, entry.key, entry.hash, entry.value);
        } else {
            int found = dictops_find(vm, dict, entry.key, entry.hash, &there);
            fine = found == 1 || (found == 0 && dictops_set(vm, dict, entry.key, entry.hash,
                                                            entry.value));
        }
        if (fine && from->version != version) {
            raise_runtime(vm, "dict mutated during update");
            fine = false;
        }
    }
    vm->root_count = mark;
    return fine;
}

static bool update_from_mapping(VM *vm, Dict *dict, Value mapping, Value keys_method)
{
    Value keys = vm_call(vm, keys_method, 0, NULL);
    if (value_is_raised(keys))
        return false;
    Value iterator = vm_iter(vm, vm_keep(vm, keys));
    if (value_is_raised(iterator))
        return false;
    vm_keep(vm, iterator);
    size_t mark = vm->root_count;
    for (;;) {
        vm->root_count = mark;
        Value key = vm_next(vm, iterator);
        if (value_is_raised(key))
            return false;
        if (value_is_unset(key))
            return true;
        Value value = vm_getitem(vm, mapping, vm_keep(vm, key));
        if (value_is_raised(value) || !vm_dict_set(vm, dict, key, vm_keep(vm, value)))
            return false;
    }
}

static bool update_from_pairs(VM *vm, Dict *dict, Value pairs)
{
    Value iterator = vm_iter(vm, pairs);
    if (value_is_raised(iterator))
        return false;
    vm_keep(vm, iterator);
    size_t mark = vm->root_count;
    for (int64_t index = 0;; index++) {
        vm->root_count = mark;
        Value item = vm_next(vm, iterator);
        if (value_is_raised(item))
            return false;
        if (value_is_unset(item))
            return true;
        vm_keep(vm, item);
        Value pair[2];
        int64_t length;
        if (value_is_exactly(item, KIND_TUPLE) || value_is_exactly(item, KIND_LIST)) {
            bool is_tuple = value_is_exactly(item, KIND_TUPLE);
            length = is_tuple ? (int64_t)tuple_length(as_tuple(item)) : (int64_t)as_list(item)->count;
            if (length == 2)
                memcpy(pair, is_tuple ? as_tuple(item)->items : as_list(item)->items, sizeof pair);
        } else {
            List *list = vm_list_from(vm, item);
            if (!list) {
                if (vm_exception_is(vm, vm->exc[EXC_TypeError])) {
                    vm_take_exception(vm);
                    raise_type(vm,
                               "cannot convert dictionary update sequence element #%z to a sequence",
                               index);
                }
                return false;
            }
            vm_keep(vm, OBJ(list));
            length = (int64_t)list->count;
            if (length == 2)
                memcpy(pair, list->items, sizeof pair);
        }
        if (length != 2) {
            raise_value(vm, "dictionary update sequence element #%z has length %z; 2 is required", index,
                        length);
            return false;
        }
        vm_keep(vm, pair[0]);
        vm_keep(vm, pair[1]);
        if (!vm_dict_set(vm, dict, pair[0], pair[1]))
            return false;
    }
}

bool vm_dict_update(VM *vm, Dict *dict, Value other)
{
    if (dictops_is_plain_dict(vm, other))
        return dictops_merge(vm, dict, as_dict(other), true);
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(dict));
    vm_keep(vm, other);
    Value keys = vm_getattr_or_unset(vm, other, NAME(vm, keys));
    bool fine;
    if (value_is_raised(keys))
        fine = false;
    else if (value_is_unset(keys))
        fine = update_from_pairs(vm, dict, other);
    else
        fine = update_from_mapping(vm, dict, other, vm_keep(vm, keys));
    vm->root_count = mark;
    return fine;
}
