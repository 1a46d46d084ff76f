/* file_type.c - files: text and binary files on a descriptor, io.StringIO and io.BytesIO, and the three
 * standard streams. One struct serves all four flavours:
 *
 *   flavour   reads from                          writes to
 *   TEXT      in[], decoded and split into lines   out[] as encoded bytes, flushed in blocks
 *   BINARY    in[]                                 out[]
 *   STRING    points[] (code points) at pos        the same
 *   BYTES     data[] at pos                        the same
 *
 * Read-ahead and waiting output never exist at once: reading flushes, writing seeks back. A read or write
 * that a signal interrupts looks at the signal (Ctrl-C raises) and goes on. */
#include "base/mem.h"
#include "base/platform.h"
#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"

#include <errno.h>
#include <stdio.h>

bool file_types_setup(VM *vm);
extern const ModuleSpec io_module;

typedef enum { FILE_TEXT, FILE_BINARY, FILE_STRING, FILE_BYTES } Flavour;
typedef enum { ENCODING_UTF8, ENCODING_UTF8_SIG, ENCODING_ASCII, ENCODING_LATIN1 } Encoding;
typedef enum { NEWLINE_ANY, NEWLINE_KEEP, NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF } Newline;
typedef enum { ERRORS_STRICT, ERRORS_IGNORE, ERRORS_REPLACE, ERRORS_ESCAPE, ERRORS_BACKSLASH,
               ERRORS_XML, ERRORS_PASS } Errors;
enum { BUFFER_BYTES = 32768 };

typedef struct File {
    Flavour flavour;
    Encoding encoding;
    Newline newline;
    Errors errors;
    int fd;               /* -1: none (memory, closed) */
    bool readable, writable, appending, closed, line_buffered, unbuffered, owns_fd, at_end, started;
    uint8_t *out;         /* not yet written; BUFFER_BYTES when there */
    size_t out_count;
    uint8_t *in;          /* read ahead: [in_start, in_end) */
    size_t in_start, in_end, in_capacity;
    uint8_t *data;        /* FILE_BYTES: bytes; FILE_STRING: uint32_t each */
    size_t count, capacity, pos;
    Value name, mode, encoding_name, errors_name;
    Value buffer;         /* the .buffer of a text file, once it was asked for */
} File;

static File *file_data(Value v)
{
    return ((Blob *)(void *)value_obj(v))->data;
}

static void visit_file(Marker *marker, Obj *obj)
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
static void finalise_file(Heap *heap, Obj *obj)
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

static bool is_file(VM *vm, Value v)
{
    Runtime *runtime = runtime_of(vm);
    return value_is_kind(v, KIND_BLOB) && value_obj(v)->aux == runtime->blob_types[BLOB_FILE] - 1 &&
           file_data(v);
}

static File *file_of(VM *vm, Value v)
{
    if (LIKELY(is_file(vm, v)))
        return file_data(v);
    raise_type(vm, "a file was expected, not '%T'", v);
    return NULL;
}

static Value file_new(VM *vm, Class *cls, Flavour flavour)
{
    File *f = mem_alloc_zero(sizeof *f);
    if (!f)
        return raise_memory(vm);
    f->flavour = flavour;
    f->fd = -1;
    f->newline = flavour == FILE_STRING ? NEWLINE_LF : NEWLINE_ANY;
    return runtime_blob(vm, cls, BLOB_FILE, f);
}

/* --- raising ------------------------------------------------------------------------------------- */

static Class *unsupported_class(VM *vm)
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

static Value raise_unsupported(VM *vm, const char *what)
{
    return raise_fmt(vm, unsupported_class(vm), "%s", what);
}

static bool check_open(VM *vm, const File *f)
{
    if (LIKELY(!f->closed))
        return true;
    bool dot = f->flavour == FILE_TEXT || f->flavour == FILE_BYTES;
    raise_value(vm, "I/O operation on closed file%s", dot ? "." : "");
    return false;
}

static bool check_readable(VM *vm, const File *f)
{
    if (!check_open(vm, f))
        return false;
    if (f->readable)
        return true;
    raise_unsupported(vm, f->flavour == FILE_TEXT ? "not readable" : "read");
    return false;
}

static bool check_writable(VM *vm, const File *f)
{
    if (!check_open(vm, f))
        return false;
    if (f->writable)
        return true;
    raise_unsupported(vm, f->flavour == FILE_TEXT ? "not writable" : "write");
    return false;
}

/* --- bytes out ------------------------------------------------------------------------------------ */

