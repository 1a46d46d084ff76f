/* repl.c - the prompt: reads an input, runs it in __main__, shows its value. Awaiting at top level works: such an
 * input is a task of the prompt's own event loop, which host.c also turns while the learner types. */
#include "repl/repl.h"

#include "base/fullwidth.h"
#include "compiler/compiler.h"
#include "repl/repl_internal.h"
#include "runtime/import.h"
#include "runtime/loop/report.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "runtime/runtime.h"
#include "runtime/start.h"
#include "trace/breakpoint.h"

#include <signal.h>
#include <stdio.h>

const char *repl_licence(void)
{
    return editor_licence();
}

void repl_say(Repl *repl, const char *text)
{
    if (!stream_write(repl->vm, repl->vm->sys_stdout, text, strlen(text)))
        vm_take_exception(repl->vm);
}

void repl_report(Repl *repl)
{
    VM *vm = repl->vm;
    bool leaves = vm_exception_is(vm, vm->exc[EXC_SystemExit]);
    int status = runtime_report(vm);
    if (leaves) {
        repl->leave = true;
        repl->status = status;
    }
}

/* --- running an input --------------------------------------------------------------------------------------- */

static bool run_code(Repl *repl, Code *code)
{
    VM *vm = repl->vm;
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(code));
    Value result;
    if (code->flags & CODE_TOP_AWAIT) {
        Function *func = function_new(vm, code, vm->main->dict);
        vm_keep(vm, OBJ(func));
        result = vm_call(vm, OBJ(func), 0, NULL);
        if (!value_is_raised(result))
            result = host_await(repl, result);
    } else {
        result = vm_run_code(vm, code, vm->main->dict, VALUE_UNSET);
    }
    vm->root_count = mark;
    return !value_is_raised(result);
}

/* One statement is compiled as such; of several each shows its value all the same. */
bool repl_run_text(Repl *repl, const char *text, size_t length)
{
    VM *vm = repl->vm;
    char name[32];
    snprintf(name, sizeof name, "<input %d>", repl->number++);
    Code *code = import_compile(vm, text, length, name, PARSE_FILE, COMPILE_INTERACTIVE, NULL);
    return code && run_code(repl, code);
}

Code *repl_compile(Repl *repl, const char *text)
{
    VM *vm = repl->vm;
    char name[32];
    snprintf(name, sizeof name, "<input %d>", repl->number++);
    Code *code = import_compile(vm, text, strlen(text), name, PARSE_EVAL, COMPILE_EVAL, NULL);
    if (code)
        vm_keep(vm, OBJ(code));
    return code;
}

Value repl_eval(Repl *repl, const Code *code)
{
    VM *vm = repl->vm;
    Value value = vm_run_code(vm, (Code *)code, vm->main->dict, VALUE_UNSET);
    if (value_is_raised(value))
        return value;
    vm_keep(vm, value);
    bool waits = value_is_kind(value, KIND_COROUTINE) || value_is_kind(value, KIND_TASK) || value_is_kind(value, KIND_FUTURE);
    return waits ? host_await(repl, value) : value;
}

/* A coroutine that nobody has started is what beginners forget to await. */
static bool show_value(void *context, VM *vm, Value value)
{
    Repl *repl = context;
    if (!value_is_kind(value, KIND_COROUTINE) || AS(Fiber, value)->state != FIBER_CREATED)
        return false;
    Fiber *fiber = AS(Fiber, value);
    char name[120], hint[600], shown[700], text[200];
    bool told = repl->hinted == repl->number;
    repl->hinted = repl->number;
    str_c(fiber_name(vm, fiber, false), name, sizeof name);
    snprintf(text, sizeof text, "<coroutine %s, not started>\n", name);
    repl_say(repl, text);
    fiber->flags |= FIBER_TOLD;
    if (told) /* `for ...: f()`: once is enough */
        return true;
    vm_hint_unawaited(vm, fiber, fiber->base.func->code->filename, fiber->made_line, hint, sizeof hint);
    size_t length = MESSAGE(shown, sizeof shown - 1, vm->lang, hint_line, "A01", hint);
    shown[length++] = '\n';
    if (!stream_write(vm, vm->sys_stderr, shown, length))
        vm_take_exception(vm);
    return true;
}

