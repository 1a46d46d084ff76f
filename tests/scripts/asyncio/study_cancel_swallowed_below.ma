# A child that swallows its cancel saves its parent.
import asyncio
async def parent():
    child_t = asyncio.create_task(child())
    try: return await child_t
    except asyncio.CancelledError:
        print('parent cancelled', child_t.cancelled(), child_t.cancelling()); raise
async def child():
    try: await asyncio.sleep(1)
    except asyncio.CancelledError as e: print('child', e.args); return 'child result'
async def main():
    t = asyncio.create_task(parent()); await asyncio.sleep(.01); t.cancel('why')
    print(await t, t.cancelled(), t.cancelling())
asyncio.run(main())
# expect-output:
# child ('why',)
# child result False 1
