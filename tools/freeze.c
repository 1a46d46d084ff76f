/* freeze.c - compiles library modules while the program is built: freeze lib/a.ma lib/b/__init__.ma ... > frozen.c
 * It consists of the parser and the compiler, without a VM, and writes their code objects as constants in C
 * (bytecode/frozen.h). Where the two machines differ, it must be built for the one that builds. */
#include "base/mem.h"
#include "bytecode/frozen.h"
#include "compiler/compiler.h"
#include "object/int.h"
#include "object/str.h"
#include "parser/parser.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct {
    Heap *heap;
    const char *path;      /* "lib/asyncio/locks.ma" */
    int module;            /* its number: names in the C text end in it */
    int tables;            /* arrays written so far */
    Str **texts;           /* of this module; what is looked up is its number here */
    size_t text_count, text_capacity;
} Freezer;

static void die(const Freezer *f, const char *what, const char *detail)
{
    fprintf(stderr, "freeze: %s: %s%s%s\n", f->path, what, detail ? ": " : "", detail ? detail : "");
    exit(1);
}

static void *need(const Freezer *f, void *memory)
{
    if (!memory)
        die(f, "out of memory", NULL);
    return memory;
}

/* --- texts ---------------------------------------------------------------------------------------- */

static unsigned text_number(Freezer *f, Str *s)
{
    for (size_t i = 0; i < f->text_count; i++)
        if (f->texts[i] == s)
            return (unsigned)i;
    if (f->text_count == f->text_capacity) {
        size_t more = f->text_capacity ? f->text_capacity * 2 : 64;
        f->texts = need(f, mem_realloc(f->texts, f->text_capacity * sizeof(Str *), more * sizeof(Str *)));
        f->text_capacity = more;
    }
    if (f->text_count > UINT16_MAX)
        die(f, "too many texts", NULL);
    f->texts[f->text_count] = s;
    return (unsigned)f->text_count++;
}

static void write_bytes(const char *bytes, size_t length)
{
    putchar('"');
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c < 32 || c > 126 || c == '"' || c == '\\' || c == '?')
            printf("\\%03o", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void write_texts(Freezer *f)
{
    printf("static const FrozenText texts_%d[] = {\n", f->module);
    for (size_t i = 0; i < f->text_count; i++) {
        size_t length = str_utf8_length(f->texts[i]);
        char *bytes = need(f, mem_alloc(length + 1));
        str_to_utf8(f->texts[i], bytes);
        printf("    { ");
        write_bytes(bytes, length);
        printf(", %zu, %d },\n", length, f->texts[i]->obj.flags & STR_INTERNED ? 1 : 0);
        mem_free(bytes, length + 1);
    }
    printf("};\n");
}

/* --- constants ------------------------------------------------------------------------------------ */

/* Arrays are written before what points to them; their numbers make their names. */
static int write_code(Freezer *f, const Code *code);

static void write_value(Freezer *f, Value v, int table)
{
    if (value_is_none(v)) {
        printf("{ FROZEN_NONE, 0, { 0 } }");
    } else if (value_is_bool(v)) {
        printf("{ FROZEN_%s, 0, { 0 } }", value_is_true(v) ? "TRUE" : "FALSE");
    } else if (value_same(v, VALUE_ELLIPSIS)) {
        printf("{ FROZEN_ELLIPSIS, 0, { 0 } }");
    } else if (value_is_int(v)) {
        printf("{ FROZEN_INT, 0, { .integer = INT64_C(%lld) } }", (long long)value_int(v));
    } else if (value_is_float(v)) {
        double number = value_float(v);
        if (number - number != 0)
            die(f, "a float that is no number cannot be frozen", NULL);
        printf("{ FROZEN_FLOAT, 0, { .number = %a } }", number);
    } else if (value_is_exactly(v, KIND_BIGINT)) {
        size_t length;
        char *digits = need(f, int_to_text(f->heap, v, 10, &length));
        printf("{ FROZEN_BIG, %zu, { .bytes = \"%s\" } }", length, digits);
        heap_array_free(f->heap, digits, length + 1);
    } else if (value_is_exactly(v, KIND_STR)) {
        printf("{ FROZEN_STR, %u, { 0 } }", text_number(f, as_str(v)));
    } else if (value_is_exactly(v, KIND_BYTES)) {
        printf("{ FROZEN_BYTES, %zu, { .bytes = ", as_bytes(v)->length);
        write_bytes((const char *)as_bytes(v)->data, as_bytes(v)->length);
        printf(" } }");
    } else if (value_is_exactly(v, KIND_TUPLE) && tuple_length(as_tuple(v))) {
        printf("{ FROZEN_TUPLE, %zu, { .items = v_%d } }", tuple_length(as_tuple(v)), table);
    } else if (value_is_exactly(v, KIND_TUPLE)) {
        printf("{ FROZEN_TUPLE, 0, { 0 } }");
    } else if (value_is_exactly(v, KIND_CODE)) {
        printf("{ FROZEN_CODE, 0, { .code = &code_%d } }", table);
    } else {
        die(f, "a constant cannot be frozen", NULL);
    }
}

static int write_values(Freezer *f, const Value *values, size_t count)
{
    int *tables = need(f, mem_alloc(count * sizeof *tables)); /* of what the values point to */
    for (size_t i = 0; i < count; i++) {
        if (value_is_exactly(values[i], KIND_CODE))
            tables[i] = write_code(f, AS(Code, values[i]));
        else if (value_is_exactly(values[i], KIND_TUPLE) && tuple_length(as_tuple(values[i])))
            tables[i] = write_values(f, as_tuple(values[i])->items, tuple_length(as_tuple(values[i])));
    }
    int table = ++f->tables;
    printf("static const FrozenValue v_%d[] = {\n", table);
    for (size_t i = 0; i < count; i++) {
        printf("    ");
        write_value(f, values[i], tables[i]);
        printf(",\n");
    }
    printf("};\n");
    mem_free(tables, count * sizeof *tables);
    return table;
}

/* --- code objects --------------------------------------------------------------------------------- */

static bool is_wide(const Instr *in)
{
    uint8_t kind = op_info[in->op].b;
    return kind == OPERAND_kst || kind == OPERAND_off || in->op == OP_LOADI || in->op == OP_EXT;
}

static void write_instrs(const Code *code, int number)
{
    printf("static const Instr instrs_%d[] = {\n", number);
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        const Instr *in = &code->instrs[i];
        if (is_wide(in))
            printf("W(%s,%u,%d) ", op_info[in->op].name, in->a, (int)in->bc);
        else
            printf("I(%s,%u,%u,%u) ", op_info[in->op].name, in->a, in->b, in->c);
        if (i % 6 == 5)
            printf("\n");
    }
    printf("};\nstatic const Loc locs_%d[] = {\n", number);
    for (uint32_t i = 0; i < code->ninstrs; i++) {
        const Loc *l = &code->locs[i];
        printf("{%u,%u,%u,%u,%u},", l->line, l->end_line, l->col, l->end_col, l->live);
        if (i % 6 == 5)
            printf("\n");
    }
    printf("};\n");
}

