/* hints.c - hints for exceptions: see hints.h.
 * The values are gone when a traceback is printed, but the source is there: the expression that failed gives the
 * names, and the lines above it tell how each got its value. */
#include "runtime/hints.h"

#include "base/mem.h"
#include "base/message.h"
#include "runtime/traceback.h"
#include "vm/fiber.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

enum { LOOKED_BACK = 400 };

/* The failing expression and the lines down to it. */
typedef struct Scene {
    VM *vm;
    const TracebackEntry *entry;
    const char *message;
    char *text;               /* lines first .. line, each ends with a newline */
    size_t length, capacity;
    uint32_t first, line;
    bool in_library;          /* it failed in something that the expression calls */
    char expr[200];           /* the text that failed; its first line */
    char whole[300];          /* all of that line, without blanks around it */
} Scene;

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 0x80;
}

static void copy_part(char *out, size_t size, const char *from, size_t length)
{
    while (length && isspace((unsigned char)*from)) {
        from++;
        length--;
    }
    while (length && isspace((unsigned char)from[length - 1]))
        length--;
    if (length >= size) {
        length = size - 1;
        while (length && ((unsigned char)from[length] & 0xC0) == 0x80)
            length--;
    }
    memcpy(out, from, length);
    out[length] = 0;
}

/* Line `number` of the scene; NULL: not among them. */
static const char *line_of(const Scene *scene, uint32_t number, size_t *length)
{
    const char *at = scene->text, *end = scene->text + scene->length;
    for (uint32_t n = scene->first; at < end; n++) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        *length = (size_t)((next ? next : end) - at);
        if (n == number)
            return at;
        at += *length + (next != NULL);
    }
    return NULL;
}

static bool scene_open(Scene *scene, VM *vm, const Exception *exc)
{
    uint32_t i = 0;
    while (i < exc->tb_count && traceback_entry_hidden(&exc->tb[i]))
        i++;
    if (i == exc->tb_count)
        return false;
    scene->vm = vm;
    scene->in_library = i > 0;
    scene->entry = &exc->tb[i];
    TracebackRow row = traceback_entry_row(scene->entry);
    scene->line = row.line;
    scene->first = row.line > LOOKED_BACK ? row.line - LOOKED_BACK : 1;
    Str *text = traceback_source(vm, row.source_name, scene->first, row.line);
    if (!text || row.line == 0)
        return false;
    scene->capacity = str_utf8_length(text) + 1;
    scene->text = mem_alloc(scene->capacity);
    if (!scene->text)
        return false;
    str_c(text, scene->text, scene->capacity);
    scene->length = strlen(scene->text);
    size_t length;
    const char *line = line_of(scene, row.line, &length);
    if (!line)
        return false;
    copy_part(scene->whole, sizeof scene->whole, line, length);
    Str *last = traceback_source(vm, row.source_name, row.line, row.line);
    size_t from = row.col, upto = row.end_line == row.line ? row.end_col : last ? str_length(last) : 0;
    if (last && row.col != TRACEBACK_NO_COL && from < upto && upto <= str_length(last)) {
        Str *part = str_slice(vm->heap, last, from, upto);
        if (part)
            str_c(part, scene->expr, sizeof scene->expr);
    } else {
        snprintf(scene->expr, sizeof scene->expr, "%.199s", scene->whole);
    }
    return true;
}

#define HINT(hint, scene, name, message, ...)                                                    \
    (MESSAGE((hint)->text, sizeof (hint)->text, (scene)->vm->lang, message, __VA_ARGS__),        \
     (void)snprintf((hint)->code, sizeof (hint)->code, "%s", (name)))

/* --- looking back -------------------------------------------------------------------------------------------- */

/* What a name was given, on the nearest line above. */
typedef struct Given {
    uint32_t line;
    char call[80];      /* the text behind "=": `load('a')` */
    char name[40];      /* what is called: `load` */
} Given;

