/* test_events.c - what is told of small scripts, in which order, with which fields. */
#include "loop_helper.h"

#include "base/platform.h"
#include "runtime/import.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unistd.h>

/* Fields of an event as events.def names them, as far as a test can read them. */
typedef struct {
    Observer observer;
    Clock clock;
    char text[65536];
    const char *only;   /* " name name " or NULL: all */
} Told;

static Told told;

static const char *const fields[] = {
#define EVENT(name, list) list,
#include "vm/events.def"
#undef EVENT
};

static void add(const char *format, ...)
{
    size_t used = strlen(told.text);
    va_list args;
    va_start(args, format);
    vsnprintf(told.text + used, sizeof told.text - used, format, args);
    va_end(args);
}

static void add_value(VM *owner, Value v)
{
    char text[200];
    if (value_is_unset(v))
        add("-");
    else if (value_is_none(v))
        add("None");
    else if (value_is_int(v))
        add("%d", (int)value_int(v));
    else if (value_is_bool(v))
        add("%s", value_is_true(v) ? "True" : "False");
    else if (value_is_str(v))
        add("'%s'", str_c(as_str(v), text, sizeof text));
    else if (future_is(v)) {
        Id id = observe_id(owner, value_obj(v));
        add("%c%u", id.letter, id.n);
    } else
        add("%s", str_c(class_of(owner, v)->name, text, sizeof text));
}

static void add_id(Id id)
{
    if (id.n)
        add("%c%u", id.letter, id.n);
    else
        add("-");
}

static void tell_event(Observer *observer, VM *owner, const Event *e)
{
    if (told.only) {
        char word[40];
        snprintf(word, sizeof word, " %s ", event_names[e->kind]);
        if (!strstr(told.only, word))
            return;
    }
    char list[200], text[500];
    snprintf(list, sizeof list, "%s", fields[e->kind]);
    add("%s", event_names[e->kind]);
    char *rest = NULL;
    for (char *field = strtok_r(list, " ", &rest); field; field = strtok_r(NULL, " ", &rest)) {
        char *slot = strchr(field, '=') + 1;
        if (strncmp(slot, "id2", 3) == 0) {
            add(" "), add_id(e->id2);
        } else if (strncmp(slot, "id3", 3) == 0) {
            add(" "), add_id(e->id3);
        } else if (strcmp(slot, "id") == 0) {
            add(" "), add_id(e->id);
        } else if (strcmp(field, "ops=number") == 0) {
            add(" %s", e->number > 0 ? "some" : "none");
        } else if (strstr(slot, ":real")) {
        } else if (strncmp(slot, "number3", 7) == 0) {
            add(" %d", (int)e->number3);
        } else if (strncmp(slot, "number2", 7) == 0) {
            add(" %d", (int)e->number2);
        } else if (strncmp(slot, "number", 6) == 0) {
            add(" %d", (int)e->number);
        } else if (strncmp(slot, "word2", 5) == 0) {
            add(" \"%s\"", e->word2);
        } else if (strncmp(slot, "word", 4) == 0) {
            if (e->word)
                add(" \"%s\"", e->word);
            else
                add(" "), add_value(owner, e->value);
        } else if (strncmp(slot, "value", 5) == 0) {
            if (*field == '@')
                add(" %s", e->word);
            add(" "), add_value(owner, e->value);
        } else if (strncmp(slot, "text", 4) == 0) {
            if (e->text) {
                str_c(e->text, text, sizeof text);
                for (char *p = text; *p; p++)
                    *p = *p == '\n' ? '|' : *p;
                add(" '%s'", text);
            } else {
                add(" -");
            }
        } else if (strncmp(slot, "fn", 2) == 0) {
            add(" %s", e->fn ? str_c(e->fn->qualname, text, sizeof text) : "-");
        } else if (strcmp(slot, "at") == 0) {
            Frame *frame = observe_place(owner, e->frame);
            if (frame)
                add(" @%u", frame_line(frame));
            else
                add(" @-");
        } else if (strcmp(slot, "chain") == 0) {
            add(" [");
            for (const Frame *f = e->frame; f; f = f->caller)
                if (!(f->func->code->flags & CODE_HIDDEN))
                    add("%s:%u ", str_c(f->func->name, text, sizeof text), frame_line(f));
            add("]");
        } else if (strcmp(slot, "ids") == 0) {
            add(" (");
            List *waiters = value_is_exactly(e->list, KIND_LIST) ? as_list(e->list) : NULL;
            for (size_t i = 0; waiters && i < waiters->count; i++)
                add(" "), add_value(owner, waiters->items[i]);
            add(" )");
        }
    }
    add("\n");
}

