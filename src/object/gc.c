/* gc.c - which objects are dead: mark and sweep.
 *
 * A collection: mark from the roots with an explicit stack; queue what wants to be finalised and mark
 * from there; drop dead rows of the weak tables; sweep block by block. When the mark stack cannot
 * grow, its overflow is remembered and the marked objects are scanned again (Knuth's classic
 * answer), so a collection needs no memory to succeed. */
#include "object/heap_internal.h"

#include "base/mem.h"
#include <time.h>

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
    bool leaf = obj->kind == KIND_STR || obj->kind == KIND_BYTES || obj->kind == KIND_BIGINT;
    unsigned more = obj->kind == KIND_STR ? OBJ_ATTRS | OBJ_WEAK | STR_SHARED : OBJ_ATTRS | OBJ_WEAK;
    if (!leaf || obj->flags & more)
        return false;
    obj->mark |= OBJ_MARKED;
    return true;
}

void mark_values(Marker *marker, const Value *values, size_t count)
{
    enum { AHEAD = 12, LONG = 32 };
    Value last = VALUE_UNSET;
    if (count < LONG) { /* the registers of a frame, a small tuple: no time to fetch ahead */
        for (size_t i = 0; i < count; i++) {
            if (!value_is_obj(values[i]) || value_same(values[i], last))
                continue;
            last = values[i];
            push(marker, value_obj(values[i]));
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count && value_is_obj(values[i + AHEAD]))
            __builtin_prefetch(value_obj(values[i + AHEAD]));
        if (!value_is_obj(values[i]) || value_same(values[i], last))
            continue;
        last = values[i];
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
    mark_object(marker, cls->lazy_dict);
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
        if (s->obj.flags & STR_SHARED)
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
        heap_each(marker->heap, rescan_object, marker);
    }
}

void gc_mark_all(Marker *marker, const ObjVec *vec, size_t from)
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
    gc_mark_all(marker, &in->immortal, 0);
    gc_mark_all(marker, &in->finalise_queue, in->finalise_next);
    mark_object(marker, in->finalising);
    gc_mark_all(marker, &in->dead_weakrefs, in->dead_weakrefs_next);
    mark_object(marker, in->weakref_taken);
}

/* --- sweeping --------------------------------------------------------------------------------- */

void gc_release(Heap *heap, Obj *obj)
{
    unsigned kind = obj->kind & KIND_MASK;
    const KindHooks *hooks = &heap->inside->hooks[kind];
    if (hooks->finalise)
        hooks->finalise(heap, obj);
    switch (kind) {
    case KIND_INSTANCE: {
        Instance *in = (Instance *)obj;
        if (in->shape && in->more) /* more[-1]: its size, because the shape may be dead as well */
            heap_array_free(heap, in->more - 1, instance_more_bytes(in));
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

/* Kinds for which gc_release() has something to do, hooks aside. */
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
                    gc_release(heap, obj);
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

static size_t alone_size(const Obj *obj)
{
    size_t size;
    memcpy(&size, (const char *)obj - ALONE_HEADER, sizeof size);
    return size;
}

void gc_free_alone(Heap *heap, Obj *obj)
{
    size_t size = alone_size(obj);
    gc_release(heap, obj);
    heap->live_bytes -= size;
    heap_free_block(heap, (char *)obj - ALONE_HEADER, size + ALONE_HEADER);
}

static void sweep_alone(Heap *heap)
{
    ObjVec *vec = &heap->inside->alone;
    size_t kept = 0;
    for (size_t i = 0; i < vec->count; i++) {
        Obj *obj = vec->items[i];
        if (is_dead(obj)) {
            gc_free_alone(heap, obj);
            heap->freed_objects++;
            continue;
        }
        obj->mark &= (uint8_t)~OBJ_MARKED;
        vec->items[kept++] = obj;
    }
    vec->count = kept;
}

/* `before`: the bytes that lived before this collection. */
static void set_threshold(Heap *heap, size_t before)
{
    size_t live = heap->live_bytes; /* small heaps may triple: what they cost is the passes */
    size_t threshold = live < 32 << 20 ? live * 3 : live * 2;
    if (threshold < MIN_THRESHOLD)
        threshold = MIN_THRESHOLD;
    size_t limit = heap->limit_bytes;
    if (limit && threshold > limit) { /* collect before the limit is met, but do not crawl towards it */
        size_t room = live < limit ? (limit - live) / 2 : live / 8;
        threshold = live + (room > limit / NEAR_LIMIT ? room : limit / NEAR_LIMIT);
    }
    /* Little was freed, or little is left: as good as out of memory. */
    bool full = limit && (live > limit - limit / NEAR_LIMIT || (heap->oom && before < live + limit / NEAR_LIMIT));
    heap->full_bytes = full ? live + limit / NEAR_LIMIT : 0;
    heap->oom |= full;
    if (before - live > (limit ? limit / NEAR_LIMIT : live / NEAR_LIMIT))
        heap->memory_errors = 0;
    heap->threshold_bytes = heap->stress ? 0 : threshold;
}

uint64_t gc_clock_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000000u + (uint64_t)now.tv_nsec;
}

enum { SMALL_STACK = 256 };

/* small_stack serves when there is no memory: too small to grow, but a collection it does. */
static Marker marker_open(Heap *heap, Obj *small_stack[SMALL_STACK])
{
    Marker marker = { .heap = heap, .capacity = START(8192) };
    marker.stack = mem_alloc(marker.capacity * sizeof *marker.stack);
    if (!marker.stack) {
        marker.stack = small_stack;
        marker.capacity = SMALL_STACK;
        marker.fixed = true;
    }
    return marker;
}

static void marker_close(Marker *marker)
{
    if (!marker->fixed)
        mem_free(marker->stack, marker->capacity * sizeof *marker->stack);
}

static void unmark(void *context, Obj *obj)
{
    obj->mark &= (uint8_t)~OBJ_MARKED;
}

bool heap_is_marked(const Obj *obj)
{
    return (obj->mark & OBJ_MARKED) != 0;
}

void heap_survey(Heap *heap, bool (*more)(Marker *marker, void *context), void *context)
{
    Obj *small_stack[SMALL_STACK];
    Marker marker = marker_open(heap, small_stack);
    mark_roots(&marker);
    do
        drain(&marker);
    while (more(&marker, context));
    marker_close(&marker);
    heap_each(heap, unmark, NULL);
}

void heap_collect(Heap *heap)
{
    uint64_t start_ns = gc_clock_ns();
    heap_free_late(heap);
    size_t before = heap->live_bytes;
    struct HeapInside *in = heap->inside;
    Obj *small_stack[SMALL_STACK];
    size_t limit = mem_limit();
    mem_set_limit(0); /* without a whole mark stack each overflow costs a walk over the heap */
    Marker marker = marker_open(heap, small_stack);
    mark_roots(&marker);
    drain(&marker);
    weak_queue_finalisable(&marker);
    drain(&marker);
    weak_clear(heap);
    marker_close(&marker);
    mem_set_limit(limit);
    for (size_t c = 1; c < HEAP_CLASSES; c++)
        sweep_class(heap, c);
    sweep_alone(heap);
    heap_trim(in);
    set_threshold(heap, before);
    heap->collections++;
    heap->pause_ns_total += gc_clock_ns() - start_ns;
}
