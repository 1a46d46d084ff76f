/* vm.h - the virtual machine as everybody else sees it: raising, calling, attributes, operators,
 * printing. Functions marked [script] may run script code, and therefore collect: see native.h for what
 * that asks of a caller. Failure is VALUE_RAISED, false, NULL or -1, always with a pending exception. */
#ifndef VM_VM_H
#define VM_VM_H

#include "base/message.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/heap.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include "vm/fiber.h"
#include "vm/native.h"
#include "vm/observe.h"

#include <stdarg.h>

enum {
#define EXC(name, base) EXC_##name,
#include "vm/exceptions.def"
#undef EXC
    EXC_COUNT
};
enum {
#define N(name) NAME_##name,
#include "vm/names.def"
#undef N
    NAME_COUNT
};
#define NAME(vm, name) ((vm)->names[NAME_##name])

/* Reasons to leave the quick path at a safe point, or-ed into vm->attention (also from a signal handler). */
enum {
    ATTENTION_GC = 1,
    ATTENTION_SIGNAL = 2,     /* Ctrl-C or another caught signal                                         */
    ATTENTION_FINALISE = 4,   /* the collector queued finalisers                                          */
    ATTENTION_BUDGET = 8,     /* the budget of instructions is used up (browser, tests)                    */
    ATTENTION_MEMORY = 16,    /* heap->oom                                                                */
    ATTENTION_WATCH = 64,     /* watch_told is to be called                                             */
    ATTENTION_OBSERVER = 32,  /* loops that nobody watched are to go on watched                             */
};

typedef struct Loop Loop;

struct VM {
    Frame *frame;             /* innermost frame; NULL: no script code is running                         */
    Fiber *fiber;             /* the fiber whose chain is running; NULL: plain code of the main greenlet   */
    Heap *heap;
    volatile uint32_t attention;
    uint32_t failed_line;     /* while the line of an uncaught error drops what it held: that line, else 0 */
    const Str *failed_in;
    bool ending;              /* runtime_finish: what lives now dies with the interpreter                 */
    uint32_t depth;           /* frames in the running chain                                             */
    uint32_t depth_limit;     /* sys.setrecursionlimit                                                   */
    uint32_t c_depth;         /* nested vm_run and recursive natives                                     */
    uint32_t c_depth_limit;   /* from the C stack's size                                                 */
    uint32_t handling;        /* handlers active in the running chain: only a hint, see unwind.c         */
    size_t int_max_str_digits; /* sys.set_int_max_str_digits; 0: no limit                                */
    uint64_t class_epoch;     /* changes when some class changes what attribute lookup answers            */
    Value exception;          /* pending, or UNSET                                                       */
    char *stack_top, *stack_end; /* where the next plain frame goes                                       */
    StackSegment *segment;
    Value *roots;             /* vm_keep and native arguments                                             */
    size_t root_count, root_capacity;
    Observer *observer;       /* NULL: nobody looks                                                      */
    Lang lang;                /* of hints, reports and the trace                                         */
    bool counted;             /* instructions are counted: somebody looks, or a watch is set               */
    bool lines;               /* observed: call, line, leave, resume are told                             */
    const Frame *step_frame;  /* lines.c: the frame of the last instruction                                */
    const Instr *step_pc;     /* and that instruction; both only compared                                 */
    Value raise_told;         /* observed: the exception that left to C, told already; only compared          */
    uint64_t ops;             /* instructions run while counted                                            */
    uint64_t ops_watch;       /* when ops gets there, watch_hook is called; 0: never                          */
    void (*watch_hook)(struct VM *vm); /* runs no script code; may set ATTENTION_WATCH                         */
    bool (*watch_told)(struct VM *vm); /* the safe point after that; false: raised [script]                    */
    const Frame *floor;       /* the frame that entered the running event loop: places of events end here      */

