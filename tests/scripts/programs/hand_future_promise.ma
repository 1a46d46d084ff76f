class Promise:
    PENDING, OK, BAD = 'pending', 'fulfilled', 'rejected'
    _queue = []

    def __init__(self, executor=None):
        self.state, self.value, self.handlers = self.PENDING, None, []
        if executor:
            try:
                executor(self._resolve, self._reject)
            except Exception as e:
                self._reject(e)

    def _settle(self, state, value):
        if self.state == self.PENDING:
            self.state, self.value = state, value
            for h in self.handlers:
                Promise._queue.append(h)
            self.handlers.clear()

    def _resolve(self, v=None):
        if isinstance(v, Promise):
            v.then(self._resolve, self._reject)
        else:
            self._settle(self.OK, v)

    def _reject(self, e):
        self._settle(self.BAD, e)

    def then(self, ok=None, bad=None):
        p = Promise()

        def handler():
            fn = ok if self.state == self.OK else bad
            if fn is None:
                p._resolve(self.value) if self.state == self.OK else p._reject(self.value)
                return
            try:
                p._resolve(fn(self.value))
            except Exception as e:
                p._reject(e)
        if self.state == self.PENDING:
            self.handlers.append(handler)
        else:
            Promise._queue.append(handler)
        return p

    def catch(self, fn):
        return self.then(None, fn)

    @classmethod
    def run(cls):
        while cls._queue:
            cls._queue.pop(0)()

    @classmethod
    def all(cls, ps):
        ps = list(ps)
        out, left = [None] * len(ps), [len(ps)]
        result = cls()
        for i, p in enumerate(ps):
            def done(v, i=i):
                out[i] = v
                left[0] -= 1
                if not left[0]:
                    result._resolve(out)
            p.then(done, result._reject)
        return result


Promise(lambda ok, bad: ok(1)).then(lambda v: v + 1).then(lambda v: print('值', v) or 1 / 0).catch(lambda e: print('捕获', e) or 'rec').then(print)
Promise.all(Promise(lambda ok, bad, i=i: ok(i * i)) for i in range(4)).then(lambda v: print('all', v))
Promise.all([Promise(lambda o, b: o(1)), Promise(lambda o, b: b(ValueError('x')))]).then(print, lambda e: print('rejected', repr(e)))
late = {}
p = Promise(lambda ok, bad: late.update(ok=ok))
p.then(lambda v: print('late', v))
Promise.run()
late['ok'](Promise(lambda ok, bad: ok('嵌套')))
Promise.run()
print(p.state)
def boom(ok, bad):
    raise RuntimeError('in executor')
Promise(boom).catch(lambda e: print(repr(e)))
Promise.run()
# expect-output:
# 值 2
# all [0, 1, 4, 9]
# rejected ValueError('x')
# 捕获 division by zero
# rec
# late 嵌套
# fulfilled
# RuntimeError('in executor')
