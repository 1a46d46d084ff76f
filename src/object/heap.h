/* heap.h - memory of objects: allocation by size class, precise mark and sweep.
 * The collector runs ONLY when somebody calls heap_collect, and that happens only at the VM's safe
 * points; between two of them C code may hold any object in a local variable.
 *
 * Out of memory: a small cell (heap_new) never fails: when the limit is reached it comes from a
 * reserve, `oom` is set and the VM raises MemoryError at its next safe point. Big arrays
 * (heap_array_*, heap_new_large) answer NULL/false, and the caller raises MemoryError at once. */
#ifndef OBJECT_HEAP_H
#define OBJECT_HEAP_H

#include "base/start.h"
#include "object/object.h"

#include <string.h>

/* -DMA_POOL=0: each cell comes from the allocator alone, so that ASan and valgrind see it. */
#ifndef MA_POOL
#define MA_POOL 1
#endif

enum {
    HEAP_CELL_STEP = 16,
    HEAP_CELL_MAX = 64 * sizeof(Value),                 /* larger objects are allocated alone      */
    HEAP_CLASSES = HEAP_CELL_MAX / HEAP_CELL_STEP + 1,
    HEAP_ALONE = 255,                                   /* obj.size_class of those                 */
};

typedef struct Marker Marker;                      /* the mark stack, given to visitors            */
typedef void (*HeapVisitor)(Marker *marker, void *owner);
typedef void (*KindVisitor)(Marker *marker, Obj *obj);
typedef void (*KindFinaliser)(Heap *heap, Obj *obj); /* frees C memory; runs no script code        */

enum {
#define CLS(name) CLS_##name,
#include "object/classes.def"
#undef CLS
    CLS_COUNT
};

struct Heap {
    Class *classes[KIND_COUNT]; /* the class of new objects of a kind; set while types are made    */
    Class *named[CLS_COUNT];    /* classes that share a layout with others: zip, dict_keyiterator ... */
    size_t live_bytes;          /* cells and arrays in use                                         */
    size_t threshold_bytes;     /* collect when live_bytes exceeds it; follows the live heap       */
    size_t limit_bytes;         /* 0: none                                                         */
    size_t full_bytes;          /* until live_bytes gets there another collection would free little */
    size_t memory_errors;       /* MemoryErrors since a collection freed much                      */
    bool oom;                   /* a cell came from the reserve                                    */
    bool stress;                /* MINIASYNC_GC_STRESS: collect at every safe point and poison     */
    size_t stress_rest, stress_bytes; /* safe points and bytes until the next one, when the heap is big */
    uint64_t next_version;      /* source of Dict.version                                          */
    struct Numbers *numbers;    /* number.c: objects have numbers instead of addresses; or NULL     */
    uint64_t hash_key[2];       /* SipHash key: MINIASYNC_HASHSEED or random                        */
    size_t collections, freed_objects; /* --gc-stats                                               */
    uint64_t pause_ns_total;
    bool (*interrupted)(void *ctx); /* does Ctrl-C wait? NULL: there is none                        */
    void *interrupted_ctx;
    bool gave_up;               /* heap_interrupted has said so since                               */
    Dict *interned;             /* interned Str -> itself, held weakly                             */
    struct HeapInside *inside;  /* blocks, roots, queues: heap_internal.h                          */
    Obj *free_cells[HEAP_CLASSES]; /* by size / 16; linked through obj.cls                         */
    Str *empty_str, *chars[256];   /* str_empty, str_from_char                                     */
    Tuple *empty_tuple;
    void (*fill_class)(void *owner, Class *cls); /* puts into its empty dict what a built-in class has */
    void *fill_owner;
};

Heap *heap_create(void);            /* NULL: out of memory */
void heap_die_of_memory(void);      /* says so, and ends the process */
void heap_destroy(Heap *heap);      /* frees every object without running finalisers in scripts    */

/* heap_new when the free list is empty or the object is large. Clears the first `clear` bytes.
 * NULL only when may_fail. */
void *heap_new_slow(Heap *heap, uint8_t kind, size_t size, size_t clear, bool may_fail);

