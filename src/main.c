/* main.c - the command line. What a run needs is made in runtime/runtime.c; here is only who asked for
 * what: a script, -c, -m, stdin, a listing, the trace, the prompt. Conventions are CPython's. */
#include "base/mem.h"
#include "base/platform.h"
#include "base/sink.h"
#include "compiler/compiler.h"
#include "explain.h"
#include "lexer/lexer.h"
#include "parser/advice.h"
#include "parser/parser.h"
#include "repl/repl.h"
#include "runtime/import.h"
#include "runtime/runtime.h"
#include "runtime/start.h"
#include "trace/breakpoint.h"
#include "trace/trace.h"

#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage_text[] =
    "usage: miniasync [options] [script.ma | -c CODE | -m MODULE | -] [arguments]\n"
    "       miniasync trace [options] script.ma [arguments]    (miniasync trace --help)\n"
    "       miniasync replay RECORDING | state RECORDING N\n"
    "       miniasync fix FILE | explain CODE\n"
    "\n"
    "Runs a program; without one, and on a terminal, starts the prompt.\n"
    "\n"
    "  -c CODE            run CODE\n"
    "  -m MODULE          run a module as a script\n"
    "  -                  read the program from standard input\n"
    "  -i                 go on at the prompt when the program has ended\n"
    "  -u                 do not buffer standard output\n"
    "  -W ACTION          warnings: error, ignore, always, default\n"
    "  --color=WHEN       auto, always or never\n"
    "  --tokens FILE      show the tokens of a program\n"
    "  --ast FILE         show its syntax tree\n"
    "  --disassemble FILE show its bytecode\n"
    "  --slow MS          tell which line keeps the event loop busy for longer\n"
    "  --gc-stats         tell at the end what the collector did\n"
    "  --version          show the version\n"
    "  -h, --help         show this\n"
    "\n"
    "environment:\n"
    "  MINIASYNC_HISTORY   history file of the prompt; empty: none\n"
    "  MINIASYNC_STARTUP   a file that the prompt runs first\n"
    "  MINIASYNC_LANG      en or zh: language of hints, reports and the trace\n"
    "  MINIASYNC_PATH      more folders with modules, separated by ':'\n"
    "  MINIASYNC_HASHSEED  a number fixes the hash key\n"
    "  MINIASYNC_MEMLIMIT  bytes the program may use\n"
    "  NO_COLOR, FORCE_COLOR\n";

typedef enum { WHAT_RUN, WHAT_TOKENS, WHAT_AST, WHAT_DISASSEMBLE } What;

typedef struct {
    What what;
    const char *code, *module;
    bool interactive, unbuffered, gc_stats;
    const char *warnings;
    int slow_ms; /* 0: nobody looks */
    int colour; /* -1 never, 0 auto, 1 always */
} Options;

static void write_fd(void *ctx, const char *bytes, size_t count)
{
    (void)platform_write_all(*(int *)ctx, bytes, count);
}

static void say(const char *format, const char *a, const char *b)
{
    char buffer[4600];
    int n = snprintf(buffer, sizeof buffer, format, a, b);
    int fd = 2;
    write_fd(&fd, buffer, n < (int)sizeof buffer ? (size_t)n : sizeof buffer - 1);
}

static bool wants_colour(const Options *o, int fd)
{
    const char *no = platform_getenv("NO_COLOR"), *force = platform_getenv("FORCE_COLOR");
    const char *term = platform_getenv("TERM");
    if (o->colour)
        return o->colour > 0;
    if (no && *no)
        return false;
    if (force && *force)
        return true;
    return platform_is_terminal(fd) && term && strcmp(term, "dumb") != 0;
}

/* Reads all of standard input. */
static char *read_stdin(size_t *length, size_t *capacity)
{
    size_t have = 0, room = 65536;
    char *text = mem_alloc(room);
    while (text) {
        if (have == room) {
            char *bigger = mem_realloc(text, room, room * 2);
            if (!bigger)
                break;
            text = bigger;
            room *= 2;
        }
        int64_t n = platform_read(0, text + have, room - have);
        if (n <= 0) {
            *length = have;
            *capacity = room;
            return text;
        }
        have += (size_t)n;
    }
    mem_free(text, room);
    return NULL;
}

/* The text of a script; NULL: said why on stderr. */
static char *read_script(const char *path, size_t *length, size_t *capacity)
{
    if (strcmp(path, "-") == 0) {
        char *text = read_stdin(length, capacity);
        if (!text)
            say("miniasync: standard input does not fit into memory%s%s\n", "", "");
        return text;
    }
    PlatformStat st;
    if (platform_stat(path, true, &st) == 0 && st.is_dir) {
        say("miniasync: can't find '__main__' module in '%s'%s\n", path, "");
        return NULL;
    }
    int error = 0;
    char *text = platform_open_source(path, length, capacity, &error);
    if (!text) {
        char number[32];
        snprintf(number, sizeof number, "[Errno %d] ", error);
        say("miniasync: can't open file '%s': %s", path, number);
        say("%s%s\n", platform_strerror(error), "");
    }
    return text;
}

