/* runtime.c - puts a VM and everything a script can see together: types, builtins, sys, __main__; runs
 * scripts and ends them the way CPython does. main.c and the tests enter here. */
#include "runtime/runtime.h"

#include "base/mem.h"
#include "base/platform.h"
#include "compiler/compiler.h"
#include <string.h>
#include "runtime/import.h"
#include "runtime/mention.h"
#include "runtime/loop/loop.h"
#include "runtime/loop/threads.h"
#include "runtime/modules/streams.h"
#include "runtime/traceback.h"
#include "runtime/start.h"

void atexit_run(VM *vm); /* modules/atexit.c */

#define TYPES(name) extern bool name##_types_setup(VM *vm);
#include "runtime/types.def"
#undef TYPES

extern const ModuleSpec builtins_module;

/* Str, tuples and so on that were made before their classes existed. */
static void patch_class(void *ctx, Obj *obj)
{
    Heap *heap = ctx;
    if (!obj->cls)
        obj->cls = heap->classes[obj->kind & KIND_MASK];
}

static bool set_up(VM *vm)
{
    static bool (*const setups[])(VM *) = {
#define TYPES(name) name##_types_setup,
#include "runtime/types.def"
#undef TYPES
        traceback_types_setup,
    };
    for (size_t i = 0; i < sizeof setups / sizeof *setups; i++)
        if (!setups[i](vm))
            return false;
    heap_each(vm->heap, patch_class, vm->heap);
    vm->import_hook = import_hook;
    vm->builtins = import_native(vm, &builtins_module);
    List *path = list_new(vm->heap, 0);
    if (!vm->builtins || !path)
        return false;
    KEEP(vm, SYS_PATH) = OBJ(path);
    for (int i = 0; i < EXC_CancelledError; i++)
        if (!dict_set_name(vm->heap, vm->builtins->dict, vm->exc[i]->name, OBJ(vm->exc[i])))
            return false;
    if (!module_add(vm, vm->builtins, "None", VALUE_NONE) || !module_add(vm, vm->builtins, "True", VALUE_TRUE) ||
        !module_add(vm, vm->builtins, "False", VALUE_FALSE)) /* for dir(builtins), for suggestions */
        return false;
    vm->main = import_new_module(vm, "__main__");
    if (!vm->main || !module_add(vm, vm->main, "__builtins__", OBJ(vm->builtins)) ||
        !module_add(vm, vm->main, "__package__", VALUE_NONE))
        return false;
    return dict_set_name(vm->heap, vm->modules, NAME(vm, __main__), OBJ(vm->main));
}

/* --- hooks of the VM ----------------------------------------------------------------------------- */

/* At a safe point: what a signal asks for. The handler that signal.signal() set, else Ctrl-C: the event loop
 * first (it cancels the main task), or KeyboardInterrupt. */
static bool handle_signals(VM *vm)
{
    int number;
    while ((number = platform_take_signal())) {
        Value handlers = KEEP(vm, SIGNAL_HANDLERS);
        Value handler = value_is_dict(handlers) ? vm_dict_get(vm, as_dict(handlers), value_small(number)) : VALUE_UNSET;
        if (value_is_raised(handler))
            return false;
        if (value_is_obj(handler) && vm_callable(vm, handler)) {
            Value args[2] = { value_small(number), VALUE_NONE };
            if (value_is_raised(vm_call(vm, handler, 2, args)))
                return false;
        } else if (number == 2) { /* SIGINT */
            if (vm->interrupt_hook && vm->interrupt_hook(vm))
                continue;
            if (!vm_raised(vm)) {
                Value exception = exception_make(vm, vm->exc[EXC_KeyboardInterrupt], 0, NULL);
                if (!value_is_unset(exception))
                    raise_exception(vm, exception);
            }
            return false;
        }
    }
    return true;
}

/* heap->interrupted: would handle_signals raise KeyboardInterrupt now? Handlers of the script wait for the next
 * safe point; the event loop, when it deals with the signal, deals with it here. */
static bool interrupted(void *ctx)
{
    VM *vm = ctx;
    if (!(vm->attention & ATTENTION_SIGNAL) || !platform_interrupted())
        return false;
    Value handlers = KEEP(vm, SIGNAL_HANDLERS);
    bool undecided;
    DictEntry *row = value_is_dict(handlers) ? dict_find_plain(as_dict(handlers), value_small(2),
                                                               int_hash(value_small(2)), &undecided) : NULL;
    if (row && value_is_obj(row->value))
        return false;
    if (!vm->interrupt_hook || !vm->interrupt_hook(vm))
        return true;
    platform_drop_interrupt();
    return vm_raised(vm);
}

static void finalise(VM *vm, Obj *obj)
{
    if (vm->loops)
        loop_finalise(vm, obj);
}

void runtime_destroy(VM *vm)
{
    Heap *heap = vm->heap;
    loop_state_free(vm);
    runtime_free(vm);
    vm_destroy(vm);
    heap_destroy(heap);
}

