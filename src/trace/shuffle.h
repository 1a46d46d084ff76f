/* shuffle.h - does the output of a program depend on the order in which its tasks run? */
#ifndef TRACE_SHUFFLE_H
#define TRACE_SHUFFLE_H

#include "base/message.h"
#include "trace/run.h"

/* Runs the program once in the usual order and with the seeds 1 .. runs, groups the runs by output and exit, tells
 * of each group and where it parts from the first. 0: all are alike; 1: they differ. */
int shuffle_run(const TraceRun *program, uint32_t runs, Lang lang, Sink *out);

#endif
