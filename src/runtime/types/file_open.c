/* file_open.c - open(), and the module io around it. */
#include "runtime/types/file_internal.h"
#include "base/platform.h"
#include "runtime/world.h"
#include "runtime/modules/streams.h"

#include <errno.h>

extern const ModuleSpec io_module;

typedef struct {
    bool reading, writing, appending, creating, updating, text, binary;
} OpenMode;

static bool parse_mode(VM *vm, Value mode, OpenMode *m)
{
    char text[16];
    *m = (OpenMode){ 0 };
    if (value_is_unset(mode)) {
        m->reading = true;
        return true;
    }
    if (!value_is_str(mode)) {
        raise_type(vm, "open() argument 'mode' must be str, not %T", mode);
        return false;
    }
    str_c(as_str(mode), text, sizeof text);
    int count = 0;
    bool bad = str_length(as_str(mode)) > 8;
    for (const char *p = text; *p; p++) {
        bool *flag = *p == 'r'   ? &m->reading
                     : *p == 'w' ? &m->writing
                     : *p == 'a' ? &m->appending
                     : *p == 'x' ? &m->creating
                     : *p == '+' ? &m->updating
                     : *p == 't' ? &m->text
                     : *p == 'b' ? &m->binary
                                 : NULL;
        if (!flag || *flag) {
            bad = true;
            break;
        }
        *flag = true;
    }
    count = m->reading + m->writing + m->appending + m->creating;
    if (bad)
        raise_value(vm, "invalid mode: %R", mode);
    else if (m->text && m->binary)
        raise_value(vm, "can't have text and binary mode at once");
    else if (count > 1)
        raise_value(vm, "must have exactly one of create/read/write/append mode");
    else if (count == 0)
        raise_value(vm, "Must have exactly one of create/read/write/append mode and at most one plus");
    else
        return true;
    return false;
}

/* An errno, or 0. */
static int why_no_file(int fd)
{
    PlatformStat st;
    int known = platform_fstat(fd, &st);
    return known < 0 ? -known : st.is_dir ? EISDIR : 0;
}

/* A descriptor, or less than 0: an errno. */
static int open_file(const char *path, int flags)
{
    int fd = platform_open(path, flags, 0666);
    int failure = fd >= 0 ? why_no_file(fd) : 0;
    if (failure)
        platform_close(fd);
    return failure ? -failure : fd;
}

/* While a recording is played again no file is opened: reads are answered from it, writes go nowhere. */
COLD static int open_told(VM *vm, const char *path, int flags)
{
    int64_t recorded;
    if (world_recorded_number(vm, "open", &recorded))
        return recorded < 0 ? (int)recorded : platform_open("/dev/null", PLATFORM_READ | PLATFORM_WRITE, 0);
    int result = open_file(path, flags);
    if (result != -EINTR)
        world_tell_number(vm, "open", result);
    return result;
}

