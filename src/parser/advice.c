/* advice.c - hints for wrong program texts: see advice.h.
 *
 * Each code has one function that looks at the diagnostic and at the lines around it. Where it cannot be told from
 * the text what was meant (S07), the text is changed in one place and parsed again: if it then goes further, that
 * was it. */
#include "parser/advice.h"

#include "base/fullwidth.h"
#include "base/utf8.h"
#include "parser/parser.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_SLIPS = 10, NAMED_LINES = 10, MAX_REPARSED_BYTES = 256 * 1024, MAX_TRIES = 12 };

/* A line of the text without its blanks. */
typedef struct Line {
    const char *text;
    size_t length;     /* without blanks at the end */
    size_t blanks;     /* bytes of indentation */
    bool is_empty;     /* nothing but blanks, or a comment */
} Line;

static Line line_at(const Source *source, uint32_t number)
{
    Line line = { .text = "" };
    line.text = source_line(source, number, &line.length);
    while (line.length && strchr(" \t\f\r", line.text[line.length - 1]))
        line.length--;
    while (line.blanks < line.length && strchr(" \t\f", line.text[line.blanks]))
        line.blanks++;
    line.is_empty = line.blanks == line.length || line.text[line.blanks] == '#';
    return line;
}

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

/* Does `word` stand at byte `at` of the line, as a word? */
static bool has_word_at(const Line *line, size_t at, const char *word)
{
    size_t n = strlen(word);
    return at + n <= line->length && memcmp(line->text + at, word, n) == 0 &&
           (at + n == line->length || !is_word_byte(line->text[at + n]));
}

static size_t bytes_of(const Line *line, uint32_t points)
{
    size_t at = 0;
    for (uint32_t point; points && at < line->length; points--) {
        int bytes = utf8_decode(line->text + at, line->length - at, &point);
        at += bytes ? (size_t)bytes : 1;
    }
    return at;
}

