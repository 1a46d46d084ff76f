/* stmt.c - statements: one function a rule of the grammar.
 * See parser_internal.h for what NULL means and what p->explain does. */
#include "parser/parser_internal.h"

#include <stdio.h>

/* ---- blocks ---- */

/* The ":" before a block; while explaining, says that it is missing at the end of a line. */
static bool colon(Parser *p)
{
    if (accept(p, TOK_COLON))
        return true;
    if (is_explaining(p) && at(p) == TOK_NEWLINE)
        fail_last(p, DIAG_SYNTAX_ERROR, "expected ':'");
    return false;
}

static bool simple_line(Parser *p);

/* The statements after ":". `what` and `line` are for "expected an indented block after ...". */
static bool block(Parser *p, NodeList *body, const char *what, uint32_t line)
{
    uint32_t start = p->mark, base = p->stack.count;
    if (!accept(p, TOK_NEWLINE)) {
        bool is_good = simple_line(p);
        if (!is_good) {
            no_match(p, start, base);
            return false;
        }
        *body = list_take(p, base);
        return !p->failed;
    }
    if (!accept(p, TOK_INDENT)) {
        if (is_explaining(p))
            fail_last(p, DIAG_INDENTATION_ERROR, "expected an indented block after %s on line %u", what,
                      line);
        no_match(p, start, base);
        return false;
    }
    do {
        if (!stmt_statement(p)) {
            no_match(p, start, base);
            return false;
        }
    } while (at(p) != TOK_DEDENT && at(p) != TOK_END);
    if (!accept(p, TOK_DEDENT)) {
        no_match(p, start, base);
        return false;
    }
    *body = list_take(p, base);
    return !p->failed;
}

static uint32_t line_of(Parser *p, uint32_t index)
{
    return token_at(p, index).line;
}

/* [else ':' block] */
static bool else_block(Parser *p, NodeList *orelse)
{
    uint32_t start = p->mark;
    *orelse = (NodeList){ NULL, 0 };
    if (!accept(p, TOK_ELSE))
        return true;
    return expect_forced(p, TOK_COLON) && block(p, orelse, "'else' statement", line_of(p, start));
}

/* ---- simple statements ---- */

static Node *constant_statement(Parser *p, NodeKind kind)
{
    void *node = node_start(p, kind, p->mark);
    p->mark++;
    return node_finish(p, node);
}

static BinaryOperator augmented_operator(TokenType type)
{
    return (BinaryOperator)(type - TOK_PLUS_EQUAL);
}

static bool is_augmented(TokenType type)
{
    return type >= TOK_PLUS_EQUAL && type <= TOK_DOUBLE_SLASH_EQUAL;
}

static bool is_single_target(const Node *node)
{
    return node->kind == NODE_NAME || node->kind == NODE_ATTRIBUTE || node->kind == NODE_SUBSCRIPT;
}

static void explain_assignment(Parser *p)
{
    uint32_t start = p->mark;
    Node *a;
    if (at(p) == TOK_LPAR || at(p) == TOK_LSQB) {
        bool was_quiet = p->quiet;
        p->quiet = true;
        a = primary_expression(p);
        p->quiet = was_quiet;
        if (a && (a->kind == NODE_LIST || a->kind == NODE_TUPLE) && accept(p, TOK_COLON) &&
            expr_expression(p)) {
            fail_span(p, node_span(a), "only single target (not %s) can be annotated",
                      expr_kind_name(a));
            return;
        }
    }
    p->mark = start;
    a = expr_star_named(p);
    if (a && at(p) == TOK_COMMA) {
        p->mark++;
        while (at(p) != TOK_COLON && at(p) != TOK_EQUAL) {
            if (!expr_star_named(p) || !accept(p, TOK_COMMA))
                break;
        }
        if (accept(p, TOK_COLON) && expr_expression(p)) {
            fail_span(p, node_span(a), "only single target (not tuple) can be annotated");
            return;
        }
    }
    p->mark = start;
    a = expr_expression(p);
    if (a && accept(p, TOK_COLON) && expr_expression(p)) {
        fail_span(p, node_span(a), "illegal target for annotation");
        return;
    }
    p->mark = start;
    for (;;) {
        uint32_t here = p->mark;
        if (at(p) == TOK_YIELD) {
            a = expr_yield(p);
            if (a && at(p) == TOK_EQUAL)
                fail_span(p, node_span(a), "assignment to yield expression not possible");
            break;
        }
        Node *target = expr_star_targets(p);
        if (target && accept(p, TOK_EQUAL))
            continue;
        p->mark = here;
        a = expr_star_list(p);
        if (a && at(p) == TOK_EQUAL)
            fail_target(p, TARGET_STAR, a);
        break;
    }
    p->mark = start;
    if (p->failed)
        return;
    a = expr_star_list(p);
    if (a && is_augmented(at(p))) {
        p->mark++;
        if (expr_rhs(p))
            fail_span(p, node_span(a), "'%s' is an illegal expression for augmented assignment",
                      expr_kind_name(a));
    }
    p->mark = start;
}

