/* html.h - a recording as one page that needs nothing else: docs/page.md. */
#ifndef TRACE_HTML_H
#define TRACE_HTML_H

#include "trace/recording.h"

bool html_write(const Recording *recording, Sink *out); /* false: out of memory */

/* build/page.c, made by tools/embed_page.awk out of src/trace/page/. */
extern const char page_html[], page_css[], page_script[];

#endif
