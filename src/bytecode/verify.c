/* verify.c - is a code object one the VM can run without looking? The VM checks no operand, so
 * whatever it relies on is checked here, guided by the table of operands. */
#include "bytecode/code.h"

static const char *check_operand(const Code *code, uint8_t kind, uint32_t x)
{
    switch (kind) {
    case OPERAND_dst:
    case OPERAND_reg: return x < code->nregs ? NULL : "register out of range";
    case OPERAND_site: return x < code->nsites ? NULL : "site out of range";
    case OPERAND_var: return x < code->ncaptures ? NULL : "closure cell out of range";
    default: return NULL;
    }
}

/* A jump may not land on the second word of a pair. */
static bool is_second_word(const Code *code, uint32_t pc)
{
    return pc > 0 && op_info[code->instrs[pc - 1].op].flags & OPF_WORD2;
}

static const char *check_wide(const Code *code, uint8_t kind, int32_t bc, uint32_t pc)
{
    if (kind == OPERAND_kst)
        return bc >= 0 && (uint32_t)bc < code->nconsts ? NULL : "constant out of range";
    if (kind == OPERAND_off) {
        int64_t target = (int64_t)pc + 1 + bc;
        if (target < 0 || target >= code->ninstrs)
            return "jump out of the code";
        return is_second_word(code, (uint32_t)target) ? "jump into a pair" : NULL;
    }
    return NULL;
}

/* How many registers an instruction uses from an operand on, where that is more than one. */
static const char *check_windows(const Code *code, const Instr *in)
{
    uint32_t b = in->b, count = 0, a = in->a, results = 1;
    switch (in->op) {
    case OP_NEWLIST:
    case OP_NEWTUPLE:
    case OP_NEWSET:
    case OP_JOINSTR:
    case OP_LISTADD: count = in->c; break;
    case OP_NEWDICT: count = 2u * in->c; break;
    case OP_DICTADD: count = 2; break;
    case OP_SLICE: count = 3; break;
    case OP_CALL:
    case OP_CALLKW: count = 1u + in->c; break;
    case OP_CALLM:
    case OP_CALLMKW: count = 2u + in->c; break;
    case OP_CALLEX: count = 3; break;
    case OP_BUILDCLASS: count = 2u + in->c; break;
    case OP_BUILDCLASSEX: count = 4; break;
    case OP_GETSUPER: count = 3; results = 2; break;
    case OP_GETMETHOD:
    case OP_GETSPECIAL:
    case OP_STARMATCH: results = 2; break;
    case OP_WITHEXIT:
    case OP_IMPORT: count = 2; break;
    case OP_FORMAT: count = in->c & 4 ? 2 : 1; break;
    case OP_UNPACK: results = in->c; break;
    case OP_UNPACKEX: results = (uint32_t)in->c + 1 + (uint32_t)in[1].bc; break;
    default: return NULL;
    }
    if (count && b + count > code->nregs)
        return "window out of the frame";
    return a + results <= code->nregs ? NULL : "results out of the frame";
}

static bool is_end(const Instr *in)
{
    switch (in->op) {
    case OP_RETURN:
    case OP_RETURNNONE:
    case OP_RAISE:
    case OP_RAISEFROM:
    case OP_RERAISE:
    case OP_RAISEAGAIN:
    case OP_ASSERTFAIL:
    case OP_JUMP:
    case OP_LOOP: return true;
    default: return false;
    }
}

static const char *check_pair(const Code *code, uint32_t pc)
{
    const Instr *in = &code->instrs[pc];
    if (!(op_info[in->op].flags & OPF_WORD2))
        return in->op == OP_EXT && !is_second_word(code, pc) ? "EXT by itself" : NULL;
    if (pc + 1 >= code->ninstrs)
        return "pair without its second word";
    uint16_t next = in[1].op;
    if (next == OP_EXT && in[1].a != in->a)
        return "EXT of another register";
    switch (in->op) {
    case OP_FORITER: return next == OP_JUMP ? NULL : "FORITER without JUMP";
    case OP_UNPACKEX: return next == OP_EXT && in[1].bc >= 0 ? NULL : "UNPACKEX without EXT";
    case OP_CALLKW:
    case OP_CALLMKW:
        if (next != OP_EXT || in[1].bc < 0 || (uint32_t)in[1].bc >= code->nconsts)
            return "keyword call without names";
        if (!value_is_exactly(code->consts[in[1].bc], KIND_TUPLE) ||
            tuple_length(as_tuple(code->consts[in[1].bc])) > in->c)
            return "names of a keyword call do not fit";
        return NULL;
    case OP_BUILDCLASS: {
        if (next != OP_EXT || in[1].bc < -1 || in[1].bc >= (int64_t)code->nconsts)
            return "BUILDCLASS without EXT";
        if (in[1].bc < 0)
            return NULL;
        Value names = code->consts[in[1].bc];
        if (!value_is_exactly(names, KIND_TUPLE))
            return "keyword names are no tuple";
        return in->b + 2u + in->c + tuple_length(as_tuple(names)) <= code->nregs
                   ? NULL : "window out of the frame";
    }
    default:
        if ((next != OP_JUMPT && next != OP_JUMPF) || in[1].a != in->a)
            return "comparison without its jump";
        return NULL;
    }
}

