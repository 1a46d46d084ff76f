/* narrate.c - a run as a text for reading: number, clock, who, sentence. The plain level holds a sentence back until
 * what belongs to it has happened (a result and whom it wakes, a request to cancel and what becomes of it). */
#include "trace/sentence.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "trace/small.h"
#include "trace/sum.h"

#include <stdio.h>
#include <string.h>

enum { COLUMNS = 80, TEXT_COLUMN = 20, MARK_COLUMN = 50, BAR_COLUMN = 14, MAX_WOKEN = 16, MAX_CALLS = 16 };

typedef enum { HOLD_NOTHING, HOLD_START, HOLD_SET, HOLD_DONE, HOLD_CANCEL } Hold;

struct Narrator {
    const Recording *recording;
    State *state;
    NarrateLevel level;
    Lang lang;
    Sink *out;
    bool ascii;
    Hold hold;               /* what kind of sentence is held back ...                                   */
    TraceEvent held;         /* ... the event that began it ...                                          */
    uint32_t number;         /* ... and the event that completes it, as far as is known                     */
    int64_t t_us;
    Id woken[MAX_WOKEN];     /* tasks first, then callbacks, in the order in which they came                  */
    uint32_t woken_tasks, woken_callbacks;
    Id called[MAX_WOKEN];
    bool target_ready;       /* HOLD_CANCEL: the task is ready again                                      */
    uint32_t calls[MAX_CALLS]; /* co_new events of which no task was made (yet)                           */
    uint32_t call_count;
    VEC(char) line;          /* program output that no newline has ended                                  */
    Id main;                 /* the coroutine with which the loop was started                                */
    const char *main_fn;
    SleepSum sum;
    uint32_t generators;     /* how many the program has made itself                                        */
};

/* --- layout --------------------------------------------------------------------------------------------- */

static bool is_closing(uint32_t p)
{
    return p == 0xFF0C || p == 0x3002 || p == 0xFF1B || p == 0xFF1A || p == 0x3001 || p == 0xFF09 || p == 0x201D ||
           p == 0xFF1F || p == 0xFF01 || p == ',' || p == '.' || p == ')' || p == ';' || p == ':';
}

static bool is_opening(uint32_t p)
{
    return p == 0xFF08 || p == 0x201C || p == '(';
}

/* May a line end before code point b, which stands behind a? */
static bool may_break(uint32_t before_a, uint32_t a, uint32_t b)
{
    if (a == ' ')
        return before_a != 0x7B2C && b != 0x884C && b != 0x8F6E && b != 0x4E2A; /* 第 _ 行 轮 个 */
    if (b == ' ' || a == 0 || is_closing(b) || is_opening(a))
        return false;
    return utf8_width(a) == 2 || utf8_width(b) == 2;
}

/* Does a line that ends here tear a word of the glossary in two? */
static bool is_inside_word(const char *text, size_t length, size_t at)
{
    static const char *const words[] = { "就绪队列", "事件循环", "循环时钟", "控制权", "定时器", "恢复运行", "运行结束", "任务", "协程",
                                         "回调", "挂起", "取消", "死锁", "生成器", "唤醒", "等待" };
    for (size_t w = 0; w < sizeof words / sizeof *words; w++) {
        size_t size = strlen(words[w]);
        for (size_t k = 3; k < size; k += 3) {
            if (at >= k && at - k + size <= length && memcmp(text + at - k, words[w], size) == 0)
                return true;
        }
    }
    return false;
}

/* "line 12" stays whole. */
static bool is_number_of_line(const char *text, size_t at)
{
    return at >= 5 && text[at] >= '0' && text[at] <= '9' && memcmp(text + at - 5, "line ", 5) == 0;
}

static void put_piece(Sink *out, const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    size_t from = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == SENTENCE_GLUE) {
            sink_bytes(out, text + from, i - from);
            sink_text(out, " ");
            from = i + 1;
        }
    }
    sink_bytes(out, text + from, length - from);
    sink_text(out, "\n");
}

