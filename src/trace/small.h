/* small.h - ids and numbers as texts that live as long as the expression they stand in: arguments of sentences. */
#ifndef TRACE_SMALL_H
#define TRACE_SMALL_H

#include "vm/observe.h"

#include <stdio.h>

typedef struct Small {
    char text[64];
} Small;

static inline Small small_id(Id id) /* nothing: an empty text */
{
    Small s = { "" };
    if (id.n)
        snprintf(s.text, sizeof s.text, "%c%u", id.letter, id.n);
    return s;
}

static inline Small small_number(uint64_t n)
{
    Small s;
    snprintf(s.text, sizeof s.text, "%llu", (unsigned long long)n);
    return s;
}

#endif
