/* parser.c - the frame of the parser: tokens, names, nodes; what happens when the text is wrong. */
#include "parser/parser_internal.h"

#include "parser/warn.h"

#include "base/utf8.h"

/* ---- tokens ---- */

static TokenType next_token(Parser *p, Token *token)
{
    TokenType type = lexer_next(&p->lexer, token);
    if (type == TOK_NUMBER && p->lexer.glued) {
        warn_note(p->arena, (Span){ token->end_line, token->end_col - 1, token->end_line, token->end_col },
                  "invalid %s literal", p->lexer.glued);
        p->lexer.glued = NULL;
    }
    return type;
}

bool parser_fetch(Parser *p)
{
    if (p->failed)
        return false;
    Token token;
    TokenType type = next_token(p, &token);
    if (type == TOK_ERROR) {
        if (p->lexer.hit_end) {
            Bracket open = p->lexer.brackets[p->lexer.level - 1];
            diag_report(p->diag, DIAG_SYNTAX_ERROR, (Span){ open.line, open.col, 0, 0 },
                        "'%c' was never closed", open.byte);
        }
        p->failed = p->lexer_failed = true;
        return false;
    }
    if (!vec_reserve(&p->tokens, 1)) {
        fail_memory(p);
        return false;
    }
    p->tokens.items[p->tokens.count++] = token;
    return true;
}

bool token_is_word(Parser *p, uint32_t index, const char *word)
{
    Token token = token_at(p, index);
    size_t length = strlen(word);
    return token.type == TOK_NAME && token.end - token.start == length &&
           memcmp(p->source->text + token.start, word, length) == 0;
}

/* ---- failing ---- */

void *fail_span(Parser *p, Span span, const char *format, ...)
{
    if (p->failed)
        return NULL;
    va_list arguments;
    va_start(arguments, format);
    diag_report_va(p->diag, DIAG_SYNTAX_ERROR, span, format, arguments);
    va_end(arguments);
    p->failed = true;
    return NULL;
}

/* Where an error at the token is said to be. Virtual tokens have but a start, one further left. */
static Span error_span(Token token)
{
    if (token.is_virtual)
        return (Span){ token.line, token.col - 1, token.line, SPAN_NO_END };
    return token_span(token);
}

void *fail_last(Parser *p, DiagType type, const char *format, ...)
{
    if (p->failed || !p->tokens.count)
        return NULL;
    va_list arguments;
    va_start(arguments, format);
    diag_report_va(p->diag, type, error_span(token_at(p, p->tokens.count - 1)), format, arguments);
    va_end(arguments);
    p->failed = true;
    return NULL;
}

void *fail_from(Parser *p, uint32_t line, uint32_t col, const char *format, ...)
{
    if (p->failed)
        return NULL;
    Token last = token_at(p, p->tokens.count - 1);
    va_list arguments;
    va_start(arguments, format);
    diag_report_va(p->diag, DIAG_SYNTAX_ERROR, (Span){ line, col, last.end_line, last.end_col - 1 },
                   format, arguments);
    va_end(arguments);
    p->failed = true;
    return NULL;
}

void *fail_memory(Parser *p)
{
    diag_report(p->diag, DIAG_MEMORY_ERROR, (Span){ 0 }, "%s", "");
    p->failed = true;
    return NULL;
}

void *fail_depth(Parser *p)
{
    diag_report(p->diag, DIAG_MEMORY_ERROR, (Span){ 0 },
                "Parser stack overflowed - Python source too complex to parse");
    p->failed = true;
    return NULL;
}

bool expect_forced(Parser *p, TokenType type)
{
    if (at(p) == type) {
        p->mark++;
        return true;
    }
    if (!p->failed)
        fail_span(p, token_span(token_at(p, p->mark)), "expected '%s'", token_text(type));
    return false;
}

/* ---- nodes ---- */

void *node_start(Parser *p, NodeKind kind, uint32_t start)
{
    if (p->failed || (start >= p->tokens.count && !parser_fetch(p)))
        return NULL;
    Node *node = ast_new(p->arena, kind);
    if (!node)
        return fail_memory(p);
    Token token = token_at(p, start);
    node->line = token.line;
    node->col = token.col;
    return node;
}

