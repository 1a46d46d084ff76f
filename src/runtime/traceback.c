/* traceback.c - where an exception passed: the frame and traceback objects a script can look at, and how it
 * is printed when nobody caught it. The text itself is made in traceback_text.c and traceback_frame.c. */
#include "runtime/traceback.h"

#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"
#include "runtime/start.h"
#include "vm/excinfo.h"
#include "vm/fiber.h"
#include "vm/vm_internal.h"

#include <stdio.h>
#include <string.h>

/* Both are snapshots: Slots. */
enum { FRAME_FUNC, FRAME_LINE, FRAME_LOCALS, FRAME_BACK, FRAME_FIELDS };
enum { TB_FRAME, TB_LINE, TB_NEXT, TB_LASTI, TB_FIELDS };

static Slots *frame_new(VM *vm, Function *func, uint32_t line, Dict *locals)
{
    Slots *frame = locals ? slots_new(vm->heap, vm->frame_class, FRAME_FIELDS) : NULL;
    if (!frame) {
        raise_memory(vm);
        return NULL;
    }
    frame->v[FRAME_FUNC] = OBJ(func);
    frame->v[FRAME_LINE] = value_small(line);
    frame->v[FRAME_LOCALS] = OBJ(locals);
    frame->v[FRAME_BACK] = VALUE_NONE;
    return frame;
}

Value frame_object(VM *vm, Frame *frame)
{
    bool before = frame->flags & FRAME_FIBER && fiber_of_frame(frame)->state == FIBER_CREATED;
    uint32_t line = before ? frame->func->code->first_line : frame_line(frame);
    Slots *object = frame_new(vm, frame->func, line, excinfo_locals(vm, frame));
    return object ? OBJ(object) : VALUE_RAISED;
}

static uint32_t entry_line(const TracebackEntry *entry)
{
    return entry->line ? entry->line : entry->func->code->locs[entry->pc].line;
}

bool traceback_entry_hidden(const TracebackEntry *entry)
{
    return (entry->func->code->flags & CODE_HIDDEN) != 0;
}

/* The variables an entry remembers: those of a module, and those a NameError kept. */
static Dict *entry_locals(VM *vm, const Exception *exc, uint32_t i)
{
    Function *func = exc->tb[i].func;
    if (func->code->flags & CODE_MODULE)
        return func->globals;
    if (i == 0 && class_derives(exc->obj.cls, vm->exc[EXC_NameError])) {
        Value kept = excinfo_get(OBJ(exc), LOOKUP_LOCALS);
        if (value_is_dict(kept))
            return as_dict(kept);
    }
    return dict_new(vm->heap, 0);
}

Value traceback_object(VM *vm, Exception *exc)
{
    Value next = VALUE_NONE;
    for (uint32_t i = 0; i < exc->tb_count; i++) {
        const TracebackEntry *entry = &exc->tb[i];
        if (traceback_entry_hidden(entry))
            continue;
        Slots *tb = slots_new(vm->heap, vm->traceback_class, TB_FIELDS);
        Slots *frame = frame_new(vm, entry->func, entry_line(entry), entry_locals(vm, exc, i));
        if (!frame || !tb)
            return raise_memory(vm);
        tb->v[TB_FRAME] = OBJ(frame);
        tb->v[TB_LINE] = value_small(entry_line(entry));
        tb->v[TB_NEXT] = next;
        tb->v[TB_LASTI] = value_small(entry->pc);
        next = OBJ(tb);
    }
    return next;
}

bool traceback_is_object(VM *vm, Value v)
{
    return value_is_obj(v) && value_obj(v)->cls == vm->traceback_class;
}

Value traceback_object_next(Value tb)
{
    return as_slots(tb)->v[TB_NEXT];
}

static TracebackEntry entry_of_object(Value tb)
{
    const Slots *slots = as_slots(tb);
    return (TracebackEntry){ .func = as_function(as_slots(slots->v[TB_FRAME])->v[FRAME_FUNC]),
                             .pc = (uint32_t)value_int(slots->v[TB_LASTI]),
                             .line = (uint32_t)value_int(slots->v[TB_LINE]) };
}

