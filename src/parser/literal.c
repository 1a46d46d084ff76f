/* literal.c - what numbers and strings mean: digits, escapes, adjacent strings, f-strings. */
#include "parser/parser_internal.h"

#include "base/utf8.h"
#include "parser/warn.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- numbers ---- */

enum { MAX_DECIMAL_DIGITS = 4300 };

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 99;
}

static void integer_constant(Parser *p, Constant *value, const char *digits, size_t length, int base,
                             Token token)
{
    while (length > 1 && *digits == '0') {
        digits++;
        length--;
    }
    int64_t number = 0;
    bool fits = true;
    for (size_t i = 0; i < length && fits; i++)
        fits = !__builtin_mul_overflow(number, base, &number) &&
               !__builtin_add_overflow(number, digit_value(digits[i]), &number);
    value->kind = CONSTANT_INT;
    value->integer = number;
    if (fits)
        return;
    if (base == 10 && length > MAX_DECIMAL_DIGITS) {
        fail_span(p, (Span){ token.line, SPAN_NO_COL, 0, 0 },
                  "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; "
                  "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for "
                  "huge integer literals to avoid decimal conversion limits.",
                  MAX_DECIMAL_DIGITS, length);
        return;
    }
    value->kind = CONSTANT_BIG_INT;
    value->base = base;
    value->bytes = arena_copy(p->arena, digits, length);
    value->length = length;
    if (!value->bytes)
        fail_memory(p);
}

Node *literal_number(Parser *p)
{
    Token token = token_at(p, p->mark);
    ConstantNode *node = node_start(p, NODE_CONSTANT, p->mark);
    size_t length = token.end - token.start;
    char small[64];
    char *text = length < sizeof small ? small : arena_alloc(p->arena, length + 1);
    if (!node || !text)
        return fail_memory(p);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        char c = p->source->text[token.start + i];
        if (c != '_')
            text[n++] = c;
    }
    text[n] = 0;
    int base = 10;
    if (n > 2 && text[0] == '0') {
        char kind = (char)(text[1] | 0x20);
        base = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 10;
    }
    if (base != 10) {
        integer_constant(p, &node->value, text + 2, n - 2, base, token);
    } else if (strpbrk(text, ".eE")) {
        node->value.kind = CONSTANT_FLOAT;
        node->value.number = strtod(text, NULL);
    } else {
        integer_constant(p, &node->value, text, n, 10, token);
    }
    p->mark++;
    return node_finish(p, node);
}

/* ---- the bytes of a string ---- */

/* What has been read of a string and is not yet a node, and where it stands. */
typedef struct Text {
    VEC(char) bytes;
    bool has_place;
    Span place;
    bool is_warned; /* of an escape */
} Text;

static bool text_add(Parser *p, Text *text, const char *bytes, size_t length)
{
    if (length >= INT32_MAX || !vec_reserve(&text->bytes, length)) {
        fail_memory(p);
        return false;
    }
    if (length)
        memcpy(text->bytes.items + text->bytes.count, bytes, length);
    text->bytes.count += (uint32_t)length;
    return true;
}

static void text_extend(Text *text, Span place)
{
    if (!text->has_place)
        text->place = place;
    text->has_place = true;
    text->place.end_line = place.end_line;
    text->place.end_col = place.end_col;
}

static bool text_add_point(Parser *p, Text *text, uint32_t point)
{
    char bytes[4];
    return text_add(p, text, bytes, (size_t)utf8_encode(point, bytes));
}

/* CPython counts bytes after it has replaced each non-ASCII character by \UXXXXXXXX. */
static size_t codec_position(const char *body, size_t offset)
{
    size_t position = 0;
    for (size_t i = 0; i < offset; i++) {
        unsigned char c = (unsigned char)body[i];
        position += c < 0x80 ? 1 : (c & 0xC0) != 0x80 ? 10 : 0;
    }
    return position;
}

/* CPython marks the token it has read last: of an f-string, whose pieces are looked at together, the quotes at its
 * end. */
