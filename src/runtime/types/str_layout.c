/* str_layout.c - join, and the methods of str that pad: ljust, center, zfill, expandtabs. */
#include "runtime/types/str_internal.h"
#include "vm/arith.h"
#include "vm/iter.h"

static Str *join_values(VM *vm, Str *separator, const Value *items, size_t count)
{
    enum { SMALL = 512 };
    size_t total = 0, gap = str_length(separator);
    bool narrow = str_width(separator) == 1;
    for (size_t i = 0; i < count; i++) {
        if (!vm_turn(vm, i))
            return NULL;
        if (!value_is_str(items[i])) {
            raise_type(vm, "sequence item %u: expected str instance, %T found", (uint64_t)i,
                       items[i]);
            return NULL;
        }
        total += str_length(as_str(items[i])) + (i ? gap : 0);
        narrow &= str_width(as_str(items[i])) == 1;
    }
    if (total > UINT32_MAX) {
        raise_memory(vm);
        return NULL;
    }
    if (count == 1 && value_is_exactly(items[0], KIND_STR))
        return as_str(items[0]);
    Heap *heap = vm->heap;
    if (!narrow) {
        StrBuilder b;
        builder_init(&b, heap);
        for (size_t i = 0; i < count; i++) {
            if (i)
                builder_str(&b, separator);
            builder_str(&b, as_str(items[i]));
        }
        return text_checked(vm, builder_finish(&b));
    }
    if (total == 0)
        return str_empty(heap);
    uint8_t small[SMALL], *data = small, *p;
    if (total > SMALL && !(data = heap_array(heap, NULL, 0, total))) {
        raise_memory(vm);
        return NULL;
    }
    small[0] = 0;
    p = data;
    for (size_t i = 0; i < count; i++) {
        const Str *s = as_str(items[i]);
        if (!vm_go_on(vm)) {
            if (data != small)
                heap_array_free(heap, data, total);
            return NULL;
        }
        if (i && gap) {
            memcpy(p, str_data(separator), gap);
            p += gap;
        }
        memcpy(p, str_data(s), str_length(s));
        p += str_length(s);
    }
    Str *result = str_from_latin1(heap, data, total);
    if (data != small)
        heap_array_free(heap, data, total);
    return text_checked(vm, result);
}

Str *text_join(VM *vm, Str *separator, Value iterable)
{
    if (value_is_exactly(iterable, KIND_LIST))
        return join_values(vm, separator, as_list(iterable)->items, as_list(iterable)->count);
    if (value_is_exactly(iterable, KIND_TUPLE))
        return join_values(vm, separator, as_tuple(iterable)->items,
                           tuple_length(as_tuple(iterable)));
    Class *cls = class_of(vm, iterable);
    if (value_is_unset(class_lookup(vm, cls, NAME(vm, __iter__))) &&
        value_is_unset(class_lookup(vm, cls, NAME(vm, __getitem__)))) {
        raise_type(vm, "can only join an iterable");
        return NULL;
    }
    List *list = vm_list_from(vm, iterable);
    return list ? join_values(vm, separator, list->items, list->count) : NULL;
}

static Value text_join_method(VM *vm, Value *args, int nargs)
{
    Str *s = text_join(vm, as_str(args[0]), args[1]);
    return s ? OBJ(s) : VALUE_RAISED;
}

static Value pad(VM *vm, Value self, size_t left, size_t right, uint32_t fill)
{
    Str *s = as_str(self);
    if (left == 0 && right == 0)
        return text_itself(vm, self);
    if (left > UINT32_MAX || right > UINT32_MAX || left + right + str_length(s) > UINT32_MAX)
        return raise_memory(vm);
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_fill(&b, fill, left);
    builder_str(&b, s);
    builder_fill(&b, fill, right);
    return text_result(vm, builder_finish(&b));
}

/* (width, fillchar): how much is missing, and with what to fill it. */
static bool padding(VM *vm, Value *args, size_t *missing, uint32_t *fill)
{
    int64_t width;
    size_t length = str_length(as_str(args[0]));
    if (!vm_index_size(vm, args[1], &width))
        return false;
    *fill = ' ';
    if (!value_is_unset(args[2])) {
        if (!value_is_str(args[2])) {
            raise_type(vm, "The fill character must be a unicode character, not %T", args[2]);
            return false;
        }
        if (str_length(as_str(args[2])) != 1) {
            raise_type(vm, "The fill character must be exactly one character long");
            return false;
        }
        *fill = str_at(as_str(args[2]), 0);
    }
    *missing = width < 0 || (uint64_t)width <= length ? 0 : (size_t)width - length;
    return true;
}

static Value text_ljust(VM *vm, Value *args, int nargs)
{
    size_t missing;
    uint32_t fill;
    return padding(vm, args, &missing, &fill) ? pad(vm, args[0], 0, missing, fill) : VALUE_RAISED;
}

static Value text_rjust(VM *vm, Value *args, int nargs)
{
    size_t missing;
    uint32_t fill;
    return padding(vm, args, &missing, &fill) ? pad(vm, args[0], missing, 0, fill) : VALUE_RAISED;
}

static Value text_center(VM *vm, Value *args, int nargs)
{
    size_t missing;
    uint32_t fill;
    if (!padding(vm, args, &missing, &fill))
        return VALUE_RAISED;
    size_t width = missing + str_length(as_str(args[0]));
    size_t left = missing / 2 + (missing & width & 1);
    return pad(vm, args[0], left, missing - left, fill);
}

static Value text_zfill(VM *vm, Value *args, int nargs)
{
    int64_t width;
    Str *s = as_str(args[0]);
    size_t length = str_length(s);
    if (!vm_index_size(vm, args[1], &width))
        return VALUE_RAISED;
    if (width < 0 || (uint64_t)width <= length)
        return text_itself(vm, args[0]);
    if ((uint64_t)width > UINT32_MAX)
        return raise_memory(vm);
    bool sign = length && (str_at(s, 0) == '+' || str_at(s, 0) == '-');
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_slice(&b, s, 0, sign);
    builder_fill(&b, '0', (size_t)width - length);
    builder_slice(&b, s, sign, length);
    return text_result(vm, builder_finish(&b));
}

static Value text_expandtabs(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    int64_t size = 8;
    if (!value_is_unset(args[1]) && !vm_index_size(vm, args[1], &size))
        return VALUE_RAISED;
    if (size > INT32_MAX)
        return raise_overflow(vm, "Python int too large to convert to C int");
    StrBuilder b;
    builder_init(&b, vm->heap);
    int64_t column = 0;
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        if (c == '\t') {
            if (size > 0) {
                builder_fill(&b, ' ', (size_t)(size - column % size));
                column += size - column % size;
            }
            continue;
        }
        column = c == '\n' || c == '\r' ? 0 : column + 1;
        builder_char(&b, c);
    }
    return text_result(vm, builder_finish(&b));
}

const NativeSpec str_layout_methods[] = {
    { "center", text_center, "self, width, fillchar=' ', /", 0, 0, 0,
      "Padded on both sides to width." },
    { "expandtabs", text_expandtabs, "self, /, tabsize=8", 0, 0, 0, "Tabs become spaces." },
    { "join", text_join_method, "self, iterable, /", 0, 0, 0,
      "The texts of the iterable with self between them." },
    { "ljust", text_ljust, "self, width, fillchar=' ', /", 0, 0, 0, "Padded on the right." },
    { "rjust", text_rjust, "self, width, fillchar=' ', /", 0, 0, 0, "Padded on the left." },
    { "zfill", text_zfill, "self, width, /", 0, 0, 0, "Padded with zeros behind the sign." },
    { 0 },
};
