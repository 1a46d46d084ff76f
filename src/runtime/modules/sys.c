/* sys.c - module sys: the interpreter as a script sees it. */
#include "base/platform.h"
#include "runtime/traceback.h"
#include "runtime/modules/breakpoint.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "vm/frame.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

#ifndef MINIASYNC_VERSION
#define MINIASYNC_VERSION "0.1.0"
#endif

extern const ModuleSpec sys_module;

static Value text(VM *vm, const char *s)
{
    return vm_str_cstr(vm, s);
}

static Value sys_exit(VM *vm, Value *args, int nargs)
{
    Value code = arg_or(args[0], VALUE_NONE);
    Value exc;
    if (value_is_tuple(code)) { /* exit((a, b)) makes SystemExit(a, b) */
        Tuple *t = as_tuple(code);
        exc = exception_make(vm, vm->exc[EXC_SystemExit], (int)tuple_length(t), t->items);
    } else
        exc = exception_make(vm, vm->exc[EXC_SystemExit], value_is_none(code) ? 0 : 1, &code);
    return value_is_unset(exc) || value_is_raised(exc) ? VALUE_RAISED : raise_exception(vm, exc);
}

static Value sys_exc_info(VM *vm, Value *args, int nargs)
{
    Value three[3] = { VALUE_NONE, vm_handled_exception(vm), VALUE_NONE };
    if (!value_is_none(three[1])) {
        three[0] = OBJ(class_of(vm, three[1]));
        three[2] = vm_getattr(vm, three[1], NAME(vm, __traceback__));
        if (value_is_raised(three[2]))
            return VALUE_RAISED;
    }
    return vm_tuple_of(vm, 3, three);
}

static Value sys_exception(VM *vm, Value *args, int nargs)
{
    return vm_handled_exception(vm);
}

static Value sys_getrecursionlimit(VM *vm, Value *args, int nargs)
{
    return make_int(vm, vm->depth_limit);
}

static Value sys_setrecursionlimit(VM *vm, Value *args, int nargs)
{
    int64_t limit;
    if (int_is(args[0]) && !int_to_i64(int_unbox(args[0]), &limit))
        return raise_overflow(vm, "Python int too large to convert to C int");
    if (!arg_int(vm, args[0], &limit))
        return VALUE_RAISED;
    if (limit < 1)
        return raise_value(vm, "recursion limit must be greater or equal than 1");
    if (limit > INT32_MAX)
        return raise_overflow(vm, "Python int too large to convert to C int");
    if (limit <= vm->depth)
        return raise_fmt(vm, vm->exc[EXC_RecursionError],
                         "cannot set the recursion limit to %z at the recursion depth %z: the limit is too low",
                         limit, (int64_t)vm->depth);
    vm->depth_limit = (uint32_t)limit;
    return VALUE_NONE;
}

/* What CPython on a 64-bit machine would say, as far as a layout of ours corresponds to one of its. */
static int64_t size_of_value(Value v)
{
    if (!value_is_obj(v)) {
        if (value_is_int(v)) {
            int64_t n = value_int(v);
            n = n < 0 ? -n : n;
            return n < (1 << 30) ? 28 : 32;
        }
        return value_is_float(v) ? 24 : value_is_bool(v) ? 28 : 16;
    }
    Obj *obj = value_obj(v);
    switch (obj->kind & KIND_MASK) {
    case KIND_STR: {
        Str *s = as_str(v);
        unsigned width = str_width(s);
        return (str_is_ascii(s) ? 40 : width == 1 ? 57 : 58) + (int64_t)((str_length(s) + 1) * width) -
               (str_is_ascii(s) ? 0 : width == 1 ? 1 : width == 2 ? 2 : 2);
    }
    case KIND_BYTES: return 33 + (int64_t)as_bytes(v)->length;
    case KIND_BYTEARRAY: return 57 + (int64_t)AS(ByteArray, v)->length;
    case KIND_BIGINT: return 24 + 4 * (int64_t)((int_bit_length(v) + 29) / 30);
    case KIND_LIST: return 56 + 8 * (int64_t)as_list(v)->capacity;
    case KIND_TUPLE: return 40 + 8 * (int64_t)tuple_length(as_tuple(v));
    case KIND_DICT: return 64 + (int64_t)as_dict(v)->capacity * 24 + (int64_t)as_dict(v)->mask;
    case KIND_SET:
    case KIND_FROZENSET: return 216 + (int64_t)as_set(v)->capacity * 16;
    case KIND_FUNCTION: return 160;
    case KIND_CLASS: return 1688;
    default: return 48;
    }
}

