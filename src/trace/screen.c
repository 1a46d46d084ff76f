/* screen.c - the page above the prompt: source with ready queue and timers beside it, tasks, output, and the reason
 * below. The whole page is made as text first and written at once, from the upper left corner, so that nothing
 * flickers; where each pane stands depends on the terminal's size alone, so that nothing jumps. */
#include "trace/stepper_internal.h"

#include "base/platform.h"
#include "trace/narrate.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS_MIN = 80, ROWS_MIN = 24, ROWS_MAX = 300, COLUMNS_MAX = 400 };

static const char BOLD[] = "1", DIM[] = "2", RED[] = "31", GREEN[] = "32", YELLOW[] = "33", CYAN[] = "36";

typedef struct Page {
    Stepper *stepper;
    Buffer *out;
    size_t columns, left, right; /* inner widths                                                            */
    size_t source, tasks, output, ready; /* rows                                                            */
    const char *const *box;
} Page;

/* Signs of the frame: horizontal, vertical, corners and crossings by where they stand. */
enum { BOX_H, BOX_V, BOX_TL, BOX_T, BOX_TR, BOX_L, BOX_R, BOX_B, BOX_BL, BOX_BR };
static const char *const box_lines[] = { "\xe2\x94\x80", "\xe2\x94\x82", "\xe2\x94\x8c", "\xe2\x94\xac", "\xe2\x94\x90",
                                         "\xe2\x94\x9c", "\xe2\x94\xa4", "\xe2\x94\xb4", "\xe2\x94\x94", "\xe2\x94\x98" };
static const char *const box_ascii[] = { "-", "|", "+", "+", "+", "+", "+", "+", "+", "+" };

bool screen_fits(int columns, int rows)
{
    return columns >= COLUMNS_MIN && rows >= ROWS_MIN;
}

/* --- pieces ------------------------------------------------------------------------------------------------------- */

static void paint(const Page *page, const char *colour)
{
    if (page->stepper->options.colour)
        buffer_format(page->out, "\x1b[%sm", colour ? colour : "0");
}

static void frame_sign(const Page *page, int sign)
{
    paint(page, DIM);
    buffer_text(page->out, page->box[sign]);
    paint(page, NULL);
}

/* "─ title ────": so many columns. */
static void border(const Page *page, Message title, size_t width)
{
    const char *text = message_text(title, page->stepper->lang);
    size_t used = buffer_width(text, strlen(text)) + 3;
    paint(page, DIM);
    buffer_text(page->out, page->box[BOX_H]);
    paint(page, NULL);
    buffer_format(page->out, " %s ", text);
    paint(page, DIM);
    buffer_repeat(page->out, page->box[BOX_H], width > used ? width - used : 0);
    paint(page, NULL);
}

static void fit(const Page *page, const Buffer *text, size_t width)
{
    buffer_fit(page->out, buffer_string(text), text->length, width);
}

/* "+N more" in a row of its own. */
static void more(const Page *page, size_t count, size_t width)
{
    char text[100], number[24];
    snprintf(number, sizeof number, "%zu", count);
    size_t length = MESSAGE(text, sizeof text, page->stepper->lang, step_more, number);
    paint(page, DIM);
    buffer_fit(page->out, text, length, width);
    paint(page, NULL);
}

/* --- source ------------------------------------------------------------------------------------------------------- */

typedef struct Mark {
    Id task;
    uint32_t line, file;
} Mark;

typedef struct SourceView {
    VEC(uint32_t) lines;     /* the numbers of those that can be shown                                        */
    VEC(Mark) marks;
    uint32_t file, current;
    size_t from, count;      /* of `lines`: what is shown                                                    */
} SourceView;

static bool is_blank(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r')
            return false;
    return true;
}

