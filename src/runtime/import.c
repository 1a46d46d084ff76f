/* import.c - the import statement: where modules come from. In this order: sys.modules; .ma and .py files and
 * packages along sys.path; the library: modules in C (modules.def) and those embedded in the program (lib/);
 * folders without __init__. So a file beside the script hides the library's module of that name, as in CPython,
 * save from the library itself and save the modules that CPython has before it looks at any file.
 * PEP 302's finders and loaders are left out; packages, relative imports and cycles work. */
#include "runtime/import.h"

#include "base/mem.h"
#include "base/platform.h"
#include "base/utf8.h"
#include "bytecode/frozen.h"
#include "compiler/compiler.h"
#include "parser/advice.h"
#include "parser/parser.h"
#include "parser/warn.h"
#include "runtime/runtime.h"
#include "runtime/traceback.h"
#include "vm/excinfo.h"
#include "vm/suggest.h"

#include <stdio.h>

#define MODULE(name) extern const ModuleSpec name##_module;
#include "runtime/modules.def"
#undef MODULE

static const ModuleSpec *const native_modules[] = {
#define MODULE(name) &name##_module,
#include "runtime/modules.def"
#undef MODULE
};

enum { MODULE_RUNNING = 1 }; /* Module.obj.aux: its body runs at this moment */
enum { NOT_FOUND, FOUND, FAILED };

static const ModuleSpec *find_native(const Str *name)
{
    for (size_t i = 0; i < sizeof native_modules / sizeof *native_modules; i++)
        if (str_equals_cstr(name, native_modules[i]->name))
            return native_modules[i];
    return NULL;
}

static const EmbeddedModule *find_embedded(const Str *name)
{
    for (const EmbeddedModule *m = embedded_modules; m->name; m++)
        if (str_equals_cstr(name, m->name))
            return m;
    return NULL;
}

/* Is it one of those CPython has at its start, or in its own C? No file takes their place. */
static bool is_always_library(const Str *name)
{
    static const char *const names[] = { "abc", "atexit", "builtins", "errno", "gc", "io", "itertools", "math", "os", "sys",
                                         "time" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equals_cstr(name, names[i]))
            return true;
    return false;
}

/* --- compiling ---------------------------------------------------------------------------------- */

/* What CPython says about the end of a text depends on how it reads it: `eval()` adds no newline, and of a script,
 * read line by line, the last line is gone by then. */
static void end_as_cpython(Diag *diag, const Source *source, int mode, bool is_script)
{
    Span *span = &diag->span;
    size_t length;
    const char *line = source_line(source, span->line, &length);
    bool at_end = span->line == source->line_count && span->col >= (uint32_t)utf8_count(line, length);
    bool no_newline = mode == PARSE_EVAL && !source->had_final_newline;
    diag->cuts_text |= no_newline && span->line == source->line_count;
    if (at_end && no_newline)
        *span = (Span){ span->line, SPAN_NO_COL, 0, 0 };
    else if (at_end && is_script && !diag->is_lexical && span->end_line && span->end_col == SPAN_NO_END)
        span->col = SPAN_NO_COL;
}

/* A column as SyntaxError counts it; -1: the end of what is not in the text. */
static Value offset_of(uint32_t col)
{
    return value_small(col == SPAN_NO_COL ? 0 : col == SPAN_NO_END ? -1 : (int64_t)col + 1);
}