/* `name = load('a')` above the failing line? */
static bool find_given(const Scene *scene, const char *name, Given *given)
{
    size_t n = strlen(name), length;
    for (uint32_t number = scene->line; number-- > scene->first;) {
        const char *line = line_of(scene, number, &length), *end = line ? line + length : NULL;
        while (line && line < end && (*line == ' ' || *line == '\t'))
            line++;
        if (!line || (size_t)(end - line) <= n || memcmp(line, name, n) != 0 || is_word(line[n]))
            continue;
        const char *p = line + n;
        while (p < end && *p == ' ')
            p++;
        if (p < end && *p == ':') /* x: int = f() */
            while (p < end && *p != '=')
                p++;
        if (p + 1 >= end || *p != '=' || p[1] == '=')
            continue;
        given->line = number;
        copy_part(given->call, sizeof given->call, p + 1, (size_t)(end - p - 1));
        size_t i = 0;
        while (i + 1 < sizeof given->name && (is_word(given->call[i]) || given->call[i] == '.'))
            i++;
        copy_part(given->name, sizeof given->name, given->call, i);
        return given->call[i] == '(' && i > 0;
    }
    return false;
}

/* The value of a global of the failing function's module; UNSET: none, or a dotted name. */
static Value global_of(const Scene *scene, const char *name)
{
    if (strchr(name, '.'))
        return VALUE_UNSET;
    return dict_get_name(scene->entry->func->globals, str_intern_cstr(scene->vm->heap, name));
}

/* At the prompt `x = f()` is an input of its own, so no line above tells of it; but x is still there. false: it is no
 * coroutine; `ended`: that has run. */
static bool kept_coroutine(const Scene *scene, const char *name, bool ended, char *function, size_t size)
{
    Value v = global_of(scene, name);
    if (!value_is_kind(v, KIND_COROUTINE) || (AS(Fiber, v)->state == FIBER_CREATED) == ended)
        return false;
    str_c(fiber_name(scene->vm, AS(Fiber, v), false), function, size);
    return true;
}

/* May calling it make a coroutine? A name of this module must be an async function. */
static bool may_be_async(const Scene *scene, const char *name)
{
    Value v = global_of(scene, name);
    if (value_is_unset(v))
        return value_is_unset(dict_get_name(scene->entry->func->builtins, str_intern_cstr(scene->vm->heap, name)));
    return value_is_kind(v, KIND_FUNCTION) && (as_function(v)->code->flags & CODE_COROUTINE);
}

/* The next word of *text (dotted: with its dots), strings left out; false: no more. *called: "(" follows. */
static bool next_name(const char **text, char *name, size_t size, bool *called)
{
    const char *p = *text;
    while (*p) {
        if (*p == '"' || *p == '\'') {
            char quote = *p++;
            while (*p && *p != quote)
                p += *p == '\\' && p[1] ? 2 : 1;
            p += *p != 0;
        } else if (is_word(*p) && !isdigit((unsigned char)*p)) {
            const char *from = p;
            while (is_word(*p) || (*p == '.' && is_word(p[1])))
                p++;
            copy_part(name, size, from, (size_t)(p - from));
            *called = *p == '(';
            *text = p;
            return true;
        } else if (isdigit((unsigned char)*p)) {
            while (is_word(*p) || *p == '.')
                p++;
        } else {
            p++;
        }
    }
    return false;
}

/* The text of the brackets that open at *p, without them. */
static void inside_brackets(const char *p, char *out, size_t size)
{
    int depth = 0;
    const char *from = p + 1;
    for (; *p; p++) {
        depth += (*p == '(' || *p == '[' || *p == '{') - (*p == ')' || *p == ']' || *p == '}');
        if (depth == 0)
            break;
    }
    copy_part(out, size, from, p > from ? (size_t)(p - from) : 0);
}

static void number_text(char out[16], uint32_t n)
{
    snprintf(out, 16, "%u", n);
}

/* --- A02: a coroutine where its result was meant --------------------------------------------------------------- */

static bool coroutine_in(const Scene *scene, const char *at, Hint *hint)
{
    char name[80], line[16], function[80];
    bool called;
    while (next_name(&at, name, sizeof name, &called)) {
        Given given;
        char *dot = strchr(name, '.');
        if (called && !dot && may_be_async(scene, name) && !value_is_unset(global_of(scene, name))) {
            HINT(hint, scene, "A02", hint_A02_call, name);
            return true;
        }
        if (dot)
            *dot = 0; /* x.upper(): x it is */
        if (find_given(scene, name, &given) && may_be_async(scene, given.name)) {
            number_text(line, given.line);
            HINT(hint, scene, "A02", hint_A02, name, given.call, line);
            return true;
        }
        if (kept_coroutine(scene, name, false, function, sizeof function)) {
            HINT(hint, scene, "A02", hint_A02_kept, name, function);
            return true;
        }
    }
    return false;
}

