/* draw.c - the input on the screen: readline's own redisplay puts the lines of a block at column 0 and has one
 * prompt. Each redisplay lays the text out anew in rows of display columns and writes it in one go; the rows are
 * remembered, so that they can be erased when a task prints or the window changes. */
#include "repl/editor_internal.h"

#include "base/utf8.h"

#include <stdio.h>
#include <readline/readline.h>

void draw_write(const char *bytes, size_t count)
{
    (void)platform_write_all(1, bytes, count);
}

/* --- erasing --------------------------------------------------------------------------------------------- */

/* How many rows a row takes in a window that may have another width by now: a wide character is never cut. */
static uint32_t rows_of(const Editor *editor, uint32_t row, uint32_t until, uint32_t columns, uint32_t *column)
{
    uint32_t count = 1, from = editor->rows.items[row].cells;
    uint32_t end = row + 1 < editor->rows.count ? editor->rows.items[row + 1].cells : editor->cells.count;
    *column = 0;
    for (uint32_t i = from, seen = 0; i < end && seen < until; i++) {
        uint32_t width = editor->cells.items[i];
        seen += width;
        if (*column + width > columns) {
            count++;
            *column = 0;
        }
        *column += width;
    }
    return count;
}

/* How far the cursor stands below the first row. */
static uint32_t rows_above(const Editor *editor, int columns)
{
    uint32_t above = 0, column, width = columns > 0 ? (uint32_t)columns : 1;
    if (columns == editor->columns || editor->cursor_row >= editor->rows.count)
        return editor->cursor_row;
    for (uint32_t i = 0; i < editor->cursor_row; i++)
        above += rows_of(editor, i, UINT32_MAX, width, &column);
    above += rows_of(editor, editor->cursor_row, editor->cursor_column, width, &column) - 1;
    return above + (column == width); /* it stands in front of the next character */
}

/* CSI n A, B, C: moves by n; 0 would be taken for 1. */
static void put_move(Text *out, uint32_t n, char where)
{
    char code[24];
    if (n > 0)
        text_put(out, code, (size_t)snprintf(code, sizeof code, "\x1b[%u%c", n, where));
}

/* To the first row, column 0. */
static void put_home(const Editor *editor, int columns, Text *out)
{
    text_cstr(out, "\r");
    put_move(out, rows_above(editor, columns), 'A');
}

void draw_erase(Editor *editor)
{
    if (!editor->on_screen)
        return;
    Text out = { 0 };
    int columns = editor->columns, lines;
    platform_terminal_size(1, &columns, &lines);
    put_home(editor, columns, &out);
    text_cstr(&out, "\x1b[J");
    draw_write(out.items, out.count);
    vec_free(&out);
    editor->on_screen = false;
}

void draw_leave(Editor *editor)
{
    if (!editor->on_screen)
        return;
    Text out = { 0 };
    if (editor->rows.count > editor->cursor_row)
        put_move(&out, editor->rows.count - editor->cursor_row - 1, 'B');
    text_cstr(&out, "\r\n");
    draw_write(out.items, out.count);
    vec_free(&out);
    editor->on_screen = false;
}

/* --- laying out -------------------------------------------------------------------------------------------- */

typedef struct Layout {
    Text bytes;              /* all rows, one after the other */
    VEC(Row) rows;
    VEC(unsigned char) cells;
    uint32_t column, cursor_row, cursor_column;
    uint32_t columns;
    Paint paint;
    bool colour;
} Layout;

static void new_row(Layout *l)
{
    if (l->colour && l->paint != PAINT_PLAIN)
        text_cstr(&l->bytes, "\x1b[0m");
    l->paint = PAINT_PLAIN;
    if (l->rows.count > 0)
        l->rows.items[l->rows.count - 1].width = l->column;
    if (vec_reserve(&l->rows, 1))
        l->rows.items[l->rows.count++] = (Row){ .start = l->bytes.count, .cells = l->cells.count };
    l->column = 0;
}

