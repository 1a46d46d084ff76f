/* report.h - what the loop finds out about a program and tells its author: deadlock (A07), a blocked loop (A05),
 * a task that can never finish (A10), tasks left waiting when main ended (A11), an error nobody asked for (A09).
 * Everything is read from the loop's own structures, so a plain run tells it as well as a traced one. Sentences
 * are in base/messages.def. */
#ifndef RUNTIME_LOOP_REPORT_H
#define RUNTIME_LOOP_REPORT_H

#include "runtime/loop/task.h"

/* Nothing is ready, no timer, no descriptor, and main is not done: writes the report to stderr and raises
 * DeadlockError with its hint. Always false. [script] */
bool report_deadlock(Loop *loop);
/* The same for greenlets: the LoopExit of gevent's hub gets the report, which its traceback shows, and the hint. [script] */
void report_greenlets(VM *vm, Value error);
/* What a Task waits for: `T3`, `F1`, `S1 (Lock), held by T2`. [script] */
void report_target(VM *vm, const Task *task, char *out, size_t size);
/* time.sleep() has just held up the Task that runs for that long. false: a filter made it an error. [script] */
bool report_blocked(VM *vm, int64_t slept_ns);
/* The loop is about to cancel what main left behind: tells of each Task that waits. false: raised. [script] */
bool report_left_waiting(Loop *loop);
/* Looks for Tasks that nothing can wake any more (a walk over the heap); each is told of once. false: raised. [script] */
bool report_unreachable(Loop *loop);
/* The same for an observer that has just begun to look, in two steps: they are looked for; later it is told of all of
 * them, and nobody else is. */
void report_find_lost(Loop *loop);
void report_tell_lost(Loop *loop);
/* A watch on handles that compute for too long (runtime_of(vm)->slow_ns, observe_count()): begins when the loop's state is
 * made, ends with it. report_watch_pick: a handle begins to run. */
bool report_watch_begin(VM *vm);
void report_watch_end(VM *vm);
void report_watch_pick(Loop *loop);
/* The loop has nothing to run and somebody watches: the same, if since the last time a Task began to wait for a Future
 * that has no timer, or one has ended. false: raised. [script] */
bool report_idle(Loop *loop);
/* `hint A09: ...` below the traceback of a failed Task, on stderr. [script] */
void report_never_seen(VM *vm, Task *task);

/* result() was asked for too early, InvalidStateError is pending: the hint A13 goes with it. */
void report_too_early(VM *vm, Future *future);

/* The innermost frame of a learner's own, of a suspended or running coroutine; NULL: there is none. */
const Frame *report_frame(const Task *task);
/* "T2 fetch" */
void report_task_name(VM *vm, Task *task, char *out, size_t size);
/* "T2", "F1", "G3" */
void report_id_text(VM *vm, Obj *obj, char *out, size_t size);
/* The event `report`. */
void report_emit(VM *vm, const char *code, const char *who, const char *line, const char *more);

#endif
