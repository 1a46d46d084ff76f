/* token.h - the kinds of tokens, and one token. */
#ifndef MINIASYNC_LEXER_TOKEN_H
#define MINIASYNC_LEXER_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum TokenType {
#define TOKEN(NAME, text) TOK_##NAME,
#define OPERATOR(NAME, text) TOK_##NAME,
#define KEYWORD(NAME, text) TOK_##NAME,
#include "lexer/tokens.def"
    TOK_COUNT
} TokenType;

#define TOK_FIRST_OPERATOR TOK_LPAR
#define TOK_FIRST_KEYWORD TOK_AND

typedef struct Token {
    uint8_t  type;       /* TokenType */
    uint8_t  level;      /* brackets open after this token (200 at most) */
    bool     is_virtual; /* INDENT, DEDENT, END: stands between characters; its columns are where the
                            lexer was, as CPython reports them */
    uint32_t start, end; /* byte offsets in the source's text */
    uint32_t line, col;  /* from 1; from 0 in code points */
    uint32_t end_line, end_col;
} Token;

/* "NAME", "LPAR", "ASYNC": the constant without TOK_. */
const char *token_name(TokenType type);
/* "(" or "async"; for the other kinds a description. */
const char *token_text(TokenType type);

/* The keyword of these bytes, or TOK_NAME. */
TokenType token_keyword(const char *bytes, size_t length);

#endif
