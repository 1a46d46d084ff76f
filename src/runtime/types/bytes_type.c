/* bytes_type.c - bytes and bytearray as scripts see them: making, operators, decode, hex, translate. What
 * searches and cuts is in bytes_search.c, what joins and pads in bytes_layout.c, case in bytes_case.c. */
#include "runtime/types/bytes_internal.h"
#include "bytecode/code.h"
#include "runtime/types/sequence.h"
#include "vm/arith.h"
#include "vm/iter.h"
#include <stdio.h>

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

bool bytes_view_argument(VM *vm, Value v, BytesView *view)
{
    if (bytes_data(v, &view->data, &view->length))
        return true;
    raise_type(vm, "a bytes-like object is required, not '%T'", v);
    return false;
}

/* bytes or bytearray, as self is. data NULL: zeros. */
Value bytes_like(VM *vm, Value self, const void *data, size_t length)
{
    void *made = bytes_is_array(self) ? (void *)bytearray_new(vm->heap, data, length)
                                      : (void *)bytes_new(vm->heap, data, length);
    return vm_own(vm, made);
}

Value bytes_itself(VM *vm, Value self)
{
    if (value_is_exactly(self, KIND_BYTES))
        return self;
    BytesView view = bytes_view_of(self);
    return bytes_like(vm, self, view.data, view.length);
}

/* --- repr ----------------------------------------------------------------------------------------------- */

static void put_repr(StrBuilder *b, const uint8_t *data, size_t length)
{
    bool single = memchr(data, '\'', length), twice = memchr(data, '"', length);
    uint8_t quote = single && !twice ? '"' : '\'';
    builder_char(b, 'b');
    builder_char(b, quote);
    for (size_t i = 0; i < length && !b->failed; i++) {
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
    BytesView view = bytes_view_of(args[0]);
    StrBuilder b;
    builder_init(&b, vm->heap);
    if (bytes_is_array(args[0])) {
        builder_str(&b, class_of(vm, args[0])->name);
        builder_char(&b, '(');
    }
    put_repr(&b, view.data, view.length);
    if (bytes_is_array(args[0]))
        builder_char(&b, ')');
    Str *s = text_checked(vm, builder_finish(&b));
    return s ? OBJ(s) : VALUE_RAISED;
}

/* --- making -------------------------------------------------------------------------------------------------- */

/* A number as a byte; -1: raised. [script] */
int bytes_byte(VM *vm, Value v, const char *text)
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

bool bytes_is_iterable(VM *vm, Value v)
{
    Class *cls = class_of(vm, v);
    return !value_is_unset(class_lookup(vm, cls, NAME(vm, __iter__))) ||
           !value_is_unset(class_lookup(vm, cls, NAME(vm, __getitem__)));
}

/* The numbers of an iterable as a new bytes object. [script] */
Value bytes_of_numbers(VM *vm, Value iterable, const char *range_text)
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
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        int byte = bytes_byte(vm, list->items[i], range_text);
        if (byte < 0)
            return VALUE_RAISED;
        bytes->data[i] = (uint8_t)byte;
    }
    return OBJ(bytes);
}

Value bytes_from_value(VM *vm, Value v)
{
    if (value_is_kind(v, KIND_BYTES) || bytes_is_array(v))
        return v;
    Value made = vm_call_special(vm, v, NAME(vm, __bytes__), 0, NULL);
    if (!value_is_unset(made)) {
        if (!value_is_raised(made) && !value_is_kind(made, KIND_BYTES))
            return raise_type(vm, "__bytes__ returned non-bytes (type %T)", made);
        return made;
    }
    if (value_is_str(v) || !bytes_is_iterable(vm, v))
        return raise_type(vm, "cannot convert '%T' object to bytes", v);
    return bytes_of_numbers(vm, v, BYTES_RANGE);
}

/* What bytes(source, encoding, errors) holds, as bytes or bytearray. [script] */
Value bytes_contents(VM *vm, Value source, Value encoding, Value errors, bool array)
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
    if (value_is_kind(source, KIND_BYTES) || bytes_is_array(source))
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
    if (!bytes_is_iterable(vm, source))
        return raise_type(vm, "cannot convert '%T' object to %s", source, type);
    return bytes_of_numbers(vm, source, array ? BYTE_RANGE : BYTES_RANGE);
}