/* `f()` of an async function: the next arrow up offers `await f()`. */
static void make_offer(Repl *repl, const Text *input)
{
    text_clear(&repl->offer);
    if (repl->hinted != repl->number || memchr(input->items, '\n', input->count) || memchr(input->items, ';', input->count) ||
        memchr(input->items, '=', input->count) || (input->count == 1 && input->items[0] == '_'))
        return;
    text_cstr(&repl->offer, "await ");
    text_put(&repl->offer, input->items, input->count);
}

/* Full-width slips in an input that did not compile: the corrected text stands in the next prompt. */
static void suggest(Repl *repl, const char *text, size_t length)
{
    SlipList slips = { 0 };
    size_t fixed_length = 0, capacity = 0;
    if (!vm_exception_is(repl->vm, repl->vm->exc[EXC_SyntaxError]))
        return;
    char *fixed = fullwidth_scan(text, length, &slips) && slips.count > 0
                      ? fullwidth_fix(text, length, &slips, &fixed_length, &capacity) : NULL;
    if (fixed && (fixed_length != length || memcmp(fixed, text, length) != 0)) {
        text_clear(&repl->suggestion);
        text_put(&repl->suggestion, fixed, fixed_length);
    }
    if (fixed)
        mem_free(fixed, capacity);
    vec_free(&slips);
}

static void run_input(Repl *repl, Text *input)
{
    VM *vm = repl->vm;
    size_t mark = vm->root_count;
    while (input->count > 0 && strchr(" \t\n", input->items[input->count - 1]))
        input->items[--input->count] = 0;
    const char *text = input->items ? input->items : "";
    if (strspn(text, " \t\n") == input->count)
        return;
    repl->asked_to_leave = false;
    editor_remember(repl, text);
    input_strip_prompts(input);
    input_strip_blanks(input);
    bool fine = true, command = text[0] == '%';
    if (command)
        fine = commands_run(repl, text, input->count);
    else if (!commands_word(repl, text, input->count))
        fine = repl_run_text(repl, text, input->count);
    breakpoint_input_ended(vm);
    if (!fine) {
        suggest(repl, text, input->count);
        repl_report(repl);
    } else if (!command) {
        text_put(&repl->session, text, input->count);
        text_cstr(&repl->session, "\n");
    }
    make_offer(repl, input);
    vm->root_count = mark;
    stream_flush(vm, vm->sys_stdout);
    if (vm_raised(vm))
        vm_take_exception(vm);
}

/* --- leaving ------------------------------------------------------------------------------------------------- */

/* Tells of the tasks that are unfinished; false: there are none, or it was told before. */
static bool ask_to_stay(Repl *repl)
{
    enum { SHOWN = 5 };
    VM *vm = repl->vm;
    size_t count = host_unfinished(repl), shown = 0;
    if (count == 0 || repl->asked_to_leave || repl->at_end)
        return false;
    repl->asked_to_leave = true;
    char name[100], line[16], piece[160], number[24], text[1200];
    Text list = { 0 };
    for (Task *task = repl->loop->first_task; task && shown < SHOWN; task = task->next, shown++) {
        const Frame *frame = report_frame(task);
        report_task_name(vm, task, name, sizeof name);
        if (frame) {
            snprintf(line, sizeof line, "%u", frame_line(frame));
            MESSAGE(piece, sizeof piece, vm->lang, repl_task_at, name, line);
        } else {
            snprintf(piece, sizeof piece, "%s", name);
        }
        if (shown > 0)
            text_cstr(&list, message_text(MSG_narrate_comma, vm->lang));
        text_cstr(&list, piece);
    }
    if (count > shown)
        text_cstr(&list, ", ...");
    snprintf(number, sizeof number, "%zu", count);
    if (count == 1)
        MESSAGE(text, sizeof text, vm->lang, repl_unfinished_one, list.items);
    else
        MESSAGE(text, sizeof text, vm->lang, repl_unfinished, number, list.items);
    vec_free(&list);
    repl_say(repl, text);
    repl_say(repl, "\n");
    return true;
}

/* --- the session ----------------------------------------------------------------------------------------------- */

