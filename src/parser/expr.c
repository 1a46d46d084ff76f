/* expr.c - expressions: one function a rule of the grammar, from `lambda` down to names.
 * See parser_internal.h for what NULL means and what p->explain does. */
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

/* Undo a rule that did not match. */
static Node *no_match(Parser *p, uint32_t start, uint32_t base)
{
    p->mark = start;
    p->stack.count = base;
    return NULL;
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

/* ---- comprehensions ---- */

static Node *for_if_clause(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    ComprehensionNode *clause = node_start(p, NODE_COMPREHENSION, start);
    if (!clause)
        return NULL;
    clause->is_async = accept(p, TOK_ASYNC);
    if (!accept(p, TOK_FOR))
        return no_match(p, start, base);
    uint32_t after_for = p->mark;
    clause->target = expr_star_targets(p);
    if (clause->target && accept(p, TOK_IN)) {
        clause->iter = expr_disjunction(p);
        if (!clause->iter)
            return no_match(p, start, base);
        while (at(p) == TOK_IF) {
            p->mark++;
            Node *test = expr_disjunction(p);
            if (!test) {
                p->mark--;
                break;
            }
            list_push(p, test);
        }
        clause->ifs = list_take(p, base);
        return node_finish(p, clause);
    }
    if (is_explaining(p)) {
        p->mark = after_for;
        if (expr_bitwise_or(p)) {
            while (at(p) == TOK_COMMA) {
                p->mark++;
                if (!expr_bitwise_or(p))
                    break;
            }
            if (at(p) != TOK_IN && !p->failed)
                return fail_last(p, DIAG_SYNTAX_ERROR, "'in' expected after for-loop variables");
        }
        p->mark = after_for;
        fail_target(p, TARGET_FOR, expr_star_list(p));
    }
    return no_match(p, start, base);
}

/* One or more; an empty list when there is none. */
static NodeList for_if_clauses(Parser *p)
{
    uint32_t base = p->stack.count;
    while (at(p) == TOK_FOR || at(p) == TOK_ASYNC) {
        Node *clause = for_if_clause(p);
        if (!clause)
            break;
        list_push(p, clause);
    }
    return list_take(p, base);
}

/* '*' expression, in calls and subscripts. */
static Node *starred_argument(Parser *p)
{
    uint32_t start = p->mark;
    if (at(p) != TOK_STAR)
        return NULL;
    StarredNode *starred = node_start(p, NODE_STARRED, start);
    p->mark++;
    Node *value = starred ? expr_expression(p) : NULL;
    if (!value) {
        if (is_explaining(p))
            fail_last(p, DIAG_SYNTAX_ERROR, "Invalid star expression");
        p->mark = start;
        return NULL;
    }
    if (is_explaining(p) && at(p) == TOK_EQUAL) {
        uint32_t equal = p->mark++;
        Node *other = expr_expression(p);
        if (other)
            return fail_span(p, span_between(token_span(token_at(p, start)), node_span(other)),
                             "cannot assign to iterable argument unpacking");
        p->mark = equal;
    }
    starred->value = value;
    return node_finish(p, starred);
}

/* In brackets, after the opening one at `start`: slips of comprehensions. */
static void explain_comprehension(Parser *p, uint32_t start)
{
    if (!is_explaining(p))
        return;
    TokenType open = (TokenType)token_at(p, start).type;
    p->mark = start + 1;
    if (at(p) == TOK_STAR) {
        Node *starred = starred_argument(p);
        if (starred && for_if_clauses(p).count) {
            fail_span(p, node_span(starred), "iterable unpacking cannot be used in comprehension");
            return;
        }
    }
    p->mark = start + 1;
    if (open == TOK_LPAR || p->failed)
        return;
    Node *first = expr_star_named(p);
    if (first && at(p) == TOK_COMMA) {
        Token comma = token_at(p, p->mark++);
        Node *last = NULL;
        bool after_comma = true;
        while (after_comma) {
            Node *next = expr_star_named(p);
            if (!next)
                break;
            last = next;
            after_comma = accept(p, TOK_COMMA);
        }
        if (last && for_if_clauses(p).count) {
            fail_span(p, span_between(node_span(first), node_span(last)),
                      "did you forget parentheses around the comprehension target?");
            return;
        }
        if (!last && for_if_clauses(p).count) {
            fail_span(p, span_between(node_span(first), token_span(comma)),
                      "did you forget parentheses around the comprehension target?");
            return;
        }
    }
    p->mark = start + 1;
}

/* ---- calls ---- */

static void explain_keyword(Parser *p)
{
    uint32_t start = p->mark;
    TokenType type = at(p);
    if ((type == TOK_TRUE || type == TOK_FALSE || type == TOK_NONE) && at_second(p) == TOK_EQUAL) {
        fail_span(p, span_between(token_span(token_at(p, start)), token_span(token_at(p, start + 1))),
                  "cannot assign to %s", token_text(type));
        return;
    }
    bool is_named = type == TOK_NAME && at_second(p) == TOK_EQUAL;
    if (type == TOK_DOUBLE_STAR) {
        p->mark++;
        Node *value = expr_expression(p) && accept(p, TOK_EQUAL) ? expr_expression(p) : NULL;
        if (value)
            fail_span(p, span_between(token_span(token_at(p, start)), node_span(value)),
                      "cannot assign to keyword argument unpacking");
    } else if (is_named) {
        p->mark += 2;
        if (expr_expression(p) && for_if_clauses(p).count)
            fail_span(p,
                      span_between(token_span(token_at(p, start)), token_span(token_at(p, start + 1))),
                      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    } else {
        Node *name = expr_expression(p);
        if (name && at(p) == TOK_EQUAL)
            fail_span(p, span_between(node_span(name), token_span(token_at(p, p->mark))),
                      "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    p->mark = start;
}

/* NAME '=' expression, or '**' expression when that may stand here. */
static Node *keyword_argument(Parser *p, bool may_unpack)
{
    uint32_t start = p->mark;
    if (is_explaining(p))
        explain_keyword(p);
    KeywordNode *keyword = node_start(p, NODE_KEYWORD, start);
    if (!keyword)
        return NULL;
    if (may_unpack && accept(p, TOK_DOUBLE_STAR)) {
        keyword->name = NULL;
    } else if (at(p) == TOK_NAME && at_second(p) == TOK_EQUAL) {
        keyword->name = name_of_token(p, start);
        p->mark += 2;
    } else {
        return NULL;
    }
    keyword->value = expr_expression(p);
    if (!keyword->value) {
        p->mark = start;
        return NULL;
    }
    return node_finish(p, keyword);
}

/* expression, or NAME ':=' expression. */
static Node *plain_argument(Parser *p)
{
    uint32_t start = p->mark;
    if (at(p) == TOK_NAME && at_second(p) == TOK_WALRUS) {
        NamedExprNode *named = node_start(p, NODE_NAMED_EXPR, start);
        NameNode *name = node_start(p, NODE_NAME, start);
        if (!named || !name)
            return NULL;
        name->name = name_of_token(p, start);
        p->mark++;
        named->target = node_finish(p, name);
        p->mark++;
        named->value = expr_expression(p);
        if (named->value)
            return node_finish(p, named);
        p->mark = start;
        return NULL;
    }
    Node *value = expr_expression(p);
    if (value && at(p) == TOK_WALRUS) {
        p->mark = start;
        return NULL;
    }
    return value;
}

/* The arguments that can be read from here: false when there is not even one. Positional ones first,
 * then name=value and *iterable, then name=value and **mapping. */
static bool some_arguments(Parser *p, NodeList *args, NodeList *keywords)
{
    uint32_t base = p->stack.count, start = p->mark;
    NodeVec named = { 0 };
    enum { POSITIONAL, NAMED, MAPPINGS } phase = POSITIONAL;
    uint32_t end = start, count = 0;
    for (;;) {
        Node *argument = NULL;
        uint32_t here = p->mark;
        if (phase == POSITIONAL) {
            argument = at(p) == TOK_STAR ? starred_argument(p) : plain_argument(p);
            if (argument && at(p) == TOK_EQUAL)
                argument = NULL;
            if (!argument)
                p->mark = here;
        }
        if (argument) {
            list_push(p, argument);
        } else {
            if (phase == POSITIONAL)
                phase = NAMED;
            bool is_named = true;
            if (phase == NAMED) {
                argument = keyword_argument(p, false);
                if (!argument && (argument = starred_argument(p)))
                    is_named = false;
                if (!argument)
                    phase = MAPPINGS;
            }
            if (!argument && phase == MAPPINGS)
                argument = keyword_argument(p, true);
            if (!argument)
                break;
            if (!is_named)
                list_push(p, argument);
            else if (vec_reserve(&named, 1))
                named.items[named.count++] = argument;
            else
                fail_memory(p);
        }
        count++;
        end = p->mark;
        if (!accept(p, TOK_COMMA))
            break;
    }
    p->mark = end;
    *args = list_take(p, base);
    for (uint32_t i = 0; i < named.count; i++)
        list_push(p, named.items[i]);
    *keywords = list_take(p, base);
    vec_free(&named);
    return count && !p->failed;
}

static void explain_arguments(Parser *p)
{
    uint32_t start = p->mark;
    NodeList args, keywords;
    /* mapping, then iterable */
    if (some_arguments(p, &args, &keywords) && keywords.count && at(p) == TOK_COMMA) {
        uint32_t comma = p->mark++;
        if (at(p) == TOK_STAR) {
            if (starred_argument(p) && at(p) != TOK_EQUAL) {
                while (at(p) == TOK_COMMA && at_second(p) == TOK_STAR) {
                    p->mark++;
                    if (!starred_argument(p))
                        break;
                }
                at(p);
                fail_from(p, token_at(p, comma).line, token_at(p, comma).col,
                          "iterable argument unpacking follows keyword argument unpacking");
                return;
            }
        }
    }
    if (p->failed)
        return;
    /* a generator that is not alone */
    p->mark = start;
    Node *value = expr_expression(p);
    if (value) {
        NodeList clauses = for_if_clauses(p);
        if (clauses.count && at(p) == TOK_COMMA) {
            p->mark++;
            some_arguments(p, &args, &keywords); /* there may be worse in them */
            const Node *last = clauses.items[clauses.count - 1];
            fail_span(p, span_between(node_span(value), node_span(last)),
                      "Generator expression must be parenthesized");
            return;
        }
    }
    p->mark = start;
    if (at(p) == TOK_NAME && at_second(p) == TOK_EQUAL) {
        p->mark += 2;
        if (expr_expression(p) && for_if_clauses(p).count) {
            fail_span(p,
                      span_between(token_span(token_at(p, start)), token_span(token_at(p, start + 1))),
                      "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            return;
        }
    }
    /* name= without a value */
    p->mark = start;
    if (some_arguments(p, &args, &keywords)) {
        if (at(p) == TOK_COMMA)
            p->mark++;
        else
            p->mark = start;
    }
    if (at(p) == TOK_NAME && at_second(p) == TOK_EQUAL) {
        uint32_t name = p->mark;
        p->mark += 2;
        if (at(p) == TOK_COMMA || at(p) == TOK_RPAR) {
            fail_span(p, span_between(token_span(token_at(p, name)), token_span(token_at(p, name + 1))),
                      "expected argument value expression");
            return;
        }
    }
    p->mark = start;
    if (!some_arguments(p, &args, &keywords))
        return;
    uint32_t after = p->mark;
    NodeList clauses = for_if_clauses(p);
    if (clauses.count) {
        if (args.count + keywords.count > 1 && args.count) {
            const Node *from = args.items[args.count - 1];
            fail_span(p, span_between(node_span(from), node_span(clauses.items[clauses.count - 1])),
                      "Generator expression must be parenthesized");
            return;
        }
    }
    p->mark = after;
    if (!accept(p, TOK_COMMA))
        return;
    uint32_t after_comma = p->mark;
    value = expr_expression(p);
    if (value) {
        clauses = for_if_clauses(p);
        if (clauses.count) {
            const Node *target = node_comprehension(clauses.items[clauses.count - 1])->target;
            fail_span(p, span_between(node_span(value), node_span(target)),
                      "Generator expression must be parenthesized");
            return;
        }
    }
    p->mark = after_comma;
    bool has_mapping = false;
    for (uint32_t i = 0; i < keywords.count; i++)
        has_mapping |= node_keyword(keywords.items[i])->name == NULL;
    NodeList more_args, more_keywords;
    if (some_arguments(p, &more_args, &more_keywords))
        fail_last(p, DIAG_SYNTAX_ERROR, "positional argument follows keyword argument%s",
                  has_mapping ? " unpacking" : "");
}

bool expr_arguments(Parser *p, NodeList *args, NodeList *keywords)
{
    *args = *keywords = (NodeList){ NULL, 0 };
    uint32_t start = p->mark;
    if (at(p) == TOK_RPAR)
        return true;
    if (some_arguments(p, args, keywords)) {
        accept(p, TOK_COMMA);
        if (at(p) == TOK_RPAR)
            return true;
    }
    p->mark = start;
    if (is_explaining(p))
        explain_arguments(p);
    p->mark = start;
    *args = *keywords = (NodeList){ NULL, 0 };
    return false;
}

/* '(' expression for ... ')': the generator with its brackets, or NULL. */
static Node *generator(Parser *p)
{
    uint32_t start = p->mark;
    GeneratorExpNode *node = node_start(p, NODE_GENERATOR_EXP, start);
    if (!node || !accept(p, TOK_LPAR))
        return NULL;
    node->element = plain_argument(p);
    if (node->element && (node->generators = for_if_clauses(p)).count && accept(p, TOK_RPAR))
        return node_finish(p, node);
    explain_comprehension(p, start);
    p->mark = start;
    return NULL;
}

/* In the first run a call's first argument must not be read twice (nested calls would double at each
 * depth): read it, and look whether `for` follows. */
static bool call_arguments(Parser *p, NodeList *args, NodeList *keywords)
{
    uint32_t open = p->mark++;
    *args = *keywords = (NodeList){ NULL, 0 };
    if (is_explaining(p)) {
        p->mark = open;
        Node *alone = generator(p);
        if (alone) {
            *args = list_of(p, alone);
            return !p->failed;
        }
        p->mark = open + 1;
        if (!expr_arguments(p, args, keywords))
            goto no;
        return accept(p, TOK_RPAR);
    }
    if (accept(p, TOK_RPAR))
        return true;
    if (!some_arguments(p, args, keywords))
        goto no;
    if ((at(p) == TOK_FOR || at(p) == TOK_ASYNC) && args->count == 1 && !keywords->count &&
        args->items[0]->kind != NODE_STARRED) {
        GeneratorExpNode *node = node_start(p, NODE_GENERATOR_EXP, open);
        if (!node)
            return false;
        node->element = args->items[0];
        node->generators = for_if_clauses(p);
        if (!node->generators.count || !accept(p, TOK_RPAR))
            goto no;
        *args = list_of(p, node_finish(p, node));
        return !p->failed;
    }
    accept(p, TOK_COMMA);
    if (accept(p, TOK_RPAR))
        return true;
no:
    p->mark = open;
    return false;
}

/* ---- subscripts ---- */

static Node *one_slice(Parser *p)
{
    uint32_t start = p->mark;
    Node *lower = NULL;
    if (at(p) == TOK_STAR)
        return starred_argument(p);
    if (at(p) != TOK_COLON) {
        lower = expr_named(p);
        if (!lower || at(p) != TOK_COLON)
            return lower;
        if (lower->kind == NODE_NAMED_EXPR && !lower->is_parenthesised) {
            p->mark = start;
            return NULL;
        }
    }
    p->mark++;
    SliceNode *slice = node_start(p, NODE_SLICE, start);
    if (!slice)
        return NULL;
    slice->lower = lower;
    if (at(p) != TOK_COLON && at(p) != TOK_COMMA && at(p) != TOK_RSQB)
        slice->upper = expr_expression(p);
    if (accept(p, TOK_COLON) && at(p) != TOK_COMMA && at(p) != TOK_RSQB)
        slice->step = expr_expression(p);
    return node_finish(p, slice);
}

static Node *slices(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *first = one_slice(p);
    if (!first)
        return NULL;
    if (at(p) != TOK_COMMA && first->kind != NODE_STARRED)
        return first;
    TupleNode *tuple = node_start(p, NODE_TUPLE, start);
    list_push(p, first);
    while (accept(p, TOK_COMMA) && at(p) != TOK_RSQB) {
        Node *next = one_slice(p);
        if (!next) {
            p->mark--;
            break;
        }
        list_push(p, next);
    }
    if (tuple)
        tuple->elements = list_take(p, base);
    return node_finish(p, tuple);
}

/* ---- displays ---- */

static Node *constant_token(Parser *p, ConstantKind kind)
{
    ConstantNode *node = node_start(p, NODE_CONSTANT, p->mark);
    if (node)
        node->value.kind = kind;
    p->mark++;
    return node_finish(p, node);
}

/* More elements after the first, up to, not past, the closing bracket; false when one is missing. */
static bool more_elements(Parser *p, TokenType close)
{
    while (accept(p, TOK_COMMA)) {
        if (at(p) == close)
            return true;
        Node *next = expr_star_named(p);
        if (!next)
            return false;
        list_push(p, next);
    }
    return at(p) == close;
}

static Node *parenthesised(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    if (accept(p, TOK_RPAR))
        return node_finish(p, node_start(p, NODE_TUPLE, start));
    if (at(p) == TOK_YIELD) {
        Node *value = expr_yield(p);
        if (value && accept(p, TOK_RPAR)) {
            value->is_parenthesised = true;
            return value;
        }
        return no_match(p, start, base);
    }
    Node *first = expr_star_named(p);
    if (first && at(p) == TOK_RPAR && first->kind != NODE_STARRED) {
        p->mark++;
        first->is_parenthesised = true;
        return first;
    }
    if (first && at(p) == TOK_COMMA) {
        list_push(p, first);
        if (more_elements(p, TOK_RPAR)) {
            p->mark++;
            TupleNode *tuple = node_start(p, NODE_TUPLE, start);
            if (tuple)
                tuple->elements = list_take(p, base);
            if (tuple)
                tuple->base.is_parenthesised = true;
            return node_finish(p, tuple);
        }
    } else if (first && first->kind != NODE_STARRED && (at(p) == TOK_FOR || at(p) == TOK_ASYNC)) {
        GeneratorExpNode *node = node_start(p, NODE_GENERATOR_EXP, start);
        NodeList clauses = for_if_clauses(p);
        if (node && clauses.count && accept(p, TOK_RPAR)) {
            node->element = first;
            node->generators = clauses;
            return node_finish(p, node);
        }
    }
    if (is_explaining(p)) {
        p->mark = start + 1;
        Token token = token_at(p, p->mark);
        if (token.type == TOK_STAR) {
            Node *starred = starred_argument(p);
            if (starred && at(p) == TOK_RPAR)
                fail_span(p, node_span(starred), "cannot use starred expression here");
        } else if (token.type == TOK_DOUBLE_STAR) {
            p->mark++;
            if (expr_expression(p) && at(p) == TOK_RPAR)
                fail_span(p, token_span(token), "cannot use double starred expression here");
        }
        explain_comprehension(p, start);
    }
    return no_match(p, start, base);
}

static Node *bracketed(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    if (accept(p, TOK_RSQB))
        return node_finish(p, node_start(p, NODE_LIST, start));
    Node *first = expr_star_named(p);
    if (first && first->kind != NODE_STARRED && (at(p) == TOK_FOR || at(p) == TOK_ASYNC)) {
        ListCompNode *node = node_start(p, NODE_LIST_COMP, start);
        NodeList clauses = for_if_clauses(p);
        if (node && clauses.count && accept(p, TOK_RSQB)) {
            node->element = first;
            node->generators = clauses;
            return node_finish(p, node);
        }
    } else if (first) {
        list_push(p, first);
        if (more_elements(p, TOK_RSQB)) {
            p->mark++;
            ListNode *list = node_start(p, NODE_LIST, start);
            if (list)
                list->elements = list_take(p, base);
            return node_finish(p, list);
        }
    }
    p->stack.count = base;
    explain_comprehension(p, start);
    return no_match(p, start, base);
}

/* Slips in {key: value}, after "{". As in CPython they are looked for in the first run too, which is
 * why they come before a missing comma; there only for the innermost braces, or nesting would cost. */
static void explain_pairs(Parser *p, uint32_t start)
{
    p->mark = start + 1;
    for (;;) {
        uint32_t here = p->mark;
        if (accept(p, TOK_DOUBLE_STAR)) {
            if (!expr_bitwise_or(p))
                return;
        } else {
            Node *key = expr_expression(p);
            if (!key)
                return;
            if (at(p) != TOK_COLON) {
                /* the first one without ":" makes it a set */
                if (here != start + 1 && !p->failed)
                    fail_span(p, (Span){ key->end_line, key->end_col - 1, 0, 0 },
                              "':' expected after dictionary key");
                return;
            }
            Token colon = token_at(p, p->mark++);
            if (at(p) == TOK_STAR) {
                Token star = token_at(p, p->mark++);
                if (expr_bitwise_or(p))
                    fail_from(p, star.line, star.col,
                              "cannot use a starred expression in a dictionary value");
                return;
            }
            if (at(p) == TOK_RBRACE || at(p) == TOK_COMMA) {
                fail_span(p, token_span(colon), "expression expected after dictionary key and ':'");
                return;
            }
            if (!expr_expression(p))
                return;
        }
        if (!accept(p, TOK_COMMA))
            return;
    }
}

/* The rest of a dict, whose first pair is on the stack (key, then value); NULL when it is none. */
static Node *rest_of_dict(Parser *p, uint32_t start, uint32_t base)
{
    while (accept(p, TOK_COMMA) && at(p) != TOK_RBRACE) {
        Node *key = NULL;
        if (!accept(p, TOK_DOUBLE_STAR)) {
            key = expr_expression(p);
            if (!key || !accept(p, TOK_COLON))
                return NULL;
        }
        Node *value = key ? expr_expression(p) : expr_bitwise_or(p);
        if (!value)
            return NULL;
        list_push(p, key);
        list_push(p, value);
    }
    if (!accept(p, TOK_RBRACE))
        return NULL;
    DictNode *dict = node_start(p, NODE_DICT, start);
    NodeList pairs = list_take(p, base);
    if (!dict || p->failed)
        return NULL;
    uint32_t count = pairs.count / 2;
    dict->keys = (NodeList){ arena_alloc(p->arena, count * sizeof(Node *)), count };
    dict->values = (NodeList){ arena_alloc(p->arena, count * sizeof(Node *)), count };
    if (!dict->keys.items || !dict->values.items)
        return fail_memory(p);
    for (uint32_t i = 0; i < count; i++) {
        dict->keys.items[i] = pairs.items[2 * i];
        dict->values.items[i] = pairs.items[2 * i + 1];
    }
    return node_finish(p, dict);
}

/* After "{" and a first key: dict or dict comprehension. */
static Node *dict_from(Parser *p, uint32_t start, uint32_t base, Node *key)
{
    Node *value = key ? expr_expression(p) : expr_bitwise_or(p);
    if (!value)
        return NULL;
    if (key && (at(p) == TOK_FOR || at(p) == TOK_ASYNC)) {
        DictCompNode *node = node_start(p, NODE_DICT_COMP, start);
        NodeList clauses = for_if_clauses(p);
        if (!node || !clauses.count || !accept(p, TOK_RBRACE))
            return NULL;
        node->key = key;
        node->value = value;
        node->generators = clauses;
        return node_finish(p, node);
    }
    list_push(p, key);
    list_push(p, value);
    return rest_of_dict(p, start, base);
}

static Node *braces(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    if (accept(p, TOK_RBRACE))
        return node_finish(p, node_start(p, NODE_DICT, start));
    if (accept(p, TOK_DOUBLE_STAR)) {
        Node *dict = dict_from(p, start, base, NULL);
        if (dict)
            return dict;
        if (is_explaining(p)) {
            p->stack.count = base;
            explain_pairs(p, start);
            p->mark = start + 2;
            if (!p->failed && expr_bitwise_or(p) && for_if_clauses(p).count && at(p) == TOK_RBRACE)
                fail_span(p, token_span(token_at(p, start + 1)),
                          "dict unpacking cannot be used in dict comprehension");
        }
        return no_match(p, start, base);
    }
    Node *first = NULL;
    if (is_explaining(p) && at(p) != TOK_STAR) {
        first = expr_expression(p);
        if (first && accept(p, TOK_COLON)) {
            Node *dict = dict_from(p, start, base, first);
            if (dict)
                return dict;
        }
        p->stack.count = base;
        explain_pairs(p, start);
        p->mark = start + 1;
    }
    first = expr_star_named(p);
    if (!first) {
        explain_comprehension(p, start);
        return no_match(p, start, base);
    }
    if (at(p) == TOK_COLON && first->kind != NODE_STARRED &&
        !(first->kind == NODE_NAMED_EXPR && !first->is_parenthesised)) {
        p->mark++;
        Node *dict = dict_from(p, start, base, first);
        if (dict)
            return dict;
        return no_match(p, start, base);
    }
    if (first->kind != NODE_STARRED && (at(p) == TOK_FOR || at(p) == TOK_ASYNC)) {
        SetCompNode *node = node_start(p, NODE_SET_COMP, start);
        NodeList clauses = for_if_clauses(p);
        if (node && clauses.count && accept(p, TOK_RBRACE)) {
            node->element = first;
            node->generators = clauses;
            return node_finish(p, node);
        }
    } else {
        list_push(p, first);
        if (more_elements(p, TOK_RBRACE)) {
            p->mark++;
            SetNode *set = node_start(p, NODE_SET, start);
            if (set)
                set->elements = list_take(p, base);
            return node_finish(p, set);
        }
    }
    p->stack.count = base;
    explain_comprehension(p, start);
    return no_match(p, start, base);
}

static Node *braced(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *node = braces(p);
    if (node || p->failed || p->explain || p->explained_braces)
        return node;
    p->explained_braces = true;
    explain_pairs(p, start);
    return no_match(p, start, base);
}

/* ---- atoms and primaries ---- */

static Node *atom(Parser *p)
{
    switch (at(p)) {
    case TOK_NAME: {
        NameNode *name = node_start(p, NODE_NAME, p->mark);
        if (name)
            name->name = name_of_token(p, p->mark);
        p->mark++;
        return node_finish(p, name);
    }
    case TOK_NUMBER: return literal_number(p);
    case TOK_STRING:
    case TOK_FSTRING_START: return literal_strings(p);
    case TOK_TRUE: return constant_token(p, CONSTANT_TRUE);
    case TOK_FALSE: return constant_token(p, CONSTANT_FALSE);
    case TOK_NONE: return constant_token(p, CONSTANT_NONE);
    case TOK_ELLIPSIS: return constant_token(p, CONSTANT_ELLIPSIS);
    case TOK_LPAR: return parenthesised(p);
    case TOK_LSQB: return bracketed(p);
    case TOK_LBRACE: return braced(p);
    default: return NULL;
    }
}

Node *expr_primary(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_PRIMARY, &node))
        return node;
    uint32_t start = p->mark;
    node = atom(p);
    /* Where it starts, also for (a).b, is the first token. */
    while (node) {
        uint32_t here = p->mark;
        switch (at(p)) {
        case TOK_DOT: {
            p->mark++;
            if (at(p) != TOK_NAME) {
                p->mark = here;
                goto done;
            }
            AttributeNode *attribute = node_start(p, NODE_ATTRIBUTE, start);
            if (attribute) {
                attribute->value = node;
                attribute->name = name_of_token(p, p->mark);
            }
            p->mark++;
            node = node_finish(p, attribute);
            break;
        }
        case TOK_LPAR: {
            NodeList args, keywords;
            if (!call_arguments(p, &args, &keywords)) {
                p->mark = here;
                goto done;
            }
            CallNode *call = node_start(p, NODE_CALL, start);
            if (call) {
                call->function = node;
                call->args = args;
                call->keywords = keywords;
            }
            node = node_finish(p, call);
            break;
        }
        case TOK_LSQB: {
            p->mark++;
            Node *index = slices(p);
            if (!index || !accept(p, TOK_RSQB)) {
                p->mark = here;
                goto done;
            }
            SubscriptNode *subscript = node_start(p, NODE_SUBSCRIPT, start);
            if (subscript) {
                subscript->value = node;
                subscript->index = index;
            }
            node = node_finish(p, subscript);
            break;
        }
        default: goto done;
        }
    }
done:
    if (p->failed)
        return NULL;
    return memo_keep(p, MEMO_PRIMARY, start, node);
}

/* ---- operators ---- */

static Node *unary(Parser *p);

static Node *power(Parser *p)
{
    uint32_t start = p->mark;
    Node *base;
    if (at(p) == TOK_AWAIT) {
        AwaitNode *await = node_start(p, NODE_AWAIT, start);
        p->mark++;
        Node *value = expr_primary(p);
        if (!value || !await) {
            p->mark = start;
            return NULL;
        }
        await->value = value;
        base = node_finish(p, await);
    } else {
        base = expr_primary(p);
    }
    if (!base || at(p) != TOK_DOUBLE_STAR)
        return base;
    uint32_t here = p->mark++;
    Node *exponent = unary(p);
    if (!exponent) {
        p->mark = here;
        return p->failed ? NULL : base;
    }
    BinOpNode *node = node_start(p, NODE_BIN_OP, start);
    if (node) {
        node->left = base;
        node->op = BINARY_POW;
        node->right = exponent;
    }
    return node_finish(p, node);
}

static Node *inversion(Parser *p);

/* After an operator: `not` where an operand must stand. */
static void explain_not(Parser *p)
{
    uint32_t start = p->mark;
    if (at(p) != TOK_NOT)
        return;
    Node *value = inversion(p);
    if (value)
        fail_span(p, span_between(token_span(token_at(p, start)), node_span(value)),
                  "'not' after an operator must be parenthesized");
    p->mark = start;
}

static Node *unary_of(Parser *p, UnaryOperator op, Node *(*operand_rule)(Parser *))
{
    uint32_t start = p->mark++;
    if (p->depth >= PARSER_MAX_DEPTH)
        return fail_depth(p);
    p->depth++;
    Node *operand = operand_rule(p);
    p->depth--;
    if (!operand) {
        if (is_explaining(p) && op != UNARY_NOT)
            explain_not(p);
        p->mark = start;
        return NULL;
    }
    UnaryOpNode *node = node_start(p, NODE_UNARY_OP, start);
    if (node) {
        node->op = op;
        node->operand = operand;
    }
    return node_finish(p, node);
}

static Node *unary(Parser *p)
{
    switch (at(p)) {
    case TOK_PLUS: return unary_of(p, UNARY_PLUS, unary);
    case TOK_MINUS: return unary_of(p, UNARY_MINUS, unary);
    case TOK_TILDE: return unary_of(p, UNARY_INVERT, unary);
    default: {
        if (p->depth >= PARSER_MAX_DEPTH)
            return fail_depth(p);
        p->depth++;
        Node *node = power(p);
        p->depth--;
        return node;
    }
    }
}

/* How tightly a binary operator binds: 1 for |, ..., 6 for * and its kin; 0: none. */
static int binding(TokenType type, BinaryOperator *op)
{
    switch (type) {
    case TOK_VBAR: *op = BINARY_BIT_OR; return 1;
    case TOK_CIRCUMFLEX: *op = BINARY_BIT_XOR; return 2;
    case TOK_AMPER: *op = BINARY_BIT_AND; return 3;
    case TOK_LEFT_SHIFT: *op = BINARY_LSHIFT; return 4;
    case TOK_RIGHT_SHIFT: *op = BINARY_RSHIFT; return 4;
    case TOK_PLUS: *op = BINARY_ADD; return 5;
    case TOK_MINUS: *op = BINARY_SUB; return 5;
    case TOK_STAR: *op = BINARY_MULT; return 6;
    case TOK_SLASH: *op = BINARY_DIV; return 6;
    case TOK_DOUBLE_SLASH: *op = BINARY_FLOOR_DIV; return 6;
    case TOK_PERCENT: *op = BINARY_MOD; return 6;
    case TOK_AT: *op = BINARY_MAT_MULT; return 6;
    default: return 0;
    }
}

/* Operators that bind at least as tightly as `least`. */
static Node *binary(Parser *p, int least)
{
    uint32_t start = p->mark;
    Node *left = unary(p);
    while (left) {
        BinaryOperator op = BINARY_ADD;
        int tightness = binding(at(p), &op);
        if (!tightness || tightness < least)
            break;
        uint32_t here = p->mark++;
        Node *right = binary(p, tightness + 1);
        if (!right) {
            if (is_explaining(p) && tightness >= 5)
                explain_not(p);
            p->mark = here;
            break;
        }
        BinOpNode *node = node_start(p, NODE_BIN_OP, start);
        if (node) {
            node->left = left;
            node->op = op;
            node->right = right;
        }
        left = node_finish(p, node);
    }
    return p->failed ? NULL : left;
}

Node *expr_bitwise_or(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_BINARY, &node))
        return node;
    uint32_t start = p->mark;
    node = binary(p, 1);
    return memo_keep(p, MEMO_BINARY, start, node);
}

/* The comparison operator at hand, and how many tokens it has; 0: none. */
static int comparison_operator(Parser *p, CompareOperator *op)
{
    switch (at(p)) {
    case TOK_EQ_EQUAL: *op = COMPARE_EQ; return 1;
    case TOK_NOT_EQUAL: *op = COMPARE_NE; return 1;
    case TOK_LESS: *op = COMPARE_LT; return 1;
    case TOK_LESS_EQUAL: *op = COMPARE_LE; return 1;
    case TOK_GREATER: *op = COMPARE_GT; return 1;
    case TOK_GREATER_EQUAL: *op = COMPARE_GE; return 1;
    case TOK_IN: *op = COMPARE_IN; return 1;
    case TOK_NOT:
        *op = COMPARE_NOT_IN;
        return at_second(p) == TOK_IN ? 2 : 0;
    case TOK_IS:
        *op = COMPARE_IS;
        if (at_second(p) != TOK_NOT)
            return 1;
        *op = COMPARE_IS_NOT;
        return 2;
    default: return 0;
    }
}

static Node *comparison(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *left = expr_bitwise_or(p);
    CompareOperator op = COMPARE_EQ;
    int tokens = left ? comparison_operator(p, &op) : 0;
    if (!tokens)
        return p->failed ? NULL : left;
    uint8_t few[8];
    VEC(uint8_t) ops = { few, 0, 8 };
    while (tokens) {
        uint32_t here = p->mark;
        p->mark += (uint32_t)tokens;
        Node *right = expr_bitwise_or(p);
        if (!right) {
            p->mark = here;
            break;
        }
        if (ops.count == ops.capacity) {
            uint8_t *more = arena_alloc(p->arena, (size_t)ops.capacity * 2);
            if (!more)
                return fail_memory(p);
            memcpy(more, ops.items, ops.count);
            ops.items = more;
            ops.capacity *= 2;
        }
        ops.items[ops.count++] = (uint8_t)op;
        list_push(p, right);
        tokens = comparison_operator(p, &op);
    }
    NodeList comparators = list_take(p, base);
    if (p->failed || !comparators.count)
        return p->failed ? NULL : left;
    CompareNode *node = node_start(p, NODE_COMPARE, start);
    if (!node)
        return NULL;
    node->left = left;
    node->comparators = comparators;
    node->ops = (const uint8_t *)arena_copy(p->arena, (const char *)ops.items, ops.count);
    return node->ops ? node_finish(p, node) : fail_memory(p);
}

static Node *inversion(Parser *p)
{
    return at(p) == TOK_NOT ? unary_of(p, UNARY_NOT, inversion) : comparison(p);
}

/* Operands joined by `and` (or `or`): one flat node. */
static Node *joined(Parser *p, TokenType joiner, BoolOperator op, Node *(*operand_rule)(Parser *))
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *first = operand_rule(p);
    if (!first || at(p) != joiner)
        return first;
    list_push(p, first);
    while (at(p) == joiner) {
        uint32_t here = p->mark++;
        Node *next = operand_rule(p);
        if (!next) {
            p->mark = here;
            break;
        }
        list_push(p, next);
    }
    NodeList values = list_take(p, base);
    if (values.count < 2)
        return p->failed ? NULL : first;
    BoolOpNode *node = node_start(p, NODE_BOOL_OP, start);
    if (node) {
        node->op = op;
        node->values = values;
    }
    return node_finish(p, node);
}

