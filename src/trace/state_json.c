/* state_json.c - a State as one line of JSON (docs/trace-format.md, "The state"): what `miniasync state` prints, what tests
 * compare and what the page's own reducer must give, byte for byte. */
#include "trace/state.h"

#include <string.h>

static void key(Sink *out, const char *name)
{
    sink_bytes(out, "\"", 1);
    sink_text(out, name);
    sink_bytes(out, "\":", 2);
}

static void put_text(Sink *out, const char *name, const char *text)
{
    key(out, name);
    json_write_text(out, text, text ? strlen(text) : 0);
}

static void put_id(Sink *out, const char *name, Id id)
{
    key(out, name);
    json_write_id(out, id);
}

static void put_number(Sink *out, const char *name, int64_t n)
{
    key(out, name);
    sink_format(out, "%lld", (long long)n);
}

static void put_bool(Sink *out, const char *name, bool b)
{
    key(out, name);
    sink_text(out, b ? "true" : "false");
}

static void put_place(Sink *out, const char *name, TracePlace at)
{
    key(out, name);
    if (!at.fn) {
        sink_text(out, "null");
        return;
    }
    sink_text(out, "[");
    json_write_text(out, at.fn, strlen(at.fn));
    sink_format(out, ",%u", at.line);
    if (at.file)
        sink_format(out, ",%u", at.file);
    sink_text(out, "]");
}

static void put_locals(Sink *out, const char *name, const TraceLocal *locals, uint32_t count)
{
    key(out, name);
    sink_text(out, "{");
    for (uint32_t i = 0; i < count; i++) {
        sink_text(out, i ? "," : "");
        put_text(out, locals[i].name, locals[i].value);
    }
    sink_text(out, "}");
}

