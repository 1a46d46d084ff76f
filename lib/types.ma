# types - names for the types the language itself makes.

from _types import SimpleNamespace, TracebackType, coroutine

__all__ = ['FunctionType', 'LambdaType', 'CodeType', 'MappingProxyType', 'SimpleNamespace',
           'CellType', 'GeneratorType', 'CoroutineType', 'AsyncGeneratorType', 'MethodType',
           'BuiltinFunctionType', 'BuiltinMethodType', 'MethodDescriptorType',
           'WrapperDescriptorType', 'MethodWrapperType', 'GetSetDescriptorType',
           'MemberDescriptorType', 'ModuleType', 'TracebackType',
           'FrameType', 'GenericAlias', 'UnionType', 'EllipsisType', 'NoneType',
           'NotImplementedType', 'DynamicClassAttribute', 'coroutine', 'new_class',
           'prepare_class', 'resolve_bases', 'get_original_bases']


def _generator():
    yield


async def _coroutine():
    pass


async def _asyncgen():
    yield


def _cell():
    value = 1
    return (lambda: value).__closure__[0]


class _Class:
    __slots__ = 'slot',

    def method(self):
        pass


FunctionType = type(_generator)
LambdaType = FunctionType
CodeType = type(_generator.__code__)
MappingProxyType = type(_Class.__dict__)
CellType = type(_cell())
GeneratorType = type(_generator())
_made = _coroutine()
CoroutineType = type(_made)
_made.close()
AsyncGeneratorType = type(_asyncgen())
MethodType = type(_Class().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
GetSetDescriptorType = type(FunctionType.__code__)
MemberDescriptorType = type(_Class.slot)
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
DynamicClassAttribute = property


def _more():
    import builtins, sys
    return type(builtins), type(sys._getframe())


ModuleType, FrameType = _more()
GenericAlias = type(list[int])
UnionType = type(int | str)


def resolve_bases(bases):
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
            continue
        entries = base.__mro_entries__(bases)
        if not isinstance(entries, tuple):
            raise TypeError('__mro_entries__ must return a tuple')
        resolved.extend(entries)
    changed = len(resolved) != len(bases) or any([a is not b for a, b in zip(resolved, bases)])
    return tuple(resolved) if changed else bases


def _winner(meta, bases):
    for base in bases:
        other = type(base)
        if issubclass(other, meta):
            meta = other
        elif not issubclass(meta, other):
            raise TypeError('metaclass conflict: the metaclass of a derived class must be a '
                            '(non-strict) subclass of the metaclasses of all its bases')
    return meta


def prepare_class(name, bases=(), kwds=None):
    kwds = {} if kwds is None else dict(kwds)
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    if isinstance(meta, type):
        meta = _winner(meta, bases)
    if hasattr(meta, '__prepare__'):
        return meta, meta.__prepare__(name, bases, **kwds), kwds
    return meta, {}, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, space, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(space)
    if resolved is not bases:
        space['__orig_bases__'] = bases
    return meta(name, resolved, space, **kwds)


def get_original_bases(cls, /):
    return cls.__dict__.get('__orig_bases__', cls.__bases__)
