/* expr.c - the expressions of the stepper (expr.h): one recursive descent that computes as it reads, the same for
 * what the learner types and for a recorded repr, which is then a literal. All values live in one arena and go
 * with it. What a value was recorded as is kept beside it, so that showing it gives the recorded text again. */
#include "trace/expr_internal.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { DEPTH_MAX = 60 };

/* --- reading ------------------------------------------------------------------------------------------------------- */

static Val read_or(Reader *r);

static void skip_blanks(Reader *r)
{
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\t'))
        r->p++;
}

static bool take(Reader *r, const char *sign)
{
    skip_blanks(r);
    size_t length = strlen(sign);
    if ((size_t)(r->end - r->p) < length || memcmp(r->p, sign, length) != 0)
        return false;
    r->p += length;
    return true;
}

static bool take_word(Reader *r, const char *word)
{
    skip_blanks(r);
    size_t length = strlen(word);
    if ((size_t)(r->end - r->p) < length || memcmp(r->p, word, length) != 0 ||
        (r->p + length < r->end && expr_is_name_byte(r->p[length])))
        return false;
    r->p += length;
    return true;
}

static Val syntax(Reader *r)
{
    char rest[80];
    snprintf(rest, sizeof rest, "%.*s", (int)(r->end - r->p > 40 ? 40 : r->end - r->p), r->p);
    return r->p < r->end ? FAIL(r, step_expr_syntax, rest) : FAIL(r, step_expr_ends, "");
}

/* After an opening bracket: the items up to `close`. A lone `...` says that a repr was cut there. */
static Val read_items(Reader *r, Kind kind, const char *close)
{
    Val list = { .kind = kind };
    uint32_t capacity = 0;
    bool comma = false;
    while (!r->failed && !take(r, close)) {
        if (r->literal && (take(r, "...") || take(r, "\xe2\x80\xa6"))) {
            list.cut = true;
            r->cut = true;
            take(r, ",");
            continue;
        }
        Val item = read_or(r);
        if (kind != V_TUPLE && take(r, ":")) { /* a dict, seen at its first pair */
            if (list.count && list.kind != V_DICT)
                return syntax(r);
            list.kind = V_DICT;
            if (!expr_append(r, &list, &capacity, item))
                return none;
            item = read_or(r);
        } else if (list.kind == V_DICT && list.count) {
            return syntax(r);
        }
        if (r->failed || !expr_append(r, &list, &capacity, item))
            return none;
        comma = take(r, ",");
        if (!comma) {
            if (r->literal && (take(r, "...") || take(r, "\xe2\x80\xa6")))
                list.cut = r->cut = true;
            if (!take(r, close))
                return syntax(r);
            break;
        }
    }
    if (kind == V_TUPLE && list.count == 1 && !comma && !list.cut)
        return list.items[0]; /* only brackets */
    return list;
}

static Val read_string(Reader *r, char quote)
{
    const char *start = r->p;
    char *out = arena_alloc(r->arena, (size_t)(r->end - start) + 1);
    if (!out)
        return none;
    size_t n = 0;
    while (r->p < r->end && *r->p != quote) {
        char c = *r->p++;
        if (c == '\\' && r->p < r->end) {
            c = *r->p++;
            if (c == 'x' && r->end - r->p >= 2) {
                char hex[3] = { r->p[0], r->p[1], 0 };
                r->p += 2;
                n += (size_t)utf8_encode((uint32_t)strtoul(hex, NULL, 16), out + n);
                continue;
            }
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
        }
        out[n++] = c;
    }
    Val v = { .kind = V_STR, .text = out, .length = n };
    if (r->p >= r->end) {
        if (!r->literal)
            return syntax(r);
        v.cut = r->cut = true; /* the closing quote was cut off */
    } else {
        r->p++;
    }
    out[n] = 0;
    if (r->literal && n >= 3 && (memcmp(out + n - 3, "\xe2\x80\xa6", 3) == 0 || memcmp(out + n - 3, "...", 3) == 0))
        v.cut = r->cut = true;
    return v;
}

static Val read_number(Reader *r)
{
    char digits[64];
    size_t n = 0;
    bool real = false;
    const char *p = r->p;
    while (p < r->end && n < sizeof digits - 1 && ((*p >= '0' && *p <= '9') || *p == '.' || *p == '_' || *p == 'e' ||
                                                   *p == 'E' || ((*p == '-' || *p == '+') && (p[-1] == 'e' || p[-1] == 'E')))) {
        real = real || *p == '.' || *p == 'e' || *p == 'E';
        if (*p != '_')
            digits[n++] = *p;
        p++;
    }
    digits[n] = 0;
    if (p < r->end && expr_is_name_byte(*p))
        return syntax(r);
    r->p = p;
    if (real)
        return val_float(strtod(digits, NULL));
    int64_t value = 0;
    for (size_t i = 0; i < n; i++)
        if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, digits[i] - '0', &value))
            return FAIL(r, step_expr_large, digits);
    return val_int(value);
}

