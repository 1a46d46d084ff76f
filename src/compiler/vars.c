/* vars.c - load, store and delete a variable, wherever it lives. */
#include "compiler/compiler_internal.h"

bool vars_check_name(Compiler *c, const Name *name, const char *verb, const Node *at)
{
    if (!names_is(name, "__debug__"))
        return true;
    return compiler_error(c, at, "cannot %s __debug__", verb);
}

Symbol *vars_symbol(Compiler *c, const Name *name)
{
    name = names_canonical(c, c->unit->scope, name);
    Symbol *symbol = name ? scope_find(c->unit->scope, name) : NULL;
    while (symbol && symbol->access == ACCESS_SAME)
        symbol = symbol->owner;
    return symbol;
}

static Str *text_of(Compiler *c, const Name *name)
{
    return names_text(c, names_canonical(c, c->unit->scope, name));
}

static Access access_of(Compiler *c, const Symbol *symbol)
{
    if (symbol)
        return symbol->access;
    bool by_name = c->unit->scope->kind == SCOPE_CLASS || c->unit->flags & CODE_NAMES;
    return by_name ? ACCESS_NAME : ACCESS_GLOBAL;
}

Reg vars_load(Compiler *c, const Name *name, Reg dst, const Node *at)
{
    Unit *u = c->unit;
    const Symbol *symbol = vars_symbol(c, name);
    Access access = access_of(c, symbol);
    if (access == ACCESS_LOCAL) {
        if (!known_has(u, symbol)) {
            Str *text = names_text(c, symbol->name);
            emit_bc(c, OP_CHECK, symbol->reg, (int32_t)emit_const(c, OBJ(text)), at);
            known_add(u, symbol);
        }
        if (dst == NO_REG)
            return symbol->reg;
        emit_move(c, dst, symbol->reg, at);
        return dst;
    }
    if (names_is(name, "__debug__")) {
        dst = dst == NO_REG ? unit_temp(c) : dst;
        emit_load(c, dst, VALUE_TRUE, at);
        return dst;
    }
    if (dst == NO_REG)
        dst = unit_temp(c);
    Str *text = text_of(c, name);
    switch (access) {
    case ACCESS_CELL: emit_site(c, OP_GETCELL, dst, symbol->reg, text, at); break;
    case ACCESS_FREE: emit_site(c, OP_GETFREE, dst, symbol->index, text, at); break;
    case ACCESS_NAMEFREE: emit_site(c, OP_GETNAMEFREE, dst, symbol->index, text, at); break;
    case ACCESS_NAME: emit_site(c, OP_GETNAME, dst, 0, text, at); break;
    default: emit_site(c, OP_GETGLOBAL, dst, 0, text, at); break;
    }
    return dst;
}

void vars_store(Compiler *c, const Name *name, Reg value, const Node *at)
{
    if (!vars_check_name(c, name, "assign to", at))
        return;
    const Symbol *symbol = vars_symbol(c, name);
    switch (access_of(c, symbol)) {
    case ACCESS_LOCAL:
        emit_move(c, symbol->reg, value, at);
        known_add(c->unit, symbol);
        break;
    case ACCESS_CELL: emit(c, OP_SETCELL, symbol->reg, value, 0, at); break;
    case ACCESS_FREE: emit(c, OP_SETFREE, symbol->index, value, 0, at); break;
    case ACCESS_NAME:
    case ACCESS_NAMEFREE: emit_site(c, OP_SETNAME, value, 0, text_of(c, name), at); break;
    default: emit_site(c, OP_SETGLOBAL, value, 0, text_of(c, name), at); break;
    }
}

void vars_delete(Compiler *c, const Name *name, const Node *at)
{
    if (!vars_check_name(c, name, "delete", at))
        return;
    const Symbol *symbol = vars_symbol(c, name);
    switch (access_of(c, symbol)) {
    case ACCESS_LOCAL:
        vars_load(c, name, NO_REG, at); /* CHECK */
        emit(c, OP_UNSET, symbol->reg, 0, 0, at);
        known_remove(c->unit, symbol);
        break;
    case ACCESS_CELL: emit_site(c, OP_DELCELL, symbol->reg, 0, text_of(c, name), at); break;
    case ACCESS_FREE: emit_site(c, OP_DELFREE, symbol->index, 0, text_of(c, name), at); break;
    case ACCESS_NAME:
    case ACCESS_NAMEFREE: emit_site(c, OP_DELNAME, 0, 0, text_of(c, name), at); break;
    default: emit_site(c, OP_DELGLOBAL, 0, 0, text_of(c, name), at); break;
    }
}

Reg vars_register(Compiler *c, const Name *name)
{
    const Symbol *symbol = vars_symbol(c, name);
    return symbol && symbol->access == ACCESS_LOCAL ? symbol->reg : NO_REG;
}

void vars_assigned(Compiler *c, const Name *name)
{
    const Symbol *symbol = vars_symbol(c, name);
    if (symbol && symbol->access == ACCESS_LOCAL)
        known_add(c->unit, symbol);
}
