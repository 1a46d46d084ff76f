/* why.c - why a task waits: see why.h. The walk goes from what a task waits for to what would end that: from a Future
 * to the task that holds its lock, from a gather() to the first child that is missing. It stops at something
 * that can happen by itself (time, input, a place in the ready queue), where it meets itself, or at a Future
 * that nothing can reach any more: then the loop has said so with a report (A10, A07). */
#include "trace/why.h"

#include "trace/small.h"

#include <stdio.h>
#include <string.h>

enum { MAX_LINKS = 64, TEXT = 400 };

/* One link of the walk: what is waited for. */
typedef struct Link {
    Id id;               /* T or F                                                                     */
    Id through;          /* a child of a gather(), who holds the lock: what comes next; or nothing           */
} Link;

typedef struct Walk {
    const State *state;
    Lang lang;
    Link links[MAX_LINKS];
    uint32_t count;
    WhyCause cause;
    uint32_t cycle_from; /* WHY_CYCLE: index of the link where the circle begins                          */
    const StateTimer *timer; /* WHY_TIME                                                               */
    Id other;            /* WHY_TASK: who; WHY_READY: which task                                          */
    bool lost;           /* WHY_NOBODY: found by a search of the heap                                    */
    int fd;              /* WHY_IO                                                                     */
} Walk;

/* --- looking things up ------------------------------------------------------------------------------------- */

static const StateTimer *timer_of(const State *state, Id fut)
{
    for (uint32_t i = 0; i < state->timers.count; i++)
        if (fut.n && id_same(state->timers.items[i].fut, fut))
            return &state->timers.items[i];
    return NULL;
}

/* Place in the ready queue, from 1; 0: it does not stand there. */
static uint32_t place_of(const State *state, Id task)
{
    for (uint32_t i = 0; i < state->ready.count; i++)
        if (id_same(state->ready.items[i].task, task))
            return i + 1;
    return 0;
}

static bool is_pending(const State *state, Id id)
{
    if (id.letter == 'T') {
        const StateTask *task = state_task(state, id);
        return task && task->state < TASK_STATE_DONE;
    }
    const StateFuture *future = state_future(state, id);
    return future && future->state == FUTURE_STATE_PENDING;
}

static Id first_into(const StateCallbacks *callbacks, Id id, Id target)
{
    for (uint32_t i = 0; i < callbacks->count; i++)
        if (id_same(callbacks->items[i].into, target))
            return id;
    return (Id){ 0 };
}

/* A pending task or Future whose end leads to `target` through a callback: a child of a gather(), of a wait(). */
static Id child_of(const State *state, Id target)
{
    for (uint32_t i = 0; i < state->tasks.count; i++) {
        const StateTask *task = &state->tasks.items[i];
        Id found = task->state < TASK_STATE_DONE ? first_into(&task->callbacks, task->id, target) : (Id){ 0 };
        if (found.n)
            return found;
    }
    for (uint32_t i = 0; i < state->futures.count; i++) {
        const StateFuture *future = &state->futures.items[i];
        Id found = future->state == FUTURE_STATE_PENDING ? first_into(&future->callbacks, future->id, target)
                                                         : (Id){ 0 };
        if (found.n && !id_same(found, target))
            return found;
    }
    return (Id){ 0 };
}

/* Who holds a lock: "locked by T2". */
static Id holder_of(const State *state, const StateFuture *future)
{
    const StateSync *sync = future->of.n ? state_sync(state, future->of) : NULL;
    const char *by = sync && sync->value ? strstr(sync->value, " by T") : NULL;
    unsigned n = 0;
    if (by && sscanf(by, " by T%u", &n) == 1)
        return ID('T', n);
    return (Id){ 0 };
}

/* Has a report said that nothing can wake this task? */
static bool is_lost(const State *state, Id task)
{
    char name[24];
    snprintf(name, sizeof name, "T%u", task.n);
    for (uint32_t i = state->next; i-- > 0;) {
        const TraceEvent *e = &state->recording->events.items[i];
        if (e->kind == EV_task_wait && id_same(e->id, task))
            return false; /* since it waits there was none */
        if (e->kind != EV_report || !e->word || e->name_count == 0)
            continue;
        bool names = strncmp(e->names[0], name, strlen(name)) == 0 &&
                     (e->names[0][strlen(name)] == ' ' || e->names[0][strlen(name)] == 0);
        if (names && strcmp(e->word, "A10") == 0)
            return true;
    }
    return false;
}

