/* primary.c - names, literals and displays, and what hangs on them: x.name, x(...), x[...]. */
#include "parser/parser_internal.h"

/* ---- subscripts ---- */

static Node *one_slice(Parser *p)
{
    uint32_t start = p->mark;
    Node *lower = NULL;
    if (at(p) == TOK_STAR)
        return call_starred(p);
    if (at(p) != TOK_COLON) {
        lower = expr_named(p);
        if (!lower || at(p) != TOK_COLON)
            return lower;
        if (lower->kind == NODE_NAMED_EXPR && !lower->is_parenthesised) {
            p->mark = start;
            return NULL;
        }
    }
    p->mark++;
    SliceNode *slice = node_start(p, NODE_SLICE, start);
    if (!slice)
        return NULL;
    slice->lower = lower;
    if (at(p) != TOK_COLON && at(p) != TOK_COMMA && at(p) != TOK_RSQB)
        slice->upper = expr_expression(p);
    if (accept(p, TOK_COLON) && at(p) != TOK_COMMA && at(p) != TOK_RSQB)
        slice->step = expr_expression(p);
    return node_finish(p, slice);
}

static Node *slices(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *first = one_slice(p);
    if (!first)
        return NULL;
    if (at(p) != TOK_COMMA && first->kind != NODE_STARRED)
        return first;
    TupleNode *tuple = node_start(p, NODE_TUPLE, start);
    list_push(p, first);
    while (accept(p, TOK_COMMA) && at(p) != TOK_RSQB) {
        Node *next = one_slice(p);
        if (!next) {
            p->mark--;
            break;
        }
        list_push(p, next);
    }
    if (tuple)
        tuple->elements = list_take(p, base);
    return node_finish(p, tuple);
}

/* ---- atoms and primaries ---- */

static Node *constant_token(Parser *p, ConstantKind kind)
{
    ConstantNode *node = node_start(p, NODE_CONSTANT, p->mark);
    if (node)
        node->value.kind = kind;
    p->mark++;
    return node_finish(p, node);
}

static Node *atom(Parser *p)
{
    switch (at(p)) {
    case TOK_NAME: {
        NameNode *name = node_start(p, NODE_NAME, p->mark);
        if (name)
            name->name = name_of_token(p, p->mark);
        p->mark++;
        return node_finish(p, name);
    }
    case TOK_NUMBER: return literal_number(p);
    case TOK_STRING:
    case TOK_FSTRING_START: return literal_strings(p);
    case TOK_TRUE: return constant_token(p, CONSTANT_TRUE);
    case TOK_FALSE: return constant_token(p, CONSTANT_FALSE);
    case TOK_NONE: return constant_token(p, CONSTANT_NONE);
    case TOK_ELLIPSIS: return constant_token(p, CONSTANT_ELLIPSIS);
    case TOK_LPAR: return display_parenthesised(p);
    case TOK_LSQB: return display_bracketed(p);
    case TOK_LBRACE: return display_braced(p);
    default: return NULL;
    }
}

Node *primary_expression(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_PRIMARY, &node))
        return node;
    uint32_t start = p->mark;
    node = atom(p);
    /* Where it starts, also for (a).b, is the first token. */
    while (node) {
        uint32_t here = p->mark;
        switch (at(p)) {
        case TOK_DOT: {
            p->mark++;
            if (at(p) != TOK_NAME) {
                p->mark = here;
                goto done;
            }
            AttributeNode *attribute = node_start(p, NODE_ATTRIBUTE, start);
            if (attribute) {
                attribute->value = node;
                attribute->name = name_of_token(p, p->mark);
            }
            p->mark++;
            node = node_finish(p, attribute);
            break;
        }
        case TOK_LPAR: {
            NodeList args, keywords;
            if (!call_bracketed(p, &args, &keywords)) {
                p->mark = here;
                goto done;
            }
            CallNode *call = node_start(p, NODE_CALL, start);
            if (call) {
                call->function = node;
                call->args = args;
                call->keywords = keywords;
            }
            node = node_finish(p, call);
            break;
        }
        case TOK_LSQB: {
            p->mark++;
            Node *index = slices(p);
            if (!index || !accept(p, TOK_RSQB)) {
                p->mark = here;
                goto done;
            }
            SubscriptNode *subscript = node_start(p, NODE_SUBSCRIPT, start);
            if (subscript) {
                subscript->value = node;
                subscript->index = index;
            }
            node = node_finish(p, subscript);
            break;
        }
        default: goto done;
        }
    }
done:
    if (p->failed)
        return NULL;
    return memo_keep(p, MEMO_PRIMARY, start, node);
}