VM *runtime_create(int argc, char **argv, const char *executable)
{
    Heap *heap = heap_create();
    VM *vm = heap ? vm_create(heap) : NULL;
    if (!vm) {
        if (heap)
            heap_destroy(heap);
        return NULL;
    }
    Runtime *runtime = runtime_of(vm);
    runtime->argc = argc;
    runtime->argv = argv;
    runtime->executable = executable;
    lang_choose(NULL, &vm->lang);
    vm->signal_hook = handle_signals;
    vm->finalise_hook = finalise;
    heap->interrupted = interrupted;
    heap->interrupted_ctx = vm;
    if (!set_up(vm)) {
        if (vm_raised(vm))
            traceback_print(vm, vm_take_exception(vm));
        runtime_destroy(vm);
        return NULL;
    }
    platform_signals_setup(&vm->attention, ATTENTION_SIGNAL);
    return vm;
}

/* sys.path[0]: the script's folder. */
static void folder_of(const char *path, char *out, size_t size)
{
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    if (slash && n == 0)
        n = 1;
    if (n >= size)
        n = size - 1;
    memcpy(out, path, n);
    out[n] = 0;
}

static List *sys_path(VM *vm)
{
    Value path = import_path(vm);
    return value_is_list(path) ? as_list(path) : NULL;
}

bool runtime_set_path(VM *vm, const char *folder, size_t length)
{
    List *path = sys_path(vm);
    Value dir = vm_str_utf8(vm, folder, length);
    KEEP(vm, SCRIPT_DIR) = dir;
    return !path || (!value_is_raised(dir) && list_insert_at(vm->heap, path, 0, dir));
}

bool runtime_add_path_of(VM *vm, const char *script)
{
    char folder[4200];
    const char *first = folder;
    folder_of(script, folder, sizeof folder);
    List *path = sys_path(vm);
    if (!path)
        return true;
    char absolute[4200];
    if (*first && platform_real_path(first, absolute, sizeof absolute) >= 0)
        first = absolute;
    if (!runtime_set_path(vm, first, strlen(first)))
        return false;
    const char *more = platform_getenv("MINIASYNC_PATH");
    while (more && *more) {
        const char *end = strchr(more, ':');
        size_t n = end ? (size_t)(end - more) : strlen(more);
        Value dir = vm_str_utf8(vm, more, n);
        if (n && (value_is_raised(dir) || !list_append(vm->heap, path, dir)))
            return false;
        more = end ? end + 1 : NULL;
    }
    return true;
}

/* --- running and ending ---------------------------------------------------------------------------- */

/* sys.exit(x) and what it prints. */
static int exit_status_of(VM *vm, Value exception)
{
    Value code = VALUE_NONE;
    Value v = vm_getattr_or_unset(vm, exception, NAME(vm, code));
    if (value_is_raised(v))
        vm_take_exception(vm);
    else if (!value_is_unset(v))
        code = v;
    if (value_is_none(code))
        return 0;
    int64_t n;
    if (int_is(code))
        return int_to_i64(int_unbox(code), &n) ? (int)(n & 255) : 255;
    stream_flush(vm, vm->sys_stdout);
    Str *text = vm_str(vm, code);
    if (text) {
        stream_write_str(vm, vm->sys_stderr, text);
        stream_write(vm, vm->sys_stderr, "\n", 1);
    }
    if (vm_raised(vm))
        vm_take_exception(vm);
    return 1;
}

/* Did an operation fail, or a call before it began? Then nobody keeps its operands. */
static bool has_operands(VM *vm, const Exception *error)
{
    if (error->obj.cls != vm->exc[EXC_TypeError] || tuple_length(error->args) == 0 || !value_is_str(error->args->items[0]))
        return false;
    char text[300];
    str_c(as_str(error->args->items[0]), text, sizeof text);
    return strstr(text, "'coroutine'") || strstr(text, "\"coroutine\"") || strstr(text, " argument");
}

/* What the line that failed had only in its hands, as the coroutine of `get()["a"]`, is gone before the traceback is
 * printed; what a variable holds lives on in it. */
static void drop_operands(VM *vm, const Exception *error)
{
    if (error->tb_count == 0 || !has_operands(vm, error) || traceback_entry_hidden(&error->tb[0]) || !heap_lists_finalisable(vm->heap))
        return;
    vm->failed_line = traceback_entry_row(&error->tb[0]).line;
    vm->failed_in = error->tb[0].func->code->filename;
    vm->attention |= ATTENTION_GC;
    if (!vm_safe_point(vm) && vm_raised(vm))
        vm_take_exception(vm);
    vm->failed_line = 0;
}

