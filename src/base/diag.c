/* diag.c - what is wrong with a program text, and where; and how that is shown. */
#include "base/diag.h"

#include "base/source.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static const char *const type_names[DIAG_TYPE_COUNT] = {
    [DIAG_NONE] = "",
    [DIAG_SYNTAX_ERROR] = "SyntaxError",
    [DIAG_INDENTATION_ERROR] = "IndentationError",
    [DIAG_TAB_ERROR] = "TabError",
    [DIAG_MEMORY_ERROR] = "MemoryError",
    [DIAG_RECURSION_ERROR] = "RecursionError",
    [DIAG_VALUE_ERROR] = "ValueError",
    [DIAG_OVERFLOW_ERROR] = "OverflowError",
};

const char *diag_type_name(DiagType type)
{
    return type_names[type];
}

bool diag_is_syntax(DiagType type)
{
    return type == DIAG_SYNTAX_ERROR || type == DIAG_INDENTATION_ERROR || type == DIAG_TAB_ERROR;
}

bool diag_report_va(Diag *diag, DiagType type, Span span, const char *format, va_list arguments)
{
    if (diag->type != DIAG_NONE)
        return false;
    diag->type = type;
    diag->span = span;
    int length = vsnprintf(diag->message, sizeof diag->message, format, arguments);
    if (length >= (int)sizeof diag->message) { /* not in the middle of a character */
        size_t end = sizeof diag->message - 1;
        while (end && ((unsigned char)diag->message[end - 1] & 0xC0) == 0x80)
            end--;
        if (end && ((unsigned char)diag->message[end - 1] & 0x80))
            end--;
        diag->message[end] = 0;
    }
    return false;
}

bool diag_report(Diag *diag, DiagType type, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    diag_report_va(diag, type, span, format, arguments);
    va_end(arguments);
    return false;
}

/* Bytes of the first `points` code points. */
static size_t bytes_of_points(const char *text, size_t length, size_t points)
{
    size_t i = 0;
    for (; points && i < length; points--) {
        uint32_t point;
        int count = utf8_decode(text + i, length - i, &point);
        i += count ? (size_t)count : 1;
    }
    return i;
}

/* Blanks as wide as the text before the caret; tabs stay tabs. */
static void write_caret_indent(Sink *sink, const char *text, size_t bytes)
{
    for (size_t i = 0; i < bytes;) {
        uint32_t point;
        int count = utf8_decode(text + i, bytes - i, &point);
        if (!count) {
            point = '?';
            count = 1;
        }
        if (point == '\t' || point == '\f' || point == '\v')
            sink_bytes(sink, text + i, 1);
        else
            sink_repeat(sink, ' ', (size_t)utf8_width(point));
        i += (size_t)count;
    }
}

void diag_render_text(Sink *sink, DiagType type, Span span, const char *message, const char *name,
                      const char *line_text, size_t line_length)
{
    if (span.line) {
        sink_text(sink, "  File \"");
        sink_coloured(sink, "35", name);
        sink_text(sink, "\", line ");
        char number[16];
        snprintf(number, sizeof number, "%u", span.line);
        sink_coloured(sink, "35", number);
        sink_text(sink, "\n");
    }
    if (span.line && line_text) {
        size_t blanks = 0;
        while (blanks < line_length && (line_text[blanks] == ' ' || line_text[blanks] == '\f' ||
                                        line_text[blanks] == '\n'))
            blanks++;
        const char *text = line_text + blanks;
        size_t length = line_length - blanks;
        sink_text(sink, "    ");
        sink_bytes(sink, text, length);
        sink_text(sink, "\n");
        size_t points = utf8_count(line_text, line_length);
        int64_t start = span.col == SPAN_NO_COL ? -1 : (int64_t)span.col;
        int64_t end = span.end_line == span.line ? (int64_t)(int32_t)span.end_col
                      : span.end_line            ? (int64_t)points
                                                 : start + 1;
        if (start > (int64_t)points)
            start = (int64_t)points;
        if (end > (int64_t)points + 1)
            end = (int64_t)points;
        if (end <= start)
            end = start + 1;
        start -= (int64_t)blanks;
        end -= (int64_t)blanks;
        if (start >= 0) {
            size_t from = bytes_of_points(text, length, (size_t)start);
            size_t upto = bytes_of_points(text, length, (size_t)end);
            size_t width = utf8_text_width(text + from, upto - from);
            size_t beyond = (size_t)end - utf8_count(text, upto); /* carets past the text */
            sink_text(sink, "    ");
            write_caret_indent(sink, text, from);
            if (sink->colour)
                sink_text(sink, "\x1b[1;31m");
            sink_repeat(sink, '^', width + beyond ? width + beyond : 1);
            if (sink->colour)
                sink_text(sink, "\x1b[0m");
            sink_text(sink, "\n");
        }
    }
    sink_coloured(sink, "1;35", diag_type_name(type));
    if (*message) {
        sink_text(sink, ": ");
        sink_coloured(sink, "35", message);
    }
    sink_text(sink, "\n");
}

void diag_render(Sink *sink, const Diag *diag, const Source *source)
{
    size_t length = 0;
    const char *text = source->text ? source_line(source, diag->span.line, &length) : NULL;
    diag_render_text(sink, diag->type, diag->span, diag->message, source->name ? source->name : "?",
                     text, length);
}
