/* expr.c - expressions as a whole: lambda, if-else, :=, *x, lists without brackets, yield; targets.
 * One function a rule of the grammar. Below it operator.c, then primary.c with display.c, call.c and
 * comprehension.c. See parser_internal.h for what NULL means and what p->explain does. */
#include "parser/parser_internal.h"

/* ---- what things are called in messages ---- */

const char *expr_kind_name(const Node *node)
{
    switch (node->kind) {
    case NODE_ATTRIBUTE: return "attribute";
    case NODE_SUBSCRIPT: return "subscript";
    case NODE_STARRED: return "starred";
    case NODE_NAME: return "name";
    case NODE_LIST: return "list";
    case NODE_TUPLE: return "tuple";
    case NODE_LAMBDA: return "lambda";
    case NODE_CALL: return "function call";
    case NODE_BOOL_OP:
    case NODE_BIN_OP:
    case NODE_UNARY_OP: return "expression";
    case NODE_GENERATOR_EXP: return "generator expression";
    case NODE_YIELD:
    case NODE_YIELD_FROM: return "yield expression";
    case NODE_AWAIT: return "await expression";
    case NODE_LIST_COMP: return "list comprehension";
    case NODE_SET_COMP: return "set comprehension";
    case NODE_DICT_COMP: return "dict comprehension";
    case NODE_DICT: return "dict literal";
    case NODE_SET: return "set display";
    case NODE_JOINED_STR:
    case NODE_FORMATTED_VALUE: return "f-string expression";
    case NODE_COMPARE: return "comparison";
    case NODE_IF_EXP: return "conditional expression";
    case NODE_NAMED_EXPR: return "named expression";
    case NODE_CONSTANT:
        switch (node_constant(node)->value.kind) {
        case CONSTANT_NONE: return "None";
        case CONSTANT_TRUE: return "True";
        case CONSTANT_FALSE: return "False";
        case CONSTANT_ELLIPSIS: return "ellipsis";
        default: return "literal";
        }
    default: return "expression";
    }
}

/* The part of a would-be target that cannot be one. */
static const Node *invalid_target(const Node *node, TargetUse use)
{
    switch (node->kind) {
    case NODE_LIST:
    case NODE_TUPLE: {
        NodeList elements =
            node->kind == NODE_LIST ? node_list(node)->elements : node_tuple(node)->elements;
        for (uint32_t i = 0; i < elements.count; i++) {
            const Node *invalid = invalid_target(elements.items[i], use);
            if (invalid)
                return invalid;
        }
        return NULL;
    }
    case NODE_STARRED:
        return use == TARGET_DEL ? node : invalid_target(node_starred(node)->value, use);
    case NODE_COMPARE:
        if (use != TARGET_FOR)
            return node;
        return node_compare(node)->ops[0] == COMPARE_IN
                   ? invalid_target(node_compare(node)->left, use)
                   : NULL;
    case NODE_NAME:
    case NODE_SUBSCRIPT:
    case NODE_ATTRIBUTE: return NULL;
    default: return node;
    }
}

void *fail_target(Parser *p, TargetUse use, Node *node)
{
    const Node *invalid = node ? invalid_target(node, use) : NULL;
    if (!invalid)
        return NULL;
    return fail_span(p, node_span(invalid), "cannot %s %s", use == TARGET_DEL ? "delete" : "assign to",
                     expr_kind_name(invalid));
}

static bool is_constant(const Node *node, ConstantKind kind)
{
    return node->kind == NODE_CONSTANT && node_constant(node)->value.kind == kind;
}

/* expression without looking for slips in it */
static Node *quiet_expression(Parser *p)
{
    bool was_quiet = p->quiet;
    p->quiet = true;
    Node *node = expr_expression(p);
    p->quiet = was_quiet;
    return node;
}

/* ---- expressions ---- */

static Node *lambda(Parser *p)
{
    uint32_t start = p->mark++;
    LambdaNode *node = node_start(p, NODE_LAMBDA, start);
    Node *args = params_read(p, true);
    if (!args || !node || !accept(p, TOK_COLON)) {
        p->mark = start;
        return NULL;
    }
    node->args = args;
    node->body = expr_expression(p);
    if (!node->body) {
        p->mark = start;
        return NULL;
    }
    return node_finish(p, node);
}

/* `print x` and `exec x` of Python 2. */
static bool is_legacy(const Node *node)
{
    if (node->kind != NODE_NAME)
        return false;
    const char *name = node_name(node)->name->bytes;
    return strcmp(name, "print") == 0 || strcmp(name, "exec") == 0;
}

