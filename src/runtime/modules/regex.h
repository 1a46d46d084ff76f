/* regex.h - regular expressions: what the compiler (regex_parse.c, regex_emit.c) and the matcher (regex_match.c) share.
 * A pattern becomes a program: an array of 32-bit words, first a header, then instructions. Jumps are
 * indices of words. The matcher walks it with a stack of its own, so that no text and no pattern needs
 * C stack; the classes Pattern and Match are lib/re.ma. Only the module _re (regex.c) enters. */
#ifndef RUNTIME_MODULES_REGEX_H
#define RUNTIME_MODULES_REGEX_H

#include "runtime/modules/helpers.h"

enum { /* flags of a pattern, numbered as the script sees them */
    REGEX_IGNORECASE = 2,
    REGEX_LOCALE = 4,
    REGEX_MULTILINE = 8,
    REGEX_DOTALL = 16,
    REGEX_UNICODE = 32,
    REGEX_VERBOSE = 64,
    REGEX_DEBUG = 128,
    REGEX_ASCII = 256,
};

enum { HEAD_GROUPS, HEAD_SLOTS, HEAD_FIRST, HEAD_SIZE }; /* FIRST: the code point each match begins with, or NONE */
#define REGEX_NONE UINT32_MAX

/* Instructions; "one" is a test of one code point: CHAR, FOLDED, ANY, ALL or SET. */
typedef enum {
    RX_CHAR,     /* c                  this code point                                             */
    RX_FOLDED,   /* c, ascii           this one, whatever its case                                 */
    RX_ANY,      /*                    all but a new line                                          */
    RX_ALL,      /*                    all                                                         */
    RX_SET,      /* length, set        see SET_x                                                   */
    RX_AT,       /* what, ascii        a place: one of ^ $ A Z b B, M: ^ of lines, N: $ of lines     */
    RX_SAVE,     /* slot               the place becomes the slot's value                          */
    RX_CLOSED,   /* group              is the group that was closed last                           */
    RX_JUMP,     /* to                                                                             */
    RX_SPLIT,    /* first, second      first; when that fails, second                              */
    RX_ONE,      /* min, max, mode     how often the one behind it; next follows behind that       */
    RX_LOOP,     /* slot               count and last place of a loop begin anew                   */
    RX_REPEAT,   /* slot, min, max, mode, exit    before each turn                                 */
    RX_TURN,     /* slot               a turn begins                                               */
    RX_REF,      /* group, folded, ascii  what the group matched, again                            */
    RX_AHEAD,    /* slot, negative, end   look ahead: the body follows, ends with LOOKED             */
    RX_BEHIND,   /* slot, negative, end, width                                                     */
    RX_LOOKED,   /* slot, negative                                                                 */
    RX_ATOMIC,   /* slot               what follows up to CUT is not tried another way              */
    RX_CUT,      /* slot                                                                           */
    RX_COND,     /* group, otherwise   has the group matched?                                      */
    RX_MATCH,
    RX_FAIL,
} RegexOp;

enum { REPEAT_GREEDY, REPEAT_LAZY, REPEAT_POSSESSIVE };

/* A set: flags, numbers of classes and ranges, answers for code points below 256, classes (letters), ranges. */
enum { SET_FLAGS, SET_CLASSES, SET_RANGES, SET_BITMAP, SET_HEAD = SET_BITMAP + 8 };
enum { SET_NEGATED = 1, SET_FOLDED = 2, SET_ASCII = 4 };

typedef struct {
    const void *data;
    size_t length;
    unsigned width;    /* bytes a code point: 1, 2, 4                                              */
} RegexText;

static inline uint32_t text_at(const RegexText *text, size_t i)
{
    switch (text->width) {
    case 1: return ((const uint8_t *)text->data)[i];
    case 2: return ((const uint16_t *)text->data)[i];
    default: return ((const uint32_t *)text->data)[i];
    }
}

/* --- regex_parse.c -------------------------------------------------------------------------------- */

typedef struct {
    VM *vm;
    Value pattern;     /* for errors                                                               */
    RegexText text;
    bool is_bytes;
    uint32_t flags;
    uint32_t groups;   /* how many                                                                 */
    Dict *names;       /* name -> group                                                            */
} RegexSource;

/* The program as bytes; NULL: PatternError or another exception is pending. [script] */
Bytes *regex_compile(RegexSource *source);

/* --- regex_match.c -------------------------------------------------------------------------------- */

bool regex_class_has(uint32_t letter, uint32_t c, bool ascii);
uint32_t regex_fold(uint32_t c, bool ascii);
bool regex_set_has(const uint32_t *set, uint32_t c); /* without the bitmap */

enum { REGEX_SEARCH, REGEX_MATCH, REGEX_FULLMATCH };
/* 1: spans holds 2 * (groups + 1) places (-1: no part), the last closed group behind them; 0: no match;
 * -1: raised. advance: an empty match at `pos` does not count. */
int regex_run(VM *vm, const uint32_t *program, const RegexText *text, size_t pos, size_t end, int mode,
              bool advance, int64_t **spans, size_t *size);

#endif
