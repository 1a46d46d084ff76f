/* commands.c - what begins with %: looking at the prompt's tasks, stepping through a call, measuring, files, settings.
 * One table; %help is made of it. */
#include "repl/repl_internal.h"

#include "base/utf8.h"
#include "compiler/compiler.h"
#include "runtime/import.h"
#include "runtime/loop/task.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "trace/why.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct Command {
    const char *name, *usage;
    bool (*run)(Repl *repl, const char *rest);
    Message help;
} Command;

static void say(Repl *repl, Message message, const char *argument)
{
    char text[600];
    message_format(text, sizeof text, repl->vm->lang, message, 1, &argument);
    repl_say(repl, text);
    repl_say(repl, "\n");
}

static void write_text(void *context, const char *bytes, size_t count)
{
    text_put(context, bytes, count);
}

/* The table stands at the end; %help reads it. */
static const char *command_usage(size_t index, Message *help);

/* --- tasks ------------------------------------------------------------------------------------------------- */

typedef struct Look {
    Recording *recording;
    State *state;
} Look;

static bool look(Repl *repl, Look *l)
{
    l->recording = snapshot_take(repl);
    l->state = l->recording ? state_new(l->recording) : NULL;
    if (l->state) {
        state_goto(l->state, l->recording->events.count);
        return true;
    }
    if (l->recording)
        recording_free(l->recording);
    raise_memory(repl->vm);
    return false;
}

static void look_away(Look *l)
{
    state_free(l->state);
    recording_free(l->recording);
}

/* How many blanks fill `text` up to `columns`. */
static int blanks_to(int columns, const char *text)
{
    int width = (int)utf8_text_width(text, strlen(text));
    return width < columns ? columns - width : 0;
}

static bool run_tasks(Repl *repl, const char *rest)
{
    Look l;
    char row[700], root[500];
    size_t shown = 0;
    if (!look(repl, &l))
        return false;
    for (uint32_t i = 0; i < l.state->tasks.count; i++) {
        const StateTask *task = &l.state->tasks.items[i];
        if (!task->id.n || task->state >= TASK_STATE_DONE)
            continue;
        why_root(l.state, task->id, repl->vm->lang, root, sizeof root);
        const char *name = task->fn ? task->fn : "", *word = why_state(l.state, task, repl->vm->lang);
        snprintf(row, sizeof row, "  T%-3u %s%*s %s%*s %s\n", task->id.n, name, blanks_to(12, name), "", word,
                 blanks_to(9, word), "", root + strspn(root, " "));
        repl_say(repl, row);
        shown++;
    }
    look_away(&l);
    if (shown == 0)
        say(repl, MSG_repl_no_tasks, "");
    return true;
}

static bool run_why(Repl *repl, const char *rest)
{
    Look l;
    Id id = { 0 };
    bool named = *rest == 'T' || *rest == 't';
    if (!look(repl, &l))
        return false;
    if (named)
        id = ID('T', (uint32_t)strtoul(rest + 1, NULL, 10));
    for (uint32_t i = 0; !named && i < l.state->tasks.count; i++)
        if (l.state->tasks.items[i].state == TASK_STATE_WAITING)
            id = l.state->tasks.items[i].id;
    const StateTask *task = id.n ? state_task(l.state, id) : NULL;
    Text text = { 0 };
    Sink sink = { write_text, &text, repl->colour };
    if (task && task->id.n)
        why_write(l.state, id, repl->vm->lang, &sink);
    if (text.count > 0)
        repl_say(repl, text.items);
    else if (named)
        say(repl, MSG_repl_no_task, rest);
    else
        say(repl, MSG_repl_no_tasks, "");
    vec_free(&text);
    look_away(&l);
    return true;
}

/* --- running -------------------------------------------------------------------------------------------------- */

static const char *without_await(const char *text)
{
    return strncmp(text, "await ", 6) == 0 ? text + 6 + strspn(text + 6, " ") : text;
}

static bool need_expression(Repl *repl, const char *rest, const char *usage)
{
    if (*rest)
        return true;
    say(repl, MSG_repl_usage, usage);
    return false;
}

static bool show(Repl *repl, Value value)
{
    VM *vm = repl->vm;
    if (value_is_raised(value))
        return false;
    vm_keep(vm, value);
    Value sys = import_by_name(vm, "sys");
    return !value_is_raised(sys) && !value_is_raised(vm_call_method(vm, sys, NAME(vm, displayhook), 1, &value));
}

