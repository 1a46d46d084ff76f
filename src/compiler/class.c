/* class.c - class statements: the body is a function that fills the namespace R[0]. */
#include "compiler/compiler_internal.h"

static void set_text(Compiler *c, const char *name, Value value)
{
    Reg reg = unit_temp(c);
    emit_load(c, reg, value, NULL);
    emit_site(c, OP_SETNAME, reg, 0, names_cstr(c, name), NULL);
    c->unit->top = reg;
}

/* The names that methods assign to `self.`, as CPython 3.13 keeps them. */
static void set_static_attributes(Compiler *c, const Scope *scope)
{
    Tuple *names = tuple_new(c->heap, scope->attributes.count);
    for (uint32_t i = 0; names && i < scope->attributes.count; i++)
        names->items[i] = OBJ(names_text(c, scope->attributes.items[i]));
    if (names)
        set_text(c, "__static_attributes__", OBJ(names));
    else
        compiler_no_memory(c);
}

static Code *class_code(Compiler *c, const Node *node, Str *name, Str *qualname)
{
    ClassDefNode *n = node_class_def(node);
    Scope *scope = scope_of(c, node);
    if (!scope || c->failed)
        return NULL;
    Unit *u = unit_begin(c, scope, name, qualname);
    if (!u)
        return NULL;
    u->flags |= CODE_CLASS | CODE_NAMES;
    u->first_line = (uint32_t)n->first_line;
    Reg module = unit_temp(c);
    emit_site(c, OP_GETNAME, module, 0, names_cstr(c, "__name__"), node);
    emit_site(c, OP_SETNAME, module, 0, names_cstr(c, "__module__"), node);
    u->top = module;
    set_text(c, "__qualname__", OBJ(qualname));
    set_text(c, "__firstlineno__", value_small((int64_t)n->first_line));
    if (scope->has_annotations)
        emit(c, OP_ANNOTATIONS, 0, 0, 0, node);
    const Constant *doc = ast_docstring(n->body);
    if (doc) {
        u->doc = fold_value(c, doc);
        set_text(c, "__doc__", u->doc);
    }
    stmt_body(c, n->body, doc != NULL);
    u->at = node;
    set_static_attributes(c, scope);
    if (scope->class_cell)
        emit_site(c, OP_SETNAME, scope->class_cell->reg, 0, names_cstr(c, "__classcell__"), node);
    emit(c, OP_RETURNNONE, 0, 0, 0, node);
    return unit_end(c);
}

static bool is_plain(const ClassDefNode *n)
{
    for (uint32_t i = 0; i < n->bases.count; i++) {
        if (n->bases.items[i]->kind == NODE_STARRED)
            return false;
    }
    for (uint32_t i = 0; i < n->keywords.count; i++) {
        if (!node_keyword(n->keywords.items[i])->name)
            return false;
    }
    return n->bases.count + n->keywords.count <= MAX_CALL_ARGUMENTS;
}

static void build_plain(Compiler *c, const Node *node, Reg body)
{
    ClassDefNode *n = node_class_def(node);
    int32_t names = -1;
    for (uint32_t i = 0; i < n->bases.count; i++)
        expr_temp(c, n->bases.items[i]);
    for (uint32_t i = 0; i < n->keywords.count; i++)
        expr_temp(c, node_keyword(n->keywords.items[i])->value);
    if (n->keywords.count) {
        Tuple *tuple = tuple_new(c->heap, n->keywords.count);
        if (!tuple) {
            compiler_no_memory(c);
            return;
        }
        for (uint32_t i = 0; i < n->keywords.count; i++)
            tuple->items[i] = OBJ(names_text(c, node_keyword(n->keywords.items[i])->name));
        names = (int32_t)emit_const(c, OBJ(tuple));
    }
    emit(c, OP_BUILDCLASS, body, body, n->bases.count, node);
    emit_ext(c, names, node);
}

static void build_extended(Compiler *c, const Node *node, Reg body)
{
    ClassDefNode *n = node_class_def(node);
    Reg window = unit_temps(c, 2);
    display_list(c, n->bases, window, true, node);
    if (n->keywords.count)
        call_keywords(c, n->keywords, window + 1, body, node);
    else
        emit(c, OP_UNSET, window + 1, 0, 0, node);
    emit(c, OP_BUILDCLASSEX, body, body, 0, node);
}

void class_def(Compiler *c, const Node *node)
{
    ClassDefNode *n = node_class_def(node);
    Unit *u = c->unit;
    Reg first = u->top;
    if (!vars_check_name(c, n->name, "assign to", node) || !call_check_keywords(c, n->keywords))
        return;
    Str *name = names_text(c, n->name);
    Str *qualname = unit_qualname(c, u->scope, names_canonical(c, u->scope, n->name), name);
    for (uint32_t i = 0; i < n->decorators.count; i++)
        expr_temp(c, n->decorators.items[i]);
    Reg body = unit_temps(c, 2);
    Code *code = class_code(c, node, name, qualname);
    if (!code)
        return;
    emit_bc(c, OP_FUNC, body, (int32_t)emit_const(c, OBJ(code)), node);
    emit_load(c, body + 1, OBJ(name), node);
    if (is_plain(n))
        build_plain(c, node, body);
    else
        build_extended(c, node, body);
    func_decorated(c, n->decorators, first);
    vars_store(c, n->name, first, node);
    u->top = first;
}
