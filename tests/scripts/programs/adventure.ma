# stdin: look\ngo north\ntake key\ngo south\ngo up\ninventory\nuse key\ndance\nquit
import asyncio
import sys


class Room:
    def __init__(self, name, text, **exits):
        self.name, self.text, self.exits, self.items = name, text, exits, []


class Game:
    def __init__(self):
        self.rooms = {'hall': Room('大厅', '空荡荡的大厅', north='garden'),
                      'garden': Room('花园', '鸟语花香', south='hall')}
        self.rooms['garden'].items.append('key')
        self.here = self.rooms['hall']
        self.bag = []
        self.running = True

    async def do_look(self):
        yield f'【{self.here.name}】{self.here.text}'
        if self.here.items:
            yield '这里有: ' + ', '.join(self.here.items)
        yield f'出口: {"/".join(self.here.exits)}'

    async def do_go(self, where):
        await asyncio.sleep(0)
        if where not in self.here.exits:
            yield f'不能往 {where} 走'
            return
        self.here = self.rooms[self.here.exits[where]]
        async for line in self.do_look():
            yield line

    async def do_take(self, item):
        try:
            self.here.items.remove(item)
        except ValueError:
            yield '没有'
        else:
            self.bag.append(item)
            yield f'拿到 {item}'

    async def do_inventory(self):
        yield str(self.bag)

    async def do_use(self, item):
        yield f'{item} {"有用" if item in self.bag else "?"}'

    async def do_quit(self):
        self.running = False
        yield '再见'


async def main():
    g = Game()
    while g.running:
        line = sys.stdin.readline()
        if not line:
            break
        cmd, *args = line.split()
        print('>', line.strip())
        handler = getattr(g, f'do_{cmd}', None)
        if not handler:
            print('我不懂', cmd)
            continue
        async for text in handler(*args):
            print(' ', text)


asyncio.run(main())
# expect-output:
# > look
#   【大厅】空荡荡的大厅
#   出口: north
# > go north
#   【花园】鸟语花香
#   这里有: key
#   出口: south
# > take key
#   拿到 key
# > go south
#   【大厅】空荡荡的大厅
#   出口: north
# > go up
#   不能往 up 走
# > inventory
#   ['key']
# > use key
#   key 有用
# > dance
# 我不懂 dance
# > quit
#   再见

# also on the model