static Node *annotated(Parser *p, uint32_t start, Node *target)
{
    AnnAssignNode *node = node_start(p, NODE_ANN_ASSIGN, start);
    p->mark++;
    Node *annotation = expr_expression(p);
    if (!annotation || !node)
        return NULL;
    node->target = target;
    node->annotation = annotation;
    node->is_simple = target->kind == NODE_NAME && !target->is_parenthesised;
    if (at(p) == TOK_EQUAL) {
        p->mark++;
        node->value = expr_rhs(p);
        if (!node->value)
            p->mark--;
    }
    return node_finish(p, node);
}

/* Assignments of all kinds, and expressions as statements. */
static Node *assignment_or_expression(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Node *first = NULL;
    if (at(p) != TOK_YIELD)
        first = expr_star_list(p);
    if (first && at(p) == TOK_COLON && is_single_target(first)) {
        Node *node = annotated(p, start, first);
        if (node)
            return node;
    } else if (first && is_augmented(at(p)) && is_single_target(first)) {
        AugAssignNode *node = node_start(p, NODE_AUG_ASSIGN, start);
        BinaryOperator op = augmented_operator(at(p));
        p->mark++;
        Node *value = expr_rhs(p);
        if (value && node) {
            node->target = first;
            node->op = op;
            node->value = value;
            return node_finish(p, node);
        }
        /* CPython commits here: nothing else is tried */
        return no_match(p, start, base);
    } else if (first && at(p) == TOK_EQUAL) {
        Node *value = first;
        bool is_good = true;
        while (is_good && at(p) == TOK_EQUAL) {
            if (value->kind == NODE_YIELD || value->kind == NODE_YIELD_FROM ||
                !expr_is_target(value, true)) {
                is_good = false;
                break;
            }
            list_push(p, value);
            p->mark++;
            value = expr_rhs(p);
            is_good = value != NULL;
        }
        if (is_good) {
            AssignNode *node = node_start(p, NODE_ASSIGN, start);
            NodeList targets = list_take(p, base);
            if (!node)
                return NULL;
            node->targets = targets;
            node->value = value;
            return node_finish(p, node);
        }
    } else if (first || at(p) == TOK_YIELD) {
        uint32_t after = p->mark;
        Node *value = first ? first : expr_yield(p);
        if (first || (value && at(p) != TOK_EQUAL)) {
            bool is_end = at(p) == TOK_NEWLINE || at(p) == TOK_SEMI;
            /* x + 1: then anything else than the end is looked at for what it was meant to be */
            if (first && !is_end && is_explaining(p)) {
                p->mark = start;
                explain_assignment(p);
                p->mark = after;
            }
            ExprNode *node = node_start(p, NODE_EXPR, start);
            if (node)
                node->value = value;
            return node_finish(p, node);
        }
    }
    p->stack.count = base;
    p->mark = start;
    if (is_explaining(p)) {
        explain_assignment(p);
        p->mark = start;
        /* as an expression it may still match, and then stops before what is wrong */
        Node *value = at(p) == TOK_YIELD ? expr_yield(p) : expr_star_list(p);
        ExprNode *node = value ? node_start(p, NODE_EXPR, start) : NULL;
        if (node) {
            node->value = value;
            return node_finish(p, node);
        }
    }
    return no_match(p, start, base);
}