static void write_tables(const Code *code, int number)
{
    if (code->nhandlers)
        printf("static const Handler handlers_%d[] = {", number);
    for (uint32_t i = 0; i < code->nhandlers; i++) {
        const Handler *h = &code->handlers[i];
        printf("{%u,%u,%u,%u},", h->start, h->end, h->target, h->reg);
    }
    if (code->nhandlers)
        printf("};\n");
    if (code->nregions)
        printf("static const HandledRegion regions_%d[] = {", number);
    for (uint32_t i = 0; i < code->nregions; i++) {
        const HandledRegion *r = &code->regions[i];
        printf("{%u,%u,%u},", r->start, r->end, r->reg);
    }
    if (code->nregions)
        printf("};\n");
    if (code->ncaptures)
        printf("static const Capture captures_%d[] = {", number);
    for (uint32_t i = 0; i < code->ncaptures; i++)
        printf("{%u,%d},", code->captures[i].index, code->captures[i].from_register);
    if (code->ncaptures)
        printf("};\n");
    if (code->nlocals)
        printf("static const uint8_t cells_%d[] = {", number);
    for (uint32_t i = 0; i < code->nlocals; i++)
        printf("%u,", code->var_is_cell[i]);
    if (code->nlocals)
        printf("};\n");
}

static void write_names(Freezer *f, const char *what, int number, Str *const *names, size_t count, size_t stride)
{
    if (!count)
        return;
    printf("static const uint16_t %s_%d[] = {", what, number);
    for (size_t i = 0; i < count; i++) {
        Str *name;
        memcpy(&name, (const char *)names + i * stride, sizeof name);
        printf("%u,", text_number(f, name));
    }
    printf("};\n");
}

static void write_field(const char *what, int number, uint32_t count)
{
    if (count)
        printf("    .%s = %s_%d,\n", what, what, number);
}