/* Writes all of [bytes, bytes + count); *done tells how far it came. [script: signals] */
static bool write_all(VM *vm, int fd, const uint8_t *bytes, size_t count, size_t *done)
{
    *done = 0;
    while (*done < count) {
        int64_t n = platform_write(fd, bytes + *done, count - *done);
        if (n >= 0)
            *done += (size_t)n;
        else if (n == -EINTR) {
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

static bool flush_out(VM *vm, File *f)
{
    if (f->out_count == 0)
        return true;
    size_t done = 0, count = f->out_count;
    bool good = write_all(vm, f->fd, f->out, count, &done);
    if (done > 0 && done < f->out_count)
        memmove(f->out, f->out + done, f->out_count - done);
    f->out_count -= done;
    return good;
}

static bool drop_read_ahead(VM *vm, File *f)
{
    if (f->in_end > f->in_start) {
        int64_t at = platform_seek(f->fd, -(int64_t)(f->in_end - f->in_start), 1);
        if (at < 0 && at != -ESPIPE) {
            raise_os(vm, (int)-at, VALUE_UNSET);
            return false;
        }
    }
    f->in_start = f->in_end = 0;
    f->at_end = false;
    return true;
}

static bool put_bytes(VM *vm, File *f, const void *bytes, size_t count)
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
        if (!flush_out(vm, f))
            return false;
        if (count >= BUFFER_BYTES) {
            size_t done;
            return write_all(vm, f->fd, bytes, count, &done);
        }
    }
    memcpy(f->out + f->out_count, bytes, count);
    f->out_count += count;
    return !f->unbuffered || flush_out(vm, f);
}

/* --- encoding ------------------------------------------------------------------------------------- */

static const char *encoding_text(Encoding encoding)
{
    return encoding == ENCODING_ASCII ? "ascii" : encoding == ENCODING_LATIN1 ? "latin-1" : "utf-8";
}

static Value make_bytes(VM *vm, const void *data, size_t length)
{
    return vm_own(vm, bytes_new(vm->heap, data, length));
}

static bool raise_encode(VM *vm, const File *f, Str *text, size_t start, size_t end)
{
    const char *reason = f->encoding == ENCODING_ASCII    ? "ordinal not in range(128)"
                         : f->encoding == ENCODING_LATIN1 ? "ordinal not in range(256)"
                                                          : "surrogates not allowed";
    Value args[5] = { vm_str_cstr(vm, encoding_text(f->encoding)), OBJ(text), make_int(vm, (int64_t)start),
                      make_int(vm, (int64_t)end), vm_str_cstr(vm, reason) };
    Value exc = exception_make(vm, vm->exc[EXC_UnicodeEncodeError], 5, args);
    if (!value_is_unset(exc) && !value_is_raised(exc))
        raise_exception(vm, exc);
    return false;
}

static bool point_fits(const File *f, uint32_t c)
{
    switch (f->encoding) {
    case ENCODING_ASCII: return c < 128;
    case ENCODING_LATIN1: return c < 256;
    default: return c < 0xD800 || c > 0xDFFF;
    }
}

static size_t point_bytes(const File *f, uint32_t c, uint8_t *to)
{
    if (c < 128 || f->encoding == ENCODING_LATIN1) {
        to[0] = (uint8_t)c;
        return 1;
    }
    if (c < 0x800) {
        to[0] = (uint8_t)(0xC0 | c >> 6);
        to[1] = (uint8_t)(0x80 | (c & 63));
        return 2;
    }
    if (c < 0x10000) {
        to[0] = (uint8_t)(0xE0 | c >> 12);
        to[1] = (uint8_t)(0x80 | (c >> 6 & 63));
        to[2] = (uint8_t)(0x80 | (c & 63));
        return 3;
    }
    to[0] = (uint8_t)(0xF0 | c >> 18);
    to[1] = (uint8_t)(0x80 | (c >> 12 & 63));
    to[2] = (uint8_t)(0x80 | (c >> 6 & 63));
    to[3] = (uint8_t)(0x80 | (c & 63));
    return 4;
}

/* The bytes of one code point that the encoding does not have, by the error handler; -1: strict. */
static int point_escaped(const File *f, uint32_t c, uint8_t *to)
{
    switch (f->errors) {
    case ERRORS_IGNORE: return 0;
    case ERRORS_REPLACE: to[0] = '?'; return 1;
    case ERRORS_BACKSLASH:
        return snprintf((char *)to, 16, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    case ERRORS_XML: return snprintf((char *)to, 16, "&#%u;", c);
    case ERRORS_ESCAPE:
        if (c < 0xDC80 || c > 0xDCFF)
            return -1;
        to[0] = (uint8_t)(c - 0xDC00);
        return 1;
    case ERRORS_PASS:
        if (c < 0xD800 || c > 0xDFFF || f->encoding > ENCODING_UTF8_SIG)
            return -1;
        return (int)point_bytes(f, c, to);
    default: return -1;
    }
}

static const char *newline_text(Newline newline)
{
    return newline == NEWLINE_CRLF ? "\r\n" : newline == NEWLINE_CR ? "\r" : "\n";
}

static bool put_text(VM *vm, File *f, Str *text)
{
    size_t length = str_length(text);
    bool translate = f->newline == NEWLINE_CR || f->newline == NEWLINE_CRLF, newline = false;
    if (f->encoding == ENCODING_UTF8_SIG && !f->started && length > 0 && !put_bytes(vm, f, "\xEF\xBB\xBF", 3))
        return false;
    f->started = true;
    if (LIKELY(str_is_ascii(text) && !translate)) {
        if (!put_bytes(vm, f, text->data, length))
            return false;
        newline = f->line_buffered && length > 0 && memchr(text->data, '\n', length) != NULL;
    } else {
        for (size_t i = 0; i < length; i++) { /* first: may it be written at all? nothing is half written */
            uint8_t to[16];
            uint32_t c = str_at(text, i);
            if (!point_fits(f, c) && point_escaped(f, c, to) < 0) {
                size_t end = i + 1;
                while (end < length && !point_fits(f, str_at(text, end)))
                    end++;
                return raise_encode(vm, f, text, i, end);
            }
        }
        uint8_t chunk[512] = { 0 };
        size_t used = 0;
        for (size_t i = 0; i < length; i++) {
            uint32_t c = str_at(text, i);
            newline |= c == '\n';
            if (c == '\n' && translate) {
                const char *end = newline_text(f->newline);
                memcpy(chunk + used, end, strlen(end));
                used += strlen(end);
            } else if (point_fits(f, c))
                used += point_bytes(f, c, chunk + used);
            else
                used += (size_t)point_escaped(f, c, chunk + used);
            if (used > sizeof chunk - 20) {
                if (!put_bytes(vm, f, chunk, used))
                    return false;
                used = 0;
            }
        }
        if (!put_bytes(vm, f, chunk, used))
            return false;
        newline = newline && f->line_buffered;
    }
    if (UNLIKELY(vm->observer != NULL) && (f->fd == 1 || f->fd == 2))
        EMIT(vm, out, .number = f->fd, .text = text);
    return !newline || flush_out(vm, f);
}

/* --- bytes in ------------------------------------------------------------------------------------- */

/* Reads more behind what is there: 1, 0 at the end, -1 raised. [script: signals] */
static int fill(VM *vm, File *f, size_t wanted)
{
    if (f->out_count && !flush_out(vm, f))
        return -1;
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
                return -1;
            }
            f->in = more;
            f->in_capacity = grown;
        }
    }
    for (;;) {
        int64_t n = platform_read(f->fd, f->in + f->in_end, f->in_capacity - f->in_end);
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

/* --- decoding ------------------------------------------------------------------------------------- */

/* How many bytes the code point at p has (1..4), or 0 and why it has none; *bad: how many bytes are wrong. */
static unsigned sequence_at(const uint8_t *p, size_t left, uint32_t *point, unsigned *bad, const char **why)
{
    uint8_t c = p[0];
    *bad = 1;
    if (c < 0x80) {
        *point = c;
        return 1;
    }
    unsigned need = c >= 0xC2 && c <= 0xDF ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
    *why = "invalid start byte";
    if (need == 0)
        return 0;
    uint32_t value = c & (0x7F >> need);
    for (unsigned i = 1; i < need; i++) {
        *bad = i;
        if (i >= left) {
            *why = "unexpected end of data";
            return 0;
        }
        uint8_t low = 0x80, high = 0xBF;
        if (i == 1) {
            low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
            high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        }
        if (p[i] < low || p[i] > high) {
            *why = "invalid continuation byte";
            return 0;
        }
        value = value << 6 | (p[i] & 63);
    }
    *point = value;
    return need;
}

static Value raise_decode(VM *vm, const File *f, const uint8_t *bytes, size_t length, size_t start, size_t end,
                          const char *reason)
{
    Value args[5] = { vm_str_cstr(vm, encoding_text(f->encoding)), make_bytes(vm, bytes, length),
                      make_int(vm, (int64_t)start), make_int(vm, (int64_t)end), vm_str_cstr(vm, reason) };
    Value exc = exception_make(vm, vm->exc[EXC_UnicodeDecodeError], 5, args);
    if (!value_is_unset(exc) && !value_is_raised(exc))
        raise_exception(vm, exc);
    return VALUE_RAISED;
}

static Value decode_slowly(VM *vm, const File *f, const uint8_t *bytes, size_t length)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < length;) {
        uint32_t c = 0;
        unsigned bad = 1;
        const char *why = "ordinal not in range(128)";
        unsigned n = f->encoding == ENCODING_LATIN1 ? (c = bytes[i], 1)
                     : f->encoding == ENCODING_ASCII
                         ? (c = bytes[i], bytes[i] < 128 ? 1U : 0U)
                         : sequence_at(bytes + i, length - i, &c, &bad, &why);
        if (n > 0) {
            builder_char(&b, c);
            i += n;
            continue;
        }
        switch (f->errors) {
        case ERRORS_IGNORE: break;
        case ERRORS_REPLACE: builder_char(&b, 0xFFFD); break;
        case ERRORS_ESCAPE:
            for (unsigned k = 0; k < bad; k++)
                builder_char(&b, 0xDC00u + bytes[i + k]);
            break;
        case ERRORS_BACKSLASH:
            for (unsigned k = 0; k < bad; k++)
                builder_printf(&b, "\\x%02x", bytes[i + k]);
            break;
        default:
            builder_drop(&b);
            return raise_decode(vm, f, bytes, length, i, i + bad, why);
        }
        i += bad;
    }
    return vm_own(vm, builder_finish(&b));
}

