# The exception handler hears of everything that goes wrong while run() closes.
import asyncio, sys
def handler(loop, context):
    print('handler:', context['message'], context.get('exception'))
async def bad(): raise RuntimeError('bg')
async def main():
    asyncio.get_running_loop().set_exception_handler(handler)
    async def g():
        try: yield 1
        finally: raise ValueError('agen close')
    a = g(); await anext(a)
    global keep; keep = a
    t = asyncio.create_task(bad())
    asyncio.get_running_loop().call_soon(print, 1, 2)
    await asyncio.sleep(0)
    async def left():
        try: await asyncio.sleep(10)
        finally: raise KeyError('left')
    global k2; k2 = asyncio.create_task(left(), name='left'); await asyncio.sleep(0)
asyncio.run(main())
print('end')
# expect-output:
# 1 2
# handler: Task exception was never retrieved bg
# handler: unhandled exception during asyncio.run() shutdown 'left'
# handler: an error occurred during closing of asynchronous generator <async_generator object main.<locals>.g at 0x7f31fcc0a9b0> agen close
# end
