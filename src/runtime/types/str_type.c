/* str_type.c - str as scripts see it. Making, searching and comparing text is object/str.c; the
 * properties of characters are unicode.c's. Natives are named text_x because str_x are the functions
 * of object/str.h. Sizes are checked before anything is allocated: a Str counts its code points in
 * 32 bits, and what is longer is a MemoryError. */
#include "runtime/types/types.h"
#include "base/mem.h"
#include "bytecode/code.h"
#include "runtime/types/unicode.h"
#include "vm/arith.h"
#include "vm/iter.h"
#include <stdio.h>

Str *text_checked(VM *vm, Str *s)
{
    if (!s)
        raise_memory(vm);
    return s;
}

Value text_bad_argument(VM *vm, const char *what, Value v)
{
    if (value_is_none(v))
        return raise_type(vm, "%s must be str, not None", what);
    return raise_type(vm, "%s must be str, not %T", what, v);
}

static Value result_of(VM *vm, Str *s)
{
    return s ? OBJ(s) : raise_memory(vm);
}

/* A str method never gives back an instance of a subclass. */
static Value itself(VM *vm, Value v)
{
    if (value_is_exactly(v, KIND_STR))
        return v;
    return result_of(vm, str_slice(vm->heap, as_str(v), 0, str_length(as_str(v))));
}

/* --- arguments ----------------------------------------------------------------------------------------- */

static Str *str_argument(VM *vm, Value v, const char *function, int number)
{
    if (value_is_str(v))
        return as_str(v);
    char what[64];
    snprintf(what, sizeof what, "%s() argument %d", function, number);
    text_bad_argument(vm, what, v);
    return NULL;
}

/* A bound of a search: None and UNSET leave it, numbers of any size are clipped, negative ones count
 * from the end. [script] */
static bool clip_bound(VM *vm, Value v, size_t length, size_t *out)
{
    if (value_is_unset(v) || value_is_none(v))
        return true;
    if (!int_is(v)) {
        if (value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__)))) {
            raise_type(vm, "slice indices must be integers or None or have an __index__ method");
            return false;
        }
        v = vm_index_value(vm, v);
        if (value_is_raised(v))
            return false;
    }
    v = int_unbox(v);
    int64_t n;
    if (!int_to_i64(v, &n))
        n = int_sign(v) < 0 ? INT64_MIN / 2 : INT64_MAX / 2;
    if (n < 0)
        n += (int64_t)length;
    *out = n < 0 ? 0 : (size_t)n;
    return true;
}

/* [start, end) out of two arguments; start may be beyond the end of the text: then nothing matches,
 * not even the empty text. */
static bool take_range(VM *vm, Value first, Value last, size_t length, size_t *start, size_t *end)
{
    *start = 0;
    *end = length;
    if (!clip_bound(vm, first, length, start) || !clip_bound(vm, last, length, end))
        return false;
    if (*end > length)
        *end = length;
    return true;
}

/* --- repr ------------------------------------------------------------------------------------------------ */

static void put_escape(StrBuilder *b, uint32_t c)
{
    char text[16];
    snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
    builder_cstr(b, text);
}

bool text_repr_str(StrBuilder *b, const Str *s)
{
    size_t length = str_length(s);
    bool single = false, twice = false, plain = true;
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(s, i);
        single |= c == '\'';
        twice |= c == '"';
        plain &= c >= 32 && c < 127 && c != '\\' && c != '\'';
    }
    uint32_t quote = single && !twice ? '"' : '\'';
    builder_char(b, quote);
    if (plain) {
        builder_str(b, s);
        builder_char(b, quote);
        return !b->failed;
    }
    size_t done = 0; /* characters before this one are written */
    for (size_t i = 0; i < length; i++) {
        uint32_t c = str_at(s, i);
        if (c != quote && c != '\\' && (c < 127 ? c >= 32 : unicode_is_printable(c)))
            continue;
        builder_slice(b, s, done, i);
        done = i + 1;
        switch (c) {
        case '\n': builder_cstr(b, "\\n"); break;
        case '\r': builder_cstr(b, "\\r"); break;
        case '\t': builder_cstr(b, "\\t"); break;
        case '\\': builder_cstr(b, "\\\\"); break;
        default:
            if (c == quote) {
                builder_char(b, '\\');
                builder_char(b, c);
            } else {
                put_escape(b, c);
            }
        }
    }
    builder_slice(b, s, done, length);
    builder_char(b, quote);
    return !b->failed;
}

static Value text_repr(VM *vm, Value *args, int nargs)
{
    enum { SMALL = 256 };
    Str *s = as_str(args[0]);
    size_t length = str_length(s);
    if (str_is_ascii(s) && length <= SMALL - 2) {
        uint8_t small[SMALL];
        size_t i = 0;
        while (i < length && s->data[i] >= 32 && s->data[i] < 127 && s->data[i] != '\'' &&
               s->data[i] != '\\')
            i++;
        if (i == length) {
            small[0] = small[length + 1] = '\'';
            memcpy(small + 1, s->data, length);
            return result_of(vm, str_from_latin1(vm->heap, small, length + 2));
        }
    }
    StrBuilder b;
    builder_init(&b, vm->heap);
    text_repr_str(&b, as_str(args[0]));
    return result_of(vm, builder_finish(&b));
}

Str *text_ascii(VM *vm, Str *repr)
{
    if (str_is_ascii(repr))
        return repr;
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < str_length(repr); i++) {
        uint32_t c = str_at(repr, i);
        if (c < 128)
            builder_char(&b, c);
        else
            put_escape(&b, c);
    }
    return text_checked(vm, builder_finish(&b));
}

/* --- str(x), str(bytes, encoding, errors) -------------------------------------------------------------------- */

/* A copy of s that is an instance of cls, a subclass of str. */
static Value make_instance(VM *vm, Class *cls, Str *s)
{
    enum { INSIDE = 1024 };
    Heap *heap = vm->heap;
    size_t bytes = str_length(s) * str_width(s), size = offsetof(Str, inline_data);
    StrBuf *shared = NULL;
    if (s->data != s->inline_data && s->data == s->owner->data) {
        shared = s->owner;
    } else if (bytes > INSIDE) {
        shared = heap_new_large(heap, KIND_STRBUF, sizeof(StrBuf) + bytes);
        if (!shared)
            return raise_memory(vm);
        shared->size = shared->used = bytes;
        memcpy(shared->data, s->data, bytes);
    }
    size += shared ? 0 : bytes;
    Str *copy = heap_new_for(heap, cls, size < sizeof(Str) ? sizeof(Str) : size);
    copy->obj.aux = s->obj.aux;
    copy->obj.flags |= s->obj.flags & (STR_WIDTH2 | STR_WIDTH4 | STR_ASCII);
    copy->hash = s->hash;
    if (shared) {
        copy->owner = shared;
        copy->data = shared->data;
    } else {
        copy->data = copy->inline_data;
        memcpy(copy->inline_data, s->data, bytes);
    }
    return OBJ(copy);
}

