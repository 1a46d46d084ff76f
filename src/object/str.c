/* str.c - text: code points in 1, 2 or 4 bytes each, always the narrowest (PEP 393).
 * Short texts carry their characters with them. A text made by concatenation of longer ones lies in a
 * StrBuf with room behind it; `s += t` then only writes t there and makes a new small Str, so
 * building a text piece by piece is linear. Hash: SipHash-1-3 (Aumasson, Bernstein 2012), keyed. */
#include "object/str.h"

#include "base/mem.h"
#include "object/dict.h"
#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    SHARE_BYTES = 64,      /* shorter results of concatenation are simply copied                   */
    MAX_POINTS = INT32_MAX, /* code points of one text; obj.aux holds the length                   */
};

/* --- one code point, one run of code points --------------------------------------------------- */

static inline uint32_t get_at(const uint8_t *data, unsigned width, size_t i)
{
    switch (width) {
    case 1: return data[i];
    case 2: return ((const uint16_t *)(const void *)data)[i];
    default: return ((const uint32_t *)(const void *)data)[i];
    }
}

static inline void put_at(uint8_t *data, unsigned width, size_t i, uint32_t c)
{
    switch (width) {
    case 1: data[i] = (uint8_t)c; break;
    case 2: ((uint16_t *)(void *)data)[i] = (uint16_t)c; break;
    default: ((uint32_t *)(void *)data)[i] = c; break;
    }
}

static unsigned width_of(uint32_t most) /* `most`: at least as large as each code point (or-ed) */
{
    return most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
}

/* What most texts are: up to 16 bytes, without a call. No overlap. */
enum { SHORT = 16 };
typedef struct { /* all of them in two words, that may overlap */
    uint64_t first, last;
} Ends;
static inline Ends ends_of(const uint8_t *from, size_t count)
{
    Ends ends = { 0, 0 };
    if (count >= 8) {
        memcpy(&ends.first, from, 8);
        memcpy(&ends.last, from + count - 8, 8);
    } else if (count >= 4) {
        memcpy(&ends.first, from, 4);
        memcpy(&ends.last, from + count - 4, 4);
    } else if (count) {
        ends.first = from[0] | (uint64_t)from[count / 2] << 8;
        ends.last = from[count - 1];
    }
    return ends;
}

static inline void copy_short(uint8_t *to, const uint8_t *from, size_t count)
{
    Ends ends = ends_of(from, count);
    if (count >= 8) {
        memcpy(to, &ends.first, 8);
        memcpy(to + count - 8, &ends.last, 8);
    } else if (count >= 4) {
        memcpy(to, &ends.first, 4);
        memcpy(to + count - 4, &ends.last, 4);
    } else if (count) {
        to[0] = (uint8_t)ends.first;
        to[count / 2] = (uint8_t)(ends.first >> 8);
        to[count - 1] = (uint8_t)ends.last;
    }
}

static inline bool equal_short(const uint8_t *a, const uint8_t *b, size_t count)
{
    Ends x = ends_of(a, count), y = ends_of(b, count);
    return !((x.first ^ y.first) | (x.last ^ y.last));
}

/* Copies count code points; `to` may be narrower only when the caller knows that all fit. */
static inline bool copy_points(Heap *heap, uint8_t *to, unsigned to_width, const uint8_t *from, unsigned from_width,
                        size_t count)
{
    if (LIKELY(to_width == from_width)) {
        if (LIKELY(count * to_width <= SHORT)) {
            copy_short(to, from, count * to_width);
            return true;
        }
        return heap_copy(heap, to, from, count * to_width);
    }
    for (size_t i = 0; i < count; i++) {
        put_at(to, to_width, i, get_at(from, from_width, i));
        if (heap_stops(heap, i))
            return false;
    }
    return true;
}

static uint32_t or_piece(const uint8_t *data, unsigned width, size_t count)
{
    uint32_t all = 0;
    if (width == 1) {
        uint64_t wide = 0;
        size_t i = 0;
        for (; i + 8 <= count; i += 8) {
            uint64_t eight;
            memcpy(&eight, data + i, 8);
            wide |= eight;
        }
        for (; i < count; i++)
            all |= data[i];
        return all | ((wide & 0x8080808080808080ULL) ? 0x80 : 0);
    }
    for (size_t i = 0; i < count; i++)
        all |= get_at(data, width, i);
    return all;
}

