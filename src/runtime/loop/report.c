/* report.c - findings: see report.h. Who waits for whom is in deadlock.c. */
#include "runtime/loop/report.h"

#include "runtime/loop/gather.h"
#include "runtime/loop/handle.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "runtime/hints.h"
#include "runtime/traceback.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

/* --- where a Task stands --------------------------------------------------------------------------------- */

static bool is_fiber(Value coro)
{
    return value_is_kind(coro, KIND_COROUTINE) || value_is_kind(coro, KIND_GENERATOR);
}

const Frame *report_frame(const Task *task)
{
    return is_fiber(task->coro) ? frame_visible(AS(Fiber, task->coro)->tip) : NULL;
}

void report_task_name(VM *vm, Task *task, char *out, size_t size)
{
    char name[80] = "";
    if (is_fiber(task->coro))
        str_c(fiber_function(AS(Fiber, task->coro))->name, name, sizeof name);
    snprintf(out, size, "T%u%s%s", observe_id(vm, &task->future.obj).n, *name ? " " : "", name);
}

static uint32_t line_of(const Task *task)
{
    const Frame *frame = report_frame(task);
    return frame ? frame_line(frame) : 0;
}

/* --- telling ---------------------------------------------------------------------------------------------- */

void report_emit(VM *vm, const char *code, const char *who, const char *line, const char *more)
{
    if (!OBSERVED(vm))
        return;
    const char *texts[] = { who, line, more };
    List *args = list_new(vm->heap, 3);
    for (size_t i = 0; args && i < COUNT_OF(texts); i++) {
        Value text = vm_str_utf8(vm, texts[i], strlen(texts[i]));
        if (value_is_raised(text) || !list_append(vm->heap, args, text))
            break;
    }
    if (vm_raised(vm))
        vm_take_exception(vm);
    EMIT(vm, report, .word = code, .list = args ? OBJ(args) : VALUE_UNSET);
}

void report_id_text(VM *vm, Obj *obj, char *out, size_t size)
{
    Id id = observe_id(vm, obj);
    snprintf(out, size, "%c%u", id.letter, id.n);
}

/* --- warnings --------------------------------------------------------------------------------------------- */

/* A finding as a warning at a Task's line. false: a filter made it an error. */
static bool warn_of(VM *vm, const Frame *frame, const char *message, const char *code, const char *hint)
{
    Value text = vm_str_utf8(vm, message, strlen(message));
    return !value_is_raised(text) &&
           vm_warn_hint(vm, vm->exc[EXC_RuntimeWarning], as_str(text), frame ? frame->func->code->filename : NULL,
                        frame ? frame_line(frame) : 0, code, hint);
}

/* --- blocked the loop ------------------------------------------------------------------------------------- */

/* Whom the sleep made late, and by how much: who is queued, or whose timer is due. NULL: nobody. */
static Task *who_was_late(Loop *loop, int64_t slept_ns, int64_t *late_ns)
{
    for (uint32_t i = 0; i < loop->ready.count; i++) {
        Obj *entry = ready_at(&loop->ready, i);
        if ((entry->kind & KIND_MASK) == KIND_TASK && entry != &loop->current->future.obj) {
            *late_ns = slept_ns;
            return (Task *)(void *)entry;
        }
    }
    Task *latest = NULL;
    int64_t now_ns = loop_now_ns(loop);
    *late_ns = 0;
    for (size_t i = 0; i < loop->timers.count; i++) {
        const Timer *timer = &loop->timers.items[i];
        if ((timer->owner->kind & KIND_MASK) != KIND_FUTURE || timer->when_ns >= now_ns - *late_ns)
            continue;
        Future *future = (Future *)(void *)timer->owner;
        if (future_done(future) || !task_is(future->first.callback))
            continue;
        latest = AS(Task, future->first.callback);
        *late_ns = now_ns - timer->when_ns;
    }
    return latest;
}

/* The text of the expression that runs, as it stands in the source: `time.sleep(0.3)`. */
static void expression_of(VM *vm, const Frame *frame, char *out, size_t size)
{
    const Loc *loc = &frame->func->code->locs[frame_pc(frame)];
    Str *text = traceback_source(vm, frame->func->code->filename, loc->line, loc->line);
    *out = 0;
    if (!text)
        return;
    size_t from = loc->col, to = loc->end_line == loc->line ? loc->end_col : str_length(text);
    if (from >= to || to > str_length(text))
        return;
    Str *piece = str_slice(vm->heap, text, from, to);
    if (piece)
        str_c(piece, out, size);
}

