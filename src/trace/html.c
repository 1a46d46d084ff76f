/* html.c - the page: page.html with style and scripts put in, then the recording, its narration and the messages
 * that the page needs as JSON. Sentences come from narrate.c and are stored as patterns and numbers: thousands of
 * events say the same with other numbers. */
#include "trace/html.h"

#include "trace/narrate.h"

#include <string.h>

enum { SLOTS_MAX = 60, SLOT_FIRST = 0xE000, TEXTS = 4 };

/* --- patterns ------------------------------------------------------------------------------------------------- */

typedef struct Pattern {
    const char *bytes;       /* a JSON list of texts in which each number is a character of a private area             */
    uint32_t length, hash;
} Pattern;

typedef struct Patterns {
    Arena arena;
    VEC(Pattern) rows;
    VEC(uint32_t) table;     /* index into rows plus 1; its size is a power of two                                */
    bool failed;
} Patterns;

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
    char text[TEXTS * NARRATE_MAX * 6 + 100];
    size_t length;
    struct { const char *digits; size_t length; } slots[SLOTS_MAX];
    uint32_t slot_count;
    bool plain;              /* numbers stay as they are                                                      */
} Telling;

static void put(void *context, const char *bytes, size_t count)
{
    Telling *t = context;
    if (t->length + count > sizeof t->text)
        count = sizeof t->text - t->length;
    memcpy(t->text + t->length, bytes, count);
    t->length += count;
}

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
        put(t, digits, length);
        return;
    }
    t->slots[i].digits = digits;
    t->slots[i].length = length;
    t->slot_count += i == t->slot_count;
    unsigned code = SLOT_FIRST + i;
    char utf8[3] = { (char)(0xE0 | code >> 12), (char)(0x80 | (code >> 6 & 63)), (char)(0x80 | (code & 63)) };
    put(t, utf8, 3);
}

/* `text` as a JSON string; its numbers become slots. */
static void add_text(Telling *t, const char *text, size_t length)
{
    Sink sink = { put, t, false };
    put(t, t->length == 0 ? "[" : ",", 1);
    if (t->plain) {
        json_write_text(&sink, text, length);
        return;
    }
    put(t, "\"", 1);
    for (size_t i = 0; i < length;) {
        size_t end = i;
        while (end < length && is_digit(text[end]) == is_digit(text[i]))
            end++;
        if (is_digit(text[i])) {
            add_slot(t, text + i, end - i);
        } else { /* without the quotes of its own */
            size_t from = t->length;
            json_write_text(&sink, text + i, end - i);
            memmove(t->text + from, t->text + from + 1, t->length - from - 1);
            t->length -= 2;
        }
        i = end;
    }
    put(t, "\"", 1);
}

static bool has_private(const char *text)
{
    for (; (text = strchr(text, '\xEE')) != NULL; text++)
        if ((unsigned char)text[1] == 0x80)
            return true;
    return false;
}

/* Writes "[pattern,number,...]": the texts end with a 0 and outlive the call. */
static void write_telling(Patterns *patterns, char (*texts)[NARRATE_MAX], int count, Telling *t, Sink *out)
{
    t->length = t->slot_count = 0;
    t->plain = false;
    for (int i = 0; i < count; i++)
        t->plain = t->plain || has_private(texts[i]);
    for (int i = 0; i < count; i++)
        add_text(t, texts[i], strlen(texts[i]));
    put(t, "]", 1);
    sink_format(out, "[%u", pattern_index(patterns, t->text, t->length));
    for (uint32_t i = 0; i < t->slot_count; i++) {
        const char *digits = t->slots[i].digits;
        int length = (int)t->slots[i].length;
        bool quoted = (length > 1 && *digits == '0') || length > 15;
        sink_format(out, quoted ? ",\"%.*s\"" : ",%.*s", length, digits);
    }
    sink_text(out, "]");
}

/* {"events":[[pattern,numbers...]...],"next":[...],"patterns":[[en,zh,why en,why zh]...]} */
static bool write_narration(const Recording *recording, Sink *out)
{
    struct Work {
        Telling telling;
        char texts[TEXTS][NARRATE_MAX];
    } *work = mem_alloc(sizeof *work);
    Patterns patterns = { 0 };
    arena_init(&patterns.arena);
    State *state = work ? state_new(recording) : NULL;
    for (int part = 0; state && part < 2 && !patterns.failed; part++) {
        sink_text(out, part == 0 ? "{\"events\":[" : "],\n\"next\":[");
        state_reset(state);
        for (uint32_t i = 0; i < recording->events.count && state_fold(state); i++) {
            sink_text(out, i ? ",\n" : "\n");
            const TraceEvent *e = &recording->events.items[i];
            for (int lang = 0; lang < LANG_COUNT; lang++) {
                char *first = work->texts[lang], *second = work->texts[2 + lang];
                *first = *second = 0;
                if (part == 0) {
                    narrate_sentence(state, e, (Lang)lang, first, NARRATE_MAX);
                    narrate_reason(state, e, (Lang)lang, second, NARRATE_MAX);
                    if (strcmp(first, second) == 0)
                        *second = 0;
                } else {
                    narrate_next(state, (Lang)lang, first, NARRATE_MAX);
                }
            }
            write_telling(&patterns, work->texts, part == 0 ? 4 : 2, &work->telling, out);
        }
    }
    bool fine = state && !patterns.failed && !state->failed;
    sink_text(out, "],\n\"patterns\":[");
    for (uint32_t i = 0; i < patterns.rows.count; i++) {
        sink_text(out, i ? ",\n" : "\n");
        sink_bytes(out, patterns.rows.items[i].bytes, patterns.rows.items[i].length);
    }
    sink_text(out, "]}");
    if (state)
        state_free(state);
    vec_free(&patterns.rows);
    mem_free(patterns.table.items, (size_t)patterns.table.capacity * sizeof *patterns.table.items);
    arena_free(&patterns.arena);
    mem_free(work, sizeof *work);
    return fine;
}