static Node *conjunction(Parser *p)
{
    return joined(p, TOK_AND, BOOL_AND, inversion);
}

Node *expr_disjunction(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_DISJUNCTION, &node))
        return node;
    uint32_t start = p->mark;
    node = joined(p, TOK_OR, BOOL_OR, conjunction);
    return memo_keep(p, MEMO_DISJUNCTION, start, node);
}

/* ---- parameters ---- */

static Node *parameter(Parser *p, bool is_lambda, bool may_star)
{
    ArgNode *arg = node_start(p, NODE_ARG, p->mark);
    if (!arg || at(p) != TOK_NAME)
        return NULL;
    arg->name = name_of_token(p, p->mark);
    p->mark++;
    if (!is_lambda && accept(p, TOK_COLON)) {
        uint32_t here = p->mark;
        if (may_star && at(p) == TOK_STAR) {
            StarredNode *starred = node_start(p, NODE_STARRED, here);
            p->mark++;
            Node *value = expr_bitwise_or(p);
            if (!value || !starred)
                return NULL;
            starred->value = value;
            arg->annotation = node_finish(p, starred);
        } else {
            arg->annotation = expr_expression(p);
        }
        if (!arg->annotation)
            return NULL;
    }
    return node_finish(p, arg);
}

typedef struct Params {
    NodeVec args, kwonly, kw_defaults, defaults;
    uint32_t posonly; /* how many of args */
    Node *vararg, *kwarg;
    bool  saw_slash, saw_star, saw_default;
} Params;