bool report_blocked(VM *vm, int64_t slept_ns)
{
    enum { THRESHOLD_MS = 100 };
    Loop *loop = vm->loop;
    const Frame *frame = frame_visible(vm->frame);
    if (!loop || !loop->current || slept_ns < THRESHOLD_MS * 1000000LL || !frame)
        return true;
    size_t mark = vm->root_count;
    char name[100], expression[80], seconds[32], message[300], late[16], id[24], hint[400], ms[24], line[16];
    report_task_name(vm, loop->current, name, sizeof name);
    expression_of(vm, frame, expression, sizeof expression);
    snprintf(ms, sizeof ms, "%lld", (long long)((slept_ns + 500000) / 1000000));
    snprintf(line, sizeof line, "%u", frame_line(frame));
    snprintf(message, sizeof message, "%s blocked the loop for %s ms at line %s%s%s", name, ms, line,
             *expression ? ": " : "", expression);
    seconds[float_repr((double)slept_ns / 1e9, seconds)] = 0;
    int64_t late_ns;
    Task *other = who_was_late(loop, slept_ns, &late_ns);
    if (other) {
        report_id_text(vm, &other->future.obj, id, sizeof id);
        snprintf(late, sizeof late, "%lld", (long long)((late_ns + 500000) / 1000000));
        MESSAGE(hint, sizeof hint, vm->lang, hint_A05_late, seconds, id, late);
    } else {
        MESSAGE(hint, sizeof hint, vm->lang, hint_A05, seconds);
    }
    char span[32];
    snprintf(span, sizeof span, "%s ms", ms);
    report_emit(vm, "A05", name, line, span);
    bool fine = warn_of(vm, frame, message, "A05", hint);
    vm->root_count = mark;
    return fine;
}

/* --- a handle that computes ------------------------------------------------------------------------------ */

enum { SAMPLE_OPS = 997 /* a prime: in step with no short loop */, BLOCKED_OPS = 1000000, SAMPLED_LINES = 32 };

/* Now and then the line that runs is noted; after the threshold the one that took most is told. */
typedef struct Watchman {
    int64_t slow_ns;
    uint64_t ops_began;      /* of the handle that runs                                                  */
    int64_t began_ns, noted_ns;
    bool told;
    struct {
        const Function *fn;  /* only compared: the handle that runs keeps it alive                           */
        uint32_t line;
        int64_t took;        /* ns; counted by instructions: how often it was noted                      */
    } lines[SAMPLED_LINES];
    uint32_t count;
} Watchman;

static void note_line(Watchman *w, const Frame *frame, uint32_t line, int64_t took)
{
    for (uint32_t i = 0; i < w->count; i++)
        if (w->lines[i].fn == frame->func && w->lines[i].line == line) {
            w->lines[i].took += took;
            return;
        }
    if (w->count < SAMPLED_LINES) {
        w->lines[w->count].fn = frame->func;
        w->lines[w->count].line = line;
        w->lines[w->count++].took = took;
    }
}

/* Computing takes no virtual time; and while lines are stepped through the clock shows how long the learner thinks. */
static bool by_instructions(const Loop *loop)
{
    return loop->clock->is_virtual || loop->vm->lines;
}

static void watch_sample(VM *vm)
{
    Loop *loop = vm->loop;
    vm->ops_watch = vm->ops + SAMPLE_OPS;
    const Frame *frame = frame_visible(vm->frame);
    if (!loop || !frame || (!loop->current && !loop->entry))
        return;
    Watchman *w = loop->state->watchman;
    const Code *code = frame->func->code; /* the instruction that comes next; in a caller: the call */
    uint32_t line = frame == vm->frame ? code->locs[frame->pc - code->instrs].line : frame_line(frame);
    bool over;
    if (by_instructions(loop)) {
        note_line(w, frame, line, 1);
        over = vm->ops - w->ops_began >= BLOCKED_OPS;
    } else {
        int64_t now_ns = loop_now_ns(loop);
        note_line(w, frame, line, now_ns - w->noted_ns);
        w->noted_ns = now_ns;
        over = now_ns - w->began_ns >= w->slow_ns;
    }
    if (over && !w->told) {
        w->told = true;
        vm->attention |= ATTENTION_WATCH;
    }
}