static Value text_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]), *str_class = vm->heap->classes[KIND_STR];
    Str *s;
    if (value_is_unset(args[1])) {
        s = str_empty(vm->heap);
    } else if (value_is_unset(args[2]) && value_is_unset(args[3])) {
        s = value_is_int(args[1])     ? int_to_str(vm, args[1])
            : value_is_float(args[1]) ? float_to_str(vm, value_float(args[1]))
                                      : vm_str(vm, args[1]);
        if (!s)
            return VALUE_RAISED;
        if (cls == str_class)
            return OBJ(s);
    } else {
        const uint8_t *data;
        size_t length;
        for (int i = 2; i <= 3; i++)
            if (!value_is_unset(args[i]) && !value_is_str(args[i]))
                return text_bad_argument(
                    vm, i == 2 ? "str() argument 'encoding'" : "str() argument 'errors'", args[i]);
        if (value_is_str(args[1]))
            return raise_type(vm, "decoding str is not supported");
        if (!bytes_data(args[1], &data, &length))
            return raise_type(vm, "decoding to str: need a bytes-like object, %T found", args[1]);
        Value decoded = codecs_decode(vm, data, length,
                                      value_is_unset(args[2]) ? NULL : as_str(args[2]),
                                      value_is_unset(args[3]) ? NULL : as_str(args[3]));
        if (value_is_raised(decoded))
            return decoded;
        s = as_str(decoded);
    }
    return cls == str_class ? OBJ(s) : make_instance(vm, cls, s);
}

/* --- operators ---------------------------------------------------------------------------------------------- */

static Value text_str(VM *vm, Value *args, int nargs)
{
    return itself(vm, args[0]);
}

static Value text_format(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "__format__() argument", args[1]);
    Str *s = format_with_spec(vm, args[0], as_str(args[1]));
    return s ? OBJ(s) : VALUE_RAISED;
}

static Value text_hash(VM *vm, Value *args, int nargs)
{
    return int_from_i64(vm->heap, (int64_t)str_hash(vm->heap, as_str(args[0])));
}

static Value text_len(VM *vm, Value *args, int nargs)
{
    return value_small((int64_t)str_length(as_str(args[0])));
}

static Value text_iter(VM *vm, Value *args, int nargs)
{
    return iter_of_sequence(vm, args[0], false);
}

static Value text_contains(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return raise_type(vm, "'in <string>' requires string as left operand, not %T", args[1]);
    Str *s = as_str(args[0]);
    return value_bool(str_find(s, as_str(args[1]), 0, str_length(s)) >= 0);
}

static Value text_getitem(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    Value key = args[1];
    int64_t length = (int64_t)str_length(s), i;
    if (value_is_kind(key, KIND_SLICE)) {
        int64_t start, stop, step;
        size_t count;
        if (!vm_slice_bounds(vm, AS(Slice, key), (size_t)length, &start, &stop, &step, &count))
            return VALUE_RAISED;
        if (count == 0)
            return OBJ(str_empty(vm->heap));
        if (step == 1)
            return result_of(vm, str_slice(vm->heap, s, (size_t)start, (size_t)start + count));
        StrBuilder b;
        builder_init(&b, vm->heap);
        for (size_t n = 0; n < count; n++, start += step)
            builder_char(&b, str_at(s, (size_t)start));
        return result_of(vm, builder_finish(&b));
    }
    if (!int_is(key) && value_is_unset(class_lookup(vm, class_of(vm, key), NAME(vm, __index__))))
        return raise_type(vm, "string indices must be integers, not '%T'", key);
    if (!vm_index_item(vm, key, &i))
        return VALUE_RAISED;
    if (i < 0)
        i += length;
    if (i < 0 || i >= length)
        return raise_index(vm, "string index out of range");
    return result_of(vm, str_from_char(vm->heap, str_at(s, (size_t)i)));
}

static Value text_add(VM *vm, Value *args, int nargs)
{
    if (!value_is_str(args[1]))
        return VALUE_NOTIMPLEMENTED;
    if (str_length(as_str(args[0])) + str_length(as_str(args[1])) > UINT32_MAX)
        return raise_memory(vm);
    return result_of(vm, str_concat(vm->heap, as_str(args[0]), as_str(args[1])));
}

static Value text_mul(VM *vm, Value *args, int nargs)
{
    int64_t times;
    Str *s = as_str(args[0]);
    if (!int_is(args[1]) &&
        value_is_unset(class_lookup(vm, class_of(vm, args[1]), NAME(vm, __index__))))
        return VALUE_NOTIMPLEMENTED;
    if (!vm_index(vm, args[1], &times))
        return VALUE_RAISED;
    if (times <= 0 || str_length(s) == 0)
        return OBJ(str_empty(vm->heap));
    if ((uint64_t)times > UINT32_MAX / str_length(s))
        return raise_memory(vm);
    return times == 1 ? itself(vm, args[0]) : result_of(vm, str_repeat(vm->heap, s, (size_t)times));
}

static Value text_mod(VM *vm, Value *args, int nargs)
{
    return format_percent(vm, as_str(args[0]), args[1]);
}

static Value text_rmod(VM *vm, Value *args, int nargs)
{
    return value_is_str(args[1]) ? format_percent(vm, as_str(args[1]), args[0])
                                 : VALUE_NOTIMPLEMENTED;
}

#define COMPARE(name, test)                                                 \
    static Value text_##name(VM *vm, Value *args, int nargs)                \
    {                                                                       \
        if (!value_is_str(args[1]))                                         \
            return VALUE_NOTIMPLEMENTED;                                    \
        return value_bool(test);                                            \
    }
COMPARE(lt, str_compare(as_str(args[0]), as_str(args[1])) < 0)
COMPARE(le, str_compare(as_str(args[0]), as_str(args[1])) <= 0)
COMPARE(gt, str_compare(as_str(args[0]), as_str(args[1])) > 0)
COMPARE(ge, str_compare(as_str(args[0]), as_str(args[1])) >= 0)
COMPARE(eq, str_equal(as_str(args[0]), as_str(args[1])))
COMPARE(ne, !str_equal(as_str(args[0]), as_str(args[1])))

