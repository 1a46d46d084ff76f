/* token.c - names of tokens; keywords. */
#include "lexer/token.h"

#include <string.h>

static const char *const names[TOK_COUNT] = {
#define TOKEN(NAME, text) #NAME,
#define OPERATOR(NAME, text) #NAME,
#define KEYWORD(NAME, text) #NAME,
#include "lexer/tokens.def"
};

static const char *const texts[TOK_COUNT] = {
#define TOKEN(NAME, text) text,
#define OPERATOR(NAME, text) text,
#define KEYWORD(NAME, text) text,
#include "lexer/tokens.def"
};

const char *token_name(TokenType type)
{
    return names[type];
}

const char *token_text(TokenType type)
{
    return texts[type];
}

TokenType token_keyword(const char *bytes, size_t length)
{
    if (length < 2 || length > 8)
        return TOK_NAME;
    switch (bytes[0]) {
#define CASE(word, NAME)                                                       \
    if (length == sizeof word - 1 && memcmp(bytes, word, sizeof word - 1) == 0) \
        return TOK_##NAME;
    case 'a':
        CASE("and", AND) CASE("as", AS) CASE("async", ASYNC) CASE("await", AWAIT)
        CASE("assert", ASSERT)
        break;
    case 'b': CASE("break", BREAK) break;
    case 'c': CASE("class", CLASS) CASE("continue", CONTINUE) break;
    case 'd': CASE("def", DEF) CASE("del", DEL) break;
    case 'e': CASE("else", ELSE) CASE("elif", ELIF) CASE("except", EXCEPT) break;
    case 'f': CASE("for", FOR) CASE("from", FROM) CASE("finally", FINALLY) break;
    case 'g': CASE("global", GLOBAL) break;
    case 'i': CASE("if", IF) CASE("in", IN) CASE("is", IS) CASE("import", IMPORT) break;
    case 'l': CASE("lambda", LAMBDA) break;
    case 'n': CASE("not", NOT) CASE("nonlocal", NONLOCAL) break;
    case 'o': CASE("or", OR) break;
    case 'p': CASE("pass", PASS) break;
    case 'r': CASE("return", RETURN) CASE("raise", RAISE) break;
    case 't': CASE("try", TRY) break;
    case 'w': CASE("with", WITH) CASE("while", WHILE) break;
    case 'y': CASE("yield", YIELD) break;
    case 'F': CASE("False", FALSE) break;
    case 'N': CASE("None", NONE) break;
    case 'T': CASE("True", TRUE) break;
#undef CASE
    default: break;
    }
    return TOK_NAME;
}
