# set_exception_handler gets the context; callbacks that raise stop no other.
import asyncio, gc
async def main():
    loop = asyncio.get_running_loop()
    def handler(l, ctx):
        print(l is loop, ctx['message'].split(' at ')[0].split('(')[0], repr(ctx.get('exception')), sorted(ctx))
    loop.set_exception_handler(handler)
    def bad(): raise ValueError('in callback')
    loop.call_soon(bad)
    loop.call_soon(print, 'next one runs')
    await asyncio.sleep(0)
    async def fails(): raise KeyError('unread')
    t = asyncio.create_task(fails())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t = None
    gc.collect()
    f = loop.create_future()
    f.set_exception(OSError('future'))
    f = None
    gc.collect()
    loop.call_exception_handler({'message': 'by hand'})
    print(loop.get_exception_handler() is handler)
    loop.set_exception_handler(None)
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
asyncio.run(main())
# expect-output:
# True Exception in callback main.<locals>.bad ValueError('in callback') ['exception', 'handle', 'message']
# next one runs
# True Task exception was never retrieved KeyError('unread') ['exception', 'future', 'message']
# True Future exception was never retrieved OSError('future') ['exception', 'future', 'message']
# True by hand None ['message']
# True
# A callable object or None is expected, got 5
