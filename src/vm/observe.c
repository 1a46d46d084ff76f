/* observe.c - passing events on. Whoever looks at a run puts an Observer into vm->observer. */
#include "vm/observe.h"

#include "vm/vm.h"

void observe(VM *vm, const Event *event)
{
    vm->observer->event(vm->observer, vm, event);
}
