/* test_heap.c - allocation, marking, weak tables, finalisation. */
#include "base/mem.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/heap.h"
#include "object/list.h"
#include "object/str.h"
#include <check.h>
#include <stdio.h>

static Heap *heap;
static Value root; /* what it refers to stays */

static void visit_value(Marker *marker, void *owner)
{
    mark_value(marker, *(Value *)owner);
}

static void open_heap(void)
{
    heap = heap_create();
    root = VALUE_NONE;
    heap_add_root(heap, visit_value, &root);
}

static void close_heap(void)
{
    heap_destroy(heap);
}

static void count_object(void *ctx, Obj *obj)
{
    ++*(size_t *)ctx;
}

static size_t object_count(void)
{
    size_t count = 0;
    heap_each(heap, count_object, &count);
    return count;
}

START_TEST(test_destroy_gives_everything_back)
{
    size_t before = mem_used();
    Heap *own = heap_create();
    List *list = list_new(own, 0);
    for (int i = 0; i < 10000; i++) {
        ck_assert(list_append(own, list, OBJ(str_from_cstr(own, "some text of medium length"))));
        ck_assert_ptr_nonnull(tuple_new(own, (size_t)i % 100));
    }
    heap_destroy(own);
    ck_assert_uint_eq(mem_used(), before);
}
END_TEST

START_TEST(test_unreachable_objects_die_and_reachable_ones_stay)
{
    root = OBJ(list_new(heap, 0));
    heap_collect(heap);
    size_t base = object_count(), bytes = heap->live_bytes;
    for (int i = 0; i < 1000; i++) {
        Value cell = OBJ(cell_new(heap, OBJ(tuple_new(heap, 200))));
        if (i % 2)
            ck_assert(list_append(heap, as_list(root), cell));
    }
    ck_assert_uint_eq(object_count(), base + 2000);
    heap_collect(heap);
    ck_assert_uint_eq(object_count(), base + 1000);
    ck_assert_uint_eq(tuple_length(as_tuple(AS(Cell, as_list(root)->items[499])->value)), 200);
    list_clear(heap, as_list(root));
    heap_collect(heap);
    ck_assert_uint_eq(object_count(), base);
    ck_assert_uint_eq(heap->live_bytes, bytes);
}
END_TEST

START_TEST(test_cycles_die)
{
    heap_collect(heap);
    size_t base = object_count();
    List *a = list_new(heap, 0), *b = list_new(heap, 0);
    ck_assert(list_append(heap, a, OBJ(b)) && list_append(heap, b, OBJ(a)));
    heap_collect(heap);
    ck_assert_uint_eq(object_count(), base);
}
END_TEST

START_TEST(test_a_chain_of_a_million_is_marked_without_recursion)
{
    for (int i = 0; i < 1000000; i++)
        root = OBJ(cell_new(heap, root));
    heap_collect(heap);
    size_t length = 0;
    for (Value v = root; value_is_obj(v); v = AS(Cell, v)->value)
        length++;
    ck_assert_uint_eq(length, 1000000);
}
END_TEST

START_TEST(test_collection_succeeds_without_memory_for_its_stack)
{
    root = OBJ(list_new(heap, 0));
    for (int i = 0; i < 20000; i++) /* wide: all wait on the stack at once */
        ck_assert(list_append(heap, as_list(root), OBJ(cell_new(heap, OBJ(cell_new(heap, root))))));
    mem_set_limit(1); /* nothing can be allocated now */
    heap_collect(heap);
    mem_set_limit(0);
    for (int i = 0; i < 20000; i++) {
        Value inner = AS(Cell, as_list(root)->items[i])->value;
        ck_assert_int_eq(value_obj(inner)->kind, KIND_CELL);
        ck_assert(value_same(AS(Cell, inner)->value, root));
    }
}
END_TEST

START_TEST(test_a_cell_comes_from_the_reserve_when_memory_ends)
{
    mem_set_limit(MA_POOL ? 1 : 0); /* without a pool there is no reserve */
    for (int i = 0; i < 4000; i++)
        cell_new(heap, VALUE_NONE);
    ck_assert(heap->oom || !MA_POOL);
    mem_set_limit(1);
    ck_assert_ptr_null(heap_new_large(heap, KIND_TUPLE, 100000));
    ck_assert_ptr_null(heap_array(heap, NULL, 0, 10));
    mem_set_limit(0);
    heap_collect(heap);
}
END_TEST