/* A SyntaxError object out of a diagnostic. */
Value import_raise_diag(VM *vm, const Diag *diag, const Source *source, const char *filename)
{
    if (diag->type == DIAG_MEMORY_ERROR)
        return raise_memory(vm);
    int which = diag->type == DIAG_INDENTATION_ERROR ? EXC_IndentationError
                : diag->type == DIAG_TAB_ERROR       ? EXC_TabError
                : diag->type == DIAG_RECURSION_ERROR ? EXC_RecursionError
                : diag->type == DIAG_VALUE_ERROR     ? EXC_ValueError
                : diag->type == DIAG_OVERFLOW_ERROR  ? EXC_OverflowError
                                                     : EXC_SyntaxError;
    if (!diag_is_syntax(diag->type))
        return raise_fmt(vm, vm->exc[which], "%s", diag->message);
    Value text = VALUE_NONE;
    if (source && source->text && diag->span.line && !diag->has_no_line) {
        size_t length;
        const char *line = source_line(source, diag->span.line, &length);
        const char *end = source->text + source->length;
        text = vm_str_utf8(vm, line, length + (!diag->cuts_text && line + length < end && line[length] == '\n'));
    }
    Value details[6] = { vm_str_cstr(vm, filename),
                         diag->span.line ? value_small(diag->span.line) : VALUE_NONE,
                         diag->span.line ? offset_of(diag->span.col) : VALUE_NONE,
                         text,
                         diag->span.end_line ? value_small(diag->span.end_line)
                         : diag->span.line   ? value_small(diag->span.line)
                                             : VALUE_NONE,
                         diag->span.end_line ? offset_of(diag->span.end_col)
                         : diag->span.line   ? value_small(0) /* only a start is known */
                                             : VALUE_NONE };
    Value args[2] = { vm_str_cstr(vm, diag->message), vm_tuple_of(vm, 6, details) };
    int nargs = diag->span.line ? 2 : 1;
    if (value_is_raised(args[0]) || value_is_raised(args[1]))
        return VALUE_RAISED;
    vm_keep(vm, args[0]);
    vm_keep(vm, args[1]);
    Value exception = exception_make(vm, vm->exc[which], nargs, args);
    if (value_is_unset(exception))
        return VALUE_RAISED;
    Advice advice;
    if (source) {
        vm_keep(vm, exception);
        advice_find(source, diag, vm->lang, &advice);
        if (*advice.code)
            traceback_set_advice(vm, exception, advice.code, advice.hint, advice.block.items, advice.block.count);
        advice_free(&advice);
    }
    return raise_exception(vm, exception);
}

/* arena->stop: Ctrl-C ends a long compilation */
static bool stop(void *heap)
{
    return heap_interrupted(heap);
}

/* SyntaxWarnings; a filter may make a SyntaxError of one. [script] */
static void tell_warnings(VM *vm, const Arena *arena, const Source *source, const char *filename)
{
    Class *category = vm->exc[EXC_SyntaxWarning];
    for (const SourceWarning *w = arena->warnings; w; w = w->next) {
        Str *text = str_from_cstr(vm->heap, w->text), *name = str_intern_cstr(vm->heap, filename);
        if (!text || !name) {
            raise_memory(vm);
            return;
        }
        if (vm_warn_anew(vm, category, text, name, w->span.line))
            continue;
        if (!vm_exception_is(vm, category))
            return;
        vm_take_exception(vm);
        Diag diag = { 0 };
        diag_report(&diag, DIAG_SYNTAX_ERROR, w->span, "%s", w->text);
        /* like CPython, whose compiler looks for the line in the file; its lexer has the text at hand */
        bool shown = filename[0] != '<' || strncmp(w->text, "invalid ", 8) == 0;
        import_raise_diag(vm, &diag, shown ? source : NULL, filename);
        return;
    }
}

/* Tracebacks show lines of what was compiled, not of what the file has become. */
static void keep_source(VM *vm, const Source *source, const char *filename)
{
    Str *text = str_from_utf8(vm->heap, source->text, source->length);
    if (text && !dict_set_name(vm->heap, vm->sources, str_intern_cstr(vm->heap, filename), OBJ(text)))
        raise_memory(vm);
}

Code *import_compile(VM *vm, const char *bytes, size_t length, const char *filename, int mode, unsigned options,
                     ParseStatus *status)
{
    if (!(options & COMPILE_SCRIPT) && length && memchr(bytes, 0, length)) {
        raise_fmt(vm, vm->exc[EXC_SyntaxError], "source code string cannot contain null bytes");
        return NULL;
    }
    Source source;
    Diag diag = { 0 };
    Arena arena;
    arena_init(&arena);
    arena.stop = stop;
    arena.stop_ctx = vm->heap;
    Node *root = NULL;
    Code *code = NULL;
    bool good = source_init(&source, filename, bytes, length, &diag);
    ParseStatus parsed = PARSE_FAILED;
    if (good) {
        parsed = parser_parse(&source, (ParseMode)mode, &arena, &root, &diag);
        diag.has_no_line = parsed == PARSE_OK && filename[0] == '<' && !(options & COMPILE_INTERACTIVE);
        if (parsed == PARSE_OK)
            code = compiler_compile(vm->heap, root, filename, options, &diag);
    }
    if (status)
        *status = parsed;
    if (!code && source.text && diag_is_syntax(diag.type))
        end_as_cpython(&diag, &source, mode, options & COMPILE_SCRIPT);
    if (!code && !(status && parsed == PARSE_INCOMPLETE)) {
        if (source.text && diag_is_syntax(diag.type) && arena.warnings) { /* of what was read before the mistake */
            if (!(options & (COMPILE_HIDDEN | COMPILE_NAMES)))
                keep_source(vm, &source, filename);
            tell_warnings(vm, &arena, &source, filename);
        }
        if (!vm_raised(vm))
            import_raise_diag(vm, &diag, good || source.text ? &source : NULL, filename);
    }
    if (code && !(options & COMPILE_HIDDEN) && memmem(bytes, length, "breakpoint", 10))
        vm->may_be_observed = true;
    if (code && !(options & (COMPILE_HIDDEN | COMPILE_NAMES)))
        keep_source(vm, &source, filename);
    if (code && !vm_raised(vm) && !(options & COMPILE_HIDDEN)) {
        warn_find(&arena, root);
        vm_keep(vm, OBJ(code));
        tell_warnings(vm, &arena, &source, filename);
    }
    arena_free(&arena);
    source_free(&source);
    return vm_raised(vm) ? NULL : code;
}

