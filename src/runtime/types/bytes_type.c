/* bytes_type.c - bytes and bytearray as scripts see them: one set of functions for both, which answer
 * what self is. A bytearray may change whenever script code runs, so every function first turns its
 * arguments into numbers and only then looks at data and length. */
#include "runtime/types/types.h"
#include "bytecode/code.h"
#include "vm/arith.h"
#include "vm/iter.h"
#include <stdio.h>

typedef struct {
    const uint8_t *data;
    size_t length;
} View;

bool bytes_data(Value v, const uint8_t **data, size_t *length)
{
    if (value_is_kind(v, KIND_BYTES)) {
        *data = as_bytes(v)->data;
        *length = as_bytes(v)->length;
        return true;
    }
    if (value_is_kind(v, KIND_BYTEARRAY)) {
        static const uint8_t nothing[1] = { 0 };
        *data = AS(ByteArray, v)->data ? AS(ByteArray, v)->data : nothing;
        *length = AS(ByteArray, v)->length;
        return true;
    }
    return false;
}

static View view_of(Value v)
{
    View view = { 0 };
    bytes_data(v, &view.data, &view.length);
    return view;
}

static bool view_argument(VM *vm, Value v, View *view)
{
    if (bytes_data(v, &view->data, &view->length))
        return true;
    raise_type(vm, "a bytes-like object is required, not '%T'", v);
    return false;
}

static bool is_array(Value v)
{
    return value_is_kind(v, KIND_BYTEARRAY);
}

/* bytes or bytearray, as self is. data NULL: zeros. */
static Value make_like(VM *vm, Value self, const void *data, size_t length)
{
    void *made = is_array(self) ? (void *)bytearray_new(vm->heap, data, length)
                                : (void *)bytes_new(vm->heap, data, length);
    return vm_own(vm, made);
}

static uint8_t *data_of(Value v) /* of something just made by make_like */
{
    return is_array(v) ? AS(ByteArray, v)->data : as_bytes(v)->data;
}

static Value itself(VM *vm, Value self)
{
    if (value_is_exactly(self, KIND_BYTES))
        return self;
    View view = view_of(self);
    return make_like(vm, self, view.data, view.length);
}

/* --- repr ----------------------------------------------------------------------------------------------- */

static void put_repr(StrBuilder *b, const uint8_t *data, size_t length)
{
    bool single = memchr(data, '\'', length), twice = memchr(data, '"', length);
    uint8_t quote = single && !twice ? '"' : '\'';
    builder_char(b, 'b');
    builder_char(b, quote);
    for (size_t i = 0; i < length; i++) {
        uint8_t c = data[i];
        char text[8];
        if (c == quote || c == '\\')
            snprintf(text, sizeof text, "\\%c", c);
        else if (c == '\t' || c == '\n' || c == '\r')
            snprintf(text, sizeof text, "\\%c", c == '\t' ? 't' : c == '\n' ? 'n' : 'r');
        else if (c < 32 || c >= 127)
            snprintf(text, sizeof text, "\\x%02x", c);
        else {
            builder_char(b, c);
            continue;
        }
        builder_cstr(b, text);
    }
    builder_char(b, quote);
}

Str *bytes_to_repr(VM *vm, const uint8_t *data, size_t length)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    put_repr(&b, data, length);
    return text_checked(vm, builder_finish(&b));
}

static Value octets_repr(VM *vm, Value *args, int nargs)
{
    View view = view_of(args[0]);
    StrBuilder b;
    builder_init(&b, vm->heap);
    if (is_array(args[0])) {
        builder_str(&b, class_of(vm, args[0])->name);
        builder_char(&b, '(');
    }
    put_repr(&b, view.data, view.length);
    if (is_array(args[0]))
        builder_char(&b, ')');
    Str *s = text_checked(vm, builder_finish(&b));
    return s ? OBJ(s) : VALUE_RAISED;
}

/* --- making -------------------------------------------------------------------------------------------------- */

static bool resize(VM *vm, ByteArray *array, size_t length)
{
    if (length > array->capacity || length < array->capacity / 4) {
        size_t capacity = length > array->capacity ? length + length / 8 + 16 : length;
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

/* A number as a byte; -1: raised. [script] */
static int byte_of(VM *vm, Value v, const char *text)
{
    int64_t n;
    Value index = vm_index_value(vm, v);
    if (value_is_raised(index))
        return -1;
    if (!int_to_i64(index, &n) || n < 0 || n > 255) {
        raise_value(vm, "%s", text);
        return -1;
    }
    return (int)n;
}

#define BYTE_RANGE  "byte must be in range(0, 256)"
#define BYTES_RANGE "bytes must be in range(0, 256)"

static bool is_iterable(VM *vm, Value v)
{
    Class *cls = class_of(vm, v);
    return !value_is_unset(class_lookup(vm, cls, NAME(vm, __iter__))) ||
           !value_is_unset(class_lookup(vm, cls, NAME(vm, __getitem__)));
}

/* The numbers of an iterable as a new bytes object. [script] */
static Value bytes_of_numbers(VM *vm, Value iterable, const char *range_text)
{
    List *list = vm_list_from(vm, iterable);
    if (!list)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(list));
    Bytes *bytes = bytes_new(vm->heap, NULL, list->count);
    if (!bytes)
        return raise_memory(vm);
    vm_keep(vm, OBJ(bytes));
    for (size_t i = 0; i < bytes->length && i < list->count; i++) {
        int byte = byte_of(vm, list->items[i], range_text);
        if (byte < 0)
            return VALUE_RAISED;
        bytes->data[i] = (uint8_t)byte;
    }
    return OBJ(bytes);
}

Value bytes_from_value(VM *vm, Value v)
{
    if (value_is_kind(v, KIND_BYTES) || is_array(v))
        return v;
    Value made = vm_call_special(vm, v, NAME(vm, __bytes__), 0, NULL);
    if (!value_is_unset(made)) {
        if (!value_is_raised(made) && !value_is_kind(made, KIND_BYTES))
            return raise_type(vm, "__bytes__ returned non-bytes (type %T)", made);
        return made;
    }
    if (value_is_str(v) || !is_iterable(vm, v))
        return raise_type(vm, "cannot convert '%T' object to bytes", v);
    return bytes_of_numbers(vm, v, BYTES_RANGE);
}

/* What bytes(source, encoding, errors) holds, as bytes or bytearray. [script] */
static Value contents(VM *vm, Value source, Value encoding, Value errors, bool array)
{
    const char *type = array ? "bytearray" : "bytes";
    for (int i = 0; i < 2; i++) {
        Value v = i ? errors : encoding;
        if (!value_is_unset(v) && !value_is_str(v))
            return raise_type(vm, "%s() argument '%s' must be str, not %T", type,
                              i ? "errors" : "encoding", v);
    }
    bool coded = !value_is_unset(encoding) || !value_is_unset(errors);
    if (value_is_unset(source)) {
        if (coded)
            return raise_type(vm, "%s without a string argument",
                              value_is_unset(encoding) ? "errors" : "encoding");
        return vm_own(vm, bytes_new(vm->heap, "", 0));
    }
    if (value_is_str(source)) {
        if (value_is_unset(encoding))
            return raise_type(vm, "string argument without an encoding");
        Bytes *bytes = codecs_encode(vm, as_str(source), as_str(encoding),
                                     value_is_unset(errors) ? NULL : as_str(errors));
        return bytes ? OBJ(bytes) : VALUE_RAISED;
    }
    if (coded)
        return raise_type(vm, "%s without a string argument",
                          value_is_unset(encoding) ? "errors" : "encoding");
    if (value_is_kind(source, KIND_BYTES) || is_array(source))
        return source;
    if (!array) {
        Value made = vm_call_special(vm, source, NAME(vm, __bytes__), 0, NULL);
        if (!value_is_unset(made)) {
            if (!value_is_raised(made) && !value_is_kind(made, KIND_BYTES))
                return raise_type(vm, "__bytes__ returned non-bytes (type %T)", made);
            return made;
        }
    }
    if (int_is(source) ||
        !value_is_unset(class_lookup(vm, class_of(vm, source), NAME(vm, __index__)))) {
        int64_t count;
        if (!vm_index(vm, source, &count))
            return VALUE_RAISED;
        if (count < 0)
            return raise_value(vm, "negative count");
        return vm_own(vm, bytes_new(vm->heap, NULL, (size_t)count));
    }
    if (!is_iterable(vm, source))
        return raise_type(vm, "cannot convert '%T' object to %s", source, type);
    return bytes_of_numbers(vm, source, array ? BYTE_RANGE : BYTES_RANGE);
}

static Value octets_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    Value made = contents(vm, args[1], args[2], args[3], false);
    if (value_is_raised(made))
        return made;
    View view = view_of(made);
    if (cls == vm->heap->classes[KIND_BYTES]) {
        if (value_is_exactly(made, KIND_BYTES))
            return made;
        return vm_own(vm, bytes_new(vm->heap, view.data, view.length));
    }
    Bytes *bytes = heap_new_for(vm->heap, cls, offsetof(Bytes, data) + view.length + 1);
    if (!bytes)
        return raise_memory(vm);
    bytes->length = view.length;
    memcpy(bytes->data, view.data, view.length);
    return OBJ(bytes);
}