/* The first place of `what` (m > 0 bytes) in [p, end), or NULL. Good guesses first; the C library's
 * search, which is linear whatever the text, when too many were wrong. */
static const uint8_t *find_bytes(const uint8_t *p, const uint8_t *end, const uint8_t *what, size_t m)
{
    const uint8_t *start = p;
    size_t misses = 0;
    while ((size_t)(end - p) >= m) {
        const uint8_t *hit = memchr(p, what[0], (size_t)(end - p) - m + 1);
        if (!hit)
            return NULL;
        if (hit[m - 1] == what[m - 1] && memcmp(hit, what, m) == 0)
            return hit;
        p = hit + 1;
        if (++misses > 32 && misses > (size_t)(p - start) / 16)
            return memmem(p, (size_t)(end - p), what, m);
    }
    return NULL;
}

/* --- searching -------------------------------------------------------------------------------------------------- */

typedef ptrdiff_t (*Finder)(const Str *s, const Str *what, size_t start, size_t end);

/* -1: not there, -2: raised */
static ptrdiff_t search(VM *vm, Value *args, const char *name, Finder find)
{
    size_t start, end;
    Str *s = as_str(args[0]), *what = str_argument(vm, args[1], name, 1);
    if (!what || !take_range(vm, args[2], args[3], str_length(s), &start, &end))
        return -2;
    return start > end ? -1 : find(s, what, start, end);
}

static Value text_find(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "find", str_find);
    return at == -2 ? VALUE_RAISED : value_small(at);
}

static Value text_rfind(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "rfind", str_rfind);
    return at == -2 ? VALUE_RAISED : value_small(at);
}

static Value text_index(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "index", str_find);
    return at == -2 ? VALUE_RAISED
           : at < 0 ? raise_value(vm, "substring not found")
                    : value_small(at);
}

static Value text_rindex(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "rindex", str_rfind);
    return at == -2 ? VALUE_RAISED
           : at < 0 ? raise_value(vm, "substring not found")
                    : value_small(at);
}

static size_t count_in(const Str *s, const Str *what, size_t start, size_t end)
{
    size_t count = 0, step = str_length(what);
    if (start > end)
        return 0;
    if (step == 0)
        return end - start + 1;
    if (str_width(s) == 1 && str_width(what) == 1) {
        const uint8_t *p = s->data + start, *last = s->data + end;
        for (; (p = find_bytes(p, last, what->data, step)); p += step)
            count++;
        return count;
    }
    for (ptrdiff_t at; (at = str_find(s, what, start, end)) >= 0; count++)
        start = (size_t)at + step;
    return count;
}

static Value text_count(VM *vm, Value *args, int nargs)
{
    size_t start, end;
    Str *s = as_str(args[0]), *what = str_argument(vm, args[1], "count", 1);
    if (!what || !take_range(vm, args[2], args[3], str_length(s), &start, &end))
        return VALUE_RAISED;
    return value_small((int64_t)count_in(s, what, start, end));
}

static bool equal_at(const Str *s, size_t at, const Str *part)
{
    size_t count = str_length(part);
    if (str_width(s) == str_width(part))
        return memcmp(s->data + at * str_width(s), part->data, count * str_width(s)) == 0;
    for (size_t i = 0; i < count; i++)
        if (str_at(s, at + i) != str_at(part, i))
            return false;
    return true;
}

static bool matches(const Str *s, const Str *part, size_t start, size_t end, bool tail)
{
    size_t count = str_length(part);
    if (start > end || count > end - start)
        return false;
    return equal_at(s, tail ? end - count : start, part);
}

static Value match_ends(VM *vm, Value *args, bool tail)
{
    const char *name = tail ? "endswith" : "startswith";
    Str *s = as_str(args[0]);
    size_t start, end;
    if (!take_range(vm, args[2], args[3], str_length(s), &start, &end))
        return VALUE_RAISED;
    if (value_is_str(args[1]))
        return value_bool(matches(s, as_str(args[1]), start, end, tail));
    if (!value_is_tuple(args[1]))
        return raise_type(vm, "%s first arg must be str or a tuple of str, not %T", name, args[1]);
    Tuple *parts = as_tuple(args[1]);
    for (size_t i = 0; i < tuple_length(parts); i++) {
        if (!value_is_str(parts->items[i]))
            return raise_type(vm, "tuple for %s must only contain str, not %T", name,
                              parts->items[i]);
        if (matches(s, as_str(parts->items[i]), start, end, tail))
            return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value text_startswith(VM *vm, Value *args, int nargs)
{
    return match_ends(vm, args, false);
}

static Value text_endswith(VM *vm, Value *args, int nargs)
{
    return match_ends(vm, args, true);
}

static Value text_removeprefix(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "removeprefix() argument", args[1]);
    if (!matches(s, as_str(args[1]), 0, str_length(s), false))
        return itself(vm, args[0]);
    return result_of(vm, str_slice(vm->heap, s, str_length(as_str(args[1])), str_length(s)));
}

static Value text_removesuffix(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "removesuffix() argument", args[1]);
    if (!matches(s, as_str(args[1]), 0, str_length(s), true))
        return itself(vm, args[0]);
    return result_of(vm, str_slice(vm->heap, s, 0, str_length(s) - str_length(as_str(args[1]))));
}

/* All of one byte a character, and old is not empty: search and copy bytes. */
static Str *replace_narrow(VM *vm, const Str *s, const Str *old, const Str *new, size_t limit)
{
    enum { PLACES = 64, SMALL = 1024 };
    const uint8_t *from = s->data, *end = from + str_length(s);
    size_t step = str_length(old), gain = str_length(new), found = 0;
    const uint8_t *places[PLACES];
    for (const uint8_t *p = from; found < limit; p += step, found++) {
        p = find_bytes(p, end, old->data, step);
        if (!p)
            break;
        if (found < PLACES)
            places[found] = p;
    }
    size_t total;
    if (found == 0)
        return (Str *)s;
    if (__builtin_mul_overflow(found, gain, &total) || total > UINT32_MAX ||
        (total += str_length(s) - found * step) > UINT32_MAX) {
        raise_memory(vm);
        return NULL;
    }
    if (total == 0)
        return str_empty(vm->heap);
    uint8_t small[SMALL], *data = small, *out;
    if (total > SMALL && !(data = heap_array(vm->heap, NULL, 0, total))) {
        raise_memory(vm);
        return NULL;
    }
    small[0] = 0;
    out = data;
    for (size_t n = 0; n < found; n++) {
        const uint8_t *p = n < PLACES ? places[n] : find_bytes(from, end, old->data, step);
        memcpy(out, from, (size_t)(p - from));
        out += p - from;
        memcpy(out, new->data, gain);
        out += gain;
        from = p + step;
    }
    memcpy(out, from, (size_t)(end - from));
    Str *result = str_from_latin1(vm->heap, data, total);
    if (data != small)
        heap_array_free(vm->heap, data, total);
    return text_checked(vm, result);
}

