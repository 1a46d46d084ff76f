/* bytes_case.c - case of bytes and bytearray, and the questions about it: ASCII only. */
#include "runtime/types/bytes_internal.h"

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
    BytesView s = bytes_view_of(self);
    Value result = bytes_like(vm, self, s.data, s.length);
    if (value_is_raised(result))
        return result;
    bool previous = false;
    for (size_t i = 0; i < s.length; i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        uint8_t c = s.data[i];
        bool upper = is_upper(c), lower = is_lower(c);
        bool flip = mode == CASE_LOWER        ? upper
                    : mode == CASE_UPPER      ? lower
                    : mode == CASE_SWAP       ? upper || lower
                    : mode == CASE_CAPITALIZE ? (i ? upper : lower)
                                              : (previous ? upper : lower);
        if (flip)
            bytes_data_of(result)[i] = c ^ 32;
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
        BytesView s = bytes_view_of(args[0]);                                          \
        for (size_t i = 0; i < s.length; i++) {                             \
            if (!vm_turn(vm, i))                                            \
                return VALUE_RAISED;                                        \
            if (!test(s.data[i]))                                           \
                return VALUE_FALSE;                                         \
        }                                                                   \
        return value_bool(empty || s.length > 0);                           \
    }
QUESTION(isalnum, is_alnum, false)
QUESTION(isalpha, is_alpha, false)
QUESTION(isascii, is_ascii, true)
QUESTION(isdigit, is_digit, false)
QUESTION(isspace, bytes_is_space, false)

static Value only_case(VM *vm, BytesView s, bool (*wanted)(uint8_t), bool (*other)(uint8_t))
{
    bool some = false;
    for (size_t i = 0; i < s.length; i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        if (other(s.data[i]))
            return VALUE_FALSE;
        some |= wanted(s.data[i]);
    }
    return value_bool(some);
}

static Value octets_islower(VM *vm, Value *args, int nargs)
{
    return only_case(vm, bytes_view_of(args[0]), is_lower, is_upper);
}

static Value octets_isupper(VM *vm, Value *args, int nargs)
{
    return only_case(vm, bytes_view_of(args[0]), is_upper, is_lower);
}

static Value octets_istitle(VM *vm, Value *args, int nargs)
{
    BytesView s = bytes_view_of(args[0]);
    bool previous = false, some = false;
    for (size_t i = 0; i < s.length; i++) {
        if (!vm_turn(vm, i))
            return VALUE_RAISED;
        if (is_upper(s.data[i]) ? previous : is_lower(s.data[i]) && !previous)
            return VALUE_FALSE;
        previous = is_alpha(s.data[i]);
        some |= previous;
    }
    return value_bool(some);
}

const NativeSpec bytes_case_methods[] = {
    { "capitalize", octets_capitalize, "self, /", 0, 0, 0,
      "The first letter in upper case, the rest in lower case." },
    { "isalnum", octets_isalnum, "self, /", 0, 0, 0, "True if all are letters or digits." },
    { "isalpha", octets_isalpha, "self, /", 0, 0, 0, "True if all are letters." },
    { "isascii", octets_isascii, "self, /", 0, 0, 0, "True if all are below 128." },
    { "isdigit", octets_isdigit, "self, /", 0, 0, 0, "True if all are digits." },
    { "islower", octets_islower, "self, /", 0, 0, 0, "True if the letters are lower case." },
    { "isspace", octets_isspace, "self, /", 0, 0, 0, "True if all are whitespace." },
    { "istitle", octets_istitle, "self, /", 0, 0, 0,
      "True if each word begins with a capital." },
    { "isupper", octets_isupper, "self, /", 0, 0, 0, "True if the letters are upper case." },
    { "lower", octets_lower, "self, /", 0, 0, 0, "In lower case." },
    { "swapcase", octets_swapcase, "self, /", 0, 0, 0, "Upper and lower case exchanged." },
    { "title", octets_title, "self, /", 0, 0, 0, "Each word with a capital." },
    { "upper", octets_upper, "self, /", 0, 0, 0, "In upper case." },
    { 0 },
};
