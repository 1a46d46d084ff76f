/* stepper.h - stepping through a run at the prompt `(trace)`. Live with a memory: the program runs inside the
 * observer's call only as far as the learner steps; going back moves a cursor over the recording, and forward
 * replays up to the live end, then runs on. The same object drives `replay`, with no program behind. */
#ifndef TRACE_STEPPER_H
#define TRACE_STEPPER_H

#include "base/message.h"
#include "trace/recording.h"

typedef struct StepperOptions {
    Lang lang;
    bool ascii;              /* --ascii: no box characters                                              */
    bool colour;             /* may the page and the lines carry colours?                                  */
    bool live;               /* a program runs behind; false: replay                                        */
    bool lines;              /* line mode in any case, and the program prints for itself                       */
    bool beside;             /* in line mode the program prints for itself                                     */
    int in, out;             /* where commands come from, where the page or the lines go                      */
    bool (*read_line)(void *context, char *out, size_t size); /* without keys: instead of reading `in`; or NULL        */
    const char *batch;       /* --batch: a file of commands, line mode; NULL: from `in`                        */
    int quiz;                /* --quiz: 0 off, 1 to 3                                                      */
    uint64_t seed;           /* of the quiz                                                              */
    const char *answers;     /* --answers, or NULL. Without a terminal and --batch nothing else is read: the program
                              * runs to its end                                                          */
    /* The learner leaves before the program has ended: the program ends with the trace. It should not come
     * back; when it does, the stepper asks nothing more. May be NULL (replay). */
    void (*quit)(void *context);
    /* Nothing more is wanted: `continue` without a breakpoint, or the commands of a file or pipe have ended. The program
     * runs on, no event comes any more. NULL: `continue` runs to the end; without commands it is left. */
    void (*let_go)(void *context);
    void *context;
} StepperOptions;

typedef struct Stepper Stepper;
/* NULL: out of memory, or the batch file cannot be read (said on stderr). */
Stepper *stepper_new(Recording *recording, const StepperOptions *options);
/* For each live event, after it was added: comes back when the program may run on. */
void stepper_event(Stepper *stepper, const TraceEvent *event);
/* What is recorded so far has been told, not lived through: the cursor goes behind it, the next stop point stops. */
void stepper_skip(Stepper *stepper);
/* breakpoint() was called: stops at the next stop point. */
void stepper_break(Stepper *stepper);
/* The program has ended, or (replay) there is none: stays at the prompt until `quit`. The exit status: 0. */
int stepper_end(Stepper *stepper);
bool stepper_has_page(const Stepper *stepper); /* it shows what the program prints */
void stepper_free(Stepper *stepper); /* gives the terminal back */

#endif
