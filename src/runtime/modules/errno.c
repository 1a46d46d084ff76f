/* errno.c - module errno: the system's error numbers by name. */
#include "runtime/modules/helpers.h"

#include <errno.h>

extern const ModuleSpec errno_module;

static const struct {
    const char *name;
    int number;
} numbers[] = {
#define E(name) { #name, name }
    E(EPERM), E(ENOENT), E(ESRCH), E(EINTR), E(EIO), E(ENXIO), E(E2BIG), E(ENOEXEC), E(EBADF), E(ECHILD), E(EAGAIN),
    E(ENOMEM), E(EACCES), E(EFAULT), E(EBUSY), E(EEXIST), E(EXDEV), E(ENODEV), E(ENOTDIR), E(EISDIR), E(EINVAL),
    E(ENFILE), E(EMFILE), E(ENOTTY), E(ETXTBSY), E(EFBIG), E(ENOSPC), E(ESPIPE), E(EROFS), E(EMLINK), E(EPIPE),
    E(EDOM), E(ERANGE), E(EDEADLK), E(ENAMETOOLONG), E(ENOLCK), E(ENOSYS), E(ENOTEMPTY), E(ELOOP), E(EPROTO),
    E(EBADMSG), E(EOVERFLOW), E(EILSEQ), E(ENOTSOCK), E(EDESTADDRREQ), E(EMSGSIZE), E(EPROTOTYPE), E(ENOPROTOOPT),
    E(EPROTONOSUPPORT), E(ENOTSUP), E(EOPNOTSUPP), E(EAFNOSUPPORT), E(EADDRINUSE), E(EADDRNOTAVAIL), E(ENETDOWN),
    E(ENETUNREACH), E(ENETRESET), E(ECONNABORTED), E(ECONNRESET), E(ENOBUFS), E(EISCONN), E(ENOTCONN), E(ETIMEDOUT),
    E(ECONNREFUSED), E(EHOSTUNREACH), E(EALREADY), E(EINPROGRESS), E(ESTALE), E(EDQUOT), E(ECANCELED),
#undef E
    { "EWOULDBLOCK", EWOULDBLOCK },
};

static bool setup(VM *vm, Module *module)
{
    Dict *names = dict_new(vm->heap, COUNT_OF(numbers));
    if (!names) {
        raise_memory(vm);
        return false;
    }
    vm_keep(vm, OBJ(names));
    for (int i = COUNT_OF(numbers); i-- > 0;) {
        Value name = vm_str_cstr(vm, numbers[i].name);
        if (value_is_raised(name) || !vm_dict_set(vm, names, value_small(numbers[i].number), name) ||
            !module_add(vm, module, numbers[i].name, value_small(numbers[i].number)))
            return false;
    }
    return module_add(vm, module, "errorcode", OBJ(names));
}

const ModuleSpec errno_module = { "errno", "Error numbers of the system.", NULL, NULL, setup };
