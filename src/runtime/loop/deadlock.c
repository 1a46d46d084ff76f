/* deadlock.c - who waits for whom: see report.h.
 *
 * A chain of waits goes from a Task to what it waits for: another Task, a child of a gather(), the lock whose
 * turn a Future is (and so to the Task that holds it), or a Future somebody has to set. From a greenlet it goes to the
 * greenlet it joins, or to the lock, event or queue it sleeps for. The chain of a deadlocked program ends in a circle,
 * or at something that nobody sets. */
#include "runtime/loop/report.h"

#include "bytecode/code.h"
#include "runtime/loop/gather.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "runtime/hints.h"
#include "runtime/traceback.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- chains of waits --------------------------------------------------------------------------------------- */

/* What keeps a Task waiting. */
typedef struct Cause {
    Obj *first;          /* the Task or greenlet that would have to go on first, or NULL                 */
    Future *future;      /* what a Task waits for in the end, or NULL                                  */
    Instance *sync;      /* the lock, event ... the Future is a turn of, or NULL                        */
    uint32_t held_line;  /* lock: the line where `first` took it; 0: not known                            */
} Cause;

static Value attribute(VM *vm, Instance *in, const char *name)
{
    return instance_get(vm->heap, in, str_intern_cstr(vm->heap, name));
}

enum { SYNC_SEEN = 256 };

typedef struct Search {
    VM *vm;
    Future *turn;        /* the Future whose lock, event or queue is looked for                         */
    bool here;           /* it is among the waiters that are walked                                  */
    Instance *seen[SYNC_SEEN];
    size_t count;
} Search;

static const char *const waiter_names[] = { "_waiters", "_getters", "_putters", "_joiners", "_cond" };

/* Notes what has waiters. Nothing is allocated: the heap is being walked. */
static void note_sync(void *context, Obj *obj)
{
    Search *search = context;
    if ((obj->kind & KIND_MASK) != KIND_INSTANCE || search->count == SYNC_SEEN)
        return;
    for (size_t i = 0; i < COUNT_OF(waiter_names); i++)
        if (value_is_obj(attribute(search->vm, (Instance *)(void *)obj, waiter_names[i]))) {
            search->seen[search->count++] = (Instance *)(void *)obj;
            return;
        }
}

static bool compare_turn(VM *vm, void *context, Value item)
{
    Search *search = context;
    search->here |= value_same(item, OBJ(search->turn));
    return !search->here;
}

/* A Barrier waits by a Condition of its own. */
static Instance *owner_of(VM *vm, const Search *search, Instance *sync)
{
    for (size_t i = 0; i < search->count; i++)
        if (value_same(attribute(vm, search->seen[i], "_cond"), OBJ(sync)))
            return search->seen[i];
    return sync;
}

/* The lock, event, semaphore, condition or queue a Future is a turn of; NULL: none. [script] */
static Instance *sync_of(VM *vm, Future *turn)
{
    Search search = { .vm = vm, .turn = turn };
    for (size_t i = 0; i < COUNT_OF(waiter_names); i++)
        str_intern_cstr(vm->heap, waiter_names[i]); /* so that the walk finds them without making any */
    heap_each(vm->heap, note_sync, &search);
    for (size_t i = 0; i < search.count; i++)
        for (size_t k = 0; k < COUNT_OF(waiter_names); k++) {
            Value waiters = attribute(vm, search.seen[i], waiter_names[k]);
            if (value_is_obj(waiters) && !value_is_kind(waiters, KIND_INSTANCE) && !vm_each(vm, waiters, compare_turn, &search) && vm_raised(vm))
                vm_take_exception(vm);
            if (search.here)
                return owner_of(vm, &search, search.seen[i]);
        }
    return NULL;
}

static Obj *first_waiting_child(const Gather *gather, Future **future)
{
    for (size_t i = 0; i < tuple_length(gather->children); i++) {
        Future *child = as_future(gather->children->items[i]);
        if (future_done(child))
            continue;
        *future = child;
        return child->kind == FUTURE_TASK ? &child->obj : NULL;
    }
    return NULL;
}

/* The first unfinished Task whose end sets a Future of the library: of wait(), shield(), a TaskGroup. */
static Task *task_before(VM *vm, const Future *future)
{
    for (Task *task = future->loop->first_task; task; task = task->next)
        if (future_leads_to(vm, &task->future, future))
            return task;
    return NULL;
}

