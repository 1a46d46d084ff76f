/* repl_internal.h - what the rooms of the prompt share: repl.c (the session), host.c (the prompt's own event loop,
 * turned between two keys), output.c (what tasks print while a prompt is open), input.c (is this input whole?
 * where does the next line begin?), plain.c (lines without an editor), commands.c (%tasks and its kin),
 * snapshot.c (a State of what lives now), complete.c, paint.c (colours), and the editor itself: editor.c keys.c
 * draw.c history.c with readline, editor_none.c without. */
#ifndef REPL_REPL_INTERNAL_H
#define REPL_REPL_INTERNAL_H

#include "base/platform.h"
#include "base/vec.h"
#include "runtime/loop/loop.h"
#include "trace/recording.h"

#include <string.h>

typedef VEC(char) Text;      /* bytes; text_put keeps a 0 behind them */
void text_put(Text *text, const char *bytes, size_t count);
void text_cstr(Text *text, const char *bytes);
void text_clear(Text *text);

typedef struct Partial {     /* a line that has no newline yet */
    Id who;                  /* the task that prints, or nothing */
    int fd;
    int64_t since_ns;
    Text text;
} Partial;

typedef struct Output {
    VEC(Partial) partials;
    Text whole;              /* lines with their gutter, waiting to be shown */
    int64_t shown_ns;        /* when that was done last */
} Output;

typedef struct Repl {
    VM *vm;
    Loop *loop;              /* the prompt's own */
    Clock held;              /* %trace: the real one, which stands still while somebody looks            */
    Clock clock;             /* %clock virtual: the one in use */
    bool editing;            /* readline is at work; else plain lines */
    bool prompts;            /* plain lines: is a prompt shown? */
    bool colour;
    bool open;               /* a prompt stands on the screen */
    bool gutter;
    bool continued, resized; /* SIGCONT, SIGWINCH came */
    int64_t turned_ns;       /* when the loop was given its turn last */
    bool asked_to_leave;     /* Ctrl-D was pressed, tasks are unfinished */
    bool leave;
    int status;              /* to leave with */
    int number;              /* of the next <input N> */
    int hinted;              /* the number after the input that was told of A01 last */
    int quiz;                /* %quiz: level, 0 off */
    Output output;
    Text pending;            /* plain lines: read, not yet used */
    bool at_end;             /* plain lines: the end of standard input was seen */
    Text suggestion;         /* stands in the next prompt: corrected full-width input */
    Text session;            /* the inputs that ran, for %save */
    Text offer;              /* what the next arrow up brings first: await f() */
    bool (*signal_hook)(VM *vm);
} Repl;

typedef enum { INPUT_TEXT, INPUT_CANCELLED, INPUT_END } InputEnd;

/* --- repl.c ---------------------------------------------------------------------------------------------- */

/* Runs a text as `<input N>`; false: an exception is pending. [script] */
MUST_CHECK bool repl_run_text(Repl *repl, const char *text, size_t length);
/* Tells of the pending exception; SystemExit sets repl->leave. [script] */
void repl_report(Repl *repl);
void repl_say(Repl *repl, const char *text);  /* to standard output */
/* An expression as `<input N>`; NULL: a syntax error is pending. Kept alive until the input is done. */
Code *repl_compile(Repl *repl, const char *text);
/* Its value over the names of __main__; a coroutine, task or Future is awaited. [script] */
Value repl_eval(Repl *repl, const Code *code);

/* --- host.c ---------------------------------------------------------------------------------------------- */

bool host_start(Repl *repl);                  /* false: raised [script] */
/* Turns the loop until a key can be read or something else is to be done. [script] */
typedef enum { HOST_KEY, HOST_INTERRUPT, HOST_RESIZED, HOST_CONTINUED, HOST_LEAVE } HostEvent;
HostEvent host_wait(Repl *repl);
/* Runs a coroutine as a task of the prompt's loop until it is done. Ctrl-C cancels it. [script] */
Value host_await(Repl *repl, Value coroutine);
size_t host_unfinished(const Repl *repl);
void host_cancel_all(Repl *repl);             /* [script] */
void host_set_virtual(Repl *repl, bool on);

