/* test_parser.c - text and its tree (the --ast listing), and what is said of wrong texts: each row of
 * syntax_errors.tsv, which CPython 3.13 agrees with. */
#include "parser/parser.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Text {
    char *bytes;
    size_t length;
} Text;

static void write_text(void *context, const char *bytes, size_t count)
{
    Text *text = context;
    text->bytes = realloc(text->bytes, text->length + count + 1);
    memcpy(text->bytes + text->length, bytes, count);
    text->length += count;
    text->bytes[text->length] = 0;
}

/* The status; *diag, and in *listing (to be freed, NULL without) the tree. */
static ParseStatus parse(const char *bytes, size_t length, ParseMode mode, Diag *diag, char **listing)
{
    Source source;
    Arena arena;
    Node *root = NULL;
    arena_init(&arena);
    *diag = (Diag){ 0 };
    ParseStatus status = PARSE_FAILED;
    if (source_init(&source, "x.py", bytes, length, diag))
        status = parser_parse(&source, mode, &arena, &root, diag);
    ck_assert_int_eq(status == PARSE_OK, root != NULL);
    ck_assert_int_eq(status == PARSE_OK, diag->type == DIAG_NONE);
    if (root && listing) {
        Text text = { NULL, 0 };
        Sink sink = { write_text, &text, false };
        ast_dump(root, &sink);
        *listing = text.bytes;
    }
    source_free(&source);
    arena_free(&arena);
    return status;
}

static void check_tree(const char *bytes, ParseMode mode, const char *expected)
{
    Diag diag;
    char *listing = NULL;
    ck_assert_int_eq(parse(bytes, strlen(bytes), mode, &diag, &listing), PARSE_OK);
    ck_assert_str_eq(listing, expected);
    free(listing);
}

static const char *message_of(const char *bytes)
{
    static Diag diag;
    parse(bytes, strlen(bytes), PARSE_FILE, &diag, NULL);
    return diag.message;
}

static char *repeated(const char *before, const char *piece, int count, const char *after)
{
    char *text = malloc(strlen(before) + strlen(piece) * (size_t)count + strlen(after) + 1);
    char *out = stpcpy(text, before);
    for (int i = 0; i < count; i++)
        out = stpcpy(out, piece);
    strcpy(out, after);
    return text;
}

static const char *message_of_repeated(const char *before, const char *piece, int count, const char *after)
{
    char *text = repeated(before, piece, count, after);
    const char *message = message_of(text);
    free(text);
    return message;
}

START_TEST(test_a_coroutine)
{
    check_tree("@d\nasync def f(a, *, b=1):\n    return await a\n", PARSE_FILE,
               "Module 1:0-3:18\n"
               "  body:\n"
               "    FunctionDef 2:0-3:18 name=f is_async=True first_line=1\n"
               "      args: Arguments 2:12-2:21\n"
               "        args:\n"
               "          Arg 2:12-2:13 name=a\n"
               "        kwonly:\n"
               "          Arg 2:18-2:19 name=b\n"
               "        kw_defaults:\n"
               "          Constant 2:20-2:21 value=1\n"
               "      body:\n"
               "        Return 3:4-3:18\n"
               "          value: Await 3:11-3:18\n"
               "            value: Name 3:17-3:18 name=a\n"
               "      decorators:\n"
               "        Name 1:1-1:2 name=d\n");
}
END_TEST

START_TEST(test_operators_bind_as_they_should)
{
    check_tree("-a ** -b + c * d << 1 < e and not f or g", PARSE_EVAL,
               "Expression 1:0-1:40\n"
               "  body: BoolOp 1:0-1:40 op=Or\n"
               "    values:\n"
               "      BoolOp 1:0-1:35 op=And\n"
               "        values:\n"
               "          Compare 1:0-1:25 ops=Lt\n"
               "            left: BinOp 1:0-1:21 op=LShift\n"
               "              left: BinOp 1:0-1:16 op=Add\n"
               "                left: UnaryOp 1:0-1:8 op=USub\n"
               "                  operand: BinOp 1:1-1:8 op=Pow\n"
               "                    left: Name 1:1-1:2 name=a\n"
               "                    right: UnaryOp 1:6-1:8 op=USub\n"
               "                      operand: Name 1:7-1:8 name=b\n"
               "                right: BinOp 1:11-1:16 op=Mult\n"
               "                  left: Name 1:11-1:12 name=c\n"
               "                  right: Name 1:15-1:16 name=d\n"
               "              right: Constant 1:20-1:21 value=1\n"
               "            comparators:\n"
               "              Name 1:24-1:25 name=e\n"
               "          UnaryOp 1:30-1:35 op=Not\n"
               "            operand: Name 1:34-1:35 name=f\n"
               "      Name 1:39-1:40 name=g\n");
}
END_TEST

