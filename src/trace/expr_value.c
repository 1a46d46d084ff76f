/* expr_value.c - the values of the stepper's expressions: as text, compared, and what can be computed from them. */
#include "trace/expr_internal.h"

#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

void expr_fail(Reader *r, Message message, const char *const *args)
{
    bool counts = message == MSG_step_expr_syntax || message == MSG_step_expr_ends || message == MSG_step_expr_call;
    if (r->failed || (r->skip && !counts))
        return;
    r->failed = true;
    int count = 0;
    while (args[count])
        count++;
    if (r->why_size > 0)
        message_format(r->why, r->why_size, r->lang, message, count, args);
}

/* --- as text ------------------------------------------------------------------------------------------------------- */

typedef struct Text {
    char *out;
    size_t size, used;
} Text;

static void put(Text *t, const char *bytes, size_t length)
{
    if (length > t->size - 1 - t->used)
        length = t->size - 1 - t->used;
    memcpy(t->out + t->used, bytes, length);
    t->used += length;
    t->out[t->used] = 0;
}

static void put_text(Text *t, const char *text)
{
    put(t, text, strlen(text));
}

static void put_id(Text *t, Id id)
{
    char text[24];
    snprintf(text, sizeof text, "%c%u", id.letter, id.n);
    put_text(t, text);
}

static void put_float(Text *t, double value)
{
    char text[40];
    if (value != value || value - value != 0) {
        put_text(t, value != value ? "nan" : value > 0 ? "inf" : "-inf");
        return;
    }
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value)
            break;
    }
    put_text(t, text);
    if (!strpbrk(text, ".e"))
        put_text(t, ".0");
}

static void put_string(Text *t, const char *bytes, size_t length)
{
    char quote = memchr(bytes, '\'', length) && !memchr(bytes, '"', length) ? '"' : '\'';
    put(t, &quote, 1);
    for (size_t i = 0; i < length; i++) {
        char c = bytes[i], escaped[8];
        if (c == '\n' || c == '\t' || c == '\r' || c == '\\' || c == quote) {
            escaped[0] = '\\';
            escaped[1] = c == '\n' ? 'n' : c == '\t' ? 't' : c == '\r' ? 'r' : c;
            put(t, escaped, 2);
        } else if ((unsigned char)c < 32 || c == 127) {
            snprintf(escaped, sizeof escaped, "\\x%02x", (unsigned char)c);
            put_text(t, escaped);
        } else {
            put(t, &c, 1);
        }
    }
    put(t, &quote, 1);
}

const char *expr_future_word(const StateFuture *f)
{
    static const char *const words[] = { "pending", "result", "error", "cancelled" };
    return words[f->state];
}

/* What stands for a task, Future, lock ... : its id, then what can change about it. */
static void put_thing(Text *t, const State *state, Id id)
{
    put_id(t, id);
    if (id.letter == 'T') {
        const StateTask *task = state_task(state, id);
        if (task) {
            put_text(t, " ");
            put_text(t, task->fn ? task->fn : "?");
            put_text(t, " ");
            put_text(t, state_task_word(state, task));
        }
    } else if (id.letter == 'F') {
        const StateFuture *f = state_future(state, id);
        if (f) {
            put_text(t, " ");
            put_text(t, f->kind ? f->kind : "plain");
            put_text(t, " ");
            put_text(t, expr_future_word(f));
        }
    } else if (id.letter == 'S') {
        const StateSync *s = state_sync(state, id);
        if (s) {
            put_text(t, " ");
            put_text(t, s->kind ? s->kind : "?");
            put_text(t, " ");
            put_text(t, s->value ? s->value : "?");
            put_text(t, s->waiter_count ? " waiters:" : "");
            for (uint32_t i = 0; i < s->waiter_count; i++) {
                put_text(t, i ? "," : "");
                put_id(t, s->waiters[i]);
            }
        }
    } else if (id.letter == 'C' || id.letter == 'Y' || id.letter == 'G') {
        static const char *const words[] = { "new", "suspended", "running", "done", "dropped" };
        const StateCoro *c = state_coro(state, id);
        if (c) {
            put_text(t, " ");
            put_text(t, c->fn ? c->fn : "?");
            put_text(t, " ");
            put_text(t, words[c->state]);
        }
    }
}

