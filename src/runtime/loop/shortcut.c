/* shortcut.c - what the locks and queues of lib/asyncio do when nobody has to wait, without leaving C.
 * The functions are written in locks.ma and queues.ma, and that is where to read them. Nearly always an item
 * is there, or room, or the lock is free: then a function's shortcut (Code.shortcut) does the same here, at a
 * tenth of the cost, and `await queue.get()` makes no coroutine. In every other case (somebody must sleep,
 * something is to be raised, a subclass has methods of its own, a field is not what it usually is) a shortcut
 * answers UNSET, has changed nothing, and the function runs. While somebody observes there are none.
 *
 * Where the fields of an instance are is remembered by shape (Sight), as the caches of instructions do. */
#include "runtime/loop/shortcut.h"
#include "runtime/loop/future.h"
#include "runtime/modules/deque.h"

/* --- what an instance looks like ------------------------------------------------------------------ */

enum { LOOK_QUEUE, LOOK_LOCK, LOOK_SEMAPHORE, LOOK_EVENT, LOOK_GUARD };
enum { QUEUE_ITEMS, QUEUE_MAXSIZE, QUEUE_GETTERS, QUEUE_PUTTERS, QUEUE_UNFINISHED, QUEUE_JOINERS, QUEUE_SHUT };
enum { METHOD_PUT, METHOD_GET, METHOD_FULL, METHOD_EMPTY, METHOD_QSIZE };
enum { LOCK_WAITERS, LOCK_LOCKED, LOCK_HELD };
enum { SEMAPHORE_WAITERS, SEMAPHORE_VALUE };
enum { METHOD_LOCKED };
enum { EVENT_WAITERS, EVENT_VALUE };
enum { METHOD_ACQUIRE, METHOD_RELEASE };

static const struct {
    const char *fields[LOOK_FIELDS], *methods[LOOK_METHODS];
} looks[] = {
    [LOOK_QUEUE] = { { "_queue", "_maxsize", "_getters", "_putters", "_unfinished_tasks", "_joiners", "_is_shutdown" },
                     { "_put", "_get", "full", "empty", "qsize" } },
    [LOOK_LOCK] = { { "_waiters", "_locked", "_held" }, { NULL } },
    [LOOK_SEMAPHORE] = { { "_waiters", "_value" }, { "locked" } },
    [LOOK_EVENT] = { { "_waiters", "_value" }, { NULL } },
    [LOOK_GUARD] = { { NULL }, { "acquire", "release" } },
};

void shortcut_forget(LoopState *state)
{
    memset(state->sights, 0, sizeof state->sights);
}

/* What calling this method would do, if that is a shortcut; else NULL. */
static NativeFn shortcut_of(Value method)
{
    return value_is_exactly(method, KIND_FUNCTION) ? as_function(method)->code->shortcut : NULL;
}

/* An instance of that shape has every field in a slot, and nothing stands before it. */
static bool look_at(VM *vm, Sight *look, int what, Shape *shape)
{
    const Class *cls = shape->cls;
    *look = (Sight){ .shape = shape, .epoch = vm->class_epoch, .what = (uint8_t)what };
    if (cls->flags & (CLASS_GETATTRIBUTE | CLASS_SETATTR))
        return false;
    for (size_t i = 0; i < LOOK_FIELDS && looks[what].fields[i]; i++) {
        Str *name = str_intern_cstr(vm->heap, looks[what].fields[i]);
        int32_t slot = name ? shape_slot(vm->heap, shape, name) : -1;
        if (slot < 0 || slot > UINT16_MAX || !value_is_unset(class_lookup(vm, cls, name)))
            return false;
        look->slots[i] = (uint16_t)slot;
    }
    for (size_t i = 0; i < LOOK_METHODS && looks[what].methods[i]; i++) {
        Str *name = str_intern_cstr(vm->heap, looks[what].methods[i]);
        int32_t slot = name ? shape_slot(vm->heap, shape, name) : -1;
        if (slot >= 0 && slot < UINT16_MAX)
            look->own[i] = (uint16_t)(slot + 1);
        else if (name)
            look->methods[i] = shortcut_of(class_lookup(vm, cls, name));
    }
    return look->usable = true;
}

