import asyncio
import sys


async def download(name, size, report):
    got = 0
    while got < size:
        await asyncio.sleep(0.001)
        got = min(size, got + 30)
        report(name, got, size)
    return name


class Progress:
    def __init__(self):
        self.state = {}

    def __call__(self, name, got, size):
        self.state[name] = got / size
        if got == size:
            self.draw(name)

    def draw(self, name):
        p = self.state[name]
        n = int(p * 20)
        print(f'{name:<6}|{"█" * n}{"░" * (20 - n)}| {p:7.1%}', end='\n', file=sys.stdout, flush=True)


async def spinner(msg):
    i = 0
    try:
        while True:
            i += 1
            await asyncio.sleep(0.001)
    except asyncio.CancelledError:
        print(msg, 'spun', i > 1)


async def main():
    p = Progress()
    sp = asyncio.create_task(spinner('thinking'))
    print(await asyncio.gather(*(download(n, s, p) for n, s in (('文件a', 60), ('b', 150), ('cc', 250)))))
    sp.cancel()
    await sp
    print({k: f'{v:.0%}' for k, v in p.state.items()})


asyncio.run(main())
# expect-output:
# 文件a   |████████████████████|  100.0%
# b     |████████████████████|  100.0%
# cc    |████████████████████|  100.0%
# ['文件a', 'b', 'cc']
# thinking spun True
# {'文件a': '100%', 'b': '100%', 'cc': '100%'}

# also on the model
