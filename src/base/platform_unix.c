/* platform_unix.c - platform.h for Linux, macOS and the BSDs: the one room with system calls (the
 * selectors and sockets of runtime/loop are the other). Keep it dull. */
#include "base/platform.h"

#include "base/mem.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

/* --- clocks ------------------------------------------------------------------------------------ */

static int64_t clock_ns(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now) != 0)
        return 0;
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t platform_now_ns(void)
{
    return clock_ns(CLOCK_MONOTONIC);
}

int64_t platform_wall_ns(void)
{
    return clock_ns(CLOCK_REALTIME);
}

int64_t platform_cpu_ns(void)
{
    return clock_ns(CLOCK_PROCESS_CPUTIME_ID);
}

int64_t platform_thread_cpu_ns(void)
{
    return clock_ns(CLOCK_THREAD_CPUTIME_ID);
}

int platform_sleep_until(int64_t when_ns)
{
    int64_t left = when_ns - platform_now_ns();
    if (left <= 0)
        return 0;
    struct timespec wait = { .tv_sec = (time_t)(left / 1000000000), .tv_nsec = (long)(left % 1000000000) };
    return nanosleep(&wait, NULL) == 0 ? 0 : -errno;
}

static void time_from_tm(const struct tm *tm, PlatformTime *out)
{
    *out = (PlatformTime){ .year = (int64_t)tm->tm_year + 1900, .month = tm->tm_mon + 1, .day = tm->tm_mday,
                           .hour = tm->tm_hour, .minute = tm->tm_min, .second = tm->tm_sec,
                           .weekday = (tm->tm_wday + 6) % 7, .yearday = tm->tm_yday + 1,
                           .is_dst = tm->tm_isdst, .offset_s = tm->tm_gmtoff };
    if (tm->tm_zone)
        snprintf(out->zone, sizeof out->zone, "%.15s", tm->tm_zone);
}

static struct tm time_to_tm(const PlatformTime *time)
{
    struct tm tm = { .tm_year = (int)(time->year - 1900), .tm_mon = time->month - 1, .tm_mday = time->day,
                     .tm_hour = time->hour, .tm_min = time->minute, .tm_sec = time->second,
                     .tm_wday = (time->weekday + 1) % 7, .tm_yday = time->yearday - 1,
                     .tm_isdst = time->is_dst };
    return tm;
}

int platform_local_time(int64_t seconds, PlatformTime *out)
{
    time_t when = (time_t)seconds;
    struct tm tm;
    errno = EOVERFLOW;
    if (when != seconds || !localtime_r(&when, &tm))
        return -errno;
    time_from_tm(&tm, out);
    return 0;
}

int platform_utc_time(int64_t seconds, PlatformTime *out)
{
    time_t when = (time_t)seconds;
    struct tm tm;
    errno = EOVERFLOW;
    if (when != seconds || !gmtime_r(&when, &tm))
        return -errno;
    time_from_tm(&tm, out);
    return 0;
}

int platform_make_time(const PlatformTime *local, int64_t *seconds)
{
    if (local->year < (int64_t)INT_MIN + 2000 || local->year > INT_MAX)
        return -EOVERFLOW;
    struct tm tm = time_to_tm(local);
    tm.tm_wday = -1; /* mktime sets it: so -1 can be told from an error */
    time_t when = mktime(&tm);
    if (when == (time_t)-1 && tm.tm_wday == -1)
        return -EOVERFLOW;
    *seconds = when;
    return 0;
}

size_t platform_format_time(char *buffer, size_t size, const char *format, const PlatformTime *time)
{
    struct tm tm = time_to_tm(time);
    tm.tm_gmtoff = (long)time->offset_s;
    tm.tm_zone = time->zone[0] ? time->zone : NULL;
    return strftime(buffer, size, format, &tm);
}

/* --- descriptors ------------------------------------------------------------------------------- */

int64_t platform_write(int fd, const void *bytes, size_t count)
{
    ssize_t n = write(fd, bytes, count > SSIZE_MAX ? SSIZE_MAX : count);
    return n < 0 ? -errno : n;
}

