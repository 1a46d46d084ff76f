/* vm_internal.h - what the files of src/vm share and nobody else needs. */
#ifndef VM_VM_INTERNAL_H
#define VM_VM_INTERNAL_H

#include "vm/vm.h"

enum {
    ROOT_STACK_VALUES = 1 << 18, /* vm_keep and bound arguments; never moves                           */
    STACK_SEGMENT_BYTES = START(64 * 1024),
    GREENLET_SEGMENT_BYTES = START(2 * 1024),
    C_FRAME_BYTES = 1600,        /* an upper bound of C stack a nested vm_run costs                     */
};

/* interp.c */
RunResult vm_run(VM *vm, Value *out); /* until an entry frame returns, suspends to C, or raises [script] */
RunResult vm_run_observed(VM *vm, Value *out); /* what vm_run becomes while somebody looks [script] */

/* lines.c: line by line, while vm->lines. Before an instruction; when `frame` is left; when an exception meets it. */
void lines_step(VM *vm, Frame *frame);
void lines_leave(VM *vm, Frame *frame, const char *how, Value v);
void lines_raise(VM *vm, Frame *frame);

/* call.c: args[-1] is the callee's slot and may be overwritten; kwnames names the last arguments. The
 * answer is the result, RAISED, or PUSHED: a frame was pushed and its return will deliver the result. */
Value call_value(VM *vm, Value callee, Value *args, int nargs, Tuple *kwnames);
/* Keyword arguments as a new dict (kept), and back: names answered, values written. NULL: raised. */
Dict *call_kw_dict(VM *vm, Tuple *kwnames, const Value *values);
Tuple *call_kw_names(VM *vm, Dict *kw, Value *values);
Value call_class(VM *vm, Class *cls, Value *args, int nargs, Tuple *kwnames);
Value call_ex(VM *vm, Value callee, Value args, Value kwargs);
Frame *frame_push_slow(VM *vm, Function *func, size_t bytes);
void frame_pop(VM *vm, Frame *frame); /* any frame of the running stack, vm->frame = its caller */
/* TypeError of a wrong call, in the words for functions of the language; always false. */
bool call_raise_missing(VM *vm, const Str *who, Str **names, int count, const char *kind);
bool call_raise_too_many(VM *vm, const Str *who, int count, int defaults, int given, int kwonly_given);
bool call_bind(VM *vm, Function *func, Value *registers, Value *args, int nargs, Tuple *kwnames);
void stack_destroy(StackSegment *segment);

static inline void frame_clear(Value *r, size_t from, size_t to)
{
    for (; from < to; from++)
        r[from] = VALUE_UNSET;
}

/* A frame on the stack of the running greenlet, linked to vm->frame; registers are the caller's to set. */
static inline Frame *frame_push(VM *vm, Function *func, size_t extra)
{
    size_t bytes = frame_bytes(func->code) + extra * sizeof(Value);
    if (UNLIKELY((size_t)(vm->stack_end - vm->stack_top) < bytes || vm->depth >= vm->depth_limit))
        return frame_push_slow(vm, func, bytes);
    Frame *frame = (Frame *)(void *)vm->stack_top;
    vm->stack_top += bytes;
    vm->depth++;
    frame->caller = vm->frame;
    frame->pc = func->code->instrs;
    frame->func = func;
    frame->flags = 0;
    frame->id = 0;
    vm->frame = frame;
    return frame;
}

/* attr.c */
enum { ATTR_NONE, ATTR_SLOT, ATTR_METHOD, ATTR_CLASS_VALUE, ATTR_MODULE, ATTR_NEW_SLOT };
Value attr_get(VM *vm, Value obj, Site *site);      /* slow path of GETATTR; may answer PUSHED */
/* slow path of GETMETHOD: out[0], out[1] as the opcode says. */
bool attr_get_method(VM *vm, Value obj, Site *site, Value *out);
bool attr_set(VM *vm, Value obj, Site *site, Value value);
bool attr_get_special(VM *vm, Value obj, Str *name, Value *out);
bool attr_get_super(VM *vm, Value cls, Value self, Str *name, Value *out);
Value descriptor_get(VM *vm, Value attr, Value obj, Class *cls);
Value descriptor_get_now(VM *vm, Value attr, Value obj, Class *cls);
Value descriptor_get_builtin(VM *vm, Value attr, Value obj, Class *cls); /* __get__ of property, ... itself [script] */
void attr_visit(Marker *marker, VM *vm);
bool descriptor_set_any(VM *vm, Value attr, Value obj, Value value);
bool descriptor_is_data(VM *vm, Value attr);
Value super_getattr(VM *vm, Super *super, Str *name);

void exception_note_name(VM *vm, Str *name, Value obj); /* name and obj of the pending error */

void method_cache_free(VM *vm);

