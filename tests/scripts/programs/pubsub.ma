import asyncio
from collections import defaultdict


class Bus:
    def __init__(self):
        self.subs = defaultdict(set)

    def subscribe(self, topic):
        return Subscription(self, topic)

    async def publish(self, topic, msg):
        n = 0
        for pattern, queues in list(self.subs.items()):
            if pattern == topic or pattern == '*':
                for q in sorted(queues, key=id):
                    await q.put((topic, msg))
                    n += 1
        return n


class Subscription:
    def __init__(self, bus, topic):
        self.bus, self.topic, self.queue = bus, topic, asyncio.Queue()

    def __enter__(self):
        self.bus.subs[self.topic].add(self.queue)
        return self

    def __exit__(self, *exc):
        self.bus.subs[self.topic].discard(self.queue)

    def __aiter__(self):
        return self

    async def __anext__(self):
        topic, msg = await self.queue.get()
        if msg is None:
            raise StopAsyncIteration
        return topic, msg


async def listener(bus, name, topic, out):
    with bus.subscribe(topic) as sub:
        async for t, msg in sub:
            out.append((name, t, msg))
        else:
            out.append((name, 'end'))


async def main():
    bus = Bus()
    out = []
    ts = [asyncio.create_task(listener(bus, n, t, out)) for n, t in (('甲', 'news'), ('乙', 'sport'), ('丙', '*'))]
    await asyncio.sleep(0)
    print(await bus.publish('news', '你好'), await bus.publish('sport', 3), await bus.publish('other', []))
    await asyncio.sleep(0.01)
    await bus.publish('news', None)
    await bus.publish('sport', None)
    await asyncio.gather(*ts)
    for row in sorted(map(str, out)):
        print(row)
    print({k: len(v) for k, v in bus.subs.items()})


asyncio.run(main())
# expect-output:
# 2 2 1
# ('丙', 'end')
# ('丙', 'news', '你好')
# ('丙', 'other', [])
# ('丙', 'sport', 3)
# ('乙', 'end')
# ('乙', 'sport', 3)
# ('甲', 'end')
# ('甲', 'news', '你好')
# {'news': 0, 'sport': 0, '*': 0}