static int write_code(Freezer *f, const Code *code)
{
    const char *wrong = code_verify(code);
    if (wrong)
        die(f, "the compiler made code that cannot be trusted", wrong);
    int values = code->nconsts ? write_values(f, code->consts, code->nconsts) : 0;
    int number = ++f->tables;
    write_instrs(code, number);
    write_tables(code, number);
    write_names(f, "sites", number, code->nsites ? &code->sites->name : NULL, code->nsites, sizeof *code->sites);
    write_names(f, "varnames", number, code->varnames, code->nlocals, sizeof(Str *));
    write_names(f, "freenames", number, code->freenames, code->ncaptures, sizeof(Str *));
    printf("static const FrozenCode code_%d = {\n    .name = %u, .qualname = %u, .nregs = %u, .argcount = %u, .posonly = %u,"
           " .kwonly = %u, .nlocals = %u,\n    .flags = %u, .first_line = %u,\n", number, text_number(f, code->name),
           text_number(f, code->qualname), code->nregs, code->argcount, code->posonly, code->kwonly, code->nlocals,
           code->flags, code->first_line);
    printf("    .ninstrs = %u, .nconsts = %u, .nsites = %u, .nhandlers = %u, .nregions = %u, .ncaptures = %u,\n"
           "    .instrs = instrs_%d, .locs = locs_%d,\n", code->ninstrs, code->nconsts, code->nsites, code->nhandlers,
           code->nregions, code->ncaptures, number, number);
    if (values)
        printf("    .consts = v_%d,\n", values);
    write_field("sites", number, code->nsites);
    write_field("handlers", number, code->nhandlers);
    write_field("regions", number, code->nregions);
    write_field("captures", number, code->ncaptures);
    write_field("varnames", number, code->nlocals);
    if (code->nlocals)
        printf("    .var_is_cell = cells_%d,\n", number);
    write_field("freenames", number, code->ncaptures);
    printf("    .doc = ");
    write_value(f, code->doc, 0);
    printf(",\n};\n");
    return number;
}

/* --- modules -------------------------------------------------------------------------------------- */

static char *read_file(const Freezer *f, size_t *length, size_t *capacity)
{
    FILE *file = fopen(f->path, "rb");
    if (!file || fseek(file, 0, SEEK_END))
        die(f, "cannot be read", NULL);
    long size = ftell(file);
    *capacity = (size_t)size + 1;
    char *text = need(f, mem_alloc(*capacity));
    rewind(file);
    *length = fread(text, 1, (size_t)size, file);
    if (size < 0 || *length != (size_t)size)
        die(f, "cannot be read", NULL);
    fclose(file);
    return text;
}

static Code *compile(Freezer *f)
{
    size_t length, capacity;
    char *text = read_file(f, &length, &capacity);
    Source source;
    Diag diag = { 0 };
    Arena arena;
    arena_init(&arena);
    Node *root;
    Code *code = NULL;
    if (source_init(&source, f->path, text, length, &diag) &&
        parser_parse(&source, PARSE_FILE, &arena, &root, &diag) == PARSE_OK)
        code = compiler_compile(f->heap, root, f->path, COMPILE_HIDDEN, &diag);
    if (!code)
        die(f, "does not compile", diag.message);
    arena_free(&arena);
    source_free(&source);
    mem_free(text, capacity);
    return code;
}

/* "lib/asyncio/__init__.ma" -> "asyncio" */
static void write_module_name(const char *path)
{
    static const char init[] = "/__init__";
    const char *name = strncmp(path, "lib/", 4) == 0 ? path + 4 : path;
    size_t length = strlen(name);
    if (length > 3 && strcmp(name + length - 3, ".ma") == 0)
        length -= 3;
    if (length > sizeof init - 1 && memcmp(name + length - (sizeof init - 1), init, sizeof init - 1) == 0)
        length -= sizeof init - 1;
    for (size_t i = 0; i < length; i++)
        putchar(name[i] == '/' ? '.' : name[i]);
}

int main(int argc, char **argv)
{
    Freezer f = { .path = "", .heap = heap_create() };
    need(&f, f.heap);
    code_register(f.heap);
    int *codes = need(&f, mem_alloc((size_t)argc * sizeof *codes));
    printf("/* made by tools/freeze.c out of lib/; do not edit */\n#include \"bytecode/frozen.h\"\n\n"
           "#define I(op, a, b, c) { OP_##op, a, { { b, c } } },\n"
           "#define W(op, a, wide) { OP_##op, a, { .bc = wide } },\n\n");
    for (f.module = 1; f.module < argc; f.module++) {
        f.path = argv[f.module];
        codes[f.module] = write_code(&f, compile(&f));
        write_texts(&f);
        f.text_count = 0;
    }
    printf("const FrozenModule frozen_modules[] = {\n");
    for (int i = 1; i < argc; i++) {
        printf("    { \"");
        write_module_name(argv[i]);
        printf("\", texts_%d, sizeof texts_%d / sizeof *texts_%d, &code_%d },\n", i, i, i, codes[i]);
    }
    printf("    { 0 },\n};\n");
    mem_free(codes, (size_t)argc * sizeof *codes);
    mem_free(f.texts, f.text_capacity * sizeof(Str *));
    heap_destroy(f.heap);
    if (fflush(stdout) || ferror(stdout)) {
        perror("freeze");
        return 1;
    }
    return 0;
}
