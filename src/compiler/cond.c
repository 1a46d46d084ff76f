/* cond.c - comparisons, and conditions that become jumps.
 * `if a < b and not c` makes no bool: each part jumps by itself to where its outcome leads. */
#include "compiler/compiler_internal.h"

static const uint8_t value_ops[COMPARE_COUNT] = {
    [COMPARE_EQ] = OP_EQ, [COMPARE_NE] = OP_NE, [COMPARE_LT] = OP_LT,     [COMPARE_LE] = OP_LE,
    [COMPARE_GT] = OP_GT, [COMPARE_GE] = OP_GE, [COMPARE_IS] = OP_IS,     [COMPARE_IS_NOT] = OP_ISNOT,
    [COMPARE_IN] = OP_IN, [COMPARE_NOT_IN] = OP_NOTIN,
};
static const uint8_t jump_ops[COMPARE_COUNT] = { /* 0: none */
    [COMPARE_EQ] = OP_EQJ, [COMPARE_NE] = OP_NEJ, [COMPARE_LT] = OP_LTJ,
    [COMPARE_LE] = OP_LEJ, [COMPARE_GT] = OP_GTJ, [COMPARE_GE] = OP_GEJ,
};

static bool is_none(const Node *node)
{
    return node->kind == NODE_CONSTANT && node_constant(node)->value.kind == CONSTANT_NONE;
}

/* `x in [1, 2]`, `x in {"a", "b"}`: nobody else sees the list, so it can be a constant. */
static bool membership_constant(Compiler *c, const Node *node, Value *out)
{
    NodeList elements;
    if (node->kind == NODE_LIST)
        elements = node_list(node)->elements;
    else if (node->kind == NODE_SET)
        elements = node_set(node)->elements;
    else
        return false;
    for (uint32_t i = 0; i < elements.count; i++) {
        if (elements.items[i]->kind != NODE_CONSTANT)
            return false;
    }
    if (node->kind == NODE_LIST) {
        Tuple *tuple = elements.count ? tuple_new(c->heap, elements.count) : tuple_empty(c->heap);
        for (uint32_t i = 0; tuple && i < elements.count; i++)
            tuple->items[i] = fold_value(c, &node_constant(elements.items[i])->value);
        *out = tuple ? OBJ(tuple) : VALUE_NONE;
        return tuple != NULL;
    }
    Set *set = set_new(c->heap, KIND_FROZENSET, elements.count);
    for (uint32_t i = 0; set && i < elements.count; i++) {
        Value v = fold_value(c, &node_constant(elements.items[i])->value);
        uint64_t hash;
        bool undecided = false;
        if (!dict_plain_hash(c->heap, v, &hash))
            return false;
        bool is_there = dict_find_plain(set, v, hash, &undecided) != NULL;
        if (undecided || (!is_there && !dict_insert_new(c->heap, set, v, hash, VALUE_NONE)))
            return false;
    }
    *out = set ? OBJ(set) : VALUE_NONE;
    return set != NULL;
}

static Reg right_operand(Compiler *c, const CompareNode *n, uint32_t i, const Node *later)
{
    const Node *node = n->comparators.items[i];
    Value v;
    if (!later && (n->ops[i] == COMPARE_IN || n->ops[i] == COMPARE_NOT_IN) &&
        membership_constant(c, node, &v)) {
        Reg reg = unit_temp(c);
        emit_load(c, reg, v, node);
        return reg;
    }
    return later ? expr_safe(c, node, later) : expr_any(c, node);
}

/* The operand evaluated while the one at i waits in its register; NULL: none. */
static const Node *later_operand(const CompareNode *n, uint32_t i)
{
    return i + 1 < n->comparators.count ? n->comparators.items[i + 1] : NULL;
}

