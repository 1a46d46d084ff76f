import asyncio
import contextvars

request_id = contextvars.ContextVar('request_id', default='-')
user = contextvars.ContextVar('user')


def log(msg):
    print(f'[{request_id.get()}] {msg}')


async def inner():
    log('inner')
    await asyncio.sleep(0.001)
    log('inner after')
    request_id.set('changed-' + request_id.get())


async def handle(n):
    request_id.set(f'req-{n}')
    log('start')
    await inner()
    log('end')
    await asyncio.create_task(inner())
    log('after task')


async def main():
    log('main')
    await asyncio.gather(*(handle(i) for i in range(2)))
    log('main end')
    tok = user.set('甲')
    print(user.get(), tok.var is user, tok.old_value is contextvars.Token.MISSING)
    user.reset(tok)
    try:
        user.get()
    except LookupError as e:
        print('LookupError', type(e).__name__, 'user' in str(e))
    try:
        user.reset(tok)
    except RuntimeError as e:
        print('used' in str(e))
    print(user.get('默认'))
    ctx = contextvars.copy_context()
    ctx.run(request_id.set, 'in ctx')
    log('outside')
    print(ctx[request_id], request_id in ctx, len(ctx) >= 1, ctx.run(request_id.get))
    loop = asyncio.get_running_loop()
    loop.call_soon(log, 'callback')
    loop.call_soon(log, 'callback in ctx', context=ctx)
    t = asyncio.create_task(asyncio.sleep(0), context=ctx)
    t.add_done_callback(lambda f: log('done cb'))
    t.add_done_callback(lambda f: log('done cb ctx'), context=ctx)
    await t
    await asyncio.sleep(0)


asyncio.run(main())
# expect-output:
# [-] main
# [req-0] start
# [req-0] inner
# [req-1] start
# [req-1] inner
# [req-0] inner after
# [changed-req-0] end
# [req-1] inner after
# [changed-req-1] end
# [changed-req-0] inner
# [changed-req-1] inner
# [changed-req-0] inner after
# [changed-req-1] inner after
# [changed-req-0] after task
# [changed-req-1] after task
# [-] main end
# 甲 True True
# LookupError LookupError True
# True
# 默认
# [-] outside
# in ctx True True in ctx
# [-] callback
# [in ctx] callback in ctx
# [-] done cb
# [in ctx] done cb ctx

# also on the model