static Node *return_statement(Parser *p)
{
    ReturnNode *node = node_start(p, NODE_RETURN, p->mark);
    p->mark++;
    Node *value = expr_star_list(p);
    if (node)
        node->value = value;
    return node_finish(p, node);
}

static Node *raise_statement(Parser *p)
{
    RaiseNode *node = node_start(p, NODE_RAISE, p->mark);
    p->mark++;
    Node *exc = expr_expression(p), *cause = NULL;
    if (exc && at(p) == TOK_FROM) {
        p->mark++;
        cause = expr_expression(p);
        if (!cause)
            p->mark--;
    }
    if (node) {
        node->exc = exc;
        node->cause = cause;
    }
    return node_finish(p, node);
}

static Node *delete_statement(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    DeleteNode *node = node_start(p, NODE_DELETE, start);
    for (;;) {
        uint32_t before = p->mark;
        Node *target = primary_expression(p);
        if (!target || !expr_is_target(target, false)) {
            p->mark = before; /* a comma may have stood before it: what follows is no end then */
            break;
        }
        list_push(p, target);
        if (!accept(p, TOK_COMMA))
            break;
    }
    NodeList targets = list_take(p, base);
    if (node && targets.count && (at(p) == TOK_SEMI || at(p) == TOK_NEWLINE)) {
        node->targets = targets;
        return node_finish(p, node);
    }
    if (is_explaining(p)) {
        p->mark = start + 1;
        fail_target(p, TARGET_DEL, expr_star_list(p));
    }
    return no_match(p, start, base);
}

static Node *assert_statement(Parser *p)
{
    uint32_t start = p->mark++;
    AssertNode *node = node_start(p, NODE_ASSERT, start);
    Node *test = expr_expression(p);
    if (!test || !node)
        return no_match(p, start, p->stack.count);
    node->test = test;
    if (at(p) == TOK_COMMA) {
        p->mark++;
        node->message = expr_expression(p);
        if (!node->message)
            p->mark--;
    }
    return node_finish(p, node);
}

static Node *global_statement(Parser *p)
{
    uint32_t start = p->mark;
    bool is_global = at(p) == TOK_GLOBAL;
    p->mark++;
    VEC(const Name *) names = { 0 };
    while (at(p) == TOK_NAME) {
        if (!vec_reserve(&names, 1)) {
            fail_memory(p);
            break;
        }
        names.items[names.count++] = name_of_token(p, p->mark++);
        if (at(p) != TOK_COMMA)
            break;
        p->mark++;
        if (at(p) != TOK_NAME) {
            p->mark--;
            break;
        }
    }
    Node *result = NULL;
    if (names.count && !p->failed) {
        NameList list = { arena_alloc(p->arena, names.count * sizeof *names.items), names.count };
        if (list.items)
            memcpy(list.items, names.items, names.count * sizeof *names.items);
        else
            fail_memory(p);
        if (is_global) {
            GlobalNode *node = node_start(p, NODE_GLOBAL, start);
            if (node)
                node->names = list;
            result = node_finish(p, node);
        } else {
            NonlocalNode *node = node_start(p, NODE_NONLOCAL, start);
            if (node)
                node->names = list;
            result = node_finish(p, node);
        }
    }
    vec_free(&names);
    return result ? result : no_match(p, start, p->stack.count);
}

/* ---- import ---- */

/* a.b.c as one name; NULL when there is none. Dots may have blanks around them. */
static const Name *dotted_name(Parser *p)
{
    if (at(p) != TOK_NAME)
        return NULL;
    uint32_t first = p->mark++;
    while (at(p) == TOK_DOT && at_second(p) == TOK_NAME)
        p->mark += 2;
    if (p->failed)
        return NULL;
    if (p->mark == first + 1)
        return name_of_token(p, first);
    size_t length = 0;
    for (uint32_t i = first; i < p->mark; i += 2) {
        const Name *part = name_of_token(p, i);
        if (!part)
            return NULL;
        length += part->length + 1;
    }
    char *text = arena_alloc(p->arena, length), *out = text;
    if (!text)
        return fail_memory(p);
    for (uint32_t i = first; i < p->mark; i += 2) {
        const Name *part = name_of_token(p, i);
        if (i > first)
            *out++ = '.';
        memcpy(out, part->bytes, part->length);
        out += part->length;
    }
    return name_intern(p, text, (size_t)(out - text));
}

