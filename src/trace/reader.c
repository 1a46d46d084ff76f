/* reader.c - a recording from its file: JSON Lines, read by the same rows of events.def that wrote them. What is
 * not known here is skipped: keys, whole events, even values of another kind. Only a line that is no JSON, a first
 * line that is no `begin` and a newer major schema are refused. */
#include "trace/recording.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { SCHEMA_MAJOR = 1 };

typedef struct Reader {
    Recording *r;
    const char *p, *end;     /* what is left of the line                                                   */
    uint32_t line;
    bool bad;                /* no JSON                                                                  */
    bool no_memory;
    VEC(char) text;          /* the string read last, without escapes                                      */
    VEC(TraceLink) links;
    VEC(TraceLocal) locals;
    VEC(const char *) names;
    VEC(Id) ids;
} Reader;

/* --- JSON ------------------------------------------------------------------------------------------------- */

static bool fail(Reader *in)
{
    in->bad = true;
    return false;
}

static bool out_of_memory(Reader *in)
{
    in->no_memory = true;
    return fail(in);
}

static void skip_space(Reader *in)
{
    while (in->p < in->end && (*in->p == ' ' || *in->p == '\t' || *in->p == '\r'))
        in->p++;
}

static char peek(Reader *in)
{
    skip_space(in);
    return in->p < in->end ? *in->p : 0;
}

static bool take(Reader *in, char c)
{
    if (peek(in) != c)
        return false;
    in->p++;
    return true;
}

static bool expect(Reader *in, char c)
{
    return take(in, c) || fail(in);
}

static bool add_bytes(Reader *in, const char *bytes, size_t count)
{
    if (!vec_reserve(&in->text, count + 1)) /* so that there is memory even for nothing */
        return out_of_memory(in);
    memcpy(in->text.items + in->text.count, bytes, count);
    in->text.count += (uint32_t)count;
    return true;
}

static bool read_hex(Reader *in, uint32_t *unit)
{
    *unit = 0;
    for (int i = 0; i < 4; i++, in->p++) {
        char c = in->p < in->end ? *in->p : 0;
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10
                  : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0)
            return fail(in);
        *unit = *unit * 16 + (uint32_t)digit;
    }
    return true;
}

static bool read_escape(Reader *in)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    char c = in->p < in->end ? *in->p++ : 0;
    const char *known = c ? strchr(from, c) : NULL;
    if (known)
        return add_bytes(in, &to[known - from], 1);
    uint32_t unit, low;
    if (c != 'u' || !read_hex(in, &unit))
        return fail(in);
    if (unit >= 0xD800 && unit < 0xDC00 && in->end - in->p >= 6 && in->p[0] == '\\' && in->p[1] == 'u') {
        const char *before = in->p;
        in->p += 2;
        if (!read_hex(in, &low))
            return false;
        if (low >= 0xDC00 && low < 0xE000)
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        else
            in->p = before;
    }
    char bytes[4];
    return add_bytes(in, bytes, (size_t)utf8_encode(unit, bytes));
}

/* Into in->text. false: no string. */
static bool read_string(Reader *in)
{
    in->text.count = 0;
    if (!expect(in, '"'))
        return false;
    while (in->p < in->end && *in->p != '"') {
        const char *from = in->p;
        while (in->p < in->end && *in->p != '"' && *in->p != '\\')
            in->p++;
        if (!add_bytes(in, from, (size_t)(in->p - from)))
            return false;
        if (in->p < in->end && *in->p == '\\') {
            in->p++;
            if (!read_escape(in))
                return false;
        }
    }
    return expect(in, '"');
}

