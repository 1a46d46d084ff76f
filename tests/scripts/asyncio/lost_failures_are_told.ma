import asyncio
# not under stress: the collector finds them earlier
def handler(loop, ctx): print('H', ctx['message'], repr(ctx.get('exception')))
async def bad(n):
    await asyncio.sleep(.001); raise ValueError(n)
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.create_task(bad(1))
    await asyncio.sleep(.2)
    print('after')
    t = asyncio.create_task(bad(2))
    await asyncio.sleep(.2)
    print('held', t.done())
    del t
    await asyncio.sleep(.2)
    print('end')
asyncio.run(main())
# miniasync only: the second report comes at the end of run(), CPython's right after the del
# expect-output:
# H Task exception was never retrieved ValueError(1)
# after
# held True
# end
# H Task exception was never retrieved ValueError(2)
