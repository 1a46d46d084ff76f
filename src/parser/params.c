/* params.c - the parameters of def and lambda. */
#include "parser/parser_internal.h"

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
            Node *value = operator_bitwise_or(p);
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

/* At "/"; false where it may not stand. */
static bool read_slash(Parser *p, Params *params, bool is_first)
{
    if (is_explaining(p)) {
        Span span = token_span(token_at(p, p->mark));
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
    return true;
}

/* At "*": alone, or before the name of a tuple. */
static bool read_star(Parser *p, Params *params, bool is_lambda, TokenType close)
{
    uint32_t here = p->mark;
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
    return true;
}

/* At "**", which ends the list: true when `close` follows. */
static bool read_double_star(Parser *p, Params *params, bool is_lambda, TokenType close)
{
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
}

/* At a name, which may have a default. */
static bool read_name(Parser *p, Params *params, bool is_lambda, TokenType close)
{
    Node *arg = parameter(p, is_lambda, false);
    Node *value = NULL;
    if (!arg)
        return false;
    if (at(p) == TOK_EQUAL) {
        uint32_t equal = p->mark++;
        value = expr_expression(p);
        if (!value) {
            if (is_explaining(p) && (at(p) == TOK_RPAR || at(p) == TOK_COMMA))
                fail_span(p, token_span(token_at(p, equal)), "expected default value expression");
            return false;
        }
    }
    if (params->saw_star)
        return params_push(p, &params->kwonly, arg) && params_push(p, &params->kw_defaults, value);
    if (!value && params->saw_default) {
        if (is_explaining(p) && (at(p) == TOK_COMMA || at(p) == close))
            fail_span(p, node_span(arg),
                      "parameter without a default follows parameter with a default");
        return false;
    }
    params->saw_default |= value != NULL;
    return params_push(p, &params->args, arg) &&
           (!value || params_push(p, &params->defaults, value));
}

/* At what begins no parameter: (a, b) of Python 2. */
static void explain_brackets(Parser *p, const Params *params, bool is_lambda)
{
    uint32_t start = p->mark;
    if (!is_explaining(p) || at(p) != TOK_LPAR || params->saw_default || params->saw_star)
        return;
    p->mark++;
    bool has_one = false;
    while (at(p) == TOK_NAME) {
        has_one = true;
        p->mark++;
        if (!accept(p, TOK_COMMA))
            break;
    }
    if (has_one && at(p) == TOK_RPAR)
        fail_span(p, span_between(token_span(token_at(p, start)), token_span(token_at(p, p->mark))),
                  "%s parameters cannot be parenthesized",
                  is_lambda ? "Lambda expression" : "Function");
    p->mark = start;
}

/* Reads the list up to, not past, `close`; false where it stops making sense. */
static bool read_list(Parser *p, Params *params, bool is_lambda, TokenType close)
{
    for (bool is_first = true;; is_first = false) {
        TokenType type = at(p);
        bool fine;
        if (type == close)
            return true;
        if (type == TOK_DOUBLE_STAR)
            return read_double_star(p, params, is_lambda, close);
        if (type == TOK_SLASH) {
            fine = read_slash(p, params, is_first);
        } else if (type == TOK_STAR) {
            fine = read_star(p, params, is_lambda, close);
        } else if (type == TOK_NAME) {
            fine = read_name(p, params, is_lambda, close);
        } else {
            explain_brackets(p, params, is_lambda);
            fine = false;
        }
        if (!fine || p->failed)
            return false;
        if (!accept(p, TOK_COMMA))
            return at(p) == close;
    }
}

Node *params_read(Parser *p, bool is_lambda)
{
    uint32_t start = p->mark;
    TokenType close = is_lambda ? TOK_COLON : TOK_RPAR;
    if (at(p) == TOK_ERROR)
        return NULL;
    ArgumentsNode *node = node_start(p, NODE_ARGUMENTS, start);
    Params params = { 0 };
    bool is_good = node && read_list(p, &params, is_lambda, close) && !p->failed;
    if (is_good) {
        uint32_t posonly = params.posonly;
        node->posonly = params_list(p, params.args.items, posonly);
        node->args = params_list(p, posonly ? params.args.items + posonly : params.args.items, params.args.count - posonly);
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
