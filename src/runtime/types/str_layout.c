/* str_layout.c - join, and the methods of str that pad: ljust, center, zfill, expandtabs. */
#include "runtime/types/str_internal.h"
#include "vm/arith.h"
#include "vm/iter.h"

static inline bool put(Heap *heap, Str *to, size_t at, const Str *from)
{
    size_t length = str_length(from);
    if (UNLIKELY(str_width(to) > 1 || length > HEAP_PIECE))
        return str_put(heap, to, at, from);
    memcpy(str_data(to) + at, str_data(from), length);
    return true;
}

static Str *join_values(VM *vm, Str *separator, const Value *items, size_t count)
{
    size_t total = 0, gap = str_length(separator);
    unsigned width = 1;
    bool ascii = true;
    for (size_t i = 0; i < count; i++) {
        if (!vm_turn(vm, i))
            return NULL;
        if (!value_is_str(items[i])) {
            raise_type(vm, "sequence item %u: expected str instance, %T found", (uint64_t)i,
                       items[i]);
            return NULL;
        }
        const Str *s = as_str(items[i]);
        total += str_length(s) + (i ? gap : 0);
        if (str_width(s) > width)
            width = str_width(s);
        ascii &= str_is_ascii(s) || str_length(s) == 0;
    }
    if (total > UINT32_MAX) {
        raise_memory(vm);
        return NULL;
    }
    if (count == 1 && value_is_exactly(items[0], KIND_STR))
        return as_str(items[0]);
    if (count > 1 && gap) {
        if (str_width(separator) > width)
            width = str_width(separator);
        ascii &= str_is_ascii(separator);
    }
    Heap *heap = vm->heap;
    if (total == 0)
        return str_empty(heap);
    Str *result = str_new(heap, total, width, ascii);
    bool good = result != NULL;
    for (size_t i = 0, at = 0; good && i < count; i++) {
        const Str *s = as_str(items[i]);
        if (!vm_go_on(vm))
            return NULL;
        if (i && gap) {
            good = put(heap, result, at, separator);
            at += gap;
        }
        good = good && put(heap, result, at, s);
        at += str_length(s);
    }
    if (good && total == 1)
        return text_checked(vm, str_from_char(heap, str_at(result, 0)));
    return text_checked(vm, good ? result : NULL);
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
        if (b.failed)
            break;
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
