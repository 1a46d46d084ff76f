/* test_narrate.c - the sentences of docs/trace-format.md: the program fetch.ma of that page, up to event 40. */
#include "base/mem.h"
#include "trace/narrate.h"

#include <check.h>
#include <string.h>

static const char sample[] =
    "{\"i\":0,\"t\":0,\"ev\":\"begin\",\"by\":null,\"schema\":\"miniasync.trace/1\",\"version\":\"0.1.0\""
    ",\"argv\":[\"fetch.ma\"],\"files\":[{\"name\":\"fetch.ma\",\"sha256\":\"3ad115c315b337912b9a8acb70b1"
    "8b89b613496f563dc58503723fe23d3ac7ef\",\"text\":\"import asyncio\\n\\nasync def fetch(name, secs):\\"
    "n    print(name, \\\"starts\\\")\\n    await asyncio.sleep(secs)\\n    return name.upper()\\n\\nasyn"
    "c def main():\\n    a = asyncio.create_task(fetch(\\\"a\\\", 0.2))\\n    b = asyncio.create_task(fet"
    "ch(\\\"b\\\", 0.1))\\n    print(await a, await b)\\n\\nasyncio.run(main())\\n\"}],\"clock\":\"virtua"
    "l\",\"shuffle\":null,\"seed\":0,\"detail\":\"loop\",\"limit\":200000}\n"
    "{\"i\":1,\"t\":0,\"ev\":\"co_new\",\"by\":null,\"co\":\"C1\",\"fn\":\"main\",\"at\":[\"\\u003cmodule"
    ">\",13],\"locals\":{}}\n"
    "{\"i\":2,\"t\":0,\"ev\":\"loop_start\",\"by\":null,\"main\":\"C1\"}\n"
    "{\"i\":3,\"t\":0,\"ev\":\"task_new\",\"by\":null,\"task\":\"T1\",\"name\":\"Task-1\",\"co\":\"C1\",\""
    "fn\":\"main\",\"at\":[\"\\u003cmodule>\",13]}\n"
    "{\"i\":4,\"t\":0,\"ev\":\"ready\",\"by\":null,\"h\":\"H1\",\"kind\":\"step\",\"task\":\"T1\",\"fut\""
    ":null,\"why\":\"new task\",\"at\":[\"\\u003cmodule>\",13]}\n"
    "{\"i\":5,\"t\":0,\"ev\":\"round\",\"by\":null,\"n\":1,\"todo\":1}\n"
    "{\"i\":6,\"t\":0,\"ev\":\"pick\",\"by\":null,\"h\":\"H1\",\"k\":0,\"of\":1,\"skip\":false}\n"
    "{\"i\":7,\"t\":0,\"ev\":\"task_step\",\"by\":\"T1\",\"task\":\"T1\",\"h\":\"H1\",\"send\":\"None\"}\n"
    "{\"i\":8,\"t\":0,\"ev\":\"co_new\",\"by\":\"T1\",\"co\":\"C2\",\"fn\":\"fetch\",\"at\":[\"main\",9],"
    "\"locals\":{\"name\":\"'a'\",\"secs\":\"0.2\"}}\n"
    "{\"i\":9,\"t\":0,\"ev\":\"task_new\",\"by\":\"T1\",\"task\":\"T2\",\"name\":\"Task-2\",\"co\":\"C2\""
    ",\"fn\":\"fetch\",\"at\":[\"main\",9]}\n"
    "{\"i\":10,\"t\":0,\"ev\":\"ready\",\"by\":\"T1\",\"h\":\"H2\",\"kind\":\"step\",\"task\":\"T2\",\"fu"
    "t\":null,\"why\":\"new task\",\"at\":[\"main\",9]}\n"
    "{\"i\":11,\"t\":0,\"ev\":\"co_new\",\"by\":\"T1\",\"co\":\"C3\",\"fn\":\"fetch\",\"at\":[\"main\",10"
    "],\"locals\":{\"name\":\"'b'\",\"secs\":\"0.1\"}}\n"
    "{\"i\":12,\"t\":0,\"ev\":\"task_new\",\"by\":\"T1\",\"task\":\"T3\",\"name\":\"Task-3\",\"co\":\"C3\""
    ",\"fn\":\"fetch\",\"at\":[\"main\",10]}\n"
    "{\"i\":13,\"t\":0,\"ev\":\"ready\",\"by\":\"T1\",\"h\":\"H3\",\"kind\":\"step\",\"task\":\"T3\",\"fu"
    "t\":null,\"why\":\"new task\",\"at\":[\"main\",10]}\n"
    "{\"i\":14,\"t\":0,\"ev\":\"task_wait\",\"by\":\"T1\",\"task\":\"T1\",\"fut\":\"T2\",\"chain\":[{\"r\""
    ":\"R1\",\"fn\":\"main\",\"line\":11,\"locals\":{\"a\":\"\\u003cTask T2 fetch>\",\"b\":\"\\u003cTask "
    "T3 fetch>\"}}]}\n"
    "{\"i\":15,\"t\":0,\"ev\":\"cb_add\",\"by\":\"T1\",\"fut\":\"T2\",\"h\":\"H4\",\"kind\":\"wakeup\",\""
    "task\":\"T1\",\"into\":null,\"at\":null}\n"
    "{\"i\":16,\"t\":0,\"ev\":\"ran\",\"by\":null,\"h\":\"H1\",\"ops\":18}\n"
    "{\"i\":17,\"t\":0,\"ev\":\"round\",\"by\":null,\"n\":2,\"todo\":2}\n"
    "{\"i\":18,\"t\":0,\"ev\":\"pick\",\"by\":null,\"h\":\"H2\",\"k\":0,\"of\":2,\"skip\":false}\n"
    "{\"i\":19,\"t\":0,\"ev\":\"task_step\",\"by\":\"T2\",\"task\":\"T2\",\"h\":\"H2\",\"send\":\"None\"}\n"
    "{\"i\":20,\"t\":0,\"ev\":\"out\",\"by\":\"T2\",\"fd\":1,\"text\":\"a starts\\n\"}\n"
    "{\"i\":21,\"t\":0,\"ev\":\"fut_new\",\"by\":\"T2\",\"fut\":\"F1\",\"kind\":\"sleep\",\"of\":null,\"a"
    "t\":[\"fetch\",5]}\n"
    "{\"i\":22,\"t\":0,\"ev\":\"timer\",\"by\":\"T2\",\"h\":\"H5\",\"when\":200000,\"kind\":\"sleep\",\"f"
    "ut\":\"F1\",\"at\":[\"fetch\",5]}\n"
    "{\"i\":23,\"t\":0,\"ev\":\"task_wait\",\"by\":\"T2\",\"task\":\"T2\",\"fut\":\"F1\",\"chain\":[{\"r\""
    ":\"R2\",\"fn\":\"fetch\",\"line\":5,\"locals\":{\"name\":\"'a'\",\"secs\":\"0.2\"}}]}\n"
    "{\"i\":24,\"t\":0,\"ev\":\"cb_add\",\"by\":\"T2\",\"fut\":\"F1\",\"h\":\"H6\",\"kind\":\"wakeup\",\""
    "task\":\"T2\",\"into\":null,\"at\":null}\n"
    "{\"i\":25,\"t\":0,\"ev\":\"ran\",\"by\":null,\"h\":\"H2\",\"ops\":22}\n"
    "{\"i\":26,\"t\":0,\"ev\":\"pick\",\"by\":null,\"h\":\"H3\",\"k\":0,\"of\":1,\"skip\":false}\n"
    "{\"i\":27,\"t\":0,\"ev\":\"task_step\",\"by\":\"T3\",\"task\":\"T3\",\"h\":\"H3\",\"send\":\"None\"}\n"
    "{\"i\":28,\"t\":0,\"ev\":\"out\",\"by\":\"T3\",\"fd\":1,\"text\":\"b starts\\n\"}\n"
    "{\"i\":29,\"t\":0,\"ev\":\"fut_new\",\"by\":\"T3\",\"fut\":\"F2\",\"kind\":\"sleep\",\"of\":null,\"a"
    "t\":[\"fetch\",5]}\n"
    "{\"i\":30,\"t\":0,\"ev\":\"timer\",\"by\":\"T3\",\"h\":\"H7\",\"when\":100000,\"kind\":\"sleep\",\"f"
    "ut\":\"F2\",\"at\":[\"fetch\",5]}\n"
    "{\"i\":31,\"t\":0,\"ev\":\"task_wait\",\"by\":\"T3\",\"task\":\"T3\",\"fut\":\"F2\",\"chain\":[{\"r\""
    ":\"R3\",\"fn\":\"fetch\",\"line\":5,\"locals\":{\"name\":\"'b'\",\"secs\":\"0.1\"}}]}\n"
    "{\"i\":32,\"t\":0,\"ev\":\"cb_add\",\"by\":\"T3\",\"fut\":\"F2\",\"h\":\"H8\",\"kind\":\"wakeup\",\""
    "task\":\"T3\",\"into\":null,\"at\":null}\n"
    "{\"i\":33,\"t\":0,\"ev\":\"ran\",\"by\":null,\"h\":\"H3\",\"ops\":22}\n"
    "{\"i\":34,\"t\":0,\"ev\":\"wait\",\"by\":null,\"until\":100000,\"timers\":2,\"io\":0}\n"
    "{\"i\":35,\"t\":100000,\"ev\":\"clock\",\"by\":null,\"to\":100000,\"cause\":\"timer\"}\n"
    "{\"i\":36,\"t\":100000,\"ev\":\"timer_fire\",\"by\":null,\"h\":\"H7\",\"late\":0}\n"
    "{\"i\":37,\"t\":100000,\"ev\":\"round\",\"by\":null,\"n\":3,\"todo\":1}\n"
    "{\"i\":38,\"t\":100000,\"ev\":\"pick\",\"by\":null,\"h\":\"H7\",\"k\":0,\"of\":1,\"skip\":false}\n"
    "{\"i\":39,\"t\":100000,\"ev\":\"fut_set\",\"by\":\"H7\",\"fut\":\"F2\",\"how\":\"result\",\"v\":\"No"
    "ne\",\"at\":null}\n"
    "{\"i\":40,\"t\":100000,\"ev\":\"ready\",\"by\":\"H7\",\"h\":\"H8\",\"kind\":\"wakeup\",\"task\":\"T3"
    "\",\"fut\":\"F2\",\"why\":\"result of\",\"at\":null}\n";