static void copy_text(char *out, size_t size, const char *text, size_t length)
{
    if (length >= size) {
        length = size - 1;
        while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(out, text, length);
    out[length] = 0;
}

static bool starts_with(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

/* --- the block of source lines ------------------------------------------------------------------------------- */

static void block_add(Advice *advice, const char *bytes, size_t count)
{
    if (!vec_reserve(&advice->block, count))
        return;
    memcpy(advice->block.items + advice->block.count, bytes, count);
    advice->block.count += (uint32_t)count;
}

static void block_text(Advice *advice, const char *text)
{
    block_add(advice, text, strlen(text));
}

static void block_line(Advice *advice, const Source *source, uint32_t number)
{
    char head[24];
    Line line = line_at(source, number);
    snprintf(head, sizeof head, "%7u | ", number);
    block_text(advice, head);
    block_add(advice, line.text, line.length);
    block_text(advice, "\n");
}

/* One row of marks: begun at the start of the line, it goes on to the right. */
typedef struct Marks {
    Advice *advice;
    Line line;
    size_t at;         /* bytes of the line passed */
} Marks;

static Marks marks_begin(Advice *advice, const Source *source, uint32_t number)
{
    block_text(advice, "        | ");
    return (Marks){ advice, line_at(source, number), 0 };
}

/* Passes the line up to column `upto`, writing `mark` as wide as the text is; ' ' keeps tabs. */
static void marks_pass(Marks *marks, uint32_t upto, char mark)
{
    size_t end = bytes_of(&marks->line, upto);
    while (marks->at < end) {
        uint32_t point;
        int bytes = utf8_decode(marks->line.text + marks->at, marks->line.length - marks->at, &point);
        if (!bytes) {
            bytes = 1;
            point = '?';
        }
        int width = utf8_width(point);
        if (mark == '^' && width == 0)
            width = 1;
        for (int i = 0; i < width && point != '\t'; i++)
            block_add(marks->advice, &mark, 1);
        if (point == '\t')
            block_add(marks->advice, mark == ' ' ? "\t" : &mark, 1);
        marks->at += (size_t)bytes;
    }
}

/* The line of the diagnostic with its carets; `length`: bytes of text to mark instead of the whole span, or 0. */
static void block_error(Advice *advice, const Source *source, const Diag *diag, uint32_t length)
{
    Span span = diag->span;
    Line line = line_at(source, span.line);
    block_line(advice, source, span.line);
    if (span.col == SPAN_NO_COL || bytes_of(&line, span.col) < line.blanks)
        return;
    Marks marks = marks_begin(advice, source, span.line);
    uint32_t points = (uint32_t)utf8_count(marks.line.text, marks.line.length);
    uint32_t end = length ? span.col + length : span.end_line == span.line ? span.end_col : span.end_line ? points : 0;
    if (end <= span.col || end > span.col + 400)
        end = span.col + 1;
    marks_pass(&marks, span.col, ' ');
    for (uint32_t i = points; i < span.col && span.col < points + 2; i++)
        block_text(advice, " ");
    marks_pass(&marks, end, '^');
    if (span.col >= points)
        block_text(advice, "^");
    block_text(advice, "\n");
}

static void number_text(char out[16], size_t n)
{
    snprintf(out, 16, "%u", (unsigned)n);
}

/* The code and its sentence; the block shows the line of the diagnostic unless it holds something already. */
#define ADVISE(advice, source, diag, lang, name, message, ...)                                   \
    do {                                                                                         \
        MESSAGE((advice)->hint, sizeof (advice)->hint, (lang), message, __VA_ARGS__);            \
        snprintf((advice)->code, sizeof (advice)->code, "%s", (name));                           \
        if (!(advice)->block.count)                                                              \
            block_error((advice), (source), (diag), 0);                                          \
    } while (0)

/* --- S01 to S04: full-width characters ------------------------------------------------------------------------ */

/* "3, 7": the lines of the other slips, each once. */
static size_t lines_of_slips(const SlipList *slips, const Slip *first, size_t told, Lang lang, char *out, size_t size)
{
    size_t used = 0, named = 0;
    uint32_t last = 0;
    *out = 0;
    for (uint32_t i = 0; i < slips->count; i++) {
        const Slip *slip = &slips->items[i];
        if ((slip >= first && slip < first + told) || slip->line == last)
            continue;
        last = slip->line;
        if (named++ >= NAMED_LINES)
            continue;
        used += (size_t)snprintf(out + used, size - used, "%s%u", named > 1 ? message_text(MSG_narrate_comma, lang) : "", last);
    }
    if (named > NAMED_LINES)
        snprintf(out + used, size - used, "%s\u2026", message_text(MSG_narrate_comma, lang));
    return named;
}

/* The character that is nearest in the table to the place of the diagnostic. */
static const Slip *slip_at(const SlipList *slips, const Diag *diag)
{
    for (uint32_t i = 0; i < slips->count; i++)
        if (slips->items[i].line == diag->span.line && slips->items[i].col == diag->span.col)
            return &slips->items[i];
    return NULL;
}

static void slip_text(const Source *source, const Slip *slip, char *out, size_t size)
{
    copy_text(out, size, source->text + slip->at, slip->bytes);
}

/* The hint for quotes; how many slips it tells of. */
static size_t advise_quotes(const Source *source, const SlipList *slips, const Slip *slip, Lang lang, char *out, size_t size)
{
    char open[8], close[8], written[80] = "";
    const Slip *end = slip + 1 < slips->items + slips->count ? slip + 1 : NULL;
    slip_text(source, slip, open, sizeof open);
    if (end && end->kind == SLIP_S02 && end->line == slip->line && end->at > slip->at + slip->bytes) {
        slip_text(source, end, close, sizeof close);
        copy_text(written, sizeof written - 4, source->text + slip->at + slip->bytes, end->at - slip->at - slip->bytes);
        char quoted[90];
        snprintf(quoted, sizeof quoted, "%s%s%s", slip->plain, written, end->plain);
        MESSAGE(out, size, lang, hint_S02, open, close, quoted);
        return 2;
    }
    /* several side by side are the mark of a long text */
    size_t count = 1;
    while (slip + count < slips->items + slips->count && slip[count].kind == SLIP_S02 &&
           slip[count].at == slip[count - 1].at + slip[count - 1].bytes && count < 3)
        count++;
    copy_text(written, sizeof written, source->text + slip->at, slip[count - 1].at + slip[count - 1].bytes - slip->at);
    char plain[8] = "";
    for (size_t i = 0; i < count; i++)
        strcat(plain, slip[i].plain);
    MESSAGE(out, size, lang, hint_S02_one, written, plain);
    return count;
}

/* The whole word or number is told, with what of it is half-width: `1\uFF12` is 12. */
static size_t advise_alnum(const Source *source, const Slip *slip, const Slip *end, Lang lang, char *out, size_t size)
{
    char plain[60] = "";
    const char *text = source->text;
    size_t used = 0, from = slip->at, at = slip->at;
    const Slip *s = slip;
    while (from > 0 && slip->at - from < 20 && (unsigned char)text[from - 1] < 0x80 &&
           (is_word_byte(text[from - 1]) || text[from - 1] == '.'))
        from--;
    used = (size_t)snprintf(plain, sizeof plain, "%.*s", (int)(slip->at - from), text + from);
    for (; used + 4 < sizeof plain; used = strlen(plain)) {
        if (s < end && s->at == at && s->kind == SLIP_S04) {
            snprintf(plain + used, sizeof plain - used, "%s", s->plain);
            at += s->bytes;
            s++;
        } else if ((unsigned char)text[at] < 0x80 && (is_word_byte(text[at]) || text[at] == '.')) {
            plain[used] = text[at++];
            plain[used + 1] = 0;
        } else {
            break;
        }
    }
    MESSAGE(out, size, lang, hint_S04, plain);
    return (size_t)(s - slip);
}

/* Every line with slips, marked: SHOWN_SLIPS of them at most, the one of the diagnostic among them. */
static void block_slips(Advice *advice, const Source *source, const SlipList *slips, const Slip *first)
{
    uint32_t from = (uint32_t)(first - slips->items), shown = 0;
    for (uint32_t i = from < SHOWN_SLIPS ? 0 : from; i < slips->count && shown < SHOWN_SLIPS;) {
        uint32_t line = slips->items[i].line;
        block_line(advice, source, line);
        Marks marks = marks_begin(advice, source, line);
        for (; i < slips->count && slips->items[i].line == line; i++, shown++) {
            if (shown >= SHOWN_SLIPS)
                continue;
            marks_pass(&marks, slips->items[i].col, ' ');
            marks_pass(&marks, slips->items[i].col + 1, '^');
        }
        block_text(advice, "\n");
    }
}

/* The command that does it, where there is a file. */
static void add_fix(Advice *advice, const Source *source, Lang lang)
{
    char whole[600];
    if (!*source->name || *source->name == '<')
        return;
    snprintf(whole, sizeof whole, "%.599s", advice->hint);
    MESSAGE(advice->hint, sizeof advice->hint, lang, hint_fix_all, whole, source->name);
}

static bool advise_fullwidth(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    bool is_string = starts_with(diag->message, "unterminated ");
    if (!is_string && !starts_with(diag->message, "invalid character '") &&
        !starts_with(diag->message, "invalid non-printable character U+"))
        return false;
    SlipList slips = { 0 };
    const Slip *slip = NULL;
    char base[400] = "", more[16], lines[120];
    if (fullwidth_scan(source->text, source->length, &slips)) {
        slip = slip_at(&slips, diag);
        for (uint32_t i = 0; is_string && !slip && i < slips.count; i++)
            if (slips.items[i].kind == SLIP_S02 && slips.items[i].line == diag->span.line)
                slip = &slips.items[i];
    }
    if (slip) {
        char character[8], plain[4] = "";
        size_t told = 1;
        slip_text(source, slip, character, sizeof character);
        const char *name = fullwidth_name(slip->point, lang, plain);
        switch (slip->kind) {
        case SLIP_S01: MESSAGE(base, sizeof base, lang, hint_S01, character, name, slip->plain); break;
        case SLIP_S02: told = advise_quotes(source, &slips, slip, lang, base, sizeof base); break;
        case SLIP_S03:
            if (*slip->plain)
                MESSAGE(base, sizeof base, lang, hint_S03, name);
            else
                MESSAGE(base, sizeof base, lang, hint_S03_none, name);
            break;
        case SLIP_S04: told = advise_alnum(source, slip, slips.items + slips.count, lang, base, sizeof base); break;
        }
        block_slips(advice, source, &slips, slip);
        number_text(more, slips.count - told);
        size_t others = lines_of_slips(&slips, slip, told, lang, lines, sizeof lines);
        if (others == 0)
            snprintf(advice->hint, sizeof advice->hint, "%s", base);
        else if (others == 1)
            MESSAGE(advice->hint, sizeof advice->hint, lang, hint_more_line, base, more, lines);
        else
            MESSAGE(advice->hint, sizeof advice->hint, lang, hint_more_lines, base, more, lines);
        if (others)
            add_fix(advice, source, lang);
        snprintf(advice->code, sizeof advice->code, "%s", fullwidth_code(slip->kind));
    }
    vec_free(&slips);
    return *advice->code != 0;
}

/* --- S05, S06: await in the wrong place ------------------------------------------------------------------------ */

/* The line of the `def` around line `number`, or 0; *is_async: it is an async def. */
static uint32_t enclosing_def(const Source *source, uint32_t number, bool *is_async)
{
    Line line = line_at(source, number);
    size_t indent = line.blanks;
    for (uint32_t n = number - 1; n > 0 && indent > 0; n--) {
        line = line_at(source, n);
        if (line.is_empty || line.blanks >= indent)
            continue;
        indent = line.blanks;
        *is_async = has_word_at(&line, indent, "async");
        if (*is_async || has_word_at(&line, indent, "def"))
            return n;
        if (has_word_at(&line, indent, "class"))
            return 0;
    }
    return 0;
}

static bool advise_await(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    bool outside = strcmp(diag->message, "'await' outside function") == 0;
    bool plain = !outside && strstr(diag->message, "outside async") && diag->message[0] == '\'';
    bool comprehension = strcmp(diag->message, "asynchronous comprehension outside of an asynchronous function") == 0;
    bool is_async = false;
    if ((!outside && !plain && !comprehension) || diag->span.col == SPAN_NO_COL)
        return false;
    Line line = line_at(source, diag->span.line);
    size_t at = bytes_of(&line, diag->span.col);
    uint32_t def = enclosing_def(source, diag->span.line, &is_async);
    const char *colon = memchr(line.text, ':', line.length);
    if (!def && has_word_at(&line, line.blanks, "def") && colon && colon < line.text + at) { /* all on one line */
        def = diag->span.line;
        is_async = false;
    }
    uint32_t length = has_word_at(&line, at, "await") || has_word_at(&line, at, "async") ? 5 : 0;
    for (size_t i = line.blanks; i < at; i++)
        if (has_word_at(&line, i, "lambda") && (i == 0 || !is_word_byte(line.text[i - 1])))
            return false; /* inside a lambda another function would help, not `async` */
    if (!def) {
        if (line.blanks && !outside && !line.is_empty) {
            for (uint32_t n = diag->span.line - 1; n > 0; n--) {
                Line other = line_at(source, n);
                if (!other.is_empty && other.blanks < line.blanks && has_word_at(&other, other.blanks, "class"))
                    return false;
            }
        }
        block_error(advice, source, diag, length);
        ADVISE(advice, source, diag, lang, "S05", hint_S05, NULL);
        return true;
    }
    if (is_async)
        return false;
    line = line_at(source, def);
    size_t name = line.blanks + 3, end;
    while (name < line.length && line.text[name] == ' ')
        name++;
    for (end = name; end < line.length && is_word_byte(line.text[end]); end++)
        ;
    char text[120], called[80];
    copy_text(called, sizeof called, line.text + name, end - name);
    if (line.text[line.length - 1] == ':' && line.length - line.blanks < sizeof text)
        copy_text(text, sizeof text, line.text + line.blanks, line.length - line.blanks);
    else
        snprintf(text, sizeof text, "def %.80s(...):", called);
    if (def != diag->span.line) {
        block_line(advice, source, def);
        Marks marks = marks_begin(advice, source, def);
        uint32_t col = (uint32_t)utf8_count(line.text, line.blanks);
        marks_pass(&marks, col, ' ');
        marks_pass(&marks, col + 3, '~');
        block_text(advice, " ");
        block_text(advice, message_text(MSG_hint_S06_note, lang));
        block_text(advice, "\n");
    }
    block_error(advice, source, diag, length);
    ADVISE(advice, source, diag, lang, "S06", hint_S06, text, called);
    return true;
}

/* --- S07: something else was meant ------------------------------------------------------------------------------ */

/* Does the text go further with bytes [from, upto) replaced? */
static bool goes_further(const Source *source, const Diag *diag, size_t from, size_t upto, const char *by)
{
    size_t n = strlen(by), length = source->length - (upto - from) + n;
    char *text = mem_alloc(length + 1);
    if (!text)
        return false;
    memcpy(text, source->text, from);
    memcpy(text + from, by, n);
    memcpy(text + from + n, source->text + upto, source->length - upto);
    text[length] = 0;
    Source changed;
    Diag other = { 0 };
    Arena arena;
    Node *root = NULL;
    arena_init(&arena);
    bool good = source_init(&changed, source->name, text, length, &other) &&
                parser_parse(&changed, PARSE_FILE, &arena, &root, &other) == PARSE_OK;
    if (!good && diag_is_syntax(other.type))
        good = other.span.line > diag->span.line;
    arena_free(&arena);
    source_free(&changed);
    mem_free(text, length + 1);
    return good;
}

/* Edits from one word to the other, swapped neighbours counting as one; 9: too many. */
static int distance(const char *a, size_t n, const char *b)
{
    enum { LONGEST = 10 };
    size_t m = strlen(b);
    unsigned char rows[LONGEST + 1][LONGEST + 1];
    if (n > LONGEST || m > LONGEST)
        return 9;
    for (size_t i = 0; i <= n; i++)
        for (size_t k = 0; k <= m; k++) {
            int best = i == 0 ? (int)k : k == 0 ? (int)i : 9;
            if (i && k) {
                int change = rows[i - 1][k - 1] + (a[i - 1] != b[k - 1]);
                best = rows[i - 1][k] + 1 < rows[i][k - 1] + 1 ? rows[i - 1][k] + 1 : rows[i][k - 1] + 1;
                best = change < best ? change : best;
                if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1] && rows[i - 2][k - 2] + 1 < best)
                    best = rows[i - 2][k - 2] + 1;
            }
            rows[i][k] = (unsigned char)best;
        }
    return rows[n][m];
}