static Value array_new(VM *vm, Value *args, int nargs)
{
    return OBJ(heap_new_for(vm->heap, as_class(args[0]), sizeof(ByteArray)));
}

static Value array_init(VM *vm, Value *args, int nargs)
{
    Value made = contents(vm, args[1], args[2], args[3], true);
    if (value_is_raised(made))
        return made;
    ByteArray *array = AS(ByteArray, args[0]);
    View view = view_of(made);
    if (value_same(made, args[0]))
        return VALUE_NONE;
    if (!resize(vm, array, view.length))
        return VALUE_RAISED;
    if (view.length)
        memcpy(array->data, view.data, view.length);
    return VALUE_NONE;
}

/* --- operators -------------------------------------------------------------------------------------------------- */

static Value octets_hash(VM *vm, Value *args, int nargs)
{
    View view = view_of(args[0]);
    uint64_t hash;
    if (!value_is_exactly(args[0], KIND_BYTES) || !dict_plain_hash(vm->heap, args[0], &hash))
        hash = hash_bytes(vm->heap, view.data, view.length);
    return int_from_i64(vm->heap, (int64_t)hash);
}

static Value octets_len(VM *vm, Value *args, int nargs)
{
    return value_small((int64_t)view_of(args[0]).length);
}

static Value octets_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_sequence(vm, args[0], false);
}

static Value octets_add(VM *vm, Value *args, int nargs)
{
    View a = view_of(args[0]), b;
    if (!bytes_data(args[1], &b.data, &b.length))
        return VALUE_NOTIMPLEMENTED;
    Value sum = make_like(vm, args[0], NULL, a.length + b.length);
    if (value_is_raised(sum) || a.length + b.length == 0)
        return sum;
    memcpy(data_of(sum), a.data, a.length);
    memcpy(data_of(sum) + a.length, b.data, b.length);
    return sum;
}

/* `times` out of an argument; -1 raised, -2 not a number. [script] */
static int64_t repeat_count(VM *vm, Value v, size_t length)
{
    int64_t times;
    if (!int_is(v) && value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__))))
        return -2;
    if (!vm_index(vm, v, &times))
        return -1;
    if (times < 0 || length == 0)
        return 0;
    if ((uint64_t)times > (uint64_t)INT64_MAX / 4 / length) {
        raise_memory(vm);
        return -1;
    }
    return times;
}

static void fill_repeated(uint8_t *to, const uint8_t *unit, size_t length, size_t total)
{
    if (length == 1) {
        memset(to, *unit, total);
        return;
    }
    for (size_t done = 0; done < total; done += length)
        memcpy(to + done, unit, length);
}

static Value octets_mul(VM *vm, Value *args, int nargs)
{
    int64_t times = repeat_count(vm, args[1], view_of(args[0]).length);
    if (times < 0)
        return times == -2 ? VALUE_NOTIMPLEMENTED : VALUE_RAISED;
    View view = view_of(args[0]);
    size_t total = view.length * (size_t)times;
    Value product = make_like(vm, args[0], NULL, total);
    if (!value_is_raised(product) && total)
        fill_repeated(data_of(product), view.data, view.length, total);
    return product;
}

static Value octets_mod(VM *vm, Value *args, int nargs)
{
    View self = view_of(args[0]);
    Str *template = text_checked(vm, str_from_latin1(vm->heap, self.data, self.length));
    if (!template)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(template));
    Str *text = format_percent_bytes(vm, template, args[1]);
    if (!text)
        return VALUE_RAISED;
    return make_like(vm, args[0], text->data, str_length(text)); /* all of it is below 256 */
}

static Value order(Value a, Value b, CompareOp op)
{
    View x = view_of(a), y;
    if (!bytes_data(b, &y.data, &y.length))
        return VALUE_NOTIMPLEMENTED;
    size_t common = x.length < y.length ? x.length : y.length;
    int sign = memcmp(x.data, y.data, common);
    if (sign == 0)
        sign = (x.length > y.length) - (x.length < y.length);
    switch (op) {
    case CMP_LT: return value_bool(sign < 0);
    case CMP_LE: return value_bool(sign <= 0);
    case CMP_EQ: return value_bool(sign == 0);
    case CMP_NE: return value_bool(sign != 0);
    case CMP_GT: return value_bool(sign > 0);
    case CMP_GE: return value_bool(sign >= 0);
    }
    return VALUE_FALSE;
}

#define COMPARE(name, op)                                                   \
    static Value octets_##name(VM *vm, Value *args, int nargs)              \
    {                                                                       \
        return order(args[0], args[1], op);                                 \
    }
COMPARE(lt, CMP_LT)
COMPARE(le, CMP_LE)
COMPARE(eq, CMP_EQ)
COMPARE(ne, CMP_NE)
COMPARE(gt, CMP_GT)
COMPARE(ge, CMP_GE)

