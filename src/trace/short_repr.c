/* short_repr.c - a value in at most 60 columns, 6 items of a container, 2 levels deep: what views show of locals and
 * results. It reads the objects themselves: no __repr__ of a script runs, and nothing shows an address. */
#include "trace/recorder.h"

#include "base/utf8.h"
#include "runtime/loop/task.h"
#include "vm/excinfo.h"

#include <stdio.h>

enum { COLUMNS = 60, ITEMS = 6, DEPTH = 2, DOTS = 3, INT_BITS = 220, QUOTE_LOOK = 120 };

typedef struct Repr {
    VM *vm;
    char *out;
    size_t size, used;
    int columns, limit;
    size_t cut;              /* where `...` would go when it gets too long                                  */
    bool full, whole;        /* whole: all items, however deep                                            */
} Repr;

static void put_point(Repr *r, uint32_t point)
{
    char bytes[4];
    if (r->full)
        return;
    int width = point >= 0x20 && point < 0x7F ? 1 : utf8_width(point);
    if (point >= 0xD800 && point < 0xE000)
        point = 0xFFFD;
    size_t length = (size_t)utf8_encode(point, bytes);
    if (r->columns + width > r->limit || r->used + length + DOTS + 1 > r->size) {
        r->full = true;
        return;
    }
    if (r->columns <= r->limit - DOTS)
        r->cut = r->used;
    memcpy(r->out + r->used, bytes, length);
    r->used += length;
    r->columns += width;
    if (r->columns <= r->limit - DOTS)
        r->cut = r->used;
}

static void put_cstr(Repr *r, const char *text)
{
    while (*text && !r->full)
        put_point(r, (uint8_t)*text++);
}

static void put_str(Repr *r, const Str *s)
{
    for (size_t i = 0; i < str_length(s) && !r->full; i++)
        put_point(r, str_at(s, i));
}