/* Items between commas, pushed; false when there is none. */
static bool pushed_items(Parser *p, Node *(*item)(Parser *))
{
    Node *first = item(p);
    if (!first)
        return false;
    list_push(p, first);
    while (at(p) == TOK_COMMA) {
        p->mark++;
        Node *next = item(p);
        if (!next) {
            p->mark--;
            break;
        }
        list_push(p, next);
    }
    return !p->failed;
}

static Node *alias(Parser *p, bool may_dot)
{
    uint32_t start = p->mark;
    AliasNode *node = at(p) == TOK_NAME ? node_start(p, NODE_ALIAS, start) : NULL;
    if (!node)
        return NULL;
    node->name = may_dot ? dotted_name(p) : name_of_token(p, p->mark++);
    if (p->mark > start + 1)
        node->head = name_of_token(p, start);
    if (at(p) == TOK_AS) {
        p->mark++;
        if (at(p) == TOK_NAME)
            node->asname = name_of_token(p, p->mark++);
        else
            p->mark--;
    }
    return node_finish(p, node);
}

static Node *dotted_alias(Parser *p)
{
    return alias(p, true);
}

static Node *name_alias(Parser *p)
{
    return alias(p, false);
}

static Node *import_statement(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    if (is_explaining(p)) {
        p->mark++;
        if (at(p) == TOK_NEWLINE)
            return fail_from(p, token_at(p, p->mark).line, token_at(p, p->mark).col,
                             "Expected one or more names after 'import'");
        while (dotted_name(p) && accept(p, TOK_COMMA))
            ;
        if (p->mark > start + 1 && accept(p, TOK_FROM) && dotted_name(p)) {
            at(p);
            return fail_from(p, token_at(p, start).line, token_at(p, start).col,
                             "Did you mean to use 'from ... import ...' instead?");
        }
        p->mark = start;
    }
    p->mark++;
    ImportNode *node = node_start(p, NODE_IMPORT, start);
    if (!node || !pushed_items(p, dotted_alias))
        return no_match(p, start, base);
    node->names = list_take(p, base);
    return node_finish(p, node);
}

static Node *from_statement(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    ImportFromNode *node = node_start(p, NODE_IMPORT_FROM, start);
    if (!node)
        return NULL;
    while (at(p) == TOK_DOT || at(p) == TOK_ELLIPSIS) {
        node->level += at(p) == TOK_DOT ? 1 : 3;
        p->mark++;
    }
    node->module = dotted_name(p);
    if ((!node->module && !node->level) || !accept(p, TOK_IMPORT))
        return no_match(p, start, base);
    uint32_t names = p->mark;
    if (accept(p, TOK_LPAR)) {
        if (pushed_items(p, name_alias)) {
            accept(p, TOK_COMMA);
            if (accept(p, TOK_RPAR))
                goto done;
        }
    } else if (at(p) == TOK_STAR) {
        AliasNode *all = node_start(p, NODE_ALIAS, p->mark);
        p->mark++;
        if (all)
            all->name = name_intern(p, "*", 1);
        list_push(p, node_finish(p, all));
        goto done;
    } else if (pushed_items(p, name_alias) && at(p) != TOK_COMMA) {
        goto done;
    }
    if (is_explaining(p)) {
        p->mark = names;
        p->stack.count = base;
        if (at(p) == TOK_NEWLINE)
            return fail_from(p, token_at(p, p->mark).line, token_at(p, p->mark).col,
                             "Expected one or more names after 'import'");
        if (pushed_items(p, name_alias) && accept(p, TOK_COMMA) && at(p) == TOK_NEWLINE)
            return fail_last(p, DIAG_SYNTAX_ERROR,
                             "trailing comma not allowed without surrounding parentheses");
    }
    return no_match(p, start, base);
done:
    node->names = list_take(p, base);
    return node_finish(p, node);
}