static const char *check_instr(const Code *code, uint32_t pc)
{
    const Instr *in = &code->instrs[pc];
    const OpInfo *info = &op_info[in->op];
    const char *wrong = check_pair(code, pc);
    if (wrong || in->op == OP_EXT)
        return wrong;
    if ((wrong = check_operand(code, info->a, in->a)))
        return wrong;
    bool is_wide = info->b == OPERAND_kst || info->b == OPERAND_off;
    if (is_wide)
        return check_wide(code, info->b, in->bc, pc);
    if (in->op == OP_LOADI)
        return NULL;
    /* an empty window needs no register */
    bool is_empty = (in->op == OP_NEWLIST || in->op == OP_NEWTUPLE || in->op == OP_NEWSET ||
                     in->op == OP_NEWDICT || in->op == OP_JOINSTR || in->op == OP_LISTADD) &&
                    in->c == 0;
    if (!is_empty && (wrong = check_operand(code, info->b, in->b)))
        return wrong;
    if ((wrong = check_operand(code, info->c, in->c)))
        return wrong;
    if (in->op == OP_FUNCATTR && in->c > 2)
        return "unknown attribute of a function";
    return check_windows(code, in);
}

static const char *check_tables(const Code *code)
{
    for (uint32_t i = 0; i < code->nhandlers; i++) {
        const Handler *h = &code->handlers[i];
        if (h->start >= h->end || h->end > code->ninstrs || h->target >= code->ninstrs)
            return "handler out of the code";
        if (h->reg >= code->nregs)
            return "handler's register out of range";
        if (is_second_word(code, h->target))
            return "handler leads into a pair";
        for (uint32_t k = i ? i - 1 : 0; k < i; k++) { /* neighbours: disjoint or inner first */
            const Handler *inner = &code->handlers[k];
            bool apart = inner->end <= h->start || h->end <= inner->start;
            if (!apart && !(inner->start >= h->start && inner->end <= h->end))
                return "handlers overlap";
        }
    }
    for (uint32_t i = 0; i < code->nregions; i++) {
        const HandledRegion *r = &code->regions[i];
        if (r->start >= r->end || r->end > code->ninstrs || r->reg >= code->nregs)
            return "handled region out of the code";
    }
    return NULL;
}

const char *code_verify(const Code *code)
{
    if (!code->ninstrs || !code->instrs || !code->locs)
        return "no instructions";
    uint32_t params = (uint32_t)code->argcount + code->kwonly +
                      (code->flags & CODE_VARARGS ? 1 : 0) + (code->flags & CODE_VARKW ? 1 : 0);
    if (code->flags & CODE_OPTIMISED && params > code->nlocals)
        return "more parameters than locals";
    if (code->nlocals > code->nregs || code->posonly > code->argcount)
        return "more locals than registers";
    if (code->flags & CODE_NAMES && code->nregs < 1)
        return "no register for the namespace";
    for (uint32_t pc = 0; pc < code->ninstrs; pc++) { /* before anybody looks into the table */
        if (code->instrs[pc].op >= OP_COUNT)
            return "unknown opcode";
    }
    for (uint32_t pc = 0; pc < code->ninstrs; pc++) {
        const char *wrong = check_instr(code, pc);
        if (wrong)
            return wrong;
    }
    if (!is_end(&code->instrs[code->ninstrs - 1]))
        return "control runs off the end";
    for (uint32_t i = 0; i < code->nsites; i++) {
        if (!code->sites[i].name)
            return "site without a name";
    }
    return check_tables(code);
}
