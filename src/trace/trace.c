/* trace.c - the commands trace, replay and state: runs a program (or opens a recording) and gives its events to the
 * views. The options are in options.c, the running in run.c, each view in its own file. */
#include "trace/trace.h"

#include "base/platform.h"
#include "runtime/runtime.h"
#include "runtime/start.h"
#include "trace/narrate.h"
#include "trace/options.h"
#include "trace/run.h"
#include "trace/shuffle.h"
#include "trace/state.h"
#include "trace/stepper.h"

#include <stdio.h>
#include <string.h>

typedef struct FileSink FileSink;

typedef struct Views {
    const TraceOptions *options;
    Recording *recording;
    TraceRun *run;           /* NULL: replay                                                              */
    Stepper *stepper;        /* the prompt, or NULL                                                       */
    int keyboard, terminal;  /* the stepper's: copies of 0 and 1                                            */
    Narrator *narrator;      /* the narrated view, or NULL ...                                            */
    FileSink *screen; /* ... and where it writes                                                   */
    Sink out;
} Views;

static void write_fd(void *context, const char *bytes, size_t count)
{
    int fd = *(const int *)context;
    while (count > 0) {
        int64_t n = platform_write(fd, bytes, count);
        if (n <= 0)
            return;
        bytes += n;
        count -= (size_t)n;
    }
}

/* --- files -------------------------------------------------------------------------------------------------- */

struct FileSink {
    int fd;
    bool failed;
    size_t used;
    char bytes[60000];
};

static void flush_file(FileSink *file)
{
    for (size_t done = 0; done < file->used && !file->failed;) {
        int64_t n = platform_write(file->fd, file->bytes + done, file->used - done);
        file->failed = n <= 0;
        done += n > 0 ? (size_t)n : 0;
    }
    file->used = 0;
}

static void write_file(void *context, const char *bytes, size_t count)
{
    FileSink *file = context;
    while (count > 0) {
        size_t room = sizeof file->bytes - file->used, n = count < room ? count : room;
        memcpy(file->bytes + file->used, bytes, n);
        file->used += n;
        bytes += n;
        count -= n;
        if (file->used == sizeof file->bytes)
            flush_file(file);
    }
}

static bool write_recording(const Recording *recording, Sink *out)
{
    recording_write(recording, out);
    return true;
}

/* false: said why. */
static bool save(const char *path, const Recording *recording, bool (*writer)(const Recording *, Sink *))
{
    FileSink *file = mem_alloc(sizeof *file);
    int fd = file ? platform_open(path, PLATFORM_WRITE | PLATFORM_CREATE | PLATFORM_TRUNCATE, 0666) : -12;
    if (fd < 0) {
        trace_complain("miniasync trace: cannot write '%s': %s\n", path, platform_strerror(-fd));
        mem_free(file, sizeof *file);
        return false;
    }
    *file = (FileSink){ .fd = fd };
    Sink out = { write_file, file, false };
    bool fine = writer(recording, &out);
    flush_file(file);
    fine = platform_close(fd) >= 0 && fine && !file->failed;
    mem_free(file, sizeof *file);
    if (!fine)
        trace_complain("miniasync trace: '%s' could not be written\n", path);
    return fine;
}

static bool save_all(const TraceOptions *o, const Recording *recording)
{
    return !o->record || save(o->record, recording, write_recording);
}

/* The whole file; NULL: said why. */
static char *read_file(const char *command, const char *path, size_t *length, size_t *capacity)
{
    int error = 0;
    char *text = platform_open_source(path, length, capacity, &error);
    if (!text)
        trace_complain("miniasync %s: cannot open '%s': %s\n", command, path, platform_strerror(error));
    return text;
}

/* --- options and views ------------------------------------------------------------------------------------------ */

static void choose_view(TraceOptions *o)
{
    if (o->view != VIEW_DEFAULT)
        return;
    if (o->record || o->html || o->chrome || o->selfcheck)
        o->view = VIEW_NONE;
    else
        o->view = platform_is_terminal(1) ? VIEW_STEP : VIEW_NARRATE;
}

