/* sink.h - where text goes: a function that takes bytes. Dumps, listings and diagnostics write to
 * one, so that they know neither FILE nor descriptor nor string builder. */
#ifndef MINIASYNC_BASE_SINK_H
#define MINIASYNC_BASE_SINK_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Sink {
    void (*write)(void *context, const char *bytes, size_t count);
    void *context;
    bool  colour; /* may the text carry terminal colours? */
} Sink;

void sink_bytes(Sink *sink, const char *bytes, size_t count);
void sink_text(Sink *sink, const char *text);
void sink_repeat(Sink *sink, char byte, size_t count);
/* As printf; what is longer than 1,000 bytes is cut. */
__attribute__((format(printf, 2, 3))) void sink_format(Sink *sink, const char *format, ...);
/* Writes the text between SGR codes when the sink has colour; `code` is like "1;31". */
void sink_coloured(Sink *sink, const char *code, const char *text);

#endif
