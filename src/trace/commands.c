/* commands.c - what can be typed at the prompt `(trace)`: one table, looked up by name or short name. */
#include "trace/commands_internal.h"

#include "base/platform.h"
#include "trace/chrome.h"
#include "trace/html.h"
#include "trace/save.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef CommandEffect (*CommandFn)(Stepper *stepper, char *arguments);

typedef struct Command {
    const char *name, *shorts; /* shorts: words with blanks between                                          */
    const char *usage;
    CommandFn run;
    Message help;
    bool moves;              /* Enter does it again                                                        */
} Command;

void say(Stepper *stepper, Message message, int count, const char *const *args)
{
    char text[1400];
    size_t length = message_format(text, sizeof text, stepper->lang, message, count, args);
    buffer_add(&stepper->text, text, length);
    buffer_text(&stepper->text, "\n");
}

/* --- arguments ---------------------------------------------------------------------------------------------------- */

bool args_time(const char *text, int64_t *us)
{
    char *end;
    double seconds = strtod(text, &end);
    if (end == text || !(isdigit((unsigned char)*text) || *text == '.') || seconds > 1e12)
        return false;
    if (strcmp(end, "ms") == 0)
        seconds /= 1000;
    else if (strcmp(end, "s") != 0 && strcmp(end, " s") != 0 && *end)
        return false;
    *us = (int64_t)(seconds * 1e6 + 0.5);
    return true;
}

bool args_is_time(const char *text)
{
    int64_t us;
    return args_time(text, &us) && (strchr(text, 's') || strchr(text, '.'));
}

bool args_number(const char *text, uint32_t *number)
{
    char *end;
    if (!isdigit((unsigned char)*text))
        return false;
    unsigned long long n = strtoull(text, &end, 10);
    *number = n > 1000000000 ? 1000000000 : (uint32_t)n;
    return *end == 0;
}

bool args_count(Stepper *stepper, const char *text, uint32_t *count)
{
    *count = 1;
    if (*text == 0 || (args_number(text, count) && *count > 0))
        return true;
    SAY(stepper, step_wants_number, text);
    return false;
}

bool args_task(Stepper *stepper, const char *text, Id *task)
{
    uint32_t n;
    *task = stepper->task;
    if (*text == 0)
        return true;
    if (args_number(*text == 'T' || *text == 't' ? text + 1 : text, &n) && state_task(stepper->state, ID('T', n))) {
        *task = ID('T', n);
        return true;
    }
    SAY(stepper, step_no_task, text);
    return false;
}

/* --- breakpoints -------------------------------------------------------------------------------------------------- */

static CommandEffect run_break(Stepper *stepper, char *arguments)
{
    breaks_add(stepper, arguments, false);
    return COMMAND_STAYS;
}

static CommandEffect run_tbreak(Stepper *stepper, char *arguments)
{
    breaks_add(stepper, arguments, true);
    return COMMAND_STAYS;
}

static CommandEffect run_breaks(Stepper *stepper, char *arguments)
{
    breaks_list(stepper);
    return COMMAND_STAYS;
}

static CommandEffect run_clear(Stepper *stepper, char *arguments)
{
    uint32_t number;
    if (*arguments == 0) {
        while (stepper->breaks.count)
            breaks_clear(stepper, &stepper->breaks.items[stepper->breaks.count - 1]);
        SAY(stepper, step_cleared_all, "");
        return COMMAND_STAYS;
    }
    for (uint32_t i = 0; args_number(arguments, &number) && i < stepper->breaks.count; i++)
        if (stepper->breaks.items[i].number == number) {
            breaks_clear(stepper, &stepper->breaks.items[i]);
            SAY(stepper, step_cleared, arguments);
            return COMMAND_STAYS;
        }
    SAY(stepper, step_no_break, arguments);
    return COMMAND_STAYS;
}

static CommandEffect run_watch(Stepper *stepper, char *arguments)
{
    if (*arguments == 0)
        SAY(stepper, step_wants_expr, "watch");
    else
        breaks_watch(stepper, arguments);
    return COMMAND_STAYS;
}

/* --- how it is shown and kept ---------------------------------------------------------------------------------------- */

static bool take_speed(Stepper *stepper, const char *text)
{
    char *end;
    double speed = strtod(text, &end);
    if (end == text || *end || !(speed >= 0.01) || speed > 1000) {
        SAY(stepper, step_wants_speed, text);
        return false;
    }
    stepper->speed_milli = (int)(speed * 1000 + 0.5);
    return true;
}

static CommandEffect run_play(Stepper *stepper, char *arguments)
{
    if (*arguments && !take_speed(stepper, arguments))
        return COMMAND_STAYS;
    stepper->playing = true;
    return moves_step(stepper, "");
}

static CommandEffect run_speed(Stepper *stepper, char *arguments)
{
    if (*arguments && !take_speed(stepper, arguments))
        return COMMAND_STAYS;
    char speed[32];
    snprintf(speed, sizeof speed, "%g", stepper->speed_milli / 1000.0);
    SAY(stepper, step_speed, speed);
    return COMMAND_STAYS;
}

