/* expr.c - expressions into registers.
 * `a + b * c` needs its operands somewhere: a local is used where it is, everything else goes to the
 * next temporary. Chains that lean left (a.b.c(), x + y + z) are walked with a stack of nodes instead
 * of recursion: they may be thousands deep. The result of each link replaces that of the one before
 * in one register, `base`; a call's callee stands there already, its arguments follow. */
#include "compiler/compiler_internal.h"

static const uint8_t binary_ops[BINARY_COUNT] = {
    [BINARY_ADD] = OP_ADD,          [BINARY_SUB] = OP_SUB,         [BINARY_MULT] = OP_MUL,
    [BINARY_MAT_MULT] = OP_MATMUL,  [BINARY_DIV] = OP_DIV,         [BINARY_MOD] = OP_MOD,
    [BINARY_POW] = OP_POW,          [BINARY_LSHIFT] = OP_LSHIFT,   [BINARY_RSHIFT] = OP_RSHIFT,
    [BINARY_BIT_OR] = OP_OR,        [BINARY_BIT_XOR] = OP_XOR,     [BINARY_BIT_AND] = OP_AND,
    [BINARY_FLOOR_DIV] = OP_FLOORDIV,
};

int expr_binary_op(BinaryOperator op)
{
    return binary_ops[op];
}

/* Is there a walrus in it, that could change a local whose register is in use? */
static bool contains_walrus(const Node *node)
{
    const NodeInfo *info = &node_info[node->kind];
    if (node->kind == NODE_NAMED_EXPR)
        return true;
    if (node->kind == NODE_LAMBDA)
        return false;
    for (uint32_t i = 0; i < info->field_count; i++) {
        const void *field = (const char *)node + info->fields[i].offset;
        FieldType type = info->fields[i].type;
        if (type == FIELD_node || type == FIELD_opt) {
            const Node *child = *(Node *const *)field;
            if (child && contains_walrus(child))
                return true;
        } else if (type == FIELD_list || type == FIELD_optlist) {
            const NodeList *list = field;
            for (uint32_t k = 0; k < list->count; k++) {
                if (list->items[k] && contains_walrus(list->items[k]))
                    return true;
            }
        }
    }
    return false;
}

bool expr_changes_names(Compiler *c, const Node *node)
{
    if (!c->unit->top_scope->has_walrus || node->kind == NODE_NAME || node->kind == NODE_CONSTANT)
        return false;
    return node->depth > 500 || contains_walrus(node); /* deeper: to be on the safe side */
}

Reg expr_temp(Compiler *c, const Node *node)
{
    Reg reg = unit_temp(c);
    expr_into(c, node, reg);
    return reg;
}

Reg expr_any(Compiler *c, const Node *node)
{
    if (node->kind == NODE_NAME)
        return vars_load(c, node_name(node)->name, NO_REG, node);
    if (node->kind == NODE_NAMED_EXPR) {
        NamedExprNode *n = node_named_expr(node);
        Reg local = vars_register(c, node_name(n->target)->name);
        if (local != NO_REG) {
            expr_into(c, n->value, local);
            vars_store(c, node_name(n->target)->name, local, n->target);
            return local;
        }
    }
    return expr_temp(c, node);
}

Reg expr_safe(Compiler *c, const Node *node, const Node *later)
{
    return expr_changes_names(c, later) ? expr_temp(c, node) : expr_any(c, node);
}

/* ---- chains that lean left ---- */

static const Node *spine_left(Compiler *c, const Node *node)
{
    switch (node->kind) {
    case NODE_BIN_OP: return node_bin_op(node)->left;
    case NODE_SUBSCRIPT: return node_subscript(node)->value;
    case NODE_CALL: return node_call(node)->function;
    case NODE_ATTRIBUTE: {
        uint32_t count = c->spine.count;
        const Node *above = count ? c->spine.items[count - 1] : NULL;
        bool is_method = above && above->kind == NODE_CALL &&
                         node_call(above)->function == node && call_is_simple(above);
        if (is_method && call_is_super(c, node_attribute(node)->value))
            return NULL;
        return node_attribute(node)->value;
    }
    default: return NULL;
    }
}

static const Node *spine_descend(Compiler *c, const Node *node)
{
    const Node *left;
    while ((left = spine_left(c, node))) {
        if (!vec_reserve(&c->spine, 1)) {
            compiler_no_memory(c);
            break;
        }
        c->spine.items[c->spine.count++] = node;
        node = left;
    }
    return node;
}

