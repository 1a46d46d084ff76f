/* save.c - writing to files and descriptors through a buffer. */
#include "trace/save.h"

#include "base/platform.h"
#include "trace/options.h"

#include <string.h>

void file_sink_flush(FileSink *file)
{
    if (!file->failed)
        file->failed = platform_write_all(file->fd, file->bytes, file->used) < 0;
    file->used = 0;
}

static void write_file(void *context, const char *bytes, size_t count)
{
    FileSink *file = context;
    while (count > 0) {
        size_t room = sizeof file->bytes - file->used, n = count < room ? count : room;
        memcpy(file->bytes + file->used, bytes, n);
        file->used += n;
        bytes += n;
        count -= n;
        if (file->used == sizeof file->bytes)
            file_sink_flush(file);
    }
}

FileSink *file_sink_new(int fd)
{
    FileSink *file = mem_alloc(sizeof *file);
    if (file) {
        file->fd = fd;
        file->failed = false;
        file->used = 0;
    }
    return file;
}

Sink file_sink(FileSink *file)
{
    return (Sink){ write_file, file, false };
}

void file_sink_free(FileSink *file)
{
    if (!file)
        return;
    file_sink_flush(file);
    mem_free(file, sizeof *file);
}

bool save_to(const char *path, const Recording *recording, bool (*writer)(const Recording *, Sink *))
{
    int fd = platform_open(path, PLATFORM_WRITE | PLATFORM_CREATE | PLATFORM_TRUNCATE, 0666);
    FileSink *file = fd >= 0 ? file_sink_new(fd) : NULL;
    if (!file) {
        trace_complain("miniasync trace: cannot write '%s': %s\n", path, platform_strerror(fd < 0 ? -fd : 12));
        if (fd >= 0)
            platform_close(fd);
        return false;
    }
    Sink out = file_sink(file);
    bool fine = writer(recording, &out);
    file_sink_flush(file);
    fine = fine && !file->failed;
    file_sink_free(file);
    fine = platform_close(fd) >= 0 && fine;
    if (!fine)
        trace_complain("miniasync trace: '%s' could not be written\n", path);
    return fine;
}

static bool write_recording(const Recording *recording, Sink *out)
{
    recording_write(recording, out);
    return true;
}

bool save_recording(const char *path, const Recording *recording)
{
    return save_to(path, recording, write_recording);
}

char *read_whole(const char *command, const char *path, size_t *length, size_t *capacity)
{
    int error = 0;
    char *text = platform_open_source(path, length, capacity, &error);
    if (!text)
        trace_complain("miniasync %s: cannot open '%s': %s\n", command, path, platform_strerror(error));
    return text;
}
