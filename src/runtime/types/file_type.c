/* file_type.c - files as scripts see them: the methods and attributes of text and binary files, io.StringIO
 * and io.BytesIO, and the creation of their types. file_internal.h says how a File works. */
#include "runtime/types/file_internal.h"
#include "base/platform.h"
#include "runtime/modules/streams.h"
#include "runtime/world.h"

#include <errno.h>
#include <stdio.h>

bool file_types_setup(VM *vm);

/* --- methods ------------------------------------------------------------------------------------------ */

static Value take_bytes(VM *vm, File *f, size_t count)
{
    Value bytes = file_make_bytes(vm, f->in + f->in_start, count);
    f->in_start += count;
    return bytes;
}

static bool read_size(VM *vm, Value arg, int64_t *size)
{
    *size = -1;
    if (is_unset_or_none(arg))
        return true;
    if (!value_is_int(arg) && !value_is_bool(arg) &&
        value_is_unset(class_lookup(vm, class_of(vm, arg), NAME(vm, __index__)))) {
        raise_type(vm, "argument should be integer or None, not '%T'", arg);
        return false;
    }
    return vm_index(vm, arg, size);
}

/* Text of standard input: while a recording is played again, what was read then. */
COLD static Value tell_input(VM *vm, Value text)
{
    return value_is_str(text) ? observe_answer(vm, EV_in, NULL, text) : text;
}

static Value took_text(VM *vm, File *f, size_t n)
{
    Value text = file_text_take(vm, f, n);
    return OBSERVED(vm) && f->fd == 0 ? tell_input(vm, text) : text;
}

static Value file_read(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t size;
    if (!f || !file_check_readable(vm, f) || !read_size(vm, args[1], &size))
        return VALUE_RAISED;
    if (f->flavour >= FILE_STRING) {
        size_t left = f->pos < f->count ? f->count - f->pos : 0;
        return file_memory_take(vm, f, size < 0 || (size_t)size > left ? left : (size_t)size);
    }
    if (f->flavour == FILE_TEXT) {
        if (!file_text_skip_signature(vm, f))
            return VALUE_RAISED;
        if (size < 0) {
            if (!file_fill_to_end(vm, f))
                return VALUE_RAISED;
            return took_text(vm, f, f->in_end - f->in_start);
        }
        int64_t n = file_text_bytes(vm, f, size);
        return n < 0 ? VALUE_RAISED : took_text(vm, f, (size_t)n);
    }
    if (size < 0) {
        if (!file_fill_to_end(vm, f))
            return VALUE_RAISED;
        return take_bytes(vm, f, f->in_end - f->in_start);
    }
    while (f->in_end - f->in_start < (size_t)size) {
        int more = file_fill(vm, f, (size_t)size - (f->in_end - f->in_start) > (1u << 26)
                                   ? 1u << 26
                                   : (size_t)size - (f->in_end - f->in_start));
        if (more < 0)
            return VALUE_RAISED;
        if (more == 0)
            break;
    }
    size_t have = f->in_end - f->in_start;
    return take_bytes(vm, f, have < (size_t)size ? have : (size_t)size);
}

static Value file_read1(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t size;
    if (!f || !file_check_readable(vm, f) || !read_size(vm, args[1], &size))
        return VALUE_RAISED;
    if (f->flavour != FILE_BINARY)
        return file_read(vm, args, nargs);
    if (f->in_end == f->in_start && size != 0 && file_fill(vm, f, 0) < 0)
        return VALUE_RAISED;
    size_t have = f->in_end - f->in_start;
    return take_bytes(vm, f, size < 0 || have < (size_t)size ? have : (size_t)size);
}

static Value file_peek(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_readable(vm, f))
        return VALUE_RAISED;
    if (f->in_end == f->in_start && file_fill(vm, f, 0) < 0)
        return VALUE_RAISED;
    return file_make_bytes(vm, f->in + f->in_start, f->in_end - f->in_start);
}