TracebackRow traceback_entry_row(const TracebackEntry *entry)
{
    const Code *code = entry->func->code;
    const Loc *loc = &code->locs[entry->pc];
    TracebackRow row = { code->filename, code->source_name ? code->source_name : code->filename, code->name,
                         entry_line(entry), loc->end_line, TRACEBACK_NO_COL, TRACEBACK_NO_COL };
    if (row.line == loc->line && loc->col != UINT16_MAX && loc->end_col != UINT16_MAX) {
        row.col = loc->col;
        row.end_col = loc->end_col;
    }
    if (row.end_line < row.line)
        row.end_line = row.line;
    return row;
}

TracebackRow traceback_object_row(Value tb)
{
    TracebackEntry entry = entry_of_object(tb);
    return traceback_entry_row(&entry);
}

/* --- what scripts see ----------------------------------------------------------------------------------- */

#define FIELD_GETTER(name, index)                 \
    static Value name(VM *vm, Value self)         \
    {                                             \
        return as_slots(self)->v[index];          \
    }
FIELD_GETTER(frame_get_line, FRAME_LINE)
FIELD_GETTER(frame_get_locals, FRAME_LOCALS)
FIELD_GETTER(frame_get_back, FRAME_BACK)
FIELD_GETTER(tb_get_frame, TB_FRAME)
FIELD_GETTER(tb_get_line, TB_LINE)
FIELD_GETTER(tb_get_next, TB_NEXT)
FIELD_GETTER(tb_get_lasti, TB_LASTI)

static Value frame_get_code(VM *vm, Value self)
{
    return OBJ(as_function(as_slots(self)->v[FRAME_FUNC])->code);
}

static Value frame_get_globals(VM *vm, Value self)
{
    return OBJ(as_function(as_slots(self)->v[FRAME_FUNC])->globals);
}

static Value frame_get_builtins(VM *vm, Value self)
{
    return OBJ(as_function(as_slots(self)->v[FRAME_FUNC])->builtins);
}

static Value frame_clear_locals(VM *vm, Value *args, int nargs)
{
    Dict *empty = dict_new(vm->heap, 0);
    if (!empty)
        return raise_memory(vm);
    as_slots(args[0])->v[FRAME_LOCALS] = OBJ(empty);
    return VALUE_NONE;
}

static Value frame_repr(VM *vm, Value *args, int nargs)
{
    const Slots *frame = as_slots(args[0]);
    const Code *code = as_function(frame->v[FRAME_FUNC])->code;
    char address[32];
    snprintf(address, sizeof address, "0x%llx", (unsigned long long)heap_address(vm->heap, frame));
    return vm_own(vm, vm_format(vm, "<frame at %s, file %R, line %R, code %S>", address, OBJ(code->filename),
                                frame->v[FRAME_LINE], code->name));
}

static bool tb_set_next(VM *vm, Value self, Value value)
{
    if (!value_is_none(value) && !traceback_is_object(vm, value)) {
        raise_type(vm, "expected traceback object or None, got '%T'", value);
        return false;
    }
    for (Value tb = value; value_is_obj(tb); tb = traceback_object_next(tb))
        if (value_same(tb, self)) {
            raise_value(vm, "traceback loop detected");
            return false;
        }
    as_slots(self)->v[TB_NEXT] = value;
    return true;
}

