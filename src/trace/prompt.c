/* prompt.c - commands from a terminal, a pipe or a file: see prompt.h. The terminal is in raw mode only while a
 * line is typed; while the program runs it is in its normal mode, so that input() and Ctrl-C work as ever. */
#include "trace/prompt.h"

#include "base/platform.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { KEY_LEFT = 0x110000, KEY_RIGHT, KEY_UP, KEY_DOWN, KEY_HOME, KEY_END, KEY_DELETE, KEY_NONE, KEY_EOF };
#define CTRL(c) ((c) & 31)
static const int64_t MS = 1000000;
enum { HISTORY_MAX = 200 };

void prompt_write(const Prompt *prompt, const char *bytes, size_t length)
{
    (void)platform_write_all(prompt->out, bytes, length);
}

static void write_text(const Prompt *prompt, const char *text)
{
    prompt_write(prompt, text, strlen(text));
}

void prompt_open(Prompt *prompt, int in, int out)
{
    const char *term = platform_getenv("TERM");
    *prompt = (Prompt){ .in = in, .out = out };
    prompt->keys = platform_is_terminal(in) && platform_is_terminal(out) && term && *term && strcmp(term, "dumb") != 0;
}

bool prompt_open_batch(Prompt *prompt, const char *path, int out)
{
    int error = 0;
    *prompt = (Prompt){ .in = -1, .out = out };
    prompt->batch = platform_open_source(path, &prompt->batch_length, &prompt->batch_capacity, &error);
    if (!prompt->batch) {
        char text[600];
        int n = snprintf(text, sizeof text, "miniasync trace: cannot open %s: %s\n", path, platform_strerror(error));
        platform_write(2, text, n < (int)sizeof text ? (size_t)n : sizeof text - 1);
    }
    return prompt->batch != NULL;
}

void prompt_close(Prompt *prompt)
{
    for (uint32_t i = 0; i < prompt->history.count; i++)
        mem_free(prompt->history.items[i], strlen(prompt->history.items[i]) + 1);
    vec_free(&prompt->history);
    mem_free(prompt->batch, prompt->batch_capacity);
    prompt->batch = NULL;
}

/* --- keys ---------------------------------------------------------------------------------------------------- */

/* The next byte within `ns` (-1: for ever), or -1; -2: the end. */
static int next_byte(const Prompt *prompt, int64_t ns)
{
    unsigned char byte;
    int ready = platform_poll(prompt->in, PLATFORM_READ, ns);
    if (ready <= 0)
        return -1;
    int64_t n = platform_read(prompt->in, &byte, 1);
    return n == 1 ? byte : n == 0 || n != -4 ? -2 : -1;
}

static uint32_t read_escape(const Prompt *prompt)
{
    int c = next_byte(prompt, 50 * MS);
    if (c != '[' && c != 'O')
        return KEY_NONE;
    int number = 0;
    for (;;) {
        c = next_byte(prompt, 50 * MS);
        if (c >= '0' && c <= '9')
            number = number * 10 + c - '0';
        else if (c != ';')
            break;
        if (number > 9999)
            number = 0;
    }
    switch (c) {
    case 'A': return KEY_UP;
    case 'B': return KEY_DOWN;
    case 'C': return KEY_RIGHT;
    case 'D': return KEY_LEFT;
    case 'H': return KEY_HOME;
    case 'F': return KEY_END;
    case '~':
        return number == 3 ? KEY_DELETE : number == 1 || number == 7 ? KEY_HOME : number == 4 || number == 8 ? KEY_END
                                                                                                        : KEY_NONE;
    default: return KEY_NONE;
    }
}

/* KEY_NONE: nothing yet. */
static uint32_t next_key(const Prompt *prompt)
{
    int c = next_byte(prompt, 150 * MS);
    if (c < 0)
        return c == -2 ? KEY_EOF : KEY_NONE;
    if (c == 27)
        return read_escape(prompt);
    if (c < 0x80)
        return (uint32_t)c;
    char bytes[4] = { (char)c };
    size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    for (size_t i = 1; i < length; i++) {
        int more = next_byte(prompt, 50 * MS);
        if (more < 0)
            return KEY_NONE;
        bytes[i] = (char)more;
    }
    uint32_t point;
    return utf8_decode(bytes, length, &point) == (int)length ? point : KEY_NONE;
}

