/* quiz_walk.c - all questions of a recording, in both languages: what somebody is asked who steps from the first event
 * to the last. The page shows them; so it asks what the terminal asks. */
#include "trace/quiz_internal.h"

static void free_texts(QuizTexts *texts)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        buffer_free(&texts->title[lang]);
        buffer_free(&texts->hint[lang]);
        buffer_free(&texts->reason[lang]);
        for (int i = 0; i < texts->count; i++)
            buffer_free(&texts->choices[i][lang]);
    }
    *texts = (QuizTexts){ .kind = NULL };
}

/* What is said when the question is asked. */
static void ask(const Question *question, const State *state, QuizTexts *texts)
{
    *texts = (QuizTexts){ .kind = quiz_kind_word(question->kind), .asked = question->asked, .count = question->count };
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        quiz_title(question, state, (Lang)lang, &texts->title[lang]);
        quiz_kind_hint(question, state, (Lang)lang, &texts->hint[lang]);
        for (int i = 0; i < question->count; i++)
            quiz_choice(question, i, state, (Lang)lang, &texts->choices[i][lang]);
    }
}

/* What is said when it is decided. */
static void tell(const Question *question, const State *state, QuizTexts *texts)
{
    texts->right = question->right < 0 ? -1 : question->right;
    texts->decided = question->decided;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        quiz_reason(question, state, (Lang)lang, &texts->reason[lang]);
}

bool quiz_walk(const Recording *recording, uint64_t seed, void (*seen)(void *context, const QuizTexts *), void *context)
{
    Quiz *quiz = quiz_new(recording, seed);
    State *state = state_new(recording);
    QuizTexts texts = { .kind = NULL };
    if (quiz)
        quiz_set_level(quiz, 1);
    while (quiz && state && state_fold(state)) {
        QuizNews news = quiz_event(quiz, state, true);
        if (news == QUIZ_ASKS) {
            ask(&quiz->questions.items[quiz->questions.count - 1], state, &texts);
            quiz_key(quiz, 's');
        }
        if (news == QUIZ_TELLS || (news == QUIZ_ASKS && quiz_settled(quiz))) {
            tell(&quiz->questions.items[quiz->questions.count - 1], state, &texts);
            seen(context, &texts);
            free_texts(&texts);
            quiz->open = false;
        }
    }
    bool fine = quiz && state && !state->failed;
    free_texts(&texts); /* one that was not decided before the recording stops */
    state_free(state);
    quiz_free(quiz);
    return fine;
}
