/* selector_epoll.c - waiting with Linux's epoll(7): the cost of a wait does not grow with the number
 * of idle descriptors. The sleep itself is a ppoll of the epoll descriptor: nanoseconds, and no
 * signal is lost. */
#include "runtime/loop/selector.h"

#include "base/mem.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

struct Selector {
    int epoll;
    size_t count;       /* descriptors watched */
    uint8_t *watched;   /* events by descriptor */
    size_t capacity;
};

static Selector *epoll_make(void)
{
    Selector *s = mem_alloc_zero(sizeof *s);
    if (!s)
        return NULL;
    s->epoll = -1; /* made when the first descriptor comes */
    return s;
}

static void epoll_destroy(Selector *s)
{
    if (s->epoll >= 0)
        close(s->epoll);
    mem_free(s->watched, s->capacity);
    mem_free(s, sizeof *s);
}

static int epoll_watch(Selector *s, int fd, int events)
{
    if (fd < 0)
        return -EBADF;
    if ((size_t)fd >= s->capacity) {
        if (events == 0)
            return 0;
        size_t wanted = (size_t)fd + START(64);
        uint8_t *more = mem_realloc(s->watched, s->capacity, wanted);
        if (!more)
            return -ENOMEM;
        for (size_t i = s->capacity; i < wanted; i++)
            more[i] = 0;
        s->watched = more;
        s->capacity = wanted;
    }
    if (s->epoll < 0 && (s->epoll = epoll_create1(EPOLL_CLOEXEC)) < 0)
        return -errno;
    int before = s->watched[fd];
    struct epoll_event event = { .data.fd = fd };
    if (events & SELECT_READ)
        event.events |= EPOLLIN;
    if (events & SELECT_WRITE)
        event.events |= EPOLLOUT;
    if (events == before)
        return 0;
    int op = events == 0 ? EPOLL_CTL_DEL : before ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
    int result = epoll_ctl(s->epoll, op, fd, &event);
    if (result < 0 && op == EPOLL_CTL_MOD && errno == ENOENT) /* closed and opened again meanwhile */
        result = epoll_ctl(s->epoll, EPOLL_CTL_ADD, fd, &event);
    if (result < 0 && op != EPOLL_CTL_DEL)
        return -errno;
    s->count += (events != 0) - (before != 0);
    s->watched[fd] = (uint8_t)events;
    return 0;
}

static int epoll_sleep(Selector *s, int64_t timeout_ns, const volatile uint32_t *attention)
{
    struct pollfd self = { .fd = s->epoll, .events = POLLIN };
    struct timespec limit = { timeout_ns / 1000000000, timeout_ns % 1000000000 };
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, &before);
    int n = 0, error = EINTR;
    if (*attention & SELECT_SIGNAL) {
        n = -1;
    } else {
        n = ppoll(&self, s->epoll >= 0, timeout_ns < 0 ? NULL : &limit, &before);
        error = errno;
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return n < 0 ? -error : n;
}

static int epoll_wait_for(Selector *s, int64_t timeout_ns, const volatile uint32_t *attention,
                          void (*active)(void *context, int fd, int events), void *context)
{
    if (timeout_ns != 0) {
        int n = epoll_sleep(s, timeout_ns, attention);
        if (n <= 0)
            return n;
    }
    if (s->epoll < 0)
        return 0;
    struct epoll_event events[64];
    int n = epoll_wait(s->epoll, events, 64, 0);
    if (n < 0)
        return -errno;
    for (int i = 0; i < n; i++) {
        int what = 0;
        if (events[i].events & ~(uint32_t)EPOLLOUT)
            what |= SELECT_READ;
        if (events[i].events & ~(uint32_t)EPOLLIN)
            what |= SELECT_WRITE;
        active(context, events[i].data.fd, what);
    }
    return 0;
}

const SelectorOps selector_epoll = { "epoll", epoll_make, epoll_destroy, epoll_watch, epoll_wait_for };

const SelectorOps *selector_default(void)
{
    return &selector_epoll;
}
