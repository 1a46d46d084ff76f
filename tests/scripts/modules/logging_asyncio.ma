# What the event loop has to tell goes to the logger 'asyncio' once logging is imported.
import asyncio
import logging
import sys

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(levelname)s %(name)s %(taskName)s: %(message)s')
log = logging.getLogger('app')


async def worker(n):
    log.info('start %s', n)  # expect: DEBUG asyncio None: Using selector: EpollSelector
    await asyncio.sleep(0)   # expect: INFO app Task-2: start 1
    log.info('end %s', n)    # expect: INFO app Task-3: start 2


async def main():
    await asyncio.gather(worker(1), worker(2))  # expect: INFO app Task-2: end 1
    loop = asyncio.get_running_loop()           # expect: INFO app Task-3: end 2
    loop.call_exception_handler({'message': 'told', 'a': 1})  # expect: ERROR asyncio Task-1: told
    logging.getLogger('asyncio').setLevel(logging.CRITICAL)   # expect: a: 1
    loop.call_exception_handler({'message': 'not told'})

asyncio.run(main())
