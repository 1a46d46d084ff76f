# How many turns of the loop each thing costs.
import asyncio
async def nothing(): return 1
class Turns:
    def __enter__(self):
        self.n = 0
        self.on = True
        self.tick()
        return self
    def tick(self):
        if self.on:
            self.n += 1
            asyncio.get_running_loop().call_soon(self.tick)
    def __exit__(self, *info):
        self.on = False
async def measure(name, make):
    with Turns() as t:
        start = t.n
        r = make()
        if r is not None: await r
        used = t.n - start
    print(name, used)
async def main():
    await measure('sleep(0)', lambda: asyncio.sleep(0))
    await measure('task', lambda: asyncio.create_task(nothing()))
    await measure('gather1', lambda: asyncio.gather(nothing()))
    await measure('gather3', lambda: asyncio.gather(nothing(), nothing(), nothing()))
    done = asyncio.create_task(nothing()); await done
    await measure('wait done', lambda: asyncio.wait([done]))
    await measure('wait_for', lambda: asyncio.wait_for(nothing(), 1))
    await measure('wait_for None', lambda: asyncio.wait_for(nothing(), None))
    await measure('shield', lambda: asyncio.shield(nothing()))
    async def tg():
        async with asyncio.TaskGroup() as g:
            g.create_task(nothing())
    await measure('taskgroup', tg)
    async def tg0():
        async with asyncio.TaskGroup() as g: pass
    await measure('taskgroup empty', tg0)
    async def ac():
        for c in asyncio.as_completed([nothing(), nothing()]): await c
    await measure('as_completed', ac)
    lock = asyncio.Lock()
    async def lk():
        async with lock: pass
    await measure('lock', lk)
    q = asyncio.Queue()
    async def qq():
        await q.put(1); await q.get()
    await measure('queue', qq)
    ev = asyncio.Event()
    async def evw():
        asyncio.get_running_loop().call_soon(ev.set)
        await ev.wait()
    await measure('event', evw)
    await measure('gather done', lambda: asyncio.gather(done))
    async def tmo():
        async with asyncio.timeout(1): await asyncio.sleep(0)
    await measure('timeout', tmo)
asyncio.run(main())
# expect-output:
# sleep(0) 1
# task 2
# gather1 3
# gather3 3
# wait done 2
# wait_for 0
# wait_for None 0
# shield 3
# taskgroup 3
# taskgroup empty 0
# as_completed 3
# lock 0
# queue 0
# event 2
# gather done 0
# timeout 1