/* Another task that can still run by itself: it runs, is ready, or sleeps. */
static Id someone_else(const State *state, Id but)
{
    Id sleeper = { 0 };
    for (uint32_t i = 0; i < state->tasks.count; i++) {
        const StateTask *task = &state->tasks.items[i];
        if (!task->id.n || id_same(task->id, but)) /* no row: it had ended before the recording began */
            continue;
        if (task->state == TASK_STATE_RUNNING || task->state == TASK_STATE_READY)
            return task->id;
        if (task->state == TASK_STATE_WAITING && !sleeper.n && timer_of(state, task->waits_on))
            sleeper = task->id;
    }
    return sleeper;
}

/* --- the walk ------------------------------------------------------------------------------------------------ */

static void stop_at(Walk *walk, WhyCause cause)
{
    walk->cause = cause;
}

/* At a Future that no task and no timer of its own stands behind. */
static void stop_at_future(Walk *walk, Id waiter)
{
    const State *state = walk->state;
    const StateTask *task = state_task(state, waiter);
    walk->lost = is_lost(state, waiter);
    if (walk->lost) {
        stop_at(walk, WHY_NOBODY);
    } else if (state->io.count > 0 && !someone_else(state, waiter).n) {
        walk->fd = state->io.items[0].fd;
        stop_at(walk, WHY_IO);
    } else if ((walk->other = someone_else(state, waiter)).n) {
        stop_at(walk, WHY_TASK);
    } else if (state->ready.count > 0) { /* a callback may bring it about */
        walk->other = state->ready.items[0].h;
        stop_at(walk, WHY_TASK);
    } else if (state->timers.count > 0) {
        walk->timer = &state->timers.items[0];
        walk->other = walk->timer->h;
        stop_at(walk, WHY_TASK);
    } else {
        stop_at(walk, task && task->state < TASK_STATE_DONE ? WHY_NOBODY : WHY_FINISHED);
    }
}

/* What comes after `id`; nothing: the walk has stopped. */
static Id step(Walk *walk, Id id, Id waiter)
{
    const State *state = walk->state;
    if (id.letter == 'T') {
        const StateTask *task = state_task(state, id);
        if (!task || task->state >= TASK_STATE_DONE) {
            stop_at(walk, WHY_FINISHED);
        } else if (task->state == TASK_STATE_RUNNING) {
            stop_at(walk, WHY_RUNNING);
        } else if (task->state == TASK_STATE_READY) {
            walk->other = id;
            stop_at(walk, WHY_READY);
        } else {
            return task->waits_on;
        }
        return (Id){ 0 };
    }
    const StateFuture *future = state_future(state, id);
    if (!future || future->state != FUTURE_STATE_PENDING) {
        stop_at(walk, WHY_FINISHED);
        return (Id){ 0 };
    }
    if ((walk->timer = timer_of(state, id))) {
        stop_at(walk, WHY_TIME);
        return (Id){ 0 };
    }
    Id next = child_of(state, id);
    if (!next.n)
        next = holder_of(state, future);
    if (!next.n)
        stop_at_future(walk, waiter);
    return next;
}

static bool walk_from(Walk *walk, const State *state, Id task, Lang lang)
{
    *walk = (Walk){ .state = state, .lang = lang, .cause = WHY_FINISHED };
    Id id = task, waiter = task;
    if (!state_task(state, task))
        return false;
    while (id.n && walk->count < MAX_LINKS) {
        for (uint32_t i = 0; i < walk->count; i++)
            if (id_same(walk->links[i].id, id)) {
                walk->cause = WHY_CYCLE;
                walk->cycle_from = i;
                return true;
            }
        Link *link = &walk->links[walk->count++];
        link->id = id;
        if (id.letter == 'T')
            waiter = id;
        id = step(walk, id, waiter);
        link->through = id;
    }
    return true;
}

WhyCause why_cause(const State *state, Id task)
{
    Walk walk;
    walk_from(&walk, state, task, LANG_EN);
    return walk.cause;
}

/* --- words ---------------------------------------------------------------------------------------------------- */

const char *why_state(const State *state, const StateTask *task, Lang lang)
{
    const char *word = state_task_word(state, task);
#define WORD(name) if (strcmp(word, #name) == 0) return message_text(MSG_word_##name, lang);
    WORD(ready) WORD(running) WORD(waiting) WORD(sleeping) WORD(done) WORD(failed) WORD(cancelled)
#undef WORD
    return word;
}

static void id_name(Id id, char out[24])
{
    snprintf(out, 24, "%c%u", id.letter ? id.letter : '?', id.n);
}

