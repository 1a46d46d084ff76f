/* test_int.c - ints of any size, floats as text. Expected values are Python's. */
#include "base/mem.h"
#include "object/int.h"
#include <check.h>
#include <math.h>
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

static Value I(const char *text)
{
    Value v = VALUE_NONE;
    ck_assert_int_eq(int_from_digits(heap, text, strlen(text), 10, &v), INT_OK);
    return v;
}

static void assert_int(Value v, const char *text)
{
    size_t length;
    char *got = int_to_text(heap, v, 10, &length);
    ck_assert_str_eq(got, text);
    ck_assert_uint_eq(length, strlen(text));
    heap_array_free(heap, got, length + 1);
}

typedef IntStatus (*Unary)(Heap *heap, Value a, Value *out);
typedef IntStatus (*Binary)(Heap *heap, Value a, Value b, Value *out);

static IntStatus status_of(Binary operation, const char *a, const char *b)
{
    Value v;
    return operation(heap, I(a), I(b), &v);
}

static void assert_gives(Binary operation, const char *a, const char *b, const char *result)
{
    Value v = VALUE_NONE;
    ck_assert_int_eq(operation(heap, I(a), I(b), &v), INT_OK);
    assert_int(v, result);
}

static void assert_gives_of_one(Unary operation, const char *a, const char *result)
{
    Value v = VALUE_NONE;
    ck_assert_int_eq(operation(heap, I(a), &v), INT_OK);
    assert_int(v, result);
}

static Value div_of(const char *a, const char *b, Value *rest)
{
    Value quotient;
    ck_assert_int_eq(int_divmod(heap, I(a), I(b), &quotient, rest), INT_OK);
    return quotient;
}

START_TEST(test_results_take_the_smallest_form)
{
    Value v, w;
    ck_assert_int_eq(int_add(heap, value_small(VALUE_INT_MAX), value_small(1), &v), INT_OK);
    ck_assert(value_is_exactly(v, KIND_BIGINT));
    assert_int(v, "281474976710656");
    ck_assert_int_eq(int_sub(heap, v, value_small(1), &w), INT_OK);
    ck_assert(value_is_int(w));
    ck_assert_int_eq(int_neg(heap, v, &w), INT_OK);
    ck_assert(value_is_int(w));
    ck_assert_int_eq(value_int(w), VALUE_INT_MIN);
    int64_t n;
    ck_assert(int_to_i64(int_from_i64(heap, INT64_MIN), &n) && n == INT64_MIN);
    ck_assert(int_to_i64(int_from_i64(heap, INT64_MAX), &n) && n == INT64_MAX);
    ck_assert(!int_to_i64(int_from_u64(heap, UINT64_MAX), &n));
    assert_int(int_from_u64(heap, UINT64_MAX), "18446744073709551615");
}
END_TEST

START_TEST(test_division_floors)
{
    Value r;
    assert_int(div_of("-7", "2", &r), "-4");
    assert_int(r, "1");
    assert_int(div_of("7", "-2", &r), "-4");
    assert_int(r, "-1");
    assert_int(div_of("-100000000000000000000000000000", "7", &r), "-14285714285714285714285714286");
    assert_int(r, "2");
    assert_int(div_of("100000000000000000000000000000", "-70000000000000000000", &r), "-1428571429");
    assert_int(r, "-30000000000000000000");
    assert_int(div_of("-5", "100000000000000000000", &r), "-1");
    assert_int(r, "99999999999999999995");
    ck_assert_int_eq(int_divmod(heap, I("5"), I("0"), &r, NULL), INT_ZERO_DIVISION);
    assert_int(div_of("-281474976710656", "-1", &r), "281474976710656");
}
END_TEST

