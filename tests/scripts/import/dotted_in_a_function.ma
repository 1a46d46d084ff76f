# import a.b inside a function binds a there, as a local variable.
def path():
    import os.path
    return os.path.join('a', 'b')

async def task():
    import asyncio.locks, os.path as p
    return asyncio.locks.Lock is asyncio.Lock, p.basename('a/b')

class Box:
    import collections.abc
    kind = collections.abc.Iterable.__name__

def outer():
    import os.path
    return lambda: os.path.basename('x/y')

print(path(), Box.kind, Box.collections.__name__, outer()())
try:
    task().send(None)
except StopIteration as done:
    print(done.value)
try:
    os
except NameError as e:
    print(e)
# expect-output:
# a/b Iterable collections y
# (True, 'b')
# name 'os' is not defined
