/* quiz.c - which question comes when, what the keys do, and the score: see quiz.h. */
#include "trace/quiz_internal.h"

#include <stdio.h>
#include <string.h>

enum { STOPS_BETWEEN = 5, SECOND_LOOKS = 3 };

static const Message kind_names[QUIZ_KIND_COUNT] = { MSG_quiz_order, MSG_quiz_suspend, MSG_quiz_output, MSG_quiz_clock,
                                                     MSG_quiz_cause };

void quiz_add_message(Buffer *out, Lang lang, Message message, int count, const char *const *args)
{
    char text[1400];
    size_t length = message_format(text, sizeof text, lang, message, count, args);
    buffer_add(out, text, length);
}

const char *quiz_kind_word(QuizKind kind)
{
    static const char *const words[QUIZ_KIND_COUNT] = { "order", "suspend", "output", "clock", "cause" };
    return words[kind];
}

Quiz *quiz_new(const Recording *recording, uint64_t seed)
{
    Quiz *quiz = mem_alloc_zero(sizeof *quiz);
    if (!quiz)
        return NULL;
    quiz->recording = recording;
    quiz->seed = seed;
    quiz->last_kind = -1;
    quiz->stops = STOPS_BETWEEN;
    return quiz;
}

void quiz_free(Quiz *quiz)
{
    if (!quiz)
        return;
    vec_free(&quiz->questions);
    mem_free(quiz, sizeof *quiz);
}

void quiz_set_level(Quiz *quiz, int level)
{
    quiz->level = level;
}

int quiz_level(const Quiz *quiz)
{
    return quiz->level;
}

/* --- which question ----------------------------------------------------------------------------------------------- */

/* splitmix64 of seed and place. */
static uint64_t draw_at(const Quiz *quiz, uint64_t place)
{
    uint64_t x = quiz->seed + (place + 1) * 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

static uint32_t count_kind(const Quiz *quiz, QuizKind kind)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < quiz->questions.count; i++)
        count += quiz->questions.items[i].kind == kind;
    return count;
}

/* Of the kinds that can be asked here, not the last one; the one asked least so far, chance between equals. */
static bool choose(Quiz *quiz, const State *state, uint64_t draw, Question *chosen)
{
    uint32_t least = UINT32_MAX;
    for (int i = 0; i < QUIZ_KIND_COUNT; i++) {
        QuizKind kind = (QuizKind)((draw / 4 + (unsigned)i) % QUIZ_KIND_COUNT);
        Question question;
        uint32_t asked = count_kind(quiz, kind);
        if ((int)kind == quiz->last_kind || asked >= least || !quiz_make(kind, state, draw >> 8, &question))
            continue;
        least = asked;
        *chosen = question;
    }
    return least != UINT32_MAX;
}

static Question *current(const Quiz *quiz)
{
    return quiz->open ? &quiz->questions.items[quiz->questions.count - 1] : NULL;
}

/* Looks at the events the cursor has passed for the first time. */
static void pass(Quiz *quiz, uint32_t next)
{
    for (; quiz->reached < next && quiz->reached < quiz->recording->events.count; quiz->reached++) {
        uint16_t kind = quiz->recording->events.items[quiz->reached].kind;
        quiz->answers += kind == EV_quiz;
        quiz->stops += event_is_stop(kind);
    }
}

static QuizNews ask(Quiz *quiz, const State *state)
{
    uint64_t draw = draw_at(quiz, state->next - quiz->answers);
    Question question;
    if (quiz->stops < STOPS_BETWEEN || draw % 4 == 0 || !choose(quiz, state, draw, &question) || !vec_reserve(&quiz->questions, 1))
        return QUIZ_QUIET;
    quiz->questions.items[quiz->questions.count++] = question;
    quiz->open = true;
    quiz->stops = 0;
    quiz->last_kind = (int)question.kind;
    return QUIZ_ASKS;
}

QuizNews quiz_event(Quiz *quiz, const State *state, bool may_ask)
{
    if (state->next <= quiz->reached || state->failed)
        return QUIZ_QUIET;
    pass(quiz, state->next);
    const TraceEvent *event = &state->recording->events.items[state->next - 1];
    Question *question = current(quiz);
    if (!question)
        return quiz->level && may_ask && event->kind != EV_quiz ? ask(quiz, state) : QUIZ_QUIET;
    if (question->given == NOT_YET || question->right != NOT_YET)
        return QUIZ_QUIET;
    quiz_decide(question, state, event);
    return question->right != NOT_YET ? QUIZ_TELLS : QUIZ_QUIET;
}

