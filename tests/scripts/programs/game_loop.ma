import asyncio
import random


class Entity:
    def __init__(self, name, hp, atk, rng):
        self.name, self.hp, self.atk, self.rng = name, hp, atk, rng

    alive = property(lambda self: self.hp > 0)

    def __str__(self):
        bar = '♥' * max(0, self.hp // 5)
        return f'{self.name}[{bar:<6}]{self.hp:>3}'


async def fight(e, target, lock, log, period):
    while e.alive and target.alive:
        async with lock:
            if not e.alive:
                break
            dmg = e.rng.randint(1, e.atk)
            crit = e.rng.random() < 0.2
            target.hp -= dmg * (1 + crit)
            log.append(f'{e.name} → {target.name} -{dmg}{" 暴击" if crit else ""} ({target})')
        for _ in range(period):
            await asyncio.sleep(0)
    return e.name if e.alive else None


async def main():
    rng = random.Random(2024)
    hero, orc = Entity('勇者', 30, 8, rng), Entity('兽人', 30, 9, rng)
    lock, log = asyncio.Lock(), []
    winners = await asyncio.gather(fight(hero, orc, lock, log, 2), fight(orc, hero, lock, log, 3))
    print('\n'.join(log))
    print('胜者', [w for w in winners if w])


asyncio.run(main())
# expect-output:
# 勇者 → 兽人 -8 暴击 (兽人[♥♥    ] 14)
# 兽人 → 勇者 -5 (勇者[♥♥♥♥♥ ] 25)
# 勇者 → 兽人 -7 (兽人[♥     ]  7)
# 兽人 → 勇者 -5 (勇者[♥♥♥♥  ] 20)
# 勇者 → 兽人 -8 (兽人[      ] -1)
# 胜者 ['勇者']
