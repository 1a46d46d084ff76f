/* bytes_search.c - methods of bytes and bytearray that look for bytes in bytes, and those that cut. */
#include "runtime/types/bytes_internal.h"
#include "runtime/types/sequence.h"
#include "vm/arith.h"

/* --- searching ------------------------------------------------------------------------------------------------------ */

ptrdiff_t bytes_find(VM *vm, BytesView s, BytesView what, size_t start, size_t end)
{
    if (start > end || what.length > end - start)
        return -1;
    if (what.length == 0)
        return (ptrdiff_t)start;
    size_t window = HEAP_PIECE + 8 * what.length;
    for (const uint8_t *hit; end - start > window; start += window - what.length + 1) {
        hit = memmem(s.data + start, window, what.data, what.length);
        if (hit)
            return hit - s.data;
        if (!vm_go_on(vm))
            return -2;
    }
    const uint8_t *hit = memmem(s.data + start, end - start, what.data, what.length);
    return hit ? hit - s.data : -1;
}

ptrdiff_t bytes_rfind(VM *vm, BytesView s, BytesView what, size_t start, size_t end)
{
    if (start > end || what.length > end - start)
        return -1;
    size_t work = 0;
    for (size_t at = end - what.length + 1; at-- > start; work++) {
        if (what.length == 0)
            return (ptrdiff_t)at;
        if (s.data[at] == what.data[0]) {
            int order;
            if (!heap_compare(vm->heap, s.data + at, what.data, what.length, &order)) {
                raise_memory(vm);
                return -2;
            }
            if (order == 0)
                return (ptrdiff_t)at;
            work += what.length / 8;
        }
        if (work >= HEAP_PIECE) {
            work = 0;
            if (!vm_go_on(vm))
                return -2;
        }
    }
    return -1;
}

/* Interrupted (something is raised) it answers what it has. */
static size_t count_bytes(VM *vm, BytesView s, BytesView what, size_t start, size_t end)
{
    size_t count = 0;
    if (start > end)
        return 0;
    if (what.length == 0)
        return end - start + 1;
    for (ptrdiff_t at; (at = bytes_find(vm, s, what, start, end)) >= 0 && vm_turn(vm, count); count++)
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
    BytesView self, what;
    size_t start, end;
    uint8_t byte;
} Search;

/* (sub, start, end), sub a number or bytes. [script] */
static bool take_search(VM *vm, Value *args, Search *s)
{
    int64_t first, last;
    int byte = -1;
    BytesView what;
    if (!take_bound(vm, args[2], 0, &first) || !take_bound(vm, args[3], INT64_MAX / 2, &last))
        return false;
    bool is_bytes = bytes_data(args[1], &what.data, &what.length);
    if (!is_bytes) {
        if (!int_is(args[1]) &&
            value_is_unset(class_lookup(vm, class_of(vm, args[1]), NAME(vm, __index__)))) {
            raise_type(vm, "argument should be integer or bytes-like object, not '%T'", args[1]);
            return false;
        }
        byte = bytes_byte(vm, args[1], BYTE_RANGE);
        if (byte < 0)
            return false;
    }
    s->byte = (uint8_t)byte;
    s->what = is_bytes ? bytes_view_of(args[1]) : (BytesView){ &s->byte, 1 };
    s->self = bytes_view_of(args[0]);
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
        ptrdiff_t at = function(vm, s.self, s.what, s.start, s.end);        \
        return at == -2 ? VALUE_RAISED : at < 0 ? missing : value_small(at); \
    }
FIND(find, bytes_find, value_small(-1))
FIND(rfind, bytes_rfind, value_small(-1))
FIND(index, bytes_find, raise_value(vm, "subsection not found"))
FIND(rindex, bytes_rfind, raise_value(vm, "subsection not found"))

static Value octets_count(VM *vm, Value *args, int nargs)
{
    Search s;
    if (!take_search(vm, args, &s))
        return VALUE_RAISED;
    size_t count = count_bytes(vm, s.self, s.what, s.start, s.end);
    return vm_raised(vm) ? VALUE_RAISED : value_small((int64_t)count);
}

