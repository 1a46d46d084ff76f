/* call.c - what stands between the brackets of a call: positional arguments, name=value, *iterable,
 * **mapping, or one generator alone. */
#include "parser/parser_internal.h"

/* '*' expression, in calls and subscripts. */
Node *call_starred(Parser *p)
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
        if (expr_expression(p) && comprehension_clauses(p).count)
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
Node *call_plain(Parser *p)
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
            argument = at(p) == TOK_STAR ? call_starred(p) : call_plain(p);
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
                if (!argument && (argument = call_starred(p)))
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
            if (call_starred(p) && at(p) != TOK_EQUAL) {
                while (at(p) == TOK_COMMA && at_second(p) == TOK_STAR) {
                    p->mark++;
                    if (!call_starred(p))
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
        NodeList clauses = comprehension_clauses(p);
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
        if (expr_expression(p) && comprehension_clauses(p).count) {
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
    NodeList clauses = comprehension_clauses(p);
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
        clauses = comprehension_clauses(p);
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

bool call_arguments(Parser *p, NodeList *args, NodeList *keywords)
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
    node->element = call_plain(p);
    if (node->element && (node->generators = comprehension_clauses(p)).count && accept(p, TOK_RPAR))
        return node_finish(p, node);
    comprehension_explain(p, start);
    p->mark = start;
    return NULL;
}

/* In the first run a call's first argument must not be read twice (nested calls would double at each
 * depth): read it, and look whether `for` follows. */
bool call_bracketed(Parser *p, NodeList *args, NodeList *keywords)
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
        if (!call_arguments(p, args, keywords))
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
        node->generators = comprehension_clauses(p);
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