static Span escape_place(Parser *p, Token token)
{
    if (token.type != TOK_FSTRING_MIDDLE)
        return token_span(token);
    uint32_t back = p->mark;
    for (uint32_t depth = 1; depth > 0 && !p->failed; p->mark++) {
        TokenType type = at(p);
        depth += (type == TOK_FSTRING_START) - (type == TOK_FSTRING_END);
        if (type == TOK_FSTRING_END)
            token = token_at(p, p->mark);
        if (type == TOK_END)
            break;
    }
    p->mark = back;
    return token_span(token);
}

static bool fail_escape(Parser *p, Token token, const char *body, size_t start, size_t length,
                        const char *what)
{
    size_t from = codec_position(body, start);
    Span place = escape_place(p, token);
    if (p->failed)
        return false;
    fail_span(p, place,
              "(unicode error) 'unicodeescape' codec can't decode bytes in position %zu-%zu: %s", from,
              from + length - 1, what);
    return false;
}

/* Only the first one of a literal is told. */
static void warn_escape(Parser *p, Text *text, Token token, const char *format, const char *escape)
{
    if (text->is_warned)
        return;
    text->is_warned = true;
    char shown[100];
    snprintf(shown, sizeof shown, format, escape);
    warn_note(p->arena, token_span(token), "%s", shown);
}

/* The escape at body[i] == '\\': adds what it means; returns how many bytes it has, 0 on failure. */
static size_t add_escape(Parser *p, Text *text, Token token, const char *body, size_t i, size_t length,
                         bool is_bytes)
{
    char c = i + 1 < length ? body[i + 1] : '\\';
    char plain = 0;
    switch (c) {
    case '\n': return 2;
    case '\\': plain = '\\'; break;
    case '\'': plain = '\''; break;
    case '"': plain = '"'; break;
    case 'a': plain = '\a'; break;
    case 'b': plain = '\b'; break;
    case 'f': plain = '\f'; break;
    case 'n': plain = '\n'; break;
    case 'r': plain = '\r'; break;
    case 't': plain = '\t'; break;
    case 'v': plain = '\v'; break;
    default: break;
    }
    if (plain)
        return text_add(p, text, &plain, 1) ? 2 : 0;
    if (c >= '0' && c <= '7') {
        uint32_t value = 0;
        size_t n = 1;
        while (n < 4 && i + n < length && body[i + n] >= '0' && body[i + n] <= '7')
            value = value * 8 + (uint32_t)(body[i + n++] - '0');
        char byte = (char)value;
        bool added = is_bytes ? text_add(p, text, &byte, 1) : text_add_point(p, text, value);
        if (value > 0377)
            warn_escape(p, text, token, "invalid octal escape sequence '\\%.3s'", body + i + 1);
        return added ? n : 0;
    }
    size_t digits = c == 'x' ? 2 : is_bytes ? 0 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits) {
        uint32_t value = 0;
        size_t n = 2;
        while (n < digits + 2 && i + n < length && digit_value(body[i + n]) < 16)
            value = value * 16 + (uint32_t)digit_value(body[i + n++]);
        if (n < digits + 2) {
            if (is_bytes)
                fail_span(p, token_span(token), "(value error) invalid \\x escape at position %zu", i);
            else
                fail_escape(p, token, body, i, n,
                            c == 'x'   ? "truncated \\xXX escape"
                            : c == 'u' ? "truncated \\uXXXX escape"
                                       : "truncated \\UXXXXXXXX escape");
            return 0;
        }
        if (value > 0x10FFFF) {
            fail_escape(p, token, body, i, n, "illegal Unicode character");
            return 0;
        }
        char byte = (char)value;
        bool added = is_bytes ? text_add(p, text, &byte, 1) : text_add_point(p, text, value);
        return added ? n : 0;
    }
    if (c == 'N' && !is_bytes) {
        size_t n = 2;
        if (i + n < length && body[i + n] == '{') {
            while (i + n < length && body[i + n] != '}')
                n++;
        }
        if (n < 4 || i + n >= length) {
            fail_escape(p, token, body, i, n > length - i ? length - i : n,
                        "malformed \\N character escape");
            return 0;
        }
        fail_span(p, token_span(token),
                  "miniasync has no names of characters: write '\\u....' for '%.*s'",
                  (int)(n + 1 > 60 ? 60 : n + 1), body + i);
        return 0;
    }
    if ((unsigned char)c < 0x80)
        warn_escape(p, text, token, "invalid escape sequence '\\%.1s'", body + i + 1);
    return text_add(p, text, "\\", 1) ? 1 : 0; /* unknown: the backslash stays */
}

