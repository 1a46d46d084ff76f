/* emit.c - instructions, constants, sites and jumps of the unit at hand.
 * A jump forward to a label does not know its distance yet: until the label is placed, its bc links
 * to the jump before it that waits for the same label. */
#include "compiler/compiler_internal.h"

uint32_t emit_here(const Compiler *c)
{
    return c->unit->instrs.count;
}

static Loc loc_of(Span s)
{
    Loc loc = { s.line, s.end_line, 0xFFFF, 0xFFFF, 0 };
    if (s.col < 0xFFFF && s.end_col < 0xFFFF) {
        loc.col = (uint16_t)s.col;
        loc.end_col = (uint16_t)s.end_col;
    }
    return loc;
}

/* How many operands from R[b] on an instruction reads. */
static uint32_t window_of(Instr instr)
{
    switch (instr.op) {
    case OP_CALL:
    case OP_CALLM:
    case OP_CALLKW:
    case OP_CALLMKW: return instr.c + 2u;
    case OP_NEWDICT: return 2u * instr.c;
    default: return op_info[instr.op].c == OPERAND_num ? instr.c + 3u : 3u;
    }
}

/* The registers that are in use at an instruction: temporaries held, and all it reads itself. */
static uint16_t live_registers(const Unit *u, Instr instr)
{
    uint32_t live = u->top;
    const OpInfo *info = &op_info[instr.op];
    if (info->a == OPERAND_reg && instr.a + 1u > live)
        live = instr.a + 1u;
    if (info->b == OPERAND_reg && instr.b + window_of(instr) > live)
        live = instr.b + window_of(instr);
    if (info->c == OPERAND_reg && instr.c + 1u > live)
        live = instr.c + 1u;
    return live < 0xFFFF ? (uint16_t)live : 0xFFFF;
}

static uint32_t append(Compiler *c, Instr instr, const Node *at)
{
    Unit *u = c->unit;
    if (c->failed || u->dead)
        return NO_PC;
    if (!vec_reserve(&u->instrs, 1) || !vec_reserve(&u->locs, 1)) {
        compiler_no_memory(c);
        return NO_PC;
    }
    Loc loc = loc_of(node_span(at ? at : u->at));
    loc.live = live_registers(u, instr);
    u->locs.items[u->locs.count++] = loc;
    u->instrs.items[u->instrs.count] = instr;
    return u->instrs.count++;
}

uint32_t emit(Compiler *c, int op, Reg a, Reg b, Reg cc, const Node *at)
{
    Instr instr = { .op = (uint16_t)op, .a = (uint16_t)a };
    instr.b = (uint16_t)b;
    instr.c = (uint16_t)cc;
    return append(c, instr, at);
}

uint32_t emit_bc(Compiler *c, int op, Reg a, int32_t bc, const Node *at)
{
    Instr instr = { .op = (uint16_t)op, .a = (uint16_t)a };
    instr.bc = bc;
    return append(c, instr, at);
}

static uint32_t site_of(Compiler *c, Str *name, const Node *at)
{
    Unit *u = c->unit;
    uint64_t key = (uint64_t)(uintptr_t)name;
    if (c->failed || u->dead)
        return 0;
    if (u->sites.count >= MAX_SITES_APART) {
        if (!u->site_index.count) {
            for (uint32_t i = 0; i < u->sites.count; i++) {
                uint64_t old = (uint64_t)(uintptr_t)u->sites.items[i];
                if (!map_put(&c->arena, &u->site_index, old, i))
                    compiler_no_memory(c);
            }
        }
        const uint32_t *found = map_find(&u->site_index, key);
        if (found)
            return *found;
        if (u->sites.count >= MAX_SITES) {
            compiler_error(c, at ? at : u->at, "function too large");
            return 0;
        }
    }
    if (!vec_reserve(&u->sites, 1) ||
        (u->site_index.count && !map_put(&c->arena, &u->site_index, key, u->sites.count))) {
        compiler_no_memory(c);
        return 0;
    }
    u->sites.items[u->sites.count] = name;
    return u->sites.count++;
}

