import asyncio


class Cursor:
    def __init__(self, rows, page):
        self.rows, self.page, self.fetched = rows, page, 0

    async def fetchmany(self):
        await asyncio.sleep(0.001)
        self.fetched += 1
        batch, self.rows = self.rows[:self.page], self.rows[self.page:]
        return batch

    def __aiter__(self):
        return self._gen()

    async def _gen(self):
        while batch := await self.fetchmany():
            for row in batch:
                yield row


class Database:
    def __init__(self):
        self.tables, self.log = {}, []

    def transaction(self):
        return Transaction(self)

    async def insert(self, table, **row):
        await asyncio.sleep(0)
        if any(v is None for v in row.values()):
            raise ValueError(f'NULL in {table}: {row}')
        self.tables.setdefault(table, []).append(row)


class Transaction:
    def __init__(self, db):
        self.db = db

    async def __aenter__(self):
        self.backup = {k: list(v) for k, v in self.db.tables.items()}
        self.db.log.append('BEGIN')
        return self.db

    async def __aexit__(self, et, ev, tb):
        if et:
            self.db.tables = self.backup
            self.db.log.append(f'ROLLBACK {et.__name__}')
        else:
            self.db.log.append('COMMIT')


async def main():
    db = Database()
    async with db.transaction() as t:
        for i, n in enumerate(['甲', '乙', '丙', '丁', '戊']):
            await t.insert('users', id=i, name=n)
    try:
        async with db.transaction() as t:
            await t.insert('users', id=9, name='坏')
            await t.insert('users', id=10, name=None)
    except ValueError as e:
        print(e)
    cur = Cursor(db.tables['users'], 2)
    async for row in cur:
        print('{id}: {name}'.format(**row), end=' ')
    print(cur.fetched, db.log)
    print({r['name']: r['id'] async for r in Cursor(db.tables['users'], 3) if r['id'] % 2 == 0})
    first = await anext(aiter(Cursor([1, 2], 1)))
    print(first)


asyncio.run(main())
# expect-output:
# NULL in users: {'id': 10, 'name': None}
# 0: 甲 1: 乙 2: 丙 3: 丁 4: 戊 4 ['BEGIN', 'COMMIT', 'BEGIN', 'ROLLBACK ValueError']
# {'甲': 0, '丙': 2, '戊': 4}
# 1

# also on the model