static const char *const keywords[] = {
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
};
/* What other languages call it. */
static const char *const foreign[][2] = {
    { "elseif", "elif" }, { "elsif", "elif" }, { "function", "def" }, { "func", "def" }, { "fn", "def" }, { "fun", "def" },
    { "foreach", "for" }, { "catch", "except" }, { "throw", "raise" }, { "until", "while" },
};

typedef struct Search {
    const Source *source;
    const Diag *diag;
    size_t start;          /* offset of the line */
    int tries;
    char meant[80];        /* what was found */
} Search;

static bool try_it(Search *search, size_t from, size_t upto, const char *by, const char *said)
{
    if (search->tries++ >= MAX_TRIES || !goes_further(search->source, search->diag, search->start + from, search->start + upto, by))
        return false;
    snprintf(search->meant, sizeof search->meant, "%s", said);
    return true;
}

static bool try_word(Search *search, const Line *line, size_t from, size_t upto)
{
    const char *word = line->text + from;
    size_t n = upto - from;
    for (size_t i = 0; i < sizeof foreign / sizeof foreign[0]; i++)
        if (strlen(foreign[i][0]) == n && memcmp(word, foreign[i][0], n) == 0 &&
            try_it(search, from, upto, foreign[i][1], foreign[i][1]))
            return true;
    if (n == 4 && memcmp(word, "else", 4) == 0) { /* else if */
        size_t next = upto;
        while (next < line->length && line->text[next] == ' ')
            next++;
        return next > upto && has_word_at(line, next, "if") && try_it(search, from, next + 2, "elif", "elif");
    }
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
        if (strlen(keywords[i]) == n && memcmp(word, keywords[i], n) == 0)
            return false;
    for (int near = 1; near <= (n > 4 ? 2 : 1) && n > 1; near++)
        for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
            if (distance(word, n, keywords[i]) == near && try_it(search, from, upto, keywords[i], keywords[i]))
                return true;
    return false;
}