/* `T2 fetch('a', 0.2)`, or `T1 main` when it was called without arguments. */
static void task_name(const State *state, const StateTask *task, char *out, size_t size)
{
    const TraceEvent *made = NULL;
    for (uint32_t i = 0; i < state->next && !made; i++) {
        const TraceEvent *e = &state->recording->events.items[i];
        if (e->kind == EV_co_new && task->co.n && id_same(e->id, task->co))
            made = e;
    }
    int n = snprintf(out, size, "T%u %s", task->id.n, task->fn ? task->fn : "");
    size_t used = n > 0 && (size_t)n < size ? (size_t)n : size - 1;
    if (!made || made->local_count == 0)
        return;
    for (uint32_t i = 0; i < made->local_count && used + 4 < size; i++) {
        n = snprintf(out + used, size - used, "%s%s", i ? ", " : "(", made->locals[i].value);
        used += n > 0 && (size_t)n < size - used ? (size_t)n : 0;
    }
    snprintf(out + used, size - used, ")");
}

/* The innermost frame of the task: where it stands. */
static TracePlace place(const State *state, const StateTask *task)
{
    if (task->state == TASK_STATE_RUNNING && id_same(state->task, task->id) && state->where.line)
        return state->where;
    for (uint32_t i = task->chain_count; i-- > 0;)
        if (task->chain[i].at.fn && task->chain[i].at.line)
            return task->chain[i].at;
    return task->made_at;
}

/* `line 5: await asyncio.sleep(secs)`, with the function when it is not the task's own. */
static void place_text(const Walk *walk, const StateTask *task, char *out, size_t size)
{
    TracePlace at = place(walk->state, task);
    char number[16], source[200] = "";
    size_t length = 0;
    const char *line = recording_line(walk->state->recording, at.file, at.line, &length);
    while (length > 0 && (*line == ' ' || *line == '\t'))
        line++, length--;
    if (line)
        snprintf(source, sizeof source, "%.*s", (int)length, line);
    snprintf(number, sizeof number, "%u", at.line);
    if (at.line == 0 && task->fn)
        MESSAGE(out, size, walk->lang, why_at_library, task->fn);
    else if (task->chain_count > 1 && at.fn)
        MESSAGE(out, size, walk->lang, why_at_in, number, at.fn, source);
    else
        MESSAGE(out, size, walk->lang, why_at, number, source);
}

static void line_of_task(const Walk *walk, const StateTask *task, bool first, char *out, size_t size)
{
    char name[160], where[300], number[16], total[16], behind[24];
    task_name(walk->state, task, name, sizeof name);
    if (first)
        snprintf(name, sizeof name, "T%u %s", task->id.n, task->fn ? task->fn : "");
    place_text(walk, task, where, sizeof where);
    uint32_t at = place_of(walk->state, task->id);
    snprintf(number, sizeof number, "%u", at);
    snprintf(total, sizeof total, "%u", walk->state->ready.count);
    switch (task->state) {
    case TASK_STATE_RUNNING:
        if (first)
            MESSAGE(out, size, walk->lang, why_running, name, where);
        else
            MESSAGE(out, size, walk->lang, why_for_task_running, name, where);
        break;
    case TASK_STATE_READY:
        if (!first) {
            MESSAGE(out, size, walk->lang, why_for_task_ready, name, number, total);
        } else if (at > 1) {
            const StateReady *before = &walk->state->ready.items[at - 2];
            id_name(before->task.n ? before->task : before->h, behind);
            MESSAGE(out, size, walk->lang, why_ready_behind, name, number, total, behind);
        } else {
            MESSAGE(out, size, walk->lang, why_ready, name, number, total);
        }
        break;
    case TASK_STATE_WAITING:
        if (first)
            MESSAGE(out, size, walk->lang, why_waiting, name, where);
        else
            MESSAGE(out, size, walk->lang, why_for_task, name, where);
        break;
    case TASK_STATE_DONE: MESSAGE(out, size, walk->lang, why_result, name, task->value); break;
    case TASK_STATE_FAILED: MESSAGE(out, size, walk->lang, why_error, name, task->value); break;
    case TASK_STATE_CANCELLED: {
        char by[24] = "";
        for (uint32_t i = walk->state->next; i-- > 0 && !*by;) { /* who asked for it */
            const TraceEvent *e = &walk->state->recording->events.items[i];
            if (e->kind == EV_task_cancel && id_same(e->id, task->id) && e->by.n)
                id_name(e->by, by);
        }
        if (*by)
            MESSAGE(out, size, walk->lang, why_cancelled_by, name, by);
        else
            MESSAGE(out, size, walk->lang, why_cancelled, name);
        break;
    }
    }
}