static Value text_replace(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    Str *old = str_argument(vm, args[1], "replace", 1);
    Str *new = old ? str_argument(vm, args[2], "replace", 2) : NULL;
    int64_t limit = -1;
    if (!new || (!value_is_unset(args[3]) && !vm_index_size(vm, args[3], &limit)))
        return VALUE_RAISED;
    size_t length = str_length(s), step = str_length(old), gain = str_length(new);
    if (step && str_width(s) == 1 && str_width(old) == 1 && str_width(new) == 1) {
        Str *narrow = replace_narrow(vm, s, old, new, limit < 0 ? SIZE_MAX : (size_t)limit);
        return !narrow ? VALUE_RAISED : narrow == s ? itself(vm, args[0]) : OBJ(narrow);
    }
    size_t found = limit == 0 || (step > length) ? 0 : count_in(s, old, 0, length);
    if (limit >= 0 && found > (uint64_t)limit)
        found = (size_t)limit;
    if (found == 0 || str_equal(old, new))
        return itself(vm, args[0]);
    size_t total;
    if (__builtin_mul_overflow(found, gain, &total) || total > UINT32_MAX ||
        total + (length - found * step) > UINT32_MAX)
        return raise_memory(vm);
    StrBuilder b;
    builder_init(&b, vm->heap);
    size_t at = 0;
    for (size_t n = 0; n < found; n++) {
        if (step == 0) { /* between all characters, and at both ends */
            builder_str(&b, new);
            if (at < length)
                builder_slice(&b, s, at, at + 1);
            at++;
            continue;
        }
        size_t next = (size_t)str_find(s, old, at, length);
        builder_slice(&b, s, at, next);
        builder_str(&b, new);
        at = next + step;
    }
    builder_slice(&b, s, at, length);
    return result_of(vm, builder_finish(&b));
}