static void put_value(Text *t, const State *state, const Val *v)
{
    if (v->repr) {
        put_text(t, v->repr);
        return;
    }
    char number[32];
    static const char *const open[] = { [V_LIST] = "[", [V_TUPLE] = "(", [V_SET] = "{", [V_DICT] = "{" };
    static const char *const shut[] = { [V_LIST] = "]", [V_TUPLE] = ")", [V_SET] = "}", [V_DICT] = "}" };
    switch (v->kind) {
    case V_NONE: put_text(t, "None"); break;
    case V_BOOL: put_text(t, v->number ? "True" : "False"); break;
    case V_INT:
        snprintf(number, sizeof number, "%lld", (long long)v->number);
        put_text(t, number);
        break;
    case V_FLOAT: put_float(t, v->real); break;
    case V_STR: put_string(t, v->text, v->length); break;
    case V_ID: put_thing(t, state, v->id); break;
    case V_OTHER: put(t, v->text, v->length); break;
    case V_LIST: case V_TUPLE: case V_SET: case V_DICT: {
        uint32_t step = v->kind == V_DICT ? 2 : 1;
        put_text(t, open[v->kind]);
        for (uint32_t i = 0; i < v->count; i += step) {
            put_text(t, i ? ", " : "");
            if (v->items[i].kind == V_ID && !v->items[i].repr)
                put_id(t, v->items[i].id);
            else
                put_value(t, state, &v->items[i]);
            if (step == 2) {
                put_text(t, ": ");
                put_value(t, state, &v->items[i + 1]);
            }
        }
        if (v->cut)
            put_text(t, v->count ? ", ..." : "...");
        if (v->kind == V_TUPLE && v->count == 1 && !v->cut)
            put_text(t, ",");
        put_text(t, shut[v->kind]);
        break;
    }
    }
}

const char *expr_text(Reader *r, const Val *v)
{
    char text[200];
    Text t = { text, sizeof text, 0 };
    text[0] = 0;
    put_value(&t, r->state, v);
    char *copy = arena_copy(r->arena, text, t.used);
    return copy ? copy : "?";
}


void expr_write(const State *state, const Val *v, char *out, size_t size)
{
    Text t = { out, size, 0 };
    out[0] = 0;
    put_value(&t, state, v);
}

/* --- what they are ------------------------------------------------------------------------------------------------- */

bool expr_is_number(const Val *v)
{
    return v->kind == V_INT || v->kind == V_BOOL || v->kind == V_FLOAT;
}

double expr_as_real(const Val *v)
{
    return v->kind == V_FLOAT ? v->real : (double)v->number;
}

bool expr_is_true(const Val *v)
{
    switch (v->kind) {
    case V_NONE: return false;
    case V_BOOL: case V_INT: return v->number != 0;
    case V_FLOAT: return v->real != 0;
    case V_STR: return v->length > 0;
    case V_LIST: case V_TUPLE: case V_SET: case V_DICT: return v->count > 0 || v->cut;
    default: return true;
    }
}

bool expr_is_equal(const State *state, const Val *a, const Val *b)
{
    if (expr_is_number(a) && expr_is_number(b))
        return a->kind != V_FLOAT && b->kind != V_FLOAT ? a->number == b->number : expr_as_real(a) == expr_as_real(b);
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case V_NONE: return true;
    case V_STR: case V_OTHER: return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
    case V_ID: return id_same(a->id, b->id);
    default:
        if (a->count != b->count)
            return false;
        for (uint32_t i = 0; i < a->count; i++)
            if (!expr_is_equal(state, &a->items[i], &b->items[i]))
                return false;
        return true;
    }
}

