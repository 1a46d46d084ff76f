# getopt - options of a command line, as Unix tools read them.

__all__ = ['GetoptError', 'error', 'getopt', 'gnu_getopt']


class GetoptError(Exception):
    def __init__(self, msg, opt=''):
        self.msg = msg
        self.opt = opt
        super().__init__(msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(option, args, longopts):
    name, equals, value = option.partition('=')
    if name in longopts:
        match = name
    elif f'{name}=' in longopts:
        match = f'{name}='
    else:
        fits = [o for o in longopts if o.startswith(name)]
        if not fits:
            raise GetoptError(f'option --{name} not recognized', name)
        if len(fits) > 1:
            raise GetoptError(f'option --{name} not a unique prefix', name)
        match = fits[0]
    wants = match.endswith('=')
    match = match.rstrip('=')
    if wants and not equals:
        if not args:
            raise GetoptError(f'option --{match} requires argument', match)
        value = args.pop(0)
    elif not wants and equals:
        raise GetoptError(f'option --{match} must not have an argument', match)
    return f'--{match}', value


def _short(letters, args, shortopts):
    found = []
    while letters:
        letter, letters = letters[0], letters[1:]
        at = shortopts.find(letter)
        if at < 0 or letter == ':':
            raise GetoptError(f'option -{letter} not recognized', letter)
        value = ''
        if shortopts[at + 1:at + 2] == ':':
            if not letters:
                if not args:
                    raise GetoptError(f'option -{letter} requires argument', letter)
                letters = args.pop(0)
            value, letters = letters, ''
        found.append((f'-{letter}', value))
    return found


def _parse(args, shortopts, longopts, mixed):
    options, rest = [], []
    args = list(args)
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args:
        word = args[0]
        if word == '--':
            return options, rest + args[1:]
        if word.startswith('--'):
            options.append(_long(args.pop(0)[2:], args, longopts))
        elif word.startswith('-') and word != '-':
            options.extend(_short(args.pop(0)[1:], args, shortopts))
        elif mixed:
            rest.append(args.pop(0))
        else:
            break
    return options, rest + args


def getopt(args, shortopts, longopts=[]):
    return _parse(args, shortopts, longopts, False)


def gnu_getopt(args, shortopts, longopts=[]):
    import os
    mixed = not shortopts.startswith('+') and not os.environ.get('POSIXLY_CORRECT')
    return _parse(args, shortopts.lstrip('+'), longopts, mixed)
