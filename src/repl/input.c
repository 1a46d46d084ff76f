/* input.c - questions about what was typed: is it whole, how far is the next line indented, what of a paste is the
 * prompts of somebody else's session. Asks the parser; knows no terminal. */
#include "repl/repl_internal.h"

#include "parser/parser.h"

static ParseStatus parse(const char *text, size_t length, ParseMode mode)
{
    Source source;
    Diag diag = { 0 };
    Arena arena;
    Node *root = NULL;
    arena_init(&arena);
    ParseStatus status = PARSE_FAILED;
    if (source_init(&source, "<input>", text, length, &diag))
        status = parser_parse(&source, mode, &arena, &root, &diag);
    source_free(&source);
    arena_free(&arena);
    return status;
}

bool input_ends_blank(const char *text, size_t length)
{
    size_t start = length;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    for (size_t i = start; i < length; i++)
        if (text[i] != ' ' && text[i] != '\t')
            return false;
    return start > 0;
}

/* Where the last line at column 0 before `end` begins. */
static size_t statement_before(const char *text, size_t end)
{
    while (end > 0) {
        size_t start = end - 1;
        while (start > 0 && text[start - 1] != '\n')
            start--;
        if (text[start] != ' ' && text[start] != '\t' && text[start] != '\n' && text[start] != '#')
            return start;
        end = start;
    }
    return 0;
}

InputState input_state(const char *text, size_t length, bool settled)
{
    enum { TRIES = 40 };
    size_t used = length;
    while (used > 0 && (text[used - 1] == ' ' || text[used - 1] == '\t' || text[used - 1] == '\n'))
        used--;
    if (used == 0)
        return INPUT_WHOLE;
    ParseStatus file = parse(text, used, PARSE_FILE);
    if (settled && file == PARSE_OK)
        return INPUT_WHOLE;
    size_t start = used;
    for (int i = 0; i < TRIES; i++) { /* the last statement: whose first line may stand far above */
        start = statement_before(text, start);
        if (start == 0 || parse(text, start, PARSE_FILE) == PARSE_OK) {
            ParseStatus last = parse(text + start, used - start, PARSE_SINGLE);
            if (last == PARSE_INCOMPLETE)
                return INPUT_OPEN;
            if (last == PARSE_OK || start == 0)
                break;
        }
        if (start == 0)
            break;
    }
    return file == PARSE_OK ? INPUT_WHOLE : INPUT_WRONG;
}

/* Brackets that are open at the end, strings and comments left out. */
static int open_brackets(const char *text, size_t length, char *last)
{
    int depth = 0;
    char quote = 0;
    *last = 0;
    for (size_t i = 0; i < length; i++) {
        char c = text[i];
        if (quote) {
            if (c == '\\')
                i++;
            else if (c == quote || c == '\n')
                quote = 0;
            continue;
        }
        if (c == '"' || c == '\'')
            quote = c;
        else if (c == '#')
            while (i + 1 < length && text[i + 1] != '\n')
                i++;
        else if (strchr("([{", c))
            depth++;
        else if (strchr(")]}", c))
            depth--;
        if (c != ' ' && c != '\t' && c != '#')
            *last = c;
    }
    return depth;
}

size_t input_indent(const char *text, size_t point)
{
    static const char *const ends[] = { "return", "pass", "raise", "break", "continue" };
    size_t start = point, indent = 0;
    while (start > 0 && text[start - 1] != '\n')
        start--;
    while (start + indent < point && text[start + indent] == ' ')
        indent++;
    const char *line = text + start + indent;
    size_t length = point - start - indent;
    char last;
    int depth = open_brackets(line, length, &last);
    if (depth > 0 || last == ':')
        return indent + 4;
    if (depth < 0)
        return indent >= 4 ? indent - 4 : 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t n = strlen(ends[i]);
        if (length >= n && memcmp(line, ends[i], n) == 0 && (length == n || line[n] == ' ') && indent >= 4)
            return indent - 4;
    }
    return indent;
}

void input_strip_prompts(Text *text)
{
    if (text->count < 4 || memcmp(text->items, ">>> ", 4) != 0)
        return;
    size_t to = 0, from = 0, length = text->count;
    while (from < length) {
        const char *line = text->items + from;
        const char *newline = memchr(line, '\n', length - from);
        size_t count = newline ? (size_t)(newline - line) + 1 : length - from;
        bool is_prompt = count >= 3 && (memcmp(line, ">>>", 3) == 0 || memcmp(line, "...", 3) == 0);
        size_t skip = is_prompt && count > 3 && line[3] == ' ' ? 4 : 3;
        if (is_prompt) {
            memmove(text->items + to, line + skip, count - skip);
            to += count - skip;
        }
        from += count;
    }
    text->count = (uint32_t)to;
    text->items[to] = 0;
}

void input_strip_blanks(Text *text)
{
    size_t blanks = text->count ? strspn(text->items, " \t") : 0;
    if (blanks == 0 || memchr(text->items, '\n', text->count))
        return;
    memmove(text->items, text->items + blanks, text->count - blanks + 1);
    text->count -= (uint32_t)blanks;
}
