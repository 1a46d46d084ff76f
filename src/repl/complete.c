/* complete.c - what Tab can put at the cursor: names, attributes, modules, commands, tasks. Looks into objects without
 * asking them: no property runs, no __getattr__. Knows no terminal. */
#include "repl/repl_internal.h"

#include "lexer/token.h"
#include "runtime/import.h"
#include "runtime/loop/task.h"
#include "runtime/modules/helpers.h"

#include <ctype.h>
#include <stdio.h>

static void add(Candidates *out, const char *text, const char *prefix)
{
    size_t size = strlen(text) + 1;
    if (strncmp(text, prefix, strlen(prefix)) != 0)
        return;
    for (uint32_t i = 0; i < out->items.count; i++)
        if (strcmp(out->items.items[i], text) == 0)
            return;
    char *copy = mem_alloc(size);
    if (!copy || !vec_reserve(&out->items, 1)) {
        mem_free(copy, copy ? size : 0);
        return;
    }
    memcpy(copy, text, size);
    out->items.items[out->items.count++] = copy;
}

void complete_free(Candidates *candidates)
{
    for (uint32_t i = 0; i < candidates->items.count; i++)
        mem_free(candidates->items.items[i], strlen(candidates->items.items[i]) + 1);
    vec_free(&candidates->items);
}

static void sort_from(Candidates *out, uint32_t from)
{
    for (uint32_t i = from + 1; i < out->items.count; i++)
        for (uint32_t k = i; k > from && strcmp(out->items.items[k - 1], out->items.items[k]) > 0; k--) {
            char *swap = out->items.items[k];
            out->items.items[k] = out->items.items[k - 1];
            out->items.items[k - 1] = swap;
        }
}

/* --- names ------------------------------------------------------------------------------------------------- */

static bool is_awaitable(Value v)
{
    return value_is_kind(v, KIND_COROUTINE) || value_is_kind(v, KIND_TASK) || value_is_kind(v, KIND_FUTURE) ||
           (value_is_kind(v, KIND_FUNCTION) && as_function(v)->code->flags & CODE_COROUTINE);
}

/* Names with a leading underscore only when one was typed. */
static void add_dict(const Dict *dict, const char *lead, const char *prefix, bool only_awaitable, Candidates *out)
{
    char name[200], whole[520];
    size_t typed = strlen(lead);
    for (DictEntry *e = NULL; dict && (e = dict_next((Dict *)dict, e));) {
        if (!value_is_str(e->key) || (only_awaitable && !is_awaitable(e->value)))
            continue;
        str_c(as_str(e->key), name, sizeof name);
        if (name[0] == '_' && prefix[typed] != '_')
            continue;
        snprintf(whole, sizeof whole, "%s%s", lead, name);
        add(out, whole, prefix);
    }
}

static void add_keywords(const char *prefix, Candidates *out)
{
    for (int t = TOK_FIRST_KEYWORD; t < TOK_COUNT; t++)
        if (token_keyword(token_text((TokenType)t), strlen(token_text((TokenType)t))) == (TokenType)t)
            add(out, token_text((TokenType)t), prefix);
}

static void complete_name(Repl *repl, const char *prefix, bool after_await, Candidates *out)
{
    VM *vm = repl->vm;
    if (after_await) {
        add_dict(vm->main->dict, "", prefix, true, out);
        sort_from(out, 0);
    }
    uint32_t from = out->items.count;
    add_dict(vm->main->dict, "", prefix, false, out);
    if (*prefix) {
        add_keywords(prefix, out);
        add_dict(vm->builtins->dict, "", prefix, false, out);
    }
    sort_from(out, from);
}

/* --- attributes ---------------------------------------------------------------------------------------------- */