/* Who has the lock, and since which line. */
static void take_holder(VM *vm, Cause *cause)
{
    Value held = attribute(vm, cause->sync, "_held"); /* (task or greenlet, line) */
    if (!value_is_tuple(held) || tuple_length(as_tuple(held)) != 2 || !value_is_obj(as_tuple(held)->items[0]))
        return;
    cause->first = value_obj(as_tuple(held)->items[0]);
    cause->held_line = (uint32_t)value_int(as_tuple(held)->items[1]);
}

static Cause cause_of(VM *vm, const Task *task)
{
    Cause cause = { 0 };
    if (!value_is_obj(task->waits_on) || !future_is(task->waits_on))
        return cause;
    cause.future = as_future(task->waits_on);
    if (cause.future->kind == FUTURE_TASK) {
        cause.first = &cause.future->obj;
    } else if (cause.future->kind == FUTURE_GATHER) {
        cause.first = first_waiting_child((Gather *)(void *)cause.future, &cause.future);
    } else {
        Task *before = cause.future->kind == FUTURE_PLAIN ? task_before(vm, cause.future) : NULL;
        if (before)
            return (Cause){ .first = &before->future.obj, .future = &before->future };
        cause.sync = sync_of(vm, cause.future);
        if (cause.sync && value_is_true(attribute(vm, cause.sync, "_locked")))
            take_holder(vm, &cause);
    }
    return cause;
}

/* --- deadlock -------------------------------------------------------------------------------------------- */

enum { SHOWN_TASKS = 20 };

typedef struct Row {         /* a Task, or a greenlet, that waits                                         */
    Obj *who;
    const Frame *frame;      /* the line it stands at, or NULL                                          */
    char name[100];          /* "T2 f"                                                                */
    Cause cause;
    bool in_cycle;
} Row;

static Row *row_of(Row *rows, size_t count, const Obj *who)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].who == who)
            return &rows[i];
    return NULL;
}

static uint32_t line_of_row(const Row *row)
{
    return row->frame ? frame_line(row->frame) : 0;
}

enum { SOURCE_COLUMNS = 43 };

/* The first columns of a line; whole characters only, with ... where it is cut. */
static void cut_text(const char *text, char *out, size_t size)
{
    size_t length = strlen(text), used = 0, columns = 0, dots = 3;
    bool fits = utf8_text_width(text, length) <= SOURCE_COLUMNS;
    while (used < length) {
        uint32_t point;
        int bytes = utf8_decode(text + used, length - used, &point);
        if (bytes <= 0)
            break;
        columns += (size_t)utf8_width(point);
        if ((!fits && columns > SOURCE_COLUMNS - dots) || used + (size_t)bytes + dots >= size)
            break;
        used += (size_t)bytes;
    }
    snprintf(out, size, "%.*s%s", (int)used, text, fits && used == length ? "" : "...");
}

/* The source line a frame stands at, without blanks around it. */
static void source_of(VM *vm, const Frame *frame, char *out, size_t size)
{
    *out = 0;
    if (!frame)
        return;
    uint32_t line = frame_line(frame);
    Str *text = traceback_source(vm, frame->func->code->filename, line, line);
    if (!text)
        return;
    char whole[400];
    str_c(text, whole, sizeof whole);
    cut_text(whole + strspn(whole, " \t\f"), out, size);
}

/* Marks the rows of the first circle; answers how many there are. */
static size_t find_cycle(Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Row *slow = &rows[i], *fast = &rows[i]; /* Floyd's tortoise and hare */
        do {
            slow = slow ? row_of(rows, count, slow->cause.first) : NULL;
            fast = fast ? row_of(rows, count, fast->cause.first) : NULL;
            fast = fast ? row_of(rows, count, fast->cause.first) : NULL;
        } while (slow && fast && slow != fast);
        if (!slow || !fast)
            continue;
        size_t length = 0;
        for (Row *row = slow; !row->in_cycle; row = row_of(rows, count, row->cause.first), length++)
            row->in_cycle = true;
        return length;
    }
    return 0;
}

/* Those outside the circle first; both parts in order of creation. */
static void sort_rows(Row *rows, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k > 0 && rows[k - 1].in_cycle && !rows[k].in_cycle; k--) {
            Row row = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = row;
        }
}

static void sync_name(VM *vm, Instance *sync, char *out, size_t size)
{
    Id id = observe_id(vm, &sync->obj);
    snprintf(out, size, "S%u", id.n);
}

static void class_text(const Instance *in, char *out, size_t size)
{
    str_c(in->obj.cls->name, out, size);
}

