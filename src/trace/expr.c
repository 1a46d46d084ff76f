/* expr.c - the expressions of the stepper (expr.h): one recursive descent that computes as it reads, the same for
 * what the learner types and for a recorded repr, which is then a literal. All values live in one arena and go
 * with it. What a value was recorded as is kept beside it, so that showing it gives the recorded text again. */
#include "trace/expr.h"

#include "base/arena.h"
#include "base/utf8.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { V_NONE, V_BOOL, V_INT, V_FLOAT, V_STR, V_LIST, V_TUPLE, V_SET, V_DICT, V_ID, V_OTHER } Kind;

typedef struct Val {
    Kind kind;
    bool cut;
    int64_t number;
    double real;
    const char *text;        /* V_STR: its bytes; V_OTHER: its repr                                           */
    size_t length;
    struct Val *items;       /* V_DICT: keys and values in turn                                             */
    uint32_t count;
    Id id;
    const char *repr;        /* as recorded; NULL: it was computed                                           */
} Val;

typedef struct Reader {
    const State *state;
    const FrameView *frames;
    size_t frame_count;
    Lang lang;
    Arena *arena;
    const char *p, *end;
    int depth, skip;         /* skip: reading without computing (the other side of and, or)                  */
    bool literal;            /* reads a repr: no names                                                       */
    bool failed, cut;
    char *why;
    size_t why_size;
} Reader;

enum { DEPTH_MAX = 60 };

static const Val none = { .kind = V_NONE };

#define FAIL(r, message, ...) (fail((r), MSG_##message, (const char *[]){ __VA_ARGS__, NULL }), none)

static void fail(Reader *r, Message message, const char *const *args)
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

/* --- values as text ------------------------------------------------------------------------------------------- */

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

static const char *future_word(const StateFuture *f)
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
            put_text(t, future_word(f));
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

static const char *val_text(Reader *r, const Val *v)
{
    char text[200];
    Text t = { text, sizeof text, 0 };
    text[0] = 0;
    put_value(&t, r->state, v);
    char *copy = arena_copy(r->arena, text, t.used);
    return copy ? copy : "?";
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static Val val_int(int64_t n)
{
    return (Val){ .kind = V_INT, .number = n };
}

static Val val_bool(bool b)
{
    return (Val){ .kind = V_BOOL, .number = b };
}

static Val val_float(double d)
{
    return (Val){ .kind = V_FLOAT, .real = d };
}

static Val val_str(const char *text)
{
    return text ? (Val){ .kind = V_STR, .text = text, .length = strlen(text) } : none;
}

static Val val_id(Id id)
{
    return id.n ? (Val){ .kind = V_ID, .id = id } : none;
}

static bool is_number(const Val *v)
{
    return v->kind == V_INT || v->kind == V_BOOL || v->kind == V_FLOAT;
}

static double as_real(const Val *v)
{
    return v->kind == V_FLOAT ? v->real : (double)v->number;
}

static bool is_true(const Val *v)
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

static bool is_equal(const State *state, const Val *a, const Val *b)
{
    if (is_number(a) && is_number(b))
        return a->kind != V_FLOAT && b->kind != V_FLOAT ? a->number == b->number : as_real(a) == as_real(b);
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
            if (!is_equal(state, &a->items[i], &b->items[i]))
                return false;
        return true;
    }
}

/* -1, 0, 1; 2: they have no order. */
static int compare(const Val *a, const Val *b)
{
    if (is_number(a) && is_number(b)) {
        if (a->kind != V_FLOAT && b->kind != V_FLOAT)
            return a->number < b->number ? -1 : a->number > b->number;
        double x = as_real(a), y = as_real(b);
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

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

static bool take_word(Reader *r, const char *word)
{
    skip_blanks(r);
    size_t length = strlen(word);
    if ((size_t)(r->end - r->p) < length || memcmp(r->p, word, length) != 0 ||
        (r->p + length < r->end && is_name_byte(r->p[length])))
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

static bool append(Reader *r, Val *list, uint32_t *capacity, Val item)
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
            if (!append(r, &list, &capacity, item))
                return none;
            item = read_or(r);
        } else if (list.kind == V_DICT && list.count) {
            return syntax(r);
        }
        if (r->failed || !append(r, &list, &capacity, item))
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
    if (p < r->end && is_name_byte(*p))
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
static Val val_of_repr(Reader *r, const char *repr)
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
                if (!is_name_byte(*stop))
                    return (Val){ .kind = V_ID, .id = id, .repr = repr };
            }
    if (strstr(repr, "...") || strstr(repr, "\xe2\x80\xa6"))
        r->cut = true;
    return (Val){ .kind = V_OTHER, .text = repr, .length = strlen(repr), .repr = repr };
}

