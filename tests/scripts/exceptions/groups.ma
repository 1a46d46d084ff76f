# ExceptionGroup: split, subgroup, derive, nesting, errors.
g = ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [TypeError(2), ValueError(3)]), KeyError(4)])
print(g, repr(g), g.message, len(g.exceptions))
m, r = g.split(ValueError)
print(repr(m), repr(r))
print(repr(g.subgroup(TypeError)), g.subgroup(OSError), repr(g.split(lambda e: isinstance(e, KeyError))[0]))
for f in (lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', [3]), lambda: ExceptionGroup('x', 5), lambda: ExceptionGroup('x', [KeyboardInterrupt()]), lambda: ExceptionGroup(5, [ValueError()]), lambda: ExceptionGroup('x')):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup('b', [ValueError()])).__name__, type(BaseExceptionGroup('b', [KeyboardInterrupt()])).__name__)
class G(ExceptionGroup):
    def derive(self, excs): return G(self.message + '+', excs)
print(repr(G('g', [ValueError(1), TypeError(2)]).split(ValueError)[0]))
print(isinstance(g, Exception), issubclass(ExceptionGroup, BaseExceptionGroup), str(ExceptionGroup('one', [ValueError()])))
# expect-output:
# top (3 sub-exceptions) ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [TypeError(2), ValueError(3)]), KeyError(4)]) top 3
# ExceptionGroup('top', [ValueError(1), ExceptionGroup('in', [ValueError(3)])]) ExceptionGroup('top', [ExceptionGroup('in', [TypeError(2)]), KeyError(4)])
# ExceptionGroup('top', [ExceptionGroup('in', [TypeError(2)])]) None ExceptionGroup('top', [KeyError(4)])
# ValueError second argument (exceptions) must be a non-empty sequence
# ValueError Item 0 of second argument (exceptions) is not an exception
# TypeError second argument (exceptions) must be a sequence
# TypeError Cannot nest BaseExceptions in an ExceptionGroup
# TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# ExceptionGroup BaseExceptionGroup
# G('g+', [ValueError(1)])
# True True one (1 sub-exception)
