/* fullwidth.c - full-width characters in a program text: see fullwidth.h.
 * The scanner knows strings, f-strings with their fields, and comments. A string that is opened or closed by a
 * typographic quote counts as a string: what stands in it is left as it is. */
#include "base/fullwidth.h"

#include "base/utf8.h"

#include <string.h>

static const struct Row {
    uint32_t point;
    SlipKind kind;
    char plain[4];
    const char *name[LANG_COUNT];
} rows[] = {
#define SLIP(point, kind, plain, en, zh) { point, SLIP_##kind, plain, { en, zh } },
#include "base/fullwidth.def"
#undef SLIP
};

static const struct Row *find_row(uint32_t point)
{
    size_t low = 0, high = sizeof rows / sizeof rows[0];
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (rows[middle].point < point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < sizeof rows / sizeof rows[0] && rows[low].point == point ? &rows[low] : NULL;
}

static bool is_alnum(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool fullwidth_known(uint32_t point, SlipKind *kind)
{
    const struct Row *row = find_row(point);
    bool in_block = point >= 0xFF01 && point <= 0xFF5E;
    if (row)
        *kind = row->kind;
    else if (in_block)
        *kind = is_alnum(point - 0xFEE0) ? SLIP_S04 : SLIP_S01;
    return row || in_block;
}

const char *fullwidth_name(uint32_t point, Lang lang, char plain[4])
{
    const struct Row *row = find_row(point);
    SlipKind kind;
    if (!fullwidth_known(point, &kind))
        return NULL;
    if (row) {
        memcpy(plain, row->plain, 4);
        return row->name[lang];
    }
    plain[0] = (char)(point - 0xFEE0);
    plain[1] = 0;
    if (kind == SLIP_S04)
        return plain[0] <= '9' ? (lang == LANG_ZH ? "全角数字" : "full-width digit")
                               : (lang == LANG_ZH ? "全角字母" : "full-width letter");
    return lang == LANG_ZH ? "全角符号" : "full-width sign";
}

const char *fullwidth_code(SlipKind kind)
{
    static const char *const codes[] = { "S01", "S02", "S03", "S04" };
    return codes[kind];
}

/* --- scanning ---------------------------------------------------------------------------------------------- */

typedef struct Scan {
    const char *text;
    size_t length, at;
    uint32_t line, col;
    int nested;          /* fields of f-strings in each other */
    SlipList *slips;
    bool failed;
} Scan;

static uint32_t point_at(const Scan *s, size_t at, int *bytes)
{
    uint32_t point = 0;
    *bytes = at < s->length ? utf8_decode(s->text + at, s->length - at, &point) : 0;
    if (!*bytes && at < s->length) {
        *bytes = 1;
        point = 0xFFFD;
    }
    return point;
}

static void step(Scan *s)
{
    int bytes;
    uint32_t point = point_at(s, s->at, &bytes);
    s->at += (size_t)bytes;
    if (point == '\n') {
        s->line++;
        s->col = 0;
    } else {
        s->col++;
    }
}

static void step_to(Scan *s, size_t at)
{
    while (s->at < at && s->at < s->length)
        step(s);
}

/* Notes the character here with what should stand in its place, and moves past it. */
static void note(Scan *s, const char *plain)
{
    int bytes;
    uint32_t point = point_at(s, s->at, &bytes);
    SlipKind kind;
    if (fullwidth_known(point, &kind)) {
        if (!vec_reserve(s->slips, 1)) {
            s->failed = true;
            s->at = s->length;
            return;
        }
        Slip slip = { .kind = kind, .point = point, .line = s->line, .col = s->col, .at = (uint32_t)s->at,
                      .bytes = (uint32_t)bytes };
        char own[4];
        if (!plain && fullwidth_name(point, LANG_EN, own))
            plain = own;
        for (size_t i = 0; plain && plain[i] && i < sizeof slip.plain - 1; i++)
            slip.plain[i] = plain[i];
        s->slips->items[s->slips->count++] = slip;
    }
    step(s);
}

/* ' or " if the character is that quote in any shape, typographic ones too; else 0. */
static char quote_of(uint32_t point)
{
    switch (point) {
    case '"':
    case 0x00AB:
    case 0x00BB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2033:
    case 0xFF02: return '"';
    case '\'':
    case 0x2018:
    case 0x2019:
    case 0x2032:
    case 0xFF07: return '\'';
    default: return 0;
    }
}

/* How many quotes of that shape stand here side by side, 3 at most; *upto: behind them. */
static int count_quotes(const Scan *s, size_t at, char quote, size_t *upto)
{
    int count = 0, bytes;
    while (count < 3 && quote_of(point_at(s, at, &bytes)) == quote) {
        at += (size_t)bytes;
        count++;
    }
    *upto = at;
    return count;
}

static void note_quotes(Scan *s, size_t upto, const char *plain)
{
    while (s->at < upto && !s->failed)
        note(s, plain);
}

static void scan_code(Scan *s, bool in_field, char outer, bool outer_triple);

/* Where the string that begins at `at` ends on its line; SIZE_MAX: nowhere. One opened by an ASCII quote ends at the
 * next, else at a typographic one; one opened by a typographic quote at a closing one, any one, an ASCII one. */
static size_t find_end(const Scan *s, size_t at, char quote, bool typographic)
{
    size_t closing = SIZE_MAX, opening = SIZE_MAX, ascii = SIZE_MAX;
    int bytes;
    while (at < s->length && s->text[at] != '\n') {
        uint32_t point = point_at(s, at, &bytes);
        if (point == '\\') {
            at += 2;
            continue;
        }
        if (quote_of(point) == quote) {
            size_t *found = point < 0x80 ? &ascii : point == 0x201C || point == 0x2018 || point == 0x201E || point == 0x00AB ? &opening : &closing;
            if (*found == SIZE_MAX)
                *found = at;
            if (found == (typographic ? &closing : &ascii))
                return at;
        }
        at += (size_t)bytes;
    }
    return closing != SIZE_MAX ? closing : opening != SIZE_MAX ? opening : ascii;
}

/* The field of an f-string: at "{"; ends behind "}". */
static void scan_field(Scan *s, char quote, bool triple)
{
    enum { MAX_NESTED = 100 };
    step(s);
    if (s->nested >= MAX_NESTED)
        return;
    s->nested++;
    scan_code(s, true, quote, triple);
    s->nested--;
}

/* A triple-quoted text; typographic: its end may be too. */
static void scan_triple(Scan *s, char quote, bool is_fstring, bool typographic)
{
    while (s->at < s->length && !s->failed) {
        size_t upto;
        int bytes;
        uint32_t point = point_at(s, s->at, &bytes);
        if (point == '\\') {
            step(s);
            step(s);
        } else if (quote_of(point) == quote && (point < 0x80 || typographic) &&
                   count_quotes(s, s->at, quote, &upto) == 3) {
            char plain[2] = { quote, 0 };
            note_quotes(s, upto, plain);
            return;
        } else if (is_fstring && point == '{') {
            if (s->at + 1 < s->length && s->text[s->at + 1] == '{') {
                step(s);
                step(s);
            } else {
                scan_field(s, quote, true);
            }
        } else {
            step(s);
        }
    }
}

/* At a quote, ASCII or not. */
static void scan_string(Scan *s, bool is_fstring)
{
    int bytes;
    size_t upto;
    uint32_t point = point_at(s, s->at, &bytes);
    char quote = quote_of(point), plain[2] = { quote, 0 };
    int count = count_quotes(s, s->at, quote, &upto);
    bool typographic = point >= 0x80;
    if (count == 3) {
        for (size_t i = s->at; i < upto; i++)
            typographic = typographic || (unsigned char)s->text[i] >= 0x80;
        note_quotes(s, upto, plain);
        scan_triple(s, quote, is_fstring, typographic);
        return;
    }
    if (count == 2 && (typographic || (unsigned char)s->text[upto - 1] < 0x80)) { /* an empty string */
        note_quotes(s, upto, plain);
        return;
    }
    size_t end = find_end(s, s->at + (size_t)bytes, quote, typographic);
    if (typographic && end != SIZE_MAX) { /* between typographic quotes the others may stand */
        bool has_double = memchr(s->text + s->at, '"', end - s->at), has_single = memchr(s->text + s->at, '\'', end - s->at);
        plain[0] = has_double && !has_single ? '\'' : has_single && !has_double ? '"' : quote;
    }
    note(s, plain);
    while (s->at < s->length && !s->failed && s->text[s->at] != '\n') {
        if (s->at >= end) {
            note(s, plain);
            return;
        }
        if (s->text[s->at] == '\\') {
            step(s);
            step(s);
        } else if (is_fstring && s->text[s->at] == '{') {
            if (s->at + 1 < s->length && s->text[s->at + 1] == '{')
                step_to(s, s->at + 2);
            else
                scan_field(s, quote, false);
        } else {
            step(s);
        }
    }
}

/* Code up to the end, or in a field up to its "}" or the end of the string around it. */
static void scan_code(Scan *s, bool in_field, char outer, bool outer_triple)
{
    int depth = 0;
    bool after_f = false; /* the word that ends here is a prefix with f */
    size_t word = s->at;
    while (s->at < s->length && !s->failed) {
        int bytes;
        uint32_t point = point_at(s, s->at, &bytes);
        if (quote_of(point)) {
            size_t prefix = s->at - word;
            after_f = prefix > 0 && prefix <= 2 && (memchr(s->text + word, 'f', prefix) || memchr(s->text + word, 'F', prefix));
            if (in_field && !outer_triple && (char)point == outer && point < 0x80 && depth == 0)
                return; /* the string ends although its field does not */
            scan_string(s, after_f);
            word = s->at;
            continue;
        }
        bool in_word = utf8_is_name_part(point);
        if (point == '#' && !in_field) {
            while (s->at < s->length && s->text[s->at] != '\n')
                step(s);
        } else if (in_field && point == '\n' && !outer_triple) {
            return;
        } else if (in_field && point == '}' && depth == 0) {
            step(s);
            return;
        } else if (in_field && point == ':' && depth == 0) { /* the format is text */
            while (s->at < s->length && s->text[s->at] != '}' && s->text[s->at] != '\n' && s->text[s->at] != outer) {
                if (s->text[s->at] == '{')
                    scan_field(s, outer, outer_triple);
                else
                    step(s);
            }
        } else {
            if (in_field && (point == '(' || point == '[' || point == '{'))
                depth++;
            else if (in_field && (point == ')' || point == ']' || point == '}') && depth > 0)
                depth--;
            note(s, NULL);
        }
        if (!in_word)
            word = s->at;
    }
}

bool fullwidth_scan(const char *text, size_t length, SlipList *slips)
{
    Scan scan = { .text = text, .length = length, .line = 1, .slips = slips };
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0)
        scan.at = 3; /* as the first character it is allowed */
    scan_code(&scan, false, 0, false);
    return !scan.failed;
}

char *fullwidth_fix(const char *text, size_t length, const SlipList *slips, size_t *fixed_length, size_t *capacity)
{
    *capacity = length + 1; /* what is put in is never longer than what was there */
    char *fixed = mem_alloc(*capacity);
    if (!fixed)
        return NULL;
    size_t from = 0, used = 0;
    for (uint32_t i = 0; i < slips->count; i++) {
        const Slip *slip = &slips->items[i];
        size_t plain = strlen(slip->plain);
        memcpy(fixed + used, text + from, slip->at - from);
        used += slip->at - from;
        memcpy(fixed + used, slip->plain, plain);
        used += plain;
        from = slip->at + slip->bytes;
    }
    memcpy(fixed + used, text + from, length - from);
    used += length - from;
    fixed[used] = 0;
    *fixed_length = used;
    return fixed;
}
