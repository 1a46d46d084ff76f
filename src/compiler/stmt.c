/* stmt.c - statements. */
#include "compiler/compiler_internal.h"

#include <string.h>

static void expression_stmt(Compiler *c, const Node *node)
{
    const Node *value = node_expr(node)->value;
    if (c->options & COMPILE_INTERACTIVE && c->unit->top_scope->kind == SCOPE_MODULE) {
        Reg shown = expr_any(c, value);
        emit(c, OP_PRINTEXPR, shown, 0, 0, node);
        return;
    }
    if (value->kind == NODE_CONSTANT)
        return;
    Reg reg = expr_any(c, value);
    if (value->kind == NODE_CALL)
        emit(c, OP_DROP, reg, 0, 0, value);
}

static void if_stmt(Compiler *c, const Node *node)
{
    IfNode *n = node_if(node);
    Unit *u = c->unit;
    Label end = LABEL_INIT;
    for (uint32_t i = 0; i < n->branches.count && !c->failed; i++) {
        IfBranchNode *branch = node_if_branch(n->branches.items[i]);
        Label next = LABEL_INIT;
        u->at = &branch->base;
        cond_jump(c, branch->test, &next, false);
        stmt_list(c, branch->body);
        if (i + 1 < n->branches.count || n->orelse.count)
            emit_jump(c, OP_JUMP, 0, &end, node);
        if (!next.used && i + 1 < n->branches.count)
            u->dead = true; /* the test is always true */
        emit_label(c, &next);
    }
    stmt_list(c, n->orelse);
    emit_label(c, &end);
}

static void raise_stmt(Compiler *c, const Node *node)
{
    RaiseNode *n = node_raise(node);
    if (!n->exc) {
        emit(c, OP_RAISEAGAIN, 0, 0, 0, node);
    } else if (!n->cause) {
        Reg exc = expr_any(c, n->exc);
        emit(c, OP_RAISE, exc, 0, 0, node);
    } else {
        Reg exc = expr_safe(c, n->exc, n->cause);
        Reg cause = expr_any(c, n->cause);
        emit(c, OP_RAISEFROM, exc, cause, 0, node);
    }
    c->unit->dead = true;
}

static void assert_stmt(Compiler *c, const Node *node)
{
    AssertNode *n = node_assert(node);
    Label fine = LABEL_INIT;
    cond_jump(c, n->test, &fine, true);
    Reg message = n->message ? expr_any(c, n->message) : unit_temp(c);
    emit(c, OP_ASSERTFAIL, message, n->message != NULL, 0, n->test);
    c->unit->dead = true;
    emit_label(c, &fine);
}

/* ---- import ---- */

static void import_name(Compiler *c, const Name *name, Reg dst, int32_t level, Value from,
                        const Node *at)
{
    Reg operands = unit_temps(c, 2);
    emit_load(c, operands, value_small(level), at);
    emit_load(c, operands + 1, from, at);
    emit_site(c, OP_IMPORT, dst, operands, names_text(c, name), at);
}

static void import_stmt(Compiler *c, const Node *node)
{
    NodeList names = node_import(node)->names;
    Unit *u = c->unit;
    for (uint32_t i = 0; i < names.count && !c->failed; i++) {
        AliasNode *alias = node_alias(names.items[i]);
        Reg module = unit_temp(c);
        import_name(c, alias->name, module, 0, VALUE_NONE, node);
        const char *dot = strchr(alias->name->bytes, '.');
        const Name *bound = alias->asname;
        if (!bound) {
            bound = alias->head ? alias->head : alias->name;
        } else {
            while (dot) { /* import a.b.c as m */
                const char *part = dot + 1;
                dot = strchr(part, '.');
                const Name *name = names_make(c, part, dot ? (size_t)(dot - part) : strlen(part));
                if (name)
                    emit_site(c, OP_IMPORTFROM, module, module, names_text(c, name), node);
            }
        }
        if (bound)
            vars_store(c, bound, module, node);
        u->top = module;
    }
}

