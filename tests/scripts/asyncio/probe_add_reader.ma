# add reader: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

import os
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe(); f = loop.create_future()
    def on_r():
        d = os.read(r, 100); log.append(d); loop.remove_reader(r); f.set_result(len(d))
    loop.add_reader(r, on_r)
    loop.call_later(0.01, os.write, w, b'hello')
    log.append(await f)
    log.append((loop.remove_reader(r), loop.remove_writer(w)))
    g = loop.create_future()
    loop.add_writer(w, lambda: (loop.remove_writer(w), g.set_result('writable')))
    log.append(await g)
    os.close(r); os.close(w)
    try: loop.add_reader(-1, on_r)
    except ValueError as e: log.append(str(e))

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
# b'hello'
# 5
# (False, False)
# writable
# Invalid file descriptor: -1
# ('result', None)
