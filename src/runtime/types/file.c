/* file.c - the File object and the bytes that go through its descriptor: reading ahead, writing in blocks,
 * and the errors of a file that is closed or opened for something else. For the files beside it only. */
#include "runtime/types/file_internal.h"
#include "base/mem.h"
#include "base/platform.h"
#include "runtime/world.h"

#include <errno.h>

void file_visit(Marker *marker, Obj *obj)
{
    Blob *blob = (Blob *)(void *)obj;
    File *f = blob->data;
    mark_value(marker, blob->v);
    if (f) {
        mark_value(marker, f->name);
        mark_value(marker, f->mode);
        mark_value(marker, f->encoding_name);
        mark_value(marker, f->errors_name);
        mark_value(marker, f->buffer);
    }
}

/* The last words of a file nobody closed: what waits is written if the system takes it at once. */
void file_finalise(Heap *heap, Obj *obj)
{
    Blob *blob = (Blob *)(void *)obj;
    File *f = blob->data;
    if (!f)
        return;
    if (f->fd >= 0 && f->owns_fd) {
        size_t done = 0;
        while (done < f->out_count) {
            int64_t n = platform_write(f->fd, f->out + done, f->out_count - done);
            if (n <= 0 && n != -EINTR)
                break;
            done += n > 0 ? (size_t)n : 0;
        }
        platform_close(f->fd);
    }
    heap_array_free(heap, f->out, f->out ? BUFFER_BYTES : 0);
    heap_array_free(heap, f->in, f->in_capacity);
    heap_array_free(heap, f->data, f->capacity);
    mem_free(f, sizeof *f);
    blob->data = NULL;
}

bool file_is(VM *vm, Value v)
{
    Runtime *runtime = runtime_of(vm);
    return value_is_kind(v, KIND_BLOB) && value_obj(v)->aux == runtime->blob_types[BLOB_FILE] - 1 &&
           file_data(v);
}

File *file_of(VM *vm, Value v)
{
    if (LIKELY(file_is(vm, v)))
        return file_data(v);
    raise_type(vm, "a file was expected, not '%T'", v);
    return NULL;
}

Value file_new(VM *vm, Class *cls, Flavour flavour)
{
    File *f = mem_alloc_zero(sizeof *f);
    if (!f)
        return raise_memory(vm);
    f->flavour = flavour;
    f->fd = -1;
    f->newline = flavour == FILE_STRING ? NEWLINE_LF : NEWLINE_ANY;
    return runtime_blob(vm, cls, BLOB_FILE, f);
}

Value file_make_bytes(VM *vm, const void *data, size_t length)
{
    return vm_own(vm, bytes_new(vm->heap, data, length));
}

/* --- raising ------------------------------------------------------------------------------------- */

Class *file_unsupported_class(VM *vm)
{
    Value *kept = &KEEP(vm, UNSUPPORTED);
    if (value_is_unset(*kept)) {
        Value pair[2] = { OBJ(vm->exc[EXC_OSError]), OBJ(vm->exc[EXC_ValueError]) };
        Tuple *bases = tuple_from_values(vm->heap, pair, 2);
        Dict *ns = dict_new(vm->heap, 1);
        if (!bases || !ns || !dict_put(vm, ns, "__module__", vm_str_cstr(vm, "io")))
            return vm->exc[EXC_OSError];
        Value cls = class_make(vm, vm->type_class, name_of(vm, "UnsupportedOperation"), bases, ns, NULL);
        if (value_is_raised(cls)) {
            vm_take_exception(vm);
            return vm->exc[EXC_OSError];
        }
        *kept = cls;
    }
    return as_class(*kept);
}

Value file_raise_unsupported(VM *vm, const char *what)
{
    return raise_fmt(vm, file_unsupported_class(vm), "%s", what);
}

bool file_check_open(VM *vm, const File *f)
{
    if (LIKELY(!f->closed))
        return true;
    bool dot = f->flavour == FILE_TEXT || f->flavour == FILE_BYTES;
    raise_value(vm, "I/O operation on closed file%s", dot ? "." : "");
    return false;
}

bool file_check_readable(VM *vm, const File *f)
{
    if (!file_check_open(vm, f))
        return false;
    if (f->readable)
        return true;
    file_raise_unsupported(vm, f->flavour == FILE_TEXT ? "not readable" : "read");
    return false;
}