int platform_write_all(int fd, const void *bytes, size_t count)
{
    const char *from = bytes;
    while (count) {
        int64_t n = platform_write(fd, from, count);
        if (n == -EAGAIN)
            poll(&(struct pollfd){ .fd = fd, .events = POLLOUT }, 1, -1);
        else if (n == 0 || (n < 0 && n != -EINTR))
            return n ? (int)n : -EIO;
        if (n > 0) {
            from += n;
            count -= (size_t)n;
        }
    }
    return 0;
}

int64_t platform_read(int fd, void *bytes, size_t count)
{
    ssize_t n = read(fd, bytes, count > SSIZE_MAX ? SSIZE_MAX : count);
    return n < 0 ? -errno : n;
}

int platform_open(const char *path, int flags, unsigned mode)
{
    int how = O_CLOEXEC;
    how |= (flags & (PLATFORM_READ | PLATFORM_WRITE)) == (PLATFORM_READ | PLATFORM_WRITE) ? O_RDWR
           : flags & PLATFORM_WRITE                                                      ? O_WRONLY
                                                                                         : O_RDONLY;
    how |= flags & PLATFORM_CREATE ? O_CREAT : 0;
    how |= flags & PLATFORM_EXCLUSIVE ? O_EXCL : 0;
    how |= flags & PLATFORM_TRUNCATE ? O_TRUNC : 0;
    how |= flags & PLATFORM_APPEND ? O_APPEND : 0;
    int fd = open(path, how, (mode_t)mode);
    return fd < 0 ? -errno : fd;
}

int platform_close(int fd)
{
    return close(fd) == 0 || errno == EINTR ? 0 : -errno;
}

int64_t platform_seek(int fd, int64_t offset, int whence)
{
    static const int whences[] = { SEEK_SET, SEEK_CUR, SEEK_END };
    off_t at = lseek(fd, (off_t)offset, whences[whence]);
    return at < 0 ? -errno : at;
}

int platform_truncate(int fd, int64_t size)
{
    return ftruncate(fd, (off_t)size) == 0 ? 0 : -errno;
}

int platform_sync(int fd)
{
    return fsync(fd) == 0 ? 0 : -errno;
}

bool platform_is_terminal(int fd)
{
    return isatty(fd) == 1;
}

int platform_terminal_size(int fd, int *columns, int *lines)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0)
        return -errno;
    *columns = size.ws_col;
    *lines = size.ws_row;
    return 0;
}

_Static_assert(sizeof(struct termios) <= PLATFORM_TERMINAL_BYTES, "the terminal's settings fit");

int platform_terminal_raw(int fd, void *saved)
{
    struct termios settings;
    if (tcgetattr(fd, &settings) != 0)
        return -errno;
    memcpy(saved, &settings, sizeof settings);
    settings.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
    settings.c_iflag &= ~(tcflag_t)(ICRNL | IXON);
    settings.c_cc[VMIN] = 1;
    settings.c_cc[VTIME] = 0;
    return tcsetattr(fd, TCSADRAIN, &settings) == 0 ? 0 : -errno;
}

int platform_terminal_restore(int fd, const void *saved)
{
    struct termios settings;
    memcpy(&settings, saved, sizeof settings);
    return tcsetattr(fd, TCSADRAIN, &settings) == 0 ? 0 : -errno;
}

int platform_dup(int fd)
{
    enum { OUT_OF_THE_WAY = 64 }; /* the numbers of a program's own descriptors do not depend on it */
    int copy = fcntl(fd, F_DUPFD_CLOEXEC, OUT_OF_THE_WAY);
    if (copy < 0 && errno == EINVAL) /* fewer are allowed */
        copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    return copy < 0 ? -errno : copy;
}

int platform_dup_onto(int fd, int onto)
{
    return dup2(fd, onto) < 0 ? -errno : 0;
}

int platform_redirect(int fd, const char *path)
{
    int file = platform_open(path, PLATFORM_WRITE, 0);
    if (file < 0)
        return file;
    int result = dup2(file, fd) < 0 ? -errno : 0;
    close(file);
    return result;
}

int platform_pipe(int fds[2])
{
    if (pipe(fds) != 0)
        return -errno;
    fcntl(fds[0], F_SETFD, FD_CLOEXEC);
    fcntl(fds[1], F_SETFD, FD_CLOEXEC);
    return 0;
}