/* unwind.c */
bool unwind(VM *vm);                 /* true: a handler was found, vm->frame is ready; false: leave to C */
bool unwind_again(VM *vm);           /* the same for a re-raise: this frame is in the traceback already */
void exception_set_context(VM *vm, Value exception);
Value match_exception(VM *vm, Value exception, Value classes); /* True/False/RAISED */

/* fiber.c */
void fiber_types_setup(VM *vm);
bool fiber_lend(VM *vm, Fiber *fiber, Value sent); /* await: false: raised; vm->frame changed */
Value fiber_awaitable(VM *vm, Value v, int what);  /* GETAWAITABLE; UNSET never */
Value fiber_anext(VM *vm, Value aiter);
bool asend_start(VM *vm, Slots *asend, Value *result, bool *entered);
void fiber_end(VM *vm, Fiber *fiber);              /* base frame is gone: DONE */
typedef enum { LEAVE_GO_ON, LEAVE_TO_C, LEAVE_SWALLOWED } FiberLeave;
FiberLeave fiber_leave_raised(VM *vm, Frame *base); /* from unwind */
Value fiber_done_value(VM *vm, Fiber *fiber, Value v);
bool fiber_finalise(VM *vm, Fiber *fiber);         /* a dead suspended or unstarted one [script] */
bool fiber_warn_never_awaited(VM *vm, Fiber *fiber, bool here);

/* greenlet.c */
bool greenlet_finish(VM *vm, Value result); /* its run function returned: switch on */
bool greenlet_leave_raised(VM *vm);
bool greenlet_kill(VM *vm, Fiber *g);                    /* a dead suspended one [script] */

/* suggest.c */
Str *suggest_parameter(VM *vm, const Code *code, Str *name); /* nearest parameter name, or NULL */

/* klass.c, native.c */
bool klass_setup(VM *vm);
void native_setup(VM *vm);  /* native.c: before any class is made */
Value raise_abstract(VM *vm, Class *cls);
bool is_object_new(VM *vm, Value new);   /* object.__new__ and object.__init__: nothing of their own */
bool is_object_init(VM *vm, Value init);
Value super_new_for(VM *vm, Value cls, Value self);
void class_update_flags(VM *vm, Class *cls); /* after cls->dict changed; subclasses too */
Value class_build(VM *vm, Value *window, int nbases, Tuple *kwnames);
Value class_build_ex(VM *vm, Value *window);
Value native_call(VM *vm, Native *native, Value *args, int nargs, Tuple *kwnames);
void native_register(Heap *heap); /* signatures are freed with their native */
/* Is the first argument surely what the native's owner asks for? (native_call asks thoroughly.) */
static inline bool native_self_fits(const Native *native, const Value *args, int nargs)
{
    if (native->obj.flags & NATIVE_CHECKS_SELF)
        return nargs > 0 && value_is_obj(args[0]) && value_same(OBJ(value_obj(args[0])->cls), native->owner);
    return !(native->obj.flags & NATIVE_CHECKS_CLASS) || (nargs > 0 && value_same(args[0], native->owner));
}
static inline Value native_call_quick(VM *vm, Native *native, Value *args, int nargs)
{
    if ((native->obj.flags & NATIVE_IS_RAW ? nargs >= native->min && (native->max < 0 || nargs <= native->max)
                                           : native->obj.aux == (uint32_t)nargs) &&
        native_self_fits(native, args, nargs)) {
        size_t mark = vm->root_count;
        Value result = native->fn(vm, args, nargs);
        vm->root_count = mark;
        return result;
    }
    return native_call(vm, native, args, nargs, NULL);
}
void frames_visit(Marker *marker, Frame *tip, Frame *stop);

/* What runtime/ gives the VM: tracebacks as objects, the import statement. */
Value traceback_object(VM *vm, Exception *exc);
Value frame_object(VM *vm, Frame *frame);             /* a snapshot */
Value frame_locals(VM *vm, Frame *frame);             /* a dict, or the namespace itself */
void unraisable_print(VM *vm, Value exception, Value where); /* nobody can receive it [script] */
Value import_name(VM *vm, Str *name, Value level, Value fromlist);
Value import_from(VM *vm, Value module, Str *name);
bool import_star(VM *vm, Value module, Frame *frame);
Str *import_no_attribute(VM *vm, Module *module, Str *name); /* an AttributeError's text; NULL: raised */

static inline bool code_is_simple(const Code *code) /* positional parameters are all it has */
{
    return code->kwonly == 0 && (code->flags & (CODE_VARARGS | CODE_VARKW)) == 0;
}
static inline bool code_is_plain(const Code *code)
{
    return code_is_simple(code) && !code->shortcut &&
           (code->flags & (CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNCGEN)) == 0;
}
/* obj.aux of a Function: its number of arguments when plain calls need no binding, else UINT32_MAX. */
static inline void function_set_quick(Function *func)
{
    func->obj.aux = code_is_plain(func->code) ? func->code->argcount : UINT32_MAX;
}
Function *function_new(VM *vm, Code *code, Dict *globals);

#endif
