/* object.h - the C layout of every built-in object, in one place to look at. Everybody above base
 * may enter. How objects are made and changed is in heap.h, str.h, list.h, dict.h, int.h, class.h.
 * Nothing in src/object runs script code. */
#ifndef OBJECT_OBJECT_H
#define OBJECT_OBJECT_H

#include "object/value.h"
#include <stddef.h>

typedef struct Class Class;
typedef struct Dict Dict;
typedef struct Str Str;
typedef struct Tuple Tuple;
typedef struct List List;
typedef struct Shape Shape;
typedef struct Code Code;
typedef struct Fiber Fiber;
typedef struct Frame Frame;
typedef struct VM VM;
typedef struct Heap Heap;

enum {
#define KIND(name, type, what) KIND_##name,
#include "object/kinds.def"
#undef KIND
    KIND_COUNT,
    KIND_SUBCLASS = 0x80, /* or-ed in: instance of a script-defined subclass */
    KIND_MASK = 0x7F,
};

enum {
    OBJ_MARKED = 1,   /* obj.mark: reached in this collection                            */
    OBJ_FINALISE = 1, /* obj.flags bit: has something to do before it is freed           */
    OBJ_ATTRS = 2,    /* obj.flags bit: has a row in heap->attrs (attributes of a non-Instance)  */
    OBJ_WEAK = 4,     /* obj.flags bit: a WeakRef points here                            */
    OBJ_IMMORTAL = 8, /* obj.flags bit: never freed                                      */
    /* 16 .. 128 belong to the kind */
};

/* Every heap object begins with this: 16 bytes. */
struct Obj {
    Class *cls;       /* its Python class; NULL for the kinds a script never sees                */
    uint8_t kind;     /* KIND_x, with KIND_SUBCLASS for script-defined subclasses of built-ins   */
    uint8_t mark;     /* the collector's                                                         */
    uint8_t flags;    /* OBJ_x and the kind's own bits                                           */
    uint8_t size_class; /* which free list the cell returns to; 255: allocated alone             */
    uint32_t aux;     /* free for the kind: length, state, ...                                   */
};

static inline bool value_is_exactly(Value v, uint8_t kind) /* the built-in type itself, no subclass */
{
    return value_is_obj(v) && value_obj(v)->kind == kind;
}
static inline bool value_is_kind(Value v, uint8_t kind) /* the built-in type or a subclass */
{
    return value_is_obj(v) && (value_obj(v)->kind & KIND_MASK) == kind;
}

/* --- text and bytes --------------------------------------------------------------------------- */

/* The flags of Str beside OBJ_x. Width is bytes per code point (PEP 393). */
enum { /* obj.flags of a Str: what it is made of, and how it lies */
    STR_LATIN1 = 0, STR_ASCII = 16, STR_WIDTH2 = 32, STR_WIDTH4 = 48, STR_FORM = 48,
    STR_SHARED = 64, STR_INTERNED = 128,
};

typedef struct {
    Obj obj;
    size_t size, used; /* bytes: capacity and how much some Str already claims                 */
    uint8_t data[];    /* a Str whose end == used may grow in place: s += t is O(len t)         */
} StrBuf;

struct Str {           /* immutable; aux: length in code points; always the narrowest width     */
    Obj obj;
    uint64_t hash;     /* SipHash-1-3 of the UTF-8 free form, 0: not computed yet               */
    union {
        StrBuf *owner; /* STR_SHARED: it begins where this does                                 */
        uint8_t inline_data[8]; /* (really longer: allocated to size)                           */
    };
};
static inline uint8_t *str_data(const Str *s)
{
    return UNLIKELY(s->obj.flags & STR_SHARED) ? s->owner->data : (uint8_t *)(uintptr_t)s->inline_data;
}

typedef struct {       /* immutable; aux unused */
    Obj obj;
    size_t length;
    uint64_t hash;
    uint8_t data[];
} Bytes;

typedef struct {
    Obj obj;
    size_t length, capacity;
    uint8_t *data;
} ByteArray;

/* --- numbers ---------------------------------------------------------------------------------- */