bool file_check_writable(VM *vm, const File *f)
{
    if (!file_check_open(vm, f))
        return false;
    if (f->writable)
        return true;
    file_raise_unsupported(vm, f->flavour == FILE_TEXT ? "not writable" : "write");
    return false;
}

/* --- bytes out ------------------------------------------------------------------------------------ */

/* Writes all of [bytes, bytes + count); *done tells how far it came. [script: signals] */
COLD static int64_t write_told(VM *vm, int fd, const uint8_t *bytes, size_t count)
{
    int64_t n;
    if (world_recorded_number(vm, "write", &n)) /* the file itself stays as it is */
        return n <= (int64_t)count ? n : (int64_t)count;
    n = platform_write(fd, bytes, count);
    if (n != -EINTR && n != -EAGAIN)
        world_tell_number(vm, "write", n);
    return n;
}

int64_t file_seek_fd(VM *vm, const File *f, int64_t offset, int whence)
{
    int64_t at;
    bool told = OBSERVED(vm) && f->outside;
    if (told && world_recorded_number(vm, "seek", &at))
        return at;
    at = platform_seek(f->fd, offset, whence);
    if (told)
        world_tell_number(vm, "seek", at);
    return at;
}

bool file_write_all(VM *vm, int fd, bool outside, const uint8_t *bytes, size_t count, size_t *done)
{
    *done = 0;
    const Runtime *runtime = runtime_of(vm);
    if (UNLIKELY(runtime->output_hook != NULL) && (fd == 1 || fd == 2)) {
        runtime->output_hook(runtime->prompt, vm, fd, (const char *)bytes, count);
        *done = count;
        return true;
    }
    while (*done < count) {
        size_t piece = count - *done < AT_ONCE ? count - *done : AT_ONCE;
        int64_t n = OBSERVED(vm) && outside ? write_told(vm, fd, bytes + *done, piece)
                                            : platform_write(fd, bytes + *done, piece);
        if (n >= 0) {
            *done += (size_t)n;
            if (*done < count && !vm_go_on(vm))
                return false;
        } else if (n == -EINTR) {
            if (!vm_safe_point(vm))
                return false;
        } else if (n == -EAGAIN) {
            platform_poll(fd, PLATFORM_WRITE, -1);
            if (!vm_safe_point(vm))
                return false;
        } else {
            raise_os(vm, (int)-n, VALUE_UNSET);
            return false;
        }
    }
    return true;
}

bool file_flush_out(VM *vm, File *f)
{
    if (f->out_count == 0)
        return true;
    size_t done = 0, count = f->out_count;
    bool good = file_write_all(vm, f->fd, f->outside, f->out, count, &done);
    if (done > 0 && done < f->out_count)
        memmove(f->out, f->out + done, f->out_count - done);
    f->out_count -= done;
    return good;
}

static bool drop_read_ahead(VM *vm, File *f)
{
    if (f->in_end > f->in_start) {
        int64_t at = file_seek_fd(vm, f, -(int64_t)(f->in_end - f->in_start), 1);
        if (at < 0 && at != -ESPIPE) {
            raise_os(vm, (int)-at, VALUE_UNSET);
            return false;
        }
    }
    f->in_start = f->in_end = 0;
    f->at_end = false;
    return true;
}

bool file_put_bytes(VM *vm, File *f, const void *bytes, size_t count)
{
    if (UNLIKELY(f->in_end > f->in_start || f->at_end) && !drop_read_ahead(vm, f))
        return false;
    if (UNLIKELY(!f->out)) {
        f->out = heap_array(vm->heap, NULL, 0, BUFFER_BYTES);
        if (!f->out) {
            raise_memory(vm);
            return false;
        }
    }
    if (f->out_count + count > BUFFER_BYTES) {
        if (!file_flush_out(vm, f))
            return false;
        if (count >= BUFFER_BYTES) {
            size_t done;
            return file_write_all(vm, f->fd, f->outside, bytes, count, &done);
        }
    }
    memcpy(f->out + f->out_count, bytes, count);
    f->out_count += count;
    return !f->unbuffered || file_flush_out(vm, f);
}

/* --- bytes in ------------------------------------------------------------------------------------- */

