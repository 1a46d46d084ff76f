/* keys.c - what keys do in an input of several lines. Only keys that still have readline's own meaning are taken:
 * what the learner has bound in ~/.inputrc stays. */
#include "repl/editor_internal.h"

#include "base/utf8.h"

#include <stdio.h>
#include <readline/history.h>
#include <readline/readline.h>

static size_t line_start(size_t at)
{
    while (at > 0 && rl_line_buffer[at - 1] != '\n')
        at--;
    return at;
}

static size_t line_end(size_t at)
{
    while (at < (size_t)rl_end && rl_line_buffer[at] != '\n')
        at++;
    return at;
}

void keys_set_text(const char *text)
{
    rl_begin_undo_group();
    rl_delete_text(0, rl_end);
    rl_point = 0;
    rl_insert_text(text);
    rl_end_undo_group();
}

static void note_settled(Editor *editor)
{
    editor->settled = true;
    text_clear(&editor->as_it_was);
    text_put(&editor->as_it_was, rl_line_buffer, (size_t)rl_end);
}

static bool is_settled(const Editor *editor)
{
    return editor->settled && editor->as_it_was.count == (uint32_t)rl_end &&
           memcmp(editor->as_it_was.items, rl_line_buffer, (size_t)rl_end) == 0;
}

/* --- Enter --------------------------------------------------------------------------------------------- */

static void insert_line(void)
{
    char blanks[202] = "\n";
    size_t indent = input_indent(rl_line_buffer, (size_t)rl_point);
    if (indent > 200)
        indent = 200;
    memset(blanks + 1, ' ', indent);
    blanks[indent + 1] = 0;
    while (rl_point < rl_end && rl_line_buffer[rl_point] == ' ') /* what follows has its own indentation */
        rl_delete_text(rl_point, rl_point + 1);
    rl_insert_text(blanks);
}

static bool is_to_run(Editor *editor)
{
    const char *text = rl_line_buffer;
    size_t length = (size_t)rl_end, used = length;
    bool searched = rl_last_func == rl_reverse_search_history || rl_last_func == rl_forward_search_history;
    bool several = memchr(text, '\n', length) != NULL;
    while (used > 0 && (text[used - 1] == ' ' || text[used - 1] == '\n' || text[used - 1] == '\t'))
        used--;
    bool at_end = (size_t)rl_point >= used || searched;
    if (!several && (used == 0 || text[0] == '%'))
        return true;
    if (several && !at_end)
        return false;
    bool settled = is_settled(editor) || searched || (several && input_ends_blank(text, length));
    return input_state(text, length, settled) != INPUT_OPEN;
}

static int key_enter(int count, int key)
{
    Editor *editor = editor_now();
    if (is_to_run(editor))
        rl_done = 1;
    else
        insert_line();
    return 0;
}

static int key_new_line(int count, int key)
{
    insert_line();
    return 0;
}

/* --- moving ---------------------------------------------------------------------------------------------- */

static int key_home(int count, int key)
{
    rl_point = (int)line_start((size_t)rl_point);
    return 0;
}

static int key_end(int count, int key)
{
    rl_point = (int)line_end((size_t)rl_point);
    return 0;
}

/* Into the line that begins at `start`, to the same display column. */
static void move_into(size_t start, size_t columns)
{
    size_t at = start, end = line_end(start);
    uint32_t point;
    for (size_t used = 0; at < end;) {
        int n = utf8_decode(rl_line_buffer + at, end - at, &point);
        used += n > 0 ? (size_t)utf8_width(point) : 1;
        if (used > columns)
            break;
        at += n > 0 ? (size_t)n : 1;
    }
    rl_point = (int)at;
}

static size_t column_now(size_t start)
{
    return utf8_text_width(rl_line_buffer + start, (size_t)rl_point - start);
}

static int key_up(int count, int key)
{
    Editor *editor = editor_now();
    size_t start = line_start((size_t)rl_point);
    if (start > 0) {
        move_into(line_start(start - 1), column_now(start));
        return 0;
    }
    if (editor->repl->offer.count > 0 && !editor->offered && rl_end == 0) {
        editor->offered = true;
        keys_set_text(editor->repl->offer.items);
        return 0;
    }
    if (editor->offered && editor->repl->offer.count == (uint32_t)rl_end &&
        memcmp(editor->repl->offer.items, rl_line_buffer, (size_t)rl_end) == 0)
        keys_set_text("");
    int result = rl_get_previous_history(1, key);
    note_settled(editor);
    return result;
}

static int key_down(int count, int key)
{
    Editor *editor = editor_now();
    size_t start = line_start((size_t)rl_point), end = line_end((size_t)rl_point);
    if (end < (size_t)rl_end) {
        move_into(end + 1, column_now(start));
        return 0;
    }
    int result = rl_get_next_history(1, key);
    rl_point = rl_end;
    note_settled(editor);
    return result;
}

/* --- blanks ------------------------------------------------------------------------------------------------ */

static bool in_leading_blanks(void)
{
    for (size_t i = line_start((size_t)rl_point); i < (size_t)rl_point; i++)
        if (rl_line_buffer[i] != ' ')
            return false;
    return true;
}

static int key_tab(int count, int key)
{
    if (in_leading_blanks()) {
        size_t column = (size_t)rl_point - line_start((size_t)rl_point);
        char blanks[8] = "    ";
        blanks[4 - column % 4] = 0;
        rl_insert_text(blanks);
        return 0;
    }
    return rl_complete_internal(rl_last_func == key_tab ? '?' : '\t');
}