/* --- the line ------------------------------------------------------------------------------------------------- */

typedef struct Editor {
    Prompt *prompt;
    const char *text;        /* the prompt's                                                               */
    size_t length, at;       /* bytes of prompt->line; where the cursor stands                              */
    uint32_t history;        /* which entry is shown; count: the new line                                    */
} Editor;

static void draw(const Editor *e)
{
    char buffer[1600];
    const char *line = e->prompt->line;
    size_t room = e->prompt->columns > 20 ? (size_t)e->prompt->columns - 1 - utf8_text_width(e->text, strlen(e->text)) : 60;
    size_t from = 0;
    while (from < e->at && utf8_text_width(line + from, e->at - from) > room) /* what stands left is pushed out */
        do
            from++;
        while (from < e->at && ((unsigned char)line[from] & 0xC0) == 0x80);
    size_t to = e->length;
    while (to > e->at && utf8_text_width(line + from, to - from) > room)
        do
            to--;
        while (to > e->at && ((unsigned char)line[to] & 0xC0) == 0x80);
    int n = snprintf(buffer, sizeof buffer, "\r%s%.*s\x1b[K\r\x1b[%zuC", e->text, (int)(to - from), line + from,
                     utf8_text_width(e->text, strlen(e->text)) + utf8_text_width(line + from, e->at - from));
    prompt_write(e->prompt, buffer, n < (int)sizeof buffer ? (size_t)n : sizeof buffer - 1);
}

static void insert(Editor *e, uint32_t point)
{
    char bytes[4];
    size_t n = (size_t)utf8_encode(point, bytes);
    if (e->length + n >= sizeof e->prompt->line)
        return;
    char *line = e->prompt->line;
    memmove(line + e->at + n, line + e->at, e->length - e->at);
    memcpy(line + e->at, bytes, n);
    e->at += n;
    e->length += n;
}

static size_t before(const Editor *e, size_t at)
{
    while (at > 0 && ((unsigned char)e->prompt->line[--at] & 0xC0) == 0x80) {}
    return at;
}

static size_t after(const Editor *e, size_t at)
{
    if (at < e->length)
        at++;
    while (at < e->length && ((unsigned char)e->prompt->line[at] & 0xC0) == 0x80)
        at++;
    return at;
}

static void remove_to(Editor *e, size_t from, size_t to)
{
    memmove(e->prompt->line + from, e->prompt->line + to, e->length - to);
    e->length -= to - from;
    e->at = from;
}

static void show_history(Editor *e, uint32_t which)
{
    e->history = which;
    const char *text = which < e->prompt->history.count ? e->prompt->history.items[which] : "";
    e->length = strlen(text);
    memcpy(e->prompt->line, text, e->length);
    e->at = e->length;
}

static void remember(Prompt *prompt)
{
    size_t length = strlen(prompt->line);
    uint32_t count = prompt->history.count;
    if (length == 0 || (count && strcmp(prompt->history.items[count - 1], prompt->line) == 0))
        return;
    if (count == HISTORY_MAX) {
        mem_free(prompt->history.items[0], strlen(prompt->history.items[0]) + 1);
        memmove(prompt->history.items, prompt->history.items + 1, (count - 1) * sizeof(char *));
        prompt->history.count--;
    }
    char *copy = mem_alloc(length + 1);
    if (!copy || !vec_reserve(&prompt->history, 1)) {
        mem_free(copy, length + 1);
        return;
    }
    memcpy(copy, prompt->line, length + 1);
    prompt->history.items[prompt->history.count++] = copy;
}