static Value decode(VM *vm, const File *f, const uint8_t *bytes, size_t length)
{
    size_t i = 0;
    while (i < length && bytes[i] < 0x80)
        i++;
    if (i < length && f->encoding <= ENCODING_UTF8_SIG) {
        uint32_t c;
        unsigned bad, n;
        const char *why;
        while (i < length && (n = sequence_at(bytes + i, length - i, &c, &bad, &why)) > 0)
            i += n;
    }
    if (i < length)
        return decode_slowly(vm, f, bytes, length);
    return vm_own(vm, str_from_utf8(vm->heap, (const char *)bytes, length));
}

/* Takes `count` bytes from the read-ahead as text, with newlines translated. */
static Value take_text(VM *vm, File *f, size_t count)
{
    uint8_t *from = f->in + f->in_start;
    size_t length = count;
    if (count == 0)
        return OBJ(str_empty(vm->heap));
    f->in_start += count;
    if (f->newline == NEWLINE_ANY && memchr(from, '\r', count)) {
        length = 0;
        for (size_t i = 0; i < count; i++) {
            if (from[i] == '\r') {
                from[length++] = '\n';
                if (i + 1 < count && from[i + 1] == '\n')
                    i++;
            } else
                from[length++] = from[i];
        }
    }
    return decode(vm, f, from, length);
}