/* i++, a && b, !x, a === b: signs of other languages. */
static bool try_sign(Search *search, const Line *line, size_t at)
{
    const char *t = line->text + at;
    char more[80];
    if (at + 1 < line->length && ((t[0] == '+' && t[1] == '+') || (t[0] == '-' && t[1] == '-'))) {
        size_t from = at;
        while (from > 0 && is_word_byte(line->text[from - 1]))
            from--;
        if (from == at || at - from > 60)
            return false;
        snprintf(more, sizeof more, "%.*s %c= 1", (int)(at - from), line->text + from, t[0]);
        return try_it(search, from, at + 2, more, more);
    }
    if (at + 1 < line->length && t[0] == '&' && t[1] == '&')
        return try_it(search, at, at + 2, " and ", "and");
    if (at + 1 < line->length && t[0] == '|' && t[1] == '|')
        return try_it(search, at, at + 2, " or ", "or");
    if (at + 2 < line->length && memcmp(t, "===", 3) == 0)
        return try_it(search, at, at + 3, "==", "==");
    if (at + 1 < line->length && t[0] == '<' && t[1] == '>')
        return try_it(search, at, at + 2, "!=", "!=");
    if (t[0] == '!' && (at + 1 == line->length || t[1] != '='))
        return try_it(search, at, at + 1, " not ", "not");
    return false;
}