static bool or_far(Heap *heap, const uint8_t *data, unsigned width, size_t count, uint32_t *most)
{
    uint32_t wide = width == 1 ? 0x80 : width == 2 ? 0x100 : 0x10000; /* nothing more can be learnt */
    *most = 0;
    for (size_t at = 0, piece; at < count && *most < wide; at += piece) {
        piece = count - at < STR_LONG ? count - at : STR_LONG;
        *most |= or_piece(data + at * width, width, piece);
        if (heap_interrupted(heap))
            return false;
    }
    return true;
}

/* How narrow a text can be: *most is at least as large as each of its code points, and has no needless width.
 * false: Ctrl-C came */
static inline bool or_points(Heap *heap, const uint8_t *data, unsigned width, size_t count, uint32_t *most)
{
    if (UNLIKELY(count > STR_LONG))
        return or_far(heap, data, width, count, most);
    *most = or_piece(data, width, count);
    return true;
}

/* --- making ----------------------------------------------------------------------------------- */

/* A Str with room for its characters inside; NULL: too long or no memory. */
static inline Str *new_str(Heap *heap, size_t count, unsigned width, bool ascii)
{
    if (count > MAX_POINTS)
        return NULL;
    size_t size = offsetof(Str, inline_data) + count * width;
    if (size < sizeof(Str))
        size = sizeof(Str);
    Str *s = heap_new_text(heap, KIND_STR, size, sizeof(Str));
    if (!s)
        return NULL;
    s->obj.aux = (uint32_t)count;
    s->obj.flags = (uint8_t)(width == 4 ? STR_WIDTH4 : width == 2 ? STR_WIDTH2 : ascii ? STR_ASCII : STR_LATIN1);
    return s;
}

/* Where the characters of one that new_str has just made go. */
static inline uint8_t *inside(Str *s)
{
    return (uint8_t *)s + offsetof(Str, inline_data);
}

Str *str_new(Heap *heap, size_t count, unsigned width, bool ascii)
{
    return new_str(heap, count, width, ascii);
}

bool str_put(Heap *heap, Str *to, size_t at, const Str *from)
{
    unsigned width = str_width(to);
    return copy_points(heap, str_data(to) + at * width, width, str_data(from), str_width(from), str_length(from));
}

Str *str_empty(Heap *heap)
{
    if (!heap->empty_str)
        heap->empty_str = new_str(heap, 0, 1, true);
    return heap->empty_str;
}

Str *str_from_char(Heap *heap, uint32_t c)
{
    if (c < 256 && heap->chars[c])
        return heap->chars[c];
    Str *s = new_str(heap, 1, width_of(c), c < 128);
    if (!s)
        return NULL;
    put_at(inside(s), str_width(s), 0, c);
    if (c < 256)
        heap->chars[c] = s = str_intern(heap, s);
    return s;
}

/* count code points of `width`; the result is as narrow as `most` allows. */
static Str *make(Heap *heap, const uint8_t *data, unsigned width, size_t count, uint32_t most)
{
    if (count == 0)
        return str_empty(heap);
    if (count == 1)
        return str_from_char(heap, get_at(data, width, 0));
    Str *s = new_str(heap, count, width_of(most), most < 0x80);
    return s && copy_points(heap, inside(s), str_width(s), data, width, count) ? s : NULL;
}

Str *str_from_latin1(Heap *heap, const uint8_t *bytes, size_t length)
{
    uint32_t most;
    return or_points(heap, bytes, 1, length, &most) ? make(heap, bytes, 1, length, most) : NULL;
}

Str *str_from_ascii(Heap *heap, const char *text, size_t length)
{
    return make(heap, (const uint8_t *)text, 1, length, 0x7F);
}

Str *str_from_code_points(Heap *heap, const uint32_t *points, size_t count)
{
    const uint8_t *data = (const uint8_t *)points;
    uint32_t most;
    return or_points(heap, data, 4, count, &most) ? make(heap, data, 4, count, most) : NULL;
}

/* One code point of valid UTF-8, surrogates allowed; a truncated sequence becomes U+FFFD. */
static uint32_t decode(const uint8_t *bytes, size_t length, size_t *at)
{
    uint32_t c = bytes[(*at)++];
    if (c < 0x80)
        return c;
    unsigned more = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
    if (c < 0xC0 || length - *at < more)
        return 0xFFFD;
    c &= 0x3Fu >> more;
    for (; more; more--)
        c = c << 6 | (bytes[(*at)++] & 0x3Fu);
    return c > 0x10FFFF ? 0xFFFD : c;
}

