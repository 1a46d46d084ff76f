/* runtime.h - what the runtime keeps beside the VM: classes and objects that C code must find again, the
 * command line, the standard streams. Reached through vm->runtime; made by the first who asks. */
#ifndef RUNTIME_RUNTIME_H
#define RUNTIME_RUNTIME_H

#include "vm/vm.h"

/* Classes and objects C code wants to find again: RUNTIME(vm, DEQUE_ITER). All are roots. */
enum {
    KEEP_FILE_STDOUT, KEEP_FILE_STDERR, KEEP_FILE_STDIN, /* the original streams */
    KEEP_IO_BASE, KEEP_TEXT_BASE, KEEP_TEXT_FILE, KEEP_BUFFERED_READER, KEEP_BUFFERED_WRITER,
    KEEP_BUFFERED_RANDOM, KEEP_STRING_IO, KEEP_BYTES_IO, KEEP_UNSUPPORTED,
    KEEP_ARGV, KEEP_SYS_PATH, KEEP_SCRIPT_DIR, KEEP_WARN_FILTERS, KEEP_WARN_REGISTRY, KEEP_VERSION_INFO_CLASS,
    KEEP_FLOAT_INFO_CLASS, KEEP_STRUCT_TIME, KEEP_STAT_RESULT, KEEP_FRAME_CLASS, KEEP_SIGNAL_HANDLERS,
    KEEP_DEQUE, KEEP_DEQUE_ITER, KEEP_DEFAULTDICT, KEEP_PARTIAL, KEEP_JSON_ERROR, KEEP_RANDOM,
    KEEP_RANDOM_SHARED, KEEP_GROUPER, KEEP_TEE, KEEP_TEE_DATA, KEEP_REQUESTS, KEEP_TRANSFER, KEEP_DIR_ENTRY, KEEP_OS_ENVIRON,
    KEEP_ITEMGETTER, KEEP_ATTRGETTER, KEEP_METHODCALLER, KEEP_SIMPLE_NAMESPACE,
    KEEP_CONTEXT, KEEP_CONTEXT_VAR, KEEP_CONTEXT_TOKEN, KEEP_CONTEXT_MISSING,
    KEEP_ATEXIT, KEEP_GC_DISABLED,
    KEEP_COUNT
};
enum { BLOB_FILE, BLOB_DEQUE, BLOB_RANDOM, BLOB_CURL, BLOB_TRANSFER, BLOB_COUNT };

typedef struct Runtime {
    Value keep[KEEP_COUNT];
    uint32_t blob_types[BLOB_COUNT]; /* numbers of heap_add_blob_type, plus 1; 0: not yet registered */
    int argc;                 /* sys.argv, set by main.c before the script starts                         */
    char **argv;
    const char *executable;   /* as it was called                                                        */
    bool unbuffered;          /* -u                                                                      */
    int64_t slow_ns;          /* --slow: a handle that runs longer has blocked the loop; 0: nobody looks         */
    bool shuffled;            /* --shuffle, set before the script starts                                   */
    uint64_t shuffle;         /* its seed                                                                */
    bool warnings_error, warnings_ignore, warnings_always; /* -W error, -W ignore, -W always/default     */
    /* Texts of modules from elsewhere than the disk (a recording): NULL: no such file. Unset: the disk. */
    const char *(*find_source)(void *context, const char *path, size_t *length);
    void *find_context;
    void *clock;              /* runtime/loop: struct Clock, or NULL for the real one                     */
    int64_t clock_origin_ns;  /* runtime/loop: real clock: when the first loop started, or 0                  */
    bool seeded;              /* trace: random and os.urandom begin with `seed`                               */
    uint64_t seed, seed_step;
    List *print_parts;        /* observed: what the print() that runs has written: one event; or NULL         */
    int print_fd;
    /* The prompt: what is written to descriptor 1 or 2 goes here instead (NULL: to the descriptor), and the value of
     * an expression is shown by it (false: as usual, or raised). */
    void (*output_hook)(void *context, VM *vm, int fd, const char *bytes, size_t count);
    bool (*display_hook)(void *context, VM *vm, Value value);
    void *prompt;             /* the context of both                                                     */
    void *loop_state;         /* runtime/loop                                                            */
} Runtime;

Runtime *runtime_of(VM *vm);  /* never NULL: without memory at the start the process ends with a message */
void runtime_free(VM *vm);
#define KEEP(vm, name) (runtime_of(vm)->keep[KEEP_##name])

/* A fresh Blob of `cls` with `data` (its C memory of the blob type registered under `slot`). */
Value runtime_blob(VM *vm, Class *cls, int slot, void *data);
/* The items of a deque, `room` at most; how many it has (0: it is none). */
size_t runtime_deque_items(VM *vm, Value v, Value *out, size_t room);

#endif
