/* str_search.c - methods of str that look for text in text: find, count, replace, startswith, and the cutting
 * ones, strip, split, partition. */
#include "runtime/types/str_internal.h"
#include "runtime/types/sequence.h"
#include "runtime/types/unicode.h"
#include "vm/arith.h"

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

/* Long texts are searched in windows, with a look at Ctrl-C between them. */
static size_t window_for(size_t step)
{
    return STR_LONG + 8 * step;
}

static const uint8_t *find_windows(VM *vm, const uint8_t *p, const uint8_t *end, const uint8_t *what, size_t m)
{
    size_t window = window_for(m);
    while ((size_t)(end - p) > window) {
        const uint8_t *hit = find_bytes(p, p + window, what, m);
        if (hit || !vm_go_on(vm))
            return hit;
        p += window - m + 1;
    }
    return find_bytes(p, end, what, m);
}

/* find_bytes for any length; NULL when it raised, too. */
static inline const uint8_t *find_far(VM *vm, const uint8_t *p, const uint8_t *end, const uint8_t *what, size_t m)
{
    return UNLIKELY(end - p > STR_LONG) ? find_windows(vm, p, end, what, m) : find_bytes(p, end, what, m);
}

/* -1: not there, -2: raised */
static ptrdiff_t find_in_windows(VM *vm, const Str *s, const Str *what, size_t start, size_t end, bool backwards)
{
    size_t step = str_length(what), window = window_for(step);
    while (step > 0 && end - start > window) {
        size_t from = backwards ? end - window : start, to = backwards ? end : start + window;
        ptrdiff_t at = backwards ? str_rfind(s, what, from, to) : str_find(s, what, from, to);
        if (at >= 0)
            return at;
        if (!vm_go_on(vm))
            return -2;
        if (backwards)
            end = from + step - 1;
        else
            start = to - step + 1;
    }
    return backwards ? str_rfind(s, what, start, end) : str_find(s, what, start, end);
}

ptrdiff_t text_search(VM *vm, const Str *s, const Str *what)
{
    return find_in_windows(vm, s, what, 0, str_length(s), false);
}

/* -1: not there, -2: raised */
static ptrdiff_t search(VM *vm, Value *args, const char *name, bool backwards)
{
    size_t start, end;
    Str *s = as_str(args[0]), *what = text_argument(vm, args[1], name, 1);
    if (!what || !take_range(vm, args[2], args[3], str_length(s), &start, &end))
        return -2;
    return start > end ? -1 : find_in_windows(vm, s, what, start, end, backwards);
}

static Value text_find(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "find", false);
    return at == -2 ? VALUE_RAISED : value_small(at);
}

static Value text_rfind(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "rfind", true);
    return at == -2 ? VALUE_RAISED : value_small(at);
}

static Value text_index(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "index", false);
    return at == -2 ? VALUE_RAISED
           : at < 0 ? raise_value(vm, "substring not found")
                    : value_small(at);
}

static Value text_rindex(VM *vm, Value *args, int nargs)
{
    ptrdiff_t at = search(vm, args, "rindex", true);
    return at == -2 ? VALUE_RAISED
           : at < 0 ? raise_value(vm, "substring not found")
                    : value_small(at);
}

/* Interrupted (something is raised) it answers what it has. */
static size_t count_in(VM *vm, const Str *s, const Str *what, size_t start, size_t end)
{
    size_t count = 0, step = str_length(what);
    if (start > end)
        return 0;
    if (step == 0)
        return end - start + 1;
    if (str_width(s) == 1 && str_width(what) == 1) {
        const uint8_t *p = str_data(s) + start, *last = str_data(s) + end;
        for (; (p = find_far(vm, p, last, str_data(what), step)) && vm_turn(vm, count); p += step)
            count++;
        return count;
    }
    for (ptrdiff_t at; (at = find_in_windows(vm, s, what, start, end, false)) >= 0 && vm_turn(vm, count); count++)
        start = (size_t)at + step;
    return count;
}