/* Blank lines are left out when not all lines fit. The window moves only when the current line leaves it. */
static void source_prepare(const Page *page, SourceView *view)
{
    Stepper *stepper = page->stepper;
    const State *state = stepper->state;
    TracePlace at = stepper_place(stepper);
    view->file = at.fn ? at.file : 0;
    view->current = at.line;
    uint32_t count = view->file < stepper->recording->files.count ? stepper->recording->files.items[view->file].line_count : 0;
    size_t current = 0;
    for (uint32_t line = 1; line <= count; line++) {
        size_t length = 0;
        const char *text = recording_line(stepper->recording, view->file, line, &length);
        if (!text || (is_blank(text, length) && (count > page->source || line == count)))
            continue;
        if (!vec_reserve(&view->lines, 1))
            return;
        if (line <= view->current)
            current = view->lines.count;
        view->lines.items[view->lines.count++] = line;
    }
    for (uint32_t i = 0; i < state->tasks.count && !asking_hides(stepper, true); i++) {
        const StateTask *task = &state->tasks.items[i];
        FrameView frames[FRAMES_MAX];
        size_t n = task->id.n && task->state < TASK_STATE_DONE ? frames_of(state, task->id, frames) : 0;
        if (n && vec_reserve(&view->marks, 1))
            view->marks.items[view->marks.count++] = (Mark){ task->id, frames[n - 1].line, frames[n - 1].file };
    }
    size_t rows = page->source, total = view->lines.count, top = stepper->top;
    if (total <= rows)
        top = 0;
    else if (current < top || (top && current < top + 1))
        top = current > 2 ? current - 2 : 0;
    else if (current + 3 > top + rows)
        top = current + rows / 2 + 1 > rows ? current + rows / 2 + 1 - rows : 0;
    if (total > rows && top > total - rows)
        top = total - rows;
    stepper->top = (uint32_t)top;
    view->from = top;
    view->count = total - top < rows ? total - top : rows;
}

static void source_row(const Page *page, const SourceView *view, size_t row)
{
    const Stepper *stepper = page->stepper;
    if (row >= view->count) {
        buffer_repeat(page->out, " ", page->left);
        return;
    }
    uint32_t line = view->lines.items[view->from + row], shown = 0, marks_count = 0;
    Buffer text = { .ascii = stepper->ascii }, marks = { 0 };
    bool current = line == view->current;
    int digits = 2;
    for (uint32_t last = view->lines.items[view->lines.count - 1]; last >= 100; last /= 10)
        digits++;
    size_t length = 0;
    const char *source = recording_line(stepper->recording, view->file, line, &length);
    while (length && (source[length - 1] == '\r' || source[length - 1] == ' '))
        length--;
    for (uint32_t i = 0; i < view->marks.count; i++) {
        if (view->marks.items[i].line != line || view->marks.items[i].file != view->file)
            continue;
        marks_count++;
        if (shown < 2) {
            buffer_text(&marks, shown++ ? " " : "");
            view_id(&marks, view->marks.items[i].task);
        }
    }
    if (marks_count > shown)
        buffer_format(&marks, " +%u", marks_count - shown);
    buffer_format(&text, "%s%*u ", current ? "=>" : "  ", digits, line);
    size_t prefix = text.length, room = page->left - prefix - (marks.length ? marks.length + 1 : 0);
    paint(page, current ? BOLD : NULL);
    buffer_add(page->out, text.bytes, text.length);
    buffer_fit(page->out, source, length, room);
    paint(page, NULL);
    if (marks.length) {
        buffer_text(page->out, " ");
        paint(page, CYAN);
        buffer_add(page->out, marks.bytes, marks.length);
        paint(page, NULL);
    }
    buffer_free(&text);
    buffer_free(&marks);
}

/* --- beside it ------------------------------------------------------------------------------------------------------ */

/* Columns that do not fit come as near to each other as they can. */
static void close_up(Buffer *text)
{
    size_t to = 0;
    for (size_t i = 0; i < text->length; i++)
        if (text->bytes[i] != ' ' || i == 0 || text->bytes[i - 1] != ' ' || to == 0)
            text->bytes[to++] = text->bytes[i];
    text->length = to;
}

