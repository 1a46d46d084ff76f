/* utf8.c - code points: encoding, decoding, width on a terminal, what may stand in a name. */
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

int utf8_encode(uint32_t point, char out[4])
{
    if (point < 0x80) {
        out[0] = (char)point;
        return 1;
    }
    if (point < 0x800) {
        out[0] = (char)(0xC0 | point >> 6);
        out[1] = (char)(0x80 | (point & 0x3F));
        return 2;
    }
    if (point < 0x10000) {
        out[0] = (char)(0xE0 | point >> 12);
        out[1] = (char)(0x80 | (point >> 6 & 0x3F));
        out[2] = (char)(0x80 | (point & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | point >> 18);
    out[1] = (char)(0x80 | (point >> 12 & 0x3F));
    out[2] = (char)(0x80 | (point >> 6 & 0x3F));
    out[3] = (char)(0x80 | (point & 0x3F));
    return 4;
}

int utf8_decode(const char *bytes, size_t length, uint32_t *point)
{
    const unsigned char *b = (const unsigned char *)bytes;
    if (!length)
        return 0;
    if (b[0] < 0x80) {
        *point = b[0];
        return 1;
    }
    int count = b[0] >= 0xF0 ? 4 : b[0] >= 0xE0 ? 3 : 2;
    if (b[0] < 0xC2 || b[0] > 0xF4 || length < (size_t)count)
        return 0;
    uint32_t value = b[0] & (0x7Fu >> count);
    for (int i = 1; i < count; i++) {
        if ((b[i] & 0xC0) != 0x80)
            return 0;
        value = value << 6 | (b[i] & 0x3Fu);
    }
    static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
    if (value < least[count] || value > 0x10FFFF)
        return 0;
    *point = value;
    return count;
}

size_t utf8_find_invalid(const char *bytes, size_t length)
{
    size_t i = 0;
    while (i < length) {
        uint64_t eight;
        if (i + 8 <= length) {
            memcpy(&eight, bytes + i, 8);
            if (!(eight & 0x8080808080808080u)) {
                i += 8;
                continue;
            }
        }
        uint32_t point;
        int count = utf8_decode(bytes + i, length - i, &point);
        if (!count || (point >= 0xD800 && point < 0xE000))
            return i;
        i += (size_t)count;
    }
    return length;
}

size_t utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

int utf8_width(uint32_t point)
{
    if (point < 0x80)
        return 1;
    int width = utf8proc_charwidth((utf8proc_int32_t)point);
    return width < 0 ? 0 : width;
}

size_t utf8_text_width(const char *bytes, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length;) {
        uint32_t point;
        int count = utf8_decode(bytes + i, length - i, &point);
        width += count ? (size_t)utf8_width(point) : 1;
        i += count ? (size_t)count : 1;
    }
    return width;
}

bool utf8_is_name_start(uint32_t point)
{
    if (point < 0x80)
        return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z') || point == '_';
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        /* letters whose compatibility form begins with a blank or is no letter (UAX 31) */
        return !(point == 0x37A || (point >= 0xFC5E && point <= 0xFC63) || point == 0xFDFA ||
                 point == 0xFDFB || point == 0xFE70 || point == 0xFE72 || point == 0xFE74 ||
                 point == 0xFE76 || point == 0xFE78 || point == 0xFE7A || point == 0xFE7C ||
                 point == 0xFE7E || point == 0xE33 || point == 0xEB3 || point == 0xFF9E ||
                 point == 0xFF9F || point == 0x2E2F);
    case UTF8PROC_CATEGORY_LM:
        return point != 0x37A && point != 0x2E2F && point != 0xFF9E && point != 0xFF9F;
    default: /* Other_ID_Start */
        return point == 0x1885 || point == 0x1886 || point == 0x2118 || point == 0x212E;
    }
}

bool utf8_is_name_part(uint32_t point)
{
    if (point < 0x80)
        return utf8_is_name_start(point) || (point >= '0' && point <= '9');
    if (utf8_is_name_start(point))
        return true;
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default: /* Other_ID_Continue, and what is a part but no start */
        return point == 0xB7 || point == 0x387 || (point >= 0x1369 && point <= 0x1371) ||
               point == 0x19DA || point == 0xE33 || point == 0xEB3 || point == 0xFF9E ||
               point == 0xFF9F;
    }
}

bool utf8_is_printable(uint32_t point)
{
    if (point < 0x80)
        return point >= 0x20 && point < 0x7F;
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_ZS: return false;
    default: return true;
    }
}

char *utf8_nfkc(Arena *arena, const char *bytes, size_t length, size_t *result_length)
{
    const utf8proc_uint8_t *text = (const utf8proc_uint8_t *)bytes;
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    if (length > PTRDIFF_MAX / 256)
        return NULL;
    utf8proc_ssize_t points =
        utf8proc_decompose(text, (utf8proc_ssize_t)length, NULL, 0, options);
    if (points < 0)
        return NULL;
    utf8proc_int32_t *buffer = arena_alloc(arena, ((size_t)points + 1) * sizeof *buffer);
    if (!buffer)
        return NULL;
    points = utf8proc_decompose(text, (utf8proc_ssize_t)length, buffer, points, options);
    if (points < 0)
        return NULL;
    utf8proc_ssize_t count = utf8proc_reencode(buffer, points, options);
    if (count < 0)
        return NULL;
    *result_length = (size_t)count;
    return (char *)buffer;
}