static Node *simple_statement(Parser *p)
{
    Node *node;
    if (memo_find(p, MEMO_SIMPLE, &node))
        return node;
    uint32_t start = p->mark;
    switch (at(p)) {
    case TOK_RETURN: node = return_statement(p); break;
    case TOK_RAISE: node = raise_statement(p); break;
    case TOK_DEL: node = delete_statement(p); break;
    case TOK_ASSERT: node = assert_statement(p); break;
    case TOK_GLOBAL:
    case TOK_NONLOCAL: node = global_statement(p); break;
    case TOK_IMPORT: node = import_statement(p); break;
    case TOK_FROM: node = from_statement(p); break;
    case TOK_PASS: node = constant_statement(p, NODE_PASS); break;
    case TOK_BREAK: node = constant_statement(p, NODE_BREAK); break;
    case TOK_CONTINUE: node = constant_statement(p, NODE_CONTINUE); break;
    default: node = assignment_or_expression(p); break;
    }
    if (p->failed)
        return NULL;
    return memo_keep(p, MEMO_SIMPLE, start, node);
}

/* statement (';' statement)* [';'] NEWLINE: pushes them. */
static bool simple_line(Parser *p)
{
    for (;;) {
        Node *node = simple_statement(p);
        if (!node || !list_push(p, node))
            return false;
        if (!accept(p, TOK_SEMI))
            break;
        if (at(p) == TOK_NEWLINE)
            break;
    }
    return accept(p, TOK_NEWLINE);
}

/* ---- compound statements ---- */

static Node *if_statement(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    IfNode *node = node_start(p, NODE_IF, start);
    bool is_first = true;
    while (node && (is_first ? at(p) == TOK_IF : at(p) == TOK_ELIF)) {
        uint32_t here = p->mark++;
        IfBranchNode *branch = node_start(p, NODE_IF_BRANCH, here);
        Node *test = expr_named(p);
        NodeList body;
        if (!branch || !test || !colon(p) ||
            !block(p, &body, is_first ? "'if' statement" : "'elif' statement", line_of(p, here)))
            return no_match(p, start, base);
        branch->test = test;
        branch->body = body;
        list_push(p, node_finish(p, branch));
        is_first = false;
    }
    NodeList branches = list_take(p, base);
    NodeList orelse;
    if (!node || !else_block(p, &orelse))
        return no_match(p, start, base);
    node->branches = branches;
    node->orelse = orelse;
    return node_finish(p, node);
}

static Node *while_statement(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    WhileNode *node = node_start(p, NODE_WHILE, start);
    Node *test = expr_named(p);
    NodeList body, orelse;
    if (!node || !test || !colon(p) || !block(p, &body, "'while' statement", line_of(p, start)) ||
        !else_block(p, &orelse))
        return no_match(p, start, base);
    node->test = test;
    node->body = body;
    node->orelse = orelse;
    return node_finish(p, node);
}

static Node *for_statement(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    ForNode *node = node_start(p, NODE_FOR, start);
    bool is_async = accept(p, TOK_ASYNC);
    uint32_t keyword = p->mark;
    if (!node || !accept(p, TOK_FOR))
        return no_match(p, start, base);
    Node *target = expr_star_targets(p);
    if (!target || !accept(p, TOK_IN)) {
        if (is_explaining(p)) {
            p->mark = keyword + 1;
            fail_target(p, TARGET_FOR, expr_star_list(p));
        }
        return no_match(p, start, base);
    }
    Node *iter = expr_star_list(p);
    NodeList body, orelse;
    if (!iter || !colon(p) || !block(p, &body, "'for' statement", line_of(p, keyword)) ||
        !else_block(p, &orelse))
        return no_match(p, start, base);
    node->target = target;
    node->iter = iter;
    node->body = body;
    node->orelse = orelse;
    node->is_async = is_async;
    return node_finish(p, node);
}

