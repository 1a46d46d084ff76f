# timeout: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    try:
        async with asyncio.timeout(0.01) as cm:
            try: await asyncio.sleep(1)
            except asyncio.CancelledError as e: log.append(repr(e)); raise
    except TimeoutError as e: log.append((repr(e), repr(e.__cause__), cm.expired()))
    log.append(asyncio.current_task().cancelling())
    async with asyncio.timeout(None): await asyncio.sleep(0)
    async with asyncio.timeout(1) as cm: log.append(cm.expired())
    log.append(repr(cm))
    try:
        async with asyncio.timeout(0.01):
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: raise ValueError('own')
    except ValueError as e: log.append((repr(e), repr(e.__context__)))
    try:
        async with asyncio.timeout(0.02):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
    except TimeoutError: log.append('inner')
    try:
        async with asyncio.timeout(0.01):
            async with asyncio.timeout(0.02):
                await asyncio.sleep(1)
    except TimeoutError: log.append('outer')
    try:
        async with asyncio.timeout(-1): await asyncio.sleep(0)
    except TimeoutError: log.append('past')
    async with asyncio.timeout(0.001) as cm: 
        cm.reschedule(None); await asyncio.sleep(0.01)
    for fn in (lambda: cm.reschedule(1), lambda: asyncio.Timeout(1).reschedule(1)):
        try: fn()
        except RuntimeError as e: log.append(str(e))

if 'sync' in globals():
    sync()
else:
    try:
        log.append(('result', asyncio.run(main())))
    except BaseException as e:
        if 'after' in globals(): after(e)
        else: raise
for x in log:
    print(x)
# expect-output:
# CancelledError()
# ('TimeoutError()', 'CancelledError()', True)
# 0
# False
# <Timeout [finished]>
# ("ValueError('own')", 'TimeoutError()')
# inner
# outer
# past
# Cannot change state of finished Timeout
# Timeout has not been entered
# ('result', None)
