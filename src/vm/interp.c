/* interp.c - around the dispatch loop, which is in interp_loop.h: the macros its instructions are written with,
 * and what they do seldom. The loop is compiled twice: vm_run, which knows nothing of observers, and
 * vm_run_observed, which counts instructions and tells lines. So looking costs nothing while nobody looks,
 * and no instruction is changed in the code objects (docs/why.md).
 *
 *   SAVE   writes pc to the frame: before anything that may look at it (raise, call, collect)
 *   LOAD   rereads frame and pc: after anything that may have changed vm->frame
 *   NEXT   goes on with the next instruction; what an instruction may do is said in opcodes.def
 *
 * Quick cases are inline; everything else is one call into arith.c, attr.c, call.c, iter.c, fiber.c.
 * A result that comes later (a pushed frame) is delivered to register `a` of the instruction before
 * the caller's pc. */
#include "vm/interp_internal.h"
#include "vm/arith.h"
#include "vm/excgroup.h"
#include <assert.h>
#include <math.h>

/* What is to be done when a frame with flags returns: slow, rare. Answers false when vm_run must return
 * to C with `*out`; the value to deliver may change. */
typedef enum { RETURN_DELIVER, RETURN_NO_VALUE, RETURN_TO_C, RETURN_RAISED } ReturnHow;

/* The left operand's method said NotImplemented: the rest of the protocol, for the instruction at which
 * `frame` stands. Its operands are still in their registers: the result has not been written. */
static Value operator_goes_on(VM *vm, Frame *frame)
{
    const Instr *i = frame->pc - 1;
    bool immediate = i->op == OP_ADDI || i->op == OP_SUBI || i->op == OP_IADDI || i->op == OP_ISUBI;
    Value b = frame->r[i->b], c = immediate ? value_small((int16_t)i->c) : frame->r[i->c];
    switch (i->op) {
    case OP_LT: case OP_LTJ: return arith_compare_reflected(vm, CMP_LT, b, c);
    case OP_LE: case OP_LEJ: return arith_compare_reflected(vm, CMP_LE, b, c);
    case OP_EQ: case OP_EQJ: return arith_compare_reflected(vm, CMP_EQ, b, c);
    case OP_NE: case OP_NEJ: return arith_compare_reflected(vm, CMP_NE, b, c);
    case OP_GT: case OP_GTJ: return arith_compare_reflected(vm, CMP_GT, b, c);
    case OP_GE: case OP_GEJ: return arith_compare_reflected(vm, CMP_GE, b, c);
    case OP_ADDI: return arith_reflected(vm, OP_ADD, b, c);
    case OP_SUBI: return arith_reflected(vm, OP_SUB, b, c);
    default: return arith_reflected(vm, i->op, b, c);
    }
}

/* A method of a script class, called as the operator of an instruction: its frame is pushed, so that no C
 * waits for it. false: it is no plain function of `count` parameters, or an exception is pending. */
static inline bool push_method(VM *vm, Value self, Str *name, int count, Value arg, Value arg2, uint32_t flag)
{
    Value func = class_lookup(vm, value_obj(self)->cls, name);
    if (!value_is_exactly(func, KIND_FUNCTION) || as_function(func)->obj.aux != (uint32_t)count)
        return false;
    Frame *frame = frame_push(vm, as_function(func), 0);
    if (!frame)
        return false;
    frame->flags |= flag;
    frame->r[0] = self;
    if (count > 1)
        frame->r[1] = arg;
    if (count > 2)
        frame->r[2] = arg2;
    frame_clear(frame->r, (size_t)count, frame->func->code->nregs);
    return true;
}

static inline Str *in_place_name(VM *vm, Value b, Str *in_place, Str *plain)
{
    return value_is_unset(class_lookup(vm, class_of(vm, b), in_place)) ? plain : in_place;
}

/* b op c where b is an instance of a script class whose method comes first. */
static bool push_operator(VM *vm, Str *name, Value b, Value c)
{
    if (!value_is_exactly(b, KIND_INSTANCE))
        return false;
    Class *left = value_obj(b)->cls, *right = class_of(vm, c);
    if (left != right && class_derives(right, left)) /* the subclass has the first word */
        return false;
    return push_method(vm, b, name, 2, c, VALUE_UNSET, FRAME_OPERATOR);
}

