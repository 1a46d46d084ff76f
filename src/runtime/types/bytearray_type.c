/* bytearray_type.c - what only a bytearray can do: change. */
#include "runtime/types/bytes_internal.h"
#include "vm/arith.h"
#include "vm/iter.h"

static bool resize(VM *vm, ByteArray *array, size_t length)
{
    if (length > array->capacity || length < array->capacity / 4) {
        size_t capacity = length > array->capacity ? length + length / 8 + START(16) : length;
        uint8_t *data = heap_array(vm->heap, array->data, array->capacity, capacity);
        if (!data && capacity) {
            raise_memory(vm);
            return false;
        }
        array->data = data;
        array->capacity = capacity;
    }
    array->length = length;
    return true;
}

static Value array_new(VM *vm, Value *args, int nargs)
{
    return OBJ(heap_new_for(vm->heap, as_class(args[0]), sizeof(ByteArray)));
}

static Value array_init(VM *vm, Value *args, int nargs)
{
    Value made = bytes_contents(vm, args[1], args[2], args[3], true);
    if (value_is_raised(made))
        return made;
    ByteArray *array = AS(ByteArray, args[0]);
    BytesView view = bytes_view_of(made);
    if (value_same(made, args[0]))
        return VALUE_NONE;
    if (!resize(vm, array, view.length))
        return VALUE_RAISED;
    if (heap_copy(vm->heap, array->data, view.data, view.length))
        return VALUE_NONE;
    array->length = 0;
    return raise_memory(vm);
}

/* --- changing ------------------------------------------------------------------------------------------- */

/* `far` takes the place of the array's bytes when it is complete, which `fine` says. */
static bool take_far(VM *vm, ByteArray *array, uint8_t *far, size_t capacity, size_t length, bool fine)
{
    if (!fine) {
        heap_array_free(vm->heap, far, capacity);
        raise_memory(vm);
        return false;
    }
    heap_array_free(vm->heap, array->data, array->capacity);
    array->data = far;
    array->capacity = capacity;
    array->length = length;
    return true;
}

/* Room for the bytes of an array too long to be changed in place; NULL: it is not, or there is no memory. */
static uint8_t *far_room(VM *vm, const ByteArray *array)
{
    return array->length > HEAP_FAR ? heap_array(vm->heap, NULL, 0, array->length) : NULL;
}

/* Replaces [start, end) by count bytes, which must not lie inside. */
static bool splice(VM *vm, ByteArray *array, size_t start, size_t end, const uint8_t *data,
                   size_t count)
{
    size_t old = array->length, tail = old - end;
    size_t length = old - (end - start) + count;
    uint8_t *far = tail > HEAP_FAR || count > HEAP_FAR ? heap_array(vm->heap, NULL, 0, length + length / 8) : NULL;
    if (far)
        return take_far(vm, array, far, length + length / 8, length,
                        heap_copy(vm->heap, far, array->data, start) &&
                            heap_copy(vm->heap, far + start, data, count) &&
                            heap_copy(vm->heap, far + start + count, array->data + end, tail));
    if (length > old && !resize(vm, array, length))
        return false;
    if (tail)
        memmove(array->data + start + count, array->data + end, tail);
    if (count)
        memcpy(array->data + start, data, count);
    return length >= old || resize(vm, array, length);
}

