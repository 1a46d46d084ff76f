/* narrate.h - a recording told in sentences: who does what, and because of what. For handouts
 * (`trace --narrate`), for the lines below the stepper's panes and for the page. */
#ifndef TRACE_NARRATE_H
#define TRACE_NARRATE_H

#include "base/message.h"
#include "trace/recording.h"
#include "trace/state.h"

typedef enum {
    NARRATE_PLAIN, /* what belongs together in one sentence                                               */
    NARRATE_LOOP,  /* every event of the loop                                                           */
    NARRATE_ALL    /* the lines of the program, too                                                     */
} NarrateLevel;

/* How much a sentence may need: buffers of this size are never too short for what is not cut anyway. */
enum { NARRATE_MAX = 1200 };

/* Tells a run, event by event, as it happens or out of a file. Keeps a State of its own. `out` gets whole lines of
 * at most 80 columns; what the program prints stands whole behind `│`. `ascii`: `|` instead. */
typedef struct Narrator Narrator;
Narrator *narrator_new(const Recording *recording, NarrateLevel level, Lang lang, Sink *out); /* NULL: out of memory */
void narrator_set_ascii(Narrator *narrator, bool ascii);
void narrator_event(Narrator *narrator, const TraceEvent *event); /* the next event of the recording */
void narrator_end(Narrator *narrator);                            /* what is still open is told; frees */

/* One line each; bytes written, 0: there is nothing to say. `after` has just folded `event`.
 * narrate_sentence: one event alone, as `loop` tells it, without number and clock and with its subject:
 *     "T2 waits for F1 (sleep) at line 5, because F1 has no result yet; it gives the loop back."
 * narrate_reason: the line below the stepper's panes:
 *     "T2 stops at line 5: sleep(0.2) needs time, so T2 gives the loop back."
 * narrate_next: what comes now: "next: T3 runs; it has been first in the ready queue since T2 was taken out."; at the
 *     end of the program what is to be learned from it: "The loop's clock shows 0.200 s, but the tasks slept 0.300 s ..." */
size_t narrate_sentence(const State *after, const TraceEvent *event, Lang lang, char *out, size_t size);
size_t narrate_reason(const State *after, const TraceEvent *event, Lang lang, char *out, size_t size);
size_t narrate_next(const State *state, Lang lang, char *out, size_t size);

/* Who the event is told of: "T2", "H4", "loop" / "循环". */
size_t narrate_who(const State *after, const TraceEvent *event, Lang lang, char *out, size_t size);

#endif
