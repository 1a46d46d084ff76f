/* breaks.c - breakpoints and watches: where a move stops before its goal. */
#include "trace/stepper_internal.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *text_copy(const char *text)
{
    size_t length = strlen(text);
    char *copy = mem_alloc(length + 1);
    if (copy)
        memcpy(copy, text, length + 1);
    return copy;
}

static void text_free(char *text)
{
    if (text)
        mem_free(text, strlen(text) + 1);
}

/* --- does it hold? ------------------------------------------------------------------------------------------------ */

static bool is_entry(const State *state, const TraceEvent *event, const char *fn)
{
    const Recording *recording = state->recording;
    if (!recording->lines) {
        const StateTask *task = event->kind == EV_task_step ? state_task(state, event->id) : NULL;
        return task && task->steps <= 1 && task->fn && strcmp(task->fn, fn) == 0;
    }
    const TraceEvent *call = event->kind == EV_line && event->index > 0 ? &recording->events.items[event->index - 1] : NULL;
    return call && call->kind == EV_call && id_same(call->id, event->id) && call->fn && strcmp(call->fn, fn) == 0;
}

/* Its expression now, as text; where the names are gone: what says so. */
static void watch_value(const Break *b, const State *state, Lang lang, ExprResult *result)
{
    FrameView frames[FRAMES_MAX];
    size_t count = frames_of(state, b->task, frames), use = count;
    for (size_t i = 0; i < count && b->frame.n; i++)
        if (id_same(frames[i].frame, b->frame))
            use = i + 1;
    expr_evaluate(state, frames, use, lang, b->text, result);
    if (!result->ok)
        strcpy(result->text, "?");
}

static bool kind_holds(const Break *b, const State *state, const TraceEvent *event)
{
    switch (b->kind) {
    case BREAK_LINE:
        if (state->recording->lines ? event->kind != EV_line
                                    : !event_is_stop(event->kind) || event->kind == EV_task_step)
            return false;
        TracePlace at = event_place(state, event);
        return at.line == b->line && at.file == b->file;
    case BREAK_FUNCTION: return is_entry(state, event, b->text);
    case BREAK_TASK: return event->kind == EV_task_step && id_same(event->id, b->task);
    case BREAK_EVENT: return event->kind == b->event;
    case BREAK_TIME: {
        int64_t before = event->index > 0 ? state->recording->events.items[event->index - 1].t_us : -1;
        return before < b->time_us && event->t_us >= b->time_us;
    }
    case BREAK_OUT:
        return event->kind == EV_out && event->text && memmem(event->text, event->text_length, b->text, strlen(b->text));
    case BREAK_ERROR: return event->kind == EV_raise;
    case BREAK_REPORT: return event->kind == EV_report;
    case BREAK_WATCH: return false;
    }
    return false;
}

Break *breaks_check(Stepper *stepper, const State *state, const TraceEvent *event, Buffer *note)
{
    Break *found = NULL;
    char number[16], text[1400];
    for (uint32_t i = 0; i < stepper->breaks.count; i++) {
        Break *b = &stepper->breaks.items[i];
        snprintf(number, sizeof number, "%u", b->number);
        text[0] = 0;
        ExprResult result;
        if (b->kind == BREAK_WATCH) {
            watch_value(b, state, stepper->lang, &result);
            if (b->value && strcmp(b->value, result.text) == 0)
                continue;
            MESSAGE(text, sizeof text, stepper->lang, step_watch_changed, number, b->text, b->value ? b->value : "?",
                    result.text);
            char *copy = text_copy(result.text);
            if (copy) {
                text_free(b->value);
                b->value = copy;
            }
        } else if (!kind_holds(b, state, event)) {
            continue;
        } else {
            MESSAGE(text, sizeof text, stepper->lang, step_break_hit, number);
        }
        if (b->condition) {
            FrameView frames[FRAMES_MAX];
            Id task = event_task(state, event);
            size_t count = frames_of(state, task.n ? task : state->task, frames);
            expr_evaluate(state, frames, count, stepper->lang, b->condition, &result);
            if (result.ok && !result.truth)
                continue;
            if (!result.ok)
                MESSAGE(text, sizeof text, stepper->lang, step_break_condition, number, b->condition, result.text);
        }
        if (note) {
            buffer_text(note, note->length ? "  " : "");
            buffer_text(note, text);
        }
        found = found ? found : b;
    }
    return found;
}