/* Any value; what is inside does not matter. */
static bool skip_value(Reader *in)
{
    int depth = 0;
    do {
        char c = peek(in);
        if (c == '"') {
            if (!read_string(in))
                return false;
        } else if (c == '{' || c == '[') {
            in->p++;
            depth++;
            continue;
        } else if (c == '}' || c == ']') {
            in->p++;
            depth--;
        } else if ((c == ',' || c == ':') && depth > 0) {
            in->p++;
            continue;
        } else {
            const char *from = in->p;
            while (in->p < in->end && !strchr(",:]}[{\" ", *in->p))
                in->p++;
            if (in->p == from)
                return fail(in);
        }
    } while (depth > 0);
    return depth == 0 || fail(in);
}

/* A number or true, false; anything else is skipped and counts as `otherwise`. */
static int64_t read_integer(Reader *in, int64_t otherwise)
{
    char c = peek(in);
    bool negative = c == '-';
    if (negative || (c >= '0' && c <= '9')) {
        uint64_t n = 0;
        in->p += negative;
        while (in->p < in->end && *in->p >= '0' && *in->p <= '9')
            n = n * 10 + (uint64_t)(*in->p++ - '0');
        if (in->p < in->end && strchr(".eE", *in->p))
            skip_value(in);
        return negative ? (int64_t)(0 - n) : (int64_t)n;
    }
    if (c == 't')
        otherwise = 1;
    else if (c == 'f')
        otherwise = 0;
    skip_value(in);
    return otherwise;
}

/* A string, kept in the recording; NULL for anything else. */
static const char *read_text(Reader *in, size_t *length)
{
    if (length)
        *length = 0;
    if (peek(in) != '"') {
        skip_value(in);
        return NULL;
    }
    if (!read_string(in))
        return NULL;
    if (length)
        *length = in->text.count;
    const char *text = recording_text(in->r, in->text.items ? in->text.items : "", in->text.count);
    if (!text)
        out_of_memory(in);
    return text;
}

static Id read_id(Reader *in)
{
    if (peek(in) != '"') {
        skip_value(in);
        return ID(0, 0);
    }
    if (!read_string(in) || in->text.count < 2 || in->text.count > 10)
        return ID(0, 0);
    const char *p = in->text.items;
    uint64_t n = 0;
    for (uint32_t i = 1; i < in->text.count; i++) {
        if (p[i] < '0' || p[i] > '9')
            return ID(0, 0);
        n = n * 10 + (uint64_t)(p[i] - '0');
    }
    return strchr("TFHCYGSR", *p) && n <= 1000 + (uint64_t)in->line * 64 ? ID(*p, (uint32_t)n) : ID(0, 0);
}

/* Walks an object or array: true while there is one more member; of an object its key is in in->text. */
static bool next_member(Reader *in, bool *first, char close)
{
    if (in->bad || take(in, close))
        return false;
    if (!*first && !expect(in, ','))
        return false;
    *first = false;
    return close == ']' || (read_string(in) && expect(in, ':'));
}

static bool key_is(const Reader *in, const char *key, size_t length)
{
    return in->text.count == length && memcmp(in->text.items, key, length) == 0;
}
#define KEY_IS(in, key) key_is((in), "" key, sizeof key - 1)

/* Is it an object (array)? If not, it is skipped. */
static bool enter(Reader *in, char open)
{
    if (peek(in) != open) {
        skip_value(in);
        return false;
    }
    in->p++;
    return true;
}

/* --- the fields of an event ------------------------------------------------------------------------------------ */

static void *keep(Reader *in, const void *items, size_t bytes)
{
    if (bytes == 0)
        return NULL;
    void *copy = arena_alloc(&in->r->arena, bytes);
    if (copy)
        memcpy(copy, items, bytes);
    else
        out_of_memory(in);
    return copy;
}

static void read_place(Reader *in, TracePlace *at)
{
    if (!enter(in, '['))
        return;
    bool first = true;
    for (int i = 0; next_member(in, &first, ']'); i++) {
        if (i == 0)
            at->fn = read_text(in, NULL);
        else if (i == 1)
            at->line = (uint32_t)read_integer(in, 0);
        else if (i == 2)
            at->file = (uint32_t)read_integer(in, 0);
        else
            skip_value(in);
    }
}

