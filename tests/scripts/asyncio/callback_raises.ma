# The default handler names the callback.
# expect stderr: Exception in callback cb() at callback_raises.ma:6
# expect stderr: handle: <Handle cb() at callback_raises.ma:6>
# expect stderr: ValueError: from callback
import asyncio
def cb():
    raise ValueError('from callback')
async def main():
    asyncio.get_running_loop().call_soon(cb)
    await asyncio.sleep(0)
    print('after')
asyncio.run(main())
# expect-output:
# after
