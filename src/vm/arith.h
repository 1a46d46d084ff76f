/* arith.h - operators beyond vm.h: what the interpreter's slow paths and the number types share.
 * The rest of arith.c is declared in vm.h (vm_binary, vm_unary, vm_compare, vm_index ...). */
#ifndef VM_ARITH_H
#define VM_ARITH_H

#include "bytecode/code.h"
#include "vm/vm.h"

/* op on two plain numbers (small or big int, bool, float; not Boxed); VALUE_NOTIMPLEMENTED when one
 * is something else or the operator is not theirs. op: OP_ADD .. OP_MATMUL or the in-place twin.
 * No script code runs. */
Value arith_numbers(VM *vm, int op, Value a, Value b);
/* Comparison of two plain numbers; VALUE_NOTIMPLEMENTED when one is something else. */
Value arith_compare_numbers(CompareOp op, Value a, Value b);
/* divmod(a, b) of two plain numbers: a tuple, or VALUE_NOTIMPLEMENTED. */
Value arith_divmod_numbers(VM *vm, Value a, Value b);
/* The instruction before `pc` has made `w`, too long for a Value's own word. Instructions that only compute with it go
 * on in 64 bits, as in `state * 1103515245 + 12345 & 0x7fffffff`; what they leave is stored. Answers the next pc. */
const Instr *arith_in_words(VM *vm, Value *registers, const Code *code, const Instr *pc, int64_t w);
/* The plain number inside (of Boxed), else v itself. */
Value arith_unbox(Value v);
/* An int as double; false: OverflowError "int too large to convert to float" is pending. */
bool arith_int_to_double(VM *vm, Value v, double *out);

/* What is left of vm_binary and vm_compare when the method of `a` (the in-place one, if it has that) has
 * answered NotImplemented: the other side, then the TypeError or identity. [script] */
Value arith_reflected(VM *vm, int op, Value a, Value b);
Value arith_compare_reflected(VM *vm, CompareOp op, Value a, Value b);

Value vm_divmod(VM *vm, Value a, Value b);               /* divmod(a, b) [script] */
Value vm_power(VM *vm, Value a, Value b, Value modulus); /* pow(a, b, m); m NONE: a ** b [script] */
/* As vm_index, but a number too large is the IndexError of subscripts. [script] */
bool vm_index_item(VM *vm, Value v, int64_t *out);
/* As vm_index for sizes and counts: OverflowError "Python int too large to convert to C ssize_t". */
bool vm_index_size(VM *vm, Value v, int64_t *out);

#endif