Str *str_from_utf8(Heap *heap, const char *text, size_t length)
{
    const uint8_t *bytes = (const uint8_t *)text;
    uint32_t most;
    if (!or_points(heap, bytes, 1, length, &most))
        return NULL;
    if (most < 0x80)
        return make(heap, bytes, 1, length, 0x7F);
    most = 0;
    size_t count = 0;
    for (size_t at = 0; at < length; count++) {
        most |= decode(bytes, length, &at);
        if (heap_stops(heap, count))
            return NULL;
    }
    if (count == 1) {
        size_t at = 0;
        return str_from_char(heap, decode(bytes, length, &at));
    }
    Str *s = new_str(heap, count, width_of(most), false);
    if (!s)
        return NULL;
    unsigned width = str_width(s);
    uint8_t *data = inside(s);
    for (size_t at = 0, i = 0; at < length; i++) {
        put_at(data, width, i, decode(bytes, length, &at));
        if (heap_stops(heap, i))
            return NULL;
    }
    return s;
}

Str *str_from_cstr(Heap *heap, const char *text)
{
    return str_from_utf8(heap, text, strlen(text));
}

static bool is_plain(const Str *s) /* not an instance of a subclass */
{
    return s->obj.kind == KIND_STR;
}

/* A Str of `count` code points whose data begins at buf->data. */
static Str *new_sharing(Heap *heap, StrBuf *buf, size_t count, unsigned width, bool ascii)
{
    Str *s = new_str(heap, 0, width, ascii);
    if (!s)
        return NULL;
    s->obj.aux = (uint32_t)count;
    s->obj.flags |= STR_SHARED;
    s->owner = buf;
    return s;
}

Str *str_concat(Heap *heap, Str *a, Str *b)
{
    size_t na = str_length(a), nb = str_length(b), count = na + nb;
    if (nb == 0 && is_plain(a))
        return a;
    if (na == 0 && is_plain(b))
        return b;
    bool ascii = str_is_ascii(a) && str_is_ascii(b);
    if (LIKELY(ascii && count <= SHORT && na > 0)) {
        Str *s = new_str(heap, count, 1, true);
        if (!s)
            return NULL;
        copy_short(inside(s), str_data(a), na);
        copy_short(inside(s) + na, str_data(b), nb);
        return s;
    }
    unsigned wa = str_width(a), wb = str_width(b), width = wa > wb ? wa : wb;
    if (count > MAX_POINTS)
        return NULL;
    size_t bytes = count * width;
    if (bytes < SHARE_BYTES) {
        if (count == 0)
            return str_empty(heap);
        Str *s = new_str(heap, count, width, ascii);
        bool copied = s && copy_points(heap, inside(s), width, str_data(a), wa, na) &&
                      copy_points(heap, inside(s) + na * width, width, str_data(b), wb, nb);
        return copied ? s : NULL;
    }
    StrBuf *buf = a->obj.flags & STR_SHARED ? a->owner : NULL;
    bool at_end = buf && na * wa == buf->used;
    if (!at_end || width != wa || bytes > buf->size) {
        size_t room = bytes + (at_end ? bytes / 2 : bytes / 8 + 16); /* more when it is growing */
        buf = heap_new_text(heap, KIND_STRBUF, sizeof(StrBuf) + room, sizeof(StrBuf));
        if (!buf)
            return NULL;
        buf->size = room;
        if (!copy_points(heap, buf->data, width, str_data(a), wa, na))
            return NULL;
    }
    Str *s = new_sharing(heap, buf, count, width, ascii);
    if (!s || !copy_points(heap, buf->data + na * width, width, str_data(b), wb, nb))
        return NULL;
    buf->used = bytes;
    return s;
}

Str *str_slice(Heap *heap, Str *s, size_t start, size_t end)
{
    size_t length = str_length(s);
    if (end > length)
        end = length;
    if (start >= end)
        return str_empty(heap);
    if (start == 0 && end == length && is_plain(s))
        return s;
    unsigned width = str_width(s);
    const uint8_t *data = str_data(s) + start * width;
    size_t count = end - start;
    if (LIKELY(str_is_ascii(s) && count > 1)) {
        Str *part = new_str(heap, count, 1, true);
        return part && copy_points(heap, inside(part), 1, data, 1, count) ? part : NULL;
    }
    uint32_t most = 0x7F;
    return str_is_ascii(s) || or_points(heap, data, width, count, &most) ? make(heap, data, width, count, most) : NULL;
}