/* Names like match, case, type; as in CPython also what they begin with ("c", "ty"). */
static bool is_soft_keyword(Parser *p, uint32_t index)
{
    static const char *const words[] = { "match", "case", "type", "_" };
    Token token = token_at(p, index);
    size_t length = token.end - token.start;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (length <= strlen(words[i]) &&
            memcmp(words[i], p->source->text + token.start, length) == 0)
            return true;
    }
    return false;
}

static void explain_expression(Parser *p)
{
    uint32_t start = p->mark;
    TokenType first = at(p);
    bool is_excused = first == TOK_NAME &&
                      (at_second(p) == TOK_STRING || is_soft_keyword(p, start));
    Node *a = operator_disjunction(p);
    uint32_t after = p->mark;
    if (a && !is_excused) {
        Node *b = quiet_expression(p);
        if (b && !is_legacy(a) && token_at(p, p->mark - 1).level > 0) {
            fail_span(p, span_between(node_span(a), node_span(b)),
                      "invalid syntax. Perhaps you forgot a comma?");
            return;
        }
    }
    p->mark = after;
    if (a && accept(p, TOK_IF)) {
        Node *b = operator_disjunction(p);
        if (b && at(p) != TOK_ELSE && at(p) != TOK_COLON && !p->failed) {
            fail_span(p, span_between(node_span(a), node_span(b)),
                      "expected 'else' after 'if' expression");
            return;
        }
    }
    p->mark = start;
    if (first == TOK_LAMBDA) {
        p->mark++;
        Node *args = params_read(p, true);
        if (args && at(p) == TOK_COLON && at_second(p) == TOK_FSTRING_MIDDLE)
            fail_span(p,
                      span_between(token_span(token_at(p, start)), token_span(token_at(p, p->mark))),
                      "f-string: lambda expressions are not allowed without parentheses");
        p->mark = start;
    }
    /* Any two side by side are read on, whatever the first is called: there may be a slip in them. */
    if (first == TOK_NAME && !p->failed && at_second(p) != TOK_LPAR) {
        p->mark++;
        Node *b = expr_star_list(p);
        bool is_print = token_is_word(p, start, "print");
        if (b && (is_print || token_is_word(p, start, "exec"))) {
            const char *word = is_print ? "print" : "exec";
            fail_span(p, span_between(token_span(token_at(p, start)), node_span(b)),
                      "Missing parentheses in call to '%s'. Did you mean %s(...)?", word, word);
        }
    }
    p->mark = start;
}

Node *expr_expression(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_EXPRESSION, &node))
        return node;
    if (p->depth >= PARSER_MAX_DEPTH)
        return fail_depth(p);
    p->depth++;
    uint32_t start = p->mark;
    if (is_explaining(p))
        explain_expression(p);
    if (at(p) == TOK_LAMBDA) {
        node = lambda(p);
    } else {
        node = operator_disjunction(p);
        if (node && at(p) == TOK_IF) {
            uint32_t here = p->mark++;
            Node *test = operator_disjunction(p);
            Node *orelse = test && accept(p, TOK_ELSE) ? expr_expression(p) : NULL;
            if (orelse) {
                IfExpNode *choice = node_start(p, NODE_IF_EXP, start);
                if (choice) {
                    choice->test = test;
                    choice->body = node;
                    choice->orelse = orelse;
                }
                node = node_finish(p, choice);
            } else {
                p->mark = here;
            }
        }
    }
    p->depth--;
    if (p->failed)
        return NULL;
    return memo_keep(p, MEMO_EXPRESSION, start, node);
}

static void explain_named(Parser *p)
{
    uint32_t start = p->mark;
    Node *a = expr_expression(p);
    if (a && accept(p, TOK_WALRUS) && expr_expression(p)) {
        fail_span(p, node_span(a), "cannot use assignment expressions with %s", expr_kind_name(a));
        return;
    }
    p->mark = start;
    if (at(p) == TOK_NAME && at_second(p) == TOK_EQUAL) {
        p->mark += 2;
        Node *b = operator_bitwise_or(p);
        if (b && at(p) != TOK_EQUAL && at(p) != TOK_WALRUS && !p->failed) {
            fail_span(p, span_between(token_span(token_at(p, start)), node_span(b)),
                      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            return;
        }
    }
    p->mark = start;
    TokenType type = at(p);
    if (type == TOK_TRUE || type == TOK_FALSE || type == TOK_NONE)
        return;
    a = operator_bitwise_or(p);
    bool is_display = a && (a->kind == NODE_LIST || a->kind == NODE_TUPLE ||
                            a->kind == NODE_GENERATOR_EXP);
    if (a && !is_display && accept(p, TOK_EQUAL)) {
        Node *b = operator_bitwise_or(p);
        if (b && at(p) != TOK_EQUAL && at(p) != TOK_WALRUS && !p->failed &&
            !is_constant(a, CONSTANT_NONE)) {
            fail_span(p, node_span(a), "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                      expr_kind_name(a));
            return;
        }
    }
    p->mark = start;
}

Node *expr_named(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_NAMED, &node))
        return node;
    uint32_t start = p->mark;
    bool is_walrus = at(p) == TOK_NAME && at_second(p) == TOK_WALRUS;
    if (is_walrus) {
        node = call_plain(p);
    } else {
        if (is_explaining(p))
            explain_named(p);
        p->mark = start;
        node = call_plain(p);
    }
    if (p->failed)
        return NULL;
    return memo_keep(p, MEMO_NAMED, start, node);
}

