/* traceback.c - exceptions as text, and the frame and traceback objects a script can look at. */
#include "runtime/runtime.h"
#include "runtime/modules/streams.h"
#include "vm/suggest.h"
#include "vm/vm_internal.h"

#include <stdio.h>

/* Frame objects are snapshots: Slots {code, globals, line, locals, back}. */
enum { FRAME_CODE, FRAME_GLOBALS, FRAME_LINE, FRAME_LOCALS, FRAME_BACK, FRAME_FIELDS };
enum { TB_FRAME, TB_LINE, TB_NEXT, TB_LASTI, TB_FIELDS };

Value frame_object(VM *vm, Frame *frame)
{
    extern Value frame_locals(VM * vm_, Frame *frame_); /* modules/builtins.c */
    Slots *s = slots_new(vm->heap, vm->frame_class, FRAME_FIELDS);
    if (!s)
        return raise_memory(vm);
    s->v[FRAME_CODE] = OBJ(frame->func->code);
    s->v[FRAME_GLOBALS] = OBJ(frame->func->globals);
    s->v[FRAME_LINE] = value_small(frame_line(frame));
    s->v[FRAME_LOCALS] = frame_locals(vm, frame);
    s->v[FRAME_BACK] = VALUE_NONE;
    return value_is_raised(s->v[FRAME_LOCALS]) ? VALUE_RAISED : OBJ(s);
}

static uint32_t entry_line(const TracebackEntry *entry)
{
    return entry->line ? entry->line : entry->code->locs[entry->pc].line;
}

Value traceback_object(VM *vm, Exception *exc)
{
    Value next = VALUE_NONE;
    for (uint32_t i = 0; i < exc->tb_count; i++) {
        const TracebackEntry *entry = &exc->tb[i];
        Slots *frame = slots_new(vm->heap, vm->frame_class, FRAME_FIELDS);
        Slots *tb = slots_new(vm->heap, vm->traceback_class, TB_FIELDS);
        Dict *empty = dict_new(vm->heap, 0);
        if (!frame || !tb || !empty)
            return raise_memory(vm);
        frame->v[FRAME_CODE] = OBJ(entry->code);
        frame->v[FRAME_GLOBALS] = frame->v[FRAME_LOCALS] = OBJ(empty);
        frame->v[FRAME_LINE] = value_small(entry_line(entry));
        frame->v[FRAME_BACK] = VALUE_NONE;
        tb->v[TB_FRAME] = OBJ(frame);
        tb->v[TB_LINE] = value_small(entry_line(entry));
        tb->v[TB_NEXT] = next;
        tb->v[TB_LASTI] = value_small(entry->pc);
        next = OBJ(tb);
    }
    return next;
}

#define FIELD_GETTER(name, index)                 \
    static Value name(VM *vm, Value self)         \
    {                                             \
        return as_slots(self)->v[index];          \
    }
FIELD_GETTER(frame_get_code, FRAME_CODE)
FIELD_GETTER(frame_get_globals, FRAME_GLOBALS)
FIELD_GETTER(frame_get_line, FRAME_LINE)
FIELD_GETTER(frame_get_locals, FRAME_LOCALS)
FIELD_GETTER(frame_get_back, FRAME_BACK)
FIELD_GETTER(tb_get_frame, TB_FRAME)
FIELD_GETTER(tb_get_line, TB_LINE)
FIELD_GETTER(tb_get_next, TB_NEXT)
FIELD_GETTER(tb_get_lasti, TB_LASTI)

