/* selfcheck_compare.c - two answers to one question, the runtime's and the reducer's: the same, or the end of the
 * process with one line that names both. */
#include "trace/selfcheck_internal.h"

#include "base/platform.h"
#include "bytecode/code.h"
#include "trace/options.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { STATUS = 70 };

void check_put(SelfcheckText *text, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text->bytes + text->used, sizeof text->bytes - text->used, format, args);
    va_end(args);
    if (n > 0)
        text->used = text->used + (size_t)n < sizeof text->bytes ? text->used + (size_t)n : sizeof text->bytes - 1;
}

void check_put_id(SelfcheckText *text, Id id)
{
    if (id.n)
        check_put(text, " %c%u", id.letter, id.n);
    else
        check_put(text, " nothing");
}

void selfcheck_differ(const Selfcheck *c, const char *what, const char *runtime, const char *reducer)
{
    trace_complain("miniasync trace --selfcheck: event %u %s: %s: the runtime has%s, the reducer%s\n", c->event->index,
                   event_name(c->event->kind), what, *runtime ? runtime : " nothing", *reducer ? reducer : " nothing");
    platform_exit(STATUS);
}

void selfcheck_numbers(const Selfcheck *c, const char *what, int64_t runtime, int64_t reducer)
{
    if (runtime == reducer)
        return;
    SelfcheckText a = { .used = 0 }, b = { .used = 0 };
    check_put(&a, " %lld", (long long)runtime);
    check_put(&b, " %lld", (long long)reducer);
    selfcheck_differ(c, what, a.bytes, b.bytes);
}

void selfcheck_ids(const Selfcheck *c, const char *what, Id runtime, Id reducer)
{
    if (id_same(runtime, reducer))
        return;
    SelfcheckText a = { .used = 0 }, b = { .used = 0 };
    check_put_id(&a, runtime);
    check_put_id(&b, reducer);
    selfcheck_differ(c, what, a.bytes, b.bytes);
}

void selfcheck_words(const Selfcheck *c, const char *what, Id of, const char *runtime, const char *reducer)
{
    if (strcmp(runtime, reducer) == 0)
        return;
    SelfcheckText name = { .used = 0 }, a = { .used = 0 }, b = { .used = 0 };
    check_put(&name, "%s of", what);
    check_put_id(&name, of);
    check_put(&a, " %s", runtime);
    check_put(&b, " %s", reducer);
    selfcheck_differ(c, name.bytes, a.bytes, b.bytes);
}

void selfcheck_chain(const Selfcheck *c, Id of, const Frame *tip, const TraceLink *chain, uint32_t count)
{
    uint32_t left = count;
    for (const Frame *frame = tip; frame && (left || count < RECORDING_CHAIN_MAX); frame = frame->caller) {
        const Code *code = frame->func->code;
        if (code->flags & CODE_HIDDEN)
            continue;
        char name[200];
        SelfcheckText a = { .used = 0 }, b = { .used = 0 };
        check_put(&a, "%s:%u", str_c(code->name, name, sizeof name), frame_line(frame));
        if (left == 0)
            check_put(&b, "no frame");
        else
            check_put(&b, "%s:%u", chain[left - 1].at.fn, chain[left - 1].at.line);
        selfcheck_words(c, "the chain", of, a.bytes, b.bytes);
        if (left == 0)
            return;
        left--;
    }
    selfcheck_numbers(c, "how long the chain is", count - left, count);
}
