/* test_message.c - the catalogue: two languages, one set of parameters, the glossary's words, clean Chinese. */
#include "base/message.h"
#include "base/utf8.h"

#include <check.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* What a word of the glossary is in Chinese: whoever says the one says the other. */
static const char *const glossary[][2] = {
    { "event loop", "事件循环" },    { "ready queue", "就绪队列" },     { "timer", "定时器" },
    { "task", "任务" },              { "tasks", "任务" },               { "coroutine", "协程" },
    { "coroutines", "协程" },        { "Future", "Future" },            { "suspended", "挂起" },
    { "gives the loop back", "把控制权交还给事件循环" },                { "resumes", "恢复运行" },
    { "resume", "恢复运行" },        { "callback", "回调" },            { "callbacks", "回调" },
    { "cancel", "取消" },            { "cancelled", "取消" },           { "cancels", "取消" },
    { "deadlock", "死锁" },          { "blocked the loop", "阻塞了事件循环" },
    { "generator", "生成器" },       { "greenlet", "greenlet" },        { "round", "轮" },
};

/* Second words for what has one already. */
static const char *const not_in_english[] = {
    "coroutine object", "yield control", "yields control", "parks", "parked", "scheduler", "scheduled", "reschedule",
    "promise", "main loop", "run queue", "task queue", "paused", "pauses", "event queue", "fiber", "handler is queued",
    "wakes up at", "aborted", "killed",
};
static const char *const not_in_chinese[] = {
    "事件队列", "计时器", "暂停", "期物", "回调函数", "让出控制权", "轮次", "回合", "撤销", "任务队列", "循环时间",
    "恢复执行", "继续执行", "调度器", "协同程序", "运行队列", "中止", "被杀", "休眠", "就绪列表", "锁死",
};
/* Words in Latin letters a Chinese sentence may have outside code. */
static const char *const latin[] = { "try", "except", "main", "async", "def", "with", "for", "return", "finally", "import", "fix",
                                      
    "Future", "Futures", "greenlet", "await", "async", "Ctrl", "CancelledError", "miniasync", "CPython", "Python", "None",
    "Lock", "TaskGroup", "gevent", "main", "try", "except", "JSON", "HTML", "ASCII", "UTF", "ms",
};

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static bool has_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    for (const char *p = text; (p = strstr(p, word)) != NULL; p++) {
        if ((p == text || !is_word(p[-1])) && !is_word(p[length]))
            return true;
    }
    return false;
}

static unsigned parameters(const char *text)
{
    unsigned found = 0;
    for (const char *p = text; *p; p++) {
        if (p[0] == '{' && isdigit((unsigned char)p[1]) && p[2] == '}')
            found |= 1u << (p[1] - '0');
    }
    return found;
}

START_TEST(test_both_languages_use_the_same_parameters)
{
    for (int m = 0; m < MSG_COUNT; m++) {
        unsigned en = parameters(message_text((Message)m, LANG_EN)), zh = parameters(message_text((Message)m, LANG_ZH));
        ck_assert_msg(((en ^ zh) & ~(1u << 9)) == 0, "%s: the two sides differ in parameters", message_id((Message)m));
        ck_assert_msg(((en | zh) & 1u) == 0, "%s: {0}", message_id((Message)m));
        for (int i = 2; i < 9; i++)
            ck_assert_msg(!(en >> i & 1) || (en >> (i - 1) & 1), "%s: {%d} without {%d}", message_id((Message)m), i, i - 1);
    }
}
END_TEST

START_TEST(test_words_are_those_of_the_glossary)
{
    for (int m = 0; m < MSG_COUNT; m++) {
        const char *id = message_id((Message)m), *en = message_text((Message)m, LANG_EN),
                   *zh = message_text((Message)m, LANG_ZH);
        ck_assert_msg(*en && *zh, "%s: empty", id);
        bool commands = strncmp(id, "step_help", 9) == 0; /* its words are what is to be typed */
        for (size_t i = 0; i < sizeof glossary / sizeof glossary[0] && !commands; i++)
            ck_assert_msg(!has_word(en, glossary[i][0]) || strstr(zh, glossary[i][1]), "%s: \"%s\" is %s in Chinese", id,
                          glossary[i][0], glossary[i][1]);
        for (size_t i = 0; i < sizeof not_in_english / sizeof not_in_english[0]; i++)
            ck_assert_msg(!has_word(en, not_in_english[i]), "%s: not \"%s\"", id, not_in_english[i]);
        for (size_t i = 0; i < sizeof not_in_chinese / sizeof not_in_chinese[0]; i++)
            ck_assert_msg(!strstr(zh, not_in_chinese[i]), "%s: not \"%s\"", id, not_in_chinese[i]);
    }
}
END_TEST

