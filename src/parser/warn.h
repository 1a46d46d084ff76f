/* warn.h - what a program text is warned of though it is right: SyntaxWarnings. Found by the parser
 * (escapes, numbers) and in its tree (warn.c); kept in the arena, in order, until somebody tells them. */
#ifndef MINIASYNC_PARSER_WARN_H
#define MINIASYNC_PARSER_WARN_H

#include "parser/ast.h"

typedef struct SourceWarning {
    struct SourceWarning *next;
    Span        span;
    const char *text;
} SourceWarning;

/* Notes one, unless the same was noted for the same place. Without memory it is left out. */
__attribute__((format(printf, 3, 4))) void warn_note(Arena *arena, Span span, const char *format, ...);

/* Looks through a whole tree: `x is 1`, calls of literals, `assert (x, "text")` ... */
void warn_find(Arena *arena, const Node *root);

#endif
