# At the end, run cancels what is left, in order of creation, and waits for it.
# miniasync only: CPython cancels a set, in any order
import asyncio
async def left(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('cancelled', n)
        await asyncio.sleep(0)
        print('cleaned', n)
        raise
async def main():
    global tasks
    tasks = [asyncio.create_task(left(i)) for i in range(3)]
    await asyncio.sleep(0)
    return 'main done'
print(asyncio.run(main()))
print([t.cancelled() for t in tasks])
# expect-output:
# cancelled 0
# cancelled 1
# cancelled 2
# cleaned 0
# cleaned 1
# cleaned 2
# main done
# [True, True, True]

# also on the model
