/* source.c - a program text, made ready to be read: UTF-8, lines ended by "\n", no BOM. */
#include "base/source.h"

#include "base/utf8.h"

#include <string.h>
#include <strings.h>

/* The line (from 1) that holds the byte. */
static uint32_t line_of(const char *bytes, size_t offset)
{
    uint32_t line = 1;
    for (size_t i = 0; i < offset; i++) {
        if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n'))
            line++;
    }
    return line;
}

static bool is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '.';
}

/* Looks for `coding[:=] name` in a comment that fills the line (PEP 263). True when the line is blank
 * or a comment, so that the next one counts too. */
static bool find_coding(const char *line, size_t length, char name[64])
{
    size_t i = 0;
    while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f'))
        i++;
    if (i == length)
        return true;
    if (line[i] != '#')
        return false;
    for (; i + 7 < length; i++) {
        if (memcmp(line + i, "coding", 6) != 0 || (line[i + 6] != ':' && line[i + 6] != '='))
            continue;
        i += 7;
        while (i < length && (line[i] == ' ' || line[i] == '\t'))
            i++;
        size_t n = 0;
        while (i < length && n < 63 && is_name_byte(line[i]))
            name[n++] = line[i++];
        name[n] = 0;
        return true;
    }
    return true;
}

/* The coding that the first two lines claim; empty: none. */
static void claimed_coding(const char *bytes, size_t length, char name[64])
{
    *name = 0;
    for (int line = 0; line < 2 && length; line++) {
        const char *newline = memchr(bytes, '\n', length);
        size_t n = newline ? (size_t)(newline - bytes) : length;
        if (!find_coding(bytes, n, name) || *name)
            return;
        n += newline != NULL;
        bytes += n;
        length -= n;
    }
}

static bool is_known_coding(const char *name)
{
    static const char *const known[] = { "utf-8", "utf8",   "utf-8-sig",  "ascii",      "us-ascii",
                                         "u8",    "latin-1", "iso-8859-1", "iso8859-1", "latin1",
                                         "cp1252", "windows-1252", NULL };
    char plain[64];
    size_t n = 0;
    for (; name[n]; n++)
        plain[n] = name[n] == '_' ? '-' : name[n];
    plain[n] = 0;
    for (int i = 0; known[i]; i++) {
        if (strcasecmp(plain, known[i]) == 0)
            return true;
    }
    return false;
}

/* A file may claim another coding in its first two lines; only those are taken that say the same of
 * a text that is valid UTF-8, or nearly. */
static bool check_coding(const Source *source, Diag *diag)
{
    for (uint32_t line = 1; line <= 2; line++) {
        char name[64] = "";
        size_t length;
        const char *text = source_line(source, line, &length);
        bool go_on = find_coding(text, length, name);
        if (*name && !is_known_coding(name))
            return diag_report(diag, DIAG_SYNTAX_ERROR, (Span){ 0 }, "encoding problem: %s", name);
        if (!go_on || *name)
            break;
    }
    return true;
}

static bool find_lines(Source *source)
{
    size_t count = 0;
    const char *end = source->text + source->length;
    for (const char *p = source->text; (p = memchr(p, '\n', (size_t)(end - p))); p++)
        count++;
    source->lines_capacity = count + 1;
    source->line_starts = mem_alloc(mem_size(count + 1, sizeof *source->line_starts));
    if (!source->line_starts)
        return false;
    source->line_count = 0;
    size_t start = 0;
    while (start < source->length) {
        source->line_starts[source->line_count++] = (uint32_t)start;
        const char *newline = memchr(source->text + start, '\n', source->length - start);
        start = (size_t)(newline - source->text) + 1;
    }
    return true;
}

static void copy_lines(Source *source, const char *bytes, size_t length)
{
    char *out = source->text;
    for (size_t i = 0; i < length;) {
        const char *cr = memchr(bytes + i, '\r', length - i);
        size_t plain = cr ? (size_t)(cr - bytes) - i : length - i;
        memcpy(out, bytes + i, plain);
        out += plain;
        i += plain;
        if (cr) {
            *out++ = '\n';
            i += i + 1 < length && bytes[i + 1] == '\n' ? 2 : 1;
        }
    }
    source->had_final_newline = out > source->text && out[-1] == '\n';
    if (out > source->text && out[-1] != '\n')
        *out++ = '\n';
    *out = 0;
    source->length = (size_t)(out - source->text);
}

bool source_init(Source *source, const char *name, const char *bytes, size_t length, Diag *diag)
{
    *source = (Source){ 0 };
    size_t name_bytes = strlen(name) + 1;
    source->name = mem_alloc(name_bytes);
    if (!source->name)
        return diag_report(diag, DIAG_MEMORY_ERROR, (Span){ 0 }, "%s", "");
    memcpy(source->name, name, name_bytes);
    if (length >= INT32_MAX)
        return diag_report(diag, DIAG_OVERFLOW_ERROR, (Span){ 0 }, "source code is too long");
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    const char *nul = memchr(bytes, 0, length);
    size_t bad = utf8_find_invalid(bytes, nul ? (size_t)(nul - bytes) : length);
    char coding[64];
    claimed_coding(bytes, length, coding);
    if (bad < length && !(nul && bad == (size_t)(nul - bytes)) && *coding && strncasecmp(coding, "utf", 3) != 0)
        return diag_report(diag, DIAG_SYNTAX_ERROR, (Span){ 0 },
                           "encoding problem: %s; miniasync reads UTF-8 only: save the file as UTF-8", coding);
    if (bad < length && !(nul && bad == (size_t)(nul - bytes)))
        return diag_report(diag, DIAG_SYNTAX_ERROR, (Span){ 0 },
                           "Non-UTF-8 code starting with '\\x%02x' in file %s on line %u, but no "
                           "encoding declared; see https://peps.python.org/pep-0263/ for details",
                           (unsigned char)bytes[bad], name, line_of(bytes, bad));
    if (nul)
        length = (size_t)(nul - bytes);
    source->text_bytes = length + 2;
    source->text = mem_alloc(source->text_bytes);
    if (!source->text)
        return diag_report(diag, DIAG_MEMORY_ERROR, (Span){ 0 }, "%s", "");
    copy_lines(source, bytes, length);
    if (!find_lines(source))
        return diag_report(diag, DIAG_MEMORY_ERROR, (Span){ 0 }, "%s", "");
    if (nul) {
        uint32_t line = line_of(bytes, length);
        return diag_report(diag, DIAG_SYNTAX_ERROR, (Span){ line, SPAN_NO_COL, 0, 0 },
                           "source code cannot contain null bytes");
    }
    return check_coding(source, diag);
}

void source_free(Source *source)
{
    if (source->name)
        mem_free(source->name, strlen(source->name) + 1);
    mem_free(source->text, source->text_bytes);
    mem_free(source->line_starts, source->lines_capacity * sizeof *source->line_starts);
    *source = (Source){ 0 };
}

const char *source_line(const Source *source, uint32_t line, size_t *length)
{
    if (!line || line > source->line_count) {
        *length = 0;
        return "";
    }
    uint32_t start = source->line_starts[line - 1];
    size_t end = line < source->line_count ? source->line_starts[line] : source->length;
    *length = end - start - 1;
    return source->text + start;
}