static bool params_push(Parser *p, NodeVec *vec, Node *node)
{
    if (!vec_reserve(vec, 1)) {
        fail_memory(p);
        return false;
    }
    vec->items[vec->count++] = node;
    return true;
}

static NodeList params_list(Parser *p, Node **items, uint32_t count)
{
    uint32_t base = p->stack.count;
    for (uint32_t i = 0; i < count; i++)
        list_push(p, items[i]);
    return list_take(p, base);
}

static void explain_bare_star(Parser *p, uint32_t star, bool is_lambda)
{
    if (!is_explaining(p))
        return;
    if (is_lambda)
        fail_last(p, DIAG_SYNTAX_ERROR, "named arguments must follow bare *");
    else
        fail_span(p, token_span(token_at(p, star)), "named arguments must follow bare *");
}

/* Reads the list up to, not past, `close`; false where it stops making sense. */
static bool read_params(Parser *p, Params *params, bool is_lambda, TokenType close)
{
    for (bool is_first = true;; is_first = false) {
        TokenType type = at(p);
        uint32_t here = p->mark;
        if (type == close)
            return true;
        if (type == TOK_SLASH) {
            if (is_explaining(p)) {
                Span span = token_span(token_at(p, here));
                if (params->saw_slash)
                    fail_span(p, span, "/ may appear only once");
                else if (params->saw_star)
                    fail_span(p, span, "/ must be ahead of *");
                else if (is_first && at_second(p) == TOK_COMMA)
                    fail_span(p, span, "at least one argument must precede /");
            }
            if (params->saw_slash || params->saw_star || is_first)
                return false;
            p->mark++;
            params->saw_slash = true;
            params->posonly = params->args.count;
            if (is_explaining(p) && at(p) == TOK_STAR)
                fail_span(p, token_span(token_at(p, p->mark)), "expected comma between / and *");
        } else if (type == TOK_STAR) {
            if (params->saw_star) {
                p->mark++;
                if (is_explaining(p) && at(p) == TOK_NAME)
                    parameter(p, is_lambda, true);
                if (is_explaining(p) && (at(p) == TOK_COMMA || (at(p) == close && p->mark > here + 1)))
                    fail_span(p, token_span(token_at(p, here)), "* argument may appear only once");
                return false;
            }
            params->saw_star = true;
            p->mark++;
            if (at(p) == TOK_COMMA) {
                TokenType next = at_second(p);
                if (next == close || next == TOK_DOUBLE_STAR) {
                    explain_bare_star(p, here, is_lambda);
                    return false;
                }
            } else if (at(p) == close) {
                explain_bare_star(p, here, is_lambda);
                return false;
            } else {
                params->vararg = parameter(p, is_lambda, true);
                if (!params->vararg)
                    return false;
                if (at(p) == TOK_EQUAL) {
                    if (is_explaining(p))
                        fail_span(p, token_span(token_at(p, p->mark)),
                                  "var-positional argument cannot have default value");
                    return false;
                }
            }
        } else if (type == TOK_DOUBLE_STAR) {
            p->mark++;
            params->kwarg = parameter(p, is_lambda, false);
            if (!params->kwarg)
                return false;
            if (at(p) == TOK_EQUAL) {
                if (is_explaining(p))
                    fail_span(p, token_span(token_at(p, p->mark)),
                              "var-keyword argument cannot have default value");
                return false;
            }
            if (accept(p, TOK_COMMA) && at(p) != close) {
                TokenType next = at(p);
                if (is_explaining(p) && (next == TOK_NAME || next == TOK_STAR || next == TOK_SLASH ||
                                         next == TOK_DOUBLE_STAR)) {
                    Span span = token_span(token_at(p, p->mark));
                    Node *param = next == TOK_NAME ? parameter(p, is_lambda, false) : NULL;
                    fail_span(p, param ? node_span(param) : span,
                              "arguments cannot follow var-keyword argument");
                }
                return false;
            }
            return at(p) == close;
        } else if (type == TOK_NAME) {
            Node *arg = parameter(p, is_lambda, false);
            Node *value = NULL;
            if (!arg)
                return false;
            if (at(p) == TOK_EQUAL) {
                uint32_t equal = p->mark++;
                value = expr_expression(p);
                if (!value) {
                    if (is_explaining(p) && (at(p) == close || at(p) == TOK_COMMA))
                        fail_span(p, token_span(token_at(p, equal)), "expected default value expression");
                    return false;
                }
            }
            if (params->saw_star) {
                if (!params_push(p, &params->kwonly, arg) ||
                    !params_push(p, &params->kw_defaults, value))
                    return false;
            } else {
                if (!value && params->saw_default) {
                    if (is_explaining(p) && (at(p) == TOK_COMMA || at(p) == close))
                        fail_span(p, node_span(arg),
                                  "parameter without a default follows parameter with a default");
                    return false;
                }
                params->saw_default |= value != NULL;
                if (!params_push(p, &params->args, arg) ||
                    (value && !params_push(p, &params->defaults, value)))
                    return false;
            }
        } else {
            if (is_explaining(p) && type == TOK_LPAR && !params->saw_default && !params->saw_star) {
                p->mark++;
                bool has_one = false;
                while (at(p) == TOK_NAME) {
                    has_one = true;
                    p->mark++;
                    if (!accept(p, TOK_COMMA))
                        break;
                }
                if (has_one && at(p) == TOK_RPAR)
                    fail_span(p,
                              span_between(token_span(token_at(p, here)),
                                           token_span(token_at(p, p->mark))),
                              "%s parameters cannot be parenthesized",
                              is_lambda ? "Lambda expression" : "Function");
            }
            p->mark = here;
            return false;
        }
        if (p->failed)
            return false;
        if (!accept(p, TOK_COMMA))
            return at(p) == close;
    }
}