/* --- output.c -------------------------------------------------------------------------------------------- */

void output_open(Repl *repl);                 /* a prompt opens: what is written is held and shown above it */
void output_close(Repl *repl);                /* it is gone */
/* Shows what is due; answers the ns until more is, -1: nothing waits. `all`: unfinished lines as well. */
int64_t output_show(Repl *repl, bool all);
void output_free(Repl *repl);

/* --- input.c --------------------------------------------------------------------------------------------- */

typedef enum { INPUT_WHOLE, INPUT_OPEN, INPUT_WRONG } InputState;
/* Is it something to run? `settled`: nothing more will be typed into its last block (a blank line, a paste). */
InputState input_state(const char *text, size_t length, bool settled);
/* How many blanks the line after `point` begins with. */
size_t input_indent(const char *text, size_t point);
/* A paste whose first line has a prompt: only lines with one stay, without it. */
void input_strip_prompts(Text *text);
/* One line may begin with blanks: history leaves such an input out. */
void input_strip_blanks(Text *text);
/* Does the last line hold only blanks? */
bool input_ends_blank(const char *text, size_t length);

/* --- paint.c --------------------------------------------------------------------------------------------- */

typedef enum { PAINT_PLAIN, PAINT_KEYWORD, PAINT_STRING, PAINT_NUMBER, PAINT_COMMENT, PAINT_NAME, PAINT_MATCH } Paint;
extern const char *const paint_codes[];       /* SGR of each */
/* The colour of each byte. */
void paint_text(const char *text, size_t length, unsigned char *paint);
/* The bracket at or before `point` and the one that matches it; false: none. */
bool paint_match(const char *text, size_t length, const unsigned char *paint, size_t point, size_t *one, size_t *other);

/* --- complete.c ------------------------------------------------------------------------------------------ */

typedef struct Candidates {
    VEC(char *) items;       /* each mem_alloc'd with strlen + 1 bytes */
    size_t start;            /* byte of the line where they begin */
    bool files;              /* inside quotes: file names, left to the editor */
} Candidates;
/* What can stand at the end of line[0, point). Runs no property and no code of the script. */
void complete_line(Repl *repl, const char *line, size_t point, Candidates *out);
void complete_free(Candidates *candidates);

/* --- commands.c, snapshot.c ------------------------------------------------------------------------------- */

/* `%word rest`; false: an exception is pending. [script] */
MUST_CHECK bool commands_run(Repl *repl, const char *line, size_t length);
const char *commands_name(size_t index);       /* "%tasks"; NULL behind the last */
/* help, exit, quit, copyright without brackets. true: it was one. */
bool commands_word(Repl *repl, const char *text, size_t length);

/* What lives now, as a recording; NULL: out of memory. */
Recording *snapshot_take(Repl *repl);

/* --- stepping.c ------------------------------------------------------------------------------------------- */

/* The value of an expression (awaited if it is a coroutine, task or Future), stepped through; RAISED; UNSET: the
 * learner has left. [script] */
Value trace_expression(Repl *repl, const char *text);

/* --- plain.c ---------------------------------------------------------------------------------------------- */

InputEnd plain_read(Repl *repl, Text *input); /* [script] */

/* --- the editor ------------------------------------------------------------------------------------------- */

bool editor_open(Repl *repl);                 /* false: there is none */
InputEnd editor_read(Repl *repl, Text *input); /* [script] */
void editor_remember(Repl *repl, const char *text);
void editor_hide(Repl *repl);                 /* takes the prompt off the screen ... */
void editor_show(Repl *repl);                 /* ... and draws it again */
void editor_close(Repl *repl);
const char *editor_licence(void);

#endif
