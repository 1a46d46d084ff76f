/* os.c - modules os and os.path: files and the process, all through base/platform. */
#include "base/platform.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "runtime/world.h"

#include <errno.h>
#include <stdio.h>

extern const ModuleSpec os_module;

enum { PATH_BYTES = 4096 };

/* A path argument as UTF-8 for the system; *arg becomes the str. `caller` names the function in errors.
 * NULL: raised. */
static const char *path_bytes(VM *vm, Value *arg, const char *caller)
{
    if (!value_is_str(*arg) && !value_is_kind(*arg, KIND_BYTES) &&
        value_is_unset(class_lookup(vm, class_of(vm, *arg), NAME(vm, __fspath__)))) {
        raise_type(vm, "%s: path should be string, bytes%s, not %T", caller,
                   strstr(caller, "stat") || strcmp(caller, "chdir") == 0 ? ", os.PathLike or integer"
                   : strcmp(caller, "listdir") == 0                       ? ", os.PathLike, integer or None"
                                                                          : " or os.PathLike",
                   *arg);
        return NULL;
    }
    Value path = path_argument(vm, *arg);
    if (value_is_raised(path))
        return NULL;
    *arg = path;
    size_t length;
    const char *bytes = vm_utf8(vm, path, &length, true);
    if (!bytes && vm_exception_is(vm, vm->exc[EXC_ValueError]) && !vm_exception_is(vm, vm->exc[EXC_UnicodeError])) {
        vm_take_exception(vm);
        raise_value(vm, "%s: embedded null character in path", caller);
    }
    return bytes;
}

static Value text(VM *vm, const char *bytes)
{
    return vm_str_utf8(vm, bytes, strlen(bytes));
}

static Value done(VM *vm, int result, Value path)
{
    return result < 0 ? raise_os(vm, -result, path) : VALUE_NONE;
}

/* --- os.path: text only, then questions to the system --------------------------------------------------- */

static Str *path_text(VM *vm, Value *arg)
{
    Value path = path_argument(vm, *arg);
    if (value_is_raised(path))
        return NULL;
    *arg = path;
    return as_str(path);
}

/* Where the last part begins: after the last slash. */
static size_t base_start(const Str *s)
{
    size_t i = str_length(s);
    while (i > 0 && str_at(s, i - 1) != '/')
        i--;
    return i;
}

static Str *head_of(VM *vm, Str *s)
{
    size_t end = base_start(s), cut = end;
    while (cut > 0 && str_at(s, cut - 1) == '/')
        cut--;
    return str_slice(vm->heap, s, 0, cut > 0 ? cut : end);
}

static Value path_join(VM *vm, Value *args, int nargs)
{
    Str *first = path_text(vm, &args[0]);
    if (!first)
        return VALUE_RAISED;
    Tuple *more = as_tuple(args[1]);
    Str *joined = first;
    for (size_t i = 0; i < tuple_length(more); i++) {
        Value part = more->items[i];
        if (!value_is_str(part)) {
            Value made = vm_lookup_special(vm, part, NAME(vm, __fspath__));
            if (value_is_raised(made))
                return made;
            if (value_is_unset(made))
                return value_is_kind(part, KIND_BYTES)
                           ? raise_type(vm, "Can't mix strings and bytes in path components")
                           : raise_type(vm, "join() argument must be str, bytes, or os.PathLike object, not '%T'",
                                        part);
            vm_keep(vm, OBJ(joined));
            part = path_argument(vm, part);
            if (value_is_raised(part))
                return part;
        }
        Str *s = as_str(part);
        if (str_length(s) > 0 && str_at(s, 0) == '/')
            joined = s;
        else {
            size_t n = str_length(joined);
            if (n > 0 && str_at(joined, n - 1) != '/')
                joined = str_concat(vm->heap, joined, str_from_char(vm->heap, '/'));
            joined = joined ? str_concat(vm->heap, joined, s) : NULL;
        }
        if (!joined)
            return raise_memory(vm);
    }
    return OBJ(joined);
}

static Value path_split(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    if (!s)
        return VALUE_RAISED;
    Value pair[2] = { OBJ(head_of(vm, s)), OBJ(str_slice(vm->heap, s, base_start(s), str_length(s))) };
    return vm_tuple_of(vm, 2, pair);
}

static Value path_basename(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    return s ? vm_own(vm, str_slice(vm->heap, s, base_start(s), str_length(s))) : VALUE_RAISED;
}

static Value path_dirname(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    return s ? vm_own(vm, head_of(vm, s)) : VALUE_RAISED;
}

static Value path_splitext(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    if (!s)
        return VALUE_RAISED;
    size_t start = base_start(s), length = str_length(s), dot = length;
    while (start < length && str_at(s, start) == '.')
        start++; /* leading dots belong to the name */
    for (size_t i = start; i < length; i++)
        if (str_at(s, i) == '.')
            dot = i;
    Value pair[2] = { OBJ(str_slice(vm->heap, s, 0, dot)), OBJ(str_slice(vm->heap, s, dot, length)) };
    return vm_tuple_of(vm, 2, pair);
}

static Value path_isabs(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    return s ? value_bool(str_length(s) > 0 && str_at(s, 0) == '/') : VALUE_RAISED;
}

static Str *normalise(VM *vm, Str *s)
{
    size_t length = str_length(s);
    if (length == 0)
        return str_from_cstr(vm->heap, ".");
    size_t slashes = 0;
    while (slashes < length && str_at(s, slashes) == '/')
        slashes++;
    if (slashes > 0)
        slashes = slashes == 2 ? 2 : 1; /* POSIX: exactly two leading slashes may mean something else */
    List *parts = list_new(vm->heap, 0);
    Str *dots = str_from_cstr(vm->heap, "..");
    if (!parts || !dots)
        return NULL;
    for (size_t i = 0; i < length;) {
        size_t end = i;
        while (end < length && str_at(s, end) != '/')
            end++;
        Str *part = str_slice(vm->heap, s, i, end);
        i = end + 1;
        if (!part)
            return NULL;
        if (str_length(part) == 0 || str_equals_cstr(part, "."))
            continue;
        if (!str_equal(part, dots) || (slashes == 0 && parts->count == 0) ||
            (parts->count > 0 && str_equal(as_str(parts->items[parts->count - 1]), dots))) {
            if (!list_append(vm->heap, parts, OBJ(part)))
                return NULL;
        } else if (parts->count > 0)
            parts->count--;
    }
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_fill(&b, '/', slashes);
    for (size_t i = 0; i < parts->count; i++) {
        if (i > 0)
            builder_char(&b, '/');
        builder_str(&b, as_str(parts->items[i]));
    }
    if (slashes == 0 && parts->count == 0)
        builder_char(&b, '.');
    return builder_finish(&b);
}