int platform_poll(int fd, int events, int64_t timeout_ns)
{
    struct pollfd one = { .fd = fd, .events = (short)((events & PLATFORM_READ ? POLLIN : 0) |
                                                      (events & PLATFORM_WRITE ? POLLOUT : 0)) };
    int64_t ms = timeout_ns < 0 ? -1 : (timeout_ns + 999999) / 1000000;
    int n = poll(&one, 1, ms > INT_MAX ? INT_MAX : (int)ms);
    return n < 0 ? -errno : n > 0;
}

/* mask: which signals are let through meanwhile; NULL: those that are anyhow. */
static int poll_all(PlatformPoll *items, size_t count, int64_t timeout_ns, const sigset_t *mask)
{
    enum { MANY = 1024 }; /* descriptors; of more, those behind are looked at each 20 ms */
    struct pollfd fds[MANY];
    int64_t ms = timeout_ns < 0 ? -1 : (timeout_ns + 999999) / 1000000;
    if (count > MANY) {
        count = MANY;
        ms = ms < 0 || ms > 20 ? 20 : ms;
    }
    for (size_t i = 0; i < count; i++)
        fds[i] = (struct pollfd){ .fd = items[i].fd, .events = (short)((items[i].reading ? POLLIN : 0) |
                                                                       (items[i].writing ? POLLOUT : 0)) };
#ifdef __APPLE__ /* has no ppoll: a signal that comes just now is seen after the next key */
    int n = poll(fds, (nfds_t)count, ms > INT_MAX ? INT_MAX : (int)ms);
#else
    struct timespec time = { .tv_sec = (time_t)(ms / 1000), .tv_nsec = (long)(ms % 1000) * 1000000 };
    int n = ppoll(fds, (nfds_t)count, ms < 0 ? NULL : &time, mask);
#endif
    for (size_t i = 0; i < count; i++)
        items[i].ready = n > 0 && fds[i].revents != 0;
    return n < 0 ? -errno : n;
}

int platform_poll_all(PlatformPoll *items, size_t count, int64_t timeout_ns)
{
    return poll_all(items, count, timeout_ns, NULL);
}

int64_t platform_read_line(char *buffer, size_t size)
{
    size_t count = 0;
    while (count < size) {
        int64_t n = platform_read(0, buffer + count, 1);
        if (n < 0)
            return n;
        if (n == 0)
            break;
        if (buffer[count++] == '\n')
            break;
    }
    return (int64_t)count;
}

int platform_random_bytes(void *out, size_t count)
{
    uint8_t *bytes = out;
    while (count > 0) {
        size_t part = count > 256 ? 256 : count;
        if (getentropy(bytes, part) != 0)
            return -errno;
        bytes += part;
        count -= part;
    }
    return 0;
}

char *platform_open_source(const char *path, size_t *length, size_t *capacity, int *error)
{
    int fd = platform_open(path, PLATFORM_READ, 0);
    if (fd < 0) {
        *error = -fd;
        return NULL;
    }
    struct stat st;
    size_t size = fstat(fd, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size + 1 : 4096;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode)) {
        close(fd);
        *error = EISDIR;
        return NULL;
    }
    size_t count = 0;
    char *text = mem_alloc(size);
    while (text) {
        if (count + 1 >= size) {
            char *more = mem_realloc(text, size, size * 2);
            if (!more)
                break;
            text = more;
            size *= 2;
        }
        int64_t n = platform_read(fd, text + count, size - count - 1);
        if (n == -EINTR)
            continue;
        if (n < 0) {
            *error = (int)-n;
            mem_free(text, size);
            close(fd);
            return NULL;
        }
        if (n == 0) {
            text[count] = '\0';
            *length = count;
            *capacity = size;
            close(fd);
            return text;
        }
        count += (size_t)n;
    }
    mem_free(text, text ? size : 0);
    close(fd);
    *error = ENOMEM;
    return NULL;
}

/* --- files ------------------------------------------------------------------------------------- */

