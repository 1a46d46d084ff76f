/* display.c - what begins with a bracket: (tuple,), [list], {set}, {key: value}, and the
 * comprehensions written with the same brackets. */
#include "parser/parser_internal.h"

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

Node *display_parenthesised(Parser *p)
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
        NodeList clauses = comprehension_clauses(p);
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
            Node *starred = call_starred(p);
            if (starred && at(p) == TOK_RPAR)
                fail_span(p, node_span(starred), "cannot use starred expression here");
        } else if (token.type == TOK_DOUBLE_STAR) {
            p->mark++;
            if (expr_expression(p) && at(p) == TOK_RPAR)
                fail_span(p, token_span(token), "cannot use double starred expression here");
        }
        comprehension_explain(p, start);
    }
    return no_match(p, start, base);
}

Node *display_bracketed(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    if (accept(p, TOK_RSQB))
        return node_finish(p, node_start(p, NODE_LIST, start));
    Node *first = expr_star_named(p);
    if (first && first->kind != NODE_STARRED && (at(p) == TOK_FOR || at(p) == TOK_ASYNC)) {
        ListCompNode *node = node_start(p, NODE_LIST_COMP, start);
        NodeList clauses = comprehension_clauses(p);
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
    comprehension_explain(p, start);
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
            if (!operator_bitwise_or(p))
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
                if (operator_bitwise_or(p))
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
        Node *value = key ? expr_expression(p) : operator_bitwise_or(p);
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
    Node *value = key ? expr_expression(p) : operator_bitwise_or(p);
    if (!value)
        return NULL;
    if (key && (at(p) == TOK_FOR || at(p) == TOK_ASYNC)) {
        DictCompNode *node = node_start(p, NODE_DICT_COMP, start);
        NodeList clauses = comprehension_clauses(p);
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
            if (!p->failed && operator_bitwise_or(p) && comprehension_clauses(p).count && at(p) == TOK_RBRACE)
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
        comprehension_explain(p, start);
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
        NodeList clauses = comprehension_clauses(p);
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
    comprehension_explain(p, start);
    return no_match(p, start, base);
}

Node *display_braced(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *node = braces(p);
    if (node || p->failed || p->explain || p->explained_braces)
        return node;
    p->explained_braces = true;
    explain_pairs(p, start);
    return no_match(p, start, base);
}
