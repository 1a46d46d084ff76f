/* buffer.c - text that grows, and fields of so many terminal columns. */
#include "trace/buffer.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void buffer_free(Buffer *buffer)
{
    mem_free(buffer->bytes, buffer->capacity);
    buffer->bytes = NULL;
    buffer->length = buffer->capacity = 0;
}

void buffer_clear(Buffer *buffer)
{
    buffer->length = 0;
    if (buffer->bytes)
        buffer->bytes[0] = 0;
}

void buffer_add(Buffer *buffer, const char *bytes, size_t length)
{
    if (buffer->length + length + 1 > buffer->capacity) {
        size_t wanted = (buffer->length + length + 1) * 2;
        char *moved = wanted > length ? mem_realloc(buffer->bytes, buffer->capacity, wanted) : NULL;
        if (!moved) {
            buffer->failed = true;
            return;
        }
        buffer->bytes = moved;
        buffer->capacity = wanted;
    }
    if (length)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
    buffer->bytes[buffer->length] = 0;
}

void buffer_text(Buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_format(Buffer *buffer, const char *format, ...)
{
    char text[2000];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length > 0)
        buffer_add(buffer, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

void buffer_repeat(Buffer *buffer, const char *text, size_t count)
{
    while (count-- > 0)
        buffer_text(buffer, text);
}

const char *buffer_string(const Buffer *buffer)
{
    return buffer->bytes ? buffer->bytes : "";
}

static void sink_write(void *context, const char *bytes, size_t count)
{
    buffer_add(context, bytes, count);
}

Sink buffer_sink(Buffer *buffer)
{
    return (Sink){ sink_write, buffer, false };
}

/* One character of `text`: how many bytes it has, how it is shown and in how many columns. */
static size_t next_cell(const char *text, size_t length, size_t column, const char **shown, size_t *shown_length,
                        size_t *width)
{
    static const char blanks[] = "    ";
    uint32_t point;
    int n = utf8_decode(text, length, &point);
    *shown = text;
    *shown_length = n > 0 ? (size_t)n : 1;
    if (n <= 0 || point < 32 || (point >= 0x7F && point < 0xA0) || (point >= 0xD800 && point < 0xE000) ||
        (point >= 0x200E && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069)) {
        *shown = "?";
        *shown_length = *width = 1;
        if (n > 0 && point == '\t') {
            *shown = blanks;
            *shown_length = *width = 4 - column % 4;
        }
        return n > 0 ? (size_t)n : 1;
    }
    int columns = utf8_width(point);
    *width = columns > 0 ? (size_t)columns : 0;
    return (size_t)n;
}

size_t buffer_width(const char *text, size_t length)
{
    size_t column = 0;
    const char *shown;
    for (size_t i = 0, bytes, width; i < length; column += width)
        i += next_cell(text + i, length - i, column, &shown, &bytes, &width);
    return column;
}

size_t buffer_cut(Buffer *buffer, const char *text, size_t length, size_t width)
{
    bool cut = buffer_width(text, length) > width;
    const char *mark = buffer->ascii ? "..." : "\xe2\x80\xa6";
    size_t mark_width = buffer->ascii ? 3 : 1, column = 0;
    if (cut && mark_width > width)
        cut = false, mark_width = 0;
    size_t room = cut ? width - mark_width : width;
    for (size_t i = 0, bytes, columns; i < length;) {
        const char *shown;
        i += next_cell(text + i, length - i, column, &shown, &bytes, &columns);
        if (column + columns > room)
            break;
        buffer_add(buffer, shown, bytes);
        column += columns;
    }
    if (cut) {
        buffer_text(buffer, mark);
        column += mark_width;
    }
    return column;
}

void buffer_fit(Buffer *buffer, const char *text, size_t length, size_t width)
{
    size_t used = buffer_cut(buffer, text, length, width);
    buffer_repeat(buffer, " ", width > used ? width - used : 0);
}
