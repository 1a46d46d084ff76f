def step(cells):
    neighbours = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = x + dx, y + dy
                    neighbours[key] = neighbours.get(key, 0) + 1
    return {c for c, n in neighbours.items() if n == 3 or n == 2 and c in cells}


def show(cells, width=8, height=6):
    for y in range(height):
        print(''.join('■' if (x, y) in cells else '□' for x in range(width)))
    print()


GLIDER = """
.#.
..#
###
"""
cells = {(x, y) for y, line in enumerate(GLIDER.strip().split('\n')) for x, c in enumerate(line) if c == '#'}
for gen in range(4):
    print('第', gen, '代', len(cells))
    show(cells)
    cells = step(cells)
for _ in range(20):
    cells = step(cells)
print(sorted(cells), (min(x for x, _ in cells), max(y for _, y in cells)))


# 用生成器协程实现的版本 (Effective Python)
from collections import namedtuple
Query = namedtuple('Query', ('y', 'x'))
Transition = namedtuple('Transition', ('y', 'x', 'state'))
TICK = object()


def count_neighbors(y, x):
    total = 0
    for dy, dx in [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1)]:
        state = yield Query(y + dy, x + dx)
        total += state == '*'
    return total


def game_logic(state, n):
    if state == '*':
        return '*' if n in (2, 3) else '-'
    return '*' if n == 3 else '-'


def step_cell(y, x):
    state = yield Query(y, x)
    n = yield from count_neighbors(y, x)
    yield Transition(y, x, game_logic(state, n))


def simulate(h, w):
    while True:
        for y in range(h):
            for x in range(w):
                yield from step_cell(y, x)
        yield TICK


class Grid:
    def __init__(self, h, w):
        self.h, self.w = h, w
        self.rows = [['-'] * w for _ in range(h)]

    def __str__(self):
        return '\n'.join(''.join(r) for r in self.rows)

    def query(self, y, x):
        return self.rows[y % self.h][x % self.w]

    def assign(self, y, x, state):
        self.rows[y % self.h][x % self.w] = state


def live_a_generation(grid, sim):
    progeny = Grid(grid.h, grid.w)
    item = next(sim)
    while item is not TICK:
        if isinstance(item, Query):
            item = sim.send(grid.query(item.y, item.x))
        else:
            progeny.assign(item.y, item.x, item.state)
            item = next(sim)
    return progeny


grid = Grid(5, 9)
for y, x in ((0, 3), (1, 4), (2, 2), (2, 3), (2, 4)):
    grid.assign(y, x, '*')
sim = simulate(grid.h, grid.w)
for i in range(4):
    print(f'-- {i}', grid, sep='\n')
    grid = live_a_generation(grid, sim)
# expect-output:
# 第 0 代 5
# □■□□□□□□
# □□■□□□□□
# ■■■□□□□□
# □□□□□□□□
# □□□□□□□□
# □□□□□□□□
#
# 第 1 代 5
# □□□□□□□□
# ■□■□□□□□
# □■■□□□□□
# □■□□□□□□
# □□□□□□□□
# □□□□□□□□
#
# 第 2 代 5
# □□□□□□□□
# □□■□□□□□
# ■□■□□□□□
# □■■□□□□□
# □□□□□□□□
# □□□□□□□□
#
# 第 3 代 5
# □□□□□□□□
# □■□□□□□□
# □□■■□□□□
# □■■□□□□□
# □□□□□□□□
# □□□□□□□□
#
# [(6, 8), (7, 6), (7, 8), (8, 7), (8, 8)] (6, 8)
# -- 0
# ---*-----
# ----*----
# --***----
# ---------
# ---------
# -- 1
# ---------
# --*-*----
# ---**----
# ---*-----
# ---------
# -- 2
# ---------
# ----*----
# --*-*----
# ---**----
# ---------
# -- 3
# ---------
# ---*-----
# ----**---
# ---**----
# ---------
