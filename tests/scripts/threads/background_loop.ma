# A class that keeps a loop in a thread.
import asyncio, threading, time
class Background:
    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, daemon=True); self.thread.start()
    def _run(self):
        asyncio.set_event_loop(self.loop)
        try: self.loop.run_forever()
        finally: self.loop.close(); print('closed')
    def submit(self, coro): return asyncio.run_coroutine_threadsafe(coro, self.loop)
    def stop(self): self.loop.call_soon_threadsafe(self.loop.stop); self.thread.join()
async def job(n): await asyncio.sleep(.01); return n * n
bg = Background()
fs = [bg.submit(job(i)) for i in range(3)]
print([f.result(timeout=1) for f in fs])
async def ticker():
    for i in range(3): print('tick', i); await asyncio.sleep(.01)
f = bg.submit(ticker()); time.sleep(.05); print(f.done()); bg.stop()
# expect-output:
# [0, 1, 4]
# tick 0
# tick 1
# tick 2
# True
# closed
