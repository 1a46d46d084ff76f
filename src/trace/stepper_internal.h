/* stepper_internal.h - what the files of the stepper share: stepper.c (moving), breaks.c (where to stop),
 * commands.c, moves.c, panes.c, inspect.c (what the learner types), views.c (one row of each pane), screen.c (the
 * page), timeline.c, asking.c (the quiz). */
#ifndef TRACE_STEPPER_INTERNAL_H
#define TRACE_STEPPER_INTERNAL_H

#include "trace/buffer.h"
#include "trace/expr.h"
#include "trace/prompt.h"
#include "trace/quiz.h"
#include "trace/state.h"
#include "trace/stepper.h"

typedef enum { GOAL_NONE, GOAL_STEP, GOAL_NEXT, GOAL_RETURN, GOAL_SWITCH, GOAL_ROUND, GOAL_EVENT, GOAL_CONTINUE,
               GOAL_UNTIL_LINE, GOAL_UNTIL_TIME, GOAL_GOTO, GOAL_GOTO_TIME } GoalKind;

typedef struct Goal {
    GoalKind kind;
    uint32_t count;          /* step, next, event: how many are left                                          */
    Id task, frame;          /* whose line it must be; frame nothing: any of the task's                          */
    uint32_t line;
    int64_t time_us;
    uint32_t index;          /* goto                                                                       */
    uint32_t from;           /* the event where the move began                                               */
} Goal;

typedef enum { BREAK_LINE, BREAK_FUNCTION, BREAK_TASK, BREAK_EVENT, BREAK_TIME, BREAK_OUT, BREAK_ERROR,
               BREAK_REPORT, BREAK_WATCH } BreakKind;

typedef struct Break {
    BreakKind kind;
    bool once;
    uint32_t number, hits;
    uint32_t line, file;
    Id task;                 /* of BREAK_TASK; of a watch: where its names are looked up                         */
    Id frame;
    uint16_t event;
    int64_t time_us;
    char *text;              /* FUNC, out TEXT, watch EXPR; or NULL                                            */
    char *condition;         /* if EXPR; or NULL                                                            */
    char *value;             /* watch: what it was                                                          */
} Break;

typedef struct Place {       /* where a move began, for `back`                                            */
    uint32_t next;           /* events folded                                                           */
    Id task;                 /* selected                                                                */
} Place;

struct Stepper {
    Recording *recording;
    StepperOptions options;
    Lang lang;
    State *state;            /* at the cursor                                                              */
    Prompt prompt;
    bool screen, ascii;
    bool ended;              /* no program behind any more                                                   */
    bool left;               /* quit was typed                                                              */
    bool interrupted;
    Goal goal;
    Id task;                 /* selected; nothing: what runs outside tasks                                      */
    size_t up;               /* frames above the innermost one                                               */
    VEC(Place) moves;        /* where each move began                                                     */
    VEC(Break) breaks;
    uint32_t break_number;   /* the last one given                                                          */
    Buffer text;             /* what the last command had to say                                             */
    size_t text_shown, text_next; /* screen: where the part begins that is shown, and the one after it           */
    Buffer note;             /* one line above the prompt                                                    */
    Buffer printed;          /* line mode: program output that has no newline yet                                */
    Id printed_by;
    char last_move[64];      /* what Enter does again                                                         */
    bool playing;
    int speed_milli;         /* stop points in 1,000 seconds                                                  */
    uint32_t list_next;      /* the line where `list` goes on; 0: around the current one                          */
    uint32_t top;            /* source pane: the first line shown                                              */
    int columns, rows;       /* of the page                                                                 */
    Quiz *quiz;              /* NULL: never switched on                                                       */
    bool asking;             /* a question is on the page: it stands below the panes                             */
    bool told;               /* `text` has been said by the move itself: it stays                               */
    bool summed;             /* the score has been told                                                      */
    bool unattended;         /* --answers and nobody at the keyboard                                            */
    char *answers;           /* --answers: the file's text, or NULL                                            */
    size_t answers_length, answers_capacity, answers_at;
};

