/* sentence.c - what sentences are made of: names, places, times, values; who an event is told of; what lies
 * behind it in the recording. */
#include "trace/sentence.h"

#include "base/utf8.h"
#include "trace/small.h"

#include <stdio.h>
#include <string.h>

enum { LOOK_BACK = 20000 }; /* events: what lies further back is not looked for */

/* --- looking back ------------------------------------------------------------------------------------- */

const TraceEvent *sentence_find(const Recording *recording, uint32_t before,
                                bool (*fits)(const TraceEvent *, Id), Id id)
{
    uint32_t last = before > recording->events.count ? recording->events.count : before;
    uint32_t first = last > LOOK_BACK ? last - LOOK_BACK : 0;
    for (uint32_t i = last; i > first; i--) {
        if (fits(&recording->events.items[i - 1], id))
            return &recording->events.items[i - 1];
    }
    return NULL;
}

static bool makes_handle(const TraceEvent *e, Id h)
{
    switch (e->kind) {
    case EV_cb_add: return id_same(e->id2, h);
    case EV_timer: return id_same(e->id, h);
    case EV_io: return id_same(e->id, h) && sentence_word(e->word, "watch");
    case EV_ready: return id_same(e->id, h) && !sentence_word(e->word, "callback");
    default: return false;
    }
}

const TraceEvent *sentence_origin(const Recording *recording, uint32_t before, Id h)
{
    return h.n ? sentence_find(recording, before, makes_handle, h) : NULL;
}

bool sentence_is_callback(const Recording *recording, uint32_t before, Id h)
{
    const TraceEvent *made = sentence_origin(recording, before, h);
    if (!made)
        return false;
    switch (made->kind) {
    case EV_cb_add:
        return sentence_word(made->word, "callback") && sentence_line_has(recording, made->at, "add_done_callback");
    case EV_timer: return (made->word && strncmp(made->word, "call_", 5) == 0) && sentence_line_has(recording, made->at, "call_");
    case EV_io: return sentence_line_has(recording, made->at, "add_");
    default: return sentence_word(made->word, "call_soon") && sentence_line_has(recording, made->at, "call_soon");
    }
}

static bool stops_task(const TraceEvent *e, Id task)
{
    return (e->kind == EV_task_wait || e->kind == EV_task_yield) && id_same(e->id, task);
}

TracePlace sentence_tip(const TraceEvent *event)
{
    return event->link_count ? event->links[event->link_count - 1].at : event->at;
}

TracePlace sentence_stop(const Recording *recording, uint32_t before, Id task)
{
    const TraceEvent *found = sentence_find(recording, before, stops_task, task);
    return found ? sentence_tip(found) : (TracePlace){ 0 };
}

bool sentence_line_has(const Recording *recording, TracePlace at, const char *text)
{
    size_t length = 0, wanted = strlen(text);
    const char *line = at.line ? recording_line(recording, at.file, at.line, &length) : NULL;
    for (size_t i = 0; line && i + wanted <= length; i++) {
        if (memcmp(line + i, text, wanted) == 0)
            return true;
    }
    return false;
}

bool sentence_is_hub(const State *state, Id greenlet)
{
    const TraceFile *script = state->recording->files.count ? &state->recording->files.items[0] : NULL;
    const StateCoro *coro = state_coro(state, greenlet);
    bool gevent = false;
    for (uint32_t line = 1; script && line <= script->line_count && !gevent; line++)
        gevent = sentence_line_has(state->recording, (TracePlace){ .line = line }, "import gevent") ||
                 sentence_line_has(state->recording, (TracePlace){ .line = line }, "from gevent");
    return gevent && coro && greenlet.letter == 'G' && coro->parent.n && !coro->fn;
}

bool sentence_is_inner(const Recording *recording, const StateFuture *future)
{
    return sentence_fut_is(future, "plain") && !future->of.n &&
           !sentence_line_has(recording, future->made_at, "uture(");
}

static bool waits_on(const TraceEvent *e, Id fut)
{
    return e->kind == EV_task_wait && id_same(e->id2, fut);
}

