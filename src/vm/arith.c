/* arith.c - the operators: numbers at once, everything else by Python's protocol of special methods.
 * The dispatch loop adds small ints and floats itself and comes here for the rest; natives come here
 * through vm.h. Nobody else knows the rules of reflected methods. */
#include "vm/arith.h"
#include "bytecode/code.h"
#include <errno.h>
#include <math.h>

/* In the order of the opcodes ADD .. MATMUL. */
typedef struct {
    const char *symbol;
    int name, reflected, in_place;
} Operator;

static const Operator operators[] = {
    { "+", NAME___add__, NAME___radd__, NAME___iadd__ },
    { "-", NAME___sub__, NAME___rsub__, NAME___isub__ },
    { "*", NAME___mul__, NAME___rmul__, NAME___imul__ },
    { "/", NAME___truediv__, NAME___rtruediv__, NAME___itruediv__ },
    { "//", NAME___floordiv__, NAME___rfloordiv__, NAME___ifloordiv__ },
    { "%", NAME___mod__, NAME___rmod__, NAME___imod__ },
    { "**", NAME___pow__, NAME___rpow__, NAME___ipow__ },
    { "<<", NAME___lshift__, NAME___rlshift__, NAME___ilshift__ },
    { ">>", NAME___rshift__, NAME___rrshift__, NAME___irshift__ },
    { "&", NAME___and__, NAME___rand__, NAME___iand__ },
    { "|", NAME___or__, NAME___ror__, NAME___ior__ },
    { "^", NAME___xor__, NAME___rxor__, NAME___ixor__ },
    { "@", NAME___matmul__, NAME___rmatmul__, NAME___imatmul__ },
};

static bool is_in_place(int op)
{
    return op >= OP_IADD && op <= OP_IMATMUL;
}

static bool is_binary(int op)
{
    return (op >= OP_ADD && op <= OP_MATMUL) || is_in_place(op);
}

static int plain_op(int op)
{
    return is_in_place(op) ? op - OP_IADD + OP_ADD : op;
}

/* --- numbers ------------------------------------------------------------------------------------- */

Value arith_unbox(Value v)
{
    return value_is_kind(v, KIND_BOXED) ? AS(Boxed, v)->number : v;
}

static bool is_plain_int(Value v) /* small, bool or big */
{
    return value_is_int(v) || value_is_bool(v) || value_is_exactly(v, KIND_BIGINT);
}

Value raise_int_status(VM *vm, IntStatus status)
{
    switch (status) {
    case INT_NO_MEMORY:
    case INT_TOO_LARGE: return raise_memory(vm);
    case INT_ZERO_DIVISION:
        return raise_zero_division(vm, "integer division or modulo by zero");
    case INT_NEGATIVE: return raise_value(vm, "negative shift count");
    case INT_OK: break;
    }
    return raise_runtime(vm, "an int operation failed without a reason");
}

bool arith_int_to_double(VM *vm, Value v, double *out)
{
    if (value_is_int(v)) {
        *out = (double)value_int(v);
        return true;
    }
    if (int_to_double(int_unbox(v), out))
        return true;
    raise_overflow(vm, "int too large to convert to float");
    return false;
}

/* Quotient and remainder with the sign of the divisor; b is not 0. */
static double float_divide(double a, double b, double *remainder)
{
    double mod = fmod(a, b);
    double quotient = (a - mod) / b;
    if (mod != 0) {
        if ((b < 0) != (mod < 0)) {
            mod += b;
            quotient -= 1.0;
        }
    } else {
        mod = copysign(0.0, b);
    }
    *remainder = mod;
    if (quotient == 0)
        return copysign(0.0, a / b);
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

static Value raise_range(VM *vm)
{
    Value args[2] = { value_small(ERANGE), vm_str_cstr(vm, "Numerical result out of range") };
    if (value_is_raised(args[1]))
        return VALUE_RAISED;
    Value exception = exception_make(vm, vm->exc[EXC_OverflowError], 2, args);
    return value_is_unset(exception) ? VALUE_RAISED : raise_exception(vm, exception);
}

static Value float_power(VM *vm, double a, double b)
{
    if (a == 0 && b < 0)
        return raise_zero_division(vm, "0.0 cannot be raised to a negative power");
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b))
        return raise_value(vm, "a negative number to a fractional power is a complex number, "
                               "and there are none here");
    double power = pow(a, b);
    if (isinf(power) && isfinite(a) && isfinite(b))
        return raise_range(vm);
    return value_from_double(power);
}

