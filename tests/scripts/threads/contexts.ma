# Contexts: to_thread copies, run_in_executor and Thread do not.
import asyncio, contextvars, threading
v = contextvars.ContextVar('v', default='none')
async def main():
    v.set('main'); print(await asyncio.to_thread(v.get)); print(await asyncio.get_running_loop().run_in_executor(None, v.get))
    t = threading.Thread(target=lambda: print('thr', v.get())); t.start(); t.join()
asyncio.run(main())
# expect-output:
# main
# none
# thr none
