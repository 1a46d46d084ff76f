/* streams.h - sys.stdout, sys.stderr, sys.stdin and files as C code uses them: print, input,
 * tracebacks, the end of the run. They are in runtime/types/file_streams.c, open in file_open.c. */
#ifndef RUNTIME_MODULES_STREAMS_H
#define RUNTIME_MODULES_STREAMS_H

#include "vm/vm.h"

/* Writes to a stream as a script sees it: the built-in text file quickly, anything else through its
 * write method. false: raised. [script] */
bool stream_write(VM *vm, Value stream, const char *utf8, size_t length);
bool stream_write_str(VM *vm, Value stream, Str *text);
bool stream_flush(VM *vm, Value stream);
/* Observed: one print() is one event `out`. Begins to gather what is written; the answer is for the end. */
List *stream_begin_print(VM *vm);
void stream_end_print(VM *vm, List *outer);
void stream_tell(VM *vm, int fd, Str *text); /* the event, or a part of one; only when observed */
void stream_tell_bytes(VM *vm, int fd, const uint8_t *bytes, size_t count);
/* The next line with its "\n", an empty Str at the end; RAISED. Ctrl-C gets through. [script] */
Value stream_readline(VM *vm, Value stream);
/* Is `stream` the built-in file on this descriptor? */
bool stream_is_fd(VM *vm, Value stream, int fd);
bool stream_is_terminal(VM *vm, Value stream);
void stream_set_unbuffered(VM *vm, Value stream, bool on); /* -u: a built-in text file writes at once */
/* At the end of the run: flushes stdout and stderr. 0, or 120 after having said why on stderr. Also
 * closes whatever files are still open. */
void streams_flush(VM *vm); /* standard output and error, the original ones; an error is dropped */
int streams_finish(VM *vm);
/* open(...) as io.open; the row for builtins' table: { "open", io_open, IO_OPEN_SIGNATURE, ... } */
Value io_open(VM *vm, Value *args, int nargs);
#define IO_OPEN_SIGNATURE \
    "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None"

#endif
