# miniasync only: when nothing can ever wake a task again, run() says so; CPython waits for ever
# expect error: DeadlockError: every task is waiting and nothing can wake them
import asyncio
async def main():
    await asyncio.get_running_loop().create_future()
asyncio.run(main())
