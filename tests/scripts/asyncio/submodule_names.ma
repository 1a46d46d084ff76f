# Programs reach into asyncio's modules.
import asyncio
from asyncio import tasks, futures, events, locks, queues, coroutines, exceptions
import asyncio.timeouts
print(tasks.gather is asyncio.gather, futures.isfuture is asyncio.isfuture, events.get_running_loop is asyncio.get_running_loop)
print(locks.Lock is asyncio.Lock, queues.Queue is asyncio.Queue, exceptions.CancelledError is asyncio.CancelledError)
print(asyncio.TimeoutError is TimeoutError, asyncio.timeouts.timeout is asyncio.timeout, coroutines.iscoroutine is asyncio.iscoroutine)
print(issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__module__, asyncio.InvalidStateError.__mro__[1].__name__)
try:
    asyncio.nothing
except AttributeError as e:
    print(e)
from asyncio import *
print(Queue, sleep.__name__)
# expect-output:
# True True True
# True True True
# True True True
# False asyncio.exceptions Exception
# module 'asyncio' has no attribute 'nothing'
# <class 'asyncio.queues.Queue'> sleep
