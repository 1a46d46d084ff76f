/* unicode.c - properties of code points and full case mapping.
 * utf8proc knows categories, simple mappings and full case folding; full upper case is derived from
 * the folding (the fold of sharp s is "ss", so its upper case is "SS"). The few properties it does
 * not have (digits that are no decimals, numeric ideographs, Other_Lowercase, Other_Uppercase) are
 * ranges here. */
#include "runtime/types/unicode.h"
#include <stddef.h>
#include <utf8proc.h>

typedef struct {
    uint32_t first, last;
} Range;

static const Range digits[] = {
    { 0xb2, 0xb3 }, { 0xb9, 0xb9 }, { 0x1369, 0x1371 }, { 0x19da, 0x19da }, { 0x2070, 0x2070 },
    { 0x2074, 0x2079 }, { 0x2080, 0x2089 }, { 0x2460, 0x2468 }, { 0x2474, 0x247c },
    { 0x2488, 0x2490 }, { 0x24ea, 0x24ea }, { 0x24f5, 0x24fd }, { 0x24ff, 0x24ff },
    { 0x2776, 0x277e }, { 0x2780, 0x2788 }, { 0x278a, 0x2792 }, { 0x10a40, 0x10a43 },
    { 0x10e60, 0x10e68 }, { 0x11052, 0x1105a }, { 0x1f100, 0x1f10a },
};
static const Range numerals[] = {
    { 0x3405, 0x3405 }, { 0x3483, 0x3483 }, { 0x382a, 0x382a }, { 0x3b4d, 0x3b4d },
    { 0x4e00, 0x4e00 }, { 0x4e03, 0x4e03 }, { 0x4e07, 0x4e07 }, { 0x4e09, 0x4e09 },
    { 0x4e24, 0x4e24 }, { 0x4e5d, 0x4e5d }, { 0x4e8c, 0x4e8c }, { 0x4e94, 0x4e94 },
    { 0x4e96, 0x4e96 }, { 0x4eac, 0x4eac }, { 0x4ebf, 0x4ec0 }, { 0x4edf, 0x4edf },
    { 0x4ee8, 0x4ee8 }, { 0x4f0d, 0x4f0d }, { 0x4f70, 0x4f70 }, { 0x4fe9, 0x4fe9 },
    { 0x5006, 0x5006 }, { 0x5104, 0x5104 }, { 0x5146, 0x5146 }, { 0x5169, 0x5169 },
    { 0x516b, 0x516b }, { 0x516d, 0x516d }, { 0x5341, 0x5341 }, { 0x5343, 0x5345 },
    { 0x534c, 0x534c }, { 0x53c1, 0x53c4 }, { 0x56db, 0x56db }, { 0x58f1, 0x58f1 },
    { 0x58f9, 0x58f9 }, { 0x5e7a, 0x5e7a }, { 0x5efe, 0x5eff }, { 0x5f0c, 0x5f0e },
    { 0x5f10, 0x5f10 }, { 0x62d0, 0x62d0 }, { 0x62fe, 0x62fe }, { 0x634c, 0x634c },
    { 0x67d2, 0x67d2 }, { 0x6d1e, 0x6d1e }, { 0x6f06, 0x6f06 }, { 0x7396, 0x7396 },
    { 0x767e, 0x767e }, { 0x7695, 0x7695 }, { 0x79ed, 0x79ed }, { 0x8086, 0x8086 },
    { 0x842c, 0x842c }, { 0x8cae, 0x8cae }, { 0x8cb3, 0x8cb3 }, { 0x8d30, 0x8d30 },
    { 0x920e, 0x920e }, { 0x94a9, 0x94a9 }, { 0x9621, 0x9621 }, { 0x9646, 0x9646 },
    { 0x964c, 0x964c }, { 0x9678, 0x9678 }, { 0x96f6, 0x96f6 }, { 0xf96b, 0xf96b },
    { 0xf973, 0xf973 }, { 0xf978, 0xf978 }, { 0xf9b2, 0xf9b2 }, { 0xf9d1, 0xf9d1 },
    { 0xf9d3, 0xf9d3 }, { 0xf9fd, 0xf9fd }, { 0x20001, 0x20001 }, { 0x20064, 0x20064 },
    { 0x200e2, 0x200e2 }, { 0x20121, 0x20121 }, { 0x2092a, 0x2092a }, { 0x20983, 0x20983 },
    { 0x2098c, 0x2098c }, { 0x2099c, 0x2099c }, { 0x20aea, 0x20aea }, { 0x20afd, 0x20afd },
    { 0x20b19, 0x20b19 }, { 0x22390, 0x22390 }, { 0x22998, 0x22998 }, { 0x23b1b, 0x23b1b },
    { 0x2626d, 0x2626d }, { 0x2f890, 0x2f890 },
};
static const Range other_lower[] = {
    { 0xaa, 0xaa }, { 0xba, 0xba }, { 0x2b0, 0x2b8 }, { 0x2c0, 0x2c1 }, { 0x2e0, 0x2e4 },
    { 0x345, 0x345 }, { 0x37a, 0x37a }, { 0x10fc, 0x10fc }, { 0x1d2c, 0x1d6a },
    { 0x1d78, 0x1d78 }, { 0x1d9b, 0x1dbf }, { 0x2071, 0x2071 }, { 0x207f, 0x207f },
    { 0x2090, 0x209c }, { 0x2170, 0x217f }, { 0x24d0, 0x24e9 }, { 0x2c7c, 0x2c7d },
    { 0xa69c, 0xa69d }, { 0xa770, 0xa770 }, { 0xa7f2, 0xa7f4 }, { 0xa7f8, 0xa7f9 },
    { 0xab5c, 0xab5f }, { 0xab69, 0xab69 }, { 0x10780, 0x10780 }, { 0x10783, 0x10785 },
    { 0x10787, 0x107b0 }, { 0x107b2, 0x107ba }, { 0x1e030, 0x1e06d },
};
static const Range other_upper[] = {
    { 0x2160, 0x216f }, { 0x24b6, 0x24cf }, { 0x1f130, 0x1f149 }, { 0x1f150, 0x1f169 },
    { 0x1f170, 0x1f189 },
};