/* Traceback carets of `x\n.name` and `x\n.name()` begin at the name (CPython 3.12). */
static Span attribute_span(const Node *node, const Node *attribute)
{
    Span span = node_span(node);
    if (span.line != attribute->end_line) {
        uint32_t points = 0;
        const Name *name = node_attribute(attribute)->name;
        for (uint32_t i = 0; i < name->length; i++)
            points += (name->bytes[i] & 0xC0) != 0x80;
        span.line = attribute->end_line;
        span.col = attribute->end_col >= points ? attribute->end_col - points : 0;
        span.end_col = attribute->end_col;
    }
    return span;
}

static Str *attribute_text(Compiler *c, const Node *node)
{
    return names_text(c, names_canonical(c, c->unit->scope, node_attribute(node)->name));
}

/* super().name as the callee: three operands in the window, no super object. */
static void super_method(Compiler *c, const Node *node, Reg base)
{
    Scope *scope = c->unit->top_scope;
    Reg second = unit_temps(c, 2);
    const CallNode *call = node_call(node_attribute(node)->value);
    vars_load(c, c->name_class, base, call->function);
    Scope *inner = c->unit->scope; /* an inlined comprehension, perhaps */
    c->unit->scope = scope;
    vars_load(c, scope->symbols.items[0]->name, second, call->function);
    c->unit->scope = inner;
    vars_load(c, node_name(call->function)->name, second + 1, call->function);
    emit_site(c, OP_GETSUPER, base, base, attribute_text(c, node), node);
    c->unit->top = base + 2;
}

static void binary_step(Compiler *c, const BinOpNode *n, Reg left, Reg base, Reg to)
{
    int32_t small;
    const Node *at = &n->base;
    if ((n->op == BINARY_ADD || n->op == BINARY_SUB) && fold_small_int(c, n->right, &small)) {
        emit(c, n->op == BINARY_ADD ? OP_ADDI : OP_SUBI, to, left, (uint16_t)small, at);
        return;
    }
    if (left != base && expr_changes_names(c, n->right)) {
        emit_move(c, base, left, at);
        left = base;
    }
    Reg right = expr_any(c, n->right);
    emit(c, binary_ops[n->op], to, left, right, at);
}

static void subscript_step(Compiler *c, const SubscriptNode *n, Reg left, Reg base, Reg to)
{
    if (left != base && expr_changes_names(c, n->index)) {
        emit_move(c, base, left, n->value);
        left = base;
    }
    Reg index = expr_any(c, n->index);
    emit(c, OP_GETITEM, to, left, index, &n->base);
}

/* An attribute; when it is called right away, function and self for CALLM. Answers: was it? */
static bool attribute_step(Compiler *c, const Node *node, Reg left, Reg base, Reg to)
{
    uint32_t count = c->spine.count;
    const Node *above = count ? c->spine.items[count - 1] : NULL;
    bool is_method = above && above->kind == NODE_CALL && node_call(above)->function == node &&
                     call_is_simple(above);
    Str *name = attribute_text(c, node);
    uint32_t pc;
    if (is_method) {
        unit_temp(c);
        pc = emit_site(c, OP_GETMETHOD, base, left, name, node);
    } else {
        pc = emit_site(c, OP_GETATTR, to, left, name, node);
    }
    emit_set_span(c, pc, attribute_span(node, node));
    return is_method;
}

static void call_step(Compiler *c, const Node *node, Reg left, Reg base, bool is_method, Reg to)
{
    const CallNode *n = node_call(node);
    if (!is_method)
        emit_move(c, base, left, n->function);
    if (call_is_simple(node))
        call_finish(c, node, base, is_method, to);
    else
        call_extended(c, node, base, to);
    if (n->function->kind == NODE_ATTRIBUTE && emit_here(c) && !c->unit->dead && !c->failed) {
        Span span = attribute_span(node, n->function);
        uint32_t last = emit_here(c) - 1;
        emit_set_span(c, last, span);
        if (c->unit->instrs.items[last].op == OP_EXT)
            emit_set_span(c, last - 1, span);
    }
}

