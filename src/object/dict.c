/* dict.c - the hash table of dict, set and namespaces: entries in order of insertion and an index of
 * entry numbers (the compact dict of Raymond Hettinger and PyPy). Up to 8 entries are searched one by
 * one, without an index.
 *
 * The index is probed linearly from a multiplied hash (Knuth's Fibonacci hashing) and kept at most
 * half full; a removal closes its gap by moving later slots back, so the index never holds a dead
 * slot. Deleted entries stay as holes: at the end they are dropped at once, at the beginning they are
 * skipped by dict->obj.aux, so that a dict used as a stack or as a queue is O(1). */
#include "object/dict.h"

#include "object/int.h"
#include "object/str.h"

enum { SMALL = START(8), MAX_ENTRIES = 1 << 29, MAX_DEPTH = 50, MANY = 1 << 16 };
#define SLOT_FREE UINT32_MAX

static inline uint32_t first_slot(const Dict *dict, uint64_t hash)
{
    hash ^= hash >> 32;
    return (uint32_t)((hash * 0x9E3779B97F4A7C15ULL) >> 32) & dict->mask;
}

/* --- hashes ----------------------------------------------------------------------------------- */

uint64_t hash_pointer(const void *pointer)
{
    uint64_t bits = (uint64_t)(uintptr_t)pointer;
    return bits >> 4 | bits << 60;
}

/* CPython's: xxHash over the elements' hashes (Objects/tupleobject.c), so that hash((1, 2)) is the same number. */
uint64_t hash_tuple_start(void)
{
    return 0x27D4EB2F165667C5ULL;
}

uint64_t hash_tuple_add(uint64_t state, uint64_t hash)
{
    state += hash * 0xC2B2AE3D27D4EB4FULL;
    state = state << 31 | state >> 33;
    return state * 0x9E3779B185EBCA87ULL;
}

uint64_t hash_tuple_finish(uint64_t state, size_t length)
{
    state += length ^ (0x27D4EB2F165667C5ULL ^ 3527539);
    return state == UINT64_MAX ? 1546275796 : state;
}

/* Likewise of a frozenset: the same in any order. */
uint64_t hash_set_mix(uint64_t hash)
{
    return ((hash ^ 89869747) ^ (hash << 16)) * 3644798167;
}

uint64_t hash_set_finish(uint64_t mixed, size_t count)
{
    uint64_t hash = mixed ^ (count + 1) * 1927868237;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069 + 907133923;
    return hash == UINT64_MAX ? 590923713 : hash;
}

/* Objects whose equality is identity, whatever a script does. */
static bool is_identity_kind(Heap *heap, const Obj *obj)
{
    switch (obj->kind) {
    case KIND_FUNCTION:
    case KIND_NATIVE:
    case KIND_MODULE:
    case KIND_GENERATOR:
    case KIND_COROUTINE:
    case KIND_ASYNCGEN:
    case KIND_GREENLET:
    case KIND_FUTURE:
    case KIND_TASK:
    case KIND_LOOP: return !heap || obj->cls == heap->classes[obj->kind];
    case KIND_CLASS: return heap && obj->cls == heap->classes[KIND_CLASS];
    default: return false;
    }
}

