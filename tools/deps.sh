#!/bin/sh
# deps.sh - installs what the build, the tests and `import requests` need: a C compiler, make, pkgconf,
# readline, libtommath, utf8proc, check, python3, libcurl; where npm is there, axe-core for `make check-ui`. The only
# script that touches the system.
set -eu

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        sudo "$@"
    elif command -v doas >/dev/null 2>&1; then
        doas "$@"
    else
        echo "deps: run this as root: $*" >&2
        exit 1
    fi
}

# The names of packages, by system. Arguments of this script (such as clang) are added as they are.
if command -v apt-get >/dev/null 2>&1; then
    packages="gcc libc6-dev make pkgconf libreadline-dev libtommath-dev libutf8proc-dev check python3 libcurl4"
    missing=
    for package in $packages "$@"; do
        dpkg -s "$package" 2>/dev/null | grep -q '^Status: .* installed$' || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        # A fresh image has no lists of packages.
        ls /var/lib/apt/lists/*_Packages* >/dev/null 2>&1 || as_root apt-get update -qq
        # shellcheck disable=SC2086
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing || {
            as_root apt-get update -qq # the lists were old
            # shellcheck disable=SC2086
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing
        }
    fi
elif command -v dnf >/dev/null 2>&1; then
    as_root dnf install -y gcc make pkgconf readline-devel libtommath-devel utf8proc-devel check-devel \
        python3 libcurl gawk findutils "$@"
elif command -v apk >/dev/null 2>&1; then
    as_root apk add gcc musl-dev make pkgconf readline-dev libtommath-dev utf8proc-dev check-dev \
        python3 libcurl "$@"
elif command -v brew >/dev/null 2>&1; then
    brew install make pkgconf readline libtommath utf8proc check python3 curl "$@"
else
    echo "deps: no apt-get, dnf, apk or brew here. Needed: a C compiler, make, pkgconf, and the headers of" >&2
    echo "readline, libtommath, utf8proc and check; python3 for the tests; libcurl for 'import requests'." >&2
    exit 1
fi
! command -v npm >/dev/null 2>&1 || sh tools/axe.sh build # looks at the page in `make check-ui`
