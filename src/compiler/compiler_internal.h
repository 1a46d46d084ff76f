/* compiler_internal.h - what the files of this folder share; nobody else enters.
 *
 *   compiler.c   the entry: scope pass, then code of the module          names.c  names, mangling, maps
 *   scope.c      pass 1: which scope binds and uses which name           resolve.c  what each name means
 *   unit.c       one code object in the making                           emit.c   instructions, labels
 *   vars.c       load, store, delete a variable                          fold.c   constants
 *   expr.c display.c cond.c call.c comp.c       expressions              stmt.c assign.c func.c class.c
 *   blocks.c     what must be undone when control leaves a statement     loops.c try.c with.c
 *
 * Errors are sticky: the first goes into *diag, `failed` is set, and from then on emitting does
 * nothing; walkers may go on, what they make is thrown away. */
#ifndef COMPILER_INTERNAL_H
#define COMPILER_INTERNAL_H

#include "base/vec.h"
#include "compiler/compiler.h"
#include "object/int.h"

typedef uint32_t Reg;
#define NO_REG UINT32_MAX
#define NO_PC  UINT32_MAX

enum {
    MAX_REGISTERS = 60000,
    MAX_SITES_APART = 60000, /* beyond it instructions of one name share a site */
    MAX_SITES = 65535,
    MAX_CALL_ARGUMENTS = 200, /* more go through a list */
    CHUNK = 64,               /* elements of a display that are in registers at once */
    MAX_BLOCKS = 21,          /* statically nested loops, try, with: as CPython */
    STACK_BYTES = 360 * 1024, /* of C stack, then RecursionError; half a megabyte must do */
};

/* A hash table from a 64-bit key (a pointer, a Value's bits; never 0) to a number. In the arena. */
typedef struct Map {
    uint64_t *keys;
    uint32_t *values;
    uint32_t count, capacity;
} Map;

/* ---- scopes ------------------------------------------------------------------------------------ */

enum { /* Symbol.flags */
    SYM_GLOBAL = 1,
    SYM_NONLOCAL = 2,
    SYM_LOCAL = 4,       /* assigned here */
    SYM_PARAM = 8,
    SYM_USE = 16,
    SYM_ANNOT = 32,
    SYM_DELETED = 64,    /* del, `except as`: may become unbound again, is always checked */
    SYM_COMP_ITER = 128, /* target of a comprehension's for */
    SYM_IMPORT = 256,    /* bound by an import */
    SYM_BOUND = SYM_LOCAL | SYM_PARAM | SYM_IMPORT,
};

typedef enum Access {
    ACCESS_LOCAL,    /* register */
    ACCESS_CELL,     /* register holding a cell */
    ACCESS_FREE,     /* cell of the closure */
    ACCESS_GLOBAL,
    ACCESS_NAME,     /* through the namespace R[0] */
    ACCESS_NAMEFREE, /* class body: R[0], then a cell of the closure */
    ACCESS_SAME,     /* inlined comprehension: the symbol `owner` of the same code */
} Access;

typedef struct Scope Scope;

typedef struct Symbol {
    const Name *name; /* mangled */
    Scope *scope;
    struct Symbol *owner; /* ACCESS_SAME, ACCESS_FREE, ACCESS_NAMEFREE: who binds it */
    uint32_t flags;
    Access access;
    Reg reg;          /* ACCESS_LOCAL, ACCESS_CELL; while inlined: only during the comprehension */
    uint32_t index;   /* ACCESS_FREE: in the unit's closure */
    uint32_t bit;     /* in Unit.known */
    Span where;       /* of the global or nonlocal statement */
} Symbol;

typedef enum ScopeKind { SCOPE_MODULE, SCOPE_CLASS, SCOPE_FUNCTION, SCOPE_LAMBDA, SCOPE_COMP } ScopeKind;

struct Scope {
    ScopeKind kind;
    const Node *node;
    Scope *parent;
    Scope *unit; /* whose code it is part of: itself, or for an inlined one its parent's */
    const Name *class_name; /* of the innermost class around: for mangling */
    VEC(Symbol *) symbols;  /* in order of appearance */
    Map table;              /* name -> index in symbols */
    VEC(Symbol *) captures; /* units: owners of the closure's cells */
    Symbol *class_cell;     /* classes: `__class__`, when a method wants it */
    VEC(const Name *) attributes; /* classes: what their functions assign to `self.` */
    uint32_t bit_count;     /* units: locals, those of inlined comprehensions included */
    uint32_t iter_depth;    /* inside an iterable of a comprehension */
    bool iter_target;       /* inside its target */
    bool is_async;          /* async def; a comprehension with await or async for */
    bool has_await;         /* await, async for, async with, async comprehension directly inside */
    bool has_yield;
    bool has_walrus;        /* units: some name may change in the middle of an expression */
    bool has_annotations;
};