/* What `v.name` is without running anything; UNSET: not known. */
static Value look(VM *vm, Value v, const char *name)
{
    Str *key = name_of(vm, name);
    Value found = VALUE_UNSET;
    if (value_is_kind(v, KIND_MODULE))
        return dict_get_name(as_module(v)->dict, key);
    if (value_is_kind(v, KIND_CLASS))
        return class_lookup(vm, as_class(v), key);
    if (value_is_kind(v, KIND_INSTANCE))
        found = instance_get(vm->heap, (Instance *)(void *)value_obj(v), key);
    if (value_is_unset(found))
        found = class_lookup(vm, class_of(vm, v), key);
    return value_is_kind(found, KIND_PROPERTY) ? VALUE_UNSET : found;
}

static void add_class(VM *vm, const Class *cls, const char *lead, const char *prefix, Candidates *out)
{
    for (size_t i = 0; cls->mro && i < tuple_length(cls->mro); i++)
        add_dict(class_dict(vm->heap, as_class(cls->mro->items[i])), lead, prefix, false, out);
}

static void add_attributes(VM *vm, Value v, const char *lead, const char *prefix, Candidates *out)
{
    if (value_is_kind(v, KIND_MODULE)) {
        add_dict(as_module(v)->dict, lead, prefix, false, out);
        return;
    }
    if (value_is_kind(v, KIND_CLASS)) {
        add_class(vm, as_class(v), lead, prefix, out);
        return;
    }
    if (value_is_kind(v, KIND_INSTANCE)) {
        const Instance *in = (const Instance *)(const void *)value_obj(v);
        char name[200], whole[620];
        if (!in->shape)
            add_dict(in->dict, lead, prefix, false, out);
        for (const Shape *shape = in->shape; shape && shape->name; shape = shape->parent) {
            snprintf(whole, sizeof whole, "%s%s", lead, str_c(shape->name, name, sizeof name));
            if (name[0] != '_' || prefix[strlen(lead)] == '_')
                add(out, whole, prefix);
        }
    }
    add_class(vm, class_of(vm, v), lead, prefix, out);
}

/* `a.b.c|`: a and b are looked up. */
static void complete_attribute(Repl *repl, const char *word, Candidates *out)
{
    VM *vm = repl->vm;
    char names[400], lead[410];
    const char *dot = strrchr(word, '.');
    size_t length = (size_t)(dot - word);
    if (length >= sizeof names)
        return;
    memcpy(names, word, length);
    names[length] = 0;
    snprintf(lead, sizeof lead, "%s.", names);
    Value v = VALUE_UNSET;
    bool first = true;
    for (char *part = names; part;) {
        char *next = strchr(part, '.');
        if (next)
            *next++ = 0;
        if (first) {
            v = dict_get_name(vm->main->dict, name_of(vm, part));
            if (value_is_unset(v))
                v = dict_get_name(vm->builtins->dict, name_of(vm, part));
        } else {
            v = look(vm, v, part);
        }
        first = false;
        if (value_is_unset(v) || value_is_raised(v)) {
            if (vm_raised(vm))
                vm_take_exception(vm);
            return;
        }
        part = next;
    }
    add_attributes(vm, v, lead, word, out);
    sort_from(out, 0);
}

/* --- modules, commands, tasks ---------------------------------------------------------------------------------- */

typedef struct Folder {
    Candidates *out;
    const char *prefix;
} Folder;

static bool add_file(void *context, const char *name, char kind)
{
    Folder *folder = context;
    char module[200];
    size_t length = strlen(name);
    const char *dot = strrchr(name, '.');
    if (dot && (strcmp(dot, ".ma") == 0 || strcmp(dot, ".py") == 0))
        length = (size_t)(dot - name);
    else if (kind != 'd' || dot)
        return true;
    if (length < sizeof module && length > 0 && !strchr("_.", name[0])) {
        memcpy(module, name, length);
        module[length] = 0;
        add(folder->out, module, folder->prefix);
    }
    return true;
}

