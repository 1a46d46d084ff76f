/* explain.c - what a hint's code stands for: a wrong program, what happens, the right one. `--markdown` writes all of
 * them as docs/errors.md. */
#include "explain.h"

#include "base/message.h"
#include "base/platform.h"
#include "base/sink.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct Row {
    const char *code, *title[LANG_COUNT], *wrong, *what[LANG_COUNT], *right;
} rows[] = {
#define EXPLAIN(code, title_en, title_zh, wrong, en, zh, right) { #code, { title_en, title_zh }, wrong, { en, zh }, right },
#include "explain.def"
#undef EXPLAIN
};
enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

static void write_out(void *context, const char *bytes, size_t count)
{
    (void)platform_write_all(*(int *)context, bytes, count);
}

static const struct Row *find_row(const char *code)
{
    for (size_t i = 0; i < ROW_COUNT; i++)
        if (toupper((unsigned char)code[0]) == rows[i].code[0] && strcmp(code + 1, rows[i].code + 1) == 0)
            return &rows[i];
    return NULL;
}

/* The code that was probably meant: the same letter and nearly the same number; NULL: none. */
static const struct Row *find_near(const char *code)
{
    enum { NEAR = 2 };
    const struct Row *best = NULL;
    long least = NEAR + 1, wanted = strtol(code + (*code != 0), NULL, 10);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        long apart = labs(strtol(rows[i].code + 1, NULL, 10) - wanted);
        if (toupper((unsigned char)code[0]) == rows[i].code[0] && isdigit((unsigned char)code[1]) && apart < least) {
            best = &rows[i];
            least = apart;
        }
    }
    return best;
}

static void write_program(Sink *out, const char *program)
{
    for (const char *line = program; *line;) {
        size_t length = strcspn(line, "\n");
        if (length)
            sink_text(out, "    ");
        sink_bytes(out, line, length);
        sink_text(out, "\n");
        line += length + (line[length] == '\n');
    }
}

/* One language first, then the other. */
static void write_row(Sink *out, const struct Row *row, Lang lang)
{
    Lang other = lang == LANG_EN ? LANG_ZH : LANG_EN;
    sink_format(out, "%s  %s / %s\n\n", row->code, row->title[lang], row->title[other]);
    sink_format(out, "%s / %s\n\n", message_text(MSG_explain_wrong, lang), message_text(MSG_explain_wrong, other));
    write_program(out, row->wrong);
    sink_text(out, "\n");
    sink_text(out, row->what[lang]);
    sink_text(out, "\n\n");
    sink_text(out, row->what[other]);
    sink_text(out, "\n\n");
    sink_format(out, "%s / %s\n\n", message_text(MSG_explain_right, lang), message_text(MSG_explain_right, other));
    write_program(out, row->right);
}

static void write_markdown(Sink *out)
{
    sink_text(out, "# Mistakes and their hints / 错误与提示\n\n"
                   "Made by `make docs` from src/explain.def. `miniasync explain CODE` shows one of them.\n\n"
                   "| code | mistake | 错误 |\n|---|---|---|\n");
    for (size_t i = 0; i < ROW_COUNT; i++)
        sink_format(out, "| [%s](#%s) | %s | %s |\n", rows[i].code, rows[i].code, rows[i].title[LANG_EN], rows[i].title[LANG_ZH]);
    for (size_t i = 0; i < ROW_COUNT; i++) {
        const struct Row *row = &rows[i];
        sink_format(out, "\n## %s\n\n**%s / %s**\n\n```python\n", row->code, row->title[LANG_EN], row->title[LANG_ZH]);
        sink_text(out, row->wrong);
        sink_text(out, "```\n\n");
        sink_text(out, row->what[LANG_EN]);
        sink_text(out, "\n\n");
        sink_text(out, row->what[LANG_ZH]);
        sink_format(out, "\n\n%s / %s\n\n```python\n", message_text(MSG_explain_right, LANG_EN),
                    message_text(MSG_explain_right, LANG_ZH));
        sink_text(out, row->right);
        sink_text(out, "```\n");
    }
}

int explain_main(int argc, char **argv)
{
    int fd = 1, error_fd = 2;
    Sink out = { write_out, &fd, false }, errors = { write_out, &error_fd, false };
    const char *language = NULL, *code = NULL;
    bool markdown = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            language = argv[++i];
        else if (strncmp(argv[i], "--lang=", 7) == 0)
            language = argv[i] + 7;
        else if (strcmp(argv[i], "--markdown") == 0)
            markdown = true;
        else
            code = argv[i];
    }
    Lang lang;
    if (!lang_choose(language, &lang)) {
        sink_format(&errors, "miniasync: --lang takes en or zh, not '%.40s'\n", language);
        return 2;
    }
    if (markdown) {
        write_markdown(&out);
        return 0;
    }
    const struct Row *row = code ? find_row(code) : NULL;
    if (row) {
        write_row(&out, row, lang);
        return 0;
    }
    bool helps = !code || strcmp(code, "--help") == 0;
    Sink *to = helps ? &out : &errors;
    const struct Row *near = helps ? NULL : find_near(code);
    char meant[60] = "";
    if (near)
        MESSAGE(meant, sizeof meant, lang, explain_meant, near->code);
    if (!helps)
        sink_format(to, "miniasync: there is no code '%.40s'%s%s\n", code, near ? "; " : "", meant);
    sink_text(to, "usage: miniasync explain [--lang en|zh] CODE\n");
    for (size_t i = 0; i < ROW_COUNT; i++)
        sink_format(to, "  %s  %s\n", rows[i].code, rows[i].title[lang]);
    return helps ? 0 : 2;
}
