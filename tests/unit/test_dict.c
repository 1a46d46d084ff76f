/* test_dict.c - the hash table, and lists. */
#include "base/mem.h"
#include "object/dict.h"
#include "object/int.h"
#include "object/list.h"
#include "object/str.h"
#include <check.h>
#include <stdio.h>
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

static uint64_t hash_of(Value v)
{
    uint64_t hash = 0;
    ck_assert(dict_plain_hash(heap, v, &hash));
    return hash;
}

static DictEntry *find(Dict *dict, Value key)
{
    bool undecided;
    DictEntry *entry = dict_find_plain(dict, key, hash_of(key), &undecided);
    ck_assert(!undecided);
    return entry;
}

static void put(Dict *dict, Value key, Value value)
{
    DictEntry *entry = find(dict, key);
    if (entry)
        entry->value = value;
    else
        ck_assert(dict_insert_new(heap, dict, key, hash_of(key), value));
}

static Value pair(Value a, Value b)
{
    Value both[] = { a, b };
    return OBJ(tuple_from_values(heap, both, 2));
}

START_TEST(test_random_operations_against_a_plain_array)
{
    enum { KEYS = 700 };
    int value_of[KEYS];
    uint64_t born[KEYS], clock = 0;
    memset(value_of, -1, sizeof value_of);
    srand(3);
    Dict *dict = dict_new(heap, 0);
    uint32_t count = 0;
    for (int round = 0; round < 200000; round++) {
        int spread = round / 40000 % 2 ? KEYS : 12, key = rand() % spread;
        Value v = value_small(key * 1024);
        if (rand() % 2) {
            if (value_of[key] < 0) {
                born[key] = ++clock;
                count++;
            }
            value_of[key] = round;
            put(dict, v, value_small(round));
        } else {
            DictEntry *entry = find(dict, v);
            ck_assert_int_eq(entry != NULL, value_of[key] >= 0);
            if (entry) {
                ck_assert_int_eq(value_int(entry->value), value_of[key]);
                dict_remove_entry(heap, dict, entry);
                value_of[key] = -1;
                count--;
            }
        }
        ck_assert_uint_eq(dict->count, count);
        if (round % 5000)
            continue;
        uint64_t last = 0;
        uint32_t seen = 0;
        for (DictEntry *e = NULL; (e = dict_next(dict, e)); seen++) {
            int k = (int)value_int(e->key) / 1024;
            ck_assert_uint_gt(born[k], last);
            last = born[k];
        }
        ck_assert_uint_eq(seen, count);
    }
}
END_TEST

START_TEST(test_a_dict_as_a_queue_and_as_a_stack)
{
    Dict *dict = dict_new(heap, 0);
    for (int i = 0; i < 100000; i++)
        put(dict, value_small(i), VALUE_NONE);
    for (int i = 0; i < 100000; i++) { /* first in, first out, with as many coming in */
        DictEntry *first = dict_next(dict, NULL);
        ck_assert_int_eq(value_int(first->key), i);
        dict_remove_entry(heap, dict, first);
        put(dict, value_small(100000 + i), VALUE_NONE);
    }
    for (int i = 199999; i >= 100000; i--) {
        DictEntry *last = &dict->entries[dict->used - 1];
        ck_assert_int_eq(value_int(last->key), i);
        dict_remove_entry(heap, dict, last);
    }
    ck_assert_uint_eq(dict->count, 0);
    ck_assert_ptr_null(dict_next(dict, NULL));
}
END_TEST

START_TEST(test_equal_numbers_are_one_key)
{
    Dict *dict = dict_new(heap, 0);
    put(dict, value_small(1), VALUE_TRUE);
    ck_assert_ptr_nonnull(find(dict, VALUE_TRUE));
    ck_assert_ptr_nonnull(find(dict, value_from_double(1.0)));
    ck_assert_ptr_null(find(dict, value_from_double(1.5)));
    ck_assert_ptr_null(find(dict, VALUE_NONE));
    Value big, other;
    ck_assert_int_eq(int_pow(heap, value_small(2), value_small(100), &big), INT_OK);
    ck_assert_int_eq(int_pow(heap, value_small(4), value_small(50), &other), INT_OK);
    put(dict, big, VALUE_NONE);
    ck_assert_ptr_nonnull(find(dict, other));
    ck_assert_ptr_nonnull(find(dict, value_from_double(ldexp(1, 100))));
    ck_assert_uint_eq(hash_of(value_small(-1)), (uint64_t)-2);
}
END_TEST