static Value octets_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    Value made = bytes_contents(vm, args[1], args[2], args[3], false);
    if (value_is_raised(made))
        return made;
    BytesView view = bytes_view_of(made);
    if (cls == vm->heap->classes[KIND_BYTES]) {
        if (value_is_exactly(made, KIND_BYTES))
            return made;
        return vm_own(vm, bytes_new(vm->heap, view.data, view.length));
    }
    Bytes *bytes = heap_new_for(vm->heap, cls, offsetof(Bytes, data) + view.length + 1);
    if (!bytes)
        return raise_memory(vm);
    bytes->length = view.length;
    return heap_copy(vm->heap, bytes->data, view.data, view.length) ? OBJ(bytes) : raise_memory(vm);
}

/* --- operators -------------------------------------------------------------------------------------------------- */

static Value octets_hash(VM *vm, Value *args, int nargs)
{
    BytesView view = bytes_view_of(args[0]);
    uint64_t hash;
    if (!value_is_exactly(args[0], KIND_BYTES) || !dict_plain_hash(vm->heap, args[0], &hash))
        hash = hash_bytes(vm->heap, view.data, view.length);
    if (!hash)
        return raise_memory(vm);
    return int_from_i64(vm->heap, (int64_t)hash);
}

static Value octets_len(VM *vm, Value *args, int nargs)
{
    return value_small((int64_t)bytes_view_of(args[0]).length);
}

static Value octets_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_sequence(vm, args[0], false);
}

static Value octets_add(VM *vm, Value *args, int nargs)
{
    BytesView a = bytes_view_of(args[0]), b;
    if (!bytes_data(args[1], &b.data, &b.length))
        return VALUE_NOTIMPLEMENTED;
    Value sum = bytes_like(vm, args[0], NULL, a.length + b.length);
    if (value_is_raised(sum) || a.length + b.length == 0)
        return sum;
    if (!heap_copy(vm->heap, bytes_data_of(sum), a.data, a.length) ||
        !heap_copy(vm->heap, bytes_data_of(sum) + a.length, b.data, b.length))
        return raise_memory(vm);
    return sum;
}

/* `times` out of an argument; -1 raised, -2 not a number. [script] */
int64_t bytes_repeat_count(VM *vm, Value v, size_t length)
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

bool bytes_fill_repeated(Heap *heap, uint8_t *to, const uint8_t *unit, size_t length, size_t total)
{
    if (total && to != unit && !heap_copy(heap, to, unit, length))
        return false;
    for (size_t done = length, more; done < total; done += more) { /* what is there, once more */
        more = done <= total - done ? done : total - done;
        if (!heap_copy(heap, to + done, to, more))
            return false;
    }
    return true;
}

bool bytes_fill(Heap *heap, uint8_t *to, uint8_t byte, size_t total)
{
    if (total)
        *to = byte;
    return bytes_fill_repeated(heap, to, to, 1, total);
}

static Value octets_mul(VM *vm, Value *args, int nargs)
{
    int64_t times = bytes_repeat_count(vm, args[1], bytes_view_of(args[0]).length);
    if (times < 0)
        return times == -2 ? VALUE_NOTIMPLEMENTED : VALUE_RAISED;
    BytesView view = bytes_view_of(args[0]);
    size_t total = view.length * (size_t)times;
    Value product = bytes_like(vm, args[0], NULL, total);
    bool filled = value_is_raised(product) || !total ||
                  bytes_fill_repeated(vm->heap, bytes_data_of(product), view.data, view.length, total);
    return filled ? product : raise_memory(vm);
}

static Value octets_mod(VM *vm, Value *args, int nargs)
{
    BytesView self = bytes_view_of(args[0]);
    Str *template = text_checked(vm, str_from_latin1(vm->heap, self.data, self.length));
    if (!template)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(template));
    Str *text = format_percent_bytes(vm, template, args[1]);
    if (!text)
        return VALUE_RAISED;
    return bytes_like(vm, args[0], str_data(text), str_length(text)); /* all of it is below 256 */
}

static Value order(VM *vm, Value a, Value b, CompareOp op)
{
    BytesView x = bytes_view_of(a), y;
    if (!bytes_data(b, &y.data, &y.length))
        return VALUE_NOTIMPLEMENTED;
    size_t common = x.length < y.length ? x.length : y.length;
    int sign;
    if ((op == CMP_EQ || op == CMP_NE) && x.length != y.length)
        return value_bool(op == CMP_NE);
    if (!heap_compare(vm->heap, x.data, y.data, common, &sign))
        return raise_memory(vm);
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
        return order(vm, args[0], args[1], op);                                 \
    }
