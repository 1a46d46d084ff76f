/* runner.c - all suites of C tests in one Check runner. Arguments: the suites to run; none: all.
 * Each test runs in its own process (CK_FORK=no: in this one, for gdb). */
#include <check.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SUITE(name) Suite *suite_##name(void);
#include "suites.def"
#undef SUITE

static const struct {
    const char *name;
    Suite *(*make)(void);
} suites[] = {
#define SUITE(name) { #name, suite_##name },
#include "suites.def"
#undef SUITE
};
enum { SUITE_COUNT = sizeof suites / sizeof suites[0] };

static bool is_wanted(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], name) == 0)
            return true;
    return argc == 1;
}

int main(int argc, char **argv)
{
    SRunner *runner = NULL;
    for (int i = 0; i < SUITE_COUNT; i++) {
        if (!is_wanted(suites[i].name, argc, argv))
            continue;
        Suite *suite = suites[i].make();
        if (runner)
            srunner_add_suite(runner, suite);
        else
            runner = srunner_create(suite);
    }
    if (!runner) {
        fprintf(stderr, "no such suite: %s\n", argv[1]);
        return 2;
    }
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