uint32_t sentence_sources(const Recording *recording, uint32_t before, Id fut, Id ids[SENTENCE_SEVERAL])
{
    const TraceEvent *wait = sentence_find(recording, before, waits_on, fut);
    uint32_t count = 0, end = wait ? wait->index : before, first = end;
    while (first > 0 && end - first < LOOK_BACK && recording->events.items[first - 1].kind != EV_task_step)
        first--; /* they were registered in the step that waits */
    for (uint32_t i = first; i < end; i++) {
        const TraceEvent *add = &recording->events.items[i];
        if (add->kind != EV_cb_add || add->id3.n || !add->id4.n || !id_same(add->id4, fut))
            continue;
        bool known = false;
        for (uint32_t k = 0; k < count && !known; k++)
            known = id_same(ids[k], add->id);
        if (!known && count == SENTENCE_SEVERAL)
            return 0;
        if (!known)
            ids[count++] = add->id;
    }
    return count;
}

/* --- parts ------------------------------------------------------------------------------------------------ */

void sentence_begin(Sentence *s, const State *state, const TraceEvent *event, Lang lang, char *out, size_t size)
{
    s->state = state;
    s->event = event;
    s->lang = lang;
    s->out = out;
    s->size = size;
    s->length = 0;
    s->own = s->named = false;
    s->used = 0;
    if (size)
        out[0] = 0;
}

const char *sentence_keep(Sentence *s, const char *text, size_t length)
{
    if (length >= sizeof s->pool - s->used)
        return "...";
    char *copy = s->pool + s->used;
    memcpy(copy, text, length);
    copy[length] = 0;
    s->used += length + 1;
    return copy;
}

const char *sentence_part(Sentence *s, Message message, const char *one, const char *two)
{
    char text[700];
    const char *const parts[2] = { one, two };
    return sentence_keep(s, text, message_format(text, sizeof text, s->lang, message, 2, parts));
}

const char *sentence_number(Sentence *s, int64_t number)
{
    char text[24];
    return sentence_keep(s, text, (size_t)snprintf(text, sizeof text, "%lld", (long long)number));
}

const char *sentence_id(Sentence *s, Id id)
{
    char text[16];
    if (!id.n)
        return "-";
    return sentence_keep(s, text, (size_t)snprintf(text, sizeof text, "%c%u", id.letter, id.n));
}

static const char *sync_name(Sentence *s, Id id)
{
    const StateSync *sync = state_sync(s->state, id);
    return sync && sync->kind ? sentence_part(s, MSG_narrate_kind, sentence_id(s, id), sync->kind)
                              : sentence_id(s, id);
}

bool sentence_fut_is(const StateFuture *future, const char *kind)
{
    return future && future->kind && strcmp(future->kind, kind) == 0;
}

const char *sentence_name(Sentence *s, Id id)
{
    const char *name = sentence_id(s, id);
    switch (id.letter) {
    case 'F': {
        const StateFuture *future = state_future(s->state, id);
        if (future && future->of.n)
            return sync_name(s, future->of);
        if (sentence_fut_is(future, "sleep") || sentence_fut_is(future, "gather") || sentence_fut_is(future, "timeout"))
            return sentence_part(s, MSG_narrate_kind, name, future->kind);
        return name;
    }
    case 'S': return sync_name(s, id);
    case 'H': return sentence_part(s, MSG_narrate_callback, name, NULL);
    case 'G': return sentence_part(s, MSG_narrate_greenlet, name, NULL);
    default: return name;
    }
}

const char *sentence_place(Sentence *s, TracePlace at)
{
    if (!at.line)
        return sentence_part(s, MSG_narrate_line_none, NULL, NULL);
    const Recording *recording = s->state->recording;
    const char *file = at.file && at.file < recording->files.count ? recording->files.items[at.file].name : NULL;
    const char *slash = file ? strrchr(file, '/') : NULL;
    return sentence_part(s, file ? MSG_narrate_line_of : MSG_narrate_line, sentence_number(s, at.line),
                         slash ? slash + 1 : file);
}

const char *sentence_at(Sentence *s, TracePlace at)
{
    return at.line ? sentence_part(s, MSG_narrate_at, sentence_place(s, at), NULL) : "";
}

