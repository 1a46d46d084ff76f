/* trace.h - `miniasync trace ...`: runs a program while it is watched. */
#ifndef TRACE_TRACE_H
#define TRACE_TRACE_H

/* argv[0] is "trace". The exit status; -1: ended by Ctrl-C. */
int trace_main(int argc, char **argv, const char *usage);

#endif