/* Writes text so that no line is wider than COLUMNS; the first begins at column `indent`, the others at TEXT_COLUMN. */
static void put_wrapped(Sink *out, const char *text, size_t indent)
{
    size_t length = strlen(text), start = 0, column = indent, cut = 0, last = 0;
    size_t mark = 0;         /* a better place than `cut`: behind a clause, before a parenthesis            */
    int depth = 0;
    uint32_t a = 0, before_a = 0;
    for (size_t i = 0; i < length;) {
        uint32_t b;
        int bytes = utf8_decode(text + i, length - i, &b);
        if (bytes <= 0) {
            bytes = 1;
            b = '?';
        }
        size_t width = b == SENTENCE_GLUE ? 1 : (size_t)utf8_width(b);
        if (i > start && may_break(before_a, a, b) && !is_inside_word(text, length, i) && !is_number_of_line(text, i))
            cut = i;
        if (i > start && column >= MARK_COLUMN && a != SENTENCE_GLUE &&
            (b == 0xFF08 || (depth == 0 && (a == 0xFF0C || a == 0xFF1B || a == 0xFF1A || a == 0x3002))))
            mark = i;
        depth += b == 0xFF08 ? 1 : b == 0xFF09 && depth ? -1 : 0;
        if (column + width > COLUMNS && b != ' ' && i > start) {
            size_t end = mark > start ? mark : cut > start ? cut : is_closing(b) && last > start ? last : i;
            put_piece(out, text + start, end - start);
            sink_repeat(out, ' ', TEXT_COLUMN);
            start = end;
            column = TEXT_COLUMN + utf8_text_width(text + start, i - start);
            for (size_t k = start; k < i; k++)
                column += text[k] == SENTENCE_GLUE && utf8_width(SENTENCE_GLUE) == 0;
            cut = start;
        }
        column += width;
        before_a = a;
        a = b;
        last = i;
        i += (size_t)bytes;
    }
    put_piece(out, text + start, length - start);
}

/* Text, filled up with blanks to column `to`, at least one. Answers the column reached. */
static size_t put_column(Sink *out, const char *text, size_t from, size_t to)
{
    size_t column = from + utf8_text_width(text, strlen(text));
    size_t blanks = column < to ? to - column : 1;
    sink_text(out, text);
    sink_repeat(out, ' ', blanks);
    return column + blanks;
}

static size_t put_number(Narrator *n, uint32_t number)
{
    char text[16];
    snprintf(text, sizeof text, "#%02u", number);
    return put_column(n->out, text, 0, 5);
}

static void put_sentence(Narrator *n, const Sentence *s, uint32_t number, int64_t t_us)
{
    if (s->length == 0)
        return;
    char who[24];
    narrate_who(s->state, s->event, n->lang, who, sizeof who);
    size_t column = put_number(n, number);
    column = put_column(n->out, small_clock(t_us).text, column, BAR_COLUMN);
    column = put_column(n->out, who, column, TEXT_COLUMN);
    put_wrapped(n->out, s->out, column);
}

static void put_output_line(Narrator *n, uint32_t number)
{
    size_t column = put_number(n, number);
    sink_repeat(n->out, ' ', column < BAR_COLUMN ? BAR_COLUMN - column : 0);
    sink_text(n->out, n->ascii ? "|" : "\u2502");
    if (n->line.count) {
        sink_text(n->out, " ");
        sink_bytes(n->out, n->line.items, n->line.count);
    }
    sink_text(n->out, "\n");
    n->line.count = 0;
}

static void add_output(Narrator *n, const TraceEvent *e)
{
    if (e->number != 1)
        return;
    size_t from = 0;
    for (size_t i = 0; i <= e->text_length; i++) {
        if (i < e->text_length && e->text[i] != '\n')
            continue;
        if (i > from && vec_reserve(&n->line, i - from)) {
            memcpy(n->line.items + n->line.count, e->text + from, i - from);
            n->line.count += (uint32_t)(i - from);
        }
        if (i < e->text_length)
            put_output_line(n, e->index);
        from = i + 1;
    }
}

/* --- sentences that were held back ----------------------------------------------------------------------- */