typedef struct {       /* aux: number of digits * 2, + 1 when negative                          */
    Obj obj;
    uint64_t digits[]; /* libtommath's mp_digit, lowest first; only int*.c looks at them        */
} BigInt;

typedef struct {       /* class Celsius(float), IntEnum members, ...                            */
    Obj obj;
    Value number;      /* int (small or BigInt), float                                          */
} Boxed;

/* --- containers ------------------------------------------------------------------------------- */

struct List {
    Obj obj;
    size_t count, capacity;
    Value *items;
};

struct Tuple {         /* aux: length */
    Obj obj;
    uint64_t hash;     /* 0: not computed                                                       */
    Value items[];
};

typedef struct {
    uint64_t hash;
    Value key;         /* VALUE_UNSET: deleted                                                  */
    Value value;       /* sets leave it VALUE_NONE                                              */
} DictEntry;

/* Compact ordered hash table: `entries` in order of insertion, `index` of 32-bit entry numbers.   */
struct Dict {
    Obj obj;           /* aux: entries before this one are deleted (a dict as a queue)             */
    uint32_t count;    /* live entries                                                          */
    uint32_t used;     /* entries in use, deleted ones included                                 */
    uint32_t capacity; /* of entries                                                            */
    uint32_t mask;     /* index size - 1; 0: no index yet                                       */
    uint64_t version;  /* unique number of this set of keys in this order: changes with each
                          insertion, deletion, clear (not when a value changes); for caches      */
    uint32_t *index;
    DictEntry *entries;
};
typedef Dict Set;      /* the same table, values unused */

typedef struct {
    Obj obj;
    Value start, stop, step; /* ints of any size; count is small or big, too                    */
    Value length;
} Range;

typedef struct {
    Obj obj;
    Value start, stop, step;
} Slice;

/* --- iterators -------------------------------------------------------------------------------- */

typedef struct {       /* only for ranges whose numbers are all small ints                       */
    Obj obj;
    int64_t next, step;
    uint64_t left;
} RangeIter;

typedef struct {
    Obj obj;           /* aux: 1 for reversed                                                    */
    Value seq;         /* VALUE_UNSET when exhausted                                             */
    size_t next;
} SeqIter;

enum { DICT_KEYS, DICT_VALUES, DICT_ITEMS }; /* obj.aux of views and iterators; +4 reversed */
typedef struct {
    Obj obj;
    Value table;       /* Dict or Set; VALUE_UNSET when exhausted                                */
    uint32_t next;     /* entry number                                                           */
    uint32_t expected; /* table's count at the start: "changed size during iteration"            */
    uint64_t version;
} DictIter;

typedef struct {
    Obj obj;
    Dict *dict;
} DictView;

/* --- functions and descriptors ---------------------------------------------------------------- */

typedef struct {
    Obj obj;
    Value value;       /* VALUE_UNSET: not bound                                                 */
} Cell;

typedef struct Function {
    Obj obj;
    Code *code;
    Dict *globals;
    Dict *builtins;
    Value defaults;    /* Tuple for the last positional parameters, or UNSET                     */
    Value kwdefaults;  /* Dict or UNSET                                                          */
    Str *name, *qualname;
    Value module, doc, annotations;
    uint32_t ncells;
    Cell *cells[];     /* the closure, in the order of code->captures                            */
} Function;

struct NativeSpec;
typedef Value (*NativeFn)(VM *vm, Value *args, int nargs);

typedef struct Native {
    Obj obj;           /* flags: NATIVE_x                                                        */
    NativeFn fn;
    const struct NativeSpec *spec; /* name, signature, help                                      */
    struct Signature *signature;   /* parsed at the first call that needs it                     */
    int16_t min, max;  /* positional arguments; max -1: any number                               */
    Value owner;       /* the Class of a method, the Module of a function, or UNSET              */
    Value data;        /* whatever the function wants to find again, or UNSET                    */
} Native;

typedef struct {
    Obj obj;
    Value self, func;
} Bound;

typedef struct {
    Obj obj;
    Value get, set, del, doc;
    Str *name;         /* for the messages of 3.13: property 'x' of 'C' object has no setter      */
} Property;

