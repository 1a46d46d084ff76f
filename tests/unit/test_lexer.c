/* test_lexer.c - text and the tokens it becomes, as names in a row or as the --tokens listing. */
#include "lexer/lexer.h"
#include <check.h>
#include <string.h>

static char result[20000];

/* "NAME EQUAL NUMBER NEWLINE END"; an error ends it with its message. */
static const char *tokens_of(const char *text)
{
    Source source;
    Diag diag = { 0 };
    static Lexer lexer;
    result[0] = 0;
    ck_assert(source_init(&source, "x.py", text, strlen(text), &diag));
    lexer_init(&lexer, &source, &diag);
    for (;;) {
        Token token;
        TokenType type = lexer_next(&lexer, &token);
        if (*result)
            strcat(result, " ");
        if (type == TOK_ERROR)
            strcat(result, lexer.hit_end ? "open" : diag.message);
        else
            strcat(result, token_name(type));
        if (type == TOK_ERROR || type == TOK_END)
            break;
    }
    source_free(&source);
    return result;
}

static void write_result(void *context, const char *bytes, size_t count)
{
    strncat(result, bytes, count);
}

static const char *listing_of(const char *text)
{
    Source source;
    Diag diag = { 0 };
    Sink sink = { write_result, NULL, false };
    result[0] = 0;
    ck_assert(source_init(&source, "x.py", text, strlen(text), &diag));
    ck_assert(lexer_dump(&source, &sink, &diag));
    source_free(&source);
    return result;
}

START_TEST(test_a_listing)
{
    ck_assert_str_eq(listing_of("async def \xe4\xbd\xa0(x):\n    return x**2  # two\n"),
                     "1,0-1,5:            ASYNC           'async'\n"
                     "1,6-1,9:            DEF             'def'\n"
                     "1,10-1,11:          NAME            '\xe4\xbd\xa0'\n"
                     "1,11-1,12:          LPAR            '('\n"
                     "1,12-1,13:          NAME            'x'\n"
                     "1,13-1,14:          RPAR            ')'\n"
                     "1,14-1,15:          COLON           ':'\n"
                     "1,15-1,16:          NEWLINE         '\\n'\n"
                     "2,4-2,4:            INDENT         \n"
                     "2,4-2,10:           RETURN          'return'\n"
                     "2,11-2,12:          NAME            'x'\n"
                     "2,12-2,14:          DOUBLE_STAR     '**'\n"
                     "2,14-2,15:          NUMBER          '2'\n"
                     "2,17-2,23:          NEWLINE         '# two\\n'\n"
                     "2,23-2,23:          DEDENT         \n"
                     "2,23-2,23:          END            \n");
}
END_TEST

START_TEST(test_blank_lines_and_comments_have_no_tokens)
{
    ck_assert_str_eq(tokens_of(""), "END");
    ck_assert_str_eq(tokens_of("\n  \n\t# c\n\f\n"), "END");
    ck_assert_str_eq(tokens_of("x\n\n    # c\ny"), "NAME NEWLINE NAME NEWLINE END");
}
END_TEST

START_TEST(test_indentation)
{
    ck_assert_str_eq(tokens_of("a\n b\n  c\nd"),
                     "NAME NEWLINE INDENT NAME NEWLINE INDENT NAME NEWLINE DEDENT DEDENT NAME NEWLINE END");
    ck_assert_str_eq(tokens_of("a\n\tb\n        c"),
                     "NAME NEWLINE INDENT NAME NEWLINE inconsistent use of tabs and spaces in indentation");
    ck_assert_str_eq(tokens_of("a\n  b\n c"), "NAME NEWLINE INDENT NAME NEWLINE unindent does not match any "
                                              "outer indentation level");
    ck_assert_str_eq(tokens_of("(\n   a\n )"), "LPAR NAME RPAR NEWLINE END");
    ck_assert_str_eq(tokens_of("a\\\n   b"), "NAME NAME NEWLINE END");
}
END_TEST

START_TEST(test_longest_operator_wins)
{
    ck_assert_str_eq(tokens_of("**= ** *= * //= // ... . -> -= - := : <<= << <= < <> != ! @= @"),
                     "DOUBLE_STAR_EQUAL DOUBLE_STAR STAR_EQUAL STAR DOUBLE_SLASH_EQUAL DOUBLE_SLASH "
                     "ELLIPSIS DOT ARROW MINUS_EQUAL MINUS WALRUS COLON LEFT_SHIFT_EQUAL LEFT_SHIFT "
                     "LESS_EQUAL LESS LESS_GREATER NOT_EQUAL EXCLAMATION AT_EQUAL AT NEWLINE END");
}
END_TEST

START_TEST(test_every_keyword_and_nothing_else)
{
    int count = 0;
    for (int type = TOK_FIRST_KEYWORD; type < TOK_COUNT; type++, count++) {
        const char *text = token_text((TokenType)type);
        ck_assert_int_eq(token_keyword(text, strlen(text)), type);
        ck_assert_int_eq(token_keyword(text, strlen(text) - 1) == (TokenType)type, 0);
    }
    ck_assert_int_eq(count, 35);
    ck_assert_str_eq(tokens_of("match case type _ print ifx"), "NAME NAME NAME NAME NAME NAME NEWLINE END");
}
END_TEST

