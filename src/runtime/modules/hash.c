/* hash.c - module _hash: MD5 (RFC 1321), SHA-1 and SHA-256 (FIPS 180-4) of bytes; lib/hashlib.ma makes objects
 * of them. Both here share their frame: blocks of 64 bytes, the length in bits at the end. */
#include "runtime/modules/helpers.h"

#include "base/sha256.h"

#include <math.h>
#include <string.h>

extern const ModuleSpec _hash_module;

typedef void (*BlockFn)(uint32_t h[5], const uint8_t *block);

static uint32_t turn_left(uint32_t x, unsigned by)
{
    return x << by | x >> (32 - by);
}

static uint32_t word_at(const uint8_t *bytes, bool big)
{
    uint32_t word = 0;
    for (int i = 0; i < 4; i++)
        word |= (uint32_t)bytes[i] << 8 * (big ? 3 - i : i);
    return word;
}

static void md5_block(uint32_t h[5], const uint8_t *block)
{
    static const uint8_t turns[4][4] = { { 7, 12, 17, 22 }, { 5, 9, 14, 20 }, { 4, 11, 16, 23 }, { 6, 10, 15, 21 } };
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3];
    for (unsigned i = 0; i < 64; i++) {
        unsigned round = i / 16;
        uint32_t f = round == 0 ? (b & c) | (~b & d) : round == 1 ? (d & b) | (~d & c) : round == 2 ? b ^ c ^ d : c ^ (b | ~d);
        unsigned at = (round == 0 ? i : round == 1 ? 5 * i + 1 : round == 2 ? 3 * i + 5 : 7 * i) % 16;
        uint32_t constant = (uint32_t)(int64_t)floor(fabs(sin((double)i + 1)) * 4294967296.0);
        f += a + constant + word_at(block + 4 * at, false);
        a = d;
        d = c;
        c = b;
        b += turn_left(f, turns[round][i % 4]);
    }
    h[0] += a;
    h[1] += b;
    h[2] += c;
    h[3] += d;
}

static void sha1_block(uint32_t h[5], const uint8_t *block)
{
    uint32_t w[80], a = h[0], b = h[1], c = h[2], d = h[3], e = h[4];
    for (int i = 0; i < 80; i++)
        w[i] = i < 16 ? word_at(block + 4 * i, true) : turn_left(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    for (int i = 0; i < 80; i++) {
        uint32_t f = i < 20 ? ((b & c) | (~b & d)) + 0x5A827999
                     : i < 40 ? (b ^ c ^ d) + 0x6ED9EBA1
                     : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC
                              : (b ^ c ^ d) + 0xCA62C1D6;
        f += turn_left(a, 5) + e + w[i];
        e = d;
        d = c;
        c = turn_left(b, 30);
        b = a;
        a = f;
    }
    h[0] += a;
    h[1] += b;
    h[2] += c;
    h[3] += d;
    h[4] += e;
}

/* false: Ctrl-C */
static bool run_blocks(VM *vm, BlockFn block, bool big, const uint8_t *data, size_t length, uint32_t h[5])
{
    size_t whole = length / 64;
    for (size_t i = 0; i < whole; i++) {
        if ((i & 0x3FFF) == 0x3FFF && !vm_go_on(vm))
            return false;
        block(h, data + 64 * i);
    }
    uint8_t rest[128] = { 0 };
    size_t left = length - 64 * whole, end = left + 9 <= 64 ? 64 : 128;
    if (left)
        memcpy(rest, data + 64 * whole, left);
    rest[left] = 0x80;
    for (unsigned i = 0; i < 8; i++)
        rest[end - 8 + i] = (uint8_t)((uint64_t)length * 8 >> 8 * (big ? 7 - i : i));
    block(h, rest);
    if (end == 128)
        block(h, rest + 64);
    return true;
}

static Value digest(VM *vm, Value arg, BlockFn block, bool big, size_t words)
{
    const uint8_t *data;
    size_t length;
    uint32_t h[5] = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0 };
    if (!bytes_view(arg, &data, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", arg);
    if (!run_blocks(vm, block, big, data, length, h))
        return VALUE_RAISED;
    uint8_t out[20];
    for (size_t i = 0; i < 4 * words; i++)
        out[i] = (uint8_t)(h[i / 4] >> 8 * (big ? 3 - i % 4 : i % 4));
    return vm_own(vm, bytes_new(vm->heap, out, 4 * words));
}

static Value hash_md5(VM *vm, Value *args, int nargs)
{
    return digest(vm, args[0], md5_block, false, 4);
}

static Value hash_sha1(VM *vm, Value *args, int nargs)
{
    return digest(vm, args[0], sha1_block, true, 5);
}

static Value hash_sha256(VM *vm, Value *args, int nargs)
{
    const uint8_t *data;
    size_t length;
    char hex[65];
    if (!bytes_view(args[0], &data, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[0]);
    sha256_hex(data, length, hex);
    return vm_str_cstr(vm, hex);
}

static const NativeSpec functions[] = {
    { "md5", hash_md5, "data, /", 0, 0, 0, "The MD5 digest of bytes." },
    { "sha1", hash_sha1, "data, /", 0, 0, 0, "The SHA-1 digest of bytes." },
    { "sha256", hash_sha256, "data, /", 0, 0, 0, "The SHA-256 digest of bytes, as hexadecimal digits." },
    { 0 },
};

const ModuleSpec _hash_module = { "_hash", "The native half of hashlib.", functions, NULL, NULL };
