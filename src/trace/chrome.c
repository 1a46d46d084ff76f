/* chrome.c - Chrome Trace Event JSON: one thread a task and a greenlet, thread 0 is the loop. Runs are slices (X), which
 * never overlap on a thread; waiting and being ready are pairs (b, e) with an id of their own; who woke whom is a
 * flow (s, f). Times are µs: as measured with the real clock, 1000 for each event in virtual time, where a run
 * takes none. Rows are collected, sorted by time and written. */
#include "trace/chrome.h"

#include "trace/state.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LOOP = 0, GREENLETS = 1000000, EVENT_US = 1000 };

typedef struct Row {
    int64_t ts, duration;
    uint32_t order;          /* of rows with the same ts                                                       */
    uint32_t thread, id;
    char phase;
    const char *name;
    const TraceEvent *event; /* whose clock and place stand in args; or NULL                                   */
    int64_t ready, timers;   /* C                                                                            */
} Row;

/* What is open on a thread. */
typedef struct Thread {
    const char *name;
    int64_t runs_from;       /* -1: it does not run                                                           */
    const TraceEvent *run;
    uint32_t pair;           /* id of the pair that is open; 0: none                                             */
    const char *pair_name;
    int64_t woken_at;        /* -1: nobody woke it                                                             */
    uint32_t woken_by;
} Thread;

typedef VEC(Thread) Threads;

typedef struct Chrome {
    const Recording *recording;
    Arena arena;
    VEC(Row) rows;
    Threads tasks, greenlets;
    Thread loop;             /* runs: a round                                                                  */
    uint32_t ids;
    int64_t ready, timers;
    bool failed;
} Chrome;

/* --- rows ------------------------------------------------------------------------------------------------------ */

static const char *text_of(Chrome *c, const char *format, const char *a, const char *b)
{
    char text[400];
    int length = snprintf(text, sizeof text, format, a, b);
    const char *copy = arena_copy(&c->arena, text, length < 0 ? 0 : (size_t)length < sizeof text ? (size_t)length
                                                                                                    : sizeof text - 1);
    c->failed = c->failed || !copy;
    return copy ? copy : "";
}

static const char *name_of_id(Chrome *c, Id id)
{
    char text[24];
    snprintf(text, sizeof text, "%c%u", id.n ? id.letter : '?', id.n);
    return text_of(c, "%s%s", text, "");
}

static void add(Chrome *c, Row row)
{
    if (c->failed || !vec_reserve(&c->rows, 1)) {
        c->failed = true;
        return;
    }
    row.order = c->rows.count;
    c->rows.items[c->rows.count++] = row;
}

static int64_t time_of(const Chrome *c, const TraceEvent *e)
{
    bool first = e->index == 0; /* where a recording begins to count */
    return c->recording->real ? (e->w_us < 0 || first ? 0 : e->w_us) : (int64_t)e->index * EVENT_US;
}

/* In virtual time an event that ends a run lies within it, so that flows can begin there. */
static int64_t end_of(const Chrome *c, const TraceEvent *e)
{
    return time_of(c, e) + (c->recording->real ? 0 : EVENT_US / 2);
}

static Thread *thread_in(Chrome *c, Threads *threads, uint32_t n)
{
    while (!c->failed && threads->count < n) {
        if (!vec_reserve(threads, 1))
            c->failed = true;
        else
            threads->items[threads->count++] = (Thread){ .runs_from = -1, .woken_at = -1 };
    }
    return c->failed ? NULL : &threads->items[n - 1];
}

static Thread *thread_of(Chrome *c, Id id)
{
    if (id.n == 0 || id.n >= GREENLETS)
        return NULL;
    return id.letter == 'T' ? thread_in(c, &c->tasks, id.n) : id.letter == 'G' ? thread_in(c, &c->greenlets, id.n) : NULL;
}

static uint32_t number_of(Id id)
{
    return id.letter == 'T' ? id.n : id.letter == 'G' ? GREENLETS + id.n : LOOP;
}

/* --- what begins and ends --------------------------------------------------------------------------------------- */

static void end_pair(Chrome *c, Thread *thread, uint32_t number, int64_t ts)
{
    if (thread->pair)
        add(c, (Row){ .ts = ts, .phase = 'e', .thread = number, .id = thread->pair, .name = thread->pair_name });
    thread->pair = 0;
}

static void begin_pair(Chrome *c, Thread *thread, uint32_t number, const TraceEvent *e, const char *name)
{
    end_pair(c, thread, number, time_of(c, e));
    thread->pair = ++c->ids;
    thread->pair_name = name;
    add(c, (Row){ .ts = time_of(c, e), .phase = 'b', .thread = number, .id = thread->pair, .name = name, .event = e });
}

static void end_run(Chrome *c, Thread *thread, uint32_t number, const TraceEvent *e)
{
    if (thread->runs_from >= 0)
        add(c, (Row){ .ts = thread->runs_from, .duration = end_of(c, e) - thread->runs_from, .phase = 'X', .thread = number,
                      .name = thread->name ? thread->name : "?", .event = thread->run });
    thread->runs_from = -1;
}

