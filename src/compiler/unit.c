/* unit.c - one code object in the making: registers, what is assigned, and the finished Code.
 * Registers: parameters, other locals, then temporaries used as a stack. `known` is the set of
 * locals that are assigned on every way to here; only the others need a CHECK. Names that are ever
 * deleted never enter it, so a bit is never lost on the way round a loop and one pass is enough. */
#include "compiler/compiler_internal.h"

#include <assert.h>
#include <string.h>

Reg unit_temps(Compiler *c, uint32_t count)
{
    Unit *u = c->unit;
    Reg first = u->top;
    if (count > MAX_REGISTERS || first + count > MAX_REGISTERS) {
        compiler_error(c, u->at, "function too large");
        return first < MAX_REGISTERS ? first : MAX_REGISTERS;
    }
    u->top += count;
    if (u->top > u->nregs)
        u->nregs = u->top;
    return first;
}

Reg unit_temp(Compiler *c)
{
    return unit_temps(c, 1);
}

/* ---- what is assigned ---- */

static uint64_t *new_set(Compiler *c)
{
    Unit *u = c->unit;
    uint64_t *set = u->free_set;
    if (set) {
        memcpy(&u->free_set, set, sizeof u->free_set); /* spare sets are linked by their first word */
        return set;
    }
    set = arena_alloc(&c->arena, u->words * sizeof *set);
    if (!set)
        compiler_no_memory(c);
    return set;
}

uint64_t *known_save(Compiler *c)
{
    uint64_t *set = new_set(c);
    if (set)
        memcpy(set, c->unit->known, c->unit->words * sizeof *set);
    return set;
}

void known_drop(Compiler *c, uint64_t *set)
{
    if (!set)
        return;
    memcpy(set, &c->unit->free_set, sizeof c->unit->free_set);
    c->unit->free_set = set;
}

void known_restore(Compiler *c, uint64_t *set)
{
    if (set)
        memcpy(c->unit->known, set, c->unit->words * sizeof *set);
    known_drop(c, set);
    c->unit->dead = false;
}

bool known_has(const Unit *u, const Symbol *symbol)
{
    return u->known && u->known[symbol->bit / 64] >> symbol->bit % 64 & 1;
}

void known_add(Unit *u, const Symbol *symbol)
{
    if (u->known && !(symbol->flags & SYM_DELETED))
        u->known[symbol->bit / 64] |= 1ULL << symbol->bit % 64;
}

void known_remove(Unit *u, const Symbol *symbol)
{
    if (u->known)
        u->known[symbol->bit / 64] &= ~(1ULL << symbol->bit % 64);
}

/* ---- beginning and end ---- */

/* Parameters come first: pass 1 met them first, in the order of their registers. */
static void lay_out(Compiler *c, Unit *u)
{
    Scope *scope = u->top_scope;
    if (!scope_is_function(scope)) {
        bool has_namespace = scope->kind == SCOPE_CLASS || c->options & COMPILE_NAMES;
        u->top = has_namespace ? 1 : 0;
        if (scope->class_cell)
            scope->class_cell->reg = u->top++;
    } else {
        for (uint32_t i = 0; i < scope->symbols.count; i++) {
            Symbol *symbol = scope->symbols.items[i];
            bool is_own = symbol->access == ACCESS_LOCAL || symbol->access == ACCESS_CELL;
            if (!is_own || !(symbol->flags & SYM_BOUND))
                continue;
            symbol->reg = u->top++;
            if (symbol->flags & SYM_PARAM)
                known_add(u, symbol);
        }
        u->nlocals = u->top;
    }
    if (u->top > MAX_REGISTERS) {
        compiler_error(c, scope->node, "function too large");
        u->top = 0;
    }
    u->first_temp = u->nregs = u->top;
}

static void make_cells(Compiler *c, Unit *u)
{
    Scope *scope = u->top_scope;
    if (scope->class_cell)
        emit(c, OP_NEWCELL, scope->class_cell->reg, 0, 0, scope->node);
    for (uint32_t i = 0; scope_is_function(scope) && i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        if (symbol->access == ACCESS_CELL && symbol->flags & SYM_BOUND)
            emit(c, OP_NEWCELL, symbol->reg, 0, 0, scope->node);
    }
}

Unit *unit_begin(Compiler *c, Scope *scope, Str *name, Str *qualname)
{
    Unit *u = arena_alloc_zero(&c->arena, sizeof *u);
    if (!u) {
        compiler_no_memory(c);
        return NULL;
    }
    u->outer = c->unit;
    u->scope = u->top_scope = scope;
    u->name = name;
    u->qualname = qualname;
    u->doc = VALUE_NONE;
    u->at = scope->node;
    u->first_line = scope->node->line;
    u->words = scope->bit_count / 64 + 1;
    u->known = arena_alloc_zero(&c->arena, u->words * sizeof(uint64_t));
    if (!u->known)
        compiler_no_memory(c);
    if (c->options & COMPILE_HIDDEN)
        u->flags |= CODE_HIDDEN;
    c->unit = u;
    lay_out(c, u);
    make_cells(c, u);
    return u;
}

