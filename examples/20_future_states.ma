# What to look for: the states of a Future, who is told of its end, and what a second set_result()
# gets.

import asyncio

async def main():
    loop = asyncio.get_event_loop()

    # 没有任何绑定行为，则这个任务永远不知道什么时候结束
    fut = loop.create_future()
    print(fut, fut.done())
    try:
        fut.result()
    except asyncio.InvalidStateError as e:
        print('InvalidStateError:', e)
    try:
        await asyncio.wait_for(fut, timeout=0.1)
    except asyncio.TimeoutError as e:
        print('TimeoutError', repr(str(e)))
    print(fut, fut.done(), fut.cancelled())

    # 手动设置future任务的最终结果，那么fut就可以结束
    fut = loop.create_future()
    loop.call_later(0.1, fut.set_result, '666')
    fut.add_done_callback(lambda f: print('通知、回调:', f.result()))
    print(await fut)
    print(fut)
    try:
        fut.set_result('777')
    except asyncio.InvalidStateError as e:
        print('InvalidStateError:', e)

    fut = loop.create_future()
    fut.set_exception(ValueError('失败'))
    try:
        await fut
    except ValueError as e:
        print('ValueError:', e)
    print(fut)

asyncio.run( main() )