const char *sentence_time(Sentence *s, int64_t us)
{
    Small time = small_clock(us);
    for (char *p = time.text; *p; p++) {
        if (*p == ' ')
            *p = SENTENCE_GLUE;
    }
    return sentence_keep(s, time.text, strlen(time.text));
}

/* Code: short pieces stay on one line. */
static const char *keep_code(Sentence *s, const char *text, size_t length)
{
    char *copy = (char *)sentence_keep(s, text, length);
    if (length == 0 || copy[0] == '.' || utf8_text_width(text, length) > 36)
        return copy;
    for (char *p = copy; *p; p++) {
        if (*p == ' ')
            *p = SENTENCE_GLUE;
    }
    return copy;
}

const char *sentence_value(Sentence *s, const char *value)
{
    return value ? keep_code(s, value, strlen(value)) : "None";
}

/* The function's name without the functions it was defined in. */
static const char *short_name(const char *fn)
{
    if (!fn)
        return "?";
    for (const char *inner; (inner = strstr(fn, "<locals>.")) != NULL;)
        fn = inner + strlen("<locals>.");
    return fn;
}

const char *sentence_call(Sentence *s, const char *fn, const TraceLocal *locals, uint32_t count)
{
    char text[400];
    size_t used = (size_t)snprintf(text, sizeof text, "%.80s(", short_name(fn));
    if (text[0] == '<') /* <genexpr>: was never called by that name */
        return sentence_keep(s, text, used - 1);
    uint32_t first = count && locals[0].name && strcmp(locals[0].name, "self") == 0;
    for (uint32_t i = first; i < count && used < 300; i++) {
        const char *value = locals[i].value ? locals[i].value : "?";
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%.*s", i > first ? ", " : "", 60, value);
        if (used > sizeof text - 8)
            used = sizeof text - 8;
    }
    while (used > 0 && used == sizeof text - 8 && ((unsigned char)text[used - 1] & 0x80))
        used--; /* cut: not inside a code point */
    text[used++] = ')';
    return keep_code(s, text, used);
}

const char *sentence_coro(Sentence *s, Id id, const char *fn)
{
    const StateCoro *coro = id.n ? state_coro(s->state, id) : NULL;
    if (!coro)
        return sentence_call(s, fn, NULL, 0);
    return sentence_call(s, coro->fn ? coro->fn : fn, coro->locals, coro->local_count);
}

const char *sentence_list(Sentence *s, const Id *ids, uint32_t count)
{
    char text[300];
    size_t used = 0;
    text[0] = 0;
    for (uint32_t i = 0; i < count && used < 200; i++) {
        const char *between = i == 0 ? "" : message_text(i + 1 == count ? MSG_narrate_and : MSG_narrate_comma, s->lang);
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", between, sentence_id(s, ids[i]));
    }
    return sentence_keep(s, text, used);
}

const char *sentence_failure(Sentence *s, const char *error)
{
    bool cancelled = error && strncmp(error, "CancelledError", strlen("CancelledError")) == 0;
    return message_text(cancelled ? MSG_narrate_was_cancelled : MSG_narrate_has_failed, s->lang);
}

/* --- who ---------------------------------------------------------------------------------------------------- */

static const Id nobody;
#define WHO_LOOP ID('L', 1)

Id sentence_who(const State *state, const TraceEvent *e)
{
    switch (e->kind) {
    case EV_task_step: case EV_task_wait: case EV_task_yield: case EV_task_done: case EV_await_ready: return e->id;
    case EV_switch: return e->id;
    case EV_loop_start: case EV_loop_stop: case EV_wait: case EV_timer_fire: case EV_round: case EV_pick:
    case EV_ran: return WHO_LOOP;
    case EV_clock:
        if (!sentence_word(e->word, "sleep"))
            return WHO_LOOP;
        break;
    case EV_fut_set:
        if (sentence_fut_is(state_future(state, e->id), "sleep"))
            return e->by.letter == 'T' && sentence_word(e->word, "cancelled") ? e->by : WHO_LOOP;
        break;
    case EV_begin: case EV_gap: case EV_end: return nobody;
    case EV_co_new: /* the loop itself calls no async function */
        if (!e->by.n && !state->greenlet.n)
            return nobody;
        break;
    default: break;
    }
    bool own_lines = e->kind == EV_line || e->kind == EV_call || e->kind == EV_resume || e->kind == EV_leave;
    if (e->by.n && e->by.letter == 'H' && !own_lines && !sentence_is_callback(state->recording, e->index, e->by))
        return WHO_LOOP;
    if (e->by.n)
        return e->by;
    if (state->greenlet.n)
        return state->greenlet;
    return state->loop_runs ? WHO_LOOP : nobody;
}

