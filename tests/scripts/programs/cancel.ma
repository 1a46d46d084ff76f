import asyncio


async def stubborn():
    for i in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print('ignored', i, e.args)
    return 'survived'


async def cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        print('cleaning')
        await asyncio.sleep(0.001)
        print('cleaned')


async def parent():
    child = asyncio.create_task(cleanup(), name='child')
    try:
        await child
    except asyncio.CancelledError:
        print('parent: child cancelled?', child.cancelled())
        raise


async def converts():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError('instead') from None


async def main():
    t = asyncio.create_task(stubborn())
    for i in range(3):
        await asyncio.sleep(0)
        print(t.cancel(f'msg{i}'), t.cancelling())
    print(await t, t.cancelled(), t.cancel())
    p = asyncio.create_task(parent())
    await asyncio.sleep(0.001)
    p.cancel()
    try:
        await p
    except asyncio.CancelledError:
        print('cancelled', p)
    n = asyncio.create_task(cleanup())
    n.cancel()
    print(await asyncio.gather(n, return_exceptions=True))
    c = asyncio.create_task(converts())
    await asyncio.sleep(0)
    c.cancel()
    try:
        await c
    except ValueError as e:
        print(repr(e), c.cancelled(), c.exception())
    s = asyncio.create_task(cleanup())
    outer = asyncio.shield(s)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('shield cancelled', s.done())
    s.cancel()
    await asyncio.wait([s])
    print(s.cancelled())
    me = asyncio.current_task()
    me.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print('self', me.cancelling(), me.uncancel())


asyncio.run(main())
# expect-output:
# True 1
# ignored 0 ('msg0',)
# True 2
# ignored 1 ('msg1',)
# True 3
# ignored 2 ('msg2',)
# survived False False
# cleaning
# cleaned
# parent: child cancelled? True
# cancelled <Task cancelled name='Task-3' coro=<parent() done, defined at cancel.ma:22>>
# [CancelledError('')]
# ValueError('instead') False instead
# shield cancelled False
# cleaning
# cleaned
# True
# self 1 0