static Value path_normpath(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    return s ? vm_own(vm, normalise(vm, s)) : VALUE_RAISED;
}

static Str *absolute(VM *vm, Str *s)
{
    if (str_length(s) > 0 && str_at(s, 0) == '/')
        return normalise(vm, s);
    char cwd[PATH_BYTES];
    int result = platform_get_cwd(cwd, sizeof cwd);
    if (result < 0) {
        raise_os(vm, -result, VALUE_UNSET);
        return NULL;
    }
    Value head = text(vm, cwd);
    if (value_is_raised(head))
        return NULL;
    Str *joined = str_concat(vm->heap, as_str(head), str_from_char(vm->heap, '/'));
    joined = joined ? str_concat(vm->heap, joined, s) : NULL;
    return joined ? normalise(vm, joined) : NULL;
}

static Value own_or_raised(VM *vm, Str *s)
{
    return s ? OBJ(s) : vm_raised(vm) ? VALUE_RAISED : raise_memory(vm);
}

static Value path_abspath(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    return s ? own_or_raised(vm, absolute(vm, s)) : VALUE_RAISED;
}

static Value path_realpath(VM *vm, Value *args, int nargs)
{
    const char *path = path_bytes(vm, &args[0], "realpath");
    char found[PATH_BYTES];
    if (!path)
        return VALUE_RAISED;
    if (platform_real_path(path, found, sizeof found) == 0)
        return text(vm, found);
    return own_or_raised(vm, absolute(vm, as_str(args[0])));
}

/* Cuts an absolute path into its parts. */
static List *parts_of(VM *vm, Str *s)
{
    List *parts = list_new(vm->heap, 0);
    size_t length = str_length(s);
    for (size_t i = 0; parts && i < length;) {
        size_t end = i;
        while (end < length && str_at(s, end) != '/')
            end++;
        if (end > i && !list_append(vm->heap, parts, OBJ(str_slice(vm->heap, s, i, end))))
            return NULL;
        i = end + 1;
    }
    return parts;
}

static Value path_relpath(VM *vm, Value *args, int nargs)
{
    Str *path = path_text(vm, &args[0]);
    if (!path)
        return VALUE_RAISED;
    if (str_length(path) == 0)
        return raise_value(vm, "no path specified");
    Str *start = is_unset_or_none(args[1]) ? str_from_cstr(vm->heap, ".") : path_text(vm, &args[1]);
    Str *to = absolute(vm, path), *from = start ? absolute(vm, start) : NULL;
    if (!start || !to || !from)
        return vm_raised(vm) ? VALUE_RAISED : raise_memory(vm);
    List *a = parts_of(vm, from), *b = parts_of(vm, to);
    if (!a || !b)
        return raise_memory(vm);
    size_t same = 0;
    while (same < a->count && same < b->count && str_equal(as_str(a->items[same]), as_str(b->items[same])))
        same++;
    StrBuilder out;
    builder_init(&out, vm->heap);
    for (size_t i = same; i < a->count; i++)
        builder_cstr(&out, i > same ? "/.." : "..");
    for (size_t i = same; i < b->count; i++) {
        if (i > same || a->count > same)
            builder_char(&out, '/');
        builder_str(&out, as_str(b->items[i]));
    }
    if (a->count == same && b->count == same)
        builder_char(&out, '.');
    return vm_own(vm, builder_finish(&out));
}

static Value path_expanduser(VM *vm, Value *args, int nargs)
{
    Str *s = path_text(vm, &args[0]);
    if (!s)
        return VALUE_RAISED;
    const char *home = platform_user_home();
    if (str_length(s) == 0 || str_at(s, 0) != '~' || (str_length(s) > 1 && str_at(s, 1) != '/') || !home)
        return OBJ(s);
    size_t n = strlen(home);
    while (n > 1 && home[n - 1] == '/')
        n--;
    Value head = vm_str_utf8(vm, home, n == 1 && home[0] == '/' && str_length(s) > 1 ? 0 : n);
    if (value_is_raised(head))
        return head;
    Str *rest = str_slice(vm->heap, s, 1, str_length(s));
    return vm_own(vm, rest ? str_concat(vm->heap, as_str(head), rest) : NULL);
}

static Value path_commonprefix(VM *vm, Value *args, int nargs)
{
    List *all = vm_list_from(vm, args[0]);
    if (!all)
        return VALUE_RAISED;
    if (all->count == 0)
        return OBJ(str_empty(vm->heap));
    size_t same = SIZE_MAX;
    for (size_t i = 0; i < all->count; i++) {
        if (!value_is_str(all->items[i]))
            return raise_type(vm, "expected str, not %T", all->items[i]);
        Str *a = as_str(all->items[0]), *b = as_str(all->items[i]);
        size_t n = 0;
        while (n < str_length(a) && n < str_length(b) && str_at(a, n) == str_at(b, n))
            n++;
        same = n < same ? n : same;
    }
    return vm_own(vm, str_slice(vm->heap, as_str(all->items[0]), 0, same));
}

/* The next part of a path behind *at, "." and empty ones left out; false: there is none. */
static bool next_part(const Str *path, size_t *at, size_t *length)
{
    for (;;) {
        while (*at < str_length(path) && str_at(path, *at) == '/')
            ++*at;
        size_t end = *at;
        while (end < str_length(path) && str_at(path, end) != '/')
            end++;
        *length = end - *at;
        if (*length == 1 && str_at(path, *at) == '.') {
            *at = end;
            continue;
        }
        return *length > 0;
    }
}

