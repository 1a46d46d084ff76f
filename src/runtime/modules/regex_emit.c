/* regex_emit.c - the tree of a regular expression (regex_internal.h) to its program (regex.h): one function a
 * construct. How wide a piece may be is asked here, too: only a look-behind needs to know. */
#include "runtime/modules/regex_internal.h"

/* --- words of the program ----------------------------------------------------------------------------------- */

static void put(RegexParser *p, uint32_t word)
{
    if (!p->failed)
        (void)regex_words_put(p, &p->code, word);
}

static void put3(RegexParser *p, uint32_t a, uint32_t b, uint32_t c)
{
    put(p, a);
    put(p, b);
    put(p, c);
}

static uint32_t here(const RegexParser *p)
{
    return p->code.count;
}

static void patch(RegexParser *p, uint32_t place, uint32_t word)
{
    if (!p->failed)
        p->code.items[place] = word;
}

static void emit_one(RegexParser *p, const Node *node)
{
    put(p, node->a);
    if (node->a == RX_CHAR || node->a == RX_FOLDED)
        put(p, node->b);
    if (node->a == RX_FOLDED)
        put(p, is_ascii_only(p, node->flags));
    if (node->a == RX_SET)
        for (uint32_t i = 0; i <= p->sets.items[node->b]; i++)
            put(p, p->sets.items[node->b + i]);
}

static void emit(RegexParser *p, uint32_t n);

static void emit_list(RegexParser *p, uint32_t n)
{
    for (; n != NO_NODE && !p->failed; n = node_of(p, n)->next)
        emit(p, n);
}

/* split 1; first; jump end; 1: split 2; second; jump end; 2: ... end. The jumps are chained until end is known. */
static void emit_alternatives(RegexParser *p, uint32_t n)
{
    uint32_t chain = REGEX_NONE;
    for (n = node_of(p, n)->first; node_of(p, n)->next != NO_NODE && !p->failed; n = node_of(p, n)->next) {
        uint32_t split = here(p);
        put3(p, RX_SPLIT, split + 3, 0);
        emit(p, n);
        put(p, RX_JUMP);
        put(p, chain);
        chain = here(p) - 1;
        patch(p, split + 2, here(p));
    }
    emit(p, n);
    while (chain != REGEX_NONE && !p->failed) {
        uint32_t next = p->code.items[chain];
        patch(p, chain, here(p));
        chain = next;
    }
}

/* The node itself, without the brackets and sequences around a single one. */
static uint32_t inner(RegexParser *p, uint32_t n)
{
    for (;;) {
        const Node *node = node_of(p, n);
        bool shell = (node->kind == N_PLAIN || node->kind == N_SEQ) && node->first != NO_NODE &&
                     node_of(p, node->first)->next == NO_NODE;
        if (!shell)
            return n;
        n = node->first;
    }
}

static void emit_repeat(RegexParser *p, uint32_t n)
{
    Node node = *node_of(p, n);
    uint32_t body = inner(p, node.first);
    if (node_of(p, body)->kind == N_ONE) {
        put(p, RX_ONE);
        put3(p, node.min, node.max, node.mode);
        emit_one(p, node_of(p, body));
        return;
    }
    uint32_t atomic = 0, slot = p->slots;
    p->slots += 2;
    if (node.mode == REPEAT_POSSESSIVE) {
        atomic = p->slots++;
        put(p, RX_ATOMIC);
        put(p, atomic);
    }
    put(p, RX_LOOP);
    put(p, slot);
    uint32_t test = here(p);
    put3(p, RX_REPEAT, slot, node.min);
    put3(p, node.max, node.mode, 0);
    put(p, RX_TURN);
    put(p, slot);
    emit(p, node.first);
    put(p, RX_JUMP);
    put(p, test);
    patch(p, test + 5, here(p));
    if (node.mode == REPEAT_POSSESSIVE) {
        put(p, RX_CUT);
        put(p, atomic);
    }
}

typedef struct {
    uint64_t low, high;
} Width;

#define WIDTH_MAX ((uint64_t)1 << 32)

static uint64_t width_cut(uint64_t width)
{
    return width > WIDTH_MAX ? WIDTH_MAX : width;
}

static Width width_of(RegexParser *p, uint32_t n);

static Width width_of_list(RegexParser *p, uint32_t n, bool any)
{
    Width sum = { any ? WIDTH_MAX : 0, 0 };
    for (; n != NO_NODE; n = node_of(p, n)->next) {
        Width w = width_of(p, n);
        if (any) {
            sum.low = w.low < sum.low ? w.low : sum.low;
            sum.high = w.high > sum.high ? w.high : sum.high;
        } else {
            sum.low = width_cut(sum.low + w.low);
            sum.high = width_cut(sum.high + w.high);
        }
    }
    return sum;
}

/* Of a group that was met before: found by its number. */
static Width width_of_group(RegexParser *p, uint32_t group)
{
    for (uint32_t n = 0; n < p->nodes.count; n++)
        if (p->nodes.items[n].kind == N_GROUP && p->nodes.items[n].a == group)
            return width_of(p, n);
    return (Width){ 0, WIDTH_MAX };
}