void *node_start_at(Parser *p, NodeKind kind, const Node *start)
{
    if (p->failed)
        return NULL;
    Node *node = ast_new(p->arena, kind);
    if (!node)
        return fail_memory(p);
    node->line = start->line;
    node->col = start->col;
    return node;
}

Node *node_measure(Parser *p, void *node)
{
    if (p->failed || !node)
        return NULL;
    if (!ast_measure(node)) {
        diag_report(p->diag, DIAG_RECURSION_ERROR, (Span){ 0 },
                    "maximum recursion depth exceeded during compilation");
        p->failed = true;
        return NULL;
    }
    return node;
}

Node *node_finish(Parser *p, void *any)
{
    Node *node = any;
    if (p->failed || !node)
        return NULL;
    uint32_t i = p->mark;
    while (i > 0) {
        i--;
        TokenType type = (TokenType)p->tokens.items[i].type;
        if (type != TOK_NEWLINE && type != TOK_INDENT && type != TOK_DEDENT)
            break;
    }
    node->end_line = p->tokens.items[i].end_line;
    node->end_col = p->tokens.items[i].end_col;
    return node_measure(p, node);
}

bool list_push(Parser *p, Node *node)
{
    if (p->failed)
        return false;
    if (!vec_reserve(&p->stack, 1)) {
        fail_memory(p);
        return false;
    }
    p->stack.items[p->stack.count++] = node;
    return true;
}

NodeList list_take(Parser *p, uint32_t base)
{
    NodeList list = { NULL, p->stack.count - base };
    p->stack.count = base;
    if (!list.count || p->failed)
        return (NodeList){ NULL, 0 };
    list.items = arena_alloc(p->arena, list.count * sizeof *list.items);
    if (!list.items) {
        fail_memory(p);
        return (NodeList){ NULL, 0 };
    }
    memcpy(list.items, p->stack.items + base, list.count * sizeof *list.items);
    return list;
}

NodeList list_of(Parser *p, Node *node)
{
    uint32_t base = p->stack.count;
    list_push(p, node);
    return list_take(p, base);
}

/* ---- names ---- */

static bool names_grow(Parser *p)
{
    uint32_t capacity = p->name_capacity ? p->name_capacity * 2 : START(32) * 2;
    const Name **table = mem_alloc_zero(mem_size(capacity, sizeof *table));
    if (!table)
        return false;
    for (uint32_t i = 0; i < p->name_capacity; i++) {
        const Name *name = p->names[i];
        if (!name)
            continue;
        uint32_t slot = name->hash & (capacity - 1);
        while (table[slot])
            slot = (slot + 1) & (capacity - 1);
        table[slot] = name;
    }
    mem_free(p->names, p->name_capacity * sizeof *p->names);
    p->names = table;
    p->name_capacity = capacity;
    return true;
}

const Name *name_intern(Parser *p, const char *bytes, size_t length)
{
    if (p->failed)
        return NULL;
    if (p->name_count * 2 >= p->name_capacity && !names_grow(p))
        return fail_memory(p);
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 16777619u;
    uint32_t slot = hash & (p->name_capacity - 1);
    for (; p->names[slot]; slot = (slot + 1) & (p->name_capacity - 1)) {
        const Name *name = p->names[slot];
        if (name->hash == hash && name->length == length && memcmp(name->bytes, bytes, length) == 0)
            return name;
    }
    Name *name = arena_alloc(p->arena, sizeof *name + length + 1);
    if (!name)
        return fail_memory(p);
    name->index = p->name_count++;
    name->length = (uint32_t)length;
    name->hash = hash;
    memcpy(name->bytes, bytes, length);
    name->bytes[length] = 0;
    p->names[slot] = name;
    return name;
}

const Name *name_of_token(Parser *p, uint32_t index)
{
    Token token = token_at(p, index);
    const char *bytes = p->source->text + token.start;
    size_t length = token.end - token.start;
    for (size_t i = 0; i < length; i++) {
        if (!((unsigned char)bytes[i] & 0x80))
            continue;
        size_t plain_length;
        const char *plain = utf8_nfkc(p->arena, bytes, length, &plain_length);
        if (!plain)
            return fail_memory(p);
        return name_intern(p, plain, plain_length);
    }
    return name_intern(p, bytes, length);
}

/* ---- memo ---- */

static Memo *memo_slot(Memo *memos, uint32_t capacity, uint64_t key)
{
    uint32_t slot = (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 32) & (capacity - 1);
    while (memos[slot].key && memos[slot].key != key)
        slot = (slot + 1) & (capacity - 1);
    return &memos[slot];
}

