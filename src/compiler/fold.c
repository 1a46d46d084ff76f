/* fold.c - constants: values of literals, and what can be computed from them without any doubt.
 * Whatever could raise, or could be large, is left to run time. */
#include "compiler/compiler_internal.h"

enum { FOLD_DEPTH = 40, FOLD_BITS = 128, FOLD_CHARS = 4096, INTERN_BYTES = 256 };

static Value text_value(Compiler *c, const char *bytes, size_t length)
{
    Str *text = str_from_utf8(c->heap, bytes, length);
    if (text && length <= INTERN_BYTES)
        text = str_intern(c->heap, text);
    if (!text) {
        compiler_no_memory(c);
        return VALUE_NONE;
    }
    return OBJ(text);
}

Value fold_value(Compiler *c, const Constant *k)
{
    Value v = VALUE_NONE;
    switch (k->kind) {
    case CONSTANT_NONE: return VALUE_NONE;
    case CONSTANT_TRUE: return VALUE_TRUE;
    case CONSTANT_FALSE: return VALUE_FALSE;
    case CONSTANT_ELLIPSIS: return VALUE_ELLIPSIS;
    case CONSTANT_INT: return int_from_i64(c->heap, k->integer);
    case CONSTANT_BIG_INT:
        if (int_from_digits(c->heap, k->bytes, k->length, k->base, &v) != INT_OK)
            compiler_no_memory(c);
        return v;
    case CONSTANT_FLOAT: return value_from_double(k->number);
    case CONSTANT_STR: return text_value(c, k->bytes, k->length);
    case CONSTANT_BYTES: {
        Bytes *bytes = bytes_new(c->heap, k->bytes, k->length);
        if (!bytes)
            compiler_no_memory(c);
        return bytes ? OBJ(bytes) : VALUE_NONE;
    }
    }
    return v;
}

static bool is_number(Value v)
{
    return value_is_int(v) || value_is_float(v) || value_is_exactly(v, KIND_BIGINT);
}

static bool fold_floats(BinaryOperator op, Value a, Value b, Value *out)
{
    double x = value_is_int(a) ? (double)value_int(a) : value_float(a);
    double y = value_is_int(b) ? (double)value_int(b) : value_float(b);
    switch (op) {
    case BINARY_ADD: *out = value_from_double(x + y); return true;
    case BINARY_SUB: *out = value_from_double(x - y); return true;
    case BINARY_MULT: *out = value_from_double(x * y); return true;
    case BINARY_DIV: *out = value_from_double(x / y); return y != 0;
    default: return false;
    }
}

static bool fold_ints(Compiler *c, BinaryOperator op, Value a, Value b, Value *out)
{
    Heap *heap = c->heap;
    if (int_bit_length(a) > FOLD_BITS || int_bit_length(b) > FOLD_BITS)
        return false;
    bool small_shift = value_is_int(b) && value_int(b) >= 0 && value_int(b) <= FOLD_BITS;
    double quotient;
    switch (op) {
    case BINARY_ADD: return int_add(heap, a, b, out) == INT_OK;
    case BINARY_SUB: return int_sub(heap, a, b, out) == INT_OK;
    case BINARY_MULT: return int_mul(heap, a, b, out) == INT_OK;
    case BINARY_FLOOR_DIV: return int_sign(b) && int_divmod(heap, a, b, out, NULL) == INT_OK;
    case BINARY_MOD: return int_sign(b) && int_divmod(heap, a, b, NULL, out) == INT_OK;
    case BINARY_DIV:
        if (!int_sign(b) || int_true_divide(a, b, &quotient) != INT_OK)
            return false;
        *out = value_from_double(quotient);
        return true;
    case BINARY_POW:
        return small_shift && int_bit_length(a) * (size_t)value_int(b) <= FOLD_BITS &&
               int_pow(heap, a, b, out) == INT_OK;
    case BINARY_LSHIFT: return small_shift && int_lshift(heap, a, b, out) == INT_OK;
    case BINARY_RSHIFT: return small_shift && int_rshift(heap, a, b, out) == INT_OK;
    case BINARY_BIT_AND: return int_and(heap, a, b, out) == INT_OK;
    case BINARY_BIT_OR: return int_or(heap, a, b, out) == INT_OK;
    case BINARY_BIT_XOR: return int_xor(heap, a, b, out) == INT_OK;
    default: return false;
    }
}

