# run stop: order, states and texts are those of CPython 3.13.
import asyncio
FILE = __file__
log = []

def sync():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    log.append(asyncio.get_event_loop() is loop)
    loop.call_soon(log.append, 'a'); loop.call_soon(loop.stop); loop.call_soon(log.append, 'b'); loop.call_soon(lambda: loop.call_soon(log.append, 'next'))
    loop.run_forever(); log.append('|')
    loop.stop(); loop.run_forever(); log.append('||')
    f = loop.create_future(); loop.call_soon(loop.stop)
    try: loop.run_until_complete(f)
    except RuntimeError as e: log.append(str(e))
    async def v(): return 5
    log.append(loop.run_until_complete(v()))
    async def e(): raise KeyError('ke')
    try: loop.run_until_complete(e())
    except KeyError as x: log.append(repr(x))
    t = loop.create_task(v()); log.append(repr(t).replace(FILE, 'F')); log.append(loop.run_until_complete(t)); log.append(loop.run_until_complete(t))
    c = v()
    try: asyncio.create_task(c)
    except RuntimeError as x: log.append(str(x))
    c.close()
    try: asyncio.get_running_loop()
    except RuntimeError as x: log.append(str(x))
    try: asyncio.current_task()
    except RuntimeError as x: log.append(str(x))
    log.append(repr(loop)); loop.close(); log.append(repr(loop)); loop.close()
    try: loop.run_until_complete(f)
    except RuntimeError as x: log.append(str(x))
    asyncio.set_event_loop(None)
    try: asyncio.get_event_loop()
    except RuntimeError as x: log.append(str(x))
    try: asyncio.set_event_loop(5)
    except TypeError as x: log.append(str(x))

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
# True
# a
# b
# |
# next
# ||
# Event loop stopped before Future completed.
# 5
# KeyError('ke')
# <Task pending name='Task-3' coro=<sync.<locals>.v() running at F:16>>
# 5
# 5
# no running event loop
# no running event loop
# no running event loop
# <_UnixSelectorEventLoop running=False closed=False debug=False>
# <_UnixSelectorEventLoop running=False closed=True debug=False>
# Event loop is closed
# There is no current event loop in thread 'MainThread'.
# loop must be an instance of AbstractEventLoop or None, not 'int'
