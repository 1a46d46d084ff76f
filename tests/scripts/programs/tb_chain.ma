import asyncio


class Repo:
    async def get(self, key):
        await asyncio.sleep(0)
        return {'a': 1}[key]


class Service:
    def __init__(self):
        self.repo = Repo()

    async def load(self, key):
        try:
            return await self.repo.get(key)
        except KeyError as e:
            raise RuntimeError(f'无法加载 {key}') from e


async def main():
    s = Service()
    print(await s.load('a'))
    print(await s.load(
        'b'
    ))


asyncio.run(main())
# expect error: RuntimeError: 无法加载 b
# expect-output:
# 1
