/* loops.c - while, for, async for; the same for comprehensions.
 *     GETITER it                           GETAITER it
 *     head: FORITER x, it                  head: GETANEXT t, it; LOADNONE s; SEND x, t, s
 *           JUMP exit                                       rows -> stop
 *           body                                 body
 *           LOOP head                            LOOP head
 *                                          stop: ENDASYNCFOR
 *     exit: else                           exit: else
 *     end:                                 end:
 * An iterator that only the loop knows (the result of a call) is closed when the loop is left early:
 * what the reference count does in CPython. ENDFOR does that, and rows lead exceptions to it. */
#include "compiler/compiler_internal.h"

void loop_iterator(Compiler *c, const Node *iter, bool is_async, Reg dst, bool *fresh)
{
    *fresh = iter->kind == NODE_CALL || iter->kind == NODE_GENERATOR_EXP;
    Reg mark = c->unit->top;
    Reg value = dst;
    if (*fresh)
        expr_into(c, iter, dst);
    else
        value = expr_any(c, iter);
    emit(c, is_async ? OP_GETAITER : OP_GETITER, dst, value, *fresh, iter);
    c->unit->top = mark;
}

static void step(Compiler *c, ForLoop *loop, Reg iter, Reg item)
{
    const Node *at = loop->iter_node;
    if (!loop->is_async) {
        emit(c, OP_FORITER, item, iter, 0, at);
        emit_jump(c, OP_JUMP, 0, &loop->exit, at);
        return;
    }
    Reg driven = unit_temps(c, 2);
    at = loop->block.at; /* as CPython: the whole statement, the whole comprehension */
    loop->step = (Block){ .kind = BLOCK_TRY, .open = NO_PC, .at = at };
    loop->at_head = known_save(c);
    block_open(c, &loop->step);
    emit(c, OP_GETANEXT, driven, iter, 0, at);
    emit(c, OP_LOADNONE, driven + 1, 0, 0, at);
    emit(c, OP_SEND, item, driven, driven + 1, at);
    block_close(c, &loop->step);
}

void loop_begin(Compiler *c, ForLoop *loop, BlockKind kind, Reg iter, bool fresh, bool is_async,
                const Node *target, const Node *iter_node, const Node *at)
{
    Unit *u = c->unit;
    *loop = (ForLoop){ .end = LABEL_INIT, .exit = LABEL_INIT, .is_async = is_async,
                       .iter_node = iter_node };
    block_push(c, &loop->block, kind, at);
    loop->block.reg = iter;
    loop->block.fresh = fresh;
    loop->block.end = &loop->end;
    loop->block.head = emit_here(c);
    Reg mark = u->top;
    Reg local = target->kind == NODE_NAME ? vars_register(c, node_name(target)->name) : NO_REG;
    Reg item = local != NO_REG ? local : unit_temp(c);
    step(c, loop, iter, item);
    if (fresh)
        block_open(c, &loop->block);
    assign_to(c, target, item);
    u->top = mark;
}

void loop_finish(Compiler *c, ForLoop *loop, const Node *at)
{
    Unit *u = c->unit;
    Block *block = &loop->block;
    emit_loop(c, block->head, at);
    block_close(c, block);
    block_pop(c, block);
    Reg mark = u->top;
    uint32_t target = 0;
    Reg exc = 0;
    if (block_has_rows(block)) {
        exc = unit_temp(c);
        target = block_enter_cleanup(c);
        emit(c, OP_ENDFOR, block->reg, 0, 0, loop->iter_node);
        emit(c, OP_RERAISE, exc, 0, 0, loop->iter_node);
        u->dead = true;
    }
    block_finish(c, block, target, exc);
    if (loop->is_async) {
        if (block_has_rows(&loop->step)) {
            exc = unit_temp(c);
            known_restore(c, loop->at_head);
            target = emit_here(c);
            emit(c, OP_ENDASYNCFOR, exc, 0, 0, loop->iter_node);
        }
        block_finish(c, &loop->step, target, exc);
    }
    u->top = mark;
    emit_label(c, &loop->exit);
}

void loop_for(Compiler *c, const Node *node)
{
    ForNode *n = node_for(node);
    Unit *u = c->unit;
    ForLoop loop;
    bool fresh;
    const Scope *scope = u->scope;
    if (n->is_async && !(scope->is_async && scope_is_function(scope)) &&
        !(scope->kind == SCOPE_MODULE && c->top_await))
        compiler_error(c, node, "'async for' outside async function");
    Reg iter = unit_temp(c);
    loop_iterator(c, n->iter, n->is_async, iter, &fresh);
    loop_begin(c, &loop, BLOCK_LOOP, iter, fresh, n->is_async, n->target, n->iter, node);
    stmt_list(c, n->body);
    loop_finish(c, &loop, node);
    u->top = iter;
    stmt_list(c, n->orelse);
    emit_label(c, &loop.end);
}

void loop_while(Compiler *c, const Node *node)
{
    WhileNode *n = node_while(node);
    Block block;
    Label end = LABEL_INIT, exit = LABEL_INIT;
    int truth = fold_truth(c, n->test);
    block_push(c, &block, BLOCK_LOOP, node);
    block.end = &end;
    block.head = emit_here(c);
    if (truth < 0)
        cond_jump(c, n->test, &exit, false);
    else if (truth == 0)
        emit_jump(c, OP_JUMP, 0, &exit, n->test);
    stmt_list(c, n->body);
    emit_loop(c, block.head, node);
    block_pop(c, &block);
    emit_label(c, &exit);
    stmt_list(c, n->orelse);
    emit_label(c, &end);
}
