# What to look for: one clear error for each thing that asyncio does not accept.

import asyncio

async def func():
    return 'value'

def plain():
    return 3

# asyncio.run() 里面只能加协程
for thing in (func, plain(), None):
    try:
        asyncio.run(thing)
    except ValueError as e:
        print('ValueError:', str(e).split(' at 0x')[0])

async def main():
    # await 后面只能跟异步程序或有__await__属性的对象
    for thing in (plain, plain(), 'text', None, [1], (x for x in '1')):
        try:
            await thing
        except TypeError as e:
            print('TypeError:', e)

    # 对于asyncio.wait，expect a list of futures
    task = asyncio.create_task(func())
    try:
        await asyncio.wait(task)
    except TypeError as e:
        print('TypeError:', e)
    coroutine = func()
    try:
        await asyncio.wait(coroutine)
    except TypeError as e:
        print('TypeError:', e)
    try:
        await asyncio.wait([coroutine])
    except TypeError as e:
        print('TypeError:', e)
    try:
        await asyncio.wait([])
    except ValueError as e:
        print('ValueError:', e)
    coroutine.close()
    print(await task)

    # asyncio.run() 不能在事件循环里面调用
    coroutine = func()
    try:
        asyncio.run(coroutine)
    except RuntimeError as e:
        print('RuntimeError:', e)
    coroutine.close()

    # 协程对象只能 await 一次
    coroutine = func()
    print(await coroutine)
    try:
        await coroutine
    except RuntimeError as e:
        print('RuntimeError:', e)

asyncio.run( main() )
