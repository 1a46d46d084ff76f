/* stepper.c - moving: a cursor over the recording, and behind its end the program itself. A command sets a goal;
 * events are folded until it is met, first those that are recorded, then, by coming back from the observer's call,
 * those the program makes. */
#include "trace/stepper_internal.h"

#include "base/platform.h"
#include "trace/narrate.h"

#include <string.h>

enum { SIGINT_NUMBER = 2, SPEED_NORMAL = 2000 };

const TraceEvent *stepper_at(const Stepper *stepper)
{
    uint32_t next = stepper->state->next;
    return next > 0 && next <= stepper->recording->events.count ? &stepper->recording->events.items[next - 1] : NULL;
}

bool stepper_is_live(const Stepper *stepper)
{
    return stepper->options.live && stepper->state->next >= stepper->recording->events.count;
}

Id event_task(const State *state, const TraceEvent *event)
{
    switch (event->kind) {
    case EV_task_step: case EV_task_wait: case EV_task_yield: case EV_await_ready: case EV_task_done:
        return event->id;
    default:
        return event->by.letter == 'T' ? event->by : (Id){ 0 };
    }
}

TracePlace event_place(const State *state, const TraceEvent *event)
{
    if (event->kind == EV_line || event->kind == EV_call || event->kind == EV_resume || event->kind == EV_leave) {
        const StateFrame *frame = state_frame(state, event->id);
        return frame ? (TracePlace){ frame->fn, event->kind == EV_leave ? frame->line : (uint32_t)event->number, frame->file }
                     : (TracePlace){ 0 };
    }
    if (event->link_count)
        return event->links[event->link_count - 1].at;
    if (event->kind == EV_task_step) {
        FrameView frames[FRAMES_MAX];
        size_t count = frames_of(state, event->id, frames);
        return count ? (TracePlace){ frames[count - 1].fn, frames[count - 1].line, frames[count - 1].file } : (TracePlace){ 0 };
    }
    return event->at;
}

TracePlace stepper_place(const Stepper *stepper)
{
    const State *state = stepper->state;
    FrameView frames[FRAMES_MAX];
    size_t count = state->task.n ? frames_of(state, state->task, frames) : 0;
    return count ? (TracePlace){ frames[count - 1].fn, frames[count - 1].line, frames[count - 1].file } : state->where;
}

size_t stepper_frames(const Stepper *stepper, FrameView out[FRAMES_MAX])
{
    size_t count = frames_of(stepper->state, stepper->task, out);
    return count > stepper->up ? count - stepper->up : count > 0 ? 1 : 0;
}

void stepper_arrive(Stepper *stepper)
{
    const TraceEvent *event = stepper_at(stepper);
    stepper->up = 0;
    stepper->list_next = 0;
    if (!event)
        return;
    Id task = event_task(stepper->state, event);
    if (!task.n)
        task = stepper->state->task;
    if (task.n || !stepper->state->loop_runs || (stepper->task.n && !state_task(stepper->state, stepper->task)))
        stepper->task = task;
}

void stepper_jump(Stepper *stepper, uint32_t next)
{
    state_goto(stepper->state, next);
    breaks_refresh(stepper, stepper->state);
    stepper_arrive(stepper);
    if (stepper->quiz)
        quiz_jump(stepper->quiz, next);
}

/* --- goals -------------------------------------------------------------------------------------------------------- */

static bool is_over(const TraceEvent *event, Id frame)
{
    return event->kind == EV_leave && id_same(event->id, frame) && event->word &&
           (strcmp(event->word, "return") == 0 || strcmp(event->word, "raise") == 0);
}

static bool next_met(const State *state, Goal *goal, const TraceEvent *event)
{
    if (event->kind == EV_task_done && goal->task.n && id_same(event->id, goal->task))
        return true;
    if (!state->recording->lines) {
        if (!event_is_stop(event->kind))
            return false;
        Id task = event_task(state, event);
        return goal->task.n == 0 ? task.n == 0 : id_same(task, goal->task);
    }
    if (event->kind == EV_leave && goal->frame.n && id_same(event->id, goal->frame) &&
        !(event->word && strcmp(event->word, "await") == 0))
        goal->frame = (Id){ 0 }; /* back to whoever called: any line of the task will do */
    if (event->kind != EV_line)
        return false;
    return goal->frame.n ? id_same(event->id, goal->frame)
                         : id_same(event_task(state, event), goal->task);
}