void report_watch_pick(Loop *loop)
{
    Watchman *w = loop->state->watchman;
    if (!w)
        return;
    w->count = 0;
    w->told = false;
    w->ops_began = loop->vm->ops;
    w->began_ns = w->noted_ns = loop->clock->is_virtual ? 0 : loop_now_ns(loop);
}

static bool watch_tell(VM *vm)
{
    Loop *loop = vm->loop;
    Watchman *w = loop ? loop->state->watchman : NULL;
    const Frame *frame = frame_visible(vm->frame);
    if (!w || w->count == 0 || !frame)
        return true;
    uint32_t most = 0;
    for (uint32_t i = 1; i < w->count; i++)
        if (w->lines[i].took > w->lines[most].took)
            most = i;
    const Function *fn = w->lines[most].fn;
    char name[100] = "H", span[40], message[400], line[16], id[24], late[24], hint[400], source[200] = "";
    if (loop->current)
        report_task_name(vm, loop->current, name, sizeof name);
    else
        report_id_text(vm, loop->entry, name, sizeof name);
    if (by_instructions(loop))
        snprintf(span, sizeof span, "1,000,000 bytecodes");
    else
        snprintf(span, sizeof span, "%lld ms", (long long)((loop_now_ns(loop) - w->began_ns) / 1000000));
    snprintf(line, sizeof line, "%u", w->lines[most].line);
    size_t mark = vm->root_count;
    Str *text = traceback_source(vm, fn->code->filename, w->lines[most].line, w->lines[most].line);
    if (text) {
        char whole[200];
        str_c(text, whole, sizeof whole);
        snprintf(source, sizeof source, ": %s", whole + strspn(whole, " \t\f"));
    }
    snprintf(message, sizeof message, "%s blocked the loop for %s at line %s%s", name, span, line, source);
    int64_t late_ns = 0;
    Task *other = loop->current ? who_was_late(loop, loop_now_ns(loop) - w->began_ns, &late_ns) : NULL;
    if (other && late_ns >= 1000000 && !by_instructions(loop)) {
        report_id_text(vm, &other->future.obj, id, sizeof id);
        snprintf(late, sizeof late, "%lld", (long long)(late_ns / 1000000));
        MESSAGE(hint, sizeof hint, vm->lang, hint_A05_busy_late, id, late);
    } else {
        snprintf(hint, sizeof hint, "%s", message_text(MSG_hint_A05_busy, vm->lang));
    }
    report_emit(vm, "A05", name, line, span);
    Value shown = vm_str_utf8(vm, message, strlen(message));
    bool fine = !value_is_raised(shown) && vm_warn_hint(vm, vm->exc[EXC_RuntimeWarning], as_str(shown), fn->code->filename,
                                                        w->lines[most].line, "A05", hint);
    vm->root_count = mark;
    return fine;
}

bool report_watch_begin(VM *vm)
{
    if (runtime_of(vm)->slow_ns == 0 || vm->loops->watchman)
        return true;
    Watchman *w = mem_alloc_zero(sizeof *w);
    if (!w)
        return false;
    w->slow_ns = runtime_of(vm)->slow_ns;
    vm->loops->watchman = w;
    vm->watch_hook = watch_sample;
    vm->watch_told = watch_tell;
    vm->ops_watch = vm->ops + SAMPLE_OPS;
    return true;
}

void report_watch_end(VM *vm)
{
    vm->ops_watch = 0;
    if (vm->loops && vm->loops->watchman)
        mem_free(vm->loops->watchman, sizeof *vm->loops->watchman);
}

/* --- tasks that main left behind, tasks nobody can wake ------------------------------------------------------- */

static bool is_waiting(const Task *task)
{
    return value_is_obj(task->waits_on) && !(task->task_flags & TASK_QUEUED) && !future_done(&task->future);
}

