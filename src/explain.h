/* explain.h - `miniasync explain CODE` and `miniasync fix FILE`: what hints send their reader to. */
#ifndef MINIASYNC_EXPLAIN_H
#define MINIASYNC_EXPLAIN_H

#include <stdbool.h>

/* The arguments from the command's own name on; the exit status. */
int explain_main(int argc, char **argv);
int fix_main(int argc, char **argv);

#endif
