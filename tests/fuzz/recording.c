/* recording.c - the other fuzz target: bytes -> a recording, and everything that is drawn from one. Whatever the
 * file, the reader refuses it with a message or every view copes with what it holds, and all memory is given back.
 * `make fuzz` runs it. */
#include "base/mem.h"
#include "trace/chrome.h"
#include "trace/html.h"
#include "trace/narrate.h"
#include "trace/quiz.h"
#include "trace/why.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WHY_MOST = 50, STATES_MOST = 20 };

static void die(const char *why, const char *what)
{
    fprintf(stderr, "fuzz: %s: %s\n", why, what);
    abort();
}

static void count_bytes(void *context, const char *bytes, size_t count)
{
    unsigned *sum = context; /* every byte is read, so that ASan sees it */
    for (size_t i = 0; i < count; i++)
        *sum = *sum * 31 + (unsigned char)bytes[i];
}

static void tell_all(const Recording *recording, NarrateLevel level, Lang lang, Sink *out)
{
    Narrator *narrator = narrator_new(recording, level, lang, out);
    if (!narrator)
        return;
    for (uint32_t i = 0; i < recording->events.count; i++)
        narrator_event(narrator, &recording->events.items[i]);
    narrator_end(narrator);
}

/* Every question is answered: a hint, then the first choice. */
static void ask(Quiz *quiz, const State *state, Lang lang)
{
    Buffer text = { 0 };
    QuizNews news = quiz_event(quiz, state, true);
    bool decided = news == QUIZ_TELLS;
    if (news == QUIZ_ASKS) {
        quiz_question(quiz, state, lang, 80, &text);
        quiz_hint(quiz, state, lang, &text);
        if (quiz_choices(quiz) < 1 || quiz_key(quiz, '1') != QUIZ_TAKEN)
            die("quiz", "no choice");
        decided = quiz_settled(quiz);
    }
    if (decided)
        quiz_verdict(quiz, state, lang, &text);
    buffer_free(&text);
}

/* At some events: the state, each event's sentences, why each task waits. */
static void look_at_states(const Recording *recording, Sink *out)
{
    char line[NARRATE_MAX];
    uint32_t step = recording->events.count / STATES_MOST + 1;
    State *state = state_new(recording);
    Quiz *quiz = quiz_new(recording, 1);
    if (!state || !quiz)
        die("no memory", "state");
    quiz_set_level(quiz, 1);
    while (state_fold(state)) {
        const TraceEvent *event = &recording->events.items[state->next - 1];
        Lang lang = state->next & 1 ? LANG_EN : LANG_ZH;
        for (int i = 0; i < 3; i++) {
            size_t used = i == 0 ? narrate_sentence(state, event, lang, line, sizeof line)
                          : i == 1 ? narrate_reason(state, event, lang, line, sizeof line)
                                   : narrate_next(state, lang, line, sizeof line);
            sink_bytes(out, line, used);
        }
        ask(quiz, state, lang);
        if (state->next % step)
            continue;
        state_write(state, out);
        for (uint32_t i = 0; i < state->tasks.count && i < WHY_MOST; i++) {
            why_cause(state, state->tasks.items[i].id);
            why_write(state, state->tasks.items[i].id, lang, out);
        }
    }
    quiz_free(quiz);
    state_free(state);
}

static void read_one(const char *text, size_t size)
{
    char why[300] = "";
    unsigned sum = 0;
    Sink sink = { count_bytes, &sum, false };
    Recording *recording = recording_read(text, size, why);
    if (!recording) {
        if (!*why)
            die("refused", "without a message");
        return;
    }
    recording_write(recording, &sink);
    look_at_states(recording, &sink);
    tell_all(recording, NARRATE_PLAIN, LANG_EN, &sink);
    tell_all(recording, NARRATE_ALL, LANG_ZH, &sink);
    chrome_write(recording, &sink);
    html_write(recording, &sink);
    recording_free(recording);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1); /* of exactly this size, for ASan */
    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = 0;
    size_t blocks = mem_count(), bytes = mem_used();
    read_one(text, size);
    if (blocks != mem_count() || bytes != mem_used()) {
        fprintf(stderr, "fuzz: %zu blocks, %zu bytes more\n", mem_count() - blocks, mem_used() - bytes);
        die("memory", "not given back");
    }
    free(text);
    return 0;
}
