/* lexer.c - text -> tokens, one at a time.
 * The source has been checked: valid UTF-8, lines end in "\n", a 0 follows the last. Where an error is
 * said to be is CPython's choice (Parser/lexer), since learners compare. */
#include "lexer/lexer_internal.h"

#include "base/utf8.h"

#include <string.h>

void lexer_init(Lexer *lexer, const Source *source, Diag *diag)
{
    memset(lexer, 0, offsetof(Lexer, columns));
    lexer->source = source;
    lexer->diag = diag;
    lexer->text = source->text;
    lexer->length = (uint32_t)source->length;
    lexer->line = 1;
    lexer->at_line_start = true;
    lexer->indent_count = 1;
    lexer->columns[0] = lexer->alt_columns[0] = 0;
}

/* The column of a byte offset on the current line, not before the last one asked for. */
static uint32_t column_of(Lexer *lexer, uint32_t offset)
{
    const char *text = lexer->text;
    uint32_t col = lexer->col;
    for (uint32_t i = lexer->col_at; i < offset; i++)
        col += ((unsigned char)text[i] & 0xC0) != 0x80;
    lexer->col_at = offset;
    lexer->col = col;
    return col;
}

static void begin_line(Lexer *lexer, uint32_t offset)
{
    lexer->line++;
    lexer->line_start = lexer->col_at = offset;
    lexer->col = 0;
}

TokenType lexer_fail(Lexer *lexer, DiagType type, uint32_t line, uint32_t col, uint32_t end_col,
                     const char *format, ...)
{
    bool is_first = lexer->diag->type == DIAG_NONE;
    Span span = { line, col, end_col == LEXER_NO_END ? 0 : line, end_col == LEXER_NO_END ? 0 : end_col };
    va_list arguments;
    va_start(arguments, format);
    diag_report_va(lexer->diag, type, span, format, arguments);
    va_end(arguments);
    if (is_first) {
        lexer->diag->is_lexical = true;
        lexer->diag->cuts_text = end_col != LEXER_NO_END && end_col != SPAN_NO_END;
    }
    lexer->failed = true;
    lexer->is_layout = lexer->is_layout || type != DIAG_SYNTAX_ERROR;
    return TOK_ERROR;
}

static TokenType fail_at(Lexer *lexer, uint32_t offset, const char *message)
{
    uint32_t col = column_of(lexer, offset);
    return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col, "%s", message);
}

/* `at` stands on a backslash: only a newline may follow, and after that a line. */
static bool check_continuation(Lexer *lexer)
{
    bool is_wrong = lexer->text[lexer->at + 1] != '\n';
    if (!is_wrong && lexer->at + 2 < lexer->length)
        return true;
    lexer->is_layout = true;
    lexer->hit_end_in_string = !is_wrong;
    lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, column_of(lexer, lexer->at) + 1,
               is_wrong ? LEXER_NO_END : SPAN_NO_END, "%s",
               is_wrong ? "unexpected character after line continuation character"
                        : "unexpected EOF while parsing");
    return false;
}

/* ---- indentation ---- */