static Value path_commonpath(VM *vm, Value *args, int nargs)
{
    List *all = vm_list_from(vm, args[0]);
    if (!all)
        return VALUE_RAISED;
    if (all->count == 0)
        return raise_value(vm, "commonpath() arg is an empty sequence");
    size_t common = SIZE_MAX; /* parts */
    for (size_t i = 0; i < all->count; i++) {
        if (!value_is_str(all->items[i]))
            return raise_type(vm, "expected str, bytes or os.PathLike object, not %T", all->items[i]);
        const Str *a = as_str(all->items[0]), *b = as_str(all->items[i]);
        if ((str_length(a) && str_at(a, 0) == '/') != (str_length(b) && str_at(b, 0) == '/'))
            return raise_value(vm, "Can't mix absolute and relative paths");
        size_t n = 0, at = 0, length, other_at = 0, other_length;
        while (n < common && next_part(a, &at, &length) && next_part(b, &other_at, &other_length) &&
               length == other_length) {
            size_t same = 0;
            while (same < length && str_at(a, at + same) == str_at(b, other_at + same))
                same++;
            if (same < length)
                break;
            at += length;
            other_at += length;
            n++;
        }
        common = n;
    }
    const Str *first = as_str(all->items[0]);
    StrBuilder b;
    builder_init(&b, vm->heap);
    if (str_length(first) && str_at(first, 0) == '/')
        builder_char(&b, '/');
    size_t at = 0, length;
    for (size_t n = 0; n < common && next_part(first, &at, &length); n++, at += length) {
        if (n)
            builder_char(&b, '/');
        for (size_t i = 0; i < length; i++)
            builder_char(&b, str_at(first, at + i));
    }
    return vm_own(vm, builder_finish(&b));
}

static Value path_normcase(VM *vm, Value *args, int nargs)
{
    return value_is_str(args[0]) ? args[0]
                                 : raise_type(vm, "expected str, bytes or os.PathLike object, not %T", args[0]);
}

static Value path_splitdrive(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[0]))
        return raise_type(vm, "expected str, bytes or os.PathLike object, not %T", args[0]);
    Value two[2] = { OBJ(str_empty(vm->heap)), args[0] };
    return vm_tuple_of(vm, 2, two);
}

/* exists, isfile ... answer False for what cannot be asked; bad types still raise. */
static int ask(VM *vm, Value *arg, bool follow, PlatformStat *st)
{
    if (value_is_int(*arg))
        return platform_fstat((int)value_int(*arg), st) == 0;
    const char *path = path_bytes(vm, arg, "stat");
    if (!path) {
        if (!vm_exception_is(vm, vm->exc[EXC_ValueError]))
            return -1;
        vm_take_exception(vm);
        return 0;
    }
    return platform_stat(path, follow, st) == 0;
}

#define QUESTION(name, follow, expression)                       \
    static Value name(VM *vm, Value *args, int nargs)            \
    {                                                            \
        PlatformStat st;                                         \
        int there = ask(vm, &args[0], follow, &st);              \
        return there < 0 ? VALUE_RAISED : value_bool(there && (expression)); \
    }
QUESTION(path_exists, true, true)
QUESTION(path_lexists, false, true)
QUESTION(path_isfile, true, st.is_file)
QUESTION(path_isdir, true, st.is_dir)
QUESTION(path_islink, false, st.is_link)

static bool stat_or_raise(VM *vm, Value *arg, bool follow, PlatformStat *st)
{
    int result;
    if (value_is_int(*arg))
        result = platform_fstat((int)value_int(*arg), st);
    else {
        const char *path = path_bytes(vm, arg, "stat");
        if (!path)
            return false;
        result = platform_stat(path, follow, st);
    }
    if (result < 0)
        raise_os(vm, -result, *arg);
    return result >= 0;
}

static Value path_getsize(VM *vm, Value *args, int nargs)
{
    PlatformStat st;
    return stat_or_raise(vm, &args[0], true, &st) ? make_int(vm, st.size) : VALUE_RAISED;
}

static Value path_getmtime(VM *vm, Value *args, int nargs)
{
    PlatformStat st;
    return stat_or_raise(vm, &args[0], true, &st) ? make_float((double)st.mtime_ns / 1e9) : VALUE_RAISED;
}

static Value path_getatime(VM *vm, Value *args, int nargs)
{
    PlatformStat st;
    return stat_or_raise(vm, &args[0], true, &st) ? make_float((double)st.atime_ns / 1e9) : VALUE_RAISED;
}

static Value path_samefile(VM *vm, Value *args, int nargs)
{
    PlatformStat a, b;
    if (!stat_or_raise(vm, &args[0], true, &a) || !stat_or_raise(vm, &args[1], true, &b))
        return VALUE_RAISED;
    return value_bool(a.inode == b.inode && a.device == b.device);
}

static Value os_fspath(VM *vm, Value *args, int nargs)
{
    if (value_is_str(args[0]) || value_is_kind(args[0], KIND_BYTES))
        return args[0];
    Value made = vm_call_special(vm, args[0], NAME(vm, __fspath__), 0, NULL);
    if (value_is_unset(made))
        return raise_type(vm, "expected str, bytes or os.PathLike object, not %T", args[0]);
    if (!value_is_raised(made) && !value_is_str(made) && !value_is_kind(made, KIND_BYTES))
        return raise_type(vm, "expected %T.__fspath__() to return str or bytes, not %T", args[0], made);
    return made;
}

/* What the world decides: told, and given again. */
WORLD(path_abspath, "os.path.abspath")
WORLD(path_realpath, "os.path.realpath")
WORLD(path_relpath, "os.path.relpath")
WORLD(path_expanduser, "os.path.expanduser")
WORLD(path_exists, "os.path.exists")
WORLD(path_lexists, "os.path.lexists")
WORLD(path_isfile, "os.path.isfile")
WORLD(path_isdir, "os.path.isdir")
WORLD(path_islink, "os.path.islink")
WORLD(path_getsize, "os.path.getsize")
WORLD(path_getmtime, "os.path.getmtime")
WORLD(path_getatime, "os.path.getatime")
WORLD(path_samefile, "os.path.samefile")

