/* answers.c - what the world answered in a recording, given to a program that runs again: numbers, texts, bytes, None,
 * True and False, read from their reprs. */
#include "trace/recorder.h"

#include "base/utf8.h"

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

static Value read_quoted(VM *vm, const char *text, bool is_bytes)
{
    size_t size = strlen(text) + 1;
    Literal l = { .p = text + is_bytes, .out = mem_alloc(size) };
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
    if (fine && *l.p == quote && !l.p[1]) {
        void *object = is_bytes ? (void *)bytes_new(vm->heap, l.out, l.used)
                                : (void *)str_from_utf8(vm->heap, l.out, l.used);
        v = object ? OBJ(object) : VALUE_UNSET;
    }
    mem_free(l.out, size);
    return v;
}

static Value read_literal(VM *vm, const char *text)
{
    if (strcmp(text, "None") == 0)
        return VALUE_NONE;
    if (strcmp(text, "True") == 0 || strcmp(text, "False") == 0)
        return value_bool(*text == 'T');
    if (*text == '\'' || *text == '"')
        return read_quoted(vm, text, false);
    if (*text == 'b' && (text[1] == '\'' || text[1] == '"'))
        return read_quoted(vm, text, true);
    const char *digits = text + (*text == '-');
    size_t length = strspn(digits, "0123456789");
    if (length > 0 && length < 18 && !digits[length])
        return int_from_i64(vm->heap, strtoll(text, NULL, 10));
    double d;
    if (*text && float_parse(text, strlen(text), &d))
        return value_from_double(d);
    return VALUE_UNSET;
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