static bool plain_hash(Heap *heap, Value key, uint64_t *hash, int depth)
{
    if (value_is_int(key)) {
        int64_t n = value_int(key);
        *hash = (uint64_t)(n == -1 ? -2 : n); /* 49 bits are always below 2^61 - 1 */
        return true;
    }
    if (value_is_float(key)) {
        *hash = float_hash(value_float(key));
        return true;
    }
    if (!value_is_obj(key)) {
        *hash = value_is_bool(key)   ? value_is_true(key)
                : value_is_none(key) ? 0xFCA86420u
                                     : 0x345678u + value_word(key) * 1000003u;
        return true;
    }
    Obj *obj = value_obj(key);
    switch (obj->kind) {
    case KIND_STR: *hash = str_hash(heap, (Str *)obj); return *hash != 0;
    case KIND_BIGINT: *hash = int_hash(key); return true;
    case KIND_BYTES: {
        Bytes *bytes = (Bytes *)obj;
        if (!bytes->hash)
            bytes->hash = hash_bytes(heap, bytes->data, bytes->length);
        *hash = bytes->hash;
        return *hash != 0;
    }
    case KIND_TUPLE: {
        Tuple *tuple = (Tuple *)obj;
        if (tuple->hash) {
            *hash = tuple->hash;
            return true;
        }
        if (depth > MAX_DEPTH)
            return false;
        uint64_t state = hash_tuple_start();
        for (size_t i = 0; i < tuple_length(tuple); i++) {
            uint64_t item;
            if (!plain_hash(heap, tuple->items[i], &item, depth + 1) || heap_stops(heap, i))
                return false;
            state = hash_tuple_add(state, item);
        }
        *hash = tuple->hash = hash_tuple_finish(state, tuple_length(tuple));
        return true;
    }
    case KIND_FROZENSET: { /* its elements' hashes are there already */
        uint64_t mixed = 0;
        size_t turn = 0;
        for (DictEntry *e = NULL; (e = dict_next((Dict *)obj, e));) {
            mixed ^= hash_set_mix(e->hash);
            if (heap_stops(heap, turn++))
                return false;
        }
        *hash = hash_set_finish(mixed, ((Dict *)obj)->count);
        return true;
    }
    default:
        if (!is_identity_kind(heap, obj))
            return false;
        *hash = hash_pointer((const void *)(uintptr_t)heap_address(heap, obj));
        return true;
    }
}

bool dict_plain_hash(Heap *heap, Value key, uint64_t *hash)
{
    if (value_is_exactly(key, KIND_STR)) {
        *hash = str_hash(heap, as_str(key));
        return LIKELY(*hash != 0);
    }
    return plain_hash(heap, key, hash, 0);
}

/* --- equality --------------------------------------------------------------------------------- */

static bool is_number(Value v)
{
    return value_is_int(v) || value_is_float(v) || value_is_bool(v) ||
           value_is_exactly(v, KIND_BIGINT);
}

static bool numbers_equal(Value a, Value b)
{
    if (value_is_float(a) && value_is_float(b))
        return value_float(a) == value_float(b);
    if (value_is_float(a) || value_is_float(b)) {
        double d = value_float(value_is_float(a) ? a : b);
        return d == d && int_compare_double(value_is_float(a) ? b : a, d) == 0;
    }
    return int_compare(a, b) == 0;
}

/* What is left of a comparison here; more takes so long that the VM does it, which looks at Ctrl-C. */
typedef struct {
    size_t items;
    int depth;
} Patience;

static int plain_equal(Value a, Value b, Patience *p);

static int sets_equal(const Dict *a, const Dict *b, Patience *p)
{
    if (a->count != b->count)
        return 0;
    for (DictEntry *e = NULL; (e = dict_next(a, e));) {
        bool found = false;
        uint32_t cursor = DICT_PROBE_START;
        for (DictEntry *other; !found && (other = dict_probe(b, e->hash, &cursor));) {
            int equal = plain_equal(e->key, other->key, p);
            if (equal < 0)
                return -1;
            found = equal;
        }
        if (!found)
            return 0;
    }
    return 1;
}

static int tuples_equal(const Tuple *a, const Tuple *b, Patience *p)
{
    size_t length = tuple_length(a);
    if (length != tuple_length(b))
        return 0;
    if (length > p->items || p->depth == 0)
        return -1;
    p->items -= length;
    p->depth--;
    int equal = 1;
    for (size_t i = 0; i < length && equal > 0; i++)
        equal = plain_equal(a->items[i], b->items[i], p);
    p->depth++;
    return equal;
}