/* "T1 and T2 are ready again and callback H5 joins the ready queue"; NULL: nobody was woken. */
static const char *woken_clause(Narrator *n, Sentence *s)
{
    const char *tasks = NULL, *calls = NULL;
    if (n->woken_tasks)
        tasks = sentence_part(s, n->woken_tasks == 1 ? MSG_narrate_ready_one : MSG_narrate_ready_many,
                              sentence_list(s, n->woken, n->woken_tasks), NULL);
    if (n->woken_callbacks)
        calls = sentence_part(s, MSG_narrate_queues,
                              sentence_part(s, MSG_narrate_callback, sentence_list(s, n->called, n->woken_callbacks), NULL),
                              NULL);
    if (!tasks || !calls)
        return tasks ? tasks : calls;
    char both[600];
    snprintf(both, sizeof both, "%s%s%s", tasks, message_text(n->lang == LANG_ZH ? MSG_narrate_comma : MSG_narrate_and, n->lang),
             calls);
    return sentence_keep(s, both, strlen(both));
}

/* Of those that lead to the Future only the ones that have finished. */
static uint32_t finished_sources(const Narrator *n, const TraceEvent *e, Id ids[SENTENCE_SEVERAL])
{
    uint32_t count = sentence_sources(n->recording, e->index, e->id, ids), kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        const StateTask *task = ids[i].letter == 'T' ? state_task(n->state, ids[i]) : NULL;
        const StateFuture *future = ids[i].letter == 'F' ? state_future(n->state, ids[i]) : NULL;
        if ((task && task->state >= TASK_STATE_DONE) || (future && future->state != FUTURE_STATE_PENDING))
            ids[kept++] = ids[i];
    }
    return kept;
}

static void tell_held_set(Narrator *n, Sentence *s)
{
    Id sources[SENTENCE_SEVERAL];
    uint32_t count;
    const TraceEvent *e = s->event;
    const StateFuture *future = state_future(s->state, e->id);
    const char *woken = woken_clause(n, s), *name = sentence_name(s, e->id);
    bool native = e->by.letter == 'H' && !sentence_line_has(n->recording, e->at, "set_");
    const char *at = native ? "" : sentence_at(s, e->at);
    const char *value = sentence_value(s, e->value), *freed;
    TracePlace stop = n->woken_tasks ? sentence_stop(n->recording, e->index, n->woken[0]) : (TracePlace){ 0 };
    bool error = sentence_word(e->word, "error"), cancelled = sentence_word(e->word, "cancelled");
    bool loop = sentence_who(s->state, e).letter == 'L', inner = future && (future->of.n || loop);
    bool own = sentence_is_inner(n->recording, future);
    inner = inner || own;
    if (!woken) { /* a Future of the library that wakes nobody: nothing to tell */
        if (!inner && future && sentence_word(future->kind, "plain"))
            sentence_tell(s);
    } else if (own && !error && !cancelled && (count = finished_sources(n, e, sources)) > 0) {
        if (count == 1)
            SENTENCE_OWN(s, one_finished, sentence_list(s, sources, count), woken);
        else
            SENTENCE_OWN(s, all_finished, sentence_list(s, sources, count), woken);
    } else if (sentence_fut_is(future, "sleep") && !cancelled)
        SENTENCE_OWN(s, due_wakes, name, woken);
    else if (sentence_fut_is(future, "gather") && error)
        SENTENCE_OWN(s, gather_failed_wakes, name, value, woken, sentence_failure(s, e->value));
    else if (sentence_fut_is(future, "gather") && !cancelled)
        SENTENCE_OWN(s, gather_wakes, name, woken);
    else if (cancelled && future && future->of.n)
        SENTENCE_SAY(s, set_cancel_wait_wakes, name, at, woken);
    else if (cancelled)
        SENTENCE_SAY(s, set_cancel_wakes, name, at, woken);
    else if (future && future->of.n && !loop)
        sentence_tell_frees(s, future, stop, at, woken);
    else if ((freed = sentence_freed(s, future, stop)) != NULL)
        SENTENCE_OWN(s, freed_wakes, freed, woken);
    else if (own && !loop && n->woken_tasks)
        SENTENCE_SAY(s, lets_wakes, sentence_list(s, n->woken, n->woken_tasks), at, woken);
    else if (inner)
        SENTENCE_OWN(s, inner_wakes, name, woken);
    else if (error)
        SENTENCE_SAY(s, set_error_wakes, name, value, at, woken);
    else
        SENTENCE_SAY(s, set_result_wakes, name, value, at, woken);
}

