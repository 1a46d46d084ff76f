/* selector_poll.c - waiting with poll(2): the reference, and the one for loops that watch nothing. */
#include "runtime/loop/selector.h"

#include "base/mem.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

struct Selector {
    struct pollfd *fds;
    size_t count, capacity;
};

static Selector *poll_create(void)
{
    return mem_alloc_zero(sizeof(Selector));
}

static void poll_destroy(Selector *s)
{
    mem_free(s->fds, s->capacity * sizeof *s->fds);
    mem_free(s, sizeof *s);
}

static int poll_watch(Selector *s, int fd, int events)
{
    size_t i = 0;
    while (i < s->count && s->fds[i].fd != fd)
        i++;
    if (events == 0) {
        if (i < s->count)
            s->fds[i] = s->fds[--s->count];
        return 0;
    }
    if (i == s->capacity) {
        size_t wanted = s->capacity ? s->capacity * 2 : START(8);
        struct pollfd *more = mem_realloc(s->fds, s->capacity * sizeof *more, wanted * sizeof *more);
        if (!more)
            return -ENOMEM;
        s->fds = more;
        s->capacity = wanted;
    }
    if (i == s->count)
        s->count++;
    s->fds[i] = (struct pollfd){ .fd = fd };
    if (events & SELECT_READ)
        s->fds[i].events |= POLLIN;
    if (events & SELECT_WRITE)
        s->fds[i].events |= POLLOUT;
    return 0;
}

static int poll_wait(Selector *s, int64_t timeout_ns, const volatile uint32_t *attention,
                     void (*active)(void *context, int fd, int events), void *context)
{
    struct timespec limit = { timeout_ns / 1000000000, timeout_ns % 1000000000 };
    int n;
    if (timeout_ns == 0) {
        n = poll(s->fds, (nfds_t)s->count, 0);
    } else {
        sigset_t all, before; /* signals wait outside between the look at *attention and the sleep */
        sigfillset(&all);
        sigprocmask(SIG_SETMASK, &all, &before);
        if (*attention & SELECT_SIGNAL) {
            errno = EINTR;
            n = -1;
        } else {
            n = ppoll(s->fds, (nfds_t)s->count, timeout_ns < 0 ? NULL : &limit, &before);
        }
        int error = errno;
        sigprocmask(SIG_SETMASK, &before, NULL);
        errno = error;
    }
    if (n < 0)
        return -errno;
    for (size_t i = s->count; n > 0 && i-- > 0;) { /* backwards: active() may end a watch */
        struct pollfd *p = &s->fds[i];
        if (!p->revents)
            continue;
        n--;
        int events = 0;
        if (p->revents & ~POLLOUT)
            events |= SELECT_READ;
        if (p->revents & ~POLLIN)
            events |= SELECT_WRITE;
        active(context, p->fd, events);
    }
    return 0;
}

const SelectorOps selector_poll = { "poll", poll_create, poll_destroy, poll_watch, poll_wait };
