/* loop.h - the event loop: its structure, one round, and the services its neighbours use. Read loop.c
 * first; ready.h, timers.h, handle.h, future.h, task.h are the parts. */
#ifndef RUNTIME_LOOP_LOOP_H
#define RUNTIME_LOOP_LOOP_H

#include "runtime/loop/clock.h"
#include "runtime/loop/ready.h"
#include "runtime/loop/selector.h"
#include "runtime/loop/timers.h"
#include "vm/vm.h"

typedef struct Future Future;
typedef struct Task Task;
typedef struct Handle Handle;
typedef struct LoopState LoopState;
struct ThreadLeft;

/* Functions of lib/_strands.ma that C calls. */
enum { THREADS_SLEEP, THREADS_WAIT, THREADS_RUN_FOREVER, THREADS_RUN_UNTIL_COMPLETE, THREADS_FINISH, THREADS_COUNT };

typedef struct {             /* what is watched on one descriptor                                     */
    int fd;
    Handle *reader, *writer; /* or NULL                                                              */
} Watch;

struct Loop {                /* a heap object of KIND_LOOP; aux unused                                */
    Obj obj;
    VM *vm;
    LoopState *state;
    Clock *clock;            /* the VM's                                                             */
    const SelectorOps *selector_ops;
    Selector *selector;      /* made when the loop first has to wait, or NULL                         */
    Ready ready;
    Timers timers;
    Obj *entry;              /* the ready entry that runs now: kept alive; or NULL                     */
    Task *current;           /* the Task whose step runs now, or NULL                                 */
    Future *woken;           /* what woke the step that runs (only compared, for events)                   */
    Task *first_task, *last_task; /* unfinished Tasks, in order of creation: held strongly              */
    size_t task_count;
    Id running_handle;       /* observed: the handle that runs now, or nothing                            */
    Future *main;            /* what run_until_complete runs until, or NULL; only compared                  */
    uint64_t ops_before;     /* observed: vm->ops when it was picked                                        */
    int64_t picked_ns;       /* observed, real clock: when                                                */
    uint32_t hidden;         /* observed: entries of the ready queue that events do not tell                 */
    uint64_t round;          /* number of the round that runs                                         */
    size_t idle_tasks;       /* unfinished Tasks when report_idle last looked                           */
    size_t surveyed;         /* heap->collections when lost Tasks were last looked for                     */
    bool running, closed, stopping, debug;
    bool told_start;         /* observed: loop_start was told before the loop was entered                  */
    const Frame *floor;      /* vm->floor before this loop ran                                         */
    Watch *watches;
    size_t watch_count, watch_capacity;
    Value exception_handler; /* or UNSET                                                              */
    Value task_factory;      /* or UNSET                                                              */
    Value executor;          /* the default one of run_in_executor, or UNSET; NONE: it was shut down           */
    int64_t deadline_ns;     /* loop_turn_until: a round stops there, the rest waits for the next one; or 0    */
    Value signals;           /* Dict: signal number -> Handle, or UNSET                                */
    double slow_seconds;     /* slow_callback_duration                                                */
    List *asyncgens;         /* WeakRefs to the async generators that were started, or NULL             */
};

enum { FAILED = 1, FAILED_NEW = 2 }; /* lost ones were looked for: at the end of a run, when everybody waits */

/* Where instances of a class of the library have their fields: shortcut.c. */
enum { SIGHTS = 16, LOOK_FIELDS = 7, LOOK_METHODS = 5 };
typedef struct {
    const Shape *shape;      /* of the instances; only compared                                       */
    uint64_t epoch;          /* vm->class_epoch then                                                  */
    uint8_t what;            /* which fields                                                          */
    bool usable;             /* all are there                                                         */
    uint16_t slots[LOOK_FIELDS];
    uint16_t own[LOOK_METHODS];     /* 1 + the slot of an attribute that stands before the method; 0: none does */
    NativeFn methods[LOOK_METHODS]; /* the shortcut of the method, or NULL                             */
} Sight;

/* One per VM: what belongs to no single loop. */
struct LoopState {
    VM *vm;
    Class *future_class, *task_class, *handle_class, *timer_handle_class, *loop_class, *context_class,
        *future_iter_class, *gather_class;
    Value current_loop;      /* set_event_loop: a Loop (or whatever was set), NONE, or UNSET: never set */
    uint64_t task_number;    /* the N of the last Task-N                                              */
    Task *interrupt_task;    /* what a Ctrl-C cancels, or NULL                                        */
    Loop *prompt;            /* the loop of the interactive prompt: it counts as running between two rounds; or NULL */
    bool tell_failures;      /* a Task that fails with nobody waiting for it is told of at once               */
    bool interrupt_armed;    /* a second one comes by itself unless the step ends soon                   */
    uint64_t interrupts;     /* how many Ctrl-C came since it was set                                 */
    Value run_done;          /* the callback of run_until_complete: a Native                            */
    const SelectorOps *selector_ops; /* for new loops                                                 */
    struct Watchman *watchman; /* report.c: who keeps the loop busy; NULL: nobody looks                         */
    uint8_t failures;        /* FAILED_x: a Future for which nobody waited has failed since                     */
    uint8_t failure_looks;   /* how often it was looked for lost ones while everybody waited                 */
    bool shuffled;           /* --shuffle: any Task of a round may run next                             */
    uint64_t shuffle;        /* state of splitmix64                                                  */
    Value threads[THREADS_COUNT]; /* threads.c: of the schedule of threads; UNSET: no program has used any       */
    struct ThreadLeft *left; /* what runs below the thread that runs now, innermost last                 */
    size_t left_count, left_capacity;
    Value thread_name;       /* of the thread that runs: a str; UNSET: the main one                         */
    Sight sights[SIGHTS];      /* by shape; empty after each collection                                    */
    bool survey;             /* report.c marks what can still run: waiting Tasks keep nothing alive       */
};