static void stat_from(const struct stat *st, PlatformStat *out)
{
    *out = (PlatformStat){ .mode = st->st_mode, .inode = st->st_ino, .device = st->st_dev,
                           .links = st->st_nlink, .uid = st->st_uid, .gid = st->st_gid, .size = st->st_size,
                           .blocks = st->st_blocks, .block_size = st->st_blksize,
                           .is_file = S_ISREG(st->st_mode), .is_dir = S_ISDIR(st->st_mode),
                           .is_link = S_ISLNK(st->st_mode) };
#ifdef __APPLE__
    const struct timespec *at = &st->st_atimespec, *mt = &st->st_mtimespec, *ct = &st->st_ctimespec;
#else
    const struct timespec *at = &st->st_atim, *mt = &st->st_mtim, *ct = &st->st_ctim;
#endif
    out->atime_ns = (int64_t)at->tv_sec * 1000000000 + at->tv_nsec;
    out->mtime_ns = (int64_t)mt->tv_sec * 1000000000 + mt->tv_nsec;
    out->ctime_ns = (int64_t)ct->tv_sec * 1000000000 + ct->tv_nsec;
}

int platform_stat(const char *path, bool follow, PlatformStat *out)
{
    struct stat st;
    if ((follow ? stat(path, &st) : lstat(path, &st)) != 0)
        return -errno;
    stat_from(&st, out);
    return 0;
}

int platform_fstat(int fd, PlatformStat *out)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return -errno;
    stat_from(&st, out);
    return 0;
}

int platform_access(const char *path, int mode)
{
    return access(path, mode) == 0 ? 0 : -errno;
}

int platform_list_dir(const char *path, bool (*fn)(void *ctx, const char *name, char kind), void *ctx)
{
    DIR *dir = opendir(path);
    if (!dir)
        return -errno;
    int result = 0;
    for (;;) {
        errno = 0;
        struct dirent *entry = readdir(dir);
        if (!entry) {
            result = -errno;
            break;
        }
        const char *name = entry->d_name;
        if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
            continue;
        char kind = entry->d_type == DT_REG   ? 'f'
                    : entry->d_type == DT_DIR ? 'd'
                    : entry->d_type == DT_LNK ? 'l'
                                              : '?';
        if (!fn(ctx, name, kind))
            break;
    }
    closedir(dir);
    return result;
}

int platform_get_cwd(char *buffer, size_t size)
{
    return getcwd(buffer, size) ? 0 : -errno;
}

int platform_chdir(const char *path)
{
    return chdir(path) == 0 ? 0 : -errno;
}

int platform_mkdir(const char *path, unsigned mode)
{
    return mkdir(path, (mode_t)mode) == 0 ? 0 : -errno;
}

int platform_rmdir(const char *path)
{
    return rmdir(path) == 0 ? 0 : -errno;
}

int platform_unlink(const char *path)
{
    return unlink(path) == 0 ? 0 : -errno;
}

int platform_rename(const char *from, const char *to)
{
    return rename(from, to) == 0 ? 0 : -errno;
}

int platform_link(const char *from, const char *to)
{
    return link(from, to) == 0 ? 0 : -errno;
}

int platform_symlink(const char *from, const char *to)
{
    return symlink(from, to) == 0 ? 0 : -errno;
}

int platform_chmod(const char *path, unsigned mode)
{
    return chmod(path, (mode_t)mode) == 0 ? 0 : -errno;
}

int64_t platform_read_link(const char *path, char *buffer, size_t size)
{
    ssize_t n = readlink(path, buffer, size);
    return n < 0 ? -errno : n;
}

int platform_real_path(const char *path, char *buffer, size_t size)
{
    char found[PATH_MAX];
    if (!realpath(path, found))
        return -errno;
    if (strlen(found) >= size)
        return -ENAMETOOLONG;
    memcpy(buffer, found, strlen(found) + 1);
    return 0;
}

static struct timespec timespec_of(int64_t ns)
{
    int64_t seconds = ns / 1000000000, rest = ns % 1000000000;
    if (rest < 0) {
        seconds--;
        rest += 1000000000;
    }
    return (struct timespec){ .tv_sec = (time_t)seconds, .tv_nsec = (long)rest };
}

int platform_utime(const char *path, int64_t atime_ns, int64_t mtime_ns)
{
    struct timespec times[2] = { timespec_of(atime_ns), timespec_of(mtime_ns) };
    return utimensat(AT_FDCWD, path, times, 0) == 0 ? 0 : -errno;
}

/* --- process ----------------------------------------------------------------------------------- */

char **platform_environment(void)
{
    return environ;
}

const char *platform_getenv(const char *name)
{
    return getenv(name);
}

int platform_setenv(const char *name, const char *value)
{
    return (value ? setenv(name, value, 1) : unsetenv(name)) == 0 ? 0 : -errno;
}

