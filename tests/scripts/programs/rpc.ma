import asyncio
import itertools
import json


class Transport:
    def __init__(self):
        self.a, self.b = asyncio.Queue(), asyncio.Queue()

    def ends(self):
        return (self.a, self.b), (self.b, self.a)


class Server:
    methods = {}

    @classmethod
    def expose(cls, fn):
        cls.methods[fn.__name__] = fn
        return fn

    async def serve(self, rx, tx):
        async with asyncio.TaskGroup() as tg:
            while (raw := await rx.get()) is not None:
                tg.create_task(self.handle(json.loads(raw), tx))

    async def handle(self, req, tx):
        try:
            fn = self.methods[req['method']]
            result = {'result': await fn(*req['params'])}
        except KeyError as e:
            result = {'error': f'no method {e}'}
        except Exception as e:
            result = {'error': f'{type(e).__name__}: {e}'}
        await tx.put(json.dumps({'id': req['id'], **result}))


@Server.expose
async def add(a, b):
    await asyncio.sleep(0.003)
    return a + b


@Server.expose
async def div(a, b):
    return a / b


class RPCError(Exception):
    pass


class Client:
    def __init__(self, rx, tx):
        self.rx, self.tx, self.ids, self.waiting = rx, tx, itertools.count(1), {}
        self.task = asyncio.create_task(self._read())

    async def _read(self):
        while True:
            msg = json.loads(await self.rx.get())
            fut = self.waiting.pop(msg['id'])
            if 'error' in msg:
                fut.set_exception(RPCError(msg['error']))
            else:
                fut.set_result(msg['result'])

    def __getattr__(self, name):
        async def call(*params):
            i = next(self.ids)
            fut = self.waiting[i] = asyncio.get_running_loop().create_future()
            await self.tx.put(json.dumps({'id': i, 'method': name, 'params': params}))
            return await fut
        call.__name__ = name
        return call


async def main():
    s_end, c_end = Transport().ends()
    srv = asyncio.create_task(Server().serve(*s_end))
    c = Client(*c_end)
    print(await c.add(1, 2), await c.add('你', '好'))
    r = await asyncio.gather(c.add(1, 1), c.div(1, 4), c.div(1, 0), c.nope(), c.add(1), return_exceptions=True)
    for x in r:
        print(repr(x))
    await c_end[1].put(None)
    await srv
    c.task.cancel()
    print(c.waiting, c.foo.__name__)


asyncio.run(main())
# expect-output:
# 3 你好
# 2
# 0.25
# RPCError('ZeroDivisionError: division by zero')
# RPCError("no method 'nope'")
# RPCError("TypeError: add() missing 1 required positional argument: 'b'")
# {} foo