static char told[20000];
static size_t told_length;

static void keep(void *context, const char *bytes, size_t count)
{
    ck_assert_uint_lt(told_length + count, sizeof told);
    memcpy(told + told_length, bytes, count);
    told_length += count;
    told[told_length] = 0;
}

static Recording *read_sample(void)
{
    char why[300] = "";
    Recording *recording = recording_read(sample, sizeof sample - 1, why);
    ck_assert_msg(recording != NULL, "%s", why);
    return recording;
}

static void narrate(Lang lang)
{
    Recording *recording = read_sample();
    Sink out = { keep, NULL, false };
    told_length = 0;
    Narrator *narrator = narrator_new(recording, NARRATE_PLAIN, lang, &out);
    for (uint32_t i = 0; i < recording->events.count; i++)
        narrator_event(narrator, &recording->events.items[i]);
    narrator_end(narrator);
    recording_free(recording);
}

START_TEST(test_the_sample_in_english)
{
    static const char *const lines[] = {
        "#02  0.000 s  loop  starts; main() becomes task T1.\n",
        "#09  0.000 s  T1    makes task T2 from fetch('a', 0.2) at line 9; T2 queues, it\n"
        "                    has not run yet.\n",
        "#14  0.000 s  T1    waits for T2 at line 11, because T2 has no result yet; it\n"
        "                    gives the loop back.\n",
        "#20           \u2502 a starts\n",
        "#23  0.000 s  T2    waits at line 5: its timer is due at 0.200 s. Other tasks\n"
        "                    can run meanwhile.\n",
        "#35  0.100 s  loop  had nothing ready: the clock jumps to 0.100 s (virtual time,\n"
        "                    no real waiting).\n",
        "#40  0.100 s  loop  F2 (sleep) is due, so T3 is ready again.\n",
    };
    narrate(LANG_EN);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        ck_assert_msg(strstr(told, lines[i]) != NULL, "not there: %s\n%s", lines[i], told);
}
END_TEST