/* 1, 0, or -1: a script may have a say, or it is long. */
static int plain_equal(Value a, Value b, Patience *p)
{
    if (value_same(a, b))
        return 1;
    if (is_number(a) && is_number(b))
        return numbers_equal(a, b);
    uint8_t ka = value_is_obj(a) ? value_obj(a)->kind : KIND_BIGINT; /* any kind plain by itself */
    uint8_t kb = value_is_obj(b) ? value_obj(b)->kind : KIND_BIGINT;
    if (ka == kb) {
        switch (ka) {
        case KIND_STR: return str_length(as_str(a)) > STR_LONG ? -1 : str_equal(as_str(a), as_str(b));
        case KIND_BIGINT: return 0; /* no two numbers, and not the same constant */
        case KIND_BYTES:
            return as_bytes(a)->length != as_bytes(b)->length ? 0
                   : as_bytes(a)->length > STR_LONG ? -1
                   : memcmp(as_bytes(a)->data, as_bytes(b)->data, as_bytes(a)->length) == 0;
        case KIND_TUPLE: return tuples_equal(as_tuple(a), as_tuple(b), p);
        case KIND_FROZENSET: {
            size_t count = as_dict(a)->count;
            if (count > p->items || p->depth == 0)
                return -1;
            p->items -= count;
            p->depth--;
            int equal = sets_equal(as_dict(a), as_dict(b), p);
            p->depth++;
            return equal;
        }
        default: break;
        }
    }
    Value both[2] = { a, b };
    for (int i = 0; i < 2; i++) {
        if (!value_is_obj(both[i]))
            continue;
        switch (value_obj(both[i])->kind) {
        case KIND_STR:
        case KIND_BIGINT:
        case KIND_BYTES:
        case KIND_TUPLE:
        case KIND_FROZENSET: break;
        default:
            if (!is_identity_kind(NULL, value_obj(both[i])))
                return -1;
        }
    }
    /* Two of different families. A bytearray equals bytes and a set a frozenset, but those are not
     * plain; so nothing here can be equal. */
    return 0;
}

int dict_plain_equal(Value a, Value b)
{
    return plain_equal(a, b, &(Patience){ MANY, MAX_DEPTH });
}

/* --- the table -------------------------------------------------------------------------------- */

static inline void index_put(Dict *dict, uint32_t number)
{
    uint32_t slot = first_slot(dict, dict->entries[number].hash);
    while (dict->index[slot] != SLOT_FREE)
        slot = (slot + 1) & dict->mask;
    dict->index[slot] = number;
}

static void index_fill(Dict *dict)
{
    memset(dict->index, 0xFF, ((size_t)dict->mask + 1) * sizeof *dict->index);
    for (uint32_t i = 0; i < dict->used; i++)
        if (!value_is_unset(dict->entries[i].key))
            index_put(dict, i);
}

/* index_fill with a look at Ctrl-C now and then: false. */
static bool index_fill_far(Heap *heap, Dict *dict)
{
    size_t bytes = ((size_t)dict->mask + 1) * sizeof *dict->index;
    for (size_t at = 0; at < bytes; at += HEAP_PIECE) {
        memset((char *)dict->index + at, 0xFF, bytes - at < HEAP_PIECE ? bytes - at : HEAP_PIECE);
        if (heap_interrupted(heap))
            return false;
    }
    for (uint32_t i = 0; i < dict->used; i++) {
        if (!value_is_unset(dict->entries[i].key))
            index_put(dict, i);
        if (heap_stops(heap, i))
            return false;
    }
    return true;
}

/* Takes entry `number` out of the index and moves later slots of the cluster back over the gap. */
static void index_remove(Dict *dict, uint32_t number)
{
    uint32_t gap = first_slot(dict, dict->entries[number].hash);
    while (dict->index[gap] != number)
        gap = (gap + 1) & dict->mask;
    for (uint32_t slot = (gap + 1) & dict->mask; dict->index[slot] != SLOT_FREE;
         slot = (slot + 1) & dict->mask) {
        uint32_t home = first_slot(dict, dict->entries[dict->index[slot]].hash);
        if (((slot - home) & dict->mask) >= ((slot - gap) & dict->mask)) {
            dict->index[gap] = dict->index[slot];
            gap = slot;
        }
    }
    dict->index[gap] = SLOT_FREE;
}

/* Copies living entries to `to` (which may be dict->entries), without holes: how many. SIZE_MAX: Ctrl-C came. */
static size_t compact(Heap *heap, const Dict *dict, DictEntry *to)
{
    size_t kept = 0;
    for (uint32_t i = dict->obj.aux; i < dict->used; i++) {
        if (!value_is_unset(dict->entries[i].key))
            to[kept++] = dict->entries[i];
        if (to != dict->entries && heap_stops(heap, i))
            return SIZE_MAX;
    }
    return kept;
}

enum { FAR_ENTRIES = 1 << 20 }; /* a larger table is made beside the old one: Ctrl-C leaves that as it was */

