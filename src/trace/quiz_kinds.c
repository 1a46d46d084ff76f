/* quiz_kinds.c - the kinds of question: when each can be asked, its choices, the event that decides it, and the reason
 * that is told with the answer. Suspend and output, which are about lines of the script, are in quiz_lines.c. */
#include "trace/quiz_internal.h"

#include "trace/narrate.h"
#include "trace/sentence.h"
#include "trace/small.h"
#include "trace/why.h"

#include <stdio.h>
#include <string.h>

enum { TASKS_MAX = 6, TIMES_MAX = 4, TEXT_COLUMNS = 60 };

void quiz_between_sentences(Buffer *out, Lang lang)
{
    if (lang == LANG_EN)
        buffer_text(out, " ");
}

void quiz_add_choice(Question *q, Choice choice)
{
    if (q->count < CHOICES_MAX)
        q->choices[q->count++] = choice;
}

int quiz_find_choice(const Question *q, ChoiceKind kind, Id id)
{
    for (int i = 0; i < q->count; i++)
        if (q->choices[i].kind == kind && id_same(q->choices[i].id, id))
            return i;
    return NEVER;
}

void quiz_settle(Question *q, int right, const TraceEvent *event)
{
    q->right = right;
    q->decided = event->index;
}

/* --- looking around ----------------------------------------------------------------------------------------------- */

static bool starts_loop(const TraceEvent *e, Id any)
{
    return e->kind == EV_loop_start;
}

/* Has what run() was called with ended? Then the loop is about to stop. */
static bool main_is_over(const State *state)
{
    const TraceEvent *start = sentence_find(state->recording, state->next, starts_loop, (Id){ 0 });
    for (uint32_t i = 0; start && start->id.n && i < state->tasks.count; i++)
        if (id_same(state->tasks.items[i].co, start->id))
            return state->tasks.items[i].state >= TASK_STATE_DONE;
    return false;
}

bool quiz_is_alive(const StateTask *task)
{
    return task->id.n && task->state < TASK_STATE_DONE;
}

static uint32_t count_alive(const State *state)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < state->tasks.count; i++)
        count += quiz_is_alive(&state->tasks.items[i]);
    return count;
}

/* Is a callback of the program queued, or armed by call_later() or call_at()? */
static bool has_callback(const State *state)
{
    for (uint32_t i = 0; i < state->ready.count; i++)
        if (!state->ready.items[i].task.n && sentence_is_callback(state->recording, state->next, state->ready.items[i].h))
            return true;
    for (uint32_t i = 0; i < state->timers.count; i++)
        if (sentence_is_callback(state->recording, state->next, state->timers.items[i].h))
            return true;
    return false;
}

/* Stands something in the ready queue that neither the script nor a task gave: what a gather() does at the end of a
 * child? Who runs next cannot be told from the script then. */
static bool has_inner_handle(const State *state)
{
    for (uint32_t i = 0; i < state->ready.count; i++)
        if (!state->ready.items[i].task.n && !sentence_is_callback(state->recording, state->next, state->ready.items[i].h))
            return true;
    return false;
}

/* The loop has just finished with a handle, and will go on. */
static bool is_between_handles(const State *state, const TraceEvent *event)
{
    return event->kind == EV_ran && state->loop_runs && !state->running.n && !main_is_over(state);
}

/* `fetch('a', 0.2)`: what the task was made of. */
static void add_task(const State *state, Id id, Buffer *out)
{
    const StateTask *task = state_task(state, id);
    const StateCoro *coro = task ? state_coro(state, task->co) : NULL;
    buffer_format(out, "%s %s", small_id(id).text, task && task->fn ? task->fn : "?");
    for (uint32_t i = 0; coro && i < coro->local_count; i++)
        buffer_format(out, "%s%s", i ? ", " : "(", coro->locals[i].value);
    buffer_text(out, coro && coro->local_count ? ")" : "");
}

void quiz_add_source(const Recording *recording, uint32_t file, uint32_t line, Buffer *out)
{
    size_t length;
    const char *text = recording_line(recording, file, line, &length);
    while (length && (*text == ' ' || *text == '\t'))
        text++, length--;
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\r'))
        length--;
    buffer_cut(out, text, length, TEXT_COLUMNS);
}