/* NULL: this instance goes the long way. */
static inline const Sight *look_of(VM *vm, Value self, int what)
{
    if (!value_is_exactly(self, KIND_INSTANCE) || !as_instance(self)->shape)
        return NULL;
    Shape *shape = as_instance(self)->shape;
    Sight *look = &vm->loops->sights[((uintptr_t)shape >> 5 ^ (unsigned)what) % SIGHTS];
    if (LIKELY(look->shape == shape && look->epoch == vm->class_epoch && look->what == what))
        return look->usable ? look : NULL;
    return look_at(vm, look, what, shape) ? look : NULL;
}

static inline Value *field(const Sight *look, Value self, int i)
{
    return instance_slot(as_instance(self), look->slots[i]);
}

/* --- who waits ----------------------------------------------------------------------------------------- */

/* Waiters in order of arrival: a deque, or None for nobody. */
typedef struct {
    Deque *deque;
    size_t first;      /* that is not done; deque->count: nobody                                         */
} Waiters;

static inline Deque *plain_deque(VM *vm, Value v)
{
    return value_is_exactly(v, KIND_BLOB) && deque_is(vm, v) ? deque_data(v) : NULL;
}

/* false: it is something else, or somebody in it is no plain Future. */
static inline bool look_for_waiters(VM *vm, Value v, Waiters *waiters)
{
    *waiters = (Waiters){ NULL, 0 };
    if (value_is_none(v))
        return true;
    Deque *deque = plain_deque(vm, v);
    if (!deque)
        return false;
    size_t i = 0;
    for (; i < deque->count; i++) {
        Value waiter = *deque_slot(deque, i);
        if (!value_is_exactly(waiter, KIND_FUTURE))
            return false;
        if (!future_done(as_future(waiter)))
            break;
    }
    *waiters = (Waiters){ deque, i };
    return true;
}

static inline bool somebody_waits(const Waiters *waiters)
{
    return waiters->deque && waiters->first < waiters->deque->count;
}

/* As _wake_next of queues.ma: those who are done leave on the way. */
static inline void wake_next(VM *vm, const Waiters *waiters)
{
    if (!waiters->deque || !waiters->deque->count)
        return;
    for (size_t i = 0; i < waiters->first; i++)
        deque_take_first(waiters->deque);
    if (waiters->deque->count)
        future_set_result(vm, as_future(deque_take_first(waiters->deque)), VALUE_NONE);
}

/* --- Queue, LifoQueue ------------------------------------------------------------------------------------ */

/* How many items: in a deque, or in a list. -1: it is something else. */
static inline int64_t item_count(VM *vm, Value items)
{
    if (value_is_exactly(items, KIND_LIST))
        return (int64_t)as_list(items)->count;
    Deque *deque = plain_deque(vm, items);
    return deque ? (int64_t)deque->count : -1;
}

/* Queue._put, LifoQueue._put */
static Value queue_append(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    Value items = look ? *field(look, args[0], QUEUE_ITEMS) : VALUE_UNSET;
    if (value_is_exactly(items, KIND_LIST))
        return list_append(vm->heap, as_list(items), args[1]) ? VALUE_NONE : raise_memory(vm);
    Deque *deque = plain_deque(vm, items);
    if (!deque)
        return VALUE_UNSET;
    return deque_push(vm, deque, args[1]) ? VALUE_NONE : VALUE_RAISED;
}

/* Queue._get */
static Value queue_popleft(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    Deque *deque = look ? plain_deque(vm, *field(look, args[0], QUEUE_ITEMS)) : NULL;
    return deque && deque->count ? deque_take_first(deque) : VALUE_UNSET;
}