static void set_paint(Layout *l, Paint paint)
{
    if (!l->colour || l->paint == paint)
        return;
    if (l->paint != PAINT_PLAIN)
        text_cstr(&l->bytes, "\x1b[0m");
    if (paint != PAINT_PLAIN && paint != PAINT_NAME) {
        text_cstr(&l->bytes, "\x1b[");
        text_cstr(&l->bytes, paint_codes[paint]);
        text_cstr(&l->bytes, "m");
    }
    l->paint = paint;
}

static void put_shown(Layout *l, const char *bytes, size_t count, uint32_t width, Paint paint)
{
    if (l->column + width > l->columns)
        new_row(l);
    set_paint(l, paint);
    text_put(&l->bytes, bytes, count);
    if (vec_reserve(&l->cells, 1))
        l->cells.items[l->cells.count++] = (unsigned char)width;
    l->column += width;
}

static void put_character(Layout *l, const char *bytes, size_t count, uint32_t point, Paint paint)
{
    char shown[8];
    if (point == '\t') {
        uint32_t blanks = 8 - l->column % 8;
        for (uint32_t i = 0; i < blanks; i++)
            put_shown(l, " ", 1, 1, paint);
    } else if (point < 32 || point == 127) {
        int n = snprintf(shown, sizeof shown, "^%c", point == 127 ? '?' : (char)(point + 64));
        put_shown(l, shown, (size_t)n, 2, paint);
    } else {
        put_shown(l, bytes, count, (uint32_t)utf8_width(point), paint);
    }
}

static size_t decode(const char *text, size_t length, uint32_t *point)
{
    int n = utf8_decode(text, length, point);
    if (n <= 0) { /* a byte that is none: shown as one column */
        *point = '?';
        return 1;
    }
    return (size_t)n;
}

static void put_prompt(Layout *l, const char *prompt)
{
    uint32_t point;
    for (size_t length = strlen(prompt), i = 0; i < length;) {
        size_t n = decode(prompt + i, length - i, &point);
        if (prompt[i] == '\n')
            new_row(l);
        else if (point > 2) /* \001 and \002 are readline's marks */
            put_character(l, prompt + i, n, point, PAINT_PLAIN);
        i += n;
    }
}

static void mark_cursor(Layout *l)
{
    if (l->column == l->columns)
        new_row(l);
    l->cursor_row = l->rows.count - 1;
    l->cursor_column = l->column;
}

static void lay_out(const Editor *editor, Layout *l)
{
    const char *text = rl_line_buffer ? rl_line_buffer : "";
    size_t length = (size_t)rl_end, one, other;
    VEC(unsigned char) paint = { 0 };
    bool painted = l->colour && vec_reserve(&paint, length + 1);
    if (painted) {
        paint_text(text, length, paint.items);
        if (!editor->unsaved_bracket &&
            paint_match(text, length, paint.items, (size_t)rl_point, &one, &other))
            paint.items[one] = paint.items[other] = PAINT_MATCH;
    }
    new_row(l);
    put_prompt(l, rl_display_prompt ? rl_display_prompt : "");
    for (size_t i = 0; i < length;) {
        uint32_t point;
        size_t n = decode(text + i, length - i, &point);
        if (i == (size_t)rl_point)
            mark_cursor(l);
        if (text[i] == '\n') {
            new_row(l);
            put_prompt(l, "... ");
        } else {
            put_character(l, point == '?' ? "?" : text + i, point == '?' ? 1 : n, point,
                          painted ? (Paint)paint.items[i] : PAINT_PLAIN);
        }
        i += n;
    }
    if ((size_t)rl_point >= length)
        mark_cursor(l);
    if (l->colour && l->paint != PAINT_PLAIN)
        text_cstr(&l->bytes, "\x1b[0m");
    if (l->rows.count > 0)
        l->rows.items[l->rows.count - 1].width = l->column;
    vec_free(&paint);
}

/* --- the screen ---------------------------------------------------------------------------------------------- */