static const NativeSpec path_functions[] = {
    { "join", path_join, "a, /, *p", 0, 0, 0, "Joins parts of a path with slashes." },
    { "split", path_split, "p, /", 0, 0, 0, "(head, tail) of a path." },
    { "basename", path_basename, "p, /", 0, 0, 0, "The last part of a path." },
    { "dirname", path_dirname, "p, /", 0, 0, 0, "A path without its last part." },
    { "splitext", path_splitext, "p, /", 0, 0, 0, "(root, extension) of a path." },
    { "isabs", path_isabs, "s, /", 0, 0, 0, "Does it begin with a slash?" },
    { "normpath", path_normpath, "path, /", 0, 0, 0, "A path without . and .. and doubled slashes." },
    { "abspath", path_abspath_told, "path, /", 0, 0, 0, "The path from the root." },
    { "realpath", path_realpath_told, "filename, /", 0, 0, 0, "The path with links followed." },
    { "relpath", path_relpath_told, "path, start=None", 0, 0, 0, "The way from start to path." },
    { "expanduser", path_expanduser_told, "path, /", 0, 0, 0, "~ as the home directory." },
    { "commonprefix", path_commonprefix, "m, /", 0, 0, 0, "The longest common beginning." },
    { "commonpath", path_commonpath, "paths, /", 0, 0, 0, "The longest common folder." },
    { "splitdrive", path_splitdrive, "p, /", 0, 0, 0, "(drive, rest): there are no drives." },
    { "normcase", path_normcase, "s, /", 0, 0, 0, "The path: case counts." },
    { "exists", path_exists_told, "path, /", 0, 0, 0, "Is there such a file?" },
    { "lexists", path_lexists_told, "path, /", 0, 0, 0, "Is there such a file or a broken link?" },
    { "isfile", path_isfile_told, "path, /", 0, 0, 0, "Is it a regular file?" },
    { "isdir", path_isdir_told, "s, /", 0, 0, 0, "Is it a directory?" },
    { "islink", path_islink_told, "path, /", 0, 0, 0, "Is it a symbolic link?" },
    { "getsize", path_getsize_told, "filename, /", 0, 0, 0, "Size in bytes." },
    { "getmtime", path_getmtime_told, "filename, /", 0, 0, 0, "Time of the last change." },
    { "getatime", path_getatime_told, "filename, /", 0, 0, 0, "Time of the last access." },
    { "samefile", path_samefile_told, "f1, f2, /", 0, 0, 0, "Are both the same file?" },
    { 0 },
};

/* --- os -------------------------------------------------------------------------------------------------------- */

static Value os_getcwd(VM *vm, Value *args, int nargs)
{
    char cwd[PATH_BYTES];
    int result = platform_get_cwd(cwd, sizeof cwd);
    return result < 0 ? raise_os(vm, -result, VALUE_UNSET) : text(vm, cwd);
}

typedef struct {
    VM *vm;
    List *list;
    bool failed;
} Listing;

static bool add_name(void *ctx, const char *name, char kind)
{
    Listing *l = ctx;
    Value s = text(l->vm, name);
    l->failed = value_is_raised(s) || !list_append(l->vm->heap, l->list, s);
    return !l->failed;
}

static Value os_listdir(VM *vm, Value *args, int nargs)
{
    if (is_unset_or_none(args[0]))
        args[0] = text(vm, ".");
    const char *path = path_bytes(vm, &args[0], "listdir");
    Listing l = { vm, list_new(vm->heap, 0), false };
    if (!path)
        return VALUE_RAISED;
    if (!l.list)
        return raise_memory(vm);
    int result = platform_list_dir(path, add_name, &l);
    if (result < 0)
        return raise_os(vm, -result, args[0]);
    return !l.failed ? OBJ(l.list) : vm_raised(vm) ? VALUE_RAISED : raise_memory(vm);
}

static Value os_chdir(VM *vm, Value *args, int nargs)
{
    const char *path = path_bytes(vm, &args[0], "chdir");
    return path ? done(vm, platform_chdir(path), args[0]) : VALUE_RAISED;
}

static Value os_mkdir(VM *vm, Value *args, int nargs)
{
    int64_t mode = 0777;
    if (!value_is_unset(args[1]) && !arg_int(vm, args[1], &mode))
        return VALUE_RAISED;
    const char *path = path_bytes(vm, &args[0], "mkdir");
    return path ? done(vm, platform_mkdir(path, (unsigned)mode), args[0]) : VALUE_RAISED;
}

static Value os_makedirs(VM *vm, Value *args, int nargs)
{
    int64_t mode = 0777;
    if (!value_is_unset(args[1]) && !arg_int(vm, args[1], &mode))
        return VALUE_RAISED;
    int exist_ok = value_is_unset(args[2]) ? 0 : vm_truth(vm, args[2]);
    if (exist_ok < 0)
        return VALUE_RAISED;
    const char *path = path_bytes(vm, &args[0], "mkdir");
    char part[PATH_BYTES];
    if (!path)
        return VALUE_RAISED;
    size_t length = strlen(path);
    if (length >= sizeof part)
        return raise_os(vm, ENAMETOOLONG, args[0]);
    for (size_t i = 1; i < length; i++) {
        if (path[i] != '/' || path[i - 1] == '/')
            continue;
        memcpy(part, path, i);
        part[i] = '\0';
        int result = platform_mkdir(part, 0777);
        if (result < 0 && result != -EEXIST) {
            PlatformStat st;
            if (platform_stat(part, true, &st) < 0)
                return raise_os(vm, -result, text(vm, part));
        }
    }
    PlatformStat st;
    int result = platform_mkdir(path, (unsigned)mode);
    if (result == -EEXIST && exist_ok && platform_stat(path, true, &st) == 0 && st.is_dir)
        result = 0;
    if (result == -EEXIST && length > 0 && path[length - 1] == '/' && platform_stat(path, true, &st) == 0)
        return exist_ok ? VALUE_NONE : raise_os(vm, EEXIST, args[0]);
    return done(vm, result, args[0]);
}

