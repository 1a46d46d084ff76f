/* file_text.c - the text layer of files: newlines, where a line ends, the mark at the start of utf-8-sig.
 * What characters are in bytes is for codecs.c to say. */
#include "runtime/types/file_internal.h"
#include "base/utf8.h"
#include "runtime/modules/streams.h"
#include "runtime/types/types.h"

/* --- encoding ------------------------------------------------------------------------------------- */

/* The encoding as codecs.c wants it; NULL: UTF-8. (The mark of utf-8-sig is put and skipped here.) */
static const Str *codec_of(VM *vm, const File *f)
{
    if (f->encoding <= ENCODING_UTF8_SIG)
        return NULL;
    return str_intern_cstr(vm->heap, f->encoding == ENCODING_ASCII ? "ascii" : "latin-1");
}

static const Str *errors_of(const File *f)
{
    return value_is_str(f->errors_name) ? as_str(f->errors_name) : NULL;
}

/* Puts encoded text; "\n" becomes what this file ends its lines with. */
static bool put_lines(VM *vm, File *f, const uint8_t *bytes, size_t length)
{
    if (f->newline != NEWLINE_CR && f->newline != NEWLINE_CRLF)
        return file_put_bytes(vm, f, bytes, length);
    const char *ending = f->newline == NEWLINE_CRLF ? "\r\n" : "\r";
    for (const uint8_t *end = bytes + length, *stop; bytes < end; bytes = stop + 1) {
        stop = memchr(bytes, '\n', (size_t)(end - bytes));
        if (!stop)
            return file_put_bytes(vm, f, bytes, (size_t)(end - bytes));
        if (!file_put_bytes(vm, f, bytes, (size_t)(stop - bytes)) ||
            !file_put_bytes(vm, f, ending, strlen(ending)))
            return false;
    }
    return true;
}

bool file_text_put(VM *vm, File *f, Str *text)
{
    size_t length = str_length(text);
    const uint8_t *bytes = str_data(text);
    if (UNLIKELY(!str_is_ascii(text))) { /* first: may it be written at all? nothing is half written */
        Bytes *encoded = codecs_encode(vm, text, codec_of(vm, f), errors_of(f));
        if (!encoded)
            return false;
        vm_keep(vm, OBJ(encoded));
        bytes = encoded->data;
        length = encoded->length;
    }
    if (f->encoding == ENCODING_UTF8_SIG && !f->started && !file_put_bytes(vm, f, "\xEF\xBB\xBF", 3))
        return false;
    f->started = true;
    if (!put_lines(vm, f, bytes, length))
        return false;
    if (OBSERVED(vm) && (f->fd == 1 || f->fd == 2))
        stream_tell(vm, f->fd, text);
    bool flush = f->line_buffered && length > 0 && memchr(bytes, '\n', length) != NULL;
    return !flush || file_flush_out(vm, f);
}

/* --- decoding ------------------------------------------------------------------------------------- */

static Value decode(VM *vm, const File *f, const uint8_t *bytes, size_t length)
{
    if (f->encoding <= ENCODING_UTF8_SIG && utf8_find_invalid((const char *)bytes, length) == length)
        return vm_own(vm, str_from_utf8(vm->heap, (const char *)bytes, length));
    return codecs_decode(vm, bytes, length, codec_of(vm, f), errors_of(f));
}

/* Takes `count` bytes from the read-ahead as text, with newlines translated. */
Value file_text_take(VM *vm, File *f, size_t count)
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

bool file_text_skip_signature(VM *vm, File *f)
{
    if (f->encoding != ENCODING_UTF8_SIG || f->started)
        return true;
    while (f->in_end - f->in_start < 3 && !f->at_end)
        if (file_fill(vm, f, 0) < 0)
            return false;
    if (f->in_end - f->in_start >= 3 && memcmp(f->in + f->in_start, "\xEF\xBB\xBF", 3) == 0)
        f->in_start += 3;
    f->started = true;
    return true;
}

/* How many bytes the next line has (0: end of the file); limit: characters at most, -1: any. */
int64_t file_text_line_bytes(VM *vm, File *f, int64_t limit)
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
        int more = file_fill(vm, f, 0);
        if (more < 0)
            return -1;
        if (more == 0 && (f->in_end - f->in_start == seen ||
                          !(f->newline == NEWLINE_ANY || f->newline == NEWLINE_KEEP)))
            return (int64_t)(f->in_end - f->in_start);
    }
}

/* How many bytes `characters` code points have (fewer at the end of the file). */
int64_t file_text_bytes(VM *vm, File *f, int64_t characters)
{
    size_t at = 0;
    while (characters > 0) {
        size_t have = f->in_end - f->in_start;
        const uint8_t *p = f->in + f->in_start;
        if (at >= have) {
            int more = file_fill(vm, f, 0);
            if (more < 0)
                return -1;
            if (more == 0)
                break;
            continue;
        }
        size_t n = f->encoding > ENCODING_UTF8_SIG || p[at] < 0xC2 ? 1 : p[at] < 0xE0 ? 2 : p[at] < 0xF0 ? 3 : 4;
        if (p[at] == '\r' && f->newline == NEWLINE_ANY) {
            if (at + 1 >= have && !f->at_end) {
                int more = file_fill(vm, f, 0);
                if (more < 0)
                    return -1;
                continue;
            }
            n = at + 1 < have && p[at + 1] == '\n' ? 2 : 1;
        }
        if (at + n > have && !f->at_end) {
            if (file_fill(vm, f, 0) < 0)
                return -1;
            continue;
        }
        at = at + n > have ? have : at + n;
        characters--;
    }
    return (int64_t)at;
}

/* --- what open() and reconfigure() are told ------------------------------------------------------------ */

bool file_text_encoding(VM *vm, Value name, Encoding *out)
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

bool file_text_errors(VM *vm, Value name)
{
    static const char *const known[] = { "strict", "ignore", "replace", "surrogateescape", "backslashreplace",
                                         "xmlcharrefreplace", "surrogatepass" };
    for (int i = 0; i < COUNT_OF(known); i++)
        if (str_equals_cstr(as_str(name), known[i]))
            return true;
    raise_fmt(vm, vm->exc[EXC_LookupError], "unknown error handler name '%S'", as_str(name));
    return false;
}

bool file_text_newline(VM *vm, Value value, Newline *out)
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
