/* sink.c - where text goes: a function that takes bytes. */
#include "base/sink.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void sink_bytes(Sink *sink, const char *bytes, size_t count)
{
    if (count)
        sink->write(sink->context, bytes, count);
}

void sink_text(Sink *sink, const char *text)
{
    sink_bytes(sink, text, strlen(text));
}

void sink_repeat(Sink *sink, char byte, size_t count)
{
    char piece[64];
    memset(piece, byte, sizeof piece);
    for (; count > sizeof piece; count -= sizeof piece)
        sink_bytes(sink, piece, sizeof piece);
    sink_bytes(sink, piece, count);
}

void sink_format(Sink *sink, const char *format, ...)
{
    char text[1001];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length > 0)
        sink_bytes(sink, text, (size_t)length < sizeof text ? (size_t)length : sizeof text - 1);
}

void sink_coloured(Sink *sink, const char *code, const char *text)
{
    if (!sink->colour) {
        sink_text(sink, text);
        return;
    }
    sink_text(sink, "\x1b[");
    sink_text(sink, code);
    sink_text(sink, "m");
    sink_text(sink, text);
    sink_text(sink, "\x1b[0m");
}