static ReturnHow return_slow(VM *vm, Frame *frame, Value *v)
{
    uint32_t flags = frame->flags;
    if (flags & FRAME_FIBER) {
        Fiber *fiber = fiber_of_frame(frame);
        FiberMode mode = fiber->mode;
        bool async = (fiber->obj.kind & KIND_MASK) == KIND_ASYNCGEN;
        bool closing = fiber->flags & FIBER_CLOSING;
        fiber_end(vm, fiber);
        if (async) {
            if (closing) { /* aclose(): the end is fine */
                *v = VALUE_NONE;
                return RETURN_DELIVER;
            }
            Value stop = exception_make(vm, vm->exc[EXC_StopAsyncIteration], 0, NULL);
            if (!value_is_unset(stop))
                raise_exception(vm, stop);
            return RETURN_RAISED;
        }
        switch (mode) {
        case FIBER_BY_FOR: return RETURN_NO_VALUE; /* pc is at the JUMP that leaves the loop */
        case FIBER_BY_AWAIT: return RETURN_DELIVER;
        case FIBER_BY_NEXT: raise_stop_iteration(vm, *v); return RETURN_RAISED;
        default: return RETURN_TO_C;
        }
    }
    if (flags & FRAME_INIT) {
        if (!value_is_none(*v)) {
            Value wrong = *v;
            frame_pop(vm, frame);
            raise_type(vm, "__init__() should return None, not '%T'", wrong);
            return flags & FRAME_ENTRY ? RETURN_TO_C : RETURN_RAISED;
        }
        *v = frame->r[frame->func->code->nregs];
    }
    if (flags & FRAME_GREENLET)
        return greenlet_finish(vm, *v) ? RETURN_NO_VALUE : RETURN_RAISED;
    frame_pop(vm, frame);
    if (flags & (FRAME_OPERATOR | FRAME_FOR | FRAME_NO_VALUE)) {
        Frame *caller = vm->frame;
        if (flags & FRAME_FOR) {
            caller->r[caller->pc[-1].a] = *v; /* pc is at the JUMP behind FORITER */
            caller->pc++;
            return RETURN_NO_VALUE;
        }
        if (flags & FRAME_NO_VALUE)
            return RETURN_NO_VALUE;
        if (value_same(*v, VALUE_NOTIMPLEMENTED)) {
            *v = operator_goes_on(vm, caller);
            return value_is_raised(*v) ? RETURN_RAISED : RETURN_DELIVER;
        }
        return RETURN_DELIVER;
    }
    return flags & FRAME_ENTRY ? RETURN_TO_C : RETURN_DELIVER;
}

/* Inlined into both loops: a program that makes closures makes many. */
static inline __attribute__((always_inline)) Value make_function(VM *vm, Frame *frame, Code *code)
{
    Function *func = function_new(vm, code, frame->func->globals);
    for (uint32_t i = 0; i < code->ncaptures; i++) {
        Capture capture = code->captures[i];
        func->cells[i] = capture.from_register ? AS(Cell, frame->r[capture.index])
                                               : frame->func->cells[capture.index];
    }
    return OBJ(func);
}

