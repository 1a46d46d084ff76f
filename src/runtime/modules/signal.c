/* signal.c - module _signal; lib/signal.ma gives its numbers names. Handlers run as ordinary calls at a safe point (runtime.c), never inside the
 * system's handler. */
#include "base/platform.h"
#include "runtime/modules/helpers.h"

#include <errno.h>
#include <signal.h>

extern const ModuleSpec _signal_module;

enum { SIGNAL_COUNT = 65 };

/* Script handlers by number; runtime.c looks here when a signal has arrived. */
static Dict *handlers_of(VM *vm)
{
    Value *kept = &KEEP(vm, SIGNAL_HANDLERS);
    if (value_is_unset(*kept)) {
        Dict *dict = dict_new(vm->heap, 0);
        if (!dict) {
            raise_memory(vm);
            return NULL;
        }
        *kept = OBJ(dict);
    }
    return as_dict(*kept);
}

static bool signal_number(VM *vm, Value v, int64_t *number)
{
    if (!arg_int(vm, v, number))
        return false;
    if (*number < 1 || *number >= SIGNAL_COUNT) {
        raise_value(vm, "signal number out of range");
        return false;
    }
    return true;
}

static Value signal_default_int_handler(VM *vm, Value *args, int nargs)
{
    return raise_exception(vm, OBJ(vm->exc[EXC_KeyboardInterrupt]));
}

/* What is set for a signal, as getsignal says it: SIG_DFL 0, SIG_IGN 1, or a function. */
static Value current(VM *vm, int64_t number)
{
    Dict *handlers = handlers_of(vm);
    Value handler = handlers ? vm_dict_get(vm, handlers, value_small(number)) : VALUE_RAISED;
    if (!value_is_unset(handler))
        return handler;
    if (number == SIGINT)
        return module_attribute(vm, "_signal", "default_int_handler");
    return value_small(number == SIGPIPE ? 1 : 0);
}

static Value signal_getsignal(VM *vm, Value *args, int nargs)
{
    int64_t number;
    return signal_number(vm, args[0], &number) ? current(vm, number) : VALUE_RAISED;
}

static Value signal_signal(VM *vm, Value *args, int nargs)
{
    int64_t number;
    if (!signal_number(vm, args[0], &number))
        return VALUE_RAISED;
    int how = PLATFORM_SIGNAL_CATCH;
    Value handler = args[1];
    if (value_is_int(handler) && (value_int(handler) == 0 || value_int(handler) == 1))
        how = value_int(handler) == 0 ? PLATFORM_SIGNAL_DEFAULT : PLATFORM_SIGNAL_IGNORE;
    else if (!vm_callable(vm, handler))
        return raise_type(vm, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    Value before = current(vm, number);
    if (value_is_raised(before))
        return before;
    vm_keep(vm, before);
    int result = platform_signal_set((int)number, how);
    if (result < 0)
        return raise_os(vm, -result, VALUE_UNSET);
    Value old;
    if (number == SIGINT && value_is_exactly(handler, KIND_NATIVE) &&
        AS(Native, handler)->fn == signal_default_int_handler) /* as if nothing had ever been set */
        return vm_dict_del(vm, handlers_of(vm), value_small(number), &old) < 0 ? VALUE_RAISED : before;
    return vm_dict_set(vm, handlers_of(vm), value_small(number), handler) ? before : VALUE_RAISED;
}

static Value signal_raise_signal(VM *vm, Value *args, int nargs)
{
    int64_t number;
    if (!signal_number(vm, args[0], &number))
        return VALUE_RAISED;
    int result = platform_kill(platform_pid(), (int)number);
    if (result < 0)
        return raise_os(vm, -result, VALUE_UNSET);
    return vm_safe_point(vm) ? VALUE_NONE : VALUE_RAISED;
}

static Value signal_strsignal(VM *vm, Value *args, int nargs)
{
    int64_t number;
    if (!signal_number(vm, args[0], &number))
        return VALUE_RAISED;
    const char *name = strsignal((int)number);
    return name ? vm_str_cstr(vm, name) : VALUE_NONE;
}

static Value signal_set_wakeup_fd(VM *vm, Value *args, int nargs)
{
    int64_t fd;
    if (!arg_int(vm, args[0], &fd))
        return VALUE_RAISED;
    int before = platform_wakeup_fd();
    platform_set_wakeup_fd((int)fd);
    return make_int(vm, before);
}

static bool setup(VM *vm, Module *module)
{
    for (int number = 1; number < 32; number++) {
        const char *name = platform_signal_name(number);
        if (name && !module_add(vm, module, name, value_small(number)))
            return false;
    }
    return module_add(vm, module, "SIG_DFL", value_small(0)) && module_add(vm, module, "SIG_IGN", value_small(1)) &&
           module_add(vm, module, "NSIG", value_small(SIGNAL_COUNT));
}

static const NativeSpec functions[] = {
    { "signal", signal_signal, "signalnum, handler, /", 0, 0, 0, "Sets what a signal does; what it did before." },
    { "getsignal", signal_getsignal, "signalnum, /", 0, 0, 0, "What a signal does." },
    { "raise_signal", signal_raise_signal, "signalnum, /", 0, 0, 0, "Sends a signal to this process." },
    { "default_int_handler", signal_default_int_handler, "signalnum, frame, /", 0, 0, 0, "Raises KeyboardInterrupt." },
    { "strsignal", signal_strsignal, "signalnum, /", 0, 0, 0, "The system's text for a signal." },
    { "set_wakeup_fd", signal_set_wakeup_fd, "fd, /, *, warn_on_full_buffer=True", 0, 0, 0,
      "A descriptor that gets a byte for each signal." },
    { 0 },
};

const ModuleSpec _signal_module = { "_signal", "The native half of signal.", functions, NULL, setup };
