/* codecs.c - text to bytes and back: UTF-8, ASCII, Latin-1, UTF-16, UTF-32, and what to do about
 * characters or bytes that do not fit (the `errors` argument). No script code runs here. */
#include "runtime/types/types.h"
#include <stdio.h>

typedef enum {
    CODEC_UTF8,
    CODEC_UTF8_SIG,
    CODEC_ASCII,
    CODEC_LATIN1,
    CODEC_UTF16,
    CODEC_UTF16_LE,
    CODEC_UTF16_BE,
    CODEC_UTF32,
    CODEC_UTF32_LE,
    CODEC_UTF32_BE,
    CODEC_UNKNOWN
} Codec;

static const struct {
    const char *name;
    Codec codec;
} aliases[] = {
    { "utf8", CODEC_UTF8 },          { "u8", CODEC_UTF8 },
    { "utf", CODEC_UTF8 },           { "cp65001", CODEC_UTF8 },
    { "utf8sig", CODEC_UTF8_SIG },   { "ascii", CODEC_ASCII },
    { "usascii", CODEC_ASCII },      { "646", CODEC_ASCII },
    { "latin1", CODEC_LATIN1 },      { "latin", CODEC_LATIN1 },
    { "iso88591", CODEC_LATIN1 },    { "88591", CODEC_LATIN1 },
    { "l1", CODEC_LATIN1 },          { "cp819", CODEC_LATIN1 },
    { "utf16", CODEC_UTF16 },        { "u16", CODEC_UTF16 },
    { "utf16le", CODEC_UTF16_LE },   { "utf16be", CODEC_UTF16_BE },
    { "utf32", CODEC_UTF32 },        { "u32", CODEC_UTF32 },
    { "utf32le", CODEC_UTF32_LE },   { "utf32be", CODEC_UTF32_BE },
};

/* As messages name them. */
static const char *const codec_names[] = { "utf-8",     "utf-8",  "ascii",     "latin-1",
                                           "utf-16-le", "utf-16-le", "utf-16-be", "utf-32-le",
                                           "utf-32-le", "utf-32-be" };

typedef enum {
    ON_ERROR_STRICT,
    ON_ERROR_IGNORE,
    ON_ERROR_REPLACE,
    ON_ERROR_BACKSLASH,
    ON_ERROR_ESCAPE, /* surrogateescape */
    ON_ERROR_PASS,   /* surrogatepass */
    ON_ERROR_XML,
    ON_ERROR_UNKNOWN
} OnError;

static const char *const handler_names[] = { "strict",           "ignore",
                                             "replace",          "backslashreplace",
                                             "surrogateescape",  "surrogatepass",
                                             "xmlcharrefreplace" };