/* At the start of a line: skips blank ones, counts the columns, decides on INDENT and DEDENTs. */
static bool read_indentation(Lexer *lexer)
{
    const char *text = lexer->text;
    uint32_t col, alt_col, continued_col;
restart:
    col = alt_col = continued_col = 0;
    for (;; lexer->at++) {
        char c = text[lexer->at];
        if (c == ' ') {
            col++;
            alt_col++;
        } else if (c == '\t') {
            col = (col / 8 + 1) * 8;
            alt_col++;
        } else if (c == '\f') {
            col = alt_col = 0;
        } else if (c == '\\') {
            if (!check_continuation(lexer))
                return false;
            /* the indentation is what stood before the first backslash */
            continued_col = continued_col ? continued_col : col;
            begin_line(lexer, lexer->at + 2);
            lexer->at++;
            col = alt_col = 0;
        } else {
            break;
        }
    }
    if (text[lexer->at] == '#') {
        const char *end = memchr(text + lexer->at, '\n', lexer->length - lexer->at);
        lexer->at = (uint32_t)(end - text);
    }
    if (text[lexer->at] == '\n') {
        lexer->at++;
        begin_line(lexer, lexer->at);
        goto restart;
    }
    if (lexer->at >= lexer->length)
        col = alt_col = 0;
    else if (continued_col)
        col = alt_col = continued_col;
    lexer->at_line_start = false;
    uint32_t *top = &lexer->indent_count;
    if (col == lexer->columns[*top - 1]) {
        if (alt_col != lexer->alt_columns[*top - 1])
            goto mixed;
    } else if (col > lexer->columns[*top - 1]) {
        if (*top >= LEXER_MAX_INDENTS) {
            lexer_fail(lexer, DIAG_INDENTATION_ERROR, lexer->line, SPAN_NO_COL, LEXER_NO_END,
                       "too many levels of indentation");
            return false;
        }
        if (alt_col <= lexer->alt_columns[*top - 1])
            goto mixed;
        lexer->columns[*top] = col;
        lexer->alt_columns[*top] = alt_col;
        ++*top;
        lexer->pending = 1;
    } else {
        while (*top > 1 && col < lexer->columns[*top - 1]) {
            lexer->pending--;
            --*top;
        }
        if (col != lexer->columns[*top - 1]) {
            size_t length;
            const char *line = source_line(lexer->source, lexer->line, &length);
            lexer_fail(lexer, DIAG_INDENTATION_ERROR, lexer->line, (uint32_t)utf8_count(line, length),
                       SPAN_NO_END, "unindent does not match any outer indentation level");
            return false;
        }
        if (alt_col != lexer->alt_columns[*top - 1])
            goto mixed;
    }
    return true;
mixed:
    lexer_fail(lexer, DIAG_TAB_ERROR, lexer->line, 0, LEXER_NO_END,
               "inconsistent use of tabs and spaces in indentation");
    return false;
}

/* ---- tokens ---- */

static void token_begin(Lexer *lexer, Token *token)
{
    token->is_virtual = false;
    token->start = lexer->at;
    token->line = lexer->line;
    token->col = column_of(lexer, lexer->at);
}

static TokenType token_end(Lexer *lexer, Token *token, TokenType type)
{
    token->type = (uint8_t)type;
    token->level = (uint8_t)lexer->level;
    token->end = lexer->at;
    token->end_line = lexer->line;
    token->end_col = column_of(lexer, lexer->at);
    return type;
}

static TokenType virtual_token(Lexer *lexer, Token *token, TokenType type)
{
    token_begin(lexer, token);
    token_end(lexer, token, type);
    token->is_virtual = true;
    if (lexer->at >= lexer->length && lexer->source->line_count) {
        /* CPython is then still at the end of the last line */
        size_t length;
        const char *line = source_line(lexer->source, lexer->source->line_count, &length);
        token->line = token->end_line = lexer->source->line_count;
        token->col = token->end_col = (uint32_t)utf8_count(line, length) + 1;
    }
    return type;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_ascii_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

static TokenType lex_name(Lexer *lexer, Token *token)
{
    const char *text = lexer->text;
    bool is_ascii = true;
    uint32_t at = lexer->at;
    for (;; at++) {
        if (is_ascii_name(text[at]))
            continue;
        if (!((unsigned char)text[at] & 0x80))
            break;
        is_ascii = false;
    }
    if (is_ascii) {
        lexer->at = at;
        TokenType type = token_keyword(text + token->start, at - token->start);
        return token_end(lexer, token, type);
    }
    for (uint32_t i = token->start; i < at;) {
        uint32_t point = 0;
        int count = utf8_decode(text + i, at - i, &point);
        if (i == token->start ? !utf8_is_name_start(point) : !utf8_is_name_part(point)) {
            uint32_t col = column_of(lexer, i);
            if (utf8_is_printable(point))
                return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col,
                                  "invalid character '%.*s' (U+%04X)", count, text + i, point);
            return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col,
                              "invalid non-printable character U+%04X", point);
        }
        i += (uint32_t)count;
    }
    lexer->at = at;
    return token_end(lexer, token, TOK_NAME);
}