static Value text_count(VM *vm, Value *args, int nargs)
{
    size_t start, end;
    Str *s = as_str(args[0]), *what = text_argument(vm, args[1], "count", 1);
    if (!what || !take_range(vm, args[2], args[3], str_length(s), &start, &end))
        return VALUE_RAISED;
    size_t count = count_in(vm, s, what, start, end);
    return vm_raised(vm) ? VALUE_RAISED : value_small((int64_t)count);
}

/* 1, 0, or -1: raised */
static int equal_at(VM *vm, const Str *s, size_t at, const Str *part)
{
    size_t count = str_length(part);
    int order;
    if (str_width(s) == str_width(part)) {
        if (heap_compare(vm->heap, str_data(s) + at * str_width(s), str_data(part), count * str_width(s), &order))
            return order == 0;
        raise_memory(vm);
        return -1;
    }
    for (size_t i = 0; i < count; i++) {
        if (str_at(s, at + i) != str_at(part, i))
            return 0;
        if (!vm_turn(vm, i))
            return -1;
    }
    return 1;
}

static int matches(VM *vm, const Str *s, const Str *part, size_t start, size_t end, bool tail)
{
    size_t count = str_length(part);
    if (start > end || count > end - start)
        return 0;
    return equal_at(vm, s, tail ? end - count : start, part);
}

static Value truth(int answer)
{
    return answer < 0 ? VALUE_RAISED : value_bool(answer);
}

static Value match_ends(VM *vm, Value *args, bool tail)
{
    const char *name = tail ? "endswith" : "startswith";
    Str *s = as_str(args[0]);
    size_t start, end;
    if (!take_range(vm, args[2], args[3], str_length(s), &start, &end))
        return VALUE_RAISED;
    if (value_is_str(args[1]))
        return truth(matches(vm, s, as_str(args[1]), start, end, tail));
    if (!value_is_tuple(args[1]))
        return raise_type(vm, "%s first arg must be str or a tuple of str, not %T", name, args[1]);
    Tuple *parts = as_tuple(args[1]);
    for (size_t i = 0; i < tuple_length(parts); i++) {
        if (!value_is_str(parts->items[i]))
            return raise_type(vm, "tuple for %s must only contain str, not %T", name,
                              parts->items[i]);
        int found = matches(vm, s, as_str(parts->items[i]), start, end, tail);
        if (found)
            return truth(found);
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
    int found = matches(vm, s, as_str(args[1]), 0, str_length(s), false);
    if (found <= 0)
        return found ? VALUE_RAISED : text_itself(vm, args[0]);
    return text_result(vm, str_slice(vm->heap, s, str_length(as_str(args[1])), str_length(s)));
}

static Value text_removesuffix(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    if (!value_is_str(args[1]))
        return text_bad_argument(vm, "removesuffix() argument", args[1]);
    int found = matches(vm, s, as_str(args[1]), 0, str_length(s), true);
    if (found <= 0)
        return found ? VALUE_RAISED : text_itself(vm, args[0]);
    return text_result(vm, str_slice(vm->heap, s, 0, str_length(s) - str_length(as_str(args[1]))));
}

/* All of one byte a character, and old is not empty: search and copy bytes. */
static Str *replace_narrow(VM *vm, const Str *s, const Str *old, const Str *new, size_t limit)
{
    enum { PLACES = 64, SMALL = 1024 };
    const uint8_t *from = str_data(s), *end = from + str_length(s);
    size_t step = str_length(old), gain = str_length(new), found = 0;
    const uint8_t *places[PLACES];
    for (const uint8_t *p = from; found < limit; p += step, found++) {
        p = find_far(vm, p, end, str_data(old), step);
        if (!p && vm_raised(vm))
            return NULL;
        if (!p)
            break;
        if (!vm_turn(vm, found))
            return NULL;
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
    bool good = true;
    for (size_t n = 0; good && n < found; n++) {
        const uint8_t *p = n < PLACES ? places[n] : find_far(vm, from, end, str_data(old), step);
        good = p && vm_turn(vm, n) && heap_copy(vm->heap, out, from, (size_t)(p - from)) &&
               heap_copy(vm->heap, out + (p - from), str_data(new), gain);
        if (good) {
            out += (size_t)(p - from) + gain;
            from = p + step;
        }
    }
    good = good && heap_copy(vm->heap, out, from, (size_t)(end - from));
    Str *result = good ? str_from_latin1(vm->heap, data, total) : NULL;
    if (data != small)
        heap_array_free(vm->heap, data, total);
    return vm_raised(vm) ? NULL : text_checked(vm, result);
}

static Value text_replace(VM *vm, Value *args, int nargs)
{
    Str *s = as_str(args[0]);
    Str *old = text_argument(vm, args[1], "replace", 1);
    Str *new = old ? text_argument(vm, args[2], "replace", 2) : NULL;
    int64_t limit = -1;
    if (!new || (!value_is_unset(args[3]) && !vm_index_size(vm, args[3], &limit)))
        return VALUE_RAISED;
    size_t length = str_length(s), step = str_length(old), gain = str_length(new);
    if (step && str_width(s) == 1 && str_width(old) == 1 && str_width(new) == 1) {
        Str *narrow = replace_narrow(vm, s, old, new, limit < 0 ? SIZE_MAX : (size_t)limit);
        return !narrow ? VALUE_RAISED : narrow == s ? text_itself(vm, args[0]) : OBJ(narrow);
    }
    size_t found = limit == 0 || (step > length) ? 0 : count_in(vm, s, old, 0, length);
    if (vm_raised(vm))
        return VALUE_RAISED;
    if (limit >= 0 && found > (uint64_t)limit)
        found = (size_t)limit;
    if (found == 0)
        return text_itself(vm, args[0]);
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
            if (b.failed)
                break;
            continue;
        }
        ptrdiff_t next = find_in_windows(vm, s, old, at, length, false);
        if (next < 0) {
            builder_drop(&b);
            return VALUE_RAISED;
        }
        builder_slice(&b, s, at, (size_t)next);
        builder_str(&b, new);
        at = (size_t)next + step;
        if (b.failed)
            break;
    }
    builder_slice(&b, s, at, length);
    return text_result(vm, builder_finish(&b));
}

