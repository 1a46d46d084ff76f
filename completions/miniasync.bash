# bash completion for miniasync
_miniasync()
{
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} line=${COMP_LINE:0:COMP_POINT} i
    COMPREPLY=()
    case $previous in
    -W) mapfile -t COMPREPLY < <(compgen -W "error ignore always default" -- "$word"); return ;;
    -c | -m) return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W "en zh" -- "$word"); return ;;
    --clock) mapfile -t COMPREPLY < <(compgen -W "virtual real" -- "$word"); return ;;
    --detail) mapfile -t COMPREPLY < <(compgen -W "loop line" -- "$word"); return ;;
    --record | --html | --chrome | --batch | --answers | --stdin) compopt -o default; return ;;
    --shuffle | --seed | --slow | --limit | --runs) return ;;
    esac
    if [[ $line == *--color=* && $line != *--color=*" "* ]]; then # bash makes words of "--color", "=", "al"
        mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "${word#=}")
        return
    fi
    # Once the script is named the words are its own: files.
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        trace | replay | state | shuffle | -* | = | auto | always | never) ;;
        *) compopt -o default; return ;;
        esac
    done
    if [[ ${COMP_WORDS[1]} == @(trace|replay|shuffle) && $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "--narrate --narrate=loop --narrate=all --batch --quiz --answers --record --html \
            --chrome --lang --ascii --clock --detail --shuffle --seed --slow --limit --stdin --selfcheck --help \
            $([[ ${COMP_WORDS[1]} == replay ]] && echo --check) $([[ ${COMP_WORDS[1]} == shuffle ]] && echo --runs)" \
            -- "$word")
    elif [[ ${COMP_WORDS[1]} == @(replay|state) ]]; then
        compopt -o default
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "-c -m -i -u -W -h --help --version --color= --tokens --ast \
            --disassemble --gc-stats" -- "$word")
        [[ ${COMPREPLY[*]} == --color= ]] && compopt -o nospace
    else
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -d -- "$word"; compgen -f -X '!*.@(ma|py)' -- "$word"
            ((COMP_CWORD == 1)) && compgen -W "trace replay state shuffle" -- "$word")
    fi
}
complete -F _miniasync miniasync
