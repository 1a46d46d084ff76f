/* scope.c - pass 1: the scopes of a program, and what each does to each name.
 * What the names mean then is decided in resolve.c. Errors that CPython's symbol table reports come
 * from here, so that they win over those of the code generator. */
#include "compiler/compiler_internal.h"

#include <string.h>

bool scope_is_function(const Scope *scope)
{
    return scope->kind >= SCOPE_FUNCTION;
}

Symbol *scope_find(const Scope *scope, const Name *name)
{
    const uint32_t *index = map_find(&scope->table, (uint64_t)(uintptr_t)name);
    return index ? scope->symbols.items[*index] : NULL;
}

Scope *scope_of(Compiler *c, const Node *node)
{
    const uint32_t *index = map_find(&c->scope_index, (uint64_t)(uintptr_t)node);
    return index ? c->scopes.items[*index] : NULL;
}

Symbol *scope_add(Compiler *c, Scope *scope, const Name *name, uint32_t flags)
{
    if (c->failed || !name)
        return NULL;
    Symbol *symbol = scope_find(scope, name);
    if (!symbol) {
        symbol = arena_alloc_zero(&c->arena, sizeof *symbol);
        if (!symbol || !vec_reserve(&scope->symbols, 1) ||
            !map_put(&c->arena, &scope->table, (uint64_t)(uintptr_t)name, scope->symbols.count)) {
            compiler_no_memory(c);
            return NULL;
        }
        symbol->name = name;
        symbol->scope = scope;
        scope->symbols.items[scope->symbols.count++] = symbol;
    }
    symbol->flags |= flags;
    return symbol;
}

/* As scope_add in the current scope, with the checks an occurrence in the source needs. */
static Symbol *bind(Compiler *c, const Name *name, uint32_t flags, const Node *at)
{
    Scope *scope = c->scope;
    name = names_canonical(c, scope, name);
    Symbol *symbol = name ? scope_find(scope, name) : NULL;
    if ((flags & SYM_PARAM) && symbol && (symbol->flags & SYM_PARAM)) {
        compiler_error(c, at, "duplicate argument '%s' in function definition", name->bytes);
        return NULL;
    }
    if ((flags & SYM_PARAM) && name && !vars_check_name(c, name, "assign to", at))
        return NULL;
    if (scope->iter_target) {
        if (symbol && symbol->flags & (SYM_GLOBAL | SYM_NONLOCAL)) {
            compiler_error(c, at,
                           "comprehension inner loop cannot rebind assignment expression target '%s'",
                           name->bytes);
            return NULL;
        }
        flags |= SYM_COMP_ITER;
    }
    return scope_add(c, scope, name, flags);
}

static bool enter(Compiler *c, ScopeKind kind, const Node *node)
{
    Scope *scope = arena_alloc_zero(&c->arena, sizeof *scope);
    if (!scope || !vec_reserve(&c->scopes, 1) ||
        !map_put(&c->arena, &c->scope_index, (uint64_t)(uintptr_t)node, c->scopes.count)) {
        compiler_no_memory(c);
        return false;
    }
    c->scopes.items[c->scopes.count++] = scope;
    scope->kind = kind;
    scope->node = node;
    scope->parent = c->scope;
    scope->class_name = c->scope ? c->scope->class_name : NULL;
    bool is_inlined = kind == SCOPE_COMP && node->kind != NODE_GENERATOR_EXP;
    scope->unit = is_inlined ? c->scope->unit : scope;
    c->scope = scope;
    return true;
}

static void leave(Compiler *c)
{
    c->scope = c->scope->parent;
}

static void visit(Compiler *c, const Node *node);

static void visit_list(Compiler *c, NodeList list)
{
    for (uint32_t i = 0; i < list.count && !c->failed; i++) {
        if (list.items[i])
            visit(c, list.items[i]);
    }
}

static void visit_opt(Compiler *c, const Node *node)
{
    if (node)
        visit(c, node);
}

