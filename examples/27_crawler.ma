# What to look for: a crawler of a make-believe web. Each page takes its time to answer; at most
# three are fetched at once (the semaphore), a page is fetched once (the set), a page that hangs
# is given up (the timeout), and a second task reports progress meanwhile (the queue). No thread is
# involved: it is all one loop.

import asyncio

SITE = {
    '/':            (2, ['/news', '/about', '/shop']),
    '/news':        (3, ['/news/1', '/news/2', '/']),
    '/about':       (1, ['/', '/team']),
    '/shop':        (4, ['/shop/cart', '/shop/sale', '/gone']),
    '/news/1':      (2, ['/news']),
    '/news/2':      (5, ['/slow']),
    '/team':        (1, []),
    '/shop/cart':   (2, []),
    '/shop/sale':   (3, ['/shop']),
    '/slow':        (900, []),
    '/flaky':       (1, []),
}
TICK = 0.008


class NotFound(Exception):
    pass


async def fetch(path):
    await asyncio.sleep(SITE.get(path, (1, []))[0] * TICK)
    if path not in SITE:
        raise NotFound(path)
    return SITE[path][1]


class Crawler:
    def __init__(self, limit):
        self.slots = asyncio.Semaphore(limit)
        self.seen = set()
        self.results = {}
        self.news = asyncio.Queue()
        self.active = self.most = 0

    async def visit(self, group, path):
        async with self.slots:
            self.active += 1
            self.most = max(self.most, self.active)
            try:
                links = await asyncio.wait_for(fetch(path), 20 * TICK)
                self.results[path] = f'{len(links)} links'
            except NotFound:
                links = []
                self.results[path] = 'not found'
            except TimeoutError:
                links = []
                self.results[path] = 'given up'
            finally:
                self.active -= 1
            self.news.put_nowait(path)
        for link in links:
            self.follow(group, link)

    def follow(self, group, path):
        if path not in self.seen:
            self.seen.add(path)
            group.create_task(self.visit(group, path), name=path)

    async def run(self, start):
        async with asyncio.TaskGroup() as group:
            self.follow(group, start)


async def progress(crawler):
    bar = ''
    while True:
        path = await crawler.news.get()
        bar += '#'
        print(f'[{bar:<12}] {path}')
        crawler.news.task_done()


async def main():
    crawler = Crawler(3)
    reporter = asyncio.create_task(progress(crawler))
    await crawler.run('/')
    await crawler.news.join()
    reporter.cancel()
    for path in sorted(crawler.results):
        print(f'{path:<12} {crawler.results[path]}')
    print('at once at most:', crawler.most)
    print('never linked to:', sorted(set(SITE) - crawler.seen))


asyncio.run(main())
