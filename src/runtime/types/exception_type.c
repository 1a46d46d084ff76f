/* exception_type.c - methods and attributes of the built-in exception classes.
 * vm_create makes the classes (vm/exceptions.def); here they get their rows. What a class keeps beside
 * args is a list in Exception.extra, one value a field, in the order of the enums below; it is made when
 * the first field is set. StopIteration and SystemExit keep their one value itself, groups a tuple. */
#include "vm/excgroup.h"
#include "vm/excinfo.h"
#include "vm/iter.h"
#include "vm/protocol.h"
#include "vm/suggest.h"

#include <errno.h>
#include <stdio.h>

/* An attribute that is field `number`. */
#define FIELD(name, number)                                  \
    static Value get_##name(VM *vm, Value self)              \
    {                                                        \
        return excinfo_get(self, number);                      \
    }                                                        \
    static bool set_##name(VM *vm, Value self, Value value)  \
    {                                                        \
        return excinfo_set(vm, self, number, value);           \
    }

/* --- BaseException ----------------------------------------------------------------------------------------- */

static Value base_new(VM *vm, Value *args, int nargs)
{
    return vm_own(vm, exception_new(vm->heap, as_class(args[0]), as_tuple(args[1])));
}

static bool refuse_keywords(VM *vm, Value self, Value kwargs)
{
    if (as_dict(kwargs)->count == 0)
        return true;
    raise_type(vm, "%T() takes no keyword arguments", self);
    return false;
}

static Value base_init(VM *vm, Value *args, int nargs)
{
    if (!refuse_keywords(vm, args[0], args[2]))
        return VALUE_RAISED;
    as_exception(args[0])->args = as_tuple(args[1]);
    return VALUE_NONE;
}

