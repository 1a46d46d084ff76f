/* unparse.c - an expression as text: annotations under `from __future__ import annotations`. */
#include "compiler/compiler_internal.h"

#include <string.h>

enum { LOW, TEST, OR, AND, NOT, COMPARE, BIT_OR, BIT_XOR, BIT_AND, SHIFT, ARITH, TERM, FACTOR, POWER,
       AWAITED, ATOM };

typedef struct Writer {
    Compiler *c;
    StrBuilder out;
} Writer;

static void write(Writer *w, const Node *node, int level);

static void text(Writer *w, const char *s)
{
    builder_cstr(&w->out, s);
}

static void commas(Writer *w, NodeList list)
{
    for (uint32_t i = 0; i < list.count; i++) {
        if (i)
            text(w, ", ");
        write(w, list.items[i], TEST);
    }
}

static void write_quoted(Writer *w, const Constant *k)
{
    bool has_single = memchr(k->bytes, '\'', k->length) != NULL;
    char quote = has_single && !memchr(k->bytes, '"', k->length) ? '"' : '\'';
    if (k->kind == CONSTANT_BYTES)
        text(w, "b");
    builder_char(&w->out, (uint32_t)quote);
    for (size_t i = 0; i < k->length; i++) {
        char ch = k->bytes[i];
        if (ch == quote || ch == '\\')
            builder_printf(&w->out, "\\%c", ch);
        else if (ch == '\n')
            text(w, "\\n");
        else if (ch == '\t')
            text(w, "\\t");
        else if ((uint8_t)ch < 32 || (k->kind == CONSTANT_BYTES && (uint8_t)ch > 126))
            builder_printf(&w->out, "\\x%02x", (uint8_t)ch);
        else
            builder_utf8(&w->out, &ch, 1);
    }
    builder_char(&w->out, (uint32_t)quote);
}

static void write_constant(Writer *w, const Constant *k)
{
    char number[40];
    size_t length;
    switch (k->kind) {
    case CONSTANT_NONE: text(w, "None"); break;
    case CONSTANT_TRUE: text(w, "True"); break;
    case CONSTANT_FALSE: text(w, "False"); break;
    case CONSTANT_ELLIPSIS: text(w, "..."); break;
    case CONSTANT_INT: builder_printf(&w->out, "%lld", (long long)k->integer); break;
    case CONSTANT_BIG_INT: {
        char *digits = int_to_text(w->c->heap, fold_value(w->c, k), 10, &length);
        if (digits) {
            builder_utf8(&w->out, digits, length);
            heap_array_free(w->c->heap, digits, length + 1);
        }
        break;
    }
    case CONSTANT_FLOAT:
        length = float_repr(k->number, number);
        builder_utf8(&w->out, number, length);
        break;
    case CONSTANT_STR:
    case CONSTANT_BYTES: write_quoted(w, k); break;
    }
}

static void write_binary(Writer *w, const BinOpNode *n, int level)
{
    static const uint8_t levels[BINARY_COUNT] = {
        [BINARY_ADD] = ARITH,     [BINARY_SUB] = ARITH,      [BINARY_MULT] = TERM,
        [BINARY_MAT_MULT] = TERM, [BINARY_DIV] = TERM,       [BINARY_MOD] = TERM,
        [BINARY_POW] = POWER,     [BINARY_LSHIFT] = SHIFT,   [BINARY_RSHIFT] = SHIFT,
        [BINARY_BIT_OR] = BIT_OR, [BINARY_BIT_XOR] = BIT_XOR, [BINARY_BIT_AND] = BIT_AND,
        [BINARY_FLOOR_DIV] = TERM,
    };
    int own = levels[n->op];
    bool is_power = n->op == BINARY_POW;
    if (own < level)
        text(w, "(");
    write(w, n->left, is_power ? own + 1 : own);
    text(w, " ");
    text(w, binary_operator_texts[n->op]);
    text(w, " ");
    write(w, n->right, is_power ? own : own + 1);
    if (own < level)
        text(w, ")");
}

static void write_call(Writer *w, const CallNode *n)
{
    write(w, n->function, ATOM);
    text(w, "(");
    commas(w, n->args);
    for (uint32_t i = 0; i < n->keywords.count; i++) {
        KeywordNode *k = node_keyword(n->keywords.items[i]);
        if (i || n->args.count)
            text(w, ", ");
        text(w, k->name ? k->name->bytes : "**");
        if (k->name)
            text(w, "=");
        write(w, k->value, TEST);
    }
    text(w, ")");
}

static void write_subscript(Writer *w, const SubscriptNode *n)
{
    write(w, n->value, ATOM);
    text(w, "[");
    if (n->index->kind == NODE_TUPLE && node_tuple(n->index)->elements.count) {
        commas(w, node_tuple(n->index)->elements);
        if (node_tuple(n->index)->elements.count == 1)
            text(w, ",");
    } else {
        write(w, n->index, LOW);
    }
    text(w, "]");
}

