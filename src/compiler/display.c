/* display.c - [..] (..) {..} {k: v} and f-strings.
 * Elements go to consecutive temporaries, at most CHUNK at once; a longer display, or one with stars,
 * starts as a list (set, dict) that grows. A collection that grows is never built in a local's own
 * register: an exception halfway must not show it. */
#include "compiler/compiler_internal.h"

static bool has_star(NodeList elements)
{
    for (uint32_t i = 0; i < elements.count; i++) {
        if (elements.items[i]->kind == NODE_STARRED)
            return true;
    }
    return false;
}

/* The elements [from, to) into new temporaries; the first. */
static Reg load_run(Compiler *c, NodeList elements, uint32_t from, uint32_t to)
{
    Reg first = c->unit->top;
    for (uint32_t i = from; i < to; i++)
        expr_temp(c, elements.items[i]);
    return first;
}

static uint32_t run_end(NodeList elements, uint32_t from)
{
    uint32_t to = from;
    while (to < elements.count && to - from < CHUNK && elements.items[to]->kind != NODE_STARRED)
        to++;
    return to;
}

/* Many constants: one tuple to copy from. */
static bool constant_tuple(Compiler *c, NodeList elements, Value *out)
{
    if (elements.count < 5)
        return false;
    for (uint32_t i = 0; i < elements.count; i++) {
        if (elements.items[i]->kind != NODE_CONSTANT)
            return false;
    }
    Tuple *tuple = tuple_new(c->heap, elements.count);
    if (!tuple) {
        compiler_no_memory(c);
        return false;
    }
    for (uint32_t i = 0; i < elements.count; i++)
        tuple->items[i] = fold_value(c, &node_constant(elements.items[i])->value);
    *out = OBJ(tuple);
    return true;
}

/* is_call: the arguments of a call whose callee is the register before dst. */
static void grow_list(Compiler *c, NodeList elements, Reg list, bool is_call, const Node *at)
{
    Unit *u = c->unit;
    Value all;
    uint32_t i = 0;
    if (constant_tuple(c, elements, &all)) {
        emit(c, OP_NEWLIST, list, list, 0, at);
        Reg source = unit_temp(c);
        emit_load(c, source, all, at);
        emit(c, OP_LISTEXTEND, list, source, 0, at);
        u->top = source;
        return;
    }
    for (bool is_new = true; is_new || i < elements.count; is_new = false) {
        Reg mark = u->top;
        uint32_t end = run_end(elements, i);
        Reg first = load_run(c, elements, i, end);
        if (is_new)
            emit(c, OP_NEWLIST, list, first, end - i, at);
        else if (end > i)
            emit(c, OP_LISTADD, list, first, end - i, at);
        u->top = mark;
        i = end;
        if (i < elements.count && elements.items[i]->kind == NODE_STARRED) {
            const Node *value = node_starred(elements.items[i])->value;
            Reg source = expr_any(c, value);
            emit(c, OP_LISTEXTEND, list, source, is_call && elements.count == 1, at);
            u->top = mark;
            i++;
        }
    }
}

void display_list(Compiler *c, NodeList elements, Reg dst, bool is_call, const Node *at)
{
    if (elements.count <= CHUNK && !has_star(elements)) {
        Value unused;
        if (is_call || !constant_tuple(c, elements, &unused)) {
            Reg first = load_run(c, elements, 0, elements.count);
            emit(c, OP_NEWLIST, dst, first, elements.count, at);
            return;
        }
    }
    Reg list = unit_is_temp(c->unit, dst) ? dst : unit_temp(c);
    grow_list(c, elements, list, is_call, at);
    emit_move(c, dst, list, at);
}