/* `T3`, `F1`, `S1 (Lock), held by T2` */
static void target_text(VM *vm, const Cause *cause, char *out, size_t size)
{
    char id[24], kind[60], holder[24];
    if (cause->sync) {
        sync_name(vm, cause->sync, id, sizeof id);
        class_text(cause->sync, kind, sizeof kind);
        if (cause->first) {
            report_id_text(vm, cause->first, holder, sizeof holder);
            MESSAGE(out, size, vm->lang, report_sync_held, id, kind, holder);
        } else {
            MESSAGE(out, size, vm->lang, report_sync, id, kind);
        }
    } else if (cause->future || cause->first) {
        report_id_text(vm, cause->future ? &cause->future->obj : cause->first, out, size);
    } else {
        snprintf(out, size, "?");
    }
}

void report_target(VM *vm, const Task *task, char *out, size_t size)
{
    Cause cause = cause_of(vm, task);
    target_text(vm, &cause, out, size);
}

/* The circle as it is walked: `T2 → T3 → T2`, or with locks `T1 → S2 → T2 → S1 → T1`. */
static void cycle_text(VM *vm, Row *rows, size_t count, char *out, size_t size)
{
    Row *first = rows;
    while (!first->in_cycle)
        first++;
    size_t used = 0;
    Row *row = first;
    do {
        char id[24], sync[24] = "";
        report_id_text(vm, row->who, id, sizeof id);
        if (row->cause.sync)
            sync_name(vm, row->cause.sync, sync, sizeof sync);
        int n = snprintf(out + used, size - used, "%s \u2192 %s%s", id, sync, *sync ? " \u2192 " : "");
        used += n > 0 && (size_t)n < size - used ? (size_t)n : 0;
        row = row_of(rows, count, row->cause.first);
    } while (row && row != first && used + 80 < size);
    char id[24];
    report_id_text(vm, first->who, id, sizeof id);
    snprintf(out + used, size - used, "%s", id);
}

static void write_padded(StrBuilder *b, const char *text, size_t width)
{
    builder_cstr(b, text);
    for (size_t have = utf8_text_width(text, strlen(text)); have < width; have++)
        builder_cstr(b, " ");
}

/* The table of who waits for what. */
static Str *deadlock_text(VM *vm, Row *rows, size_t count, size_t cycle)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    char circle[300] = "", word[40];
    if (cycle > 0)
        cycle_text(vm, rows, count, circle, sizeof circle);
    size_t widths[4] = { 0 }, in_cycle = 0;
    char cells[SHOWN_TASKS][4][160];
    for (size_t i = 0; i < count; i++) {
        char number[16], target[100];
        snprintf(cells[i][0], sizeof cells[i][0], "%s", rows[i].name);
        snprintf(number, sizeof number, "%u", line_of_row(&rows[i]));
        MESSAGE(cells[i][1], sizeof cells[i][1], vm->lang, report_line, number);
        source_of(vm, rows[i].frame, cells[i][2], sizeof cells[i][2]);
        target_text(vm, &rows[i].cause, target, sizeof target);
        MESSAGE(cells[i][3], sizeof cells[i][3], vm->lang, report_waits, target);
        for (size_t k = 0; k < 4; k++) {
            size_t columns = utf8_text_width(cells[i][k], strlen(cells[i][k]));
            if (columns > widths[k])
                widths[k] = columns;
        }
    }
    MESSAGE(word, sizeof word, vm->lang, report_cycle, NULL);
    for (size_t i = 0; i < count; i++) {
        builder_cstr(&b, "  ");
        for (size_t k = 0; k < 3; k++)
            write_padded(&b, cells[i][k], widths[k] + 2);
        if (!rows[i].in_cycle) {
            builder_cstr(&b, cells[i][3]);
        } else {
            in_cycle++;
            write_padded(&b, cells[i][3], widths[3] + 2);
            builder_cstr(&b, cycle == 1 ? "\u2500 " : in_cycle == 1 ? "\u2510 " : in_cycle == cycle ? "\u2518 " : "\u2502");
            if (in_cycle == 1 && cycle > 1)
                builder_cstr(&b, word);
            if (in_cycle == cycle)
                builder_cstr(&b, circle);
        }
        builder_cstr(&b, "\n");
    }
    builder_printf(&b, "  %s\n", message_text(MSG_report_nothing, vm->lang));
    return builder_finish(&b);
}

/* Where the circle can be cut: the first two lines of those in it. */
static void cycle_hint(Lang lang, Row *rows, size_t count, char *out, size_t size)
{
    char a[16] = "", b[16] = "", lines[80];
    for (size_t i = 0; i < count; i++)
        if (rows[i].in_cycle) {
            char *to = !*a ? a : b;
            snprintf(to, sizeof a, "%u", line_of_row(&rows[i]));
        }
    if (*b && strcmp(a, b) != 0)
        MESSAGE(lines, sizeof lines, lang, hint_A07_lines, a, b);
    else
        MESSAGE(lines, sizeof lines, lang, hint_A07_line, a);
    MESSAGE(out, size, lang, hint_A07_cycle, lines);
}