static bool skip_signature(VM *vm, File *f)
{
    if (f->encoding != ENCODING_UTF8_SIG || f->started)
        return true;
    while (f->in_end - f->in_start < 3 && !f->at_end)
        if (fill(vm, f, 0) < 0)
            return false;
    if (f->in_end - f->in_start >= 3 && memcmp(f->in + f->in_start, "\xEF\xBB\xBF", 3) == 0)
        f->in_start += 3;
    f->started = true;
    return true;
}

/* How many bytes the next line has (0: end of the file); limit: characters at most, -1: any. */
static int64_t line_bytes(VM *vm, File *f, int64_t limit)
{
    size_t seen = 0;
    int64_t characters = 0;
    for (;;) {
        const uint8_t *p = f->in + f->in_start;
        size_t have = f->in_end - f->in_start;
        if (limit < 0 && f->newline != NEWLINE_ANY && f->newline != NEWLINE_KEEP && f->newline != NEWLINE_CR &&
            f->newline != NEWLINE_CRLF) {
            const uint8_t *end = have > seen ? memchr(p + seen, '\n', have - seen) : NULL;
            if (end)
                return end - p + 1;
            seen = have;
        } else {
            while (seen < have) {
                uint8_t c = p[seen];
                if (limit >= 0 && (f->flavour == FILE_BINARY || c < 0x80 || c >= 0xC0) && characters++ == limit)
                    return (int64_t)seen;
                if (c == '\n' && f->newline != NEWLINE_CR &&
                    (f->newline != NEWLINE_CRLF || (seen > 0 && p[seen - 1] == '\r')))
                    return (int64_t)seen + 1;
                if (c == '\r' && f->newline == NEWLINE_CR)
                    return (int64_t)seen + 1;
                if (c == '\r' && (f->newline == NEWLINE_ANY || f->newline == NEWLINE_KEEP)) {
                    if (seen + 1 < have)
                        return (int64_t)seen + (p[seen + 1] == '\n' ? 2 : 1);
                    if (f->at_end)
                        return (int64_t)seen + 1;
                    if (limit >= 0)
                        characters--;
                    break; /* is the next one \n? */
                }
                seen++;
            }
        }
        int more = fill(vm, f, 0);
        if (more < 0)
            return -1;
        if (more == 0 && (f->in_end - f->in_start == seen ||
                          !(f->newline == NEWLINE_ANY || f->newline == NEWLINE_KEEP)))
            return (int64_t)(f->in_end - f->in_start);
    }
}

/* How many bytes `characters` code points have (fewer at the end of the file). */
static int64_t text_bytes(VM *vm, File *f, int64_t characters)
{
    size_t at = 0;
    while (characters > 0) {
        size_t have = f->in_end - f->in_start;
        const uint8_t *p = f->in + f->in_start;
        if (at >= have) {
            int more = fill(vm, f, 0);
            if (more < 0)
                return -1;
            if (more == 0)
                break;
            continue;
        }
        size_t n = f->encoding > ENCODING_UTF8_SIG || p[at] < 0xC2 ? 1 : p[at] < 0xE0 ? 2 : p[at] < 0xF0 ? 3 : 4;
        if (p[at] == '\r' && f->newline == NEWLINE_ANY) {
            if (at + 1 >= have && !f->at_end) {
                int more = fill(vm, f, 0);
                if (more < 0)
                    return -1;
                continue;
            }
            n = at + 1 < have && p[at + 1] == '\n' ? 2 : 1;
        }
        if (at + n > have && !f->at_end) {
            if (fill(vm, f, 0) < 0)
                return -1;
            continue;
        }
        at = at + n > have ? have : at + n;
        characters--;
    }
    return (int64_t)at;
}

static bool fill_to_end(VM *vm, File *f)
{
    int more;
    PlatformStat st;
    size_t wanted = 0;
    if (platform_fstat(f->fd, &st) == 0 && st.is_file) {
        int64_t at = platform_seek(f->fd, 0, 1);
        if (at >= 0 && st.size > at)
            wanted = (size_t)(st.size - at) + 1;
    }
    while ((more = fill(vm, f, wanted)) > 0)
        wanted = f->in_end;
    return more == 0;
}

/* --- files in memory -------------------------------------------------------------------------------- */

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
    size_t grown = f->capacity + f->capacity / 2 > bytes ? f->capacity + f->capacity / 2 : bytes + 64;
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
static bool memory_open_at(VM *vm, File *f, size_t count)
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