/* LifoQueue._get */
static Value queue_pop(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    Value items = look ? *field(look, args[0], QUEUE_ITEMS) : VALUE_UNSET;
    if (!value_is_exactly(items, KIND_LIST) || !as_list(items)->count)
        return VALUE_UNSET;
    return as_list(items)->items[--as_list(items)->count]; /* as list.pop() */
}

static Value queue_qsize(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    int64_t count = look ? item_count(vm, *field(look, args[0], QUEUE_ITEMS)) : -1;
    return count < 0 ? VALUE_UNSET : value_small(count);
}

static Value queue_empty(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    int64_t count = look ? item_count(vm, *field(look, args[0], QUEUE_ITEMS)) : -1;
    return count < 0 ? VALUE_UNSET : value_bool(count == 0);
}

static Value queue_full(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    if (!look || look->methods[METHOD_QSIZE] != queue_qsize)
        return VALUE_UNSET;
    int64_t count = item_count(vm, *field(look, args[0], QUEUE_ITEMS));
    Value most = *field(look, args[0], QUEUE_MAXSIZE);
    if (count < 0 || !value_is_int(most))
        return VALUE_UNSET;
    return value_bool(0 < value_int(most) && value_int(most) <= count);
}

/* put, put_nowait: there is room, or else UNSET. */
static Value queue_put(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    if (!look || look->methods[METHOD_PUT] != queue_append || look->methods[METHOD_FULL] != queue_full ||
        !value_same(*field(look, args[0], QUEUE_SHUT), VALUE_FALSE) ||
        !value_same(queue_full(vm, args, 1), VALUE_FALSE))
        return VALUE_UNSET;
    Value *unfinished = field(look, args[0], QUEUE_UNFINISHED);
    Waiters getters;
    if (!value_is_int(*unfinished) || !look_for_waiters(vm, *field(look, args[0], QUEUE_GETTERS), &getters))
        return VALUE_UNSET;
    Value done = queue_append(vm, args, 2);
    if (!value_is_none(done))
        return done;
    *unfinished = value_small(value_int(*unfinished) + 1);
    wake_next(vm, &getters);
    return VALUE_NONE;
}

/* get, get_nowait: an item is there, or else UNSET. */
static Value queue_get(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    Waiters putters;
    if (!look || look->methods[METHOD_EMPTY] != queue_empty ||
        !look_for_waiters(vm, *field(look, args[0], QUEUE_PUTTERS), &putters))
        return VALUE_UNSET;
    NativeFn get = look->methods[METHOD_GET];
    Value item = get == queue_popleft ? queue_popleft(vm, args, 1)
                 : get == queue_pop   ? queue_pop(vm, args, 1)
                                      : VALUE_UNSET;
    if (!value_is_unset(item))
        wake_next(vm, &putters);
    return item;
}

/* Not for the last one, which wakes those who join. */
static Value queue_task_done(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_QUEUE);
    Value *unfinished = look ? field(look, args[0], QUEUE_UNFINISHED) : NULL;
    if (!look || !value_is_int(*unfinished) || value_int(*unfinished) <= 1)
        return VALUE_UNSET;
    *unfinished = value_small(value_int(*unfinished) - 1);
    return VALUE_NONE;
}

/* --- Lock ------------------------------------------------------------------------------------------------ */

/* (running task, else greenlet; line of the script it stands at): who has just taken a lock. None: neither. */
Value shortcut_holder(VM *vm, Value *args, int nargs)
{
    Obj *who = vm->loop && vm->loop->current ? (Obj *)(void *)vm->loop->current : (Obj *)(void *)vm->greenlet;
    if (!who)
        return VALUE_NONE;
    const Frame *frame = frame_visible(vm->frame);
    Value pair[2] = { OBJ(who), value_small(frame ? (int64_t)frame_line(frame) : 0) };
    return vm_tuple_of(vm, 2, pair);
}