/* --- cutting --------------------------------------------------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Value strip(VM *vm, Value *args, int sides)
{
    Str *s = as_str(args[0]);
    size_t start = 0, end = str_length(s);
    if (value_is_unset(args[1]) || value_is_none(args[1])) {
        if (sides & STRIP_LEFT)
            while (start < end && unicode_is_space(str_at(s, start)))
                start++;
        if (sides & STRIP_RIGHT)
            while (end > start && unicode_is_space(str_at(s, end - 1)))
                end--;
    } else if (!value_is_str(args[1])) {
        return raise_type(vm, "%s arg must be None or str",
                          sides == STRIP_LEFT    ? "lstrip"
                          : sides == STRIP_RIGHT ? "rstrip"
                                                 : "strip");
    } else {
        Str *set = as_str(args[1]);
        size_t count = str_length(set);
        bool low[256] = { false };
        for (size_t i = 0; i < count; i++)
            if (str_at(set, i) < 256)
                low[str_at(set, i)] = true;
        for (int side = STRIP_LEFT; side <= STRIP_RIGHT; side++) {
            while ((sides & side) && start < end) {
                uint32_t c = str_at(s, side == STRIP_LEFT ? start : end - 1);
                bool in = c < 256 && low[c];
                for (size_t i = 0; c >= 256 && i < count && !in; i++)
                    in = str_at(set, i) == c;
                if (!in)
                    break;
                start += side == STRIP_LEFT;
                end -= side == STRIP_RIGHT;
            }
        }
    }
    if (start == 0 && end == str_length(s))
        return itself(vm, args[0]);
    return result_of(vm, str_slice(vm->heap, s, start, end));
}

static Value text_strip(VM *vm, Value *args, int nargs)
{
    return strip(vm, args, STRIP_LEFT | STRIP_RIGHT);
}

static Value text_lstrip(VM *vm, Value *args, int nargs)
{
    return strip(vm, args, STRIP_LEFT);
}

static Value text_rstrip(VM *vm, Value *args, int nargs)
{
    return strip(vm, args, STRIP_RIGHT);
}

static bool add_piece(VM *vm, List *list, Str *s, size_t start, size_t end)
{
    Str *piece = str_slice(vm->heap, s, start, end);
    if (piece && list_append(vm->heap, list, OBJ(piece)))
        return true;
    raise_memory(vm);
    return false;
}

static inline bool is_space_byte(uint8_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) || c == 0x85 || c == 0xa0;
}

static bool split_spaces_narrow(VM *vm, List *list, Str *s, size_t limit)
{
    const uint8_t *data = s->data;
    size_t length = str_length(s), at = 0;
    for (;;) {
        while (at < length && is_space_byte(data[at]))
            at++;
        if (at == length)
            return true;
        if (limit-- == 0)
            return add_piece(vm, list, s, at, length);
        size_t start = at;
        while (at < length && !is_space_byte(data[at]))
            at++;
        if (!add_piece(vm, list, s, start, at))
            return false;
    }
}

static bool split_spaces(VM *vm, List *list, Str *s, size_t limit)
{
    if (str_width(s) == 1)
        return split_spaces_narrow(vm, list, s, limit);
    size_t length = str_length(s), at = 0;
    for (;;) {
        while (at < length && unicode_is_space(str_at(s, at)))
            at++;
        if (at == length)
            return true;
        if (limit-- == 0)
            return add_piece(vm, list, s, at, length);
        size_t start = at;
        while (at < length && !unicode_is_space(str_at(s, at)))
            at++;
        if (!add_piece(vm, list, s, start, at))
            return false;
    }
}

static bool rsplit_spaces(VM *vm, List *list, Str *s, size_t limit)
{
    size_t end = str_length(s);
    for (;;) {
        while (end > 0 && unicode_is_space(str_at(s, end - 1)))
            end--;
        if (end == 0)
            return true;
        if (limit-- == 0)
            return add_piece(vm, list, s, 0, end);
        size_t start = end;
        while (start > 0 && !unicode_is_space(str_at(s, start - 1)))
            start--;
        if (!add_piece(vm, list, s, start, end))
            return false;
        end = start;
    }
}

static bool split_at(VM *vm, List *list, Str *s, const Str *separator, size_t limit)
{
    size_t length = str_length(s), start = 0, step = str_length(separator);
    while (limit-- > 0) {
        ptrdiff_t at;
        if (str_width(s) == 1 && str_width(separator) == 1) {
            const uint8_t *hit = find_bytes(s->data + start, s->data + length, separator->data, step);
            at = hit ? hit - s->data : -1;
        } else {
            at = str_find(s, separator, start, length);
        }
        if (at < 0)
            break;
        if (!add_piece(vm, list, s, start, (size_t)at))
            return false;
        start = (size_t)at + step;
    }
    return add_piece(vm, list, s, start, length);
}

static bool rsplit_at(VM *vm, List *list, Str *s, const Str *separator, size_t limit)
{
    size_t end = str_length(s), step = str_length(separator);
    while (limit-- > 0) {
        ptrdiff_t at = str_rfind(s, separator, 0, end);
        if (at < 0)
            break;
        if (!add_piece(vm, list, s, (size_t)at + step, end))
            return false;
        end = (size_t)at;
    }
    return add_piece(vm, list, s, 0, end);
}

static Value split(VM *vm, Value *args, bool right)
{
    Str *s = as_str(args[0]);
    int64_t limit = -1;
    if (!value_is_unset(args[2]) && !vm_index_size(vm, args[2], &limit))
        return VALUE_RAISED;
    bool spaces = value_is_unset(args[1]) || value_is_none(args[1]);
    if (!spaces && !value_is_str(args[1]))
        return raise_type(vm, "must be str or None, not %T", args[1]);
    if (!spaces && str_length(as_str(args[1])) == 0)
        return raise_value(vm, "empty separator");
    List *list = list_new(vm->heap, 4);
    if (!list)
        return raise_memory(vm);
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    bool good;
    if (right)
        good = spaces ? rsplit_spaces(vm, list, s, most)
                      : rsplit_at(vm, list, s, as_str(args[1]), most);
    else
        good = spaces ? split_spaces(vm, list, s, most)
                      : split_at(vm, list, s, as_str(args[1]), most);
    if (!good)
        return VALUE_RAISED;
    for (size_t i = 0, n = list->count; right && i < n / 2; i++) {
        Value v = list->items[i];
        list->items[i] = list->items[n - 1 - i];
        list->items[n - 1 - i] = v;
    }
    return OBJ(list);
}

static Value text_split(VM *vm, Value *args, int nargs)
{
    return split(vm, args, false);
}

static Value text_rsplit(VM *vm, Value *args, int nargs)
{
    return split(vm, args, true);
}

static bool is_line_end(uint32_t c)
{
    return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static Value text_splitlines(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    int keep = value_is_unset(args[1]) ? 0 : vm_truth(vm, args[1]);
    List *list = keep < 0 ? NULL : list_new(vm->heap, 4);
    if (!list)
        return keep < 0 ? VALUE_RAISED : raise_memory(vm);
    size_t length = str_length(s);
    for (size_t at = 0; at < length;) {
        size_t start = at;
        while (at < length && !is_line_end(str_at(s, at)))
            at++;
        size_t end = at;
        if (at < length) {
            at += str_at(s, at) == '\r' && at + 1 < length && str_at(s, at + 1) == '\n' ? 2 : 1;
            if (keep)
                end = at;
        }
        if (!add_piece(vm, list, s, start, end))
            return VALUE_RAISED;
    }
    return OBJ(list);
}

static Value partition(VM *vm, Value *args, bool right)
{
    Str *s = as_str(args[0]);
    if (!value_is_str(args[1]))
        return raise_type(vm, "must be str, not %T", args[1]);
    Str *separator = as_str(args[1]);
    if (str_length(separator) == 0)
        return raise_value(vm, "empty separator");
    size_t length = str_length(s);
    ptrdiff_t at = right ? str_rfind(s, separator, 0, length) : str_find(s, separator, 0, length);
    Value empty = OBJ(str_empty(vm->heap));
    Value three[3] = { empty, empty, empty };
    if (at < 0) {
        three[right ? 2 : 0] = itself(vm, args[0]);
        if (value_is_raised(three[right ? 2 : 0]))
            return VALUE_RAISED;
    } else {
        Str *before = str_slice(vm->heap, s, 0, (size_t)at);
        Str *after = str_slice(vm->heap, s, (size_t)at + str_length(separator), length);
        if (!before || !after)
            return raise_memory(vm);
        three[0] = OBJ(before);
        three[1] = itself(vm, args[1]);
        three[2] = OBJ(after);
    }
    return vm_tuple_of(vm, 3, three);
}

static Value text_partition(VM *vm, Value *args, int nargs)
{
    return partition(vm, args, false);
}

static Value text_rpartition(VM *vm, Value *args, int nargs)
{
    return partition(vm, args, true);
}

/* --- joining and padding ------------------------------------------------------------------------------------------------ */