/* --- order: which of the ready tasks runs next, or does the loop wait ----------------------------------------------- */

static bool make_order(const State *state, uint64_t draw, Question *q)
{
    uint32_t alive = count_alive(state), ready = 0;
    if (alive < 2 || (state->ready.count == 0 && state->timers.count == 0) || has_inner_handle(state))
        return false;
    Id ids[CHOICES_MAX];
    int count = 0;
    for (uint32_t i = 0; i < state->ready.count && count < TASKS_MAX; i++)
        if (state->ready.items[i].task.n && !state->ready.items[i].cancelled) {
            ids[count++] = state->ready.items[i].task;
            ready++;
        }
    if (state->recording->shuffled && ready == TASKS_MAX)
        return false; /* one that is not listed may be chosen */
    for (uint32_t i = 0; i < state->tasks.count && count < TASKS_MAX; i++) {
        bool known = !quiz_is_alive(&state->tasks.items[i]);
        for (int k = 0; k < count && !known; k++)
            known = id_same(ids[k], state->tasks.items[i].id);
        if (!known)
            ids[count++] = state->tasks.items[i].id;
    }
    for (int i = 1; i < count; i++) /* by number: the order must give nothing away */
        for (int k = i; k > 0 && ids[k].n < ids[k - 1].n; k--) {
            Id swap = ids[k];
            ids[k] = ids[k - 1];
            ids[k - 1] = swap;
        }
    for (int i = 0; i < count; i++)
        quiz_add_choice(q, (Choice){ .kind = CHOICE_TASK, .id = ids[i] });
    if (has_callback(state))
        quiz_add_choice(q, (Choice){ .kind = CHOICE_CALLBACK });
    quiz_add_choice(q, (Choice){ .kind = CHOICE_NOTHING });
    return true;
}

static void decide_order(Question *q, const State *state, const TraceEvent *event)
{
    switch (event->kind) {
    case EV_pick:
        if (event->number3)
            break; /* cancelled: it is skipped */
        q->picked = event->id;
        q->picked_of = (uint32_t)event->number2;
        if (sentence_is_callback(state->recording, event->index, event->id))
            quiz_settle(q, quiz_find_choice(q, CHOICE_CALLBACK, (Id){ 0 }), event);
        break;
    case EV_task_step: quiz_settle(q, quiz_find_choice(q, CHOICE_TASK, event->id), event); break;
    case EV_wait: quiz_settle(q, quiz_find_choice(q, CHOICE_NOTHING, (Id){ 0 }), event); break;
    default:
        if (!state->loop_runs)
            quiz_settle(q, NEVER, event);
    }
}

static bool joins(const TraceEvent *e, Id h)
{
    return e->kind == EV_ready && id_same(e->id, h);
}

static void reason_order(const Question *q, const State *state, Lang lang, Buffer *out)
{
    const Choice *right = &q->choices[q->right];
    if (right->kind == CHOICE_NOTHING) {
        QUIZ_ADD(out, lang, a_nothing, "");
        quiz_between_sentences(out, lang);
        Small at = small_number(q->decided);
        if (state->timers.count)
            QUIZ_ADD(out, lang, because_empty, at.text, small_clock(state->timers.items[0].when_us).text);
        else
            QUIZ_ADD(out, lang, because_only_io, at.text);
        return;
    }
    if (right->kind == CHOICE_TASK)
        QUIZ_ADD(out, lang, a_runs, small_id(right->id).text);
    else
        QUIZ_ADD(out, lang, a_callback, small_id(q->picked).text);
    quiz_between_sentences(out, lang);
    const TraceEvent *joined = sentence_find(state->recording, q->decided, joins, q->picked);
    const StateReady *other = NULL;
    for (uint32_t i = 0; i < state->ready.count && !other; i++)
        if (!state->ready.items[i].cancelled && !id_same(state->ready.items[i].h, q->picked))
            other = &state->ready.items[i];
    Small at = small_number(joined ? joined->index : q->decided);
    if (state->recording->shuffled && q->picked_of > 1)
        QUIZ_ADD(out, lang, because_shuffle, small_number(q->picked_of).text, small_number(q->decided).text);
    else if (other && joined && other->since > joined->index)
        QUIZ_ADD(out, lang, because_first, at.text, small_id(other->task.n ? other->task : other->h).text,
            small_number(other->since).text);
    else
        QUIZ_ADD(out, lang, because_alone, at.text);
}