static int key_backspace(int count, int key)
{
    size_t column = (size_t)rl_point - line_start((size_t)rl_point);
    if (column == 0 || !in_leading_blanks())
        return rl_rubout(count, key);
    int back = column % 4 ? (int)(column % 4) : 4;
    rl_delete_text(rl_point - back, rl_point);
    rl_point -= back;
    return 0;
}

/* --- paste --------------------------------------------------------------------------------------------------- */

static const char paste_end[] = "\x1b[201~";
enum { END_LENGTH = sizeof paste_end - 1 };

static int key_paste(int count, int key)
{
    Editor *editor = editor_now();
    editor->pasting = true;
    text_clear(&editor->pasted);
    return 0;
}

/* The end mark of a paste that Ctrl-C has ended before. */
static int key_nothing(int count, int key)
{
    return 0;
}

/* \r and \r\n are ends of lines; no 0 is kept. */
static void plain_lines(Text *text)
{
    uint32_t to = 0;
    for (uint32_t i = 0; i < text->count; i++) {
        char c = text->items[i];
        if (c == '\r' && i + 1 < text->count && text->items[i + 1] == '\n')
            continue;
        if (c)
            text->items[to++] = c == '\r' ? '\n' : c;
    }
    text->count = to;
    if (text->items)
        text->items[to] = 0;
}

static void insert_paste(Editor *editor)
{
    Text *text = &editor->pasted;
    bool all = rl_end == 0;
    plain_lines(text);
    input_strip_prompts(text);
    while (all && text->count > 0 && text->items[text->count - 1] == '\n')
        text->items[--text->count] = 0;
    if (text->count == 0)
        return;
    rl_insert_text(text->items);
    if (all)
        note_settled(editor);
}

void keys_end_paste(Editor *editor, bool insert)
{
    if (editor->pasting && insert) {
        insert_paste(editor);
        draw_redisplay();
    }
    editor->pasting = false;
    text_clear(&editor->pasted);
}

bool keys_read_paste(Editor *editor)
{
    Text *text = &editor->pasted;
    char bytes[END_LENGTH];
    size_t have = END_LENGTH - 1; /* of the mark; what it still lacks may be read and no more: what follows are keys */
    while (have > 0 && (text->count < have || memcmp(text->items + text->count - have, paste_end, have) != 0))
        have--;
    int64_t n = platform_read(0, bytes, END_LENGTH - have);
    if (n <= 0)
        return n == -4 || n == -11;
    text_put(text, bytes, (size_t)n);
    if (text->count >= END_LENGTH && memcmp(text->items + text->count - END_LENGTH, paste_end, END_LENGTH) == 0) {
        text->count -= END_LENGTH;
        text->items[text->count] = 0;
        keys_end_paste(editor, true);
    }
    return true;
}

/* --- binding --------------------------------------------------------------------------------------------------- */

typedef struct Binding {
    const char *keys;
    rl_command_func_t *own;
    rl_command_func_t *taken[3]; /* only if the key means one of these now; all NULL: only if it means nothing */
} Binding;

static const Binding bindings[] = {
    { "\r", key_enter, { rl_newline } },
    { "\n", key_enter, { rl_newline } },
    { "\x1b\r", key_new_line, { rl_vi_editing_mode } },
    { "\x1b\n", key_new_line, { rl_vi_editing_mode } },
    { "\x01", key_home, { rl_beg_of_line } },
    { "\x05", key_end, { rl_end_of_line } },
    { "\x1b[H", key_home, { rl_beg_of_line } },
    { "\x1b[F", key_end, { rl_end_of_line } },
    { "\x1bOH", key_home, { rl_beg_of_line } },
    { "\x1bOF", key_end, { rl_end_of_line } },
    { "\x1b[1~", key_home, { rl_beg_of_line } },
    { "\x1b[4~", key_end, { rl_end_of_line } },
    { "\x1b[A", key_up, { rl_get_previous_history } },
    { "\x1b[B", key_down, { rl_get_next_history } },
    { "\x1bOA", key_up, { rl_get_previous_history } },
    { "\x1bOB", key_down, { rl_get_next_history } },
    { "\x10", key_up, { rl_get_previous_history } },
    { "\x0e", key_down, { rl_get_next_history } },
    { "\t", key_tab, { rl_complete } },
    { "\x7f", key_backspace, { rl_rubout } },
    { "\x08", key_backspace, { rl_rubout } },
    { "\x1b[200~", key_paste, { rl_bracketed_paste_begin } },
    { "\x1b[201~", key_nothing, { 0 } },
};

void keys_bind(void)
{
    const Keymap maps[] = { emacs_standard_keymap, vi_insertion_keymap, vi_movement_keymap };
    for (size_t m = 0; m < sizeof maps / sizeof *maps; m++)
        for (size_t i = 0; i < sizeof bindings / sizeof *bindings; i++) {
            const Binding *b = &bindings[i];
            int type;
            rl_command_func_t *now = rl_function_of_keyseq(b->keys, maps[m], &type);
            if (now && type != ISFUNC)
                continue;
            bool take = now == NULL && b->keys[0] == '\x1b' && (m < 2 || b->keys[1] == '[');
            for (int k = 0; k < 3; k++)
                take |= now && b->taken[k] == now;
            if (m == 2 && !now && strchr("\x1b", b->keys[0]) && b->keys[1] != '[' && b->keys[1] != 'O')
                take = false;
            if (m == 1 && b->keys[0] == '\x1b' && b->keys[1] != '[' && b->keys[1] != 'O')
                continue; /* there ESC leaves the insert mode at once */
            if (take)
                rl_bind_keyseq_in_map(b->keys, b->own, maps[m]);
        }
}
