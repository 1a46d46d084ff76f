/* ast.c - the table of node kinds, and what is the same for all of them. */
#include "parser/ast.h"

#include <stddef.h>
#include <string.h>

#define BEGIN(KIND, Type, cast, group) static const NodeField cast##_fields[] = {
#define FIELD(Type, type, name) { #name, FIELD_##type, offsetof(Type##Node, name) },
#define END(Type) { NULL, FIELD_node, 0 } };
#include "parser/nodes.def"

#define FIELD_COUNT(fields) (sizeof(fields) / sizeof((fields)[0]) - 1)

const NodeInfo node_info[NODE_KIND_COUNT] = {
#define BEGIN(KIND, Type, cast, group) \
    { #Type, GROUP_##group, sizeof(Type##Node), FIELD_COUNT(cast##_fields), cast##_fields },
#define FIELD(Type, type, name)
#define END(Type)
#include "parser/nodes.def"
};

const char *const binary_operator_names[BINARY_COUNT] = {
#define BINARY_OPERATOR(NAME, ast_name, text) #ast_name,
#include "parser/operators.def"
};

const char *const binary_operator_texts[BINARY_COUNT] = {
#define BINARY_OPERATOR(NAME, ast_name, text) text,
#include "parser/operators.def"
};

const char *const unary_operator_names[UNARY_COUNT] = {
#define UNARY_OPERATOR(NAME, ast_name, text) #ast_name,
#include "parser/operators.def"
};

const char *const compare_operator_names[COMPARE_COUNT] = {
#define COMPARE_OPERATOR(NAME, ast_name, text) #ast_name,
#include "parser/operators.def"
};

const char *const compare_operator_texts[COMPARE_COUNT] = {
#define COMPARE_OPERATOR(NAME, ast_name, text) text,
#include "parser/operators.def"
};

Node *ast_new(Arena *arena, NodeKind kind)
{
    Node *node = arena_alloc_zero(arena, node_info[kind].size);
    if (node)
        node->kind = (uint8_t)kind;
    return node;
}

static uint32_t list_depth(const NodeList *list)
{
    uint32_t deepest = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        if (list->items[i] && list->items[i]->depth > deepest)
            deepest = list->items[i]->depth;
    }
    return deepest;
}

bool ast_measure(Node *node)
{
    const NodeInfo *info = &node_info[node->kind];
    uint32_t deepest = 0;
    for (uint32_t i = 0; i < info->field_count; i++) {
        const void *field = (const char *)node + info->fields[i].offset;
        uint32_t depth = 0;
        switch (info->fields[i].type) {
        case FIELD_node:
        case FIELD_opt: {
            const Node *child = *(Node *const *)field;
            depth = child ? child->depth : 0;
            break;
        }
        case FIELD_list:
        case FIELD_optlist: depth = list_depth(field); break;
        default: break;
        }
        if (depth > deepest)
            deepest = depth;
    }
    node->depth = (uint16_t)(deepest + 1);
    return deepest < AST_MAX_DEPTH;
}

const Constant *ast_docstring(NodeList body)
{
    if (!body.count || body.items[0]->kind != NODE_EXPR)
        return NULL;
    const Node *value = node_expr(body.items[0])->value;
    if (value->kind != NODE_CONSTANT || node_constant(value)->value.kind != CONSTANT_STR)
        return NULL;
    return &node_constant(value)->value;
}
