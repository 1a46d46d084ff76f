/* message.c - the catalogue of sentences: see message.h. */
#include "base/message.h"

#include "base/platform.h"

#include <string.h>

static const struct {
    const char *id, *text[LANG_COUNT];
} messages[MSG_COUNT] = {
#define MSG(id, en, zh) { #id, { en, zh } },
#include "base/messages.def"
#undef MSG
};

/* Does a locale's name ask for Chinese that the terminal can show? */
static bool locale_is_chinese(const char *name)
{
    return strncmp(name, "zh", 2) == 0 &&
           (strstr(name, "UTF-8") || strstr(name, "utf8") || strstr(name, "utf-8") || strstr(name, "UTF8"));
}

bool lang_choose(const char *option, Lang *lang)
{
    static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    *lang = LANG_EN;
    const char *own = platform_getenv("MINIASYNC_LANG");
    if (!option && own && *own) {
        *lang = strncmp(own, "zh", 2) == 0 ? LANG_ZH : LANG_EN;
        return true;
    }
    if (option) {
        if (strcmp(option, "zh") == 0)
            *lang = LANG_ZH;
        return strcmp(option, "zh") == 0 || strcmp(option, "en") == 0;
    }
    for (size_t i = 0; i < 3; i++) {
        const char *value = platform_getenv(variables[i]);
        if (value && *value) { /* the first that is set decides */
            *lang = locale_is_chinese(value) ? LANG_ZH : LANG_EN;
            break;
        }
    }
    return true;
}

const char *message_id(Message message)
{
    return messages[message].id;
}

const char *message_text(Message message, Lang lang)
{
    return messages[message].text[lang];
}

size_t message_format(char *out, size_t size, Lang lang, Message message, int count, const char *const *args)
{
    size_t used = 0;
    for (const char *p = messages[message].text[lang]; *p; p++) {
        const char *piece = p;
        size_t length = 1;
        if (p[0] == '{' && p[1] >= '1' && p[1] <= '9' && p[2] == '}') {
            int index = p[1] - '1';
            piece = index < count && args[index] ? args[index] : "";
            length = strlen(piece);
            p += 2;
        }
        if (length > size - 1 - used)
            length = size - 1 - used;
        memcpy(out + used, piece, length);
        used += length;
    }
    if (used == size - 1) { /* perhaps cut: not in the middle of a code point */
        while (used > 0 && ((unsigned char)out[used - 1] & 0xC0) == 0x80)
            used--;
        if (used > 0 && (unsigned char)out[used - 1] >= 0xC0)
            used--;
    }
    out[used] = 0;
    return used;
}