static void list_row(const Page *page, size_t row, size_t rows, size_t count, bool timers)
{
    Buffer text = { .ascii = page->stepper->ascii };
    if (asking_hides(page->stepper, false)) {
        if (row == 0)
            buffer_text(&text, message_text(asking_hidden(page->stepper), page->stepper->lang));
        fit(page, &text, page->right);
        buffer_free(&text);
        return;
    }
    if (row == rows - 1 && count > rows) {
        more(page, count - rows + 1, page->right);
        return;
    }
    if (row < count && timers)
        view_timer(page->stepper, (uint32_t)row, &text);
    else if (row < count)
        view_ready(page->stepper, (uint32_t)row, &text);
    if (buffer_width(text.bytes, text.length) > page->right)
        close_up(&text);
    fit(page, &text, page->right);
    buffer_free(&text);
}

static void upper_row(const Page *page, const SourceView *view, size_t row)
{
    const State *state = page->stepper->state;
    frame_sign(page, BOX_V);
    source_row(page, view, row);
    if (row == page->ready) {
        frame_sign(page, BOX_L);
        border(page, MSG_step_pane_timers, page->right);
        frame_sign(page, BOX_R);
    } else {
        frame_sign(page, BOX_V);
        if (row < page->ready)
            list_row(page, row, page->ready, state->ready.count, false);
        else
            list_row(page, row - page->ready - 1, page->source - page->ready - 1, state->timers.count, true);
        frame_sign(page, BOX_V);
    }
    buffer_text(page->out, "\n");
}

/* --- tasks ---------------------------------------------------------------------------------------------------------- */

static const char *state_colour(const StateTask *task)
{
    switch (task->state) {
    case TASK_STATE_RUNNING: return GREEN;
    case TASK_STATE_READY: return YELLOW;
    case TASK_STATE_WAITING: return CYAN;
    case TASK_STATE_FAILED: return RED;
    default: return DIM;
    }
}

static void pad(Buffer *out, const char *text, size_t width)
{
    buffer_fit(out, text, strlen(text), width);
}

/* As many variables as fit whole behind `used` columns. */
static void locals_that_fit(const Page *page, const FrameView *frame, size_t used, Buffer *out)
{
    size_t room = page->columns - 2 > used ? page->columns - 2 - used : 0;
    Buffer one = { .ascii = page->stepper->ascii };
    for (uint32_t i = 0; i < frame->local_count; i++) {
        FrameView single = { .locals = frame->locals + i, .local_count = 1 };
        buffer_clear(&one);
        view_locals(page->stepper, &single, &one);
        size_t width = buffer_width(buffer_string(&one), one.length), before = buffer_width(buffer_string(out), out->length);
        bool last = i + 1 == frame->local_count;
        if (before + (i > 0) + width + (last ? 0 : page->stepper->ascii ? 4 : 2) > room) {
            const char *more = page->stepper->ascii ? " ..." : " \xe2\x80\xa6";
            if (i > 0)
                buffer_text(out, more);
            break;
        }
        buffer_text(out, i > 0 ? " " : "");
        buffer_add(out, buffer_string(&one), one.length);
    }
    buffer_free(&one);
}

static void row_with_right(const Page *page, Buffer *text, const Buffer *right)
{
    size_t width = page->columns - 2, used = buffer_width(buffer_string(text), text->length);
    size_t needs = buffer_width(buffer_string(right), right->length);
    if (needs && used + 2 + needs <= width) {
        fit(page, text, width - needs);
        buffer_add(page->out, right->bytes, right->length);
    } else {
        fit(page, text, width);
    }
}

