/* line_readline.c - lines by GNU readline's callback interface: one poll loop waits for keys, so that later
 * the event loop can live in the same loop. History is kept for the run only. */
#include "repl/line.h"

#include "base/platform.h"

#include <stdio.h>
#include <stdlib.h>
#include <readline/history.h>
#include <readline/readline.h>

struct LineEditor {
    char *line;
    bool done, interrupted;
};
static LineEditor the_editor; /* readline's callbacks carry no context */

static void take_line(char *line)
{
    the_editor.line = line;
    the_editor.done = true;
    rl_callback_handler_remove();
}

LineEditor *line_open(void)
{
    rl_readline_name = "miniasync";
    rl_catch_signals = 0;
    using_history();
    return &the_editor;
}

char *line_read(LineEditor *editor, const char *prompt)
{
    editor->line = NULL;
    editor->done = editor->interrupted = false;
    rl_callback_handler_install(prompt, take_line);
    while (!editor->done) {
        int ready = platform_poll(0, PLATFORM_READ, -1);
        if (platform_interrupted()) {
            editor->interrupted = true;
            rl_free_line_state();
            rl_callback_sigcleanup();
            rl_replace_line("", 0);
            rl_callback_handler_remove();
            return NULL;
        }
        if (ready > 0)
            rl_callback_read_char();
    }
    if (editor->line && *editor->line)
        add_history(editor->line);
    return editor->line;
}

bool line_interrupted(LineEditor *editor)
{
    return editor->interrupted;
}

void line_free(LineEditor *editor, char *line)
{
    free(line); /* readline's own malloc */
}

void line_close(LineEditor *editor)
{
    rl_callback_handler_remove();
}

const char *line_licence(void)
{
    return "source MIT; with GNU readline as a whole GPL-3.0-or-later";
}