static Value octets_contains(VM *vm, Value *args, int nargs)
{
    BytesView what;
    uint8_t byte;
    if (int_is(args[1]) ||
        !value_is_unset(class_lookup(vm, class_of(vm, args[1]), NAME(vm, __index__)))) {
        int n = bytes_byte(vm, args[1], BYTE_RANGE);
        if (n < 0)
            return VALUE_RAISED;
        byte = (uint8_t)n;
        what = (BytesView){ &byte, 1 };
    } else if (!bytes_view_argument(vm, args[1], &what)) {
        return VALUE_RAISED;
    }
    BytesView self = bytes_view_of(args[0]);
    ptrdiff_t at = bytes_find(vm, self, what, 0, self.length);
    return at == -2 ? VALUE_RAISED : value_bool(at >= 0);
}

/* 1, 0, or -1: raised */
static int matches(VM *vm, BytesView s, BytesView part, size_t start, size_t end, bool tail)
{
    if (start > end || part.length > end - start)
        return 0;
    int order;
    if (heap_compare(vm->heap, s.data + (tail ? end - part.length : start), part.data, part.length, &order))
        return order == 0;
    raise_memory(vm);
    return -1;
}

static Value truth(int answer)
{
    return answer < 0 ? VALUE_RAISED : value_bool(answer);
}

