# What to look for: it works, always - because tasks happen to run in the order in which they were made. Nothing
# promises that `load` has filled the settings when `greet` reads them: both only sleep(0).
# `miniasync shuffle examples/30_order_bug.ma` runs it in other orders and finds the one that breaks it.

import asyncio

settings = {}

async def load():
    await asyncio.sleep(0)
    settings['greeting'] = 'hello'

async def greet(name):
    await asyncio.sleep(0)
    print(settings.get('greeting', '???'), name)

async def main():
    await asyncio.gather(load(), greet('world'))

asyncio.run(main())
