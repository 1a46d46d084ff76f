/* options.c - the command line of trace, replay and shuffle: one table of options. */
#include "trace/options.h"

#include "base/platform.h"
#include "trace/narrate.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char usage[] =
    "usage: miniasync trace [options] script.ma [arguments]\n"
    "       miniasync replay [view options] RECORDING\n"
    "       miniasync replay --check RECORDING\n"
    "       miniasync state RECORDING N\n"
    "       miniasync shuffle [--runs N] script.ma [arguments]\n"
    "\n"
    "Shows what an asynchronous program does: event by event, from its own event loop.\n"
    "\n"
    "  --narrate[=LEVEL]  tell it in sentences: plain, loop or all (default without a terminal)\n"
    "  --batch FILE       commands of the stepper from a file, in lines\n"
    "  --quiz[=1|2|3]     ask before it is shown\n"
    "  --answers FILE     answers to the quiz, one key a line: 1 to 9, ?, s\n"
    "  --record FILE      keep the recording (JSON Lines)\n"
    "  --html FILE        a page with everything in it\n"
    "  --chrome FILE      Chrome Trace Event JSON, for Perfetto\n"
    "  --lang en|zh       language (else MINIASYNC_LANG, LC_ALL, LC_MESSAGES, LANG)\n"
    "  --ascii            no box characters\n"
    "  --clock virtual|real\n"
    "  --detail loop|line record lines of the program, too (default when stepping, with --html and --narrate=all)\n"
    "  --shuffle SEED     any task of a round may run next\n"
    "  --runs N           shuffle: how many runs (default 100)\n"
    "  --seed N           of random and of the quiz (default 0)\n"
    "  --slow MS          a handle that runs longer has blocked the loop (default 100)\n"
    "  --limit N          events at most (default 200000)\n"
    "  --stdin FILE       standard input of the program\n"
    "  --selfcheck        compare the recording with the runtime after each event\n"
    "\n"
    "Without a view option, --record, --html, --chrome and --selfcheck leave the output as it is.\n";

typedef enum { IS_FLAG, IS_MAYBE, IS_VALUE } OptionKind;
typedef struct OptionRow {
    const char *name;
    OptionKind kind;
    char what;
} OptionRow;

static const OptionRow rows[] = {
    { "narrate", IS_MAYBE, 'n' }, { "lang", IS_VALUE, 'l' },   { "clock", IS_VALUE, 'c' },  { "shuffle", IS_VALUE, 's' },
    { "seed", IS_VALUE, 'e' },    { "detail", IS_VALUE, 'd' }, { "record", IS_VALUE, 'r' }, { "html", IS_VALUE, 'h' },
    { "chrome", IS_VALUE, 'p' },  { "quiz", IS_MAYBE, 'q' },   { "answers", IS_VALUE, 'a' }, { "batch", IS_VALUE, 'b' },
    { "slow", IS_VALUE, 'w' },    { "limit", IS_VALUE, 'm' },  { "stdin", IS_VALUE, 'i' },  { "ascii", IS_FLAG, '8' },
    { "selfcheck", IS_FLAG, 'f' }, { "check", IS_FLAG, 'k' },  { "runs", IS_VALUE, 'u' },   { "help", IS_FLAG, '?' },
};