/* Through sys.excepthook when a script has replaced it. Answers the exit status. */
static int show_uncaught(VM *vm, Value exception)
{
    Value sys = dict_get_name(vm->modules, str_intern_cstr(vm->heap, "sys"));
    Dict *names = value_is_kind(sys, KIND_MODULE) ? as_module(sys)->dict : NULL;
    Value hook = names ? dict_get_name(names, NAME(vm, excepthook)) : VALUE_UNSET;
    Value own = names ? dict_get_name(names, str_intern_cstr(vm->heap, "__excepthook__")) : VALUE_UNSET;
    if (value_is_unset(hook) && names)
        stream_write(vm, vm->sys_stderr, "sys.excepthook is missing\n", 26);
    if (value_is_unset(hook) || value_same(hook, own)) {
        if (value_is_a(vm, exception, vm->exc[EXC_DeadlockError])) /* its report has named every line */
            as_exception(exception)->tb_count = 0;
        traceback_print(vm, exception);
        return 1;
    }
    Value args[3] = { OBJ(class_of(vm, exception)), exception, traceback_object(vm, as_exception(exception)) };
    if (!value_is_raised(args[2])) {
        vm_keep(vm, args[2]);
        if (!value_is_raised(vm_call(vm, hook, 3, args)))
            return 1;
    }
    Value second = vm_keep(vm, vm_take_exception(vm));
    if (value_is_a(vm, second, vm->exc[EXC_SystemExit]))
        return exit_status_of(vm, second);
    stream_write(vm, vm->sys_stderr, "Error in sys.excepthook:\n", 25);
    traceback_print(vm, second);
    stream_write(vm, vm->sys_stderr, "\nOriginal exception was:\n", 25);
    traceback_print(vm, exception);
    return 1;
}

/* Tells of the pending exception as the end of a script does; answers the exit status (-1: Ctrl-C). */
int runtime_report(VM *vm)
{
    Value exception = vm_take_exception(vm);
    size_t mark = vm->root_count;
    vm_keep(vm, exception);
    int status = 1;
    if (value_is_a(vm, exception, vm->exc[EXC_MemoryError])) { /* there must be some left to tell of it */
        heap_collect(vm->heap);
        vm->heap->limit_bytes = 0;
        mem_set_limit(0);
    }
    if (value_is_a(vm, exception, vm->exc[EXC_SystemExit])) {
        status = exit_status_of(vm, exception);
    } else {
        drop_operands(vm, as_exception(exception));
        status = show_uncaught(vm, exception);
        if (value_is_a(vm, exception, vm->exc[EXC_KeyboardInterrupt]))
            status = -1;
    }
    vm->root_count = mark;
    return status;
}

/* Runs code as __main__; answers the exit status. */
int runtime_run_main(VM *vm, const char *text, size_t length, const char *filename)
{
    size_t mark = vm->root_count;
    Code *code = import_compile(vm, text, length, filename, PARSE_FILE, COMPILE_SCRIPT, NULL);
    if (code && !vm->may_be_observed && !OBSERVED(vm) && !runtime_of(vm)->find_source)
        vm->may_be_observed = mention_of_breakpoint(text, length, filename);
    int status = 0;
    if (code) {
        vm_keep(vm, OBJ(code));
        if (!module_add(vm, vm->main, "__doc__", arg_or(code->doc, VALUE_NONE)) ||
            value_is_raised(vm_run_code(vm, code, vm->main->dict, VALUE_UNSET)) ||
            !vm_safe_point(vm)) /* Ctrl-C during the very last operation */
            status = runtime_report(vm);
    } else {
        status = runtime_report(vm);
    }
    vm->root_count = mark;
    return status;
}

/* The end: atexit functions, what nobody closed or awaited, then the streams. Answers the final status. */
int runtime_finish(VM *vm, int status)
{
    if (!threads_finish(vm))
        traceback_print(vm, vm_take_exception(vm));
    atexit_run(vm);
    loop_spare_tasks(vm);
    /* What is dead already speaks before what the end takes with it; after an error CPython's traceback keeps all alive. */
    if (status == 0 && heap_lists_finalisable(vm->heap)) {
        vm->attention |= ATTENTION_GC;
        if (!vm_safe_point(vm) && vm_raised(vm))
            traceback_print(vm, vm_take_exception(vm));
    }
    vm->ending = true;
    heap_queue_all_finalisable(vm->heap);
    vm->attention |= ATTENTION_FINALISE;
    if (!vm_safe_point(vm) && vm_raised(vm))
        traceback_print(vm, vm_take_exception(vm));
    int flush = streams_finish(vm);
    return status == 0 && flush ? flush : status;
}

void runtime_flush_output(VM *vm)
{
    streams_flush(vm);
}

bool runtime_read_line(VM *vm, char *out, size_t size)
{
    size_t mark = vm->root_count;
    Value pending = vm_take_exception(vm);
    vm_keep(vm, pending);
    Value line = stream_readline(vm, KEEP(vm, FILE_STDIN));
    bool there = value_is_str(line) && str_length(as_str(line)) > 0;
    if (there)
        str_c(as_str(line), out, size);
    vm_take_exception(vm);
    vm->exception = pending;
    vm->root_count = mark;
    size_t length = there ? strlen(out) : 0;
    if (length && out[length - 1] == '\n')
        out[length - 1] = 0;
    return there;
}

void runtime_set_unbuffered(VM *vm)
{
    runtime_of(vm)->unbuffered = true;
    stream_set_unbuffered(vm, vm->sys_stdout, true);
}