/* How many of a gather()'s children there were, and how many are missing. */
static void count_children(const State *state, Id gather, char all[16], char missing[16])
{
    uint32_t total = 0, open = 0;
    for (uint32_t i = 0; i < state->next; i++) {
        const TraceEvent *e = &state->recording->events.items[i];
        if (e->kind != EV_cb_add || !id_same(e->id4, gather))
            continue;
        total++;
        open += is_pending(state, e->id);
    }
    snprintf(all, 16, "%u", total);
    snprintf(missing, 16, "%u", open);
}

/* What is told of a Future under the line of the task that waits for it. */
static void line_of_future(const Walk *walk, const Link *link, char *out, size_t size)
{
    const State *state = walk->state;
    const StateFuture *future = state_future(state, link->id);
    char id[24], other[24], number[16];
    id_name(link->id, id);
    *out = 0;
    if (!future)
        return;
    const StateTimer *timer = timer_of(state, link->id);
    const StateSync *sync = future->of.n ? state_sync(state, future->of) : NULL;
    if (timer) {
        int64_t delay_us = state_timer_delay(state, timer);
        Small due = small_seconds(timer->when_us), left = small_seconds(timer->when_us - state->clock_us);
        if (delay_us >= 0)
            MESSAGE(out, size, walk->lang, why_for_sleep, id, small_span(delay_us, state->recording->real).text, due.text,
                    left.text);
        else
            MESSAGE(out, size, walk->lang, why_for_sleep_old, id, due.text, left.text);
    } else if (future->kind && strcmp(future->kind, "gather") == 0) {
        char all[16], missing[16];
        count_children(state, link->id, all, missing);
        if (strcmp(all, "1") == 0)
            MESSAGE(out, size, walk->lang, why_for_gather_one, id);
        else if (strcmp(missing, "1") == 0)
            MESSAGE(out, size, walk->lang, why_for_gather_last, id, all, missing);
        else
            MESSAGE(out, size, walk->lang, why_for_gather, id, all, missing);
    } else if (sync) {
        char of[24];
        id_name(future->of, of);
        if (link->through.letter == 'T') {
            id_name(link->through, other);
            MESSAGE(out, size, walk->lang, why_for_lock, of, other);
        } else {
            MESSAGE(out, size, walk->lang, why_for_sync, of, sync->kind, sync->value);
        }
    } else if (future->made_at.line && !link->through.n) {
        snprintf(number, sizeof number, "%u", future->made_at.line);
        MESSAGE(out, size, walk->lang, why_for_plain, id, number);
    } else if (link->through.n) {
        char text[200];
        id_name(link->through, other);
        size_t used = MESSAGE(out, size, walk->lang, why_for_future, id);
        MESSAGE(text, sizeof text, walk->lang, why_through, other);
        snprintf(out + used, size - used, "%s%s", walk->lang == LANG_ZH ? "，" : ", ", text);
    } else {
        MESSAGE(out, size, walk->lang, why_for_future, id);
    }
}

static void cycle_text(const Walk *walk, char *out, size_t size)
{
    size_t used = 0;
    char name[24];
    for (uint32_t i = walk->cycle_from; i < walk->count; i++) {
        Id id = walk->links[i].id;
        const StateFuture *future = id.letter == 'F' ? state_future(walk->state, id) : NULL;
        if (future && !future->of.n)
            continue; /* the gather() between two tasks says nothing new */
        id_name(future ? future->of : id, name);
        int n = snprintf(out + used, size - used, "%s \u2192 ", name);
        used += n > 0 && (size_t)n < size - used ? (size_t)n : 0;
    }
    id_name(walk->links[walk->cycle_from].id, name);
    snprintf(out + used, size - used, "%s", name);
}

static void can_text(const Walk *walk, Id other, char *out, size_t size)
{
    const StateTask *task = state_task(walk->state, other);
    const StateTimer *timer = task ? timer_of(walk->state, task->waits_on) : NULL;
    if (task && task->state == TASK_STATE_RUNNING) {
        snprintf(out, size, "%s", message_text(MSG_why_can_running, walk->lang));
    } else if (timer) {
        MESSAGE(out, size, walk->lang, why_can_time, small_seconds(timer->when_us).text);
    } else {
        snprintf(out, size, "%s", message_text(MSG_why_can_ready, walk->lang));
    }
}

