# abc - abstract base classes. That an abstract class cannot be instantiated is checked where
# objects are made, by __abstractmethods__; here that set is computed, and virtual subclasses
# are kept.

__all__ = ['ABC', 'ABCMeta', 'abstractmethod', 'abstractclassmethod', 'abstractstaticmethod',
           'abstractproperty', 'get_cache_token', 'update_abstractmethods']


def abstractmethod(funcobj):
    funcobj.__isabstractmethod__ = True
    return funcobj


def _is_abstract(value):
    if getattr(value, '__isabstractmethod__', False):
        return True
    if isinstance(value, property):
        return any([getattr(f, '__isabstractmethod__', False)
                    for f in (value.fget, value.fset, value.fdel)])
    if isinstance(value, (classmethod, staticmethod)):
        return getattr(value.__func__, '__isabstractmethod__', False)
    return False


def _abstract_names(cls):
    names = {}
    for base in cls.__mro__[1:]:
        for name in getattr(base, '__abstractmethods__', ()):
            if _is_abstract(_find(cls, name)):
                names[name] = None
    for name, value in cls.__dict__.items():
        if _is_abstract(value):
            names[name] = None
    return frozenset(names)


def _find(cls, name):
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name]
    return None


class ABCMeta(type):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_registry = {}
        cls._abc_children = {}          # of virtual importance: asked by __subclasscheck__
        cls._abc_cache = {}
        for base in bases:
            children = base.__dict__.get('_abc_children')
            if children is not None:
                children[cls] = None
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        cls._abc_registry[subclass] = None
        _generation[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        kind = type(instance)
        if cls.__subclasscheck__(kind):
            return True
        claimed = getattr(instance, '__class__', kind)
        return claimed is not kind and cls.__subclasscheck__(claimed)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        known = cls._abc_cache.get(subclass)
        if known is not None and known[0] == _generation[0]:
            return known[1]
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = cls in subclass.__mro__
            if not answer:
                for other in cls._abc_registry:
                    if issubclass(subclass, other):
                        answer = True
                        break
            if not answer:
                for other in list(cls._abc_children):
                    if issubclass(subclass, other):
                        answer = True
                        break
        answer = bool(answer)
        cls._abc_cache[subclass] = (_generation[0], answer)
        return answer


_generation = [0]


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return _generation[0]


def update_abstractmethods(cls):
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True