static Value sys_getsizeof(VM *vm, Value *args, int nargs)
{
    Value method = value_is_obj(args[0]) && (value_obj(args[0])->kind == KIND_INSTANCE ||
                                             (value_obj(args[0])->kind & KIND_SUBCLASS))
                       ? vm_lookup_special(vm, args[0], NAME(vm, __sizeof__))
                       : VALUE_UNSET;
    if (value_is_raised(method))
        return method;
    if (!value_is_unset(method)) {
        Value size = vm_call(vm, method, 0, NULL);
        if (value_is_raised(size))
            return size;
        int64_t n;
        if (!arg_int(vm, size, &n))
            return VALUE_RAISED;
        return n < 0 ? raise_value(vm, "__sizeof__() should return >= 0") : size;
    }
    return make_int(vm, size_of_value(args[0]));
}

static Value sys_intern(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[0]))
        return raise_type(vm, "intern() argument must be str, not %T", args[0]);
    if (!value_is_exactly(args[0], KIND_STR))
        return raise_type(vm, "can't intern %T", args[0]);
    return vm_own(vm, str_intern(vm->heap, as_str(args[0])));
}

static Value sys_getrefcount(VM *vm, Value *args, int nargs)
{
    return raise_fmt(vm, vm->exc[EXC_NotImplementedError],
                     "objects have no reference counts here: a tracing collector frees them");
}

static Value sys_get_int_max_str_digits(VM *vm, Value *args, int nargs)
{
    return make_int(vm, (int64_t)vm->int_max_str_digits);
}

static Value sys_set_int_max_str_digits(VM *vm, Value *args, int nargs)
{
    int64_t n;
    if (!arg_int(vm, args[0], &n))
        return VALUE_RAISED;
    if ((n != 0 && n < 640) || n > INT32_MAX)
        return raise_value(vm, "maxdigits must be 0 or larger than 640");
    vm->int_max_str_digits = (size_t)n;
    return VALUE_NONE;
}

static Value sys_displayhook(VM *vm, Value *args, int nargs)
{
    if (value_is_none(args[0]))
        return VALUE_NONE;
    Dict *names = vm->builtins->dict;
    if (!dict_set_name(vm->heap, names, NAME(vm, _), VALUE_NONE))
        return raise_memory(vm);
    const Runtime *runtime = runtime_of(vm);
    if (runtime->display_hook && runtime->display_hook(runtime->prompt, vm, args[0]))
        return dict_set_name(vm->heap, names, NAME(vm, _), args[0]) ? VALUE_NONE : raise_memory(vm);
    Str *shown = vm_raised(vm) ? NULL : vm_repr(vm, args[0]);
    if (!shown)
        return VALUE_RAISED;
    if (!stream_write_str(vm, vm->sys_stdout, shown) || !stream_write(vm, vm->sys_stdout, "\n", 1))
        return VALUE_RAISED;
    return dict_set_name(vm->heap, names, NAME(vm, _), args[0]) ? VALUE_NONE : raise_memory(vm);
}

static Value sys_excepthook(VM *vm, Value *args, int nargs)
{
    if (!value_is_exception(args[1]))
        return raise_type(vm, "print_exception(): Exception expected for value, %T found", args[1]);
    traceback_print_with(vm, args[1], args[2]);
    return VALUE_NONE;
}

/* What is told of an exception that nobody can receive, by default. */
static Value sys_unraisablehook(VM *vm, Value *args, int nargs)
{
    Value error = vm_getattr(vm, args[0], name_of(vm, "exc_value"));
    Value where = value_is_raised(error) ? error : vm_getattr(vm, vm_keep(vm, args[0]), name_of(vm, "object"));
    if (value_is_raised(where))
        return where;
    if (!value_is_exception(error))
        return raise_type(vm, "sys.unraisablehook argument type must be UnraisableHookArgs");
    Value own = dict_get_name(vm->modules, name_of(vm, "sys"));
    Dict *names = value_is_kind(own, KIND_MODULE) ? as_module(own)->dict : NULL;
    Str *key = name_of(vm, "unraisablehook");
    Value hook = names ? vm_keep(vm, dict_get_name(names, key)) : VALUE_UNSET;
    if (names) /* a hook of the script that calls this one is not called again */
        dict_del_name(vm->heap, names, key);
    unraisable_print(vm, error, where);
    if (names && !value_is_unset(hook) && !dict_set_name(vm->heap, names, key, hook))
        return raise_memory(vm);
    return VALUE_NONE;
}

