/* run.h - runs a program from its text while it is recorded: what trace, replay --check and shuffle share. */
#ifndef TRACE_RUN_H
#define TRACE_RUN_H

#include "trace/recorder.h"

typedef enum {
    OUTPUT_PLAIN,  /* the program writes where it always does                                            */
    OUTPUT_HIDDEN, /* its standard output is shown by a view (from `out` events)                              */
    OUTPUT_SHOWN,  /* standard error as well                                                              */
    OUTPUT_NONE    /* standard error is dropped, too                                                        */
} RunOutput;

typedef struct TraceRun {
    const char *text;        /* of the script                                                            */
    size_t length;
    int argc;                /* argv[0]: the script's name                                                */
    char **argv;
    RecorderOptions recorder;
    RunOutput output;
    const char *standard_input; /* a file, or NULL                                                          */
    const Recording *sources; /* modules come from here, not from the disk; or NULL                               */
    void (*begun)(void *context, VM *vm); /* before the first line of the script runs; may be NULL                */
    void *context;
    int errors;              /* out: OUTPUT_SHOWN: the same for standard error                              */
    int screen;              /* out: where the real standard output is (a copy), or -1                         */
    VM *vm;                  /* out: while it runs                                                        */
    char folder[2100], real_folder[4200]; /* run.c's own                                                    */
} TraceRun;

/* The exit status of the program (-1: ended by Ctrl-C); 120 + something went wrong before it could begin. */
int run_program_recorded(TraceRun *run, Recording *recording);
/* From within recorder.seen: the recording has ended (gap), the program writes for itself again. */
void run_show_output(TraceRun *run);

#endif