void quiz_jump(Quiz *quiz, uint32_t next)
{
    if (next <= quiz->reached)
        return;
    pass(quiz, next);
    if (quiz->open) { /* what decides it was jumped over */
        quiz->questions.count--;
        quiz->open = false;
    }
}

/* --- asking --------------------------------------------------------------------------------------------------------- */

void quiz_question(const Quiz *quiz, const State *state, Lang lang, size_t columns, Buffer *out)
{
    const Question *question = current(quiz);
    Buffer line = { .length = 0 };
    buffer_text(&line, "? ");
    quiz_title(question, state, lang, &line);
    for (int i = 0; i < question->count; i++) {
        Buffer choice = { .length = 0 };
        buffer_format(&choice, "%d) ", i + 1);
        quiz_choice(question, i, state, lang, &choice);
        size_t used = buffer_width(buffer_string(&line), line.length);
        size_t width = buffer_width(buffer_string(&choice), choice.length);
        if (used + 4 + width > columns && used > 0) {
            buffer_add(out, buffer_string(&line), line.length);
            buffer_text(out, "\n");
            buffer_clear(&line);
            buffer_text(&line, "    ");
        } else {
            buffer_text(&line, "    ");
        }
        buffer_add(&line, buffer_string(&choice), choice.length);
        buffer_free(&choice);
    }
    buffer_add(out, buffer_string(&line), line.length);
    buffer_text(out, "\n");
    buffer_free(&line);
}

int quiz_choices(const Quiz *quiz)
{
    return current(quiz)->count;
}

QuizReply quiz_key(Quiz *quiz, int key)
{
    Question *question = current(quiz);
    if (key == '?') {
        question->hinted = true;
        return QUIZ_HINTED;
    }
    if (key != 's' && key != 'S' && (key < '1' || key > '0' + question->count))
        return QUIZ_NO_KEY;
    question->given = key == 's' || key == 'S' ? NEVER : key - '1';
    return QUIZ_TAKEN;
}

void quiz_hint(const Quiz *quiz, const State *state, Lang lang, Buffer *out)
{
    Buffer text = { .length = 0 };
    quiz_kind_hint(current(quiz), state, lang, &text);
    QUIZ_ADD(out, lang, hint, buffer_string(&text));
    buffer_text(out, "\n");
    buffer_free(&text);
}

bool quiz_settled(const Quiz *quiz)
{
    const Question *question = current(quiz);
    return question && question->given != NOT_YET && question->right != NOT_YET;
}

bool quiz_pending(const Quiz *quiz)
{
    const Question *question = current(quiz);
    return question && question->given != NOT_YET && question->right == NOT_YET;
}

/* --- score ------------------------------------------------------------------------------------------------------------ */

static bool counts(const Question *question)
{
    return question->given >= 0 && question->right >= 0;
}

static uint32_t halves(const Question *question)
{
    return !counts(question) || question->given != question->right ? 0 : question->hinted ? 1 : 2;
}

typedef struct Score {
    uint32_t asked, halves;
} Score;

/* Of one kind, or of all (-1). */
static Score score_of(const Quiz *quiz, int kind)
{
    Score score = { 0, 0 };
    for (uint32_t i = 0; i < quiz->questions.count; i++) {
        const Question *question = &quiz->questions.items[i];
        if (!counts(question) || (kind >= 0 && (int)question->kind != kind))
            continue;
        score.asked++;
        score.halves += halves(question);
    }
    return score;
}

static void points(uint32_t count, char out[24])
{
    snprintf(out, 24, "%u%s", count / 2, count % 2 ? ".5" : "");
}

/* score 3 of 5   order 1/2  suspend 2/2  clock 0/1 */
static void add_score(const Quiz *quiz, Lang lang, Buffer *out)
{
    char got[24], all[24];
    Score score = score_of(quiz, -1);
    points(score.halves, got);
    points(score.asked * 2, all);
    QUIZ_ADD(out, lang, score, got, all);
    const char *gap = "   ";
    for (int kind = 0; kind < QUIZ_KIND_COUNT; kind++) {
        score = score_of(quiz, kind);
        if (score.asked == 0)
            continue;
        points(score.halves, got);
        buffer_format(out, "%s%s %s/%u", gap, message_text(kind_names[kind], lang), got, score.asked);
        gap = "  ";
    }
    buffer_text(out, "\n");
}