static void task_row(const Page *page, const StateTask *task)
{
    Stepper *stepper = page->stepper;
    const TraceEvent *event = stepper_at(stepper);
    Buffer text = { .ascii = stepper->ascii }, locals = { .ascii = stepper->ascii };
    bool current = event && id_same(task->id, event_task(stepper->state, event)) && task->id.n;
    Buffer id = { 0 };
    view_id(&id, task->id);
    buffer_text(&text, current ? "* " : "  ");
    pad(&text, buffer_string(&id), id.length > 2 ? id.length : 2);
    buffer_free(&id);
    buffer_text(&text, " ");
    pad(&text, task->fn ? task->fn : "?", view_name_width(stepper));
    buffer_text(&text, " ");
    size_t before = text.length;
    pad(&text, view_state(stepper, task), 9);
    size_t after = text.length;
    buffer_text(&text, " ");
    view_task_where(stepper, task, &text);
    FrameView frames[FRAMES_MAX];
    size_t count = task->state < TASK_STATE_DONE ? frames_of(stepper->state, task->id, frames) : 0;
    if (count)
        locals_that_fit(page, &frames[count - 1], buffer_width(buffer_string(&text), text.length) + 2, &locals);
    size_t start = page->out->length;
    row_with_right(page, &text, &locals);
    if (stepper->options.colour && !page->out->failed) { /* colours the state's word where it now stands */
        Buffer row = { 0 };
        buffer_add(&row, page->out->bytes + start, page->out->length - start);
        page->out->length = start;
        paint(page, current ? BOLD : NULL);
        buffer_add(page->out, row.bytes, before);
        paint(page, state_colour(task));
        buffer_add(page->out, row.bytes + before, after - before);
        paint(page, NULL);
        buffer_add(page->out, row.bytes + after, row.length - after);
        buffer_free(&row);
    }
    buffer_free(&text);
    buffer_free(&locals);
}

/* A greenlet or generator that is not over; those without a name of their own are left out. */
static bool is_coro_row(const StateCoro *coro)
{
    bool over = coro->state == CORO_DONE || coro->state == CORO_DROPPED;
    return coro->id.n && !over && !(coro->id.letter == 'Y' && (!coro->fn || coro->fn[0] == '<'));
}

static void coro_row(const Page *page, const StateCoro *coro)
{
    Buffer text = { .ascii = page->stepper->ascii }, right = { 0 }, id = { 0 };
    Lang lang = page->stepper->lang;
    bool current = id_same(page->stepper->state->greenlet, coro->id) && !page->stepper->state->task.n;
    buffer_text(&text, current ? "* " : "  ");
    view_id(&id, coro->id);
    pad(&text, buffer_string(&id), id.length > 2 ? id.length : 2);
    buffer_free(&id);
    buffer_text(&text, " ");
    pad(&text, view_coro_name(page->stepper, coro), view_name_width(page->stepper));
    buffer_text(&text, " ");
    static const Message words[] = { MSG_step_not_begun, MSG_word_suspended, MSG_word_running };
    const char *word = message_text(words[coro->state], lang);
    size_t width = buffer_width(word, strlen(word));
    pad(&text, word, width > 9 ? width : 9);
    buffer_text(&text, " ");
    size_t before = text.length;
    const StateFrame *frame = state_frame(page->stepper->state, coro->frame);
    if (coro->chain_count)
        buffer_format(&text, "%s:%u", coro->chain[coro->chain_count - 1].at.fn, coro->chain[coro->chain_count - 1].at.line);
    else if (frame)
        buffer_format(&text, "%s:%u", frame->fn, frame->line);
    else if (current && page->stepper->state->where.line)
        buffer_format(&text, "%s:%u", page->stepper->state->where.fn, page->stepper->state->where.line);
    if (coro->state == CORO_SUSPENDED) {
        buffer_text(&text, text.length > before ? ", " : "");
        buffer_text(&text, message_text(coro->id.letter == 'G' ? MSG_step_by_switch : MSG_step_by_next, lang));
    }
    row_with_right(page, &text, &right);
    buffer_free(&text);
}

static size_t count_rows(const Stepper *stepper, size_t *current)
{
    const State *state = stepper->state;
    const TraceEvent *event = stepper_at(stepper);
    size_t count = 0;
    *current = 0;
    for (uint32_t i = 0; i < state->tasks.count; i++) {
        if (!view_is_row(stepper, &state->tasks.items[i]))
            continue;
        if (event && id_same(state->tasks.items[i].id, event_task(state, event)))
            *current = count;
        count++;
    }
    for (uint32_t i = 0; i < state->greenlets.count; i++)
        count += is_coro_row(&state->greenlets.items[i]);
    for (uint32_t i = 0; i < state->generators.count; i++)
        count += is_coro_row(&state->generators.items[i]);
    return count;
}