START_TEST(test_tuples_and_frozensets_as_keys)
{
    Dict *dict = dict_new(heap, 0);
    Value a = OBJ(str_from_cstr(heap, "a")), same = OBJ(str_from_cstr(heap, "a"));
    put(dict, pair(a, pair(value_small(1), VALUE_NONE)), VALUE_TRUE);
    ck_assert_ptr_nonnull(find(dict, pair(same, pair(value_from_double(1), VALUE_NONE))));
    ck_assert_ptr_null(find(dict, pair(same, pair(value_small(2), VALUE_NONE))));
    Set *one = set_new(heap, KIND_FROZENSET, 0), *two = set_new(heap, KIND_FROZENSET, 0);
    for (int i = 0; i < 20; i++) {
        put(one, value_small(i), VALUE_NONE);
        put(two, value_small(19 - i), VALUE_NONE);
    }
    put(dict, OBJ(one), VALUE_NONE);
    ck_assert_ptr_nonnull(find(dict, OBJ(two)));
    put(two, value_small(99), VALUE_NONE);
    ck_assert_ptr_null(find(dict, OBJ(two)));
}
END_TEST

START_TEST(test_what_a_script_must_decide_is_left_undecided)
{
    uint64_t hash;
    ck_assert(!dict_plain_hash(heap, OBJ(list_new(heap, 0)), &hash));
    ck_assert(!dict_plain_hash(heap, pair(OBJ(list_new(heap, 0)), VALUE_NONE), &hash));
    Value deep = VALUE_NONE;
    for (int i = 0; i < 100000; i++)
        deep = pair(deep, VALUE_NONE);
    ck_assert(!dict_plain_hash(heap, deep, &hash));
    Obj *instance = heap_new(heap, KIND_INSTANCE, 64);
    Dict *dict = dict_new(heap, 0);
    ck_assert(dict_insert_new(heap, dict, OBJ(instance), hash_of(value_small(5)), VALUE_NONE));
    bool undecided;
    ck_assert_ptr_null(dict_find_plain(dict, value_small(5), hash_of(value_small(5)), &undecided));
    ck_assert(undecided);
    ck_assert_int_eq(dict_plain_equal(OBJ(str_from_cstr(heap, "5")), value_small(5)), 0);
}
END_TEST

START_TEST(test_versions_change_with_keys_only)
{
    Dict *dict = dict_new(heap, 0);
    Str *x = str_intern_cstr(heap, "x");
    uint64_t v0 = dict->version;
    ck_assert(dict_set_name(heap, dict, x, VALUE_NONE));
    uint64_t v1 = dict->version;
    ck_assert_uint_ne(v0, v1);
    ck_assert(dict_set_name(heap, dict, x, VALUE_TRUE));
    ck_assert_uint_eq(dict->version, v1);
    ck_assert(dict_del_name(heap, dict, x));
    ck_assert_uint_ne(dict->version, v1);
    ck_assert(!dict_del_name(heap, dict, x));
}
END_TEST

START_TEST(test_names_that_are_not_interned_are_found)
{
    Dict *dict = dict_new(heap, 0);
    for (int i = 0; i < 30; i++) {
        char text[16];
        snprintf(text, sizeof text, "key%d", i);
        put(dict, OBJ(str_from_cstr(heap, text)), value_small(i));
        ck_assert_int_eq(value_int(dict_get_name(dict, str_intern_cstr(heap, text))), i);
    }
    ck_assert(value_is_unset(dict_get_name(dict, str_intern_cstr(heap, "none"))));
}
END_TEST

