/* chrome.h - a recording as Chrome Trace Event JSON, for Perfetto and chrome://tracing. */
#ifndef TRACE_CHROME_H
#define TRACE_CHROME_H

#include "trace/recording.h"

bool chrome_write(const Recording *recording, Sink *out); /* false: out of memory */

#endif