void breaks_refresh(Stepper *stepper, const State *state)
{
    for (uint32_t i = 0; i < stepper->breaks.count; i++) {
        Break *b = &stepper->breaks.items[i];
        if (b->kind != BREAK_WATCH)
            continue;
        ExprResult result;
        watch_value(b, state, stepper->lang, &result);
        text_free(b->value);
        b->value = text_copy(result.text);
    }
}

/* --- setting -------------------------------------------------------------------------------------------------------- */

static char *skip_blanks(char *text)
{
    while (*text == ' ' || *text == '\t')
        text++;
    return text;
}

static void trim(char *text)
{
    size_t length = strlen(text);
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        text[--length] = 0;
}

/* `... if EXPR`: cuts the text before " if " and answers EXPR; NULL: there is none. */
static char *cut_condition(char *text)
{
    char quote = 0;
    for (char *p = text; *p; p++) {
        if (quote)
            quote = *p == quote ? 0 : quote;
        else if (*p == '"' || *p == '\'')
            quote = *p;
        else if ((p == text || p[-1] == ' ') && strncmp(p, "if", 2) == 0 && (p[2] == ' ' || p[2] == 0)) {
            *p = 0;
            trim(text);
            return skip_blanks(p + 2 + (p[2] == ' '));
        }
    }
    return NULL;
}

static Break *add(Stepper *stepper, Break b, const char *text, const char *condition)
{
    b.text = text ? text_copy(text) : NULL;
    b.condition = condition ? text_copy(condition) : NULL;
    if ((text && !b.text) || (condition && !b.condition) || !vec_reserve(&stepper->breaks, 1)) {
        text_free(b.text);
        text_free(b.condition);
        SAY(stepper, step_no_memory, "");
        return NULL;
    }
    b.number = ++stepper->break_number;
    stepper->breaks.items[stepper->breaks.count] = b;
    return &stepper->breaks.items[stepper->breaks.count++];
}

static void describe(const Stepper *stepper, const Break *b, Buffer *out)
{
    switch (b->kind) {
    case BREAK_LINE:
        view_file(out, stepper->recording, b->file);
        buffer_format(out, ":%u", b->line);
        break;
    case BREAK_FUNCTION: buffer_format(out, "%s()", b->text); break;
    case BREAK_TASK: buffer_format(out, "task T%u", b->task.n); break;
    case BREAK_EVENT: buffer_format(out, "event %s", event_name(b->event)); break;
    case BREAK_TIME:
        buffer_text(out, "time ");
        view_seconds(out, b->time_us);
        break;
    case BREAK_OUT: buffer_format(out, "out %s", b->text); break;
    case BREAK_ERROR: buffer_text(out, "error"); break;
    case BREAK_REPORT: buffer_text(out, "report"); break;
    case BREAK_WATCH: buffer_format(out, "watch %s = %s", b->text, b->value ? b->value : "?"); break;
    }
    if (b->condition)
        buffer_format(out, " if %s", b->condition);
}

static void told(Stepper *stepper, const Break *b)
{
    Buffer text = { 0 };
    char number[16];
    snprintf(number, sizeof number, "%u", b->number);
    describe(stepper, b, &text);
    SAY(stepper, step_break_set, number, buffer_string(&text));
    buffer_free(&text);
}

static bool file_named(const Recording *recording, const char *name, size_t length, uint32_t *file)
{
    for (uint32_t i = 0; i < recording->files.count; i++) {
        const char *full = recording->files.items[i].name, *slash = strrchr(full, '/');
        const char *base = slash ? slash + 1 : full;
        if ((strlen(full) == length && memcmp(full, name, length) == 0) ||
            (strlen(base) == length && memcmp(base, name, length) == 0)) {
            *file = i;
            return true;
        }
    }
    return false;
}