/* `miniasync FOLDER` runs the __main__ in it: its path in `out`; anything else: `path` itself. */
static const char *script_of(const char *path, char *out, size_t size)
{
    static const char *const mains[] = { "__main__.ma", "__main__.py" };
    PlatformStat st;
    if (platform_stat(path, true, &st) != 0 || !st.is_dir)
        return path;
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof mains / sizeof *mains; i++) {
        int n = snprintf(out, size, "%s%s%s", path, path[length - 1] == '/' ? "" : "/", mains[i]);
        if (n > 0 && (size_t)n < size && platform_stat(out, true, &st) == 0 && !st.is_dir)
            return out;
    }
    return path;
}

static int list_program(const Options *o, const char *path)
{
    size_t length, capacity;
    char *text = read_script(path, &length, &capacity);
    if (!text)
        return 2;
    int fd = 1;
    Sink sink = { write_fd, &fd, wants_colour(o, 1) };
    int error_fd = 2;
    Sink errors = { write_fd, &error_fd, false };
    Source source;
    Diag diag = { 0 };
    Arena arena;
    arena_init(&arena);
    bool good = source_init(&source, strcmp(path, "-") ? path : "<stdin>", text, length, &diag);
    if (good && o->what == WHAT_TOKENS) {
        good = lexer_dump(&source, &sink, &diag);
    } else if (good) {
        Node *root;
        good = parser_parse(&source, PARSE_FILE, &arena, &root, &diag) == PARSE_OK;
        if (good && o->what == WHAT_AST) {
            ast_dump(root, &sink);
        } else if (good) {
            VM *vm = runtime_create(0, NULL, "");
            Code *code = vm ? compiler_compile(vm->heap, root, source.name, 0, &diag) : NULL;
            good = code != NULL;
            if (good)
                code_disassemble(vm->heap, code, write_fd, &fd, sink.colour);
            if (vm)
                runtime_destroy(vm);
        }
    }
    Lang lang;
    lang_choose(NULL, &lang);
    if (!good)
        advice_render(&errors, &diag, &source, lang);
    source_free(&source);
    arena_free(&arena);
    mem_free(text, capacity);
    return good ? 0 : 1;
}

/* -m MODULE: found like an import, run as __main__. */
static int run_module(VM *vm, const char *module)
{
    Value runpy = import_by_name(vm, "runpy");
    Value args[1] = { vm_str_utf8(vm, module, strlen(module)) };
    if (value_is_raised(runpy) || value_is_raised(args[0]) ||
        value_is_raised(vm_call_method(vm, runpy, str_intern_cstr(vm->heap, "run_as_main"), 1, args)))
        return runtime_report(vm);
    return 0;
}

/* A file, or standard input ("-"); *readable: was there a text at all? Answers the exit status. */
static int run_script(VM *vm, const char *path, bool *readable)
{
    size_t length, capacity;
    char *text = read_script(path, &length, &capacity);
    *readable = text != NULL;
    PlatformStat st;
    if (!text)
        return platform_stat(path, true, &st) == 0 && st.is_dir ? 1 : 2;
    bool is_file = strcmp(path, "-") != 0;
    const char *name = is_file ? path : "<stdin>";
    int status = !is_file || module_add(vm, vm->main, "__file__", vm_str_utf8(vm, name, strlen(name)))
                     ? runtime_run_main(vm, text, length, name)
                     : runtime_report(vm);
    mem_free(text, capacity);
    return status;
}

static void print_gc_stats(VM *vm)
{
    char line[200];
    snprintf(line, sizeof line, "gc: %zu collections, %zu objects freed, %zu bytes live, %.3f ms paused, %zu allocations, %zu cells\n",
             vm->heap->collections, vm->heap->freed_objects, vm->heap->live_bytes,
             (double)vm->heap->pause_ns_total / 1e6, mem_asked(), mem_cells());
    say("%s%s", line, "");
}

static void apply_options(VM *vm, const Options *o)
{
    Runtime *runtime = runtime_of(vm);
    if (o->slow_ms > 0) {
        runtime->slow_ns = (int64_t)o->slow_ms * 1000000;
        observe_count(vm);
    }
    if (o->unbuffered)
        runtime_set_unbuffered(vm);
    if (o->warnings) {
        runtime->warnings_error = strncmp(o->warnings, "error", 5) == 0;
        runtime->warnings_ignore = strncmp(o->warnings, "ignore", 6) == 0;
        runtime->warnings_always = strncmp(o->warnings, "always", 6) == 0 || strncmp(o->warnings, "default", 7) == 0;
    }
}

static int leave_with(int status)
{
    if (status == -1)
        platform_die_of_signal(SIGINT);
    return status;
}