/* `self.name = ...` in any function below a class: its __static_attributes__. */
static void note_attribute(Compiler *c, const Node *node)
{
    const Node *of = node_attribute(node)->value;
    Scope *s = c->scope;
    if (of->kind != NODE_NAME || !names_is(node_name(of)->name, "self"))
        return;
    while (s && s->kind != SCOPE_CLASS)
        s = s->parent;
    const Name *name = s ? names_canonical(c, c->scope, node_attribute(node)->name) : NULL;
    if (!name)
        return;
    for (uint32_t i = 0; i < s->attributes.count; i++) {
        if (s->attributes.items[i] == name)
            return;
    }
    if (vec_reserve(&s->attributes, 1))
        s->attributes.items[s->attributes.count++] = name;
    else
        compiler_no_memory(c);
}

static void visit_target(Compiler *c, const Node *node, uint32_t flags)
{
    switch (node->kind) {
    case NODE_ATTRIBUTE:
        note_attribute(c, node);
        visit(c, node);
        break;
    case NODE_NAME: bind(c, node_name(node)->name, flags, node); break;
    case NODE_STARRED: visit_target(c, node_starred(node)->value, flags); break;
    case NODE_TUPLE:
    case NODE_LIST: {
        NodeList list = node->kind == NODE_TUPLE ? node_tuple(node)->elements
                                                 : node_list(node)->elements;
        for (uint32_t i = 0; i < list.count && !c->failed; i++)
            visit_target(c, list.items[i], flags);
        break;
    }
    default: visit(c, node); break;
    }
}

/* ---- functions ---- */

static void visit_annotation(Compiler *c, const Node *arg)
{
    if (arg && node_arg(arg)->annotation && !c->future_annotations)
        visit(c, node_arg(arg)->annotation);
}

static void visit_defaults(Compiler *c, const ArgumentsNode *args)
{
    visit_list(c, args->defaults);
    visit_list(c, args->kw_defaults);
}

static void visit_annotations(Compiler *c, const ArgumentsNode *args)
{
    for (uint32_t i = 0; i < args->posonly.count; i++)
        visit_annotation(c, args->posonly.items[i]);
    for (uint32_t i = 0; i < args->args.count; i++)
        visit_annotation(c, args->args.items[i]);
    visit_annotation(c, args->vararg);
    for (uint32_t i = 0; i < args->kwonly.count; i++)
        visit_annotation(c, args->kwonly.items[i]);
    visit_annotation(c, args->kwarg);
}

static void bind_params(Compiler *c, NodeList list)
{
    for (uint32_t i = 0; i < list.count && !c->failed; i++)
        bind(c, node_arg(list.items[i])->name, SYM_PARAM, list.items[i]);
}

/* In the order of registers. */
static void bind_arguments(Compiler *c, const ArgumentsNode *args)
{
    bind_params(c, args->posonly);
    bind_params(c, args->args);
    bind_params(c, args->kwonly);
    if (args->vararg)
        bind(c, node_arg(args->vararg)->name, SYM_PARAM, args->vararg);
    if (args->kwarg)
        bind(c, node_arg(args->kwarg)->name, SYM_PARAM, args->kwarg);
}

static void visit_function(Compiler *c, const Node *node)
{
    FunctionDefNode *n = node_function_def(node);
    ArgumentsNode *args = node_arguments(n->args);
    bind(c, n->name, SYM_LOCAL, node);
    visit_defaults(c, args);
    visit_list(c, n->decorators);
    visit_annotations(c, args);
    if (n->returns && !c->future_annotations)
        visit(c, n->returns);
    if (c->failed || !enter(c, SCOPE_FUNCTION, node))
        return;
    c->scope->is_async = n->is_async;
    bind_arguments(c, args);
    visit_list(c, n->body);
    leave(c);
}

