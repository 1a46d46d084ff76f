/* commands_internal.h - the commands of the stepper, each with the rest of its line, by the files they are in: moves.c
 * (going on, back and anywhere), panes.c (the panes in full), inspect.c (a task's frames), commands.c (the table). */
#ifndef TRACE_COMMANDS_INTERNAL_H
#define TRACE_COMMANDS_INTERNAL_H

#include "trace/stepper_internal.h"

/* --- commands.c: arguments. false: said why not */
bool args_number(const char *text, uint32_t *number);                       /* false: is none, says nothing */
bool args_is_time(const char *text);
bool args_count(Stepper *stepper, const char *text, uint32_t *count);       /* how often; nothing typed: once */
bool args_task(Stepper *stepper, const char *text, Id *task);               /* "T2" or "2"; nothing: the selected one */

/* --- moves.c */
CommandEffect moves_step(Stepper *stepper, char *arguments);
CommandEffect moves_next(Stepper *stepper, char *arguments);
CommandEffect moves_event(Stepper *stepper, char *arguments);
CommandEffect moves_return(Stepper *stepper, char *arguments);
CommandEffect moves_switch(Stepper *stepper, char *arguments);
CommandEffect moves_round(Stepper *stepper, char *arguments);
CommandEffect moves_continue(Stepper *stepper, char *arguments);
CommandEffect moves_until(Stepper *stepper, char *arguments);
CommandEffect moves_back(Stepper *stepper, char *arguments);
CommandEffect moves_rstep(Stepper *stepper, char *arguments);
CommandEffect moves_rnext(Stepper *stepper, char *arguments);
CommandEffect moves_rcontinue(Stepper *stepper, char *arguments);
CommandEffect moves_goto(Stepper *stepper, char *arguments);
CommandEffect moves_start(Stepper *stepper, char *arguments);
CommandEffect moves_end(Stepper *stepper, char *arguments);

/* --- panes.c */
bool pane_is_hidden(Stepper *stepper, bool tasks);                          /* does the quiz keep it back? says so */
CommandEffect panes_tasks(Stepper *stepper, char *arguments);
CommandEffect panes_ready(Stepper *stepper, char *arguments);
CommandEffect panes_timers(Stepper *stepper, char *arguments);
CommandEffect panes_output(Stepper *stepper, char *arguments);
CommandEffect panes_timeline(Stepper *stepper, char *arguments);

/* --- inspect.c */
CommandEffect inspect_stack(Stepper *stepper, char *arguments);
CommandEffect inspect_locals(Stepper *stepper, char *arguments);
CommandEffect inspect_where(Stepper *stepper, char *arguments);
CommandEffect inspect_up(Stepper *stepper, char *arguments);
CommandEffect inspect_down(Stepper *stepper, char *arguments);
CommandEffect inspect_list(Stepper *stepper, char *arguments);
CommandEffect inspect_print(Stepper *stepper, char *arguments);
CommandEffect inspect_why(Stepper *stepper, char *arguments);

#endif