static bool tell_left_waiting(VM *vm, Task *task)
{
    char name[100], id[24], line[16], message[300];
    const Frame *frame = report_frame(task);
    report_task_name(vm, task, name, sizeof name);
    report_id_text(vm, &task->future.obj, id, sizeof id);
    uint32_t at = line_of(task);
    if (at == 0 && is_fiber(task->coro)) /* a coroutine of the library: where the script made it */
        at = AS(Fiber, task->coro)->made_line;
    snprintf(line, sizeof line, "%u", at);
    if (value_is_obj(task->waits_on))
        snprintf(message, sizeof message, "main ended while %s was still waiting at line %s; %s was cancelled", name,
                 line, id);
    else
        snprintf(message, sizeof message, "main ended before %s could %s; %s was cancelled", name,
                 is_fiber(task->coro) && AS(Fiber, task->coro)->state == FIBER_CREATED ? "start" : "go on", id);
    report_emit(vm, "A11", name, line, "");
    char variable[80], hint[300];
    if (is_fiber(task->coro) && hints_task_variable(vm, AS(Fiber, task->coro), variable, sizeof variable))
        MESSAGE(hint, sizeof hint, vm->lang, hint_A11, variable);
    else
        snprintf(hint, sizeof hint, "%s", message_text(MSG_hint_A11_it, vm->lang));
    return warn_of(vm, frame, message, "A11", hint);
}

bool report_left_waiting(Loop *loop)
{
    enum { SHOWN = 5 };
    VM *vm = loop->vm;
    if (!report_unreachable(loop))
        return false;
    size_t told = 0, more = 0;
    for (Task *task = loop->first_task; task; task = task->next) {
        if (task->task_flags & TASK_TOLD)
            continue;
        if (told == SHOWN) {
            more++;
            continue;
        }
        told++;
        size_t mark = vm->root_count;
        task->task_flags |= TASK_TOLD;
        if (!tell_left_waiting(vm, task))
            return false;
        vm->root_count = mark;
    }
    char message[120];
    snprintf(message, sizeof message, "main ended while %zu more tasks were unfinished; they were cancelled", more);
    return more == 0 || warn_of(vm, NULL, message, "A11", NULL);
}

/* Can what `task` waits for still come about, as far as the marks of the survey tell? */
static bool can_go_on(const Task *task)
{
    if (!future_is(task->waits_on))
        return true; /* an awaitable of the script: who knows */
    const Future *future = as_future(task->waits_on);
    if (future->kind != FUTURE_TASK)
        return future_done(future) || heap_is_marked(&future->obj);
    const Task *other = (const Task *)(const void *)future;
    return !is_waiting(other) || (other->task_flags & TASK_CAN_GO_ON);
}

/* Nothing is left to mark: Tasks whose Future was reached can be woken, so what they hold counts as well. */
static bool mark_those_that_go_on(Marker *marker, void *context)
{
    Loop *loop = context;
    bool more = false;
    for (Task *task = loop->first_task; task; task = task->next)
        if (is_waiting(task) && !(task->task_flags & TASK_CAN_GO_ON) && can_go_on(task)) {
            task->task_flags |= TASK_CAN_GO_ON;
            task_visit(marker, &task->future.obj);
            more = true;
        }
    return more;
}

/* Sets TASK_CAN_GO_ON; false: there is nothing to look at. */
static bool survey_tasks(Loop *loop)
{
    enum { MANY = 20000 }; /* a chain of them may need as many passes */
    bool looks = loop->task_count > 0 && loop->task_count <= MANY;
    for (Task *task = loop->first_task; task; task = task->next)
        task->task_flags = (uint16_t)(looks ? task->task_flags & ~TASK_CAN_GO_ON : task->task_flags | TASK_CAN_GO_ON);
    if (!looks)
        return false;
    loop->state->survey = true;
    heap_survey(loop->vm->heap, mark_those_that_go_on, loop);
    loop->state->survey = false;
    return true;
}

void report_find_lost(Loop *loop)
{
    survey_tasks(loop);
}

void report_tell_lost(Loop *loop)
{
    VM *vm = loop->vm;
    for (Task *task = loop->first_task; task; task = task->next) {
        char name[100], id[24], line[16];
        if (!is_waiting(task) || task->task_flags & TASK_CAN_GO_ON)
            continue;
        report_task_name(vm, task, name, sizeof name);
        report_id_text(vm, value_obj(task->waits_on), id, sizeof id);
        snprintf(line, sizeof line, "%u", line_of(task));
        report_emit(vm, "A10", name, line, id);
    }
}