static const TraceLocal *read_locals(Reader *in, uint32_t *count)
{
    *count = 0;
    if (!enter(in, '{'))
        return NULL;
    in->locals.count = 0;
    for (bool first = true; next_member(in, &first, '}');) {
        const char *name = recording_text(in->r, in->text.items, in->text.count);
        const char *value = read_text(in, NULL);
        if (!name || !vec_reserve(&in->locals, 1)) {
            out_of_memory(in);
            return NULL;
        }
        if (value)
            in->locals.items[in->locals.count++] = (TraceLocal){ name, value };
    }
    *count = in->locals.count;
    return keep(in, in->locals.items, in->locals.count * sizeof *in->locals.items);
}

static void read_link(Reader *in, TraceLink *link)
{
    *link = (TraceLink){ .at = { .fn = "?" } };
    if (!enter(in, '{'))
        return;
    for (bool first = true; next_member(in, &first, '}');) {
        if (KEY_IS(in, "r"))
            link->frame = read_id(in);
        else if (KEY_IS(in, "fn"))
            link->at.fn = read_text(in, NULL);
        else if (KEY_IS(in, "line"))
            link->at.line = (uint32_t)read_integer(in, 0);
        else if (KEY_IS(in, "file"))
            link->at.file = (uint32_t)read_integer(in, 0);
        else if (KEY_IS(in, "locals"))
            link->locals = read_locals(in, &link->local_count);
        else
            skip_value(in);
    }
    if (!link->at.fn)
        link->at.fn = "?";
}

static void read_links(Reader *in, TraceEvent *e)
{
    if (!enter(in, '['))
        return;
    in->links.count = 0;
    for (bool first = true; next_member(in, &first, ']');) {
        if (!vec_reserve(&in->links, 1)) {
            out_of_memory(in);
            return;
        }
        read_link(in, &in->links.items[in->links.count]);
        in->links.count++;
    }
    e->links = keep(in, in->links.items, in->links.count * sizeof *in->links.items);
    e->link_count = in->links.count;
}

static void read_names(Reader *in, TraceEvent *e)
{
    if (!enter(in, '['))
        return;
    in->names.count = 0;
    for (bool first = true; next_member(in, &first, ']');) {
        const char *name = read_text(in, NULL);
        if (!vec_reserve(&in->names, 1)) {
            out_of_memory(in);
            return;
        }
        in->names.items[in->names.count++] = name ? name : "";
    }
    e->names = keep(in, in->names.items, in->names.count * sizeof *in->names.items);
    e->name_count = in->names.count;
}

static void read_ids(Reader *in, TraceEvent *e)
{
    if (!enter(in, '['))
        return;
    in->ids.count = 0;
    for (bool first = true; next_member(in, &first, ']');) {
        if (!vec_reserve(&in->ids, 1)) {
            out_of_memory(in);
            return;
        }
        in->ids.items[in->ids.count] = read_id(in);
        in->ids.count++;
    }
    e->ids = keep(in, in->ids.items, in->ids.count * sizeof *in->ids.items);
    e->id_count = in->ids.count;
}

