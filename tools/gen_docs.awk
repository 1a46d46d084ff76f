# gen_docs.awk - documents made of the tables:
#     awk -f tools/gen_docs.awk -v what=bytecode src/bytecode/opcodes.def   > docs/bytecode.md
#     awk -f tools/gen_docs.awk -v what=events   SOURCES src/vm/events.def  > docs/events.md
# SOURCES: the C files, to see which of them emit what. The text before the table is the comment at the head of the .def file.

function trim(s) {
    gsub(/^[ \t]+|[ \t]+$/, "", s)
    return s
}
function cell(s) { # a bar would end the cell
    gsub(/\|/, "\\|", s)
    return s
}
function operand(s) {
    s = trim(s)
    return s == "___" ? "" : s
}

function title_bytecode() {
    print "# The instruction set\n"
    print "Made from [src/bytecode/opcodes.def](../src/bytecode/opcodes.def) by `make docs`; do not edit."
    print "`miniasync --disassemble FILE` shows the instructions of a program; [add-an-opcode.md](add-an-opcode.md)"
    print "tells how to add one.\n"
}
function title_events() {
    print "# The events of a run\n"
    print "Made from [src/vm/events.def](../src/vm/events.def) by `make docs`; do not edit. What can be seen of a"
    print "run from outside: `miniasync trace --narrate=loop FILE` tells them, one a line.\n"
}

function section(name) {
    printf "\n## %s\n\n", toupper(substr(name, 1, 1)) substr(name, 2)
    print "| instruction | a | b | c | flags | effect |"
    print "| --- | --- | --- | --- | --- | --- |"
}
function opcode_row(row,    part, effect, flags) {
    effect = row
    sub(/^[^"]*"/, "", effect)
    sub(/" *\)[ \t]*$/, "", effect)
    gsub(/\\"/, "\"", effect)
    sub(/".*$/, "", row)
    sub(/^OP\(/, "", row)
    split(row, part, ",")
    flags = trim(part[5])
    gsub(/ *\| */, " ", flags)
    if (flags == "0")
        flags = ""
    printf "| `%s` | %s | %s | %s | %s | %s |\n", trim(part[1]), operand(part[2]), operand(part[3]),
        operand(part[4]), tolower(flags), cell(effect)
    rows++
}
function event_row(row,    name, fields, count, field, i, at) {
    sub(/^EVENT\([ \t]*/, "", row)
    name = row
    sub(/[ \t]*,.*$/, "", name)
    fields = row
    sub(/^[^"]*"/, "", fields)
    sub(/".*$/, "", fields)
    count = split(fields, field, " ")
    printf "| `%s` |", name
    for (i = 1; i <= count; i++) {
        at = index(field[i], "=")
        printf "%s `%s` %s", (i > 1 ? "," : ""), substr(field[i], 1, at - 1), kind_of(substr(field[i], at + 1))
    }
    printf " | %s |\n", emitters[name]
    rows++
}
# EMIT(vm, name, ...) in a C file: notes who emits it.
function note_emitters(line,    name, file) {
    file = FILENAME
    sub(/^.*src\//, "", file)
    while (match(line, /EMIT\([^,]*, *[a-z_]+/)) {
        name = substr(line, RSTART, RLENGTH)
        line = substr(line, RSTART + RLENGTH)
        sub(/^.*, */, "", name)
        if (index(emitters[name], "`" file "`") == 0)
            emitters[name] = emitters[name] (emitters[name] ? ", " : "") "`" file "`"
    }
}
function kind_of(spec,    letter) { # id:T, number, word2 ... in words
    letter = spec
    if (sub(/^.*:/, "", letter) && length(letter) == 1)
        return "id of " things[letter]
    if (spec ~ /:bool$/)
        return "yes or no"
    sub(/[0-9]*$/, "", spec)
    return words[spec]
}

BEGIN {
    things["T"] = "a task"; things["F"] = "a Future"; things["H"] = "a handle"; things["C"] = "a coroutine"
    things["Y"] = "a generator"; things["G"] = "a greenlet"; things["S"] = "a Lock, Queue, Event ..."
    things["R"] = "a frame"
    words["number"] = "number"; words["word"] = "word"; words["value"] = "value"; words["text"] = "text"
    words["frame"] = "place in the source"; words["id"] = "id"
    if (what == "bytecode")
        title_bytecode()
    else
        title_events()
}

FILENAME ~ /\.[ch]$/ {
    note_emitters($0)
    next
}
# The comment at the head: everything up to the first row.
!rows && !begun && /^\/\* / { in_head = 1 }
in_head {
    line = $0
    last = line ~ /\*\//
    sub(/^ ?\/?\* ?/, "", line)
    sub(/ *\*\/[ \t]*$/, "", line)
    if (line !~ /^ *name  +a  +b/)
        head = head line "\n"
    if (last) {
        in_head = 0
        begun = 1
        sub(/\n+$/, "", head)
        print "```text\n" head "\n```"
        if (what == "events")
            print "\nAn event whose last column is empty has its name and its fields, but nothing emits it yet.\n\n" \
                "| event | fields, in the order they are written | emitted by |\n| --- | --- | --- |"
    }
    next
}
what == "bytecode" && /^\/\* --- .* ---/ {
    name = $0
    sub(/^\/\* --- /, "", name)
    sub(/ ---.*$/, "", name)
    section(name)
    next
}
/^OP\(/ { opcode_row($0) }
/^EVENT\(/ { event_row($0) }
END {
    if (!rows) {
        print "gen_docs.awk: no rows found" > "/dev/stderr"
        exit 1
    }
    printf "\n%d %s.\n", rows, what == "bytecode" ? "instructions" : "events"
}
