/* expr.h - the expressions of the stepper: names, attributes, items, len, arithmetic, comparison. No call, so
 * looking changes nothing. They are evaluated over what the recording keeps: short reprs, read back as values. */
#ifndef TRACE_EXPR_H
#define TRACE_EXPR_H

#include "base/message.h"
#include "trace/state.h"

typedef struct FrameView {   /* one frame of a task, or of the module, at the cursor                       */
    Id frame;                /* R, or nothing                                                            */
    const char *fn;
    uint32_t line, file;
    const TraceLocal *locals;
    uint32_t local_count;
    bool locals_known;       /* false: the recording has no line events and it was running                   */
} FrameView;

enum { FRAMES_MAX = 64 };
/* The frames of a task (nothing: of what runs outside tasks), outermost first; how many. At most FRAMES_MAX, the
 * innermost ones. A task that has not started has one: what it was called with. */
size_t frames_of(const State *state, Id task, FrameView out[FRAMES_MAX]);

typedef struct ExprResult {
    bool ok, truth;
    bool cut;                /* it was read from a repr that the recording has cut                            */
    char text[1000];         /* ok: its repr; else why not, in the language                                 */
} ExprResult;

/* `frames` (count of them, the selected one last) is where names are looked up first; then in the module. */
void expr_evaluate(const State *state, const FrameView *frames, size_t count, Lang lang, const char *text,
                   ExprResult *result);
/* Is it an expression at all, whatever its names are? false: result->text says why not. */
bool expr_check(const State *state, Lang lang, const char *text, ExprResult *result);

#endif