static Value float_binary(VM *vm, int op, double a, double b)
{
    double remainder;
    switch (op) {
    case OP_ADD: return value_from_double(a + b);
    case OP_SUB: return value_from_double(a - b);
    case OP_MUL: return value_from_double(a * b);
    case OP_DIV:
        if (b == 0)
            return raise_zero_division(vm, "float division by zero");
        return value_from_double(a / b);
    case OP_FLOORDIV:
        if (b == 0)
            return raise_zero_division(vm, "float floor division by zero");
        return value_from_double(float_divide(a, b, &remainder));
    case OP_MOD:
        if (b == 0)
            return raise_zero_division(vm, "float modulo by zero");
        float_divide(a, b, &remainder);
        return value_from_double(remainder);
    case OP_POW: return float_power(vm, a, b);
    default: return VALUE_NOTIMPLEMENTED;
    }
}

static Value int_power(VM *vm, Value a, Value b)
{
    if (int_sign(b) < 0) {
        double base, exponent;
        if (!arith_int_to_double(vm, a, &base) || !arith_int_to_double(vm, b, &exponent))
            return VALUE_RAISED;
        return float_power(vm, base, exponent);
    }
    Value out;
    IntStatus status = int_pow(vm->heap, a, b, &out);
    return status == INT_OK ? out : raise_int_status(vm, status);
}

static Value int_binary(VM *vm, int op, Value a, Value b)
{
    Heap *heap = vm->heap;
    Value out = VALUE_UNSET;
    IntStatus status;
    double quotient;
    bool bools = value_is_bool(a) && value_is_bool(b);
    if (bools && op >= OP_AND && op <= OP_XOR) {
        bool x = value_is_true(a), y = value_is_true(b);
        return value_bool(op == OP_AND ? x && y : op == OP_OR ? x || y : x != y);
    }
    a = int_unbox(a);
    b = int_unbox(b);
    if (value_both_ints(a, b)) { /* what needs no big number */
        int64_t x = value_int(a), y = value_int(b), product;
        switch (op) {
        case OP_ADD: return int_from_i64(heap, x + y);
        case OP_SUB: return int_from_i64(heap, x - y);
        case OP_MUL:
            if (!__builtin_mul_overflow(x, y, &product))
                return int_from_i64(heap, product);
            break;
        case OP_FLOORDIV:
            if (y != 0)
                return int_from_i64(heap, x / y - (x % y != 0 && (x ^ y) < 0));
            break;
        case OP_MOD:
            if (y != 0) {
                int64_t rest = x % y;
                return value_small(rest != 0 && (rest ^ y) < 0 ? rest + y : rest);
            }
            break;
        case OP_AND: return value_small(x & y);
        case OP_OR: return value_small(x | y);
        case OP_XOR: return value_small(x ^ y);
        case OP_LSHIFT:
            if (y >= 0 && y < 14 && x < (int64_t)1 << 48 && x > -((int64_t)1 << 48))
                return int_from_i64(heap, (int64_t)((uint64_t)x << y));
            break;
        case OP_RSHIFT:
            if (y >= 0)
                return value_small(y > 62 ? (x < 0 ? -1 : 0) : x >> y);
            break;
        default: break;
        }
    }
    switch (op) {
    case OP_ADD: status = int_add(heap, a, b, &out); break;
    case OP_SUB: status = int_sub(heap, a, b, &out); break;
    case OP_MUL: status = int_mul(heap, a, b, &out); break;
    case OP_DIV:
        status = int_true_divide(a, b, &quotient);
        if (status == INT_ZERO_DIVISION)
            return raise_zero_division(vm, "division by zero");
        if (status == INT_TOO_LARGE)
            return raise_overflow(vm, "integer division result too large for a float");
        if (status == INT_OK)
            return value_from_double(quotient);
        break;
    case OP_FLOORDIV: status = int_divmod(heap, a, b, &out, NULL); break;
    case OP_MOD:
        status = int_divmod(heap, a, b, NULL, &out);
        if (status == INT_ZERO_DIVISION)
            return raise_zero_division(vm, "integer modulo by zero");
        break;
    case OP_POW: return int_power(vm, a, b);
    case OP_LSHIFT:
        status = int_lshift(heap, a, b, &out);
        if (status == INT_TOO_LARGE && !value_is_int(b))
            return raise_overflow(vm, "too many digits in integer");
        break;
    case OP_RSHIFT: status = int_rshift(heap, a, b, &out); break;
    case OP_AND: status = int_and(heap, a, b, &out); break;
    case OP_OR: status = int_or(heap, a, b, &out); break;
    case OP_XOR: status = int_xor(heap, a, b, &out); break;
    default: return VALUE_NOTIMPLEMENTED;
    }
    return status == INT_OK ? out : raise_int_status(vm, status);
}