static bool wants_colour(void)
{
    const char *no = platform_getenv("NO_COLOR");
    return !(no && *no);
}

static bool knows_codes(void)
{
    const char *term = platform_getenv("TERM");
    return term && *term && strcmp(term, "dumb") != 0;
}

/* MINIASYNC_STARTUP: a file that is run first. */
static void run_startup(Repl *repl)
{
    const char *path = platform_getenv("MINIASYNC_STARTUP");
    VM *vm = repl->vm;
    size_t length, capacity;
    int error;
    char *text = path && *path ? platform_open_source(path, &length, &capacity, &error) : NULL;
    if (!text) {
        if (path && *path) {
            char line[4600];
            snprintf(line, sizeof line, "miniasync: can't open file '%s': %s\n", path, platform_strerror(error));
            stream_write(vm, vm->sys_stderr, line, strlen(line));
        }
        return;
    }
    Code *code = import_compile(vm, text, length, path, PARSE_FILE, COMPILE_INTERACTIVE, NULL);
    if (!code || !run_code(repl, code))
        repl_report(repl);
    mem_free(text, capacity);
}

static const int64_t SLOW_NS = 100000000; /* who computes for longer has blocked the loop: A05 */

static Repl *repl_of(VM *vm)
{
    return runtime_of(vm)->prompt;
}

/* Before signals are dealt with: was the process continued, has the window another size? */
static bool note_signals(VM *vm)
{
    Repl *repl = repl_of(vm);
    repl->continued |= platform_signal_pending(SIGCONT);
    repl->resized |= platform_signal_pending(SIGWINCH);
    return repl->signal_hook(vm);
}

static void begin(Repl *repl)
{
    VM *vm = repl->vm;
    Runtime *runtime = runtime_of(vm);
    runtime->prompt = repl;
    runtime->display_hook = show_value;
    repl->signal_hook = vm->signal_hook;
    vm->signal_hook = note_signals;
    if (runtime->slow_ns == 0)
        runtime->slow_ns = SLOW_NS;
    observe_count(vm);
    repl->prompts = platform_is_terminal(0);
    if (repl->prompts) {
        repl_say(repl, message_text(MSG_repl_hello, vm->lang));
        repl_say(repl, "\n");
    }
    if (!host_start(repl)) {
        repl_report(repl);
        repl->leave = true;
        return;
    }
    run_startup(repl);
    stream_flush(vm, vm->sys_stdout);
    repl->editing = !repl->leave && repl->prompts && platform_is_terminal(1) && knows_codes() && editor_open(repl);
    repl->colour = repl->editing && wants_colour();
}

static void end(Repl *repl)
{
    VM *vm = repl->vm;
    if (repl->editing)
        editor_close(repl);
    if (repl->loop)
        host_cancel_all(repl);
    runtime_of(vm)->display_hook = NULL;
    vm->signal_hook = repl->signal_hook;
    if (vm->loops) {
        vm->loops->prompt = NULL;
        vm->loops->tell_failures = false;
    }
    if (repl->clock.is_virtual)
        host_set_virtual(repl, false);
    output_free(repl);
    vec_free(&repl->pending);
    vec_free(&repl->suggestion);
    vec_free(&repl->offer);
    vec_free(&repl->session);
}

int repl_run(VM *vm)
{
    Repl repl = { .vm = vm, .number = 1, .gutter = true };
    Text input = { 0 };
    vm->may_be_observed = true; /* breakpoint() and %trace */
    begin(&repl);
    while (!repl.leave) {
        text_clear(&input);
        stream_flush(vm, vm->sys_stdout);
        switch (repl.editing ? editor_read(&repl, &input) : plain_read(&repl, &input)) {
        case INPUT_TEXT: run_input(&repl, &input); break;
        case INPUT_CANCELLED: repl_say(&repl, "\nKeyboardInterrupt\n"); break;
        case INPUT_END:
            if (repl.prompts && !repl.editing)
                repl_say(&repl, "\n");
            if (!repl.leave && !ask_to_stay(&repl))
                repl.leave = true;
            break;
        }
    }
    end(&repl);
    vec_free(&input);
    return repl.status;
}
