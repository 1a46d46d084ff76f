/* trace.c - the command line of `miniasync trace`: which view, which script. The views are in their own files;
 * this one starts the program under them. Time is virtual. */
#include "trace/trace.h"

#include "base/mem.h"
#include "base/platform.h"
#include "runtime/import.h"
#include "runtime/runtime.h"
#include "runtime/start.h"
#include "trace/live.h"

#include <stdio.h>
#include <string.h>

static void write_to(void *context, const char *bytes, size_t length)
{
    int fd = *(int *)context;
    while (length > 0) {
        int64_t n = platform_write(fd, bytes, length);
        if (n < 0)
            return;
        bytes += n;
        length -= (size_t)n;
    }
}

static int complain(const char *format, const char *what)
{
    char text[600];
    int length = snprintf(text, sizeof text, format, what);
    platform_write(2, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
    return 2;
}

int trace_main(int argc, char **argv, const char *usage)
{
    int first = 1;
    for (; first < argc && strncmp(argv[first], "--", 2) == 0; first++) {
        if (strcmp(argv[first], "--narrate") != 0 && strcmp(argv[first], "--narrate=loop") != 0)
            return complain("miniasync trace: %s is not known; there is --narrate=loop\n", argv[first]);
    }
    if (first >= argc)
        return complain("miniasync trace: a script is missing\n%s", usage);
    int error = 0;
    size_t length, capacity;
    char *text = platform_open_source(argv[first], &length, &capacity, &error);
    if (!text) {
        char name[300];
        snprintf(name, sizeof name, "%s: %s", argv[first], platform_strerror(error));
        return complain("miniasync trace: cannot open %s\n", name);
    }
    VM *vm = runtime_create(argc - first, argv + first, "miniasync");
    if (!vm)
        return complain("miniasync trace: out of memory%s\n", "");
    if (!runtime_add_path_of(vm, argv[first]) ||
        !module_add(vm, vm->main, "__file__", vm_str_utf8(vm, argv[first], strlen(argv[first]))))
        return runtime_report(vm);
    int screen = platform_dup(1); /* the view writes here; the program's own output is shown by the view */
    LiveView *narrator = screen >= 0 && platform_redirect(1, "/dev/null") == 0
                             ? live_start(vm, write_to, &screen) : NULL;
    if (!narrator)
        return complain("miniasync trace: standard output cannot be used%s\n", "");
    int status = runtime_run_main(vm, text, length, argv[first]);
    mem_free(text, capacity);
    status = runtime_finish(vm, status);
    live_end(narrator);
    runtime_destroy(vm);
    return status;
}
