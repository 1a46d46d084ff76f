/* sha256.h - the SHA-256 of some bytes (FIPS 180-4): names the text of a program in recordings. */
#ifndef MINIASYNC_BASE_SHA256_H
#define MINIASYNC_BASE_SHA256_H

#include <stddef.h>

void sha256_hex(const void *bytes, size_t length, char out[65]); /* 64 hexadecimal digits and a 0 */

#endif
