/* recorder.h - watches a running VM and turns what happens into a Recording. Runs no code of the script: what it
 * shows of values it reads from the objects themselves. */
#ifndef TRACE_RECORDER_H
#define TRACE_RECORDER_H

#include "runtime/loop/clock.h"
#include "trace/recording.h"
#include "vm/vm.h"

typedef struct RecorderOptions {
    bool real_clock, lines;
    Clock *clock;            /* real_clock: a copy of clock_held, which stands still while `seen` looks; or NULL      */
    bool shuffled;
    uint64_t shuffle, seed;
    uint64_t limit;          /* events; 0: RECORDING_LIMIT_EVENTS                                         */
    int64_t slow_us;         /* a handle that runs longer has blocked the loop                              */
    /* Called after each event was added; the program stands still meanwhile. May be NULL. */
    void (*seen)(void *context, const TraceEvent *event);
    void *context;
    const char *folder, *real_folder; /* files below real_folder are shown as below folder ("" or "x/"); or NULL    */
    const Recording *answers; /* replay --check: `in` and `ext` come from here; or NULL                     */
} RecorderOptions;

typedef struct Recorder Recorder;
/* Begins to watch. NULL: out of memory. The recording is filled as the program runs. */
Recorder *recorder_start(VM *vm, Recording *recording, const RecorderOptions *options);
void recorder_end(Recorder *recorder, const char *how, int status); /* writes `end`, stops watching, frees */
/* A short repr (60 columns, 6 items, depth 2), as UTF-8 with a 0; runs no code of the script. Bytes written. */
size_t short_repr(VM *vm, Value v, char *out, size_t size);
/* The same without a limit of columns, as much as fits: answers from outside, so that they can be given again. */
size_t whole_repr(VM *vm, Value v, char *out, size_t size);
/* The variables of a frame that a recording shows. */
void recorder_each_local(const Frame *frame, void (*fn)(void *context, const Str *name, Value v), void *context);
/* answers.c: the next `in` or `ext` of a recording after event *next, as a value. UNSET: there is none, or it is no
 * value that a recording can keep. */
Value answer_from(VM *vm, const Recording *recording, uint32_t *next, uint16_t kind, const char *what);

#endif
