/* unicode.h - properties of code points and full case mapping, on top of utf8proc. Everybody in
 * runtime may enter; nobody else includes utf8proc. */
#ifndef RUNTIME_TYPES_UNICODE_H
#define RUNTIME_TYPES_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

bool unicode_is_alpha(uint32_t c);
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_space(uint32_t c);
bool unicode_is_printable(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_title(uint32_t c);
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c); /* does not interrupt a word: final sigma             */
bool unicode_is_id_start(uint32_t c);
bool unicode_is_id_continue(uint32_t c);
int unicode_decimal_value(uint32_t c);      /* 0..9, or -1                                        */

/* Full mappings: one code point becomes up to three; the answer is how many were written. */
int unicode_to_upper(uint32_t c, uint32_t out[3]);
int unicode_to_lower(uint32_t c, uint32_t out[3]);
int unicode_to_title(uint32_t c, uint32_t out[3]);
int unicode_fold(uint32_t c, uint32_t out[3]);

#endif