bool report_unreachable(Loop *loop)
{
    VM *vm = loop->vm;
    if (!survey_tasks(loop))
        return true;
    for (Task *task = loop->first_task; task; task = task->next) {
        if (!is_waiting(task) || (task->task_flags & (TASK_CAN_GO_ON | TASK_TOLD)))
            continue;
        task->task_flags |= TASK_TOLD;
        size_t mark = vm->root_count;
        char name[100], id[24], line[16], made[16], message[200], hint[400];
        Future *future = as_future(task->waits_on);
        uint32_t made_line = future->kind == FUTURE_PLAIN ? future->made_line : 0;
        if (future->kind == FUTURE_TASK && is_fiber(((Task *)(void *)future)->coro))
            made_line = AS(Fiber, ((Task *)(void *)future)->coro)->made_line;
        report_task_name(vm, task, name, sizeof name);
        report_id_text(vm, &future->obj, id, sizeof id);
        snprintf(line, sizeof line, "%u", line_of(task));
        snprintf(made, sizeof made, "%u", made_line);
        snprintf(message, sizeof message, "%s can never finish", name);
        if (made_line) {
            MESSAGE(hint, sizeof hint, vm->lang, hint_A10, line, id, made);
        } else { /* a turn of a lock, an event, a queue */
            char target[100];
            report_target(vm, task, target, sizeof target);
            MESSAGE(hint, sizeof hint, vm->lang, hint_A10_it, line, target);
        }
        report_emit(vm, "A10", name, line, id);
        if (!warn_of(vm, report_frame(task), message, "A10", hint))
            return false;
        vm->root_count = mark;
    }
    return true;
}

bool report_idle(Loop *loop)
{
    bool look = loop->idle_tasks != loop->task_count;
    for (Task *task = loop->first_task; task; task = task->next)
        if (is_waiting(task) && !(task->task_flags & TASK_LOOKED_AT)) {
            task->task_flags |= TASK_LOOKED_AT;
            look |= future_is(task->waits_on) && as_future(task->waits_on)->kind == FUTURE_PLAIN;
        }
    loop->idle_tasks = loop->task_count;
    return !look || report_unreachable(loop);
}

/* --- an error nobody asked for ------------------------------------------------------------------------------ */

void report_never_seen(VM *vm, Task *task)
{
    char name[100], line[16], hint[400], shown[500];
    report_task_name(vm, task, name, sizeof name);
    snprintf(line, sizeof line, "%u", is_fiber(task->coro) ? AS(Fiber, task->coro)->made_line : 0);
    char variable[80];
    if (is_fiber(task->coro) && hints_task_variable(vm, AS(Fiber, task->coro), variable, sizeof variable))
        MESSAGE(hint, sizeof hint, vm->lang, hint_A09, name, line, variable);
    else
        MESSAGE(hint, sizeof hint, vm->lang, hint_A09_it, name, line);
    size_t length = MESSAGE(shown, sizeof shown - 1, vm->lang, hint_line, "A09", hint);
    shown[length++] = '\n';
    report_emit(vm, "A09", name, line, "");
    if (!stream_write(vm, vm->sys_stderr, shown, length))
        vm_take_exception(vm);
}

/* --- a result asked for too early ---------------------------------------------------------------------------- */

void report_too_early(VM *vm, Future *future)
{
    const Frame *frame = vm->frame;
    if (!frame || frame->func->code->flags & CODE_HIDDEN || !value_is_obj(vm->exception))
        return;
    char expression[120], id[24], line[16], hint[300];
    Value error = vm_take_exception(vm);
    size_t mark = vm->root_count;
    vm_keep(vm, error);
    expression_of(vm, frame, expression, sizeof expression);
    char *end = strstr(expression, ".result(");
    if (!end)
        end = strstr(expression, ".exception(");
    if (end)
        *end = 0;
    else
        snprintf(expression, sizeof expression, "t");
    report_id_text(vm, &future->obj, id, sizeof id);
    Task *task = future->kind == FUTURE_TASK ? (Task *)(void *)future : NULL;
    snprintf(line, sizeof line, "%u", task ? line_of(task) : 0);
    if (!task)
        MESSAGE(hint, sizeof hint, vm->lang, hint_A13_future, id, expression);
    else if (is_fiber(task->coro) && AS(Fiber, task->coro)->state == FIBER_CREATED)
        MESSAGE(hint, sizeof hint, vm->lang, hint_A13_start, id, expression);
    else if (value_is_obj(task->waits_on))
        MESSAGE(hint, sizeof hint, vm->lang, hint_A13, id, line, expression);
    else
        MESSAGE(hint, sizeof hint, vm->lang, hint_A13_ready, id, expression);
    if (vm_raised(vm))
        vm_take_exception(vm);
    traceback_set_hint(vm, error, "A13", hint);
    vm->root_count = mark;
    vm->exception = error;
}