static void write_dict(Writer *w, const DictNode *n)
{
    text(w, "{");
    for (uint32_t i = 0; i < n->keys.count; i++) {
        if (i)
            text(w, ", ");
        if (n->keys.items[i]) {
            write(w, n->keys.items[i], TEST);
            text(w, ": ");
        } else {
            text(w, "**");
        }
        write(w, n->values.items[i], TEST);
    }
    text(w, "}");
}

static void write_slice(Writer *w, const SliceNode *n)
{
    if (n->lower)
        write(w, n->lower, TEST);
    text(w, ":");
    if (n->upper)
        write(w, n->upper, TEST);
    if (n->step) {
        text(w, ":");
        write(w, n->step, TEST);
    }
}

static void write_bool_op(Writer *w, const BoolOpNode *n, int level)
{
    int own = n->op == BOOL_AND ? AND : OR;
    if (own < level)
        text(w, "(");
    for (uint32_t i = 0; i < n->values.count; i++) {
        if (i)
            text(w, n->op == BOOL_AND ? " and " : " or ");
        write(w, n->values.items[i], own + 1);
    }
    if (own < level)
        text(w, ")");
}

static void write_compare(Writer *w, const CompareNode *n, int level)
{
    if (COMPARE < level)
        text(w, "(");
    write(w, n->left, COMPARE + 1);
    for (uint32_t i = 0; i < n->comparators.count; i++) {
        builder_printf(&w->out, " %s ", compare_operator_texts[n->ops[i]]);
        write(w, n->comparators.items[i], COMPARE + 1);
    }
    if (COMPARE < level)
        text(w, ")");
}

static void write_unary(Writer *w, const UnaryOpNode *n, int level)
{
    static const char *const signs[UNARY_COUNT] = { [UNARY_INVERT] = "~", [UNARY_NOT] = "not ",
                                                    [UNARY_PLUS] = "+", [UNARY_MINUS] = "-" };
    int own = n->op == UNARY_NOT ? NOT : FACTOR;
    if (own < level)
        text(w, "(");
    text(w, signs[n->op]);
    write(w, n->operand, own);
    if (own < level)
        text(w, ")");
}

static void write_if_exp(Writer *w, const IfExpNode *n, int level)
{
    if (TEST < level)
        text(w, "(");
    write(w, n->body, TEST + 1);
    text(w, " if ");
    write(w, n->test, TEST + 1);
    text(w, " else ");
    write(w, n->orelse, TEST);
    if (TEST < level)
        text(w, ")");
}

static void bracketed(Writer *w, const char *open, NodeList list, const char *close)
{
    text(w, open);
    commas(w, list);
    text(w, close);
}

static void write(Writer *w, const Node *node, int level)
{
    if (w->c->failed || compiler_too_deep(w->c, node))
        return;
    switch (node->kind) {
    case NODE_NAME: text(w, node_name(node)->name->bytes); break;
    case NODE_CONSTANT: write_constant(w, &node_constant(node)->value); break;
    case NODE_ATTRIBUTE:
        write(w, node_attribute(node)->value, ATOM);
        text(w, ".");
        text(w, node_attribute(node)->name->bytes);
        break;
    case NODE_SUBSCRIPT: write_subscript(w, node_subscript(node)); break;
    case NODE_CALL: write_call(w, node_call(node)); break;
    case NODE_BIN_OP: write_binary(w, node_bin_op(node), level); break;
    case NODE_UNARY_OP: write_unary(w, node_unary_op(node), level); break;
    case NODE_BOOL_OP: write_bool_op(w, node_bool_op(node), level); break;
    case NODE_COMPARE: write_compare(w, node_compare(node), level); break;
    case NODE_IF_EXP: write_if_exp(w, node_if_exp(node), level); break;
    case NODE_LIST: bracketed(w, "[", node_list(node)->elements, "]"); break;
    case NODE_SET: bracketed(w, "{", node_set(node)->elements, "}"); break;
    case NODE_TUPLE:
        bracketed(w, "(", node_tuple(node)->elements,
                  node_tuple(node)->elements.count == 1 ? ",)" : ")");
        break;
    case NODE_DICT: write_dict(w, node_dict(node)); break;
    case NODE_SLICE: write_slice(w, node_slice(node)); break;
    case NODE_STARRED:
        text(w, "*");
        write(w, node_starred(node)->value, BIT_OR);
        break;
    default:
        compiler_error(w->c, node, "this kind of expression cannot be an annotation together with "
                                   "'from __future__ import annotations'");
        break;
    }
}

Str *unparse_expression(Compiler *c, const Node *node)
{
    Writer w = { .c = c };
    builder_init(&w.out, c->heap);
    write(&w, node, TEST);
    Str *made = builder_finish(&w.out);
    made = made ? str_intern(c->heap, made) : NULL;
    if (!made)
        compiler_no_memory(c);
    return made ? made : str_empty(c->heap);
}