/* A new set of arrays for `capacity` entries, at least as many as are alive. */
static bool resize(Heap *heap, Dict *dict, size_t capacity)
{
    if (capacity > MAX_ENTRIES)
        return false;
    Dict made = *dict; /* what it is going to be */
    size_t slots = 0;
    made.index = NULL;
    if (capacity > SMALL) {
        for (slots = START(32); slots < capacity * 2;)
            slots *= 2;
        capacity = slots / 2;
        made.index = heap_array(heap, NULL, 0, slots * sizeof *made.index);
        if (!made.index)
            return false;
    }
    made.capacity = (uint32_t)capacity;
    made.mask = made.index ? (uint32_t)slots - 1 : 0;
    bool far = capacity > FAR_ENTRIES, holes = dict->used > dict->count || capacity < dict->used;
    bool fine = true;
    if (holes) {
        made.entries = heap_array(heap, NULL, 0, capacity * sizeof *made.entries);
        size_t kept = made.entries ? compact(heap, dict, made.entries) : SIZE_MAX;
        fine = kept != SIZE_MAX;
        made.used = (uint32_t)kept;
        made.obj.aux = 0;
    }
    if (fine && far && made.index)
        fine = index_fill_far(heap, &made);
    if (fine && !holes) { /* the same entries, with more room */
        made.entries = heap_array(heap, dict->entries, dict->capacity * sizeof *made.entries,
                                  capacity * sizeof *made.entries);
        fine = made.entries != NULL;
    }
    if (!fine) {
        heap_array_free(heap, made.index, slots * sizeof *made.index);
        if (holes)
            heap_array_free(heap, made.entries, capacity * sizeof *made.entries);
        return false;
    }
    if (holes)
        heap_array_free(heap, dict->entries, dict->capacity * sizeof *made.entries);
    if (dict->mask)
        heap_array_free(heap, dict->index, ((size_t)dict->mask + 1) * sizeof *made.index);
    *dict = made;
    if (!far && made.index)
        index_fill(dict);
    return true;
}

/* Room for one more entry at `used`. */
static bool make_room(Heap *heap, Dict *dict)
{
    if (dict->used < dict->capacity)
        return true;
    if (dict->count < dict->used && dict->count <= dict->capacity - dict->capacity / 4) {
        if (dict->capacity > 64 && dict->count < dict->capacity / 8)
            return resize(heap, dict, (size_t)dict->count * 2);
        if (dict->used > FAR_ENTRIES) {
            heap->gave_up = false;
            if (resize(heap, dict, dict->capacity) || heap->gave_up)
                return dict->used < dict->capacity;
        }
        dict->used = (uint32_t)compact(heap, dict, dict->entries);
        dict->obj.aux = 0;
        if (dict->mask)
            index_fill(dict);
        return true;
    }
    return resize(heap, dict, dict->capacity ? (size_t)dict->capacity * 2 : START(4));
}

static bool init_table(Heap *heap, Dict *dict, size_t expected)
{
    dict->version = heap->next_version++;
    return expected == 0 || resize(heap, dict, expected);
}

Dict *dict_new(Heap *heap, size_t expected)
{
    Dict *dict = heap_new(heap, KIND_DICT, sizeof *dict);
    return init_table(heap, dict, expected) ? dict : NULL;
}

Set *set_new(Heap *heap, uint8_t kind, size_t expected)
{
    Set *set = heap_new(heap, kind, sizeof *set);
    return init_table(heap, set, expected) ? set : NULL;
}

bool dict_reserve(Heap *heap, Dict *dict, size_t count)
{
    return count <= dict->capacity || resize(heap, dict, count);
}

static inline DictEntry *probe(const Dict *dict, uint64_t hash, uint32_t *cursor)
{
    if (!dict->mask) {
        for (uint32_t i = *cursor + 1; i < dict->used; i++)
            if (dict->entries[i].hash == hash && !value_is_unset(dict->entries[i].key)) {
                *cursor = i;
                return &dict->entries[i];
            }
        *cursor = dict->used;
        return NULL;
    }
    uint32_t slot = *cursor == DICT_PROBE_START ? first_slot(dict, hash)
                                                : (*cursor + 1) & dict->mask;
    for (;; slot = (slot + 1) & dict->mask) {
        uint32_t number = dict->index[slot];
        if (number == SLOT_FREE)
            return NULL;
        if (dict->entries[number].hash == hash) {
            *cursor = slot;
            return &dict->entries[number];
        }
    }
}

