/* traceback_module.c - module _traceback: the native half of traceback and linecache. */
#include "runtime/modules/helpers.h"
#include "runtime/traceback.h"

extern const ModuleSpec _traceback_module;

/* None or a number; the answer: was it a number? */
static bool optional_int(VM *vm, Value v, int64_t *out, bool *given)
{
    *given = !is_unset_or_none(v);
    return !*given || arg_int(vm, v, out);
}

static Value traceback_pieces_of(VM *vm, Value *args, int nargs)
{
    if (!value_is_exception(args[0]))
        return raise_type(vm, "Exception expected for value, %T found", args[0]);
    TracebackOptions options = { .tb = args[1] };
    if (!value_is_none(args[1]) && !traceback_is_object(vm, args[1]))
        return raise_type(vm, "a traceback or None was expected, not %T", args[1]);
    if (!optional_int(vm, args[2], &options.limit, &options.has_limit))
        return VALUE_RAISED;
    int chain = vm_truth(vm, args[3]);
    if (chain < 0)
        return VALUE_RAISED;
    options.chain = chain;
    List *pieces = traceback_pieces(vm, args[0], &options);
    return pieces ? OBJ(pieces) : VALUE_RAISED;
}

static Value traceback_exception_only(VM *vm, Value *args, int nargs)
{
    if (!value_is_exception(args[0]))
        return raise_type(vm, "Exception expected for value, %T found", args[0]);
    int show = vm_truth(vm, args[1]);
    if (show < 0)
        return VALUE_RAISED;
    TracebackOptions options = { .only_last = true, .show_group = show };
    List *pieces = traceback_pieces(vm, args[0], &options);
    return pieces ? OBJ(pieces) : VALUE_RAISED;
}

static Value column(uint32_t col)
{
    return col == TRACEBACK_NO_COL ? VALUE_NONE : value_small(col);
}

static Value traceback_positions(VM *vm, Value *args, int nargs)
{
    List *list = list_new(vm->heap, 4);
    if (!list)
        return raise_memory(vm);
    if (!value_is_none(args[0]) && !traceback_is_object(vm, args[0]))
        return raise_type(vm, "a traceback or None was expected, not %T", args[0]);
    Str *frame_name = name_of(vm, "tb_frame");
    for (Value tb = args[0]; value_is_obj(tb); tb = traceback_object_next(tb)) {
        TracebackRow row = traceback_object_row(tb);
        Value fields[7] = { vm_getattr(vm, tb, frame_name), OBJ(row.filename), value_small(row.line),
                            value_small(row.end_line), column(row.col), column(row.end_col), OBJ(row.name) };
        Value tuple = value_is_raised(fields[0]) ? VALUE_RAISED : vm_tuple_of(vm, 7, fields);
        if (value_is_raised(tuple))
            return tuple;
        if (!list_append(vm->heap, list, tuple))
            return raise_memory(vm);
    }
    return OBJ(list);
}

static bool line_number(VM *vm, Value v, uint32_t *out)
{
    int64_t n;
    if (!arg_int(vm, v, &n))
        return false;
    *out = n < 0 ? 0 : n > INT32_MAX ? INT32_MAX : (uint32_t)n;
    return true;
}

static Value traceback_source_lines(VM *vm, Value *args, int nargs)
{
    uint32_t first, last;
    if (!value_is_str(args[0]))
        return VALUE_NONE;
    if (!line_number(vm, args[1], &first) || !line_number(vm, args[2], &last))
        return VALUE_RAISED;
    if (first == 0 && last == 0) { /* all of it */
        first = 1;
        last = INT32_MAX;
    }
    Str *text = traceback_source(vm, as_str(args[0]), first, last);
    return text ? OBJ(text) : VALUE_NONE;
}

static Value traceback_format_frame(VM *vm, Value *args, int nargs)
{
    TracebackRow row = { .col = TRACEBACK_NO_COL, .end_col = TRACEBACK_NO_COL };
    Str *filename = vm_str(vm, args[0]);
    if (!filename)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(filename));
    Str *name = vm_str(vm, args[5]);
    if (!name)
        return VALUE_RAISED;
    vm_keep(vm, OBJ(name));
    row.filename = row.source_name = filename;
    row.name = name;
    if (is_unset_or_none(args[1])) { /* a frame without a line */
        Str *text = vm_format(vm, "  File \"%S\", line None, in %S\n", filename, name);
        return text ? OBJ(text) : VALUE_RAISED;
    }
    if (!line_number(vm, args[1], &row.line))
        return VALUE_RAISED;
    row.end_line = row.line;
    if ((!is_unset_or_none(args[2]) && !line_number(vm, args[2], &row.end_line)) ||
        (!is_unset_or_none(args[3]) && !line_number(vm, args[3], &row.col)) ||
        (!is_unset_or_none(args[4]) && !line_number(vm, args[4], &row.end_col)))
        return VALUE_RAISED;
    StrBuilder b;
    builder_init(&b, vm->heap);
    traceback_frame_text_of(vm, &b, &row, value_is_str(args[6]) ? as_str(args[6]) : NULL);
    return vm_own(vm, builder_finish(&b));
}

static Value traceback_is_hidden(VM *vm, Value *args, int nargs)
{
    return value_bool(value_is_kind(args[0], KIND_CODE) && (AS(Code, args[0])->flags & CODE_HIDDEN));
}

static const NativeSpec functions[] = {
    { "pieces", traceback_pieces_of, "exc, tb, limit, chain, /", 0, 0, 0, "The text of an exception as a list." },
    { "exception_only", traceback_exception_only, "exc, show_group, /", 0, 0, 0, "The last lines of it." },
    { "positions", traceback_positions, "tb, /", 0, 0, 0,
      "List of (frame, filename, line, end line, column, end column, name), outermost first." },
    { "source_lines", traceback_source_lines, "filename, first, last, /", 0, 0, 0,
      "These lines of a source, all for 0, 0; None: it is not known." },
    { "format_frame", traceback_format_frame, "filename, line, end_line, col, end_col, name, text, /", 0, 0, 0,
      "One entry of a traceback." },
    { "is_hidden", traceback_is_hidden, "code, /", 0, 0, 0, "Is it code of the library?" },
    { 0 },
};

const ModuleSpec _traceback_module = { "_traceback", "The native half of traceback.", functions, NULL, NULL };