START_TEST(test_finalisable_lives_once_more_and_comes_in_order_of_birth)
{
    Cell *inner = cell_new(heap, VALUE_NONE);
    Cell *a = cell_new(heap, OBJ(inner)), *b = cell_new(heap, VALUE_NONE);
    heap_set_finalise(heap, &a->obj);
    heap_set_finalise(heap, &b->obj);
    heap_set_finalise(heap, &a->obj); /* twice is once */
    heap_collect(heap);
    ck_assert(heap_has_finalisable(heap));
    ck_assert_ptr_eq(heap_take_finalisable(heap), &a->obj);
    heap_collect(heap); /* still rooted, with what it refers to */
    ck_assert_int_eq(inner->obj.kind, KIND_CELL);
    ck_assert_int_eq(a->obj.flags & OBJ_FINALISE, 0);
    ck_assert_ptr_eq(heap_take_finalisable(heap), &b->obj);
    ck_assert_ptr_null(heap_take_finalisable(heap));
    ck_assert(!heap_has_finalisable(heap));
    size_t before = object_count();
    heap_collect(heap);
    ck_assert_uint_eq(object_count(), before - 3);
}
END_TEST

START_TEST(test_a_cleared_flag_means_no_finalisation)
{
    for (int i = 0; i < 100; i++) {
        Cell *a = cell_new(heap, VALUE_NONE);
        heap_set_finalise(heap, &a->obj);
        a->obj.flags &= (uint8_t)~OBJ_FINALISE;
        heap_set_finalise(heap, &a->obj);
        a->obj.flags &= (uint8_t)~OBJ_FINALISE;
    }
    heap_collect(heap);
    ck_assert(!heap_has_finalisable(heap));
}
END_TEST

START_TEST(test_queue_all_at_exit)
{
    Obj *made[3];
    for (int i = 0; i < 3; i++) {
        made[i] = &cell_new(heap, VALUE_NONE)->obj;
        heap_set_finalise(heap, made[i]);
    }
    heap_queue_all_finalisable(heap);
    for (int i = 0; i < 3; i++)
        ck_assert_ptr_eq(heap_take_finalisable(heap), made[i]);
    ck_assert_ptr_null(heap_take_finalisable(heap));
}
END_TEST

START_TEST(test_weakrefs_are_cleared_and_shared)
{
    root = OBJ(list_new(heap, 0));
    Value target = OBJ(list_new(heap, 0)), other = OBJ(list_new(heap, 0));
    WeakRef *ref = heap_weakref(heap, target, VALUE_NONE);
    ck_assert_ptr_eq(heap_weakref(heap, target, VALUE_UNSET), ref);
    WeakRef *calling = heap_weakref(heap, target, VALUE_TRUE);
    ck_assert_ptr_ne(calling, ref);
    WeakRef *alive = heap_weakref(heap, other, VALUE_NONE);
    Value keep[] = { OBJ(ref), OBJ(calling), OBJ(alive), other };
    ck_assert(list_extend_values(heap, as_list(root), keep, 4));
    heap_weakref(heap, other, VALUE_TRUE); /* dies itself: nobody is called */
    heap_collect(heap);
    ck_assert(value_is_unset(ref->target));
    ck_assert(value_is_unset(calling->target));
    ck_assert(value_same(alive->target, other));
    ck_assert_ptr_eq(heap_take_dead_weakref(heap), calling);
    ck_assert_ptr_null(heap_take_dead_weakref(heap));
    ck_assert_ptr_eq(heap_weakref(heap, other, VALUE_NONE), alive);
}
END_TEST

START_TEST(test_attributes_beside_the_object_live_and_die_with_it)
{
    root = OBJ(list_new(heap, 0));
    Dict *attrs = heap_attrs(heap, value_obj(root), true);
    ck_assert(dict_set_name(heap, attrs, str_intern_cstr(heap, "x"), OBJ(list_new(heap, 3))));
    ck_assert_ptr_null(heap_attrs(heap, &cell_new(heap, VALUE_NONE)->obj, false));
    for (int i = 0; i < 1000; i++)
        ck_assert_ptr_nonnull(heap_attrs(heap, &cell_new(heap, VALUE_NONE)->obj, true));
    heap_collect(heap);
    ck_assert_ptr_eq(heap_attrs(heap, value_obj(root), false), attrs);
    ck_assert_int_eq(value_obj(dict_get_name(attrs, str_intern_cstr(heap, "x")))->kind, KIND_LIST);
    heap_set_attrs(heap, value_obj(root), NULL);
    ck_assert_ptr_null(heap_attrs(heap, value_obj(root), false));
    size_t before = object_count();
    heap_collect(heap);
    ck_assert_uint_lt(object_count(), before);
}
END_TEST