static bool memory_put_text(VM *vm, File *f, Str *text)
{
    size_t length = str_length(text), made = 0;
    if (length == 0)
        return true;
    bool translate = f->newline == NEWLINE_ANY, crlf = f->newline == NEWLINE_CRLF;
    if (!memory_open_at(vm, f, length))
        return false;
    if (crlf) {
        size_t extra = 0;
        for (size_t i = 0; i < length; i++)
            extra += str_at(text, i) == '\n';
        if (!memory_open_at(vm, f, length + extra))
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

static size_t memory_line(const File *f, int64_t limit)
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

static Value memory_take(VM *vm, File *f, size_t count)
{
    size_t at = f->pos;
    if (count == 0 || at >= f->count)
        return f->flavour == FILE_STRING ? OBJ(str_empty(vm->heap)) : make_bytes(vm, "", 0);
    f->pos += count;
    if (f->flavour == FILE_STRING)
        return vm_own(vm, str_from_code_points(vm->heap, points_of(f) + at, count));
    return make_bytes(vm, f->data + at, count);
}

/* --- methods ------------------------------------------------------------------------------------------ */

static Value take_bytes(VM *vm, File *f, size_t count)
{
    Value bytes = make_bytes(vm, f->in + f->in_start, count);
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

static Value file_read(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t size;
    if (!f || !check_readable(vm, f) || !read_size(vm, args[1], &size))
        return VALUE_RAISED;
    if (f->flavour >= FILE_STRING) {
        size_t left = f->pos < f->count ? f->count - f->pos : 0;
        return memory_take(vm, f, size < 0 || (size_t)size > left ? left : (size_t)size);
    }
    if (f->flavour == FILE_TEXT) {
        if (!skip_signature(vm, f))
            return VALUE_RAISED;
        if (size < 0) {
            if (!fill_to_end(vm, f))
                return VALUE_RAISED;
            return take_text(vm, f, f->in_end - f->in_start);
        }
        int64_t n = text_bytes(vm, f, size);
        return n < 0 ? VALUE_RAISED : take_text(vm, f, (size_t)n);
    }
    if (size < 0) {
        if (!fill_to_end(vm, f))
            return VALUE_RAISED;
        return take_bytes(vm, f, f->in_end - f->in_start);
    }
    while (f->in_end - f->in_start < (size_t)size) {
        int more = fill(vm, f, (size_t)size - (f->in_end - f->in_start) > (1u << 26)
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
    if (!f || !check_readable(vm, f) || !read_size(vm, args[1], &size))
        return VALUE_RAISED;
    if (f->flavour != FILE_BINARY)
        return file_read(vm, args, nargs);
    if (f->in_end == f->in_start && size != 0 && fill(vm, f, 0) < 0)
        return VALUE_RAISED;
    size_t have = f->in_end - f->in_start;
    return take_bytes(vm, f, size < 0 || have < (size_t)size ? have : (size_t)size);
}

static Value file_peek(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_readable(vm, f))
        return VALUE_RAISED;
    if (f->in_end == f->in_start && fill(vm, f, 0) < 0)
        return VALUE_RAISED;
    return make_bytes(vm, f->in + f->in_start, f->in_end - f->in_start);
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
static Value next_line(VM *vm, File *f, int64_t limit)
{
    if (f->flavour >= FILE_STRING)
        return memory_take(vm, f, memory_line(f, limit));
    if (f->flavour == FILE_TEXT && !skip_signature(vm, f))
        return VALUE_RAISED;
    int64_t n = line_bytes(vm, f, limit);
    if (n < 0)
        return VALUE_RAISED;
    return f->flavour == FILE_TEXT ? take_text(vm, f, (size_t)n) : take_bytes(vm, f, (size_t)n);
}

static bool line_is_empty(Value line)
{
    return value_is_str(line) ? str_length(as_str(line)) == 0 : as_bytes(line)->length == 0;
}

static Value file_readline(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t size;
    if (!f || !check_readable(vm, f) || !read_size(vm, args[1], &size))
        return VALUE_RAISED;
    return next_line(vm, f, size);
}

static Value file_readlines(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t hint, total = 0;
    if (!f || !check_readable(vm, f) || !read_size(vm, args[1], &hint))
        return VALUE_RAISED;
    List *lines = list_new(vm->heap, 0);
    if (!lines)
        return raise_memory(vm);
    vm_keep(vm, OBJ(lines));
    for (;;) {
        Value line = next_line(vm, f, -1);
        if (value_is_raised(line))
            return line;
        if (line_is_empty(line))
            break;
        if (!list_append(vm->heap, lines, line))
            return raise_memory(vm);
        total += value_is_str(line) ? (int64_t)str_length(as_str(line)) : (int64_t)as_bytes(line)->length;
        if (hint > 0 && total >= hint)
            break;
    }
    return OBJ(lines);
}

static Value file_iter(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_open(vm, f))
        return VALUE_RAISED;
    return args[0];
}

static Value file_next(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_readable(vm, f))
        return VALUE_RAISED;
    Value line = next_line(vm, f, -1);
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
        if (!check_writable(vm, f))
            return VALUE_RAISED;
        if (f->flavour == FILE_TEXT ? !put_text(vm, f, text) : !memory_put_text(vm, f, text))
            return VALUE_RAISED;
        return make_int(vm, (int64_t)str_length(text));
    }
    const uint8_t *bytes;
    size_t length;
    if (!check_writable(vm, f))
        return VALUE_RAISED;
    if (!bytes_view(args[1], &bytes, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[1]);
    if (f->flavour == FILE_BINARY) {
        if (!put_bytes(vm, f, bytes, length))
            return VALUE_RAISED;
    } else if (length > 0) {
        if (!memory_open_at(vm, f, length))
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
    if (!f || !check_open(vm, f) || !vm_each(vm, args[1], write_item, &args[0]))
        return VALUE_RAISED;
    return VALUE_NONE;
}

static Value file_flush(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_open(vm, f) || !flush_out(vm, f))
        return VALUE_RAISED;
    return VALUE_NONE;
}

static Value close_file(VM *vm, File *f)
{
    if (f->closed)
        return VALUE_NONE;
    bool good = f->fd < 0 || flush_out(vm, f);
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
    if (!f || !check_open(vm, f))
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
        return raise_unsupported(vm, "fileno");
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
    if (!f || !check_open(vm, f))
        return VALUE_RAISED;
    return value_bool(f->readable);
}

static Value file_writable(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_open(vm, f))
        return VALUE_RAISED;
    return value_bool(f->writable);
}

static Value file_seekable(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_open(vm, f))
        return VALUE_RAISED;
    return value_bool(f->fd < 0 || platform_seek(f->fd, 0, 1) >= 0);
}

static Value memory_seek(VM *vm, File *f, int64_t offset, int64_t whence)
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

static Value file_seek(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t offset, whence = 0;
    if (!f || !check_open(vm, f) || !arg_int(vm, args[1], &offset) ||
        (!value_is_unset(args[2]) && !arg_int(vm, args[2], &whence)))
        return VALUE_RAISED;
    if (f->flavour >= FILE_STRING)
        return memory_seek(vm, f, offset, whence);
    if (whence < 0 || whence > 2)
        return f->flavour == FILE_TEXT ? raise_value(vm, "invalid whence (%z, should be 0, 1 or 2)", whence)
                                       : raise_value(vm, "whence value %z unsupported", whence);
    if (f->flavour == FILE_TEXT) {
        if (whence == 1 && offset != 0)
            return raise_unsupported(vm, "can't do nonzero cur-relative seeks");
        if (whence == 2 && offset != 0)
            return raise_unsupported(vm, "can't do nonzero end-relative seeks");
        if (whence == 0 && offset < 0)
            return raise_value(vm, "negative seek position %z", offset);
    }
    if (!flush_out(vm, f))
        return VALUE_RAISED;
    if (whence == 1)
        offset -= (int64_t)(f->in_end - f->in_start);
    int64_t at = platform_seek(f->fd, offset, (int)whence);
    if (at == -ESPIPE)
        return raise_unsupported(vm, "underlying stream is not seekable");
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
    if (!f || !check_open(vm, f))
        return VALUE_RAISED;
    if (f->flavour >= FILE_STRING)
        return make_int(vm, (int64_t)f->pos);
    if (!flush_out(vm, f))
        return VALUE_RAISED;
    int64_t at = platform_seek(f->fd, 0, 1);
    if (at == -ESPIPE)
        return raise_unsupported(vm, "underlying stream is not seekable");
    if (at < 0)
        return raise_os(vm, (int)-at, VALUE_UNSET);
    return make_int(vm, at - (int64_t)(f->in_end - f->in_start));
}

static Value file_truncate(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    int64_t size;
    if (!f || !check_writable(vm, f))
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
    if (!flush_out(vm, f))
        return VALUE_RAISED;
    int result = platform_truncate(f->fd, size);
    if (result < 0)
        return raise_os(vm, -result, VALUE_UNSET);
    return make_int(vm, size);
}

static Value file_getvalue(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_open(vm, f))
        return VALUE_RAISED;
    size_t pos = f->pos;
    f->pos = 0;
    Value all = memory_take(vm, f, f->count);
    f->pos = pos;
    return all;
}