static void coroutine_used(const Scene *scene, Hint *hint)
{
    if (!coroutine_in(scene, scene->expr, hint) && !coroutine_in(scene, scene->whole, hint))
        HINT(hint, scene, "A02", hint_A02_some, NULL);
}

/* --- A06: await of what cannot be awaited ------------------------------------------------------------------------ */

/* A function of this module that is not async, when `name` is that. */
static bool is_plain_function(const Scene *scene, const char *name)
{
    Value v = global_of(scene, name);
    return value_is_kind(v, KIND_FUNCTION) &&
           !(as_function(v)->code->flags & (CODE_COROUTINE | CODE_ASYNCGEN | CODE_GENERATOR));
}

/* run(main), run(main()) of a plain main, gather(f, f): what stands in the brackets of the expression should be called,
 * or async. */
static bool argument_wrong(const Scene *scene, Hint *hint)
{
    const char *bracket = strchr(scene->expr, '('), *at = bracket ? bracket + 1 : "", *copied = scene->expr;
    char name[80], fixed[300];
    size_t used = 0;
    bool called;
    while (*at && next_name(&at, name, sizeof name, &called)) {
        Value v = global_of(scene, name);
        size_t upto = (size_t)(at - scene->expr), n = strlen(name);
        bool is_method = (strchr(name, '.') || (upto > n && scene->expr[upto - n - 1] == '.')) && !called &&
                         (*at == ')' || *at == ',') && strstr(scene->message, "method ");
        if (called && is_plain_function(scene, name)) {
            HINT(hint, scene, "A14", hint_A14_plain, name);
            return true;
        }
        if (is_method || (!called && value_is_kind(v, KIND_FUNCTION))) {
            used += (size_t)snprintf(fixed + used, sizeof fixed - used, "%.*s()", (int)(at - copied), copied);
            copied = at;
            if (used > sizeof fixed - 60)
                return false;
        }
    }
    if (!used)
        return false;
    snprintf(fixed + used, sizeof fixed - used, "%s", copied);
    HINT(hint, scene, "A14", hint_A14, fixed);
    return true;
}

static void awaited_wrong(const Scene *scene, Hint *hint)
{
    if (scene->in_library) { /* wait_for(f, 1) awaits for us */
        argument_wrong(scene, hint);
        return;
    }
    const char *expr = strstr(scene->expr, "await ");
    char thing[120], name[80], type[60];
    const char *start = scene->message + strlen("object "), *end = strstr(start, " can't be used");
    copy_part(type, sizeof type, start, end ? (size_t)(end - start) : 0);
    copy_part(thing, sizeof thing, expr ? expr + 6 : scene->expr, strlen(expr ? expr + 6 : scene->expr));
    const char *at = thing;
    bool called = false, named = next_name(&at, name, sizeof name, &called) && at - thing == (ptrdiff_t)strlen(name);
    if (strcmp(type, "NoneType") == 0 && named && called) {
        char inner[80];
        inside_brackets(at, inner, sizeof inner);
        if (strcmp(name, "time.sleep") == 0 || (strcmp(name, "sleep") == 0 && !is_plain_function(scene, name)))
            HINT(hint, scene, "A06", hint_A06_sleep, name, inner);
        else if (strchr(name, '.') || is_plain_function(scene, name))
            HINT(hint, scene, "A06", hint_A06_none, name);
        else
            HINT(hint, scene, "A06", hint_A06_builtin, name);
    } else if (strcmp(type, "generator") == 0 && named && called)
        HINT(hint, scene, "A06", hint_A06_generator, name);
    else if (strcmp(type, "list") == 0 || strcmp(type, "tuple") == 0 || strcmp(type, "set") == 0 || strcmp(type, "generator") == 0)
        HINT(hint, scene, "A06", hint_A06_list, thing);
    else if (strstr(type, "function") || strstr(type, "method"))
        HINT(hint, scene, "A06", hint_A06_function, thing);
    else if (strcmp(type, "async_generator") == 0)
        HINT(hint, scene, "A12", hint_A12_await, thing);
    else
        HINT(hint, scene, "A06", hint_A06_value, thing);
}