/* One key: 0 go on, 1 the line is complete, -1 the end of input. */
static int edit(Editor *e, uint32_t key)
{
    size_t at;
    switch (key) {
    case '\r': case '\n': return 1;
    case KEY_EOF: return -1;
    case CTRL('D'):
        if (e->length == 0)
            return -1;
        /* fall through */
    case KEY_DELETE: remove_to(e, e->at, after(e, e->at)); break;
    case CTRL('C'): e->length = e->at = 0; break;
    case 127: case CTRL('H'): remove_to(e, before(e, e->at), e->at); break;
    case CTRL('A'): case KEY_HOME: e->at = 0; break;
    case CTRL('E'): case KEY_END: e->at = e->length; break;
    case CTRL('B'): case KEY_LEFT: e->at = before(e, e->at); break;
    case CTRL('F'): case KEY_RIGHT: e->at = after(e, e->at); break;
    case CTRL('K'): at = e->at; e->length = at; break;
    case CTRL('U'): remove_to(e, 0, e->at); break;
    case CTRL('W'):
        at = e->at;
        while (at > 0 && e->prompt->line[at - 1] == ' ')
            at--;
        while (at > 0 && e->prompt->line[at - 1] != ' ')
            at--;
        remove_to(e, at, e->at);
        break;
    case CTRL('P'): case KEY_UP:
        if (e->history > 0)
            show_history(e, e->history - 1);
        break;
    case CTRL('N'): case KEY_DOWN:
        if (e->history < e->prompt->history.count)
            show_history(e, e->history + 1);
        break;
    default:
        if (key >= 32 && key < KEY_LEFT)
            insert(e, key);
    }
    return 0;
}

static const char *read_keys(Prompt *prompt, const char *text)
{
    _Alignas(16) char saved[PLATFORM_TERMINAL_BYTES];
    if (platform_terminal_raw(prompt->in, saved) != 0)
        return NULL;
    Editor e = { .prompt = prompt, .text = text, .history = prompt->history.count };
    int done = 0;
    if (platform_terminal_size(prompt->out, &prompt->columns, &prompt->rows) != 0)
        prompt->columns = 80;
    draw(&e);
    while (done == 0) {
        uint32_t key = next_key(prompt);
        int columns, rows;
        if (key != KEY_NONE) {
            done = edit(&e, key);
        } else if (platform_terminal_size(prompt->out, &columns, &rows) != 0 ||
                   (columns == prompt->columns && rows == prompt->rows)) {
            continue;
        } else {
            prompt->columns = columns;
            prompt->rows = rows;
            if (prompt->resized)
                prompt->resized(prompt->context);
        }
        if (done == 0)
            draw(&e);
    }
    prompt->line[e.length] = 0;
    if (!prompt->page)
        write_text(prompt, "\r\n");
    platform_terminal_restore(prompt->in, saved);
    if (done > 0)
        remember(prompt);
    return done > 0 ? prompt->line : NULL;
}

/* --- files and pipes -------------------------------------------------------------------------------------------- */

static const char *read_batch(Prompt *prompt, const char *text)
{
    for (;;) {
        if (prompt->batch_at >= prompt->batch_length) {
            write_text(prompt, text);
            write_text(prompt, "\n");
            return NULL;
        }
        const char *start = prompt->batch + prompt->batch_at;
        size_t left = prompt->batch_length - prompt->batch_at;
        const char *end = memchr(start, '\n', left);
        size_t length = end ? (size_t)(end - start) : left;
        prompt->batch_at += length + 1;
        if (length && start[length - 1] == '\r')
            length--;
        if (length && start[0] == '#') /* a remark */
            continue;
        if (length >= sizeof prompt->line)
            length = sizeof prompt->line - 1;
        memcpy(prompt->line, start, length);
        prompt->line[length] = 0;
        write_text(prompt, text);
        write_text(prompt, prompt->line);
        write_text(prompt, "\n");
        return prompt->line;
    }
}

static const char *read_plain(Prompt *prompt, const char *text)
{
    size_t length = 0;
    write_text(prompt, text);
    if (prompt->read_line)
        return prompt->read_line(prompt->read_context, prompt->line, sizeof prompt->line) ? prompt->line : NULL;
    for (;;) {
        char c;
        int64_t n = platform_read(prompt->in, &c, 1);
        if (n == -4) { /* Ctrl-C */
            platform_take_held();
            length = 0;
            write_text(prompt, "\n");
            write_text(prompt, text);
            continue;
        }
        if (n <= 0 && length == 0)
            return NULL;
        if (n <= 0 || c == '\n')
            break;
        if (length < sizeof prompt->line - 1)
            prompt->line[length++] = c;
    }
    prompt->line[length] = 0;
    return prompt->line;
}