static void read_field(Reader *in, TraceEvent *e, const EventField *field)
{
    if (field->is_word)
        e->word = recording_text(in->r, in->text.items, in->text.count);
    switch (field->slot) {
    case SLOT_ID: e->id = read_id(in); break;
    case SLOT_ID2: e->id2 = read_id(in); break;
    case SLOT_ID3: e->id3 = read_id(in); break;
    case SLOT_ID4: e->id4 = read_id(in); break;
    case SLOT_NUMBER: e->number = read_integer(in, field->is_null ? -1 : 0); break;
    case SLOT_NUMBER2: e->number2 = read_integer(in, field->is_null ? -1 : 0); break;
    case SLOT_NUMBER3: e->number3 = read_integer(in, field->is_null ? -1 : 0); break;
    case SLOT_WORD: e->word = read_text(in, NULL); break;
    case SLOT_WORD2: e->word2 = read_text(in, NULL); break;
    case SLOT_VALUE: e->value = read_text(in, NULL); break;
    case SLOT_FN: e->fn = read_text(in, NULL); break;
    case SLOT_TEXT: e->text = read_text(in, &e->text_length); break;
    case SLOT_AT: read_place(in, &e->at); break;
    case SLOT_CHAIN:
    case SLOT_TB: read_links(in, e); break;
    case SLOT_SET: e->locals = read_locals(in, &e->local_count); break;
    case SLOT_DEL:
    case SLOT_ARGS: read_names(in, e); break;
    case SLOT_IDS: read_ids(in, e); break;
    case SLOT_COUNT: skip_value(in); break;
    }
}

/* The column whose key is in in->text. */
static bool find_field(const Reader *in, uint16_t kind, EventField *field)
{
    for (const char *cursor = NULL; event_field(kind, &cursor, field);)
        if (!field->is_word && key_is(in, field->key, field->key_length))
            return true;
    for (const char *cursor = NULL; event_field(kind, &cursor, field);)
        if (field->is_word && (KEY_IS(in, "send") || KEY_IS(in, "throw")))
            return true;
    return false;
}

/* The object in the line: what every event has; its kind must come before the fields of that kind. */
static bool read_event(Reader *in, TraceEvent *e)
{
    int kind = -1;
    *e = (TraceEvent){ .w_us = -1 };
    if (!expect(in, '{'))
        return false;
    EventField field;
    for (bool first = true; next_member(in, &first, '}');) {
        if (KEY_IS(in, "t")) {
            e->t_us = read_integer(in, 0);
        } else if (KEY_IS(in, "w")) {
            e->w_us = read_integer(in, -1);
        } else if (KEY_IS(in, "by")) {
            e->by = read_id(in);
        } else if (KEY_IS(in, "ev")) {
            if (peek(in) == '"' && read_string(in))
                kind = event_kind_of(in->text.items ? in->text.items : "", in->text.count);
            else
                fail(in);
        } else if (kind >= 0 && find_field(in, (uint16_t)kind, &field)) {
            read_field(in, e, &field);
        } else {
            skip_value(in);
        }
    }
    if (in->bad || peek(in))
        return fail(in);
    e->kind = (uint16_t)(kind < 0 ? EV_COUNT : kind);
    return true;
}

/* --- the first line ----------------------------------------------------------------------------------------------- */

static void read_file(Reader *in)
{
    if (!enter(in, '{'))
        return;
    const char *name = NULL, *text = NULL;
    size_t length = 0;
    for (bool first = true; next_member(in, &first, '}');) {
        if (KEY_IS(in, "name"))
            name = read_text(in, NULL);
        else if (KEY_IS(in, "text"))
            text = read_text(in, &length);
        else
            skip_value(in);
    }
    if (!in->bad && recording_add_file(in->r, name ? name : "?", text ? text : "", length) == UINT32_MAX)
        out_of_memory(in);
}

static void read_files(Reader *in)
{
    if (enter(in, '['))
        for (bool first = true; next_member(in, &first, ']');)
            read_file(in);
}

static void read_argv(Reader *in)
{
    if (!enter(in, '['))
        return;
    for (bool first = true; next_member(in, &first, ']');) {
        const char *arg = read_text(in, NULL);
        if (!vec_reserve(&in->r->argv, 1))
            out_of_memory(in);
        else
            in->r->argv.items[in->r->argv.count++] = arg ? arg : "";
    }
}

static bool word_is(const char *word, const char *other)
{
    return word && strcmp(word, other) == 0;
}

