/* traceback_module.c - module _traceback: the text of an exception, as it is printed when nobody catches it. */
#include "runtime/modules/helpers.h"

extern const ModuleSpec _traceback_module;

static Value traceback_format_exception(VM *vm, Value *args, int nargs)
{
    if (!value_is_exception(args[0]))
        return raise_type(vm, "Exception expected for value, %T found", args[0]);
    Str *text = traceback_format(vm, args[0]);
    return text ? OBJ(text) : VALUE_RAISED;
}

static Value traceback_print_exception(VM *vm, Value *args, int nargs)
{
    if (!value_is_exception(args[0]))
        return raise_type(vm, "Exception expected for value, %T found", args[0]);
    traceback_print(vm, args[0]);
    return VALUE_NONE;
}

static const NativeSpec functions[] = {
    { "format_exception", traceback_format_exception, "exc, /", 0, 0, 0, "The whole text of an exception." },
    { "print_exception", traceback_print_exception, "exc, /", 0, 0, 0, "Prints that to stderr." },
    { 0 },
};

const ModuleSpec _traceback_module = { "_traceback", "The native half of traceback.", functions, NULL, NULL };
