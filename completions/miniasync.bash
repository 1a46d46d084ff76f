# bash completion for miniasync
_miniasync()
{
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} line=${COMP_LINE:0:COMP_POINT} i
    COMPREPLY=()
    case $previous in
    -W) mapfile -t COMPREPLY < <(compgen -W "error ignore always default" -- "$word"); return ;;
    -c | -m) return ;;
    esac
    if [[ $line == *--color=* && $line != *--color=*" "* ]]; then # bash makes words of "--color", "=", "al"
        mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "${word#=}")
        return
    fi
    # Once the script is named the words are its own: files.
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        trace | -* | = | auto | always | never) ;;
        *) compopt -o default; return ;;
        esac
    done
    if [[ ${COMP_WORDS[1]} == trace && $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "--narrate=loop" -- "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "-c -m -i -u -W -h --help --version --color= --tokens --ast \
            --disassemble --gc-stats" -- "$word")
        [[ ${COMPREPLY[*]} == --color= ]] && compopt -o nospace
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$word"; compgen -f -X '!*.@(ma|py)' -- "$word"
            ((COMP_CWORD == 1)) && compgen -W trace -- "$word")
    fi
}
complete -F _miniasync miniasync