static const GetSetSpec frame_getsets[] = {
    { "f_code", frame_get_code, NULL, "" },     { "f_globals", frame_get_globals, NULL, "" },
    { "f_lineno", frame_get_line, NULL, "" },   { "f_locals", frame_get_locals, NULL, "" },
    { "f_back", frame_get_back, NULL, "" },     { 0 },
};
static const GetSetSpec tb_getsets[] = {
    { "tb_frame", tb_get_frame, NULL, "" },
    { "tb_lineno", tb_get_line, NULL, "" },
    { "tb_next", tb_get_next, NULL, "" },
    { "tb_lasti", tb_get_lasti, NULL, "" },
    { 0 },
};
static const TypeSpec frame_spec = { "frame", "builtins", NULL, KIND_SLOTS, CLASS_FINAL, NULL, frame_getsets };
static const TypeSpec tb_spec = { "traceback", "builtins", NULL, KIND_SLOTS, CLASS_FINAL, NULL, tb_getsets };

static Value exception_get_traceback(VM *vm, Value self)
{
    return traceback_object(vm, as_exception(self));
}
static bool exception_set_traceback(VM *vm, Value self, Value v)
{
    Exception *exc = as_exception(self);
    if (value_is_none(v)) {
        exc->tb_count = 0;
        return true;
    }
    if (!value_is_obj(v) || value_obj(v)->cls != vm->traceback_class) {
        raise_type(vm, "__traceback__ must be a traceback or None");
        return false;
    }
    /* Rebuilt from the objects: outermost first there, innermost first here. */
    Value chain[256];
    int count = 0;
    for (Value t = v; !value_is_none(t) && count < 256; t = as_slots(t)->v[TB_NEXT])
        chain[count++] = t;
    exc->tb_count = 0;
    while (count--) {
        Slots *tb = as_slots(chain[count]);
        exception_add_entry(vm->heap, exc, AS(Code, as_slots(tb->v[TB_FRAME])->v[FRAME_CODE]),
                            (uint32_t)value_int(tb->v[TB_LASTI]));
    }
    return true;
}
static const GetSetSpec exception_getsets[] = {
    { "__traceback__", exception_get_traceback, exception_set_traceback, "where it passed" },
    { 0 },
};

bool traceback_types_setup(VM *vm)
{
    vm->frame_class = type_create(vm, &frame_spec, NULL);
    vm->traceback_class = type_create(vm, &tb_spec, NULL);
    return vm->frame_class && vm->traceback_class &&
           class_add_getsets(vm, vm->exc[EXC_BaseException], exception_getsets);
}

/* --- text ------------------------------------------------------------------------------------------- */

/* The line of a source kept by import_compile, without its indentation; NULL: not known. */
static Str *source_text_line(VM *vm, Str *filename, uint32_t line)
{
    Value text = dict_get_name(vm->sources, str_intern(vm->heap, filename));
    if (!value_is_str(text))
        return NULL;
    Str *s = as_str(text);
    size_t n = str_length(s), start = 0;
    Str *newline = str_from_char(vm->heap, '\n');
    for (uint32_t i = 1; i < line; i++) {
        ptrdiff_t at = str_find(s, newline, start, n);
        if (at < 0)
            return NULL;
        start = (size_t)at + 1;
    }
    ptrdiff_t end = str_find(s, newline, start, n);
    return str_slice(vm->heap, s, start, end < 0 ? n : (size_t)end);
}

static Str *strip(VM *vm, Str *s)
{
    size_t a = 0, b = str_length(s);
    while (a < b && (str_at(s, a) == ' ' || str_at(s, a) == '\t'))
        a++;
    while (b > a && (str_at(s, b - 1) == ' ' || str_at(s, b - 1) == '\t'))
        b--;
    return str_slice(vm->heap, s, a, b);
}