START_TEST(test_the_sample_in_chinese)
{
    static const char *const lines[] = {
        "#02  0.000 s  循环  启动；main() 成为任务 T1。\n",
        "#09  0.000 s  T1    在第 9 行用 fetch('a', 0.2) 创建任务 T2；",
        "T2 进入就绪队列，",
        "还没有开始运行。\n",
        "#14  0.000 s  T1    在第 11 行等待 T2，因为 T2 还没有结果；",
        "T1 把控制权交还给事件循环。\n",
        "#20           \u2502 a starts\n",
        "#23  0.000 s  T2    在第 5 行等待：它的定时器到 0.200 s 才到期。",
        "这期间别的任务可以运行。\n",
        "#35  0.100 s  循环  没有就绪的任务：循环时钟直接跳到 0.100 s",
        "（虚拟时间，不用真的等）。\n",
        "#40  0.100 s  循环  F2（sleep）到期，T3 重新就绪。\n",
    };
    narrate(LANG_ZH);
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        ck_assert_msg(strstr(told, lines[i]) != NULL, "not there: %s\n%s", lines[i], told);
}
END_TEST

START_TEST(test_reason_next_and_one_sentence)
{
    Recording *recording = read_sample();
    State *state = state_new(recording);
    char text[NARRATE_MAX];
    state_goto(state, 24);
    const TraceEvent *event = &recording->events.items[23];
    narrate_reason(state, event, LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "T2 stops at line 5: sleep(0.2) needs time, so T2 gives the loop back.");
    narrate_reason(state, event, LANG_ZH, text, sizeof text);
    ck_assert_str_eq(text, "T2 在第 5 行停下：sleep(0.2) 需要时间，所以 T2 把控制权交还给事件循环。");
    narrate_next(state, LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "next: T3 runs; it has been first in the ready queue since T2 was taken out.");
    narrate_next(state, LANG_ZH, text, sizeof text);
    ck_assert_str_eq(text, "下一步：运行 T3；自从 T2 被取出，它就排在就绪队列的最前面。");
    narrate_sentence(state, event, LANG_EN, text, sizeof text);
    ck_assert_str_eq(text, "T2 waits at line 5: its timer is due at 0.200 s. Other tasks can run meanwhile.");
    char small[20];
    for (size_t size = 1; size <= sizeof small; size++) {
        ck_assert_uint_lt(narrate_sentence(state, event, LANG_ZH, small, size), size);
        ck_assert_uint_eq(strlen(small) < size, 1);
    }
    state_free(state);
    recording_free(recording);
}
END_TEST

Suite *suite_narrate(void)
{
    Suite *suite = suite_create("narrate");
    TCase *tests = tcase_create("narrate");
    tcase_add_test(tests, test_the_sample_in_english);
    tcase_add_test(tests, test_the_sample_in_chinese);
    tcase_add_test(tests, test_reason_next_and_one_sentence);
    suite_add_tcase(suite, tests);
    return suite;
}
