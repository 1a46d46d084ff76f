/* platform.h - everything miniasync asks of the operating system, and nothing else does:
 * clocks, descriptors, files, signals, shared libraries. A browser build writes another
 * platform_*.c. Functions that can fail answer -errno (or set *error), never a text. Nothing here
 * knows a Value. The only state of the process is the signal table of platform_unix.c. */
#ifndef BASE_PLATFORM_H
#define BASE_PLATFORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* --- clocks ------------------------------------------------------------------------------------ */

int64_t platform_now_ns(void);      /* monotonic */
int64_t platform_wall_ns(void);     /* since 1970, UTC */
int64_t platform_cpu_ns(void);      /* CPU time of the process */
int64_t platform_thread_cpu_ns(void);
/* Sleeps until the monotonic clock shows when_ns. 0, or -EINTR when a signal came first. */
int platform_sleep_until(int64_t when_ns);

typedef struct {                    /* struct tm with full years and its zone */
    int64_t year;
    int month, day, hour, minute, second, weekday, yearday, is_dst; /* month 1.., weekday 0 = Monday */
    int64_t offset_s;               /* east of UTC */
    char zone[16];
} PlatformTime;
int platform_local_time(int64_t seconds, PlatformTime *out);
int platform_utc_time(int64_t seconds, PlatformTime *out);
int platform_make_time(const PlatformTime *local, int64_t *seconds);
size_t platform_format_time(char *buffer, size_t size, const char *format, const PlatformTime *time);

/* --- descriptors ------------------------------------------------------------------------------- */

/* Bytes moved, or -errno (-EINTR included: look at the signals and call again). */
int64_t platform_write(int fd, const void *bytes, size_t count);
int platform_write_all(int fd, const void *bytes, size_t count); /* goes on after EINTR, waits after EAGAIN; 0 or -errno */
int64_t platform_read(int fd, void *bytes, size_t count);
enum { PLATFORM_READ = 1, PLATFORM_WRITE = 2, PLATFORM_CREATE = 4, PLATFORM_EXCLUSIVE = 8,
       PLATFORM_TRUNCATE = 16, PLATFORM_APPEND = 32 };
int platform_open(const char *path, int flags, unsigned mode); /* a descriptor (close-on-exec) */
int platform_close(int fd);
int64_t platform_seek(int fd, int64_t offset, int whence);     /* whence 0, 1, 2 */
int platform_truncate(int fd, int64_t size);
int platform_sync(int fd);
bool platform_is_terminal(int fd);
int platform_terminal_size(int fd, int *columns, int *lines);
/* A terminal whose keys come at once, without echo and without signals; `saved` (PLATFORM_TERMINAL_BYTES) is what
 * platform_terminal_restore wants. 0 or -errno. */
enum { PLATFORM_TERMINAL_BYTES = 128 };
int platform_terminal_raw(int fd, void *saved);
int platform_terminal_restore(int fd, const void *saved);
int platform_dup(int fd);
int platform_dup_onto(int fd, int onto); /* `onto` becomes the same as fd; 0 or -errno */
int platform_redirect(int fd, const char *path); /* what is written to fd goes to the file; 0 or -errno */
int platform_pipe(int fds[2]);
/* Waits until fd can be read or written (PLATFORM_READ/WRITE): 1, 0 after the time (-1: none), -errno. */
int platform_poll(int fd, int events, int64_t timeout_ns);

/* The same for several at once: `ready` says what can be done. How many can, 0 after the time, -errno. */
typedef struct {
    int fd;
    bool reading, writing;
    bool ready;
} PlatformPoll;
int platform_poll_all(PlatformPoll *items, size_t count, int64_t timeout_ns);
/* The same, but does not wait (-EINTR) if a signal was noted and not yet taken. */
int platform_poll_or_signal(PlatformPoll *items, size_t count, int64_t timeout_ns);

/* A line of standard input without readline: bytes up to and with "\n" into buffer. Bytes, 0 at the
 * end, -errno. */
int64_t platform_read_line(char *buffer, size_t size);

int platform_random_bytes(void *out, size_t count);            /* 0 or -errno */

/* The whole file into a fresh block of `*capacity` bytes (mem_free it), a 0 behind its `*length` bytes.
 * NULL: *error is an errno. */
