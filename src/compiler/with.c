/* with.c - with and async with. __exit__ and its self wait in two registers while the body runs:
 *     GETSPECIAL e, ctx, __enter__;  GETSPECIAL x, ctx, __exit__;  CALLM e
 *     body                        rows -> failed
 *     CALLM x (None, None, None)
 *     JUMP end
 *     failed: HANDLE;  WITHEXIT t, x, exc;  JUMPT t, swallow;  UNHANDLE;  RERAISE exc
 *     swallow: UNHANDLE
 *     end: */
#include "compiler/compiler_internal.h"

void with_exit_normally(Compiler *c, Block *block, const Node *at)
{
    Unit *u = c->unit;
    Reg mark = u->top, window = block->reg;
    if (mark == window + 2) {
        unit_temps(c, 3);
    } else { /* a value to be returned is in between */
        window = unit_temps(c, 5);
        emit_move(c, window, block->reg, at);
        emit_move(c, window + 1, block->reg + 1, at);
    }
    for (Reg i = 2; i < 5; i++)
        emit(c, OP_LOADNONE, window + i, 0, 0, at);
    emit(c, OP_CALLM, window + 2, window, 3, at);
    if (block->is_async)
        expr_await(c, window + 2, window + 2, 2, at);
    u->top = mark;
}

static void failed_body(Compiler *c, Block *block, Label *end, uint64_t *before)
{
    Unit *u = c->unit;
    const Node *at = block->at;
    Block handler;
    Label swallow = LABEL_INIT;
    Reg exc = unit_temp(c), answer = unit_temp(c);
    uint32_t target = emit_here(c);
    known_restore(c, before);
    block_handle(c, &handler, BLOCK_HANDLER, exc, at);
    emit(c, OP_WITHEXIT, answer, block->reg, exc, at);
    if (block->is_async)
        expr_await(c, answer, answer, 2, at);
    emit_jump(c, OP_JUMPT, answer, &swallow, at);
    block_leave_handler(c, &handler, at);
    emit(c, OP_RERAISE, exc, 0, 0, at);
    u->dead = true;
    block_open(c, &handler);
    emit_label(c, &swallow);
    block_leave_handler(c, &handler, at);
    emit_jump(c, OP_JUMP, 0, end, at);
    block_cleanup(c, &handler, at);
    block_finish(c, block, target, exc);
    u->top = exc;
    u->dead = true;
}

static void with_items(Compiler *c, const WithNode *n, uint32_t i)
{
    Unit *u = c->unit;
    if (i == n->items.count) {
        stmt_list(c, n->body);
        return;
    }
    WithItemNode *item = node_with_item(n->items.items[i]);
    const Node *at = item->context;
    Block block;
    Label end = LABEL_INIT;
    Reg leave = unit_temps(c, 2);
    Reg context = expr_any(c, at);
    Reg enter = unit_temps(c, 2);
    emit_site(c, OP_GETSPECIAL, enter, context,
              names_cstr(c, n->is_async ? "__aenter__" : "__enter__"), at);
    emit_site(c, OP_GETSPECIAL, leave, context,
              names_cstr(c, n->is_async ? "__aexit__" : "__exit__"), at);
    emit(c, OP_CALLM, enter, enter, 0, at);
    if (n->is_async)
        expr_await(c, enter, enter, 1, at);
    uint64_t *before = known_save(c);
    block_push(c, &block, BLOCK_WITH, at);
    block.reg = leave;
    block.is_async = n->is_async;
    block_open(c, &block);
    if (item->target)
        assign_to(c, item->target, enter);
    u->top = leave + 2;
    if (!c->failed)
        with_items(c, n, i + 1);
    block_close(c, &block);
    block_pop(c, &block);
    with_exit_normally(c, &block, at);
    emit_jump(c, OP_JUMP, 0, &end, at);
    if (block_has_rows(&block)) {
        failed_body(c, &block, &end, before);
    } else {
        block_finish(c, &block, 0, 0);
        known_drop(c, before);
    }
    emit_label(c, &end);
    u->top = leave;
}

void with_stmt(Compiler *c, const Node *node)
{
    WithNode *n = node_with(node);
    const Scope *scope = c->unit->scope;
    if (n->is_async && !(scope->is_async && scope_is_function(scope)) &&
        !(scope->kind == SCOPE_MODULE && c->top_await))
        compiler_error(c, node, "'async with' outside async function");
    with_items(c, n, 0);
}