START_TEST(test_elif_is_a_list)
{
    check_tree("if a: b\nelif c: d\nelse: e\n", PARSE_FILE,
               "Module 1:0-3:7\n"
               "  body:\n"
               "    If 1:0-3:7\n"
               "      branches:\n"
               "        IfBranch 1:0-1:7\n"
               "          test: Name 1:3-1:4 name=a\n"
               "          body:\n"
               "            Expr 1:6-1:7\n"
               "              value: Name 1:6-1:7 name=b\n"
               "        IfBranch 2:0-2:9\n"
               "          test: Name 2:5-2:6 name=c\n"
               "          body:\n"
               "            Expr 2:8-2:9\n"
               "              value: Name 2:8-2:9 name=d\n"
               "      orelse:\n"
               "        Expr 3:6-3:7\n"
               "          value: Name 3:6-3:7 name=e\n");
}
END_TEST

START_TEST(test_strings_are_joined_and_decoded)
{
    check_tree("'a\\n' \"\\x41\\u4f60\" r'\\n'", PARSE_EVAL,
               "Expression 1:0-1:24\n"
               "  body: Constant 1:0-1:24 value='a\\nA\xe4\xbd\xa0\\\\n'\n");
    check_tree("b'\\xff\\0'", PARSE_EVAL,
               "Expression 1:0-1:9\n  body: Constant 1:0-1:9 value=b'\\xff\\x00'\n");
    check_tree("'\\ud800\\d'", PARSE_EVAL,
               "Expression 1:0-1:10\n  body: Constant 1:0-1:10 value='\xed\xa0\x80\\\\d'\n");
}
END_TEST

START_TEST(test_fstrings)
{
    check_tree("'a' f'{{{x!r:>{w}}' f'{y = }'", PARSE_EVAL,
               "Expression 1:0-1:29\n"
               "  body: JoinedStr 1:0-1:29\n"
               "    values:\n"
               "      Constant 1:0-1:8 value='a{'\n"
               "      FormattedValue 1:8-1:18 conversion=114\n"
               "        value: Name 1:9-1:10 name=x\n"
               "        format_spec: JoinedStr 1:12-1:17\n"
               "          values:\n"
               "            Constant 1:13-1:14 value='>'\n"
               "            FormattedValue 1:14-1:17 conversion=-1\n"
               "              value: Name 1:15-1:16 name=w\n"
               "      Constant 1:23-1:27 value='y = '\n"
               "      FormattedValue 1:22-1:28 conversion=114\n"
               "        value: Name 1:23-1:24 name=y\n");
}
END_TEST

START_TEST(test_numbers)
{
    check_tree("[0xff, 9223372036854775807, 9223372036854775808, 0x1_0000000000000000, 1e3, .5]", PARSE_EVAL,
               "Expression 1:0-1:79\n"
               "  body: List 1:0-1:79\n"
               "    elements:\n"
               "      Constant 1:1-1:5 value=255\n"
               "      Constant 1:7-1:26 value=9223372036854775807\n"
               "      Constant 1:28-1:47 value=9223372036854775808\n"
               "      Constant 1:49-1:69 value=0x10000000000000000\n"
               "      Constant 1:71-1:74 value=1000\n"
               "      Constant 1:76-1:78 value=0.5\n");
}
END_TEST