static bool advise_meant(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    if (source->length > MAX_REPARSED_BYTES || diag->type != DIAG_SYNTAX_ERROR || diag->span.line > source->line_count)
        return false;
    if (!starts_with(diag->message, "invalid syntax") && !starts_with(diag->message, "expected ") &&
        !starts_with(diag->message, "unmatched"))
        return false;
    Line line = line_at(source, diag->span.line);
    Search search = { .source = source, .diag = diag, .start = source->line_starts[diag->span.line - 1] };
    char quote = 0;
    bool found = false;
    for (size_t at = line.blanks; at < line.length && !found; at++) {
        char c = line.text[at];
        if (quote) {
            at += c == '\\';
            quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#') {
            break;
        } else if (is_word_byte(c)) {
            size_t from = at;
            while (at + 1 < line.length && is_word_byte(line.text[at + 1]))
                at++;
            found = !isdigit((unsigned char)c) && try_word(&search, &line, from, at + 1);
        } else {
            found = try_sign(&search, &line, at);
        }
    }
    if (found)
        ADVISE(advice, source, diag, lang, "S07", hint_S07, search.meant);
    return found;
}

/* --- S08 to S13: texts that were copied, and other slips --------------------------------------------------------- */

static bool is_keyword(const char *word, size_t n)
{
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
        if (strlen(keywords[i]) == n && memcmp(word, keywords[i], n) == 0)
            return true;
    return false;
}

