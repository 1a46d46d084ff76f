/* recording.c - all events of a run, kept in memory: an arena of texts (each kept once), the events one after
 * another, the files with their lines. */
#include "trace/recording.h"

#include "base/sha256.h"

#include <string.h>

/* --- texts: a hash table of what is in the arena ---------------------------------------------------------- */

typedef struct InternEntry {
    const char *text;
    uint32_t hash, length;
} InternEntry;

struct Intern {
    InternEntry *entries;
    uint32_t size, used;     /* size: a power of two                                                     */
};

enum { INTERN_MAX = 4096 };  /* longer texts are not looked for, only kept                                */

static uint32_t hash_of(const char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (uint8_t)bytes[i]) * 16777619u;
    return hash;
}

static bool intern_grow(struct Intern *intern)
{
    uint32_t size = intern->size ? intern->size * 2 : 256;
    InternEntry *entries = mem_alloc_zero(mem_size(size, sizeof *entries));
    if (!entries)
        return false;
    for (uint32_t i = 0; i < intern->size; i++) {
        if (!intern->entries[i].text)
            continue;
        uint32_t at = intern->entries[i].hash & (size - 1);
        while (entries[at].text)
            at = (at + 1) & (size - 1);
        entries[at] = intern->entries[i];
    }
    mem_free(intern->entries, intern->size * sizeof *entries);
    intern->entries = entries;
    intern->size = size;
    return true;
}

const char *recording_text(Recording *r, const char *bytes, size_t length)
{
    if (length > INTERN_MAX) {
        r->bytes += length;
        return arena_copy(&r->arena, bytes, length);
    }
    struct Intern *intern = r->intern;
    if (intern->used * 4 >= intern->size * 3 && !intern_grow(intern))
        return NULL;
    uint32_t hash = hash_of(bytes, length), at = hash & (intern->size - 1);
    for (; intern->entries[at].text; at = (at + 1) & (intern->size - 1)) {
        const InternEntry *e = &intern->entries[at];
        if (e->hash == hash && e->length == length && memcmp(e->text, bytes, length) == 0)
            return e->text;
    }
    const char *copy = arena_copy(&r->arena, bytes, length);
    if (copy) {
        intern->entries[at] = (InternEntry){ copy, hash, (uint32_t)length };
        intern->used++;
    }
    return copy;
}

/* --- the recording -------------------------------------------------------------------------------------------- */

Recording *recording_new(void)
{
    Recording *r = mem_alloc_zero(sizeof *r);
    if (!r)
        return NULL;
    arena_init(&r->arena);
    r->limit = RECORDING_LIMIT_EVENTS;
    r->intern = mem_alloc_zero(sizeof *r->intern);
    r->version = r->intern ? recording_text(r, MINIASYNC_VERSION, strlen(MINIASYNC_VERSION)) : NULL;
    if (!r->version) {
        recording_free(r);
        return NULL;
    }
    return r;
}

void recording_free(Recording *r)
{
    if (!r)
        return;
    if (r->intern) {
        mem_free(r->intern->entries, r->intern->size * sizeof *r->intern->entries);
        mem_free(r->intern, sizeof *r->intern);
    }
    vec_free(&r->events);
    vec_free(&r->files);
    vec_free(&r->argv);
    arena_free(&r->arena);
    mem_free(r, sizeof *r);
}

bool recording_add(Recording *r, const TraceEvent *event)
{
    if (!vec_reserve(&r->events, 1))
        return false;
    TraceEvent *e = &r->events.items[r->events.count];
    *e = *event;
    e->index = r->events.count++;
    /* About what the line of this event takes: keys and numbers, and the texts that vary. */
    r->bytes += 70 + e->text_length + (e->at.fn ? 20 : 0) + (e->value ? strlen(e->value) : 0);
    for (uint32_t i = 0; i < e->link_count; i++) {
        r->bytes += 40;
        for (uint32_t k = 0; k < e->links[i].local_count; k++)
            r->bytes += 6 + strlen(e->links[i].locals[k].name) + strlen(e->links[i].locals[k].value);
    }
    for (uint32_t k = 0; k < e->local_count; k++)
        r->bytes += 6 + strlen(e->locals[k].name) + strlen(e->locals[k].value);
    r->ended = e->kind == EV_end;
    return true;
}