    Str *names[NAME_COUNT];
    Class *exc[EXC_COUNT];
    Class *object_class, *type_class, *int_class, *bool_class, *float_class, *none_class,
        *ellipsis_class, *notimplemented_class;  /* other built-in classes: heap->classes[KIND_x]        */
    Module *builtins;
    Dict *modules;            /* sys.modules                                                             */
    Module *main;             /* __main__                                                                */
    Fiber *main_greenlet, *greenlet; /* the greenlet that runs; made when first asked for                 */
    Loop *loop;               /* the running event loop, or NULL                                          */
    Value current_context;    /* contextvars.Context that is current, or UNSET (runtime/modules)           */
    Dict *sources;            /* filename -> Str with the text: for tracebacks                            */
    Value sys_stdout, sys_stderr, sys_stdin; /* sys.stdout, ... as the script sees them                    */
    void *runtime;            /* struct Runtime of src/runtime: platform, streams, options, loop state     */
    bool direct;              /* a native was called by the interpreter itself and may push frames           */
    struct MethodCache *method_cache; /* (class, name) -> attribute; attr.c                                  */
    List *overflow_roots;     /* vm_keep beyond root_capacity                                              */
    Class *asend_class, *await_wrapper_class, *frame_class, *traceback_class, *member_class; /* fiber.c, traceback.c                             */
    uint32_t next_id[128];    /* counters of ids in traces, by letter                                     */
    Value (*import_hook)(VM *vm, Str *name, int64_t level, Value fromlist, Dict *globals); /* [script]    */
    bool (*signal_hook)(VM *vm); /* ATTENTION_SIGNAL at a safe point; false: raised [script] */
    void (*finalise_hook)(VM *vm, Obj *obj); /* runtime: what is done with a dead Task, Future, ... [script] */
    struct LoopState *loops;  /* runtime/loop's own; made when _asyncio is imported                       */
    /* `await` (and `yield from`) of a FUTURE or TASK: SEND asks it before it suspends and again after each
     * resumption by a sent value. 1: done, the result is in *out; 0: not yet, the fiber suspends and yields
     * *out (the Future, marked blocking; or None: sleep(0) gives way); -1: raised. Runs no script code.
     * What is thrown in while suspended there is simply raised at the SEND. NULL: there are no Futures yet. */
    int (*future_poll)(VM *vm, Value future, Value *out);
    int (*future_polls[2])(VM *vm, Value future, Value *out); /* what it is: unobserved, observed        */
    /* A Ctrl-C with the default handler reached a safe point. 1: the loop deals with it (it cancelled the main
     * task); 0: raise KeyboardInterrupt. NULL: raise. Runs no script code. */
    int (*interrupt_hook)(VM *vm);
    /* breakpoint(): opens a prompt, or has one stop. false: out of memory. NULL: there is none. */
    bool (*breakpoint_hook)(VM *vm);
    bool may_be_observed;     /* a text with breakpoint() was compiled: modules of the library tell of themselves  */
    void *breakpoint_context;
    /* First __anext__, asend, athrow or aclose of an async generator (FIBER_HOOKED not yet set): the running
     * loop notes it, to close it at the end. May be NULL. Runs no script code. */
    void (*asyncgen_hook)(VM *vm, Fiber *generator);
};

VM *vm_create(Heap *heap);    /* names, classes object/type/exceptions ...; NULL: out of memory */
void vm_destroy(VM *vm);

/* --- running ----------------------------------------------------------------------------------- */

/* The one door from C into script code. kw: Dict of keyword arguments or NULL. [script] */
Value vm_call(VM *vm, Value callee, int nargs, const Value *args);
Value vm_call_kw(VM *vm, Value callee, int nargs, const Value *args, Dict *kw);
Value vm_call_method(VM *vm, Value self, Str *name, int nargs, const Value *args);
/* Method looked up on the type, as operators do. UNSET: the type has none (nothing pending). [script] */
Value vm_call_special(VM *vm, Value self, Str *name, int nargs, const Value *args);
/* For natives that end in a call: pushes the frame instead of recursing and answers VALUE_PUSHED, or the
 * result itself when the callee is native. Use as `return vm_tail_call(...)`. [script] */