/* ---- strings ---- */

/* Steps over the newline at `at`. */
static void pass_newline(Lexer *lexer)
{
    lexer->at++;
    begin_line(lexer, lexer->at);
}

static TokenType fail_unterminated(Lexer *lexer, uint32_t line, uint32_t col, bool is_triple,
                                   bool is_fstring)
{
    uint32_t detected = lexer->line;
    if (detected > lexer->source->line_count)
        detected = lexer->source->line_count;
    return lexer_fail(lexer, DIAG_SYNTAX_ERROR, line, col, col,
                      "unterminated %s%s literal (detected at line %u)",
                      is_triple ? "triple-quoted " : "", is_fstring ? "f-string" : "string", detected);
}

/* `at` stands on the opening quote; token->start on the prefix. */
static TokenType lex_string(Lexer *lexer, Token *token)
{
    const char *text = lexer->text;
    char quote = text[lexer->at];
    bool is_triple = text[lexer->at + 1] == quote && text[lexer->at + 2] == quote;
    lexer->at += is_triple ? 3 : 1;
    bool has_escaped_quote = false;
    for (;;) {
        char c = text[lexer->at];
        if (c == quote) {
            if (!is_triple || (text[lexer->at + 1] == quote && text[lexer->at + 2] == quote)) {
                lexer->at += is_triple ? 3 : 1;
                return token_end(lexer, token, TOK_STRING);
            }
            lexer->at++;
        } else if (c == '\n') {
            if (!is_triple) {
                const LexerMode *mode = lexer->mode_count ? &lexer->modes[lexer->mode_count - 1] : NULL;
                if (mode && mode->quote == quote && !mode->is_triple) /* rather the f-string's end */
                    return lexer_fail(lexer, DIAG_SYNTAX_ERROR, token->line, token->col, token->col,
                                      "f-string: expecting '}'");
                if (has_escaped_quote)
                    return lexer_fail(lexer, DIAG_SYNTAX_ERROR, token->line, token->col, token->col,
                                      "unterminated string literal (detected at line %u); perhaps you "
                                      "escaped the end quote?",
                                      lexer->line);
                return fail_unterminated(lexer, token->line, token->col, false, false);
            }
            pass_newline(lexer);
        } else if (lexer->at >= lexer->length) {
            lexer->at = lexer->length;
            if (is_triple)
                lexer->hit_end_in_string = true;
            return fail_unterminated(lexer, token->line, token->col, is_triple, false);
        } else if (c == '\\') {
            lexer->at++;
            has_escaped_quote |= text[lexer->at] == quote;
            if (text[lexer->at] == '\n' && lexer->at + 1 < lexer->length)
                pass_newline(lexer);
            else if (text[lexer->at] == '\n')
                return fail_unterminated(lexer, token->line, token->col, is_triple, false);
            else
                lexer->at++;
        } else {
            lexer->at++;
        }
    }
}

static LexerMode *top_mode(Lexer *lexer)
{
    return lexer->mode_count ? &lexer->modes[lexer->mode_count - 1] : NULL;
}

static bool push_mode(Lexer *lexer, LexerMode mode)
{
    uint32_t fstrings = mode.kind == LEX_TEXT;
    for (uint32_t i = 0; i < lexer->mode_count; i++)
        fstrings += lexer->modes[i].kind == LEX_TEXT;
    if (lexer->mode_count >= LEXER_MAX_MODES || fstrings > LEXER_MAX_FSTRINGS)
        return false;
    lexer->modes[lexer->mode_count++] = mode;
    return true;
}

static TokenType lex_fstring_start(Lexer *lexer, Token *token, bool is_raw)
{
    const char *text = lexer->text;
    char quote = text[lexer->at];
    bool is_triple = text[lexer->at + 1] == quote && text[lexer->at + 2] == quote;
    LexerMode mode = { LEX_TEXT, quote, is_triple, is_raw, 0, token->line, token->col, token->start };
    if (!push_mode(lexer, mode))
        return fail_at(lexer, token->start, "too many nested f-strings");
    lexer->at += is_triple ? 3 : 1;
    return token_end(lexer, token, TOK_FSTRING_START);
}