Str *str_repeat(Heap *heap, Str *s, size_t times)
{
    size_t length = str_length(s), total;
    if (times == 0 || length == 0)
        return str_empty(heap);
    if (times == 1 && is_plain(s))
        return s;
    if (__builtin_mul_overflow(length, times, &total) || total > MAX_POINTS)
        return NULL;
    unsigned width = str_width(s);
    Str *result = new_str(heap, total, width, str_is_ascii(s));
    if (!result)
        return NULL;
    size_t unit = length * width, bytes = total * width;
    if (unit == 1) {
        for (size_t done = 0; done < bytes; done += HEAP_PIECE) {
            memset(inside(result) + done, str_data(s)[0], bytes - done < HEAP_PIECE ? bytes - done : HEAP_PIECE);
            if (done && heap_interrupted(heap))
                return NULL;
        }
        return result;
    }
    memcpy(inside(result), str_data(s), unit);
    for (size_t done = unit; done < bytes; done *= 2)
        if (!heap_copy(heap, inside(result) + done, inside(result), done * 2 <= bytes ? done : bytes - done))
            return NULL;
    return result;
}

/* --- hash and interning ----------------------------------------------------------------------- */

#define ROTATE(x, bits) ((x) << (bits) | (x) >> (64 - (bits)))

static inline void sip_round(uint64_t v[4])
{
    v[0] += v[1];
    v[2] += v[3];
    v[1] = ROTATE(v[1], 13) ^ v[0];
    v[3] = ROTATE(v[3], 16) ^ v[2];
    v[0] = ROTATE(v[0], 32) + v[3];
    v[2] += v[1];
    v[3] = ROTATE(v[3], 21) ^ v[0];
    v[1] = ROTATE(v[1], 17) ^ v[2];
    v[2] = ROTATE(v[2], 32);
}

static inline void sip_start(uint64_t v[4], const uint64_t key[2])
{
    v[0] = key[0] ^ 0x736f6d6570736575ULL;
    v[1] = key[1] ^ 0x646f72616e646f6dULL;
    v[2] = key[0] ^ 0x6c7967656e657261ULL;
    v[3] = key[1] ^ 0x7465646279746573ULL;
}

