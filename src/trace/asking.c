/* asking.c - the quiz at the prompt: asks the question that quiz.c has opened, takes the key, tells the answer where the
 * program has come to it. In lines, on the page, and without anybody there (--answers). */
#include "trace/stepper_internal.h"

#include "base/platform.h"

#include <stdio.h>
#include <string.h>

bool asking_begin(Stepper *stepper)
{
    const StepperOptions *o = &stepper->options;
    int error = 0;
    if (o->answers) {
        stepper->answers = platform_open_source(o->answers, &stepper->answers_length, &stepper->answers_capacity, &error);
        if (!stepper->answers) {
            char text[600];
            int n = snprintf(text, sizeof text, "miniasync trace: cannot open %s: %s\n", o->answers, platform_strerror(error));
            platform_write(2, text, n < (int)sizeof text ? (size_t)n : sizeof text - 1);
            return false;
        }
    }
    if (!o->quiz)
        return true;
    stepper->quiz = quiz_new(stepper->recording, o->seed);
    if (!stepper->quiz)
        return false;
    quiz_set_level(stepper->quiz, o->quiz);
    stepper->unattended = o->answers && !o->batch && !platform_is_terminal(o->in);
    return true;
}

void asking_free(Stepper *stepper)
{
    quiz_free(stepper->quiz);
    mem_free(stepper->answers, stepper->answers_capacity);
}

/* --- keys ------------------------------------------------------------------------------------------------------------ */

/* Goes over empty lines and remarks. false: no answer is left. */
static bool find_answer(Stepper *stepper)
{
    const char *text = stepper->answers;
    size_t *at = &stepper->answers_at, length = stepper->answers_length;
    for (;;) {
        while (*at < length && (text[*at] == ' ' || text[*at] == '\t' || text[*at] == '\r' || text[*at] == '\n'))
            ++*at;
        if (*at >= length || text[*at] != '#')
            return *at < length;
        while (*at < length && text[*at] != '\n')
            ++*at;
    }
}

