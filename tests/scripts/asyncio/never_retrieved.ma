# A Task whose exception nobody looked at is reported when it dies.
# expect stderr: Task exception was never retrieved
# expect stderr: future: <Task finished name='BAD' coro=<bad() done, defined at never_retrieved.ma:8> exception=ValueError('boom')>
# expect stderr: ValueError: boom
import asyncio, gc
async def main():
    t = asyncio.create_task(bad(), name='BAD')
async def bad():
    raise ValueError('boom')
async def main():
    t = asyncio.create_task(bad(), name='BAD')
    await asyncio.sleep(0.001)
    t = None
    gc.collect()
    print('goes on')
asyncio.run(main())
# expect-output:
# goes on