static void deadlock_hint(VM *vm, Lang lang, Row *rows, size_t count, size_t cycle, char *out, size_t size)
{
    char who[100], id[24], kind[60], line[16];
    for (size_t i = 0; i < count; i++) { /* a lock taken twice by the same Task */
        const Cause *cause = &rows[i].cause;
        if (!cause->sync || cause->first != rows[i].who)
            continue;
        sync_name(vm, cause->sync, id, sizeof id);
        class_text(cause->sync, kind, sizeof kind);
        report_id_text(vm, cause->first, who, sizeof who);
        snprintf(line, sizeof line, "%u", cause->held_line);
        MESSAGE(out, size, lang, hint_A07_lock_self, id, kind, who, line);
        return;
    }
    if (cycle > 0) {
        cycle_hint(lang, rows, count, out, size);
        return;
    }
    for (size_t i = 0; i < count; i++) { /* the end of a chain */
        const Cause *cause = &rows[i].cause;
        if (cause->first || (!cause->future && !cause->sync))
            continue;
        if (cause->sync) {
            sync_name(vm, cause->sync, id, sizeof id);
            class_text(cause->sync, kind, sizeof kind);
            snprintf(who, sizeof who, "%s", rows[i].name);
            MESSAGE(out, size, lang, hint_A07_sync, who, id, kind);
            return;
        }
        if (cause->future && cause->future->kind == FUTURE_PLAIN && cause->future->made_line) {
            report_id_text(vm, &cause->future->obj, id, sizeof id);
            snprintf(line, sizeof line, "%u", cause->future->made_line);
            MESSAGE(out, size, lang, hint_A07_future, id, line);
            return;
        }
    }
    snprintf(who, sizeof who, "%s", rows[0].name);
    snprintf(line, sizeof line, "%u", line_of_row(&rows[0]));
    MESSAGE(out, size, lang, hint_A07_other, who, line);
}

/* Finds the circle, says what to do, tells the event. Answers the table; NULL: no memory. [script] */
static Str *deadlock_of(VM *vm, Row *rows, size_t count, char *hint, size_t size)
{
    size_t cycle = find_cycle(rows, count);
    sort_rows(rows, count);
    Str *text = deadlock_text(vm, rows, count, cycle);
    if (text)
        vm_keep(vm, OBJ(text));
    deadlock_hint(vm, vm->lang, rows, count, cycle, hint, size);
    char who[300], line[16], recorded[500];
    deadlock_hint(vm, LANG_EN, rows, count, cycle, recorded, sizeof recorded); /* one recording, whatever the language */
    if (cycle > 0)
        cycle_text(vm, rows, count, who, sizeof who);
    else
        snprintf(who, sizeof who, "%s", rows[0].name);
    snprintf(line, sizeof line, "%u", line_of_row(&rows[0]));
    report_emit(vm, "A07", who, line, recorded);
    return text;
}

bool report_deadlock(Loop *loop)
{
    VM *vm = loop->vm;
    Row rows[SHOWN_TASKS];
    size_t count = 0;
    char hint[500] = "";
    for (Task *task = loop->first_task; task && count < SHOWN_TASKS; task = task->next) {
        rows[count] = (Row){ .who = &task->future.obj, .frame = report_frame(task), .cause = cause_of(vm, task) };
        report_task_name(vm, task, rows[count].name, sizeof rows[count].name);
        count++;
    }
    if (count > 0) {
        Str *text = deadlock_of(vm, rows, count, hint, sizeof hint);
        stream_flush(vm, vm->sys_stdout);
        if (text)
            stream_write_str(vm, vm->sys_stderr, text);
        if (vm_raised(vm))
            vm_take_exception(vm);
    }
    if (count == 0) /* run_forever() of an empty loop */
        snprintf(hint, sizeof hint, "%s",
                 message_text(loop == vm->loops->prompt ? MSG_hint_A07_prompt : MSG_hint_A07_empty, vm->lang));
    raise_fmt(vm, vm->exc[EXC_DeadlockError], "every task is waiting and nothing can wake them");
    if (*hint)
        traceback_set_hint(vm, vm->exception, "A07", hint);
    return false;
}

/* --- greenlets ------------------------------------------------------------------------------------------- */

typedef struct Sleepers {
    Fiber *items[SHOWN_TASKS];
    size_t count;
} Sleepers;

