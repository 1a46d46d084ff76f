/* shuffle.c - `miniasync shuffle`: see shuffle.h. Each run is recorded in virtual time; what counts is what it
 * printed and how it ended. Two groups are compared by the recordings of their first runs: the first `pick`
 * that differs is where the order began to matter. */
#include "trace/shuffle.h"

#include "base/sha256.h"
#include "trace/buffer.h"
#include "trace/state.h"

#include <stdio.h>
#include <string.h>

typedef struct Group {
    uint32_t seed;           /* of its first run; 0: the usual order                                      */
    uint32_t runs;
    int status;
    char output[65];         /* SHA-256 of all that was printed                                           */
    Recording *recording;    /* of its first run                                                         */
} Group;

typedef struct Shuffle {
    VEC(Group) groups;
    Lang lang;
    Sink *out;
} Shuffle;

/* --- runs ------------------------------------------------------------------------------------------------ */

static bool is_error_text(const TraceEvent *e)
{
    return e->kind == EV_out && e->number == 2;
}

/* A line that miniasync puts under an error or a finding. */
static bool has_hint(const TraceEvent *e)
{
    static const char *const hints[] = { "hint A", "\xe6\x8f\x90\xe7\xa4\xba A" };
    for (size_t i = 0; i < e->text_length; i++)
        for (size_t k = 0; (i == 0 || e->text[i - 1] == '\n') && k < 2; k++)
            if (e->text_length - i >= strlen(hints[k]) && memcmp(e->text + i, hints[k], strlen(hints[k])) == 0)
                return true;
    return false;
}

/* Where the error texts end that begin at event `from`, reports among them; *own: they are what miniasync has found
 * (T2 blocked the loop, T3 can never finish), which names tasks and is no output of the program. */
static uint32_t error_texts(const Recording *recording, uint32_t from, bool *own)
{
    uint32_t i = from;
    *own = from > 0 && recording->events.items[from - 1].kind == EV_report;
    for (; i < recording->events.count; i++) {
        const TraceEvent *e = &recording->events.items[i];
        if (e->kind != EV_report && !is_error_text(e))
            break;
        *own = *own || e->kind == EV_report || has_hint(e);
    }
    return i;
}

/* The text of all that the program printed, as one; `marked`: with where it went. false: out of memory. */
static bool gather_output(const Recording *recording, bool marked, Buffer *out)
{
    for (uint32_t i = 0; i < recording->events.count;) {
        const TraceEvent *e = &recording->events.items[i];
        bool own = false;
        uint32_t end = is_error_text(e) ? error_texts(recording, i, &own) : i + 1;
        for (; i < end; i++) {
            e = &recording->events.items[i];
            if (e->kind != EV_out || own)
                continue;
            if (marked)
                buffer_text(out, e->number == 2 ? "\002" : "\001");
            buffer_add(out, e->text, e->text_length);
        }
    }
    return !out->failed;
}

/* The hash of everything printed, with where it went. false: out of memory. */
static bool hash_output(const Recording *recording, char hex[65])
{
    Buffer all = { .length = 0 };
    bool fine = gather_output(recording, true, &all);
    sha256_hex(buffer_string(&all), all.length, hex);
    buffer_free(&all);
    return fine;
}

/* One run; false: out of memory. */
static bool run_once(Shuffle *s, const TraceRun *program, uint32_t seed)
{
    Recording *recording = recording_new();
    if (!recording || !vec_reserve(&s->groups, 1))
        return false;
    TraceRun run = *program;
    run.output = OUTPUT_NONE;
    run.recorder.shuffled = seed > 0;
    run.recorder.shuffle = seed;
    Group group = { .seed = seed, .runs = 1, .recording = recording };
    group.status = run_program_recorded(&run, recording);
    if (!hash_output(recording, group.output)) {
        recording_free(recording);
        return false;
    }
    for (uint32_t i = 0; i < s->groups.count; i++) {
        Group *other = &s->groups.items[i];
        if (other->status == group.status && strcmp(other->output, group.output) == 0) {
            other->runs++;
            recording_free(recording);
            return true;
        }
    }
    s->groups.items[s->groups.count++] = group;
    return true;
}

