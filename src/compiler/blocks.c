/* blocks.c - what must be undone when control leaves a statement early.
 * Protected instructions are rows of a table: [start, end) -> target. A `return` inside `try ...
 * finally` carries a copy of the final body, and that copy must not be protected by the same rows:
 * so leaving closes the rows of each block on the way out, innermost first, emits what that block
 * wants done, and opens them again behind the jump.
 *
 * A handler looks like this; the region says which exception is being handled at which pc:
 *     target:  HANDLE
 *              ...  body ...           region, and rows -> cleanup
 *              UNHANDLE                region
 *     cleanup: UNHANDLE                region           an exception left the body
 *              RERAISE */
#include "compiler/compiler_internal.h"

/* Does it count among the MAX_BLOCKS? */
static bool is_counted(BlockKind kind)
{
    return kind != BLOCK_NAME && kind != BLOCK_COMP;
}

void block_push(Compiler *c, Block *block, BlockKind kind, const Node *at)
{
    *block = (Block){ .kind = kind, .outer = c->unit->block, .open = NO_PC, .at = at };
    c->unit->block = block;
    if (is_counted(kind) && ++c->unit->block_depth > MAX_BLOCKS)
        compiler_error(c, at, "too many statically nested blocks");
}

void block_pop(Compiler *c, Block *block)
{
    c->unit->block = block->outer;
    if (is_counted(block->kind))
        c->unit->block_depth--;
}

void block_open(Compiler *c, Block *block)
{
    block->open = emit_here(c);
}

static void add_row(Compiler *c, Block *block, uint32_t start, uint32_t end)
{
    if (start >= end || c->failed)
        return;
    if (!vec_reserve(&block->rows.items, 1)) {
        compiler_no_memory(c);
        return;
    }
    block->rows.items.items[block->rows.items.count++] = (Handler){ start, end, 0, 0 };
}

void block_close(Compiler *c, Block *block)
{
    if (block->open != NO_PC)
        add_row(c, block, block->open, emit_here(c));
    block->open = NO_PC;
}

bool block_has_rows(const Block *block)
{
    return block->rows.items.count != 0;
}

void block_finish(Compiler *c, Block *block, uint32_t target, Reg reg)
{
    Unit *u = c->unit;
    uint32_t count = block->rows.items.count;
    if (count && !c->failed && !vec_reserve(&u->handlers, count))
        compiler_no_memory(c);
    for (uint32_t i = 0; i < count && !c->failed; i++) {
        Handler row = block->rows.items.items[i];
        row.target = target;
        row.reg = (uint16_t)reg;
        u->handlers.items[u->handlers.count++] = row;
    }
    vec_free(&block->rows.items);
}

/* ---- handlers ---- */

uint32_t block_enter_cleanup(Compiler *c)
{
    c->unit->dead = false;
    return emit_here(c);
}

void block_handle(Compiler *c, Block *block, BlockKind kind, Reg exc, const Node *at)
{
    emit(c, OP_HANDLE, 0, 0, 0, at);
    block_push(c, block, kind, at);
    block->reg = exc;
    block_open(c, block);
}

void block_leave_handler(Compiler *c, Block *block, const Node *at)
{
    emit(c, OP_UNHANDLE, 0, 0, 0, at);
    block_close(c, block);
}

static void add_regions(Compiler *c, const Block *block)
{
    Unit *u = c->unit;
    uint32_t count = block->rows.items.count;
    if (!count || c->failed)
        return;
    if (!vec_reserve(&u->regions, count)) {
        compiler_no_memory(c);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        Handler row = block->rows.items.items[i];
        u->regions.items[u->regions.count++] =
            (HandledRegion){ row.start, row.end, (uint16_t)block->reg };
    }
}

/* The block is closed. Where exceptions out of the handler arrive: it ends, they go on. For an except*
 * the caller collects them (block->reg then is what is handled there). */
void block_cleanup(Compiler *c, Block *block, const Node *at)
{
    Unit *u = c->unit;
    block_pop(c, block);
    if (!block_has_rows(block)) {
        block_finish(c, block, 0, 0);
        return;
    }
    Reg exc = unit_temp(c);
    uint32_t target = block_enter_cleanup(c);
    emit(c, OP_UNHANDLE, 0, 0, 0, at);
    add_row(c, block, target, emit_here(c));
    add_regions(c, block);
    if (!c->failed)
        block->rows.items.count--; /* the clean-up is handled, but leads nowhere */
    block_finish(c, block, target, exc);
    if (block->kind == BLOCK_STAR)
        emit_move(c, block->reg, exc, at);
    else
        emit(c, OP_RERAISE, exc, 0, 0, at);
    u->dead = block->kind != BLOCK_STAR;
    u->top = exc;
}

/* `e = None; del e`, also when the body did it itself. */
void block_forget_name(Compiler *c, const Name *name, const Node *at)
{
    Symbol *symbol = vars_symbol(c, name);
    Reg reg = vars_register(c, name);
    uint32_t from = emit_here(c);
    if (reg != NO_REG) {
        emit(c, OP_UNSET, reg, 0, 0, at);
        known_remove(c->unit, symbol);
        emit_silent(c, from);
        return;
    }
    Reg none = unit_temp(c);
    emit(c, OP_LOADNONE, none, 0, 0, at);
    vars_store(c, name, none, at);
    vars_delete(c, name, at);
    c->unit->top = none;
    emit_silent(c, from);
}