/* --- A08: a coroutine awaited twice ------------------------------------------------------------------------------- */

static bool line_has_word(const Scene *scene, uint32_t number, const char *word)
{
    size_t length, n = strlen(word);
    const char *line = line_of(scene, number, &length);
    for (size_t i = 0; line && i + n <= length; i++)
        if (memcmp(line + i, word, n) == 0 && (i == 0 || !is_word(line[i - 1])) && (i + n == length || !is_word(line[i + n])))
            return true;
    return false;
}

static void awaited_twice(const Scene *scene, Hint *hint)
{
    char name[80], made[16], ran[16], function[80];
    const char *at = scene->expr;
    bool called, kept = false;
    while (next_name(&at, name, sizeof name, &called)) {
        Given given;
        if (!called && kept_coroutine(scene, name, true, function, sizeof function)) {
            HINT(hint, scene, "A08", hint_A08_kept, name, function);
            kept = true;
        }
        if (called || !find_given(scene, name, &given))
            continue;
        uint32_t line = given.line + 1;
        while (line < scene->line && !line_has_word(scene, line, name))
            line++;
        number_text(made, given.line);
        number_text(ran, line);
        HINT(hint, scene, "A08", hint_A08, name, made, ran, given.call);
        return;
    }
    if (!kept)
        HINT(hint, scene, "A08", hint_A08_some, NULL);
}

/* --- A12: async for, async with ------------------------------------------------------------------------------------- */

static void not_iterable(const Scene *scene, Hint *hint)
{
    char head[200];
    const char *line = scene->whole;
    if (strncmp(line, "for ", 4) == 0) {
        const char *colon = strrchr(line, ':');
        copy_part(head, sizeof head, line, colon ? (size_t)(colon - line) : strlen(line));
        HINT(hint, scene, "A12", hint_A12_for, head);
        return;
    }
    if (!strstr(scene->message, "async_generator"))
        return;
    char inner[200];
    const char *bracket = strchr(scene->expr, '('), *from = scene->expr;
    snprintf(inner, sizeof inner, "%s", scene->expr);
    if (bracket) { /* list(numbers()): of numbers() is spoken */
        copy_part(head, sizeof head, from, (size_t)(bracket - from));
        if (value_is_unset(global_of(scene, head)) && !strchr(head, '.'))
            inside_brackets(bracket, inner, sizeof inner);
    }
    HINT(hint, scene, "A12", hint_A12_all, *inner ? inner : scene->expr);
}

/* Has what the expression names, or makes, that method? */
static bool has_method(const Scene *scene, const char *expr, const char *method)
{
    char name[80];
    const char *at = expr;
    bool called;
    if (!next_name(&at, name, sizeof name, &called))
        return false;
    Value v = global_of(scene, name);
    Class *cls = value_is_kind(v, KIND_CLASS) ? as_class(v) : value_is_obj(v) ? value_obj(v)->cls : NULL;
    return cls && !value_is_unset(class_find(scene->vm->heap, cls, str_intern_cstr(scene->vm->heap, method), NULL));
}

static bool has_aenter(const Scene *scene, const char *expr)
{
    static const char *const known[] = { "'Lock'", "'Semaphore'", "'BoundedSemaphore'", "'Condition'", "'TaskGroup'",
                                         "'Timeout'" };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
        if (strstr(scene->message, known[i]))
            return true;
    return has_method(scene, expr, "__aenter__");
}

/* async for, async with: leave async out. */
static void needs_no_async(const Scene *scene, Hint *hint)
{
    char head[200];
    const char *line = scene->whole, *colon = strrchr(line, ':');
    static const char *const plain[] = { " list", " tuple", " dict", " set", " str", " range", " generator", " enumerate", " zip",
                                         "map", "filter", "TextIOWrapper", "'Buffered" };
    bool known = has_method(scene, scene->expr, "__enter__") || has_method(scene, scene->expr, "__iter__");
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++)
        known = known || strstr(scene->message, plain[i]);
    if (strncmp(line, "async ", 6) != 0 || !known)
        return;
    copy_part(head, sizeof head, line + 6, colon ? (size_t)(colon - line - 6) : strlen(line + 6));
    HINT(hint, scene, "A12", hint_A12_plain, head);
}

