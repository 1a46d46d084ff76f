# Values through 100 levels of yield from.
def level(n, count):
    if n:
        yield from level(n - 1, count)
    else:
        for i in range(count):
            yield i


total = 0
for x in level(100, 300000):
    total += x
print('yield_from_depth', total)
