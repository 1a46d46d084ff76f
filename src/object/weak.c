/* weak.c - what the heap keeps beside the objects: attributes, weak references, the queue of those that
 * want to be finalised. Rows of dead objects go between mark and sweep. */
#include "object/heap_internal.h"

#include "object/dict.h"
#include <assert.h>

/* --- in which order the dead speak ------------------------------------------------------------- */

/* With reference counts an object speaks when the last who held it lets go: a list or tuple lets go of its last
 * item first. Without them, the dead of one collection are put into that order: by birth, but the items of a dead
 * list from its end. Beyond so many nobody reads them one by one. */
enum { ORDERED_MOST = 4096, FRESH = 4 /* obj.mark bit: queued by this collection, has no place yet */ };

typedef struct Order {
    ObjMap holders;       /* item -> the dead list or tuple that lets go of it                          */
    ObjVec placed;
} Order;

static const Value *items_of(Obj *obj, size_t *count)
{
    unsigned kind = obj->kind & KIND_MASK;
    *count = kind == KIND_LIST ? ((List *)obj)->count : kind == KIND_TUPLE ? obj->aux : 0;
    return kind == KIND_LIST ? ((List *)obj)->items : ((Tuple *)obj)->items;
}

static bool is_fresh(Value v)
{
    return value_is_obj(v) && value_obj(v)->mark & FRESH;
}

static void note_holder(void *context, Obj *obj)
{
    Order *order = context;
    size_t count;
    const Value *items = is_dead(obj) ? items_of(obj, &count) : NULL;
    for (size_t i = 0; items && i < count; i++)
        if (is_fresh(items[i]) && !objmap_find(&order->holders, value_obj(items[i])))
            objmap_put(&order->holders, value_obj(items[i]), obj); /* no memory: it keeps its place */
}

static void place(Order *order, Obj *obj)
{
    obj->mark &= (uint8_t)~FRESH;
    objvec_push(&order->placed, obj);
}

static void place_items(Order *order, Obj *holder)
{
    size_t count;
    const Value *items = items_of(holder, &count);
    while (count-- > 0) {
        MapRow *row = is_fresh(items[count]) ? objmap_find(&order->holders, value_obj(items[count])) : NULL;
        if (row && row->value == holder)
            place(order, value_obj(items[count]));
    }
}

/* Futures and Tasks are listed when they fail; their aux counts births. */
static bool born_before(const Obj *a, const Obj *b)
{
    unsigned kind = a->kind & KIND_MASK;
    return (kind == KIND_TASK || kind == KIND_FUTURE) && kind == (b->kind & KIND_MASK) && a->aux < b->aux;
}

static void order_fresh(Heap *heap, Obj **fresh, size_t count)
{
    if (count < 2 || count > ORDERED_MOST)
        return;
    for (size_t i = 0; i < count; i++) {
        Obj *obj = fresh[i];
        size_t at = i;
        for (; at > 0 && born_before(obj, fresh[at - 1]); at--)
            fresh[at] = fresh[at - 1];
        fresh[at] = obj;
        obj->mark |= FRESH;
    }
    Order order = { 0 };
    heap_each(heap, note_holder, &order);
    for (size_t i = 0; i < count; i++) {
        if (!(fresh[i]->mark & FRESH))
            continue;
        MapRow *row = objmap_find(&order.holders, fresh[i]);
        if (row)
            place_items(&order, row->value);
        else
            place(&order, fresh[i]);
    }
    if (order.placed.count == count) /* or there was no memory: the order of birth will do */
        memcpy(fresh, order.placed.items, count * sizeof *fresh);
    objmap_free(&order.holders);
    objvec_free(&order.placed);
}

/* --- between mark and sweep ------------------------------------------------------------------- */

void weak_queue_finalisable(Marker *marker)
{
    Heap *heap = marker->heap;
    struct HeapInside *in = heap->inside;
    ObjVec *vec = &in->finalisable;
    size_t kept = 0, first_new = in->finalise_queue.count;
    for (size_t i = 0; i < vec->count; i++) {
        Obj *obj = vec->items[i];
        bool wants = obj->flags & OBJ_FINALISE;
        if (wants && is_dead(obj) && objvec_push(&in->finalise_queue, obj))
            obj->flags &= (uint8_t)~OBJ_FINALISE;
        else if (wants)
            vec->items[kept++] = obj;
        if (!(obj->flags & OBJ_FINALISE))
            obj->mark &= (uint8_t)~FINALISE_LISTED;
    }
    vec->count = kept;
    order_fresh(heap, in->finalise_queue.items + first_new, in->finalise_queue.count - first_new);
    gc_mark_all(marker, &in->finalise_queue, first_new);
    /* No memory for the queue: keep those that could not be queued until the next collection. */
    for (size_t i = 0; i < kept; i++)
        mark_object(marker, vec->items[i]);
}

static void clear_weakrefs(Heap *heap)
{
    struct HeapInside *in = heap->inside;
    size_t kept = 0;
    for (size_t i = 0; i < in->weakrefs.count; i++) {
        WeakRef *ref = (WeakRef *)in->weakrefs.items[i];
        if (is_dead(&ref->obj))
            continue;
        if (value_is_obj(ref->target) && is_dead(value_obj(ref->target))) {
            ref->target = VALUE_UNSET;
            if (!value_is_unset(ref->callback) && !value_is_none(ref->callback) &&
                !objvec_push(&in->dead_weakrefs, &ref->obj))
                note_oom(heap);
            continue;
        }
        in->weakrefs.items[kept++] = &ref->obj;
    }
    in->weakrefs.count = kept;
    for (size_t i = 0; i < in->weak_by_target.capacity; i++) {
        MapRow *row = &in->weak_by_target.rows[i];
        if (!row->key || row->key == MAP_DELETED)
            continue;
        if (is_dead(row->key) || is_dead(row->value))
            row->key = MAP_DELETED;
    }
}