/* --- cutting --------------------------------------------------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Value strip(VM *vm, Value *args, int sides)
{
    Str *s = as_str(args[0]);
    size_t start = 0, end = str_length(s);
    bool goes_on = true;
    if (value_is_unset(args[1]) || value_is_none(args[1])) {
        if (sides & STRIP_LEFT)
            while (start < end && unicode_is_space(str_at(s, start)) && (goes_on = vm_turn(vm, start)))
                start++;
        if (sides & STRIP_RIGHT)
            while (end > start && unicode_is_space(str_at(s, end - 1)) && (goes_on = vm_turn(vm, end)))
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
                if (!in || !(goes_on = vm_turn(vm, end - start)))
                    break;
                start += side == STRIP_LEFT;
                end -= side == STRIP_RIGHT;
            }
        }
    }
    if (!goes_on)
        return VALUE_RAISED;
    if (start == 0 && end == str_length(s))
        return text_itself(vm, args[0]);
    return text_result(vm, str_slice(vm->heap, s, start, end));
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
    if (!vm_turn(vm, list->count))
        return false;
    if (piece && list_append(vm->heap, list, OBJ(piece)))
        return true;
    raise_memory(vm);
    return false;
}

static inline bool is_space_byte(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31) || c == 0x85 || c == 0xa0;
}

static bool is_line_end(uint32_t c)
{
    return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* From `at` on, the first character of which is() says `wanted`: its place, or the length; SIZE_MAX: raised. */
static inline __attribute__((always_inline)) size_t find_class(VM *vm, const Str *s, unsigned width, size_t at, bool (*is)(uint32_t), bool wanted)
{
    for (size_t length = str_length(s);;) {
        size_t stop = length - at > STR_LONG ? at + STR_LONG : length;
        while (at < stop && is(width == 1 ? str_data(s)[at] : str_at(s, at)) != wanted)
            at++;
        if (LIKELY(at < stop || stop == length))
            return at;
        if (!vm_go_on(vm))
            return SIZE_MAX;
    }
}