Value vm_tail_call(VM *vm, Value callee, int nargs, const Value *args);
/* Calls of `func` try its shortcut first (Code.shortcut). */
void vm_shorten(Function *func, NativeFn shortcut);
/* Runs module or exec/eval code. ns UNSET: names are globals. [script] */
Value vm_run_code(VM *vm, Code *code, Dict *globals, Value ns);
/* Collection, signals, finalisers, if any is due; false: an exception is pending. Natives with long loops
 * over script calls need not call it; long loops without any (sleeping, sorting) should. [script] */
bool vm_safe_point(VM *vm);

static inline Value vm_keep(VM *vm, Value v); /* see native.h */
Value vm_keep_more(VM *vm, Value v);         /* beyond root_capacity; vm.c                               */

/* Recursion in C (repr of nested lists, compare, isinstance ...): enter before, leave after. false:
 * RecursionError is pending. `what` e.g. "while getting the repr of an object". */
bool vm_enter_c(VM *vm, const char *what) MUST_CHECK;
static inline void vm_leave_c(VM *vm)
{
    vm->c_depth--;
}

/* --- raising: all answer VALUE_RAISED ------------------------------------------------------------ */

/* Directives: %s C string, %d int, %z int64_t, %u uint64_t, %c code point, %S Str *, %T type name of a Value,
 * %C name of a Class *, %R repr of a Value [script], %f double as repr, %%. */
Value raise_fmt(VM *vm, Class *cls, const char *format, ...);
Value raise_type(VM *vm, const char *format, ...);
Value raise_value(VM *vm, const char *format, ...);
Value raise_index(VM *vm, const char *format, ...);
Value raise_attribute(VM *vm, const char *format, ...);
Value raise_runtime(VM *vm, const char *format, ...);
Value raise_overflow(VM *vm, const char *format, ...);
Value raise_zero_division(VM *vm, const char *format, ...);
Value raise_key(VM *vm, Value key);          /* KeyError(key) */
Value raise_stop_iteration(VM *vm, Value value); /* value UNSET: without */
Value raise_memory(VM *vm);
/* For a long operation in C that holds what the collector does not know: KeyboardInterrupt, if that is what a
 * signal asks for now, and nothing else. false: it is raised. Runs no script code before. */
static inline bool vm_go_on(VM *vm)
{
    if (LIKELY(!(vm->attention & ATTENTION_SIGNAL)) || !heap_interrupted(vm->heap))
        return true;
    raise_memory(vm);
    return false;
}
/* The same at each 65,536th turn of a quick loop. */
static inline bool vm_turn(VM *vm, size_t turn)
{
    return LIKELY((turn & 0xFFFF) != 0) || vm_go_on(vm);
}
Value raise_os(VM *vm, int error_number, Value filename); /* the OSError subclass of errno; filename may be UNSET */
Value raise_int_status(VM *vm, IntStatus status); /* ZeroDivisionError, OverflowError, MemoryError ... */
Value raise_exception(VM *vm, Value exception);   /* an instance (or class: it is called [script]) */
Str *vm_format(VM *vm, const char *format, ...);
Str *vm_format_va(VM *vm, const char *format, va_list args);  /* the same directives; NULL: raised */

/* Makes an exception object without raising it. args by value. UNSET: raised. [script if cls is a script class] */
Value exception_make(VM *vm, Class *cls, int nargs, const Value *args);
static inline bool vm_raised(const VM *vm)
{
    return !value_is_unset(vm->exception);
}
/* Takes the pending exception away (to handle it in C). */
Value vm_take_exception(VM *vm);
bool vm_exception_is(VM *vm, Class *cls); /* is the pending exception an instance of cls? */
/* The exception being handled by the running script code, or NONE (sys.exception()). */
Value vm_handled_exception(VM *vm);
/* Warnings: prints `FILE:LINE: Category: text` + source line to stderr once per place unless filtered;
 * false: a filter made it an error. level as in warnings.warn (1: the innermost script frame). [script] */