/* 1oop, 0bject: digits read for letters. */
static bool advise_digit(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    static const char *const names[] = { "loop", "list", "len", "lambda", "locals", "load", "line", "lock", "object",
                                         "open", "ord", "os", "or", "on", "out", "output", "old" };
    if (!starts_with(diag->message, "invalid decimal literal") || diag->span.col == SPAN_NO_COL)
        return false;
    Line line = line_at(source, diag->span.line);
    size_t from = bytes_of(&line, diag->span.col), upto;
    while (from > 0 && is_word_byte(line.text[from - 1]))
        from--;
    for (upto = from; upto < line.length && is_word_byte(line.text[upto]); upto++)
        ;
    size_t letters = from;
    while (letters < upto && !isalpha((unsigned char)line.text[letters]) && (unsigned char)line.text[letters] < 0x80)
        letters++;
    if (letters == upto || (upto - letters == 1 && (line.text[letters] | 0x20) == 'e') || (from > 0 && line.text[from - 1] == '.'))
        return false; /* a number after all */
    if (is_keyword(line.text + letters, upto - letters))
        return false; /* `1if x else y` under -W error */
    char word[60], written[60];
    copy_text(word, sizeof word, line.text + from, upto - from);
    copy_text(written, sizeof written, word, strlen(word));
    for (char *p = word; *p && isdigit((unsigned char)*p); p++)
        *p = *p == '1' ? 'l' : *p == '0' ? 'o' : *p;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(word, names[i]) == 0) {
            ADVISE(advice, source, diag, lang, "S08", hint_S08_meant, written, word);
            return true;
        }
    ADVISE(advice, source, diag, lang, "S08", hint_S08, written);
    return true;
}

/* def f: */
static bool advise_brackets(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    Line line = line_at(source, diag->span.line);
    if (strcmp(diag->message, "expected '('") != 0 || line.is_empty)
        return false;
    size_t name = line.blanks, end;
    if (has_word_at(&line, name, "async"))
        name += 6;
    if (name >= line.length || !has_word_at(&line, name, "def"))
        return false;
    for (name += 3; name < line.length && line.text[name] == ' '; name++)
        ;
    for (end = name; end < line.length && is_word_byte(line.text[end]); end++)
        ;
    if (end < line.length && line.text[end] != ':' && line.text[end] != ' ')
        return false;
    char text[160];
    snprintf(text, sizeof text, "%.*s():", (int)(end - line.blanks > 150 ? 150 : end - line.blanks), line.text + line.blanks);
    ADVISE(advice, source, diag, lang, "S09", hint_S09, text);
    return true;
}

/* The line that shows how this text is indented, when it is by tabs; else 0. */
static uint32_t line_with_tab(const Source *source, uint32_t near)
{
    uint32_t found = 0;
    for (uint32_t n = 1; n <= source->line_count && (!found || n <= near + 20); n++) {
        Line line = line_at(source, n);
        if (line.is_empty || !line.blanks)
            continue;
        if (line.text[0] == ' ' && !found)
            return 0;
        if (line.text[0] == '\t' && (!found || (found < near && n > near)))
            found = n;
    }
    return found;
}

/* if x:
 * y = 1 */