static Str *join_values(VM *vm, Str *separator, const Value *items, size_t count)
{
    enum { SMALL = 512 };
    size_t total = 0, gap = str_length(separator);
    bool narrow = str_width(separator) == 1;
    for (size_t i = 0; i < count; i++) {
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
        if (i && gap) {
            memcpy(p, separator->data, gap);
            p += gap;
        }
        memcpy(p, s->data, str_length(s));
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
        return itself(vm, self);
    if (left > UINT32_MAX || right > UINT32_MAX || left + right + str_length(s) > UINT32_MAX)
        return raise_memory(vm);
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_fill(&b, fill, left);
    builder_str(&b, s);
    builder_fill(&b, fill, right);
    return result_of(vm, builder_finish(&b));
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
        return itself(vm, args[0]);
    if ((uint64_t)width > UINT32_MAX)
        return raise_memory(vm);
    bool sign = length && (str_at(s, 0) == '+' || str_at(s, 0) == '-');
    StrBuilder b;
    builder_init(&b, vm->heap);
    builder_slice(&b, s, 0, sign);
    builder_fill(&b, '0', (size_t)width - length);
    builder_slice(&b, s, sign, length);
    return result_of(vm, builder_finish(&b));
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
    return result_of(vm, builder_finish(&b));
}

/* --- case ----------------------------------------------------------------------------------------------------------------- */

enum { CASE_LOWER, CASE_UPPER, CASE_FOLD, CASE_SWAP, CASE_TITLE, CASE_CAPITALIZE };

/* A capital sigma at the end of a word becomes the final small one. */
static bool is_final_sigma(const Str *s, size_t at)
{
    size_t i = at;
    while (i > 0 && unicode_is_case_ignorable(str_at(s, i - 1)))
        i--;
    if (i == 0 || !unicode_is_cased(str_at(s, i - 1)))
        return false;
    for (i = at + 1; i < str_length(s) && unicode_is_case_ignorable(str_at(s, i)); i++)
        ;
    return i == str_length(s) || !unicode_is_cased(str_at(s, i));
}

static int lower_at(const Str *s, size_t at, uint32_t out[3])
{
    uint32_t c = str_at(s, at);
    if (c == 0x3a3) {
        out[0] = is_final_sigma(s, at) ? 0x3c2 : 0x3c3;
        return 1;
    }
    return unicode_to_lower(c, out);
}

static Value map_ascii(VM *vm, Str *s, int mode)
{
    enum { SMALL = 512 };
    size_t length = str_length(s);
    if (length == 0)
        return OBJ(str_empty(vm->heap));
    uint8_t small[SMALL], *data = small;
    if (length > SMALL && !(data = heap_array(vm->heap, NULL, 0, length)))
        return raise_memory(vm);
    bool previous = false; /* a letter */
    for (size_t i = 0; i < length; i++) {
        uint8_t c = s->data[i];
        bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';
        bool flip = mode == CASE_UPPER   ? lower
                    : mode == CASE_SWAP  ? lower || upper
                    : mode == CASE_TITLE ? (previous ? upper : lower)
                    : mode == CASE_CAPITALIZE ? (i ? upper : lower)
                                              : upper;
        previous = upper || lower;
        data[i] = flip ? c ^ 32 : c;
    }
    Str *result = str_from_latin1(vm->heap, data, length);
    if (data != small)
        heap_array_free(vm->heap, data, length);
    return result_of(vm, result);
}

static int map_char(const Str *s, size_t i, int mode, bool previous, uint32_t out[3])
{
    uint32_t c = str_at(s, i);
    switch (mode) {
    case CASE_LOWER: return lower_at(s, i, out);
    case CASE_UPPER: return unicode_to_upper(c, out);
    case CASE_FOLD: return unicode_fold(c, out);
    case CASE_CAPITALIZE: return i ? lower_at(s, i, out) : unicode_to_title(c, out);
    case CASE_TITLE: return previous ? lower_at(s, i, out) : unicode_to_title(c, out);
    default: break;
    }
    if (unicode_is_upper(c))
        return lower_at(s, i, out);
    if (unicode_is_lower(c))
        return unicode_to_upper(c, out);
    out[0] = c;
    return 1;
}

static Value map_case(VM *vm, Value self, int mode)
{
    Str *s = as_str(self);
    if (str_is_ascii(s))
        return map_ascii(vm, s, mode);
    size_t length = str_length(s), capacity = length + 16, count = 0;
    uint32_t *points = heap_array(vm->heap, NULL, 0, mem_size(capacity, sizeof *points));
    if (!points)
        return raise_memory(vm);
    bool previous = false;
    for (size_t i = 0; i < length; i++) {
        if (capacity - count < 3) {
            size_t more = capacity + capacity / 2;
            uint32_t *moved = heap_array(vm->heap, points, capacity * sizeof *points,
                                         mem_size(more, sizeof *points));
            if (!moved) {
                heap_array_free(vm->heap, points, capacity * sizeof *points);
                return raise_memory(vm);
            }
            points = moved;
            capacity = more;
        }
        count += (size_t)map_char(s, i, mode, previous, points + count);
        if (mode == CASE_TITLE)
            previous = unicode_is_cased(str_at(s, i));
    }
    Str *result = str_from_code_points(vm->heap, points, count);
    heap_array_free(vm->heap, points, capacity * sizeof *points);
    return result_of(vm, result);
}

#define CASE(name, mode)                                                    \
    static Value text_##name(VM *vm, Value *args, int nargs)                \
    {                                                                       \
        return map_case(vm, args[0], mode);                                 \
    }
CASE(lower, CASE_LOWER)
CASE(upper, CASE_UPPER)
CASE(casefold, CASE_FOLD)
CASE(swapcase, CASE_SWAP)
CASE(title, CASE_TITLE)
CASE(capitalize, CASE_CAPITALIZE)

/* --- questions --------------------------------------------------------------------------------------------------------------- */

static bool is_alnum(uint32_t c)
{
    return unicode_is_alpha(c) || unicode_is_numeric(c);
}

static Value all_are(const Str *s, bool (*is)(uint32_t), bool empty)
{
    for (size_t i = 0; i < str_length(s); i++)
        if (!is(str_at(s, i)))
            return VALUE_FALSE;
    return value_bool(empty || str_length(s) > 0);
}

#define QUESTION(name, test, empty)                                         \
    static Value text_##name(VM *vm, Value *args, int nargs)                \
    {                                                                       \
        return all_are(as_str(args[0]), test, empty);                       \
    }
QUESTION(isalnum, is_alnum, false)
QUESTION(isalpha, unicode_is_alpha, false)
QUESTION(isdecimal, unicode_is_decimal, false)
QUESTION(isdigit, unicode_is_digit, false)
QUESTION(isnumeric, unicode_is_numeric, false)
QUESTION(isspace, unicode_is_space, false)
QUESTION(isprintable, unicode_is_printable, true)

static Value text_isascii(VM *vm, Value *args, int nargs)
{
    return value_bool(str_is_ascii(as_str(args[0])) || str_length(as_str(args[0])) == 0);
}

static Value text_isidentifier(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    for (size_t i = 0; i < str_length(s); i++)
        if (!(i ? unicode_is_id_continue : unicode_is_id_start)(str_at(s, i)))
            return VALUE_FALSE;
    return value_bool(str_length(s) > 0);
}

/* At least one cased character, and none of the other case. */
static Value only_case(const Str *s, bool (*wanted)(uint32_t), bool (*other)(uint32_t))
{
    bool some = false;
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        if (other(c) || unicode_is_title(c))
            return VALUE_FALSE;
        some |= wanted(c);
    }
    return value_bool(some);
}

static Value text_islower(VM *vm, Value *args, int nargs)
{
    return only_case(as_str(args[0]), unicode_is_lower, unicode_is_upper);
}

static Value text_isupper(VM *vm, Value *args, int nargs)
{
    return only_case(as_str(args[0]), unicode_is_upper, unicode_is_lower);
}