static uint64_t memo_key(const Parser *p, MemoRule rule, uint32_t place)
{
    return 1 + ((uint64_t)place << 5 | (uint64_t)rule << 1 | p->quiet);
}

bool memo_find(Parser *p, MemoRule rule, Node **node)
{
    if (!p->explain || !p->memo_capacity || p->failed)
        return false;
    Memo *memo = memo_slot(p->memos, p->memo_capacity, memo_key(p, rule, p->mark));
    if (!memo->key)
        return false;
    *node = memo->node;
    if (memo->node)
        p->mark = memo->mark;
    return true;
}

Node *memo_keep(Parser *p, MemoRule rule, uint32_t place, Node *node)
{
    if (!p->explain || p->failed)
        return node;
    if (p->memo_count * 2 >= p->memo_capacity) {
        uint32_t capacity = p->memo_capacity ? p->memo_capacity * 2 : START(128) * 2;
        Memo *memos = mem_alloc_zero(mem_size(capacity, sizeof *memos));
        if (!memos)
            return fail_memory(p);
        for (uint32_t i = 0; i < p->memo_capacity; i++) {
            if (p->memos[i].key)
                *memo_slot(memos, capacity, p->memos[i].key) = p->memos[i];
        }
        mem_free(p->memos, p->memo_capacity * sizeof *p->memos);
        p->memos = memos;
        p->memo_capacity = capacity;
    }
    uint64_t key = memo_key(p, rule, place);
    Memo *memo = memo_slot(p->memos, p->memo_capacity, key);
    if (!memo->key)
        p->memo_count++;
    *memo = (Memo){ key, node, p->mark };
    return node;
}

/* ---- the text is wrong ---- */

/* An error of the grammar gives way to one of the lexer further down: a character that cannot be, or
 * an open bracket, explains more. */
static void look_for_lexer_errors(Parser *p)
{
    if (!diag_is_syntax(p->diag->type) || !p->tokens.count)
        return;
    uint32_t line = token_at(p, p->tokens.count - 1).line;
    Diag other = { 0 };
    p->lexer.diag = &other;
    Token token;
    TokenType type;
    do
        type = next_token(p, &token);
    while (type != TOK_END && type != TOK_ERROR);
    p->lexer.diag = p->diag;
    if (type == TOK_END)
        return;
    if (p->lexer.mode_count) /* inside an f-string the first error explains the later ones */
        return;
    if (!p->lexer.hit_end && !p->lexer.is_layout) {
        *p->diag = other;
        return;
    }
    if (!p->lexer.level)
        return;
    Bracket open = p->lexer.brackets[p->lexer.level - 1];
    if (line <= open.line)
        return;
    *p->diag = (Diag){ 0 };
    diag_report(p->diag, DIAG_SYNTAX_ERROR, (Span){ open.line, open.col, 0, 0 },
                "'%c' was never closed", open.byte);
}

/* ---- the roots ---- */

/* Statements of the top level. What has been read is not kept as tokens. */
static Node *parse_file(Parser *p)
{
    while (at(p) != TOK_END) {
        if (!p->explain) {
            uint32_t rest = p->tokens.count - p->mark;
            if (rest)
                memmove(p->tokens.items, p->tokens.items + p->mark, rest * sizeof(Token));
            p->tokens.count = rest;
            p->mark = 0;
        }
        if (!stmt_statement(p))
            return NULL;
    }
    if (p->failed)
        return NULL;
    ModuleNode *module = node_start(p, NODE_MODULE, 0);
    if (module) {
        module->base.line = 1;
        module->base.col = 0;
        module->body = list_take(p, 0);
    }
    return node_finish(p, module);
}