static CommandEffect run_quiz(Stepper *stepper, char *arguments)
{
    asking_command(stepper, arguments);
    return COMMAND_STAYS;
}

static CommandEffect run_lang(Stepper *stepper, char *arguments)
{
    Lang lang = stepper->lang == LANG_EN ? LANG_ZH : LANG_EN;
    if (*arguments && !lang_choose(arguments, &lang)) {
        SAY(stepper, step_usage, "lang [en|zh]");
        return COMMAND_STAYS;
    }
    stepper->lang = lang;
    SAY(stepper, step_lang, "");
    return COMMAND_STAYS;
}

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text), size = strlen(end);
    return length > size && strcmp(text + length - size, end) == 0;
}

static CommandEffect run_export(Stepper *stepper, char *arguments)
{
    bool lines = ends_with(arguments, ".jsonl"), page = ends_with(arguments, ".html");
    if (!lines && !page && !ends_with(arguments, ".json")) {
        SAY(stepper, step_usage, "export FILE.jsonl|.html|.json");
        return COMMAND_STAYS;
    }
    int fd = platform_open(arguments, PLATFORM_WRITE | PLATFORM_CREATE | PLATFORM_TRUNCATE, 0644);
    FileSink *file = fd < 0 ? NULL : file_sink_new(fd);
    bool fine = file != NULL;
    if (file) {
        Sink sink = file_sink(file);
        if (lines)
            recording_write(stepper->recording, &sink);
        else
            fine = page ? html_write(stepper->recording, &sink) : chrome_write(stepper->recording, &sink);
        file_sink_flush(file);
        fine = fine && !file->failed;
        file_sink_free(file);
    }
    if (fd >= 0)
        platform_close(fd);
    if (fine)
        SAY(stepper, step_written, arguments);
    else
        SAY(stepper, step_not_written, arguments, platform_strerror(fd < 0 ? -fd : file ? 28 : 12));
    return COMMAND_STAYS;
}

static CommandEffect run_quit(Stepper *stepper, char *arguments)
{
    return COMMAND_QUITS;
}

static CommandEffect run_help(Stepper *stepper, char *arguments);

/* --- the table -------------------------------------------------------------------------------------------------------- */

static const Command commands[] = {
    { "step", "s", "step [N]", moves_step, MSG_step_help_step, true },
    { "next", "n", "next [N]", moves_next, MSG_step_help_next, true },
    { "return", "r", "return", moves_return, MSG_step_help_return, true },
    { "switch", "sw", "switch", moves_switch, MSG_step_help_switch, true },
    { "round", "ro", "round", moves_round, MSG_step_help_round, true },
    { "event", "e", "event [N]", moves_event, MSG_step_help_event, true },
    { "continue", "c", "continue", moves_continue, MSG_step_help_continue, true },
    { "until", "unt", "until LINE|TIME", moves_until, MSG_step_help_until, true },
    { "back", "bk", "back [N]", moves_back, MSG_step_help_back, true },
    { "rstep", "rs", "rstep [N]", moves_rstep, MSG_step_help_rstep, true },
    { "rnext", "rn", "rnext [N]", moves_rnext, MSG_step_help_rnext, true },
    { "rcontinue", "rc", "rcontinue", moves_rcontinue, MSG_step_help_rcontinue, true },
    { "goto", "g", "goto N|TIME", moves_goto, MSG_step_help_goto, false },
    { "start", "", "start", moves_start, MSG_step_help_start, false },
    { "end", "", "end", moves_end, MSG_step_help_end, false },
    { "break", "b", "break WHERE [if EXPR]", run_break, MSG_step_help_break, false },
    { "tbreak", "", "tbreak WHERE [if EXPR]", run_tbreak, MSG_step_help_tbreak, false },
    { "clear", "", "clear [N]", run_clear, MSG_step_help_clear, false },
    { "breaks", "", "breaks", run_breaks, MSG_step_help_breaks, false },
    { "watch", "", "watch EXPR", run_watch, MSG_step_help_watch, false },
    { "tasks", "t", "tasks [-a]", panes_tasks, MSG_step_help_tasks, false },
    { "ready", "rq", "ready", panes_ready, MSG_step_help_ready, false },
    { "timers", "ti", "timers", panes_timers, MSG_step_help_timers, false },
    { "output", "o", "output", panes_output, MSG_step_help_output, false },
    { "why", "y", "why [TASK]", inspect_why, MSG_step_help_why, false },
    { "stack", "st", "stack [TASK]", inspect_stack, MSG_step_help_stack, false },
    { "locals", "lo", "locals [TASK]", inspect_locals, MSG_step_help_locals, false },
    { "where", "w bt", "where [TASK]", inspect_where, MSG_step_help_where, false },
    { "up", "u", "up [N]", inspect_up, MSG_step_help_up, false },
    { "down", "d", "down [N]", inspect_down, MSG_step_help_down, false },
    { "list", "l", "list [LINE[, LAST]]", inspect_list, MSG_step_help_list, false },
    { "print", "p", "print EXPR", inspect_print, MSG_step_help_print, false },
    { "timeline", "tl", "timeline [FROM TO]", panes_timeline, MSG_step_help_timeline, false },
    { "play", "pl", "play [X]", run_play, MSG_step_help_play, false },
    { "speed", "sp", "speed X", run_speed, MSG_step_help_speed, false },
    { "quiz", "qz", "quiz [on|off|1-3]", run_quiz, MSG_step_help_quiz, false },
    { "lang", "la", "lang [en|zh]", run_lang, MSG_step_help_lang, false },
    { "export", "ex", "export FILE", run_export, MSG_step_help_export, false },
    { "help", "h ?", "help [COMMAND]", run_help, MSG_step_help_help, false },
    { "quit", "q", "quit", run_quit, MSG_step_help_quit, false },
};
enum { COMMAND_COUNT = sizeof commands / sizeof commands[0] };