static inline bool nobody_queues(VM *vm, Value waiters)
{
    const Deque *deque = value_is_none(waiters) ? NULL : plain_deque(vm, waiters);
    return value_is_none(waiters) || (deque && !deque->count);
}

static Value lock_acquire(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_LOCK);
    if (!look || !value_same(*field(look, args[0], LOCK_LOCKED), VALUE_FALSE) ||
        !nobody_queues(vm, *field(look, args[0], LOCK_WAITERS)))
        return VALUE_UNSET;
    *field(look, args[0], LOCK_LOCKED) = VALUE_TRUE;
    Value holder = shortcut_holder(vm, NULL, 0);
    if (value_is_raised(holder))
        return holder;
    *field(look, args[0], LOCK_HELD) = holder;
    return VALUE_TRUE;
}

static Value lock_release(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_LOCK);
    if (!look || !value_same(*field(look, args[0], LOCK_LOCKED), VALUE_TRUE))
        return VALUE_UNSET;
    Value waiters = *field(look, args[0], LOCK_WAITERS);
    Future *first = NULL;
    if (!nobody_queues(vm, waiters)) {
        const Deque *deque = plain_deque(vm, waiters);
        if (!deque || !value_is_exactly(*deque_slot(deque, 0), KIND_FUTURE))
            return VALUE_UNSET;
        first = as_future(*deque_slot(deque, 0));
    }
    *field(look, args[0], LOCK_LOCKED) = VALUE_FALSE;
    if (first && !future_done(first)) /* the very first only: woken already, its turn is still to come */
        future_set_result(vm, first, VALUE_TRUE);
    return VALUE_NONE;
}

static Value lock_locked(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_LOCK);
    return look ? *field(look, args[0], LOCK_LOCKED) : VALUE_UNSET;
}

/* --- Semaphore, BoundedSemaphore -------------------------------------------------------------------------- */

static Value semaphore_locked(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_SEMAPHORE);
    if (!look || !value_is_int(*field(look, args[0], SEMAPHORE_VALUE)))
        return VALUE_UNSET;
    if (value_int(*field(look, args[0], SEMAPHORE_VALUE)) == 0)
        return VALUE_TRUE;
    return nobody_queues(vm, *field(look, args[0], SEMAPHORE_WAITERS)) ? VALUE_FALSE : VALUE_UNSET;
}

static Value semaphore_acquire(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_SEMAPHORE);
    if (!look || look->methods[METHOD_LOCKED] != semaphore_locked ||
        !value_same(semaphore_locked(vm, args, 1), VALUE_FALSE))
        return VALUE_UNSET;
    Value *value = field(look, args[0], SEMAPHORE_VALUE);
    *value = value_small(value_int(*value) - 1);
    return VALUE_TRUE;
}

/* The slot goes to the first who waits there and then, or back. */
static Value semaphore_release(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_SEMAPHORE);
    Waiters waiters;
    if (!look || !value_is_int(*field(look, args[0], SEMAPHORE_VALUE)) ||
        !look_for_waiters(vm, *field(look, args[0], SEMAPHORE_WAITERS), &waiters))
        return VALUE_UNSET;
    Value *value = field(look, args[0], SEMAPHORE_VALUE);
    if (somebody_waits(&waiters))
        future_set_result(vm, as_future(*deque_slot(waiters.deque, waiters.first)), VALUE_TRUE);
    else
        *value = value_small(value_int(*value) + 1);
    return VALUE_NONE;
}

/* --- Event -------------------------------------------------------------------------------------------------- */

/* Event.wait: it is set. */
static Value event_wait(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_EVENT);
    return look && value_same(*field(look, args[0], EVENT_VALUE), VALUE_TRUE) ? VALUE_TRUE : VALUE_UNSET;
}

static Value event_is_set(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_EVENT);
    return look ? *field(look, args[0], EVENT_VALUE) : VALUE_UNSET;
}