/* What nobody can reach: "S1 (Event)", or "F4". */
static void nobody_name(const Walk *walk, Id id, char *out, size_t size)
{
    const StateFuture *future = id.letter == 'F' ? state_future(walk->state, id) : NULL;
    const StateSync *sync = future && future->of.n ? state_sync(walk->state, future->of) : NULL;
    char name[24];
    id_name(sync ? sync->id : id, name);
    if (sync)
        MESSAGE(out, size, walk->lang, report_sync, name, sync->kind ? sync->kind : "?");
    else
        snprintf(out, size, "%s", name);
}

static void root_text(const Walk *walk, char *out, size_t size)
{
    Id first = walk->links[0].id, last = walk->links[walk->count - 1].id;
    char me[24], other[80], number[16], total[16], text[TEXT];
    char last_name[24];
    id_name(first, me);
    id_name(last, last_name);
    switch (walk->cause) {
    case WHY_RUNNING: MESSAGE(text, sizeof text, walk->lang, why_root_running, last_name); break;
    case WHY_READY:
        id_name(walk->other, other);
        snprintf(number, sizeof number, "%u", place_of(walk->state, walk->other));
        snprintf(total, sizeof total, "%u", walk->state->ready.count);
        MESSAGE(text, sizeof text, walk->lang, why_root_ready, other, number, total);
        break;
    case WHY_TIME: {
        Id between = { 0 };
        const StateFuture *before = NULL;
        for (uint32_t i = 1; i < walk->count && !between.n; i++) {
            if (walk->links[i].id.letter == 'T') {
                between = walk->links[i].id;
                before = state_future(walk->state, walk->links[i - 1].id);
            }
        }
        Small when = small_seconds(walk->timer->when_us);
        id_name(between, other);
        if (between.n && before && before->of.n) {
            char sync[24];
            id_name(before->of, sync);
            MESSAGE(text, sizeof text, walk->lang, why_root_time_lock, me, when.text, other, sync);
        } else if (between.n)
            MESSAGE(text, sizeof text, walk->lang, why_root_time_and, me, when.text, other);
        else
            MESSAGE(text, sizeof text, walk->lang, why_root_time, me, when.text);
        break;
    }
    case WHY_IO:
        snprintf(number, sizeof number, "%d", walk->fd);
        MESSAGE(text, sizeof text, walk->lang, why_root_io, me, number);
        break;
    case WHY_TASK:
        id_name(walk->other, other);
        if (walk->other.letter == 'T') {
            char can[100];
            can_text(walk, walk->other, can, sizeof can);
            MESSAGE(text, sizeof text, walk->lang, why_root_task, me, other, can);
        } else {
            MESSAGE(text, sizeof text, walk->lang, why_root_callback, me, other);
        }
        break;
    case WHY_CYCLE: {
        char circle[300];
        cycle_text(walk, circle, sizeof circle);
        MESSAGE(text, sizeof text, walk->lang, why_root_cycle, circle);
        break;
    }
    case WHY_NOBODY:
        nobody_name(walk, last, other, sizeof other);
        if (walk->state->recording->prompt && !walk->lost)
            MESSAGE(text, sizeof text, walk->lang, why_root_you, other);
        else
            MESSAGE(text, sizeof text, walk->lang, why_root_nobody, other);
        break;
    default: MESSAGE(text, sizeof text, walk->lang, why_root_finished, last_name); break;
    }
    MESSAGE(out, size, walk->lang, why_root, text);
}

size_t why_root(const State *state, Id task, Lang lang, char *out, size_t size)
{
    Walk walk;
    if (!walk_from(&walk, state, task, lang)) {
        *out = 0;
        return 0;
    }
    root_text(&walk, out, size);
    return strlen(out);
}

void why_write(const State *state, Id id, Lang lang, Sink *out)
{
    Walk walk;
    char line[TEXT * 2];
    if (!walk_from(&walk, state, id, lang)) {
        char name[24];
        id_name(id, name);
        MESSAGE(line, sizeof line, lang, why_unknown, name);
        sink_text(out, line);
        sink_text(out, "\n");
        return;
    }
    for (uint32_t i = 0; i < walk.count; i++) {
        const StateTask *task = state_task(state, walk.links[i].id);
        if (walk.links[i].id.letter == 'T' && task)
            line_of_task(&walk, task, i == 0, line, sizeof line);
        else
            line_of_future(&walk, &walk.links[i], line, sizeof line);
        if (!*line)
            continue;
        sink_repeat(out, ' ', (size_t)i * 2);
        sink_text(out, line);
        sink_text(out, "\n");
    }
    root_text(&walk, line, sizeof line);
    sink_text(out, line);
    sink_text(out, "\n");
}