static Value file_readinto(VM *vm, Value *args, int nargs)
{
    if (!value_is_kind(args[1], KIND_BYTEARRAY))
        return raise_type(vm, "readinto() argument must be read-write bytes-like object, not %T", args[1]);
    Value target = args[1];
    Value pair[2] = { args[0], make_int(vm, (int64_t)AS(ByteArray, target)->length) };
    Value got = file_read(vm, pair, 2);
    if (value_is_raised(got))
        return got;
    const uint8_t *bytes;
    size_t n;
    if (!bytes_view(got, &bytes, &n) || n > AS(ByteArray, target)->length)
        return raise_value(vm, "buffer changed its size");
    memcpy(AS(ByteArray, target)->data, bytes, n);
    return make_int(vm, (int64_t)n);
}

/* The next line; an empty text or bytes at the end. */
Value file_next_line(VM *vm, File *f, int64_t limit)
{
    if (f->flavour >= FILE_STRING)
        return file_memory_take(vm, f, file_memory_line(f, limit));
    if (f->flavour == FILE_TEXT && !file_text_skip_signature(vm, f))
        return VALUE_RAISED;
    int64_t n = file_text_line_bytes(vm, f, limit);
    if (n < 0)
        return VALUE_RAISED;
    if (f->flavour != FILE_TEXT)
        return take_bytes(vm, f, (size_t)n);
    return took_text(vm, f, (size_t)n);
}

static bool line_is_empty(Value line)
{
    return value_is_str(line) ? str_length(as_str(line)) == 0 : as_bytes(line)->length == 0;
}

static Value file_readline(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t size;
    if (!f || !file_check_readable(vm, f) || !read_size(vm, args[1], &size))
        return VALUE_RAISED;
    return file_next_line(vm, f, size);
}

static Value file_readlines(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t hint, total = 0;
    if (!f || !file_check_readable(vm, f) || !read_size(vm, args[1], &hint))
        return VALUE_RAISED;
    List *lines = list_new(vm->heap, 0);
    if (!lines)
        return raise_memory(vm);
    vm_keep(vm, OBJ(lines));
    for (;;) {
        Value line = file_next_line(vm, f, -1);
        if (value_is_raised(line))
            return line;
        if (line_is_empty(line))
            break;
        if (!list_append(vm->heap, lines, line))
            return raise_memory(vm);
        if (!vm_turn(vm, lines->count))
            return VALUE_RAISED;
        total += value_is_str(line) ? (int64_t)str_length(as_str(line)) : (int64_t)as_bytes(line)->length;
        if (hint > 0 && total >= hint)
            break;
    }
    return OBJ(lines);
}

static Value file_iter(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f))
        return VALUE_RAISED;
    return args[0];
}

static Value file_next(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_readable(vm, f))
        return VALUE_RAISED;
    Value line = file_next_line(vm, f, -1);
    if (!value_is_raised(line) && line_is_empty(line))
        return raise_stop_iteration(vm, VALUE_UNSET);
    return line;
}

static Value file_write(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f)
        return VALUE_RAISED;
    if (f->flavour == FILE_TEXT || f->flavour == FILE_STRING) {
        if (!value_is_str(args[1]))
            return f->flavour == FILE_TEXT
                       ? raise_type(vm, "write() argument must be str, not %T", args[1])
                       : raise_type(vm, "string argument expected, got '%T'", args[1]);
        Str *text = as_str(args[1]);
        if (!file_check_writable(vm, f))
            return VALUE_RAISED;
        if (f->flavour == FILE_TEXT ? !file_text_put(vm, f, text) : !file_memory_put(vm, f, text))
            return VALUE_RAISED;
        return make_int(vm, (int64_t)str_length(text));
    }
    const uint8_t *bytes;
    size_t length;
    if (!file_check_writable(vm, f))
        return VALUE_RAISED;
    if (!bytes_view(args[1], &bytes, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[1]);
    if (f->flavour == FILE_BINARY) {
        if (!file_put_bytes(vm, f, bytes, length))
            return VALUE_RAISED;
        if (OBSERVED(vm) && (f->fd == 1 || f->fd == 2))
            stream_tell_bytes(vm, f->fd, bytes, length);
    } else if (length > 0) {
        if (!file_memory_open_at(vm, f, length))
            return VALUE_RAISED;
        memcpy(f->data + f->pos, bytes, length);
        f->pos += length;
    }
    return make_int(vm, (int64_t)length);
}

