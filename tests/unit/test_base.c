/* test_base.c - memory with limits, arenas, UTF-8, sources, and how an error is shown. */
#include "base/arena.h"
#include "base/diag.h"
#include "base/source.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <check.h>
#include <stdint.h>
#include <string.h>

START_TEST(test_memory_is_counted_and_limited)
{
    size_t before = mem_used();
    void *block = mem_alloc(1000);
    ck_assert_uint_eq(mem_used(), before + 1000);
    block = mem_realloc(block, 1000, 3000);
    ck_assert_uint_eq(mem_used(), before + 3000);
    mem_set_limit(mem_used() + 100);
    ck_assert_ptr_null(mem_alloc(101));
    ck_assert_ptr_null(mem_realloc(block, 3000, 3101));
    mem_set_limit(0);
    ck_assert_ptr_null(mem_alloc(SIZE_MAX));
    ck_assert_ptr_null(mem_alloc(mem_size(SIZE_MAX / 2, 3)));
    mem_free(block, 3000);
    ck_assert_uint_eq(mem_used(), before);
}
END_TEST

START_TEST(test_nth_allocation_fails_once)
{
    mem_fail_after(2);
    void *first = mem_alloc(1), *second = mem_alloc(1), *third = mem_alloc(1);
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_null(second);
    ck_assert_ptr_nonnull(third);
    mem_free(first, 1);
    mem_free(third, 1);
}
END_TEST

START_TEST(test_arena_gives_aligned_pieces_and_takes_all_back)
{
    size_t before = mem_used();
    Arena arena;
    arena_init(&arena);
    char *last = NULL;
    for (size_t i = 1; i < 3000; i++) {
        char *piece = arena_alloc(&arena, i);
        ck_assert_ptr_nonnull(piece);
        ck_assert_uint_eq((uintptr_t)piece % 8, 0);
        memset(piece, (int)i, i);
        ck_assert_ptr_ne(piece, last);
        last = piece;
    }
    ck_assert_str_eq(arena_copy(&arena, "abcdef", 3), "abc");
    arena_free(&arena);
    ck_assert_uint_eq(mem_used(), before);
}
END_TEST

START_TEST(test_arena_remembers_that_memory_ran_out)
{
    Arena arena;
    arena_init(&arena);
    mem_fail_after(1);
    ck_assert_ptr_null(arena_alloc(&arena, 10));
    ck_assert(arena.failed);
    ck_assert_ptr_null(arena_alloc(&arena, 10));
    arena_free(&arena);
}
END_TEST

START_TEST(test_vec_grows)
{
    VEC(uint32_t) numbers = { 0 };
    for (uint32_t i = 0; i < 1000; i++) {
        ck_assert(vec_reserve(&numbers, 1));
        numbers.items[numbers.count++] = i;
    }
    ck_assert_uint_eq(numbers.items[999], 999);
    vec_free(&numbers);
    ck_assert_uint_eq(numbers.capacity, 0);
}
END_TEST

START_TEST(test_utf8_there_and_back)
{
    static const uint32_t points[] = { 0, 0x7F, 0x80, 0x7FF, 0x800, 0xD800, 0xFFFF, 0x10000, 0x10FFFF };
    for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
        char bytes[4];
        int count = utf8_encode(points[i], bytes);
        uint32_t point = 1;
        ck_assert_int_eq(utf8_decode(bytes, (size_t)count, &point), count);
        ck_assert_uint_eq(point, points[i]);
        ck_assert_int_eq(utf8_decode(bytes, (size_t)count - 1, &point), 0);
    }
}
END_TEST

