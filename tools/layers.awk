# layers.awk - compares every #include "..." with the list: awk -f tools/layers.awk src/LAYERS FILE...
# Prints the includes that are not in the list; with -v unused=1 also the arrows that nobody uses.

# The layer of src/DIR/.../FILE: the longest listed folder; "main" for files in src itself.
function layer_of(path) {
    sub(/^src\//, "", path)
    while (sub(/\/[^\/]*$/, "", path))
        if (path in listed)
            return path
    return "main"
}

FILENAME ~ /LAYERS$/ {
    sub(/#.*/, "")
    if (NF == 0)
        next
    layer = $1
    sub(/:$/, "", layer)
    listed[layer] = 1
    for (i = 2; i <= NF; i++)
        allowed[layer, $i] = layer " -> " $i
    next
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, part, "\"")
    from = layer_of(FILENAME)
    # A name without a folder lies beside its includer.
    to = part[2] ~ /\// ? layer_of(part[2]) : from
    count++
    used[from, to] = 1
    if (from != to && !((from, to) in allowed)) {
        printf "%s:%d: %s may not include \"%s\" of %s\n", FILENAME, FNR, from, part[2], to
        wrong++
    }
}

END {
    if (unused)
        for (arrow in allowed)
            if (!(arrow in used))
                print "src/LAYERS: nothing needs the arrow " allowed[arrow]
    printf "layers: %d includes, %d wrong\n", count, wrong + 0
    exit wrong > 0
}
