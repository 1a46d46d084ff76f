/* compile_help.h - source text to code object and listing, for the compiler's suites. */
#ifndef TESTS_COMPILE_HELP_H
#define TESTS_COMPILE_HELP_H

#include "compiler/compiler.h"
#include "parser/parser.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    Heap *heap;
    Diag diag;
    char *listing;
    size_t length, capacity;
} Help;

static inline void help_open(Help *h)
{
    *h = (Help){ .heap = heap_create() };
    ck_assert_ptr_nonnull(h->heap);
    code_register(h->heap);
}

static inline void help_close(Help *h)
{
    heap_destroy(h->heap);
    free(h->listing);
}

/* NULL, and h->diag, when the text is wrong. */
static inline Code *help_compile(Help *h, const char *text, unsigned options)
{
    Source source;
    Arena arena;
    Node *root;
    Code *code = NULL;
    h->diag = (Diag){ .type = DIAG_NONE };
    arena_init(&arena);
    ParseMode mode = options & COMPILE_EVAL ? PARSE_EVAL : PARSE_FILE;
    if (source_init(&source, "t.py", text, strlen(text), &h->diag) &&
        parser_parse(&source, mode, &arena, &root, &h->diag) == PARSE_OK)
        code = compiler_compile(h->heap, root, "t.py", options, &h->diag);
    arena_free(&arena);
    source_free(&source);
    return code;
}

static inline void help_verify(const Code *code)
{
    const char *wrong = code_verify(code);
    ck_assert_msg(!wrong, "%s", wrong);
    for (uint32_t i = 0; i < code->nconsts; i++) {
        if (value_is_exactly(code->consts[i], KIND_CODE))
            help_verify(AS(Code, code->consts[i]));
    }
}

static inline void help_write(void *context, const char *bytes, size_t count)
{
    Help *h = context;
    if (h->length + count + 1 > h->capacity) {
        h->capacity = (h->length + count + 1) * 2;
        h->listing = realloc(h->listing, h->capacity);
        ck_assert_ptr_nonnull(h->listing);
    }
    memcpy(h->listing + h->length, bytes, count);
    h->length += count;
    h->listing[h->length] = 0;
}

static inline const char *help_listing(Help *h, const Code *code)
{
    h->length = 0;
    help_write(h, "", 0);
    code_disassemble(h->heap, code, help_write, h, false);
    return h->listing;
}

/* The first code object made inside `code`. */
static inline Code *help_inner(const Code *code)
{
    for (uint32_t i = 0; i < code->nconsts; i++) {
        if (value_is_exactly(code->consts[i], KIND_CODE))
            return AS(Code, code->consts[i]);
    }
    ck_abort_msg("no code inside");
    return NULL;
}

static inline uint32_t help_count(const Code *code, int op)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < code->ninstrs; i++)
        count += code->instrs[i].op == op;
    return count;
}

#endif
