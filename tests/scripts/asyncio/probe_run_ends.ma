# How asyncio.run ends: leftovers, SystemExit, KeyboardInterrupt.
# not under stress
import asyncio
async def t(n): 
    try: await asyncio.sleep(1)
    except asyncio.CancelledError: print('cancelled', n); raise
    finally: print('fin', n)
async def main():
    a = asyncio.create_task(t(1)); b = asyncio.create_task(t(2))
    await asyncio.sleep(0)
    return 'ret'
print(asyncio.run(main()))
async def main2():
    asyncio.create_task(t(3)); await asyncio.sleep(0); raise ValueError('main2')
try: asyncio.run(main2())
except ValueError as e: print(e)
async def main3():
    async def stub():
        while True:
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: print('stub'); return 'x'
    asyncio.create_task(stub()); await asyncio.sleep(0)
asyncio.run(main3())
async def main4(): raise SystemExit(5)
try: asyncio.run(main4())
except SystemExit as e: print('SE', e.code)
async def main5(): raise KeyboardInterrupt
try: asyncio.run(main5())
except KeyboardInterrupt: print('KI')
async def main6(): asyncio.current_task().cancel(); await asyncio.sleep(0)
try: asyncio.run(main6())
except asyncio.CancelledError as e: print('CE', e.args)
async def main7():
    async def s(): raise SystemExit(7)
    x = asyncio.create_task(s())
    try: await x
    finally: print('main7 fin')
try: asyncio.run(main7())
except SystemExit as e: print('SE', e.code)
async def main8():
    async def g():
        try: yield 1
        finally: print('agen closed')
    global it
    it = g(); await anext(it)
asyncio.run(main8())

# expect-output:
# cancelled 1
# fin 1
# cancelled 2
# fin 2
# ret
# cancelled 3
# fin 3
# main2
# stub
# SE 5
# KI
# CE ()
# main7 fin
# SE 7
# agen closed