/* Suspended at a line of the script. Nothing is allocated: the heap is being walked. */
static void note_sleeper(void *context, Obj *obj)
{
    Sleepers *sleepers = context;
    if ((obj->kind & KIND_MASK) != KIND_GREENLET || sleepers->count == SHOWN_TASKS)
        return;
    Fiber *g = (Fiber *)(void *)obj;
    if (g->state == FIBER_SUSPENDED && frame_visible(g->tip))
        sleepers->items[sleepers->count++] = g;
}

static int compare_numbers(const void *a, const void *b)
{
    const Fiber *x = *(Fiber *const *)a, *y = *(Fiber *const *)b;
    return (x->obj.aux > y->obj.aux) - (x->obj.aux < y->obj.aux);
}

static Value local_named(const Frame *frame, const char *name)
{
    const Code *code = frame->func->code;
    for (uint32_t i = 0; i < code->nlocals; i++)
        if (code->varnames[i] && str_equals_cstr(code->varnames[i], name)) {
            Value v = frame->r[i];
            return value_is_kind(v, KIND_CELL) ? AS(Cell, v)->value : v;
        }
    return VALUE_UNSET;
}

/* What a greenlet cannot go on without: another one that has to end, or a lock, event, queue. */
static void take_target(VM *vm, Cause *cause, Value thing)
{
    if (value_is_kind(thing, KIND_GREENLET)) {
        cause->first = value_obj(thing);
    } else if (value_is_kind(thing, KIND_INSTANCE)) {
        cause->sync = AS(Instance, thing);
        take_holder(vm, cause);
    }
}

static bool has_ended(Value thing)
{
    return value_is_kind(thing, KIND_GREENLET) && AS(Fiber, thing)->state == FIBER_DONE;
}

/* lib/gevent/hub.ma and queue.ma have three functions that sleep: _wait_ready, _wait and iwait. */
static Cause cause_of_greenlet(VM *vm, const Fiber *g)
{
    Cause cause = { 0 };
    for (const Frame *frame = g->tip; frame && frame->func->code->flags & CODE_HIDDEN; frame = frame->caller) {
        const Str *name = frame->func->code->name;
        if (str_equals_cstr(name, "_wait_ready") || str_equals_cstr(name, "_wait")) {
            take_target(vm, &cause, local_named(frame, "self"));
            break;
        }
        Value objects = str_equals_cstr(name, "iwait") ? local_named(frame, "objects") : VALUE_UNSET;
        for (size_t i = 0; value_is_list(objects) && i < as_list(objects)->count; i++)
            if (!has_ended(as_list(objects)->items[i])) {
                take_target(vm, &cause, as_list(objects)->items[i]);
                return cause;
            }
    }
    return cause;
}

/* "G2 f": the function it began with. */
static void greenlet_name(VM *vm, Fiber *g, char *out, size_t size)
{
    char name[80] = "";
    for (const Frame *frame = g->tip; frame; frame = frame->caller)
        if (!(frame->func->code->flags & CODE_HIDDEN))
            str_c(frame->func->code->name, name, sizeof name);
    snprintf(out, size, "G%u%s%s", observe_id(vm, &g->obj).n, *name ? " " : "", name);
}

void report_greenlets(VM *vm, Value error)
{
    Sleepers sleepers = { .count = 0 };
    Row rows[SHOWN_TASKS];
    char hint[500] = "";
    heap_each(vm->heap, note_sleeper, &sleepers);
    if (sleepers.count == 0)
        return;
    size_t mark = vm->root_count;
    for (size_t i = 0; i < sleepers.count; i++)
        vm_keep(vm, OBJ(sleepers.items[i]));
    qsort(sleepers.items, sleepers.count, sizeof *sleepers.items, compare_numbers);
    for (size_t i = 0; i < sleepers.count; i++) {
        Fiber *g = sleepers.items[i];
        rows[i] = (Row){ .who = &g->obj, .frame = frame_visible(g->tip), .cause = cause_of_greenlet(vm, g) };
        greenlet_name(vm, g, rows[i].name, sizeof rows[i].name);
    }
    Str *text = deadlock_of(vm, rows, sleepers.count, hint, sizeof hint);
    size_t length = text ? str_utf8_length(text) : 0;
    char *block = mem_alloc(length + 1);
    if (block && length) {
        str_to_utf8(text, block);
        traceback_set_advice(vm, error, "A07", hint, block, length);
    }
    if (block)
        mem_free(block, length + 1);
    vm->root_count = mark;
    if (vm_raised(vm))
        vm_take_exception(vm);
}
