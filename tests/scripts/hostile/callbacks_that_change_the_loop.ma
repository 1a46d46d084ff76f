# Callbacks that cancel, add and remove while they run.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    def rem(x):
        print('rem'); f.remove_done_callback(other)
    def other(x): print('other still runs: it was scheduled')
    f.add_done_callback(rem); f.add_done_callback(other)
    f.set_result(1)
    await asyncio.sleep(0); await asyncio.sleep(0)
    class Evil:
        busy = False
        def __eq__(self, o):
            if not self.busy:
                self.busy = True
                g.remove_done_callback(print)
            return True
        def __call__(self, *a): print('evil called')
    g = loop.create_future()
    g.add_done_callback(Evil()); g.add_done_callback(print); g.add_done_callback(Evil())
    g.remove_done_callback(Evil())
    g.cancel()
    await asyncio.sleep(0)
    h = []
    h.append(loop.call_soon(lambda: [x.cancel() for x in h]))
    h.append(loop.call_soon(print, 'never'))
    await asyncio.sleep(0)
    t = asyncio.create_task(asyncio.sleep(10))
    t.add_done_callback(lambda t: t.cancel() or print('cancel of a done one'))
    await asyncio.sleep(0); t.cancel()
    await asyncio.wait([t])
    print('alive')
asyncio.run(main())
# expect-output:
# rem
# other still runs: it was scheduled
# cancel of a done one
# alive