static bool is_code(const Recording *recording, uint32_t file, uint32_t line)
{
    size_t length;
    const char *text = recording_line(recording, file, line, &length);
    if (!text)
        return false;
    while (length && (*text == ' ' || *text == '\t' || *text == '\r'))
        text++, length--;
    return length > 0 && *text != '#';
}

/* [FILE:]LINE; false: it does not look like one. *file UINT32_MAX: there is no such file. */
static bool parse_line(const Stepper *stepper, const char *text, uint32_t *file, uint32_t *line)
{
    const char *colon = strrchr(text, ':'), *digits = colon ? colon + 1 : text;
    char *end;
    unsigned long n = strtoul(digits, &end, 10);
    if (!isdigit((unsigned char)*digits) || *end || n > 100000000)
        return false;
    TracePlace at = stepper->state->where;
    *file = at.fn ? at.file : 0;
    *line = (uint32_t)n;
    if (!colon || file_named(stepper->recording, text, (size_t)(colon - text), file))
        return true;
    *file = UINT32_MAX;
    return true;
}

static bool is_name(const char *text)
{
    for (const char *p = text; *p; p++)
        if (!isalnum((unsigned char)*p) && *p != '_' && *p != '.' && !(*p & 0x80))
            return false;
    return *text && !isdigit((unsigned char)*text);
}

/* Does the source define it? */
static bool is_defined(const Recording *recording, const char *fn)
{
    const char *dot = strrchr(fn, '.'), *name = dot ? dot + 1 : fn;
    char pattern[200];
    snprintf(pattern, sizeof pattern, "def %s(", name);
    for (uint32_t i = 0; i < recording->files.count; i++)
        if (recording->files.items[i].text &&
            memmem(recording->files.items[i].text, recording->files.items[i].length, pattern, strlen(pattern)))
            return true;
    return false;
}

/* How a word is used that cannot stand alone; NULL: it can. */
static const char *wants_more(const char *word)
{
    static const char *const rows[][2] = { { "task", "break task T2" }, { "event", "break event NAME" },
                                           { "time", "break time 0.2s" }, { "out", "break out TEXT" } };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(word, rows[i][0]) == 0)
            return rows[i][1];
    return NULL;
}

/* Could it be computed if all its names were there? Else says why not. */
static bool is_expression(Stepper *stepper, const char *text, const char *where)
{
    ExprResult result;
    if (!*text) {
        SAY(stepper, step_wants_expr, where);
        return false;
    }
    if (expr_check(stepper->state, stepper->lang, text, &result))
        return true;
    buffer_text(&stepper->text, result.text);
    buffer_text(&stepper->text, "\n");
    return false;
}

