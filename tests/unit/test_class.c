/* test_class.c - classes, linearisation, shapes, instances. */
#include "object/class.h"
#include <check.h>
#include <stdio.h>

static Heap *heap;
static Class *object_class;

static void open_heap(void)
{
    heap = heap_create();
    object_class = class_new_builtin(heap, "object", "builtins", NULL, KIND_INSTANCE);
}

static void close_heap(void)
{
    heap_destroy(heap);
}

static Class *new_class(const char *name, int count, Class **bases)
{
    Class *cls = class_new_builtin(heap, name, NULL, NULL, KIND_INSTANCE);
    cls->bases = tuple_new(heap, (size_t)count);
    for (int i = 0; i < count; i++)
        cls->bases->items[i] = OBJ(bases[i]);
    cls->mro = class_linearise(heap, cls, cls->bases);
    cls->flags = CLASS_SCRIPT;
    return cls->mro ? cls : NULL;
}

static const char *order_of(const Class *cls)
{
    static char text[200];
    text[0] = 0;
    for (size_t i = 0; i < tuple_length(cls->mro); i++) {
        char name[32];
        strcat(text, str_c(as_class(cls->mro->items[i])->name, name, sizeof name));
        strcat(text, " ");
    }
    return text;
}

static Str *name_of_slot(int i)
{
    char text[16];
    snprintf(text, sizeof text, "a%d", i);
    return str_intern_cstr(heap, text);
}

START_TEST(test_linearisation_of_a_diamond)
{
    Class *a = new_class("A", 1, (Class *[]){ object_class });
    Class *b = new_class("B", 1, (Class *[]){ a });
    Class *c = new_class("C", 1, (Class *[]){ a });
    Class *d = new_class("D", 2, (Class *[]){ b, c });
    ck_assert_str_eq(order_of(d), "D B C A object ");
    ck_assert(class_derives(d, a));
    ck_assert(!class_derives(a, d));
    ck_assert_ptr_null(new_class("E", 2, (Class *[]){ a, d }));
    ck_assert_ptr_nonnull(new_class("F", 2, (Class *[]){ d, a }));
}
END_TEST

START_TEST(test_find_goes_along_the_mro)
{
    Class *a = new_class("A", 1, (Class *[]){ object_class });
    Class *b = new_class("B", 1, (Class *[]){ a });
    Str *x = str_intern_cstr(heap, "x");
    ck_assert(value_is_unset(class_find(heap, b, x, NULL)));
    ck_assert(dict_set_name(heap, class_dict(heap, object_class), x, VALUE_NONE));
    ck_assert(dict_set_name(heap, class_dict(heap, a), x, VALUE_TRUE));
    Class *where = NULL;
    ck_assert(value_is_true(class_find(heap, b, x, &where)));
    ck_assert_ptr_eq(where, a);
}
END_TEST

START_TEST(test_same_order_same_shape)
{
    Class *cls = new_class("P", 1, (Class *[]){ object_class });
    Instance *warm = instance_new(heap, cls);
    for (int i = 0; i < 3; i++)
        ck_assert(instance_set(heap, warm, name_of_slot(i), value_small(i)));
    Instance *a = instance_new(heap, cls), *b = instance_new(heap, cls);
    ck_assert_uint_eq(a->obj.aux, 3); /* the class has learned */
    for (int i = 0; i < 3; i++) {
        ck_assert(instance_set(heap, a, name_of_slot(i), value_small(i)));
        ck_assert(instance_set(heap, b, name_of_slot(i), value_small(-i)));
    }
    ck_assert_ptr_eq(a->shape, b->shape);
    ck_assert_ptr_null(a->more);
    ck_assert_int_eq(value_int(instance_get(heap, b, name_of_slot(2))), -2);
    ck_assert_int_eq(value_int(instance_get(heap, warm, name_of_slot(2))), 2);
    ck_assert(value_is_unset(instance_get(heap, a, name_of_slot(3))));
}
END_TEST

