/* regex_match.c - runs the program of a regular expression: backtracking, as Perl and Python do it.
 * What may still be tried, and what has to be undone before, lies on one stack: a choice is taken from
 * its top when something fails, and an undo entry on the way there gives a slot its old value. Slots
 * are the ends of groups, counters of loops, marks of look-arounds. Ctrl-C is asked for now and then. */
#include "runtime/modules/regex.h"

#include "base/mem.h"
#include "runtime/types/unicode.h"

typedef enum { TRY, UNDO, GREEDY, LAZY, MARK } EntryKind;

typedef struct {
    uint32_t kind, pc;  /* UNDO: pc is the slot                                                    */
    int64_t at;         /* the place; UNDO: the old value                                          */
    int64_t least, most; /* GREEDY: the shortest end still to try; LAZY: how many more              */
} Entry;

typedef struct {
    VM *vm;
    const uint32_t *code;
    RegexText text;
    int64_t start, end;
    int mode;
    bool advance;
    int64_t *slots;
    Entry *entries;
    size_t count, capacity;
    size_t turns;
    bool raised;
} Matcher;

/* --- code points ---------------------------------------------------------------------------------- */

bool regex_class_has(uint32_t letter, uint32_t c, bool ascii)
{
    bool negated = letter < 'a';
    uint32_t kind = letter | 32;
    bool has = false;
    if (c < 128 || ascii)
        has = c < 128 && (kind == 'd' ? c >= '0' && c <= '9'
                          : kind == 's' ? c == ' ' || (c >= 9 && c <= 13) || (!ascii && c >= 0x1c && c <= 0x1f)
                                        : c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'));
    else
        has = kind == 'd' ? unicode_is_decimal(c)
              : kind == 's' ? unicode_is_space(c)
                            : unicode_is_alpha(c) || unicode_is_numeric(c) || unicode_is_decimal(c) || unicode_is_digit(c);
    return has != negated;
}

static uint32_t single(int (*map)(uint32_t c, uint32_t out[3]), uint32_t c)
{
    uint32_t out[3];
    return map(c, out) == 1 ? out[0] : c;
}

uint32_t regex_fold(uint32_t c, bool ascii)
{
    if (c < 128 || ascii)
        return c >= 'A' && c <= 'Z' ? c + 32 : c;
    return single(unicode_to_lower, single(unicode_to_upper, c));
}

static bool set_lists(const uint32_t *set, uint32_t c)
{
    const uint32_t *classes = set + SET_HEAD, *range = classes + set[SET_CLASSES];
    for (uint32_t i = 0; i < set[SET_CLASSES]; i++)
        if (regex_class_has(classes[i], c, (set[SET_FLAGS] & SET_ASCII) != 0))
            return true;
    for (uint32_t i = 0; i < set[SET_RANGES]; i++, range += 2)
        if (c >= range[0] && c <= range[1])
            return true;
    return false;
}

bool regex_set_has(const uint32_t *set, uint32_t c)
{
    bool has = set_lists(set, c);
    if (!has && set[SET_FLAGS] & SET_FOLDED) {
        bool ascii = (set[SET_FLAGS] & SET_ASCII) != 0;
        uint32_t low = regex_fold(c, ascii), high;
        if (ascii)
            high = low >= 'a' && low <= 'z' ? low - 32 : low;
        else
            high = single(unicode_to_upper, low);
        has = set_lists(set, low) || set_lists(set, high) ||
              (!ascii && ((low == 's' && set_lists(set, 0x17F)) || (low == 'k' && set_lists(set, 0x212A))));
    }
    return has != ((set[SET_FLAGS] & SET_NEGATED) != 0);
}

/* Does the instruction at pc, which looks at one code point, accept c? */
static inline bool accepts(const uint32_t *code, uint32_t pc, uint32_t c)
{
    switch ((RegexOp)code[pc]) {
    case RX_CHAR: return c == code[pc + 1];
    case RX_FOLDED: return regex_fold(c, code[pc + 2] != 0) == code[pc + 1];
    case RX_ANY: return c != '\n';
    case RX_SET: {
        const uint32_t *set = code + pc + 2;
        return c < 256 ? (set[SET_BITMAP + c / 32] >> (c % 32) & 1) != 0 : regex_set_has(set, c);
    }
    default: return true; /* RX_ALL */
    }
}

static inline uint32_t after_one(const uint32_t *code, uint32_t pc)
{
    switch ((RegexOp)code[pc]) {
    case RX_CHAR: return pc + 2;
    case RX_FOLDED: return pc + 3;
    case RX_SET: return pc + 2 + code[pc + 1];
    default: return pc + 1;
    }
}

static bool is_word(const Matcher *m, int64_t at, bool ascii)
{
    return at >= 0 && at < m->end && regex_class_has('w', text_at(&m->text, (size_t)at), ascii);
}

static bool is_at(const Matcher *m, int64_t at, uint32_t what, bool ascii)
{
    switch (what) {
    case '^': case 'A': return at == 0;
    case 'M': return at == 0 || text_at(&m->text, (size_t)at - 1) == '\n';
    case 'Z': return at == m->end;
    case '$': return at == m->end || (at == m->end - 1 && text_at(&m->text, (size_t)at) == '\n');
    case 'N': return at == m->end || text_at(&m->text, (size_t)at) == '\n';
    default: {
        bool boundary = is_word(m, at - 1, ascii) != is_word(m, at, ascii);
        return what == 'b' ? boundary : !boundary && m->end > 0;
    }
    }
}

/* --- the stack ------------------------------------------------------------------------------------- */

static bool push(Matcher *m, Entry entry)
{
    if (UNLIKELY(m->count == m->capacity)) {
        size_t wanted = m->capacity ? m->capacity + m->capacity / 2 : START(64);
        if (wanted <= m->capacity)
            wanted = m->capacity + 1;
        Entry *more = heap_array(m->vm->heap, m->entries, m->capacity * sizeof *more, mem_size(wanted, sizeof *more));
        if (!more) {
            raise_memory(m->vm);
            m->raised = true;
            return false;
        }
        m->entries = more;
        m->capacity = wanted;
    }
    m->entries[m->count++] = entry;
    return true;
}

static bool set_slot(Matcher *m, uint32_t slot, int64_t value)
{
    Entry undo = { UNDO, slot, m->slots[slot], 0, 0 };
    m->slots[slot] = value;
    return push(m, undo);
}

/* What lies above the mark of a body that matched is not tried again; what is to be undone stays. */
static void cut(Matcher *m, size_t mark)
{
    size_t kept = mark;
    for (size_t i = mark; i < m->count; i++)
        if (m->entries[i].kind == UNDO)
            m->entries[kept++] = m->entries[i];
    m->count = kept;
}

static void undo_to(Matcher *m, size_t mark)
{
    while (m->count > mark) {
        const Entry *e = &m->entries[--m->count];
        if (e->kind == UNDO)
            m->slots[e->pc] = e->at;
    }
}

/* The next thing to try: false when there is none. */
static bool retreat(Matcher *m, uint32_t *pc, int64_t *at)
{
    while (m->count > 0) {
        Entry *e = &m->entries[m->count - 1];
        switch ((EntryKind)e->kind) {
        case UNDO:
            m->slots[e->pc] = e->at;
            break;
        case MARK:
            break;
        case TRY:
            *pc = e->pc;
            *at = e->at;
            m->count--;
            return true;
        case GREEDY: {
            uint32_t wanted = m->code[e->pc] == RX_CHAR ? m->code[e->pc + 1] : REGEX_NONE;
            int64_t place = e->at - 1;
            if (wanted != REGEX_NONE)
                while (place >= e->least && text_at(&m->text, (size_t)place) != wanted)
                    place--;
            if (place < e->least)
                break;
            *pc = e->pc;
            *at = e->at = place;
            if (place == e->least)
                m->count--;
            return true;
        }
        case LAZY: /* one more of what pc tests */
            if (e->most == 0 || e->at >= m->end || !accepts(m->code, e->pc, text_at(&m->text, (size_t)e->at)))
                break;
            e->at++;
            e->most--;
            *pc = after_one(m->code, e->pc);
            *at = e->at;
            return true;
        }
        m->count--;
    }
    return false;
}

/* --- running ---------------------------------------------------------------------------------------- */

/* RX_ONE: as many as there are, then as few as needed; -1: too few. */
static int64_t run_one(Matcher *m, const uint32_t *code, uint32_t one, int64_t at)
{
    uint32_t min = code[1], max = code[2], mode = code[3];
    int64_t left = m->end - at, most = max == REGEX_NONE || (int64_t)max > left ? left : (int64_t)max;
    if ((int64_t)min > left)
        return -1;
    if (mode == REPEAT_LAZY)
        most = min;
    int64_t place = at, limit = at + most;
    for (; place < limit && accepts(m->code, one, text_at(&m->text, (size_t)place)); place++) {
        if (UNLIKELY(((place - at) & 0xFFFFF) == 0xFFFFF) && !vm_go_on(m->vm)) {
            m->raised = true;
            return -1;
        }
    }
    if (place - at < (int64_t)min)
        return -1;
    uint32_t next = after_one(m->code, one);
    if (mode == REPEAT_GREEDY && place > at + (int64_t)min)
        return push(m, (Entry){ GREEDY, next, place, at + (int64_t)min, 0 }) ? place : -1;
    if (mode == REPEAT_LAZY)
        return push(m, (Entry){ LAZY, one, place, 0, max == REGEX_NONE ? -1 : (int64_t)max - min }) ? place : -1;
    return place;
}

/* What the group matched, at this place? Where it ends, or -1. */
static int64_t run_ref(const Matcher *m, const uint32_t *code, int64_t at)
{
    int64_t from = m->slots[2 * code[1]], to = m->slots[2 * code[1] + 1];
    if (from < 0 || to < from || to - from > m->end - at)
        return -1;
    for (int64_t i = from; i < to; i++, at++) {
        uint32_t a = text_at(&m->text, (size_t)i), b = text_at(&m->text, (size_t)at);
        if (a != b && !(code[2] && regex_fold(a, code[3] != 0) == regex_fold(b, code[3] != 0)))
            return -1;
    }
    return at;
}

/* Before a turn of a loop: where to go on; REGEX_NONE: fail. */
static uint32_t run_repeat(Matcher *m, uint32_t pc, int64_t at)
{ /* the body begins with TURN */
    const uint32_t *code = m->code + pc;
    uint32_t slot = code[1], min = code[2], max = code[3], exit = code[5], body = pc + 6;
    int64_t count = m->slots[slot], last = m->slots[slot + 1];
    bool idle = count > 0 && last == at; /* the last turn matched nothing: so would all the others */
    if (count < (int64_t)min && !idle)
        return body;
    if (idle || (max != REGEX_NONE && count >= (int64_t)max))
        return exit;
    if (code[4] == REPEAT_LAZY)
        return push(m, (Entry){ TRY, body, at, 0, 0 }) ? exit : REGEX_NONE;
    if (!push(m, (Entry){ TRY, exit, at, 0, 0 }))
        return REGEX_NONE;
    return body;
}

/* A match that begins at m->start: true; its end is slot 1. */
static bool run(Matcher *m)
{
    const uint32_t *code = m->code;
    uint32_t pc = HEAD_SIZE;
    int64_t at = m->start;
    m->count = 0;
    for (;;) {
        bool good = true;
        const uint32_t *i = code + pc;
        if (UNLIKELY((++m->turns & 0xFFFF) == 0) && !vm_go_on(m->vm))
            m->raised = true;
        if (m->raised)
            return false;
        switch ((RegexOp)i[0]) {
        case RX_CHAR: case RX_FOLDED: case RX_ANY: case RX_ALL: case RX_SET:
            good = at < m->end && accepts(code, pc, text_at(&m->text, (size_t)at));
            at++;
            pc = after_one(code, pc);
            break;
        case RX_AT:
            good = is_at(m, at, i[1], i[2] != 0);
            pc += 3;
            break;
        case RX_SAVE:
            good = set_slot(m, i[1], at);
            pc += 2;
            break;
        case RX_CLOSED:
            good = set_slot(m, 2 * code[HEAD_GROUPS] + 2, i[1]);
            pc += 2;
            break;
        case RX_JUMP:
            pc = i[1];
            break;
        case RX_SPLIT:
            good = push(m, (Entry){ TRY, i[2], at, 0, 0 });
            pc = i[1];
            break;
        case RX_ONE:
            at = run_one(m, i, pc + 4, at);
            good = at >= 0;
            pc = after_one(code, pc + 4);
            break;
        case RX_LOOP:
            good = set_slot(m, i[1], 0) && set_slot(m, i[1] + 1, -1);
            pc += 2;
            break;
        case RX_REPEAT:
            pc = run_repeat(m, pc, at);
            good = pc != REGEX_NONE;
            break;
        case RX_TURN:
            good = set_slot(m, i[1], m->slots[i[1]] + 1) && set_slot(m, i[1] + 1, at);
            pc += 2;
            break;
        case RX_REF:
            at = run_ref(m, i, at);
            good = at >= 0;
            pc += 4;
            break;
        case RX_AHEAD: case RX_BEHIND: {
            bool behind = i[0] == RX_BEHIND;
            uint32_t body = pc + (behind ? 5 : 4);
            int64_t place = behind ? at - (int64_t)i[4] : at;
            if (place < 0) { /* nothing that long lies behind */
                good = i[2] != 0;
                pc = i[3];
                break;
            }
            good = set_slot(m, i[1] + 1, at) && set_slot(m, i[1], 0) &&
                   push(m, (Entry){ i[2] ? TRY : MARK, i[3], at, 0, 0 });
            m->slots[i[1]] = (int64_t)m->count - 1;
            at = place;
            pc = body;
            break;
        }
        case RX_LOOKED: {
            size_t mark = (size_t)m->slots[i[1]];
            at = m->slots[i[1] + 1];
            if (i[2]) {
                undo_to(m, mark);
                good = false;
            } else
                cut(m, mark);
            pc += 3;
            break;
        }
        case RX_ATOMIC:
            good = set_slot(m, i[1], 0) && push(m, (Entry){ MARK, 0, 0, 0, 0 });
            m->slots[i[1]] = (int64_t)m->count - 1;
            pc += 2;
            break;
        case RX_CUT:
            cut(m, (size_t)m->slots[i[1]]);
            pc += 2;
            break;
        case RX_COND:
            pc = m->slots[2 * i[1]] >= 0 && m->slots[2 * i[1] + 1] >= 0 ? pc + 3 : i[2];
            break;
        case RX_MATCH:
            good = (m->mode != REGEX_FULLMATCH || at == m->end) && !(m->advance && at == m->start);
            if (good) {
                m->slots[0] = m->start;
                m->slots[1] = at;
                return true;
            }
            break;
        case RX_FAIL:
            good = false;
            break;
        }
        if (!good && (m->raised || !retreat(m, &pc, &at)))
            return false;
    }
}

static void clear_slots(Matcher *m, size_t count)
{
    for (size_t i = 0; i < count; i++)
        m->slots[i] = -1;
}

/* The next place from m->start on where a match can begin; false: none. */
static bool seek(Matcher *m, uint32_t first)
{
    if (first == REGEX_NONE)
        return m->start <= m->end;
    for (; m->start < m->end; m->start++) {
        if (text_at(&m->text, (size_t)m->start) == first)
            return true;
        if (UNLIKELY((m->start & 0xFFFFF) == 0) && !vm_go_on(m->vm)) {
            m->raised = true;
            return false;
        }
    }
    return false;
}

int regex_run(VM *vm, const uint32_t *program, const RegexText *text, size_t pos, size_t end, int mode,
              bool advance, int64_t **spans, size_t *size)
{
    Matcher m = { .vm = vm, .code = program, .text = *text, .start = (int64_t)pos, .end = (int64_t)end, .mode = mode,
                  .advance = advance };
    *size = program[HEAD_SLOTS] * sizeof *m.slots;
    m.slots = heap_array(vm->heap, NULL, 0, *size);
    if (!m.slots) {
        raise_memory(vm);
        return -1;
    }
    bool found = false;
    for (;; m.start++) {
        if (mode == REGEX_SEARCH && !seek(&m, program[HEAD_FIRST]))
            break;
        clear_slots(&m, program[HEAD_SLOTS]);
        found = run(&m);
        if (found || m.raised || mode != REGEX_SEARCH || m.start >= m.end)
            break;
        m.advance = false;
    }
    heap_array_free(vm->heap, m.entries, m.capacity * sizeof *m.entries);
    if (m.raised || !found) {
        heap_array_free(vm->heap, m.slots, *size);
        return m.raised ? -1 : 0;
    }
    *spans = m.slots;
    return 1;
}