Node *expr_params(Parser *p, bool is_lambda)
{
    uint32_t start = p->mark;
    TokenType close = is_lambda ? TOK_COLON : TOK_RPAR;
    if (at(p) == TOK_ERROR)
        return NULL;
    ArgumentsNode *node = node_start(p, NODE_ARGUMENTS, start);
    Params params = { 0 };
    bool is_good = node && read_params(p, &params, is_lambda, close) && !p->failed;
    if (is_good) {
        uint32_t posonly = params.posonly;
        node->posonly = params_list(p, params.args.items, posonly);
        node->args = params_list(p, params.args.items + posonly, params.args.count - posonly);
        node->vararg = params.vararg;
        node->kwonly = params_list(p, params.kwonly.items, params.kwonly.count);
        node->kw_defaults = params_list(p, params.kw_defaults.items, params.kw_defaults.count);
        node->kwarg = params.kwarg;
        node->defaults = params_list(p, params.defaults.items, params.defaults.count);
    }
    vec_free(&params.args);
    vec_free(&params.kwonly);
    vec_free(&params.kw_defaults);
    vec_free(&params.defaults);
    if (!is_good) {
        p->mark = start;
        return NULL;
    }
    return p->mark > start ? node_finish(p, node) : node_measure(p, node);
}

/* ---- expressions ---- */