bool goal_met(const State *state, Goal *goal, const TraceEvent *event)
{
    switch (goal->kind) {
    case GOAL_NONE: return true;
    case GOAL_STEP: return event_is_stop(event->kind);
    case GOAL_NEXT: return next_met(state, goal, event);
    case GOAL_RETURN:
        return goal->frame.n && state->recording->lines
                   ? is_over(event, goal->frame)
                   : event->kind == EV_task_done && goal->task.n && id_same(event->id, goal->task);
    case GOAL_SWITCH:
        return (event->kind == EV_task_step && !id_same(event->id, goal->task)) || event->kind == EV_switch;
    case GOAL_ROUND: return event->kind == EV_round;
    case GOAL_EVENT: return true;
    case GOAL_CONTINUE: return false;
    case GOAL_UNTIL_LINE:
        if (state->recording->lines && goal->frame.n)
            return is_over(event, goal->frame) ||
                   (event->kind == EV_line && id_same(event->id, goal->frame) && event->number >= (int64_t)goal->line);
        return event_is_stop(event->kind) && id_same(event_task(state, event), goal->task) &&
               event_place(state, event).line >= goal->line;
    case GOAL_UNTIL_TIME: case GOAL_GOTO_TIME: return event->t_us >= goal->time_us || state->clock_us >= goal->time_us;
    case GOAL_GOTO: return event->index >= goal->index;
    }
    return true;
}

/* --- running ------------------------------------------------------------------------------------------------------ */

static void print_rest(Stepper *stepper)
{
    if (stepper->printed.length) {
        buffer_text(&stepper->text, stepper->ascii ? "| " : "\xe2\x94\x82 ");
        buffer_add(&stepper->text, stepper->printed.bytes, stepper->printed.length);
        buffer_text(&stepper->text, "\n");
        buffer_clear(&stepper->printed);
    }
}

static void begin_printed(Stepper *stepper, Id by)
{
    if (by.n)
        view_id(&stepper->text, by);
    for (size_t width = by.n ? 2 : 0; width < 2; width++)
        buffer_text(&stepper->text, " ");
}

/* Line mode: what the program prints is shown as the cursor passes it. */
static void print_output(Stepper *stepper, const TraceEvent *event)
{
    const char *p = event->text, *end = p + (p ? event->text_length : 0);
    if (stepper->printed.length && !id_same(stepper->printed_by, event->by)) {
        begin_printed(stepper, stepper->printed_by);
        print_rest(stepper);
    }
    while (p < end) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        buffer_add(&stepper->printed, p, (size_t)((newline ? newline : end) - p));
        stepper->printed_by = event->by;
        if (!newline)
            break;
        begin_printed(stepper, event->by);
        if (stepper->printed.length == 0)
            buffer_text(&stepper->text, stepper->ascii ? "|\n" : "\xe2\x94\x82\n");
        print_rest(stepper);
        p = newline + 1;
    }
}

/* Stops the move at the event just folded? */
static bool stops_here(Stepper *stepper, const TraceEvent *event)
{
    Goal *goal = &stepper->goal;
    if (stepper->interrupted) {
        stepper->interrupted = false;
        buffer_text(&stepper->note, message_text(MSG_step_interrupted, stepper->lang));
        return true;
    }
    if (event->kind == EV_gap) { /* from here on nothing more is seen, not even Ctrl-C */
        platform_signal_hold(0);
        buffer_clear(&stepper->note);
        buffer_text(&stepper->note, message_text(MSG_step_gap, stepper->lang));
        return true;
    }
    bool breaks = goal->kind != GOAL_EVENT && goal->kind != GOAL_GOTO && goal->kind != GOAL_GOTO_TIME;
    if (breaks && stepper->breaks.count) {
        Break *b = breaks_check(stepper, stepper->state, event, &stepper->note);
        if (b) {
            b->hits++;
            if (b->once)
                breaks_clear(stepper, b);
            return true;
        }
    }
    if (!goal_met(stepper->state, goal, event) || (stepper->quiz && quiz_pending(stepper->quiz)))
        return false; /* an answered question: on to what decides it */
    if (goal->count > 1) {
        goal->count--;
        if (goal->kind == GOAL_NEXT) {
            FrameView frames[FRAMES_MAX];
            size_t count = frames_of(stepper->state, goal->task, frames);
            goal->frame = count ? frames[count - 1].frame : (Id){ 0 };
        }
        return false;
    }
    return true;
}

