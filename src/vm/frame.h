/* frame.h - one activation of a script function, and the stacks frames live on.
 * A plain call's frame lies on the stack of the greenlet that runs (segments, so that depth costs no
 * C stack and no reallocation moves a frame); the frame of a generator, coroutine or asynchronous
 * generator lies inside its Fiber and therefore survives suspension without being copied. */
#ifndef VM_FRAME_H
#define VM_FRAME_H

#include "bytecode/code.h"

enum { /* Frame.flags; 0 is a plain call: the quick return path */
    FRAME_ENTRY = 1,      /* entered from C: its return leaves vm_run                                  */
    FRAME_FIBER = 2,      /* base frame of a generator, coroutine or async generator (in its Fiber)     */
    FRAME_INIT = 4,       /* __init__: the result is R[0] of this frame, must return None               */
    FRAME_SEGMENT = 8,    /* first of its stack segment                                                 */
    FRAME_GREENLET = 16,  /* the run function of a greenlet                                             */
    FRAME_OPERATOR = 32,  /* __add__, __lt__ ...: NotImplemented means that the operator goes on           */
    FRAME_FOR = 64,       /* __next__ of a for loop: its value skips the JUMP, StopIteration takes it       */
    FRAME_LEFT = 256,     /* lines.c: `leave` was told of a fiber's frame that will go on                 */
    FRAME_NO_VALUE = 128, /* __setitem__: the result is dropped                                            */
};

struct Frame {
    Frame *caller;        /* who gets the result; NULL: base of a suspended chain                       */
    const Instr *pc;      /* next instruction                                                           */
    Function *func;       /* code, globals, closure                                                      */
    uint32_t flags;
    uint32_t id;          /* the n of Rn in traces; 0: not yet given                                    */
    Value r[];            /* registers: code->nregs of them, always valid Values                        */
};

static inline size_t frame_bytes(const Code *code)
{
    return sizeof(Frame) + code->nregs * sizeof(Value);
}
static inline uint32_t frame_pc(const Frame *frame) /* index of the instruction that is being run */
{
    const Code *code = frame->func->code;
    return frame->pc > code->instrs ? (uint32_t)(frame->pc - code->instrs) - 1 : 0;
}
/* The source line the frame stands on. */
static inline uint32_t frame_line(const Frame *frame)
{
    return frame->func->code->locs[frame_pc(frame)].line;
}

/* The frame itself, or the nearest of its callers that is the learner's own and not the library's; NULL: none is. */
static inline const Frame *frame_visible(const Frame *frame)
{
    while (frame && frame->func->code->flags & CODE_HIDDEN)
        frame = frame->caller;
    return frame;
}

/* A stack of frames: one for the main program, one for each greenlet. */
typedef struct StackSegment {
    struct StackSegment *previous, *next;
    size_t size;          /* bytes of data[]                                                            */
    char *saved_top;      /* where the previous segment was left                                        */
    char data[];
} StackSegment;

#endif