/* The site is operand c, whatever else there is. */
uint32_t emit_site(Compiler *c, int op, Reg a, Reg b, Str *name, const Node *at)
{
    return emit(c, op, a, b, site_of(c, name, at), at);
}

uint32_t emit_const(Compiler *c, Value v)
{
    Unit *u = c->unit;
    if (c->failed || u->dead)
        return 0;
    const uint32_t *found = map_find(&u->const_index, value_word(v));
    if (found)
        return *found;
    if (!vec_reserve(&u->consts, 1) || !map_put(&c->arena, &u->const_index, value_word(v), u->consts.count)) {
        compiler_no_memory(c);
        return 0;
    }
    u->consts.items[u->consts.count] = v;
    return u->consts.count++;
}

void emit_load(Compiler *c, Reg dst, Value v, const Node *at)
{
    if (value_is_none(v))
        emit(c, OP_LOADNONE, dst, 0, 0, at);
    else if (value_is_bool(v))
        emit(c, OP_LOADBOOL, dst, value_is_true(v), 0, at);
    else if (value_is_int(v) && value_int(v) >= INT32_MIN && value_int(v) <= INT32_MAX)
        emit_bc(c, OP_LOADI, dst, (int32_t)value_int(v), at);
    else
        emit_bc(c, OP_LOADK, dst, (int32_t)emit_const(c, v), at);
}

void emit_move(Compiler *c, Reg dst, Reg src, const Node *at)
{
    if (dst != src)
        emit(c, OP_MOVE, dst, src, 0, at);
}

void emit_ext(Compiler *c, int32_t bc, const Node *at)
{
    /* Its `a` is that of the instruction it belongs to: what comes back late is delivered there. */
    uint32_t before = c->unit->instrs.count;
    emit_bc(c, OP_EXT, before ? c->unit->instrs.items[before - 1].a : 0, bc, at);
}

void emit_set_span(Compiler *c, uint32_t pc, Span span)
{
    if (pc != NO_PC && !c->failed)
    {
        Loc loc = loc_of(span);
        loc.live = c->unit->locs.items[pc].live;
        c->unit->locs.items[pc] = loc;
    }
}

void emit_silent(Compiler *c, uint32_t from)
{
    for (uint32_t pc = from; pc < emit_here(c); pc++)
        c->unit->locs.items[pc].col = 0xFFFF;
}

/* ---- jumps ---- */

static void merge_known(Compiler *c, Label *label)
{
    Unit *u = c->unit;
    if (!label->used) {
        label->known = known_save(c);
        label->used = true;
    } else if (label->known) {
        for (uint32_t i = 0; i < u->words; i++)
            label->known[i] &= u->known[i];
    }
}

void emit_jump(Compiler *c, int op, Reg reg, Label *label, const Node *at)
{
    if (c->failed || c->unit->dead)
        return;
    merge_known(c, label);
    label->chain = emit_bc(c, op, reg, (int32_t)label->chain, at);
    if (op == OP_JUMP) {
        Unit *u = c->unit;
        bool is_exit = u->instrs.count > 1 && u->instrs.items[u->instrs.count - 2].op == OP_FORITER;
        u->dead = !is_exit; /* FORITER skips the JUMP behind it */
    }
}

void emit_loop(Compiler *c, uint32_t head, const Node *at)
{
    emit_bc(c, OP_LOOP, 0, (int32_t)(head - (emit_here(c) + 1)), at);
    c->unit->dead = true;
}

void emit_label(Compiler *c, Label *label)
{
    Unit *u = c->unit;
    if (!label->used || c->failed)
        return;
    uint32_t here = emit_here(c);
    for (uint32_t pc = label->chain; pc != NO_PC;) {
        Instr *jump = &u->instrs.items[pc];
        uint32_t next = (uint32_t)jump->bc;
        jump->bc = (int32_t)(here - (pc + 1));
        pc = next;
    }
    for (uint32_t i = 0; i < u->words && label->known; i++)
        u->known[i] = u->dead ? label->known[i] : u->known[i] & label->known[i];
    known_drop(c, label->known);
    *label = LABEL_INIT;
    u->dead = false;
}
