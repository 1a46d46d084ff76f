/* quiz_lines.c - the two kinds of question that are about lines of the script: suspend (does this await stop the task) and
 * output (what is printed next). A recording with lines says where each task stands. Without lines suspend is asked when a
 * task goes on and its next await can be told from the script's text, and output asks who prints. */
#include "trace/quiz_internal.h"

#include "trace/expr.h"
#include "trace/sentence.h"
#include "trace/small.h"

#include <string.h>

enum { LINES_MAX = 5, TEXT_COLUMNS = 60 };

/* --- suspend: does this await stop the task or go straight on ------------------------------------------------------- */

static void ask_suspend(Question *q, Id task, uint32_t file, uint32_t line)
{
    q->task = task;
    q->line = line;
    q->file = file;
    quiz_add_choice(q, (Choice){ .kind = CHOICE_STOPS, .id = task });
    quiz_add_choice(q, (Choice){ .kind = CHOICE_GOES_ON, .id = task });
}

/* With lines: the line that is about to run awaits. */
static bool make_at_line(const State *state, const TraceEvent *event, Question *q)
{
    const StateFrame *frame = state_frame(state, event->id);
    const StateTask *task = state->task.n ? state_task(state, state->task) : NULL;
    if (!frame || !task || task->state != TASK_STATE_RUNNING || state->greenlet.n ||
        !quiz_line_awaits(state->recording, frame->file, (uint32_t)event->number))
        return false;
    q->frame = event->id;
    ask_suspend(q, task->id, frame->file, (uint32_t)event->number);
    return true;
}

/* Does an error come out of the await at which the task goes on? */
static bool goes_on_with_error(const State *state, const StateTask *task, const TraceEvent *step)
{
    const StateFuture *future = task->woken_by.letter == 'F' ? state_future(state, task->woken_by) : NULL;
    const StateTask *other = task->woken_by.letter == 'T' ? state_task(state, task->woken_by) : NULL;
    return sentence_word(step->word, "throw") || (future && future->state > FUTURE_STATE_RESULT) ||
           (other && other->state > TASK_STATE_DONE);
}

/* Without lines: a task has just gone on, and the script says to which await it comes. */
static bool make_at_step(const State *state, const TraceEvent *event, Question *q)
{
    const StateTask *task = state_task(state, event->id);
    FrameView frames[FRAMES_MAX];
    size_t count = task && state->recording->files.count == 1 ? frames_of(state, task->id, frames) : 0;
    if (count == 0 || count == FRAMES_MAX || state->greenlet.n || goes_on_with_error(state, task, event))
        return false;
    const FrameView *frame = &frames[count - 1];
    q->since = task->steps > 1 ? frame->line : 0;
    uint32_t line = quiz_next_await(state->recording, frame->file, frame->fn, q->since);
    if (!line)
        return false;
    q->frame = frame->frame;
    q->depth = (uint32_t)count - 1;
    ask_suspend(q, task->id, frame->file, line);
    return true;
}

bool quiz_make_suspend(const State *state, Question *q)
{
    const TraceEvent *event = &state->recording->events.items[state->next - 1];
    if (state->recording->lines)
        return event->kind == EV_line && make_at_line(state, event, q);
    return event->kind == EV_task_step && make_at_step(state, event, q);
}

/* With lines the frame's next line, or its end, says that it went on. */
static void decide_by_lines(Question *q, const TraceEvent *event)
{
    bool own = id_same(event->id, q->frame);
    switch (event->kind) {
    case EV_line:
        if (own)
            quiz_settle(q, 1, event);
        break;
    case EV_leave:
        if (own && event->word && strcmp(event->word, "await") != 0)
            quiz_settle(q, 1, event);
        break;
    case EV_task_done: quiz_settle(q, 1, event); break;
    default: quiz_settle(q, 0, event);
    }
}

