# embed_page.awk - turns the parts of the page (src/trace/page/*) into C:
#     awk -f tools/embed_page.awk NAME=FILE ...
# Each file becomes one text constant, page_NAME; files in a row with the same name become one. Lines of scripts and styles lose their indentation and
# whole-line comments: the page is to be small.
function constant(name, path,    line, code) {
    if (name != last)
        printf "%s\nconst char page_%s[] =\n", last ? "\"\";\n" : "", name
    last = name
    code = path ~ /\.(js|css)$/
    while ((getline line < path) > 0) {
        if (code) {
            sub(/^[ ]+/, "", line)
            if (line ~ /^\/\/ / || line == "" || line ~ /^\/\* [^*]* \*\/$/)
                continue
        }
        gsub(/\\/, "&&", line)
        gsub(/"/, "\\\\&", line)
        gsub(/\?/, "\\\\&", line)
        gsub(/\t/, "\\t", line)
        print "\"" line "\\n\""
    }
    close(path)
}
BEGIN {
    print "/* made by tools/embed_page.awk out of src/trace/page/; do not edit */"
    print "#include \"trace/html.h\""
    for (i = 1; i < ARGC; i++) {
        split(ARGV[i], part, "=")
        constant(part[1], part[2])
    }
    print "\"\";"
    exit
}