static void no_context(const Scene *scene, Hint *hint)
{
    char head[200];
    const char *line = scene->whole, *colon = strrchr(line, ':');
    if (strncmp(line, "with ", 5) != 0 || !has_aenter(scene, scene->expr))
        return;
    copy_part(head, sizeof head, line, colon ? (size_t)(colon - line) : strlen(line));
    HINT(hint, scene, "A12", hint_A12_for, head);
}

/* --- A03, A04, A14 ------------------------------------------------------------------------------------------------------ */

static void run_inside_loop(const Scene *scene, const Exception *exc, Hint *hint)
{
    char inner[120] = "f()", line[16];
    const char *bracket = strchr(scene->expr, '(');
    uint32_t outer = exc->tb_count;
    while (outer > 0 && traceback_entry_hidden(&exc->tb[outer - 1]))
        outer--;
    if (bracket)
        inside_brackets(bracket, inner, sizeof inner);
    if (outer > 1) {
        number_text(line, traceback_entry_row(&exc->tb[outer - 1]).line);
        HINT(hint, scene, "A03", hint_A03, line, inner);
    } else {
        HINT(hint, scene, "A03", hint_A03_some, inner);
    }
}

/* gather([f(), f()]) */
static void gathered_wrong(const Scene *scene, Hint *hint)
{
    char inner[120];
    inside_brackets(strstr(scene->expr, "gather(") + 6, inner, sizeof inner);
    HINT(hint, scene, "A06", hint_A06_gather, inner);
}

/* --- A01, A09, A11: the line that made a coroutine ------------------------------------------------------------------- */

/* From the name at `from` to the left, over what it is an attribute of: `box.get` of `get`, `a[1].go` of `go`. */
static size_t expression_start(const char *text, size_t from)
{
    while (from > 0 && text[from - 1] == '.') {
        size_t at = from - 1;
        while (at > 0 && (text[at - 1] == ')' || text[at - 1] == ']')) {
            int depth = 0;
            do {
                at--;
                depth += (text[at] == ')' || text[at] == ']') - (text[at] == '(' || text[at] == '[');
            } while (depth > 0 && at > 0);
            if (depth)
                return from;
        }
        while (at > 0 && is_word(text[at - 1]))
            at--;
        if (at == from - 1)
            return from;
        from = at;
    }
    return from;
}

/* The call of `name` in the text, with its arguments when they fit: `box.get(3)`; false: it is not called there. */
static bool find_call(const char *text, const char *name, char *out, size_t size)
{
    enum { LONGEST = 60 };
    size_t n = strlen(name);
    for (const char *at = text; (at = strstr(at, name)) != NULL; at += n) {
        size_t from = (size_t)(at - text), open = from + n;
        if ((from > 0 && is_word(text[from - 1])) || text[open] != '(')
            continue;
        if (from >= 4 && memcmp(text + from - 4, "def ", 4) == 0)
            continue;
        char arguments[200];
        inside_brackets(text + open, arguments, sizeof arguments);
        size_t start = expression_start(text, from), callee = open - start, inner = strlen(arguments);
        bool whole = inner + callee + 2 <= LONGEST && text[open + 1 + inner] == ')' &&
                     memcmp(text + open + 1, arguments, inner) == 0;
        if (callee > LONGEST)
            return false;
        snprintf(out, size, "%.*s(%.60s)", (int)callee, text + start, whole ? arguments : "...");
        return true;
    }
    return false;
}

/* The text of the line that made it; without a file it is looked for where its function stands. */
static bool made_text(VM *vm, Fiber *fiber, Str *filename, uint32_t line, char *out, size_t size)
{
    Str *text = line ? traceback_source(vm, filename ? filename : fiber->base.func->code->filename, line, line) : NULL;
    if (vm_raised(vm))
        vm_take_exception(vm);
    if (text)
        str_c(text, out, size);
    return text != NULL;
}

