/* compiler.c - AST -> code object: scopes first, then the code of the module and all inside it. */
#include "compiler/compiler_internal.h"

#include <string.h>

bool compiler_error_at(Compiler *c, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_report_va(c->diag, DIAG_SYNTAX_ERROR, span, format, arguments);
    va_end(arguments);
    c->failed = true;
    return false;
}

bool compiler_error(Compiler *c, const Node *at, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_report_va(c->diag, DIAG_SYNTAX_ERROR, node_span(at), format, arguments);
    va_end(arguments);
    c->failed = true;
    return false;
}

void compiler_no_memory(Compiler *c)
{
    diag_report(c->diag, DIAG_MEMORY_ERROR, (Span){ 0 }, "out of memory");
    c->failed = true;
}

bool compiler_too_deep(Compiler *c, const Node *at)
{
    if (UNLIKELY(++c->turns % 4096 == 0) && heap_interrupted(c->heap)) {
        compiler_no_memory(c);
        return true;
    }
    const char *here = __builtin_frame_address(0);
    size_t used = here < c->stack ? (size_t)(c->stack - here) : (size_t)(here - c->stack);
    if (LIKELY(used < STACK_BYTES))
        return false;
    diag_report(c->diag, DIAG_RECURSION_ERROR, node_span(at),
                "maximum recursion depth exceeded during compilation");
    c->failed = true;
    return true;
}

static void module_body(Compiler *c, const Node *tree)
{
    Unit *u = c->unit;
    NodeList body = tree->kind == NODE_MODULE ? node_module(tree)->body
                                              : node_interactive(tree)->body;
    const Constant *doc = tree->kind == NODE_MODULE && !(c->options & COMPILE_INTERACTIVE) ? ast_docstring(body) : NULL;
    if (doc) {
        u->doc = fold_value(c, doc);
        Reg reg = unit_temp(c);
        u->at = body.items[0];
        emit_load(c, reg, u->doc, NULL);
        emit_site(c, u->flags & CODE_NAMES ? OP_SETNAME : OP_SETGLOBAL, reg, 0,
                  names_cstr(c, "__doc__"), NULL);
        u->top = reg;
    }
    if (u->top_scope->has_annotations)
        emit(c, OP_ANNOTATIONS, 0, 0, 0, NULL);
    stmt_body(c, body, doc != NULL);
    uint32_t from = emit_here(c);
    emit(c, OP_RETURNNONE, 0, 0, 0, NULL);
    emit_silent(c, from);
}

static Code *compile_tree(Compiler *c, const Node *tree)
{
    if (!scope_build(c, tree))
        return NULL;
    Scope *scope = c->scopes.items[0];
    Str *name = names_cstr(c, "<module>");
    Unit *u = unit_begin(c, scope, name, name);
    if (!u)
        return NULL;
    u->first_line = 1;
    u->flags |= CODE_MODULE;
    if (c->options & COMPILE_NAMES)
        u->flags |= CODE_NAMES;
    if (c->options & COMPILE_INTERACTIVE && scope->has_await) {
        u->flags |= CODE_COROUTINE | CODE_TOP_AWAIT;
        c->top_await = true;
    }
    if (tree->kind == NODE_EXPRESSION) {
        const Node *body = node_expression(tree)->body;
        u->at = body;
        Reg value = expr_any(c, body);
        emit(c, OP_RETURN, value, 0, 0, body);
    } else {
        module_body(c, tree);
    }
    return unit_end(c);
}

Code *compiler_compile(Heap *heap, const Node *tree, const char *filename, unsigned options,
                       Diag *diag)
{
    Compiler c = { .heap = heap, .diag = diag, .options = options };
    c.stack = __builtin_frame_address(0);
    arena_init(&c.arena);
    c.filename = names_cstr(&c, filename);
    Code *code = c.failed ? NULL : compile_tree(&c, tree);
    for (uint32_t i = 0; i < c.scopes.count; i++) {
        vec_free(&c.scopes.items[i]->symbols);
        vec_free(&c.scopes.items[i]->captures);
        vec_free(&c.scopes.items[i]->attributes);
    }
    vec_free(&c.scopes);
    vec_free(&c.texts);
    vec_free(&c.mangled);
    vec_free(&c.spine);
    arena_free(&c.arena);
    return c.failed ? NULL : code;
}