static Value event_clear(VM *vm, Value *args, int nargs)
{
    const Sight *look = look_of(vm, args[0], LOOK_EVENT);
    if (!look)
        return VALUE_UNSET;
    *field(look, args[0], EVENT_VALUE) = VALUE_FALSE;
    return VALUE_NONE;
}

/* --- async with --------------------------------------------------------------------------------------------- */

/* What `self.acquire` or `self.release` is: a method of the class, or (of a Condition) one that is bound to its lock,
 * which is then *self. NULL: something else. */
static NativeFn guard_method(VM *vm, Value *self, int which)
{
    const Sight *look = look_of(vm, *self, LOOK_GUARD);
    if (!look || !look->own[which])
        return look ? look->methods[which] : NULL;
    Value bound = *instance_slot(as_instance(*self), look->own[which] - 1u);
    if (!value_is_exactly(bound, KIND_BOUND))
        return NULL;
    *self = AS(Bound, bound)->self;
    return shortcut_of(AS(Bound, bound)->func);
}

/* _Guard.__aenter__ */
static Value guard_enter(VM *vm, Value *args, int nargs)
{
    Value self = args[0];
    NativeFn acquire = guard_method(vm, &self, METHOD_ACQUIRE);
    if (acquire != lock_acquire && acquire != semaphore_acquire)
        return VALUE_UNSET;
    Value done = acquire(vm, &self, 1);
    return value_same(done, VALUE_TRUE) ? VALUE_NONE : done;
}

/* _Guard.__aexit__ */
static Value guard_exit(VM *vm, Value *args, int nargs)
{
    Value self = args[0];
    NativeFn release = guard_method(vm, &self, METHOD_RELEASE);
    return release == lock_release || release == semaphore_release ? release(vm, &self, 1) : VALUE_UNSET;
}

/* --- which functions have one --------------------------------------------------------------------------------- */

static const struct {
    const char *cls, *method;
    NativeFn shortcut;
} rows[] = {
    { "Queue", "_put", queue_append },
    { "Queue", "_get", queue_popleft },
    { "Queue", "qsize", queue_qsize },
    { "Queue", "empty", queue_empty },
    { "Queue", "full", queue_full },
    { "Queue", "put", queue_put },
    { "Queue", "put_nowait", queue_put },
    { "Queue", "get", queue_get },
    { "Queue", "get_nowait", queue_get },
    { "Queue", "task_done", queue_task_done },
    { "LifoQueue", "_put", queue_append },
    { "LifoQueue", "_get", queue_pop },
    { "_Guard", "__aenter__", guard_enter },
    { "_Guard", "__aexit__", guard_exit },
    { "Lock", "acquire", lock_acquire },
    { "Lock", "release", lock_release },
    { "Lock", "locked", lock_locked },
    { "Semaphore", "acquire", semaphore_acquire },
    { "Semaphore", "release", semaphore_release },
    { "Semaphore", "locked", semaphore_locked },
    { "Event", "wait", event_wait },
    { "Event", "is_set", event_is_set },
    { "Event", "clear", event_clear },
};

/* _shorten(*classes): gives the methods of these classes of the library their shortcuts. */
Value shortcut_add(VM *vm, Value *args, int nargs)
{
    const Tuple *classes = as_tuple(args[0]);
    for (size_t i = 0; i < tuple_length(classes); i++) {
        if (!value_is_class(classes->items[i]))
            return raise_type(vm, "a class was expected, not %T", classes->items[i]);
        Class *cls = as_class(classes->items[i]);
        for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
            if (!str_equals_cstr(cls->name, rows[row].cls))
                continue;
            Str *name = str_intern_cstr(vm->heap, rows[row].method);
            Value method = name ? class_lookup(vm, cls, name) : VALUE_UNSET;
            if (value_is_exactly(method, KIND_FUNCTION))
                vm_shorten(as_function(method), rows[row].shortcut);
        }
    }
    return VALUE_NONE;
}