static Value os_remove(VM *vm, Value *args, int nargs)
{
    const char *path = path_bytes(vm, &args[0], "remove");
    return path ? done(vm, platform_unlink(path), args[0]) : VALUE_RAISED;
}

static Value os_rmdir(VM *vm, Value *args, int nargs)
{
    const char *path = path_bytes(vm, &args[0], "rmdir");
    return path ? done(vm, platform_rmdir(path), args[0]) : VALUE_RAISED;
}

static Value two_paths(VM *vm, Value *args, const char *caller, int (*act)(const char *from, const char *to))
{
    const char *from = path_bytes(vm, &args[0], caller);
    const char *to = from ? path_bytes(vm, &args[1], caller) : NULL;
    if (!to)
        return VALUE_RAISED;
    int result = act(from, to);
    return result < 0 ? world_raise(vm, -result, args[0], args[1]) : VALUE_NONE;
}

static Value os_rename(VM *vm, Value *args, int nargs)
{
    return two_paths(vm, args, "rename", platform_rename);
}

static Value os_link(VM *vm, Value *args, int nargs)
{
    return two_paths(vm, args, "link", platform_link);
}

static Value os_symlink(VM *vm, Value *args, int nargs)
{
    return two_paths(vm, args, "symlink", platform_symlink);
}

static Value os_readlink(VM *vm, Value *args, int nargs)
{
    char out[PATH_BYTES];
    const char *path = path_bytes(vm, &args[0], "readlink");
    if (!path)
        return VALUE_RAISED;
    int64_t n = platform_read_link(path, out, sizeof out);
    return n < 0 ? raise_os(vm, (int)-n, args[0]) : vm_str_utf8(vm, out, (size_t)n);
}

static Value os_chmod(VM *vm, Value *args, int nargs)
{
    int64_t mode;
    if (!arg_int(vm, args[1], &mode))
        return VALUE_RAISED;
    const char *path = path_bytes(vm, &args[0], "chmod");
    return path ? done(vm, platform_chmod(path, (unsigned)mode), args[0]) : VALUE_RAISED;
}

static Value os_access(VM *vm, Value *args, int nargs)
{
    int64_t mode;
    if (!arg_int(vm, args[1], &mode))
        return VALUE_RAISED;
    const char *path = path_bytes(vm, &args[0], "access");
    return path ? value_bool(platform_access(path, (int)mode) == 0) : VALUE_RAISED;
}

enum { STAT_NUMBERS = 12 };

static Value seconds_of(VM *vm, int64_t ns)
{
    return make_int(vm, ns / 1000000000);
}

/* os.stat_result from the numbers of stat_numbers() (RAISED: passed on). */
static Value make_stat(VM *vm, Value numbers)
{
    if (value_is_raised(numbers))
        return numbers;
    int64_t n[STAT_NUMBERS] = { 0 };
    for (size_t i = 0; value_is_tuple(numbers) && i < tuple_length(as_tuple(numbers)) && i < STAT_NUMBERS; i++)
        if (!arg_int(vm, as_tuple(numbers)->items[i], &n[i]))
            return VALUE_RAISED;
    Value *kept = &KEEP(vm, STAT_RESULT);
    if (value_is_unset(*kept)) {
        Class *cls = record_class(vm, "os", "stat_result",
                                  "st_mode st_ino st_dev st_nlink st_uid st_gid st_size *st_atime *st_mtime *st_ctime",
                                  10);
        if (!cls)
            return VALUE_RAISED;
        *kept = OBJ(cls);
    }
    enum { SIZE = 6, ATIME, MTIME, CTIME, BLOCK_SIZE, BLOCKS };
    Value items[10];
    for (int i = 0; i < 10; i++)
        items[i] = i <= SIZE ? make_int(vm, n[i]) : seconds_of(vm, n[i]);
    Value made = record_make(vm, as_class(*kept), 10, items);
    vm_keep(vm, made);
    const struct {
        const char *name;
        Value value;
    } more[] = { { "st_atime", make_float((double)n[ATIME] / 1e9) },
                 { "st_mtime", make_float((double)n[MTIME] / 1e9) },
                 { "st_ctime", make_float((double)n[CTIME] / 1e9) },
                 { "st_atime_ns", make_int(vm, n[ATIME]) },
                 { "st_mtime_ns", make_int(vm, n[MTIME]) },
                 { "st_ctime_ns", make_int(vm, n[CTIME]) },
                 { "st_blksize", make_int(vm, n[BLOCK_SIZE]) },
                 { "st_blocks", make_int(vm, n[BLOCKS]) } };
    for (int i = 0; i < COUNT_OF(more); i++) {
        vm_keep(vm, more[i].value);
        if (!vm_setattr(vm, made, name_of(vm, more[i].name), more[i].value))
            return VALUE_RAISED;
    }
    return made;
}

/* As numbers, so that they can be told and given again. */
static Value stat_numbers(VM *vm, Value *args, bool follow)
{
    PlatformStat st;
    if (!stat_or_raise(vm, &args[0], follow, &st))
        return VALUE_RAISED;
    Value numbers[STAT_NUMBERS] = {
        make_int(vm, (int64_t)st.mode), make_int(vm, (int64_t)st.inode), make_int(vm, (int64_t)st.device),
        make_int(vm, (int64_t)st.links), make_int(vm, (int64_t)st.uid), make_int(vm, (int64_t)st.gid),
        make_int(vm, st.size), make_int(vm, st.atime_ns), make_int(vm, st.mtime_ns), make_int(vm, st.ctime_ns),
        make_int(vm, st.block_size), make_int(vm, st.blocks),
    };
    return vm_tuple_of(vm, STAT_NUMBERS, numbers);
}

static Value stat_of_path(VM *vm, Value *args, int nargs)
{
    return stat_numbers(vm, args, true);
}
WORLD(stat_of_path, "os.stat")