/* ---- leaving ---- */

static void leave_block(Compiler *c, Block *block, const Node *at)
{
    switch (block->kind) {
    case BLOCK_LOOP:
    case BLOCK_COMP:
        block_close(c, block);
        if (block->fresh)
            emit(c, OP_ENDFOR, block->reg, 0, 0, at);
        break;
    case BLOCK_TRY: block_close(c, block); break;
    case BLOCK_FINALLY:
        block_close(c, block);
        stmt_list(c, block->final_body);
        break;
    case BLOCK_HANDLER:
    case BLOCK_STAR: block_leave_handler(c, block, at); break;
    case BLOCK_NAME:
        block_close(c, block);
        block_forget_name(c, block->name, at);
        break;
    case BLOCK_WITH:
        block_close(c, block);
        with_exit_normally(c, block, block->at);
        break;
    }
}

/* Leaves all blocks inside `until`; the caller emits the jump and then calls reenter. Each block is
 * left with the ones around it still in force. */
static void leave_until(Compiler *c, const Block *until, const Node *at)
{
    Unit *u = c->unit;
    const Node *statement = u->at;
    uint32_t depth = u->block_depth;
    for (Block *block = u->block; block != until; block = block->outer) {
        u->block = block->outer;
        u->block_depth -= is_counted(block->kind);
        leave_block(c, block, at);
    }
    u->at = statement;
    u->block_depth = depth;
}

static void reenter(Compiler *c, Block *innermost, const Block *until, const uint8_t *was_open)
{
    Unit *u = c->unit;
    u->block = innermost;
    for (Block *block = innermost; block != until; block = block->outer) {
        if (*was_open++)
            block_open(c, block);
    }
}

/* Which blocks have rows open at this moment, innermost first. */
static void note_open(const Compiler *c, uint8_t *open, size_t size)
{
    size_t i = 0;
    for (const Block *b = c->unit->block; b && i < size; b = b->outer)
        open[i++] = b->open != NO_PC;
}

enum { OPEN_MAX = 2 * MAX_BLOCKS + 4 };

static bool may_leave(Compiler *c, const Block *until, const Node *at)
{
    for (const Block *block = c->unit->block; block != until; block = block->outer) {
        if (block->kind == BLOCK_STAR)
            return compiler_error(
                c, at, "'break', 'continue' and 'return' cannot appear in an except* block");
    }
    return true;
}

void block_return(Compiler *c, const Node *node)
{
    Unit *u = c->unit;
    const Node *value = node_return(node)->value;
    const Scope *scope = u->scope;
    uint8_t open[OPEN_MAX];
    Value constant;
    if (!scope_is_function(scope))
        compiler_error(c, node, "'return' outside function");
    else if (value && scope->is_async && scope->has_yield)
        compiler_error(c, node, "'return' with value in async generator");
    bool is_constant = value && fold_constant(c, value, &constant);
    if (!may_leave(c, NULL, is_constant && value->line == node->line ? value : node))
        return;
    bool keeps_registers = true;
    for (const Block *b = u->block; b; b = b->outer)
        keeps_registers &= b->kind == BLOCK_LOOP || b->kind == BLOCK_TRY || b->kind == BLOCK_HANDLER;
    Reg reg = NO_REG;
    if (value && !is_constant)
        reg = keeps_registers ? expr_any(c, value) : expr_temp(c, value);
    Block *innermost = u->block;
    note_open(c, open, sizeof open);
    leave_until(c, NULL, node);
    if (is_constant && !value_is_none(constant)) {
        reg = unit_temp(c);
        emit_load(c, reg, constant, node);
    }
    if (reg == NO_REG)
        emit(c, OP_RETURNNONE, 0, 0, 0, node);
    else
        emit(c, OP_RETURN, reg, 0, 0, node);
    u->dead = true;
    reenter(c, innermost, NULL, open);
}

static Block *enclosing_loop(Compiler *c)
{
    Block *block = c->unit->block;
    while (block && block->kind != BLOCK_LOOP)
        block = block->outer;
    return block;
}

void block_break(Compiler *c, const Node *node)
{
    Block *loop = enclosing_loop(c), *innermost = c->unit->block;
    uint8_t open[OPEN_MAX];
    if (!loop)
        compiler_error(c, node, "'break' outside loop");
    if (!loop || !may_leave(c, loop, node))
        return;
    note_open(c, open, sizeof open);
    leave_until(c, loop->outer, node);
    emit_jump(c, OP_JUMP, 0, loop->end, node);
    c->unit->dead = true;
    reenter(c, innermost, loop->outer, open);
}

void block_continue(Compiler *c, const Node *node)
{
    Block *loop = enclosing_loop(c), *innermost = c->unit->block;
    uint8_t open[OPEN_MAX];
    if (!loop)
        compiler_error(c, node, "'continue' not properly in loop");
    if (!loop || !may_leave(c, loop, node))
        return;
    note_open(c, open, sizeof open);
    leave_until(c, loop, node);
    emit_loop(c, loop->head, node);
    reenter(c, innermost, loop, open);
}
