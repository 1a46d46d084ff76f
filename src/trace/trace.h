/* trace.h - `miniasync trace ...` and the commands beside it: replay, state, shuffle. */
#ifndef TRACE_TRACE_H
#define TRACE_TRACE_H

#include <stdbool.h>

bool trace_is_command(const char *name);
/* argv[0] is the command. The exit status; -1: ended by Ctrl-C. */
int trace_main(int argc, char **argv);

#endif
