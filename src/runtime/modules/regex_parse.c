/* regex_parse.c - the text of a regular expression to a tree, one function a rule; regex_emit.c makes its program.
 * Errors are re.PatternError with CPython's words and places. */
#include "runtime/modules/regex_internal.h"

#include "runtime/types/unicode.h"

#include <string.h>

enum { TYPE_FLAGS = REGEX_ASCII | REGEX_LOCALE | REGEX_UNICODE };

/* --- errors ------------------------------------------------------------------------------------------ */

void regex_raise(RegexParser *p, Str *message, int64_t at) /* at -1: without a place */
{
    VM *vm = p->vm;
    if (p->failed)
        return;
    p->failed = true;
    if (!message) {
        if (!vm_raised(vm))
            raise_memory(vm);
        return;
    }
    vm_keep(vm, OBJ(message));
    Value cls = module_attribute(vm, "re", "PatternError");
    if (value_is_raised(cls))
        return;
    vm_keep(vm, cls);
    Value args[3] = { OBJ(message), p->source->pattern, at < 0 ? VALUE_NONE : make_int(vm, at) };
    Value error = vm_call(vm, cls, at < 0 ? 1 : 3, args);
    if (!value_is_raised(error))
        raise_exception(vm, error);
}

static uint32_t fail_at(RegexParser *p, size_t at, const char *message)
{
    regex_raise(p, p->failed ? NULL : str_from_cstr(p->vm->heap, message), (int64_t)at);
    return NO_NODE;
}

static uint32_t no_memory(RegexParser *p)
{
    if (!p->failed)
        raise_memory(p->vm);
    p->failed = true;
    return NO_NODE;
}

/* A part of the pattern as a str, for messages. */
static Str *part(RegexParser *p, size_t from, size_t to)
{
    const RegexText *text = &p->source->text;
    StrBuilder b;
    builder_init(&b, p->vm->heap);
    for (size_t i = from; i < to && i < text->length; i++)
        builder_char(&b, text_at(text, i));
    return builder_finish(&b);
}

static uint32_t fail_with_part(RegexParser *p, size_t at, const char *format, size_t from, size_t to)
{
    Str *text = p->failed ? NULL : part(p, from, to);
    regex_raise(p, text ? vm_format(p->vm, format, text) : NULL, (int64_t)at);
    return NO_NODE;
}

/* --- reading ----------------------------------------------------------------------------------------- */

static uint32_t peek_at(const RegexParser *p, size_t at)
{
    return at < p->source->text.length ? text_at(&p->source->text, at) : REGEX_NONE;
}

static uint32_t peek(const RegexParser *p)
{
    return peek_at(p, p->at);
}

