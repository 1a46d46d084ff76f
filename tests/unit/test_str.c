/* test_str.c - text: widths, growth, interning, searching, the builder. */
#include "object/str.h"
#include "base/mem.h"
#include <check.h>
#include <stdlib.h>

static Heap *heap;

static void open_heap(void)
{
    heap = heap_create();
}

static void close_heap(void)
{
    heap_destroy(heap);
}

static Str *S(const char *text)
{
    return str_from_cstr(heap, text);
}

static void assert_text(const Str *s, const char *text)
{
    char buffer[4096];
    ck_assert_str_eq(str_c(s, buffer, sizeof buffer), text);
    ck_assert(str_equals_cstr(s, text));
    ck_assert_uint_eq(str_utf8_length(s), strlen(text));
}

START_TEST(test_the_width_is_the_narrowest)
{
    ck_assert_uint_eq(str_width(S("plain")), 1);
    ck_assert(str_is_ascii(S("plain")));
    ck_assert_uint_eq(str_width(S("caf\xc3\xa9")), 1);
    ck_assert(!str_is_ascii(S("caf\xc3\xa9")));
    ck_assert_uint_eq(str_width(S("\xe4\xbd\xa0\xe5\xa5\xbd")), 2);
    ck_assert_uint_eq(str_width(S("a\xf0\x9f\x90\x8d")), 4);
    Str *wide = S("abc\xf0\x9f\x90\x8d\xe4\xbd\xa0");
    ck_assert_uint_eq(str_length(wide), 5);
    ck_assert_uint_eq(str_width(str_slice(heap, wide, 0, 3)), 1);
    ck_assert(str_is_ascii(str_slice(heap, wide, 0, 3)));
    ck_assert_uint_eq(str_width(str_slice(heap, wide, 4, 5)), 2);
    assert_text(str_slice(heap, wide, 2, 9), "c\xf0\x9f\x90\x8d\xe4\xbd\xa0");
    assert_text(str_slice(heap, wide, 4, 4), "");
}
END_TEST

START_TEST(test_appending_is_linear_and_does_not_disturb_others)
{
    Str *s = str_empty(heap);
    Str *kept[40] = { NULL };
    for (int i = 0; i < 200000; i++) {
        s = str_concat(heap, s, S(i % 2 ? "b" : "a"));
        if (i % 5000 == 0)
            kept[i / 5000] = s;
    }
    ck_assert_uint_eq(str_length(s), 200000);
    Str *fork1 = str_concat(heap, kept[10], S("X")), *fork2 = str_concat(heap, kept[10], S("Y"));
    ck_assert_uint_eq(str_at(fork1, 50001), 'X');
    ck_assert_uint_eq(str_at(fork2, 50001), 'Y');
    for (int i = 0; i < 40; i++) {
        ck_assert_uint_eq(str_length(kept[i]), (size_t)i * 5000 + 1);
        ck_assert_uint_eq(str_at(kept[i], (size_t)i * 5000), 'a');
    }
    for (size_t i = 0; i < 200000; i++)
        ck_assert(str_at(s, i) == (i % 2 ? 'b' : 'a'));
    Str *wider = str_concat(heap, s, S("\xe4\xbd\xa0"));
    ck_assert_uint_eq(str_width(wider), 2);
    ck_assert_uint_eq(str_at(wider, 199999), 'b');
    ck_assert_uint_eq(str_at(wider, 200000), 0x4f60);
    wider = str_concat(heap, wider, S("z"));
    ck_assert_uint_eq(str_at(wider, 200001), 'z');
}
END_TEST

START_TEST(test_a_text_appended_to_itself)
{
    Str *s = str_repeat(heap, S("0123456789"), 10);
    s = str_concat(heap, s, S("x"));
    Str *twice = str_concat(heap, s, s);
    ck_assert_uint_eq(str_length(twice), 202);
    for (size_t i = 0; i < 101; i++)
        ck_assert_uint_eq(str_at(twice, i), str_at(twice, i + 101));
}
END_TEST

