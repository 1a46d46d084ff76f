/* test_stepper.c - the stepper without a terminal: its page column by column, and its expressions. */
#include "trace/stepper_internal.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- a recording made by hand: the program of the sample, up to the place where T2 waits ------------------------ */

static const char recorded[] =
    "{\"i\":0,\"t\":0,\"ev\":\"begin\",\"by\":null,\"schema\":\"miniasync.trace/1\",\"version\":\"1\",\"argv\":[\"fetch.ma\"],"
    "\"files\":[{\"name\":\"fetch.ma\",\"sha256\":\"\",\"text\":\"import asyncio\\n\\nasync def fetch(name, secs):\\n"
    "    print(name, \\\"starts\\\")\\n    await asyncio.sleep(secs)\\n    return name.upper()\\n\\nasync def main():\\n"
    "    a = asyncio.create_task(fetch(\\\"a\\\", 0.2))\\n    b = asyncio.create_task(fetch(\\\"b\\\", 0.1))\\n"
    "    print(await a, await b)\\n\\nasyncio.run(main())\\n\"}],\"clock\":\"virtual\",\"shuffle\":null,\"seed\":0,"
    "\"detail\":\"loop\",\"limit\":200000}\n"
    "{\"i\":1,\"t\":0,\"ev\":\"co_new\",\"by\":null,\"co\":\"C1\",\"fn\":\"main\",\"at\":[\"<module>\",13],\"locals\":{}}\n"
    "{\"i\":2,\"t\":0,\"ev\":\"loop_start\",\"by\":null,\"main\":\"C1\"}\n"
    "{\"i\":3,\"t\":0,\"ev\":\"task_new\",\"by\":null,\"task\":\"T1\",\"name\":\"Task-1\",\"co\":\"C1\",\"fn\":\"main\",\"at\":[\"<module>\",13]}\n"
    "{\"i\":4,\"t\":0,\"ev\":\"ready\",\"by\":null,\"h\":\"H1\",\"kind\":\"step\",\"task\":\"T1\",\"fut\":null,\"why\":\"new task\",\"at\":[\"<module>\",13]}\n"
    "{\"i\":5,\"t\":0,\"ev\":\"round\",\"by\":null,\"n\":1,\"todo\":1}\n"
    "{\"i\":6,\"t\":0,\"ev\":\"pick\",\"by\":null,\"h\":\"H1\",\"k\":0,\"of\":1,\"skip\":false}\n"
    "{\"i\":7,\"t\":0,\"ev\":\"task_step\",\"by\":\"T1\",\"task\":\"T1\",\"h\":\"H1\",\"send\":\"None\"}\n"
    "{\"i\":8,\"t\":0,\"ev\":\"co_new\",\"by\":\"T1\",\"co\":\"C2\",\"fn\":\"fetch\",\"at\":[\"main\",9],\"locals\":{\"name\":\"'a'\",\"secs\":\"0.2\"}}\n"
    "{\"i\":9,\"t\":0,\"ev\":\"task_new\",\"by\":\"T1\",\"task\":\"T2\",\"name\":\"Task-2\",\"co\":\"C2\",\"fn\":\"fetch\",\"at\":[\"main\",9]}\n"
    "{\"i\":10,\"t\":0,\"ev\":\"ready\",\"by\":\"T1\",\"h\":\"H2\",\"kind\":\"step\",\"task\":\"T2\",\"fut\":null,\"why\":\"new task\",\"at\":[\"main\",9]}\n"
    "{\"i\":11,\"t\":0,\"ev\":\"co_new\",\"by\":\"T1\",\"co\":\"C3\",\"fn\":\"fetch\",\"at\":[\"main\",10],\"locals\":{\"name\":\"'b'\",\"secs\":\"0.1\"}}\n"
    "{\"i\":12,\"t\":0,\"ev\":\"task_new\",\"by\":\"T1\",\"task\":\"T3\",\"name\":\"Task-3\",\"co\":\"C3\",\"fn\":\"fetch\",\"at\":[\"main\",10]}\n"
    "{\"i\":13,\"t\":0,\"ev\":\"ready\",\"by\":\"T1\",\"h\":\"H3\",\"kind\":\"step\",\"task\":\"T3\",\"fut\":null,\"why\":\"new task\",\"at\":[\"main\",10]}\n"
    "{\"i\":14,\"t\":0,\"ev\":\"task_wait\",\"by\":\"T1\",\"task\":\"T1\",\"fut\":\"T2\",\"chain\":[{\"r\":null,\"fn\":\"main\",\"line\":11,"
    "\"locals\":{\"a\":\"<Task T2 fetch>\",\"b\":\"<Task T3 fetch>\"}}]}\n"
    "{\"i\":15,\"t\":0,\"ev\":\"cb_add\",\"by\":\"T1\",\"fut\":\"T2\",\"h\":\"H4\",\"kind\":\"wakeup\",\"task\":\"T1\"}\n"
    "{\"i\":16,\"t\":0,\"ev\":\"ran\",\"by\":null,\"h\":\"H1\",\"ops\":31}\n"
    "{\"i\":17,\"t\":0,\"ev\":\"round\",\"by\":null,\"n\":2,\"todo\":2}\n"
    "{\"i\":18,\"t\":0,\"ev\":\"pick\",\"by\":null,\"h\":\"H2\",\"k\":0,\"of\":1,\"skip\":false}\n"
    "{\"i\":19,\"t\":0,\"ev\":\"task_step\",\"by\":\"T2\",\"task\":\"T2\",\"h\":\"H2\",\"send\":\"None\"}\n"
    "{\"i\":20,\"t\":0,\"ev\":\"out\",\"by\":\"T2\",\"fd\":1,\"text\":\"a starts\\n\"}\n"
    "{\"i\":21,\"t\":0,\"ev\":\"fut_new\",\"by\":\"T2\",\"fut\":\"F1\",\"kind\":\"sleep\",\"of\":null,\"at\":[\"fetch\",5]}\n"
    "{\"i\":22,\"t\":0,\"ev\":\"timer\",\"by\":\"T2\",\"h\":\"H5\",\"when\":200000,\"kind\":\"sleep\",\"fut\":\"F1\",\"at\":[\"fetch\",5]}\n"
    "{\"i\":23,\"t\":0,\"ev\":\"task_wait\",\"by\":\"T2\",\"task\":\"T2\",\"fut\":\"F1\",\"chain\":[{\"r\":null,\"fn\":\"fetch\",\"line\":5,"
    "\"locals\":{\"name\":\"'a'\",\"secs\":\"0.2\",\"items\":\"[1, 2, 3, 4, 5, 6, ...]\",\"d\":\"{'k': [1, 2]}\",\"n\":\"7\",\"o\":\"<object>\"}}]}\n";

