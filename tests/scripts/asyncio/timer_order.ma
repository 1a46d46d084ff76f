# Timers fire by deadline; equal deadlines in the order of arming.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    base = loop.time() + 0.02
    loop.call_at(base + 0.01, print, 'late')
    for i in range(4):
        loop.call_at(base + i * 0.0001, print, 'timer', i)
    loop.call_later(-5, print, 'past')
    loop.call_later(0, print, 'zero')
    loop.call_soon(print, 'soon')
    h = loop.call_later(0.005, print, 'never')
    h.cancel()
    print(h.cancelled(), type(h).__name__, round(h.when() - loop.time(), 2) <= 0.01)
    await asyncio.sleep(0.05)
asyncio.run(main())
# expect-output:
# True TimerHandle True
# soon
# past
# zero
# timer 0
# timer 1
# timer 2
# timer 3
# late
