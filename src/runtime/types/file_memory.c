/* file_memory.c - the contents of io.StringIO (code points) and io.BytesIO (bytes): one array that grows, and
 * the position in it. */
#include "runtime/types/file_internal.h"

static size_t unit_of(const File *f)
{
    return f->flavour == FILE_STRING ? 4 : 1;
}

static bool memory_reserve(VM *vm, File *f, size_t count)
{
    size_t bytes = count * unit_of(f);
    if (count > SIZE_MAX / 8) {
        raise_memory(vm);
        return false;
    }
    if (bytes <= f->capacity)
        return true;
    size_t grown = f->capacity + f->capacity / 2 > bytes ? f->capacity + f->capacity / 2 : bytes + START(64);
    uint8_t *more = heap_array(vm->heap, f->data, f->capacity, grown);
    if (!more) {
        raise_memory(vm);
        return false;
    }
    f->data = more;
    f->capacity = grown;
    return true;
}

/* Makes [pos, pos + count) part of the contents; a gap before it is filled with zeros. */
bool file_memory_open_at(VM *vm, File *f, size_t count)
{
    if (count > SIZE_MAX / 16 || f->pos > SIZE_MAX / 16) {
        raise_memory(vm);
        return false;
    }
    if (!memory_reserve(vm, f, f->pos + count))
        return false;
    if (f->pos > f->count)
        memset(f->data + f->count * unit_of(f), 0, (f->pos - f->count) * unit_of(f));
    if (f->pos + count > f->count)
        f->count = f->pos + count;
    return true;
}

static uint32_t *points_of(const File *f)
{
    return (uint32_t *)(void *)f->data;
}

bool file_memory_put(VM *vm, File *f, Str *text)
{
    size_t length = str_length(text), made = 0;
    if (length == 0)
        return true;
    bool translate = f->newline == NEWLINE_ANY, crlf = f->newline == NEWLINE_CRLF;
    if (!file_memory_open_at(vm, f, length))
        return false;
    if (crlf) {
        size_t extra = 0;
        for (size_t i = 0; i < length; i++)
            extra += str_at(text, i) == '\n';
        if (!file_memory_open_at(vm, f, length + extra))
            return false;
    }
    uint32_t *to = points_of(f) + f->pos;
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(text, i);
        if (translate && c == '\r') {
            c = '\n';
            if (i + 1 < length && str_at(text, i + 1) == '\n')
                i++;
        }
        if (c == '\n' && crlf)
            to[made++] = '\r';
        to[made++] = f->newline == NEWLINE_CR && c == '\n' ? '\r' : c;
    }
    if (made < length && f->pos + length == f->count)
        f->count -= length - made;
    f->pos += made;
    return true;
}

size_t file_memory_line(const File *f, int64_t limit)
{
    size_t at = f->pos, stop = f->count;
    if (at >= f->count)
        return 0;
    if (limit >= 0 && (size_t)limit < stop - at)
        stop = at + (size_t)limit;
    for (; at < stop; at++) {
        uint32_t c = f->flavour == FILE_STRING ? points_of(f)[at] : f->data[at];
        if (c == '\n' && f->newline != NEWLINE_CR)
            return at + 1 - f->pos;
        if (c == '\r' && f->flavour == FILE_STRING &&
            (f->newline == NEWLINE_KEEP || f->newline == NEWLINE_CR)) {
            bool pair = f->newline == NEWLINE_KEEP && at + 1 < stop && points_of(f)[at + 1] == '\n';
            return at + 1 + pair - f->pos;
        }
    }
    return stop - f->pos;
}

Value file_memory_take(VM *vm, File *f, size_t count)
{
    size_t at = f->pos;
    if (count == 0 || at >= f->count)
        return f->flavour == FILE_STRING ? OBJ(str_empty(vm->heap)) : file_make_bytes(vm, "", 0);
    f->pos += count;
    if (f->flavour == FILE_STRING)
        return vm_own(vm, str_from_code_points(vm->heap, points_of(f) + at, count));
    return file_make_bytes(vm, f->data + at, count);
}

Value file_memory_seek(VM *vm, File *f, int64_t offset, int64_t whence)
{
    if (f->flavour == FILE_STRING) {
        if (whence < 0 || whence > 2)
            return raise_value(vm, "Invalid whence (%z, should be 0, 1 or 2)", whence);
        if (whence == 0 && offset < 0)
            return raise_value(vm, "Negative seek position %z", offset);
        if (whence != 0 && offset != 0)
            return raise_fmt(vm, vm->exc[EXC_OSError], "Can't do nonzero cur-relative seeks");
    } else {
        if (whence < 0 || whence > 2)
            return raise_value(vm, "invalid whence (%z, should be 0, 1 or 2)", whence);
        if (whence == 0 && offset < 0)
            return raise_value(vm, "negative seek value %z", offset);
    }
    int64_t base = whence == 0 ? 0 : whence == 1 ? (int64_t)f->pos : (int64_t)f->count, at;
    if (__builtin_add_overflow(base, offset, &at))
        return raise_overflow(vm, "new position too large");
    f->pos = at < 0 ? 0 : (size_t)at;
    return make_int(vm, (int64_t)f->pos);
}