START_TEST(test_utf8_finds_the_first_bad_byte)
{
    static const struct {
        const char *bytes;
        size_t length, bad;
    } cases[] = {
        { "", 0, 0 },           { "plain text here", 15, 15 }, { "\xe4\xbd\xa0", 3, 3 },
        { "ab\xff", 3, 2 },     { "\xc0\x80", 2, 0 },          { "a\xe4\xbd", 3, 1 },
        { "\xed\xa0\x80", 3, 0 }, { "\xf4\x90\x80\x80", 4, 0 }, { "0123456789\x80", 11, 10 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_uint_eq(utf8_find_invalid(cases[i].bytes, cases[i].length), cases[i].bad);
}
END_TEST

START_TEST(test_utf8_widths_and_names)
{
    ck_assert_int_eq(utf8_width('a'), 1);
    ck_assert_int_eq(utf8_width(0x4F60), 2);
    ck_assert_int_eq(utf8_width(0xFF09), 2);
    ck_assert_int_eq(utf8_width(0x301), 0);
    ck_assert_uint_eq(utf8_text_width("a\xe4\xbd\xa0", 4), 3);
    ck_assert(utf8_is_name_start(0x4F60) && utf8_is_name_start('_') && utf8_is_name_start(0xE9));
    ck_assert(!utf8_is_name_start('1') && utf8_is_name_part('1') && utf8_is_name_part(0x660));
    ck_assert(!utf8_is_name_part(0xFF09) && !utf8_is_name_part(0xA0));
    ck_assert(utf8_is_printable(0xFF09) && !utf8_is_printable(0xA0) && !utf8_is_printable(0x200B));
}
END_TEST

START_TEST(test_nfkc_folds_full_width_letters)
{
    Arena arena;
    arena_init(&arena);
    size_t length;
    char *plain = utf8_nfkc(&arena, "\xef\xbd\x8c\xef\xbd\x8f", 6, &length);
    ck_assert_uint_eq(length, 2);
    ck_assert_mem_eq(plain, "lo", 2);
    arena_free(&arena);
}
END_TEST

START_TEST(test_source_makes_lines_alike)
{
    Source source;
    Diag diag = { 0 };
    ck_assert(source_init(&source, "x.py", "\xef\xbb\xbf" "a\r\nb\rc", 9, &diag));
    ck_assert_str_eq(source.text, "a\nb\nc\n");
    ck_assert_uint_eq(source.line_count, 3);
    ck_assert(!source.had_final_newline);
    size_t length;
    ck_assert_mem_eq(source_line(&source, 2, &length), "b", 1);
    ck_assert_uint_eq(length, 1);
    source_line(&source, 4, &length);
    ck_assert_uint_eq(length, 0);
    source_free(&source);
}
END_TEST

typedef struct Text {
    char bytes[2000];
    size_t length;
} Text;

static void write_text(void *context, const char *bytes, size_t count)
{
    Text *text = context;
    ck_assert_uint_lt(text->length + count, sizeof text->bytes);
    memcpy(text->bytes + text->length, bytes, count);
    text->length += count;
    text->bytes[text->length] = 0;
}

static void check_source_error(const char *bytes, size_t length, const char *expected)
{
    Source source;
    Diag diag = { 0 };
    Text text = { { 0 }, 0 };
    Sink sink = { write_text, &text, false };
    ck_assert(!source_init(&source, "x.py", bytes, length, &diag));
    diag_render(&sink, &diag, &source);
    ck_assert_str_eq(text.bytes, expected);
    source_free(&source);
}

START_TEST(test_source_refuses_what_is_no_text)
{
    check_source_error("x = 1\ny = 'a\xff'\n", 14,
                       "SyntaxError: Non-UTF-8 code starting with '\\xff' in file x.py on line 2, but no "
                       "encoding declared; see https://peps.python.org/pep-0263/ for details\n");
    check_source_error("x = 1\ny = \"a\0b\"\n", 16,
                       "  File \"x.py\", line 2\n    y = \"a\n"
                       "SyntaxError: source code cannot contain null bytes\n");
    check_source_error("#!x\n# -*- coding: klingon -*-\n", 30, "SyntaxError: encoding problem: klingon\n");
}
END_TEST

static void check_shown(const char *line, Span span, const char *expected)
{
    Text text = { { 0 }, 0 };
    Sink sink = { write_text, &text, false };
    diag_render_text(&sink, DIAG_SYNTAX_ERROR, span, "msg", "x.py", line, strlen(line));
    ck_assert_str_eq(text.bytes, expected);
}

START_TEST(test_carets_stand_under_the_text)
{
    check_shown("x = 1 2", (Span){ 3, 6, 3, 7 },
                "  File \"x.py\", line 3\n    x = 1 2\n          ^\nSyntaxError: msg\n");
    check_shown("    f(a b)", (Span){ 1, 6, 1, 9 },
                "  File \"x.py\", line 1\n    f(a b)\n      ^^^\nSyntaxError: msg\n");
    check_shown("\xe4\xbd\xa0\xe5\xa5\xbd = \xef\xbc\x88", (Span){ 1, 5, 1, 6 },
                "  File \"x.py\", line 1\n    \xe4\xbd\xa0\xe5\xa5\xbd = \xef\xbc\x88\n           ^^\n"
                "SyntaxError: msg\n");
    check_shown("\tx y", (Span){ 1, 3, 1, 4 },
                "  File \"x.py\", line 1\n    \tx y\n    \t  ^\nSyntaxError: msg\n");
    check_shown("x = (", (Span){ 1, 4, 0, 0 },
                "  File \"x.py\", line 1\n    x = (\n        ^\nSyntaxError: msg\n");
    check_shown("x = (1,", (Span){ 1, 4, 2, 3 },
                "  File \"x.py\", line 1\n    x = (1,\n        ^^^\nSyntaxError: msg\n");
    check_shown("  x", (Span){ 1, 1, 0, 0 }, "  File \"x.py\", line 1\n    x\nSyntaxError: msg\n");
    check_shown("x", (Span){ 1, 100, 1, 200 },
                "  File \"x.py\", line 1\n    x\n     ^\nSyntaxError: msg\n");
}
END_TEST

START_TEST(test_only_the_first_report_counts_and_long_ones_are_cut)
{
    Diag diag = { 0 };
    char name[1000];
    memset(name, 'a', sizeof name);
    memcpy(name + 500, "\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0", 15);
    name[sizeof name - 1] = 0;
    diag_report(&diag, DIAG_SYNTAX_ERROR, (Span){ 1, 0, 1, 1 }, "%s", name);
    diag_report(&diag, DIAG_TAB_ERROR, (Span){ 2, 0, 2, 1 }, "later");
    ck_assert_int_eq(diag.type, DIAG_SYNTAX_ERROR);
    size_t length = strlen(diag.message);
    ck_assert_uint_eq(utf8_find_invalid(diag.message, length), length);
}
END_TEST

Suite *suite_base(void)
{
    Suite *suite = suite_create("base");
    TCase *tests = tcase_create("base");
    tcase_add_test(tests, test_memory_is_counted_and_limited);
    tcase_add_test(tests, test_nth_allocation_fails_once);
    tcase_add_test(tests, test_arena_gives_aligned_pieces_and_takes_all_back);
    tcase_add_test(tests, test_arena_remembers_that_memory_ran_out);
    tcase_add_test(tests, test_vec_grows);
    tcase_add_test(tests, test_utf8_there_and_back);
    tcase_add_test(tests, test_utf8_finds_the_first_bad_byte);
    tcase_add_test(tests, test_utf8_widths_and_names);
    tcase_add_test(tests, test_nfkc_folds_full_width_letters);
    tcase_add_test(tests, test_source_makes_lines_alike);
    tcase_add_test(tests, test_source_refuses_what_is_no_text);
    tcase_add_test(tests, test_carets_stand_under_the_text);
    tcase_add_test(tests, test_only_the_first_report_counts_and_long_ones_are_cut);
    suite_add_tcase(suite, tests);
    return suite;
}