COMPARE(lt, CMP_LT)
COMPARE(le, CMP_LE)
COMPARE(eq, CMP_EQ)
COMPARE(ne, CMP_NE)
COMPARE(gt, CMP_GT)
COMPARE(ge, CMP_GE)

/* A key that is no slice as an index into self; -1: raised. [script] */
int64_t bytes_item_index(VM *vm, Value self, Value key)
{
    int64_t i;
    if (!int_is(key) && value_is_unset(class_lookup(vm, class_of(vm, key), NAME(vm, __index__)))) {
        raise_type(vm, "%s indices must be integers or slices, not %T",
                   bytes_is_array(self) ? "bytearray" : "byte", key);
        return -1;
    }
    if (!vm_index_item(vm, key, &i))
        return -1;
    int64_t length = (int64_t)bytes_view_of(self).length;
    if (i < 0)
        i += length;
    if (i < 0 || i >= length) {
        raise_index(vm, bytes_is_array(self) ? "bytearray index out of range" : "index out of range");
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
        BytesView view = bytes_view_of(args[0]);
        count = slice_adjust(view.length, &start, &stop, step);
        if (step == 1)
            return bytes_like(vm, args[0], view.data + (count ? start : 0), count);
        Value part = bytes_like(vm, args[0], NULL, count);
        if (!value_is_raised(part))
            for (size_t i = 0; i < count; i++, start += step) {
                bytes_data_of(part)[i] = view.data[start];
                if (!vm_turn(vm, i))
                    return VALUE_RAISED;
            }
        return part;
    }
    int64_t i = bytes_item_index(vm, args[0], args[1]);
    return i < 0 ? VALUE_RAISED : value_small(bytes_view_of(args[0]).data[i]);
}

/* --- text and tables ------------------------------------------------------------------------------------------------------ */

static Value octets_decode(VM *vm, Value *args, int nargs)
{
    for (int i = 1; i <= 2; i++)
        if (!value_is_unset(args[i]) && !value_is_str(args[i]))
            return text_bad_argument(
                vm, i == 1 ? "decode() argument 'encoding'" : "decode() argument 'errors'", args[i]);
    BytesView s = bytes_view_of(args[0]);
    return codecs_decode(vm, s.data, s.length, value_is_unset(args[1]) ? NULL : as_str(args[1]),
                         value_is_unset(args[2]) ? NULL : as_str(args[2]));
}