static void format_entries(VM *vm, StrBuilder *b, const Exception *exc)
{
    uint32_t repeats = 0;
    for (uint32_t k = exc->tb_count; k-- > 0;) {
        const TracebackEntry *entry = &exc->tb[k];
        uint32_t line = entry_line(entry);
        if (entry->code->flags & CODE_HIDDEN)
            continue;
        const TracebackEntry *before = k + 1 < exc->tb_count ? &exc->tb[k + 1] : NULL;
        repeats = before && before->code == entry->code && entry_line(before) == line ? repeats + 1 : 0;
        bool last = k == 0 || exc->tb[k - 1].code != entry->code || entry_line(&exc->tb[k - 1]) != line;
        if (repeats >= 3) {
            if (last)
                builder_printf(b, "  [Previous line repeated %u more time%s]\n", repeats - 2, repeats == 3 ? "" : "s");
            continue;
        }
        builder_cstr(b, "  File \"");
        builder_str(b, entry->code->filename);
        builder_printf(b, "\", line %u, in ", line);
        builder_str(b, entry->code->qualname && 0 ? entry->code->qualname : entry->code->name);
        builder_char(b, '\n');
        Str *text = source_text_line(vm, entry->code->source_name, line);
        if (text) {
            builder_cstr(b, "    ");
            builder_str(b, strip(vm, text));
            builder_char(b, '\n');
        }
    }
}

static bool format_last_line(VM *vm, StrBuilder *b, Value exception)
{
    Class *cls = value_obj(exception)->cls;
    Value module = vm_getattr_or_unset(vm, OBJ(cls), NAME(vm, __module__));
    if (value_is_raised(module))
        return false;
    if (value_is_str(module) && !str_equals_cstr(as_str(module), "builtins") &&
        !str_equals_cstr(as_str(module), "__main__")) {
        builder_str(b, as_str(module));
        builder_char(b, '.');
    }
    builder_str(b, cls->qualname);
    Str *text = vm_str(vm, exception);
    if (!text) {
        vm_take_exception(vm);
        builder_cstr(b, ": <exception str() failed>");
    } else if (str_length(text)) {
        builder_cstr(b, ": ");
        builder_str(b, text);
    }
    builder_char(b, '\n');
    return true;
}

static bool format_one(VM *vm, StrBuilder *b, Value exception, int depth)
{
    Exception *exc = as_exception(exception);
    if (depth < 100) {
        if (value_is_exception(exc->cause)) {
            if (!format_one(vm, b, exc->cause, depth + 1))
                return false;
            builder_cstr(b, "\nThe above exception was the direct cause of the following exception:\n\n");
        } else if (value_is_exception(exc->context) && !(exc->obj.flags & EXC_SUPPRESS)) {
            if (!format_one(vm, b, exc->context, depth + 1))
                return false;
            builder_cstr(b, "\nDuring handling of the above exception, another exception occurred:\n\n");
        }
    }
    if (exc->tb_count) {
        builder_cstr(b, "Traceback (most recent call last):\n");
        format_entries(vm, b, exc);
    }
    return format_last_line(vm, b, exception);
}

Str *traceback_format(VM *vm, Value exception)
{
    StrBuilder b;
    builder_init(&b, vm->heap);
    size_t mark = vm->root_count;
    vm_keep(vm, exception);
    bool good = format_one(vm, &b, exception, 0);
    vm->root_count = mark;
    if (!good) {
        builder_drop(&b);
        return NULL;
    }
    Str *text = builder_finish(&b);
    if (!text)
        raise_memory(vm);
    return text;
}

void traceback_print(VM *vm, Value exception)
{
    stream_flush(vm, vm->sys_stdout);
    if (vm_raised(vm))
        vm_take_exception(vm);
    Str *text = traceback_format(vm, exception);
    if (text)
        stream_write_str(vm, vm->sys_stderr, text);
    if (vm_raised(vm))
        vm_take_exception(vm);
}

/* An exception nobody can receive: of __del__, of a generator that was dropped. */
void unraisable_print(VM *vm, Value exception, Value where)
{
    Str *head = vm_format(vm, "Exception ignored in: %R\n", where);
    if (head)
        stream_write_str(vm, vm->sys_stderr, head);
    if (vm_raised(vm))
        vm_take_exception(vm);
    traceback_print(vm, exception);
}