static int run_program(const Options *o, const char *executable, int argc, char **argv)
{
    bool from_stdin = !o->code && !o->module && (argc == 0 || strcmp(argv[0], "-") == 0);
    bool prompt = from_stdin && argc == 0 && platform_is_terminal(0), readable = true;
    char main_path[4200];
    const char *script = from_stdin || o->code || o->module ? "" : script_of(argv[0], main_path, sizeof main_path);
    /* sys.argv[0]: the script, "-c", the module's name, or nothing at the prompt. */
    const char *zero = o->code ? "-c" : o->module ? o->module : argc ? argv[0] : "";
    int rest = o->code || o->module || !argc ? 0 : 1;
    size_t bytes = ((size_t)argc + 2) * sizeof(char *);
    char **args = mem_alloc(bytes);
    if (args) {
        args[0] = (char *)zero;
        memcpy(args + 1, argv + rest, (size_t)(argc - rest) * sizeof(char *));
    }
    VM *vm = args ? runtime_create(argc - rest + 1, args, executable) : NULL;
    if (!vm) {
        mem_free(args, bytes);
        say("miniasync: out of memory%s%s\n", "", "");
        return 1;
    }
    apply_options(vm, o);
    breakpoint_arm(vm);
    int status = 0;
    if (!runtime_add_path_of(vm, script))
        status = runtime_report(vm);
    else if (o->code)
        status = runtime_run_main(vm, o->code, strlen(o->code), "<string>");
    else if (o->module)
        status = run_module(vm, o->module);
    else if (!prompt)
        status = run_script(vm, from_stdin ? "-" : script, &readable);
    if (readable && (prompt || o->interactive))
        status = repl_run(vm);
    status = runtime_finish(vm, status);
    breakpoint_end(vm, status);
    if (o->gc_stats)
        print_gc_stats(vm);
    if (!platform_getenv("MINIASYNC_FREE")) /* the system takes the memory back faster than we could */
        platform_exit(leave_with(status));
    runtime_destroy(vm);
    mem_free(args, bytes);
    return leave_with(status);
}

int main(int argc, char **argv)
{
    mem_setup();
    if (argc > 1 && trace_is_command(argv[1]))
        return leave_with(trace_main(argc - 1, argv + 1));
    if (argc > 1 && strcmp(argv[1], "explain") == 0)
        return explain_main(argc - 1, argv + 1);
    if (argc > 1 && strcmp(argv[1], "fix") == 0)
        return fix_main(argc - 1, argv + 1);
    enum { OPT_TOKENS = 256, OPT_AST, OPT_DISASSEMBLE, OPT_VERSION, OPT_COLOR, OPT_GC_STATS, OPT_SLOW };
    static const struct option long_options[] = {
        { "tokens", no_argument, NULL, OPT_TOKENS },
        { "ast", no_argument, NULL, OPT_AST },
        { "disassemble", no_argument, NULL, OPT_DISASSEMBLE },
        { "gc-stats", no_argument, NULL, OPT_GC_STATS },
        { "slow", required_argument, NULL, OPT_SLOW },
        { "version", no_argument, NULL, OPT_VERSION },
        { "color", required_argument, NULL, OPT_COLOR },
        { "help", no_argument, NULL, 'h' },
        { 0 },
    };
    Options o = { 0 };
    int c;
    while (!o.code && !o.module && (c = getopt_long(argc, argv, "+c:m:iuW:hV", long_options, NULL)) != -1) {
        switch (c) {
        case 'c': o.code = optarg; break;
        case 'm': o.module = optarg; break;
        case 'i': o.interactive = true; break;
        case 'u': o.unbuffered = true; break;
        case 'W': o.warnings = optarg; break;
        case OPT_TOKENS: o.what = WHAT_TOKENS; break;
        case OPT_AST: o.what = WHAT_AST; break;
        case OPT_DISASSEMBLE: o.what = WHAT_DISASSEMBLE; break;
        case OPT_GC_STATS: o.gc_stats = true; break;
        case OPT_SLOW: o.slow_ms = atoi(optarg); break;
        case OPT_COLOR:
            o.colour = strcmp(optarg, "always") == 0 ? 1 : strcmp(optarg, "never") == 0 ? -1 : 0;
            break;
        case 'V':
        case OPT_VERSION: {
            char line[256];
            snprintf(line, sizeof line, "miniasync %s (%s)\n", MINIASYNC_VERSION, repl_licence());
            int fd = 1;
            write_fd(&fd, line, strlen(line));
            return 0;
        }
        case 'h': {
            int fd = 1;
            write_fd(&fd, usage_text, sizeof usage_text - 1);
            return 0;
        }
        default: say("%s%s", usage_text, ""); return 2;
        }
    }
    if (o.what != WHAT_RUN) {
        if (optind >= argc) {
            say("miniasync: a file is missing\n%s%s", usage_text, "");
            return 2;
        }
        return list_program(&o, argv[optind]);
    }
    return run_program(&o, argv[0], argc - optind, argv + optind);
}
