/* quiz_internal.h - what the files of the quiz share: quiz.c (which question, keys, score), quiz_walk.c (all of a
 * recording), quiz_kinds.c and quiz_lines.c (the five kinds: choices, key, reason), quiz_source.c (what a line of the
 * script says). */
#ifndef TRACE_QUIZ_INTERNAL_H
#define TRACE_QUIZ_INTERNAL_H

#include "base/vec.h"
#include "trace/quiz.h"

enum { CHOICES_MAX = QUIZ_CHOICES_MAX, NOT_YET = -1, NEVER = -2 };

typedef enum ChoiceKind {
    CHOICE_TASK, CHOICE_CALLBACK, CHOICE_NOTHING,       /* order                                             */
    CHOICE_STOPS, CHOICE_GOES_ON,                       /* suspend                                           */
    CHOICE_LINE, CHOICE_ELSE, CHOICE_SILENCE,           /* output                                            */
    CHOICE_PRINTS, CHOICE_NONE,                         /* output, in a recording without lines: who prints        */
    CHOICE_TIME, CHOICE_STAYS,                          /* clock                                             */
    CHOICE_BY_TIME, CHOICE_BY_IO, CHOICE_BY_OTHER, CHOICE_BY_CYCLE, CHOICE_BY_NOBODY /* cause                  */
} ChoiceKind;

typedef struct Choice {
    ChoiceKind kind;
    Id id;                   /* whose                                                                   */
    uint32_t line, file;     /* CHOICE_LINE                                                              */
    int64_t us;              /* CHOICE_TIME, CHOICE_STAYS                                                  */
} Choice;

typedef struct Question {
    QuizKind kind;
    uint32_t asked, decided; /* events                                                                   */
    Choice choices[CHOICES_MAX];
    int count;
    int given;               /* NOT_YET: open; NEVER: skipped                                              */
    int right;               /* NOT_YET: undecided; NEVER: it cannot be decided                              */
    bool hinted, recorded;
    Id task, frame;          /* suspend: whose line; cause: why is it waiting                                 */
    uint32_t depth, since;   /* suspend, in a recording without lines: how many frames lie around that one, and the line
                              * from which it goes on (0: it begins)                                         */
    uint32_t line, file;     /* suspend                                                                  */
    Id picked;               /* order: the handle that has been taken out                                   */
    uint32_t picked_of;      /* order: among how many                                                     */
    uint32_t had;            /* suspend: the await_ready of this line, or 0                                   */
} Question;

struct Quiz {
    const Recording *recording;
    uint64_t seed;
    int level;
    uint32_t reached;        /* events up to here have been looked at                                        */
    uint32_t answers;        /* `quiz` events among them: they do not count                                  */
    uint32_t stops;          /* stop points since the last question                                         */
    bool open;               /* the last of `questions` is not closed                                       */
    int last_kind;           /* of the last question; -1                                                   */
    VEC(Question) questions;
};

/* --- quiz.c */
const char *quiz_kind_word(QuizKind kind); /* "order": its name in a recording, the same in all languages */
void quiz_add_message(Buffer *out, Lang lang, Message message, int count, const char *const *args);
#define QUIZ_ADD(out, lang, message, ...)                                                                          \
    quiz_add_message((out), (lang), MSG_quiz_##message,                                                            \
                     (int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *)), (const char *[]){ __VA_ARGS__ })

/* --- quiz_kinds.c */
/* Can a question of this kind be asked where `state` stands? Fills it. */
bool quiz_make(QuizKind kind, const State *state, uint64_t draw, Question *question);
/* Looks at the event just folded; sets question->right and ->decided when it decides. */
void quiz_decide(Question *question, const State *state, const TraceEvent *event);
void quiz_title(const Question *question, const State *state, Lang lang, Buffer *out);
void quiz_choice(const Question *question, int index, const State *state, Lang lang, Buffer *out);
/* Its name in a recording, the same in all languages. */
void quiz_choice_code(const Question *question, int index, char *out, size_t size);
void quiz_kind_hint(const Question *question, const State *state, Lang lang, Buffer *out);
/* "T2 runs. It joined the ready queue at #10, T3 at #13; first in, first out." */
void quiz_reason(const Question *question, const State *state, Lang lang, Buffer *out);

void quiz_add_choice(Question *q, Choice choice);
int quiz_find_choice(const Question *q, ChoiceKind kind, Id id); /* NEVER: it is not among them */
void quiz_settle(Question *q, int right, const TraceEvent *event);
bool quiz_is_alive(const StateTask *task);
void quiz_add_source(const Recording *recording, uint32_t file, uint32_t line, Buffer *out);
void quiz_between_sentences(Buffer *out, Lang lang); /* a blank, where the language has one there */

/* --- quiz_lines.c */
bool quiz_make_suspend(const State *state, Question *q);
void quiz_decide_suspend(Question *q, const State *state, const TraceEvent *event);
void quiz_reason_suspend(const Question *q, const State *state, Lang lang, Buffer *out);
bool quiz_make_output(const State *state, Question *q);
void quiz_decide_output(Question *q, const State *state, const TraceEvent *event);
void quiz_reason_output(const Question *q, const State *state, Lang lang, Buffer *out);

/* --- quiz_source.c */
/* Has the line exactly one `await`, and nothing that would run it more than once or later? */
bool quiz_line_awaits(const Recording *recording, uint32_t file, uint32_t line);
bool quiz_line_handles(const Recording *recording, uint32_t file, uint32_t line); /* an except, a finally? */
/* The line of the next await to which a function comes for certain that goes on behind `line` (0: that begins): nothing
 * stands before it that could lead elsewhere, and no loop is around it. 0: that cannot be seen. */
uint32_t quiz_next_await(const Recording *recording, uint32_t file, const char *fn, uint32_t line);
/* The line with the next print() that a function comes to: from `line` on when it stands there (0: it has not
 * begun). 0: none that can be seen. */
uint32_t quiz_next_print(const Recording *recording, uint32_t file, const char *fn, uint32_t line);

#endif