static bool write_item(VM *vm, void *ctx, Value item)
{
    Value pair[2] = { *(Value *)ctx, item };
    return !value_is_raised(file_write(vm, pair, 2));
}

static Value file_writelines(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f) || !vm_each(vm, args[1], write_item, &args[0]))
        return VALUE_RAISED;
    return VALUE_NONE;
}

static Value file_flush(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f) || !file_flush_out(vm, f))
        return VALUE_RAISED;
    return VALUE_NONE;
}

static Value close_file(VM *vm, File *f)
{
    if (f->closed)
        return VALUE_NONE;
    bool good = f->fd < 0 || file_flush_out(vm, f);
    f->closed = true;
    f->out_count = 0;
    if (f->fd >= 0 && f->owns_fd) {
        int result = platform_close(f->fd);
        if (good && result < 0) {
            raise_os(vm, -result, VALUE_UNSET);
            good = false;
        }
    }
    f->fd = -1;
    heap_array_free(vm->heap, f->out, f->out ? BUFFER_BYTES : 0);
    heap_array_free(vm->heap, f->in, f->in_capacity);
    heap_array_free(vm->heap, f->data, f->capacity);
    f->out = f->in = f->data = NULL;
    f->in_capacity = f->in_start = f->in_end = f->capacity = f->count = 0;
    return good ? VALUE_NONE : VALUE_RAISED;
}

static Value file_close(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    return f ? close_file(vm, f) : VALUE_RAISED;
}

static Value file_enter(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f))
        return VALUE_RAISED;
    return args[0];
}

static Value file_exit(VM *vm, Value *args, int nargs)
{
    Value result = vm_call_method(vm, args[0], NAME(vm, close), 0, NULL);
    return value_is_raised(result) ? result : VALUE_NONE;
}

static Value file_fileno(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f)
        return VALUE_RAISED;
    if (f->closed)
        return raise_value(vm, "I/O operation on closed file");
    if (f->fd < 0)
        return file_raise_unsupported(vm, "fileno");
    return make_int(vm, f->fd);
}

static Value file_isatty(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f)
        return VALUE_RAISED;
    if (f->closed)
        return raise_value(vm, "I/O operation on closed file");
    return value_bool(f->fd >= 0 && platform_is_terminal(f->fd));
}

static Value file_readable(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f))
        return VALUE_RAISED;
    return value_bool(f->readable);
}

static Value file_writable(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f))
        return VALUE_RAISED;
    return value_bool(f->writable);
}

static Value file_seekable(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f))
        return VALUE_RAISED;
    return value_bool(f->fd < 0 || file_seek_fd(vm, f, 0, 1) >= 0);
}

static Value file_seek(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t offset, whence = 0;
    if (!f || !file_check_open(vm, f) || !arg_int(vm, args[1], &offset) ||
        (!value_is_unset(args[2]) && !arg_int(vm, args[2], &whence)))
        return VALUE_RAISED;
    if (f->flavour >= FILE_STRING)
        return file_memory_seek(vm, f, offset, whence);
    if (whence < 0 || whence > 2)
        return f->flavour == FILE_TEXT ? raise_value(vm, "invalid whence (%z, should be 0, 1 or 2)", whence)
                                       : raise_value(vm, "whence value %z unsupported", whence);
    if (f->flavour == FILE_TEXT) {
        if (whence == 1 && offset != 0)
            return file_raise_unsupported(vm, "can't do nonzero cur-relative seeks");
        if (whence == 2 && offset != 0)
            return file_raise_unsupported(vm, "can't do nonzero end-relative seeks");
        if (whence == 0 && offset < 0)
            return raise_value(vm, "negative seek position %z", offset);
    }
    if (!file_flush_out(vm, f))
        return VALUE_RAISED;
    if (whence == 1)
        offset -= (int64_t)(f->in_end - f->in_start);
    int64_t at = file_seek_fd(vm, f, offset, (int)whence);
    if (at == -ESPIPE)
        return file_raise_unsupported(vm, "underlying stream is not seekable");
    if (at < 0)
        return raise_os(vm, (int)-at, VALUE_UNSET);
    f->in_start = f->in_end = 0;
    f->at_end = false;
    if (at == 0)
        f->started = false;
    return make_int(vm, at);
}