static Codec find_codec(const Str *name)
{
    char plain[32];
    size_t count = 0;
    if (!name)
        return CODEC_UTF8;
    for (size_t i = 0; i < str_length(name); i++) {
        uint32_t c = str_at(name, i);
        if (c == '-' || c == '_' || c == ' ')
            continue;
        if (c >= 128 || count + 1 >= sizeof plain)
            return CODEC_UNKNOWN;
        plain[count++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    plain[count] = 0;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (strcmp(plain, aliases[i].name) == 0)
            return aliases[i].codec;
    return CODEC_UNKNOWN;
}

static OnError find_handler(const Str *name)
{
    for (int i = 0; name && i < ON_ERROR_UNKNOWN; i++)
        if (str_equals_cstr(name, handler_names[i]))
            return (OnError)i;
    return name ? ON_ERROR_UNKNOWN : ON_ERROR_STRICT;
}

/* UnicodeDecodeError or UnicodeEncodeError(encoding, object, start, end, reason). */
static void raise_unicode(VM *vm, int which, const char *codec, Value object, size_t start,
                          size_t end, const char *reason)
{
    Value args[5] = { vm_str_cstr(vm, codec), object, int_from_u64(vm->heap, start),
                      int_from_u64(vm->heap, end), vm_str_cstr(vm, reason) };
    if (value_is_raised(args[0]) || value_is_raised(args[1]) || value_is_raised(args[4]))
        return;
    Value exception = exception_make(vm, vm->exc[which], 5, args);
    if (!value_is_unset(exception))
        raise_exception(vm, exception);
}

static void raise_handler(VM *vm, const Str *errors)
{
    raise_fmt(vm, vm->exc[EXC_LookupError], "unknown error handler name '%S'", errors);
}

/* --- decoding --------------------------------------------------------------------------------------- */

typedef struct {
    VM *vm;
    Codec codec;
    OnError on_error;
    const Str *errors;
    const uint8_t *data;
    size_t length;
    StrBuilder out;
    size_t turns; /* bad places so far */
} Decoder;

/* The bytes [start, end) mean nothing. false: raised. */
static bool decode_error(Decoder *d, size_t start, size_t end, const char *reason)
{
    if (!vm_turn(d->vm, ++d->turns))
        return false;
    char text[8];
    switch (d->on_error) {
    case ON_ERROR_IGNORE: return true;
    case ON_ERROR_REPLACE: builder_char(&d->out, 0xFFFD); return true;
    case ON_ERROR_BACKSLASH:
        for (size_t i = start; i < end; i++) {
            snprintf(text, sizeof text, "\\x%02x", d->data[i]);
            builder_cstr(&d->out, text);
        }
        return true;
    case ON_ERROR_ESCAPE:
        for (size_t i = start; i < end; i++) {
            if (d->data[i] < 128)
                goto strict;
            builder_char(&d->out, 0xDC00u + d->data[i]);
        }
        return true;
    case ON_ERROR_UNKNOWN: raise_handler(d->vm, d->errors); return false;
    default: break;
    }
strict:
    raise_unicode(d->vm, EXC_UnicodeDecodeError, codec_names[d->codec],
                  vm_own(d->vm, bytes_new(d->vm->heap, d->data, d->length)), start, end, reason);
    return false;
}

static bool is_trail(uint8_t c)
{
    return (c & 0xC0) == 0x80;
}

/* The length of the UTF-8 sequence at `at`, or 0: then [at, *end) is wrong for *reason. */
static size_t utf8_sequence(const uint8_t *data, size_t at, size_t length, bool surrogates,
                            size_t *end, const char **reason)
{
    uint8_t c = data[at];
    if (c < 0x80)
        return 1;
    *end = at + 1;
    if (c < 0xC2 || c > 0xF4) {
        *reason = "invalid start byte";
        return 0;
    }
    size_t need = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    uint8_t low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    uint8_t high = c == 0xED && !surrogates ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    for (size_t i = 1; i < need; i++) {
        if (at + i >= length) {
            *end = length;
            *reason = "unexpected end of data";
            return 0;
        }
        uint8_t next = data[at + i];
        if (i == 1 ? next < low || next > high : !is_trail(next)) {
            *end = at + i;
            *reason = "invalid continuation byte";
            return 0;
        }
    }
    return need;
}

static bool decode_utf8(Decoder *d)
{
    size_t good = 0, at = 0; /* [good, at) is valid and not written yet */
    bool pass = d->on_error == ON_ERROR_PASS;
    while (at < d->length && !d->out.failed) {
        size_t end = at;
        const char *reason = NULL;
        size_t step = utf8_sequence(d->data, at, d->length, pass, &end, &reason);
        if (step) {
            at += step;
            if (at - good > (1 << 22)) { /* written in parts, so that Ctrl-C is seen */
                builder_utf8(&d->out, (const char *)d->data + good, at - good);
                good = at;
            }
            continue;
        }
        builder_utf8(&d->out, (const char *)d->data + good, at - good);
        if (!decode_error(d, at, end, reason))
            return false;
        good = at = end;
    }
    builder_utf8(&d->out, (const char *)d->data + good, at - good);
    return true;
}

static bool decode_ascii(Decoder *d)
{
    for (size_t i = 0; i < d->length && !d->out.failed; i++) {
        if (d->data[i] < 128)
            builder_char(&d->out, d->data[i]);
        else if (!decode_error(d, i, i + 1, "ordinal not in range(128)"))
            return false;
    }
    return true;
}

static uint32_t unit_at(const uint8_t *p, unsigned width, bool big)
{
    uint32_t n = 0;
    for (unsigned i = 0; i < width; i++)
        n |= (uint32_t)p[i] << 8 * (big ? width - 1 - i : i);
    return n;
}

static bool decode_utf16(Decoder *d, size_t at, bool big)
{
    while (at < d->length && !d->out.failed) {
        if (d->length - at < 2) {
            if (!decode_error(d, at, d->length, "truncated data"))
                return false;
            return true;
        }
        uint32_t c = unit_at(d->data + at, 2, big);
        if (c < 0xD800 || c > 0xDFFF || (d->on_error == ON_ERROR_PASS && c >= 0xDC00)) {
            builder_char(&d->out, c);
            at += 2;
            continue;
        }
        const char *reason = "illegal encoding";
        size_t end = at + 2;
        if (c < 0xDC00) {
            if (d->length - at < 4) {
                reason = "unexpected end of data";
                end = d->length;
            } else {
                uint32_t low = unit_at(d->data + at + 2, 2, big);
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    builder_char(&d->out, 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00));
                    at += 4;
                    continue;
                }
                reason = "illegal UTF-16 surrogate";
            }
        }
        if (!decode_error(d, at, end, reason))
            return false;
        at = end;
    }
    return true;
}