/* --- making modules -------------------------------------------------------------------------------- */

static Module *new_module(VM *vm, Str *name)
{
    Module *module = module_new(vm->heap, name);
    if (!module) {
        raise_memory(vm);
        return NULL;
    }
    Dict *d = module->dict;
    Str *interned = str_intern(vm->heap, name);
    if (!dict_set_name(vm->heap, d, NAME(vm, __name__), OBJ(interned)) ||
        !dict_set_name(vm->heap, d, NAME(vm, __doc__), VALUE_NONE) ||
        !dict_set_name(vm->heap, d, NAME(vm, __package__), OBJ(str_empty(vm->heap))) ||
        !dict_set_name(vm->heap, d, NAME(vm, __loader__), VALUE_NONE) ||
        !dict_set_name(vm->heap, d, NAME(vm, __spec__), VALUE_NONE)) {
        raise_memory(vm);
        return NULL;
    }
    return module;
}

Module *import_new_module(VM *vm, const char *name)
{
    return new_module(vm, str_intern_cstr(vm->heap, name));
}

static bool register_module(VM *vm, Str *name, Module *module)
{
    if (dict_set_name(vm->heap, vm->modules, str_intern(vm->heap, name), OBJ(module)))
        return true;
    raise_memory(vm);
    return false;
}

Module *import_native(VM *vm, const ModuleSpec *spec)
{
    Module *module = import_new_module(vm, spec->name);
    if (!module)
        return NULL;
    module->spec = spec;
    if (!register_module(vm, module->name, module))
        return NULL;
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(module));
    bool good = !spec->help || module_add(vm, module, "__doc__", vm_str_cstr(vm, spec->help));
    good = good && module_add_natives(vm, module, spec->functions);
    for (const ConstSpec *c = spec->constants; good && c && c->name; c++)
        good = module_add(vm, module, c->name, c->make(vm));
    good = good && (!spec->setup || spec->setup(vm, module));
    vm->root_count = mark;
    if (!good) {
        dict_del_name(vm->heap, vm->modules, module->name);
        return NULL;
    }
    return module;
}

static Str *parent_of(VM *vm, Str *name) /* "a.b.c" -> "a.b"; NULL: no dot */
{
    ptrdiff_t dot = str_rfind(name, str_from_char(vm->heap, '.'), 0, str_length(name));
    return dot < 0 ? NULL : str_intern(vm->heap, str_slice(vm->heap, name, 0, (size_t)dot));
}

/* Runs the code as module `name`; on failure it is taken out of sys.modules again. */
static Module *run_module(VM *vm, Str *name, Code *code, const char *file, const char *package_dir, bool is_package)
{
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(code));
    Module *module = new_module(vm, name);
    if (!module)
        return NULL;
    vm_keep(vm, OBJ(module));
    Str *package = is_package ? name : parent_of(vm, name);
    bool good = module_add(vm, module, "__package__", package ? OBJ(package) : OBJ(str_empty(vm->heap)));
    if (good && file)
        good = module_add(vm, module, "__file__", vm_str_cstr(vm, file));
    if (good && is_package) {
        Value dir = vm_str_cstr(vm, package_dir ? package_dir : "");
        List *path = value_is_raised(dir) ? NULL : list_from_values(vm->heap, &dir, package_dir ? 1 : 0);
        good = path && module_add(vm, module, "__path__", OBJ(path));
    }
    good = good && module_add(vm, module, "__builtins__", OBJ(vm->builtins));
    if (good && !value_is_unset(code->doc))
        good = module_add(vm, module, "__doc__", code->doc);
    good = good && register_module(vm, name, module);
    module->obj.aux = MODULE_RUNNING;
    bool ran = good && !value_is_raised(vm_run_code(vm, code, module->dict, VALUE_UNSET));
    module->obj.aux = 0;
    if (good && !ran) {
        dict_del_name(vm->heap, vm->modules, str_intern(vm->heap, name));
        good = false;
    }
    vm->root_count = mark;
    if (!good)
        return NULL;
    /* A module may put something else in its place. */
    Value there = dict_get_name(vm->modules, str_intern(vm->heap, name));
    return value_is_kind(there, KIND_MODULE) ? as_module(there) : module;
}

