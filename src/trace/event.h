/* event.h - one event as the trace keeps it: names and numbers only, no object of the running program. The same
 * whether it was just recorded (recorder.c) or read from a file (reader.c). Which slot means what is said by
 * src/vm/events.def, for all events in one place; event.c writes and reads the JSON line by that table. */
#ifndef TRACE_EVENT_H
#define TRACE_EVENT_H

#include "base/sink.h"
#include "vm/observe.h"

/* All texts are UTF-8, end with a 0 and belong to the recording's arena. NULL: there is none. */
typedef struct TracePlace {
    const char *fn;          /* function; NULL: no place                                                  */
    uint32_t line, file;     /* file: index into the recording's files; 0 is the script                      */
} TracePlace;

typedef struct TraceLocal {
    const char *name, *value; /* a short repr: at most 60 columns                                        */
} TraceLocal;

typedef struct TraceLink {   /* one frame of a chain                                                    */
    Id frame;                /* R                                                                       */
    TracePlace at;
    uint32_t local_count;
    const TraceLocal *locals;
} TraceLink;

typedef struct TraceEvent {
    uint16_t kind;           /* EV_x                                                                    */
    uint32_t index;          /* i: from 0                                                               */
    int64_t t_us;            /* the loop's clock, since the loop started                                   */
    int64_t w_us;            /* real clock only: since the process started; else -1                        */
    Id by;                   /* the running task, else the running handle, else nothing                     */
    Id id, id2, id3, id4;
    int64_t number, number2, number3;
    const char *word, *word2, *value, *fn;
    const char *text;
    size_t text_length;      /* texts of `out` and `in` may hold any byte but are valid UTF-8               */
    TracePlace at;
    const TraceLink *links;  /* chain or tb: outermost first                                              */
    const TraceLocal *locals; /* line: what changed; co_new, gen_new: the parameters and what they are         */
    const char *const *names; /* line: what went; report: its arguments                                    */
    const Id *ids;           /* sync: who waits                                                          */
    uint32_t link_count, local_count, name_count, id_count;
} TraceEvent;

const char *event_name(uint16_t kind);             /* "task_wait" */
int event_kind_of(const char *name, size_t length); /* -1: no such event */
bool event_is_stop(uint16_t kind);                 /* a stop point of the stepper (TRACE section 3)? */

/* One line of JSON with its "\n", keys in table order. `real`: the recording's clock is real (w and us). */
void event_write(const TraceEvent *event, bool real, Sink *out);

/* The columns of events.def, one after the other: start with *cursor = NULL; false: there are no more. */
typedef enum { SLOT_ID, SLOT_ID2, SLOT_ID3, SLOT_ID4, SLOT_NUMBER, SLOT_NUMBER2, SLOT_NUMBER3, SLOT_WORD, SLOT_WORD2, SLOT_VALUE,
               SLOT_FN, SLOT_TEXT, SLOT_AT, SLOT_CHAIN, SLOT_TB, SLOT_SET, SLOT_DEL, SLOT_IDS, SLOT_ARGS,
               SLOT_COUNT } EventSlot;
typedef struct EventField {
    const char *key;
    size_t key_length;
    EventSlot slot;
    bool is_null, is_bool, is_real, is_some; /* -1 is null; bool; only under the real clock; only when not 0       */
    bool is_word;                   /* @word: the event's word is the key                                    */
} EventField;
bool event_field(uint16_t kind, const char **cursor, EventField *field);

/* `text` as a JSON string with its quotes; `<` becomes \u003c, so that it may stand in a page. */
void json_write_text(Sink *out, const char *text, size_t length);
void json_write_id(Sink *out, Id id); /* "T2" or null */

#endif
