/* warnings.c - warnings: what vm_warn prints and when, and module _warnings. The filters are CPython's:
 * a list of (action, message, category, module, line), the first that fits decides. A message or module to
 * match is a plain beginning, not a regular expression. */
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "runtime/traceback.h"
#include "vm/frame.h"

#include <stdarg.h>
#include <stdio.h>

extern const ModuleSpec _warnings_module;

static bool add_filter(VM *vm, List *filters, const char *action, Value category, const char *module)
{
    Value row[5] = { vm_str_cstr(vm, action), VALUE_NONE, category,
                     module ? vm_str_cstr(vm, module) : VALUE_NONE, value_small(0) };
    Value tuple = vm_tuple_of(vm, 5, row);
    if (value_is_raised(tuple))
        return false;
    if (!list_append(vm->heap, filters, tuple)) {
        raise_memory(vm);
        return false;
    }
    return true;
}

static List *filters_of(VM *vm)
{
    Runtime *runtime = runtime_of(vm);
    Value *kept = &runtime->keep[KEEP_WARN_FILTERS];
    if (!value_is_unset(*kept))
        return as_list(*kept);
    List *filters = list_new(vm->heap, 8);
    if (!filters)
        return NULL;
    const char *every = runtime->warnings_error    ? "error"
                        : runtime->warnings_ignore ? "ignore"
                        : runtime->warnings_always ? "always"
                                                   : NULL;
    if (every && !add_filter(vm, filters, every, OBJ(vm->exc[EXC_Warning]), NULL))
        return NULL;
    if (!add_filter(vm, filters, "default", OBJ(vm->exc[EXC_DeprecationWarning]), "__main__") ||
        !add_filter(vm, filters, "ignore", OBJ(vm->exc[EXC_DeprecationWarning]), NULL) ||
        !add_filter(vm, filters, "ignore", OBJ(vm->exc[EXC_PendingDeprecationWarning]), NULL) ||
        !add_filter(vm, filters, "ignore", OBJ(vm->exc[EXC_ImportWarning]), NULL) ||
        !add_filter(vm, filters, "ignore", OBJ(vm->exc[EXC_ResourceWarning]), NULL))
        return NULL;
    *kept = OBJ(filters);
    return filters;
}

static Dict *registry_of(VM *vm)
{
    Value *kept = &KEEP(vm, WARN_REGISTRY);
    if (value_is_unset(*kept)) {
        Dict *dict = dict_new(vm->heap, 0);
        if (!dict)
            return NULL;
        *kept = OBJ(dict);
    }
    return as_dict(*kept);
}

static char lower(uint32_t c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c < 128 ? c : 127);
}

static bool begins_with(const Str *text, const Str *start, bool whole)
{
    if (str_length(start) > str_length(text) || (whole && str_length(start) != str_length(text)))
        return false;
    for (size_t i = 0; i < str_length(start); i++) {
        uint32_t a = str_at(text, i), b = str_at(start, i);
        if (a != b && (whole || a >= 128 || b >= 128 || lower(a) != lower(b)))
            return false;
    }
    return true;
}

/* The action for a warning: a static text, or NULL when raised. */
static const char *action_for(VM *vm, Str *text, Class *category, const Str *module, int64_t line)
{
    static const char *const actions[] = { "error", "ignore", "always", "all", "default", "module", "once" };
    List *filters = filters_of(vm);
    if (!filters) {
        if (!vm_raised(vm))
            raise_memory(vm);
        return NULL;
    }
    for (size_t i = 0; i < filters->count; i++) {
        if (!value_is_tuple(filters->items[i]) || tuple_length(as_tuple(filters->items[i])) != 5)
            continue;
        Value *row = as_tuple(filters->items[i])->items;
        if (value_is_str(row[1]) && !begins_with(text, as_str(row[1]), false))
            continue;
        if (!value_is_class(row[2]) || !class_derives(category, as_class(row[2])))
            continue;
        if (value_is_str(row[3]) && !(module && begins_with(module, as_str(row[3]), true)))
            continue;
        if (value_is_int(row[4]) && value_int(row[4]) != 0 && value_int(row[4]) != line)
            continue;
        for (int k = 0; k < COUNT_OF(actions); k++)
            if (value_is_str(row[0]) && str_equals_cstr(as_str(row[0]), actions[k]))
                return actions[k];
        raise_runtime(vm, "Unrecognized action (%R) in warnings.filters", row[0]);
        return NULL;
    }
    return "default";
}

