# What to look for: each transfer takes two locks, and the two tasks take them in the opposite order. Each holds
# one and waits for the other's: nobody can go on. The trace names the circle; `why T2` walks it.
# expect error: DeadlockError: every task is waiting and nothing can wake them
# miniasync only: CPython would wait for ever

import asyncio

class Account:
    def __init__(self, name, money):
        self.name = name
        self.money = money
        self.lock = asyncio.Lock()

async def transfer(giver, taker, amount):
    async with giver.lock:
        print(giver.name, 'is locked')
        await asyncio.sleep(0.1)        # the bank is asked
        async with taker.lock:
            giver.money -= amount
            taker.money += amount
            print(giver.name, 'gave', taker.name, amount)

async def main():
    ann, bob = Account('Ann', 100), Account('Bob', 100)
    await asyncio.gather(transfer(ann, bob, 10), transfer(bob, ann, 20))
    print(ann.money, bob.money)

asyncio.run(main())
