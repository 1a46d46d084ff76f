/* unwind.c - what happens to a raised exception: the handler tables, frame by frame; which exception is
 * being handled; __context__; matching. Entering `try` costs nothing: a table row says where to go
 * (zero-cost exceptions: Liskov & Snyder 1979; CPython 3.11). */
#include "vm/excinfo.h"
#include "vm/fiber_internal.h"

/* Which exception the chain from `frame` outwards is handling: found by asking each frame's table. Zero cost
 * until somebody asks; vm->handling == 0 says that nobody in the running chain does, so that a raise under
 * 1,000 awaits need not walk them. */
static Value handled_in(Frame *frame)
{
    for (; frame; frame = frame->caller) {
        const Code *code = frame->func->code;
        if (!code->nregions)
            continue;
        uint32_t pc = frame_pc(frame);
        for (uint32_t i = 0; i < code->nregions; i++)
            if (pc >= code->regions[i].start && pc < code->regions[i].end) {
                Value v = frame->r[code->regions[i].reg];
                if (value_is_exception(v))
                    return v;
            }
    }
    return VALUE_NONE;
}

Value vm_handled_exception(VM *vm)
{
    return vm->handling ? handled_in(vm->frame) : VALUE_NONE;
}

/* __context__ of a new exception is the one being handled, unless that would close a circle. */
void exception_set_context(VM *vm, Value exception)
{
    Value handled = vm_handled_exception(vm);
    if (!value_is_exception(handled) || value_same(handled, exception) || !value_is_exception(exception))
        return;
    Value slow = handled;
    bool step = false;
    for (Value v = handled; value_is_exception(v);) {
        Value next = as_exception(v)->context;
        if (value_same(next, exception)) {
            as_exception(v)->context = VALUE_NONE;
            break;
        }
        v = next;
        if (step) { /* a circle made by hand: stop there (Floyd) */
            slow = as_exception(slow)->context;
            if (value_same(slow, v))
                break;
        }
        step = !step;
    }
    as_exception(exception)->context = handled;
}

COLD static bool tell_raise(VM *vm, Frame *frame, Value exception)
{
    vm->raise_told = exception;
    EMIT(vm, raise, .id = observe_frame_id(vm, frame), .value = exception, .frame = frame);
    return false;
}

/* An AttributeError on its way out of `__getattr__(self, name)`: it is told what was looked for, and in what. */
COLD static void note_lookup(VM *vm, const Frame *frame)
{
    Value self = frame->r[0], name = frame->r[1];
    if (frame->func->code->argcount == 2 && value_is_str(name) && vm_exception_is(vm, vm->exc[EXC_AttributeError]) &&
        value_is_none(excinfo_get(vm->exception, LOOKUP_NAME)) && value_is_none(excinfo_get(vm->exception, LOOKUP_OBJ)))
        exception_note_name(vm, as_str(name), self);
}

static inline __attribute__((always_inline)) bool unwind_body(VM *vm, bool record, bool watched)
{
    bool tell = watched && record && !value_same(vm->raise_told, vm->exception);
    for (;;) {
        Frame *frame = vm->frame;
        const Code *code = frame->func->code;
        uint32_t pc = frame_pc(frame);
        Value exception = vm->exception;
        if (watched) {
            if (vm->lines)
                lines_raise(vm, frame);
            if (tell && !(code->flags & CODE_HIDDEN)) /* once, where the script first meets it */
                tell = tell_raise(vm, frame, exception);
        }
        if (record) {
            Exception *exc = as_exception(exception);
            if (exc->tb_count == 0 && value_is_exactly(exc->extra, KIND_LIST))
                excinfo_note_frame(vm, exc, frame);
            exception_add_entry(vm->heap, exc, frame->func, pc);
        }
        record = true;
        for (uint32_t i = 0; i < code->nhandlers; i++) {
            const Handler *h = &code->handlers[i];
            if (pc >= h->start && pc < h->end) {
                frame->r[h->reg] = exception;
                frame->pc = code->instrs + h->target;
                vm->exception = VALUE_UNSET;
                if (watched && !(code->flags & CODE_HIDDEN))
                    vm->raise_told = VALUE_UNSET;
                return true;
            }
        }
        uint32_t flags = frame->flags;
        if (watched && vm->lines)
            lines_leave(vm, frame, "raise", exception);
        if (flags & FRAME_FIBER) {
            switch (fiber_leave_raised(vm, frame)) {
            case LEAVE_TO_C: return false;
            case LEAVE_SWALLOWED: return true;
            case LEAVE_GO_ON: break;
            }
        } else if (flags & FRAME_GREENLET) {
            if (!greenlet_leave_raised(vm))
                continue; /* raised in the parent: vm->frame is its tip */
            return true;  /* GreenletExit: the parent has its value */
        } else {
            if (code->name == NAME(vm, __getattr__))
                note_lookup(vm, frame);
            frame_pop(vm, frame);
            if (flags & FRAME_ENTRY)
                return false;
            if (flags & FRAME_FOR && vm_exception_is(vm, vm->exc[EXC_StopIteration])) {
                vm_take_exception(vm); /* the loop is over: its pc is at the JUMP that leaves it */
                return true;
            }
        }
    }
}

COLD static bool unwind_watched(VM *vm, bool record)
{
    return unwind_body(vm, record, true);
}

static bool unwind_from(VM *vm, bool record)
{
    return OBSERVED(vm) ? unwind_watched(vm, record) : unwind_body(vm, record, false);
}

bool unwind(VM *vm)
{
    return unwind_from(vm, true);
}

bool unwind_again(VM *vm)
{
    return unwind_from(vm, false);
}

Value match_exception(VM *vm, Value exception, Value classes)
{
    if (value_is_class(classes) && (as_class(classes)->flags & CLASS_EXCEPTION))
        return value_bool(class_derives(value_obj(exception)->cls, as_class(classes)));
    if (value_is_tuple(classes)) {
        Tuple *tuple = as_tuple(classes);
        for (size_t i = 0; i < tuple_length(tuple); i++)
            if (!value_is_class(tuple->items[i]) || !(as_class(tuple->items[i])->flags & CLASS_EXCEPTION))
                goto wrong;
        for (size_t i = 0; i < tuple_length(tuple); i++)
            if (class_derives(value_obj(exception)->cls, as_class(tuple->items[i])))
                return VALUE_TRUE;
        return VALUE_FALSE;
    }
wrong:
    return raise_type(vm, "catching classes that do not inherit from BaseException is not allowed");
}