static Node *with_item(Parser *p)
{
    uint32_t start = p->mark;
    WithItemNode *node = node_start(p, NODE_WITH_ITEM, start);
    Node *context = node ? expr_expression(p) : NULL;
    if (!context)
        return NULL;
    node->context = context;
    if (at(p) == TOK_AS) {
        uint32_t here = p->mark++;
        Node *target = expr_star_target(p);
        TokenType next = at(p);
        if (target && (next == TOK_COMMA || next == TOK_RPAR || next == TOK_COLON)) {
            node->target = target;
        } else {
            if (is_explaining(p) && target && next == TOK_NEWLINE)
                return fail_last(p, DIAG_SYNTAX_ERROR, "expected ':'");
            if (is_explaining(p)) {
                p->mark = here + 1;
                Node *wrong = expr_expression(p);
                next = at(p);
                if (wrong && (next == TOK_COMMA || next == TOK_RPAR || next == TOK_COLON))
                    fail_target(p, TARGET_STAR, wrong);
            }
            p->mark = here;
        }
    }
    return node_finish(p, node);
}

static Node *with_statement(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    WithNode *node = node_start(p, NODE_WITH, start);
    bool is_async = accept(p, TOK_ASYNC);
    uint32_t keyword = p->mark;
    if (!node || !accept(p, TOK_WITH))
        return no_match(p, start, base);
    bool is_good = false;
    if (accept(p, TOK_LPAR)) { /* with (a as b, c): */
        if (pushed_items(p, with_item)) {
            accept(p, TOK_COMMA);
            if (accept(p, TOK_RPAR)) {
                if (at(p) == TOK_NEWLINE && is_explaining(p))
                    fail_last(p, DIAG_SYNTAX_ERROR, "expected ':'");
                is_good = accept(p, TOK_COLON);
            }
        }
        if (!is_good) { /* with (a): and with (a).b as c: */
            p->mark = keyword + 1;
            p->stack.count = base;
        }
    }
    NodeList body;
    if (!is_good)
        is_good = pushed_items(p, with_item) && colon(p);
    if (!is_good || p->failed)
        return no_match(p, start, base);
    NodeList items = list_take(p, base);
    if (!block(p, &body, "'with' statement", line_of(p, keyword)))
        return no_match(p, start, base);
    node->items = items;
    node->body = body;
    node->is_async = is_async;
    return node_finish(p, node);
}

static Node *except_clause(Parser *p, bool *is_star)
{
    uint32_t start = p->mark++;
    ExceptHandlerNode *node = node_start(p, NODE_EXCEPT_HANDLER, start);
    if (!node)
        return NULL;
    *is_star = accept(p, TOK_STAR);
    const char *what = *is_star ? "'except*' statement" : "'except' statement";
    if (at(p) != TOK_COLON) {
        if (is_explaining(p) && at(p) == TOK_NEWLINE)
            return fail_last(p, DIAG_SYNTAX_ERROR,
                             *is_star ? "expected one or more exception types" : "expected ':'");
        uint32_t here = p->mark;
        Node *type = expr_expression(p);
        if (!type)
            return no_match(p, start, p->stack.count);
        if (at(p) == TOK_COMMA && is_explaining(p)) {
            p->mark++;
            Node *more = expr_star_list(p);
            if (more) {
                if (accept(p, TOK_AS))
                    accept(p, TOK_NAME);
                if (at(p) == TOK_COLON)
                    return fail_from(p, token_at(p, here).line, token_at(p, here).col,
                                     "multiple exception types must be parenthesized");
            }
            p->mark = here;
            expr_expression(p);
        }
        node->type = type;
        if (at(p) == TOK_AS) {
            p->mark++;
            if (at(p) != TOK_NAME)
                return no_match(p, start, p->stack.count);
            node->name = name_of_token(p, p->mark++);
        }
    } else if (*is_star) {
        if (is_explaining(p))
            fail_last(p, DIAG_SYNTAX_ERROR, "expected one or more exception types");
        return no_match(p, start, p->stack.count);
    }
    NodeList body;
    if (!colon(p) || !block(p, &body, what, line_of(p, start)))
        return no_match(p, start, p->stack.count);
    node->body = body;
    return node_finish(p, node);
}