/* --- files ---------------------------------------------------------------------------------------------------------- */

static bool index_lines(Recording *r, TraceFile *file)
{
    uint32_t count = 1;
    for (size_t i = 0; i < file->length; i++)
        count += file->text[i] == '\n' && i + 1 < file->length;
    uint32_t *lines = arena_alloc(&r->arena, mem_size(count, sizeof *lines));
    if (!lines)
        return false;
    lines[0] = 0;
    uint32_t n = 1;
    for (size_t i = 0; i < file->length && n < count; i++)
        if (file->text[i] == '\n')
            lines[n++] = (uint32_t)i + 1;
    file->lines = lines;
    file->line_count = file->length ? count : 0;
    return true;
}

uint32_t recording_add_file(Recording *r, const char *name, const char *text, size_t length)
{
    for (uint32_t i = 0; i < r->files.count; i++)
        if (strcmp(r->files.items[i].name, name) == 0)
            return i;
    if (length >= UINT32_MAX || !vec_reserve(&r->files, 1))
        return UINT32_MAX;
    TraceFile *file = &r->files.items[r->files.count];
    *file = (TraceFile){ .name = recording_text(r, name, strlen(name)), .length = length };
    file->text = arena_copy(&r->arena, text, length);
    if (!file->name || !file->text || !index_lines(r, file))
        return UINT32_MAX;
    r->bytes += length;
    sha256_hex(text, length, file->sha256);
    return r->files.count++;
}

const char *recording_line(const Recording *r, uint32_t file, uint32_t line, size_t *length)
{
    *length = 0;
    if (file >= r->files.count || line == 0 || line > r->files.items[file].line_count)
        return NULL;
    const TraceFile *f = &r->files.items[file];
    size_t start = f->lines[line - 1], end = line < f->line_count ? f->lines[line] : f->length;
    while (end > start && (f->text[end - 1] == '\n' || f->text[end - 1] == '\r'))
        end--;
    *length = end - start;
    return f->text + start;
}

/* --- writing ------------------------------------------------------------------------------------------------------ */

static void write_text(Sink *out, const char *text)
{
    json_write_text(out, text, text ? strlen(text) : 0);
}

void recording_write_begin(const Recording *r, Sink *out)
{
    sink_text(out, "{\"i\":0,\"t\":0,\"ev\":\"begin\",\"by\":null,");
    if (r->real)
        sink_text(out, "\"w\":0,");
    sink_text(out, "\"schema\":\"miniasync.trace/1\",\"version\":");
    write_text(out, r->version);
    sink_text(out, ",\"argv\":[");
    for (uint32_t i = 0; i < r->argv.count; i++) {
        sink_text(out, i ? "," : "");
        write_text(out, r->argv.items[i]);
    }
    sink_text(out, "],\"files\":[");
    for (uint32_t i = 0; i < r->files.count; i++) {
        const TraceFile *file = &r->files.items[i];
        sink_text(out, i ? ",{\"name\":" : "{\"name\":");
        write_text(out, file->name);
        sink_format(out, ",\"sha256\":\"%s\",\"text\":", file->sha256);
        json_write_text(out, file->text, file->length);
        sink_text(out, "}");
    }
    sink_format(out, "],\"clock\":\"%s\",\"shuffle\":", r->real ? "real" : "virtual");
    if (r->shuffled)
        sink_format(out, "%llu", (unsigned long long)r->shuffle);
    else
        sink_text(out, "null");
    sink_format(out, ",\"seed\":%llu,\"detail\":\"%s\",\"limit\":%llu}\n", (unsigned long long)r->seed,
                r->lines ? "line" : "loop", (unsigned long long)r->limit);
}

void recording_write(const Recording *r, Sink *out)
{
    recording_write_begin(r, out);
    for (uint32_t i = 1; i < r->events.count; i++)
        event_write(&r->events.items[i], r->real, out);
}