/* What somebody looks at is compiled here: `__observed__` is a constant. */
static Code *embedded_code(VM *vm, const EmbeddedModule *m)
{
    char filename[160];
    const char *wrong;
    snprintf(filename, sizeof filename, "<lib/%s>", m->path);
    if (OBSERVED(vm) || vm->may_be_observed)
        return import_compile(vm, m->text, m->length, filename, PARSE_FILE, COMPILE_HIDDEN | COMPILE_OBSERVED, NULL);
    Code *code = thaw_module(vm->heap, &frozen_modules[m - embedded_modules], filename, &wrong);
    if (!code && wrong)
        raise_fmt(vm, vm->exc[EXC_SystemError], "%s: %s", filename, wrong);
    else if (!code)
        raise_memory(vm);
    return code;
}

static Module *load_embedded(VM *vm, Str *name, const EmbeddedModule *m)
{
    Code *code = embedded_code(vm, m);
    return code ? run_module(vm, name, code, NULL, NULL, m->is_package) : NULL;
}

static bool file_is_there(VM *vm, const char *path)
{
    const Runtime *runtime = runtime_of(vm);
    size_t length;
    if (runtime->find_source)
        return runtime->find_source(runtime->find_context, path, &length) != NULL;
    PlatformStat st;
    return platform_stat(path, true, &st) == 0 && st.is_file;
}

static Module *load_file(VM *vm, Str *name, const char *path, const char *package_dir)
{
    size_t length, capacity;
    int error;
    const Runtime *runtime = runtime_of(vm);
    if (runtime->find_source) {
        const char *given = runtime->find_source(runtime->find_context, path, &length);
        Code *found = given ? import_compile(vm, given, length, path, PARSE_FILE, 0, NULL) : NULL;
        return found ? run_module(vm, name, found, path, package_dir, package_dir != NULL) : NULL;
    }
    char *text = platform_open_source(path, &length, &capacity, &error);
    if (!text) {
        raise_os(vm, error, vm_str_cstr(vm, path));
        return NULL;
    }
    Code *code = import_compile(vm, text, length, path, PARSE_FILE, 0, NULL);
    mem_free(text, capacity);
    return code ? run_module(vm, name, code, path, package_dir, package_dir != NULL) : NULL;
}

/* What there is of `leaf` in one folder: a file or a package. */
static int load_from_dir(VM *vm, Str *name, const char *leaf, const char *dir, Module **module)
{
    static const char *const endings[] = { "/__init__.ma", "/__init__.py", ".ma", ".py" };
    const char *slash = *dir ? "/" : "";
    for (int i = 0; i < 4; i++) {
        char path[4200], package[4200];
        snprintf(path, sizeof path, "%s%s%s%s", dir, slash, leaf, endings[i]);
        snprintf(package, sizeof package, "%s%s%s", dir, slash, leaf);
        if (file_is_there(vm, path)) {
            *module = load_file(vm, name, path, i < 2 ? package : NULL);
            return *module ? FOUND : FAILED;
        }
    }
    return NOT_FOUND;
}

/* A folder without __init__: a namespace package (PEP 420), of this one folder. */
static int load_namespace(VM *vm, Str *name, const char *leaf, const char *dir, Module **module)
{
    char folder[4200];
    snprintf(folder, sizeof folder, "%s%s%s", dir, *dir ? "/" : "", leaf);
    PlatformStat st;
    if (platform_stat(folder, true, &st) != 0 || !st.is_dir)
        return NOT_FOUND;
    Value where = vm_str_cstr(vm, folder);
    *module = new_module(vm, name);
    List *path = *module && !value_is_raised(where) ? list_from_values(vm->heap, &where, 1) : NULL;
    bool good = path && module_add(vm, *module, "__path__", OBJ(path)) &&
                module_add(vm, *module, "__package__", OBJ(name)) && register_module(vm, name, *module);
    return good ? FOUND : FAILED;
}