/* false: out of memory. */
static bool begin_narration(Views *views)
{
    const TraceOptions *o = views->options;
    views->screen = mem_alloc(sizeof *views->screen);
    if (!views->screen)
        return false;
    *views->screen = (FileSink){ .fd = platform_dup(1) };
    views->out = (Sink){ write_file, views->screen, false };
    views->narrator = narrator_new(views->recording, (NarrateLevel)o->narrate, o->lang, &views->out);
    if (views->narrator)
        narrator_set_ascii(views->narrator, o->ascii);
    return views->narrator != NULL;
}

static void end_narration(Views *views)
{
    if (views->narrator)
        narrator_end(views->narrator);
    if (views->screen) {
        flush_file(views->screen);
        platform_close(views->screen->fd);
        mem_free(views->screen, sizeof *views->screen);
    }
    views->narrator = NULL;
    views->screen = NULL;
}

/* The learner leaves: the program ends with the trace. */
static void end_here(void *context)
{
    Views *views = context;
    stepper_free(views->stepper);
    platform_exit(save_all(views->options, views->recording) ? 0 : 1);
}

/* false: said why. */
static bool begin_stepping(Views *views, bool live)
{
    const TraceOptions *o = views->options;
    const char *no_colour = platform_getenv("NO_COLOR"), *term = platform_getenv("TERM");
    views->keyboard = platform_dup(0);
    views->terminal = platform_dup(1);
    StepperOptions options = {
        .lang = o->lang, .ascii = o->ascii, .live = live, .in = views->keyboard, .out = views->terminal,
        .colour = !o->batch && platform_is_terminal(1) && !(no_colour && *no_colour) && term && strcmp(term, "dumb") != 0,
        .batch = o->batch, .quiz = o->quiz, .answers = o->answers, .quit = end_here, .context = views,
    };
    views->stepper = stepper_new(views->recording, &options);
    return views->stepper != NULL;
}

static void end_stepping(Views *views)
{
    if (!views->stepper)
        return;
    stepper_end(views->stepper);
    stepper_free(views->stepper);
    views->stepper = NULL;
    platform_close(views->keyboard);
    platform_close(views->terminal);
}

static void show_event(void *context, const TraceEvent *event)
{
    Views *views = context;
    if (views->stepper)
        stepper_event(views->stepper, event);
    if (views->narrator) {
        narrator_event(views->narrator, event);
        if (event->kind == EV_ran || event->kind == EV_wait || event->kind == EV_gap || !event->by.n)
            flush_file(views->screen);
    }
    if (event->kind == EV_gap && views->run) {
        trace_complain("miniasync trace: the recording stops here: its limit of %s is reached (--limit); the program "
                       "runs on\n", strcmp(event->word, "events") == 0 ? "events" : "64 MiB");
        run_show_output(views->run);
    }
}

/* --- trace --------------------------------------------------------------------------------------------------------- */

static int trace_command(TraceOptions *o)
{
    choose_view(o);
    size_t length, capacity;
    char *text = read_file("trace", o->argv[0], &length, &capacity);
    Recording *recording = text ? recording_new() : NULL;
    if (!recording) {
        mem_free(text, text ? capacity : 0);
        return 2;
    }
    Views views = { .options = o, .recording = recording };
    bool lines = o->detail == DETAIL_LINE || (o->detail == DETAIL_DEFAULT && (o->view == VIEW_STEP ||
                 (o->view == VIEW_NARRATE && o->narrate == NARRATE_ALL)));
    TraceRun run = {
        .text = text, .length = length, .argc = o->argc, .argv = o->argv,
        .recorder = { .real_clock = o->real_clock, .lines = lines, .shuffled = o->shuffled, .shuffle = o->shuffle,
                      .seed = o->seed, .limit = o->limit, .slow_us = o->slow_us, .seen = show_event,
                      .context = &views },
        .output = o->view == VIEW_NONE ? OUTPUT_PLAIN : OUTPUT_HIDDEN,
        .standard_input = o->standard_input,
        .context = &views,
    };
    views.run = &run;
    bool ready = o->view == VIEW_NARRATE ? begin_narration(&views) : o->view == VIEW_STEP ? begin_stepping(&views, true) : true;
    int status = ready ? run_program_recorded(&run, recording) : 1;
    views.run = NULL;
    end_stepping(&views);
    end_narration(&views);
    if (!save_all(o, recording) && status == 0)
        status = 1;
    recording_free(recording);
    mem_free(text, capacity);
    return status;
}