void vm_hint_unawaited(VM *vm, Fiber *fiber, Str *filename, uint32_t line, char *out, size_t size)
{
    char text[400], name[120], full[120], call[120], number[16];
    str_c(fiber->base.func->name, name, sizeof name);
    str_c(fiber_name(vm, fiber, true), full, sizeof full);
    if (!made_text(vm, fiber, filename, line, text, sizeof text) || !find_call(text, name, call, sizeof call))
        snprintf(call, sizeof call, "%.80s()", name);
    number_text(number, line);
    MESSAGE(out, size, vm->lang, hint_A01, call, number, full);
}

bool hints_task_variable(VM *vm, Fiber *coroutine, char *out, size_t size)
{
    char text[400];
    if (!made_text(vm, coroutine, NULL, coroutine->made_line, text, sizeof text))
        return false;
    const char *from = text + strspn(text, " \t"), *end = from, *call;
    while (is_word(*end) || *end == '.')
        end++;
    call = end + strspn(end, " ");
    if (end == from || *call != '=' || call[1] == '=')
        return false;
    call += 1 + strspn(call + 1, " ");
    size_t n = 0;
    while (is_word(call[n]) || call[n] == '.')
        n++;
    copy_part(out, size, call, n);
    if (call[n] != '(' || (!strstr(out, "create_task") && !strstr(out, "ensure_future")))
        return false;
    copy_part(out, size, from, (size_t)(end - from));
    return true;
}

/* --- finding --------------------------------------------------------------------------------------------------------------- */

static bool begins(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

static void choose(const Scene *scene, const Exception *exc, Hint *hint)
{
    VM *vm = scene->vm;
    const Class *cls = exc->obj.cls;
    const char *m = scene->message;
    if (cls == vm->exc[EXC_RuntimeError]) {
        if (strstr(m, "run() cannot be called from a running event loop") || strcmp(m, "This event loop is already running") == 0)
            run_inside_loop(scene, exc, hint);
        else if (strcmp(m, "no running event loop") == 0)
            HINT(hint, scene, "A04", hint_A04, NULL);
        else if (strcmp(m, "cannot reuse already awaited coroutine") == 0)
            awaited_twice(scene, hint);
        return;
    }
    if (strstr(m, "a coroutine was expected, got ") || strcmp(m, "An asyncio.Future, a coroutine or an awaitable is required") == 0) {
        argument_wrong(scene, hint);
        return;
    }
    if (cls != vm->exc[EXC_TypeError] && cls != vm->exc[EXC_AttributeError])
        return;
    if (begins(m, "object ") && strstr(m, " can't be used in 'await' expression"))
        awaited_wrong(scene, hint);
    else if (begins(m, "unhashable type: 'list'") && strstr(scene->expr, "gather("))
        gathered_wrong(scene, hint);
    else if (begins(m, "'async_generator' object is not iterable"))
        not_iterable(scene, hint);
    else if (strstr(m, "'coroutine'") || strstr(m, "\"coroutine\"") || strstr(m, "coroutine found") ||
             strstr(m, " coroutine object") || strstr(m, "not coroutine") || strstr(m, "got coroutine"))
        coroutine_used(scene, hint);
    else if (strstr(m, "object is not iterable") && begins(scene->whole, "for ") && has_method(scene, scene->expr, "__aiter__"))
        not_iterable(scene, hint);
    else if (strstr(m, "does not support the context manager protocol"))
        no_context(scene, hint);
    else if (begins(m, "'async for' requires an object with __aiter__") ||
             strstr(m, "does not support the asynchronous context manager protocol"))
        needs_no_async(scene, hint);
}

void hints_find(VM *vm, const Exception *exc, Hint *hint)
{
    static const uint8_t hinted[] = { EXC_RuntimeError, EXC_TypeError, EXC_AttributeError, EXC_ValueError };
    bool is_hinted = false;
    memset(hint, 0, sizeof *hint);
    for (size_t i = 0; i < sizeof hinted; i++)
        is_hinted = is_hinted || exc->obj.cls == vm->exc[hinted[i]];
    if (!is_hinted || tuple_length(exc->args) != 1 || !value_is_str(exc->args->items[0]))
        return;
    char message[300];
    str_c(as_str(exc->args->items[0]), message, sizeof message);
    Scene scene = { .message = message };
    if (scene_open(&scene, vm, exc))
        choose(&scene, exc, hint);
    mem_free(scene.text, scene.capacity);
    if (vm_raised(vm)) /* without memory there is no hint */
        vm_take_exception(vm);
}