static const GetSetSpec frame_getsets[] = {
    { "f_code", frame_get_code, NULL, "the code it runs" },
    { "f_globals", frame_get_globals, NULL, "the module's names" },
    { "f_builtins", frame_get_builtins, NULL, "the built-in names" },
    { "f_lineno", frame_get_line, NULL, "the line it stands on" },
    { "f_locals", frame_get_locals, NULL, "its variables" },
    { "f_back", frame_get_back, NULL, "who called it" },
    { 0 },
};
static const NativeSpec frame_methods[] = {
    { "clear", frame_clear_locals, "self, /", 0, 0, 0, "clear(): forget the variables" },
    { "__repr__", frame_repr, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec tb_getsets[] = {
    { "tb_frame", tb_get_frame, NULL, "the frame" },
    { "tb_lineno", tb_get_line, NULL, "the line it stood on" },
    { "tb_next", tb_get_next, tb_set_next, "the next one inwards" },
    { "tb_lasti", tb_get_lasti, NULL, "the instruction" },
    { 0 },
};
static const TypeSpec frame_spec = { "frame", "builtins", NULL, KIND_SLOTS, CLASS_FINAL, frame_methods, frame_getsets };
static const TypeSpec tb_spec = { "traceback", "builtins", NULL, KIND_SLOTS, CLASS_FINAL, NULL, tb_getsets };

static Value exception_get_traceback(VM *vm, Value self)
{
    return traceback_object(vm, as_exception(self));
}

static bool exception_set_traceback(VM *vm, Value self, Value v)
{
    Exception *exc = as_exception(self);
    if (value_is_unset(v)) {
        raise_type(vm, "__traceback__ may not be deleted");
        return false;
    }
    if (!value_is_none(v) && !traceback_is_object(vm, v)) {
        raise_type(vm, "__traceback__ must be a traceback or None");
        return false;
    }
    exc->tb_count = 0;
    for (Value tb = v; value_is_obj(tb); tb = traceback_object_next(tb)) {
        TracebackEntry entry = entry_of_object(tb);
        uint32_t before = exc->tb_count;
        exception_add_entry(vm->heap, exc, entry.func, entry.pc);
        if (exc->tb_count > before)
            exc->tb[before].line = entry.line;
    }
    for (uint32_t i = 0; i < exc->tb_count / 2; i++) { /* outermost first there, innermost first here */
        TracebackEntry swap = exc->tb[i];
        exc->tb[i] = exc->tb[exc->tb_count - 1 - i];
        exc->tb[exc->tb_count - 1 - i] = swap;
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

/* --- printing ------------------------------------------------------------------------------------------- */

static void forget_error(VM *vm)
{
    if (vm_raised(vm))
        vm_take_exception(vm);
}

void traceback_print_with(VM *vm, Value exception, Value tb)
{
    size_t mark = vm->root_count;
    vm_keep(vm, exception);
    vm_keep(vm, tb);
    stream_flush(vm, vm->sys_stdout);
    forget_error(vm);
    TracebackOptions options = { .chain = true, .hints = true, .uncaught = true };
    options.tb = traceback_is_object(vm, tb) || value_is_none(tb) ? tb : VALUE_UNSET;
    Str *text = traceback_text(vm, exception, &options);
    if (text) {
        stream_write_str(vm, vm->sys_stderr, text);
    } else { /* no memory for the story: the name at least */
        char name[128];
        str_c(value_obj(exception)->cls->name, name, sizeof name - 1);
        strcat(name, "\n");
        forget_error(vm);
        stream_write(vm, vm->sys_stderr, name, strlen(name));
    }
    forget_error(vm);
    vm->root_count = mark;
}

void traceback_print(VM *vm, Value exception)
{
    traceback_print_with(vm, exception, VALUE_UNSET);
}

/* The entries without carets, as CPython writes them where no script code may run. */
static void add_plain_stack(VM *vm, StrBuilder *b, const Exception *exc)
{
    enum { SHOWN_REPEATS = 3 };
    TracebackRow last = { 0 };
    size_t count = 0;
    bool head = false;
    for (uint32_t i = exc->tb_count + 1; i-- > 0;) {
        if (i > 0 && traceback_entry_hidden(&exc->tb[i - 1]))
            continue;
        TracebackRow row = { 0 };
        if (i > 0)
            row = traceback_entry_row(&exc->tb[i - 1]);
        if (i == 0 || count == 0 || last.line != row.line || last.name != row.name || last.filename != row.filename) {
            if (count > SHOWN_REPEATS)
                builder_printf(b, "  [Previous line repeated %zu more time%s]\n", count - SHOWN_REPEATS,
                               count - SHOWN_REPEATS > 1 ? "s" : "");
            last = row;
            count = 0;
        }
        if (i == 0)
            return;
        if (!head)
            builder_cstr(b, "Traceback (most recent call last):\n");
        head = true;
        if (++count <= SHOWN_REPEATS)
            traceback_frame_text(vm, b, &row, true);
    }
}

/* sys.unraisablehook when a script has put another there; UNSET: it has not. */
static Value hook_of_script(VM *vm)
{
    Value sys = dict_get_name(vm->modules, str_intern_cstr(vm->heap, "sys"));
    Dict *names = value_is_kind(sys, KIND_MODULE) ? as_module(sys)->dict : NULL;
    Value hook = names ? dict_get_name(names, str_intern_cstr(vm->heap, "unraisablehook")) : VALUE_UNSET;
    Value own = names ? dict_get_name(names, str_intern_cstr(vm->heap, "__unraisablehook__")) : VALUE_UNSET;
    return value_is_unset(hook) || value_is_none(hook) || value_same(hook, own) ? VALUE_UNSET : hook;
}

/* Calls it with what CPython gives it; false: it failed, and that is pending. `message` UNSET: of `where`. [script] */
static bool call_hook(VM *vm, Value hook, Value exception, Value message, Value where)
{
    Class *cls = record_class(vm, "sys", "UnraisableHookArgs", "exc_type exc_value exc_traceback err_msg object", 5);
    Value tb = cls ? traceback_object(vm, as_exception(exception)) : VALUE_RAISED;
    if (value_is_raised(tb))
        return false;
    vm_keep(vm, OBJ(cls));
    Value fields[5] = { OBJ(class_of(vm, exception)), exception, vm_keep(vm, tb),
                        value_is_unset(message) ? VALUE_NONE : message, value_is_unset(message) ? where : VALUE_NONE };
    Value record = record_make(vm, cls, 5, fields);
    if (value_is_raised(record))
        return false;
    vm_keep(vm, record);
    return !value_is_raised(vm_call(vm, hook, 1, &record));
}

void unraisable_print_head(VM *vm, Value exception, const char *format, Value where)
{
    size_t mark = vm->root_count;
    vm_keep(vm, exception);
    vm_keep(vm, where);
    Str *head = vm_format(vm, format, where);
    if (!head) {
        forget_error(vm);
        head = vm_format(vm, "Exception ignored in: <object repr() failed>\n");
    }
    Value hook = hook_of_script(vm);
    if (head && !value_is_unset(hook)) {
        bool plain = strncmp(format, "Exception ignored in: ", 22) == 0;
        vm_keep(vm, OBJ(head));
        vm_keep(vm, hook);
        Value message = plain ? VALUE_UNSET : OBJ(str_slice(vm->heap, head, 0, str_length(head) - 2));
        if (call_hook(vm, hook, exception, message, where)) {
            vm->root_count = mark;
            return;
        }
        exception = vm_raised(vm) ? vm_keep(vm, vm_take_exception(vm)) : exception;
        head = vm_format(vm, "Exception ignored in sys.unraisablehook: %R\n", hook);
    }
    if (head) {
        vm_keep(vm, OBJ(head));
        StrBuilder b;
        builder_init(&b, vm->heap);
        builder_str(&b, head);
        add_plain_stack(vm, &b, as_exception(exception));
        Str *last = traceback_last_line(vm, exception);
        size_t n = last ? str_length(last) : 0;
        bool is_bare = n > 1 && str_find(last, str_from_char(vm->heap, ':'), 0, n) < 0; /* CPython: `ValueError: ` */
        if (last)
            builder_slice(&b, last, 0, is_bare ? n - 1 : n);
        if (is_bare)
            builder_cstr(&b, ": \n");
        Str *text = builder_finish(&b);
        if (text)
            stream_write_str(vm, vm->sys_stderr, text);
    }
    forget_error(vm);
    vm->root_count = mark;
}

/* An exception nobody can receive: of __del__, of a generator that was dropped. */
void unraisable_print(VM *vm, Value exception, Value where)
{
    unraisable_print_head(vm, exception, "Exception ignored in: %R\n", where);
}
