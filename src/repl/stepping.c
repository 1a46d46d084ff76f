/* stepping.c - %trace: an expression runs under the stepper, on the prompt's own loop and names. What exists already
 * is told to the recording first; while the stepper has the screen, it shows what the program prints. */
#include "repl/repl_internal.h"

#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "trace/already.h"
#include "trace/recorder.h"
#include "trace/stepper.h"

#include <stdio.h>

typedef struct Stepping {
    Repl *repl;
    Stepper *stepper;
    bool telling, left;
} Stepping;

static void seen(void *context, const TraceEvent *event)
{
    Stepping *s = context;
    if (!s->telling && !s->left)
        stepper_event(s->stepper, event);
}

/* `quit`: what is stepped through is interrupted, as by Ctrl-C. */
static void quit(void *context)
{
    Stepping *s = context;
    s->left = true;
    platform_kill(platform_pid(), 2);
}

/* The view shows it from the events. */
static void swallow(void *context, VM *vm, int fd, const char *bytes, size_t count)
{
}

Value trace_expression(Repl *repl, const char *text)
{
    VM *vm = repl->vm;
    char name[32];
    if (OBSERVED(vm))
        return VALUE_UNSET;
    snprintf(name, sizeof name, "<input %d>", repl->number);
    const Code *code = repl_compile(repl, text);
    if (!code)
        return VALUE_RAISED;
    stream_flush(vm, vm->sys_stdout);
    Stepping s = { .repl = repl, .telling = true };
    Recording *recording = recording_new();
    int in = platform_dup(0), out = platform_dup(1);
    StepperOptions options = { .lang = vm->lang, .live = true, .colour = repl->colour, .in = in, .out = out,
                               .quiz = repl->quiz, .lines = !repl->editing, .quit = quit, .context = &s };
    Recorder *recorder = NULL;
    Clock *clock = clock_of(vm);
    repl->held = clock_held;
    RecorderOptions recorder_options = { .real_clock = !clock->is_virtual, .clock = &repl->held, .lines = true, .seen = seen,
                                         .context = &s };
    if (recording && recording_add_file(recording, name, text, strlen(text)) != UINT32_MAX)
        s.stepper = stepper_new(recording, &options);
    if (s.stepper)
        recorder = recorder_start(vm, recording, &recorder_options);
    Value value = recorder ? VALUE_UNSET : raise_memory(vm);
    if (recorder) {
        if (clock->is_virtual)
            clock_set(vm, clock); /* the prompt's own goes on */
        already_tell(vm, repl->loop);
        stepper_skip(s.stepper);
        s.telling = false;
        Runtime *runtime = runtime_of(vm);
        if (repl->editing)
            runtime->output_hook = swallow;
        value = repl_eval(repl, code);
        vm_keep(vm, value);
        if (!s.left)
            stepper_end(s.stepper);
        stream_flush(vm, vm->sys_stdout);
        runtime->output_hook = NULL;
    }
    s.telling = true;
    if (recorder)
        recorder_end(recorder, "done", 0);
    clock_set(vm, clock);
    if (s.stepper)
        stepper_free(s.stepper);
    if (recording)
        recording_free(recording);
    platform_close(in);
    platform_close(out);
    if (s.left && value_is_raised(value) && vm_exception_is(vm, vm->exc[EXC_KeyboardInterrupt])) {
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
    return value;
}
