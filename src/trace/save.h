/* save.h - writing to files and descriptors through a buffer. */
#ifndef TRACE_SAVE_H
#define TRACE_SAVE_H

#include "trace/recording.h"

typedef struct FileSink {
    int fd;
    bool failed;
    size_t used;
    char bytes[60000];
} FileSink;

FileSink *file_sink_new(int fd); /* NULL: out of memory */
Sink file_sink(FileSink *file);
void file_sink_flush(FileSink *file);
void file_sink_free(FileSink *file); /* flushes; the descriptor stays open */

/* Makes the file by one of recording_write, html_write, chrome_write ... false: said why on stderr. */
bool save_to(const char *path, const Recording *recording, bool (*writer)(const Recording *, Sink *));
bool save_recording(const char *path, const Recording *recording);
/* The whole file; NULL: said why. `command` for the message. */
char *read_whole(const char *command, const char *path, size_t *length, size_t *capacity);

#endif