typedef int LoadFrom(VM *vm, Str *name, const char *leaf, const char *dir, Module **module);

static int load_along(VM *vm, Str *name, const char *leaf, Value path, LoadFrom *load, Module **module)
{
    if (!value_is_list(path))
        return NOT_FOUND;
    for (size_t i = 0; i < as_list(path)->count; i++) {
        Value dir = as_list(path)->items[i];
        if (!value_is_str(dir))
            continue;
        size_t length;
        const char *text = vm_utf8(vm, dir, &length, true);
        int found = text ? load(vm, name, leaf, text, module) : FAILED;
        if (found != NOT_FOUND)
            return found;
    }
    return NOT_FOUND;
}

static int load_from_library(VM *vm, Str *name, Module **module)
{
    const ModuleSpec *native = find_native(name);
    const EmbeddedModule *embedded = native ? NULL : find_embedded(name);
    if (!native && !embedded)
        return NOT_FOUND;
    *module = native ? import_native(vm, native) : load_embedded(vm, name, embedded);
    return *module ? FOUND : FAILED;
}

/* What is there, for the hint of a ModuleNotFoundError. */
static void offer_modules(VM *vm, Suggestion *s)
{
    for (size_t i = 0; i < sizeof native_modules / sizeof *native_modules; i++)
        if (native_modules[i]->name[0] != '_')
            suggest_offer(s, str_intern_cstr(vm->heap, native_modules[i]->name));
    for (const EmbeddedModule *m = embedded_modules; m->name; m++)
        if (m->name[0] != '_' && !strchr(m->name, '.'))
            suggest_offer(s, str_intern_cstr(vm->heap, m->name));
}

/* What learners' programs import and miniasync has not on purpose: what to do instead. */
static bool hint_of_absent(VM *vm, const Str *name, char *hint, size_t size)
{
    static const struct {
        const char *name;
        Message hint;
    } absent[] = {
        { "aiohttp", MSG_hint_N02_http }, { "httpx", MSG_hint_N02_http }, { "urllib.request", MSG_hint_N02_http },
        { "urllib3", MSG_hint_N02_http }, { "http", MSG_hint_N02_http }, { "tornado", MSG_hint_N02_http },
        { "socket", MSG_hint_N02_socket }, { "select", MSG_hint_N02_socket }, { "selectors", MSG_hint_N02_socket },
        { "ssl", MSG_hint_N02_socket }, { "socketserver", MSG_hint_N02_socket },
        { "multiprocessing", MSG_hint_N02_process }, { "subprocess", MSG_hint_N02_process },
    };
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        if (str_equals_cstr(name, absent[i].name)) {
            message_format(hint, size, vm->lang, absent[i].hint, 1, &absent[i].name);
            return true;
        }
    return false;
}

static Value raise_not_found(VM *vm, Str *name, bool not_package)
{
    Str *text = not_package ? vm_format(vm, "No module named '%S'; '%S' is not a package", name, parent_of(vm, name))
                            : vm_format(vm, "No module named '%S'", name);
    if (!text)
        return VALUE_RAISED;
    Value args[1] = { OBJ(text) };
    vm_keep(vm, args[0]);
    Value exception = exception_make(vm, vm->exc[EXC_ModuleNotFoundError], 1, args);
    if (value_is_unset(exception))
        return VALUE_RAISED;
    if (!vm_setattr(vm, exception, NAME(vm, name), OBJ(name)))
        return VALUE_RAISED;
    Suggestion s;
    suggest_begin(&s, name);
    offer_modules(vm, &s);
    char known[100], hint[300];
    bool told = hint_of_absent(vm, name, hint, sizeof hint);
    if (!told && s.best)
        MESSAGE(hint, sizeof hint, vm->lang, hint_N02_meant, str_c(s.best, known, sizeof known));
    else if (!told)
        MESSAGE(hint, sizeof hint, vm->lang, hint_N02, NULL);
    traceback_set_hint(vm, exception, "N02", hint);
    return raise_exception(vm, exception);
}

/* sys.path. The list is there before sys is, which is made when a program imports it. */
Value import_path(VM *vm)
{
    Value sys = dict_get_name(vm->modules, str_intern_cstr(vm->heap, "sys"));
    return value_is_kind(sys, KIND_MODULE) ? dict_get_name(as_module(sys)->dict, NAME(vm, path)) : KEEP(vm, SYS_PATH);
}

