/* number.c - numbers for objects instead of their addresses: in a run in which nothing depends on chance
 * (MINIASYNC_HASHSEED=0, as in a trace) reprs, id() and the order of a set of objects are the same each time.
 * An object gets its number when first asked for one. A table with open addressing from address to number; a
 * new object at the place of a dead one inherits its number: no two living ones have the same. */
#include "object/heap.h"

#include "base/mem.h"

#include <stdint.h>

struct Numbers {
    size_t count, capacity; /* a power of two */
    struct {
        const void *object;
        uint64_t number;
    } *rows;
};

static size_t place_of(const struct Numbers *numbers, const void *object)
{
    size_t mask = numbers->capacity - 1, at = ((uintptr_t)object >> 4) * 0x9E3779B97F4A7C15u >> 20 & mask;
    while (numbers->rows[at].object && numbers->rows[at].object != object)
        at = (at + 1) & mask;
    return at;
}

static bool grow(struct Numbers *numbers)
{
    struct Numbers bigger = { .count = numbers->count, .capacity = numbers->capacity ? numbers->capacity * 2 : START(128) * 2 };
    bigger.rows = mem_alloc_zero(bigger.capacity * sizeof *bigger.rows);
    if (!bigger.rows)
        return false;
    for (size_t i = 0; i < numbers->capacity; i++)
        if (numbers->rows[i].object)
            bigger.rows[place_of(&bigger, numbers->rows[i].object)] = numbers->rows[i];
    mem_free(numbers->rows, numbers->capacity * sizeof *numbers->rows);
    *numbers = bigger;
    return true;
}

void heap_number_objects(Heap *heap)
{
    heap->numbers = mem_alloc_zero(sizeof *heap->numbers); /* without memory: addresses */
}

void heap_forget_numbers(Heap *heap)
{
    if (!heap->numbers)
        return;
    mem_free(heap->numbers->rows, heap->numbers->capacity * sizeof *heap->numbers->rows);
    mem_free(heap->numbers, sizeof *heap->numbers);
    heap->numbers = NULL;
}

uint64_t heap_number_of(Heap *heap, const void *object)
{
    struct Numbers *numbers = heap->numbers;
    if (numbers->count * 2 >= numbers->capacity && !grow(numbers) && numbers->count + 1 >= numbers->capacity)
        return (uint64_t)(uintptr_t)object;
    size_t at = place_of(numbers, object);
    if (!numbers->rows[at].object) {
        numbers->rows[at].object = object;
        numbers->rows[at].number = ++numbers->count << 4;
    }
    return numbers->rows[at].number;
}