/* -1, 0, 1; 2: they have no order. */
int expr_order(const Val *a, const Val *b)
{
    if (expr_is_number(a) && expr_is_number(b)) {
        if (a->kind != V_FLOAT && b->kind != V_FLOAT)
            return a->number < b->number ? -1 : a->number > b->number;
        double x = expr_as_real(a), y = expr_as_real(b);
        return x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
    }
    if (a->kind == V_STR && b->kind == V_STR) {
        size_t least = a->length < b->length ? a->length : b->length;
        int order = memcmp(a->text, b->text, least);
        if (order == 0)
            return a->length < b->length ? -1 : a->length > b->length;
        return order < 0 ? -1 : 1;
    }
    return 2;
}

bool expr_append(Reader *r, Val *list, uint32_t *capacity, Val item)
{
    if (list->count == *capacity) {
        uint32_t more = *capacity ? *capacity * 2 : START(8);
        Val *items = arena_alloc(r->arena, mem_size(more, sizeof *items));
        if (!items)
            return false;
        if (list->count)
            memcpy(items, list->items, list->count * sizeof *items);
        list->items = items;
        *capacity = more;
    }
    list->items[list->count++] = item;
    return true;
}

Val expr_of_item(Reader *r, const Val *v, const Val *key)
{
    if (r->skip || r->failed)
        return none;
    if (v->kind == V_DICT) {
        for (uint32_t i = 0; i + 1 < v->count; i += 2)
            if (expr_is_equal(r->state, &v->items[i], key))
                return v->items[i + 1];
    } else if ((v->kind == V_LIST || v->kind == V_TUPLE) && (key->kind == V_INT || key->kind == V_BOOL)) {
        int64_t i = key->number < 0 && !v->cut ? key->number + v->count : key->number;
        if (i >= 0 && i < (int64_t)v->count)
            return v->items[i];
    } else if (v->kind == V_STR && (key->kind == V_INT || key->kind == V_BOOL)) {
        int64_t count = (int64_t)utf8_count(v->text, v->length);
        int64_t i = key->number < 0 && !v->cut ? key->number + count : key->number;
        const char *p = v->text, *end = p + v->length;
        uint32_t point;
        for (; i >= 0 && p < end; i--) {
            int n = utf8_decode(p, (size_t)(end - p), &point);
            if (n <= 0)
                break;
            if (i == 0)
                return (Val){ .kind = V_STR, .text = p, .length = (size_t)n };
            p += n;
        }
    }
    return v->cut ? FAIL(r, step_expr_item_cut, expr_text(r, v), expr_text(r, key))
                  : FAIL(r, step_expr_item, expr_text(r, v), expr_text(r, key));
}

Val expr_length(Reader *r, const Val *v)
{
    if (r->skip || r->failed)
        return none;
    if (v->cut)
        return FAIL(r, step_expr_length_cut, expr_text(r, v));
    switch (v->kind) {
    case V_STR: return val_int((int64_t)utf8_count(v->text, v->length));
    case V_LIST: case V_TUPLE: case V_SET: return val_int(v->count);
    case V_DICT: return val_int(v->count / 2);
    default: return FAIL(r, step_expr_length, expr_text(r, v));
    }
}

/* --- computing ----------------------------------------------------------------------------------------------------- */

Val expr_wrong_types(Reader *r, const Val *a, const char *sign, const Val *b)
{
    return FAIL(r, step_expr_types, expr_text(r, a), sign, expr_text(r, b));
}