static Node *lambda(Parser *p)
{
    uint32_t start = p->mark++;
    LambdaNode *node = node_start(p, NODE_LAMBDA, start);
    Node *args = expr_params(p, true);
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
    Node *a = expr_disjunction(p);
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
        Node *b = expr_disjunction(p);
        if (b && at(p) != TOK_ELSE && at(p) != TOK_COLON && !p->failed) {
            fail_span(p, span_between(node_span(a), node_span(b)),
                      "expected 'else' after 'if' expression");
            return;
        }
    }
    p->mark = start;
    if (first == TOK_LAMBDA) {
        p->mark++;
        Node *args = expr_params(p, true);
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
        node = expr_disjunction(p);
        if (node && at(p) == TOK_IF) {
            uint32_t here = p->mark++;
            Node *test = expr_disjunction(p);
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
        Node *b = expr_bitwise_or(p);
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
    a = expr_bitwise_or(p);
    bool is_display = a && (a->kind == NODE_LIST || a->kind == NODE_TUPLE ||
                            a->kind == NODE_GENERATOR_EXP);
    if (a && !is_display && accept(p, TOK_EQUAL)) {
        Node *b = expr_bitwise_or(p);
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
        node = plain_argument(p);
    } else {
        if (is_explaining(p))
            explain_named(p);
        p->mark = start;
        node = plain_argument(p);
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
    Node *value = expr_bitwise_or(p);
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

Node *expr_star_list(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_STAR_EXPRESSIONS, &node))
        return node;
    uint32_t start = p->mark, base = p->stack.count;
    node = expr_star(p);
    if (node && at(p) == TOK_COMMA) {
        TupleNode *tuple = node_start(p, NODE_TUPLE, start);
        list_push(p, node);
        while (accept(p, TOK_COMMA)) {
            Node *next = expr_star(p);
            if (!next)
                break;
            list_push(p, next);
        }
        NodeList elements = list_take(p, base);
        if (tuple)
            tuple->elements = elements;
        node = node_finish(p, tuple);
    }
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
    Node *node = expr_primary(p);
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
    TupleNode *tuple = node_start(p, NODE_TUPLE, start);
    list_push(p, first);
    while (accept(p, TOK_COMMA)) {
        Node *next = expr_star_target(p);
        if (!next)
            break;
        list_push(p, next);
    }
    NodeList elements = list_take(p, base);
    if (tuple)
        tuple->elements = elements;
    return node_finish(p, tuple);
}
