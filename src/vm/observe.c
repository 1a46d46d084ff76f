/* observe.c - passing events on. Whoever looks at a run puts an Observer into vm->observer. */
#include "vm/vm_internal.h"

void observe_count(VM *vm)
{
    vm->counted = true;
    if (vm->frame || vm->loop)
        vm->attention |= ATTENTION_OBSERVER;
}

void observe_begin(VM *vm, Observer *observer, bool lines)
{
    vm->observer = observer;
    vm->future_poll = vm->future_polls[1];
    vm->raise_told = VALUE_UNSET;
    observe_count(vm);
    vm_lines(vm, lines);
}

void observe_end(VM *vm)
{
    vm->observer = NULL;
    vm->counted = vm->ops_watch != 0;
    vm->future_poll = vm->future_polls[0];
    vm->lines = false;
    vm->attention &= ~(uint32_t)ATTENTION_OBSERVER;
}

void vm_lines(VM *vm, bool on)
{
    vm->lines = on;
    vm->step_frame = vm->frame; /* the rest of the line that runs is no news */
    vm->step_pc = vm->frame ? vm->frame->pc - 1 : NULL;
}

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

/* Locks and queues are instances of classes written in the language: their id is an attribute. */
static Id sync_id(VM *vm, Obj *obj)
{
    Str *name = str_intern_cstr(vm->heap, "_trace_id");
    Value pending = vm_take_exception(vm);
    bool plain = (obj->kind & KIND_MASK) == KIND_INSTANCE;
    Value v = plain ? instance_get(vm->heap, (Instance *)(void *)obj, name)
                    : object_getattr(vm, value_from_obj(obj), name);
    if (!value_is_int(v)) {
        v = value_small(++vm->next_id['S']);
        vm->exception = VALUE_UNSET;
        object_setattr(vm, value_from_obj(obj), name, v); /* without memory it has another id next time */
    }
    vm->exception = pending;
    return ID('S', (uint32_t)value_int(v));
}

Id observe_id(VM *vm, Obj *obj)
{
    char letter = letter_of(obj);
    if (letter == 'S')
        return sync_id(vm, obj);
    if (obj->aux == 0)
        obj->aux = ++vm->next_id[(unsigned char)letter];
    return ID(letter, obj->aux);
}

Id observe_frame_id(VM *vm, Frame *frame)
{
    if (frame->id == 0)
        frame->id = ++vm->next_id['R'];
    return ID('R', frame->id);
}

Frame *observe_place(const VM *vm, const Frame *frame)
{
    if (!frame)
        frame = vm->frame;
    while (frame && frame != vm->floor && frame->func->code->flags & CODE_HIDDEN)
        frame = frame->caller;
    return frame == vm->floor ? NULL : (Frame *)frame;
}

Value observe_answer(VM *vm, uint16_t kind, const char *what, Value value)
{
    Observer *observer = vm->observer;
    if (observer->answer) {
        Value recorded = observer->answer(observer, vm, kind, what);
        if (!value_is_unset(recorded))
            value = recorded;
    }
    observe(vm, &(Event){ .kind = kind, .word = what, .value = value,
                          .text = kind == EV_in && value_is_str(value) ? as_str(value) : NULL });
    return value;
}
