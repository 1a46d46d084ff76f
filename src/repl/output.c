/* output.c - what tasks print while the learner types: held line by line, shown above the prompt with the task that
 * printed it. A line without a newline waits 50 ms for it; then it is shown as it is. */
#include "repl/repl_internal.h"

#include "runtime/modules/helpers.h"
#include "runtime/modules/streams.h"

#include <stdio.h>

static const int64_t UNFINISHED_NS = 50000000, SHOW_EVERY_NS = 15000000, BLOCKED_NS = 50000000;

void text_put(Text *text, const char *bytes, size_t count)
{
    if (!vec_reserve(text, count + 1))
        return;
    if (count)
        memcpy(text->items + text->count, bytes, count);
    text->count += (uint32_t)count;
    text->items[text->count] = 0;
}

void text_cstr(Text *text, const char *bytes)
{
    text_put(text, bytes, strlen(bytes));
}

void text_clear(Text *text)
{
    text->count = 0;
    if (text->items)
        text->items[0] = 0;
}

static void finish_line(Repl *repl, Partial *partial)
{
    char gutter[32];
    Text *whole = &repl->output.whole;
    if (repl->gutter) {
        if (partial->who.n)
            snprintf(gutter, sizeof gutter, "%c%u\u2502", partial->who.letter, partial->who.n);
        else
            snprintf(gutter, sizeof gutter, "\u2502");
        text_cstr(whole, repl->colour ? "\x1b[2m" : "");
        text_cstr(whole, gutter);
        text_cstr(whole, repl->colour ? "\x1b[0m " : " ");
    }
    text_put(whole, partial->text.items ? partial->text.items : "", partial->text.count);
    text_cstr(whole, "\n");
    text_clear(&partial->text);
}

static Partial *partial_of(Output *output, Id who, int fd)
{
    for (uint32_t i = 0; i < output->partials.count; i++)
        if (id_same(output->partials.items[i].who, who) && output->partials.items[i].fd == fd)
            return &output->partials.items[i];
    for (uint32_t i = 0; i < output->partials.count; i++)
        if (output->partials.items[i].text.count == 0) {
            output->partials.items[i].who = who;
            output->partials.items[i].fd = fd;
            return &output->partials.items[i];
        }
    if (!vec_reserve(&output->partials, 1))
        return NULL;
    Partial *partial = &output->partials.items[output->partials.count++];
    *partial = (Partial){ .who = who, .fd = fd };
    return partial;
}

/* A task that does not give the loop back: what it prints cannot wait for the next turn. */
static bool is_blocked(const Repl *repl)
{
    return platform_now_ns() - repl->turned_ns >= BLOCKED_NS;
}

static void take(void *context, VM *vm, int fd, const char *bytes, size_t count)
{
    Repl *repl = context;
    Partial *partial = partial_of(&repl->output, loop_event_by(vm), fd);
    while (partial && count > 0) {
        const char *end = memchr(bytes, '\n', count);
        size_t length = end ? (size_t)(end - bytes) : count;
        if (partial->text.count == 0)
            partial->since_ns = platform_now_ns();
        text_put(&partial->text, bytes, length);
        if (!end)
            break;
        finish_line(repl, partial);
        bytes += length + 1;
        count -= length + 1;
    }
    if (repl->output.whole.count > 0 && is_blocked(repl))
        output_show(repl, fd == 2);
}

int64_t output_show(Repl *repl, bool all)
{
    Output *output = &repl->output;
    int64_t now_ns = platform_now_ns(), wait_ns = -1;
    for (uint32_t i = 0; i < output->partials.count; i++) {
        Partial *partial = &output->partials.items[i];
        if (partial->text.count == 0)
            continue;
        int64_t left_ns = partial->since_ns + UNFINISHED_NS - now_ns;
        if (all || left_ns <= 0)
            finish_line(repl, partial);
        else if (wait_ns < 0 || left_ns < wait_ns)
            wait_ns = left_ns;
    }
    if (output->whole.count == 0)
        return wait_ns;
    int64_t held_ns = output->shown_ns + SHOW_EVERY_NS - now_ns;
    if (!all && held_ns > 0)
        return wait_ns < 0 || held_ns < wait_ns ? held_ns : wait_ns;
    editor_hide(repl);
    (void)platform_write_all(1, output->whole.items, output->whole.count);
    text_clear(&output->whole);
    editor_show(repl);
    output->shown_ns = now_ns;
    return wait_ns;
}

/* sys.stdout and sys.stderr as they were made; a script that replaced them has its way. */
static void set_unbuffered(Repl *repl, bool on)
{
    VM *vm = repl->vm;
    stream_set_unbuffered(vm, KEEP(vm, FILE_STDOUT), on || runtime_of(vm)->unbuffered);
    stream_set_unbuffered(vm, KEEP(vm, FILE_STDERR), on);
}

void output_open(Repl *repl)
{
    Runtime *runtime = runtime_of(repl->vm);
    runtime->output_hook = take;
    set_unbuffered(repl, true);
}

void output_close(Repl *repl)
{
    output_show(repl, true);
    runtime_of(repl->vm)->output_hook = NULL;
    set_unbuffered(repl, false);
}

void output_free(Repl *repl)
{
    for (uint32_t i = 0; i < repl->output.partials.count; i++)
        vec_free(&repl->output.partials.items[i].text);
    vec_free(&repl->output.partials);
    vec_free(&repl->output.whole);
}