static void tell_held_done(Narrator *n, Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *woken = woken_clause(n, s), *value = sentence_value(s, e->value);
    const StateTask *task = state_task(s->state, e->id);
    if (!woken && sentence_word(e->word, "result") && task && !id_same(task->co, n->main))
        SENTENCE_SAY(s, done_kept, value);
    else if (!woken)
        sentence_tell(s);
    else if (sentence_word(e->word, "error"))
        SENTENCE_SAY(s, failed_wakes, value, woken);
    else if (sentence_word(e->word, "cancelled"))
        SENTENCE_SAY(s, cancelled_wakes, woken);
    else
        SENTENCE_SAY(s, done_wakes, value, woken);
}

static bool concerns_cancel(const TraceEvent *e, Id task)
{
    return (e->kind == EV_task_cancel || e->kind == EV_task_step) && id_same(e->id, task);
}

/* It was asked to stop before, and has not run since. */
static bool was_asked(const Narrator *n, const TraceEvent *cancel)
{
    const TraceEvent *last = sentence_find(n->recording, cancel->index, concerns_cancel, cancel->id);
    return last && last->kind == EV_task_cancel;
}

static void tell_held_cancel(Narrator *n, Sentence *s)
{
    const TraceEvent *e = s->event;
    if (!n->target_ready) {
        if (!was_asked(n, e))
            sentence_tell(s);
        return;
    }
    const char *name = sentence_id(s, e->id);
    const char *stop = sentence_place(s, sentence_stop(s->state->recording, e->index, e->id));
    if (sentence_who(s->state, e).letter == 'L')
        SENTENCE_SAY(s, limit_wakes, name, stop);
    else
        SENTENCE_SAY(s, cancel_wakes, name, sentence_at(s, e->at), stop);
}

static void release(Narrator *n)
{
    Hold hold = n->hold;
    if (hold == HOLD_NOTHING)
        return;
    Sentence s;
    char text[NARRATE_MAX];
    TraceEvent held = n->held;
    sentence_begin(&s, n->state, &held, n->lang, text, sizeof text);
    n->hold = HOLD_NOTHING;
    switch (hold) {
    case HOLD_SET: tell_held_set(n, &s); break;
    case HOLD_DONE: tell_held_done(n, &s); break;
    case HOLD_CANCEL: tell_held_cancel(n, &s); break;
    case HOLD_START:
        if (n->woken_tasks) {
            const StateCoro *coro = state_coro(n->state, held.id);
            SENTENCE_SAY(&s, loop_start_main, sentence_coro(&s, held.id, coro && coro->fn ? coro->fn : n->main_fn),
                         sentence_id(&s, n->woken[0]));
        } else
            sentence_tell(&s);
        break;
    default: break;
    }
    put_sentence(n, &s, n->number, n->t_us);
}

static void hold_back(Narrator *n, Hold hold, const TraceEvent *e)
{
    n->hold = hold;
    n->held = *e;
    n->number = e->index;
    n->t_us = e->t_us;
    n->woken_tasks = n->woken_callbacks = 0;
    n->target_ready = false;
}

/* Does the event belong to the sentence that is held back? Then it is part of it. */
static bool absorb(Narrator *n, const TraceEvent *e)
{
    switch (n->hold) {
    case HOLD_START:
        if (e->kind != EV_task_new || !id_same(e->id2, n->held.id))
            return false;
        n->main_fn = e->fn;
        n->woken[n->woken_tasks++] = e->id; /* the sentence keeps the number of the start */
        release(n);
        return true;
    case HOLD_SET:
    case HOLD_DONE:
        if (e->kind != EV_ready || !id_same(e->id3, n->held.id))
            return false;
        if (e->id2.n && n->woken_tasks < MAX_WOKEN)
            n->woken[n->woken_tasks++] = e->id2;
        else if (!e->id2.n && n->woken_callbacks < MAX_WOKEN && sentence_is_callback(n->recording, e->index, e->id))
            n->called[n->woken_callbacks++] = e->id;
        else
            return true;
        n->number = e->index;
        return true;
    case HOLD_CANCEL:
        if (e->kind == EV_ready && id_same(e->id2, n->held.id)) {
            n->target_ready = true;
            n->number = e->index;
            return true;
        }
        return e->kind == EV_cancel_passed || e->kind == EV_timer_del || e->kind == EV_cb_del ||
               (e->kind == EV_fut_set && id_same(e->id, n->held.id2));
    default: return false;
    }
}