static bool run_trace(Repl *repl, const char *rest)
{
    if (!need_expression(repl, rest, "%trace f()"))
        return true;
    Value value = trace_expression(repl, without_await(rest));
    return value_is_unset(value) || show(repl, value);
}

static bool run_time(Repl *repl, const char *rest)
{
    if (!need_expression(repl, rest, "%time f()"))
        return true;
    char text[64];
    const Code *code = repl_compile(repl, without_await(rest));
    if (!code)
        return false;
    int64_t start_ns = platform_now_ns(), clock_ns = runtime_now_ns(repl->vm);
    Value value = repl_eval(repl, code);
    int64_t took_ns = platform_now_ns() - start_ns;
    snprintf(text, sizeof text, "%.6f", (double)took_ns / 1e9);
    if (!show(repl, value))
        return false;
    say(repl, MSG_repl_took, text);
    if (repl->clock.is_virtual) {
        snprintf(text, sizeof text, "%.6f", (double)(runtime_now_ns(repl->vm) - clock_ns) / 1e9);
        say(repl, MSG_repl_took_virtual, text);
    }
    return true;
}

/* --- files ------------------------------------------------------------------------------------------------------ */

static void cannot(Repl *repl, const char *path, int error)
{
    char text[1200];
    snprintf(text, sizeof text, "can't open file '%.900s': [Errno %d] %s\n", path, error, platform_strerror(error));
    stream_write(repl->vm, repl->vm->sys_stderr, text, strlen(text));
}

static bool run_load(Repl *repl, const char *rest)
{
    VM *vm = repl->vm;
    size_t length, capacity;
    int error = 0;
    if (!need_expression(repl, rest, "%load FILE"))
        return true;
    char *text = platform_open_source(rest, &length, &capacity, &error);
    if (!text) {
        cannot(repl, rest, error);
        return true;
    }
    Code *code = import_compile(vm, text, length, rest, PARSE_FILE, 0, NULL);
    mem_free(text, capacity);
    if (!code)
        return false;
    vm_keep(vm, OBJ(code));
    return !value_is_raised(vm_run_code(vm, code, vm->main->dict, VALUE_UNSET));
}

static bool run_save(Repl *repl, const char *rest)
{
    if (!need_expression(repl, rest, "%save FILE"))
        return true;
    int fd = platform_open(rest, PLATFORM_WRITE | PLATFORM_CREATE | PLATFORM_TRUNCATE, 0666);
    if (fd < 0) {
        cannot(repl, rest, -fd);
        return true;
    }
    int failed = platform_write_all(fd, repl->session.items, repl->session.count);
    platform_close(fd);
    if (failed)
        cannot(repl, rest, -failed);
    else
        say(repl, MSG_repl_saved, rest);
    return true;
}

static bool run_reset(Repl *repl, const char *rest)
{
    VM *vm = repl->vm;
    host_cancel_all(repl);
    List *names = list_new(vm->heap, 8);
    if (!names) {
        raise_memory(vm);
        return false;
    }
    vm_keep(vm, OBJ(names));
    for (DictEntry *e = NULL; (e = dict_next(vm->main->dict, e));)
        if (value_is_str(e->key) && !(str_length(as_str(e->key)) > 1 && str_at(as_str(e->key), 0) == '_' &&
                                      str_at(as_str(e->key), 1) == '_') &&
            !list_append(vm->heap, names, e->key))
            break;
    for (size_t i = 0; i < names->count; i++) {
        Value old;
        if (vm_dict_del(vm, vm->main->dict, names->items[i], &old) < 0)
            return false;
    }
    text_clear(&repl->session);
    say(repl, MSG_repl_reset, "");
    return true;
}

/* --- settings --------------------------------------------------------------------------------------------------- */

static bool run_lang(Repl *repl, const char *rest)
{
    if (*rest && !lang_choose(rest, &repl->vm->lang))
        say(repl, MSG_repl_usage, "%lang en|zh");
    else
        say(repl, MSG_repl_lang, repl->vm->lang == LANG_ZH ? "zh" : "en");
    return true;
}

static bool run_clock(Repl *repl, const char *rest)
{
    if (strcmp(rest, "virtual") == 0 || strcmp(rest, "real") == 0)
        host_set_virtual(repl, *rest == 'v');
    else if (*rest)
        say(repl, MSG_repl_usage, "%clock real|virtual");
    say(repl, repl->clock.is_virtual ? MSG_repl_clock_virtual : MSG_repl_clock_real, "");
    return true;
}

