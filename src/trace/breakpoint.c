/* breakpoint.c - breakpoint(): see breakpoint.h. In the middle of a plain run nothing has been recorded, so what
 * exists is told first (already.c). From there on events are the run's own. While the learner looks, the loop's clock
 * stands still, so that what sleeps does not oversleep. */
#include "trace/breakpoint.h"

#include "base/platform.h"
#include "runtime/loop/loop.h"
#include "runtime/runtime.h"
#include "runtime/start.h"
#include "trace/already.h"
#include "trace/buffer.h"
#include "trace/recorder.h"

#include <signal.h>
#include <string.h>

enum { LEFT_STATUS = 1, KEPT_BYTES = 1 << 20 };

typedef struct Breakpoint {
    VM *vm;
    Clock clock;             /* the loop's, while and after somebody has looked                               */
    Observer *before;        /* who looked before, or NULL                                                */
    Recording *recording;
    Recorder *recorder;
    Stepper *stepper;        /* NULL: closed                                                              */
    int keyboard, terminal;
    bool telling;            /* what is there already                                                     */
    bool gone;               /* the program runs on alone: to be closed at the next occasion                    */
    Buffer kept;             /* what the program has printed while a page stood                               */
} Breakpoint;

static bool stop_stepper(VM *vm)
{
    stepper_break(vm->breakpoint_context);
    return true;
}

void breakpoint_stops(VM *vm, Stepper *stepper)
{
    vm->breakpoint_hook = stop_stepper;
    vm->breakpoint_context = stepper;
}

/* --- the program's output ----------------------------------------------------------------------------------- */

/* A page shows it, and it is written below when the page is left; lines stand beside it. */
static void take_output(void *context, VM *vm, int fd, const char *bytes, size_t count)
{
    Breakpoint *b = vm->breakpoint_context;
    if (b && stepper_has_page(b->stepper) && b->kept.length < KEPT_BYTES)
        buffer_add(&b->kept, bytes, count);
    else
        (void)platform_write_all(fd, bytes, count);
}

static void give_output_back(Breakpoint *b)
{
    runtime_flush_output(b->vm);
    Runtime *runtime = runtime_of(b->vm);
    if (runtime->output_hook == take_output)
        runtime->output_hook = NULL;
    (void)platform_write_all(b->terminal, buffer_string(&b->kept), b->kept.length);
    buffer_clear(&b->kept);
    if (runtime->prompt && runtime->output_hook) /* a prompt was open all the while: it is drawn again */
        platform_kill(platform_pid(), SIGCONT);
}

/* --- closing ------------------------------------------------------------------------------------------------ */

/* Nothing more is seen. What the recorder holds is freed later: it may be what called. */
static void let_go(void *context)
{
    Breakpoint *b = context;
    b->gone = true;
    observe_end(b->vm);
    if (b->before)
        observe_begin(b->vm, b->before, false);
    platform_signal_hold(0);
    give_output_back(b);
}

static void close_stepper(Breakpoint *b, int status)
{
    if (!b->stepper)
        return;
    b->telling = true; /* what ends now is not shown */
    if (stepper_has_page(b->stepper)) /* what follows stands below the page */
        (void)platform_write_all(b->terminal, "\r\x1b[K", 4);
    if (b->recorder)
        recorder_end(b->recorder, status == -1 ? "interrupt" : status ? "error" : "done", status);
    if (b->before)
        observe_begin(b->vm, b->before, false);
    give_output_back(b);
    stepper_free(b->stepper);
    recording_free(b->recording);
    platform_close(b->keyboard);
    platform_close(b->terminal);
    b->recorder = NULL;
    b->stepper = NULL;
    b->recording = NULL;
    b->telling = b->gone = false;
}

/* `quit`: the program ends with the trace; at the prompt only the input does, as by Ctrl-C. */
static void quit(void *context)
{
    Breakpoint *b = context;
    if (runtime_of(b->vm)->prompt) {
        let_go(b);
        platform_kill(platform_pid(), SIGINT);
        return;
    }
    stepper_free(b->stepper);
    give_output_back(b);
    platform_exit(LEFT_STATUS);
}

/* --- opening ------------------------------------------------------------------------------------------------ */

static void seen(void *context, const TraceEvent *event)
{
    Breakpoint *b = context;
    if (b->telling || b->gone)
        return;
    bool last = event->kind == EV_gap;
    if (event->kind == EV_out && !stepper_has_page(b->stepper))
        runtime_flush_output(b->vm); /* it stands before the next prompt */
    stepper_event(b->stepper, event);
    if (last && !b->gone)
        let_go(b);
}