/* Over what is recorded, until the goal is met; false: it must come from the program. */
static bool advance(Stepper *stepper)
{
    while (stepper->state->next < stepper->recording->events.count) {
        if (!state_fold(stepper->state))
            return true; /* out of memory: stays */
        const TraceEvent *event = stepper_at(stepper);
        if (event->kind == EV_out && !stepper->screen && !stepper->options.lines && !stepper->options.beside)
            print_output(stepper, event);
        bool told = asking_event(stepper);
        if (stops_here(stepper, stepper_at(stepper)) || told)
            return true;
    }
    return false;
}

/* The move is over: what is to be told of it. */
static void finish_move(Stepper *stepper, bool met)
{
    GoalKind kind = stepper->goal.kind;
    stepper->goal.kind = GOAL_NONE;
    stepper_arrive(stepper);
    if (stepper->printed.length && !stepper->screen) {
        begin_printed(stepper, stepper->printed_by);
        print_rest(stepper);
    }
    if (!met) {
        if (stepper->moves.count && stepper->state->next == stepper->goal.from) /* nothing to undo */
            stepper->moves.count--;
        stepper->playing = false;
        buffer_clear(&stepper->note);
        buffer_text(&stepper->note, message_text(stepper->options.live ? MSG_step_ended : MSG_step_recording_ends, stepper->lang));
    }
    Buffer line = { .ascii = stepper->ascii };
    if (kind == GOAL_NEXT)
        view_meanwhile(stepper, stepper->goal.task, stepper->goal.from, &line);
    if (line.length) {
        if (stepper->note.length) /* in lines one below the other; the page has one row for both */
            buffer_text(&line, stepper->screen ? "  " : "\n");
        buffer_add(&line, buffer_string(&stepper->note), stepper->note.length);
        buffer_free(&stepper->note);
        stepper->note = line;
    }
}

/* --- talking ------------------------------------------------------------------------------------------------------ */

static void write_colour(const Stepper *stepper, const char *code, const Buffer *line)
{
    if (stepper->options.colour)
        prompt_write(&stepper->prompt, code, strlen(code));
    prompt_write(&stepper->prompt, buffer_string(line), line->length);
    if (stepper->options.colour)
        prompt_write(&stepper->prompt, "\x1b[0m", 4);
    prompt_write(&stepper->prompt, "\n", 1);
}

/* Line mode: what the command said; after a move also where it stands and why. */
static void show_lines(Stepper *stepper, bool moved)
{
    prompt_write(&stepper->prompt, buffer_string(&stepper->text), stepper->text.length);
    buffer_clear(&stepper->text);
    if (stepper->note.length)
        write_colour(stepper, "\x1b[2m", &stepper->note);
    buffer_clear(&stepper->note);
    const TraceEvent *event = stepper_at(stepper);
    if (!moved || !event)
        return;
    Buffer line = { .ascii = stepper->ascii };
    view_stop(stepper, &line);
    write_colour(stepper, "\x1b[1m", &line);
    buffer_clear(&line);
    char reason[NARRATE_MAX];
    if (narrate_reason(stepper->state, event, stepper->lang, reason, sizeof reason))
        buffer_text(&line, reason);
    if (line.length)
        write_colour(stepper, "", &line);
    buffer_clear(&line);
    if (event->kind == EV_end && narrate_next(stepper->state, stepper->lang, reason, sizeof reason)) {
        buffer_text(&line, reason);
        write_colour(stepper, "", &line);
    }
    buffer_free(&line);
}

static void show(Stepper *stepper, bool moved)
{
    if (!stepper->screen) {
        show_lines(stepper, moved);
        return;
    }
    if (moved && !stepper->told) /* a new place: the page, not what was said before the move */
        stepper->text_shown = stepper->text_next = 0, buffer_clear(&stepper->text);
    screen_draw(stepper);
    if (!stepper->screen) /* it has just become too small */
        show_lines(stepper, moved);
}

