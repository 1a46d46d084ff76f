/* expr_names.c - what a name or an attribute stands for: a variable of the selected frame or of the module, an id (T2, F1,
 * S1), the queue, the timers, the clock. */
#include "trace/expr_internal.h"

#include <stdio.h>
#include <stdlib.h>

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
        if (!expr_append(r, &list, &capacity, val_id(get(r->state, i))))
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

Val expr_of_name(Reader *r, const char *name, size_t length)
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
        return expr_of_repr(r, local->value);
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
    return repr ? expr_of_repr(r, repr) : none;
}

/* Where a value ends in `<P v=1 name='x'>`: at the blank before the next attribute, or the last bracket. */
static const char *end_of_value(const char *p, const char *end)
{
    int depth = 0;
    for (char quote = 0; p < end; p++) {
        if (quote) {
            p += *p == '\\' && p + 1 < end;
            quote = *p == quote && p[-1] != '\\' ? 0 : quote;
        } else if (*p == '\'' || *p == '"') {
            quote = *p;
        } else if (strchr("([{<", *p)) {
            depth++;
        } else if (strchr(")]}>", *p)) {
            if (depth-- == 0)
                break;
        } else if (*p == ' ' && depth == 0) {
            break;
        }
    }
    return p;
}

/* An attribute of a thing of the program's own, as its repr shows it: `<P v=1>`. NULL: it does not. */
static const char *shown_attribute(Reader *r, const Val *v, const char *name, size_t length)
{
    const char *p = v->text, *end = v->text + v->length;
    if (v->kind != V_OTHER || v->length < 3 || *p != '<')
        return NULL;
    while (p < end && *p != ' ')
        p++;
    while (p < end && *p == ' ') {
        const char *key = ++p;
        while (p < end && expr_is_name_byte(*p))
            p++;
        bool found = (size_t)(p - key) == length && memcmp(key, name, length) == 0;
        if (p == end || *p != '=')
            return NULL;
        const char *value = ++p;
        p = end_of_value(p, end);
        if (found)
            return arena_copy(r->arena, value, (size_t)(p - value));
    }
    return NULL;
}

/* T2.state, T2.x, F1.kind, S1.value, p.v, ... */
Val expr_of_attribute(Reader *r, const Val *v, const char *name, size_t length)
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
                return expr_of_repr(r, local->value);
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
            return val_str(expr_future_word(f));
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
                if (!expr_append(r, &list, &capacity, val_id(s->waiters[i])))
                    break;
            return list;
        }
    } else if (v->kind == V_ID && v->id.letter == 'H') {
        for (uint32_t i = 0; i < r->state->timers.count; i++)
            if (id_same(r->state->timers.items[i].h, v->id) && IS("when"))
                return val_float((double)r->state->timers.items[i].when_us / 1e6);
    } else if (v->kind == V_OTHER) {
        const char *value = shown_attribute(r, v, name, length);
        if (value)
            return expr_of_repr(r, value);
    } else if (v->kind == V_ID) {
        static const char *const words[] = { "new", "suspended", "running", "done", "dropped" };
        const StateCoro *c = state_coro(r->state, v->id);
        if (c && IS("state"))
            return val_str(words[c->state]);
        if (c && IS("fn"))
            return val_str(c->fn);
    }
#undef IS
    return FAIL(r, step_expr_attribute, expr_text(r, v), copy);
}