/* The bytes to put into an array, apart from it. RAISED. [script] */
static Value new_contents(VM *vm, Value v)
{
    if (value_is_kind(v, KIND_BYTES))
        return v;
    if (bytes_is_array(v)) {
        BytesView view = bytes_view_of(v);
        return vm_own(vm, bytes_new(vm->heap, view.data, view.length));
    }
    if (value_is_str(v) || !bytes_is_iterable(vm, v))
        return raise_type(
            vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return bytes_of_numbers(vm, v, BYTE_RANGE);
}

static Value set_slice(VM *vm, Value *args)
{
    ByteArray *array = AS(ByteArray, args[0]);
    int64_t start, stop, step;
    bool deleting = value_is_unset(args[2]);
    BytesView new = { 0 };
    if (!deleting) {
        args[2] = new_contents(vm, args[2]);
        if (value_is_raised(args[2]))
            return VALUE_RAISED;
    }
    if (!slice_unpack(vm, AS(Slice, args[1]), &start, &stop, &step))
        return VALUE_RAISED;
    size_t count = slice_adjust(array->length, &start, &stop, step);
    if (!deleting)
        new = bytes_view_of(args[2]);
    if (step == 1) {
        size_t from = (size_t)start, to = stop < start ? from : (size_t)stop;
        return splice(vm, array, from, to, new.data, new.length) ? VALUE_NONE : VALUE_RAISED;
    }
    if (deleting) {
        if (count == 0)
            return VALUE_NONE;
        if (step < 0) { /* the same places, upwards */
            start += (int64_t)(count - 1) * step;
            step = -step;
        }
        size_t out = (size_t)start, next = (size_t)start, length = array->length;
        uint8_t *far = far_room(vm, array), *to = far ? far : array->data;
        bool fine = !far || heap_copy(vm->heap, far, array->data, out);
        for (size_t i = (size_t)start; fine && i < length; i++) {
            if (i == next && count > 0) {
                next += (size_t)step;
                count--;
            } else {
                to[out++] = array->data[i];
            }
            fine = !far || vm_turn(vm, i);
        }
        if (far)
            return take_far(vm, array, far, length, out, fine) ? VALUE_NONE : VALUE_RAISED;
        return resize(vm, array, out) ? VALUE_NONE : VALUE_RAISED;
    }
    if (new.length != count)
        return raise_value(vm, "attempt to assign bytes of size %u to extended slice of size %u",
                           (uint64_t)new.length, (uint64_t)count);
    size_t length = array->length;
    uint8_t *far = far_room(vm, array), *to = far ? far : array->data;
    bool fine = !far || heap_copy(vm->heap, far, array->data, length);
    for (size_t i = 0; fine && i < count; i++, start += step) {
        to[start] = new.data[i];
        fine = !far || vm_turn(vm, i);
    }
    return !far || take_far(vm, array, far, length, length, fine) ? VALUE_NONE : VALUE_RAISED;
}

static Value array_setitem(VM *vm, Value *args, int nargs)
{
    if (value_is_kind(args[1], KIND_SLICE))
        return set_slice(vm, args);
    int64_t i = bytes_item_index(vm, args[0], args[1]);
    int byte = i < 0 ? -1 : bytes_byte(vm, args[2], BYTE_RANGE);
    if (byte < 0)
        return VALUE_RAISED;
    if (i >= (int64_t)AS(ByteArray, args[0])->length) /* __index__ of the value made it shorter */
        return raise_index(vm, "bytearray index out of range");
    AS(ByteArray, args[0])->data[i] = (uint8_t)byte;
    return VALUE_NONE;
}

static Value array_delitem(VM *vm, Value *args, int nargs)
{
    Value three[3] = { args[0], args[1], VALUE_UNSET };
    if (value_is_kind(args[1], KIND_SLICE))
        return set_slice(vm, three);
    int64_t i = bytes_item_index(vm, args[0], args[1]);
    if (i < 0)
        return VALUE_RAISED;
    return splice(vm, AS(ByteArray, args[0]), (size_t)i, (size_t)i + 1, NULL, 0) ? VALUE_NONE
                                                                                 : VALUE_RAISED;
}

static Value array_iadd(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    BytesView more;
    if (!bytes_data(args[1], &more.data, &more.length))
        return raise_type(vm, "can't concat %T to %T", args[1], args[0]);
    if (value_same(args[0], args[1]) && more.length)
        return raise_fmt(vm, vm->exc[EXC_BufferError],
                         "Existing exports of data: object cannot be re-sized");
    size_t length = array->length;
    if (!resize(vm, array, length + more.length))
        return VALUE_RAISED;
    if (heap_copy(vm->heap, array->data + length, more.data, more.length))
        return args[0];
    array->length = length;
    return raise_memory(vm);
}

static Value array_imul(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    int64_t times = bytes_repeat_count(vm, args[1], array->length);
    if (times < 0)
        return times == -2 ? VALUE_NOTIMPLEMENTED : VALUE_RAISED;
    size_t unit = array->length;
    if (!resize(vm, array, unit * (size_t)times))
        return VALUE_RAISED;
    if (unit && array->length && !bytes_fill_repeated(vm->heap, array->data, array->data, unit, array->length)) {
        array->length = unit;
        return raise_memory(vm);
    }
    return args[0];
}

static Value array_append(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    int byte = bytes_byte(vm, args[1], BYTE_RANGE);
    if (byte < 0 || !resize(vm, array, array->length + 1))
        return VALUE_RAISED;
    array->data[array->length - 1] = (uint8_t)byte;
    return VALUE_NONE;
}

static Value array_extend(VM *vm, Value *args, int nargs)
{
    BytesView more;
    if (!bytes_data(args[1], &more.data, &more.length)) {
        if (value_is_str(args[1]))
            return raise_type(vm, "expected iterable of integers; got: 'str'");
        if (!bytes_is_iterable(vm, args[1]))
            return raise_type(vm, "can't extend bytearray with %T", args[1]);
        args[1] = bytes_of_numbers(vm, args[1], BYTE_RANGE);
        if (value_is_raised(args[1]))
            return VALUE_RAISED;
    } else if (value_same(args[0], args[1])) {
        args[1] = vm_own(vm, bytes_new(vm->heap, more.data, more.length));
        if (value_is_raised(args[1]))
            return VALUE_RAISED;
    }
    return value_is_raised(array_iadd(vm, args, 2)) ? VALUE_RAISED : VALUE_NONE;
}

static Value array_insert(VM *vm, Value *args, int nargs)
{
    int64_t i;
    ByteArray *array = AS(ByteArray, args[0]);
    if (!vm_index_size(vm, args[1], &i))
        return VALUE_RAISED;
    int byte = bytes_byte(vm, args[2], BYTE_RANGE);
    if (byte < 0)
        return VALUE_RAISED;
    int64_t length = (int64_t)array->length;
    i = i < 0 ? (i + length < 0 ? 0 : i + length) : i > length ? length : i;
    uint8_t data = (uint8_t)byte;
    return splice(vm, array, (size_t)i, (size_t)i, &data, 1) ? VALUE_NONE : VALUE_RAISED;
}

static Value array_pop(VM *vm, Value *args, int nargs)
{
    int64_t i = -1;
    ByteArray *array = AS(ByteArray, args[0]);
    if (!value_is_unset(args[1]) && !vm_index_size(vm, args[1], &i))
        return VALUE_RAISED;
    if (array->length == 0)
        return raise_index(vm, "pop from empty bytearray");
    if (i < 0)
        i += (int64_t)array->length;
    if (i < 0 || i >= (int64_t)array->length)
        return raise_index(vm, "pop index out of range");
    uint8_t byte = array->data[i];
    return splice(vm, array, (size_t)i, (size_t)i + 1, NULL, 0) ? value_small(byte) : VALUE_RAISED;
}

static Value array_remove(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    int byte = bytes_byte(vm, args[1], BYTE_RANGE);
    if (byte < 0)
        return VALUE_RAISED;
    uint8_t what = (uint8_t)byte;
    ptrdiff_t i = bytes_find(vm, bytes_view_of(args[0]), (BytesView){ &what, 1 }, 0, array->length);
    if (i < 0)
        return i == -2 ? VALUE_RAISED : raise_value(vm, "value not found in bytearray");
    return splice(vm, array, (size_t)i, (size_t)i + 1, NULL, 0) ? VALUE_NONE : VALUE_RAISED;
}

static Value array_reverse(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    size_t length = array->length;
    uint8_t *far = far_room(vm, array);
    if (far) {
        bool fine = true;
        for (size_t i = 0; fine && i < length; i++) {
            far[i] = array->data[length - 1 - i];
            fine = vm_turn(vm, i);
        }
        return take_far(vm, array, far, length, length, fine) ? VALUE_NONE : VALUE_RAISED;
    }
    for (size_t i = 0; i < array->length / 2; i++) {
        uint8_t c = array->data[i];
        array->data[i] = array->data[array->length - 1 - i];
        array->data[array->length - 1 - i] = c;
    }
    return VALUE_NONE;
}

static Value array_clear(VM *vm, Value *args, int nargs)
{
    return resize(vm, AS(ByteArray, args[0]), 0) ? VALUE_NONE : VALUE_RAISED;
}

static Value array_copy(VM *vm, Value *args, int nargs)
{
    return bytes_itself(vm, args[0]);
}

static const NativeSpec bytearray_methods[] = {
    { "__new__", array_new, "cls, /, *args, **kwargs", 0, 0, NATIVE_NEW, "An empty bytearray." },
    { "__init__", array_init, "self, source=b'', encoding='utf-8', errors='strict'", 0, 0, 0,
      "As bytes(), but it can be changed afterwards." },
    { "__setitem__", array_setitem, "self, key, value, /", 0, 0, 0, "Set self[key] to value." },
    { "__delitem__", array_delitem, "self, key, /", 0, 0, 0, "Delete self[key]." },
    { "__iadd__", array_iadd, "self, value, /", 0, 0, 0, "Implement self+=value." },
    { "__imul__", array_imul, "self, value, /", 0, 0, 0, "Implement self*=value." },
    { "append", array_append, "self, item, /", 0, 0, 0, "Add a number at the end." },
    { "clear", array_clear, "self, /", 0, 0, 0, "Remove everything." },
    { "copy", array_copy, "self, /", 0, 0, 0, "A bytearray of the same contents." },
    { "extend", array_extend, "self, iterable_of_ints, /", 0, 0, 0, "Add them all at the end." },
    { "insert", array_insert, "self, index, item, /", 0, 0, 0, "Put a number before index." },
    { "pop", array_pop, "self, index=-1, /", 0, 0, 0, "Remove and return the number at index." },
    { "remove", array_remove, "self, value, /", 0, 0, 0, "Remove the first such number." },
    { "reverse", array_reverse, "self, /", 0, 0, 0, "Turn the order round." },
    { 0 },
};

const TypeSpec bytearray_type = {
    "bytearray", "builtins", "Numbers from 0 to 255 in a row that can be changed.",
    KIND_BYTEARRAY, CLASS_UNHASHABLE, bytearray_methods, NULL,
};