/* --- clock: where does it jump -------------------------------------------------------------------------------------- */

static void add_time(Question *q, int64_t us)
{
    for (int i = 0; i < q->count; i++)
        if (q->choices[i].us == us)
            return;
    quiz_add_choice(q, (Choice){ .kind = CHOICE_TIME, .us = us });
}

static bool make_clock(const State *state, Question *q)
{
    if (state->recording->real || state->ready.count || !state->timers.count || state->io.count ||
        state->timers.items[0].when_us <= state->clock_us)
        return false;
    quiz_add_choice(q, (Choice){ .kind = CHOICE_STAYS, .us = state->clock_us });
    int64_t sum = state->clock_us, first = state->timers.items[0].when_us - state->clock_us;
    for (uint32_t i = 0; i < state->timers.count; i++) {
        if (q->count <= TIMES_MAX)
            add_time(q, state->timers.items[i].when_us);
        if (i < 2)
            sum += state->timers.items[i].when_us - state->clock_us;
    }
    add_time(q, state->timers.count > 1 ? sum : state->clock_us + 2 * first); /* one after the other */
    if (q->count < 3)
        add_time(q, state->clock_us + 2 * first);
    for (int i = 2; i < q->count; i++)
        for (int k = i; k > 1 && q->choices[k].us < q->choices[k - 1].us; k--) {
            Choice swap = q->choices[k];
            q->choices[k] = q->choices[k - 1];
            q->choices[k - 1] = swap;
        }
    return true;
}

static void decide_clock(Question *q, const State *state, const TraceEvent *event)
{
    if (event->kind == EV_clock) {
        int right = NEVER;
        for (int i = 0; i < q->count; i++)
            if (q->choices[i].us == event->number)
                right = i;
        quiz_settle(q, right, event);
    } else if (!state->loop_runs || event->kind == EV_pick) {
        quiz_settle(q, NEVER, event);
    }
}

static void reason_clock(const Question *q, const State *state, Lang lang, Buffer *out)
{
    int64_t next_us = -1;
    for (uint32_t i = 0; i < state->timers.count && next_us < 0; i++)
        if (state->timers.items[i].when_us > state->clock_us)
            next_us = state->timers.items[i].when_us;
    QUIZ_ADD(out, lang, a_jumps, small_clock(q->choices[q->right].us).text, small_number(q->decided).text);
    quiz_between_sentences(out, lang);
    if (next_us >= 0)
        QUIZ_ADD(out, lang, because_earliest, small_clock(next_us).text);
    else
        QUIZ_ADD(out, lang, because_only_timer, "");
}

/* --- cause: why is a task waiting -------------------------------------------------------------------------------------- */

static ChoiceKind cause_choice(WhyCause cause)
{
    switch (cause) {
    case WHY_TIME: return CHOICE_BY_TIME;
    case WHY_IO: return CHOICE_BY_IO;
    case WHY_CYCLE: return CHOICE_BY_CYCLE;
    case WHY_NOBODY: return CHOICE_BY_NOBODY;
    default: return CHOICE_BY_OTHER;
    }
}

