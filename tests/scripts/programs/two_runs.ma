import asyncio


async def show():
    print(asyncio.current_task().get_name())
    t = asyncio.create_task(asyncio.sleep(0))
    print(t.get_name())


asyncio.run(show())
asyncio.run(show())
with asyncio.Runner() as r:
    r.run(show())
    r.run(show())
loop = asyncio.new_event_loop()
loop.run_until_complete(show())
loop.run_until_complete(show())
loop.close()
# expect-output:
# Task-1
# Task-2
# Task-5
# Task-6
# Task-9
# Task-10
# Task-11
# Task-12
# Task-15
# Task-16
# Task-17
# Task-18