bool vm_warn(VM *vm, Class *category, const char *format, ...);
bool vm_warn_at(VM *vm, Class *category, Str *text, Str *filename, uint32_t line);
/* The same each time, seen before or not. */
bool vm_warn_anew(VM *vm, Class *category, Str *text, Str *filename, uint32_t line);
/* The same with a line for the learner below: `hint CODE: ...`, in vm->lang. `code` like "A05". */
bool vm_warn_hint(VM *vm, Class *category, Str *text, Str *filename, uint32_t line, const char *code,
                  const char *hint);
/* A01's line for a coroutine that was made on line `line` of the file (NULL: nobody knows which). */
void vm_hint_unawaited(VM *vm, Fiber *fiber, Str *filename, uint32_t line, char *out, size_t size);

/* --- types ----------------------------------------------------------------------------------------- */

Class *class_of(VM *vm, Value v);            /* type(v); bool, int, float, None included */
static inline bool value_is_a(VM *vm, Value v, const Class *cls) /* real subclass test, no hooks */
{
    return class_derives(class_of(vm, v), cls);
}
int vm_isinstance(VM *vm, Value v, Value cls_or_tuple); /* 1, 0, -1; __instancecheck__ [script] */
int vm_issubclass(VM *vm, Value cls, Value cls_or_tuple);
const char *type_name(VM *vm, Value v, char buffer[128]); /* for messages */
bool vm_callable(VM *vm, Value v);
/* type(name, bases, ns, **kw): the whole making of a class. [script] */
Value class_make(VM *vm, Class *metaclass, Str *name, Tuple *bases, Dict *ns, Dict *kw);
void class_changed(VM *vm, Class *cls);      /* after changing cls->dict from C */

/* --- attributes ------------------------------------------------------------------------------------- */

Value vm_getattr(VM *vm, Value obj, Str *name);            /* [script] */
Value vm_getattr_or_unset(VM *vm, Value obj, Str *name);   /* UNSET instead of AttributeError [script] */
bool vm_setattr(VM *vm, Value obj, Str *name, Value value); /* value UNSET: delete [script] */
/* What `object.__getattribute__`/`__setattr__` do, without looking for overrides. [script] */
Value object_getattr(VM *vm, Value obj, Str *name);
bool object_setattr(VM *vm, Value obj, Str *name, Value value);
Value class_lookup(VM *vm, const Class *cls, const Str *name); /* raw, along the mro, cached; UNSET */
Value vm_lookup_special(VM *vm, Value obj, Str *name);     /* bound method from the type, or UNSET [script] */

/* --- protocols (every type, script-defined ones included) --------------------------------------------- */

Str *vm_repr(VM *vm, Value v);               /* [script] */
Str *vm_str(VM *vm, Value v);                /* [script] */
Str *vm_ascii(VM *vm, Value v);              /* [script] */
Str *vm_format_value(VM *vm, Value v, Str *spec); /* format(v, spec) [script] */
int vm_truth(VM *vm, Value v);               /* 1, 0, -1 [script] */
bool vm_hash(VM *vm, Value v, uint64_t *hash); /* [script] */
int vm_equal(VM *vm, Value a, Value b);      /* identity first, as containers do: 1, 0, -1 [script] */
typedef enum { CMP_LT, CMP_LE, CMP_EQ, CMP_NE, CMP_GT, CMP_GE } CompareOp;
Value vm_compare(VM *vm, CompareOp op, Value a, Value b);  /* any object [script] */
int vm_less(VM *vm, Value a, Value b);       /* truth of a < b: 1, 0, -1; quick for ints, floats, str [script] */
Value vm_binary(VM *vm, int op, Value a, Value b); /* op: OP_ADD .. OP_MATMUL, OP_IADD .. [script] */
Value vm_unary(VM *vm, int op, Value v);     /* OP_NEG, OP_POS, OP_INVERT [script] */
Value vm_getitem(VM *vm, Value obj, Value key);            /* [script] */
bool vm_setitem(VM *vm, Value obj, Value key, Value value); /* value UNSET: delete [script] */
int64_t vm_len(VM *vm, Value v);             /* -1: raised [script] */
int64_t vm_length_hint(VM *vm, Value v);     /* 0 if unknown; -1: raised [script] */
int vm_contains(VM *vm, Value container, Value item); /* [script] */
Value vm_iter(VM *vm, Value v);              /* [script] */
Value vm_next(VM *vm, Value iterator);       /* UNSET: exhausted; RAISED [script] */
bool vm_index(VM *vm, Value v, int64_t *out);  /* __index__; too large: OverflowError/IndexError text as CPython [script] */
Value vm_index_value(VM *vm, Value v);       /* an int of any size [script] */
bool vm_number_to_double(VM *vm, Value v, double *out); /* __float__, __index__ [script] */
/* Slice bounds for a sequence of `length` (PySlice_AdjustIndices). false: raised. [script] */
bool vm_slice_bounds(VM *vm, const Slice *slice, size_t length, int64_t *start, int64_t *stop,
                     int64_t *step, size_t *count);
