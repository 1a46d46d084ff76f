# What to look for: `await` in a plain function is refused before anything runs.
# expect error: SyntaxError: 'await' outside async function

import asyncio

async def func():
    return 'value'

# 只能在协程（函数）中使用
def plain():
    return await func()

print(plain())