static Value base_str(VM *vm, Value *args, int nargs)
{
    Tuple *arguments = as_exception(args[0])->args;
    size_t count = tuple_length(arguments);
    Str *text = count == 0 ? str_empty(vm->heap)
                           : vm_str(vm, count == 1 ? arguments->items[0] : OBJ(arguments));
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value base_repr(VM *vm, Value *args, int nargs)
{
    Tuple *arguments = as_exception(args[0])->args;
    Class *cls = value_obj(args[0])->cls;
    int entered = protocol_repr_enter(vm, args[0]);
    if (entered < 0)
        return VALUE_RAISED;
    if (entered)
        return vm_own(vm, vm_format(vm, "%C(...)", cls));
    Str *text = tuple_length(arguments) == 1 ? vm_format(vm, "%C(%R)", cls, arguments->items[0])
                                             : vm_format(vm, "%C%R", cls, OBJ(arguments));
    protocol_repr_leave(vm, args[0]);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value base_with_traceback(VM *vm, Value *args, int nargs)
{
    return vm_setattr(vm, args[0], NAME(vm, __traceback__), args[1]) ? args[0] : VALUE_RAISED;
}

static Value base_add_note(VM *vm, Value *args, int nargs)
{
    Exception *exc = as_exception(args[0]);
    if (!value_is_str(args[1]))
        return raise_type(vm, "note must be a str, not '%T'", args[1]);
    if (value_is_unset(exc->notes)) {
        List *notes = list_new(vm->heap, 1);
        if (!notes)
            return raise_memory(vm);
        exc->notes = OBJ(notes);
    }
    if (!value_is_list(exc->notes))
        return raise_type(vm, "Cannot add note: __notes__ is not a list");
    return list_append(vm->heap, as_list(exc->notes), args[1]) ? VALUE_NONE : raise_memory(vm);
}

static Value base_reduce(VM *vm, Value *args, int nargs)
{
    return vm_tuple_of(vm, 2, (Value[]){ OBJ(value_obj(args[0])->cls), OBJ(as_exception(args[0])->args) });
}

static Value get_args(VM *vm, Value self)
{
    return OBJ(as_exception(self)->args);
}

static bool set_args(VM *vm, Value self, Value value)
{
    if (value_is_unset(value)) {
        raise_type(vm, "args may not be deleted");
        return false;
    }
    Tuple *tuple = vm_tuple_from(vm, value);
    if (tuple)
        as_exception(self)->args = tuple;
    return tuple != NULL;
}

static Value none_or(Value v)
{
    return value_is_unset(v) ? VALUE_NONE : v;
}

static Value get_cause(VM *vm, Value self)
{
    return none_or(as_exception(self)->cause);
}

static Value get_context(VM *vm, Value self)
{
    return none_or(as_exception(self)->context);
}

static bool check_link(VM *vm, Value value, const char *what)
{
    if (value_is_unset(value))
        raise_type(vm, "__%s__ may not be deleted", what);
    else if (!value_is_none(value) && !value_is_exception(value))
        raise_type(vm, "exception %s must be None or derive from BaseException", what);
    else
        return true;
    return false;
}

static bool set_cause(VM *vm, Value self, Value value)
{
    if (!check_link(vm, value, "cause"))
        return false;
    as_exception(self)->cause = value;
    value_obj(self)->flags |= EXC_SUPPRESS;
    return true;
}

static bool set_context(VM *vm, Value self, Value value)
{
    if (!check_link(vm, value, "context"))
        return false;
    as_exception(self)->context = value;
    return true;
}

static Value get_suppress(VM *vm, Value self)
{
    return value_bool((value_obj(self)->flags & EXC_SUPPRESS) != 0);
}

static bool set_suppress(VM *vm, Value self, Value value)
{
    if (!value_is_bool(value)) {
        raise_type(vm, "attribute value type must be bool");
        return false;
    }
    if (value_is_true(value))
        value_obj(self)->flags |= EXC_SUPPRESS;
    else
        value_obj(self)->flags &= (uint8_t)~EXC_SUPPRESS;
    return true;
}

static Value get_notes(VM *vm, Value self)
{
    Value notes = as_exception(self)->notes;
    return value_is_unset(notes) ? raise_attribute(vm, "'%T' object has no attribute '__notes__'", self)
                                 : notes;
}

static bool set_notes(VM *vm, Value self, Value value)
{
    as_exception(self)->notes = value;
    return true;
}

static const NativeSpec base_methods[] = {
    { "__new__", base_new, "cls, /, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", base_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__str__", base_str, "self, /", 0, 0, 0, NULL },
    { "__repr__", base_repr, "self, /", 0, 0, 0, NULL },
    { "__reduce__", base_reduce, "self, /", 0, 0, 0, NULL },
    { "with_traceback", base_with_traceback, "self, tb, /", 0, 0, 0,
      "with_traceback(tb): set __traceback__ to tb and answer the exception itself" },
    { "add_note", base_add_note, "self, note, /", 0, 0, 0,
      "add_note(text): a line that is shown below the traceback" },
    { 0 },
};
static const GetSetSpec base_getsets[] = {
    { "args", get_args, set_args, "the arguments the exception was made with" },
    { "__cause__", get_cause, set_cause, "the exception of `raise ... from`" },
    { "__context__", get_context, set_context, "the exception that was being handled" },
    { "__suppress_context__", get_suppress, set_suppress, "is __context__ left out of the traceback?" },
    { "__notes__", get_notes, set_notes, "list of notes; there when add_note was called" },
    { 0 },
};

/* --- StopIteration, SystemExit, KeyError ---------------------------------------------------------------------- */

static Value stop_init(VM *vm, Value *args, int nargs)
{
    if (value_is_raised(base_init(vm, args, nargs)))
        return VALUE_RAISED;
    Tuple *arguments = as_tuple(args[1]);
    as_exception(args[0])->extra = tuple_length(arguments) ? arguments->items[0] : VALUE_NONE;
    return VALUE_NONE;
}

static Value exit_init(VM *vm, Value *args, int nargs)
{
    if (value_is_raised(base_init(vm, args, nargs)))
        return VALUE_RAISED;
    Tuple *arguments = as_tuple(args[1]);
    size_t count = tuple_length(arguments);
    as_exception(args[0])->extra = count == 0 ? VALUE_NONE : count == 1 ? arguments->items[0] : args[1];
    return VALUE_NONE;
}

static Value get_extra(VM *vm, Value self)
{
    return none_or(as_exception(self)->extra);
}

static bool set_extra(VM *vm, Value self, Value value)
{
    as_exception(self)->extra = none_or(value);
    return true;
}

static Value key_str(VM *vm, Value *args, int nargs)
{
    Tuple *arguments = as_exception(args[0])->args;
    if (tuple_length(arguments) != 1)
        return base_str(vm, args, nargs);
    Str *text = vm_repr(vm, arguments->items[0]);
    return text ? OBJ(text) : VALUE_RAISED;
}

static const NativeSpec stop_methods[] = {
    { "__init__", stop_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec stop_getsets[] = {
    { "value", get_extra, set_extra, "what the generator returned" },
    { 0 },
};
static const NativeSpec exit_methods[] = {
    { "__init__", exit_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec exit_getsets[] = {
    { "code", get_extra, set_extra, "the exit status, or a text for stderr" },
    { 0 },
};
static const NativeSpec key_methods[] = {
    { "__str__", key_str, "self, /", 0, 0, 0, NULL },
    { 0 },
};

/* --- OSError --------------------------------------------------------------------------------------------------- */

static const struct {
    int number;
    int exc;
} os_classes[] = {
    { EAGAIN, EXC_BlockingIOError },      { EALREADY, EXC_BlockingIOError },
    { EINPROGRESS, EXC_BlockingIOError }, { EWOULDBLOCK, EXC_BlockingIOError },
    { EPIPE, EXC_BrokenPipeError },       { ESHUTDOWN, EXC_BrokenPipeError },
    { ECHILD, EXC_ChildProcessError },    { ECONNABORTED, EXC_ConnectionAbortedError },
    { ECONNREFUSED, EXC_ConnectionRefusedError }, { ECONNRESET, EXC_ConnectionResetError },
    { EEXIST, EXC_FileExistsError },      { ENOENT, EXC_FileNotFoundError },
    { EISDIR, EXC_IsADirectoryError },    { ENOTDIR, EXC_NotADirectoryError },
    { EINTR, EXC_InterruptedError },      { EACCES, EXC_PermissionError },
    { EPERM, EXC_PermissionError },       { ESRCH, EXC_ProcessLookupError },
    { ETIMEDOUT, EXC_TimeoutError },
};

/* Reads errno, strerror, filename, filename2 out of the arguments. */
static bool os_parse(VM *vm, Value self, Tuple *arguments)
{
    Exception *exc = as_exception(self);
    size_t count = tuple_length(arguments);
    exc->args = arguments;
    exc->extra = VALUE_UNSET;
    if (count < 2 || count > 5)
        return true;
    if (!excinfo_set(vm, self, OS_ERRNO, arguments->items[0]) ||
        !excinfo_set(vm, self, OS_STRERROR, arguments->items[1]))
        return false;
    if (count == 2 || value_is_none(arguments->items[2]))
        return true;
    excinfo_set(vm, self, OS_FILENAME, arguments->items[2]);
    if (count == 5)
        excinfo_set(vm, self, OS_FILENAME2, arguments->items[4]);
    Tuple *pair = tuple_from_values(vm->heap, arguments->items, 2);
    if (!pair) {
        raise_memory(vm);
        return false;
    }
    exc->args = pair;
    return true;
}

static Value os_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    Tuple *arguments = as_tuple(args[1]);
    int64_t number;
    if (cls == vm->exc[EXC_OSError] && tuple_length(arguments) >= 2 && tuple_length(arguments) <= 5 &&
        int_is(arguments->items[0]) && int_to_i64(int_unbox(arguments->items[0]), &number))
        for (size_t i = 0; i < sizeof os_classes / sizeof *os_classes; i++)
            if (os_classes[i].number == number) {
                cls = vm->exc[os_classes[i].exc];
                break;
            }
    Exception *exc = exception_new(vm->heap, cls, arguments);
    if (!exc)
        return raise_memory(vm);
    vm_keep(vm, OBJ(exc));
    if (cls->flags & CLASS_SCRIPT && !(cls->flags & CLASS_SCRIPT_NEW) &&
        value_is_kind(class_lookup(vm, cls, NAME(vm, __init__)), KIND_FUNCTION)) {
        exc->args = tuple_empty(vm->heap); /* its __init__ decides what OSError.__init__ gets */
        return OBJ(exc);
    }
    return os_parse(vm, OBJ(exc), arguments) ? OBJ(exc) : VALUE_RAISED;
}

static Value os_init(VM *vm, Value *args, int nargs)
{
    if (!refuse_keywords(vm, args[0], args[2]))
        return VALUE_RAISED;
    return os_parse(vm, args[0], as_tuple(args[1])) ? VALUE_NONE : VALUE_RAISED;
}

static Value os_str(VM *vm, Value *args, int nargs)
{
    Value number = excinfo_get(args[0], OS_ERRNO), text = excinfo_get(args[0], OS_STRERROR);
    Value name = excinfo_get(args[0], OS_FILENAME), other = excinfo_get(args[0], OS_FILENAME2);
    Str *number_text = vm_str(vm, number);
    if (!number_text)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(number_text));
    Str *what = vm_str(vm, text);
    if (!what)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(what));
    Str *line;
    if (!value_is_none(name) && !value_is_none(other))
        line = vm_format(vm, "[Errno %S] %S: %R -> %R", number_text, what, name, other);
    else if (!value_is_none(name))
        line = vm_format(vm, "[Errno %S] %S: %R", number_text, what, name);
    else if (!value_is_none(number) && !value_is_none(text))
        line = vm_format(vm, "[Errno %S] %S", number_text, what);
    else
        return base_str(vm, args, nargs);
    return line ? OBJ(line) : VALUE_RAISED;
}

FIELD(os_errno, OS_ERRNO)
FIELD(os_strerror, OS_STRERROR)
FIELD(os_filename, OS_FILENAME)
FIELD(os_filename2, OS_FILENAME2)

static const NativeSpec os_methods[] = {
    { "__new__", os_new, "cls, /, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__init__", os_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__str__", os_str, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec os_getsets[] = {
    { "errno", get_os_errno, set_os_errno, "the number of the error" },
    { "strerror", get_os_strerror, set_os_strerror, "its text" },
    { "filename", get_os_filename, set_os_filename, "the file it is about" },
    { "filename2", get_os_filename2, set_os_filename2, "the second file, of a rename" },
    { 0 },
};

/* --- SyntaxError ----------------------------------------------------------------------------------------------- */

static Value syntax_init(VM *vm, Value *args, int nargs)
{
    if (value_is_raised(base_init(vm, args, nargs)))
        return VALUE_RAISED;
    Tuple *arguments = as_tuple(args[1]);
    if (tuple_length(arguments) >= 1 && !excinfo_set(vm, args[0], SYN_MSG, arguments->items[0]))
        return VALUE_RAISED;
    if (tuple_length(arguments) != 2)
        return VALUE_NONE;
    Tuple *details = vm_tuple_from(vm, arguments->items[1]);
    if (!details)
        return VALUE_RAISED;
    size_t count = tuple_length(details);
    if (count < 4)
        return raise_type(vm, "function missing required argument (pos %d)", (int)count + 1);
    if (count > 6)
        return raise_type(vm, "function takes at most 6 arguments (%d given)", (int)count);
    for (size_t i = 0; i < count; i++)
        excinfo_set(vm, args[0], SYN_FILENAME + (int)i, details->items[i]);
    if (count == 5)
        return raise_type(vm, "end_offset must be provided when end_lineno is provided");
    return VALUE_NONE;
}

static Value syntax_str(VM *vm, Value *args, int nargs)
{
    Value filename = excinfo_get(args[0], SYN_FILENAME), line = excinfo_get(args[0], SYN_LINENO);
    Str *message = vm_str(vm, excinfo_get(args[0], SYN_MSG));
    if (!message)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(message));
    Str *name = NULL;
    if (value_is_str(filename)) { /* the part after the last slash */
        Str *whole = as_str(filename), *slash = str_from_char(vm->heap, '/');
        ptrdiff_t at = slash ? str_rfind(whole, slash, 0, str_length(whole)) : -1;
        name = at < 0 ? whole : str_slice(vm->heap, whole, (size_t)at + 1, str_length(whole));
    }
    bool has_line = int_is(line);
    Str *text;
    if (name && has_line)
        text = vm_format(vm, "%S (%S, line %R)", message, name, line);
    else if (name)
        text = vm_format(vm, "%S (%S)", message, name);
    else if (has_line)
        text = vm_format(vm, "%S (line %R)", message, line);
    else
        text = message;
    return text ? OBJ(text) : VALUE_RAISED;
}

FIELD(syn_msg, SYN_MSG)
FIELD(syn_filename, SYN_FILENAME)
FIELD(syn_lineno, SYN_LINENO)
FIELD(syn_offset, SYN_OFFSET)
FIELD(syn_text, SYN_TEXT)
FIELD(syn_end_lineno, SYN_END_LINENO)
FIELD(syn_end_offset, SYN_END_OFFSET)
FIELD(syn_print, SYN_PRINT)

static const NativeSpec syntax_methods[] = {
    { "__init__", syntax_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__str__", syntax_str, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec syntax_getsets[] = {
    { "msg", get_syn_msg, set_syn_msg, "what is wrong" },
    { "filename", get_syn_filename, set_syn_filename, "in which file" },
    { "lineno", get_syn_lineno, set_syn_lineno, "in which line" },
    { "offset", get_syn_offset, set_syn_offset, "in which column, from 1" },
    { "text", get_syn_text, set_syn_text, "the line" },
    { "end_lineno", get_syn_end_lineno, set_syn_end_lineno, "the line where it ends" },
    { "end_offset", get_syn_end_offset, set_syn_end_offset, "the column where it ends" },
    { "print_file_and_line", get_syn_print, set_syn_print, NULL },
    { 0 },
};

/* --- UnicodeDecodeError, UnicodeEncodeError --------------------------------------------------------------------- */

/* Checks and keeps the arguments of both; decode: the object is bytes. */
static Value unicode_parse(VM *vm, Value *args, bool decode, bool translate)
{
    if (!refuse_keywords(vm, args[0], args[2]))
        return VALUE_RAISED;
    Tuple *arguments = as_tuple(args[1]);
    int wanted = translate ? 4 : 5, count = (int)tuple_length(arguments);
    as_exception(args[0])->args = arguments;
    if (count != wanted)
        return raise_type(vm, "function takes exactly %d arguments (%d given)", wanted, count);
    for (int i = 0; i < wanted; i++) {
        Value v = arguments->items[i];
        int field = translate ? i + 1 : i;
        bool fits = field == UNI_START || field == UNI_END ? int_is(v)
                    : field == UNI_OBJECT && decode        ? value_is_kind(v, KIND_BYTES) ||
                                                          value_is_kind(v, KIND_BYTEARRAY)
                                                    : value_is_str(v);
        if (!fits) {
            if (field == UNI_START || field == UNI_END)
                return raise_type(vm, "'%T' object cannot be interpreted as an integer", v);
            if (field == UNI_OBJECT && decode)
                return raise_type(vm, "a bytes-like object is required, not '%T'", v);
            return raise_type(vm, "argument %d must be str, not %T", i + 1, v);
        }
        if (field == UNI_OBJECT && value_is_kind(v, KIND_BYTEARRAY)) {
            v = vm_own(vm, bytes_new(vm->heap, AS(ByteArray, v)->data, AS(ByteArray, v)->length));
            if (value_is_raised(v))
                return v;
        }
        if (!excinfo_set(vm, args[0], field, v))
            return VALUE_RAISED;
    }
    return VALUE_NONE;
}

static Value decode_init(VM *vm, Value *args, int nargs)
{
    return unicode_parse(vm, args, true, false);
}

static Value encode_init(VM *vm, Value *args, int nargs)
{
    return unicode_parse(vm, args, false, false);
}

static Value translate_init(VM *vm, Value *args, int nargs)
{
    return unicode_parse(vm, args, false, true);
}

/* "'utf-8' codec can't decode byte 0xff in position 0: invalid start byte" and its kind. */
static Value unicode_text(VM *vm, Value self, const char *verb, bool decode)
{
    Value object = excinfo_get(self, UNI_OBJECT), codec = excinfo_get(self, UNI_ENCODING);
    Str *reason = vm_str(vm, excinfo_get(self, UNI_REASON));
    int64_t start = 0, end = 0;
    if (!reason)
        return VALUE_RAISED;
    if (value_is_none(object)) /* made without arguments */
        return OBJ(str_empty(vm->heap));
    vm_keep(vm, OBJ(reason));
    int64_t length = value_is_str(object) ? (int64_t)str_length(as_str(object))
                                          : (int64_t)as_bytes(object)->length;
    if (!int_to_i64(int_unbox(excinfo_get(self, UNI_START)), &start) || start < 0 || start >= length)
        start = start < 0 ? 0 : length - 1;
    if (!int_to_i64(int_unbox(excinfo_get(self, UNI_END)), &end) || end > length)
        end = length;
    Str *front = value_is_none(codec) ? vm_format(vm, "can't %s", verb)
                                      : vm_format(vm, "'%S' codec can't %s", as_str(codec), verb);
    if (!front)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(front));
    Str *text;
    if (start < 0 || end != start + 1) {
        text = vm_format(vm, "%S %s in position %z-%z: %S", front, decode ? "bytes" : "characters", start,
                         end - 1, reason);
    } else if (decode) {
        char byte[8];
        snprintf(byte, sizeof byte, "0x%02x", as_bytes(object)->data[start]);
        text = vm_format(vm, "%S byte %s in position %z: %S", front, byte, start, reason);
    } else {
        char shown[16];
        uint32_t c = str_at(as_str(object), (size_t)start);
        snprintf(shown, sizeof shown, c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
        text = vm_format(vm, "%S character '%s' in position %z: %S", front, shown, start, reason);
    }
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value decode_str(VM *vm, Value *args, int nargs)
{
    return unicode_text(vm, args[0], "decode", true);
}

static Value encode_str(VM *vm, Value *args, int nargs)
{
    return unicode_text(vm, args[0], "encode", false);
}

static Value translate_str(VM *vm, Value *args, int nargs)
{
    return unicode_text(vm, args[0], "translate", false);
}

/* The parts have types that str() relies on, so they can only be replaced by their like. */
static bool set_uni_checked(VM *vm, Value self, Value value, int field)
{
    Value now = excinfo_get(self, field);
    bool fits = !value_is_unset(value) &&
                (int_is(now) ? int_is(value) : value_is_str(now) ? value_is_str(value)
                                                                  : value_is_kind(value, KIND_BYTES) &&
                                                                        value_is_kind(now, KIND_BYTES));
    if (fits)
        return excinfo_set(vm, self, field, value);
    raise_type(vm, int_is(now) ? "an integer is required" : "attribute must be of the type it has");
    return false;
}

#define UNI_FIELD(name, number)                              \
    static Value get_uni_##name(VM *vm, Value self)          \
    {                                                        \
        return excinfo_get(self, number);                      \
    }                                                        \
    static bool set_uni_##name(VM *vm, Value self, Value value) \
    {                                                        \
        return set_uni_checked(vm, self, value, number);     \
    }
UNI_FIELD(encoding, UNI_ENCODING)
UNI_FIELD(object, UNI_OBJECT)
UNI_FIELD(start, UNI_START)
UNI_FIELD(end, UNI_END)
UNI_FIELD(reason, UNI_REASON)

static const NativeSpec decode_methods[] = {
    { "__init__", decode_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__str__", decode_str, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const NativeSpec encode_methods[] = {
    { "__init__", encode_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__str__", encode_str, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const NativeSpec translate_methods[] = {
    { "__init__", translate_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__str__", translate_str, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec unicode_getsets[] = {
    { "encoding", get_uni_encoding, set_uni_encoding, "the codec" },
    { "object", get_uni_object, set_uni_object, "what was being converted" },
    { "start", get_uni_start, set_uni_start, "where the bad part begins" },
    { "end", get_uni_end, set_uni_end, "where it ends" },
    { "reason", get_uni_reason, set_uni_reason, "why" },
    { 0 },
};

/* --- ImportError, NameError, AttributeError ----------------------------------------------------------------------- */

/* Takes keyword `name` out of kwargs into a field. */
static bool take_keyword(VM *vm, Value self, Dict *kwargs, const char *name, int field)
{
    Str *key = str_intern_cstr(vm->heap, name);
    Value value = dict_get_name(kwargs, key);
    if (value_is_unset(value))
        return true;
    dict_del_name(vm->heap, kwargs, key);
    return excinfo_set(vm, self, field, value);
}

static bool refuse_rest(VM *vm, Value kwargs, const char *who)
{
    DictEntry *entry = dict_next(as_dict(kwargs), NULL);
    if (!entry)
        return true;
    bool import = strcmp(who, "ImportError") == 0, attribute = strcmp(who, "AttributeError") == 0;
    const char *const known[] = { "name", import ? "path" : attribute ? "obj" : "name", import ? "name_from" : "name" };
    Suggestion near;
    suggest_begin(&near, as_str(entry->key));
    for (int i = 0; i < 3; i++)
        suggest_offer(&near, str_intern_cstr(vm->heap, known[i]));
    if (near.best)
        raise_type(vm, "%s() got an unexpected keyword argument '%S'. Did you mean '%S'?", who, as_str(entry->key), near.best);
    else
        raise_type(vm, "%s() got an unexpected keyword argument '%S'", who, as_str(entry->key));
    return false;
}

static Value import_init(VM *vm, Value *args, int nargs)
{
    Dict *kwargs = as_dict(args[2]);
    Tuple *arguments = as_tuple(args[1]);
    as_exception(args[0])->args = arguments;
    as_exception(args[0])->extra = VALUE_UNSET;
    if (!take_keyword(vm, args[0], kwargs, "name", IMP_NAME) ||
        !take_keyword(vm, args[0], kwargs, "path", IMP_PATH) ||
        !take_keyword(vm, args[0], kwargs, "name_from", IMP_NAME_FROM) ||
        !refuse_rest(vm, args[2], "ImportError"))
        return VALUE_RAISED;
    if (tuple_length(arguments) == 1 && !excinfo_set(vm, args[0], IMP_MSG, arguments->items[0]))
        return VALUE_RAISED;
    return VALUE_NONE;
}

static Value import_str(VM *vm, Value *args, int nargs)
{
    Value message = excinfo_get(args[0], IMP_MSG);
    return value_is_exactly(message, KIND_STR) ? message : base_str(vm, args, nargs);
}

static Value name_init(VM *vm, Value *args, int nargs)
{
    as_exception(args[0])->args = as_tuple(args[1]);
    return take_keyword(vm, args[0], as_dict(args[2]), "name", LOOKUP_NAME) &&
                   refuse_rest(vm, args[2], "NameError")
               ? VALUE_NONE
               : VALUE_RAISED;
}

static Value attribute_init(VM *vm, Value *args, int nargs)
{
    as_exception(args[0])->args = as_tuple(args[1]);
    return take_keyword(vm, args[0], as_dict(args[2]), "name", LOOKUP_NAME) &&
                   take_keyword(vm, args[0], as_dict(args[2]), "obj", LOOKUP_OBJ) &&
                   refuse_rest(vm, args[2], "AttributeError")
               ? VALUE_NONE
               : VALUE_RAISED;
}

FIELD(imp_msg, IMP_MSG)
FIELD(imp_name, IMP_NAME)
FIELD(imp_path, IMP_PATH)
FIELD(imp_name_from, IMP_NAME_FROM)
FIELD(name_name, LOOKUP_NAME)
FIELD(name_obj, LOOKUP_OBJ)

static const NativeSpec import_methods[] = {
    { "__init__", import_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { "__str__", import_str, "self, /", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec import_getsets[] = {
    { "msg", get_imp_msg, set_imp_msg, "the message" },
    { "name", get_imp_name, set_imp_name, "the module that was wanted" },
    { "path", get_imp_path, set_imp_path, "the file it came from" },
    { "name_from", get_imp_name_from, set_imp_name_from, "the name that was wanted from the module" },
    { 0 },
};
static const NativeSpec name_methods[] = {
    { "__init__", name_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec name_getsets[] = {
    { "name", get_name_name, set_name_name, "the name that was looked up" },
    { 0 },
};
static const NativeSpec attribute_methods[] = {
    { "__init__", attribute_init, "self, /, *args, **kwargs", 0, 0, 0, NULL },
    { 0 },
};
static const GetSetSpec attribute_getsets[] = {
    { "name", get_name_name, set_name_name, "the name that was looked up" },
    { "obj", get_name_obj, set_name_obj, "the object that has no such attribute" },
    { 0 },
};

/* --- groups ------------------------------------------------------------------------------------------------------- */

static Value group_new(VM *vm, Value *args, int nargs)
{
    Class *cls = as_class(args[0]);
    Tuple *arguments = as_tuple(args[1]);
    if (tuple_length(arguments) != 2)
        return raise_type(vm, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)",
                          (int)tuple_length(arguments));
    Value message = arguments->items[0], given = arguments->items[1];
    if (!value_is_str(message))
        return raise_type(vm, "BaseExceptionGroup.__new__() argument 1 must be str, not %T", message);
    if (!value_is_list(given) && !value_is_tuple(given) &&
        (value_is_set(given) || value_is_dict(given) ||
         value_is_unset(class_lookup(vm, class_of(vm, given), NAME(vm, __getitem__)))))
        return raise_type(vm, "second argument (exceptions) must be a sequence");
    Tuple *exceptions = vm_tuple_from(vm, given);
    if (!exceptions)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(exceptions));
    if (tuple_length(exceptions) == 0)
        return raise_value(vm, "second argument (exceptions) must be a non-empty sequence");
    bool plain = true; /* all of them are Exceptions */
    for (size_t i = 0; i < tuple_length(exceptions); i++) {
        Value exc = exceptions->items[i];
        if (!value_is_exception(exc))
            return raise_value(vm, "Item %z of second argument (exceptions) is not an exception", (int64_t)i);
        plain = plain && value_is_a(vm, exc, vm->exc[EXC_Exception]);
    }
    if (cls == vm->exc[EXC_BaseExceptionGroup] && plain)
        cls = vm->exc[EXC_ExceptionGroup];
    if (!plain && cls == vm->exc[EXC_ExceptionGroup])
        return raise_type(vm, "Cannot nest BaseExceptions in an ExceptionGroup");
    if (!plain && class_derives(cls, vm->exc[EXC_Exception]))
        return raise_type(vm, "Cannot nest BaseExceptions in '%C'", cls);
    Exception *exc = exception_new(vm->heap, cls, arguments);
    if (!exc)
        return raise_memory(vm);
    exc->extra = OBJ(exceptions);
    return OBJ(exc);
}

static Value group_message(VM *vm, Value self)
{
    Tuple *arguments = as_exception(self)->args;
    return tuple_length(arguments) ? arguments->items[0] : VALUE_NONE;
}

static Value group_str(VM *vm, Value *args, int nargs)
{
    Value exceptions = as_exception(args[0])->extra;
    size_t count = value_is_tuple(exceptions) ? tuple_length(as_tuple(exceptions)) : 0;
    Str *message = vm_str(vm, group_message(vm, args[0]));
    if (!message)
        return VALUE_RAISED;
    Str *text = vm_format(vm, "%S (%z sub-exception%s)", message, (int64_t)count, count == 1 ? "" : "s");
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value group_derive(VM *vm, Value *args, int nargs)
{
    Value arguments[2] = { group_message(vm, args[0]), args[1] };
    return vm_call(vm, OBJ(vm->exc[EXC_BaseExceptionGroup]), 2, arguments);
}

static bool is_exception_class(VM *vm, Value v)
{
    return value_is_class(v) && class_derives(as_class(v), vm->exc[EXC_BaseException]);
}

/* What split and subgroup were given: classes or a callable. */
static bool group_condition(VM *vm, Value condition, SplitBy *how)
{
    *how = SPLIT_BY_TYPE;
    if (is_exception_class(vm, condition))
        return true;
    if (value_is_tuple(condition)) {
        bool all = true;
        for (size_t i = 0; i < tuple_length(as_tuple(condition)); i++)
            all = all && is_exception_class(vm, as_tuple(condition)->items[i]);
        if (all)
            return true;
    } else if (!value_is_class(condition) && vm_callable(vm, condition)) {
        *how = SPLIT_BY_CALL;
        return true;
    }
    raise_type(vm, "expected an exception type, a tuple of exception types, or a callable "
                   "(other than a class)");
    return false;
}

static Value group_split(VM *vm, Value *args, int nargs)
{
    SplitBy how;
    Value parts[2] = { VALUE_NONE, VALUE_NONE };
    if (!group_condition(vm, args[1], &how) ||
        !excgroup_split(vm, args[0], how, args[1], &parts[0], &parts[1]))
        return VALUE_RAISED;
    return vm_tuple_of(vm, 2, parts);
}

static Value group_subgroup(VM *vm, Value *args, int nargs)
{
    SplitBy how;
    Value match = VALUE_NONE;
    if (!group_condition(vm, args[1], &how) ||
        !excgroup_split(vm, args[0], how, args[1], &match, NULL))
        return VALUE_RAISED;
    return match;
}

/* group[X]: as for other generic classes, the class itself is good enough */
static Value group_class_getitem(VM *vm, Value *args, int nargs)
{
    return alias_new(vm, args[0], args[1]);
}

static const NativeSpec group_methods[] = {
    { "__new__", group_new, "cls, /, *args, **kwargs", 0, 0, NATIVE_NEW, NULL },
    { "__str__", group_str, "self, /", 0, 0, 0, NULL },
    { "derive", group_derive, "self, excs, /", 0, 0, 0,
      "derive(excs): a group with this one's message and other exceptions" },
    { "split", group_split, "self, condition, /", 0, 0, 0,
      "split(type or function): a pair of groups, what matches and what does not; None for an empty one" },
    { "subgroup", group_subgroup, "self, condition, /", 0, 0, 0,
      "subgroup(type or function): the part that matches, or None" },
    { "__class_getitem__", group_class_getitem, "cls, item, /", 0, 0, NATIVE_CLASS, NULL },
    { 0 },
};
static const GetSetSpec group_getsets[] = {
    { "message", group_message, NULL, "the text given" },
    { "exceptions", get_extra, NULL, "tuple of the exceptions" },
    { 0 },
};

/* --- rows to classes ----------------------------------------------------------------------------------------------- */

bool exception_types_setup(VM *vm)
{
    static const struct {
        int exc;
        const NativeSpec *methods;
        const GetSetSpec *getsets;
    } table[] = {
        { EXC_BaseException, base_methods, base_getsets },
        { EXC_StopIteration, stop_methods, stop_getsets },
        { EXC_SystemExit, exit_methods, exit_getsets },
        { EXC_KeyError, key_methods, NULL },
        { EXC_OSError, os_methods, os_getsets },
        { EXC_SyntaxError, syntax_methods, syntax_getsets },
        { EXC_UnicodeDecodeError, decode_methods, unicode_getsets },
        { EXC_UnicodeEncodeError, encode_methods, unicode_getsets },
        { EXC_UnicodeTranslateError, translate_methods, unicode_getsets },
        { EXC_ImportError, import_methods, import_getsets },
        { EXC_NameError, name_methods, name_getsets },
        { EXC_AttributeError, attribute_methods, attribute_getsets },
        { EXC_BaseExceptionGroup, group_methods, group_getsets },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        Class *cls = vm->exc[table[i].exc];
        if (!class_add_natives(vm, cls, table[i].methods) ||
            !class_add_getsets(vm, cls, table[i].getsets))
            return false;
        if (table[i].getsets)
            cls->flags |= CLASS_EXTRA;
    }
    return true;
}