List *vm_list_from(VM *vm, Value iterable);  /* list(iterable); NULL: raised [script] */
Tuple *vm_tuple_from(VM *vm, Value iterable); /* [script] */
/* Calls fn(ctx, item) for each; stops when it answers false. Lists may change meanwhile. [script] */
bool vm_each(VM *vm, Value iterable, bool (*fn)(VM *vm, void *ctx, Value item), void *ctx);

/* dicts and sets with any keys (dictops.c) */
Value vm_dict_get(VM *vm, Dict *dict, Value key);          /* UNSET: not there; RAISED [script] */
bool vm_dict_set(VM *vm, Dict *dict, Value key, Value value); /* [script] */
int vm_dict_del(VM *vm, Dict *dict, Value key, Value *old); /* 1 removed, 0 not there, -1 raised [script] */
int vm_set_add(VM *vm, Set *set, Value key);               /* 1 added, 0 was there, -1 [script] */
int vm_set_has(VM *vm, Set *set, Value key);               /* [script] */
bool vm_dict_update(VM *vm, Dict *dict, Value mapping_or_pairs); /* dict.update(x) [script] */

/* --- making values with MemoryError raised ------------------------------------------------------------- */

Value vm_str_cstr(VM *vm, const char *text);               /* a str; RAISED */
Value vm_str_utf8(VM *vm, const char *bytes, size_t length); /* invalid bytes become U+FFFD */
Value vm_own(VM *vm, void *object);          /* object as a Value, or raises MemoryError if NULL */
Value vm_tuple_of(VM *vm, size_t count, const Value *values);
/* UTF-8 bytes of a str for C libraries: kept alive and in place until the native returns (owned by a bytes
 * object on the root stack). NULL: raised (surrogates, memory; NUL inside when `no_nul`). */
const char *vm_utf8(VM *vm, Value str, size_t *length, bool no_nul);

/* --- output --------------------------------------------------------------------------------------------- */

/* The runtime sets how bytes leave (runtime/platform); fd is 1 or 2. false: OSError is pending. */
bool vm_write(VM *vm, int fd, const char *bytes, size_t length);

/* Tracebacks: the text CPython 3.13 prints for an exception, causes and groups included. [script] */
Str *traceback_format(VM *vm, Value exception);
void traceback_print(VM *vm, Value exception); /* to stderr; never raises [script] */

static inline Value vm_keep(VM *vm, Value v)
{
    if (UNLIKELY(vm->root_count == vm->root_capacity))
        return vm_keep_more(vm, v);
    vm->roots[vm->root_count++] = v;
    return v;
}

/* Argument helpers for natives. */
static inline Value arg_or(Value arg, Value otherwise)
{
    return value_is_unset(arg) ? otherwise : arg;
}

#endif
