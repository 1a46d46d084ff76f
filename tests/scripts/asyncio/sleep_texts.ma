# sleep: results, zero, negative, nonsense.
import asyncio, time
async def main():
    print(await asyncio.sleep(0), await asyncio.sleep(0.001, 'r'), await asyncio.sleep(-1, 'neg'))
    for x in ('a', None, float('nan')):
        try:
            await asyncio.sleep(x)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
    t = time.monotonic()
    await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(50)))
    print(time.monotonic() - t < 0.2)
asyncio.run(main())
# expect-output:
# None r neg
# TypeError '<=' not supported between instances of 'str' and 'int'
# TypeError '<=' not supported between instances of 'NoneType' and 'int'
# ValueError Invalid delay: NaN (not a number)
# True

# also on the model
