#!/bin/sh
# demo.sh - the example tour: a few programs of examples/, in the order of learning, with what to see in
# each. tools/demo.sh BINARY
set -eu
miniasync=$1
bold=''
plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
    bold=$(printf '\033[1m') plain=$(printf '\033[0m')
fi

show() { # example; what to look for stands in its first comment
    printf '\n%s%s%s\n' "$bold" "miniasync examples/$1.ma" "$plain"
    sed -n '/^#/!q; /^# miniasync only/d; /^# needs/d; s/^# What to look for: /  /; s/^# /  /; p' "examples/$1.ma"
    status=0
    "$miniasync" "examples/$1.ma" >"$output" 2>&1 || status=$?
    sed 's/^/    | /' "$output"
    [ $status = 0 ] || { echo "demo: examples/$1.ma ended with status $status" >&2; exit 1; }
}
output=$(mktemp)
trap 'rm -f "$output"' EXIT

"$miniasync" --version
for example in 01_yield 02_greenlet 04_async_await 11_await_others 16_create_task 19_future 20_future_states \
    26_kitchen; do
    show $example
done

printf '\n%sminiasync trace --narrate=loop examples/10_await_sleep.ma%s\n' "$bold" "$plain"
echo "  What the event loop does, one event a line; virtual time, so sleeping costs nothing."
"$miniasync" trace --narrate=loop examples/10_await_sleep.ma >"$output"
sed -n '1,28s/^/    /p' "$output"
printf '    ... %d lines more\n\n' $(($(wc -l <"$output") - 28))
echo "Next: $miniasync alone starts a prompt, where await works; examples/ has all the programs;"
echo "docs/tour.md is the way through the source."
