/* message.h - every sentence a learner reads, in English and Simplified Chinese. One table, messages.def:
 *     MSG( id, "English with {1} and {2}", "中文 {1} {2}" )
 * A row without one of the two does not compile. {n} is the nth argument; tests/unit/test_message.c checks that
 * both sides use the same ones - but {9}, the sentence's subject, which one language may need and the other
 * not - and that the words are those of the glossary (docs/trace.md). */
#ifndef MINIASYNC_BASE_MESSAGE_H
#define MINIASYNC_BASE_MESSAGE_H

#include "base/sink.h"

typedef enum Lang { LANG_EN, LANG_ZH, LANG_COUNT } Lang;

typedef enum Message {
#define MSG(id, en, zh) MSG_##id,
#include "base/messages.def"
#undef MSG
    MSG_COUNT
} Message;

/* --lang, else MINIASYNC_LANG, else LC_ALL, LC_MESSAGES, LANG: zh* with UTF-8 is Chinese, all else English.
 * `option` may be NULL; false: it is neither en nor zh. */
bool lang_choose(const char *option, Lang *lang);

const char *message_id(Message message);               /* "why_time" */
const char *message_text(Message message, Lang lang);  /* the pattern */
/* The sentence with its arguments put in (UTF-8 texts, count of them). Bytes written, without the 0; what does not
 * fit is cut at a code point. */
size_t message_format(char *out, size_t size, Lang lang, Message message, int count, const char *const *args);
#define MESSAGE(out, size, lang, message, ...)                                                            \
    message_format((out), (size), (lang), MSG_##message,                                                  \
                   (int)(sizeof((const char *[]){ __VA_ARGS__ }) / sizeof(const char *)),                 \
                   (const char *[]){ __VA_ARGS__ })

#endif
