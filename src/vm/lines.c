/* lines.c - line by line: call, line, leave, resume, seen from the observed dispatch loop, which comes here before
 * each instruction. A line is told when it differs from the line of the instruction before in the same frame, or
 * after a jump back: what CPython's tracing tells. The library's own frames are passed over. */
#include "vm/fiber_internal.h"

static bool is_hidden(const Frame *frame)
{
    return (frame->func->code->flags & CODE_HIDDEN) != 0;
}

static uint32_t line_at(const Frame *frame, const Instr *pc)
{
    const Code *code = frame->func->code;
    return pc < code->instrs ? 0 : code->locs[pc - code->instrs].line;
}

/* What the compiler adds of its own: jumps over other branches and back (their target is told), the end of a
 * handler, the return behind the last statement. */
static bool is_silent(const Code *code, const Instr *pc)
{
    return pc->op == OP_JUMP || pc->op == OP_LOOP || pc->op == OP_HANDLE || pc->op == OP_UNHANDLE ||
           pc->op == OP_RERAISE ||
           (code->locs[pc - code->instrs].col == 0xFFFF && pc->op != OP_NOP);
}

/* The object whose body a frame runs: a coroutine, generator or greenlet. */
static Id owner_of(VM *vm, Frame *frame)
{
    if (frame->flags & FRAME_FIBER)
        return observe_id(vm, &fiber_of_frame(frame)->obj);
    if (frame->flags & FRAME_GREENLET && vm->greenlet)
        return observe_id(vm, &vm->greenlet->obj);
    return ID(0, 0);
}

static void tell_resume(VM *vm, Frame *frame)
{
    frame->flags &= ~(uint32_t)FRAME_LEFT;
    EMIT(vm, resume, .id = observe_frame_id(vm, frame), .number = frame_line(frame), .frame = frame);
}

void lines_step(VM *vm, Frame *frame)
{
    const Instr *pc = frame->pc;
    const Frame *before = vm->step_frame;
    const Instr *last = vm->step_pc;
    vm->step_frame = frame;
    vm->step_pc = pc;
    if (is_hidden(frame))
        return;
    const Code *code = frame->func->code;
    uint32_t line = line_at(frame, pc);
    bool is_new;
    if (frame->id == 0 && pc == code->instrs) {
        EMIT(vm, call, .id = observe_frame_id(vm, frame), .fn = frame->func,
             .number = code->flags & CODE_MODULE ? line : code->first_line, .id2 = owner_of(vm, frame),
             .frame = frame);
        is_new = true;
    } else if (before != frame) { /* back from a call, or gone on with: it stands behind pc[-1] */
        if (frame->flags & FRAME_LEFT)
            tell_resume(vm, frame);
        is_new = line != line_at(frame, pc - 1);
        if (is_silent(code, pc)) {
            vm->step_pc = pc - 1;
            return;
        }
    } else if (is_silent(code, pc) && pc != last) {
        vm->step_pc = last;
        return;
    } else {
        is_new = pc <= last || line != line_at(frame, last);
    }
    if (is_new && line > 0 && vm->lines) {
        const Instr *here = frame->pc++; /* frame_line() counts from the instruction behind */
        EMIT(vm, line, .id = observe_frame_id(vm, frame), .number = line, .frame = frame);
        frame->pc = here;
    }
}

void lines_leave(VM *vm, Frame *frame, const char *how, Value v)
{
    bool suspends = *how == 'a' || *how == 'y';
    /* What suspends is the chain: its innermost frame that is the script's own. */
    while (suspends && is_hidden(frame) && frame->caller && vm->fiber && frame != &vm->fiber->base)
        frame = frame->caller;
    if (is_hidden(frame) || frame->flags & FRAME_LEFT)
        return;
    EMIT(vm, leave, .id = observe_frame_id(vm, frame), .word = how, .value = v, .frame = frame);
    if (suspends && frame->flags & FRAME_FIBER) {
        frame->flags |= FRAME_LEFT;
        vm->step_frame = NULL; /* C may go on with it at once: that is told as well */
    }
}

void lines_raise(VM *vm, Frame *frame)
{
    vm->step_frame = NULL; /* the handler's line is told even if it is the line that raised */
    if (frame->flags & FRAME_LEFT && !is_hidden(frame))
        tell_resume(vm, frame);
}
