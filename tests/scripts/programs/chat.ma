import asyncio


class Room:
    def __init__(self):
        self.members = {}
        self.log = []

    async def join(self, name):
        box = asyncio.Queue()
        self.members[name] = box
        await self.say('系统', f'{name} 加入了')
        return box

    async def leave(self, name):
        del self.members[name]
        await self.say('系统', f'{name} 离开了')

    async def say(self, who, text):
        self.log.append(f'{who}: {text}')
        for name, box in self.members.items():
            if name != who:
                await box.put((who, text))


async def user(room, name, script):
    box = await room.join(name)
    reader = asyncio.create_task(read(name, box))
    for delay, line in script:
        await asyncio.sleep(delay)
        await room.say(name, line)
    await room.leave(name)
    reader.cancel()
    try:
        await reader
    except asyncio.CancelledError:
        pass
    return f'{name} 收到 {reader_count[name]} 条'

reader_count = {}


async def read(name, box):
    reader_count[name] = 0
    while True:
        who, text = await box.get()
        reader_count[name] += 1
        print(f'[{name}] {who}: {text}')


async def main():
    room = Room()
    res = await asyncio.gather(
        user(room, '小明', [(0.01, '大家好'), (0.04, '再见')]),
        user(room, '小红', [(0.03, '你好小明')]),
    )
    print(*res, sep='\n')
    print(len(room.log), room.log[-1])


asyncio.run(main())
# expect-output:
# [小明] 系统: 小明 加入了
# [小明] 系统: 小红 加入了
# [小红] 系统: 小红 加入了
# [小红] 小明: 大家好
# [小明] 小红: 你好小明
# [小明] 系统: 小红 离开了
# 小明 收到 4 条
# 小红 收到 2 条
# 7 系统: 小明 离开了