static void spine_into(Compiler *c, const Node *node, Reg dst)
{
    Unit *u = c->unit;
    Reg mark = u->top;
    Reg base = dst + 1 == u->top && unit_is_temp(u, dst) ? dst : unit_temp(c);
    uint32_t bottom = c->spine.count;
    Reg left = base;
    bool is_method = false;
    node = spine_descend(c, node);
    if (node->kind == NODE_ATTRIBUTE && !c->failed) {
        super_method(c, node, base);
        is_method = true;
    } else if (node->kind == NODE_NAME && vars_register(c, node_name(node)->name) != NO_REG) {
        left = vars_load(c, node_name(node)->name, NO_REG, node);
    } else {
        expr_into(c, node, base);
    }
    while (c->spine.count > bottom) {
        const Node *n = c->spine.items[--c->spine.count];
        Reg to = c->spine.count == bottom ? dst : base;
        bool was_method = is_method;
        is_method = false;
        switch (n->kind) {
        case NODE_BIN_OP: binary_step(c, node_bin_op(n), left, base, to); break;
        case NODE_SUBSCRIPT: subscript_step(c, node_subscript(n), left, base, to); break;
        case NODE_ATTRIBUTE: is_method = attribute_step(c, n, left, base, to); break;
        default: call_step(c, n, left, base, was_method, to); break;
        }
        left = base;
        if (!is_method)
            u->top = base + 1;
    }
    u->top = mark;
}

/* ---- the other kinds ---- */

static void bool_op_into(Compiler *c, const BoolOpNode *n, Reg dst)
{
    Reg value = unit_is_temp(c->unit, dst) ? dst : unit_temp(c);
    Label end = LABEL_INIT;
    int op = n->op == BOOL_AND ? OP_JUMPF : OP_JUMPT;
    for (uint32_t i = 0; i < n->values.count; i++) {
        expr_into(c, n->values.items[i], value);
        if (i + 1 < n->values.count)
            emit_jump(c, op, value, &end, &n->base); /* as CPython: the whole is marked */
    }
    emit_label(c, &end);
    emit_move(c, dst, value, &n->base);
}

static void if_exp_into(Compiler *c, const IfExpNode *n, Reg dst)
{
    Label orelse = LABEL_INIT, end = LABEL_INIT;
    int truth = fold_truth(c, n->test);
    if (truth < 0)
        cond_jump(c, n->test, &orelse, false);
    bool was_dead = c->unit->dead;
    if (truth == 0)
        c->unit->dead = true;
    expr_into(c, n->body, dst);
    if (truth == 0)
        c->unit->dead = was_dead;
    if (truth != 0)
        emit_jump(c, OP_JUMP, 0, &end, &n->base);
    emit_label(c, &orelse);
    expr_into(c, n->orelse, dst);
    emit_label(c, &end);
}

static void named_into(Compiler *c, const NamedExprNode *n, Reg dst)
{
    const Name *name = node_name(n->target)->name;
    Reg local = vars_register(c, name);
    Reg value = local == NO_REG ? dst : local;
    expr_into(c, n->value, value);
    vars_store(c, name, value, n->target);
    emit_move(c, dst, value, &n->base);
}

static void unary_into(Compiler *c, const UnaryOpNode *n, Reg dst)
{
    static const uint8_t ops[UNARY_COUNT] = { [UNARY_INVERT] = OP_INVERT, [UNARY_NOT] = OP_NOT,
                                              [UNARY_PLUS] = OP_POS, [UNARY_MINUS] = OP_NEG };
    Reg value = expr_any(c, n->operand);
    emit(c, ops[n->op], dst, value, 0, &n->base);
}

/* Drives R[value] to its end; `how` as GETAWAITABLE's c. */
void expr_await(Compiler *c, Reg dst, Reg value, uint32_t how, const Node *at)
{
    Unit *u = c->unit;
    Reg mark = u->top, driven = unit_temps(c, 2);
    emit(c, OP_GETAWAITABLE, driven, value, how, at);
    emit(c, OP_LOADNONE, driven + 1, 0, 0, at);
    emit(c, OP_SEND, dst, driven, driven + 1, at);
    u->top = mark;
}

static void await_into(Compiler *c, const Node *node, Reg dst)
{
    const Scope *scope = c->unit->scope;
    if (scope->kind == SCOPE_CLASS || (scope->kind == SCOPE_MODULE && !c->top_await))
        compiler_error(c, node, "'await' outside function");
    else if ((scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_LAMBDA) && !scope->is_async)
        compiler_error(c, node, "'await' outside async function");
    Reg value = expr_any(c, node_await(node)->value);
    expr_await(c, dst, value, 0, node);
}