/* What `yield from v` drives. */
static Value yield_from_target(VM *vm, Frame *frame, Value v)
{
    if (value_is_kind(v, KIND_COROUTINE)) {
        if (frame->func->code->flags & (CODE_ITERABLE_COROUTINE | CODE_COROUTINE))
            return v;
        return raise_type(vm, "cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    if (value_is_kind(v, KIND_GENERATOR))
        return v;
    if (value_is_kind(v, KIND_FUTURE) || value_is_kind(v, KIND_TASK))
        return v;
    return vm_iter(vm, v);
}

/* SEND on an iterator that is no fiber: 1: yielded *out; 0: ended with *out; -1: raised. */
static int send_iterator(VM *vm, Value it, Value sent, Value *out)
{
    if (value_is_none(sent)) {
        uint8_t kind = value_is_obj(it) ? value_obj(it)->kind : 0;
        if (kind == KIND_LIST_ITER || kind == KIND_TUPLE_ITER || kind == KIND_RANGE_ITER || kind == KIND_DICT_ITER) {
            *out = vm_next(vm, it);
            if (value_is_unset(*out)) {
                *out = VALUE_NONE;
                return 0;
            }
            return value_is_raised(*out) ? -1 : 1;
        }
        *out = vm_call_special(vm, it, NAME(vm, __next__), 0, NULL);
        if (value_is_unset(*out))
            *out = raise_type(vm, "'%T' object is not an iterator", it);
    } else {
        *out = vm_call_method(vm, it, NAME(vm, send), 1, &sent);
    }
    if (!value_is_raised(*out))
        return 1;
    if (!vm_exception_is(vm, vm->exc[EXC_StopIteration]))
        return -1;
    *out = arg_or(as_exception(vm_take_exception(vm))->extra, VALUE_NONE);
    return 0;
}

static bool async_iter(VM *vm, Value v, Value *out)
{
    *out = vm_call_special(vm, v, NAME(vm, __aiter__), 0, NULL);
    if (value_is_unset(*out)) {
        raise_type(vm, "'async for' requires an object with __aiter__ method, got %T", v);
        return false;
    }
    if (value_is_raised(*out))
        return false;
    if (value_is_unset(class_lookup(vm, class_of(vm, *out), NAME(vm, __anext__)))) {
        raise_type(vm, "'async for' received an object from __aiter__ that does not implement __anext__: %T", *out);
        return false;
    }
    return true;
}

static Value call_exit(VM *vm, Value *window, Value exception)
{
    Value args[3] = { OBJ(class_of(vm, exception)), exception, VALUE_NONE };
    Value tb = traceback_object(vm, as_exception(exception));
    if (value_is_raised(tb))
        return tb;
    args[2] = tb;
    size_t mark = vm->root_count;
    vm_keep(vm, tb);
    Value result;
    if (value_is_unset(window[1])) {
        result = vm_call(vm, window[0], 3, args);
    } else {
        Value all[4] = { window[1], args[0], args[1], args[2] };
        result = vm_call(vm, window[0], 4, all);
    }
    vm->root_count = mark;
    return result;
}

static bool raise_from(VM *vm, Value exception, Value cause)
{
    if (value_is_class(cause) && class_derives(as_class(cause), vm->exc[EXC_BaseException])) {
        cause = vm_call(vm, cause, 0, NULL);
        if (value_is_raised(cause))
            return false;
    }
    if (!value_is_none(cause) && !value_is_exception(cause)) {
        raise_type(vm, "exception causes must derive from BaseException");
        return false;
    }
    vm_keep(vm, cause);
    raise_exception(vm, exception);
    if (value_is_exception(vm->exception) &&
        (value_same(vm->exception, exception) || value_is_class(exception))) {
        as_exception(vm->exception)->cause = cause;
        value_obj(vm->exception)->flags |= EXC_SUPPRESS;
    }
    return false;
}

/* A generator fresh from a call and left behind by its `for`. */
static bool end_for(VM *vm, Value it)
{
    bool is_async = value_is_kind(it, KIND_ASYNCGEN);
    if ((!is_async && !value_is_kind(it, KIND_GENERATOR)) || !AS(Fiber, it)->fresh ||
        AS(Fiber, it)->state == FIBER_RUNNING)
        return true;
    size_t mark = vm->root_count;
    Value pending = vm_take_exception(vm);
    vm_keep(vm, pending);
    bool good = is_async ? fiber_finalise(vm, AS(Fiber, it)) : fiber_close(vm, AS(Fiber, it), NULL);
    if (good)
        vm->exception = pending;
    vm->root_count = mark;
    return good;
}

/* getattr(instance, name) for methods found before: R[a], R[a+1]. */
#define R      (frame->r)
#define A      (R[pc[-1].a])
#define B      (R[pc[-1].b])
#define C      (R[pc[-1].c])
#define OFFSET (pc[-1].bc)
#define SITE   (&frame->func->code->sites[pc[-1].c])
#define KONST  (frame->func->code->consts[pc[-1].bc])
#define SAVE() (frame->pc = pc)
#define LOAD() (frame = vm->frame, pc = frame->pc)
#define CHECKED(v)                       \
    do {                                 \
        Value checked_ = (v);            \
        if (UNLIKELY(value_is_raised(checked_))) \
            goto raised;                 \
        A = checked_;                    \
        NEXT();                          \
    } while (0)
/* As CHECKED, for what may have pushed a frame. */
#define CHECKED_PUSH(v)                                  \
    do {                                                 \
        Value checked_ = (v);                            \
        if (UNLIKELY(value_is_internal(checked_))) {     \
            if (value_is_raised(checked_))               \
                goto raised;                             \
            LOAD();                                      \
            ENTERED();                                   \
            NEXT();                                      \
        }                                                \
        A = checked_;                                    \
        NEXT();                                          \
    } while (0)
#ifdef MA_CHECK_ROOTS /* vm_keep of what the interpreter itself calls must be taken back */
#define CHECK_ROOTS() assert(vm->root_count <= roots_at_entry)
#else
#define CHECK_ROOTS() ((void)0)
#endif
#define SAFE_POINT()                                                                   \
    do {                                                                               \
        if (UNLIKELY(vm->attention || heap_wants_collection(vm->heap))) {              \
            SAVE();                                                                    \
            CHECK_ROOTS();                                                             \
            if (!vm_safe_point(vm))                                                    \
                goto raised;                                                           \
            AGAIN_IF_OBSERVED();                                                       \
        }                                                                              \
    } while (0)

/* The method behind each operator; for the in-place ones only when the class has it. */
#define METHOD_ADD NAME(vm, __add__)
#define METHOD_SUB NAME(vm, __sub__)
#define METHOD_MUL NAME(vm, __mul__)
#define METHOD_DIV NAME(vm, __truediv__)
#define METHOD_FLOORDIV NAME(vm, __floordiv__)
#define METHOD_MOD NAME(vm, __mod__)
#define METHOD_POW NAME(vm, __pow__)
#define METHOD_LSHIFT NAME(vm, __lshift__)
#define METHOD_RSHIFT NAME(vm, __rshift__)
#define METHOD_AND NAME(vm, __and__)
#define METHOD_OR NAME(vm, __or__)
#define METHOD_XOR NAME(vm, __xor__)
#define METHOD_MATMUL NAME(vm, __matmul__)
#define METHOD_IADD in_place_name(vm, b, NAME(vm, __iadd__), NAME(vm, __add__))
#define METHOD_ISUB in_place_name(vm, b, NAME(vm, __isub__), NAME(vm, __sub__))
#define METHOD_IMUL in_place_name(vm, b, NAME(vm, __imul__), NAME(vm, __mul__))
#define METHOD_IDIV in_place_name(vm, b, NAME(vm, __itruediv__), NAME(vm, __truediv__))
#define METHOD_IFLOORDIV in_place_name(vm, b, NAME(vm, __ifloordiv__), NAME(vm, __floordiv__))
#define METHOD_IMOD in_place_name(vm, b, NAME(vm, __imod__), NAME(vm, __mod__))
#define METHOD_IPOW in_place_name(vm, b, NAME(vm, __ipow__), NAME(vm, __pow__))
#define METHOD_ILSHIFT in_place_name(vm, b, NAME(vm, __ilshift__), NAME(vm, __lshift__))
#define METHOD_IRSHIFT in_place_name(vm, b, NAME(vm, __irshift__), NAME(vm, __rshift__))
#define METHOD_IAND in_place_name(vm, b, NAME(vm, __iand__), NAME(vm, __and__))
#define METHOD_IOR in_place_name(vm, b, NAME(vm, __ior__), NAME(vm, __or__))
#define METHOD_IXOR in_place_name(vm, b, NAME(vm, __ixor__), NAME(vm, __xor__))
#define METHOD_IMATMUL in_place_name(vm, b, NAME(vm, __imatmul__), NAME(vm, __matmul__))
#define METHOD_LTJ METHOD_LT
#define METHOD_LT NAME(vm, __lt__)
#define METHOD_LEJ METHOD_LE
#define METHOD_LE NAME(vm, __le__)
#define METHOD_EQJ METHOD_EQ
#define METHOD_EQ NAME(vm, __eq__)
#define METHOD_NEJ METHOD_NE
#define METHOD_NE NAME(vm, __ne__)
#define METHOD_GTJ METHOD_GT
#define METHOD_GT NAME(vm, __gt__)
#define METHOD_GEJ METHOD_GE
#define METHOD_GE NAME(vm, __ge__)
#define PUSH_OPERATOR(name)                              \
    do {                                                 \
        if (value_is_exactly(b, KIND_INSTANCE)) {        \
            if (push_operator(vm, name, b, c)) {         \
                LOAD();                                  \
                NEXT();                                  \
            }                                            \
            if (UNLIKELY(vm_raised(vm)))                 \
                goto raised;                             \
        }                                                \
    } while (0)
#define ARITH(OPCODE, inline_case)                       \
    L_##OPCODE:                                          \
    {                                                    \
        Value b = B, c = C;                              \
        inline_case;                                     \
        SAVE();                                          \
        PUSH_OPERATOR(METHOD_##OPCODE);                  \
        CHECKED(vm_binary(vm, OP_##OPCODE, b, c));       \
    }
#define FLOAT_CASE(oper)                                                               \
    if (value_is_float(b) && value_is_float(c)) {                                    \
        A = value_from_double(value_float(b) oper value_float(c));                     \
        NEXT();                                                                      \
    }                                                                                \
    if (value_is_float(b) && value_is_int(c)) {                                      \
        A = value_from_double(value_float(b) oper(double) value_int(c));               \
        NEXT();                                                                      \
    }                                                                                \
    if (value_is_int(b) && value_is_float(c)) {                                      \
        A = value_from_double((double)value_int(b) oper value_float(c));               \
        NEXT();                                                                      \
    }
#define ADD_CASE                                                       \
    if (LIKELY(value_both_ints(b, c))) {                               \
        if (LIKELY(value_add_ints(&A, b, c)))                          \
            NEXT();                                                    \
        IN_WORDS(value_int(b) + value_int(c));                         \
    }                                                                  \
    FLOAT_CASE(+)
#define SUB_CASE                                                       \
    if (LIKELY(value_both_ints(b, c))) {                               \
        if (LIKELY(value_sub_ints(&A, b, c)))                          \
            NEXT();                                                    \
        IN_WORDS(value_int(b) - value_int(c));                         \
    }                                                                  \
    FLOAT_CASE(-)
#define MUL_CASE                                                               \
    if (LIKELY(value_both_ints(b, c))) {                                       \
        int64_t product;                                                       \
        if (!__builtin_mul_overflow(value_int(b), value_int(c), &product)) {   \
            if (LIKELY(value_int_fits(product))) {                             \
                A = value_small(product);                                      \
                NEXT();                                                        \
            }                                                                  \
            IN_WORDS(product);                                                 \
        }                                                                      \
    }                                                                          \
    FLOAT_CASE(*)
#define DIV_CASE                                                               \
    if (value_is_float(b) && value_is_float(c) && value_float(c) != 0) {       \
        A = value_from_double(value_float(b) / value_float(c));                \
        NEXT();                                                                \
    }                                                                          \
    if (value_both_ints(b, c) && value_int(c) != 0) {                          \
        A = value_from_double((double)value_int(b) / (double)value_int(c));    \
        NEXT();                                                                \
    }
#define FLOORDIV_CASE                                                          \
    if (value_both_ints(b, c) && value_int(c) > 0) {                           \
        int64_t x = value_int(b), y = value_int(c), q = x / y;                 \
        A = value_small(q - (q * y > x));                                      \
        NEXT();                                                                \
    }
#define MOD_CASE                                                               \
    if (value_both_ints(b, c) && value_int(c) > 0) {                           \
        int64_t m = value_int(b) % value_int(c);                               \
        A = value_small(m < 0 ? m + value_int(c) : m);                         \
        NEXT();                                                                \
    }
#define BIT_CASE(oper)                                                           \
    if (value_both_ints(b, c)) {                                               \
        A = value_small(value_int(b) oper value_int(c));                         \
        NEXT();                                                                \
    }
#define RSHIFT_CASE                                                            \
    if (value_both_ints(b, c) && (uint64_t)value_int(c) < 64) {                \
        A = value_small(value_int(b) >> value_int(c));                         \
        NEXT();                                                                \
    }
#define LSHIFT_CASE                                                            \
    if (value_both_ints(b, c) && (uint64_t)value_int(c) < 48) {                \
        int64_t x = value_int(b), s = (int64_t)((uint64_t)x << value_int(c));  \
        if (s >> value_int(c) == x) {                                          \
            if (LIKELY(value_int_fits(s))) {                                   \
                A = value_small(s);                                            \
                NEXT();                                                        \
            }                                                                  \
            IN_WORDS(s);                                                       \
        }                                                                      \
    }

/* Comparison: known at once for two ints or two floats. */
#define COMPARE(OPCODE, oper, CMP)                                                     \
    L_##OPCODE:                                                                      \
    {                                                                                \
        Value b = B, c = C;                                                          \
        if (LIKELY(value_both_ints(b, c))) {                                         \
            A = value_bool(value_int(b) oper value_int(c));                            \
            NEXT();                                                                  \
        }                                                                            \
        if (value_is_float(b) && value_is_float(c)) {                                \
            A = value_bool(value_float(b) oper value_float(c));                        \
            NEXT();                                                                  \
        }                                                                            \
        SAVE();                                                                      \
        PUSH_OPERATOR(METHOD_##OPCODE);                                              \
        CHECKED(vm_compare(vm, CMP, b, c));                                          \
    }
#define COMPARE_JUMP(OPCODE, oper, CMP)                                                \
    L_##OPCODE:                                                                      \
    {                                                                                \
        Value b = B, c = C;                                                          \
        bool truth;                                                                  \
        if (LIKELY(value_both_ints(b, c)))                                           \
            truth = value_int(b) oper value_int(c);                                    \
        else if (value_is_float(b) && value_is_float(c))                             \
            truth = value_float(b) oper value_float(c);                                \
        else {                                                                       \
            SAVE();                                                                  \
            PUSH_OPERATOR(METHOD_##OPCODE);                                          \
            CHECKED(vm_compare(vm, CMP, b, c));                                      \
        }                                                                            \
        pc += truth == (pc->op == OP_JUMPT) ? pc->bc + 1 : 1;                        \
        NEXT();                                                                      \
    }

/* What a call has just made, and the next instruction does with it: nobody else can hold it. False: under -W error
 * the warning has become an error. */
static bool call_result_dropped(VM *vm, Value callee, Value v, const Instr *next)
{
    if (!value_is_kind(callee, KIND_FUNCTION))
        return true;
    if (next->op == OP_DROP && value_is_kind(v, KIND_COROUTINE) && AS(Fiber, v)->state == FIBER_CREATED) {
        Fiber *fiber = AS(Fiber, v); /* `f()` as a statement: no line of it has run, none ever will */
        fiber->state = FIBER_DONE;
        fiber->obj.flags &= (uint8_t)~OBJ_FINALISE;
        return fiber_warn_never_awaited(vm, fiber, true);
    } else if (next->op != OP_DROP && next->c == 1 &&
               (value_is_exactly(v, KIND_GENERATOR) || value_is_exactly(v, KIND_ASYNCGEN))) {
        AS(Fiber, v)->fresh = 1; /* the end of the loop may close it */
    }
    return true;
}

/* Is what the call before `next` makes awaited on the spot, and bound to no name? */
enum { AWAIT_LENGTH = 3 }; /* GETAWAITABLE, LOADNONE, SEND */
static inline bool is_awaited(const Frame *frame, const Instr *next)
{
    return next->op == OP_GETAWAITABLE && next->b >= frame->func->code->nlocals;
}

/* Instead of calling a function of the library (Code.shortcut); of a coroutine function, that and the whole await.
 * UNSET: call it. */
static inline Value call_shortcut(VM *vm, const Code *code, Value *args, unsigned nargs)
{
    size_t mark = vm->root_count;
    Value v = code->shortcut(vm, args, (int)nargs);
    vm->root_count = mark;
    return v;
}

#define CALL_QUICK(callee, args, nargs)                                                     \
    if (LIKELY(value_is_obj(callee))) {                                                     \
        Obj *obj = value_obj(callee);                                                       \
        if (LIKELY(obj->kind == KIND_FUNCTION)) {                                           \
            Function *func = (Function *)(void *)obj;                                       \
            if (LIKELY(obj->aux == nargs)) {                                                \
                Frame *pushed = frame_push(vm, func, 0);                                    \
                if (UNLIKELY(!pushed))                                                      \
                    goto raised;                                                            \
                Value *to = pushed->r;                                                      \
                size_t i = 0, nregs = func->code->nregs;                                    \
                for (; i < nargs; i++)                                                      \
                    to[i] = args[i];                                                        \
                for (; i < nregs; i++)                                                      \
                    to[i] = VALUE_UNSET;                                                    \
                frame = pushed;                                                             \
                pc = frame->pc;                                                             \
                NEXT();                                                                     \
            }                                                                               \
        } else if (obj->kind == KIND_NATIVE) {                                              \
            CHECKED_PUSH(native_call_quick(vm, (Native *)(void *)obj, args, (int)nargs));   \
        }                                                                                   \
    }

/* `await f(...)` with an `async def` f: its coroutine is entered at once. Goes on behind it when there is no depth left:
 * then the coroutine is made, and the SEND raises. */
#define CALL_AWAITED(func, args, nargs, names)                                              \
    if (LIKELY(vm->depth < vm->depth_limit)) {                                              \
        Fiber *called = fiber_call_awaited(vm, func, args, nargs, names);                   \
        if (UNLIKELY(!called))                                                              \
            goto raised;                                                                    \
        R[pc[0].a] = OBJ(called);                                                           \
        R[pc[1].a] = VALUE_NONE;                                                            \
        frame->pc = pc + AWAIT_LENGTH;                                                      \
        LOAD();                                                                             \
        NEXT();                                                                             \
    }

/* --- the loop, twice -------------------------------------------------------------------------------------- */

/* While nobody looks. Somebody who begins to look meanwhile (breakpoint(), %trace) is met at the entry, at the next
 * safe point (ATTENTION_OBSERVER stays set), or when a native says that it has changed vm->frame. */
#define VM_RUN vm_run
#define BEGIN()                              \
    if (COUNTED(vm))                         \
        return vm_run_observed(vm, out)
#define NEXT() goto *labels[(pc++)->op]
#define ENTERED() BEGIN()
#define AGAIN_IF_OBSERVED()                  \
    do {                                     \
        if (COUNTED(vm)) {                   \
            frame->pc = pc - 1;              \
            return vm_run_observed(vm, out); \
        }                                    \
    } while (0)
#define TELL_LEAVE(how, v) ((void)0)
#define SHORTCUTS true /* a call is a safe point, so nobody observes */
#define IN_WORDS(w)                                                       \
    do {                                                                  \
        pc = arith_in_words(vm, frame->r, frame->func->code, pc, (w));    \
        NEXT();                                                           \
    } while (0)
#include "vm/interp_loop.h"
#undef VM_RUN
#undef BEGIN
#undef NEXT
#undef ENTERED
#undef AGAIN_IF_OBSERVED
#undef TELL_LEAVE
#undef SHORTCUTS
#undef IN_WORDS

/* While somebody looks, or instructions are counted. */
#define VM_RUN vm_run_observed
#define BEGIN() ((void)0)
#define NEXT()                                \
    do {                                      \
        if (UNLIKELY(++vm->ops == vm->ops_watch)) { \
            SAVE();                           \
            vm->watch_hook(vm);               \
        }                                     \
        if (UNLIKELY(vm->lines)) {            \
            SAVE();                           \
            lines_step(vm, frame);            \
        }                                     \
        goto *labels[(pc++)->op];             \
    } while (0)
#define ENTERED() ((void)0)
#define AGAIN_IF_OBSERVED() ((void)0)
#define TELL_LEAVE(how, v)                    \
    do {                                      \
        if (UNLIKELY(vm->lines))              \
            lines_leave(vm, frame, how, v);   \
    } while (0)
#define SHORTCUTS false
#define IN_WORDS(w) ((void)0) /* each instruction is seen */
#include "vm/interp_loop.h"