void quiz_verdict(Quiz *quiz, const State *state, Lang lang, Buffer *out)
{
    Question *question = current(quiz);
    Buffer reason = { .length = 0 };
    quiz_reason(question, state, lang, &reason);
    if (question->right < 0)
        buffer_add(out, buffer_string(&reason), reason.length);
    else if (question->given < 0)
        QUIZ_ADD(out, lang, skipped, buffer_string(&reason));
    else if (question->given == question->right)
        QUIZ_ADD(out, lang, yes, buffer_string(&reason));
    else
        QUIZ_ADD(out, lang, no, buffer_string(&reason));
    buffer_text(out, "\n");
    buffer_free(&reason);
    quiz->open = false;
    add_score(quiz, lang, out);
}

/* Wrong answers first, then skipped ones, then those that needed a hint; each in the order of the run. */
static int look_class(const Question *question)
{
    if (question->right < 0)
        return -1;
    return question->given < 0 ? 1 : question->given != question->right ? 0 : question->hinted ? 2 : -1;
}

void quiz_summary(const Quiz *quiz, Lang lang, Buffer *out)
{
    uint32_t looks = 0;
    bool any = false;
    for (uint32_t i = 0; i < quiz->questions.count; i++)
        any = any || quiz->questions.items[i].right >= 0;
    if (!any)
        return;
    add_score(quiz, lang, out);
    Buffer list = { .length = 0 };
    for (int class = 0; class < 3; class++)
        for (uint32_t i = 0; i < quiz->questions.count && looks < SECOND_LOOKS; i++) {
            const Question *question = &quiz->questions.items[i];
            if (look_class(question) != class)
                continue;
            char number[24];
            points(question->decided * 2, number);
            buffer_text(&list, looks++ ? message_text(MSG_quiz_comma, lang) : "");
            QUIZ_ADD(&list, lang, look_at, number, message_text(kind_names[question->kind], lang));
        }
    if (looks) {
        QUIZ_ADD(out, lang, look, buffer_string(&list));
        buffer_text(out, "\n");
    }
    buffer_free(&list);
}

/* --- levels ------------------------------------------------------------------------------------------------------------ */

bool quiz_hides_queue(const Quiz *quiz)
{
    const Question *question = current(quiz);
    bool answered = question && question->given != NOT_YET;
    /* Also while the next question may come at any moment: else one would look just before it. */
    return quiz->level >= 3 || (quiz->level == 2 && !answered && (question || quiz->stops >= STOPS_BETWEEN));
}

bool quiz_hides_tasks(const Quiz *quiz)
{
    return quiz->level >= 3;
}

/* --- into the recording ---------------------------------------------------------------------------------------------------- */

static TraceEvent event_of(const Question *question, Recording *recording, const State *state)
{
    char text[80];
    size_t used = question->hinted ? (size_t)snprintf(text, sizeof text, "? ") : 0;
    if (question->given == NEVER)
        snprintf(text + used, sizeof text - used, "s");
    else
        quiz_choice_code(question, question->given, text + used, sizeof text - used);
    const TraceEvent *last = &recording->events.items[recording->events.count - 1];
    TraceEvent event = { .kind = EV_quiz, .t_us = last->t_us, .w_us = last->w_us, .word = quiz_kind_word(question->kind),
                         .by = state->task.n ? state->task : state->running,
                         .number = question->given >= 0 && question->given == question->right };
    event.text = recording_text(recording, text, strlen(text));
    event.text_length = event.text ? strlen(text) : 0;
    return event;
}

void quiz_record(Quiz *quiz, Recording *recording, const State *state)
{
    for (uint32_t i = 0; i < quiz->questions.count; i++) {
        Question *question = &quiz->questions.items[i];
        if (question->recorded || question->right == NOT_YET || question->given == NOT_YET || (quiz->open && i + 1 == quiz->questions.count))
            continue;
        question->recorded = true;
        if (question->right == NEVER || recording->events.count == 0)
            continue;
        TraceEvent event = event_of(question, recording, state);
        TraceEvent end = recording->events.items[recording->events.count - 1];
        bool ended = end.kind == EV_end;
        recording->events.count -= ended;
        if (!event.text || !recording_add(recording, &event)) {
            recording->events.count += ended;
            return;
        }
        end.number2++;
        if (ended && !recording_add(recording, &end))
            return;
    }
}
