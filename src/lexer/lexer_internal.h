/* lexer_internal.h - what the files of the lexer share. */
#ifndef MINIASYNC_LEXER_LEXER_INTERNAL_H
#define MINIASYNC_LEXER_LEXER_INTERNAL_H

#include "lexer/lexer.h"

#include <stdio.h>

#define LEXER_NO_END (UINT32_MAX - 2) /* end_col of an error that has only a start */

/* Reports and returns TOK_ERROR. */
__attribute__((format(printf, 6, 7))) TokenType lexer_fail(Lexer *lexer, DiagType type, uint32_t line,
                                                           uint32_t col, uint32_t end_col,
                                                           const char *format, ...);

/* number.c: `at` stands on the first character of a number; moves past it. */
TokenType number_scan(Lexer *lexer);

#endif
