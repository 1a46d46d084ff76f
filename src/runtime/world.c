/* world.c - answers from outside, told and given again. */
#include "runtime/world.h"

#include "base/platform.h"
#include "vm/excinfo.h"

Value world_raise(VM *vm, int error, Value from, Value to)
{
    raise_os(vm, error, from); /* the subclass of this number */
    if (value_is_unset(to))
        return VALUE_RAISED;
    Value args[5] = { value_small(error), vm_str_cstr(vm, platform_strerror(error)), from, VALUE_NONE, to };
    Value plain = vm_take_exception(vm);
    Value exc = value_is_raised(args[1]) ? VALUE_RAISED : exception_make(vm, class_of(vm, plain), 5, args);
    return value_is_unset(exc) || value_is_raised(exc) ? VALUE_RAISED : raise_exception(vm, exc);
}

void world_tell(VM *vm, const char *what, Value answer)
{
    EMIT(vm, ext, .word = what, .value = answer);
}

void world_tell_number(VM *vm, const char *what, int64_t answer)
{
    if (answer < 0)
        raise_os(vm, (int)-answer, VALUE_UNSET);
    world_tell(vm, what, answer < 0 ? vm_keep(vm, vm_take_exception(vm)) : int_from_i64(vm->heap, answer));
}

bool world_recorded(VM *vm, const char *what, Value *answer)
{
    Observer *observer = vm->observer;
    *answer = observer->answer ? observer->answer(observer, vm, EV_ext, what) : VALUE_UNSET;
    if (value_is_unset(*answer))
        return false;
    vm_keep(vm, *answer);
    world_tell(vm, what, *answer);
    return true;
}

bool world_recorded_number(VM *vm, const char *what, int64_t *answer)
{
    Value v;
    bool recorded = world_recorded(vm, what, &v), failed = recorded && value_is_exception(v);
    if (failed)
        v = excinfo_get(v, OS_ERRNO);
    if (!recorded || !value_is_int(v))
        return false;
    *answer = failed ? -value_int(v) : value_int(v);
    return true;
}

Value world_call(VM *vm, const char *what, NativeFn fn, Value *args, int nargs)
{
    Value answer;
    if (world_recorded(vm, what, &answer))
        return value_is_exception(answer) ? raise_exception(vm, answer) : answer;
    answer = fn(vm, args, nargs);
    if (!OBSERVED(vm))
        return answer;
    if (!value_is_raised(answer)) {
        world_tell(vm, what, vm_keep(vm, answer));
        return answer;
    }
    Value error = vm_keep(vm, vm_take_exception(vm));
    world_tell(vm, what, error);
    vm->exception = error;
    return VALUE_RAISED;
}
