class Typed:
    def __init__(self, kind, default=None):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name
        owner.__dict__.get('_fields', []).append(name)

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f'{self.name}: expected {self.kind.__name__}, got {value!r}')
        obj.__dict__[self.name] = value

    def __delete__(self, obj):
        print('deleting', self.name)
        obj.__dict__.pop(self.name, None)


class Person:
    _fields = []
    name = Typed(str, '无名')
    age = Typed(int, 0)

    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)


p = Person(name='李', age=3)
print(p.name, p.age, Person._fields, type(Person.name).__name__)
for f in (lambda: setattr(p, 'age', 'x'), lambda: Person(age=1.5)):
    try:
        f()
    except TypeError as e:
        print(e)
del p.age
print(p.age, vars(p))


class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        key = kw.get('key') or name.lower()
        if bases:
            mcls.classes[key] = cls
        return cls

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)

    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k)
        obj.created_by = cls.__name__
        return obj

    def __iter__(cls):
        return iter(cls.classes)

    def __getitem__(cls, k):
        return cls.classes[k]

    def __len__(cls):
        return len(cls.classes)


class Plugin(metaclass=Registry):
    def run(self):
        raise NotImplementedError


class Upper(Plugin):
    def run(self, s):
        return s.upper()


class Rev(Plugin, key='reverse'):
    def run(self, s):
        return s[::-1]


print(sorted(Plugin), len(Plugin), Plugin['reverse']().run('abc'), Upper().created_by)
print(type(Upper).__name__, isinstance(Upper, Registry))
try:
    Plugin().run()
except NotImplementedError as e:
    print('NotImplementedError', e)


class Singleton:
    _inst = None

    def __new__(cls, *a):
        if cls._inst is None:
            cls._inst = super().__new__(cls)
        return cls._inst

    def __init__(self, v):
        self.v = v


print(Singleton(1) is Singleton(2), Singleton(3).v)


class Base:
    subs = []

    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.subs.append((cls.__name__, tag))


class A(Base, tag='一'):
    pass


class B(A):
    pass


print(Base.subs, B.__mro__, Base.__subclasses__())


class Lazy:
    def __getattr__(self, name):
        if name.startswith('get_'):
            return lambda: name[4:]
        raise AttributeError(name)

    def __dir__(self):
        return ['b', 'a']


print(Lazy().get_x(), hasattr(Lazy(), 'y'), getattr(Lazy(), 'z', '默认'), dir(Lazy()))
Point = type('Point', (object,), {'x': 1, 'show': lambda self: self.x + 1})
print(Point().show(), Point.__name__, callable(Point))
# expect-output:
# 李 3 ['name', 'age'] Typed
# age: expected int, got 'x'
# age: expected int, got 1.5
# deleting age
# 0 {'name': '李'}
# ['reverse', 'upper'] 2 cba Upper
# Registry True
# NotImplementedError
# True 3
# [('A', '一'), ('B', None)] (<class '__main__.B'>, <class '__main__.A'>, <class '__main__.Base'>, <class 'object'>) [<class '__main__.A'>]
# x False 默认 ['a', 'b']
# 2 Point True