static void complete_module(Repl *repl, const char *prefix, Candidates *out)
{
    VM *vm = repl->vm;
    char name[200];
    for (const EmbeddedModule *m = embedded_modules; m->name; m++)
        if (m->name[0] != '_')
            add(out, m->name, prefix);
    static const char *const native[] = { "builtins", "collections", "contextvars", "functools", "gc", "greenlet", "heapq",
                                          "itertools", "json", "math", "os", "random", "requests", "sys", "time" };
    for (size_t i = 0; i < sizeof native / sizeof *native; i++)
        add(out, native[i], prefix);
    for (DictEntry *e = NULL; (e = dict_next(vm->modules, e));)
        if (value_is_str(e->key)) {
            str_c(as_str(e->key), name, sizeof name);
            if (name[0] != '_')
                add(out, name, prefix);
        }
    Folder folder = { out, prefix };
    platform_list_dir(".", add_file, &folder);
    sort_from(out, 0);
}

/* `from MODULE import |`, if it is imported already. */
static void complete_from(Repl *repl, const char *module, const char *prefix, Candidates *out)
{
    char name[200];
    size_t length = strcspn(module, " ");
    if (length >= sizeof name)
        return;
    memcpy(name, module, length);
    name[length] = 0;
    Value v = dict_get_name(repl->vm->modules, name_of(repl->vm, name));
    if (value_is_kind(v, KIND_MODULE))
        add_dict(as_module(v)->dict, "", prefix, false, out);
    sort_from(out, 0);
}

static void complete_task(Repl *repl, const char *prefix, Candidates *out)
{
    char id[24];
    for (Task *task = repl->loop->first_task; task; task = task->next) {
        snprintf(id, sizeof id, "T%u", observe_id(repl->vm, &task->future.obj).n);
        add(out, id, prefix);
    }
}

/* --- where the cursor is ----------------------------------------------------------------------------------------- */

static bool is_word_byte(char c)
{
    return isalnum((unsigned char)c) || c == '_' || c == '.' || (c & 0x80);
}

/* Is the last word before `at` this one, with only blanks between? */
static bool comes_after(const char *line, size_t at, const char *word)
{
    size_t length = strlen(word);
    while (at > 0 && line[at - 1] == ' ')
        at--;
    return at >= length && memcmp(line + at - length, word, length) == 0 &&
           (at == length || !is_word_byte(line[at - length - 1]));
}

static bool in_quotes(const char *line, size_t point)
{
    char quote = 0;
    for (size_t i = 0; i < point; i++) {
        if (quote && line[i] == '\\')
            i++;
        else if (quote ? line[i] == quote || line[i] == '\n' : line[i] == '"' || line[i] == '\'')
            quote = quote ? 0 : line[i];
        else if (!quote && line[i] == '#')
            while (i + 1 < point && line[i + 1] != '\n')
                i++;
    }
    return quote != 0;
}

void complete_line(Repl *repl, const char *line, size_t point, Candidates *out)
{
    size_t mark = repl->vm->root_count, start = point, row = point;
    char word[400];
    while (start > 0 && is_word_byte(line[start - 1]))
        start--;
    while (row > 0 && line[row - 1] != '\n')
        row--;
    if (in_quotes(line, point) || point - start >= sizeof word) {
        out->files = true;
        return;
    }
    if (start == 1 && line[0] == '%')
        start = 0;
    out->start = start;
    memcpy(word, line + start, point - start);
    word[point - start] = 0;
    bool command = line[0] == '%' && row == 0;
    const char *first = line + row + strspn(line + row, " ");
    bool import = strncmp(first, "import ", 7) == 0 && comes_after(line, start, "import");
    if (word[0] == '%') {
        for (size_t i = 0; commands_name(i); i++)
            add(out, commands_name(i), word);
    } else if (command && comes_after(line, start, "%why")) {
        complete_task(repl, word, out);
    } else if (command && (comes_after(line, start, "%load") || comes_after(line, start, "%save"))) {
        out->files = true;
    } else if (import || comes_after(line, start, "from")) {
        complete_module(repl, word, out);
    } else if (strncmp(first, "from ", 5) == 0) {
        complete_from(repl, first + 5, word, out);
    } else if (strchr(word, '.')) {
        complete_attribute(repl, word, out);
    } else {
        complete_name(repl, word, comes_after(line, start, "await"), out);
    }
    repl->vm->root_count = mark;
}
