/* parser_internal.h - what the files of the parser share: tokens at hand, failing, nodes, names.
 *
 * How the parser works. Each rule of the grammar is one function. It returns its node and has moved
 * past it, or returns NULL and stands where it stood ("not this"), or the parser has failed for good
 * (p->failed, diag is set): then nothing matches any more and all return NULL. No rule says what it
 * would have liked: the first run only finds out that the text is wrong, and how far it could be read.
 * Then the statement is read once more with p->explain set. Now the rules look for the usual slips
 * first, and name the one they find. The order in which they look is CPython's, as far as it can be
 * seen from outside, so that the answer is the same. While explaining, results are remembered by place
 * (memo), since the search goes back and forth. */
#ifndef MINIASYNC_PARSER_PARSER_INTERNAL_H
#define MINIASYNC_PARSER_PARSER_INTERNAL_H

#include "base/vec.h"
#include "lexer/lexer.h"
#include "parser/parser.h"

#include <string.h>

typedef enum MemoRule {
    MEMO_EXPRESSION, MEMO_DISJUNCTION, MEMO_BINARY, MEMO_PRIMARY, MEMO_NAMED, MEMO_STAR_EXPRESSIONS,
    MEMO_SIMPLE, MEMO_NAMED_INVALID
} MemoRule;

typedef struct Memo {
    uint64_t key; /* 1 + (place << 4 | rule); 0: free */
    Node    *node;
    uint32_t mark; /* where it ended */
} Memo;

typedef VEC(Node *) NodeVec;

typedef struct Parser {
    Lexer         lexer;
    const Source *source;
    Arena        *arena;
    Diag         *diag;
    ParseMode     mode;
    VEC(Token) tokens;     /* of the statement being read (top level) */
    uint32_t      mark;    /* index of the next token */
    uint32_t      depth;   /* of recursion */
    bool          explain; /* the second run */
    bool          quiet;   /* while explaining: an inner search that must not find slips of its own */
    bool          explained_braces; /* first run: slips in a dict have been looked for */
    bool          failed;
    bool          lexer_failed; /* it was the lexer */
    uint32_t      name_count, name_capacity;
    const Name  **names;   /* hash table */
    uint32_t      memo_count, memo_capacity;
    Memo         *memos;   /* hash table */
    NodeVec       stack;   /* children collected for lists */
} Parser;

/* ---- tokens ---- */

bool parser_fetch(Parser *p); /* one more token; false when failed */

static inline TokenType at(Parser *p)
{
    if (p->failed || (p->mark >= p->tokens.count && !parser_fetch(p)))
        return TOK_ERROR;
    return (TokenType)p->tokens.items[p->mark].type;
}

/* The token after the next; only looked at when the next one has been. */
static inline TokenType at_second(Parser *p)
{
    p->mark++;
    TokenType type = at(p);
    p->mark--;
    return type;
}

static inline bool accept(Parser *p, TokenType type)
{
    if (at(p) != type)
        return false;
    p->mark++;
    return true;
}

static inline Token token_at(const Parser *p, uint32_t index)
{
    return p->tokens.items[index];
}

static inline Span token_span(Token token)
{
    return (Span){ token.line, token.col, token.end_line, token.end_col };
}

static inline bool is_explaining(const Parser *p)
{
    return p->explain && !p->quiet && !p->failed;
}

bool token_is_word(Parser *p, uint32_t index, const char *word);

/* Undo a rule that did not match; base: of the stack. */
static inline Node *no_match(Parser *p, uint32_t start, uint32_t base)
{
    p->mark = start;
    p->stack.count = base;
    return NULL;
}

/* ---- failing for good; all return NULL ---- */

__attribute__((format(printf, 3, 4))) void *fail_span(Parser *p, Span span, const char *format, ...);
/* At the last token that was looked at (CPython's RAISE_SYNTAX_ERROR). */
__attribute__((format(printf, 3, 4))) void *fail_last(Parser *p, DiagType type, const char *format, ...);
/* From the place to wherever the lexer is. */
__attribute__((format(printf, 4, 5))) void *fail_from(Parser *p, uint32_t line, uint32_t col,
                                                      const char *format, ...);
