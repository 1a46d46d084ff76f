class Loggable:
    def log(self, msg):
        print(f'{type(self).__name__}: {msg}')


class Base:
    def __init__(self, **kw):
        print('Base', kw)
        super().__init__()

    def save(self):
        print('Base.save')


class JsonMixin(Loggable):
    def __init__(self, *, indent=0, **kw):
        print('Json', indent)
        super().__init__(**kw)
        self.indent = indent

    def save(self):
        self.log('json save')
        super().save()


class CacheMixin:
    def __init__(self, *, ttl=5, **kw):
        print('Cache', ttl)
        super().__init__(**kw)
        self.ttl = ttl

    def save(self):
        print('cache save', self.ttl)
        super().save()


class Model(JsonMixin, CacheMixin, Base):
    def save(self):
        self.log('model')
        super().save()


m = Model(indent=2, ttl=9, name='x')
m.save()
print([c.__name__ for c in Model.__mro__], m.__dict__)
try:
    class Bad(Base, Model):
        pass
except TypeError as e:
    print(e)


class Meta(type):
    def __new__(m, name, bases, ns):
        ns['tag'] = name.lower()
        for k, v in list(ns.items()):
            if callable(v) and not k.startswith('_'):
                ns[k.upper()] = v
        return super().__new__(m, name, bases, ns)

    @property
    def info(cls):
        return f'<{cls.__name__} {cls.tag}>'

    def __instancecheck__(cls, o):
        return o == 'magic' or super().__instancecheck__(o)

    @classmethod
    def __prepare__(m, name, bases):
        return {'prepared': True}


class W(metaclass=Meta):
    def go(self):
        return 'going'


print(W.tag, W().GO(), W.info, isinstance('magic', W), isinstance(W(), W), W.prepared)


class Temp:
    def __init__(self):
        self._c = 0

    @property
    def f(self):
        "Fahrenheit"
        return self._c * 9 / 5 + 32

    @f.setter
    def f(self, v):
        self._c = (v - 32) * 5 / 9

    @f.deleter
    def f(self):
        print('deleted')

    ro = property(lambda self: 1)


t = Temp()
t.f = 212
print(t._c, t.f, Temp.f.__doc__)
del t.f
for act in (lambda: setattr(t, 'ro', 2), lambda: delattr(t, 'ro'), lambda: t.nope, lambda: Temp.nope, lambda: Temp(1), lambda: delattr(t, 'zz')):
    try:
        act()
    except (AttributeError, TypeError) as e:
        print(e)


class Slots:
    __slots__ = ('a',)


s = Slots()
s.a = 1
try:
    s.b = 2
except AttributeError as e:
    print(e)
try:
    Slots().a
except AttributeError as e:
    print(e)


class Fluent:
    def __getattr__(self, n):
        return lambda *a: (print(n, a), self)[1]


Fluent().select('*').from_('t').where('x', 1)
print(getattr(t, '_c'), hasattr(t, 'q'), issubclass(Model, Loggable), type(m).__bases__, Model.__qualname__, m.save.__func__.__qualname__, callable(m))
print(object.__repr__(m)[:22], str(Model), repr(Model.save)[:22], m.save.__self__ is m)
# expect-output:
# Json 2
# Cache 9
# Base {'name': 'x'}
# Model: model
# Model: json save
# cache save 9
# Base.save
# ['Model', 'JsonMixin', 'Loggable', 'CacheMixin', 'Base', 'object'] {'ttl': 9, 'indent': 2}
# Cannot create a consistent method resolution order (MRO) for bases Base, Model
# w going <W w> True True True
# 100.0 212.0 Fahrenheit
# deleted
# property 'ro' of 'Temp' object has no setter
# property 'ro' of 'Temp' object has no deleter
# 'Temp' object has no attribute 'nope'
# type object 'Temp' has no attribute 'nope'
# Temp.__init__() takes 1 positional argument but 2 were given
# 'Temp' object has no attribute 'zz'
# 'Slots' object has no attribute 'b' and no __dict__ for setting new attributes
# 'Slots' object has no attribute 'a'
# select ('*',)
# from_ ('t',)
# where ('x', 1)
# 100.0 False True (<class '__main__.JsonMixin'>, <class '__main__.CacheMixin'>, <class '__main__.Base'>) Model Model.save False
# <__main__.Model object <class '__main__.Model'> <function Model.save a True