/* Code stands in quotes or backquotes, or shows itself by ( . _ = - or a capital letter with a digit. */
static bool is_code(const char *text, size_t from, size_t to)
{
    int quotes = 0, back = 0;
    for (size_t i = 0; i < from; i++) {
        quotes += text[i] == '"' || text[i] == '\'';
        back += text[i] == '`';
    }
    if (quotes % 2 || back % 2)
        return true;
    char after = text[to], before = from ? text[from - 1] : ' ';
    return after == '(' || after == '.' || after == '_' || after == '=' || before == '.' || before == '_' ||
           before == '-' || before == '/' || before == '<' || isdigit((unsigned char)after);
}

static bool is_latin_word(const char *text, size_t from, size_t to)
{
    for (size_t i = 0; i < sizeof latin / sizeof latin[0]; i++) {
        if (strlen(latin[i]) == to - from && memcmp(text + from, latin[i], to - from) == 0)
            return true;
    }
    return false;
}

START_TEST(test_no_english_leaks_into_chinese)
{
    for (int m = 0; m < MSG_COUNT; m++) {
        const char *zh = message_text((Message)m, LANG_ZH);
        for (size_t i = 0; zh[i]; i++) {
            size_t end = i;
            while (isalpha((unsigned char)zh[end]))
                end++;
            if (end - i > 1)
                ck_assert_msg(is_code(zh, i, end) || is_latin_word(zh, i, end), "%s: %.*s", message_id((Message)m),
                              (int)(end - i), zh + i);
            if (end > i)
                i = end - 1;
        }
    }
}
END_TEST

static bool is_han(uint32_t p)
{
    return p >= 0x4E00 && p <= 0x9FFF;
}

START_TEST(test_chinese_is_set_as_it_should_be)
{
    for (int m = 0; m < MSG_COUNT; m++) {
        const char *id = message_id((Message)m), *zh = message_text((Message)m, LANG_ZH);
        size_t length = strlen(zh);
        uint32_t last = 0, before = 0;
        int code = 0;
        for (size_t i = 0; i < length;) {
            uint32_t p;
            int bytes = utf8_decode(zh + i, length - i, &p);
            ck_assert_msg(bytes > 0, "%s: no UTF-8", id);
            if (p == '"' || p == '`')
                code = !code;
            if (!code && is_han(last) && p < 0x80)
                ck_assert_msg(!isalnum((int)p), "%s: a blank is missing before %s", id, zh + i);
            if (!code && is_han(p) && last && last < 0x80)
                ck_assert_msg(!isalnum((int)last), "%s: a blank is missing before %s", id, zh + i);
            if (!code && is_han(last) && p < 0x80)
                ck_assert_msg(!strchr(",;!?", (int)p), "%s: full-width punctuation, please: %s", id, zh + i);
            if (!code && last == ' ' && is_han(before))
                ck_assert_msg(!is_han(p), "%s: a blank between two Chinese characters: %s", id, zh + i);
            before = last;
            last = p;
            i += (size_t)bytes;
        }
        const char *en = message_text((Message)m, LANG_EN);
        bool sentence = en[0] && en[strlen(en) - 1] == '.';
        ck_assert_msg(!sentence || last == 0x3002, "%s: ends with 。", id);
    }
}
END_TEST

START_TEST(test_what_does_not_fit_is_cut_at_a_code_point)
{
    char out[8];
    ck_assert_uint_eq(MESSAGE(out, sizeof out, LANG_ZH, word_ready, NULL), 6);
    ck_assert_str_eq(out, "就绪");
    char small[6];
    MESSAGE(small, sizeof small, LANG_ZH, word_ready, NULL);
    ck_assert_str_eq(small, "就");
}
END_TEST

START_TEST(test_the_language_is_chosen_by_option_and_environment)
{
    Lang lang;
    setenv("MINIASYNC_LANG", "zh", 1);
    ck_assert(lang_choose(NULL, &lang) && lang == LANG_ZH);
    ck_assert(lang_choose("en", &lang) && lang == LANG_EN);
    ck_assert(!lang_choose("fr", &lang));
    unsetenv("MINIASYNC_LANG");
    setenv("LC_ALL", "zh_CN.UTF-8", 1);
    ck_assert(lang_choose(NULL, &lang) && lang == LANG_ZH);
    setenv("LC_ALL", "zh_CN.GB18030", 1);
    ck_assert(lang_choose(NULL, &lang) && lang == LANG_EN);
    unsetenv("LC_ALL");
}
END_TEST

Suite *suite_message(void)
{
    Suite *suite = suite_create("message");
    TCase *tests = tcase_create("message");
    tcase_add_test(tests, test_both_languages_use_the_same_parameters);
    tcase_add_test(tests, test_words_are_those_of_the_glossary);
    tcase_add_test(tests, test_no_english_leaks_into_chinese);
    tcase_add_test(tests, test_chinese_is_set_as_it_should_be);
    tcase_add_test(tests, test_what_does_not_fit_is_cut_at_a_code_point);
    tcase_add_test(tests, test_the_language_is_chosen_by_option_and_environment);
    suite_add_tcase(suite, tests);
    return suite;
}
