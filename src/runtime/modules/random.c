/* random.c - module _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded so that the
 * sequences are CPython's, and SHA-512 (FIPS 180-4), which turns a text into a seed. The distributions are
 * lib/random.ma. */
#include "base/mem.h"
#include "base/platform.h"
#include "runtime/modules/helpers.h"

extern const ModuleSpec _random_module;

enum { MT_WORDS = 624, MT_MIDDLE = 397 };

typedef struct {
    uint32_t words[MT_WORDS];
    uint32_t next;
} Twister;

static void finalise_twister(Heap *heap, Obj *obj)
{
    Blob *blob = (Blob *)(void *)obj;
    if (blob->data)
        mem_free(blob->data, sizeof(Twister));
    blob->data = NULL;
}

static void visit_twister(Marker *marker, Obj *obj)
{
    mark_value(marker, ((Blob *)(void *)obj)->v);
}

static void seed_word(Twister *t, uint32_t seed)
{
    t->words[0] = seed;
    for (uint32_t i = 1; i < MT_WORDS; i++)
        t->words[i] = 1812433253U * (t->words[i - 1] ^ (t->words[i - 1] >> 30)) + i;
    t->next = MT_WORDS;
}

static void seed_words(Twister *t, const uint32_t *key, size_t count)
{
    uint32_t *w = t->words, i = 1;
    seed_word(t, 19650218U);
    size_t j = 0;
    for (size_t k = count > MT_WORDS ? count : MT_WORDS; k > 0; k--) {
        w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1664525U)) + key[j] + (uint32_t)j;
        if (++i >= MT_WORDS) {
            w[0] = w[MT_WORDS - 1];
            i = 1;
        }
        if (++j >= count)
            j = 0;
    }
    for (uint32_t k = MT_WORDS - 1; k > 0; k--) {
        w[i] = (w[i] ^ ((w[i - 1] ^ (w[i - 1] >> 30)) * 1566083941U)) - i;
        if (++i >= MT_WORDS) {
            w[0] = w[MT_WORDS - 1];
            i = 1;
        }
    }
    w[0] = 0x80000000U;
}

