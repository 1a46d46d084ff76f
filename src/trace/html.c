/* html.c - the page: page.html with style and scripts put in, then the recording, what is told of it and the messages
 * that the page needs as JSON. Sentences come from narrate.c, the questions of the quiz from quiz.c; both are stored
 * as patterns and numbers (patterns.h). */
#include "trace/html.h"

#include "trace/narrate.h"
#include "trace/patterns.h"
#include "trace/quiz.h"

#include <string.h>

enum { TEXTS = 2 * LANG_COUNT };

/* --- narration and questions ----------------------------------------------------------------------------------------- */

/* For each event: [sentence en, zh, reason en, zh]. A reason that says the same as the sentence is left out. */
static void write_sentences(const State *state, const TraceEvent *e, Patterns *patterns, Sink *out)
{
    char texts[TEXTS][NARRATE_MAX];
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        char *sentence = texts[lang], *reason = texts[LANG_COUNT + lang];
        *sentence = *reason = 0;
        narrate_sentence(state, e, (Lang)lang, sentence, NARRATE_MAX);
        narrate_reason(state, e, (Lang)lang, reason, NARRATE_MAX);
        if (strcmp(sentence, reason) == 0)
            *reason = 0;
    }
    patterns_write(patterns, (const char *[]){ texts[0], texts[1], texts[2], texts[3] }, TEXTS, out);
}

/* "next: ...": [en, zh]. */
static void write_next(const State *state, const TraceEvent *e, Patterns *patterns, Sink *out)
{
    char texts[LANG_COUNT][NARRATE_MAX];
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        texts[lang][0] = 0;
        narrate_next(state, (Lang)lang, texts[lang], NARRATE_MAX);
    }
    patterns_write(patterns, (const char *[]){ texts[0], texts[1] }, LANG_COUNT, out);
}

typedef void (*WriteTold)(const State *, const TraceEvent *, Patterns *, Sink *);

static bool write_each(const Recording *recording, WriteTold write, Patterns *patterns, Sink *out)
{
    State *state = state_new(recording);
    for (uint32_t i = 0; state && i < recording->events.count && state_fold(state) && !patterns->failed; i++) {
        sink_text(out, i ? ",\n" : "\n");
        write(state, &recording->events.items[i], patterns, out);
    }
    bool fine = state && !state->failed && !patterns->failed;
    state_free(state);
    return fine;
}

typedef struct Questions {
    Patterns *patterns;
    Sink *out;
    uint32_t count;
} Questions;

static void write_texts(const Questions *questions, const Buffer texts[LANG_COUNT])
{
    sink_text(questions->out, ",");
    patterns_write(questions->patterns, (const char *[]){ buffer_string(&texts[LANG_EN]), buffer_string(&texts[LANG_ZH]) },
                   LANG_COUNT, questions->out);
}

/* [event,"kind",right,decided,title,hint,reason,choice...] */
static void write_question(void *context, const QuizTexts *q)
{
    Questions *questions = context;
    sink_text(questions->out, questions->count++ ? ",\n" : "\n");
    sink_format(questions->out, "[%u,\"%s\",%d,%u", q->asked, q->kind, q->right, q->decided);
    write_texts(questions, q->title);
    write_texts(questions, q->hint);
    write_texts(questions, q->reason);
    for (int i = 0; i < q->count; i++)
        write_texts(questions, q->choices[i]);
    sink_text(questions->out, "]");
}

/* {"events":[[pattern,numbers...]...],"next":[...],"questions":[...],"patterns":[[text...]...]} */
static bool write_narration(const Recording *recording, Sink *out)
{
    Patterns patterns;
    patterns_init(&patterns);
    Questions questions = { &patterns, out, 0 };
    sink_text(out, "{\"events\":[");
    bool fine = write_each(recording, write_sentences, &patterns, out);
    sink_text(out, "],\n\"next\":[");
    fine = fine && write_each(recording, write_next, &patterns, out);
    sink_text(out, "],\n\"questions\":[");
    fine = fine && quiz_walk(recording, recording->seed, write_question, &questions) && !patterns.failed;
    sink_text(out, "],\n\"patterns\":");
    patterns_write_table(&patterns, out);
    sink_text(out, "}");
    patterns_free(&patterns);
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
    static const char *const wanted[] = { "page_", "why_", "report_sync", "word_", "quiz_", "step_why_", "step_sleep_" };
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
        { "css", page_css }, { "script", page_script },
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
