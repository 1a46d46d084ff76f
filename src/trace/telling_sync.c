/* telling_sync.c - who waits for a lock, an event, a queue, and what lets it go on: in the words of each kind. Which
 * end of a queue is meant, the call says that stands where the task waits. */
#include "trace/sentence.h"

typedef enum {
    SYNC_NONE, SYNC_LOCK, SYNC_SEMAPHORE, SYNC_CONDITION, SYNC_BARRIER, SYNC_EVENT, SYNC_EMPTY, SYNC_FULL, SYNC_JOIN,
    SYNC_COMPLETED           /* the queue that asyncio.as_completed() keeps for itself                        */
} SyncWait;

static SyncWait queue_wait(const Recording *recording, TracePlace tip)
{
    if (sentence_line_has(recording, tip, ".put("))
        return SYNC_FULL;
    if (sentence_line_has(recording, tip, ".join("))
        return SYNC_JOIN;
    return sentence_line_has(recording, tip, ".get") || !sentence_line_has(recording, tip, "await ") ? SYNC_EMPTY
                                                                                                   : SYNC_COMPLETED;
}

/* For what does somebody at `tip` wait, who waits for this Future? */
static SyncWait wait_of(const Sentence *s, const StateFuture *future, TracePlace tip)
{
    const StateSync *sync = future && future->of.n ? state_sync(s->state, future->of) : NULL;
    const char *kind = sync && sync->kind ? sync->kind : "";
    if (!future || !future->of.n)
        return SYNC_NONE;
    if (sentence_fut_is(future, "queue"))
        return queue_wait(s->state->recording, tip);
    if (sentence_fut_is(future, "event"))
        return SYNC_EVENT;
    if (!sentence_fut_is(future, "lock"))
        return SYNC_NONE;
    return strcmp(kind, "Condition") == 0 ? SYNC_CONDITION : strcmp(kind, "Barrier") == 0 ? SYNC_BARRIER
         : strstr(kind, "Semaphore") ? SYNC_SEMAPHORE : SYNC_LOCK;
}

bool sentence_tell_wait_sync(Sentence *s, const StateFuture *future, TracePlace tip)
{
    const char *name = sentence_name(s, s->event->id2), *at = sentence_place(s, tip);
    switch (wait_of(s, future, tip)) {
    case SYNC_NONE: return false;
    case SYNC_LOCK: SENTENCE_SAY(s, wait_lock, name, at); break;
    case SYNC_SEMAPHORE: SENTENCE_SAY(s, wait_semaphore, name, at); break;
    case SYNC_CONDITION: SENTENCE_SAY(s, wait_condition, name, at); break;
    case SYNC_BARRIER: SENTENCE_SAY(s, wait_barrier, name, at); break;
    case SYNC_EVENT: SENTENCE_SAY(s, wait_event, name, at); break;
    case SYNC_EMPTY: SENTENCE_SAY(s, wait_empty, name, at); break;
    case SYNC_FULL: SENTENCE_SAY(s, wait_full, name, at); break;
    case SYNC_JOIN: SENTENCE_SAY(s, wait_join, name, at); break;
    case SYNC_COMPLETED: SENTENCE_SAY(s, wait_completed, at); break;
    }
    return true;
}

const char *sentence_freed(Sentence *s, const StateFuture *future, TracePlace tip)
{
    const char *name = future && future->of.n ? sentence_name(s, future->of) : NULL;
    switch (wait_of(s, future, tip)) {
    case SYNC_LOCK: return sentence_part(s, MSG_narrate_free_lock, name, NULL);
    case SYNC_SEMAPHORE: return sentence_part(s, MSG_narrate_free_semaphore, name, NULL);
    case SYNC_CONDITION: return sentence_part(s, MSG_narrate_free_condition, name, NULL);
    case SYNC_BARRIER: return sentence_part(s, MSG_narrate_free_barrier, name, NULL);
    case SYNC_EVENT: return sentence_part(s, MSG_narrate_free_event, name, NULL);
    case SYNC_EMPTY: return sentence_part(s, MSG_narrate_free_empty, name, NULL);
    case SYNC_FULL: return sentence_part(s, MSG_narrate_free_full, name, NULL);
    case SYNC_JOIN: return sentence_part(s, MSG_narrate_free_join, name, NULL);
    case SYNC_COMPLETED: return message_text(MSG_narrate_free_completed, s->lang);
    default: return NULL;
    }
}

void sentence_tell_frees(Sentence *s, const StateFuture *future, TracePlace tip, const char *at, const char *woken)
{
    const char *name = sentence_name(s, future->of);
    switch (wait_of(s, future, tip)) {
    case SYNC_LOCK:
    case SYNC_SEMAPHORE: SENTENCE_SAY(s, sync_releases, name, at, woken); break;
    case SYNC_CONDITION: SENTENCE_SAY(s, sync_notifies, name, at, woken); break;
    case SYNC_BARRIER: SENTENCE_SAY(s, sync_arrives, name, at, woken); break;
    case SYNC_EVENT: SENTENCE_SAY(s, sync_sets, name, at, woken); break;
    case SYNC_EMPTY: SENTENCE_SAY(s, sync_puts, name, at, woken); break;
    case SYNC_FULL: SENTENCE_SAY(s, sync_takes, name, at, woken); break;
    case SYNC_JOIN: SENTENCE_SAY(s, sync_finishes, name, at, woken); break;
    default: SENTENCE_SAY(s, sync_wakes, name, at, woken); break;
    }
}

static bool is_put_get_or_join(const TraceEvent *e, Id sync)
{
    return e->kind == EV_sync && id_same(e->id, sync) &&
           (sentence_word(e->word2, "put") || sentence_word(e->word2, "get") || sentence_word(e->word2, "join"));
}

bool sentence_tell_straight(Sentence *s)
{
    const TraceEvent *e = s->event;
    const char *at = sentence_place(s, e->at);
    const StateSync *sync = e->id2.letter == 'S' ? state_sync(s->state, e->id2) : NULL;
    if (!sync || !sync->kind)
        return false;
    const char *name = sentence_part(s, MSG_narrate_kind, sentence_id(s, e->id2), sync->kind);
    const TraceEvent *last = sentence_find(s->state->recording, e->index, is_put_get_or_join, e->id2);
    if (sentence_word(sync->kind, "Lock"))
        SENTENCE_SAY(s, straight_lock, name, at);
    else if (sentence_word(sync->kind, "Semaphore"))
        SENTENCE_SAY(s, straight_slots, name, at);
    else if (sentence_word(sync->kind, "Event"))
        SENTENCE_SAY(s, straight_event, name, at);
    else if (sentence_word(sync->kind, "Condition"))
        SENTENCE_SAY(s, straight_condition, name, at);
    else if (sentence_word(sync->kind, "Barrier"))
        SENTENCE_SAY(s, straight_barrier, name, at);
    else if (last && sentence_word(last->word2, "put"))
        SENTENCE_SAY(s, straight_put, name, at);
    else if (last && sentence_word(last->word2, "join"))
        SENTENCE_SAY(s, straight_join, name, at);
    else
        SENTENCE_SAY(s, straight_get, name, at);
    return true;
}