/* --- one event ------------------------------------------------------------------------------------------ */

static void tell(Narrator *n, const TraceEvent *e)
{
    Sentence s;
    char text[NARRATE_MAX];
    sentence_begin(&s, n->state, e, n->lang, text, sizeof text);
    sentence_tell(&s);
    put_sentence(n, &s, e->index, e->t_us);
}

/* What is to be learned from the whole. */
static void tell_sum(Narrator *n, const TraceEvent *e)
{
    char text[NARRATE_MAX];
    if (!sum_text(&n->sum, e->t_us, n->recording->real, n->lang, text, sizeof text))
        return;
    for (char *p = text; *p; p++) /* "0.100 s" is not torn apart */
        if (p > text && p[0] == ' ' && p[1] == 's' && p[-1] >= '0' && p[-1] <= '9')
            *p = SENTENCE_GLUE;
    sink_repeat(n->out, ' ', TEXT_COLUMN);
    put_wrapped(n->out, text, TEXT_COLUMN);
}

/* Generators without an event loop: at this level nothing is told of what they do. */
static void tell_generators(Narrator *n)
{
    if (n->level != NARRATE_PLAIN || !n->generators || n->state->tasks.count || n->recording->lines)
        return;
    const char *text = message_text(MSG_narrate_sum_generators, n->lang);
    sink_repeat(n->out, ' ', TEXT_COLUMN);
    put_wrapped(n->out, text, TEXT_COLUMN);
}

static void drop_call(Narrator *n, Id co)
{
    for (uint32_t i = 0; i < n->call_count; i++) {
        if (id_same(n->recording->events.items[n->calls[i]].id, co)) {
            memmove(n->calls + i, n->calls + i + 1, (n->call_count - i - 1) * sizeof *n->calls);
            n->call_count--;
            return;
        }
    }
}

static void tell_calls(Narrator *n)
{
    uint32_t count = n->call_count;
    n->call_count = 0;
    for (uint32_t i = 0; i < count; i++)
        tell(n, &n->recording->events.items[n->calls[i]]);
}

static void tell_calls_if(Narrator *n, bool now)
{
    if (now)
        tell_calls(n);
}

/* Are the coroutines those that stand in this call of gather(), which will make tasks of them? */
static bool is_near_calls(const Narrator *n, const TraceEvent *gather)
{
    enum { NEAR = 3 };
    for (uint32_t i = 0; i < n->call_count; i++) {
        uint32_t line = n->recording->events.items[n->calls[i]].at.line;
        if (line + NEAR < gather->at.line || gather->at.line + NEAR < line)
            return false;
    }
    return true;
}

static bool is_callback_of(const Narrator *n, uint32_t index, Id h)
{
    return sentence_is_callback(n->recording, index + 1, h);
}

static bool is_callback(const Narrator *n, const TraceEvent *e)
{
    return is_callback_of(n, e->index, e->id);
}

static bool is_inner_timer(const Narrator *n, const TraceEvent *e)
{
    return !sentence_word(e->word, "timeout") && !n->state->greenlet.n && !is_callback(n, e);
}

