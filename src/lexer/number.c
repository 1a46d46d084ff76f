/* number.c - the forms of numbers: 0b 0o 0x, decimal, fractions, exponents, "_" between digits. */
#include "lexer/lexer_internal.h"

#include "base/utf8.h"

#include <string.h>

static bool is_digit_of(char c, int base)
{
    if (base == 16 && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
        return true;
    return c >= '0' && c < '0' + (base < 10 ? base : 10);
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Numbers are ASCII, so columns are bytes from the token's start, which was just asked for. */
static TokenType fail_number(Lexer *lexer, uint32_t offset, const char *what)
{
    uint32_t col = lexer->col + (offset - lexer->col_at);
    return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col, "invalid %s literal", what);
}

/* Digits with single "_" between them; TOK_ERROR when one is followed by no digit. */
static TokenType scan_digits(Lexer *lexer, int base, const char *what)
{
    const char *text = lexer->text;
    for (;;) {
        while (is_digit_of(text[lexer->at], base))
            lexer->at++;
        if (text[lexer->at] != '_')
            return TOK_NUMBER;
        if (!is_digit_of(text[lexer->at + 1], base)) {
            if (base != 10)
                return TOK_ERROR; /* the caller names the digit */
            return fail_number(lexer, lexer->at, what);
        }
        lexer->at++;
    }
}

/* A name must not follow at once, but for the keywords of `1if x else y`, which CPython merely dislikes: it looks at
 * their first letters, of those with "i" at two. */
static TokenType check_end(Lexer *lexer, const char *what)
{
    static const char *const allowed[] = { "and", "else", "for", "if", "in", "is", "or", "not", NULL };
    const char *next = lexer->text + lexer->at;
    if (!is_name_byte(*next))
        return TOK_NUMBER;
    for (int i = 0; allowed[i]; i++) {
        size_t length = strlen(allowed[i]);
        if (strncmp(next, allowed[i], length) == 0 && (*next == 'i' || !is_name_byte(next[length]))) {
            lexer->glued = what;
            return TOK_NUMBER;
        }
    }
    return fail_number(lexer, lexer->at - 1, what);
}

static TokenType scan_prefixed(Lexer *lexer, int base, const char *what)
{
    const char *text = lexer->text;
    lexer->at += 2;
    if (text[lexer->at] == '_')
        lexer->at++;
    TokenType type = TOK_ERROR;
    if (is_digit_of(text[lexer->at], base))
        type = scan_digits(lexer, base, what);
    char c = text[lexer->at];
    if (type == TOK_ERROR && c == '_')
        c = text[++lexer->at];
    if (base < 10 && c >= '0' && c <= '9') {
        uint32_t col = lexer->col + (lexer->at - lexer->col_at);
        return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col,
                          "invalid digit '%c' in %s literal", c, what);
    }
    if (type == TOK_ERROR)
        return fail_number(lexer, lexer->at - 1, what);
    return check_end(lexer, what);
}

TokenType number_scan(Lexer *lexer)
{
    const char *text = lexer->text;
    uint32_t start = lexer->at;
    bool is_float = false;
    if (text[start] == '0') {
        switch (text[start + 1]) {
        case 'x':
        case 'X': return scan_prefixed(lexer, 16, "hexadecimal");
        case 'o':
        case 'O': return scan_prefixed(lexer, 8, "octal");
        case 'b':
        case 'B': return scan_prefixed(lexer, 2, "binary");
        default: break;
        }
    }
    bool has_nonzero = false;
    if (text[start] != '.') {
        if (scan_digits(lexer, 10, "decimal") == TOK_ERROR)
            return TOK_ERROR;
        for (uint32_t i = start; i < lexer->at && !has_nonzero; i++)
            has_nonzero = text[i] != '0' && text[i] != '_';
    }
    if (text[lexer->at] == '.') {
        is_float = true;
        lexer->at++;
        if (text[lexer->at] >= '0' && text[lexer->at] <= '9' &&
            scan_digits(lexer, 10, "decimal") == TOK_ERROR)
            return TOK_ERROR;
    }
    char c = text[lexer->at];
    if (c == 'e' || c == 'E') {
        char sign = text[lexer->at + 1];
        char digit = sign == '+' || sign == '-' ? text[lexer->at + 2] : sign;
        if (digit >= '0' && digit <= '9') {
            is_float = true;
            lexer->at += sign == digit ? 1 : 2;
            if (scan_digits(lexer, 10, "decimal") == TOK_ERROR)
                return TOK_ERROR;
        } else if (sign == '+' || sign == '-') {
            return fail_number(lexer, lexer->at + 1, "decimal");
        } else {
            return check_end(lexer, "decimal");
        }
    }
    c = text[lexer->at];
    if (c == 'j' || c == 'J') {
        uint32_t from = lexer->col + (start - lexer->col_at);
        uint32_t col = lexer->col + (lexer->at - lexer->col_at);
        return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, from, col + 1,
                          "miniasync has no complex numbers");
    }
    if (!is_float && has_nonzero && text[start] == '0') {
        uint32_t col = lexer->col + (start - lexer->col_at);
        uint32_t zeros = 0;
        while (text[start + zeros] == '0' || text[start + zeros] == '_')
            zeros++;
        return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col + zeros,
                          "leading zeros in decimal integer literals are not permitted; use an 0o "
                          "prefix for octal integers");
    }
    return check_end(lexer, "decimal");
}