static void put_links(Sink *out, const char *name, const TraceLink *links, uint32_t count)
{
    key(out, name);
    sink_text(out, "[");
    for (uint32_t i = 0; i < count; i++) {
        sink_text(out, i ? ",{" : "{");
        put_id(out, "r", links[i].frame);
        sink_text(out, ",");
        put_place(out, "at", links[i].at);
        sink_text(out, ",");
        put_locals(out, "locals", links[i].locals, links[i].local_count);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void put_callbacks(Sink *out, const StateCallback *items, uint32_t count)
{
    key(out, "callbacks");
    sink_text(out, "[");
    for (uint32_t i = 0; i < count; i++) {
        sink_text(out, i ? ",{" : "{");
        put_id(out, "h", items[i].h);
        sink_text(out, ",");
        put_text(out, "kind", items[i].kind);
        sink_text(out, ",");
        put_id(out, "task", items[i].task);
        sink_text(out, ",");
        put_id(out, "into", items[i].into);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void begin_list(Sink *out, const char *name)
{
    sink_text(out, ",");
    key(out, name);
    sink_text(out, "[");
}

static void begin_row(Sink *out, bool *first)
{
    sink_text(out, *first ? "{" : ",{");
    *first = false;
}

#define COMMA sink_text(out, ",")

static void write_ready(const State *s, Sink *out)
{
    begin_list(out, "ready");
    bool first = true;
    for (uint32_t i = 0; i < s->ready.count; i++) {
        const StateReady *r = &s->ready.items[i];
        begin_row(out, &first);
        put_id(out, "h", r->h), COMMA;
        put_text(out, "kind", r->kind), COMMA;
        put_id(out, "task", r->task), COMMA;
        put_id(out, "fut", r->fut), COMMA;
        put_text(out, "why", r->why), COMMA;
        put_place(out, "at", r->at), COMMA;
        put_id(out, "by", r->by), COMMA;
        put_number(out, "since", r->since), COMMA;
        put_number(out, "round", r->round), COMMA;
        put_bool(out, "cancelled", r->cancelled);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void write_timers(const State *s, Sink *out)
{
    begin_list(out, "timers");
    bool first = true;
    for (uint32_t i = 0; i < s->timers.count; i++) {
        const StateTimer *t = &s->timers.items[i];
        begin_row(out, &first);
        put_id(out, "h", t->h), COMMA;
        put_number(out, "when", t->when_us), COMMA;
        put_text(out, "kind", t->kind), COMMA;
        put_id(out, "fut", t->fut), COMMA;
        put_place(out, "at", t->at), COMMA;
        put_id(out, "by", t->by);
        sink_text(out, "}");
    }
    sink_text(out, "]");
    begin_list(out, "io");
    first = true;
    for (uint32_t i = 0; i < s->io.count; i++) {
        begin_row(out, &first);
        put_number(out, "fd", s->io.items[i].fd), COMMA;
        put_text(out, "what", s->io.items[i].what), COMMA;
        put_id(out, "h", s->io.items[i].h);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void write_tasks(const State *s, Sink *out)
{
    static const char *const words[] = { "ready", "running", "waiting", "done", "failed", "cancelled" };
    begin_list(out, "tasks");
    bool first = true;
    for (uint32_t i = 0; i < s->tasks.count; i++) {
        const StateTask *t = &s->tasks.items[i];
        if (!t->id.n)
            continue;
        begin_row(out, &first);
        put_id(out, "id", t->id), COMMA;
        put_text(out, "name", t->name), COMMA;
        put_text(out, "fn", t->fn), COMMA;
        put_id(out, "co", t->co), COMMA;
        put_id(out, "parent", t->parent), COMMA;
        put_place(out, "at", t->made_at), COMMA;
        put_text(out, "state", words[t->state]), COMMA;
        put_id(out, "waits_on", t->waits_on), COMMA;
        put_links(out, "chain", t->chain, t->chain_count), COMMA;
        put_id(out, "woken_by", t->woken_by), COMMA;
        put_id(out, "woken_setter", t->woken_setter), COMMA;
        put_bool(out, "cancel", t->cancel_asked), COMMA;
        put_bool(out, "started", t->started), COMMA;
        put_number(out, "since", t->since), COMMA;
        put_number(out, "since_round", t->since_round), COMMA;
        put_id(out, "outer", t->outer), COMMA;
        put_number(out, "steps", t->steps), COMMA;
        put_text(out, "value", t->value), COMMA;
        put_links(out, "tb", t->tb, t->tb_count), COMMA;
        put_bool(out, "seen", t->seen), COMMA;
        put_callbacks(out, t->callbacks.items, t->callbacks.count);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void write_futures(const State *s, Sink *out)
{
    static const char *const words[] = { "pending", "result", "error", "cancelled" };
    begin_list(out, "futures");
    bool first = true;
    for (uint32_t i = 0; i < s->futures.count; i++) {
        const StateFuture *f = &s->futures.items[i];
        if (!f->id.n)
            continue;
        begin_row(out, &first);
        put_id(out, "id", f->id), COMMA;
        put_text(out, "kind", f->kind), COMMA;
        put_id(out, "of", f->of), COMMA;
        put_place(out, "at", f->made_at), COMMA;
        put_id(out, "by", f->made_by), COMMA;
        put_text(out, "state", words[f->state]), COMMA;
        put_text(out, "value", f->value), COMMA;
        put_id(out, "set_by", f->set_by), COMMA;
        put_bool(out, "seen", f->seen), COMMA;
        put_callbacks(out, f->callbacks.items, f->callbacks.count);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void write_coros(Sink *out, const char *name, const StateCoro *items, uint32_t count)
{
    static const char *const words[] = { "new", "suspended", "running", "done", "dropped" };
    begin_list(out, name);
    bool first = true;
    for (uint32_t i = 0; i < count; i++) {
        const StateCoro *c = &items[i];
        if (!c->id.n)
            continue;
        begin_row(out, &first);
        put_id(out, "id", c->id), COMMA;
        put_text(out, "fn", c->fn), COMMA;
        put_id(out, "parent", c->parent), COMMA;
        put_place(out, "at", c->made_at), COMMA;
        put_id(out, "by", c->made_by), COMMA;
        put_text(out, "state", words[c->state]), COMMA;
        put_id(out, "frame", c->frame), COMMA;
        put_links(out, "chain", c->chain, c->chain_count), COMMA;
        put_locals(out, "locals", c->locals, c->local_count);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void write_syncs(const State *s, Sink *out)
{
    begin_list(out, "syncs");
    bool first = true;
    for (uint32_t i = 0; i < s->syncs.count; i++) {
        const StateSync *y = &s->syncs.items[i];
        if (!y->id.n)
            continue;
        begin_row(out, &first);
        put_id(out, "id", y->id), COMMA;
        put_text(out, "kind", y->kind), COMMA;
        put_text(out, "value", y->value), COMMA;
        key(out, "waiters");
        sink_text(out, "[");
        for (uint32_t k = 0; k < y->waiter_count; k++) {
            sink_text(out, k ? "," : "");
            json_write_id(out, y->waiters[k]);
        }
        sink_text(out, "]}");
    }
    sink_text(out, "]");
}

static void write_frames(const State *s, Sink *out)
{
    begin_list(out, "frames");
    bool first = true;
    for (uint32_t i = 0; i < s->frames.count; i++) {
        const StateFrame *f = &s->frames.items[i];
        if (!f->id.n || !f->live)
            continue;
        begin_row(out, &first);
        put_id(out, "id", f->id), COMMA;
        put_id(out, "of", f->of), COMMA;
        put_place(out, "at", (TracePlace){ f->fn ? f->fn : "?", f->line, f->file }), COMMA;
        put_bool(out, "running", f->running), COMMA;
        put_locals(out, "locals", f->locals.items, f->locals.count);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

static void write_output(const State *s, Sink *out)
{
    begin_list(out, "output");
    bool first = true;
    for (uint32_t i = 0; i < s->output.count; i++) {
        const StateOutput *o = &s->output.items[i];
        begin_row(out, &first);
        put_number(out, "fd", o->fd), COMMA;
        key(out, "text");
        json_write_text(out, o->text, o->length), COMMA;
        put_id(out, "by", o->by), COMMA;
        put_number(out, "event", o->event);
        sink_text(out, "}");
    }
    sink_text(out, "]");
}

void state_write(const State *s, Sink *out)
{
    sink_text(out, "{");
    put_number(out, "events", s->next), COMMA;
    put_number(out, "clock", s->clock_us), COMMA;
    put_bool(out, "loop", s->loop_runs), COMMA;
    put_number(out, "round", (int64_t)s->round), COMMA;
    put_number(out, "left", s->round_left), COMMA;
    put_id(out, "running", s->running), COMMA;
    key(out, "outer");
    sink_text(out, "[");
    for (uint32_t i = 0; i < s->outer.count; i++) {
        sink_text(out, i ? "," : "");
        json_write_id(out, s->outer.items[i]);
    }
    sink_text(out, "],");
    put_id(out, "task", s->task), COMMA;
    put_id(out, "greenlet", s->greenlet), COMMA;
    put_place(out, "where", s->where);
    write_ready(s, out);
    write_timers(s, out);
    write_tasks(s, out);
    write_futures(s, out);
    write_coros(out, "coroutines", s->coros.items, s->coros.count);
    write_coros(out, "generators", s->generators.items, s->generators.count);
    write_coros(out, "greenlets", s->greenlets.items, s->greenlets.count);
    write_syncs(s, out);
    write_frames(s, out);
    write_output(s, out);
    sink_text(out, "}\n");
}
