# call_soon_threadsafe into a loop whose callbacks block.
# not under stress: the times
import asyncio, time
from threading import Thread
def start_loop(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()
def more_work(x):
    print('More work {}'.format(x)); time.sleep(x); print('Finished more work {}'.format(x))
start = time.time()
new_loop = asyncio.new_event_loop()
t = Thread(target=start_loop, args=(new_loop,), daemon=True)
t.start()
print('TIME: {}'.format(time.time() - start < .1))
new_loop.call_soon_threadsafe(more_work, .06)
new_loop.call_soon_threadsafe(more_work, .03)
time.sleep(.2)
print('end')
# expect-output:
# TIME: True
# More work 0.06
# Finished more work 0.06
# More work 0.03
# Finished more work 0.03
# end