static Value file_tell(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f))
        return VALUE_RAISED;
    if (f->flavour >= FILE_STRING)
        return make_int(vm, (int64_t)f->pos);
    if (!file_flush_out(vm, f))
        return VALUE_RAISED;
    int64_t at = file_seek_fd(vm, f, 0, 1);
    if (at == -ESPIPE)
        return file_raise_unsupported(vm, "underlying stream is not seekable");
    if (at < 0)
        return raise_os(vm, (int)-at, VALUE_UNSET);
    return make_int(vm, at - (int64_t)(f->in_end - f->in_start));
}

static Value file_truncate(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t size;
    if (!f || !file_check_writable(vm, f))
        return VALUE_RAISED;
    if (is_unset_or_none(args[1])) {
        Value at = file_tell(vm, args, 1);
        if (value_is_raised(at) || !arg_int(vm, at, &size))
            return VALUE_RAISED;
    } else if (!arg_int(vm, args[1], &size))
        return VALUE_RAISED;
    if (f->flavour >= FILE_STRING) {
        if (size < 0)
            return raise_value(vm, f->flavour == FILE_STRING ? "Negative size value %z" : "negative size value %z",
                               size);
        if ((size_t)size < f->count)
            f->count = (size_t)size;
        return make_int(vm, size);
    }
    if (!file_flush_out(vm, f))
        return VALUE_RAISED;
    int64_t result;
    bool told = OBSERVED(vm) && f->outside;
    if (!told || !world_recorded_number(vm, "truncate", &result)) {
        result = platform_truncate(f->fd, size);
        if (told)
            world_tell_number(vm, "truncate", result);
    }
    if (result < 0)
        return raise_os(vm, (int)-result, VALUE_UNSET);
    return make_int(vm, size);
}

static Value file_getvalue(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f))
        return VALUE_RAISED;
    size_t pos = f->pos;
    f->pos = 0;
    Value all = file_memory_take(vm, f, f->count);
    f->pos = pos;
    return all;
}

static Value file_reconfigure(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !file_check_open(vm, f) || (f->fd >= 0 && !file_flush_out(vm, f)))
        return VALUE_RAISED;
    if (!is_unset_or_none(args[1])) {
        if (!value_is_str(args[1]))
            return raise_type(vm, "reconfigure() argument 'encoding' must be str or None, not %T", args[1]);
        if (!file_text_encoding(vm, args[1], &f->encoding))
            return VALUE_RAISED;
        f->encoding_name = args[1];
    }
    if (!is_unset_or_none(args[2])) {
        if (!value_is_str(args[2]))
            return raise_type(vm, "reconfigure() argument 'errors' must be str or None, not %T", args[2]);
        if (!file_text_errors(vm, args[2]))
            return VALUE_RAISED;
        f->errors_name = args[2];
    }
    if (!value_is_unset(args[3]) && !file_text_newline(vm, args[3], &f->newline))
        return VALUE_RAISED;
    if (!is_unset_or_none(args[4])) {
        int yes = vm_truth(vm, args[4]);
        if (yes < 0)
            return VALUE_RAISED;
        f->line_buffered = yes;
    }
    return VALUE_NONE;
}

static Value file_repr(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f)
        return VALUE_RAISED;
    Class *cls = class_of(vm, args[0]);
    if (f->flavour == FILE_TEXT) {
        Str *text = vm_format(vm, "<_io.TextIOWrapper name=%R mode=%R encoding=%R>", f->name, f->mode,
                              f->encoding_name);
        return text ? OBJ(text) : VALUE_RAISED;
    }
    Str *text;
    if (f->flavour == FILE_BINARY && !value_is_unset(f->name))
        text = vm_format(vm, "<_io.%S name=%R>", cls->name, f->name);
    else {
        char address[32];
        snprintf(address, sizeof address, "0x%012llx", (unsigned long long)value_address(vm->heap, args[0]));
        text = vm_format(vm, "<_io.%S object at %s>", cls->name, address);
    }
    return text ? OBJ(text) : VALUE_RAISED;
}

#define SIMPLE_GET(name, expression)                  \
    static Value name(VM *vm, Value self)             \
    {                                                 \
        File *f = file_of(vm, self);                  \
        return f ? (expression) : VALUE_RAISED;       \
    }
