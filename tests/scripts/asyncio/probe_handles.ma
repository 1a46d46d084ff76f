# handles: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(log.append, 'no'); h2 = loop.call_soon(h.cancel); 
    h3 = loop.call_soon(log.append, 'no2'); loop.call_soon(log.append, 'yes'); h3.cancel()
    a = loop.call_later(0.005, log.append, 'A'); b = loop.call_later(0.005, lambda: c.cancel()); c = loop.call_later(0.005, log.append, 'C')
    await asyncio.sleep(0.02)
    log.append((a.cancelled(), c.cancelled(), a < b, a.when() <= c.when()))
    hs = [loop.call_later(10, log.append, i) for i in range(300)]
    for h in hs: h.cancel()
    await asyncio.sleep(0.001)
    log.append('end')

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
# no
# yes
# A
# (False, True, True, True)
# end
# ('result', None)
