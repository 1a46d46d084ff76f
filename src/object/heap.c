/* heap.c - where objects live: cells and blocks, roots and kinds, birth and death of the whole.
 * Which of them are dead is found in gc.c.
 *
 * Cells of 16 to 512 bytes lie in blocks of 64 KB, one size a block; each size has a free list. A new
 * block is threaded into its list a page at a time, so a small program touches little memory. Larger
 * objects, and all with -DMA_POOL=0, are allocated alone and listed. Arrays that objects own
 * (list items, dict entries) come from the C allocator and are only counted here. */
#include "object/heap_internal.h"

#include "base/mem.h"
#include "base/platform.h"
#include "object/dict.h"
#include <stdlib.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/random.h>
#endif

void heap_die_of_memory(void)
{
    static const char text[] = "miniasync: out of memory\n";
    ssize_t written = write(STDERR_FILENO, text, sizeof text - 1);
    (void)written;
    _exit(1);
}

/* For what must not fail: a limit that was asked for gives way until the next safe point, which raises
 * MemoryError; the machine's does not. */
static void *alloc_anyway(Heap *heap, void *old, size_t old_bytes, size_t bytes)
{
    note_oom(heap);
    size_t limit = mem_limit();
    mem_set_limit(0);
    void *memory = mem_realloc(old, old_bytes, bytes);
    mem_set_limit(limit);
    if (!memory)
        heap_die_of_memory();
    return memory;
}

static void push_anyway(Heap *heap, ObjVec *vec, Obj *obj)
{
    if (objvec_push(vec, obj))
        return;
    size_t capacity = vec->capacity ? vec->capacity * 2 : START(64);
    vec->items = alloc_anyway(heap, vec->items, vec->capacity * sizeof *vec->items, capacity * sizeof *vec->items);
    vec->capacity = capacity;
    vec->items[vec->count++] = obj;
}

/* --- giving back ------------------------------------------------------------------------------- */

enum { LATE_BYTES = 1 << 26, LATE_PIECE = 1 << 24 };

/* mem_free, from the end in pieces; what is left when Ctrl-C comes is freed late. */
void heap_free_block(Heap *heap, void *block, size_t bytes)
{
    if (UNLIKELY(bytes > LATE_BYTES))
        for (size_t left = bytes; left > LATE_PIECE; left -= LATE_PIECE) {
            if (heap->interrupted && heap->interrupted(heap->interrupted_ctx)) { /* nobody gives up for it */
                Late *late = block;
                *late = (Late){ heap->inside->late, bytes };
                heap->inside->late = late;
                return;
            }
            platform_discard((char *)block + left - LATE_PIECE, LATE_PIECE);
        }
    mem_free(block, bytes);
}

void heap_free_late(Heap *heap)
{
    for (Late *late; (late = heap->inside->late);) {
        heap->inside->late = late->next;
        heap_free_block(heap, late, late->bytes);
        if (heap->inside->late == late) /* Ctrl-C once more */
            return;
    }
}

/* --- copying ----------------------------------------------------------------------------------- */

bool heap_copy_pieces(Heap *heap, void *to, const void *from, size_t bytes)
{
    bool down = from && (const char *)from < (char *)to && (const char *)from + bytes > (char *)to; /* the end first */
    for (size_t done = 0, piece; done < bytes; done += piece) {
        piece = bytes - done < HEAP_PIECE ? bytes - done : HEAP_PIECE;
        size_t at = down ? bytes - done - piece : done;
        if (from)
            memmove((char *)to + at, (const char *)from + at, piece);
        else
            memset((char *)to + at, 0, piece);
        if (heap_interrupted(heap))
            return false;
    }
    return true;
}

bool heap_compare_pieces(Heap *heap, const void *a, const void *b, size_t bytes, int *order)
{
    *order = 0;
    for (size_t at = 0, piece; at < bytes && *order == 0; at += piece) {
        piece = bytes - at < HEAP_PIECE ? bytes - at : HEAP_PIECE;
        *order = memcmp((const char *)a + at, (const char *)b + at, piece);
        if (heap_interrupted(heap))
            return false;
    }
    return true;
}

/* --- allocation ------------------------------------------------------------------------------- */

static void init_cell(Heap *heap, Obj *obj, uint8_t kind, size_t size_class, size_t clear)
{
    memset((void *)obj, 0, clear < sizeof(Obj) ? sizeof(Obj) : clear);
    obj->cls = heap->classes[kind & KIND_MASK];
    obj->kind = kind;
    obj->size_class = (uint8_t)size_class;
}