static void clear_attrs(Heap *heap)
{
    ObjMap *map = &heap->inside->attrs;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->rows[i].key && map->rows[i].key != MAP_DELETED && is_dead(map->rows[i].key))
            map->rows[i].key = MAP_DELETED;
}

static void clear_interned(Heap *heap)
{
    Dict *dict = heap->interned;
    if (!dict)
        return;
    for (uint32_t i = 0; i < dict->used; i++) {
        DictEntry *entry = &dict->entries[i];
        if (!value_is_unset(entry->key) && is_dead(value_obj(entry->key)))
            dict_remove_entry(heap, dict, entry);
    }
}

void weak_clear(Heap *heap)
{
    clear_weakrefs(heap);
    clear_attrs(heap);
    clear_interned(heap);
}

/* --- finalisation ----------------------------------------------------------------------------- */

void heap_set_finalise(Heap *heap, Obj *obj)
{
    obj->flags |= OBJ_FINALISE;
    if (obj->mark & FINALISE_LISTED)
        return;
    if (objvec_push(&heap->inside->finalisable, obj))
        obj->mark |= FINALISE_LISTED;
    else {
        obj->flags &= (uint8_t)~OBJ_FINALISE;
        note_oom(heap);
    }
}

bool heap_lists_finalisable(const Heap *heap)
{
    return heap->inside->finalisable.count > 0;
}

bool heap_has_finalisable(const Heap *heap)
{
    return heap->inside->finalise_next < heap->inside->finalise_queue.count;
}

Obj *heap_take_finalisable(Heap *heap)
{
    struct HeapInside *in = heap->inside;
    if (in->finalise_next == in->finalise_queue.count) {
        in->finalise_next = in->finalise_queue.count = 0;
        return in->finalising = NULL;
    }
    return in->finalising = in->finalise_queue.items[in->finalise_next++];
}

void heap_queue_all_finalisable(Heap *heap)
{
    struct HeapInside *in = heap->inside;
    for (size_t i = 0; i < in->finalisable.count; i++) {
        Obj *obj = in->finalisable.items[i];
        obj->mark &= (uint8_t)~FINALISE_LISTED;
        if (!(obj->flags & OBJ_FINALISE))
            continue;
        obj->flags &= (uint8_t)~OBJ_FINALISE;
        if (!objvec_push(&in->finalise_queue, obj))
            note_oom(heap);
    }
    in->finalisable.count = 0;
}

/* --- side tables ------------------------------------------------------------------------------ */

Dict *heap_attrs(Heap *heap, Obj *obj, bool make)
{
    if (obj->flags & OBJ_ATTRS) {
        MapRow *row = objmap_find(&heap->inside->attrs, obj);
        if (row)
            return (Dict *)row->value;
    }
    if (!make)
        return NULL;
    Dict *dict = dict_new(heap, 0);
    if (!dict || !objmap_put(&heap->inside->attrs, obj, &dict->obj))
        return NULL;
    obj->flags |= OBJ_ATTRS;
    return dict;
}

void heap_set_attrs(Heap *heap, Obj *obj, Dict *dict)
{
    if (dict) {
        if (objmap_put(&heap->inside->attrs, obj, &dict->obj))
            obj->flags |= OBJ_ATTRS;
        else
            note_oom(heap);
        return;
    }
    MapRow *row = obj->flags & OBJ_ATTRS ? objmap_find(&heap->inside->attrs, obj) : NULL;
    if (row)
        row->key = MAP_DELETED;
    obj->flags &= (uint8_t)~OBJ_ATTRS;
}

WeakRef *heap_weakref(Heap *heap, Value target, Value callback)
{
    struct HeapInside *in = heap->inside;
    assert(value_is_obj(target) && "only objects can be referenced weakly");
    Obj *obj = value_obj(target);
    bool plain = value_is_unset(callback) || value_is_none(callback);
    if (plain && (obj->flags & OBJ_WEAK)) {
        MapRow *row = objmap_find(&in->weak_by_target, obj);
        if (row)
            return (WeakRef *)row->value;
    }
    WeakRef *ref = heap_new(heap, KIND_WEAKREF, sizeof *ref);
    ref->target = target;
    ref->callback = plain ? VALUE_UNSET : callback;
    if (!objvec_push(&in->weakrefs, &ref->obj)) {
        ref->target = VALUE_UNSET; /* a dead reference is safe; the VM raises MemoryError */
        note_oom(heap);
        return ref;
    }
    if (plain && !objmap_put(&in->weak_by_target, obj, &ref->obj))
        note_oom(heap);
    obj->flags |= OBJ_WEAK;
    return ref;
}

WeakRef *heap_take_dead_weakref(Heap *heap)
{
    struct HeapInside *in = heap->inside;
    if (in->dead_weakrefs_next == in->dead_weakrefs.count) {
        in->dead_weakrefs_next = in->dead_weakrefs.count = 0;
        return in->weakref_taken = NULL;
    }
    in->weakref_taken = (WeakRef *)in->dead_weakrefs.items[in->dead_weakrefs_next++];
    return in->weakref_taken;
}