static bool take(RegexParser *p, uint32_t c)
{
    if (peek(p) != c)
        return false;
    p->at++;
    return true;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_octal(uint32_t c)
{
    return c >= '0' && c <= '7';
}

static bool is_ascii_letter(uint32_t c)
{
    return c < 128 && (c | 32) >= 'a' && (c | 32) <= 'z';
}

static int hex_value(uint32_t c)
{
    return is_digit(c) ? (int)c - '0' : is_ascii_letter(c) && (c | 32) <= 'f' ? (int)(c | 32) - 'a' + 10 : -1;
}

/* --- the tree ---------------------------------------------------------------------------------------- */

static uint32_t node_new(RegexParser *p, NodeKind kind, uint32_t flags)
{
    if (!vec_reserve(&p->nodes, 1))
        return no_memory(p);
    p->nodes.items[p->nodes.count] = (Node){ .kind = (uint8_t)kind, .flags = flags, .first = NO_NODE, .next = NO_NODE };
    return p->nodes.count++;
}

static uint32_t node_with(RegexParser *p, NodeKind kind, uint32_t flags, uint32_t a, uint32_t b)
{
    uint32_t n = node_new(p, kind, flags);
    if (n != NO_NODE) {
        node_of(p, n)->a = a;
        node_of(p, n)->b = b;
    }
    return n;
}

bool regex_words_put(RegexParser *p, Words *words, uint32_t word)
{
    if (!vec_reserve(words, 1)) {
        no_memory(p);
        return false;
    }
    words->items[words->count++] = word;
    return true;
}

static uint32_t literal(RegexParser *p, uint32_t flags, uint32_t c)
{
    bool ascii = is_ascii_only(p, flags);
    if (flags & REGEX_IGNORECASE) {
        uint32_t folded = regex_fold(c, ascii), upper[3];
        bool has_case = ascii ? is_ascii_letter(c) : folded != c || unicode_to_upper(c, upper) != 1 || upper[0] != c;
        if (has_case)
            return node_with(p, N_ONE, flags, RX_FOLDED, folded);
    }
    return node_with(p, N_ONE, flags, RX_CHAR, c);
}

/* --- sets -------------------------------------------------------------------------------------------- */

typedef struct {
    Words classes, ranges;
} SetParts;

static void parts_free(SetParts *parts)
{
    vec_free(&parts->classes);
    vec_free(&parts->ranges);
}

static uint32_t set_finish(RegexParser *p, SetParts *parts, uint32_t flags, bool negated)
{
    uint32_t length = SET_HEAD + parts->classes.count + parts->ranges.count, place = p->sets.count;
    if (!vec_reserve(&p->sets, length + 1))
        return no_memory(p);
    uint32_t *set = p->sets.items + place + 1;
    set[-1] = length;
    memset(set, 0, length * sizeof *set);
    set[SET_FLAGS] = (negated ? SET_NEGATED : 0) | (flags & REGEX_IGNORECASE ? SET_FOLDED : 0) |
                     (is_ascii_only(p, flags) ? SET_ASCII : 0);
    set[SET_CLASSES] = parts->classes.count;
    set[SET_RANGES] = parts->ranges.count / 2;
    if (parts->classes.count)
        memcpy(set + SET_HEAD, parts->classes.items, parts->classes.count * sizeof *set);
    if (parts->ranges.count)
        memcpy(set + SET_HEAD + parts->classes.count, parts->ranges.items, parts->ranges.count * sizeof *set);
    for (uint32_t c = 0; c < 256; c++)
        if (regex_set_has(set, c))
            set[SET_BITMAP + c / 32] |= 1u << (c % 32);
    p->sets.count += length + 1;
    return node_with(p, N_ONE, flags, RX_SET, place);
}

static uint32_t class_node(RegexParser *p, uint32_t flags, uint32_t letter)
{
    SetParts parts = { 0 };
    uint32_t n = regex_words_put(p, &parts.classes, letter) ? set_finish(p, &parts, flags & ~(uint32_t)REGEX_IGNORECASE, false)
                                                      : NO_NODE;
    parts_free(&parts);
    return n;
}

/* --- escapes ------------------------------------------------------------------------------------------- */

/* \xhh, \uhhhh, \Uhhhhhhhh; p->at is behind the letter, `from` at the backslash. */
static bool hex_escape(RegexParser *p, size_t from, int digits, uint32_t *out)
{
    uint32_t value = 0;
    for (int i = 0; i < digits; i++) {
        int digit = hex_value(peek(p));
        if (digit < 0) {
            fail_with_part(p, from, "incomplete escape %S", from, p->at);
            return false;
        }
        value = value * 16 + (uint32_t)digit;
        p->at++;
    }
    if (value > 0x10FFFF) {
        fail_with_part(p, from, "bad escape %S", from, p->at);
        return false;
    }
    *out = value;
    return true;
}

static bool octal_value(RegexParser *p, size_t from, uint32_t value, uint32_t *out)
{
    if (value > 0377) {
        fail_with_part(p, from, "octal escape value %S outside of range 0-0o377", from, p->at);
        return false;
    }
    *out = value;
    return true;
}

/* What is the same inside and outside of sets; -1: not such a letter; 0: failed; 1: *out. */
static int common_escape(RegexParser *p, size_t from, uint32_t c, uint32_t *out)
{
    bool text = !p->source->is_bytes;
    switch (c) {
    case 'a': *out = 7; return 1;
    case 'f': *out = '\f'; return 1;
    case 'n': *out = '\n'; return 1;
    case 'r': *out = '\r'; return 1;
    case 't': *out = '\t'; return 1;
    case 'v': *out = '\v'; return 1;
    case '\\': *out = '\\'; return 1;
    case 'x': return hex_escape(p, from, 2, out);
    case 'u': return text ? hex_escape(p, from, 4, out) : -1;
    case 'U': return text ? hex_escape(p, from, 8, out) : -1;
    case 'N':
        if (!text)
            return -1;
        fail_at(p, from, "names of characters (\\N{...}) are not known here: write \\uXXXX");
        return 0;
    default: return -1;
    }
}

/* In a set; *class_letter is 0 for a code point. p->at is at the backslash. */
static bool set_escape(RegexParser *p, uint32_t *out, uint32_t *class_letter)
{
    size_t from = p->at++;
    uint32_t c = peek(p);
    *class_letter = 0;
    if (c == REGEX_NONE) {
        fail_at(p, from, "bad escape (end of pattern)");
        return false;
    }
    p->at++;
    if (c < 128 && strchr("dDsSwW", (int)c) && c) {
        *class_letter = c;
        return true;
    }
    if (c == 'b') {
        *out = '\b';
        return true;
    }
    int known = common_escape(p, from, c, out);
    if (known >= 0)
        return known > 0;
    if (is_octal(c)) {
        uint32_t value = c - '0';
        for (int i = 0; i < 2 && is_octal(peek(p)); i++)
            value = value * 8 + peek(p) - '0', p->at++;
        return octal_value(p, from, value, out);
    }
    if (is_digit(c) || is_ascii_letter(c)) {
        fail_with_part(p, from, "bad escape %S", from, p->at);
        return false;
    }
    *out = c;
    return true;
}

static bool is_open(const RegexParser *p, uint32_t group)
{
    for (uint32_t i = 0; i < p->open.count; i++)
        if (p->open.items[i] == group)
            return true;
    return false;
}

static uint32_t ref_node(RegexParser *p, uint32_t flags, uint32_t group, size_t error_at)
{
    if (is_open(p, group))
        return fail_at(p, error_at, "cannot refer to an open group");
    if (p->behind_from && group >= p->behind_from)
        return fail_at(p, p->at, "cannot refer to group defined in the same lookbehind subpattern");
    return node_with(p, N_REF, flags, group, 0);
}

/* \1 .. \99, or up to three octal digits. */
static uint32_t number_escape(RegexParser *p, uint32_t flags, size_t from, uint32_t c)
{
    uint32_t value = c - '0', out;
    if (is_digit(peek(p))) {
        uint32_t second = peek(p), third = peek_at(p, p->at + 1);
        if (is_octal(c) && is_octal(second) && is_octal(third)) {
            p->at += 2;
            value = (value * 8 + second - '0') * 8 + third - '0';
            return octal_value(p, from, value, &out) ? literal(p, flags, out) : NO_NODE;
        }
        value = value * 10 + second - '0';
        p->at++;
    }
    if (value > p->source->groups) {
        regex_raise(p, vm_format(p->vm, "invalid group reference %u", (uint64_t)value), (int64_t)from + 1);
        return NO_NODE;
    }
    return ref_node(p, flags, value, from);
}

static uint32_t at_node(RegexParser *p, uint32_t flags, uint32_t what)
{
    return node_with(p, N_AT, flags, what, 0);
}

static uint32_t parse_escape(RegexParser *p, uint32_t flags)
{
    size_t from = p->at++;
    uint32_t c = peek(p), out;
    if (c == REGEX_NONE)
        return fail_at(p, from, "bad escape (end of pattern)");
    p->at++;
    if (c == 'A' || c == 'Z' || c == 'b' || c == 'B')
        return at_node(p, flags, c);
    if (c < 128 && c && strchr("dDsSwW", (int)c))
        return class_node(p, flags, c);
    int known = common_escape(p, from, c, &out);
    if (known >= 0)
        return known ? literal(p, flags, out) : NO_NODE;
    if (c == '0') {
        out = 0;
        for (int i = 0; i < 2 && is_octal(peek(p)); i++)
            out = out * 8 + peek(p) - '0', p->at++;
        return literal(p, flags, out);
    }
    if (is_digit(c))
        return number_escape(p, flags, from, c);
    if (is_ascii_letter(c))
        return fail_with_part(p, from, "bad escape %S", from, p->at);
    return literal(p, flags, c);
}

/* One member of a set or one end of a range. */
static bool set_item(RegexParser *p, uint32_t *c, uint32_t *class_letter)
{
    *class_letter = 0;
    if (peek(p) == '\\')
        return set_escape(p, c, class_letter);
    *c = peek(p);
    p->at++;
    return true;
}

static bool put_range(RegexParser *p, SetParts *parts, uint32_t low, uint32_t high)
{
    return regex_words_put(p, &parts->ranges, low) && regex_words_put(p, &parts->ranges, high);
}

static bool set_member(RegexParser *p, SetParts *parts, size_t here)
{
    size_t from = p->at;
    uint32_t low, high, low_class, high_class;
    if (!set_item(p, &low, &low_class))
        return false;
    bool is_range = peek(p) == '-';
    if (is_range && peek_at(p, p->at + 1) == ']') {
        is_range = false;
    } else if (is_range) {
        p->at++;
        if (peek(p) == REGEX_NONE) {
            fail_at(p, here, "unterminated character set");
            return false;
        }
        if (!set_item(p, &high, &high_class))
            return false;
        if (low_class || high_class || high < low) {
            fail_with_part(p, from, "bad character range %S", from, p->at);
            return false;
        }
        return put_range(p, parts, low, high);
    }
    return low_class ? regex_words_put(p, &parts->classes, low_class) : put_range(p, parts, low, low);
}

static uint32_t parse_set(RegexParser *p, uint32_t flags)
{
    size_t here = p->at++;
    bool negated = take(p, '^');
    SetParts parts = { 0 };
    uint32_t n = NO_NODE;
    for (size_t begin = p->at;;) {
        if (peek(p) == REGEX_NONE) {
            fail_at(p, here, "unterminated character set");
            break;
        }
        if (peek(p) == ']' && p->at > begin) {
            p->at++;
            n = set_finish(p, &parts, flags, negated);
            break;
        }
        if (!set_member(p, &parts, here))
            break;
    }
    parts_free(&parts);
    return n;
}

/* --- groups -------------------------------------------------------------------------------------------- */

static uint32_t parse_alternatives(RegexParser *p, uint32_t flags, bool top);
static uint32_t parse_sequence(RegexParser *p, uint32_t *flags, bool first);

/* The text up to `end`, which is taken, too; false: failed. */
static bool name_until(RegexParser *p, uint32_t end, size_t *from, size_t *to)
{
    *from = p->at;
    while (peek(p) != REGEX_NONE && peek(p) != end)
        p->at++;
    *to = p->at;
    if (peek(p) == REGEX_NONE) {
        const char *message = *to == *from       ? "missing group name"
                              : end == '>' ? "missing >, unterminated name"
                                           : "missing ), unterminated name";
        fail_at(p, *from, message);
        return false;
    }
    p->at++;
    if (*to == *from) {
        fail_at(p, *from, "missing group name");
        return false;
    }
    return true;
}

/* The name as a str, if it is an identifier. */
static Str *group_name(RegexParser *p, size_t from, size_t to)
{
    bool good = true;
    for (size_t i = from; i < to; i++) {
        uint32_t c = peek_at(p, i);
        good = good && (i == from ? unicode_is_id_start(c) || c == '_' : unicode_is_id_continue(c));
        good = good && (!p->source->is_bytes || c < 128);
    }
    Str *name = part(p, from, to);
    if (!name) {
        no_memory(p);
        return NULL;
    }
    vm_keep(p->vm, OBJ(name));
    if (good)
        return name;
    regex_raise(p, vm_format(p->vm, "bad character in group name %R", OBJ(name)), (int64_t)from);
    return NULL;
}

/* The number of a name; 0: unknown, and raised. */
static uint32_t group_of_name(RegexParser *p, Str *name, size_t at)
{
    Value number = vm_dict_get(p->vm, p->source->names, OBJ(name));
    if (value_is_int(number))
        return (uint32_t)value_int(number);
    if (!value_is_raised(number))
        regex_raise(p, vm_format(p->vm, "unknown group name %R", OBJ(name)), (int64_t)at);
    p->failed = true;
    return 0;
}

/* (?P=name) */
static uint32_t parse_named_ref(RegexParser *p, uint32_t flags)
{
    size_t from, to;
    if (!name_until(p, ')', &from, &to))
        return NO_NODE;
    Str *name = group_name(p, from, to);
    uint32_t group = name ? group_of_name(p, name, from) : 0;
    return group ? ref_node(p, flags, group, from) : NO_NODE;
}

static uint32_t flag_of(uint32_t c)
{
    switch (c) {
    case 'a': return REGEX_ASCII;
    case 'i': return REGEX_IGNORECASE;
    case 'L': return REGEX_LOCALE;
    case 'm': return REGEX_MULTILINE;
    case 's': return REGEX_DOTALL;
    case 'u': return REGEX_UNICODE;
    case 'x': return REGEX_VERBOSE;
    default: return 0;
    }
}

static bool is_letter(uint32_t c)
{
    return c != REGEX_NONE && unicode_is_alpha(c);
}

static int fail_flags(RegexParser *p, size_t at, const char *message)
{
    fail_at(p, at, message);
    return 0;
}

/* Behind `(?`: letters, - letters, then : or ). 1: a group with *flags follows; 2: they hold everywhere. */
static int parse_flags(RegexParser *p, uint32_t *flags)
{
    uint32_t add = 0, del = 0, c = peek(p);
    while (c != '-' && c != ':' && c != ')') {
        uint32_t flag = flag_of(c);
        if (!flag)
            return fail_flags(p, p->at, is_letter(c) ? "unknown flag" : "missing -, : or )");
        p->at++;
        if (!p->source->is_bytes && c == 'L')
            return fail_flags(p, p->at, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (p->source->is_bytes && c == 'u')
            return fail_flags(p, p->at, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        add |= flag;
        if ((flag & TYPE_FLAGS) && (add & TYPE_FLAGS) != flag)
            return fail_flags(p, p->at, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        c = peek(p);
    }
    p->at++;
    if (c == ')') {
        p->source->flags |= add;
        if (add & TYPE_FLAGS)
            p->source->flags = (p->source->flags & ~(uint32_t)TYPE_FLAGS) | (add & TYPE_FLAGS);
        return 2;
    }
    if (c == '-') {
        c = peek(p);
        if (!flag_of(c))
            return fail_flags(p, p->at, is_letter(c) ? "unknown flag" : "missing flag");
        while (c != ':') {
            uint32_t flag = flag_of(c);
            if (!flag)
                return fail_flags(p, p->at, is_letter(c) ? "unknown flag" : "missing :");
            p->at++;
            if (flag & TYPE_FLAGS)
                return fail_flags(p, p->at, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
            del |= flag;
            c = peek(p);
        }
        p->at++;
    }
    if (add & del)
        return fail_flags(p, p->at - 1, "bad inline flags: flag turned on and off");
    if (add & TYPE_FLAGS)
        *flags &= ~(uint32_t)TYPE_FLAGS;
    *flags = (*flags | add) & ~del;
    return 1;
}

static bool close_group(RegexParser *p, size_t start)
{
    if (p->failed)
        return false;
    if (take(p, ')'))
        return true;
    fail_at(p, start, "missing ), unterminated subpattern");
    return false;
}

static uint32_t wrap(RegexParser *p, NodeKind kind, uint32_t flags, uint32_t child)
{
    uint32_t n = child == NO_NODE ? NO_NODE : node_new(p, kind, flags);
    if (n != NO_NODE)
        node_of(p, n)->first = child;
    return n;
}

/* (?(1)yes|no), (?(name)yes|no); p->at is behind the second bracket. */
static uint32_t parse_condition(RegexParser *p, uint32_t flags, size_t start)
{
    size_t from, to;
    if (!name_until(p, ')', &from, &to))
        return NO_NODE;
    uint64_t group = 0;
    bool number = true;
    for (size_t i = from; i < to; i++) {
        number = number && is_digit(peek_at(p, i));
        if (number && group < UINT32_MAX)
            group = group * 10 + peek_at(p, i) - '0';
    }
    if (number) {
        if (group == 0)
            return fail_at(p, from, "bad group number");
        if (group >= 1u << 30) {
            regex_raise(p, vm_format(p->vm, "invalid group reference %u", group), (int64_t)from);
            return NO_NODE;
        }
        if (group > p->source->groups && group > p->cond_group) {
            p->cond_group = (uint32_t)group;
            p->cond_at = from;
        }
    } else {
        Str *name = group_name(p, from, to);
        group = name ? group_of_name(p, name, from) : 0;
        if (!group)
            return NO_NODE;
    }
    if (p->behind_from && (group > p->source->groups || is_open(p, (uint32_t)group)))
        return fail_at(p, p->at, "cannot refer to an open group");
    if (p->behind_from && group >= p->behind_from)
        return fail_at(p, p->at, "cannot refer to group defined in the same lookbehind subpattern");
    uint32_t inner = flags, yes = parse_sequence(p, &inner, false), no = NO_NODE;
    if (yes == NO_NODE)
        return NO_NODE;
    if (take(p, '|')) {
        no = parse_sequence(p, &inner, false);
        if (no == NO_NODE)
            return NO_NODE;
        if (peek(p) == '|')
            return fail_at(p, p->at, "conditional backref with more than two branches");
    }
    if (!close_group(p, start))
        return NO_NODE;
    uint32_t n = wrap(p, N_COND, flags, yes);
    if (n != NO_NODE) {
        node_of(p, n)->a = (uint32_t)group;
        node_of(p, yes)->next = no;
    }
    return n;
}

static uint32_t parse_look(RegexParser *p, uint32_t flags, size_t start, bool behind, bool negative)
{
    uint32_t before = p->behind_from;
    if (behind && !before)
        p->behind_from = p->source->groups + 1;
    uint32_t body = parse_alternatives(p, flags, false);
    p->behind_from = before;
    if (body == NO_NODE || !close_group(p, start))
        return NO_NODE;
    uint32_t n = wrap(p, N_LOOK, flags, body);
    if (n != NO_NODE)
        node_of(p, n)->mode = (uint8_t)((behind ? 1 : 0) | (negative ? 2 : 0));
    return n;
}

static uint32_t parse_capture(RegexParser *p, uint32_t flags, size_t start, Str *name, size_t name_at)
{
    VM *vm = p->vm;
    uint32_t group = ++p->source->groups;
    if (name) {
        Value old = vm_dict_get(vm, p->source->names, OBJ(name));
        if (!value_is_unset(old)) {
            if (!value_is_raised(old))
                regex_raise(p, vm_format(vm, "redefinition of group name %R as group %u; was group %z", OBJ(name),
                                         (uint64_t)group, value_int(old)), (int64_t)name_at);
            p->failed = true;
            return NO_NODE;
        }
        if (!vm_dict_set(vm, p->source->names, OBJ(name), make_int(vm, group))) {
            p->failed = true;
            return NO_NODE;
        }
    }
    if (!regex_words_put(p, &p->open, group))
        return NO_NODE;
    uint32_t body = parse_alternatives(p, flags, false);
    if (body == NO_NODE || !close_group(p, start))
        return NO_NODE;
    p->open.count--;
    uint32_t n = wrap(p, N_GROUP, flags, body);
    if (n != NO_NODE)
        node_of(p, n)->a = group;
    return n;
}

/* A comment or flags for everything leave nothing behind: an EMPTY node with `a` set. */
static uint32_t nothing(RegexParser *p, uint32_t flags)
{
    return node_with(p, N_EMPTY, flags, 1, 0);
}

static uint32_t parse_plain(RegexParser *p, NodeKind kind, uint32_t flags, size_t start)
{
    uint32_t body = parse_alternatives(p, flags, false);
    return body == NO_NODE || !close_group(p, start) ? NO_NODE : wrap(p, kind, flags, body);
}

/* Behind `(?`. */
static uint32_t parse_extension(RegexParser *p, uint32_t flags, size_t start, bool first)
{
    uint32_t c = peek(p);
    if (c == REGEX_NONE)
        return fail_at(p, p->at, "unexpected end of pattern");
    switch (c) {
    case 'P': {
        p->at++;
        if (take(p, '='))
            return parse_named_ref(p, flags);
        if (take(p, '<')) {
            size_t from, to;
            if (!name_until(p, '>', &from, &to))
                return NO_NODE;
            Str *name = group_name(p, from, to);
            return name ? parse_capture(p, flags, start, name, from) : NO_NODE;
        }
        if (peek(p) == REGEX_NONE)
            return fail_at(p, p->at, "unexpected end of pattern");
        return fail_with_part(p, p->at - 2, "unknown extension %S", p->at - 2, p->at + 1);
    }
    case ':':
        p->at++;
        return parse_plain(p, N_PLAIN, flags, start);
    case '>':
        p->at++;
        return parse_plain(p, N_ATOMIC, flags, start);
    case '#':
        while (peek(p) != ')') {
            if (peek(p) == REGEX_NONE)
                return fail_at(p, start, "missing ), unterminated comment");
            p->at++;
        }
        p->at++;
        return nothing(p, flags);
    case '=': case '!':
        p->at++;
        return parse_look(p, flags, start, false, c == '!');
    case '<': {
        p->at++;
        uint32_t kind = peek(p);
        if (kind == REGEX_NONE)
            return fail_at(p, p->at, "unexpected end of pattern");
        if (kind != '=' && kind != '!')
            return fail_with_part(p, p->at - 2, "unknown extension %S", p->at - 2, p->at + 1);
        p->at++;
        return parse_look(p, flags, start, true, kind == '!');
    }
    case '(':
        p->at++;
        return parse_condition(p, flags, start);
    default:
        if (!flag_of(c) && c != '-')
            return fail_with_part(p, p->at - 1, "unknown extension %S", p->at - 1, p->at + (c == '\\' ? 2 : 1));
        switch (parse_flags(p, &flags)) {
        case 1: return parse_plain(p, N_PLAIN, flags, start);
        case 2: return first ? nothing(p, flags) : fail_at(p, start, "global flags not at the start of the expression");
        default: return NO_NODE;
        }
    }
}

static uint32_t parse_group(RegexParser *p, uint32_t flags, bool first)
{
    size_t start = p->at++;
    if (!vm_enter_c(p->vm, "while compiling a regular expression")) {
        p->failed = true;
        return NO_NODE;
    }
    uint32_t n = take(p, '?') ? parse_extension(p, flags, start, first) : parse_capture(p, flags, start, NULL, 0);
    vm_leave_c(p->vm);
    return n;
}

/* --- repeats -------------------------------------------------------------------------------------------- */

static bool repeat_number(RegexParser *p, uint32_t *out, bool *given)
{
    uint64_t value = 0;
    *given = is_digit(peek(p));
    for (; is_digit(peek(p)); p->at++)
        if (value < UINT32_MAX)
            value = value * 10 + peek(p) - '0';
    if (*given && value >= UINT32_MAX) {
        raise_overflow(p->vm, "the repetition number is too large");
        p->failed = true;
        return false;
    }
    *out = (uint32_t)value;
    return true;
}

/* At * + ? or {: 1: *min, *max; 0: it is a plain {; -1: failed. */
static int repeat_bounds(RegexParser *p, uint32_t *min, uint32_t *max)
{
    uint32_t c = peek(p);
    p->at++;
    *min = c == '+' ? 1 : 0;
    *max = c == '?' ? 1 : REGEX_NONE;
    if (c != '{')
        return 1;
    size_t here = p->at;
    bool has_min, has_max;
    uint32_t low, high;
    if (peek(p) == '}' || !repeat_number(p, &low, &has_min))
        return p->failed ? -1 : 0;
    high = low;
    has_max = has_min;
    if (take(p, ',') && !repeat_number(p, &high, &has_max))
        return -1;
    if (!take(p, '}')) {
        p->at = here;
        return 0;
    }
    if (has_min)
        *min = low;
    if (has_max) {
        *max = high;
        if (high < *min) {
            fail_at(p, here, "min repeat greater than max repeat");
            return -1;
        }
    }
    return 1;
}

/* `last`: the node before it; NO_NODE: there is none. */
static uint32_t parse_repeat(RegexParser *p, uint32_t flags, uint32_t last)
{
    size_t here = p->at;
    uint32_t min, max;
    int kind = repeat_bounds(p, &min, &max);
    if (kind < 0)
        return NO_NODE;
    if (kind == 0)
        return literal(p, flags, '{');
    if (last == NO_NODE || node_of(p, last)->kind == N_AT)
        return fail_at(p, here, "nothing to repeat");
    if (node_of(p, last)->kind == N_REPEAT)
        return fail_at(p, here, "multiple repeat");
    uint32_t mode = take(p, '?') ? REPEAT_LAZY : take(p, '+') ? REPEAT_POSSESSIVE : REPEAT_GREEDY;
    uint32_t n = wrap(p, N_REPEAT, flags, last);
    if (n != NO_NODE) {
        node_of(p, n)->min = min;
        node_of(p, n)->max = max;
        node_of(p, n)->mode = (uint8_t)mode;
    }
    return n;
}

/* --- sequences, alternatives ------------------------------------------------------------------------------ */

static bool skip_blank(RegexParser *p, uint32_t flags)
{
    uint32_t c = peek(p);
    if (!(flags & REGEX_VERBOSE) || c == REGEX_NONE)
        return false;
    if (c == ' ' || (c >= 9 && c <= 13)) {
        p->at++;
        return true;
    }
    if (c != '#')
        return false;
    while (peek(p) != REGEX_NONE && peek(p) != '\n')
        p->at++;
    take(p, '\n');
    return true;
}

static uint32_t parse_atom(RegexParser *p, uint32_t flags, bool first)
{
    uint32_t c = peek(p);
    switch (c) {
    case '\\': return parse_escape(p, flags);
    case '[': return parse_set(p, flags);
    case '(': return parse_group(p, flags, first);
    case '.':
        p->at++;
        return node_with(p, N_ONE, flags, flags & REGEX_DOTALL ? RX_ALL : RX_ANY, 0);
    case '^':
        p->at++;
        return at_node(p, flags, flags & REGEX_MULTILINE ? 'M' : '^');
    case '$':
        p->at++;
        return at_node(p, flags, flags & REGEX_MULTILINE ? 'N' : '$');
    default:
        p->at++;
        return literal(p, flags, c);
    }
}

static bool is_repeat(uint32_t c)
{
    return c == '*' || c == '+' || c == '?' || c == '{';
}

/* Up to | or ). Flags for the whole expression may stand at its beginning: *flags changes then. */
static uint32_t parse_sequence(RegexParser *p, uint32_t *flags, bool first)
{
    uint32_t seq = node_new(p, N_SEQ, *flags), last = NO_NODE, before = NO_NODE;
    if (seq == NO_NODE)
        return NO_NODE;
    for (uint32_t c = peek(p); c != REGEX_NONE && c != '|' && c != ')'; c = peek(p)) {
        if (skip_blank(p, *flags))
            continue;
        bool repeat = is_repeat(c);
        uint32_t n = repeat ? parse_repeat(p, *flags, last) : parse_atom(p, *flags, first && last == NO_NODE);
        if (n == NO_NODE)
            return NO_NODE;
        if (node_of(p, n)->kind == N_EMPTY && node_of(p, n)->a) {
            if (first)
                *flags = p->source->flags;
            continue;
        }
        if (node_of(p, n)->kind != N_REPEAT) {
            before = last;
            if (last != NO_NODE)
                node_of(p, last)->next = n;
        } else if (before != NO_NODE) /* takes the place of what it repeats */
            node_of(p, before)->next = n;
        if (last == NO_NODE || (node_of(p, n)->kind == N_REPEAT && before == NO_NODE))
            node_of(p, seq)->first = n;
        last = n;
    }
    return seq;
}

static uint32_t parse_alternatives(RegexParser *p, uint32_t flags, bool top)
{
    uint32_t first = parse_sequence(p, &flags, top), last = first;
    if (first == NO_NODE || peek(p) != '|')
        return first;
    uint32_t n = wrap(p, N_ALT, flags, first);
    while (n != NO_NODE && take(p, '|')) {
        uint32_t more = parse_sequence(p, &flags, false);
        if (more == NO_NODE)
            return NO_NODE;
        node_of(p, last)->next = more;
        last = more;
    }
    return n;
}

/* --- the whole ------------------------------------------------------------------------------------------- */

static bool fix_flags(RegexParser *p)
{
    RegexSource *s = p->source;
    const char *wrong = NULL;
    if (!s->is_bytes) {
        if (s->flags & REGEX_LOCALE)
            wrong = "cannot use LOCALE flag with a str pattern";
        else if ((s->flags & REGEX_ASCII) && (s->flags & REGEX_UNICODE))
            wrong = "ASCII and UNICODE flags are incompatible";
        else if (!(s->flags & REGEX_ASCII))
            s->flags |= REGEX_UNICODE;
    } else if (s->flags & REGEX_UNICODE)
        wrong = "cannot use UNICODE flag with a bytes pattern";
    else if ((s->flags & REGEX_LOCALE) && (s->flags & REGEX_ASCII))
        wrong = "ASCII and LOCALE flags are incompatible";
    if (wrong) {
        raise_value(p->vm, "%s", wrong);
        p->failed = true;
    }
    return !wrong;
}

Bytes *regex_compile(RegexSource *source)
{
    RegexParser p = { .source = source, .vm = source->vm };
    Bytes *program = NULL;
    uint32_t root = parse_alternatives(&p, source->flags, true);
    if (root != NO_NODE && p.at < source->text.length)
        fail_at(&p, p.at, "unbalanced parenthesis");
    else if (root != NO_NODE && p.cond_group > source->groups)
        regex_raise(&p, vm_format(p.vm, "invalid group reference %u", (uint64_t)p.cond_group), (int64_t)p.cond_at);
    if (!p.failed && fix_flags(&p))
        regex_emit_program(&p, root);
    if (!p.failed) {
        program = bytes_new(p.vm->heap, p.code.items, p.code.count * sizeof *p.code.items);
        if (!program)
            raise_memory(p.vm);
    }
    vec_free(&p.nodes);
    vec_free(&p.sets);
    vec_free(&p.open);
    vec_free(&p.code);
    return program;
}