size_t narrate_who(const State *after, const TraceEvent *event, Lang lang, char *out, size_t size)
{
    Id who = sentence_who(after, event);
    if (who.n && who.letter != 'L') {
        int length = snprintf(out, size, "%c%u", who.letter, who.n);
        return length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1;
    }
    return message_format(out, size, lang, who.n ? MSG_word_loop : MSG_narrate_program, 0, NULL);
}

const char *sentence_subject(Sentence *s)
{
    Id who = sentence_who(s->state, s->event);
    if (!who.n || who.letter == 'L')
        return message_text(who.n ? MSG_narrate_the_loop : MSG_narrate_the_program, s->lang);
    return sentence_name(s, who);
}

/* --- putting it together -------------------------------------------------------------------------------- */

/* "，。；：、（）“”" and their like: a blank beside them would be one too many. */
static bool is_full_width_mark(const char *p)
{
    uint32_t point = 0;
    utf8_decode(p, strlen(p), &point);
    return (point >= 0x3001 && point <= 0x3011) || point == 0xFF08 || point == 0xFF09 || point == 0xFF0C ||
           point == 0xFF1A || point == 0xFF1B || point == 0xFF1F || point == 0xFF01;
}

/* Takes the blanks away that stand beside full-width punctuation. */
static size_t tidy_chinese(char *text)
{
    size_t to = 0;
    bool after_mark = false;
    for (size_t from = 0; text[from];) {
        uint32_t point;
        int bytes = utf8_decode(text + from, strlen(text + from), &point);
        if (bytes <= 0)
            bytes = 1;
        bool mark = is_full_width_mark(text + from);
        if (text[from] != ' ' || !(after_mark || is_full_width_mark(text + from + 1))) {
            memmove(text + to, text + from, (size_t)bytes);
            to += (size_t)bytes;
            after_mark = mark;
        }
        from += (size_t)bytes;
    }
    text[to] = 0;
    return to;
}

/* "运行 定时器 H7": between two Chinese words stands no blank, and one of them is the name of a handle. */
static void close_words(char *text)
{
    const Message names[] = { MSG_narrate_callback, MSG_narrate_timer_name };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char word[40] = " ";
        const char *form = message_text(names[i], LANG_ZH), *end = strchr(form, '{');
        if (!end || (size_t)(end - form) + 3 > sizeof word)
            continue;
        memcpy(word + 1, form, (size_t)(end - form));
        memcpy(word + 1 + (end - form), "H", 2);
        for (char *p = text; (p = strstr(p, word)) != NULL;) {
            if (p > text && (p[-1] & 0x80))
                memmove(p, p + 1, strlen(p));
            else
                p++;
        }
    }
}

void sentence_put(Sentence *s, bool own, Message message, const char *const parts[9])
{
    const char *all[9];
    memcpy(all, parts, sizeof all);
    all[8] = sentence_subject(s);
    s->own = own;
    s->named = own && message_text(message, s->lang)[0] == '{';
    s->length = message_format(s->out, s->size, s->lang, message, 9, all);
    if (s->lang != LANG_ZH)
        return;
    const Message words[] = { MSG_narrate_the_program, MSG_narrate_the_loop };
    for (size_t i = 0; i < 2 && s->named; i++) { /* between two Chinese words stands no blank */
        size_t length = strlen(message_text(words[i], LANG_ZH));
        if (strncmp(s->out, message_text(words[i], LANG_ZH), length) == 0 && s->out[length] == ' ')
            memmove(s->out + length, s->out + length + 1, strlen(s->out + length));
    }
    close_words(s->out);
    s->length = tidy_chinese(s->out);
}
