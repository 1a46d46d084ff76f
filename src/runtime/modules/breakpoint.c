/* breakpoint.c - breakpoint() and sys.breakpointhook(): whoever wants another prompt puts a function of his own there,
 * or names one in PYTHONBREAKPOINT (0: none); else the stepper opens. */
#include "runtime/modules/breakpoint.h"

#include "base/platform.h"
#include "runtime/import.h"
#include "runtime/modules/helpers.h"

#include <stdio.h>
#include <string.h>

/* Did the running instruction of the script call breakpoint() itself, not something written in C? */
static bool is_called_directly(const VM *vm)
{
    const Frame *frame = vm->frame;
    if (!frame || frame->pc <= frame->func->code->instrs || frame->pc[-1].op != OP_CALL)
        return false;
    Value callee = frame->r[frame->pc[-1].b];
    return value_is_kind(callee, KIND_NATIVE) && AS(Native, callee)->fn == builtin_breakpoint;
}

/* Where somebody has just begun to look, the interpreter is asked to look at its frame again: from the next
 * instruction on it goes on observed. */
static Value open_prompt(VM *vm)
{
    if (!vm->breakpoint_hook)
        return raise_runtime(vm, "breakpoint() needs a program that is run or traced");
    bool watched = OBSERVED(vm);
    if (!vm->breakpoint_hook(vm))
        return raise_memory(vm);
    if (watched || !OBSERVED(vm) || !is_called_directly(vm))
        return VALUE_NONE;
    vm->frame->r[vm->frame->pc[-1].a] = VALUE_NONE;
    return VALUE_PUSHED;
}

/* The function that the text `a.b.c` names, c alone among the builtins; UNSET: there is none. */
static Value find_named(VM *vm, const char *text)
{
    char module[256];
    const char *dot = strrchr(text, '.'), *name = dot ? dot + 1 : text;
    size_t length = dot ? (size_t)(dot - text) : 0;
    if ((dot && length == 0) || !*name || length >= sizeof module)
        return VALUE_UNSET;
    memcpy(module, text, length);
    module[length] = 0;
    Value from = dot ? import_by_name(vm, module) : OBJ(vm->builtins);
    Value found = value_is_raised(from) ? from : vm_getattr(vm, from, name_of(vm, name));
    if (!value_is_raised(found))
        return found;
    if (vm_exception_is(vm, vm->exc[EXC_ImportError]) || vm_exception_is(vm, vm->exc[EXC_AttributeError])) {
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
    return VALUE_RAISED;
}

Value breakpoint_hook_default(VM *vm, Value *args, int nargs)
{
    const char *wanted = platform_getenv("PYTHONBREAKPOINT");
    if (!wanted || !*wanted || strcmp(wanted, "pdb.set_trace") == 0)
        return open_prompt(vm);
    if (strcmp(wanted, "0") == 0)
        return VALUE_NONE;
    char text[300];
    snprintf(text, sizeof text, "%s", wanted); /* the function may change the environment */
    Value hook = find_named(vm, text);
    if (value_is_raised(hook))
        return hook;
    if (value_is_unset(hook))
        return vm_warn(vm, vm->exc[EXC_RuntimeWarning], "Ignoring unimportable $PYTHONBREAKPOINT: \"%s\"", text)
                   ? VALUE_NONE : VALUE_RAISED;
    Tuple *given = as_tuple(args[0]);
    vm_keep(vm, hook);
    return vm_call_kw(vm, hook, (int)tuple_length(given), given->items, value_is_dict(args[1]) ? as_dict(args[1]) : NULL);
}

Value builtin_breakpoint(VM *vm, Value *args, int nargs)
{
    Value sys = dict_get_name(vm->modules, name_of(vm, "sys"));
    Value hook = value_is_kind(sys, KIND_MODULE) ? dict_get_name(as_module(sys)->dict, name_of(vm, "breakpointhook")) : VALUE_UNSET;
    if (!value_is_kind(sys, KIND_MODULE)) /* nobody has imported it: nobody has changed it */
        return breakpoint_hook_default(vm, args, nargs);
    if (value_is_unset(hook))
        return raise_runtime(vm, "lost sys.breakpointhook");
    if (value_is_kind(hook, KIND_NATIVE) && AS(Native, hook)->fn == breakpoint_hook_default)
        return breakpoint_hook_default(vm, args, nargs);
    Tuple *given = as_tuple(args[0]);
    vm_keep(vm, hook);
    return vm_call_kw(vm, hook, (int)tuple_length(given), given->items, value_is_dict(args[1]) ? as_dict(args[1]) : NULL);
}
