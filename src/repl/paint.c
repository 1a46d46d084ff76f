/* paint.c - the colours of what is typed, and which bracket matches the one at the cursor. Reads half-finished text,
 * so it has a small scanner of its own: the lexer stops at the first error. */
#include "repl/repl_internal.h"

#include "base/utf8.h"
#include "lexer/token.h"

#include <ctype.h>

const char *const paint_codes[] = { "0", "1;34", "32", "35", "2", "0", "1;7" };

static bool is_name(const char *text, size_t i)
{
    return isalnum((unsigned char)text[i]) || text[i] == '_' || (text[i] & 0x80);
}

static size_t string_end(const char *text, size_t length, size_t i)
{
    char quote = text[i];
    bool triple = i + 2 < length && text[i + 1] == quote && text[i + 2] == quote;
    for (i += triple ? 3 : 1; i < length; i++) {
        if (text[i] == '\\' && i + 1 < length) {
            i++;
        } else if (text[i] == quote && !triple) {
            return i + 1;
        } else if (text[i] == quote && i + 2 < length && text[i + 1] == quote && text[i + 2] == quote) {
            return i + 3;
        } else if (text[i] == '\n' && !triple) {
            return i;
        }
    }
    return length;
}

static bool is_prefix(const char *text, size_t from, size_t to)
{
    if (to - from > 2)
        return false;
    for (size_t i = from; i < to; i++)
        if (!strchr("rRbBfFuU", text[i]))
            return false;
    return true;
}

void paint_text(const char *text, size_t length, unsigned char *paint)
{
    for (size_t i = 0; i < length;) {
        size_t from = i;
        Paint colour = PAINT_PLAIN;
        if (text[i] == '#') {
            while (i < length && text[i] != '\n')
                i++;
            colour = PAINT_COMMENT;
        } else if (text[i] == '"' || text[i] == '\'') {
            i = string_end(text, length, i);
            colour = PAINT_STRING;
        } else if (isdigit((unsigned char)text[i])) {
            while (i < length && (is_name(text, i) || text[i] == '.'))
                i++;
            colour = PAINT_NUMBER;
        } else if (is_name(text, i)) {
            while (i < length && is_name(text, i))
                i++;
            if (i < length && (text[i] == '"' || text[i] == '\'') && is_prefix(text, from, i)) {
                i = string_end(text, length, i);
                colour = PAINT_STRING;
            } else if (token_keyword(text + from, i - from) != TOK_NAME) {
                colour = PAINT_KEYWORD;
            }
        } else {
            i++;
        }
        for (; from < i; from++)
            paint[from] = (unsigned char)colour;
    }
}

static bool match_from(const char *text, size_t length, const unsigned char *paint, size_t at, size_t *other)
{
    static const char open[] = "([{", close[] = ")]}";
    const char *kind;
    int depth = 0;
    if (!text[at] || paint[at] != PAINT_PLAIN)
        return false;
    bool forward = (kind = strchr(open, text[at])) != NULL;
    if (!forward && !(kind = strchr(close, text[at])))
        return false;
    for (size_t i = at; i < length; i = forward ? i + 1 : i - 1) {
        if (paint[i] == PAINT_PLAIN && text[i]) {
            if (strchr(open, text[i]))
                depth++;
            else if (strchr(close, text[i]))
                depth--;
            if (depth == 0) {
                char wanted = forward ? close[kind - open] : open[kind - close];
                *other = i;
                return text[i] == wanted;
            }
        }
        if (!forward && i == 0)
            break;
    }
    return false;
}

bool paint_match(const char *text, size_t length, const unsigned char *paint, size_t point, size_t *one, size_t *other)
{
    for (int back = 1; back >= 0; back--) { /* the one just typed, else the one under the cursor */
        if (point < (size_t)back || point - (size_t)back >= length)
            continue;
        *one = point - (size_t)back;
        if (match_from(text, length, paint, *one, other))
            return true;
    }
    return false;
}
