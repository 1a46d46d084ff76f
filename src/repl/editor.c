/* editor.c - reading one input with GNU readline's callback interface: keys are handed to readline as they come, and
 * between two keys host.c turns the event loop. While an input runs, the handler is removed and the terminal is in
 * its normal mode. */
#include "repl/editor_internal.h"

#include "base/utf8.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <readline/history.h>
#include <readline/readline.h>

static Editor the_editor; /* readline's callbacks carry no context */

Editor *editor_now(void)
{
    return &the_editor;
}

/* --- completion ---------------------------------------------------------------------------------------------- */

static char *copy_for_readline(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size); /* readline frees it */
    if (copy)
        memcpy(copy, text, size);
    return copy;
}

/* The candidates as readline wants them: first what they have in common. */
static char **attempt(const char *word, int start, int end)
{
    Editor *editor = &the_editor;
    Candidates found = { 0 };
    complete_line(editor->repl, rl_line_buffer, (size_t)end, &found);
    rl_attempted_completion_over = !found.files;
    rl_completion_append_character = 0;
    if (found.files || found.items.count == 0) {
        complete_free(&found);
        return NULL;
    }
    size_t common = strlen(found.items.items[0]);
    for (uint32_t i = 1; i < found.items.count; i++)
        for (size_t k = 0; k < common; k++)
            if (found.items.items[i][k] != found.items.items[0][k])
                common = k;
    size_t room = found.items.count + 2;
    char **list = calloc(room, sizeof *list);
    if (list) {
        list[0] = copy_for_readline(found.items.items[0]);
        if (list[0])
            list[0][common] = 0;
        for (uint32_t i = 0; i < found.items.count && found.items.count > 1; i++)
            list[i + 1] = copy_for_readline(found.items.items[i]);
    }
    complete_free(&found);
    return list;
}

/* rl_getc_function: the character that has come in; more only for the few commands that ask for one themselves. */
static int next_byte(FILE *stream)
{
    Editor *editor = &the_editor;
    unsigned char byte;
    if (editor->key_used < editor->key_length)
        return (unsigned char)editor->key[editor->key_used++];
    return platform_read(0, &byte, 1) == 1 ? byte : EOF;
}

/* --- opening ----------------------------------------------------------------------------------------------------- */

static void set_locale(void)
{
    setlocale(LC_CTYPE, "");
    bool fine = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
    if (!fine)
        setlocale(LC_CTYPE, "C.UTF-8");
    rl_initialize(); /* reads inputrc; may set LC_CTYPE from the environment again */
    if (!fine) {
        setlocale(LC_CTYPE, "C.UTF-8");
        rl_variable_bind("input-meta", "on");
        rl_variable_bind("output-meta", "on");
        rl_variable_bind("convert-meta", "off");
    }
}

bool editor_open(Repl *repl)
{
    the_editor = (Editor){ .repl = repl };
    rl_readline_name = "miniasync";
    rl_catch_signals = 0;
    rl_catch_sigwinch = 0;
    rl_change_environment = 0;
    rl_completion_display_matches_hook = draw_matches;
    rl_attempted_completion_function = attempt;
    rl_completer_quote_characters = "'\"";
    rl_completer_word_break_characters = " \t\n`!@#$^&*()=+[{]}\\|;:'\",<>/?-~";
    rl_sort_completion_matches = 0;
    set_locale();
    rl_getc_function = next_byte;
    rl_redisplay_function = draw_redisplay; /* set before, readline would take the terminal for a dumb one */
    const char *paste = rl_variable_value("enable-bracketed-paste");
    the_editor.paste = paste && strcmp(paste, "on") == 0;
    rl_variable_bind("enable-bracketed-paste", "off"); /* asked for here: readline would add newlines of its own */
    history_load(&the_editor);
    platform_signal_set(SIGWINCH, PLATFORM_SIGNAL_CATCH);
    platform_signal_set(SIGCONT, PLATFORM_SIGNAL_CATCH);
    return true;
}

void editor_close(Repl *repl)
{
    Editor *editor = &the_editor;
    vec_free(&editor->line);
    vec_free(&editor->as_it_was);
    vec_free(&editor->pasted);
    vec_free(&editor->rows);
    vec_free(&editor->cells);
    clear_history();
}

/* --- reading ------------------------------------------------------------------------------------------------------- */

static void ask_for_pastes(const Editor *editor, bool on)
{
    if (editor->paste)
        draw_write(on ? "\x1b[?2004h" : "\x1b[?2004l", 8);
}