static Recording *recording;

static Stepper *open_stepper(Lang lang, bool ascii, int columns, int rows)
{
    char why[300] = "";
    recording = recording_read(recorded, sizeof recorded - 1, why);
    ck_assert_msg(recording != NULL, "%s", why);
    setenv("LC_ALL", "C.UTF-8", 1);
    StepperOptions options = { .lang = lang, .ascii = ascii, .live = true, .in = -1, .out = -1 };
    Stepper *stepper = stepper_new(recording, &options);
    ck_assert_ptr_nonnull(stepper);
    stepper->columns = columns;
    stepper->rows = rows;
    stepper_jump(stepper, 24);
    return stepper;
}

static void close_stepper(Stepper *stepper)
{
    stepper_free(stepper);
    recording_free(recording);
}

/* The locals that only the expressions want would not fit into the row. */
static void hide_extra_locals(Stepper *stepper)
{
    StateTask *task = state_task(stepper->state, ID('T', 2));
    TraceLink *link = (TraceLink *)task->chain;
    link->local_count = 2;
}

static void check_page(Stepper *stepper, const char *const *lines, size_t count)
{
    Buffer page = { 0 };
    screen_compose(stepper, &page);
    const char *p = buffer_string(&page);
    for (size_t i = 0; i < count; i++) {
        const char *end = strchr(p, '\n');
        ck_assert_ptr_nonnull(end);
        char line[1000];
        snprintf(line, sizeof line, "%.*s", (int)(end - p), p);
        for (size_t length = strlen(line); length && line[length - 1] == ' '; length--)
            line[length - 1] = 0;
        ck_assert_str_eq(line, lines[i]);
        p = end + 1;
    }
    ck_assert_str_eq(p, "");
    buffer_free(&page);
}

