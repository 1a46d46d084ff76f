# Every operation on generators in every state.
def g():
    try:
        yield 1
    except ValueError:
        yield 'caught'
    finally:
        pass
def fresh(): return g()
def started():
    x = g(); next(x); return x
def ended():
    x = g(); list(x); return x
for make in (fresh, started, ended):
    for name, op in (('next', lambda x: next(x)), ('send', lambda x: x.send(None)), ('send5', lambda x: x.send(5)), ('throw', lambda x: x.throw(ValueError('t'))), ('throwE', lambda x: x.throw(KeyError('t'))), ('close', lambda x: x.close())):
        x = make()
        try:
            r = repr(op(x))
        except BaseException as e:
            r = repr(e)
        print(make.__name__, name, r, x.gi_frame is None)
# expect-output:
# fresh next 1 False
# fresh send 1 False
# fresh send5 TypeError("can't send non-None value to a just-started generator") False
# fresh throw ValueError('t') True
# fresh throwE KeyError('t') True
# fresh close None True
# started next StopIteration() True
# started send StopIteration() True
# started send5 StopIteration() True
# started throw 'caught' False
# started throwE KeyError('t') True
# started close None True
# ended next StopIteration() True
# ended send StopIteration() True
# ended send5 StopIteration() True
# ended throw ValueError('t') True
# ended throwE KeyError('t') True
# ended close None True
