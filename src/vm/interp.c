/* interp.c - the dispatch loop. The only long function of the project, on purpose: what every
 * instruction does can be read in one place, and the compiler keeps pc and frame in machine registers.
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

static Value make_function(VM *vm, Frame *frame, Code *code)
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
#define NEXT() goto *labels[(pc++)->op]
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
        if (UNLIKELY(checked_.bits <= 2)) {              \
            if (value_is_raised(checked_))               \
                goto raised;                             \
            LOAD();                                      \
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
    if (LIKELY(value_both_ints(b, c)) && value_add_ints(&A, b, c))     \
        NEXT();                                                        \
    FLOAT_CASE(+)
#define SUB_CASE                                                       \
    if (LIKELY(value_both_ints(b, c)) && value_sub_ints(&A, b, c))     \
        NEXT();                                                        \
    FLOAT_CASE(-)
#define MUL_CASE                                                               \
    if (LIKELY(value_both_ints(b, c))) {                                       \
        int64_t product;                                                       \
        if (!__builtin_mul_overflow(value_int(b), value_int(c), &product) &&   \
            value_int_fits(product)) {                                         \
            A = value_small(product);                                          \
            NEXT();                                                            \
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
        if (s >> value_int(c) == x && value_int_fits(s)) {                     \
            A = value_small(s);                                                \
            NEXT();                                                            \
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

/* What a call has just made, and the next instruction does with it: nobody else can hold it. */
static void call_result_dropped(VM *vm, Value callee, Value v, const Instr *next)
{
    if (!value_is_kind(callee, KIND_FUNCTION))
        return;
    if (next->op == OP_DROP && value_is_kind(v, KIND_COROUTINE) && AS(Fiber, v)->state == FIBER_CREATED) {
        Fiber *fiber = AS(Fiber, v); /* `f()` as a statement: no line of it has run, none ever will */
        fiber->state = FIBER_DONE;
        fiber->obj.flags &= (uint8_t)~OBJ_FINALISE;
        fiber_warn_never_awaited(vm, fiber, true);
    } else if (next->op != OP_DROP && next->c == 1 &&
               (value_is_exactly(v, KIND_GENERATOR) || value_is_exactly(v, KIND_ASYNCGEN))) {
        AS(Fiber, v)->fresh = 1; /* the end of the loop may close it */
    }
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

RunResult vm_run(VM *vm, Value *out)
{
    static const void *const labels[OP_COUNT] = {
#define OP(name, a, b, c, flags, effect) &&L_##name,
#include "bytecode/opcodes.def"
#undef OP
    };
    register Frame *frame = vm->frame;
    register const Instr *pc = frame->pc;
    vm->direct = true;
    const size_t roots_at_entry = vm->root_count; /* what a failing operation kept is let go at `raised` */
    if (UNLIKELY(vm_raised(vm)))
        goto raised;
    NEXT();

    /* --- moving ------------------------------------------------------------------------------- */
L_NOP:
L_EXT:
    NEXT();
L_MOVE:
    A = B;
    NEXT();
L_LOADK:
    A = KONST;
    NEXT();
L_LOADI:
    A = value_small(OFFSET);
    NEXT();
L_LOADNONE:
    A = VALUE_NONE;
    NEXT();
L_LOADBOOL:
    A = value_bool(pc[-1].b);
    NEXT();
L_UNSET:
    A = VALUE_UNSET;
    NEXT();
L_CHECK:
    if (UNLIKELY(value_is_unset(A))) {
        SAVE();
        names_raise_unbound(vm, as_str(KONST));
        goto raised;
    }
    NEXT();

    /* --- variables ---------------------------------------------------------------------------- */
L_NEWCELL: {
    Value held = A;
    A = OBJ(cell_new(vm->heap, held));
    NEXT();
}
L_GETCELL: {
    Value v = AS(Cell, B)->value;
    if (UNLIKELY(value_is_unset(v))) {
        SAVE();
        names_raise_unbound(vm, SITE->name);
        goto raised;
    }
    A = v;
    NEXT();
}
L_SETCELL:
    AS(Cell, A)->value = B;
    NEXT();
L_DELCELL:
    if (value_is_unset(AS(Cell, A)->value)) {
        SAVE();
        names_raise_unbound(vm, SITE->name);
        goto raised;
    }
    AS(Cell, A)->value = VALUE_UNSET;
    NEXT();
L_GETFREE: {
    Value v = frame->func->cells[pc[-1].b]->value;
    if (UNLIKELY(value_is_unset(v))) {
        SAVE();
        names_raise_free(vm, SITE->name);
        goto raised;
    }
    A = v;
    NEXT();
}
L_SETFREE:
    frame->func->cells[pc[-1].a]->value = B;
    NEXT();
L_DELFREE:
    if (value_is_unset(frame->func->cells[pc[-1].a]->value)) {
        SAVE();
        names_raise_free(vm, SITE->name);
        goto raised;
    }
    frame->func->cells[pc[-1].a]->value = VALUE_UNSET;
    NEXT();
L_GETGLOBAL: {
    Function *func = frame->func;
    Site *site = SITE;
    if (LIKELY(site->version == func->globals->version)) {
        if (LIKELY(site->how == 0)) {
            A = func->globals->entries[site->slot].value;
            NEXT();
        }
        if (LIKELY(site->version2 == func->builtins->version)) {
            A = func->builtins->entries[site->slot].value;
            NEXT();
        }
    }
    SAVE();
    Value v;
    if (!names_get_global(vm, func, site, &v))
        goto raised;
    A = v;
    NEXT();
}
L_SETGLOBAL: {
    Dict *globals = frame->func->globals;
    Site *site = SITE;
    if (LIKELY(site->version == globals->version && site->how == 0)) {
        globals->entries[site->slot].value = A;
        NEXT();
    }
    SAVE();
    if (!dict_set_name(vm->heap, globals, site->name, A)) {
        raise_memory(vm);
        goto raised;
    }
    DictEntry *entry = dict_find_name(globals, site->name);
    site->version = globals->version;
    site->slot = (uint32_t)(entry - globals->entries);
    site->how = 0;
    NEXT();
}
L_DELGLOBAL:
    SAVE();
    if (!dict_del_name(vm->heap, frame->func->globals, SITE->name)) {
        names_raise(vm, SITE->name);
        goto raised;
    }
    NEXT();
L_GETNAME: {
    SAVE();
    Value v;
    if (!names_get(vm, frame, SITE->name, &v, false))
        goto raised;
    A = v;
    NEXT();
}
L_SETNAME:
    SAVE();
    if (!names_set(vm, frame, SITE->name, A))
        goto raised;
    NEXT();
L_DELNAME:
    SAVE();
    if (!names_delete(vm, frame, SITE->name))
        goto raised;
    NEXT();
L_GETNAMEFREE: {
    SAVE();
    Value v;
    if (!names_get(vm, frame, SITE->name, &v, true))
        goto raised;
    if (value_is_unset(v))
        v = frame->func->cells[pc[-1].b]->value;
    if (value_is_unset(v)) {
        names_raise_free(vm, SITE->name);
        goto raised;
    }
    A = v;
    NEXT();
}

    /* --- attributes and items ------------------------------------------------------------------- */
L_GETATTR: {
    Value b = B;
    Site *site = SITE;
    if (LIKELY(value_is_obj(b))) {
        Obj *obj = value_obj(b);
        if (LIKELY((obj->kind & KIND_MASK) == KIND_INSTANCE)) {
            Instance *in = (Instance *)(void *)obj;
            if (LIKELY(in->shape == site->shape && site->version == vm->class_epoch && site->how == ATTR_SLOT &&
                       in->shape)) {
                Value found = *instance_slot(in, site->slot);
                if (LIKELY(!value_is_unset(found))) { /* unset: a member of __slots__ */
                    A = found;
                    NEXT();
                }
            }
        } else if (obj->kind == KIND_MODULE && site->how == ATTR_MODULE &&
                   ((Module *)(void *)obj)->dict->version == site->version) {
            A = ((Module *)(void *)obj)->dict->entries[site->slot].value;
            NEXT();
        }
    }
    SAVE();
    CHECKED_PUSH(attr_get(vm, b, site));
}
L_SETATTR: {
    Value a = A;
    Site *site = SITE;
    if (LIKELY(value_is_kind(a, KIND_INSTANCE))) {
        Instance *in = as_instance(a);
        if (LIKELY(in->shape == site->shape && site->version == vm->class_epoch && in->shape)) {
            if (LIKELY(site->how == ATTR_SLOT)) {
                *instance_slot(in, site->slot) = B;
                NEXT();
            }
            if (site->how == ATTR_NEW_SLOT && site->slot < in->obj.aux) {
                in->slots[site->slot] = B;
                in->shape = AS(Shape, site->value);
                NEXT();
            }
        }
    }
    SAVE();
    if (UNLIKELY(!attr_set(vm, a, site, B)))
        goto raised;
    NEXT();
}
L_DELATTR:
    SAVE();
    if (!vm_setattr(vm, A, SITE->name, VALUE_UNSET))
        goto raised;
    NEXT();
L_GETMETHOD: {
    Value b = B;
    Site *site = SITE;
    Value *to = &A;
    if (LIKELY(value_is_obj(b) && site->version == vm->class_epoch)) {
        Obj *obj = value_obj(b);
        if (LIKELY(site->how == ATTR_METHOD)) {
            if (LIKELY((obj->kind & KIND_MASK) == KIND_INSTANCE &&
                       ((Instance *)(void *)obj)->shape == site->shape)) {
                to[1] = b;
                to[0] = site->value;
                NEXT();
            }
        } else if (site->how == ATTR_CLASS_VALUE && (Shape *)(void *)obj->cls == site->shape &&
                   !(obj->flags & OBJ_ATTRS)) {
            to[1] = b;
            to[0] = site->value;
            NEXT();
        }
    }
    SAVE();
    if (UNLIKELY(!attr_get_method(vm, b, site, to)))
        goto raised;
    NEXT();
}
L_GETSPECIAL:
    SAVE();
    if (UNLIKELY(!attr_get_special(vm, B, SITE->name, &A)))
        goto raised;
    NEXT();
L_GETSUPER: {
    SAVE();
    Value *window = &B;
    if (LIKELY(value_same(window[2], OBJ(vm->heap->classes[KIND_SUPER])))) {
        if (!attr_get_super(vm, window[0], window[1], SITE->name, &A))
            goto raised;
        NEXT();
    }
    Value object = vm_call(vm, window[2], 0, NULL); /* `super` is something else here */
    if (value_is_raised(object) || !attr_get_method(vm, vm_keep(vm, object), SITE, &A))
        goto raised;
    vm->root_count = roots_at_entry;
    NEXT();
}
L_GETITEM: {
    Value b = B, c = C;
    if (LIKELY(value_is_obj(b))) {
        if (LIKELY(value_is_int(c))) {
            int64_t i = value_int(c);
            if (LIKELY(value_obj(b)->kind == KIND_LIST)) {
                List *list = as_list(b);
                if (i < 0)
                    i += (int64_t)list->count;
                if (LIKELY((uint64_t)i < list->count)) {
                    A = list->items[i];
                    NEXT();
                }
            } else if (value_obj(b)->kind == KIND_TUPLE) {
                Tuple *tuple = as_tuple(b);
                if (i < 0)
                    i += (int64_t)tuple_length(tuple);
                if (LIKELY((uint64_t)i < tuple_length(tuple))) {
                    A = tuple->items[i];
                    NEXT();
                }
            }
        }
    }
    SAVE();
    if (value_is_exactly(b, KIND_INSTANCE)) {
        if (push_method(vm, b, NAME(vm, __getitem__), 2, c, VALUE_UNSET, 0)) {
            LOAD();
            NEXT();
        }
        if (UNLIKELY(vm_raised(vm)))
            goto raised;
    }
    CHECKED(vm_getitem(vm, b, c));
}
L_SETITEM: {
    Value a = A, b = B;
    if (LIKELY(value_is_exactly(a, KIND_LIST) && value_is_int(b))) {
        List *list = as_list(a);
        int64_t i = value_int(b);
        if (i < 0)
            i += (int64_t)list->count;
        if (LIKELY((uint64_t)i < list->count)) {
            list->items[i] = C;
            NEXT();
        }
    }
    SAVE();
    if (value_is_exactly(a, KIND_INSTANCE)) {
        if (push_method(vm, a, NAME(vm, __setitem__), 3, b, C, FRAME_NO_VALUE)) {
            LOAD();
            NEXT();
        }
        if (UNLIKELY(vm_raised(vm)))
            goto raised;
    }
    if (UNLIKELY(!vm_setitem(vm, a, b, C)))
        goto raised;
    NEXT();
}
L_DELITEM:
    SAVE();
    if (!vm_setitem(vm, A, B, VALUE_UNSET))
        goto raised;
    NEXT();
L_SLICE: {
    Value *parts = &B;
    A = OBJ(slice_new(vm->heap, parts[0], parts[1], parts[2]));
    NEXT();
}

    /* --- arithmetic --------------------------------------------------------------------------------- */
    ARITH(ADD, ADD_CASE)
    ARITH(SUB, SUB_CASE)
    ARITH(MUL, MUL_CASE)
    ARITH(DIV, DIV_CASE)
    ARITH(FLOORDIV, FLOORDIV_CASE)
    ARITH(MOD, MOD_CASE)
    ARITH(POW, )
    ARITH(LSHIFT, LSHIFT_CASE)
    ARITH(RSHIFT, RSHIFT_CASE)
    ARITH(AND, BIT_CASE(&))
    ARITH(OR, BIT_CASE(|))
    ARITH(XOR, BIT_CASE(^))
    ARITH(MATMUL, )
    ARITH(IADD, ADD_CASE)
    ARITH(ISUB, SUB_CASE)
    ARITH(IMUL, MUL_CASE)
    ARITH(IDIV, DIV_CASE)
    ARITH(IFLOORDIV, FLOORDIV_CASE)
    ARITH(IMOD, MOD_CASE)
    ARITH(IPOW, )
    ARITH(ILSHIFT, LSHIFT_CASE)
    ARITH(IRSHIFT, RSHIFT_CASE)
    ARITH(IAND, BIT_CASE(&))
    ARITH(IOR, BIT_CASE(|))
    ARITH(IXOR, BIT_CASE(^))
    ARITH(IMATMUL, )
#define ARITH_IMMEDIATE(OPCODE, GENERAL, function, sign)                                   \
    L_##OPCODE:                                                                            \
    {                                                                                      \
        Value b = B, c = value_small((int16_t)pc[-1].c);                                   \
        if (LIKELY(value_is_int(b)) && function(&A, b, c))                                 \
            NEXT();                                                                        \
        if (value_is_float(b)) {                                                           \
            A = value_from_double(value_float(b) sign(double)(int16_t) pc[-1].c);          \
            NEXT();                                                                        \
        }                                                                                  \
        SAVE();                                                                            \
        CHECKED(vm_binary(vm, OP_##GENERAL, b, c));                                        \
    }
    ARITH_IMMEDIATE(ADDI, ADD, value_add_ints, +)
    ARITH_IMMEDIATE(SUBI, SUB, value_sub_ints, -)
    ARITH_IMMEDIATE(IADDI, IADD, value_add_ints, +)
    ARITH_IMMEDIATE(ISUBI, ISUB, value_sub_ints, -)
L_NEG: {
    Value b = B;
    if (LIKELY(value_is_float(b))) {
        A = value_from_double(-value_float(b));
        NEXT();
    }
    SAVE();
    CHECKED(vm_unary(vm, OP_NEG, b));
}
L_POS:
    SAVE();
    CHECKED(vm_unary(vm, OP_POS, B));
L_INVERT:
    SAVE();
    CHECKED(vm_unary(vm, OP_INVERT, B));
L_NOT: {
    Value b = B;
    if (LIKELY(value_is_bool(b))) {
        A = value_bool(!value_is_true(b));
        NEXT();
    }
    SAVE();
    int truth = vm_truth(vm, b);
    if (truth < 0)
        goto raised;
    A = value_bool(!truth);
    NEXT();
}

    /* --- comparison ---------------------------------------------------------------------------------- */
    COMPARE(LT, <, CMP_LT)
    COMPARE(LE, <=, CMP_LE)
    COMPARE(EQ, ==, CMP_EQ)
    COMPARE(NE, !=, CMP_NE)
    COMPARE(GT, >, CMP_GT)
    COMPARE(GE, >=, CMP_GE)
    COMPARE_JUMP(LTJ, <, CMP_LT)
    COMPARE_JUMP(LEJ, <=, CMP_LE)
    COMPARE_JUMP(EQJ, ==, CMP_EQ)
    COMPARE_JUMP(NEJ, !=, CMP_NE)
    COMPARE_JUMP(GTJ, >, CMP_GT)
    COMPARE_JUMP(GEJ, >=, CMP_GE)
L_IS:
    A = value_bool(value_same(B, C));
    NEXT();
L_ISNOT:
    A = value_bool(!value_same(B, C));
    NEXT();
L_IN: {
    SAVE();
    int found = vm_contains(vm, C, B);
    if (UNLIKELY(found < 0))
        goto raised;
    A = value_bool(found);
    NEXT();
}
L_NOTIN: {
    SAVE();
    int found = vm_contains(vm, C, B);
    if (UNLIKELY(found < 0))
        goto raised;
    A = value_bool(!found);
    NEXT();
}

    /* --- jumps ----------------------------------------------------------------------------------------- */
L_JUMP:
    pc += OFFSET;
    NEXT();
L_LOOP:
    SAFE_POINT();
    pc += OFFSET;
    NEXT();
#define TRUTH_JUMP(OPCODE, sense)                 \
    L_##OPCODE:                                   \
    {                                             \
        Value a = A;                              \
        bool truth;                               \
        if (LIKELY(value_is_bool(a)))             \
            truth = value_is_true(a);             \
        else if (value_is_none(a))                \
            truth = false;                        \
        else if (value_is_int(a))                 \
            truth = value_int(a) != 0;            \
        else {                                    \
            SAVE();                               \
            int answer = vm_truth(vm, a);         \
            if (answer < 0)                       \
                goto raised;                      \
            truth = answer;                       \
        }                                         \
        if (truth == (sense))                     \
            pc += OFFSET;                         \
        NEXT();                                   \
    }
    TRUTH_JUMP(JUMPT, true)
    TRUTH_JUMP(JUMPF, false)
L_JUMPNONE:
    if (value_is_none(A))
        pc += OFFSET;
    NEXT();
L_JUMPNOTNONE:
    if (!value_is_none(A))
        pc += OFFSET;
    NEXT();

    /* --- iteration ---------------------------------------------------------------------------------------- */
L_GETITER: {
    Value b = B;
    if (value_is_exactly(b, KIND_GENERATOR)) {
        A = b;
        NEXT();
    }
    SAVE();
    CHECKED(vm_iter(vm, b));
}
L_FORITER: {
    Value b = B;
    Obj *obj = value_obj(b); /* iterators are objects */
    switch (obj->kind) {
    case KIND_RANGE_ITER: {
        RangeIter *it = (RangeIter *)(void *)obj;
        if (it->left == 0)
            NEXT();
        it->left--;
        int64_t n = it->next;
        it->next = n + it->step;
        A = value_small(n);
        pc++;
        NEXT();
    }
    case KIND_LIST_ITER: {
        SeqIter *it = (SeqIter *)(void *)obj;
        if (LIKELY(value_is_obj(it->seq) && it->obj.aux == 0)) {
            List *list = as_list(it->seq);
            if (LIKELY(it->next < list->count)) {
                A = list->items[it->next++];
                pc++;
                NEXT();
            }
            it->seq = VALUE_UNSET;
            NEXT();
        }
        break;
    }
    case KIND_GENERATOR: {
        Fiber *fiber = (Fiber *)(void *)obj;
        if (LIKELY(fiber->state <= FIBER_SUSPENDED && vm->depth < vm->depth_limit)) {
            frame->pc = pc; /* at the JUMP: the end goes there, a value skips it */
            fiber_enter(vm, fiber, FIBER_BY_FOR, VALUE_NONE);
            LOAD();
            NEXT();
        }
        if (fiber->state == FIBER_DONE)
            NEXT();
        break;
    }
    case KIND_INSTANCE:
        frame->pc = pc;
        if (push_method(vm, b, NAME(vm, __next__), 1, VALUE_UNSET, VALUE_UNSET, FRAME_FOR)) {
            LOAD();
            NEXT();
        }
        if (UNLIKELY(vm_raised(vm)))
            goto raised;
        break;
    default: break;
    }
    SAVE();
    Value v = vm_next(vm, b);
    if (UNLIKELY(value_is_raised(v)))
        goto raised;
    if (value_is_unset(v))
        NEXT();
    A = v;
    pc++;
    NEXT();
}
L_ENDFOR:
    SAVE();
    if (UNLIKELY(!end_for(vm, A)))
        goto raised;
    NEXT();
L_UNPACK:
    SAVE();
    if (UNLIKELY(!build_unpack(vm, B, &A, pc[-1].c)))
        goto raised;
    NEXT();
L_UNPACKEX:
    SAVE();
    if (UNLIKELY(!build_unpack_star(vm, B, &A, pc[-1].c, (size_t)pc[0].bc)))
        goto raised;
    pc++;
    NEXT();

    /* --- building ------------------------------------------------------------------------------------------- */
L_NEWLIST:
    SAVE();
    CHECKED(vm_own(vm, list_from_values(vm->heap, &B, pc[-1].c)));
L_NEWTUPLE:
    SAVE();
    CHECKED(vm_own(vm, tuple_from_values(vm->heap, &B, pc[-1].c)));
L_NEWSET: {
    SAVE();
    Set *set = set_new(vm->heap, KIND_SET, pc[-1].c);
    if (!set) {
        raise_memory(vm);
        goto raised;
    }
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(set));
    for (unsigned i = 0; i < pc[-1].c; i++)
        if (vm_set_add(vm, set, (&B)[i]) < 0)
            goto raised;
    if (pc[-1].c >= 5) { /* CPython merges a constant frozenset; see set_arrange */
        set_arrange(vm->heap, set);
        set->obj.flags = (uint8_t)((set->obj.flags & ~SET_ARRANGED) | SET_MERGED);
    }
    vm->root_count = mark;
    A = OBJ(set);
    NEXT();
}
L_NEWDICT: {
    SAVE();
    Dict *dict = dict_new(vm->heap, pc[-1].c);
    if (!dict) {
        raise_memory(vm);
        goto raised;
    }
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(dict));
    for (unsigned i = 0; i < pc[-1].c; i++)
        if (!vm_dict_set(vm, dict, (&B)[2 * i], (&B)[2 * i + 1]))
            goto raised;
    vm->root_count = mark;
    A = OBJ(dict);
    NEXT();
}
L_LISTADD:
    SAVE();
    if (LIKELY(pc[-1].c == 1) ? !list_append(vm->heap, as_list(A), B)
                              : !list_extend_values(vm->heap, as_list(A), &B, pc[-1].c)) {
        raise_memory(vm);
        goto raised;
    }
    NEXT();
L_SETADD:
    SAVE();
    if (vm_set_add(vm, as_set(A), B) < 0)
        goto raised;
    NEXT();
L_DICTADD:
    SAVE();
    if (!vm_dict_set(vm, as_dict(A), B, (&B)[1]))
        goto raised;
    NEXT();
L_LISTEXTEND:
    SAVE();
    if (!build_list_extend(vm, as_list(A), B, pc[-1].c == 1 && pc[-1].a ? (&A)[-1] : VALUE_UNSET))
        goto raised;
    NEXT();
L_SETUPDATE: {
    SAVE();
    Value it = vm_iter(vm, B);
    if (value_is_raised(it))
        goto raised;
    size_t mark = vm->root_count;
    vm_keep(vm, it);
    for (;;) {
        Value item = vm_next(vm, it);
        if (value_is_raised(item) || (!value_is_unset(item) && vm_set_add(vm, as_set(A), item) < 0))
            goto raised;
        if (value_is_unset(item))
            break;
    }
    vm->root_count = mark;
    NEXT();
}
L_DICTUPDATE:
    SAVE();
    if (!build_dict_merge(vm, as_dict(A), B, VALUE_NONE, false))
        goto raised;
    NEXT();
L_DICTMERGE:
    SAVE();
    if (!build_dict_merge(vm, as_dict(A), B, C, true))
        goto raised;
    NEXT();
L_LISTTUPLE:
    SAVE();
    CHECKED(vm_own(vm, tuple_from_values(vm->heap, as_list(B)->items, as_list(B)->count)));
L_FORMAT: {
    SAVE();
    unsigned how = pc[-1].c;
    CHECKED(build_formatted(vm, B, how & 3, how & 4 ? (&B)[1] : VALUE_UNSET));
}
L_JOINSTR:
    SAVE();
    CHECKED(build_joined(vm, &B, pc[-1].c));

    /* --- functions, classes, calls ------------------------------------------------------------------------------ */
L_FUNC:
    SAVE();
    A = make_function(vm, frame, AS(Code, KONST));
    NEXT();
L_FUNCATTR: {
    Function *func = as_function(A);
    switch (pc[-1].c) {
    case 0: func->defaults = B; break;
    case 1: func->kwdefaults = B; break;
    default: func->annotations = B; break;
    }
    NEXT();
}
L_BUILDCLASS: {
    SAVE();
    size_t mark = vm->root_count;
    int names = pc[0].bc;
    Value v = class_build(vm, &B, pc[-1].c, names < 0 ? NULL : as_tuple(frame->func->code->consts[names]));
    vm->root_count = mark;
    if (UNLIKELY(value_is_raised(v)))
        goto raised;
    A = v;
    pc++;
    NEXT();
}
L_BUILDCLASSEX: {
    SAVE();
    size_t mark = vm->root_count;
    Value v = class_build_ex(vm, &B);
    vm->root_count = mark;
    CHECKED(v);
}
L_CALL: {
    SAFE_POINT();
    Value callee = B;
    unsigned nargs = pc[-1].c;
    Value *args = &B + 1;
    SAVE();
    CALL_QUICK(callee, args, nargs)
    goto call_slowly;
L_CALLM:
    SAFE_POINT();
    callee = B;
    nargs = pc[-1].c;
    args = &B + 2;
    if (LIKELY(!value_is_unset(args[-1]))) {
        args--;
        nargs++;
    }
    SAVE();
    CALL_QUICK(callee, args, nargs)
call_slowly:;
    size_t mark = vm->root_count;
    Value v = call_value(vm, callee, args, (int)nargs, NULL);
    vm->root_count = mark;
    if (UNLIKELY(v.bits <= 2)) {
        if (value_is_raised(v))
            goto raised;
        LOAD();
        NEXT();
    }
    if (UNLIKELY(pc->op == OP_DROP || pc->op == OP_GETITER || pc->op == OP_GETAITER))
        call_result_dropped(vm, callee, v, pc);
    A = v;
    NEXT();
}
L_CALLKW:
L_CALLMKW: {
    SAFE_POINT();
    Value *window = &B;
    int nargs = pc[-1].c;
    Value *args = window + 1;
    if (pc[-1].op == OP_CALLMKW) {
        args++;
        if (!value_is_unset(window[1])) {
            args--;
            nargs++;
        }
    }
    Tuple *names = as_tuple(frame->func->code->consts[pc[0].bc]);
    pc++; /* the EXT word's a is the same register: the result goes there */
    SAVE();
    size_t mark = vm->root_count;
    Value v = call_value(vm, window[0], args, nargs, names);
    vm->root_count = mark;
    CHECKED_PUSH(v);
}
L_CALLEX: {
    SAFE_POINT();
    SAVE();
    Value *window = &B;
    CHECKED_PUSH(call_ex(vm, window[0], window[1], window[2]));
}
L_RETURN: {
    Value v = A;
    goto return_value;
L_RETURNNONE:
    v = VALUE_NONE;
return_value:
    if (LIKELY(frame->flags == 0)) {
        Frame *caller = frame->caller;
        vm->stack_top = (char *)frame;
        vm->depth--;
        vm->frame = frame = caller;
        pc = frame->pc;
        A = v;
        NEXT();
    }
    SAVE();
    switch (return_slow(vm, frame, &v)) {
    case RETURN_DELIVER:
        LOAD();
        A = v;
        NEXT();
    case RETURN_NO_VALUE: LOAD(); NEXT();
    case RETURN_TO_C:
        *out = v;
        return vm_raised(vm) ? RUN_RAISED : RUN_RETURNED;
    case RETURN_RAISED: goto raised;
    }
    __builtin_unreachable();
}
L_DROP:
    NEXT();
L_PRINTEXPR: {
    SAVE();
    Value v = A;
    Value sys = dict_get_name(vm->modules, str_intern_cstr(vm->heap, "sys"));
    Value hook = value_is_obj(sys) ? vm_getattr(vm, sys, NAME(vm, displayhook)) : VALUE_NONE;
    if (value_is_raised(hook) || value_is_raised(vm_call(vm, hook, 1, &v)))
        goto raised;
    NEXT();
}

    /* --- suspending ---------------------------------------------------------------------------------------------- */
L_YIELD: {
    SAFE_POINT();
    Value v = B;
    SAVE();
    Fiber *fiber;
yield_value:
    fiber = fiber_suspend(vm);
    switch (fiber->mode) {
    case FIBER_BY_FOR:
        LOAD();
        R[pc[-1].a] = v; /* pc is at the JUMP behind FORITER */
        pc++;
        NEXT();
    case FIBER_BY_NEXT:
        LOAD();
        A = v;
        NEXT();
    default:
        *out = v;
        return RUN_SUSPENDED;
    }
L_SEND: {
    Value it = B;
    if (LIKELY(value_is_obj(it))) {
        Obj *obj = value_obj(it);
        uint8_t kind = obj->kind & KIND_MASK;
        if (kind == KIND_COROUTINE || kind == KIND_GENERATOR) {
            SAFE_POINT();
            Fiber *inner = (Fiber *)(void *)obj;
            SAVE();
            if (UNLIKELY(inner->state == FIBER_DONE)) {
                if (kind == KIND_COROUTINE) {
                    raise_runtime(vm, "cannot reuse already awaited coroutine");
                    goto raised;
                }
                A = VALUE_NONE;
                NEXT();
            }
            if (UNLIKELY(!fiber_lend(vm, inner, C)))
                goto raised;
            LOAD();
            NEXT();
        }
        if (kind == KIND_FUTURE || kind == KIND_TASK) {
            SAVE();
            Value result = VALUE_NONE;
            int state = vm->future_poll(vm, it, &result);
            if (state < 0)
                goto raised;
            if (state > 0) {
                A = result;
                NEXT();
            }
            v = result;
            goto yield_value;
        }
        if (obj->cls == vm->asend_class) {
            SAVE();
            Value result = VALUE_NONE;
            bool entered;
            bool good = asend_start(vm, (Slots *)(void *)obj, &result, &entered);
            if (entered) {
                LOAD();
                if (vm_raised(vm))
                    goto raised;
                NEXT();
            }
            if (!good)
                goto raised;
            A = result;
            NEXT();
        }
    }
    SAVE();
    Value value;
    switch (send_iterator(vm, it, C, &value)) {
    case 1: v = value; goto yield_value;
    case 0: A = value; NEXT();
    default: goto raised;
    }
}
}
L_AYIELD: {
    Value v = B;
    SAVE();
    Fiber *fiber = fiber_of_frame(frame); /* its chain ends here: back to the SEND that awaits a value */
    fiber->tip = frame;
    fiber->state = FIBER_SUSPENDED;
    vm->frame = frame->caller;
    frame->caller = NULL;
    vm->depth--;
    fiber->depth = 1;
    if (UNLIKELY(fiber->flags & FIBER_CLOSING)) {
        fiber->flags &= (uint8_t)~FIBER_CLOSING;
        frame = vm->frame;
        raise_runtime(vm, "async generator ignored GeneratorExit");
        goto raised;
    }
    LOAD();
    A = v;
    NEXT();
}
L_GETAWAITABLE: {
    Value b = B;
    if (value_is_exactly(b, KIND_COROUTINE) && AS(Fiber, b)->state != FIBER_RUNNING) {
        A = b;
        NEXT();
    }
    SAVE();
    CHECKED(fiber_awaitable(vm, b, pc[-1].c));
}
L_GETYIELDFROM:
    SAVE();
    CHECKED(yield_from_target(vm, frame, B));
L_GETAITER: {
    SAVE();
    Value v;
    if (!async_iter(vm, B, &v))
        goto raised;
    A = v;
    NEXT();
}
L_GETANEXT:
    SAVE();
    CHECKED(fiber_anext(vm, B));
L_ENDASYNCFOR:
    if (class_derives(value_obj(A)->cls, vm->exc[EXC_StopAsyncIteration]))
        NEXT();
    SAVE();
    vm->exception = A;
    goto reraised;

    /* --- exceptions ----------------------------------------------------------------------------------------------- */
L_RAISE:
    SAVE();
    raise_exception(vm, A);
    goto raised;
L_RAISEFROM: {
    SAVE();
    size_t mark = vm->root_count;
    raise_from(vm, A, B);
    vm->root_count = mark;
    goto raised;
}
L_RERAISE:
    SAVE();
    vm->exception = A;
    goto reraised;
L_RAISEAGAIN: {
    SAVE();
    Value handled = vm_handled_exception(vm);
    if (value_is_none(handled)) {
        raise_runtime(vm, "No active exception to reraise");
        goto raised;
    }
    vm->exception = handled;
    goto reraised;
}
L_HANDLE:
    vm->handling++;
    NEXT();
L_UNHANDLE:
    vm->handling--;
    NEXT();
L_MATCHEXC: {
    SAVE();
    CHECKED(match_exception(vm, B, C));
}
L_STARMATCH: {
    SAVE();
    Value match = VALUE_NONE, rest = VALUE_NONE;
    if (!exception_group_match(vm, B, C, &match, &rest))
        goto raised;
    (&A)[1] = rest;
    A = match;
    NEXT();
}
L_STAREND: {
    SAVE();
    CHECKED(exception_group_end(vm, as_list(B), C));
}
L_WITHEXIT:
    SAVE();
    CHECKED(call_exit(vm, &B, C));
L_ASSERTFAIL: {
    SAVE();
    Value message = A;
    Value exception = exception_make(vm, vm->exc[EXC_AssertionError], pc[-1].b ? 1 : 0, &message);
    if (!value_is_unset(exception))
        raise_exception(vm, exception);
    goto raised;
}

    /* --- modules -------------------------------------------------------------------------------------------------- */
L_IMPORT: {
    SAVE();
    size_t mark = vm->root_count;
    Value v = import_name(vm, SITE->name, B, (&B)[1]);
    vm->root_count = mark;
    CHECKED(v);
}
L_IMPORTFROM:
    SAVE();
    CHECKED(import_from(vm, B, SITE->name));
L_IMPORTSTAR:
    SAVE();
    if (!import_star(vm, A, frame))
        goto raised;
    NEXT();
L_ANNOTATIONS: {
    SAVE();
    Dict *ns = frame->func->code->flags & CODE_NAMES && value_is_dict(R[0]) ? as_dict(R[0]) : frame->func->globals;
    if (value_is_unset(dict_get_name(ns, NAME(vm, __annotations__)))) {
        Dict *annotations = dict_new(vm->heap, 4);
        if (!annotations || !dict_set_name(vm->heap, ns, NAME(vm, __annotations__), OBJ(annotations))) {
            raise_memory(vm);
            goto raised;
        }
    }
    NEXT();
}
L_LINE:
    SAFE_POINT();
    SAVE();
    EMIT(vm, line, .number = OFFSET);
    NEXT();

raised:
    vm->root_count = roots_at_entry;
    if (!unwind(vm))
        return RUN_RAISED;
    LOAD();
    NEXT();
reraised:
    vm->root_count = roots_at_entry;
    if (!unwind_again(vm))
        return RUN_RAISED;
    LOAD();
    NEXT();
}