START_TEST(test_page_is_the_sample)
{
    static const char *const lines[] = {
        "fetch.ma  event 23 (live)  round 2  clock 0.000 s virtual        ? help  lang en",
        "┌─ source ─────────────────────────────────┬─ ready: next first ───────────────┐",
        "│   1 import asyncio                       │1 T3 fetch   new, by T1 at line 10 │",
        "│   3 async def fetch(name, secs):       T3│                                   │",
        "│   4     print(name, \"starts\")            │                                   │",
        "│=> 5     await asyncio.sleep(secs)      T2│                                   │",
        "│   6     return name.upper()              ├─ timers: earliest first ──────────┤",
        "│   8 async def main():                    │0.200 s  F1 sleep(0.2)  wakes T2   │",
        "│   9     a = asyncio.create_task(fetch(\"a…│                                   │",
        "│  10     b = asyncio.create_task(fetch(\"b…│                                   │",
        "│  11     print(await a, await b)        T1│                                   │",
        "├─ tasks ──────────────────────────────────┴───────────────────────────────────┤",
        "│  T1 main   waiting   main:11 → T2 fetch:5 → sleep until 0.200 s              │",
        "│* T2 fetch  sleeping  fetch:5 → sleep(0.2) until 0.200 s     name='a' secs=0.2│",
        "│  T3 fetch  ready     not started, since #13 (round 1)       name='b' secs=0.1│",
        "│                                                                              │",
        "├─ output ─────────────────────────────────────────────────────────────────────┤",
        "│T2│ a starts                                                                  │",
        "│                                                                              │",
        "└──────────────────────────────────────────────────────────────────────────────┘",
        "#23 T2 stops at line 5: sleep(0.2) needs time, so T2 gives the loop back.",
        "next: T3 runs; it has been first in the ready queue since T2 was taken out.",
        "",
    };
    Stepper *stepper = open_stepper(LANG_EN, false, 80, 24);
    hide_extra_locals(stepper);
    check_page(stepper, lines, sizeof lines / sizeof lines[0]);
    close_stepper(stepper);
}
END_TEST

START_TEST(test_page_in_ascii)
{
    Stepper *stepper = open_stepper(LANG_EN, true, 80, 24);
    hide_extra_locals(stepper);
    Buffer page = { 0 };
    screen_compose(stepper, &page);
    const char *text = buffer_string(&page);
    ck_assert_ptr_nonnull(strstr(text, "\n+- source ---------------------------------+- ready: next first ---------------+\n"));
    ck_assert_ptr_nonnull(strstr(text, "|   9     a = asyncio.create_task(fetch(...|"));
    ck_assert_ptr_nonnull(strstr(text, "|  T1 main   waiting   main:11 -> T2 fetch:5 -> sleep until 0.200 s"));
    for (const char *p = text; *p; p++)
        ck_assert_msg((unsigned char)*p < 0x80, "not ASCII: %s", p);
    buffer_free(&page);
    close_stepper(stepper);
}
END_TEST

/* Every row of the frame has exactly the terminal's columns, whatever its size and language. */
static void check_widths(Lang lang, bool ascii, int columns, int rows)
{
    Stepper *stepper = open_stepper(lang, ascii, columns, rows);
    Buffer page = { 0 };
    screen_compose(stepper, &page);
    int row = 0;
    for (const char *p = buffer_string(&page); *p; row++) {
        const char *end = strchr(p, '\n');
        size_t width = buffer_width(p, (size_t)(end - p));
        if (row < rows - 4)
            ck_assert_msg(width == (size_t)columns, "%dx%d row %d has %zu columns", columns, rows, row, width);
        else
            ck_assert_uint_le(width, (size_t)columns);
        p = end + 1;
    }
    ck_assert_int_eq(row, rows - 1);
    buffer_free(&page);
    close_stepper(stepper);
}

START_TEST(test_rows_are_as_wide_as_the_terminal)
{
    static const int sizes[][2] = { { 80, 24 }, { 81, 25 }, { 100, 31 }, { 120, 40 }, { 200, 60 } };
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        for (int k = 0; k < 4; k++)
            check_widths(k & 1 ? LANG_ZH : LANG_EN, (k & 2) != 0, sizes[i][0], sizes[i][1]);
}
END_TEST

START_TEST(test_page_in_chinese)
{
    Stepper *stepper = open_stepper(LANG_ZH, false, 80, 24);
    hide_extra_locals(stepper);
    Buffer page = { 0 };
    screen_compose(stepper, &page);
    const char *text = buffer_string(&page);
    ck_assert_ptr_nonnull(strstr(text, "│* T2 fetch  睡眠      fetch:5 → sleep(0.2) 到 0.200 s        name='a' secs=0.2│"));
    ck_assert_ptr_nonnull(strstr(text, "│1 T3 fetch   新建，由 T1 在第 10 行│"));
    buffer_free(&page);
    close_stepper(stepper);
}
END_TEST

START_TEST(test_full_panes_end_in_more)
{
    Stepper *stepper = open_stepper(LANG_EN, false, 80, 24);
    for (uint32_t i = 0; i < 9; i++) {
        TraceEvent event = recording->events.items[13];
        event.index = recording->events.count;
        event.id = ID('H', 20 + i);
        ck_assert(recording_add(recording, &event));
    }
    stepper_jump(stepper, recording->events.count);
    Buffer page = { 0 };
    screen_compose(stepper, &page);
    ck_assert_ptr_nonnull(strstr(buffer_string(&page), "│+7 more                            │"));
    buffer_free(&page);
    close_stepper(stepper);
}
END_TEST

