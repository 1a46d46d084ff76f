/* diag.h - what is wrong with a program text, and where; and how that is shown.
 * Source, lexer, parser and compiler all report with a Diag. It owns nothing and needs no memory, so
 * that even the lack of memory can be reported. Only the first error counts, as in CPython. */
#ifndef MINIASYNC_BASE_DIAG_H
#define MINIASYNC_BASE_DIAG_H

#include "base/sink.h"

#include <stdarg.h>
#include <stdint.h>

typedef struct Source Source;

/* A piece of the text. Lines count from 1, columns from 0 in code points; the end is exclusive.
 * line 0: no place. end_line 0: only a start (shown as one caret). col SPAN_NO_COL: no caret; so that
 * CPython's `offset` is always col + 1. */
typedef struct Span {
    uint32_t line, col;
    uint32_t end_line, end_col;
} Span;

#define SPAN_NO_COL UINT32_MAX
#define SPAN_NO_END (UINT32_MAX - 1) /* end_col of a token that is not in the text (a new block, the end) */

typedef enum DiagType {
    DIAG_NONE,
    DIAG_SYNTAX_ERROR,
    DIAG_INDENTATION_ERROR,
    DIAG_TAB_ERROR,
    DIAG_MEMORY_ERROR,
    DIAG_RECURSION_ERROR,
    DIAG_VALUE_ERROR,
    DIAG_OVERFLOW_ERROR,
    DIAG_TYPE_COUNT
} DiagType;

enum { DIAG_MESSAGE_BYTES = 512 };

typedef struct Diag {
    DiagType type; /* DIAG_NONE: nothing was reported */
    Span     span;
    char     message[DIAG_MESSAGE_BYTES]; /* UTF-8; cut at a code point when longer */
    bool     has_no_line; /* CPython does not know the text: its line is not shown */
    bool     is_lexical; /* found while tokens were made */
    bool     cuts_text;  /* CPython's `text` then ends without its newline */
} Diag;

/* Reports, unless something was reported before. Always returns false. */
__attribute__((format(printf, 4, 5))) bool diag_report(Diag *diag, DiagType type, Span span,
                                                       const char *format, ...);
bool diag_report_va(Diag *diag, DiagType type, Span span, const char *format, va_list arguments);

/* "SyntaxError" and so on: the exception's class name. */
const char *diag_type_name(DiagType type);
/* Is it SyntaxError or one of its subclasses (has a place)? */
bool diag_is_syntax(DiagType type);

/* Writes what CPython 3.13 prints for a SyntaxError:
 *       File "x.py", line 3
 *         the line
 *         ^^^
 *     SyntaxError: message
 * `name` is the file name shown; `line_text` the bytes of line span.line, or NULL to show none. Types
 * without a place show only the last line. Carets stand under the text by its width on a terminal. */
void diag_render_text(Sink *sink, DiagType type, Span span, const char *message, const char *name,
                      const char *line_text, size_t line_length);
/* The same with the line taken from the source. */
void diag_render(Sink *sink, const Diag *diag, const Source *source);

#endif
