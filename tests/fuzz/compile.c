/* compile.c - the fuzz target: bytes -> tokens, tree, code. Whatever the text, lexer, parser and compiler end
 * with code that the verifier takes or with a message, and give back all memory. `make fuzz` runs it. */
#include "base/mem.h"
#include "compiler/compiler.h"
#include "lexer/lexer.h"
#include "parser/parser.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void die(const char *why, const char *what)
{
    fprintf(stderr, "fuzz: %s: %s\n", why, what);
    abort();
}

static void count_bytes(void *context, const char *bytes, size_t count)
{
    unsigned *sum = context; /* every byte is read, so that ASan sees it */
    for (size_t i = 0; i < count; i++)
        *sum = *sum * 31 + (unsigned char)bytes[i];
}

static void verify(const Code *code)
{
    const char *wrong = code_verify(code);
    if (wrong)
        die("the verifier refuses what the compiler made", wrong);
    for (uint32_t i = 0; i < code->nconsts; i++)
        if (value_is_exactly(code->consts[i], KIND_CODE))
            verify(AS(Code, code->consts[i]));
}

typedef struct {
    ParseMode mode;
    unsigned options;
} Way;

static void compile(const char *text, size_t size, Way way, size_t fail_after)
{
    unsigned sum = 0;
    Sink sink = { count_bytes, &sum, false };
    Source source;
    Arena arena;
    Node *root;
    Diag diag = { 0 };
    Heap *heap = heap_create();
    if (!heap)
        die("heap_create", "no memory");
    code_register(heap);
    arena_init(&arena);
    mem_fail_after(fail_after);
    bool good = source_init(&source, "fuzz.py", text, size, &diag) &&
                parser_parse(&source, way.mode, &arena, &root, &diag) == PARSE_OK;
    if (good) {
        Code *code = compiler_compile(heap, root, "fuzz.py", way.options, &diag);
        mem_fail_after(0);
        good = code != NULL;
        if (code) {
            verify(code);
            if (way.mode != PARSE_SINGLE && !fail_after) {
                ast_dump(root, &sink);
                code_disassemble(heap, code, count_bytes, &sum, false);
            }
        }
    }
    mem_fail_after(0);
    if (!good && diag.type == DIAG_NONE)
        die("refused", "without a message");
    if (!good)
        diag_render(&sink, &diag, &source);
    source_free(&source);
    arena_free(&arena);
    heap_destroy(heap);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Way ways[] = {
        { PARSE_FILE, 0 },
        { PARSE_SINGLE, COMPILE_INTERACTIVE | COMPILE_NAMES },
        { PARSE_EVAL, COMPILE_EVAL | COMPILE_NAMES },
    };
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ data[i]) * 16777619u;
    char *text = malloc(size + 1); /* of exactly this size, for ASan */
    if (!text)
        return 0;
    memcpy(text, data, size);
    text[size] = 0;
    size_t blocks = mem_count(), bytes = mem_used();
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
        compile(text, size, ways[i], 0);
    compile(text, size, ways[0], 1 + hash % 512);
    if (blocks != mem_count() || bytes != mem_used()) {
        fprintf(stderr, "fuzz: %zu blocks, %zu bytes more; %u\n", mem_count() - blocks, mem_used() - bytes, 1 + hash % 512);
        die("memory", "not given back");
    }
    free(text);
    return 0;
}