void trace_complain(const char *format, ...)
{
    char text[1500];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    (void)platform_write_all(2, text, length < 0 ? 0 : (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

static bool read_number(const char *text, uint64_t *out)
{
    uint64_t n = 0;
    if (!*text)
        return false;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || __builtin_mul_overflow(n, (uint64_t)10, &n) ||
            __builtin_add_overflow(n, (uint64_t)(*text - '0'), &n))
            return false;
    }
    *out = n;
    return true;
}

/* Which of some words, separated by blanks; -1: none. */
static int which(const char *text, const char *words)
{
    size_t length = strlen(text);
    for (int i = 0; *words; i++) {
        size_t n = strcspn(words, " ");
        if (n == length && strncmp(words, text, n) == 0)
            return i;
        words += n;
        words += *words == ' ';
    }
    return -1;
}

static bool set_option(TraceOptions *o, char what, const char *value)
{
    uint64_t number = 0;
    int choice;
    switch (what) {
    case 'n':
        choice = value ? which(value, "plain loop all") : NARRATE_PLAIN;
        o->view = VIEW_NARRATE;
        o->narrate = choice;
        return choice >= 0;
    case 'l': return lang_choose(value, &o->lang);
    case 'c':
        choice = which(value, "virtual real");
        o->real_clock = choice == 1;
        return choice >= 0;
    case 's': o->shuffled = true; return read_number(value, &o->shuffle);
    case 'e': o->seeded = true; return read_number(value, &o->seed);
    case 'd':
        choice = which(value, "loop line");
        o->detail = choice == 1 ? DETAIL_LINE : DETAIL_LOOP;
        return choice >= 0;
    case 'r': o->record = value; return *value != 0;
    case 'h': o->html = value; return *value != 0;
    case 'p': o->chrome = value; return *value != 0;
    case 'q':
        choice = value ? which(value, "1 2 3") : 0;
        o->quiz = choice + 1;
        o->view = o->view == VIEW_DEFAULT ? VIEW_STEP : o->view;
        return choice >= 0;
    case 'a':
        o->answers = value;
        o->quiz = o->quiz ? o->quiz : 1;
        o->view = o->view == VIEW_DEFAULT ? VIEW_STEP : o->view;
        return *value != 0;
    case 'b': o->batch = value; o->view = VIEW_STEP; return *value != 0;
    case 'w': o->slow_us = 0; return read_number(value, &number) && number < 1000000000 && (o->slow_us = (int64_t)number * 1000, true);
    case 'm': return read_number(value, &o->limit) && o->limit > 0 && o->limit < UINT32_MAX - 10;
    case 'i': o->standard_input = value; return *value != 0;
    case '8': o->ascii = true; return true;
    case 'f': o->selfcheck = true; return true;
    case 'k': o->check = true; return true;
    case 'u': return read_number(value, &number) && number > 0 && number <= 1000000 && (o->runs = (unsigned)number, true);
    default: return false;
    }
}

static const OptionRow *find_row(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strncmp(rows[i].name, name, length) == 0 && rows[i].name[length] == 0)
            return &rows[i];
    return NULL;
}

static void say_usage(int fd)
{
    (void)platform_write_all(fd, usage, sizeof usage - 1);
}

bool options_read(TraceOptions *o, int argc, char **argv, int *status)
{
    *o = (TraceOptions){ .slow_us = 100000, .runs = 100 };
    const char *command = argc > 0 ? argv[0] : "trace";
    *status = 2;
    lang_choose(NULL, &o->lang);
    int i = 1;
    for (; i < argc && strncmp(argv[i], "--", 2) == 0 && argv[i][2]; i++) {
        const char *name = argv[i] + 2;
        size_t length = strcspn(name, "=");
        const char *value = name[length] == '=' ? name + length + 1 : NULL;
        const OptionRow *row = find_row(name, length);
        if (row && row->what == '?') {
            say_usage(1);
            *status = 0;
            return false;
        }
        if (!row || (row->what == 'k') != (row->what == 'k' && strcmp(command, "replay") == 0)) {
            trace_complain("miniasync %s: there is no option --%.*s; miniasync trace --help shows all\n", command,
                           (int)length, name);
            return false;
        }
        if (row->kind == IS_VALUE && !value && i + 1 < argc)
            value = argv[++i];
        if ((row->kind == IS_VALUE && !value) || (row->kind == IS_FLAG && value)) {
            trace_complain("miniasync %s: --%s %s\n", command, row->name,
                           value ? "takes no value" : "needs a value");
            return false;
        }
        if (!set_option(o, row->what, value)) {
            trace_complain("miniasync %s: --%s: '%s' is no value of it; miniasync trace --help shows all\n", command,
                           row->name, value ? value : "");
            return false;
        }
    }
    i += i < argc && strcmp(argv[i], "--") == 0;
    o->argc = argc - i;
    o->argv = argv + i;
    if (o->argc == 0 || (o->argc > 0 && strcmp(o->argv[0], "-h") == 0)) {
        if (o->argc) {
            say_usage(1);
            *status = 0;
        } else {
            trace_complain("miniasync %s: a %s is missing\n", command,
                           strcmp(command, "trace") == 0 || strcmp(command, "shuffle") == 0 ? "script" : "recording");
        }
        return false;
    }
    return true;
}