int platform_pid(void)
{
    return getpid();
}

int platform_parent_pid(void)
{
    return getppid();
}

unsigned platform_uid(void)
{
    return getuid();
}

unsigned platform_cpu_count(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? (unsigned)n : 1;
}

size_t platform_stack_bytes(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return SIZE_MAX;
    return (size_t)limit.rlim_cur;
}

size_t platform_peak_rss_bytes(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
#ifdef __APPLE__
    return (size_t)usage.ru_maxrss;
#else
    return (size_t)usage.ru_maxrss * 1024;
#endif
}

const char *platform_strerror(int error_number)
{
    return strerror(error_number);
}

const char *platform_user_home(void)
{
    const char *home = getenv("HOME");
    if (home && *home)
        return home;
    struct passwd *entry = getpwuid(getuid());
    return entry ? entry->pw_dir : NULL;
}

int platform_executable(char *buffer, size_t size)
{
    ssize_t n = readlink("/proc/self/exe", buffer, size - 1);
    if (n < 0)
        return -errno;
    buffer[n] = '\0';
    return 0;
}

int platform_names(PlatformNames *out)
{
    struct utsname names;
    if (uname(&names) != 0)
        return -errno;
    snprintf(out->system, sizeof out->system, "%.65s", names.sysname);
    snprintf(out->node, sizeof out->node, "%.65s", names.nodename);
    snprintf(out->release, sizeof out->release, "%.65s", names.release);
    snprintf(out->version, sizeof out->version, "%.129s", names.version);
    snprintf(out->machine, sizeof out->machine, "%.65s", names.machine);
    return 0;
}

int platform_system(const char *command)
{
    int status = system(command);
    return status < 0 ? -errno : status;
}

void platform_exit(int status)
{
    _exit(status);
}

int platform_kill(int pid, int signal_number)
{
    return kill((pid_t)pid, signal_number) == 0 ? 0 : -errno;
}

/* --- signals ----------------------------------------------------------------------------------- */

/* A signal handler gets no argument to find a VM by, so what it writes to is the process's: the one
 * exception to "no global variables". Everything in it is lock-free. */
static struct {
    volatile uint32_t *attention;
    uint32_t bit;
    volatile int wakeup_fd;
    volatile uint64_t noted; /* one bit a signal */
    volatile uint64_t held;  /* those platform_take_signal passes over */
} signals = { .wakeup_fd = -1 };

static void signal_arrived(int number)
{
    int kept = errno;
    uint64_t bit = 1ULL << number, before = __atomic_fetch_or(&signals.noted, bit, __ATOMIC_SEQ_CST);
    if (before & bit)
        __atomic_fetch_and(&signals.held, ~bit, __ATOMIC_SEQ_CST);
    if (signals.attention)
        __atomic_fetch_or(signals.attention, signals.bit, __ATOMIC_SEQ_CST);
    int fd = signals.wakeup_fd;
    if (fd >= 0) {
        uint8_t byte = (uint8_t)number;
        ssize_t n = write(fd, &byte, 1);
        (void)n; /* a full pipe wakes as well */
    }
    errno = kept;
}

int platform_signal_set(int number, int how)
{
    struct sigaction action = { .sa_handler = how == PLATFORM_SIGNAL_CATCH    ? signal_arrived
                                              : how == PLATFORM_SIGNAL_IGNORE ? SIG_IGN
                                                                              : SIG_DFL };
    if (number < 1 || number > 63)
        return -EINVAL;
    sigemptyset(&action.sa_mask); /* no SA_RESTART: a blocked read must come back to see Ctrl-C */
    return sigaction(number, &action, NULL) == 0 ? 0 : -errno;
}

void platform_signals_setup(volatile uint32_t *attention, uint32_t bit)
{
    struct sigaction old;
    signals.attention = attention;
    signals.bit = bit;
    platform_signal_set(SIGPIPE, PLATFORM_SIGNAL_IGNORE);
    if (sigaction(SIGINT, NULL, &old) == 0 && old.sa_handler != SIG_IGN) /* `cmd &` ignores it */
        platform_signal_set(SIGINT, PLATFORM_SIGNAL_CATCH);
}

void platform_set_wakeup_fd(int fd)
{
    signals.wakeup_fd = fd;
}

