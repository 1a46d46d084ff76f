# argparse - the command line of a program: options, positional arguments, subcommands, help and errors, laid
# out as CPython 3.13 does.

import os
import re
import sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'BooleanOptionalAction', 'FileType',
           'HelpFormatter', 'ArgumentDefaultsHelpFormatter', 'RawDescriptionHelpFormatter',
           'RawTextHelpFormatter', 'MetavarTypeHelpFormatter', 'Namespace', 'Action', 'ONE_OR_MORE',
           'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']

SUPPRESS = '==SUPPRESS=='
OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '?', '*', '+', 'A...', '...'


class ArgumentTypeError(Exception):
    pass


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return self.message
        return f'argument {self.argument_name}: {self.message}'


def _name_of(action):
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return action.metavar if isinstance(action.metavar, str) else '/'.join(action.metavar)
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if action.choices:
        return '{' + ','.join(action.choices) + '}'
    return None


class Namespace:
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        shown, starred = [], {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                shown.append(f'{name}={value!r}')
            else:
                starred[name] = value
        if starred:
            shown.append(f'**{starred!r}')
        return f'{type(self).__name__}({", ".join(shown)})'


# --- actions -------------------------------------------------------------------------------------

class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None,
                 required=False, help=None, metavar=None, deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const = option_strings, dest, nargs, const
        self.default, self.type, self.choices, self.required = default, type, choices, required
        self.help, self.metavar, self.deprecated = help, metavar, deprecated

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')

    def __repr__(self):
        names = ('option_strings', 'dest', 'nargs', 'const', 'default', 'type', 'choices', 'required', 'help',
                 'metavar', 'deprecated')
        return f'{type(self).__name__}({", ".join([f"{n}={getattr(self, n)!r}" for n in names])})'


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, **kwargs):
        if nargs == 0:
            raise ValueError('nargs for store actions must be != 0; if you have nothing to store, actions '
                             'such as store true or store const may be more appropriate')
        if const is not None and nargs != OPTIONAL:
            raise ValueError(f'nargs must be {OPTIONAL!r} to supply const')
        super().__init__(option_strings, dest, nargs, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, **kwargs):
        super().__init__(option_strings, dest, 0, const, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, **kwargs):
        super().__init__(option_strings, dest, True, default=default, **kwargs)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, **kwargs):
        super().__init__(option_strings, dest, False, default=default, **kwargs)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, **kwargs):
        both = []
        for option in option_strings:
            both.append(option)
            if option.startswith('--'):
                both.append('--no-' + option[2:])
        super().__init__(both, dest, 0, **kwargs)

    def format_usage(self):
        return ' | '.join(self.option_strings)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, not option_string.startswith('--no-'))


def _items(namespace, dest):
    items = getattr(namespace, dest, None)
    return [] if items is None else list(items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _items(namespace, self.dest) + [values])


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _items(namespace, self.dest) + list(values))


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, _items(namespace, self.dest) + [self.const])


class _CountAction(Action):
    def __init__(self, option_strings, dest, **kwargs):
        super().__init__(option_strings, dest, 0, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (getattr(namespace, self.dest, None) or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, **kwargs):
        super().__init__(option_strings, dest, 0, default=default, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS,
                 help="show program's version number and exit", **kwargs):
        super().__init__(option_strings, dest, 0, default=default, help=help, **kwargs)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        text = (self.version or parser.version) % {'prog': parser.prog}
        sys.stdout.write(text + '\n')
        parser.exit()


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None,
                 metavar=None):
        super().__init__(option_strings, dest, PARSER, choices={}, required=required, help=help, metavar=metavar)
        self._prog_prefix, self._parser_class, self._shown = prog, parser_class, []

    def add_parser(self, name, *, deprecated=False, aliases=(), help=None, **kwargs):
        kwargs.setdefault('prog', f'{self._prog_prefix} {name}')
        if name in self.choices:
            raise ValueError(f'conflicting subparser: {name}')
        if help is not None:
            label = f'{name} ({", ".join(aliases)})' if aliases else name
            self._shown.append(Action([], name, help=help, metavar=label))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self.choices[each] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, rest = values[0], values[1:]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        found, extras = self.choices[name].parse_known_args(rest)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extras:
            namespace.__dict__.setdefault('_unrecognized_args', []).extend(extras)


