/* editor_none.c - a build without readline (make READLINE=no): plain.c reads the lines. */
#include "repl/repl_internal.h"

bool editor_open(Repl *repl)
{
    return false;
}

InputEnd editor_read(Repl *repl, Text *input)
{
    return plain_read(repl, input);
}

void editor_remember(Repl *repl, const char *text)
{
}

void editor_hide(Repl *repl)
{
}

void editor_show(Repl *repl)
{
}

void editor_close(Repl *repl)
{
}

const char *editor_licence(void)
{
    return "MIT";
}
