/* recording.h - all events of a run and the texts of its files: what can be saved, sent to somebody, opened
 * again and stepped through without the program. JSON Lines, schema miniasync.trace/1 (docs/trace-format.md). */
#ifndef TRACE_RECORDING_H
#define TRACE_RECORDING_H

#include "base/arena.h"
#include "base/vec.h"
#include "trace/event.h"

enum { RECORDING_LIMIT_EVENTS = 200000, RECORDING_LIMIT_BYTES = 64 << 20,
       RECORDING_CHAIN_MAX = 200 }; /* of a longer chain the outermost frames are left out */

typedef struct TraceFile {
    const char *name;        /* as it is shown                                                          */
    char sha256[65];
    const char *text;        /* UTF-8                                                                   */
    size_t length;
    const uint32_t *lines;   /* where each line begins; line_count of them                                */
    uint32_t line_count;
} TraceFile;

typedef struct Recording {
    Arena arena;             /* owns every text                                                         */
    VEC(TraceEvent) events;  /* events.items[0] is `begin`                                               */
    VEC(TraceFile) files;    /* files.items[0] is the script                                              */
    VEC(const char *) argv;
    const char *version;     /* of the miniasync that made it                                             */
    bool real;               /* clock: real, else virtual                                                */
    bool lines;              /* detail: line, else loop                                                  */
    bool prompt;             /* of the prompt's tasks: the learner can bring things about, too               */
    bool shuffled;
    uint64_t shuffle, seed;
    uint64_t limit;          /* events                                                                  */
    uint64_t bytes;          /* about what it takes in a file                                            */
    bool ended;              /* its last event is `end`                                                  */
    bool cut;                /* read from a file that stops in the middle of a line                         */
    struct Intern *intern;   /* recording.c: texts seen before                                            */
} Recording;

Recording *recording_new(void);          /* NULL: out of memory */
void recording_free(Recording *recording);
/* The text in the arena, the same pointer for the same text. NULL: out of memory. */
const char *recording_text(Recording *recording, const char *bytes, size_t length);
/* Adds a file; its index, or UINT32_MAX without memory. The same name twice is one file. */
uint32_t recording_add_file(Recording *recording, const char *name, const char *text, size_t length);
/* `ext` of this name: the real name of the script's folder, when a module in it was named by it. */
#define RECORDING_FOLDER "folder"
/* Line `line` (from 1) of a file without its newline; NULL: there is none. */
const char *recording_line(const Recording *recording, uint32_t file, uint32_t line, size_t *length);
/* Appends; the event's pointers must belong to the recording. false: out of memory. */
MUST_CHECK bool recording_add(Recording *recording, const TraceEvent *event);

void recording_write_begin(const Recording *recording, Sink *out);   /* the first line */
void recording_write(const Recording *recording, Sink *out);         /* all lines */
/* Reads JSON Lines. NULL: `why` says what is wrong, with the line; a last line that is cut off is left out. */
/* (reader.c) */
Recording *recording_read(const char *bytes, size_t length, char why[300]);

#endif
