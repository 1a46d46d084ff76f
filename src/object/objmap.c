/* objmap.c - lists of objects and maps from object to object: the heap's own, outside the heap, so that
 * the collector can walk and shrink them. */
#include "object/heap_internal.h"

#include "base/mem.h"

bool objvec_push(ObjVec *vec, Obj *obj)
{
    if (vec->count == vec->capacity) {
        size_t capacity = vec->capacity ? vec->capacity * 2 : START(64);
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

void objvec_free(ObjVec *vec)
{
    mem_free(vec->items, vec->capacity * sizeof *vec->items);
    *vec = (ObjVec){ 0 };
}

static size_t objmap_start(const ObjMap *map, const Obj *key)
{
    return (size_t)(((uint64_t)(uintptr_t)key * 0x9E3779B97F4A7C15ULL) >> 20) & (map->capacity - 1);
}

MapRow *objmap_find(const ObjMap *map, const Obj *key)
{
    if (map->capacity == 0)
        return NULL;
    for (size_t i = objmap_start(map, key); map->rows[i].key; i = (i + 1) & (map->capacity - 1))
        if (map->rows[i].key == key)
            return &map->rows[i];
    return NULL;
}

bool objmap_put(ObjMap *map, Obj *key, Obj *value)
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
        ObjMap bigger = { .capacity = START(8) * 2 };
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

void objmap_free(ObjMap *map)
{
    mem_free(map->rows, map->capacity * sizeof *map->rows);
    *map = (ObjMap){ 0 };
}
