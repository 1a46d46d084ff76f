/* advice.h - what to do about a program text that is wrong: the hint below a SyntaxError, with the reader's own
 * names and lines, and the lines it speaks of. Made after parsing or compiling has failed, out of the text and the
 * diagnostic alone. docs/errors.md lists the codes. */
#ifndef MINIASYNC_PARSER_ADVICE_H
#define MINIASYNC_PARSER_ADVICE_H

#include "base/message.h"
#include "base/source.h"
#include "base/vec.h"

typedef struct Advice {
    char code[4];          /* "S01"; empty: there is none */
    char hint[800];        /* in the reader's language */
    VEC(char) block;       /* numbered source lines with marks below them; ends with a newline */
} Advice;

/* Without memory there is no advice. advice_free is due in any case. */
void advice_find(const Source *source, const Diag *diag, Lang lang, Advice *advice);
void advice_free(Advice *advice);
/* As diag_render, in the shape of docs/errors.md when there is advice. */
void advice_render(Sink *sink, const Diag *diag, const Source *source, Lang lang);

#endif
