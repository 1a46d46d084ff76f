/* heap.c - where objects live and how the dead ones are found. Nobody else knows blocks or marks.
 *
 * Cells of 16 to 512 bytes lie in blocks of 64 KB, one size a block; each size has a free list. A new
 * block is threaded into its list a page at a time, so a small program touches little memory. Larger
 * objects, and all with -DMA_POOL=0, are allocated alone and listed. Arrays that objects own
 * (list items, dict entries) come from the C allocator and are only counted here.
 *
 * A collection: mark from the roots with an explicit stack; queue what wants to be finalised and mark
 * from there; drop dead rows of the weak tables; sweep block by block. When the mark stack cannot
 * grow, its overflow is remembered and the marked objects are scanned again (Knuth's classic
 * answer), so a collection needs no memory to succeed. */
#include "object/heap.h"

#include "base/mem.h"
#include "object/dict.h"
#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/random.h>
#endif

enum {
    BLOCK_BYTES = 64 * 1024 - 64, /* room for the allocator's own header                           */
    THREAD_BYTES = 4096,          /* how much of a new block goes into the free list at a time     */
    RESERVE_BLOCKS = 8,
    FIRST_ROOTS = 16,
    MIN_THRESHOLD = 1 * 1024 * 1024,
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

struct HeapInside {
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

static void die_of_memory(void)
{
    static const char text[] = "miniasync: out of memory\n";
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(1);
}

/* MemoryError at the next safe point, which a threshold of 0 brings about. */
static void note_oom(Heap *heap)
{
    heap->oom = true;
    heap->threshold_bytes = 0;
}

/* --- small containers ------------------------------------------------------------------------- */

static bool objvec_push(ObjVec *vec, Obj *obj)
{
    if (vec->count == vec->capacity) {
        size_t capacity = vec->capacity ? vec->capacity * 2 : 64;
        Obj **items = mem_realloc(vec->items, vec->capacity * sizeof *items,
                                  capacity * sizeof *items);
        if (!items)
            return false;
        vec->items = items;
        vec->capacity = capacity;
    }
    vec->items[vec->count++] = obj;
    return true;
}

static void objvec_free(ObjVec *vec)
{
    mem_free(vec->items, vec->capacity * sizeof *vec->items);
    *vec = (ObjVec){ 0 };
}

static size_t objmap_start(const ObjMap *map, const Obj *key)
{
    return (size_t)(((uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15ULL) >> 20) & (map->capacity - 1);
}

static MapRow *objmap_find(const ObjMap *map, const Obj *key)
{
    if (map->capacity == 0)
        return NULL;
    for (size_t i = objmap_start(map, key); map->rows[i].key; i = (i + 1) & (map->capacity - 1))
        if (map->rows[i].key == key)
            return &map->rows[i];
    return NULL;
}

static bool objmap_put(ObjMap *map, Obj *key, Obj *value)
{
    MapRow *row = objmap_find(map, key);
    if (row) {
        row->value = value;
        return true;
    }
    if (map->used * 2 >= map->capacity) {
        size_t live = 0;
        for (size_t i = 0; i < map->capacity; i++)
            live += map->rows[i].key && map->rows[i].key != MAP_DELETED;
        ObjMap bigger = { .capacity = 16 };
        while (bigger.capacity < live * 4)
            bigger.capacity *= 2;
        bigger.rows = mem_alloc(bigger.capacity * sizeof *bigger.rows);
        if (!bigger.rows)
            return false;
        memset(bigger.rows, 0, bigger.capacity * sizeof *bigger.rows);
        for (size_t i = 0; i < map->capacity; i++) {
            MapRow old = map->rows[i];
            if (!old.key || old.key == MAP_DELETED)
                continue;
            size_t at = objmap_start(&bigger, old.key);
            while (bigger.rows[at].key)
                at = (at + 1) & (bigger.capacity - 1);
            bigger.rows[at] = old;
            bigger.used++;
        }
        mem_free(map->rows, map->capacity * sizeof *map->rows);
        *map = bigger;
    }
    size_t at = objmap_start(map, key);
    while (map->rows[at].key && map->rows[at].key != MAP_DELETED)
        at = (at + 1) & (map->capacity - 1);
    map->used += map->rows[at].key == NULL;
    map->rows[at] = (MapRow){ key, value };
    return true;
}

static void objmap_free(ObjMap *map)
{
    mem_free(map->rows, map->capacity * sizeof *map->rows);
    *map = (ObjMap){ 0 };
}

/* --- allocation ------------------------------------------------------------------------------- */

static void init_cell(Heap *heap, Obj *obj, uint8_t kind, size_t size_class, size_t clear)
{
    memset((void *)obj, 0, clear < sizeof(Obj) ? sizeof(Obj) : clear);
    obj->cls = heap->classes[kind & KIND_MASK];
    obj->kind = kind;
    obj->size_class = (uint8_t)size_class;
}

/* An empty block, from the least painful source. Never NULL. */
static Block *block_get(Heap *heap)
{
    struct HeapInside *in = heap->inside;
    Block *block = in->empty;
    if (block) {
        in->empty = block->next;
        in->empty_count--;
        return block;
    }
    block = mem_alloc(BLOCK_BYTES);
    if (!block) {
        note_oom(heap);
        block = in->reserve;
        if (block) {
            in->reserve = block->next;
            in->reserve_count--;
        } else { /* a limit that was asked for gives way until the next safe point; the machine's does not */
            size_t limit = mem_limit();
            mem_set_limit(0);
            block = mem_alloc(BLOCK_BYTES);
            mem_set_limit(limit);
            if (!block)
                die_of_memory();
        }
    }
    in->block_count++;
    return block;
}

static void block_init(Block *block, size_t size_class)
{
    block->size_class = (uint32_t)size_class;
    block->cell_bytes = (uint32_t)(size_class * HEAP_CELL_STEP);
    block->fresh = block->cells;
    size_t room = (size_t)((char *)block + BLOCK_BYTES - block->cells);
    block->end = block->cells + room / block->cell_bytes * block->cell_bytes;
}

/* Puts some never used cells of the newest block of this size into the free list. */
static void refill(Heap *heap, size_t size_class)
{
    struct HeapInside *in = heap->inside;
    Block *block = in->blocks[size_class];
    if (heap->limit_bytes && heap->live_bytes > heap->limit_bytes)
        note_oom(heap);
    if (!block || block->fresh == block->end) {
        block = block_get(heap);
        block_init(block, size_class);
        block->next = in->blocks[size_class];
        in->blocks[size_class] = block;
    }
    char *stop = block->fresh + THREAD_BYTES;
    if (stop > block->end)
        stop = block->end;
    Obj **link = &heap->free_cells[size_class];
    char *cell = block->fresh;
    for (; cell < stop; cell += block->cell_bytes) {
        Obj *obj = (Obj *)(void *)cell;
        obj->kind = KIND_FREE;
        obj->mark = 0;
        *link = obj;
        link = (Obj **)(void *)&obj->cls;
    }
    *link = NULL;
    block->fresh = cell;
}

static size_t alone_size(const Obj *obj)
{
    size_t size;
    memcpy(&size, (const char *)obj - ALONE_HEADER, sizeof size);
    return size;
}

static Obj *new_alone(Heap *heap, uint8_t kind, size_t size, size_t clear, bool may_fail)
{
    struct HeapInside *in = heap->inside;
    if (size > SIZE_MAX / 4)
        return NULL;
    if (heap->limit_bytes && heap->live_bytes + size > heap->limit_bytes) {
        if (may_fail)
            return NULL;
        note_oom(heap);
    }
    char *memory = mem_alloc(size + ALONE_HEADER);
    if (!memory && !may_fail) {
        note_oom(heap);
        memory = mem_alloc(size + ALONE_HEADER);
    }
    if (!memory)
        return NULL;
    memcpy(memory, &size, sizeof size);
    Obj *obj = (Obj *)(void *)(memory + ALONE_HEADER);
    bool listed = objvec_push(&in->alone, obj);
    if (!listed && !may_fail) {
        note_oom(heap);
        listed = objvec_push(&in->alone, obj);
    }
    if (!listed) {
        mem_free(memory, size + ALONE_HEADER);
        return NULL;
    }
    init_cell(heap, obj, kind, HEAP_ALONE, clear);
    heap->live_bytes += size;
    return obj;
}

void *heap_new_slow(Heap *heap, uint8_t kind, size_t size, size_t clear, bool may_fail)
{
    size_t size_class = (size + HEAP_CELL_STEP - 1) / HEAP_CELL_STEP;
    if (size_class >= HEAP_CLASSES || !MA_POOL) {
        Obj *obj = new_alone(heap, kind, size, clear, may_fail && size_class >= HEAP_CLASSES);
        if (!obj && !(may_fail && size_class >= HEAP_CLASSES))
            die_of_memory();
        return obj;
    }
    if (!heap->free_cells[size_class])
        refill(heap, size_class);
    Obj *obj = heap->free_cells[size_class];
    heap->free_cells[size_class] = (Obj *)(void *)obj->cls;
    heap->live_bytes += size_class * HEAP_CELL_STEP;
    init_cell(heap, obj, kind, size_class, clear);
    return obj;
}

void *heap_new_for(Heap *heap, Class *cls, size_t size)
{
    uint8_t kind = cls->layout;
    if ((cls->flags & CLASS_SCRIPT) && kind != KIND_INSTANCE)
        kind |= KIND_SUBCLASS;
    Obj *obj = heap_take_cell(heap, kind, size, size, size > HEAP_CELL_MAX);
    if (obj)
        obj->cls = cls;
    return obj;
}

void *heap_array(Heap *heap, void *old, size_t old_bytes, size_t new_bytes)
{
    if (new_bytes == 0) {
        heap_array_free(heap, old, old_bytes);
        return NULL;
    }
    if (new_bytes > SIZE_MAX / 4)
        return NULL;
    if (heap->limit_bytes && new_bytes > old_bytes &&
        heap->live_bytes + (new_bytes - old_bytes) > heap->limit_bytes)
        return NULL;
    void *array = old ? mem_realloc(old, old_bytes, new_bytes) : mem_alloc(new_bytes);
    if (array)
        heap->live_bytes = heap->live_bytes - (old ? old_bytes : 0) + new_bytes;
    return array;
}

void heap_array_free(Heap *heap, void *array, size_t bytes)
{
    if (!array)
        return;
    heap->live_bytes -= bytes;
    mem_free(array, bytes);
}

/* --- marking ---------------------------------------------------------------------------------- */

/* Kinds without references; their class is built in and rooted. */
static const bool is_leaf[KIND_COUNT] = {
    [KIND_STRBUF] = true, [KIND_BYTES] = true,      [KIND_BYTEARRAY] = true,
    [KIND_BIGINT] = true, [KIND_RANGE_ITER] = true,
};

/* The stack holds objects to look at, marked or not: a mark is read and set only when the object comes
 * out, because by then it has been fetched into the cache. */
static void push_slow(Marker *marker, Obj *obj)
{
    size_t capacity = marker->capacity * 2;
    Obj **stack = marker->fixed ? NULL
                                : mem_realloc(marker->stack, marker->capacity * sizeof *stack,
                                              capacity * sizeof *stack);
    if (!stack) {
        marker->overflow |= !(obj->mark & OBJ_MARKED);
        obj->mark |= OBJ_MARKED;
        return;
    }
    marker->stack = stack;
    marker->capacity = capacity;
    marker->stack[marker->count++] = obj;
}

static inline void push(Marker *marker, Obj *obj)
{
    if (LIKELY(marker->count < marker->capacity))
        marker->stack[marker->count++] = obj;
    else
        push_slow(marker, obj);
}

void mark_object(Marker *marker, const void *pointer)
{
    Obj *obj = (Obj *)(uintptr_t)pointer;
    if (obj && !(obj->mark & OBJ_MARKED))
        push(marker, obj);
}

/* A text, bytes or big int that refers to nothing: marked on the spot. */
static inline bool mark_leaf(Obj *obj)
{
    bool leaf = obj->kind == KIND_STR ? ((Str *)(void *)obj)->data == ((Str *)(void *)obj)->inline_data
                                      : obj->kind == KIND_BYTES || obj->kind == KIND_BIGINT;
    if (!leaf || (obj->flags & (OBJ_ATTRS | OBJ_WEAK)))
        return false;
    obj->mark |= OBJ_MARKED;
    return true;
}

void mark_values(Marker *marker, const Value *values, size_t count)
{
    enum { AHEAD = 12, LONG = 32 };
    uint64_t last = 0;
    if (count < LONG) { /* the registers of a frame, a small tuple: no time to fetch ahead */
        for (size_t i = 0; i < count; i++) {
            if (!value_is_obj(values[i]) || values[i].bits == last)
                continue;
            last = values[i].bits;
            push(marker, value_obj(values[i]));
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count && value_is_obj(values[i + AHEAD]))
            __builtin_prefetch(value_obj(values[i + AHEAD]));
        if (!value_is_obj(values[i]) || values[i].bits == last)
            continue;
        last = values[i].bits;
        Obj *obj = value_obj(values[i]);
        if (!(obj->mark & OBJ_MARKED) && !mark_leaf(obj))
            push(marker, obj);
    }
}

static void visit_dict(Marker *marker, const Dict *dict)
{
    for (uint32_t i = 0; i < dict->used; i++) {
        const DictEntry *entry = &dict->entries[i];
        if (value_is_unset(entry->key))
            continue;
        mark_value(marker, entry->key);
        mark_value(marker, entry->value);
    }
}

static void visit_function(Marker *marker, const Function *f)
{
    mark_object(marker, f->code);
    mark_object(marker, f->globals);
    mark_object(marker, f->builtins);
    mark_value(marker, f->defaults);
    mark_value(marker, f->kwdefaults);
    mark_object(marker, f->name);
    mark_object(marker, f->qualname);
    mark_value(marker, f->module);
    mark_value(marker, f->doc);
    mark_value(marker, f->annotations);
    for (uint32_t i = 0; i < f->ncells; i++)
        mark_object(marker, f->cells[i]);
}

static void visit_class(Marker *marker, const Class *cls)
{
    mark_object(marker, cls->name);
    mark_object(marker, cls->qualname);
    mark_value(marker, cls->module);
    mark_object(marker, cls->bases);
    mark_object(marker, cls->mro);
    mark_object(marker, cls->dict);
    mark_object(marker, cls->root);
    mark_object(marker, cls->subclasses);
    mark_object(marker, cls->base);
}

static void visit_exception(Marker *marker, const Exception *exc)
{
    mark_object(marker, exc->args);
    mark_value(marker, exc->cause);
    mark_value(marker, exc->context);
    mark_value(marker, exc->notes);
    mark_value(marker, exc->extra);
    for (uint32_t i = 0; i < exc->tb_count; i++)
        mark_object(marker, exc->tb[i].func);
}

static void visit_instance(Marker *marker, const Instance *in)
{
    mark_values(marker, in->slots, in->obj.aux);
    if (!in->shape) {
        mark_object(marker, in->dict);
        return;
    }
    mark_object(marker, in->shape);
    if (in->shape->obj.aux > in->obj.aux)
        mark_values(marker, in->more, in->shape->obj.aux - in->obj.aux);
}

static void visit(Marker *marker, Obj *obj)
{
    mark_object(marker, obj->cls);
    if (UNLIKELY(obj->flags & OBJ_ATTRS)) {
        MapRow *row = objmap_find(&marker->heap->inside->attrs, obj);
        if (row)
            mark_object(marker, row->value);
    }
    unsigned kind = obj->kind & KIND_MASK;
    switch (kind) {
    case KIND_INSTANCE: visit_instance(marker, (Instance *)obj); break;
    case KIND_STR: {
        const Str *s = (Str *)obj;
        if (s->data != s->inline_data)
            mark_object(marker, s->owner);
        break;
    }
    case KIND_BOXED: mark_value(marker, ((Boxed *)obj)->number); break;
    case KIND_LIST: mark_values(marker, ((List *)obj)->items, ((List *)obj)->count); break;
    case KIND_TUPLE: mark_values(marker, ((Tuple *)obj)->items, obj->aux); break;
    case KIND_DICT:
    case KIND_SET:
    case KIND_FROZENSET: visit_dict(marker, (Dict *)obj); break;
    case KIND_RANGE: mark_values(marker, &((Range *)obj)->start, 4); break;
    case KIND_SLICE: mark_values(marker, &((Slice *)obj)->start, 3); break;
    case KIND_CELL: mark_value(marker, ((Cell *)obj)->value); break;
    case KIND_FUNCTION: visit_function(marker, (Function *)obj); break;
    case KIND_NATIVE:
        mark_value(marker, ((Native *)obj)->owner);
        mark_value(marker, ((Native *)obj)->data);
        break;
    case KIND_BOUND: mark_values(marker, &((Bound *)obj)->self, 2); break;
    case KIND_PROPERTY:
        mark_values(marker, &((Property *)obj)->get, 4);
        mark_object(marker, ((Property *)obj)->name);
        break;
    case KIND_CLASSMETHOD:
    case KIND_STATICMETHOD: mark_value(marker, ((Wrapper *)obj)->func); break;
    case KIND_GETSET:
        mark_object(marker, ((GetSet *)obj)->name);
        mark_object(marker, ((GetSet *)obj)->owner);
        mark_value(marker, ((GetSet *)obj)->data);
        break;
    case KIND_SUPER:
        mark_object(marker, ((Super *)obj)->start);
        mark_object(marker, ((Super *)obj)->of);
        mark_value(marker, ((Super *)obj)->self);
        break;
    case KIND_CLASS: visit_class(marker, (Class *)obj); break;
    case KIND_SHAPE:
        mark_object(marker, ((Shape *)obj)->cls);
        mark_object(marker, ((Shape *)obj)->parent);
        mark_object(marker, ((Shape *)obj)->name);
        mark_value(marker, ((Shape *)obj)->transitions);
        mark_object(marker, ((Shape *)obj)->table);
        break;
    case KIND_MODULE:
        mark_object(marker, ((Module *)obj)->name);
        mark_object(marker, ((Module *)obj)->dict);
        break;
    case KIND_EXCEPTION: visit_exception(marker, (Exception *)obj); break;
    case KIND_LIST_ITER:
    case KIND_TUPLE_ITER:
    case KIND_SEQ_ITER: mark_value(marker, ((SeqIter *)obj)->seq); break;
    case KIND_DICT_ITER: mark_value(marker, ((DictIter *)obj)->table); break;
    case KIND_DICT_VIEW: mark_object(marker, ((DictView *)obj)->dict); break;
    case KIND_WEAKREF: mark_value(marker, ((WeakRef *)obj)->callback); break;
    case KIND_SLOTS: mark_values(marker, ((Slots *)obj)->v, obj->aux); break;
    case KIND_BLOB:
        mark_value(marker, ((Blob *)obj)->v);
        if (obj->aux < marker->heap->inside->blob_count &&
            marker->heap->inside->blobs[obj->aux].visit)
            marker->heap->inside->blobs[obj->aux].visit(marker, obj);
        break;
    default: break;
    }
    const KindHooks *hooks = &marker->heap->inside->hooks[kind];
    if (hooks->visit)
        hooks->visit(marker, obj);
}

static void each_object(Heap *heap, void (*fn)(void *ctx, Obj *obj), void *ctx)
{
    struct HeapInside *in = heap->inside;
    for (size_t c = 0; c < HEAP_CLASSES; c++)
        for (Block *block = in->blocks[c]; block; block = block->next)
            for (char *cell = block->cells; cell < block->fresh; cell += block->cell_bytes) {
                Obj *obj = (Obj *)(void *)cell;
                if (obj->kind != KIND_FREE)
                    fn(ctx, obj);
            }
    for (size_t i = 0; i < in->alone.count; i++)
        fn(ctx, in->alone.items[i]);
}

static inline void mark_and_visit(Marker *marker, Obj *obj)
{
    if (obj->mark & OBJ_MARKED)
        return;
    obj->mark |= OBJ_MARKED;
    if (!(obj->flags & OBJ_ATTRS) && obj->kind < KIND_COUNT && is_leaf[obj->kind])
        return;
    visit(marker, obj);
}

/* Objects wait in a short queue between the stack and their visit, so that what a prefetch asked for
 * has arrived when it is looked at (Cher, Hosking, Vitek 2004). */
static void drain_stack(Marker *marker)
{
    enum { AHEAD = 8 };
    Obj *queue[AHEAD];
    size_t waiting = 0, at = 0;
    while (marker->count || waiting) {
        if (marker->count && waiting < AHEAD) {
            Obj *obj = marker->stack[--marker->count];
            __builtin_prefetch(obj);
            queue[(at + waiting++) % AHEAD] = obj;
            continue;
        }
        Obj *obj = queue[at];
        at = (at + 1) % AHEAD;
        waiting--;
        mark_and_visit(marker, obj);
    }
}

static void rescan_object(void *ctx, Obj *obj)
{
    Marker *marker = ctx;
    if (!(obj->mark & OBJ_MARKED))
        return;
    visit(marker, obj);
    drain_stack(marker);
}

static void drain(Marker *marker)
{
    for (drain_stack(marker); marker->overflow;) {
        marker->overflow = false;
        each_object(marker->heap, rescan_object, marker);
    }
}

static void mark_objvec(Marker *marker, const ObjVec *vec, size_t from)
{
    for (size_t i = from; i < vec->count; i++)
        mark_object(marker, vec->items[i]);
}

static void mark_roots(Marker *marker)
{
    Heap *heap = marker->heap;
    struct HeapInside *in = heap->inside;
    for (size_t i = 0; i < KIND_COUNT; i++)
        mark_object(marker, heap->classes[i]);
    for (size_t i = 0; i < CLS_COUNT; i++)
        mark_object(marker, heap->named[i]);
    mark_object(marker, heap->empty_str);
    for (size_t i = 0; i < 256; i++)
        mark_object(marker, heap->chars[i]);
    mark_object(marker, heap->empty_tuple);
    if (heap->interned)
        heap->interned->obj.mark |= OBJ_MARKED; /* not its entries: they are weak */
    for (size_t i = 0; i < in->root_count; i++)
        in->roots[i].visit(marker, in->roots[i].owner);
    mark_objvec(marker, &in->immortal, 0);
    mark_objvec(marker, &in->finalise_queue, in->finalise_next);
    mark_object(marker, in->finalising);
    mark_objvec(marker, &in->dead_weakrefs, in->dead_weakrefs_next);
    mark_object(marker, in->weakref_taken);
}

/* --- between mark and sweep: finalisers and weak tables --------------------------------------- */

static bool is_dead(const Obj *obj)
{
    return !(obj->mark & OBJ_MARKED);
}

static void queue_finalisable(Marker *marker)
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
    mark_objvec(marker, &in->finalise_queue, first_new);
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

/* --- sweeping --------------------------------------------------------------------------------- */

/* Frees the C memory of a dead object. Must not follow references: they may be gone already. */
static void release(Heap *heap, Obj *obj)
{
    unsigned kind = obj->kind & KIND_MASK;
    const KindHooks *hooks = &heap->inside->hooks[kind];
    if (hooks->finalise)
        hooks->finalise(heap, obj);
    switch (kind) {
    case KIND_INSTANCE: {
        Instance *in = (Instance *)obj;
        if (in->shape && in->more) /* more[-1]: its size, because the shape may be dead as well */
            heap_array_free(heap, in->more - 1, in->more[-1].bits);
        break;
    }
    case KIND_LIST:
        heap_array_free(heap, ((List *)obj)->items, ((List *)obj)->capacity * sizeof(Value));
        break;
    case KIND_DICT:
    case KIND_SET:
    case KIND_FROZENSET: {
        Dict *dict = (Dict *)obj;
        heap_array_free(heap, dict->entries, dict->capacity * sizeof *dict->entries);
        if (dict->mask)
            heap_array_free(heap, dict->index, ((size_t)dict->mask + 1) * sizeof *dict->index);
        break;
    }
    case KIND_BYTEARRAY:
        heap_array_free(heap, ((ByteArray *)obj)->data, ((ByteArray *)obj)->capacity);
        break;
    case KIND_EXCEPTION: {
        Exception *exc = (Exception *)obj;
        heap_array_free(heap, exc->tb, exc->tb_capacity * sizeof *exc->tb);
        break;
    }
    case KIND_BLOB:
        if (obj->aux < heap->inside->blob_count && heap->inside->blobs[obj->aux].finalise)
            heap->inside->blobs[obj->aux].finalise(heap, obj);
        break;
    default: break;
    }
}

/* Kinds for which release() has something to do, hooks aside. */
static const bool owns_memory[KIND_COUNT] = {
    [KIND_INSTANCE] = true, [KIND_LIST] = true,   [KIND_DICT] = true,   [KIND_SET] = true,
    [KIND_FROZENSET] = true, [KIND_BYTEARRAY] = true,
    [KIND_EXCEPTION] = true, [KIND_BLOB] = true,
};

static void sweep_class(Heap *heap, size_t size_class)
{
    struct HeapInside *in = heap->inside;
    Obj *head = NULL, **link = &head;
    Block **from = &in->blocks[size_class];
    size_t freed = 0;
    bool frees[KIND_COUNT];
    for (size_t k = 0; k < KIND_COUNT; k++)
        frees[k] = owns_memory[k] || in->hooks[k].finalise;
    for (Block *block; (block = *from);) {
        bool alive = false;
        Obj **block_link = link; /* to take the block's cells out again when all are free */
        size_t step = block->cell_bytes;
        for (char *cell = block->cells; cell < block->fresh; cell += step) {
            Obj *obj = (Obj *)(void *)cell;
            if (obj->mark & OBJ_MARKED) {
                obj->mark &= (uint8_t)~OBJ_MARKED;
                alive = true;
                continue;
            }
            if (obj->kind != KIND_FREE) {
                if (frees[obj->kind & KIND_MASK])
                    release(heap, obj);
                if (heap->stress)
                    memset(cell, 0xDB, step);
                obj->kind = KIND_FREE;
                obj->mark = 0;
                freed++;
            }
            *link = obj;
            link = (Obj **)(void *)&obj->cls;
        }
        if (alive) {
            from = &block->next;
            continue;
        }
        link = block_link;
        *from = block->next;
        block->next = in->empty;
        in->empty = block;
        in->empty_count++;
    }
    *link = NULL;
    heap->free_cells[size_class] = head;
    heap->live_bytes -= freed * size_class * HEAP_CELL_STEP;
    heap->freed_objects += freed;
}

static void free_alone(Heap *heap, Obj *obj)
{
    size_t size = alone_size(obj);
    release(heap, obj);
    heap->live_bytes -= size;
    mem_free((char *)obj - ALONE_HEADER, size + ALONE_HEADER);
}

static void sweep_alone(Heap *heap)
{
    ObjVec *vec = &heap->inside->alone;
    size_t kept = 0;
    for (size_t i = 0; i < vec->count; i++) {
        Obj *obj = vec->items[i];
        if (is_dead(obj)) {
            free_alone(heap, obj);
            heap->freed_objects++;
            continue;
        }
        obj->mark &= (uint8_t)~OBJ_MARKED;
        vec->items[kept++] = obj;
    }
    vec->count = kept;
}

static void free_block_list(Block *block)
{
    while (block) {
        Block *next = block->next;
        mem_free(block, BLOCK_BYTES);
        block = next;
    }
}

/* Keeps as many empty blocks as will be filled until the next collection, gives the rest back. */
static void trim_empty(struct HeapInside *in)
{
    size_t keep = MIN_THRESHOLD / BLOCK_BYTES + in->block_count - in->empty_count;
    while (in->empty_count > keep) {
        Block *block = in->empty;
        in->empty = block->next;
        in->empty_count--;
        in->block_count--;
        mem_free(block, BLOCK_BYTES);
    }
    while (in->reserve_count < RESERVE_BLOCKS) {
        Block *block = mem_alloc(BLOCK_BYTES);
        if (!block)
            break;
        block->next = in->reserve;
        in->reserve = block;
        in->reserve_count++;
    }
}

static void set_threshold(Heap *heap)
{
    size_t live = heap->live_bytes; /* small heaps may triple: what they cost is the passes */
    size_t threshold = live < 32 << 20 ? live * 3 : live * 2;
    if (threshold < MIN_THRESHOLD)
        threshold = MIN_THRESHOLD;
    if (heap->limit_bytes && threshold > heap->limit_bytes) /* collect before the limit is met */
        threshold = heap->live_bytes < heap->limit_bytes
                        ? heap->live_bytes + (heap->limit_bytes - heap->live_bytes) / 2
                        : heap->live_bytes + heap->live_bytes / 8;
    heap->threshold_bytes = heap->stress ? 0 : threshold;
}

static uint64_t clock_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

void heap_collect(Heap *heap)
{
    uint64_t start_ns = clock_ns();
    struct HeapInside *in = heap->inside;
    Obj *small_stack[256];
    Marker marker = { .heap = heap };
    marker.capacity = 8192;
    marker.stack = mem_alloc(marker.capacity * sizeof *marker.stack);
    bool borrowed = !marker.stack;
    if (borrowed) { /* too small to grow, but a collection it does */
        marker.stack = small_stack;
        marker.capacity = 256;
        marker.fixed = true;
    }
    mark_roots(&marker);
    drain(&marker);
    queue_finalisable(&marker);
    drain(&marker);
    clear_weakrefs(heap);
    clear_attrs(heap);
    clear_interned(heap);
    if (!borrowed)
        mem_free(marker.stack, marker.capacity * sizeof *marker.stack);
    for (size_t c = 1; c < HEAP_CLASSES; c++)
        sweep_class(heap, c);
    sweep_alone(heap);
    trim_empty(in);
    set_threshold(heap);
    heap->collections++;
    heap->pause_ns_total += clock_ns() - start_ns;
}

/* --- roots, kinds, finalisation --------------------------------------------------------------- */

void heap_add_root(Heap *heap, HeapVisitor visit_root, void *owner)
{
    struct HeapInside *in = heap->inside;
    if (in->root_count == in->root_capacity) {
        size_t capacity = in->root_capacity * 2;
        Root *roots = mem_realloc(in->roots, in->root_capacity * sizeof *roots,
                                  capacity * sizeof *roots);
        if (!roots)
            die_of_memory();
        in->roots = roots;
        in->root_capacity = capacity;
    }
    in->roots[in->root_count++] = (Root){ visit_root, owner };
}

void heap_remove_root(Heap *heap, HeapVisitor visit_root, void *owner)
{
    struct HeapInside *in = heap->inside;
    for (size_t i = in->root_count; i-- > 0;)
        if (in->roots[i].visit == visit_root && in->roots[i].owner == owner) {
            in->roots[i] = in->roots[--in->root_count];
            return;
        }
}

void heap_set_kind(Heap *heap, uint8_t kind, KindVisitor visit_kind, KindFinaliser finalise)
{
    heap->inside->hooks[kind] = (KindHooks){ visit_kind, finalise };
}

uint32_t heap_add_blob_type(Heap *heap, KindVisitor visit_kind, KindFinaliser finalise)
{
    struct HeapInside *in = heap->inside;
    size_t bytes = in->blob_count * sizeof *in->blobs;
    KindHooks *blobs = mem_realloc(in->blobs, bytes, bytes + sizeof *blobs);
    if (!blobs)
        die_of_memory();
    in->blobs = blobs;
    blobs[in->blob_count] = (KindHooks){ visit_kind, finalise };
    return in->blob_count++;
}

void heap_set_immortal(Heap *heap, Obj *obj)
{
    if (obj->flags & OBJ_IMMORTAL)
        return;
    obj->flags |= OBJ_IMMORTAL;
    if (!objvec_push(&heap->inside->immortal, obj))
        die_of_memory();
}

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

void heap_each(Heap *heap, void (*fn)(void *ctx, Obj *obj), void *ctx)
{
    each_object(heap, fn, ctx);
}

/* --- birth and death of the heap -------------------------------------------------------------- */

static void choose_hash_key(Heap *heap)
{
    const char *seed = getenv("MINIASYNC_HASHSEED");
    if (seed && *seed) {
        heap->hash_key[0] = strtoull(seed, NULL, 10) * 0x9E3779B97F4A7C15ULL;
        heap->hash_key[1] = ~heap->hash_key[0] * 0xC2B2AE3D27D4EB4FULL;
        return;
    }
    ssize_t got = -1;
#ifdef __linux__
    got = getrandom(heap->hash_key, sizeof heap->hash_key, GRND_NONBLOCK);
#endif
    if (got == (ssize_t)sizeof heap->hash_key)
        return;
    heap->hash_key[0] = clock_ns() * 0x9E3779B97F4A7C15ULL;
    heap->hash_key[1] = (uint64_t)(uintptr_t)heap * 0xC2B2AE3D27D4EB4FULL ^ (uint64_t)getpid();
}

void heap_destroy(Heap *heap)
{
    struct HeapInside *in = heap->inside;
    for (size_t c = 1; c < HEAP_CLASSES; c++) {
        for (Block *block = in->blocks[c]; block; block = block->next)
            for (char *cell = block->cells; cell < block->fresh; cell += block->cell_bytes)
                if (((Obj *)(void *)cell)->kind != KIND_FREE)
                    release(heap, (Obj *)(void *)cell);
    }
    for (size_t i = 0; i < in->alone.count; i++)
        free_alone(heap, in->alone.items[i]);
    for (size_t c = 1; c < HEAP_CLASSES; c++)
        free_block_list(in->blocks[c]);
    free_block_list(in->empty);
    free_block_list(in->reserve);
    objvec_free(&in->alone);
    objvec_free(&in->immortal);
    objvec_free(&in->finalisable);
    objvec_free(&in->finalise_queue);
    objvec_free(&in->weakrefs);
    objvec_free(&in->dead_weakrefs);
    objmap_free(&in->attrs);
    objmap_free(&in->weak_by_target);
    mem_free(in->roots, in->root_capacity * sizeof *in->roots);
    mem_free(in->blobs, in->blob_count * sizeof *in->blobs);
    mem_free(in, sizeof *in);
    mem_free(heap, sizeof *heap);
}

Heap *heap_create(void)
{
    Heap *heap = mem_alloc(sizeof *heap);
    struct HeapInside *in = mem_alloc(sizeof *in);
    Root *roots = mem_alloc(FIRST_ROOTS * sizeof *roots);
    if (!heap || !in || !roots) {
        mem_free(heap, sizeof *heap);
        mem_free(in, sizeof *in);
        mem_free(roots, FIRST_ROOTS * sizeof *roots);
        return NULL;
    }
    memset(heap, 0, sizeof *heap);
    memset(in, 0, sizeof *in);
    heap->inside = in;
    in->roots = roots;
    in->root_capacity = FIRST_ROOTS;
    heap->threshold_bytes = MIN_THRESHOLD;
    heap->next_version = 1;
    heap->limit_bytes = mem_limit();
    choose_hash_key(heap);
    const char *stress = getenv("MINIASYNC_GC_STRESS");
    heap->stress = stress && *stress && strcmp(stress, "0") != 0;
    if (heap->stress)
        heap->threshold_bytes = 0;
    trim_empty(in); /* fills the reserve */
    if (!in->reserve) {
        heap_destroy(heap);
        return NULL;
    }
    heap->interned = dict_new(heap, 512);
    if (!heap->interned)
        heap->interned = dict_new(heap, 0);
    return heap;
}
