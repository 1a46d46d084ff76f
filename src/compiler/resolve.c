/* resolve.c - pass 1, second half: what each name of each scope means, and which cells travel.
 * A variable used by an inner function lives in a cell. Every code object between the user and the
 * owner passes the cell on in its closure. An inlined comprehension is the same code object as what
 * surrounds it and simply uses the owner's register. */
#include "compiler/compiler_internal.h"

/* The symbol that binds the name around its scope, NULL: it is a global. */
static Symbol *find_owner(Compiler *c, const Symbol *user)
{
    const Name *name = user->name;
    for (Scope *s = user->scope->parent; s; s = s->parent) {
        if (s->kind == SCOPE_MODULE)
            return NULL;
        if (s->kind == SCOPE_CLASS) {
            if (name == c->name_class) {
                if (!s->class_cell) {
                    s->class_cell = arena_alloc_zero(&c->arena, sizeof *s->class_cell);
                    if (!s->class_cell) {
                        compiler_no_memory(c);
                        return NULL;
                    }
                    s->class_cell->name = name;
                    s->class_cell->scope = s;
                    s->class_cell->access = ACCESS_CELL;
                }
                return s->class_cell;
            }
            continue;
        }
        Symbol *symbol = scope_find(s, name);
        if (symbol && symbol->flags & SYM_GLOBAL)
            return NULL;
        if (symbol && symbol->flags & SYM_BOUND && !(symbol->flags & SYM_NONLOCAL))
            return symbol;
    }
    return NULL;
}

static uint32_t capture(Compiler *c, Scope *unit, Symbol *owner)
{
    for (uint32_t i = 0; i < unit->captures.count; i++) {
        if (unit->captures.items[i] == owner)
            return i;
    }
    if (!vec_reserve(&unit->captures, 1)) {
        compiler_no_memory(c);
        return 0;
    }
    unit->captures.items[unit->captures.count] = owner;
    return unit->captures.count++;
}

static void use_owner(Compiler *c, Symbol *symbol, Symbol *owner)
{
    Scope *scope = symbol->scope;
    symbol->owner = owner;
    if (scope->unit == owner->scope->unit && scope->kind != SCOPE_CLASS) {
        symbol->access = ACCESS_SAME;
        return;
    }
    owner->access = ACCESS_CELL;
    bool by_name = scope->kind == SCOPE_CLASS && !(symbol->flags & SYM_NONLOCAL);
    symbol->access = by_name ? ACCESS_NAMEFREE : ACCESS_FREE;
    symbol->index = capture(c, scope->unit, owner);
    for (Scope *u = scope->unit->parent->unit; u != owner->scope->unit; u = u->parent->unit)
        capture(c, u, owner);
}

static Access access_unowned(const Compiler *c, const Scope *scope)
{
    if (scope->kind == SCOPE_CLASS)
        return ACCESS_NAME;
    return scope->unit->kind == SCOPE_MODULE && c->options & COMPILE_NAMES ? ACCESS_NAME
                                                                           : ACCESS_GLOBAL;
}

static void resolve(Compiler *c, Symbol *symbol)
{
    Scope *scope = symbol->scope;
    uint32_t flags = symbol->flags;
    if (flags & SYM_GLOBAL) {
        if (flags & SYM_NONLOCAL)
            compiler_error_at(c, symbol->where, "name '%s' is nonlocal and global",
                              symbol->name->bytes);
        symbol->access = ACCESS_GLOBAL;
        return;
    }
    if (flags & SYM_NONLOCAL && scope->kind == SCOPE_MODULE) {
        compiler_error_at(c, symbol->where, "nonlocal declaration not allowed at module level");
        return;
    }
    if (flags & SYM_BOUND && !(flags & SYM_NONLOCAL)) {
        if (!scope_is_function(scope)) {
            symbol->access = access_unowned(c, scope);
            return;
        }
        if (symbol->access != ACCESS_CELL)
            symbol->access = ACCESS_LOCAL;
        symbol->bit = scope->unit->bit_count++;
        return;
    }
    Symbol *owner = find_owner(c, symbol);
    if (owner)
        use_owner(c, symbol, owner);
    else if (flags & SYM_NONLOCAL)
        compiler_error_at(c, symbol->where, "no binding for nonlocal '%s' found",
                          symbol->name->bytes);
    else
        symbol->access = access_unowned(c, scope);
}

bool resolve_all(Compiler *c)
{
    for (uint32_t i = 0; i < c->scopes.count; i++) {
        Scope *scope = c->scopes.items[i];
        for (uint32_t k = 0; k < scope->symbols.count && !c->failed; k++)
            resolve(c, scope->symbols.items[k]);
    }
    return !c->failed;
}
