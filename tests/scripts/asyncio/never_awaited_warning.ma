# A coroutine that was never started is reported at the line where it was thrown away.
# expect stderr: never_awaited_warning.ma:9: RuntimeWarning: coroutine 'f' was never awaited
# expect stderr:   f()
# expect stderr: RuntimeWarning: Enable tracemalloc to get the object allocation traceback
import asyncio, gc
async def f(): pass
async def main():
    c = f(); c.close()
    f()
    gc.collect()
    print('after')
asyncio.run(main())
# expect-output:
# after
