/* func.c - def, lambda: the function object is made where the statement stands, its code beside. */
#include "compiler/compiler_internal.h"

/* Where each cell of the closure comes from when the function is made in `outer`: one of its
 * registers, or one of its own closure's cells. Fills the captures of the unit that ends. */
void func_closure(Compiler *c, Unit *outer, Scope *child)
{
    Unit *u = c->unit;
    for (uint32_t i = 0; i < u->captures.count; i++) {
        Symbol *owner = child->captures.items[i];
        Capture *capture = &u->captures.items[i];
        if (owner->scope->unit == outer->top_scope) {
            *capture = (Capture){ (uint16_t)owner->reg, true };
            continue;
        }
        for (uint32_t k = 0; k < outer->top_scope->captures.count; k++) {
            if (outer->top_scope->captures.items[k] == owner)
                *capture = (Capture){ (uint16_t)k, false };
        }
    }
}

void func_annotation(Compiler *c, const Node *node, Reg dst)
{
    if (c->future_annotations) {
        Str *text = unparse_expression(c, node);
        emit_load(c, dst, OBJ(text), node);
    } else if (node->kind == NODE_STARRED) {
        Reg value = expr_any(c, node_starred(node)->value);
        emit(c, OP_UNPACK, dst, value, 1, node);
    } else {
        expr_into(c, node, dst);
    }
}

/* ---- what is evaluated where the function is made ---- */

static Reg make_defaults(Compiler *c, const ArgumentsNode *args, const Node *at)
{
    NodeList defaults = args->defaults;
    if (!defaults.count)
        return NO_REG;
    Unit *u = c->unit;
    Reg dst = unit_temp(c), mark = u->top;
    if (defaults.count > CHUNK) {
        display_list(c, defaults, dst, false, at);
        emit(c, OP_LISTTUPLE, dst, dst, 0, at);
    } else {
        for (uint32_t i = 0; i < defaults.count; i++)
            expr_temp(c, defaults.items[i]);
        emit(c, OP_NEWTUPLE, dst, mark, defaults.count, at);
    }
    u->top = mark;
    return dst;
}

static void add_pair(Compiler *c, Reg dict, const Name *name, const Node *value, bool is_annotation)
{
    Unit *u = c->unit;
    Reg pair = unit_temps(c, 2);
    const Name *mangled = names_canonical(c, u->scope, name);
    emit_load(c, pair, OBJ(names_text(c, mangled)), value);
    if (is_annotation)
        func_annotation(c, value, pair + 1);
    else
        expr_into(c, value, pair + 1);
    emit(c, OP_DICTADD, dict, pair, 0, value);
    u->top = pair;
}

static Reg make_kwdefaults(Compiler *c, const ArgumentsNode *args, const Node *at)
{
    Reg dst = NO_REG;
    for (uint32_t i = 0; i < args->kw_defaults.count && i < args->kwonly.count; i++) {
        if (!args->kw_defaults.items[i])
            continue;
        if (dst == NO_REG) {
            dst = unit_temp(c);
            emit(c, OP_NEWDICT, dst, dst, 0, at);
        }
        add_pair(c, dst, node_arg(args->kwonly.items[i])->name, args->kw_defaults.items[i], false);
    }
    return dst;
}

typedef struct Notes {
    Compiler *c;
    Reg dict; /* NO_REG: nothing is annotated yet */
    const Node *at;
} Notes;

static void annotate(Notes *notes, const Name *name, const Node *annotation)
{
    if (!annotation)
        return;
    if (notes->dict == NO_REG) {
        notes->dict = unit_temp(notes->c);
        emit(notes->c, OP_NEWDICT, notes->dict, notes->dict, 0, notes->at);
    }
    add_pair(notes->c, notes->dict, name, annotation, true);
}

static void annotate_arg(Notes *notes, const Node *arg)
{
    if (arg)
        annotate(notes, node_arg(arg)->name, node_arg(arg)->annotation);
}

static void annotate_args(Notes *notes, NodeList args)
{
    for (uint32_t i = 0; i < args.count; i++)
        annotate_arg(notes, args.items[i]);
}

static Reg make_annotations(Compiler *c, const ArgumentsNode *args, const Node *returns,
                            const Node *at)
{
    Notes notes = { c, NO_REG, at };
    annotate_args(&notes, args->posonly);
    annotate_args(&notes, args->args);
    annotate_arg(&notes, args->vararg);
    annotate_args(&notes, args->kwonly);
    annotate_arg(&notes, args->kwarg);
    if (returns) {
        const Name *name = names_make(c, "return", 6);
        if (name)
            annotate(&notes, name, returns);
    }
    return notes.dict;
}

/* ---- the code ---- */

