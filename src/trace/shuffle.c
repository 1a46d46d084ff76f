/* shuffle.c - `miniasync shuffle`: see shuffle.h. Each run is recorded in virtual time; what counts is what it
 * printed and how it ended. Two groups are compared by the recordings of their first runs: the first `pick`
 * that differs is where the order began to matter. */
#include "trace/shuffle.h"

#include "base/sha256.h"
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

/* The hash of everything printed, with where it went. false: out of memory. */
static bool hash_output(const Recording *recording, char hex[65])
{
    VEC(char) all = { 0 };
    bool fine = true;
    for (uint32_t i = 0; i < recording->events.count && fine; i++) {
        const TraceEvent *e = &recording->events.items[i];
        if (e->kind != EV_out)
            continue;
        fine = vec_reserve(&all, e->text_length + 1);
        if (!fine)
            break;
        all.items[all.count++] = (char)e->number;
        memcpy(all.items + all.count, e->text, e->text_length);
        all.count += (uint32_t)e->text_length;
    }
    sha256_hex(all.items, all.count, hex);
    vec_free(&all);
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

/* What the first lines of a group's output are, so that the groups can be told apart. */
static void tell_output(Shuffle *s, const Group *group)
{
    enum { SHOWN_LINES = 12 };
    uint32_t lines = 0;
    bool fresh = true;
    for (uint32_t i = 0; i < group->recording->events.count && lines < SHOWN_LINES; i++) {
        const TraceEvent *e = &group->recording->events.items[i];
        if (e->kind != EV_out)
            continue;
        for (const char *p = e->text, *end = p + e->text_length; p < end && lines < SHOWN_LINES;) {
            const char *newline = memchr(p, '\n', (size_t)(end - p));
            if (fresh)
                say(s, "  \u2502 ");
            sink_bytes(s->out, p, (size_t)((newline ? newline : end) - p));
            fresh = newline != NULL;
            if (fresh) {
                say(s, "\n");
                lines++;
            }
            p = newline ? newline + 1 : end;
        }
    }
    if (!fresh)
        say(s, "\n");
}

static void tell_groups(Shuffle *s, uint32_t runs)
{
    char count[16], all[16], text[600], piece[200];
    snprintf(all, sizeof all, "%u", runs);
    if (s->groups.count == 1) {
        MESSAGE(text, sizeof text, s->lang, shuffle_same, all);
        say(s, text);
        say(s, "\n");
        return;
    }
    snprintf(count, sizeof count, "%u", s->groups.count);
    size_t used = MESSAGE(text, sizeof text, s->lang, shuffle_differ, count, all);
    for (uint32_t i = 0; i < s->groups.count && used + sizeof piece < sizeof text; i++) {
        char number[16], seed[16];
        snprintf(number, sizeof number, "%u", s->groups.items[i].runs - (i == 0)); /* the usual order is no run of these */
        snprintf(seed, sizeof seed, "%u", s->groups.items[i].seed);
        if (i == 0)
            MESSAGE(piece, sizeof piece, s->lang, shuffle_like_first, number);
        else
            MESSAGE(piece, sizeof piece, s->lang, shuffle_like_seed, number, seed);
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", i ? message_text(MSG_shuffle_comma, s->lang) : "",
                                 piece);
    }
    say(s, text);
    say(s, message_text(MSG_shuffle_stop, s->lang));
    say(s, "\n");
    for (uint32_t i = 1; i < s->groups.count; i++)
        tell_parting(s, &s->groups.items[0], &s->groups.items[i]);
    for (uint32_t i = 0; i < s->groups.count; i++) {
        const Group *group = &s->groups.items[i];
        char seed[16], status[16];
        snprintf(seed, sizeof seed, "%u", group->seed);
        snprintf(status, sizeof status, "%d", group->status < 0 ? 130 : group->status);
        if (i == 0)
            MESSAGE(text, sizeof text, s->lang, shuffle_output_first, status);
        else
            MESSAGE(text, sizeof text, s->lang, shuffle_output_seed, seed, status);
        say(s, text);
        say(s, "\n");
        tell_output(s, group);
    }
}

int shuffle_run(const TraceRun *program, uint32_t runs, Lang lang, Sink *out)
{
    Shuffle s = { .lang = lang, .out = out };
    bool fine = true;
    for (uint32_t seed = 0; seed <= runs && fine; seed++)
        fine = run_once(&s, program, seed);
    int status = 2;
    if (fine && s.groups.count > 0) {
        tell_groups(&s, runs);
        status = s.groups.count > 1;
    }
    for (uint32_t i = 0; i < s.groups.count; i++)
        recording_free(s.groups.items[i].recording);
    vec_free(&s.groups);
    return status;
}