/* Adds what the body of a literal means. `is_text`: of an f-string, where {{ stands for {. */
static bool add_body(Parser *p, Text *text, Token token, const char *body, size_t length, bool is_raw,
                     bool is_bytes, bool is_text)
{
    text->is_warned = false;
    for (size_t i = 0; i < length && is_bytes; i++) {
        if ((unsigned char)body[i] & 0x80) {
            fail_span(p, token_span(token), "bytes can only contain ASCII literal characters");
            return false;
        }
    }
    for (size_t i = 0; i < length;) {
        size_t from = i;
        while (i < length && !(body[i] == '\\' && !is_raw) &&
               !(is_text && (body[i] == '{' || body[i] == '}')))
            i++;
        if (!text_add(p, text, body + from, i - from))
            return false;
        if (i >= length)
            break;
        if (body[i] == '\\') {
            if (is_text && i + 1 == length) /* a field follows */
                warn_escape(p, text, token, "invalid escape sequence '\\%.1s'", body + i + 1);
            size_t count = add_escape(p, text, token, body, i, length, is_bytes);
            if (!count)
                return false;
            i += count;
        } else {
            if (!text_add(p, text, body + i, 1))
                return false;
            i += i + 1 < length && body[i + 1] == body[i] ? 2 : 1;
        }
    }
    return true;
}

static Node *constant_of_text(Parser *p, Text *text, ConstantKind kind)
{
    ConstantNode *node = p->failed ? NULL : (ConstantNode *)ast_new(p->arena, NODE_CONSTANT);
    if (!node)
        return p->failed ? NULL : fail_memory(p);
    node->base.line = text->place.line;
    node->base.col = text->place.col;
    node->base.end_line = text->place.end_line;
    node->base.end_col = text->place.end_col;
    node->value.kind = kind;
    node->value.bytes =
        arena_copy(p->arena, text->bytes.items ? text->bytes.items : "", text->bytes.count);
    node->value.length = text->bytes.count;
    if (!node->value.bytes)
        return fail_memory(p);
    text->bytes.count = 0;
    text->has_place = false;
    return node_measure(p, node);
}

static bool flush_text(Parser *p, Text *text)
{
    if (!text->bytes.count) {
        text->has_place = false;
        return true;
    }
    Node *node = constant_of_text(p, text, CONSTANT_STR);
    return node && list_push(p, node);
}

/* ---- f-strings ---- */

static void fail_next(Parser *p, const char *message)
{
    at(p);
    if (p->failed)
        return;
    Token token = token_at(p, p->mark);
    Span span = token_span(token);
    if (token.is_virtual)
        span = (Span){ token.line, token.col - 1, 0, 0 };
    fail_span(p, span, "f-string: %s", message);
}

static bool ends_field(TokenType type)
{
    return type == TOK_EXCLAMATION || type == TOK_COLON || type == TOK_RBRACE;
}