static void clear_answer(Stepper *stepper)
{
    buffer_clear(&stepper->text);
    buffer_clear(&stepper->note);
    stepper->text_shown = stepper->text_next = 0;
    stepper->told = false;
}

static void draw_again(void *context)
{
    Stepper *stepper = context;
    stepper->columns = stepper->prompt.columns;
    stepper->rows = stepper->prompt.rows;
    stepper->screen = stepper->prompt.page = screen_fits(stepper->columns, stepper->rows);
    if (stepper->screen)
        screen_draw(stepper);
    else
        prompt_write(&stepper->prompt, "\x1b[H\x1b[2J", 7);
}

static void leave(Stepper *stepper)
{
    stepper->left = true;
    stepper->goal.kind = GOAL_NONE;
    if (stepper->screen)
        prompt_write(&stepper->prompt, "\r\x1b[K", 4);
    asking_summary(stepper);
    prompt_write(&stepper->prompt, buffer_string(&stepper->text), stepper->text.length);
    buffer_clear(&stepper->text);
    asking_record(stepper);
    platform_signal_hold(0);
    if (!stepper->ended && stepper->options.quit)
        stepper->options.quit(stepper->options.context);
}

/* The program runs on alone; what it prints stands below the page. */
static void let_go(Stepper *stepper)
{
    stepper->left = true;
    stepper->goal.kind = GOAL_NONE;
    if (stepper->screen)
        prompt_write(&stepper->prompt, "\r\n", 2);
    stepper->options.let_go(stepper->options.context);
}

bool stepper_has_page(const Stepper *stepper)
{
    return stepper->screen && !stepper->left;
}

static void write_prompt(const Stepper *stepper, char *out, size_t size)
{
    Buffer text = { 0 };
    if (stepper_is_live(stepper))
        buffer_text(&text, "(trace) ");
    else
        buffer_format(&text, "(trace #%u/%u) ", stepper->state->next ? stepper->state->next - 1 : 0,
                      stepper->recording->events.count ? stepper->recording->events.count - 1 : 0);
    strncpy(out, buffer_string(&text), size - 1);
    out[size - 1] = 0;
    buffer_free(&text);
}

/* The command of this turn: typed, or `step` while playing. NULL: no more. */
static const char *next_command(Stepper *stepper)
{
    char text[64];
    write_prompt(stepper, text, sizeof text);
    if (stepper->playing) {
        int64_t pause = (int64_t)1000000000 * 1000 / stepper->speed_milli;
        if (!prompt_wait_key(&stepper->prompt, pause))
            return "step";
        stepper->playing = false;
    }
    return prompt_read(&stepper->prompt, text);
}

/* At the prompt until the program may run on, or the learner leaves. */
static void converse(Stepper *stepper)
{
    bool moved = true;
    for (;;) {
        show(stepper, moved);
        const char *line = next_command(stepper);
        if (stepper->screen && line && !*line && stepper->text_next < stepper->text.length) {
            stepper->text_shown = stepper->text_next; /* Enter: the rest of a long answer */
            moved = false;
            continue;
        }
        clear_answer(stepper);
        if (!line && !stepper->prompt.keys && !stepper->ended && stepper->options.let_go) {
            let_go(stepper);
            return;
        }
        uint32_t before = stepper->state->next;
        switch (line ? command_run(stepper, line) : COMMAND_QUITS) {
        case COMMAND_QUITS: leave(stepper); return;
        case COMMAND_STAYS:
            moved = stepper->state->next != before;
            if (stepper->screen)
                screen_wrap_answer(stepper);
            break;
        case COMMAND_MOVES:
            stepper->goal.from = before;
            moved = true;
            if (advance(stepper))
                finish_move(stepper, true);
            else if (stepper->ended)
                finish_move(stepper, false);
            else if (stepper->goal.kind == GOAL_CONTINUE && !stepper->breaks.count && stepper->options.let_go)
                return let_go(stepper);
            else
                return;
        }
    }
}