static Value stat_of_link(VM *vm, Value *args, int nargs)
{
    return stat_numbers(vm, args, false);
}
WORLD(stat_of_link, "os.lstat")

static Value os_stat(VM *vm, Value *args, int nargs)
{
    int follow = value_is_unset(args[1]) ? 1 : vm_truth(vm, args[1]);
    if (follow < 0)
        return VALUE_RAISED;
    return make_stat(vm, follow ? stat_of_path_told(vm, args, 1) : stat_of_link_told(vm, args, 1));
}

static Value os_lstat(VM *vm, Value *args, int nargs)
{
    return make_stat(vm, stat_of_link_told(vm, args, 1));
}

enum { TRACED_PID = 1000 }; /* a trace is the same each time */

static Value os_getpid(VM *vm, Value *args, int nargs)
{
    return make_int(vm, runtime_of(vm)->seeded ? TRACED_PID : platform_pid());
}

static Value os_getppid(VM *vm, Value *args, int nargs)
{
    return make_int(vm, platform_parent_pid());
}

static Value os_getuid(VM *vm, Value *args, int nargs)
{
    return make_int(vm, platform_uid());
}

static Value os_urandom(VM *vm, Value *args, int nargs)
{
    int64_t n;
    if (!arg_int(vm, args[0], &n))
        return VALUE_RAISED;
    if (n < 0)
        return raise_value(vm, "negative argument not allowed");
    Bytes *b = n > INT32_MAX ? NULL : bytes_new(vm->heap, NULL, (size_t)n);
    if (!b)
        return raise_memory(vm);
    Runtime *runtime = runtime_of(vm);
    int result = 0;
    for (int64_t i = 0; runtime->seeded && i < n; i++) /* a trace is the same each time */
        b->data[i] = (uint8_t)((runtime->seed_step = runtime->seed_step * 6364136223846793005u + runtime->seed + 1442695040888963407u) >> 56);
    if (!runtime->seeded)
        result = platform_random_bytes(b->data, (size_t)n);
    return result < 0 ? raise_os(vm, -result, VALUE_UNSET) : OBJ(b);
}

static Value os_cpu_count(VM *vm, Value *args, int nargs)
{
    return make_int(vm, platform_cpu_count());
}

static Value os_strerror(VM *vm, Value *args, int nargs)
{
    int64_t n;
    if (!arg_int(vm, args[0], &n))
        return VALUE_RAISED;
    if (n > INT32_MAX || n < INT32_MIN)
        return raise_overflow(vm, "Python int too large to convert to C int");
    return text(vm, platform_strerror((int)n));
}

static Value os_getenv(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[0]))
        return raise_type(vm, "str expected, not %T", args[0]);
    Value environ = module_attribute(vm, "os", "environ");
    if (value_is_raised(environ))
        return environ;
    Value pair[2] = { args[0], arg_or(args[1], VALUE_NONE) };
    return vm_call_method(vm, environ, name_of(vm, "get"), 2, pair);
}

/* What the environment answered: told, and given again. */
static Value environ_told(VM *vm, Value *args, int nargs)
{
    return OBSERVED(vm) ? observe_answer(vm, EV_ext, "os.environ", args[0]) : args[0];
}

static Value os_putenv(VM *vm, Value *args, int nargs)
{
    size_t length;
    const char *name = value_is_str(args[0]) ? vm_utf8(vm, args[0], &length, true) : NULL;
    const char *value = name && value_is_str(args[1]) ? vm_utf8(vm, args[1], &length, true) : NULL;
    if (!value)
        return vm_raised(vm) ? VALUE_RAISED : raise_type(vm, "str expected");
    return done(vm, platform_setenv(name, value), VALUE_UNSET);
}

static Value os_unsetenv(VM *vm, Value *args, int nargs)
{
    size_t length;
    const char *name = value_is_str(args[0]) ? vm_utf8(vm, args[0], &length, true) : NULL;
    if (!name)
        return vm_raised(vm) ? VALUE_RAISED : raise_type(vm, "str expected");
    return done(vm, platform_setenv(name, NULL), VALUE_UNSET);
}

static Value os_system(VM *vm, Value *args, int nargs)
{
    size_t length;
    if (!value_is_str(args[0]))
        return raise_type(vm, "system() argument 1 must be str, not %T", args[0]);
    const char *command = vm_utf8(vm, args[0], &length, true);
    if (!command)
        return VALUE_RAISED;
    int status = platform_system(command);
    return status < 0 ? raise_os(vm, -status, VALUE_UNSET) : make_int(vm, status);
}

static Value os_exit(VM *vm, Value *args, int nargs)
{
    int64_t status;
    if (!arg_int(vm, args[0], &status))
        return VALUE_RAISED;
    platform_exit((int)status);
}

static Value os_kill(VM *vm, Value *args, int nargs)
{
    int64_t pid, number;
    if (!arg_int(vm, args[0], &pid) || !arg_int(vm, args[1], &number))
        return VALUE_RAISED;
    if (runtime_of(vm)->seeded && pid == TRACED_PID)
        pid = platform_pid();
    int result = platform_kill((int)pid, (int)number);
    if (result < 0)
        return raise_os(vm, -result, VALUE_UNSET);
    return vm_safe_point(vm) ? VALUE_NONE : VALUE_RAISED;
}

static Value os_isatty(VM *vm, Value *args, int nargs)
{
    int64_t fd;
    return arg_int(vm, args[0], &fd) ? value_bool(platform_is_terminal((int)fd)) : VALUE_RAISED;
}

