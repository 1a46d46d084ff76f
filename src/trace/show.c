/* show.c - which views a run or a recording has, and feeding them its events. */
#include "trace/show.h"

#include "base/platform.h"
#include "trace/breakpoint.h"
#include "trace/chrome.h"
#include "trace/html.h"

#include <stdio.h>
#include <string.h>

void show_choose(TraceOptions *o)
{
    if (o->view != VIEW_DEFAULT)
        return;
    if (o->record || o->html || o->chrome || o->selfcheck)
        o->view = VIEW_NONE;
    else
        o->view = platform_is_terminal(1) ? VIEW_STEP : VIEW_NARRATE;
}

bool show_wants_lines(const TraceOptions *o)
{
    if (o->detail != DETAIL_DEFAULT)
        return o->detail == DETAIL_LINE;
    return o->view == VIEW_STEP || o->html || (o->view == VIEW_NARRATE && o->narrate == NARRATE_ALL);
}

static bool begin_narration(Show *show)
{
    const TraceOptions *o = show->options;
    show->screen = file_sink_new(show->terminal);
    if (!show->screen)
        return false;
    show->out = file_sink(show->screen);
    show->narrator = narrator_new(show->recording, (NarrateLevel)o->narrate, o->lang, &show->out);
    if (show->narrator)
        narrator_set_ascii(show->narrator, o->ascii);
    return show->narrator != NULL;
}

/* The learner leaves: the program ends with the trace. */
static void end_here(void *context)
{
    Show *show = context;
    stepper_free(show->stepper);
    platform_exit(show_save(show) ? 0 : 1);
}

static bool begin_stepping(Show *show)
{
    const TraceOptions *o = show->options;
    const char *no_colour = platform_getenv("NO_COLOR"), *term = platform_getenv("TERM");
    bool own_seed = show->run || o->seeded; /* a replay asks what the run has asked */
    StepperOptions options = {
        .lang = o->lang, .ascii = o->ascii, .live = show->run != NULL, .in = show->keyboard, .out = show->terminal,
        .colour = !o->batch && platform_is_terminal(1) && !(no_colour && *no_colour) && term && strcmp(term, "dumb") != 0,
        .batch = o->batch, .quiz = o->quiz, .seed = own_seed ? o->seed : show->recording->seed, .answers = o->answers, .quit = end_here, .context = show,
    };
    show->stepper = stepper_new(show->recording, &options);
    return show->stepper != NULL;
}

bool show_begin(Show *show)
{
    show->keyboard = platform_dup(0);
    show->terminal = platform_dup(1);
    switch (show->options->view) {
    case VIEW_NARRATE: return begin_narration(show);
    case VIEW_STEP: return begin_stepping(show);
    default: return true;
    }
}

bool show_begin_vm(Show *show, VM *vm)
{
    vm->lang = show->options->lang;
    if (show->stepper)
        breakpoint_stops(vm, show->stepper);
    if (show->options->selfcheck)
        show->selfcheck = selfcheck_new(vm, show->recording);
    return !show->options->selfcheck || show->selfcheck;
}

/* What may take its time, or be followed by what the program writes for itself, stands on the screen before. */
static bool is_seen_at_once(const TraceEvent *event)
{
    switch (event->kind) {
    case EV_ran: case EV_wait: case EV_gap: case EV_task_step: case EV_out: case EV_report: case EV_clock: return true;
    default: return !event->by.n;
    }
}

/* One line on stderr. */
static void tell_gap(const Show *show, const TraceEvent *event)
{
    char number[16], count[60], line[300];
    snprintf(number, sizeof number, "%u", event->index);
    if (strcmp(event->word, "events") != 0)
        snprintf(count, sizeof count, "64 MiB");
    else if (event->index == 1)
        snprintf(count, sizeof count, "%s", message_text(MSG_gap_count_one, show->options->lang));
    else
        MESSAGE(count, sizeof count, show->options->lang, gap_count, number);
    MESSAGE(line, sizeof line, show->options->lang, gap_events, count);
    trace_complain("miniasync trace: %s\n", line);
}

void show_event(Show *show, const TraceEvent *event)
{
    if (show->selfcheck)
        selfcheck_event(show->selfcheck, event);
    TraceEvent copy = *event; /* answers of the quiz may move the events */
    if (show->stepper && show->run)
        stepper_event(show->stepper, event);
    event = &copy;
    if (show->narrator) {
        narrator_event(show->narrator, event);
        if (is_seen_at_once(event))
            file_sink_flush(show->screen);
    }
    if (event->kind == EV_gap && show->run) {
        if (!show->stepper) /* which stops here and says it in its own way */
            tell_gap(show, event);
        run_show_output(show->run);
    }
}

void show_end(Show *show)
{
    if (show->stepper) {
        stepper_end(show->stepper);
        stepper_free(show->stepper);
    }
    if (show->narrator)
        narrator_end(show->narrator);
    file_sink_free(show->screen);
    selfcheck_free(show->selfcheck);
    show->stepper = NULL;
    show->narrator = NULL;
    show->screen = NULL;
    show->selfcheck = NULL;
    platform_close(show->keyboard);
    platform_close(show->terminal);
}

bool show_save(const Show *show)
{
    const TraceOptions *o = show->options;
    bool fine = !o->record || save_recording(o->record, show->recording);
    fine = (!o->html || save_to(o->html, show->recording, html_write)) && fine;
    fine = (!o->chrome || save_to(o->chrome, show->recording, chrome_write)) && fine;
    return fine;
}
