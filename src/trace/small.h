/* small.h - ids, numbers and times as texts that live as long as the expression they stand in: arguments of
 * sentences. The one place that says how a time is written. */
#ifndef TRACE_SMALL_H
#define TRACE_SMALL_H

#include "vm/observe.h"

#include <stdio.h>
#include <string.h>

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

/* "0.200": whole milliseconds that have passed; a clock shows no time before it has come. */
static inline Small small_seconds(int64_t us)
{
    Small s;
    uint64_t ms = (us < 0 ? 0 - (uint64_t)us : (uint64_t)us) / 1000;
    snprintf(s.text, sizeof s.text, "%s%llu.%03llu", us < 0 ? "-" : "", (unsigned long long)(ms / 1000),
             (unsigned long long)(ms % 1000));
    return s;
}

static inline Small small_clock(int64_t us) /* "0.200 s" */
{
    Small s = small_seconds(us);
    size_t length = strlen(s.text);
    memcpy(s.text + length, " s", 3);
    return s;
}

/* A span as a script would write it: 0.2, 1, 0.25. real: measured, so what is less than a millisecond is chance. */
static inline Small small_span(int64_t us, bool real)
{
    Small s;
    if (real)
        us = (us + 500) / 1000 * 1000;
    snprintf(s.text, sizeof s.text, "%.15g", (double)us / 1e6);
    return s;
}

#endif