static void fill_reserve(struct HeapInside *in)
{
    while (in->reserve_count < RESERVE_BLOCKS) {
        Block *block = mem_alloc(BLOCK_BYTES);
        if (!block)
            break;
        block->next = in->reserve;
        in->reserve = block;
        in->reserve_count++;
    }
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
        } else {
            block = alloc_anyway(heap, NULL, 0, BLOCK_BYTES);
        }
    }
    if (++in->block_count == SMALL_BLOCKS) /* a small program starts sooner without a reserve */
        fill_reserve(in);
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
    /* To the end of the page: the list must not reach into one that nothing has touched yet. */
    char *stop = block->fresh + (THREAD_BYTES - (uintptr_t)block->fresh % THREAD_BYTES);
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
    char *memory = may_fail ? mem_alloc(size + ALONE_HEADER) : mem_alloc_cell(size + ALONE_HEADER);
    if (!memory && may_fail)
        return NULL;
    if (!memory)
        memory = alloc_anyway(heap, NULL, 0, size + ALONE_HEADER);
    memcpy(memory, &size, sizeof size);
    Obj *obj = (Obj *)(void *)(memory + ALONE_HEADER);
    if (!may_fail) {
        push_anyway(heap, &in->alone, obj);
    } else if (!objvec_push(&in->alone, obj)) {
        mem_free(memory, size + ALONE_HEADER);
        return NULL;
    }
    init_cell(heap, obj, kind, HEAP_ALONE, may_fail ? 0 : clear);
    heap->live_bytes += size;
    if (may_fail && clear > sizeof *obj && !heap_copy(heap, obj + 1, NULL, clear - sizeof *obj))
        return NULL; /* nobody sees it before it is swept */
    return obj;
}

void *heap_new_slow(Heap *heap, uint8_t kind, size_t size, size_t clear, bool may_fail)
{
    size_t size_class = (size + HEAP_CELL_STEP - 1) / HEAP_CELL_STEP;
    if (size_class >= HEAP_CLASSES || !MA_POOL) {
        Obj *obj = new_alone(heap, kind, size, clear, may_fail && size_class >= HEAP_CLASSES);
        if (!obj && !(may_fail && size_class >= HEAP_CLASSES))
            heap_die_of_memory();
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
    if (UNLIKELY(new_bytes > LATE_BYTES))
        heap_free_late(heap);
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
    heap_free_block(heap, array, bytes);
}

static void free_block_list(Block *block)
{
    while (block) {
        Block *next = block->next;
        mem_free(block, BLOCK_BYTES);
        block = next;
    }
}

void heap_trim(struct HeapInside *in)
{
    size_t keep = MIN_THRESHOLD / BLOCK_BYTES + in->block_count - in->empty_count;
    while (in->empty_count > keep) {
        Block *block = in->empty;
        in->empty = block->next;
        in->empty_count--;
        in->block_count--;
        mem_free(block, BLOCK_BYTES);
    }
    fill_reserve(in);
}

void heap_each(Heap *heap, void (*fn)(void *ctx, Obj *obj), void *ctx)
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

/* --- roots and kinds ------------------------------------------------------------------------ */

void heap_add_root(Heap *heap, HeapVisitor visit_root, void *owner)
{
    struct HeapInside *in = heap->inside;
    if (in->root_count == in->root_capacity) {
        size_t capacity = in->root_capacity * 2;
        Root *roots = mem_realloc(in->roots, in->root_capacity * sizeof *roots,
                                  capacity * sizeof *roots);
        if (!roots)
            roots = alloc_anyway(heap, in->roots, in->root_capacity * sizeof *roots, capacity * sizeof *roots);
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
        blobs = alloc_anyway(heap, in->blobs, bytes, bytes + sizeof *blobs);
    in->blobs = blobs;
    blobs[in->blob_count] = (KindHooks){ visit_kind, finalise };
    return in->blob_count++;
}

void heap_set_immortal(Heap *heap, Obj *obj)
{
    if (obj->flags & OBJ_IMMORTAL)
        return;
    obj->flags |= OBJ_IMMORTAL;
    push_anyway(heap, &heap->inside->immortal, obj);
}

/* --- birth and death of the heap -------------------------------------------------------------- */

static void choose_hash_key(Heap *heap)
{
    const char *seed = getenv("MINIASYNC_HASHSEED");
    if (seed && *seed) {
        if (strcmp(seed, "0") == 0) /* nothing in this run depends on chance */
            heap_number_objects(heap);
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
    heap->hash_key[0] = gc_clock_ns() * 0x9E3779B97F4A7C15ULL;
    heap->hash_key[1] = (uint64_t)(uintptr_t)heap * 0xC2B2AE3D27D4EB4FULL ^ (uint64_t)getpid();
}

void heap_destroy(Heap *heap)
{
    heap_forget_numbers(heap);
    heap->interrupted = NULL; /* its context is gone */
    heap_free_late(heap);
    struct HeapInside *in = heap->inside;
    for (size_t c = 1; c < HEAP_CLASSES; c++) {
        for (Block *block = in->blocks[c]; block; block = block->next)
            for (char *cell = block->cells; cell < block->fresh; cell += block->cell_bytes)
                if (((Obj *)(void *)cell)->kind != KIND_FREE)
                    gc_release(heap, (Obj *)(void *)cell);
    }
    for (size_t i = 0; i < in->alone.count; i++)
        gc_free_alone(heap, in->alone.items[i]);
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
    heap->interned = dict_new(heap, 512);
    if (!heap->interned)
        heap->interned = dict_new(heap, 0);
    return heap;
}
