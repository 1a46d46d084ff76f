/* comprehension.c - `for x in xs if test`: the clauses of comprehensions and generators,
 * and the slips made with them. What stands before `for` is read by display.c and call.c. */
#include "parser/parser_internal.h"

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
        clause->iter = operator_disjunction(p);
        if (!clause->iter)
            return no_match(p, start, base);
        while (at(p) == TOK_IF) {
            p->mark++;
            Node *test = operator_disjunction(p);
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
        if (operator_bitwise_or(p)) {
            while (at(p) == TOK_COMMA) {
                p->mark++;
                if (!operator_bitwise_or(p))
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
NodeList comprehension_clauses(Parser *p)
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

/* In brackets, after the opening one at `start`: slips of comprehensions. */
void comprehension_explain(Parser *p, uint32_t start)
{
    if (!is_explaining(p))
        return;
    TokenType open = (TokenType)token_at(p, start).type;
    p->mark = start + 1;
    if (at(p) == TOK_STAR) {
        Node *starred = call_starred(p);
        if (starred && comprehension_clauses(p).count) {
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
        if (last && comprehension_clauses(p).count) {
            fail_span(p, span_between(node_span(first), node_span(last)),
                      "did you forget parentheses around the comprehension target?");
            return;
        }
        if (!last && comprehension_clauses(p).count) {
            fail_span(p, span_between(node_span(first), token_span(comma)),
                      "did you forget parentheses around the comprehension target?");
            return;
        }
    }
    p->mark = start + 1;
}