/* Was this warning shown before at this place? Notes it. 1, 0, -1 raised. */
static int seen_before(VM *vm, const char *action, Str *text, Class *category, Str *filename, int64_t line)
{
    Dict *registry = registry_of(vm);
    if (!registry) {
        raise_memory(vm);
        return -1;
    }
    bool once = strcmp(action, "once") == 0, module = strcmp(action, "module") == 0;
    Value row[4] = { OBJ(text), OBJ(category), once ? VALUE_NONE : OBJ(filename),
                     once || module ? value_small(0) : make_int(vm, line) };
    Value key = vm_tuple_of(vm, 4, row);
    if (value_is_raised(key))
        return -1;
    vm_keep(vm, key);
    Value there = vm_dict_get(vm, registry, key);
    if (value_is_raised(there))
        return -1;
    if (!value_is_unset(there))
        return 1;
    return vm_dict_set(vm, registry, key, VALUE_TRUE) ? 0 : -1;
}

/* The source line of a place, without its indentation; an empty text if it is not known. */
static Value source_line_of(VM *vm, const Str *filename, int64_t line)
{
    Value source = dict_get_name(vm->sources, filename);
    if (!value_is_str(source) || line < 1)
        return OBJ(str_empty(vm->heap));
    Str *text = as_str(source);
    size_t at = 0, length = str_length(text);
    for (; line > 1 && at < length; at++)
        line -= str_at(text, at) == '\n';
    while (at < length && (str_at(text, at) == ' ' || str_at(text, at) == '\t' || str_at(text, at) == '\f'))
        at++;
    size_t end = at;
    while (end < length && str_at(text, end) != '\n')
        end++;
    while (end > at && (str_at(text, end - 1) == ' ' || str_at(text, end - 1) == '\t'))
        end--;
    return vm_own(vm, str_slice(vm->heap, text, at, end));
}

/* What stands below a finding: `hint A05: ...`. */
typedef struct Hint {
    const char *code, *text; /* text NULL: there is none                                              */
} Hint;

static bool print_hint(VM *vm, const Hint *hint)
{
    if (!hint->text)
        return true;
    char shown[700];
    size_t length = MESSAGE(shown, sizeof shown - 1, vm->lang, hint_line, hint->code, hint->text);
    shown[length++] = '\n';
    return stream_write(vm, vm->sys_stderr, shown, length);
}

static bool print_warning(VM *vm, Str *text, Class *category, Str *filename, int64_t line, const Hint *hint)
{
    Value source = source_line_of(vm, filename, line);
    if (value_is_raised(source))
        return false;
    vm_keep(vm, source);
    static const char dropped[] = "was never awaited";
    size_t n = str_length(text), k = sizeof dropped - 1;
    bool coroutine = category == vm->exc[EXC_RuntimeWarning] && line > 0 && n > k;
    for (size_t i = 0; coroutine && i < k; i++)
        coroutine = str_at(text, n - k + i) == (uint32_t)dropped[i];
    Str *shown = str_length(as_str(source)) > 0
                     ? vm_format(vm, "%S:%z: %S: %S\n  %S\n", filename, line, category->name, text, as_str(source))
                     : vm_format(vm, "%S:%z: %S: %S\n", filename, line, category->name, text);
    if (!shown)
        return false;
    vm_keep(vm, OBJ(shown));
    if (value_is_unset(vm->sys_stderr) || value_is_none(vm->sys_stderr))
        return true;
    if (!stream_write_str(vm, vm->sys_stderr, shown))
        return false;
    static const char more[] = "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
    return (!coroutine || stream_write(vm, vm->sys_stderr, more, sizeof more - 1)) && print_hint(vm, hint);
}