static bool run_quiz(Repl *repl, const char *rest)
{
    char level[2] = { 0 };
    if (strcmp(rest, "off") == 0)
        repl->quiz = 0;
    else if (strcmp(rest, "on") == 0)
        repl->quiz = 1;
    else if (*rest >= '1' && *rest <= '3' && !rest[1])
        repl->quiz = *rest - '0';
    else if (*rest)
        say(repl, MSG_repl_usage, "%quiz on|off|1|2|3");
    level[0] = (char)('0' + repl->quiz);
    say(repl, repl->quiz ? MSG_repl_quiz_on : MSG_repl_quiz_off, level);
    return true;
}

static bool run_gutter(Repl *repl, const char *rest)
{
    if (strcmp(rest, "off") == 0 || strcmp(rest, "on") == 0)
        repl->gutter = rest[1] == 'n';
    else
        say(repl, MSG_repl_usage, "%gutter on|off");
    return true;
}

static bool run_help(Repl *repl, const char *rest)
{
    char row[300];
    const char *usage;
    Message help;
    for (size_t i = 0; (usage = command_usage(i, &help)); i++) {
        snprintf(row, sizeof row, "  %-22s %s\n", usage, message_text(help, repl->vm->lang));
        repl_say(repl, row);
    }
    repl_say(repl, message_text(MSG_repl_help_keys, repl->vm->lang));
    repl_say(repl, "\n");
    return true;
}

/* --- the table ---------------------------------------------------------------------------------------------------- */

static const Command commands[] = {
    { "%tasks", "%tasks", run_tasks, MSG_repl_help_tasks },
    { "%why", "%why [T2]", run_why, MSG_repl_help_why },
    { "%trace", "%trace f()", run_trace, MSG_repl_help_trace },
    { "%time", "%time f()", run_time, MSG_repl_help_time },
    { "%load", "%load FILE", run_load, MSG_repl_help_load },
    { "%save", "%save FILE", run_save, MSG_repl_help_save },
    { "%reset", "%reset", run_reset, MSG_repl_help_reset },
    { "%lang", "%lang en|zh", run_lang, MSG_repl_help_lang },
    { "%clock", "%clock real|virtual", run_clock, MSG_repl_help_clock },
    { "%quiz", "%quiz on|off|1|2|3", run_quiz, MSG_repl_help_quiz },
    { "%gutter", "%gutter on|off", run_gutter, MSG_repl_help_gutter },
    { "%help", "%help", run_help, MSG_repl_help_help },
};

static const char *command_usage(size_t index, Message *help)
{
    if (index >= sizeof commands / sizeof *commands)
        return NULL;
    *help = commands[index].help;
    return commands[index].usage;
}

const char *commands_name(size_t index)
{
    return index < sizeof commands / sizeof *commands ? commands[index].name : NULL;
}

bool commands_run(Repl *repl, const char *line, size_t length)
{
    char name[40], rest[2000];
    size_t n = strcspn(line, " \t\n");
    size_t skip = n + strspn(line + n, " \t");
    if (length - skip >= sizeof rest || n >= sizeof name) {
        say(repl, MSG_repl_no_command, "%");
        return true;
    }
    snprintf(name, sizeof name, "%.*s", (int)n, line);
    snprintf(rest, sizeof rest, "%.*s", (int)(length - skip), line + skip);
    for (size_t i = 0; commands_name(i); i++)
        if (strcmp(commands_name(i), name) == 0)
            return commands[i].run(repl, rest);
    say(repl, MSG_repl_no_command, name);
    return true;
}

bool commands_word(Repl *repl, const char *text, size_t length)
{
    static const char *const words[] = { "help", "exit", "quit", "copyright" };
    size_t i = 0;
    while (i < sizeof words / sizeof *words && (strlen(words[i]) != length || memcmp(words[i], text, length) != 0))
        i++;
    VM *vm = repl->vm;
    if (i == sizeof words / sizeof *words || !value_is_unset(dict_get_name(vm->main->dict, name_of(vm, words[i]))))
        return false;
    if (i == 0) {
        run_help(repl, "");
    } else if (i == 3) {
        repl_say(repl, message_text(MSG_repl_copyright, vm->lang));
        repl_say(repl, "\n");
    } else {
        repl->leave = true;
    }
    return true;
}