/* Where the code object `scope` is being made, is its name's qualname's beginning. */
Str *unit_qualname(Compiler *c, Scope *parent, const Name *mangled, Str *name)
{
    Scope *unit_scope = parent->unit;
    const Symbol *symbol = mangled ? scope_find(parent, mangled) : NULL;
    if (unit_scope->kind == SCOPE_MODULE || (symbol && symbol->flags & SYM_GLOBAL))
        return name;
    StrBuilder b;
    builder_init(&b, c->heap);
    builder_str(&b, c->unit->qualname);
    builder_cstr(&b, unit_scope->kind == SCOPE_CLASS ? "." : ".<locals>.");
    builder_str(&b, name);
    Str *made = builder_finish(&b);
    made = made ? str_intern(c->heap, made) : NULL;
    if (!made)
        compiler_no_memory(c);
    return made ? made : name;
}

static void *take_array(Compiler *c, const void *items, size_t count, size_t size)
{
    if (!count)
        return NULL;
    void *array = heap_array(c->heap, NULL, 0, count * size);
    if (!array)
        compiler_no_memory(c);
    else
        memcpy(array, items, count * size);
    return array;
}

static void fill_names(Compiler *c, Unit *u, Code *code)
{
    Scope *scope = u->top_scope;
    uint32_t frees = scope->captures.count;
    code->nlocals = (uint16_t)u->nlocals;
    if (u->nlocals) {
        code->varnames = heap_array(c->heap, NULL, 0, u->nlocals * sizeof(Str *));
        code->var_is_cell = heap_array(c->heap, NULL, 0, u->nlocals);
    }
    if (frees)
        code->freenames = heap_array(c->heap, NULL, 0, frees * sizeof(Str *));
    if ((u->nlocals && (!code->varnames || !code->var_is_cell)) || (frees && !code->freenames)) {
        compiler_no_memory(c);
        return;
    }
    for (uint32_t i = 0, k = 0; k < u->nlocals && i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        if (!(symbol->flags & SYM_BOUND) ||
            (symbol->access != ACCESS_LOCAL && symbol->access != ACCESS_CELL))
            continue;
        code->varnames[k] = names_text(c, symbol->name);
        code->var_is_cell[k++] = symbol->access == ACCESS_CELL;
    }
    for (uint32_t i = 0; i < frees; i++)
        code->freenames[i] = names_text(c, scope->captures.items[i]->name);
}

static void fill_sites(Compiler *c, Unit *u, Code *code)
{
    if (!u->sites.count)
        return;
    code->nsites = u->sites.count;
    code->sites = heap_array(c->heap, NULL, 0, u->sites.count * sizeof(Site));
    if (!code->sites) {
        compiler_no_memory(c);
        return;
    }
    memset(code->sites, 0, u->sites.count * sizeof(Site));
    for (uint32_t i = 0; i < u->sites.count; i++)
        code->sites[i].name = u->sites.items[i];
}

static Code *make_code(Compiler *c, Unit *u)
{
    Code *code = code_new(c->heap);
    if (!code) {
        compiler_no_memory(c);
        return NULL;
    }
    code->name = u->name;
    code->qualname = u->qualname;
    code->filename = code->source_name = c->filename;
    code->flags = u->flags;
    code->nregs = (uint16_t)u->nregs;
    code->argcount = (uint16_t)u->argcount;
    code->posonly = (uint16_t)u->posonly;
    code->kwonly = (uint16_t)u->kwonly;
    code->first_line = u->first_line;
    code->doc = u->doc;
#define TAKE(field, number, Type)                                                      \
    code->field = take_array(c, u->field.items, u->field.count, sizeof(Type));         \
    code->number = u->field.count
    TAKE(instrs, ninstrs, Instr);
    TAKE(consts, nconsts, Value);
    TAKE(handlers, nhandlers, Handler);
    TAKE(regions, nregions, HandledRegion);
    TAKE(captures, ncaptures, Capture);
#undef TAKE
    code->locs = take_array(c, u->locs.items, u->locs.count, sizeof(Loc));
    fill_sites(c, u, code);
    fill_names(c, u, code);
    if (c->failed)
        code_clear(c->heap, code); /* nothing half finished is left for the collector */
    return code;
}

Code *unit_end(Compiler *c)
{
    Unit *u = c->unit;
    for (uint32_t i = 0; i < u->top_scope->captures.count && !c->failed; i++) {
        if (!vec_reserve(&u->captures, 1)) {
            compiler_no_memory(c);
            break;
        }
        u->captures.items[u->captures.count++] = (Capture){ 0, false }; /* func_closure fills them */
    }
    Unit *outer = u->outer;
    if (!c->failed && outer)
        func_closure(c, outer, u->top_scope);
    Code *code = c->failed ? NULL : make_code(c, u);
    vec_free(&u->instrs);
    vec_free(&u->locs);
    vec_free(&u->consts);
    vec_free(&u->sites);
    vec_free(&u->handlers);
    vec_free(&u->regions);
    vec_free(&u->captures);
    c->unit = outer;
    if (c->failed)
        return NULL;
    assert(!code_verify(code) && "the compiler makes only code that the VM can trust");
    return code;
}
