/* parser.h - program text -> syntax tree. */
#ifndef MINIASYNC_PARSER_PARSER_H
#define MINIASYNC_PARSER_PARSER_H

#include "base/source.h"
#include "parser/ast.h"

/* How deep the parser's own recursion goes (brackets alone stop at 200): beyond it "too nested". */
enum { PARSER_MAX_DEPTH = 1000 };

typedef enum ParseMode {
    PARSE_FILE,   /* statements -> Module */
    PARSE_SINGLE, /* one interactive statement -> Interactive */
    PARSE_EVAL    /* one expression -> Expression */
} ParseMode;

typedef enum ParseStatus {
    PARSE_OK,
    PARSE_FAILED,    /* *diag says why */
    PARSE_INCOMPLETE /* only PARSE_SINGLE: more lines may complete it (diag is set as well). A compound
                        statement is complete when a blank line follows it: "if x:\n  y\n\n" */
} ParseStatus;

/* The tree lives in the arena (with its names and texts; it keeps no pointer into the source).
 * A failed allocation is reported as a MemoryError diag. Errors of placement (`return` outside a
 * function and the like) are the compiler's to report. */
MUST_CHECK ParseStatus parser_parse(const Source *source, ParseMode mode, Arena *arena, Node **root,
                                    Diag *diag);

/* The tree as text, indented, one node or field a line (--ast). */
void ast_dump(const Node *root, Sink *sink);

#endif
