/* assign.c - targets: plain, unpacked, augmented, annotated, deleted. */
#include "compiler/compiler_internal.h"

static Str *attribute_text(Compiler *c, const Node *node)
{
    return names_text(c, names_canonical(c, c->unit->scope, node_attribute(node)->name));
}

/* `for k, v in ...`: locals in consecutive registers are written by UNPACK itself. The first one, or
 * NO_REG. */
static Reg consecutive_locals(Compiler *c, NodeList elements)
{
    Reg first = NO_REG;
    for (uint32_t i = 0; i < elements.count; i++) {
        const Node *e = elements.items[i];
        Reg reg = e->kind == NODE_NAME ? vars_register(c, node_name(e)->name) : NO_REG;
        if (reg == NO_REG || (i && reg != first + i))
            return NO_REG;
        if (!i)
            first = reg;
    }
    return first;
}

static void unpack(Compiler *c, const Node *target, NodeList elements, Reg value)
{
    Reg locals = consecutive_locals(c, elements);
    if (locals != NO_REG) {
        emit(c, OP_UNPACK, locals, value, elements.count, target);
        for (uint32_t i = 0; i < elements.count; i++)
            vars_store(c, node_name(elements.items[i])->name, locals + i, elements.items[i]);
        return;
    }
    uint32_t star = elements.count;
    for (uint32_t i = 0; i < elements.count; i++) {
        if (elements.items[i]->kind != NODE_STARRED)
            continue;
        if (star < elements.count) {
            compiler_error(c, target, "multiple starred expressions in assignment");
            return;
        }
        star = i;
    }
    Reg first = unit_temps(c, elements.count ? elements.count : 1);
    if (star == elements.count) {
        emit(c, OP_UNPACK, first, value, elements.count, target);
    } else {
        emit(c, OP_UNPACKEX, first, value, star, target);
        emit_ext(c, (int32_t)(elements.count - star - 1), target);
    }
    for (uint32_t i = 0; i < elements.count && !c->failed; i++) {
        const Node *e = elements.items[i];
        assign_to(c, e->kind == NODE_STARRED ? node_starred(e)->value : e, first + i);
    }
}

void assign_to(Compiler *c, const Node *target, Reg value)
{
    Unit *u = c->unit;
    if (c->failed || compiler_too_deep(c, target))
        return;
    Reg mark = u->top;
    switch (target->kind) {
    case NODE_NAME: vars_store(c, node_name(target)->name, value, target); break;
    case NODE_ATTRIBUTE: {
        if (!vars_check_name(c, node_attribute(target)->name, "assign to", target))
            return;
        Reg object = expr_any(c, node_attribute(target)->value);
        emit_site(c, OP_SETATTR, object, value, attribute_text(c, target), target);
        break;
    }
    case NODE_SUBSCRIPT: {
        SubscriptNode *n = node_subscript(target);
        Reg object = expr_safe(c, n->value, n->index);
        Reg index = expr_any(c, n->index);
        emit(c, OP_SETITEM, object, index, value, target);
        break;
    }
    case NODE_TUPLE: unpack(c, target, node_tuple(target)->elements, value); break;
    case NODE_LIST: unpack(c, target, node_list(target)->elements, value); break;
    case NODE_STARRED:
        compiler_error(c, target, "starred assignment target must be in a list or tuple");
        break;
    default: compiler_error(c, target, "cannot assign to expression"); break;
    }
    u->top = mark;
}

static bool has_star(NodeList elements)
{
    for (uint32_t i = 0; i < elements.count; i++) {
        if (elements.items[i]->kind == NODE_STARRED)
            return true;
    }
    return false;
}