static Node *starred_or(Parser *p, Node *(*other)(Parser *))
{
    if (at(p) != TOK_STAR)
        return other(p);
    uint32_t start = p->mark++;
    StarredNode *starred = node_start(p, NODE_STARRED, start);
    Node *value = operator_bitwise_or(p);
    if (!value || !starred) {
        p->mark = start;
        return NULL;
    }
    starred->value = value;
    return node_finish(p, starred);
}

Node *expr_star_named(Parser *p)
{
    return starred_or(p, expr_named);
}

Node *expr_star(Parser *p)
{
    return starred_or(p, expr_expression);
}

/* A tuple without brackets, whose first element has been read and which goes on with a comma. */
static Node *tuple_after(Parser *p, uint32_t start, uint32_t base, Node *first,
                         Node *(*element)(Parser *))
{
    TupleNode *tuple = node_start(p, NODE_TUPLE, start);
    list_push(p, first);
    while (accept(p, TOK_COMMA)) {
        Node *next = element(p);
        if (!next)
            break;
        list_push(p, next);
    }
    NodeList elements = list_take(p, base);
    if (tuple)
        tuple->elements = elements;
    return node_finish(p, tuple);
}

Node *expr_star_list(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_STAR_EXPRESSIONS, &node))
        return node;
    uint32_t start = p->mark, base = p->stack.count;
    node = expr_star(p);
    if (node && at(p) == TOK_COMMA)
        node = tuple_after(p, start, base, node, expr_star);
    if (p->failed)
        return NULL;
    return memo_keep(p, MEMO_STAR_EXPRESSIONS, start, node);
}

Node *expr_yield(Parser *p)
{
    uint32_t start = p->mark;
    if (!accept(p, TOK_YIELD))
        return NULL;
    if (accept(p, TOK_FROM)) {
        YieldFromNode *node = node_start(p, NODE_YIELD_FROM, start);
        Node *value = expr_expression(p);
        if (!value || !node) {
            p->mark = start;
            return NULL;
        }
        node->value = value;
        return node_finish(p, node);
    }
    YieldNode *node = node_start(p, NODE_YIELD, start);
    Node *value = expr_star_list(p);
    if (node)
        node->value = value;
    return node_finish(p, node);
}

Node *expr_rhs(Parser *p)
{
    return at(p) == TOK_YIELD ? expr_yield(p) : expr_star_list(p);
}

/* ---- targets ---- */

bool expr_is_target(const Node *node, bool may_star)
{
    switch (node->kind) {
    case NODE_NAME:
    case NODE_ATTRIBUTE:
    case NODE_SUBSCRIPT: return true;
    case NODE_STARRED: return may_star && expr_is_target(node_starred(node)->value, false);
    case NODE_LIST:
    case NODE_TUPLE: {
        NodeList elements =
            node->kind == NODE_LIST ? node_list(node)->elements : node_tuple(node)->elements;
        for (uint32_t i = 0; i < elements.count; i++) {
            if (!expr_is_target(elements.items[i], may_star))
                return false;
        }
        return true;
    }
    default: return false;
    }
}

Node *expr_star_target(Parser *p)
{
    uint32_t start = p->mark;
    StarredNode *starred = NULL;
    if (accept(p, TOK_STAR))
        starred = node_start(p, NODE_STARRED, start);
    Node *node = primary_expression(p);
    if (!node || !expr_is_target(node, true)) {
        p->mark = start;
        return NULL;
    }
    if (!starred)
        return node;
    starred->value = node;
    return node_finish(p, starred);
}

Node *expr_star_targets(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *first = expr_star_target(p);
    if (!first || at(p) != TOK_COMMA)
        return p->failed ? NULL : first;
    return tuple_after(p, start, base, first, expr_star_target);
}