static Width width_of(RegexParser *p, uint32_t n)
{
    Node node = *node_of(p, n);
    if (p->failed || !vm_enter_c(p->vm, "while compiling a regular expression")) {
        p->failed = true;
        return (Width){ 0, 0 };
    }
    Width w = { 0, 0 };
    switch ((NodeKind)node.kind) {
    case N_ONE: w = (Width){ 1, 1 }; break;
    case N_SEQ: case N_GROUP: case N_PLAIN: case N_ATOMIC: w = width_of_list(p, node.first, false); break;
    case N_ALT: w = width_of_list(p, node.first, true); break;
    case N_REF: w = width_of_group(p, node.a); break;
    case N_COND:
        w = width_of_list(p, node.first, true);
        if (node_of(p, node.first)->next == NO_NODE)
            w.low = 0;
        break;
    case N_REPEAT:
        w = width_of(p, node.first);
        w.low = width_cut(w.low * node.min);
        w.high = node.max == REGEX_NONE ? (w.high ? WIDTH_MAX : 0) : width_cut(w.high * node.max);
        break;
    default: break;
    }
    vm_leave_c(p->vm);
    return w;
}

static void emit_look(RegexParser *p, uint32_t n)
{
    Node node = *node_of(p, n);
    bool behind = node.mode & 1, negative = node.mode & 2;
    uint32_t slot = p->slots, at = here(p);
    p->slots += 2;
    put(p, behind ? RX_BEHIND : RX_AHEAD);
    put3(p, slot, negative, 0);
    if (behind) {
        Width w = width_of(p, node.first);
        if (w.low != w.high)
            regex_raise(p, p->failed ? NULL : str_from_cstr(p->vm->heap, "look-behind requires fixed-width pattern"), -1);
        put(p, (uint32_t)w.low);
    }
    emit(p, node.first);
    put3(p, RX_LOOKED, slot, negative);
    patch(p, at + 3, here(p));
}

static void emit_condition(RegexParser *p, uint32_t n)
{
    Node node = *node_of(p, n);
    uint32_t at = here(p), no = node_of(p, node.first)->next;
    put3(p, RX_COND, node.a, 0);
    emit(p, node.first);
    if (no != NO_NODE) {
        put(p, RX_JUMP);
        put(p, 0);
    }
    uint32_t jump = here(p) - 1;
    patch(p, at + 2, here(p));
    if (no != NO_NODE) {
        emit(p, no);
        patch(p, jump, here(p));
    }
}

static void emit_inside(RegexParser *p, uint32_t n)
{
    Node node = *node_of(p, n);
    bool ascii = is_ascii_only(p, node.flags);
    switch ((NodeKind)node.kind) {
    case N_EMPTY: break;
    case N_ONE: emit_one(p, node_of(p, n)); break;
    case N_AT: put3(p, RX_AT, node.a, ascii); break;
    case N_SEQ: case N_PLAIN: emit_list(p, node.first); break;
    case N_ALT: emit_alternatives(p, n); break;
    case N_GROUP:
        put(p, RX_SAVE);
        put(p, 2 * node.a);
        emit_list(p, node.first);
        put(p, RX_SAVE);
        put(p, 2 * node.a + 1);
        put(p, RX_CLOSED);
        put(p, node.a);
        break;
    case N_REPEAT: emit_repeat(p, n); break;
    case N_REF:
        put3(p, RX_REF, node.a, (node.flags & REGEX_IGNORECASE) != 0);
        put(p, ascii);
        break;
    case N_LOOK: emit_look(p, n); break;
    case N_ATOMIC: {
        uint32_t slot = p->slots++;
        put(p, RX_ATOMIC);
        put(p, slot);
        emit_list(p, node.first);
        put(p, RX_CUT);
        put(p, slot);
        break;
    }
    case N_COND: emit_condition(p, n); break;
    case N_FAIL: put(p, RX_FAIL); break;
    }
}

static void emit(RegexParser *p, uint32_t n)
{
    if (p->failed)
        return;
    if (!vm_enter_c(p->vm, "while compiling a regular expression")) {
        p->failed = true;
        return;
    }
    emit_inside(p, n);
    vm_leave_c(p->vm);
}

/* The code point every match begins with, if that is easily seen. */
static uint32_t first_char(RegexParser *p, uint32_t n)
{
    for (;;) {
        const Node *node = node_of(p, n);
        switch ((NodeKind)node->kind) {
        case N_ONE: return node->a == RX_CHAR ? node->b : REGEX_NONE;
        case N_SEQ: case N_PLAIN: case N_GROUP:
            if (node->first == NO_NODE)
                return REGEX_NONE;
            n = node->first;
            break;
        case N_REPEAT:
            if (node->min == 0)
                return REGEX_NONE;
            n = node->first;
            break;
        default: return REGEX_NONE;
        }
    }
}

void regex_emit_program(RegexParser *p, uint32_t root)
{
    uint32_t groups = p->source->groups;
    p->slots = 2 * groups + 3;
    put3(p, groups, 0, first_char(p, root));
    emit(p, root);
    put(p, RX_MATCH);
    patch(p, HEAD_SLOTS, p->slots);
}
