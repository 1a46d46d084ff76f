/* try.c - try ... except ... else ... finally, and except*. See blocks.c for the rows. */
#include "compiler/compiler_internal.h"

/* The body of `except E as name`, or of a plain one. */
static void clause_body(Compiler *c, const ExceptHandlerNode *h, Reg exc)
{
    Unit *u = c->unit;
    const Node *at = &h->base;
    if (!h->name) {
        stmt_list(c, h->body);
        return;
    }
    Block named;
    vars_store(c, h->name, exc, at);
    block_push(c, &named, BLOCK_NAME, at);
    named.name = h->name;
    block_open(c, &named);
    stmt_list(c, h->body);
    block_close(c, &named);
    block_pop(c, &named);
    block_forget_name(c, h->name, at);
    if (!block_has_rows(&named)) {
        block_finish(c, &named, 0, 0);
        return;
    }
    Label on = LABEL_INIT;
    emit_jump(c, OP_JUMP, 0, &on, at);
    Reg left = unit_temp(c);
    uint32_t target = block_enter_cleanup(c);
    block_finish(c, &named, target, left);
    block_forget_name(c, h->name, at);
    emit(c, OP_RERAISE, left, 0, 0, at);
    u->top = left;
    u->dead = true;
    emit_label(c, &on);
}

static void clauses(Compiler *c, const TryNode *n, Reg exc, Label *end)
{
    Unit *u = c->unit;
    Block handler;
    bool has_default = false;
    block_handle(c, &handler, BLOCK_HANDLER, exc, &n->base);
    for (uint32_t i = 0; i < n->handlers.count && !c->failed; i++) {
        ExceptHandlerNode *h = node_except_handler(n->handlers.items[i]);
        Label next = LABEL_INIT;
        Reg mark = u->top;
        u->at = &h->base;
        if (h->type) {
            Reg type = expr_any(c, h->type), match = unit_temp(c);
            emit(c, OP_MATCHEXC, match, exc, type, &h->base);
            emit_jump(c, OP_JUMPF, match, &next, h->type);
        } else {
            has_default = true;
            if (i + 1 < n->handlers.count)
                compiler_error(c, &h->base, "default 'except:' must be last");
        }
        u->top = mark;
        clause_body(c, h, exc);
        block_leave_handler(c, &handler, &h->base);
        emit_jump(c, OP_JUMP, 0, end, &h->base);
        block_open(c, &handler);
        emit_label(c, &next);
    }
    if (!has_default) {
        block_leave_handler(c, &handler, &n->base);
        emit(c, OP_RERAISE, exc, 0, 0, &n->base);
        u->dead = true;
    }
    block_close(c, &handler);
    block_cleanup(c, &handler, &n->base);
}

/* PEP 654. `matched` and the register after it: what this clause takes, and what is left. */
static void star_clauses(Compiler *c, const TryNode *n, Reg exc, Label *end)
{
    Unit *u = c->unit;
    Block handler;
    const Node *at = &n->base;
    block_handle(c, &handler, BLOCK_HANDLER, exc, at);
    Reg errors = unit_temp(c), matched = unit_temps(c, 2), outcome = matched, rest = matched + 1;
    emit(c, OP_NEWLIST, errors, errors, 0, at);
    emit_move(c, rest, exc, at);
    for (uint32_t i = 0; i < n->handlers.count && !c->failed; i++) {
        ExceptHandlerNode *h = node_except_handler(n->handlers.items[i]);
        Label next = LABEL_INIT;
        Block body;
        Reg mark = u->top;
        if (!h->type) {
            compiler_error(c, &h->base, "expected one or more exception types");
            break;
        }
        u->at = &h->base;
        Reg type = expr_any(c, h->type);
        emit(c, OP_STARMATCH, matched, rest, type, &h->base);
        u->top = mark;
        emit_jump(c, OP_JUMPNONE, matched, &next, h->type);
        block_handle(c, &body, BLOCK_STAR, matched, &h->base);
        clause_body(c, h, matched);
        block_leave_handler(c, &body, &h->base);
        emit_jump(c, OP_JUMP, 0, &next, &h->base);
        bool may_raise = block_has_rows(&body);
        block_cleanup(c, &body, &h->base); /* what was raised is in `matched` now */
        if (may_raise)
            emit(c, OP_LISTADD, errors, matched, 1, &h->base);
        emit_label(c, &next);
    }
    Label complete = LABEL_INIT, quiet = LABEL_INIT;
    emit_jump(c, OP_JUMPNONE, rest, &complete, at);
    emit(c, OP_LISTADD, errors, rest, 1, at);
    emit_label(c, &complete);
    emit(c, OP_STAREND, outcome, errors, exc, at);
    emit_jump(c, OP_JUMPNONE, outcome, &quiet, at);
    block_leave_handler(c, &handler, at);
    emit(c, OP_RERAISE, outcome, 0, 0, at);
    u->dead = true;
    block_open(c, &handler);
    emit_label(c, &quiet);
    block_leave_handler(c, &handler, at);
    emit_jump(c, OP_JUMP, 0, end, at);
    block_cleanup(c, &handler, at);
}

static void try_except(Compiler *c, const TryNode *n)
{
    Unit *u = c->unit;
    Block body;
    Label end = LABEL_INIT;
    if (!n->handlers.count) {
        stmt_list(c, n->body);
        stmt_list(c, n->orelse);
        return;
    }
    uint64_t *before = known_save(c);
    block_push(c, &body, BLOCK_TRY, &n->base);
    block_open(c, &body);
    stmt_list(c, n->body);
    block_close(c, &body);
    block_pop(c, &body);
    stmt_list(c, n->orelse);
    emit_jump(c, OP_JUMP, 0, &end, &n->base);
    Reg exc = unit_temp(c);
    uint32_t target = emit_here(c);
    known_restore(c, before);
    u->dead = !block_has_rows(&body);
    if (n->is_star)
        star_clauses(c, n, exc, &end);
    else
        clauses(c, n, exc, &end);
    block_finish(c, &body, target, exc);
    u->dead = true;
    u->top = exc;
    emit_label(c, &end);
}

static void try_finally(Compiler *c, const TryNode *n)
{
    Unit *u = c->unit;
    Block block;
    Label end = LABEL_INIT;
    uint64_t *before = known_save(c);
    block_push(c, &block, BLOCK_FINALLY, &n->base);
    block.final_body = n->finalbody;
    block_open(c, &block);
    try_except(c, n);
    block_close(c, &block);
    block_pop(c, &block);
    stmt_list(c, n->finalbody);
    emit_jump(c, OP_JUMP, 0, &end, &n->base);
    if (block_has_rows(&block)) {
        Block handler;
        Reg exc = unit_temp(c);
        uint32_t target = emit_here(c);
        known_restore(c, before);
        block_handle(c, &handler, BLOCK_HANDLER, exc, &n->base);
        stmt_list(c, n->finalbody);
        block_leave_handler(c, &handler, &n->base);
        emit(c, OP_RERAISE, exc, 0, 0, &n->base);
        u->dead = true;
        block_cleanup(c, &handler, &n->base);
        block_finish(c, &block, target, exc);
        u->top = exc;
    } else {
        block_finish(c, &block, 0, 0);
        known_drop(c, before);
    }
    u->dead = true;
    emit_label(c, &end);
}

void try_stmt(Compiler *c, const Node *node)
{
    TryNode *n = node_try(node);
    if (n->finalbody.count)
        try_finally(c, n);
    else
        try_except(c, n);
}
