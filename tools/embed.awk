# embed.awk - turns library modules (lib/**/*.ma) into C: awk -f tools/embed.awk lib/a.ma lib/b/__init__.ma ...
# Each file becomes one text constant and one row of embedded_modules.
function module_name(path,    n) {
    n = path
    sub(/^lib\//, "", n)
    sub(/\.ma$/, "", n)
    sub(/\/__init__$/, "", n)
    gsub(/\//, ".", n)
    return n
}
BEGIN {
    print "/* made by tools/embed.awk out of lib/; do not edit */"
    print "#include \"runtime/import.h\"\n"
}
FNR == 1 {
    if (count)
        print ";\n"
    count++
    paths[count] = FILENAME
    printf "static const char text_%d[] =\n", count
}
{
    line = $0
    gsub(/\\/, "&&", line)
    gsub(/"/, "\\\\&", line)
    gsub(/\?/, "\\\\&", line)
    gsub(/\t/, "\\t", line)
    print "\"" line "\\n\""
}
END {
    if (count)
        print ";\n"
    print "const EmbeddedModule embedded_modules[] = {"
    for (i = 1; i <= count; i++) {
        short = paths[i]
        sub(/^lib\//, "", short)
        package = short ~ /(^|\/)__init__\.ma$/ ? "true" : "false"
        printf "    { \"%s\", \"%s\", text_%d, sizeof text_%d - 1, %s },\n", module_name(paths[i]), short, i, i, package
    }
    print "    { 0 },\n};"
}