static bool check_parameters(Compiler *c, NodeList args)
{
    for (uint32_t i = 0; i < args.count; i++) {
        if (!vars_check_name(c, node_arg(args.items[i])->name, "assign to", args.items[i]))
            return false;
    }
    return true;
}

static void set_parameters(Compiler *c, Unit *u, const ArgumentsNode *args)
{
    check_parameters(c, args->posonly);
    check_parameters(c, args->args);
    check_parameters(c, args->kwonly);
    u->posonly = args->posonly.count;
    u->argcount = args->posonly.count + args->args.count;
    u->kwonly = args->kwonly.count;
    if (args->vararg)
        u->flags |= CODE_VARARGS;
    if (args->kwarg)
        u->flags |= CODE_VARKW;
}

static uint32_t function_flags(const Scope *scope)
{
    uint32_t flags = CODE_OPTIMISED;
    if (scope->has_yield)
        return flags | (scope->is_async ? CODE_ASYNCGEN : CODE_GENERATOR);
    return flags | (scope->is_async ? CODE_COROUTINE : 0);
}

static Code *function_code(Compiler *c, const Node *node, Str *name, Str *qualname)
{
    Scope *scope = scope_of(c, node);
    if (!scope || c->failed)
        return NULL;
    Unit *u = unit_begin(c, scope, name, qualname);
    if (!u)
        return NULL;
    u->flags |= function_flags(scope);
    if (node->kind == NODE_FUNCTION_DEF) {
        FunctionDefNode *n = node_function_def(node);
        const Constant *doc = ast_docstring(n->body);
        u->first_line = (uint32_t)n->first_line;
        set_parameters(c, u, node_arguments(n->args));
        if (doc)
            u->doc = fold_value(c, doc);
        stmt_body(c, n->body, doc != NULL);
        u->at = n->body.items[n->body.count - 1];
        uint32_t from = emit_here(c);
        emit(c, OP_RETURNNONE, 0, 0, 0, NULL);
        emit_silent(c, from);
    } else {
        LambdaNode *n = node_lambda(node);
        set_parameters(c, u, node_arguments(n->args));
        Reg value = expr_any(c, n->body);
        emit(c, OP_RETURN, value, 0, 0, n->body);
    }
    return unit_end(c);
}

/* The function object into the temporary `dst`. */
static void make_function(Compiler *c, const Node *node, const Node *arguments, const Node *returns,
                          Str *name, Str *qualname, Reg dst)
{
    Unit *u = c->unit;
    ArgumentsNode *args = node_arguments(arguments);
    Reg mark = u->top, parts[3];
    parts[0] = make_defaults(c, args, node);
    parts[1] = make_kwdefaults(c, args, node);
    parts[2] = make_annotations(c, args, returns, node);
    Code *code = function_code(c, node, name, qualname);
    if (!code)
        return;
    emit_bc(c, OP_FUNC, dst, (int32_t)emit_const(c, OBJ(code)), node);
    for (uint32_t i = 0; i < 3; i++) {
        if (parts[i] != NO_REG)
            emit(c, OP_FUNCATTR, dst, parts[i], i, node);
    }
    u->top = mark;
}

/* R[first], R[first+1] ... hold the decorators, the last temporary what they decorate. */
void func_decorated(Compiler *c, NodeList decorators, Reg first)
{
    for (uint32_t i = decorators.count; i-- > 0;)
        emit(c, OP_CALL, first + i, first + i, 1, decorators.items[i]);
}

void func_def(Compiler *c, const Node *node)
{
    FunctionDefNode *n = node_function_def(node);
    Unit *u = c->unit;
    Reg first = u->top;
    if (!vars_check_name(c, n->name, "assign to", node))
        return;
    const Name *mangled = names_canonical(c, u->scope, n->name);
    Str *name = names_text(c, n->name);
    Str *qualname = unit_qualname(c, u->scope, mangled, name);
    for (uint32_t i = 0; i < n->decorators.count; i++)
        expr_temp(c, n->decorators.items[i]);
    Reg made = unit_temp(c);
    make_function(c, node, n->args, n->returns, name, qualname, made);
    func_decorated(c, n->decorators, first);
    vars_store(c, n->name, first, node);
    u->top = first;
}

void func_lambda(Compiler *c, const Node *node, Reg dst)
{
    Unit *u = c->unit;
    Reg made = unit_is_temp(u, dst) ? dst : unit_temp(c);
    Str *name = names_cstr(c, "<lambda>");
    Str *qualname = unit_qualname(c, u->scope, NULL, name);
    make_function(c, node, node_lambda(node)->args, NULL, name, qualname, made);
    emit_move(c, dst, made, node);
}