START_TEST(test_interned_names_die_when_nobody_uses_them)
{
    root = OBJ(str_intern_cstr(heap, "kept_name"));
    for (int i = 0; i < 5000; i++) {
        char name[32];
        snprintf(name, sizeof name, "name_%d", i);
        str_intern_cstr(heap, name);
    }
    ck_assert_uint_eq(heap->interned->count, 5001);
    heap_collect(heap);
    ck_assert_uint_eq(heap->interned->count, 1);
    ck_assert_ptr_eq(str_intern_cstr(heap, "kept_name"), as_str(root));
}
END_TEST

START_TEST(test_stress_mode_poisons_the_dead)
{
    heap->stress = true;
    root = OBJ(tuple_new(heap, 4));
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 20; i++)
            tuple_new(heap, 4);
        heap_collect(heap);
        ck_assert(heap_wants_collection(heap));
        Tuple *fresh = tuple_new(heap, 4);
        for (int i = 0; i < 4; i++)
            ck_assert(value_is_unset(fresh->items[i]));
        as_tuple(root)->items[0] = OBJ(fresh);
    }
}
END_TEST

START_TEST(test_the_threshold_follows_the_live_heap)
{
    root = OBJ(list_new(heap, 0));
    for (int i = 0; i < 400000; i++)
        ck_assert(list_append(heap, as_list(root), OBJ(cell_new(heap, VALUE_NONE))));
    ck_assert(heap_wants_collection(heap));
    heap_collect(heap);
    if (heap->stress) /* there the threshold stays 0 */
        return;
    ck_assert_uint_ge(heap->threshold_bytes, heap->live_bytes * 2);
    list_clear(heap, as_list(root));
    heap_collect(heap);
    ck_assert_uint_lt(heap->live_bytes, 100000);
}
END_TEST

/* Uses a bit of everything; what fails is skipped. */
static void use_everything(void)
{
    Heap *own = heap_create();
    if (!own)
        return;
    Value kept = VALUE_NONE;
    heap_add_root(own, visit_value, &kept);
    Class *cls = class_new_builtin(own, "object", NULL, NULL, KIND_INSTANCE);
    Dict *dict = dict_new(own, 0);
    kept = OBJ(dict);
    for (int i = 0; cls && i < 100; i++) {
        char text[32];
        snprintf(text, sizeof text, "name%d", i % 90);
        Instance *in = instance_new(own, cls);
        for (int j = 0; j < i % 20; j++)
            if (!instance_set(own, in, str_from_char(own, (uint32_t)('a' + j)), VALUE_NONE))
                break;
        if (!dict_set_name(own, dict, str_intern_cstr(own, text), OBJ(in)) || i % 9 == 0)
            heap_set_finalise(own, &in->obj);
        if (i % 7 == 0 && heap_attrs(own, &in->obj, true))
            heap_weakref(own, OBJ(in), i % 2 ? VALUE_TRUE : VALUE_NONE);
        if (i % 30 == 29)
            heap_collect(own);
        heap_take_finalisable(own);
        heap_take_dead_weakref(own);
    }
    heap_destroy(own);
}

START_TEST(test_any_allocation_may_fail)
{
    use_everything();
    size_t before = mem_used();
    for (size_t n = 1; n < 200; n++) {
        mem_fail_after(n);
        use_everything();
        mem_fail_after(0);
        ck_assert_uint_eq(mem_used(), before);
    }
}
END_TEST

Suite *suite_heap(void)
{
    Suite *suite = suite_create("heap");
    TCase *tests = tcase_create("heap");
    tcase_add_checked_fixture(tests, open_heap, close_heap);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, test_destroy_gives_everything_back);
    tcase_add_test(tests, test_unreachable_objects_die_and_reachable_ones_stay);
    tcase_add_test(tests, test_cycles_die);
    tcase_add_test(tests, test_a_chain_of_a_million_is_marked_without_recursion);
    tcase_add_test(tests, test_collection_succeeds_without_memory_for_its_stack);
    tcase_add_test(tests, test_a_cell_comes_from_the_reserve_when_memory_ends);
    tcase_add_test(tests, test_finalisable_lives_once_more_and_comes_in_order_of_birth);
    tcase_add_test(tests, test_a_cleared_flag_means_no_finalisation);
    tcase_add_test(tests, test_queue_all_at_exit);
    tcase_add_test(tests, test_weakrefs_are_cleared_and_shared);
    tcase_add_test(tests, test_attributes_beside_the_object_live_and_die_with_it);
    tcase_add_test(tests, test_interned_names_die_when_nobody_uses_them);
    tcase_add_test(tests, test_stress_mode_poisons_the_dead);
    tcase_add_test(tests, test_any_allocation_may_fail);
    tcase_add_test(tests, test_the_threshold_follows_the_live_heap);
    suite_add_tcase(suite, tests);
    return suite;
}