/* --- where two runs part ------------------------------------------------------------------------------------- */

static const TraceEvent *next_pick(const Recording *recording, uint32_t *at)
{
    while (*at < recording->events.count) {
        const TraceEvent *e = &recording->events.items[(*at)++];
        if (e->kind == EV_pick)
            return e;
    }
    return NULL;
}

/* The task whose turn a pick is: that of the step which follows. */
static const TraceEvent *task_of_pick(const Recording *recording, const TraceEvent *pick)
{
    for (uint32_t i = pick->index + 1; i < recording->events.count; i++) {
        const TraceEvent *e = &recording->events.items[i];
        if (e->kind == EV_task_step && id_same(e->id2, pick->id))
            return e;
        if (e->kind == EV_pick || e->kind == EV_ran)
            break;
    }
    return NULL;
}

/* `fetch.ma:9`: where a task was made. */
static void made_at(const Recording *recording, Id task, char *out, size_t size)
{
    *out = 0;
    for (uint32_t i = 0; i < recording->events.count; i++) {
        const TraceEvent *e = &recording->events.items[i];
        if (e->kind != EV_task_new || !id_same(e->id, task) || e->at.file >= recording->files.count)
            continue;
        const char *name = recording->files.items[e->at.file].name, *slash = strrchr(name, '/');
        snprintf(out, size, "%s:%u", slash ? slash + 1 : name, e->at.line);
        return;
    }
}

static void say(Shuffle *s, const char *text)
{
    sink_text(s->out, text);
}

static void tell_parting(Shuffle *s, const Group *first, const Group *other)
{
    uint32_t at = 0, other_at = 0;
    const TraceEvent *a, *b;
    do {
        a = next_pick(first->recording, &at);
        b = next_pick(other->recording, &other_at);
    } while (a && b && id_same(a->id, b->id));
    const TraceEvent *step_a = a ? task_of_pick(first->recording, a) : NULL;
    const TraceEvent *step_b = b ? task_of_pick(other->recording, b) : NULL;
    if (!step_a || !step_b)
        return;
    char number[16], seed[16], one[24], two[24], place_one[300], place_two[300], text[1200];
    snprintf(number, sizeof number, "%u", b->index);
    snprintf(seed, sizeof seed, "%u", other->seed);
    snprintf(one, sizeof one, "T%u", step_a->id.n);
    snprintf(two, sizeof two, "T%u", step_b->id.n);
    made_at(first->recording, step_a->id, place_one, sizeof place_one);
    made_at(other->recording, step_b->id, place_two, sizeof place_two);
    if (step_b->id.n < step_a->id.n)
        MESSAGE(text, sizeof text, s->lang, shuffle_part, number, seed, two, one, two, one, place_two, place_one);
    else
        MESSAGE(text, sizeof text, s->lang, shuffle_part, number, seed, two, one, one, two, place_one, place_two);
    say(s, text);
    say(s, "\n");
}

/* How many whole lines at the beginning are the same. */
static uint32_t same_lines(const Buffer *a, const Buffer *b)
{
    uint32_t lines = 0;
    for (size_t i = 0; i < a->length && i < b->length && a->bytes[i] == b->bytes[i]; i++)
        lines += a->bytes[i] == '\n';
    return lines;
}

/* Some lines of an output, so that the groups can be told apart: from where the first of them differs. */
static void tell_output(Shuffle *s, const Buffer *text, uint32_t skip)
{
    enum { SHOWN_LINES = 10 };
    char number[16], line[200];
    uint32_t shown = 0;
    if (skip) {
        snprintf(number, sizeof number, "%u", skip);
        if (skip == 1)
            say(s, message_text(MSG_shuffle_same_line, s->lang));
        else if (MESSAGE(line, sizeof line, s->lang, shuffle_same_lines, number))
            say(s, line);
        say(s, "\n");
    }
    for (const char *p = buffer_string(text), *end = p + text->length; p < end && shown < SHOWN_LINES;) {
        const char *newline = memchr(p, '\n', (size_t)(end - p)), *stop = newline ? newline : end;
        if (skip > 0) {
            skip--;
        } else {
            say(s, "  \u2502 ");
            sink_bytes(s->out, p, (size_t)(stop - p));
            say(s, "\n");
            shown++;
        }
        p = stop + 1;
    }
}