static Value os_write(VM *vm, Value *args, int nargs)
{
    int64_t fd, n;
    const uint8_t *bytes;
    size_t length;
    if (!arg_int(vm, args[0], &fd))
        return VALUE_RAISED;
    if (!bytes_view(args[1], &bytes, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[1]);
    while ((n = platform_write((int)fd, bytes, length)) == -EINTR)
        if (!vm_safe_point(vm))
            return VALUE_RAISED;
    if (n < 0)
        return raise_os(vm, (int)-n, VALUE_UNSET);
    if (OBSERVED(vm) && (fd == 1 || fd == 2))
        stream_tell_bytes(vm, (int)fd, bytes, (size_t)n);
    return make_int(vm, n);
}

static Value os_read(VM *vm, Value *args, int nargs)
{
    int64_t fd, count, n;
    if (!arg_int(vm, args[0], &fd) || !arg_int(vm, args[1], &count))
        return VALUE_RAISED;
    if (count < 0)
        return raise_os(vm, EINVAL, VALUE_UNSET);
    Bytes *b = count > INT32_MAX ? NULL : bytes_new(vm->heap, NULL, (size_t)count);
    if (!b)
        return raise_memory(vm);
    vm_keep(vm, OBJ(b));
    while ((n = platform_read((int)fd, b->data, (size_t)count)) == -EINTR)
        if (!vm_safe_point(vm))
            return VALUE_RAISED;
    if (n < 0)
        return raise_os(vm, (int)-n, VALUE_UNSET);
    Value got = n == count ? OBJ(b) : vm_own(vm, bytes_new(vm->heap, b->data, (size_t)n));
    return OBSERVED(vm) && !value_is_raised(got) ? observe_answer(vm, EV_ext, "os.read", vm_keep(vm, got)) : got;
}

static Value os_close(VM *vm, Value *args, int nargs)
{
    int64_t fd;
    return arg_int(vm, args[0], &fd) ? done(vm, platform_close((int)fd), VALUE_UNSET) : VALUE_RAISED;
}

static Value os_pipe(VM *vm, Value *args, int nargs)
{
    int fds[2];
    int result = platform_pipe(fds);
    if (result < 0)
        return raise_os(vm, -result, VALUE_UNSET);
    Value pair[2] = { value_small(fds[0]), value_small(fds[1]) };
    return vm_tuple_of(vm, 2, pair);
}

static Value terminal_numbers(VM *vm, Value *args, int nargs)
{
    int64_t fd = 1;
    int columns, lines;
    if (!value_is_unset(args[0]) && !arg_int(vm, args[0], &fd))
        return VALUE_RAISED;
    int result = platform_terminal_size((int)fd, &columns, &lines);
    if (result < 0)
        return raise_os(vm, -result, VALUE_UNSET);
    Value pair[2] = { value_small(columns), value_small(lines) };
    return vm_tuple_of(vm, 2, pair);
}
WORLD(terminal_numbers, "os.get_terminal_size")

static Value os_get_terminal_size(VM *vm, Value *args, int nargs)
{
    Value pair = terminal_numbers_told(vm, args, nargs);
    if (value_is_raised(pair) || !value_is_tuple(pair) || tuple_length(as_tuple(pair)) != 2)
        return pair;
    vm_keep(vm, pair);
    Class *cls = record_class(vm, "os", "terminal_size", "columns lines", 2);
    return cls ? record_make(vm, cls, 2, as_tuple(pair)->items) : VALUE_RAISED;
}

static bool add_environ(VM *vm, Module *module)
{
    Dict *dict = dict_new(vm->heap, 32);
    if (!dict) {
        raise_memory(vm);
        return false;
    }
    vm_keep(vm, OBJ(dict));
    for (char **p = platform_environment(); p && *p; p++) {
        const char *equals = strchr(*p, '=');
        if (!equals)
            continue;
        Value key = vm_str_utf8(vm, *p, (size_t)(equals - *p)), value = text(vm, equals + 1);
        if (value_is_raised(key) || value_is_raised(value) || !vm_dict_set(vm, dict, key, value))
            return false;
    }
    static const NativeSpec told = { "environ", environ_told, "value, /", 0, 0, 0, "" };
    Native *native = native_create(vm, &told, VALUE_UNSET);
    Value cls = module_attribute(vm, "_environ", "_Environ");
    Value args[4] = { OBJ(dict), dict_get_name(module->dict, name_of(vm, "putenv")),
                      dict_get_name(module->dict, name_of(vm, "unsetenv")), native ? OBJ(native) : VALUE_RAISED };
    if (value_is_raised(cls) || value_is_raised(args[3]))
        return false;
    vm_keep(vm, args[3]);
    Value made = vm_call(vm, cls, 4, args);
    return !value_is_raised(made) && module_add(vm, module, "environ", vm_keep(vm, made));
}

/* What is not here is in lib/_os_more.ma, which is read when somebody asks for it (PEP 562). */
static Value find_more(VM *vm, const char *finder, Value *args)
{
    Value find = module_attribute(vm, "_os_more", finder);
    return value_is_raised(find) ? find : vm_call(vm, vm_keep(vm, find), 1, args);
}

static Value os_getattr(VM *vm, Value *args, int nargs)
{
    return find_more(vm, "find_os", args);
}

static Value path_getattr(VM *vm, Value *args, int nargs)
{
    return find_more(vm, "find_path", args);
}

static const NativeSpec os_finder[] = { { "__getattr__", os_getattr, "name, /", 0, 0, 0, NULL }, { 0 } };
static const NativeSpec path_finder[] = { { "__getattr__", path_getattr, "name, /", 0, 0, 0, NULL }, { 0 } };

static bool setup(VM *vm, Module *module)
{
    Str *path_name = name_of(vm, "posixpath"), *alias = name_of(vm, "os.path");
    Module *path = module_new(vm->heap, path_name);
    if (!path) {
        raise_memory(vm);
        return false;
    }
    vm_keep(vm, OBJ(path));
    if (!module_add_natives(vm, path, path_functions) || !module_add_natives(vm, path, path_finder) ||
        !module_add_natives(vm, module, os_finder) || !module_add(vm, path, "__name__", OBJ(path_name)) ||
        !module_add(vm, path, "__doc__", VALUE_NONE) || !module_add(vm, path, "__package__", OBJ(str_empty(vm->heap))) ||
        !module_add(vm, path, "sep", text(vm, "/")) ||
        !module_add(vm, path, "curdir", text(vm, ".")) || !module_add(vm, path, "pardir", text(vm, "..")) ||
        !module_add(vm, path, "extsep", text(vm, ".")) || !module_add(vm, module, "path", OBJ(path)) ||
        !dict_set_name(vm->heap, vm->modules, path_name, OBJ(path)) ||
        !dict_set_name(vm->heap, vm->modules, alias, OBJ(path)))
        return false;
    static const struct {
        const char *name, *value;
    } texts[] = { { "sep", "/" },      { "linesep", "\n" }, { "name", "posix" }, { "curdir", "." },
                  { "pardir", ".." },  { "extsep", "." },   { "pathsep", ":" },  { "devnull", "/dev/null" },
                  { "defpath", "/bin:/usr/bin" } };
    for (int i = 0; i < COUNT_OF(texts); i++)
        if (!module_add(vm, module, texts[i].name, text(vm, texts[i].value)))
            return false;
    static const struct {
        const char *name;
        int value;
    } numbers[] = { { "F_OK", 0 }, { "X_OK", 1 }, { "W_OK", 2 }, { "R_OK", 4 }, { "SEEK_SET", 0 }, { "SEEK_CUR", 1 },
                    { "SEEK_END", 2 } };
    for (int i = 0; i < COUNT_OF(numbers); i++)
        if (!module_add(vm, module, numbers[i].name, value_small(numbers[i].value)))
            return false;
    return module_add(vm, module, "error", OBJ(vm->exc[EXC_OSError])) &&
           module_add(vm, module, "altsep", VALUE_NONE) && add_environ(vm, module);
}

/* What the world decides: told, and given again. */
WORLD(os_getcwd, "os.getcwd")
WORLD(os_listdir, "os.listdir")
WORLD(os_chdir, "os.chdir")
WORLD(os_mkdir, "os.mkdir")
WORLD(os_makedirs, "os.makedirs")
WORLD(os_rmdir, "os.rmdir")
WORLD(os_rename, "os.rename")
WORLD(os_link, "os.link")
WORLD(os_symlink, "os.symlink")
WORLD(os_readlink, "os.readlink")
WORLD(os_chmod, "os.chmod")
WORLD(os_access, "os.access")
WORLD(os_getppid, "os.getppid")
WORLD(os_getuid, "os.getuid")
WORLD(os_cpu_count, "os.cpu_count")
WORLD(os_system, "os.system")
WORLD(os_isatty, "os.isatty")
WORLD(os_remove, "os.remove")

static const NativeSpec functions[] = {
    { "getcwd", os_getcwd_told, "", 0, 0, 0, "The current directory." },
    { "listdir", os_listdir_told, "path=None", 0, 0, 0, "The names in a directory, in no particular order." },
    { "chdir", os_chdir_told, "path", 0, 0, 0, "Changes the current directory." },
    { "mkdir", os_mkdir_told, "path, mode=511", 0, 0, 0, "Makes a directory." },
    { "makedirs", os_makedirs_told, "name, mode=511, exist_ok=False", 0, 0, 0, "Makes a directory and those above it." },
    { "remove", os_remove_told, "path", 0, 0, 0, "Removes a file." },
    { "unlink", os_remove_told, "path", 0, 0, 0, "Removes a file." },
    { "rmdir", os_rmdir_told, "path", 0, 0, 0, "Removes an empty directory." },
    { "rename", os_rename_told, "src, dst", 0, 0, 0, "Renames a file; dst is replaced." },
    { "replace", os_rename_told, "src, dst", 0, 0, 0, "Renames a file; dst is replaced." },
    { "link", os_link_told, "src, dst", 0, 0, 0, "Makes another name of a file." },
    { "symlink", os_symlink_told, "src, dst", 0, 0, 0, "Makes a symbolic link." },
    { "readlink", os_readlink_told, "path", 0, 0, 0, "Where a symbolic link leads." },
    { "chmod", os_chmod_told, "path, mode", 0, 0, 0, "Changes a file's permissions." },
    { "access", os_access_told, "path, mode", 0, 0, 0, "May this process use the file so?" },
    { "stat", os_stat, "path, *, follow_symlinks=True", 0, 0, 0, "What the system knows of a file." },
    { "lstat", os_lstat, "path", 0, 0, 0, "The same, of the link itself." },
    { "getpid", os_getpid, "", 0, 0, 0, "The number of this process." },
    { "getppid", os_getppid_told, "", 0, 0, 0, "The number of the parent process." },
    { "getuid", os_getuid_told, "", 0, 0, 0, "The number of the user." },
    { "urandom", os_urandom, "size, /", 0, 0, 0, "Random bytes from the system." },
    { "cpu_count", os_cpu_count_told, "", 0, 0, 0, "How many processors there are." },
    { "strerror", os_strerror, "code, /", 0, 0, 0, "The text of an error number." },
    { "getenv", os_getenv, "key, default=None", 0, 0, 0, "A variable of the environment." },
    { "putenv", os_putenv, "name, value, /", 0, 0, 0, "Sets a variable for child processes." },
    { "unsetenv", os_unsetenv, "name, /", 0, 0, 0, "Removes a variable for child processes." },
    { "system", os_system_told, "command", 0, 0, 0, "Runs a shell command and waits for it." },
    { "_exit", os_exit, "status", 0, 0, 0, "Ends the process at once." },
    { "kill", os_kill, "pid, signal, /", 0, 0, 0, "Sends a signal." },
    { "isatty", os_isatty_told, "fd, /", 0, 0, 0, "Is the descriptor a terminal?" },
    { "read", os_read, "fd, length, /", 0, 0, 0, "Reads bytes from a descriptor." },
    { "write", os_write, "fd, data, /", 0, 0, 0, "Writes bytes to a descriptor." },
    { "close", os_close, "fd", 0, 0, 0, "Closes a descriptor." },
    { "pipe", os_pipe, "", 0, 0, 0, "Two descriptors: what is written to the second is read from the first." },
    { "fspath", os_fspath, "path", 0, 0, 0, "The text of a path object." },
    { "get_terminal_size", os_get_terminal_size, "fd=1, /", 0, 0, 0, "Columns and lines of a terminal." },
    { 0 },
};

const ModuleSpec os_module = { "os", "Files, environment, process.", functions, NULL, setup };