int platform_wakeup_fd(void)
{
    return signals.wakeup_fd;
}

int platform_take_signal(void)
{
    uint64_t noted = __atomic_load_n(&signals.noted, __ATOMIC_SEQ_CST) &
                     ~__atomic_load_n(&signals.held, __ATOMIC_SEQ_CST);
    if (noted == 0)
        return 0;
    int number = __builtin_ctzll(noted);
    __atomic_fetch_and(&signals.noted, ~(1ULL << number), __ATOMIC_SEQ_CST);
    return number;
}

void platform_signal_hold(int number)
{
    __atomic_store_n(&signals.held, number > 0 ? 1ULL << number : 0, __ATOMIC_SEQ_CST);
}

bool platform_take_held(void)
{
    uint64_t held = __atomic_load_n(&signals.held, __ATOMIC_SEQ_CST);
    return (__atomic_fetch_and(&signals.noted, ~held, __ATOMIC_SEQ_CST) & held) != 0;
}

bool platform_signal_pending(int number)
{
    return (__atomic_load_n(&signals.noted, __ATOMIC_SEQ_CST) >> number) & 1;
}

void platform_discard(void *start, size_t bytes)
{
#ifdef MADV_DONTNEED
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), from = ((uintptr_t)start + page - 1) & ~(page - 1);
    uintptr_t to = ((uintptr_t)start + bytes) & ~(page - 1);
    if (from < to)
        madvise((void *)from, to - from, MADV_DONTNEED);
#endif
}

bool platform_interrupted(void)
{
    return platform_signal_pending(SIGINT);
}

void platform_drop_interrupt(void)
{
    __atomic_fetch_and(&signals.noted, ~(1ULL << SIGINT), __ATOMIC_SEQ_CST);
}

const char *platform_signal_name(int number)
{
    switch (number) {
#define NAME_OF(name) case name: return #name;
        NAME_OF(SIGHUP) NAME_OF(SIGINT) NAME_OF(SIGQUIT) NAME_OF(SIGILL) NAME_OF(SIGTRAP) NAME_OF(SIGABRT)
        NAME_OF(SIGBUS) NAME_OF(SIGFPE) NAME_OF(SIGKILL) NAME_OF(SIGUSR1) NAME_OF(SIGSEGV) NAME_OF(SIGUSR2)
        NAME_OF(SIGPIPE) NAME_OF(SIGALRM) NAME_OF(SIGTERM) NAME_OF(SIGCHLD) NAME_OF(SIGCONT) NAME_OF(SIGSTOP)
        NAME_OF(SIGTSTP) NAME_OF(SIGTTIN) NAME_OF(SIGTTOU) NAME_OF(SIGURG) NAME_OF(SIGXCPU) NAME_OF(SIGXFSZ)
        NAME_OF(SIGVTALRM) NAME_OF(SIGPROF) NAME_OF(SIGWINCH) NAME_OF(SIGIO) NAME_OF(SIGSYS)
#undef NAME_OF
    default: return NULL;
    }
}

int platform_poll_or_signal(PlatformPoll *items, size_t count, int64_t timeout_ns)
{
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    int n = __atomic_load_n(&signals.noted, __ATOMIC_SEQ_CST) ? -EINTR : poll_all(items, count, timeout_ns, &before);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return n;
}

void platform_interrupt_after(int64_t ns)
{
    static timer_t timer; /* like the signal table: one a process */
    static bool made;
    if (!made) {
        struct sigevent event = { .sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGINT };
        if (ns == 0 || timer_create(CLOCK_MONOTONIC, &event, &timer) != 0)
            return;
        made = true;
    }
    struct itimerspec when = { .it_value = { ns / 1000000000, ns % 1000000000 } };
    timer_settime(timer, 0, &when, NULL);
}

void platform_die_of_signal(int number)
{
    signal(number, SIG_DFL);
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(number);
}

/* --- shared libraries -------------------------------------------------------------------------- */

void *platform_load_library(const char *name)
{
    return dlopen(name, RTLD_NOW | RTLD_LOCAL);
}

void (*platform_find_symbol(void *library, const char *name))(void)
{
    void *found = dlsym(library, name);
    void (*function)(void);
    memcpy(&function, &found, sizeof function); /* ISO C has no cast from data to function */
    return function;
}