/* The task stops: at the line that was asked about, behind it, or (NEVER) still where it was. */
static int right_at_stop(const Question *q, const TraceEvent *stop)
{
    const TraceLink *link = q->depth < stop->link_count ? &stop->links[q->depth] : NULL;
    if (stop->link_count >= RECORDING_CHAIN_MAX) /* the outer ones are missing */
        return NEVER;
    bool own = link && link->at.file == q->file && (!q->frame.n || id_same(link->frame, q->frame));
    if (own && link->at.line == q->line)
        return 0;
    return (own && link->at.line == q->since) || (!link && q->depth == 0) ? NEVER : 1;
}

/* Without lines: where it stops next, or that it ends. An error may have led it elsewhere. */
static void decide_by_stops(Question *q, const TraceEvent *event)
{
    switch (event->kind) {
    case EV_task_wait:
    case EV_task_yield: quiz_settle(q, right_at_stop(q, event), event); break;
    case EV_task_done: quiz_settle(q, sentence_word(event->word, "result") ? 1 : NEVER, event); break;
    case EV_raise: quiz_settle(q, NEVER, event); break;
    default: break;
    }
}

void quiz_decide_suspend(Question *q, const State *state, const TraceEvent *event)
{
    bool of_task = event->kind == EV_task_wait || event->kind == EV_task_yield || event->kind == EV_task_done ||
                   event->kind == EV_await_ready;
    bool of_frame = event->kind == EV_line || event->kind == EV_leave;
    bool lines = state->recording->lines;
    if (event->kind == EV_await_ready && id_same(event->id, q->task)) {
        if (event->at.line == q->line && event->at.file == q->file && !q->had)
            q->had = event->index;
        if (!lines && q->had)
            quiz_settle(q, 1, event);
    } else if (lines && ((of_task && id_same(event->id, q->task)) || of_frame)) {
        decide_by_lines(q, event);
    } else if (!lines && ((of_task && id_same(event->id, q->task)) || (event->kind == EV_raise && id_same(event->by, q->task)))) {
        decide_by_stops(q, event);
    }
}

static bool ends_future(const TraceEvent *e, Id fut)
{
    return (e->kind == EV_fut_set || e->kind == EV_task_done) && id_same(e->id, fut);
}

void quiz_reason_suspend(const Question *q, const State *state, Lang lang, Buffer *out)
{
    const TraceEvent *event = &state->recording->events.items[q->decided];
    Small task = small_id(q->task), at = small_number(q->decided);
    if (q->right == 0) {
        QUIZ_ADD(out, lang, a_stops, task.text, at.text);
        quiz_between_sentences(out, lang);
        const StateTimer *timer = event->id2.n ? sentence_timer(state, event->id2) : NULL;
        if (event->kind == EV_task_yield)
            QUIZ_ADD(out, lang, because_gave_way, "");
        else if (timer)
            QUIZ_ADD(out, lang, because_time, small_id(event->id2).text, small_clock(timer->when_us).text);
        else
            QUIZ_ADD(out, lang, because_no_result, small_id(event->id2).text);
        return;
    }
    QUIZ_ADD(out, lang, a_goes_on, task.text, at.text);
    quiz_between_sentences(out, lang);
    const TraceEvent *ready = q->had ? &state->recording->events.items[q->had] : NULL;
    const TraceEvent *set = ready ? sentence_find(state->recording, q->had, ends_future, ready->id2) : NULL;
    bool raised = event->kind == EV_leave && event->word && strcmp(event->word, "raise") == 0;
    if (event->kind == EV_line && quiz_line_handles(state->recording, q->file, (uint32_t)event->number))
        for (uint32_t i = q->asked + 1; i < q->decided && !raised; i++)
            raised = state->recording->events.items[i].kind == EV_raise;
    if (set)
        QUIZ_ADD(out, lang, because_had_result, small_id(ready->id2).text, small_number(set->index).text);
    else if (raised)
        QUIZ_ADD(out, lang, because_raised, "");
    else
        QUIZ_ADD(out, lang, because_nothing_waits, "");
}

/* --- output: what is printed next ------------------------------------------------------------------------------------ */