START_TEST(test_numbers)
{
    ck_assert_str_eq(tokens_of("0 00 1_000 0xFF 0b1_0 0o17 1. .5 1e5 1.5E-3 0.0 09.5 0_0"),
                     "NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER "
                     "NUMBER NEWLINE END");
    ck_assert_str_eq(tokens_of("1if"), "NUMBER IF NEWLINE END");
    ck_assert_str_eq(tokens_of("1oop"), "invalid decimal literal");
    ck_assert_str_eq(tokens_of("0x"), "invalid hexadecimal literal");
    ck_assert_str_eq(tokens_of("0b2"), "invalid digit '2' in binary literal");
    ck_assert_str_eq(tokens_of("1.e+"), "invalid decimal literal");
}
END_TEST

START_TEST(test_strings)
{
    ck_assert_str_eq(tokens_of("'a' \"b\" r'\\d' '\\'' b'x' Rb'' '''a\n'b''' u\"\""),
                     "STRING STRING STRING STRING STRING STRING STRING STRING NEWLINE END");
    ck_assert_str_eq(tokens_of("'a\\\nb'"), "STRING NEWLINE END");
    ck_assert_str_eq(tokens_of("'''a\n\n"),
                     "unterminated triple-quoted string literal (detected at line 2)");
    ck_assert_str_eq(tokens_of("bu''"), "NAME STRING NEWLINE END");
}
END_TEST

START_TEST(test_fstrings)
{
    ck_assert_str_eq(tokens_of("f'a{b}c'"), "FSTRING_START FSTRING_MIDDLE LBRACE NAME RBRACE "
                                            "FSTRING_MIDDLE FSTRING_END NEWLINE END");
    ck_assert_str_eq(tokens_of("f'{{}}'"), "FSTRING_START FSTRING_MIDDLE FSTRING_END NEWLINE END");
    ck_assert_str_eq(tokens_of("f'{x!r:>{w}}'"),
                     "FSTRING_START LBRACE NAME EXCLAMATION NAME COLON FSTRING_MIDDLE LBRACE NAME RBRACE "
                     "RBRACE FSTRING_END NEWLINE END");
    ck_assert_str_eq(tokens_of("f'{f'{x}'}'"), "FSTRING_START LBRACE FSTRING_START LBRACE NAME RBRACE "
                                               "FSTRING_END RBRACE FSTRING_END NEWLINE END");
    ck_assert_str_eq(tokens_of("f'{x[1:2]}'"), "FSTRING_START LBRACE NAME LSQB NUMBER COLON NUMBER RSQB "
                                               "RBRACE FSTRING_END NEWLINE END");
    ck_assert_str_eq(tokens_of("f'}'"), "FSTRING_START f-string: single '}' is not allowed");
    ck_assert_str_eq(tokens_of("f'a"), "FSTRING_START unterminated f-string literal (detected at line 1)");
}
END_TEST

START_TEST(test_characters_that_cannot_be)
{
    ck_assert_str_eq(tokens_of("f(2\xef\xbc\x89"), "NAME LPAR NUMBER invalid character '\xef\xbc\x89' (U+FF09)");
    ck_assert_str_eq(tokens_of("a\xc2\xa0"), "invalid non-printable character U+00A0");
    ck_assert_str_eq(tokens_of("\x01"), "invalid non-printable character U+0001");
    ck_assert_str_eq(tokens_of("$ ?"), "UNKNOWN UNKNOWN NEWLINE END");
    ck_assert_str_eq(tokens_of("a \\ b"), "NAME unexpected character after line continuation character");
}
END_TEST

START_TEST(test_brackets)
{
    ck_assert_str_eq(tokens_of("(]"), "LPAR closing parenthesis ']' does not match opening parenthesis '('");
    ck_assert_str_eq(tokens_of("(\n]"),
                     "LPAR closing parenthesis ']' does not match opening parenthesis '(' on line 1");
    ck_assert_str_eq(tokens_of("}"), "unmatched '}'");
    ck_assert_str_eq(tokens_of("[\n"), "LSQB open");
    char deep[500];
    memset(deep, '(', 201);
    deep[201] = 0;
    ck_assert_ptr_nonnull(strstr(tokens_of(deep), "too many nested parentheses"));
}
END_TEST

Suite *suite_lexer(void)
{
    Suite *suite = suite_create("lexer");
    TCase *tests = tcase_create("lexer");
    tcase_add_test(tests, test_a_listing);
    tcase_add_test(tests, test_blank_lines_and_comments_have_no_tokens);
    tcase_add_test(tests, test_indentation);
    tcase_add_test(tests, test_longest_operator_wins);
    tcase_add_test(tests, test_every_keyword_and_nothing_else);
    tcase_add_test(tests, test_numbers);
    tcase_add_test(tests, test_strings);
    tcase_add_test(tests, test_fstrings);
    tcase_add_test(tests, test_characters_that_cannot_be);
    tcase_add_test(tests, test_brackets);
    suite_add_tcase(suite, tests);
    return suite;
}
