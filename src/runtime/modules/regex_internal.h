/* regex_internal.h - what parsing a regular expression (regex_parse.c: text to tree) and emitting its program
 * (regex_emit.c: tree to instructions) share. */
#ifndef RUNTIME_MODULES_REGEX_INTERNAL_H
#define RUNTIME_MODULES_REGEX_INTERNAL_H

#include "runtime/modules/regex.h"

#include "base/vec.h"

typedef enum { N_EMPTY, N_ONE, N_AT, N_SEQ, N_ALT, N_GROUP, N_PLAIN, N_REPEAT, N_REF, N_LOOK, N_ATOMIC, N_COND, N_FAIL } NodeKind;

#define NO_NODE UINT32_MAX
typedef struct {
    uint8_t kind, mode;   /* mode: of repeats; LOOK: 1 behind, 2 negative                           */
    uint32_t flags;       /* the flags that hold here                                               */
    uint32_t first, next; /* child, sibling                                                         */
    uint32_t a, b;        /* ONE: instruction, code point or place of the set; AT: what; GROUP, REF, COND: number */
    uint32_t min, max;
} Node;

typedef VEC(uint32_t) Words;

typedef struct {
    RegexSource *source;
    VM *vm;
    size_t at;
    VEC(Node) nodes;
    Words sets;           /* length, set; length, set ...                                           */
    Words open;           /* groups that are not closed yet                                         */
    Words code;
    uint32_t slots;       /* used so far, beyond the groups                                         */
    uint32_t behind_from; /* inside a look-behind: the first group in it; 0: outside                 */
    uint32_t cond_group;  /* the first group that a condition named before it was there               */
    size_t cond_at;
    bool failed;
} RegexParser;

static inline Node *node_of(RegexParser *p, uint32_t n)
{
    return &p->nodes.items[n];
}

/* Only ASCII counts: in bytes, and with (?a). */
static inline bool is_ascii_only(const RegexParser *p, uint32_t flags)
{
    return p->source->is_bytes || (flags & REGEX_ASCII);
}

/* --- regex_parse.c */
void regex_raise(RegexParser *p, Str *message, int64_t at); /* PatternError, once; at -1: without a place; message NULL: no memory */
bool regex_words_put(RegexParser *p, Words *words, uint32_t word);

/* --- regex_emit.c */
void regex_emit_program(RegexParser *p, uint32_t root); /* fills p->code, or p->failed */

#endif
