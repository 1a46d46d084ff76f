/* mention.c - looks through the import statements of a program, and of the modules that lie beside it: see mention.h. A
 * word in a comment counts as well: nothing is lost but a little speed. */
#include "runtime/mention.h"

#include "base/mem.h"
#include "base/platform.h"

#include <stdio.h>
#include <string.h>

enum { MOST_MODULES = 64, NAME_BYTES = 200, PATH_BYTES = 4200 };

typedef struct Look {
    char folder[PATH_BYTES];                /* of the program, with its slash, or nothing                          */
    char names[MOST_MODULES][NAME_BYTES];   /* of modules, as paths without an ending; not looked at from `next` on  */
    size_t count, next;
} Look;

static void note(Look *look, const char *name, size_t length)
{
    char path[NAME_BYTES];
    if (length == 0 || length >= sizeof path || look->count == MOST_MODULES)
        return;
    for (size_t i = 0; i < length; i++)
        path[i] = name[i] == '.' ? '/' : name[i];
    path[length] = 0;
    for (size_t i = 0; i < look->count; i++)
        if (strcmp(look->names[i], path) == 0)
            return;
    memcpy(look->names[look->count++], path, length + 1);
}

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t' || *p == '\f'))
        p++;
    return p;
}

static const char *skip_name(const char *p, const char *end)
{
    while (p < end && !strchr(" \t\r\n\f,;#\\()'\"", *p))
        p++;
    return p;
}

/* `p` stands behind a word: is it the statement's, with a blank after it? */
static const char *after_word(const char *p, const char *end, const char *word)
{
    size_t length = strlen(word);
    bool is = (size_t)(end - p) > length && memcmp(p, word, length) == 0 && (p[length] == ' ' || p[length] == '\t');
    return is ? skip_blanks(p + length, end) : NULL;
}

/* `import a, b.c as d` and `from a.b import c`: c may be a module, too. */
static void note_line(Look *look, const char *p, const char *end)
{
    const char *names = after_word(p, end, "import"), *from = names ? NULL : after_word(p, end, "from");
    const char *package = NULL;
    size_t package_length = 0;
    if (from) {
        while (from < end && *from == '.')
            from++;
        package = from;
        const char *stop = skip_name(from, end);
        package_length = (size_t)(stop - package);
        note(look, package, package_length);
        names = after_word(skip_blanks(stop, end), end, "import");
    }
    while (names && names < end) {
        names += *names == '(';
        names = skip_blanks(names, end);
        const char *stop = skip_name(names, end);
        char whole[NAME_BYTES];
        int length = package_length ? snprintf(whole, sizeof whole, "%.*s.%.*s", (int)package_length, package,
                                               (int)(stop - names), names)
                                    : snprintf(whole, sizeof whole, "%.*s", (int)(stop - names), names);
        if (stop > names && length > 0)
            note(look, whole, (size_t)length < sizeof whole ? (size_t)length : 0);
        while (stop < end && *stop != ',')
            stop++;
        names = stop < end ? stop + 1 : NULL;
    }
}

static bool look_at(Look *look, const char *text, size_t length)
{
    if (memmem(text, length, "breakpoint", 10))
        return true;
    for (const char *p = text, *end = text + length; p < end;) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        if (!stop)
            stop = end;
        note_line(look, skip_blanks(p, stop), stop);
        p = stop + 1;
    }
    return false;
}

/* The module's file, if it lies beside the program. */
static bool look_at_module(Look *look, const char *name)
{
    static const char *const endings[] = { "/__init__.ma", "/__init__.py", ".ma", ".py" };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        char path[PATH_BYTES + NAME_BYTES + 20];
        PlatformStat st;
        snprintf(path, sizeof path, "%s%s%s", look->folder, name, endings[i]);
        if (platform_stat(path, true, &st) != 0 || !st.is_file)
            continue;
        size_t length, capacity;
        int error;
        char *text = platform_open_source(path, &length, &capacity, &error);
        bool found = text && look_at(look, text, length);
        if (text)
            mem_free(text, capacity);
        return found;
    }
    return false;
}

bool mention_of_breakpoint(const char *text, size_t length, const char *filename)
{
    Look *look = mem_alloc_zero(sizeof *look);
    if (!look)
        return false;
    const char *slash = strrchr(filename, '/');
    size_t folder = slash ? (size_t)(slash - filename) + 1 : 0;
    bool found = false;
    if (folder < sizeof look->folder) {
        memcpy(look->folder, filename, folder);
        found = look_at(look, text, length);
        while (!found && look->next < look->count)
            found = look_at_module(look, look->names[look->next++]);
    }
    mem_free(look, sizeof *look);
    return found;
}