static void tasks_pane(const Page *page)
{
    const State *state = page->stepper->state;
    if (asking_hides(page->stepper, true)) {
        for (size_t row = 0; row < page->tasks; row++) {
            const char *text = row ? "" : message_text(asking_hidden(page->stepper), page->stepper->lang);
            frame_sign(page, BOX_V);
            buffer_fit(page->out, text, strlen(text), page->columns - 2);
            frame_sign(page, BOX_V);
            buffer_text(page->out, "\n");
        }
        return;
    }
    size_t current, count = count_rows(page->stepper, &current), rows = page->tasks, skip = 0, at = 0, shown = 0;
    size_t room = count > rows ? rows - 1 : rows;
    if (current >= room)
        skip = current - room + 1;
    uint32_t tasks = state->tasks.count, greenlets = state->greenlets.count, generators = state->generators.count;
    for (uint32_t i = 0; i < tasks + greenlets + generators && shown < room; i++) {
        const StateTask *task = i < tasks ? &state->tasks.items[i] : NULL;
        const StateCoro *coro = task                      ? NULL
                                : i < tasks + greenlets   ? &state->greenlets.items[i - tasks]
                                                          : &state->generators.items[i - tasks - greenlets];
        if ((task ? !view_is_row(page->stepper, task) : !is_coro_row(coro)) || at++ < skip)
            continue;
        frame_sign(page, BOX_V);
        if (task)
            task_row(page, task);
        else
            coro_row(page, coro);
        frame_sign(page, BOX_V);
        buffer_text(page->out, "\n");
        shown++;
    }
    for (; shown < rows; shown++) {
        frame_sign(page, BOX_V);
        if (count > rows && shown == rows - 1)
            more(page, count - room, page->columns - 2);
        else
            buffer_repeat(page->out, " ", page->columns - 2);
        frame_sign(page, BOX_V);
        buffer_text(page->out, "\n");
    }
}

/* --- output ------------------------------------------------------------------------------------------------------- */

typedef struct OutLine {
    Id by;
    size_t start, length;
} OutLine;

/* What was printed and read, as lines: the last ones. */
static void output_pane(const Page *page)
{
    enum { LOOK_BACK = 500 };
    const State *state = page->stepper->state;
    Buffer all = { 0 };
    VEC(OutLine) lines = { 0 };
    bool open = false;
    size_t total = 0;
    uint32_t from = state->output.count > LOOK_BACK ? state->output.count - LOOK_BACK : 0;
    for (uint32_t i = 0; i < from; i++)
        for (const char *p = state->output.items[i].text, *end = p + state->output.items[i].length;
             (p = memchr(p, '\n', (size_t)(end - p))) != NULL; p++)
            total++;
    for (uint32_t i = from; i < state->output.count; i++) {
        const StateOutput *piece = &state->output.items[i];
        for (size_t k = 0; k < piece->length; k++) {
            char c = piece->text[k];
            if (!open) {
                if (!vec_reserve(&lines, 1))
                    break;
                lines.items[lines.count++] = (OutLine){ piece->by, all.length, 0 };
                open = true;
            }
            if (c == '\n')
                open = false;
            else
                buffer_add(&all, &c, 1);
            if (lines.count)
                lines.items[lines.count - 1].length = all.length - lines.items[lines.count - 1].start;
        }
        if (piece->fd == 0 && open) /* a line that was read ends with its Enter */
            open = false;
    }
    total += lines.count;
    size_t first = lines.count > page->output ? lines.count - page->output : 0;
    for (size_t row = 0; row < page->output; row++) {
        Buffer id = { 0 }, hidden = { 0 };
        size_t width = page->columns - 2 - 4;
        bool last = row == page->output - 1 && total > page->output;
        if (last) {
            char text[100], number[24];
            snprintf(number, sizeof number, "%zu", total - page->output);
            buffer_text(&hidden, "  ");
            buffer_add(&hidden, text, MESSAGE(text, sizeof text, page->stepper->lang, step_more, number));
            width -= buffer_width(hidden.bytes, hidden.length);
        }
        frame_sign(page, BOX_V);
        if (first + row < lines.count) {
            const OutLine *line = &lines.items[first + row];
            view_id(&id, line->by);
            buffer_fit(page->out, buffer_string(&id), id.length, 2);
            frame_sign(page, BOX_V);
            buffer_text(page->out, " ");
            buffer_fit(page->out, buffer_string(&all) + line->start, line->length, width);
        } else {
            buffer_repeat(page->out, " ", width + 4);
        }
        if (last) {
            paint(page, DIM);
            buffer_add(page->out, hidden.bytes, hidden.length);
            paint(page, NULL);
        }
        frame_sign(page, BOX_V);
        buffer_text(page->out, "\n");
        buffer_free(&id);
        buffer_free(&hidden);
    }
    buffer_free(&all);
    vec_free(&lines);
}

