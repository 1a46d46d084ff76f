/* check.h - `replay --check`: does the program of a recording still do what was recorded? */
#ifndef TRACE_CHECK_H
#define TRACE_CHECK_H

#include "base/message.h"
#include "trace/recording.h"

/* Runs the program that is inside again, with the recorded answers. 0: the same events; 1: they differ (the first
 * one is told on stdout). */
int check_recording(const Recording *recording, Lang lang);

#endif
