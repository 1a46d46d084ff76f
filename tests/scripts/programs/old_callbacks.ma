# miniasync only: written for Python 3.4 to 3.10
import asyncio
import functools


class Protocol:
    def __init__(self, loop):
        self.loop = loop
        self.state = 'idle'

    def connect(self, cb):
        self.state = 'connecting'
        self.loop.call_later(0.005, functools.partial(self._connected, cb))

    def _connected(self, cb):
        self.state = 'open'
        cb(None, self)

    def fetch(self, key, cb):
        if self.state != 'open':
            self.loop.call_soon(cb, RuntimeError('not open'), None)
            return
        self.loop.call_later(0.001 * len(key), cb, None, key * 2)


def promisify(loop, method, *args):
    fut = loop.create_future()

    def done(err, value):
        if err:
            fut.set_exception(err)
        else:
            fut.set_result(value)
    method(*args, done)
    return fut


async def main(loop):
    p = Protocol(loop)
    try:
        await promisify(loop, p.fetch, 'x')
    except RuntimeError as e:
        print('error:', e)
    q = await promisify(loop, p.connect)
    print(q is p, p.state)
    print(await asyncio.gather(*[promisify(loop, p.fetch, k) for k in ('ab', 'c')]))


loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main(loop))
finally:
    loop.close()
# expect-output:
# error: not open
# True open
# ['abab', 'cc']
