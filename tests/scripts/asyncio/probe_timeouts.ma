# timeout() and wait_for(): nesting, swallowing, misuse.
# not under stress
import asyncio
async def main():
    try:
        async with asyncio.timeout(0.01) as cm: await asyncio.sleep(1)
    except TimeoutError as e: print('T', repr(e), repr(e.__cause__), cm.expired())
    async with asyncio.timeout(None) as cm: print(cm.when(), cm)
    async with asyncio.timeout(10) as cm:
        cm.reschedule(asyncio.get_running_loop().time() - 1)
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: print('inner'); 
    print('swallowed', cm.expired()) if 0 else None
async def m2():
    try:
        async with asyncio.timeout(0.01):
            try:
                async with asyncio.timeout(5): await asyncio.sleep(1)
            except TimeoutError: print('no')
    except TimeoutError: print('outer only')
    try:
        async with asyncio.timeout(5):
            try:
                async with asyncio.timeout(0.01): await asyncio.sleep(1)
            except TimeoutError: print('inner only')
    except TimeoutError: print('no')
    try: await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except TimeoutError as e: print(repr(e), type(e.__cause__))
    print(await asyncio.wait_for(asyncio.sleep(0, 'r'), 1), await asyncio.wait_for(asyncio.sleep(0.001, 'n'), None))
    try: await asyncio.wait_for(asyncio.sleep(1, 'x'), 0)
    except TimeoutError: print('zero')
    async def stubborn():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: return 'kept'
    try: print(await asyncio.wait_for(stubborn(), 0.01))
    except TimeoutError: print('T kept')
    async def raises():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise KeyError('from cancel')
    try: await asyncio.wait_for(raises(), 0.01)
    except Exception as e: print(repr(e))
    t = asyncio.create_task(asyncio.wait_for(asyncio.sleep(1), 5)); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('wf cancelled')
    cm = asyncio.timeout(1)
    try: cm.reschedule(3)
    except RuntimeError as e: print(e)
    async with cm: pass
    try:
        async with cm: pass
    except RuntimeError as e: print(e)
    try: cm.reschedule(3)
    except RuntimeError as e: print(e)
    try:
        async with asyncio.timeout_at(0): await asyncio.sleep(0); await asyncio.sleep(0); print('not here')
    except TimeoutError: print('at')
    task = asyncio.current_task()
    print(task.cancelling())
    try:
        async with asyncio.timeout(0.01): raise ValueError('mine')
    except ValueError as e: print(e)
    async def tt():
        async with asyncio.timeout(0): 
            await asyncio.sleep(0)
    try: await tt()
    except TimeoutError: print('t0')
try: asyncio.run(main())
except BaseException as e: print(type(e).__name__, e)
asyncio.run(m2())

# expect-output:
# T TimeoutError() CancelledError() True
# None <Timeout [active] when=None>
# inner
# outer only
# inner only
# TimeoutError() <class 'asyncio.exceptions.CancelledError'>
# r n
# zero
# kept
# KeyError('from cancel')
# wf cancelled
# Timeout has not been entered
# Timeout has already been entered
# Cannot change state of finished Timeout
# at
# 0
# mine
# t0