bool breaks_add(Stepper *stepper, char *arguments, bool once)
{
    char *text = skip_blanks(arguments), *condition = cut_condition(text);
    trim(text);
    Break b = { .once = once };
    const char *kept = NULL;
    char *rest = text;
    while (*rest && *rest != ' ')
        rest++;
    char *word_end = rest;
    rest = skip_blanks(rest);
    bool lone = *rest == 0;
    char word[32] = "";
    if ((size_t)(word_end - text) < sizeof word)
        memcpy(word, text, (size_t)(word_end - text));
    if (condition && !is_expression(stepper, condition, "if"))
        return false;
    if (*text == 0 && !condition) {
        breaks_list(stepper);
        return true;
    }
    if (*text == 0) {
        SAY(stepper, step_usage, "break WHERE [if EXPR]");
        return false;
    }
    if (strcmp(word, "task") == 0 && !lone && rest[0] == 'T' && isdigit((unsigned char)rest[1])) {
        b.kind = BREAK_TASK;
        b.task = ID('T', (uint32_t)strtoul(rest + 1, NULL, 10));
    } else if (strcmp(word, "event") == 0 && !lone) {
        int kind = event_kind_of(rest, strlen(rest));
        if (kind < 0) {
            SAY(stepper, step_no_event, rest);
            return false;
        }
        b.kind = BREAK_EVENT;
        b.event = (uint16_t)kind;
    } else if (strcmp(word, "time") == 0 && !lone) {
        b.kind = BREAK_TIME;
        if (!args_time(rest, &b.time_us)) {
            SAY(stepper, step_no_time, rest);
            return false;
        }
    } else if (strcmp(word, "out") == 0 && !lone) {
        b.kind = BREAK_OUT;
        size_t length = strlen(rest);
        if (length > 1 && (*rest == '"' || *rest == '\'') && rest[length - 1] == *rest) {
            rest[length - 1] = 0;
            rest++;
        }
        kept = rest;
    } else if (strcmp(word, "error") == 0 && lone) {
        b.kind = BREAK_ERROR;
    } else if (strcmp(word, "report") == 0 && lone) {
        b.kind = BREAK_REPORT;
    } else if (parse_line(stepper, text, &b.file, &b.line)) {
        b.kind = BREAK_LINE;
        if (b.file == UINT32_MAX) {
            *strrchr(text, ':') = 0;
            SAY(stepper, step_no_file, text);
            return false;
        }
        if (!is_code(stepper->recording, b.file, b.line)) {
            SAY(stepper, step_no_code, text);
            return false;
        }
    } else if (lone && wants_more(word) && !is_defined(stepper->recording, word)) {
        SAY(stepper, step_usage, wants_more(word));
        return false;
    } else if (is_name(text)) {
        b.kind = BREAK_FUNCTION;
        kept = text;
        if (!is_defined(stepper->recording, text)) {
            SAY(stepper, step_no_function, text);
            return false;
        }
    } else {
        SAY(stepper, step_break_what, text);
        return false;
    }
    Break *added = add(stepper, b, kept, condition);
    if (added)
        told(stepper, added);
    return added != NULL;
}

bool breaks_watch(Stepper *stepper, const char *expr)
{
    FrameView frames[FRAMES_MAX];
    ExprResult result;
    size_t count = stepper_frames(stepper, frames);
    if (!is_expression(stepper, expr, "watch"))
        return false;
    expr_evaluate(stepper->state, frames, count, stepper->lang, expr, &result);
    Break b = { .kind = BREAK_WATCH, .task = stepper->task, .frame = count ? frames[count - 1].frame : (Id){ 0 } };
    if (result.ok)
        b.value = text_copy(result.text);
    else
        b.value = text_copy("?");
    Break *added = b.value ? add(stepper, b, expr, NULL) : NULL;
    if (!added) {
        text_free(b.value);
        return false;
    }
    told(stepper, added);
    return true;
}

void breaks_clear(Stepper *stepper, Break *b)
{
    uint32_t index = (uint32_t)(b - stepper->breaks.items);
    text_free(b->text);
    text_free(b->condition);
    text_free(b->value);
    memmove(b, b + 1, (stepper->breaks.count - index - 1) * sizeof *b);
    stepper->breaks.count--;
}

void breaks_list(Stepper *stepper)
{
    for (uint32_t i = 0; i < stepper->breaks.count; i++) {
        const Break *b = &stepper->breaks.items[i];
        Buffer *out = &stepper->text;
        buffer_format(out, "%u  ", b->number);
        describe(stepper, b, out);
        char hits[16];
        snprintf(hits, sizeof hits, "%u", b->hits);
        char text[200];
        if (b->once) {
            MESSAGE(text, sizeof text, stepper->lang, step_break_once, "");
            buffer_format(out, "  %s", text);
        }
        if (b->hits) {
            MESSAGE(text, sizeof text, stepper->lang, step_break_hits, hits);
            buffer_format(out, "  %s", text);
        }
        buffer_text(out, "\n");
    }
    if (stepper->breaks.count == 0)
        SAY(stepper, step_no_breaks, "");
}

void breaks_free(Stepper *stepper)
{
    while (stepper->breaks.count)
        breaks_clear(stepper, &stepper->breaks.items[stepper->breaks.count - 1]);
    vec_free(&stepper->breaks);
}
