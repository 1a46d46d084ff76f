/* check.c - `replay --check`: runs the program that is inside a recording again, with the recorded answers, and
 * compares each event with the recorded one. The first that differs is told. */
#include "trace/check.h"

#include "base/platform.h"
#include "trace/options.h"
#include "trace/run.h"

#include <stdio.h>
#include <string.h>

typedef struct Check {
    const Recording *old;
    uint32_t next;           /* the recorded event that comes next                                       */
    bool differs;
    char line[2][600];       /* recorded, now                                                            */
    uint32_t at;
} Check;

typedef struct Line {
    char *bytes;
    size_t used, capacity;
    bool failed;
} Line;

static void add_bytes(void *context, const char *bytes, size_t count)
{
    Line *line = context;
    if (count > line->capacity - line->used) {
        size_t wanted = (line->used + count) * 2;
        char *more = mem_realloc(line->bytes, line->capacity, wanted);
        if (!more) {
            line->failed = true;
            return;
        }
        line->bytes = more;
        line->capacity = wanted;
    }
    memcpy(line->bytes + line->used, bytes, count);
    line->used += count;
}

/* Without what differs from run to run: the real clock, the index behind quiz questions. */
static void write_plain(TraceEvent e, uint32_t index, bool real, Line *line)
{
    e.index = index;
    if (e.kind == EV_end)
        e.number2 = 0;
    if (real) {
        e.t_us = e.w_us = 0;
        if (e.kind == EV_ran)
            e.number2 = 0;
        if (e.kind == EV_wait || e.kind == EV_clock || e.kind == EV_timer || e.kind == EV_timer_fire)
            e.number = 0;
    }
    Sink out = { add_bytes, line, false };
    event_write(&e, false, &out);
}

static void keep_line(char *out, const Line *line)
{
    size_t n = line->used > 599 ? 599 : line->used ? line->used - 1 : 0;
    if (n)
        memcpy(out, line->bytes, n);
    out[n] = 0;
}

static void compare_event(void *context, const TraceEvent *event)
{
    Check *check = context;
    while (check->next < check->old->events.count && check->old->events.items[check->next].kind == EV_quiz)
        check->next++;
    if (check->differs || event->kind == EV_begin) {
        check->next += !check->differs;
        return;
    }
    Line lines[2] = { { .used = 0 }, { .used = 0 } };
    if (check->next < check->old->events.count)
        write_plain(check->old->events.items[check->next], check->next, check->old->real, &lines[0]);
    else if (!check->old->ended)
        return; /* the recording was cut off: what comes now is not in it */
    write_plain(*event, check->next, check->old->real, &lines[1]);
    if (lines[0].used != lines[1].used || memcmp(lines[0].bytes, lines[1].bytes, lines[0].used) != 0) {
        check->differs = true;
        check->at = check->next;
        keep_line(check->line[0], &lines[0]);
        keep_line(check->line[1], &lines[1]);
    }
    check->next++;
    for (int i = 0; i < 2; i++)
        mem_free(lines[i].bytes, lines[i].capacity);
}

static void say(const char *text)
{
    platform_write(1, text, strlen(text));
}

static int tell(const Check *check, Lang lang)
{
    char number[20], text[700];
    snprintf(number, sizeof number, "%u", check->differs ? check->at : check->next);
    if (!check->differs) {
        MESSAGE(text, sizeof text, lang, check_same, number);
        say(text);
        say("\n");
        return 0;
    }
    MESSAGE(text, sizeof text, lang, check_differs, number);
    say(text);
    say("\n");
    MESSAGE(text, sizeof text, lang, check_recorded, *check->line[0] ? check->line[0] : "-");
    say(text);
    say("\n");
    MESSAGE(text, sizeof text, lang, check_now, *check->line[1] ? check->line[1] : "-");
    say(text);
    say("\n");
    return 1;
}

/* In which language the hints of the recorded run were: standard error is recorded, too. */
static Lang recorded_lang(const Recording *old)
{
    static const char chinese[] = "\u63d0\u793a "; /* the word before a hint's code */
    const size_t length = sizeof chinese - 1;
    for (uint32_t i = 0; i < old->events.count; i++) {
        const TraceEvent *e = &old->events.items[i];
        for (size_t k = 0; e->kind == EV_out && e->number == 2 && k + length <= e->text_length; k++)
            if (memcmp(e->text + k, chinese, length) == 0)
                return LANG_ZH;
    }
    return LANG_EN;
}

static void use_recorded_lang(void *context, VM *vm)
{
    const Check *check = context;
    vm->lang = recorded_lang(check->old);
}

int check_recording(const Recording *old, Lang lang)
{
    const TraceFile *script = &old->files.items[0];
    Check *check = mem_alloc_zero(sizeof *check);
    Recording *recording = recording_new();
    size_t bytes = (old->argv.count + 2) * sizeof(char *);
    char **argv = mem_alloc_zero(bytes);
    TraceRun *run = mem_alloc_zero(sizeof *run);
    int status = 1;
    if (check && recording && argv && run) {
        check->old = old;
        argv[0] = (char *)script->name;
        for (uint32_t i = 1; i < old->argv.count; i++)
            argv[i] = (char *)old->argv.items[i];
        *run = (TraceRun){
            .text = script->text, .length = script->length,
            .argc = old->argv.count ? (int)old->argv.count : 1, .argv = argv,
            .recorder = { .real_clock = old->real, .lines = old->lines, .shuffled = old->shuffled,
                          .shuffle = old->shuffle, .seed = old->seed, .limit = old->limit, .slow_us = 100000,
                          .seen = compare_event, .context = check, .answers = old },
            .output = OUTPUT_NONE,
            .standard_input = "/dev/null",
            .sources = old,
            .begun = use_recorded_lang,
            .context = check,
        };
        run_program_recorded(run, recording);
        if (!check->differs && check->next < old->events.count && recording->ended) {
            Line rest = { .used = 0 };
            write_plain(old->events.items[check->next], check->next, old->real, &rest);
            keep_line(check->line[0], &rest);
            mem_free(rest.bytes, rest.capacity);
            check->differs = true;
            check->at = check->next;
        }
        if (recording->ended)
            status = tell(check, lang);
        else
            trace_complain("miniasync replay: out of memory\n");
    } else {
        trace_complain("miniasync replay: out of memory\n");
    }
    mem_free(run, sizeof *run);
    mem_free(argv, bytes);
    recording_free(recording);
    mem_free(check, sizeof *check);
    return status;
}