Value arith_numbers(VM *vm, int op, Value a, Value b)
{
    bool a_int = is_plain_int(a), b_int = is_plain_int(b);
    op = plain_op(op);
    if (a_int && b_int)
        return int_binary(vm, op, a, b);
    if ((!a_int && !value_is_float(a)) || (!b_int && !value_is_float(b)) ||
        (op >= OP_LSHIFT && op <= OP_MATMUL))
        return VALUE_NOTIMPLEMENTED;
    double x, y;
    if (a_int) {
        if (!arith_int_to_double(vm, a, &x))
            return VALUE_RAISED;
    } else {
        x = value_float(a);
    }
    if (b_int) {
        if (!arith_int_to_double(vm, b, &y))
            return VALUE_RAISED;
    } else {
        y = value_float(b);
    }
    return float_binary(vm, op, x, y);
}

Value arith_divmod_numbers(VM *vm, Value a, Value b)
{
    bool a_int = is_plain_int(a), b_int = is_plain_int(b);
    Value pair[2];
    if (a_int && b_int) {
        IntStatus status =
            int_divmod(vm->heap, int_unbox(a), int_unbox(b), &pair[0], &pair[1]);
        if (status != INT_OK)
            return raise_int_status(vm, status);
        return vm_tuple_of(vm, 2, pair);
    }
    if ((!a_int && !value_is_float(a)) || (!b_int && !value_is_float(b)))
        return VALUE_NOTIMPLEMENTED;
    double x = 0, y = 0, remainder;
    if (!vm_number_to_double(vm, a, &x) || !vm_number_to_double(vm, b, &y))
        return VALUE_RAISED;
    if (y == 0)
        return raise_zero_division(vm, "float divmod()");
    pair[0] = value_from_double(float_divide(x, y, &remainder));
    pair[1] = value_from_double(remainder);
    return vm_tuple_of(vm, 2, pair);
}

/* --- the protocol of binary operators -------------------------------------------------------------- */

/* Calls a special method found on the type of self. Functions and natives need no bound method. */
static Value call_found(VM *vm, Value func, Str *name, Value self, Value arg)
{
    Value args[2] = { self, arg };
    if (value_is_exactly(func, KIND_FUNCTION) || value_is_exactly(func, KIND_NATIVE))
        return vm_call(vm, func, 2, args);
    Value result = vm_call_special(vm, self, name, 1, &arg);
    return value_is_unset(result) ? VALUE_NOTIMPLEMENTED : result;
}

static bool is_notimplemented(Value v)
{
    return value_same(v, VALUE_NOTIMPLEMENTED);
}