static void visit_lambda(Compiler *c, const Node *node)
{
    LambdaNode *n = node_lambda(node);
    visit_defaults(c, node_arguments(n->args));
    if (c->failed || !enter(c, SCOPE_LAMBDA, node))
        return;
    bind_arguments(c, node_arguments(n->args));
    visit(c, n->body);
    leave(c);
}

static void visit_class(Compiler *c, const Node *node)
{
    ClassDefNode *n = node_class_def(node);
    bind(c, n->name, SYM_LOCAL, node);
    visit_list(c, n->decorators);
    visit_list(c, n->bases);
    visit_list(c, n->keywords);
    if (c->failed || !enter(c, SCOPE_CLASS, node))
        return;
    c->scope->class_name = n->name;
    visit_list(c, n->body);
    leave(c);
}

/* ---- comprehensions and walrus ---- */

static NodeList generators_of(const Node *node, const Node **element, const Node **value)
{
    *value = NULL;
    switch (node->kind) {
    case NODE_LIST_COMP: *element = node_list_comp(node)->element; return node_list_comp(node)->generators;
    case NODE_SET_COMP: *element = node_set_comp(node)->element; return node_set_comp(node)->generators;
    case NODE_DICT_COMP:
        *element = node_dict_comp(node)->key;
        *value = node_dict_comp(node)->value;
        return node_dict_comp(node)->generators;
    default:
        *element = node_generator_exp(node)->element;
        return node_generator_exp(node)->generators;
    }
}

static void visit_comprehension(Compiler *c, const Node *node)
{
    const Node *element, *value;
    NodeList generators = generators_of(node, &element, &value);
    bool is_generator = node->kind == NODE_GENERATOR_EXP;
    c->scope->iter_depth++;
    visit(c, node_comprehension(generators.items[0])->iter);
    c->scope->iter_depth--;
    if (c->failed || !enter(c, SCOPE_COMP, node))
        return;
    Scope *scope = c->scope;
    if (is_generator) {
        scope->has_yield = true;
        scope_add(c, scope, c->name_iter, SYM_PARAM);
    }
    for (uint32_t i = 0; i < generators.count && !c->failed; i++) {
        ComprehensionNode *g = node_comprehension(generators.items[i]);
        scope->has_await |= g->is_async;
        scope->iter_target = true;
        visit_target(c, g->target, SYM_LOCAL);
        scope->iter_target = false;
        if (i) {
            scope->iter_depth++;
            visit(c, g->iter);
            scope->iter_depth--;
        }
        visit_list(c, g->ifs);
    }
    visit_opt(c, value);
    if (!c->failed)
        visit(c, element);
    scope->is_async = scope->has_await;
    leave(c);
    if (!is_generator && scope->has_await)
        c->scope->has_await = true;
}

/* A walrus inside a comprehension binds in the function, or module, around it (PEP 572). */
static void visit_walrus_outside(Compiler *c, const Node *target)
{
    Scope *inside = c->scope;
    const Name *name = names_canonical(c, inside, node_name(target)->name);
    for (Scope *s = inside; s && !c->failed; s = s->parent) {
        Symbol *symbol = scope_find(s, name);
        if (s->kind == SCOPE_COMP) {
            if (symbol && symbol->flags & SYM_COMP_ITER)
                compiler_error(c, target,
                               "assignment expression cannot rebind comprehension iteration variable '%s'",
                               name->bytes);
        } else if (s->kind == SCOPE_CLASS) {
            compiler_error(c, target,
                           "assignment expression within a comprehension cannot be used in a class body");
        } else if (s->kind == SCOPE_MODULE || (symbol && symbol->flags & SYM_GLOBAL)) {
            scope_add(c, inside, name, SYM_GLOBAL);
            scope_add(c, s, name, SYM_GLOBAL);
            return;
        } else {
            Symbol *here = scope_add(c, inside, name, SYM_NONLOCAL);
            if (here)
                here->where = node_span(target);
            scope_add(c, s, name, SYM_LOCAL);
            return;
        }
    }
}