static bool decode_utf32(Decoder *d, size_t at, bool big)
{
    while (at < d->length && !d->out.failed) {
        if (d->length - at < 4)
            return decode_error(d, at, d->length, "truncated data");
        uint32_t c = unit_at(d->data + at, 4, big);
        if (c > 0x10FFFF) {
            if (!decode_error(d, at, at + 4, "code point not in range(0x110000)"))
                return false;
        } else if (c >= 0xD800 && c <= 0xDFFF && d->on_error != ON_ERROR_PASS) {
            if (!decode_error(d, at, at + 4, "code point in surrogate code point range(0xd800, 0xe000)"))
                return false;
        } else {
            builder_char(&d->out, c);
        }
        at += 4;
    }
    return true;
}

/* UTF-16 and UTF-32 may begin with a mark that tells the order of bytes. */
static bool decode_wide(Decoder *d)
{
    bool wide = d->codec >= CODEC_UTF32;
    bool big = d->codec == CODEC_UTF16_BE || d->codec == CODEC_UTF32_BE;
    bool marked = d->codec == CODEC_UTF16 || d->codec == CODEC_UTF32;
    unsigned width = wide ? 4 : 2;
    size_t at = 0;
    if (marked && d->length >= width) {
        if (unit_at(d->data, width, false) == 0xFEFF) {
            at = width;
        } else if (unit_at(d->data, width, true) == 0xFEFF) {
            at = width;
            big = true;
            d->codec = wide ? CODEC_UTF32_BE : CODEC_UTF16_BE;
        }
    }
    return wide ? decode_utf32(d, at, big) : decode_utf16(d, at, big);
}

static bool piece_is_ascii(const uint8_t *data, size_t length)
{
    size_t i = 0;
    for (; i + 8 <= length; i += 8) {
        uint64_t eight;
        memcpy(&eight, data + i, 8);
        if (eight & 0x8080808080808080ULL)
            return false;
    }
    for (; i < length; i++)
        if (data[i] & 0x80)
            return false;
    return true;
}

static bool all_ascii(VM *vm, const uint8_t *data, size_t length)
{
    for (; length > HEAP_PIECE; data += HEAP_PIECE, length -= HEAP_PIECE)
        if (!piece_is_ascii(data, HEAP_PIECE) || heap_interrupted(vm->heap)) /* then what decodes it will raise */
            return false;
    return piece_is_ascii(data, length);
}

Value codecs_decode(VM *vm, const uint8_t *data, size_t length, const Str *encoding,
                    const Str *errors)
{
    Decoder d = { .vm = vm, .codec = find_codec(encoding), .on_error = find_handler(errors),
                  .errors = errors, .data = data, .length = length };
    if (length == 0) /* as CPython: whatever the encoding */
        return OBJ(str_empty(vm->heap));
    if (d.codec == CODEC_UNKNOWN)
        return raise_fmt(vm, vm->exc[EXC_LookupError], "unknown encoding: %S", encoding);
    if (length > UINT32_MAX)
        return raise_memory(vm);
    if (d.codec == CODEC_UTF8_SIG && length >= 3 && memcmp(data, "\xEF\xBB\xBF", 3) == 0) {
        d.data += 3;
        d.length -= 3;
    }
    if (d.codec == CODEC_LATIN1 || (d.codec <= CODEC_ASCII && all_ascii(vm, d.data, d.length)))
        return vm_own(vm, str_from_latin1(vm->heap, d.data, d.length));
    builder_init(&d.out, vm->heap);
    bool good = d.codec <= CODEC_UTF8_SIG   ? decode_utf8(&d)
                : d.codec == CODEC_ASCII    ? decode_ascii(&d)
                                            : decode_wide(&d);
    if (!good) {
        builder_drop(&d.out);
        return VALUE_RAISED;
    }
    return vm_own(vm, builder_finish(&d.out));
}

