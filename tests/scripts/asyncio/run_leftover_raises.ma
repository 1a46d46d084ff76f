# A leftover that raises while run closes is reported.
# expect stderr: unhandled exception during asyncio.run() shutdown
# expect stderr: ValueError: at shutdown
import asyncio
async def left():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError('at shutdown')
async def main():
    asyncio.create_task(left())
    await asyncio.sleep(0)
asyncio.run(main())
print('after')
# expect-output:
# after

# also on the model
