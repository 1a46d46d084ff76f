/* line.h - where the prompt's lines come from. One of line_readline.c and line_plain.c is compiled in
 * (make READLINE=yes|no); both answer a line without its newline. */
#ifndef REPL_LINE_H
#define REPL_LINE_H

#include <stdbool.h>

typedef struct LineEditor LineEditor;
LineEditor *line_open(void);
char *line_read(LineEditor *editor, const char *prompt); /* NULL: end of input or Ctrl-C */
bool line_interrupted(LineEditor *editor);               /* was it Ctrl-C? */
void line_free(LineEditor *editor, char *line);
void line_close(LineEditor *editor);
const char *line_licence(void);

#endif