static bool parse_encoding(VM *vm, Value name, Encoding *out)
{
    char text[40], plain[40];
    size_t n = 0;
    str_c(as_str(name), text, sizeof text);
    for (const char *p = text; *p && n + 1 < sizeof plain; p++) {
        char c = *p >= 'A' && *p <= 'Z' ? (char)(*p + 32) : *p;
        if (c != '-' && c != '_' && c != ' ')
            plain[n++] = c;
    }
    plain[n] = '\0';
    static const struct {
        const char *name;
        Encoding encoding;
    } known[] = { { "utf8", ENCODING_UTF8 },      { "u8", ENCODING_UTF8 },     { "cp65001", ENCODING_UTF8 },
                  { "utf8sig", ENCODING_UTF8_SIG }, { "ascii", ENCODING_ASCII }, { "usascii", ENCODING_ASCII },
                  { "latin1", ENCODING_LATIN1 },    { "iso88591", ENCODING_LATIN1 }, { "l1", ENCODING_LATIN1 },
                  { "locale", ENCODING_UTF8 } };
    for (int i = 0; i < COUNT_OF(known); i++)
        if (strcmp(plain, known[i].name) == 0) {
            *out = known[i].encoding;
            return true;
        }
    raise_fmt(vm, vm->exc[EXC_LookupError], "unknown encoding: %S", as_str(name));
    return false;
}

static bool parse_errors(VM *vm, Value name, Errors *out)
{
    static const char *const known[] = { "strict", "ignore", "replace", "surrogateescape", "backslashreplace",
                                         "xmlcharrefreplace", "surrogatepass" };
    for (int i = 0; i < COUNT_OF(known); i++)
        if (str_equals_cstr(as_str(name), known[i])) {
            *out = (Errors)i;
            return true;
        }
    raise_fmt(vm, vm->exc[EXC_LookupError], "unknown error handler name '%S'", as_str(name));
    return false;
}

