/* file_text.c - the text layer of files: encodings and their error handlers, newlines, where a line ends. */
#include "runtime/types/file_internal.h"

#include <stdio.h>

/* --- encoding ------------------------------------------------------------------------------------- */

static const char *encoding_text(Encoding encoding)
{
    return encoding == ENCODING_ASCII ? "ascii" : encoding == ENCODING_LATIN1 ? "latin-1" : "utf-8";
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

bool file_text_put(VM *vm, File *f, Str *text)
{
    size_t length = str_length(text);
    bool translate = f->newline == NEWLINE_CR || f->newline == NEWLINE_CRLF, newline = false;
    if (f->encoding == ENCODING_UTF8_SIG && !f->started && length > 0 && !file_put_bytes(vm, f, "\xEF\xBB\xBF", 3))
        return false;
    f->started = true;
    if (LIKELY(str_is_ascii(text) && !translate)) {
        if (!file_put_bytes(vm, f, text->data, length))
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
                if (!file_put_bytes(vm, f, chunk, used))
                    return false;
                used = 0;
            }
        }
        if (!file_put_bytes(vm, f, chunk, used))
            return false;
        newline = newline && f->line_buffered;
    }
    if (UNLIKELY(vm->observer != NULL) && (f->fd == 1 || f->fd == 2))
        EMIT(vm, out, .number = f->fd, .text = text);
    return !newline || file_flush_out(vm, f);
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
    Value args[5] = { vm_str_cstr(vm, encoding_text(f->encoding)), file_make_bytes(vm, bytes, length),
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

bool file_text_errors(VM *vm, Value name, Errors *out)
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
