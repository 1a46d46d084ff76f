import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.01, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('被取消')
        raise

try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('Ctrl-C')
# expect-output:
# 被取消
# Ctrl-C