/* ---- code in the making ------------------------------------------------------------------------ */

typedef struct Label {
    uint32_t chain;  /* last jump here that waits for its distance; the others follow in their bc */
    bool used;
    uint64_t *known; /* what is assigned on every jump here */
} Label;
#define LABEL_INIT ((Label){ NO_PC, false, NULL })

typedef struct Rows {
    VEC(Handler) items; /* start and end; target and register when the block is finished */
} Rows;

typedef enum BlockKind {
    BLOCK_LOOP,
    BLOCK_COMP,    /* a for of a comprehension: exceptions may want ENDFOR */
    BLOCK_TRY,     /* body of try ... except */
    BLOCK_FINALLY, /* everything before `finally`: leaving runs final_body */
    BLOCK_HANDLER, /* an exception is being handled: leaving runs UNHANDLE */
    BLOCK_STAR,    /* the same in the body of an except*: nobody may leave */
    BLOCK_NAME,    /* body of `except E as name`: leaving forgets the name */
    BLOCK_WITH
} BlockKind;

/* A statement that control may leave early. `open` is where the instructions begin that it protects;
 * leaving closes it, runs what must be run, and opens it again behind. */
typedef struct Block {
    BlockKind kind;
    struct Block *outer;
    uint32_t open;    /* NO_PC: not open */
    Rows rows;        /* protected so far */
    Reg reg;          /* iterator; with: __exit__ and self; handler: the exception */
    uint32_t head;    /* loop: first instruction */
    Label *end;       /* loop: where break goes */
    bool fresh;       /* for: the iterator may be a generator of its own: ENDFOR */
    bool is_async;
    const Name *name; /* BLOCK_NAME */
    NodeList final_body;
    const Node *at;
} Block;

typedef struct Unit {
    struct Unit *outer;
    Scope *scope;     /* of the code being compiled: the unit's, or of an inlined comprehension */
    Scope *top_scope; /* the unit's */
    VEC(Instr) instrs;
    VEC(Loc) locs;
    VEC(Value) consts;
    VEC(Str *) sites;
    VEC(Handler) handlers;
    VEC(HandledRegion) regions;
    VEC(Capture) captures;
    Map const_index, site_index;
    Reg top, nregs, first_temp;
    Block *block;
    uint32_t block_depth;
    bool dead;          /* control cannot come here: nothing is emitted */
    uint64_t *known;    /* locals that are assigned for certain */
    uint32_t words;
    uint64_t *free_set; /* spare sets */
    const Node *at;     /* the statement */
    Str *name, *qualname;
    Value doc;
    uint32_t flags, first_line;
    uint32_t argcount, posonly, kwonly, nlocals;
    bool future_strings;
} Unit;

typedef struct Compiler {
    Heap *heap;
    Diag *diag;
    Arena arena;
    unsigned options;
    Str *filename;
    bool failed;
    bool future_annotations; /* from __future__ import annotations */
    bool top_await;
    char *stack;             /* where the C stack was at the start */
    unsigned turns;          /* how often it was looked at */
    Unit *unit;
    Scope *scope;            /* pass 1: the current one */
    VEC(Scope *) scopes;     /* parents before children */
    Map scope_index;         /* node -> index in scopes */
    Map text_index;          /* Name -> index in texts */
    VEC(Str *) texts;
    VEC(const Name *) mangled; /* names that are compared by text */
    Map mangled_index;       /* hash -> index in mangled */
    const Name *name_class, *name_iter; /* "__class__", ".0" */
    VEC(const Node *) spine; /* left-deep expressions: the nodes on the way down */
} Compiler;