START_TEST(test_names_are_folded_and_interned)
{
    Source source;
    Arena arena;
    Node *root;
    Diag diag = { 0 };
    const char *text = "\xef\xbd\x8c\xef\xbd\x8f = lo, other";
    arena_init(&arena);
    ck_assert(source_init(&source, "x.py", text, strlen(text), &diag));
    ck_assert_int_eq(parser_parse(&source, PARSE_FILE, &arena, &root, &diag), PARSE_OK);
    AssignNode *assign = node_assign(node_module(root)->body.items[0]);
    const Name *target = node_name(assign->targets.items[0])->name;
    NodeList elements = node_tuple(assign->value)->elements;
    ck_assert_ptr_eq(target, node_name(elements.items[0])->name);
    ck_assert_ptr_ne(target, node_name(elements.items[1])->name);
    ck_assert_str_eq(target->bytes, "lo");
    ck_assert_uint_eq(node_name(elements.items[1])->name->index, 1);
    source_free(&source);
    arena_free(&arena);
}
END_TEST

START_TEST(test_interactive_input_may_go_on)
{
    static const struct {
        const char *text;
        ParseStatus status;
    } cases[] = {
        { "x = 1", PARSE_OK },
        { "", PARSE_OK },
        { "if x:", PARSE_INCOMPLETE },
        { "if x:\n", PARSE_INCOMPLETE },
        { "if x:\n  y", PARSE_INCOMPLETE },
        { "if x:\n  y\n", PARSE_INCOMPLETE },
        { "if x:\n  y\n\n", PARSE_OK },
        { "if x: y\n", PARSE_INCOMPLETE },
        { "f(", PARSE_INCOMPLETE },
        { "f(a,\n", PARSE_INCOMPLETE },
        { "'''a\n", PARSE_INCOMPLETE },
        { "x = \\\n", PARSE_INCOMPLETE },
        { "@a\n", PARSE_INCOMPLETE },
        { "try:\n  x\n", PARSE_INCOMPLETE },
        { "x = ", PARSE_FAILED },
        { "f(a b)", PARSE_FAILED },
        { "x = 'a", PARSE_FAILED },
        { "if x\n", PARSE_FAILED },
        { "x\ny", PARSE_FAILED },
        { ")", PARSE_FAILED },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Diag diag;
        ParseStatus status = parse(cases[i].text, strlen(cases[i].text), PARSE_SINGLE, &diag, NULL);
        ck_assert_msg(status == cases[i].status, "%s: %d", cases[i].text, (int)status);
    }
}
END_TEST

START_TEST(test_limits_are_errors)
{
    static const char *const stack = "Parser stack overflowed - Python source too complex to parse";
    static const char *const depth = "maximum recursion depth exceeded during compilation";
    ck_assert_str_eq(message_of_repeated("", "(", 199, ""), "'(' was never closed");
    ck_assert_str_eq(message_of_repeated("", "(", 10000, ""), "too many nested parentheses");
    ck_assert_str_eq(message_of_repeated("x = ", "-", 900, "1"), "");
    ck_assert_str_eq(message_of_repeated("x = ", "-", 100000, "1"), stack);
    ck_assert_str_eq(message_of_repeated("x = ", "not ", 100000, "1"), stack);
    ck_assert_str_eq(message_of_repeated("", "lambda: ", 100000, "1"), stack);
    ck_assert_str_eq(message_of_repeated("1", "**1", 100000, ""), stack);
    ck_assert_str_eq(message_of_repeated("", "1 if 1 else ", 100000, "1"), stack);
    ck_assert_str_eq(message_of_repeated("1", "+1", 2900, ""), "");
    ck_assert_str_eq(message_of_repeated("1", "+1", 100000, ""), depth);
    ck_assert_str_eq(message_of_repeated("a", ".b", 100000, ""), depth);
    ck_assert_str_eq(message_of_repeated("f", "()", 100000, ""), depth);
    ck_assert_str_eq(message_of_repeated("1", " < 1", 100000, ""), "");
    ck_assert_str_eq(message_of_repeated("1", " or 1", 100000, ""), "");
    ck_assert_str_eq(message_of_repeated("if x: y\n", "elif x: y\n", 3000, ""), "");
    ck_assert_str_eq(message_of_repeated("", "f(", 190, "1 2"), "'(' was never closed");
    ck_assert_str_eq(message_of_repeated("f(", "[", 150, "1 2"), "'[' was never closed");
}
END_TEST