DictEntry *dict_probe(const Dict *dict, uint64_t hash, uint32_t *cursor)
{
    return probe(dict, hash, cursor);
}

DictEntry *dict_find_plain(const Dict *dict, Value key, uint64_t hash, bool *undecided)
{
    *undecided = false;
    bool text = value_is_exactly(key, KIND_STR);
    uint32_t cursor = DICT_PROBE_START;
    for (DictEntry *entry; (entry = probe(dict, hash, &cursor));) {
        if (value_same(entry->key, key))
            return entry;
        int equal = LIKELY(text && value_is_exactly(entry->key, KIND_STR) && str_length(as_str(key)) <= STR_LONG)
                        ? str_equal(as_str(entry->key), as_str(key)) : dict_plain_equal(entry->key, key);
        if (equal > 0)
            return entry;
        if (equal < 0) {
            *undecided = true;
            return NULL;
        }
    }
    return NULL;
}

bool dict_insert_new(Heap *heap, Dict *dict, Value key, uint64_t hash, Value value)
{
    if (!make_room(heap, dict))
        return false;
    dict->entries[dict->used] = (DictEntry){ hash, key, value };
    if (dict->mask)
        index_put(dict, dict->used);
    dict->used++;
    dict->count++;
    dict->obj.flags &= (uint8_t)~SET_ARRANGED;
    dict->version = heap->next_version++;
    return true;
}

void dict_remove_entry(Heap *heap, Dict *dict, DictEntry *entry)
{
    if (dict->mask)
        index_remove(dict, (uint32_t)(entry - dict->entries));
    entry->key = VALUE_UNSET;
    entry->value = VALUE_UNSET;
    dict->count--;
    dict->version = heap->next_version++;
    if (dict->count == 0) {
        dict->used = dict->obj.aux = 0;
        return;
    }
    while (value_is_unset(dict->entries[dict->used - 1].key))
        dict->used--;
    while (value_is_unset(dict->entries[dict->obj.aux].key))
        dict->obj.aux++;
}

void dict_clear(Heap *heap, Dict *dict)
{
    heap_array_free(heap, dict->entries, dict->capacity * sizeof *dict->entries);
    if (dict->mask)
        heap_array_free(heap, dict->index, ((size_t)dict->mask + 1) * sizeof *dict->index);
    dict->entries = NULL;
    dict->index = NULL;
    dict->count = dict->used = dict->capacity = dict->mask = 0;
    dict->obj.aux = 0;
    dict->version = heap->next_version++;
}

Dict *dict_copy(Heap *heap, const Dict *dict, uint8_t kind)
{
    if (kind != KIND_DICT && dict->obj.kind != KIND_DICT)
        set_arrange(heap, (Set *)(uintptr_t)dict);
    Dict *copy = heap_new(heap, kind, sizeof *copy);
    if (!init_table(heap, copy, dict->count))
        return NULL;
    for (DictEntry *e = NULL; (e = dict_next(dict, e));) {
        if (heap_stops(heap, copy->used))
            return NULL;
        copy->entries[copy->used++] = *e;
    }
    copy->count = copy->used;
    if (kind != KIND_DICT)
        copy->obj.flags |= SET_MERGED | (dict->obj.flags & SET_ARRANGED);
    return !copy->mask || index_fill_far(heap, copy) ? copy : NULL;
}

/* --- the order of sets ------------------------------------------------------------------------ */

enum { ARRANGE_MOST = 50000, ARRANGE_PROBES = 9, ARRANGE_FREE = -1 };

/* Puts entry `number` where CPython's set table has it: a short linear run, then perturbed jumps. */
static void arrange_put(const DictEntry *entries, int32_t *table, size_t mask, int32_t number)
{
    uint64_t perturb = entries[number].hash;
    for (size_t i = (size_t)perturb & mask;; i = (i * 5 + 1 + (size_t)perturb) & mask) {
        size_t last = i + ARRANGE_PROBES <= mask ? i + ARRANGE_PROBES : i;
        for (size_t slot = i; slot <= last; slot++)
            if (table[slot] == ARRANGE_FREE) {
                table[slot] = number;
                return;
            }
        perturb >>= 5;
    }
}

