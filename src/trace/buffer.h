/* buffer.h - text that grows, and fields of so many terminal columns. */
#ifndef TRACE_BUFFER_H
#define TRACE_BUFFER_H

#include "base/mem.h"
#include "base/sink.h"

typedef struct Buffer {
    char *bytes;             /* a 0 behind `length`; NULL while empty                                         */
    size_t length, capacity;
    bool ascii;              /* `...` for what is cut, `?` for what is not ASCII in our own signs               */
    bool failed;             /* out of memory: what was added since is missing                                 */
} Buffer;

void buffer_free(Buffer *buffer);
void buffer_clear(Buffer *buffer);
void buffer_add(Buffer *buffer, const char *bytes, size_t length);
void buffer_text(Buffer *buffer, const char *text);
__attribute__((format(printf, 2, 3))) void buffer_format(Buffer *buffer, const char *format, ...);
void buffer_repeat(Buffer *buffer, const char *text, size_t count);
/* The text in exactly `width` columns: cut with an ellipsis, or blanks behind. Control characters become `?`, tabs
 * go to the next multiple of 4. */
void buffer_fit(Buffer *buffer, const char *text, size_t length, size_t width);
/* The same without blanks behind; columns used. */
size_t buffer_cut(Buffer *buffer, const char *text, size_t length, size_t width);
const char *buffer_string(const Buffer *buffer); /* never NULL */
Sink buffer_sink(Buffer *buffer);
/* Columns the text takes as buffer_fit shows it. */
size_t buffer_width(const char *text, size_t length);

#endif
