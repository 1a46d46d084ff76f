/* sentence.h - one event as one sentence: the parts that narrate.c, reason.c and sentence.c share. */
#ifndef TRACE_SENTENCE_H
#define TRACE_SENTENCE_H

#include "trace/narrate.h"

#include <string.h>

/* A blank inside code, at which no line is broken. Becomes a blank when the sentence is shown. */
#define SENTENCE_GLUE '\x01'

static inline bool sentence_word(const char *word, const char *what) /* a recording may lack the word */
{
    return word && strcmp(word, what) == 0;
}
/* A `sync` event that is a ring nobody hears: set() of an event, notify() of a condition. */
static inline bool sentence_is_unheard(const TraceEvent *e)
{
    return e->id_count == 0 && (sentence_word(e->word2, "set") || sentence_word(e->word2, "notify"));
}

typedef struct Sentence {
    const State *state;      /* after the event                                                         */
    const TraceEvent *event;
    Lang lang;
    char *out;
    size_t size, length;     /* length 0: there is nothing to say                                        */
    bool own;                /* it names its subject itself ...                                           */
    bool named;              /* ... as its first word: perhaps a name that is written small                 */
    char pool[4000];         /* the texts of its parts                                                   */
    size_t used;
} Sentence;

void sentence_begin(Sentence *s, const State *state, const TraceEvent *event, Lang lang, char *out, size_t size);
/* What the event says, alone. s->length 0: nothing. */
void sentence_tell(Sentence *s);
/* Puts the sentence together: up to eight parts, then {9}. Use the macros. */
void sentence_put(Sentence *s, bool own, Message message, const char *const parts[9]);
#define SENTENCE_SAY(s, message, ...) sentence_put((s), false, MSG_narrate_##message, (const char *const[9]){ __VA_ARGS__ })
#define SENTENCE_OWN(s, message, ...) sentence_put((s), true, MSG_narrate_##message, (const char *const[9]){ __VA_ARGS__ })

/* Parts. They live as long as the Sentence and are never NULL. */
const char *sentence_keep(Sentence *s, const char *text, size_t length);
const char *sentence_part(Sentence *s, Message message, const char *one, const char *two);
const char *sentence_id(Sentence *s, Id id);            /* "T2" */
const char *sentence_name(Sentence *s, Id id);          /* "F1 (sleep)", "S1 (Lock)", "callback H3", "greenlet G2" */
const char *sentence_place(Sentence *s, TracePlace at); /* "line 5" */
const char *sentence_at(Sentence *s, TracePlace at);    /* " at line 5", or nothing */
const char *sentence_time(Sentence *s, int64_t us);     /* "0.200 s" */
const char *sentence_value(Sentence *s, const char *value);
const char *sentence_call(Sentence *s, const char *fn, const TraceLocal *locals, uint32_t count); /* f('a', 2) */
const char *sentence_coro(Sentence *s, Id coro, const char *fn);  /* the call that made it */
const char *sentence_list(Sentence *s, const Id *ids, uint32_t count); /* "T1, T2 and T3" */
const char *sentence_number(Sentence *s, int64_t number);
const char *sentence_failure(Sentence *s, const char *error); /* "failed", or "was cancelled" */
const char *sentence_subject(Sentence *s);              /* "T2", "callback H4", "the loop" */

/* Who an event is told of: a task, a callback (H), a greenlet, the loop ('L'), or nothing: the program itself. */
Id sentence_who(const State *state, const TraceEvent *event);
bool sentence_fut_is(const StateFuture *future, const char *kind); /* false for NULL */
const StateTimer *sentence_timer(const State *state, Id fut);      /* the timer that wakes it, or NULL */

/* Whose results lead to Future `fut` (gather, asyncio.wait and the like): the Futures with which a callback was
 * registered that will set it, among the events before `before`. How many; 0: none, or too many to name. */
enum { SENTENCE_SEVERAL = 12 };
uint32_t sentence_sources(const Recording *recording, uint32_t before, Id fut, Id ids[SENTENCE_SEVERAL]);

/* Looking back from an event. NULL, or a place without a line: not found. */
const TraceEvent *sentence_find(const Recording *recording, uint32_t before,
                                bool (*fits)(const TraceEvent *, Id), Id id);
const TraceEvent *sentence_origin(const Recording *recording, uint32_t before, Id h); /* the event that made H */
bool sentence_is_callback(const Recording *recording, uint32_t before, Id h); /* one that the program gave */
TracePlace sentence_stop(const Recording *recording, uint32_t before, Id task); /* where the task stopped last */
/* A Future the library made for itself (a waiter), of which the program knows nothing. */
bool sentence_is_inner(const Recording *recording, const StateFuture *future);
/* The greenlet in which gevent runs its event loop: the first that is no function of the program. */
bool sentence_is_hub(const State *state, Id greenlet);
bool sentence_line_has(const Recording *recording, TracePlace at, const char *text);
bool sentence_is_awaited(const Recording *recording, const TraceEvent *co_new); /* `await f()`: called to be awaited */
/* Locks, events, queues (telling_sync.c). `tip`: where the task waits that waits for this Future. */
bool sentence_tell_straight(Sentence *s); /* an await that a lock, event ... lets through; false: none of these */
bool sentence_tell_wait_sync(Sentence *s, const StateFuture *future, TracePlace tip); /* false: it is none of these */
const char *sentence_freed(Sentence *s, const StateFuture *future, TracePlace tip); /* "S1 (Lock) is free"; NULL */
void sentence_tell_frees(Sentence *s, const StateFuture *future, TracePlace tip, const char *at, const char *woken);
TracePlace sentence_tip(const TraceEvent *event);       /* the innermost place of its chain */

#endif