/* The line with the task's next print(), as the script's text says. */
static Choice line_of_task(const State *state, const StateTask *task)
{
    FrameView frames[FRAMES_MAX];
    size_t count = frames_of(state, task->id, frames);
    for (size_t i = count; i-- > 0;) {
        uint32_t line = quiz_next_print(state->recording, frames[i].file, frames[i].fn, task->started ? frames[i].line : 0);
        if (line)
            return (Choice){ .kind = CHOICE_LINE, .id = task->id, .line = line, .file = frames[i].file };
    }
    return (Choice){ .kind = CHOICE_LINE };
}

bool quiz_make_output(const State *state, Question *q)
{
    bool lines = state->recording->lines;
    for (uint32_t i = 0; i < state->tasks.count && q->count < LINES_MAX; i++) {
        Choice choice = quiz_is_alive(&state->tasks.items[i]) ? line_of_task(state, &state->tasks.items[i]) : (Choice){ 0 };
        if (choice.line)
            quiz_add_choice(q, lines ? choice : (Choice){ .kind = CHOICE_PRINTS, .id = choice.id });
    }
    if (q->count < 2)
        return false;
    quiz_add_choice(q, (Choice){ .kind = lines ? CHOICE_ELSE : CHOICE_NONE });
    quiz_add_choice(q, (Choice){ .kind = CHOICE_SILENCE });
    return true;
}

/* Where a print stands that has just printed. */
static FrameView printing_frame(const State *state, Id by)
{
    FrameView frames[FRAMES_MAX];
    size_t count = frames_of(state, by.letter == 'T' ? by : (Id){ 0 }, frames);
    bool outside = count && by.letter == 'H' && frames[count - 1].fn && strcmp(frames[count - 1].fn, "<module>") == 0;
    return count && !outside ? frames[count - 1] : (FrameView){ .line = 0 }; /* print itself was the callback */
}

void quiz_decide_output(Question *q, const State *state, const TraceEvent *event)
{
    if (event->kind == EV_end || event->kind == EV_gap) {
        quiz_settle(q, event->kind == EV_end ? quiz_find_choice(q, CHOICE_SILENCE, (Id){ 0 }) : NEVER, event);
        return;
    }
    if (event->kind != EV_out || event->text_length == 0)
        return;
    if (q->choices[0].kind == CHOICE_PRINTS) {
        int who = quiz_find_choice(q, CHOICE_PRINTS, event->by);
        quiz_settle(q, who >= 0 ? who : quiz_find_choice(q, CHOICE_NONE, (Id){ 0 }), event);
        return;
    }
    FrameView frame = printing_frame(state, event->by);
    int right = quiz_find_choice(q, CHOICE_ELSE, (Id){ 0 });
    for (int i = 0; i < q->count; i++)
        if (q->choices[i].kind == CHOICE_LINE && id_same(q->choices[i].id, event->by) && q->choices[i].line == frame.line &&
            q->choices[i].file == frame.file)
            right = i;
    q->line = frame.line;
    quiz_settle(q, right, event);
}

static bool steps(const TraceEvent *e, Id task)
{
    return e->kind == EV_task_step && id_same(e->id, task);
}

void quiz_reason_output(const Question *q, const State *state, Lang lang, Buffer *out)
{
    const TraceEvent *event = &state->recording->events.items[q->decided];
    Small at = small_number(q->decided);
    if (event->kind != EV_out) {
        QUIZ_ADD(out, lang, a_silent, at.text);
        return;
    }
    Buffer text = { .length = 0 };
    const char *newline = memchr(event->text, '\n', event->text_length);
    buffer_cut(&text, event->text, newline ? (size_t)(newline - event->text) : event->text_length, TEXT_COLUMNS);
    Small who = small_id(event->by);
    const char *name = event->by.n ? who.text : message_text(MSG_step_module, lang);
    if (q->line)
        QUIZ_ADD(out, lang, a_prints, name, buffer_string(&text), small_number(q->line).text, at.text);
    else
        QUIZ_ADD(out, lang, a_prints_alone, name, buffer_string(&text), at.text);
    buffer_free(&text);
    const TraceEvent *turn = event->by.letter == 'T' ? sentence_find(state->recording, q->decided, steps, event->by) : NULL;
    if (turn) {
        quiz_between_sentences(out, lang);
        QUIZ_ADD(out, lang, because_turn, who.text, small_number(turn->index).text);
    }
}