static Val join(Reader *r, const Val *a, const Val *b)
{
    if (a->kind == V_STR) {
        char *text = arena_alloc(r->arena, a->length + b->length + 1);
        if (!text)
            return none;
        memcpy(text, a->text, a->length);
        memcpy(text + a->length, b->text, b->length);
        text[a->length + b->length] = 0;
        return (Val){ .kind = V_STR, .text = text, .length = a->length + b->length, .cut = a->cut || b->cut };
    }
    Val list = { .kind = a->kind, .cut = a->cut || b->cut };
    uint32_t capacity = 0;
    for (uint32_t i = 0; i < a->count + b->count; i++)
        if (!expr_append(r, &list, &capacity, i < a->count ? a->items[i] : b->items[i - a->count]))
            break;
    return list;
}

static Val power(Reader *r, const Val *a, const Val *b)
{
    if (a->kind == V_FLOAT || b->kind == V_FLOAT || b->number < 0)
        return val_float(pow(expr_as_real(a), expr_as_real(b)));
    int64_t result = 1;
    for (int64_t i = 0; i < b->number && result != 0 && !(result == 1 && i > 0 && a->number == 1); i++)
        if (i > 64 && a->number == -1)
            return val_int(b->number % 2 ? -1 : 1);
        else if (__builtin_mul_overflow(result, a->number, &result))
            return FAIL(r, step_expr_large, "**");
    return val_int(result);
}

Val expr_compute(Reader *r, const Val *a, const char *sign, const Val *b)
{
    if (r->skip || r->failed)
        return none;
    if (sign[0] == '+' && a->kind == b->kind && (a->kind == V_STR || a->kind == V_LIST || a->kind == V_TUPLE))
        return join(r, a, b);
    if (!expr_is_number(a) || !expr_is_number(b))
        return expr_wrong_types(r, a, sign, b);
    if (strcmp(sign, "**") == 0)
        return power(r, a, b);
    bool divides = sign[0] == '/' || sign[0] == '%';
    if (divides && expr_as_real(b) == 0)
        return FAIL(r, step_expr_zero, "");
    if (strcmp(sign, "/") == 0)
        return val_float(expr_as_real(a) / expr_as_real(b));
    if (a->kind == V_FLOAT || b->kind == V_FLOAT) {
        double x = expr_as_real(a), y = expr_as_real(b);
        switch (sign[0]) {
        case '+': return val_float(x + y);
        case '-': return val_float(x - y);
        case '*': return val_float(x * y);
        case '/': return val_float(floor(x / y));
        default: return val_float(x - floor(x / y) * y);
        }
    }
    int64_t x = a->number, y = b->number, result = 0;
    bool large = false;
    switch (sign[0]) {
    case '+': large = __builtin_add_overflow(x, y, &result); break;
    case '-': large = __builtin_sub_overflow(x, y, &result); break;
    case '*': large = __builtin_mul_overflow(x, y, &result); break;
    default:
        if (y == -1) {
            large = sign[0] == '/' && x == INT64_MIN;
            result = sign[0] == '/' && !large ? -x : 0;
        } else {
            int64_t quotient = x / y, rest = x % y;
            if (rest != 0 && (rest < 0) != (y < 0)) {
                quotient--;
                rest += y;
            }
            result = sign[0] == '/' ? quotient : rest;
        }
    }
    return large ? FAIL(r, step_expr_large, sign) : val_int(result);
}

bool expr_contains(Reader *r, const Val *box, const Val *v)
{
    if (box->kind == V_STR && v->kind == V_STR)
        return v->length == 0 || memmem(box->text, box->length, v->text, v->length) != NULL;
    if (box->kind < V_LIST || box->kind > V_DICT) {
        if (!r->skip)
            expr_wrong_types(r, v, "in", box);
        return false;
    }
    for (uint32_t i = 0; i < box->count; i += box->kind == V_DICT ? 2 : 1)
        if (expr_is_equal(r->state, &box->items[i], v))
            return true;
    if (box->cut && !r->skip)
        expr_fail(r, MSG_step_expr_length_cut, (const char *[]){ expr_text(r, box), NULL });
    return false;
}