static Value text_istitle(VM *vm, Value *args, int nargs)
{
    const Str *s = as_str(args[0]);
    bool previous = false, some = false;
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        if (unicode_is_upper(c) || unicode_is_title(c)) {
            if (previous)
                return VALUE_FALSE;
            previous = some = true;
        } else if (unicode_is_lower(c)) {
            if (!previous)
                return VALUE_FALSE;
            some = true;
        } else {
            previous = false;
        }
    }
    return value_bool(some);
}

/* --- translate, format, encode -------------------------------------------------------------------------------------------------- */

/* What table says of c: a Value, UNSET for "leave it", RAISED. [script] */
static Value translation(VM *vm, Value table, uint32_t c)
{
    Value key = value_small(c);
    if (value_is_exactly(table, KIND_DICT))
        return vm_dict_get(vm, as_dict(table), key);
    Value v = vm_getitem(vm, table, key);
    if (value_is_raised(v) && vm_exception_is(vm, vm->exc[EXC_LookupError])) {
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
    return v;
}

static Value text_translate(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < str_length(s); i++) {
        uint32_t c = str_at(s, i);
        Value v = translation(vm, args[1], c);
        int64_t point;
        if (value_is_unset(v)) {
            builder_char(&b, c);
        } else if (value_is_raised(v)) {
            break;
        } else if (value_is_none(v)) {
            continue;
        } else if (value_is_str(v)) {
            builder_str(&b, as_str(v));
        } else if (!int_is(v)) {
            raise_type(vm, "character mapping must return integer, None or str");
            break;
        } else if (!int_to_i64(int_unbox(v), &point) || point < 0 || point > 0x10FFFF) {
            raise_value(vm, "character mapping must be in range(0x110000)");
            break;
        } else {
            builder_char(&b, (uint32_t)point);
        }
    }
    if (vm_raised(vm)) {
        builder_drop(&b);
        return VALUE_RAISED;
    }
    return result_of(vm, builder_finish(&b));
}

static Value text_maketrans(VM *vm, Value *args, int nargs)
{
    Dict *table = dict_new(vm->heap, 8);
    if (!table)
        return raise_memory(vm);
    vm_keep(vm, OBJ(table));
    if (value_is_unset(args[1])) {
        if (!value_is_kind(args[0], KIND_DICT))
            return raise_type(vm, "if you give only one argument to maketrans it must be a dict");
        Dict *from = as_dict(args[0]);
        for (DictEntry *e = NULL; (e = dict_next(from, e));) {
            Value key = e->key;
            if (value_is_str(key)) {
                if (str_length(as_str(key)) != 1)
                    return raise_value(vm,
                                       "string keys in translate table must be of length 1");
                key = value_small(str_at(as_str(key), 0));
            } else if (!int_is(key)) {
                return raise_type(vm, "keys in translate table must be strings or integers");
            }
            if (!vm_dict_set(vm, table, int_unbox(key), e->value))
                return VALUE_RAISED;
        }
        return OBJ(table);
    }
    Str *to = str_argument(vm, args[1], "maketrans", 2);
    if (!to || (!value_is_unset(args[2]) && !str_argument(vm, args[2], "maketrans", 3)))
        return VALUE_RAISED;
    if (!value_is_str(args[0]))
        return raise_type(
            vm, "first maketrans argument must be a string if there is a second argument");
    Str *from = as_str(args[0]);
    if (str_length(from) != str_length(to))
        return raise_value(vm, "the first two maketrans arguments must have equal length");
    for (size_t i = 0; i < str_length(from); i++)
        if (!vm_dict_set(vm, table, value_small(str_at(from, i)), value_small(str_at(to, i))))
            return VALUE_RAISED;
    if (!value_is_unset(args[2])) {
        Str *gone = as_str(args[2]);
        for (size_t i = 0; i < str_length(gone); i++)
            if (!vm_dict_set(vm, table, value_small(str_at(gone, i)), VALUE_NONE))
                return VALUE_RAISED;
    }
    return OBJ(table);
}

static Value text_format_method(VM *vm, Value *args, int nargs)
{
    return format_fields(vm, as_str(args[0]), as_tuple(args[1]), args[2], false);
}

static Value text_format_map(VM *vm, Value *args, int nargs)
{
    return format_fields(vm, as_str(args[0]), NULL, args[1], true);
}

static Value text_encode(VM *vm, Value *args, int nargs)
{
    for (int i = 1; i <= 2; i++)
        if (!value_is_unset(args[i]) && !value_is_str(args[i]))
            return text_bad_argument(
                vm, i == 1 ? "encode() argument 'encoding'" : "encode() argument 'errors'", args[i]);
    Bytes *bytes = codecs_encode(vm, as_str(args[0]),
                                 value_is_unset(args[1]) ? NULL : as_str(args[1]),
                                 value_is_unset(args[2]) ? NULL : as_str(args[2]));
    return bytes ? OBJ(bytes) : VALUE_RAISED;
}

static Value text_getnewargs(VM *vm, Value *args, int nargs)
{
    Value plain = itself(vm, args[0]);
    return value_is_raised(plain) ? plain : vm_tuple_of(vm, 1, &plain);
}

#define SEARCH "self, sub, start=None, end=None, /"