static TokenType open_bracket(Lexer *lexer, Token *token, TokenType type, bool is_replacement)
{
    if (lexer->level >= LEXER_MAX_BRACKETS)
        return fail_at(lexer, token->start, "too many nested parentheses");
    lexer->brackets[lexer->level++] =
        (Bracket){ lexer->text[lexer->at], is_replacement, token->line, token->col };
    lexer->at++;
    return token_end(lexer, token, type);
}

/* The text of an f-string or of a format up to "{", "}" or the end quote; those when it is empty. */
static TokenType lex_fstring_text(Lexer *lexer, Token *token)
{
    const char *text = lexer->text;
    LexerMode *mode = top_mode(lexer);
    bool is_spec = mode->kind == LEX_SPEC;
    token_begin(lexer, token);
    for (;;) {
        char c = text[lexer->at];
        bool is_empty = lexer->at == token->start;
        if (lexer->at >= lexer->length) {
            if (mode->is_triple)
                lexer->hit_end_in_string = true;
            return fail_unterminated(lexer, mode->line, mode->col, mode->is_triple, true);
        }
        if (c == mode->quote && (!mode->is_triple || (text[lexer->at + 1] == mode->quote &&
                                                      text[lexer->at + 2] == mode->quote))) {
            if (!is_empty)
                break;
            lexer->at += mode->is_triple ? 3 : 1;
            while (top_mode(lexer)->kind != LEX_TEXT) /* a field was not closed: the parser says so */
                lexer->mode_count--;
            lexer->mode_count--;
            return token_end(lexer, token, TOK_FSTRING_END);
        }
        if (c == '\n') {
            if (!mode->is_triple) {
                if (is_spec) { /* the format ends; its field goes on */
                    lexer->mode_count--;
                    return is_empty ? lexer_next(lexer, token)
                                    : token_end(lexer, token, TOK_FSTRING_MIDDLE);
                }
                return fail_unterminated(lexer, mode->line, mode->col, false, true);
            }
            pass_newline(lexer);
        } else if (c == '{') {
            if (text[lexer->at + 1] == '{' && !is_spec) {
                lexer->at += 2;
                continue;
            }
            if (!is_empty)
                break;
            uint32_t depth = 0;
            for (uint32_t i = lexer->mode_count; i && lexer->modes[i - 1].kind != LEX_TEXT; i--)
                depth += lexer->modes[i - 1].kind == LEX_FIELD;
            if (depth >= 3)
                {
                uint32_t col = column_of(lexer, lexer->at) - 1; /* as CPython counts here */
                return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col,
                                  "f-string: expressions nested too deeply");
            }
            TokenType type = open_bracket(lexer, token, TOK_LBRACE, true);
            LexerMode field = *mode;
            field.kind = LEX_FIELD;
            field.level = (uint8_t)lexer->level;
            if (type != TOK_ERROR && !push_mode(lexer, field))
                return fail_at(lexer, token->start, "too many nested f-strings");
            return type;
        } else if (c == '}') {
            if (is_spec) {
                if (!is_empty)
                    break;
                lexer->mode_count -= 2; /* the format and its field */
                lexer->level--;
                lexer->at++;
                return token_end(lexer, token, TOK_RBRACE);
            }
            if (text[lexer->at + 1] != '}') {
                return fail_at(lexer, lexer->at, "f-string: single '}' is not allowed");
            }
            lexer->at += 2;
        } else if (c == '\\') {
            lexer->at++;
            char next = text[lexer->at];
            if (next == '\n' && lexer->at + 1 < lexer->length)
                pass_newline(lexer);
            else if (next == 'N' && text[lexer->at + 1] == '{' && !mode->is_raw) {
                while (lexer->at < lexer->length && text[lexer->at] != '}' &&
                       text[lexer->at] != '\n' && text[lexer->at] != mode->quote)
                    lexer->at++;
                if (text[lexer->at] == '}')
                    lexer->at++;
            } else if (next != '{' && next != '}' && lexer->at < lexer->length && next != '\n') {
                lexer->at++;
            }
        } else {
            lexer->at++;
        }
    }
    return token_end(lexer, token, TOK_FSTRING_MIDDLE);
}