static Value octets_hex(VM *vm, Value *args, int nargs)
{
    int64_t group = 1;
    if (!value_is_unset(args[2]) && !vm_index_size(vm, args[2], &group))
        return VALUE_RAISED;
    uint32_t separator = 0;
    BytesView s = bytes_view_of(args[0]), text;
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
    for (size_t i = 0; i < s.length && !b.failed; i++) {
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
    for (size_t i = 0, turn = 0; i < length; turn++) {
        uint32_t c = str_at(s, i);
        if (!vm_turn(vm, turn))
            return VALUE_RAISED;
        if (c < 128 && bytes_is_space((uint8_t)c)) {
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
    BytesView from, to;
    if (!bytes_view_argument(vm, args[0], &from) || !bytes_view_argument(vm, args[1], &to))
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
    BytesView s = bytes_view_of(args[0]), table = { 0 }, gone = { 0 };
    bool drop[256] = { false };
    if (!value_is_none(args[1])) {
        if (!bytes_view_argument(vm, args[1], &table))
            return VALUE_RAISED;
        if (table.length != 256)
            return raise_value(vm, "translation table must be 256 characters long");
    }
    if (!value_is_unset(args[2]) && !bytes_view_argument(vm, args[2], &gone))
        return VALUE_RAISED;
    for (size_t i = 0; i < gone.length; i++)
        drop[gone.data[i]] = true;
    size_t count = 0;
    for (size_t i = 0; i < s.length; i++)
        count += !drop[s.data[i]];
    Value result = bytes_like(vm, args[0], NULL, count);
    if (value_is_raised(result) || count == 0)
        return result;
    uint8_t *out = bytes_data_of(result);
    for (size_t i = 0; i < s.length; i++)
        if (!drop[s.data[i]])
            *out++ = table.data ? table.data[s.data[i]] : s.data[i];
    return result;
}

static Value octets_getnewargs(VM *vm, Value *args, int nargs)
{
    Value plain = bytes_itself(vm, args[0]);
    return value_is_raised(plain) ? plain : vm_tuple_of(vm, 1, &plain);
}

static Value octets_bytes(VM *vm, Value *args, int nargs)
{
    return bytes_itself(vm, args[0]);
}

/* --- tables ------------------------------------------------------------------------------------------- */

/* Rows of both types. */
static const NativeSpec shared_methods[] = {
    { "__repr__", octets_repr, "self, /", 0, 0, 0, "Return repr(self)." },
    { "__str__", octets_repr, "self, /", 0, 0, 0, "Return str(self): its repr." },
    { "__len__", octets_len, "self, /", 0, 0, 0, "Return len(self)." },
    { "__iter__", octets_iter, "self, /", 0, 0, 0, "Iterate over the numbers." },
    { "__getitem__", octets_getitem, "self, key, /", 0, 0, 0, "Return self[key]." },
    { "__add__", octets_add, "self, value, /", 0, 0, 0, "Return self+value." },
    { "__mul__", octets_mul, "self, value, /", 0, 0, 0, "Return self*value." },
    { "__rmul__", octets_mul, "self, value, /", 0, 0, 0, "Return value*self." },
    { "__mod__", octets_mod, "self, value, /", 0, 0, 0, "Return self%value." },
    { "__lt__", octets_lt, "self, value, /", 0, 0, 0, "Return self<value." },
    { "__le__", octets_le, "self, value, /", 0, 0, 0, "Return self<=value." },
    { "__eq__", octets_eq, "self, value, /", 0, 0, 0, "Return self==value." },
    { "__ne__", octets_ne, "self, value, /", 0, 0, 0, "Return self!=value." },
    { "__gt__", octets_gt, "self, value, /", 0, 0, 0, "Return self>value." },
    { "__ge__", octets_ge, "self, value, /", 0, 0, 0, "Return self>=value." },
    { "decode", octets_decode, "self, /, encoding='utf-8', errors='strict'", 0, 0, 0,
      "The bytes as text." },
    { "fromhex", octets_fromhex, "cls, string, /", 0, 0, NATIVE_CLASS,
      "The bytes written as pairs of hexadecimal digits." },
    { "hex", octets_hex, "self, /, sep='', bytes_per_sep=1", 0, 0, 0,
      "The bytes as pairs of hexadecimal digits." },
    { "maketrans", octets_maketrans, "frm, to, /", 0, 0, NATIVE_STATIC,
      "A table for translate()." },
    { "translate", octets_translate, "self, table, /, delete=b''", 0, 0, 0,
      "Each byte replaced by what the table of 256 says, some deleted." },
    { 0 },
};

static const NativeSpec bytes_methods[] = {
    { "__new__", octets_new, "cls, source=b'', encoding='utf-8', errors='strict'", 0, 0,
      NATIVE_NEW, "bytes(numbers), bytes(text, encoding), bytes(count), bytes(bytes_like)." },
    { "__hash__", octets_hash, "self, /", 0, 0, 0, "Return hash(self)." },
    { "__getnewargs__", octets_getnewargs, "self, /", 0, 0, 0, "For copying and pickling." },
    { "__bytes__", octets_bytes, "self, /", 0, 0, 0, "Return bytes(self)." },
    { 0 },
};

static const TypeSpec bytes_type = {
    "bytes", "builtins", "Numbers from 0 to 255 in a row that never changes.", KIND_BYTES, 0,
    bytes_methods, NULL,
};

static Class *create(VM *vm, const TypeSpec *spec)
{
    Class *cls = type_create(vm, spec, NULL);
    bool good = cls && class_add_natives(vm, cls, shared_methods) &&
                class_add_natives(vm, cls, bytes_search_methods) &&
                class_add_natives(vm, cls, bytes_layout_methods) &&
                class_add_natives(vm, cls, bytes_case_methods);
    return good ? cls : NULL;
}

bool bytes_types_setup(VM *vm)
{
    return create(vm, &bytes_type) && create(vm, &bytearray_type);
}