static bool read_begin(Reader *in, char why[300])
{
    Recording *r = in->r;
    const char *schema = NULL;
    bool is_begin = false;
    if (expect(in, '{'))
        for (bool first = true; next_member(in, &first, '}');) {
            if (KEY_IS(in, "ev"))
                is_begin = word_is(read_text(in, NULL), "begin");
            else if (KEY_IS(in, "schema"))
                schema = read_text(in, NULL);
            else if (KEY_IS(in, "version"))
                r->version = read_text(in, NULL);
            else if (KEY_IS(in, "argv"))
                read_argv(in);
            else if (KEY_IS(in, "files"))
                read_files(in);
            else if (KEY_IS(in, "clock"))
                r->real = word_is(read_text(in, NULL), "real");
            else if (KEY_IS(in, "detail"))
                r->lines = word_is(read_text(in, NULL), "line");
            else if (KEY_IS(in, "seed"))
                r->seed = (uint64_t)read_integer(in, 0);
            else if (KEY_IS(in, "limit"))
                r->limit = (uint64_t)read_integer(in, RECORDING_LIMIT_EVENTS);
            else if (KEY_IS(in, "shuffle")) {
                r->shuffled = peek(in) >= '0' && peek(in) <= '9';
                r->shuffle = (uint64_t)read_integer(in, 0);
            } else
                skip_value(in);
        }
    unsigned major = 0;
    if (in->bad || !is_begin || !schema || sscanf(schema, "miniasync.trace/%u", &major) != 1) {
        snprintf(why, 300, "line 1: this is no recording of miniasync (its first line is no \"begin\" event)");
        return false;
    }
    if (major > SCHEMA_MAJOR) {
        snprintf(why, 300, "line 1: the recording has schema \"%.60s\"; this miniasync %s reads up to "
                           "\"miniasync.trace/%d\". A newer miniasync made it: read it with that one",
                 schema, MINIASYNC_VERSION, SCHEMA_MAJOR);
        return false;
    }
    if (!r->version)
        r->version = "?";
    return recording_add(r, &(TraceEvent){ .kind = EV_begin, .w_us = r->real ? 0 : -1 });
}

/* --- all lines -------------------------------------------------------------------------------------------------------- */

static bool read_lines(Reader *in, const char *p, const char *end, char why[300])
{
    for (in->line = 1; p < end; in->line++) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        in->p = p;
        in->end = stop ? stop : end;
        in->bad = false;
        p = stop ? stop + 1 : end;
        TraceEvent e;
        if (in->line == 1) {
            if (!read_begin(in, why))
                return false;
        } else if (in->p == in->end) {
            continue;
        } else if (read_event(in, &e)) {
            if (e.kind < EV_COUNT && e.kind != EV_begin && !recording_add(in->r, &e)) {
                snprintf(why, 300, "out of memory");
                return false;
            }
        } else if (!stop && !in->no_memory) {
            in->r->cut = true;
        } else {
            snprintf(why, 300, "line %u: this is no event: %.40s", in->line, in->end > in->p ? in->p : "");
            return false;
        }
    }
    if (in->r->events.count == 0) {
        snprintf(why, 300, "the recording is empty");
        return false;
    }
    return true;
}

Recording *recording_read(const char *bytes, size_t length, char why[300])
{
    Reader in = { .r = recording_new() };
    *why = 0;
    bool fine = in.r && read_lines(&in, bytes, bytes + length, why);
    if (fine && in.r->files.count == 0)
        fine = recording_add_file(in.r, "?", "", 0) != UINT32_MAX;
    if (!fine && (!in.r || in.no_memory || in.r->arena.failed || !*why))
        snprintf(why, 300, "out of memory");
    vec_free(&in.text);
    vec_free(&in.links);
    vec_free(&in.locals);
    vec_free(&in.names);
    vec_free(&in.ids);
    if (fine)
        return in.r;
    recording_free(in.r);
    return NULL;
}
