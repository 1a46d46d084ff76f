import asyncio


class RWLock:
    def __init__(self):
        self._cond = asyncio.Condition()
        self._readers = 0
        self._writer = False

    class _Ctx:
        def __init__(self, enter, leave):
            self.e, self.l = enter, leave

        async def __aenter__(self):
            await self.e()

        async def __aexit__(self, *a):
            await self.l()

    @property
    def reading(self):
        return self._Ctx(self._acquire_read, self._release_read)

    @property
    def writing(self):
        return self._Ctx(self._acquire_write, self._release_write)

    async def _acquire_read(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writer)
            self._readers += 1

    async def _release_read(self):
        async with self._cond:
            self._readers -= 1
            self._cond.notify_all()

    async def _acquire_write(self):
        async with self._cond:
            await self._cond.wait_for(lambda: not self._writer and self._readers == 0)
            self._writer = True

    async def _release_write(self):
        async with self._cond:
            self._writer = False
            self._cond.notify_all()


async def main():
    rw, data, log = RWLock(), {'v': 0}, []

    async def reader(i):
        async with rw.reading:
            log.append(f'r{i}({data["v"]})')
            await asyncio.sleep(0.001)
            log.append(f'R{i}')

    async def writer(i):
        async with rw.writing:
            log.append(f'w{i}')
            await asyncio.sleep(0.001)
            data['v'] += 1
            log.append(f'W{i}')
    await asyncio.gather(reader(1), reader(2), writer(1), reader(3), writer(2), reader(4))
    print(' '.join(log))
    print(data)


asyncio.run(main())
# expect-output:
# r1(0) r2(0) r3(0) r4(0) R1 R2 R3 R4 w1 W1 w2 W2
# {'v': 2}