/* Which waiting task: one that waits for another rather than simply for its own timer, if there is one. */
static bool make_cause(const State *state, uint64_t draw, Question *q)
{
    uint32_t waiting = 0, far = 0;
    for (uint32_t i = 0; i < state->tasks.count; i++) {
        const StateTask *task = &state->tasks.items[i];
        if (!task->id.n || task->state != TASK_STATE_WAITING)
            continue;
        waiting++;
        far += sentence_timer(state, task->waits_on) == NULL;
    }
    if (waiting == 0)
        return false;
    uint32_t which = (uint32_t)(draw % (far ? far : waiting));
    for (uint32_t i = 0; i < state->tasks.count && !q->task.n; i++) {
        const StateTask *task = &state->tasks.items[i];
        if (!task->id.n || task->state != TASK_STATE_WAITING || (far && sentence_timer(state, task->waits_on)))
            continue;
        if (which-- == 0)
            q->task = task->id;
    }
    for (ChoiceKind kind = CHOICE_BY_TIME; kind <= CHOICE_BY_NOBODY; kind++)
        quiz_add_choice(q, (Choice){ .kind = kind });
    ChoiceKind right = cause_choice(why_cause(state, q->task));
    for (int i = 0; i < q->count; i++)
        if (q->choices[i].kind == right)
            quiz_settle(q, i, &state->recording->events.items[state->next - 1]);
    return true;
}

static void reason_cause(const Question *q, const State *state, Lang lang, Buffer *out)
{
    char root[900];
    why_root(state, q->task, lang, root, sizeof root);
    QUIZ_ADD(out, lang, a_cause, root);
    quiz_between_sentences(out, lang);
    QUIZ_ADD(out, lang, because_chain, small_id(q->task).text, small_number(q->decided).text);
}

/* --- all kinds ---------------------------------------------------------------------------------------------------------- */

bool quiz_make(QuizKind kind, const State *state, uint64_t draw, Question *q)
{
    const TraceEvent *event = &state->recording->events.items[state->next - 1];
    *q = (Question){ .kind = kind, .asked = event->index, .given = NOT_YET, .right = NOT_YET };
    if (kind == QUIZ_SUSPEND)
        return quiz_make_suspend(state, q);
    if (!is_between_handles(state, event))
        return false;
    switch (kind) {
    case QUIZ_ORDER: return make_order(state, draw, q);
    case QUIZ_OUTPUT: return quiz_make_output(state, q);
    case QUIZ_CLOCK: return make_clock(state, q);
    default: return make_cause(state, draw, q);
    }
}

void quiz_decide(Question *q, const State *state, const TraceEvent *event)
{
    switch (q->kind) {
    case QUIZ_ORDER: decide_order(q, state, event); break;
    case QUIZ_SUSPEND: quiz_decide_suspend(q, state, event); break;
    case QUIZ_OUTPUT: quiz_decide_output(q, state, event); break;
    case QUIZ_CLOCK: decide_clock(q, state, event); break;
    default: break;
    }
    if (q->right == NOT_YET && (event->kind == EV_end || event->kind == EV_gap))
        quiz_settle(q, NEVER, event);
}

void quiz_title(const Question *q, const State *state, Lang lang, Buffer *out)
{
    Small task = small_id(q->task);
    switch (q->kind) {
    case QUIZ_ORDER: QUIZ_ADD(out, lang, q_order, ""); break;
    case QUIZ_SUSPEND: {
        Buffer source = { .length = 0 };
        quiz_add_source(state->recording, q->file, q->line, &source);
        QUIZ_ADD(out, lang, q_suspend, task.text, small_number(q->line).text, buffer_string(&source));
        buffer_free(&source);
        break;
    }
    case QUIZ_OUTPUT:
        if (q->choices[0].kind == CHOICE_PRINTS)
            QUIZ_ADD(out, lang, q_who_prints, "");
        else
            QUIZ_ADD(out, lang, q_output, "");
        break;
    case QUIZ_CLOCK: QUIZ_ADD(out, lang, q_clock, ""); break;
    default: QUIZ_ADD(out, lang, q_cause, task.text); break;
    }
}