static inline void sip_words(uint64_t v[4], const uint8_t *data, size_t bytes)
{
    for (size_t i = 0; i < bytes; i += 8) {
        uint64_t word;
        memcpy(&word, data + i, 8);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
}

static inline uint64_t sip_finish(uint64_t v[4], const uint8_t *data, size_t length, uint64_t extra)
{
    size_t whole = length & ~(size_t)7;
    uint64_t last = (uint64_t)length << 56 ^ extra << 48;
    size_t rest = length - whole;
    if (rest && whole) { /* the end of the last eight bytes */
        uint64_t word;
        memcpy(&word, data + length - 8, 8);
        last |= word >> (8 * (8 - rest));
    } else if (rest >= 4) {
        uint32_t low, high;
        memcpy(&low, data, 4);
        memcpy(&high, data + rest - 4, 4);
        last |= low | (uint64_t)high << (8 * (rest - 4));
    } else {
        for (size_t i = 0; i < rest; i++)
            last |= (uint64_t)data[i] << (8 * i);
    }
    v[3] ^= last;
    sip_round(v);
    v[0] ^= last;
    v[2] ^= 0xff;
    sip_round(v);
    sip_round(v);
    sip_round(v);
    uint64_t hash = v[0] ^ v[1] ^ v[2] ^ v[3];
    return hash ? hash : 1;
}

static uint64_t siphash(const uint64_t key[2], const uint8_t *data, size_t length, uint64_t extra)
{
    uint64_t v[4];
    sip_start(v, key);
    sip_words(v, data, length & ~(size_t)7);
    return sip_finish(v, data, length, extra);
}

/* The same with a look at Ctrl-C between pieces: 0. */
static uint64_t siphash_far(Heap *heap, const uint8_t *data, size_t length, uint64_t extra)
{
    uint64_t v[4];
    sip_start(v, heap->hash_key);
    size_t whole = length & ~(size_t)7;
    for (size_t at = 0, piece; at < whole; at += piece) {
        piece = whole - at < HEAP_PIECE ? whole - at : HEAP_PIECE;
        sip_words(v, data + at, piece);
        if (heap_interrupted(heap))
            return 0;
    }
    return sip_finish(v, data, length, extra);
}

uint64_t hash_bytes(Heap *heap, const void *bytes, size_t length)
{
    return length > HEAP_PIECE ? siphash_far(heap, bytes, length, 0) : siphash(heap->hash_key, bytes, length, 0);
}

/* The narrowest form of a text is unique, so its bytes may be hashed; bytes of equal content hash as
 * the text does, which harms nobody. */
uint64_t str_hash(Heap *heap, Str *s)
{
    if (!s->hash) {
        unsigned width = str_width(s);
        size_t bytes = str_length(s) * width;
        s->hash = LIKELY(bytes <= HEAP_PIECE) ? siphash(heap->hash_key, str_data(s), bytes, width - 1)
                                              : siphash_far(heap, str_data(s), bytes, width - 1);
    }
    return s->hash;
}

/* Puts `s`, which is not there yet, among the names. */
static Str *intern_new(Heap *heap, Str *s, uint64_t hash)
{
    s->hash = hash;
    if (!dict_insert_new(heap, heap->interned, OBJ(s), hash, VALUE_NONE)) {
        heap->oom |= !heap->gave_up; /* comparing by pointer may now miss; MemoryError follows, or KeyboardInterrupt */
        return s;
    }
    s->obj.flags |= STR_INTERNED;
    return s;
}

Str *str_intern(Heap *heap, Str *s)
{
    if (s->obj.flags & STR_INTERNED)
        return s;
    uint64_t hash = str_hash(heap, s);
    if (UNLIKELY(!hash)) /* a name must have one; who could stop has called str_hash before */
        hash = s->hash = siphash(heap->hash_key, str_data(s), str_length(s) * str_width(s), str_width(s) - 1);
    uint32_t cursor = DICT_PROBE_START;
    for (DictEntry *entry; (entry = dict_probe(heap->interned, hash, &cursor));)
        if (str_equal(as_str(entry->key), s))
            return as_str(entry->key);
    if (!is_plain(s) || s->obj.flags & STR_SHARED) { /* an own copy, without room behind it */
        Str *copy = new_str(heap, str_length(s), str_width(s), str_is_ascii(s));
        if (!copy)
            return s;
        memcpy(inside(copy), str_data(s), str_length(s) * str_width(s));
        s = copy;
    }
    return intern_new(heap, s, hash);
}

Str *str_intern_utf8(Heap *heap, const char *text, size_t length)
{
    if (length < 2 || length > STR_LONG || or_piece((const uint8_t *)text, 1, length) >= 0x80) {
        Str *s = str_from_utf8(heap, text, length);
        return s ? str_intern(heap, s) : NULL;
    }
    uint64_t hash = siphash(heap->hash_key, (const uint8_t *)text, length, 0);
    uint32_t cursor = DICT_PROBE_START;
    for (DictEntry *entry; (entry = dict_probe(heap->interned, hash, &cursor));) {
        Str *there = as_str(entry->key);
        if (str_length(there) == length && str_width(there) == 1 && memcmp(str_data(there), text, length) == 0)
            return there;
    }
    Str *s = new_str(heap, length, 1, true);
    if (!s)
        return NULL;
    memcpy(inside(s), text, length);
    return intern_new(heap, s, hash);
}

Str *str_intern_cstr(Heap *heap, const char *text)
{
    return str_intern_utf8(heap, text, strlen(text));
}

/* --- comparing -------------------------------------------------------------------------------- */

bool str_equal(const Str *a, const Str *b)
{
    if (a == b)
        return true;
    if (a->obj.aux != b->obj.aux || str_width(a) != str_width(b) ||
        (a->hash && b->hash && a->hash != b->hash))
        return false;
    size_t bytes = str_length(a) * str_width(a);
    return LIKELY(bytes <= SHORT) ? equal_short(str_data(a), str_data(b), bytes) : memcmp(str_data(a), str_data(b), bytes) == 0;
}

bool str_equals_cstr(const Str *s, const char *text)
{
    size_t length = strlen(text);
    if (str_is_ascii(s))
        return str_length(s) == length && memcmp(str_data(s), text, length) == 0;
    size_t at = 0, i = 0;
    for (; at < length && i < str_length(s); i++)
        if (decode((const uint8_t *)text, length, &at) != str_at(s, i))
            return false;
    return at == length && i == str_length(s);
}

/* Of the code points [from, to), which both have. */
static int compare_points(const Str *a, const Str *b, size_t from, size_t to)
{
    unsigned wa = str_width(a), wb = str_width(b);
    const uint8_t *da = str_data(a), *db = str_data(b);
    if (wa == 1 && wb == 1)
        return memcmp(da + from, db + from, to - from);
    for (size_t i = from; i < to; i++) {
        uint32_t ca = get_at(da, wa, i), cb = get_at(db, wb, i);
        if (ca != cb)
            return ca < cb ? -1 : 1;
    }
    return 0;
}

int str_compare(const Str *a, const Str *b)
{
    size_t na = str_length(a), nb = str_length(b);
    int order = compare_points(a, b, 0, na < nb ? na : nb);
    return order ? order : (na > nb) - (na < nb);
}

bool str_order(Heap *heap, const Str *a, const Str *b, int *order)
{
    size_t na = str_length(a), nb = str_length(b), least = na < nb ? na : nb;
    *order = 0;
    for (size_t at = 0, piece; at < least && *order == 0; at += piece) {
        piece = least - at < STR_LONG ? least - at : STR_LONG;
        *order = compare_points(a, b, at, at + piece);
        if (at && heap_interrupted(heap))
            return false;
    }
    if (*order == 0)
        *order = (na > nb) - (na < nb);
    return true;
}

bool str_same(Heap *heap, const Str *a, const Str *b, bool *same)
{
    *same = a == b;
    if (a == b || str_length(a) != str_length(b) || str_width(a) != str_width(b) ||
        (a->hash && b->hash && a->hash != b->hash))
        return true;
    int order;
    if (!heap_compare(heap, str_data(a), str_data(b), str_length(a) * str_width(a), &order))
        return false;
    *same = order == 0;
    return true;
}

/* --- searching -------------------------------------------------------------------------------- */

/* Texts of any width, either direction: position i counts from the end that the search starts at. */
typedef struct {
    const uint8_t *data;
    unsigned width;
    size_t count;
    bool backwards;
} Run;

static inline uint32_t run_at(const Run *run, size_t i)
{
    return get_at(run->data, run->width, run->backwards ? run->count - 1 - i : i);
}

static ptrdiff_t run_find_naive(const Run *hay, const Run *needle)
{
    uint32_t first = run_at(needle, 0);
    for (size_t i = 0; i + needle->count <= hay->count; i++) {
        if (run_at(hay, i) != first)
            continue;
        size_t j = 1;
        while (j < needle->count && run_at(hay, i + j) == run_at(needle, j))
            j++;
        if (j == needle->count)
            return (ptrdiff_t)i;
    }
    return -1;
}

/* Knuth, Morris, Pratt 1977: linear whatever the texts are. */
static ptrdiff_t run_find(const Run *hay, const Run *needle)
{
    if (needle->count < 16 || hay->count < 256)
        return run_find_naive(hay, needle);
    size_t bytes = needle->count * sizeof(uint32_t);
    uint32_t *border = mem_alloc(bytes);
    if (!border)
        return run_find_naive(hay, needle);
    border[0] = 0;
    for (size_t i = 1, k = 0; i < needle->count; i++) {
        while (k && run_at(needle, i) != run_at(needle, k))
            k = border[k - 1];
        k += run_at(needle, i) == run_at(needle, k);
        border[i] = (uint32_t)k;
    }
    ptrdiff_t found = -1;
    for (size_t i = 0, k = 0; i < hay->count; i++) {
        while (k && run_at(hay, i) != run_at(needle, k))
            k = border[k - 1];
        k += run_at(hay, i) == run_at(needle, k);
        if (k == needle->count) {
            found = (ptrdiff_t)(i + 1 - k);
            break;
        }
    }
    mem_free(border, bytes);
    return found;
}

/* Is there anything to search? Settles the trivial cases. */
static bool worth_searching(const Str *s, const Str *what, size_t start, size_t *end)
{
    if (*end > str_length(s))
        *end = str_length(s);
    return start <= *end && str_length(what) <= *end - start && str_width(what) <= str_width(s);
}

ptrdiff_t str_find(const Str *s, const Str *what, size_t start, size_t end)
{
    if (!worth_searching(s, what, start, &end))
        return -1;
    size_t needle = str_length(what);
    if (needle == 0)
        return (ptrdiff_t)start;
    unsigned width = str_width(s);
    const uint8_t *from = str_data(s) + start * width;
    if (width == 1) {
        const uint8_t *at = needle == 1 ? memchr(from, str_data(what)[0], end - start)
                                        : memmem(from, end - start, str_data(what), needle);
        return at ? at - str_data(s) : -1;
    }
    ptrdiff_t at = run_find(&(Run){ from, width, end - start, false },
                            &(Run){ str_data(what), str_width(what), needle, false });
    return at < 0 ? -1 : at + (ptrdiff_t)start;
}

ptrdiff_t str_rfind(const Str *s, const Str *what, size_t start, size_t end)
{
    if (!worth_searching(s, what, start, &end))
        return -1;
    size_t needle = str_length(what);
    if (needle == 0)
        return (ptrdiff_t)end;
    unsigned width = str_width(s);
    const uint8_t *from = str_data(s) + start * width;
    if (width == 1 && needle == 1) {
        const uint8_t *at = memrchr(from, str_data(what)[0], end - start);
        return at ? at - str_data(s) : -1;
    }
    ptrdiff_t at = run_find(&(Run){ from, width, end - start, true },
                            &(Run){ str_data(what), str_width(what), needle, true });
    return at < 0 ? -1 : (ptrdiff_t)end - at - (ptrdiff_t)needle;
}

/* --- UTF-8 out -------------------------------------------------------------------------------- */

static unsigned utf8_size(uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static char *utf8_put(char *out, uint32_t c)
{
    unsigned size = utf8_size(c);
    if (size == 1) {
        *out = (char)c;
        return out + 1;
    }
    static const uint8_t lead[5] = { 0, 0, 0xC0, 0xE0, 0xF0 };
    for (unsigned i = size - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (c & 0x3F));
        c >>= 6;
    }
    out[0] = (char)(lead[size] | c);
    return out + size;
}

size_t str_part_utf8_length(const Str *s, size_t from, size_t to)
{
    size_t bytes = 0;
    if (str_is_ascii(s))
        return to - from;
    if (str_width(s) == 1) { /* a loop of its own: the compiler makes it four times as quick */
        const uint8_t *data = str_data(s);
        for (size_t i = from; i < to; i++)
            bytes += data[i] >> 7;
        return to - from + bytes;
    }
    for (size_t i = from; i < to; i++)
        bytes += utf8_size(str_at(s, i));
    return bytes;
}

size_t str_utf8_length(const Str *s)
{
    return str_part_utf8_length(s, 0, str_length(s));
}

char *str_part_to_utf8(const Str *s, size_t from, size_t to, char *out)
{
    for (size_t i = from; i < to; i++)
        out = utf8_put(out, str_at(s, i));
    return out;
}

void str_to_utf8(const Str *s, char *out)
{
    size_t length = str_length(s);
    if (str_is_ascii(s)) {
        if (length)
            memcpy(out, str_data(s), length);
        return;
    }
    for (size_t i = 0; i < length; i++)
        out = utf8_put(out, str_at(s, i));
}

bool str_part_has_surrogate(const Str *s, size_t from, size_t to, size_t *at)
{
    if (str_width(s) == 1)
        return false;
    for (size_t i = from; i < to; i++)
        if ((str_at(s, i) & 0xFFFFF800u) == 0xD800) {
            if (at)
                *at = i;
            return true;
        }
    return false;
}

bool str_has_surrogate(const Str *s, size_t *at)
{
    return str_part_has_surrogate(s, 0, str_length(s), at);
}

const char *str_c(const Str *s, char *buffer, size_t size)
{
    char *out = buffer;
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        if ((size_t)(out - buffer) + utf8_size(c) >= size)
            break;
        out = utf8_put(out, c);
    }
    *out = 0;
    return buffer;
}

