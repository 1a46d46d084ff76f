/* traceback_text.c - the whole text of an exception: what caused it, the groups drawn as trees, notes, the
 * last line with a suggestion. First a plan is made (Story: which exceptions are shown where; no exception
 * twice, so that circles end) without running any code of the script; then it is written piece by piece. */
#include "runtime/traceback.h"

#include "base/arena.h"
#include "base/mem.h"
#include "runtime/hints.h"
#include "runtime/import.h"
#include "vm/excgroup.h"
#include "vm/excinfo.h"
#include "vm/suggest.h"

#include <stdio.h>

enum { MAX_GROUP_WIDTH = 15, MAX_GROUP_DEPTH = 10, MAX_STORIES = 20000, SHOWN_REPEATS = 3, MAX_CANDIDATES = 750 };

typedef struct Story {
    Exception *exc;
    struct Story *cause, *context;
    struct Story **children;     /* of a group; NULL: it is none                                      */
    uint32_t child_count;        /* all of them                                                       */
    uint32_t shown;              /* how many of them are planned                                      */
    uint32_t level;              /* in how many groups it lies                                        */
    struct Story *next_todo, *next;
} Story;

typedef struct {
    VM *vm;
    const TracebackOptions *options;
    List *pieces;
    Arena arena;
    Story *all, *todo;
    size_t count;
    int depth;                   /* of groups                                                         */
    bool need_close, failed;
    const Exception *group; /* whose part is being printed; NULL: of none */
} Printer;

/* --- the plan ----------------------------------------------------------------------------------------- */

static Story *story_new(Printer *p, Value exception, uint32_t level)
{
    Story *story = arena_alloc_zero(&p->arena, sizeof *story);
    if (!story) {
        p->failed = true;
        return NULL;
    }
    story->exc = as_exception(exception);
    story->level = level;
    story->exc->obj.flags |= EXC_SEEN;
    story->next = p->all;
    p->all = story;
    p->count++;
    return story;
}

static Story *story_unseen(Printer *p, Value exception, uint32_t level)
{
    if (!value_is_exception(exception) || (value_obj(exception)->flags & EXC_SEEN))
        return NULL;
    return story_new(p, exception, level);
}

static void todo_push(Printer *p, Story *story)
{
    if (story) {
        story->next_todo = p->todo;
        p->todo = story;
    }
}

static void plan_children(Printer *p, Story *story, Tuple *exceptions)
{
    size_t count = tuple_length(exceptions);
    story->child_count = (uint32_t)count;
    size_t planned = count > MAX_GROUP_WIDTH ? MAX_GROUP_WIDTH : count;
    story->children = arena_alloc_zero(&p->arena, mem_size(planned + 1, sizeof *story->children));
    if (!story->children) {
        p->failed = true;
        return;
    }
    if (story->level >= MAX_GROUP_DEPTH)
        return; /* only said to be there */
    while (story->shown < planned && p->count < MAX_STORIES) {
        Story *child = story_new(p, exceptions->items[story->shown], story->level + 1);
        if (!child)
            return;
        story->children[story->shown++] = child;
    }
}

/* In CPython's order, since who comes first is the one that shows a shared cause. */
static Story *plan(Printer *p, Value exception)
{
    Story *root = story_new(p, exception, 0);
    todo_push(p, root);
    while (p->todo && !p->failed) {
        Story *story = p->todo;
        p->todo = story->next_todo;
        Exception *exc = story->exc;
        story->cause = story_unseen(p, exc->cause, story->level);
        if (!story->cause && !(exc->obj.flags & EXC_SUPPRESS))
            story->context = story_unseen(p, exc->context, story->level);
        if (value_is_group(p->vm, OBJ(exc)) && value_is_tuple(exc->extra))
            plan_children(p, story, as_tuple(exc->extra));
        todo_push(p, story->cause);
        todo_push(p, story->context);
        for (uint32_t i = 0; i < story->shown; i++)
            todo_push(p, story->children[i]);
    }
    for (Story *story = p->all; story; story = story->next) {
        story->exc->obj.flags &= (uint8_t)~EXC_SEEN;
        vm_keep(p->vm, OBJ(story->exc));
    }
    return p->failed ? NULL : root;
}

