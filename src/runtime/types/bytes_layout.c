/* bytes_layout.c - join, and the methods of bytes and bytearray that pad. */
#include "runtime/types/bytes_internal.h"
#include "vm/arith.h"
#include "vm/iter.h"

static Value octets_join(VM *vm, Value *args, int nargs)
{
    if (!bytes_is_iterable(vm, args[1]))
        return raise_type(vm, "can only join an iterable");
    List *list = vm_list_from(vm, args[1]);
    if (!list)
        return VALUE_RAISED;
    BytesView gap = bytes_view_of(args[0]), item;
    size_t total = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        if (!bytes_data(list->items[i], &item.data, &item.length))
            return raise_type(vm, "sequence item %u: expected a bytes-like object, %T found",
                              (uint64_t)i, list->items[i]);
        if (__builtin_add_overflow(total, item.length + (i ? gap.length : 0), &total))
            return raise_memory(vm);
    }
    Value result = bytes_like(vm, args[0], NULL, total);
    if (value_is_raised(result) || total == 0)
        return result;
    uint8_t *out = bytes_data_of(result);
    for (size_t i = 0; i < list->count; i++) {
        item = bytes_view_of(list->items[i]);
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        if (i) {
            if (!heap_copy(vm->heap, out, gap.data, gap.length))
                return raise_memory(vm);
            out += gap.length;
        }
        if (!heap_copy(vm->heap, out, item.data, item.length))
            return raise_memory(vm);
        out += item.length;
    }
    return result;
}

static Value pad(VM *vm, Value *args, const char *name)
{
    int64_t width;
    if (!vm_index_size(vm, args[1], &width))
        return VALUE_RAISED;
    BytesView self = bytes_view_of(args[0]), fill = { (const uint8_t *)" ", 1 };
    if (!value_is_unset(args[2]) &&
        (!bytes_data(args[2], &fill.data, &fill.length) || fill.length != 1))
        return raise_type(vm, "%s() argument 2 must be a byte string of length 1, not %T", name,
                          args[2]);
    if (width < 0 || (uint64_t)width <= self.length)
        return bytes_itself(vm, args[0]);
    size_t total = (size_t)width, missing = total - self.length;
    size_t left = *name == 'c' ? missing / 2 + (missing & total & 1) : *name == 'r' ? missing : 0;
    uint8_t filler = *fill.data;
    Value result = bytes_like(vm, args[0], NULL, total);
    if (value_is_raised(result))
        return result;
    uint8_t *out = bytes_data_of(result);
    if (!bytes_fill(vm->heap, out, filler, left) || !heap_copy(vm->heap, out + left, self.data, self.length) ||
        !bytes_fill(vm->heap, out + left + self.length, filler, missing - left))
        return raise_memory(vm);
    return result;
}

static Value octets_center(VM *vm, Value *args, int nargs)
{
    return pad(vm, args, "center");
}

static Value octets_ljust(VM *vm, Value *args, int nargs)
{
    return pad(vm, args, "ljust");
}

static Value octets_rjust(VM *vm, Value *args, int nargs)
{
    return pad(vm, args, "rjust");
}

static Value octets_zfill(VM *vm, Value *args, int nargs)
{
    int64_t width;
    if (!vm_index_size(vm, args[1], &width))
        return VALUE_RAISED;
    BytesView self = bytes_view_of(args[0]);
    if (width < 0 || (uint64_t)width <= self.length)
        return bytes_itself(vm, args[0]);
    Value result = bytes_like(vm, args[0], NULL, (size_t)width);
    if (value_is_raised(result))
        return result;
    size_t zeros = (size_t)width - self.length;
    size_t sign = self.length && (*self.data == '+' || *self.data == '-');
    uint8_t *out = bytes_data_of(result);
    memset(out, '0', (size_t)width);
    memcpy(out, self.data, sign);
    memcpy(out + sign + zeros, self.data + sign, self.length - sign);
    return result;
}

static Value octets_expandtabs(VM *vm, Value *args, int nargs)
{
    int64_t size = 8;
    if (!value_is_unset(args[1]) && !vm_index_size(vm, args[1], &size))
        return VALUE_RAISED;
    if (size > INT32_MAX)
        return raise_overflow(vm, "Python int too large to convert to C int");
    BytesView self = bytes_view_of(args[0]);
    Value result = VALUE_UNSET;
    for (int pass = 0; pass < 2; pass++) { /* count, then write */
        size_t total = 0;
        int64_t column = 0;
        uint8_t *out = pass ? bytes_data_of(result) : NULL;
        for (size_t i = 0; i < self.length; i++) {
            uint8_t c = self.data[i];
            size_t wide = c != '\t' ? 1 : size > 0 ? (size_t)(size - column % size) : 0;
            if (pass && wide)
                memset(out + total, c == '\t' ? ' ' : c, wide);
            total += wide;
            column = c == '\n' || c == '\r' ? 0 : column + (int64_t)wide;
        }
        if (pass == 0)
            result = bytes_like(vm, args[0], NULL, total);
        if (value_is_raised(result))
            break;
    }
    return result;
}

const NativeSpec bytes_layout_methods[] = {
    { "center", octets_center, "self, width, fillchar=b' ', /", 0, 0, 0,
      "Padded on both sides." },
    { "expandtabs", octets_expandtabs, "self, /, tabsize=8", 0, 0, 0, "Tabs become spaces." },
    { "join", octets_join, "self, iterable, /", 0, 0, 0,
      "The items of the iterable with self between them." },
    { "ljust", octets_ljust, "self, width, fillchar=b' ', /", 0, 0, 0,
      "Padded on the right." },
    { "rjust", octets_rjust, "self, width, fillchar=b' ', /", 0, 0, 0,
      "Padded on the left." },
    { "zfill", octets_zfill, "self, width, /", 0, 0, 0, "Padded with zeros behind the sign." },
    { 0 },
};