void display_tuple(Compiler *c, NodeList elements, Reg dst, const Node *at)
{
    Value v;
    if (fold_constant(c, at, &v)) {
        emit_load(c, dst, v, at);
    } else if (elements.count <= CHUNK && !has_star(elements)) {
        Reg first = load_run(c, elements, 0, elements.count);
        emit(c, OP_NEWTUPLE, dst, first, elements.count, at);
    } else {
        Reg list = unit_is_temp(c->unit, dst) ? dst : unit_temp(c);
        grow_list(c, elements, list, false, at);
        emit(c, OP_LISTTUPLE, dst, list, 0, at);
    }
}

void display_set(Compiler *c, NodeList elements, Reg dst, const Node *at)
{
    Unit *u = c->unit;
    if (elements.count <= CHUNK && !has_star(elements)) {
        Reg first = load_run(c, elements, 0, elements.count);
        emit(c, OP_NEWSET, dst, first, elements.count, at);
        return;
    }
    Reg set = unit_is_temp(u, dst) ? dst : unit_temp(c);
    Reg mark = u->top;
    emit(c, OP_NEWSET, set, mark, 0, at);
    for (uint32_t i = 0; i < elements.count; i++) {
        const Node *e = elements.items[i];
        bool is_star = e->kind == NODE_STARRED;
        Reg value = expr_any(c, is_star ? node_starred(e)->value : e);
        emit(c, is_star ? OP_SETUPDATE : OP_SETADD, set, value, 0, at);
        u->top = mark;
    }
    emit_move(c, dst, set, at);
}

void display_dict(Compiler *c, const Node *node, Reg dst)
{
    Unit *u = c->unit;
    DictNode *n = node_dict(node);
    bool has_merge = n->keys.count > CHUNK / 2;
    for (uint32_t i = 0; i < n->keys.count; i++)
        has_merge |= n->keys.items[i] == NULL;
    Reg dict = !has_merge || unit_is_temp(u, dst) ? dst : unit_temp(c);
    uint32_t i = 0;
    for (bool is_new = true; is_new || i < n->keys.count; is_new = false) {
        Reg mark = u->top;
        uint32_t pairs = 0;
        while (i < n->keys.count && n->keys.items[i] && pairs < CHUNK / 2) {
            expr_temp(c, n->keys.items[i]);
            expr_temp(c, n->values.items[i++]);
            pairs++;
            if (!is_new) {
                emit(c, OP_DICTADD, dict, mark, 0, node);
                u->top = mark;
            }
        }
        if (is_new)
            emit(c, OP_NEWDICT, dict, mark, pairs, node);
        u->top = mark;
        if (i < n->keys.count && !n->keys.items[i]) {
            Reg source = expr_any(c, n->values.items[i++]);
            emit(c, OP_DICTUPDATE, dict, source, 0, node);
            u->top = mark;
        }
    }
    emit_move(c, dst, dict, node);
}

/* ---- f-strings ---- */

void display_formatted(Compiler *c, const Node *node, Reg dst)
{
    FormattedValueNode *n = node_formatted_value(node);
    uint32_t how = n->conversion == 's' ? 1 : n->conversion == 'r' ? 2 : n->conversion == 'a' ? 3 : 0;
    Reg value;
    if (n->format_spec) {
        value = expr_temp(c, n->value);
        expr_temp(c, n->format_spec);
        how += 4;
    } else {
        value = expr_any(c, n->value);
    }
    emit(c, OP_FORMAT, dst, value, how, node);
}

void display_joined(Compiler *c, const Node *node, Reg dst)
{
    Unit *u = c->unit;
    NodeList values = node_joined_str(node)->values;
    if (values.count == 0) {
        emit_load(c, dst, OBJ(str_empty(c->heap)), node);
        return;
    }
    if (values.count == 1) {
        expr_into(c, values.items[0], dst);
        return;
    }
    Reg first = u->top;
    for (uint32_t i = 0; i < values.count; i++) {
        expr_temp(c, values.items[i]);
        if (u->top - first == CHUNK && i + 1 < values.count) {
            emit(c, OP_JOINSTR, first, first, CHUNK, node);
            u->top = first + 1;
        }
    }
    emit(c, OP_JOINSTR, dst, first, u->top - first, node);
}
