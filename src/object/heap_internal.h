/* heap_internal.h - what the rooms behind heap.h share: heap.c (where objects live), gc.c (which are
 * dead), weak.c (tables beside the objects, finalisers), objmap.c. Nobody else knows blocks or marks. */
#ifndef OBJECT_HEAP_INTERNAL_H
#define OBJECT_HEAP_INTERNAL_H

#include "object/heap.h"

enum {
    BLOCK_BYTES = 64 * 1024 - 64, /* room for the allocator's own header                           */
    THREAD_BYTES = START(4096),   /* how much of a new block goes into the free list at a time     */
    RESERVE_BLOCKS = 8,
    SMALL_BLOCKS = START(32), /* so many, and there shall be a reserve                             */
    FIRST_ROOTS = START(16),
    MIN_THRESHOLD = 1 * 1024 * 1024,
    NEAR_LIMIT = 32, /* a heap within limit / 32 of its limit is full                               */
    ALONE_HEADER = 16, /* bytes before an object allocated alone: its size                         */
    FINALISE_LISTED = 2, /* obj.mark bit: is in inside->finalisable                                */
};

typedef struct Block {
    struct Block *next;
    uint32_t cell_bytes;
    uint32_t size_class;
    char *fresh;       /* cells from here on were never used                                       */
    char *end;
    char *pad[3];
    char cells[];
} Block;

typedef struct {
    Obj **items;
    size_t count, capacity;
} ObjVec;

typedef struct {       /* object -> object, open addressing by address                              */
    Obj *key;          /* NULL: free, MAP_DELETED                                                   */
    Obj *value;
} MapRow;
typedef struct {
    MapRow *rows;
    size_t used, capacity; /* used: deleted rows included; capacity: a power of two or 0           */
} ObjMap;
#define MAP_DELETED ((Obj *)(uintptr_t)1)

typedef struct {
    HeapVisitor visit;
    void *owner;
} Root;

typedef struct {
    KindVisitor visit;
    KindFinaliser finalise;
} KindHooks;

typedef struct Late {     /* a large array that will be freed: lies in it                              */
    struct Late *next;
    size_t bytes;
} Late;

struct HeapInside {
    Late *late;
    Block *blocks[HEAP_CLASSES];
    Block *empty;             /* blocks without a living cell, for any size                        */
    size_t block_count, empty_count;
    Block *reserve;
    size_t reserve_count;
    ObjVec alone;             /* objects with HEAP_ALONE                                           */
    ObjVec immortal;
    Root *roots;
    size_t root_count, root_capacity;
    KindHooks hooks[KIND_COUNT];
    KindHooks *blobs;
    uint32_t blob_count;
    ObjVec finalisable;       /* have or had OBJ_FINALISE, in order of birth                       */
    ObjVec finalise_queue;    /* found dead, kept for the VM                                       */
    size_t finalise_next;
    Obj *finalising;          /* the last one taken                                                */
    ObjVec weakrefs;          /* every WeakRef                                                     */
    ObjVec dead_weakrefs;
    size_t dead_weakrefs_next;
    WeakRef *weakref_taken;
    ObjMap attrs;             /* object -> Dict                                                    */
    ObjMap weak_by_target;    /* target -> its WeakRef without callback                            */
};

struct Marker {
    Heap *heap;
    Obj **stack;
    size_t count, capacity;
    bool fixed;    /* the stack cannot grow                                                        */
    bool overflow; /* an object was marked without a visit                                         */
};

static inline bool is_dead(const Obj *obj) /* between mark and sweep */
{
    return !(obj->mark & OBJ_MARKED);
}

/* MemoryError at the next safe point, which a threshold of 0 brings about. */
static inline void note_oom(Heap *heap)
{
    heap->oom = true;
    heap->threshold_bytes = 0;
}

/* --- objmap.c --------------------------------------------------------------------------------- */

bool objvec_push(ObjVec *vec, Obj *obj); /* false: out of memory */
void objvec_free(ObjVec *vec);
MapRow *objmap_find(const ObjMap *map, const Obj *key);
bool objmap_put(ObjMap *map, Obj *key, Obj *value); /* false: out of memory */
void objmap_free(ObjMap *map);

/* --- heap.c ----------------------------------------------------------------------------------- */

void heap_free_block(Heap *heap, void *block, size_t bytes); /* mem_free, for large ones: heap_free_late */
/* Keeps as many empty blocks as will be filled until the next collection, gives the rest back; fills
 * the reserve. */
void heap_trim(struct HeapInside *in);

/* --- gc.c ------------------------------------------------------------------------------------- */

uint64_t gc_clock_ns(void);
void gc_mark_all(Marker *marker, const ObjVec *vec, size_t from);
/* Frees the C memory of a dead object. Must not follow references: they may be gone already. */
void gc_release(Heap *heap, Obj *obj);
void gc_free_alone(Heap *heap, Obj *obj); /* of one with HEAP_ALONE: the object too */

/* --- weak.c: between mark and sweep ----------------------------------------------------------- */

void weak_queue_finalisable(Marker *marker); /* what is dead and wants to be finalised; marks it */
void weak_clear(Heap *heap);                 /* dead rows of all weak tables */

#endif
