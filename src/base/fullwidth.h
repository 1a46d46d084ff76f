/* fullwidth.h - full-width and typographic characters where a program wants ASCII: finding all of a text, naming
 * them, putting the right ones. Strings and comments are left alone; no grammar is needed for that, so that it
 * works on any wrong text. One table, fullwidth.def. */
#ifndef MINIASYNC_BASE_FULLWIDTH_H
#define MINIASYNC_BASE_FULLWIDTH_H

#include "base/message.h"
#include "base/vec.h"

#include <stdint.h>

/* The hint a slip belongs to: punctuation, quotes, blanks, digits and letters. */
typedef enum SlipKind { SLIP_S01, SLIP_S02, SLIP_S03, SLIP_S04 } SlipKind;

typedef struct Slip {
    SlipKind kind;
    uint32_t point;          /* the character */
    uint32_t line, col;      /* from 1; from 0 in code points */
    uint32_t at, bytes;      /* where it lies in the text */
    char     plain[4];       /* what to write instead; may be empty */
} Slip;

typedef VEC(Slip) SlipList;

/* Appends every slip of the text (UTF-8) outside strings and comments, in order; false without memory. */
MUST_CHECK bool fullwidth_scan(const char *text, size_t length, SlipList *slips);
/* The text with `plain` for each slip, from mem_alloc (*capacity bytes); NULL without memory. */
char *fullwidth_fix(const char *text, size_t length, const SlipList *slips, size_t *fixed_length, size_t *capacity);

/* Is it a character of the table? */
bool fullwidth_known(uint32_t point, SlipKind *kind);
/* "full-width bracket", "全角（中文）括号"; the plain text in `plain` (4 bytes). NULL: not in the table. */
const char *fullwidth_name(uint32_t point, Lang lang, char plain[4]);
const char *fullwidth_code(SlipKind kind); /* "S01" */

#endif
