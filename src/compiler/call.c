/* call.c - calls: the callee, then its arguments, in consecutive registers.
 *     f(x, y)        base: f  x  y             CALL
 *     o.m(x, k=y)    base: function self x y   GETMETHOD, CALLMKW with the names ("k",)
 *     f(*a, **k)     base: f  list  dict       CALLEX */
#include "compiler/compiler_internal.h"

bool call_is_simple(const Node *node)
{
    CallNode *n = node_call(node);
    if (n->args.count + n->keywords.count > MAX_CALL_ARGUMENTS)
        return false;
    for (uint32_t i = 0; i < n->args.count; i++) {
        if (n->args.items[i]->kind == NODE_STARRED)
            return false;
    }
    for (uint32_t i = 0; i < n->keywords.count; i++) {
        if (!node_keyword(n->keywords.items[i])->name)
            return false;
    }
    return true;
}

/* `super()` in a method: the cell __class__ and a first parameter are there. */
bool call_is_super(Compiler *c, const Node *node)
{
    const Scope *unit = c->unit->top_scope;
    if (node->kind != NODE_CALL || node_call(node)->args.count || node_call(node)->keywords.count)
        return false;
    const Node *function = node_call(node)->function;
    if (function->kind != NODE_NAME || !names_is(node_name(function)->name, "super"))
        return false;
    if ((unit->kind != SCOPE_FUNCTION && unit->kind != SCOPE_LAMBDA) || !c->unit->argcount)
        return false;
    const Symbol *cls = vars_symbol(c, c->name_class);
    return cls && cls->access == ACCESS_FREE;
}

bool call_check_keywords(Compiler *c, NodeList keywords)
{
    for (uint32_t i = 0; i < keywords.count; i++) {
        const Name *name = node_keyword(keywords.items[i])->name;
        if (!name)
            continue;
        if (!vars_check_name(c, name, "assign to", keywords.items[i]))
            return false;
    }
    if (keywords.count < 2)
        return true;
    Map seen = { NULL, NULL, 0, 0 };
    for (uint32_t i = 0; i < keywords.count; i++) {
        const Name *name = node_keyword(keywords.items[i])->name;
        if (name && map_find(&seen, (uint64_t)(uintptr_t)name))
            return compiler_error(c, keywords.items[i], "keyword argument repeated: %s",
                                  name->bytes);
        if (name && !map_put(&c->arena, &seen, (uint64_t)(uintptr_t)name, 0)) {
            compiler_no_memory(c);
            return false;
        }
    }
    return true;
}

static int32_t keyword_names(Compiler *c, NodeList keywords)
{
    Tuple *names = tuple_new(c->heap, keywords.count);
    if (!names) {
        compiler_no_memory(c);
        return 0;
    }
    for (uint32_t i = 0; i < keywords.count; i++)
        names->items[i] = OBJ(names_text(c, node_keyword(keywords.items[i])->name));
    return (int32_t)emit_const(c, OBJ(names));
}

/* The callee (a method: with self) is at base; the stack of temporaries ends right behind it. */
void call_finish(Compiler *c, const Node *node, Reg base, bool is_method, Reg dst)
{
    CallNode *n = node_call(node);
    if (!call_check_keywords(c, n->keywords))
        return;
    for (uint32_t i = 0; i < n->args.count; i++)
        expr_temp(c, n->args.items[i]);
    for (uint32_t i = 0; i < n->keywords.count; i++)
        expr_temp(c, node_keyword(n->keywords.items[i])->value);
    uint32_t count = n->args.count + n->keywords.count;
    if (!n->keywords.count) {
        emit(c, is_method ? OP_CALLM : OP_CALL, dst, base, count, node);
        return;
    }
    int32_t names = keyword_names(c, n->keywords);
    emit(c, is_method ? OP_CALLMKW : OP_CALLKW, dst, base, count, node);
    emit_ext(c, names, node);
}

static void load_name(Compiler *c, const Name *name, Reg dst, const Node *at)
{
    emit_load(c, dst, OBJ(names_text(c, name)), at);
}

/* Keywords into a dict at dst; what follows a `**x` is merged too, so that a key given twice is found. */
void call_keywords(Compiler *c, NodeList keywords, Reg dst, Reg callee, const Node *call)
{
    Unit *u = c->unit;
    bool is_new = true;
    for (uint32_t i = 0; i < keywords.count;) {
        Reg mark = u->top;
        const Node *at = keywords.items[i];
        if (!node_keyword(at)->name) {
            if (is_new)
                emit(c, OP_NEWDICT, dst, mark, 0, at);
            Reg source = expr_any(c, node_keyword(at)->value);
            emit(c, OP_DICTMERGE, dst, source, callee, call);
            i++;
        } else {
            Reg made = is_new ? dst : unit_temp(c);
            Reg first = u->top;
            uint32_t pairs = 0;
            for (; i < keywords.count && node_keyword(keywords.items[i])->name && pairs < CHUNK / 2;
                 i++, pairs++) {
                load_name(c, node_keyword(keywords.items[i])->name, unit_temp(c), keywords.items[i]);
                expr_temp(c, node_keyword(keywords.items[i])->value);
            }
            emit(c, OP_NEWDICT, made, first, pairs, at);
            if (!is_new)
                emit(c, OP_DICTMERGE, dst, made, callee, call);
        }
        is_new = false;
        u->top = mark;
    }
}

void call_extended(Compiler *c, const Node *node, Reg base, Reg dst)
{
    CallNode *n = node_call(node);
    if (!call_check_keywords(c, n->keywords))
        return;
    Reg window = unit_temps(c, 2);
    if (n->args.count)
        display_list(c, n->args, window, true, node);
    else
        emit_load(c, window, OBJ(tuple_empty(c->heap)), node);
    if (n->keywords.count)
        call_keywords(c, n->keywords, window + 1, base, node);
    else
        emit(c, OP_UNSET, window + 1, 0, 0, node);
    emit(c, OP_CALLEX, dst, base, 0, node);
}