/* --- the whole ------------------------------------------------------------------------------------------------------ */

static void text_row(const Page *page, const char *text, size_t length)
{
    buffer_cut(page->out, text, length, page->columns);
    buffer_text(page->out, "\n");
}

static size_t count_lines(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == '\n' || i == length - 1;
    return count;
}

/* Lines of the last answer, from text_shown; fills `rows` rows. */
static void answer_rows(const Page *page, size_t rows)
{
    Stepper *stepper = page->stepper;
    const char *text = buffer_string(&stepper->text) + stepper->text_shown, *end = buffer_string(&stepper->text) + stepper->text.length;
    size_t left = count_lines(text, (size_t)(end - text)), room = left > rows ? rows - 1 : rows;
    for (size_t row = 0; row < room; row++) {
        const char *newline = text < end ? memchr(text, '\n', (size_t)(end - text)) : NULL;
        const char *stop = newline ? newline : end;
        text_row(page, text, (size_t)(stop - text));
        text = newline ? newline + 1 : end;
    }
    if (left > rows) {
        char line[200], number[24];
        snprintf(number, sizeof number, "%zu", left - room);
        text_row(page, line, MESSAGE(line, sizeof line, stepper->lang, step_more_enter, number));
    }
    stepper->text_next = (size_t)(text - buffer_string(&stepper->text));
}

/* "line 27" and "0.200 s" stay together. */
static bool is_glue(const char *text, size_t at, size_t length)
{
    bool number = at > 0 && isdigit((unsigned char)text[at - 1]);
    return at + 1 < length && (isdigit((unsigned char)text[at + 1]) || (number && (text[at + 1] & 0x80)) ||
                               (number && text[at + 1] == 's' && (at + 2 == length || !isalnum((unsigned char)text[at + 2]))));
}

/* Where a line of so many columns ends: at a blank if there is one, else between two characters. */
static size_t wrap_at(const char *text, size_t length, size_t width)
{
    size_t end = 0, blank = 0;
    while (end < length && buffer_width(text, end + 1) <= width) {
        if (text[end] == ' ' && !is_glue(text, end, length))
            blank = end;
        end++;
    }
    if (end == length)
        return length;
    while (end > 0 && ((unsigned char)text[end] & 0xC0) == 0x80)
        end--;
    return blank > end / 2 ? blank : end;
}

size_t screen_wrap(Buffer *out, const char *text, size_t length, size_t width)
{
    size_t rows = 0;
    while (length > 0) {
        size_t end = wrap_at(text, length, width);
        buffer_add(out, text, end);
        buffer_text(out, "\n");
        rows++;
        while (end < length && text[end] == ' ')
            end++;
        text += end;
        length -= end;
    }
    return rows;
}

