/* comp.c - comprehensions. List, set and dict are loops in the code around them, with variables of
 * their own in temporaries (PEP 709); a generator expression is a function with the iterator of its
 * first `for` as the parameter `.0`. */
#include "compiler/compiler_internal.h"

typedef struct Parts {
    NodeList generators;
    const Node *element, *value; /* value: of a dict */
    int add;                     /* instruction that takes an element */
    const Node *whole;           /* the comprehension itself */
} Parts;

static Parts parts_of(const Node *node)
{
    switch (node->kind) {
    case NODE_LIST_COMP: {
        ListCompNode *n = node_list_comp(node);
        return (Parts){ n->generators, n->element, NULL, OP_LISTADD, node };
    }
    case NODE_SET_COMP: {
        SetCompNode *n = node_set_comp(node);
        return (Parts){ n->generators, n->element, NULL, OP_SETADD, node };
    }
    case NODE_DICT_COMP: {
        DictCompNode *n = node_dict_comp(node);
        return (Parts){ n->generators, n->key, n->value, OP_DICTADD, node };
    }
    default: {
        GeneratorExpNode *n = node_generator_exp(node);
        return (Parts){ n->generators, n->element, NULL, OP_YIELD, node };
    }
    }
}

static void take_element(Compiler *c, const Parts *parts, Reg result)
{
    Unit *u = c->unit;
    Reg mark = u->top;
    if (parts->value) {
        Reg pair = unit_temps(c, 2);
        expr_into(c, parts->element, pair);
        expr_into(c, parts->value, pair + 1);
        emit(c, OP_DICTADD, result, pair, 0, parts->element);
    } else {
        Reg element = expr_any(c, parts->element);
        if (parts->add == OP_YIELD)
            emit(c, u->scope->is_async ? OP_AYIELD : OP_YIELD, unit_temp(c), element, 0,
                 parts->element);
        else
            emit(c, parts->add, result, element, parts->add == OP_LISTADD, parts->element);
    }
    u->top = mark;
}

/* The loop of generator i, and inside it those that follow; `iter` holds the first one's iterator. */
static void loops(Compiler *c, const Parts *parts, uint32_t i, Reg iter, bool fresh, Reg result)
{
    Unit *u = c->unit;
    Reg mark = u->top;
    ComprehensionNode *g = node_comprehension(parts->generators.items[i]);
    ForLoop loop;
    Label next = LABEL_INIT;
    if (i) {
        iter = unit_temp(c);
        loop_iterator(c, g->iter, g->is_async, iter, &fresh);
    }
    loop_begin(c, &loop, BLOCK_COMP, iter, fresh, g->is_async, g->target, g->iter,
               g->is_async ? parts->whole : g->iter);
    for (uint32_t k = 0; k < g->ifs.count; k++)
        cond_jump(c, g->ifs.items[k], &next, false);
    if (c->failed || compiler_too_deep(c, g->target))
        ;
    else if (i + 1 < parts->generators.count)
        loops(c, parts, i + 1, 0, false, result);
    else
        take_element(c, parts, result);
    emit_label(c, &next);
    loop_finish(c, &loop, g->iter);
    emit_label(c, &loop.end);
    u->top = mark;
}

/* How many names a target binds before anything else can look at them; 0: not only names. */
static uint32_t plain_names(const Node *target)
{
    if (target->kind == NODE_NAME)
        return 1;
    if (target->kind != NODE_TUPLE)
        return 0;
    NodeList elements = node_tuple(target)->elements;
    for (uint32_t i = 0; i < elements.count; i++) {
        if (elements.items[i]->kind != NODE_NAME)
            return 0;
    }
    return elements.count;
}

/* Variables of an inlined comprehension: registers, cells made afresh each time. The names of the
 * first target were met first in pass 1, and are assigned first: their old contents do not matter. */
static void make_variables(Compiler *c, Scope *scope, const Node *target, const Node *at)
{
    Unit *u = c->unit;
    uint32_t first = plain_names(target);
    for (uint32_t i = 0; i < scope->symbols.count; i++) {
        Symbol *symbol = scope->symbols.items[i];
        bool is_own = symbol->access == ACCESS_LOCAL || symbol->access == ACCESS_CELL;
        if (!is_own || !(symbol->flags & SYM_BOUND))
            continue;
        symbol->reg = unit_temp(c);
        known_remove(u, symbol);
        if (symbol->access == ACCESS_CELL || i >= first)
            emit(c, OP_UNSET, symbol->reg, 0, 0, at);
        if (symbol->access == ACCESS_CELL)
            emit(c, OP_NEWCELL, symbol->reg, 0, 0, at);
    }
}

static void check_async(Compiler *c, const Node *node, const Scope *scope)
{
    const Scope *around = c->unit->scope;
    bool is_fine = (around->kind == SCOPE_FUNCTION && around->is_async) ||
                   around->kind == SCOPE_COMP || (around->kind == SCOPE_MODULE && c->top_await);
    if (scope->is_async && node->kind != NODE_GENERATOR_EXP && !is_fine)
        compiler_error(c, node,
                       "asynchronous comprehension outside of an asynchronous function");
}

void comp_inlined(Compiler *c, const Node *node, Reg dst)
{
    Unit *u = c->unit;
    Parts parts = parts_of(node);
    Scope *scope = scope_of(c, node), *around = u->scope;
    if (!scope || c->failed)
        return;
    check_async(c, node, scope);
    ComprehensionNode *first = node_comprehension(parts.generators.items[0]);
    Reg result = unit_is_temp(u, dst) ? dst : unit_temp(c), iter = unit_temp(c);
    bool fresh;
    loop_iterator(c, first->iter, first->is_async, iter, &fresh);
    u->scope = scope;
    make_variables(c, scope, first->target, node);
    emit(c, node->kind == NODE_LIST_COMP  ? OP_NEWLIST
            : node->kind == NODE_SET_COMP ? OP_NEWSET
                                          : OP_NEWDICT,
         result, result, 0, node);
    loops(c, &parts, 0, iter, fresh, result);
    u->scope = around;
    emit_move(c, dst, result, node);
}

static Code *generator_code(Compiler *c, const Node *node, const Parts *parts, Str *name,
                            Str *qualname)
{
    Scope *scope = scope_of(c, node);
    if (!scope || c->failed)
        return NULL;
    Unit *u = unit_begin(c, scope, name, qualname);
    if (!u)
        return NULL;
    u->argcount = 1;
    u->flags |= CODE_OPTIMISED | (scope->is_async ? CODE_ASYNCGEN : CODE_GENERATOR);
    loops(c, parts, 0, 0, false, 0);
    emit(c, OP_RETURNNONE, 0, 0, 0, node);
    return unit_end(c);
}

void comp_generator(Compiler *c, const Node *node, Reg dst)
{
    Unit *u = c->unit;
    Parts parts = parts_of(node);
    Str *name = names_cstr(c, "<genexpr>");
    Str *qualname = unit_qualname(c, u->scope, NULL, name);
    ComprehensionNode *first = node_comprehension(parts.generators.items[0]);
    Reg window = unit_temps(c, 2);
    bool fresh;
    Code *code = generator_code(c, node, &parts, name, qualname);
    if (!code)
        return;
    emit_bc(c, OP_FUNC, window, (int32_t)emit_const(c, OBJ(code)), node);
    loop_iterator(c, first->iter, first->is_async, window + 1, &fresh);
    emit(c, OP_CALL, dst, window, 1, node);
}
