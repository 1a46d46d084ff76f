/* utf8.h - code points: encoding, decoding, width on a terminal, what may stand in a name.
 * Texts of programs may hold lone surrogates ('\ud800'); they are kept as three bytes (WTF-8), which
 * utf8_decode accepts and utf8_find_invalid refuses. */
#ifndef MINIASYNC_BASE_UTF8_H
#define MINIASYNC_BASE_UTF8_H

#include "base/arena.h"

#include <stdint.h>

/* Writes the code point (surrogates too) and returns how many bytes: 1 to 4. */
int utf8_encode(uint32_t point, char out[4]);

/* Reads one code point (surrogates too); returns how many bytes, 0 when they are none. */
int utf8_decode(const char *bytes, size_t length, uint32_t *point);

/* Offset of the first byte that is not valid UTF-8 (surrogates are not); length when all is. */
size_t utf8_find_invalid(const char *bytes, size_t length);

/* How many code points; the bytes must be valid (or WTF-8). */
size_t utf8_count(const char *bytes, size_t length);

/* Columns on a terminal: 0 for combining marks, 2 for wide characters, 1 otherwise. */
int utf8_width(uint32_t point);
size_t utf8_text_width(const char *bytes, size_t length);

bool utf8_is_name_start(uint32_t point);
bool utf8_is_name_part(uint32_t point);
/* As str.isprintable: neither control, format, separator (but the blank), surrogate, unassigned. */
bool utf8_is_printable(uint32_t point);

/* The NFKC form, in the arena; NULL without memory (arena->failed) or when it has none. */
char *utf8_nfkc(Arena *arena, const char *bytes, size_t length, size_t *result_length);

#endif
