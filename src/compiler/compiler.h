/* compiler.h - AST -> code object. The compiler knows the heap (constants, names) and no VM. */
#ifndef COMPILER_COMPILER_H
#define COMPILER_COMPILER_H

#include "base/diag.h"
#include "bytecode/code.h"
#include "parser/ast.h"

enum { /* options */
    COMPILE_INTERACTIVE = 2, /* expression statements print (PRINTEXPR); top-level await allowed */
    COMPILE_NAMES = 4,       /* exec/eval: names go through the namespace R[0] */
    COMPILE_EVAL = 8,        /* the tree is one expression; its value is returned */
    COMPILE_HIDDEN = 16,     /* an embedded library module */
    COMPILE_SCRIPT = 64,     /* the file that was given on the command line */
    COMPILE_OBSERVED = 32,   /* in a library module, __observed__ is true: somebody looks at this run */
};

/* The code of a whole tree; NULL with *diag filled in: SyntaxError or out of memory. */
Code *compiler_compile(Heap *heap, const Node *tree, const char *filename, unsigned options, Diag *diag);

#endif