_ACTIONS = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction,
            'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction, 'append': _AppendAction,
            'append_const': _AppendConstAction, 'count': _CountAction, 'help': _HelpAction,
            'version': _VersionAction, 'extend': _ExtendAction}


class FileType:
    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            return sys.stdin if 'r' in self._mode else sys.stdout
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as e:
            raise ArgumentTypeError(f"can't open '{string}': {e}")


# --- help ----------------------------------------------------------------------------------------

class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            try:
                width = int(os.environ.get('COLUMNS', ''))
            except ValueError:
                width = 80
            width -= 2
        self._prog, self._width = prog, width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))

    def _wrap(self, text, width):
        import textwrap
        return textwrap.wrap(' '.join(text.split()), width)

    def _fill(self, text, width, indent):
        import textwrap
        return textwrap.fill(' '.join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _default_metavar(self, action):
        return action.dest.upper() if action.option_strings else action.dest

    def _metavar(self, action, count=1):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = '{' + ','.join([str(c) for c in action.choices]) + '}'
        else:
            name = self._default_metavar(action)
        return name if isinstance(name, tuple) else (name,) * count

    def args_of(self, action):
        nargs = action.nargs
        if nargs is None:
            return '%s' % self._metavar(action)
        if nargs == OPTIONAL:
            return '[%s]' % self._metavar(action)
        if nargs == ZERO_OR_MORE:
            names = self._metavar(action)
            return '[%s [%s ...]]' % names if len(names) == 2 else '[%s ...]' % names
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % self._metavar(action, 2)
        if nargs == REMAINDER:
            return '...'
        if nargs == PARSER:
            return '%s ...' % self._metavar(action)
        return ' '.join(self._metavar(action, nargs)) if nargs else ''

    def _usage_part(self, action, required):
        if not action.option_strings:
            return self.args_of(action)
        args = self.args_of(action)
        part = f'{action.format_usage()} {args}' if args else action.format_usage()
        return part if required else f'[{part}]'

    def _usage_parts(self, actions, groups):
        parts, skip = [], set()
        for action in actions:
            if action.help is SUPPRESS or id(action) in skip:
                continue
            group = next((g for g in groups if action in g._group_actions), None)
            members = [a for a in group._group_actions if a.help is not SUPPRESS] if group else ()
            if len(members) > 1 and members[0] is action:
                skip.update([id(a) for a in members])
                inner = [self._usage_part(a, True) for a in members]
                inner = [p[1:-1] if not a.option_strings and p[:1] == '[' and p[-1:] == ']' else p
                         for a, p in zip(members, inner)]
                marks = '()' if group.required else '[]'
                parts += [(marks[0] if i == 0 else '') + p + (' |' if i < len(inner) - 1 else marks[1])
                          for i, p in enumerate(inner)]
            else:
                parts.append(self._usage_part(action, action.required))
        return parts

    def usage(self, usage, actions, groups, prefix='usage: '):
        if usage is not None:
            return f'{prefix}{usage % {"prog": self._prog}}\n\n'
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        option_parts = self._usage_parts(optionals, groups)
        position_parts = self._usage_parts(positionals, groups)
        line = ' '.join([self._prog, *option_parts, *position_parts])
        if len(prefix) + len(line) > self._width:
            line = self._long_usage(option_parts, position_parts, prefix)
        return f'{prefix}{line}\n\n'

    def _long_usage(self, options, positions, prefix):
        if len(prefix) + len(self._prog) <= 0.75 * self._width:
            indent = ' ' * (len(prefix) + len(self._prog) + 1)
            if options:
                lines = self._packed([self._prog, *options], indent, len(prefix))
                lines += self._packed(positions, indent, None)
            elif positions:
                lines = self._packed([self._prog, *positions], indent, len(prefix))
            else:
                lines = [self._prog]
        else:
            indent = ' ' * len(prefix)
            lines = self._packed([*options, *positions], indent, None)
            if len(lines) > 1:
                lines = self._packed(options, indent, None) + self._packed(positions, indent, None)
            lines = [self._prog] + lines
        return '\n'.join(lines)

    def _packed(self, parts, indent, prefix):
        # prefix: the first line stands behind so many columns, without the indent
        lines, line = [], []
        length = (prefix if prefix is not None else len(indent)) - 1
        for part in parts:
            if length + 1 + len(part) > self._width and line:
                lines.append(indent + ' '.join(line))
                line, length = [], len(indent) - 1
            line.append(part)
            length += len(part) + 1
        if line:
            lines.append(indent + ' '.join(line))
        if prefix is not None and lines:
            lines[0] = lines[0][len(indent):]
        return lines

    def _invocation(self, action):
        if not action.option_strings:
            return self._metavar(action)[0]
        names = ', '.join(action.option_strings)
        return names if action.nargs == 0 else f'{names} {self.args_of(action)}'

    def _expanded(self, action):
        values = {k: v for k, v in {**vars(action), 'prog': self._prog}.items() if v is not SUPPRESS}
        for key in list(values):
            if hasattr(values[key], '__name__'):
                values[key] = values[key].__name__
        if values.get('choices') is not None:
            values['choices'] = ', '.join([str(c) for c in values['choices']])
        return self._help_of(action) % values

    def _help_of(self, action):
        return action.help

    def _rows(self, actions, indent=2):
        # (indent, invocation, help) of each line; subcommands stand two columns further in
        for action in actions:
            if action.help is SUPPRESS:
                continue
            yield indent, self._invocation(action), self._expanded(action) if action.help else ''
            if isinstance(action, _SubParsersAction):
                yield from self._rows(action._shown, indent + 2)

    def format(self, parser):
        out = self.usage(parser.usage, parser._actions, parser._mutually_exclusive_groups)
        if parser.description:
            out += self._text(parser.description)
        sections = [(g, list(self._rows(g._group_actions))) for g in parser._action_groups]
        longest = max([indent + len(name) for _, rows in sections for indent, name, _ in rows], default=0)
        at = min(longest + 2, self._max_help_position)
        for group, rows in sections:
            if not rows and not (group.description and group.title):
                continue
            if not rows and group.description is None:
                continue
            body = self._text(group.description, '  ') if group.description else ''
            for indent, name, help in rows:
                body += self._row(indent, name, help, at)
            title = f'{group.title}:\n' if group.title else ''
            out += f'{title}{body}' + ('\n' if rows else '')
        if parser.epilog:
            out += self._text(parser.epilog)
        out = re.sub(r'\n\n\n+', '\n\n', out).strip('\n')
        return out + '\n' if out else ''

    def _text(self, text, indent=''):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill(text, max(self._width - len(indent), 11), indent) + '\n\n'

    def _row(self, indent, name, help, at):
        if not help.strip():
            return ' ' * indent + name + '\n'
        width = max(self._width - at, 11)
        lines = self._wrap(help, width)
        room = at - indent - 2
        if len(name) <= room:
            out = ' ' * indent + name.ljust(room) + '  ' + lines[0] + '\n'
            lines = lines[1:]
        else:
            out = ' ' * indent + name + '\n'
        return out + ''.join([' ' * at + line + '\n' for line in lines])


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _wrap(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _help_of(self, action):
        text = action.help or ''
        if '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += ' (default: %(default)s)'
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _default_metavar(self, action):
        return action.type.__name__


# --- parsers -------------------------------------------------------------------------------------

class _Container:
    def add_argument(self, *args, **kwargs):
        if not args or len(args) == 1 and args[0][:1] not in self._prefixes():
            if args and 'dest' in kwargs:
                raise TypeError('dest supplied twice for positional argument, did you mean metavar?')
            options = self._positional(*args, **kwargs)
        else:
            options = self._optional(*args, **kwargs)
        if 'default' not in options:
            if options['dest'] in self._defaults:
                options['default'] = self._defaults[options['dest']]
            elif getattr(self, 'argument_default', None) is not None:
                options['default'] = self.argument_default
        kind = options.pop('action', None)
        make = _ACTIONS.get(kind, kind) if isinstance(kind, (str, type(None))) else kind
        if not callable(make):
            raise ValueError(f'unknown action "{kind}"')
        action = make(**options)
        if action.type is not None and not callable(action.type):
            raise TypeError(f'{action.type!r} is not callable')
        if not action.option_strings and action.nargs == 0:
            raise ValueError(f'action {kind!r} is not valid for positional arguments')
        return self._add(action)

    def _positional(self, dest=None, **kwargs):
        if 'required' in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get('nargs')
        if nargs == 0:
            raise ValueError('nargs for positionals must be != 0')
        if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0) \
                or nargs == ZERO_OR_MORE and 'default' not in kwargs:
            kwargs['required'] = True
        return dict(kwargs, dest=kwargs.get('dest', dest), option_strings=[])

    def _optional(self, *args, **kwargs):
        longs = []
        for option in args:
            if option[:1] not in self._prefixes():
                raise ValueError(f'invalid option string {option!r}: must start with a character '
                                 f'{self._prefixes()!r}')
            if len(option) > 1 and option[1] in self._prefixes():
                longs.append(option)
        dest = kwargs.pop('dest', None)
        if dest is None:
            dest = (longs or args)[0].lstrip(self._prefixes())
            if not dest:
                raise ValueError(f'dest= is required for options like {args[0]!r}')
            dest = dest.replace('-', '_')
        return dict(kwargs, dest=dest, option_strings=list(args))


class _ArgumentGroup(_Container):
    def __init__(self, container, title=None, description=None):
        self._container, self.title, self.description = container, title, description
        self._group_actions = []
        self._defaults = container._defaults

    def _prefixes(self):
        return self._container._prefixes()

    def _add(self, action):
        self._container._register(action)
        self._group_actions.append(action)
        return action

    def add_mutually_exclusive_group(self, *, required=False):
        group = _ExclusiveGroup(self, required)
        self._container._mutually_exclusive_groups.append(group)
        return group

    def _register(self, action):
        self._add(action)


class _ExclusiveGroup(_Container):
    def __init__(self, container, required):
        self._container, self.required, self._group_actions = container, required, []
        self._defaults = container._defaults

    def _prefixes(self):
        return self._container._prefixes()

    def _add(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._container._add(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Container):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(),
                 formatter_class=HelpFormatter, prefix_chars='-', fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler='error', add_help=True,
                 allow_abbrev=True, exit_on_error=True):
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage, self.description, self.epilog = usage, description, epilog
        self.formatter_class, self.prefix_chars = formatter_class, prefix_chars
        self.fromfile_prefix_chars, self.argument_default = fromfile_prefix_chars, argument_default
        self.conflict_handler, self.add_help = conflict_handler, add_help
        self.allow_abbrev, self.exit_on_error = allow_abbrev, exit_on_error
        self._defaults, self._actions, self._by_option = {}, [], {}
        self._mutually_exclusive_groups, self._subparsers = [], None
        self._positionals = _ArgumentGroup(self, 'positional arguments')
        self._optionals = _ArgumentGroup(self, 'options')
        self._action_groups = [self._positionals, self._optionals]
        if add_help:
            mark = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(mark + 'h', mark * 2 + 'help', action='help', default=SUPPRESS,
                              help='show this help message and exit')
        for parent in parents:
            for group in parent._action_groups:
                into = {'positional arguments': self._positionals, 'options': self._optionals}.get(group.title) \
                    or self.add_argument_group(group.title, group.description)
                for action in group._group_actions:
                    into._add(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        names = ('prog', 'usage', 'description', 'formatter_class', 'conflict_handler', 'add_help')
        return f'{type(self).__name__}({", ".join([f"{n}={getattr(self, n)!r}" for n in names])})'

    def _prefixes(self):
        return self.prefix_chars

    def _register(self, action):
        clashes = [o for o in action.option_strings if o in self._by_option]
        if clashes and self.conflict_handler == 'resolve':
            for option in clashes:
                old = self._by_option.pop(option)
                old.option_strings.remove(option)
                if not old.option_strings:
                    self._actions.remove(old)
                    for group in self._action_groups:
                        if old in group._group_actions:
                            group._group_actions.remove(old)
        elif clashes:
            s = 's' if len(clashes) > 1 else ''
            raise ArgumentError(action, f'conflicting option string{s}: {", ".join(clashes)}')
        for option in action.option_strings:
            self._by_option[option] = action
        self._actions.append(action)

    def _add(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add(action)

    def add_argument_group(self, title=None, description=None):
        group = _ArgumentGroup(self, title, description)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _ExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group

    def add_subparsers(self, *, title=None, description=None, prog=None, parser_class=None, dest=SUPPRESS,
                       required=False, help=None, metavar=None, action=None):
        if self._subparsers is not None:
            raise ValueError('cannot have multiple subparser arguments')
        into = self._positionals
        if title is not None or description is not None:
            into = self.add_argument_group(title or 'subcommands', description)
        if prog is None:
            positionals = [a for a in self._actions if not a.option_strings]
            prog = self.formatter_class(self.prog).usage(self.usage, positionals, [], '').strip()
        made = _SubParsersAction([], prog, parser_class or type(self), dest, required, help, metavar)
        self._subparsers = made
        into._add(made)
        return made

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # texts

    def format_usage(self):
        text = self.formatter_class(self.prog).usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return text.strip('\n') + '\n'

    def format_help(self):
        return self.formatter_class(self.prog).format(self)

    def print_usage(self, file=None):
        (file or sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        (file or sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f'{self.prog}: error: {message}\n')

    # parsing

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            message = f'unrecognized arguments: {" ".join(rest)}'
            if not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        if self.fromfile_prefix_chars is not None:
            args = self._with_files(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and not hasattr(namespace, action.dest) \
                    and action.default is not SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if not self.exit_on_error:
            rest = _Run(self, args, namespace).run()
        else:
            try:
                rest = _Run(self, args, namespace).run()
            except ArgumentError as e:
                self.error(str(e))
        rest += namespace.__dict__.pop('_unrecognized_args', [])
        return namespace, rest

    # @FILE: the lines of a file are arguments
    def _with_files(self, args):
        found = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                found.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    for line in file.read().splitlines():
                        found.extend(self._with_files(self.convert_arg_line_to_args(line)))
            except OSError as e:
                self.error(str(e))
        return found

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def parse_intermixed_args(self, args=None, namespace=None):
        return self.parse_args(args, namespace)

    # one argument's text to its value

    def _value(self, action, text):
        convert = action.type or str
        try:
            return convert(text) if action.type is not None else text
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            name = getattr(action.type, '__name__', repr(action.type))
            raise ArgumentError(action, f'invalid {name} value: {text!r}')

    def _check_choice(self, action, value):
        if action.choices is None:
            return
        choices = iter(action.choices) if isinstance(action.choices, str) else action.choices
        if value not in choices:
            shown = ', '.join([repr(c) for c in action.choices])
            raise ArgumentError(action, f'invalid choice: {value!r} (choose from {shown})')

    def _values(self, action, texts):
        nargs = action.nargs
        if nargs == OPTIONAL and not texts:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
            return value
        if nargs == ZERO_OR_MORE and not texts and not action.option_strings:
            return action.default if action.default is not None else []
        if nargs in (None, OPTIONAL):
            value = self._value(action, texts[0])
            self._check_choice(action, value)
            return value
        values = [self._value(action, text) for text in texts]
        if nargs == PARSER:
            self._check_choice(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check_choice(action, value)
        return values


_COUNTS = {None: 'A', OPTIONAL: 'A?', ZERO_OR_MORE: 'A*', ONE_OR_MORE: 'A+', REMAINDER: '[AO-]*',
           PARSER: 'A[AO-]*'}


def _pattern(action):
    return _COUNTS[action.nargs] if action.nargs in _COUNTS else 'A' * action.nargs


class _Run:
    # One walk over the arguments. `kinds` has a letter for each: O an option, A an argument, - is `--`.
    def __init__(self, parser, args, namespace):
        self.parser, self.args, self.namespace = parser, args, namespace
        self.seen, self.rest, self.options = [], [], {}
        self.positionals = [a for a in parser._actions if not a.option_strings]
        kinds = ''
        for i, arg in enumerate(args):
            if arg == '--':
                kinds += '-' + 'A' * (len(args) - i - 1)
                break
            self.options[i] = self._option(arg)
            kinds += 'A' if self.options[i] is None else 'O'
        self.kinds = kinds

    def _option(self, arg):
        # None: an argument; else (action or None, option, explicit value or None)
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._by_option:
            return parser._by_option[arg], arg, None
        if len(arg) == 1:
            return None
        if '=' in arg:
            option, _, explicit = arg.partition('=')
            if option in parser._by_option:
                return parser._by_option[option], option, explicit
        found = self._abbreviated(arg)
        if len(found) > 1:
            names = ', '.join([option for _, option, _ in found])
            raise ArgumentError(None, f'ambiguous option: {arg} could match {names}')
        if found:
            return found[0]
        if re.match(r'-\d+$|-\d*\.\d+$', arg) and not any([re.match(r'-\d', o) for o in parser._by_option]):
            return None
        if ' ' in arg:
            return None
        return None, arg, None

    def _abbreviated(self, arg):
        parser, marks = self.parser, self.parser.prefix_chars
        if arg[0] in marks and arg[1] in marks:
            if not parser.allow_abbrev:
                return []
            option, sign, explicit = arg.partition('=')
            return [(parser._by_option[o], o, explicit if sign else None) for o in parser._by_option
                    if o.startswith(option)]
        found = []
        for option in parser._by_option:
            if option == arg[:2]:
                found.append((parser._by_option[option], option, arg[2:]))
            elif parser.allow_abbrev and option.startswith(arg):
                found.append((parser._by_option[option], option, None))
        return found

    def _take(self, action, texts, option=None):
        values = self.parser._values(action, texts) if action.nargs != 0 else []
        self.seen.append(action)
        given = values is not action.default or option is not None
        if given:
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.given:
                            raise ArgumentError(action, f'not allowed with argument {_name_of(other)}')
            self.given.append(action)
        action(self.parser, self.namespace, values, option)

    def _consume_positionals(self, i):
        for count in range(len(self.positionals), 0, -1):
            pattern = ''.join([f'(-*{_pattern(a)}-*)' if a.nargs not in (PARSER, REMAINDER)
                               else f'(-*{_pattern(a)})' for a in self.positionals[:count]])
            match = re.match(pattern, self.kinds[i:])
            if match:
                break
        else:
            return i
        for action, found in zip(self.positionals[:count], match.groups()):
            texts = self.args[i:i + len(found)]
            if '-' in found and '--' in texts and action.nargs not in (PARSER, REMAINDER):
                texts.remove('--')
            elif action.nargs in (PARSER,) and texts[:1] == ['--']:
                texts = texts[1:]
            i += len(found)
            self._take(action, texts)
        self.positionals = self.positionals[count:]
        return i

    def _consume_option(self, i):
        action, option, explicit = self.options[i]
        if action is None:
            self.rest.append(self.args[i])
            return i + 1
        while True:
            if explicit is None:
                match = re.match(_pattern(action) if action.nargs != 0 else '', self.kinds[i + 1:])
                if not match:
                    raise ArgumentError(action, _expected(action))
                stop = i + 1 + match.end()
                self._take(action, self.args[i + 1:stop], option)
                return stop
            wants = action.nargs == 0
            short = option[1:2] not in self.parser.prefix_chars and len(option) == 2
            if wants and short and explicit:
                self._take(action, [], option)
                option = option[0] + explicit[0]
                if option not in self.parser._by_option:
                    raise ArgumentError(action, f'ignored explicit argument {explicit!r}')
                action = self.parser._by_option[option]
                explicit = explicit[1:] or None
                if explicit is not None and explicit[0] == '=' and action.nargs != 0:
                    explicit = explicit[1:]
                continue
            if wants or (isinstance(action.nargs, int) and action.nargs != 1):
                raise ArgumentError(action, f'ignored explicit argument {explicit!r}' if wants
                                    else _expected(action))
            self._take(action, [explicit], option)
            return i + 1

    def run(self):
        self.given = []
        i, last = 0, max([k for k, c in enumerate(self.kinds) if c == 'O'], default=-1)
        while i <= last:
            if self.kinds[i] != 'O':
                after = self._consume_positionals(i)
                if after > i:
                    i = after
                    continue
                next_option = self.kinds.find('O', i)
                if next_option < 0:
                    break
                self.rest += self.args[i:next_option]
                i = next_option
            i = self._consume_option(i)
            last = max([k for k, c in enumerate(self.kinds) if c == 'O' and k >= i], default=-1)
        i = self._consume_positionals(i)
        self.rest += self.args[i:]
        self._check_all()
        return self.rest

    def _check_all(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and hasattr(self.namespace, action.dest) \
                    and getattr(self.namespace, action.dest) is action.default and action.type is not None:
                setattr(self.namespace, action.dest, self.parser._value(action, action.default))
        if missing:
            raise ArgumentError(None, f'the following arguments are required: {", ".join(missing)}')
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any([a in self.given for a in group._group_actions]):
                names = [_name_of(a) for a in group._group_actions if a.help is not SUPPRESS]
                raise ArgumentError(None, f'one of the arguments {" ".join(names)} is required')


def _expected(action):
    words = {None: 'expected one argument', OPTIONAL: 'expected at most one argument',
             ONE_OR_MORE: 'expected at least one argument'}
    if action.nargs in words:
        return words[action.nargs]
    return f'expected {action.nargs} argument{"" if action.nargs == 1 else "s"}'
