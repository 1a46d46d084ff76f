#!/bin/sh
# axe.sh - fetches axe-core (MPL-2.0), with which tests/ui/page.py looks at the page as somebody who cannot see it would
# meet it: tools/axe.sh [BUILD]. It is used by that test only and is no part of the program. Without npm, or when the
# registry does not answer, this says so and is content: the test then tells that it was left out.
set -u
folder=${1:-build}/axe
[ -f "$folder/node_modules/axe-core/axe.min.js" ] && exit 0
if ! command -v npm >/dev/null 2>&1; then
    echo "axe: no npm here, so tests/ui/page.py leaves axe-core out"
    exit 0
fi
mkdir -p "$folder" || exit 0
npm install --prefix "$folder" --no-save --no-audit --no-fund --ignore-scripts --fetch-retries=1 --fetch-timeout=20000 \
    --loglevel=error axe-core@4 >/dev/null 2>&1 ||
    echo "axe: npm could not fetch axe-core, so tests/ui/page.py leaves it out"
exit 0
