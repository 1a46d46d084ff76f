# inspect - looking at functions, coroutines, classes.
# What something is, is asked of its type and of its code object's flags.

from types import (
    AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FrameType, FunctionType,
    GeneratorType, MethodType, MethodWrapperType, ModuleType, TracebackType)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE = 16, 32, 128, 256
CO_ASYNC_GENERATOR = 512

GEN_CREATED, GEN_RUNNING = 'GEN_CREATED', 'GEN_RUNNING'
GEN_SUSPENDED, GEN_CLOSED = 'GEN_SUSPENDED', 'GEN_CLOSED'
CORO_CREATED, CORO_RUNNING = 'CORO_CREATED', 'CORO_RUNNING'
CORO_SUSPENDED, CORO_CLOSED = 'CORO_SUSPENDED', 'CORO_CLOSED'
AGEN_CREATED, AGEN_RUNNING = 'AGEN_CREATED', 'AGEN_RUNNING'
AGEN_SUSPENDED, AGEN_CLOSED = 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def ismodule(obj):
    return isinstance(obj, ModuleType)


def isclass(obj):
    return isinstance(obj, type)


def ismethod(obj):
    return isinstance(obj, MethodType)


def isfunction(obj):
    return isinstance(obj, FunctionType)


def isbuiltin(obj):
    return isinstance(obj, BuiltinFunctionType)


def ismethodwrapper(obj):
    return isinstance(obj, MethodWrapperType)


def isroutine(obj):
    return (isbuiltin(obj) or isfunction(obj) or ismethod(obj) or ismethoddescriptor(obj)
            or ismethodwrapper(obj))


def isframe(obj):
    return isinstance(obj, FrameType)


def istraceback(obj):
    return isinstance(obj, TracebackType)


def iscode(obj):
    return isinstance(obj, CodeType)


def isgenerator(obj):
    return isinstance(obj, GeneratorType)


def iscoroutine(obj):
    return isinstance(obj, CoroutineType)


def isasyncgen(obj):
    return isinstance(obj, AsyncGeneratorType)


def isawaitable(obj):
    if isinstance(obj, CoroutineType):
        return True
    if isinstance(obj, GeneratorType):
        return bool(obj.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(obj), '__await__')


def isabstract(obj):
    return isinstance(obj, type) and bool(getattr(obj, '__abstractmethods__', None))


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    kind = type(obj)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')


def isdatadescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    kind = type(obj)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def _flags(obj):
    while True:
        if isinstance(obj, MethodType):
            obj = obj.__func__
        elif type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
            obj = obj.func
        else:
            break
    return obj.__code__.co_flags if isinstance(obj, FunctionType) else 0


def isgeneratorfunction(obj):
    return bool(_flags(obj) & CO_GENERATOR)


def iscoroutinefunction(obj):
    if _flags(obj) & CO_COROUTINE:
        return True
    return getattr(obj, '_is_coroutine_mark', None) is _mark


def isasyncgenfunction(obj):
    return bool(_flags(obj) & CO_ASYNC_GENERATOR)


_mark = object()


def markcoroutinefunction(func):
    getattr(func, '__func__', func)._is_coroutine_mark = _mark
    return func


def _state(running, suspended, frame, names):
    if running:
        return names[1]
    if suspended:
        return names[2]
    return names[3] if frame is None else names[0]


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame,
                  (GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED))


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame,
                  (CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED))


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame,
                  (AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED))


def getgeneratorlocals(generator):
    return {} if generator.gi_frame is None else generator.gi_frame.f_locals


def getcoroutinelocals(coroutine):
    return {} if coroutine.cr_frame is None else coroutine.cr_frame.f_locals


def currentframe():
    import sys
    return sys._getframe(1)


def getmro(cls):
    return cls.__mro__