static const TraceLocal *find_local(const TraceLocal *locals, uint32_t count, const char *name, size_t length)
{
    for (uint32_t i = 0; i < count; i++)
        if (strlen(locals[i].name) == length && memcmp(locals[i].name, name, length) == 0)
            return &locals[i];
    return NULL;
}

static Id id_of_name(const char *name, size_t length)
{
    uint32_t n = 0;
    if (length < 2 || length > 9 || !strchr("TFSCYGH", name[0]) || name[1] == '0')
        return (Id){ 0 };
    for (size_t i = 1; i < length; i++) {
        if (name[i] < '0' || name[i] > '9')
            return (Id){ 0 };
        n = n * 10 + (uint32_t)(name[i] - '0');
    }
    return ID(name[0], n);
}

static bool id_exists(const State *state, Id id)
{
    switch (id.letter) {
    case 'T': return state_task(state, id);
    case 'F': return state_future(state, id);
    case 'S': return state_sync(state, id);
    case 'C': case 'Y': case 'G': return state_coro(state, id);
    default:
        for (uint32_t i = 0; i < state->timers.count; i++)
            if (id_same(state->timers.items[i].h, id))
                return true;
        for (uint32_t i = 0; i < state->ready.count; i++)
            if (id_same(state->ready.items[i].h, id))
                return true;
        return false;
    }
}

static Val list_of_ids(Reader *r, uint32_t count, Id (*get)(const State *, uint32_t))
{
    Val list = { .kind = V_LIST };
    uint32_t capacity = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!append(r, &list, &capacity, val_id(get(r->state, i))))
            break;
    return list;
}

static Id ready_id(const State *state, uint32_t i)
{
    const StateReady *entry = &state->ready.items[i];
    return entry->task.n ? entry->task : entry->h;
}

static Id timer_id(const State *state, uint32_t i)
{
    const StateTimer *timer = &state->timers.items[i];
    return timer->fut.n ? timer->fut : timer->h;
}

static Id task_id(const State *state, uint32_t i)
{
    return state->tasks.items[i].id;
}

static Val val_of_name(Reader *r, const char *name, size_t length)
{
    if (length == 4 && memcmp(name, "None", 4) == 0)
        return none;
    if (length == 4 && memcmp(name, "True", 4) == 0)
        return val_bool(true);
    if (length == 5 && memcmp(name, "False", 5) == 0)
        return val_bool(false);
    char *copy = arena_copy(r->arena, name, length);
    if (!copy || r->literal)
        return FAIL(r, step_expr_syntax, copy ? copy : "");
    if (r->skip)
        return none;
    const FrameView *frame = r->frame_count ? &r->frames[r->frame_count - 1] : NULL;
    const TraceLocal *local = frame ? find_local(frame->locals, frame->local_count, name, length) : NULL;
    if (!local) { /* a global: as the module's frame has it */
        FrameView module[FRAMES_MAX];
        size_t count = frames_of(r->state, (Id){ 0 }, module);
        if (count)
            local = find_local(module[0].locals, module[0].local_count, name, length);
    }
    if (local)
        return val_of_repr(r, local->value);
    Id id = id_of_name(name, length);
    if (id.n && id_exists(r->state, id))
        return val_id(id);
    if (strcmp(copy, "ready") == 0)
        return list_of_ids(r, r->state->ready.count, ready_id);
    if (strcmp(copy, "timers") == 0)
        return list_of_ids(r, r->state->timers.count, timer_id);
    if (strcmp(copy, "tasks") == 0)
        return list_of_ids(r, r->state->tasks.count, task_id);
    if (strcmp(copy, "clock") == 0)
        return val_float((double)r->state->clock_us / 1e6);
    if (strcmp(copy, "round") == 0)
        return val_int((int64_t)r->state->round);
    if (strcmp(copy, "event") == 0)
        return val_int((int64_t)r->state->next - 1);
    if (frame && !frame->locals_known)
        return FAIL(r, step_expr_unknown, copy);
    return FAIL(r, step_expr_name, copy);
}

static Val text_or_none(const char *repr, Reader *r)
{
    return repr ? val_of_repr(r, repr) : none;
}