/* --- encoding ----------------------------------------------------------------------------------------- */

typedef struct {
    VM *vm;
    Codec codec;
    OnError on_error;
    const Str *errors;
    Str *text;
    uint8_t *data;
    size_t length, capacity;
    bool failed;
} Encoder;

static void put_byte(Encoder *e, uint32_t byte)
{
    if ((e->length & 0xFFFFF) == 0 && e->length && heap_interrupted(e->vm->heap))
        e->failed = true;
    if (e->length == e->capacity && !e->failed) {
        size_t capacity = e->capacity + e->capacity / 2 + START(64);
        uint8_t *data = heap_array(e->vm->heap, e->data, e->capacity, capacity);
        if (!data) {
            e->failed = true;
        } else {
            e->data = data;
            e->capacity = capacity;
        }
    }
    if (!e->failed)
        e->data[e->length++] = (uint8_t)byte;
}

static void put_unit(Encoder *e, uint32_t unit, unsigned width, bool big)
{
    for (unsigned i = 0; i < width; i++)
        put_byte(e, unit >> 8 * (big ? width - 1 - i : i) & 0xFF);
}

static void put_utf8(Encoder *e, uint32_t c)
{
    if (c < 0x80) {
        put_byte(e, c);
    } else if (c < 0x800) {
        put_byte(e, 0xC0 | c >> 6);
        put_byte(e, 0x80 | (c & 63));
    } else if (c < 0x10000) {
        put_byte(e, 0xE0 | c >> 12);
        put_byte(e, 0x80 | (c >> 6 & 63));
        put_byte(e, 0x80 | (c & 63));
    } else {
        put_byte(e, 0xF0 | c >> 18);
        put_byte(e, 0x80 | (c >> 12 & 63));
        put_byte(e, 0x80 | (c >> 6 & 63));
        put_byte(e, 0x80 | (c & 63));
    }
}

static bool fits(const Encoder *e, uint32_t c)
{
    switch (e->codec) {
    case CODEC_ASCII: return c < 128;
    case CODEC_LATIN1: return c < 256;
    default: return c < 0xD800 || c > 0xDFFF;
    }
}

static void put_char(Encoder *e, uint32_t c)
{
    bool big = e->codec == CODEC_UTF16_BE || e->codec == CODEC_UTF32_BE;
    if (e->codec <= CODEC_UTF8_SIG) {
        put_utf8(e, c);
    } else if (e->codec <= CODEC_LATIN1) {
        put_byte(e, c);
    } else if (e->codec >= CODEC_UTF32) {
        put_unit(e, c, 4, big);
    } else if (c < 0x10000) {
        put_unit(e, c, 2, big);
    } else {
        put_unit(e, 0xD800 + ((c - 0x10000) >> 10), 2, big);
        put_unit(e, 0xDC00 + ((c - 0x10000) & 0x3FF), 2, big);
    }
}

static void put_ascii(Encoder *e, const char *text)
{
    while (*text)
        put_char(e, (uint8_t)*text++);
}

