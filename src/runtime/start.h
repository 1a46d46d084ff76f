/* start.h - beginning and ending: what main.c, the REPL and the tests call. */
#ifndef RUNTIME_START_H
#define RUNTIME_START_H

#include "vm/vm.h"

/* argv: what sys.argv shows. NULL: out of memory. */
VM *runtime_create(int argc, char **argv, const char *executable);
/* sys.path begins with the script's folder, then MINIASYNC_PATH. false: raised. */
bool runtime_add_path_of(VM *vm, const char *script);
bool runtime_set_path(VM *vm, const char *folder, size_t length); /* sys.path begins with just that */
/* Runs a program text as __main__ and reports what it raises. Exit status; -1: ended by Ctrl-C. [script] */
int runtime_run_main(VM *vm, const char *text, size_t length, const char *filename);
int runtime_report(VM *vm);             /* the pending exception, reported; status as above [script] */
int runtime_finish(VM *vm, int status); /* atexit, finalisers, flush; the status to leave with [script] */
/* The next line of standard input as the program would read it, without its newline; false: there is none. */
bool runtime_read_line(VM *vm, char *out, size_t size);
void runtime_flush_output(VM *vm);      /* what is buffered for standard output and error is written */
void runtime_destroy(VM *vm);
void runtime_set_unbuffered(VM *vm); /* -u */

bool traceback_types_setup(VM *vm);
Value traceback_object(VM *vm, Exception *exc);

#endif