static Value sys_settrace(VM *vm, Value *args, int nargs)
{
    if (value_is_none(args[0]))
        return VALUE_NONE;
    return raise_fmt(vm, vm->exc[EXC_NotImplementedError],
                     "sys.settrace is not supported; `miniasync trace FILE` shows what a program does");
}

static Value sys_gettrace(VM *vm, Value *args, int nargs)
{
    return VALUE_NONE;
}

static Value sys_getdefaultencoding(VM *vm, Value *args, int nargs)
{
    return text(vm, "utf-8");
}

static Value sys_getfilesystemencodeerrors(VM *vm, Value *args, int nargs)
{
    return text(vm, "surrogateescape");
}

static Value sys_is_finalizing(VM *vm, Value *args, int nargs)
{
    return value_bool(vm->ending);
}

static Value sys_getswitchinterval(VM *vm, Value *args, int nargs)
{
    return make_float(0.005);
}

/* --- frames: what sys._getframe shows is a picture of the moment, not the frame itself ----------------- */

enum { SHOT_CODE, SHOT_LINE, SHOT_GLOBALS, SHOT_LOCALS, SHOT_BACK, SHOT_COUNT };

static Dict *locals_of(VM *vm, Frame *frame)
{
    const Code *code = frame->func->code;
    if (code->flags & CODE_MODULE)
        return frame->func->globals;
    if ((code->flags & CODE_NAMES) && value_is_dict(frame->r[0]))
        return as_dict(frame->r[0]);
    Dict *names = dict_new(vm->heap, code->nlocals);
    if (!names)
        return NULL;
    for (uint32_t i = 0; i < code->nlocals; i++) {
        Value v = frame->r[i];
        if (code->var_is_cell && code->var_is_cell[i])
            v = value_is_exactly(v, KIND_CELL) ? AS(Cell, v)->value : VALUE_UNSET;
        if (!value_is_unset(v) && code->varnames[i] &&
            !dict_set_name(vm->heap, names, code->varnames[i], v))
            return NULL;
    }
    for (uint32_t i = 0; i < code->ncaptures && i < frame->func->ncells; i++) {
        Cell *cell = frame->func->cells[i];
        if (cell && !value_is_unset(cell->value) && code->freenames[i] &&
            !dict_set_name(vm->heap, names, code->freenames[i], cell->value))
            return NULL;
    }
    return names;
}

#define SHOT_GET(name, slot)                                                    \
    static Value name(VM *vm, Value self)                                       \
    {                                                                           \
        return arg_or(as_slots(self)->v[slot], VALUE_NONE);                     \
    }
SHOT_GET(shot_code, SHOT_CODE)
SHOT_GET(shot_line, SHOT_LINE)
SHOT_GET(shot_globals, SHOT_GLOBALS)
SHOT_GET(shot_locals, SHOT_LOCALS)
SHOT_GET(shot_back, SHOT_BACK)

static Value shot_lasti(VM *vm, Value self)
{
    return value_small(0);
}

static Value shot_builtins(VM *vm, Value self)
{
    return OBJ(vm->builtins->dict);
}

static Value shot_repr(VM *vm, Value *args, int nargs)
{
    Slots *s = as_slots(args[0]);
    Code *code = AS(Code, s->v[SHOT_CODE]);
    char address[32];
    snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
    Value file = OBJ(code->filename);
    Str *shown = vm_format(vm, "<frame at %s, file %R, line %z, code %S>", address, file,
                           value_int(s->v[SHOT_LINE]), code->name);
    return shown ? OBJ(shown) : VALUE_RAISED;
}

