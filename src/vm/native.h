/* native.h - how functions, methods, types and modules written in C are declared: rows of tables.
 * Whoever writes a built-in starts here.
 *
 * A native is  Value fn(VM *vm, Value *args, int nargs).  It answers its result, or VALUE_RAISED after
 * one of the raise_ functions of vm.h, or (only those that say so) VALUE_PUSHED after they have pushed
 * or switched frames: then the result reaches the caller's register when that frame returns.
 *
 * The signature in the table is Python's, with the function's own parameters:
 *     "insert"   "self, index, object, /"
 *     "sorted"   "iterable, /, *, key=None, reverse=False"
 *     "split"    "self, sep=None, maxsplit=-1"
 *     "print"    "*objects, sep=None, end=None, file=None, flush=False"
 * The binder checks calls against it with CPython's messages and hands over exactly one Value per
 * parameter, in order (*args a tuple, **kwargs a dict): nargs is the number of parameters, and what the
 * caller left out is VALUE_UNSET, whatever default the signature shows (the text after = is for help()
 * and inspect only). A signature "..." means raw: positional arguments only, args[0..nargs), no keyword;
 * the function checks nargs itself (min and max are then given in the row).
 *
 * `args` lie in the caller's registers or on the VM's root stack: always visible to the collector, and
 * writable: a native may use its own argument slots as variables.
 *
 * Collection happens only inside calls that may run script code: vm_call and everything in vm.h marked
 * [script]. A native that holds an object in a C local across such a call, and the object is not
 * reachable from its arguments, says  vm_keep(vm, v)  once: it stays alive until the native returns.
 * (Scratch registers counted in the table were the other way; a stack that the CALL instruction cuts
 * back by itself asks less of the author and cannot be miscounted.) */
#ifndef VM_NATIVE_H
#define VM_NATIVE_H

#include "object/object.h"

enum { /* NativeSpec.flags */
    NATIVE_METHOD = 0,      /* in a TypeSpec: an instance method (self is args[0])                     */
    NATIVE_STATIC = 1,      /* staticmethod                                                            */
    NATIVE_CLASS = 2,       /* classmethod: args[0] is the class                                       */
    NATIVE_NEW = 4,         /* __new__: args[0] is the class to make an instance of                    */
    NATIVE_KEYWORDS = 8,    /* with "...": takes keywords, too; they come as a Dict behind the positional
                               arguments (counted in nargs), VALUE_UNSET when there are none            */
    NATIVE_LIKE_SCRIPT = 16, /* a wrong call is told in the words for functions of the language; CLASS_LIKE_SCRIPT
                               says it for all methods of a class                                       */
};
/* Native.obj.flags; obj.aux: the number of positional arguments that needs no binding, UINT32_MAX: not
 * known. CHECKS: a method of a built-in type, so the first argument must be an instance of its owner (of
 * __new__ and class methods: a subclass); the functions behind rely on that. */
enum { NATIVE_IS_RAW = 16, NATIVE_CHECKS_SELF = 32, NATIVE_CHECKS_CLASS = 64 };

typedef struct NativeSpec {
    const char *name;
    NativeFn fn;
    const char *signature;  /* see above; the first parameter of methods is self (or cls)              */
    int16_t min, max;       /* only for "...": counts include self; max -1: no limit                    */
    uint16_t flags;
    const char *help;       /* one or two sentences: help(), completion, docs/                          */
} NativeSpec;

typedef struct GetSetSpec { /* an attribute computed in C */
    const char *name;
    Value (*get)(VM *vm, Value self);              /* may be NULL: write-only is not used            */
    bool (*set)(VM *vm, Value self, Value value);  /* value UNSET: delete; NULL: read only             */
    const char *help;
} GetSetSpec;

typedef struct TypeSpec {
    const char *name;       /* "list" */
    const char *module;     /* "builtins", "asyncio", ...                                              */
    const char *help;
    uint8_t layout;         /* KIND_x of instances                                                     */
    uint32_t class_flags;   /* CLASS_FINAL, ...                                                        */
    const NativeSpec *methods;   /* end with a row of zeros                                            */
    const GetSetSpec *getsets;   /* may be NULL                                                        */
} TypeSpec;

typedef struct {
    const char *name;
    Value (*make)(VM *vm);  /* makes the constant when the module is made                               */
} ConstSpec;

typedef struct ModuleSpec {
    const char *name;
    const char *help;
    const NativeSpec *functions;  /* end with a row of zeros; may be NULL                               */
    const ConstSpec *constants;   /* likewise                                                           */
    bool (*setup)(VM *vm, Module *module); /* types and whatever is not a row; may be NULL              */
} ModuleSpec;

/* Makes the class and its methods. base NULL: object. Never fails but for memory: then vm has a pending
 * MemoryError and the answer is NULL. Also sets heap->classes[layout] when that was NULL and the
 * layout is the type's own. */
Class *type_create(VM *vm, const TypeSpec *spec, Class *base);
Native *native_create(VM *vm, const NativeSpec *spec, Value owner);
bool module_add(VM *vm, Module *module, const char *name, Value value);
/* Adds natives to a class or module that is already there. The tables of a class that nobody has looked into
 * yet are only noted (class_dict). */
bool class_add_natives(VM *vm, Class *cls, const NativeSpec *rows);
bool module_add_natives(VM *vm, Module *module, const NativeSpec *rows);
bool class_add_getsets(VM *vm, Class *cls, const GetSetSpec *rows);

#endif
