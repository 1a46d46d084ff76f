/* file_internal.h - the File all files are, and what the rooms around it offer each other: file.c (the object
 * and its bytes), file_text.c (encodings, newlines, lines), file_memory.c (StringIO, BytesIO), file_open.c,
 * file_streams.c and file_type.c (what scripts see). One struct serves all four flavours:
 *
 *   flavour   reads from                          writes to
 *   TEXT      in[], decoded and split into lines   out[] as encoded bytes, flushed in blocks
 *   BINARY    in[]                                 out[]
 *   STRING    points[] (code points) at pos        the same
 *   BYTES     data[] at pos                        the same
 *
 * Read-ahead and waiting output never exist at once: reading flushes, writing seeks back. A read or write
 * that a signal interrupts looks at the signal (Ctrl-C raises) and goes on. */
#ifndef RUNTIME_TYPES_FILE_INTERNAL_H
#define RUNTIME_TYPES_FILE_INTERNAL_H

#include "runtime/modules/helpers.h"

typedef enum { FILE_TEXT, FILE_BINARY, FILE_STRING, FILE_BYTES } Flavour;
typedef enum { ENCODING_UTF8, ENCODING_UTF8_SIG, ENCODING_ASCII, ENCODING_LATIN1 } Encoding;
typedef enum { NEWLINE_ANY, NEWLINE_KEEP, NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF } Newline;
enum { BUFFER_BYTES = 32768 };
enum { AT_ONCE = 1 << 22 }; /* bytes of one read or write: between two of them Ctrl-C is heard */

typedef struct File {
    Flavour flavour;
    Encoding encoding;
    Newline newline;
    int fd;               /* -1: none (memory, closed) */
    bool readable, writable, appending, closed, line_buffered, unbuffered, owns_fd, at_end, started;
    bool outside;         /* opened by name, or standard input's bytes: what it answers is told            */
    uint8_t *out;         /* not yet written; BUFFER_BYTES when there */
    size_t out_count;
    uint8_t *in;          /* read ahead: [in_start, in_end) */
    size_t in_start, in_end, in_capacity;
    uint8_t *data;        /* FILE_BYTES: bytes; FILE_STRING: uint32_t each */
    size_t count, capacity, pos;
    Value name, mode, encoding_name, errors_name;
    Value buffer;         /* the .buffer of a text file, once it was asked for */
} File;

static inline File *file_data(Value v)
{
    return ((Blob *)(void *)value_obj(v))->data;
}

/* --- file.c -------------------------------------------------------------------------------------------- */

void file_visit(Marker *marker, Obj *obj);
void file_finalise(Heap *heap, Obj *obj);
bool file_is(VM *vm, Value v);
/* The File of v; NULL: it is none (raised). */
File *file_of(VM *vm, Value v);
Value file_new(VM *vm, Class *cls, Flavour flavour);
/* io.UnsupportedOperation, made when it is first asked for. */
Class *file_unsupported_class(VM *vm);
Value file_raise_unsupported(VM *vm, const char *what);
bool file_check_open(VM *vm, const File *f); /* the three raise when it is not so */
bool file_check_readable(VM *vm, const File *f);
bool file_check_writable(VM *vm, const File *f);
/* Writes all of [bytes, bytes + count); *done tells how far it came. [script: signals] */
bool file_write_all(VM *vm, int fd, bool outside, const uint8_t *bytes, size_t count, size_t *done);
/* platform_seek, the answer told. */
int64_t file_seek_fd(VM *vm, const File *f, int64_t offset, int whence);
bool file_flush_out(VM *vm, File *f);
bool file_put_bytes(VM *vm, File *f, const void *bytes, size_t count);
/* Reads more behind what is there: 1, 0 at the end, -1 raised. [script: signals] */
int file_fill(VM *vm, File *f, size_t wanted);
bool file_fill_to_end(VM *vm, File *f);
Value file_make_bytes(VM *vm, const void *data, size_t length);

/* --- file_text.c --------------------------------------------------------------------------------------- */

bool file_text_put(VM *vm, File *f, Str *text);
/* Takes `count` bytes from the read-ahead as text, with newlines translated. */
Value file_text_take(VM *vm, File *f, size_t count);
/* Passes over the byte order mark of utf-8-sig. */
bool file_text_skip_signature(VM *vm, File *f);
/* How many bytes the next line has (0: end of the file); limit: characters at most, -1: any. -1: raised. */
int64_t file_text_line_bytes(VM *vm, File *f, int64_t limit);
/* How many bytes `characters` code points have (fewer at the end of the file). -1: raised. */
int64_t file_text_bytes(VM *vm, File *f, int64_t characters);
/* What the arguments of these names mean, and may they be; false: raised. */
bool file_text_encoding(VM *vm, Value name, Encoding *out);
bool file_text_errors(VM *vm, Value name);
bool file_text_newline(VM *vm, Value value, Newline *out);

/* --- file_memory.c ------------------------------------------------------------------------------------- */

/* Makes [pos, pos + count) part of the contents; a gap before it is filled with zeros. */
bool file_memory_open_at(VM *vm, File *f, size_t count);
bool file_memory_put(VM *vm, File *f, Str *text);
/* The length of the next line, of `limit` at most (-1: any). */
size_t file_memory_line(const File *f, int64_t limit);
Value file_memory_take(VM *vm, File *f, size_t count);
Value file_memory_seek(VM *vm, File *f, int64_t offset, int64_t whence);

/* --- file_type.c, file_streams.c -------------------------------------------------------------------------- */

/* The next line; an empty text or bytes at the end. */
Value file_next_line(VM *vm, File *f, int64_t limit);
/* sys.stdin, sys.stdout or sys.stderr as it is at the start: descriptor 0, 1 or 2. */
Value file_streams_make(VM *vm, int fd, const char *name);

#endif