void stepper_event(Stepper *stepper, const TraceEvent *event)
{
    if (stepper->left)
        return;
    if (platform_take_held())
        stepper->interrupted = true;
    if (advance(stepper)) {
        finish_move(stepper, true);
        converse(stepper);
    } else if (stepper->screen && event->kind == EV_out && event->text_length &&
               event->text[event->text_length - 1] != '\n') {
        screen_draw(stepper); /* perhaps the question of input() */
    }
    asking_record(stepper); /* the program runs on: what follows stands behind the answers */
}

void stepper_skip(Stepper *stepper)
{
    state_goto(stepper->state, stepper->recording->events.count);
    stepper_break(stepper);
}

void stepper_break(Stepper *stepper)
{
    if (!stepper->unattended)
        stepper->goal = (Goal){ .kind = GOAL_STEP, .count = 1, .from = stepper->state->next };
    stepper->playing = false;
}

int stepper_end(Stepper *stepper)
{
    if (stepper->left)
        return 0;
    stepper->ended = true;
    bool met = advance(stepper);
    finish_move(stepper, met);
    if (stepper->recording->ended && stepper->options.live)
        asking_summary(stepper);
    if (stepper->unattended)
        leave(stepper);
    else
        converse(stepper);
    return 0;
}

/* Screen mode wants a terminal that is large enough; box characters want one that shows them in one column. */
static void choose_mode(Stepper *stepper)
{
    Prompt *prompt = &stepper->prompt;
    if (prompt->batch || !prompt->keys || stepper->options.lines || platform_terminal_size(prompt->out, &prompt->columns, &prompt->rows) != 0)
        return;
    stepper->columns = prompt->columns;
    stepper->rows = prompt->rows;
    stepper->screen = screen_fits(prompt->columns, prompt->rows);
    prompt->page = stepper->screen;
    if (!stepper->ascii && prompt_measure(prompt, "\xe2\x94\x80") == 2)
        stepper->ascii = true;
    for (int i = 0; stepper->screen && i < stepper->rows; i++)
        prompt_write(prompt, "\n", 1); /* what stands on the screen goes up into the scrollback */
}

static bool locale_is_utf8(void)
{
    static const char *const variables[] = { "LC_ALL", "LC_CTYPE", "LANG" };
    for (size_t i = 0; i < 3; i++) {
        const char *value = platform_getenv(variables[i]);
        if (value && *value)
            return strstr(value, "UTF-8") || strstr(value, "utf8") || strstr(value, "utf-8") || strstr(value, "UTF8");
    }
    return false;
}

Stepper *stepper_new(Recording *recording, const StepperOptions *options)
{
    Stepper *stepper = mem_alloc_zero(sizeof *stepper);
    if (!stepper)
        return NULL;
    stepper->recording = recording;
    stepper->options = *options;
    stepper->lang = options->lang;
    stepper->ended = !options->live;
    stepper->speed_milli = SPEED_NORMAL;
    stepper->columns = 80;
    stepper->rows = 24;
    strcpy(stepper->last_move, "step");
    stepper->goal = (Goal){ .kind = GOAL_STEP, .count = 1 };
    stepper->state = state_new(recording);
    if (options->batch ? !prompt_open_batch(&stepper->prompt, options->batch, options->out)
                       : (prompt_open(&stepper->prompt, options->in, options->out), false)) {
        stepper_free(stepper);
        return NULL;
    }
    if (!stepper->state || !asking_begin(stepper)) {
        stepper_free(stepper);
        return NULL;
    }
    if (stepper->unattended)
        stepper->goal.kind = GOAL_CONTINUE;
    stepper->ascii = options->ascii || (!options->batch && !locale_is_utf8());
    choose_mode(stepper);
    stepper->prompt.read_line = options->read_line;
    stepper->prompt.read_context = options->context;
    stepper->prompt.resized = draw_again;
    stepper->prompt.context = stepper;
    if (options->live)
        platform_signal_hold(SIGINT_NUMBER);
    return stepper;
}

void stepper_free(Stepper *stepper)
{
    if (!stepper)
        return;
    platform_signal_hold(0);
    prompt_close(&stepper->prompt);
    asking_free(stepper);
    breaks_free(stepper);
    vec_free(&stepper->moves);
    buffer_free(&stepper->text);
    buffer_free(&stepper->note);
    buffer_free(&stepper->printed);
    if (stepper->state)
        state_free(stepper->state);
    mem_free(stepper, sizeof *stepper);
}