/* The rows of `l` from `first` on, as many as `editor` has. */
static void put_rows(Editor *editor, const Layout *l, uint32_t first, Text *out)
{
    uint32_t count = editor->rows.count;
    for (uint32_t i = 0; i < count; i++) {
        const Row *row = &l->rows.items[first + i];
        uint32_t end = first + i + 1 < l->rows.count ? row[1].start : l->bytes.count;
        if (i > 0)
            text_cstr(out, "\r\n");
        text_put(out, l->bytes.items + row->start, end - row->start);
        if (row->width < l->columns)
            text_cstr(out, i + 1 < count ? "\x1b[K" : "\x1b[J");
    }
    put_move(out, count - 1 - editor->cursor_row, 'A');
    text_cstr(out, "\r");
    put_move(out, editor->cursor_column, 'C');
}

/* Remembers what will stand on the screen. Of a block that is higher than the window: the rows around the cursor.
 * Answers the first of them. */
static uint32_t keep_rows(Editor *editor, Layout *l, uint32_t lines)
{
    uint32_t first = 0, count = l->rows.count;
    if (count > lines) {
        first = l->cursor_row >= lines ? l->cursor_row - lines + 1 : 0;
        count = lines;
    }
    editor->rows.count = editor->cells.count = 0;
    if (!vec_reserve(&editor->rows, count) || !vec_reserve(&editor->cells, l->cells.count))
        return first;
    for (uint32_t i = 0; i < count; i++) {
        editor->rows.items[i] = l->rows.items[first + i];
        editor->rows.items[i].cells -= l->rows.items[first].cells;
    }
    editor->rows.count = count;
    for (uint32_t i = l->rows.items[first].cells; i < l->cells.count; i++)
        editor->cells.items[editor->cells.count++] = l->cells.items[i];
    editor->cursor_row = l->cursor_row - first;
    editor->cursor_column = l->cursor_column;
    return first;
}

void draw_redisplay(void)
{
    Editor *editor = editor_now();
    if (editor->muted)
        return;
    int columns = 80, lines = 24;
    if (platform_terminal_size(1, &columns, &lines) < 0 || columns < 8 || lines < 1) {
        columns = columns < 8 ? 80 : columns;
        lines = lines < 1 ? 24 : lines;
    }
    Layout l = { .columns = (uint32_t)columns, .colour = editor->repl->colour };
    Text out = { 0 };
    lay_out(editor, &l);
    if (editor->on_screen) {
        put_home(editor, columns, &out);
        if (columns != editor->columns)
            text_cstr(&out, "\x1b[J");
    } else {
        text_cstr(&out, "\r");
    }
    uint32_t first = l.rows.count > 0 ? keep_rows(editor, &l, (uint32_t)lines) : 0;
    editor->columns = columns;
    if (editor->rows.count > 0) {
        put_rows(editor, &l, first, &out);
        draw_write(out.items, out.count);
        editor->on_screen = true;
    }
    vec_free(&out);
    vec_free(&l.bytes);
    vec_free(&l.rows);
    vec_free(&l.cells);
}

/* The candidates in columns, above the input. */
void draw_matches(char **matches, int count, int longest)
{
    enum { MANY = 200 };
    Editor *editor = editor_now();
    int columns = 80, lines;
    Text out = { 0 };
    platform_terminal_size(1, &columns, &lines);
    draw_erase(editor);
    int width = 0;
    for (int i = 1; i <= count; i++) {
        int own = (int)utf8_text_width(matches[i], strlen(matches[i]));
        width = own > width ? own : width;
    }
    int across = columns / (width + 2) > 0 ? columns / (width + 2) : 1;
    for (int i = 1; i <= count && i <= MANY; i++) {
        text_cstr(&out, matches[i]);
        bool last = i % across == 0 || i == count || i == MANY;
        for (size_t have = utf8_text_width(matches[i], strlen(matches[i])); !last && have < (size_t)width + 2; have++)
            text_cstr(&out, " ");
        if (last)
            text_cstr(&out, "\r\n");
    }
    if (count > MANY)
        text_cstr(&out, "...\r\n");
    draw_write(out.items, out.count);
    vec_free(&out);
    draw_redisplay();
}
