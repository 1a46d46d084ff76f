class Elevator:
    def __init__(self, floors):
        self.floors = floors
        self.current = 1
        self.direction = 0
        self.requests = set()

    def request(self, floor):
        if not 1 <= floor <= self.floors:
            raise ValueError(f'楼层 {floor} 不存在')
        self.requests.add(floor)

    def run(self):
        while self.requests:
            if self.current in self.requests:
                self.requests.discard(self.current)
                yield 'open', self.current
                continue
            up = [f for f in self.requests if f > self.current]
            down = [f for f in self.requests if f < self.current]
            if self.direction >= 0 and up or not down:
                self.direction = 1
            else:
                self.direction = -1
            self.current += self.direction
            yield ('up' if self.direction > 0 else 'down'), self.current
        self.direction = 0


e = Elevator(9)
for f in (5, 3, 8):
    e.request(f)
steps = e.run()
for n, (action, floor) in enumerate(steps, 1):
    print(f'{n:02d} {"↑" if action == "up" else "↓" if action == "down" else "开"} {floor}')
    if n == 4:
        e.request(2)
try:
    e.request(12)
except ValueError as exc:
    print(exc)
print(e.current, e.requests, e.direction)
print(vars(e))
# expect-output:
# 01 ↑ 2
# 02 ↑ 3
# 03 开 3
# 04 ↑ 4
# 05 ↑ 5
# 06 开 5
# 07 ↑ 6
# 08 ↑ 7
# 09 ↑ 8
# 10 开 8
# 11 ↓ 7
# 12 ↓ 6
# 13 ↓ 5
# 14 ↓ 4
# 15 ↓ 3
# 16 ↓ 2
# 17 开 2
# 楼层 12 不存在
# 2 set() 0
# {'floors': 9, 'current': 2, 'direction': 0, 'requests': set()}
