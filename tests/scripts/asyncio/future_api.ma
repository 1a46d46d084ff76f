# Future: states, errors, callbacks, remove, StopIteration.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled())
    for m in (f.result, f.exception):
        try:
            m()
        except asyncio.InvalidStateError as e:
            print(e)
    cb = lambda x: print('cb', x.result())
    f.add_done_callback(cb); f.add_done_callback(cb); f.add_done_callback(print)
    print(f.remove_done_callback(cb), f.remove_done_callback(cb))
    f.set_result('R')
    print(f, f.result(), f.exception())
    await asyncio.sleep(0)
    for m in (lambda: f.set_result(1), lambda: f.set_exception(ValueError())):
        try:
            m()
        except asyncio.InvalidStateError as e:
            print(repr(e))
    print(f.cancel())
    g = loop.create_future()
    g.set_exception(ValueError)
    print(repr(g.exception()), g)
    h = loop.create_future()
    try:
        h.set_exception(StopIteration('x'))
        await h
    except RuntimeError as e:
        print(repr(e))
    try:
        loop.create_future().set_exception(5)
    except TypeError as e:
        print(e)
    c = loop.create_future()
    print(c.cancel('msg'), c.cancelled(), c)
    try:
        await c
    except asyncio.CancelledError as e:
        print(repr(e))
    try:
        c.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    print(c.cancel(), c.get_loop() is loop, asyncio.isfuture(c), asyncio.isfuture(5))
    e = loop.create_future()
    e.set_exception(KeyError('k'))
    try:
        e.result()
    except KeyError as err:
        print(repr(err))
asyncio.run(main())
# expect-output:
# <Future pending> False False
# Result is not set.
# Exception is not set.
# 2 0
# <Future finished result='R'> R None
# <Future finished result='R'>
# InvalidStateError('invalid state')
# InvalidStateError('invalid state')
# False
# ValueError() <Future finished exception=ValueError()>
# RuntimeError('StopIteration interacts badly with generators and cannot be raised into a Future')
# invalid exception object
# True True <Future cancelled>
# CancelledError('msg')
# CancelledError('msg')
# False True True False
# KeyError('k')