START_TEST(test_interned_texts_are_one)
{
    Str *a = str_intern(heap, S("name")), *b = str_intern_cstr(heap, "name");
    ck_assert_ptr_eq(a, b);
    ck_assert_ptr_ne(str_intern_cstr(heap, "names"), a);
    ck_assert_ptr_eq(str_intern_cstr(heap, "\xe4\xbd\xa0"), str_intern(heap, S("\xe4\xbd\xa0")));
    ck_assert_ptr_eq(str_from_char(heap, 'q'), str_slice(heap, S("xqx"), 1, 2));
}
END_TEST

START_TEST(test_hash_is_of_the_text)
{
    Str *sliced = str_slice(heap, S("ab\xe4\xbd\xa0"), 0, 2);
    ck_assert_uint_eq(str_hash(heap, sliced), str_hash(heap, S("ab")));
    ck_assert_uint_ne(str_hash(heap, S("ab")), str_hash(heap, S("ba")));
    ck_assert_uint_ne(str_hash(heap, S("")), 0);
}
END_TEST

START_TEST(test_order_is_by_code_point)
{
    ck_assert_int_lt(str_compare(S("abc"), S("abd")), 0);
    ck_assert_int_lt(str_compare(S("ab"), S("abc")), 0);
    ck_assert_int_gt(str_compare(S("\xef\xbf\xbd"), S("z")), 0);
    ck_assert_int_lt(str_compare(S("\xef\xbf\xbd"), S("\xf0\x9f\x90\x8d")), 0);
    ck_assert_int_eq(str_compare(S("same"), S("same")), 0);
}
END_TEST

static ptrdiff_t slow_find(const Str *s, const Str *what, bool last)
{
    ptrdiff_t found = -1;
    for (size_t i = 0; i + str_length(what) <= str_length(s); i++) {
        size_t j = 0;
        while (j < str_length(what) && str_at(s, i + j) == str_at(what, j))
            j++;
        if (j == str_length(what)) {
            found = (ptrdiff_t)i;
            if (!last)
                break;
        }
    }
    return found;
}

START_TEST(test_find_agrees_with_the_slow_way)
{
    srand(7);
    static const uint32_t bases[] = { 'a', 0x4f60, 0x1f40d };
    for (int round = 0; round < 3000; round++) {
        uint32_t hay[600], needle[40];
        size_t n = (size_t)rand() % 600, m = (size_t)rand() % (round % 3 ? 6 : 40);
        uint32_t base = bases[round % 3];
        for (size_t i = 0; i < n; i++)
            hay[i] = base + (rand() % 8 == 0);
        for (size_t i = 0; i < m; i++)
            needle[i] = base + (rand() % 8 == 0);
        Str *s = str_from_code_points(heap, hay, n), *what = str_from_code_points(heap, needle, m);
        ck_assert_int_eq(str_find(s, what, 0, n), slow_find(s, what, false));
        ck_assert_int_eq(str_rfind(s, what, 0, n), slow_find(s, what, true));
        if (n > 20) {
            ptrdiff_t part = slow_find(str_slice(heap, s, 5, n - 5), what, false);
            ck_assert_int_eq(str_find(s, what, 5, n - 5), part < 0 ? -1 : part + 5);
        }
    }
    ck_assert_int_eq(str_find(S("abc"), S(""), 3, 3), 3);
    ck_assert_int_eq(str_find(S("abc"), S(""), 4, 3), -1);
    ck_assert_int_eq(str_rfind(S("abc"), S(""), 0, 3), 3);
}
END_TEST

START_TEST(test_searching_crafted_texts_is_linear)
{
    StrBuilder b;
    builder_init(&b, heap);
    builder_fill(&b, 0x4f60, 1000000);
    Str *hay = builder_finish(&b);
    builder_init(&b, heap);
    builder_fill(&b, 0x4f60, 100000);
    builder_char(&b, 0x4f61);
    Str *needle = builder_finish(&b);
    ck_assert_int_eq(str_find(hay, needle, 0, 1000000), -1);
    ck_assert_int_eq(str_rfind(hay, needle, 0, 1000000), -1);
}
END_TEST