/* --- the builder ------------------------------------------------------------------------------ */

void builder_init(StrBuilder *b, Heap *heap)
{
    *b = (StrBuilder){ .heap = heap, .width = 1 };
}

void builder_drop(StrBuilder *b)
{
    heap_array_free(b->heap, b->data, b->capacity * b->width);
    b->data = NULL;
    b->count = b->capacity = 0;
}

/* Room for `more` code points of `width`; false: failed now or before. */
static bool builder_room(StrBuilder *b, size_t more, unsigned width)
{
    if (b->failed)
        return false;
    if (width <= b->width && more <= b->capacity - b->count && b->count < b->next_look)
        return true;
    if (b->count >= b->next_look) {
        enum { LOOK_POINTS = 1 << 20 };
        b->next_look = b->count + LOOK_POINTS;
        if (b->count && heap_interrupted(b->heap)) {
            b->failed = true;
            return false;
        }
        if (width <= b->width && more <= b->capacity - b->count)
            return true;
    }
    if (more > MAX_POINTS || b->count + more > MAX_POINTS) {
        b->failed = true;
        return false;
    }
    if (width < b->width)
        width = b->width;
    size_t capacity = b->capacity;
    if (b->count + more > capacity) {
        capacity += capacity / 2 + START(32);
        if (capacity < b->count + more)
            capacity = b->count + more;
    }
    if (width == b->width) {
        uint8_t *data = heap_array(b->heap, b->data, b->capacity * width, capacity * width);
        b->failed = !data;
        if (data) {
            b->data = data;
            b->capacity = capacity;
        }
        return data != NULL;
    }
    uint8_t *data = heap_array(b->heap, NULL, 0, capacity * width);
    if (!data) {
        b->failed = true;
        return false;
    }
    b->failed = !copy_points(b->heap, data, width, b->data, b->width, b->count);
    heap_array_free(b->heap, b->data, b->capacity * b->width);
    b->data = data;
    b->capacity = capacity;
    b->width = (uint8_t)width;
    return !b->failed;
}