static void arrange_clear(int32_t *table, size_t slots)
{
    memset(table, 0xFF, slots * sizeof *table);
}

void set_arrange(Heap *heap, Set *set)
{
    if (set->obj.flags & SET_ARRANGED || set->count < 2 || set->count > ARRANGE_MOST)
        return;
    for (DictEntry *e = NULL; (e = dict_next(set, e));)
        if (!is_number(e->key))
            return;
    size_t count = set->count, most = 8;
    while (most <= count * 8)
        most *= 2;
    size_t bytes = 2 * most * sizeof(int32_t) + count * sizeof(DictEntry);
    DictEntry *entries = heap_array(heap, NULL, 0, bytes);
    if (!entries)
        return; /* an order is an order */
    int32_t *table = (int32_t *)(void *)(entries + count), *older = table + most;
    size_t n = 0, slots = 8;
    for (DictEntry *e = NULL; (e = dict_next(set, e));)
        entries[n++] = *e;
    if (set->obj.flags & SET_MERGED && count * 5 >= (slots - 1) * 3)
        while (slots <= count * 2)
            slots *= 2;
    arrange_clear(table, slots);
    for (size_t i = 0; i < count; i++) {
        arrange_put(entries, table, slots - 1, (int32_t)i);
        if ((i + 1) * 5 < (slots - 1) * 3)
            continue;
        size_t before = slots;
        for (slots = 8; slots <= (i + 1) * 4;)
            slots *= 2;
        memcpy(older, table, before * sizeof *table);
        arrange_clear(table, slots);
        for (size_t k = 0; k < before; k++)
            if (older[k] != ARRANGE_FREE)
                arrange_put(entries, table, slots - 1, older[k]);
    }
    uint32_t used = 0;
    for (size_t i = 0; i < slots; i++)
        if (table[i] != ARRANGE_FREE)
            set->entries[used++] = entries[table[i]];
    for (uint32_t i = used; i < set->used; i++)
        set->entries[i] = (DictEntry){ 0, VALUE_UNSET, VALUE_UNSET };
    set->used = used;
    set->obj.aux = 0;
    if (set->mask)
        index_fill(set);
    set->obj.flags |= SET_ARRANGED;
    heap_array_free(heap, entries, bytes);
}

/* --- namespaces ------------------------------------------------------------------------------- */

DictEntry *dict_find_name(const Dict *dict, const Str *name)
{
    Value key = OBJ(name);
    if (!dict->mask) {
        for (uint32_t i = 0; i < dict->used; i++)
            if (value_same(dict->entries[i].key, key))
                return &dict->entries[i];
        for (uint32_t i = 0; i < dict->used; i++) /* a key that is not interned */
            if (dict->entries[i].hash == name->hash &&
                value_is_exactly(dict->entries[i].key, KIND_STR) &&
                str_equal(as_str(dict->entries[i].key), name))
                return &dict->entries[i];
        return NULL;
    }
    for (uint32_t slot = first_slot(dict, name->hash);; slot = (slot + 1) & dict->mask) {
        uint32_t number = dict->index[slot];
        if (number == SLOT_FREE)
            return NULL;
        DictEntry *entry = &dict->entries[number];
        if (value_same(entry->key, key))
            return entry;
        if (entry->hash == name->hash && value_is_exactly(entry->key, KIND_STR) &&
            str_equal(as_str(entry->key), name))
            return entry;
    }
}

Value dict_get_name(const Dict *dict, const Str *name)
{
    const DictEntry *entry = dict_find_name(dict, name);
    return entry ? entry->value : VALUE_UNSET;
}

bool dict_set_name(Heap *heap, Dict *dict, Str *name, Value value)
{
    if (UNLIKELY(!str_hash(heap, name)))
        return false;
    DictEntry *entry = dict_find_name(dict, name);
    if (entry) {
        entry->value = value;
        return true;
    }
    return dict_insert_new(heap, dict, OBJ(name), name->hash, value);
}

bool dict_del_name(Heap *heap, Dict *dict, const Str *name)
{
    DictEntry *entry = dict_find_name(dict, name);
    if (!entry)
        return false;
    dict_remove_entry(heap, dict, entry);
    return true;
}