/* A hook of module warnings (catch_warnings(record=True), showwarning) takes the place of printing. */
static bool show(VM *vm, Value message, Str *text, Class *category, Str *filename, int64_t line, const Hint *hint)
{
    Value module = dict_get_name(vm->modules, name_of(vm, "warnings"));
    Value hook = VALUE_UNSET;
    if (value_is_kind(module, KIND_MODULE))
        hook = dict_get_name(as_module(module)->dict, name_of(vm, "_showwarnmsg"));
    if (value_is_unset(hook) || value_is_none(hook))
        return print_warning(vm, text, category, filename, line, hint);
    Value args[4] = { message, OBJ(category), OBJ(filename), make_int(vm, line) };
    if (value_is_unset(message)) {
        Value arg = OBJ(text);
        args[0] = vm_call(vm, OBJ(category), 1, &arg);
        if (value_is_raised(args[0]))
            return false;
        vm_keep(vm, args[0]);
    }
    return !value_is_raised(vm_call(vm, hook, 4, args));
}

/* message UNSET: the text is all there is. */
static bool warn_at(VM *vm, Value message, Str *text, Class *category, Str *filename, int64_t line,
                    const Str *module, const Hint *hint)
{
    const char *action = action_for(vm, text, category, module, line);
    if (!action)
        return false;
    if (strcmp(action, "error") == 0) {
        if (!value_is_unset(message))
            raise_exception(vm, message);
        else
            raise_fmt(vm, category, "%S", text);
        if (hint->code && hint->text && vm_raised(vm)) {
            Value error = vm_keep(vm, vm_take_exception(vm));
            traceback_set_hint(vm, error, hint->code, hint->text);
            vm->exception = error;
        }
        return false;
    }
    if (strcmp(action, "ignore") == 0)
        return true;
    if (strcmp(action, "always") != 0 && strcmp(action, "all") != 0) {
        /* Where nobody knows the place, the hint that names the call stands for it. */
        Str *what = line == 0 && hint->text ? str_from_cstr(vm->heap, hint->text) : text;
        int seen = seen_before(vm, action, what ? what : text, category, filename, line);
        if (seen)
            return seen > 0;
    }
    return show(vm, message, text, category, filename, line, hint);
}

static const Str *module_of(const VM *vm, const Frame *frame)
{
    Value name = frame ? dict_get_name(frame->func->globals, NAME(vm, __name__)) : VALUE_UNSET;
    return value_is_str(name) ? as_str(name) : NULL;
}

bool vm_warn_at(VM *vm, Class *category, Str *text, Str *filename, uint32_t line)
{
    return vm_warn_hint(vm, category, text, filename, line, NULL, NULL);
}

bool vm_warn_hint(VM *vm, Class *category, Str *text, Str *filename, uint32_t line, const char *code,
                  const char *hint)
{
    size_t roots = vm->root_count;
    vm_keep(vm, OBJ(text));
    const Str *module = NULL;
    if (filename)
        for (Frame *frame = vm->frame; frame && !module; frame = frame->caller)
            if (frame->func->code->filename == filename)
                module = module_of(vm, frame);
    if (!filename)
        filename = str_from_cstr(vm->heap, "<sys>");
    bool good = filename && warn_at(vm, VALUE_UNSET, text, category, filename, line, module,
                                    &(Hint){ code, hint });
    vm->root_count = roots;
    return good;
}

bool vm_warn_anew(VM *vm, Class *category, Str *text, Str *filename, uint32_t line)
{
    size_t roots = vm->root_count;
    vm_keep(vm, OBJ(text));
    vm_keep(vm, OBJ(filename));
    const char *action = action_for(vm, text, category, NULL, line);
    bool good = action != NULL;
    if (good && strcmp(action, "error") == 0) {
        raise_fmt(vm, category, "%S", text);
        good = false;
    } else if (good && strcmp(action, "ignore") != 0)
        good = show(vm, VALUE_UNSET, text, category, filename, line, &(Hint){ 0 });
    vm->root_count = roots;
    return good;
}

bool vm_warn(VM *vm, Class *category, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *text = vm_format_va(vm, format, args);
    va_end(args);
    if (!text)
        return false;
    Frame *frame = vm->frame;
    return vm_warn_at(vm, category, text, frame ? frame->func->code->filename : NULL, frame ? frame_line(frame) : 0);
}

/* --- module _warnings ------------------------------------------------------------------------------------ */

static Class *category_argument(VM *vm, Value message, Value category)
{
    if (value_is_a(vm, message, vm->exc[EXC_Warning]))
        return class_of(vm, message);
    if (is_unset_or_none(category))
        return vm->exc[EXC_UserWarning];
    if (!value_is_class(category) || !class_derives(as_class(category), vm->exc[EXC_Warning])) {
        if (value_is_class(category))
            raise_type(vm, "category must be a Warning subclass, not '%C'", as_class(category)->obj.cls);
        else
            raise_type(vm, "category must be a Warning subclass, not '%T'", category);
        return NULL;
    }
    return as_class(category);
}