static bool is_strict_subclass(const Class *cls, const Class *of)
{
    return cls != of && class_derives(cls, of);
}

/* name, then reflected; NOTIMPLEMENTED when neither knows. */
static Value binary_methods(VM *vm, int name_index, int reflected_index, Value a, Value b)
{
    Str *name = vm->names[name_index], *reflected = vm->names[reflected_index];
    Class *a_class = class_of(vm, a), *b_class = class_of(vm, b);
    Value left = class_lookup(vm, a_class, name);
    Value right = a_class == b_class ? VALUE_UNSET : class_lookup(vm, b_class, reflected);
    if (!value_is_unset(right) && is_strict_subclass(b_class, a_class) &&
        !value_same(class_lookup(vm, a_class, reflected), right)) {
        Value result = call_found(vm, right, reflected, b, a);
        if (!is_notimplemented(result))
            return result;
        right = VALUE_UNSET;
    }
    if (!value_is_unset(left)) {
        Value result = call_found(vm, left, name, a, b);
        if (!is_notimplemented(result))
            return result;
    }
    return value_is_unset(right) ? VALUE_NOTIMPLEMENTED : call_found(vm, right, reflected, b, a);
}

static bool is_sequence(Value v) /* repeats and concatenates: str, bytes, list, tuple ... */
{
    return value_is_str(v) || value_is_list(v) || value_is_tuple(v) ||
           value_is_kind(v, KIND_BYTES) || value_is_kind(v, KIND_BYTEARRAY);
}