START_TEST(test_utf8_round_trip)
{
    const char *text = "a\xc3\xa9\xe4\xbd\xa0\xf0\x9f\x90\x8d";
    Str *s = S(text);
    char out[16] = { 0 };
    ck_assert_uint_eq(str_utf8_length(s), strlen(text));
    str_to_utf8(s, out);
    ck_assert_str_eq(out, text);
    size_t at;
    ck_assert(!str_has_surrogate(s, &at));
    ck_assert(str_has_surrogate(S("ab\xed\xb3\xbf"), &at));
    ck_assert_uint_eq(at, 2);
    char tiny[4];
    ck_assert_str_eq(str_c(S("abcdef"), tiny, sizeof tiny), "abc");
    ck_assert_str_eq(str_c(S("ab\xe4\xbd\xa0"), tiny, sizeof tiny), "ab");
}
END_TEST

START_TEST(test_builder_widens_as_needed)
{
    StrBuilder b;
    builder_init(&b, heap);
    builder_cstr(&b, "n=");
    builder_printf(&b, "%d", 42);
    builder_char(&b, 0x4f60);
    builder_str(&b, S(" tail"));
    builder_slice(&b, S("x\xf0\x9f\x90\x8dyz"), 2, 4);
    ck_assert_uint_eq(b.width, 2);
    builder_fill(&b, 0x1f40d, 2);
    assert_text(builder_finish(&b), "n=42\xe4\xbd\xa0 tailyz\xf0\x9f\x90\x8d\xf0\x9f\x90\x8d");
    builder_init(&b, heap);
    assert_text(builder_finish(&b), "");
    builder_init(&b, heap);
    char *large = mem_alloc(3000);
    memset(large, 'x', 2999);
    large[2999] = 0;
    builder_printf(&b, "<%s>", large);
    Str *s = builder_finish(&b);
    ck_assert_uint_eq(str_length(s), 3001);
    mem_free(large, 3000);
}
END_TEST

START_TEST(test_builder_failure_is_sticky)
{
    StrBuilder b;
    builder_init(&b, heap);
    builder_cstr(&b, "begin");
    mem_set_limit(1);
    builder_fill(&b, 'x', 100000);
    mem_set_limit(0);
    builder_cstr(&b, "end");
    ck_assert(b.failed);
    ck_assert_ptr_null(builder_finish(&b));
    ck_assert_ptr_null(str_repeat(heap, S("ab"), SIZE_MAX / 2));
}
END_TEST

START_TEST(test_bytes)
{
    Bytes *b = bytes_new(heap, "a\0b", 3);
    ck_assert_uint_eq(b->length, 3);
    ck_assert_int_eq(b->data[2], 'b');
    ck_assert_int_eq(bytes_new(heap, NULL, 1000)->data[999], 0);
    ByteArray *array = bytearray_new(heap, "xy", 2);
    ck_assert_int_eq(array->data[1], 'y');
    ck_assert_ptr_nonnull(bytearray_new(heap, NULL, 0));
}
END_TEST

Suite *suite_str(void)
{
    Suite *suite = suite_create("str");
    TCase *tests = tcase_create("str");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_heap, close_heap);
    tcase_add_test(tests, test_the_width_is_the_narrowest);
    tcase_add_test(tests, test_appending_is_linear_and_does_not_disturb_others);
    tcase_add_test(tests, test_a_text_appended_to_itself);
    tcase_add_test(tests, test_interned_texts_are_one);
    tcase_add_test(tests, test_hash_is_of_the_text);
    tcase_add_test(tests, test_order_is_by_code_point);
    tcase_add_test(tests, test_find_agrees_with_the_slow_way);
    tcase_add_test(tests, test_searching_crafted_texts_is_linear);
    tcase_add_test(tests, test_utf8_round_trip);
    tcase_add_test(tests, test_builder_widens_as_needed);
    tcase_add_test(tests, test_builder_failure_is_sticky);
    tcase_add_test(tests, test_bytes);
    suite_add_tcase(suite, tests);
    return suite;
}
