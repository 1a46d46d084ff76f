/* base64.c - module _base64: bytes to base64 (RFC 4648) and back. */
#include "runtime/modules/helpers.h"

extern const ModuleSpec _base64_module;

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static Value base64_encode(VM *vm, Value *args, int nargs)
{
    const uint8_t *data;
    size_t length;
    if (!bytes_view(args[0], &data, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[0]);
    if (length > SIZE_MAX / 2)
        return raise_memory(vm);
    Bytes *made = bytes_new(vm->heap, NULL, (length + 2) / 3 * 4);
    if (!made)
        return raise_memory(vm);
    uint8_t *to = made->data;
    for (size_t i = 0; i < length; i += 3) {
        size_t left = length - i;
        if (!vm_turn(vm, i / 3))
            return VALUE_RAISED;
        uint32_t three = (uint32_t)data[i] << 16 | (left > 1 ? (uint32_t)data[i + 1] << 8 : 0) |
                         (left > 2 ? data[i + 2] : 0);
        *to++ = (uint8_t)alphabet[three >> 18];
        *to++ = (uint8_t)alphabet[three >> 12 & 63];
        *to++ = left > 1 ? (uint8_t)alphabet[three >> 6 & 63] : '=';
        *to++ = left > 2 ? (uint8_t)alphabet[three & 63] : '=';
    }
    return OBJ(made);
}

/* Characters that are not of the alphabet are skipped. Answers the bytes, or the text of what is wrong. */
static Value base64_decode(VM *vm, Value *args, int nargs)
{
    const uint8_t *data;
    size_t length;
    if (!bytes_view(args[0], &data, &length))
        return raise_type(vm, "a bytes-like object is required, not '%T'", args[0]);
    uint8_t *out = heap_array(vm->heap, NULL, 0, length + 4);
    if (!out)
        return raise_memory(vm);
    size_t made = 0, characters = 0;
    uint32_t bits = 0;
    unsigned have = 0, pads = 0;
    bool complete = false;
    for (size_t i = 0; i < length && !complete; i++) {
        if (data[i] == '=') {
            if (have >= 2 && ++pads + have >= 4)
                complete = true;
            continue;
        }
        const char *found = data[i] ? memchr(alphabet, data[i], 64) : NULL;
        if (!found)
            continue;
        pads = 0;
        characters++;
        bits = bits << 6 | (uint32_t)(found - alphabet);
        have++;
        if (have > 1)
            out[made++] = (uint8_t)(bits >> (have == 2 ? 4 : have == 3 ? 2 : 0));
        if (have == 4) {
            have = 0;
            bits = 0;
        } else
            bits &= 63 >> (have == 1 ? 0 : have == 2 ? 2 : 4);
    }
    Value result;
    if (have != 0 && !complete)
        result = have == 1 ? OBJ(vm_format(vm,
                                           "Invalid base64-encoded string: number of data characters (%z) cannot be "
                                           "1 more than a multiple of 4",
                                           (int64_t)characters))
                           : vm_str_cstr(vm, "Incorrect padding");
    else
        result = vm_own(vm, bytes_new(vm->heap, out, made));
    heap_array_free(vm->heap, out, length + 4);
    return vm_raised(vm) ? VALUE_RAISED : result;
}

static const NativeSpec functions[] = {
    { "encode", base64_encode, "data, /", 0, 0, 0, "Base64 of bytes." },
    { "decode", base64_decode, "data, /", 0, 0, 0, "The bytes, or a str that says what is wrong." },
    { 0 },
};

const ModuleSpec _base64_module = { "_base64", "The native half of base64.", functions, NULL, NULL };
