/* event.c - one event as a line of JSON. Which keys it has, in which order, and where each comes from is read from
 * the rows of events.def: the writer here and the reader (reader.c) walk the same columns. */
#include "trace/event.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

typedef struct Row {
    const char *name, *fields;
} Row;

static const Row rows[EV_COUNT] = {
#define EVENT(name, fields) { #name, fields },
#include "vm/events.def"
#undef EVENT
};

static const char *const slot_names[SLOT_COUNT] = {
    [SLOT_ID] = "id",         [SLOT_ID2] = "id2",         [SLOT_ID3] = "id3", [SLOT_ID4] = "id4",       [SLOT_NUMBER] = "number",
    [SLOT_NUMBER2] = "number2", [SLOT_NUMBER3] = "number3", [SLOT_WORD] = "word",     [SLOT_WORD2] = "word2",
    [SLOT_VALUE] = "value",   [SLOT_FN] = "fn",           [SLOT_TEXT] = "text",     [SLOT_AT] = "at",
    [SLOT_CHAIN] = "chain",   [SLOT_TB] = "tb",           [SLOT_SET] = "set",       [SLOT_DEL] = "del",
    [SLOT_IDS] = "ids",       [SLOT_ARGS] = "args",
};

const char *event_name(uint16_t kind)
{
    return kind < EV_COUNT ? rows[kind].name : "?";
}

int event_kind_of(const char *name, size_t length)
{
    for (int i = 0; i < EV_COUNT; i++)
        if (strncmp(rows[i].name, name, length) == 0 && strlen(rows[i].name) == length)
            return i;
    return -1;
}

bool event_is_stop(uint16_t kind)
{
    switch (kind) {
    case EV_line:
    case EV_task_wait:
    case EV_task_yield:
    case EV_await_ready:
    case EV_task_step:
    case EV_task_done:
    case EV_task_cancel:
    case EV_fut_set:
    case EV_timer_fire:
    case EV_clock:
    case EV_raise:
    case EV_report: return true;
    default: return false;
    }
}

static bool is_text(const char *text, size_t length, const char *other)
{
    return strncmp(text, other, length) == 0 && other[length] == 0;
}

static EventSlot slot_of(const char *name, size_t length)
{
    for (int i = 0; i < SLOT_COUNT; i++)
        if (is_text(name, length, slot_names[i]))
            return (EventSlot)i;
    return SLOT_COUNT;
}

bool event_field(uint16_t kind, const char **cursor, EventField *field)
{
    const char *p = *cursor ? *cursor : kind < EV_COUNT ? rows[kind].fields : "";
    p += strspn(p, " ");
    if (!*p)
        return false;
    *field = (EventField){ .key = p, .key_length = strcspn(p, "=") };
    field->is_word = *p == '@';
    p += field->key_length + 1;
    size_t length = strcspn(p, " :");
    field->slot = slot_of(p, length);
    p += length;
    if (*p == ':') {
        length = strcspn(++p, " ");
        field->is_null = is_text(p, length, "null");
        field->is_bool = is_text(p, length, "bool");
        field->is_some = is_text(p, length, "some");
        field->is_real = is_text(p, length, "real");
        p += length;
    }
    *cursor = p;
    return true;
}

/* --- writing: through a buffer, an event is many small pieces ------------------------------------------- */

typedef struct Out {
    Sink *sink;
    size_t used;
    char bytes[2000];
} Out;

static void flush(Out *out)
{
    sink_bytes(out->sink, out->bytes, out->used);
    out->used = 0;
}

static void put(Out *out, const char *bytes, size_t length)
{
    if (length > sizeof out->bytes - out->used)
        flush(out);
    if (length > sizeof out->bytes) {
        sink_bytes(out->sink, bytes, length);
        return;
    }
    memcpy(out->bytes + out->used, bytes, length);
    out->used += length;
}

static void put_cstr(Out *out, const char *text)
{
    put(out, text, strlen(text));
}

static void put_char(Out *out, char c)
{
    if (out->used == sizeof out->bytes)
        flush(out);
    out->bytes[out->used++] = c;
}

static void put_number(Out *out, int64_t n)
{
    char digits[24];
    char *p = digits + sizeof digits;
    uint64_t rest = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do
        *--p = (char)('0' + rest % 10);
    while (rest /= 10);
    if (n < 0)
        *--p = '-';
    put(out, p, (size_t)(digits + sizeof digits - p));
}

static void put_escape(Out *out, uint32_t point)
{
    static const char hex[] = "0123456789abcdef";
    char text[6] = { '\\', 'u', hex[point >> 12 & 15], hex[point >> 8 & 15], hex[point >> 4 & 15], hex[point & 15] };
    put(out, text, 6);
}

/* Bytes that are no UTF-8 become U+FFFD, lone surrogates escapes: the file is always valid. */
static void put_text(Out *out, const char *text, size_t length)
{
    if (!text) {
        put(out, "null", 4);
        return;
    }
    put_char(out, '"');
    size_t from = 0;
    for (size_t i = 0; i < length;) {
        unsigned char c = (unsigned char)text[i];
        if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '<') {
            i++;
            continue;
        }
        uint32_t point = c;
        int size = c < 0x80 ? 1 : utf8_decode(text + i, length - i, &point);
        if (size > 1 && (point < 0xD800 || point > 0xDFFF) && point != 0x2028 && point != 0x2029) {
            i += (size_t)size;
            continue;
        }
        put(out, text + from, i - from);
        if (size == 0) {
            put(out, "\xEF\xBF\xBD", 3);
            size = 1;
        } else if (c == '"' || c == '\\') {
            char pair[2] = { '\\', (char)c };
            put(out, pair, 2);
        } else if (c == '\n') {
            put(out, "\\n", 2);
        } else {
            put_escape(out, point);
        }
        i += (size_t)size;
        from = i;
    }
    put(out, text + from, length - from);
    put_char(out, '"');
}