START_TEST(test_out_of_memory_is_an_error)
{
    static const char text[] = "def f(a, *b, c=1, **d):\n    x = f'{a!r:>{b}}' 'c' + g(1, *y, k=[z for z in y])\n"
                               "    global v, w\n    return {1: 2, **d}, a < b < c\n"
                               "class \xe4\xbd\xa0(A, m=B):\n    import a.b.c as d\n";
    for (int wrong = 0; wrong < 2; wrong++) {
        char program[1000];
        snprintf(program, sizeof program, "%s%s", text, wrong ? "f(a, b c)\n" : "");
        for (size_t n = 1;; n++) {
            size_t before = mem_used();
            Diag diag;
            mem_fail_after(n);
            ParseStatus status = parse(program, strlen(program), PARSE_FILE, &diag, NULL);
            mem_fail_after(0);
            ck_assert_uint_eq(mem_used(), before);
            if (diag.type != DIAG_MEMORY_ERROR) {
                ck_assert_int_eq(status, wrong ? PARSE_FAILED : PARSE_OK);
                ck_assert_uint_gt(n, 5);
                break;
            }
        }
    }
}
END_TEST

/* ---- syntax_errors.tsv ---- */

static size_t unescape(char *text)
{
    char *out = text;
    for (const char *in = text; *in; in++) {
        if (*in == '\\') {
            in++;
            *out++ = (char)(*in == 'n' ? '\n' : *in == 't' ? '\t' : *in == 'r' ? '\r' : *in);
        } else {
            *out++ = *in;
        }
    }
    *out = 0;
    return (size_t)(out - text);
}

/* What is said of the text, in the words of the table. */
static void describe(const char *bytes, size_t length, char *out, size_t size)
{
    Diag diag;
    if (parse(bytes, length, PARSE_FILE, &diag, NULL) == PARSE_OK) {
        snprintf(out, size, "ok");
        return;
    }
    char end[40] = "-\t-";
    if (diag.span.end_line)
        snprintf(end, sizeof end, "%u\t%d", diag.span.end_line, (int)diag.span.end_col + 1);
    snprintf(out, size, "%s\t%s\t%u\t%d\t%s", diag_type_name(diag.type), diag.message, diag.span.line,
             (int)(diag.span.col + 1), end);
}

START_TEST(test_messages_and_places)
{
    char path[1000];
    snprintf(path, sizeof path, "%s", __FILE__);
    char *slash = strrchr(path, '/');
    snprintf(slash ? slash + 1 : path, 40, "syntax_errors.tsv");
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "%s: run the tests where they were built", path);
    char *line = NULL;
    size_t capacity = 0;
    int rows = 0, wrong = 0;
    while (getline(&line, &capacity, file) > 0) {
        line[strcspn(line, "\n")] = 0;
        char *tab = strchr(line, '\t');
        if (*line == '#' && line[1] == ' ')
            if (!tab || strstr(line, "escaped"))
                continue;
        ck_assert_ptr_nonnull(tab);
        *tab = 0;
        char said[1000];
        size_t length = unescape(line);
        describe(line, length, said, sizeof said);
        rows++;
        if (strcmp(said, tab + 1) != 0) {
            fprintf(stderr, "%s\n  expected %s\n  got      %s\n", line, tab + 1, said);
            wrong++;
        }
    }
    free(line);
    fclose(file);
    ck_assert_int_gt(rows, 400);
    ck_assert_int_eq(wrong, 0);
}
END_TEST

Suite *suite_parser(void)
{
    Suite *suite = suite_create("parser");
    TCase *tests = tcase_create("parser");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, test_a_coroutine);
    tcase_add_test(tests, test_operators_bind_as_they_should);
    tcase_add_test(tests, test_elif_is_a_list);
    tcase_add_test(tests, test_strings_are_joined_and_decoded);
    tcase_add_test(tests, test_fstrings);
    tcase_add_test(tests, test_numbers);
    tcase_add_test(tests, test_names_are_folded_and_interned);
    tcase_add_test(tests, test_interactive_input_may_go_on);
    tcase_add_test(tests, test_limits_are_errors);
    tcase_add_test(tests, test_out_of_memory_is_an_error);
    tcase_add_test(tests, test_messages_and_places);
    suite_add_tcase(suite, tests);
    return suite;
}