/* Prefix letters of a string at `at`: their count when a quote follows, else -1. */
static int string_prefix(const char *text, bool *is_fstring, bool *is_raw)
{
    bool saw_b = false, saw_u = false;
    *is_fstring = *is_raw = false;
    for (int i = 0; i < 3; i++) {
        switch (text[i]) {
        case '"':
        case '\'': return i;
        case 'b':
        case 'B':
            if (saw_b || saw_u || *is_fstring)
                return -1;
            saw_b = true;
            break;
        case 'u':
        case 'U':
            if (saw_b || saw_u || *is_raw || *is_fstring)
                return -1;
            saw_u = true;
            break;
        case 'r':
        case 'R':
            if (*is_raw || saw_u)
                return -1;
            *is_raw = true;
            break;
        case 'f':
        case 'F':
            if (*is_fstring || saw_b || saw_u)
                return -1;
            *is_fstring = true;
            break;
        default: return -1;
        }
    }
    return -1;
}

/* ---- operators ---- */

static TokenType close_bracket(Lexer *lexer, Token *token, TokenType type)
{
    const char *text = lexer->text;
    char byte = text[lexer->at];
    LexerMode *mode = top_mode(lexer);
    bool in_field = mode && mode->kind == LEX_FIELD;
    if (in_field && lexer->level == mode->level && byte == '}') {
        lexer->level--;
        lexer->mode_count--;
        lexer->at++;
        return token_end(lexer, token, type);
    }
    char message[120];
    if (!lexer->level || (in_field && lexer->level == mode->level)) {
        uint32_t col = column_of(lexer, lexer->at);
        return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col, "%sunmatched '%c'",
                          in_field ? "f-string: " : "", byte);
    }
    Bracket open = lexer->brackets[lexer->level - 1];
    if (byte != (open.byte == '(' ? ')' : open.byte == '[' ? ']' : '}')) {
        char on_line[24] = "";
        if (open.line != lexer->line)
            snprintf(on_line, sizeof on_line, " on line %u", open.line);
        snprintf(message, sizeof message,
                 "closing parenthesis '%c' does not match opening parenthesis '%c'%s", byte, open.byte,
                 on_line);
        return fail_at(lexer, lexer->at, message);
    }
    lexer->level--;
    lexer->at++;
    return token_end(lexer, token, type);
}

