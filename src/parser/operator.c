/* operator.c - operators by how tightly they bind, from `**` up to `or`. */
#include "parser/parser_internal.h"

static Node *unary(Parser *p);

static Node *power(Parser *p)
{
    uint32_t start = p->mark;
    Node *base;
    if (at(p) == TOK_AWAIT) {
        AwaitNode *await = node_start(p, NODE_AWAIT, start);
        p->mark++;
        Node *value = primary_expression(p);
        if (!value || !await) {
            p->mark = start;
            return NULL;
        }
        await->value = value;
        base = node_finish(p, await);
    } else {
        base = primary_expression(p);
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

Node *operator_bitwise_or(Parser *p)
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
    Node *left = operator_bitwise_or(p);
    CompareOperator op = COMPARE_EQ;
    int tokens = left ? comparison_operator(p, &op) : 0;
    if (!tokens)
        return p->failed ? NULL : left;
    uint8_t few[8];
    VEC(uint8_t) ops = { few, 0, START(8) };
    while (tokens) {
        uint32_t here = p->mark;
        p->mark += (uint32_t)tokens;
        Node *right = operator_bitwise_or(p);
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

Node *operator_disjunction(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_DISJUNCTION, &node))
        return node;
    uint32_t start = p->mark;
    node = joined(p, TOK_OR, BOOL_OR, conjunction);
    return memo_keep(p, MEMO_DISJUNCTION, start, node);
}