static void put_escaped(Repr *r, uint32_t c, uint32_t quote, bool is_bytes)
{
    char text[12];
    if (c == '\n' || c == '\t' || c == '\r') {
        put_point(r, '\\');
        put_point(r, c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
    } else if (c == quote || c == '\\') {
        put_point(r, '\\');
        put_point(r, c);
    } else if (c >= 0x20 && c < 0x7F) {
        put_point(r, c);
    } else if (is_bytes || !utf8_is_printable(c)) {
        snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        put_cstr(r, text);
    } else {
        put_point(r, c);
    }
}

static void put_quoted(Repr *r, const Str *s)
{
    size_t length = str_length(s), look = length < QUOTE_LOOK ? length : QUOTE_LOOK;
    bool one = false, two = false;
    for (size_t i = 0; i < look; i++) {
        one |= str_at(s, i) == '\'';
        two |= str_at(s, i) == '"';
    }
    uint32_t quote = one && !two ? '"' : '\'';
    put_point(r, quote);
    for (size_t i = 0; i < length && !r->full; i++)
        put_escaped(r, str_at(s, i), quote, false);
    put_point(r, quote);
}

static void put_bytes(Repr *r, const uint8_t *data, size_t length)
{
    put_cstr(r, "b'");
    for (size_t i = 0; i < length && !r->full; i++)
        put_escaped(r, data[i], '\'', true);
    put_point(r, '\'');
}

static void put_value(Repr *r, Value v, int depth);

static void put_big_int(Repr *r, Value v)
{
    size_t bits = int_bit_length(v), length;
    char *text = bits <= INT_BITS ? int_to_text(r->vm->heap, v, 10, &length) : NULL;
    if (text) {
        put_cstr(r, text);
        heap_array_free(r->vm->heap, text, length + 1);
        return;
    }
    char shown[40];
    snprintf(shown, sizeof shown, "<int of %zu bits>", bits);
    put_cstr(r, shown);
}

static void put_items(Repr *r, const char *open, const Value *items, size_t count, const char *close, int depth)
{
    put_cstr(r, open);
    if (depth > DEPTH && count > 0 && !r->whole) {
        put_cstr(r, "...");
        count = 0;
    }
    for (size_t i = 0; i < count && !r->full; i++) {
        if (i)
            put_cstr(r, ", ");
        if (i == ITEMS && !r->whole) {
            put_cstr(r, "...");
            break;
        }
        put_value(r, items[i], depth + 1);
    }
    put_cstr(r, close);
}

static void put_table(Repr *r, const Dict *table, bool is_dict, int depth)
{
    put_point(r, '{');
    int n = 0;
    for (DictEntry *e = NULL; !r->full && (e = dict_next(table, e)); n++) {
        if (n)
            put_cstr(r, ", ");
        if ((n == ITEMS || depth > DEPTH) && !r->whole) {
            put_cstr(r, "...");
            break;
        }
        put_value(r, e->key, depth + 1);
        if (is_dict) {
            put_cstr(r, ": ");
            put_value(r, e->value, depth + 1);
        }
    }
    put_point(r, '}');
}

static void put_attribute(Repr *r, const Str *name, Value v, int depth, int *shown)
{
    if (value_is_unset(v) || str_length(name) == 0 || str_at(name, 0) == '_')
        return;
    if (++*shown > ITEMS) {
        if (*shown == ITEMS + 1)
            put_cstr(r, " ...");
        return;
    }
    put_point(r, ' ');
    put_str(r, name);
    put_point(r, '=');
    put_value(r, v, depth + 1);
}

/* <Name x=1 y=2>: its attributes, not those that begin with an underscore. */
static void put_instance(Repr *r, Instance *in, int depth)
{
    put_point(r, '<');
    put_str(r, in->obj.cls->name);
    int shown = 0;
    if (depth <= DEPTH && !in->shape && in->dict) {
        for (DictEntry *e = NULL; !r->full && (e = dict_next(in->dict, e));)
            if (value_is_str(e->key))
                put_attribute(r, as_str(e->key), e->value, depth, &shown);
    } else if (depth <= DEPTH && in->shape) {
        const Shape *names[ITEMS * 4];
        int count = 0;
        for (const Shape *s = in->shape; s && s->name; s = s->parent)
            if (s->obj.aux <= ITEMS * 4) /* the first ones */
                names[count++] = s;
        while (count > 0 && !r->full) {
            const Shape *s = names[--count];
            put_attribute(r, s->name, *instance_slot(in, s->obj.aux - 1), depth, &shown);
        }
    }
    put_point(r, '>');
}

/* <what Id name>: things that have an id. */
static void put_named(Repr *r, const char *what, Obj *obj, const Str *name)
{
    put_point(r, '<');
    put_cstr(r, what);
    if (obj->aux) {
        char text[20];
        Id id = observe_id(r->vm, obj);
        snprintf(text, sizeof text, " %c%u", id.letter, id.n);
        put_cstr(r, text);
    }
    if (name) {
        put_point(r, ' ');
        put_str(r, name);
    }
    put_point(r, '>');
}

static const Str *fiber_label(Value coro)
{
    if (value_is_kind(coro, KIND_COROUTINE) || value_is_kind(coro, KIND_GENERATOR) ||
        value_is_kind(coro, KIND_ASYNCGEN)) {
        const Function *func = fiber_function(AS(Fiber, coro));
        return func ? func->name : NULL;
    }
    return NULL;
}

static void put_callable(Repr *r, Value v)
{
    if (value_is_kind(v, KIND_BOUND))
        v = AS(Bound, v)->func;
    if (value_is_kind(v, KIND_FUNCTION)) {
        put_cstr(r, "<function ");
        put_str(r, as_function(v)->name);
    } else if (value_is_kind(v, KIND_NATIVE) && as_native(v)->spec) {
        put_cstr(r, "<function ");
        put_cstr(r, as_native(v)->spec->name);
    } else {
        put_cstr(r, "<method");
    }
    put_point(r, '>');
}

/* So that it can be made again: OSError(number, text, file, None, second file). */
static void put_os_error(Repr *r, const Exception *e)
{
    Value error = OBJ(e);
    Value parts[5] = { excinfo_get(error, OS_ERRNO), excinfo_get(error, OS_STRERROR), excinfo_get(error, OS_FILENAME),
                       VALUE_NONE, excinfo_get(error, OS_FILENAME2) };
    put_items(r, "OSError(", parts, !value_is_none(parts[4]) ? 5 : !value_is_none(parts[2]) ? 3 : 2, ")", 1);
}

static void put_exception(Repr *r, const Exception *e, int depth)
{
    if (r->whole && class_derives(e->obj.cls, r->vm->exc[EXC_OSError])) {
        put_os_error(r, e);
        return;
    }
    put_str(r, e->obj.cls->name);
    const Tuple *args = e->args;
    put_items(r, "(", args ? args->items : NULL, args ? tuple_length(args) : 0, ")", depth > 1 ? depth : 0);
}

static void put_range(Repr *r, const Range *range)
{
    Value parts[3] = { range->start, range->stop, range->step };
    bool plain = value_is_int(range->step) && value_int(range->step) == 1;
    put_items(r, "range(", parts, plain ? 2 : 3, ")", 0);
}

static void put_object(Repr *r, Value v, int depth)
{
    Obj *obj = value_obj(v);
    bool derived = (obj->kind & KIND_SUBCLASS) != 0 && obj->cls;
    bool wrapped = derived && (value_is_list(v) || value_is_tuple(v) || value_is_dict(v) || value_is_set(v) ||
                               value_is_str(v));
    if (wrapped) {
        put_str(r, obj->cls->name);
        put_point(r, '(');
    }
    switch (obj->kind & KIND_MASK) {
    case KIND_STR: put_quoted(r, as_str(v)); break;
    case KIND_BYTES: put_bytes(r, as_bytes(v)->data, as_bytes(v)->length); break;
    case KIND_BYTEARRAY:
        put_cstr(r, "bytearray(");
        put_bytes(r, AS(ByteArray, v)->data, AS(ByteArray, v)->length);
        put_point(r, ')');
        break;
    case KIND_BIGINT: put_big_int(r, v); break;
    case KIND_BOXED: put_value(r, AS(Boxed, v)->number, depth); break;
    case KIND_LIST: put_items(r, "[", as_list(v)->items, as_list(v)->count, "]", depth); break;
    case KIND_TUPLE:
        put_items(r, "(", as_tuple(v)->items, tuple_length(as_tuple(v)), tuple_length(as_tuple(v)) == 1 ? ",)" : ")",
                  depth);
        break;
    case KIND_DICT: put_table(r, as_dict(v), true, depth); break;
    case KIND_SET:
        if (as_set(v)->count)
            put_table(r, as_set(v), false, depth);
        else
            put_cstr(r, "set()");
        break;
    case KIND_FROZENSET:
        put_cstr(r, "frozenset(");
        if (as_set(v)->count)
            put_table(r, as_set(v), false, depth);
        put_point(r, ')');
        break;
    case KIND_RANGE: put_range(r, AS(Range, v)); break;
    case KIND_SLICE: put_items(r, "slice(", &AS(Slice, v)->start, 3, ")", 0); break;
    case KIND_FUNCTION:
    case KIND_NATIVE:
    case KIND_BOUND: put_callable(r, v); break;
    case KIND_CLASS:
        put_cstr(r, "<class '");
        put_str(r, as_class(v)->name);
        put_cstr(r, "'>");
        break;
    case KIND_MODULE:
        put_cstr(r, "<module '");
        put_str(r, as_module(v)->name);
        put_cstr(r, "'>");
        break;
    case KIND_EXCEPTION: put_exception(r, as_exception(v), depth); break;
    case KIND_COROUTINE: put_named(r, "coroutine", obj, fiber_label(v)); break;
    case KIND_GENERATOR: put_named(r, "generator", obj, fiber_label(v)); break;
    case KIND_ASYNCGEN: put_named(r, "async generator", obj, fiber_label(v)); break;
    case KIND_GREENLET: put_named(r, "greenlet", obj, NULL); break;
    case KIND_TASK: put_named(r, "Task", obj, fiber_label(AS(Task, v)->coro)); break;
    case KIND_FUTURE: put_named(r, "Future", obj, NULL); break;
    case KIND_HANDLE: put_named(r, "Handle", obj, NULL); break;
    case KIND_INSTANCE: put_instance(r, as_instance(v), depth); break;
    default:
        put_point(r, '<');
        if (obj->cls)
            put_str(r, obj->cls->name);
        else
            put_cstr(r, "object");
        put_point(r, '>');
    }
    if (wrapped)
        put_point(r, ')');
}

static void put_value(Repr *r, Value v, int depth)
{
    char text[40];
    if (value_is_obj(v)) {
        put_object(r, v, depth);
    } else if (value_is_int(v)) {
        snprintf(text, sizeof text, "%lld", (long long)value_int(v));
        put_cstr(r, text);
    } else if (value_is_float(v)) {
        text[float_repr(value_float(v), text)] = 0;
        put_cstr(r, text);
    } else {
        put_cstr(r, value_is_none(v) ? "None" : value_is_true(v) ? "True" : value_is_bool(v) ? "False"
                  : value_same(v, VALUE_ELLIPSIS) ? "Ellipsis"
                  : value_same(v, VALUE_NOTIMPLEMENTED) ? "NotImplemented" : "?");
    }
}

static size_t repr_into(Repr *r, Value v)
{
    if (r->size < 8)
        return 0;
    put_value(r, v, 1);
    if (r->full) {
        r->used = r->cut;
        memcpy(r->out + r->used, "...", DOTS);
        r->used += DOTS;
    }
    r->out[r->used] = 0;
    return r->used;
}

size_t short_repr(VM *vm, Value v, char *out, size_t size)
{
    return repr_into(&(Repr){ .vm = vm, .out = out, .size = size, .limit = COLUMNS }, v);
}

size_t whole_repr(VM *vm, Value v, char *out, size_t size)
{
    return repr_into(&(Repr){ .vm = vm, .out = out, .size = size, .limit = 1 << 30, .whole = true }, v);
}
