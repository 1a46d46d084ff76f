/* breakpoint.c - breakpoint(): see breakpoint.h. In the middle of a plain run nothing has been recorded, so what
 * exists is told first (already.c). From there on events are the run's own. */
#include "trace/breakpoint.h"

#include "base/platform.h"
#include "runtime/start.h"
#include "trace/already.h"
#include "trace/recorder.h"

#include <string.h>

typedef struct Breakpoint {
    VM *vm;
    Recording *recording;
    Recorder *recorder;
    Stepper *stepper;
    int keyboard, terminal;
    bool telling;            /* what is there already                                                     */
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

/* --- opening ------------------------------------------------------------------------------------------------------ */

static void seen(void *context, const TraceEvent *event)
{
    Breakpoint *b = context;
    if (!b->telling && b->stepper)
        stepper_event(b->stepper, event);
}

static void end_here(void *context)
{
    Breakpoint *b = context;
    stepper_free(b->stepper);
    runtime_flush_output(b->vm);
    platform_exit(0);
}

/* The text of the file that calls breakpoint() comes first in the recording. */
static bool add_source(VM *vm, Recording *recording)
{
    Frame *frame = observe_place(vm, NULL);
    char name[1000] = "<stdin>";
    if (frame)
        str_c(frame->func->code->filename, name, sizeof name);
    size_t length = 0, capacity = 0;
    int error = 0;
    char *text = platform_open_source(name, &length, &capacity, &error);
    bool good = recording_add_file(recording, name, text ? text : "", text ? length : 0) != UINT32_MAX;
    if (text)
        mem_free(text, capacity);
    return good;
}

static bool open_stepper(VM *vm)
{
    Breakpoint *b = vm->breakpoint_context;
    if (b) { /* it is open already */
        stepper_break(b->stepper);
        return true;
    }
    b = mem_alloc_zero(sizeof *b);
    Recording *recording = b ? recording_new() : NULL;
    if (!recording || !add_source(vm, recording)) {
        if (recording)
            recording_free(recording);
        mem_free(b, sizeof *b);
        return false;
    }
    runtime_flush_output(vm); /* what was printed stands before the prompt */
    b->vm = vm;
    b->recording = recording;
    b->keyboard = platform_dup(0);
    b->terminal = platform_dup(1);
    StepperOptions options = { .lang = vm->lang, .live = true, .lines = true, .in = b->keyboard, .out = b->terminal,
                               .quit = end_here, .context = b };
    RecorderOptions recorder = { .real_clock = true, .lines = true, .seen = seen, .context = b };
    b->telling = true;
    b->stepper = stepper_new(recording, &options);
    b->recorder = b->stepper ? recorder_start(vm, recording, &recorder) : NULL;
    if (b->recorder) {
        already_tell(vm, vm->loop);
        stepper_skip(b->stepper);
        vm_lines(vm, true);
    }
    b->telling = false;
    vm->breakpoint_context = b;
    return b->recorder != NULL;
}

void breakpoint_arm(VM *vm)
{
    vm->breakpoint_hook = open_stepper;
    vm->breakpoint_context = NULL;
}

void breakpoint_end(VM *vm)
{
    Breakpoint *b = vm->breakpoint_hook == open_stepper ? vm->breakpoint_context : NULL;
    vm->breakpoint_hook = NULL;
    vm->breakpoint_context = NULL;
    if (!b)
        return;
    stepper_free(b->stepper);
    b->stepper = NULL;
    if (b->recorder)
        recorder_end(b->recorder, "done", 0);
    recording_free(b->recording);
    platform_close(b->keyboard);
    platform_close(b->terminal);
    mem_free(b, sizeof *b);
}
