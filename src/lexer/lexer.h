/* lexer.h - text -> tokens, one at a time. */
#ifndef MINIASYNC_LEXER_LEXER_H
#define MINIASYNC_LEXER_LEXER_H

#include "base/source.h"
#include "base/vec.h"
#include "lexer/token.h"

enum { LEXER_MAX_BRACKETS = 200, LEXER_MAX_INDENTS = 100, LEXER_MAX_FSTRINGS = 150, LEXER_MAX_MODES = 450 };

typedef struct Bracket {
    char     byte; /* ( [ { */
    bool     is_replacement; /* the { of an f-string */
    uint32_t line, col;
} Bracket;

/* What is being read: the text of an f-string, a replacement field in it, or that field's format.
 * Nested: f"{f'{x:>{width}}'}" is TEXT FIELD TEXT FIELD SPEC FIELD. */
typedef enum LexerModeKind { LEX_TEXT, LEX_FIELD, LEX_SPEC } LexerModeKind;

typedef struct LexerMode {
    LexerModeKind kind;
    char          quote;
    bool          is_triple;
    bool          is_raw;
    uint8_t       level;       /* brackets open inside the field's { */
    uint32_t      line, col;   /* of the f-string's start */
    uint32_t      start;       /* byte offset */
} LexerMode;

typedef struct Lexer {
    const Source *source;
    Diag         *diag;
    const char   *text;
    uint32_t      at;          /* byte offset of the next character */
    uint32_t      length;
    uint32_t      line;        /* line of `at` */
    uint32_t      line_start;  /* byte offset of that line */
    uint32_t      col_at, col; /* the column of byte offset col_at of this line */
    bool          at_line_start;
    bool          hit_end;     /* TOK_ERROR came of the end of the text inside brackets; not reported */
    bool          hit_end_in_string; /* or in a triple-quoted string or after "\"; reported */
    bool          is_layout;   /* the error is one of indentation or of a "\\" */
    bool          failed;      /* TOK_ERROR was returned */
    bool          had_content; /* a token stands on this logical line */
    const char   *glued;       /* a keyword follows a number at once: `decimal`; whoever tells of it clears it */
    int           pending;     /* INDENTs (> 0) or DEDENTs (< 0) still to be given */
    uint32_t      comment_at;  /* byte offset of the comment that ends the line, or UINT32_MAX */
    uint32_t      indent_count, level, mode_count;
    uint32_t      columns[LEXER_MAX_INDENTS];     /* indentation with tabs to multiples of 8 */
    uint32_t      alt_columns[LEXER_MAX_INDENTS]; /* and with tabs as 1: both must agree */
    Bracket       brackets[LEXER_MAX_BRACKETS];
    LexerMode     modes[LEXER_MAX_MODES];
} Lexer;

void lexer_init(Lexer *lexer, const Source *source, Diag *diag);

/* The next token; at the end TOK_END for ever. TOK_ERROR: reported to diag, unless hit_end is set. */
TokenType lexer_next(Lexer *lexer, Token *token);

/* All tokens as text, one a line (--tokens). False when it ended with an error. */
bool lexer_dump(const Source *source, Sink *sink, Diag *diag);

#endif
