/* str_case.c - case, and the questions about it and about what characters are: lower, title, isalpha ... */
#include "runtime/types/str_internal.h"
#include "base/mem.h"
#include "runtime/types/unicode.h"

/* --- case ----------------------------------------------------------------------------------------------------------------- */

enum { CASE_LOWER, CASE_UPPER, CASE_FOLD, CASE_SWAP, CASE_TITLE, CASE_CAPITALIZE };

/* A capital sigma at the end of a word becomes the final small one. -1: raised */
static int is_final_sigma(VM *vm, const Str *s, size_t at)
{
    size_t i = at;
    for (; i > 0 && unicode_is_case_ignorable(str_at(s, i - 1)); i--)
        if (!vm_turn(vm, i))
            return -1;
    if (i == 0 || !unicode_is_cased(str_at(s, i - 1)))
        return 0;
    for (i = at + 1; i < str_length(s) && unicode_is_case_ignorable(str_at(s, i)); i++)
        if (!vm_turn(vm, i))
            return -1;
    return i == str_length(s) || !unicode_is_cased(str_at(s, i));
}

/* How many code points it became; 0: raised */
static int lower_at(VM *vm, const Str *s, size_t at, uint32_t out[3])
{
    uint32_t c = str_at(s, at);
    if (c == 0x3a3) {
        int final = is_final_sigma(vm, s, at);
        out[0] = final ? 0x3c2 : 0x3c3;
        return final >= 0;
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
        if (!vm_turn(vm, i)) {
            if (data != small)
                heap_array_free(vm->heap, data, length);
            return VALUE_RAISED;
        }
        uint8_t c = str_data(s)[i];
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
    return text_result(vm, result);
}

static int map_char(VM *vm, const Str *s, size_t i, int mode, bool previous, uint32_t out[3])
{
    uint32_t c = str_at(s, i);
    switch (mode) {
    case CASE_LOWER: return lower_at(vm, s, i, out);
    case CASE_UPPER: return unicode_to_upper(c, out);
    case CASE_FOLD: return unicode_fold(c, out);
    case CASE_CAPITALIZE: return i ? lower_at(vm, s, i, out) : unicode_to_title(c, out);
    case CASE_TITLE: return previous ? lower_at(vm, s, i, out) : unicode_to_title(c, out);
    default: break;
    }
    if (unicode_is_upper(c))
        return lower_at(vm, s, i, out);
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
        if (!vm_turn(vm, i)) {
            heap_array_free(vm->heap, points, capacity * sizeof *points);
            return VALUE_RAISED;
        }
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
        int mapped = map_char(vm, s, i, mode, previous, points + count);
        if (mapped == 0) {
            heap_array_free(vm->heap, points, capacity * sizeof *points);
            return VALUE_RAISED;
        }
        count += (size_t)mapped;
        if (mode == CASE_TITLE)
            previous = unicode_is_cased(str_at(s, i));
    }
    Str *result = str_from_code_points(vm->heap, points, count);
    heap_array_free(vm->heap, points, capacity * sizeof *points);
    return text_result(vm, result);
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

static Value all_are(VM *vm, const Str *s, bool (*is)(uint32_t), bool empty)
{
    for (size_t i = 0; i < str_length(s); i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        if (!is(str_at(s, i)))
            return VALUE_FALSE;
    }
    return value_bool(empty || str_length(s) > 0);
}

#define QUESTION(name, test, empty)                                         \
    static Value text_##name(VM *vm, Value *args, int nargs)                \
    {                                                                       \
        return all_are(vm, as_str(args[0]), test, empty);                       \
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
    for (size_t i = 0; i < str_length(s); i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        if (!(i ? unicode_is_id_continue : unicode_is_id_start)(str_at(s, i)))
            return VALUE_FALSE;
    }
    return value_bool(str_length(s) > 0);
}

/* At least one cased character, and none of the other case. */
static Value only_case(VM *vm, const Str *s, bool (*wanted)(uint32_t), bool (*other)(uint32_t))
{
    bool some = false;
    for (size_t i = 0; i < str_length(s); i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        uint32_t c = str_at(s, i);
        if (other(c) || unicode_is_title(c))
            return VALUE_FALSE;
        some |= wanted(c);
    }
    return value_bool(some);
}

static Value text_islower(VM *vm, Value *args, int nargs)
{
    return only_case(vm, as_str(args[0]), unicode_is_lower, unicode_is_upper);
}

static Value text_isupper(VM *vm, Value *args, int nargs)
{
    return only_case(vm, as_str(args[0]), unicode_is_upper, unicode_is_lower);
}

static Value text_istitle(VM *vm, Value *args, int nargs)
{
    const Str *s = as_str(args[0]);
    bool previous = false, some = false;
    for (size_t i = 0; i < str_length(s); i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
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

const NativeSpec str_case_methods[] = {
    { "capitalize", text_capitalize, "self, /", 0, 0, 0,
      "The first character in title case, the rest in lower case." },
    { "casefold", text_casefold, "self, /", 0, 0, 0, "For comparing without regard to case." },
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
    { "lower", text_lower, "self, /", 0, 0, 0, "In lower case." },
    { "swapcase", text_swapcase, "self, /", 0, 0, 0, "Upper and lower case exchanged." },
    { "title", text_title, "self, /", 0, 0, 0, "Each word with a capital." },
    { "upper", text_upper, "self, /", 0, 0, 0, "In upper case." },
    { 0 },
};