char *platform_open_source(const char *path, size_t *length, size_t *capacity, int *error);

/* --- files ------------------------------------------------------------------------------------- */

typedef struct {
    uint64_t mode, inode, device, links, uid, gid;
    int64_t size, atime_ns, mtime_ns, ctime_ns;
    int64_t blocks, block_size;
    bool is_file, is_dir, is_link;
} PlatformStat;
int platform_stat(const char *path, bool follow, PlatformStat *out);
int platform_fstat(int fd, PlatformStat *out);
int platform_access(const char *path, int mode); /* 0, or -errno */
/* Calls fn for each name but . and ..; stops when it answers false. kind: 'f', 'd', 'l' or '?'. */
int platform_list_dir(const char *path, bool (*fn)(void *ctx, const char *name, char kind), void *ctx);
int platform_get_cwd(char *buffer, size_t size);
int platform_chdir(const char *path);
int platform_mkdir(const char *path, unsigned mode);
int platform_rmdir(const char *path);
int platform_unlink(const char *path);
int platform_rename(const char *from, const char *to);
int platform_link(const char *from, const char *to);
int platform_symlink(const char *from, const char *to);
int platform_chmod(const char *path, unsigned mode);
int64_t platform_read_link(const char *path, char *buffer, size_t size);
int platform_real_path(const char *path, char *buffer, size_t size);
int platform_utime(const char *path, int64_t atime_ns, int64_t mtime_ns);

/* --- process ----------------------------------------------------------------------------------- */

char **platform_environment(void);
const char *platform_getenv(const char *name);
int platform_setenv(const char *name, const char *value); /* value NULL: removes it */
int platform_pid(void);
int platform_parent_pid(void);
unsigned platform_uid(void);
unsigned platform_cpu_count(void);
size_t platform_stack_bytes(void);      /* limit of the C stack; SIZE_MAX: none */
size_t platform_peak_rss_bytes(void);
const char *platform_strerror(int error_number);
const char *platform_user_home(void);   /* HOME, else the password file; NULL: nobody knows */
int platform_executable(char *buffer, size_t size);
typedef struct {
    char system[66], node[66], release[66], version[130], machine[66];
} PlatformNames;
int platform_names(PlatformNames *out);
int platform_system(const char *command); /* status as wait() gives it, or -errno */
void platform_exit(int status) __attribute__((noreturn)); /* at once, nothing is flushed */
int platform_kill(int pid, int signal_number);

/* --- signals ----------------------------------------------------------------------------------- */

/* From now on a caught signal is noted, `bit` is or-ed into *attention, and one byte is written to the
 * wake-up descriptor if there is one. SIGPIPE is ignored and SIGINT caught from the start. */
void platform_signals_setup(volatile uint32_t *attention, uint32_t bit);
void platform_set_wakeup_fd(int fd);    /* -1: none */
int platform_wakeup_fd(void);
enum { PLATFORM_SIGNAL_DEFAULT, PLATFORM_SIGNAL_IGNORE, PLATFORM_SIGNAL_CATCH };
int platform_signal_set(int number, int how);
int platform_take_signal(void);         /* a noted signal, taken; 0: none */
/* Keeps this signal from platform_take_signal until platform_take_held has taken it (0: holds none). One that comes
 * while another of it is still held is let through: who presses Ctrl-C twice means it. */
void platform_signal_hold(int number);
bool platform_take_held(void);          /* was the held signal noted? */
bool platform_signal_pending(int number); /* noted and not yet taken? */
/* What lies in these bytes is needed no more: the system may take the pages that are wholly among them. */
void platform_discard(void *start, size_t bytes);
bool platform_interrupted(void);        /* a Ctrl-C is noted */
void platform_drop_interrupt(void);     /* ... and forgotten */
const char *platform_signal_name(int number); /* "SIGINT", or NULL */
/* One more SIGINT after that time, as if the user had pressed Ctrl-C again; 0 takes it back. */
void platform_interrupt_after(int64_t ns);
void platform_die_of_signal(int number); /* restores the default handler and raises it */

/* --- shared libraries -------------------------------------------------------------------------- */

void *platform_load_library(const char *name);              /* NULL: not there */
void (*platform_find_symbol(void *library, const char *name))(void); /* NULL: not there */

#endif