/* The text of the file that calls breakpoint() comes first in the recording. */
static bool add_source(VM *vm, Recording *recording)
{
    Frame *frame = observe_place(vm, NULL);
    Str *filename = frame ? frame->func->code->filename : NULL;
    char name[1000] = "<stdin>";
    if (filename)
        str_c(filename, name, sizeof name);
    Value kept = filename && vm->sources ? dict_get_name(vm->sources, frame->func->code->source_name) : VALUE_UNSET;
    size_t length = value_is_str(kept) ? str_utf8_length(as_str(kept)) : 0;
    char *text = mem_alloc(length + 1);
    if (!text)
        return false;
    if (length)
        str_to_utf8(as_str(kept), text);
    bool good = recording_add_file(recording, name, text, length) != UINT32_MAX;
    mem_free(text, length + 1);
    return good;
}

/* Commands out of a pipe: the program may have read some of them ahead. */
static bool read_line(void *context, char *out, size_t size)
{
    Breakpoint *b = context;
    Observer *observer = b->vm->observer;
    b->vm->observer = NULL; /* it is not the program that reads */
    bool there = runtime_read_line(b->vm, out, size);
    b->vm->observer = observer;
    return there;
}

static bool wants_colour(void)
{
    const char *no = platform_getenv("NO_COLOR"), *term = platform_getenv("TERM");
    return platform_is_terminal(1) && !(no && *no) && term && strcmp(term, "dumb") != 0;
}

static Breakpoint *find_or_make(VM *vm)
{
    Breakpoint *b = vm->breakpoint_context;
    if (!b) {
        b = mem_alloc_zero(sizeof *b);
        if (!b)
            return NULL;
        b->vm = vm;
        b->clock = clock_held;
        vm->breakpoint_context = b;
    }
    return b;
}

static bool open_stepper(VM *vm)
{
    Breakpoint *b = find_or_make(vm);
    if (!b)
        return false;
    if (b->stepper && !b->gone) { /* it is open already */
        stepper_break(b->stepper);
        return true;
    }
    close_stepper(b, 0);
    b->recording = recording_new();
    if (!b->recording || !add_source(vm, b->recording)) {
        if (b->recording)
            recording_free(b->recording);
        b->recording = NULL;
        return false;
    }
    runtime_flush_output(vm); /* what was printed stands before the prompt */
    b->before = vm->observer;
    b->keyboard = platform_dup(0);
    b->terminal = platform_dup(1);
    bool is_virtual = clock_of(vm)->is_virtual;
    StepperOptions options = { .lang = vm->lang, .live = true, .beside = true, .colour = wants_colour(), .in = b->keyboard,
                               .out = b->terminal, .read_line = read_line, .quit = quit, .let_go = let_go, .context = b };
    RecorderOptions recorder = { .real_clock = true, .clock = is_virtual ? NULL : &b->clock, .lines = true, .seen = seen,
                                 .context = b };
    b->telling = true;
    b->stepper = stepper_new(b->recording, &options);
    b->recorder = b->stepper ? recorder_start(vm, b->recording, &recorder) : NULL;
    if (b->recorder) {
        Loop *loop = vm->loop ? vm->loop : vm->loops ? vm->loops->prompt : NULL;
        if (loop)
            loop->clock = clock_of(vm);
        already_tell(vm, loop);
        stepper_skip(b->stepper);
        vm_lines(vm, true);
        Runtime *runtime = runtime_of(vm);
        if (!runtime->output_hook)
            runtime->output_hook = take_output;
    }
    b->telling = false;
    return b->recorder != NULL;
}

void breakpoint_arm(VM *vm)
{
    vm->breakpoint_hook = open_stepper;
    vm->breakpoint_context = NULL;
}

static Breakpoint *own(VM *vm)
{
    return vm->breakpoint_hook == open_stepper ? vm->breakpoint_context : NULL;
}

void breakpoint_input_ended(VM *vm)
{
    Breakpoint *b = own(vm);
    if (b && b->stepper)
        close_stepper(b, 0);
}

void breakpoint_end(VM *vm, int status)
{
    Breakpoint *b = own(vm);
    vm->breakpoint_hook = NULL;
    if (!b)
        return;
    if (b->stepper && !b->gone) {
        runtime_flush_output(vm);
        stepper_end(b->stepper);
    }
    close_stepper(b, status);
    vm->breakpoint_context = NULL;
    buffer_free(&b->kept);
    mem_free(b, sizeof *b);
}