/* T2.state, T2.x, F1.kind, S1.value, ... */
static Val val_of_attribute(Reader *r, const Val *v, const char *name, size_t length)
{
    char *copy = arena_copy(r->arena, name, length);
    if (!copy || r->skip || r->failed)
        return none;
#define IS(word) (strcmp(copy, word) == 0)
    if (v->kind == V_ID && v->id.letter == 'T') {
        const StateTask *task = state_task(r->state, v->id);
        FrameView frames[FRAMES_MAX];
        for (size_t i = task ? frames_of(r->state, v->id, frames) : 0; i-- > 0;) {
            const TraceLocal *local = find_local(frames[i].locals, frames[i].local_count, name, length);
            if (local)
                return val_of_repr(r, local->value);
        }
        if (task && IS("state"))
            return val_str(state_task_word(r->state, task));
        if (task && IS("name"))
            return val_str(task->name);
        if (task && IS("fn"))
            return val_str(task->fn);
        if (task && IS("waits_on"))
            return val_id(task->waits_on);
        if (task && IS("parent"))
            return val_id(task->parent);
        if (task && IS("woken_by"))
            return val_id(task->woken_by);
        if (task && IS("steps"))
            return val_int(task->steps);
        if (task && IS("started"))
            return val_bool(task->started);
        if (task && IS("value"))
            return text_or_none(task->value, r);
    } else if (v->kind == V_ID && v->id.letter == 'F') {
        const StateFuture *f = state_future(r->state, v->id);
        if (f && IS("state"))
            return val_str(future_word(f));
        if (f && IS("kind"))
            return val_str(f->kind ? f->kind : "plain");
        if (f && IS("value"))
            return text_or_none(f->value, r);
    } else if (v->kind == V_ID && v->id.letter == 'S') {
        const StateSync *s = state_sync(r->state, v->id);
        if (s && IS("kind"))
            return val_str(s->kind);
        if (s && (IS("state") || IS("value")))
            return text_or_none(s->value, r);
        if (s && IS("waiters")) {
            Val list = { .kind = V_LIST };
            uint32_t capacity = 0;
            for (uint32_t i = 0; i < s->waiter_count; i++)
                if (!append(r, &list, &capacity, val_id(s->waiters[i])))
                    break;
            return list;
        }
    } else if (v->kind == V_ID && v->id.letter == 'H') {
        for (uint32_t i = 0; i < r->state->timers.count; i++)
            if (id_same(r->state->timers.items[i].h, v->id) && IS("when"))
                return val_float((double)r->state->timers.items[i].when_us / 1e6);
    } else if (v->kind == V_ID) {
        static const char *const words[] = { "new", "suspended", "running", "done", "dropped" };
        const StateCoro *c = state_coro(r->state, v->id);
        if (c && IS("state"))
            return val_str(words[c->state]);
        if (c && IS("fn"))
            return val_str(c->fn);
    }
#undef IS
    return FAIL(r, step_expr_attribute, val_text(r, v), copy);
}

