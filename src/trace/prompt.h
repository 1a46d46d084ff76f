/* prompt.h - where the stepper's commands come from: keys of a terminal with a small line editor, lines of a pipe,
 * or a batch file. The line editor never scrolls, so that a page above it stays where it is. */
#ifndef TRACE_PROMPT_H
#define TRACE_PROMPT_H

#include "base/vec.h"

typedef struct Prompt {
    int in, out;
    bool keys;               /* a terminal that can do more than print lines                                */
    bool page;               /* Enter gives no new line: a page stands above                                 */
    char *batch;             /* the batch file's text, or NULL                                              */
    size_t batch_length, batch_capacity, batch_at;
    VEC(char *) history;
    char line[1024];
    /* The terminal's size has changed: draws again what stands above. May be NULL. */
    void (*resized)(void *context);
    void *context;
    /* A pipe: the program may have read ahead. The next line without its newline; false: the end. NULL: from `in`. */
    bool (*read_line)(void *context, char *out, size_t size);
    void *read_context;
    int columns, rows;
} Prompt;

void prompt_open(Prompt *prompt, int in, int out);
bool prompt_open_batch(Prompt *prompt, const char *path, int out); /* false: it cannot be read; said on stderr */
void prompt_close(Prompt *prompt);
/* A line without its newline; NULL: there are no more. Belongs to the prompt until the next call. */
const char *prompt_read(Prompt *prompt, const char *text);
/* One key, not more than a line of one letter; 0: something else was typed. PROMPT_END: there is no more input. */
enum { PROMPT_END = -1 };
int prompt_key(Prompt *prompt, const char *text);
/* Waits so long for a key, and takes it: was there one? Without keys: false at once. */
bool prompt_wait_key(Prompt *prompt, int64_t ns);
/* How many columns does the terminal use for this text? Asks it (CSI 6n); 0: it did not answer within 100 ms. */
int prompt_measure(Prompt *prompt, const char *text);
void prompt_write(const Prompt *prompt, const char *bytes, size_t length);

#endif
