import asyncio

SITE = {
    '/': ['/a', '/b', '/c'], '/a': ['/', '/d'], '/b': ['/d', '/e'], '/c': ['/404'],
    '/d': ['/e'], '/e': [],
}


class HTTPError(Exception):
    def __init__(self, status, url):
        self.status, self.url = status, url

    def __str__(self):
        return f'{self.status} {self.url}'


async def fetch(url):
    await asyncio.sleep(0.002)
    try:
        return SITE[url]
    except KeyError:
        raise HTTPError(404, url) from None


class Crawler:
    def __init__(self, root, workers=3, max_depth=5):
        self.queue = asyncio.Queue()
        self.seen = {root}
        self.errors = []
        self.depth = {}
        self.queue.put_nowait((root, 0))
        self.workers = workers
        self.max_depth = max_depth

    async def work(self, n):
        while True:
            url, depth = await self.queue.get()
            try:
                links = await fetch(url)
                self.depth[url] = depth
                for link in links:
                    if link not in self.seen and depth < self.max_depth:
                        self.seen.add(link)
                        self.queue.put_nowait((link, depth + 1))
            except HTTPError as e:
                self.errors.append(e)
            finally:
                self.queue.task_done()

    async def crawl(self):
        workers = [asyncio.create_task(self.work(i)) for i in range(self.workers)]
        await self.queue.join()
        for w in workers:
            w.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        return all(w.cancelled() for w in workers)


async def main():
    for n in (1, 3):
        c = Crawler('/', n)
        print(await c.crawl(), sorted(c.depth.items()), [str(e) for e in c.errors], sorted(c.seen))


asyncio.run(main())
# expect-output:
# True [('/', 0), ('/a', 1), ('/b', 1), ('/c', 1), ('/d', 2), ('/e', 2)] ['404 /404'] ['/', '/404', '/a', '/b', '/c', '/d', '/e']
# True [('/', 0), ('/a', 1), ('/b', 1), ('/c', 1), ('/d', 2), ('/e', 2)] ['404 /404'] ['/', '/404', '/a', '/b', '/c', '/d', '/e']
