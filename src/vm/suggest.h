/* suggest.h - finding the nearest of some names: suggest_begin, then offer each, then read `best`. */
#ifndef VM_SUGGEST_H
#define VM_SUGGEST_H

#include "bytecode/code.h"

typedef struct {
    const Str *wrong;
    Str *best;          /* NULL: none is near */
    int best_distance;
} Suggestion;

void suggest_begin(Suggestion *s, const Str *wrong);
void suggest_offer(Suggestion *s, Str *candidate);
void suggest_offer_dict(Suggestion *s, const Dict *dict);

#endif