/* --- stepper.c */
const TraceEvent *stepper_at(const Stepper *stepper);       /* the event at the cursor; NULL: before the first */
bool stepper_is_live(const Stepper *stepper);               /* the cursor stands at the live end */
Id event_task(const State *state, const TraceEvent *event); /* whose event is it? */
TracePlace event_place(const State *state, const TraceEvent *event); /* where it happened; fn NULL: nowhere */
TracePlace stepper_place(const Stepper *stepper); /* the line about to run or just stopped at */
/* The frames of the selected task down to the selected one: its count; the last is the selected one. */
size_t stepper_frames(const Stepper *stepper, FrameView out[FRAMES_MAX]);
void stepper_arrive(Stepper *stepper); /* the cursor has moved: selects the task of the event */
void stepper_jump(Stepper *stepper, uint32_t next); /* so that `next` events are folded; arrives */
/* Is it the end of the move `goal`, seen at `event` (just folded)? Changes the goal as frames come and go. */
bool goal_met(const State *state, Goal *goal, const TraceEvent *event);

/* --- breaks.c */
/* Which breakpoint holds at `event`? NULL: none. `note` (may be NULL) gets what is to be told. */
Break *breaks_check(Stepper *stepper, const State *state, const TraceEvent *event, Buffer *note);
/* `break` and `tbreak` with the rest of the line. false: said why. */
bool breaks_add(Stepper *stepper, char *arguments, bool once);
bool breaks_watch(Stepper *stepper, const char *expr);
void breaks_clear(Stepper *stepper, Break *b);
void breaks_list(Stepper *stepper);
void breaks_free(Stepper *stepper);
/* Watches compare with what they see now: the cursor has jumped. */
void breaks_refresh(Stepper *stepper, const State *state);

/* --- commands.c */
typedef enum { COMMAND_STAYS, COMMAND_MOVES, COMMAND_QUITS } CommandEffect;
CommandEffect command_run(Stepper *stepper, const char *line);
bool args_time(const char *text, int64_t *us); /* "0.2s" or "0.2" -> microseconds */
void say(Stepper *stepper, Message message, int count, const char *const *args); /* a line of text */
#define SAY(stepper, message, ...)                                                                        \
    say((stepper), MSG_##message, (int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *)), \
        (const char *[]){ __VA_ARGS__ })

/* --- views.c: without newlines */
void view_seconds(Buffer *out, int64_t us);                       /* "0.200 s" */
void view_id(Buffer *out, Id id);
void view_file(Buffer *out, const Recording *recording, uint32_t file); /* its base name */
const char *view_state(const Stepper *stepper, const StateTask *task);  /* its word in the language */
void view_header(const Stepper *stepper, Buffer *left, Buffer *right);
void view_ready(const Stepper *stepper, uint32_t index, Buffer *out);
void view_timer(const Stepper *stepper, uint32_t index, Buffer *out);
/* The parts of a row of tasks: "main:11 → T2 fetch:5", "name='a' secs=0.2". */
void view_task_where(const Stepper *stepper, const StateTask *task, Buffer *out);
void view_locals(const Stepper *stepper, const FrameView *frame, Buffer *out);
void view_stop(const Stepper *stepper, Buffer *out);              /* line mode: #23 fetch.ma:5 T2 ... */
/* "while T1 waited: T2 3 steps, ..."; nothing when it has not waited since. */
void view_meanwhile(const Stepper *stepper, Id own, uint32_t from, Buffer *out);
size_t view_name_width(const Stepper *stepper);                   /* columns for the names of tasks */
const char *view_coro_name(const Stepper *stepper, const StateCoro *coro); /* a greenlet or generator */
bool view_is_row(const Stepper *stepper, const StateTask *task);  /* does the tasks pane show it? */

/* --- screen.c */
bool screen_fits(int columns, int rows);
/* The page without its prompt: rows - 1 lines, each ends with a newline. */
void screen_compose(Stepper *stepper, Buffer *out);
void screen_draw(Stepper *stepper);

void screen_wrap_answer(Stepper *stepper); /* so that no line of `text` is wider than the page */
/* Adds the text in lines of at most `width` columns; how many. */
size_t screen_wrap(Buffer *out, const char *text, size_t length, size_t width);

/* --- asking.c */
bool asking_begin(Stepper *stepper);                 /* false: said why, or out of memory */
void asking_free(Stepper *stepper);
bool asking_event(Stepper *stepper);                 /* the cursor has just gone forward over an event: must it stay? */
void asking_record(Stepper *stepper);                /* the answers go into the recording */
void asking_summary(Stepper *stepper);               /* once: score and what is worth a second look */
void asking_command(Stepper *stepper, const char *arguments); /* quiz [on|off|1-3] */
bool asking_hides(Stepper *stepper, bool tasks);     /* tasks, else ready queue and timers */
Message asking_hidden(const Stepper *stepper);       /* what stands there instead */

/* --- timeline.c */
void timeline_write(const Stepper *stepper, uint32_t from, uint32_t to, size_t columns, Buffer *out);

#endif
