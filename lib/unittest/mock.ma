# unittest.mock - objects that take every call and remember it, and patch(), which puts them in place.

import asyncio
import inspect
import sys

__all__ = ['Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec',
           'AsyncMock', 'ThreadingMock', 'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock',
           'mock_open', 'PropertyMock', 'seal']

FILTER_DIR = True


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError(name)
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING
_deleted = sentinel.DELETED


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'

    __hash__ = None


ANY = _Any()


# --- calls ---

def _show_call(name, args, kwargs):
    parts = [repr(a) for a in args] + [f'{k}={v!r}' for k, v in kwargs.items()]
    return f'{name}({", ".join(parts)})'


class _Call(tuple):
    # name, args, kwargs; two: args and kwargs alone. Compares with tuples of any of these forms.
    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for item in value:
            if isinstance(item, str):
                name = item
            elif isinstance(item, tuple):
                args = item
            else:
                kwargs = item
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _split(self):
        return ('',) + tuple(self) if len(self) == 2 else tuple(self)

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented
        mine = self._split()
        if not isinstance(other, _Call):
            other = _Call(other)
        theirs = other._split()
        if mine[0] and theirs[0] and mine[0] != theirs[0]:
            return False
        return mine[1:] == theirs[1:]

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __call__(self, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        return _Call((self._mock_name, args, kwargs), name=f'{self._mock_name}()', parent=self)

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return _Call(name=name if self._mock_name is None else f'{self._mock_name}.{name}',
                     parent=self, from_kall=False)

    def count(self, /, *args, **kwargs):
        return self.__getattr__('count')(*args, **kwargs)

    def index(self, /, *args, **kwargs):
        return self.__getattr__('index')(*args, **kwargs)

    @property
    def args(self):
        return tuple.__getitem__(self, -2)

    @property
    def kwargs(self):
        return tuple.__getitem__(self, -1)

    def call_list(self):
        found = []
        thing = self
        while thing is not None:
            if thing._mock_from_kall:
                found.append(thing)
            thing = thing._mock_parent
        return _CallList(reversed(found))

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return name if name.startswith('call') else f'call.{name}'
        name, args, kwargs = self._split()
        name = 'call' if not name else f'call.{name}' if not name.startswith('()') else f'call{name}'
        return _show_call(name, args, kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any([self[i:i + size] == value for i in range(len(self) - size + 1)])

    def __repr__(self):
        from pprint import pformat
        return pformat(list(self))


# --- mocks ---

_numbers = '''lt gt le ge eq ne add sub mul matmul truediv floordiv mod divmod pow lshift rshift and xor or
radd rsub rmul rtruediv rfloordiv rmod rpow rand ror rxor iadd isub imul neg pos invert'''.split()
_others = '''hash str sizeof len contains iter bool int float index enter exit getitem setitem delitem
round trunc floor ceil abs call reversed missing aenter aexit aiter anext fspath'''.split()
_magics = {f'__{n}__' for n in _numbers + _others} - {'__call__', '__eq__', '__ne__', '__reversed__',
                                                       '__missing__', '__anext__'}
_supported = _magics | {'__eq__', '__ne__', '__reversed__', '__missing__', '__anext__', '__repr__', '__dir__',
                        '__format__', '__get__', '__set__', '__delete__', '__subclasses__'}
_async_magics = {'__aenter__', '__aexit__', '__anext__'}
_results = {'__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented,
            '__ge__': NotImplemented, '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False,
            '__float__': 1.0, '__bool__': True, '__index__': 1}


# An iterable's items one by one: side_effect=[1, 2, ValueError].
def _is_exception(thing):
    return isinstance(thing, BaseException) or isinstance(thing, type) and issubclass(thing, BaseException)


class NonCallableMock:
    _mock_magic = False

    def __new__(cls, /, *args, **kwargs):
        # Every mock has a class of its own, for special methods are looked for in classes.
        made = type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__})
        return object.__new__(made)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _new_name='',
                 _new_parent=None, **kwargs):
        space = self.__dict__
        spec = spec_set if spec_set is not None else spec
        space['_spec_set'] = spec_set is not None
        space['_spec'] = None
        space['_spec_class'] = None
        space['_name'] = name
        space['_new_name'] = _new_name
        space['_parent'] = parent
        space['_new_parent'] = _new_parent if _new_parent is not None else parent
        space['_children'] = {}
        space['_wraps'] = wraps
        space['_delegate'] = None
        space['_return'] = DEFAULT
        space['_side_effect'] = None
        space['_sealed'] = False
        if spec is not None:
            if not isinstance(spec, list):
                space['_spec_class'] = spec if isinstance(spec, type) else type(spec)
                space['_spec_object'] = spec
                spec = dir(spec)
            space['_spec'] = set(spec)
        self.reset_mock()
        if self._mock_magic:
            self._set_magics()
        self.configure_mock(**kwargs)

    def _set_magics(self):
        wanted = _magics
        spec = self.__dict__['_spec']
        if spec is not None:
            wanted = [name for name in _magics if name in spec]
        for name in wanted:
            if name == '__hash__' or name == '__str__' or name == '__sizeof__':
                continue
            setattr(type(self), name, _MagicProxy(name))

    @property
    def __class__(self):
        return self.__dict__.get('_spec_class') or type(self)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        space = self.__dict__
        space['called'] = False
        space['call_count'] = 0
        space['call_args'] = None
        space['call_args_list'] = _CallList()
        space['method_calls'] = _CallList()
        space['mock_calls'] = _CallList()
        if return_value:
            space['_return'] = DEFAULT
        if side_effect:
            space['_side_effect'] = None
        for child in list(space['_children'].values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        inner = space['_return']
        if isinstance(inner, NonCallableMock) and inner is not self:
            inner.reset_mock()

    def configure_mock(self, /, **kwargs):
        for key, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *path, last = key.split('.')
            thing = self
            for part in path:
                thing = getattr(thing, part)
            setattr(thing, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_parent=None, _new_parent=None, _name='', _new_name='')
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__['_spec'] = set(spec if isinstance(spec, list) else dir(spec))

    def _get_child_mock(self, /, **kwargs):
        if self.__dict__['_sealed']:
            raise AttributeError(f'{self._full_name()}.{kwargs.get("name", "()")}')
        kind = type(self).__mro__[1]
        name = kwargs.get('_new_name')
        if name in _async_magics:
            return AsyncMock(**kwargs)
        spec = self.__dict__.get('_spec_object')
        if spec is not None and name and inspect.iscoroutinefunction(getattr(spec, name, None)):
            return AsyncMock(**kwargs)
        if issubclass(kind, AsyncMock):
            if name and name.startswith('__') and name.endswith('__') and name not in _async_magics:
                kind = MagicMock
            elif spec is not None and name and name in self.__dict__['_spec']:
                kind = MagicMock
        elif not issubclass(kind, CallableMixin):
            kind = MagicMock if kind is NonCallableMagicMock else Mock
        elif kind is PropertyMock:
            kind = MagicMock
        return kind(**kwargs)

    def __getattr__(self, name):
        space = self.__dict__
        if name in ('_mock_methods', '_children') or '_children' not in space:
            raise AttributeError(name)
        spec = space['_spec']
        if spec is not None:
            if name not in spec or name in _supported:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if spec is None and name.startswith(('assert', 'assret', 'asert', 'aseert', 'assrt')):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if '
                                 f'{name!r} is meant to be an attribute.')
        child = space['_children'].get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = None if space['_wraps'] is None else getattr(space['_wraps'], name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name,
                                         _new_parent=self)
            space['_children'][name] = child
        return child

    def __setattr__(self, name, value):
        space = self.__dict__
        if name in ('return_value', 'side_effect', '__class__'):
            if name == '__class__':
                space['_spec_class'] = value
            else:
                object.__setattr__(self, name, value)
            return
        if space['_spec_set'] and name not in space['_spec'] and name not in space:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if name in _supported:
            if isinstance(value, NonCallableMock):
                _adopt(self, value, name)
                space['_children'][name] = value
                setattr(type(self), name, lambda self, *args, **kwargs: value(*args, **kwargs))
            elif callable(value) and not isinstance(value, type):
                setattr(type(self), name, value)
            else:
                setattr(type(self), name, value)
            return
        if space['_sealed'] and name not in space['_children'] and not hasattr(type(self), name):
            raise AttributeError(f'Cannot set {self._full_name()}.{name}')
        if isinstance(value, NonCallableMock):
            if _adopt(self, value, name):
                space['_children'][name] = value
                space.pop(name, None)
                return
        elif space['_children'].get(name) is _deleted:
            del space['_children'][name]
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        space = self.__dict__
        if name in _supported and name in type(self).__dict__:
            delattr(type(self), name)
            return
        if space['_children'].get(name) is _deleted:
            raise AttributeError(name)
        if name in space:
            object.__delattr__(self, name)
        space['_children'][name] = _deleted

    def __dir__(self):
        spec = self.__dict__['_spec']
        names = set(dir(type(self).__mro__[1])) if spec is None else set(spec)
        names.update([n for n in self.__dict__ if not n.startswith('_')])
        names.update([n for n, c in self.__dict__['_children'].items() if c is not _deleted])
        return sorted([n for n in names if not n.startswith('_') or n.startswith('__')])

    def _full_name(self, separator='.'):
        parts = []
        mock = self
        while mock is not None:
            space = mock.__dict__
            name = space['_new_name']
            parent = space['_new_parent']
            if parent is None:
                parts.append(space['_name'] or 'mock')
                break
            parts.append(name)
            mock = parent
        text = parts.pop()
        for part in reversed(parts):
            text += part if part == '()' else f'.{part}'
        return text

    def __repr__(self):
        space = self.__dict__
        name = ''
        if space['_name'] or space['_new_parent'] is not None:
            name = f' name={self._full_name()!r}'
        spec = ''
        if space['_spec_class'] is not None:
            spec = f' spec{"_set" if space["_spec_set"] else ""}={space["_spec_class"].__name__!r}'
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    # --- what a call gives ---

    @property
    def return_value(self):
        space = self.__dict__
        if space['_delegate'] is not None:
            return space['_delegate'].return_value
        if space['_return'] is DEFAULT:
            space['_return'] = self._get_child_mock(_new_parent=self, _new_name='()')
        return space['_return']

    @return_value.setter
    def return_value(self, value):
        if isinstance(value, NonCallableMock):
            _adopt(self, value, '()')
        self.__dict__['_return'] = value

    @property
    def side_effect(self):
        return self.__dict__['_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        if value is not None and not callable(value) and not _is_exception(value):
            value = iter(value)
        self.__dict__['_side_effect'] = value

    # --- assertions ---

    def _named(self):
        return self.__dict__['_name'] or 'mock'

    def _calls_text(self):
        calls = self.mock_calls
        return f'\nCalls: {calls!r}.' if calls else ''

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._named()}' to not have been called. Called "
                                 f'{self.call_count} times.{self._calls_text()}')

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._named()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._named()}' to have been called once. Called "
                                 f'{self.call_count} times.{self._calls_text()}')

    def assert_called_with(self, /, *args, **kwargs):
        wanted = _show_call(self._named(), args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {wanted}\n  Actual: not called.')
        if self.call_args != (args, kwargs):
            actual = _show_call(self._named(), self.call_args.args, self.call_args.kwargs)
            raise AssertionError(f'expected call not found.\nExpected: {wanted}\n  Actual: {actual}')

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._named()}' to be called once. Called "
                                 f'{self.call_count} times.{self._calls_text()}')
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if (args, kwargs) not in self.call_args_list:
            raise AssertionError(f'{_show_call(self._named(), args, kwargs)} call not found')

    def assert_has_calls(self, calls, any_order=False):
        calls = list(calls)
        if not any_order:
            if calls not in self.mock_calls:
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)!r}\n'
                                     f'  Actual: {self.mock_calls!r}')
            return
        left = list(self.mock_calls)
        missing = []
        for wanted in calls:
            if wanted in left:
                left.remove(wanted)
            else:
                missing.append(wanted)
        if missing:
            raise AssertionError(f'{self._named()!r} does not contain all of {tuple(missing)!r} in its '
                                 f'call list, found {self.mock_calls!r} instead')