static bool parse_newline(VM *vm, Value value, Newline *out)
{
    static const char *const known[] = { "", "", "\n", "\r", "\r\n" };
    if (is_unset_or_none(value)) {
        *out = NEWLINE_ANY;
        return true;
    }
    if (!value_is_str(value)) {
        raise_type(vm, "newline must be str or None, not %T", value);
        return false;
    }
    for (int i = 1; i < COUNT_OF(known); i++)
        if (str_equals_cstr(as_str(value), known[i])) {
            *out = (Newline)i;
            return true;
        }
    raise_value(vm, "illegal newline value: %S", as_str(value));
    return false;
}

static Value file_reconfigure(VM *vm, Value *args, int nargs)
{
    File *f = file_of(vm, args[0]);
    if (!f || !check_open(vm, f) || (f->fd >= 0 && !flush_out(vm, f)))
        return VALUE_RAISED;
    if (!is_unset_or_none(args[1])) {
        if (!value_is_str(args[1]))
            return raise_type(vm, "reconfigure() argument 'encoding' must be str or None, not %T", args[1]);
        if (!parse_encoding(vm, args[1], &f->encoding))
            return VALUE_RAISED;
        f->encoding_name = args[1];
    }
    if (!is_unset_or_none(args[2])) {
        if (!value_is_str(args[2]))
            return raise_type(vm, "reconfigure() argument 'errors' must be str or None, not %T", args[2]);
        if (!parse_errors(vm, args[2], &f->errors))
            return VALUE_RAISED;
        f->errors_name = args[2];
    }
    if (!value_is_unset(args[3]) && !parse_newline(vm, args[3], &f->newline))
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
        snprintf(address, sizeof address, "0x%012llx", (unsigned long long)args[0].bits);
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
        if (f->out_count && !flush_out(vm, f))
            return VALUE_RAISED;
        return f->buffer;
    }
    if (f->fd < 0)
        return raise_value(vm, "underlying buffer has been detached");
    if (f->out_count && !flush_out(vm, f))
        return VALUE_RAISED;
    Class *cls = as_class(f->readable && f->writable ? KEEP(vm, BUFFERED_RANDOM)
                          : f->writable             ? KEEP(vm, BUFFERED_WRITER)
                                                    : KEEP(vm, BUFFERED_READER));
    Value made = file_new(vm, cls, FILE_BINARY);
    if (value_is_raised(made))
        return made;
    File *b = file_data(made);
    b->fd = f->fd;
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
    if (!value_is_unset(args[2]) && !parse_newline(vm, args[2], &f->newline))
        return VALUE_RAISED;
    f->count = f->pos = 0;
    if (!is_unset_or_none(args[1])) {
        if (!value_is_str(args[1]))
            return raise_type(vm, "initial_value must be str or None, not %T", args[1]);
        if (!memory_put_text(vm, f, as_str(args[1])))
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

/* --- open ---------------------------------------------------------------------------------------------------- */

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

Value io_open(VM *vm, Value *args, int nargs)
{
    OpenMode m;
    int64_t buffering = -1, fd = -1;
    Encoding encoding = ENCODING_UTF8;
    Errors errors = ERRORS_STRICT;
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
    if (!parse_newline(vm, args[5], &newline))
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
        while ((result = platform_open(path, flags, 0666)) == -EINTR)
            if (!vm_safe_point(vm))
                return VALUE_RAISED;
        if (result < 0)
            return raise_os(vm, -result, file);
        fd = result;
    }
    PlatformStat st;
    int known = platform_fstat((int)fd, &st);
    int failure = known < 0 ? -known : st.is_dir ? EISDIR : 0;
    if (failure) {
        if (is_path)
            platform_close((int)fd);
        return raise_os(vm, failure, is_path ? file : VALUE_UNSET);
    }
    if ((!m.binary && buffering == 0) || (!is_unset_or_none(args[3]) && !parse_encoding(vm, args[3], &encoding)) ||
        (!is_unset_or_none(args[4]) && !parse_errors(vm, args[4], &errors))) {
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
    f->readable = readable;
    f->writable = writable;
    f->appending = m.appending;
    f->encoding = encoding;
    f->errors = errors;
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
        platform_seek((int)fd, 0, 2);
    return vm_raised(vm) ? VALUE_RAISED : made;
}

/* --- streams for C code ------------------------------------------------------------------------------------------ */

bool stream_is_fd(VM *vm, Value stream, int fd)
{
    return is_file(vm, stream) && file_data(stream)->fd == fd && file_data(stream)->flavour == FILE_TEXT;
}

bool stream_is_terminal(VM *vm, Value stream)
{
    return is_file(vm, stream) && file_data(stream)->fd >= 0 && platform_is_terminal(file_data(stream)->fd);
}

/* The File behind a stream whose write method cannot be anything but ours. */
static File *plain_file(VM *vm, Value stream)
{
    if (!value_is_exactly(stream, KIND_BLOB) || !is_file(vm, stream) ||
        (value_obj(stream)->flags & OBJ_ATTRS))
        return NULL;
    File *f = file_data(stream);
    return f->flavour == FILE_TEXT || f->flavour == FILE_STRING ? f : NULL;
}

bool stream_write_str(VM *vm, Value stream, Str *text)
{
    File *f = plain_file(vm, stream);
    if (LIKELY(f != NULL)) {
        if (!check_writable(vm, f))
            return false;
        return f->flavour == FILE_TEXT ? put_text(vm, f, text) : memory_put_text(vm, f, text);
    }
    Value arg = OBJ(text);
    return !value_is_raised(vm_call_method(vm, stream, NAME(vm, write), 1, &arg));
}

bool stream_write(VM *vm, Value stream, const char *utf8, size_t length)
{
    File *f = plain_file(vm, stream);
    if (LIKELY(f != NULL && f->flavour == FILE_TEXT && f->encoding == ENCODING_UTF8 && !vm->observer &&
               f->newline <= NEWLINE_LF)) {
        if (!check_writable(vm, f) || !put_bytes(vm, f, utf8, length))
            return false;
        return !f->line_buffered || !memchr(utf8, '\n', length) || flush_out(vm, f);
    }
    Value text = vm_str_utf8(vm, utf8, length);
    if (value_is_raised(text))
        return false;
    vm_keep(vm, text);
    return stream_write_str(vm, stream, as_str(text));
}

bool stream_flush(VM *vm, Value stream)
{
    File *f = plain_file(vm, stream);
    if (f)
        return check_open(vm, f) && flush_out(vm, f);
    return !value_is_raised(vm_call_method(vm, stream, NAME(vm, flush), 0, NULL));
}

Value stream_readline(VM *vm, Value stream)
{
    File *f = plain_file(vm, stream);
    if (f)
        return check_readable(vm, f) ? next_line(vm, f, -1) : VALUE_RAISED;
    return vm_call_method(vm, stream, NAME(vm, readline), 0, NULL);
}

bool vm_write(VM *vm, int fd, const char *bytes, size_t length)
{
    Value out = KEEP(vm, FILE_STDOUT), stream = fd == 2 ? KEEP(vm, FILE_STDERR) : out;
    if (fd == 2 && is_file(vm, out) && file_data(out)->fd >= 0 && file_data(out)->out_count > 0) {
        Value pending = vm->exception; /* what was printed before comes first, if it can be written */
        vm->exception = VALUE_UNSET;
        if (!flush_out(vm, file_data(out)))
            vm_take_exception(vm);
        vm->exception = pending;
    }
    if (is_file(vm, stream) && file_data(stream)->fd == fd)
        return stream_write(vm, stream, bytes, length);
    size_t done;
    return write_all(vm, fd, (const uint8_t *)bytes, length, &done);
}

static void close_all(void *ctx, Obj *obj)
{
    VM *vm = ctx;
    if (obj->kind != KIND_BLOB || !is_file(vm, OBJ(obj)))
        return;
    File *f = file_data(OBJ(obj));
    if (f->fd > 2 && f->out_count > 0 && !flush_out(vm, f))
        vm_take_exception(vm);
}

int streams_finish(VM *vm)
{
    int status = 0;
    heap_each(vm->heap, close_all, vm);
    const int slots[2] = { KEEP_FILE_STDOUT, KEEP_FILE_STDERR };
    for (int i = 0; i < 2; i++) {
        Value stream = runtime_of(vm)->keep[slots[i]];
        if (!is_file(vm, stream) || file_data(stream)->fd < 0)
            continue;
        File *f = file_data(stream);
        if (flush_out(vm, f))
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

static Value standard_stream(VM *vm, int fd, const char *name)
{
    Value made = file_new(vm, as_class(KEEP(vm, TEXT_FILE)), FILE_TEXT);
    if (value_is_raised(made))
        return made;
    File *f = file_data(made);
    f->fd = fd;
    f->readable = fd == 0;
    f->writable = fd != 0;
    f->errors = fd == 2 ? ERRORS_BACKSLASH : ERRORS_STRICT;
    f->line_buffered = fd == 2 || (fd == 1 && platform_is_terminal(1));
    f->unbuffered = fd == 1 && runtime_of(vm)->unbuffered;
    f->name = vm_str_cstr(vm, name);
    f->mode = vm_str_cstr(vm, fd == 0 ? "r" : "w");
    f->encoding_name = vm_str_cstr(vm, "utf-8");
    f->errors_name = vm_str_cstr(vm, fd == 2 ? "backslashreplace" : "strict");
    return made;
}

bool file_types_setup(VM *vm)
{
    Runtime *runtime = runtime_of(vm);
    runtime->blob_types[BLOB_FILE] = heap_add_blob_type(vm->heap, visit_file, finalise_file) + 1;
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
    vm->sys_stdin = standard_stream(vm, 0, "<stdin>");
    vm->sys_stdout = standard_stream(vm, 1, "<stdout>");
    vm->sys_stderr = standard_stream(vm, 2, "<stderr>");
    runtime->keep[KEEP_FILE_STDIN] = vm->sys_stdin;
    runtime->keep[KEEP_FILE_STDOUT] = vm->sys_stdout;
    runtime->keep[KEEP_FILE_STDERR] = vm->sys_stderr;
    return !vm_raised(vm);
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
    return module_add(vm, module, "UnsupportedOperation", OBJ(unsupported_class(vm))) &&
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