static uint32_t next_word(Twister *t)
{
    uint32_t *w = t->words;
    if (t->next >= MT_WORDS) {
        for (uint32_t k = 0; k < MT_WORDS; k++) {
            uint32_t y = (w[k] & 0x80000000U) | (w[(k + 1) % MT_WORDS] & 0x7FFFFFFFU);
            w[k] = w[(k + MT_MIDDLE) % MT_WORDS] ^ (y >> 1) ^ (y & 1 ? 0x9908B0DFU : 0);
        }
        t->next = 0;
    }
    uint32_t y = w[t->next++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9D2C5680U;
    y ^= (y << 15) & 0xEFC60000U;
    return y ^ (y >> 18);
}

static Twister *twister_of(VM *vm, Value self)
{
    if (value_is_kind(self, KIND_BLOB) && value_obj(self)->aux == runtime_of(vm)->blob_types[BLOB_RANDOM] - 1)
        return ((Blob *)(void *)value_obj(self))->data;
    raise_type(vm, "a Random was expected, not '%T'", self);
    return NULL;
}

static bool seed_value(VM *vm, Twister *t, Value seed)
{
    if (is_unset_or_none(seed) && runtime_of(vm)->seeded)
        seed = make_int(vm, (int64_t)runtime_of(vm)->seed);
    if (is_unset_or_none(seed)) {
        uint32_t key[MT_WORDS];
        int result = platform_random_bytes(key, sizeof key);
        if (result < 0) {
            raise_os(vm, -result, VALUE_UNSET);
            return false;
        }
        seed_words(t, key, MT_WORDS);
        return true;
    }
    Value n;
    if (int_is(seed)) {
        n = int_unbox(seed);
        IntStatus status = int_sign(n) < 0 ? int_neg(vm->heap, n, &n) : INT_OK;
        if (status != INT_OK) {
            raise_int_status(vm, status);
            return false;
        }
    } else {
        uint64_t hash;
        if (!vm_hash(vm, seed, &hash))
            return false;
        n = int_from_u64(vm->heap, hash);
    }
    size_t bits = int_bit_length(n), count = bits == 0 ? 1 : (bits + 31) / 32;
    uint8_t *bytes = heap_array(vm->heap, NULL, 0, count * 4);
    uint32_t *key = heap_array(vm->heap, NULL, 0, count * 4);
    bool good = bytes && key && int_to_bytes(n, bytes, count * 4, true, false) == INT_OK;
    if (good) {
        for (size_t i = 0; i < count; i++)
            key[i] = (uint32_t)bytes[4 * i] | (uint32_t)bytes[4 * i + 1] << 8 | (uint32_t)bytes[4 * i + 2] << 16 |
                     (uint32_t)bytes[4 * i + 3] << 24;
        seed_words(t, key, count);
    } else
        raise_memory(vm);
    heap_array_free(vm->heap, bytes, bytes ? count * 4 : 0);
    heap_array_free(vm->heap, key, key ? count * 4 : 0);
    return good;
}

static Value random_new(VM *vm, Value *args, int nargs)
{
    Twister *t = mem_alloc_zero(sizeof *t);
    if (!t)
        return raise_memory(vm);
    seed_word(t, 5489U);
    return runtime_blob(vm, as_class(args[0]), BLOB_RANDOM, t);
}

static Value random_init(VM *vm, Value *args, int nargs)
{
    Twister *t = twister_of(vm, args[0]);
    return t && seed_value(vm, t, args[1]) ? VALUE_NONE : VALUE_RAISED;
}

static Value random_random(VM *vm, Value *args, int nargs)
{
    Twister *t = twister_of(vm, args[0]);
    if (!t)
        return VALUE_RAISED;
    uint32_t a = next_word(t) >> 5, b = next_word(t) >> 6;
    return make_float((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

static Value bits_of(VM *vm, Twister *t, int64_t k)
{
    if (k <= 32)
        return make_int(vm, k == 0 ? 0 : next_word(t) >> (32 - k));
    size_t count = ((size_t)k - 1) / 32 + 1;
    uint8_t few[64], *bytes = few;
    if (count * 4 > sizeof few && !(bytes = heap_array(vm->heap, NULL, 0, count * 4)))
        return raise_memory(vm);
    for (size_t i = 0; i < count; i++, k -= 32) {
        if (!vm_turn(vm, i)) {
            if (bytes != few)
                heap_array_free(vm->heap, bytes, count * 4);
            return VALUE_RAISED;
        }
        uint32_t word = next_word(t);
        if (k < 32)
            word >>= 32 - k;
        for (int b = 0; b < 4; b++)
            bytes[4 * i + (size_t)b] = (uint8_t)(word >> 8 * b);
    }
    Value n;
    IntStatus status = int_from_bytes(vm->heap, bytes, count * 4, true, false, &n);
    if (bytes != few)
        heap_array_free(vm->heap, bytes, count * 4);
    return status == INT_OK ? n : raise_int_status(vm, status);
}

static Value random_getrandbits(VM *vm, Value *args, int nargs)
{
    Twister *t = twister_of(vm, args[0]);
    int64_t k;
    if (!t || !arg_int(vm, args[1], &k))
        return VALUE_RAISED;
    if (k < 0)
        return raise_value(vm, "number of bits must be non-negative");
    if (k > ((int64_t)1 << 31))
        return raise_memory(vm);
    return bits_of(vm, t, k);
}

/* A number below n (n > 0): as many bits as n has, again and again until the number is small enough. */
static Value random_randbelow(VM *vm, Value *args, int nargs)
{
    Twister *t = twister_of(vm, args[0]);
    if (!t)
        return VALUE_RAISED;
    Value n = vm_index_value(vm, args[1]);
    if (value_is_raised(n))
        return n;
    n = int_unbox(n);
    if (int_sign(n) <= 0)
        return value_small(0);
    int64_t k = (int64_t)int_bit_length(n);
    if (value_is_int(n) && k <= 32) {
        uint32_t below = (uint32_t)value_int(n), r;
        do
            r = next_word(t) >> (32 - k);
        while (r >= below);
        return value_small(r);
    }
    for (;;) {
        Value r = bits_of(vm, t, k);
        if (value_is_raised(r) || int_compare(r, n) < 0)
            return r;
    }
}

static Value random_getstate(VM *vm, Value *args, int nargs)
{
    Twister *t = twister_of(vm, args[0]);
    Tuple *state = t ? tuple_new(vm->heap, MT_WORDS + 1) : NULL;
    if (!state)
        return t ? raise_memory(vm) : VALUE_RAISED;
    for (int i = 0; i < MT_WORDS; i++)
        state->items[i] = value_small(t->words[i]);
    state->items[MT_WORDS] = value_small(t->next);
    return OBJ(state);
}

static Value random_setstate(VM *vm, Value *args, int nargs)
{
    Twister *t = twister_of(vm, args[0]), fresh;
    if (!t)
        return VALUE_RAISED;
    if (!value_is_tuple(args[1]))
        return raise_type(vm, "state vector must be a tuple");
    if (tuple_length(as_tuple(args[1])) != MT_WORDS + 1)
        return raise_value(vm, "state vector is the wrong size");
    for (int i = 0; i <= MT_WORDS; i++) {
        Value v = as_tuple(args[1])->items[i];
        if (!value_is_int(v))
            return raise_type(vm, "an integer is required");
        if (i < MT_WORDS)
            fresh.words[i] = (uint32_t)value_int(v);
        else if (value_int(v) < 0 || value_int(v) > MT_WORDS)
            return raise_value(vm, "invalid state");
        else
            fresh.next = (uint32_t)value_int(v);
    }
    *t = fresh;
    return VALUE_NONE;
}

/* --- SHA-512 ------------------------------------------------------------------------------------------- */

static uint64_t turn(uint64_t x, int n)
{
    return x >> n | x << (64 - n);
}

/* The round constants: the first 64 bits of the fractions of the cube roots of the first 80 primes. Found here
 * with integer arithmetic: 80 numbers of 20 digits cannot be checked by eye. */
static void round_constants(uint64_t k[80])
{
    int found = 0;
    for (uint32_t p = 2; found < 80; p++) {
        bool prime = true;
        for (uint32_t d = 2; d * d <= p; d++)
            prime = prime && p % d != 0;
        if (!prime)
            continue;
        /* the largest r with r^3 <= p * 2^192; r has up to 67 bits: its whole part a and 64 bits of fraction f */
        uint32_t a = 1;
        while ((a + 1) * (a + 1) * (a + 1) <= p)
            a++;
        uint64_t f = 0;
        for (int bit = 63; bit >= 0; bit--) {
            uint64_t try = f | (uint64_t)1 << bit;
            /* (a * 2^64 + try)^3 as words of 32 bits, compared with p * 2^192 */
            uint64_t r[3] = { try & 0xFFFFFFFF, try >> 32, a }, square[6] = { 0 }, cube[9] = { 0 };
            for (int i = 0; i < 3; i++) {
                uint64_t carry = 0;
                for (int j = 0; j < 3; j++) {
                    carry += square[i + j] + r[i] * r[j];
                    square[i + j] = carry & 0xFFFFFFFF;
                    carry >>= 32;
                }
                square[i + 3] += carry;
            }
            for (int i = 0; i < 6; i++) {
                uint64_t carry = 0;
                for (int j = 0; j < 3; j++) {
                    carry += cube[i + j] + square[i] * r[j];
                    cube[i + j] = carry & 0xFFFFFFFF;
                    carry >>= 32;
                }
                cube[i + 3 < 9 ? i + 3 : 8] += i + 3 < 9 ? carry : 0;
            }
            bool over = cube[8] > 0 || cube[7] > 0 || cube[6] > p;
            if (!over && cube[6] == p)
                for (int i = 0; i < 6; i++)
                    over = over || cube[i] > 0;
            if (!over)
                f = try;
        }
        k[found++] = f;
    }
}

static void sha512_block(uint64_t h[8], const uint64_t k[80], const uint8_t *block)
{
    uint64_t w[80], v[8];
    for (int i = 0; i < 16; i++) {
        w[i] = 0;
        for (int b = 0; b < 8; b++)
            w[i] = w[i] << 8 | block[8 * i + b];
    }
    for (int i = 16; i < 80; i++) {
        uint64_t s0 = turn(w[i - 15], 1) ^ turn(w[i - 15], 8) ^ w[i - 15] >> 7;
        uint64_t s1 = turn(w[i - 2], 19) ^ turn(w[i - 2], 61) ^ w[i - 2] >> 6;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    memcpy(v, h, sizeof v);
    for (int i = 0; i < 80; i++) {
        uint64_t s1 = turn(v[4], 14) ^ turn(v[4], 18) ^ turn(v[4], 41);
        uint64_t t1 = v[7] + s1 + ((v[4] & v[5]) ^ (~v[4] & v[6])) + k[i] + w[i];
        uint64_t s0 = turn(v[0], 28) ^ turn(v[0], 34) ^ turn(v[0], 39);
        uint64_t t2 = s0 + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        for (int j = 7; j > 0; j--)
            v[j] = v[j - 1];
        v[4] += t1;
        v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++)
        h[i] += v[i];
}

static void sha512(const uint8_t *data, size_t length, uint8_t digest[64])
{
    uint64_t k[80], h[8] = { 0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                             0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179 };
    round_constants(k);
    size_t whole = length / 128;
    for (size_t i = 0; i < whole; i++)
        sha512_block(h, k, data + 128 * i);
    uint8_t rest[256] = { 0 };
    size_t left = length - 128 * whole, end = left + 17 <= 128 ? 128 : 256;
    if (left)
        memcpy(rest, data + 128 * whole, left);
    rest[left] = 0x80;
    for (size_t i = 0; i < 8; i++)
        rest[end - 1 - i] = (uint8_t)((uint64_t)length << 3 >> 8 * i);
    rest[end - 9] = (uint8_t)((uint64_t)length >> 61);
    sha512_block(h, k, rest);
    if (end == 256)
        sha512_block(h, k, rest + 128);
    for (int i = 0; i < 64; i++)
        digest[i] = (uint8_t)(h[i / 8] >> (56 - 8 * (i % 8)));
}

static Value random_sha512(VM *vm, Value *args, int nargs)
{
    const uint8_t *data;
    size_t length;
    uint8_t digest[64];
    if (!bytes_view(args[0], &data, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[0]);
    sha512(data, length, digest);
    return vm_own(vm, bytes_new(vm->heap, digest, sizeof digest));
}

static const NativeSpec random_methods[] = {
    { "__new__", random_new, "cls, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", random_init, "self, seed=None, /", 0, 0, 0, NULL },
    { "seed", random_init, "self, n=None, /", 0, 0, 0, "Begins the sequence that belongs to a seed." },
    { "random", random_random, "self, /", 0, 0, 0, "A float from 0 to below 1." },
    { "getrandbits", random_getrandbits, "self, k, /", 0, 0, 0, "An int of k random bits." },
    { "_randbelow", random_randbelow, "self, n, /", 0, 0, 0, "An int from 0 to below n." },
    { "getstate", random_getstate, "self, /", 0, 0, 0, "Where in its sequence the generator is." },
    { "setstate", random_setstate, "self, state, /", 0, 0, 0, "Goes back to such a place." },
    { 0 },
};
static const TypeSpec random_type = { "Random", "_random", "Mersenne Twister.", KIND_BLOB, 0, random_methods, NULL };

static bool setup(VM *vm, Module *module)
{
    runtime_of(vm)->blob_types[BLOB_RANDOM] = heap_add_blob_type(vm->heap, visit_twister, finalise_twister) + 1;
    Class *cls = type_create(vm, &random_type, NULL);
    return cls && module_add(vm, module, "Random", OBJ(cls));
}

static const NativeSpec functions[] = {
    { "sha512", random_sha512, "data, /", 0, 0, 0, "The SHA-512 digest of bytes." },
    { 0 },
};

const ModuleSpec _random_module = { "_random", "The native half of random.", functions, NULL, setup };