static Val val_of_item(Reader *r, const Val *v, const Val *key)
{
    if (r->skip || r->failed)
        return none;
    if (v->kind == V_DICT) {
        for (uint32_t i = 0; i + 1 < v->count; i += 2)
            if (is_equal(r->state, &v->items[i], key))
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
    return v->cut ? FAIL(r, step_expr_item_cut, val_text(r, v), val_text(r, key))
                  : FAIL(r, step_expr_item, val_text(r, v), val_text(r, key));
}

static Val length_of(Reader *r, const Val *v)
{
    if (r->skip || r->failed)
        return none;
    if (v->cut)
        return FAIL(r, step_expr_length_cut, val_text(r, v));
    switch (v->kind) {
    case V_STR: return val_int((int64_t)utf8_count(v->text, v->length));
    case V_LIST: case V_TUPLE: case V_SET: return val_int(v->count);
    case V_DICT: return val_int(v->count / 2);
    default: return FAIL(r, step_expr_length, val_text(r, v));
    }
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
    if (!is_name_byte(c))
        return syntax(r);
    const char *name = r->p;
    while (r->p < r->end && is_name_byte(*r->p))
        r->p++;
    size_t length = (size_t)(r->p - name);
    if (length == 3 && memcmp(name, "len", 3) == 0 && !r->literal && take(r, "(")) {
        Val v = read_or(r);
        return take(r, ")") ? length_of(r, &v) : syntax(r);
    }
    const char *after = r->p;
    if (!r->literal && take(r, "(")) {
        r->p = after;
        return FAIL(r, step_expr_call, "");
    }
    return val_of_name(r, name, length);
}

static Val read_postfix(Reader *r)
{
    Val v = read_primary(r);
    while (!r->failed && !r->literal) {
        if (take(r, "[")) {
            Val key = read_or(r);
            if (!take(r, "]"))
                return syntax(r);
            v = val_of_item(r, &v, &key);
        } else if (take(r, ".")) {
            skip_blanks(r);
            const char *name = r->p;
            while (r->p < r->end && is_name_byte(*r->p))
                r->p++;
            if (r->p == name)
                return syntax(r);
            v = val_of_attribute(r, &v, name, (size_t)(r->p - name));
        } else if (take(r, "(")) {
            return FAIL(r, step_expr_call, "");
        } else {
            break;
        }
    }
    return v;
}

static Val wrong_types(Reader *r, const Val *a, const char *sign, const Val *b)
{
    return FAIL(r, step_expr_types, val_text(r, a), sign, val_text(r, b));
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
        if (!append(r, &list, &capacity, i < a->count ? a->items[i] : b->items[i - a->count]))
            break;
    return list;
}

static Val power(Reader *r, const Val *a, const Val *b)
{
    if (a->kind == V_FLOAT || b->kind == V_FLOAT || b->number < 0)
        return val_float(pow(as_real(a), as_real(b)));
    int64_t result = 1;
    for (int64_t i = 0; i < b->number && result != 0 && !(result == 1 && i > 0 && a->number == 1); i++)
        if (i > 64 && a->number == -1)
            return val_int(b->number % 2 ? -1 : 1);
        else if (__builtin_mul_overflow(result, a->number, &result))
            return FAIL(r, step_expr_large, "**");
    return val_int(result);
}

static Val compute(Reader *r, const Val *a, const char *sign, const Val *b)
{
    if (r->skip || r->failed)
        return none;
    if (sign[0] == '+' && a->kind == b->kind && (a->kind == V_STR || a->kind == V_LIST || a->kind == V_TUPLE))
        return join(r, a, b);
    if (!is_number(a) || !is_number(b))
        return wrong_types(r, a, sign, b);
    if (strcmp(sign, "**") == 0)
        return power(r, a, b);
    bool divides = sign[0] == '/' || sign[0] == '%';
    if (divides && as_real(b) == 0)
        return FAIL(r, step_expr_zero, "");
    if (strcmp(sign, "/") == 0)
        return val_float(as_real(a) / as_real(b));
    if (a->kind == V_FLOAT || b->kind == V_FLOAT) {
        double x = as_real(a), y = as_real(b);
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
        v = v.kind == V_FLOAT ? val_float(-v.real) : compute(r, &zero, "-", &v);
    } else if (take(r, "+")) {
        v = read_unary(r);
        Val zero = val_int(0);
        v = compute(r, &zero, "+", &v);
    } else {
        v = read_postfix(r);
        if (!r->literal && !r->failed && take(r, "**")) {
            Val exponent = read_unary(r);
            v = compute(r, &v, "**", &exponent);
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
        v = compute(r, &v, sign, &other);
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
        v = compute(r, &v, sign, &other);
    }
    return v;
}

static bool contains(Reader *r, const Val *box, const Val *v)
{
    if (box->kind == V_STR && v->kind == V_STR)
        return v->length == 0 || memmem(box->text, box->length, v->text, v->length) != NULL;
    if (box->kind < V_LIST || box->kind > V_DICT) {
        if (!r->skip)
            wrong_types(r, v, "in", box);
        return false;
    }
    for (uint32_t i = 0; i < box->count; i += box->kind == V_DICT ? 2 : 1)
        if (is_equal(r->state, &box->items[i], v))
            return true;
    if (box->cut && !r->skip)
        fail(r, MSG_step_expr_length_cut, (const char *[]){ val_text(r, box), NULL });
    return false;
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
            int order = compare(&a, &b);
            if (strcmp(sign, "==") == 0 || strcmp(sign, "!=") == 0)
                holds = is_equal(r->state, &a, &b) == (sign[0] == '=');
            else if (sign[0] == 'i' || sign[0] == 'n')
                holds = contains(r, &b, &a) == (sign[0] == 'i');
            else if (order == 2 && !(is_number(&a) && is_number(&b)))
                return wrong_types(r, &a, sign, &b);
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
        return val_bool(!is_true(&v));
    }
    return read_comparison(r);
}

static Val read_and(Reader *r)
{
    Val v = read_not(r);
    while (!r->literal && !r->failed && take_word(r, "and")) {
        bool skips = !is_true(&v);
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
        bool skips = is_true(&v);
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
        Text t = { result->text, sizeof result->text, 0 };
        result->text[0] = 0;
        put_value(&t, state, &v);
        result->truth = is_true(&v);
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