/* Was the block left empty? A comment stands in its place, or what follows begins something new. */
static bool is_left_out(const Source *source, uint32_t head, uint32_t next)
{
    static const char *const begins[] = { "def ", "async def ", "class ", "@", "import ", "from " };
    Line first = line_at(source, head), line = line_at(source, next);
    for (uint32_t n = head + 1; n < next; n++) {
        Line between = line_at(source, n);
        if (between.length > between.blanks && between.blanks > first.blanks)
            return true;
    }
    for (size_t i = 0; i < sizeof begins / sizeof begins[0]; i++)
        if (line.blanks == first.blanks && starts_with(line.text + line.blanks, begins[i]))
            return true;
    return line.blanks < first.blanks;
}

static bool advise_indent(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    const char *on = strstr(diag->message, " on line ");
    if (diag->type != DIAG_INDENTATION_ERROR || !starts_with(diag->message, "expected an indented block after ") || !on)
        return false;
    uint32_t head = 0;
    for (const char *p = on + 9; isdigit((unsigned char)*p); p++)
        head = head * 10 + (uint32_t)(*p - '0');
    char where[16], blanks[16], of[16];
    Line first = line_at(source, head), line = line_at(source, diag->span.line);
    number_text(where, diag->span.line);
    number_text(of, head);
    number_text(blanks, first.blanks + 4);
    block_line(advice, source, head);
    if (line.is_empty || diag->span.line <= head || is_left_out(source, head, diag->span.line)) {
        if (!line.is_empty && diag->span.line > head)
            block_error(advice, source, diag, 0);
        ADVISE(advice, source, diag, lang, "S10", hint_S10_end, of);
        return true;
    }
    block_error(advice, source, diag, 0);
    uint32_t shown = line_with_tab(source, diag->span.line);
    char like[16];
    number_text(like, shown);
    if (shown && first.blanks == 0)
        ADVISE(advice, source, diag, lang, "S10", hint_S10_tab, where, of, like);
    else
        ADVISE(advice, source, diag, lang, "S10", hint_S10, where, of, blanks);
    return true;
}

/* asyncio.ensure future(x) */
static bool advise_joined(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    static const char *const names[] = {
        "ensure_future", "create_task", "create_future", "get_event_loop", "new_event_loop", "set_event_loop",
        "get_running_loop", "run_until_complete", "run_forever", "call_soon", "call_later", "call_at", "wait_for",
        "as_completed", "to_thread", "set_result", "set_exception", "add_done_callback", "current_task", "all_tasks",
        "task_done", "put_nowait", "get_nowait",
    };
    if (!starts_with(diag->message, "invalid syntax"))
        return false;
    Line line = line_at(source, diag->span.line);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char apart[40];
        snprintf(apart, sizeof apart, "%s", names[i]);
        for (char *p = apart; *p; p++)
            *p = *p == '_' ? ' ' : *p;
        size_t n = strlen(apart);
        for (size_t at = line.blanks; at + n <= line.length; at++)
            if (memcmp(line.text + at, apart, n) == 0 && (at == 0 || !is_word_byte(line.text[at - 1])) &&
                (at + n == line.length || !is_word_byte(line.text[at + n]))) {
                ADVISE(advice, source, diag, lang, "S11", hint_S11, names[i]);
                return true;
            }
    }
    return false;
}

/* Does the line look like what a program prints: `Task: <Task pending ...>`, `res:`, `After calling loop`? */
static bool looks_printed(const Line *line, bool *surely)
{
    size_t at = 0, words = 0;
    if (line->is_empty || line->blanks)
        return false;
    while (at < line->length && is_word_byte(line->text[at])) {
        size_t from = at;
        while (at < line->length && is_word_byte(line->text[at]))
            at++;
        if (is_keyword(line->text + from, at - from) || isdigit((unsigned char)line->text[from]))
            return false;
        words++;
        while (at < line->length && line->text[at] == ' ')
            at++;
    }
    if (words && at < line->length && line->text[at] == ':') {
        for (at++; at < line->length && line->text[at] == ' '; at++)
            ;
        if (at == line->length || line->text[at] == '<')
            *surely = true;
        return true;
    }
    return words >= 2 && at == line->length;
}

