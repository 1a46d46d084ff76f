/* mention.h - does a program call breakpoint()? Then the library is compiled so that it tells what its locks, events and
 * queues do (lib: __observed__), from the first one on. Known before the program runs: the library cannot be told later. */
#ifndef RUNTIME_MENTION_H
#define RUNTIME_MENTION_H

#include <stdbool.h>
#include <stddef.h>

/* The text, or a module beside it that it imports, and so on, has the word in it. */
bool mention_of_breakpoint(const char *text, size_t length, const char *filename);

#endif
