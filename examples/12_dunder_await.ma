# What to look for: whatever has __await__ can be awaited. Two tasks take turns at every `await`.

import asyncio

# await 后面只能跟异步程序或有__await__属性的对象
class IO:
    def __init__(self, value, delay):
        self.value = value
        self.delay = delay

    def __await__(self):
        print('挂起', self.value)
        yield from asyncio.sleep(self.delay).__await__()
        print('恢复', self.value)
        return self.value


class Ready:
    def __await__(self):
        return iter([])            # 没有挂起，结果是 None


class Bad:
    def __await__(self):
        return 3


class BadYield:
    def __await__(self):
        yield 'not a future'


async def run(value, delay):
    # 在一个异步函数中，可以不止一次挂起，也就是可以用多个await
    first = await IO(value, delay)
    second = await IO(value * 10, delay)
    return first + second


async def main():
    tasks = [asyncio.create_task(run(1, 0.1)), asyncio.create_task(run(2, 0.15))]
    for task in tasks:
        print(await task)
    print(await Ready())
    for thing in (Bad(), BadYield()):
        try:
            await thing
        except (TypeError, RuntimeError) as e:
            print(type(e).__name__ + ':', e)

asyncio.run( main() )