/* An answer's long lines go on below, further in. */
void screen_wrap_answer(Stepper *stepper)
{
    enum { MORE = 4, DEEPEST = 20 };
    Buffer out = { .ascii = stepper->ascii };
    const char *p = buffer_string(&stepper->text), *end = p + stepper->text.length;
    size_t columns = (size_t)(stepper->columns < COLUMNS_MAX ? stepper->columns : COLUMNS_MAX);
    while (p < end) {
        const char *newline = memchr(p, '\n', (size_t)(end - p)), *stop = newline ? newline : end;
        size_t indent = 0, length = (size_t)(stop - p);
        while (indent < length && p[indent] == ' ')
            indent++;
        size_t first = buffer_width(p, length) > columns ? wrap_at(p, length, columns) : length;
        buffer_add(&out, p, first);
        buffer_text(&out, "\n");
        while (first < length && p[first] == ' ')
            first++;
        indent = indent + MORE < DEEPEST ? indent + MORE : DEEPEST;
        for (const char *rest = p + first; rest < stop;) {
            size_t piece = wrap_at(rest, (size_t)(stop - rest), columns - indent);
            buffer_repeat(&out, " ", indent);
            buffer_add(&out, rest, piece);
            buffer_text(&out, "\n");
            for (rest += piece; rest < stop && *rest == ' ';)
                rest++;
        }
        p = stop + 1;
    }
    if (!out.failed) {
        buffer_free(&stepper->text);
        stepper->text = out;
    } else {
        buffer_free(&out);
    }
}

/* Text in at most so many rows: what does not go into them is cut at the end of the last. How many it took. */
static size_t bottom_part(const Page *page, const char *colour, const char *text, size_t length, size_t rows)
{
    Buffer wrapped = { 0 };
    size_t needs = screen_wrap(&wrapped, text, length, page->columns), row = 0;
    const char *rest = text, *end = text + length;
    for (const char *p = buffer_string(&wrapped), *stop; row < rows && row < needs; p = stop + 1, row++) {
        stop = strchr(p, '\n');
        paint(page, colour);
        if (row + 1 == rows)
            buffer_cut(page->out, rest, (size_t)(end - rest), page->columns);
        else
            buffer_add(page->out, p, (size_t)(stop - p));
        paint(page, NULL);
        buffer_text(page->out, "\n");
        for (rest += stop - p; rest < end && *rest == ' ';)
            rest++;
    }
    buffer_free(&wrapped);
    return row;
}

/* Why it stands here, what comes next, what else is to be told. The reason has what the others leave: each keeps a row. */
static void bottom(const Page *page)
{
    enum { ROWS = 3 };
    Stepper *stepper = page->stepper;
    const TraceEvent *event = stepper_at(stepper);
    char reason[NARRATE_MAX + 16] = "", next[NARRATE_MAX];
    size_t number = event ? (size_t)snprintf(reason, sizeof reason, "#%u ", event->index) : 0;
    size_t told = event ? narrate_reason(stepper->state, event, stepper->lang, reason + number, sizeof reason - number) : 0;
    size_t reason_length = told ? number + told : 0;
    bool quiz = stepper->quiz && quiz_level(stepper->quiz); /* what comes next may be asked */
    size_t next_length = event && !quiz ? narrate_next(stepper->state, stepper->lang, next, sizeof next) : 0;
    size_t note = stepper->note.length > 0;
    size_t used = bottom_part(page, BOLD, reason, reason_length, ROWS - (next_length > 0) - note);
    used += bottom_part(page, NULL, next, next_length, ROWS - used - note);
    used += bottom_part(page, CYAN, buffer_string(&stepper->note), stepper->note.length, ROWS - used);
    for (; used < ROWS; used++)
        buffer_text(page->out, "\n");
}

static void panes(const Page *page)
{
    Buffer left = { 0 }, right = { 0 };
    view_header(page->stepper, &left, &right);
    size_t width = buffer_width(right.bytes, right.length), needs = buffer_width(left.bytes, left.length);
    if (needs + 2 + width > page->columns) { /* the language can be seen anyway */
        const char *keys = message_text(MSG_step_keys, page->stepper->lang);
        buffer_clear(&right);
        buffer_text(&right, keys);
        width = buffer_width(right.bytes, right.length);
    }
    fit(page, &left, page->columns - width);
    buffer_add(page->out, right.bytes, right.length);
    buffer_text(page->out, "\n");
    buffer_free(&left);
    buffer_free(&right);

    frame_sign(page, BOX_TL);
    border(page, MSG_step_pane_source, page->left);
    frame_sign(page, BOX_T);
    border(page, MSG_step_pane_ready, page->right);
    frame_sign(page, BOX_TR);
    buffer_text(page->out, "\n");
    SourceView view = { 0 };
    source_prepare(page, &view);
    for (size_t row = 0; row < page->source; row++)
        upper_row(page, &view, row);
    vec_free(&view.lines);
    vec_free(&view.marks);

    frame_sign(page, BOX_L);
    border(page, MSG_step_pane_tasks, page->left);
    frame_sign(page, BOX_B);
    paint(page, DIM);
    buffer_repeat(page->out, page->box[BOX_H], page->right);
    paint(page, NULL);
    frame_sign(page, BOX_R);
    buffer_text(page->out, "\n");
    tasks_pane(page);

    frame_sign(page, BOX_L);
    border(page, MSG_step_pane_output, page->columns - 2);
    frame_sign(page, BOX_R);
    buffer_text(page->out, "\n");
    output_pane(page);

    frame_sign(page, BOX_BL);
    paint(page, DIM);
    buffer_repeat(page->out, page->box[BOX_H], page->columns - 2);
    paint(page, NULL);
    frame_sign(page, BOX_BR);
    buffer_text(page->out, "\n");
}