static void begin_run(Chrome *c, Thread *thread, uint32_t number, const TraceEvent *e)
{
    int64_t ts = time_of(c, e);
    end_pair(c, thread, number, ts);
    thread->runs_from = ts;
    thread->run = e;
    if (thread->woken_at >= 0) {
        uint32_t id = ++c->ids;
        add(c, (Row){ .ts = thread->woken_at, .phase = 's', .thread = thread->woken_by, .id = id, .name = "wakes" });
        add(c, (Row){ .ts = ts, .phase = 'f', .thread = number, .id = id, .name = "wakes" });
        thread->woken_at = -1;
    }
}

static void count(Chrome *c, const TraceEvent *e)
{
    add(c, (Row){ .ts = time_of(c, e), .phase = 'C', .name = "queues", .ready = c->ready, .timers = c->timers });
}

static void switch_greenlets(Chrome *c, const TraceEvent *e)
{
    Thread *from = thread_of(c, e->id);
    if (from) {
        end_run(c, from, number_of(e->id), e);
        if (e->word && strcmp(e->word, "switch") == 0)
            begin_pair(c, from, number_of(e->id), e, "suspended");
    }
    Thread *to = thread_of(c, e->id2);
    if (!to)
        return;
    to->woken_at = from ? time_of(c, e) : -1;
    to->woken_by = number_of(e->id);
    begin_run(c, to, number_of(e->id2), e);
}

/* The greenlet that nobody made has been running since the program began. */
static void begin_outermost(Chrome *c, Thread *thread)
{
    thread->run = &c->recording->events.items[0];
    thread->runs_from = time_of(c, thread->run);
}

/* --- one event ------------------------------------------------------------------------------------------------------ */

static void see_ready(Chrome *c, const TraceEvent *e, const State *state)
{
    Thread *thread = thread_of(c, e->id2);
    if (!thread)
        return;
    begin_pair(c, thread, number_of(e->id2), e, "ready");
    const StateTask *task = state_task(state, e->id2);
    if (task && task->woken_setter.n) {
        thread->woken_at = time_of(c, e);
        thread->woken_by = number_of(e->by.n ? e->by : task->woken_setter);
        if (thread->woken_by != LOOP && !(thread_of(c, e->by) && thread_of(c, e->by)->runs_from >= 0))
            thread->woken_by = LOOP;
    }
}

static void see(Chrome *c, const TraceEvent *e, const State *state)
{
    Thread *thread = thread_of(c, e->id);
    uint32_t number = number_of(e->id);
    int64_t ready = state->ready.count, timers = state->timers.count;
    switch (e->kind) {
    case EV_task_new:
    case EV_green_new:
        if (thread)
            thread->name = text_of(c, e->fn ? "%s %s" : "%s", name_of_id(c, e->id), e->fn);
        if (thread && e->kind == EV_green_new && !e->id2.n && !e->fn)
            begin_outermost(c, thread);
        break;
    case EV_ready: see_ready(c, e, state); break;
    case EV_task_step:
        if (thread)
            begin_run(c, thread, number, e);
        break;
    case EV_task_wait:
        if (thread) {
            end_run(c, thread, number, e);
            begin_pair(c, thread, number, e, text_of(c, "waits for %s%s", name_of_id(c, e->id2), ""));
        }
        break;
    case EV_task_yield:
        if (thread) {
            end_run(c, thread, number, e);
            begin_pair(c, thread, number, e, "ready");
        }
        break;
    case EV_task_done:
        if (thread) {
            end_run(c, thread, number, e);
            end_pair(c, thread, number, time_of(c, e));
        }
        break;
    case EV_switch: switch_greenlets(c, e); break;
    case EV_round:
    case EV_wait:
    case EV_loop_stop:
        if (c->loop.runs_from >= 0)
            add(c, (Row){ .ts = c->loop.runs_from, .duration = time_of(c, e) - c->loop.runs_from, .phase = 'X',
                          .thread = LOOP, .name = c->loop.name, .event = c->loop.run });
        c->loop.runs_from = -1;
        if (e->kind == EV_round) {
            char text[24];
            snprintf(text, sizeof text, "%" PRId64, e->number);
            c->loop.runs_from = time_of(c, e);
            c->loop.run = e;
            c->loop.name = text_of(c, "round %s%s", text, "");
        }
        break;
    case EV_report:
        add(c, (Row){ .ts = time_of(c, e), .phase = 'i', .thread = number_of(e->by), .name = e->word ? e->word : "report",
                      .event = e });
        break;
    default: break;
    }
    if (ready != c->ready || timers != c->timers) {
        c->ready = ready;
        c->timers = timers;
        count(c, e);
    }
}

