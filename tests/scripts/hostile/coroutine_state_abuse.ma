# Every operation on coroutines in every state.
class Y:
    def __await__(self): yield 'y'
async def c():
    try:
        await Y()
    except ValueError:
        await Y()
def fresh(): return c()
def started():
    x = c(); x.send(None); return x
def ended():
    x = c(); x.close(); return x
for make in (fresh, started, ended):
    for name, op in (('send', lambda x: x.send(None)), ('send5', lambda x: x.send(5)), ('throw', lambda x: x.throw(ValueError('t'))), ('throwE', lambda x: x.throw(KeyError('t'))), ('close', lambda x: x.close())):
        x = make()
        try:
            r = repr(op(x))
        except BaseException as e:
            r = repr(e)
        print(make.__name__, name, r, x.cr_frame is None)
        x.close()
# expect-output:
# fresh send 'y' False
# fresh send5 TypeError("can't send non-None value to a just-started coroutine") False
# fresh throw ValueError('t') True
# fresh throwE KeyError('t') True
# fresh close None True
# started send StopIteration() True
# started send5 StopIteration() True
# started throw 'y' False
# started throwE KeyError('t') True
# started close None True
# ended send RuntimeError('cannot reuse already awaited coroutine') True
# ended send5 RuntimeError('cannot reuse already awaited coroutine') True
# ended throw RuntimeError('cannot reuse already awaited coroutine') True
# ended throwE RuntimeError('cannot reuse already awaited coroutine') True
# ended close None True