void *fail_memory(Parser *p);
void *fail_depth(Parser *p);
/* The required token: taken, or "expected ':'" there. */
bool  expect_forced(Parser *p, TokenType type);

static inline Span span_between(Span from, Span to)
{
    return (Span){ from.line, from.col, to.end_line, to.end_col };
}

/* ---- nodes ---- */

/* A node that starts at the token of that index. */
void *node_start(Parser *p, NodeKind kind, uint32_t start);
/* ... at another node */
void *node_start_at(Parser *p, NodeKind kind, const Node *start);
/* Ends it at the token before p->mark, measures its depth; the node, or NULL after failing. */
Node *node_finish(Parser *p, void *node);
/* The same without moving the end (already set). */
Node *node_measure(Parser *p, void *node);

/* Lists are collected on p->stack: base = p->stack.count; push...; list_take(p, base). */
bool     list_push(Parser *p, Node *node);
NodeList list_take(Parser *p, uint32_t base);
NodeList list_of(Parser *p, Node *node);

const Name *name_of_token(Parser *p, uint32_t index);
const Name *name_intern(Parser *p, const char *bytes, size_t length);

bool memo_find(Parser *p, MemoRule rule, Node **node);
Node *memo_keep(Parser *p, MemoRule rule, uint32_t place, Node *node);

/* ---- rules: expr.c ---- */
Node *expr_expression(Parser *p);
Node *expr_named(Parser *p);
Node *expr_star_named(Parser *p);
Node *expr_star(Parser *p);             /* '*' bitwise_or | expression */
Node *expr_star_list(Parser *p);        /* star_expressions */
Node *expr_rhs(Parser *p);              /* yield_expr | star_expressions */
Node *expr_yield(Parser *p);
Node *expr_star_targets(Parser *p);
Node *expr_star_target(Parser *p);
bool  expr_is_target(const Node *node, bool may_star);
const char *expr_kind_name(const Node *node); /* "function call", ... for messages */
typedef enum TargetUse { TARGET_STAR, TARGET_DEL, TARGET_FOR } TargetUse;
void *fail_target(Parser *p, TargetUse use, Node *node);

/* ---- operator.c ---- */
Node *operator_disjunction(Parser *p);  /* or, and all that binds more tightly */
Node *operator_bitwise_or(Parser *p);

/* ---- primary.c ---- */
Node *primary_expression(Parser *p);    /* an atom and the .name, (...), [...] behind it */

/* ---- display.c: each at its opening bracket ---- */
Node *display_parenthesised(Parser *p);
Node *display_bracketed(Parser *p);
Node *display_braced(Parser *p);

/* ---- comprehension.c ---- */
/* for ... in ... if ...: one or more; an empty list when there is none. */
NodeList comprehension_clauses(Parser *p);
/* In brackets, after the opening one at `start`: slips of comprehensions. */
void comprehension_explain(Parser *p, uint32_t start);

/* ---- call.c ---- */
Node *call_starred(Parser *p);          /* '*' expression, in calls and subscripts */
Node *call_plain(Parser *p);            /* expression, or NAME ':=' expression */
/* After "(": arguments up to, not past, ")". */
bool  call_arguments(Parser *p, NodeList *args, NodeList *keywords);
/* From "(" to past ")"; one generator may stand there alone. */
bool  call_bracketed(Parser *p, NodeList *args, NodeList *keywords);

/* ---- params.c ---- */
Node *params_read(Parser *p, bool is_lambda);

/* ---- rules: stmt.c ---- */
/* Pushes the statement, or those of a line, on p->stack; the last one. */
Node *stmt_statement(Parser *p);

/* ---- literal.c ---- */
Node *literal_strings(Parser *p); /* one or more string and f-string tokens */
Node *literal_number(Parser *p);

#endif
