#!/bin/sh
# libs.sh - where the libraries are: tools/libs.sh COMPILER NAME... prints the flags to link them.
# A library's archive (.a) is taken where there is one: four shared libraries less to load are a
# millisecond of start-up. A library that is not there ends the build with the names of its packages.
set -eu
compiler=$1
shift

archive() { # the archive lib$1.a as the compiler finds it; status 1: there is none
    path=$($compiler -print-file-name="lib$1.a" 2>/dev/null) || return 1
    case $path in
    /*) printf '%s' "$path" ;;
    *) return 1 ;;
    esac
}

find_library() { # name, pkg-config's name
    archive "$1" || pkg-config --libs "$2" 2>/dev/null || printf -- '-l%s' "$1"
}

include_path() { # what pkg-config knows of headers outside /usr/include
    pkg-config --cflags-only-I "$1" 2>/dev/null || :
}

# shellcheck disable=SC2086
can_link() { # header, flags
    printf '#include <stddef.h>\n#include <stdio.h>\n#include <%s>\nint main(void) { return 0; }\n' "$1" |
        $compiler -x c - -x none -o /dev/null $2 2>/dev/null # several words: not quoted
}

missing() { # library, what for, apt, dnf, apk, brew
    cat >&2 <<EOF

miniasync needs $1 ($2), which was not found. Install it with one of
    apt-get install $3
    dnf install $4
    apk add $5
    brew install $6
or let \`make deps\` do it.
EOF
    exit 1
}

if ! $compiler --version >/dev/null 2>&1; then
    missing "a C compiler" "'$compiler' does not run" gcc gcc "gcc musl-dev" gcc
fi
all=
for name in "$@"; do
    case $name in
    tommath)
        flags="$(include_path libtommath) $(find_library tommath libtommath)"
        can_link tommath.h "$flags" ||
            missing libtommath "big integers" libtommath-dev libtommath-devel libtommath-dev libtommath
        ;;
    utf8proc)
        flags="$(include_path libutf8proc) $(find_library utf8proc libutf8proc)"
        can_link utf8proc.h "$flags" ||
            missing utf8proc "Unicode" libutf8proc-dev utf8proc-devel utf8proc-dev utf8proc
        ;;
    readline)
        flags=$(include_path readline)
        if static=$(archive readline) && terminal=$(archive tinfo || archive ncursesw || archive ncurses) &&
            can_link readline/readline.h "$flags $static $terminal"; then
            flags="$flags $static $terminal"
        else
            flags="$flags $(pkg-config --libs readline 2>/dev/null || echo -lreadline)"
        fi
        can_link readline/readline.h "$flags" ||
            missing "GNU readline" "the prompt; \`make READLINE=no\` does without" libreadline-dev \
                readline-devel readline-dev readline
        ;;
    check)
        flags=$(pkg-config --cflags --libs check 2>/dev/null || echo -lcheck -lsubunit -lrt -lpthread -lm)
        can_link check.h "$flags" ||
            missing check "the unit tests" check check-devel check-dev check
        ;;
    *)
        echo "libs.sh: no library $name" >&2
        exit 2
        ;;
    esac
    all="$all $flags"
done
echo "$all"