/* --- the other parts ---------------------------------------------------------------------------------------------- */

static void write_plain(void *context, const char *bytes, size_t count)
{
    Sink *out = context;
    size_t from = 0;
    for (size_t i = 0; i < count; i++) {
        const char *entity = bytes[i] == '<' ? "&lt;" : bytes[i] == '&' ? "&amp;" : NULL;
        if (!entity)
            continue;
        sink_bytes(out, bytes + from, i - from);
        sink_text(out, entity);
        from = i + 1;
    }
    sink_bytes(out, bytes + from, count - from);
}

/* The narrated view as text of HTML: what stands there without scripts. */
static bool write_noscript(const Recording *recording, Lang lang, Sink *out)
{
    Sink escaped = { write_plain, out, false };
    Narrator *narrator = narrator_new(recording, NARRATE_PLAIN, lang, &escaped);
    if (!narrator)
        return false;
    for (uint32_t i = 0; i < recording->events.count; i++)
        narrator_event(narrator, &recording->events.items[i]);
    narrator_end(narrator);
    return true;
}

static void write_events(const Recording *recording, Sink *out)
{
    sink_text(out, "[");
    recording_write_begin(recording, out);
    for (uint32_t i = 1; i < recording->events.count; i++) {
        sink_text(out, ",");
        event_write(&recording->events.items[i], recording->real, out);
    }
    sink_text(out, "]");
}

/* Those that page/ asks for: by the first part of their id. */
static void write_messages(Sink *out)
{
    static const char *const wanted[] = { "page_", "why_", "word_", "step_why_", "step_sleep_" };
    bool first = true;
    sink_text(out, "{");
    for (int m = 0; m < MSG_COUNT; m++) {
        const char *id = message_id((Message)m);
        bool want = false;
        for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
            want = want || strncmp(id, wanted[i], strlen(wanted[i])) == 0;
        if (!want)
            continue;
        sink_format(out, "%s\"%s\":[", first ? "\n" : ",\n", id);
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            const char *text = message_text((Message)m, (Lang)lang);
            sink_text(out, lang ? "," : "");
            json_write_text(out, text, strlen(text));
        }
        sink_text(out, "]");
        first = false;
    }
    sink_text(out, "}");
}

static void write_title(const Recording *recording, Sink *out)
{
    const char *name = recording->files.count ? recording->files.items[0].name : "miniasync";
    const char *slash = strrchr(name, '/');
    name = slash ? slash + 1 : name;
    write_plain(out, name, strlen(name));
}

/* --- the page ------------------------------------------------------------------------------------------------------- */

static bool write_part(const Recording *recording, const char *name, size_t length, Sink *out)
{
    static const struct { const char *name, *text; } texts[] = {
        { "css", page_css }, { "reducer", page_reducer }, { "why", page_why }, { "quiz", page_quiz },
        { "lanes", page_lanes }, { "script", page_script },
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (strlen(texts[i].name) == length && memcmp(texts[i].name, name, length) == 0) {
            sink_text(out, texts[i].text);
            return true;
        }
    switch (*name) {
    case 't': write_title(recording, out); return true;
    case 'e': return write_noscript(recording, LANG_EN, out);
    case 'z': return write_noscript(recording, LANG_ZH, out);
    case 'r': write_events(recording, out); return true;
    case 'n': return write_narration(recording, out);
    case 'm': write_messages(out); return true;
    default: return true;
    }
}

bool html_write(const Recording *recording, Sink *out)
{
    const char *rest = page_html;
    for (const char *mark; (mark = strstr(rest, "{{")) != NULL;) {
        const char *end = strstr(mark, "}}");
        if (!end)
            break;
        sink_bytes(out, rest, (size_t)(mark - rest));
        if (!write_part(recording, mark + 2, (size_t)(end - mark - 2), out))
            return false;
        rest = end + 2;
    }
    sink_text(out, rest);
    return true;
}
