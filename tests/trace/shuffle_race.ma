import asyncio

total = 0

async def deposit(amount):
    global total
    before = total
    await asyncio.sleep(0)
    total = before + amount

async def withdraw(amount):
    global total
    before = total
    total = before - amount
    await asyncio.sleep(0)

async def main():
    await asyncio.gather(deposit(100), withdraw(30))
    print("total", total)

asyncio.run(main())
