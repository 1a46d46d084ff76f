/* patterns.h - texts of the page, kept as patterns and numbers: thousands of events say the same with other numbers. A
 * pattern is a JSON list of texts in which the number k is the character U+E000 + k; what stands for one use is
 * [pattern,numbers...]. */
#ifndef TRACE_PATTERNS_H
#define TRACE_PATTERNS_H

#include "base/arena.h"
#include "base/sink.h"
#include "base/vec.h"

typedef struct Pattern {
    const char *bytes;
    uint32_t length, hash;
} Pattern;

typedef struct Patterns {
    Arena arena;
    VEC(Pattern) rows;
    VEC(uint32_t) table;     /* index into rows plus 1; its size is a power of two                                */
    bool failed;             /* out of memory                                                            */
} Patterns;

void patterns_init(Patterns *patterns);
void patterns_free(Patterns *patterns);
/* The texts as one use: "[pattern,number,...]". */
void patterns_write(Patterns *patterns, const char *const *texts, int count, Sink *out);
/* All patterns met so far, as a JSON list. */
void patterns_write_table(const Patterns *patterns, Sink *out);

#endif