def _adopt(parent, child, name):
    space = child.__dict__
    if space['_name'] or space['_new_name'] or space['_parent'] or space['_new_parent']:
        return False
    above = parent
    while above is not None:        # nobody is a child of himself
        if above is child:
            return False
        above = above.__dict__['_new_parent']
    space['_new_parent'] = parent
    space['_new_name'] = name
    if name != '()':
        space['_parent'] = parent
        space['_name'] = name
    return True


class _MagicProxy:
    # The special method of a MagicMock: made when it is first asked for.
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        name = self.name
        children = obj.__dict__['_children']
        mock = children.get(name)
        if mock is None:
            mock = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj, parent=obj)
            children[name] = mock
            if name in _results:
                mock.return_value = _results[name]
            elif name == '__iter__':
                mock.side_effect = lambda: iter([]) if mock.__dict__['_return'] is DEFAULT else iter(
                    mock.__dict__['_return'])
            elif name == '__aiter__':
                mock.side_effect = lambda: _AsyncIterator(
                    () if mock.__dict__['_return'] is DEFAULT else mock.__dict__['_return'])
            elif name == '__aexit__':
                mock.return_value = False
            elif name == '__fspath__':
                mock.return_value = f'{type(obj).__name__}/{obj._full_name()}/{id(obj)}'
        return mock