START_TEST(test_copies_keep_the_order)
{
    Dict *dict = dict_new(heap, 0);
    for (int i = 0; i < 50; i++)
        put(dict, value_small(49 - i), value_small(i));
    for (int i = 0; i < 50; i += 2)
        dict_remove_entry(heap, dict, find(dict, value_small(i)));
    Dict *copy = dict_copy(heap, dict, KIND_DICT);
    ck_assert_uint_eq(copy->count, 25);
    int expected = 49;
    for (DictEntry *e = NULL; (e = dict_next(copy, e)); expected -= 2)
        ck_assert_int_eq(value_int(e->key), expected);
    ck_assert_ptr_nonnull(find(copy, value_small(13)));
    dict_clear(heap, dict);
    ck_assert_uint_eq(dict->count, 0);
    put(dict, VALUE_NONE, VALUE_NONE);
    ck_assert_ptr_nonnull(find(dict, VALUE_NONE));
}
END_TEST

START_TEST(test_growth_without_memory_changes_nothing)
{
    Dict *dict = dict_new(heap, 0);
    for (int i = 0; i < 4; i++)
        put(dict, value_small(i), VALUE_NONE);
    mem_set_limit(1);
    ck_assert(!dict_insert_new(heap, dict, value_small(4), 4, VALUE_NONE));
    mem_set_limit(0);
    ck_assert_uint_eq(dict->count, 4);
    ck_assert_ptr_nonnull(find(dict, value_small(3)));
}
END_TEST

START_TEST(test_splices)
{
    List *list = list_new(heap, 0);
    for (int i = 0; i < 10; i++)
        ck_assert(list_append(heap, list, value_small(i)));
    Value some[] = { VALUE_NONE, VALUE_TRUE, VALUE_FALSE };
    ck_assert(list_splice(heap, list, 2, 4, some, 3));
    ck_assert_uint_eq(list->count, 11);
    ck_assert_int_eq(value_int(list->items[5]), 4);
    ck_assert(list_splice(heap, list, 0, 9, NULL, 0));
    ck_assert_uint_eq(list->count, 2);
    ck_assert_int_eq(value_int(list->items[0]), 8);
    ck_assert(list_insert_at(heap, list, 1, VALUE_NONE));
    ck_assert(value_is_none(list->items[1]));
    ck_assert(list_remove_at(heap, list, 0));
    ck_assert(list_extend_values(heap, list, list->items, list->count));
    ck_assert_uint_eq(list->count, 4);
    ck_assert(value_is_none(list->items[2]));
}
END_TEST

START_TEST(test_lists_give_memory_back)
{
    List *list = list_new(heap, 0);
    for (int i = 0; i < 100000; i++)
        ck_assert(list_append(heap, list, VALUE_NONE));
    ck_assert_uint_lt(list->capacity, 120000);
    ck_assert(list_splice(heap, list, 10, 100000, NULL, 0));
    ck_assert_uint_lt(list->capacity, 100);
}
END_TEST

Suite *suite_dict(void)
{
    Suite *suite = suite_create("dict");
    TCase *tests = tcase_create("dict");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_heap, close_heap);
    tcase_add_test(tests, test_random_operations_against_a_plain_array);
    tcase_add_test(tests, test_a_dict_as_a_queue_and_as_a_stack);
    tcase_add_test(tests, test_equal_numbers_are_one_key);
    tcase_add_test(tests, test_tuples_and_frozensets_as_keys);
    tcase_add_test(tests, test_what_a_script_must_decide_is_left_undecided);
    tcase_add_test(tests, test_versions_change_with_keys_only);
    tcase_add_test(tests, test_names_that_are_not_interned_are_found);
    tcase_add_test(tests, test_copies_keep_the_order);
    tcase_add_test(tests, test_growth_without_memory_changes_nothing);
    tcase_add_test(tests, test_splices);
    tcase_add_test(tests, test_lists_give_memory_back);
    suite_add_tcase(suite, tests);
    return suite;
}