/* A cell of `size` bytes of which the first `clear` are cleared (at least the header). */
static inline void *heap_take_cell(Heap *heap, uint8_t kind, size_t size, size_t clear, bool may_fail)
{
    size_t size_class = (size + HEAP_CELL_STEP - 1) / HEAP_CELL_STEP;
    if (UNLIKELY(size_class >= HEAP_CLASSES) || UNLIKELY(!heap->free_cells[size_class]))
        return heap_new_slow(heap, kind, size, clear, may_fail);
    Obj *obj = heap->free_cells[size_class];
    heap->free_cells[size_class] = (Obj *)(void *)obj->cls;
    heap->live_bytes += size_class * HEAP_CELL_STEP;
    Class *cls = heap->classes[kind & KIND_MASK];
    memset((char *)obj + sizeof(Obj), 0, clear - sizeof(Obj));
    *obj = (Obj){ .cls = cls, .kind = kind, .size_class = (uint8_t)size_class };
    return obj;
}

/* A cleared cell of `size` bytes with header filled in (cls = heap->classes[kind]). */
static inline void *heap_new(Heap *heap, uint8_t kind, size_t size)
{
    return heap_take_cell(heap, kind, size, size, false);
}
/* Frees a cell of heap_new at once: nobody refers to it any more, it owns nothing, no table knows it. Else it is left to
 * the collector. */
static inline void heap_give_back(Heap *heap, Obj *obj)
{
    if (!MA_POOL || UNLIKELY(obj->mark || obj->flags || obj->size_class >= HEAP_CLASSES))
        return;
    size_t size_class = obj->size_class;
    if (UNLIKELY(heap->stress))
        memset((char *)obj + sizeof(Obj), 0xDB, size_class * HEAP_CELL_STEP - sizeof(Obj));
    obj->kind = KIND_FREE;
    obj->cls = (Class *)(void *)heap->free_cells[size_class];
    heap->free_cells[size_class] = obj;
    heap->live_bytes -= size_class * HEAP_CELL_STEP;
}
/* The same for `cls`: kind is cls->layout, with KIND_SUBCLASS set when cls is a script class and the
 * layout is not INSTANCE. NULL only when size is beyond HEAP_CELL_MAX and memory has ended. */
void *heap_new_for(Heap *heap, Class *cls, size_t size);
/* May be large and may fail: NULL. For Str, Bytes, Tuple, Slots of unknown length. */
MUST_CHECK static inline void *heap_new_large(Heap *heap, uint8_t kind, size_t size)
{
    return heap_take_cell(heap, kind, size, size, true);
}
/* The same with only the first `clear` bytes cleared (at least the header): for text and bytes. */
MUST_CHECK static inline void *heap_new_text(Heap *heap, uint8_t kind, size_t size, size_t clear)
{
    return heap_take_cell(heap, kind, size, clear, true);
}

/* C arrays owned by an object (list items, dict entries): counted in live_bytes. Growth failure: NULL,
 * the old array is untouched. heap_array(NULL, 0, n) allocates; n == 0 frees. Not cleared. */
void *heap_array(Heap *heap, void *old, size_t old_bytes, size_t new_bytes) MUST_CHECK;
void heap_array_free(Heap *heap, void *array, size_t bytes);
/* To give back a gigabyte takes the system a tenth of a second or more. What Ctrl-C meets there is left until the
 * next collection, the next large array, or this. */
void heap_free_late(Heap *heap);

static inline bool heap_wants_collection(const Heap *heap)
{
    return heap->live_bytes > heap->threshold_bytes;
}
void heap_collect(Heap *heap); /* full mark and sweep; queues finalisers; never runs script code   */

/* Marks from the roots and frees nothing. Whenever nothing is left to mark, `more` is asked: it may mark on, and
 * answers whether it did; heap_is_marked tells what has been reached by then. Afterwards all is as before. */
void heap_survey(Heap *heap, bool (*more)(Marker *marker, void *context), void *context);
bool heap_is_marked(const Obj *obj);

/* Long operations below the VM ask this every few milliseconds. true: they give up, and fail as if memory had
 * ended; raise_memory then raises what Ctrl-C raises. Runs no script code and no collection. */
static inline bool heap_interrupted(Heap *heap)
{
    if (LIKELY(!heap->interrupted || !heap->interrupted(heap->interrupted_ctx)))
        return false;
    heap->gave_up = true;
    return true;
}