static TokenType lex_operator(Lexer *lexer, Token *token)
{
    const char *t = lexer->text + lexer->at;
    uint32_t length = 1;
    TokenType type;
#define IF2(byte, NAME) if (t[1] == (byte)) { type = TOK_##NAME; length = 2; }
#define IF3(b1, b2, NAME) if (t[1] == (b1) && t[2] == (b2)) { type = TOK_##NAME; length = 3; }
    switch (t[0]) {
    case '(': return open_bracket(lexer, token, TOK_LPAR, false);
    case '[': return open_bracket(lexer, token, TOK_LSQB, false);
    case '{': return open_bracket(lexer, token, TOK_LBRACE, false);
    case ')': return close_bracket(lexer, token, TOK_RPAR);
    case ']': return close_bracket(lexer, token, TOK_RSQB);
    case '}': return close_bracket(lexer, token, TOK_RBRACE);
    case ',': type = TOK_COMMA; break;
    case ';': type = TOK_SEMI; break;
    case '~': type = TOK_TILDE; break;
    case ':': {
        type = TOK_COLON;
        LexerMode *mode = top_mode(lexer);
        if (mode && mode->kind == LEX_FIELD && mode->level == lexer->level) {
            LexerMode spec = *mode;
            spec.kind = LEX_SPEC;
            if (!push_mode(lexer, spec))
                return fail_at(lexer, token->start, "too many nested f-strings");
            break;
        }
        IF2('=', WALRUS)
        break;
    }
    case '.': type = TOK_DOT; IF3('.', '.', ELLIPSIS) break;
    case '=': type = TOK_EQUAL; IF2('=', EQ_EQUAL) break;
    case '!': type = TOK_EXCLAMATION; IF2('=', NOT_EQUAL) break;
    case '+': type = TOK_PLUS; IF2('=', PLUS_EQUAL) break;
    case '-': type = TOK_MINUS; IF2('=', MINUS_EQUAL) else IF2('>', ARROW) break;
    case '*':
        type = TOK_STAR;
        IF3('*', '=', DOUBLE_STAR_EQUAL) else IF2('*', DOUBLE_STAR) else IF2('=', STAR_EQUAL)
        break;
    case '/':
        type = TOK_SLASH;
        IF3('/', '=', DOUBLE_SLASH_EQUAL) else IF2('/', DOUBLE_SLASH) else IF2('=', SLASH_EQUAL)
        break;
    case '%': type = TOK_PERCENT; IF2('=', PERCENT_EQUAL) break;
    case '@': type = TOK_AT; IF2('=', AT_EQUAL) break;
    case '&': type = TOK_AMPER; IF2('=', AMPER_EQUAL) break;
    case '|': type = TOK_VBAR; IF2('=', VBAR_EQUAL) break;
    case '^': type = TOK_CIRCUMFLEX; IF2('=', CIRCUMFLEX_EQUAL) break;
    case '<':
        type = TOK_LESS;
        IF3('<', '=', LEFT_SHIFT_EQUAL) else IF2('<', LEFT_SHIFT) else IF2('=', LESS_EQUAL)
        else IF2('>', LESS_GREATER)
        break;
    case '>':
        type = TOK_GREATER;
        IF3('>', '=', RIGHT_SHIFT_EQUAL) else IF2('>', RIGHT_SHIFT) else IF2('=', GREATER_EQUAL)
        break;
    default:
        if ((unsigned char)t[0] < 0x20 || t[0] == 0x7F) {
            uint32_t col = column_of(lexer, lexer->at);
            return lexer_fail(lexer, DIAG_SYNTAX_ERROR, lexer->line, col, col,
                              "invalid non-printable character U+%04X", (unsigned char)t[0]);
        }
        type = TOK_UNKNOWN;
        break;
    }
#undef IF2
#undef IF3
    lexer->at += length;
    return token_end(lexer, token, type);
}

/* Blanks, comments, continuation lines, and inside brackets newlines. False on an error. */
static bool skip_blanks(Lexer *lexer)
{
    const char *text = lexer->text;
    for (;;) {
        char c = text[lexer->at];
        if (c == ' ' || c == '\t' || c == '\f') {
            lexer->at++;
        } else if (c == '#') {
            lexer->comment_at = lexer->at;
            const char *end = memchr(text + lexer->at, '\n', lexer->length - lexer->at);
            lexer->at = (uint32_t)(end - text);
        } else if (c == '\n' && (lexer->level || !lexer->had_content)) {
            pass_newline(lexer);
        } else if (c == '\\') {
            if (!check_continuation(lexer))
                return false;
            lexer->at++;
            pass_newline(lexer);
        } else {
            return true;
        }
    }
}