START_TEST(test_powers)
{
    Value v;
    assert_gives(int_pow, "-3", "41", "-36472996377170786403");
    assert_gives(int_pow, "2", "100", "1267650600228229401496703205376");
    assert_gives(int_pow, "0", "0", "1");
    assert_gives(int_pow, "-1", "100000000000000000001", "-1");
    ck_assert_int_eq(status_of(int_pow, "10", "10000000000"), INT_TOO_LARGE);
    ck_assert_int_eq(status_of(int_pow, "10", "100000000000000000000000"), INT_TOO_LARGE);
    ck_assert_int_eq(int_powmod(heap, I("3"), I("100000000000000000000"), I("-1000007"), &v), INT_OK);
    assert_int(v, "-462327");
    ck_assert_int_eq(int_powmod(heap, I("3"), I("-1"), I("7"), &v), INT_OK);
    assert_int(v, "5");
    ck_assert_int_eq(int_powmod(heap, I("2"), I("-1"), I("4"), &v), INT_NEGATIVE);
    ck_assert_int_eq(int_powmod(heap, I("2"), I("3"), I("0"), &v), INT_ZERO_DIVISION);
}
END_TEST

START_TEST(test_shifts_and_bits)
{
    Value v;
    ck_assert_int_eq(int_lshift(heap, I("-1"), I("200"), &v), INT_OK);
    ck_assert_uint_eq(int_bit_length(v), 201);
    ck_assert_int_eq(int_rshift(heap, v, I("199"), &v), INT_OK);
    assert_int(v, "-2");
    assert_gives(int_rshift, "-5", "1", "-3");
    assert_gives(int_rshift, "-100000000000000000001", "3", "-12500000000000000001");
    assert_gives(int_rshift, "-5", "1000000000000000000000", "-1");
    ck_assert_int_eq(status_of(int_lshift, "1", "35184372088832"), INT_TOO_LARGE);
    ck_assert_int_eq(int_lshift(heap, I("0"), I("35184372088832"), &v), INT_OK);
    ck_assert_int_eq(status_of(int_lshift, "1", "-1"), INT_NEGATIVE);
    assert_gives(int_and, "-100000000000000000001", "1234567890123456789012", "1227001251172490164756");
    assert_gives(int_or, "-100000000000000000001", "255", "-100000000000000000001");
    assert_gives(int_xor, "-100000000000000000001", "255", "-100000000000000000256");
    assert_gives_of_one(int_invert, "100000000000000000000", "-100000000000000000001");
}
END_TEST

START_TEST(test_true_division_rounds_once)
{
    double d;
    ck_assert_int_eq(int_true_divide(I("1"), I("3"), &d), INT_OK);
    ck_assert(d == 1.0 / 3.0);
    ck_assert_int_eq(int_true_divide(I("9007199254740993"), I("1"), &d), INT_OK);
    ck_assert(d == 9007199254740992.0);
    ck_assert_int_eq(int_true_divide(I("9007199254740995"), I("1"), &d), INT_OK);
    ck_assert(d == 9007199254740996.0);
    Value big, bigger;
    ck_assert_int_eq(int_pow(heap, I("10"), I("400"), &big), INT_OK);
    ck_assert_int_eq(int_pow(heap, I("10"), I("724"), &bigger), INT_OK);
    ck_assert_int_eq(int_true_divide(big, I("3"), &d), INT_TOO_LARGE);
    ck_assert_int_eq(int_true_divide(big, bigger, &d), INT_OK);
    ck_assert(d == 0);
    ck_assert_int_eq(int_pow(heap, I("10"), I("720"), &bigger), INT_OK);
    ck_assert_int_eq(int_true_divide(big, bigger, &d), INT_OK);
    ck_assert(d == 1e-320);
    ck_assert(!int_to_double(big, &d));
    ck_assert_int_eq(int_pow(heap, I("2"), I("1023"), &big), INT_OK);
    ck_assert(int_to_double(big, &d) && d == ldexp(1, 1023));
    ck_assert_int_eq(int_true_divide(I("1"), I("0"), &d), INT_ZERO_DIVISION);
}
END_TEST

START_TEST(test_comparison_with_floats_is_exact)
{
    ck_assert_int_eq(int_compare_double(I("9007199254740993"), 9007199254740992.0), 1);
    ck_assert_int_eq(int_compare_double(I("-9007199254740993"), -9007199254740992.0), -1);
    ck_assert_int_eq(int_compare_double(I("281474976710657"), 281474976710657.5), -1);
    ck_assert_int_eq(int_compare_double(I("-281474976710657"), -281474976710657.5), 1);
    ck_assert_int_eq(int_compare_double(I("100000000000000000000"), 1e20), 0);
    ck_assert_int_eq(int_compare_double(I("100000000000000000000"), INFINITY), -1);
    ck_assert_int_eq(int_compare_double(I("-100000000000000000000"), 1e-300), -1);
    ck_assert_int_eq(int_compare_double(I("3"), 3.5), -1);
}
END_TEST

