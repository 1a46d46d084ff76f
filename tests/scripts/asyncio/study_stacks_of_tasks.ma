# get_stack, print_stack, get_coro, get_context.
import asyncio, io
async def inner():
    await asyncio.sleep(.05)
async def outer():
    await inner()
async def bad():
    raise ValueError('x')
async def main():
    t = asyncio.create_task(outer(), name='T')
    print(t.get_stack())
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])
    s = io.StringIO()
    t.print_stack(file=s)
    print(s.getvalue())
    print(t.get_coro().__name__, t.get_coro().cr_await is not None, t.get_loop() is asyncio.get_running_loop())
    print(type(t.get_context()).__name__)
    t.set_name(123); print(repr(t.get_name()))
    await t
    s = io.StringIO(); t.print_stack(file=s); print(repr(s.getvalue()), t.get_stack(), t.get_coro())
    t = asyncio.create_task(bad(), name='B')
    await asyncio.wait([t])
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])
    s = io.StringIO(); t.print_stack(file=s); print(s.getvalue(), end='')
    t.exception()
asyncio.run(main())
# expect-output:
# [<frame at 0x7f038aead170, file '/tmp/async/w/study_stacks_of_tasks.ma', line 5, code outer>]
# [('outer', 6)]
# Stack for <Task pending name='T' coro=<outer() running at /tmp/async/w/study_stacks_of_tasks.ma:6> wait_for=<Future pending cb=[Task.task_wakeup()]>> (most recent call last):
#   File "/tmp/async/w/study_stacks_of_tasks.ma", line 6, in outer
#     await inner()
#
# outer True True
# Context
# '123'
# "No stack for <Task finished name='123' coro=<outer() done, defined at /tmp/async/w/study_stacks_of_tasks.ma:5> result=None>\n" [] <coroutine object outer at 0x7f038ae41cc0>
# [('bad', 8)]
# Traceback for <Task finished name='B' coro=<bad() done, defined at /tmp/async/w/study_stacks_of_tasks.ma:7> exception=ValueError('x')> (most recent call last):
#   File "/tmp/async/w/study_stacks_of_tasks.ma", line 8, in bad
#     raise ValueError('x')
# ValueError: x
