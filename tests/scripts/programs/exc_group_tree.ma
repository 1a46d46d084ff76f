import asyncio
import traceback


def leaves(eg):
    for e in eg.exceptions:
        if isinstance(e, BaseExceptionGroup):
            yield from leaves(e)
        else:
            yield e


async def fail(e, d=0):
    await asyncio.sleep(d)
    raise e


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail(ValueError('v')))
        tg.create_task(fail(TypeError('t')))


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner())
            tg.create_task(fail(OSError(2, 'No such file')))
    except BaseExceptionGroup as eg:
        print(repr(eg))
        print(sorted(type(e).__name__ for e in leaves(eg)))
        m, r = eg.split((ValueError, OSError))
        print(repr(m), '|', repr(r))
        print(repr(eg.subgroup(KeyError)))
        print(eg.derive([KeyError(1)]))
    try:
        try:
            raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
        except* ValueError as e:
            raise KeyError('new') from e
    except ExceptionGroup as e:
        print(repr(e), e.exceptions[0].__cause__)
    try:
        try:
            raise ValueError('naked')
        except* ValueError as e:
            print(repr(e))
            raise
    except BaseException as e:
        print('again', repr(e))

    def g():
        try:
            raise ExceptionGroup('x', [OSError(1)])
        except* OSError:
            pass
        else:
            print('else')
        finally:
            print('fin')
        return 'ok'
    print(g())
    for bad in (lambda: ExceptionGroup('m', []), lambda: ExceptionGroup('m', [1]), lambda: ExceptionGroup('m', [KeyboardInterrupt()]), lambda: ExceptionGroup('m')):
        try:
            bad()
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    print(type(BaseExceptionGroup('m', [ValueError()])).__name__)

asyncio.run(main())
# expect-output:
# ExceptionGroup('unhandled errors in a TaskGroup', [FileNotFoundError(2, 'No such file'), ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('v'), TypeError('t')])])
# ['FileNotFoundError', 'TypeError', 'ValueError']
# ExceptionGroup('unhandled errors in a TaskGroup', [FileNotFoundError(2, 'No such file'), ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('v')])]) | ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [TypeError('t')])])
# None
# unhandled errors in a TaskGroup (1 sub-exception)
# ExceptionGroup('', [KeyError('new'), ExceptionGroup('a', [TypeError(2)])]) a (1 sub-exception)
# ExceptionGroup('', (ValueError('naked'),))
# again ExceptionGroup('', (ValueError('naked'),))
# fin
# ok
# ValueError second argument (exceptions) must be a non-empty sequence
# ValueError Item 0 of second argument (exceptions) is not an exception
# TypeError Cannot nest BaseExceptions in an ExceptionGroup
# TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
# ExceptionGroup
