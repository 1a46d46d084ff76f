/* quiz.h - questions before something is shown: what runs next, does this await stop its task, what is printed
 * next, where does the clock jump, why is a task waiting (docs/trace-format.md). Which ones are asked depends on the seed
 * and the events alone, so a run and its replay ask the same. The key comes from the events that follow: a question
 * is asked first, then the program runs on to the event that decides it. Who shows it: asking.c. */
#ifndef TRACE_QUIZ_H
#define TRACE_QUIZ_H

#include "base/message.h"
#include "trace/buffer.h"
#include "trace/state.h"

typedef enum QuizKind { QUIZ_ORDER, QUIZ_SUSPEND, QUIZ_OUTPUT, QUIZ_CLOCK, QUIZ_CAUSE, QUIZ_KIND_COUNT } QuizKind;
typedef enum QuizNews {
    QUIZ_QUIET,
    QUIZ_ASKS,    /* a question is open: quiz_question(), then quiz_key() until it is answered                  */
    QUIZ_TELLS    /* the answered question is decided: quiz_verdict()                                         */
} QuizNews;
typedef enum QuizReply { QUIZ_TAKEN, QUIZ_HINTED, QUIZ_NO_KEY } QuizReply;

typedef struct Quiz Quiz;
Quiz *quiz_new(const Recording *recording, uint64_t seed); /* at level 0; NULL: out of memory */
void quiz_free(Quiz *quiz);
void quiz_set_level(Quiz *quiz, int level); /* 0: asks nothing; 1 to 3                                        */
int quiz_level(const Quiz *quiz);

/* The cursor, on its way forward, has just folded an event. Without `may_ask` it only passes. Events the cursor
 * has been at before bring nothing. */
QuizNews quiz_event(Quiz *quiz, const State *state, bool may_ask);
/* The cursor has jumped to where `next` events are folded: nothing before is asked any more. */
void quiz_jump(Quiz *quiz, uint32_t next);

/* The open question: one or more lines. `state` as it was at quiz_event(). */
void quiz_question(const Quiz *quiz, const State *state, Lang lang, size_t columns, Buffer *out);
int quiz_choices(const Quiz *quiz);         /* how many keys from 1 on */
/* A key: 1 to 9, `?`, `s`. QUIZ_TAKEN: answered or skipped; quiz_settled() tells whether it is decided already. */
QuizReply quiz_key(Quiz *quiz, int key);
void quiz_hint(const Quiz *quiz, const State *state, Lang lang, Buffer *out);
bool quiz_settled(const Quiz *quiz);
/* The answer with its reason, and the score so far; the question is closed. `state` at the deciding event. */
void quiz_verdict(Quiz *quiz, const State *state, Lang lang, Buffer *out);
bool quiz_pending(const Quiz *quiz);        /* answered, and the program must run on to decide it */
/* Score by kind and what is worth a second look; nothing when nothing was asked. */
void quiz_summary(const Quiz *quiz, Lang lang, Buffer *out);

/* A question in words, for those who show it without a Quiz: the page. */
enum { QUIZ_CHOICES_MAX = 9 };
typedef struct QuizTexts {
    const char *kind;        /* order, suspend, output, clock, cause                                            */
    uint32_t asked, decided; /* events                                                                   */
    int right, count;        /* -1: it is not decided, the question does not count                               */
    Buffer title[LANG_COUNT], hint[LANG_COUNT], reason[LANG_COUNT], choices[QUIZ_CHOICES_MAX][LANG_COUNT];
} QuizTexts;
/* All questions that come up from the first event to the last, in order. false: out of memory. */
bool quiz_walk(const Recording *recording, uint64_t seed, void (*seen)(void *context, const QuizTexts *), void *context);

/* What is not to be seen at this level before the answer. */
bool quiz_hides_queue(const Quiz *quiz);    /* ready queue and timers */
bool quiz_hides_tasks(const Quiz *quiz);

/* Adds a `quiz` event for each question decided since the last call; behind `end` nothing can stand, so then they
 * go before it. Pointers to events do not outlive this. */
void quiz_record(Quiz *quiz, Recording *recording, const State *state);

#endif