/* Where to look for a module of this parent (unset: none): sys.path, a package's __path__, or unset: nowhere. */
static Value path_for(VM *vm, Value parent)
{
    return value_is_unset(parent) ? import_path(vm) : vm_getattr_or_unset(vm, parent, NAME(vm, __path__));
}

/* Are these the globals of a module of the library? Those have no file, and none of them is __main__. */
static bool is_library(VM *vm, Dict *globals)
{
    Value name = dict_get_name(globals, NAME(vm, __name__));
    return value_is_str(name) && !str_equals_cstr(as_str(name), "__main__") &&
           value_is_unset(dict_get_name(globals, NAME(vm, __file__)));
}

/* Finds and runs the module; NULL: raised. */
static Module *load_module(VM *vm, Str *name, Value parent, bool library_first)
{
    size_t length;
    Str *parent_name = parent_of(vm, name);
    Str *leaf_name = str_slice(vm->heap, name, parent_name ? str_length(parent_name) + 1 : 0, str_length(name));
    const char *leaf = vm_utf8(vm, OBJ(leaf_name), &length, true);
    Value path = leaf ? path_for(vm, parent) : VALUE_RAISED;
    if (value_is_raised(path))
        return NULL;
    bool library_may = value_is_unset(parent) ||
                       (value_is_kind(parent, KIND_MODULE) && is_library(vm, as_module(parent)->dict));
    Module *module = NULL;
    int found = library_may && library_first ? load_from_library(vm, name, &module) : NOT_FOUND;
    if (found == NOT_FOUND)
        found = load_along(vm, name, leaf, path, load_from_dir, &module);
    if (found == NOT_FOUND && library_may && !library_first)
        found = load_from_library(vm, name, &module);
    if (found == NOT_FOUND)
        found = load_along(vm, name, leaf, path, load_namespace, &module);
    if (found == NOT_FOUND)
        raise_not_found(vm, name, value_is_unset(path));
    return module;
}

/* The module of a full dotted name, its parents first. library_first: the library asks for it. */
static Value import_absolute(VM *vm, Str *name, bool library_first)
{
    name = str_intern(vm->heap, name);
    Value there = dict_get_name(vm->modules, name);
    if (!value_is_unset(there))
        return value_is_none(there) ? raise_not_found(vm, name, false) : there;
    if (!vm_enter_c(vm, "during import"))
        return VALUE_RAISED;
    Str *parent_name = parent_of(vm, name);
    Value parent = VALUE_UNSET;
    Value result = VALUE_RAISED;
    if (parent_name) {
        parent = import_absolute(vm, parent_name, library_first);
        if (value_is_raised(parent))
            goto out;
        vm_keep(vm, parent);
        there = dict_get_name(vm->modules, name); /* the parent may have imported it */
        if (!value_is_unset(there)) {
            result = there;
            goto out;
        }
    }
    Module *module = load_module(vm, name, parent, library_first || is_always_library(name));
    if (!module)
        goto out;
    result = dict_get_name(vm->modules, name);
    if (value_is_unset(result))
        result = OBJ(module);
    if (parent_name && value_is_kind(parent, KIND_MODULE)) {
        size_t skip = str_length(parent_name) + 1;
        Str *leaf = str_intern(vm->heap, str_slice(vm->heap, name, skip, str_length(name)));
        if (!dict_set_name(vm->heap, as_module(parent)->dict, leaf, result))
            result = raise_memory(vm);
    }
out:
    vm_leave_c(vm);
    return result;
}

Value import_by_name(VM *vm, const char *name)
{
    size_t mark = vm->root_count;
    Value v = import_absolute(vm, str_intern_cstr(vm->heap, name), true);
    vm->root_count = mark;
    return v;
}

/* "from ..x import y" inside package a.b: level 2 -> a.x */
static Str *resolve_relative(VM *vm, Str *name, int64_t level, Dict *globals)
{
    Value package = dict_get_name(globals, NAME(vm, __package__));
    if (!value_is_str(package) || !str_length(as_str(package))) {
        raise_fmt(vm, vm->exc[EXC_ImportError], "attempted relative import with no known parent package");
        return NULL;
    }
    Str *base = as_str(package);
    for (int64_t i = 1; i < level; i++) {
        base = parent_of(vm, base);
        if (!base) {
            raise_fmt(vm, vm->exc[EXC_ImportError], "attempted relative import beyond top-level package");
            return NULL;
        }
    }
    if (!str_length(name))
        return base;
    return vm_format(vm, "%S.%S", base, name);
}

