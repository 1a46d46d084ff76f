/* fix.c - `miniasync fix FILE`: full-width characters outside strings and comments become those that were meant, and a
 * text of which every line is indented, as when it was copied out of a list, moves to the left. Shows each changed
 * line, asks, keeps the old text as FILE.bak. */
#include "explain.h"

#include "base/fullwidth.h"
#include "base/mem.h"
#include "base/platform.h"
#include "base/sink.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static void write_fd(void *context, const char *bytes, size_t count)
{
    (void)platform_write_all(*(int *)context, bytes, count);
}

/* 0 or -errno */
static int write_file(const char *path, const char *text, size_t length)
{
    int fd = platform_open(path, PLATFORM_WRITE | PLATFORM_CREATE | PLATFORM_TRUNCATE, 0666);
    if (fd < 0)
        return fd;
    int status = platform_write_all(fd, text, length), closed = platform_close(fd);
    return status ? status : closed;
}

static size_t line_length(const char *text, size_t length)
{
    const char *end = memchr(text, '\n', length);
    return end ? (size_t)(end - text) + 1 : length;
}

static void show_line(Sink *out, const char *colour, const char *mark, const char *text, size_t length)
{
    if (out->colour)
        sink_text(out, colour);
    sink_text(out, mark);
    while (length && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    sink_bytes(out, text, length);
    if (out->colour)
        sink_text(out, "\x1b[0m");
    sink_text(out, "\n");
}

/* Lines of both texts match one to one: no newline is put in or taken away. */
static void show_changes(Sink *out, const char *path, const char *old, size_t old_length, const char *new_text, size_t new_length)
{
    sink_format(out, "--- %s\n+++ %s\n", path, path);
    for (unsigned number = 1; old_length; number++) {
        size_t a = line_length(old, old_length), b = line_length(new_text, new_length);
        if (a != b || memcmp(old, new_text, a) != 0) {
            sink_format(out, "@@ -%u +%u @@\n", number, number);
            show_line(out, "\x1b[31m", "-", old, a);
            show_line(out, "\x1b[32m", "+", new_text, b);
        }
        old += a;
        old_length -= a;
        new_text += b;
        new_length -= b;
    }
}

/* How many blanks every line of the text begins with, the same ones; lines of nothing but blanks do not count. */
static size_t common_blanks(const char *text, size_t length)
{
    const char *first = NULL;
    size_t common = 0;
    while (length) {
        size_t n = line_length(text, length), blanks = 0;
        while (blanks < n && (text[blanks] == ' ' || text[blanks] == '\t'))
            blanks++;
        if (blanks < n && text[blanks] != '\n' && text[blanks] != '\r') {
            if (!first) {
                first = text;
                common = blanks;
            }
            size_t same = 0;
            while (same < common && same < blanks && text[same] == first[same])
                same++;
            common = same;
        }
        text += n;
        length -= n;
    }
    return common;
}

/* Takes the common blanks away, in place; answers how many lines it changed. */
static unsigned move_left(char *text, size_t *length)
{
    size_t bom = *length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t common = common_blanks(text + bom, *length - bom), out = bom;
    unsigned changed = 0;
    for (size_t at = bom; common && at < *length;) {
        size_t n = line_length(text + at, *length - at), cut = 0;
        while (cut < n && cut < common && (text[at + cut] == ' ' || text[at + cut] == '\t'))
            cut++;
        memmove(text + out, text + at + cut, n - cut);
        out += n - cut;
        at += n;
        changed += cut > 0;
    }
    if (common)
        *length = out;
    return changed;
}

static bool ask(Sink *out, const char *question)
{
    char answer[64];
    sink_text(out, question);
    int64_t n = platform_read_line(answer, sizeof answer);
    return n > 0 && (answer[0] == 'y' || answer[0] == 'Y');
}

static void tell(Sink *out, Lang lang, Message message, const char *const *args)
{
    char line[1200];
    message_format(line, sizeof line, lang, message, 3, args);
    sink_text(out, line);
    sink_text(out, "\n");
}

static int fix_text(const char *path, const char *text, size_t length, Lang lang, bool yes)
{
    int fd = 1, error_fd = 2, status = 0;
    const char *no_colour = platform_getenv("NO_COLOR");
    Sink out = { write_fd, &fd, platform_is_terminal(1) && !(no_colour && *no_colour) }, errors = { write_fd, &error_fd, false };
    char backup[1100], count[16], question[1200];
    snprintf(backup, sizeof backup, "%s.bak", path);
    SlipList slips = { 0 };
    size_t fixed_length = 0, capacity = 0;
    char *fixed = fullwidth_scan(text, length, &slips) ? fullwidth_fix(text, length, &slips, &fixed_length, &capacity) : NULL;
    unsigned changes = fixed ? slips.count + move_left(fixed, &fixed_length) : 0;
    snprintf(count, sizeof count, "%u", changes);
    const char *args[] = { path, count, backup };
    if (!fixed) {
        sink_text(&errors, "miniasync: out of memory\n");
        status = 1;
    } else if (changes == 0) {
        tell(&out, lang, MSG_fix_none, args);
    } else {
        show_changes(&out, path, text, length, fixed, fixed_length);
        message_format(question, sizeof question, lang, MSG_fix_ask, 3, args);
        if (!yes && !ask(&out, question)) {
            tell(&out, lang, MSG_fix_left, args);
            status = 1;
        } else {
            int error = write_file(backup, text, length);
            const char *failed = backup;
            if (error == 0) {
                error = write_file(path, fixed, fixed_length);
                failed = path;
            }
            if (error) {
                sink_format(&errors, "miniasync: can't write file '%.900s': [Errno %d] ", failed, -error);
                sink_text(&errors, platform_strerror(-error));
                sink_text(&errors, "\n");
                status = 1;
            } else {
                tell(&out, lang, MSG_fix_done, args);
            }
        }
    }
    vec_free(&slips);
    mem_free(fixed, capacity);
    return status;
}

int fix_main(int argc, char **argv)
{
    static const char usage[] = "usage: miniasync fix [--yes] [--lang en|zh] FILE\n";
    int error_fd = 2, error = 0;
    Sink errors = { write_fd, &error_fd, false };
    const char *path = NULL, *language = NULL;
    bool yes = false, wrong = false;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--yes") == 0)
            yes = true;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            language = argv[++i];
        else if (strncmp(argv[i], "--lang=", 7) == 0)
            language = argv[i] + 7;
        else if (strcmp(argv[i], "--help") == 0) {
            sink_text(&(Sink){ write_fd, &(int){ 1 }, false }, usage);
            return 0;
        } else if (argv[i][0] == '-' || path || strlen(argv[i]) > 1000)
            wrong = true;
        else
            path = argv[i];
    }
    Lang lang;
    if (wrong || !path || !lang_choose(language, &lang)) {
        sink_text(&errors, usage);
        return 2;
    }
    size_t length, capacity;
    char *text = platform_open_source(path, &length, &capacity, &error);
    if (!text) {
        sink_format(&errors, "miniasync: can't open file '%s': [Errno %d] ", path, error);
        sink_text(&errors, platform_strerror(error));
        sink_text(&errors, "\n");
        return 2;
    }
    int status = 1;
    if (utf8_find_invalid(text, length) != length) {
        char line[1100];
        MESSAGE(line, sizeof line, lang, fix_not_utf8, path);
        sink_text(&errors, line);
        sink_text(&errors, "\n");
    } else {
        status = fix_text(path, text, length, lang, yes);
    }
    mem_free(text, capacity);
    return status;
}