void builder_char(StrBuilder *b, uint32_t c)
{
    if (builder_room(b, 1, width_of(c)))
        put_at(b->data, b->width, b->count++, c);
}

void builder_slice(StrBuilder *b, const Str *s, size_t start, size_t end)
{
    if (end > str_length(s))
        end = str_length(s);
    if (start >= end)
        return;
    unsigned width = str_width(s);
    const uint8_t *from = str_data(s) + start * width;
    size_t count = end - start;
    unsigned needed = width;
    if (width > b->width && count < str_length(s)) { /* a part may be narrower than the whole */
        uint32_t most;
        if (!or_points(b->heap, from, width, count, &most))
            b->failed = true;
        else
            needed = width_of(most);
    }
    if (!builder_room(b, count, needed))
        return;
    b->failed = !copy_points(b->heap, b->data + b->count * b->width, b->width, from, width, count);
    b->count += count;
}

void builder_str(StrBuilder *b, const Str *s)
{
    builder_slice(b, s, 0, str_length(s));
}

void builder_utf8(StrBuilder *b, const char *text, size_t length)
{
    const uint8_t *bytes = (const uint8_t *)text;
    uint32_t most;
    if (!or_points(b->heap, bytes, 1, length, &most))
        b->failed = true;
    else if (most < 0x80) {
        if (length == 0 || !builder_room(b, length, 1))
            return;
        b->failed = !copy_points(b->heap, b->data + b->count * b->width, b->width, bytes, 1, length);
        b->count += length;
        return;
    }
    for (size_t at = 0; at < length && !b->failed;)
        builder_char(b, decode(bytes, length, &at));
}