START_TEST(test_hashes_are_pythons)
{
    ck_assert_uint_eq(int_hash(I("-1")), (uint64_t)-2);
    ck_assert_uint_eq(int_hash(I("2305843009213693951")), 0);
    ck_assert_uint_eq(int_hash(I("100000000000000000000")), 848750603811160107u);
    ck_assert_uint_eq(int_hash(I("-100000000000000000000")), (uint64_t)-848750603811160107);
    ck_assert_uint_eq(float_hash(0.5), 1152921504606846976u);
    ck_assert_uint_eq(float_hash(1e20), 848750603811160107u);
    ck_assert_uint_eq(float_hash(-1.0), (uint64_t)-2);
    ck_assert_uint_eq(float_hash(INFINITY), 314159);
}
END_TEST

START_TEST(test_text_in_any_radix_round_trips)
{
    srand(11);
    for (int round = 0; round < 2000; round++) {
        Value v = value_small(rand() % 1000 - 500), w;
        for (int i = rand() % 12; i > 0; i--) {
            ck_assert_int_eq(int_mul(heap, v, int_from_i64(heap, rand()), &v), INT_OK);
            ck_assert_int_eq(int_add(heap, v, value_small(rand() % 1000), &v), INT_OK);
        }
        int radix = 2 + rand() % 35;
        size_t length;
        char *text = int_to_text(heap, v, radix, &length);
        ck_assert_int_eq(int_from_digits(heap, text, length, radix, &w), INT_OK);
        ck_assert_int_eq(int_compare(v, w), 0);
        heap_array_free(heap, text, length + 1);
    }
    ck_assert_uint_eq(int_decimal_digits(I("0")), 1);
    ck_assert_uint_eq(int_decimal_digits(I("-999999999999999999999")), 21);
    ck_assert_uint_eq(int_decimal_digits(I("1000000000000000000000")), 22);
}
END_TEST

START_TEST(test_bytes_round_trip)
{
    uint8_t bytes[16];
    Value v;
    const char *numbers[] = { "0", "1", "-1", "127", "-128", "128", "-129", "255", "65535",
                              "-18446744073709551616", "18446744073709551615", "-1234567890123" };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        for (int little = 0; little < 2; little++) {
            ck_assert_int_eq(int_to_bytes(I(numbers[i]), bytes, 16, little, true), INT_OK);
            ck_assert_int_eq(int_from_bytes(heap, bytes, 16, little, true, &v), INT_OK);
            assert_int(v, numbers[i]);
        }
    ck_assert_int_eq(int_to_bytes(I("-128"), bytes, 1, false, true), INT_OK);
    ck_assert_int_eq(bytes[0], 0x80);
    ck_assert_int_eq(int_to_bytes(I("128"), bytes, 1, false, true), INT_TOO_LARGE);
    ck_assert_int_eq(int_to_bytes(I("-129"), bytes, 1, false, true), INT_TOO_LARGE);
    ck_assert_int_eq(int_to_bytes(I("255"), bytes, 1, false, false), INT_OK);
    ck_assert_int_eq(int_to_bytes(I("-1"), bytes, 4, false, false), INT_NEGATIVE);
    ck_assert_int_eq(int_to_bytes(I("258"), bytes, 3, false, false), INT_OK);
    ck_assert(bytes[0] == 0 && bytes[1] == 1 && bytes[2] == 2);
}
END_TEST

START_TEST(test_roots_and_divisors)
{
    Value v;
    assert_gives_of_one(int_isqrt, "281474976710655", "16777215");
    assert_gives_of_one(int_isqrt, "100000000000000000000000000000000000001", "10000000000000000000");
    ck_assert_int_eq(int_isqrt(heap, I("-1"), &v), INT_NEGATIVE);
    assert_gives(int_gcd, "-100000000000000000000", "70000000000", "10000000000");
    assert_gives(int_gcd, "0", "0", "0");
    ck_assert_int_eq(int_from_double(heap, -1e22, &v), INT_OK);
    assert_int(v, "-10000000000000000000000");
}
END_TEST