/* compiler.c */
bool compiler_error(Compiler *c, const Node *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool compiler_error_at(Compiler *c, Span span, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void compiler_no_memory(Compiler *c);
bool compiler_too_deep(Compiler *c, const Node *at); /* reports when the C stack runs out */

/* names.c */
const uint32_t *map_find(const Map *map, uint64_t key);
bool map_put(Arena *arena, Map *map, uint64_t key, uint32_t value); /* false: no memory */
const Name *names_make(Compiler *c, const char *text, size_t length); /* one Name a text */
const Name *names_canonical(Compiler *c, const Scope *scope, const Name *name); /* mangles */
Str *names_text(Compiler *c, const Name *name); /* interned */
Str *names_cstr(Compiler *c, const char *text); /* interned */
bool names_is(const Name *name, const char *text);

/* scope.c, resolve.c */
bool scope_build(Compiler *c, const Node *tree);
Symbol *scope_find(const Scope *scope, const Name *name); /* canonical; NULL: none */
Symbol *scope_add(Compiler *c, Scope *scope, const Name *name, uint32_t flags);
Scope *scope_of(Compiler *c, const Node *node);
bool scope_is_function(const Scope *scope);
bool resolve_all(Compiler *c);

/* unit.c */
Unit *unit_begin(Compiler *c, Scope *scope, Str *name, Str *qualname);
Code *unit_end(Compiler *c); /* pops; NULL when failed */
Str *unit_qualname(Compiler *c, Scope *parent, const Name *mangled, Str *name);
Reg unit_temp(Compiler *c);
Reg unit_temps(Compiler *c, uint32_t count); /* consecutive ones: the first */
static inline bool unit_is_temp(const Unit *u, Reg reg)
{
    return reg >= u->first_temp;
}
uint64_t *known_save(Compiler *c);              /* a copy of the state */
void known_restore(Compiler *c, uint64_t *set); /* gives the copy back; the code is reachable */
void known_drop(Compiler *c, uint64_t *set);
bool known_has(const Unit *u, const Symbol *symbol);
void known_add(Unit *u, const Symbol *symbol);
void known_remove(Unit *u, const Symbol *symbol);

/* emit.c; `at` NULL: the statement. All do nothing in dead code and answer NO_PC. */
uint32_t emit(Compiler *c, int op, Reg a, Reg b, Reg cc, const Node *at);
uint32_t emit_bc(Compiler *c, int op, Reg a, int32_t bc, const Node *at);
uint32_t emit_site(Compiler *c, int op, Reg a, Reg b, Str *name, const Node *at);
void emit_load(Compiler *c, Reg dst, Value v, const Node *at);
void emit_move(Compiler *c, Reg dst, Reg src, const Node *at);
void emit_ext(Compiler *c, int32_t bc, const Node *at);
uint32_t emit_const(Compiler *c, Value v);
void emit_set_span(Compiler *c, uint32_t pc, Span span);
uint32_t emit_here(const Compiler *c);
void emit_silent(Compiler *c, uint32_t from); /* what was emitted since is no line of the script: nobody steps on it */
void emit_jump(Compiler *c, int op, Reg reg, Label *label, const Node *at);
void emit_loop(Compiler *c, uint32_t head, const Node *at);
void emit_label(Compiler *c, Label *label); /* the jumps to the label come here */

/* vars.c */
Symbol *vars_symbol(Compiler *c, const Name *name); /* as seen from unit->scope */
Reg vars_load(Compiler *c, const Name *name, Reg dst, const Node *at); /* dst NO_REG: wherever it is */
void vars_store(Compiler *c, const Name *name, Reg value, const Node *at);
void vars_delete(Compiler *c, const Name *name, const Node *at);
Reg vars_register(Compiler *c, const Name *name); /* of a plain local, else NO_REG */
void vars_assigned(Compiler *c, const Name *name);
bool vars_check_name(Compiler *c, const Name *name, const char *verb, const Node *at);

/* fold.c */
bool fold_constant(Compiler *c, const Node *node, Value *out); /* false: not a constant */
Value fold_value(Compiler *c, const Constant *constant);
int fold_truth(Compiler *c, const Node *node); /* 1, 0; -1: not known */
bool fold_small_int(Compiler *c, const Node *node, int32_t *out);

/* expr.c */
void expr_into(Compiler *c, const Node *node, Reg dst);
Reg expr_any(Compiler *c, const Node *node);  /* a local's own register, or a new temporary */
Reg expr_temp(Compiler *c, const Node *node); /* a new temporary */
Reg expr_safe(Compiler *c, const Node *node, const Node *later); /* any, but `later` cannot change it */
bool expr_changes_names(Compiler *c, const Node *node);
void expr_await(Compiler *c, Reg dst, Reg value, uint32_t how, const Node *at);
int expr_binary_op(BinaryOperator op);
void expr_slice(Compiler *c, const Node *node, Reg dst);

/* display.c */
void display_list(Compiler *c, NodeList elements, Reg dst, bool is_call, const Node *at);
void display_tuple(Compiler *c, NodeList elements, Reg dst, const Node *at);
void display_set(Compiler *c, NodeList elements, Reg dst, const Node *at);
void display_dict(Compiler *c, const Node *node, Reg dst);
void display_joined(Compiler *c, const Node *node, Reg dst);
void display_formatted(Compiler *c, const Node *node, Reg dst);

/* cond.c */
void cond_jump(Compiler *c, const Node *test, Label *label, bool jump_if);
void cond_compare(Compiler *c, const Node *node, Reg dst); /* the value */

/* call.c */
bool call_is_simple(const Node *node); /* neither stars nor too many arguments */
void call_finish(Compiler *c, const Node *node, Reg base, bool is_method, Reg dst);
void call_extended(Compiler *c, const Node *node, Reg base, Reg dst);
void call_keywords(Compiler *c, NodeList keywords, Reg dst, Reg callee, const Node *call);
bool call_check_keywords(Compiler *c, NodeList keywords);
bool call_is_super(Compiler *c, const Node *node); /* super() that GETSUPER can do */

/* comp.c */
void comp_inlined(Compiler *c, const Node *node, Reg dst);
void comp_generator(Compiler *c, const Node *node, Reg dst);

/* unparse.c */
Str *unparse_expression(Compiler *c, const Node *node); /* source text of an annotation */

/* func.c, class.c */
void func_closure(Compiler *c, Unit *u, Scope *child);
void func_def(Compiler *c, const Node *node);
void func_lambda(Compiler *c, const Node *node, Reg dst);
void func_decorated(Compiler *c, NodeList decorators, Reg first);
void func_annotation(Compiler *c, const Node *node, Reg dst);
void class_def(Compiler *c, const Node *node);

/* blocks.c */
void block_push(Compiler *c, Block *block, BlockKind kind, const Node *at);
void block_pop(Compiler *c, Block *block);
void block_open(Compiler *c, Block *block);
void block_close(Compiler *c, Block *block);
bool block_has_rows(const Block *block);
void block_finish(Compiler *c, Block *block, uint32_t target, Reg reg); /* writes rows; frees */
void block_handle(Compiler *c, Block *block, BlockKind kind, Reg exc, const Node *at); /* HANDLE */
void block_leave_handler(Compiler *c, Block *block, const Node *at); /* UNHANDLE; closed, not popped */
uint32_t block_enter_cleanup(Compiler *c); /* what follows is where exceptions arrive: its pc */
void block_cleanup(Compiler *c, Block *block, const Node *at); /* pops; exceptions out of a handler */
void block_forget_name(Compiler *c, const Name *name, const Node *at);
void block_return(Compiler *c, const Node *node);
void block_break(Compiler *c, const Node *node);
void block_continue(Compiler *c, const Node *node);

/* loops.c */
typedef struct ForLoop {
    Block block;
    Label end, exit;
    Block step; /* async: what StopAsyncIteration may come out of */
    uint64_t *at_head;
    bool is_async;
    const Node *iter_node;
} ForLoop;
void loop_iterator(Compiler *c, const Node *iter, bool is_async, Reg dst, bool *fresh);
void loop_begin(Compiler *c, ForLoop *loop, BlockKind kind, Reg iter, bool fresh, bool is_async,
                const Node *target, const Node *iter_node, const Node *at);
void loop_finish(Compiler *c, ForLoop *loop, const Node *at); /* then comes else, then loop->end */
void loop_for(Compiler *c, const Node *node);
void loop_while(Compiler *c, const Node *node);

/* try.c, with.c */
void try_stmt(Compiler *c, const Node *node);
void with_stmt(Compiler *c, const Node *node);
void with_exit_normally(Compiler *c, Block *block, const Node *at);

/* stmt.c, assign.c */
void stmt_list(Compiler *c, NodeList body);
void stmt_body(Compiler *c, NodeList body, bool has_doc);
void assign_to(Compiler *c, const Node *target, Reg value);
void assign_stmt(Compiler *c, const Node *node);
void assign_augmented(Compiler *c, const Node *node);
void assign_annotated(Compiler *c, const Node *node);
void assign_delete(Compiler *c, const Node *target);

#endif
