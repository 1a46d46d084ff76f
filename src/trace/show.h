/* show.h - which views a run or a recording has, and feeding them its events. */
#ifndef TRACE_SHOW_H
#define TRACE_SHOW_H

#include "trace/narrate.h"
#include "trace/options.h"
#include "trace/run.h"
#include "trace/save.h"
#include "trace/selfcheck.h"
#include "trace/stepper.h"

typedef struct Show {
    const TraceOptions *options;
    Recording *recording;
    TraceRun *run;           /* NULL: replay                                                              */
    int keyboard, terminal;  /* copies of standard input and output as they were at the start                  */
    Stepper *stepper;        /* the prompt, or NULL                                                       */
    Narrator *narrator;      /* the narrated view, or NULL ...                                            */
    FileSink *screen;        /* ... and where it writes                                                   */
    Sink out;
    Selfcheck *selfcheck;
} Show;

/* Without a view option: none if a file is asked for, else by what standard output is. */
void show_choose(TraceOptions *options);
bool show_wants_lines(const TraceOptions *options);
bool show_begin(Show *show);  /* before the program's streams are replaced. false: said why */
bool show_begin_vm(Show *show, VM *vm); /* the program is about to begin */
void show_event(Show *show, const TraceEvent *event);
void show_end(Show *show);    /* the program has ended; a stepper stays at its prompt until the learner leaves */
bool show_save(const Show *show); /* --record, --html, --chrome; false: said why */

#endif