/* A recorded repr as a value. What is no literal stays as it is; `<Task T2 ...>` is the task. */
Val expr_of_repr(Reader *r, const char *repr)
{
    Reader inner = { .state = r->state, .lang = r->lang, .arena = r->arena, .p = repr, .end = repr + strlen(repr),
                     .depth = r->depth, .literal = true, .why = NULL, .why_size = 0 };
    Val v = read_or(&inner);
    skip_blanks(&inner);
    if (!inner.failed && inner.p == inner.end) {
        v.repr = repr;
        r->cut = r->cut || inner.cut;
        return v;
    }
    if (repr[0] == '<')
        for (const char *p = repr + 1; *p; p++)
            if (strchr("TFSCYG", *p) && (p[-1] == '<' || p[-1] == ' ') && p[1] >= '1' && p[1] <= '9') {
                char *stop;
                Id id = ID(*p, (uint32_t)strtoul(p + 1, &stop, 10));
                if (!expr_is_name_byte(*stop))
                    return (Val){ .kind = V_ID, .id = id, .repr = repr };
            }
    if (strstr(repr, "...") || strstr(repr, "\xe2\x80\xa6"))
        r->cut = true;
    return (Val){ .kind = V_OTHER, .text = repr, .length = strlen(repr), .repr = repr };
}

static Val read_primary(Reader *r)
{
    skip_blanks(r);
    if (r->p >= r->end)
        return syntax(r);
    char c = *r->p;
    if (c == '\'' || c == '"') {
        r->p++;
        return read_string(r, c);
    }
    if ((c >= '0' && c <= '9') || (c == '.' && r->end - r->p > 1 && r->p[1] >= '0' && r->p[1] <= '9'))
        return read_number(r);
    if (take(r, "("))
        return read_items(r, V_TUPLE, ")");
    if (take(r, "["))
        return read_items(r, V_LIST, "]");
    if (take(r, "{")) {
        Val v = read_items(r, V_SET, "}");
        if (v.kind == V_SET && v.count == 0)
            v.kind = V_DICT;
        return v;
    }
    if (!expr_is_name_byte(c))
        return syntax(r);
    const char *name = r->p;
    while (r->p < r->end && expr_is_name_byte(*r->p))
        r->p++;
    size_t length = (size_t)(r->p - name);
    if (length == 3 && memcmp(name, "len", 3) == 0 && !r->literal && take(r, "(")) {
        Val v = read_or(r);
        return take(r, ")") ? expr_length(r, &v) : syntax(r);
    }
    const char *after = r->p;
    if (!r->literal && take(r, "(")) {
        r->p = after;
        return FAIL(r, step_expr_call, "");
    }
    return expr_of_name(r, name, length);
}

static Val read_postfix(Reader *r)
{
    Val v = read_primary(r);
    while (!r->failed && !r->literal) {
        if (take(r, "[")) {
            Val key = read_or(r);
            if (!take(r, "]"))
                return syntax(r);
            v = expr_of_item(r, &v, &key);
        } else if (take(r, ".")) {
            skip_blanks(r);
            const char *name = r->p;
            while (r->p < r->end && expr_is_name_byte(*r->p))
                r->p++;
            if (r->p == name)
                return syntax(r);
            v = expr_of_attribute(r, &v, name, (size_t)(r->p - name));
        } else if (take(r, "(")) {
            return FAIL(r, step_expr_call, "");
        } else {
            break;
        }
    }
    return v;
}

static Val read_unary(Reader *r)
{
    if (++r->depth > DEPTH_MAX) {
        r->depth--;
        return syntax(r);
    }
    Val v;
    if (take(r, "-")) {
        v = read_unary(r);
        Val zero = val_int(0);
        v = v.kind == V_FLOAT ? val_float(-v.real) : expr_compute(r, &zero, "-", &v);
    } else if (take(r, "+")) {
        v = read_unary(r);
        Val zero = val_int(0);
        v = expr_compute(r, &zero, "+", &v);
    } else {
        v = read_postfix(r);
        if (!r->literal && !r->failed && take(r, "**")) {
            Val exponent = read_unary(r);
            v = expr_compute(r, &v, "**", &exponent);
        }
    }
    r->depth--;
    return v;
}

static Val read_term(Reader *r)
{
    Val v = read_unary(r);
    while (!r->failed && !r->literal) {
        const char *sign = take(r, "//") ? "//" : take(r, "*") ? "*" : take(r, "/") ? "/" : take(r, "%") ? "%" : NULL;
        if (!sign)
            break;
        Val other = read_unary(r);
        v = expr_compute(r, &v, sign, &other);
    }
    return v;
}