static void take_line(char *line)
{
    Editor *editor = &the_editor;
    editor->done = true;
    editor->at_end = line == NULL;
    text_clear(&editor->line);
    if (line)
        text_cstr(&editor->line, line);
    free(line);
    editor->unsaved_bracket = true;
    if (editor->on_screen) {
        draw_redisplay();
        draw_leave(editor);
    }
    ask_for_pastes(editor, false);
    rl_callback_handler_remove();
}

/* Ctrl-C: what was typed is left standing, the next prompt is empty. */
static void drop_text(Editor *editor)
{
    output_show(editor->repl, true);
    rl_point = rl_end;
    keys_end_paste(editor, false);
    editor->key_length = 0;
    draw_redisplay();
    draw_write("^C", 2);
    draw_leave(editor);
    editor->muted = true;
    rl_callback_sigcleanup();
    rl_free_line_state();
    rl_clear_message();
    rl_replace_line("", 1);
    rl_point = 0;
    editor->muted = false;
    editor->offered = false;
    using_history();
    draw_redisplay();
}

static void go_on(Editor *editor)
{
    rl_prep_terminal(1);
    keys_bind();
    ask_for_pastes(editor, true);
    editor->on_screen = false;
    rl_reset_screen_size();
    draw_redisplay();
}

static void end_input(Editor *editor)
{
    editor->done = editor->at_end = true;
    draw_erase(editor);
    ask_for_pastes(editor, false);
    rl_callback_handler_remove();
}

static int bytes_after(unsigned char lead)
{
    return lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2
                           : lead >= 0xf0 && lead < 0xf5 ? 3 : -1;
}

/* readline gets whole characters: in the middle of one it would block, and the loop with it. Bytes that are none are
 * left out. */
static void read_key(Editor *editor)
{
    char byte;
    int64_t n = platform_read(0, &byte, 1);
    if (n <= 0) {
        if (n == 0 || (n != -4 && n != -11))
            end_input(editor);
        return;
    }
    if (((unsigned char)byte & 0xc0) != 0x80 || editor->key_length == 0)
        editor->key_length = 0;
    editor->key[editor->key_length++] = byte;
    int after = bytes_after((unsigned char)editor->key[0]);
    if (after < 0)
        editor->key_length = 0;
    if (editor->key_length <= after)
        return;
    for (editor->key_used = 0; editor->key_used < editor->key_length && !editor->done;)
        rl_callback_read_char();
    editor->key_length = 0;
}

static void read_keys(Editor *editor)
{
    int64_t until_ns = platform_now_ns() + 5000000;
    do
        if (!editor->pasting)
            read_key(editor);
        else if (!keys_read_paste(editor))
            end_input(editor);
    while (!editor->done && !platform_interrupted() && platform_now_ns() < until_ns && platform_poll(0, PLATFORM_READ, 0) > 0);
}

InputEnd editor_read(Repl *repl, Text *input)
{
    Editor *editor = &the_editor;
    editor->done = editor->at_end = editor->settled = editor->offered = editor->unsaved_bracket = false;
    editor->on_screen = false;
    editor->muted = repl->suggestion.count > 0;
    ask_for_pastes(editor, true);
    rl_callback_handler_install(">>> ", take_line);
    keys_bind(); /* readline has given the terminal's own keys (stty erase) its own meaning again */
    editor->muted = false;
    if (repl->suggestion.count > 0) {
        rl_insert_text(repl->suggestion.items);
        text_clear(&repl->suggestion);
        draw_redisplay();
    }
    repl->open = true;
    output_open(repl);
    while (!editor->done) {
        switch (host_wait(repl)) {
        case HOST_KEY: read_keys(editor); break;
        case HOST_INTERRUPT: drop_text(editor); break;
        case HOST_RESIZED: draw_redisplay(); break;
        case HOST_CONTINUED: go_on(editor); break;
        case HOST_LEAVE: end_input(editor); break;
        }
    }
    repl->open = false;
    output_close(repl);
    if (editor->at_end)
        return INPUT_END;
    text_put(input, editor->line.items ? editor->line.items : "", editor->line.count);
    return INPUT_TEXT;
}

void editor_remember(Repl *repl, const char *text)
{
    history_keep(&the_editor, text);
}

void editor_hide(Repl *repl)
{
    draw_erase(&the_editor);
}

void editor_show(Repl *repl)
{
    if (repl->open)
        draw_redisplay();
}

const char *editor_licence(void)
{
    return "source MIT; with GNU readline as a whole GPL-3.0-or-later";
}