void cond_compare(Compiler *c, const Node *node, Reg dst)
{
    CompareNode *n = node_compare(node);
    Unit *u = c->unit;
    uint32_t count = n->comparators.count;
    Reg value = count == 1 || unit_is_temp(u, dst) ? dst : unit_temp(c);
    Label end = LABEL_INIT;
    Reg left = expr_safe(c, n->left, n->comparators.items[0]);
    for (uint32_t i = 0; i < count; i++) {
        Reg right = right_operand(c, n, i, later_operand(n, i));
        emit(c, value_ops[n->ops[i]], value, left, right, node);
        if (i + 1 < count)
            emit_jump(c, OP_JUMPF, value, &end, node);
        left = right;
    }
    emit_label(c, &end);
    emit_move(c, dst, value, node);
}

/* One comparison as a jump. */
static void link_jump(Compiler *c, const Node *node, uint8_t op, Reg left, Reg right, Label *label,
                      bool jump_if)
{
    Reg outcome = unit_temp(c);
    emit(c, jump_ops[op] ? jump_ops[op] : value_ops[op], outcome, left, right, node);
    emit_jump(c, jump_if ? OP_JUMPT : OP_JUMPF, outcome, label, node);
}

static void compare_jump(Compiler *c, const Node *node, Label *label, bool jump_if)
{
    CompareNode *n = node_compare(node);
    uint32_t count = n->comparators.count;
    bool is_identity = n->ops[0] == COMPARE_IS || n->ops[0] == COMPARE_IS_NOT;
    if (count == 1 && is_identity && is_none(n->comparators.items[0])) {
        Reg value = expr_any(c, n->left);
        bool if_none = (n->ops[0] == COMPARE_IS) == jump_if;
        emit_jump(c, if_none ? OP_JUMPNONE : OP_JUMPNOTNONE, value, label, node);
        return;
    }
    Label no = LABEL_INIT;
    Reg left = expr_safe(c, n->left, n->comparators.items[0]);
    for (uint32_t i = 0; i < count; i++) {
        Reg right = right_operand(c, n, i, later_operand(n, i));
        if (i + 1 == count)
            link_jump(c, node, n->ops[i], left, right, label, jump_if);
        else
            link_jump(c, node, n->ops[i], left, right, jump_if ? &no : label, false);
        left = right;
    }
    emit_label(c, &no);
}

static void bool_op_jump(Compiler *c, const BoolOpNode *n, Label *label, bool jump_if)
{
    /* `and` is decided by the first false, `or` by the first true */
    bool decides = n->op == BOOL_OR;
    Label skip = LABEL_INIT;
    Label *decided = decides == jump_if ? label : &skip;
    for (uint32_t i = 0; i + 1 < n->values.count; i++)
        cond_jump(c, n->values.items[i], decided, decides);
    cond_jump(c, n->values.items[n->values.count - 1], label, jump_if);
    emit_label(c, &skip);
}

static void if_exp_jump(Compiler *c, const IfExpNode *n, Label *label, bool jump_if)
{
    Label orelse = LABEL_INIT, end = LABEL_INIT;
    cond_jump(c, n->test, &orelse, false);
    cond_jump(c, n->body, label, jump_if);
    emit_jump(c, OP_JUMP, 0, &end, &n->base);
    emit_label(c, &orelse);
    cond_jump(c, n->orelse, label, jump_if);
    emit_label(c, &end);
}

void cond_jump(Compiler *c, const Node *test, Label *label, bool jump_if)
{
    if (c->failed || compiler_too_deep(c, test))
        return;
    while (test->kind == NODE_UNARY_OP && node_unary_op(test)->op == UNARY_NOT) {
        test = node_unary_op(test)->operand;
        jump_if = !jump_if;
    }
    Reg mark = c->unit->top;
    int truth = fold_truth(c, test);
    if (truth >= 0) {
        if (truth == jump_if)
            emit_jump(c, OP_JUMP, 0, label, test);
        return;
    }
    switch (test->kind) {
    case NODE_BOOL_OP: bool_op_jump(c, node_bool_op(test), label, jump_if); break;
    case NODE_COMPARE: compare_jump(c, test, label, jump_if); break;
    case NODE_IF_EXP: if_exp_jump(c, node_if_exp(test), label, jump_if); break;
    default: {
        Reg value = expr_any(c, test);
        emit_jump(c, jump_if ? OP_JUMPT : OP_JUMPF, value, label, test);
        break;
    }
    }
    c->unit->top = mark;
}
