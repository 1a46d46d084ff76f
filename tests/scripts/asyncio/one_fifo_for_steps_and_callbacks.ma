# Task steps, call_soon and done-callbacks share one queue.
import asyncio
async def step(n):
    print('step', n, 1)
    await asyncio.sleep(0)
    print('step', n, 2)
async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, 'soon 1')
    a = asyncio.create_task(step('a'))
    loop.call_soon(print, 'soon 2')
    b = asyncio.create_task(step('b'))
    a.add_done_callback(lambda t: print('a done'))
    f = loop.create_future()
    f.add_done_callback(lambda t: print('f done'))
    f.set_result(None)
    loop.call_soon(lambda: loop.call_soon(print, 'nested soon'))
    print('main awaits')
    await b
    print('main end')
asyncio.run(main())
# expect-output:
# main awaits
# soon 1
# step a 1
# soon 2
# step b 1
# f done
# step a 2
# step b 2
# nested soon
# a done
# main end

# also on the model
