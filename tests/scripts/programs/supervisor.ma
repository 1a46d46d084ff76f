import asyncio


class Supervisor:
    def __init__(self, max_restarts=2):
        self.max = max_restarts
        self.children = {}
        self.events = []

    def add(self, name, factory):
        self.children[name] = factory

    async def _watch(self, name, factory):
        restarts = 0
        while True:
            try:
                result = await factory()
            except asyncio.CancelledError:
                self.events.append(f'{name} 停止')
                raise
            except Exception as e:
                restarts += 1
                self.events.append(f'{name} 崩溃({e}) 重启{restarts}')
                if restarts > self.max:
                    raise RuntimeError(f'{name} 放弃') from e
                await asyncio.sleep(0)
            else:
                self.events.append(f'{name} 完成 {result}')
                return result

    async def run(self):
        tasks = {n: asyncio.create_task(self._watch(n, f), name=n) for n, f in self.children.items()}
        done, pending = await asyncio.wait(tasks.values(), return_when=asyncio.FIRST_EXCEPTION)
        for p in pending:
            p.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
        return {n: (t.exception() or t.result()) if not t.cancelled() else 'cancelled' for n, t in tasks.items()}


attempts = 0


async def flaky():
    global attempts
    attempts += 1
    await asyncio.sleep(0.001)
    if attempts < 3:
        raise OSError(f'第{attempts}次')
    return '好了'


async def crash():
    await asyncio.sleep(0.03)
    raise ValueError('总是坏')


async def forever():
    await asyncio.Event().wait()


async def main():
    s = Supervisor()
    for n, f in (('flaky', flaky), ('crash', crash), ('forever', forever)):
        s.add(n, f)
    res = await s.run()
    for k, v in res.items():
        print(k, repr(v), repr(getattr(v, '__cause__', None)))
    print(*s.events, sep='\n')


asyncio.run(main())
# expect-output:
# flaky '好了' None
# crash RuntimeError('crash 放弃') ValueError('总是坏')
# forever 'cancelled' None
# flaky 崩溃(第1次) 重启1
# flaky 崩溃(第2次) 重启2
# flaky 完成 好了
# crash 崩溃(总是坏) 重启1
# crash 崩溃(总是坏) 重启2
# crash 崩溃(总是坏) 重启3
# forever 停止