SIMPLE_GET(get_closed, value_bool(f->closed))
SIMPLE_GET(get_line_buffering, value_bool(f->line_buffered))
SIMPLE_GET(get_encoding, arg_or(f->encoding_name, VALUE_NONE))
SIMPLE_GET(get_errors, arg_or(f->errors_name, VALUE_NONE))
SIMPLE_GET(get_newlines, VALUE_NONE)

static Value get_name(VM *vm, Value self)
{
    File *f = file_of(vm, self);
    if (!f)
        return VALUE_RAISED;
    return value_is_unset(f->name) ? raise_attribute(vm, "'%T' object has no attribute 'name'", self) : f->name;
}

static Value get_mode(VM *vm, Value self)
{
    File *f = file_of(vm, self);
    if (!f)
        return VALUE_RAISED;
    return value_is_unset(f->mode) ? raise_attribute(vm, "'%T' object has no attribute 'mode'", self) : f->mode;
}

/* .buffer of a text file: a binary file on the same descriptor; what waits here goes out first. */
static Value get_buffer(VM *vm, Value self)
{
    File *f = file_of(vm, self);
    if (!f)
        return VALUE_RAISED;
    if (!value_is_unset(f->buffer)) {
        if (f->out_count && !file_flush_out(vm, f))
            return VALUE_RAISED;
        return f->buffer;
    }
    if (f->fd < 0)
        return raise_value(vm, "underlying buffer has been detached");
    if (f->out_count && !file_flush_out(vm, f))
        return VALUE_RAISED;
    Class *cls = as_class(f->readable && f->writable ? KEEP(vm, BUFFERED_RANDOM)
                          : f->writable             ? KEEP(vm, BUFFERED_WRITER)
                                                    : KEEP(vm, BUFFERED_READER));
    Value made = file_new(vm, cls, FILE_BINARY);
    if (value_is_raised(made))
        return made;
    File *b = file_data(made);
    b->fd = f->fd;
    b->outside = f->outside || f->fd == 0;
    b->readable = f->readable;
    b->writable = f->writable;
    b->newline = NEWLINE_LF;
    b->name = f->name;
    b->mode = vm_str_cstr(vm, f->readable && f->writable ? "rb+" : f->writable ? "wb" : "rb");
    b->unbuffered = true; /* so that text and bytes come out in the order of the calls */
    if (f->in_end > f->in_start) {
        size_t have = f->in_end - f->in_start;
        b->in = heap_array(vm->heap, NULL, 0, have);
        if (!b->in)
            return raise_memory(vm);
        memcpy(b->in, f->in + f->in_start, have);
        b->in_capacity = b->in_end = have;
        f->in_start = f->in_end = 0;
    }
    f->buffer = made;
    return made;
}

/* --- StringIO, BytesIO ---------------------------------------------------------------------------------- */

static Value memory_new(VM *vm, Value cls, Flavour flavour)
{
    Value made = file_new(vm, as_class(cls), flavour);
    if (!value_is_raised(made)) {
        File *f = file_data(made);
        f->readable = f->writable = true;
        if (flavour == FILE_BYTES)
            f->newline = NEWLINE_LF;
    }
    return made;
}

static Value string_new(VM *vm, Value *args, int nargs)
{
    return memory_new(vm, args[0], FILE_STRING);
}

static Value bytes_io_new(VM *vm, Value *args, int nargs)
{
    return memory_new(vm, args[0], FILE_BYTES);
}

static Value string_init(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f)
        return VALUE_RAISED;
    if (!value_is_unset(args[2]) && !file_text_newline(vm, args[2], &f->newline))
        return VALUE_RAISED;
    f->count = f->pos = 0;
    if (!is_unset_or_none(args[1])) {
        if (!value_is_str(args[1]))
            return raise_type(vm, "initial_value must be str or None, not %T", args[1]);
        if (!file_memory_put(vm, f, as_str(args[1])))
            return VALUE_RAISED;
        f->pos = 0;
    }
    return VALUE_NONE;
}