void screen_compose(Stepper *stepper, Buffer *out)
{
    enum { SOURCE = 9, TASKS = 4, OUTPUT = 2, RIGHT = 35, TASKS_MORE = 8, ANSWER = 3, SOURCE_LEAST = 5 };
    size_t columns = (size_t)(stepper->columns < COLUMNS_MAX ? stepper->columns : COLUMNS_MAX);
    size_t rows = (size_t)(stepper->rows < ROWS_MAX ? stepper->rows : ROWS_MAX);
    size_t extra = rows - ROWS_MIN;
    Page page = { .stepper = stepper, .out = out, .columns = columns, .box = stepper->ascii ? box_ascii : box_lines };
    out->ascii = stepper->ascii;
    page.right = RIGHT + (columns - COLUMNS_MIN) / 3;
    page.left = columns - 3 - page.right;
    size_t lines = stepper->recording->files.count ? stepper->recording->files.items[0].line_count : 0;
    size_t more_source = lines > SOURCE ? lines - SOURCE : 0; /* what the script needs, at most 3 of 4 rows */
    more_source = more_source < extra * 3 / 4 ? more_source : extra * 3 / 4;
    size_t more_tasks = extra - more_source < TASKS_MORE ? extra - more_source : TASKS_MORE;
    page.source = SOURCE + more_source;
    page.tasks = TASKS + more_tasks;
    page.output = OUTPUT + extra - more_source - more_tasks;
    page.ready = (page.source - 1) / 2;
    size_t answer = count_lines(buffer_string(&stepper->text), stepper->text.length), below = ANSWER;
    if (answer > ANSWER && answer <= ANSWER + page.source - SOURCE_LEAST) {
        below = answer; /* the source makes room, so that the panes stay */
        page.source -= below - ANSWER;
        page.ready = (page.source - 1) / 2;
    } else if (answer > ANSWER) {
        answer_rows(&page, rows - 1);
        return;
    }
    panes(&page);
    if (answer)
        answer_rows(&page, below);
    else
        bottom(&page);
}

void screen_draw(Stepper *stepper)
{
    int columns, rows;
    if (platform_terminal_size(stepper->prompt.out, &columns, &rows) == 0) {
        stepper->columns = columns;
        stepper->rows = rows;
    }
    if (!screen_fits(stepper->columns, stepper->rows)) { /* it became too small */
        stepper->screen = stepper->prompt.page = false;
        return;
    }
    Buffer page = { 0 }, frame = { 0 };
    screen_compose(stepper, &page);
    buffer_text(&frame, "\x1b[?25l\x1b[H");
    for (const char *p = buffer_string(&page), *end = p + page.length; p < end;) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        const char *stop = newline ? newline : end;
        buffer_text(&frame, "\x1b[K"); /* first: behind a full row it would take the last column away */
        buffer_add(&frame, p, (size_t)(stop - p));
        buffer_text(&frame, "\r\n");
        p = stop + 1;
    }
    buffer_text(&frame, "\x1b[K\x1b[?25h");
    prompt_write(&stepper->prompt, buffer_string(&frame), frame.length);
    buffer_free(&page);
    buffer_free(&frame);
}
