/* editor_internal.h - what the rooms of the readline editor share: editor.c (reading an input), keys.c (what keys
 * do), draw.c (the screen), history.c (the file). readline's callbacks carry no context and there is one terminal:
 * the one Editor is reached through editor_now(). */
#ifndef REPL_EDITOR_INTERNAL_H
#define REPL_EDITOR_INTERNAL_H

#include "repl/repl_internal.h"

#define _FUNCTION_DEF /* readline would have a type `Function` of its own */

/* A row of the screen, as it was laid out. */
typedef struct Row {
    uint32_t start;          /* its first byte */
    uint32_t cells;          /* its first character in `cells` */
    uint32_t width;
} Row;

typedef struct Editor {
    Repl *repl;
    bool done, at_end;       /* an input was accepted; it was Ctrl-D */
    Text line;               /* it */
    bool settled;            /* what stands there was pasted or recalled and not touched since */
    Text as_it_was;          /* ... this text */
    bool offered;            /* the offer was taken out with arrow up */
    bool paste;              /* the terminal marks what is pasted                                        */
    bool muted;              /* nothing is drawn */
    bool unsaved_bracket;    /* no bracket is marked: the input is accepted */
    char key[4];             /* one character as it comes in, for readline when it is whole */
    int key_length, key_used;
    bool pasting;            /* keys.c: what comes is a paste, until its end mark */
    Text pasted;             /* it */
    /* --- draw.c: what stands on the screen --- */
    bool on_screen;
    int columns;             /* of the terminal when it was drawn */
    VEC(Row) rows;           /* top first */
    VEC(unsigned char) cells; /* how many columns each character takes */
    uint32_t cursor_row, cursor_column;
    char history_path[1100]; /* history.c; empty: none */
} Editor;

Editor *editor_now(void);

void keys_bind(void);                    /* after readline has read inputrc */
/* Takes in bytes of a paste; at the mark of its end it is inserted. false: the terminal is gone. */
bool keys_read_paste(Editor *editor);
void keys_end_paste(Editor *editor, bool insert);
void keys_set_text(const char *text);    /* replaces what stands there; may be undone */

void draw_redisplay(void);               /* rl_redisplay_function */
void draw_erase(Editor *editor);         /* off the screen; the cursor stands where it began */
void draw_leave(Editor *editor);         /* the cursor goes below it; it stays */
void draw_write(const char *bytes, size_t count);
void draw_matches(char **matches, int count, int longest); /* rl_completion_display_matches_hook */

void history_load(Editor *editor);
void history_keep(Editor *editor, const char *text);

#endif
