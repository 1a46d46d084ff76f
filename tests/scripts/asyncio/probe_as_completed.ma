# as completed: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

async def w(d, v):
    await asyncio.sleep(d)
    if v == 'bad': raise ValueError(v)
    return v
async def main():
    for c in asyncio.as_completed([asyncio.create_task(w(0.02, 'b')), asyncio.create_task(w(0.01, 'a')), asyncio.create_task(w(0.03, 'bad'))]):
        try: log.append(await c)
        except ValueError as e: log.append(repr(e))
    try:
        for c in asyncio.as_completed([asyncio.create_task(w(5, 'z'))], timeout=0.01): await c
    except TimeoutError as e: log.append(repr(e))
    async for t in asyncio.as_completed([asyncio.create_task(w(0.001, 'q'))]): log.append(t.result())

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
# a
# b
# ValueError('bad')
# TimeoutError()
# q
# ('result', None)
