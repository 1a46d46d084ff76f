/* run.c - runs a program from its text while it is recorded. Nothing of the machine's chance gets in: the hash key
 * is fixed, the clock is virtual unless asked otherwise. */
#include "trace/run.h"

#include "base/platform.h"
#include "runtime/runtime.h"
#include "runtime/start.h"
#include "trace/options.h"

#include <string.h>

enum { CANNOT_BEGIN = 121 };

typedef struct SavedStreams {
    int in, out, err;        /* copies of 0, 1, 2; -1: untouched                                           */
} SavedStreams;

static int replace(int fd, const char *path, bool for_reading)
{
    int saved = platform_dup(fd);
    int file = saved < 0 ? saved : platform_open(path, for_reading ? PLATFORM_READ : PLATFORM_WRITE, 0);
    if (file < 0) {
        if (saved >= 0)
            platform_close(saved);
        return -1;
    }
    int result = platform_dup_onto(file, fd);
    platform_close(file);
    if (result < 0) {
        platform_close(saved);
        return -1;
    }
    return saved;
}

static void restore(int *saved, int fd)
{
    if (*saved < 0)
        return;
    platform_dup_onto(*saved, fd);
    platform_close(*saved);
    *saved = -1;
}

static bool redirect(TraceRun *run, SavedStreams *saved)
{
    *saved = (SavedStreams){ -1, -1, -1 };
    if (run->standard_input && (saved->in = replace(0, run->standard_input, true)) < 0) {
        trace_complain("miniasync trace: cannot open '%s'\n", run->standard_input);
        return false;
    }
    if ((run->output != OUTPUT_PLAIN && (saved->out = replace(1, "/dev/null", false)) < 0) ||
        (run->output >= OUTPUT_SHOWN && (saved->err = replace(2, "/dev/null", false)) < 0)) {
        trace_complain("miniasync trace: standard output cannot be used\n");
        return false;
    }
    run->screen = saved->out;
    run->errors = run->output == OUTPUT_SHOWN ? saved->err : -1;
    return true;
}

void run_show_output(TraceRun *run)
{
    if (run->screen < 0 || run->output == OUTPUT_NONE)
        return;
    runtime_flush_output(run->vm); /* what a view has shown already goes nowhere */
    platform_dup_onto(run->screen, 1);
    if (run->errors >= 0)
        platform_dup_onto(run->errors, 2);
}

/* A VM whose strings hash the same in each run. */
static VM *create_vm(const TraceRun *run)
{
    const char *set = platform_getenv("MINIASYNC_HASHSEED");
    if (!set)
        platform_setenv("MINIASYNC_HASHSEED", "0");
    VM *vm = runtime_create(run->argc, run->argv, "miniasync");
    if (vm) {
        runtime_of(vm)->seeded = true;
        runtime_of(vm)->seed = run->recorder.seed;
        runtime_of(vm)->slow_ns = run->recorder.slow_us * 1000;
        runtime_of(vm)->shuffled = run->recorder.shuffled;
        runtime_of(vm)->shuffle = run->recorder.shuffle;
    }
    if (!set)
        platform_setenv("MINIASYNC_HASHSEED", NULL);
    return vm;
}

/* Its real name as the recording knows it; it may be another machine's. */
static void recorded_folder(TraceRun *run)
{
    for (uint32_t i = run->sources->events.count; i-- > 0;) {
        const TraceEvent *e = &run->sources->events.items[i];
        if (e->kind != EV_ext || !e->word || strcmp(e->word, RECORDING_FOLDER) != 0 || !e->value)
            continue;
        size_t length = strlen(e->value); /* 'x/' */
        if (length > 2 && length - 2 < sizeof run->real_folder) {
            memcpy(run->real_folder, e->value + 1, length - 2);
            run->real_folder[length - 2] = 0;
            run->recorder.folder = run->folder;
            run->recorder.real_folder = run->real_folder;
        }
        return;
    }
}

/* The script's folder, as it was given and as the system knows it. */
static void find_folders(TraceRun *run)
{
    const char *name = run->argv[0], *slash = strrchr(name, '/');
    size_t length = slash ? (size_t)(slash - name) + 1 : 0;
    run->folder[0] = run->real_folder[0] = 0;
    if (length >= sizeof run->folder)
        return;
    memcpy(run->folder, name, length);
    run->folder[length] = 0;
    if (run->sources) {
        recorded_folder(run);
        return;
    }
    if (platform_real_path(length ? run->folder : ".", run->real_folder, sizeof run->real_folder - 2) < 0)
        return;
    size_t end = strlen(run->real_folder);
    if (end == 0 || run->real_folder[end - 1] != '/')
        memcpy(run->real_folder + end, "/", 2);
    run->recorder.folder = run->folder;
    run->recorder.real_folder = run->real_folder;
}

static const char *find_source(void *context, const char *path, size_t *length)
{
    const TraceRun *run = context;
    const Recording *recording = run->sources;
    size_t real = strlen(run->real_folder), folder = strlen(run->folder);
    bool inside = real > 0 && strncmp(path, run->real_folder, real) == 0;
    for (uint32_t i = 1; i < recording->files.count; i++) {
        const char *name = recording->files.items[i].name;
        bool same = inside ? strncmp(name, run->folder, folder) == 0 && strcmp(name + folder, path + real) == 0
                           : strcmp(name, path) == 0;
        if (same) {
            *length = recording->files.items[i].length;
            return recording->files.items[i].text;
        }
    }
    return NULL;
}

/* The program finds its modules in the recording, below the folder that the script's name says. */
static bool use_sources(const TraceRun *run, VM *vm)
{
    Runtime *runtime = runtime_of(vm);
    runtime->find_source = find_source;
    runtime->find_context = (void *)run;
    const char *folder = *run->real_folder ? run->real_folder : run->folder;
    size_t length = strlen(folder);
    return runtime_set_path(vm, folder, length > 1 ? length - 1 : length);
}

static bool prepare(TraceRun *run, VM *vm, Recording *recording)
{
    const char *name = run->argv[0];
    for (int i = 0; i < run->argc; i++) {
        const char *arg = recording_text(recording, run->argv[i], strlen(run->argv[i]));
        if (!arg || !vec_reserve(&recording->argv, 1))
            return false;
        recording->argv.items[recording->argv.count++] = arg;
    }
    return recording_add_file(recording, name, run->text, run->length) != UINT32_MAX &&
           (run->sources ? use_sources(run, vm) : runtime_add_path_of(vm, name)) &&
           module_add(vm, vm->main, "__file__", vm_str_utf8(vm, name, strlen(name)));
}

int run_program_recorded(TraceRun *run, Recording *recording)
{
    SavedStreams saved;
    run->screen = -1;
    if (!redirect(run, &saved))
        return CANNOT_BEGIN;
    find_folders(run);
    VM *vm = run->vm = create_vm(run);
    int status = CANNOT_BEGIN;
    if (!vm || !prepare(run, vm, recording)) {
        trace_complain("miniasync trace: out of memory\n");
    } else {
        Recorder *recorder = NULL;
        if (run->begun)
            run->begun(run->context, vm);
        recorder = recorder_start(vm, recording, &run->recorder);
        if (recorder) {
            status = runtime_run_main(vm, run->text, run->length, run->argv[0]);
            status = runtime_finish(vm, status);
            recorder_end(recorder, status == -1 ? "interrupt" : status == 0 ? "done" : "error", status);
        }
    }
    if (vm)
        runtime_destroy(vm);
    run->vm = NULL;
    restore(&saved.in, 0);
    restore(&saved.out, 1);
    restore(&saved.err, 2);
    return status;
}