static bool split_spaces_narrow(VM *vm, List *list, Str *s, size_t limit)
{
    size_t length = str_length(s), at = 0;
    for (;;) {
        at = find_class(vm, s, 1, at, is_space_byte, false);
        if (at >= length)
            return at == length;
        if (limit-- == 0)
            return add_piece(vm, list, s, at, length);
        size_t start = at;
        at = find_class(vm, s, 1, at, is_space_byte, true);
        if (at == SIZE_MAX || !add_piece(vm, list, s, start, at))
            return false;
    }
}

static bool split_spaces(VM *vm, List *list, Str *s, size_t limit)
{
    size_t length = str_length(s), at = 0;
    if (str_width(s) == 1)
        return split_spaces_narrow(vm, list, s, limit);
    for (;;) {
        at = find_class(vm, s, 0, at, unicode_is_space, false);
        if (at >= length)
            return at == length;
        if (limit-- == 0)
            return add_piece(vm, list, s, at, length);
        size_t start = at;
        at = find_class(vm, s, 0, at, unicode_is_space, true);
        if (at == SIZE_MAX || !add_piece(vm, list, s, start, at))
            return false;
    }
}

static bool rsplit_spaces(VM *vm, List *list, Str *s, size_t limit)
{
    size_t end = str_length(s);
    for (;;) {
        bool goes_on = true;
        while (end > 0 && unicode_is_space(str_at(s, end - 1)) && (goes_on = vm_turn(vm, end)))
            end--;
        if (end == 0 || !goes_on)
            return goes_on;
        if (limit-- == 0)
            return add_piece(vm, list, s, 0, end);
        size_t start = end;
        while (start > 0 && !unicode_is_space(str_at(s, start - 1)) && (goes_on = vm_turn(vm, start)))
            start--;
        if (!goes_on || !add_piece(vm, list, s, start, end))
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
            const uint8_t *hit = find_far(vm, str_data(s) + start, str_data(s) + length, str_data(separator), step);
            at = hit ? hit - str_data(s) : vm_raised(vm) ? -2 : -1;
        } else {
            at = find_in_windows(vm, s, separator, start, length, false);
        }
        if (at == -2)
            return false;
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
        ptrdiff_t at = find_in_windows(vm, s, separator, 0, end, true);
        if (at == -2)
            return false;
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
    return !right || list_reverse(vm->heap, list) ? OBJ(list) : raise_memory(vm);
}

static Value text_split(VM *vm, Value *args, int nargs)
{
    return split(vm, args, false);
}

static Value text_rsplit(VM *vm, Value *args, int nargs)
{
    return split(vm, args, true);
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
        at = str_width(s) == 1 ? find_class(vm, s, 1, at, is_line_end, true)
                               : find_class(vm, s, 0, at, is_line_end, true);
        if (at == SIZE_MAX)
            return VALUE_RAISED;
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
    ptrdiff_t at = find_in_windows(vm, s, separator, 0, length, right);
    if (at == -2)
        return VALUE_RAISED;
    Value empty = OBJ(str_empty(vm->heap));
    Value three[3] = { empty, empty, empty };
    if (at < 0) {
        three[right ? 2 : 0] = text_itself(vm, args[0]);
        if (value_is_raised(three[right ? 2 : 0]))
            return VALUE_RAISED;
    } else {
        Str *before = str_slice(vm->heap, s, 0, (size_t)at);
        Str *after = str_slice(vm->heap, s, (size_t)at + str_length(separator), length);
        if (!before || !after)
            return raise_memory(vm);
        three[0] = OBJ(before);
        three[1] = text_itself(vm, args[1]);
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

#define SEARCH "self, sub, start=None, end=None, /"

const NativeSpec str_search_methods[] = {
    { "count", text_count, SEARCH, 0, 0, 0, "How often sub occurs, not overlapping." },
    { "endswith", text_endswith, "self, suffix, start=None, end=None, /", 0, 0, 0,
      "True if it ends with suffix, or with one of a tuple of them." },
    { "find", text_find, SEARCH, 0, 0, 0, "The lowest index of sub, or -1." },
    { "index", text_index, SEARCH, 0, 0, 0, "The lowest index of sub, or ValueError." },
    { "lstrip", text_lstrip, "self, chars=None, /", 0, 0, 0,
      "Without whitespace (or chars) at the start." },
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
    { 0 },
};
