import asyncio


async def boom(n):
    await asyncio.sleep(0)
    raise RuntimeError(f'boom {n}')


def handler(loop, context):
    print('handler:', context['message'], repr(context.get('exception')), sorted(context))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    t = asyncio.create_task(boom(1))
    await asyncio.sleep(0.001)
    print(t.done(), repr(t.exception()))
    loop.call_exception_handler({'message': '自定义'})
    f = loop.create_future()
    f.add_done_callback(lambda f: [][1])
    f.set_result(None)
    await asyncio.sleep(0)
    try:
        await boom(2)
    except RuntimeError as e:
        print(e, e.__traceback__.tb_lineno > 0)
    try:
        try:
            await boom(3)
        except RuntimeError as e:
            raise KeyError('wrapped') from e
    except KeyError as e:
        print(repr(e), repr(e.__cause__), e.__suppress_context__)
    try:
        raise ExceptionGroup('多个', [ValueError(1), TypeError('t'), ExceptionGroup('内', [OSError(2), ValueError(3)])])
    except* ValueError as eg:
        print('V', eg.exceptions)
    except* (TypeError, OSError) as eg:
        print('T', eg.exceptions)
    eg = ExceptionGroup('g', [ValueError(1), KeyError(2)])
    m, r = eg.split(ValueError)
    print(m, r, eg.subgroup(lambda e: isinstance(e, KeyError)), eg.message, repr(eg))
    e = ValueError('note')
    e.add_note('第一条')
    e.add_note('第二条')
    print(e.__notes__)


asyncio.run(main())
# expect-output:
# True
# handler: Exception in callback main.<locals>.<lambda>() at excs.ma:17 ZeroDivisionError('division by zero') ['exception', 'handle', 'message']
# True RuntimeError('boom 1')
# handler: 自定义 None ['message']
# handler: Exception in callback main.<locals>.<lambda>() at excs.ma:24 IndexError('list index out of range') ['exception', 'handle', 'message']
# boom 2 True
# KeyError('wrapped') RuntimeError('boom 3') True
# V (ValueError(1), ExceptionGroup('内', [ValueError(3)]))
# T (TypeError('t'), ExceptionGroup('内', [OSError(2)]))
# g (1 sub-exception) g (1 sub-exception) g (1 sub-exception) g ExceptionGroup('g', [ValueError(1), KeyError(2)])
# ['第一条', '第二条']