static void explain_field(Parser *p, uint32_t start, uint32_t format_end)
{
    p->mark = start + 1;
    TokenType type = at(p);
    if (type == TOK_EQUAL || ends_field(type)) {
        fail_span(p, token_span(token_at(p, p->mark)), "f-string: valid expression required before '%s'",
                  token_text(type));
        return;
    }
    if (!expr_rhs(p)) {
        fail_next(p, "expecting a valid expression after '{'");
        return;
    }
    type = at(p);
    if (type != TOK_EQUAL && !ends_field(type)) {
        fail_next(p, "expecting '=', or '!', or ':', or '}'");
        return;
    }
    if (type == TOK_EQUAL) {
        p->mark++;
        type = at(p);
        if (!ends_field(type)) {
            fail_next(p, "expecting '!', or ':', or '}'");
            return;
        }
    }
    if (type == TOK_EXCLAMATION) {
        p->mark++;
        type = at(p);
        if (type == TOK_COLON || type == TOK_RBRACE) {
            fail_next(p, "missing conversion character");
            return;
        }
        if (type != TOK_NAME) {
            fail_next(p, "invalid conversion character");
            return;
        }
        p->mark++;
        type = at(p);
        if (type != TOK_COLON && type != TOK_RBRACE) {
            fail_next(p, "expecting ':' or '}'");
            return;
        }
    }
    if (type == TOK_COLON) {
        if (!format_end)
            return;
        p->mark = format_end;
        if (at(p) != TOK_RBRACE)
            fail_next(p, "expecting '}', or format specs");
    } else if (type != TOK_RBRACE) {
        fail_next(p, "expecting '}'");
    }
}

static bool add_field(Parser *p, Text *text, bool is_raw);

/* The format after ":" up to, not past, "}". */
static Node *field_format(Parser *p, bool is_raw)
{
    uint32_t start = p->mark - 1, base = p->stack.count;
    Text text = { 0 };
    bool is_good = true;
    JoinedStrNode *node = node_start(p, NODE_JOINED_STR, start);
    while (node && is_good) {
        TokenType type = at(p);
        if (type == TOK_FSTRING_MIDDLE) {
            Token token = token_at(p, p->mark);
            text_extend(&text, token_span(token));
            is_good = add_body(p, &text, token, p->source->text + token.start, token.end - token.start,
                               is_raw, false, false);
            p->mark++;
        } else if (type == TOK_LBRACE) {
            is_good = add_field(p, &text, is_raw);
        } else {
            break;
        }
    }
    is_good = is_good && flush_text(p, &text);
    vec_free(&text.bytes);
    if (!is_good || !node || p->failed) {
        p->stack.count = base;
        return NULL;
    }
    node->values = list_take(p, base);
    return node_finish(p, node);
}

/* '{' value ['='] ['!' conversion] [':' format] '}': pushes a FormattedValue; with "=" the text before
 * it is added first. */
static bool add_field(Parser *p, Text *text, bool is_raw)
{
    uint32_t start = p->mark++, base = p->stack.count, format_end = 0;
    FormattedValueNode *node = node_start(p, NODE_FORMATTED_VALUE, start);
    if (!node || p->depth >= PARSER_MAX_DEPTH)
        return fail_depth(p) != NULL;
    p->depth++;
    node->value = expr_rhs(p);
    p->depth--;
    if (!node->value)
        goto no;
    bool is_debug = accept(p, TOK_EQUAL);
    TokenType type = at(p);
    if (is_debug && ends_field(type)) {
        uint32_t from = token_at(p, start).end, upto = token_at(p, p->mark).start;
        Span place = span_between(token_span(token_at(p, start)), token_span(token_at(p, p->mark)));
        place.col = token_at(p, start).end_col;
        place.end_line = token_at(p, p->mark).line;
        place.end_col = token_at(p, p->mark).col;
        text_extend(text, place);
        if (!text_add(p, text, p->source->text + from, upto - from))
            return false;
    }
    node->conversion = -1;
    if (type == TOK_EXCLAMATION) {
        Token mark = token_at(p, p->mark++);
        if (at(p) != TOK_NAME)
            goto no;
        Token name = token_at(p, p->mark);
        char c = p->source->text[name.start];
        if (name.start != mark.end)
            return fail_span(p, span_between(token_span(mark), token_span(name)),
                             "f-string: conversion type must come right after the exclamanation mark"); /* CPython's spelling */
        if (name.end - name.start != 1 || (c != 's' && c != 'r' && c != 'a'))
            return fail_span(p, token_span(name),
                             "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                             (int)(name.end - name.start > 60 ? 60 : name.end - name.start),
                             p->source->text + name.start);
        node->conversion = c;
        p->mark++;
    }
    if (accept(p, TOK_COLON)) {
        node->format_spec = field_format(p, is_raw);
        if (!node->format_spec)
            goto no;
        format_end = p->mark;
    }
    if (!accept(p, TOK_RBRACE))
        goto no;
    if (is_debug && node->conversion < 0 && !node->format_spec)
        node->conversion = 'r';
    p->stack.count = base;
    if (!flush_text(p, text))
        return false;
    return list_push(p, node_finish(p, node));
no:
    p->stack.count = base;
    if (is_explaining(p))
        explain_field(p, start, format_end);
    p->mark = start;
    return false;
}