static void end_all(Chrome *c, const TraceEvent *e)
{
    for (uint32_t i = 0; i < c->tasks.count; i++) {
        end_run(c, &c->tasks.items[i], i + 1, e);
        end_pair(c, &c->tasks.items[i], i + 1, time_of(c, e));
    }
    for (uint32_t i = 0; i < c->greenlets.count; i++) {
        end_run(c, &c->greenlets.items[i], GREENLETS + i + 1, e);
        end_pair(c, &c->greenlets.items[i], GREENLETS + i + 1, time_of(c, e));
    }
    if (c->loop.runs_from >= 0)
        add(c, (Row){ .ts = c->loop.runs_from, .duration = time_of(c, e) - c->loop.runs_from, .phase = 'X', .thread = LOOP,
                      .name = c->loop.name, .event = c->loop.run });
}

/* --- writing ---------------------------------------------------------------------------------------------------------- */

static void write_text(Sink *out, const char *key, const char *text)
{
    sink_format(out, ",\"%s\":", key);
    json_write_text(out, text, strlen(text));
}

static void write_args(const Row *row, Sink *out)
{
    if (row->phase == 'C') {
        sink_format(out, ",\"args\":{\"ready\":%" PRId64 ",\"timers\":%" PRId64 "}", row->ready, row->timers);
    } else if (row->event) {
        const TraceEvent *e = row->event;
        sink_format(out, ",\"args\":{\"event\":%u,\"clock_us\":%" PRId64, e->index, e->t_us);
        if (e->kind == EV_report && e->name_count)
            write_text(out, "what", e->names[0]);
        sink_text(out, "}");
    }
}

static void write_row(const Row *row, Sink *out)
{
    sink_format(out, ",\n{\"ph\":\"%c\",\"pid\":1,\"tid\":%u,\"ts\":%" PRId64, row->phase, row->thread, row->ts);
    write_text(out, "name", row->name);
    switch (row->phase) {
    case 'X': sink_format(out, ",\"dur\":%" PRId64 ",\"cat\":\"run\"", row->duration); break;
    case 'b':
    case 'e': sink_format(out, ",\"cat\":\"state\",\"id\":\"%u\"", row->id); break;
    case 's': sink_format(out, ",\"cat\":\"wake\",\"id\":\"%u\"", row->id); break;
    case 'f': sink_format(out, ",\"cat\":\"wake\",\"id\":\"%u\",\"bp\":\"e\"", row->id); break;
    case 'i': sink_text(out, ",\"s\":\"t\",\"cat\":\"report\""); break;
    default: break;
    }
    write_args(row, out);
    sink_text(out, "}");
}

static void write_name(Sink *out, const char *what, uint32_t thread, const char *name)
{
    sink_format(out, "%s{\"ph\":\"M\",\"pid\":1,\"tid\":%u,\"ts\":0,\"name\":\"%s\",\"args\":{\"name\":",
                strcmp(what, "process_name") == 0 ? "\n" : ",\n", thread, what);
    json_write_text(out, name, strlen(name));
    sink_format(out, "}}");
}

static int compare(const void *a, const void *b)
{
    const Row *x = a, *y = b;
    if (x->ts != y->ts)
        return x->ts < y->ts ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void write_all(Chrome *c, Sink *out)
{
    sink_text(out, "{\"traceEvents\":[");
    write_name(out, "process_name", LOOP, c->recording->files.count ? c->recording->files.items[0].name : "miniasync");
    write_name(out, "thread_name", LOOP, "event loop");
    for (uint32_t i = 0; i < c->tasks.count; i++)
        write_name(out, "thread_name", i + 1, c->tasks.items[i].name ? c->tasks.items[i].name : "?");
    for (uint32_t i = 0; i < c->greenlets.count; i++) {
        Id id = ID('G', i + 1);
        const char *name = c->greenlets.items[i].name;
        write_name(out, "thread_name", GREENLETS + i + 1, name ? name : name_of_id(c, id));
    }
    if (c->rows.count)
        qsort(c->rows.items, c->rows.count, sizeof *c->rows.items, compare);
    for (uint32_t i = 0; i < c->rows.count; i++)
        write_row(&c->rows.items[i], out);
    sink_text(out, "\n],\"displayTimeUnit\":\"ms\"}\n");
}

bool chrome_write(const Recording *recording, Sink *out)
{
    Chrome c = { .recording = recording, .loop = { .runs_from = -1, .woken_at = -1 }, .ready = -1 };
    arena_init(&c.arena);
    State *state = state_new(recording);
    c.failed = !state;
    while (!c.failed && state_fold(state))
        see(&c, &recording->events.items[state->next - 1], state);
    if (!c.failed && recording->events.count)
        end_all(&c, &recording->events.items[recording->events.count - 1]);
    bool fine = !c.failed && !state->failed;
    if (fine)
        write_all(&c, out);
    if (state)
        state_free(state);
    vec_free(&c.rows);
    vec_free(&c.tasks);
    vec_free(&c.greenlets);
    arena_free(&c.arena);
    return fine && !c.failed;
}
