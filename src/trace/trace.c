/* trace.c - the commands trace, replay and state. The options are in options.c, the running in run.c, what is shown in
 * show.c and the files of the views. */
#include "trace/trace.h"

#include "trace/check.h"
#include "trace/show.h"
#include "trace/shuffle.h"
#include "trace/state.h"

#include <stdio.h>
#include <string.h>

/* --- trace and shuffle ------------------------------------------------------------------------------------- */

static void begin_run(void *context, VM *vm)
{
    if (!show_begin_vm(context, vm))
        trace_complain("miniasync trace: out of memory\n");
}

static void see_event(void *context, const TraceEvent *event)
{
    show_event(context, event);
}

static int trace_command(const TraceOptions *o)
{
    size_t length, capacity;
    char *text = read_whole("trace", o->argv[0], &length, &capacity);
    Recording *recording = text ? recording_new() : NULL;
    if (!recording) {
        mem_free(text, text ? capacity : 0);
        return 2;
    }
    Show show = { .options = o, .recording = recording };
    Clock held = clock_held;
    TraceRun run = {
        .text = text, .length = length, .argc = o->argc, .argv = o->argv,
        .recorder = { .real_clock = o->real_clock, .clock = o->view == VIEW_STEP ? &held : NULL, .lines = show_wants_lines(o), .shuffled = o->shuffled,
                      .shuffle = o->shuffle, .seed = o->seed, .limit = o->limit, .slow_us = o->slow_us,
                      .seen = see_event, .context = &show },
        .output = o->view == VIEW_NONE ? OUTPUT_PLAIN : o->view == VIEW_STEP ? OUTPUT_SHOWN : OUTPUT_HIDDEN,
        .standard_input = o->standard_input,
        .begun = begin_run,
        .context = &show,
    };
    show.run = &run;
    int status = show_begin(&show) ? run_program_recorded(&run, recording) : 1;
    show_end(&show);
    if (!show_save(&show) && status == 0)
        status = 1;
    recording_free(recording);
    mem_free(text, capacity);
    return status;
}

static int shuffle_command(const TraceOptions *o)
{
    size_t length, capacity;
    char *text = read_whole("shuffle", o->argv[0], &length, &capacity);
    FileSink *file = text ? file_sink_new(1) : NULL;
    if (!file) {
        mem_free(text, text ? capacity : 0);
        return 2;
    }
    TraceRun program = {
        .text = text, .length = length, .argc = o->argc, .argv = o->argv,
        .recorder = { .seed = o->seed, .limit = o->limit },
        .standard_input = o->standard_input,
    };
    Sink out = file_sink(file);
    int status = shuffle_run(&program, o->runs, o->lang, &out);
    file_sink_free(file);
    mem_free(text, capacity);
    return status;
}

/* --- replay and state ------------------------------------------------------------------------------------------ */

/* NULL: said why. */
static Recording *open_recording(const char *command, const char *path)
{
    size_t length, capacity;
    char *text = read_whole(command, path, &length, &capacity);
    if (!text)
        return NULL;
    char why[300];
    Recording *recording = recording_read(text, length, why);
    mem_free(text, capacity);
    if (!recording)
        trace_complain("miniasync %s: '%s': %s\n", command, path, why);
    return recording;
}

static int replay_command(const TraceOptions *o)
{
    Recording *recording = open_recording("replay", o->argv[0]);
    if (!recording)
        return 1;
    if (o->check) {
        int result = check_recording(recording, o->lang);
        recording_free(recording);
        return result;
    }
    Show show = { .options = o, .recording = recording };
    int status = show_begin(&show) ? 0 : 1;
    for (uint32_t i = 0; show.narrator && i < recording->events.count; i++)
        show_event(&show, &recording->events.items[i]);
    show_end(&show);
    if (!show_save(&show))
        status = 1;
    recording_free(recording);
    return status;
}

static bool read_index(const char *text, uint32_t *out)
{
    uint64_t n = 0;
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 9 || text[digits])
        return false;
    for (size_t i = 0; i < digits; i++)
        n = n * 10 + (uint64_t)(text[i] - '0');
    *out = (uint32_t)n;
    return true;
}

static int state_command(int argc, char **argv)
{
    uint32_t index;
    if (argc != 3 || !read_index(argv[2], &index)) {
        trace_complain("usage: miniasync state RECORDING N\n");
        return 2;
    }
    Recording *recording = open_recording("state", argv[1]);
    if (!recording)
        return 1;
    int status = 1;
    State *state = state_new(recording);
    FileSink *file = file_sink_new(1);
    if (index >= recording->events.count) {
        trace_complain("miniasync state: there is no event %u; the last one is %u\n", index,
                       recording->events.count - 1);
        status = 2;
    } else if (state && file) {
        Sink out = file_sink(file);
        state_goto(state, index + 1);
        if (!state->failed)
            state_write(state, &out);
        status = state->failed ? 1 : 0;
    }
    if (status == 1)
        trace_complain("miniasync state: out of memory\n");
    file_sink_free(file);
    state_free(state);
    recording_free(recording);
    return status;
}

bool trace_is_command(const char *name)
{
    return strcmp(name, "trace") == 0 || strcmp(name, "replay") == 0 || strcmp(name, "state") == 0 ||
           strcmp(name, "shuffle") == 0;
}

int trace_main(int argc, char **argv)
{
    if (strcmp(argv[0], "state") == 0)
        return state_command(argc, argv);
    TraceOptions options;
    int status;
    if (!options_read(&options, argc, argv, &status))
        return status;
    show_choose(&options);
    if (strcmp(argv[0], "shuffle") == 0)
        return shuffle_command(&options);
    return strcmp(argv[0], "replay") == 0 ? replay_command(&options) : trace_command(&options);
}
