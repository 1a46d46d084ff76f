/* line_plain.c - lines without an editor: for builds without readline. */
#include "repl/line.h"

#include "base/mem.h"
#include "base/platform.h"

#include <string.h>

enum { LINE_BYTES = 65536 };

struct LineEditor {
    bool interrupted;
};
static LineEditor the_editor;

LineEditor *line_open(void)
{
    return &the_editor;
}

char *line_read(LineEditor *editor, const char *prompt)
{
    platform_write(1, prompt, strlen(prompt));
    char *line = mem_alloc(LINE_BYTES);
    if (!line)
        return NULL;
    int64_t n = platform_read_line(line, LINE_BYTES - 1);
    editor->interrupted = platform_interrupted();
    if (n <= 0) {
        mem_free(line, LINE_BYTES);
        return NULL;
    }
    line[n] = 0;
    if (line[n - 1] == '\n')
        line[n - 1] = 0;
    return line;
}

bool line_interrupted(LineEditor *editor)
{
    return editor->interrupted;
}

void line_free(LineEditor *editor, char *line)
{
    mem_free(line, LINE_BYTES);
}

void line_close(LineEditor *editor)
{
}

const char *line_licence(void)
{
    return "MIT";
}
