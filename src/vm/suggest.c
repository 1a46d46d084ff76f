/* suggest.c - "Did you mean": the nearest of some names, by CPython's measure (Lib/traceback.py): an edit
 * costs 2, a change of case 1; a name is near when at most a third of the letters differ. */
#include "vm/suggest.h"
#include "vm/vm_internal.h"

enum { MOVE_COST = 2, CASE_COST = 1, MAX_NAME = 40 };

static uint32_t lower(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int substitution_cost(uint32_t a, uint32_t b)
{
    return a == b ? 0 : lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

/* Weighted Levenshtein distance; more than max: max + 1. */
static int distance(const Str *a, const Str *b, int max)
{
    size_t na = str_length(a), nb = str_length(b), start = 0;
    while (start < na && start < nb && str_at(a, start) == str_at(b, start))
        start++;
    while (na > start && nb > start && str_at(a, na - 1) == str_at(b, nb - 1)) {
        na--;
        nb--;
    }
    na -= start;
    nb -= start;
    if (!na || !nb)
        return (int)(na + nb) * MOVE_COST;
    if (na > MAX_NAME || nb > MAX_NAME)
        return max + 1;
    int row[MAX_NAME + 1];
    for (size_t i = 0; i <= na; i++)
        row[i] = (int)i * MOVE_COST;
    int result = 0;
    for (size_t j = 0; j < nb; j++) {
        int diagonal = row[0], minimum = max + 1;
        result = row[0] = (int)(j + 1) * MOVE_COST;
        for (size_t i = 0; i < na; i++) {
            int substitute = diagonal + substitution_cost(str_at(b, start + j), str_at(a, start + i));
            diagonal = row[i + 1];
            int insert_delete = (result < diagonal ? result : diagonal) + MOVE_COST;
            result = substitute < insert_delete ? substitute : insert_delete;
            row[i + 1] = result;
            if (result < minimum)
                minimum = result;
        }
        if (minimum > max)
            return max + 1;
    }
    return result;
}

void suggest_begin(Suggestion *s, const Str *wrong)
{
    *s = (Suggestion){ .wrong = wrong, .best = NULL, .best_distance = 1 << 20 };
}

void suggest_offer(Suggestion *s, Str *candidate)
{
    if (str_equal(candidate, s->wrong))
        return;
    int max = (int)((str_length(candidate) + str_length(s->wrong) + 3) * MOVE_COST / 6);
    if (max > s->best_distance - 1)
        max = s->best_distance - 1;
    int d = distance(s->wrong, candidate, max);
    if (d > max)
        return;
    s->best = candidate;
    s->best_distance = d;
}

void suggest_offer_dict(Suggestion *s, const Dict *dict)
{
    for (DictEntry *e = NULL; dict && (e = dict_next(dict, e));)
        if (value_is_str(e->key))
            suggest_offer(s, as_str(e->key));
}

Str *suggest_parameter(VM *vm, const Code *code, Str *name)
{
    Suggestion s;
    suggest_begin(&s, name);
    for (int i = code->posonly; i < code->argcount + code->kwonly; i++)
        suggest_offer(&s, code->varnames[i]);
    return s.best;
}
