/* repl.c - the prompt: reads a statement, runs it in __main__, shows its value. Awaiting at top level works:
 * such an input is a coroutine that the prompt's own event loop runs. */
#include "repl/repl.h"

#include "base/platform.h"
#include "compiler/compiler.h"
#include "repl/line.h"
#include "runtime/import.h"
#include "runtime/modules/streams.h"
#include "runtime/runtime.h"
#include "runtime/start.h"

#include <stdio.h>

const char *repl_licence(void)
{
    return line_licence();
}

/* Runs one compiled input. false: an exception is pending. */
static bool run_input(VM *vm, Code *code)
{
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(code));
    Value result;
    if (code->flags & CODE_TOP_AWAIT) {
        Function *func = function_new(vm, code, vm->main->dict);
        vm_keep(vm, OBJ(func));
        Value coroutine = vm_call(vm, OBJ(func), 0, NULL);
        Value asyncio = value_is_raised(coroutine) ? coroutine : import_by_name(vm, "asyncio");
        if (value_is_raised(asyncio))
            return false;
        vm_keep(vm, coroutine);
        Value loop = vm_call_method(vm, asyncio, str_intern_cstr(vm->heap, "get_event_loop"), 0, NULL);
        result = value_is_raised(loop) ? loop
                                       : vm_call_method(vm, vm_keep(vm, loop),
                                                        str_intern_cstr(vm->heap, "run_until_complete"), 1, &coroutine);
    } else {
        result = vm_run_code(vm, code, vm->main->dict, VALUE_UNSET);
    }
    vm->root_count = mark;
    return !value_is_raised(result);
}

int repl_run(VM *vm)
{
    static const char hello[] = "miniasync " MINIASYNC_VERSION
                                " - async, step by step. help() explains, Ctrl-D leaves.\n";
    stream_write(vm, vm->sys_stdout, hello, sizeof hello - 1);
    LineEditor *editor = line_open();
    StrBuilder input;
    int status = 0, number = 1;
    bool more = false;
    builder_init(&input, vm->heap);
    for (;;) {
        stream_flush(vm, vm->sys_stdout);
        char *line = line_read(editor, more ? "... " : ">>> ");
        if (!line) {
            if (line_interrupted(editor)) {
                platform_take_signal();
                vm->attention &= ~(uint32_t)ATTENTION_SIGNAL;
                stream_write(vm, vm->sys_stdout, "\nKeyboardInterrupt\n", 19);
                builder_drop(&input);
                builder_init(&input, vm->heap);
                more = false;
                continue;
            }
            stream_write(vm, vm->sys_stdout, "\n", 1);
            break;
        }
        bool blank = line[strspn(line, " \t")] == 0;
        Value text = vm_str_utf8(vm, line, strlen(line));
        line_free(editor, line);
        if (value_is_raised(text)) {
            vm_take_exception(vm);
            continue;
        }
        builder_str(&input, as_str(text));
        builder_char(&input, '\n');
        if (blank && !more) {
            builder_drop(&input);
            builder_init(&input, vm->heap);
            continue;
        }
        Str *all = builder_finish(&input);
        builder_init(&input, vm->heap);
        size_t mark = vm->root_count, length;
        if (!all) {
            more = false;
            continue;
        }
        vm_keep(vm, OBJ(all));
        const char *bytes = vm_utf8(vm, OBJ(all), &length, true);
        char name[32];
        snprintf(name, sizeof name, "<input %d>", number);
        ParseStatus parsed = PARSE_FAILED;
        Code *code = bytes ? import_compile(vm, bytes, length, name, PARSE_SINGLE, COMPILE_INTERACTIVE, &parsed) : NULL;
        if (!code && !vm_raised(vm) && parsed == PARSE_INCOMPLETE) {
            builder_str(&input, all);
            more = true;
            vm->root_count = mark;
            continue;
        }
        more = false;
        number++;
        if (!code || !run_input(vm, code)) {
            if (vm_exception_is(vm, vm->exc[EXC_SystemExit])) {
                status = runtime_report(vm);
                break;
            }
            runtime_report(vm);
        }
        vm->root_count = mark;
    }
    builder_drop(&input);
    line_close(editor);
    return status;
}