/* What the first groups print, and how to look at a run. */
static void tell_outputs(Shuffle *s, const char *script)
{
    enum { GROUPS = 4 };
    Buffer texts[GROUPS] = { { .length = 0 } };
    uint32_t count = s->groups.count < GROUPS ? s->groups.count : GROUPS, skip = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++)
        gather_output(s->groups.items[i].recording, false, &texts[i]);
    for (uint32_t i = 1; i < count; i++) {
        uint32_t same = same_lines(&texts[0], &texts[i]);
        skip = same < skip ? same : skip;
    }
    skip = skip < 3 ? 0 : skip; /* so few may stand there */
    for (uint32_t i = 0; i < count; i++) {
        const Group *group = &s->groups.items[i];
        char seed[16], status[16], text[300];
        snprintf(seed, sizeof seed, "%u", group->seed);
        snprintf(status, sizeof status, "%d", group->status < 0 ? 130 : group->status);
        if (i == 0)
            MESSAGE(text, sizeof text, s->lang, shuffle_output_first, status);
        else
            MESSAGE(text, sizeof text, s->lang, shuffle_output_seed, seed, status);
        say(s, text);
        say(s, "\n");
        tell_output(s, &texts[i], skip);
    }
    char seed[16], text[600];
    snprintf(seed, sizeof seed, "%u", s->groups.items[1].seed);
    MESSAGE(text, sizeof text, s->lang, shuffle_try, seed, script);
    say(s, text);
    say(s, "\n");
    for (uint32_t i = 0; i < count; i++)
        buffer_free(&texts[i]);
}

static void tell_groups(Shuffle *s, uint32_t runs, const char *script)
{
    char count[16], all[16], text[200], piece[200];
    snprintf(all, sizeof all, "%u", runs);
    if (s->groups.count == 1) {
        MESSAGE(text, sizeof text, s->lang, shuffle_same, all);
        say(s, runs == 1 ? message_text(MSG_shuffle_same_once, s->lang) : text);
        say(s, "\n");
        return;
    }
    snprintf(count, sizeof count, "%u", s->groups.count);
    if (runs == 1)
        MESSAGE(text, sizeof text, s->lang, shuffle_differ_once, count);
    else
        MESSAGE(text, sizeof text, s->lang, shuffle_differ, count, all);
    say(s, text);
    for (uint32_t i = 0; i < s->groups.count; i++) {
        char number[16], seed[16];
        snprintf(number, sizeof number, "%u", s->groups.items[i].runs - (i == 0)); /* the usual order is no run of these */
        snprintf(seed, sizeof seed, "%u", s->groups.items[i].seed);
        if (i == 0 && s->groups.items[0].runs == 2)
            MESSAGE(piece, sizeof piece, s->lang, shuffle_like_first_once, number);
        else if (i == 0)
            MESSAGE(piece, sizeof piece, s->lang, shuffle_like_first, number);
        else
            MESSAGE(piece, sizeof piece, s->lang, shuffle_like_seed, number, seed);
        say(s, i ? message_text(MSG_shuffle_comma, s->lang) : "");
        say(s, piece);
    }
    say(s, message_text(MSG_shuffle_stop, s->lang));
    say(s, "\n");
    for (uint32_t i = 1; i < s->groups.count; i++)
        tell_parting(s, &s->groups.items[0], &s->groups.items[i]);
    tell_outputs(s, script);
}

int shuffle_run(const TraceRun *program, uint32_t runs, Lang lang, Sink *out)
{
    Shuffle s = { .lang = lang, .out = out };
    bool fine = true;
    for (uint32_t seed = 0; seed <= runs && fine; seed++)
        fine = run_once(&s, program, seed);
    int status = 2;
    if (fine && s.groups.count > 0) {
        tell_groups(&s, runs, program->argv[0]);
        status = s.groups.count > 1;
    }
    for (uint32_t i = 0; i < s.groups.count; i++)
        recording_free(s.groups.items[i].recording);
    vec_free(&s.groups);
    return status;
}
