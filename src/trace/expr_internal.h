/* expr_internal.h - what the files of the expressions share: expr.c (reading), expr_value.c (values, and what can be done
 * with them), expr_names.c (what names and attributes stand for). */
#ifndef TRACE_EXPR_INTERNAL_H
#define TRACE_EXPR_INTERNAL_H

#include "base/arena.h"
#include "trace/expr.h"

#include <string.h>

typedef enum { V_NONE, V_BOOL, V_INT, V_FLOAT, V_STR, V_LIST, V_TUPLE, V_SET, V_DICT, V_ID, V_OTHER } Kind;

typedef struct Val {
    Kind kind;
    bool cut;
    int64_t number;
    double real;
    const char *text;        /* V_STR: its bytes; V_OTHER: its repr                                           */
    size_t length;
    struct Val *items;       /* V_DICT: keys and values in turn                                             */
    uint32_t count;
    Id id;
    const char *repr;        /* as recorded; NULL: it was computed                                           */
} Val;

typedef struct Reader {
    const State *state;
    const FrameView *frames;
    size_t frame_count;
    Lang lang;
    Arena *arena;
    const char *p, *end;
    int depth, skip;         /* skip: reading without computing (the other side of and, or)                  */
    bool literal;            /* reads a repr: no names                                                       */
    bool failed, cut;
    char *why;
    size_t why_size;
} Reader;

static const Val none = { .kind = V_NONE };

/* The first failure counts; its text goes to reader->why. */
void expr_fail(Reader *r, Message message, const char *const *args);
#define FAIL(r, message, ...) (expr_fail((r), MSG_##message, (const char *[]){ __VA_ARGS__, NULL }), none)

static inline Val val_int(int64_t n)
{
    return (Val){ .kind = V_INT, .number = n };
}

static inline Val val_bool(bool b)
{
    return (Val){ .kind = V_BOOL, .number = b };
}

static inline Val val_float(double d)
{
    return (Val){ .kind = V_FLOAT, .real = d };
}

static inline Val val_str(const char *text)
{
    return text ? (Val){ .kind = V_STR, .text = text, .length = strlen(text) } : none;
}

static inline Val val_id(Id id)
{
    return id.n ? (Val){ .kind = V_ID, .id = id } : none;
}

static inline bool expr_is_name_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & 0x80);
}

/* --- expr_value.c */
void expr_write(const State *state, const Val *v, char *out, size_t size); /* its repr */
const char *expr_future_word(const StateFuture *future);                   /* pending, result, error, cancelled */
const char *expr_text(Reader *r, const Val *v);                            /* the same, short, in the arena */
bool expr_is_number(const Val *v);
double expr_as_real(const Val *v);
bool expr_is_true(const Val *v);
bool expr_is_equal(const State *state, const Val *a, const Val *b);
int expr_order(const Val *a, const Val *b);                                /* -1, 0, 1; 2: they have no order */
bool expr_append(Reader *r, Val *list, uint32_t *capacity, Val item);
Val expr_of_item(Reader *r, const Val *v, const Val *key);                 /* v[key] */
Val expr_length(Reader *r, const Val *v);
Val expr_wrong_types(Reader *r, const Val *a, const char *sign, const Val *b);
Val expr_compute(Reader *r, const Val *a, const char *sign, const Val *b);
bool expr_contains(Reader *r, const Val *box, const Val *v);

/* --- expr_names.c */
Val expr_of_name(Reader *r, const char *name, size_t length);
Val expr_of_attribute(Reader *r, const Val *v, const char *name, size_t length);

/* --- expr.c */
Val expr_of_repr(Reader *r, const char *repr);                             /* a recorded repr as a value */

#endif
