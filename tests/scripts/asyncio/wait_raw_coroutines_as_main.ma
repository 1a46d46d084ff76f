# miniasync only: run(wait([coroutine])) wraps them, as Python did until 3.10
import asyncio
async def f(n):
    print(n)
    return n * 10
done, pending = asyncio.run(asyncio.wait([f(1), f(2)]))
print(sorted(t.result() for t in done), pending)
# expect-output:
# 1
# 2
# [10, 20] set()
