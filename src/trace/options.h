/* options.h - the command line of trace, replay and shuffle. */
#ifndef TRACE_OPTIONS_H
#define TRACE_OPTIONS_H

#include "base/message.h"

#include <stdint.h>

typedef enum { VIEW_DEFAULT, VIEW_NARRATE, VIEW_STEP, VIEW_NONE } TraceView;
typedef enum { DETAIL_DEFAULT, DETAIL_LOOP, DETAIL_LINE } TraceDetail;

typedef struct TraceOptions {
    TraceView view;
    int narrate;             /* NarrateLevel                                                              */
    TraceDetail detail;
    Lang lang;
    bool real_clock, ascii, selfcheck, check;
    bool shuffled, seeded;   /* the number was given                                                    */
    uint64_t shuffle, seed, limit;
    int64_t slow_us;
    int quiz;                /* 0: off                                                                   */
    unsigned runs;           /* shuffle: how many                                                         */
    const char *record, *html, *chrome, *batch, *answers, *standard_input; /* files; NULL: none              */
    int argc;                /* what follows the options: the script (recording) and its arguments           */
    char **argv;
} TraceOptions;

/* argv[0] is the command. true: good; else *status says how the program ends (the reason was told). */
bool options_read(TraceOptions *options, int argc, char **argv, int *status);
/* What goes to stderr as it is. */
void trace_complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
