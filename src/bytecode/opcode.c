/* opcode.c - the table of instructions, made of opcodes.def. */
#include "bytecode/code.h"

#define RAISES   OPF_RAISES
#define SAFEPOINT OPF_SAFEPOINT
#define SUSPENDS OPF_SUSPENDS
#define JUMPS    OPF_JUMPS
#define CALLS    OPF_CALLS
#define WORD2    OPF_WORD2

const OpInfo op_info[OP_COUNT] = {
#define OP(name, a, b, c, flags, effect) \
    { #name, OPERAND_##a, OPERAND_##b, OPERAND_##c, flags, effect },
#include "bytecode/opcodes.def"
#undef OP
};
