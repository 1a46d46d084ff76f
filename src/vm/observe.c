/* observe.c - passing events on. Whoever looks at a run puts an Observer into vm->observer. */
#include "vm/observe.h"

#include "vm/vm.h"

void observe(VM *vm, const Event *event)
{
    vm->observer->event(vm->observer, vm, event);
}

static char letter_of(const Obj *obj)
{
    switch (obj->kind & KIND_MASK) {
    case KIND_TASK: return 'T';
    case KIND_FUTURE: return 'F';
    case KIND_HANDLE: return 'H';
    case KIND_COROUTINE: return 'C';
    case KIND_GENERATOR:
    case KIND_ASYNCGEN: return 'Y';
    case KIND_GREENLET: return 'G';
    default: return 'S';
    }
}

Id observe_id(VM *vm, Obj *obj)
{
    char letter = letter_of(obj);
    if (obj->aux == 0)
        obj->aux = ++vm->next_id[(unsigned char)letter];
    return ID(letter, obj->aux);
}
