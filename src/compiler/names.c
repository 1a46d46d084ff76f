/* names.c - names of the source: one Name a text, private names mangled, and their Str.
 * The parser gives equal names the same pointer. Names the compiler makes itself (mangled ones,
 * "__class__") must meet those that were written out, so both go through a table by text. */
#include "compiler/compiler_internal.h"

#include <string.h>

static uint32_t map_slot(const Map *map, uint64_t key)
{
    uint64_t hash = key * 0x9E3779B97F4A7C15ULL;
    uint32_t i = (uint32_t)(hash >> 32) & (map->capacity - 1);
    while (map->keys[i] && map->keys[i] != key)
        i = (i + 1) & (map->capacity - 1);
    return i;
}

const uint32_t *map_find(const Map *map, uint64_t key)
{
    if (!map->count)
        return NULL;
    uint32_t i = map_slot(map, key);
    return map->keys[i] ? &map->values[i] : NULL;
}

static bool map_grow(Arena *arena, Map *map)
{
    Map bigger = { NULL, NULL, map->count, map->capacity ? map->capacity * 2 : START(2) * 4 };
    bigger.keys = arena_alloc_zero(arena, bigger.capacity * sizeof(uint64_t));
    bigger.values = arena_alloc(arena, bigger.capacity * sizeof(uint32_t));
    if (!bigger.keys || !bigger.values)
        return false;
    for (uint32_t i = 0; i < map->capacity; i++) {
        if (map->keys[i]) {
            uint32_t slot = map_slot(&bigger, map->keys[i]);
            bigger.keys[slot] = map->keys[i];
            bigger.values[slot] = map->values[i];
        }
    }
    *map = bigger;
    return true;
}

bool map_put(Arena *arena, Map *map, uint64_t key, uint32_t value)
{
    if (map->count * 4 >= map->capacity * 3 && !map_grow(arena, map))
        return false;
    uint32_t i = map_slot(map, key);
    if (!map->keys[i]) {
        map->keys[i] = key;
        map->count++;
    }
    map->values[i] = value;
    return true;
}

static uint64_t text_hash(const char *text, size_t length)
{
    uint64_t hash = 0xCBF29CE484222325ULL; /* FNV-1a */
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)text[i]) * 0x100000001B3ULL;
    return hash | 1;
}

const Name *names_make(Compiler *c, const char *text, size_t length)
{
    uint64_t hash = text_hash(text, length);
    const uint32_t *found;
    while ((found = map_find(&c->mangled_index, hash))) {
        const Name *name = c->mangled.items[*found];
        if (name->length == length && !memcmp(name->bytes, text, length))
            return name;
        hash += 2; /* another text of the same hash */
    }
    Name *name = arena_alloc_zero(&c->arena, sizeof *name + length + 1);
    if (!name || !vec_reserve(&c->mangled, 1) ||
        !map_put(&c->arena, &c->mangled_index, hash, c->mangled.count)) {
        compiler_no_memory(c);
        return NULL;
    }
    name->length = (uint32_t)length;
    memcpy(name->bytes, text, length);
    c->mangled.items[c->mangled.count++] = name;
    return name;
}

/* `__x` inside `class _C` is `_C__x`; names with a dot, and those ending in `__`, stay. */
const Name *names_canonical(Compiler *c, const Scope *scope, const Name *name)
{
    if (name->length < 3 || name->bytes[0] != '_')
        return name;
    bool is_private = name->bytes[1] == '_' &&
                      memcmp(name->bytes + name->length - 2, "__", 2) != 0 &&
                      !memchr(name->bytes, '.', name->length);
    const Name *cls = is_private ? scope->class_name : NULL;
    size_t skip = 0;
    while (cls && skip < cls->length && cls->bytes[skip] == '_')
        skip++;
    if (!cls || skip == cls->length) {
        if (names_is(name, "__class__") || strstr(name->bytes + 1, "__"))
            return names_make(c, name->bytes, name->length);
        return name;
    }
    size_t length = 1 + cls->length - skip + name->length;
    char *text = arena_alloc(&c->arena, length + 1);
    if (!text) {
        compiler_no_memory(c);
        return name;
    }
    text[0] = '_';
    memcpy(text + 1, cls->bytes + skip, cls->length - skip);
    memcpy(text + 1 + cls->length - skip, name->bytes, name->length);
    const Name *made = names_make(c, text, length);
    return made ? made : name;
}

Str *names_text(Compiler *c, const Name *name)
{
    const uint32_t *found = map_find(&c->text_index, (uint64_t)(uintptr_t)name);
    if (found)
        return c->texts.items[*found];
    Str *text = str_intern_utf8(c->heap, name->bytes, name->length);
    if (!text || !vec_reserve(&c->texts, 1) ||
        !map_put(&c->arena, &c->text_index, (uint64_t)(uintptr_t)name, c->texts.count)) {
        compiler_no_memory(c);
        return str_empty(c->heap);
    }
    c->texts.items[c->texts.count++] = text;
    return text;
}

Str *names_cstr(Compiler *c, const char *text)
{
    Str *s = str_intern_cstr(c->heap, text);
    if (!s)
        compiler_no_memory(c);
    return s ? s : str_empty(c->heap);
}

bool names_is(const Name *name, const char *text)
{
    return strcmp(name->bytes, text) == 0;
}
