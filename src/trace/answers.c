/* answers.c - what the world answered in a recording, given to a program that runs again: numbers, texts, bytes, None,
 * True and False, lists and tuples of these, errors of the system, read from their reprs. */
#include "trace/recorder.h"

#include "base/utf8.h"
#include "runtime/world.h"

#include <stdlib.h>
#include <string.h>

typedef struct Literal {
    const char *p;
    char *out;
    size_t used;
} Literal;

static int hex_of(char c)
{
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* After a backslash. false: no escape that repr writes. */
static bool take_escape(Literal *l, bool is_bytes)
{
    static const char plain[] = "nrt\\'\"", means[] = "\n\r\t\\'\"";
    char c = *l->p++;
    const char *known = c ? strchr(plain, c) : NULL;
    if (known) {
        l->out[l->used++] = means[known - plain];
        return true;
    }
    int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    uint32_t point = 0;
    if (!digits)
        return false;
    for (; digits > 0; digits--) {
        int digit = hex_of(*l->p);
        if (digit < 0)
            return false;
        l->p++;
        point = point * 16 + (uint32_t)digit;
    }
    if (is_bytes)
        l->out[l->used++] = (char)point;
    else if (point > 0x10FFFF)
        return false;
    else
        l->used += (size_t)utf8_encode(point, l->out + l->used);
    return true;
}

static Value read_value(VM *vm, const char **text, int depth);

static Value read_quoted(VM *vm, const char **text)
{
    bool is_bytes = **text == 'b';
    size_t size = strlen(*text) + 1;
    Literal l = { .p = *text + is_bytes, .out = mem_alloc(size) };
    if (!l.out)
        return VALUE_UNSET;
    char quote = *l.p++;
    bool fine = true;
    while (fine && *l.p && *l.p != quote) {
        if (*l.p == '\\') {
            l.p++;
            fine = take_escape(&l, is_bytes);
        } else {
            l.out[l.used++] = *l.p++;
        }
    }
    Value v = VALUE_UNSET;
    if (fine && *l.p == quote) {
        void *object = is_bytes ? (void *)bytes_new(vm->heap, l.out, l.used)
                                : (void *)str_from_utf8(vm->heap, l.out, l.used);
        v = object ? OBJ(object) : VALUE_UNSET;
        *text = l.p + 1;
    }
    mem_free(l.out, size);
    return v;
}

/* The items up to `close`. NULL: they are no values, or no memory. */
static List *read_items(VM *vm, const char **text, char close, int depth)
{
    List *list = list_new(vm->heap, 0);
    bool fine = list != NULL;
    while (fine && **text != close) {
        Value item = read_value(vm, text, depth + 1);
        fine = !value_is_unset(item) && list_append(vm->heap, list, item) && (**text == ',' || **text == close);
        if (fine && **text == ',')
            *text += 1 + ((*text)[1] == ' ');
    }
    if (fine)
        ++*text;
    return fine ? list : NULL;
}

/* OSError(number, text, file, None, second file): only the number and the files count. */
static Value make_error(VM *vm, List *args)
{
    if (args->count < 2 || !value_is_int(args->items[0]))
        return VALUE_UNSET;
    vm_keep(vm, OBJ(args));
    world_raise(vm, (int)value_int(args->items[0]), args->count > 2 ? args->items[2] : VALUE_UNSET,
                args->count > 4 ? args->items[4] : VALUE_UNSET);
    return vm_take_exception(vm);
}

static Value read_number(VM *vm, const char **text)
{
    char digits[64];
    size_t length = strspn(*text, "+-.0123456789abcdefinx");
    if (length == 0 || length >= sizeof digits)
        return VALUE_UNSET;
    memcpy(digits, *text, length);
    digits[length] = 0;
    *text += length;
    double d;
    size_t sign = digits[0] == '-';
    if (strspn(digits + sign, "0123456789") == length - sign && length - sign > 0)
        return length < 18 || strtoll(digits, NULL, 10) != (*digits == '-' ? INT64_MIN : INT64_MAX)
                   ? int_from_i64(vm->heap, strtoll(digits, NULL, 10)) : VALUE_UNSET;
    return float_parse(digits, length, &d) ? value_from_double(d) : VALUE_UNSET;
}

static bool take_word(const char **text, const char *word)
{
    size_t length = strlen(word);
    if (strncmp(*text, word, length) != 0)
        return false;
    *text += length;
    return true;
}

static Value read_value(VM *vm, const char **text, int depth)
{
    enum { DEEPEST = 20 };
    char c = **text;
    if (depth > DEEPEST)
        return VALUE_UNSET;
    if (c == '\'' || c == '"' || (c == 'b' && ((*text)[1] == '\'' || (*text)[1] == '"')))
        return read_quoted(vm, text);
    if (take_word(text, "None"))
        return VALUE_NONE;
    if (take_word(text, "True") || take_word(text, "False"))
        return value_bool(c == 'T');
    bool is_error = take_word(text, "OSError");
    c = **text;
    if (c != '(' && c != '[')
        return is_error ? VALUE_UNSET : read_number(vm, text);
    ++*text;
    List *items = read_items(vm, text, c == '(' ? ')' : ']', depth);
    if (!items)
        return VALUE_UNSET;
    if (is_error)
        return make_error(vm, items);
    Tuple *tuple = c == '(' ? tuple_from_values(vm->heap, items->items, items->count) : NULL;
    return c == '[' ? OBJ(items) : tuple ? OBJ(tuple) : VALUE_UNSET;
}

static Value read_literal(VM *vm, const char *text)
{
    Value v = read_value(vm, &text, 0);
    return *text ? VALUE_UNSET : v;
}

Value answer_from(VM *vm, const Recording *recording, uint32_t *next, uint16_t kind, const char *what)
{
    for (uint32_t i = *next; i < recording->events.count; i++) {
        const TraceEvent *e = &recording->events.items[i];
        if (e->kind != kind || (kind == EV_ext && (!e->word || !what || strcmp(e->word, what) != 0)))
            continue;
        *next = i + 1;
        if (kind == EV_ext)
            return e->value ? read_literal(vm, e->value) : VALUE_UNSET;
        Str *text = e->text ? str_from_utf8(vm->heap, e->text, e->text_length) : NULL;
        return text ? OBJ(text) : VALUE_UNSET;
    }
    return VALUE_UNSET;
}
