import asyncio
import inspect
from collections import defaultdict


class Emitter:
    def __init__(self):
        self._handlers = defaultdict(list)

    def on(self, event, fn=None, *, once=False):
        if fn is None:
            return lambda f: self.on(event, f, once=once)
        self._handlers[event].append((fn, once))
        return fn

    async def emit(self, event, *args, **kw):
        handlers = self._handlers[event][:]
        self._handlers[event] = [(f, o) for f, o in handlers if not o]
        results = []
        for fn, _ in handlers:
            r = fn(*args, **kw)
            if inspect.isawaitable(r):
                r = await r
            results.append(r)
        return results


em = Emitter()


@em.on('greet')
def plain(name, *, loud=False):
    return name.upper() if loud else name


@em.on('greet', once=True)
async def slow(name, **kw):
    await asyncio.sleep(0)
    return f'你好, {name} {kw}'


class Listener:
    def __call__(self, name, **kw):
        return len(name)

    def method(self, name, **_):
        return self.__class__.__name__


em.on('greet', Listener())
em.on('greet', Listener().method)


async def main():
    print(await em.emit('greet', 'bob', loud=True))
    print(await em.emit('greet', 'ann'))
    print(await em.emit('nothing'))
    print(inspect.iscoroutinefunction(slow), inspect.iscoroutinefunction(plain), inspect.isfunction(plain), inspect.ismethod(Listener().method))


asyncio.run(main())
# expect-output:
# ['BOB', "你好, bob {'loud': True}", 3, 'Listener']
# ['ann', 3, 'Listener']
# []
# True False True True

# also on the model