/* Text and exception of what was given to warn. */
static bool message_argument(VM *vm, Value *message, Class *category, Str **text)
{
    *text = vm_str(vm, *message);
    if (!*text)
        return false;
    vm_keep(vm, OBJ(*text));
    if (value_is_a(vm, *message, vm->exc[EXC_Warning]))
        return true;
    Value made = vm_call(vm, OBJ(category), 1, message);
    if (value_is_raised(made))
        return false;
    *message = vm_keep(vm, made);
    return true;
}

static Value warnings_warn(VM *vm, Value *args, int nargs)
{
    int64_t level = 1;
    if (!value_is_unset(args[2]) && !arg_int(vm, args[2], &level))
        return VALUE_RAISED;
    Class *category = category_argument(vm, args[0], args[1]);
    Str *text;
    if (!category || !message_argument(vm, &args[0], category, &text))
        return VALUE_RAISED;
    Frame *frame = vm->frame;
    for (; frame && level > 1; level--)
        frame = frame->caller;
    Str *filename = frame ? frame->func->code->filename : str_from_cstr(vm->heap, "<sys>");
    if (!filename)
        return raise_memory(vm);
    return warn_at(vm, args[0], text, category, filename, frame ? frame_line(frame) : 0, module_of(vm, frame),
                   &(Hint){ 0 })
               ? VALUE_NONE
               : VALUE_RAISED;
}

static Value warnings_warn_explicit(VM *vm, Value *args, int nargs)
{
    int64_t line;
    Class *category = category_argument(vm, args[0], args[1]);
    Str *text;
    if (!category || !arg_int(vm, args[3], &line) || !message_argument(vm, &args[0], category, &text))
        return VALUE_RAISED;
    if (!value_is_str(args[2]))
        return raise_type(vm, "warn_explicit() argument 'filename' must be str, not %T", args[2]);
    return warn_at(vm, args[0], text, category, as_str(args[2]), line,
                   value_is_str(args[4]) ? as_str(args[4]) : NULL, &(Hint){ 0 })
               ? VALUE_NONE
               : VALUE_RAISED;
}

static Value warnings_filters_mutated(VM *vm, Value *args, int nargs)
{
    Dict *registry = registry_of(vm);
    if (!registry)
        return raise_memory(vm);
    dict_clear(vm->heap, registry);
    return VALUE_NONE;
}

static Value warnings_set_filters(VM *vm, Value *args, int nargs)
{
    if (!value_is_list(args[0]))
        return raise_type(vm, "a list was expected, not '%T'", args[0]);
    KEEP(vm, WARN_FILTERS) = args[0];
    return warnings_filters_mutated(vm, NULL, 0);
}

static Value warnings_get_filters(VM *vm, Value *args, int nargs)
{
    List *filters = filters_of(vm);
    return filters ? OBJ(filters) : raise_memory(vm);
}

static Value warnings_source_line(VM *vm, Value *args, int nargs)
{
    int64_t line;
    if (!value_is_str(args[0]) || !arg_int(vm, args[1], &line))
        return vm_raised(vm) ? VALUE_RAISED : OBJ(str_empty(vm->heap));
    return source_line_of(vm, str_intern(vm->heap, as_str(args[0])), line);
}

static const NativeSpec functions[] = {
    { "warn", warnings_warn, "message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()", 0, 0, 0,
      "Issues a warning, or raises it if a filter says so." },
    { "warn_explicit", warnings_warn_explicit,
      "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None", 0, 0, 0,
      "Issues a warning for a given place." },
    { "_filters_mutated", warnings_filters_mutated, "", 0, 0, 0, "Forgets what was shown before." },
    { "_set_filters", warnings_set_filters, "filters, /", 0, 0, 0, "Another list of filters." },
    { "_get_filters", warnings_get_filters, "", 0, 0, 0, "The list of filters." },
    { "_source_line", warnings_source_line, "filename, lineno, /", 0, 0, 0, "A line of a source, or ''." },
    { 0 },
};

const ModuleSpec _warnings_module = { "_warnings", "The native half of warnings.", functions, NULL, NULL };