typedef struct {
    Obj obj;
    Value func;
} Wrapper;             /* staticmethod, classmethod */

typedef struct {
    Obj obj;
    Str *name;
    Value (*get)(VM *vm, Value self);
    bool (*set)(VM *vm, Value self, Value value); /* value UNSET: delete; NULL: read only         */
    Class *owner;
    Value data;        /* of a __slots__ member: the number of its slot, or its name where the
                          instance is no Instance; else UNSET                                     */
} GetSet;

typedef struct {
    Obj obj;
    Class *start;      /* the search begins after this one in the mro of ...                      */
    Class *of;         /* ... this class                                                          */
    Value self;
} Super;

/* --- classes and instances -------------------------------------------------------------------- */

enum { /* Class.flags */
    CLASS_SCRIPT = 1,       /* made by a script: attributes can be set                             */
    CLASS_NO_DICT = 2,      /* __slots__ without __dict__                                          */
    CLASS_FINAL = 4,        /* cannot be a base (bool, NoneType, function, ...)                    */
    CLASS_HAS_DEL = 8,      /* __del__ somewhere in the mro                                        */
    CLASS_ABSTRACT = 16,    /* __abstractmethods__ is not empty                                    */
    CLASS_GETATTRIBUTE = 32, /* a script __getattribute__ in the mro                               */
    CLASS_GETATTR = 64,     /* __getattr__ in the mro                                              */
    CLASS_SETATTR = 128,    /* a script __setattr__ or __delattr__ in the mro                      */
    CLASS_EXCEPTION = 256,  /* derives from BaseException                                          */
    CLASS_SCRIPT_NEW = 512, /* a script __new__ in the mro                                         */
    CLASS_METACLASS = 1024, /* derives from type                                                   */
    CLASS_ATTRS = 2048,     /* built-in, but its instances take any attribute (partial)            */
    CLASS_UNHASHABLE = 4096, /* built-in, with __hash__ = None                                     */
    CLASS_SHOWN_WHOLE = 8192, /* a script class that messages call module.name, as if it were built-in   */
    CLASS_LIKE_SCRIPT = 16384, /* a built-in class that messages treat as one of a script                 */
    CLASS_EXTRA = 32768,    /* a built-in exception whose instances know more than their base's           */
};
enum { CLASS_TABLES = 5 };  /* of methods, of one built-in class                                    */

struct Class {
    Obj obj;           /* obj.cls is the metaclass                                                */
    Str *name, *qualname;
    Value module;
    Tuple *bases;
    Tuple *mro;        /* C3, begins with the class itself                                        */
    Dict *lazy_dict;   /* what the class itself defines; NULL until class_dict() is asked for it   */
    uint32_t flags;
    uint8_t layout;    /* KIND_x of its instances                                                 */
    uint16_t members;  /* slots[0 .. members) of an instance belong to __slots__ members          */
    uint16_t inline_slots; /* attribute slots a new Instance gets; grows with what was seen       */
    Shape *root;       /* shape of an instance without attributes                                 */
    List *subclasses;  /* weak would do; classes are few                                          */
    Class *member_base; /* the class in the mro whose __slots__ added the last members, or NULL    */
    Class *base;       /* the built-in base that fixes the layout                                 */
    const char *help;  /* of a built-in class, until it has its lazy_dict: what fills it           */
    const struct NativeSpec *natives[CLASS_TABLES];
    const struct GetSetSpec *getsets[2];
    struct Native *maker; /* its __new__, when calling a built-in class does nothing else; or NULL */
};

/* Attribute names in order of arrival -> slot number; a tree: each new name is a transition
 * (hidden classes: Self, 1989). Shapes belong to one class.                                      */
struct Shape {
    Obj obj;           /* aux: number of slots                                                    */
    Class *cls;
    Shape *parent;
    Str *name;         /* the last name; NULL at the root                                         */
    Value transitions; /* UNSET, one Shape, or Dict: name -> Shape                                */
    Dict *table;       /* name -> slot number, built when first needed                            */
    uint32_t inline_slots; /* of the instances: slots beyond are in `more`                        */
};