Value import_hook(VM *vm, Str *name, int64_t level, Value fromlist, Dict *globals)
{
    size_t mark = vm->root_count;
    Str *full = name;
    if (level > 0 && !(full = resolve_relative(vm, name, level, globals)))
        return VALUE_RAISED;
    vm_keep(vm, OBJ(full));
    bool library = !globals || is_library(vm, globals);
    Value module = import_absolute(vm, full, library);
    if (value_is_raised(module))
        return module;
    vm_keep(vm, module);
    bool plain = value_is_none(fromlist) || (value_is_tuple(fromlist) && !tuple_length(as_tuple(fromlist)));
    if (plain && level == 0) {
        /* `import a.b` binds a */
        ptrdiff_t dot = str_find(full, str_from_char(vm->heap, '.'), 0, str_length(full));
        if (dot >= 0)
            module = import_absolute(vm, str_slice(vm->heap, full, 0, (size_t)dot), library);
    } else if (value_is_tuple(fromlist)) {
        Value path = vm_getattr_or_unset(vm, module, NAME(vm, __path__));
        if (value_is_raised(path))
            return path;
        for (size_t i = 0; !value_is_unset(path) && i < tuple_length(as_tuple(fromlist)); i++) {
            Value item = as_tuple(fromlist)->items[i];
            if (!value_is_str(item) || str_equals_cstr(as_str(item), "*"))
                continue;
            Str *attribute = str_intern(vm->heap, as_str(item));
            Value there = vm_getattr_or_unset(vm, module, attribute);
            if (value_is_raised(there))
                return there;
            if (!value_is_unset(there))
                continue;
            Str *sub = vm_format(vm, "%S.%S", full, attribute);
            if (!sub)
                return VALUE_RAISED;
            if (value_is_raised(import_absolute(vm, sub, library))) {
                if (!vm_exception_is(vm, vm->exc[EXC_ModuleNotFoundError]))
                    return VALUE_RAISED;
                Value missing = vm_getattr_or_unset(vm, vm->exception, NAME(vm, name));
                if (!value_is_str(missing) || !str_equal(as_str(missing), sub))
                    return VALUE_RAISED;
                vm_take_exception(vm); /* IMPORTFROM says it better */
            }
        }
    }
    vm->root_count = mark;
    return module;
}

/* --- the interpreter's instructions ------------------------------------------------------------------ */

Value import_name(VM *vm, Str *name, Value level, Value fromlist)
{
    /* A script may have replaced builtins.__import__; then that is what the statement calls. */
    Value custom = dict_get_name(vm->builtins->dict, NAME(vm, __import__));
    if (value_is_kind(custom, KIND_FUNCTION)) {
        Value args[5] = { OBJ(name), OBJ(vm->frame->func->globals), VALUE_NONE, fromlist, level };
        return vm_call(vm, custom, 5, args);
    }
    return import_hook(vm, name, value_is_int(level) ? value_int(level) : 0, fromlist, vm->frame->func->globals);
}

Value import_from(VM *vm, Value module, Str *name)
{
    Value v = vm_getattr_or_unset(vm, module, name);
    if (!value_is_unset(v))
        return v;
    Value module_name = vm_getattr_or_unset(vm, module, NAME(vm, __name__));
    if (value_is_raised(module_name))
        return module_name;
    if (value_is_str(module_name)) {
        Str *full = vm_format(vm, "%S.%S", as_str(module_name), name);
        if (!full)
            return VALUE_RAISED;
        v = dict_get_name(vm->modules, str_intern(vm->heap, full));
        if (!value_is_unset(v))
            return v;
    }
    Value file = vm_getattr_or_unset(vm, module, NAME(vm, __file__));
    if (value_is_raised(file))
        return file;
    Str *shown = value_is_str(module_name) ? as_str(module_name) : str_from_cstr(vm->heap, "<unknown module name>");
    Value text;
    bool running = value_is_kind(module, KIND_MODULE) && value_obj(module)->aux == MODULE_RUNNING;
    if (value_is_str(file) && running)
        text = OBJ(vm_format(vm, "cannot import name '%S' from partially initialized module '%S' (most likely due to a "
                                 "circular import) (%S)",
                             name, shown, as_str(file)));
    else if (value_is_str(file))
        text = OBJ(vm_format(vm, "cannot import name '%S' from '%S' (%S)", name, shown, as_str(file)));
    else
        text = OBJ(vm_format(vm, "cannot import name '%S' from '%S' (unknown location)", name, shown));
    if (!value_is_obj(text))
        return VALUE_RAISED;
    vm_keep(vm, text);
    Value exception = exception_make(vm, vm->exc[EXC_ImportError], 1, &text);
    if (value_is_unset(exception))
        return VALUE_RAISED;
    vm_keep(vm, exception);
    if (!excinfo_set(vm, exception, IMP_NAME_FROM, OBJ(name)) || !excinfo_set(vm, exception, IMP_NAME, OBJ(shown)) ||
        !excinfo_set(vm, exception, IMP_PATH, file))
        return VALUE_RAISED;
    return raise_exception(vm, exception);
}

