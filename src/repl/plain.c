/* plain.c - lines without an editor: TERM=dumb, no terminal, or a build without readline. No escape code leaves;
 * the loop goes on between two lines all the same. */
#include "repl/repl_internal.h"

#include "runtime/modules/streams.h"

static void show_prompt(Repl *repl, bool more)
{
    if (repl->prompts)
        platform_write(1, more ? "... " : ">>> ", 4);
}

/* The next line, without its newline, appended to *input. [script] */
static InputEnd read_line(Repl *repl, Text *input)
{
    Text *pending = &repl->pending;
    char bytes[4096];
    for (;;) {
        char *newline = pending->count ? memchr(pending->items, '\n', pending->count) : NULL;
        if (newline || (repl->at_end && pending->count > 0)) {
            size_t length = newline ? (size_t)(newline - pending->items) : pending->count;
            size_t used = newline ? length + 1 : length;
            text_put(input, pending->items, length > 0 && pending->items[length - 1] == '\r' ? length - 1 : length);
            memmove(pending->items, pending->items + used, pending->count - used);
            pending->count -= (uint32_t)used;
            return INPUT_TEXT;
        }
        if (repl->at_end)
            return INPUT_END;
        switch (host_wait(repl)) {
        case HOST_INTERRUPT: return INPUT_CANCELLED;
        case HOST_LEAVE: return INPUT_END;
        case HOST_KEY: {
            if (platform_poll(0, PLATFORM_READ, 0) <= 0)
                break;
            int64_t n = platform_read(0, bytes, sizeof bytes);
            if (n > 0)
                text_put(pending, bytes, (size_t)n);
            repl->at_end = n == 0 || (n < 0 && n != -4 && n != -11);
            break;
        }
        default: break;
        }
    }
}

InputEnd plain_read(Repl *repl, Text *input)
{
    bool more = false;
    for (;;) {
        stream_flush(repl->vm, repl->vm->sys_stdout);
        show_prompt(repl, more);
        size_t before = input->count;
        InputEnd end = read_line(repl, input);
        if (end == INPUT_CANCELLED || (end == INPUT_END && !more))
            return end;
        if (repl->prompts && end == INPUT_END)
            repl->at_end = false; /* Ctrl-D ends the block, the next one leaves */
        bool blank = true;
        for (size_t i = before; i < input->count; i++)
            blank &= input->items[i] == ' ' || input->items[i] == '\t';
        if (end == INPUT_END || (!more && blank) || (!more && input->items[before] == '%') ||
            input_state(input->items, input->count, more && blank) != INPUT_OPEN)
            return INPUT_TEXT;
        more = true;
        text_cstr(input, "\n");
    }
}
