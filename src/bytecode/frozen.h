/* frozen.h - code objects as constants of the program: what tools/freeze makes of lib/ while the program is built,
 * and what thaw.c makes code objects of when a module is imported. Instructions and tables are used where they lie;
 * names and constants, which are objects, are made when the code is thawed. */
#ifndef BYTECODE_FROZEN_H
#define BYTECODE_FROZEN_H

#include "bytecode/code.h"

typedef struct FrozenCode FrozenCode;
typedef struct FrozenValue FrozenValue;

typedef struct {
    const char *bytes;        /* UTF-8                                                                   */
    uint32_t length;          /* bytes                                                                   */
    bool interned;
} FrozenText;

typedef enum { FROZEN_NONE, FROZEN_TRUE, FROZEN_FALSE, FROZEN_ELLIPSIS, FROZEN_INT, FROZEN_BIG, FROZEN_FLOAT,
               FROZEN_STR, FROZEN_BYTES, FROZEN_TUPLE, FROZEN_CODE } FrozenKind;

struct FrozenValue {
    FrozenKind kind;
    uint32_t count;           /* STR: number of the text; BIG: digits; BYTES: bytes; TUPLE: items        */
    union {
        int64_t integer;
        double number;
        const char *bytes;    /* BIG: in decimal                                                         */
        const FrozenValue *items;
        const FrozenCode *code;
    } as;
};

/* The fields of Code, with numbers of texts in place of names. */
struct FrozenCode {
    uint16_t name, qualname;
    uint16_t nregs, argcount, posonly, kwonly, nlocals;
    uint32_t flags, first_line;
    uint32_t ninstrs, nconsts, nsites, nhandlers, nregions, ncaptures;
    const Instr *instrs;
    const Loc *locs;
    const FrozenValue *consts;
    const uint16_t *sites;    /* their names                                                             */
    const Handler *handlers;
    const HandledRegion *regions;
    const Capture *captures;
    const uint16_t *varnames;
    const uint8_t *var_is_cell;
    const uint16_t *freenames;
    FrozenValue doc;
};

typedef struct {
    const char *name;         /* "asyncio.locks"                                                         */
    const FrozenText *texts;
    uint32_t text_count;
    const FrozenCode *code;   /* the module's body                                                       */
} FrozenModule;

extern const FrozenModule frozen_modules[]; /* build/frozen.c, in the order of embedded_modules; ends with zeros */

/* The code of a module, each code object verified. NULL: out of memory, or, with *wrong set to what is wrong, it is
 * not one that the VM can trust. */
Code *thaw_module(Heap *heap, const FrozenModule *module, const char *filename, const char **wrong);

#endif
