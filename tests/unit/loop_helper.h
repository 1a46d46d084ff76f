/* loop_helper.h - a loop to test: virtual clock at 0, selector_none, events kept; and coroutines made of
 * C, so that no compiler is needed. */
#ifndef TESTS_LOOP_HELPER_H
#define TESTS_LOOP_HELPER_H

#include "runtime/loop/cancel.h"
#include "runtime/loop/handle.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/task.h"
#include "runtime/runtime.h"
#include "runtime/start.h"

#include <check.h>
#include <stdio.h>

#define MS ((int64_t)1000000)

typedef struct {
    Observer observer;
    char text[8192];
} EventLog;

static VM *vm;
static Clock test_clock;
static EventLog event_log;

static const char *const event_names[] = {
#define EVENT(name, fields) #name,
#include "vm/events.def"
#undef EVENT
};

static inline void keep_event(Observer *observer, VM *owner, const Event *event)
{
    char text[80];
    int length = snprintf(text, sizeof text, "%s:%u ", event_names[event->kind], event->id.n);
    if (length > 0 && strlen(event_log.text) + (size_t)length < sizeof event_log.text)
        strcat(event_log.text, text);
}

static inline Loop *test_loop(void)
{
    vm = runtime_create(0, NULL, "");
    ck_assert_ptr_nonnull(vm);
    test_clock = clock_virtual;
    clock_set(vm, &test_clock);
    ck_assert(loop_types_setup(vm));
    vm->loops->selector_ops = &selector_none;
    event_log = (EventLog){ .observer.event = keep_event };
    observe_begin(vm, &event_log.observer, false);
    Loop *loop = loop_new(vm, vm->loops->loop_class);
    vm->loops->current_loop = OBJ(loop);
    return loop;
}

static inline void test_end(void)
{
    observe_end(vm);
    runtime_destroy(vm);
}

/* The events of one kind so far, separated by blanks; forgets all. */
static inline const char *test_events(const char *kind)
{
    static char chosen[8192];
    chosen[0] = 0;
    for (char *word = strtok(event_log.text, " "); word; word = strtok(NULL, " "))
        if (strncmp(word, kind, strlen(kind)) == 0 && word[strlen(kind)] == ':') {
            if (*chosen)
                strcat(chosen, " ");
            strcat(chosen, word);
        }
    event_log.text[0] = 0;
    return chosen;
}

static inline void test_round(Loop *loop)
{
    ck_assert_int_ne(loop_turn(vm, loop), -2);
}

/* Callbacks write a letter. */
static char story[4096];

static inline Value tell(VM *owner, Value *args, int nargs)
{
    char text[64] = "?";
    if (nargs > 0 && value_is_int(args[0]))
        snprintf(text, sizeof text, "%d", (int)value_int(args[0]));
    else if (nargs > 0 && future_is(args[0]))
        snprintf(text, sizeof text, "f");
    strcat(story, text);
    return VALUE_NONE;
}
static const NativeSpec tell_spec = { "tell", tell, "...", 0, 9, 0, NULL };
static inline Value teller(void)
{
    return OBJ(native_create(vm, &tell_spec, VALUE_UNSET));
}

static inline Value error_of(int which) /* an instance of vm->exc[which] */
{
    return exception_make(vm, vm->exc[which], 0, NULL);
}

/* A coroutine in C: one letter a step of its program.
 *   y gives way   w waits for the Future `waits`   r returns 7   e raises ValueError
 * What is thrown in ends it, unless the letter it stands on is followed by 's' (swallow). */
typedef struct {
    const char *program;
    Value waits;
    Value self;
} Script;
static Script scripts[64];
static int script_count;
static Class *script_class;

static inline Script *script_of(Value self)
{
    for (int i = 0; i < script_count; i++)
        if (value_same(scripts[i].self, self))
            return &scripts[i];
    return NULL;
}

static inline Value script_go(Script *script)
{
    strcat(story, (char[]){ *script->program, 0 });
    switch (*script->program++) {
    case 'y': return VALUE_NONE;
    case 'w': {
        Value out;
        int state = future_poll(vm, script->waits, &out);
        return state == 0 ? out : state < 0 ? VALUE_RAISED : script_go(script);
    }
    case 'b': return value_small(5);
    case 'e': return raise_value(vm, "from the script");
    default: return raise_stop_iteration(vm, value_small(7));
    }
}

static inline Value script_send(VM *owner, Value *args, int nargs)
{
    return script_go(script_of(args[0]));
}

static inline Value script_throw(VM *owner, Value *args, int nargs)
{
    Script *script = script_of(args[0]);
    strcat(story, value_is_a(vm, args[1], vm->exc[EXC_CancelledError]) ? "C" : "X");
    if (*script->program == 's') {
        script->program++;
        return script_go(script);
    }
    return raise_exception(vm, args[1]);
}

static inline Value script_nothing(VM *owner, Value *args, int nargs)
{
    return VALUE_NONE;
}

static const NativeSpec script_methods[] = {
    { "send", script_send, "...", 2, 2, 0, NULL },
    { "throw", script_throw, "...", 2, 4, 0, NULL },
    { "close", script_nothing, "...", 1, 1, 0, NULL },
    { "__await__", script_nothing, "...", 1, 1, 0, NULL },
    { 0 },
};
static const TypeSpec script_type = { "Script", "tests", NULL, KIND_INSTANCE, 0, script_methods, NULL };

static inline Task *script_task(Loop *loop, const char *program, Future *waits)
{
    if (script_count == 0)
        script_class = type_create(vm, &script_type, NULL);
    Script *script = &scripts[script_count++];
    *script = (Script){ program, waits ? OBJ(waits) : VALUE_NONE, OBJ(instance_new(vm->heap, script_class)) };
    Task *task = task_new(vm, loop, NULL, script->self, VALUE_UNSET, VALUE_UNSET);
    ck_assert_ptr_nonnull(task);
    return task;
}

static inline const char *take_story(void)
{
    static char taken[4096];
    strcpy(taken, story);
    story[0] = 0;
    return taken;
}

#endif
