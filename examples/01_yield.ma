# What to look for: `yield` stops a function in the middle and keeps its place. send() goes
# in, a value comes out; `yield from` passes both straight through to the innermost one.

# yield 实现协程：生产者 / 消费者
def consumer():
    received = []
    response = 'ready'
    while True:
        item = yield response      # 挂起，把 response 交给生产者，等待 send()
        if item is None:
            break
        print('consume', item)
        received.append(item)
        response = '200 OK'
    return received                # 成为 StopIteration.value，也就是 yield from 的值


def grouper(results, name):
    # 委派生成器：send()、throw()、close() 都直接穿过 yield from
    results[name] = yield from consumer()
    print(name, 'done')
    yield 'finished'


def producer(c, items):
    print('start:', next(c))       # 预激：运行到第一个 yield
    for item in items:
        print('produce', item)
        print('consumer replied:', c.send(item))
    print('stop:', c.send(None))
    c.close()


results = {}
producer(grouper(results, 'A'), [1, 2, 3])
print(results)


# 两个生成器相互切换执行，效果与 greenlet 的例子相同
def func1():
    print(1)
    yield from func2()
    print(2)
    yield


def func2():
    print(3)
    yield
    print(4)


f1 = func1()
next(f1)
next(f1)
f1.close()
try:
    next(f1)
except StopIteration as e:
    print('StopIteration', e.value)