START_TEST(test_a_large_result_without_memory_is_refused)
{
    Value v = I("1");
    ck_assert_int_eq(int_lshift(heap, v, I("1000000"), &v), INT_OK);
    mem_set_limit(1);
    Value w = VALUE_NONE;
    ck_assert_int_eq(int_mul(heap, v, v, &w), INT_NO_MEMORY);
    mem_set_limit(0);
    ck_assert_int_eq(int_mul(heap, v, v, &w), INT_OK);
    ck_assert_uint_eq(int_bit_length(w), 2000001);
}
END_TEST

START_TEST(test_float_text)
{
    static const struct {
        double d;
        const char *text;
    } rows[] = {
        { 0.0, "0.0" }, { -0.0, "-0.0" }, { 1.0, "1.0" }, { -2.5, "-2.5" }, { 0.1, "0.1" },
        { 1e16, "1e+16" }, { 1e15, "1000000000000000.0" }, { 123456789012345680.0, "1.2345678901234568e+17" },
        { 0.0001, "0.0001" }, { 0.00001, "1e-05" }, { 1.5e-7, "1.5e-07" }, { 1e100, "1e+100" },
        { 5e-324, "5e-324" }, { 2.2250738585072014e-308, "2.2250738585072014e-308" },
        { 9007199254740992.0, "9007199254740992.0" }, { 1.7976931348623157e308, "1.7976931348623157e+308" },
        { 0.30000000000000004, "0.30000000000000004" }, { 9.5367431640625e-07, "9.5367431640625e-07" },
        { 1125899906842624.2, "1125899906842624.2" }, { 123.456, "123.456" },
    };
    char buffer[32];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t length = float_repr(rows[i].d, buffer);
        ck_assert_str_eq(buffer, rows[i].text);
        ck_assert_uint_eq(length, strlen(buffer));
    }
    float_repr(-INFINITY, buffer);
    ck_assert_str_eq(buffer, "-inf");
}
END_TEST

START_TEST(test_float_grammar)
{
    double d;
    static const char *good[] = { "1", "1.", ".5", " 1e5 ", "-1_000.5_0", "+INF", "-Infinity", "1E-3" };
    static const double values[] = { 1, 1, .5, 1e5, -1000.5, INFINITY, -INFINITY, 1e-3 };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        ck_assert(float_parse(good[i], strlen(good[i]), &d) && d == values[i]);
    ck_assert(float_parse("nan", 3, &d) && isnan(d));
    static const char *bad[] = { "", " ", ".", "1e", "e5", "0x10", "1__0", "_1", "1_", "1_.5", "1 2",
                                 "infin", "--1", "1._5" };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!float_parse(bad[i], strlen(bad[i]), &d), "%s", bad[i]);
    ck_assert(!float_parse("1\0", 2, &d));
}
END_TEST

Suite *suite_int(void)
{
    Suite *suite = suite_create("int");
    TCase *tests = tcase_create("int");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_heap, close_heap);
    tcase_add_test(tests, test_results_take_the_smallest_form);
    tcase_add_test(tests, test_division_floors);
    tcase_add_test(tests, test_powers);
    tcase_add_test(tests, test_shifts_and_bits);
    tcase_add_test(tests, test_true_division_rounds_once);
    tcase_add_test(tests, test_comparison_with_floats_is_exact);
    tcase_add_test(tests, test_hashes_are_pythons);
    tcase_add_test(tests, test_text_in_any_radix_round_trips);
    tcase_add_test(tests, test_bytes_round_trip);
    tcase_add_test(tests, test_roots_and_divisors);
    tcase_add_test(tests, test_a_large_result_without_memory_is_refused);
    tcase_add_test(tests, test_float_text);
    tcase_add_test(tests, test_float_grammar);
    suite_add_tcase(suite, tests);
    return suite;
}
