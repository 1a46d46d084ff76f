# graphlib - an order in which everything comes after what it needs.

__all__ = ['TopologicalSorter', 'CycleError']


class CycleError(ValueError):
    pass


class TopologicalSorter:
    def __init__(self, graph=None):
        self._needs = {}        # node: how many it waits for
        self._after = {}        # node: those that wait for it
        self._ready = None      # None: not prepared
        self._out = set()
        self._done = set()
        for node, predecessors in (graph or {}).items():
            self.add(node, *predecessors)

    def __bool__(self):
        return self.is_active()

    def _node(self, node):
        self._needs.setdefault(node, 0)
        return self._after.setdefault(node, [])

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError('Nodes cannot be added after a call to prepare()')
        self._node(node)
        self._needs[node] += len(predecessors)
        for other in predecessors:
            self._node(other).append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError('cannot prepare() more than once')
        self._ready = [node for node, count in self._needs.items() if count == 0]
        cycle = self._find_cycle()
        if cycle:
            raise CycleError('nodes are in a cycle', cycle)

    def _find_cycle(self):
        seen = set()
        for start in self._needs:
            path, place, tries = [], {}, []
            node = start
            while True:
                if node in seen:
                    if node in place:
                        return path[place[node]:] + [node]
                else:
                    seen.add(node)
                    tries.append(iter(self._after[node]))
                    place[node] = len(path)
                    path.append(node)
                while path:
                    node = next(tries[-1], _end)
                    if node is not _end:
                        break
                    del place[path.pop()]
                    tries.pop()
                else:
                    break
        return None

    def _check(self):
        if self._ready is None:
            raise ValueError('prepare() must be called first')

    def get_ready(self):
        self._check()
        found = tuple(self._ready)
        self._ready.clear()
        self._out.update(found)
        return found

    def is_active(self):
        self._check()
        return len(self._done) < len(self._out) or bool(self._ready)

    def done(self, *nodes):
        self._check()
        for node in nodes:
            if node not in self._needs:
                raise ValueError(f'node {node!r} was not added using add()')
            if node in self._done:
                raise ValueError(f'node {node!r} was already marked done')
            if node not in self._out:
                raise ValueError(f'node {node!r} was not passed out (still not ready)')
            self._done.add(node)
            for other in self._after[node]:
                self._needs[other] -= 1
                if self._needs[other] == 0:
                    self._ready.append(other)

    def static_order(self):
        self.prepare()
        while self.is_active():
            nodes = self.get_ready()
            yield from nodes
            self.done(*nodes)


_end = object()