/* A key that is no slice as an index into self; -1: raised. [script] */
static int64_t item_index(VM *vm, Value self, Value key)
{
    int64_t i;
    if (!int_is(key) && value_is_unset(class_lookup(vm, class_of(vm, key), NAME(vm, __index__)))) {
        raise_type(vm, "%s indices must be integers or slices, not %T",
                   is_array(self) ? "bytearray" : "byte", key);
        return -1;
    }
    if (!vm_index_item(vm, key, &i))
        return -1;
    int64_t length = (int64_t)view_of(self).length;
    if (i < 0)
        i += length;
    if (i < 0 || i >= length) {
        raise_index(vm, is_array(self) ? "bytearray index out of range" : "index out of range");
        return -1;
    }
    return i;
}

static Value octets_getitem(VM *vm, Value *args, int nargs)
{
    if (value_is_kind(args[1], KIND_SLICE)) {
        int64_t start, stop, step;
        size_t count;
        if (!slice_unpack(vm, AS(Slice, args[1]), &start, &stop, &step))
            return VALUE_RAISED;
        View view = view_of(args[0]);
        count = slice_adjust(view.length, &start, &stop, step);
        if (step == 1)
            return make_like(vm, args[0], view.data + (count ? start : 0), count);
        Value part = make_like(vm, args[0], NULL, count);
        if (!value_is_raised(part))
            for (size_t i = 0; i < count; i++, start += step)
                data_of(part)[i] = view.data[start];
        return part;
    }
    int64_t i = item_index(vm, args[0], args[1]);
    return i < 0 ? VALUE_RAISED : value_small(view_of(args[0]).data[i]);
}

/* --- searching ------------------------------------------------------------------------------------------------------ */

static ptrdiff_t find_bytes(View s, View what, size_t start, size_t end)
{
    if (start > end || what.length > end - start)
        return -1;
    const uint8_t *hit = what.length == 0 ? s.data + start
                                          : memmem(s.data + start, end - start, what.data,
                                                   what.length);
    return hit ? hit - s.data : -1;
}

static ptrdiff_t rfind_bytes(View s, View what, size_t start, size_t end)
{
    if (start > end || what.length > end - start)
        return -1;
    for (size_t at = end - what.length + 1; at-- > start;)
        if (memcmp(s.data + at, what.data, what.length) == 0)
            return (ptrdiff_t)at;
    return -1;
}

static size_t count_bytes(View s, View what, size_t start, size_t end)
{
    size_t count = 0;
    if (start > end)
        return 0;
    if (what.length == 0)
        return end - start + 1;
    for (ptrdiff_t at; (at = find_bytes(s, what, start, end)) >= 0; count++)
        start = (size_t)at + what.length;
    return count;
}

