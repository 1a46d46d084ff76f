/* disasm.c - the listing of a code object: one line an instruction, by kind of operand.
 *     offset  line  OPNAME  operands  ; what they mean */
#include "bytecode/code.h"
#include "object/int.h"

#include <stdarg.h>
#include <stdio.h>

enum { TEXT_BYTES = 512, SHOWN_CHARS = 60, NEST_MAX = 100 };

typedef struct {
    Heap *heap;
    TextSink sink;
    void *ctx;
    bool colour;
} Out;

__attribute__((format(printf, 2, 3))) static void print(const Out *out, const char *format, ...)
{
    char text[TEXT_BYTES];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0)
        return;
    size_t shown = (size_t)length < sizeof text ? (size_t)length : sizeof text - 1;
    out->sink(out->ctx, text, shown);
}

static void colour(const Out *out, const char *code)
{
    if (out->colour)
        print(out, "\033[%sm", code);
}

/* ---- constants ---- */

static void print_str(const Out *out, const Str *s)
{
    size_t length = str_length(s);
    print(out, "'");
    for (size_t i = 0; i < length && i < SHOWN_CHARS; i++) {
        uint32_t ch = str_at(s, i);
        if (ch == '\n')
            print(out, "\\n");
        else if (ch == '\'' || ch == '\\')
            print(out, "\\%c", (char)ch);
        else if (ch < 32 || ch == 127 || (ch >= 0xD800 && ch <= 0xDFFF))
            print(out, ch < 256 ? "\\x%02x" : "\\u%04x", (unsigned)ch);
        else if (ch < 128)
            print(out, "%c", (char)ch);
        else if (ch < 0x800)
            print(out, "%c%c", (int)(0xC0 | ch >> 6), (int)(0x80 | (ch & 63)));
        else if (ch < 0x10000)
            print(out, "%c%c%c", (int)(0xE0 | ch >> 12), (int)(0x80 | (ch >> 6 & 63)),
                  (int)(0x80 | (ch & 63)));
        else
            print(out, "%c%c%c%c", (int)(0xF0 | ch >> 18), (int)(0x80 | (ch >> 12 & 63)),
                  (int)(0x80 | (ch >> 6 & 63)), (int)(0x80 | (ch & 63)));
    }
    print(out, length > SHOWN_CHARS ? "...'" : "'");
}

static void print_value(const Out *out, Value v, int depth)
{
    char text[64];
    if (value_is_int(v)) {
        print(out, "%lld", (long long)value_int(v));
    } else if (value_is_float(v)) {
        float_repr(value_float(v), text);
        print(out, "%s", text);
    } else if (value_is_none(v)) {
        print(out, "None");
    } else if (value_is_bool(v)) {
        print(out, value_is_true(v) ? "True" : "False");
    } else if (value_same(v, VALUE_ELLIPSIS)) {
        print(out, "...");
    } else if (value_is_exactly(v, KIND_STR)) {
        print_str(out, as_str(v));
    } else if (value_is_exactly(v, KIND_TUPLE)) {
        Tuple *t = as_tuple(v);
        print(out, "(");
        for (size_t i = 0; i < tuple_length(t) && i < 8 && depth < 3; i++) {
            if (i)
                print(out, ", ");
            print_value(out, t->items[i], depth + 1);
        }
        bool is_cut = tuple_length(t) > 8 || depth >= 3;
        print(out, is_cut ? ", ...)" : tuple_length(t) == 1 ? ",)" : ")");
    } else if (value_is_exactly(v, KIND_CODE)) {
        print(out, "<code %s>", str_c(AS(Code, v)->qualname, text, sizeof text));
    } else if (value_is_exactly(v, KIND_BYTES)) {
        print(out, "<bytes, %zu>", as_bytes(v)->length);
    } else if (value_is_exactly(v, KIND_BIGINT)) {
        print(out, "<int of %zu bits>", int_bit_length(v));
    } else if (value_is_set(v)) {
        print(out, "<frozenset, %u>", (unsigned)as_set(v)->count);
    } else {
        print(out, "?");
    }
}

/* ---- instructions ---- */

static void print_register(const Out *out, const Code *code, uint32_t reg)
{
    print(out, " r%u", (unsigned)reg);
}

static void print_operand(const Out *out, const Code *code, uint8_t kind, uint16_t x)
{
    switch (kind) {
    case OPERAND_dst:
    case OPERAND_reg: print_register(out, code, x); break;
    case OPERAND_num: print(out, " %u", (unsigned)x); break;
    case OPERAND_imm: print(out, " %d", (int)(int16_t)x); break;
    case OPERAND_var: print(out, " c%u", (unsigned)x); break;
    default: break; /* sites and constants are said in words */
    }
}

static void print_name(const Out *out, const Str *name, const char *before)
{
    char text[TEXT_BYTES / 2];
    print(out, "%s%s", before, str_c(name, text, sizeof text));
}

