import asyncio
import abc


class Actor(abc.ABC):
    def __init__(self):
        self._mailbox = asyncio.Queue()
        self._task = None

    def start(self):
        self._task = asyncio.create_task(self._run(), name=type(self).__name__)
        return self

    def tell(self, msg):
        self._mailbox.put_nowait((msg, None))

    async def ask(self, msg):
        fut = asyncio.get_running_loop().create_future()
        await self._mailbox.put((msg, fut))
        return await fut

    async def stop(self):
        self._task.cancel()
        try:
            await self._task
        except asyncio.CancelledError:
            print(self._task.get_name(), 'stopped')

    async def _run(self):
        while True:
            msg, fut = await self._mailbox.get()
            try:
                result = await self.receive(msg)
            except Exception as e:
                if fut is None:
                    print('lost error', repr(e))
                else:
                    fut.set_exception(e)
            else:
                if fut:
                    fut.set_result(result)

    @abc.abstractmethod
    async def receive(self, msg): ...


class Counter(Actor):
    value = 0

    async def receive(self, msg):
        cmd, *args = msg
        handler = getattr(self, 'on_' + cmd, None)
        if handler is None:
            raise AttributeError(f'未知消息: {cmd}')
        return await handler(*args)

    async def on_inc(self, n=1):
        self.value += n
        return self.value

    async def on_get(self):
        await asyncio.sleep(0)
        return self.value


async def main():
    c = Counter().start()
    c.tell(('inc',))
    c.tell(('inc', 5))
    c.tell(('oops',))
    print(await c.ask(('get',)))
    print(await asyncio.gather(*(c.ask(('inc', i)) for i in range(4))))
    try:
        await c.ask(('bad', 1))
    except AttributeError as e:
        print(e)
    try:
        await c.ask(('inc', 1, 2))
    except TypeError as e:
        print(e)
    await c.stop()
    try:
        Actor()
    except TypeError as e:
        print(e)


asyncio.run(main())
# expect-output:
# lost error AttributeError('未知消息: oops')
# 6
# [6, 7, 9, 12]
# 未知消息: bad
# Counter.on_inc() takes from 1 to 2 positional arguments but 3 were given
# Counter stopped
# Can't instantiate abstract class Actor without an implementation for abstract method 'receive'
