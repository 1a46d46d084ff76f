# What to look for: one cook, two stoves, one oven, six orders - and nobody stands idle. Every
# `await` is a moment in which the cook's hands are free: the pot boils by itself. The same orders
# one after the other would take more than twice as long; the last lines compare the two.

import asyncio

SPEED = 0.01            # seconds of real time for a minute in the kitchen

MENU = {
    'soup':   [('chop', 2), ('stove', 8), ('plate', 1)],
    'pizza':  [('chop', 3), ('oven', 10), ('plate', 1)],
    'pasta':  [('stove', 9), ('plate', 1)],
    'salad':  [('chop', 4), ('plate', 1)],
}
ORDERS = ['soup', 'pizza', 'pasta', 'salad', 'pizza', 'soup']


class Kitchen:
    def __init__(self):
        self.places = {
            'chop': asyncio.Lock(),             # the cook has two hands, for one thing
            'plate': asyncio.Lock(),
            'stove': asyncio.Semaphore(2),
            'oven': asyncio.Semaphore(1),
        }
        self.minutes = 0

    async def step(self, order, place, minutes):
        async with self.places[place]:
            print(f'  {order:<8} {place}')
            await asyncio.sleep(minutes * SPEED)
            self.minutes += minutes

    async def cook(self, number, dish):
        order = f'{dish} {number}'
        for place, minutes in MENU[dish]:
            await self.step(order, place, minutes)
        return order


async def waiter(kitchen, served):
    async with asyncio.TaskGroup() as shift:
        tasks = [shift.create_task(kitchen.cook(n, dish)) for n, dish in enumerate(ORDERS, 1)]
        for task in asyncio.as_completed(tasks):
            order = await task
            served.append(order)
            print(f'served: {order}')


async def evening():
    loop = asyncio.get_running_loop()
    kitchen = Kitchen()
    served = []
    start = loop.time()
    try:
        async with asyncio.timeout(120 * SPEED):
            await waiter(kitchen, served)
    except TimeoutError:
        print('the guests have gone home')
    took = (loop.time() - start) / SPEED
    print(f'{len(served)} dishes, {kitchen.minutes} minutes of work')
    print('at least twice as quick as one after the other:', took * 2 < kitchen.minutes)


asyncio.run(evening())