const char *prompt_read(Prompt *prompt, const char *text)
{
    return prompt->batch ? read_batch(prompt, text) : prompt->keys ? read_keys(prompt, text) : read_plain(prompt, text);
}

static int first_letter(const char *line)
{
    while (line && (*line == ' ' || *line == '\t'))
        line++;
    size_t length = line ? strlen(line) : 0;
    while (length && (line[length - 1] == ' ' || line[length - 1] == '\t'))
        length--;
    return !line ? PROMPT_END : length == 1 ? (unsigned char)*line : 0;
}

int prompt_key(Prompt *prompt, const char *text)
{
    _Alignas(16) char saved[PLATFORM_TERMINAL_BYTES];
    if (prompt->batch || !prompt->keys)
        return first_letter(prompt_read(prompt, text));
    if (platform_terminal_raw(prompt->in, saved) != 0)
        return PROMPT_END;
    if (platform_terminal_size(prompt->out, &prompt->columns, &prompt->rows) != 0)
        prompt->columns = 80;
    uint32_t key = KEY_NONE;
    for (bool draws = true; key == KEY_NONE;) {
        int columns, rows;
        if (draws) {
            write_text(prompt, "\r");
            write_text(prompt, text);
            write_text(prompt, "\x1b[K");
        }
        draws = false;
        key = next_key(prompt);
        if (key == KEY_NONE && platform_terminal_size(prompt->out, &columns, &rows) == 0 &&
            (columns != prompt->columns || rows != prompt->rows)) {
            prompt->columns = columns;
            prompt->rows = rows;
            draws = true;
            if (prompt->resized)
                prompt->resized(prompt->context);
        }
    }
    char letter[3] = { key > 32 && key < 127 ? (char)key : ' ', 0, 0 };
    write_text(prompt, letter);
    if (!prompt->page)
        write_text(prompt, "\r\n");
    platform_terminal_restore(prompt->in, saved);
    return key == KEY_EOF || key == CTRL('D') ? PROMPT_END : key == CTRL('C') ? 's' : key > 32 && key < 127 ? (int)key : 0;
}

bool prompt_wait_key(Prompt *prompt, int64_t ns)
{
    _Alignas(16) char saved[PLATFORM_TERMINAL_BYTES];
    if (prompt->batch || !prompt->keys || platform_terminal_raw(prompt->in, saved) != 0)
        return false;
    bool pressed = next_byte(prompt, ns) != -1;
    platform_terminal_restore(prompt->in, saved);
    return pressed;
}

int prompt_measure(Prompt *prompt, const char *text)
{
    _Alignas(16) char saved[PLATFORM_TERMINAL_BYTES];
    if (!prompt->keys || platform_terminal_raw(prompt->in, saved) != 0)
        return 0;
    write_text(prompt, "\r");
    write_text(prompt, text);
    write_text(prompt, "\x1b[6n");
    int64_t until = platform_now_ns() + 100 * MS;
    int numbers[2] = { 0, 0 }, which = -1, column = 0;
    for (;;) {
        int64_t left = until - platform_now_ns();
        int c = left > 0 ? next_byte(prompt, left) : -1;
        if (c < 0)
            break;
        if (c == 27) {
            which = 0;
            numbers[0] = numbers[1] = 0;
        } else if (which >= 0 && c >= '0' && c <= '9' && numbers[which] < 9999) {
            numbers[which] = numbers[which] * 10 + c - '0';
        } else if (which == 0 && c == ';') {
            which = 1;
        } else if (which == 1 && c == 'R') {
            column = numbers[1] - 1;
            break;
        }
    }
    write_text(prompt, "\r\x1b[K");
    platform_terminal_restore(prompt->in, saved);
    return column > 0 ? column : 0;
}
