/* ast.h - the syntax tree: nodes in an arena, nothing of the object layer.
 * The kinds and their fields are in nodes.def. A walker switches on node->kind and casts:
 *     case NODE_BIN_OP: {
 *         BinOpNode *n = node_bin_op(node);
 *         ... n->left, n->op == BINARY_ADD, n->right ...
 *     }
 *     NodeList body = node_module(root)->body;
 *     for (uint32_t i = 0; i < body.count; i++) ... body.items[i] ...
 * Depth is bounded: no tree is deeper than AST_MAX_DEPTH, so walkers may recurse. */
#ifndef MINIASYNC_PARSER_AST_H
#define MINIASYNC_PARSER_AST_H

#include "base/arena.h"
#include "base/diag.h"

#include <assert.h>
#include <stdint.h>

/* The deepest tree a parse returns, in nodes; a deeper one is refused with a RecursionError diag.
 * Only left-deep chains (a+b+c..., f()()()..., a.b.c...) get deeper than PARSER_MAX_DEPTH. */
enum { AST_MAX_DEPTH = 3000 };

typedef enum NodeKind {
#define BEGIN(KIND, Type, cast, group) NODE_##KIND,
#define FIELD(Type, type, name)
#define END(Type)
#include "parser/nodes.def"
    NODE_KIND_COUNT
} NodeKind;

typedef enum BinaryOperator {
#define BINARY_OPERATOR(NAME, ast_name, text) BINARY_##NAME,
#include "parser/operators.def"
    BINARY_COUNT
} BinaryOperator;

typedef enum UnaryOperator {
#define UNARY_OPERATOR(NAME, ast_name, text) UNARY_##NAME,
#include "parser/operators.def"
    UNARY_COUNT
} UnaryOperator;

typedef enum CompareOperator {
#define COMPARE_OPERATOR(NAME, ast_name, text) COMPARE_##NAME,
#include "parser/operators.def"
    COMPARE_COUNT
} CompareOperator;

typedef enum BoolOperator { BOOL_AND, BOOL_OR } BoolOperator;

/* An identifier, NFKC-normalised and interned: equal names of one parse are the same pointer. Also
 * dotted module names ("a.b") and "*". */
typedef struct Name {
    uint32_t index;  /* counts the names of one parse from 0: for side tables */
    uint32_t length; /* bytes */
    uint32_t hash;
    char     bytes[]; /* UTF-8, a 0 follows */
} Name;

typedef struct Node {
    uint8_t  kind;             /* a NodeKind */
    bool     is_parenthesised; /* an expression written in (brackets) of its own */
    uint16_t depth;            /* 1 + the deepest child's */
    uint32_t line, col;        /* line from 1, column from 0 in code points, as ast.lineno etc. */
    uint32_t end_line, end_col;
} Node;

typedef struct NodeList {
    Node   **items;
    uint32_t count;
} NodeList;

typedef struct NameList {
    const Name **items;
    uint32_t     count;
} NameList;

typedef enum ConstantKind {
    CONSTANT_NONE,
    CONSTANT_TRUE,
    CONSTANT_FALSE,
    CONSTANT_ELLIPSIS,
    CONSTANT_INT,     /* integer */
    CONSTANT_BIG_INT, /* bytes: digits of base 2, 8, 10 or 16 without prefix and "_" */
    CONSTANT_FLOAT,   /* number */
    CONSTANT_STR,     /* bytes: UTF-8; lone surrogates of escapes as three bytes (WTF-8) */
    CONSTANT_BYTES    /* bytes */
} ConstantKind;

typedef struct Constant {
    ConstantKind kind;
    int          base; /* of CONSTANT_BIG_INT */
    union {
        int64_t integer;
        double  number;
        struct {
            const char *bytes; /* a 0 follows, but text may hold 0 too */
            size_t      length;
        };
    };
} Constant;

/* One struct for each kind: ModuleNode, FunctionDefNode, ... */
#define FIELD_TYPE_node Node *
#define FIELD_TYPE_opt Node *
#define FIELD_TYPE_list NodeList
#define FIELD_TYPE_optlist NodeList
#define FIELD_TYPE_name const Name *
#define FIELD_TYPE_optname const Name *
#define FIELD_TYPE_names NameList
#define FIELD_TYPE_flag bool
#define FIELD_TYPE_number int32_t
#define FIELD_TYPE_constant Constant
#define FIELD_TYPE_binop BinaryOperator
#define FIELD_TYPE_unop UnaryOperator
#define FIELD_TYPE_boolop BoolOperator
#define FIELD_TYPE_cmpops const uint8_t * /* CompareOperator each */

#define BEGIN(KIND, Type, cast, group) \
    typedef struct Type##Node {        \
        Node base;
#define FIELD(Type, type, name) FIELD_TYPE_##type name;
#define END(Type) \
    }             \
    Type##Node;
#include "parser/nodes.def"

/* One cast for each kind: node_module(node), node_function_def(node), ... */
#define BEGIN(KIND, Type, cast, group)                    \
    static inline Type##Node *node_##cast(const Node *node) \
    {                                                     \
        assert(node->kind == NODE_##KIND);                \
        return (Type##Node *)node;                        \
    }
#define FIELD(Type, type, name)
#define END(Type)
#include "parser/nodes.def"

/* The table behind: for dumps, and for walkers that treat all kinds alike. */
typedef enum FieldType {
    FIELD_node, FIELD_opt, FIELD_list, FIELD_optlist, FIELD_name, FIELD_optname, FIELD_names,
    FIELD_flag, FIELD_number, FIELD_constant, FIELD_binop, FIELD_unop, FIELD_boolop, FIELD_cmpops
} FieldType;

typedef enum NodeGroup { GROUP_ROOT, GROUP_STMT, GROUP_EXPR, GROUP_PART } NodeGroup;

typedef struct NodeField {
    const char *name;
    FieldType   type;
    uint16_t    offset; /* bytes from the node's start */
} NodeField;

typedef struct NodeInfo {
    const char      *name; /* "FunctionDef" */
    NodeGroup        group;
    uint16_t         size; /* bytes of the struct */
    uint16_t         field_count;
    const NodeField *fields;
} NodeInfo;

extern const NodeInfo node_info[NODE_KIND_COUNT];
extern const char *const binary_operator_names[BINARY_COUNT];   /* "Add" ... */
extern const char *const binary_operator_texts[BINARY_COUNT];   /* "+" ... */
extern const char *const unary_operator_names[UNARY_COUNT];     /* "Not" ... */
extern const char *const compare_operator_names[COMPARE_COUNT]; /* "NotIn" ... */
extern const char *const compare_operator_texts[COMPARE_COUNT]; /* "not in" ... */

static inline Span node_span(const Node *node)
{
    return (Span){ node->line, node->col, node->end_line, node->end_col };
}

/* A node of the kind with all fields 0; NULL without memory. */
Node *ast_new(Arena *arena, NodeKind kind);
/* Sets node->depth from its children; false when deeper than AST_MAX_DEPTH. */
bool ast_measure(Node *node);
/* The text of a function's, class's or module's first statement when it is a string; else NULL. */
const Constant *ast_docstring(NodeList body);

#endif