static Value bytes_io_init(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f)
        return VALUE_RAISED;
    f->count = f->pos = 0;
    if (!is_unset_or_none(args[1])) {
        Value pair[2] = { args[0], args[1] };
        if (value_is_raised(file_write(vm, pair, 2)))
            return VALUE_RAISED;
        f->pos = 0;
    }
    return VALUE_NONE;
}

/* --- tables ---------------------------------------------------------------------------------------------------------- */

#define COMMON_METHODS                                                                                           \
    { "readline", file_readline, "self, size=-1, /", 0, 0, 0, "The next line, with its newline; empty at the end." }, \
    { "readlines", file_readlines, "self, hint=-1, /", 0, 0, 0, "A list of the lines that are left." },            \
    { "writelines", file_writelines, "self, lines, /", 0, 0, 0, "Writes each item; adds no newlines." },           \
    { "flush", file_flush, "self, /", 0, 0, 0, "Gives everything written to the system." },                        \
    { "close", file_close, "self, /", 0, 0, 0, "Flushes and closes; closing twice is fine." },                     \
    { "fileno", file_fileno, "self, /", 0, 0, 0, "The number of the file descriptor." },                           \
    { "isatty", file_isatty, "self, /", 0, 0, 0, "True for a terminal." },                                        \
    { "readable", file_readable, "self, /", 0, 0, 0, "May it be read?" },                                         \
    { "writable", file_writable, "self, /", 0, 0, 0, "May it be written?" },                                      \
    { "seekable", file_seekable, "self, /", 0, 0, 0, "Can the position be set?" },                                 \
    { "seek", file_seek, "self, offset, whence=0, /", 0, 0, 0, "Sets the position and returns it." },              \
    { "tell", file_tell, "self, /", 0, 0, 0, "The position." },                                                   \
    { "truncate", file_truncate, "self, size=None, /", 0, 0, 0, "Cuts the file off at size or the position." },     \
    { "read", file_read, "self, size=-1, /", 0, 0, 0, "Up to size characters or bytes; everything by default." },  \
    { "write", file_write, "self, text, /", 0, 0, 0, "Writes and returns how many characters or bytes." },         \
    { "__iter__", file_iter, "self, /", 0, 0, 0, NULL },                                                          \
    { "__next__", file_next, "self, /", 0, 0, 0, NULL },                                                          \
    { "__enter__", file_enter, "self, /", 0, 0, 0, NULL },                                                        \
    { "__exit__", file_exit, "self, *args", 0, 0, 0, NULL },                                                      \
    { "__repr__", file_repr, "self, /", 0, 0, 0, NULL }