#define IN_RANGES(c, table) in_ranges((c), (table), sizeof(table) / sizeof *(table))

static bool in_ranges(uint32_t c, const Range *table, size_t count)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > table[middle].last)
            low = middle + 1;
        else if (c < table[middle].first)
            high = middle;
        else
            return true;
    }
    return false;
}

static utf8proc_category_t category(uint32_t c)
{
    return utf8proc_category((utf8proc_int32_t)c);
}

bool unicode_is_alpha(uint32_t c)
{
    if (c < 128)
        return (c | 32) >= 'a' && (c | 32) <= 'z';
    utf8proc_category_t cat = category(c);
    return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_LO;
}

bool unicode_is_decimal(uint32_t c)
{
    if (c < 128)
        return c >= '0' && c <= '9';
    return category(c) == UTF8PROC_CATEGORY_ND;
}

bool unicode_is_digit(uint32_t c)
{
    return unicode_is_decimal(c) || (c >= 128 && IN_RANGES(c, digits));
}

bool unicode_is_numeric(uint32_t c)
{
    if (c < 128)
        return c >= '0' && c <= '9';
    utf8proc_category_t cat = category(c);
    return (cat >= UTF8PROC_CATEGORY_ND && cat <= UTF8PROC_CATEGORY_NO) || IN_RANGES(c, numerals);
}