/* The same for a loop of many small turns: it asks every 65,536th. */
static inline bool heap_stops(Heap *heap, size_t turn)
{
    return UNLIKELY((turn & 0xFFFF) == 0xFFFF) && heap_interrupted(heap);
}

/* memmove, or zeros where `from` is NULL; with much to do it asks for Ctrl-C between pieces. false: it came, which
 * its caller reports as it would the lack of memory. */
enum { HEAP_PIECE = 1 << 21, HEAP_FAR = 1 << 28 };
/* Up to HEAP_FAR bytes may be moved within an array at once; who changes a longer one makes a new one, in pieces,
 * and puts it in the place of the old: so Ctrl-C leaves it as it was. */
bool heap_copy_pieces(Heap *heap, void *to, const void *from, size_t bytes) MUST_CHECK;
MUST_CHECK static inline bool heap_copy(Heap *heap, void *to, const void *from, size_t bytes)
{
    if (UNLIKELY(bytes > HEAP_PIECE))
        return heap_copy_pieces(heap, to, from, bytes);
    if (bytes && from)
        memmove(to, from, bytes);
    else if (bytes)
        memset(to, 0, bytes);
    return true;
}

/* memcmp into *order, likewise. */
bool heap_compare_pieces(Heap *heap, const void *a, const void *b, size_t bytes, int *order) MUST_CHECK;
MUST_CHECK static inline bool heap_compare(Heap *heap, const void *a, const void *b, size_t bytes, int *order)
{
    if (UNLIKELY(bytes > HEAP_PIECE))
        return heap_compare_pieces(heap, a, b, bytes, order);
    *order = bytes ? memcmp(a, b, bytes) : 0;
    return true;
}

/* Roots: each owner registers one visitor. */
void heap_add_root(Heap *heap, HeapVisitor visit, void *owner);
void heap_remove_root(Heap *heap, HeapVisitor visit, void *owner);

/* Kinds whose layout lives above this folder register here (Code, Fiber, Future, ...). Built-in
 * layouts of object.h are known to gc.c. */
void heap_set_kind(Heap *heap, uint8_t kind, KindVisitor visit, KindFinaliser finalise);
/* A visitor for objects of exactly these `KIND_BLOB` uses; answers the number for obj.aux. */
uint32_t heap_add_blob_type(Heap *heap, KindVisitor visit, KindFinaliser finalise);

/* An object that is never freed, with everything it refers to. */
void heap_set_immortal(Heap *heap, Obj *obj);

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
bool heap_lists_finalisable(const Heap *heap); /* some object may want to be finalised one day */
/* At exit: queue every living object with OBJ_FINALISE, oldest first. */
void heap_queue_all_finalisable(Heap *heap);

/* Attributes of objects that are not Instances (exceptions, functions, class Stack(list)):
 * a table beside the heap, object -> Dict. */
Dict *heap_attrs(Heap *heap, Obj *obj, bool make); /* NULL: has none (make: out of memory)         */
void heap_set_attrs(Heap *heap, Obj *obj, Dict *dict); /* NULL: no attributes any more             */

/* Weak references to obj die with it: heap clears target and queues the callback holder. */
WeakRef *heap_weakref(Heap *heap, Value target, Value callback); /* without callback: one a target  */
WeakRef *heap_take_dead_weakref(Heap *heap); /* dead and with a callback; NULL: none left           */

/* Calls fn for every living object (gc.get_objects, all tasks, tests). Not during a collection. */
void heap_each(Heap *heap, void (*fn)(void *ctx, Obj *obj), void *ctx);

/* number.c. What stands for an object's address where a script can see it: a multiple of 16. */
void heap_number_objects(Heap *heap);
void heap_forget_numbers(Heap *heap);
uint64_t heap_number_of(Heap *heap, const void *object);
static inline uint64_t heap_address(Heap *heap, const void *object)
{
    return UNLIKELY(heap->numbers != NULL) ? heap_number_of(heap, object) : (uint64_t)(uintptr_t)object;
}
static inline uint64_t value_address(Heap *heap, Value v) /* of an int, None ...: its word */
{
    return value_is_obj(v) ? heap_address(heap, value_obj(v)) : value_word(v);
}

#endif
