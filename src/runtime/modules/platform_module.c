/* platform_module.c - module platform: what machine this is. */
#include "base/platform.h"
#include "runtime/modules/helpers.h"
#include "runtime/world.h"

extern const ModuleSpec platform_module;

static Value text(VM *vm, const char *s)
{
    return vm_str_cstr(vm, s);
}

#define NAMED(function, member)                                     \
    static Value function(VM *vm, Value *args, int nargs)           \
    {                                                               \
        PlatformNames names;                                        \
        int result = platform_names(&names);                        \
        return text(vm, result < 0 ? "" : names.member);            \
    }
NAMED(module_system, system)
WORLD(module_system, "platform.system")
NAMED(module_node, node)
WORLD(module_node, "platform.node")
NAMED(module_release, release)
WORLD(module_release, "platform.release")
NAMED(module_version, version)
WORLD(module_version, "platform.version")
NAMED(module_machine, machine)
WORLD(module_machine, "platform.machine")

static Value module_processor(VM *vm, Value *args, int nargs)
{
    return text(vm, "");
}

static Value module_python_version(VM *vm, Value *args, int nargs)
{
    return text(vm, "3.13.0");
}

static Value module_python_version_tuple(VM *vm, Value *args, int nargs)
{
    Value three[3] = { text(vm, "3"), text(vm, "13"), text(vm, "0") };
    return vm_tuple_of(vm, 3, three);
}

static Value module_python_implementation(VM *vm, Value *args, int nargs)
{
    return text(vm, "miniasync");
}

static Value module_python_compiler(VM *vm, Value *args, int nargs)
{
#ifdef __clang__
    return text(vm, "Clang " __clang_version__);
#else
    return text(vm, "GCC " __VERSION__);
#endif
}

static Value module_platform(VM *vm, Value *args, int nargs)
{
    PlatformNames names;
    if (platform_names(&names) < 0)
        return text(vm, "");
    Str *made = vm_format(vm, "%s-%s-%s", names.system, names.release, names.machine);
    return made ? OBJ(made) : VALUE_RAISED;
}

WORLD(module_platform, "platform.platform")

static Value uname_names(VM *vm, Value *args, int nargs)
{
    PlatformNames names;
    int result = platform_names(&names);
    if (result < 0)
        return raise_os(vm, -result, VALUE_UNSET);
    Value five[5] = { text(vm, names.system), text(vm, names.node), text(vm, names.release), text(vm, names.version),
                      text(vm, names.machine) };
    return vm_raised(vm) ? VALUE_RAISED : vm_tuple_of(vm, 5, five);
}
WORLD(uname_names, "platform.uname")

static Value module_uname(VM *vm, Value *args, int nargs)
{
    Value five = uname_names_told(vm, args, nargs);
    if (value_is_raised(five) || !value_is_tuple(five) || tuple_length(as_tuple(five)) != 5)
        return five;
    vm_keep(vm, five);
    Class *cls = record_class(vm, "platform", "uname_result", "system node release version machine", 5);
    return cls ? record_make(vm, cls, 5, as_tuple(five)->items) : VALUE_RAISED;
}

static const NativeSpec functions[] = {
    { "system", module_system_told, "", 0, 0, 0, "'Linux', 'Darwin', ..." },
    { "node", module_node_told, "", 0, 0, 0, "The machine's name." },
    { "release", module_release_told, "", 0, 0, 0, "The system's release." },
    { "version", module_version_told, "", 0, 0, 0, "The system's version." },
    { "machine", module_machine_told, "", 0, 0, 0, "'x86_64', 'aarch64', ..." },
    { "processor", module_processor, "", 0, 0, 0, "Not known: ''." },
    { "platform", module_platform_told, "aliased=False, terse=False", 0, 0, 0, "System, release and machine in one." },
    { "uname", module_uname, "", 0, 0, 0, "All of it." },
    { "python_version", module_python_version, "", 0, 0, 0, "The version of the language." },
    { "python_version_tuple", module_python_version_tuple, "", 0, 0, 0, "The same as three texts." },
    { "python_implementation", module_python_implementation, "", 0, 0, 0, "'miniasync'" },
    { "python_compiler", module_python_compiler, "", 0, 0, 0, "What compiled the interpreter." },
    { 0 },
};

const ModuleSpec platform_module = { "platform", "The machine and its system.", functions, NULL, NULL };