bool unicode_is_space(uint32_t c)
{
    if (c < 128)
        return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

bool unicode_is_printable(uint32_t c)
{
    if (c < 128)
        return c >= 32 && c < 127;
    switch (category(c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return false;
    default: return true;
    }
}

bool unicode_is_upper(uint32_t c)
{
    if (c < 128)
        return c >= 'A' && c <= 'Z';
    return category(c) == UTF8PROC_CATEGORY_LU || IN_RANGES(c, other_upper);
}

bool unicode_is_lower(uint32_t c)
{
    if (c < 128)
        return c >= 'a' && c <= 'z';
    return category(c) == UTF8PROC_CATEGORY_LL || IN_RANGES(c, other_lower);
}

bool unicode_is_title(uint32_t c)
{
    return c >= 128 && category(c) == UTF8PROC_CATEGORY_LT;
}

bool unicode_is_cased(uint32_t c)
{
    return unicode_is_upper(c) || unicode_is_lower(c) || unicode_is_title(c);
}

bool unicode_is_case_ignorable(uint32_t c)
{
    switch (c) {
    case '\'':
    case '.':
    case ':':
    case '^':
    case '`':
    case 0xb7:
    case 0x2018:
    case 0x2019:
    case 0x2024:
    case 0x2027: return true;
    default: break;
    }
    switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK: return true;
    default: return false;
    }
}

bool unicode_is_id_start(uint32_t c)
{
    if (c < 128)
        return c == '_' || ((c | 32) >= 'a' && (c | 32) <= 'z');
    switch (c) { /* what changes under NFKC so that it would no longer be an identifier */
    case 0x37a:
    case 0xe33:
    case 0xeb3:
    case 0x2e2f:
    case 0xff9e:
    case 0xff9f: return false;
    case 0x1885:
    case 0x1886:
    case 0x2118:
    case 0x212e: return true;
    default: break;
    }
    if ((c >= 0xfc5e && c <= 0xfc63) || c == 0xfdfa || c == 0xfdfb ||
        (c >= 0xfe70 && c <= 0xfe7e && c % 2 == 0))
        return false;
    utf8proc_category_t cat = category(c);
    return (cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_LO) ||
           cat == UTF8PROC_CATEGORY_NL;
}

bool unicode_is_id_continue(uint32_t c)
{
    if (c < 128)
        return c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    if (c == 0xb7 || c == 0x387 || (c >= 0x1369 && c <= 0x1371) || c == 0x19da || c == 0x30fb ||
        c == 0x200c || c == 0x200d || c == 0xff65 || c == 0xe33 || c == 0xeb3 || c == 0xff9e ||
        c == 0xff9f)
        return true;
    switch (category(c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC: return true;
    default: return unicode_is_id_start(c);
    }
}

int unicode_decimal_value(uint32_t c)
{
    if (c < 128)
        return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    if (!unicode_is_decimal(c))
        return -1;
    uint32_t first = c; /* decimals come in runs of ten (or fifty: the mathematical ones) */
    while (unicode_is_decimal(first - 1))
        first--;
    return (int)((c - first) % 10);
}

int unicode_fold(uint32_t c, uint32_t out[3])
{
    if (c < 128) {
        out[0] = c >= 'A' && c <= 'Z' ? c + 32 : c;
        return 1;
    }
    utf8proc_int32_t folded[8];
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)c, folded, 8,
                                                     UTF8PROC_CASEFOLD, &boundary);
    if (count < 1 || count > 3) {
        out[0] = c;
        return 1;
    }
    for (utf8proc_ssize_t i = 0; i < count; i++)
        out[i] = (uint32_t)folded[i];
    return (int)count;
}

int unicode_to_upper(uint32_t c, uint32_t out[3])
{
    if (c < 128) {
        out[0] = c >= 'a' && c <= 'z' ? c - 32 : c;
        return 1;
    }
    int count = category(c) == UTF8PROC_CATEGORY_LU ? 1 : unicode_fold(c, out);
    if (count == 1) {
        out[0] = (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
        return 1;
    }
    for (int i = 0; i < count; i++)
        out[i] = (uint32_t)utf8proc_toupper((utf8proc_int32_t)out[i]);
    return count;
}

int unicode_to_lower(uint32_t c, uint32_t out[3])
{
    if ((c >= 0x80 && c <= 0xff) || (c >= 0x2e80 && c < 0xa640)) { /* Latin-1, ideographs, kana */
        out[0] = c >= 0xc0 && c <= 0xde && c != 0xd7 ? c + 32 : c;
        return 1;
    }
    if (c == 0x130) {
        out[0] = 'i';
        out[1] = 0x307;
        return 2;
    }
    out[0] = c >= 128 ? (uint32_t)utf8proc_tolower((utf8proc_int32_t)c)
             : c >= 'A' && c <= 'Z' ? c + 32 : c;
    return 1;
}

int unicode_to_title(uint32_t c, uint32_t out[3])
{
    if (c < 128 || c == 0x149) /* n preceded by an apostrophe: the n is the letter */
        return unicode_to_upper(c, out);
    uint32_t simple = (uint32_t)utf8proc_totitle((utf8proc_int32_t)c);
    utf8proc_category_t cat = category(c);
    int count = 1;
    if ((simple == c || c == 0xdf) && cat != UTF8PROC_CATEGORY_LU && cat != UTF8PROC_CATEGORY_LT)
        count = unicode_fold(c, out);
    if (count == 1)
        out[0] = simple;
    else
        out[0] = (uint32_t)utf8proc_totitle((utf8proc_int32_t)out[0]);
    if (count > 1 && c >= 0x1f80 && out[count - 1] == 0x3b9)
        out[count - 1] = 0x345; /* the iota stays below the capital */
    return count;
}
