/* state.h - what the runtime's structures look like at one moment, rebuilt from events alone: State at event N is
 * the fold of events 0..N. Everything a view shows comes from here. `--selfcheck` compares it with the real
 * structures; page/reducer.js is its twin in JavaScript, and both write the same JSON. */
#ifndef TRACE_STATE_H
#define TRACE_STATE_H

#include "trace/recording.h"

typedef enum { TASK_STATE_READY, TASK_STATE_RUNNING, TASK_STATE_WAITING, TASK_STATE_DONE, TASK_STATE_FAILED,
               TASK_STATE_CANCELLED } TaskState;
typedef enum { FUTURE_STATE_PENDING, FUTURE_STATE_RESULT, FUTURE_STATE_ERROR, FUTURE_STATE_CANCELLED } FutureState;

typedef struct StateReady {  /* one entry of the ready queue                                             */
    Id h, task, fut;         /* fut: whose result made it ready, or nothing                                */
    const char *kind, *why;
    TracePlace at;
    Id by;
    uint32_t since, round;   /* event and round in which it joined                                        */
    bool cancelled;          /* it will be skipped                                                        */
} StateReady;

typedef struct StateTimer {
    Id h, fut;
    int64_t when_us;
    const char *kind;
    TracePlace at;
    Id by;
} StateTimer;

typedef struct StateIo {     /* a descriptor that is watched                                              */
    int fd;
    const char *what;        /* r, w                                                                     */
    Id h;
} StateIo;

typedef struct StateCallback {
    Id h, task;              /* task: who is woken; else a callback                                        */
    Id into;                 /* the Future that the callback will set: a gather(), a wait(); or nothing        */
    const char *kind;        /* wakeup, callback                                                          */
} StateCallback;
typedef VEC(StateCallback) StateCallbacks;

typedef struct StateTask {
    Id id, co, parent;       /* parent: the task (or handle) that made it                                  */
    const char *name, *fn;
    TaskState state;
    TracePlace made_at;
    Id waits_on;             /* F or T while waiting                                                      */
    const TraceLink *chain;  /* where it stands while suspended: outermost first                            */
    uint32_t chain_count;
    Id woken_by;             /* the Future that woke it last, and who set that                              */
    Id woken_setter;
    bool cancel_asked;       /* a cancel() that has not arrived yet                                        */
    bool started;
    uint32_t since;          /* event since which it is in this state                                      */
    uint32_t since_round;
    Id outer;                /* running: the task that was running before (eager tasks), or nothing          */
    uint32_t steps;          /* how often it ran                                                         */
    const char *value;       /* done: its result or error, as short repr                                   */
    const TraceLink *tb;     /* failed: where                                                            */
    uint32_t tb_count;
    bool seen;               /* its result was fetched                                                    */
    StateCallbacks callbacks;
} StateTask;

typedef struct StateFuture {
    Id id, of;               /* of: the lock, queue, event it belongs to                                   */
    FutureState state;
    const char *kind;        /* plain sleep gather timeout lock queue event                                 */
    TracePlace made_at;
    Id made_by, set_by;
    const char *value;
    bool seen;
    StateCallbacks callbacks;
} StateFuture;

typedef enum { CORO_NEW, CORO_SUSPENDED, CORO_RUNNING, CORO_DONE, CORO_DROPPED } CoroState;

typedef struct StateCoro {   /* a coroutine, generator or greenlet                                        */
    Id id, parent;
    CoroState state;
    const char *fn;
    TracePlace made_at;
    Id made_by;
    const TraceLink *chain;  /* greenlets: where it was left                                              */
    uint32_t chain_count;
    Id frame;                /* R of its body (detail line), or nothing                                    */
    const TraceLocal *locals; /* what it was called with                                                  */
    uint32_t local_count;
} StateCoro;

typedef struct StateSync {   /* a lock, event, semaphore, condition or queue                                */
    Id id;
    const char *kind, *value;
    const Id *waiters;
    uint32_t waiter_count;
} StateSync;

typedef struct StateFrame {  /* one activation of a function; detail line only                              */
    Id id, of;               /* of: C Y G T or nothing                                                    */
    const char *fn;
    uint32_t line, file;
    bool live, running;      /* running: between call/resume and leave                                     */
    VEC(TraceLocal) locals;
} StateFrame;

typedef struct StateOutput {
    int fd;                  /* 1, 2; 0: a line that was read                                              */
    const char *text;
    size_t length;
    Id by;
    uint32_t event;
} StateOutput;

typedef struct State {
    const Recording *recording;
    uint32_t next;           /* events folded: index of the next one                                       */
    int64_t clock_us;
    bool loop_runs;
    uint64_t round;
    int64_t round_left;      /* how many of this round have not been picked                                  */
    Id running;              /* H                                                                       */
    VEC(Id) outer;           /* handles that run around it: the innermost last (a loop driven by a callback)     */
    Id task;                 /* T that runs, or nothing                                                  */
    Id greenlet;             /* G that runs, or nothing                                                  */
    VEC(StateReady) ready;   /* next first; items points into ready_store                                 */
    StateReady *ready_store;
    uint32_t ready_room;     /* rows of ready_store                                                      */
    VEC(StateTimer) timers;  /* earliest first                                                          */
    VEC(StateIo) io;
    VEC(StateTask) tasks;    /* tasks.items[n - 1] is Tn; so with all that follow                           */
    VEC(StateFuture) futures;
    VEC(StateCoro) coros, generators, greenlets;
    VEC(StateSync) syncs;
    VEC(StateFrame) frames;
    VEC(StateOutput) output;
    TracePlace where;        /* the line about to run or just stopped at                                    */
    bool failed;             /* out of memory: nothing more is folded                                      */
} State;

State *state_new(const Recording *recording);       /* before event 0. NULL: out of memory */
void state_free(State *state);
void state_reset(State *state);
bool state_fold(State *state);                      /* the next event; false: there is none */
void state_goto(State *state, uint32_t events);     /* so that `events` are folded; back means from the start */
/* NULL: no such id (yet). */
StateTask *state_task(const State *state, Id id);
StateFuture *state_future(const State *state, Id id);
StateCoro *state_coro(const State *state, Id id);   /* C, Y and G */
StateSync *state_sync(const State *state, Id id);
StateFrame *state_frame(const State *state, Id id);
/* How long a timer was armed for; -1: not known, it was there before the recording. */
int64_t state_timer_delay(const State *state, const StateTimer *timer);
const char *state_task_word(const State *state, const StateTask *task); /* ready running waiting sleeping done failed cancelled */
/* One line of JSON: `miniasync state FILE N`. What stands in it is described in docs/trace-format.md. */
void state_write(const State *state, Sink *out);

#endif