TokenType lexer_next(Lexer *lexer, Token *token)
{
    if (lexer->failed) {
        token_begin(lexer, token);
        return token_end(lexer, token, TOK_ERROR);
    }
    LexerMode *mode = top_mode(lexer);
    if (mode && mode->kind != LEX_FIELD)
        return lex_fstring_text(lexer, token);
    if (lexer->at_line_start && !lexer->level) {
        lexer->had_content = false;
        if (!read_indentation(lexer)) {
            token_begin(lexer, token);
            return token_end(lexer, token, TOK_ERROR);
        }
    }
    if (lexer->pending) {
        TokenType type = lexer->pending > 0 ? TOK_INDENT : TOK_DEDENT;
        lexer->pending += lexer->pending > 0 ? -1 : 1;
        return virtual_token(lexer, token, type);
    }
    const char *text = lexer->text;
    lexer->comment_at = UINT32_MAX;
    if (!skip_blanks(lexer)) {
        token_begin(lexer, token);
        return token_end(lexer, token, TOK_ERROR);
    }
    char c = text[lexer->at];
    if (lexer->at >= lexer->length) {
        if (lexer->level) {
            lexer->failed = lexer->hit_end = true;
            return virtual_token(lexer, token, TOK_ERROR);
        }
        return virtual_token(lexer, token, TOK_END);
    }
    lexer->had_content = true;
    token_begin(lexer, token);
    if (c == '\n' && lexer->comment_at != UINT32_MAX) {
        token->start = lexer->comment_at;
        token->col -= (uint32_t)utf8_count(text + token->start, lexer->at - token->start);
    }
    if (c == '\n') { /* begins, as CPython has it, with the comment before it */
        token->type = TOK_NEWLINE;
        token->level = 0;
        token->end = lexer->at + 1;
        token->end_line = lexer->line;
        token->end_col = column_of(lexer, lexer->at) + 1;
        pass_newline(lexer);
        lexer->at_line_start = true;
        return TOK_NEWLINE;
    }
    if (is_digit(c) || (c == '.' && is_digit(text[lexer->at + 1]))) {
        TokenType type = number_scan(lexer);
        return type == TOK_ERROR ? TOK_ERROR : token_end(lexer, token, type);
    }
    if (is_ascii_name(c) || (unsigned char)c & 0x80) {
        bool is_fstring, is_raw;
        int prefix = string_prefix(text + lexer->at, &is_fstring, &is_raw);
        if (prefix < 0)
            return lex_name(lexer, token);
        lexer->at += (uint32_t)prefix;
        return is_fstring ? lex_fstring_start(lexer, token, is_raw) : lex_string(lexer, token);
    }
    if (c == '"' || c == '\'')
        return lex_string(lexer, token);
    return lex_operator(lexer, token);
}

/* ---- the listing ---- */

static void dump_text(Sink *sink, const char *bytes, size_t length)
{
    sink_text(sink, "'");
    for (size_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == '\n')
            sink_text(sink, "\\n");
        else if (c == '\'' || c == '\\')
            sink_format(sink, "\\%c", c);
        else if ((unsigned char)c < 0x20 || c == 0x7F)
            sink_format(sink, "\\x%02x", (unsigned char)c);
        else
            sink_bytes(sink, &c, 1);
    }
    sink_text(sink, "'");
}

static const char *colour_of(TokenType type)
{
    if (type >= TOK_FIRST_KEYWORD)
        return "1;34";
    switch (type) {
    case TOK_NAME: return "0";
    case TOK_NUMBER: return "36";
    case TOK_STRING:
    case TOK_FSTRING_START:
    case TOK_FSTRING_MIDDLE:
    case TOK_FSTRING_END: return "32";
    case TOK_NEWLINE:
    case TOK_INDENT:
    case TOK_DEDENT:
    case TOK_END: return "2";
    default: return "33";
    }
}

bool lexer_dump(const Source *source, Sink *sink, Diag *diag)
{
    Lexer lexer;
    lexer_init(&lexer, source, diag);
    for (;;) {
        Token token;
        TokenType type = lexer_next(&lexer, &token);
        if (type == TOK_ERROR) {
            if (lexer.hit_end) {
                Bracket open = lexer.brackets[lexer.level - 1];
                diag_report(diag, DIAG_SYNTAX_ERROR, (Span){ open.line, open.col, 0, 0 },
                            "'%c' was never closed", open.byte);
            }
            return false;
        }
        char range[64], name[32];
        snprintf(range, sizeof range, "%u,%u-%u,%u:", token.line, token.col, token.end_line,
                 token.end_col);
        snprintf(name, sizeof name, "%-15s", token_name(type));
        sink_format(sink, "%-20s", range);
        sink_coloured(sink, colour_of(type), name);
        if (!token.is_virtual) {
            sink_text(sink, " ");
            dump_text(sink, source->text + token.start, token.end - token.start);
        }
        sink_text(sink, "\n");
        if (type == TOK_END)
            return true;
    }
}