/* Runs a script under a virtual clock; what was told, one event a line. */
static const char *run_told(const char *source, const char *only, bool lines)
{
    vm = runtime_create(0, NULL, "");
    ck_assert_ptr_nonnull(vm);
    memset(&told, 0, sizeof told);
    told.observer.event = tell_event;
    told.clock = clock_virtual;
    told.only = only;
    clock_set(vm, &told.clock);
    observe_begin(vm, &told.observer, lines);
    int saved = platform_dup(1);
    ck_assert_int_eq(platform_redirect(1, "/dev/null"), 0);
    int status = runtime_finish(vm, runtime_run_main(vm, source, strlen(source), "t.ma"));
    ck_assert_int_ge(dup2(saved, 1), 0);
    close(saved);
    observe_end(vm);
    runtime_destroy(vm);
    add("status %d\n", status);
    return told.text;
}

static const struct {
    const char *name, *only; /* which events; NULL: all */
    bool lines;
    const char *source, *events;
} rows[] = {
    { "order_of_the_sample", NULL, false,
      "import asyncio\n"
      "async def fetch(name, secs):\n"
      "    print(name, \"starts\")\n"
      "    await asyncio.sleep(secs)\n"
      "    return name.upper()\n"
      "async def main():\n"
      "    a = asyncio.create_task(fetch(\"a\", 0.2))\n"
      "    b = asyncio.create_task(fetch(\"b\", 0.1))\n"
      "    print(await a, await b)\n"
      "asyncio.run(main())\n",
      "co_new C1 main @10\n"
      "loop_start C1\n"
      "task_new T1 'Task-1' C1 main @10\n"
      "ready H1 \"step\" T1 - \"new task\" @10\n"
      "round 1 1\n"
      "pick H1 0 1 0\n"
      "task_step T1 H1 send None\n"
      "co_new C2 fetch @7\n"
      "task_new T2 'Task-2' C2 fetch @7\n"
      "ready H2 \"step\" T2 - \"new task\" @7\n"
      "co_new C3 fetch @8\n"
      "task_new T3 'Task-3' C3 fetch @8\n"
      "ready H3 \"step\" T3 - \"new task\" @8\n"
      "task_wait T1 T2 [main:9 ]\n"
      "cb_add T2 H4 \"wakeup\" T1 @-\n"
      "ran H1 some\n"
      "round 2 2\n"
      "pick H2 0 2 0\n"
      "task_step T2 H2 send None\n"
      "out 1 'a starts|'\n"
      "fut_new F1 \"sleep\" - @4\n"
      "timer H5 200000 \"sleep\" F1 @4\n"
      "task_wait T2 F1 [fetch:4 ]\n"
      "cb_add F1 H6 \"wakeup\" T2 @-\n"
      "ran H2 some\n"
      "pick H3 0 1 0\n"
      "task_step T3 H3 send None\n"
      "out 1 'b starts|'\n"
      "fut_new F2 \"sleep\" - @4\n"
      "timer H7 100000 \"sleep\" F2 @4\n"
      "task_wait T3 F2 [fetch:4 ]\n"
      "cb_add F2 H8 \"wakeup\" T3 @-\n"
      "ran H3 some\n"
      "wait 100000 2 0\n"
      "clock 100000 \"timer\"\n"
      "timer_fire H7 0\n"
      "round 3 1\n"
      "pick H7 0 1 0\n"
      "fut_set F2 \"result\" None @-\n"
      "ready H8 \"wakeup\" T3 F2 \"result of\" @-\n"
      "ran H7 none\n"
      "round 4 1\n"
      "pick H8 0 1 0\n"
      "task_step T3 H8 send None\n"
      "seen F2\n"
      "task_done T3 \"result\" 'B'\n"
      "ran H8 some\n"
      "wait 200000 1 0\n"
      "clock 200000 \"timer\"\n"
      "timer_fire H5 0\n"
      "round 5 1\n"
      "pick H5 0 1 0\n"
      "fut_set F1 \"result\" None @-\n"
      "ready H6 \"wakeup\" T2 F1 \"result of\" @-\n"
      "ran H5 none\n"
      "round 6 1\n"
      "pick H6 0 1 0\n"
      "task_step T2 H6 send None\n"
      "seen F1\n"
      "task_done T2 \"result\" 'A'\n"
      "ready H4 \"wakeup\" T1 T2 \"result of\" @-\n"
      "ran H6 some\n"
      "round 7 1\n"
      "pick H4 0 1 0\n"
      "task_step T1 H4 send 'A'\n"
      "seen T2\n"
      "await_ready T1 T3 @9\n"
      "seen T3\n"
      "out 1 'A B|'\n"
      "task_done T1 \"result\" None\n"
      "ran H4 some\n"
      "loop_stop \"main done\"\n"
      "status 0\n" },
    { "giving_way", " task_yield ready task_step pick await_ready seen ", false,
      "import asyncio\n"
      "async def main():\n"
      "    await asyncio.sleep(0)\n"
      "    f = asyncio.get_running_loop().create_future()\n"
      "    f.set_result(3)\n"
      "    print(await f)\n"
      "asyncio.run(main())\n",
      "ready H1 \"step\" T1 - \"new task\" @7\n"
      "pick H1 0 1 0\n"
      "task_step T1 H1 send None\n"
      "task_yield T1 [main:3 ]\n"
      "ready H2 \"step\" T1 - \"gave way\" @3\n"
      "pick H2 0 1 0\n"
      "task_step T1 H2 send None\n"
      "await_ready T1 F1 @6\n"
      "seen F1\n"
      "status 0\n" },
    { "cancelling_a_sleeper", " task_cancel cancel_passed timer_del fut_set task_step raise task_done ", false,
      "import asyncio\n"
      "async def sleeper():\n"
      "    await asyncio.sleep(9)\n"
      "async def main():\n"
      "    t = asyncio.create_task(sleeper())\n"
      "    await asyncio.sleep(0)\n"
      "    t.cancel(\"why\")\n"
      "    try:\n"
      "        await t\n"
      "    except asyncio.CancelledError:\n"
      "        pass\n"
      "asyncio.run(main())\n",
      "task_step T1 H1 send None\n"
      "task_step T2 H2 send None\n"
      "task_step T1 H3 send None\n"
      "task_cancel T2 F1 'why' @7\n"
      "cancel_passed T2 F1 'why'\n"
      "timer_del H4\n"
      "fut_set F1 \"cancelled\" 'why' @7\n"
      "task_step T2 H5 throw CancelledError\n"
      "raise R1 CancelledError CancelledError @3\n"
      "task_done T2 \"cancelled\" CancelledError\n"
      "task_step T1 H6 throw CancelledError\n"
      "raise R2 CancelledError CancelledError @9\n"
      "task_done T1 \"result\" None\n"
      "status 0\n" },
    { "callbacks_keep_their_handle", " cb_add cb_del ready handle_del timer timer_del pick ", false,
      "import asyncio\n"
      "def done(f): pass\n"
      "async def main():\n"
      "    loop = asyncio.get_running_loop()\n"
      "    f = loop.create_future()\n"
      "    f.add_done_callback(done)\n"
      "    f.add_done_callback(print)\n"
      "    f.remove_done_callback(print)\n"
      "    f.set_result(1)\n"
      "    loop.call_soon(print).cancel()\n"
      "    loop.call_later(1, print).cancel()\n"
      "    h = loop.call_soon(done, 1)\n"
      "    await asyncio.sleep(0)\n"
      "    h.cancel()\n"
      "asyncio.run(main())\n",
      "ready H1 \"step\" T1 - \"new task\" @15\n"
      "pick H1 0 1 0\n"
      "cb_add F1 H2 \"callback\" - @6\n"
      "cb_add F1 H3 \"callback\" - @7\n"
      "cb_del F1 H3 \"callback\" -\n"
      "ready H2 \"callback\" - F1 \"result of\" @9\n"
      "ready H4 \"call_soon\" - - \"called soon\" @10\n"
      "handle_del H4\n"
      "timer H5 1000000 \"call_later\" - @11\n"
      "timer_del H5\n"
      "ready H6 \"call_soon\" - - \"called soon\" @12\n"
      "ready H7 \"step\" T1 - \"gave way\" @13\n"
      "pick H2 0 4 0\n"
      "pick H4 0 3 1\n"
      "pick H6 0 2 0\n"
      "pick H7 0 1 0\n"
      "status 0\n" },
    { "gather", " fut_new cb_add fut_set ", false,
      "import asyncio\n"
      "async def one(): return 1\n"
      "async def main():\n"
      "    await asyncio.gather(one(), one())\n"
      "asyncio.run(main())\n",
      "fut_new F1 \"gather\" - @4\n"
      "cb_add T2 H3 \"callback\" - @4\n"
      "cb_add T3 H5 \"callback\" - @4\n"
      "cb_add F1 H6 \"wakeup\" T1 @-\n"
      "fut_set F1 \"result\" list @-\n"
      "status 0\n" },
    { "errors_and_tracebacks", " raise task_done task_step seen ", false,
      "import asyncio\n"
      "async def bad():\n"
      "    return 1 / 0\n"
      "async def main():\n"
      "    try:\n"
      "        await asyncio.create_task(bad())\n"
      "    except ZeroDivisionError:\n"
      "        pass\n"
      "asyncio.run(main())\n",
      "task_step T1 H1 send None\n"
      "task_step T2 H2 send None\n"
      "raise R1 ZeroDivisionError ZeroDivisionError @3\n"
      "task_done T2 \"error\" ZeroDivisionError\n"
      "seen T2\n"
      "task_step T1 H3 throw ZeroDivisionError\n"
      "raise R2 ZeroDivisionError ZeroDivisionError @6\n"
      "task_done T1 \"result\" None\n"
      "status 0\n" },
    { "lock", " sync fut_new fut_set ", false,
      "import asyncio\n"
      "async def use(lock):\n"
      "    async with lock:\n"
      "        await asyncio.sleep(0)\n"
      "async def main():\n"
      "    lock = asyncio.Lock()\n"
      "    await asyncio.gather(use(lock), use(lock))\n"
      "asyncio.run(main())\n",
      "sync S1 \"Lock\" \"new\" 'unlocked' ( )\n"
      "fut_new F1 \"gather\" - @7\n"
      "sync S1 \"Lock\" \"acquire\" 'locked by T2' ( )\n"
      "fut_new F2 \"lock\" S1 @3\n"
      "sync S1 \"Lock\" \"wait\" 'locked by T2' ( F2 )\n"
      "sync S1 \"Lock\" \"release\" 'unlocked' ( F2 )\n"
      "fut_set F2 \"result\" True @3\n"
      "sync S1 \"Lock\" \"acquire\" 'locked by T3' ( )\n"
      "sync S1 \"Lock\" \"release\" 'unlocked' ( )\n"
      "fut_set F1 \"result\" list @-\n"
      "status 0\n" },
    { "queue_event_semaphore", " sync fut_new ", false,
      "import asyncio\n"
      "async def eat(q): await q.get()\n"
      "async def main():\n"
      "    q, e, s = asyncio.Queue(1), asyncio.Event(), asyncio.Semaphore(2)\n"
      "    t = asyncio.create_task(eat(q))\n"
      "    await asyncio.sleep(0)\n"
      "    await q.put(5)\n"
      "    async with s: e.set()\n"
      "    await t\n"
      "asyncio.run(main())\n",
      "sync S1 \"Queue\" \"new\" 'empty 0/1' ( )\n"
      "sync S2 \"Event\" \"new\" 'not set' ( )\n"
      "sync S3 \"Semaphore\" \"new\" '2 of 2' ( )\n"
      "fut_new F1 \"queue\" S1 @2\n"
      "sync S1 \"Queue\" \"wait\" 'empty 0/1' ( F1 )\n"
      "sync S1 \"Queue\" \"put\" 'full 1/1' ( )\n"
      "sync S3 \"Semaphore\" \"acquire\" '1 of 2' ( )\n"
      "sync S2 \"Event\" \"set\" 'set' ( )\n"
      "sync S3 \"Semaphore\" \"release\" '2 of 2' ( )\n"
      "sync S1 \"Queue\" \"get\" 'empty 0/1' ( )\n"
      "status 0\n" },
    { "timeout", " timer timer_fire clock task_cancel ", false,
      "import asyncio, time\n"
      "async def main():\n"
      "    time.sleep(0.5)\n"
      "    try:\n"
      "        async with asyncio.timeout(1): await asyncio.sleep(9)\n"
      "    except TimeoutError: pass\n"
      "asyncio.run(main())\n",
      "clock 500000 \"sleep\"\n"
      "timer H2 1500000 \"timeout\" - @5\n"
      "timer H3 9500000 \"sleep\" F1 @5\n"
      "clock 1500000 \"timer\"\n"
      "timer_fire H2 0\n"
      "task_cancel T1 F1 - @-\n"
      "status 0\n" },
    { "coroutine_dropped", " co_new co_drop ", false,
      "async def f(): pass\n"
      "f()\n",
      "co_new C1 f @2\n"
      "co_drop C1 @2\n"
      "status 0\n" },
    { "greenlets", " green_new switch ", false,
      "from greenlet import greenlet\n"
      "def run(x):\n"
      "    g.parent.switch(x + 1)\n"
      "    return 7\n"
      "g = greenlet(run)\n"
      "print(g.switch(1), g.switch())\n",
      "green_new G1 - - @5\n"
      "green_new G2 run G1 @5\n"
      "switch G1 G2 \"switch\" 1 [<module>:6 ]\n"
      "switch G2 G1 \"switch\" 2 [run:3 ]\n"
      "switch G1 G2 \"switch\" - [<module>:6 ]\n"
      "switch G2 G1 \"return\" 7 []\n"
      "status 0\n" },
    { "one_print_is_one_out", " out ", false,
      "class A:\n"
      "    def __str__(self):\n"
      "        print(\"in\", \"side\")\n"
      "        return \"A\"\n"
      "print(1, A(), end=\"!\")\n",
      "out 1 '1 '\n"
      "out 1 'in side|'\n"
      "out 1 'A!'\n"
      "status 0\n" },
    { "lines", " call line leave resume raise ", true,
      "import asyncio\n"
      "def g(n):\n"
      "    for i in range(n):\n"
      "        yield i\n"
      "async def main():\n"
      "    for i in g(2):\n"
      "        pass\n"
      "    await asyncio.sleep(1)\n"
      "    try:\n"
      "        1 / 0\n"
      "    except ZeroDivisionError as e:\n"
      "        return [x for x in \"ab\"]\n"
      "asyncio.run(main())\n",
      "call R1 <module> 1 - 0\n"
      "line R1 1\n"
      "line R1 2\n"
      "line R1 5\n"
      "line R1 13\n"
      "call R2 main 5 C1 0\n"
      "line R2 6\n"
      "call R3 g 2 Y1 0\n"
      "line R3 3\n"
      "line R3 4\n"
      "leave R3 \"yield\" 0\n"
      "line R2 7\n"
      "line R2 6\n"
      "resume R3 4\n"
      "line R3 3\n"
      "line R3 4\n"
      "leave R3 \"yield\" 1\n"
      "line R2 7\n"
      "line R2 6\n"
      "resume R3 4\n"
      "line R3 3\n"
      "leave R3 \"return\" None\n"
      "line R2 8\n"
      "leave R2 \"await\" F1\n"
      "resume R2 8\n"
      "line R2 10\n"
      "raise R2 ZeroDivisionError ZeroDivisionError @10\n"
      "line R2 11\n"
      "line R2 12\n"
      "line R2 12\n"
      "line R2 12\n"
      "leave R2 \"return\" list\n"
      "leave R1 \"return\" None\n"
      "status 0\n" },
};

START_TEST(test_what_is_told)
{
    const char *got = run_told(rows[_i].source, rows[_i].only, rows[_i].lines);
    ck_assert_msg(strcmp(got, rows[_i].events) == 0, "%s: told\n%s", rows[_i].name, got);
}
END_TEST

START_TEST(test_twice_the_same)
{
    char first[sizeof told.text];
    strcpy(first, run_told(rows[_i].source, NULL, true));
    ck_assert_str_eq(run_told(rows[_i].source, NULL, true), first);
}
END_TEST

Suite *suite_events(void)
{
    Suite *suite = suite_create("events");
    TCase *tests = tcase_create("events");
    tcase_add_loop_test(tests, test_what_is_told, 0, sizeof rows / sizeof *rows);
    tcase_add_loop_test(tests, test_twice_the_same, 0, sizeof rows / sizeof *rows);
    suite_add_tcase(suite, tests);
    return suite;
}