/* --- pieces ------------------------------------------------------------------------------------------- */

static void add_piece(Printer *p, StrBuilder *b)
{
    Str *text = builder_finish(b);
    if (!text || !list_append(p->vm->heap, p->pieces, OBJ(text)))
        p->failed = true;
}

static bool is_line_end(uint32_t c)
{
    return (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* Inside a group each line gets its margin. */
static void emit(Printer *p, StrBuilder *b, char margin)
{
    if (p->depth == 0) {
        add_piece(p, b);
        return;
    }
    Str *text = builder_finish(b);
    if (!text) {
        p->failed = true;
        return;
    }
    StrBuilder out;
    builder_init(&out, p->vm->heap);
    size_t n = str_length(text);
    bool at_start = true;
    for (size_t i = 0; i < n; i++) {
        uint32_t c = str_at(text, i);
        if (at_start) {
            builder_fill(&out, ' ', (size_t)p->depth * 2);
            builder_char(&out, (unsigned char)margin);
            builder_char(&out, ' ');
        }
        builder_char(&out, c);
        at_start = is_line_end(c) && !(c == '\r' && i + 1 < n && str_at(text, i + 1) == '\n');
    }
    add_piece(p, &out);
}

static void emit_text(Printer *p, const char *text, char margin)
{
    StrBuilder b;
    builder_init(&b, p->vm->heap);
    builder_cstr(&b, text);
    emit(p, &b, margin);
}

/* A line of the drawing itself: only indented. */
static void emit_rule(Printer *p, const char *before, const char *title)
{
    StrBuilder b;
    builder_init(&b, p->vm->heap);
    builder_fill(&b, ' ', (size_t)p->depth * 2);
    builder_cstr(&b, before);
    builder_cstr(&b, title);
    add_piece(p, &b);
}

/* --- the stack ---------------------------------------------------------------------------------------- */

typedef struct {
    TracebackRow last;
    size_t count;
} Fold;

static void emit_fold(Printer *p, Fold *fold)
{
    if (fold->count > SHOWN_REPEATS) {
        StrBuilder b;
        builder_init(&b, p->vm->heap);
        size_t more = fold->count - SHOWN_REPEATS;
        builder_printf(&b, "  [Previous line repeated %zu more time%s]\n", more, more > 1 ? "s" : "");
        emit(p, &b, '|');
    }
}

static void emit_row(Printer *p, Fold *fold, const TracebackRow *row)
{
    if (fold->count == 0 || fold->last.line != row->line || !str_equal(fold->last.name, row->name) ||
        !str_equal(fold->last.filename, row->filename)) {
        emit_fold(p, fold);
        fold->last = *row;
        fold->count = 0;
    }
    if (++fold->count > SHOWN_REPEATS)
        return;
    StrBuilder b;
    builder_init(&b, p->vm->heap);
    traceback_frame_text(p->vm, &b, row, false);
    emit(p, &b, '|');
}

/* sys.tracebacklimit; false: not set. */
static bool system_limit(VM *vm, int64_t *limit)
{
    Value sys = dict_get_name(vm->modules, str_intern_cstr(vm->heap, "sys"));
    if (!value_is_kind(sys, KIND_MODULE))
        return false;
    Value v = dict_get_name(as_module(sys)->dict, str_intern_cstr(vm->heap, "tracebacklimit"));
    if (!int_is(v) || !int_to_i64(int_unbox(v), limit))
        return false;
    if (*limit < 0)
        *limit = 0;
    return true;
}

/* Which of `count` entries are shown: [*from, *upto), outermost first. */
static void limit_rows(Printer *p, size_t count, size_t *from, size_t *upto)
{
    int64_t limit = p->options->limit;
    bool given = p->options->has_limit, innermost = given && limit < 0;
    if (!given) {
        given = system_limit(p->vm, &limit);
        innermost = p->options->uncaught;
    } else if (limit < 0) {
        limit = limit == INT64_MIN ? INT64_MAX : -limit;
    }
    *from = 0;
    *upto = count;
    if (!given || limit >= (int64_t)count)
        return;
    if (innermost)
        *from = count - (size_t)limit;
    else
        *upto = (size_t)limit;
}

static uint32_t next_shown(const Exception *exc, uint32_t i)
{
    while (i < exc->tb_count && traceback_entry_hidden(&exc->tb[i]))
        i++;
    return i;
}

/* The Task whose frames begin at entry i, as "T2 fetch"; *end: the entry behind its last. */
static void task_text(const Exception *exc, uint32_t i, uint32_t *end, char *out, size_t size)
{
    char name[80] = "";
    uint32_t task = exc->tb[i].task;
    for (; i < exc->tb_count && (exc->tb[i].task == task || traceback_entry_hidden(&exc->tb[i])); i++)
        if (!traceback_entry_hidden(&exc->tb[i]))
            str_c(exc->tb[i].func->code->name, name, sizeof name);
    *end = i;
    snprintf(out, size, "T%u %s", task, name);
}

/* Whom the error passed on its way out: each Task, and who awaited it where. */
static void emit_waiters(Printer *p, const Exception *exc)
{
    char from[100], to[100], line[16], text[300];
    uint32_t i = next_shown(exc, 0), end;
    while (i < exc->tb_count && exc->tb[i].task) {
        task_text(exc, i, &end, from, sizeof from);
        const Exception *by = exc;
        if (end >= exc->tb_count && p->group && exc != p->group) { /* the task that opened the group waits for its parts */
            by = p->group;
            uint32_t first = next_shown(by, 0);
            if (first >= by->tb_count || by->tb[first].task == exc->tb[i].task)
                return;
            end = first;
        }
        if (end >= by->tb_count || !by->tb[end].task)
            return;
        uint32_t after;
        task_text(by, end, &after, to, sizeof to);
        snprintf(line, sizeof line, "%u", traceback_entry_row(&by->tb[end]).line);
        size_t n = MESSAGE(text, sizeof text - 1, p->vm->lang, hint_waiter, from, to, line);
        text[n] = '\n';
        text[n + 1] = 0;
        emit_text(p, text, '|');
        if (by != exc)
            return;
        i = end;
    }
}

static void emit_stack(Printer *p, const Exception *exc, bool root, const char *head, char margin)
{
    bool given = root && !value_is_unset(p->options->tb);
    size_t count = 0, from, upto;
    if (given)
        for (Value tb = p->options->tb; value_is_obj(tb); tb = traceback_object_next(tb))
            count++;
    else
        for (uint32_t i = 0; i < exc->tb_count; i++)
            count += !traceback_entry_hidden(&exc->tb[i]);
    limit_rows(p, count, &from, &upto);
    if (from >= upto)
        return;
    emit_text(p, head, margin);
    Fold fold = { .count = 0 };
    Value tb = p->options->tb;
    uint32_t next = exc->tb_count; /* innermost first there */
    for (size_t i = 0; i < upto && !p->failed; i++) {
        while (!given && traceback_entry_hidden(&exc->tb[--next]))
            ;
        if (i >= from) {
            TracebackRow row = given ? traceback_object_row(tb) : traceback_entry_row(&exc->tb[next]);
            emit_row(p, &fold, &row);
        }
        if (given)
            tb = traceback_object_next(tb);
    }
    emit_fold(p, &fold);
    if (p->options->hints && !given)
        emit_waiters(p, exc);
}

/* --- suggestions ---------------------------------------------------------------------------------------- */

static Value quiet(VM *vm, Value v)
{
    if (value_is_raised(v)) {
        vm_take_exception(vm);
        return VALUE_UNSET;
    }
    return v;
}

/* dir(v) as a list; NULL: it failed. [script] */
static List *dir_of(VM *vm, Value v)
{
    Value dir = dict_get_name(vm->builtins->dict, str_intern_cstr(vm->heap, "dir"));
    Value names = value_is_unset(dir) ? VALUE_UNSET : quiet(vm, vm_call(vm, dir, 1, &v));
    if (!value_is_list(names))
        return NULL;
    vm_keep(vm, names);
    return as_list(names);
}

static Str *nearest_in(VM *vm, const List *names, const Str *wrong, bool hide)
{
    Suggestion s;
    suggest_begin(&s, wrong);
    size_t count = 0;
    for (size_t i = 0; i < names->count; i++) {
        Value name = names->items[i];
        if (!value_is_str(name))
            return NULL;
        if (hide && str_length(as_str(name)) && str_at(as_str(name), 0) == '_')
            continue;
        count++;
        suggest_offer(&s, as_str(name));
    }
    return count >= MAX_CANDIDATES ? NULL : s.best;
}

static bool is_hidden(const Str *name)
{
    return str_length(name) > 0 && str_at(name, 0) == '_';
}

static Str *suggest_attribute(VM *vm, Value exception, const Str *wrong)
{
    Value obj = excinfo_get(exception, LOOKUP_OBJ);
    List *names = dir_of(vm, obj);
    bool hide = !is_hidden(wrong) && (value_is_none(obj) || !value_same(excinfo_get(exception, LOOKUP_SELF), obj));
    return names ? nearest_in(vm, names, wrong, hide) : NULL;
}

static Str *suggest_import(VM *vm, Value exception, const Str *wrong)
{
    Value name = excinfo_get(exception, IMP_NAME);
    char text[200] = "";
    if (value_is_str(name) && str_length(as_str(name)) < sizeof text / 4)
        str_c(as_str(name), text, sizeof text);
    Value module = *text ? quiet(vm, import_by_name(vm, text)) : VALUE_UNSET;
    List *names = value_is_obj(module) ? dir_of(vm, module) : NULL;
    return names ? nearest_in(vm, names, wrong, !is_hidden(wrong)) : NULL;
}

static Str *suggest_name(VM *vm, Value exception, Str *wrong)
{
    Exception *exc = as_exception(exception);
    if (!exc->tb_count)
        return NULL;
    Value locals = excinfo_get(exception, LOOKUP_LOCALS);
    const Dict *tables[3] = { value_is_dict(locals) ? as_dict(locals) : NULL, exc->tb[0].func->globals,
                              exc->tb[0].func->builtins };
    if (tables[0]) {
        Value self = dict_get_name(tables[0], str_intern_cstr(vm->heap, "self"));
        if (!value_is_unset(self)) {
            Value found = quiet(vm, vm_getattr(vm, self, str_intern(vm->heap, wrong)));
            if (!value_is_unset(found))
                return vm_format(vm, "self.%S", wrong);
        }
    }
    Suggestion s;
    suggest_begin(&s, wrong);
    size_t count = 0;
    for (int i = 0; i < 3; i++) {
        count += tables[i] ? tables[i]->count : 0;
        suggest_offer_dict(&s, tables[i]);
    }
    return count >= MAX_CANDIDATES ? NULL : s.best;
}

static bool is_library_module(VM *vm, Str *name)
{
    Value sys = import_by_name(vm, "sys");
    if (value_is_raised(sys))
        vm_take_exception(vm);
    Value names = value_is_kind(sys, KIND_MODULE)
                      ? dict_get_name(as_module(sys)->dict, str_intern_cstr(vm->heap, "stdlib_module_names"))
                      : VALUE_UNSET;
    if (!value_is_set(names))
        return false;
    int has = vm_set_has(vm, as_set(names), OBJ(name));
    if (has < 0)
        vm_take_exception(vm);
    return has > 0;
}

/* ". Did you mean: 'x'?" and its kind. */
static void add_suggestion(VM *vm, StrBuilder *b, Value exception)
{
    bool import = value_is_a(vm, exception, vm->exc[EXC_ImportError]);
    bool attribute = value_is_a(vm, exception, vm->exc[EXC_AttributeError]);
    bool name = value_is_a(vm, exception, vm->exc[EXC_NameError]);
    if (!import && !attribute && !name)
        return;
    Value wrong = excinfo_get(exception, import ? IMP_NAME_FROM : LOOKUP_NAME);
    if (!value_is_str(wrong))
        return;
    Str *best = import      ? suggest_import(vm, exception, as_str(wrong))
                : attribute ? suggest_attribute(vm, exception, as_str(wrong))
                            : suggest_name(vm, exception, as_str(wrong));
    if (vm_raised(vm))
        vm_take_exception(vm);
    if (best) {
        builder_cstr(b, ". Did you mean: '");
        builder_str(b, best);
        builder_cstr(b, "'?");
    }
    if (name && is_library_module(vm, as_str(wrong))) {
        builder_cstr(b, best ? " Or did you forget to import '" : ". Did you forget to import '");
        builder_str(b, as_str(wrong));
        builder_cstr(b, "'?");
    }
}

/* --- the last lines --------------------------------------------------------------------------------------- */

typedef enum { TEXT_STR, TEXT_REPR } TextHow;

/* str() or repr() of v, or a text saying that it failed. [script] */
static void add_safe(VM *vm, StrBuilder *b, Value v, TextHow how, const char *what)
{
    Str *text = how == TEXT_STR ? vm_str(vm, v) : vm_repr(vm, v);
    if (text) {
        builder_str(b, text);
        return;
    }
    vm_take_exception(vm);
    builder_printf(b, "<%s %s() failed>", what, how == TEXT_STR ? "str" : "repr");
}

/* The class as the last line names it: without module when that is __main__ or builtins. [script] */
static void add_type(VM *vm, StrBuilder *b, Class *cls)
{
    Value module = quiet(vm, vm_getattr_or_unset(vm, OBJ(cls), NAME(vm, __module__)));
    if (!value_is_str(module))
        builder_cstr(b, "<unknown>.");
    else if (!str_equals_cstr(as_str(module), "builtins") && !str_equals_cstr(as_str(module), "__main__")) {
        builder_str(b, as_str(module));
        builder_char(b, '.');
    }
    builder_str(b, cls->qualname);
}

/* A number of a SyntaxError; false: it is None or something odd. */
static bool syntax_number(Value exception, int field, int64_t *out)
{
    Value v = excinfo_get(exception, field);
    return int_is(v) && int_to_i64(int_unbox(v), out) && *out < INT32_MAX && *out > INT32_MIN;
}

/* The wrong line and the carets below it. Columns are shown as wide as the text is on a terminal. */
static void emit_syntax_line(Printer *p, Value exception, const Str *text, size_t indent)
{
    StrBuilder line_text, *b = &line_text;
    int64_t offset, end_offset = 0, line = 0, end_line = 0;
    int64_t full = (int64_t)str_length(text), length = full, blanks = 0;
    while (length > 0 && str_at(text, (size_t)length - 1) == '\n')
        length--;
    while (blanks < length && (str_at(text, (size_t)blanks) == ' ' || str_at(text, (size_t)blanks) == '\n' ||
                               str_at(text, (size_t)blanks) == '\f'))
        blanks++;
    builder_init(b, p->vm->heap);
    builder_fill(b, ' ', indent + 4);
    builder_slice(b, text, (size_t)blanks, (size_t)length);
    builder_char(b, '\n');
    emit(p, b, '|');
    if (!syntax_number(exception, SYN_OFFSET, &offset))
        return;
    bool has_line = syntax_number(exception, SYN_LINENO, &line);
    bool has_end_line = syntax_number(exception, SYN_END_LINENO, &end_line);
    if (has_line == has_end_line && line == end_line) {
        if (!syntax_number(exception, SYN_END_OFFSET, &end_offset) || end_offset == 0)
            end_offset = offset;
    } else {
        end_offset = length + 1;
    }
    if (full && offset > full)
        offset = length + 1;
    if (full && end_offset > full)
        end_offset = length + 1;
    if (offset >= end_offset || end_offset < 0)
        end_offset = offset + 1;
    if (offset - 1 - blanks < 0)
        return;
    builder_init(b, p->vm->heap);
    builder_fill(b, ' ', indent + 4);
    for (int64_t i = blanks; i < offset - 1 && i < length; i++) {
        uint32_t c = str_at(text, (size_t)i);
        if (traceback_is_blank(c))
            builder_char(b, c);
        else
            builder_fill(b, ' ', traceback_point_width(c));
    }
    for (int64_t i = offset - 1; i < end_offset - 1; i++)
        builder_fill(b, '^', i < length ? traceback_point_width(str_at(text, (size_t)i)) : 1);
    builder_char(b, '\n');
    emit(p, b, '|');
}

/* Kept with the exception under a name no script uses. */
static void keep_text(VM *vm, Value exception, const char *name, const char *text, size_t length)
{
    Str *kept = str_from_utf8(vm->heap, text, length);
    Dict *attrs = kept ? heap_attrs(vm->heap, value_obj(exception), true) : NULL;
    if (attrs && !dict_set_name(vm->heap, attrs, str_intern_cstr(vm->heap, name), OBJ(kept)))
        vm->heap->oom = true;
}

static Value kept_text(VM *vm, Value exception, const char *name)
{
    Dict *attrs = heap_attrs(vm->heap, value_obj(exception), false);
    return attrs ? dict_get_name(attrs, str_intern_cstr(vm->heap, name)) : VALUE_UNSET;
}

/* Each line of a text as a piece, indented. */
static void emit_lines(Printer *p, const Str *text, size_t indent)
{
    size_t start = 0, n = str_length(text);
    for (size_t i = 0; i <= n; i++)
        if (i == n || str_at(text, i) == '\n') {
            StrBuilder b;
            builder_init(&b, p->vm->heap);
            builder_fill(&b, ' ', indent);
            builder_slice(&b, text, start, i);
            builder_char(&b, '\n');
            emit(p, &b, '|');
            start = i + 1;
        }
}

static void emit_syntax(Printer *p, Value exception, size_t indent)
{
    VM *vm = p->vm;
    Value line = excinfo_get(exception, SYN_LINENO), file = excinfo_get(exception, SYN_FILENAME);
    Value text = excinfo_get(exception, SYN_TEXT), message = excinfo_get(exception, SYN_MSG);
    StrBuilder b;
    if (!value_is_none(line)) {
        builder_init(&b, vm->heap);
        builder_fill(&b, ' ', indent);
        builder_cstr(&b, "  File \"");
        if (vm_truth(vm, file) > 0)
            add_safe(vm, &b, file, TEXT_STR, "filename");
        else
            builder_cstr(&b, "<string>");
        builder_cstr(&b, "\", line ");
        add_safe(vm, &b, line, TEXT_STR, "lineno");
        builder_char(&b, '\n');
        emit(p, &b, '|');
    }
    Value block = p->options->hints ? kept_text(vm, exception, "_lines") : VALUE_UNSET;
    if (value_is_str(block))
        emit_lines(p, as_str(block), indent);
    else if (value_is_str(text))
        emit_syntax_line(p, exception, as_str(text), indent);
    builder_init(&b, vm->heap);
    builder_fill(&b, ' ', indent);
    add_type(vm, &b, value_obj(exception)->cls);
    builder_cstr(&b, ": ");
    if (vm_truth(vm, message) > 0)
        add_safe(vm, &b, message, TEXT_STR, "msg");
    else
        builder_cstr(&b, "<no detail available>");
    if (value_is_none(line) && !value_is_none(file)) {
        builder_cstr(&b, " (");
        add_safe(vm, &b, file, TEXT_STR, "filename");
        builder_char(&b, ')');
    }
    if (vm_raised(vm))
        vm_take_exception(vm);
    builder_char(&b, '\n');
    emit(p, &b, '|');
}

static void emit_note(Printer *p, Value note, TextHow how, const char *what, size_t indent)
{
    StrBuilder b;
    builder_init(&b, p->vm->heap);
    add_safe(p->vm, &b, note, how, what);
    Str *text = builder_finish(&b);
    if (!text) {
        p->failed = true;
        return;
    }
    vm_keep(p->vm, OBJ(text));
    if (how == TEXT_STR) {
        emit_lines(p, text, indent);
        return;
    }
    builder_init(&b, p->vm->heap);
    builder_fill(&b, ' ', indent);
    builder_str(&b, text);
    builder_char(&b, '\n');
    emit(p, &b, '|');
}

static void emit_notes(Printer *p, Value exception, size_t indent)
{
    VM *vm = p->vm;
    Value notes = vm_getattr_or_unset(vm, exception, NAME(vm, __notes__));
    if (value_is_raised(notes)) {
        Value error = vm_keep(vm, vm_take_exception(vm));
        StrBuilder b;
        builder_init(&b, vm->heap);
        builder_fill(&b, ' ', indent);
        builder_cstr(&b, "Ignored error getting __notes__: ");
        add_safe(vm, &b, error, TEXT_REPR, "__notes__");
        builder_char(&b, '\n');
        emit(p, &b, '|');
        return;
    }
    if (value_is_unset(notes) || value_is_none(notes))
        return;
    vm_keep(vm, notes);
    if (value_is_list(notes)) {
        for (size_t i = 0; i < as_list(notes)->count && !p->failed; i++)
            emit_note(p, vm_keep(vm, as_list(notes)->items[i]), TEXT_STR, "note", indent);
    } else if (value_is_tuple(notes)) {
        for (size_t i = 0; i < tuple_length(as_tuple(notes)) && !p->failed; i++)
            emit_note(p, as_tuple(notes)->items[i], TEXT_STR, "note", indent);
    } else {
        emit_note(p, notes, TEXT_REPR, "__notes__", indent);
    }
}

void traceback_set_hint(VM *vm, Value exception, const char *code, const char *text)
{
    char line[1000];
    size_t length = MESSAGE(line, sizeof line, vm->lang, hint_line, code, text);
    keep_text(vm, exception, "_hint", line, length);
}

void traceback_set_advice(VM *vm, Value exception, const char *code, const char *text, const char *block, size_t length)
{
    traceback_set_hint(vm, exception, code, text);
    if (length > 1)
        keep_text(vm, exception, "_lines", block, length - 1); /* without the last newline */
}

static void emit_hint(Printer *p, Value exception)
{
    VM *vm = p->vm;
    Value hint = kept_text(vm, exception, "_hint");
    Hint found = { .code = "" };
    if (!value_is_str(hint))
        hints_find(vm, as_exception(exception), &found);
    if (*found.code) {
        traceback_set_hint(vm, exception, found.code, found.text);
        hint = kept_text(vm, exception, "_hint");
    }
    if (value_is_str(hint))
        emit_lines(p, as_str(hint), 0);
}

/* The line with the class and the message, and the notes. */
static void emit_last(Printer *p, const Story *story, int depth)
{
    VM *vm = p->vm;
    Value exception = OBJ(story->exc);
    size_t mark = vm->root_count, indent = (size_t)depth * 3;
    if (value_is_a(vm, exception, vm->exc[EXC_SyntaxError])) {
        emit_syntax(p, exception, indent);
    } else {
        StrBuilder b, text;
        builder_init(&b, vm->heap);
        builder_init(&text, vm->heap);
        add_type(vm, &b, value_obj(exception)->cls);
        add_safe(vm, &text, exception, TEXT_STR, "exception");
        add_suggestion(vm, &text, exception);
        Str *message = builder_finish(&text);
        if (message && str_length(message)) {
            builder_cstr(&b, ": ");
            builder_str(&b, message);
        }
        Value block = p->options->hints ? kept_text(vm, exception, "_lines") : VALUE_UNSET;
        if (value_is_str(block))
            emit_lines(p, as_str(block), indent);
        if (depth) {
            Str *whole = builder_finish(&b);
            if (whole)
                emit_lines(p, whole, indent);
        } else {
            builder_char(&b, '\n');
            emit(p, &b, '|');
        }
    }
    if (p->options->hints)
        emit_hint(p, exception);
    emit_notes(p, exception, indent);
    vm->root_count = mark;
}

/* --- the whole ------------------------------------------------------------------------------------------ */

static void emit_story(Printer *p, Story *story, bool root);

static void emit_group(Printer *p, Story *story, bool root)
{
    bool outermost = p->depth == 0;
    if (outermost)
        p->depth++;
    emit_stack(p, story->exc, root, "Exception Group Traceback (most recent call last):\n", outermost ? '+' : '|');
    emit_last(p, story, 0);
    bool cut = story->shown < story->child_count;
    uint32_t n = story->shown + (cut ? 1 : 0);
    p->need_close = false;
    for (uint32_t i = 0; i < n && !p->failed; i++) {
        bool last = i == n - 1, truncated = cut && last;
        if (last)
            p->need_close = true; /* or by the last of the group's own last group */
        char title[64];
        if (truncated)
            snprintf(title, sizeof title, "+---------------- ... ----------------\n");
        else
            snprintf(title, sizeof title, "+---------------- %u ----------------\n", i + 1);
        emit_rule(p, i == 0 ? "+-" : "  ", title);
        p->depth++;
        if (truncated) {
            uint32_t more = story->child_count - story->shown;
            snprintf(title, sizeof title, "and %u more exception%s\n", more, more > 1 ? "s" : "");
            emit_text(p, title, '|');
        } else {
            const Exception *outer = p->group;
            p->group = story->exc;
            emit_story(p, story->children[i], false);
            p->group = outer;
        }
        if (last && p->need_close) {
            emit_rule(p, "", "+------------------------------------\n");
            p->need_close = false;
        }
        p->depth--;
    }
    if (outermost)
        p->depth = 0;
}

static void emit_one(Printer *p, Story *story, bool root)
{
    if (!story->children) {
        emit_stack(p, story->exc, root, "Traceback (most recent call last):\n", '|');
        emit_last(p, story, 0);
    } else if (p->depth > MAX_GROUP_DEPTH) {
        emit_text(p, "... (max_group_depth is 10)\n", '|');
    } else {
        emit_group(p, story, root);
    }
}

/* What led to it first. */
static void emit_story(Printer *p, Story *story, bool root)
{
    size_t count = 1;
    for (Story *s = story; p->options->chain && (s->cause || s->context); s = s->cause ? s->cause : s->context)
        count++;
    Story **chain = arena_alloc(&p->arena, mem_size(count, sizeof *chain));
    if (!chain) {
        p->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        chain[i] = story;
        story = story->cause ? story->cause : story->context;
    }
    for (size_t i = count; i-- > 0 && !p->failed;) {
        if (i + 1 < count)
            emit_text(p, chain[i]->cause
                             ? "\nThe above exception was the direct cause of the following exception:\n\n"
                             : "\nDuring handling of the above exception, another exception occurred:\n\n", '|');
        emit_one(p, chain[i], root && i == 0);
    }
}

/* format_exception_only */
static void emit_only(Printer *p, Story *story, int depth)
{
    emit_last(p, story, depth);
    for (uint32_t i = 0; p->options->show_group && i < story->shown && depth < 100; i++)
        emit_only(p, story->children[i], depth + 1);
}

List *traceback_pieces(VM *vm, Value exception, const TracebackOptions *options)
{
    Printer p = { .vm = vm, .options = options, .pieces = list_new(vm->heap, 8) };
    if (!p.pieces) {
        raise_memory(vm);
        return NULL;
    }
    arena_init(&p.arena);
    size_t mark = vm->root_count;
    vm_keep(vm, OBJ(p.pieces));
    vm_keep(vm, exception);
    Story *root = plan(&p, exception);
    if (root && options->only_last)
        emit_only(&p, root, 0);
    else if (root)
        emit_story(&p, root, true);
    arena_free(&p.arena);
    vm->root_count = mark;
    if (p.failed) {
        raise_memory(vm);
        return NULL;
    }
    return p.pieces;
}

Str *traceback_text(VM *vm, Value exception, const TracebackOptions *options)
{
    List *pieces = traceback_pieces(vm, exception, options);
    if (!pieces)
        return NULL;
    StrBuilder b;
    builder_init(&b, vm->heap);
    for (size_t i = 0; i < pieces->count; i++)
        builder_str(&b, as_str(pieces->items[i]));
    Str *text = builder_finish(&b);
    if (!text)
        raise_memory(vm);
    return text;
}

Str *traceback_format(VM *vm, Value exception)
{
    TracebackOptions options = { .chain = true };
    return traceback_text(vm, exception, &options);
}

Str *traceback_last_line(VM *vm, Value exception)
{
    StrBuilder b, text;
    builder_init(&b, vm->heap);
    builder_init(&text, vm->heap);
    add_type(vm, &b, value_obj(exception)->cls);
    add_safe(vm, &text, exception, TEXT_STR, "exception");
    Str *message = builder_finish(&text);
    if (message && str_length(message)) {
        builder_cstr(&b, ": ");
        builder_str(&b, message);
    }
    builder_char(&b, '\n');
    return builder_finish(&b);
}
