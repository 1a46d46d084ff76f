/* bytes_internal.h - what the files of bytes and bytearray share. Both types have the same methods, which answer
 * what self is; each file has the rows of its own, and bytes_type.c puts them together. bytearray_type.c has
 * what only a bytearray can do. A bytearray may change whenever script code runs, so every function first
 * turns its arguments into numbers and only then looks at data and length. */
#ifndef RUNTIME_TYPES_BYTES_INTERNAL_H
#define RUNTIME_TYPES_BYTES_INTERNAL_H

#include "runtime/types/types.h"

typedef struct {
    const uint8_t *data;
    size_t length;
} BytesView;

extern const NativeSpec bytes_search_methods[], bytes_layout_methods[], bytes_case_methods[];
/* The type bytearray without the rows of both. */
extern const TypeSpec bytearray_type;

#define BYTE_RANGE  "byte must be in range(0, 256)"
#define BYTES_RANGE "bytes must be in range(0, 256)"

static inline BytesView bytes_view_of(Value v)
{
    BytesView view = { 0 };
    bytes_data(v, &view.data, &view.length);
    return view;
}

static inline bool bytes_is_array(Value v)
{
    return value_is_kind(v, KIND_BYTEARRAY);
}

static inline uint8_t *bytes_data_of(Value v) /* of something just made by bytes_like */
{
    return bytes_is_array(v) ? AS(ByteArray, v)->data : as_bytes(v)->data;
}

static inline bool bytes_is_space(uint8_t c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

/* v must be bytes-like; false: raised. */
bool bytes_view_argument(VM *vm, Value v, BytesView *view);
/* bytes or bytearray, as self is. data NULL: zeros. */
Value bytes_like(VM *vm, Value self, const void *data, size_t length);
/* Self itself if it is just a bytes, otherwise a copy. */
Value bytes_itself(VM *vm, Value self);
/* A number from 0 to 255, or -1: raised, `text` when it is out of range. [script] */
int bytes_byte(VM *vm, Value v, const char *text);
/* The first or the last place of what in [start, end); -1: nowhere, -2: raised. */
ptrdiff_t bytes_find(VM *vm, BytesView s, BytesView what, size_t start, size_t end);
ptrdiff_t bytes_rfind(VM *vm, BytesView s, BytesView what, size_t start, size_t end);
/* What bytes(source, encoding, errors) holds, as `array` says. [script] */
Value bytes_contents(VM *vm, Value source, Value encoding, Value errors, bool array);
bool bytes_is_iterable(VM *vm, Value v);
/* The numbers of an iterable as a new bytes object. [script] */
Value bytes_of_numbers(VM *vm, Value iterable, const char *range_text);
/* How often to repeat `length` bytes (negative counts are 0). [script] */
int64_t bytes_repeat_count(VM *vm, Value v, size_t length);
bool bytes_fill(Heap *heap, uint8_t *to, uint8_t byte, size_t total) MUST_CHECK;
bool bytes_fill_repeated(Heap *heap, uint8_t *to, const uint8_t *unit, size_t length, size_t total);
/* An index within self; -1: raised. [script] */
int64_t bytes_item_index(VM *vm, Value self, Value key);

#endif
