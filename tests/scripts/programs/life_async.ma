import asyncio


class Simulation:
    """生态模拟: 每个动物一个任务"""

    def __init__(self):
        self.grass = 20
        self.log = []
        self.day = 0
        self.dawn = asyncio.Condition()

    async def sun(self, days):
        for _ in range(days):
            async with self.dawn:
                self.day += 1
                self.grass += 3
                self.dawn.notify_all()
            await asyncio.sleep(0.001)

    async def rabbit(self, name):
        energy = 3
        while energy > 0:
            async with self.dawn:
                await self.dawn.wait()
            if self.grass >= 4:
                self.grass -= 4
                energy += 1
            else:
                energy -= 2
            self.log.append(f'day {self.day} {name} e={energy} grass={self.grass}')
            if energy > 4:
                asyncio.current_task().get_name()
                energy -= 2
        self.log.append(f'{name} 死了 day {self.day}')


async def main():
    s = Simulation()
    rabbits = [asyncio.create_task(s.rabbit(f'兔{i}')) for i in range(3)]
    await asyncio.sleep(0)
    await s.sun(12)
    for r in rabbits:
        r.cancel()
    await asyncio.gather(*rabbits, return_exceptions=True)
    print(*s.log, sep='\n')
    print([r.cancelled() for r in rabbits])


asyncio.run(main())
# expect-output:
# day 1 兔0 e=4 grass=19
# day 1 兔1 e=4 grass=15
# day 1 兔2 e=4 grass=11
# day 2 兔0 e=5 grass=10
# day 2 兔1 e=5 grass=6
# day 2 兔2 e=5 grass=2
# day 3 兔0 e=4 grass=1
# day 3 兔1 e=1 grass=1
# day 3 兔2 e=1 grass=1
# day 4 兔0 e=5 grass=0
# day 4 兔1 e=-1 grass=0
# 兔1 死了 day 4
# day 4 兔2 e=-1 grass=0
# 兔2 死了 day 4
# day 5 兔0 e=1 grass=3
# day 6 兔0 e=2 grass=2
# day 7 兔0 e=3 grass=1
# day 8 兔0 e=4 grass=0
# day 9 兔0 e=2 grass=3
# day 10 兔0 e=3 grass=2
# day 11 兔0 e=4 grass=1
# day 12 兔0 e=5 grass=0
# [True, False, False]