/* asyncio.c: makes types and state at the import of _asyncio. false: raised. */
bool loop_types_setup(VM *vm);
void loop_state_free(VM *vm);        /* at the end of the VM; the heap may still hold loops             */
/* What the VM's finalise_hook does with a dead Task or Future; false: not ours. [script] */
bool loop_finalise(VM *vm, Obj *obj);
/* Before everything is finalised: what the thread's own open loop still holds is left as it is. */
void loop_spare_tasks(VM *vm);

Loop *loop_new(VM *vm, Class *cls);  /* NULL: raised */
void loop_close(Loop *loop);
void loop_release(Heap *heap, Loop *loop); /* the same when the VM may be gone */

/* One round: wait until something can happen, move what is due to the ready queue, run what was ready.
 * may_wait false: only look. false: an exception is pending that ends the run (KeyboardInterrupt,
 * SystemExit, DeadlockError). [script] */
MUST_CHECK bool loop_round(Loop *loop, bool may_wait);
/* For hosts that do the waiting (a page in a browser, a test): runs all that is due, without blocking. Answers the ns to the next
 * timer, 0 when more is ready, -1 when only descriptors or nothing can go on, -2: raised. [script] */
int64_t loop_turn(VM *vm, Loop *loop);
/* The same, rounds until that moment (platform_now_ns) has come or nothing is ready. [script] */
int64_t loop_turn_until(VM *vm, Loop *loop, int64_t deadline_ns);
MUST_CHECK bool loop_run_forever(Loop *loop);  /* until stop(); false: raised [script] */
Value loop_run_until_complete(Loop *loop, Value future); /* [script] */
/* The same in pieces, for a thread that must let others run between two rounds: enter, then one turn after the other
 * (0: more is ready; -1: nothing is due; -2: raised; -3: stop() was called; else ns to the next timer), leave. */
MUST_CHECK bool loop_thread_enter(Loop *loop);
int64_t loop_thread_turn(Loop *loop); /* [script] */
void loop_thread_leave(Loop *loop);

bool loop_check_closed(Loop *loop);  /* false: raised */
/* Queues an entry. `kind`, `why` and the future are for the event. Without memory the entry is lost and a
 * MemoryError comes at the next safe point. */
void loop_make_ready(Loop *loop, Obj *entry, const char *kind, const char *why, const Future *of);
void loop_make_ready_untold(Loop *loop, Obj *entry); /* when it is known that nobody observes */
/* A callback for the next round / for a time; context: snapshot or Context, see contextvars.h. NULL: raised. */
Handle *loop_call_soon(Loop *loop, Value callback, int nargs, const Value *args, Value context,
                       const char *kind, const char *why, const Future *of);
Handle *loop_call_at(Loop *loop, double when, int64_t when_ns, Value callback, int nargs, const Value *args,
                     Value context, const char *kind);
/* Blocks until something is ready and takes it; NULL: nothing ever will be, or raised. [script] */
Obj *loop_next_entry(Loop *loop);
MUST_CHECK bool loop_run_entry(Loop *loop, Obj *entry); /* false: an exception that ends the run [script] */

static inline int64_t loop_now_ns(Loop *loop)
{
    return loop->clock->now_ns(loop->clock);
}

/* For events: who acts (a task, else a handle, else nothing); the id of a ready entry or of a timer's owner; is
 * it left out of events? */
Id loop_event_by(VM *vm);
Id loop_entry_id(VM *vm, Obj *entry);
bool loop_entry_hidden(const Loop *loop, const Obj *entry);
/* loop_start, with the coroutine main (or UNSET), unless it was told already; loop_stop. Called when observed. */
void loop_tell_start(Loop *loop, Value main);
void loop_tell_stop(Loop *loop, const char *why);
void loop_tell_close(Loop *loop);

/* Descriptors. NULL / false: raised. */
bool loop_watch(Loop *loop, int fd, int event, Handle *handle); /* handle NULL: end of the watch; */
Watch *loop_find_watch(Loop *loop, int fd);

/* Reports an exception nobody caught: loop.call_exception_handler with these rows; error may be UNSET.
 * Swallows what the handler raises; false: SystemExit or KeyboardInterrupt is pending. [script] */
bool loop_report(Loop *loop, Str *message, Value error, const char *key, Value subject);
bool loop_call_exception_handler(Loop *loop, Dict *context);      /* [script] */
/* Tells the logger 'asyncio', if the script has imported logging; false: it has not. [script] */
enum { LOG_DEBUG = 10, LOG_WARNING = 30, LOG_ERROR = 40 };
bool loop_log(VM *vm, int level, Str *text, Value error);
bool loop_default_exception_handler(VM *vm, Dict *context);       /* [script] */

static inline bool loop_value_is(Value v)
{
    return value_is_kind(v, KIND_LOOP);
}
/* The running loop, the loop of the thread, a new one ... as asyncio.get_event_loop. NULL: raised. */
Loop *loop_get(VM *vm);
Loop *loop_get_running(VM *vm); /* NULL: RuntimeError: no running event loop */

#endif