/* The characters [start, end) cannot be encoded. false: raised. */
static bool encode_error(Encoder *e, size_t start, size_t end)
{
    for (size_t i = start; i < end && !e->failed; i++) {
        if (!vm_turn(e->vm, i))
            return false;
        uint32_t c = str_at(e->text, i);
        char text[16];
        switch (e->on_error) {
        case ON_ERROR_IGNORE: break;
        case ON_ERROR_REPLACE: put_char(e, '?'); break;
        case ON_ERROR_BACKSLASH:
            snprintf(text, sizeof text, c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x", c);
            put_ascii(e, text);
            break;
        case ON_ERROR_XML:
            snprintf(text, sizeof text, "&#%u;", c);
            put_ascii(e, text);
            break;
        case ON_ERROR_ESCAPE:
            if (c < 0xDC80 || c > 0xDCFF)
                goto strict;
            put_byte(e, c - 0xDC00);
            break;
        case ON_ERROR_PASS:
            if (c < 0xD800 || c > 0xDFFF || e->codec == CODEC_ASCII || e->codec == CODEC_LATIN1)
                goto strict;
            put_char(e, c);
            break;
        case ON_ERROR_UNKNOWN: raise_handler(e->vm, e->errors); return false;
        case ON_ERROR_STRICT:
        strict:
            raise_unicode(e->vm, EXC_UnicodeEncodeError, codec_names[e->codec], OBJ(e->text), i, end,
                          e->codec == CODEC_ASCII    ? "ordinal not in range(128)"
                          : e->codec == CODEC_LATIN1 ? "ordinal not in range(256)"
                                                     : "surrogates not allowed");
            return false;
        }
    }
    return true;
}

static bool encode_chars(Encoder *e)
{
    size_t count = str_length(e->text);
    for (size_t i = 0; i < count && !e->failed;) {
        uint32_t c = str_at(e->text, i);
        if (fits(e, c)) {
            put_char(e, c);
            i++;
            continue;
        }
        size_t start = i;
        while (i < count && !fits(e, str_at(e->text, i)))
            i++;
        if (!encode_error(e, start, i))
            return false;
    }
    return true;
}

/* The length in UTF-8, and whether there are no surrogates. false: raised */
static bool measure_utf8(VM *vm, const Str *s, size_t *size, bool *plain)
{
    size_t length = str_length(s);
    *size = 0;
    *plain = true;
    for (size_t from = 0, to; from < length && *plain; from = to) {
        to = length - from > STR_LONG ? from + STR_LONG : length;
        *size += str_part_utf8_length(s, from, to);
        *plain = !str_part_has_surrogate(s, from, to, NULL);
        if (to < length && !vm_go_on(vm))
            return false;
    }
    return true;
}

Bytes *codecs_encode(VM *vm, Str *s, const Str *encoding, const Str *errors)
{
    Encoder e = { .vm = vm, .codec = find_codec(encoding), .on_error = find_handler(errors),
                  .errors = errors, .text = s };
    Bytes *bytes = NULL;
    if (e.codec == CODEC_UNKNOWN) {
        raise_fmt(vm, vm->exc[EXC_LookupError], "unknown encoding: %S", encoding);
        return NULL;
    }
    size_t size;
    bool plain = e.codec == CODEC_UTF8;
    if (plain && !str_is_ascii(s) && !measure_utf8(vm, s, &size, &plain))
        return NULL;
    if ((e.codec == CODEC_UTF8 || e.codec == CODEC_ASCII || e.codec == CODEC_LATIN1) &&
        str_is_ascii(s)) {
        bytes = bytes_new(vm->heap, str_data(s), str_length(s));
    } else if (e.codec == CODEC_LATIN1 && str_width(s) == 1) {
        bytes = bytes_new(vm->heap, str_data(s), str_length(s));
    } else if (plain) {
        bytes = bytes_new(vm->heap, NULL, size);
        char *out = bytes ? (char *)bytes->data : NULL;
        const size_t slice = 1 << 20;
        for (size_t i = 0; bytes && i < str_length(s); i += slice) {
            if (!vm_go_on(vm))
                return NULL;
            out = str_part_to_utf8(s, i, i + slice < str_length(s) ? i + slice : str_length(s), out);
        }
    } else {
        if (e.codec == CODEC_UTF8_SIG || e.codec == CODEC_UTF16 || e.codec == CODEC_UTF32)
            put_char(&e, 0xFEFF);
        bool good = encode_chars(&e);
        if (good && !e.failed)
            bytes = bytes_new(vm->heap, e.data ? e.data : (const uint8_t *)"", e.length);
        heap_array_free(vm->heap, e.data, e.capacity);
        if (!good)
            return NULL;
    }
    if (!bytes)
        raise_memory(vm);
    return bytes;
}