static bool fold_binary(Compiler *c, const BinOpNode *n, Value *out)
{
    Value a, b;
    if (!fold_constant(c, n->left, &a) || !fold_constant(c, n->right, &b))
        return false;
    if (is_number(a) && is_number(b)) {
        bool has_float = value_is_float(a) || value_is_float(b);
        bool has_big = value_is_obj(a) || value_is_obj(b);
        if (has_float)
            return !has_big && fold_floats(n->op, a, b, out);
        return fold_ints(c, n->op, a, b, out);
    }
    if (!value_is_exactly(a, KIND_STR))
        return false;
    Str *s = as_str(a), *made = NULL;
    if (n->op == BINARY_ADD && value_is_exactly(b, KIND_STR) &&
        str_length(s) + str_length(as_str(b)) <= FOLD_CHARS) {
        StrBuilder builder;
        builder_init(&builder, c->heap);
        builder_str(&builder, s);
        builder_str(&builder, as_str(b));
        made = builder_finish(&builder);
    } else if (n->op == BINARY_MULT && value_is_int(b) && value_int(b) > 0 &&
               value_int(b) <= FOLD_CHARS && str_length(s) * (size_t)value_int(b) <= FOLD_CHARS) {
        made = str_repeat(c->heap, s, (size_t)value_int(b));
    }
    if (made)
        *out = OBJ(made);
    return made != NULL;
}

static bool fold_unary(Compiler *c, const UnaryOpNode *n, Value *out)
{
    Value v;
    if (!fold_constant(c, n->operand, &v))
        return false;
    if (n->op == UNARY_MINUS && value_is_float(v)) {
        *out = value_from_double(-value_float(v));
        return true;
    }
    if (!is_number(v) || value_is_float(v))
        return false;
    switch (n->op) {
    case UNARY_MINUS: return int_neg(c->heap, v, out) == INT_OK;
    case UNARY_INVERT: return int_invert(c->heap, v, out) == INT_OK;
    default: return false;
    }
}

static bool fold_tuple(Compiler *c, NodeList elements, Value *out)
{
    Value probe;
    for (uint32_t i = 0; i < elements.count; i++) {
        const Node *e = elements.items[i];
        if (e->kind != NODE_CONSTANT && !fold_constant(c, e, &probe))
            return false;
    }
    Tuple *tuple = elements.count ? tuple_new(c->heap, elements.count) : tuple_empty(c->heap);
    if (!tuple) {
        compiler_no_memory(c);
        return false;
    }
    for (uint32_t i = 0; i < elements.count; i++) {
        if (!fold_constant(c, elements.items[i], &tuple->items[i]))
            tuple->items[i] = VALUE_NONE;
    }
    *out = OBJ(tuple);
    return true;
}

bool fold_constant(Compiler *c, const Node *node, Value *out)
{
    if (c->failed)
        return false;
    if (node->kind == NODE_CONSTANT) {
        *out = fold_value(c, &node_constant(node)->value);
        return true;
    }
    if (node->depth > FOLD_DEPTH)
        return false;
    switch (node->kind) {
    case NODE_UNARY_OP: return fold_unary(c, node_unary_op(node), out);
    case NODE_BIN_OP: return fold_binary(c, node_bin_op(node), out);
    case NODE_TUPLE: return fold_tuple(c, node_tuple(node)->elements, out);
    default: return false;
    }
}

int fold_truth(Compiler *c, const Node *node)
{
    Value v;
    if (node->kind == NODE_NAME && c->options & COMPILE_HIDDEN && names_is(node_name(node)->name, "__observed__"))
        return (c->options & COMPILE_OBSERVED) != 0;
    if (node->kind == NODE_NAME && names_is(node_name(node)->name, "__debug__"))
        return 1;
    if (node->kind == NODE_UNARY_OP && node_unary_op(node)->op == UNARY_NOT &&
        node->depth <= FOLD_DEPTH) {
        int truth = fold_truth(c, node_unary_op(node)->operand);
        return truth < 0 ? truth : !truth;
    }
    if (!fold_constant(c, node, &v))
        return -1;
    if (value_is_none(v) || value_is_bool(v))
        return value_is_true(v);
    if (value_is_int(v))
        return value_int(v) != 0;
    if (value_is_float(v))
        return value_float(v) != 0;
    if (value_is_exactly(v, KIND_STR))
        return str_length(as_str(v)) != 0;
    if (value_is_exactly(v, KIND_BYTES))
        return as_bytes(v)->length != 0;
    if (value_is_exactly(v, KIND_TUPLE))
        return tuple_length(as_tuple(v)) != 0;
    return 1; /* Ellipsis, an int that is not small */
}

/* For ADDI and its like: 16 bits, signed. */
bool fold_small_int(Compiler *c, const Node *node, int32_t *out)
{
    Value v;
    bool can = node->kind == NODE_CONSTANT || node->kind == NODE_UNARY_OP;
    if (!can || !fold_constant(c, node, &v) || !value_is_int(v) || value_int(v) < INT16_MIN ||
        value_int(v) > INT16_MAX)
        return false;
    *out = (int32_t)value_int(v);
    return true;
}
