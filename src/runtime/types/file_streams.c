/* file_streams.c - the standard streams, and files as C code uses them: print, input, tracebacks, the end of
 * the run. A stream is whatever the script put into sys.stdout; ours is written without a call. */
#include "runtime/types/file_internal.h"
#include "base/mem.h"
#include "base/platform.h"
#include "runtime/modules/streams.h"
#include "runtime/types/types.h"

Value file_streams_make(VM *vm, int fd, const char *name)
{
    Value made = file_new(vm, as_class(KEEP(vm, TEXT_FILE)), FILE_TEXT);
    if (value_is_raised(made))
        return made;
    File *f = file_data(made);
    f->fd = fd;
    f->readable = fd == 0;
    f->writable = fd != 0;
    f->line_buffered = fd == 2 || (fd == 1 && platform_is_terminal(1));
    f->unbuffered = fd == 1 && runtime_of(vm)->unbuffered;
    f->name = vm_str_cstr(vm, name);
    f->mode = vm_str_cstr(vm, fd == 0 ? "r" : "w");
    f->encoding_name = vm_str_cstr(vm, "utf-8");
    f->errors_name = vm_str_cstr(vm, fd == 2 ? "backslashreplace" : "strict");
    return made;
}

bool stream_is_fd(VM *vm, Value stream, int fd)
{
    return file_is(vm, stream) && file_data(stream)->fd == fd && file_data(stream)->flavour == FILE_TEXT;
}

void stream_set_unbuffered(VM *vm, Value stream, bool on)
{
    if (file_is(vm, stream))
        file_data(stream)->unbuffered = on;
}

bool stream_is_terminal(VM *vm, Value stream)
{
    return file_is(vm, stream) && file_data(stream)->fd >= 0 && platform_is_terminal(file_data(stream)->fd);
}

/* The File behind a stream whose write method cannot be anything but ours. */
static File *plain_file(VM *vm, Value stream)
{
    if (!value_is_exactly(stream, KIND_BLOB) || !file_is(vm, stream) ||
        (value_obj(stream)->flags & OBJ_ATTRS))
        return NULL;
    File *f = file_data(stream);
    return f->flavour == FILE_TEXT || f->flavour == FILE_STRING ? f : NULL;
}

/* What was gathered so far becomes an event. */
static void tell_parts(VM *vm)
{
    List *parts = runtime_of(vm)->print_parts;
    if (!parts || parts->count == 0)
        return;
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < parts->count; i++)
        builder_str(&b, as_str(parts->items[i]));
    parts->count = 0;
    Str *text = builder_finish(&b);
    if (text && str_length(text) > 0)
        EMIT(vm, out, .number = runtime_of(vm)->print_fd, .text = text);
}

void stream_tell(VM *vm, int fd, Str *text)
{
    Runtime *runtime = runtime_of(vm);
    if (!runtime->print_parts) {
        if (str_length(text) > 0)
            EMIT(vm, out, .number = fd, .text = text);
        return;
    }
    if (fd != runtime->print_fd)
        tell_parts(vm);
    runtime->print_fd = fd;
    if (!list_append(vm->heap, runtime->print_parts, OBJ(text)))
        EMIT(vm, out, .number = fd, .text = text);
}

void stream_tell_bytes(VM *vm, int fd, const uint8_t *bytes, size_t count)
{
    Value text = codecs_decode(vm, bytes, count, name_of(vm, "utf-8"), name_of(vm, "replace"));
    if (value_is_str(text))
        stream_tell(vm, fd, as_str(vm_keep(vm, text)));
    else
        vm_take_exception(vm);
}

List *stream_begin_print(VM *vm)
{
    Runtime *runtime = runtime_of(vm);
    List *outer = runtime->print_parts; /* of a print() whose __str__ prints */
    tell_parts(vm);
    runtime->print_parts = list_new(vm->heap, 4);
    if (runtime->print_parts)
        vm_keep(vm, OBJ(runtime->print_parts));
    return outer;
}

void stream_end_print(VM *vm, List *outer)
{
    tell_parts(vm);
    runtime_of(vm)->print_parts = outer;
}

bool stream_write_str(VM *vm, Value stream, Str *text)
{
    if (value_is_unset(stream)) { /* the start itself failed */
        size_t length;
        const char *utf8 = vm_utf8(vm, OBJ(text), &length, false);
        return utf8 && vm_write(vm, 2, utf8, length);
    }
    File *f = plain_file(vm, stream);
    if (LIKELY(f != NULL)) {
        if (!file_check_writable(vm, f))
            return false;
        return f->flavour == FILE_TEXT ? file_text_put(vm, f, text) : file_memory_put(vm, f, text);
    }
    Value arg = OBJ(text);
    return !value_is_raised(vm_call_method(vm, stream, NAME(vm, write), 1, &arg));
}

