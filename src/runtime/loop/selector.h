/* selector.h - waiting for descriptors: a table of functions, one file each. The loop tells it which
 * descriptors matter; wait() sleeps at most timeout_ns and reports what is active. A selector must
 * also sleep when it has no descriptor at all: that is how the loop waits for its timers. */
#ifndef RUNTIME_LOOP_SELECTOR_H
#define RUNTIME_LOOP_SELECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SELECT_READ = 1, SELECT_WRITE = 2 };
enum { SELECT_SIGNAL = 2 }; /* the bit of *attention that says: a signal came (ATTENTION_SIGNAL) */

typedef struct Selector Selector;
typedef struct SelectorOps {
    const char *name;
    Selector *(*create)(void);                       /* NULL: out of memory or descriptors           */
    void (*destroy)(Selector *selector);
    /* From now on fd is watched for `events` (0: no more). 0 or -errno. */
    int (*watch)(Selector *selector, int fd, int events);
    /* Waits until something is active, the time is over (-1: no limit) or a signal came. A signal that
     * came before, seen in *attention, ends the wait as well: it cannot be lost in between. Calls
     * active() for each. 0 or -errno (-EINTR: a signal). */
    int (*wait)(Selector *selector, int64_t timeout_ns, const volatile uint32_t *attention,
                void (*active)(void *context, int fd, int events), void *context);
} SelectorOps;

extern const SelectorOps selector_poll, selector_epoll, selector_none;
const SelectorOps *selector_default(void);           /* the best one of this machine                  */

#endif
