/* history.c - the history file: $XDG_STATE_HOME/miniasync/history, with timestamps, so that blocks come back as
 * blocks. Each input is appended when it is made: two sessions at once keep each other's lines. */
#include "repl/editor_internal.h"

#include <stdio.h>
#include <readline/history.h>
#include <time.h>

enum { HISTORY_MAX = 10000 };

static bool make_folder(char *path)
{
    PlatformStat st;
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        bool there = platform_stat(path, true, &st) == 0 || platform_mkdir(path, 0700) == 0;
        *slash = '/';
        if (!there)
            return false;
    }
    return true;
}

static bool find_path(char *path, size_t size)
{
    const char *set = platform_getenv("MINIASYNC_HISTORY"), *state = platform_getenv("XDG_STATE_HOME"),
               *home = platform_user_home();
    int n;
    if (set)
        n = snprintf(path, size, "%s", set);
    else if (state && *state == '/')
        n = snprintf(path, size, "%s/miniasync/history", state);
    else if (home && *home)
        n = snprintf(path, size, "%s/.local/state/miniasync/history", home);
    else
        return false;
    return n > 0 && (size_t)n < size && (set || make_folder(path));
}

void history_load(Editor *editor)
{
    char *path = editor->history_path;
    history_comment_char = '#';
    history_write_timestamps = 1;
    history_multiline_entries = 1;
    using_history();
    if (!find_path(path, sizeof editor->history_path)) {
        path[0] = 0;
        return;
    }
    int fd = platform_open(path, PLATFORM_WRITE | PLATFORM_CREATE | PLATFORM_APPEND, 0600);
    if (fd < 0) {
        path[0] = 0;
        return;
    }
    platform_close(fd);
    read_history(path);
    if (history_length > HISTORY_MAX) {
        history_truncate_file(path, HISTORY_MAX);
        stifle_history(HISTORY_MAX);
        unstifle_history();
    }
}

void history_keep(Editor *editor, const char *text)
{
    HIST_ENTRY *last = history_length > 0 ? history_get(history_base + history_length - 1) : NULL;
    if (!*text || *text == ' ' || *text == '\t' || (last && strcmp(last->line, text) == 0))
        return;
    char stamp[32];
    snprintf(stamp, sizeof stamp, "#%lld", (long long)(platform_wall_ns() / 1000000000));
    add_history(text);
    add_history_time(stamp);
    if (editor->history_path[0])
        append_history(1, editor->history_path);
}