static bool prefix_has(const char *prefix, size_t length, char lower)
{
    for (size_t i = 0; i < length; i++) {
        if ((prefix[i] | 0x20) == lower)
            return true;
    }
    return false;
}

static bool add_fstring(Parser *p, Text *text)
{
    Token open = token_at(p, p->mark++);
    const char *prefix = p->source->text + open.start;
    bool is_raw = prefix_has(prefix, open.end - open.start, 'r');
    for (;;) {
        switch (at(p)) {
        case TOK_FSTRING_MIDDLE: {
            Token token = token_at(p, p->mark);
            text_extend(text, token_span(token));
            if (!add_body(p, text, token, p->source->text + token.start, token.end - token.start,
                          is_raw, false, true))
                return false;
            p->mark++;
            break;
        }
        case TOK_LBRACE:
            if (!add_field(p, text, is_raw))
                return false;
            break;
        case TOK_FSTRING_END: p->mark++; return true;
        default: return false;
        }
    }
}

static bool add_string(Parser *p, Text *text, bool *is_bytes)
{
    Token token = token_at(p, p->mark);
    const char *body = p->source->text + token.start;
    size_t length = token.end - token.start, prefix = 0;
    while (body[prefix] != '\'' && body[prefix] != '"')
        prefix++;
    bool is_raw = prefix_has(body, prefix, 'r');
    *is_bytes = prefix_has(body, prefix, 'b');
    size_t quotes =
        length - prefix >= 6 && body[prefix + 1] == body[prefix] && body[prefix + 2] == body[prefix]
            ? 3
            : 1;
    text_extend(text, token_span(token));
    p->mark++;
    return add_body(p, text, token, body + prefix + quotes, length - prefix - 2 * quotes, is_raw,
                    *is_bytes, false);
}

Node *literal_strings(Parser *p)
{
    uint32_t start = p->mark, base = p->stack.count;
    Text text = { 0 };
    uint32_t strings = 0, bytes = 0, fstrings = 0;
    bool is_good = true;
    while (is_good) {
        TokenType type = at(p);
        if (type == TOK_STRING) {
            bool is_bytes;
            is_good = add_string(p, &text, &is_bytes);
            strings++;
            bytes += is_bytes;
        } else if (type == TOK_FSTRING_START) {
            is_good = add_fstring(p, &text);
            strings++;
            fstrings++;
        } else {
            break;
        }
    }
    is_good = is_good && !p->failed;
    if (is_good && bytes && bytes < strings) {
        fail_last(p, DIAG_SYNTAX_ERROR, "cannot mix bytes and nonbytes literals");
        is_good = false;
    }
    Node *result = NULL;
    if (is_good && !fstrings) {
        Token first = token_at(p, start), last = token_at(p, p->mark - 1);
        text.place = span_between(token_span(first), token_span(last));
        result = constant_of_text(p, &text, bytes ? CONSTANT_BYTES : CONSTANT_STR);
    } else if (is_good && flush_text(p, &text)) {
        JoinedStrNode *node = node_start(p, NODE_JOINED_STR, start);
        if (node)
            node->values = list_take(p, base);
        result = node_finish(p, node);
    }
    vec_free(&text.bytes);
    if (!result) {
        p->mark = start;
        p->stack.count = base;
    }
    return result;
}