static void put_text0(Out *out, const char *text)
{
    put_text(out, text, text ? strlen(text) : 0);
}

static void put_id(Out *out, Id id)
{
    if (id.n == 0) {
        put(out, "null", 4);
        return;
    }
    char letter[2] = { '"', id.letter };
    put(out, letter, 2);
    put_number(out, id.n);
    put_char(out, '"');
}

static void put_place(Out *out, const TracePlace *at)
{
    if (!at->fn) {
        put(out, "null", 4);
        return;
    }
    put_char(out, '[');
    put_text0(out, at->fn);
    put_char(out, ',');
    put_number(out, at->line);
    if (at->file) {
        put_char(out, ',');
        put_number(out, at->file);
    }
    put_char(out, ']');
}

static void put_locals(Out *out, const TraceLocal *locals, uint32_t count)
{
    put_char(out, '{');
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            put_char(out, ',');
        put_text0(out, locals[i].name);
        put_char(out, ':');
        put_text0(out, locals[i].value);
    }
    put_char(out, '}');
}

/* A frame of another file than the script says so by `file`. */
static void put_links(Out *out, const TraceLink *links, uint32_t count)
{
    put_char(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        const TraceLink *link = &links[i];
        put_cstr(out, i ? ",{\"r\":" : "{\"r\":");
        put_id(out, link->frame);
        put_cstr(out, ",\"fn\":");
        put_text0(out, link->at.fn);
        put_cstr(out, ",\"line\":");
        put_number(out, link->at.line);
        if (link->at.file) {
            put_cstr(out, ",\"file\":");
            put_number(out, link->at.file);
        }
        put_cstr(out, ",\"locals\":");
        put_locals(out, link->locals, link->local_count);
        put_char(out, '}');
    }
    put_char(out, ']');
}

static void put_names(Out *out, const char *const *names, uint32_t count)
{
    put_char(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            put_char(out, ',');
        put_text0(out, names[i]);
    }
    put_char(out, ']');
}

static void put_ids(Out *out, const Id *ids, uint32_t count)
{
    put_char(out, '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            put_char(out, ',');
        put_id(out, ids[i]);
    }
    put_char(out, ']');
}

static void put_integer(Out *out, const EventField *field, int64_t n)
{
    if (field->is_bool)
        put_cstr(out, n ? "true" : "false");
    else if (field->is_null && n < 0)
        put_cstr(out, "null");
    else
        put_number(out, n);
}

static void put_field(Out *out, const TraceEvent *e, const EventField *field)
{
    switch (field->slot) {
    case SLOT_ID: put_id(out, e->id); break;
    case SLOT_ID2: put_id(out, e->id2); break;
    case SLOT_ID3: put_id(out, e->id3); break;
    case SLOT_ID4: put_id(out, e->id4); break;
    case SLOT_NUMBER: put_integer(out, field, e->number); break;
    case SLOT_NUMBER2: put_integer(out, field, e->number2); break;
    case SLOT_NUMBER3: put_integer(out, field, e->number3); break;
    case SLOT_WORD: put_text0(out, e->word); break;
    case SLOT_WORD2: put_text0(out, e->word2); break;
    case SLOT_VALUE: put_text0(out, e->value); break;
    case SLOT_FN: put_text0(out, e->fn); break;
    case SLOT_TEXT: put_text(out, e->text, e->text_length); break;
    case SLOT_AT: put_place(out, &e->at); break;
    case SLOT_CHAIN:
    case SLOT_TB: put_links(out, e->links, e->link_count); break;
    case SLOT_SET: put_locals(out, e->locals, e->local_count); break;
    case SLOT_DEL:
    case SLOT_ARGS: put_names(out, e->names, e->name_count); break;
    case SLOT_IDS: put_ids(out, e->ids, e->id_count); break;
    case SLOT_COUNT: break;
    }
}

void event_write(const TraceEvent *e, bool real, Sink *sink)
{
    Out out = { .sink = sink, .used = 0 };
    put(&out, "{\"i\":", 5);
    put_number(&out, e->index);
    put(&out, ",\"t\":", 5);
    put_number(&out, e->t_us);
    put(&out, ",\"ev\":", 6);
    put_text0(&out, event_name(e->kind));
    put(&out, ",\"by\":", 6);
    put_id(&out, e->by);
    if (real && e->w_us >= 0) {
        put(&out, ",\"w\":", 5);
        put_number(&out, e->w_us);
    }
    EventField field;
    for (const char *cursor = NULL; event_field(e->kind, &cursor, &field);) {
        if ((field.is_real && !real) || (field.is_some && e->number2 == 0))
            continue;
        put_char(&out, ',');
        if (field.is_word)
            put_text0(&out, e->word ? e->word : "send");
        else
            put_text(&out, field.key, field.key_length);
        put_char(&out, ':');
        put_field(&out, e, &field);
    }
    put(&out, "}\n", 2);
    flush(&out);
}

void json_write_text(Sink *sink, const char *text, size_t length)
{
    Out out = { .sink = sink, .used = 0 };
    put_text(&out, text, length);
    flush(&out);
}

void json_write_id(Sink *sink, Id id)
{
    Out out = { .sink = sink, .used = 0 };
    put_id(&out, id);
    flush(&out);
}