static Node *try_statement(Parser *p)
{
    uint32_t start = p->mark++, base = p->stack.count;
    TryNode *node = node_start(p, NODE_TRY, start);
    NodeList body = { NULL, 0 }, handlers, orelse = { NULL, 0 }, finalbody = { NULL, 0 };
    if (!node || !expect_forced(p, TOK_COLON) ||
        !block(p, &body, "'try' statement", line_of(p, start)))
        return no_match(p, start, base);
    if (at(p) != TOK_EXCEPT && at(p) != TOK_FINALLY) {
        if (is_explaining(p))
            fail_last(p, DIAG_SYNTAX_ERROR, "expected 'except' or 'finally' block");
        return no_match(p, start, base);
    }
    bool has_star = false;
    for (uint32_t count = 0; at(p) == TOK_EXCEPT; count++) {
        bool is_star = false;
        uint32_t here = p->mark;
        Node *handler = except_clause(p, &is_star);
        if (!handler)
            return no_match(p, start, base);
        if (count && is_star != has_star) {
            if (is_explaining(p))
                fail_span(p,
                          span_between(token_span(token_at(p, here)),
                                       token_span(token_at(p, here + (is_star ? 1 : 0)))),
                          "cannot have both 'except' and 'except*' on the same 'try'");
            return no_match(p, start, base);
        }
        has_star = is_star;
        list_push(p, handler);
    }
    handlers = list_take(p, base);
    if (handlers.count && !else_block(p, &orelse))
        return no_match(p, start, base);
    uint32_t here = p->mark;
    if (accept(p, TOK_FINALLY) &&
        (!expect_forced(p, TOK_COLON) || !block(p, &finalbody, "'finally' statement", line_of(p, here))))
        return no_match(p, start, base);
    node->body = body;
    node->handlers = handlers;
    node->orelse = orelse;
    node->finalbody = finalbody;
    node->is_star = has_star;
    return node_finish(p, node);
}

/* Python 3.12's type parameters. */
static bool refuse_type_parameters(Parser *p)
{
    if (at(p) != TOK_LSQB || at_second(p) == TOK_ERROR)
        return false;
    fail_span(p, token_span(token_at(p, p->mark)),
              "miniasync has no generic syntax: leave the type parameters out");
    return true;
}

static Node *function(Parser *p, NodeList decorators, uint32_t first_line)
{
    uint32_t start = p->mark, base = p->stack.count;
    FunctionDefNode *node = node_start(p, NODE_FUNCTION_DEF, start);
    bool is_async = accept(p, TOK_ASYNC);
    uint32_t keyword = p->mark;
    if (!node || !accept(p, TOK_DEF) || at(p) != TOK_NAME)
        return no_match(p, start, base);
    node->name = name_of_token(p, p->mark++);
    if (refuse_type_parameters(p) || !expect_forced(p, TOK_LPAR))
        return NULL;
    node->args = params_read(p, false);
    if (!node->args || !accept(p, TOK_RPAR))
        return no_match(p, start, base);
    if (at(p) == TOK_ARROW) {
        p->mark++;
        node->returns = expr_expression(p);
        if (!node->returns)
            p->mark--;
    }
    NodeList body;
    if (!expect_forced(p, TOK_COLON) ||
        !block(p, &body, "function definition", line_of(p, keyword)))
        return no_match(p, start, base);
    node->body = body;
    node->decorators = decorators;
    node->is_async = is_async;
    node->first_line = (int32_t)(decorators.count ? first_line : line_of(p, start));
    return node_finish(p, node);
}

static Node *class_definition(Parser *p, NodeList decorators, uint32_t first_line)
{
    uint32_t start = p->mark, base = p->stack.count;
    ClassDefNode *node = node_start(p, NODE_CLASS_DEF, start);
    if (!node || !accept(p, TOK_CLASS) || at(p) != TOK_NAME)
        return no_match(p, start, base);
    node->name = name_of_token(p, p->mark++);
    if (refuse_type_parameters(p))
        return NULL;
    NodeList args = { NULL, 0 }, keywords = { NULL, 0 }, body;
    if (accept(p, TOK_LPAR) && (!call_arguments(p, &args, &keywords) || !accept(p, TOK_RPAR)))
        return no_match(p, start, base);
    if (!colon(p) || !block(p, &body, "class definition", line_of(p, start)))
        return no_match(p, start, base);
    node->bases = args;
    node->keywords = keywords;
    node->body = body;
    node->decorators = decorators;
    node->first_line = (int32_t)(decorators.count ? first_line : line_of(p, start));
    return node_finish(p, node);
}