START_TEST(test_many_attributes_become_a_dict)
{
    Class *cls = new_class("P", 1, (Class *[]){ object_class });
    Instance *in = instance_new(heap, cls);
    for (int i = 0; i < 200; i++) {
        ck_assert(instance_set(heap, in, name_of_slot(i), value_small(i)));
        ck_assert_int_eq(in->shape != NULL, i < 64);
        for (int j = 0; j <= i; j++)
            ck_assert_int_eq(value_int(instance_get(heap, in, name_of_slot(j))), j);
    }
    int expected = 0;
    for (DictEntry *e = NULL; (e = dict_next(instance_dict(heap, in), e));)
        ck_assert_int_eq(value_int(e->value), expected++);
    ck_assert_int_eq(expected, 200);
}
END_TEST

START_TEST(test_deleting_attributes)
{
    Class *cls = new_class("P", 1, (Class *[]){ object_class });
    Instance *in = instance_new(heap, cls);
    for (int i = 0; i < 10; i++)
        ck_assert(instance_set(heap, in, name_of_slot(i), value_small(i)));
    Shape *before = in->shape;
    ck_assert(instance_del(heap, in, name_of_slot(9)));
    ck_assert_ptr_eq(in->shape, before->parent);
    ck_assert(instance_set(heap, in, name_of_slot(9), VALUE_NONE));
    ck_assert_ptr_eq(in->shape, before);
    ck_assert(instance_del(heap, in, name_of_slot(4)));
    ck_assert_ptr_null(in->shape);
    ck_assert(!instance_del(heap, in, name_of_slot(4)));
    ck_assert(value_is_unset(instance_get(heap, in, name_of_slot(4))));
    ck_assert_int_eq(value_int(instance_get(heap, in, name_of_slot(5))), 5);
    ck_assert(instance_set(heap, in, name_of_slot(4), VALUE_TRUE));
    ck_assert(value_is_true(instance_get(heap, in, name_of_slot(4))));
}
END_TEST

START_TEST(test_names_made_by_a_program_do_not_grow_the_tree)
{
    Class *cls = new_class("P", 1, (Class *[]){ object_class });
    for (int i = 0; i < 1000; i++) {
        Instance *in = instance_new(heap, cls);
        ck_assert(instance_set(heap, in, name_of_slot(i), value_small(i)));
        ck_assert_int_eq(value_int(instance_get(heap, in, name_of_slot(i))), i);
    }
    ck_assert_uint_le(as_dict(cls->root->transitions)->count, 128);
}
END_TEST

START_TEST(test_instances_and_their_class_die_together)
{
    heap_collect(heap); /* object_class is not rooted here: all of it goes */
    Class *base = class_new_builtin(heap, "object", "builtins", NULL, KIND_INSTANCE);
    Class *cls = new_class("P", 1, (Class *[]){ base });
    for (int n = 0; n < 100; n++) {
        Instance *in = instance_new(heap, cls);
        for (int i = 0; i < 30; i++)
            ck_assert(instance_set(heap, in, name_of_slot(i), value_small(i)));
    }
    heap_collect(heap);
    ck_assert_uint_lt(heap->live_bytes, 40000);
}
END_TEST

START_TEST(test_traceback_entries)
{
    Class *error = class_new_builtin(heap, "Error", NULL, object_class, KIND_EXCEPTION);
    Exception *exc = exception_new(heap, error, tuple_empty(heap));
    for (uint32_t i = 0; i < 100; i++)
        exception_add_entry(heap, exc, NULL, i);
    ck_assert_uint_eq(exc->tb_count, 100);
    ck_assert_uint_eq(exc->tb[99].pc, 99);
    ck_assert_int_eq(exc->obj.kind, KIND_EXCEPTION);
}
END_TEST

Suite *suite_class(void)
{
    Suite *suite = suite_create("class");
    TCase *tests = tcase_create("class");
    tcase_set_timeout(tests, 60);
    tcase_add_checked_fixture(tests, open_heap, close_heap);
    tcase_add_test(tests, test_linearisation_of_a_diamond);
    tcase_add_test(tests, test_find_goes_along_the_mro);
    tcase_add_test(tests, test_same_order_same_shape);
    tcase_add_test(tests, test_many_attributes_become_a_dict);
    tcase_add_test(tests, test_deleting_attributes);
    tcase_add_test(tests, test_names_made_by_a_program_do_not_grow_the_tree);
    tcase_add_test(tests, test_instances_and_their_class_die_together);
    tcase_add_test(tests, test_traceback_entries);
    suite_add_tcase(suite, tests);
    return suite;
}
