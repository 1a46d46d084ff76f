/* code.h - the code object: the whole contract between compiler and VM. */
#ifndef BYTECODE_CODE_H
#define BYTECODE_CODE_H

#include "object/class.h"

enum {
#define OP(name, a, b, c, flags, effect) OP_##name,
#include "bytecode/opcodes.def"
#undef OP
    OP_COUNT
};

typedef struct {
    uint16_t op, a;
    union {
        struct {
            uint16_t b, c;
        };
        int32_t bc;
    };
} Instr;

/* What is known of an instruction beside its words: its source, for tracebacks (PEP 657). Lines from 1, columns in code points
 * from 0; col 0xFFFF: unknown. */
typedef struct {
    uint32_t line, end_line;
    uint16_t col, end_col;
    uint16_t live;      /* registers from here on hold nothing that is needed any more: what the
                           collector finds there is garbage of earlier instructions                  */
} Loc;

/* An inline cache: the name an instruction looks up and what it found last time. Filled by vm/attr.c,
 * cleared never, only overwritten; everything in it is marked by the collector. */
typedef struct {
    Str *name;         /* interned                                                                  */
    Shape *shape;      /* attribute sites: the receiver's shape; or a Class in `cls`                 */
    uint64_t version;  /* globals: keys version; attributes: vm->class_epoch                         */
    Value value;       /* method found on the class                                                  */
    uint32_t slot;     /* slot or entry number                                                       */
    uint32_t how;      /* ATTR_x of vm/attr.c                                                        */
    uint64_t version2; /* globals: builtins' keys version                                            */
} Site;

/* While pc is in [start, end) an exception puts itself into R[reg] and goes on at target. Rows are
 * ordered so that the first that covers pc is the innermost. */
typedef struct {
    uint32_t start, end, target;
    uint16_t reg;
} Handler;

/* While pc is in [start, end) R[reg] is the exception being handled (bare raise, __context__,
 * sys.exception()). First that covers pc is the innermost. */
typedef struct {
    uint32_t start, end;
    uint16_t reg;
} HandledRegion;

typedef struct {
    uint16_t index;      /* register of the enclosing frame holding a Cell, or index of its own cell */
    bool from_register;
} Capture;

enum { /* Code.flags */
    CODE_VARARGS = 1,      /* *args: register after the keyword-only parameters                      */
    CODE_VARKW = 2,        /* **kwargs: the one after that                                           */
    CODE_GENERATOR = 4,
    CODE_COROUTINE = 8,    /* async def                                                              */
    CODE_ASYNCGEN = 16,
    CODE_ITERABLE_COROUTINE = 32, /* types.coroutine, asyncio.coroutine: set on a copy at run time   */
    CODE_MODULE = 64,      /* top level: names are globals                                           */
    CODE_NAMES = 128,      /* class body, exec/eval: R[0] is the namespace (mapping)                 */
    CODE_CLASS = 256,      /* class body                                                             */
    CODE_OPTIMISED = 512,  /* a function                                                             */
    CODE_TOP_AWAIT = 1024, /* interactive: the module body is a coroutine (top-level await)           */
    CODE_HIDDEN = 2048,    /* of a library module embedded in the program: no frame in tracebacks     */
    CODE_FROZEN = 4096,    /* instrs, locs, handlers, regions, captures, var_is_cell are constants of the program:
                              frozen.h. Not owned, never written                                       */
};

struct Code {
    Obj obj;
    Str *name, *qualname, *filename;
    Str *source_name;     /* key into vm's sources (for showing lines); usually == filename           */
    uint32_t flags;
    uint16_t nregs;       /* registers of a frame: parameters, locals, temporaries                    */
    uint16_t argcount;    /* positional parameters, positional-only ones included: R[0] ..            */
    uint16_t posonly;
    uint16_t kwonly;      /* then keyword-only, then *args, then **kwargs                             */
    uint16_t nlocals;     /* named registers: varnames[0..nlocals)                                    */
    uint32_t first_line;  /* of the first decorator, or def                                           */
    uint32_t ninstrs, nconsts, nsites, nhandlers, nregions, ncaptures;
    Instr *instrs;
    Loc *locs;            /* one per instruction                                                      */
    Value *consts;
    Site *sites;
    Handler *handlers;
    HandledRegion *regions;
    Capture *captures;
    Str **varnames;       /* names of R[0] .. R[nlocals-1]; names of cells included                   */
    uint8_t *var_is_cell; /* per varname: R[i] holds a Cell after the prologue                        */
    Str **freenames;      /* names of the captured cells, ncaptures of them                           */
    Value doc;            /* docstring or None                                                        */
    NativeFn shortcut;    /* of a few functions of the library, else NULL: does in C what the call would do (of a
                             coroutine function: what the call, awaited at once, would do without suspending),
                             or answers UNSET and has done nothing: then it is called                  */
};

typedef struct {
    const char *name;
    uint8_t a, b, c;      /* OPERAND_x */
    uint16_t flags;
    const char *effect;
} OpInfo;
enum { OPERAND____, OPERAND_dst, OPERAND_reg, OPERAND_num, OPERAND_imm, OPERAND_site, OPERAND_kst,
       OPERAND_off, OPERAND_var };
enum { OPF_RAISES = 1, OPF_SAFEPOINT = 2, OPF_SUSPENDS = 4, OPF_JUMPS = 8, OPF_CALLS = 16, OPF_WORD2 = 32 };
extern const OpInfo op_info[OP_COUNT]; /* opcode.c */

Code *code_new(Heap *heap);              /* empty; arrays are attached by the compiler (heap_array)   */
void code_register(Heap *heap);          /* visitor and finaliser of KIND_CODE                        */
Code *code_copy(Heap *heap, const Code *code); /* for a change of flags; NULL: out of memory          */
/* Frees the arrays of one that could not be finished; their counts must be right, arrays may be missing. */
void  code_clear(Heap *heap, Code *code);

/* Checks what the VM relies on: operands in range, jumps inside, WORD2 pairs, handlers ordered.
 * NULL: fine; else a message (static text). Every code object passes it in checked builds. */
const char *code_verify(const Code *code);

/* The listing (--disassemble): offset, line, opcode, operands with names, handlers; nested code too. */
typedef void (*TextSink)(void *ctx, const char *bytes, size_t length);
void code_disassemble(Heap *heap, const Code *code, TextSink sink, void *ctx, bool colour);

#endif