static const NativeSpec shot_methods[] = {
    { "__repr__", shot_repr, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec shot_getsets[] = {
    { "f_code", shot_code, NULL, NULL },       { "f_lineno", shot_line, NULL, NULL },
    { "f_globals", shot_globals, NULL, NULL }, { "f_locals", shot_locals, NULL, NULL },
    { "f_back", shot_back, NULL, NULL },       { "f_lasti", shot_lasti, NULL, NULL },
    { "f_builtins", shot_builtins, NULL, NULL }, { 0 },
};
static const TypeSpec shot_type = { "frame", "builtins", "A picture of a frame at one moment.", KIND_SLOTS,
                                    CLASS_FINAL, shot_methods, shot_getsets };

static Value sys_getframe(VM *vm, Value *args, int nargs)
{
    int64_t depth = 0;
    if (!value_is_unset(args[0]) && !arg_int(vm, args[0], &depth))
        return VALUE_RAISED;
    Frame *frame = vm->frame;
    for (; frame && depth > 0; depth--)
        frame = frame->caller;
    if (!frame)
        return raise_value(vm, "call stack is not deep enough");
    Value *kept = &KEEP(vm, FRAME_CLASS);
    if (value_is_unset(*kept)) {
        Class *made = type_create(vm, &shot_type, NULL);
        if (!made)
            return VALUE_RAISED;
        *kept = OBJ(made);
    }
    Slots *first = NULL, *last = NULL;
    for (int n = 0; frame; frame = frame->caller, n++) {
        Slots *shot = slots_make(vm, as_class(*kept), SHOT_COUNT);
        shot->v[SHOT_CODE] = OBJ(frame->func->code);
        shot->v[SHOT_LINE] = make_int(vm, frame_line(frame));
        shot->v[SHOT_GLOBALS] = OBJ(frame->func->globals);
        if (n < 20) { /* of frames further out the variables are not copied */
            Dict *names = locals_of(vm, frame);
            if (!names)
                return raise_memory(vm);
            shot->v[SHOT_LOCALS] = OBJ(names);
        }
        if (last)
            last->v[SHOT_BACK] = OBJ(shot);
        else
            first = shot;
        last = shot;
    }
    return OBJ(first);
}

/* --- assigning sys.stdout changes where print writes ----------------------------------------------------- */

static void sys_changed(VM *vm, const Str *name, Value value)
{
    value = arg_or(value, VALUE_NONE); /* deleted */
    if (str_equals_cstr(name, "stdout"))
        vm->sys_stdout = value;
    else if (str_equals_cstr(name, "stderr"))
        vm->sys_stderr = value;
    else if (str_equals_cstr(name, "stdin"))
        vm->sys_stdin = value;
}

/* The modules of the language followed, those that miniasync has not included: a name that is one of them
 * was probably meant to be imported. */
static const char library_names[] =
    "__future__ abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect "
    "builtins bz2 cProfile calendar cmath cmd code codecs codeop collections colorsys compileall "
    "concurrent configparser contextlib contextvars copy copyreg csv ctypes curses dataclasses "
    "datetime dbm decimal difflib dis doctest email encodings ensurepip enum errno faulthandler "
    "fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass "
    "gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect "
    "io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math "
    "mimetypes mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path numbers opcode "
    "operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib posix "
    "posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue quopri "
    "random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve "
    "shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants "
    "sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog "
    "tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token tokenize "
    "tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest "
    "urllib uuid venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp "
    "zipfile zipimport zlib zoneinfo";

/* --- setup --------------------------------------------------------------------------------------------------- */

static bool add_record(VM *vm, Module *module, const char *attribute, const char *type, const char *fields,
                       int count, const Value *values)
{
    Class *cls = record_class(vm, "sys", type, fields, count);
    return cls && module_add(vm, module, attribute, record_make(vm, cls, count, values));
}

static const char *const module_names[] = {
#define MODULE(name) #name,
#include "runtime/modules.def"
#undef MODULE
};

static bool add_infos(VM *vm, Module *module)
{
    Value version[5] = { value_small(3), value_small(13), value_small(0), text(vm, "final"), value_small(0) };
    Value floats[11] = { make_float(DBL_MAX), value_small(DBL_MAX_EXP), value_small(DBL_MAX_10_EXP),
                         make_float(DBL_MIN), value_small(DBL_MIN_EXP), value_small(DBL_MIN_10_EXP),
                         value_small(DBL_DIG), value_small(DBL_MANT_DIG), make_float(DBL_EPSILON),
                         value_small(FLT_RADIX), value_small(1) };
    Value hashes[9] = { value_small(64), make_int(vm, ((int64_t)1 << 61) - 1), value_small(314159), value_small(0),
                        value_small(1000003), text(vm, "siphash13"), value_small(64), value_small(128),
                        value_small(0) };
    Value ints[4] = { value_small(30), value_small(4), value_small(4300), value_small(640) };
    Value flags[18];
    for (int i = 0; i < 18; i++)
        flags[i] = value_small(0);
    flags[13] = VALUE_FALSE; /* dev_mode */
    flags[14] = value_small(1); /* utf8_mode */
    flags[15] = VALUE_FALSE;
    flags[16] = value_small(4300);
    flags[11] = value_small(1); /* hash_randomization */
    return add_record(vm, module, "version_info", "version_info", "major minor micro releaselevel serial", 5,
                      version) &&
           add_record(vm, module, "float_info", "float_info",
                      "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds", 11, floats) &&
           add_record(vm, module, "hash_info", "hash_info",
                      "width modulus inf nan imag algorithm hash_bits seed_bits cutoff", 9, hashes) &&
           add_record(vm, module, "int_info", "int_info",
                      "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold", 4, ints) &&
           add_record(vm, module, "flags", "flags",
                      "debug inspect interactive optimize dont_write_bytecode no_user_site no_site "
                      "ignore_environment verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode "
                      "safe_path int_max_str_digits warn_default_encoding",
                      18, flags);
}

static List *argv_list(VM *vm)
{
    Runtime *runtime = runtime_of(vm);
    if (!value_is_unset(runtime->keep[KEEP_ARGV]))
        return as_list(runtime->keep[KEEP_ARGV]);
    List *list = list_new(vm->heap, 0);
    for (int i = 0; list && i < runtime->argc; i++) {
        Value arg = vm_str_utf8(vm, runtime->argv[i], strlen(runtime->argv[i]));
        if (value_is_raised(arg) || !list_append(vm->heap, list, arg))
            return NULL;
    }
    if (list && list->count == 0 && !list_append(vm->heap, list, OBJ(str_empty(vm->heap))))
        return NULL;
    if (list)
        runtime->keep[KEEP_ARGV] = OBJ(list);
    return list;
}

static bool sys_setup(VM *vm, Module *module)
{
    Runtime *runtime = runtime_of(vm);
    List *argv = argv_list(vm), *options = list_new(vm->heap, 0);
    if (!argv || !options) {
        if (!vm_raised(vm))
            raise_memory(vm);
        return false;
    }
    Value names[COUNT_OF(module_names)];
    for (int i = 0; i < COUNT_OF(module_names); i++)
        names[i] = text(vm, module_names[i]);
    Value builtin_names = vm_tuple_of(vm, COUNT_OF(module_names), names);
    Set *known = set_new(vm->heap, KIND_FROZENSET, 0);
    if (!known || value_is_raised(builtin_names))
        return false;
    vm_keep(vm, OBJ(known));
    vm_keep(vm, builtin_names);
    for (const char *at = library_names; *at; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        Str *name = str_intern_utf8(vm->heap, at, length);
        if (!name || vm_set_add(vm, known, OBJ(name)) < 0)
            return false;
        at += length;
    }
    module->changed = sys_changed;
    char path[4096] = "";
    platform_executable(path, sizeof path);
    const struct {
        const char *name;
        Value value;
    } rows[] = {
        { "argv", OBJ(argv) },
        { "path", runtime->keep[KEEP_SYS_PATH] },
        { "modules", OBJ(vm->modules) },
        { "version", text(vm, "3.13.0 (miniasync " MINIASYNC_VERSION ") [C11]") },
        { "platform", text(vm,
#ifdef __APPLE__
                           "darwin"
#else
                           "linux"
#endif
                           ) },
        { "maxsize", make_int(vm, INT64_MAX) },
        { "maxunicode", value_small(0x10FFFF) },
        { "byteorder", text(vm, "little") },
        { "hexversion", value_small(0x030D00F0) },
        { "api_version", value_small(1013) },
        { "copyright", text(vm, "miniasync is free software under the MIT licence.") },
        { "executable", text(vm, path) },
        { "prefix", text(vm, "/usr/local") },
        { "exec_prefix", text(vm, "/usr/local") },
        { "base_prefix", text(vm, "/usr/local") },
        { "stdin", vm->sys_stdin },
        { "stdout", vm->sys_stdout },
        { "stderr", vm->sys_stderr },
        { "__stdin__", runtime->keep[KEEP_FILE_STDIN] },
        { "__stdout__", runtime->keep[KEEP_FILE_STDOUT] },
        { "__stderr__", runtime->keep[KEEP_FILE_STDERR] },
        { "dont_write_bytecode", VALUE_TRUE },
        { "warnoptions", OBJ(options) },
        { "builtin_module_names", builtin_names },
        { "stdlib_module_names", OBJ(known) },
        { "float_repr_style", text(vm, "short") },
        { "pycache_prefix", VALUE_NONE },
    };
    for (int i = 0; i < COUNT_OF(rows); i++)
        if (value_is_raised(rows[i].value) || !module_add(vm, module, rows[i].name, rows[i].value))
            return false;
    if (!add_infos(vm, module))
        return false;
    for (int i = 0; i < 4; i++) { /* sys.__displayhook__, sys.__excepthook__, ... */
        static const char *const hooks[4] = { "displayhook", "excepthook", "breakpointhook", "unraisablehook" };
        char original[32];
        snprintf(original, sizeof original, "__%s__", hooks[i]);
        Value hook = dict_get_name(module->dict, name_of(vm, hooks[i]));
        if (!value_is_unset(hook) && !module_add(vm, module, original, hook))
            return false;
    }
    Value namespace = module_attribute(vm, "_types", "SimpleNamespace");
    Dict *fields = dict_new(vm->heap, 4);
    if (value_is_raised(namespace) || !fields)
        return false;
    vm_keep(vm, OBJ(fields));
    if (!dict_put(vm, fields, "name", text(vm, "miniasync")) || !dict_put(vm, fields, "cache_tag", VALUE_NONE) ||
        !dict_put(vm, fields, "version", dict_get_name(module->dict, name_of(vm, "version_info"))) ||
        !dict_put(vm, fields, "hexversion", value_small(0x030D00F0)))
        return false;
    Value made = vm_call_kw(vm, namespace, 0, NULL, fields);
    return !value_is_raised(made) && module_add(vm, module, "implementation", made);
}

static const NativeSpec functions[] = {
    { "exit", sys_exit, "status=None, /", 0, 0, 0, "Raises SystemExit(status)." },
    { "exc_info", sys_exc_info, "", 0, 0, 0, "(type, value, traceback) of the exception being handled." },
    { "exception", sys_exception, "", 0, 0, 0, "The exception being handled, or None." },
    { "getrecursionlimit", sys_getrecursionlimit, "", 0, 0, 0, "How many calls may be nested." },
    { "setrecursionlimit", sys_setrecursionlimit, "limit, /", 0, 0, 0, "Sets how many calls may be nested." },
    { "getsizeof", sys_getsizeof, "object, default=None", 0, 0, 0, "About how many bytes an object takes." },
    { "intern", sys_intern, "string, /", 0, 0, 0, "The one copy of a string kept for comparing by identity." },
    { "getrefcount", sys_getrefcount, "object, /", 0, 0, 0, "Not supported: there are no reference counts." },
    { "get_int_max_str_digits", sys_get_int_max_str_digits, "", 0, 0, 0, "Limit of int to text, in digits." },
    { "set_int_max_str_digits", sys_set_int_max_str_digits, "maxdigits", 0, 0, 0, "Sets that limit; 0: none." },
    { "displayhook", sys_displayhook, "object, /", 0, 0, 0, "Shows the result of an expression." },
    { "unraisablehook", sys_unraisablehook, "unraisable, /", 0, 0, 0, "Tells of an exception that nobody can receive." },
    { "excepthook", sys_excepthook, "exctype, value, traceback, /", 0, 0, 0, "Prints a traceback." },
    { "breakpointhook", breakpoint_hook_default, "*args, **kws", 0, 0, 0, "What breakpoint() calls." },
    { "_getframe", sys_getframe, "depth=0, /", 0, 0, 0, "A picture of a calling frame." },
    { "settrace", sys_settrace, "function, /", 0, 0, 0, "Not supported." },
    { "gettrace", sys_gettrace, "", 0, 0, 0, "None." },
    { "setprofile", sys_settrace, "function, /", 0, 0, 0, "Not supported." },
    { "getprofile", sys_gettrace, "", 0, 0, 0, "None." },
    { "getdefaultencoding", sys_getdefaultencoding, "", 0, 0, 0, "'utf-8'" },
    { "getfilesystemencoding", sys_getdefaultencoding, "", 0, 0, 0, "'utf-8'" },
    { "getfilesystemencodeerrors", sys_getfilesystemencodeerrors, "", 0, 0, 0, NULL },
    { "is_finalizing", sys_is_finalizing, "", 0, 0, 0, "Is the interpreter shutting down?" },
    { "getswitchinterval", sys_getswitchinterval, "", 0, 0, 0, NULL },
    { 0 },
};

const ModuleSpec sys_module = { "sys", "The interpreter: arguments, streams, limits, exceptions.", functions, NULL,
                                sys_setup };