static void visit_walrus(Compiler *c, const Node *node)
{
    NamedExprNode *n = node_named_expr(node);
    if (c->scope->iter_depth) {
        compiler_error(c, node,
                       "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    c->scope->unit->has_walrus = true;
    if (c->scope->kind == SCOPE_COMP)
        visit_walrus_outside(c, n->target);
    if (c->failed)
        return;
    visit(c, n->value);
    if (c->scope->kind == SCOPE_COMP) {
        for (Scope *s = c->scope; s; s = s->parent)
            s->unit->has_walrus = true;
    } else {
        visit_target(c, n->target, SYM_LOCAL);
    }
}

static void visit_yield(Compiler *c, const Node *node, const Node *value)
{
    static const char *const kinds[] = { "list comprehension", "set comprehension",
                                         "dict comprehension", "generator expression" };
    visit_opt(c, value);
    if (c->scope->kind == SCOPE_COMP) {
        int kind = c->scope->node->kind;
        compiler_error(c, node, "'yield' inside %s",
                       kinds[kind == NODE_LIST_COMP   ? 0
                             : kind == NODE_SET_COMP  ? 1
                             : kind == NODE_DICT_COMP ? 2
                                                      : 3]);
    }
    c->scope->has_yield = true;
}

static void visit_name(Compiler *c, const Node *node)
{
    const Name *name = node_name(node)->name;
    bind(c, name, SYM_USE, node);
    if (scope_is_function(c->scope) && names_is(name, "super"))
        scope_add(c, c->scope, c->name_class, SYM_USE);
}

/* ---- statements ---- */

static void visit_declaration(Compiler *c, const Node *node, NameList names, const char *word)
{
    bool is_global = node->kind == NODE_GLOBAL;
    for (uint32_t i = 0; i < names.count && !c->failed; i++) {
        const Name *name = names_canonical(c, c->scope, names.items[i]);
        Symbol *symbol = scope_find(c->scope, name);
        uint32_t flags = symbol ? symbol->flags : 0;
        if (flags & SYM_PARAM)
            compiler_error(c, node, "name '%s' is parameter and %s", name->bytes, word);
        else if (flags & SYM_USE)
            compiler_error(c, node, "name '%s' is used prior to %s declaration", name->bytes, word);
        else if (flags & SYM_ANNOT)
            compiler_error(c, node, "annotated name '%s' can't be %s", name->bytes, word);
        else if (flags & SYM_LOCAL)
            compiler_error(c, node, "name '%s' is assigned to before %s declaration", name->bytes,
                           word);
        symbol = scope_add(c, c->scope, name, is_global ? SYM_GLOBAL : SYM_NONLOCAL);
        if (symbol && !symbol->where.line)
            symbol->where = node_span(node);
    }
}

static void visit_annotated(Compiler *c, const Node *node)
{
    AnnAssignNode *n = node_ann_assign(node);
    if (n->target->kind == NODE_NAME) {
        const Name *name = names_canonical(c, c->scope, node_name(n->target)->name);
        Symbol *symbol = scope_find(c->scope, name);
        if (symbol && symbol->flags & (SYM_GLOBAL | SYM_NONLOCAL) &&
            c->scope->kind != SCOPE_MODULE && n->is_simple) {
            compiler_error(c, node, "annotated name '%s' can't be %s", name->bytes,
                           symbol->flags & SYM_GLOBAL ? "global" : "nonlocal");
            return;
        }
        if (n->is_simple) {
            bind(c, node_name(n->target)->name, SYM_ANNOT | SYM_LOCAL, n->target);
            c->scope->has_annotations = true;
        } else if (n->value) {
            visit_target(c, n->target, SYM_LOCAL);
        }
    } else if (n->value) {
        visit_target(c, n->target, SYM_LOCAL);
    } else {
        visit(c, n->target);
    }
    if (!c->future_annotations)
        visit(c, n->annotation);
    visit_opt(c, n->value);
}

static void visit_alias(Compiler *c, const Node *node)
{
    AliasNode *n = node_alias(node);
    const Name *name = n->asname ? n->asname : n->head ? n->head : n->name;
    if (names_is(name, "*")) {
        if (c->scope->kind != SCOPE_MODULE)
            compiler_error(c, node, "import * only allowed at module level");
        return;
    }
    bind(c, name, SYM_IMPORT, node);
}

static void visit_try(Compiler *c, const Node *node)
{
    TryNode *n = node_try(node);
    visit_list(c, n->body);
    for (uint32_t i = 0; i < n->handlers.count && !c->failed; i++) {
        ExceptHandlerNode *h = node_except_handler(n->handlers.items[i]);
        visit_opt(c, h->type);
        if (h->name)
            bind(c, h->name, SYM_LOCAL | SYM_DELETED, n->handlers.items[i]);
        visit_list(c, h->body);
    }
    visit_list(c, n->orelse);
    visit_list(c, n->finalbody);
}

static void visit_for(Compiler *c, const Node *node)
{
    ForNode *n = node_for(node);
    visit_target(c, n->target, SYM_LOCAL);
    visit(c, n->iter);
    visit_list(c, n->body);
    visit_list(c, n->orelse);
    c->scope->has_await |= n->is_async;
}

static void visit_with(Compiler *c, const Node *node)
{
    WithNode *n = node_with(node);
    for (uint32_t i = 0; i < n->items.count && !c->failed; i++) {
        WithItemNode *item = node_with_item(n->items.items[i]);
        visit(c, item->context);
        if (item->target)
            visit_target(c, item->target, SYM_LOCAL);
    }
    visit_list(c, n->body);
    c->scope->has_await |= n->is_async;
}

static void visit_assign(Compiler *c, const Node *node)
{
    AssignNode *n = node_assign(node);
    visit(c, n->value);
    for (uint32_t i = 0; i < n->targets.count && !c->failed; i++)
        visit_target(c, n->targets.items[i], SYM_LOCAL);
}

static void visit_augmented(Compiler *c, const Node *node)
{
    AugAssignNode *n = node_aug_assign(node);
    if (n->target->kind == NODE_NAME)
        bind(c, node_name(n->target)->name, SYM_LOCAL, n->target);
    else
        visit(c, n->target);
    if (!c->failed)
        visit(c, n->value);
}

/* Kinds without a rule of their own: their children, in order. */
static void visit_children(Compiler *c, const Node *node)
{
    const NodeInfo *info = &node_info[node->kind];
    for (uint32_t i = 0; i < info->field_count && !c->failed; i++) {
        const void *field = (const char *)node + info->fields[i].offset;
        switch (info->fields[i].type) {
        case FIELD_node:
        case FIELD_opt: visit_opt(c, *(Node *const *)field); break;
        case FIELD_list:
        case FIELD_optlist: visit_list(c, *(const NodeList *)field); break;
        default: break;
        }
    }
}

/* Left-deep expressions can be deeper than the stack likes: what is at the right first, then the left
 * one in the same frame. The order matters to nothing here. */
static const Node *visit_right_side(Compiler *c, const Node *node)
{
    switch (node->kind) {
    case NODE_BIN_OP: visit(c, node_bin_op(node)->right); return node_bin_op(node)->left;
    case NODE_ATTRIBUTE: return node_attribute(node)->value;
    case NODE_SUBSCRIPT: visit(c, node_subscript(node)->index); return node_subscript(node)->value;
    default:
        visit_list(c, node_call(node)->args);
        visit_list(c, node_call(node)->keywords);
        return node_call(node)->function;
    }
}

static void visit(Compiler *c, const Node *node)
{
    if (c->failed || compiler_too_deep(c, node))
        return;
    while (!c->failed && (node->kind == NODE_BIN_OP || node->kind == NODE_ATTRIBUTE ||
                          node->kind == NODE_SUBSCRIPT || node->kind == NODE_CALL))
        node = visit_right_side(c, node);
    switch (node->kind) {
    case NODE_CONSTANT: break;
    case NODE_NAME: visit_name(c, node); break;
    case NODE_FUNCTION_DEF: visit_function(c, node); break;
    case NODE_CLASS_DEF: visit_class(c, node); break;
    case NODE_LAMBDA: visit_lambda(c, node); break;
    case NODE_LIST_COMP:
    case NODE_SET_COMP:
    case NODE_DICT_COMP:
    case NODE_GENERATOR_EXP: visit_comprehension(c, node); break;
    case NODE_NAMED_EXPR: visit_walrus(c, node); break;
    case NODE_YIELD: visit_yield(c, node, node_yield(node)->value); break;
    case NODE_YIELD_FROM: visit_yield(c, node, node_yield_from(node)->value); break;
    case NODE_AWAIT:
        visit(c, node_await(node)->value);
        c->scope->has_await = true;
        break;
    case NODE_ASSIGN: visit_assign(c, node); break;
    case NODE_AUG_ASSIGN: visit_augmented(c, node); break;
    case NODE_ANN_ASSIGN: visit_annotated(c, node); break;
    case NODE_DELETE:
        for (uint32_t i = 0; i < node_delete(node)->targets.count && !c->failed; i++)
            visit_target(c, node_delete(node)->targets.items[i], SYM_LOCAL | SYM_DELETED);
        break;
    case NODE_FOR: visit_for(c, node); break;
    case NODE_WITH: visit_with(c, node); break;
    case NODE_TRY: visit_try(c, node); break;
    case NODE_ALIAS: visit_alias(c, node); break;
    case NODE_GLOBAL: visit_declaration(c, node, node_global(node)->names, "global"); break;
    case NODE_NONLOCAL: visit_declaration(c, node, node_nonlocal(node)->names, "nonlocal"); break;
    default: visit_children(c, node); break;
    }
}

/* ---- from __future__ import ... ---- */

static void future_features(Compiler *c, const Node *node)
{
    static const char *const known[] = { "nested_scopes", "generators", "division",
                                         "absolute_import", "with_statement", "print_function",
                                         "unicode_literals", "barry_as_FLUFL", "generator_stop",
                                         "annotations" };
    NodeList names = node_import_from(node)->names;
    const Span start = { node->line, node->col, 0, 0 };
    for (uint32_t i = 0; i < names.count && !c->failed; i++) {
        const Name *name = node_alias(names.items[i])->name;
        bool is_known = false;
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            is_known |= names_is(name, known[k]);
        if (names_is(name, "annotations"))
            c->future_annotations = true;
        if (names_is(name, "braces"))
            compiler_error_at(c, start, "not a chance");
        else if (!is_known)
            compiler_error_at(c, start, "future feature %s is not defined", name->bytes);
    }
}

static bool is_future_import(const Node *node)
{
    return node->kind == NODE_IMPORT_FROM && node_import_from(node)->level == 0 &&
           node_import_from(node)->module && names_is(node_import_from(node)->module, "__future__");
}

/* They stand at the start, after the docstring at most; elsewhere is the code generator's error. */
static void future_imports(Compiler *c, NodeList body)
{
    uint32_t i = ast_docstring(body) ? 1 : 0;
    while (i < body.count && is_future_import(body.items[i]))
        future_features(c, body.items[i++]);
}

bool scope_build(Compiler *c, const Node *tree)
{
    c->name_class = names_make(c, "__class__", 9);
    c->name_iter = names_make(c, ".0", 2);
    if (c->failed)
        return false;
    if (tree->kind == NODE_MODULE)
        future_imports(c, node_module(tree)->body);
    if (c->failed || !enter(c, SCOPE_MODULE, tree))
        return false;
    visit_children(c, tree);
    if (!c->failed)
        leave(c);
    return !c->failed && resolve_all(c);
}