static bool is_short(const Command *command, const char *word)
{
    size_t length = strlen(word);
    for (const char *p = command->shorts; *p; p += strcspn(p, " ") + (p[strcspn(p, " ")] == ' '))
        if (strcspn(p, " ") == length && memcmp(p, word, length) == 0)
            return true;
    return false;
}

static const Command *find_command(const char *word)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, word) == 0 || is_short(&commands[i], word))
            return &commands[i];
    return NULL;
}

/* Letters added, left out, changed or swapped. */
static int distance(const char *a, const char *b)
{
    enum { MAX = 24 };
    size_t n = strlen(a), m = strlen(b);
    int d[MAX + 1][MAX + 1];
    if (n > MAX || m > MAX)
        return MAX;
    for (size_t i = 0; i <= n; i++)
        for (size_t k = 0; k <= m; k++) {
            if (i == 0 || k == 0) {
                d[i][k] = (int)(i + k);
                continue;
            }
            int best = d[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
            best = d[i - 1][k] + 1 < best ? d[i - 1][k] + 1 : best;
            best = d[i][k - 1] + 1 < best ? d[i][k - 1] + 1 : best;
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] && d[i - 2][k - 2] + 1 < best)
                best = d[i - 2][k - 2] + 1;
            d[i][k] = best;
        }
    return d[n][m];
}

static void no_command(Stepper *stepper, const char *word)
{
    const Command *near = NULL;
    char small[64];
    size_t length = 0;
    for (; word[length] && length < sizeof small - 1; length++)
        small[length] = (char)tolower((unsigned char)word[length]);
    small[length] = 0;
    int best = length > 3 ? 3 : 2; /* less than so many letters are wrong */
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        int d = is_short(&commands[i], small) ? 0 : distance(small, commands[i].name);
        if (d < best) {
            best = d;
            near = &commands[i];
        }
    }
    if (near)
        SAY(stepper, step_no_command_near, word, near->name);
    else
        SAY(stepper, step_no_command, word);
}

static CommandEffect run_help(Stepper *stepper, char *arguments)
{
    char shorts[32];
    if (*arguments) {
        const Command *command = find_command(arguments);
        if (!command) {
            no_command(stepper, arguments);
            return COMMAND_STAYS;
        }
        buffer_format(&stepper->text, "%s%s%s%s\n", command->usage, *command->shorts ? "  (" : "", command->shorts,
                      *command->shorts ? ")" : "");
        say(stepper, command->help, 0, NULL);
        if (strcmp(command->name, "break") == 0)
            SAY(stepper, step_help_break_where, "");
        if (strcmp(command->name, "print") == 0)
            SAY(stepper, step_help_print_names, "");
        return COMMAND_STAYS;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        snprintf(shorts, sizeof shorts, "%s", commands[i].shorts);
        buffer_format(&stepper->text, "%-22s %-5s ", commands[i].usage, shorts);
        say(stepper, commands[i].help, 0, NULL);
    }
    SAY(stepper, step_help_enter, "");
    return COMMAND_STAYS;
}

CommandEffect command_run(Stepper *stepper, const char *line)
{
    char text[1024];
    while (*line == ' ' || *line == '\t')
        line++;
    if (*line == 0)
        line = stepper->last_move;
    snprintf(text, sizeof text, "%s", line);
    size_t length = strlen(text);
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\t' || text[length - 1] == '\r'))
        text[--length] = 0;
    char *arguments = text;
    while (*arguments && *arguments != ' ' && *arguments != '\t' && !(arguments == text + 1 && text[0] == '?'))
        arguments++;
    char word[64];
    size_t word_length = (size_t)(arguments - text) < sizeof word ? (size_t)(arguments - text) : sizeof word - 1;
    memcpy(word, text, word_length);
    word[word_length] = 0;
    while (*arguments == ' ' || *arguments == '\t')
        arguments++;
    const Command *command = find_command(word);
    if (!command) {
        no_command(stepper, word);
        return COMMAND_STAYS;
    }
    if (*arguments && !strchr(command->usage, ' ')) {
        SAY(stepper, step_no_argument, command->name, arguments);
        return COMMAND_STAYS;
    }
    if (command->moves && line != stepper->last_move)
        snprintf(stepper->last_move, sizeof stepper->last_move, "%.63s", line);
    return command->run(stepper, arguments);
}