bool stream_write(VM *vm, Value stream, const char *utf8, size_t length)
{
    if (value_is_unset(stream))
        return vm_write(vm, 2, utf8, length);
    File *f = plain_file(vm, stream);
    if (LIKELY(f != NULL && f->flavour == FILE_TEXT && f->encoding == ENCODING_UTF8 && !OBSERVED(vm) &&
               f->newline <= NEWLINE_LF)) {
        if (!file_check_writable(vm, f) || !file_put_bytes(vm, f, utf8, length))
            return false;
        return !f->line_buffered || !memchr(utf8, '\n', length) || file_flush_out(vm, f);
    }
    Value text = vm_str_utf8(vm, utf8, length);
    if (value_is_raised(text))
        return false;
    vm_keep(vm, text);
    return stream_write_str(vm, stream, as_str(text));
}

bool stream_flush(VM *vm, Value stream)
{
    if (value_is_unset(stream)) /* the start itself failed */
        return true;
    File *f = plain_file(vm, stream);
    if (f)
        return file_check_open(vm, f) && file_flush_out(vm, f);
    return !value_is_raised(vm_call_method(vm, stream, NAME(vm, flush), 0, NULL));
}

Value stream_readline(VM *vm, Value stream)
{
    File *f = plain_file(vm, stream);
    if (f)
        return file_check_readable(vm, f) ? file_next_line(vm, f, -1) : VALUE_RAISED;
    return vm_call_method(vm, stream, NAME(vm, readline), 0, NULL);
}

bool vm_write(VM *vm, int fd, const char *bytes, size_t length)
{
    Value out = KEEP(vm, FILE_STDOUT), stream = fd == 2 ? KEEP(vm, FILE_STDERR) : out;
    if (fd == 2 && file_is(vm, out) && file_data(out)->fd >= 0 && file_data(out)->out_count > 0) {
        Value pending = vm->exception; /* what was printed before comes first, if it can be written */
        vm->exception = VALUE_UNSET;
        if (!file_flush_out(vm, file_data(out)))
            vm_take_exception(vm);
        vm->exception = pending;
    }
    if (file_is(vm, stream) && file_data(stream)->fd == fd)
        return stream_write(vm, stream, bytes, length);
    size_t done;
    return file_write_all(vm, fd, false, (const uint8_t *)bytes, length, &done);
}

static void close_all(void *ctx, Obj *obj)
{
    VM *vm = ctx;
    if (obj->kind != KIND_BLOB || !file_is(vm, OBJ(obj)))
        return;
    File *f = file_data(OBJ(obj));
    if (f->fd > 2 && f->out_count > 0 && !file_flush_out(vm, f))
        vm_take_exception(vm);
}

void streams_flush(VM *vm)
{
    const int slots[2] = { KEEP_FILE_STDOUT, KEEP_FILE_STDERR };
    for (int i = 0; i < 2; i++) {
        Value stream = runtime_of(vm)->keep[slots[i]];
        if (!file_is(vm, stream) || file_data(stream)->fd < 0)
            continue;
        Value pending = vm->exception;
        vm->exception = VALUE_UNSET;
        if (!file_flush_out(vm, file_data(stream)))
            vm_take_exception(vm);
        vm->exception = pending;
    }
}

int streams_finish(VM *vm)
{
    int status = 0;
    heap_each(vm->heap, close_all, vm);
    const int slots[2] = { KEEP_FILE_STDOUT, KEEP_FILE_STDERR };
    for (int i = 0; i < 2; i++) {
        Value stream = runtime_of(vm)->keep[slots[i]];
        if (!file_is(vm, stream) || file_data(stream)->fd < 0)
            continue;
        File *f = file_data(stream);
        if (file_flush_out(vm, f))
            continue;
        Value exc = vm_take_exception(vm);
        f->out_count = 0;
        status = 120;
        if (i == 0) {
            Str *what = vm_repr(vm, stream), *why = vm_str(vm, exc);
            Str *text = what && why ? vm_format(vm, "Exception ignored in: %S\n%T: %S\n", what, exc, why) : NULL;
            if (text) {
                size_t length = str_utf8_length(text);
                char *bytes = mem_alloc(length);
                if (bytes) {
                    str_to_utf8(text, bytes);
                    if (!vm_write(vm, 2, bytes, length))
                        vm_take_exception(vm);
                    mem_free(bytes, length);
                }
            }
            if (vm_raised(vm))
                vm_take_exception(vm);
        }
    }
    return status;
}
