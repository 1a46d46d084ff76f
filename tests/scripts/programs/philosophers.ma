# not under stress: two timers made in one turn are a millisecond apart there
import asyncio


class Philosopher:
    def __init__(self, name, left, right, log):
        self.name, self.left, self.right, self.log = name, left, right, log
        self.meals = 0

    async def dine(self, rounds):
        for _ in range(rounds):
            await self.think()
            first, second = sorted((self.left, self.right), key=lambda f: f[0])
            async with first[1]:
                async with second[1]:
                    await self.eat()

    async def think(self):
        self.log.append(f'{self.name}思考')
        await asyncio.sleep(0)

    async def eat(self):
        self.log.append(f'{self.name}吃饭')
        await asyncio.sleep(0.001)
        self.meals += 1


async def main():
    log = []
    forks = [(i, asyncio.Lock()) for i in range(5)]
    ps = [Philosopher(n, forks[i], forks[(i + 1) % 5], log) for i, n in enumerate(['孔子', '孟子', '老子', '庄子', '荀子'])]
    await asyncio.gather(*(p.dine(2) for p in ps))
    for line in log:
        print(line)
    print({p.name: p.meals for p in ps})
    # 死锁版本
    left, right = asyncio.Lock(), asyncio.Lock()

    async def grab(a, b):
        async with a:
            await asyncio.sleep(0)
            async with b:
                return 'ok'
    try:
        await asyncio.wait_for(asyncio.gather(grab(left, right), grab(right, left)), 0.02)
    except TimeoutError:
        print('死锁!', left.locked(), right.locked())


asyncio.run(main())
# expect-output:
# 孔子思考
# 孟子思考
# 老子思考
# 庄子思考
# 荀子思考
# 孔子吃饭
# 老子吃饭
# 孔子思考
# 老子思考
# 孟子吃饭
# 荀子吃饭
# 孟子思考
# 荀子思考
# 庄子吃饭
# 庄子思考
# 老子吃饭
# 庄子吃饭
# 孟子吃饭
# 孔子吃饭
# 荀子吃饭
# {'孔子': 2, '孟子': 2, '老子': 2, '庄子': 2, '荀子': 2}
# 死锁! False False
