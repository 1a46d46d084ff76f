/* traceback.h - exceptions as text and as objects: what the three files of the traceback share, and what
 * module traceback, sys and the loop may ask for.
 *   traceback.c         frame and traceback objects; printing to stderr
 *   traceback_text.c    the whole story: causes, groups, notes, the last line, suggestions
 *   traceback_frame.c   one entry: its place, its source lines, the carets below (PEP 657) */
#ifndef RUNTIME_TRACEBACK_H
#define RUNTIME_TRACEBACK_H

#include "vm/vm.h"

#define TRACEBACK_NO_COL UINT32_MAX

/* One entry of a stack, as it is shown. */
typedef struct {
    Str *filename, *source_name, *name;
    uint32_t line, end_line;   /* from 1; line 0: not known                                             */
    uint32_t col, end_col;     /* code points from 0; NO_COL: not known, no carets                      */
} TracebackRow;

/* --- traceback_frame.c ------------------------------------------------------------------------------ */

/* `  File ..., line ..., in ...`, the source, the carets unless `plain`. Never raises. */
void traceback_frame_text(VM *vm, StrBuilder *b, const TracebackRow *row, bool plain);
/* The same with these lines as source; NULL: none. */
void traceback_frame_text_of(VM *vm, StrBuilder *b, const TracebackRow *row, const Str *text);
/* Lines first .. last of a source, each without blanks at its end, joined by newlines. An unknown source is
 * read from its file; NULL: there is none. Never raises. */
Str *traceback_source(VM *vm, Str *name, uint32_t first, uint32_t last);
bool traceback_is_blank(uint32_t point);    /* as str.isspace */
size_t traceback_point_width(uint32_t point); /* 2 for wide characters, else 1 */

/* --- traceback.c ------------------------------------------------------------------------------------ */

TracebackRow traceback_entry_row(const TracebackEntry *entry);
TracebackRow traceback_object_row(Value tb);      /* of a traceback object                              */
Value traceback_object_next(Value tb);            /* tb_next                                            */
bool traceback_entry_hidden(const TracebackEntry *entry); /* a frame of the library: recorded, never shown */
bool traceback_is_object(VM *vm, Value v);
/* To stderr, as the end of a script does; tb: an object or None stands for the exception's own. [script] */
void traceback_print_with(VM *vm, Value exception, Value tb);
void unraisable_print(VM *vm, Value exception, Value where); /* [script] */
/* With another first line; its one directive (%R) stands for `where`. [script] */
void unraisable_print_head(VM *vm, Value exception, const char *format, Value where);

/* --- traceback_text.c ------------------------------------------------------------------------------- */

typedef struct {
    bool chain;          /* causes and contexts too                                                     */
    bool only_last;      /* format_exception_only: no stack, no chain                                   */
    bool show_group;     /* with only_last: the exceptions of a group, indented                         */
    bool hints;          /* miniasync's own hint lines                                                  */
    bool uncaught;       /* sys.tracebacklimit keeps the innermost entries instead of the outermost      */
    bool has_limit;
    int64_t limit;       /* as traceback.print_exception(limit=)                                        */
    Value tb;            /* stands for the exception's own traceback: an object or None; UNSET: not given */
} TracebackOptions;

/* The text in the pieces traceback.format_exception answers. NULL: raised. [script] */
List *traceback_pieces(VM *vm, Value exception, const TracebackOptions *options);
Str *traceback_text(VM *vm, Value exception, const TracebackOptions *options); /* joined [script]     */
/* `ValueError: text`, nothing else; NULL: out of memory. [script] */
Str *traceback_last_line(VM *vm, Value exception);
/* `hint CODE: text` will stand below the exception's last line. Without memory there is none. */
void traceback_set_hint(VM *vm, Value exception, const char *code, const char *text);
/* The same for a SyntaxError, and the numbered source lines that stand for its one line. */
void traceback_set_advice(VM *vm, Value exception, const char *code, const char *text, const char *block, size_t length);

#endif