/* The next line of the file of answers; what is no key is 0. */
static int read_answer(Stepper *stepper, const char *prompt)
{
    if (!find_answer(stepper))
        return PROMPT_END;
    const char *text = stepper->answers + stepper->answers_at;
    size_t length = 0;
    while (stepper->answers_at + length < stepper->answers_length && text[length] != '\n' && text[length] != '\r')
        length++;
    stepper->answers_at += length;
    while (length && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    if (!stepper->screen) {
        prompt_write(&stepper->prompt, prompt, strlen(prompt));
        prompt_write(&stepper->prompt, text, length);
        prompt_write(&stepper->prompt, "\n", 1);
    }
    return length == 1 ? (unsigned char)*text : 0;
}

static int read_key(Stepper *stepper)
{
    const char *prompt = message_text(MSG_quiz_answer, stepper->lang);
    return stepper->answers ? read_answer(stepper, prompt) : prompt_key(&stepper->prompt, prompt);
}

/* --- asking ------------------------------------------------------------------------------------------------------------ */

static void write_text(Stepper *stepper)
{
    prompt_write(&stepper->prompt, buffer_string(&stepper->text), stepper->text.length);
    buffer_clear(&stepper->text);
}

static void add_pane(Stepper *stepper, Message title, const char *command)
{
    Buffer before = stepper->text;
    stepper->text = (Buffer){ .ascii = before.ascii };
    command_run(stepper, command);
    Buffer pane = stepper->text;
    stepper->text = before;
    buffer_format(&stepper->text, "%s\n", message_text(title, stepper->lang));
    for (const char *p = buffer_string(&pane), *end = p + pane.length; p < end;) {
        const char *newline = memchr(p, '\n', (size_t)(end - p)), *stop = newline ? newline : end;
        buffer_text(&stepper->text, "  ");
        buffer_add(&stepper->text, p, (size_t)(stop - p));
        buffer_text(&stepper->text, "\n");
        p = stop + 1;
    }
    buffer_free(&pane);
}

/* In lines: where it stands, and those panes that the level shows. */
static void add_panes(Stepper *stepper)
{
    view_stop(stepper, &stepper->text);
    buffer_text(&stepper->text, "\n");
    if (!quiz_hides_queue(stepper->quiz)) {
        add_pane(stepper, MSG_step_pane_ready, "ready");
        add_pane(stepper, MSG_step_pane_timers, "timers");
    }
    if (!quiz_hides_tasks(stepper->quiz))
        add_pane(stepper, MSG_step_pane_tasks, "tasks");
}

static void show_question(Stepper *stepper, const char *remark)
{
    quiz_question(stepper->quiz, stepper->state, stepper->lang, (size_t)stepper->columns, &stepper->text);
    buffer_text(&stepper->text, remark);
    stepper->text_shown = stepper->text_next = 0;
    screen_draw(stepper);
    buffer_clear(&stepper->text);
}

static void ask(Stepper *stepper)
{
    Quiz *quiz = stepper->quiz;
    Buffer remark = { .length = 0 };
    int key = 0;
    stepper_arrive(stepper);
    stepper->asking = true;
    if (!stepper->screen) {
        add_panes(stepper);
        quiz_question(quiz, stepper->state, stepper->lang, (size_t)stepper->columns, &stepper->text);
        write_text(stepper);
    }
    for (QuizReply reply = QUIZ_NO_KEY; reply != QUIZ_TAKEN;) {
        if (stepper->screen)
            show_question(stepper, buffer_string(&remark));
        key = read_key(stepper);
        reply = quiz_key(quiz, key == PROMPT_END ? 's' : key);
        buffer_clear(&remark);
        if (reply == QUIZ_HINTED) {
            quiz_hint(quiz, stepper->state, stepper->lang, &remark);
        } else if (reply == QUIZ_NO_KEY) {
            char text[200], number[12];
            snprintf(number, sizeof number, "%d", quiz_choices(quiz));
            size_t length = MESSAGE(text, sizeof text, stepper->lang, quiz_keys, number);
            buffer_add(&remark, text, length);
            buffer_text(&remark, "\n");
        }
        if (!stepper->screen)
            prompt_write(&stepper->prompt, buffer_string(&remark), remark.length);
    }
    if (key == PROMPT_END)
        quiz_set_level(quiz, 0);
    stepper->asking = false;
    buffer_free(&remark);
}

/* Lines that are too long for the page are broken. */
static void add_lines(Stepper *stepper, const Buffer *lines)
{
    const char *p = buffer_string(lines), *end = p + lines->length;
    while (p < end && stepper->screen) {
        const char *newline = memchr(p, '\n', (size_t)(end - p)), *stop = newline ? newline : end;
        screen_wrap(&stepper->text, p, (size_t)(stop - p), (size_t)stepper->columns);
        p = stop + 1;
    }
    if (!stepper->screen)
        buffer_add(&stepper->text, p, lines->length);
    if (stepper->unattended)
        write_text(stepper);
}

static void tell(Stepper *stepper)
{
    Buffer lines = { .length = 0 };
    quiz_verdict(stepper->quiz, stepper->state, stepper->lang, &lines);
    if (quiz_level(stepper->quiz) == 0) /* Ctrl-D at the question */
        buffer_format(&lines, "%s\n", message_text(MSG_quiz_off, stepper->lang));
    if (stepper->screen)
        buffer_clear(&stepper->text);
    add_lines(stepper, &lines);
    stepper->told = true;
    buffer_free(&lines);
}

bool asking_event(Stepper *stepper)
{
    Quiz *quiz = stepper->quiz;
    if (!quiz)
        return false;
    bool may_ask = stepper->goal.kind != GOAL_GOTO && stepper->goal.kind != GOAL_GOTO_TIME &&
                   (!stepper->answers || find_answer(stepper));
    QuizNews news = quiz_event(quiz, stepper->state, may_ask);
    if (stepper->unattended && stepper->text.length)
        write_text(stepper); /* what the program has printed */
    if (news == QUIZ_ASKS)
        ask(stepper);
    if (news == QUIZ_QUIET || (news == QUIZ_ASKS && !quiz_settled(quiz)))
        return false;
    tell(stepper);
    return !stepper->unattended;
}

void asking_record(Stepper *stepper)
{
    if (!stepper->quiz)
        return;
    bool at_end = stepper->state->next >= stepper->recording->events.count;
    quiz_record(stepper->quiz, stepper->recording, stepper->state);
    while (at_end && state_fold(stepper->state)) {}
}

void asking_summary(Stepper *stepper)
{
    if (!stepper->quiz || stepper->summed)
        return;
    Buffer lines = { .length = 0 };
    quiz_summary(stepper->quiz, stepper->lang, &lines);
    stepper->summed = stepper->told = lines.length > 0;
    add_lines(stepper, &lines);
    buffer_free(&lines);
}

/* --- the command -------------------------------------------------------------------------------------------------------- */

void asking_command(Stepper *stepper, const char *arguments)
{
    int level = stepper->quiz ? quiz_level(stepper->quiz) : 0;
    bool on = strcmp(arguments, "on") == 0, digit = *arguments >= '1' && *arguments <= '3' && !arguments[1];
    if (*arguments && !on && !digit && strcmp(arguments, "off") != 0) {
        SAY(stepper, step_usage, "quiz [on|off|1-3]");
        return;
    }
    if (on)
        level = level ? level : 1;
    else if (*arguments)
        level = digit ? *arguments - '0' : 0;
    if (!stepper->quiz && level) {
        stepper->quiz = quiz_new(stepper->recording, stepper->options.seed);
        if (!stepper->quiz) {
            SAY(stepper, step_no_memory, "");
            return;
        }
        quiz_jump(stepper->quiz, stepper->options.live ? stepper->recording->events.count : stepper->state->next);
    }
    if (stepper->quiz)
        quiz_set_level(stepper->quiz, level);
    if (level)
        SAY(stepper, quiz_on, (char[2]){ (char)('0' + level), 0 });
    else
        SAY(stepper, quiz_off, "");
    if (stepper->quiz)
        quiz_summary(stepper->quiz, stepper->lang, &stepper->text);
}

bool asking_hides(Stepper *stepper, bool tasks)
{
    const Quiz *quiz = stepper->quiz;
    return quiz && (tasks ? quiz_hides_tasks(quiz) : quiz_hides_queue(quiz));
}

Message asking_hidden(const Stepper *stepper)
{
    return quiz_level(stepper->quiz) >= 3 ? MSG_quiz_hidden_level : MSG_quiz_hidden;
}
