/* warn.c - looks through the tree for what is legal and hardly meant: comparing a literal with `is`, calling
 * or indexing what lacks a comma before it, asserting a tuple. The texts are CPython's. */
#include "parser/warn.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_WARNINGS = 1000 };

void warn_note(Arena *arena, Span span, const char *format, ...)
{
    char text[200];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    SourceWarning **end = &arena->warnings;
    size_t count = 0;
    for (; *end; end = &(*end)->next) /* a place may be read more than once */
        if (++count > MAX_WARNINGS ||
            ((*end)->span.line == span.line && (*end)->span.col == span.col && strcmp((*end)->text, text) == 0))
            return;
    SourceWarning *warning = arena_alloc(arena, sizeof *warning);
    char *copy = arena_copy(arena, text, strlen(text));
    if (!warning || !copy)
        return;
    *warning = (SourceWarning){ NULL, span, copy };
    *end = warning;
}

static bool is_number(const Node *node)
{
    if (node->kind != NODE_CONSTANT)
        return false;
    ConstantKind kind = node_constant(node)->value.kind;
    return kind == CONSTANT_INT || kind == CONSTANT_BIG_INT || kind == CONSTANT_FLOAT;
}

static bool is_float(const Node *node)
{
    return node->kind == NODE_CONSTANT && node_constant(node)->value.kind == CONSTANT_FLOAT;
}

static const char *constant_type(const Constant *value)
{
    switch (value->kind) {
    case CONSTANT_NONE: return "NoneType";
    case CONSTANT_TRUE: case CONSTANT_FALSE: return "bool";
    case CONSTANT_ELLIPSIS: return "ellipsis";
    case CONSTANT_INT: case CONSTANT_BIG_INT: return "int";
    case CONSTANT_FLOAT: return "float";
    case CONSTANT_STR: return "str";
    case CONSTANT_BYTES: return "bytes";
    }
    return NULL;
}

static bool is_constant_tuple(const Node *node)
{
    if (node->kind != NODE_TUPLE)
        return false;
    NodeList elements = node_tuple(node)->elements;
    for (uint32_t i = 0; i < elements.count; i++)
        if (elements.items[i]->kind != NODE_CONSTANT && !is_constant_tuple(elements.items[i]))
            return false;
    return true;
}

/* What the expression is known to be; NULL: it is not. */
static const char *type_of(const Node *node)
{
    switch ((NodeKind)node->kind) {
    case NODE_CONSTANT: return constant_type(&node_constant(node)->value);
    case NODE_TUPLE: return "tuple";
    case NODE_LIST: case NODE_LIST_COMP: return "list";
    case NODE_DICT: case NODE_DICT_COMP: return "dict";
    case NODE_SET: case NODE_SET_COMP: return "set";
    case NODE_GENERATOR_EXP: return "generator";
    case NODE_LAMBDA: return "function";
    case NODE_JOINED_STR: return "str";
    case NODE_UNARY_OP: { /* -1 */
        const UnaryOpNode *n = node_unary_op(node);
        return n->op != UNARY_NOT && is_number(n->operand) ? is_float(n->operand) ? "float" : "int" : NULL;
    }
    default: return NULL;
    }
}

/* A literal whose identity nobody should ask for: NULL for all else. */
static const char *literal_type(const Node *node)
{
    if (node->kind == NODE_CONSTANT) {
        ConstantKind kind = node_constant(node)->value.kind;
        return kind >= CONSTANT_INT ? constant_type(&node_constant(node)->value) : NULL;
    }
    return is_constant_tuple(node) || node->kind == NODE_UNARY_OP ? type_of(node) : NULL;
}

static void check_compare(Arena *arena, const Node *node)
{
    const CompareNode *n = node_compare(node);
    const char *left = literal_type(n->left);
    for (uint32_t i = 0; i < n->comparators.count; i++) {
        const char *right = literal_type(n->comparators.items[i]);
        bool is_not = n->ops[i] == COMPARE_IS_NOT;
        if ((is_not || n->ops[i] == COMPARE_IS) && (left || right)) {
            warn_note(arena, node_span(node), "\"%s\" with '%s' literal. Did you mean \"%s\"?", is_not ? "is not" : "is",
                      left ? left : right, is_not ? "!=" : "==");
            return;
        }
        left = right;
    }
}

static void check_call(Arena *arena, const Node *function)
{
    switch ((NodeKind)function->kind) {
    case NODE_CONSTANT: case NODE_TUPLE: case NODE_LIST: case NODE_LIST_COMP: case NODE_DICT: case NODE_DICT_COMP:
    case NODE_SET: case NODE_SET_COMP: case NODE_GENERATOR_EXP: case NODE_JOINED_STR:
        warn_note(arena, node_span(function), "'%s' object is not callable; perhaps you missed a comma?",
                  type_of(function));
        return;
    default: return;
    }
}

static bool is_text(const Node *node)
{
    if (node->kind == NODE_JOINED_STR)
        return true;
    if (node->kind != NODE_CONSTANT)
        return false;
    ConstantKind kind = node_constant(node)->value.kind;
    return kind == CONSTANT_STR || kind == CONSTANT_BYTES;
}

static void check_subscript(Arena *arena, const Node *node)
{
    const Node *value = node_subscript(node)->value, *index = node_subscript(node)->index;
    switch ((NodeKind)value->kind) {
    case NODE_CONSTANT:
        if (is_text(value))
            break;
        /* fall through */
    case NODE_SET: case NODE_SET_COMP: case NODE_GENERATOR_EXP: case NODE_LAMBDA:
        warn_note(arena, node_span(value), "'%s' object is not subscriptable; perhaps you missed a comma?",
                  type_of(value));
        return;
    default: break;
    }
    bool ordered = is_text(value) || value->kind == NODE_TUPLE || value->kind == NODE_LIST || value->kind == NODE_LIST_COMP;
    const char *kind = ordered ? type_of(index) : NULL;
    if (kind && strcmp(kind, "int") != 0 && strcmp(kind, "bool") != 0)
        warn_note(arena, node_span(value), "%s indices must be integers or slices, not %s; perhaps you missed a comma?",
                  type_of(value), kind);
}

static void check_assert(Arena *arena, const Node *node)
{
    const Node *test = node_assert(node)->test;
    if (test->kind == NODE_TUPLE && node_tuple(test)->elements.count > 0)
        warn_note(arena, node_span(node), "assertion is always true, perhaps remove parentheses?");
}

static void check(Arena *arena, const Node *node)
{
    switch ((NodeKind)node->kind) {
    case NODE_COMPARE: check_compare(arena, node); break;
    case NODE_CALL: check_call(arena, node_call(node)->function); break;
    case NODE_SUBSCRIPT: check_subscript(arena, node); break;
    case NODE_ASSERT: check_assert(arena, node); break;
    default: break;
    }
}

void warn_find(Arena *arena, const Node *root)
{
    check(arena, root);
    const NodeInfo *info = &node_info[root->kind];
    for (uint16_t i = 0; i < info->field_count; i++) {
        const void *field = (const char *)root + info->fields[i].offset;
        switch (info->fields[i].type) {
        case FIELD_node: case FIELD_opt: {
            const Node *child = *(Node *const *)field;
            if (child)
                warn_find(arena, child);
            break;
        }
        case FIELD_list: case FIELD_optlist: {
            const NodeList *list = field;
            for (uint32_t k = 0; k < list->count; k++)
                if (list->items[k])
                    warn_find(arena, list->items[k]);
            break;
        }
        default: break;
        }
    }
}
