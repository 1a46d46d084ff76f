/* source.h - a program text, made ready to be read: UTF-8, lines ended by "\n", no BOM. */
#ifndef MINIASYNC_BASE_SOURCE_H
#define MINIASYNC_BASE_SOURCE_H

#include "base/diag.h"
#include "base/mem.h"

#include <stdint.h>

typedef struct Source {
    char     *name;        /* as shown in `File "..."`; own copy */
    char     *text;        /* own copy: newlines made "\n", ends with one; a 0 follows */
    size_t    length;      /* bytes of text */
    uint32_t *line_starts; /* byte offset of each line; line n begins at line_starts[n - 1] */
    uint32_t  line_count;  /* an empty text has 0 */
    size_t    text_bytes;  /* what mem_free wants to know */
    size_t    lines_capacity;
    bool      had_final_newline; /* the original ended with a newline */
} Source;

/* Copies and checks the text. False and *diag (SyntaxError, or MemoryError) when it holds NUL bytes,
 * is not UTF-8, or is 2 GB or more; then name, and text where it can be shown, are still set, and
 * source_free is due all the same. */
MUST_CHECK bool source_init(Source *source, const char *name, const char *bytes, size_t length,
                            Diag *diag);
void source_free(Source *source);

/* The bytes of line `line` (from 1) without its newline; an empty text when there is no such line. */
const char *source_line(const Source *source, uint32_t line, size_t *length);

#endif