static void comment_operand(const Out *out, const Code *code, uint8_t kind, uint32_t x)
{
    if (kind == OPERAND_site && x < code->nsites)
        print_name(out, code->sites[x].name, " ");
    else if ((kind == OPERAND_dst || kind == OPERAND_reg) && x < code->nlocals)
        print_name(out, code->varnames[x], " ");
    else if (kind == OPERAND_var && x < code->ncaptures && code->freenames)
        print_name(out, code->freenames[x], " ");
}

static void print_instr(const Out *out, const Code *code, uint32_t pc)
{
    Instr in = code->instrs[pc];
    const OpInfo *info = &op_info[in.op < OP_COUNT ? in.op : OP_NOP];
    uint32_t line = code->locs[pc].line;
    colour(out, "2");
    print(out, "%6u  ", (unsigned)pc);
    if (pc == 0 || code->locs[pc - 1].line != line)
        print(out, "%5u  ", (unsigned)line);
    else
        print(out, "       ");
    colour(out, "0");
    colour(out, "36");
    print(out, "%-13s", info->name);
    colour(out, "0");
    print_operand(out, code, info->a, in.a);
    bool is_wide = info->b == OPERAND_kst || info->b == OPERAND_off || in.op == OP_LOADI ||
                   in.op == OP_EXT;
    if (!is_wide) {
        print_operand(out, code, info->b, in.b);
        print_operand(out, code, info->c, in.c);
    } else if (info->b != OPERAND_kst && info->b != OPERAND_off) {
        print(out, " %d", (int)in.bc);
    }
    colour(out, "2");
    print(out, "  ;");
    comment_operand(out, code, info->a, in.a);
    if (info->b == OPERAND_kst && in.bc >= 0 && (uint32_t)in.bc < code->nconsts) {
        print(out, " ");
        print_value(out, code->consts[in.bc], 0);
    } else if (info->b == OPERAND_off) {
        print(out, " to %lld", (long long)pc + 1 + in.bc);
    } else if (!is_wide) {
        bool is_variable = in.op == OP_GETCELL || info->b == OPERAND_var; /* said once */
        comment_operand(out, code, info->b, in.b);
        if (!is_variable)
            comment_operand(out, code, info->c, in.c);
    }
    colour(out, "0");
    print(out, "\n");
}

static void print_flags(const Out *out, uint32_t flags)
{
    static const struct {
        uint32_t flag;
        const char *name;
    } names[] = { { CODE_VARARGS, "varargs" },     { CODE_VARKW, "varkw" },
                  { CODE_GENERATOR, "generator" }, { CODE_COROUTINE, "coroutine" },
                  { CODE_ASYNCGEN, "asyncgen" },   { CODE_CLASS, "class" },
                  { CODE_NAMES, "names" },         { CODE_TOP_AWAIT, "top_await" } };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (flags & names[i].flag)
            print(out, ", %s", names[i].name);
    }
}

static void print_code(const Out *out, const Code *code, int depth)
{
    colour(out, "1");
    print_name(out, code->qualname, "code ");
    colour(out, "0");
    print(out, ": line %u, %u registers", (unsigned)code->first_line, (unsigned)code->nregs);
    print_flags(out, code->flags);
    print(out, "\n");
    for (uint32_t i = 0; i < code->nlocals; i++) {
        print(out, "%s r%u", i ? "," : "  locals:", (unsigned)i);
        print_name(out, code->varnames[i], " ");
        print(out, code->var_is_cell[i] ? " (cell)" : "");
    }
    if (code->nlocals)
        print(out, "\n");
    for (uint32_t i = 0; i < code->ncaptures; i++) {
        print(out, "%s c%u", i ? "," : "  closure:", (unsigned)i);
        print_name(out, code->freenames[i], " ");
    }
    if (code->ncaptures)
        print(out, "\n");
    for (uint32_t pc = 0; pc < code->ninstrs; pc++)
        print_instr(out, code, pc);
    for (uint32_t i = 0; i < code->nhandlers; i++) {
        const Handler *h = &code->handlers[i];
        print(out, "  handler: %u to %u -> %u, exception in r%u\n", (unsigned)h->start,
              (unsigned)h->end, (unsigned)h->target, (unsigned)h->reg);
    }
    for (uint32_t i = 0; i < code->nregions; i++) {
        const HandledRegion *r = &code->regions[i];
        print(out, "  handling: %u to %u, r%u\n", (unsigned)r->start, (unsigned)r->end,
              (unsigned)r->reg);
    }
    for (uint32_t i = 0; i < code->nconsts && depth < NEST_MAX; i++) {
        if (value_is_exactly(code->consts[i], KIND_CODE)) {
            print(out, "\n");
            print_code(out, AS(Code, code->consts[i]), depth + 1);
        }
    }
}

void code_disassemble(Heap *heap, const Code *code, TextSink sink, void *ctx, bool is_coloured)
{
    Out out = { heap, sink, ctx, is_coloured };
    print_code(&out, code, 0);
}
