/* str.h - text: making, comparing, slicing, interning Str; builders; the hash. No script code. */
#ifndef OBJECT_STR_H
#define OBJECT_STR_H

#include "object/heap.h"

/* All makers answer NULL when out of memory (only for large texts). */
Str *str_from_utf8(Heap *heap, const char *bytes, size_t length); /* WTF-8: lone surrogates allowed;
                                                     bytes must be valid (base/utf8.h checks)      */
Str *str_from_cstr(Heap *heap, const char *text);
Str *str_from_latin1(Heap *heap, const uint8_t *bytes, size_t length);
Str *str_from_ascii(Heap *heap, const char *text, size_t length); /* the caller knows that all are below 0x80 */
Str *str_from_code_points(Heap *heap, const uint32_t *points, size_t count);
Str *str_from_char(Heap *heap, uint32_t code_point); /* cached below 256 */
Str *str_empty(Heap *heap);
/* With room for `count` (not 0, 1) characters of that width, to be set by str_put; `ascii` is what they will be. */
Str *str_new(Heap *heap, size_t count, unsigned width, bool ascii);
/* Writes the characters of `from`, which is not wider, to place `at`; in pieces. false: Ctrl-C came */
bool str_put(Heap *heap, Str *to, size_t at, const Str *from) MUST_CHECK;
Str *str_concat(Heap *heap, Str *a, Str *b);        /* amortised O(length of b) for s += t          */
Str *str_slice(Heap *heap, Str *s, size_t start, size_t end); /* step 1 */
Str *str_repeat(Heap *heap, Str *s, size_t times);  /* caller has checked the size                  */

Str *str_intern(Heap *heap, Str *s);                /* the one Str of this text; compare by pointer */
Str *str_intern_cstr(Heap *heap, const char *text);
Str *str_intern_utf8(Heap *heap, const char *text, size_t length); /* NULL: no memory (long ones only) */

static inline unsigned str_width(const Str *s) /* 1, 2 or 4 bytes per code point */
{
    unsigned form = s->obj.flags & STR_FORM;
    return LIKELY(form < STR_WIDTH2) ? 1 : form == STR_WIDTH2 ? 2 : 4;
}
static inline bool str_is_ascii(const Str *s)
{
    return (s->obj.flags & STR_FORM) == STR_ASCII;
}
static inline uint32_t str_at(const Str *s, size_t i)
{
    switch (str_width(s)) {
    case 1: return str_data(s)[i];
    case 2: return ((const uint16_t *)(const void *)str_data(s))[i];
    default: return ((const uint32_t *)(const void *)str_data(s))[i];
    }
}
/* What takes some milliseconds for this many code points must ask for Ctrl-C between pieces. */
enum { STR_LONG = 1 << 23 };
uint64_t str_hash(Heap *heap, Str *s);              /* 0: it was a long text, and Ctrl-C came       */
uint64_t hash_bytes(Heap *heap, const void *bytes, size_t length); /* likewise                      */
bool str_equal(const Str *a, const Str *b);
bool str_equals_cstr(const Str *s, const char *text);
int str_compare(const Str *a, const Str *b);        /* by code points: <0, 0, >0 */
/* The same for texts of any length. false: Ctrl-C came */
bool str_order(Heap *heap, const Str *a, const Str *b, int *order) MUST_CHECK;
bool str_same(Heap *heap, const Str *a, const Str *b, bool *same) MUST_CHECK;
ptrdiff_t str_find(const Str *s, const Str *what, size_t start, size_t end); /* -1: not there */
ptrdiff_t str_rfind(const Str *s, const Str *what, size_t start, size_t end);

/* UTF-8 of s: length in bytes, then the bytes into `out` (surrogates as WTF-8 three bytes). */
size_t str_utf8_length(const Str *s);
size_t str_part_utf8_length(const Str *s, size_t from, size_t to);
void str_to_utf8(const Str *s, char *out);
char *str_part_to_utf8(const Str *s, size_t from, size_t to, char *out); /* where it ends */
bool str_has_surrogate(const Str *s, size_t *at);
bool str_part_has_surrogate(const Str *s, size_t from, size_t to, size_t *at);
/* A malloc-free look at the text for messages: copies at most size-1 bytes, ends with NUL. */
const char *str_c(const Str *s, char *buffer, size_t size);

/* A growing text. Errors are sticky: builder_finish answers NULL when memory ran out. */
typedef struct {
    Heap *heap;
    uint32_t *points;    /* while width is 4; the builder widens as needed                        */
    uint8_t *data;
    size_t count, capacity;
    size_t next_look;    /* at this count it asks for Ctrl-C                                      */
    uint8_t width;
    bool failed;
} StrBuilder;
void builder_init(StrBuilder *b, Heap *heap);
void builder_char(StrBuilder *b, uint32_t code_point);
void builder_str(StrBuilder *b, const Str *s);
void builder_slice(StrBuilder *b, const Str *s, size_t start, size_t end);
void builder_cstr(StrBuilder *b, const char *utf8);
void builder_utf8(StrBuilder *b, const char *utf8, size_t length);
void builder_fill(StrBuilder *b, uint32_t code_point, size_t times);
void builder_printf(StrBuilder *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
Str *builder_finish(StrBuilder *b);   /* frees the builder */
void builder_drop(StrBuilder *b);

/* bytes */
Bytes *bytes_new(Heap *heap, const void *data, size_t length); /* data NULL: zeros. NULL: no memory */
ByteArray *bytearray_new(Heap *heap, const void *data, size_t length);

#endif