/* `a, b = b, a`: no tuple. */
static bool assign_in_parallel(Compiler *c, const Node *target, const Node *value)
{
    enum { MOST = 8 };
    if (target->kind != NODE_TUPLE || value->kind != NODE_TUPLE)
        return false;
    NodeList to = node_tuple(target)->elements, from = node_tuple(value)->elements;
    if (to.count != from.count || to.count > MOST || has_star(to) || has_star(from))
        return false;
    Reg first = c->unit->top;
    for (uint32_t i = 0; i < from.count; i++)
        expr_temp(c, from.items[i]);
    for (uint32_t i = 0; i < to.count; i++)
        assign_to(c, to.items[i], first + i);
    return true;
}

void assign_stmt(Compiler *c, const Node *node)
{
    AssignNode *n = node_assign(node);
    const Node *target = n->targets.items[0];
    if (n->targets.count == 1) {
        Reg local = NO_REG;
        if (target->kind == NODE_NAME)
            local = vars_register(c, node_name(target)->name);
        if (local != NO_REG) {
            if (!vars_check_name(c, node_name(target)->name, "assign to", target))
                return;
            expr_into(c, n->value, local);
            vars_assigned(c, node_name(target)->name);
            return;
        }
        if (assign_in_parallel(c, target, n->value))
            return;
        assign_to(c, target, expr_safe(c, n->value, target));
        return;
    }
    Reg value = expr_temp(c, n->value);
    for (uint32_t i = 0; i < n->targets.count && !c->failed; i++)
        assign_to(c, n->targets.items[i], value);
}

/* ---- x += y ---- */

static void in_place(Compiler *c, const AugAssignNode *n, Reg dst, Reg old)
{
    static const uint8_t ops[BINARY_COUNT] = {
        [BINARY_ADD] = OP_IADD,         [BINARY_SUB] = OP_ISUB,        [BINARY_MULT] = OP_IMUL,
        [BINARY_MAT_MULT] = OP_IMATMUL, [BINARY_DIV] = OP_IDIV,        [BINARY_MOD] = OP_IMOD,
        [BINARY_POW] = OP_IPOW,         [BINARY_LSHIFT] = OP_ILSHIFT,  [BINARY_RSHIFT] = OP_IRSHIFT,
        [BINARY_BIT_OR] = OP_IOR,       [BINARY_BIT_XOR] = OP_IXOR,    [BINARY_BIT_AND] = OP_IAND,
        [BINARY_FLOOR_DIV] = OP_IFLOORDIV,
    };
    const Node *at = &n->base;
    int32_t small;
    if ((n->op == BINARY_ADD || n->op == BINARY_SUB) && fold_small_int(c, n->value, &small)) {
        emit(c, n->op == BINARY_ADD ? OP_IADDI : OP_ISUBI, dst, old, (uint16_t)small, at);
        return;
    }
    if (!unit_is_temp(c->unit, old) && expr_changes_names(c, n->value)) {
        Reg copy = unit_temp(c);
        emit_move(c, copy, old, at);
        old = copy;
    }
    Reg value = expr_any(c, n->value);
    emit(c, ops[n->op], dst, old, value, at);
}

void assign_augmented(Compiler *c, const Node *node)
{
    AugAssignNode *n = node_aug_assign(node);
    Reg object, index, result;
    switch (n->target->kind) {
    case NODE_NAME: {
        const Name *name = node_name(n->target)->name;
        if (!vars_check_name(c, name, "assign to", n->target))
            return;
        Reg old = vars_load(c, name, NO_REG, n->target);
        in_place(c, n, old, old);
        vars_store(c, name, old, n->target);
        break;
    }
    case NODE_ATTRIBUTE:
        object = expr_safe(c, node_attribute(n->target)->value, n->value);
        result = unit_temp(c);
        emit_site(c, OP_GETATTR, result, object, attribute_text(c, n->target), n->target);
        in_place(c, n, result, result);
        emit_site(c, OP_SETATTR, object, result, attribute_text(c, n->target), n->target);
        break;
    case NODE_SUBSCRIPT: {
        SubscriptNode *s = node_subscript(n->target);
        bool changes = expr_changes_names(c, n->value) || expr_changes_names(c, s->index);
        object = changes ? expr_temp(c, s->value) : expr_any(c, s->value);
        index = changes ? expr_temp(c, s->index) : expr_any(c, s->index);
        result = unit_temp(c);
        emit(c, OP_GETITEM, result, object, index, n->target);
        in_place(c, n, result, result);
        emit(c, OP_SETITEM, object, index, result, n->target);
        break;
    }
    default: compiler_error(c, n->target, "illegal expression for augmented assignment"); break;
    }
}

