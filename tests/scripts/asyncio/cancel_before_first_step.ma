# The body never runs, not even its finally; no "never awaited" either.
import asyncio
async def f():
    try:
        print('never')
    finally:
        print('never too')
async def main():
    t = asyncio.create_task(f())
    print(t.cancel(), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print('cancelled', e.args)
    print(t.cancelled(), t.done(), t.cancel())
    t = asyncio.create_task(f())
    t.cancel('reason')
    try:
        await t
    except asyncio.CancelledError as e:
        print(e.args)
asyncio.run(main())
# expect-output:
# True 1
# cancelled ()
# True True False
# ('reason',)

# also on the model