/* Was this file found beside the script, where CPython looks before its own library? */
static bool is_beside_script(VM *vm, Str *file)
{
    if (!value_is_str(KEEP(vm, SCRIPT_DIR)))
        return false;
    Str *dir = as_str(KEEP(vm, SCRIPT_DIR)), *slash = str_from_char(vm->heap, '/');
    size_t length = str_length(file);
    ptrdiff_t end = str_rfind(file, slash, 0, length);
    Str *leaf = str_slice(vm->heap, file, (size_t)(end + 1), length);
    if (end > 0 && (str_equals_cstr(leaf, "__init__.ma") || str_equals_cstr(leaf, "__init__.py")))
        end = str_rfind(file, slash, 0, (size_t)end);
    return str_equal(dir, str_slice(vm->heap, file, 0, end < 0 ? 0 : (size_t)end));
}

/* The text of the AttributeError: a module whose file hides the library's says so (CPython 3.13, moduleobject.c). */
Str *import_no_attribute(VM *vm, Module *module, Str *name)
{
    Value own = dict_get_name(module->dict, NAME(vm, __name__));
    Value file = dict_get_name(module->dict, NAME(vm, __file__));
    if (!value_is_str(own))
        return vm_format(vm, "module has no attribute '%S'", name);
    bool running = module->obj.aux == MODULE_RUNNING;
    if (value_is_str(file) && is_beside_script(vm, as_str(file))) {
        if (find_native(as_str(own)) || find_embedded(as_str(own)))
            return vm_format(vm, "module '%S' has no attribute '%S' (consider renaming '%S' since it has the same name as "
                                 "the standard library module named '%S' and the import system gives it precedence)",
                             as_str(own), name, as_str(file), as_str(own));
        if (running)
            return vm_format(vm, "module '%S' has no attribute '%S' (consider renaming '%S' if it has the same name as "
                                 "a third-party module you intended to import)",
                             as_str(own), name, as_str(file));
    } else if (running && value_is_str(file)) {
        return vm_format(vm, "partially initialized module '%S' from '%S' has no attribute '%S' (most likely due to a "
                             "circular import)",
                         as_str(own), as_str(file), name);
    }
    return vm_format(vm, "module '%S' has no attribute '%S'", as_str(own), name);
}

bool import_star(VM *vm, Value module, Frame *frame)
{
    bool names = frame->func->code->flags & CODE_NAMES;
    Value all = vm_getattr_or_unset(vm, module, NAME(vm, __all__));
    if (value_is_raised(all))
        return false;
    List *list;
    if (!value_is_unset(all)) {
        list = vm_list_from(vm, all);
    } else if (value_is_kind(module, KIND_MODULE)) {
        list = vm_list_from(vm, OBJ(as_module(module)->dict));
    } else {
        raise_fmt(vm, vm->exc[EXC_ImportError], "from-import-* object has no __dict__ and no __all__");
        return false;
    }
    if (!list)
        return false;
    vm_keep(vm, OBJ(list));
    for (size_t i = 0; i < list->count; i++) {
        Value item = list->items[i];
        if (!value_is_str(item)) {
            raise_type(vm, "Item in %S.__all__ must be str, not %T",
                       value_is_kind(module, KIND_MODULE) ? as_module(module)->name : NAME(vm, obj), item);
            return false;
        }
        Str *name = str_intern(vm->heap, as_str(item));
        if (value_is_unset(all) && str_length(name) && str_at(name, 0) == '_')
            continue;
        Value v = vm_getattr(vm, module, name);
        if (value_is_raised(v))
            return false;
        bool good = names && !value_is_exactly(frame->r[0], KIND_DICT)
                        ? vm_setitem(vm, frame->r[0], OBJ(name), v)
                        : dict_set_name(vm->heap, names ? as_dict(frame->r[0]) : frame->func->globals, name, v);
        if (!good) {
            if (!vm_raised(vm))
                raise_memory(vm);
            return false;
        }
    }
    return true;
}