typedef struct Instance {
    Obj obj;
    Shape *shape;      /* NULL: __dict__ was asked for, attributes are in `dict`; the members of
                          __slots__ stay in front in slots[]                                      */
    union {
        Value *more;   /* slots from inline_slots on, or NULL; more[-1]: bytes of the array, an int */
        Dict *dict;
    };
    Value slots[];
} Instance;

static inline size_t instance_more_bytes(const Instance *in) /* `more` must be there */
{
    return (size_t)value_int(in->more[-1]);
}

typedef struct Module {
    Obj obj;
    Str *name;
    Dict *dict;
    const struct ModuleSpec *spec; /* or NULL: a file                                             */
    /* NULL, or told when a script has set an attribute (value UNSET: deleted it).                */
    void (*changed)(VM *vm, const Str *name, Value value);
} Module;

/* --- exceptions ------------------------------------------------------------------------------- */

typedef struct {
    Function *func;    /* its code and globals                                                    */
    uint32_t pc;       /* index of the instruction                                                */
    uint32_t line;     /* 0: from code and pc                                                     */
    uint32_t task;     /* the n of Tn, the Task that ended with the error; 0: none did            */
} TracebackEntry;

enum { /* obj.flags */
    EXC_SUPPRESS = 16, /* __suppress_context__                                                    */
    EXC_SEEN = 32,     /* only while a traceback is planned (runtime/traceback_text.c)              */
};

typedef struct Exception {
    Obj obj;
    Tuple *args;
    Value cause, context; /* exception or NONE                                                    */
    Value notes;          /* List or UNSET                                                        */
    Value extra;          /* by class: StopIteration/SystemExit the value, groups the tuple of
                             exceptions, SyntaxError its details, KeyError nothing; else UNSET    */
    uint32_t tb_count, tb_capacity;
    TracebackEntry *tb;   /* innermost first; made into objects when looked at                    */
} Exception;

/* --- the rest --------------------------------------------------------------------------------- */

typedef struct {
    Obj obj;
    Value target;      /* cleared when the object dies: UNSET                                     */
    Value callback;
    uint64_t hash;
} WeakRef;

typedef struct {       /* aux: number of values */
    Obj obj;
    Value v[];
} Slots;

typedef struct {       /* aux: which finaliser (heap_add_blob_type); data is C memory              */
    Obj obj;
    Value v;           /* one value to keep alive                                                 */
    void *data;
} Blob;

/* Casts: the caller has looked at the kind. */
#define AS(Type, v)   ((Type *)(void *)value_obj(v))
#define as_str(v)     AS(Str, v)
#define as_bytes(v)   AS(Bytes, v)
#define as_list(v)    AS(List, v)
#define as_tuple(v)   AS(Tuple, v)
#define as_dict(v)    AS(Dict, v)
#define as_set(v)     AS(Set, v)
#define as_class(v)   AS(Class, v)
#define as_function(v) AS(Function, v)
#define as_native(v)  AS(Native, v)
#define as_exception(v) AS(Exception, v)
#define as_instance(v) AS(Instance, v)
#define as_module(v)  AS(Module, v)
#define as_slots(v)   AS(Slots, v)

static inline bool value_is_str(Value v)
{
    return value_is_kind(v, KIND_STR);
}
static inline bool value_is_list(Value v)
{
    return value_is_kind(v, KIND_LIST);
}
static inline bool value_is_tuple(Value v)
{
    return value_is_kind(v, KIND_TUPLE);
}
static inline bool value_is_dict(Value v)
{
    return value_is_kind(v, KIND_DICT);
}
static inline bool value_is_set(Value v) /* set or frozenset */
{
    return value_is_kind(v, KIND_SET) || value_is_kind(v, KIND_FROZENSET);
}
static inline bool value_is_class(Value v)
{
    return value_is_kind(v, KIND_CLASS);
}
static inline bool value_is_exception(Value v)
{
    return value_is_kind(v, KIND_EXCEPTION);
}
static inline size_t str_length(const Str *s)
{
    return s->obj.aux;
}
static inline size_t tuple_length(const Tuple *t)
{
    return t->obj.aux;
}

#endif