/* ---- x: T = y ---- */

static void remember_annotation(Compiler *c, const AnnAssignNode *n)
{
    Unit *u = c->unit;
    const Node *at = &n->base;
    const Name *name = names_canonical(c, u->scope, node_name(n->target)->name);
    Reg note = unit_temp(c), dict = unit_temp(c), key = unit_temp(c);
    func_annotation(c, n->annotation, note);
    bool by_name = u->flags & CODE_NAMES;
    emit_site(c, by_name ? OP_GETNAME : OP_GETGLOBAL, dict, 0, names_cstr(c, "__annotations__"), at);
    emit_load(c, key, OBJ(names_text(c, name)), at);
    emit(c, OP_SETITEM, dict, key, note, at);
}

void assign_annotated(Compiler *c, const Node *node)
{
    AnnAssignNode *n = node_ann_assign(node);
    Unit *u = c->unit;
    bool is_kept = !scope_is_function(u->scope);
    Reg mark = u->top;
    if (n->value) {
        Reg local = n->target->kind == NODE_NAME
                        ? vars_register(c, node_name(n->target)->name) : NO_REG;
        Reg value;
        if (local != NO_REG) {
            expr_into(c, n->value, local);
            value = local;
        } else {
            value = expr_safe(c, n->value, n->target);
        }
        assign_to(c, n->target, value);
        u->top = mark;
    }
    if (n->target->kind == NODE_NAME) {
        if (!vars_check_name(c, node_name(n->target)->name, "assign to", n->target))
            return;
        if (n->is_simple && is_kept)
            remember_annotation(c, n);
        else if (is_kept && !c->future_annotations)
            expr_any(c, n->annotation);
        u->top = mark;
        return;
    }
    if (!n->value) {
        if (n->target->kind == NODE_ATTRIBUTE) {
            expr_any(c, node_attribute(n->target)->value);
        } else if (n->target->kind == NODE_SUBSCRIPT) {
            expr_any(c, node_subscript(n->target)->value);
            expr_any(c, node_subscript(n->target)->index);
        }
    }
    if (is_kept && !c->future_annotations)
        expr_any(c, n->annotation);
    u->top = mark;
}

/* ---- del ---- */

void assign_delete(Compiler *c, const Node *target)
{
    Unit *u = c->unit;
    Reg mark = u->top;
    NodeList elements = { NULL, 0 };
    switch (target->kind) {
    case NODE_NAME: vars_delete(c, node_name(target)->name, target); break;
    case NODE_ATTRIBUTE: {
        if (!vars_check_name(c, node_attribute(target)->name, "delete", target))
            return;
        Reg object = expr_any(c, node_attribute(target)->value);
        emit_site(c, OP_DELATTR, object, 0, attribute_text(c, target), target);
        break;
    }
    case NODE_SUBSCRIPT: {
        SubscriptNode *n = node_subscript(target);
        Reg object = expr_safe(c, n->value, n->index);
        Reg index = expr_any(c, n->index);
        emit(c, OP_DELITEM, object, index, 0, target);
        break;
    }
    case NODE_TUPLE: elements = node_tuple(target)->elements; break;
    case NODE_LIST: elements = node_list(target)->elements; break;
    default: compiler_error(c, target, "cannot delete expression"); break;
    }
    for (uint32_t i = 0; i < elements.count && !c->failed; i++)
        assign_delete(c, elements.items[i]);
    u->top = mark;
}