/* --- replay and state ------------------------------------------------------------------------------------------------- */

/* NULL: said why. */
static Recording *open_recording(const char *command, const char *path)
{
    size_t length, capacity;
    char *text = read_file(command, path, &length, &capacity);
    if (!text)
        return NULL;
    char why[300];
    Recording *recording = recording_read(text, length, why);
    mem_free(text, capacity);
    if (!recording)
        trace_complain("miniasync %s: '%s': %s\n", command, path, why);
    return recording;
}

static int replay_command(TraceOptions *o)
{
    Recording *recording = open_recording("replay", o->argv[0]);
    if (!recording)
        return 1;
    choose_view(o);
    Views views = { .options = o, .recording = recording };
    bool ready = o->view == VIEW_NARRATE ? begin_narration(&views) : o->view == VIEW_STEP ? begin_stepping(&views, false) : true;
    int status = ready ? 0 : 1;
    end_stepping(&views);
    for (uint32_t i = 0; views.narrator && i < recording->events.count; i++)
        show_event(&views, &recording->events.items[i]);
    end_narration(&views);
    if (!save_all(o, recording))
        status = 1;
    recording_free(recording);
    return status;
}

static int state_command(int argc, char **argv)
{
    unsigned long number = 0;
    char rest;
    if (argc != 3 || sscanf(argv[2], "%lu%c", &number, &rest) != 1 || argv[2][0] == '-') {
        trace_complain("usage: miniasync state RECORDING N\n");
        return 2;
    }
    Recording *recording = open_recording("state", argv[1]);
    if (!recording)
        return 1;
    int status = 0, fd = 1;
    Sink out = { write_fd, &fd, false };
    State *state = state_new(recording);
    if (number >= recording->events.count) {
        trace_complain("miniasync state: there is no event %lu; the last one is %u\n", number,
                       recording->events.count - 1);
        status = 2;
    } else if (state) {
        FileSink *file = mem_alloc(sizeof *file);
        state_goto(state, (uint32_t)number + 1);
        if (file) {
            *file = (FileSink){ .fd = 1 };
            out = (Sink){ write_file, file, false };
        }
        state_write(state, &out);
        if (file)
            flush_file(file);
        mem_free(file, sizeof *file);
    }
    state_free(state);
    recording_free(recording);
    return status;
}

static int shuffle_command(const TraceOptions *o)
{
    size_t length, capacity;
    char *text = read_file("shuffle", o->argv[0], &length, &capacity);
    if (!text)
        return 2;
    TraceRun program = {
        .text = text, .length = length, .argc = o->argc, .argv = o->argv,
        .recorder = { .seed = o->seed, .limit = o->limit },
        .standard_input = o->standard_input,
    };
    int fd = 1;
    Sink out = { write_fd, &fd, false };
    int status = shuffle_run(&program, o->runs, o->lang, &out);
    mem_free(text, capacity);
    return status;
}

bool trace_is_command(const char *name)
{
    return strcmp(name, "shuffle") == 0 || strcmp(name, "trace") == 0 || strcmp(name, "replay") == 0 || strcmp(name, "state") == 0;
}

int trace_main(int argc, char **argv)
{
    if (strcmp(argv[0], "state") == 0)
        return state_command(argc, argv);
    TraceOptions options;
    int status;
    if (!options_read(&options, argc, argv, &status))
        return status;
    if (strcmp(argv[0], "shuffle") == 0)
        return shuffle_command(&options);
    return strcmp(argv[0], "replay") == 0 ? replay_command(&options) : trace_command(&options);
}