static void yield_into(Compiler *c, const Node *node, Reg dst)
{
    const Scope *scope = c->unit->scope;
    const Node *value = node_yield(node)->value;
    if (!scope_is_function(scope))
        compiler_error(c, node, "'yield' outside function");
    Reg reg;
    if (value) {
        reg = expr_any(c, value);
    } else {
        reg = unit_temp(c);
        emit(c, OP_LOADNONE, reg, 0, 0, node);
    }
    emit(c, scope->is_async ? OP_AYIELD : OP_YIELD, dst, reg, 0, node);
}

static void yield_from_into(Compiler *c, const Node *node, Reg dst)
{
    const Scope *scope = c->unit->scope;
    if (!scope_is_function(scope))
        compiler_error(c, node, "'yield from' outside function");
    else if (scope->is_async)
        compiler_error(c, node, "'yield from' inside async function");
    Reg value = expr_any(c, node_yield_from(node)->value);
    Reg driven = unit_temps(c, 2);
    emit(c, OP_GETYIELDFROM, driven, value, 0, node);
    emit(c, OP_LOADNONE, driven + 1, 0, 0, node);
    emit(c, OP_SEND, dst, driven, driven + 1, node);
}

void expr_slice(Compiler *c, const Node *node, Reg dst)
{
    SliceNode *n = node_slice(node);
    const Node *parts[3] = { n->lower, n->upper, n->step };
    Reg first = unit_temps(c, 3);
    for (uint32_t i = 0; i < 3; i++) {
        if (parts[i])
            expr_into(c, parts[i], first + i);
        else
            emit(c, OP_LOADNONE, first + i, 0, 0, node);
    }
    emit(c, OP_SLICE, dst, first, 0, node);
}

static void constant_into(Compiler *c, const Node *node, Reg dst)
{
    Value v;
    if (fold_constant(c, node, &v))
        emit_load(c, dst, v, node);
}

static void other_into(Compiler *c, const Node *node, Reg dst)
{
    switch (node->kind) {
    case NODE_LAMBDA: func_lambda(c, node, dst); break;
    case NODE_DICT: display_dict(c, node, dst); break;
    case NODE_SET: display_set(c, node_set(node)->elements, dst, node); break;
    case NODE_LIST: display_list(c, node_list(node)->elements, dst, false, node); break;
    case NODE_TUPLE: display_tuple(c, node_tuple(node)->elements, dst, node); break;
    case NODE_LIST_COMP:
    case NODE_SET_COMP:
    case NODE_DICT_COMP: comp_inlined(c, node, dst); break;
    case NODE_GENERATOR_EXP: comp_generator(c, node, dst); break;
    case NODE_JOINED_STR: display_joined(c, node, dst); break;
    case NODE_FORMATTED_VALUE: display_formatted(c, node, dst); break;
    case NODE_SLICE: expr_slice(c, node, dst); break;
    case NODE_STARRED: compiler_error(c, node, "can't use starred expression here"); break;
    default: compiler_error(c, node, "this syntax is not supported"); break;
    }
}

void expr_into(Compiler *c, const Node *node, Reg dst)
{
    if (c->failed || compiler_too_deep(c, node))
        return;
    Reg mark = c->unit->top;
    Value v;
    switch (node->kind) {
    case NODE_CONSTANT: constant_into(c, node, dst); break;
    case NODE_NAME: vars_load(c, node_name(node)->name, dst, node); break;
    case NODE_BIN_OP:
    case NODE_UNARY_OP:
        if (fold_constant(c, node, &v))
            emit_load(c, dst, v, node);
        else if (node->kind == NODE_BIN_OP)
            spine_into(c, node, dst);
        else
            unary_into(c, node_unary_op(node), dst);
        break;
    case NODE_ATTRIBUTE:
    case NODE_SUBSCRIPT:
    case NODE_CALL: spine_into(c, node, dst); break;
    case NODE_BOOL_OP: bool_op_into(c, node_bool_op(node), dst); break;
    case NODE_COMPARE: cond_compare(c, node, dst); break;
    case NODE_IF_EXP: if_exp_into(c, node_if_exp(node), dst); break;
    case NODE_NAMED_EXPR: named_into(c, node_named_expr(node), dst); break;
    case NODE_AWAIT: await_into(c, node, dst); break;
    case NODE_YIELD: yield_into(c, node, dst); break;
    case NODE_YIELD_FROM: yield_from_into(c, node, dst); break;
    default: other_into(c, node, dst); break;
    }
    c->unit->top = mark;
}