void builder_cstr(StrBuilder *b, const char *utf8)
{
    builder_utf8(b, utf8, strlen(utf8));
}

void builder_fill(StrBuilder *b, uint32_t c, size_t times)
{
    if (times == 0 || !builder_room(b, times, width_of(c)))
        return;
    for (size_t done = 0, piece; done < times; done += piece) {
        piece = times - done < STR_LONG ? times - done : STR_LONG;
        if (done && heap_interrupted(b->heap)) {
            b->failed = true;
            return;
        }
        if (b->width == 1)
            memset(b->data + b->count, (int)c, piece);
        else
            for (size_t i = 0; i < piece; i++)
                put_at(b->data, b->width, b->count + i, c);
        b->count += piece;
    }
}

void builder_printf(StrBuilder *b, const char *format, ...)
{
    char small[512];
    va_list args;
    va_start(args, format);
    int length = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (length < 0) {
        b->failed = true;
        return;
    }
    if ((size_t)length < sizeof small) {
        builder_utf8(b, small, (size_t)length);
        return;
    }
    char *large = mem_alloc((size_t)length + 1);
    if (!large) {
        b->failed = true;
        return;
    }
    va_start(args, format);
    vsnprintf(large, (size_t)length + 1, format, args);
    va_end(args);
    builder_utf8(b, large, (size_t)length);
    mem_free(large, (size_t)length + 1);
}

Str *builder_finish(StrBuilder *b)
{
    Str *s = NULL;
    uint32_t most;
    if (!b->failed && or_points(b->heap, b->data, b->width, b->count, &most))
        s = make(b->heap, b->data, b->width, b->count, most);
    builder_drop(b);
    return s;
}

/* --- bytes ------------------------------------------------------------------------------------ */

Bytes *bytes_new(Heap *heap, const void *data, size_t length)
{
    if (length > SIZE_MAX / 8)
        return NULL;
    size_t head = offsetof(Bytes, data);
    Bytes *bytes = heap_new_text(heap, KIND_BYTES, head + length, head);
    if (!bytes)
        return NULL;
    bytes->length = length;
    return heap_copy(heap, bytes->data, data, length) ? bytes : NULL;
}

ByteArray *bytearray_new(Heap *heap, const void *data, size_t length)
{
    uint8_t *copy = NULL;
    if (length) {
        copy = heap_array(heap, NULL, 0, length);
        if (!copy)
            return NULL;
        if (!heap_copy(heap, copy, data, length)) {
            heap_array_free(heap, copy, length);
            return NULL;
        }
    }
    ByteArray *bytes = heap_new(heap, KIND_BYTEARRAY, sizeof *bytes);
    bytes->data = copy;
    bytes->length = bytes->capacity = length;
    return bytes;
}
