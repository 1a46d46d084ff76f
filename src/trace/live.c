/* live.c - the plain view: `miniasync trace --narrate=loop`. One loop event a line:
 *     #12  0.100 s  T2    waits for F1 at line 5
 * Columns: number of the event, the loop's clock, who, what. It knows only what events say. */
#include "trace/live.h"

#include "base/mem.h"
#include "bytecode/code.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/task.h"

#include <stdarg.h>
#include <stdio.h>

struct LiveView {
    Observer observer;
    VM *vm;
    void (*write)(void *context, const char *bytes, size_t length);
    void *context;
    uint64_t events;        /* number of the next event                                             */
    Clock clock;
    char line[512];         /* program output not yet ended by a newline                              */
    size_t line_length;
    uint64_t line_event;    /* number of the event that began it                                     */
    size_t owed;            /* bytes of output shown when printed, that are still to be written           */
    bool first_step;        /* the Task that was picked has not run yet                             */
    bool busy;
};

static void put(LiveView *n, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void put(LiveView *n, const char *format, ...)
{
    char text[700];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (length < 0)
        return;
    n->write(n->context, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

static int64_t loop_us(const LiveView *n)
{
    return n->clock.now / 1000;
}

static void flush_line(LiveView *n)
{
    if (n->line_length == 0)
        return;
    put(n, "#%03llu           \u2502 %.*s\n", (unsigned long long)n->line_event, (int)n->line_length, n->line);
    n->line_length = 0;
}

static void add_output(LiveView *n, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (n->line_length == 0)
            n->line_event = n->events ? n->events - 1 : 0;
        if (bytes[i] == '\n') {
            if (n->line_length == 0)
                put(n, "#%03llu           \u2502\n", (unsigned long long)n->line_event);
            flush_line(n);
        } else {
            if (n->line_length == sizeof n->line)
                flush_line(n);
            n->line[n->line_length++] = bytes[i];
        }
    }
}

static void show_output(LiveView *n, const Str *text)
{
    size_t size = str_utf8_length(text);
    char *bytes = mem_alloc(size + 1);
    if (!bytes)
        return;
    str_to_utf8(text, bytes);
    add_output(n, bytes, size);
    n->owed += size;
    mem_free(bytes, size + 1);
}

void live_output(LiveView *n, const char *bytes, size_t length)
{
    size_t known = length < n->owed ? length : n->owed;
    n->owed -= known;
    add_output(n, bytes + known, length - known);
}

/* ` at line N` of the innermost script frame that is not the library's. */
static const char *place(const Event *e, const VM *vm, char *buffer, size_t size)
{
    const Frame *frame = e->frame ? e->frame : vm->frame;
    while (frame && frame->func->code->flags & CODE_HIDDEN)
        frame = frame->caller;
    if (!frame)
        return "";
    snprintf(buffer, size, " at line %u", frame_line(frame));
    return buffer;
}

/* A short text of a value; runs no user code. */
static const char *brief(const VM *vm, Value v, char *buffer, size_t size)
{
    if (value_is_none(v))
        snprintf(buffer, size, "None");
    else if (value_is_bool(v))
        snprintf(buffer, size, "%s", value_is_true(v) ? "True" : "False");
    else if (value_is_int(v))
        snprintf(buffer, size, "%lld", (long long)value_int(v));
    else if (value_is_float(v)) {
        char text[40];
        text[float_repr(value_float(v), text)] = 0;
        snprintf(buffer, size, "%s", text);
    } else if (value_is_str(v)) {
        char text[48];
        snprintf(buffer, size, "'%s'", str_c(as_str(v), text, sizeof text));
    } else if (value_is_kind(v, KIND_COROUTINE) || value_is_kind(v, KIND_GENERATOR) ||
               value_is_kind(v, KIND_ASYNCGEN)) {
        str_c(fiber_function(AS(Fiber, v))->qualname, buffer, size);
    } else if (value_is_kind(v, KIND_FUNCTION)) {
        str_c(as_function(v)->qualname, buffer, size);
    } else if (value_is_obj(v) && value_obj(v)->cls) {
        char text[64];
        snprintf(buffer, size, "%s", str_c(value_obj(v)->cls->name, text, sizeof text));
    } else {
        snprintf(buffer, size, "nothing");
    }
    return buffer;
}

static const char *id_text(char letter, uint32_t id, char buffer[16])
{
    snprintf(buffer, 16, "%c%u", letter, id);
    return buffer;
}

/* Is the event's Future a Task? */
static char letter_of(const Event *e)
{
    return value_is_kind(e->value, KIND_TASK) ? 'T' : 'F';
}

/* Who does it: these events name the Task themselves. */
static uint32_t task_of(const Event *e)
{
    switch (e->kind) {
    case EV_task_step:
    case EV_task_wait:
    case EV_task_yield:
    case EV_task_done: return e->id.n;
    default: return 0;
    }
}

/* The loop takes an entry out of its queue: whose turn it is. */
static void tell_pick(LiveView *n, const Event *e, char *out, size_t size)
{
    uint32_t id = value_is_obj(e->value) ? value_obj(e->value)->aux : 0;
    if (value_is_kind(e->value, KIND_TASK)) {
        Value coro = AS(Task, e->value)->coro;
        n->first_step = value_is_kind(coro, KIND_COROUTINE) && AS(Fiber, coro)->state == FIBER_CREATED;
    }
    if (e->number3)
        snprintf(out, size, "takes H%u from the queue and skips it: cancelled", e->id.n);
    else if (value_is_kind(e->value, KIND_TASK))
        snprintf(out, size, "takes H%u from the queue: it is T%u's turn", e->id.n, id);
    else if (value_is_kind(e->value, KIND_FUTURE))
        snprintf(out, size, "takes H%u from the queue: the sleep of F%u is over", e->id.n, id);
    else
        snprintf(out, size, "takes H%u from the queue: a callback", e->id.n);
}

static void sentence(LiveView *n, const Event *e, char *out, size_t size)
{
    VM *vm = n->vm;
    char at[40], v[100], name[80];
    const char *where = place(e, vm, at, sizeof at);
    switch (e->kind) {
    case EV_loop_start: snprintf(out, size, "starts"); break;
    case EV_loop_stop: snprintf(out, size, "stops: %s", e->word); break;
    case EV_wait:
        if (e->number < 0)
            snprintf(out, size, "has nothing ready: waits for %lld descriptors", (long long)e->number3);
        else
            snprintf(out, size, "has nothing ready: waits until %.3f s (%lld timer%s)", (double)e->number / 1e6,
                     (long long)e->number2, e->number2 == 1 ? "" : "s");
        break;
    case EV_clock: snprintf(out, size, "the clock moves to %.3f s (%s)", (double)e->number / 1e6, e->word); break;
    case EV_timer:
        if (e->id2.n)
            snprintf(out, size, "arms timer H%u of F%u (sleep)%s: due at %.3f s", e->id.n, e->id2.n, where,
                     (double)e->number / 1e6);
        else
            snprintf(out, size, "arms timer H%u (%s)%s: due at %.3f s", e->id.n, e->word, where,
                     (double)e->number / 1e6);
        break;
    case EV_timer_del: snprintf(out, size, "cancels timer H%u%s", e->id.n, where); break;
    case EV_timer_fire: snprintf(out, size, "timer H%u is due and joins the ready queue", e->id.n); break;
    case EV_ready:
        if (e->id2.n)
            snprintf(out, size, "T%u joins the ready queue as H%u: %s%s%s", e->id2.n, e->id.n, e->word2,
                     e->id3.n ? (e->id3.letter == 'T' ? " T" : " F") : "", e->id3.n ? id_text(' ', e->id3.n, v) + 1 : "");
        else
            snprintf(out, size, "H%u (%s) joins the ready queue: %s%s%s", e->id.n, e->word, e->word2,
                     e->id3.n ? (e->id3.letter == 'T' ? " T" : " F") : "", e->id3.n ? id_text(' ', e->id3.n, v) + 1 : "");
        break;
    case EV_handle_del: snprintf(out, size, "cancels H%u, which is queued%s", e->id.n, where); break;
    case EV_round: snprintf(out, size, "round %lld: %lld to run", (long long)e->number, (long long)e->number2); break;
    case EV_pick: tell_pick(n, e, out, size); break;
    case EV_ran: snprintf(out, size, "H%u has returned to the loop", e->id.n); break;
    case EV_io: snprintf(out, size, "descriptor %lld %s %s", (long long)e->number, e->word2, e->word); break;
    case EV_fut_new: snprintf(out, size, "makes F%u (%s)%s", e->id.n, e->word, where); break;
    case EV_fut_set:
        if (*e->word == 'c')
            snprintf(out, size, "F%u is cancelled", e->id.n);
        else
            snprintf(out, size, "F%u gets its %s %s", e->id.n, e->word, brief(vm, e->value, v, sizeof v));
        break;
    case EV_cb_add:
        if (e->id3.n)
            snprintf(out, size, "T%u will be woken by %c%u", e->id3.n, letter_of(e), e->id.n);
        else
            snprintf(out, size, "a callback is added to %c%u%s", letter_of(e), e->id.n, where);
        break;
    case EV_cb_del: snprintf(out, size, "a callback is taken from %c%u%s", letter_of(e), e->id.n, where); break;
    case EV_seen: snprintf(out, size, "the result of %c%u was fetched", letter_of(e), e->id.n); break;
    case EV_task_new:
        snprintf(out, size, "makes task T%u %s from %s()%s", e->id.n, e->text ? str_c(e->text, name, sizeof name) : "",
                 brief(vm, e->value, v, sizeof v), where);
        break;
    case EV_task_step:
        if (*e->word == 't')
            snprintf(out, size, "goes on: %s is thrown in", brief(vm, e->value, v, sizeof v));
        else
            snprintf(out, size, n->first_step ? "starts" : "goes on");
        n->first_step = false;
        break;
    case EV_task_wait:
        snprintf(out, size, "waits for %c%u%s and gives the loop back",
                 value_is_kind(e->value, KIND_TASK) ? 'T' : 'F', e->id2.n, where);
        break;
    case EV_task_yield: snprintf(out, size, "gives way%s", where); break;
    case EV_await_ready: snprintf(out, size, "await goes straight on: %c%u is done%s", letter_of(e), e->id2.n, where); break;
    case EV_task_done:
        snprintf(out, size, "ends: %s%s%s", e->word, *e->word == 'c' ? "" : " ",
                 *e->word == 'c' ? "" : brief(vm, e->value, v, sizeof v));
        break;
    case EV_task_cancel: snprintf(out, size, "asks T%u to cancel%s", e->id.n, where); break;
    case EV_cancel_passed: snprintf(out, size, "T%u hands the cancel on to %c%u", e->id.n, letter_of(e), e->id2.n); break;
    case EV_co_new: snprintf(out, size, "makes coroutine C%u of %s()%s", observe_id(vm, value_obj(e->value)).n, brief(vm, e->value, v, sizeof v), where); break;
    case EV_co_drop: snprintf(out, size, "coroutine C%u is dropped and was never awaited%s", observe_id(vm, value_obj(e->value)).n, where); break;
    case EV_gen_new: snprintf(out, size, "makes generator Y%u of %s()%s", observe_id(vm, value_obj(e->value)).n, brief(vm, e->value, v, sizeof v), where); break;
    case EV_green_new: snprintf(out, size, "makes greenlet G%u%s", e->id.n, where); break;
    case EV_switch: snprintf(out, size, "switches to greenlet G%u (%s)%s", e->id2.n, e->word, where); break;
    case EV_raise: snprintf(out, size, "raises %s%s", e->word ? e->word : brief(vm, e->value, v, sizeof v), where); break;
    default: *out = 0; break;
    }
}

static void on_event(Observer *observer, VM *vm, const Event *e)
{
    LiveView *n = (LiveView *)(void *)observer;
    if (n->busy)
        return;
    uint64_t number = n->events++;
    if (e->kind == EV_out) {
        if (e->number == 1 && e->text)
            show_output(n, e->text);
        return;
    }
    char text[500], who[16] = "loop";
    sentence(n, e, text, sizeof text);
    if (!*text)
        return;
    n->busy = true;
    Loop *loop = vm->loop;
    if (task_of(e))
        snprintf(who, sizeof who, "T%u", task_of(e));
    else if (!loop)
        snprintf(who, sizeof who, "-");
    else if (loop->current)
        snprintf(who, sizeof who, "T%u", loop->current->future.obj.aux);
    else if (loop->entry && loop->entry->aux && (loop->entry->kind & KIND_MASK) == KIND_HANDLE)
        snprintf(who, sizeof who, "H%u", loop->entry->aux);
    int64_t us = loop_us(n);
    put(n, "#%03llu  %lld.%03lld s  %-5s %s\n", (unsigned long long)number, (long long)(us / 1000000),
        (long long)(us / 1000 % 1000), who, text);
    n->busy = false;
}

LiveView *live_start(VM *vm, void (*write)(void *context, const char *bytes, size_t length), void *context)
{
    LiveView *n = mem_alloc_zero(sizeof *n);
    if (!n)
        return NULL;
    n->observer.event = on_event;
    n->vm = vm;
    n->write = write;
    n->context = context;
    n->clock = clock_virtual;
    clock_set(vm, &n->clock);
    vm->observer = &n->observer;
    return n;
}

void live_end(LiveView *n)
{
    flush_line(n);
    n->vm->observer = NULL;
    clock_set(n->vm, NULL);
    mem_free(n, sizeof *n);
}
