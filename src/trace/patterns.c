/* patterns.c - a hash table of patterns, and texts taken apart into pattern and numbers: see patterns.h. */
#include "trace/patterns.h"

#include "trace/buffer.h"
#include "trace/event.h"

#include <string.h>

enum { SLOTS_MAX = 60, SLOT_FIRST = 0xE000 };

/* --- the table ---------------------------------------------------------------------------------------------------- */

void patterns_init(Patterns *patterns)
{
    *patterns = (Patterns){ .failed = false };
    arena_init(&patterns->arena);
}

static uint32_t hash_of(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    return hash;
}

static bool grow_table(Patterns *patterns)
{
    uint32_t size = patterns->table.count ? patterns->table.count * 2 : 256;
    VEC(uint32_t) table = { 0 };
    if (!vec_reserve(&table, size))
        return false;
    memset(table.items, 0, size * sizeof *table.items);
    for (uint32_t i = 0; i < patterns->rows.count; i++) {
        uint32_t at = patterns->rows.items[i].hash & (size - 1);
        while (table.items[at])
            at = (at + 1) & (size - 1);
        table.items[at] = i + 1;
    }
    vec_free(&patterns->table);
    patterns->table.items = table.items;
    patterns->table.capacity = table.capacity;
    patterns->table.count = size;
    return true;
}

static uint32_t pattern_index(Patterns *patterns, const char *bytes, size_t length)
{
    if (patterns->failed || (patterns->rows.count * 2 >= patterns->table.count && !grow_table(patterns)))
        return patterns->failed = true, 0;
    uint32_t hash = hash_of(bytes, length), mask = patterns->table.count - 1, at = hash & mask;
    for (; patterns->table.items[at]; at = (at + 1) & mask) {
        const Pattern *row = &patterns->rows.items[patterns->table.items[at] - 1];
        if (row->hash == hash && row->length == length && memcmp(row->bytes, bytes, length) == 0)
            return patterns->table.items[at] - 1;
    }
    const char *copy = arena_copy(&patterns->arena, bytes, length);
    if (!copy || !vec_reserve(&patterns->rows, 1))
        return patterns->failed = true, 0;
    patterns->rows.items[patterns->rows.count++] = (Pattern){ copy, (uint32_t)length, hash };
    patterns->table.items[at] = patterns->rows.count;
    return patterns->rows.count - 1;
}

/* --- texts into patterns ------------------------------------------------------------------------------------------ */

typedef struct Telling {
    Buffer text;
    struct { const char *digits; size_t length; } slots[SLOTS_MAX];
    uint32_t slot_count;
    bool plain;              /* numbers stay as they are                                                      */
} Telling;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void add_slot(Telling *t, const char *digits, size_t length)
{
    uint32_t i = 0;
    while (i < t->slot_count && (t->slots[i].length != length || memcmp(t->slots[i].digits, digits, length) != 0))
        i++;
    if (i == SLOTS_MAX) {
        buffer_add(&t->text, digits, length);
        return;
    }
    t->slots[i].digits = digits;
    t->slots[i].length = length;
    t->slot_count += i == t->slot_count;
    unsigned code = SLOT_FIRST + i;
    char utf8[3] = { (char)(0xE0 | code >> 12), (char)(0x80 | (code >> 6 & 63)), (char)(0x80 | (code & 63)) };
    buffer_add(&t->text, utf8, 3);
}

/* Without the quotes around it. */
static void add_escaped(Telling *t, const char *text, size_t length)
{
    size_t from = t->text.length;
    Sink sink = buffer_sink(&t->text);
    json_write_text(&sink, text, length);
    if (t->text.failed)
        return;
    memmove(t->text.bytes + from, t->text.bytes + from + 1, t->text.length - from - 1);
    t->text.length -= 2;
}

/* `text` as a JSON string; its numbers become slots. */
static void add_text(Telling *t, const char *text)
{
    size_t length = strlen(text);
    buffer_text(&t->text, t->text.length == 0 ? "[\"" : ",\"");
    for (size_t i = 0, end; i < length; i = end) {
        end = i + 1;
        while (end < length && is_digit(text[end]) == is_digit(text[i]))
            end++;
        if (t->plain || !is_digit(text[i]))
            add_escaped(t, text + i, end - i);
        else
            add_slot(t, text + i, end - i);
    }
    buffer_text(&t->text, "\"");
}

/* Such a character stands in the text itself. */
static bool has_private(const char *text)
{
    for (; (text = strchr(text, '\xEE')) != NULL; text++)
        if ((unsigned char)text[1] == 0x80)
            return true;
    return false;
}

void patterns_write(Patterns *patterns, const char *const *texts, int count, Sink *out)
{
    Telling t = { .slot_count = 0 };
    for (int i = 0; i < count; i++)
        t.plain = t.plain || has_private(texts[i]);
    for (int i = 0; i < count; i++)
        add_text(&t, texts[i]);
    buffer_text(&t.text, "]");
    patterns->failed = patterns->failed || t.text.failed;
    sink_format(out, "[%u", pattern_index(patterns, buffer_string(&t.text), t.text.length));
    for (uint32_t i = 0; i < t.slot_count; i++) {
        const char *digits = t.slots[i].digits;
        int length = (int)t.slots[i].length;
        bool quoted = (length > 1 && *digits == '0') || length > 15;
        sink_format(out, quoted ? ",\"%.*s\"" : ",%.*s", length, digits);
    }
    sink_text(out, "]");
    buffer_free(&t.text);
}

void patterns_write_table(const Patterns *patterns, Sink *out)
{
    sink_text(out, "[");
    for (uint32_t i = 0; i < patterns->rows.count; i++) {
        sink_text(out, i ? ",\n" : "\n");
        sink_bytes(out, patterns->rows.items[i].bytes, patterns->rows.items[i].length);
    }
    sink_text(out, "]");
}

void patterns_free(Patterns *patterns)
{
    vec_free(&patterns->rows);
    mem_free(patterns->table.items, (size_t)patterns->table.capacity * sizeof *patterns->table.items);
    arena_free(&patterns->arena);
}