Value io_open(VM *vm, Value *args, int nargs)
{
    OpenMode m;
    int64_t buffering = -1, fd = -1;
    Encoding encoding = ENCODING_UTF8;
    Newline newline = NEWLINE_ANY;
    Value file = args[0];
    if (value_is_int(file) || value_is_bool(file)) {
        fd = value_is_int(file) ? value_int(file) : value_is_true(file);
        if (fd < 0)
            return raise_os(vm, EBADF, file);
        if (fd > INT32_MAX)
            return raise_overflow(vm, "Python int too large to convert to C int");
    } else {
        file = args[0] = path_argument(vm, file);
        if (value_is_raised(file))
            return file;
    }
    if (!parse_mode(vm, args[1], &m) || (!value_is_unset(args[2]) && !arg_int(vm, args[2], &buffering)))
        return VALUE_RAISED;
    static const char *const names[] = { "encoding", "errors" };
    for (int i = 0; i < 2; i++) {
        if (is_unset_or_none(args[3 + i]))
            continue;
        if (!value_is_str(args[3 + i]))
            return raise_type(vm, "open() argument '%s' must be str or None, not %T", names[i], args[3 + i]);
        if (m.binary)
            return raise_value(vm, "binary mode doesn't take an %s argument", names[i]);
    }
    if (!is_unset_or_none(args[5]) && m.binary)
        return raise_value(vm, "binary mode doesn't take a newline argument");
    if (!is_unset_or_none(args[7]))
        return raise_fmt(vm, vm->exc[EXC_NotImplementedError], "open() with an opener is not supported");
    int closefd = value_is_unset(args[6]) ? 1 : vm_truth(vm, args[6]);
    if (closefd < 0)
        return VALUE_RAISED;
    if (!closefd && fd < 0)
        return raise_value(vm, "Cannot use closefd=False with file name");
    if (buffering < -1)
        return raise_value(vm, "invalid buffering size");
    if (!file_text_newline(vm, args[5], &newline))
        return VALUE_RAISED;
    bool is_path = fd < 0;
    if (fd < 0) {
        size_t length;
        const char *path = vm_utf8(vm, file, &length, true);
        if (!path)
            return VALUE_RAISED;
        int flags = (m.reading || m.updating ? PLATFORM_READ : 0) |
                    (m.writing || m.appending || m.creating || m.updating ? PLATFORM_WRITE : 0) |
                    (m.writing ? PLATFORM_CREATE | PLATFORM_TRUNCATE : 0) |
                    (m.appending ? PLATFORM_CREATE | PLATFORM_APPEND : 0) |
                    (m.creating ? PLATFORM_CREATE | PLATFORM_EXCLUSIVE : 0);
        int result;
        while ((result = OBSERVED(vm) ? open_told(vm, path, flags) : open_file(path, flags)) == -EINTR)
            if (!vm_safe_point(vm))
                return VALUE_RAISED;
        if (result < 0)
            return raise_os(vm, -result, file);
        fd = result;
    } else {
        int failure = why_no_file((int)fd);
        if (failure)
            return raise_os(vm, failure, VALUE_UNSET);
    }
    if ((!m.binary && buffering == 0) || (!is_unset_or_none(args[3]) && !file_text_encoding(vm, args[3], &encoding)) ||
        (!is_unset_or_none(args[4]) && !file_text_errors(vm, args[4]))) {
        if (is_path)
            platform_close((int)fd);
        return vm_raised(vm) ? VALUE_RAISED : raise_value(vm, "can't have unbuffered text I/O");
    }
    bool readable = m.reading || m.updating, writable = !m.reading || m.updating;
    Class *cls = as_class(!m.binary              ? KEEP(vm, TEXT_FILE)
                          : readable && writable ? KEEP(vm, BUFFERED_RANDOM)
                          : writable             ? KEEP(vm, BUFFERED_WRITER)
                                                 : KEEP(vm, BUFFERED_READER));
    Value made = file_new(vm, cls, m.binary ? FILE_BINARY : FILE_TEXT);
    if (value_is_raised(made)) {
        if (is_path)
            platform_close((int)fd);
        return made;
    }
    File *f = file_data(made);
    f->fd = (int)fd;
    f->owns_fd = closefd;
    f->outside = is_path || (fd == 0 && m.binary);
    f->readable = readable;
    f->writable = writable;
    f->appending = m.appending;
    f->encoding = encoding;
    f->newline = m.binary ? NEWLINE_LF : newline;
    f->unbuffered = buffering == 0;
    f->line_buffered = !m.binary && (buffering == 1 || (buffering < 0 && platform_is_terminal((int)fd)));
    f->name = is_path ? file : args[0];
    if (m.binary)
        f->mode = vm_str_cstr(vm, m.updating     ? (m.creating ? "xb+" : m.appending ? "ab+" : "rb+")
                                  : m.reading    ? "rb"
                                  : m.appending  ? "ab"
                                  : m.creating   ? "xb"
                                                 : "wb");
    else {
        f->mode = value_is_unset(args[1]) ? vm_str_cstr(vm, "r") : args[1];
        f->encoding_name = is_unset_or_none(args[3]) ? vm_str_cstr(vm, "UTF-8") : args[3];
        f->errors_name = is_unset_or_none(args[4]) ? vm_str_cstr(vm, "strict") : args[4];
    }
    if (m.appending)
        file_seek_fd(vm, f, 0, 2);
    return vm_raised(vm) ? VALUE_RAISED : made;
}

/* --- module io ------------------------------------------------------------------------------------------------------- */

static bool io_setup(VM *vm, Module *module)
{
    const struct {
        const char *name;
        int slot;
    } rows[] = { { "IOBase", KEEP_IO_BASE },
                 { "RawIOBase", KEEP_IO_BASE },
                 { "BufferedIOBase", KEEP_IO_BASE },
                 { "TextIOBase", KEEP_TEXT_BASE },
                 { "TextIOWrapper", KEEP_TEXT_FILE },
                 { "BufferedReader", KEEP_BUFFERED_READER },
                 { "BufferedWriter", KEEP_BUFFERED_WRITER },
                 { "BufferedRandom", KEEP_BUFFERED_RANDOM },
                 { "StringIO", KEEP_STRING_IO },
                 { "BytesIO", KEEP_BYTES_IO } };
    for (int i = 0; i < COUNT_OF(rows); i++)
        if (!module_add(vm, module, rows[i].name, runtime_of(vm)->keep[rows[i].slot]))
            return false;
    return module_add(vm, module, "UnsupportedOperation", OBJ(file_unsupported_class(vm))) &&
           module_add(vm, module, "DEFAULT_BUFFER_SIZE", value_small(8192)) &&
           module_add(vm, module, "SEEK_SET", value_small(0)) && module_add(vm, module, "SEEK_CUR", value_small(1)) &&
           module_add(vm, module, "SEEK_END", value_small(2)) &&
           module_add(vm, module, "BlockingIOError", OBJ(vm->exc[EXC_BlockingIOError]));
}

static const NativeSpec io_functions[] = {
    { "open", io_open, IO_OPEN_SIGNATURE, 0, 0, 0, "Opens a file and returns it." },
    { 0 },
};

const ModuleSpec io_module = { "io", "Files and streams, on disk and in memory.", io_functions, NULL, io_setup };
