/* selector_none.c - no descriptors, no sleep: for the virtual clock, for tests, and where a host drives the
 * loop by turns (loop_turn) and does the waiting itself. */
#include "runtime/loop/selector.h"

#include <errno.h>

static Selector *none_create(void)
{
    static char something; /* never looked at: only its address is needed */
    return (Selector *)(void *)&something;
}

static void none_destroy(Selector *selector)
{
}

static int none_watch(Selector *selector, int fd, int events)
{
    return -ENOSYS;
}

static int none_wait(Selector *selector, int64_t timeout_ns, const volatile uint32_t *attention,
                     void (*active)(void *context, int fd, int events), void *context)
{
    return 0;
}

const SelectorOps selector_none = { "none", none_create, none_destroy, none_watch, none_wait };