def getmembers(obj, predicate=None):
    found = []
    for name in sorted(set(dir(obj))):
        try:
            value = getattr(obj, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getattr_static(obj, attr, *default):
    spaces = [] if isinstance(obj, type) else [getattr(obj, '__dict__', {})]
    spaces += [c.__dict__ for c in (obj if isinstance(obj, type) else type(obj)).__mro__]
    for space in spaces:
        if attr in space:
            return space[attr]
    if default:
        return default[0]
    raise AttributeError(attr)


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f'wrapper loop when unwrapping {func!r}')
        seen.add(id(func))
    return func


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    indents = [len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')]
    margin = min(indents) if indents else 0
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(obj):
    doc = getattr(obj, '__doc__', None)
    if doc is None and isinstance(obj, type):
        for base in obj.__mro__[1:]:
            doc = base.__dict__.get('__doc__')
            if doc is not None and base is not object:
                break
    return cleandoc(doc) if isinstance(doc, str) else None


def getmodule(obj):
    import sys
    if ismodule(obj):
        return obj
    return sys.modules.get(getattr(obj, '__module__', None))


def getfile(obj):
    if ismodule(obj):
        return obj.__file__
    if ismethod(obj):
        obj = obj.__func__
    if isfunction(obj):
        return obj.__code__.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was '
                    f'expected, got {type(obj).__name__}')


getsourcefile = getfile


def getsourcelines(obj):
    func = unwrap(obj)
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        if isinstance(func, (type, ModuleType)):
            raise TypeError(f'miniasync gives the source of functions only, not of {type(obj).__name__}')
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, '
                        f'got {type(obj).__name__}')
    code = func.__code__
    try:
        with open(code.co_filename) as f:
            lines = f.read().splitlines(keepends=True)
    except OSError:
        raise OSError('could not get source code') from None
    start = code.co_firstlineno - 1
    if not 0 <= start < len(lines):
        raise OSError('could not get source code')
    body = start
    while body < len(lines) and lines[body].lstrip().startswith('@'):
        body += 1
    margin = len(lines[start]) - len(lines[start].lstrip())
    end = body + 1
    while end < len(lines):
        line = lines[end]
        if line.strip() and len(line) - len(line.lstrip()) <= margin:
            break
        end += 1
    while not lines[end - 1].strip():
        end -= 1
    return lines[start:end], start + 1


def getsource(obj):
    return ''.join(getsourcelines(obj)[0])


def getcallargs(func, /, *args, **kwargs):
    bound = signature(func).bind(*args, **kwargs)
    bound.apply_defaults()
    return dict(bound.arguments)


def stack(context=1):
    import sys
    found = []
    frame = sys._getframe(1)
    while frame is not None:
        found.append(FrameInfo(frame, frame.f_code.co_filename, frame.f_lineno,
                               frame.f_code.co_name))
        frame = frame.f_back
    return found


class FrameInfo:
    def __init__(self, frame, filename, lineno, function):
        self.frame, self.filename = frame, filename
        self.lineno, self.function = lineno, function
        self.code_context = self.index = None

    def __getitem__(self, i):
        return (self.frame, self.filename, self.lineno, self.function, None, None)[i]


class _empty:
    pass


class _Kind(int):
    def __new__(cls, number, name, description):
        new = int.__new__(cls, number)
        new.name = name
        new.description = description
        return new

    def __repr__(self):
        return f'<_ParameterKind.{self.name}: {int(self)}>'

    def __str__(self):
        return self.name


_POSITIONAL_ONLY = _Kind(0, 'POSITIONAL_ONLY', 'positional-only')
_POSITIONAL_OR_KEYWORD = _Kind(1, 'POSITIONAL_OR_KEYWORD', 'positional or keyword')
_VAR_POSITIONAL = _Kind(2, 'VAR_POSITIONAL', 'variadic positional')
_KEYWORD_ONLY = _Kind(3, 'KEYWORD_ONLY', 'keyword-only')
_VAR_KEYWORD = _Kind(4, 'VAR_KEYWORD', 'variadic keyword')


def formatannotation(annotation):
    if isinstance(annotation, type) and not hasattr(annotation, '__args__'):
        if annotation.__module__ in ('builtins', '__main__'):
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation).replace('typing.', '')