static Val read_sum(Reader *r)
{
    Val v = read_term(r);
    while (!r->failed && !r->literal) {
        const char *sign = take(r, "+") ? "+" : take(r, "-") ? "-" : NULL;
        if (!sign)
            break;
        Val other = read_term(r);
        v = expr_compute(r, &v, sign, &other);
    }
    return v;
}

static const char *take_comparison(Reader *r)
{
    static const char *const signs[] = { "==", "!=", "<=", ">=", "<", ">" };
    for (size_t i = 0; i < 6; i++)
        if (take(r, signs[i]))
            return signs[i];
    if (take_word(r, "in"))
        return "in";
    if (take_word(r, "is"))
        return take_word(r, "not") ? "!=" : "==";
    const char *before = r->p;
    if (take_word(r, "not")) {
        if (take_word(r, "in"))
            return "not in";
        r->p = before;
    }
    return NULL;
}

static Val read_comparison(Reader *r)
{
    if (r->literal)
        return read_sum(r);
    Val a = read_sum(r);
    bool chained = false, truth = true;
    for (;;) {
        const char *sign = r->failed ? NULL : take_comparison(r);
        if (!sign)
            return chained ? val_bool(truth) : a;
        Val b = read_sum(r);
        bool holds = false;
        if (!r->failed && !r->skip) {
            int order = expr_order(&a, &b);
            if (strcmp(sign, "==") == 0 || strcmp(sign, "!=") == 0)
                holds = expr_is_equal(r->state, &a, &b) == (sign[0] == '=');
            else if (sign[0] == 'i' || sign[0] == 'n')
                holds = expr_contains(r, &b, &a) == (sign[0] == 'i');
            else if (order == 2 && !(expr_is_number(&a) && expr_is_number(&b)))
                return expr_wrong_types(r, &a, sign, &b);
            else if (order != 2)
                holds = sign[0] == '<' ? order < 0 || (sign[1] && order == 0) : order > 0 || (sign[1] && order == 0);
        }
        chained = true;
        truth = truth && holds;
        a = b;
    }
}

static Val read_not(Reader *r)
{
    if (!r->literal && take_word(r, "not")) {
        if (++r->depth > DEPTH_MAX) {
            r->depth--;
            return syntax(r);
        }
        Val v = read_not(r);
        r->depth--;
        return val_bool(!expr_is_true(&v));
    }
    return read_comparison(r);
}

static Val read_and(Reader *r)
{
    Val v = read_not(r);
    while (!r->literal && !r->failed && take_word(r, "and")) {
        bool skips = !expr_is_true(&v);
        r->skip += skips;
        Val other = read_not(r);
        r->skip -= skips;
        if (!skips)
            v = other;
    }
    return v;
}

static Val read_or(Reader *r)
{
    if (++r->depth > DEPTH_MAX) {
        r->depth--;
        return syntax(r);
    }
    Val v = read_and(r);
    while (!r->literal && !r->failed && take_word(r, "or")) {
        bool skips = expr_is_true(&v);
        r->skip += skips;
        Val other = read_and(r);
        r->skip -= skips;
        if (!skips)
            v = other;
    }
    r->depth--;
    return v;
}

void expr_evaluate(const State *state, const FrameView *frames, size_t count, Lang lang, const char *text,
                   ExprResult *result)
{
    Arena arena;
    arena_init(&arena);
    *result = (ExprResult){ 0 };
    Reader r = { .state = state, .frames = frames, .frame_count = count, .lang = lang, .arena = &arena, .p = text,
                 .end = text + strlen(text), .why = result->text, .why_size = sizeof result->text };
    Val v = read_or(&r);
    skip_blanks(&r);
    if (!r.failed && r.p != r.end)
        syntax(&r);
    if (!r.failed && !arena.failed) {
        expr_write(state, &v, result->text, sizeof result->text);
        result->truth = expr_is_true(&v);
        result->cut = r.cut;
        result->ok = true;
    }
    arena_free(&arena);
}

bool expr_check(const State *state, Lang lang, const char *text, ExprResult *result)
{
    Arena arena;
    arena_init(&arena);
    *result = (ExprResult){ 0 };
    Reader r = { .state = state, .lang = lang, .arena = &arena, .p = text, .end = text + strlen(text), .skip = 1,
                 .why = result->text, .why_size = sizeof result->text };
    read_or(&r);
    skip_blanks(&r);
    if (!r.failed && r.p != r.end)
        syntax(&r);
    arena_free(&arena);
    return !r.failed;
}