/* Room for `wanted` bytes more. false: raised. */
static bool make_room(VM *vm, File *f, size_t wanted)
{
    if (f->in_start == f->in_end)
        f->in_start = f->in_end = 0;
    if (wanted < BUFFER_BYTES / 4)
        wanted = BUFFER_BYTES / 4;
    if (f->in_capacity - f->in_end < wanted) {
        if (f->in_start > 0) {
            memmove(f->in, f->in + f->in_start, f->in_end - f->in_start);
            f->in_end -= f->in_start;
            f->in_start = 0;
        }
        if (f->in_capacity - f->in_end < wanted) {
            size_t grown = f->in_capacity * 2 > f->in_end + wanted ? f->in_capacity * 2 : f->in_end + wanted;
            uint8_t *more = heap_array(vm->heap, f->in, f->in_capacity, grown);
            if (!more) {
                raise_memory(vm);
                return false;
            }
            f->in = more;
            f->in_capacity = grown;
        }
    }
    return true;
}

/* What was read in the recording that is played again: bytes, or the error. */
COLD static bool read_recorded(VM *vm, File *f, int64_t *n)
{
    Value recorded;
    if (!world_recorded(vm, "read", &recorded))
        return false;
    if (value_is_exception(recorded)) {
        raise_exception(vm, recorded);
        return true;
    }
    if (!value_is_kind(recorded, KIND_BYTES))
        return false;
    const Bytes *bytes = as_bytes(recorded);
    if (!make_room(vm, f, bytes->length + 1))
        return false;
    memcpy(f->in + f->in_end, bytes->data, bytes->length);
    *n = (int64_t)bytes->length;
    return true;
}

COLD static void tell_read(VM *vm, const File *f, int64_t n)
{
    Bytes *bytes = n >= 0 ? bytes_new(vm->heap, f->in + f->in_end, (size_t)n) : NULL;
    if (bytes)
        world_tell(vm, "read", vm_keep(vm, OBJ(bytes)));
    else if (n != -EINTR && n != -EAGAIN)
        world_tell_number(vm, "read", n);
}

/* platform_read behind what is there; 0 with an exception pending: no memory. */
static int64_t read_more(VM *vm, File *f)
{
    int64_t n;
    bool told = OBSERVED(vm) && f->outside;
    if (UNLIKELY(told) && (read_recorded(vm, f, &n) || vm_raised(vm)))
        return vm_raised(vm) ? 0 : n;
    size_t room = f->in_capacity - f->in_end;
    n = platform_read(f->fd, f->in + f->in_end, room < AT_ONCE ? room : AT_ONCE);
    if (UNLIKELY(told))
        tell_read(vm, f, n);
    return n;
}

/* Reads more behind what is there: 1, 0 at the end, -1 raised. [script: signals] */
int file_fill(VM *vm, File *f, size_t wanted)
{
    if ((f->out_count && !file_flush_out(vm, f)) || !make_room(vm, f, wanted))
        return -1;
    for (;;) {
        int64_t n = read_more(vm, f);
        if (vm_raised(vm))
            return -1;
        if (n > 0) {
            f->in_end += (size_t)n;
            return 1;
        }
        if (n == 0) {
            f->at_end = true;
            return 0;
        }
        if (n == -EAGAIN)
            platform_poll(f->fd, PLATFORM_READ, -1);
        else if (n != -EINTR) {
            raise_os(vm, (int)-n, VALUE_UNSET);
            return -1;
        }
        if (!vm_safe_point(vm))
            return -1;
        if (f->closed) {
            raise_value(vm, "I/O operation on closed file.");
            return -1;
        }
    }
}

bool file_fill_to_end(VM *vm, File *f)
{
    int more;
    PlatformStat st;
    size_t wanted = 0;
    if (platform_fstat(f->fd, &st) == 0 && st.is_file) {
        int64_t at = platform_seek(f->fd, 0, 1); /* a guess: not told */
        if (at >= 0 && st.size > at)
            wanted = (size_t)(st.size - at) + 1;
    }
    while ((more = file_fill(vm, f, wanted)) > 0) {
        if (!vm_go_on(vm))
            return false;
        wanted = wanted ? f->in_capacity - f->in_end : f->in_end;
    }
    return more == 0;
}