static Value match_ends(VM *vm, Value *args, bool tail)
{
    int64_t first, last;
    if (!take_bound(vm, args[2], 0, &first) || !take_bound(vm, args[3], INT64_MAX / 2, &last))
        return VALUE_RAISED;
    BytesView self = bytes_view_of(args[0]), part;
    size_t start = clip(first, self.length), end = clip(last, self.length);
    if (end > self.length)
        end = self.length;
    if (bytes_data(args[1], &part.data, &part.length))
        return truth(matches(vm, self, part, start, end, tail));
    if (!value_is_tuple(args[1]))
        return raise_type(vm, "%s first arg must be bytes or a tuple of bytes, not %T",
                          tail ? "endswith" : "startswith", args[1]);
    for (size_t i = 0; i < tuple_length(as_tuple(args[1])); i++) {
        if (!bytes_view_argument(vm, as_tuple(args[1])->items[i], &part))
            return VALUE_RAISED;
        int found = matches(vm, self, part, start, end, tail);
        if (found)
            return truth(found);
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
    BytesView self = bytes_view_of(args[0]), part;
    if (!bytes_view_argument(vm, args[1], &part))
        return VALUE_RAISED;
    int found = matches(vm, self, part, 0, self.length, false);
    if (found <= 0)
        return found ? VALUE_RAISED : bytes_itself(vm, args[0]);
    return bytes_like(vm, args[0], self.data + part.length, self.length - part.length);
}

static Value octets_removesuffix(VM *vm, Value *args, int nargs)
{
    BytesView self = bytes_view_of(args[0]), part;
    if (!bytes_view_argument(vm, args[1], &part))
        return VALUE_RAISED;
    int found = matches(vm, self, part, 0, self.length, true);
    if (found <= 0)
        return found ? VALUE_RAISED : bytes_itself(vm, args[0]);
    return bytes_like(vm, args[0], self.data, self.length - part.length);
}

static Value octets_replace(VM *vm, Value *args, int nargs)
{
    int64_t limit = -1;
    BytesView self, old, new;
    if (!bytes_view_argument(vm, args[1], &old) || !bytes_view_argument(vm, args[2], &new) ||
        (!value_is_unset(args[3]) && !vm_index_size(vm, args[3], &limit)))
        return VALUE_RAISED;
    self = bytes_view_of(args[0]); /* now that no script code can change them */
    old = bytes_view_of(args[1]);
    new = bytes_view_of(args[2]);
    size_t found = limit == 0 ? 0 : count_bytes(vm, self, old, 0, self.length);
    if (vm_raised(vm))
        return VALUE_RAISED;
    if (limit >= 0 && found > (uint64_t)limit)
        found = (size_t)limit;
    if (found == 0)
        return bytes_itself(vm, args[0]);
    size_t total;
    if (__builtin_mul_overflow(found, new.length, &total) || total > INT64_MAX / 4)
        return raise_memory(vm);
    total += self.length - found * old.length;
    Value result = bytes_like(vm, args[0], NULL, total);
    if (value_is_raised(result) || total == 0)
        return result;
    uint8_t *out = bytes_data_of(result);
    size_t at = 0;
    for (size_t n = 0; n < found; n++) {
        ptrdiff_t place = old.length ? bytes_find(vm, self, old, at, self.length) : (ptrdiff_t)at;
        if (place < 0 || !vm_turn(vm, n))
            return VALUE_RAISED;
        size_t next = (size_t)place;
        if (!heap_copy(vm->heap, out, self.data + at, next - at) ||
            !heap_copy(vm->heap, out + (next - at), new.data, new.length))
            return raise_memory(vm);
        out += next - at + new.length;
        at = next + old.length;
        if (old.length == 0 && at < self.length)
            *out++ = self.data[at++];
    }
    return heap_copy(vm->heap, out, self.data + at, self.length - at) ? result : raise_memory(vm);
}

/* --- cutting ----------------------------------------------------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static Value strip(VM *vm, Value *args, int sides)
{
    BytesView self = bytes_view_of(args[0]), set;
    bool in[256] = { false };
    if (value_is_unset(args[1]) || value_is_none(args[1])) {
        for (int c = 0; c < 256; c++)
            in[c] = bytes_is_space((uint8_t)c);
    } else if (!bytes_view_argument(vm, args[1], &set)) {
        return VALUE_RAISED;
    } else {
        for (size_t i = 0; i < set.length; i++)
            in[set.data[i]] = true;
    }
    size_t start = 0, end = self.length;
    bool goes_on = true;
    while ((sides & STRIP_LEFT) && start < end && in[self.data[start]] && (goes_on = vm_turn(vm, start)))
        start++;
    while ((sides & STRIP_RIGHT) && end > start && in[self.data[end - 1]] && (goes_on = vm_turn(vm, end)))
        end--;
    if (!goes_on)
        return VALUE_RAISED;
    if (start == 0 && end == self.length)
        return bytes_itself(vm, args[0]);
    return bytes_like(vm, args[0], self.data + start, end - start);
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
    Value piece = bytes_like(vm, self, bytes_view_of(self).data + start, end - start);
    if (value_is_raised(piece) || !vm_turn(vm, list->count))
        return false;
    if (list_append(vm->heap, list, piece))
        return true;
    raise_memory(vm);
    return false;
}

/* From `at` on (backwards: from end - 1 down) over the bytes that are spaces, or are none; -1: raised. */
static ptrdiff_t skip(VM *vm, BytesView s, size_t at, size_t end, bool spaces, bool right)
{
    if (right) {
        for (; end > at && bytes_is_space(s.data[end - 1]) == spaces; end--)
            if (!vm_turn(vm, end))
                return -1;
        return (ptrdiff_t)end;
    }
    for (; at < end && bytes_is_space(s.data[at]) == spaces; at++)
        if (!vm_turn(vm, at))
            return -1;
    return (ptrdiff_t)at;
}

/* Left to right, or right to left (then the list must be turned round). */
static bool split_spaces(VM *vm, List *list, Value self, size_t limit, bool right)
{
    BytesView s = bytes_view_of(self);
    size_t start = 0, end = s.length;
    for (;;) {
        ptrdiff_t at = skip(vm, s, start, end, true, right);
        if (at < 0)
            return false;
        *(right ? &end : &start) = (size_t)at;
        if (start == end)
            return true;
        if (limit-- == 0)
            return add_piece(vm, list, self, start, end);
        ptrdiff_t edge = skip(vm, s, start, end, false, right);
        if (edge < 0 || !(right ? add_piece(vm, list, self, (size_t)edge, end)
                                : add_piece(vm, list, self, start, (size_t)edge)))
            return false;
        *(right ? &end : &start) = (size_t)edge;
    }
}

static bool split_at(VM *vm, List *list, Value self, BytesView separator, size_t limit, bool right)
{
    BytesView s = bytes_view_of(self);
    size_t start = 0, end = s.length;
    while (limit-- > 0) {
        ptrdiff_t at = right ? bytes_rfind(vm, s, separator, start, end)
                             : bytes_find(vm, s, separator, start, end);
        if (at == -2)
            return false;
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
    BytesView separator = { 0 };
    bool spaces = value_is_unset(args[1]) || value_is_none(args[1]);
    if (!spaces && !bytes_view_argument(vm, args[1], &separator))
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
    return !right || list_reverse(vm->heap, list) ? OBJ(list) : raise_memory(vm);
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
    BytesView s = bytes_view_of(args[0]);
    for (size_t at = 0; at < s.length;) {
        size_t start = at;
        for (; at < s.length && s.data[at] != '\n' && s.data[at] != '\r'; at++)
            if (!vm_turn(vm, at))
                return VALUE_RAISED;
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
    BytesView s = bytes_view_of(args[0]), separator;
    if (!bytes_view_argument(vm, args[1], &separator))
        return VALUE_RAISED;
    if (separator.length == 0)
        return raise_value(vm, "empty separator");
    ptrdiff_t at = right ? bytes_rfind(vm, s, separator, 0, s.length)
                         : bytes_find(vm, s, separator, 0, s.length);
    if (at == -2)
        return VALUE_RAISED;
    size_t before = at < 0 ? (right ? 0 : s.length) : (size_t)at;
    size_t width = at < 0 ? 0 : separator.length;
    Value three[3] = { bytes_like(vm, args[0], s.data, before),
                       bytes_like(vm, args[0], separator.data, width),
                       bytes_like(vm, args[0], s.data + before + width, s.length - before - width) };
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

#define SEARCH "self, sub, start=None, end=None, /"

const NativeSpec bytes_search_methods[] = {
    { "__contains__", octets_contains, "self, key, /", 0, 0, 0, "Return key in self." },
    { "count", octets_count, SEARCH, 0, 0, 0, "How often sub occurs, not overlapping." },
    { "endswith", octets_endswith, "self, suffix, start=None, end=None, /", 0, 0, 0,
      "True if it ends with suffix, or with one of a tuple of them." },
    { "find", octets_find, SEARCH, 0, 0, 0, "The lowest index of sub, or -1." },
    { "index", octets_index, SEARCH, 0, 0, 0, "The lowest index of sub, or ValueError." },
    { "lstrip", octets_lstrip, "self, bytes=None, /", 0, 0, 0,
      "Without whitespace (or these bytes) at the start." },
    { "partition", octets_partition, "self, sep, /", 0, 0, 0,
      "(before, sep, after) at the first sep." },
    { "removeprefix", octets_removeprefix, "self, prefix, /", 0, 0, 0,
      "Without prefix, if it begins with it." },
    { "removesuffix", octets_removesuffix, "self, suffix, /", 0, 0, 0,
      "Without suffix, if it ends with it." },
    { "replace", octets_replace, "self, old, new, count=-1, /", 0, 0, 0,
      "Each (or the first count) old replaced by new." },
    { "rfind", octets_rfind, SEARCH, 0, 0, 0, "The highest index of sub, or -1." },
    { "rindex", octets_rindex, SEARCH, 0, 0, 0, "The highest index of sub, or ValueError." },
    { "rpartition", octets_rpartition, "self, sep, /", 0, 0, 0,
      "(before, sep, after) at the last sep." },
    { "rsplit", octets_rsplit, "self, /, sep=None, maxsplit=-1", 0, 0, 0,
      "The parts between separators, counted from the end." },
    { "rstrip", octets_rstrip, "self, bytes=None, /", 0, 0, 0,
      "Without whitespace (or these bytes) at the end." },
    { "split", octets_split, "self, /, sep=None, maxsplit=-1", 0, 0, 0,
      "The parts between separators (whitespace if sep is None)." },
    { "splitlines", octets_splitlines, "self, /, keepends=False", 0, 0, 0, "The lines." },
    { "startswith", octets_startswith, "self, prefix, start=None, end=None, /", 0, 0, 0,
      "True if it begins with prefix, or with one of a tuple of them." },
    { "strip", octets_strip, "self, bytes=None, /", 0, 0, 0,
      "Without whitespace (or these bytes) at both ends." },
    { 0 },
};