class _AsyncIterator:
    def __init__(self, items):
        self._items = iter(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self._items:
            return item
        raise StopAsyncIteration


class CallableMixin(NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None,
                 spec_set=None, parent=None, _new_name='', _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._answer(args, kwargs)

    def _remember(self, args, kwargs):
        space = self.__dict__
        space['called'] = True
        space['call_count'] += 1
        made = _Call((args, kwargs), two=True)
        space['call_args'] = made
        space['call_args_list'].append(made)
        space['mock_calls'].append(_Call(('', args, kwargs)))
        name = space['_new_name']
        method = space['_name'] if space['_parent'] is not None else None
        above, is_method = space['_new_parent'], space['_parent'] is not None
        while above is not None:
            space = above.__dict__
            if is_method and method:
                space['method_calls'].append(_Call((method, args, kwargs)))
                is_method = space['_parent'] is not None
                if is_method:
                    method = f'{space["_name"]}.{method}'
            space['mock_calls'].append(_Call((name, args, kwargs)))
            if space['_new_name']:
                dot = '' if name.startswith('()') else '.'
                name = f'{space["_new_name"]}{dot}{name}'
            above = space['_new_parent']

    def _answer(self, args, kwargs):
        space = self.__dict__
        effect = space['_side_effect']
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if space['_return'] is not DEFAULT:
            return self.return_value
        if space['_wraps'] is not None:
            return space['_wraps'](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    pass


class NonCallableMagicMock(NonCallableMock):
    _mock_magic = True


class MagicMock(Mock):
    _mock_magic = True


class ThreadingMock(MagicMock):
    pass


class AsyncMock(MagicMock):
    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_is_coroutine'] = asyncio.coroutines._is_coroutine if hasattr(
            asyncio.coroutines, '_is_coroutine') else True
        self.__dict__['__code__'] = _coroutine_code

    def reset_mock(self, visited=None, **kwargs):
        super().reset_mock(visited, **kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def __call__(self, /, *args, **kwargs):
        self._remember(args, kwargs)
        return self._run(args, kwargs)

    async def _run(self, args, kwargs):
        space = self.__dict__
        made = _Call((args, kwargs), two=True)
        space['await_count'] += 1
        space['await_args'] = made
        space['await_args_list'].append(made)
        effect = space['_side_effect']
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
                if inspect.isawaitable(result):
                    result = await result
            if result is not DEFAULT:
                return result
        if space['_return'] is DEFAULT and space['_wraps'] is not None:
            result = space['_wraps'](*args, **kwargs)
            return await result if inspect.isawaitable(result) else result
        return self.return_value

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f'Expected {self._named()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._named()} to have been awaited once. Awaited '
                                 f'{self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        wanted = _show_call(self._named(), args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {wanted}\nNot awaited')
        if self.await_args != (args, kwargs):
            actual = _show_call(self._named(), self.await_args.args, self.await_args.kwargs)
            raise AssertionError(f'expected await not found.\nExpected: {wanted}\n  Actual: {actual}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._named()} to have been awaited once. Awaited '
                                 f'{self.await_count} times.')
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if (args, kwargs) not in self.await_args_list:
            raise AssertionError(f'{_show_call(self._named(), args, kwargs)} await not found')

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._named()} to not have been awaited. Awaited '
                                 f'{self.await_count} times.')

    def assert_has_awaits(self, calls, any_order=False):
        calls = list(calls)
        if not any_order and calls not in self.await_args_list:
            raise AssertionError(f'Awaits not found.\nExpected: {_CallList(calls)!r}\n'
                                 f'Actual: {self.await_args_list!r}')
        for wanted in calls:
            if wanted not in self.await_args_list:
                raise AssertionError(f'{(wanted,)!r} not all found in await list')