static Value raise_operands(VM *vm, int op, Value a, Value b)
{
    int plain = plain_op(op);
    if (plain == OP_ADD && is_sequence(a)) {
        if (value_is_kind(a, KIND_BYTES) || value_is_kind(a, KIND_BYTEARRAY))
            return raise_type(vm, "can't concat %T to %T", b, a);
        return raise_type(vm, "can only concatenate %s (not \"%T\") to %s",
                          value_is_str(a)    ? "str"
                          : value_is_list(a) ? "list"
                                             : "tuple",
                          b,
                          value_is_str(a)    ? "str"
                          : value_is_list(a) ? "list"
                                             : "tuple");
    }
    if (plain == OP_MUL && is_sequence(a))
        return raise_type(vm, "can't multiply sequence by non-int of type '%T'", b);
    if (plain == OP_MUL && is_sequence(b))
        return raise_type(vm, "can't multiply sequence by non-int of type '%T'", a);
    const char *symbol = operators[plain - OP_ADD].symbol;
    if (is_in_place(op))
        return raise_type(vm, "unsupported operand type(s) for %s=: '%T' and '%T'", symbol, a, b);
    if (plain == OP_POW)
        return raise_type(vm, "unsupported operand type(s) for ** or pow(): '%T' and '%T'", a, b);
    if (plain == OP_RSHIFT && value_is_exactly(a, KIND_NATIVE)) {
        Value print = dict_get_name(vm->builtins->dict, str_intern_cstr(vm->heap, "print"));
        if (value_same(a, print))
            return raise_type(vm,
                              "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean "
                              "\"print(<message>, file=<output_stream>)\"?",
                              a, b);
    }
    return raise_type(vm, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
}

static const IntWordOp on_words[OP_MATMUL - OP_ADD + 1] = {
    [OP_ADD - OP_ADD] = INT_WORD_ADD, [OP_SUB - OP_ADD] = INT_WORD_SUB, [OP_MUL - OP_ADD] = INT_WORD_MUL,
    [OP_AND - OP_ADD] = INT_WORD_AND, [OP_OR - OP_ADD] = INT_WORD_OR,   [OP_XOR - OP_ADD] = INT_WORD_XOR,
};

static NOINLINE Value concat(VM *vm, Str *a, Str *b)
{
    if (str_length(a) + str_length(b) > UINT32_MAX)
        return raise_memory(vm);
    return vm_own(vm, str_concat(vm->heap, a, b));
}

/* All that is neither two short ints nor two texts. */
static NOINLINE Value binary_general(VM *vm, int op, Value a, Value b)
{
    Value result = arith_numbers(vm, op, a, b);
    if (!is_notimplemented(result))
        return result;
    const Operator *row = &operators[plain_op(op) - OP_ADD];
    if (is_in_place(op)) {
        Str *name = vm->names[row->in_place];
        Value func = class_lookup(vm, class_of(vm, a), name);
        if (!value_is_unset(func)) {
            result = call_found(vm, func, name, a, b);
            if (!is_notimplemented(result))
                return result;
        }
    }
    result = binary_methods(vm, row->name, row->reflected, a, b);
    return is_notimplemented(result) ? raise_operands(vm, op, a, b) : result;
}

Value vm_binary(VM *vm, int op, Value a, Value b)
{
    int plain = plain_op(op);
    if (plain == OP_ADD && value_is_exactly(a, KIND_STR) && value_is_exactly(b, KIND_STR))
        return concat(vm, as_str(a), as_str(b));
    Value word;
    if (int_words(vm->heap, on_words[plain - OP_ADD], a, b, &word))
        return word;
    return binary_general(vm, op, a, b);
}

/* w op other, or other op w where w stands on the right; false: not in 64 bits. */
static bool word_step(int op, int64_t w, int64_t other, bool right, int64_t *out)
{
    int64_t x = right ? other : w, y = right ? w : other;
    switch (op) {
    case OP_RSHIFT:
        if (right || y < 0 || y > 63)
            return false;
        *out = x >> y;
        return true;
    case OP_MOD:
        if (right || y <= 0)
            return false;
        *out = x % y;
        if (*out < 0)
            *out += y;
        return true;
    default: return int_word_op(on_words[op - OP_ADD], x, y, out);
    }
}

const Instr *arith_in_words(VM *vm, Value *registers, const Code *code, const Instr *pc, int64_t w)
{
    unsigned at = pc[-1].a;
    for (;; pc++) {
        for (; pc->a != at && (pc->op == OP_LOADI || pc->op == OP_LOADK); pc++)
            registers[pc->a] = pc->op == OP_LOADI ? value_small(pc->bc) : code->consts[pc->bc];
        /* Nobody else reads a register without a name. */
        bool used_up = pc->a == at || at >= code->nlocals, good = false;
        int64_t next = 0;
        switch (pc->op) {
        case OP_ADDI:
        case OP_IADDI: good = pc->b == at && word_step(OP_ADD, w, (int16_t)pc->c, false, &next); break;
        case OP_SUBI:
        case OP_ISUBI: good = pc->b == at && word_step(OP_SUB, w, (int16_t)pc->c, false, &next); break;
        default:
            if (is_binary(pc->op) && (pc->b == at) != (pc->c == at)) {
                Value other = registers[pc->b == at ? pc->c : pc->b];
                good = value_is_int(other) && word_step(plain_op(pc->op), w, value_int(other), pc->c == at, &next);
            }
        }
        if (!good || !used_up)
            break;
        w = next;
        at = pc->a;
    }
    registers[at] = int_from_i64(vm->heap, w);
    return pc;
}

Value arith_reflected(VM *vm, int op, Value a, Value b)
{
    const Operator *row = &operators[plain_op(op) - OP_ADD];
    Value result;
    if (is_in_place(op) && !value_is_unset(class_lookup(vm, class_of(vm, a), vm->names[row->in_place]))) {
        result = binary_methods(vm, row->name, row->reflected, a, b); /* it was __iadd__ that did not know */
    } else {
        Str *name = vm->names[row->reflected];
        Value right = class_of(vm, a) == class_of(vm, b) ? VALUE_UNSET : class_lookup(vm, class_of(vm, b), name);
        result = value_is_unset(right) ? VALUE_NOTIMPLEMENTED : call_found(vm, right, name, b, a);
    }
    return is_notimplemented(result) ? raise_operands(vm, op, a, b) : result;
}

Value vm_divmod(VM *vm, Value a, Value b)
{
    Value result = arith_divmod_numbers(vm, a, b);
    if (is_notimplemented(result))
        result = binary_methods(vm, NAME___divmod__, NAME___rdivmod__, a, b);
    if (is_notimplemented(result))
        return raise_type(vm, "unsupported operand type(s) for divmod(): '%T' and '%T'", a, b);
    return result;
}

Value vm_power(VM *vm, Value a, Value b, Value modulus)
{
    if (value_is_none(modulus))
        return vm_binary(vm, OP_POW, a, b);
    Value func = class_lookup(vm, class_of(vm, a), NAME(vm, __pow__));
    Value result = VALUE_NOTIMPLEMENTED;
    if (value_is_exactly(func, KIND_FUNCTION) || value_is_exactly(func, KIND_NATIVE)) {
        Value args[3] = { a, b, modulus };
        result = vm_call(vm, func, 3, args);
    } else if (!value_is_unset(func)) {
        Value args[2] = { b, modulus };
        result = vm_call_special(vm, a, NAME(vm, __pow__), 2, args);
    }
    if (is_notimplemented(result) &&
        (value_is_float(arith_unbox(b)) || value_is_float(arith_unbox(modulus))))
        return raise_type(vm, "pow() 3rd argument not allowed unless all arguments are integers");
    if (is_notimplemented(result))
        return raise_type(vm,
                          "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", a, b,
                          modulus);
    return result;
}

/* --- unary ------------------------------------------------------------------------------------------ */

static Value int_unary(VM *vm, int op, Value v)
{
    Value out;
    IntStatus status = INT_OK;
    if (op == OP_INVERT && value_is_bool(v) &&
        !vm_warn(vm, vm->exc[EXC_DeprecationWarning], "%s",
                 "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. "
                 "This returns the bitwise inversion of the underlying int object and is usually "
                 "not what you expect from negating a bool. Use the 'not' operator for boolean "
                 "negation or ~int(x) if you really want the bitwise inversion of the underlying int."))
        return VALUE_RAISED;
    v = int_unbox(v);
    if (op == OP_POS)
        return v;
    if (op == OP_INVERT)
        status = int_invert(vm->heap, v, &out);
    else
        status = int_neg(vm->heap, v, &out);
    return status == INT_OK ? out : raise_int_status(vm, status);
}

Value vm_unary(VM *vm, int op, Value v)
{
    if (is_plain_int(v))
        return int_unary(vm, op, v);
    if (value_is_float(v) && op != OP_INVERT)
        return op == OP_NEG ? value_from_double(-value_float(v)) : v;
    Str *name = op == OP_NEG   ? NAME(vm, __neg__)
                : op == OP_POS ? NAME(vm, __pos__)
                               : NAME(vm, __invert__);
    Value result = vm_call_special(vm, v, name, 0, NULL);
    if (value_is_unset(result))
        return raise_type(vm, "bad operand type for unary %s: '%T'",
                          op == OP_NEG   ? "-"
                          : op == OP_POS ? "+"
                                         : "~",
                          v);
    return result;
}

/* --- comparison ---------------------------------------------------------------------------------------- */

static const int compare_names[] = { NAME___lt__, NAME___le__, NAME___eq__,
                                     NAME___ne__, NAME___gt__, NAME___ge__ };
static const CompareOp swapped[] = { CMP_GT, CMP_GE, CMP_EQ, CMP_NE, CMP_LT, CMP_LE };
static const char *const compare_symbols[] = { "<", "<=", "==", "!=", ">", ">=" };

static Value order_answer(CompareOp op, int order)
{
    switch (op) {
    case CMP_LT: return value_bool(order < 0);
    case CMP_LE: return value_bool(order <= 0);
    case CMP_EQ: return value_bool(order == 0);
    case CMP_NE: return value_bool(order != 0);
    case CMP_GT: return value_bool(order > 0);
    case CMP_GE: return value_bool(order >= 0);
    }
    return VALUE_FALSE;
}

static Value compare_doubles(CompareOp op, double a, double b)
{
    switch (op) {
    case CMP_LT: return value_bool(a < b);
    case CMP_LE: return value_bool(a <= b);
    case CMP_EQ: return value_bool(a == b);
    case CMP_NE: return value_bool(a != b);
    case CMP_GT: return value_bool(a > b);
    case CMP_GE: return value_bool(a >= b);
    }
    return VALUE_FALSE;
}

Value arith_compare_numbers(CompareOp op, Value a, Value b)
{
    bool a_float = value_is_float(a), b_float = value_is_float(b);
    if (a_float && b_float)
        return compare_doubles(op, value_float(a), value_float(b));
    if ((!a_float && !is_plain_int(a)) || (!b_float && !is_plain_int(b)))
        return VALUE_NOTIMPLEMENTED;
    if (!a_float && !b_float)
        return order_answer(op, int_compare(int_unbox(a), int_unbox(b)));
    double d = value_float(a_float ? a : b);
    if (isnan(d))
        return value_bool(op == CMP_NE);
    if (a_float)
        return order_answer(op, -int_compare_double(int_unbox(b), d));
    return order_answer(op, int_compare_double(int_unbox(a), d));
}

/* The comparison method of one side. object's own rows only compare identity, which is what
 * vm_compare does in the end anyway; `!=` without a method of its own is the opposite of `==`. */
static Value compare_method(VM *vm, CompareOp op, Value a, Value b, Class *cls)
{
    Str *name = vm->names[compare_names[op]];
    Value func = class_lookup(vm, cls, name);
    if (!value_is_unset(func) && !value_same(func, class_lookup(vm, vm->object_class, name)))
        return call_found(vm, func, name, a, b);
    if (op != CMP_NE)
        return VALUE_NOTIMPLEMENTED;
    Value result = compare_method(vm, CMP_EQ, a, b, cls);
    if (value_is_raised(result) || is_notimplemented(result))
        return result;
    int truth = vm_truth(vm, result);
    return truth < 0 ? VALUE_RAISED : value_bool(!truth);
}

/* The method of a has been asked already. */
static Value compare_rest(VM *vm, CompareOp op, Value a, Value b, bool reflected)
{
    if (reflected) {
        Value result = compare_method(vm, swapped[op], b, a, class_of(vm, b));
        if (!is_notimplemented(result))
            return result;
    }
    if (op == CMP_EQ)
        return value_bool(value_same(a, b));
    if (op == CMP_NE)
        return value_bool(!value_same(a, b));
    return raise_type(vm, "'%s' not supported between instances of '%T' and '%T'",
                      compare_symbols[op], a, b);
}

Value arith_compare_reflected(VM *vm, CompareOp op, Value a, Value b)
{
    return compare_rest(vm, op, a, b, true);
}

static Value compare_slowly(VM *vm, CompareOp op, Value a, Value b)
{
    Class *a_class = class_of(vm, a), *b_class = class_of(vm, b);
    bool reflected_first = is_strict_subclass(b_class, a_class);
    Value result;
    if (reflected_first) {
        result = compare_method(vm, swapped[op], b, a, b_class);
        if (!is_notimplemented(result))
            return result;
    }
    result = compare_method(vm, op, a, b, a_class);
    if (!is_notimplemented(result))
        return result;
    return compare_rest(vm, op, a, b, !reflected_first);
}

static bool is_singleton(Value v) /* None, Ellipsis, ...: compare by identity only */
{
    return value_is_special(v);
}

Value vm_compare(VM *vm, CompareOp op, Value a, Value b)
{
    Value result = arith_compare_numbers(op, a, b);
    if (!is_notimplemented(result))
        return result;
    if (value_is_exactly(a, KIND_STR) && value_is_exactly(b, KIND_STR) && LIKELY(str_length(as_str(a)) <= STR_LONG)) {
        if (op == CMP_EQ || op == CMP_NE)
            return value_bool(str_equal(as_str(a), as_str(b)) == (op == CMP_EQ));
        return order_answer(op, str_compare(as_str(a), as_str(b)));
    }
    if ((op == CMP_EQ || op == CMP_NE) && is_singleton(a) && is_singleton(b))
        return value_bool(value_same(a, b) == (op == CMP_EQ));
    if (!vm_go_on(vm) || !vm_enter_c(vm, "in comparison"))
        return VALUE_RAISED;
    result = compare_slowly(vm, op, a, b);
    vm_leave_c(vm);
    return result;
}

int vm_equal(VM *vm, Value a, Value b)
{
    if (value_same(a, b))
        return 1;
    if (value_both_ints(a, b))
        return 0;
    Value result = vm_compare(vm, CMP_EQ, a, b);
    if (value_is_bool(result))
        return value_is_true(result);
    return value_is_raised(result) ? -1 : vm_truth(vm, result);
}

int vm_less(VM *vm, Value a, Value b)
{
    if (value_both_ints(a, b))
        return value_int(a) < value_int(b);
    Value result = vm_compare(vm, CMP_LT, a, b);
    if (value_is_bool(result))
        return value_is_true(result);
    return value_is_raised(result) ? -1 : vm_truth(vm, result);
}

/* --- conversions ----------------------------------------------------------------------------------------- */

Value vm_index_value(VM *vm, Value v)
{
    if (value_is_int(v))
        return v;
    if (int_is(v))
        return int_unbox(v);
    Value result = vm_call_special(vm, v, NAME(vm, __index__), 0, NULL);
    if (value_is_unset(result))
        return raise_type(vm, "'%T' object cannot be interpreted as an integer", v);
    if (value_is_raised(result))
        return result;
    if (!int_is(result))
        return raise_type(vm, "__index__ returned non-int (type %T)", result);
    return int_unbox(result);
}

static bool index_or(VM *vm, Value v, int64_t *out, Class *error, const char *text)
{
    if (value_is_int(v)) {
        *out = value_int(v);
        return true;
    }
    Value index = vm_index_value(vm, v);
    if (value_is_raised(index))
        return false;
    if (int_to_i64(index, out))
        return true;
    raise_fmt(vm, error, text, v);
    return false;
}

bool vm_index(VM *vm, Value v, int64_t *out)
{
    return index_or(vm, v, out, vm->exc[EXC_OverflowError],
                    "cannot fit '%T' into an index-sized integer");
}

bool vm_index_item(VM *vm, Value v, int64_t *out)
{
    return index_or(vm, v, out, vm->exc[EXC_IndexError],
                    "cannot fit '%T' into an index-sized integer");
}

bool vm_index_size(VM *vm, Value v, int64_t *out)
{
    return index_or(vm, v, out, vm->exc[EXC_OverflowError],
                    "Python int too large to convert to C ssize_t");
}

bool vm_number_to_double(VM *vm, Value v, double *out)
{
    v = arith_unbox(v);
    if (value_is_float(v)) {
        *out = value_float(v);
        return true;
    }
    if (int_is(v))
        return arith_int_to_double(vm, v, out);
    Value result = vm_call_special(vm, v, NAME(vm, __float__), 0, NULL);
    if (value_is_raised(result))
        return false;
    if (!value_is_unset(result)) {
        Value number = arith_unbox(result);
        if (!value_is_float(number)) {
            raise_type(vm, "%T.__float__ returned non-float (type %T)", v, result);
            return false;
        }
        *out = value_float(number);
        return true;
    }
    if (value_is_unset(class_lookup(vm, class_of(vm, v), NAME(vm, __index__)))) {
        raise_type(vm, "must be real number, not %T", v);
        return false;
    }
    Value index = vm_index_value(vm, v);
    return !value_is_raised(index) && arith_int_to_double(vm, index, out);
}
