/* quiz_source.c - what the quiz reads from the script's text: which lines await, which print. A guess from the text
 * is enough: it only makes the choices, the key comes from what the program does. */
#include "trace/quiz_internal.h"

#include <string.h>

typedef struct Line {
    const char *text;
    size_t length, indent;
    bool blank;
} Line;

static bool is_word_byte(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* How often a word stands in the line, outside of strings and remarks. `call`: with a bracket behind. */
static int count_word(const char *text, size_t length, const char *word, bool call)
{
    size_t size = strlen(word);
    int count = 0;
    for (size_t i = 0; i < length && text[i] != '#';) {
        if (text[i] == '"' || text[i] == '\'') {
            char quote = text[i++];
            while (i < length && text[i] != quote)
                i += text[i] == '\\' ? 2 : 1;
            i++;
        } else if (is_word_byte(text[i])) {
            size_t from = i;
            while (i < length && is_word_byte(text[i]))
                i++;
            count += i - from == size && memcmp(text + from, word, size) == 0 && (!call || (i < length && text[i] == '(')) &&
                     (from == 0 || text[from - 1] != '.');
        } else {
            i++;
        }
    }
    return count;
}

static Line line_at(const Recording *recording, uint32_t file, uint32_t number)
{
    Line line = { .length = 0 };
    line.text = recording_line(recording, file, number, &line.length);
    size_t i = 0;
    for (; i < line.length && (line.text[i] == ' ' || line.text[i] == '\t'); i++)
        line.indent += line.text[i] == '\t' ? 8 - line.indent % 8 : 1;
    line.blank = i == line.length || line.text[i] == '#';
    return line;
}

static bool has_word(const Line *line, const char *word)
{
    return line->text && count_word(line->text, line->length, word, false) > 0;
}

bool quiz_line_awaits(const Recording *recording, uint32_t file, uint32_t number)
{
    static const char *const no[] = { "for", "while", "def", "lambda", "async", "and", "or", "else" };
    Line line = line_at(recording, file, number);
    if (!line.text || count_word(line.text, line.length, "await", false) != 1)
        return false;
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (has_word(&line, no[i]))
            return false;
    return true;
}

bool quiz_line_handles(const Recording *recording, uint32_t file, uint32_t number)
{
    Line line = line_at(recording, file, number);
    return has_word(&line, "except") || has_word(&line, "finally");
}

static bool defines(const Line *line, const char *fn)
{
    return has_word(line, "def") && count_word(line->text, line->length, fn, true) > 0;
}

/* The `def` of the function around `line`, or anywhere (line 0); 0: not found. */
static uint32_t find_def(const Recording *recording, uint32_t file, const char *fn, uint32_t line)
{
    uint32_t count = recording->files.items[file].line_count;
    for (uint32_t i = line ? line : count; i > 0; i--) {
        Line at = line_at(recording, file, i);
        if (defines(&at, fn))
            return i;
    }
    return 0;
}

/* The last line that belongs to the block under `head`. */
static uint32_t block_end(const Recording *recording, uint32_t file, uint32_t head)
{
    uint32_t count = recording->files.items[file].line_count, last = head;
    size_t indent = line_at(recording, file, head).indent;
    for (uint32_t i = head + 1; i <= count; i++) {
        Line at = line_at(recording, file, i);
        if (!at.blank && at.indent <= indent)
            break;
        last = at.blank ? last : i;
    }
    return last;
}

/* The first line from `from` to `to` that prints, not looking into functions that are defined there. */
static uint32_t find_print(const Recording *recording, uint32_t file, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i <= to; i++) {
        Line at = line_at(recording, file, i);
        if (has_word(&at, "def") || has_word(&at, "class"))
            i = block_end(recording, file, i);
        else if (at.text && count_word(at.text, at.length, "print", true) > 0)
            return i;
    }
    return 0;
}

/* The innermost loop around `line` above `top`; 0: none. */
static uint32_t loop_around(const Recording *recording, uint32_t file, uint32_t line, uint32_t top)
{
    size_t indent = line_at(recording, file, line).indent;
    for (uint32_t i = line - 1; i > top; i--) {
        Line at = line_at(recording, file, i);
        if (at.blank || at.indent >= indent)
            continue;
        indent = at.indent;
        if (has_word(&at, "for") || has_word(&at, "while"))
            return i;
    }
    return 0;
}

/* Brackets that are opened less those that are closed, outside of strings and remarks; a text of several lines counts as
 * open, too. */
static int open_brackets(const Line *line)
{
    int open = 0;
    for (size_t i = 0; i < line->length && line->text[i] != '#'; i++) {
        char c = line->text[i];
        if (c == '"' || c == '\'') {
            for (i++; i < line->length && line->text[i] != c; i++)
                i += line->text[i] == '\\';
            open += i >= line->length;
        }
        open += (c == '(' || c == '[' || c == '{') - (c == ')' || c == ']' || c == '}');
    }
    return open;
}

/* A statement of one line after which the next line comes, and in which no task can stop. */
static bool is_plain(const Line *line)
{
    static const char *const words[] = { "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def",
                                         "class", "match", "case", "return", "raise", "break", "continue", "yield", "async" };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (has_word(line, words[i]))
            return false;
    return open_brackets(line) == 0;
}

static uint32_t count_defs(const Recording *recording, uint32_t file, const char *fn)
{
    uint32_t count = 0;
    for (uint32_t i = 1; i <= recording->files.items[file].line_count; i++) {
        Line at = line_at(recording, file, i);
        count += at.text && defines(&at, fn);
    }
    return count;
}

uint32_t quiz_next_await(const Recording *recording, uint32_t file, const char *fn, uint32_t line)
{
    if (!fn || file >= recording->files.count || count_defs(recording, file, fn) != 1)
        return 0;
    uint32_t def = find_def(recording, file, fn, line), end = def ? block_end(recording, file, def) : 0;
    Line from = line_at(recording, file, line ? line : def);
    if (!def || open_brackets(&from) != 0 || (line && (!quiz_line_awaits(recording, file, line) || has_word(&from, "return"))))
        return 0;
    bool first = !line;
    size_t indent = from.indent;
    for (uint32_t i = (line ? line : def) + 1; i <= end; i++) {
        Line at = line_at(recording, file, i);
        if (at.blank)
            continue;
        indent = first ? at.indent : indent;
        first = false;
        if (at.indent != indent)
            return 0;
        if (has_word(&at, "await"))
            return quiz_line_awaits(recording, file, i) && open_brackets(&at) == 0 && !loop_around(recording, file, i, def) ? i : 0;
        if (!is_plain(&at))
            return 0;
    }
    return 0;
}

uint32_t quiz_next_print(const Recording *recording, uint32_t file, const char *fn, uint32_t line)
{
    if (!fn || file >= recording->files.count)
        return 0;
    uint32_t def = find_def(recording, file, fn, line);
    if (def == 0)
        return 0;
    uint32_t end = block_end(recording, file, def), from = line ? line : def + 1;
    if (line > end || from > end)
        return 0;
    for (uint32_t head = line ? loop_around(recording, file, line, def) : 0; head; head = loop_around(recording, file, head, def)) {
        uint32_t last = block_end(recording, file, head), found = find_print(recording, file, from, last);
        if (!found)
            found = find_print(recording, file, head, from - 1); /* the next time round */
        if (found)
            return found;
        from = last + 1;
    }
    return from <= end ? find_print(recording, file, from, end) : 0;
}