async def _a_coroutine():
    pass


_coroutine_code = _a_coroutine.__code__


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


# --- patch ---

class _Patch:
    def __init__(self, getter, attribute, new, spec, create, spec_set, new_callable, kwargs):
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")
        self.getter, self.attribute, self.new = getter, attribute, new
        self.spec, self.create, self.spec_set = spec, create, spec_set
        self.new_callable, self.kwargs = new_callable, kwargs
        self.additional_patchers = []

    def _again(self):
        return _Patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set,
                      self.new_callable, self.kwargs)

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(func, name)):
                    setattr(func, name, self._again()(getattr(func, name)))
            return func
        if hasattr(func, 'patchings'):      # decorated before: one function for all
            func.patchings.append(self)
            return func
        from contextlib import ExitStack
        from functools import wraps

        def enter(stack):
            made = [(one, stack.enter_context(one)) for one in patched.patchings]
            return [new for one, new in made if one.new is DEFAULT]
        if inspect.iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **kwargs):
                with ExitStack() as stack:
                    return await func(*args, *enter(stack), **kwargs)
        else:
            @wraps(func)
            def patched(*args, **kwargs):
                with ExitStack() as stack:
                    return func(*args, *enter(stack), **kwargs)
        patched.patchings = [self]
        return patched

    def _make(self, original):
        if self.new is not DEFAULT:
            return self.new
        kind = self.new_callable
        kwargs = dict(self.kwargs)
        spec = original if self.spec is True else self.spec
        spec_set = original if self.spec_set is True else self.spec_set
        if spec is not None:
            kwargs['spec'] = spec
        if spec_set is not None:
            kwargs['spec_set'] = spec_set
        if kind is None:
            kind = AsyncMock if inspect.iscoroutinefunction(original) else MagicMock
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and 'name' not in kwargs:
            kwargs['name'] = self.attribute
        return kind(**kwargs)

    def __enter__(self):
        self.target = target = self.getter()
        name = self.attribute
        self.local = name in getattr(target, '__dict__', {})
        if self.local:
            original = target.__dict__[name]
        else:
            original = getattr(target, name, DEFAULT)
            if original is DEFAULT and not self.create:
                if isinstance(target, type(sys)) and hasattr(__builtins__, name) if not isinstance(
                        __builtins__, dict) else name in __builtins__:
                    original = DEFAULT
                else:
                    raise AttributeError(f'{target} does not have the attribute {name!r}')
        self.original = original
        seen = getattr(target, name, original)
        new = self._make(seen)
        setattr(target, name, new)
        return new

    def __exit__(self, *exc_info):
        if self.local:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if self.original is not DEFAULT and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)
        return False

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self in _active:
            _active.remove(self)
            return self.__exit__(None, None, None)