static bool advise_printed(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    bool surely = false;
    uint32_t first = diag->span.line, last = first;
    if (!starts_with(diag->message, "invalid syntax"))
        return false;
    Line line = line_at(source, first);
    if (!looks_printed(&line, &surely))
        return false;
    for (uint32_t n = first + 1; n <= source->line_count; n++) {
        line = line_at(source, n);
        if (line.is_empty)
            continue;
        if (!looks_printed(&line, &surely))
            break;
        last = n;
    }
    if (!surely)
        return false;
    char from[16], to[16];
    number_text(from, first);
    number_text(to, last);
    block_error(advice, source, diag, 0);
    for (uint32_t n = first + 1, shown = 1; n <= last && shown < SHOWN_SLIPS; n++, shown++)
        block_line(advice, source, n);
    if (first == last)
        ADVISE(advice, source, diag, lang, "S12", hint_S12_one, from);
    else
        ADVISE(advice, source, diag, lang, "S12", hint_S12, from, to);
    return true;
}

/* `将 "可执行" 和 "已完成" 的任务返回`: words of Chinese outside texts and comments, where no program stands. */
static bool advise_sentence(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    enum { MANY = 6 };
    Line line = line_at(source, diag->span.line);
    size_t chinese = 0;
    char quote = 0, where[16];
    if (!starts_with(diag->message, "invalid syntax"))
        return false;
    for (size_t i = line.blanks; i < line.length; i++) {
        unsigned char c = (unsigned char)line.text[i];
        if (quote)
            quote = c == (unsigned char)quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = (char)c;
        else if (c == '#')
            break;
        else
            chinese += c >= 0xE3 && c <= 0xE9; /* the first byte of U+3000 to U+9FFF */
    }
    if (chinese < MANY)
        return false;
    number_text(where, diag->span.line);
    block_error(advice, source, diag, 0);
    ADVISE(advice, source, diag, lang, "S12", hint_S12_sentence, where);
    return true;
}

static bool advise_unexpected(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    if (diag->type != DIAG_INDENTATION_ERROR || strcmp(diag->message, "unexpected indent") != 0)
        return false;
    size_t least = SIZE_MAX;
    uint32_t before = 0;
    char blanks[16], where[16], other[16];
    for (uint32_t n = 1; n <= source->line_count; n++) {
        Line line = line_at(source, n);
        if (line.blanks == line.length)
            continue;
        if (line.blanks < least)
            least = line.blanks;
        if (n < diag->span.line && !line.is_empty)
            before = n;
    }
    number_text(where, diag->span.line);
    if (least > 0 && least != SIZE_MAX && !before) {
        number_text(blanks, least);
        if (least == 1)
            ADVISE(advice, source, diag, lang, "S13", hint_S13_one, NULL);
        else
            ADVISE(advice, source, diag, lang, "S13", hint_S13_all, blanks);
        add_fix(advice, source, lang);
        return true;
    }
    if (!before)
        return false;
    number_text(other, before);
    size_t wanted = line_at(source, before).blanks;
    number_text(blanks, wanted);
    block_line(advice, source, before);
    block_error(advice, source, diag, 0);
    if (wanted)
        ADVISE(advice, source, diag, lang, "S13", hint_S13, where, other, blanks);
    else
        ADVISE(advice, source, diag, lang, "S13", hint_S13_none, where, other);
    return true;
}

/* --- finding ----------------------------------------------------------------------------------------------------- */

void advice_find(const Source *source, const Diag *diag, Lang lang, Advice *advice)
{
    static bool (*const all[])(const Source *, const Diag *, Lang, Advice *) = {
        advise_fullwidth, advise_await, advise_digit, advise_brackets, advise_indent, advise_unexpected,
        advise_joined, advise_meant, advise_printed, advise_sentence,
    };
    memset(advice, 0, sizeof *advice);
    if (!source->text || !diag_is_syntax(diag->type) || !diag->span.line || diag->span.line > source->line_count)
        return;
    for (size_t i = 0; i < sizeof all / sizeof all[0] && !*advice->code; i++)
        if (!all[i](source, diag, lang, advice))
            advice->block.count = 0;
}

void advice_free(Advice *advice)
{
    vec_free(&advice->block);
}

void advice_render(Sink *sink, const Diag *diag, const Source *source, Lang lang)
{
    Advice advice;
    advice_find(source, diag, lang, &advice);
    if (!*advice.code) {
        diag_render(sink, diag, source);
    } else {
        char line[1000];
        sink_format(sink, "  File \"%s\", line %u\n", source->name, diag->span.line);
        sink_bytes(sink, advice.block.items, advice.block.count);
        sink_format(sink, "%s: ", diag_type_name(diag->type));
        sink_text(sink, diag->message);
        MESSAGE(line, sizeof line, lang, hint_line, advice.code, advice.hint);
        sink_text(sink, "\n");
        sink_text(sink, line);
        sink_text(sink, "\n");
    }
    advice_free(&advice);
}
