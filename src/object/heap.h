/* heap.h - memory of objects: allocation by size class, precise mark and sweep.
 * The collector runs ONLY when somebody calls heap_collect, and that happens only at the VM's safe
 * points; between two of them C code may hold any object in a local variable.
 *
 * Out of memory: a small cell (heap_new) never fails: when the limit is reached it comes from a
 * reserve, `oom` is set and the VM raises MemoryError at its next safe point. Big arrays
 * (heap_array_*, heap_new_large) answer NULL/false, and the caller raises MemoryError at once. */
#ifndef OBJECT_HEAP_H
#define OBJECT_HEAP_H

#include "object/object.h"

typedef struct Marker Marker;                      /* the mark stack, given to visitors            */
typedef void (*HeapVisitor)(Marker *marker, void *owner);
typedef void (*KindVisitor)(Marker *marker, Obj *obj);
typedef void (*KindFinaliser)(Heap *heap, Obj *obj); /* frees C memory; runs no script code        */

struct Heap {
    Class *classes[KIND_COUNT]; /* the class of new objects of a kind; set while types are made    */
    size_t live_bytes;          /* cells and arrays in use                                         */
    size_t threshold_bytes;     /* collect when live_bytes exceeds it; follows the live heap       */
    size_t limit_bytes;         /* 0: none                                                         */
    bool oom;                   /* a cell came from the reserve                                    */
    bool stress;                /* MINIASYNC_GC_STRESS: collect at every safe point and poison     */
    uint64_t next_version;      /* source of Dict.version                                          */
    uint64_t hash_key[2];       /* SipHash key: MINIASYNC_HASHSEED or random                        */
    size_t collections, freed_objects; /* --gc-stats                                               */
    uint64_t pause_ns_total;
    Dict *interned;             /* interned Str -> itself, held weakly                             */
    struct HeapInside *inside;  /* blocks, free lists, roots, queues: heap.c's own                 */
};

Heap *heap_create(void);            /* NULL: out of memory */
void heap_destroy(Heap *heap);      /* frees every object without running finalisers in scripts    */

/* A cleared cell of `size` bytes with header filled in (cls = heap->classes[kind]). */
void *heap_new(Heap *heap, uint8_t kind, size_t size);
/* The same for `cls`: kind is cls->layout, with KIND_SUBCLASS set when cls is a script class and the
 * layout is not INSTANCE. */
void *heap_new_for(Heap *heap, Class *cls, size_t size);
/* May be large and may fail: NULL. For Str, Bytes, Tuple, Slots of unknown length. */
void *heap_new_large(Heap *heap, uint8_t kind, size_t size) MUST_CHECK;

/* C arrays owned by an object (list items, dict entries): counted in live_bytes. Growth failure: NULL,
 * the old array is untouched. heap_array(NULL, 0, n) allocates; n == 0 frees. Not cleared. */
void *heap_array(Heap *heap, void *old, size_t old_bytes, size_t new_bytes) MUST_CHECK;
void heap_array_free(Heap *heap, void *array, size_t bytes);

static inline bool heap_wants_collection(const Heap *heap)
{
    return heap->live_bytes > heap->threshold_bytes;
}
void heap_collect(Heap *heap); /* full mark and sweep; queues finalisers; never runs script code   */

/* Roots: each owner registers one visitor. */
void heap_add_root(Heap *heap, HeapVisitor visit, void *owner);
void heap_remove_root(Heap *heap, HeapVisitor visit, void *owner);

/* Kinds whose layout lives above this folder register here (Code, Fiber, Future, ...). Built-in
 * layouts of object.h are known to heap.c. */
void heap_set_kind(Heap *heap, uint8_t kind, KindVisitor visit, KindFinaliser finalise);
/* A visitor for objects of exactly these `KIND_BLOB` uses; answers the number for obj.aux. */
uint32_t heap_add_blob_type(Heap *heap, KindVisitor visit, KindFinaliser finalise);

/* Marking, for visitors. */
void mark_object(Marker *marker, const void *obj); /* NULL is fine */
static inline void mark_value(Marker *marker, Value v)
{
    if (value_is_obj(v))
        mark_object(marker, value_obj(v));
}
void mark_values(Marker *marker, const Value *values, size_t count);

/* Finalisation. An object with OBJ_FINALISE that is found dead is kept alive once more and put into
 * a queue with its flag cleared; the VM takes it out at a safe point and does what is to be done
 * (__del__, closing a suspended generator, "never awaited", ...). */
void heap_set_finalise(Heap *heap, Obj *obj);
Obj *heap_take_finalisable(Heap *heap); /* NULL: none left; the object is rooted until the next
                                           heap_take_finalisable */
bool heap_has_finalisable(const Heap *heap);
/* At exit: queue every living object with OBJ_FINALISE, oldest first. */
void heap_queue_all_finalisable(Heap *heap);

/* Attributes of objects that are not Instances (exceptions, functions, class Stack(list)):
 * a table beside the heap, object -> Dict. */
Dict *heap_attrs(Heap *heap, Obj *obj, bool make); /* NULL: has none (make: out of memory)         */
void heap_set_attrs(Heap *heap, Obj *obj, Dict *dict);

/* Weak references to obj die with it: heap clears target and queues the callback holder. */
WeakRef *heap_weakref(Heap *heap, Value target, Value callback); /* without callback: one a target  */
WeakRef *heap_take_dead_weakref(Heap *heap); /* dead and with a callback; NULL: none left           */

/* Calls fn for every living object (gc.get_objects, all tasks, tests). Not during a collection. */
void heap_each(Heap *heap, void (*fn)(void *ctx, Obj *obj), void *ctx);

#endif