void quiz_choice(const Question *q, int index, const State *state, Lang lang, Buffer *out)
{
    const Choice *choice = &q->choices[index];
    Buffer task = { .length = 0 }, source = { .length = 0 };
    switch (choice->kind) {
    case CHOICE_TASK:
    case CHOICE_PRINTS: add_task(state, choice->id, out); break;
    case CHOICE_NONE: QUIZ_ADD(out, lang, none_of_them, ""); break;
    case CHOICE_CALLBACK: QUIZ_ADD(out, lang, callback, ""); break;
    case CHOICE_NOTHING: QUIZ_ADD(out, lang, nothing, ""); break;
    case CHOICE_STOPS: QUIZ_ADD(out, lang, stops, ""); break;
    case CHOICE_GOES_ON: QUIZ_ADD(out, lang, goes_on, ""); break;
    case CHOICE_LINE:
        add_task(state, choice->id, &task);
        quiz_add_source(state->recording, choice->file, choice->line, &source);
        QUIZ_ADD(out, lang, line, buffer_string(&task), small_number(choice->line).text, buffer_string(&source));
        break;
    case CHOICE_ELSE: QUIZ_ADD(out, lang, else, ""); break;
    case CHOICE_SILENCE: QUIZ_ADD(out, lang, silence, ""); break;
    case CHOICE_TIME: buffer_text(out, small_clock(choice->us).text); break;
    case CHOICE_STAYS: QUIZ_ADD(out, lang, stays, small_clock(choice->us).text); break;
    case CHOICE_BY_TIME: QUIZ_ADD(out, lang, by_time, ""); break;
    case CHOICE_BY_IO: QUIZ_ADD(out, lang, by_io, ""); break;
    case CHOICE_BY_OTHER: QUIZ_ADD(out, lang, by_other, ""); break;
    case CHOICE_BY_CYCLE: QUIZ_ADD(out, lang, by_cycle, ""); break;
    case CHOICE_BY_NOBODY: QUIZ_ADD(out, lang, by_nobody, ""); break;
    }
    buffer_free(&task);
    buffer_free(&source);
}

void quiz_choice_code(const Question *q, int index, char *out, size_t size)
{
    static const char *const codes[] = { "", "callback", "nothing", "suspended", "straight on", "", "something else",
                                         "nothing more", "", "none of them", "", "stays", "time", "io", "other", "cycle", "nobody" };
    const Choice *choice = &q->choices[index];
    if (choice->kind == CHOICE_TASK || choice->kind == CHOICE_PRINTS)
        snprintf(out, size, "%s", small_id(choice->id).text);
    else if (choice->kind == CHOICE_LINE)
        snprintf(out, size, "%s line %u", small_id(choice->id).text, choice->line);
    else if (choice->kind == CHOICE_TIME)
        snprintf(out, size, "%s", small_clock(choice->us).text);
    else
        snprintf(out, size, "%s", codes[choice->kind]);
}

void quiz_kind_hint(const Question *q, const State *state, Lang lang, Buffer *out)
{
    const StateTask *task = q->task.n ? state_task(state, q->task) : NULL;
    switch (q->kind) {
    case QUIZ_ORDER:
        if (state->recording->shuffled)
            QUIZ_ADD(out, lang, hint_shuffle, "");
        else
            QUIZ_ADD(out, lang, hint_order, "");
        break;
    case QUIZ_SUSPEND: QUIZ_ADD(out, lang, hint_suspend, ""); break;
    case QUIZ_OUTPUT: QUIZ_ADD(out, lang, hint_output, ""); break;
    case QUIZ_CLOCK: QUIZ_ADD(out, lang, hint_clock, ""); break;
    default: QUIZ_ADD(out, lang, hint_cause, small_id(q->task).text, small_id(task ? task->waits_on : (Id){ 0 }).text); break;
    }
}

void quiz_reason(const Question *q, const State *state, Lang lang, Buffer *out)
{
    if (q->right < 0) {
        QUIZ_ADD(out, lang, never, small_number(q->decided).text);
        return;
    }
    switch (q->kind) {
    case QUIZ_ORDER: reason_order(q, state, lang, out); break;
    case QUIZ_SUSPEND: quiz_reason_suspend(q, state, lang, out); break;
    case QUIZ_OUTPUT: quiz_reason_output(q, state, lang, out); break;
    case QUIZ_CLOCK: reason_clock(q, state, lang, out); break;
    default: reason_cause(q, state, lang, out); break;
    }
}
