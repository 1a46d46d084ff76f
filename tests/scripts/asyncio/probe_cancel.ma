# cancel, uncancel, and who sees what.
# not under stress
import asyncio
async def main():
    me = asyncio.current_task()
    async def child():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print('1', e.args, asyncio.current_task().cancelling())
            asyncio.current_task().uncancel(); print(asyncio.current_task().cancelling())
        await asyncio.sleep(0); return 'survived'
    t = asyncio.create_task(child()); await asyncio.sleep(0)
    print(t.cancel('m1'), t.cancel('m2'), t.cancelling()); 
    try: print(await t)
    except asyncio.CancelledError as e: print('CE', e.args)
    print(t.cancel(), t.cancelled(), t.uncancel(), t.uncancel())
    async def never(): print('never runs')
    n = asyncio.create_task(never()); n.cancel()
    try: await n
    except asyncio.CancelledError: print('never', n.cancelled())
    async def selfc():
        asyncio.current_task().cancel(); print('still'); return 1
    s = asyncio.create_task(selfc())
    try: print(await s)
    except asyncio.CancelledError: print('self cancelled')
    async def a():
        try: await b_t
        except asyncio.CancelledError: print('a got'); raise
    async def b():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('b swallowed'); return 'bval'
    b_t = asyncio.create_task(b()); a_t = asyncio.create_task(a()); await asyncio.sleep(0.001)
    a_t.cancel()
    try: print('a result', await a_t)
    except asyncio.CancelledError: print('a_t cancelled')
    f = asyncio.get_running_loop().create_future()
    print(f.cancel('x'), f.cancel(), f.cancelled())
    try: f.result()
    except asyncio.CancelledError as e: print(e.args)
    try: f.set_result(1)
    except asyncio.InvalidStateError as e: print(e)
    async def cleanup():
        try: await asyncio.sleep(1)
        finally:
            print('c1'); await asyncio.sleep(0.001); print('c2')
    c = asyncio.create_task(cleanup()); await asyncio.sleep(0); c.cancel(); await asyncio.sleep(0); c.cancel()
    try: await c
    except asyncio.CancelledError: print('c done')
    async def inner_raise():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise ValueError('replaced')
    i = asyncio.create_task(inner_raise()); await asyncio.sleep(0); i.cancel()
    try: await i
    except ValueError as e: print(e, type(e.__context__).__name__)
    print(repr(i.exception()), i.cancelled())
    asyncio.get_running_loop().call_soon(me.cancel, 'late')
    try: await asyncio.sleep(1)
    except asyncio.CancelledError as e: print('me', e.args, me.cancelling())
    print(me.uncancel())
    await asyncio.sleep(0)
    print('end')
asyncio.run(main())

# expect-output:
# True True 2
# 1 ('m1',) 2
# 1
# survived
# False False 0 0
# never True
# still
# self cancelled
# b swallowed
# a result None
# True False True
# ('x',)
# invalid state
# c1
# c done
# replaced CancelledError
# ValueError('replaced') False
# me ('late',) 1
# 0
# end

# also on the model