static Node *parse_single(Parser *p)
{
    bool is_compound = false;
    while (accept(p, TOK_NEWLINE))
        ;
    if (at(p) != TOK_END) {
        Node *last = stmt_statement(p);
        if (!last)
            return NULL;
        switch (last->kind) {
        case NODE_IF:
        case NODE_FOR:
        case NODE_WHILE:
        case NODE_WITH:
        case NODE_TRY:
        case NODE_FUNCTION_DEF:
        case NODE_CLASS_DEF: is_compound = true; break;
        default: break;
        }
        while (accept(p, TOK_NEWLINE))
            ;
        if (at(p) != TOK_END) {
            if (!p->failed)
                fail_span(p, token_span(token_at(p, p->mark)),
                          "multiple statements found while compiling a single statement");
            return NULL;
        }
    }
    const Source *s = p->source;
    size_t length = 1;
    if (s->line_count)
        source_line(s, s->line_count, &length);
    const char *line = s->line_count ? s->text + s->line_starts[s->line_count - 1] : "";
    bool is_blank = strspn(line, " \t\f") >= length;
    InteractiveNode *interactive = node_start(p, NODE_INTERACTIVE, 0);
    if (interactive) {
        interactive->body = list_take(p, 0);
        /* a compound statement ends only at a blank line; parser_parse looks at this */
        interactive->base.is_parenthesised = is_compound && !is_blank;
    }
    return node_finish(p, interactive);
}

static Node *parse_eval(Parser *p)
{
    ExpressionNode *expression = at(p) == TOK_ERROR ? NULL : node_start(p, NODE_EXPRESSION, 0);
    if (!expression || !(expression->body = expr_star_list(p)))
        return NULL;
    while (accept(p, TOK_NEWLINE))
        ;
    return at(p) == TOK_END ? node_finish(p, expression) : NULL;
}

static Node *parse_root(Parser *p)
{
    switch (p->mode) {
    case PARSE_SINGLE: return parse_single(p);
    case PARSE_EVAL: return parse_eval(p);
    default: return parse_file(p);
    }
}

/* The second run: what is to be said. */
static ParseStatus explain(Parser *p)
{
    if (p->failed && (p->lexer_failed || !diag_is_syntax(p->diag->type))) {
        bool is_open = p->lexer.hit_end || p->lexer.hit_end_in_string;
        return p->mode == PARSE_SINGLE && is_open ? PARSE_INCOMPLETE : PARSE_FAILED;
    }
    Token last = token_at(p, p->tokens.count - 1);
    bool at_end = last.type == TOK_END || (last.is_virtual && p->lexer.at >= p->lexer.length);
    if (!p->failed) {
        p->explain = true;
        p->mark = 0;
        p->depth = 0;
        p->stack.count = 0;
        parse_root(p);
    }
    if (!p->failed) {
        if (last.type == TOK_INDENT || last.type == TOK_DEDENT) {
            fail_last(p, DIAG_INDENTATION_ERROR, "unexpected %s",
                      last.type == TOK_INDENT ? "indent" : "unindent");
            return p->mode == PARSE_SINGLE && at_end ? PARSE_INCOMPLETE : PARSE_FAILED;
        }
        Span span = last.is_virtual ? (Span){ last.line, SPAN_NO_COL, 0, 0 } : token_span(last);
        fail_span(p, span, "invalid syntax");
    }
    if (!p->lexer_failed && p->mode == PARSE_SINGLE && at_end)
        return PARSE_INCOMPLETE;
    if (!p->lexer_failed)
        look_for_lexer_errors(p);
    return PARSE_FAILED;
}

ParseStatus parser_parse(const Source *source, ParseMode mode, Arena *arena, Node **root, Diag *diag)
{
    *root = NULL;
    Parser *p = mem_alloc_zero(sizeof *p); /* with the lexer's stacks too big for a small C stack */
    if (!p) {
        diag_report(diag, DIAG_MEMORY_ERROR, (Span){ 0 }, "%s", "");
        return PARSE_FAILED;
    }
    p->source = source;
    p->arena = arena;
    p->diag = diag;
    p->mode = mode;
    lexer_init(&p->lexer, source, diag);
    ParseStatus status = PARSE_OK;
    *root = parse_root(p);
    if (!*root) {
        status = explain(p);
    } else if (mode == PARSE_SINGLE && (*root)->is_parenthesised) {
        (*root)->is_parenthesised = false;
        *root = NULL;
        diag_report(diag, DIAG_SYNTAX_ERROR, (Span){ source->line_count, 0, 0, 0 }, "incomplete input");
        status = PARSE_INCOMPLETE;
    }
    vec_free(&p->tokens);
    vec_free(&p->stack);
    mem_free(p->names, p->name_capacity * sizeof *p->names);
    mem_free(p->memos, p->memo_capacity * sizeof *p->memos);
    mem_free(p, sizeof *p);
    return status;
}