/* Is the event told at the plain level, alone? */
static bool is_plain(const Narrator *n, const TraceEvent *e)
{
    switch (e->kind) {
    case EV_task_new: case EV_task_step: case EV_task_wait: case EV_task_yield: case EV_await_ready: case EV_loop_stop:
    case EV_co_drop: case EV_green_new: case EV_switch: case EV_in: case EV_report: case EV_gap:
    case EV_end:
        return true;
    case EV_gen_new: return !e->fn || !strstr(e->fn, "<genexpr>");
    case EV_clock: return !sentence_word(e->word, "run");
    case EV_wait: return e->number3 > 0;
    case EV_timer: return !sentence_word(e->word, "sleep") && !(n->state->loop_runs && is_inner_timer(n, e));
    case EV_sync: return sentence_is_unheard(e) || sentence_word(e->word2, "clear");
    case EV_timer_fire: return e->number >= (n->recording->real ? 50000 : 10000);
    case EV_ext: return e->by.letter == 'T' && sentence_word(e->word, "http");
    case EV_timer_del:
    case EV_handle_del: return is_callback(n, e);
    case EV_ready: return !e->id2.n && (sentence_word(e->word2, "called soon") || sentence_word(e->word2, "already done")) && is_callback(n, e);
    case EV_pick: return is_callback(n, e);
    case EV_fut_new:
        if (!e->by.n && !n->state->loop_runs && sentence_line_has(n->recording, e->at, "run("))
            return false; /* run() gathers what it has cancelled */
        return sentence_word(e->word, "gather") ||
               (sentence_word(e->word, "plain") && !e->id2.n && sentence_line_has(n->recording, e->at, "uture("));
    case EV_cb_add:
    case EV_cb_del: return is_callback_of(n, e->index, e->id2);
    case EV_raise:
        return !sentence_word(e->word, "StopIteration") && !sentence_word(e->word, "StopAsyncIteration") &&
               !sentence_word(e->word, "GeneratorExit") && !sentence_word(e->word, "GreenletExit") && !sentence_word(e->word, "CancelledError");
    default: return false;
    }
}

static void tell_plain(Narrator *n, const TraceEvent *e)
{
    if (absorb(n, e))
        return;
    release(n);
    switch (e->kind) {
    case EV_co_new:
        if (n->call_count == MAX_CALLS || sentence_is_awaited(n->recording, e))
            tell_calls(n);
        if (sentence_is_awaited(n->recording, e))
            tell(n, e);
        else
            n->calls[n->call_count++] = e->index;
        return;
    case EV_task_new: drop_call(n, e->id2); break;
    case EV_loop_start:
        drop_call(n, e->id);
        tell_calls(n);
        break;
    case EV_fut_new:
        if (!sentence_word(e->word, "gather") || !is_near_calls(n, e))
            tell_calls_if(n, is_plain(n, e));
        break;
    default: tell_calls_if(n, is_plain(n, e) || e->kind == EV_out || e->kind == EV_ran); break;
    }
    switch (e->kind) {
    case EV_loop_start: hold_back(n, HOLD_START, e); break;
    case EV_fut_set: hold_back(n, HOLD_SET, e); break;
    case EV_task_done: hold_back(n, HOLD_DONE, e); break;
    case EV_task_cancel: hold_back(n, HOLD_CANCEL, e); break;
    case EV_out: add_output(n, e); break;
    default:
        if (is_plain(n, e))
            tell(n, e);
        break;
    }
}

static bool is_line_event(uint16_t kind)
{
    return kind == EV_call || kind == EV_leave || kind == EV_resume || kind == EV_line;
}

void narrator_event(Narrator *n, const TraceEvent *e)
{
    if (e->kind == EV_loop_start)
        n->main = e->id;
    sum_count(&n->sum, n->state, e);
    if (n->line.count && (e->kind == EV_end || e->kind == EV_gap))
        put_output_line(n, e->index - 1);
    while (n->state->next <= e->index && state_fold(n->state))
        ;
    if (n->level == NARRATE_PLAIN)
        tell_plain(n, e);
    else if (e->kind == EV_out)
        add_output(n, e);
    else if (n->level == NARRATE_ALL || !is_line_event(e->kind))
        tell(n, e);
    n->generators += e->kind == EV_gen_new && e->fn && e->fn[0] != '<';
    if (e->kind == EV_loop_stop)
        tell_sum(n, e);
    else if (e->kind == EV_end)
        tell_generators(n);
}

Narrator *narrator_new(const Recording *recording, NarrateLevel level, Lang lang, Sink *out)
{
    Narrator *n = mem_alloc_zero(sizeof *n);
    State *state = n ? state_new(recording) : NULL;
    if (!state) {
        mem_free(n, sizeof *n);
        return NULL;
    }
    n->recording = recording;
    n->state = state;
    n->level = level;
    n->lang = lang;
    n->out = out;
    return n;
}

void narrator_set_ascii(Narrator *n, bool ascii)
{
    n->ascii = ascii;
}

void narrator_end(Narrator *n)
{
    release(n);
    tell_calls(n);
    if (n->line.count)
        put_output_line(n, n->state->next ? n->state->next - 1 : 0);
    state_free(n->state);
    vec_free(&n->line);
    mem_free(n, sizeof *n);
}