/* One end of a range: clipped later, when no script code can run any more. [script] */
static bool take_bound(VM *vm, Value v, int64_t otherwise, int64_t *out)
{
    *out = otherwise;
    if (value_is_unset(v) || value_is_none(v))
        return true;
    if (!int_is(v) && value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__)))) {
        raise_type(vm, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    v = vm_index_value(vm, v);
    if (value_is_raised(v))
        return false;
    if (!int_to_i64(v, out))
        *out = int_sign(v) < 0 ? INT64_MIN / 2 : INT64_MAX / 2;
    return true;
}

static size_t clip(int64_t n, size_t length)
{
    if (n < 0 && n + (int64_t)length < 0)
        return 0;
    return n < 0 ? (size_t)(n + (int64_t)length) : (size_t)n;
}

typedef struct {
    View self, what;
    size_t start, end;
    uint8_t byte;
} Search;

/* (sub, start, end), sub a number or bytes. [script] */
static bool take_search(VM *vm, Value *args, Search *s)
{
    int64_t first, last;
    int byte = -1;
    View what;
    if (!take_bound(vm, args[2], 0, &first) || !take_bound(vm, args[3], INT64_MAX / 2, &last))
        return false;
    bool is_bytes = bytes_data(args[1], &what.data, &what.length);
    if (!is_bytes) {
        if (!int_is(args[1]) &&
            value_is_unset(class_lookup(vm, class_of(vm, args[1]), NAME(vm, __index__)))) {
            raise_type(vm, "argument should be integer or bytes-like object, not '%T'", args[1]);
            return false;
        }
        byte = byte_of(vm, args[1], BYTE_RANGE);
        if (byte < 0)
            return false;
    }
    s->byte = (uint8_t)byte;
    s->what = is_bytes ? view_of(args[1]) : (View){ &s->byte, 1 };
    s->self = view_of(args[0]);
    s->start = clip(first, s->self.length);
    s->end = clip(last, s->self.length);
    if (s->end > s->self.length)
        s->end = s->self.length;
    return true;
}

#define FIND(name, function, missing)                                       \
    static Value octets_##name(VM *vm, Value *args, int nargs)              \
    {                                                                       \
        Search s;                                                           \
        if (!take_search(vm, args, &s))                                     \
            return VALUE_RAISED;                                            \
        ptrdiff_t at = function(s.self, s.what, s.start, s.end);            \
        return at < 0 ? missing : value_small(at);                          \
    }
FIND(find, find_bytes, value_small(-1))
FIND(rfind, rfind_bytes, value_small(-1))
FIND(index, find_bytes, raise_value(vm, "subsection not found"))
FIND(rindex, rfind_bytes, raise_value(vm, "subsection not found"))

static Value octets_count(VM *vm, Value *args, int nargs)
{
    Search s;
    if (!take_search(vm, args, &s))
        return VALUE_RAISED;
    return value_small((int64_t)count_bytes(s.self, s.what, s.start, s.end));
}

static Value octets_contains(VM *vm, Value *args, int nargs)
{
    View what;
    uint8_t byte;
    if (int_is(args[1]) ||
        !value_is_unset(class_lookup(vm, class_of(vm, args[1]), NAME(vm, __index__)))) {
        int n = byte_of(vm, args[1], BYTE_RANGE);
        if (n < 0)
            return VALUE_RAISED;
        byte = (uint8_t)n;
        what = (View){ &byte, 1 };
    } else if (!view_argument(vm, args[1], &what)) {
        return VALUE_RAISED;
    }
    View self = view_of(args[0]);
    return value_bool(find_bytes(self, what, 0, self.length) >= 0);
}

static bool matches(View s, View part, size_t start, size_t end, bool tail)
{
    if (start > end || part.length > end - start)
        return false;
    return memcmp(s.data + (tail ? end - part.length : start), part.data, part.length) == 0;
}

static Value match_ends(VM *vm, Value *args, bool tail)
{
    int64_t first, last;
    if (!take_bound(vm, args[2], 0, &first) || !take_bound(vm, args[3], INT64_MAX / 2, &last))
        return VALUE_RAISED;
    View self = view_of(args[0]), part;
    size_t start = clip(first, self.length), end = clip(last, self.length);
    if (end > self.length)
        end = self.length;
    if (bytes_data(args[1], &part.data, &part.length))
        return value_bool(matches(self, part, start, end, tail));
    if (!value_is_tuple(args[1]))
        return raise_type(vm, "%s first arg must be bytes or a tuple of bytes, not %T",
                          tail ? "endswith" : "startswith", args[1]);
    for (size_t i = 0; i < tuple_length(as_tuple(args[1])); i++) {
        if (!view_argument(vm, as_tuple(args[1])->items[i], &part))
            return VALUE_RAISED;
        if (matches(self, part, start, end, tail))
            return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value octets_startswith(VM *vm, Value *args, int nargs)
{
    return match_ends(vm, args, false);
}

static Value octets_endswith(VM *vm, Value *args, int nargs)
{
    return match_ends(vm, args, true);
}

static Value octets_removeprefix(VM *vm, Value *args, int nargs)
{
    View self = view_of(args[0]), part;
    if (!view_argument(vm, args[1], &part))
        return VALUE_RAISED;
    if (!matches(self, part, 0, self.length, false))
        return itself(vm, args[0]);
    return make_like(vm, args[0], self.data + part.length, self.length - part.length);
}

static Value octets_removesuffix(VM *vm, Value *args, int nargs)
{
    View self = view_of(args[0]), part;
    if (!view_argument(vm, args[1], &part))
        return VALUE_RAISED;
    if (!matches(self, part, 0, self.length, true))
        return itself(vm, args[0]);
    return make_like(vm, args[0], self.data, self.length - part.length);
}

static Value octets_replace(VM *vm, Value *args, int nargs)
{
    int64_t limit = -1;
    View self, old, new;
    if (!view_argument(vm, args[1], &old) || !view_argument(vm, args[2], &new) ||
        (!value_is_unset(args[3]) && !vm_index_size(vm, args[3], &limit)))
        return VALUE_RAISED;
    self = view_of(args[0]); /* now that no script code can change them */
    old = view_of(args[1]);
    new = view_of(args[2]);
    size_t found = limit == 0 ? 0 : count_bytes(self, old, 0, self.length);
    if (limit >= 0 && found > (uint64_t)limit)
        found = (size_t)limit;
    if (found == 0)
        return itself(vm, args[0]);
    size_t total;
    if (__builtin_mul_overflow(found, new.length, &total) || total > INT64_MAX / 4)
        return raise_memory(vm);
    total += self.length - found * old.length;
    Value result = make_like(vm, args[0], NULL, total);
    if (value_is_raised(result) || total == 0)
        return result;
    uint8_t *out = data_of(result);
    size_t at = 0;
    for (size_t n = 0; n < found; n++) {
        size_t next = old.length ? (size_t)find_bytes(self, old, at, self.length) : at;
        memcpy(out, self.data + at, next - at);
        out += next - at;
        memcpy(out, new.data, new.length);
        out += new.length;
        at = next + old.length;
        if (old.length == 0 && at < self.length)
            *out++ = self.data[at++];
    }
    memcpy(out, self.data + at, self.length - at);
    return result;
}

/* --- cutting ----------------------------------------------------------------------------------------------------------- */

static bool is_space(uint8_t c)
{
    return c == ' ' || (c >= 9 && c <= 13);
}

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Value strip(VM *vm, Value *args, int sides)
{
    View self = view_of(args[0]), set;
    bool in[256] = { false };
    if (value_is_unset(args[1]) || value_is_none(args[1])) {
        for (int c = 0; c < 256; c++)
            in[c] = is_space((uint8_t)c);
    } else if (!view_argument(vm, args[1], &set)) {
        return VALUE_RAISED;
    } else {
        for (size_t i = 0; i < set.length; i++)
            in[set.data[i]] = true;
    }
    size_t start = 0, end = self.length;
    while ((sides & STRIP_LEFT) && start < end && in[self.data[start]])
        start++;
    while ((sides & STRIP_RIGHT) && end > start && in[self.data[end - 1]])
        end--;
    if (start == 0 && end == self.length)
        return itself(vm, args[0]);
    return make_like(vm, args[0], self.data + start, end - start);
}

static Value octets_strip(VM *vm, Value *args, int nargs)
{
    return strip(vm, args, STRIP_LEFT | STRIP_RIGHT);
}

static Value octets_lstrip(VM *vm, Value *args, int nargs)
{
    return strip(vm, args, STRIP_LEFT);
}

static Value octets_rstrip(VM *vm, Value *args, int nargs)
{
    return strip(vm, args, STRIP_RIGHT);
}

static bool add_piece(VM *vm, List *list, Value self, size_t start, size_t end)
{
    Value piece = make_like(vm, self, view_of(self).data + start, end - start);
    if (value_is_raised(piece))
        return false;
    if (list_append(vm->heap, list, piece))
        return true;
    raise_memory(vm);
    return false;
}

/* Left to right, or right to left (then the list must be turned round). */
static bool split_spaces(VM *vm, List *list, Value self, size_t limit, bool right)
{
    View s = view_of(self);
    size_t at = 0, end = s.length;
    for (;;) {
        if (right)
            while (end > at && is_space(s.data[end - 1]))
                end--;
        else
            while (at < end && is_space(s.data[at]))
                at++;
        if (at == end)
            return true;
        if (limit-- == 0)
            return add_piece(vm, list, self, at, end);
        size_t edge = right ? end : at;
        if (right) {
            while (end > at && !is_space(s.data[end - 1]))
                end--;
            if (!add_piece(vm, list, self, end, edge))
                return false;
        } else {
            while (at < end && !is_space(s.data[at]))
                at++;
            if (!add_piece(vm, list, self, edge, at))
                return false;
        }
    }
}

static bool split_at(VM *vm, List *list, Value self, View separator, size_t limit, bool right)
{
    View s = view_of(self);
    size_t start = 0, end = s.length;
    while (limit-- > 0) {
        ptrdiff_t at = right ? rfind_bytes(s, separator, start, end)
                             : find_bytes(s, separator, start, end);
        if (at < 0)
            break;
        size_t after = (size_t)at + separator.length;
        if (right ? !add_piece(vm, list, self, after, end)
                  : !add_piece(vm, list, self, start, (size_t)at))
            return false;
        if (right)
            end = (size_t)at;
        else
            start = after;
    }
    return add_piece(vm, list, self, start, end);
}

static Value split(VM *vm, Value *args, bool right)
{
    int64_t limit = -1;
    if (!value_is_unset(args[2]) && !vm_index_size(vm, args[2], &limit))
        return VALUE_RAISED;
    View separator = { 0 };
    bool spaces = value_is_unset(args[1]) || value_is_none(args[1]);
    if (!spaces && !view_argument(vm, args[1], &separator))
        return VALUE_RAISED;
    if (!spaces && separator.length == 0)
        return raise_value(vm, "empty separator");
    List *list = list_new(vm->heap, 4);
    if (!list)
        return raise_memory(vm);
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    if (!(spaces ? split_spaces(vm, list, args[0], most, right)
                 : split_at(vm, list, args[0], separator, most, right)))
        return VALUE_RAISED;
    for (size_t i = 0, n = list->count; right && i < n / 2; i++) {
        Value v = list->items[i];
        list->items[i] = list->items[n - 1 - i];
        list->items[n - 1 - i] = v;
    }
    return OBJ(list);
}

static Value octets_split(VM *vm, Value *args, int nargs)
{
    return split(vm, args, false);
}

static Value octets_rsplit(VM *vm, Value *args, int nargs)
{
    return split(vm, args, true);
}

static Value octets_splitlines(VM *vm, Value *args, int nargs)
{
    int keep = value_is_unset(args[1]) ? 0 : vm_truth(vm, args[1]);
    List *list = keep < 0 ? NULL : list_new(vm->heap, 4);
    if (!list)
        return keep < 0 ? VALUE_RAISED : raise_memory(vm);
    View s = view_of(args[0]);
    for (size_t at = 0; at < s.length;) {
        size_t start = at;
        while (at < s.length && s.data[at] != '\n' && s.data[at] != '\r')
            at++;
        size_t end = at;
        if (at < s.length)
            at += s.data[at] == '\r' && at + 1 < s.length && s.data[at + 1] == '\n' ? 2 : 1;
        if (!add_piece(vm, list, args[0], start, keep ? at : end))
            return VALUE_RAISED;
    }
    return OBJ(list);
}

static Value partition(VM *vm, Value *args, bool right)
{
    View s = view_of(args[0]), separator;
    if (!view_argument(vm, args[1], &separator))
        return VALUE_RAISED;
    if (separator.length == 0)
        return raise_value(vm, "empty separator");
    ptrdiff_t at = right ? rfind_bytes(s, separator, 0, s.length)
                         : find_bytes(s, separator, 0, s.length);
    size_t before = at < 0 ? (right ? 0 : s.length) : (size_t)at;
    size_t width = at < 0 ? 0 : separator.length;
    Value three[3] = { make_like(vm, args[0], s.data, before),
                       make_like(vm, args[0], separator.data, width),
                       make_like(vm, args[0], s.data + before + width, s.length - before - width) };
    for (int i = 0; i < 3; i++)
        if (value_is_raised(three[i]))
            return VALUE_RAISED;
    return vm_tuple_of(vm, 3, three);
}

static Value octets_partition(VM *vm, Value *args, int nargs)
{
    return partition(vm, args, false);
}

static Value octets_rpartition(VM *vm, Value *args, int nargs)
{
    return partition(vm, args, true);
}

/* --- joining and padding ----------------------------------------------------------------------------------------------- */

static Value octets_join(VM *vm, Value *args, int nargs)
{
    if (!is_iterable(vm, args[1]))
        return raise_type(vm, "can only join an iterable");
    List *list = vm_list_from(vm, args[1]);
    if (!list)
        return VALUE_RAISED;
    View gap = view_of(args[0]), item;
    size_t total = 0;
    for (size_t i = 0; i < list->count; i++) {
        if (!bytes_data(list->items[i], &item.data, &item.length))
            return raise_type(vm, "sequence item %u: expected a bytes-like object, %T found",
                              (uint64_t)i, list->items[i]);
        if (__builtin_add_overflow(total, item.length + (i ? gap.length : 0), &total))
            return raise_memory(vm);
    }
    Value result = make_like(vm, args[0], NULL, total);
    if (value_is_raised(result) || total == 0)
        return result;
    uint8_t *out = data_of(result);
    for (size_t i = 0; i < list->count; i++) {
        item = view_of(list->items[i]);
        if (i) {
            memcpy(out, gap.data, gap.length);
            out += gap.length;
        }
        memcpy(out, item.data, item.length);
        out += item.length;
    }
    return result;
}

static Value pad(VM *vm, Value *args, const char *name)
{
    int64_t width;
    if (!vm_index_size(vm, args[1], &width))
        return VALUE_RAISED;
    View self = view_of(args[0]), fill = { (const uint8_t *)" ", 1 };
    if (!value_is_unset(args[2]) &&
        (!bytes_data(args[2], &fill.data, &fill.length) || fill.length != 1))
        return raise_type(vm, "%s() argument 2 must be a byte string of length 1, not %T", name,
                          args[2]);
    if (width < 0 || (uint64_t)width <= self.length)
        return itself(vm, args[0]);
    size_t total = (size_t)width, missing = total - self.length;
    size_t left = *name == 'c' ? missing / 2 + (missing & total & 1) : *name == 'r' ? missing : 0;
    uint8_t filler = *fill.data;
    Value result = make_like(vm, args[0], NULL, total);
    if (value_is_raised(result))
        return result;
    memset(data_of(result), filler, total);
    memcpy(data_of(result) + left, self.data, self.length);
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
    View self = view_of(args[0]);
    if (width < 0 || (uint64_t)width <= self.length)
        return itself(vm, args[0]);
    Value result = make_like(vm, args[0], NULL, (size_t)width);
    if (value_is_raised(result))
        return result;
    size_t zeros = (size_t)width - self.length;
    size_t sign = self.length && (*self.data == '+' || *self.data == '-');
    uint8_t *out = data_of(result);
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
    View self = view_of(args[0]);
    Value result = VALUE_UNSET;
    for (int pass = 0; pass < 2; pass++) { /* count, then write */
        size_t total = 0;
        int64_t column = 0;
        uint8_t *out = pass ? data_of(result) : NULL;
        for (size_t i = 0; i < self.length; i++) {
            uint8_t c = self.data[i];
            size_t wide = c != '\t' ? 1 : size > 0 ? (size_t)(size - column % size) : 0;
            if (pass && wide)
                memset(out + total, c == '\t' ? ' ' : c, wide);
            total += wide;
            column = c == '\n' || c == '\r' ? 0 : column + (int64_t)wide;
        }
        if (pass == 0)
            result = make_like(vm, args[0], NULL, total);
        if (value_is_raised(result))
            break;
    }
    return result;
}

/* --- case and questions: ASCII only ------------------------------------------------------------------------------------- */

static bool is_upper(uint8_t c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(uint8_t c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_alpha(uint8_t c)
{
    return is_upper(c) || is_lower(c);
}

static bool is_digit(uint8_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_alnum(uint8_t c)
{
    return is_alpha(c) || is_digit(c);
}

static bool is_ascii(uint8_t c)
{
    return c < 128;
}

enum { CASE_LOWER, CASE_UPPER, CASE_SWAP, CASE_TITLE, CASE_CAPITALIZE };

static Value map_case(VM *vm, Value self, int mode)
{
    View s = view_of(self);
    Value result = make_like(vm, self, s.data, s.length);
    if (value_is_raised(result))
        return result;
    bool previous = false;
    for (size_t i = 0; i < s.length; i++) {
        uint8_t c = s.data[i];
        bool upper = is_upper(c), lower = is_lower(c);
        bool flip = mode == CASE_LOWER        ? upper
                    : mode == CASE_UPPER      ? lower
                    : mode == CASE_SWAP       ? upper || lower
                    : mode == CASE_CAPITALIZE ? (i ? upper : lower)
                                              : (previous ? upper : lower);
        if (flip)
            data_of(result)[i] = c ^ 32;
        previous = upper || lower;
    }
    return result;
}

#define CASE(name, mode)                                                    \
    static Value octets_##name(VM *vm, Value *args, int nargs)              \
    {                                                                       \
        return map_case(vm, args[0], mode);                                 \
    }
CASE(lower, CASE_LOWER)
CASE(upper, CASE_UPPER)
CASE(swapcase, CASE_SWAP)
CASE(title, CASE_TITLE)
CASE(capitalize, CASE_CAPITALIZE)

#define QUESTION(name, test, empty)                                         \
    static Value octets_##name(VM *vm, Value *args, int nargs)              \
    {                                                                       \
        View s = view_of(args[0]);                                          \
        for (size_t i = 0; i < s.length; i++)                               \
            if (!test(s.data[i]))                                           \
                return VALUE_FALSE;                                         \
        return value_bool(empty || s.length > 0);                           \
    }
QUESTION(isalnum, is_alnum, false)
QUESTION(isalpha, is_alpha, false)
QUESTION(isascii, is_ascii, true)
QUESTION(isdigit, is_digit, false)
QUESTION(isspace, is_space, false)

static Value only_case(View s, bool (*wanted)(uint8_t), bool (*other)(uint8_t))
{
    bool some = false;
    for (size_t i = 0; i < s.length; i++) {
        if (other(s.data[i]))
            return VALUE_FALSE;
        some |= wanted(s.data[i]);
    }
    return value_bool(some);
}

static Value octets_islower(VM *vm, Value *args, int nargs)
{
    return only_case(view_of(args[0]), is_lower, is_upper);
}

static Value octets_isupper(VM *vm, Value *args, int nargs)
{
    return only_case(view_of(args[0]), is_upper, is_lower);
}

static Value octets_istitle(VM *vm, Value *args, int nargs)
{
    View s = view_of(args[0]);
    bool previous = false, some = false;
    for (size_t i = 0; i < s.length; i++) {
        if (is_upper(s.data[i]) ? previous : is_lower(s.data[i]) && !previous)
            return VALUE_FALSE;
        previous = is_alpha(s.data[i]);
        some |= previous;
    }
    return value_bool(some);
}

/* --- text and tables ------------------------------------------------------------------------------------------------------ */

static Value octets_decode(VM *vm, Value *args, int nargs)
{
    for (int i = 1; i <= 2; i++)
        if (!value_is_unset(args[i]) && !value_is_str(args[i]))
            return text_bad_argument(
                vm, i == 1 ? "decode() argument 'encoding'" : "decode() argument 'errors'", args[i]);
    View s = view_of(args[0]);
    return codecs_decode(vm, s.data, s.length, value_is_unset(args[1]) ? NULL : as_str(args[1]),
                         value_is_unset(args[2]) ? NULL : as_str(args[2]));
}

static Value octets_hex(VM *vm, Value *args, int nargs)
{
    int64_t group = 1;
    if (!value_is_unset(args[2]) && !vm_index_size(vm, args[2], &group))
        return VALUE_RAISED;
    uint32_t separator = 0;
    View s = view_of(args[0]), text;
    if (!value_is_unset(args[1])) {
        bool is_text = value_is_str(args[1]);
        if (!is_text && !bytes_data(args[1], &text.data, &text.length))
            return raise_type(vm, "sep must be str or bytes.");
        if ((is_text ? str_length(as_str(args[1])) : text.length) != 1)
            return raise_value(vm, "sep must be length 1.");
        separator = is_text ? str_at(as_str(args[1]), 0) : *text.data;
        if (separator > 127)
            return raise_value(vm, "sep must be ASCII.");
    }
    StrBuilder b;
    builder_init(&b, vm->heap);
    size_t every = group < 0 ? (group == INT64_MIN ? SIZE_MAX : (size_t)-group) : (size_t)group;
    for (size_t i = 0; i < s.length; i++) {
        size_t from_edge = group < 0 ? i : s.length - i;
        if (separator && every && i && from_edge % every == 0)
            builder_char(&b, separator);
        builder_char(&b, (uint32_t)"0123456789abcdef"[s.data[i] >> 4]);
        builder_char(&b, (uint32_t)"0123456789abcdef"[s.data[i] & 15]);
    }
    Str *hex = text_checked(vm, builder_finish(&b));
    return hex ? OBJ(hex) : VALUE_RAISED;
}

static int hex_value(uint32_t c)
{
    return c >= '0' && c <= '9'                 ? (int)c - '0'
           : c >= 'a' && c <= 'f'               ? (int)c - 'a' + 10
           : c >= 'A' && c <= 'F'               ? (int)c - 'A' + 10
                                                : -1;
}

static Value octets_fromhex(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "fromhex() argument", args[1]);
    Str *s = as_str(args[1]);
    size_t length = str_length(s), count = 0;
    Bytes *bytes = bytes_new(vm->heap, NULL, length / 2);
    if (!bytes)
        return raise_memory(vm);
    for (size_t i = 0; i < length;) {
        uint32_t c = str_at(s, i);
        if (c < 128 && is_space((uint8_t)c)) {
            i++;
            continue;
        }
        int high = hex_value(c), low = i + 1 < length ? hex_value(str_at(s, i + 1)) : -1;
        if (high < 0 || low < 0)
            return raise_value(vm, "non-hexadecimal number found in fromhex() arg at position %u",
                               (uint64_t)(high < 0 ? i : i + 1));
        bytes->data[count++] = (uint8_t)(high << 4 | low);
        i += 2;
    }
    Class *cls = as_class(args[0]);
    Value made = count == bytes->length ? OBJ(bytes)
                                        : vm_own(vm, bytes_new(vm->heap, bytes->data, count));
    if (value_is_raised(made) || cls == vm->heap->classes[KIND_BYTES])
        return made;
    if (cls == vm->heap->classes[KIND_BYTEARRAY])
        return vm_own(vm, bytearray_new(vm->heap, as_bytes(made)->data, count));
    return vm_call(vm, args[0], 1, &made);
}

static Value octets_maketrans(VM *vm, Value *args, int nargs)
{
    View from, to;
    if (!view_argument(vm, args[0], &from) || !view_argument(vm, args[1], &to))
        return VALUE_RAISED;
    if (from.length != to.length)
        return raise_value(vm, "maketrans arguments must have same length");
    Bytes *table = bytes_new(vm->heap, NULL, 256);
    if (!table)
        return raise_memory(vm);
    for (size_t i = 0; i < 256; i++)
        table->data[i] = (uint8_t)i;
    for (size_t i = 0; i < from.length; i++)
        table->data[from.data[i]] = to.data[i];
    return OBJ(table);
}

static Value octets_translate(VM *vm, Value *args, int nargs)
{
    View s = view_of(args[0]), table = { 0 }, gone = { 0 };
    bool drop[256] = { false };
    if (!value_is_none(args[1])) {
        if (!view_argument(vm, args[1], &table))
            return VALUE_RAISED;
        if (table.length != 256)
            return raise_value(vm, "translation table must be 256 characters long");
    }
    if (!value_is_unset(args[2]) && !view_argument(vm, args[2], &gone))
        return VALUE_RAISED;
    for (size_t i = 0; i < gone.length; i++)
        drop[gone.data[i]] = true;
    size_t count = 0;
    for (size_t i = 0; i < s.length; i++)
        count += !drop[s.data[i]];
    Value result = make_like(vm, args[0], NULL, count);
    if (value_is_raised(result) || count == 0)
        return result;
    uint8_t *out = data_of(result);
    for (size_t i = 0; i < s.length; i++)
        if (!drop[s.data[i]])
            *out++ = table.data ? table.data[s.data[i]] : s.data[i];
    return result;
}

static Value octets_getnewargs(VM *vm, Value *args, int nargs)
{
    Value plain = itself(vm, args[0]);
    return value_is_raised(plain) ? plain : vm_tuple_of(vm, 1, &plain);
}

static Value octets_bytes(VM *vm, Value *args, int nargs)
{
    return itself(vm, args[0]);
}

/* --- what only a bytearray can do ------------------------------------------------------------------------------------------- */

/* Replaces [start, end) by count bytes, which must not lie inside. */
static bool splice(VM *vm, ByteArray *array, size_t start, size_t end, const uint8_t *data,
                   size_t count)
{
    size_t old = array->length, tail = old - end;
    size_t length = old - (end - start) + count;
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
    if (is_array(v)) {
        View view = view_of(v);
        return vm_own(vm, bytes_new(vm->heap, view.data, view.length));
    }
    if (value_is_str(v) || !is_iterable(vm, v))
        return raise_type(
            vm, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return bytes_of_numbers(vm, v, BYTE_RANGE);
}

static Value set_slice(VM *vm, Value *args)
{
    ByteArray *array = AS(ByteArray, args[0]);
    int64_t start, stop, step;
    bool deleting = value_is_unset(args[2]);
    View new = { 0 };
    if (!deleting) {
        args[2] = new_contents(vm, args[2]);
        if (value_is_raised(args[2]))
            return VALUE_RAISED;
    }
    if (!slice_unpack(vm, AS(Slice, args[1]), &start, &stop, &step))
        return VALUE_RAISED;
    size_t count = slice_adjust(array->length, &start, &stop, step);
    if (!deleting)
        new = view_of(args[2]);
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
        size_t out = (size_t)start, next = (size_t)start;
        for (size_t i = (size_t)start; i < array->length; i++) {
            if (i == next && count > 0) {
                next += (size_t)step;
                count--;
                continue;
            }
            array->data[out++] = array->data[i];
        }
        return resize(vm, array, out) ? VALUE_NONE : VALUE_RAISED;
    }
    if (new.length != count)
        return raise_value(vm, "attempt to assign bytes of size %u to extended slice of size %u",
                           (uint64_t)new.length, (uint64_t)count);
    for (size_t i = 0; i < count; i++, start += step)
        array->data[start] = new.data[i];
    return VALUE_NONE;
}

static Value array_setitem(VM *vm, Value *args, int nargs)
{
    if (value_is_kind(args[1], KIND_SLICE))
        return set_slice(vm, args);
    int64_t i = item_index(vm, args[0], args[1]);
    int byte = i < 0 ? -1 : byte_of(vm, args[2], BYTE_RANGE);
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
    int64_t i = item_index(vm, args[0], args[1]);
    if (i < 0)
        return VALUE_RAISED;
    return splice(vm, AS(ByteArray, args[0]), (size_t)i, (size_t)i + 1, NULL, 0) ? VALUE_NONE
                                                                                 : VALUE_RAISED;
}

static Value array_iadd(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    View more;
    if (!bytes_data(args[1], &more.data, &more.length))
        return raise_type(vm, "can't concat %T to %T", args[1], args[0]);
    if (value_same(args[0], args[1]) && more.length)
        return raise_fmt(vm, vm->exc[EXC_BufferError],
                         "Existing exports of data: object cannot be re-sized");
    size_t length = array->length;
    if (!resize(vm, array, length + more.length))
        return VALUE_RAISED;
    if (more.length)
        memcpy(array->data + length, more.data, more.length);
    return args[0];
}

static Value array_imul(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    int64_t times = repeat_count(vm, args[1], array->length);
    if (times < 0)
        return times == -2 ? VALUE_NOTIMPLEMENTED : VALUE_RAISED;
    size_t unit = array->length;
    if (!resize(vm, array, unit * (size_t)times))
        return VALUE_RAISED;
    for (size_t done = unit; done < array->length; done += unit)
        memcpy(array->data + done, array->data, unit);
    return args[0];
}

static Value array_append(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
    int byte = byte_of(vm, args[1], BYTE_RANGE);
    if (byte < 0 || !resize(vm, array, array->length + 1))
        return VALUE_RAISED;
    array->data[array->length - 1] = (uint8_t)byte;
    return VALUE_NONE;
}

static Value array_extend(VM *vm, Value *args, int nargs)
{
    View more;
    if (!bytes_data(args[1], &more.data, &more.length)) {
        if (value_is_str(args[1]))
            return raise_type(vm, "expected iterable of integers; got: 'str'");
        if (!is_iterable(vm, args[1]))
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
    int byte = byte_of(vm, args[2], BYTE_RANGE);
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
    int byte = byte_of(vm, args[1], BYTE_RANGE);
    if (byte < 0)
        return VALUE_RAISED;
    uint8_t *hit = array->length ? memchr(array->data, byte, array->length) : NULL;
    if (!hit)
        return raise_value(vm, "value not found in bytearray");
    size_t i = (size_t)(hit - array->data);
    return splice(vm, array, i, i + 1, NULL, 0) ? VALUE_NONE : VALUE_RAISED;
}

static Value array_reverse(VM *vm, Value *args, int nargs)
{
    ByteArray *array = AS(ByteArray, args[0]);
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
    return itself(vm, args[0]);
}

/* --- tables ------------------------------------------------------------------------------------------------------------------ */

#define SEARCH "self, sub, start=None, end=None, /"

/* Rows of both types. */
#define SHARED_METHODS                                                                          \
    { "__repr__", octets_repr, "self, /", 0, 0, 0, "Return repr(self)." },                      \
    { "__str__", octets_repr, "self, /", 0, 0, 0, "Return str(self): its repr." },              \
    { "__len__", octets_len, "self, /", 0, 0, 0, "Return len(self)." },                         \
    { "__iter__", octets_iter, "self, /", 0, 0, 0, "Iterate over the numbers." },               \
    { "__contains__", octets_contains, "self, key, /", 0, 0, 0, "Return key in self." },        \
    { "__getitem__", octets_getitem, "self, key, /", 0, 0, 0, "Return self[key]." },            \
    { "__add__", octets_add, "self, value, /", 0, 0, 0, "Return self+value." },                 \
    { "__mul__", octets_mul, "self, value, /", 0, 0, 0, "Return self*value." },                 \
    { "__rmul__", octets_mul, "self, value, /", 0, 0, 0, "Return value*self." },                \
    { "__mod__", octets_mod, "self, value, /", 0, 0, 0, "Return self%value." },                     \
    { "__lt__", octets_lt, "self, value, /", 0, 0, 0, "Return self<value." },                   \
    { "__le__", octets_le, "self, value, /", 0, 0, 0, "Return self<=value." },                  \
    { "__eq__", octets_eq, "self, value, /", 0, 0, 0, "Return self==value." },                  \
    { "__ne__", octets_ne, "self, value, /", 0, 0, 0, "Return self!=value." },                  \
    { "__gt__", octets_gt, "self, value, /", 0, 0, 0, "Return self>value." },                   \
    { "__ge__", octets_ge, "self, value, /", 0, 0, 0, "Return self>=value." },                  \
    { "capitalize", octets_capitalize, "self, /", 0, 0, 0,                                      \
      "The first letter in upper case, the rest in lower case." },                              \
    { "center", octets_center, "self, width, fillchar=b' ', /", 0, 0, 0,                        \
      "Padded on both sides." },                                                                \
    { "count", octets_count, SEARCH, 0, 0, 0, "How often sub occurs, not overlapping." },       \
    { "decode", octets_decode, "self, /, encoding='utf-8', errors='strict'", 0, 0, 0,           \
      "The bytes as text." },                                                                   \
    { "endswith", octets_endswith, "self, suffix, start=None, end=None, /", 0, 0, 0,            \
      "True if it ends with suffix, or with one of a tuple of them." },                         \
    { "expandtabs", octets_expandtabs, "self, /, tabsize=8", 0, 0, 0, "Tabs become spaces." },  \
    { "find", octets_find, SEARCH, 0, 0, 0, "The lowest index of sub, or -1." },                \
    { "fromhex", octets_fromhex, "cls, string, /", 0, 0, NATIVE_CLASS,                          \
      "The bytes written as pairs of hexadecimal digits." },                                    \
    { "hex", octets_hex, "self, /, sep='', bytes_per_sep=1", 0, 0, 0,                           \
      "The bytes as pairs of hexadecimal digits." },                                            \
    { "index", octets_index, SEARCH, 0, 0, 0, "The lowest index of sub, or ValueError." },      \
    { "isalnum", octets_isalnum, "self, /", 0, 0, 0, "True if all are letters or digits." },    \
    { "isalpha", octets_isalpha, "self, /", 0, 0, 0, "True if all are letters." },              \
    { "isascii", octets_isascii, "self, /", 0, 0, 0, "True if all are below 128." },            \
    { "isdigit", octets_isdigit, "self, /", 0, 0, 0, "True if all are digits." },               \
    { "islower", octets_islower, "self, /", 0, 0, 0, "True if the letters are lower case." },   \
    { "isspace", octets_isspace, "self, /", 0, 0, 0, "True if all are whitespace." },           \
    { "istitle", octets_istitle, "self, /", 0, 0, 0,                                            \
      "True if each word begins with a capital." },                                             \
    { "isupper", octets_isupper, "self, /", 0, 0, 0, "True if the letters are upper case." },   \
    { "join", octets_join, "self, iterable, /", 0, 0, 0,                                        \
      "The items of the iterable with self between them." },                                    \
    { "ljust", octets_ljust, "self, width, fillchar=b' ', /", 0, 0, 0,                          \
      "Padded on the right." },                                                                 \
    { "lower", octets_lower, "self, /", 0, 0, 0, "In lower case." },                            \
    { "lstrip", octets_lstrip, "self, bytes=None, /", 0, 0, 0,                                  \
      "Without whitespace (or these bytes) at the start." },                                    \
    { "maketrans", octets_maketrans, "frm, to, /", 0, 0, NATIVE_STATIC,                         \
      "A table for translate()." },                                                             \
    { "partition", octets_partition, "self, sep, /", 0, 0, 0,                                   \
      "(before, sep, after) at the first sep." },                                               \
    { "removeprefix", octets_removeprefix, "self, prefix, /", 0, 0, 0,                          \
      "Without prefix, if it begins with it." },                                                \
    { "removesuffix", octets_removesuffix, "self, suffix, /", 0, 0, 0,                          \
      "Without suffix, if it ends with it." },                                                  \
    { "replace", octets_replace, "self, old, new, count=-1, /", 0, 0, 0,                        \
      "Each (or the first count) old replaced by new." },                                       \
    { "rfind", octets_rfind, SEARCH, 0, 0, 0, "The highest index of sub, or -1." },             \
    { "rindex", octets_rindex, SEARCH, 0, 0, 0, "The highest index of sub, or ValueError." },   \
    { "rjust", octets_rjust, "self, width, fillchar=b' ', /", 0, 0, 0,                          \
      "Padded on the left." },                                                                  \
    { "rpartition", octets_rpartition, "self, sep, /", 0, 0, 0,                                 \
      "(before, sep, after) at the last sep." },                                                \
    { "rsplit", octets_rsplit, "self, /, sep=None, maxsplit=-1", 0, 0, 0,                       \
      "The parts between separators, counted from the end." },                                  \
    { "rstrip", octets_rstrip, "self, bytes=None, /", 0, 0, 0,                                  \
      "Without whitespace (or these bytes) at the end." },                                      \
    { "split", octets_split, "self, /, sep=None, maxsplit=-1", 0, 0, 0,                         \
      "The parts between separators (whitespace if sep is None)." },                            \
    { "splitlines", octets_splitlines, "self, /, keepends=False", 0, 0, 0, "The lines." },      \
    { "startswith", octets_startswith, "self, prefix, start=None, end=None, /", 0, 0, 0,        \
      "True if it begins with prefix, or with one of a tuple of them." },                       \
    { "strip", octets_strip, "self, bytes=None, /", 0, 0, 0,                                    \
      "Without whitespace (or these bytes) at both ends." },                                    \
    { "swapcase", octets_swapcase, "self, /", 0, 0, 0, "Upper and lower case exchanged." },     \
    { "title", octets_title, "self, /", 0, 0, 0, "Each word with a capital." },                 \
    { "translate", octets_translate, "self, table, /, delete=b''", 0, 0, 0,                     \
      "Each byte replaced by what the table of 256 says, some deleted." },                      \
    { "upper", octets_upper, "self, /", 0, 0, 0, "In upper case." },                            \
    { "zfill", octets_zfill, "self, width, /", 0, 0, 0, "Padded with zeros behind the sign." }

static const NativeSpec bytes_methods[] = {
    { "__new__", octets_new, "cls, source=b'', encoding='utf-8', errors='strict'", 0, 0,
      NATIVE_NEW, "bytes(numbers), bytes(text, encoding), bytes(count), bytes(bytes_like)." },
    { "__hash__", octets_hash, "self, /", 0, 0, 0, "Return hash(self)." },
    { "__getnewargs__", octets_getnewargs, "self, /", 0, 0, 0, "For copying and pickling." },
    { "__bytes__", octets_bytes, "self, /", 0, 0, 0, "Return bytes(self)." },
    SHARED_METHODS,
    { 0 },
};

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
    SHARED_METHODS,
    { 0 },
};

static const TypeSpec bytes_type = {
    "bytes", "builtins", "Numbers from 0 to 255 in a row that never changes.", KIND_BYTES, 0,
    bytes_methods, NULL,
};

static const TypeSpec bytearray_type = {
    "bytearray", "builtins", "Numbers from 0 to 255 in a row that can be changed.",
    KIND_BYTEARRAY, 0, bytearray_methods, NULL,
};

bool bytes_types_setup(VM *vm)
{
    if (!type_create(vm, &bytes_type, NULL))
        return false;
    Class *array = type_create(vm, &bytearray_type, NULL);
    if (!array)
        return false;
    if (!dict_set_name(vm->heap, array->dict, NAME(vm, __hash__), VALUE_NONE)) {
        raise_memory(vm);
        return false;
    }
    class_changed(vm, array);
    return true;
}