static void import_from_stmt(Compiler *c, const Node *node)
{
    ImportFromNode *n = node_import_from(node);
    Unit *u = c->unit;
    const Name *name = n->module ? n->module : names_make(c, "", 0);
    Tuple *from = tuple_new(c->heap, n->names.count);
    if (!name || !from) {
        compiler_no_memory(c);
        return;
    }
    for (uint32_t i = 0; i < n->names.count; i++)
        from->items[i] = OBJ(names_text(c, node_alias(n->names.items[i])->name));
    Reg module = unit_temp(c);
    import_name(c, name, module, n->level, OBJ(from), node);
    u->top = module + 1;
    for (uint32_t i = 0; i < n->names.count && !c->failed; i++) {
        AliasNode *alias = node_alias(n->names.items[i]);
        if (names_is(alias->name, "*")) {
            emit(c, OP_IMPORTSTAR, module, 0, 0, node);
            continue;
        }
        Reg value = unit_temp(c);
        emit_site(c, OP_IMPORTFROM, value, module, names_text(c, alias->name), node);
        vars_store(c, alias->asname ? alias->asname : alias->name, value, node);
        u->top = value;
    }
}

static bool is_future(const Node *node)
{
    return node->kind == NODE_IMPORT_FROM && node_import_from(node)->level == 0 &&
           node_import_from(node)->module && names_is(node_import_from(node)->module, "__future__");
}

/* ---- all of them ---- */

/* A line of its own is to be a line to step on, even if there is nothing to do. */
static void step_here(Compiler *c, const Node *node)
{
    uint32_t here = emit_here(c);
    if (here == 0 || c->unit->locs.items[here - 1].line != node->line)
        emit(c, OP_NOP, 0, 0, 0, node);
}

static void stmt(Compiler *c, const Node *node)
{
    Unit *u = c->unit;
    Reg mark = u->top;
    if (compiler_too_deep(c, node))
        return;
    u->at = node;
    switch (node->kind) {
    case NODE_EXPR: expression_stmt(c, node); break;
    case NODE_ASSIGN: assign_stmt(c, node); break;
    case NODE_AUG_ASSIGN: assign_augmented(c, node); break;
    case NODE_ANN_ASSIGN: assign_annotated(c, node); break;
    case NODE_DELETE:
        for (uint32_t i = 0; i < node_delete(node)->targets.count && !c->failed; i++)
            assign_delete(c, node_delete(node)->targets.items[i]);
        break;
    case NODE_RETURN: block_return(c, node); break;
    case NODE_IF: if_stmt(c, node); break;
    case NODE_FOR: loop_for(c, node); break;
    case NODE_WHILE: loop_while(c, node); break;
    case NODE_WITH: with_stmt(c, node); break;
    case NODE_TRY: try_stmt(c, node); break;
    case NODE_RAISE: raise_stmt(c, node); break;
    case NODE_ASSERT: assert_stmt(c, node); break;
    case NODE_IMPORT: import_stmt(c, node); break;
    case NODE_IMPORT_FROM: import_from_stmt(c, node); break;
    case NODE_FUNCTION_DEF: func_def(c, node); break;
    case NODE_CLASS_DEF: class_def(c, node); break;
    case NODE_BREAK: step_here(c, node); block_break(c, node); break;
    case NODE_CONTINUE: step_here(c, node); block_continue(c, node); break;
    case NODE_PASS: step_here(c, node); break;
    case NODE_GLOBAL:
    case NODE_NONLOCAL: break;
    default: compiler_error(c, node, "this syntax is not supported"); break;
    }
    u->top = mark;
}

static void list_from(Compiler *c, NodeList body, uint32_t i)
{
    for (; i < body.count && !c->failed; i++)
        stmt(c, body.items[i]);
}

void stmt_list(Compiler *c, NodeList body)
{
    const Node *at = c->unit->at;
    list_from(c, body, 0);
    c->unit->at = at;
}

/* The body of a module, class or function: the docstring is not a statement, and imports from
 * __future__ may stand only after it. */
void stmt_body(Compiler *c, NodeList body, bool has_doc)
{
    uint32_t i = has_doc ? 1 : 0;
    if (c->unit->top_scope->kind == SCOPE_MODULE) {
        while (i < body.count && is_future(body.items[i]) && !c->failed)
            stmt(c, body.items[i++]);
    }
    for (; i < body.count && !c->failed; i++) {
        if (is_future(body.items[i]))
            compiler_error(c, body.items[i],
                           "from __future__ imports must occur at the beginning of the file");
        else
            stmt(c, body.items[i]);
    }
}