static const NativeSpec text_methods[] = {
    COMMON_METHODS,
    { "reconfigure", file_reconfigure,
      "self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None", 0, 0, 0,
      "Changes how text is encoded and buffered." },
    { 0 },
};
static const NativeSpec binary_methods[] = {
    COMMON_METHODS,
    { "read1", file_read1, "self, size=-1, /", 0, 0, 0, "What is there, after one read of the system at most." },
    { "peek", file_peek, "self, size=0, /", 0, 0, 0, "What has been read ahead, without taking it." },
    { "readinto", file_readinto, "self, buffer, /", 0, 0, 0, "Fills a bytearray; how many bytes." },
    { 0 },
};
static const NativeSpec string_methods[] = {
    COMMON_METHODS,
    { "__new__", string_new, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", string_init, "self, initial_value='', newline='\\n'", 0, 0, 0, NULL },
    { "getvalue", file_getvalue, "self, /", 0, 0, 0, "Everything written, whatever the position." },
    { 0 },
};
static const NativeSpec bytes_methods[] = {
    COMMON_METHODS,
    { "__new__", bytes_io_new, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", bytes_io_init, "self, initial_bytes=b''", 0, 0, 0, NULL },
    { "getvalue", file_getvalue, "self, /", 0, 0, 0, "Everything written, whatever the position." },
    { "read1", file_read1, "self, size=-1, /", 0, 0, 0, "As read." },
    { "readinto", file_readinto, "self, buffer, /", 0, 0, 0, "Fills a bytearray; how many bytes." },
    { 0 },
};
static const GetSetSpec text_getsets[] = {
    { "name", get_name, NULL, "Its path or descriptor." },
    { "mode", get_mode, NULL, "As given to open." },
    { "encoding", get_encoding, NULL, "How text becomes bytes." },
    { "errors", get_errors, NULL, "What is done with what cannot be encoded." },
    { "closed", get_closed, NULL, "Has it been closed?" },
    { "line_buffering", get_line_buffering, NULL, "Is each line flushed?" },
    { "newlines", get_newlines, NULL, NULL },
    { "buffer", get_buffer, NULL, "The binary file below." },
    { 0 },
};
static const GetSetSpec binary_getsets[] = {
    { "name", get_name, NULL, "Its path or descriptor." },
    { "mode", get_mode, NULL, "As given to open." },
    { "closed", get_closed, NULL, "Has it been closed?" },
    { 0 },
};
static const GetSetSpec memory_getsets[] = {
    { "closed", get_closed, NULL, "Has it been closed?" },
    { "line_buffering", get_line_buffering, NULL, NULL },
    { "newlines", get_newlines, NULL, NULL },
    { "encoding", get_encoding, NULL, NULL },
    { "errors", get_errors, NULL, NULL },
    { 0 },
};

static const TypeSpec base_type = { "IOBase", "io", "What all files derive from.", KIND_INSTANCE, 0, NULL, NULL };
static const TypeSpec text_base = { "TextIOBase", "io", "Base of text files.", KIND_INSTANCE, 0, NULL, NULL };
static const TypeSpec text_type = { "TextIOWrapper", "_io", "A text file on a descriptor.", KIND_BLOB, CLASS_FINAL,
                                    text_methods, text_getsets };
static const TypeSpec reader_type = { "BufferedReader", "_io", "A binary file to read.", KIND_BLOB, CLASS_FINAL,
                                      binary_methods, binary_getsets };
static const TypeSpec writer_type = { "BufferedWriter", "_io", "A binary file to write.", KIND_BLOB, CLASS_FINAL,
                                      binary_methods, binary_getsets };
static const TypeSpec random_type = { "BufferedRandom", "_io", "A binary file to read and write.", KIND_BLOB,
                                      CLASS_FINAL, binary_methods, binary_getsets };
static const TypeSpec string_type = { "StringIO", "_io", "A text file in memory.", KIND_BLOB, 0, string_methods,
                                      memory_getsets };
static const TypeSpec bytes_type = { "BytesIO", "_io", "A binary file in memory.", KIND_BLOB, 0, bytes_methods,
                                     memory_getsets };

bool file_types_setup(VM *vm)
{
    Runtime *runtime = runtime_of(vm);
    runtime->blob_types[BLOB_FILE] = heap_add_blob_type(vm->heap, file_visit, file_finalise) + 1;
    Class *base = type_create(vm, &base_type, NULL);
    Class *text = base ? type_create(vm, &text_base, base) : NULL;
    if (!text)
        return false;
    runtime->keep[KEEP_IO_BASE] = OBJ(base);
    runtime->keep[KEEP_TEXT_BASE] = OBJ(text);
    const struct {
        int slot;
        const TypeSpec *spec;
        Class *base;
    } rows[] = { { KEEP_TEXT_FILE, &text_type, text },         { KEEP_BUFFERED_READER, &reader_type, base },
                 { KEEP_BUFFERED_WRITER, &writer_type, base }, { KEEP_BUFFERED_RANDOM, &random_type, base },
                 { KEEP_STRING_IO, &string_type, text },       { KEEP_BYTES_IO, &bytes_type, base } };
    for (int i = 0; i < COUNT_OF(rows); i++) {
        Class *made = type_create(vm, rows[i].spec, rows[i].base);
        if (!made)
            return false;
        runtime->keep[rows[i].slot] = OBJ(made);
    }
    vm->sys_stdin = file_streams_make(vm, 0, "<stdin>");
    vm->sys_stdout = file_streams_make(vm, 1, "<stdout>");
    vm->sys_stderr = file_streams_make(vm, 2, "<stderr>");
    runtime->keep[KEEP_FILE_STDIN] = vm->sys_stdin;
    runtime->keep[KEEP_FILE_STDOUT] = vm->sys_stdout;
    runtime->keep[KEEP_FILE_STDERR] = vm->sys_stderr;
    return !vm_raised(vm);
}