static Node *decorated(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    uint32_t first_line = line_of(p, start);
    while (accept(p, TOK_AT)) {
        Node *decorator = expr_named(p);
        if (!decorator || !accept(p, TOK_NEWLINE))
            return no_match(p, start, base);
        list_push(p, decorator);
    }
    NodeList decorators = list_take(p, base);
    Node *node = NULL;
    if (at(p) == TOK_CLASS)
        node = class_definition(p, decorators, first_line);
    else if (at(p) == TOK_DEF || at(p) == TOK_ASYNC)
        node = function(p, decorators, first_line);
    return node ? node : no_match(p, start, base);
}

/* `match subject:` NEWLINE INDENT `case`, `type X =`, `type X[`: refused with a word of their own. All
 * else that begins with these names is an ordinary statement. */
static bool refuse_soft_statement(Parser *p)
{
    uint32_t start = p->mark;
    Span span = token_span(token_at(p, start));
    if (token_is_word(p, start, "type")) {
        if (at_second(p) != TOK_NAME)
            return false;
        p->mark += 2;
        TokenType next = at(p);
        p->mark = start;
        if (next == TOK_EQUAL || next == TOK_LSQB)
            fail_span(p, span, "miniasync has no type statement: write X = ... without 'type'");
        return p->failed;
    }
    if (!token_is_word(p, start, "match"))
        return false;
    switch (at_second(p)) { /* what a subject cannot begin with */
    case TOK_EQUAL:
    case TOK_DOT:
    case TOK_COMMA:
    case TOK_NEWLINE:
    case TOK_COLON:
    case TOK_RPAR: return false;
    default: break;
    }
    uint32_t base = p->stack.count;
    bool was_quiet = p->quiet;
    p->quiet = true;
    p->mark++;
    bool is_match = expr_star_list(p) != NULL && accept(p, TOK_COLON) && accept(p, TOK_NEWLINE) &&
                    accept(p, TOK_INDENT) && at(p) == TOK_NAME && token_is_word(p, p->mark, "case");
    p->quiet = was_quiet;
    p->mark = start;
    p->stack.count = base;
    if (is_match)
        fail_span(p, span, "miniasync has no match statement: write if and elif");
    return p->failed;
}

Node *stmt_statement(Parser *p)
{
    Node *node = NULL;
    uint32_t start = p->mark, base = p->stack.count;
    switch (at(p)) {
    case TOK_IF: node = if_statement(p); break;
    case TOK_WHILE: node = while_statement(p); break;
    case TOK_FOR: node = for_statement(p); break;
    case TOK_TRY: node = try_statement(p); break;
    case TOK_WITH: node = with_statement(p); break;
    case TOK_DEF: node = function(p, (NodeList){ NULL, 0 }, 0); break;
    case TOK_CLASS: node = class_definition(p, (NodeList){ NULL, 0 }, 0); break;
    case TOK_AT: node = decorated(p); break;
    case TOK_ASYNC:
        switch (at_second(p)) {
        case TOK_DEF: node = function(p, (NodeList){ NULL, 0 }, 0); break;
        case TOK_FOR: node = for_statement(p); break;
        case TOK_WITH: node = with_statement(p); break;
        default: break;
        }
        break;
    default:
        if (at(p) == TOK_ERROR || (at(p) == TOK_NAME && refuse_soft_statement(p)))
            return NULL;
        if (!simple_line(p) || p->failed)
            return no_match(p, start, base);
        return p->stack.items[p->stack.count - 1];
    }
    if (!node || !list_push(p, node))
        return no_match(p, start, base);
    return node;
}
