/* cancel.c - how a cancel finds its place: down from a Task to what it waits for, and on, until something is
 * reached that can end there and then. On the way every Task counts one request (cancelling()); a
 * gather() passes it to each child. */
#include "runtime/loop/cancel.h"

#include "runtime/loop/gather.h"
#include "runtime/loop/task.h"
#include "runtime/modules/helpers.h"

#include "base/vec.h"

/* A chain of Tasks from `first`, whose last one, `above`, waits for `gather` (or it was asked itself). */
typedef struct {
    Gather *gather;
    size_t next;       /* child to ask next                                                          */
    bool any;          /* has a child said yes?                                                      */
    Task *first, *above;
} Walk;

typedef VEC(Walk) Walks;

/* Does this object's cancel() do what the built-in one does? */
static bool is_plain(VM *vm, Value v)
{
    if (!future_is(v))
        return false;
    if (LIKELY(!(value_obj(v)->kind & KIND_SUBCLASS)))
        return true;
    Value method = class_lookup(vm, value_obj(v)->cls, name_of(vm, "cancel"));
    Class *cls = task_is(v) ? vm->loops->task_class : vm->loops->future_class;
    return value_same(method, class_lookup(vm, cls, name_of(vm, "cancel")));
}

static bool is_gather(Value v)
{
    return value_is_exactly(v, KIND_FUTURE) && as_future(v)->kind == FUTURE_GATHER;
}

static int call_cancel(VM *vm, Value v, Value message)
{
    Value method = vm_getattr(vm, v, name_of(vm, "cancel"));
    if (value_is_raised(method) || !vm_enter_c(vm, ""))
        return -1;
    vm_keep(vm, method);
    Value result;
    if (value_is_unset(message) || value_is_none(message)) {
        result = vm_call(vm, method, 0, NULL);
    } else {
        Dict *kw = dict_new(vm->heap, 1);
        if (kw && dict_set_name(vm->heap, kw, NAME(vm, msg), message)) {
            vm_keep(vm, OBJ(kw));
            result = vm_call_kw(vm, method, 0, NULL, kw);
        } else {
            result = raise_memory(vm);
        }
    }
    vm_leave_c(vm);
    return value_is_raised(result) ? -1 : vm_truth(vm, result);
}

/* The marks of a chain are taken off again. */
static void unmark(Task *task)
{
    while (task && task->task_flags & TASK_ON_PATH) {
        task->task_flags &= (uint16_t)~TASK_ON_PATH;
        if (!task_is(task->waits_on))
            break;
        task = AS(Task, task->waits_on);
    }
}

static void must_cancel(Task *task, Value message)
{
    task->task_flags |= TASK_MUST_CANCEL;
    task->task_flags &= (uint16_t)~TASK_THROW;
    task->future.result = message;
}

/* A Task whose wait ends in itself: nobody but us can wake it. */
static void break_circle(Task *above, Task *waited, Value message)
{
    future_drop_wakeup(&waited->future, above);
    above->waits_on = VALUE_UNSET;
    must_cancel(above, message);
    task_queue(above, "step", "cancelled");
}

/* The request, and that it goes on to what the task waits for. */
COLD static void tell_cancel(VM *vm, Task *task, Value message)
{
    Id into = future_is(task->waits_on) ? observe_id(vm, value_obj(task->waits_on)) : ID(0, 0);
    message = value_is_none(message) ? VALUE_UNSET : message;
    EMIT(vm, task_cancel, .id = observe_id(vm, &task->future.obj), .id2 = into, .value = message);
    if (value_is_obj(task->waits_on))
        EMIT(vm, cancel_passed, .id = observe_id(vm, &task->future.obj), .id2 = into, .value = message);
}

/* Goes down from v. Answers 1, 0, -1, or 2: a gather was reached and put on the list. */
static int descend(VM *vm, Walks *walks, Value v, Value message, bool builtin)
{
    Task *first = NULL, *above = NULL;
    int done = 0;
    for (;;) {
        if (!builtin && !is_plain(vm, v)) {
            done = call_cancel(vm, v, message);
            break;
        }
        builtin = false;
        if (!as_future(v)->loop) {
            raise_runtime(vm, "%s object is not initialized.", task_is(v) ? "Task" : "Future");
            done = -1;
            break;
        }
        if (!task_is(v)) {
            if (is_gather(v) && !future_done(as_future(v))) {
                Gather *gather = (Gather *)(void *)value_obj(v);
                if (gather->future.flags & FUTURE_IN_REPR || !vec_reserve(walks, 1))
                    break;
                walks->items[walks->count++] = (Walk){ gather, 0, false, first, above };
                gather->future.flags |= FUTURE_IN_REPR; /* on the way: once only */
                return 2;
            }
            done = future_cancel(as_future(v), message);
            break;
        }
        Task *task = AS(Task, v);
        task->future.flags &= (uint8_t)~FUTURE_LOG;
        if (future_done(&task->future))
            break; /* what `above` waits for is done: it is on its way already */
        if (task->task_flags & TASK_ON_PATH) {
            unmark(first);
            if (above)
                break_circle(above, task, message);
            return above != NULL;
        }
        if (task->cancels < UINT16_MAX)
            task->cancels++;
        task->task_flags |= TASK_ON_PATH;
        first = first ? first : task;
        above = task;
        if (OBSERVED(vm))
            tell_cancel(vm, task, message);
        if (!value_is_obj(task->waits_on))
            break;
        v = task->waits_on;
    }
    unmark(first);
    if (done == 0 && above) {
        must_cancel(above, message);
        return 1;
    }
    return done;
}

int cancel_request(VM *vm, Value v, Value message, bool builtin)
{
    Walks walks = { 0 };
    int done = descend(vm, &walks, v, message, builtin);
    while (walks.count > 0) {
        Walk *walk = &walks.items[walks.count - 1];
        Gather *gather = walk->gather;
        if (done == 1)
            walk->any = true;
        if (done >= 0 && walk->next < tuple_length(gather->children)) {
            done = descend(vm, &walks, gather->children->items[walk->next++], message, false);
            continue;
        }
        gather->future.flags &= (uint8_t)~FUTURE_IN_REPR;
        unmark(walk->first);
        if (done >= 0) {
            done = walk->any;
            if (done)
                gather->future.flags |= FUTURE_CANCEL_ASKED;
            else if (walk->above) {
                must_cancel(walk->above, message);
                done = 1;
            }
        }
        walks.count--;
    }
    vec_free(&walks);
    return done;
}
