/* traceback_frame.c - one entry of a traceback: the place, the source lines and the carets below them. What
 * is marked follows PEP 657 as CPython 3.13 shows it: of an operation its operator, of a call or subscript
 * its brackets; nothing when the marks would only underline the whole line. The source is parsed again to
 * find these parts; text that does not parse simply gets plain carets. */
#include "runtime/traceback.h"

#include "base/mem.h"
#include "base/platform.h"
#include "base/utf8.h"
#include "parser/parser.h"

#include <stdio.h>

typedef struct {
    const uint32_t *at;
    size_t count;
} Line;

typedef struct {
    Line *lines;
    size_t count;
} Lines;

/* Where the first part of an expression ends and the last begins: between them stand the `^`, outside `~`. */
typedef struct {
    size_t left_line, left_col, right_line, right_col;
} Anchors;

bool traceback_is_blank(uint32_t c)
{
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

size_t traceback_point_width(uint32_t point)
{
    return point >= 0x1100 && utf8_width(point) == 2 ? 2 : 1;
}

/* --- the source ------------------------------------------------------------------------------------- */

/* The text of a file that was not compiled here. Kept like the others. */
static Str *source_from_file(VM *vm, Str *name)
{
    char path[4200];
    size_t length, capacity;
    int error = 0;
    if (str_utf8_length(name) >= sizeof path - 1 || str_length(name) == 0 || str_at(name, 0) == '<')
        return NULL;
    char *bytes = platform_open_source(str_c(name, path, sizeof path), &length, &capacity, &error);
    if (!bytes)
        return NULL;
    Str *text = utf8_find_invalid(bytes, length) == length ? str_from_utf8(vm->heap, bytes, length) : NULL;
    mem_free(bytes, capacity);
    if (text && !dict_set_name(vm->heap, vm->sources, str_intern(vm->heap, name), OBJ(text)))
        return NULL;
    return text;
}

Str *traceback_source(VM *vm, Str *name, uint32_t first, uint32_t last)
{
    Value kept = dict_get_name(vm->sources, str_intern(vm->heap, name));
    Str *text = value_is_str(kept) ? as_str(kept) : source_from_file(vm, name);
    Str *newline = str_from_char(vm->heap, '\n');
    if (!text || !newline || !first)
        return NULL;
    size_t n = str_length(text), start = 0;
    for (uint32_t i = 1; i < first; i++) {
        ptrdiff_t at = str_find(text, newline, start, n);
        if (at < 0)
            return NULL;
        start = (size_t)at + 1;
    }
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (uint32_t i = first; i <= last; i++) {
        ptrdiff_t found = start < n ? str_find(text, newline, start, n) : -1;
        size_t next = found < 0 ? n : (size_t)found, end = next;
        while (end > start && traceback_is_blank(str_at(text, end - 1)))
            end--;
        if (i > first)
            builder_char(&b, '\n');
        builder_slice(&b, text, start, end);
        if (found < 0)
            break;
        start = next + 1;
    }
    return builder_finish(&b);
}

/* --- lines -------------------------------------------------------------------------------------------- */

static bool lines_split(Arena *arena, const Str *text, size_t wanted, Lines *out)
{
    size_t n = str_length(text), count = 1;
    for (size_t i = 0; i < n; i++)
        count += str_at(text, i) == '\n';
    if (count < wanted)
        count = wanted;
    uint32_t *points = arena_alloc(arena, mem_size(n + 1, sizeof *points));
    out->lines = arena_alloc_zero(arena, mem_size(count, sizeof *out->lines));
    out->count = count;
    if (!points || !out->lines)
        return false;
    for (size_t i = 0; i < count; i++)
        out->lines[i].at = points;
    for (size_t i = 0, line = 0; i < n; i++) {
        points[i] = str_at(text, i);
        if (points[i] == '\n')
            out->lines[++line].at = points + i + 1;
        else
            out->lines[line].count++;
    }
    return true;
}

static bool is_indent(uint32_t c)
{
    return c == ' ' || c == '\t';
}

static size_t indent_of(const Line *line)
{
    size_t n = 0;
    while (n < line->count && is_indent(line->at[n]))
        n++;
    return n;
}

/* textwrap.dedent: lines of blanks alone become empty; the margin all others share is taken away. */
static void lines_dedent(Lines *lines)
{
    const Line *shortest = NULL;
    size_t margin = 0;
    for (size_t i = 0; i < lines->count; i++) {
        Line *line = &lines->lines[i];
        size_t indent = indent_of(line);
        if (indent == line->count) {
            line->count = 0;
            continue;
        }
        if (!shortest) {
            shortest = line;
            margin = indent;
        }
        size_t same = 0;
        while (same < margin && same < indent && line->at[same] == shortest->at[same])
            same++;
        margin = same;
    }
    for (size_t i = 0; i < lines->count; i++)
        if (lines->lines[i].count) {
            lines->lines[i].at += margin;
            lines->lines[i].count -= margin;
        }
}

static size_t line_width(const Line *line, size_t upto)
{
    size_t width = 0;
    for (size_t i = 0; i < line->count && i < upto; i++)
        width += traceback_point_width(line->at[i]);
    return width;
}

static size_t bytes_before(const Line *line, size_t col)
{
    size_t bytes = 0;
    char ignored[4];
    for (size_t i = 0; i < line->count && i < col; i++)
        bytes += (size_t)utf8_encode(line->at[i], ignored);
    return bytes;
}

/* --- parsing ------------------------------------------------------------------------------------------ */

/* The lines as a program between two texts. NULL: it does not parse. */
static const ModuleNode *parse_lines(Arena *arena, const Lines *lines, const char *before, const char *after)
{
    size_t room = strlen(before) + strlen(after) + lines->count + 1, length = 0;
    for (size_t i = 0; i < lines->count; i++)
        room += lines->lines[i].count * 4;
    char *text = arena_alloc(arena, room);
    if (!text)
        return NULL;
    length = strlen(before);
    memcpy(text, before, length);
    for (size_t i = 0; i < lines->count; i++) {
        if (i)
            text[length++] = '\n';
        for (size_t k = 0; k < lines->lines[i].count; k++)
            length += (size_t)utf8_encode(lines->lines[i].at[k], text + length);
    }
    memcpy(text + length, after, strlen(after));
    length += strlen(after);
    Source source;
    Diag diag = { 0 };
    Node *root = NULL;
    bool good = source_init(&source, "<traceback>", text, length, &diag) &&
                parser_parse(&source, PARSE_FILE, arena, &root, &diag) == PARSE_OK;
    source_free(&source);
    return good && root->kind == NODE_MODULE ? node_module(root) : NULL;
}

/* A place in the lines of a segment. */
typedef struct {
    size_t line, col;
} Spot;

/* The next character that is there: over the ends of lines. false: there is none. */
static bool spot_settle(const Lines *lines, Spot *spot)
{
    while (spot->line < lines->count && spot->col >= lines->lines[spot->line].count) {
        spot->col = 0;
        spot->line++;
    }
    return spot->line < lines->count;
}

/* The end of a node; the tree was parsed with one line before the segment. */
static Spot spot_end(const Node *node)
{
    return (Spot){ node->end_line - 2, node->end_col };
}

/* Goes on to `wanted` (0: anything but blanks and closing brackets), over comments and continuations. */
static bool spot_find(const Lines *lines, Spot *spot, uint32_t wanted)
{
    if (!spot_settle(lines, spot))
        return false;
    for (;;) {
        uint32_t c = lines->lines[spot->line].at[spot->col];
        if (c == '\\' || c == '#') {
            spot->line++;
            spot->col = 0;
        } else if (wanted ? c == wanted : !traceback_is_blank(c) && c != ')') {
            return true;
        } else {
            spot->col++;
        }
        if (!spot_settle(lines, spot))
            return false;
    }
}

static bool anchors_of_operator(const Lines *lines, const BinOpNode *node, Anchors *out)
{
    Spot spot = spot_end(node->left);
    if (!spot_find(lines, &spot, 0))
        return false;
    const Line *line = &lines->lines[spot.line];
    size_t right = spot.col + 1;
    if (right < line->count && (node->right->line - 2 > spot.line || right < node->right->col) &&
        !traceback_is_blank(line->at[right]) && line->at[right] != '\\' && line->at[right] != '#')
        right++;
    *out = (Anchors){ spot.line, spot.col, spot.line, right };
    return true;
}

static bool anchors_of_brackets(const Lines *lines, const Node *front, const Node *whole, uint32_t bracket,
                                Anchors *out)
{
    Spot left = spot_end(front), right = spot_end(whole);
    if (!spot_find(lines, &left, bracket) || right.line >= lines->count)
        return false;
    *out = (Anchors){ left.line, left.col, right.line, right.col };
    return true;
}

/* The anchors of an expression that stands on lines [0, count), from `start` in the first to `end` in the last. */
static bool find_anchors(Arena *arena, const Lines *all, size_t start, size_t end, Anchors *out)
{
    Lines segment = { arena_alloc(arena, mem_size(all->count, sizeof *segment.lines)), all->count };
    if (!segment.lines)
        return false;
    memcpy(segment.lines, all->lines, all->count * sizeof *segment.lines);
    Line *last = &segment.lines[segment.count - 1];
    if (end < last->count)
        last->count = end;
    Line *first = &segment.lines[0];
    if (start > first->count)
        return false;
    first->at += start;
    first->count -= start;
    const ModuleNode *module = parse_lines(arena, &segment, "(\n", "\n)");
    if (!module || module->body.count != 1 || module->body.items[0]->kind != NODE_EXPR)
        return false;
    const Node *value = node_expr(module->body.items[0])->value;
    switch (value->kind) {
    case NODE_BIN_OP: return anchors_of_operator(&segment, node_bin_op(value), out);
    case NODE_SUBSCRIPT:
        return anchors_of_brackets(&segment, node_subscript(value)->value, value, '[', out);
    case NODE_CALL: return anchors_of_brackets(&segment, node_call(value)->function, value, '(', out);
    default: return false;
    }
}

/* `return f(...)` and `x = f(...)` marked from bracket to bracket say nothing: no carets. CPython compares
 * byte columns with columns of characters here, and so do we. */
static bool is_plain_call(Arena *arena, const Lines *all, size_t start, size_t end, bool *empty)
{
    const ModuleNode *module = parse_lines(arena, all, "", "");
    *empty = module && module->body.count == 0;
    if (!module || *empty)
        return false;
    const Node *statement = module->body.items[0], *value = NULL;
    if (statement->kind == NODE_RETURN) {
        value = node_return(statement)->value;
        if (!value || value->kind != NODE_CALL || node_call(value)->function->kind != NODE_NAME)
            return false;
    } else if (statement->kind == NODE_ASSIGN) {
        const AssignNode *assign = node_assign(statement);
        value = assign->value;
        if (value->kind != NODE_CALL || assign->targets.count != 1 || assign->targets.items[0]->kind != NODE_NAME)
            return false;
    } else {
        return false;
    }
    return value->line == 1 && value->end_line == all->count && bytes_before(&all->lines[0], value->col) == start &&
           bytes_before(&all->lines[all->count - 1], value->end_col) == end;
}

static bool has_text(const Line *line, size_t from, size_t upto)
{
    for (size_t i = from; i < upto && i < line->count; i++)
        if (!traceback_is_blank(line->at[i]))
            return true;
    return false;
}

/* --- drawing ------------------------------------------------------------------------------------------ */

typedef struct {
    Arena *arena;
    const Lines *all;
    size_t start_width, end_width; /* columns on a terminal                                           */
    bool carets, has_anchors;
    Anchors anchors;               /* columns on a terminal, relative to the lines                     */
    Lines out;
    size_t room;
} Drawing;

static void draw(Drawing *d, const uint32_t *points, size_t count)
{
    if (d->out.count < d->room)
        d->out.lines[d->out.count++] = (Line){ points, count };
}

static bool draw_line(Drawing *d, size_t number)
{
    const Line *line = &d->all->lines[number];
    draw(d, line->at, line->count);
    if (!d->carets)
        return true;
    size_t blanks = 0;
    while (blanks < line->count && traceback_is_blank(line->at[blanks]))
        blanks++;
    size_t count = number == d->all->count - 1 ? d->end_width : line_width(line, SIZE_MAX);
    uint32_t *marks = arena_alloc(d->arena, mem_size(count, sizeof *marks));
    if (!marks)
        return false;
    const Anchors *a = &d->anchors;
    for (size_t col = 0; col < count; col++) {
        if (col < blanks || (number == 0 && col < d->start_width))
            marks[col] = ' ';
        else if (!d->has_anchors)
            marks[col] = '^';
        else
            marks[col] = (number > a->left_line || (number == a->left_line && col >= a->left_col)) &&
                                 (number < a->right_line || (number == a->right_line && col < a->right_col))
                             ? '^'
                             : '~';
    }
    draw(d, marks, count);
    return true;
}

static bool draw_gap(Drawing *d, size_t lines)
{
    char text[48];
    int n = snprintf(text, sizeof text, "...<%zu lines>...", lines);
    uint32_t *points = arena_alloc(d->arena, (size_t)n * sizeof *points);
    if (!points)
        return false;
    for (int i = 0; i < n; i++)
        points[i] = (unsigned char)text[i];
    draw(d, points, (size_t)n);
    return true;
}

/* First and last line and those around the anchors; a single line between two of them too. */
static bool draw_lines(Drawing *d)
{
    size_t wanted[8], count = 0, n = d->all->count;
    ptrdiff_t all[8] = { 0, (ptrdiff_t)n - 1 };
    int candidates = 2;
    if (d->has_anchors)
        for (ptrdiff_t i = -1; i <= 1; i++) {
            all[candidates++] = (ptrdiff_t)d->anchors.left_line + i;
            all[candidates++] = (ptrdiff_t)d->anchors.right_line + i;
        }
    for (int i = 0; i < candidates; i++) { /* sorted, each once */
        if (all[i] < 0 || all[i] >= (ptrdiff_t)n)
            continue;
        size_t value = (size_t)all[i], k = count;
        while (k > 0 && wanted[k - 1] > value)
            k--;
        if (k > 0 && wanted[k - 1] == value)
            continue;
        memmove(wanted + k + 1, wanted + k, (count - k) * sizeof *wanted);
        wanted[k] = value;
        count++;
    }
    for (size_t i = 0; i < count; i++) {
        size_t gap = i ? wanted[i] - wanted[i - 1] : 1;
        if (gap == 2 && !draw_line(d, wanted[i] - 1))
            return false;
        if (gap > 2 && !draw_gap(d, gap - 1))
            return false;
        if (!draw_line(d, wanted[i]))
            return false;
    }
    return true;
}

static size_t less(size_t a, size_t b)
{
    return a > b ? a - b : 0;
}

/* The source of a row with its carets; false: out of memory, nothing was written. */
static bool draw_row(Arena *arena, StrBuilder *b, const TracebackRow *row, const Str *text)
{
    size_t count = (size_t)row->end_line - row->line + 1;
    Lines all;
    if (!lines_split(arena, text, count, &all))
        return false;
    size_t first_length = all.lines[0].count, last_length = all.lines[count - 1].count;
    size_t start = row->col < first_length ? row->col : first_length;
    size_t end = row->end_col < last_length ? row->end_col : last_length;
    lines_dedent(&all);
    size_t margin = first_length - all.lines[0].count;
    all.count = count;
    start = less(start, margin);
    end = less(end, margin);
    Drawing d = { .arena = arena, .all = &all };
    d.has_anchors = find_anchors(arena, &all, start, end, &d.anchors);
    bool empty = false;
    if (is_plain_call(arena, &all, start, end, &empty) || empty)
        d.carets = false;
    else
        d.carets = d.has_anchors || has_text(&all.lines[0], 0, start) || has_text(&all.lines[count - 1], end, SIZE_MAX);
    d.start_width = line_width(&all.lines[0], start);
    d.end_width = line_width(&all.lines[count - 1], end);
    if (d.has_anchors) {
        Anchors *a = &d.anchors;
        a->left_col = line_width(&all.lines[a->left_line], a->left_col + (a->left_line == 0 ? start : 0));
        a->right_col = line_width(&all.lines[a->right_line], a->right_col + (a->right_line == 0 ? start : 0));
    }
    d.room = 24;
    d.out.lines = arena_alloc(arena, d.room * sizeof *d.out.lines);
    if (!d.out.lines || !draw_lines(&d))
        return false;
    lines_dedent(&d.out);
    for (size_t i = 0; i < d.out.count; i++) {
        builder_cstr(b, "    ");
        for (size_t k = 0; k < d.out.lines[i].count; k++)
            builder_char(b, d.out.lines[i].at[k]);
        builder_char(b, '\n');
    }
    return true;
}

static void plain_row(StrBuilder *b, const Str *text)
{
    size_t start = 0, end = 0, n = str_length(text);
    while (end < n && str_at(text, end) != '\n')
        end++;
    while (start < end && traceback_is_blank(str_at(text, start)))
        start++;
    while (end > start && traceback_is_blank(str_at(text, end - 1)))
        end--;
    if (start < end) {
        builder_cstr(b, "    ");
        builder_slice(b, text, start, end);
    }
    builder_char(b, '\n');
}

static bool is_blank_text(const Str *text)
{
    for (size_t i = 0; i < str_length(text); i++)
        if (!traceback_is_blank(str_at(text, i)))
            return false;
    return true;
}

static bool starts_with(const Str *s, const char *text)
{
    size_t n = strlen(text);
    if (str_length(s) < n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (str_at(s, i) != (unsigned char)text[i])
            return false;
    return true;
}

/* The source below a row; text: its lines, NULL: nothing is known. */
static void add_source(StrBuilder *b, const TracebackRow *row, const Str *text, bool carets)
{
    if (!text || is_blank_text(text))
        return;
    Arena arena;
    arena_init(&arena);
    if (!carets || !draw_row(&arena, b, row, text))
        plain_row(b, text);
    arena_free(&arena);
}

static void add_place(StrBuilder *b, const TracebackRow *row)
{
    builder_cstr(b, "  File \"");
    if (starts_with(row->filename, "<stdin>-"))
        builder_cstr(b, "<stdin>");
    else
        builder_str(b, row->filename);
    builder_printf(b, "\", line %u, in ", row->line);
    builder_str(b, row->name);
    builder_char(b, '\n');
}

static bool has_columns(const TracebackRow *row)
{
    return row->col != TRACEBACK_NO_COL && row->end_col != TRACEBACK_NO_COL && row->end_line >= row->line;
}

void traceback_frame_text(VM *vm, StrBuilder *b, const TracebackRow *row, bool plain)
{
    bool carets = !plain && has_columns(row);
    add_place(b, row);
    add_source(b, row, traceback_source(vm, row->source_name, row->line, carets ? row->end_line : row->line), carets);
}

void traceback_frame_text_of(VM *vm, StrBuilder *b, const TracebackRow *row, const Str *text)
{
    add_place(b, row);
    add_source(b, row, text, has_columns(row));
}
