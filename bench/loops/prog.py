# Nested while and for-range over small ints, 20M turns.
def count():
    total = 0
    for i in range(3000):
        for j in range(3000):
            total += (i ^ j) & 7
    n = 0
    while n < 3000:
        k = 0
        while k < 2000:
            k += 1
            total -= k & 3
        n += 1
    return total


print('loops', count())