_active = []


def _import_path(path):
    import importlib
    parts = path.split('.')
    thing = importlib.import_module(parts[0])
    for i, part in enumerate(parts[1:], 2):
        try:
            thing = getattr(thing, part)
        except AttributeError:
            importlib.import_module('.'.join(parts[:i]))
            thing = getattr(thing, part)
    return thing


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
          new_callable=None, *, unsafe=False, **kwargs):
    if not isinstance(target, str) or '.' not in target:
        raise TypeError('Need a valid target to patch. You supplied: %r' % (target,))
    path, attribute = target.rsplit('.', 1)
    return _Patch(lambda: _import_path(path), attribute, new, autospec or spec, create, spec_set,
                  new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    return _Patch(lambda: target, attribute, new, autospec or spec, create, spec_set, new_callable, kwargs)


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _import_path(self.in_dict)
        self._before = dict(self.in_dict)
        if self.clear:
            self._empty()
        for key, value in self.values.items():
            self.in_dict[key] = value
        return self.in_dict

    def _empty(self):
        for key in list(self.in_dict):
            del self.in_dict[key]

    def __exit__(self, *args):
        self._empty()
        for key, value in self._before.items():
            self.in_dict[key] = value
        return False

    def __call__(self, func):
        from functools import wraps
        if inspect.iscoroutinefunction(func):
            @wraps(func)
            async def patched(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)
        else:
            @wraps(func)
            def patched(*args, **kwargs):
                with self:
                    return func(*args, **kwargs)
        return patched

    start = __enter__

    def stop(self):
        return self.__exit__(None, None, None)


class _PatchMultiple:
    def __init__(self, target, kwargs):
        self.patches = [(name, _patch_object(target, name, new)) for name, new in kwargs.items()]

    def __enter__(self):
        made = {}
        for name, one in self.patches:
            new = one.__enter__()
            if one.new is DEFAULT:
                made[name] = new
        return made

    def __exit__(self, *args):
        for _, one in reversed(self.patches):
            one.__exit__(*args)
        return False

    def __call__(self, func):
        from functools import wraps

        @wraps(func)
        def patched(*args, **kwargs):
            with self as made:
                return func(*args, **kwargs, **made)
        return patched


def _patch_multiple(target, **kwargs):
    return _PatchMultiple(_import_path(target) if isinstance(target, str) else target, kwargs)


def _stop_all():
    for one in reversed(list(_active)):
        one.stop()


patch.object = _patch_object
patch.dict = _PatchDict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'


# --- the rest ---

def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False,
                    **kwargs):
    if inspect.isfunction(spec):
        kind = AsyncMock if inspect.iscoroutinefunction(spec) else MagicMock
        mock = kind(name=spec.__name__, **kwargs)
        signature = inspect.signature(spec)

        def checked(*args, **kw):
            signature.bind(*args, **kw)
            return mock(*args, **kw)
        checked.mock = mock
        checked.__name__ = spec.__name__
        for name in dir(mock):
            if name.startswith(('assert_', 'call', 'mock_calls', 'method_calls', 'reset_mock')):
                setattr(checked, name, getattr(mock, name))
        return checked
    return MagicMock(spec=spec, **kwargs)


def seal(mock):
    mock.__dict__['_sealed'] = True
    for child in mock.__dict__['_children'].values():
        if isinstance(child, NonCallableMock):
            seal(child)


def mock_open(mock=None, read_data=''):
    import io
    handle = MagicMock()
    state = {}

    def begin(*args, **kwargs):
        state['file'] = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)
        return DEFAULT
    begin()
    handle.__enter__.return_value = handle
    handle.read.side_effect = lambda *args: state['file'].read(*args)
    handle.readline.side_effect = lambda *args: state['file'].readline(*args)
    handle.readlines.side_effect = lambda *args: state['file'].readlines(*args)
    handle.__iter__.side_effect = lambda: iter(state['file'])
    mock = MagicMock(name='open') if mock is None else mock
    mock.side_effect = begin
    mock.return_value = handle
    return mock