class Parameter:
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name, self.kind = name, kind
        self.default, self.annotation = default, annotation

    def replace(self, **changes):
        parts = {'name': self.name, 'kind': self.kind, 'default': self.default,
                 'annotation': self.annotation}
        parts.update(changes)
        return Parameter(parts['name'], parts['kind'], default=parts['default'],
                         annotation=parts['annotation'])

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            between = ' = ' if self.annotation is not _empty else '='
            text += f'{between}{self.default!r}'
        if self.kind == _VAR_POSITIONAL:
            return '*' + text
        return '**' + text if self.kind == _VAR_KEYWORD else text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return ((self.name, self.kind, self.default, self.annotation)
                == (other.name, other.kind, other.default, other.annotation))

    def __hash__(self):
        return hash((self.name, int(self.kind)))


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature, self.arguments = signature, arguments

    @property
    def args(self):
        out = []
        for name, p in self.signature.parameters.items():
            if p.kind >= _KEYWORD_ONLY or name not in self.arguments:
                break
            if p.kind == _VAR_POSITIONAL:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        started = False
        for name, p in self.signature.parameters.items():
            if p.kind >= _KEYWORD_ONLY:
                started = True
            elif name not in self.arguments:
                started = True
                continue
            if not started or name not in self.arguments:
                continue
            if p.kind == _VAR_KEYWORD:
                out.update(self.arguments[name])
            elif p.kind != _VAR_POSITIONAL:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        full = {}
        for name, p in self.signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif p.default is not _empty:
                full[name] = p.default
            elif p.kind == _VAR_POSITIONAL:
                full[name] = ()
            elif p.kind == _VAR_KEYWORD:
                full[name] = {}
        self.arguments = full

    def __repr__(self):
        parts = [f'{k}={v!r}' for k, v in self.arguments.items()]
        return f'<BoundArguments ({", ".join(parts)})>'


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {p.name: p for p in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        if parameters is _empty:
            parameters = self.parameters.values()
        if return_annotation is _empty:
            return_annotation = self.return_annotation
        return Signature(parameters, return_annotation=return_annotation)

    def __str__(self):
        parts = []
        slash = False
        star = False
        for p in self.parameters.values():
            if p.kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                parts.append('/')
                slash = False
            if p.kind == _VAR_POSITIONAL:
                star = True
            elif p.kind == _KEYWORD_ONLY and not star:
                parts.append('*')
                star = True
            parts.append(str(p))
        if slash:
            parts.append('/')
        text = f'({", ".join(parts)})'
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __repr__(self):
        return f'<Signature {self}>'

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return (self.parameters == other.parameters
                and self.return_annotation == other.return_annotation)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        found = {}
        args = list(args)
        for name, p in self.parameters.items():
            if p.kind == _VAR_POSITIONAL:
                if args:
                    found[name] = tuple(args)
                args = []
            elif p.kind == _VAR_KEYWORD:
                if kwargs:
                    found[name] = kwargs
                kwargs = {}
            elif args and p.kind <= _POSITIONAL_OR_KEYWORD:
                if name in kwargs and p.kind == _POSITIONAL_OR_KEYWORD:
                    raise TypeError(f'multiple values for argument {name!r}')
                found[name] = args.pop(0)
            elif name in kwargs and p.kind != _POSITIONAL_ONLY:
                found[name] = kwargs.pop(name)
            elif p.default is _empty and not partial:
                if args:
                    break
                raise TypeError(f'missing a required argument: {name!r}')
        if args:
            raise TypeError('too many positional arguments')
        if kwargs:
            raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
        return BoundArguments(self, found)


def _of_function(func):
    code = func.__code__
    names = code.co_varnames
    count, only, by_name = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    notes = getattr(func, '__annotations__', None) or {}
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    parameters = []
    for i in range(count):
        k = i - (count - len(defaults))
        parameters.append(Parameter(
            names[i], _POSITIONAL_ONLY if i < only else _POSITIONAL_OR_KEYWORD,
            default=defaults[k] if k >= 0 else _empty,
            annotation=notes.get(names[i], _empty)))
    at = count + by_name
    if code.co_flags & CO_VARARGS:
        parameters.append(Parameter(names[at], _VAR_POSITIONAL,
                                    annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + by_name]:
        parameters.append(Parameter(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty),
                                    annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        parameters.append(Parameter(names[at], _VAR_KEYWORD,
                                    annotation=notes.get(names[at], _empty)))
    return Signature(parameters, return_annotation=notes.get('return', _empty))


def _without_first(sig):
    parameters = list(sig.parameters.values())
    if parameters and parameters[0].kind < _VAR_POSITIONAL:
        parameters = parameters[1:]
    elif not parameters:
        raise ValueError('invalid method signature')
    return sig.replace(parameters=parameters)


def _of_partial(p):
    parameters = []
    given = len(p.args)
    by_name = False
    whole = signature(p.func)
    for param in whole.parameters.values():
        if given and param.kind <= _POSITIONAL_OR_KEYWORD:
            given -= 1
            continue
        if param.name in p.keywords and param.kind != _VAR_KEYWORD:
            by_name = True
            param = param.replace(default=p.keywords[param.name], kind=_KEYWORD_ONLY)
        elif by_name and param.kind == _POSITIONAL_OR_KEYWORD:
            param = param.replace(kind=_KEYWORD_ONLY)
        elif by_name and param.kind == _VAR_POSITIONAL:
            continue
        parameters.append(param)
    return whole.replace(parameters=parameters)


# What a native says of itself is the head of a lambda.
def _of_text(text, obj):
    try:
        made = _of_function(eval(f'lambda {text.strip()[1:-1]}: None', {}))
    except (SyntaxError, NameError):
        raise ValueError(f'no signature found for builtin {obj!r}') from None
    is_bound = not isinstance(getattr(obj, '__self__', None), (ModuleType, type(None)))
    return _without_first(made) if is_bound and 'self' in made.parameters else made


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f'{obj!r} is not a callable object')
    if isinstance(obj, MethodType):
        return _without_first(signature(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj)
    own = getattr(obj, '__signature__', None)
    if isinstance(own, Signature):
        return own
    if isinstance(obj, FunctionType):
        return _of_function(obj)
    if type(obj).__name__ == 'partial' and hasattr(obj, 'func'):
        return _of_partial(obj)
    if isinstance(obj, type):
        for base in obj.__mro__:
            if base is object:
                break
            for name in ('__init__', '__new__'):
                method = base.__dict__.get(name)
                method = getattr(method, '__func__', method)
                if isinstance(method, FunctionType):
                    return _without_first(_of_function(method))
        if obj.__module__ != 'builtins':
            return Signature()
    call = getattr(type(obj), '__call__', None)
    if isinstance(call, FunctionType):
        return _without_first(_of_function(call))
    text = getattr(obj, '__text_signature__', None)
    if text:
        return _of_text(text, obj)
    raise ValueError(f'no signature found for builtin {obj!r}')


def getfullargspec(func):
    from collections import namedtuple
    kind = namedtuple('FullArgSpec', 'args varargs varkw defaults kwonlyargs kwonlydefaults '
                                     'annotations')
    code = unwrap(func).__code__
    sig = signature(func)
    args, varargs, varkw, defaults, only, kwdefaults = [], None, None, [], [], {}
    for p in sig.parameters.values():
        if p.kind <= _POSITIONAL_OR_KEYWORD:
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind == _VAR_POSITIONAL:
            varargs = p.name
        elif p.kind == _VAR_KEYWORD:
            varkw = p.name
        else:
            only.append(p.name)
            if p.default is not _empty:
                kwdefaults[p.name] = p.default
    return kind(args, varargs, varkw, tuple(defaults) or None, only, kwdefaults or None,
                dict(getattr(func, '__annotations__', None) or {}))


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    notes = dict(getattr(obj, '__annotations__', None) or {})
    if eval_str:
        space = getattr(obj, '__globals__', globals)
        notes = {k: eval(v, space, locals) if isinstance(v, str) else v
                 for k, v in notes.items()}
    return notes