/* --- expressions -------------------------------------------------------------------------------------------------- */

START_TEST(test_expressions)
{
    static const char *const cases[][2] = {
        { "1 + 2 * 3", "7" },
        { "(1 + 2) * 3", "9" },
        { "2 ** 3 ** 2", "512" },
        { "-7 // 2", "-4" },
        { "-7 % 3", "2" },
        { "7 / 2", "3.5" },
        { "1.5 + 1", "2.5" },
        { "0.1 + 0.2", "0.30000000000000004" },
        { "1 < 2 < 3", "True" },
        { "3 > 2 > 2", "False" },
        { "'a' + \"b\"", "'ab'" },
        { "not 0 and 5", "5" },
        { "0 or 'x'", "'x'" },
        { "1 or nowhere", "1" },
        { "2 in [1, 2]", "True" },
        { "'k' not in d", "False" },
        { "None is None", "True" },
        { "[1, 'x', (2,)]", "[1, 'x', (2,)]" },
        { "name", "'a'" },
        { "name == 'a'", "True" },
        { "secs * 10", "2.0" },
        { "n + 1", "8" },
        { "items[0]", "1" },
        { "items", "[1, 2, 3, 4, 5, 6, ...]" },
        { "d['k'][-1]", "2" },
        { "len(d)", "1" },
        { "len(name)", "1" },
        { "len(ready)", "1" },
        { "ready", "[T3]" },
        { "timers", "[F1]" },
        { "len(tasks)", "3" },
        { "T2.state", "'sleeping'" },
        { "T3.name", "'b'" },
        { "T1.waits_on", "T2 fetch sleeping" },
        { "T1.a.state", "'sleeping'" },
        { "T2", "T2 fetch sleeping" },
        { "clock", "0.0" },
        { "round", "2" },
        { "o", "<object>" },
        /* what cannot be */
        { "len(items)", "the recording keeps only a part of [1, 2, 3, 4, 5, 6, ...]" },
        { "items[9]", "the recording keeps only a part of [1, 2, 3, 4, 5, 6, ...]; item 9 is not in it" },
        { "name()", "no call here but len(): looking must change nothing" },
        { "nowhere", "no name \"nowhere\" here" },
        { "1 +", "the expression ends too early" },
        { "1 2", "cannot read this: 2" },
        { "1 / 0", "division by zero" },
        { "9 ** 99", "the number is too large" },
        { "'a' < 1", "'a' < 1 does not go" },
        { "name.upper", "the recording has no attribute \"upper\" of 'a'" },
        { "d['x']", "{'k': [1, 2]} has no item 'x'" },
        { "o[0]", "<object> has no item 0" },
        { "'abc", "the expression ends too early" },
    };
    Stepper *stepper = open_stepper(LANG_EN, false, 80, 24);
    FrameView frames[FRAMES_MAX];
    size_t count = stepper_frames(stepper, frames);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        ExprResult result;
        expr_evaluate(stepper->state, frames, count, LANG_EN, cases[i][0], &result);
        ck_assert_msg(strcmp(result.text, cases[i][1]) == 0, "%s: %s, not %s", cases[i][0], result.text, cases[i][1]);
    }
    close_stepper(stepper);
}
END_TEST

START_TEST(test_deep_expressions_end)
{
    Stepper *stepper = open_stepper(LANG_EN, false, 80, 24);
    static const char openers[] = "([{-+";
    for (const char *c = openers; *c; c++) {
        char text[5000];
        memset(text, *c, sizeof text - 1);
        text[sizeof text - 1] = 0;
        ExprResult result;
        expr_evaluate(stepper->state, NULL, 0, LANG_EN, text, &result);
        ck_assert(!result.ok);
    }
    close_stepper(stepper);
}
END_TEST

Suite *suite_stepper(void)
{
    Suite *suite = suite_create("stepper");
    TCase *tests = tcase_create("stepper");
    tcase_add_test(tests, test_page_is_the_sample);
    tcase_add_test(tests, test_page_in_ascii);
    tcase_add_test(tests, test_page_in_chinese);
    tcase_add_test(tests, test_rows_are_as_wide_as_the_terminal);
    tcase_add_test(tests, test_full_panes_end_in_more);
    tcase_add_test(tests, test_expressions);
    tcase_add_test(tests, test_deep_expressions_end);
    suite_add_tcase(suite, tests);
    return suite;
}
