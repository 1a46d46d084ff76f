# Task subclasses, wrong arguments, Task[int].
import asyncio
@asyncio.Task.__class_getitem__ if False else (lambda f: f)
async def f(): return 1
async def main():
    class T(asyncio.Task): pass
    t = T(f(), name='sub'); print(t, await t)
    t = asyncio.Task(f()); print(t.get_name(), await t)
    try: asyncio.Task(5)
    except TypeError as e: print(e)
    try: asyncio.Future(5)
    except TypeError as e: print(e)
    print(asyncio.Task.__module__, asyncio.Future.__module__, asyncio.CancelledError.__mro__)
    print(asyncio.TimeoutError is TimeoutError, asyncio.InvalidStateError.__bases__)
    print(issubclass(asyncio.Task, asyncio.Future), asyncio.isfuture(t), asyncio.Task[int])
asyncio.run(main())
# expect-output:
# <T finished name='sub' coro=<f() done, defined at /tmp/async/w/study_task_classes.ma:3> result=1> 1
# Task-2 1
# a coroutine was expected, got 5
# Future() takes no positional arguments
# _asyncio _asyncio (<class 'asyncio.exceptions.CancelledError'>, <class 'BaseException'>, <class 'object'>)
# True (<class 'Exception'>,)
# True True _asyncio.Task[int]