static const NativeSpec str_methods[] = {
    { "__new__", text_new, "cls, object='', encoding='utf-8', errors='strict'", 0, 0, NATIVE_NEW,
      "str(object=''): the text of an object; str(bytes, encoding, errors): decoded bytes." },
    { "__repr__", text_repr, "self, /", 0, 0, 0, "Return repr(self)." },
    { "__str__", text_str, "self, /", 0, 0, 0, "Return str(self)." },
    { "__format__", text_format, "self, format_spec, /", 0, 0, 0, "Format by format_spec." },
    { "__hash__", text_hash, "self, /", 0, 0, 0, "Return hash(self)." },
    { "__len__", text_len, "self, /", 0, 0, 0, "Return len(self)." },
    { "__iter__", text_iter, "self, /", 0, 0, 0, "Iterate over the characters." },
    { "__contains__", text_contains, "self, key, /", 0, 0, 0, "Return key in self." },
    { "__getitem__", text_getitem, "self, key, /", 0, 0, 0, "Return self[key]." },
    { "__add__", text_add, "self, value, /", 0, 0, 0, "Return self+value." },
    { "__mul__", text_mul, "self, value, /", 0, 0, 0, "Return self*value." },
    { "__rmul__", text_mul, "self, value, /", 0, 0, 0, "Return value*self." },
    { "__mod__", text_mod, "self, value, /", 0, 0, 0, "Return self%value." },
    { "__rmod__", text_rmod, "self, value, /", 0, 0, 0, "Return value%self." },
    { "__lt__", text_lt, "self, value, /", 0, 0, 0, "Return self<value." },
    { "__le__", text_le, "self, value, /", 0, 0, 0, "Return self<=value." },
    { "__eq__", text_eq, "self, value, /", 0, 0, 0, "Return self==value." },
    { "__ne__", text_ne, "self, value, /", 0, 0, 0, "Return self!=value." },
    { "__gt__", text_gt, "self, value, /", 0, 0, 0, "Return self>value." },
    { "__ge__", text_ge, "self, value, /", 0, 0, 0, "Return self>=value." },
    { "__getnewargs__", text_getnewargs, "self, /", 0, 0, 0, "For copying and pickling." },
    { "capitalize", text_capitalize, "self, /", 0, 0, 0,
      "The first character in title case, the rest in lower case." },
    { "casefold", text_casefold, "self, /", 0, 0, 0, "For comparing without regard to case." },
    { "center", text_center, "self, width, fillchar=' ', /", 0, 0, 0,
      "Padded on both sides to width." },
    { "count", text_count, SEARCH, 0, 0, 0, "How often sub occurs, not overlapping." },
    { "encode", text_encode, "self, /, encoding='utf-8', errors='strict'", 0, 0, 0,
      "The text as bytes." },
    { "endswith", text_endswith, "self, suffix, start=None, end=None, /", 0, 0, 0,
      "True if it ends with suffix, or with one of a tuple of them." },
    { "expandtabs", text_expandtabs, "self, /, tabsize=8", 0, 0, 0, "Tabs become spaces." },
    { "find", text_find, SEARCH, 0, 0, 0, "The lowest index of sub, or -1." },
    { "format", text_format_method, "self, /, *args, **kwargs", 0, 0, 0,
      "Fills the {fields} of the text." },
    { "format_map", text_format_map, "self, mapping, /", 0, 0, 0,
      "Fills the {fields} of the text from a mapping." },
    { "index", text_index, SEARCH, 0, 0, 0, "The lowest index of sub, or ValueError." },
    { "isalnum", text_isalnum, "self, /", 0, 0, 0, "True if all are letters or digits." },
    { "isalpha", text_isalpha, "self, /", 0, 0, 0, "True if all are letters." },
    { "isascii", text_isascii, "self, /", 0, 0, 0, "True if all are ASCII." },
    { "isdecimal", text_isdecimal, "self, /", 0, 0, 0, "True if all are decimal digits." },
    { "isdigit", text_isdigit, "self, /", 0, 0, 0, "True if all are digits." },
    { "isidentifier", text_isidentifier, "self, /", 0, 0, 0, "True if it is a name." },
    { "islower", text_islower, "self, /", 0, 0, 0, "True if the letters are lower case." },
    { "isnumeric", text_isnumeric, "self, /", 0, 0, 0, "True if all are numeric." },
    { "isprintable", text_isprintable, "self, /", 0, 0, 0, "True if repr escapes nothing." },
    { "isspace", text_isspace, "self, /", 0, 0, 0, "True if all are whitespace." },
    { "istitle", text_istitle, "self, /", 0, 0, 0, "True if each word begins with a capital." },
    { "isupper", text_isupper, "self, /", 0, 0, 0, "True if the letters are upper case." },
    { "join", text_join_method, "self, iterable, /", 0, 0, 0,
      "The texts of the iterable with self between them." },
    { "ljust", text_ljust, "self, width, fillchar=' ', /", 0, 0, 0, "Padded on the right." },
    { "lower", text_lower, "self, /", 0, 0, 0, "In lower case." },
    { "lstrip", text_lstrip, "self, chars=None, /", 0, 0, 0,
      "Without whitespace (or chars) at the start." },
    { "maketrans", text_maketrans, "x, y=None, z=None, /", 0, 0, NATIVE_STATIC,
      "A table for translate()." },
    { "partition", text_partition, "self, sep, /", 0, 0, 0,
      "(before, sep, after) at the first sep." },
    { "removeprefix", text_removeprefix, "self, prefix, /", 0, 0, 0,
      "Without prefix, if it begins with it." },
    { "removesuffix", text_removesuffix, "self, suffix, /", 0, 0, 0,
      "Without suffix, if it ends with it." },
    { "replace", text_replace, "self, old, new, /, count=-1", 0, 0, 0,
      "Each (or the first count) old replaced by new." },
    { "rfind", text_rfind, SEARCH, 0, 0, 0, "The highest index of sub, or -1." },
    { "rindex", text_rindex, SEARCH, 0, 0, 0, "The highest index of sub, or ValueError." },
    { "rjust", text_rjust, "self, width, fillchar=' ', /", 0, 0, 0, "Padded on the left." },
    { "rpartition", text_rpartition, "self, sep, /", 0, 0, 0,
      "(before, sep, after) at the last sep." },
    { "rsplit", text_rsplit, "self, /, sep=None, maxsplit=-1", 0, 0, 0,
      "The parts between separators, counted from the end." },
    { "rstrip", text_rstrip, "self, chars=None, /", 0, 0, 0,
      "Without whitespace (or chars) at the end." },
    { "split", text_split, "self, /, sep=None, maxsplit=-1", 0, 0, 0,
      "The parts between separators (whitespace if sep is None)." },
    { "splitlines", text_splitlines, "self, /, keepends=False", 0, 0, 0, "The lines." },
    { "startswith", text_startswith, "self, prefix, start=None, end=None, /", 0, 0, 0,
      "True if it begins with prefix, or with one of a tuple of them." },
    { "strip", text_strip, "self, chars=None, /", 0, 0, 0,
      "Without whitespace (or chars) at both ends." },
    { "swapcase", text_swapcase, "self, /", 0, 0, 0, "Upper and lower case exchanged." },
    { "title", text_title, "self, /", 0, 0, 0, "Each word with a capital." },
    { "translate", text_translate, "self, table, /", 0, 0, 0,
      "Each character replaced by what table[ord(c)] says." },
    { "upper", text_upper, "self, /", 0, 0, 0, "In upper case." },
    { "zfill", text_zfill, "self, width, /", 0, 0, 0, "Padded with zeros behind the sign." },
    { 0 },
};

static const TypeSpec str_type = {
    "str", "builtins", "Text: a sequence of Unicode characters that never changes.", KIND_STR, 0,
    str_methods, NULL,
};

bool str_types_setup(VM *vm)
{
    return type_create(vm, &str_type, NULL) != NULL;
}
